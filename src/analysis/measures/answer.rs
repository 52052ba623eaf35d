//! What a measure answers: a number with its bounds, or the reason why there is none.

use super::{Baseline, BaselineReason};
use crate::analysis::nulls::Verdict;
use crate::model::Words;
use serde::Serialize;
use utoipa::ToSchema;

/// Fewest partners on a side for a ratio between the sides that can be compared.
pub const SIDE_MEMBERS_MIN: u64 = 3;

/// One measure. Every number in it is finite; without a `value` there is a `reason`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Measure {
    /// The measure over the lines that are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The least it can be, whatever the unknown pairs turn out to be; absent for measures without exact bounds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// The most it can be, whatever the unknown pairs turn out to be; absent for measures without exact bounds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// What it would be over the pairs of which both partners gave their whole list, as far as these stand for all; may lie outside
    /// `low` and `high`. Absent with fewer than ten such pairs, without a round, where nothing is unknown, and for most measures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub estimate: Option<f64>,
    /// What it would be if the same number of lines fell at random on the pairs that are not unknown; for a measure without such
    /// a formula, the mean of the draws.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<f64>,
    /// How many standard deviations of chance the value lies above what chance gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub z: Option<f64>,
    /// Two-sided: the share of what chance gives that lies at least as far from its mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p: Option<f64>,
    /// What `z` and `p` were held against.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
    /// Why there is no `z` and `p`, where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline_reason: Option<BaselineReason>,
    /// Why there is no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// Why the value can mislead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caution: Option<Caution>,
}

impl Measure {
    /// A number without bounds. A number that is not finite becomes the reason `reason`.
    pub(super) fn of(value: f64, reason: Reason) -> Self {
        if value.is_finite() { Self { value: Some(value), ..Self::default() } } else { Self::absent(reason) }
    }
    /// A number that is known exactly.
    pub(super) fn exact(value: f64) -> Self {
        Self::between(value, value, value)
    }
    /// A number with its bounds.
    pub(super) fn between(low: f64, value: f64, high: f64) -> Self {
        Self { value: Some(value), low: Some(low), high: Some(high), ..Self::default() }
    }
    /// No number.
    pub(super) fn absent(reason: Reason) -> Self {
        Self { reason: Some(reason), ..Self::default() }
    }
    /// The same with a caution, unless it has one or has no value.
    pub(super) fn but(self, when: bool, caution: Caution) -> Self {
        if when && self.value.is_some() { Self { caution: self.caution.or(Some(caution)), ..self } } else { self }
    }
    /// The same with what chance would give.
    pub(super) fn expecting(self, expected: Option<f64>) -> Self {
        Self { expected, ..self }
    }
    /// The same with what those pairs give of which both answered.
    pub(super) fn estimating(self, estimate: Option<f64>) -> Self {
        Self { estimate, ..self }
    }
    /// The same held against what chance drew, or with the reason why it is not. A measure without a value has nothing to hold.
    pub(super) fn held_against(self, baseline: Baseline, found: Result<Verdict, BaselineReason>) -> Self {
        match found {
            _ if self.value.is_none() => Self { baseline_reason: Some(BaselineReason::NoValue), ..self },
            Ok(Verdict { z, p, .. }) => Self { z: Some(z), p: Some(p), baseline: Some(baseline), ..self },
            Err(reason) => Self { baseline_reason: Some(reason), ..self },
        }
    }
}

/// `of / whole`; `None` when there is no whole.
pub(super) fn share(of: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| of as f64 / whole as f64)
}

/// Why a measure has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Nobody takes part.
    NoMembers,
    /// One partner makes no pair.
    TooFewMembers,
    /// There is no known line.
    NoLines,
    /// Every line lies within one and the same domain.
    OneDomain,
    /// No partner on one of the two sides.
    EmptySide,
    /// Nobody has two lines.
    NoTriples,
    /// No line is known among the partners of the two sides.
    NoSideLines,
    /// The network was read from documents; nobody was asked.
    Documents,
    /// Nobody stands between others where there are fewer than three.
    NobodyBetween,
    /// The partner itself has no known line.
    WithoutLines,
    /// No core can be told apart: everybody has the same lines, or there are too few partners.
    NoContrast,
    /// Of no pair did both partners answer.
    NoAnsweredPairs,
    /// Nobody is said to refer to, or to deliver for, anybody.
    NoDirectedLines,
    /// Of no line are the persons known, or of a side nobody.
    NoPersons,
    /// Every possible line is there.
    Complete,
    /// It counts so few people that who is not of the coalition is not told.
    FewPeople,
}

