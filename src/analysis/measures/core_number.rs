//! Core numbers.

use crate::network::Graph;

/// Core number: how deep inside the network does a partner stand?
///
/// Takes: undirected, unweighted graph.
/// Gives: a number a node: the largest k for which it is in a part of the network where everybody has at least k lines within
/// that part; 0 for a node without lines.
/// Undefined: never; no nodes, no numbers.
/// Cost: O(n + m). Deterministic.
/// Source: S. Seidman, Soc. Netw. 5, 269–287, 1983, doi:10.1016/0378-8733(83)90028-X; the algorithm: V. Batagelj &
/// M. Zaveršnik, Adv. Data Anal. Classif. 5, 129–145, 2011, doi:10.1007/s11634-010-0079-y.
/// Checked: star, path, complete, two cliques with a bridge; data/oracles (NetworkX, igraph); rustworkx-core on random graphs.
pub fn core_numbers(graph: &Graph) -> Vec<u32> {
    let nodes = graph.nodes();
    let mut degree: Vec<u32> = (0..nodes as u32).map(|node| graph.degree(node) as u32).collect();
    // Nodes in the order of what is left of their degree; `starts[d]`: where those of degree d begin.
    let (mut order, mut place, mut starts) = by_degree(&degree);
    for now in 0..nodes {
        let node = order[now];
        let core = degree[node as usize];
        for &other in graph.neighbours(node) {
            let left = degree[other as usize];
            if left > core {
                // The neighbour changes places with the first of its degree, and becomes the last of the degree below.
                let (at, first) = (place[other as usize], starts[left as usize]);
                let leader = order[first as usize];
                (order[first as usize], order[at as usize]) = (other, leader);
                (place[other as usize], place[leader as usize]) = (first, at);
                starts[left as usize] += 1;
                degree[other as usize] -= 1;
            }
        }
    }
    degree
}

/// Nodes by degree, the place of each node among them, and where each degree begins.
fn by_degree(degree: &[u32]) -> (Vec<u32>, Vec<u32>, Vec<u32>) {
    let highest = degree.iter().copied().max().unwrap_or(0) as usize;
    let mut starts = vec![0u32; highest + 2];
    degree.iter().for_each(|&degree| starts[degree as usize + 1] += 1);
    for degree in 0..=highest {
        starts[degree + 1] += starts[degree];
    }
    let mut next = starts.clone();
    let (mut order, mut place) = (vec![0; degree.len()], vec![0; degree.len()]);
    for (node, &degree) in (0u32..).zip(degree) {
        let at = &mut next[degree as usize];
        (order[*at as usize], place[node as usize]) = (node, *at);
        *at += 1;
    }
    (order, place, starts)
}
