//! Question 6: what changed since last time? New lines, lines that are no longer named, lines that both sides now confirm, lines
//! that nobody mentioned for long.

use super::super::changes::{came_and_went, counts, since, turn};
use super::super::words::*;
use super::sheet::{Sheet, blank, column, status, table};
use super::{ReportSection, ReportTable};
use crate::analysis::change::{self, LineChange, Turn};
use crate::model::*;
use crate::network::*;

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
    let lines: Vec<LineChange> = change::changes(earlier, now).into_iter().filter(|it| it.level == Level::Practice).collect();
    let partners = change::partner_changes(earlier, now);
    let mut section = ReportSection {
        code: "progress".to_owned(),
        question,
        answer: since(earlier.as_of, &counts(&lines), came_and_went(&partners)),
        notes: vec![words(
            "Een lijn is hier nieuw als zij na die dag voor het eerst genoemd is; misschien was zij er al. Waarvan niet bekend is \
             wanneer het begon, telt op beide dagen mee.",
            "A line is new here when it was first mentioned after that day; it may have been there before. What has no known \
             beginning counts on both days.",
        )],
        ask,
        ..blank()
    };
    if lines.iter().any(|it| !it.what.is_empty()) {
        section.tables.push(changes_table(sheet, earlier, &lines));
    }
    let came = named(now, partners.iter().filter(|it| it.came).filter_map(|it| it.after));
    let went = named(earlier, partners.iter().filter(|it| it.went).filter_map(|it| it.before));
    for (names, nl, en) in
        [(came, "Nieuw in beeld", "New in the picture"), (went, "Niet meer in beeld", "No longer in the picture")]
    {
        if !names.is_empty() {
            section.text.push(both(|language| format!("{}: {}.", pick(language, nl, en), list(&names, language))));
        }
    }
    section
}

/// Names of members, in their order.
fn named(network: &Network, places: impl Iterator<Item = usize>) -> Vec<String> {
    let mut places: Vec<usize> = places.collect();
    places.sort_unstable();
    places.into_iter().map(|place| network.members[place].name().to_owned()).collect()
}

/// One row for each thing that happened to a line, by what happened.
fn changes_table(sheet: &Sheet<'_>, earlier: &Network, lines: &[LineChange]) -> ReportTable {
    let row = |what: Turn, line: &LineChange| {
        let (now, before) = (line.link_after(sheet.network()), line.link_before(earlier));
        let place = |id: &OrganisationId| sheet.network().place(*id);
        let name = |id: &OrganisationId| match (place(id), earlier.place(*id)) {
            (Some(place), _) => sheet.title(place),
            (None, Some(place)) => words(earlier.members[place].name(), earlier.members[place].name()),
            (None, None) => words("?", "?"),
        };
        let [a, b] = [name(&line.ends[0]), name(&line.ends[1])];
        let ends = both(|language| format!("{} – {}", a.in_language(language), b.in_language(language)));
        vec![ends, turn(what), now.or(before).map_or_else(|| words("", ""), |link| status(link.status))]
    };
    let of = |what: Turn| lines.iter().filter(move |line| line.what.has(what)).map(move |line| row(what, line));
    let rows = Turn::ALL.into_iter().flat_map(of).collect();
    let header = vec![column("Lijn", "Line"), column("Wat er veranderde", "What changed"), column("Wie zegt het", "Who says so")];
    table(words("Wat er aan lijnen veranderde", "What changed in lines"), header, rows).0
}
