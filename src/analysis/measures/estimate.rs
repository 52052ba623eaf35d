//! What the pairs say of which both partners answered.

use super::Input;
use super::answer::share;

/// Fewest pairs of which both answered from which something is said of all pairs.
pub const ANSWERED_PAIRS_MIN: u64 = 10;

/// Estimate: which part of the pairs has a line, judged by the pairs of which both partners answered?
///
/// Takes: the network with who gave their whole list (`Input::answered`); of which pairs it is asked, the same for either order.
/// Gives: lines / pairs over the pairs of which both answered, 0 ..= 1. Unbiased where who answers does not hang on who has lines:
/// every pair then has the same chance to be among them. Not cut off at the bounds, which would make it lean to one side.
/// Undefined (no round, nothing is unknown, or fewer than `ANSWERED_PAIRS_MIN` such pairs): `None`. A pair that is still unknown
/// is left out. Panics: `answered` is shorter than the number of nodes.
/// Cost: O(answered nodes² · log degree). Deterministic.
/// Source: the subgraph among sampled nodes, O. Frank, "Survey sampling in graphs", J. Stat. Plann. Inference 1, 235–264, 1977.
/// Checked: a made network of which half answered in closed form; its mean over every choice of who answers is the density.
pub fn answered_share(input: &Input, asked: impl Fn(u32, u32) -> bool) -> Option<f64> {
    let Input { graph, unknown, .. } = input;
    let answered = input.answered.as_ref().filter(|_| unknown.count(graph) > 0)?;
    let nodes: Vec<u32> = (0..graph.nodes() as u32).filter(|&node| answered[node as usize]).collect();
    let pairs = nodes.iter().enumerate().flat_map(|(place, &a)| nodes[place + 1..].iter().map(move |&b| (a, b)));
    let (mut lines, mut all) = (0u64, 0u64);
    for (a, b) in pairs.filter(|&(a, b)| asked(a, b) && !unknown.contains(graph, a, b)) {
        all += 1;
        lines += u64::from(graph.linked(a, b));
    }
    share(lines, all).filter(|_| all >= ANSWERED_PAIRS_MIN)
}

/// The estimate of the density: over all pairs.
pub(super) fn estimated_density(input: &Input) -> Option<f64> {
    answered_share(input, |_, _| true)
}

/// The estimate of the cross density: over the pairs of a medical and a social node.
pub(super) fn estimated_cross_density(input: &Input) -> Option<f64> {
    let side = |node: u32| input.sides[node as usize];
    answered_share(input, |a, b| side(a).is_some() && side(b).is_some() && side(a) != side(b))
}
