//! The facilitator's report: eight questions to a network of organisations that want to help together, answered from the register.
//!
//! Why: measures and findings say something only as an answer to a question that a meeting can discuss.
//! Never: a person's name, an overall score, an answer where nobody was asked.
//!
//! Source of the questions: K. Provan, M. Veazie, L. Staten & N. Teufel-Shone, Public Administration Review 65, 603–613, 2005,
//! doi:10.1111/j.1540-6210.2005.00487.x.

mod central;
mod chance;
mod clusters;
mod frequency;
mod front;
mod groups;
mod method;
mod one_person;
mod outside;
mod paper;
mod personal;
mod plan;
mod progress;
mod sheet;
mod unasked;

pub(super) use method::measure_means;

use super::PlanLimits;
use super::changes::known_moments;
use super::office::*;
use super::reading::Reading;
use super::sides::{SidesRow, sides_row};
use crate::model::*;
use crate::network::*;
use serde::Serialize;
use sheet::Sheet;
use time::Date;
use utoipa::ToSchema;

/// The report of one coalition. Every text is there in both languages.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Slug.
    pub coalition: CoalitionId,
    /// Name.
    pub name: Name,
    /// Day for which it holds.
    pub as_of: String,
    /// That day in words.
    pub as_of_words: Words,
    /// The day it is compared with; absent when only one moment is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// Sequence of the last change that touched the coalition.
    pub version: u64,
    /// Version of the norm.
    pub norm: String,
    /// What makes a claim a line.
    pub rule: Rule,
    /// The two sides held against each other.
    pub sides: SidesRow,
    /// How sure all of it is: day, rule, who answered, known pairs, sides, norm.
    pub certainty: Words,
    /// How it stands, in short.
    pub front: ReportFront,
    /// The eight questions, in their order.
    pub sections: Vec<ReportSection>,
    /// Which introductions to make: a proposal.
    pub plan: ReportSection,
    /// The measures, beside what chance would give; absent for a small coalition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measures: Option<ReportSection>,
    /// What every word means, where it comes from, and what is not known.
    pub method: ReportSection,
}

/// The first page.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReportFront {
    /// How it stands, in a few sentences.
    pub standing: Vec<Words>,
    /// Who takes part, in one sentence.
    pub partners: Words,
    /// What to know before reading.
    pub warnings: Vec<Words>,
    /// To do, to ask, to track.
    pub piles: Vec<ReportPile>,
    /// All lines of the map.
    pub lines: ReportTable,
}

/// One pile of findings.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReportPile {
    /// What to do with it.
    pub title: Words,
    /// Number of its first finding, as on the map.
    pub from: usize,
    /// The findings, in order.
    pub findings: Vec<Words>,
}

/// One question and its answer.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReportSection {
    /// `central`, `outside`, `one_person`, `frequency`, `groups`, `progress`, `trust`, `benefits`, `plan`, `measures` or
    /// `method`.
    pub code: String,
    /// The question.
    pub question: Words,
    /// The answer in one sentence.
    pub answer: Words,
    /// What else to say.
    pub text: Vec<Words>,
    /// Its parts, each below a heading of its own.
    pub parts: Vec<ReportPart>,
    /// What it rests on.
    pub tables: Vec<ReportTable>,
    /// How sure it is, and what a number does not say.
    pub notes: Vec<Words>,
    /// What to ask, of whom; what to discuss.
    pub ask: Vec<Words>,
}

/// A part of an answer.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReportPart {
    /// What it is about.
    pub heading: Words,
    /// Are its items numbered?
    pub numbered: bool,
    /// What there is to say or do.
    pub items: Vec<Words>,
}

/// A table. Its first column names the rows.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReportTable {
    /// What is in it.
    pub caption: Words,
    /// The columns.
    pub header: Vec<ReportColumn>,
    /// One text a column.
    pub rows: Vec<Vec<Words>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReportColumn {
    /// Its name.
    pub name: Words,
    /// Do numbers stand in it?
    pub number: bool,
}

impl Office<'_> {
    /// The report of a coalition.
    ///
    /// Takes slug, name or alias; how it is looked at; and the day to compare with, or nothing for the day of the source before
    /// the last one. Errors: no such coalition; the day to compare with is not before the day it is shown at.
    pub fn report(&self, coalition: &str, reading: impl Into<Reading>, since: Option<Date>) -> Result<Report, DeskError> {
        Ok(self.report_with_pairs(coalition, reading.into(), since)?.0)
    }

    /// The report, and the pairs that it proposes to introduce, in the order of their letters.
    fn report_with_pairs(
        &self,
        coalition: &str,
        reading: Reading,
        since: Option<Date>,
    ) -> Result<(Report, Vec<Supposed>), DeskError> {
        let network = self.network(coalition, reading.clone())?;
        if let Some(since) = since.filter(|since| *since >= network.as_of) {
            return Err(DeskError::NotBefore { since, as_of: network.as_of });
        }
        let moments = known_moments(self.register, &network.coalition.id);
        let since = since.or_else(|| moments.before_the_last(network.as_of));
        let earlier = match since {
            Some(day) => Some(self.network(coalition, Reading { as_of: Some(day), ..reading.clone() })?),
            None => None,
        };
        let structure = self.structure(coalition, reading.clone())?;
        let found = self.gaps(coalition, reading.clone())?;
        let overview = self.overview(coalition, reading.clone())?;
        let standings = if sheet::has_indices(&network) { Some(self.standings(coalition, reading.clone())?) } else { None };
        let proposal = self.introductions(coalition, &PlanLimits::default(), reading)?;
        let (speech, standings) = (self.speech(&network), standings.as_ref());
        let sheet = Sheet { speech, structure: &structure, found: &found.gaps, standings };
        let certainty = sheet.certainty(&self.as_of_words(&network));
        let sure = |mut section: ReportSection| {
            section.notes.push(certainty.clone());
            section
        };
        let report = Report {
            coalition: network.coalition.id.clone(),
            name: network.coalition.name.clone(),
            as_of: network.as_of.to_string(),
            as_of_words: self.as_of_words(&network),
            since: since.map(|day| day.to_string()),
            version: network.version,
            norm: network.catalogue.norm.version.clone(),
            rule: network.view.rule,
            sides: sides_row(&network.view.sides, &network.catalogue),
            certainty: certainty.clone(),
            front: front::front(&sheet, &overview),
            sections: vec![
                sure(central::section(&sheet)),
                sure(outside::section(&sheet)),
                sure(one_person::section(&sheet)),
                sure(frequency::section(&sheet)),
                sure(groups::section(&sheet)),
                sure(progress::section(&sheet, earlier.as_ref())),
                unasked::trust(),
                unasked::benefits(),
            ],
            plan: sure(plan::section(&sheet, &proposal)),
            measures: method::measures(&sheet).map(sure),
            method: sure(method::section(&sheet)),
        };
        Ok((report, plan::pairs(&sheet, &proposal)))
    }
}
