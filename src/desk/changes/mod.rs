//! What changed between two days: lines, partners, initiatives, findings and measures, and how much of the lines stayed.
//!
//! Why: a facilitator opens a meeting with what moved since the last one, and must be able to defend each word of it.
//! Never: calls a change good or bad; tells a contradiction outside its coalition.

mod measured;
mod moments;
mod rows;
mod words;

pub(super) use measured::{PERSON_MEASURES, measured};
pub(super) use moments::known_moments;
pub(super) use words::{came_and_went, partner as partner_told, since, turn, turn_of};

use super::answers::PartyRow;
use super::gaps::gap_rows;
use super::office::*;
use super::reading::Reading;
use super::sides::{SidesRow, sides_row};
use super::what_if;
use super::words as said;
use crate::analysis::change::{self, InitiativeTurn, LineChange, PartnerTurn, Turn};
use crate::analysis::gaps::{self, GapKind};
use crate::analysis::measures::Measure;
use crate::model::*;
use crate::network::*;
use serde::Serialize;
use std::collections::BTreeMap;
use time::Date;
use utoipa::ToSchema;

/// What changed in a coalition between two days.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Changes {
    /// Slug.
    pub coalition: CoalitionId,
    /// The earlier day.
    pub from: String,
    /// The later day.
    pub to: String,
    /// The earlier day in words.
    pub from_words: Words,
    /// The later day in words.
    pub to_words: Words,
    /// Sequence of the last change that touched the coalition.
    pub version: u64,
    /// What makes a claim a line.
    pub rule: Rule,
    /// The two sides held against each other.
    pub sides: SidesRow,
    /// Days on which something known begins, ends or is dated, the oldest first: days to choose from.
    pub moments: Vec<MomentRow>,
    /// There is but one moment, and so nothing to compare; absent: there are more, or a day was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only_one: Option<Words>,
    /// What it comes to, in at most three sentences; none where there is nothing to compare.
    pub summary: Vec<Words>,
    /// How many lines changed, and how.
    pub counts: ChangeCounts,
    /// The lines that changed: between the sides first, then new, lost, and so on.
    pub lines: Vec<LineChangeRow>,
    /// Partners that take part otherwise than before.
    pub partners: Vec<PartnerChangeRow>,
    /// Agreements, consultations and programmes that began, ended or were planned.
    pub initiatives: Vec<InitiativeChangeRow>,
    /// Findings that are none any more, and new ones; without contradictions.
    pub gaps: GapTurns,
    /// Every measure on both days.
    pub measures: Vec<MeasureTurn>,
    /// Which part of the lines in practice is there on both days.
    pub stability: StabilityRow,
    /// How to read this.
    pub notes: Vec<Words>,
}

/// A day on which something is known to begin, end or be said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MomentRow {
    /// The day.
    pub day: String,
    /// As precise as it is known: "november 2019".
    pub words: Words,
}

/// How many lines changed; one line may have changed in several ways.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ChangeCounts {
    /// No line before, a line now.
    pub new: usize,
    /// A line before, none now.
    pub lost: usize,
    /// Said to be stronger.
    pub strengthened: usize,
    /// Said to be less strong.
    pub weakened: usize,
    /// Both ends say so now.
    pub confirmed: usize,
    /// Both ends said so before, and do not now.
    pub doubted: usize,
    /// Not mentioned for too long now.
    pub stale: usize,
    /// Mentioned again.
    pub refreshed: usize,
    /// Stayed as they were.
    pub unchanged: usize,
}

/// A line that changed.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LineChangeRow {
    /// One end.
    pub a: PartyRow,
    /// The other end.
    pub b: PartyRow,
    /// Governance or practice.
    pub level: Level,
    /// Does it run between the two sides?
    pub across: bool,
    /// What happened.
    pub what: Vec<Turn>,
    /// What was said of it before; absent: nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<LineState>,
    /// What is said of it now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<LineState>,
    /// In one sentence.
    pub words: Words,
    /// The claims behind it, of both days.
    pub claims: Vec<ClaimId>,
}

/// What was said of a line on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LineState {
    /// What the claims add up to.
    pub status: LinkStatus,
    /// 1–4, if said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strength: Option<Strength>,
    /// Not mentioned for too long?
    pub stale: bool,
}

/// A partner that takes part otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PartnerChangeRow {
    /// Who.
    pub party: PartyRow,
    /// What happened.
    pub what: PartnerTurn,
    /// In one sentence.
    pub words: Words,
}

/// An initiative that began, ended or was planned.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InitiativeChangeRow {
    /// Which.
    pub id: InitiativeId,
    /// What happened.
    pub what: InitiativeTurn,
    /// In one sentence.
    pub words: Words,
}

/// Findings that came and went.
#[derive(Debug, Clone, Default, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GapTurns {
    /// Not a finding any more, as they were told then.
    pub closed: Vec<Words>,
    /// A finding now.
    pub opened: Vec<Words>,
}

/// A measure on both days.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeasureTurn {
    /// Its name in the API.
    pub name: String,
    /// Its name in words.
    pub words: Words,
    /// Before.
    pub before: Measure,
    /// Now.
    pub after: Measure,
}

/// Which part of the lines in practice is there on both days.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StabilityRow {
    /// Among who is in the picture on both days.
    pub common: OverlapRow,
    /// Among everybody.
    pub all: OverlapRow,
}

/// Lines of two days.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OverlapRow {
    /// Kept / either, 0 ..= 1; absent without a line on either day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Lines on both days.
    pub kept: usize,
    /// Lines on either day.
    pub union: usize,
    /// Organisations among which they run.
    pub members: usize,
    /// Why there is no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Words>,
}

