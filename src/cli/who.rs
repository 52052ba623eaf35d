//! Whom to call, in the terminal: the desk, the phone, and the line as a path downwards.

use super::errors::Told;
use anyhow::Result;
use kortelijnen::desk::*;
use kortelijnen::model::*;
use kortelijnen::settings::{SettingFlags, Settings};
use std::fmt::Write;
use time::Date;

const INDENT: &str = "   ";
/// Width of what stands before a value.
const LABEL: usize = 11;

/// What was typed.
pub struct Typed {
    /// What is looked for.
    pub need: String,
    /// In which coalition.
    pub coalition: Option<String>,
    /// Who asks, by name.
    pub asks: Option<String>,
    /// Who asks, by profession.
    pub profession: Option<String>,
    /// Where they work.
    pub place: Option<String>,
    /// Most answers.
    pub answers: usize,
    /// The day.
    pub as_of: Option<Date>,
}

/// Asks once; nothing is counted, because nobody leads a coalition through this door.
pub fn ask(office: &Office<'_>, typed: Typed) -> Result<WhoToCall> {
    let from = match (typed.asks, typed.profession) {
        (Some(name), _) => WhoAsks::Named(name),
        (None, Some(kind)) => WhoAsks::Kind(profession(office.register.catalogue(), &kind)?),
        (None, None) => WhoAsks::Nobody,
    };
    let asked = WhoAsked {
        coalition: typed.coalition,
        what: WhoWhat::Text(typed.need),
        from,
        place: typed.place,
        as_of: typed.as_of,
        answers: typed.answers,
    };
    let settings = Settings::from_process(SettingFlags::default())?;
    let limits = WhoLimits { answers_max: settings.who_answers_max.get(), guesses_max: settings.who_guesses_max.get() };
    Ok(office.who_to_call(
        &asked,
        &Switchboards::new(settings.who_networks_max.get(), settings.who_networks_other_days_max.get()),
        &limits,
    )?)
}

/// A kind of partner by its code, its name or another word for it.
fn profession(catalogue: &Catalogue, text: &str) -> Result<KindCode> {
    let wanted = text.trim().to_lowercase();
    let fits = |kind: &&PartnerKind| {
        let names = [&kind.name, &kind.people].into_iter().flat_map(|words| [&words.nl, &words.en]);
        kind.code.as_str() == wanted || names.chain(kind.synonyms.iter()).any(|word| word.to_lowercase() == wanted)
    };
    if let Some(kind) = catalogue.kinds.iter().find(fits) {
        return Ok(kind.code.clone());
    }
    let known = catalogue.kinds.iter().map(|kind| kind.code.as_str()).collect::<Vec<_>>().join(", ");
    let told = Told::no(
        format!("geen soort partner heet \"{text}\"; kies uit: {known}"),
        format!("no kind of partner is called \"{text}\"; choose one of: {known}"),
    );
    Err(told.into())
}

/// The whole answer.
pub fn text(answer: &WhoToCall, language: Language) -> String {
    let nl = language == Language::Nl;
    let mut out = String::new();
    let _ = writeln!(out, "{}", answer.status.in_language(language));
    if let Some(coalition) = &answer.coalition {
        let _ = writeln!(out, "{} · {} · {}", coalition.name, answer.as_of, answer.from.words.in_language(language));
    }
    for row in &answer.answers {
        let _ = writeln!(out);
        one(&mut out, &format!("{}. ", row.rank), row, language);
    }
    if let Some(nobody) = &answer.nobody {
        let _ = writeln!(out, "\n{}", nobody.words.in_language(language));
        for ask in &nobody.ask {
            let _ = writeln!(out, "- {}", ask.words.in_language(language));
            if let Some(found) = &ask.contact {
                contact(&mut out, found, language);
            }
        }
    }
    if let Some(elsewhere) = &answer.elsewhere {
        let _ = writeln!(
            out,
            "\n{}: {}",
            if nl { "In een andere coalitie" } else { "In another coalition" },
            elsewhere.coalition.name
        );
        let _ = writeln!(out, "{}", elsewhere.words.in_language(language));
        let name = called(&elsewhere.answer, language);
        let _ = writeln!(out, "{INDENT}{name}");
        if let Some(found) = &elsewhere.answer.contact {
            contact(&mut out, found, language);
        }
    }
    if !answer.guesses.is_empty() {
        let _ = writeln!(out, "\n{}", if nl { "Bedoelt u een van deze?" } else { "Do you mean one of these?" });
        for guess in &answer.guesses {
            let code = guess.code.as_ref().map(|code| format!(" ({code})")).unwrap_or_default();
            let _ = writeln!(out, "- {}{code}", guess.words.in_language(language));
        }
    }
    out
}

