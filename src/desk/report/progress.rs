//! Question 6: what changed since last time? New lines, lines that are no longer named, lines that both sides now confirm, lines
//! that nobody mentioned for long.

use super::super::words::*;
use super::sheet::{Sheet, blank, column, counted_lines, status, table};
use super::{ReportSection, ReportTable};
use crate::model::*;
use crate::network::*;
use std::collections::BTreeMap;
use time::Date;

/// The day of the source before the last one, as of the network's day; `None`: only one moment is known.
pub fn day_before(network: &Network) -> Option<Date> {
    let mut days: Vec<Date> =
        network.sources.values().filter_map(|source| source.date.as_ref()).map(PartialDate::latest).collect();
    days.retain(|day| *day <= network.as_of);
    days.sort_unstable();
    days.dedup();
    days.pop()?;
    days.pop()
}

/// What happened to a line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    New,
    Confirmed,
    Stale,
    Lost,
}

/// The answer.
pub fn section(sheet: &Sheet<'_>, earlier: Option<&Network>) -> ReportSection {
    let question = words("Wat is er veranderd sinds de vorige keer?", "What changed since last time?");
    let ask = vec![words(
        "Houd elk jaar een ronde: wie werkt nog met wie? Wat verandert, staat dan hier.",
        "Hold a round every year: who still works with whom? What changes will then stand here.",
    )];
    let Some(earlier) = earlier else {
        return ReportSection {
            code: "progress".to_owned(),
            question,
            answer: words(
                "Er is nog maar één moment bekend. Na de eerste ronde ziet u hier wat er veranderde.",
                "Only one moment is known so far. After the first round you will see here what changed.",
            ),
            ask,
            ..blank()
        };
    };
    let now = sheet.network();
    let changes = changes(earlier, now);
    let (came, went) = (members_only_in(now, earlier), members_only_in(earlier, now));
    let mut section = ReportSection {
        code: "progress".to_owned(),
        question,
        answer: answer(earlier.as_of, &changes, came.len(), went.len()),
        notes: vec![words(
            "Een lijn is hier nieuw als zij na die dag voor het eerst genoemd is; misschien was zij er al. Waarvan niet bekend is \
             wanneer het begon, telt op beide dagen mee.",
            "A line is new here when it was first mentioned after that day; it may have been there before. What has no known \
             beginning counts on both days.",
        )],
        ask,
        ..blank()
    };
    if !changes.is_empty() {
        section.tables.push(changes_table(sheet, earlier, &changes));
    }
    for (names, nl, en) in
        [(came, "Nieuw in beeld", "New in the picture"), (went, "Niet meer in beeld", "No longer in the picture")]
    {
        if !names.is_empty() {
            section.text.push(both(|language| format!("{}: {}.", pick(language, nl, en), list(&names, language))));
        }
    }
    section
}

fn answer(since: Date, changes: &[(Change, [OrganisationId; 2])], came: usize, went: usize) -> Words {
    let number = |change: Change| changes.iter().filter(|(it, _)| *it == change).count();
    let [new, confirmed, stale, lost] = [Change::New, Change::Confirmed, Change::Stale, Change::Lost].map(number);
    both(|language| {
        let since = day(since, language);
        if changes.is_empty() && came + went == 0 {
            return match language {
                Language::Nl => format!("Sinds {since} is er niets veranderd in wat wij weten."),
                Language::En => format!("Nothing changed in what we know since {since}."),
            };
        }
        match language {
            Language::Nl => format!(
                "Sinds {since}: {new} nieuwe {}, {confirmed} nu door beide kanten bevestigd, {stale} te lang niet genoemd, \
                 {lost} niet meer genoemd; {came} {} erbij en {went} eraf.",
                if new == 1 { "lijn" } else { "lijnen" },
                if came == 1 { "organisatie" } else { "organisaties" }
            ),
            Language::En => format!(
                "Since {since}: {new} new {}, {confirmed} now confirmed by both sides, {stale} not mentioned for too long, \
                 {lost} no longer named; {came} {} more and {went} fewer.",
                if new == 1 { "line" } else { "lines" },
                if came == 1 { "organisation" } else { "organisations" }
            ),
        }
    })
}

/// Lines of one network by the organisations at their ends.
fn by_ends(network: &Network) -> BTreeMap<[OrganisationId; 2], &Link> {
    let key = |link: &Link| {
        let mut ends = link.ends().map(|place| network.members[place].id());
        ends.sort_unstable();
        ends
    };
    counted_lines(network).into_iter().map(|link| (key(link), link)).collect()
}

/// Every change, by its sort, then by name.
fn changes(earlier: &Network, now: &Network) -> Vec<(Change, [OrganisationId; 2])> {
    let (before, after) = (by_ends(earlier), by_ends(now));
    let mut found = Vec::new();
    for (ends, link) in &after {
        match before.get(ends) {
            None => found.push((Change::New, *ends)),
            Some(old) => {
                let confirmed = |link: &Link| link.status == LinkStatus::Confirmed;
                if confirmed(link) && !confirmed(old) {
                    found.push((Change::Confirmed, *ends));
                }
                if link.stale() && !old.stale() {
                    found.push((Change::Stale, *ends));
                }
            }
        }
    }
    found.extend(before.keys().filter(|ends| !after.contains_key(*ends)).map(|ends| (Change::Lost, *ends)));
    found.sort_unstable();
    found
}

/// Names of who is in one network and not in the other.
fn members_only_in(network: &Network, other: &Network) -> Vec<String> {
    let here = network.members.iter().filter(|member| member.status != Some(MembershipStatus::Left));
    let there = |member: &&Member| {
        other.place(member.id()).is_none_or(|place| other.members[place].status == Some(MembershipStatus::Left))
    };
    here.filter(there).map(|member| member.name().to_owned()).collect()
}

fn changes_table(sheet: &Sheet<'_>, earlier: &Network, changes: &[(Change, [OrganisationId; 2])]) -> ReportTable {
    let now = by_ends(sheet.network());
    let before = by_ends(earlier);
    let told = |change: Change| match change {
        Change::New => words("nieuw", "new"),
        Change::Confirmed => words("nu door beide kanten bevestigd", "now confirmed by both sides"),
        Change::Stale => words("te lang niet genoemd", "not mentioned for too long"),
        Change::Lost => words("niet meer genoemd", "no longer named"),
    };
    let name = |id: &OrganisationId| match (sheet.network().place(*id), earlier.place(*id)) {
        (Some(place), _) => sheet.title(place),
        (None, Some(place)) => words(earlier.members[place].name(), earlier.members[place].name()),
        (None, None) => words("?", "?"),
    };
    let row = |(change, ends): &(Change, [OrganisationId; 2])| {
        let [a, b] = [name(&ends[0]), name(&ends[1])];
        let line = both(|language| format!("{} – {}", a.in_language(language), b.in_language(language)));
        let state = now.get(ends).or_else(|| before.get(ends)).map_or_else(|| words("", ""), |link| status(link.status));
        vec![line, told(*change), state]
    };
    let header = vec![column("Lijn", "Line"), column("Wat er veranderde", "What changed"), column("Wie zegt het", "Who says so")];
    table(words("Wat er aan lijnen veranderde", "What changed in lines"), header, changes.iter().map(row).collect()).0
}
