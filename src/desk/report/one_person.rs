//! Question 3: which lines rest on one person? Told by organisation: who it is, is for a screen with the rights to see it.

use super::super::answers::GapRow;
use super::super::words::*;
use super::sheet::{Sheet, blank, column, status, table};
use super::{ReportSection, ReportTable};
use crate::analysis::gaps::GapKind;
use crate::model::*;
use crate::network::*;
use std::collections::BTreeSet;

/// The answer.
pub fn section(sheet: &Sheet<'_>) -> ReportSection {
    let network = sheet.network();
    let lines = sheet.lines();
    let carried: Vec<(&Link, Words)> = lines.iter().filter_map(|link| Some((*link, carriers(sheet, link)?))).collect();
    let of_kind = |kind: GapKind| sheet.found.iter().filter(move |gap| gap.kind == kind).collect::<Vec<&GapRow>>();
    let (said, few) = (of_kind(GapKind::SingleCarrier), of_kind(GapKind::FewCarriers));
    let one_name: Vec<usize> = (0..network.members.len()).filter(|&place| rests_on_one_name(&network.members[place])).collect();
    let mut section = ReportSection {
        code: "one_person".to_owned(),
        question: words("Welke lijnen rusten op één persoon?", "Which lines rest on one person?"),
        answer: answer(lines.len(), carried.len(), &said),
        text: said.iter().chain(&few).map(|gap| gap.text.clone()).collect(),
        notes: vec![words(
            "Namen van personen staan niet op papier. Van een lijn zonder genoemde personen weten wij niet op wie zij rust.",
            "Names of persons are not on paper. Of a line without named persons we do not know on whom it rests.",
        )],
        ask: vec![
            words(
                "Wie spreekt wie, van organisatie tot organisatie? En wie neemt het over bij ziekte of vertrek?",
                "Who speaks to whom, from organisation to organisation? And who takes over in case of illness or departure?",
            ),
            words(
                "Kan een loket of een tweede paar personen de lijn dragen?",
                "Can a desk or a second pair of persons carry the line?",
            ),
        ],
        ..blank()
    };
    if !carried.is_empty() {
        let rows = carried.iter().map(|(link, how)| vec![sheet.line(link), how.clone(), status(link.status)]).collect();
        let header = vec![column("Lijn", "Line"), column("Zij rust op", "It rests on"), column("Wie zegt het", "Who says so")];
        let caption = words("Lijnen waarvan wij één of twee personen kennen", "Lines of which we know one or two persons");
        let (table, rest) = table(caption, header, rows);
        section.tables.push(table);
        section.notes.extend(rest);
    }
    if !lines.is_empty() {
        super::personal::add(sheet, &mut section);
    }
    if !one_name.is_empty() {
        section.tables.push(one_name_table(sheet, &one_name));
    }
    section
}

fn answer(lines: usize, carried: usize, said: &[&GapRow]) -> Words {
    both(|language| {
        let told = match (lines, carried, language) {
            (0, _, Language::Nl) => "Er is nog geen lijn bekend, dus ook niet op wie zij rust.".to_owned(),
            (0, _, Language::En) => "No line is known yet, and so neither on whom it rests.".to_owned(),
            (_, 0, Language::Nl) => "Van geen van de bekende lijnen is gezegd welke personen haar dragen.".to_owned(),
            (_, 0, Language::En) => "Of none of the known lines it was said which persons carry it.".to_owned(),
            (all, some, Language::Nl) => {
                format!("Van {some} van de {all} bekende lijnen kennen wij aan een kant of aan beide maar één persoon.")
            }
            (all, some, Language::En) => {
                format!("Of {some} of the {all} known lines we know but one person on one side or on both.")
            }
        };
        match (said.is_empty(), language) {
            (true, _) => told,
            (false, Language::Nl) => format!("{told} Er is wel gezegd dat lijnen aan personen hangen:"),
            (false, Language::En) => format!("{told} It was said that lines rest on persons, though:"),
        }
    })
}

/// On how few persons a line rests: one at each end, or one at one end. `None`: more, or nobody is named.
fn carriers(sheet: &Sheet<'_>, link: &Link) -> Option<Words> {
    let network = sheet.network();
    let mut people: [BTreeSet<PersonId>; 2] = Default::default();
    let mut open = [false; 2];
    let claims = link.claims.iter().filter_map(|id| network.claims.get(id)).filter(|it| it.stance == Stance::Asserted);
    for claim in claims {
        let Scope::Pair(pair) = &claim.scope else { continue };
        for end in pair.ends() {
            let (person, at) = seat_of(sheet, link, end)?;
            match person {
                Some(person) => drop(people[at].insert(person)),
                None => open[at] = true,
            }
        }
    }
    let one = |end: usize| people[end].len() == 1 && !open[end];
    let name = |end: usize| sheet.title(link.ends()[end]);
    match (one(0), one(1)) {
        (true, true) => Some(words("één paar personen", "one pair of persons")),
        (false, false) if link.single_carrier => {
            Some(words("enkele personen, zegt een van de kanten", "a few persons, one side says"))
        }
        (false, false) => None,
        (first, _) => {
            let at = name(usize::from(!first));
            Some(words(format!("één persoon bij {}", at.nl), format!("one person at {}", at.en)))
        }
    }
}

/// Which person an end of a claim is, and at which end of the line.
fn seat_of(sheet: &Sheet<'_>, link: &Link, end: Party) -> Option<(Option<PersonId>, usize)> {
    let network = sheet.network();
    let at = |places: &dyn Fn(&Member) -> bool| link.ends().iter().position(|&place| places(&network.members[place]));
    match end {
        Party::Organisation(id) => Some((None, at(&|member| member.id() == id)?)),
        Party::Person(id) => Some((Some(id), at(&|member| member.seats.iter().any(|seat| seat.person == id))?)),
        Party::Position(id) => {
            let person = sheet.speech.register.position(&id)?.person;
            Some((Some(person), at(&|member| member.seats.iter().any(|seat| seat.position == id))?))
        }
    }
}

/// One person is known there, and no desk.
fn rests_on_one_name(member: &Member) -> bool {
    let people: BTreeSet<PersonId> = member.seats.iter().map(|seat| seat.person).collect();
    member.near() && people.len() == 1 && member.contact_points.is_empty()
}

fn one_name_table(sheet: &Sheet<'_>, places: &[usize]) -> ReportTable {
    let row = |&place: &usize| vec![sheet.title(place), sheet.domain(place), sheet.participation(place)];
    let header = vec![column("Partner", "Partner"), column("Domein", "Domain"), column("Deelname", "Participation")];
    let caption =
        words("Partners van wie wij één persoon kennen en geen loket", "Partners of which we know one person and no desk");
    table(caption, header, places.iter().map(row).collect()).0
}
