//! Centralisation: how much the network hangs on its most central partner.

use super::{Measure, Reason};
use crate::network::Graph;

/// Degree centralisation: do the lines run through one partner?
///
/// Takes: undirected, unweighted graph.
/// Gives: Σ (highest degree − degree) / (n−1)(n−2), 0 (all the same) ..= 1 (a star).
/// Undefined (fewer than three nodes): `NobodyBetween`.
/// Cost: O(n). Deterministic.
/// Source: L. Freeman, Soc. Netw. 1, 215–239, 1979, doi:10.1016/0378-8733(78)90021-7.
/// Checked: star, path, complete in closed form; the worked example; data/oracles (NetworkX degrees, igraph).
pub fn degree_centralisation(graph: &Graph) -> Measure {
    let nodes = graph.nodes() as u64;
    if nodes < 3 {
        return Measure::absent(Reason::NobodyBetween);
    }
    let degrees = || (0..graph.nodes() as u32).map(|node| graph.degree(node) as u64);
    let highest = degrees().max().unwrap_or(0);
    let behind: u64 = degrees().map(|degree| highest - degree).sum();
    Measure::of(behind as f64 / ((nodes - 1) * (nodes - 2)) as f64, Reason::NobodyBetween)
}

/// Betweenness centralisation: do the shortest lines run through one partner?
///
/// Takes: what `betweenness` gives.
/// Gives: Σ (highest betweenness − betweenness) / (n−1), 0 (all the same) ..= 1 (a star).
/// Undefined (fewer than three nodes): `NobodyBetween`.
/// Cost: O(n log n): sums small terms first, so that the numbering of the nodes hardly matters. Deterministic.
/// Source: L. Freeman, Soc. Netw. 1, 215–239, 1979, doi:10.1016/0378-8733(78)90021-7.
/// Checked: star, path, complete in closed form; the worked example; data/oracles (NetworkX betweenness).
pub fn betweenness_centralisation(betweenness: Option<&[f64]>) -> Measure {
    let Some(values) = betweenness else { return Measure::absent(Reason::NobodyBetween) };
    let highest = values.iter().copied().fold(0.0, f64::max);
    let mut behind: Vec<f64> = values.iter().map(|value| highest - value).collect();
    behind.sort_unstable_by(f64::total_cmp);
    Measure::of(behind.iter().sum::<f64>() / (values.len() as f64 - 1.0), Reason::NobodyBetween)
}
