//! Leiden: midwives and debt relief are hard to find for each other; one line runs between the sides.

use super::*;
use kortelijnen::analysis::gaps::{Certainty, Importance, Pile};
use kortelijnen::network::{LinkStatus, PairState};

#[test]
fn the_line_between_midwives_and_debt_relief_is_hard_to_find_not_absent() {
    let gaps = gaps("leiden");
    let missing = of_kind(&gaps, "missing_line");
    let [gap] = missing.as_slice() else { panic!("one missing line, found {}", missing.len()) };
    assert_eq!(kinds(gap), ["schuldhulpverlening", "verloskundigenpraktijk"]);
    assert_eq!((gap.importance, gap.certainty, gap.pile), (Importance::A, Certainty::One, Pile::Do));
    assert!(gap.text.nl.contains("vonden elkaar in 2019 lastig"), "{}", gap.text.nl);
    let told = gap.evidence.iter().find(|row| row.sort == "claim").expect("a claim is the evidence");
    assert!(told.speaker.as_ref().is_some_and(|speaker| speaker.nl.contains("Linda Rentes")));
    assert!(
        gap.evidence.iter().any(|row| row.sort == "norm" && !row.norm_sources.is_empty()),
        "the row of the norm, with its source"
    );
}

#[test]
fn one_real_line_runs_between_the_sides_and_one_side_says_so() {
    let links = office().links("leiden", None).expect("Leiden is there");
    let across: Vec<_> = links.iter().filter(|link| link.across && link.status.present()).collect();
    let [line] = across.as_slice() else { panic!("one line, found {}", across.len()) };
    let mut kinds = [line.a.kind.as_deref(), line.b.kind.as_deref()];
    kinds.sort_unstable();
    assert_eq!(kinds, [Some("maatschappelijk-werk"), Some("vsv")]);
    assert_eq!(line.status, LinkStatus::OneSided);
    assert!(line.kinds.iter().any(|kind| kind.nl == "overlegt met"));
}

#[test]
fn why_names_what_is_known_of_a_pair_and_takes_names_and_kinds() {
    let why = office().why("Leiden", "de poort", "schuldhulpverlening", None).expect("both are there");
    assert_eq!(why.state, PairState::Unknown, "hard to find is neither a line nor its absence");
    assert!(why.text.nl.contains("lastig"), "{}", why.text.nl);
    assert!(why.evidence.iter().any(|row| row.sort == "norm"));
}

#[test]
fn a_name_that_fits_nobody_or_two_gets_a_sentence_that_lists_who_there_is() {
    let error = office().why("leiden", "De Poort", "Avedan", None).expect_err("Avedan is not in Leiden");
    assert!(error.to_string().contains("Verloskundig centrum De Poort"), "{error}");
    let error = office().why("leiden", "verloskundigenpraktijk", "vsv", None).expect_err("two organisations are of that kind");
    assert!(error.to_string().contains("Coöperatie"), "{error}");
    let error = office().why("leiden", "vsv", "vsv", None).expect_err("one party is no pair");
    assert!(error.to_string().contains("two different"), "{error}");
}

#[test]
fn it_is_shown_as_of_its_source_until_somebody_edits_it() {
    let overview = office().overview("leiden", None).expect("Leiden is there");
    assert_eq!((overview.as_of.as_str(), overview.as_of_words.nl.as_str()), ("2019-11-30", "november 2019"));
    assert!(overview.warnings.iter().any(|warning| warning.nl.contains("Sindsdien")));
    assert_eq!(overview.pairs.possible, overview.pairs.present + overview.pairs.absent + overview.pairs.unknown);
    assert_eq!((overview.pairs.present, overview.pairs.absent), (1, 2));
}

#[test]
fn the_map_of_leiden_numbers_the_missing_line_and_asks_about_the_others() {
    let map = office().map("leiden", kortelijnen::model::Language::Nl, None).expect("Leiden is there");
    assert_eq!(map.between, 1);
    let numbered: Vec<_> = map.gaps.iter().filter(|gap| gap.number.is_some()).collect();
    assert_eq!(numbered.len(), 1);
    assert_eq!(numbered[0].text, "Verloskundigenpraktijk – Schuldhulpverlening");
    assert_eq!((numbered[0].a.len(), numbered[0].b.len()), (2, 1), "two practices hang on one bracket");
    assert!(map.gaps.iter().any(|gap| gap.number.is_none()));
}
