//! What if: every measure and gap before and after something that is supposed. The register never hears of it.

use super::answers::*;
use super::carried::carried;
use super::coalitions::pairs;
use super::counted::Counted;
use super::gaps::gap_rows;
use super::office::*;
use super::reading::Reading;
use super::sides::{SidesRow, sides_row};
use super::suppose_faults::WhatIfError;
use super::what_if_words as told;
use crate::analysis::gaps;
use crate::analysis::measures::{self, Input, Measure};
use crate::model::*;
use crate::network::*;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// What would change.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhatIf {
    /// Slug.
    pub coalition: CoalitionId,
    /// Day for which it holds.
    pub as_of: String,
    /// Sequence of the last change that touched the coalition.
    pub version: u64,
    /// What makes a claim a line.
    pub rule: Rule,
    /// The two sides held against each other.
    pub sides: SidesRow,
    /// What is supposed, in the order in which it was asked.
    pub changes: Vec<SupposedRow>,
    /// Every measure before and after.
    pub measures: Vec<MeasureChange>,
    /// What happens to the gaps.
    pub gaps: GapChanges,
    /// The pairs between the two sides, before and after.
    pub pairs: PairChanges,
    /// What it comes to, in a few sentences.
    pub text: Vec<Words>,
}

/// One supposition.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SupposedRow {
    /// As it was asked.
    pub change: Supposed,
    /// In one sentence.
    pub text: Words,
}

/// A measure before and after.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeasureChange {
    /// Its name in the API.
    pub name: String,
    /// Its name in words.
    pub label: Words,
    /// Now.
    pub before: Measure,
    /// Then.
    pub after: Measure,
    /// Then − now; absent when one of them has no value.
    pub difference: Option<f64>,
    /// Somebody goes, and `before` is over the same remaining pairs as `after`: without a partner that was far from everybody the
    /// rest would otherwise seem to come closer.
    pub same_pairs: bool,
}

/// What happens to the gaps, told apart by their id; one that stays a finding about the same row of the norm has changed.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GapChanges {
    /// Not a finding any more.
    pub solved: Vec<GapRow>,
    /// A finding now.
    pub new: Vec<GapRow>,
    /// A finding in both, that matters or is known otherwise, or is about others.
    pub changed: Vec<GapChange>,
    /// How many stay as they are.
    pub same: usize,
}

/// A gap before and after.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GapChange {
    /// Now.
    pub before: GapRow,
    /// Then.
    pub after: GapRow,
}

/// Pairs before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PairChanges {
    /// Now.
    pub before: PairCounts,
    /// Then.
    pub after: PairCounts,
}

impl Office<'_> {
    /// Every measure and gap before and after what is supposed. Takes what may be supposed at most.
    ///
    /// Errors: see `WhatIfError`; every supposition that cannot be is told at once.
    pub fn what_if(
        &self,
        coalition: &str,
        changes: &[Supposed],
        changes_max: usize,
        reading: impl Into<Reading>,
    ) -> Result<WhatIf, WhatIfError> {
        let reading = reading.into();
        let before = self.network(coalition, reading.clone())?;
        self.check_supposed(&before, changes, changes_max)?;
        self.step(0)?;
        let after = self.network(coalition, reading.supposing(reading.supposed.iter().chain(changes).copied().collect()))?;
        self.step(1)?;
        let speech = self.speech(&before);
        let found = gaps::find(&before);
        self.step(2)?;
        let then = gaps::find(&after);
        self.step(3)?;
        let gaps = compare(gap_rows(&speech, &found), gap_rows(&self.speech(&after), &then));
        let pairs = PairChanges { before: pairs(&before, &found), after: pairs(&after, &then) };
        let measures = measure_changes(&before, &after, |part| self.step(3 + part))?;
        Ok(WhatIf {
            coalition: before.coalition.id.clone(),
            as_of: before.as_of.to_string(),
            version: before.version,
            rule: before.view.rule,
            sides: sides_row(&before.view.sides, &before.catalogue),
            changes: changes.iter().map(|it| SupposedRow { change: *it, text: told::change(self, &speech, it) }).collect(),
            text: told::summary(&pairs, &gaps, &measures),
            measures,
            gaps,
            pairs,
        })
    }

    fn step(&self, done: u64) -> Result<(), DeskError> {
        Ok(self.effort.step(done, STEPS)?)
    }
}

/// Parts of an answer, between which it can be stopped: two networks, two lists of findings, three sets of measures.
const STEPS: u64 = 7;

pub(super) fn compare(before: Vec<GapRow>, after: Vec<GapRow>) -> GapChanges {
    let mut then: BTreeMap<String, GapRow> = after.iter().map(|row| (row.id.clone(), row.clone())).collect();
    let mut found = GapChanges { solved: vec![], new: vec![], changed: vec![], same: 0 };
    for was in before {
        match then.remove(&was.id) {
            Some(is) if differs(&was, &is) => found.changed.push(GapChange { before: was, after: is }),
            Some(_) => found.same += 1,
            None => found.solved.push(was),
        }
    }
    // In rank order, as everywhere.
    found.new = after.into_iter().filter(|row| then.contains_key(&row.id)).collect();
    // A line that is not asked about and then long is the same expected line; an agreement that one partner leaves is the same.
    let mut solved = Vec::new();
    for was in std::mem::take(&mut found.solved) {
        match found.new.iter().position(|is| same_finding(&was, is)) {
            Some(at) => found.changed.push(GapChange { after: found.new.remove(at), before: was }),
            None => solved.push(was),
        }
    }
    found.solved = solved;
    found
}

