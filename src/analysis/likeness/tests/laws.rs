//! What must hold for any two coalitions.

use super::*;
use proptest::prelude::*;

fn any_features(kinds: usize) -> impl Strategy<Value = Features> {
    let word = prop::collection::vec(prop::sample::select(vec!['t', 'n', 'w', 'a', '?']), kinds);
    let domains = prop::collection::vec(0usize..6, 0..30);
    (word, domains, any::<u64>()).prop_map(|(word, domains, seed)| {
        let domains: Vec<Domain> = domains.into_iter().map(|it| Domain::ALL[it]).collect();
        let nodes = domains.len() as u32;
        // A quarter of the pairs, by a mix of their numbers.
        let drawn = |a: u32, b: u32| (u64::from(a * 31 + b) ^ seed).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 62 == 0;
        let links: Vec<(u32, u32)> = (0..nodes).flat_map(|a| (0..a).map(move |b| (b, a))).filter(|&(a, b)| drawn(a, b)).collect();
        Features {
            coverage: coverage(&word.into_iter().collect::<String>()),
            ratios: ratios(&domains, &links, &Unknown::Nothing),
            portrait: Some(Portrait::of(&Graph::from_pairs(domains.len(), links))),
        }
    })
}

fn weights(kinds: usize) -> Vec<u32> {
    (0..kinds).map(|kind| 1 + kind as u32 % 2).collect()
}

proptest! {
    #[test]
    fn likeness_is_symmetric_bounded_and_nothing_to_itself(one in any_features(20), other in any_features(20)) {
        let weights = weights(20);
        let (there, back) = (likeness(&one, &other, &weights), likeness(&other, &one, &weights));
        prop_assert_eq!(there.distance, back.distance);
        prop_assert_eq!(there.evidence, back.evidence);
        prop_assert!((there.portrait.unwrap_or(0.0) - back.portrait.unwrap_or(0.0)).abs() < 1e-12);
        let parts = [there.distance, there.coverage.distance(), there.mixing.distance(), there.portrait, Some(there.evidence)];
        prop_assert!(parts.into_iter().flatten().all(|it| (0.0..=1.0).contains(&it)), "{parts:?}");
        let own = likeness(&one, &one, &weights);
        prop_assert!(own.distance.is_none_or(|it| it == 0.0) && own.portrait.is_none_or(|it| it == 0.0));
        let (reasons, swapped) = (likeness_reasons(&one, &other, &weights), likeness_reasons(&other, &one, &weights));
        prop_assert_eq!(&reasons.first_has, &swapped.other_has);
        prop_assert_eq!(&reasons.first_more, &swapped.other_more);
        prop_assert_eq!(reasons.both_have, swapped.both_have);
    }

    #[test]
    fn the_order_of_kinds_and_the_numbering_of_nodes_change_nothing(
        one in prop::collection::vec(0u8..5, 12), other in prop::collection::vec(0u8..5, 12), by in 1usize..12, nodes in 2u32..25,
        seed in any::<u64>(),
    ) {
        let state = |code: &u8| [Some(KindState::Absent), Some(KindState::Wanted), Some(KindState::Near), Some(KindState::TakesPart), None][usize::from(*code)];
        let turned = |codes: &[u8]| { let mut codes = codes.to_vec(); codes.rotate_left(by); Coverage::of(codes.iter().map(state)) };
        let mut weights = weights(12);
        let straight = coverage_distance(&Coverage::of(one.iter().map(state)), &Coverage::of(other.iter().map(state)), &weights);
        weights.rotate_left(by);
        prop_assert_eq!(straight, coverage_distance(&turned(&one), &turned(&other), &weights));
        let drawn = |a: u32, b: u32| (u64::from(a * 31 + b) ^ seed).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 62 == 0;
        let links: Vec<(u32, u32)> = (0..nodes).flat_map(|a| (0..a).map(move |b| (b, a))).filter(|&(a, b)| drawn(a, b)).collect();
        let moved = links.iter().map(|&(a, b)| ((a + by as u32) % nodes, (b + by as u32) % nodes));
        let graph = Portrait::of(&Graph::from_pairs(nodes as usize, links.iter().copied()));
        prop_assert_eq!(&graph, &Portrait::of(&Graph::from_pairs(nodes as usize, moved)));
        prop_assert_eq!(portrait_divergence(&graph, &graph), Some(0.0));
    }

    #[test]
    fn a_tree_has_every_comparable_coalition_once_and_rises(all in prop::collection::vec(any_features(12), 0..14)) {
        let likenesses = Likenesses::of(&all, &weights(12));
        let tree = likeness_tree(&likenesses);
        let mut everybody = [tree.leaves.clone(), tree.left_out.clone()].concat();
        everybody.sort_unstable();
        prop_assert_eq!(everybody, (0..all.len()).collect::<Vec<_>>());
        for (place, &a) in tree.leaves.iter().enumerate() {
            prop_assert!(tree.leaves[..place].iter().all(|&b| likenesses.between(a, b).unwrap().distance.is_some()));
        }
        let mut order = tree.order.clone();
        order.sort_unstable();
        prop_assert_eq!(order, (0..tree.leaves.len()).collect::<Vec<_>>());
        prop_assert_eq!(tree.merges.len(), tree.leaves.len().saturating_sub(1));
        prop_assert!(tree.merges.windows(2).all(|it| it[0].height <= it[1].height + 1e-12));
        let size = |branch: usize| branch.checked_sub(tree.leaves.len()).map_or(1, |place| tree.merges[place].size);
        prop_assert!(tree.merges.iter().all(|it| it.left < it.right && it.size == size(it.left) + size(it.right)));
    }
}

#[test]
fn portraits_tell_a_star_from_a_path_and_from_a_clique() {
    let [star, path, complete] = [star(14), path(14), complete(14)].map(|graph| Portrait::of(&graph));
    for (a, b) in [(&star, &path), (&star, &complete), (&path, &complete)] {
        assert!(portrait_divergence(a, b).unwrap() > 0.3);
    }
}
