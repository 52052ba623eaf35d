//! Answers as text for people.

use kortelijnen::analysis::gaps::Pile;
use kortelijnen::analysis::measures::Measure;
use kortelijnen::desk::*;
use kortelijnen::model::Language;
use std::fmt::Write;

const INDENT: &str = "     ";

/// The list of coalitions.
pub fn coalitions(rows: &[CoalitionSummary], language: Language) -> String {
    let mut out = String::new();
    for row in rows {
        let _ = writeln!(
            out,
            "{:<12} {:<16} {:>3}  {:<20} {}",
            row.id.as_str(),
            row.name.as_str(),
            row.members,
            row.as_of_words.in_language(language),
            row.finding.in_language(language)
        );
    }
    out
}

/// The three piles, or all gaps.
pub fn gaps(answer: &Gaps, all: bool, language: Language) -> String {
    let nl = language == Language::Nl;
    let mut out = format!("{} · {} · norm {}\n", answer.coalition, answer.as_of, answer.norm);
    let piles = [
        (Pile::Do, if nl { "Doen" } else { "Do" }),
        (Pile::Ask, if nl { "Vragen: eerst dit" } else { "Ask first" }),
        (Pile::Track, if nl { "Bijhouden" } else { "Keep an eye on" }),
        (Pile::Rest, if nl { "De rest" } else { "The rest" }),
    ];
    for (pile, title) in piles {
        let rows: Vec<&GapRow> = answer.gaps.iter().filter(|gap| gap.pile == pile).collect();
        if rows.is_empty() || (pile == Pile::Rest && !all) {
            continue;
        }
        let _ = writeln!(out, "\n{title}");
        for row in rows {
            gap(&mut out, row, language);
        }
    }
    let rest = answer.gaps.iter().filter(|gap| gap.pile == Pile::Rest).count();
    if rest > 0 && !all {
        let _ = match language {
            Language::Nl => writeln!(out, "\nNog {rest} andere: met --all."),
            Language::En => writeln!(out, "\n{rest} more: with --all."),
        };
    }
    if answer.gaps.is_empty() {
        out.push_str(if nl { "\nGeen aandachtspunten.\n" } else { "\nNothing stands out.\n" });
    }
    out
}

fn gap(out: &mut String, row: &GapRow, language: Language) {
    let _ = writeln!(out, "{:>3}. {}", row.rank, row.text.in_language(language));
    let _ = writeln!(
        out,
        "{INDENT}{}. {}. {}",
        row.kind_words.in_language(language),
        row.certainty_words.in_language(language),
        row.importance_words.in_language(language)
    );
    for item in &row.evidence {
        evidence(out, item, language);
    }
}

