//! How a coalition is built: the measures, with bounds and the reason where one is left out.

use super::counted::Counted;
use super::office::*;
use super::reading::Reading;
use super::sides::SidesRow;
use crate::analysis::effort::Cancelled;
use crate::analysis::measures::{self, Chance, Measure, MixingCell};
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
    /// The most that `carriers` could be: people known on the smaller side; absent: none are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carriers_cap: Option<usize>,
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
        let counted = Counted::of(&network);
        let chance = Chance { side_response: counted.side_response, ..Chance::default() };
        let mut keep_going = |done, all| self.effort.step(done, all).is_ok();
        let mut found = measures::structure_with_baselines(&counted.input, &chance, &mut keep_going).ok_or(Cancelled)?;
        let carried = super::carried::carried(&network, &counted.places);
        found.measures.extend(carried.measures.map(|(name, measure)| (name.to_owned(), measure)));
        let name = |node: &u32| network.members[counted.places[*node as usize]].name().to_owned();
        Ok(StructureAnswer {
            coalition: network.coalition.id.clone(),
            as_of: network.as_of.to_string(),
            version: network.version,
            rule: network.view.rule,
            level: Level::Practice,
            sides: super::sides::sides_row(&network.view.sides, &network.catalogue),
            measures: found.measures,
            mixing: found.mixing,
            carriers_cap: carried.carriers_cap,
            components: found.components.iter().map(|nodes| nodes.iter().map(name).collect()).collect(),
            articulation_points: found.articulation_points.iter().map(name).collect(),
            without_domain: counted.without_domain.iter().map(|&place| network.members[place].name().to_owned()).collect(),
            placeholders: counted.places.iter().filter(|&&place| network.members[place].organisation.placeholder).count(),
        })
    }
}
