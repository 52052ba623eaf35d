//! What must hold for every network: laws, another implementation, and every way in which the unknown could turn out.

use super::*;
use crate::network::{PairBits, Unknown};
use proptest::prelude::*;

/// A random network: some pairs linked, some unknown, any domain (sides follow), governance blocked or not.
pub(super) fn networks(nodes: impl Strategy<Value = usize>, unknown_share: f64) -> impl Strategy<Value = Input> {
    let of_size = move |nodes: usize| {
        let pairs = nodes * nodes.saturating_sub(1) / 2;
        let kinds = proptest::collection::vec(proptest::sample::select(Domain::ALL.to_vec()), nodes);
        let linked = proptest::collection::vec(proptest::bool::weighted(0.3), pairs);
        let unknown = proptest::collection::vec(proptest::bool::weighted(unknown_share), pairs);
        (kinds, linked, unknown, any::<bool>())
    };
    nodes.prop_flat_map(of_size).prop_map(|(domains, linked, unknown, block)| {
        let nodes = domains.len();
        let pairs: Vec<(u32, u32)> = (0..nodes as u32).flat_map(|b| (0..b).map(move |a| (a, b))).collect();
        let chosen =
            |which: &[bool]| pairs.iter().zip(which).filter(|(_, chosen)| **chosen).map(|(&pair, _)| pair).collect::<Vec<_>>();
        let mut bits = PairBits::new(nodes);
        chosen(&unknown).into_iter().for_each(|(a, b)| bits.insert(a, b));
        let blocked = domains.iter().map(|&domain| block && domain == Domain::Governance).collect();
        let graph = Graph::from_pairs(nodes, chosen(&linked));
        Input { unknown: Unknown::Pairs(bits), blocked, ..Input::plain(graph, domains) }
    })
}

/// The same network with node `new_at[i]` in the place of node i.
pub(super) fn relabelled(input: &Input, new_at: &[u32]) -> Input {
    let mut moved = input.clone();
    for (old, &new) in new_at.iter().enumerate() {
        moved.domains[new as usize] = input.domains[old];
        moved.sides[new as usize] = input.sides[old];
        moved.blocked[new as usize] = input.blocked[old];
    }
    let new = |(a, b): (u32, u32)| (new_at[a as usize], new_at[b as usize]);
    moved.graph = Graph::from_pairs(new_at.len(), input.graph.pairs().map(new));
    let mut bits = PairBits::new(new_at.len());
    input.unknown.pairs(&input.graph).map(new).for_each(|(a, b)| bits.insert(a, b));
    Input { unknown: Unknown::Pairs(bits), ..moved }
}

pub(super) fn network_and_order(nodes_below: usize) -> impl Strategy<Value = (Input, Vec<u32>)> {
    networks(0..nodes_below, 0.2).prop_flat_map(|input| {
        let order: Vec<u32> = (0..input.domains.len() as u32).collect();
        (Just(input), Just(order).prop_shuffle())
    })
}

/// Names whose low and high are what the worst and the best completion give.
const EXACT: [&str; 13] = [
    "averageDegree",
    "components",
    "crossDensity",
    "crossEfficiency",
    "density",
    "distanceFragmentation",
    "domainGapRatio",
    "eIIndex",
    "eIIndexSides",
    "fragmentation",
    "globalEfficiency",
    "shortLineShare",
    "unreachablePairs",
];