impl Office<'_> {
    /// What changed in a coalition between two days, both by what is known now.
    ///
    /// Takes slug, name or alias; the earlier day, or nothing for the moment before the last one at which somebody was asked or a source
    /// was written; how it is looked at, with the later day. Errors: no such coalition; the earlier day is not before the later one.
    /// Cost: that of two networks with their findings and measures.
    pub fn changes(&self, coalition: &str, from: Option<Date>, reading: impl Into<Reading>) -> Result<Changes, DeskError> {
        let reading = reading.into();
        let after = self.network(coalition, reading.clone())?;
        if let Some(since) = from.filter(|from| *from >= after.as_of) {
            return Err(DeskError::NotBefore { since, as_of: after.as_of });
        }
        let moments = known_moments(self.register, &after.coalition.id);
        let earlier = from.or_else(|| moments.before_the_last(after.as_of));
        let before = self.network(coalition, Reading { as_of: Some(earlier.unwrap_or(after.as_of)), ..reading })?;
        self.effort.step(1, STEPS)?;
        let lines = change::changes(&before, &after);
        let partners = change::partner_changes(&before, &after);
        let gaps = self.gap_turns(&before, &after)?;
        let measures = self.measure_turns(&before, &after)?;
        let counts = counts(&lines);
        let told = rows::Told::of(self, &before, &after);
        Ok(Changes {
            coalition: after.coalition.id.clone(),
            from: before.as_of.to_string(),
            to: after.as_of.to_string(),
            from_words: moments.words(before.as_of),
            to_words: self.as_of_words(&after),
            version: after.version,
            rule: after.view.rule,
            sides: sides_row(&after.view.sides, &after.catalogue),
            only_one: earlier.is_none().then(words::only_one),
            summary: earlier.map(|_| words::summary(&told, &lines, &partners, &gaps)).unwrap_or_default(),
            counts,
            lines: told.lines(&lines),
            partners: told.partners(&partners),
            initiatives: told.initiatives(&change::initiative_changes(&before, &after)),
            gaps,
            measures,
            stability: stability(&before, &after),
            notes: words::notes(),
            moments: moments.rows(self.today.max(after.as_of)),
        })
    }

    /// Findings by their id; a contradiction is for its two ends and the facilitator, and stands in no list of changes.
    fn gap_turns(&self, before: &Network, after: &Network) -> Result<GapTurns, DeskError> {
        let rows = |network: &Network| gap_rows(&self.speech(network), &gaps::find(network));
        let was = rows(before);
        self.effort.step(2, STEPS)?;
        let found = what_if::compare(was, rows(after));
        self.effort.step(3, STEPS)?;
        let told = |rows: Vec<super::answers::GapRow>| {
            rows.into_iter().filter(|row| row.kind != GapKind::Contested).map(|row| row.text).collect()
        };
        Ok(GapTurns { closed: told(found.solved), opened: told(found.new) })
    }

    fn measure_turns(&self, before: &Network, after: &Network) -> Result<Vec<MeasureTurn>, DeskError> {
        let was = measured(before);
        self.effort.step(4, STEPS)?;
        let mut is = measured(after);
        self.effort.step(5, STEPS)?;
        let shown = |name: &str| self.viewer.belongs_to(&after.coalition.id) || !PERSON_MEASURES.contains(&name);
        let partners = |of: &BTreeMap<String, Measure>| of.get("members").and_then(|it| it.value).unwrap_or_default() as u64;
        let fewest = partners(&was).min(partners(&is));
        let enough = |name: &str, measure: &Measure| {
            PERSON_MEASURES.contains(&name) || super::comparison::large_enough(name, measure, fewest)
        };
        let pairs = was.into_iter().filter(|(name, _)| shown(name)).filter_map(|(name, before)| {
            let after = is.remove(&name).filter(|after| enough(&name, &before) && enough(&name, after))?;
            Some(MeasureTurn { words: super::what_if_words::measure(&name), name, before, after })
        });
        let mut turns: Vec<MeasureTurn> = pairs.collect();
        turns.sort_by_key(|it| super::what_if_words::measure_rank(&it.name));
        Ok(turns)
    }
}

/// Parts of an answer, between which it can be stopped: a network, two lists of findings, two sets of measures.
const STEPS: u64 = 5;

/// How many lines changed in each way.
pub(super) fn counts(lines: &[LineChange]) -> ChangeCounts {
    let number = |turn: Turn| lines.iter().filter(|it| it.what.has(turn)).count();
    ChangeCounts {
        new: number(Turn::New),
        lost: number(Turn::Lost),
        strengthened: number(Turn::Strengthened),
        weakened: number(Turn::Weakened),
        confirmed: number(Turn::Confirmed),
        doubted: number(Turn::Doubted),
        stale: number(Turn::Stale),
        refreshed: number(Turn::Refreshed),
        unchanged: lines.iter().filter(|it| it.what.is_empty()).count(),
    }
}

fn stability(before: &Network, after: &Network) -> StabilityRow {
    let found = change::stability(before, after, Level::Practice);
    let row = |it: change::Overlap| OverlapRow {
        value: it.share(),
        kept: it.kept,
        union: it.union,
        members: it.members,
        reason: it
            .share()
            .is_none()
            .then(|| said::words("Op geen van beide dagen is een lijn bekend.", "On neither of the two days a line is known.")),
    };
    StabilityRow { common: row(found.common), all: row(found.all) }
}
