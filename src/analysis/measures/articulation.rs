//! Articulation points.

use crate::network::Graph;

/// Articulation points: without which single partner does the network fall apart?
///
/// Takes: undirected, unweighted graph.
/// Gives: the nodes whose removal leaves more components than there were, sorted.
/// Undefined: never; a network without lines has none.
/// Cost: O(n + m). Deterministic. The algorithm is petgraph's.
/// Source: R. Tarjan, SIAM J. Comput. 1, 146–160, 1972, doi:10.1137/0201010.
/// Checked: the worked example; closed forms; data/oracles (NetworkX); removal one by one; rustworkx-core.
pub fn articulation_points(graph: &Graph) -> Vec<u32> {
    let found = petgraph::algo::articulation_points::articulation_points(&graph.to_petgraph());
    let mut nodes: Vec<u32> = found.into_iter().map(|node| node.index() as u32).collect();
    nodes.sort_unstable();
    nodes
}
