//! Measures over time: what was measured then and is kept, beside what is known now about that day.
//!
//! Why: a later correction must not quietly change what a meeting was told; both are given where they differ.
//! Never: changes what is kept; tells how many persons to who does not belong to the coalition.

use super::changes::{MomentRow, PERSON_MEASURES, known_moments, measured};
use super::office::*;
use super::report::measure_means;
use super::what_if_words::{measure, measure_rank};
use super::words::words;
use crate::analysis::measures::Measure;
use crate::model::*;
use crate::network::Network;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use time::{Date, OffsetDateTime};
use utoipa::ToSchema;

/// Most days that are computed anew for one timeline: the latest ones.
pub const TIMELINE_DAYS_MAX: usize = 60;
/// Two numbers that lie nearer than this, as a part of the larger one, are the same: a number loses its last bit on its way
/// through a file.
const SAME_WITHIN: f64 = 1e-9;

/// The measures of a coalition over time.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Timeline {
    /// Slug.
    pub coalition: CoalitionId,
    /// Sequence of the last change that touched the coalition.
    pub version: u64,
    /// Days on which something known begins, ends or is dated, the oldest first.
    pub moments: Vec<MomentRow>,
    /// The measures that were asked, or all.
    pub measures: Vec<TimelineMeasure>,
    /// How to read this.
    pub notes: Vec<Words>,
}

/// One measure over time.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TimelineMeasure {
    /// Its name in the API.
    pub name: String,
    /// Its name in words.
    pub words: Words,
    /// What it means; absent where the name says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Words>,
    /// By day; what was kept stands before what is known now.
    pub points: Vec<TimelinePoint>,
}

/// Where a point comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PointSource {
    /// Measured then, and kept as it was.
    Kept,
    /// What is known now about that day.
    Computed,
}

/// One measure on one day.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TimelinePoint {
    /// The day for which it holds.
    pub as_of: String,
    /// Over the lines that were known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The least it can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// The most it can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// Why there is no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Kept then, or computed now.
    pub source: PointSource,
    /// When it was measured, if it was kept.
    #[serde(skip_serializing_if = "Option::is_none", with = "time::serde::rfc3339::option")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub kept_at: Option<OffsetDateTime>,
    /// Sequence of the register from which it was measured.
    pub known_at: u64,
    /// Version of the program that measured.
    pub program: String,
    /// Version of the norm.
    pub norm: String,
}

impl Office<'_> {
    /// The measures of a coalition over time.
    ///
    /// Takes slug, name or alias; the names of measures, or none for all; what was kept, in the order in which it was.
    /// Gives: every point that was kept, and for every moment and every day of one what is known now, unless that is what was kept
    /// last for that day. Errors: no such coalition; no such measure. Cost: that of a network and its measures for each day.
    pub fn timeline(&self, coalition: &str, asked: &[String], kept: &[Measurement]) -> Result<Timeline, DeskError> {
        let now = self.network(coalition, None)?;
        let own = self.viewer.belongs_to(&now.coalition.id);
        let shown = |name: &str| own || !PERSON_MEASURES.contains(&name);
        let moments = known_moments(self.register, &now.coalition.id);
        let until = self.today.max(now.as_of);
        let mut days: BTreeSet<Date> = moments.days(until).chain([now.as_of]).collect();
        days.extend(kept.iter().map(|it| it.as_of));
        let left_out = days.len().saturating_sub(TIMELINE_DAYS_MAX);
        let days: Vec<Date> = days.into_iter().skip(left_out).collect();
        let mut computed: BTreeMap<Date, BTreeMap<String, Measure>> = BTreeMap::new();
        for (done, day) in days.iter().enumerate() {
            self.effort.step(done as u64, days.len() as u64)?;
            computed.insert(*day, measured(&self.network(coalition, Some(*day))?));
        }
        let of_kept = kept.iter().flat_map(|it| it.measures.iter()).map(|(name, _)| name);
        let of_computed = computed.values().flat_map(BTreeMap::keys).map(String::as_str);
        let known: BTreeSet<&str> = of_computed.chain(of_kept).filter(|name| shown(name)).collect();
        let listed = || known.iter().copied().collect::<Vec<_>>().join(", ");
        if let Some(asked) = asked.iter().find(|it| !known.contains(it.as_str())) {
            return Err(DeskError::UnknownMeasure { asked: asked.clone(), known: listed() });
        }
        let mut names: Vec<&str> =
            known.iter().copied().filter(|it| asked.is_empty() || asked.iter().any(|asked| asked == it)).collect();
        names.sort_by_key(|name| (measure_rank(name), *name));
        let of = |name: &str| TimelineMeasure {
            name: name.to_owned(),
            words: measure(name),
            help: measure_means(name),
            points: points(name, kept, &computed, &now),
        };
        Ok(Timeline {
            coalition: now.coalition.id.clone(),
            version: now.version,
            moments: moments.rows(until),
            measures: names.into_iter().map(of).collect(),
            notes: notes(left_out),
        })
    }

    /// Measures a coalition, to be kept: as whoever belongs to it sees it, by rule `any` and with the sides of the catalogue.
    ///
    /// Takes slug, name or alias; the day, or nothing for the day it is shown at; when it is measured. Errors: no such coalition.
    pub fn measurement(&self, coalition: &str, as_of: Option<Date>, at: OffsetDateTime) -> Result<Measurement, DeskError> {
        let found = self.register.find_coalition(coalition).map(|it| it.id.clone());
        let own = Viewer::within(Role::Facilitator, found);
        let network = self.seen_by(&own).network(coalition, as_of)?;
        let known = measured(&network).into_iter();
        let measures = known.filter_map(|(name, measure)| Some((MeasureCode::new(name).ok()?, kept_as(&measure)))).collect();
        Ok(Measurement {
            coalition: network.coalition.id.clone(),
            as_of: network.as_of,
            kept_at: at,
            known_at: network.known_at,
            version: network.version,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            norm: network.catalogue.norm.version.clone(),
            rule: MeasuredRule::Any,
            measures: MeasuredAll::at_most(measures),
        })
    }

    /// Is it time to keep a measurement by itself: did the coalition change since the last one, and was that before today? Takes the last
    /// one that was kept.
    pub fn measurement_due(&self, coalition: &CoalitionId, last: Option<&Measurement>) -> bool {
        let version = self.register.coalition_version(coalition);
        last.is_none_or(|last| {
            // One of an earlier day than it was shown at says nothing of how the coalition stood.
            let shown = crate::network::default_as_of(self.register, coalition, last.kept_at.date());
            (last.version != version || last.as_of < shown) && last.kept_at.date() < self.today
        })
    }
}

