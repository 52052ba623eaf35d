//! Seeded random networks, measured by NetworkX (data/oracles/networkx_measures.py).

use super::*;
use crate::network::{PairBits, Unknown};
use serde::Deserialize;
use std::collections::BTreeMap;

/// NetworkX sums floating-point numbers in another order.
const NETWORKX_TOLERANCE: f64 = 1e-9;
/// Measures whose value with every unknown pair linked is the other bound.
const RISING: [&str; 6] = ["density", "averageDegree", "globalEfficiency", "crossDensity", "crossEfficiency", "shortLineShare"];
/// The same, for measures that fall with lines.
const FALLING: [&str; 4] = ["components", "fragmentation", "distanceFragmentation", "unreachablePairs"];

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
    unknown: Vec<(u32, u32)>,
    value: BTreeMap<String, f64>,
    completed: BTreeMap<String, f64>,
    mixing: Vec<(Domain, Domain, u64, u64, u64)>,
    articulation_points: Vec<u32>,
    components: Vec<Vec<u32>>,
}

impl Golden {
    fn structure(&self) -> Structure {
        let nodes = self.domains.len();
        let mut bits = PairBits::new(nodes);
        self.unknown.iter().for_each(|&(a, b)| bits.insert(a, b));
        let graph = Graph::from_pairs(nodes, self.links.iter().copied());
        let blocked = self.domains.iter().map(|&domain| domain == Domain::Governance).collect();
        structure(&Input { unknown: Unknown::Pairs(bits), blocked, ..Input::plain(graph, self.domains.clone()) })
    }
}

#[test]
fn networkx_finds_the_same() {
    let goldens: Goldens = serde_json::from_str(include_str!("../../../../data/oracles/networkx_measures.json")).unwrap();
    assert_eq!(goldens.networks.len(), 12);
    for golden in goldens.networks {
        let found = golden.structure();
        let at = |name: &str| format!("{name} of {}", golden.name);
        for (name, &wanted) in &golden.value {
            assert_near(&at(name), value(&found, name), wanted, NETWORKX_TOLERANCE);
        }
        for name in RISING {
            assert_near(&at(name), found.measures[name].high, golden.completed[name], NETWORKX_TOLERANCE);
        }
        for name in FALLING {
            assert_near(&at(name), found.measures[name].low, golden.completed[name], NETWORKX_TOLERANCE);
        }
        let mixing: Vec<_> = found.mixing.iter().map(|it| (it.a, it.b, it.ties, it.possible, it.unknown)).collect();
        assert_eq!(mixing, golden.mixing, "{}", golden.name);
        assert_eq!(found.articulation_points, golden.articulation_points, "{}", golden.name);
        assert_eq!(found.components, golden.components, "{}", golden.name);
    }
}
