//! Whom to introduce to whom: the proposal as meetings to hold, and each introduction on its own. A proposal, told by function: who
//! the person is, is for a screen with the rights to see it.

use super::super::proposal::{ContactHow, ContactRow, IntroductionRow, Plan, ReasonRow, Rise};
use super::super::words::*;
use super::sheet::{Sheet, blank, column, decimal, numbers};
use super::{ReportPart, ReportSection, ReportTable};
use crate::model::*;
use crate::network::*;

/// The proposal.
pub fn section(sheet: &Sheet<'_>, plan: &Plan) -> ReportSection {
    let mut section = ReportSection {
        code: "plan".to_owned(),
        question: words("Voorstel: wie laat u kennismaken?", "Proposal: whom do you introduce to whom?"),
        answer: answer(plan),
        text: why_none(sheet, plan),
        ..blank()
    };
    if plan.introductions.is_empty() {
        return section;
    }
    section.tables.push(gains(sheet, plan));
    let meetings = plan.meetings.iter().map(|it| {
        let letters = it.introductions.join(", ");
        both(|language| format!("{} ({letters})", it.text.in_language(language)))
    });
    let heading = words("Bijeenkomsten om te houden", "Meetings to hold");
    section.parts.push(ReportPart { heading, numbered: true, items: meetings.collect() });
    section.parts.extend(plan.introductions.iter().map(|it| introduction(sheet, it)));
    if !plan.not_done.is_empty() {
        let heading = words("Niet in dit voorstel", "Not in this proposal");
        section.parts.push(ReportPart { heading, numbered: false, items: plan.not_done.clone() });
    }
    section.ask.push(words(
        "Kennen deze partners elkaar al? En willen zij elkaar leren kennen?",
        "Do these partners know each other already? And do they want to meet?",
    ));
    section.notes.push(words(
        "Dit is een voorstel, geen opdracht: stap voor stap gekozen naar wat de norm nu het meest brengt. Een beter voorstel van dezelfde \
         lengte kan bestaan, en u kent redenen die niet in het register staan.",
        "This is a proposal, no order: chosen step by step by what the norm gains most now. A better one of the same length may \
         exist, and you know reasons that the register does not hold.",
    ));
    section.notes.push(words(
        "Wat de norm verwacht, telt zo: elke verwachte lijn één, een kernlijn dubbel; een weg over een toegestane brug telt half.",
        "What the norm expects counts like this: each expected line one, a core line double; a way over an allowed bridge half.",
    ));
    section
}

fn answer(plan: &Plan) -> Words {
    let (lines, meetings) = (plan.introductions.len(), plan.meetings.len());
    both(|language| match (lines, language) {
        (0, Language::Nl) => "Volgens de norm zijn er nu geen kennismakingen voor te stellen.".to_owned(),
        (0, Language::En) => "By the norm there are no introductions to propose now.".to_owned(),
        (_, Language::Nl) => format!(
            "{} in {} van een uur.",
            sentence_case(&count(lines, "kennismaking", "kennismakingen", language)),
            count(meetings, "bijeenkomst", "bijeenkomsten", language)
        ),
        (_, Language::En) => format!(
            "{} in {} of an hour.",
            sentence_case(&count(lines, "introduction", "introductions", language)),
            count(meetings, "meeting", "meetings", language)
        ),
    })
}

/// Why there is nothing to propose.
fn why_none(sheet: &Sheet<'_>, plan: &Plan) -> Vec<Words> {
    if !plan.introductions.is_empty() {
        return Vec::new();
    }
    let members = &sheet.network().members;
    if !members.is_empty() && members.iter().all(|member| member.kinds.is_empty()) {
        return vec![words(
            "Van geen enkele partner is bekend wat voor organisatie het is. De norm zegt per soort wie elkaar moet kunnen vinden: vul \
             bij elke partner de soort in, dan staat hier wie elkaar kan leren kennen.",
            "Of no partner it is known what kind of organisation it is. The norm says by kind who must be able to find each other: \
             enter the kind of each partner, and this will say who could meet.",
        )];
    }
    plan.not_done.clone()
}

/// Now, with the whole proposal, and the most there can be.
fn gains(sheet: &Sheet<'_>, plan: &Plan) -> ReportTable {
    let cell = |value: f64, decimals: usize| both(|language| decimal(value, decimals, language));
    // Whole numbers as they are, halves with their half.
    let plain = |value: f64| cell(value, usize::from(value.fract() != 0.0));
    let row = |name: Words, it: &Rise| vec![name, plain(it.before), plain(it.after), plain(it.most)];
    let mut rows = vec![
        row(words("Wat er is van wat de norm verwacht", "What is there of what the norm expects"), &plan.value),
        row(words("Paren tussen de kanten binnen twee stappen", "Pairs across the sides within two steps"), &plan.short),
    ];
    let ends = plan.introductions.first().zip(plan.introductions.last());
    let efficiency = ends.and_then(|(first, last)| first.before.cross_efficiency.zip(last.after.cross_efficiency));
    if let Some((before, after)) = efficiency.filter(|_| !sheet.small()) {
        let name = words("Kortheid van de lijnen tussen de kanten", "Shortness of the lines across the sides");
        rows.push(vec![name, cell(before, 2), cell(after, 2), cell(1.0, 0)]);
    }
    let header = vec![
        column("Wat het oplevert", "What it gains"),
        numbers("Nu", "Now"),
        numbers("Met het voorstel", "With the proposal"),
        numbers("Hoogst mogelijk", "Most possible"),
    ];
    ReportTable { caption: words("Voor en na", "Before and after"), header, rows }
}

