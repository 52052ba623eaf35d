//! Who leads, on what a coalition rests and what its initiatives are meant for: what each text says, and where it is silent nothing.

use super::*;
use kortelijnen::desk::{GovernanceRow, InitiativeRow};
use kortelijnen::model::GovernanceAspect::{self, *};
use kortelijnen::model::{InitiativeKind, InitiativeStatus, Phase, Reading};

/// Everything that the nine texts tell of governance. Read in them by hand; an aspect that is not here is unknown.
const TOLD: [(&str, GovernanceAspect, Reading, &[&str]); 19] = [
    ("alkmaar", Leads, Reading::Interpreted, &["GGD Hollands Noorden"]),
    ("alkmaar", BuildsOn, Reading::Interpreted, &[]),
    (
        "alkmaar",
        TogetherSince,
        Reading::Stated,
        &["GGD Hollands Noorden", "Gynaecologen", "Kraamzorg", "Verloskundigen", "Verslavingszorg"],
    ),
    ("almelo", CaseLead, Reading::Stated, &[]),
    (
        "almelo",
        TogetherSince,
        Reading::Stated,
        &[
            "Gemeente Almelo",
            "Jeugdgezondheidszorg",
            "Jonge moederwerk van Avedan",
            "Kraamzorg",
            "Medisch maatschappelijk werk van ZGT",
            "Verloskundigen",
        ],
    ),
    ("almere", Leads, Reading::Interpreted, &["Gemeente Almere"]),
    ("almere", TogetherSince, Reading::Interpreted, &[]),
    ("almere", Steering, Reading::Interpreted, &["Gemeente Almere"]),
    ("delft", Leads, Reading::Interpreted, &["Gemeente Delft"]),
    ("hoogeveen", Leads, Reading::Interpreted, &["Gemeente Hoogeveen"]),
    ("hoogeveen", BuildsOn, Reading::Stated, &[]),
    ("hoogeveen", TogetherSince, Reading::Stated, &[]),
    ("zaanstad", Leads, Reading::Interpreted, &["Gemeente Zaanstad"]),
    ("zaanstad", BuildsOn, Reading::Stated, &[]),
    ("zaanstad", TogetherSince, Reading::Interpreted, &["Gemeente Zaanstad"]),
    ("zeist", Leads, Reading::Interpreted, &["Gemeente Zeist"]),
    ("zeist", BuildsOn, Reading::Interpreted, &["CJG Zeist", "GGDrU", "Verloskundige Praktijk Zeist"]),
    ("zeist", TogetherSince, Reading::Interpreted, &["CJG Zeist", "GGDrU", "Verloskundige Praktijk Zeist"]),
    ("zeist", Steering, Reading::Interpreted, &["CJG Zeist", "GGDrU", "Gemeente Zeist", "Verloskundige Praktijk Zeist"]),
];

const NINE: [&str; 9] = ["aalsmeer", "alkmaar", "almelo", "almere", "delft", "hoogeveen", "leiden", "zaanstad", "zeist"];

fn governance(coalition: &str) -> Vec<GovernanceRow> {
    office().overview(coalition, None).expect(coalition).governance
}

fn row(coalition: &str, aspect: GovernanceAspect) -> GovernanceRow {
    let mut rows: Vec<_> = governance(coalition).into_iter().filter(|it| it.aspect == aspect).collect();
    assert_eq!(rows.len(), 1, "{coalition} {aspect:?}");
    rows.remove(0)
}

fn initiative(coalition: &str, kind: InitiativeKind) -> InitiativeRow {
    let rows = office().overview(coalition, None).expect(coalition).initiatives;
    let mut rows: Vec<_> = rows.into_iter().filter(|it| it.kind == kind).collect();
    assert_eq!(rows.len(), 1, "{coalition} {kind:?}");
    rows.remove(0)
}

fn names(words: &[kortelijnen::model::Words]) -> Vec<&str> {
    words.iter().map(|it| it.nl.as_str()).collect()
}

#[test]
fn every_aspect_that_a_text_tells_is_there_and_no_other() {
    for coalition in NINE {
        let rows = governance(coalition);
        let expected: Vec<_> = TOLD.iter().filter(|it| it.0 == coalition).collect();
        let aspects: Vec<GovernanceAspect> = rows.iter().map(|it| it.aspect).collect();
        assert_eq!(aspects, expected.iter().map(|it| it.1).collect::<Vec<_>>(), "{coalition}");
        for (row, (_, aspect, reading, parties)) in rows.iter().zip(expected) {
            let mut named: Vec<&str> = row.parties.iter().map(|it| it.as_str()).collect();
            named.sort_unstable();
            assert_eq!((row.said.reading, named.as_slice()), (*reading, *parties), "{coalition} {aspect:?}");
            assert!(row.said.source.is_some() && row.said.at.is_some(), "{coalition} {aspect:?}: where it stands");
            assert!(row.said.reading == Reading::Stated || row.said.note.is_some(), "{coalition} {aspect:?}: why it is read so");
            assert!(row.words.nl != row.words.en && !row.aspect_words.nl.is_empty());
        }
    }
}

