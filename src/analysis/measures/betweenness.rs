//! Betweenness.

use super::brandes::dependencies;
use crate::analysis::effort::{Cancelled, Effort};
use crate::network::Graph;

/// Betweenness: over whom do the shortest lines between the others run?
///
/// Takes: undirected, unweighted graph; how long it may take.
/// Gives: a number a node: the shares of the shortest paths between all pairs of others that run through it, times
/// 2 / (n−1)(n−2), 0 (none) ..= 1 (the middle of a star); pairs that cannot reach each other add 0.
/// Undefined (fewer than three nodes): `None`. Cancelled: `Cancelled`.
/// Cost: O(n·m) time, O(n) memory a thread; large graphs use two threads, which changes no digit. Deterministic.
/// Source: L. Freeman, Sociometry 40, 35–41, 1977, doi:10.2307/3033543; U. Brandes, J. Math. Sociol. 25, 163–177, 2001,
/// doi:10.1080/0022250X.2001.9990249.
/// Checked: star, path, complete, two cliques with a bridge in closed form; the worked example; data/oracles (NetworkX, igraph);
/// rustworkx-core on random graphs.
pub fn betweenness(graph: &Graph, effort: &Effort) -> Result<Option<Vec<f64>>, Cancelled> {
    let nodes = graph.nodes();
    if nodes < 3 {
        return Ok(None);
    }
    let everybody: Vec<u32> = (0..nodes as u32).collect();
    let mut found = dependencies(graph, &everybody, &vec![true; nodes], effort)?;
    // Every unordered pair was walked from both ends, so the factor 2 is in already.
    let ordered_pairs_of_others = (nodes - 1) as f64 * (nodes - 2) as f64;
    found.iter_mut().for_each(|value| *value /= ordered_pairs_of_others);
    Ok(Some(found))
}
