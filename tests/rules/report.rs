//! The report's own rules, each on the smallest coalition that shows it.

use super::*;
use kortelijnen::desk::{Office, Report, ReportSection};
use kortelijnen::model::Language;
use kortelijnen::render::paper::html;

fn pair(a: Party, b: Party) -> Scope {
    Scope::Pair(Pair::new(a, b).expect("two parties"))
}

fn office(made: &Made) -> Office<'_> {
    Office::new(&made.register, DAY)
}

fn report_of(made: &Made, since: Option<Date>) -> Report {
    office(made).report("proef", Some(DAY), since).expect("a report")
}

fn section<'a>(report: &'a Report, code: &str) -> &'a ReportSection {
    report.sections.iter().find(|section| section.code == code).expect("a section")
}

fn cells(section: &ReportSection, table: usize, row: usize) -> Vec<&str> {
    section.tables[table].rows[row].iter().map(|cell| cell.nl.as_str()).collect()
}

#[test]
fn the_middle_of_a_star_stands_between_all_others() {
    let others: Vec<String> = (2..=4).map(|number| format!("verloskundigenpraktijk{number}")).collect();
    let helpers: Vec<String> = (1..=4).map(|number| format!("schuldhulpverlening{number}")).collect();
    let all: Vec<&str> =
        ["verloskundigenpraktijk1"].into_iter().chain(others.iter().chain(&helpers).map(String::as_str)).collect();
    let mut made = Made::with(&all);
    for other in &all[1..] {
        made.claim(pair(org(all[0]), org(other)), Stance::Asserted, "works-with", Some(org(all[0])), Some("2026-11"));
    }
    let report = report_of(&made, None);
    let central = section(&report, "central");
    assert_eq!(central.answer.nl, "Verloskundigenpraktijk1 heeft de meeste bekende lijnen: 7 van de 7.");
    // Betweenness of the middle of a star is 1; the 3 × 4 pairs of the other midwives and the helpers meet there.
    assert_eq!(cells(central, 0, 0)[2..], ["7", "4", "0", "1,00", "12,0", "ja"]);
    assert_eq!(cells(central, 0, 1)[2..], ["1", "1", "0", "0,00", "0,0", "nee"]);
    assert_eq!(report.measures.as_ref().map(|it| it.code.as_str()), Some("measures"));
    // A partner less, and one line more or less would change everything.
    let mut small = Made::with(&all[..7]);
    small.claim(pair(org(all[0]), org(all[1])), Stance::Asserted, "works-with", Some(org(all[0])), Some("2026-11"));
    let small = report_of(&small, None);
    assert!(small.measures.is_none());
    assert_eq!(cells(section(&small, "central"), 0, 0).len(), 6);
}

#[test]
fn what_changed_is_new_or_confirmed_or_too_long_ago() {
    let partners = ["verloskundigenpraktijk1", "schuldhulpverlening1", "schuldhulpverlening2", "schuldhulpverlening3"];
    let mut made = Made::with(&partners);
    let [midwife, first, second, third] = partners.map(org);
    let mut say = |a: Party, b: Party, speaker: Party, when: &str| {
        made.claim(pair(a, b), Stance::Asserted, "works-with", Some(speaker), Some(when));
    };
    say(midwife, first, midwife, "2024-10-01");
    say(midwife, first, first, "2026-10-01");
    say(midwife, second, midwife, "2026-09-01");
    say(midwife, third, third, "2024-10-01");
    let report = report_of(&made, Some(date!(2025 - 01 - 01)));
    let progress = section(&report, "progress");
    let rows: Vec<(&str, &str)> = progress.tables[0].rows.iter().map(|row| (row[0].nl.as_str(), row[1].nl.as_str())).collect();
    let has = |partner: &str, what: &str| rows.iter().any(|(line, change)| line.contains(partner) && *change == what);
    assert!(has("schuldhulpverlening2", "nieuw"), "{rows:?}");
    assert!(has("schuldhulpverlening1", "nu door beide kanten bevestigd"), "{rows:?}");
    assert!(has("schuldhulpverlening3", "te lang niet genoemd"), "{rows:?}");
    assert_eq!(rows.len(), 3);
    assert_eq!(
        progress.answer.nl,
        "Sinds 1 januari 2025: 1 nieuwe lijn, 1 nu door beide kanten bevestigd, 1 te lang niet genoemd, 0 niet meer genoemd; \
         0 organisaties erbij en 0 eraf."
    );
    let frequency = section(&report, "frequency");
    assert!(frequency.answer.nl.contains("Eén is zo lang geleden genoemd"), "{}", frequency.answer.nl);
    let still = report_of(&made, Some(date!(2026 - 11 - 21)));
    assert_eq!(
        section(&still, "progress").answer.en,
        "Nothing changed in lines and partners in what we know since 21 November 2026."
    );
}

