//! Communities: closed forms and laws. rustworkx-core has no Leiden; igraph's stands in data/oracles.

use super::*;
use proptest::prelude::*;

fn clique(from: u32, size: u32) -> impl Iterator<Item = (u32, u32)> {
    (from..from + size).flat_map(move |b| (from..b).map(move |a| (a, b)))
}

/// Is every community in one piece?
fn connected(graph: &Graph, of: &[u32]) -> bool {
    let inside = Graph::from_pairs(graph.nodes(), graph.pairs().filter(|&(a, b)| of[a as usize] == of[b as usize]));
    let count = of.iter().max().map_or(0, |&last| last as usize + 1);
    components(&inside).len() == count
}

#[test]
fn two_cliques_with_a_bridge_are_two() {
    for size in [3u32, 5, 8] {
        let graph = Graph::from_pairs(2 * size as usize, clique(0, size).chain(clique(size, size)).chain([(0, size)]));
        for seed in 0..10 {
            let found = communities(&graph, None, seed);
            assert_eq!(found.of, [vec![0; size as usize], vec![1; size as usize]].concat());
            assert_eq!(found.count, 2);
            let (inward, links) = (f64::from(size * (size - 1)), f64::from(size * (size - 1) + 1));
            assert_near("modularity", found.modularity, inward / links - 0.5, TOLERANCE);
            let domains = [vec![Domain::Medical; size as usize], vec![Domain::Social; size as usize]].concat();
            assert_eq!(match_with_domains(&found, &domains), Some(1.0));
        }
    }
}

#[test]
fn a_ring_of_cliques_is_its_cliques() {
    // Six cliques of five: keeping them apart gains more than joining two (only for many more would joining win).
    let (cliques, size) = (6u32, 5u32);
    let ring = (0..cliques).map(|at| (at * size, (at + 1) % cliques * size + 1));
    let graph = Graph::from_pairs((cliques * size) as usize, (0..cliques).flat_map(|at| clique(at * size, size)).chain(ring));
    let links = f64::from(cliques * (size * (size - 1) / 2 + 1));
    let inward = f64::from(cliques * size * (size - 1) / 2);
    for seed in 0..10 {
        let found = communities(&graph, None, seed);
        assert_eq!(found.of, (0..cliques * size).map(|node| node / size).collect::<Vec<_>>());
        assert_near("modularity", found.modularity, inward / links - 1.0 / f64::from(cliques), TOLERANCE);
    }
}

#[test]
fn everybody_with_everybody_is_one_and_nobody_with_nobody_is_many() {
    for nodes in [2u32, 5, 9] {
        let found = communities(&Graph::from_pairs(nodes as usize, clique(0, nodes)), None, 1);
        assert_eq!((found.of, found.count, found.modularity), (vec![0; nodes as usize], 1, Some(0.0)));
    }
    let star = Graph::from_pairs(6, (1..6).map(|leaf| (0, leaf)));
    assert_eq!(communities(&star, None, 1).count, 1);
    for nodes in [0usize, 1, 2, 7] {
        let found = communities(&Graph::from_pairs(nodes, []), None, 1);
        assert_eq!((found.of, found.count, found.modularity), ((0..nodes as u32).collect(), nodes, None));
    }
    let unweighted = communities(&Graph::from_pairs(3, [(0, 1), (1, 2)]), Some(&[0, 0]), 1);
    assert_eq!(unweighted.modularity, None, "lines that weigh nothing");
}

#[test]
fn weights_decide() {
    // A square whose heavy sides are opposite.
    let square = Graph::from_pairs(4, [(0, 1), (1, 2), (2, 3), (0, 3)]);
    // In the order of pairs: 0–1, 0–3, 1–2, 2–3.
    assert_eq!(communities(&square, Some(&[9, 1, 1, 9]), 1).of, [0, 0, 1, 1]);
    assert_eq!(communities(&square, Some(&[1, 9, 9, 1]), 1).of, [0, 1, 1, 0]);
    let found = communities(&square, Some(&[9, 1, 1, 9]), 1);
    assert_near("modularity", found.modularity, 0.9 - 0.5, TOLERANCE);
}

