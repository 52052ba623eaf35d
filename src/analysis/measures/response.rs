//! Who answered, and of which pairs something is known.

use super::answer::share;
use super::{Measure, Reason, Tally};

/// A round in which partners were asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Response {
    /// How many were asked. Where it is not recorded who was asked and did not answer: everybody who takes part.
    pub asked: u32,
    /// How many of them answered.
    pub answered: u32,
}

/// Response share: which part of those who were asked answered?
///
/// Takes: the round, if there was one.
/// Gives: answered / asked, 0 ..= 1. Where it is not recorded who was asked and did not answer, everybody who takes part counts as
/// asked: the share is then of the partners that take part, and no more than the share of those who were asked.
/// Undefined (no round, or nobody was asked in it): `Documents`.
/// Cost: O(1). Deterministic. Source: a count. Checked: by hand.
pub fn response_share(round: Option<Response>) -> Measure {
    match round.and_then(|round| share(u64::from(round.answered.min(round.asked)), u64::from(round.asked))) {
        Some(value) => Measure::exact(value),
        None => Measure::absent(Reason::Documents),
    }
}

/// Share of known pairs: of which part of all pairs is it known whether there is a line?
///
/// Takes: the counts of all pairs.
/// Gives: known pairs / all pairs, 0 ..= 1; 1 for a network that is imported as complete.
/// Undefined (fewer than two nodes): `TooFewMembers`.
/// Cost: O(1). Deterministic. Source: a count. Checked: by hand.
pub fn known_pair_share(all: Tally) -> Measure {
    share(all.known(), all.possible).map_or(Measure::absent(Reason::TooFewMembers), Measure::exact)
}
