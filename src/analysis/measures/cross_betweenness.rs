//! Betweenness on the way from one side to the other.

use super::brandes::dependencies;
use crate::analysis::effort::{Cancelled, Effort};
use crate::network::Graph;

/// Cross betweenness: over whom do the shortest lines between the two sides run?
///
/// Takes: undirected, unweighted graph; the nodes of two disjoint sides, each without doubles; how long it may take.
/// Gives: a number a node: the sum over pairs (one of each side) of the share of their shortest paths that runs through it,
/// 0 ..= the number of pairs; the ends of a path are not on it, other nodes of a side may be.
/// Undefined (a side is empty): `None`. Cancelled: `Cancelled`.
/// Cost: O(|smaller side|·m) time, O(n) memory a thread. Deterministic.
/// Source: U. Brandes, Soc. Netw. 30, 136–145, 2008, doi:10.1016/j.socnet.2007.11.001, sources and targets restricted.
/// Checked: star, two cliques with a bridge in closed form; the worked example; data/oracles (NetworkX, whose subset function
/// counts half of it on undirected graphs).
pub fn cross_betweenness(graph: &Graph, one: &[u32], other: &[u32], effort: &Effort) -> Result<Option<Vec<f64>>, Cancelled> {
    if one.is_empty() || other.is_empty() {
        return Ok(None);
    }
    let (sources, targets) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut is_target = vec![false; graph.nodes()];
    targets.iter().for_each(|&target| is_target[target as usize] = true);
    dependencies(graph, sources, &is_target, effort).map(Some)
}
