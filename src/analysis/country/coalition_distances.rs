//! Distances between the medical and the social domain within coalitions.

use crate::analysis::measures::distance_counts;
use crate::model::Domain;
use crate::network::Country;

/// Distances between two domains in one network.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Distances {
    /// Pairs that can reach each other.
    pub reachable: u64,
    /// Pairs that cannot.
    pub unreachable: u64,
    /// Steps of all reachable pairs together.
    pub steps: u64,
}

impl Distances {
    /// Steps a reachable pair; `None` without one.
    pub fn mean(&self) -> Option<f64> {
        (self.reachable > 0).then(|| self.steps as f64 / self.reachable as f64)
    }
}

/// Distances within coalitions: how far apart are the medical and the social organisations of each coalition?
///
/// Takes: organisation view, undirected, unweighted; of every coalition only the lines with both ends in it.
/// Gives: for every coalition its (medical, social) pairs, reachable or not, and their steps.
/// Undefined: never; without a medical or a social organisation all counts are 0.
/// Cost: O(Σ |M|·m·D / 64) words over the coalitions. Deterministic.
/// Source: as `measures::distance_counts`.
/// Checked: path and split coalition in closed form; data/oracles (NetworkX).
pub fn coalition_distances(country: &Country) -> Vec<Distances> {
    (0..country.coalitions()).map(|coalition| within(country, coalition)).collect()
}

fn within(country: &Country, coalition: usize) -> Distances {
    let members = country.members(coalition);
    let of = |domain: Domain| -> Vec<u32> {
        let is = |member: &u32| country.domains()[*member as usize] == domain;
        members.clone().filter(is).map(|member| member - members.start).collect()
    };
    let counts = distance_counts(&country.induced(coalition), &of(Domain::Medical), &of(Domain::Social));
    let unreachable = counts.unreachable();
    let reachable = counts.pairs() - unreachable;
    // A pair at d steps is not yet within 0, 1, … d − 1 steps: d times.
    let beyond = (0..).map(|steps| reachable - counts.within(steps));
    Distances { reachable, unreachable, steps: beyond.take_while(|&pairs| pairs > 0).sum() }
}
