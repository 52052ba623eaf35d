//! Seeded random networks, cut by NetworkX (data/oracles/networkx_carriers.py).

use super::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Goldens {
    networks: Vec<Golden>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Golden {
    name: String,
    nodes: usize,
    links: Vec<(u32, u32)>,
    first: Vec<u32>,
    second: Vec<u32>,
    carriers: usize,
    in_some_cut: Vec<u32>,
}

#[test]
fn networkx_cuts_the_same() {
    let goldens: Goldens = serde_json::from_str(include_str!("../../../../data/oracles/networkx_carriers.json")).unwrap();
    assert_eq!(goldens.networks.len(), 12);
    for golden in goldens.networks {
        let found = carriers(&named(golden.nodes, &golden.links, &golden.first, &golden.second)).unwrap();
        assert_eq!(found.low, golden.carriers, "{}", golden.name);
        assert_eq!(found.in_some_cut, golden.in_some_cut, "{}", golden.name);
        assert_eq!(found.cut.len(), golden.carriers, "{}", golden.name);
        assert!(found.cut.iter().all(|node| golden.in_some_cut.contains(node)), "{}", golden.name);
    }
}
