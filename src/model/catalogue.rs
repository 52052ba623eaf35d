//! The catalogue: partner kinds, needs, interventions, link kinds and the norm. Loaded from `data/catalogue` and never edited by users.

use super::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The same words in Dutch and English.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

/// The languages of the product, Dutch first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

impl Words {
    /// The words in one language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }
}

/// Any number of words for the same, in Dutch and English.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Spellings {
    /// Dutch.
    #[serde(default)]
    pub nl: Vec<String>,
    /// English.
    #[serde(default)]
    pub en: Vec<String>,
}

impl Spellings {
    /// Those in one language.
    pub fn in_language(&self, language: Language) -> &[String] {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }
    /// Those in both, Dutch first.
    pub fn iter(&self) -> impl Iterator<Item = &String> {
        self.nl.iter().chain(&self.en)
    }
}

/// Where a catalogue row comes from. Every row has sources, or is marked `unsourced` for a practitioner to confirm or drop.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Grounds {
    /// Keys into `CatalogueSource`.
    #[serde(default)]
    pub sources: Vec<String>,
    /// No source was read for it.
    #[serde(default)]
    pub unsourced: bool,
}

/// A source of catalogue rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CatalogueSource {
    /// Key used by rows: `K1`.
    pub key: String,
    /// What it is.
    pub title: String,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// How strongly a coalition is expected to have something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Expected {
    /// In every coalition.
    Core,
    /// In most.
    Often,
    /// In some.
    Optional,
}

/// The two groups that a gap analysis holds against each other. Where a user chooses other sides, `Medical` stands for the first
/// and `Social` for the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Midwifery, maternity care, gynaecology, paediatrics, general practice.
    Medical,
    /// Social and informal helpers.
    Social,
}

/// A kind of partner: fixes the default domain, side and needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PartnerKind {
    /// Code: `schuldhulpverlening`.
    pub code: KindCode,
    /// Name of one partner of this kind, as a heading ("Schuldhulpverlening", "Debt relief").
    pub name: Words,
    /// The people of this kind inside a sentence, plural, lower case ("verloskundigen", "midwives").
    pub people: Words,
    /// Domain.
    pub domain: Domain,
    /// Side in the default analysis; absent: neither.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// May a line between the sides run through it?
    #[serde(default)]
    pub bridge: bool,
    /// Does it find families with a need?
    #[serde(default)]
    pub finder: bool,
    /// Does it help with a need?
    #[serde(default)]
    pub helper: bool,
    /// Governance and funding: never a step in a line.
    #[serde(default)]
    pub governance: bool,
    /// An umbrella of others, such as the VSV: drawn on its side, not counted among the side's partners.
    #[serde(default)]
    pub umbrella: bool,
    /// How strongly a coalition is expected to have one.
    pub expected: Expected,
    /// Known to be missing in many coalitions.
    #[serde(default)]
    pub nationally_missing: bool,
    /// Needs it serves.
    #[serde(default)]
    pub needs: Vec<NeedCode>,
    /// Abbreviations and other words; what both languages write alike stands with the Dutch.
    #[serde(default)]
    pub synonyms: Spellings,
    /// Grounds.
    #[serde(flatten)]
    pub grounds: Grounds,
}

/// What a family needs help with. In Dutch: hulpvraag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Need {
    /// Code: `schulden`.
    pub code: NeedCode,
    /// Name.
    pub name: Words,
    /// Other words people use.
    #[serde(default)]
    pub synonyms: Spellings,
    /// Words of danger: violence, suicide, hunger. Wherever they stand in a text, they come before what else it says.
    #[serde(default)]
    pub urgent: Spellings,
    /// Grounds.
    #[serde(flatten)]
    pub grounds: Grounds,
}

/// A programme that partners run, such as VoorZorg.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Intervention {
    /// Code.
    pub code: String,
    /// Name.
    pub name: Words,
    /// Before, during, after pregnancy: `before`, `during`, `after`.
    pub phases: Vec<String>,
    /// Partner kinds that run it.
    #[serde(default)]
    pub run_by: Vec<KindCode>,
    /// Grounds.
    #[serde(flatten)]
    pub grounds: Grounds,
}

/// A kind of link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LinkKind {
    /// Code: `refers-to`.
    pub code: LinkKindCode,
    /// Name.
    pub name: Words,
    /// At which level it runs.
    pub level: Level,
    /// Does it have a direction?
    #[serde(default)]
    pub directed: bool,
    /// After this many months without confirmation its freshness is one half; absent: does not fade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub half_life_months: Option<u32>,
    /// Grounds.
    #[serde(flatten)]
    pub grounds: Grounds,
}

/// An expected line: a finder should reach a helper, directly or through an allowed bridge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NormLine {
    /// Stable code of the row: `verloskundigenpraktijk-schuldhulpverlening`.
    pub code: String,
    /// Who finds the need.
    pub finder: KindCode,
    /// Who helps.
    pub helper: KindCode,
    /// For which need, if one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<NeedCode>,
    /// Core or often.
    pub weight: Expected,
    /// At which level the line is expected.
    pub level: Level,
    /// Kinds through which the line may run in two steps.
    #[serde(default)]
    pub bridges: Vec<KindCode>,
    /// Grounds.
    #[serde(flatten)]
    pub grounds: Grounds,
}

/// The norm: which lines a coalition is expected to have. Which partner kinds are expected stands with the kinds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Norm {
    /// Version: `2026-1`.
    pub version: String,
    /// Expected lines, most important first.
    pub lines: Vec<NormLine>,
}

/// All of `data/catalogue`, validated: every code that a row names exists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Catalogue {
    /// Partner kinds in catalogue order.
    pub kinds: Vec<PartnerKind>,
    /// Needs in catalogue order.
    pub needs: Vec<Need>,
    /// Interventions.
    pub interventions: Vec<Intervention>,
    /// Link kinds.
    pub links: Vec<LinkKind>,
    /// The norm.
    pub norm: Norm,
    /// Sources of the rows.
    pub sources: BTreeMap<String, CatalogueSource>,
}

impl Catalogue {
    /// A partner kind by code. Cost: O(kinds), about forty.
    pub fn kind(&self, code: &KindCode) -> Option<&PartnerKind> {
        self.kinds.iter().find(|kind| kind.code == *code)
    }
    /// A need by code.
    pub fn need(&self, code: &NeedCode) -> Option<&Need> {
        self.needs.iter().find(|need| need.code == *code)
    }
    /// A link kind by code.
    pub fn link(&self, code: &LinkKindCode) -> Option<&LinkKind> {
        self.links.iter().find(|link| link.code == *code)
    }
    /// Place of a kind in the catalogue: the order of every list and lane. Unknown kinds come last.
    pub fn kind_rank(&self, code: &KindCode) -> usize {
        self.kinds.iter().position(|kind| kind.code == *code).unwrap_or(self.kinds.len())
    }
    /// The domain of an organisation: its own if given, else that of its first kind. `None`: neither is known.
    pub fn domain_of(&self, organisation: &Organisation) -> Option<Domain> {
        organisation.domain.or_else(|| organisation.kinds.first().and_then(|of| self.kind(&of.kind)).map(|kind| kind.domain))
    }
}
