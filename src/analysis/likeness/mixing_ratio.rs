//! Mixing ratio distance: do the same domains have more, or fewer, lines than chance gives?

use super::Compared;
use crate::analysis::measures::{Mixing, RESPONSE_SHARE_MIN, SIDE_MEMBERS_MIN, Tally};
use crate::model::Domain;

/// Unordered pairs of domains, each domain with itself included.
pub const DOMAIN_PAIRS: usize = Domain::ALL.len() * (Domain::ALL.len() + 1) / 2;
/// A pair of domains weighs as much as a kind of partner that is expected in every coalition.
pub const DOMAIN_PAIR_WEIGHT: u32 = 2;
/// Distance between the two ends of a ratio, −1 and 1.
const RATIO_RANGE: f64 = 2.0;

/// How the lines of one coalition stand to chance: one number a pair of domains, in the order of `domain_pairs`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MixingRatios {
    /// Not a number where there is none.
    ratios: [f64; DOMAIN_PAIRS],
}

/// Every unordered pair of domains: places in `Domain::ALL`, the smaller first.
pub fn domain_pairs() -> impl Iterator<Item = (usize, usize)> {
    let count = Domain::ALL.len();
    (0..count).flat_map(move |a| (a..count).map(move |b| (a, b)))
}

impl MixingRatios {
    /// No number at all: a coalition that is being prepared, or of which no lines are compared.
    pub const NONE: Self = Self { ratios: [f64::NAN; DOMAIN_PAIRS] };

    /// Mixing ratios: which domains have more lines with each other than chance gives, and which fewer?
    ///
    /// Takes: a mixing matrix over the domains (`measures::domain_groups`).
    /// Gives: for each pair of domains (O − E)/(O + E), −1 ..= 1, where O are the known lines and E as many as would fall there if all
    /// fell at random on the pairs that are not unknown: −1 is none, 0 as chance gives, ⅓ twice as many. It is the hyperbolic tangent
    /// of half the log ratio ½ ln(O/E): as symmetric as that one (twice as many and half as many lie as far from 0), and defined
    /// without lines, where a log ratio is not.
    /// Undefined: no number for a pair of which a domain has fewer than three partners, or of which less than 60% of the pairs of
    /// partners is known; nor for any pair when there are no lines, or no pair is known to have none: chance would say what is.
    /// Cost: O(1). Deterministic.
    /// Source: the electivity index of V. Ivlev (Experimental Ecology of the Feeding of Fishes, 1961), used here for lines instead of
    /// prey; its merits and limits: J. Jacobs, Oecologia 14, 413–417, 1974, doi:10.1007/BF00384581. Expected lines: M. Newman, Phys.
    /// Rev. E 67, 026126, 2003, doi:10.1103/PhysRevE.67.026126.
    /// Checked: closed forms; the worked example.
    pub fn of(mixing: &Mixing) -> Self {
        let all = mixing.all();
        let mut ratios = [f64::NAN; DOMAIN_PAIRS];
        if all.ties == 0 || all.known() == all.ties {
            return Self { ratios };
        }
        for (ratio, (a, b)) in ratios.iter_mut().zip(domain_pairs()) {
            let tally = mixing.tally(a, b);
            if mixing.size(a).min(mixing.size(b)) < SIDE_MEMBERS_MIN || !is_known_well(tally) {
                continue;
            }
            let expected = all.ties as f64 * tally.known() as f64 / all.known() as f64;
            *ratio = (tally.ties as f64 - expected) / (tally.ties as f64 + expected);
        }
        Self { ratios }
    }

    /// The number of a pair of domains, by its place in `domain_pairs`.
    pub fn ratio(&self, pair: usize) -> Option<f64> {
        self.ratios.get(pair).copied().filter(|it| it.is_finite())
    }
}

/// Is enough known of the pairs of partners between two domains?
fn is_known_well(tally: Tally) -> bool {
    tally.known() > 0 && tally.known() as f64 >= RESPONSE_SHARE_MIN * tally.possible as f64
}

/// Mixing ratio distance: how differently do the domains of two coalitions find each other?
///
/// Takes: the ratios of two coalitions.
/// Gives: the mean over the pairs of domains of which both have a number, each |a − b| / 2, 0 ..= 1, with its weight.
/// Undefined (no pair has a number in both): no distance.
/// Cost: O(1). Deterministic. Source: `MixingRatios::of`, and Gower's coefficient as in `coverage_distance`.
/// Checked: closed forms; symmetric, 0 with itself, within bounds; data/oracles (NumPy).
pub fn mixing_distance(one: &MixingRatios, other: &MixingRatios) -> Compared {
    let (mut differences, mut features) = (0.0, 0u32);
    for (a, b) in one.ratios.iter().zip(&other.ratios) {
        let difference = (a - b).abs() / RATIO_RANGE;
        if difference.is_finite() {
            differences += difference;
            features += 1;
        }
    }
    let weight = features * DOMAIN_PAIR_WEIGHT;
    Compared { differences: differences * f64::from(DOMAIN_PAIR_WEIGHT), weight, features }
}
