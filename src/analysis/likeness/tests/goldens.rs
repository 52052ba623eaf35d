//! Portraits against netrd, coverage and ratios against NumPy, trees against SciPy (data/oracles/likeness.py).

use super::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Goldens {
    networks: Vec<Network>,
    divergences: Vec<(usize, usize, f64)>,
    coverage: Vec<CoverageGolden>,
    ratios: Vec<RatioGolden>,
    trees: Vec<Tree>,
}

#[derive(Deserialize)]
struct Network {
    nodes: usize,
    links: Vec<(u32, u32)>,
}

#[derive(Deserialize)]
struct CoverageGolden {
    one: String,
    other: String,
    weights: Vec<u32>,
    distance: Option<f64>,
    compared: u32,
}

#[derive(Deserialize)]
struct RatioGolden {
    domains: Vec<Domain>,
    links: Vec<(u32, u32)>,
    /// Row by row over `Domain::ALL`, a pair once.
    ratios: Vec<Option<f64>>,
    /// To the one before it; absent for the first.
    distance: Option<f64>,
}

#[derive(Deserialize)]
struct Tree {
    /// States of each coalition as a word.
    coalitions: Vec<String>,
    weights: Vec<u32>,
    /// Rows of SciPy's linkage.
    merges: Vec<(usize, usize, f64, usize)>,
    order: Vec<usize>,
}

fn goldens() -> Goldens {
    serde_json::from_str(include_str!("../../../../data/oracles/likeness.json")).unwrap()
}

#[test]
fn netrd_finds_the_same_divergences() {
    let goldens = goldens();
    let portraits: Vec<Portrait> =
        goldens.networks.iter().map(|it| Portrait::of(&Graph::from_pairs(it.nodes, it.links.iter().copied()))).collect();
    assert!(goldens.divergences.len() >= 60);
    for (a, b, wanted) in goldens.divergences {
        near(portrait_divergence(&portraits[a], &portraits[b]).unwrap(), wanted);
    }
}

#[test]
fn numpy_finds_the_same_distances_over_kinds_and_domains() {
    let goldens = goldens();
    assert!(goldens.coverage.len() >= 20 && goldens.ratios.len() >= 8);
    for golden in goldens.coverage {
        let found = coverage_distance(&coverage(&golden.one), &coverage(&golden.other), &golden.weights);
        assert_eq!((found.distance().is_some(), found.weight), (golden.distance.is_some(), golden.compared), "{}", golden.one);
        near(found.distance().unwrap_or(0.0), golden.distance.unwrap_or(0.0));
    }
    let mut before: Option<MixingRatios> = None;
    for golden in goldens.ratios {
        let found = ratios(&golden.domains, &golden.links, &Unknown::Nothing);
        for (pair, wanted) in golden.ratios.iter().enumerate() {
            assert_eq!(found.ratio(pair).is_some(), wanted.is_some(), "pair {pair}");
            near(found.ratio(pair).unwrap_or(0.0), wanted.unwrap_or(0.0));
        }
        if let Some(before) = before {
            let distance = mixing_distance(&before, &found).distance();
            assert_eq!(distance.is_some(), golden.distance.is_some());
            near(distance.unwrap_or(0.0), golden.distance.unwrap_or(0.0));
        }
        before = Some(found);
    }
}

#[test]
fn scipy_grows_the_same_trees() {
    let goldens = goldens();
    assert!(goldens.trees.len() >= 4);
    for golden in goldens.trees {
        let all: Vec<Features> = golden.coalitions.iter().map(|word| features(word)).collect();
        let tree = likeness_tree(&Likenesses::of(&all, &golden.weights));
        assert_eq!(tree.left_out, Vec::<usize>::new());
        assert_eq!(tree.merges.len(), golden.merges.len());
        for (found, (left, right, height, size)) in tree.merges.iter().zip(golden.merges) {
            assert_eq!((found.left, found.right, found.size), (left, right, size));
            near(found.height, height);
        }
        assert_eq!(tree.order, golden.order);
    }
}
