//! The first page: how it stands, what to do, what to ask, and every line of the map.

use super::super::answers::{Counts, GapRow, Overview};
use super::super::links::across;
use super::super::words::*;
use super::sheet::{Sheet, column, last_said, status, table};
use super::{ReportFront, ReportPile, ReportTable};
use crate::analysis::gaps::Pile;
use crate::model::*;
use crate::network::*;

/// The first page of the report.
pub fn front(sheet: &Sheet<'_>, overview: &Overview) -> ReportFront {
    ReportFront {
        standing: overview.standing.clone(),
        partners: partners(overview.counts),
        warnings: overview.warnings.clone(),
        piles: [Pile::Do, Pile::Ask, Pile::Track].into_iter().filter_map(|pile| pile_of(sheet.found, pile)).collect(),
        lines: lines(sheet),
    }
}

/// "Acht organisaties tekenden, twee doen mee, …": what is none is not said.
fn partners(counts: Counts) -> Words {
    let parts: [(usize, [&str; 2], [&str; 2]); 5] = [
        (counts.signatory, ["tekende", "tekenden"], ["signed", "signed"]),
        (counts.participating, ["doet mee", "doen mee"], ["takes part", "take part"]),
        (counts.approached, ["is benaderd", "zijn benaderd"], ["was approached", "were approached"]),
        (counts.wanted, ["is gewenst", "zijn gewenst"], ["is wanted", "are wanted"]),
        (counts.seen, ["werkt mee", "werken mee"], ["works along", "work along"]),
    ];
    both(|language| {
        let mut told: Vec<String> = Vec::new();
        for (number, nl, en) in parts.iter().filter(|(number, ..)| *number > 0) {
            let [one, many] = if language == Language::Nl { *nl } else { *en };
            let noun = match (told.is_empty(), language) {
                (true, Language::Nl) => ["organisatie ", "organisaties "],
                (true, Language::En) => ["organisation ", "organisations "],
                (false, _) => ["", ""],
            };
            told.push(count(*number, &format!("{}{one}", noun[0]), &format!("{}{many}", noun[1]), language));
        }
        let told = match (told.is_empty(), language) {
            (true, Language::Nl) => "Er doet nog niemand mee.".to_owned(),
            (true, Language::En) => "Nobody takes part yet.".to_owned(),
            _ => format!("{}.", sentence_case(&list(&told, language))),
        };
        match (counts.placeholders, language) {
            (0, _) => told,
            (some, Language::Nl) => {
                format!("{told} Van {} kennen wij alleen de soort.", count(some, "partner", "partners", language))
            }
            (some, Language::En) => format!("{told} Of {} we know the kind only.", count(some, "partner", "partners", language)),
        }
    })
}

fn pile_of(found: &[GapRow], pile: Pile) -> Option<ReportPile> {
    let here: Vec<&GapRow> = found.iter().filter(|gap| gap.pile == pile).collect();
    let title = match pile {
        Pile::Do => words("Doen", "To do"),
        Pile::Ask => words("Eerst vragen", "Ask first"),
        Pile::Track => words("Bijhouden", "Keep track"),
        Pile::Rest => words("Overig", "Other"),
    };
    Some(ReportPile { title, from: here.first()?.rank, findings: here.iter().map(|gap| told(gap)).collect() })
}

/// The finding, and who says so.
fn told(gap: &GapRow) -> Words {
    both(|language| {
        let [text, sure] = [&gap.text, &gap.certainty_words].map(|it| it.in_language(language));
        // "Eerst vragen" and "niet gevraagd" say the same: once is enough.
        let asks = gap.pile == Pile::Ask;
        if asks { text.to_owned() } else { format!("{text} {}.", sentence_case(sure.trim_end_matches('.'))) }
    })
}

/// Every line that the map draws, in words: between the sides first.
fn lines(sheet: &Sheet<'_>) -> ReportTable {
    let network = sheet.network();
    let shown = |link: &&Link| link.status != LinkStatus::Denied;
    let mut links: Vec<&Link> = network.links.iter().filter(shown).collect();
    links.sort_by_cached_key(|link| (!across(network, link), link.level, sheet.line(link).nl));
    let row = |link: &&Link| {
        let level = match link.level {
            Level::Practice => words("op de werkvloer", "in practice"),
            Level::Governance => words("bestuur", "board level"),
        };
        let sides = if across(network, link) { words("tussen de kanten", "between the sides") } else { words("", "") };
        let place = both(|language| {
            let parts = [level.in_language(language), sides.in_language(language)];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        });
        vec![sheet.line(link), place, status(link.status), last_said(link)]
    };
    let header = vec![
        column("Lijn", "Line"),
        column("Waar", "Where"),
        column("Wie zegt het", "Who says so"),
        column("Laatst genoemd", "Last mentioned"),
    ];
    let caption = words("Alle lijnen die wij kennen, ook als tabel", "All lines that we know, as a table too");
    table(caption, header, links.iter().map(row).collect()).0
}
