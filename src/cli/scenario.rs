//! Proposals and scenarios as typed: names become ids, and the answer is printed or drawn.

use super::args::About;
use super::errors::Told;
use super::source::Asked;
use super::{draw, print, show};
use anyhow::Result;
use kortelijnen::desk::*;
use kortelijnen::model::*;
use kortelijnen::network::Supposed;
use kortelijnen::render::Width;
use kortelijnen::settings::Settings;
use std::path::Path;

/// A proposal as typed.
pub struct Proposal<'a> {
    /// How much it may ask of whom.
    pub limits: PlanLimits,
    /// Where to draw it.
    pub output: Option<&'a Path>,
}

/// A scenario as typed.
pub struct Typed {
    /// Persons who leave.
    pub leaves: Vec<String>,
    /// Partners who stop.
    pub stops: Vec<String>,
    /// Without who leads the project.
    pub without_lead: bool,
    /// Partners who meet, two by two.
    pub introduce: Vec<String>,
}

/// Prints a proposal, and draws it when asked.
pub fn introductions(about: &About, typed: &Proposal<'_>, language: Language) -> Result<()> {
    let most = Settings::default().introductions_max.get();
    if typed.limits.lines_max > most {
        return Err(
            Told::no(format!("vraag hooguit {most} kennismakingen"), format!("ask for at most {most} introductions")).into()
        );
    }
    let asked = Asked::open(about.options.from.data.as_deref())?;
    let reading = asked.reading(&about.options.reading)?;
    let office = asked.office();
    let plan = office.introductions(&about.coalition, &typed.limits, reading.clone())?;
    if let Some(output) = typed.output {
        let changes: Vec<Supposed> = plan.introductions.iter().filter_map(introduced).collect();
        let map = office.what_if_map(&about.coalition, language, &changes, most, reading).map_err(refused)?;
        draw(&map, Width::Wide, output, language)?;
    }
    show(about.options.format, &plan, || print::plan(&plan, language))
}

/// An introduction of a proposal as a supposition.
fn introduced(row: &IntroductionRow) -> Option<Supposed> {
    let id = |row: &PartyRow| serde_json::from_value(row.id.clone().into()).ok();
    Some(Supposed::Introduced { a: id(&row.a)?, b: id(&row.b)? })
}

/// Prints a scenario, and draws it when asked.
pub fn what_if(about: &About, typed: &Typed, output: Option<&Path>, language: Language) -> Result<()> {
    let asked = Asked::open(about.options.from.data.as_deref())?;
    let reading = asked.reading(&about.options.reading)?;
    let office = asked.office();
    let mut changes = Vec::new();
    for name in &typed.leaves {
        let person = office.person_seen(&about.coalition, name, reading.clone())?;
        changes.push(Supposed::PersonLeaves { person });
    }
    for name in &typed.stops {
        let organisation = office.partner_named(&about.coalition, name, reading.clone())?;
        changes.push(Supposed::PartnerStops { organisation });
    }
    if typed.without_lead {
        changes.push(Supposed::ProjectLeadLeaves);
    }
    for pair in typed.introduce.chunks_exact(2) {
        let [a, b] = [&pair[0], &pair[1]].map(|name| office.partner_named(&about.coalition, name, reading.clone()));
        changes.push(Supposed::Introduced { a: a?, b: b? });
    }
    if changes.is_empty() {
        return Err(Told::no(
            "zeg wat er verandert: --leaves, --stops, --without-lead of --introduce",
            "say what changes: --leaves, --stops, --without-lead or --introduce",
        )
        .into());
    }
    let most = Settings::default().what_if_changes_max.get();
    let answer = office.what_if(&about.coalition, &changes, most, reading.clone()).map_err(refused)?;
    if let Some(output) = output {
        let map = office.what_if_map(&about.coalition, language, &changes, most, reading).map_err(refused)?;
        draw(&map, Width::Wide, output, language)?;
    }
    show(about.options.format, &answer, || print::what_if(&answer, language))
}

/// Every fault of a scenario, one a line.
fn refused(error: WhatIfError) -> anyhow::Error {
    let faults = match error {
        WhatIfError::Desk(error) => return error.into(),
        WhatIfError::TooMany(max) => vec![WhatIfError::too_many(max)],
        WhatIfError::Faults(faults) => faults.iter().map(|(_, fault)| fault.words()).collect(),
    };
    let told = |language: Language| faults.iter().map(|it| it.in_language(language)).collect::<Vec<_>>().join("\n");
    Told::no(told(Language::Nl), told(Language::En)).into()
}
