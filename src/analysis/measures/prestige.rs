//! In-degree prestige.

/// In-degree prestige: which part of the others names this partner?
///
/// Takes: number of nodes; directed claims (who names, who is named), in any order; doubles and claims about oneself are dropped.
/// Gives: a number a node: in-degree / (n−1), 0 (nobody names it) ..= 1 (everybody does).
/// Undefined (fewer than two nodes): `None`. Panics: a claim names a node that does not exist.
/// Cost: O(c log c) for c claims. Deterministic.
/// Source: S. Wasserman & K. Faust, Social Network Analysis, 1994, doi:10.1017/CBO9780511815478, ch. 5.
/// Checked: closed forms; data/oracles (NetworkX).
pub fn prestige(nodes: usize, claims: impl IntoIterator<Item = (u32, u32)>) -> Option<Vec<f64>> {
    let mut claims: Vec<(u32, u32)> = claims.into_iter().filter(|(by, about)| by != about).collect();
    claims.sort_unstable();
    claims.dedup();
    let mut named = vec![0u32; nodes];
    for (by, about) in claims {
        assert!((by as usize) < nodes, "no such node: {by} of {nodes}");
        named[about as usize] += 1;
    }
    (nodes > 1).then(|| named.into_iter().map(|count| f64::from(count) / (nodes - 1) as f64).collect())
}
