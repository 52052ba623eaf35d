//! Parties: organisations and persons, and the positions that tie them.

use super::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What an organisation works in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Domain {
    /// Midwives, maternity care, hospital, general practice.
    Medical,
    /// Neighbourhood teams, debt relief, welfare, housing.
    Social,
    /// Youth health care, municipal health service.
    PublicHealth,
    /// Volunteers, experts by experience, food bank.
    Informal,
    /// Child care, schools, libraries.
    Education,
    /// Municipal policy, insurer, regional support.
    Governance,
}

impl Domain {
    /// All domains in the order in which every list and picture shows them.
    pub const ALL: [Self; 6] =
        [Self::Medical, Self::Social, Self::Informal, Self::PublicHealth, Self::Education, Self::Governance];
    /// The code used in files and the API.
    pub fn code(self) -> &'static str {
        match self {
            Self::Medical => "medical",
            Self::Social => "social",
            Self::PublicHealth => "public_health",
            Self::Informal => "informal",
            Self::Education => "education",
            Self::Governance => "governance",
        }
    }
}

/// What a link can attach to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// An organisation.
    Organisation(OrganisationId),
    /// A person.
    Person(PersonId),
    /// A person in one of their positions, for who has more than one.
    Position(PositionId),
}

/// How we know an organisation's kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum KindBasis {
    /// The source says so.
    Stated,
    /// We infer it; `inferredOn` says on what.
    Inferred,
}

/// One kind of an organisation; an organisation may have several (a municipal health service that also runs youth health care).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct KindOf {
    /// The partner kind.
    pub kind: KindCode,
    /// Stated or inferred.
    pub basis: KindBasis,
    /// If inferred: on what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inferred_on: Option<Note>,
}

/// A foreign number of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Identifier {
    /// Whose numbering: `kvk`, `agb`, `ura`, `gm`, or the name of an imported file.
    pub system: Name,
    /// The number itself.
    pub value: IdentifierValue,
}

/// A party with a kind; may sit in many coalitions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Organisation {
    /// Identity.
    pub id: OrganisationId,
    /// Full name.
    pub name: Name,
    /// The organisation's own short name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_name: Option<Name>,
    /// Other names under which it is found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Name>,
    /// Its kinds; the first fixes its domain.
    #[serde(default)]
    pub kinds: Vec<KindOf>,
    /// Its domain when no kind is known (an imported network) or when it differs from the kind's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<Domain>,
    /// The organisation of which it is a unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<OrganisationId>,
    /// Only the kind is known ("maternity care"), not which organisation; never shared between coalitions.
    #[serde(default)]
    pub placeholder: bool,
    /// Foreign numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<Identifier>,
    /// Where the organisation is named.
    #[serde(default)]
    pub provenance: Provenance,
}

/// Who may see a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// The person's own coalitions.
    #[default]
    Coalition,
    /// Every coalition.
    AllCoalitions,
    /// Nobody but the person and the administrator.
    Hidden,
}

/// A professional. Work data only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// Identity.
    pub id: PersonId,
    /// Name as used at work.
    pub name: Name,
    /// Who may see it.
    #[serde(default)]
    pub visibility: Visibility,
    /// Why the register holds this person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Note>,
    /// Last day on which the register may show the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<PartialDate>,
    /// Where the person is named.
    #[serde(default)]
    pub provenance: Provenance,
}

impl Person {
    /// May the register name this person on a day? Not when hidden, and not after the last day it may show the person.
    pub fn shown_on(&self, day: time::Date) -> bool {
        self.visibility != Visibility::Hidden && self.expires.as_ref().is_none_or(|last| day <= last.latest())
    }
}

/// Person × organisation × title, from–until. In Dutch: functie.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Position {
    /// Identity.
    pub id: PositionId,
    /// Who.
    pub person: PersonId,
    /// Where; absent when the source names a profession and no organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationId>,
    /// Title as the source gives it; absent when it gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Name>,
    /// The partner kind of the profession, kept when no organisation is known (a general practitioner).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profession: Option<KindCode>,
    /// From–until.
    #[serde(default)]
    pub period: Period,
    /// Where it is named.
    #[serde(default)]
    pub provenance: Provenance,
}