/// One introduction: whom to address, who can introduce, why, and what it gains.
fn introduction(sheet: &Sheet<'_>, it: &IntroductionRow) -> ReportPart {
    let [a, b] = [&it.a.id, &it.b.id].map(|id| sheet.place(id));
    let title = |place: Option<usize>, name: &str| place.map_or_else(|| words(name, name), |place| sheet.title(place));
    let [at, with] = [title(a, &it.a.name), title(b, &it.b.name)];
    let mut items = Vec::new();
    let addressed = [(&at, a, &it.contact_a), (&with, b, &it.contact_b)];
    items.push(both(|language| {
        let each = addressed.map(|(title, place, contact)| {
            let who = address(sheet, place, contact.as_ref(), language);
            format!("{} {}: {who}", pick(language, "bij", "at"), title.in_language(language))
        });
        format!("{} {}.", pick(language, "Spreek aan", "Speak to"), each.join("; "))
    }));
    let ask =
        pick_words(it.ask_first, "Vraag eerst of zij elkaar al kennen. ", "Ask first whether they know each other already. ");
    let introducer = introducer(sheet, it);
    items.push(both(|language| format!("{}{}", ask.in_language(language), introducer.in_language(language))));
    items.extend(
        it.reasons
            .iter()
            .filter(|reason| !["nobody_asked", HOW[0], HOW[1], HOW[2]].contains(&reason.code.as_str()))
            .map(|reason: &ReasonRow| reason.words.clone()),
    );
    items.push(gain(it));
    let heading = both(|language| format!("{}. {} – {}", it.letter, at.in_language(language), with.in_language(language)));
    ReportPart { heading, numbered: false, items }
}

fn pick_words(is: bool, nl: &str, en: &str) -> Words {
    if is { words(nl, en) } else { words("", "") }
}

/// Reasons that say who can introduce them.
const HOW: [&str; 3] = ["knows_both", "in_steps", "nobody_between"];

/// Whom to address: a desk by its name and number, a person by function only.
fn address(sheet: &Sheet<'_>, place: Option<usize>, contact: Option<&ContactRow>, language: Language) -> String {
    let ask = || pick(language, "vraag wie daar over gaat", "ask who sees to this there").to_owned();
    let Some(contact) = contact else { return ask() };
    match contact.how {
        ContactHow::Desk => {
            let reached = contact.phone.iter().map(ToString::to_string).chain(contact.mail.iter().map(ToString::to_string));
            std::iter::once(contact.name.in_language(language).to_owned()).chain(reached).collect::<Vec<_>>().join(", ")
        }
        ContactHow::AttentionOfficer => pick(language, "de aandachtsfunctionaris", "the attention officer").to_owned(),
        ContactHow::Person => {
            let seat = place.and_then(|place| sheet.network().members[place].seats.first());
            match (seat.and_then(|seat| seat.title.as_ref()), language) {
                (Some(title), _) => title.to_string(),
                (None, _) => {
                    pick(language, "de bekende contactpersoon (naam in het register)", "the known contact (name in the register)")
                        .to_owned()
                }
            }
        }
        ContactHow::Unknown => ask(),
    }
}

/// Who can introduce them and why that one; else how they find each other.
fn introducer(sheet: &Sheet<'_>, it: &IntroductionRow) -> Words {
    let Some(first) = it.introducers.first() else {
        let how = it.reasons.iter().find(|reason| HOW.contains(&reason.code.as_str()));
        return how.map_or_else(|| words("Nodig hen samen uit.", "Invite them together."), |how| how.words.clone());
    };
    let place = sheet.place(&first.party.id);
    both(|language| {
        let name = place.map_or_else(|| first.party.name.clone(), |place| sheet.speech.member(place, language));
        let who = address(sheet, place, first.contact.as_ref(), language);
        let why = first.why.in_language(language);
        match language {
            Language::Nl => format!("Kan hen voorstellen: {name} ({why}). Spreek daar aan: {who}."),
            Language::En => format!("Can introduce them: {name} ({why}). Speak to: {who}."),
        }
    })
}

/// What it gains at its turn, with those above it held.
fn gain(it: &IntroductionRow) -> Words {
    both(|language| {
        let plain = |value: f64| decimal(value, usize::from(value.fract() != 0.0), language);
        let (before, after) = (plain(it.before.value), plain(it.after.value));
        let pairs = it.gain.pairs_within_two_steps as usize;
        let mut parts = vec![match language {
            Language::Nl => format!("wat er is van de norm gaat van {before} naar {after}"),
            Language::En => format!("what is there of the norm goes from {before} to {after}"),
        }];
        if pairs > 0 {
            parts.push(match language {
                Language::Nl => format!("{} meer binnen twee stappen", count(pairs, "paar", "paren", language)),
                Language::En => format!("{} more within two steps", count(pairs, "pair", "pairs", language)),
            });
        }
        if !it.closes.is_empty() {
            parts.push(match language {
                Language::Nl => format!("lost {} op", count(it.closes.len(), "aandachtspunt", "aandachtspunten", language)),
                Language::En => {
                    format!("settles {}", count(it.closes.len(), "point of attention", "points of attention", language))
                }
            });
        }
        format!("{} {}.", pick(language, "Levert op:", "Gains:"), parts.join("; "))
    })
}

/// The pairs as suppositions, in the order of their letters.
pub fn pairs(sheet: &Sheet<'_>, plan: &Plan) -> Vec<Supposed> {
    let id = |id: &str| sheet.place(id).map(|place| sheet.network().members[place].id());
    let pair = |it: &IntroductionRow| Some(Supposed::Introduced { a: id(&it.a.id)?, b: id(&it.b.id)? });
    plan.introductions.iter().filter_map(pair).collect()
}
