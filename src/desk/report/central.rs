//! Question 1: who is central, and is that right?

use super::super::links::across;
use super::super::words::*;
use super::sheet::{Sheet, blank, column, decimal, number, numbers, table, yes};
use super::{ReportSection, ReportTable};
use crate::model::*;
use crate::network::*;

/// A partner and its lines.
struct Standing {
    place: usize,
    lines: usize,
    cross: usize,
    confirmed: usize,
    holds: bool,
}

/// The answer.
pub fn section(sheet: &Sheet<'_>) -> ReportSection {
    let standings = standings(sheet);
    let all = sheet.lines().len();
    let mut section = ReportSection {
        code: "central".to_owned(),
        question: words("Wie staat centraal, en klopt dat?", "Who is central, and is that right?"),
        answer: answer(sheet, &standings, all),
        notes: vec![words(
            "Veel lijnen is geen verdienste en weinig lijnen geen gebrek: wie niet gevraagd is, heeft hier weinig lijnen. \
             Dit is geen rangorde van mensen.",
            "Many lines are no merit and few lines no fault: who was not asked has few lines here. This is no ranking of people.",
        )],
        ask: ask(standings.is_empty()),
        ..blank()
    };
    section.text.extend(leads(sheet));
    if sheet.has_standings() {
        section.notes.push(words(
            "Tussen anderen: welk deel van de kortste lijnen tussen anderen over deze partner loopt, van 0 tot 1. Tussen de kanten: \
             voor hoeveel paren van de twee kanten de kortste lijn over hem loopt. Beide dalen als er lijnen bekend worden.",
            "Between others: which part of the shortest lines between others runs over this partner, from 0 to 1. Between the \
             sides: for how many pairs across the sides the shortest line runs over it. Both fall when lines become known.",
        ));
    }
    if !standings.is_empty() {
        let (table, rest) = standings_table(sheet, &standings);
        section.tables.push(table);
        section.notes.extend(rest);
    }
    section
}

fn ask(nothing_known: bool) -> Vec<Words> {
    if nothing_known {
        return vec![words(
            "Niet gevraagd; stel deze vraag aan elke partner: met wie had u het afgelopen halfjaar contact over een gezin?",
            "Not asked; ask this of each partner: with whom were you in contact about a family in the last six months?",
        )];
    }
    vec![
        words(
            "Herkent u dit beeld? Wie mist hier lijnen die er wel zijn?",
            "Do you recognise this? Whose lines are missing here?",
        ),
        words(
            "Hoort deze partner zo veel lijnen te dragen, en is er tijd voor?",
            "Should this partner carry so many lines, and is there time for it?",
        ),
    ]
}

/// Partners with a line, most lines first, then by name.
fn standings(sheet: &Sheet<'_>) -> Vec<Standing> {
    let network = sheet.network();
    let lines = sheet.lines();
    let standing = |place: usize| {
        let own: Vec<&&Link> = lines.iter().filter(|link| link.ends().contains(&place)).collect();
        Standing {
            place,
            lines: own.len(),
            cross: own.iter().filter(|link| across(network, link)).count(),
            confirmed: own.iter().filter(|link| link.status == LinkStatus::Confirmed).count(),
            holds: sheet.structure.articulation_points.iter().any(|name| name == network.members[place].name()),
        }
    };
    let mut found: Vec<Standing> = (0..network.members.len()).map(standing).filter(|it| it.lines > 0).collect();
    found.sort_by_cached_key(|it| (std::cmp::Reverse(it.lines), sheet.title(it.place).nl));
    found
}

