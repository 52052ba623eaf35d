//! Likeness against closed forms, NumPy, netrd and SciPy, and its own laws.

mod closed_forms;
mod goldens;
mod laws;

use super::*;
use crate::analysis::measures::{Mixing, domain_groups};
use crate::model::Domain;
use crate::network::{Graph, Unknown};

fn near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() <= 1e-9, "{found} is not {wanted}");
}

/// Coverage from a word: a kind a letter (`t`akes part, `n`ear, `w`anted, `a`bsent, `?` unknown).
fn coverage(word: &str) -> Coverage {
    Coverage::of(word.chars().map(|letter| match letter {
        't' => Some(KindState::TakesPart),
        'n' => Some(KindState::Near),
        'w' => Some(KindState::Wanted),
        'a' => Some(KindState::Absent),
        _ => None,
    }))
}

fn features(word: &str) -> Features {
    Features { coverage: coverage(word), ratios: MixingRatios::NONE, portrait: None }
}

fn ratios(domains: &[Domain], links: &[(u32, u32)], unknown: &Unknown) -> MixingRatios {
    let graph = Graph::from_pairs(domains.len(), links.iter().copied());
    MixingRatios::of(&Mixing::of(&graph, &domain_groups(domains), unknown))
}

fn path(nodes: u32) -> Graph {
    Graph::from_pairs(nodes as usize, (1..nodes).map(|node| (node - 1, node)))
}

fn star(nodes: u32) -> Graph {
    Graph::from_pairs(nodes as usize, (1..nodes).map(|node| (0, node)))
}

fn complete(nodes: u32) -> Graph {
    Graph::from_pairs(nodes as usize, (0..nodes).flat_map(|a| (0..a).map(move |b| (b, a))))
}