fn called(row: &WhoAnswer, language: Language) -> String {
    let english = row.party.name_en.as_ref().filter(|_| language == Language::En);
    english.unwrap_or(&row.party.name).clone()
}

fn one(out: &mut String, number: &str, row: &WhoAnswer, language: Language) {
    let nl = language == Language::Nl;
    let only_kind = match (row.placeholder, nl) {
        (true, true) => " · alleen de soort is bekend",
        (true, false) => " · only the kind is known",
        (false, _) => "",
    };
    let _ = writeln!(out, "{number}{} · {}{only_kind}", called(row, language), row.participation.in_language(language));
    let _ = writeln!(out, "{INDENT}{}", row.serves.in_language(language));
    match &row.contact {
        Some(found) => contact(out, found, language),
        None => {
            let none = if nl { "Nog geen loket of nummer bekend." } else { "No desk or number known yet." };
            let _ = writeln!(out, "{INDENT}{none}");
        }
    }
    for other in &row.others {
        contact(out, other, language);
    }
    for person in &row.people {
        let _ = writeln!(out, "{INDENT}{}", person.words.in_language(language));
        if let Some(own) = &person.contact {
            contact(out, own, language);
        }
    }
    line(out, &row.line, language);
    if !row.next.is_empty() {
        let _ = writeln!(out, "\n{INDENT}{}", if nl { "Zo komt u verder" } else { "What to do" });
        for (at, next) in row.next.iter().enumerate() {
            let _ = writeln!(out, "{INDENT}{}. {}", at + 1, next.in_language(language));
        }
    }
    let _ = writeln!(out, "{INDENT}{}", row.reason.in_language(language));
}

fn contact(out: &mut String, row: &WhoContact, language: Language) {
    let nl = language == Language::Nl;
    let _ = writeln!(out, "{INDENT}{} · {}", row.name, row.audience_words.in_language(language));
    let mut told = |label: &str, value: &str| {
        let _ = writeln!(out, "{INDENT}{label:<LABEL$}{value}");
    };
    let names = |rows: &[NamedCode]| rows.iter().map(|it| it.words.in_language(language)).collect::<Vec<_>>().join("; ");
    if let Some(phone) = &row.phone {
        told(if nl { "Bel" } else { "Call" }, &phone.text);
    }
    if let Some(mail) = &row.mail {
        told("Mail", &mail.text);
    }
    if let Some(web) = &row.web {
        told(if nl { "Pagina" } else { "Page" }, &web.text);
    }
    if let Some(hours) = &row.hours {
        told("Open", hours.in_language(language));
    }
    if !row.needs.is_empty() {
        told(if nl { "Voor" } else { "For" }, &names(&row.needs));
    }
    if let Some(refer) = &row.refer {
        told(if nl { "Verwijzen" } else { "To refer" }, refer.as_str());
    }
    if !row.languages.is_empty() {
        told(if nl { "Talen" } else { "Languages" }, &names(&row.languages));
    }
    let _ = writeln!(out, "{INDENT}{}", row.freshness_words.in_language(language));
}

/// A path downwards: a circle for each step, and beside the line how it is known.
fn line(out: &mut String, row: &WhoLine, language: Language) {
    let _ = writeln!(out, "\n{INDENT}{}", row.heading.in_language(language));
    for (at, step) in row.steps.iter().enumerate() {
        let mark = match step.mark {
            WhoMark::You | WhoMark::Through => "o",
            WhoMark::Target => "*",
            WhoMark::Broken => "x",
        };
        let _ = writeln!(out, "{INDENT}{mark} {}", step.words.in_language(language));
        let beside = if at + 1 < row.steps.len() { "|" } else { " " };
        if let Some(by) = &step.by {
            let _ = writeln!(out, "{INDENT}{beside}   {}", by.words.in_language(language));
        }
    }
}
