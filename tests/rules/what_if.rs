//! What if: departures over the same remaining pairs, gaps by their id, and suppositions that cannot be.

use super::worked::{plain, worked};
use super::*;
use kortelijnen::desk::{Office, SupposeFault, WhatIf, WhatIfError};
use kortelijnen::model::Language;
use kortelijnen::network::Supposed;

/// Suppositions at a time.
const MAX: usize = 5;

fn id(key: &str) -> OrganisationId {
    OrganisationId::from_key(key)
}

fn ask(made: &Made, changes: &[Supposed]) -> Result<WhatIf, WhatIfError> {
    Office::new(&made.register, DAY).what_if("proef", changes, MAX, None)
}

fn faults(made: &Made, changes: &[Supposed]) -> Vec<(usize, SupposeFault)> {
    match ask(made, changes) {
        Err(WhatIfError::Faults(faults)) => faults,
        other => panic!("{other:?}"),
    }
}

fn difference(told: &WhatIf, name: &str) -> f64 {
    told.measures.iter().find(|row| row.name == name).and_then(|row| row.difference).expect(name)
}

#[test]
fn a_departure_is_measured_over_the_pairs_that_remain() {
    let made = plain();
    // Cross efficiency and global efficiency, with NetworkX over the remaining pairs before and after.
    for (key, across, overall) in [
        ("HA", 0.0, 0.0),
        ("SCH", 0.0, 0.0),
        ("GEM", 0.0, -0.007_407),
        ("VK1", -0.027_083, -0.018_148),
        ("ZKH", -0.056_25, -0.062_593),
        ("JGZ", -0.328_333, -0.188_519),
    ] {
        let told = ask(&made, &[Supposed::PartnerStops { organisation: id(key) }]).expect("a scenario");
        assert!((difference(&told, "crossEfficiency") - across).abs() < 1e-6, "{key}: {}", difference(&told, "crossEfficiency"));
        assert!(
            (difference(&told, "globalEfficiency") - overall).abs() < 1e-6,
            "{key}: {}",
            difference(&told, "globalEfficiency")
        );
        assert!((difference(&told, "distanceFragmentation") + overall).abs() < 1e-6, "{key}");
        let same: Vec<&str> = told.measures.iter().filter(|row| row.same_pairs).map(|row| row.name.as_str()).collect();
        assert!(same.contains(&"crossEfficiency") && !same.contains(&"density"));
        assert_eq!(difference(&told, "members"), -1.0);
    }
    let told = ask(&made, &[Supposed::PartnerStops { organisation: id("JGZ") }]).expect("a scenario");
    // Without JGZ 25 of the 45 pairs lose each other; now everybody reaches everybody.
    assert!((difference(&told, "fragmentation") - 25.0 / 45.0).abs() < 1e-9);
    assert!(told.text.iter().any(|text| text.nl == "Het netwerk valt uiteen in 2 delen; nu zijn het er 1."), "{:?}", told.text);
}

#[test]
fn introductions_raise_cross_efficiency_as_another_program_says() {
    let made = worked();
    let told = ask(&made, &[Supposed::Introduced { a: id("VK2"), b: id("WIJ") }]).expect("a scenario");
    let row = told.measures.iter().find(|row| row.name == "crossEfficiency").expect("there");
    // The municipality is governance here: 0.31 before, 0.422222 after, with NetworkX without its lines.
    assert!((row.before.value.expect("two sides") - 0.31).abs() < 1e-9);
    assert!((row.after.value.expect("two sides") - 0.422_222).abs() < 1e-6);
    assert!(!row.same_pairs);
    assert_eq!((told.pairs.before.present, told.pairs.after.present), (0, 1));
    assert_eq!(difference(&told, "links"), 1.0);
    assert!(told.gaps.new.is_empty());
}

#[test]
fn an_empty_scenario_changes_nothing() {
    let told = ask(&worked(), &[]).expect("a scenario");
    assert!(told.gaps.solved.is_empty() && told.gaps.new.is_empty() && told.gaps.changed.is_empty());
    assert!(told.gaps.same > 0);
    assert!(told.measures.iter().all(|row| row.before == row.after && row.difference.is_none_or(|it| it == 0.0)));
    assert_eq!(told.pairs.before, told.pairs.after);
}

#[test]
fn a_gap_that_is_closed_is_solved_and_one_that_opens_is_new() {
    let mut made = Made::with(&["verloskundigenpraktijk1", "schuldhulpverlening1", "wijkteam1"]);
    made.line("wijkteam1", "schuldhulpverlening1");
    made.coverage(CoverageScope::Lines, None, None);
    let row = |gap: &kortelijnen::desk::GapRow| gap.text.nl.clone();
    let met = Supposed::Introduced { a: id("verloskundigenpraktijk1"), b: id("wijkteam1") };
    let told = ask(&made, &[met]).expect("a scenario");
    // Both lines of the practice are there then, one of its own and one in two steps over the team; and it is not alone any more.
    assert_eq!(told.gaps.solved.len(), 3, "{:?}", told.gaps.solved.iter().map(row).collect::<Vec<_>>());
    let stops = Supposed::PartnerStops { organisation: id("schuldhulpverlening1") };
    let told = ask(&made, &[stops]).expect("a scenario");
    assert!(!told.gaps.solved.is_empty(), "a line to nobody is no gap");
    assert!(!told.gaps.new.is_empty(), "a partner that is expected is not named any more");
    let every = told.gaps.solved.len() + told.gaps.changed.len() + told.gaps.same;
    assert_eq!(every, made.gaps().len());
}

