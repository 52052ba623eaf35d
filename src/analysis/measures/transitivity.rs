//! Transitivity.

use super::{Caution, Measure, Reason};
use crate::network::{Graph, Unknown};

/// Transitivity: do partners of one partner have lines with each other?
///
/// Takes: undirected, unweighted graph; what is not known.
/// Gives: 3 · triangles / connected triples, 0 ..= 1.
/// Undefined (nobody has two lines): `NoTriples`. Caution: it has no exact bounds under unknown pairs.
/// Cost: O(m^1.5) time, O(n) memory. Deterministic.
/// Source: S. Wasserman & K. Faust, Social Network Analysis, 1994, doi:10.1017/CBO9780511815478, ch. 6.
/// Checked: star, path, complete, two cliques with a bridge in closed form; data/oracles (NetworkX); rustworkx-core.
pub fn transitivity(graph: &Graph, unknown: &Unknown) -> Measure {
    let nodes = 0..graph.nodes() as u32;
    let triples: u64 = nodes.map(|node| graph.degree(node) as u64).map(|degree| degree * degree.saturating_sub(1) / 2).sum();
    match super::answer::share(3 * triangles(graph), triples) {
        Some(value) => Measure::of(value, Reason::NoTriples).but(unknown.count(graph) > 0, Caution::UnknownPairs),
        None => Measure::absent(Reason::NoTriples),
    }
}

fn triangles(graph: &Graph) -> u64 {
    let mut found = 0;
    each_triangle(graph, |_| found += 1);
    found
}

/// Triangles, each found once, from its node of lowest degree: no node looks ahead at more than √(2m) others.
pub(super) fn each_triangle(graph: &Graph, mut visit: impl FnMut([u32; 3])) {
    let ahead = |node: u32, other: u32| (graph.degree(node), node) < (graph.degree(other), other);
    let mut marked = vec![false; graph.nodes()];
    for a in 0..graph.nodes() as u32 {
        let forward = || graph.neighbours(a).iter().copied().filter(|&b| ahead(a, b));
        forward().for_each(|b| marked[b as usize] = true);
        for b in forward() {
            graph.neighbours(b).iter().filter(|&&c| marked[c as usize] && ahead(b, c)).for_each(|&c| visit([a, b, c]));
        }
        forward().for_each(|b| marked[b as usize] = false);
    }
}
