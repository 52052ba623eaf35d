//! Density and average degree.

use super::answer::share;
use super::{Measure, Reason, Tally};
use crate::network::{Graph, Unknown};

/// Density: which part of all lines that could be there is there?
///
/// Takes: undirected, unweighted; the counts of all pairs (`Mixing::all`).
/// Gives: 2m / n(n−1), 0 ..= 1; `low` = value, `high` = (known lines + unknown pairs) / all pairs, exact.
/// Undefined (fewer than two nodes): `TooFewMembers`.
/// Cost: O(1). Deterministic.
/// Source: S. Wasserman & K. Faust, Social Network Analysis, 1994, doi:10.1017/CBO9780511815478, ch. 4.
/// Checked: star, path, complete in closed form; data/oracles (NetworkX).
pub fn density(all: Tally) -> Measure {
    match (share(all.ties, all.possible), share(all.ties + all.unknown, all.possible)) {
        (Some(value), Some(high)) => Measure::between(value, value, high),
        _ => Measure::absent(Reason::TooFewMembers),
    }
}

/// Average degree: how many lines does a partner have, on average?
///
/// Takes: undirected, unweighted graph; what is not known.
/// Gives: 2m / n in lines, 0 ..= n−1; `low` = value, `high` with every unknown pair linked, exact.
/// Undefined (no nodes): `NoMembers`.
/// Cost: O(unknown pairs). Deterministic.
/// Source: S. Wasserman & K. Faust, Social Network Analysis, 1994, doi:10.1017/CBO9780511815478, ch. 4.
/// Checked: star, path, complete in closed form; data/oracles (NetworkX).
pub fn average_degree(graph: &Graph, unknown: &Unknown) -> Measure {
    let (nodes, links) = (graph.nodes() as u64, graph.links() as u64);
    match (share(2 * links, nodes), share(2 * (links + unknown.count(graph)), nodes)) {
        (Some(value), Some(high)) => Measure::between(value, value, high),
        _ => Measure::absent(Reason::NoMembers),
    }
}