#[test]
fn silence_stays_silent() {
    assert!(governance("aalsmeer").is_empty() && governance("leiden").is_empty());
    assert_eq!(governance("delft").len(), 1, "the text of Delft tells who leads, and nothing else of these");
    assert!(governance("almelo").iter().all(|it| it.aspect != Leads), "no text says who leads Almelo");
    let with_case_lead: Vec<&str> = NINE.into_iter().filter(|it| governance(it).iter().any(|it| it.aspect == CaseLead)).collect();
    assert_eq!(with_case_lead, ["almelo"], "only Almelo tells who leads a case");
}

#[test]
fn the_agreement_of_delft_is_signed_by_eight_and_no_other_coalition_has_one() {
    let agreement = initiative("delft", InitiativeKind::Agreement);
    assert_eq!((agreement.status, agreement.participants.len(), agreement.complete), (InitiativeStatus::Existing, 8, true));
    let existing = |coalition: &&str| {
        let overview = office().overview(coalition, None).expect(coalition);
        overview.initiatives.iter().any(|it| it.kind == InitiativeKind::Agreement && it.status == InitiativeStatus::Existing)
    };
    assert_eq!(NINE.into_iter().filter(existing).collect::<Vec<_>>(), ["delft"]);
    assert!(row("delft", Leads).words.nl.contains("startfase"));
}

#[test]
fn hoogeveen_builds_on_its_programme_and_the_region_of_alkmaar_on_a_project() {
    assert!(row("hoogeveen", BuildsOn).words.nl.contains("Goede Start"));
    assert!(row("hoogeveen", TogetherSince).words.en.contains("some years"));
    assert!(row("alkmaar", BuildsOn).words.nl.contains("Nu Niet Zwanger"));
}

#[test]
fn three_are_in_preparation_and_who_leads_there_is_said_of_the_preparation_only() {
    let preparing = |coalition: &&str| office().overview(coalition, None).expect(coalition).phase == Phase::Preparation;
    assert_eq!(NINE.into_iter().filter(preparing).collect::<Vec<_>>(), ["alkmaar", "almere", "hoogeveen"]);
    for coalition in ["alkmaar", "almere"] {
        let row = row(coalition, Leads);
        assert!(row.words.nl.starts_with("in de voorbereiding"), "{}", row.words.nl);
        assert!(row.said.note.is_some_and(|it| it.as_str().contains("wie de coalitie straks trekt, staat er niet")));
    }
}

#[test]
fn in_almelo_the_situation_decides_who_leads_a_case() {
    let row = row("almelo", CaseLead);
    assert!(row.words.nl.starts_with("de situatie bepaalt"), "{}", row.words.nl);
    assert!(row.words.en.contains("not automatically the neighbourhood coach"), "{}", row.words.en);
}

#[test]
fn aalsmeer_works_on_four_themes() {
    let themes = office().overview("aalsmeer", None).expect("Aalsmeer is there").themes;
    let themes: Vec<&str> = themes.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(themes, ["Conflictscheidingen", "Vroegsignalering", "Schaarste (armoede en minima)", "Ontmoeten"]);
}

#[test]
fn three_in_zeist_worked_together_for_years_and_the_municipality_joined_them() {
    let together = row("zeist", TogetherSince);
    assert!(together.words.nl.contains("al jaren") && together.words.en.contains("for years"));
    assert_eq!(together.parties.len(), 3);
    assert!(!together.parties.iter().any(|it| it.as_str() == "Gemeente Zeist"));
    let consultation = initiative("zeist", InitiativeKind::Consultation);
    assert_eq!(consultation.participants.len(), 4);
    assert!(row("zeist", Steering).words.nl.contains("gemeente bij aansloot"));
}

#[test]
fn ideas_are_wishes_that_say_what_they_are_meant_for() {
    let officers = initiative("zaanstad", InitiativeKind::ContactPerson);
    assert_eq!((officers.status, names(&officers.kinds).len()), (InitiativeStatus::Wished, 1));
    assert!(names(&officers.kinds)[0].to_lowercase().contains("wijkteam"));
    let desk = initiative("leiden", InitiativeKind::SingleDesk);
    assert_eq!((desk.status, desk.needs.len(), desk.kinds.len()), (InitiativeStatus::Wished, 2, 0));
    let consultation = initiative("leiden", InitiativeKind::Consultation);
    assert_eq!((consultation.status, consultation.kinds.len()), (InitiativeStatus::Existing, 2));
    let buddies = office().overview("zeist", None).expect("Zeist is there").initiatives;
    let buddies = buddies.iter().find(|it| it.name.as_str().starts_with("Maatjesproject")).expect("the idea");
    assert_eq!((buddies.kind, buddies.status, buddies.needs.len()), (InitiativeKind::Programme, InitiativeStatus::Wished, 1));
}

#[test]
fn no_fact_about_governance_names_a_person() {
    let people: Vec<&str> = REGISTER.persons().map(|it| it.name.as_str()).collect();
    for coalition in NINE {
        for row in governance(coalition) {
            let texts = [row.words.nl.as_str(), row.words.en.as_str()];
            assert!(!people.iter().any(|name| texts.iter().any(|text| text.contains(name))), "{coalition}: {texts:?}");
        }
    }
}