proptest! {
    #[test]
    fn new_numbers_for_the_nodes_change_nothing((input, new_at) in network_and_order(14)) {
        let (mut before, mut after) = (structure(&input), structure(&relabelled(&input, &new_at)));
        // Shares of paths are summed in the order of the nodes: the last digit may differ.
        let shares = [&mut before, &mut after].map(|it| it.measures.remove("betweennessCentralisation").unwrap());
        prop_assert_eq!((shares[0].reason, shares[0].caution), (shares[1].reason, shares[1].caution));
        if let Some(wanted) = shares[0].value {
            assert_near("betweennessCentralisation", shares[1].value, wanted, TOLERANCE);
        }
        prop_assert_eq!(&before.measures, &after.measures);
        prop_assert_eq!(&before.mixing, &after.mixing);
        let mut points: Vec<u32> = before.articulation_points.iter().map(|&node| new_at[node as usize]).collect();
        points.sort_unstable();
        prop_assert_eq!(&points, &after.articulation_points);
        let sizes = |structure: &Structure| structure.components.iter().map(Vec::len).collect::<Vec<_>>();
        prop_assert_eq!(sizes(&before), sizes(&after));
    }

    #[test]
    fn every_number_is_finite_within_its_bounds_or_has_a_reason(input in networks(0..14usize, 0.3)) {
        for (name, it) in structure(&input).measures {
            prop_assert!(it.value.is_some() != it.reason.is_some(), "{}", name);
            prop_assert!([it.value, it.low, it.high, it.expected].into_iter().flatten().all(f64::is_finite), "{}", name);
            if let (Some(low), Some(value), Some(high)) = (it.low, it.value, it.high) {
                prop_assert!(low <= value && value <= high, "{}: {} {} {}", name, low, value, high);
            }
        }
    }

    #[test]
    fn the_bounds_are_what_the_unknown_pairs_can_give(input in networks(2..6usize, 0.35)) {
        let found = structure(&input);
        let unknown: Vec<(u32, u32)> = input.unknown.pairs(&input.graph).collect();
        prop_assume!(unknown.len() <= 6);
        let completions: Vec<Structure> = (0u32..1 << unknown.len())
            .map(|chosen| {
                let added = unknown.iter().enumerate().filter(|(bit, _)| chosen >> bit & 1 == 1).map(|(_, &pair)| pair);
                let graph = Graph::from_pairs(input.domains.len(), input.graph.pairs().chain(added));
                structure(&Input { graph, unknown: Unknown::Nothing, ..input.clone() })
            })
            .collect();
        for name in EXACT {
            let Measure { value: Some(_), low, high, .. } = found.measures[name] else { continue };
            let values = || completions.iter().filter_map(|it| it.measures[name].value);
            assert_near(name, low, values().fold(f64::INFINITY, f64::min), TOLERANCE);
            assert_near(name, high, values().fold(f64::NEG_INFINITY, f64::max), TOLERANCE);
        }
    }

    #[test]
    fn somebody_without_lines_changes_only_what_they_should(input in networks(2..14usize, 0.0)) {
        let before = structure(&input);
        let mut more = input.clone();
        more.domains.push(Domain::Education);
        more.sides.push(None);
        more.blocked.push(false);
        more.graph = Graph::from_pairs(more.domains.len(), input.graph.pairs());
        more.unknown = Unknown::Nothing;
        let after = structure(&more);
        for name in ["links", "eIIndexSides", "assortativity", "domainModularity", "transitivity", "crossEfficiency",
            "shortLineShare", "unreachablePairs", "responseShare"] {
            prop_assert_eq!(before.measures[name], after.measures[name], "{}", name);
        }
        for name in ["eIIndex", "crossDensity"] {
            prop_assert_eq!(before.measures[name].value, after.measures[name].value, "{}", name);
        }
        prop_assert_eq!(&before.articulation_points, &after.articulation_points);
        let nodes = input.domains.len() as f64;
        let pairs_before_share = (nodes - 1.0) / (nodes + 1.0);
        for (name, factor) in [("density", pairs_before_share), ("averageDegree", nodes / (nodes + 1.0)),
            ("globalEfficiency", pairs_before_share)] {
            assert_near(name, value(&after, name), value(&before, name).unwrap() * factor, TOLERANCE);
        }
        prop_assert_eq!(value(&after, "components"), value(&before, "components").map(|parts| parts + 1.0));
    }

    #[test]
    fn nobody_asked_is_every_unlinked_pair_unknown(input in networks(0..12usize, 1.0)) {
        let listed = structure(&input);
        let unlisted = structure(&Input { unknown: Unknown::Unlinked, ..input.clone() });
        prop_assert_eq!(&listed.mixing, &unlisted.mixing);
        prop_assert_eq!(listed.measures, unlisted.measures);
        let groups = domain_groups(&input.domains);
        let within = |unknown: &Unknown| unknown.count_within(&input.graph, &groups);
        prop_assert_eq!(within(&input.unknown), within(&Unknown::Unlinked));
        prop_assert_eq!(within(&input.unknown), Mixing::of(&input.graph, &groups, &input.unknown).within().unknown);
    }

    #[test]
    fn an_articulation_point_is_one_whose_leaving_splits(input in networks(0..14usize, 0.0)) {
        let graph = &input.graph;
        let parts = components(graph).len();
        let splits = |&node: &u32| {
            let barred: Vec<bool> = (0..graph.nodes() as u32).map(|other| other == node).collect();
            // Barred, the node stays as a part of its own.
            components(&graph.without_links_of(&barred)).len() > parts + usize::from(graph.degree(node) > 0)
        };
        prop_assert_eq!(articulation_points(graph), (0..graph.nodes() as u32).filter(splits).collect::<Vec<_>>());
    }

    #[test]
    fn rustworkx_finds_the_same(input in networks(0..40usize, 0.0)) {
        use rustworkx_core::connectivity;
        let (graph, other) = (&input.graph, input.graph.to_petgraph());
        let theirs = rustworkx_core::transitivity::graph_transitivity(&other);
        match transitivity(graph, &Unknown::Nothing).value {
            Some(ours) => prop_assert!((ours - theirs).abs() < TOLERANCE, "{} {}", ours, theirs),
            None => prop_assert!(graph.nodes() == 0 || (0..graph.nodes() as u32).all(|node| graph.degree(node) < 2)),
        }
        let mut points: Vec<u32> =
            connectivity::articulation_points(&other, None).into_iter().map(|node| node.index() as u32).collect();
        points.sort_unstable();
        prop_assert_eq!(articulation_points(graph), points);
        let mut parts: Vec<Vec<u32>> = connectivity::connected_components(&other)
            .into_iter()
            .map(|part| part.into_iter().map(|node| node.index() as u32).collect())
            .collect();
        parts.iter_mut().for_each(|part| part.sort_unstable());
        parts.sort_by_key(|part| (std::cmp::Reverse(part.len()), part[0]));
        prop_assert_eq!(components(graph), parts);
    }
}
