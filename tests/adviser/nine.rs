//! The nine coalitions beside each other.

use super::*;

/// Of which coalitions a feature is told by the texts, read in them by hand.
fn told(answer: &Comparison, code: &str) -> Vec<String> {
    let row = answer.profile.iter().find(|row| row.code == code).expect(code);
    let columns = answer.coalitions.iter().zip(&row.cells);
    columns.filter(|(_, cell)| cell.known).map(|(it, _)| it.id.to_string()).collect()
}

#[test]
fn only_delft_signed_and_its_eight_boards_did_so_in_october_2019() {
    let answer = advised(&NINE);
    let cell = feature(&answer, "delft", "agreement");
    assert_eq!(cell.words.nl, "ja, oktober 2019, 8 partijen, op bestuursniveau");
    assert_eq!(cell.words.en, "yes, October 2019, 8 parties, at board level");
    assert_eq!(cell.value, Some(8.0));
    // The place in the source is called after who speaks there: an adviser is not told it.
    let source = |answer: &Comparison| feature(answer, "delft", "agreement").source.as_ref().expect("a source").nl.clone();
    assert!(source(&answer).ends_with("november 2019"), "{}", source(&answer));
    let own = seen_by("facilitator:delft", &asked(&["delft"]));
    assert!(source(&own).ends_with("lijst van ondertekenaars"), "{}", source(&own));
    // The GGD in the Alkmaar region wishes to make its own cooperation official.
    assert_eq!(feature(&answer, "alkmaar", "agreement").words.nl, "nog niet: een idee");
    assert_eq!(told(&answer, "agreement"), ["alkmaar", "delft"]);
    assert!(
        answer.notable.iter().any(|it| it.nl == "Alleen van Delft is een getekende overeenkomst bekend."),
        "{:?}",
        answer.notable
    );
}

#[test]
fn hoogeveen_builds_on_a_programme_that_was_there() {
    let answer = advised(&NINE);
    assert!(feature(&answer, "hoogeveen", "builds_on").words.nl.contains("bestaande programma Goede Start"));
    assert_eq!(told(&answer, "builds_on"), ["alkmaar", "hoogeveen", "zaanstad", "zeist"]);
}

#[test]
fn who_is_in_preparation_is_counted_and_gets_no_indices() {
    let answer = advised(&NINE);
    let preparing: Vec<&str> =
        answer.coalitions.iter().filter(|it| it.phase.code == Phase::Preparation).map(|it| it.id.as_str()).collect();
    assert_eq!(preparing, ["alkmaar", "almere", "hoogeveen"]);
    for id in preparing {
        assert_eq!(feature(&answer, id, "phase").words.nl, "in voorbereiding");
        let column = answer.coalitions.iter().position(|it| it.id.as_str() == id).expect(id);
        for name in ["density", "crossDensity", "averageDegree", "fragmentation", "crossEfficiency", "eIIndex"] {
            let why = measure(&answer, name).cells[column].suppressed.as_ref().expect(name);
            assert_eq!(why.code, SuppressedCode::Preparation, "{id} {name}");
        }
        for name in ["members", "links"] {
            assert!(measure(&answer, name).cells[column].value.is_some(), "{id}: {name} is a count");
        }
    }
}

#[test]
fn almelo_lets_the_case_decide_who_leads() {
    let answer = advised(&NINE);
    assert!(
        feature(&answer, "almelo", "case_lead").words.nl.starts_with("de situatie bepaalt welke professional de regie heeft")
    );
    assert_eq!(told(&answer, "case_lead"), ["almelo"]);
}

#[test]
fn aalsmeer_works_on_four_themes() {
    let answer = advised(&NINE);
    let cell = feature(&answer, "aalsmeer", "themes");
    assert_eq!(cell.value, Some(4.0));
    assert!(cell.words.nl.starts_with("4: "), "{}", cell.words.nl);
    let head = answer.coalitions.iter().find(|it| it.id.as_str() == "aalsmeer").expect("Aalsmeer");
    assert_eq!(head.themes, Some(4));
}

#[test]
fn three_organisations_of_zeist_worked_together_for_years() {
    let cell = |code| feature(&advised(&["zeist"]), "zeist", code).words.nl.clone();
    assert!(cell("together_since").contains("al jaren"), "{}", cell("together_since"));
    for partner in ["jeugdgezondheidszorg", "verloskundigen", "CJG"] {
        assert!(cell("together_since").contains(partner), "{partner}");
    }
    assert!(cell("builds_on").contains("drie organisaties"), "{}", cell("builds_on"));
}

#[test]
fn zaanstad_has_a_project_leader_who_is_told_by_where_they_work() {
    let answer = advised(&NINE);
    assert_eq!(told(&answer, "project_lead"), ["hoogeveen", "zaanstad"]);
    assert_eq!(feature(&answer, "zaanstad", "project_lead").words.nl, "Gemeente Zaanstad");
    let somebody = &feature(&answer, "hoogeveen", "project_lead").words.nl;
    assert_eq!(somebody, "iemand van wie de organisatie niet genoemd is", "the text names no organisation of the project leader");
}

#[test]
fn where_nobody_was_asked_about_any_pair_nought_is_no_answer() {
    let answer = advised(&NINE);
    for id in ["aalsmeer", "delft", "zaanstad"] {
        let column = answer.coalitions.iter().position(|it| it.id.as_str() == id).expect(id);
        assert_eq!(measure(&answer, "knownPairShare").cells[column].value, Some(0.0), "{id}");
        for name in ["density", "averageDegree", "components", "fragmentation", "degreeCentralisation"] {
            let cell = &measure(&answer, name).cells[column];
            assert_eq!(cell.suppressed.as_ref().map(|it| it.code), Some(SuppressedCode::NotAsked), "{id} {name}");
            assert_eq!((cell.value, cell.low, cell.high), (None, None, None), "{id} {name}");
            assert!(cell.without_leader.is_none(), "{id} {name}");
        }
        assert_eq!(measure(&answer, "links").cells[column].value, Some(0.0), "{id}: a count stays, with its bounds");
    }
}

