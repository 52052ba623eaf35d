//! Measures against what others say they are: closed forms, the worked example, NetworkX, rustworkx-core, and their own laws.

mod answered;
mod baseline_goldens;
mod chance;
mod claims;
mod closed_forms;
mod goldens;
mod groups_found;
mod laws;
mod positions_closed_forms;
mod positions_goldens;
mod positions_laws;
mod standing_between;
mod worked_example;

use super::*;
use crate::model::Domain;
use crate::network::Graph;

/// Largest difference between two numbers that count as the same.
const TOLERANCE: f64 = 1e-12;

#[track_caller]
fn assert_near(name: &str, found: Option<f64>, wanted: f64, tolerance: f64) {
    let found = found.unwrap_or_else(|| panic!("{name} has no value, {wanted} was expected"));
    assert!((found - wanted).abs() <= tolerance, "{name} is {found}, {wanted} was expected");
}

/// The value of a measure by name.
#[track_caller]
fn value(structure: &Structure, name: &str) -> Option<f64> {
    structure.measures.get(name).unwrap_or_else(|| panic!("there is no measure {name}")).value
}

#[track_caller]
fn assert_values(structure: &Structure, wanted: &[(&str, f64)]) {
    for &(name, wanted) in wanted {
        assert_near(name, value(structure, name), wanted, TOLERANCE);
    }
}

/// A plain network, of which everything is known.
fn plain(domains: Vec<Domain>, pairs: impl IntoIterator<Item = (u32, u32)>) -> Structure {
    structure(&Input::plain(Graph::from_pairs(domains.len(), pairs), domains))
}
