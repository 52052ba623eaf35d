//! How a coalition is built: the measures, with bounds and the reason where one is left out.

use super::office::*;
use super::reading::Reading;
use super::sides::{SidesRow, sides_row};
use crate::analysis::effort::Cancelled;
use crate::analysis::measures::{self, Chance, Input, Measure, Mixing, MixingCell, RoleTotals, Tally};
use crate::analysis::profile::{Counted, carried};
use crate::model::*;
use crate::network::*;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The measures of one coalition.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StructureAnswer {
    /// Slug.
    pub coalition: CoalitionId,
    /// Day for which it holds.
    pub as_of: String,
    /// Sequence of the last change that touched the coalition.
    pub version: u64,
    /// What makes a claim an edge.
    pub rule: Rule,
    /// At which level the lines run.
    pub level: Level,
    /// The two sides held against each other.
    pub sides: SidesRow,
    /// Every measure under its name.
    pub measures: BTreeMap<String, Measure>,
    /// The mixing matrix of the domains that occur.
    pub mixing: Vec<MixingCell>,
    /// How often partners of one domain stand between others, added up over all partners and held against chance.
    pub roles: RoleTotals,
    /// The most that `carriers` could be: people known on the smaller side; absent: none are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carriers_cap: Option<usize>,
    /// The three-group reading, always beside the domains.
    pub three_groups: ThreeGroups,
    /// Components as names, largest first.
    pub components: Vec<Vec<String>>,
    /// Members without which the network falls apart.
    pub articulation_points: Vec<String>,
    /// Members left out because neither their kind nor their domain is known.
    pub without_domain: Vec<String>,
    /// Of the members that are counted: only the kind is known.
    pub placeholders: usize,
}

/// The same lines in three groups: the first side, the second side, and who stands on neither.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ThreeGroups {
    /// E-I index, assortativity and modularity over the three groups, under their names.
    pub measures: BTreeMap<String, Measure>,
    /// Lines between and within the groups that occur.
    pub mixing: Vec<GroupCell>,
}

/// One row of the mixing matrix of the three groups.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GroupCell {
    /// A group.
    pub a: Words,
    /// The same group, or a later one.
    pub b: Words,
    /// Known lines.
    pub ties: u64,
    /// All pairs.
    pub possible: u64,
    /// Pairs of which it is not known whether there is a line.
    pub unknown: u64,
    /// Known lines / all pairs; absent when there is no pair.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub density: Option<f64>,
    /// What as many lines on any pairs that are not unknown would give.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<f64>,
    /// Known lines / expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<f64>,
}

impl Office<'_> {
    /// The structure of a coalition at practice level: members that take part or signed.
    pub fn structure(&self, coalition: &str, reading: impl Into<Reading>) -> Result<StructureAnswer, DeskError> {
        let network = self.network(coalition, reading)?;
        let counted = Counted::of(&network);
        let chance = Chance { side_response: counted.side_response, ..Chance::default() };
        let mut keep_going = |done, all| self.effort.step(done, all).is_ok();
        let mut found = measures::structure_with_baselines(&counted.input, &chance, &mut keep_going).ok_or(Cancelled)?;
        let roles = measures::role_totals(&counted.input, &chance, &mut keep_going).ok_or(Cancelled)?;
        let found_three = found.measures.get("eIIndexThreeGroups").copied();
        let carried = carried(&network, &counted.places);
        found.measures.extend(carried.measures.map(|(name, measure)| (name.to_owned(), measure)));
        let name = |node: &u32| network.members[counted.places[*node as usize]].name().to_owned();
        Ok(StructureAnswer {
            coalition: network.coalition.id.clone(),
            as_of: network.as_of.to_string(),
            version: network.version,
            rule: network.view.rule,
            level: Level::Practice,
            sides: sides_row(&network.view.sides, &network.catalogue),
            measures: found.measures,
            mixing: found.mixing,
            three_groups: three_groups(&counted.input, &network, &found_three),
            roles,
            carriers_cap: carried.carriers_cap,
            components: found.components.iter().map(|nodes| nodes.iter().map(name).collect()).collect(),
            articulation_points: found.articulation_points.iter().map(name).collect(),
            without_domain: counted.without_domain.iter().map(|&place| network.members[place].name().to_owned()).collect(),
            placeholders: counted.places.iter().filter(|&&place| network.members[place].organisation.placeholder).count(),
        })
    }
}

/// Reads the network in three groups. `e_i` is the index that was held against chance, if it was.
fn three_groups(input: &Input, network: &Network, e_i: &Option<Measure>) -> ThreeGroups {
    let mixing = Mixing::of(&input.graph, &measures::side_groups(&input.sides), &input.unknown);
    let sides = sides_row(&network.view.sides, &network.catalogue);
    let names = [sides.first, sides.second, super::words::words("de anderen", "the others")];
    let all = mixing.all();
    let occurs: Vec<usize> = (0..names.len()).filter(|&group| mixing.size(group) > 0).collect();
    let mut cells = Vec::new();
    for (place, &a) in occurs.iter().enumerate() {
        for &b in &occurs[place..] {
            let Tally { ties, possible, unknown } = mixing.tally(a, b);
            let share = |of: u64, whole: u64| (whole > 0).then(|| of as f64 / whole as f64);
            // Where no absence is known, lines can fall nowhere else: chance gives nothing to hold against.
            let expected =
                share(all.ties * (possible - unknown), all.known()).filter(|_| all.unknown == 0 || all.known() > all.ties);
            let ratio = expected.filter(|&expected| expected > 0.0).map(|expected| ties as f64 / expected);
            let density = share(ties, possible);
            cells.push(GroupCell { a: names[a].clone(), b: names[b].clone(), ties, possible, unknown, density, expected, ratio });
        }
    }
    let of = [
        ("eIIndex", e_i.unwrap_or_else(|| measures::e_i_index(&mixing))),
        ("assortativity", measures::assortativity(&mixing)),
        ("modularity", measures::domain_modularity(&mixing)),
    ];
    ThreeGroups { measures: of.into_iter().map(|(name, measure)| (name.to_owned(), measure)).collect(), mixing: cells }
}
