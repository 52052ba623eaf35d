//! Who asks decides what is counted: roles and counts for who is no member, no person for anybody.

use super::*;
use kortelijnen::analysis::gaps::GapKind;

const VIEWERS: [&str; 5] = ["administrator", "visitor", "adviser", "professional:leiden", "facilitator:delft"];

#[test]
fn no_person_is_named_to_anybody() {
    let names: Vec<String> = REGISTER.persons().map(|it| it.name.to_string()).collect();
    assert!(names.len() > 10, "the register holds people");
    for viewer in VIEWERS {
        let answer = seen_by(viewer, &asked(&NINE));
        let text = serde_json::to_string(&answer).expect("an answer");
        for name in &names {
            assert!(!text.contains(name.as_str()) || is_in_a_source(&answer, name), "{name} is told to {viewer}");
        }
    }
}

/// A place in a source may be called after who speaks there; who may not see them is not told it.
fn is_in_a_source(answer: &Comparison, name: &str) -> bool {
    let mut bare = answer.clone();
    bare.profile.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| cell.source = None);
    !serde_json::to_string(&bare).expect("an answer").contains(name)
}

#[test]
fn an_adviser_is_told_no_person_even_in_the_place_of_a_source() {
    for viewer in ["visitor", "adviser"] {
        let text = serde_json::to_string(&seen_by(viewer, &asked(&NINE))).expect("an answer");
        for person in REGISTER.persons() {
            assert!(!text.contains(person.name.as_str()), "{} is told to {viewer}", person.name);
        }
    }
}

#[test]
fn what_contradicts_itself_is_for_its_own() {
    for (viewer, withheld) in [
        ("adviser", [true, true]),
        ("visitor", [true, true]),
        ("administrator", [false, false]),
        ("professional:leiden", [true, false]),
        ("facilitator:delft", [false, true]),
    ] {
        let answer = seen_by(viewer, &asked(&["delft", "leiden"]));
        let row = answer.gaps.iter().find(|row| row.kind == GapKind::Contested).expect("a row");
        assert_eq!(row.cells.iter().map(|cell| cell.withheld).collect::<Vec<_>>(), withheld, "{viewer}");
    }
}

#[test]
fn who_leads_is_told_by_organisation_also_to_who_sees_no_person() {
    for viewer in VIEWERS {
        let answer = seen_by(viewer, &asked(&["zaanstad"]));
        assert_eq!(feature(&answer, "zaanstad", "project_lead").words.nl, "Gemeente Zaanstad", "{viewer}");
    }
}

#[test]
fn a_profile_made_for_one_viewer_is_not_shown_to_another() {
    let kept = KeptProfiles::new(16);
    let ask = |viewer: &str| {
        let viewer: Viewer = viewer.parse().expect("a viewer");
        let office = Office::new(&REGISTER, TODAY).seen_by(&viewer);
        office.comparison(&asked(&["delft", "leiden"]), &kept).expect("they are there")
    };
    let first = ask("administrator");
    assert_ne!(ask("adviser"), first);
    assert_eq!(ask("adviser"), seen_by("adviser", &asked(&["delft", "leiden"])));
    assert_eq!(ask("administrator"), first);
}
