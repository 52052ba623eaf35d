//! The E-I index, over all domains and over the two sides.

use super::{Caution, Measure, Mixing, Reason, SIDE_MEMBERS_MIN, SideMixing, Tally};

/// E-I index: do lines run outward, between groups, or inward, within them?
///
/// Takes: undirected, unweighted; the mixing matrix of the domains.
/// Gives: (E − I) / (E + I), −1 (all inward) ..= 1 (all outward); exact bounds for the unknown pairs; `expected` from the
/// group sizes, (B − W) / (B + W) over the pairs that are not unknown.
/// Undefined (no lines): `NoLines`. Without a pair known to have no line `expected` is left out, with a caution.
/// Cost: O(g²) for g groups. Deterministic.
/// Source: D. Krackhardt & R. Stern, Soc. Psychol. Q. 51, 123–140, 1988, doi:10.2307/2786835.
/// Checked: the worked example; star and complete graphs in closed form; data/oracles (NetworkX's mixing matrix).
pub fn e_i_index(mixing: &Mixing) -> Measure {
    outward(mixing.between(), mixing.within(), Reason::NoLines)
}

/// E-I index of the two sides: do lines run between the medical and the social side, or within them?
///
/// Over all domains the index is blind to this gap: a municipality with a line to everybody gives +1 without one
/// medical–social line.
///
/// Takes: undirected, unweighted; the mixing matrix of the sides. Nodes on neither side and their lines are left out.
/// Gives: as `e_i_index`.
/// Undefined: a side is empty (`EmptySide`), or there is no line among the nodes of the sides (`NoSideLines`).
/// Caution: a side of fewer than three.
/// Cost: O(1). Deterministic.
/// Source: as `e_i_index`, on two groups.
/// Checked: the worked example, two cliques with a bridge.
pub fn e_i_index_sides(sides: &SideMixing) -> Measure {
    match sides.fault() {
        Some(reason) => Measure::absent(reason),
        None => outward(sides.across(), sides.inside(), Reason::NoSideLines)
            .but(sides.smaller() < SIDE_MEMBERS_MIN, Caution::SmallSide),
    }
}

// E, I: known lines between and within groups; B, W: pairs between and within; U_E, U_I: unknown pairs between and within.
fn outward(between: Tally, within: Tally, undefined: Reason) -> Measure {
    let index = |outward: u64, inward: u64| (outward as f64 - inward as f64) / (outward + inward) as f64;
    if between.ties + within.ties == 0 {
        return Measure::absent(undefined);
    }
    let unknown = between.unknown + within.unknown;
    let no_known_absence = unknown > 0 && between.known() + within.known() == between.ties + within.ties;
    Measure::between(
        index(between.ties, within.ties + within.unknown),
        index(between.ties, within.ties),
        index(between.ties + between.unknown, within.ties),
    )
    .expecting((!no_known_absence).then(|| index(between.known(), within.known())))
    .but(no_known_absence, Caution::NoKnownAbsence)
}