#[test]
fn the_adjusted_rand_index_by_hand() {
    // The example of the paper's kind: 2 of 15 pairs together in both, 6 and 3 in either; expected 6·3/15, largest 4½.
    assert_near("index", adjusted_rand(&[0, 0, 0, 1, 1, 1], &[0, 0, 1, 1, 2, 2]), (2.0 - 1.2) / (4.5 - 1.2), TOLERANCE);
    assert_eq!(adjusted_rand(&[5, 5, 9, 9], &[1, 1, 0, 0]), Some(1.0));
    assert_near("index", adjusted_rand(&[0, 1, 0, 1], &[0, 0, 1, 1]), -0.5, TOLERANCE);
    assert_eq!(adjusted_rand(&[0, 0, 0, 0], &[0, 1, 2, 3]), Some(0.0));
    for (one, other) in
        [(vec![], vec![]), (vec![1], vec![1]), (vec![0; 3], vec![4; 3]), (vec![0, 1, 2], vec![2, 1, 0]), (vec![0, 1], vec![0])]
    {
        assert_eq!(adjusted_rand(&one, &other), None);
    }
}

/// A graph of cliques and chance, with weights.
fn graphs() -> impl Strategy<Value = (Graph, Vec<u32>)> {
    (0usize..40, 0.02f64..0.4).prop_flat_map(|(nodes, share)| {
        let pairs = nodes * nodes.saturating_sub(1) / 2;
        let linked = proptest::collection::vec(proptest::bool::weighted(share), pairs);
        (linked, proptest::collection::vec(0u32..5, pairs)).prop_map(move |(linked, weights)| {
            let all = (0..nodes as u32).flat_map(|b| (0..b).map(move |a| (a, b)));
            let graph = Graph::from_pairs(nodes, all.zip(linked).filter(|(_, linked)| *linked).map(|(pair, _)| pair));
            let weights = weights[..graph.links()].to_vec();
            (graph, weights)
        })
    })
}

proptest! {
    #[test]
    fn every_community_is_connected_and_numbered_in_order((graph, weights) in graphs(), seed in any::<u64>()) {
        for weights in [None, Some(weights.as_slice())] {
            let found = communities(&graph, weights, seed);
            prop_assert!(connected(&graph, &found.of));
            let mut next = 0;
            for &of in &found.of {
                prop_assert!(of <= next);
                next = next.max(of + 1);
            }
            prop_assert_eq!(found.count, next as usize);
            prop_assert_eq!(&found, &communities(&graph, weights, seed), "the same seed, the same answer");
            let alone: Vec<u32> = (0..graph.nodes() as u32).collect();
            prop_assert!(found.modularity >= modularity(&graph, weights, &alone));
            prop_assert!(found.modularity.is_none_or(|found| found >= -1e-12), "one whole has modularity 0");
        }
    }

    #[test]
    fn new_numbers_for_the_nodes_keep_clear_communities(
        new_at in Just((0..30u32).collect::<Vec<_>>()).prop_shuffle(),
        seed in any::<u64>(),
    ) {
        let ring = (0..6u32).map(|at| (at * 5, (at + 1) % 6 * 5 + 1));
        let pairs = (0..6u32).flat_map(|at| clique(at * 5, 5)).chain(ring).map(|(a, b)| (new_at[a as usize], new_at[b as usize]));
        let found = communities(&Graph::from_pairs(30, pairs.collect::<Vec<_>>()), None, seed);
        let before: Vec<u32> = (0..30).map(|node| found.of[new_at[node] as usize]).collect();
        prop_assert_eq!(adjusted_rand(&before, &(0..30).map(|node| node / 5).collect::<Vec<_>>()), Some(1.0));
    }

    #[test]
    fn the_index_does_not_care_for_order_or_names(one in proptest::collection::vec(0u32..4, 2..30), shift in 0usize..30) {
        let other: Vec<u32> = one.iter().cycle().skip(shift).take(one.len()).copied().collect();
        let renamed: Vec<u32> = one.iter().map(|group| 7 - group).collect();
        prop_assert_eq!(adjusted_rand(&one, &other), adjusted_rand(&other, &one));
        prop_assert_eq!(adjusted_rand(&one, &other), adjusted_rand(&renamed, &other));
        prop_assert!(adjusted_rand(&one, &renamed).is_none_or(|same| (same - 1.0).abs() < TOLERANCE));
        prop_assert!(adjusted_rand(&one, &other).is_none_or(|index| (-0.5 - TOLERANCE..=1.0 + TOLERANCE).contains(&index)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_single_node_gains_by_moving((graph, _) in graphs(), seed in 0u64..100) {
        let found = communities(&graph, None, seed);
        let Some(best) = found.modularity else { return Ok(()) };
        for node in 0..graph.nodes() {
            for to in 0..=found.count as u32 {
                let mut of = found.of.clone();
                of[node] = to;
                prop_assert!(modularity(&graph, None, &of).unwrap() <= best + 1e-9, "node {} to {}", node, to);
            }
        }
    }
}
