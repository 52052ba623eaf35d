//! Distances over part of the pairs, and a network without some of its nodes: what two moments have in common is held against itself.

use crate::analysis::measures::*;
use crate::network::{Graph, PairBits, Unknown};
use std::collections::BTreeMap;

/// Measures of distance over the pairs of some nodes, where the others are still steps.
///
/// Takes: a network and the nodes that are left, sorted. Gives: each measure under its name. Undefined: as each measure by itself.
/// Cost: that of all distances. Deterministic. Source: the measures themselves, over part of the pairs.
/// Checked: departures in the worked example.
pub fn over_remaining(input: &Input, left: &[u32]) -> BTreeMap<String, Measure> {
    let stays = |node: u32| left.binary_search(&node).is_ok();
    let mut sided = input.clone();
    for (node, side) in (0u32..).zip(&mut sided.sides) {
        if !stays(node) {
            *side = None;
        }
    }
    let mut found = BTreeMap::new();
    put_lines_across(&sided, &mut |name, measure| {
        found.insert(name.to_owned(), measure);
    });
    let completed = Completed::of(&input.graph, &input.unknown);
    let known = distance_counts(&input.graph, left, left);
    let high = completed.distances(&known, left, left, &vec![false; input.graph.nodes()]);
    found.insert("globalEfficiency".to_owned(), global_efficiency(&known, &high));
    found.insert("distanceFragmentation".to_owned(), distance_fragmentation(&known, &high));
    let parts = components(&input.graph);
    let of_left = |parts: &[Vec<u32>]| -> Vec<Vec<u32>> {
        parts.iter().map(|part| part.iter().copied().filter(|&node| stays(node)).collect()).collect()
    };
    let joined = completed.components(&parts);
    found.insert("fragmentation".to_owned(), fragmentation(&of_left(&parts), &of_left(&joined)));
    found
}

/// In how many parts the nodes that are left fall, where the others are still steps; the bounds by the unknown pairs.
/// Cost: O(n + m + unknown pairs). Source: as `components`. Checked: as `over_remaining`.
pub fn parts_of_remaining(input: &Input, left: &[u32]) -> Measure {
    let known = components(&input.graph);
    let joined = Completed::of(&input.graph, &input.unknown).components(&known);
    let holds_some = |part: &&Vec<u32>| part.iter().any(|node| left.binary_search(node).is_ok());
    let [parts, fewest] = [&known, &joined].map(|parts| parts.iter().filter(holds_some).count() as f64);
    Measure { value: Some(parts), low: Some(fewest), high: Some(parts), ..Measure::default() }
}

/// The network without some nodes: the others keep their order, their lines among themselves, and what is not known of those.
///
/// Takes: a network and the nodes that are left, sorted. Gives: their network; without a round, which asked others too.
/// Cost: O(n + m + unknown pairs · log). Deterministic.
pub fn remaining(input: &Input, left: &[u32]) -> Input {
    let place = |node: u32| left.binary_search(&node).ok().map(|place| place as u32);
    let pair = |(a, b): (u32, u32)| place(a).zip(place(b));
    let kept = |node: &u32| *node as usize;
    let unknown = match &input.unknown {
        Unknown::Nothing => Unknown::Nothing,
        Unknown::Unlinked => Unknown::Unlinked,
        Unknown::Pairs(bits) => {
            let mut found = PairBits::new(left.len());
            bits.iter().filter_map(pair).for_each(|(a, b)| found.insert(a, b));
            if found.is_empty() { Unknown::Nothing } else { Unknown::Pairs(found) }
        }
    };
    Input {
        graph: Graph::from_pairs(left.len(), input.graph.pairs().filter_map(pair)),
        domains: left.iter().map(|node| input.domains[kept(node)]).collect(),
        sides: left.iter().map(|node| input.sides[kept(node)]).collect(),
        blocked: left.iter().map(|node| input.blocked[kept(node)]).collect(),
        no_steps: input.no_steps.iter().copied().filter_map(pair).collect(),
        unknown,
        round: None,
        answered: input.answered.as_ref().map(|answered| left.iter().map(|node| answered[kept(node)]).collect()),
    }
}
