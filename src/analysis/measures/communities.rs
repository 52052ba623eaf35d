//! Groups found, not given: who has lines with each other more than the numbers of lines would give?
//!
//! Why: held beside the domains it raises a question ("do these belong together?"). Never: a fact about a collaboration.

mod leiden;
mod weighted;

use super::adjusted_rand;
use super::domain_groups;
use crate::analysis::nulls::Stream;
use crate::model::Domain;
use crate::network::Graph;
use leiden::{improve, move_nodes};
use weighted::Weighted;

/// How often Leiden goes over the whole network, each time from where it was.
const ROUNDS: usize = 4;

/// Communities of a network.
#[derive(Debug, Clone, PartialEq)]
pub struct Communities {
    /// The community of each node: 0, 1, 2 … in the order of their first nodes.
    pub of: Vec<u32>,
    /// How many there are.
    pub count: usize,
    /// Modularity of this division; `None` without lines.
    pub modularity: Option<f64>,
}

/// Communities: which partners have lines with each other more than their numbers of lines would give?
///
/// Takes: undirected graph; a whole-number weight for each link in the order of `Graph::pairs` (how many pairs of people carry
/// it), or none; a seed. Panics: another number of weights than links, or weights that add up to 2³¹ or more.
/// Gives: the division Leiden finds for modularity; every community is connected, and no node gains by moving alone. Another seed, or another numbering of the nodes,
/// may give another division of about the same modularity: show it as a question, never as a fact.
/// Undefined: never; without lines everybody is a community of their own.
/// Cost: O(m) a pass, a handful of passes; O(n + m) memory. Deterministic by the seed.
/// Source: V. Traag, L. Waltman & N. van Eck, Sci. Rep. 9, 5233, 2019, doi:10.1038/s41598-019-41695-z.
/// Checked: two cliques with a bridge, rings of cliques, complete graphs in closed form; modularity at least that of igraph's Leiden
/// on data/oracles; connectedness on random networks.
pub fn communities(graph: &Graph, weights: Option<&[u32]>, seed: u64) -> Communities {
    let base = Weighted::of(graph, weights);
    let mut stream = Stream::new(seed);
    let mut of: Vec<u32> = (0..graph.nodes() as u32).collect();
    if base.total() > 0.0 {
        for _ in 0..ROUNDS {
            of = improve(&base, of, &mut stream);
        }
    }
    let mut count = connected_only(graph, &mut of);
    // Until nobody gains by moving alone; a move may leave a community in two pieces, so that these are looked at again.
    while base.total() > 0.0 && move_nodes(&base, &mut of, &mut stream) {
        count = connected_only(graph, &mut of);
    }
    let modularity = base.modularity(&of);
    Communities { of, count, modularity }
}

/// Modularity of a division: how much more weight lies within its groups than the numbers of lines would give?
///
/// Takes: as `communities`; the group of every node.
/// Gives: Q = Σ (inside / m − (strength / 2m)²) over groups, −½ ..= 1. Undefined (no weight): `None`.
/// Cost: O(n + m). Deterministic.
/// Source: M. Newman & M. Girvan, Phys. Rev. E 69, 026113, 2004, doi:10.1103/PhysRevE.69.026113; weighted: M. Newman, Phys. Rev. E
/// 70, 056131, 2004, doi:10.1103/PhysRevE.70.056131.
/// Checked: closed forms; data/oracles (NetworkX).
pub fn modularity(graph: &Graph, weights: Option<&[u32]>, of: &[u32]) -> Option<f64> {
    Weighted::of(graph, weights).modularity(of)
}

/// Match with the domains: do the communities follow the domains?
///
/// Takes: communities, and the domain of each node.
/// Gives: the adjusted Rand index of the two divisions, see `adjusted_rand`, which says when it is `None`.
/// Cost: O(n log n). Deterministic. Source, checked: `adjusted_rand`.
pub fn match_with_domains(found: &Communities, domains: &[Domain]) -> Option<f64> {
    adjusted_rand(&found.of, &domain_groups(domains).into_iter().map(u32::from).collect::<Vec<_>>())
}

/// Splits what is not connected, which never lowers modularity, and numbers the communities by their first nodes.
fn connected_only(graph: &Graph, of: &mut [u32]) -> usize {
    const NEW: u32 = u32::MAX;
    let mut numbered = vec![NEW; of.len()];
    let mut count = 0;
    let mut reached = Vec::new();
    for first in 0..of.len() as u32 {
        if numbered[first as usize] != NEW {
            continue;
        }
        numbered[first as usize] = count;
        reached.push(first);
        while let Some(node) = reached.pop() {
            for &other in graph.neighbours(node) {
                if numbered[other as usize] == NEW && of[other as usize] == of[first as usize] {
                    numbered[other as usize] = count;
                    reached.push(other);
                }
            }
        }
        count += 1;
    }
    of.copy_from_slice(&numbered);
    count as usize
}
