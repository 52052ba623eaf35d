//! Measures over claims and persons, beside those over the lines: who confirms, who refers back, and on how many people it rests.

use crate::analysis::carriers::{carrier_input, carriers, pairs_behind};
use crate::analysis::measures::*;
use crate::model::*;
use crate::network::*;

/// What is measured of claims and persons, by name, and the most carriers there could be.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    /// Each measure by its name in the API.
    pub measures: [(&'static str, Measure); 6],
    /// People known on the smaller side; absent: none are.
    pub carriers_cap: Option<usize>,
    /// Pairs of which both ends answered and one of them names a line: `confirmedShare` is a share of these.
    pub named_pairs: u64,
}

/// Takes the places of the members that count. Cost: O(members² · coverages + claims · log + that of `carriers`).
pub fn carried(network: &Network, counted: &[usize]) -> Carried {
    let lines = || {
        let holds = |link: &&Link| network.holds(link) && link.ends().iter().all(|end| counted.contains(end));
        network.practice().filter(holds)
    };
    let behind = pairs_behind(network);
    let pairs = lines().map(|link| behind.get(&(link.a, link.b)).copied().unwrap_or_default());
    let arcs = arcs(network, counted);
    let (carriers, carriers_cap) = carriers_measure(network);
    let dyads = dyads(network, counted);
    Carried {
        measures: [
            ("carriers", carriers),
            ("confirmedShare", confirmed_share(dyads)),
            ("correctedReciprocity", corrected_reciprocity(&arcs)),
            ("reciprocity", reciprocity(&arcs)),
            ("multiplexity", multiplexity(lines().map(|link| link.kinds.len()))),
            ("personDependence", person_dependence(PersonLines::of(pairs))),
        ],
        carriers_cap,
        named_pairs: dyads.mutual + dyads.asymmetric,
    }
}

/// With each "somebody" as one person; the bounds say what named persons alone can cut.
pub fn carriers_measure(network: &Network) -> (Measure, Option<usize>) {
    let Some(found) = carriers(&carrier_input(network, Member::counts)) else {
        return (Measure { reason: Some(Reason::NoPersons), ..Measure::default() }, None);
    };
    let low = found.low as f64;
    let high = found.high.map(|high| high as f64);
    let caution = (high != Some(low)).then_some(Caution::Anonymous);
    (Measure { value: Some(low), low: Some(low), high, caution, ..Measure::default() }, Some(found.cap))
}

/// What both ends answered, over the pairs of which both did.
fn dyads(network: &Network, counted: &[usize]) -> Dyads {
    let answered: Vec<usize> = counted.iter().copied().filter(|&place| network.has_answered(place)).collect();
    let pairs = answered.iter().enumerate().flat_map(|(i, &a)| answered[i + 1..].iter().map(move |&b| (a, b)));
    Dyads::of(pairs.map(|(a, b)| network.link(a, b, Level::Practice).map_or([false; 2], |link| link.said_by)))
}

/// Asserted lines of kinds that have a direction, between members that count.
pub fn arcs(network: &Network, counted: &[usize]) -> Arcs {
    let node = |place: usize| counted.iter().position(|&it| it == place).map(|node| node as u32);
    let directed = |claim: &&Claim| {
        let kind = network.catalogue.link(&claim.kind);
        claim.stance == Stance::Asserted && kind.is_some_and(|kind| kind.directed && kind.level == Level::Practice)
    };
    let mut arcs = Vec::new();
    for claim in network.claims.values().filter(directed) {
        let Scope::Pair(pair) = &claim.scope else { continue };
        let [from, to] = pair.ends().map(|end| network.places_of(end));
        for (a, b) in from.iter().flat_map(|&a| to.iter().map(move |&b| (a, b))) {
            let holds = network.link(a, b, Level::Practice).is_some_and(|link| network.holds(link));
            arcs.extend(node(a).zip(node(b)).filter(|_| holds));
        }
    }
    Arcs::from_pairs(counted.len(), arcs)
}
