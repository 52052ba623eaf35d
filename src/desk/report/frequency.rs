//! Question 4: which lines are still once-only or rare? And which were last mentioned long ago?

use super::super::words::*;
use super::ReportSection;
use super::sheet::{Sheet, blank, column, last_said, status, table};
use crate::model::*;
use crate::network::*;

/// Up to this strength contact is once-only or rare.
const RARE_UP_TO: u8 = 2;

/// The answer.
pub fn section(sheet: &Sheet<'_>) -> ReportSection {
    let lines = sheet.lines();
    let rare = |link: &Link| link.strength.is_some_and(|strength| strength.get() <= RARE_UP_TO);
    let listed: Vec<&Link> = lines.iter().filter(|link| rare(link) || link.stale()).copied().collect();
    let count_of = |fits: &dyn Fn(&Link) -> bool| lines.iter().filter(|link| fits(link)).count();
    let known = Known {
        all: lines.len(),
        rare: count_of(&rare),
        unsaid: count_of(&|link| link.strength.is_none()),
        stale: count_of(&Link::stale),
    };
    let mut section = ReportSection {
        code: "frequency".to_owned(),
        question: words("Welke lijnen zijn nog eenmalig of zelden?", "Which lines are still once-only or rare?"),
        answer: answer(known),
        notes: vec![words(
            "Een lijn die zelden gebruikt wordt, kan precies goed zijn: niet elke lijn hoeft vaker.",
            "A line that is seldom used may be just right: not every line has to be used more.",
        )],
        ..blank()
    };
    if known.unsaid > 0 || known.all == 0 {
        section.ask.push(words(
            "Niet gevraagd; stel deze vraag per partner: hoe vaak had u het afgelopen halfjaar contact? Eenmalig, af en toe, \
             geregeld, of elke week?",
            "Not asked; ask this for each partner: how often were you in contact in the last six months? Once, now and then, \
             regularly, or every week?",
        ));
    }
    if known.stale > 0 {
        section.ask.push(words(
            "Werkt u nog samen? Vraag het beide kanten; met één antwoord is de lijn weer vers.",
            "Do you still work together? Ask both sides; one answer makes the line fresh again.",
        ));
    }
    if !listed.is_empty() {
        let row = |link: &&Link| vec![sheet.line(link), strength(link.strength), last_said(link), status(link.status)];
        let header = vec![
            column("Lijn", "Line"),
            column("Hoe vaak", "How often"),
            column("Laatst genoemd", "Last mentioned"),
            column("Wie zegt het", "Who says so"),
        ];
        let caption = words(
            "Lijnen die eenmalig of zelden zijn, of lang geleden genoemd",
            "Lines that are once-only or rare, or mentioned long ago",
        );
        let (table, rest) = table(caption, header, listed.iter().map(row).collect());
        section.tables.push(table);
        section.notes.extend(rest);
    }
    section
}

/// Lines: all, rare, of which nobody says how often, last mentioned long ago.
#[derive(Clone, Copy)]
struct Known {
    all: usize,
    rare: usize,
    unsaid: usize,
    stale: usize,
}

fn answer(Known { all, rare, unsaid, stale }: Known) -> Words {
    both(|language| {
        let often = match (all, rare, unsaid, language) {
            (0, _, _, Language::Nl) => return "Er is nog geen lijn bekend.".to_owned(),
            (0, _, _, Language::En) => return "No line is known yet.".to_owned(),
            (1, 0, 1, Language::Nl) => "Van de ene bekende lijn is niet gezegd hoe vaak er contact is.".to_owned(),
            (1, 0, 1, Language::En) => "Of the one known line it was not said how often there is contact.".to_owned(),
            (_, 0, unsaid, Language::Nl) if unsaid == all => {
                format!("Van geen van de {all} bekende lijnen is gezegd hoe vaak er contact is.")
            }
            (_, 0, unsaid, Language::En) if unsaid == all => {
                format!("Of none of the {all} known lines it was said how often there is contact.")
            }
            (_, rare, 0, Language::Nl) => format!("Nog eenmalig of zelden: {rare} van de {all} bekende lijnen."),
            (_, rare, 0, Language::En) => format!("Still once-only or rare: {rare} of the {all} known lines."),
            (_, rare, unsaid, Language::Nl) => {
                format!("Nog eenmalig of zelden: {rare} van de {all} bekende lijnen; van {unsaid} zegt niemand hoe vaak.")
            }
            (_, rare, unsaid, Language::En) => {
                format!("Still once-only or rare: {rare} of the {all} known lines; of {unsaid} nobody says how often.")
            }
        };
        match (stale, language) {
            (0, _) => often,
            (1, Language::Nl) => format!("{often} Eén is zo lang geleden genoemd dat zij opnieuw bevestigd moet worden."),
            (1, Language::En) => format!("{often} One was mentioned so long ago that it has to be confirmed again."),
            (_, Language::Nl) => format!("{often} {stale} zijn zo lang geleden genoemd dat zij opnieuw bevestigd moeten worden."),
            (_, Language::En) => format!("{often} {stale} were mentioned so long ago that they have to be confirmed again."),
        }
    })
}

fn strength(strength: Option<Strength>) -> Words {
    match strength.map(Strength::get) {
        None => words("niet gevraagd", "not asked"),
        Some(1) => words("zij kennen elkaar", "they know each other"),
        Some(2) => words("af en toe contact", "contact now and then"),
        Some(3) => words("geregeld contact", "regular contact"),
        Some(_) => words("nauwe samenwerking", "close cooperation"),
    }
}
