//! Departure: what a network loses with one partner.

use super::distances::{distance_counts, steps};
use super::{DistanceCounts, Measure, Reason};
use crate::analysis::effort::{Cancelled, Effort};
use crate::network::Graph;
use serde::Serialize;
use utoipa::ToSchema;

/// The network without one partner. Changes compare the same pairs, of those who remain, before and after: otherwise the leaving of
/// somebody with one line would look like a gain.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Departure {
    /// Share of the remaining pairs that cannot reach each other, 0 ..= 1.
    pub fragmentation: Measure,
    /// 1 − mean of 1/d over the remaining pairs, 0 ..= 1.
    pub distance_fragmentation: Measure,
    /// Change in the share that cannot reach each other, 0 (none) ..= 1.
    pub fragmentation_change: Measure,
    /// Change in 1 − mean of 1/d, 0 (none) ..= 1.
    pub distance_fragmentation_change: Measure,
    /// Change in the cross efficiency, −1 ..= 0 (none).
    pub cross_efficiency_change: Measure,
}

/// Departure: what would the others lose if one partner left?
///
/// Takes: undirected, unweighted graph; the graph of the lines that are steps between the sides; the nodes of two disjoint sides; how
/// long it may take.
/// Gives: one answer a node, see `Departure`.
/// Undefined: fewer than two others (`TooFewMembers`); no others on a side (`EmptySide`).
/// Cost: n times all distances: for one coalition, not for a country. Deterministic. Cancelled: `Cancelled`.
/// Source: S. Borgatti, Comput. Math. Organ. Theory 12, 21–34, 2006, doi:10.1007/s10588-006-7084-x (the key player problem), the
/// changes over the pairs that remain.
/// Checked: star, path, complete in closed form; the worked example; data/oracles (NetworkX).
pub fn departures(
    graph: &Graph,
    across: &Graph,
    one: &[u32],
    other: &[u32],
    effort: &Effort,
) -> Result<Vec<Departure>, Cancelled> {
    let nodes = graph.nodes();
    let mut found = Vec::with_capacity(nodes);
    let mut gone = vec![false; nodes];
    for leaver in 0..nodes as u32 {
        effort.step(u64::from(leaver), nodes as u64)?;
        let remain = |of: &[u32]| of.iter().copied().filter(|&node| node != leaver).collect::<Vec<_>>();
        let others: Vec<u32> = (0..nodes as u32).filter(|&node| node != leaver).collect();
        let (one, other) = (remain(one), remain(other));
        gone[leaver as usize] = true;
        let without = |graph: &Graph, from: &[u32], to: &[u32]| distance_counts(&steps(graph, &gone), from, to);
        let whole = (distance_counts(graph, &others, &others), without(graph, &others, &others));
        let sides = (distance_counts(across, &one, &other), without(across, &one, &other));
        gone[leaver as usize] = false;
        let split = |counts: &DistanceCounts| (counts.pairs() > 0).then(|| counts.unreachable() as f64 / counts.pairs() as f64);
        let far = |counts: &DistanceCounts| counts.mean_inverse().map(|mean| 1.0 - mean);
        found.push(Departure {
            fragmentation: measure(split(&whole.1), Reason::TooFewMembers),
            distance_fragmentation: measure(far(&whole.1), Reason::TooFewMembers),
            fragmentation_change: change(split(&whole.0), split(&whole.1), Reason::TooFewMembers),
            distance_fragmentation_change: change(far(&whole.0), far(&whole.1), Reason::TooFewMembers),
            cross_efficiency_change: change(sides.0.mean_inverse(), sides.1.mean_inverse(), Reason::EmptySide),
        });
    }
    Ok(found)
}

fn measure(value: Option<f64>, otherwise: Reason) -> Measure {
    value.map_or(Measure::absent(otherwise), |value| Measure::of(value, otherwise))
}

fn change(before: Option<f64>, after: Option<f64>, otherwise: Reason) -> Measure {
    measure(before.zip(after).map(|(before, after)| after - before), otherwise)
}
