//! Components, and fragmentation by their sizes.

use super::{Measure, Reason};
use crate::network::Graph;

/// Components: which partners can reach each other over known lines?
///
/// Takes: undirected, unweighted graph.
/// Gives: the nodes of every component, sorted; components by size, largest first, then by first node.
/// Undefined: never; no nodes, no components.
/// Cost: O(n + m). Deterministic.
/// Source: S. Wasserman & K. Faust, Social Network Analysis, 1994, doi:10.1017/CBO9780511815478, ch. 4.
/// Checked: closed forms; data/oracles (NetworkX); rustworkx-core on random graphs.
pub fn components(graph: &Graph) -> Vec<Vec<u32>> {
    let mut seen = vec![false; graph.nodes()];
    let mut found = Vec::new();
    for start in 0..graph.nodes() as u32 {
        if std::mem::replace(&mut seen[start as usize], true) {
            continue;
        }
        let mut members = vec![start];
        let mut next = 0;
        while let Some(&node) = members.get(next) {
            next += 1;
            for &other in graph.neighbours(node) {
                if !std::mem::replace(&mut seen[other as usize], true) {
                    members.push(other);
                }
            }
        }
        members.sort_unstable();
        found.push(members);
    }
    found.sort_by_key(|members| std::cmp::Reverse(members.len()));
    found
}

/// Fragmentation: which part of all pairs cannot reach each other?
///
/// Takes: the components over known lines, and over known lines and unknown pairs together.
/// Gives: F = 1 − Σ s(s−1) / n(n−1) over component sizes s, 0 (all connected) ..= 1 (nobody); `high` = value,
/// `low` with every unknown pair linked, exact.
/// Undefined (fewer than two nodes): `TooFewMembers`.
/// Cost: O(components). Deterministic.
/// Source: S. Borgatti, Comput. Math. Organ. Theory 12, 21–34, 2006, doi:10.1007/s10588-006-7084-x.
/// Checked: the worked example with a partner removed; closed forms; data/oracles (NetworkX).
pub fn fragmentation(known: &[Vec<u32>], completed: &[Vec<u32>]) -> Measure {
    match (split_share(known), split_share(completed)) {
        (Some(value), Some(low)) => Measure::between(low, value, value),
        _ => Measure::absent(Reason::TooFewMembers),
    }
}

fn split_share(components: &[Vec<u32>]) -> Option<f64> {
    let pairs = |size: u64| size * size.saturating_sub(1);
    let sizes = || components.iter().map(|members| members.len() as u64);
    let all = pairs(sizes().sum());
    super::answer::share(all - sizes().map(pairs).sum::<u64>(), all)
}
