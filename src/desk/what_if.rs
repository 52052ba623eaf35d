//! What if: every measure and gap before and after something that is supposed. The register never hears of it.

use super::answers::*;
use super::coalitions::pairs;
use super::office::*;
use super::reading::Reading;
use super::sides::{SidesRow, sides_row};
use super::structure::input;
use super::what_if_words as told;
use super::words::words;
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
        let supposing = reading.supposing(reading.supposed.iter().chain(changes).copied().collect());
        let after = self.network(coalition, supposing.clone())?;
        let rows = [self.gaps(coalition, reading)?.gaps, self.gaps(coalition, supposing)?.gaps];
        let counts = [&before, &after].map(|network| pairs(network, &gaps::find(network)));
        let [was, then] = rows;
        let (pairs, gaps) = (PairChanges { before: counts[0], after: counts[1] }, compare(was, then));
        let measures = measure_changes(&before, &after);
        let speech = self.speech(&before);
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
}

fn compare(before: Vec<GapRow>, after: Vec<GapRow>) -> GapChanges {
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
fn measure_changes(before: &Network, after: &Network) -> Vec<MeasureChange> {
    let counted = |network: &Network| -> Vec<usize> {
        let counts = |&place: &usize| network.members[place].counts() && network.members[place].domain.is_some();
        (0..network.members.len()).filter(counts).collect()
    };
    let [was, then] = [before, after].map(|network| {
        let counted = counted(network);
        (input(network, &counted, network.view.rule), counted)
    });
    let stays: BTreeSet<OrganisationId> = then.1.iter().map(|&place| after.members[place].id()).collect();
    let left: Vec<u32> =
        (0u32..).zip(&was.1).filter(|(_, place)| stays.contains(&before.members[**place].id())).map(|(node, _)| node).collect();
    let mut found = measures::structure(&was.0).measures;
    let same = if left.len() < was.1.len() { over(&was.0, &left) } else { BTreeMap::new() };
    found.extend(same.clone());
    let then = measures::structure(&then.0).measures;
    let change = |(name, before): (String, Measure)| {
        let after = *then.get(&name)?;
        let difference = before.value.zip(after.value).map(|(before, after)| after - before);
        Some(MeasureChange { label: told::measure(&name), same_pairs: same.contains_key(&name), name, before, after, difference })
    };
    let mut rows: Vec<MeasureChange> = found.into_iter().filter_map(change).collect();
    rows.sort_by_key(|row| told::measure_rank(&row.name));
    rows
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
    let across = ["crossEfficiency", "shortLineShare", "unreachablePairs"];
    let mut found = measures::structure(&sided).measures;
    found.retain(|name, _| across.contains(&name.as_str()));
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

/// A supposition that cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SupposeFault {
    /// Nobody of that id is seen in this coalition.
    UnknownPerson(PersonId),
    /// No organisation of that id is in this coalition; which field names it.
    UnknownPartner(OrganisationId, &'static str),
    /// A party cannot meet itself.
    SameParty(String),
    /// The two have a line already.
    HaveLine(String, String),
    /// It is not known who leads the project.
    NoLead,
    /// One of the two stops in the same scenario.
    Stops(String),
    /// The same is supposed twice.
    Twice,
}

/// Why a scenario cannot be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhatIfError {
    /// The question itself.
    Desk(DeskError),
    /// More is supposed than may be: how many may.
    TooMany(usize),
    /// Suppositions that cannot be, each with its place.
    Faults(Vec<(usize, SupposeFault)>),
}

impl From<DeskError> for WhatIfError {
    fn from(error: DeskError) -> Self {
        Self::Desk(error)
    }
}

impl SupposeFault {
    /// Where it stands in a list of suppositions, as a JSON pointer below the list.
    pub fn pointer(&self, place: usize) -> String {
        match self {
            Self::UnknownPerson(_) => format!("/{place}/person"),
            Self::UnknownPartner(_, field) => format!("/{place}/{field}"),
            Self::SameParty(_) => format!("/{place}/b"),
            _ => format!("/{place}"),
        }
    }
    /// The sentence for a user.
    pub fn words(&self) -> Words {
        match self {
            Self::UnknownPerson(id) => words(
                format!("In deze coalitie is geen persoon {id} te zien; kies een van de namen bij de partners."),
                format!("No person {id} is seen in this coalition; choose one of the names with the partners."),
            ),
            Self::UnknownPartner(id, _) => words(
                format!("In deze coalitie is geen organisatie {id}; kies een van de partners."),
                format!("There is no organisation {id} in this coalition; choose one of the partners."),
            ),
            Self::SameParty(name) => words(
                format!("{name} kan niet aan zichzelf worden voorgesteld; noem twee verschillende partners."),
                format!("{name} cannot be introduced to itself; name two different partners."),
            ),
            Self::HaveLine(a, b) => words(
                format!("{a} en {b} hebben al een lijn; kies een paar dat er nog geen heeft."),
                format!("{a} and {b} have a line already; choose a pair that has none yet."),
            ),
            Self::NoLead => words(
                "Van deze coalitie is niet bekend wie het project leidt; kies een persoon of een partner.",
                "It is not known who leads the project of this coalition; choose a person or a partner.",
            ),
            Self::Stops(name) => words(
                format!("{name} stopt in ditzelfde scenario en kan dan niet kennismaken."),
                format!("{name} stops in this same scenario and cannot meet anybody then."),
            ),
            Self::Twice => words(
                "Dit staat al in het scenario; laat het een keer weg.",
                "This is in the scenario already; leave it out once.",
            ),
        }
    }
}

impl WhatIfError {
    /// More is supposed than may be.
    pub fn too_many(max: usize) -> Words {
        words(format!("Stel hooguit {max} veranderingen tegelijk voor."), format!("Suppose at most {max} changes at a time."))
    }
}

impl Office<'_> {
    /// Can all of this be? Every fault at once.
    pub(super) fn check_supposed(&self, network: &Network, changes: &[Supposed], max: usize) -> Result<(), WhatIfError> {
        if changes.len() > max {
            return Err(WhatIfError::TooMany(max));
        }
        let mut faults = Vec::new();
        for (place, change) in changes.iter().enumerate() {
            if changes[..place].iter().any(|earlier| same(earlier, change)) {
                faults.push((place, SupposeFault::Twice));
            }
            faults.extend(self.faults_of(network, changes, change).into_iter().map(|fault| (place, fault)));
        }
        if faults.is_empty() { Ok(()) } else { Err(WhatIfError::Faults(faults)) }
    }

    fn faults_of(&self, network: &Network, all: &[Supposed], change: &Supposed) -> Vec<SupposeFault> {
        let partner = |id: OrganisationId, field| {
            network.place(id).map_or_else(|| vec![SupposeFault::UnknownPartner(id, field)], |_| Vec::new())
        };
        match *change {
            Supposed::PersonLeaves { person } if !is_seen(network, person) => vec![SupposeFault::UnknownPerson(person)],
            Supposed::PersonLeaves { .. } => Vec::new(),
            Supposed::PartnerStops { organisation } => partner(organisation, "organisation"),
            Supposed::ProjectLeadLeaves if told::leads(self, network).is_empty() => vec![SupposeFault::NoLead],
            Supposed::ProjectLeadLeaves => Vec::new(),
            Supposed::Introduced { a, b } => {
                let mut faults = partner(a, "a");
                if a != b {
                    faults.extend(partner(b, "b"));
                }
                let (Some(at), Some(bt)) = (network.place(a), network.place(b)) else { return faults };
                let name = |place: usize| network.members[place].name().to_owned();
                if a == b {
                    faults.push(SupposeFault::SameParty(name(at)));
                } else if network.link(at, bt, Level::Practice).is_some_and(|link| link.status.present()) {
                    faults.push(SupposeFault::HaveLine(name(at), name(bt)));
                }
                let stops = |id: OrganisationId| all.contains(&Supposed::PartnerStops { organisation: id });
                faults.extend(
                    [(a, at), (b, bt)].into_iter().find(|(id, _)| stops(*id)).map(|(_, it)| SupposeFault::Stops(name(it))),
                );
                faults
            }
        }
    }
}

fn same(one: &Supposed, other: &Supposed) -> bool {
    match (one, other) {
        (Supposed::Introduced { a, b }, Supposed::Introduced { a: x, b: y }) => (a, b) == (x, y) || (a, b) == (y, x),
        _ => one == other,
    }
}

/// Is the person named in this network? Who is hidden is as unknown as who is not there.
fn is_seen(network: &Network, person: PersonId) -> bool {
    let seated = network.members.iter().flat_map(|member| &member.seats).any(|seat| seat.person == person);
    seated || network.loose.iter().any(|it| it.person == person)
}
