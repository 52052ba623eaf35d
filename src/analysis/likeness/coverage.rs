//! Norm coverage distance: do the same kinds of partner take part?

use crate::model::Expected;

/// What is known of one kind of partner in one coalition. The order is a scale: from none to taking part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KindState {
    /// A closed list does not name one.
    Absent,
    /// The coalition wants one in.
    Wanted,
    /// Only the kind is named, or it was approached, or it is named as working along.
    Near,
    /// A named partner takes part, or signed.
    TakesPart,
}

/// Steps from one end of the scale to the other.
const STEPS: f64 = KindState::TakesPart as u8 as f64;
/// Mark of a kind of which nothing is known.
const UNKNOWN: u8 = u8::MAX;

/// The weight of an expected kind: core 2, often 1; what is expected in some coalitions only says nothing about likeness.
pub fn kind_weight(expected: Expected) -> u32 {
    match expected {
        Expected::Core => 2,
        Expected::Often => 1,
        Expected::Optional => 0,
    }
}

/// The kinds of one coalition: one byte a kind of the norm, in one order for all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage(Vec<u8>);

impl Coverage {
    /// Takes the state of each kind of the norm; `None`: nothing is known of it.
    pub fn of(states: impl IntoIterator<Item = Option<KindState>>) -> Self {
        Self(states.into_iter().map(|state| state.map_or(UNKNOWN, |state| state as u8)).collect())
    }
    /// The state of a kind; `None`: unknown, or no such kind.
    pub fn state(&self, kind: usize) -> Option<KindState> {
        match self.0.get(kind)? {
            0 => Some(KindState::Absent),
            1 => Some(KindState::Wanted),
            2 => Some(KindState::Near),
            3 => Some(KindState::TakesPart),
            _ => None,
        }
    }
    /// Number of kinds.
    pub fn kinds(&self) -> usize {
        self.0.len()
    }
}

/// What a distance over some features adds up to: before it is divided, so that two of them add up as well.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Compared {
    /// Differences, each 0 ..= 1, times their weight.
    pub differences: f64,
    /// Weight of what could be compared.
    pub weight: u32,
    /// Number of features that could be compared.
    pub features: u32,
}

impl Compared {
    /// The mean difference, 0 ..= 1; `None` when nothing could be compared.
    pub fn distance(self) -> Option<f64> {
        (self.weight > 0).then(|| (self.differences / f64::from(self.weight)).clamp(0.0, 1.0))
    }
    /// Both together.
    pub fn and(self, other: Self) -> Self {
        Self {
            differences: self.differences + other.differences,
            weight: self.weight + other.weight,
            features: self.features + other.features,
        }
    }
}

/// Norm coverage distance: how far apart are two coalitions in which kinds of partner take part?
///
/// Takes: the states of two coalitions over the same kinds of the norm, and the weight of each kind.
/// Gives: Gower's coefficient as a distance, 0 ..= 1: the weighted mean over the kinds of which both are known, each by its steps
/// on the scale (none, wanted, near, takes part) out of three. A kind that is unknown in either is left out, so that silence makes
/// nobody alike nor different; how much was compared stands beside it.
/// Undefined (no kind is known in both): no distance. Panics: never; kinds beyond the shorter list are left out.
/// Cost: O(kinds). Deterministic.
/// Source: J. Gower, Biometrics 27, 857–871, 1971, doi:10.2307/2528823; steps on a scale: J. Podani, Taxon 48, 331–340, 1999,
/// doi:10.2307/1224438 (without its correction for ties).
/// Checked: closed forms; symmetric, 0 with itself, within bounds, the same in any order of kinds; data/oracles (NumPy).
pub fn coverage_distance(one: &Coverage, other: &Coverage, weights: &[u32]) -> Compared {
    let (mut steps, mut weight, mut features) = (0u32, 0u32, 0u32);
    for ((&a, &b), &of) in one.0.iter().zip(&other.0).zip(weights) {
        if a != UNKNOWN && b != UNKNOWN && of > 0 {
            steps += of * u32::from(a.abs_diff(b));
            weight += of;
            features += 1;
        }
    }
    Compared { differences: f64::from(steps) / STEPS, weight, features }
}
