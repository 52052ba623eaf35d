//! Brokerage: between whom does a partner stand?

use super::transitivity::each_triangle;
use super::*;
use crate::analysis::nulls::{KeepGoing, each_labelling, verdict};
use crate::network::Graph;
use serde::Serialize;
use utoipa::ToSchema;

/// How often a partner stands between two others who have no line with each other, by whose group is whose.
///
/// Ordered pairs (from, to). Lines here have no direction, so every gatekeeper (A-B-B) read backwards is a representative
/// (A-A-B): the two are one number, kept once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Roles {
    /// A-A-A: all three of one group.
    pub coordinator: u64,
    /// A-B-A: between two of one other group.
    pub consultant: u64,
    /// A-B-B: between another group and their own; as often representative, A-A-B.
    pub gatekeeper: u64,
    /// A-B-C: between two different other groups.
    pub liaison: u64,
}

impl Roles {
    /// All ordered pairs a partner stands between: the gatekeepers count twice, once as representatives.
    pub fn all(self) -> u64 {
        self.coordinator + self.consultant + 2 * self.gatekeeper + self.liaison
    }
}

/// Brokerage roles: between whose partners does each partner stand?
///
/// Takes: undirected, unweighted graph; the group of every node.
/// Gives: for each node the ordered pairs (a, b) of its neighbours without a line between them, by role, a count. A pair of which
/// nothing is known counts as one without a line: with unknown pairs every number is the most it can be over the known lines.
/// Undefined: never; a node with fewer than two neighbours has none.
/// Cost: O(m^1.5): all pairs of neighbours by counting groups, less the tied ones, which are the triangles. Deterministic.
/// Source: R. Gould & R. Fernandez, Sociol. Methodol. 19, 89–126, 1989, doi:10.2307/270949.
/// Checked: the worked example; star and complete graphs in closed form; data/oracles (every triple in Python).
pub fn brokerage(graph: &Graph, groups: &[u8]) -> Vec<Roles> {
    let mut sizes = group_sizes(groups);
    let mut roles: Vec<Roles> = (0..graph.nodes() as u32).map(|node| between_all(graph, groups, node, &mut sizes)).collect();
    each_triangle(graph, |corners| {
        for (broker, a, b) in turns(corners) {
            let [own, a, b] = [broker, a, b].map(|node| groups[node as usize]);
            let of = &mut roles[broker as usize];
            match (a == own, b == own) {
                (true, true) => of.coordinator -= 2,
                (true, false) | (false, true) => of.gatekeeper -= 1,
                (false, false) if a == b => of.consultant -= 2,
                (false, false) => of.liaison -= 2,
            }
        }
    });
    roles
}

/// Each corner of a triangle with the two others.
fn turns([a, b, c]: [u32; 3]) -> [(u32, u32, u32); 3] {
    [(a, b, c), (b, c, a), (c, a, b)]
}

/// Room to count by group.
fn group_sizes(groups: &[u8]) -> Vec<u64> {
    vec![0; groups.iter().max().map_or(0, |&last| usize::from(last) + 1)]
}

/// The roles of a node if no two of its neighbours had a line.
fn between_all(graph: &Graph, groups: &[u8], node: u32, sizes: &mut [u64]) -> Roles {
    sizes.fill(0);
    graph.neighbours(node).iter().for_each(|&other| sizes[usize::from(groups[other as usize])] += 1);
    let own = sizes[usize::from(groups[node as usize])];
    let others = graph.degree(node) as u64 - own;
    let pairs = |size: u64| size * size.saturating_sub(1);
    let consultant = sizes.iter().map(|&size| pairs(size)).sum::<u64>() - pairs(own);
    Roles { coordinator: pairs(own), consultant, gatekeeper: own * others, liaison: pairs(others) - consultant }
}

/// The roles of a whole network, each held against permuted groups.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RoleTotals {
    /// A-A-A.
    pub coordinator: Measure,
    /// A-B-A.
    pub consultant: Measure,
    /// A-B-B, and as often A-A-B.
    pub gatekeeper: Measure,
    /// A-B-C.
    pub liaison: Measure,
}

/// Role totals: does this network have more of a kind of go-between than chance gives?
///
/// Takes: the domains as groups; how chance is drawn.
/// Gives: the sum of each role over all nodes, its mean under permuted groups as `expected`, z and two-sided p. Never for one
/// person or partner: a single go-between has far too few pairs. `None` if the caller stops it.
/// Undefined: as in `baselines`. Caution: unknown pairs count as pairs without a line.
/// Cost: O(n + paths of two lines + triangles) a labelling: both are listed once. Deterministic by the seed.
/// Source: as `brokerage`. Checked: data/oracles (enumeration in Python).
pub fn role_totals(input: &Input, chance: &Chance, keep_going: KeepGoing<'_>) -> Option<RoleTotals> {
    let groups = domain_groups(&input.domains);
    let fault = no_chance_for_all(input, chance);
    let mut sizes = group_sizes(&groups);
    let mut corners = Vec::new();
    each_triangle(&input.graph, |triangle| corners.push(triangle));
    let observed = totals(&input.graph, &corners, &groups, &mut sizes);
    let mut rows: Vec<[f64; 4]> = Vec::new();
    let mut baseline = Baseline { null: Null::Labels, draws: 0, exact: true, seed: None };
    if fault.is_none() {
        let drawn = each_labelling(&groups, chance.label_draws, chance.seed, keep_going, |labels| {
            rows.push(totals(&input.graph, &corners, labels, &mut sizes));
        })?;
        let seed = (!drawn.exact).then_some(chance.seed);
        baseline = Baseline { draws: drawn.draws, exact: drawn.exact, seed, ..baseline };
    }
    let of = |role: usize| {
        let found = match fault {
            Some(reason) => Err(reason),
            None => verdict(observed[role], rows.iter().map(|row| row[role]), baseline.exact).map_err(BaselineReason::from),
        };
        Measure::of(observed[role], Reason::NoLines)
            .but(input.unknown.count(&input.graph) > 0, Caution::UnknownPairs)
            .expecting(found.ok().map(|verdict| verdict.mean))
            .held_against(baseline, found)
    };
    Some(RoleTotals { coordinator: of(0), consultant: of(1), gatekeeper: of(2), liaison: of(3) })
}

/// Coordinator, consultant, gatekeeper and liaison over all nodes.
///
/// With s neighbours of the own group and c_h of each other group: the totals over all pairs follow from c, the tied pairs from
/// the triangles, of which only how many corners share a group matters.
fn totals(graph: &Graph, triangles: &[[u32; 3]], groups: &[u8], sizes: &mut [u64]) -> [f64; 4] {
    let mut sum = [0i64; 4];
    for node in 0..graph.nodes() as u32 {
        let Roles { coordinator, consultant, gatekeeper, liaison } = between_all(graph, groups, node, sizes);
        [coordinator, consultant, gatekeeper, liaison].into_iter().zip(&mut sum).for_each(|(more, sum)| *sum += more as i64);
    }
    for triangle in triangles {
        let [a, b, c] = triangle.map(|node| groups[node as usize]);
        match (a == b, b == c, a == c) {
            (true, true, _) => sum[0] -= 6,
            (false, false, false) => sum[3] -= 6,
            // Two of one group and one of another: the two are gatekeepers, the third is a consultant.
            _ => {
                sum[1] -= 2;
                sum[2] -= 2;
            }
        }
    }
    sum.map(|total| total as f64)
}