fn evidence(out: &mut String, row: &EvidenceRow, language: Language) {
    let _ = writeln!(out, "{INDENT}- {}", row.text.in_language(language));
    if let Some(speaker) = &row.speaker {
        let _ = writeln!(out, "{INDENT}  {}", speaker.in_language(language));
    }
    if let Some(said) = &row.said {
        let parts = [
            said.source.as_ref().map(ToString::to_string),
            said.date.as_ref().map(|date| date_in_words(date, language)),
            said.at.as_ref().map(ToString::to_string),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if !parts.is_empty() {
            let _ = writeln!(out, "{INDENT}  {}", parts.join("; "));
        }
    }
    for source in &row.norm_sources {
        let _ = writeln!(out, "{INDENT}  {} {}", source.title, source.url.as_deref().unwrap_or_default());
    }
}

/// The measures.
pub fn structure(answer: &StructureAnswer, language: Language) -> String {
    let mut out = format!("{} · {} · {}\n", answer.coalition, answer.as_of, answer.sides.words.in_language(language));
    let all: u64 = answer.mixing.iter().map(|cell| cell.possible).sum();
    let known = all - answer.mixing.iter().map(|cell| cell.unknown).sum::<u64>();
    let _ = match language {
        Language::Nl => writeln!(out, "Bekende paren: {known} van {all}\n"),
        Language::En => writeln!(out, "Known pairs: {known} of {all}\n"),
    };
    for (name, measure) in &answer.measures {
        let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.4}"));
        let _ = write!(out, "{name:<24} {:>10}", number(measure.value));
        if measure.low.is_some() || measure.high.is_some() {
            let _ = write!(out, "  [{} .. {}]", number(measure.low), number(measure.high));
        }
        if measure.expected.is_some() {
            let _ =
                write!(out, "  {} {}", if language == Language::Nl { "verwacht" } else { "expected" }, number(measure.expected));
        }
        if let (Some(z), Some(p)) = (measure.z, measure.p) {
            let _ = write!(out, "  z {z:.2}  p {p:.4}");
        }
        if let Some(reason) = measure.reason {
            let _ = write!(out, "  {}", reason.words().in_language(language));
        }
        out.push('\n');
        if let Some(caution) = measure.caution {
            let _ = writeln!(out, "{INDENT}! {}", caution.words().in_language(language));
        }
    }
    out.push('\n');
    for cell in &answer.mixing {
        let (a, b) = (cell.a.code(), cell.b.code());
        let _ = write!(out, "{a:<14} {b:<14} {:>4} / {:<4} ({} ?)", cell.ties, cell.possible, cell.unknown);
        if let (Some(expected), Some(ratio)) = (cell.expected, cell.ratio) {
            let word = if language == Language::Nl { "verwacht" } else { "expected" };
            let _ = write!(out, "  {word} {expected:.2}  × {ratio:.2}");
        }
        if let (Some(z), Some(p)) = (cell.z, cell.p) {
            let _ = write!(out, "  z {z:.2}  p {p:.4}");
        }
        out.push('\n');
    }
    if !answer.articulation_points.is_empty() {
        let _ = writeln!(
            out,
            "\n{}: {}",
            if language == Language::Nl { "Zonder deze valt het uiteen" } else { "Falls apart without" },
            answer.articulation_points.join(", ")
        );
    }
    if !answer.without_domain.is_empty() {
        let _ = writeln!(
            out,
            "\n{}: {}",
            if language == Language::Nl { "Niet meegeteld, soort onbekend" } else { "Left out, kind unknown" },
            answer.without_domain.join(", ")
        );
    }
    out
}

/// Where the partners stand.
pub fn standings(answer: &Standings, language: Language) -> String {
    let heads = match language {
        Language::Nl => ["partner", "lijnen", "tussen alle", "tussen de kanten", "beperking", "kern", "zonder"],
        Language::En => ["partner", "lines", "between all", "between the sides", "constraint", "core", "without"],
    };
    let mut out = format!("{} · {} · {}\n", answer.coalition, answer.as_of, answer.sides.words.in_language(language));
    let _ = writeln!(out, "{}\n", answer.text.in_language(language));
    let width = answer.partners.iter().map(|row| row.party.name.chars().count()).max().unwrap_or(0).max(heads[0].len());
    let number = |measure: &Measure| measure.value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"));
    let mut line = |cells: [String; 7]| {
        let [name, rest @ ..] = cells;
        let _ = write!(out, "{name:<width$}");
        for (cell, head) in rest.iter().zip(&heads[1..]) {
            let _ = write!(out, "  {cell:>width$}", width = head.chars().count());
        }
        out.push('\n');
    };
    line(heads.map(str::to_owned));
    for row in &answer.partners {
        let departure = &row.departure.cross_efficiency_change;
        line([
            row.party.name.clone(),
            row.lines.to_string(),
            number(&row.betweenness),
            number(&row.cross_betweenness),
            number(&row.constraint),
            row.core_number.to_string(),
            number(departure),
        ]);
    }
    let _ = writeln!(out, "\n{}", answer.communities_text.in_language(language));
    for group in &answer.communities {
        let names: Vec<&str> = group.parties.iter().map(|party| party.name.as_str()).collect();
        let _ = writeln!(out, "{INDENT}{}", names.join(", "));
    }
    out
}

/// Everything about one pair.
pub fn why(answer: &Why, language: Language) -> String {
    let mut out = format!("{} – {}\n{}\n", answer.a.name, answer.b.name, answer.text.in_language(language));
    for item in &answer.evidence {
        evidence(&mut out, item, language);
    }
    out
}
