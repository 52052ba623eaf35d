//! The commands `changes`, `timeline` and `measure`: a coalition over time.

use super::errors::Told;
use super::progress::Progress;
use super::source::{Asked, existing_store, today};
use anyhow::Result;
use kortelijnen::desk::*;
use kortelijnen::model::{Language, Measurement, Words};
use std::fmt::Write as _;
use std::path::Path;
use time::{Date, OffsetDateTime};

/// Measurements that are put on disk in one go.
const KEPT_AT_ONCE: usize = 64;

/// What changed, as text.
pub fn text(answer: &Changes, language: Language) -> String {
    let nl = language == Language::Nl;
    let [from, to] = [&answer.from_words, &answer.to_words].map(|it| it.in_language(language));
    let mut out = format!("{} · {from} – {to}\n\n", answer.coalition);
    let mut part = |heading: &str, lines: &mut dyn Iterator<Item = &str>| {
        let lines: Vec<&str> = lines.collect();
        if !lines.is_empty() {
            let _ = writeln!(out, "{heading}");
            for line in lines {
                let _ = writeln!(out, "  {line}");
            }
            out.push('\n');
        }
    };
    let told = |words: &Words| match language {
        Language::Nl => words.nl.clone(),
        Language::En => words.en.clone(),
    };
    let summary: Vec<String> = answer.only_one.iter().chain(&answer.summary).map(told).collect();
    part(if nl { "In het kort" } else { "In short" }, &mut summary.iter().map(String::as_str));
    let groups = [
        (if nl { "Lijnen" } else { "Lines" }, answer.lines.iter().map(|it| told(&it.words)).collect::<Vec<_>>()),
        ("Partners", answer.partners.iter().map(|it| told(&it.words)).collect()),
        (if nl { "Initiatieven" } else { "Initiatives" }, answer.initiatives.iter().map(|it| told(&it.words)).collect()),
        (if nl { "Niet meer aan de orde" } else { "No longer there" }, answer.gaps.closed.iter().map(told).collect()),
        (if nl { "Nieuwe aandachtspunten" } else { "New points of attention" }, answer.gaps.opened.iter().map(told).collect()),
    ];
    for (heading, lines) in &groups {
        part(heading, &mut lines.iter().map(String::as_str));
    }
    let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.4}"));
    let moved = answer.measures.iter().filter(|it| it.before.value != it.after.value);
    let measures: Vec<String> =
        moved.map(|it| format!("{:<24} {:>10}  →  {:>10}", it.name, number(it.before.value), number(it.after.value))).collect();
    part(if nl { "Kengetallen" } else { "Measures" }, &mut measures.iter().map(String::as_str));
    let stability = [
        (&answer.stability.common, "gebleven partners", "partners that stayed"),
        (&answer.stability.all, "iedereen", "everybody"),
    ];
    let stayed: Vec<String> = stability
        .iter()
        .map(|(it, in_dutch, in_english)| {
            let among = if nl { in_dutch } else { in_english };
            format!("{among}: {} / {} = {}", it.kept, it.union, number(it.value))
        })
        .collect();
    part(if nl { "Lijnen die bleven" } else { "Lines that stayed" }, &mut stayed.iter().map(String::as_str));
    let notes: Vec<String> = answer.notes.iter().map(told).collect();
    part(if nl { "Hoe u dit leest" } else { "How to read this" }, &mut notes.iter().map(String::as_str));
    out
}

/// The measures of a coalition over time. Without a store nothing was kept, and all is computed.
pub fn timeline(coalition: &str, measures: &[String], data: Option<&Path>) -> Result<Timeline> {
    let Some(directory) = data else {
        return Ok(Asked::open(None)?.office().timeline(coalition, measures, &[])?);
    };
    let live = existing_store(directory)?;
    let snapshot = live.snapshot();
    let kept = match snapshot.register.find_coalition(coalition) {
        Some(it) => live.measurements(&it.id)?,
        None => Vec::new(),
    };
    Ok(Office::new(&snapshot.register, today()).timeline(coalition, measures, &kept)?)
}

/// One line a point.
pub fn timeline_text(answer: &Timeline, language: Language) -> String {
    let nl = language == Language::Nl;
    let mut out = format!("{}\n", answer.coalition);
    let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.4}"));
    for measure in &answer.measures {
        let _ = writeln!(out, "\n{} ({})", measure.words.in_language(language), measure.name);
        for point in &measure.points {
            let source = match (point.source, nl) {
                (PointSource::Kept, true) => "toen gemeten",
                (PointSource::Kept, false) => "measured then",
                (PointSource::Computed, true) => "nu bekend",
                (PointSource::Computed, false) => "known now",
            };
            let _ = write!(out, "  {}  {:>10}", point.as_of, number(point.value));
            if point.low.is_some() || point.high.is_some() {
                let _ = write!(out, "  [{} .. {}]", number(point.low), number(point.high));
            }
            if let Some(reason) = &point.reason {
                let _ = write!(out, "  {reason}");
            }
            let _ = writeln!(out, "  {source}");
        }
    }
    out.push('\n');
    for note in &answer.notes {
        let _ = writeln!(out, "{}", note.in_language(language));
    }
    out
}

/// Measures coalitions, all when none is named, and keeps what was measured. Every unknown name is told before anything is kept.
pub fn measure(data: &Path, coalitions: &[String], as_of: Option<Date>, language: Language) -> Result<Vec<Measurement>> {
    if let Some(day) = as_of.filter(|day| *day > today()) {
        return Err(Told::typed(
            format!("{day} moet nog komen; kies een dag tot en met vandaag, {}", today()),
            format!("{day} is still to come; choose a day up to today, {}", today()),
        )
        .into());
    }
    let live = existing_store(data)?;
    let snapshot = live.snapshot();
    let office = Office::new(&snapshot.register, today());
    let all: Vec<String> = match coalitions {
        [] => office.coalitions_by_name().iter().map(ToString::to_string).collect(),
        named => named.to_vec(),
    };
    if let Some(unknown) = all.iter().find(|it| snapshot.register.find_coalition(it).is_none()) {
        let known = snapshot.register.coalitions().map(|it| it.id.as_str()).collect::<Vec<_>>().join(", ");
        return Err(DeskError::UnknownCoalition { asked: unknown.clone(), known }.into());
    }
    let (mut progress, now) = (Progress::new(language), OffsetDateTime::now_utc());
    let mut kept: Vec<Measurement> = Vec::with_capacity(all.len());
    for group in all.chunks(KEPT_AT_ONCE) {
        let mut measured = Vec::with_capacity(group.len());
        for coalition in group {
            measured.push(office.measurement(coalition, as_of, now)?);
            progress.share(kept.len() + measured.len(), all.len(), ("coalities meten", "measuring coalitions"));
        }
        live.keep_measurements(measured.clone())?;
        kept.extend(measured);
    }
    Ok(kept)
}

/// One line a coalition.
pub fn measured_text(kept: &[Measurement], language: Language) -> String {
    let mut out = String::new();
    for it in kept {
        let known = it.measures.iter().filter(|(_, measured)| measured.value.is_some()).count();
        let _ = match language {
            Language::Nl => writeln!(out, "{:<12} {}  {known} kengetallen bewaard", it.coalition.as_str(), it.as_of),
            Language::En => writeln!(out, "{:<12} {}  {known} measures kept", it.coalition.as_str(), it.as_of),
        };
    }
    out
}
