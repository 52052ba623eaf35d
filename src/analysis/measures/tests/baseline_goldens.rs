//! Chance, brokerage, communities and the adjusted Rand index against data/oracles/baselines.py: every labelling and every triple
//! gone through in Python, modularity by NetworkX, divisions by igraph.

use super::*;
use crate::analysis::nulls::keep_going;
use crate::network::{PairBits, Unknown};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The file has twelve decimals; z is a ratio of sums in another order.
const FILE_TOLERANCE: f64 = 1e-9;
/// Divisions by another random search: its mean may lie this much above ours.
const SEARCH_TOLERANCE: f64 = 2e-3;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Goldens {
    small: Vec<Small>,
    brokerage: Vec<Broker>,
    adjusted_rand: Vec<Rand>,
    communities: Vec<Community>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Small {
    name: String,
    domains: Vec<Domain>,
    links: Vec<(u32, u32)>,
    unknown: Vec<(u32, u32)>,
    measures: BTreeMap<String, Found>,
    mixing: Vec<Cell>,
    role_totals: BTreeMap<String, Found>,
}

#[derive(Deserialize)]
struct Cell {
    a: Domain,
    b: Domain,
    expected: f64,
    ratio: Option<f64>,
    verdict: Found,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Found {
    Why(String),
    Verdict { mean: f64, z: f64, p: f64 },
}

#[derive(Deserialize)]
struct Broker {
    name: String,
    groups: Vec<u8>,
    links: Vec<(u32, u32)>,
    roles: Vec<[u64; 4]>,
}

#[derive(Deserialize)]
struct Rand {
    one: Vec<u32>,
    other: Vec<u32>,
    index: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Community {
    name: String,
    nodes: usize,
    links: Vec<(u32, u32)>,
    weights: Vec<u32>,
    of: Vec<u32>,
    modularity: f64,
    mean_modularity: f64,
}

fn goldens() -> Goldens {
    serde_json::from_str(include_str!("../../../../data/oracles/baselines.json")).unwrap()
}

#[track_caller]
fn assert_found(at: &str, z: Option<f64>, p: Option<f64>, reason: Option<BaselineReason>, wanted: &Found) {
    match wanted {
        Found::Why(why) => {
            let reason =
                serde_json::to_value(reason.unwrap_or_else(|| panic!("{at} has a baseline, {why} was expected"))).unwrap();
            assert_eq!(reason, *why, "{at}");
        }
        Found::Verdict { z: wanted_z, p: wanted_p, .. } => {
            assert_near(&format!("z of {at}"), z, *wanted_z, FILE_TOLERANCE);
            assert_near(&format!("p of {at}"), p, *wanted_p, FILE_TOLERANCE);
        }
    }
}

#[test]
fn python_goes_through_the_same_labellings() {
    let small = goldens().small;
    assert_eq!(small.len(), 8);
    for golden in small {
        let nodes = golden.domains.len();
        let mut bits = PairBits::new(nodes);
        golden.unknown.iter().for_each(|&(a, b)| bits.insert(a, b));
        let graph = Graph::from_pairs(nodes, golden.links.iter().copied());
        let round = Some(Response { asked: 10, answered: 8 });
        let input = Input { unknown: Unknown::Pairs(bits), round, ..Input::plain(graph, golden.domains.clone()) };
        let chance = Chance { rewire_draws: 0, ..Chance::default() };
        let found = structure_with_baselines(&input, &chance, &mut keep_going).unwrap();
        for (name, wanted) in &golden.measures {
            let (at, measure) = (format!("{name} of {}", golden.name), found.measures[name]);
            if measure.value.is_none() {
                assert_eq!(measure.baseline_reason, Some(BaselineReason::NoValue), "{at}");
                continue;
            }
            assert_found(&at, measure.z, measure.p, measure.baseline_reason, wanted);
            if let (Found::Verdict { mean, .. }, "assortativity" | "domainModularity") = (wanted, name.as_str()) {
                assert_near(&at, measure.expected, *mean, FILE_TOLERANCE);
            }
        }
        assert_eq!(found.mixing.len(), golden.mixing.len());
        for (cell, wanted) in found.mixing.iter().zip(&golden.mixing) {
            let at = format!("{:?}–{:?} of {}", cell.a, cell.b, golden.name);
            assert_eq!((cell.a, cell.b), (wanted.a, wanted.b), "{at}");
            assert_found(&at, cell.z, cell.p, cell.baseline_reason, &wanted.verdict);
            if cell.possible > 0 {
                assert_near(&at, cell.expected, wanted.expected, FILE_TOLERANCE);
                assert_eq!(cell.ratio.is_some(), wanted.ratio.is_some(), "{at}");
                assert_near(&at, cell.ratio.or(Some(0.0)), wanted.ratio.unwrap_or(0.0), FILE_TOLERANCE);
            }
        }
        let roles = role_totals(&input, &chance, &mut keep_going).unwrap();
        let by_name = [
            ("coordinator", roles.coordinator),
            ("consultant", roles.consultant),
            ("gatekeeper", roles.gatekeeper),
            ("liaison", roles.liaison),
        ];
        for (name, role) in by_name {
            let at = format!("{name} of {}", golden.name);
            assert_found(&at, role.z, role.p, role.baseline_reason, &golden.role_totals[name]);
            if let Found::Verdict { mean, .. } = golden.role_totals[name] {
                assert_near(&at, role.expected, mean, FILE_TOLERANCE);
            }
        }
    }
}

#[test]
fn python_looks_at_every_triple() {
    for Broker { name, groups, links, roles } in goldens().brokerage {
        let found = brokerage(&Graph::from_pairs(groups.len(), links), &groups);
        let found: Vec<[u64; 4]> = found.iter().map(|it| [it.coordinator, it.consultant, it.gatekeeper, it.liaison]).collect();
        assert_eq!(found, roles, "{name}");
    }
}

#[test]
fn python_finds_the_same_adjusted_rand_index() {
    for Rand { one, other, index } in goldens().adjusted_rand {
        match index {
            Some(index) => assert_near("index", adjusted_rand(&one, &other), index, FILE_TOLERANCE),
            None => assert_eq!(adjusted_rand(&one, &other), None),
        }
    }
}

#[test]
fn igraph_finds_nothing_better_on_average() {
    for golden in goldens().communities {
        let graph = Graph::from_pairs(golden.nodes, golden.links.iter().copied());
        assert_eq!(graph.pairs().collect::<Vec<_>>(), golden.links, "weights are in the order of pairs");
        let weights = Some(golden.weights.as_slice());
        assert_near(&golden.name, modularity(&graph, weights, &golden.of), golden.modularity, FILE_TOLERANCE);
        let ours: f64 = (0..20).map(|seed| communities(&graph, weights, seed).modularity.unwrap()).sum::<f64>() / 20.0;
        assert!(ours >= golden.mean_modularity - SEARCH_TOLERANCE, "{}: {ours}, igraph {}", golden.name, golden.mean_modularity);
    }
}
