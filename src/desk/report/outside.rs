//! Question 2: which lines run to resources outside the coalition?

use super::super::words::*;
use super::sheet::{Sheet, blank, column, number, numbers, table};
use super::{ReportSection, ReportTable};
use crate::model::*;
use crate::network::*;

/// The answer.
pub fn section(sheet: &Sheet<'_>) -> ReportSection {
    let network = sheet.network();
    let outside: Vec<usize> = (0..network.members.len())
        .filter(|&place| !network.members[place].counts() && network.members[place].status != Some(MembershipStatus::Left))
        .collect();
    let elsewhere: Vec<(usize, Vec<Name>)> = (0..network.members.len())
        .filter(|&place| network.members[place].counts())
        .map(|place| (place, coalitions_of(sheet, place)))
        .filter(|(_, coalitions)| !coalitions.is_empty())
        .collect();
    let with_line = outside.iter().filter(|&&place| lines_inward(sheet, place) > 0).count();
    let mut section = ReportSection {
        code: "outside".to_owned(),
        question: words(
            "Welke lijnen lopen naar hulpbronnen buiten de coalitie?",
            "Which lines run to resources outside the coalition?",
        ),
        answer: answer(outside.len(), with_line, elsewhere.len()),
        notes: vec![words(
            "Geld, ruimte, kennis en steun van bestuurders zijn ook hulpbronnen; daarnaar is in het register niet gevraagd.",
            "Money, room, knowledge and support of executives are resources too; the register was not asked about them.",
        )],
        ask: vec![words(
            "Wie buiten de coalitie heeft wat wij nodig hebben, en wie van ons kent hem?",
            "Who outside the coalition has what we need, and which of us knows them?",
        )],
        ..blank()
    };
    if !outside.is_empty() {
        let (table, rest) = outside_table(sheet, &outside);
        section.tables.push(table);
        section.notes.extend(rest);
    }
    if !elsewhere.is_empty() {
        section.tables.push(elsewhere_table(sheet, &elsewhere));
    }
    section
}

fn answer(outside: usize, with_line: usize, elsewhere: usize) -> Words {
    both(|language| {
        let who = sentence_case(&count(
            outside,
            pick(language, "organisatie is", "organisation is"),
            pick(language, "organisaties zijn", "organisations are"),
            language,
        ));
        let first = match (outside, language) {
            (0, Language::Nl) => "Buiten wie meedoet noemt geen bron een organisatie.".to_owned(),
            (0, Language::En) => "Outside who takes part no source names an organisation.".to_owned(),
            (_, Language::Nl) if with_line == 0 => {
                format!("{who} genoemd, benaderd of gewenst, zonder zelf mee te doen; wij kennen er nog geen lijn naar.")
            }
            (_, Language::En) if with_line == 0 => {
                format!("{who} named, approached or wanted without taking part; we know no line to any of them yet.")
            }
            (_, Language::Nl) => format!(
                "{who} genoemd, benaderd of gewenst, zonder zelf mee te doen; naar {with_line} daarvan kennen wij een lijn."
            ),
            (_, Language::En) => {
                format!("{who} named, approached or wanted without taking part; to {with_line} of these we know a line.")
            }
        };
        let too = match language {
            Language::Nl => count(elsewhere, "partner zit", "partners zitten", language) + " ook in een andere coalitie.",
            Language::En => count(elsewhere, "partner is", "partners are", language) + " in another coalition too.",
        };
        if elsewhere == 0 { first } else { format!("{first} {}", sentence_case(&too)) }
    })
}

/// Known lines with partners that take part.
fn lines_inward(sheet: &Sheet<'_>, place: usize) -> usize {
    let network = sheet.network();
    let inward = |link: &&&Link| link.ends().contains(&place) && network.members[link.other(place)].counts();
    sheet.lines().iter().filter(inward).count()
}

/// The other coalitions in which an organisation takes part.
fn coalitions_of(sheet: &Sheet<'_>, place: usize) -> Vec<Name> {
    let register = sheet.speech.register;
    let own = &sheet.network().coalition.id;
    let id = sheet.network().members[place].id();
    let reference = EntityRef::Organisation(id);
    let takes_part = |it: &Membership| {
        it.party == Party::Organisation(id)
            && matches!(it.status, MembershipStatus::Participating | MembershipStatus::Signatory)
            && it.coalition != *own
    };
    let coalition = |user: &EntityRef| match register.entity(user) {
        Some(Entity::Membership(it)) if takes_part(it) => register.coalition(&it.coalition).map(|it| it.name.clone()),
        _ => None,
    };
    let mut found: Vec<Name> = register.users_of(&reference).filter_map(coalition).collect();
    found.sort_by_cached_key(|name| name.as_str().to_lowercase());
    found.dedup();
    found
}

fn outside_table(sheet: &Sheet<'_>, outside: &[usize]) -> (ReportTable, Option<Words>) {
    let row = |&place: &usize| {
        vec![sheet.title(place), sheet.domain(place), sheet.participation(place), number(lines_inward(sheet, place))]
    };
    let header = vec![
        column("Organisatie", "Organisation"),
        column("Domein", "Domain"),
        column("Hoe zij erbij staat", "How it stands"),
        numbers("Lijnen met wie meedoet", "Lines with who takes part"),
    ];
    let caption = words("Organisaties die (nog) niet meedoen", "Organisations that do not take part (yet)");
    table(caption, header, outside.iter().map(row).collect())
}

fn elsewhere_table(sheet: &Sheet<'_>, elsewhere: &[(usize, Vec<Name>)]) -> ReportTable {
    let row = |(place, coalitions): &(usize, Vec<Name>)| {
        let names: Vec<String> = coalitions.iter().map(Name::to_string).collect();
        vec![sheet.title(*place), both(|language| list(&names, language))]
    };
    let header = vec![column("Partner", "Partner"), column("Doet ook mee in", "Takes part in, too")];
    let caption = words("Partners die ook in een andere coalitie zitten", "Partners that are in another coalition too");
    table(caption, header, elsewhere.iter().map(row).collect()).0
}
