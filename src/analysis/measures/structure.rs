//! Everything that is measured of one network at one date.

use super::distances::steps;
use super::estimate::{estimated_cross_density, estimated_density};
use super::*;
use crate::analysis::effort::Effort;
use crate::model::{Domain, Side};
use crate::network::{Graph, Unknown};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A network, ready to be measured. Every list has one entry a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Known lines between partners that count.
    pub graph: Graph,
    /// Domain of each node.
    pub domains: Vec<Domain>,
    /// Side of each node, if it has one.
    pub sides: Vec<Option<Side>>,
    /// Nodes whose lines are no steps between the sides (governance: a municipality that knows everybody would make every line
    /// short).
    pub blocked: Vec<bool>,
    /// Links that are no steps between the sides, smaller node first, sorted: known only from sitting in one consultation.
    pub no_steps: Vec<(u32, u32)>,
    /// What is not known.
    pub unknown: Unknown,
    /// The round in which partners were asked, if there was one.
    pub round: Option<Response>,
    /// Which nodes gave their whole list of lines themselves, if there was a round.
    pub answered: Option<Vec<bool>>,
}

impl Input {
    /// A network of which everything is known: sides by domain (medical; social and informal), nothing blocked, no round.
    pub fn plain(graph: Graph, domains: Vec<Domain>) -> Self {
        let side = |domain: &Domain| match domain {
            Domain::Medical => Some(Side::Medical),
            Domain::Social | Domain::Informal => Some(Side::Social),
            Domain::PublicHealth | Domain::Education | Domain::Governance => None,
        };
        let (sides, blocked) = (domains.iter().map(side).collect(), vec![false; domains.len()]);
        Self { graph, domains, sides, blocked, no_steps: vec![], unknown: Unknown::Nothing, round: None, answered: None }
    }
}

/// The measures of one network.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Structure {
    /// Every measure under its name.
    pub measures: BTreeMap<String, Measure>,
    /// The mixing matrix of the domains that occur.
    pub mixing: Vec<MixingCell>,
    /// Components as nodes, largest first.
    pub components: Vec<Vec<u32>>,
    /// Nodes without which the network falls apart, sorted.
    pub articulation_points: Vec<u32>,
}

/// Structure: how is this network built, and what is not known about it?
///
/// Takes: organisation view, undirected, unweighted; see `Input`. Panics: a list is shorter than the number of nodes.
/// Gives: each measure under the name of the API; the docstring of each says its range and when it is absent.
/// Undefined: never; each measure by itself may be.
/// Cost: that of all distances, see `distance_counts`. Deterministic.
/// Source, checked: with each measure.
pub fn structure(input: &Input) -> Structure {
    let Input { graph, unknown, .. } = input;
    let mixing = Mixing::of(graph, &domain_groups(&input.domains), unknown);
    let components = components(graph);
    let completed = Completed::of(graph, unknown);
    let mut measures = BTreeMap::new();
    let mut put = |name: &str, measure: Measure| {
        measures.insert(name.to_owned(), measure);
    };
    put_sizes(input, &mixing, &mut put);
    put_cohesion(input, &components, &completed, &mut put);
    put_centralisation(input, &mut put);
    put_domains(&mixing, &mut put);
    put_sides(input, &mut put);
    Structure { measures, mixing: mixing_cells(&mixing), components, articulation_points: articulation_points(graph) }
}

/// Takes a name and its measure.
pub type Put<'a> = &'a mut dyn FnMut(&str, Measure);

fn put_sizes(input: &Input, mixing: &Mixing, put: Put<'_>) {
    let all = mixing.all();
    let links = all.ties as f64;
    put("members", Measure::exact(input.graph.nodes() as f64));
    put("links", Measure::between(links, links, (all.ties + all.unknown) as f64));
    put("density", density(all).estimating(estimated_density(input)));
    put("averageDegree", average_degree(&input.graph, &input.unknown));
    put("responseShare", response_share(input.round));
    put("knownPairShare", known_pair_share(all));
}

