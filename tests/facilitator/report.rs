//! The report of each coalition says what its source says, where nothing was asked says so, and names nobody.

use super::{REGISTER, office};
use kortelijnen::desk::{DeskError, Report, ReportSection};
use kortelijnen::model::Language;
use kortelijnen::network::Rule;
use kortelijnen::render::paper::html;
use std::collections::BTreeSet;
use time::macros::date;

fn report(coalition: &str) -> Report {
    office().report(coalition, None, None).expect("the coalition is there")
}

fn section<'a>(report: &'a Report, code: &str) -> &'a ReportSection {
    report.sections.iter().find(|section| section.code == code).expect("a section")
}

fn everywhere() -> Vec<Report> {
    office().coalitions().iter().map(|row| report(row.id.as_str())).collect()
}

#[test]
fn eight_questions_in_their_order_each_with_an_answer_in_both_languages() {
    let reports = everywhere();
    assert_eq!(reports.len(), 9);
    for report in reports {
        let codes: Vec<&str> = report.sections.iter().map(|section| section.code.as_str()).collect();
        assert_eq!(codes, ["central", "outside", "one_person", "frequency", "groups", "progress", "trust", "benefits"]);
        for section in report.sections.iter().chain(&report.measures).chain([&report.plan, &report.method]) {
            for words in [&section.question, &section.answer] {
                assert!(!words.nl.is_empty() && !words.en.is_empty() && words.nl != words.en, "{}", section.code);
            }
            for table in &section.tables {
                assert!(table.rows.iter().all(|row| row.len() == table.header.len()), "{}", table.caption.en);
            }
        }
    }
}

#[test]
fn the_day_the_rule_the_sides_and_the_norm_stand_beside_every_answer_that_measures() {
    for report in everywhere() {
        for section in report.sections.iter().filter(|it| !["trust", "benefits"].contains(&it.code.as_str())) {
            assert_eq!(section.notes.last(), Some(&report.certainty), "{}", section.code);
        }
        let sure = &report.certainty.nl;
        for part in
            [report.as_of_words.nl.as_str(), "iemand haar noemt", "antwoordden zelf", &report.sides.words.nl, &report.norm]
        {
            assert!(sure.contains(part), "{part}: {sure}");
        }
    }
    let strict = kortelijnen::desk::Reading { rule: Rule::Confirmed, ..Default::default() };
    let strict = office().report("leiden", strict, None).expect("a report");
    assert!(strict.certainty.nl.contains("beide kanten haar noemen"));
    assert!(section(&strict, "central").tables.is_empty(), "one side names the line: by this rule it is none");
}

#[test]
fn delfts_eight_signatories_are_one_group_and_no_lines() {
    let delft = report("delft");
    assert!(delft.front.partners.nl.starts_with("Acht organisaties tekenden"), "{}", delft.front.partners.nl);
    let groups = &section(&delft, "groups").tables[0];
    let agreement = groups.rows.iter().find(|row| row[0].nl.contains("Samenwerkingsovereenkomst")).expect("the agreement");
    assert_eq!(agreement[1].nl, "8");
    assert!(agreement[2].nl.contains("Reinier de Graaf") && agreement[2].nl.contains("Delft Support"));
    let central = section(&delft, "central");
    assert!(central.tables.is_empty() && central.answer.nl.contains("nog geen lijn bekend"), "{}", central.answer.nl);
    assert!(section(&delft, "one_person").text.iter().any(|text| text.nl.contains("via personen")));
}

#[test]
fn leidens_missing_line_is_the_first_thing_to_do() {
    let leiden = report("leiden");
    let first = &leiden.front.piles[0];
    assert_eq!((first.title.nl.as_str(), first.from), ("Doen", 1));
    assert!(first.findings[0].nl.starts_with("Verloskundigen en schuldhulpverlening vonden elkaar in 2019 lastig."));
    assert!(first.findings[0].nl.contains("Eén kant zegt het"));
    // The one line between the sides: the VSV's consultation with social work, told by one side.
    let central = section(&leiden, "central");
    assert_eq!(central.tables[0].rows.len(), 2);
    for row in &central.tables[0].rows {
        assert_eq!([&row[2], &row[3], &row[4]].map(|cell| cell.nl.as_str()), ["1", "1", "0"]);
    }
    assert_eq!(leiden.front.lines.rows.len(), 1);
    assert_eq!(leiden.front.lines.rows[0][2].nl, "één kant zegt het");
}

#[test]
fn a_small_coalition_gets_counts_and_the_sentence_why() {
    let (small, large) = (report("leiden"), report("zaanstad"));
    let why = "Bij minder dan 8 organisaties tonen we geen kengetallen: één lijn meer of minder verandert dan alles.";
    assert!(small.method.text.iter().any(|text| text.nl == why));
    assert!(large.method.text.iter().all(|text| text.nl != why));
    assert!(small.measures.is_none());
    let measures = large.measures.as_ref().expect("indices");
    // Nobody was asked: from none of the pairs to all of them.
    let density = measures.tables[0].rows.iter().find(|row| row[0].nl == "Dichtheid").expect("a row");
    assert_eq!(
        [&density[1], &density[2]].map(|cell| (cell.nl.as_str(), cell.en.as_str())),
        [("0,00", "0.00"), ("0,00 tot 1,00", "0.00 to 1.00")]
    );
    // Read from documents: nobody's response, and nothing is held against chance.
    assert_eq!((measures.tables[0].rows[0][0].nl.as_str(), measures.tables[0].rows[0][1].nl.as_str()), ("Wie antwoordde", "–"));
}

