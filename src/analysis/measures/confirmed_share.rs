//! How many of the lines that are named are named by both ends.

use super::answer::share;
use super::{Measure, Reason};

/// Pairs of which both ends answered, by how many of the two name the line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Dyads {
    /// Both name it.
    pub mutual: u64,
    /// One of them does.
    pub asymmetric: u64,
    /// Neither does.
    pub null: u64,
}

impl Dyads {
    /// Counts pairs; takes for each what its two ends answered.
    pub fn of(answers: impl IntoIterator<Item = [bool; 2]>) -> Self {
        answers.into_iter().fold(Self::default(), |mut dyads, answer| {
            match answer {
                [true, true] => dyads.mutual += 1,
                [false, false] => dyads.null += 1,
                _ => dyads.asymmetric += 1,
            }
            dyads
        })
    }
}

/// Confirmed share: of which part of the lines that one of two answering partners names does the other say so too?
///
/// Takes: the dyad census over pairs of which both ends answered; a pair of which one end was not asked tells nothing.
/// Gives: M/(M + A), 0 ..= 1.
/// Undefined (no pair of which both answered): `NoAnsweredPairs`; (none of them named): `NoLines`.
/// Cost: O(1). Deterministic.
/// Source: P. W. Holland & S. Leinhardt, Am. J. Sociol. 76, 492–513, 1970, doi:10.1086/224954 (the dyad census).
/// Checked: by hand; laws: swapping the ends changes nothing, r = 2M/(2M + A) of `reciprocity`.
pub fn confirmed_share(dyads: Dyads) -> Measure {
    if dyads == Dyads::default() {
        return Measure::absent(Reason::NoAnsweredPairs);
    }
    share(dyads.mutual, dyads.mutual + dyads.asymmetric).map_or(Measure::absent(Reason::NoLines), Measure::exact)
}
