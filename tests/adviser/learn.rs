//! For what one coalition lacks: who has it, and how, as the nine texts say.

use super::*;
use kortelijnen::desk::{LearnRow, LearnStatus};
use kortelijnen::model::{Role, Viewer};

fn learn(coalitions: &[&str]) -> Vec<LearnRow> {
    compare(&office(), coalitions).learn_from
}

/// The row of a coalition about something.
fn row<'a>(rows: &'a [LearnRow], coalition: &str, about: &str) -> &'a LearnRow {
    let found: Vec<&LearnRow> = rows.iter().filter(|it| it.coalition.as_str() == coalition && it.gap.words.nl == about).collect();
    let all: Vec<&str> = rows.iter().filter(|it| it.coalition.as_str() == coalition).map(|it| it.gap.words.nl.as_str()).collect();
    let [row] = found.as_slice() else { panic!("one row about {about}, of {all:?}") };
    row
}

#[test]
fn nobody_names_leidens_line_and_what_comes_near_is_its_own_idea_and_zeist() {
    let rows = learn(&["delft", "leiden", "zeist"]);
    let row = row(&rows, "leiden", "Lijn tussen verloskundigen en schuldhulpverlening");
    assert_eq!(row.gap.kind, "missing_line");
    assert!(row.gap.sentence.nl.contains("in 2019 lastig"), "{}", row.gap.sentence.nl);
    assert!(row.from.is_empty());
    let none = row.none.as_ref().expect("it is said");
    assert_eq!((none.nl.as_str(), none.en.as_str()), ("Geen van de negen noemt deze lijn.", "None of the nine names this line."));
    let [own, near] = row.nearest.as_slice() else { panic!("two examples: {:?}", row.nearest) };
    assert_eq!((own.coalition.as_str(), own.status), ("leiden", LearnStatus::Wishes));
    assert_eq!(own.what.nl, "Eén loket voor zwangeren was in 2019 een idee.");
    assert_eq!((near.coalition.as_str(), near.status), ("zeist", LearnStatus::Does));
    assert_eq!(near.what.nl, "Een lijn tussen Verloskundige Praktijk Zeist en CJG Zeist.");
    assert!(near.how[0].words.nl.starts_with("In november 2019 vertelde iemand van "), "{}", near.how[0].words.nl);
    let source = near.how[0].source.as_ref().expect("a source");
    assert!(source.nl.contains("november 2019") && source.nl.contains("Gemeente Zeist"), "{}", source.nl);
}

#[test]
fn a_fixed_contact_in_neighbourhood_teams_is_an_idea_in_zaanstad() {
    let rows = learn(&["leiden"]);
    let row = row(&rows, "leiden", "Vaste contactpersoon bij wijkteams");
    let [from] = row.from.as_slice() else { panic!("only Zaanstad: {:?}", row.from) };
    assert_eq!((from.coalition.as_str(), from.status), ("zaanstad", LearnStatus::Wishes));
    assert!(
        from.how[0].words.nl.starts_with("Idee: Aandachtfunctionarissen in de Sociaal Wijkteams"),
        "{}",
        from.how[0].words.nl
    );
    assert!(from.how[0].words.nl.ends_with("Nog geen praktijk."));
    assert_eq!(row.none, None);
}

#[test]
fn eight_parties_signed_in_delft_and_almelo_tells_who_leads_a_case() {
    let rows = learn(&["delft", "leiden", "zeist"]);
    for coalition in ["leiden", "zeist"] {
        let agreement = row(&rows, coalition, "Afspraak op bestuursniveau");
        let delft = &agreement.from[0];
        assert_eq!((delft.coalition.as_str(), delft.status), ("delft", LearnStatus::Does));
        assert_eq!(delft.what.nl, "Acht partijen tekenden in oktober 2019 op bestuursniveau.");
        assert_eq!(delft.what.en, "Eight parties signed at board level in October 2019.");
        let alkmaar = &agreement.from[1];
        assert_eq!((alkmaar.coalition.as_str(), alkmaar.status), ("alkmaar", LearnStatus::Wishes));
    }
    assert!(!rows.iter().any(|it| it.coalition.as_str() == "delft" && it.gap.kind == "agreement"), "Delft has one");
    for coalition in ["delft", "leiden"] {
        let lead = row(&rows, coalition, "Wie de regie heeft bij een gezin");
        let [almelo] = lead.from.as_slice() else { panic!("only Almelo: {:?}", lead.from) };
        assert_eq!(almelo.coalition.as_str(), "almelo");
        let begins = "Regie bij een gezin: de situatie bepaalt welke professional de regie heeft";
        assert!(almelo.what.nl.starts_with(begins), "{}", almelo.what.nl);
    }
}

#[test]
fn delft_learns_of_lines_in_practice_where_somebody_names_one() {
    let rows = learn(&["delft"]);
    let practice = row(&rows, "delft", "Lijnen op de werkvloer tussen de twee kanten");
    assert_eq!(practice.gap.kind, "level_mismatch");
    let zeist = practice.from.iter().find(|it| it.coalition.as_str() == "zeist").expect("Zeist has such a line");
    assert!(
        zeist
            .how
            .iter()
            .any(|it| it.words.nl == "Bouwt voort op: het overleg dat de professionals van drie organisaties al hadden."),
        "{:?}",
        zeist.how
    );
}

#[test]
fn the_most_important_comes_first_and_who_does_it_before_who_wishes_it() {
    let rows = learn(&[]);
    assert!(rows.windows(2).all(|it| it[0].gap.importance <= it[1].gap.importance));
    for row in &rows {
        assert!(row.from.windows(2).all(|it| it[0].status <= it[1].status), "{}", row.gap.words.nl);
        assert!(row.from.iter().all(|it| it.coalition != row.coalition), "nobody learns of itself");
        assert_eq!(row.from.is_empty(), row.none.is_some());
        assert!(row.nearest.is_empty() || row.from.is_empty());
        let texts = row.from.iter().chain(&row.nearest).flat_map(|it| it.how.iter().map(|how| &how.words).chain([&it.what]));
        assert!(texts.clone().all(|it| !it.nl.is_empty() && !it.en.is_empty()));
    }
    for kind in ["contested", "single_carrier", "few_carriers", "unconfirmed", "stale"] {
        assert!(rows.iter().all(|it| it.gap.kind != kind), "{kind} is for its own coalition");
    }
}

#[test]
fn no_person_is_named_to_anybody() {
    let viewer = Viewer { role: Role::Adviser, coalitions: Vec::new() };
    let seen_by_adviser = compare(&office().seen_by(&viewer), &[]).learn_from;
    for rows in [learn(&[]), seen_by_adviser] {
        let row = row(&rows, "leiden", "Lijn tussen verloskundigen en schuldhulpverlening");
        assert_eq!(row.nearest.len(), 2, "an adviser learns the same");
        let told = serde_json::to_string(&rows.iter().map(|it| (&it.from, &it.nearest)).collect::<Vec<_>>()).expect("JSON");
        let persons: Vec<&str> = REGISTER.persons().map(|it| it.name.as_str()).collect();
        assert!(persons.len() > 20);
        for person in persons {
            assert!(!told.contains(person), "{person}");
        }
    }
}
