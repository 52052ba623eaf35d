//! What a number was held against, or why it was not held against anything.

use crate::analysis::nulls::NoVerdict;
use crate::model::Words;
use serde::Serialize;
use utoipa::ToSchema;

/// What chance was allowed to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Null {
    /// The groups are dealt out anew; the lines stay.
    Labels,
    /// As many lines, on any pairs.
    RandomLinks,
    /// Everybody keeps their number of lines; with whom is drawn.
    Rewired,
}

impl Null {
    /// The sentence for a user.
    pub fn words(self) -> Words {
        let (nl, en) = match self {
            Self::Labels => (
                "Vergeleken met dezelfde lijnen, maar met de partners willekeurig over de groepen verdeeld.",
                "Held against the same lines, with the partners dealt out over the groups at random.",
            ),
            Self::RandomLinks => (
                "Vergeleken met netwerken waarin evenveel lijnen op willekeurige paren vallen.",
                "Held against networks in which as many lines fall on random pairs.",
            ),
            Self::Rewired => (
                "Vergeleken met netwerken waarin iedereen evenveel lijnen heeft als nu, maar met willekeurige anderen.",
                "Held against networks in which everybody has as many lines as now, but with random others.",
            ),
        };
        Words { nl: nl.to_owned(), en: en.to_owned() }
    }
}

/// What a number was held against. The same seed and number of draws give the same answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Baseline {
    /// What chance was allowed to change.
    pub null: Null,
    /// How many possibilities were looked at.
    pub draws: u64,
    /// Were these all possibilities, so that nothing was left to a seed?
    pub exact: bool,
    /// Where the draws began; absent when all possibilities were looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
}

/// Why a number is not held against chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BaselineReason {
    /// The measure has no value.
    NoValue,
    /// The network was read from documents; nobody was asked.
    Documents,
    /// Fewer than 60 % of the partners that take part answered, on a side or, for a number about everybody, of all.
    LowResponse,
    /// Of no pair is it known that there is no line.
    NoKnownAbsence,
    /// Chance gives the same number every time.
    NoSpread,
    /// So few outcomes are possible that not even the most extreme one would stand out.
    OutOfReach,
}

impl From<NoVerdict> for BaselineReason {
    fn from(why: NoVerdict) -> Self {
        match why {
            NoVerdict::Nothing => Self::NoValue,
            NoVerdict::NoSpread => Self::NoSpread,
            NoVerdict::OutOfReach => Self::OutOfReach,
        }
    }
}

impl BaselineReason {
    /// The sentence for a user.
    pub fn words(self) -> Words {
        let (nl, en) = match self {
            Self::NoValue => ("Er is geen getal om met toeval te vergelijken.", "There is no number to hold against chance."),
            Self::Documents => (
                "Het netwerk komt uit documenten; niemand is bevraagd, dus toeval zegt hier niets.",
                "The network comes from documents; nobody was asked, so chance says nothing here.",
            ),
            Self::LowResponse => (
                "Van de partners die meedoen antwoordde, aan een van de kanten of van allen samen, minder dan 60 %; een vergelijking met toeval zou vooral laten zien wie antwoordde.",
                "Of the partners that take part, on one of the sides or of all together, fewer than 60 % answered; a comparison with chance would mostly show who answered.",
            ),
            Self::NoKnownAbsence => (
                "Van geen enkel paar is bekend dat er géén lijn is; wat toeval zou geven is daarom niet te zeggen.",
                "Of no pair is it known that there is no line; what chance would give can therefore not be said.",
            ),
            Self::NoSpread => ("Toeval geeft hier elke keer hetzelfde getal.", "Chance gives the same number here every time."),
            Self::OutOfReach => (
                "Het netwerk is te klein: zelfs de uiterste uitkomst zou niet opvallen.",
                "The network is too small: not even the most extreme outcome would stand out.",
            ),
        };
        Words { nl: nl.to_owned(), en: en.to_owned() }
    }
}
