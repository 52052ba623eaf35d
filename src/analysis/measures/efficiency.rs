//! Global efficiency, and its complement: distance-weighted fragmentation.

use super::{DistanceCounts, Measure, Reason};

/// Global efficiency: how short are the lines between any two partners, on average?
///
/// Takes: distance counts of all pairs, over known lines and with every unknown pair linked.
/// Gives: mean of 1/d over all pairs, 0 ..= 1; a pair that cannot reach each other adds 0; `low` = value, `high` exact.
/// Undefined (fewer than two nodes): `TooFewMembers`.
/// Cost: O(diameter). Deterministic.
/// Source: V. Latora & M. Marchiori, Phys. Rev. Lett. 87, 198701, 2001, doi:10.1103/PhysRevLett.87.198701.
/// Checked: star, path, complete, two cliques with a bridge in closed form; data/oracles (NetworkX).
pub fn global_efficiency(known: &DistanceCounts, completed: &DistanceCounts) -> Measure {
    match (known.mean_inverse(), completed.mean_inverse()) {
        (Some(value), Some(high)) => Measure::between(value, value, high),
        _ => Measure::absent(Reason::TooFewMembers),
    }
}

/// Distance-weighted fragmentation: how far apart is the network, where no path is farthest?
///
/// Takes: distance counts of all pairs, over known lines and with every unknown pair linked.
/// Gives: DF = 1 − mean of 1/d, 0 ..= 1; `high` = value, `low` with every unknown pair linked, exact.
/// Undefined (fewer than two nodes): `TooFewMembers`.
/// Cost: O(diameter). Deterministic.
/// Source: S. Borgatti, Comput. Math. Organ. Theory 12, 21–34, 2006, doi:10.1007/s10588-006-7084-x.
/// Checked: the worked example with a partner removed; data/oracles (NetworkX).
pub fn distance_fragmentation(known: &DistanceCounts, completed: &DistanceCounts) -> Measure {
    match (known.mean_inverse(), completed.mean_inverse()) {
        (Some(value), Some(high)) => Measure::between(1.0 - high, 1.0 - value, 1.0 - value),
        _ => Measure::absent(Reason::TooFewMembers),
    }
}