impl Reason {
    /// The sentence for a user.
    pub fn words(self) -> Words {
        let (nl, en) = match self {
            Self::NoMembers => ("Er doet nog niemand mee.", "Nobody takes part yet."),
            Self::TooFewMembers => ("Er zijn minstens twee partners nodig.", "At least two partners are needed."),
            Self::NoLines => ("Er is nog geen lijn bekend.", "No line is known yet."),
            Self::OneDomain => ("Alle lijnen liggen binnen één domein.", "All lines lie within one domain."),
            Self::EmptySide => {
                ("Aan een van de twee kanten doet nog niemand mee.", "Nobody takes part yet on one of the two sides.")
            }
            Self::NoTriples => ("Geen enkele partner heeft twee lijnen.", "No partner has two lines."),
            Self::NoSideLines => {
                ("Er is geen lijn bekend binnen of tussen de twee kanten.", "No line is known within or between the two sides.")
            }
            Self::NoAnsweredPairs => {
                ("Van geen enkel paar hebben beide partners geantwoord.", "Of no pair did both partners answer.")
            }
            Self::NoPersons => (
                "Er zijn nog geen personen bekend over wie de lijnen lopen.",
                "No persons are known yet over whom the lines run.",
            ),
            Self::NoDirectedLines => {
                ("Van niemand is bekend naar wie die verwijst.", "Of nobody is it known whom they refer to.")
            }
            Self::Complete => ("Elke mogelijke lijn is er.", "Every possible line is there."),
            Self::FewPeople => (
                "Het gaat om weinig mensen; het aantal is alleen voor wie bij de coalitie hoort.",
                "It is about few people; the number is only for who is of the coalition.",
            ),
            Self::Documents => {
                ("Het netwerk komt uit documenten; niemand is bevraagd.", "The network comes from documents; nobody was asked.")
            }
            Self::NobodyBetween => ("Er zijn minstens drie partners nodig.", "At least three partners are needed."),
            Self::WithoutLines => ("Van deze partner is nog geen lijn bekend.", "No line of this partner is known yet."),
            Self::NoContrast => ("Er is geen kern van een rand te onderscheiden.", "No core can be told apart from a periphery."),
        };
        Words { nl: nl.to_owned(), en: en.to_owned() }
    }
}

/// Why a value can mislead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Caution {
    /// Fewer than three partners on a side: one line more or less changes everything.
    SmallSide,
    /// Nothing is known of some pairs, and this measure has no exact bounds.
    UnknownPairs,
    /// Of no pair is it known that there is no line, so chance gives nothing to hold against.
    NoKnownAbsence,
    /// Of some lines the persons are not known; each "somebody" counts as one person.
    Anonymous,
}

impl Caution {
    /// The sentence for a user.
    pub fn words(self) -> Words {
        let (nl, en) = match self {
            Self::SmallSide => (
                "Aan een van de kanten staan minder dan drie partners; vergelijk dit getal niet met dat van een ander.",
                "One of the sides has fewer than three partners; do not compare this number with another's.",
            ),
            Self::UnknownPairs => (
                "Van een deel van de paren is niet bekend of er een lijn is; dit getal kan daardoor hoger of lager zijn.",
                "Of some pairs it is not known whether there is a line; this number may therefore be higher or lower.",
            ),
            Self::Anonymous => (
                "Van een deel van de lijnen zijn de personen niet bekend; elke onbekende telt als één persoon.",
                "Of some lines the persons are not known; each unknown counts as one person.",
            ),
            Self::NoKnownAbsence => (
                "Van geen enkel paar is bekend dat er géén lijn is; wat toeval zou geven is daarom niet te zeggen.",
                "Of no pair is it known that there is no line; what chance would give can therefore not be said.",
            ),
        };
        Words { nl: nl.to_owned(), en: en.to_owned() }
    }
}
