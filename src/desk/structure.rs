//! How a coalition is built: the measures, with bounds and the reason where one is left out.

use super::office::*;
use super::reading::Reading;
use super::sides::SidesRow;
use crate::analysis::measures::{self, Input, Measure, MixingCell, Response};
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
    /// Components as names, largest first.
    pub components: Vec<Vec<String>>,
    /// Members without which the network falls apart.
    pub articulation_points: Vec<String>,
    /// Members left out because neither their kind nor their domain is known.
    pub without_domain: Vec<String>,
    /// Of the members that are counted: only the kind is known.
    pub placeholders: usize,
}

impl Office<'_> {
    /// The structure of a coalition at practice level: members that take part or signed.
    pub fn structure(&self, coalition: &str, reading: impl Into<Reading>) -> Result<StructureAnswer, DeskError> {
        let network = self.network(coalition, reading)?;
        let rule = network.view.rule;
        let (counted, without): (Vec<usize>, Vec<usize>) = (0..network.members.len())
            .filter(|&place| network.members[place].counts())
            .partition(|&place| network.members[place].domain.is_some());
        let found = measures::structure(&input(&network, &counted, rule));
        let name = |node: &u32| network.members[counted[*node as usize]].name().to_owned();
        Ok(StructureAnswer {
            coalition: network.coalition.id.clone(),
            as_of: network.as_of.to_string(),
            version: network.version,
            rule,
            level: Level::Practice,
            sides: super::sides::sides_row(&network.view.sides, &network.catalogue),
            measures: found.measures,
            mixing: found.mixing,
            components: found.components.iter().map(|nodes| nodes.iter().map(name).collect()).collect(),
            articulation_points: found.articulation_points.iter().map(name).collect(),
            without_domain: without.iter().map(|&place| network.members[place].name().to_owned()).collect(),
            placeholders: counted.iter().filter(|&&place| network.members[place].organisation.placeholder).count(),
        })
    }
}

/// The counted members as arrays. An umbrella stands on no side: it is not one of the side's partners.
pub(super) fn input(network: &Network, counted: &[usize], rule: Rule) -> Input {
    let mut unknown = PairBits::new(counted.len());
    let mut pairs = Vec::new();
    let mut no_steps = Vec::new();
    for (a, &place_a) in counted.iter().enumerate() {
        for (b, &place_b) in counted.iter().enumerate().skip(a + 1) {
            match network.state(place_a, place_b, rule) {
                PairState::Present => {
                    pairs.push((a as u32, b as u32));
                    if network.link(place_a, place_b, Level::Practice).is_some_and(|link| link.projected) {
                        no_steps.push((a as u32, b as u32));
                    }
                }
                PairState::Unknown => unknown.insert(a as u32, b as u32),
                PairState::Absent => {}
            }
        }
    }
    let answered = counted.iter().filter(|&&place| network.has_answered(place)).count() as u32;
    let members = || counted.iter().map(|&place| &network.members[place]);
    Input {
        graph: Graph::from_pairs(counted.len(), pairs),
        domains: members().filter_map(|member| member.domain).collect(),
        sides: members().map(|member| if member.umbrella { None } else { member.side }).collect(),
        blocked: members().map(|member| member.governance).collect(),
        unknown: if unknown.is_empty() { Unknown::Nothing } else { Unknown::Pairs(unknown) },
        no_steps,
        round: (answered > 0).then_some(Response { asked: counted.len() as u32, answered }),
    }
}