#[test]
fn a_line_of_one_pair_of_persons_is_listed_and_nobody_is_named() {
    let mut made = Made::with(&["verloskundigenpraktijk1", "schuldhulpverlening1", "schuldhulpverlening2"]);
    made.person("Anna de Vries", "verloskundigenpraktijk1", vec![], Period::default());
    made.person("Bob Jansen", "schuldhulpverlening1", vec![], Period::default());
    let [anna, bob] = ["Anna de Vries", "Bob Jansen"].map(|name| Party::Person(PersonId::from_key(name)));
    made.claim(pair(anna, bob), Stance::Asserted, "works-with", Some(anna), Some("2026-10"));
    let (midwife, second) = (org("verloskundigenpraktijk1"), org("schuldhulpverlening2"));
    made.claim(pair(midwife, second), Stance::Asserted, "works-with", Some(second), Some("2026-10"));
    let report = report_of(&made, None);
    let carried = section(&report, "one_person");
    assert_eq!(carried.answer.nl, "Van 1 van de 2 bekende lijnen kennen wij aan een kant of aan beide maar één persoon.");
    assert_eq!(carried.tables[0].rows.len(), 1);
    assert_eq!(cells(carried, 0, 0)[1..], ["één paar personen", "één kant zegt het"]);
    let page = html(&office(&made).paper("proef", Language::Nl, Some(DAY), None).expect("a document"));
    assert!(!page.contains("Anna") && !page.contains("Jansen"));
    // Somebody else on one side: the line rests on one person at the other.
    made.person("Carla Smit", "schuldhulpverlening1", vec![], Period::default());
    let carla = Party::Person(PersonId::from_key("Carla Smit"));
    made.claim(pair(anna, carla), Stance::Asserted, "works-with", Some(carla), Some("2026-10"));
    let report = report_of(&made, None);
    assert_eq!(cells(section(&report, "one_person"), 0, 0)[1], "één persoon bij verloskundigenpraktijk1");
}

#[test]
fn how_often_is_told_where_it_was_asked() {
    let mut made = Made::with(&["verloskundigenpraktijk1", "schuldhulpverlening1", "schuldhulpverlening2"]);
    let midwife = org("verloskundigenpraktijk1");
    for (partner, strength) in [("schuldhulpverlening1", Some(1)), ("schuldhulpverlening2", Some(4))] {
        let mut claim =
            made.new_claim(pair(midwife, org(partner)), Stance::Asserted, "works-with", Some(midwife), Some("2026-10"));
        claim.strength = strength.map(|strength| Strength::new(strength).expect("1 to 4"));
        made.put(Entity::Claim(claim));
    }
    let report = report_of(&made, None);
    let frequency = section(&report, "frequency");
    assert_eq!(frequency.answer.nl, "Nog eenmalig of zelden: 1 van de 2 bekende lijnen.");
    assert_eq!((frequency.tables[0].rows.len(), cells(frequency, 0, 0)[1]), (1, "zij kennen elkaar"));
    assert!(frequency.ask.is_empty());
}

#[test]
fn a_coalition_of_nobody_one_or_two_has_a_report() {
    for partners in [&[][..], &["verloskundigenpraktijk1"], &["verloskundigenpraktijk1", "schuldhulpverlening1"]] {
        let report = report_of(&Made::with(partners), None);
        assert_eq!(report.sections.len(), 8);
        assert!(section(&report, "central").tables.is_empty());
        assert_eq!(report.front.partners.nl.starts_with("Er doet nog niemand mee."), partners.is_empty());
    }
}

