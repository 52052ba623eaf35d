//! Positions in seeded random networks, found by NetworkX and igraph (data/oracles/networkx_positions.py).

use super::*;
use crate::analysis::effort::Effort;
use serde::Deserialize;
use std::collections::HashMap;

/// Others sum floating-point numbers in another order.
const OTHERS_TOLERANCE: f64 = 1e-9;

#[derive(Deserialize)]
struct Goldens {
    networks: Vec<Golden>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Golden {
    name: String,
    domains: Vec<Domain>,
    links: Vec<(u32, u32)>,
    weights: Vec<u32>,
    claims: Vec<(u32, u32)>,
    betweenness: Vec<Option<f64>>,
    cross_betweenness: Vec<Option<f64>>,
    harmonic_closeness: Vec<Option<f64>>,
    constraint: Vec<Option<f64>>,
    weighted_constraint: Vec<Option<f64>>,
    effective_size: Vec<Option<f64>>,
    prestige: Vec<Option<f64>>,
    core_number: Vec<u32>,
    articulation_points: Vec<u32>,
    bridges: Vec<(u32, u32)>,
    degree_centralisation: f64,
    betweenness_centralisation: f64,
    departure: Vec<[Option<f64>; 5]>,
    core_periphery: Option<GoldenCore>,
}

#[derive(Deserialize)]
struct GoldenCore {
    core: Vec<u32>,
    correlation: f64,
}

#[track_caller]
fn assert_all(name: &str, found: impl IntoIterator<Item = Option<f64>>, wanted: &[Option<f64>]) {
    let found: Vec<_> = found.into_iter().collect();
    assert_eq!(found.len(), wanted.len(), "{name}");
    for (node, (found, wanted)) in found.into_iter().zip(wanted).enumerate() {
        match wanted {
            Some(wanted) => assert_near(&format!("{name} of {node}"), found, *wanted, OTHERS_TOLERANCE),
            None => assert_eq!(found, None, "{name} of {node}"),
        }
    }
}

fn goldens() -> Vec<Golden> {
    let goldens: Goldens = serde_json::from_str(include_str!("../../../../data/oracles/networkx_positions.json")).unwrap();
    assert_eq!(goldens.networks.len(), 10);
    goldens.networks
}

#[test]
fn networkx_and_igraph_see_everybody_in_the_same_place() {
    for golden in goldens() {
        let at = |name: &str| format!("{}: {name}", golden.name);
        let graph = Graph::from_pairs(golden.domains.len(), golden.links.iter().copied());
        let found = standings(&Input::plain(graph.clone(), golden.domains.clone()), &Effort::default()).unwrap();
        let each = |of: fn(&Standing) -> Measure| found.iter().map(move |it| of(it).value).collect::<Vec<_>>();
        assert_all(&at("betweenness"), each(|it| it.betweenness), &golden.betweenness);
        assert_all(&at("cross betweenness"), each(|it| it.cross_betweenness), &golden.cross_betweenness);
        assert_all(&at("harmonic closeness"), each(|it| it.harmonic_closeness), &golden.harmonic_closeness);
        assert_all(&at("constraint"), each(|it| it.constraint), &golden.constraint);
        assert_all(&at("effective size"), each(|it| it.effective_size), &golden.effective_size);
        let column = |place: usize| golden.departure.iter().map(|row| row[place]).collect::<Vec<_>>();
        let without: [(&str, fn(&Standing) -> Measure); 5] = [
            ("fragmentation", |it| it.departure.fragmentation),
            ("distance fragmentation", |it| it.departure.distance_fragmentation),
            ("fragmentation change", |it| it.departure.fragmentation_change),
            ("distance fragmentation change", |it| it.departure.distance_fragmentation_change),
            ("cross efficiency change", |it| it.departure.cross_efficiency_change),
        ];
        for (place, (name, of)) in without.into_iter().enumerate() {
            assert_all(&at(name), each(of), &column(place));
        }
        assert_eq!(found.iter().map(|it| it.core_number).collect::<Vec<_>>(), golden.core_number, "{}", golden.name);
        let points: Vec<u32> = found.iter().filter(|it| it.articulation).map(|it| it.node).collect();
        assert_eq!(points, golden.articulation_points, "{}", golden.name);
        assert_eq!(cuts(&graph).bridges, golden.bridges, "{}", golden.name);
        let structure = structure(&Input::plain(graph, golden.domains.clone()));
        for (name, wanted) in [
            ("degreeCentralisation", golden.degree_centralisation),
            ("betweennessCentralisation", golden.betweenness_centralisation),
        ] {
            assert_near(&at(name), value(&structure, name), wanted, OTHERS_TOLERANCE);
        }
    }
}

#[test]
fn networkx_weighs_lines_and_counts_names_the_same() {
    for golden in goldens() {
        let graph = Graph::from_pairs(golden.domains.len(), golden.links.iter().copied());
        let weight: HashMap<_, _> = golden.links.iter().copied().zip(golden.weights.iter().copied()).collect();
        let weights: Vec<u32> = (0..graph.nodes() as u32)
            .flat_map(|a| graph.neighbours(a).iter().map(|&b| weight[&(a.min(b), a.max(b))]).collect::<Vec<_>>())
            .collect();
        assert_all(&golden.name, constraint(&graph, Some(&weights)), &golden.weighted_constraint);
        let named = prestige(graph.nodes(), golden.claims.iter().copied()).unwrap();
        assert_all(&golden.name, named.into_iter().map(Some), &golden.prestige);
    }
}

#[test]
fn no_core_is_better_than_the_one_that_is_found() {
    let small = || goldens().into_iter().filter(|golden| golden.domains.len() <= 14);
    assert_eq!(small().count(), 4);
    for golden in small() {
        let found = core_periphery(&Graph::from_pairs(golden.domains.len(), golden.links.iter().copied()));
        match (found, golden.core_periphery) {
            (Some(found), Some(wanted)) => {
                assert_near(&golden.name, Some(found.correlation), wanted.correlation, OTHERS_TOLERANCE);
                assert_eq!(found.core, wanted.core, "{}", golden.name);
            }
            (found, wanted) => assert!(found.is_none() && wanted.is_none(), "{}", golden.name),
        }
    }
}
