//! Carriers against closed forms, brute force, NetworkX and the worked example.

mod brute_force;
mod closed_forms;
mod goldens;

use super::*;

/// Named people, all able to leave.
fn named(nodes: usize, pairs: &[(u32, u32)], first: &[u32], second: &[u32]) -> CarrierInput {
    let sides = (0..nodes as u32).map(|node| [first.contains(&node), second.contains(&node)]).collect();
    CarrierInput { graph: Graph::from_pairs(nodes, pairs.iter().copied()), sides, anonymous: vec![false; nodes] }
}

/// The same, of whom some are a "somebody".
fn with_anonymous(input: CarrierInput, anonymous: &[u32]) -> CarrierInput {
    let anonymous = (0..input.graph.nodes() as u32).map(|node| anonymous.contains(&node)).collect();
    CarrierInput { anonymous, ..input }
}