#[test]
fn when_one_person_joins_the_sides_the_report_says_so_with_the_most_it_could_be() {
    let mut made = Made::with(&["verloskundigenpraktijk1", "huisarts1", "schuldhulpverlening1", "wijkteam1"]);
    for (name, partner) in
        [("Ans", "verloskundigenpraktijk1"), ("Bea", "huisarts1"), ("Cor", "schuldhulpverlening1"), ("Dirk", "wijkteam1")]
    {
        made.person(name, partner, vec![], Period::default());
    }
    made.person("Els", "wijkteam1", vec![], Period::default());
    let person = |name: &str| Party::Person(PersonId::from_key(name));
    for name in ["Ans", "Bea", "Cor", "Els"] {
        made.claim(pair(person(name), person("Dirk")), Stance::Asserted, "knows", Some(person(name)), None);
    }
    let carried = report_of(&made, None);
    let carried = section(&carried, "one_person");
    assert!(carried.text.iter().any(|text| text.nl.contains("lopen over één persoon, bij wijkteam1")), "{:?}", carried.text);
    let numbers = carried.tables.iter().find(|table| table.caption.nl.starts_with("Op hoe weinig")).expect("the numbers");
    // Dirk cuts all; two persons stand on either side without him.
    assert_eq!([&numbers.rows[0][1], &numbers.rows[0][2]].map(|cell| cell.nl.as_str()), ["1", "1"]);
    assert!(numbers.rows[0][3].nl.contains("Meer dan 2 kan het hier niet zijn"), "{}", numbers.rows[0][3].nl);
    assert_eq!(numbers.rows.len(), 1, "no share of so few lines");
    let page = html(&office(&made).paper("proef", Language::Nl, Some(DAY), None).expect("a document"));
    assert!(["Dirk", "Ans", "Bea", "Cor", "Els"].iter().all(|name| !page.contains(name)));
}

#[test]
fn two_domains_that_keep_to_themselves_show_as_two_groups_from_eight_partners_on() {
    let keys = |kind: &str, many: usize| (1..=many).map(|number| format!("{kind}{number}")).collect::<Vec<_>>();
    let made_of = |many: usize| {
        let (midwives, helpers) = (keys("verloskundigenpraktijk", many), keys("schuldhulpverlening", many));
        let all: Vec<&str> = midwives.iter().chain(&helpers).map(String::as_str).collect();
        let mut made = Made::with(&all);
        for side in [&midwives, &helpers] {
            for (at, a) in side.iter().enumerate() {
                for b in &side[at + 1..] {
                    made.line(a, b);
                }
            }
        }
        made.line(&midwives[0], &helpers[0]);
        report_of(&made, None)
    };
    let large = made_of(4);
    let groups = section(&large, "groups");
    assert!(groups.text.iter().any(|text| text.nl == "De bekende lijnen vallen vooral samen met de domeinen. Herkent u dat?"));
    let shown = groups.tables.iter().find(|table| table.caption.nl.contains("een vraag, geen feit")).expect("the groups");
    let row = |at: usize| [1, 3, 4].map(|column| shown.rows[at][column].nl.as_str());
    assert_eq!((row(0), row(1)), (["4", "Medisch", "nee"], ["4", "Sociaal", "nee"]));
    assert!(groups.notes.iter().any(|note| note.nl.contains("Overeenkomst met de domeinen: 1,00;")), "the same division");
    // Nobody answered: no number is held against chance, and it says why.
    let measures = large.measures.as_ref().expect("indices");
    assert!(measures.notes.iter().any(|note| note.nl.starts_with("Zonder z en p: het netwerk komt uit documenten")));
    let small = made_of(3);
    assert!(section(&small, "groups").tables.iter().all(|table| !table.caption.nl.contains("een vraag")));
    assert!(small.measures.is_none());
}

#[test]
fn where_nobody_is_of_a_kind_the_norm_proposes_nothing_and_the_report_says_why() {
    let mut made = Made::with(&[]);
    for key in ["een", "twee"] {
        made.organisation(key, key, vec![], Some(Domain::Medical)).membership(key, MembershipStatus::Participating);
    }
    let report = report_of(&made, None);
    assert!(report.plan.parts.is_empty() && report.plan.text[0].nl.starts_with("Van geen enkele partner is bekend wat voor"));
    assert!(!report.front.standing[0].nl.contains("Alle verwachte lijnen"), "{}", report.front.standing[0].nl);
}
