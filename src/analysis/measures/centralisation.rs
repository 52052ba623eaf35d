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
    let degrees: Vec<u32> = (0..graph.nodes() as u32).map(|node| graph.degree(node) as u32).collect();
    centralisation_of_degrees(&degrees)
        .map_or(Measure::absent(Reason::NobodyBetween), |it| Measure::of(it, Reason::NobodyBetween))
}

/// The same of bare degrees; `None` for fewer than three nodes.
pub(super) fn centralisation_of_degrees(degrees: &[u32]) -> Option<f64> {
    let nodes = degrees.len() as u64;
    let highest = degrees.iter().copied().max().filter(|_| nodes >= 3)?;
    let behind: u64 = degrees.iter().map(|&degree| u64::from(highest - degree)).sum();
    Some(behind as f64 / ((nodes - 1) * (nodes - 2)) as f64)
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
    let found = betweenness.and_then(|values| centralisation_of_betweenness(&mut values.to_vec()));
    found.map_or(Measure::absent(Reason::NobodyBetween), |it| Measure::of(it, Reason::NobodyBetween))
}

/// The same, which uses up the numbers it is given; `None` for no node.
pub(super) fn centralisation_of_betweenness(values: &mut [f64]) -> Option<f64> {
    let highest = values.iter().copied().fold(0.0, f64::max);
    values.iter_mut().for_each(|value| *value = highest - *value);
    values.sort_unstable_by(f64::total_cmp);
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / (values.len() as f64 - 1.0))
}
