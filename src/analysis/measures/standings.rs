//! Where every partner stands in the network.

use super::*;
use crate::analysis::effort::{Cancelled, Effort};
use serde::Serialize;
use utoipa::ToSchema;

/// The place of one partner in the network: no score, and no order among partners.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Standing {
    /// The node.
    pub node: u32,
    /// Known lines.
    pub degree: u32,
    /// Share of the shortest lines between the others that run over it, 0 ..= 1.
    pub betweenness: Measure,
    /// Pairs of a medical and a social partner whose shortest lines run over it, shares added up.
    pub cross_betweenness: Measure,
    /// Mean of 1/d to the others, 0 ..= 1.
    pub harmonic_closeness: Measure,
    /// How far its lines lead to the same circle: low is room, 1 and above is none.
    pub constraint: Measure,
    /// To how many separate circles its lines lead.
    pub effective_size: Measure,
    /// How deep inside the network it stands.
    pub core_number: u32,
    /// Does it belong to the core? Absent if no core can be told apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_core: Option<bool>,
    /// Why it is not said whether it belongs to the core.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_core_reason: Option<Reason>,
    /// Does the network fall apart without it?
    pub articulation: bool,
    /// What the others would lose without it.
    pub departure: Departure,
}

/// Standings: where does every partner stand in this network?
///
/// Takes: organisation view, undirected, unweighted; see `Input`. How long it may take; progress is told a measure at a time.
/// Panics: a list is shorter than the number of nodes.
/// Gives: one answer a node, in the order of the nodes. Unknown pairs count as no line: each number then has a caution.
/// Undefined: never; each measure by itself may be. Cancelled: `Cancelled`.
/// Cost: that of `departures`: for one coalition, not for a country. Deterministic.
/// Source, checked: with each measure.
pub fn standings(input: &Input, effort: &Effort) -> Result<Vec<Standing>, Cancelled> {
    let graph = &input.graph;
    let (across, [medical, social]) = (across_sides(input), sides_of(input));
    let between = betweenness(graph, effort)?;
    let cross = cross_betweenness(&across, &medical, &social, effort)?;
    let departures = departures(graph, &across, &medical, &social, effort)?;
    let closeness = harmonic_closeness(graph);
    let (constraint, effective, cores) = (constraint(graph, None), effective_size(graph), core_numbers(graph));
    let core = core_periphery(graph).map(|found| found.core);
    let points = articulation_points(graph);
    let unsure = input.unknown.count(graph) > 0;
    let of = |value: Option<f64>, reason: Reason| {
        cautious(value.map_or(Measure::absent(reason), |it| Measure::of(it, reason)), unsure)
    };
    let at = |values: &Option<Vec<f64>>, node: usize| values.as_ref().map(|values| values[node]);
    let standing = |(node, departure): (usize, Departure)| Standing {
        node: node as u32,
        degree: graph.degree(node as u32) as u32,
        betweenness: of(at(&between, node), Reason::NobodyBetween),
        cross_betweenness: of(at(&cross, node), Reason::EmptySide),
        harmonic_closeness: of(at(&closeness, node), Reason::TooFewMembers),
        constraint: of(constraint[node], Reason::WithoutLines),
        effective_size: of(effective[node], Reason::WithoutLines),
        core_number: cores[node],
        in_core: core.as_ref().map(|core| core.binary_search(&(node as u32)).is_ok()),
        in_core_reason: core.is_none().then_some(Reason::NoContrast),
        articulation: points.binary_search(&(node as u32)).is_ok(),
        departure: departure.cautious(unsure),
    };
    Ok(departures.into_iter().enumerate().map(standing).collect())
}

fn cautious(measure: Measure, unsure: bool) -> Measure {
    measure.but(unsure, Caution::UnknownPairs)
}

impl Departure {
    fn cautious(self, unsure: bool) -> Self {
        Self {
            fragmentation: cautious(self.fragmentation, unsure),
            distance_fragmentation: cautious(self.distance_fragmentation, unsure),
            fragmentation_change: cautious(self.fragmentation_change, unsure),
            distance_fragmentation_change: cautious(self.distance_fragmentation_change, unsure),
            cross_efficiency_change: cautious(self.cross_efficiency_change, unsure),
        }
    }
}