fn kept_as(measure: &Measure) -> Measured {
    let reason = code_of(measure).and_then(|code| MeasureCode::new(code).ok());
    Measured { value: measure.value, low: measure.low, high: measure.high, reason }
}

/// Why it has no value, as the API says it.
fn code_of(measure: &Measure) -> Option<String> {
    let reason = serde_json::to_value(measure.reason?).ok()?;
    reason.as_str().map(str::to_owned)
}

fn points(
    name: &str,
    kept: &[Measurement],
    computed: &BTreeMap<Date, BTreeMap<String, Measure>>,
    now: &Network,
) -> Vec<TimelinePoint> {
    let mut points: Vec<(Date, TimelinePoint)> = Vec::new();
    let mut last: BTreeMap<Date, &Measured> = BTreeMap::new();
    for (of, measured) in kept.iter().filter_map(|of| Some((of, of.measures.get(name)?))) {
        last.insert(of.as_of, measured);
        let point = point(of.as_of, measured, PointSource::Kept, of.known_at, (&of.program, &of.norm));
        points.push((of.as_of, TimelinePoint { kept_at: Some(of.kept_at), ..point }));
    }
    let norm = now.catalogue.norm.version.as_str();
    for (day, measure) in computed.iter().filter_map(|(day, all)| Some((*day, all.get(name)?))) {
        let is = kept_as(measure);
        if last.get(&day).is_some_and(|was| same(was, &is)) {
            continue;
        }
        points.push((day, point(day, &is, PointSource::Computed, now.known_at, (env!("CARGO_PKG_VERSION"), norm))));
    }
    points.sort_by_key(|(day, point)| (*day, point.source, point.kept_at));
    points.into_iter().map(|(_, point)| point).collect()
}

fn point(as_of: Date, it: &Measured, source: PointSource, known_at: u64, (program, norm): (&str, &str)) -> TimelinePoint {
    TimelinePoint {
        as_of: as_of.to_string(),
        value: it.value,
        low: it.low,
        high: it.high,
        reason: it.reason.as_ref().map(|code| code.as_str().to_owned()),
        source,
        kept_at: None,
        known_at,
        program: program.to_owned(),
        norm: norm.to_owned(),
    }
}

fn same(was: &Measured, is: &Measured) -> bool {
    let near = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= SAME_WITHIN * a.abs().max(b.abs()),
        (a, b) => a.is_none() && b.is_none(),
    };
    near(was.value, is.value) && near(was.low, is.low) && near(was.high, is.high) && was.reason == is.reason
}

fn notes(left_out: usize) -> Vec<Words> {
    let mut notes = vec![
        words(
            "Wat toen gemeten is, blijft staan zoals het was. Waar nu iets anders bekend is over die dag, staat dat ernaast.",
            "What was measured then stays as it was. Where something else is known now about that day, it stands beside it.",
        ),
        words(
            "Een getal verandert ook doordat er meer gevraagd is: kijk naar de onder- en bovengrens.",
            "A number also changes because more was asked: look at the lower and upper bound.",
        ),
    ];
    if left_out > 0 {
        notes.push(words(
            format!("De oudste {left_out} momenten zijn niet opnieuw berekend; vraag een dag apart op."),
            format!("The oldest {left_out} moments were not computed anew; ask for such a day by itself."),
        ));
    }
    notes
}
