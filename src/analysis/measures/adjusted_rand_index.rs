//! The adjusted Rand index.

use std::collections::BTreeMap;

/// Adjusted Rand index: how far do two divisions of the same nodes agree, beyond chance?
///
/// Takes: the group of every node in either division; the numbers of the groups mean nothing.
/// Gives: (agreement − expected) / (largest − expected) over pairs of nodes, 1 when the divisions are the same, 0 on average by
/// chance, at least −½.
/// Undefined: `None` when both divisions are one whole or both leave everybody alone (chance cannot but agree), or with fewer than
/// two nodes, or with lists of different lengths.
/// Cost: O(n log n). Deterministic.
/// Source: L. Hubert & P. Arabie, J. Classif. 2, 193–218, 1985, doi:10.1007/BF01908075.
/// Checked: by hand; data/oracles (the same formula over all pairs of nodes in Python).
pub fn adjusted_rand(one: &[u32], other: &[u32]) -> Option<f64> {
    if one.len() != other.len() || one.len() < 2 {
        return None;
    }
    let (mut rows, mut columns, mut cells) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for (&a, &b) in one.iter().zip(other) {
        *rows.entry(a).or_insert(0u64) += 1;
        *columns.entry(b).or_insert(0u64) += 1;
        *cells.entry((a, b)).or_insert(0u64) += 1;
    }
    let pairs = |size: u64| (size * (size - 1) / 2) as f64;
    let (rows, columns): (f64, f64) = (rows.into_values().map(pairs).sum(), columns.into_values().map(pairs).sum());
    let (together, all) = (cells.into_values().map(pairs).sum::<f64>(), pairs(one.len() as u64));
    let expected = rows * columns / all;
    let largest = (rows + columns) / 2.0;
    let trivial = (rows == 0.0 && columns == 0.0) || (rows == all && columns == all);
    (!trivial).then(|| (together - expected) / (largest - expected))
}
