//! How a comparison is asked.

use super::*;

fn faults(asked: &ComparisonAsked) -> Vec<(ComparisonField, String)> {
    let error = Office::new(&REGISTER, TODAY).comparison(asked, &KeptProfiles::new(1)).expect_err("it is refused");
    let ComparisonError::Faults(faults) = error else { panic!("{error}") };
    faults.into_iter().map(|fault| (fault.field, fault.words.nl)).collect()
}

#[test]
fn coalitions_are_found_by_slug_name_and_other_name_and_all_are_asked_by_naming_none() {
    let answer = advised(&["Delft", "alkmaar", "ZEIST"]);
    assert_eq!(answer.coalitions.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["delft", "alkmaar", "zeist"]);
    let all = advised(&[]);
    let mut names: Vec<String> = all.coalitions.iter().map(|it| it.name.to_string().to_lowercase()).collect();
    assert_eq!(names.len(), NINE.len());
    let shown = names.clone();
    names.sort();
    assert_eq!(shown, names, "by name");
}

#[test]
fn every_coalition_that_is_not_there_is_told_at_once_with_names_like_it() {
    let found = faults(&asked(&["leidn", "delft", "Zeitst", "delft"]));
    let fields: Vec<ComparisonField> = found.iter().map(|(field, _)| *field).collect();
    assert_eq!(fields, [0, 2, 3].map(ComparisonField::Coalition));
    assert!(found[0].1.contains("\"leidn\"") && found[0].1.contains("bedoelt u leiden"), "{}", found[0].1);
    assert!(found[1].1.contains("bedoelt u zeist"), "{}", found[1].1);
    assert!(found[2].1.contains("één keer"), "{}", found[2].1);
}

#[test]
fn how_many_may_be_compared_is_a_limit_and_a_measure_must_be_there() {
    let few = ComparisonAsked { coalitions_max: 2, funnel: Some("score".to_owned()), ..asked(&["delft", "leiden", "zeist"]) };
    let found = faults(&few);
    assert_eq!(found.iter().map(|(field, _)| *field).collect::<Vec<_>>(), [ComparisonField::Coalitions, ComparisonField::Funnel]);
    assert!(found[0].1.contains("hooguit 2") && found[1].1.contains("crossDensity"), "{found:?}");
}

#[test]
fn what_is_kept_is_not_made_again_and_an_edit_makes_only_its_own_anew() {
    let mut register = REGISTER.clone();
    let kept = KeptProfiles::new(16);
    let reading = Reading::default();
    let [delft, leiden] = ["delft", "leiden"].map(|id| CoalitionId::new(id).expect("a slug"));
    let of = |register: &Register, id: &CoalitionId| kept.get(&Office::new(register, TODAY), id, &reading).expect("it is there");
    let before = [of(&register, &delft), of(&register, &leiden)];
    assert!(std::sync::Arc::ptr_eq(&before[0], &of(&register, &delft)));
    let renamed = Coalition { phase: Phase::Running, ..register.coalition(&delft).expect("Delft").clone() };
    register.apply(&Change::put(Entity::Coalition(renamed))).expect("it applies");
    let after = [of(&register, &delft), of(&register, &leiden)];
    assert_eq!((before[0].profile.phase, after[0].profile.phase), (Phase::Start, Phase::Running));
    assert!(std::sync::Arc::ptr_eq(&before[1], &after[1]), "Leiden was not touched");
    assert_eq!(kept.len(), 2, "the older profile of Delft is gone");
}

#[test]
fn no_more_profiles_are_kept_than_the_limit_and_the_oldest_goes_first() {
    let kept = KeptProfiles::new(2);
    let office = Office::new(&REGISTER, TODAY);
    let get = |id: &str| kept.get(&office, &CoalitionId::new(id).expect("a slug"), &Reading::default()).expect(id);
    let delft = get("delft");
    get("leiden");
    get("delft");
    get("zeist");
    assert_eq!(kept.len(), 2);
    assert!(std::sync::Arc::ptr_eq(&delft, &get("delft")), "Leiden was looked at longest ago");
}
