//! Harmonic closeness.

use super::distances::reaches;
use crate::network::Graph;

/// Harmonic closeness: how short are the lines from a partner to the others, on average?
///
/// Takes: undirected, unweighted graph.
/// Gives: a number a node: mean of 1/d to all others, 0 (no line) ..= 1 (a line with everybody); whom it cannot reach adds 0.
/// Undefined (fewer than two nodes): `None`.
/// Cost: that of all distances, see `distance_counts`. Deterministic.
/// Source: Y. Rochat, Closeness centrality extended to unconnected graphs: the harmonic centrality index, ASNA 2009;
/// P. Boldi & S. Vigna, Internet Math. 10, 222–262, 2014, doi:10.1080/15427951.2013.865686.
/// Checked: star, path, complete in closed form; its mean is the global efficiency; data/oracles (NetworkX).
pub fn harmonic_closeness(graph: &Graph) -> Option<Vec<f64>> {
    let nodes = graph.nodes();
    if nodes < 2 {
        return None;
    }
    let everybody: Vec<u32> = (0..nodes as u32).collect();
    // Distances are symmetric: who reaches a node in so many steps is reached from it in as many. Whole numbers are kept by
    // distance, so that the sum runs from far to near whatever the numbering of the nodes.
    let mut at: Vec<Vec<u32>> = Vec::new();
    reaches(graph, &everybody, |node, step, sources| {
        if at.len() < step {
            at.resize(step, vec![0; nodes]);
        }
        at[step - 1][node as usize] += sources;
    });
    let mut closeness = vec![0.0; nodes];
    for (place, counts) in at.iter().enumerate().rev() {
        closeness.iter_mut().zip(counts).for_each(|(sum, &count)| *sum += f64::from(count) / (place + 1) as f64);
    }
    closeness.iter_mut().for_each(|sum| *sum /= (nodes - 1) as f64);
    Some(closeness)
}
