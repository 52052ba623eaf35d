//! Brokerage: the worked example, closed forms, laws.

use super::laws::{network_and_order, relabelled};
use super::worked_example::Example;
use super::*;
use crate::analysis::nulls::keep_going;
use proptest::prelude::*;

fn roles(coordinator: u64, consultant: u64, gatekeeper: u64, liaison: u64) -> Roles {
    Roles { coordinator, consultant, gatekeeper, liaison }
}

#[test]
fn the_worked_example() {
    let example = Example::load();
    let found = brokerage(&example.input.graph, &domain_groups(&example.input.domains));
    let of = |id: &str| found[example.at(id) as usize];
    assert_eq!((of("JGZ").liaison, of("JGZ").gatekeeper), (8, 3));
    assert_eq!((of("GEM").gatekeeper, of("GEM").coordinator), (5, 2));
    assert_eq!(of("ZKH"), roles(4, 0, 0, 0));
    assert_eq!(of("HA"), Roles::default());
}

#[test]
fn a_star_stands_between_all_its_leaves() {
    // Middle of group 0; leaves: a of group 0, b of group 1, c of group 2.
    for (a, b, c) in [(3u64, 2u64, 4u64), (0, 5, 0), (4, 0, 0), (0, 0, 0)] {
        let leaves = [vec![0u8; a as usize], vec![1; b as usize], vec![2; c as usize]].concat();
        let star = Graph::from_pairs(leaves.len() + 1, (1..=leaves.len() as u32).map(|leaf| (0, leaf)));
        let found = brokerage(&star, &[vec![0], leaves].concat());
        let pairs = |size: u64| size * size.saturating_sub(1);
        assert_eq!(found[0], roles(pairs(a), pairs(b) + pairs(c), a * (b + c), 2 * b * c));
        assert_eq!(found[0].all(), pairs(a + b + c));
        assert!(found[1..].iter().all(|of| *of == Roles::default()));
    }
}

#[test]
fn nobody_stands_between_those_who_all_know_each_other() {
    let complete = Graph::from_pairs(7, (0..7u32).flat_map(|b| (0..b).map(move |a| (a, b))));
    assert_eq!(brokerage(&complete, &[0, 1, 2, 0, 1, 2, 0]), [Roles::default(); 7]);
    assert_eq!(brokerage(&Graph::from_pairs(0, []), &[]), []);
    assert_eq!(brokerage(&Graph::from_pairs(2, [(0, 1)]), &[0, 1]), [Roles::default(); 2]);
}

#[test]
fn the_totals_are_those_of_the_nodes() {
    let input = Example::load().input;
    let each = brokerage(&input.graph, &domain_groups(&input.domains));
    let total = role_totals(&input, &Chance::default(), &mut keep_going).unwrap();
    let sum = |of: fn(&Roles) -> u64| Some(each.iter().map(of).sum::<u64>() as f64);
    assert_eq!(total.coordinator.value, sum(|it| it.coordinator));
    assert_eq!(total.consultant.value, sum(|it| it.consultant));
    assert_eq!(total.gatekeeper.value, sum(|it| it.gatekeeper));
    assert_eq!(total.liaison.value, sum(|it| it.liaison));
    assert_eq!(role_totals(&input, &Chance::default(), &mut |_, _| false), None);
}

proptest! {
    #[test]
    fn new_numbers_for_the_nodes_change_nothing((input, new_at) in network_and_order(14)) {
        let of = |input: &Input| brokerage(&input.graph, &domain_groups(&input.domains));
        let (before, after) = (of(&input), of(&relabelled(&input, &new_at)));
        for (node, &new) in new_at.iter().enumerate() {
            prop_assert_eq!(before[node], after[new as usize]);
        }
    }

    #[test]
    fn all_roles_together_are_the_open_pairs((input, _) in network_and_order(14)) {
        let graph = &input.graph;
        let found = brokerage(graph, &domain_groups(&input.domains));
        for node in 0..graph.nodes() as u32 {
            let around = graph.neighbours(node);
            let open = around.iter().flat_map(|&a| around.iter().map(move |&b| (a, b))).filter(|&(a, b)| a != b && !graph.linked(a, b));
            prop_assert_eq!(found[node as usize].all(), open.count() as u64);
        }
    }
}
