//! Answers as text for people.

use kortelijnen::analysis::gaps::Pile;
use kortelijnen::analysis::measures::Measure;
use kortelijnen::desk::*;
use kortelijnen::model::Language;
use kortelijnen::network::Rule;
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
    let mut out = format!(
        "{} · {} · norm {} · {}\n",
        answer.coalition,
        answer.as_of,
        answer.norm,
        read_by(&answer.sides, answer.rule, language)
    );
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
    let mut out = format!("{} · {} · {}\n", answer.coalition, answer.as_of, read_by(&answer.sides, answer.rule, language));
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
        if measure.estimate.is_some() {
            let word = if language == Language::Nl { "schatting" } else { "estimate" };
            let _ = write!(out, "  {word} {}", number(measure.estimate));
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
    roles(&mut out, answer, language);
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

/// How often partners stand between others, by the domains of the three.
fn roles(out: &mut String, answer: &StructureAnswer, language: Language) {
    let of = &answer.roles;
    let rows = [
        ("coordinator", "A-A-A", &of.coordinator),
        ("consultant", "A-B-A", &of.consultant),
        ("gatekeeper", "A-A-B, A-B-B", &of.gatekeeper),
        ("liaison", "A-B-C", &of.liaison),
    ];
    out.push('\n');
    for (name, domains, total) in rows {
        let value = total.value.map_or_else(|| "–".to_owned(), |value| format!("{value:.0}"));
        let _ = write!(out, "{name:<14} {domains:<14} {value:>4}");
        if let Some(expected) = total.expected {
            let word = if language == Language::Nl { "verwacht" } else { "expected" };
            let _ = write!(out, "  {word} {expected:.2}");
        }
        if let (Some(z), Some(p)) = (total.z, total.p) {
            let _ = write!(out, "  z {z:.2}  p {p:.4}");
        }
        if let Some(reason) = total.baseline_reason {
            let _ = write!(out, "  {}", reason.words().in_language(language));
        }
        out.push('\n');
    }
}

/// By which sides and which rule an answer was read.
fn read_by(sides: &SidesRow, rule: Rule, language: Language) -> String {
    let rule = match (rule, language) {
        (Rule::Any, Language::Nl) => "een lijn telt als iemand haar noemt",
        (Rule::Any, Language::En) => "a line counts when somebody names it",
        (Rule::Confirmed, Language::Nl) => "een lijn telt als beide kanten haar noemen",
        (Rule::Confirmed, Language::En) => "a line counts when both ends name it",
    };
    format!("{} · {rule}", sides.words.in_language(language))
}

/// Where the partners stand.
pub fn standings(answer: &Standings, language: Language) -> String {
    let heads = match language {
        Language::Nl => ["partner", "lijnen", "tussen alle", "tussen de kanten", "beperking", "kern", "zonder"],
        Language::En => ["partner", "lines", "between all", "between the sides", "constraint", "core", "without"],
    };
    let mut out = format!("{} · {} · {}\n", answer.coalition, answer.as_of, read_by(&answer.sides, answer.rule, language));
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
    let _ = writeln!(out, "\n{}", answer.carriers.text.in_language(language));
    for carrier in &answer.carriers.people {
        let parties: Vec<&str> = carrier.parties.iter().map(|party| party.name.as_str()).collect();
        let _ = writeln!(out, "{INDENT}{} ({})", carrier.name.in_language(language), parties.join(", "));
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

/// A proposal as meetings to hold.
pub fn plan(answer: &Plan, language: Language) -> String {
    let nl = language == Language::Nl;
    let mut out = format!("{} · {} · {}\n", answer.coalition, answer.as_of, read_by(&answer.sides, answer.rule, language));
    if answer.introductions.is_empty() {
        out.push_str(if nl { "Geen kennismakingen voor te stellen.\n" } else { "No introductions to propose.\n" });
    } else {
        let (value, short) = (answer.value, answer.short);
        let _ = match language {
            Language::Nl => writeln!(
                out,
                "Een voorstel, stap voor stap gekozen. Van wat de norm verwacht: van {} naar {} van {}. Paren binnen twee stappen: van {} naar {} van {}.",
                value.before, value.after, value.most, short.before, short.after, short.most
            ),
            Language::En => writeln!(
                out,
                "A proposal, chosen greedily. Of what the norm expects: from {} to {} of {}. Pairs within two steps: from {} to {} of {}.",
                value.before, value.after, value.most, short.before, short.after, short.most
            ),
        };
        let _ = writeln!(out, "\n{}", if nl { "Bijeenkomsten" } else { "Meetings" });
        for meeting in &answer.meetings {
            let _ = writeln!(out, "- {} ({})", meeting.text.in_language(language), meeting.introductions.join(", "));
        }
        let _ = writeln!(out, "\n{}", if nl { "Kennismakingen" } else { "Introductions" });
    }
    for row in &answer.introductions {
        introduction(&mut out, row, language);
    }
    if !answer.not_done.is_empty() {
        let _ = writeln!(out, "\n{}", if nl { "Niet in dit voorstel" } else { "Not in this proposal" });
    }
    for told in &answer.not_done {
        let _ = writeln!(out, "- {}", told.in_language(language));
    }
    out
}

fn introduction(out: &mut String, row: &IntroductionRow, language: Language) {
    let nl = language == Language::Nl;
    let _ = writeln!(out, "{:>3}. {}", row.letter, row.text.in_language(language));
    // The last reason says who introduces, as the text does.
    for reason in
        row.reasons.iter().filter(|it| !["knows_both", "in_steps", "nobody_between", "nobody_asked"].contains(&it.code.as_str()))
    {
        let _ = writeln!(out, "{INDENT}{}", reason.words.in_language(language));
    }
    for (party, contact) in [(&row.a, &row.contact_a), (&row.b, &row.contact_b)] {
        let Some(contact) = contact else { continue };
        let ways: Vec<&str> =
            contact.phone.iter().map(|it| it.as_str()).chain(contact.mail.iter().map(|it| it.as_str())).collect();
        let ways = if ways.is_empty() { String::new() } else { format!(" · {}", ways.join(" · ")) };
        let name = party.name_en.as_ref().filter(|_| !nl).unwrap_or(&party.name);
        let _ = writeln!(out, "{INDENT}- {name}: {}{ways}", contact.name.in_language(language));
    }
    let closes = match (row.closes.len(), language) {
        (0, _) => String::new(),
        (1, Language::Nl) => "; lost één aandachtspunt op".to_owned(),
        (1, Language::En) => "; solves one point of attention".to_owned(),
        (many, Language::Nl) => format!("; lost {many} aandachtspunten op"),
        (many, Language::En) => format!("; solves {many} points of attention"),
    };
    let _ = match language {
        Language::Nl => writeln!(out, "{INDENT}Norm: van {} naar {}{closes}", row.before.value, row.after.value),
        Language::En => writeln!(out, "{INDENT}Norm: from {} to {}{closes}", row.before.value, row.after.value),
    };
}

/// A scenario: what is supposed, what it comes to, measures and gaps.
pub fn what_if(answer: &WhatIf, language: Language) -> String {
    let nl = language == Language::Nl;
    let mut out = format!("{} · {} · {}\n", answer.coalition, answer.as_of, read_by(&answer.sides, answer.rule, language));
    for row in &answer.changes {
        let _ = writeln!(out, "{} {}", if nl { "Stel:" } else { "Suppose:" }, row.text.in_language(language));
    }
    for told in &answer.text {
        let _ = writeln!(out, "{}", told.in_language(language));
    }
    out.push('\n');
    let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.4}"));
    for row in answer.measures.iter().filter(|row| row.before.value.is_some() || row.after.value.is_some()) {
        let label = row.label.in_language(language);
        let difference = row.difference.map_or_else(|| "–".to_owned(), |it| format!("{it:+.4}"));
        let _ = writeln!(out, "{label:<40} {:>10} {:>10} {difference:>10}", number(row.before.value), number(row.after.value));
    }
    if answer.measures.iter().any(|row| row.same_pairs) {
        out.push_str(if nl {
            "Wie wegvalt telt bij afstanden ook vooraf niet mee als einde van een paar.\n"
        } else {
            "Who goes is not counted as an end of a pair in distances before either.\n"
        });
    }
    let goes = answer.measures.iter().any(|row| row.same_pairs);
    let solved = match (goes, language) {
        (false, Language::Nl) => "Opgelost",
        (false, Language::En) => "Solved",
        (true, Language::Nl) => "Opgelost of vervallen",
        (true, Language::En) => "Solved or no longer there",
    };
    let lists = [
        (solved, answer.gaps.solved.iter().collect::<Vec<_>>()),
        (if nl { "Nieuw" } else { "New" }, answer.gaps.new.iter().collect()),
        (if nl { "Veranderd" } else { "Changed" }, answer.gaps.changed.iter().map(|it| &it.after).collect()),
    ];
    for (title, rows) in lists.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        let _ = writeln!(out, "\n{title}");
        for row in rows {
            let _ = writeln!(out, "- {}", row.text.in_language(language));
        }
    }
    out
}