#[test]
fn where_nobody_was_asked_it_says_so_and_what_to_ask() {
    for report in everywhere() {
        for code in ["trust", "benefits"] {
            let section = section(&report, code);
            assert!(section.answer.nl.starts_with("Niet gevraagd") && section.answer.en.starts_with("Not asked"));
            assert!(section.tables.is_empty() && !section.ask.is_empty());
        }
    }
}

#[test]
fn change_is_told_only_where_two_moments_are_known() {
    let once = report("leiden");
    assert_eq!(once.since, None);
    assert!(section(&once, "progress").answer.nl.starts_with("Er is nog maar één moment bekend"));
    // Its source does not say when anything began: nothing can be called new.
    let since = office().report("leiden", None, Some(date!(2015 - 01 - 01))).expect("a report");
    assert_eq!(since.since.as_deref(), Some("2015-01-01"));
    assert!(section(&since, "progress").answer.nl.contains("niets veranderd in wat wij weten"));
    let late = office().report("leiden", None, Some(date!(2019 - 11 - 30)));
    assert!(matches!(late, Err(DeskError::NotBefore { .. })));
    assert!(matches!(office().report("gouda", None, None), Err(DeskError::UnknownCoalition { .. })));
}

#[test]
fn a_day_before_everything_has_a_report_too() {
    for row in office().coalitions() {
        for day in [date!(0001 - 01 - 01), date!(1990 - 05 - 05)] {
            let report = office().report(row.id.as_str(), Some(day), None).expect("a report");
            assert_eq!(report.sections.len(), 8);
            let page = html(&office().paper(row.id.as_str(), Language::En, Some(day), None).expect("a document"));
            assert!(page.contains("No line is known yet") || page.contains("known lines"), "{}", row.id.as_str());
        }
    }
}

#[test]
fn no_person_is_named_on_paper() {
    let names: BTreeSet<String> = REGISTER.persons().map(|person| person.name.to_string()).collect();
    assert!(names.len() > 10);
    for row in office().coalitions() {
        for language in [Language::Nl, Language::En] {
            let page = html(&office().paper(row.id.as_str(), language, None, None).expect("a document"));
            for name in &names {
                assert!(!page.contains(name.as_str()), "{} names {name}", row.id.as_str());
            }
        }
    }
}

#[test]
fn no_word_of_blame_and_no_score() {
    for row in office().coalitions() {
        for (language, words) in [(Language::Nl, ["zwak", "score", "slecht"]), (Language::En, ["weak", "score", "poor "])] {
            let page = html(&office().paper(row.id.as_str(), language, None, None).expect("a document")).to_lowercase();
            for word in words {
                assert!(!page.contains(word), "{}: {word}", row.id.as_str());
            }
        }
    }
}

#[test]
fn leidens_proposal_addresses_functions_and_names_what_it_gains() {
    let leiden = report("leiden");
    let plan = &leiden.plan;
    let office = office();
    let told = office.introductions("leiden", &Default::default(), None).expect("a proposal");
    assert_eq!(plan.parts.len(), 1 + told.introductions.len() + 1, "meetings, each introduction, what is not in it");
    assert_eq!(plan.parts[0].items.len(), told.meetings.len());
    let first = &plan.parts[1];
    assert!(first.heading.nl.starts_with("A. Coöperatie van verloskundigen Leiden en omgeving – Schuldhulpverlening"));
    let items: Vec<&str> = first.items.iter().map(|item| item.nl.as_str()).collect();
    assert!(items[0].contains("directeur") && items[0].contains("vraag wie") && !items[0].contains("Linda"), "{}", items[0]);
    assert!(items.iter().any(|item| item.starts_with("Deze lijn hoort in elke coalitie")));
    // A core line weighs two, and nothing is there yet.
    assert!(items.iter().any(|item| item.starts_with("Levert op: wat er is van de norm gaat van 0 naar 2")), "{items:?}");
    assert!(plan.notes.iter().any(|note| note.nl.starts_with("Dit is een voorstel, geen opdracht")));
}

#[test]
fn the_map_with_the_proposal_is_a_second_figure_and_no_id_stands_twice() {
    for row in office().coalitions() {
        let page = html(&office().paper(row.id.as_str(), Language::Nl, None, None).expect("a document"));
        let mut ids = BTreeSet::new();
        for id in page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(ids.insert(id), "{}: {id} twice", row.id.as_str());
        }
        for id in
            page.split("aria-labelledby=\"").skip(1).filter_map(|rest| rest.split('"').next()).flat_map(str::split_whitespace)
        {
            assert!(ids.contains(id), "{}: nothing is called {id}", row.id.as_str());
        }
        let proposed = report(row.id.as_str()).plan.parts.iter().filter(|part| part.heading.nl.contains(". ")).count();
        let figures = if proposed > 0 { 2 } else { 1 };
        assert_eq!(page.matches("<figure ").count(), figures, "{}", row.id.as_str());
        // Each once in the wide drawing and once in the slim one.
        assert_eq!(page.matches("data-status=\"introduced\"").count(), 2 * proposed, "{}", row.id.as_str());
    }
}