#[test]
fn where_the_texts_are_silent_the_table_says_unknown() {
    let answer = advised(&NINE);
    for (coalition, code) in [
        ("leiden", "leads"),
        ("leiden", "agreement"),
        ("leiden", "themes"),
        ("leiden", "case_lead"),
        ("leiden", "age"),
        ("delft", "builds_on"),
        ("delft", "case_lead"),
        ("zeist", "agreement"),
        ("aalsmeer", "project_lead"),
        ("almelo", "agreement"),
    ] {
        let cell = feature(&answer, coalition, code);
        assert_eq!(
            (cell.words.nl.as_str(), cell.words.en.as_str(), cell.known),
            ("onbekend", "unknown", false),
            "{coalition} {code}"
        );
        assert_eq!((cell.value, cell.source.as_ref()), (None, None), "{coalition} {code}");
    }
}

#[test]
fn nothing_of_2019_was_known_a_year_before() {
    let asked = ComparisonAsked { reading: Reading::from(Some(date!(2018 - 06 - 01))), ..asked(&["delft", "hoogeveen"]) };
    let answer = seen_by("adviser", &asked);
    assert_eq!(answer.as_of.as_deref(), Some("2018-06-01"));
    for (coalition, code) in [("delft", "agreement"), ("hoogeveen", "builds_on"), ("delft", "leads")] {
        let cell = feature(&answer, coalition, code);
        let told = &cell.words.nl;
        assert!(!cell.known || (code == "leads" && told.ends_with("nam het initiatief")), "{coalition} {code}: {told}");
    }
}

#[test]
fn the_bar_of_leiden_counts_the_pairs_as_its_overview_does() {
    let answer = advised(&["leiden"]);
    let overview = Office::new(&REGISTER, TODAY).overview("leiden", None).expect("Leiden");
    let bar = feature(&answer, "leiden", "cross_lines").bar.expect("a bar");
    let pairs = overview.pairs;
    assert_eq!((bar.present, bar.absent, bar.unknown), (pairs.present, pairs.absent, pairs.unknown));
    assert_eq!((bar.present, bar.present + bar.absent + bar.unknown), (1, 9), "one of nine, as its text says");
}

#[test]
fn what_cannot_be_concluded_stands_first() {
    for coalitions in [&["delft", "leiden", "zeist"][..], &NINE] {
        let answer = advised(coalitions);
        assert!((1..=3).contains(&answer.notable.len()));
        let first = &answer.notable[0];
        assert!(first.nl.contains("niet op volgorde zetten") && first.en.contains("cannot be put in order"), "{}", first.nl);
        let row = measure(&answer, "crossDensity");
        assert!(!row.rankable.yes && row.rankable.words.nl.contains("niet op volgorde"), "{}", row.rankable.words.nl);
    }
}

#[test]
fn documents_are_never_held_against_chance() {
    for row in &advised(&NINE).measures {
        for cell in &row.cells {
            assert_eq!((cell.z, cell.p), (None, None), "{}", row.name);
        }
    }
}

#[test]
fn every_row_has_a_cell_a_coalition_and_words_in_both_languages() {
    let answer = advised(&["zeist", "delft"]);
    assert_eq!(answer.coalitions.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["zeist", "delft"], "as asked");
    let codes: Vec<&str> = answer.profile.iter().map(|row| row.code.as_str()).collect();
    let expected = "phase age partners domains placeholders leads case_lead project_lead agreement builds_on together_since steering \
                    themes norm_kinds cross_lines confirmed speaking carriers";
    assert_eq!(codes, expected.split_whitespace().collect::<Vec<_>>());
    let told = |it: &Words| !it.nl.is_empty() && !it.en.is_empty();
    for row in &answer.profile {
        assert!(
            row.cells.len() == 2 && told(&row.words) && told(&row.help) && row.cells.iter().all(|cell| told(&cell.words)),
            "{}",
            row.code
        );
    }
    for row in &answer.measures {
        assert!(row.cells.len() == 2 && told(&row.words) && told(&row.help) && told(&row.rankable.words), "{}", row.name);
    }
    for row in &answer.kinds {
        assert!(row.cells.len() == 2 && row.cells.iter().all(|cell| told(&cell.words)), "{}", row.code);
    }
    for row in &answer.gaps {
        assert!(row.cells.len() == 2 && told(&row.words) && told(&row.help), "{:?}", row.kind);
    }
}

#[test]
fn delft_signed_with_a_hospital_and_leiden_names_none() {
    let answer = advised(&["delft", "leiden"]);
    let states = |code: &str| {
        let row = answer.kinds.iter().find(|row| row.code.as_str() == code).expect(code);
        serde_json::to_value(&row.cells).expect("cells")
    };
    assert_eq!(states("ziekenhuis")[0]["state"], "signatory");
    assert_eq!(states("ziekenhuis")[1]["state"], "unknown", "an open list says nothing of who is not on it");
}

#[test]
fn there_is_no_total_and_no_order_anywhere() {
    fn keys(value: &serde_json::Value, found: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(fields) => {
                for (key, value) in fields {
                    found.push(key.clone());
                    keys(value, found);
                }
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    keys(&serde_json::to_value(advised(&NINE)).expect("an answer"), &mut found);
    for key in found {
        for word in ["score", "rank", "total", "rating", "grade", "best", "worst"] {
            assert!(!key.to_lowercase().contains(word) || key == "rankable", "{key}");
        }
    }
}
