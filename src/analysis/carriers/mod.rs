//! Carriers: how few people hold the two sides together, and who they are.
//!
//! Why: a coalition whose lines run over two people looks dense on a map, until one of them changes jobs.
//! Never: a ranking of people; who is in a cut is told to themselves and the facilitator.

mod flow;
mod view;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails there")]
mod tests;

pub use view::*;

use crate::network::Graph;
use flow::Flow;

/// People and the sides they stand on; every list has one entry a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarrierInput {
    /// Who is said to know whom.
    pub graph: Graph,
    /// Does the node stand on the first side, on the second?
    pub sides: Vec<[bool; 2]>,
    /// Is it "somebody at X", who may be one person or ten?
    pub anonymous: Vec<bool>,
}

/// How few people hold two sides together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carriers {
    /// Fewest people whose leaving cuts every known path, when each "somebody" is one person; 0: there is no known line.
    pub low: usize,
    /// The same when a "somebody" can never leave; absent: then no number of named people cuts every path.
    pub high: Option<usize>,
    /// It can be no more than this: the number of people on the smaller side.
    pub cap: usize,
    /// One smallest set, sorted as it was chosen: of named people where that is possible, people of neither side first, then by
    /// node.
    pub cut: Vec<u32>,
    /// Everybody who is in some smallest set (of size `low`), sorted.
    pub in_some_cut: Vec<u32>,
    /// Everybody who is in every smallest set (of size `low`), sorted: nobody can stand in for them.
    pub in_every_cut: Vec<u32>,
}

/// Carriers: what is the smallest number of people who can leave before the two sides fall apart?
///
/// Takes: people view, undirected, unweighted, practice level; people of both sides can leave too, and a person on both sides
/// counts 1. Governance lines and meeting cliques are left out by who makes the input, see `carrier_input`.
/// Gives: κ, 0 ..= min(|M|, |S|); it is also the number of paths across that share no person (Menger). `low` counts an anonymous
/// node as one person, `high` lets none of them leave.
/// Undefined (nobody on a side): `None`.
/// Cost: O(κ·(n + m)) time by augmenting paths, O(n + m) memory. Deterministic.
/// Source: K. Menger, Fund. Math. 10, 96–115, 1927, doi:10.4064/fm-10-1-96-115; set form, by maximum flow (L. R. Ford &
/// D. R. Fulkerson, Can. J. Math. 8, 399–404, 1956, doi:10.4153/CJM-1956-045-5) on the node-split graph.
/// Checked: path, star, two cliques with a bridge in closed form; brute force over all cuts and all sets of disjoint paths of small
/// random graphs; data/oracles (NetworkX); the worked example.
pub fn carriers(input: &CarrierInput) -> Option<Carriers> {
    let on = |side: usize| input.sides.iter().filter(|sides| sides[side]).count();
    let cap = on(0).min(on(1));
    if cap == 0 {
        return None;
    }
    let one_each = Flow::maximum(input, |_| false)?;
    let some = input.anonymous.contains(&true);
    let named_only = if some { Flow::maximum(input, |node| input.anonymous[node as usize]) } else { None };
    let (low, in_some_cut, in_every_cut) = (one_each.value, one_each.in_some_cut(), one_each.in_every_cut());
    let high = if some { named_only.as_ref().map(|flow| flow.value) } else { Some(low) };
    let flow = named_only.filter(|flow| flow.value == low).unwrap_or(one_each);
    Some(Carriers { low, high, cap, cut: canonical(input, flow), in_some_cut, in_every_cut })
}

/// The first of all smallest cuts, when people of neither side stand before the others, and lower nodes before higher ones.
fn canonical(input: &CarrierInput, mut flow: Flow) -> Vec<u32> {
    let mut cut = Vec::with_capacity(flow.value);
    while flow.value > 0 {
        let candidates = flow.in_some_cut();
        let Some(node) = candidates.into_iter().min_by_key(|&node| (input.sides[node as usize].contains(&true), node)) else {
            break;
        };
        flow.remove(node);
        cut.push(node);
    }
    cut
}
