//! Density between the sides, and how it compares with the whole network.

use super::answer::share;
use super::{Caution, Measure, Reason, SIDE_MEMBERS_MIN, SideMixing, Tally};

/// Cross density: which part of all medical–social lines that could be there is there?
///
/// Takes: undirected, unweighted; the mixing matrix of the sides.
/// Gives: lines across / (|M|·|S|), 0 ..= 1; exact bounds for the unknown pairs; `expected`: if the same number of lines fell at
/// random on all pairs of the network that are not unknown.
/// Undefined (a side is empty): `EmptySide`. Caution: a side of fewer than three. Without a pair known to have no line
/// `expected` is left out, with a caution.
/// Cost: O(1). Deterministic.
/// Source: S. Wasserman & K. Faust, Social Network Analysis, 1994, doi:10.1017/CBO9780511815478, ch. 4, on two blocks.
/// Checked: the worked example, two cliques with a bridge; data/oracles (NetworkX).
pub fn cross_density(sides: &SideMixing) -> Measure {
    let across = sides.across();
    let (Some(value), Some(high)) = (share(across.ties, across.possible), share(across.ties + across.unknown, across.possible))
    else {
        return Measure::absent(Reason::EmptySide);
    };
    let no_known_absence = no_known_absence(sides.all());
    let expected = (!no_known_absence).then(|| expected_cross_ties(sides)).flatten();
    Measure::between(value, value, high)
        .expecting(expected.map(|ties| ties / across.possible as f64))
        .but(sides.smaller() < SIDE_MEMBERS_MIN, Caution::SmallSide)
        .but(no_known_absence, Caution::NoKnownAbsence)
}

/// Expected lines across: how many medical–social lines would there be if lines fell at random?
///
/// Takes: the mixing matrix of the sides.
/// Gives: m · (known pairs across / known pairs), in lines, where known pairs are those that are not unknown.
/// Undefined (nothing is known of any pair, or there is none): `None`.
/// Cost: O(1). Deterministic.
/// Source: mean of the hypergeometric distribution. Checked: the worked example.
pub fn expected_cross_ties(sides: &SideMixing) -> Option<f64> {
    let all = sides.all();
    share(all.ties * sides.across().known(), all.known())
}

/// Domain-gap ratio: are there fewer medical–social lines than the network as a whole would give?
///
/// Takes: undirected, unweighted; the mixing matrix of the sides.
/// Gives: cross density / overall density = observed / expected medical–social lines; 0 (none) … 1 (as many as elsewhere) …;
/// exact bounds for the unknown pairs: it rises with a line across and falls with any other.
/// Undefined: a side is empty (`EmptySide`), or there is no line at all (`NoLines`). Caution: a side of fewer than three.
/// Cost: O(1). Deterministic.
/// Source: ratio of two densities (`density`, `cross_density`).
/// Checked: two cliques with a bridge in closed form; every completion of small networks.
pub fn domain_gap_ratio(sides: &SideMixing) -> Measure {
    let (all, across) = (sides.all(), sides.across());
    if let Some(reason) = sides.fault() {
        return Measure::absent(reason);
    }
    if all.ties == 0 {
        return Measure::absent(Reason::NoLines);
    }
    let elsewhere_unknown = all.unknown - across.unknown;
    // Both densities share the factor all pairs / pairs across.
    let ratio = |ties_across: u64, ties: u64| (ties_across as f64 * all.possible as f64) / (ties as f64 * across.possible as f64);
    Measure::between(
        ratio(across.ties, all.ties + elsewhere_unknown),
        ratio(across.ties, all.ties),
        ratio(across.ties + across.unknown, all.ties + across.unknown),
    )
    .but(sides.smaller() < SIDE_MEMBERS_MIN, Caution::SmallSide)
    .but(no_known_absence(all), Caution::NoKnownAbsence)
}

fn no_known_absence(all: Tally) -> bool {
    all.unknown > 0 && all.known() == all.ties
}
