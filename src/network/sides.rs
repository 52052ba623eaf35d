//! The two sides that are held against each other: a choice, printed with every answer.
//!
//! Why: who stands on which side decides what is a gap, so nobody may have to guess it.
//! Never: a party on both sides.

use crate::model::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;
use utoipa::ToSchema;

/// Most characters of a word that is no side and is told again.
const SHOWN_CHARS_MAX: usize = 60;

/// What a side is made of: a whole domain or one partner kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SidePart {
    /// Every party of a domain.
    Domain(Domain),
    /// Every party of a kind.
    Kind(KindCode),
}

impl fmt::Display for SidePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Domain(domain) => f.write_str(domain.code()),
            Self::Kind(kind) => f.write_str(kind.as_str()),
        }
    }
}

/// Which parties are held against which.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub enum Sides {
    /// The catalogue's reading, kind by kind: medical against social and informal; who connects stands on neither side.
    #[default]
    ByKind,
    /// Three groups by domain: medical against social, informal and education; public health and governance are the third.
    ThreeGroups,
    /// A user's own.
    Chosen(ChosenSides),
}

/// Two sets that no party can belong to at once. `Side::Medical` stands for the first, `Side::Social` for the second.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ChosenSides {
    first: BTreeSet<SidePart>,
    second: BTreeSet<SidePart>,
}

/// Sides that cannot be held against each other.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SidesError {
    /// No colon between them.
    #[error("write two sides with a colon between them, as medical:social,informal, or one of default, three-groups")]
    Form,
    /// A side without any domain or kind.
    #[error("the {0} side is empty; name at least one domain or partner kind on it")]
    Empty(&'static str),
    /// The same, or a kind and its own domain, on both.
    #[error("{0} stands on both sides; the sides must have nothing in common")]
    Overlap(String),
    /// No such domain or kind.
    #[error("\"{0}\" is no domain and no partner kind; domains are {domains}", domains = Domain::ALL.map(Domain::code).join(", "))]
    Unknown(String),
}

impl SidesError {
    /// The sentence for a user.
    pub fn sentence(&self, language: Language) -> String {
        if language == Language::En {
            let mut text = self.to_string();
            text.get_mut(..1).map(str::make_ascii_uppercase);
            return format!("{text}.");
        }
        match self {
            Self::Form => {
                "Schrijf twee kanten met een dubbele punt ertussen, zoals medical:social,informal, of kies default of three-groups."
                    .to_owned()
            }
            Self::Empty(side) => {
                let side = if *side == "first" { "eerste" } else { "tweede" };
                format!("De {side} kant is leeg; noem er minstens één domein of soort partner.")
            }
            Self::Overlap(part) => format!("{part} staat aan beide kanten; de kanten mogen niets gemeen hebben."),
            Self::Unknown(part) => format!(
                "\"{part}\" is geen domein en geen soort partner; domeinen zijn {}.",
                Domain::ALL.map(Domain::code).join(", ")
            ),
        }
    }
}

impl ChosenSides {
    /// Takes two sets. Errors: one is empty, they overlap, or a kind is not in the catalogue.
    pub fn new(first: BTreeSet<SidePart>, second: BTreeSet<SidePart>, catalogue: &Catalogue) -> Result<Self, SidesError> {
        for (name, side) in [("first", &first), ("second", &second)] {
            if side.is_empty() {
                return Err(SidesError::Empty(name));
            }
        }
        for part in first.iter().chain(&second) {
            if let SidePart::Kind(kind) = part
                && catalogue.kind(kind).is_none()
            {
                return Err(SidesError::Unknown(kind.to_string()));
            }
        }
        let overlaps = |part: &&SidePart, other: &BTreeSet<SidePart>| {
            let domain = match part {
                SidePart::Kind(kind) => catalogue.kind(kind).map(|kind| SidePart::Domain(kind.domain)),
                SidePart::Domain(_) => None,
            };
            other.contains(*part) || domain.is_some_and(|domain| other.contains(&domain))
        };
        let both =
            first.iter().find(|part| overlaps(part, &second)).or_else(|| second.iter().find(|part| overlaps(part, &first)));
        match both {
            Some(part) => Err(SidesError::Overlap(part.to_string())),
            None => Ok(Self { first, second }),
        }
    }
    /// The first side, sorted: on the left of the map.
    pub fn first(&self) -> &BTreeSet<SidePart> {
        &self.first
    }
    /// The second side, sorted.
    pub fn second(&self) -> &BTreeSet<SidePart> {
        &self.second
    }
}

impl Sides {
    /// Reads `default`, `three-groups`, or two lists of domains and kinds: `medical:social,informal`, `huisarts:wijkteam`.
    ///
    /// Errors: see `SidesError`; the text for a user says what to write.
    pub fn parse(text: &str, catalogue: &Catalogue) -> Result<Self, SidesError> {
        match text.trim() {
            "default" => return Ok(Self::ByKind),
            "three-groups" => return Ok(Self::ThreeGroups),
            _ => {}
        }
        let (first, second) = text.split_once(':').ok_or(SidesError::Form)?;
        let side = |list: &str| -> Result<BTreeSet<SidePart>, SidesError> {
            list.split(',').map(str::trim).filter(|part| !part.is_empty()).map(part).collect()
        };
        ChosenSides::new(side(first)?, side(second)?, catalogue).map(Self::Chosen)
    }

    /// On which side a party stands. Takes its kinds, most telling first, and its domain.
    pub fn of(&self, kinds: &[&PartnerKind], domain: Option<Domain>) -> Option<Side> {
        match self {
            Self::ByKind => match kinds.first() {
                Some(kind) => kind.side,
                None => match domain {
                    Some(Domain::Medical) => Some(Side::Medical),
                    Some(Domain::Social | Domain::Informal) => Some(Side::Social),
                    _ => None,
                },
            },
            Self::ThreeGroups => match domain? {
                Domain::Medical => Some(Side::Medical),
                Domain::Social | Domain::Informal | Domain::Education => Some(Side::Social),
                Domain::PublicHealth | Domain::Governance => None,
            },
            Self::Chosen(ChosenSides { first, second }) => {
                let side = |part: &SidePart| match (first.contains(part), second.contains(part)) {
                    (true, _) => Some(Side::Medical),
                    (_, true) => Some(Side::Social),
                    _ => None,
                };
                let by_kind = kinds.iter().find_map(|kind| side(&SidePart::Kind(kind.code.clone())));
                by_kind.or_else(|| side(&SidePart::Domain(domain?)))
            }
        }
    }
}

/// The form that `Sides::parse` reads.
impl fmt::Display for Sides {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |parts: &BTreeSet<SidePart>| parts.iter().map(SidePart::to_string).collect::<Vec<_>>().join(",");
        match self {
            Self::ByKind => f.write_str("default"),
            Self::ThreeGroups => f.write_str("three-groups"),
            Self::Chosen(ChosenSides { first, second }) => write!(f, "{}:{}", list(first), list(second)),
        }
    }
}

impl FromStr for SidePart {
    type Err = SidesError;
    fn from_str(text: &str) -> Result<Self, SidesError> {
        part(text)
    }
}

fn part(text: &str) -> Result<SidePart, SidesError> {
    if let Some(domain) = Domain::ALL.into_iter().find(|domain| domain.code() == text) {
        return Ok(SidePart::Domain(domain));
    }
    KindCode::new(text).map(SidePart::Kind).map_err(|_| SidesError::Unknown(text.chars().take(SHOWN_CHARS_MAX).collect()))
}