/// Does a finding read otherwise? Its rank and pile are those of the list, not its own.
fn differs(was: &GapRow, is: &GapRow) -> bool {
    was.importance != is.importance || was.certainty != is.certainty || was.parties != is.parties || was.text != is.text
}

/// Two findings of another id that say the same of an expected line, or of a list of partners that became longer or shorter.
fn same_finding(was: &GapRow, is: &GapRow) -> bool {
    use crate::analysis::gaps::GapKind::{LevelMismatch, NoContactPoint, UnknownPartner};
    let listed = was.kind == is.kind && matches!(was.kind, LevelMismatch | NoContactPoint | UnknownPartner);
    let shared = || was.parties.iter().any(|party| is.parties.iter().any(|other| other.id == party.id));
    (norm_row(was).is_some() && norm_row(was) == norm_row(is)) || (listed && shared())
}

/// The expected line that a finding is about, as its sentence in the evidence.
fn norm_row(row: &GapRow) -> Option<&str> {
    use crate::analysis::gaps::GapKind::{LongLine, MissingLine, UnknownLine};
    let line = matches!(row.kind, MissingLine | UnknownLine | LongLine);
    row.evidence.iter().find(|it| line && it.sort == "norm").map(|it| it.text.nl.as_str())
}

/// The measures of members that count, and of who is left where somebody goes.
fn measure_changes(
    before: &Network,
    after: &Network,
    step: impl Fn(u64) -> Result<(), DeskError>,
) -> Result<Vec<MeasureChange>, DeskError> {
    let [was, then] = [before, after].map(Counted::of);
    let stays: BTreeSet<OrganisationId> = then.places.iter().map(|&place| after.members[place].id()).collect();
    let left: Vec<u32> = (0u32..)
        .zip(&was.places)
        .filter(|(_, place)| stays.contains(&before.members[**place].id()))
        .map(|(node, _)| node)
        .collect();
    let mut found = measured(before, &was);
    step(1)?;
    let same = if left.len() < was.places.len() { over(&was.input, &left) } else { BTreeMap::new() };
    found.extend(same.clone());
    step(2)?;
    let then = measured(after, &then);
    step(3)?;
    let change = |(name, before): (String, Measure)| {
        let after = *then.get(&name)?;
        let difference = before.value.zip(after.value).map(|(before, after)| after - before);
        Some(MeasureChange { label: told::measure(&name), same_pairs: same.contains_key(&name), name, before, after, difference })
    };
    let mut rows: Vec<MeasureChange> = found.into_iter().filter_map(change).collect();
    rows.sort_by_key(|row| told::measure_rank(&row.name));
    Ok(rows)
}

/// Measures over the lines, and over claims and persons.
fn measured(network: &Network, counted: &Counted) -> BTreeMap<String, Measure> {
    let mut found = measures::structure(&counted.input).measures;
    found.extend(carried(network, &counted.places).measures.map(|(name, measure)| (name.to_owned(), measure)));
    found
}

/// Measures of distance over the pairs of some nodes, where the others are still steps.
///
/// Takes: a network and the nodes that are left. Gives: each measure under its name. Undefined: as each measure by itself.
/// Cost: that of all distances. Source: the measures themselves, over part of the pairs.
/// Checked: departures in the worked example.
fn over(input: &Input, left: &[u32]) -> BTreeMap<String, Measure> {
    let stays = |node: u32| left.binary_search(&node).is_ok();
    let mut sided = input.clone();
    for (node, side) in (0u32..).zip(&mut sided.sides) {
        if !stays(node) {
            *side = None;
        }
    }
    let mut found = BTreeMap::new();
    measures::put_lines_across(&sided, &mut |name, measure| {
        found.insert(name.to_owned(), measure);
    });
    let completed = measures::Completed::of(&input.graph, &input.unknown);
    let known = measures::distance_counts(&input.graph, left, left);
    let high = completed.distances(&known, left, left, &vec![false; input.graph.nodes()]);
    found.insert("globalEfficiency".to_owned(), measures::global_efficiency(&known, &high));
    found.insert("distanceFragmentation".to_owned(), measures::distance_fragmentation(&known, &high));
    let parts = measures::components(&input.graph);
    let of_left = |parts: &[Vec<u32>]| -> Vec<Vec<u32>> {
        parts.iter().map(|part| part.iter().copied().filter(|&node| stays(node)).collect()).collect()
    };
    let joined = completed.components(&parts);
    found.insert("fragmentation".to_owned(), measures::fragmentation(&of_left(&parts), &of_left(&joined)));
    found
}
