//! What must hold for the positions in every network, and what rustworkx-core finds.

use super::laws::{network_and_order, networks, relabelled};
use super::*;
use crate::analysis::effort::Effort;
use proptest::prelude::*;

fn all(input: &Input) -> Vec<Standing> {
    standings(input, &Effort::default()).unwrap()
}

/// Every number of a standing that does not depend on which of several equal cores was chosen.
fn numbers(it: &Standing) -> [Measure; 10] {
    let left = it.departure;
    [
        it.betweenness,
        it.cross_betweenness,
        it.harmonic_closeness,
        it.constraint,
        it.effective_size,
        left.fragmentation,
        left.distance_fragmentation,
        left.fragmentation_change,
        left.distance_fragmentation_change,
        left.cross_efficiency_change,
    ]
}

fn assert_same(one: Measure, other: Measure) {
    assert_eq!((one.reason, one.caution), (other.reason, other.caution));
    if let Some(wanted) = other.value {
        assert_near("the same", one.value, wanted, TOLERANCE);
    }
}

proptest! {
    #[test]
    fn new_numbers_for_the_nodes_move_the_standings_along((input, new_at) in network_and_order(14)) {
        let (before, after) = (all(&input), all(&relabelled(&input, &new_at)));
        for it in &before {
            let moved = &after[new_at[it.node as usize] as usize];
            prop_assert_eq!((it.degree, it.core_number, it.articulation), (moved.degree, moved.core_number, moved.articulation));
            prop_assert_eq!(it.in_core_reason, moved.in_core_reason);
            numbers(it).into_iter().zip(numbers(moved)).for_each(|(one, other)| assert_same(other, one));
        }
        let correlation = |input: &Input| core_periphery(&input.graph).map(|it| it.correlation);
        match (correlation(&input), correlation(&relabelled(&input, &new_at))) {
            (Some(one), other) => assert_near("core", other, one, TOLERANCE),
            (None, other) => prop_assert_eq!(other, None),
        }
    }

    #[test]
    fn every_number_is_finite_and_in_its_range(input in networks(0..14usize, 0.2)) {
        let pairs_across = SideMixing::of(&input.graph, &input.sides, &input.unknown).across().possible as f64;
        for it in all(&input) {
            for measure in numbers(&it) {
                prop_assert!(measure.value.is_some() != measure.reason.is_some());
                prop_assert!(measure.value.is_none_or(f64::is_finite));
            }
            let within = |measure: Measure, low: f64, high: f64| {
                measure.value.is_none_or(|value| low - TOLERANCE <= value && value <= high + TOLERANCE)
            };
            prop_assert!(within(it.betweenness, 0.0, 1.0) && within(it.harmonic_closeness, 0.0, 1.0));
            prop_assert!(within(it.cross_betweenness, 0.0, pairs_across) && within(it.constraint, 0.0, 1.125));
            prop_assert!(within(it.effective_size, 1.0, f64::from(it.degree)));
            prop_assert!(it.core_number <= it.degree);
            let left = it.departure;
            prop_assert!(within(left.fragmentation_change, 0.0, 1.0) && within(left.distance_fragmentation_change, 0.0, 1.0));
            prop_assert!(within(left.cross_efficiency_change, -1.0, 0.0));
            // Only who holds the network together can split it by leaving.
            prop_assert_eq!(left.fragmentation_change.value.is_some_and(|change| change > 0.0), it.articulation);
        }
    }

    #[test]
    fn the_mean_closeness_is_the_global_efficiency(input in networks(2..80usize, 0.0)) {
        let closeness = harmonic_closeness(&input.graph).unwrap();
        let mean = closeness.iter().sum::<f64>() / closeness.len() as f64;
        assert_near("efficiency", value(&structure(&input), "globalEfficiency"), mean, TOLERANCE);
    }

    #[test]
    fn somebody_without_lines_changes_only_what_they_should(input in networks(3..14usize, 0.0)) {
        let before = all(&input);
        let mut more = input.clone();
        more.domains.push(Domain::Education);
        more.sides.push(None);
        more.blocked.push(false);
        more.graph = Graph::from_pairs(more.domains.len(), input.graph.pairs());
        more.unknown = crate::network::Unknown::Nothing;
        let after = all(&more);
        let nodes = input.domains.len() as f64;
        for (it, then) in before.iter().zip(&after) {
            for (one, other) in [(it.cross_betweenness, then.cross_betweenness), (it.constraint, then.constraint),
                (it.effective_size, then.effective_size),
                (it.departure.cross_efficiency_change, then.departure.cross_efficiency_change)] {
                assert_same(other, one);
            }
            prop_assert_eq!((it.core_number, it.articulation), (then.core_number, then.articulation));
            // The same paths, among more pairs of others.
            let scaled = |measure: Measure, factor: f64| measure.value.unwrap() * factor;
            assert_near("betweenness", then.betweenness.value, scaled(it.betweenness, (nodes - 2.0) / nodes), TOLERANCE);
            let closeness = scaled(it.harmonic_closeness, (nodes - 1.0) / nodes);
            assert_near("closeness", then.harmonic_closeness.value, closeness, TOLERANCE);
        }
        let alone = after.last().unwrap();
        prop_assert_eq!((alone.degree, alone.core_number, alone.articulation), (0, 0, false));
        prop_assert_eq!((alone.constraint.reason, alone.betweenness.value), (Some(Reason::WithoutLines), Some(0.0)));
    }

    #[test]
    fn a_bridge_is_a_line_whose_going_splits(input in networks(0..14usize, 0.0)) {
        let graph = &input.graph;
        let parts = components(graph).len();
        let splits = |gone: &(u32, u32)| {
            components(&Graph::from_pairs(graph.nodes(), graph.pairs().filter(|pair| pair != gone))).len() > parts
        };
        prop_assert_eq!(cuts(graph).bridges, graph.pairs().filter(splits).collect::<Vec<_>>());
    }

    #[test]
    fn trying_changes_never_beats_trying_everything(input in networks(4..13usize, 0.0)) {
        // Twelve lonely partners more make the network too large to try everything; they only add pairs to the periphery.
        let Some(best) = core_periphery(&input.graph) else { return Ok(()) };
        let found = core_periphery(&Graph::from_pairs(input.graph.nodes() + 12, input.graph.pairs()));
        prop_assert!(found.as_ref().is_some_and(|it| it.correlation > 0.0 || best.correlation <= 0.0));
        prop_assert!(found.is_none_or(|it| it.correlation <= 1.0 + TOLERANCE && it.core.len() >= 2));
    }

    #[test]
    fn rustworkx_stands_everybody_in_the_same_place(input in networks(3..60usize, 0.0)) {
        let (graph, other) = (&input.graph, input.graph.to_petgraph());
        let theirs = rustworkx_core::centrality::betweenness_centrality(&other, false, true, 200);
        let ours = betweenness(graph, &Effort::default()).unwrap().unwrap();
        for (ours, theirs) in ours.into_iter().zip(theirs) {
            assert_near("betweenness", Some(ours), theirs.unwrap(), TOLERANCE);
        }
        let theirs = rustworkx_core::connectivity::core_number(&other);
        for (node, ours) in core_numbers(graph).into_iter().enumerate() {
            prop_assert_eq!(theirs[&petgraph::graph::NodeIndex::new(node)], ours as usize);
        }
        let bridges = rustworkx_core::connectivity::bridges(&other);
        let mut theirs: Vec<(u32, u32)> = bridges.iter().map(|(a, b)| (a.index() as u32, b.index() as u32))
            .map(|(a, b)| (a.min(b), a.max(b))).collect();
        theirs.sort_unstable();
        prop_assert_eq!(cuts(graph).bridges, theirs);
    }
}