#[test]
fn what_cannot_be_is_told_all_at_once_with_its_place() {
    let mut made = worked();
    made.person("Anna", "VK1", vec![], Period::default());
    let stranger = PersonId::from_key("nobody");
    let found = faults(
        &made,
        &[
            Supposed::PersonLeaves { person: stranger },
            Supposed::Introduced { a: id("VK1"), b: id("VK1") },
            Supposed::Introduced { a: id("WIJ"), b: id("SCH") },
            Supposed::ProjectLeadLeaves,
            Supposed::Introduced { a: id("nowhere"), b: id("VK1") },
        ],
    );
    let pointers: Vec<String> = found.iter().map(|(place, fault)| fault.pointer(*place)).collect();
    assert_eq!(pointers, ["/0/person", "/1/b", "/2", "/3", "/4/a"]);
    assert!(found[3].1.words().nl.starts_with("Van deze coalitie is niet bekend wie het project leidt"));
    assert!(found[2].1.words().in_language(Language::En).contains("have a line already"));
    assert!(found.iter().all(|(_, fault)| !fault.words().nl.is_empty() && fault.words().nl != fault.words().en));
}

#[test]
fn the_same_twice_and_whom_stops_meeting_somebody_are_refused() {
    let made = worked();
    let meet = |a, b| Supposed::Introduced { a: id(a), b: id(b) };
    assert_eq!(faults(&made, &[meet("VK2", "WIJ"), meet("WIJ", "VK2")]), [(1, SupposeFault::Twice)]);
    let stops = Supposed::PartnerStops { organisation: id("WIJ") };
    assert_eq!(faults(&made, &[meet("VK2", "WIJ"), stops]), [(0, SupposeFault::Stops("WIJ".to_owned()))]);
    let many = vec![Supposed::ProjectLeadLeaves; MAX + 1];
    assert_eq!(ask(&made, &many), Err(WhatIfError::TooMany(MAX)));
}

#[test]
fn a_hidden_person_is_as_unknown_as_nobody() {
    let mut made = worked();
    made.person("Anna", "VK1", vec![CoalitionRole::ProjectLead], Period::default());
    let leaves = Supposed::PersonLeaves { person: PersonId::from_key("Anna") };
    assert!(ask(&made, &[leaves, Supposed::ProjectLeadLeaves]).is_ok());
    made.put(Entity::Person(Person {
        id: PersonId::from_key("Anna"),
        name: Name::new("Anna").expect("a name"),
        visibility: Visibility::Hidden,
        purpose: None,
        expires: None,
        provenance: Provenance::default(),
    }));
    let found = faults(&made, &[leaves, Supposed::ProjectLeadLeaves]);
    let told: Vec<SupposeFault> = found.into_iter().map(|(_, fault)| fault).collect();
    assert_eq!(told, [SupposeFault::UnknownPerson(PersonId::from_key("Anna")), SupposeFault::NoLead]);
    assert!(told.iter().all(|fault| !fault.words().nl.contains("Anna")));
}

#[test]
fn who_leaves_changes_the_number_of_people_who_carry_the_lines() {
    let mut made = Made::with(&["verloskundigenpraktijk1", "wijkteam1"]);
    made.person("Anna", "verloskundigenpraktijk1", vec![], Period::default());
    made.person("Bram", "wijkteam1", vec![], Period::default());
    let [anna, bram] = ["Anna", "Bram"].map(|name| Party::Person(PersonId::from_key(name)));
    made.claim(Scope::Pair(Pair::new(anna, bram).expect("two parties")), Stance::Asserted, "knows", Some(anna), None);
    let told = ask(&made, &[Supposed::PersonLeaves { person: PersonId::from_key("Anna") }]).expect("a scenario");
    let row = told.measures.iter().find(|row| row.name == "carriers").expect("there");
    assert_eq!(row.before.value, Some(1.0), "one pair of people");
    assert!(row.after.value.is_none() && row.after.reason.is_some() && row.difference.is_none(), "nobody is left on one side");
    assert!(told.measures.iter().all(|row| row.label.nl != row.name), "every measure has a name in words");
}

#[test]
fn with_no_kind_of_line_in_practice_nobody_can_meet() {
    let mut catalogue = (**CATALOGUE).clone();
    catalogue.links.retain(|kind| kind.level == Level::Governance);
    let made = Made::read_with(Arc::new(catalogue), &["verloskundigenpraktijk1", "wijkteam1"]);
    let found = faults(&made, &[Supposed::Introduced { a: id("verloskundigenpraktijk1"), b: id("wijkteam1") }]);
    assert_eq!(found, [(0, SupposeFault::NoKindOfLine)]);
}
