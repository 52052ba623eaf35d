//! Governance: who leads a coalition and on what it rests, as far as somebody says so.
//!
//! Why: coalitions differ first in who pulls them, and a source tells that in a sentence, not in a number.
//! Never: an aspect that nobody tells; what is not here is unknown.

use super::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a fact about governance answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum GovernanceAspect {
    /// Who leads the coalition.
    Leads,
    /// Who has the lead in the case of one family.
    CaseLead,
    /// What it builds on.
    BuildsOn,
    /// Who worked together already, and since when.
    TogetherSince,
    /// Which consultation or steering group steers it.
    Steering,
}

impl GovernanceAspect {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 5] = [Self::Leads, Self::CaseLead, Self::BuildsOn, Self::TogetherSince, Self::Steering];

    /// The code used in files and answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::Leads => "leads",
            Self::CaseLead => "case_lead",
            Self::BuildsOn => "builds_on",
            Self::TogetherSince => "together_since",
            Self::Steering => "steering",
        }
    }

    /// What is said where the text itself may not be told: that there is something, as its sort.
    pub fn plain(self) -> Saying {
        let (nl, en) = match self {
            Self::Leads => ("een trekker", "a lead"),
            Self::CaseLead => ("een afspraak over de regie", "an agreement on who leads a case"),
            Self::BuildsOn => ("eerder werk", "earlier work"),
            Self::TogetherSince => ("eerdere samenwerking", "earlier cooperation"),
            Self::Steering => ("een overleg of stuurgroep", "a consultation or steering group"),
        };
        Saying { nl: Note::fixed(nl), en: Note::fixed(en) }
    }
}

/// A short text in our own words, in Dutch and English; each bounded, and never a citizen service number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Saying {
    /// Dutch.
    pub nl: Note,
    /// English.
    pub en: Note,
}

impl Saying {
    /// The same as words of an answer.
    pub fn words(&self) -> Words {
        Words { nl: self.nl.to_string(), en: self.en.to_string() }
    }
}

/// One fact about how a coalition is governed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GovernanceFact {
    /// What it answers.
    pub aspect: GovernanceAspect,
    /// The answer, short: "the municipality, in the starting phase".
    pub text: Saying,
    /// Partners that it names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Party>,
    /// Where it is said.
    #[serde(default)]
    pub provenance: Provenance,
}