fn put_cohesion(input: &Input, components: &[Vec<u32>], completed: &Completed, put: Put<'_>) {
    let everybody: Vec<u32> = (0..input.graph.nodes() as u32).collect();
    let known = distance_counts(&input.graph, &everybody, &everybody);
    let high = completed.distances(&known, &everybody, &everybody, &vec![false; everybody.len()]);
    let joined = completed.components(components);
    let parts = components.len() as f64;
    put("components", Measure::between(joined.len() as f64, parts, parts));
    put("fragmentation", fragmentation(components, &joined));
    put("distanceFragmentation", distance_fragmentation(&known, &high));
    put("globalEfficiency", global_efficiency(&known, &high));
    put("transitivity", transitivity(&input.graph, &input.unknown));
}

fn put_centralisation(input: &Input, put: Put<'_>) {
    // Silent, without a flag by which to stop it: for one coalition, of a few hundred partners at most, it is done at once.
    let between = betweenness(&input.graph, &Effort::default()).unwrap_or_default();
    let unsure = input.unknown.count(&input.graph) > 0;
    put("degreeCentralisation", degree_centralisation(&input.graph).but(unsure, Caution::UnknownPairs));
    let centralised = betweenness_centralisation(between.as_deref());
    put("betweennessCentralisation", centralised.but(unsure, Caution::UnknownPairs));
}

fn put_domains(mixing: &Mixing, put: Put<'_>) {
    put("eIIndex", e_i_index(mixing));
    put("assortativity", assortativity(mixing));
    put("domainModularity", domain_modularity(mixing));
}

fn put_sides(input: &Input, put: Put<'_>) {
    let sides = SideMixing::of(&input.graph, &input.sides, &input.unknown);
    put("crossDensity", cross_density(&sides).estimating(estimated_cross_density(input)));
    put("domainGapRatio", domain_gap_ratio(&sides));
    put("eIIndexSides", e_i_index_sides(&sides));
    put_lines_across(input, put);
}

/// Lines across: how short, how many short, how many none, between the two sides?
///
/// Takes: see `Input`; whom to give each measure under its name (`crossEfficiency`, `shortLineShare`, `unreachablePairs`).
/// Gives, undefined: as each measure by itself. Caution: a side of fewer than three.
/// Cost: that of the distances from the one side to the other, twice. Deterministic. Source, checked: with each measure.
pub fn put_lines_across(input: &Input, put: Put<'_>) {
    let (across, [medical, social]) = (across_sides(input), sides_of(input));
    let small = (medical.len().min(social.len()) as u64) < SIDE_MEMBERS_MIN;
    let known = distance_counts(&across, &medical, &social);
    // A line that is no step stays none, whatever the unknown pairs turn out to be.
    let completed = Completed::of_steps(&across, &input.graph, &input.unknown);
    let high = completed.distances(&known, &medical, &social, &input.blocked);
    put("crossEfficiency", cross_efficiency(&known, &high).but(small, Caution::SmallSide));
    put("shortLineShare", short_line_share(&known, &high).but(small, Caution::SmallSide));
    put("unreachablePairs", unreachable_pairs(&known, &high));
}

/// The medical and the social nodes.
pub(super) fn sides_of(input: &Input) -> [Vec<u32>; 2] {
    [Side::Medical, Side::Social]
        .map(|side| (0u32..).zip(&input.sides).filter(|(_, of)| **of == Some(side)).map(|(node, _)| node).collect())
}

/// The lines that are steps between the sides.
pub(super) fn across_sides(input: &Input) -> Cow<'_, Graph> {
    if input.no_steps.is_empty() {
        return steps(&input.graph, &input.blocked);
    }
    let is_step = |pair: &(u32, u32)| input.no_steps.binary_search(pair).is_err();
    let stepped = Graph::from_pairs(input.graph.nodes(), input.graph.pairs().filter(is_step));
    Cow::Owned(steps(&stepped, &input.blocked).into_owned())
}
