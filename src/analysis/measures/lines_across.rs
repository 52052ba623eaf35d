//! The lines between the two sides: how short, how many short, how many none.

use super::{DistanceCounts, Measure, Reason};

/// Longest line that is called short, in steps: at most one partner in between.
pub const SHORT_LINE_STEPS_MAX: usize = 2;

/// Cross efficiency: how short are the lines between the two sides, on average?
///
/// Takes: distance counts from the medical to the social side, over known lines and with every unknown pair linked; lines of
/// governance partners are no steps.
/// Gives: mean of 1/d over all pairs across, 0 ..= 1; a pair that cannot reach each other adds 0; `low` = value, `high` exact.
/// Undefined (a side is empty): `EmptySide`.
/// Cost: O(diameter). Deterministic.
/// Source: V. Latora & M. Marchiori, Phys. Rev. Lett. 87, 198701, 2001, doi:10.1103/PhysRevLett.87.198701, restricted to pairs
/// across.
/// Checked: the worked example; star, path and two cliques in closed form; data/oracles (NetworkX).
pub fn cross_efficiency(known: &DistanceCounts, completed: &DistanceCounts) -> Measure {
    match (known.mean_inverse(), completed.mean_inverse()) {
        (Some(value), Some(high)) => Measure::between(value, value, high),
        _ => Measure::absent(Reason::EmptySide),
    }
}

/// Short-line share: which part of the pairs across is at most two steps apart?
///
/// Takes: as `cross_efficiency`.
/// Gives: pairs across with d ≤ 2 / all pairs across, 0 ..= 1; `low` = value, `high` exact.
/// Undefined (a side is empty): `EmptySide`.
/// Cost: O(1). Deterministic. Source: a count over shortest paths. Checked: the worked example; data/oracles (NetworkX).
pub fn short_line_share(known: &DistanceCounts, completed: &DistanceCounts) -> Measure {
    match (known.share_within(SHORT_LINE_STEPS_MAX), completed.share_within(SHORT_LINE_STEPS_MAX)) {
        (Some(value), Some(high)) => Measure::between(value, value, high),
        _ => Measure::absent(Reason::EmptySide),
    }
}

/// Unreachable pairs: how many pairs across cannot reach each other at all over known lines?
///
/// Takes: as `cross_efficiency`.
/// Gives: pairs across without a path, a count; `high` = value, `low` with every unknown pair linked, exact.
/// Undefined (a side is empty): `EmptySide`.
/// Cost: O(diameter). Deterministic. Source: a count over shortest paths. Checked: disconnected graphs; data/oracles (NetworkX).
pub fn unreachable_pairs(known: &DistanceCounts, completed: &DistanceCounts) -> Measure {
    if known.pairs() == 0 {
        return Measure::absent(Reason::EmptySide);
    }
    let value = known.unreachable() as f64;
    Measure::between(completed.unreachable() as f64, value, value)
}