fn answer(sheet: &Sheet<'_>, standings: &[Standing], all: usize) -> Words {
    let Some(first) = standings.first() else {
        return words(
            "Dat weten wij nog niet: er is nog geen lijn bekend tussen twee partners.",
            "We do not know yet: no line between two partners is known.",
        );
    };
    let top: Vec<&Standing> = standings.iter().take_while(|it| it.lines == first.lines).collect();
    both(|language| {
        let names: Vec<String> = top.iter().map(|it| sheet.speech.member(it.place, language)).collect();
        let lines = count(first.lines, pick(language, "lijn", "line"), pick(language, "lijnen", "lines"), language);
        match (top.len() > 3, language) {
            (true, Language::Nl) => format!("Niemand springt eruit: {} partners hebben elk {lines}.", top.len()),
            (true, Language::En) => format!("Nobody stands out: {} partners have {lines} each.", top.len()),
            (false, Language::Nl) if top.len() == 1 => {
                sentence_case(&format!("{} heeft de meeste bekende lijnen: {} van de {all}.", names[0], first.lines))
            }
            (false, Language::En) if top.len() == 1 => {
                sentence_case(&format!("{} has the most known lines: {} of the {all}.", names[0], first.lines))
            }
            (false, Language::Nl) => {
                sentence_case(&format!("{} hebben de meeste bekende lijnen: elk {lines}.", list(&names, language)))
            }
            (false, Language::En) => {
                sentence_case(&format!("{} have the most known lines: {lines} each.", list(&names, language)))
            }
        }
    })
}

/// Who leads, as far as organisations are concerned: the answer to "is that right?" starts there.
fn leads(sheet: &Sheet<'_>) -> Vec<Words> {
    let network = sheet.network();
    let with = |role: CoalitionRole| -> Vec<usize> {
        let has = |member: &Member| member.roles.contains(&role) || member.seats.iter().any(|seat| seat.roles.contains(&role));
        (0..network.members.len()).filter(|&place| has(&network.members[place])).collect()
    };
    let told = |role: CoalitionRole, nl: &str, en: &str| {
        let places = with(role);
        (!places.is_empty()).then(|| {
            both(|language| {
                let names: Vec<String> = places.iter().map(|&place| sheet.speech.member(place, language)).collect();
                format!("{} {}.", pick(language, nl, en), list(&names, language))
            })
        })
    };
    [
        told(CoalitionRole::ProjectLead, "De projectleider komt van", "The project leader comes from"),
        told(CoalitionRole::Initiator, "Het initiatief kwam van", "The initiative came from"),
        told(CoalitionRole::ExecutiveSponsor, "De bestuurlijke trekker komt van", "The executive sponsor comes from"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn standings_table(sheet: &Sheet<'_>, standings: &[Standing]) -> (ReportTable, Option<Words>) {
    let indices = sheet.has_standings();
    let row = |it: &Standing| {
        let mut cells =
            vec![sheet.title(it.place), sheet.domain(it.place), number(it.lines), number(it.cross), number(it.confirmed)];
        if indices {
            let rows = sheet.standings.iter().flat_map(|it| &it.partners);
            let row = rows.into_iter().find(|row| sheet.place(&row.party.id) == Some(it.place));
            cells.push(share(row.and_then(|it| it.betweenness.value), 2));
            cells.push(share(row.and_then(|it| it.cross_betweenness.value), 1));
        }
        cells.push(yes(it.holds));
        cells
    };
    let mut header = vec![
        column("Partner", "Partner"),
        column("Domein", "Domain"),
        numbers("Lijnen", "Lines"),
        numbers("Naar de andere kant", "To the other side"),
        numbers("Beide kanten zeggen het", "Both sides say so"),
    ];
    if indices {
        header.push(numbers("Tussen anderen", "Between others"));
        header.push(numbers("Tussen de kanten", "Between the sides"));
    }
    header.push(column("Zonder valt het uiteen", "Without it falls apart"));
    table(words("Partners met bekende lijnen", "Partners with known lines"), header, standings.iter().map(row).collect())
}

/// A number with so many decimals; "–" for who is not counted.
fn share(value: Option<f64>, decimals: usize) -> Words {
    both(|language| value.map_or_else(|| "–".to_owned(), |value| decimal(value, decimals, language)))
}
