//! The other coalitions, each by what makes it different.

use super::*;
use kortelijnen::model::{Audience, MembershipStatus, Party};

#[test]
fn all_nine_are_there_with_a_finding_in_two_languages() {
    let rows = office().coalitions();
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["aalsmeer", "almelo", "almere", "delft", "hoogeveen", "leiden", "alkmaar", "zaanstad", "zeist"], "by name");
    assert!(rows.iter().all(|row| !row.finding.nl.is_empty() && !row.finding.en.is_empty()));
}

#[test]
fn zeist_wants_the_housing_corporation_in() {
    let partners = office().partners("zeist", None).expect("Zeist is there").partners;
    let wanted: Vec<_> = partners.iter().filter(|row| row.status == Some(MembershipStatus::Wanted)).collect();
    let [row] = wanted.as_slice() else { panic!("one is wanted, found {}", wanted.len()) };
    assert_eq!(row.kinds[0].code.as_str(), "woningcorporatie");
    let gaps = gaps("zeist");
    let missing = of_kind(&gaps, "missing_partner");
    assert_eq!(missing.len(), 1);
    assert_eq!(kinds(missing[0]), ["woningcorporatie"]);
}

#[test]
fn who_wants_a_partner_is_named_and_the_want_has_its_year() {
    let gaps = gaps("zeist");
    let wanted = of_kind(&gaps, "missing_partner")[0];
    assert_eq!(wanted.text.nl, "Een woningbouwcorporatie was in 2019 gewenst en deed nog niet mee.");
    let row = wanted.evidence.iter().find(|row| row.sort == "membership").expect("its participation is the evidence");
    assert!(
        row.speaker.as_ref().is_some_and(|speaker| speaker.nl.starts_with("Heleen Kool (verloskundige")),
        "{:?}",
        row.speaker
    );
    // In the year itself the same is told as present.
    let then = Office::new(&REGISTER, time::macros::date!(2019 - 12 - 01));
    let then = then.gaps("zeist", None).expect("Zeist is there");
    let wanted = of_kind(&then, "missing_partner")[0];
    assert_eq!(wanted.text.en, "A housing corporation is wanted and does not take part yet.");
}

#[test]
fn what_is_said_of_a_group_is_not_said_of_a_pair_in_it() {
    let why = office().why("zaanstad", "Heilema", "wijkteam", None).expect("both are there");
    assert!(why.text.nl.contains("hele groep") && !why.text.nl.contains("lastig"), "{}", why.text.nl);
    let group = why.evidence.iter().find(|row| row.text.nl.contains("Kraamzus")).expect("the group is the evidence");
    assert!(group.text.nl.contains("kon in 2019 beter"), "{}", group.text.nl);
}

#[test]
fn hoogeveens_programme_is_seen_and_nobody_of_it_was_approached() {
    let counts = office().overview("hoogeveen", None).expect("Hoogeveen is there").counts;
    assert_eq!((counts.participating, counts.approached, counts.seen), (1, 0, 9));
    let why = office().why("hoogeveen", "Verloskundigen (tweede lijn)", "MEE Drenthe", None).expect("both are there");
    assert!(why.text.nl.starts_with("Verloskundigen (tweede lijn) en MEE Drenthe"), "the words of the text: {}", why.text.nl);
}

#[test]
fn silence_beside_wider_claims_is_about_this_pair_alone() {
    let gaps = gaps("alkmaar");
    let silent = of_kind(&gaps, "unknown_line").into_iter().filter(|gap| gap.evidence.iter().any(|row| row.sort == "claim"));
    let mut seen = 0;
    for row in silent.flat_map(|gap| &gap.evidence).filter(|row| row.sort == "silence") {
        assert_eq!(row.text.nl, "Over dit paar zegt geen bron iets.");
        seen += 1;
    }
    assert!(seen > 0);
}

#[test]
fn aalsmeer_and_zaanstad_share_one_kraamvogel_and_not_its_people() {
    let of = |coalition: &str| {
        let partners = office().partners(coalition, None).expect("it is there").partners;
        partners.into_iter().find(|row| row.name.as_str() == "de Kraamvogel").expect("de Kraamvogel takes part")
    };
    let (aalsmeer, zaanstad) = (of("aalsmeer"), of("zaanstad"));
    assert_eq!(aalsmeer.id, zaanstad.id);
    assert_eq!((aalsmeer.people.len(), zaanstad.people.len()), (0, 1));
}

#[test]
fn only_aalsmeer_has_a_closed_list_of_partners_so_only_there_is_an_expected_partner_missing() {
    for row in office().coalitions() {
        let closed = office().partners(row.id.as_str(), None).expect("it is there").closed;
        assert_eq!(closed, row.id.as_str() == "aalsmeer", "{}", row.id);
    }
    let gaps = gaps("aalsmeer");
    assert!(of_kind(&gaps, "unknown_partner").is_empty());
    assert!(of_kind(&gaps, "missing_partner").iter().any(|gap| kinds(gap) == ["schuldhulpverlening"]));
}

#[test]
fn zaanstads_attention_officers_are_a_wish() {
    let gaps = gaps("zaanstad");
    let found = of_kind(&gaps, "no_contact_point");
    assert!(found.iter().any(|gap| kinds(gap) == ["wijkteam"] && gap.text.nl.contains("idee")));
    let links = office().links("zaanstad", None).expect("Zaanstad is there");
    assert!(links.iter().filter(|link| link.across).all(|link| !link.status.present()), "a wish is no line");
}

#[test]
fn almelos_numbers_are_for_parents_and_its_group_is_no_set_of_pairs() {
    let partners = office().partners("almelo", None).expect("Almelo is there").partners;
    let points: Vec<_> = partners.iter().flat_map(|row| &row.contact_points).collect();
    assert!(!points.is_empty() && points.iter().all(|point| point.audience == Audience::Parents));
    let links = office().links("almelo", None).expect("Almelo is there");
    assert!(links.iter().all(|link| !link.across));
    let gaps = gaps("almelo");
    assert!(of_kind(&gaps, "missing_line").is_empty(), "who works together in a group is not said to lack a line");
}

#[test]
fn persons_stand_with_the_role_and_organisation_of_the_source() {
    let partners = office().partners("hoogeveen", None).expect("Hoogeveen is there");
    let loose: Vec<&str> = partners.people.iter().map(|person| person.name.as_str()).collect();
    assert!(loose.contains(&"Greet Anholts"), "a general practitioner without a named practice");
    let named = |name: &str| REGISTER.persons().any(|person| person.name.as_str() == name);
    for absent in ["Hans Guldemond", "Elbert Huijts"] {
        assert!(!named(absent), "{absent} is no party");
    }
}

#[test]
fn two_texts_that_repeat_a_third_are_no_second_voice() {
    // Zaanstad and Almere were reprinted; each claim of theirs has the one source.
    for coalition in ["zaanstad", "almere"] {
        let sources: std::collections::BTreeSet<_> = REGISTER
            .claims()
            .filter(|claim| claim.coalition.as_str() == coalition)
            .filter_map(|claim| claim.provenance.source)
            .collect();
        assert!(sources.len() <= 1, "{coalition}");
    }
}

#[test]
fn every_organisation_of_which_only_the_kind_is_known_belongs_to_one_coalition() {
    for organisation in REGISTER.organisations().filter(|it| it.placeholder) {
        let coalitions: std::collections::BTreeSet<_> = REGISTER
            .memberships()
            .filter(|it| it.party == Party::Organisation(organisation.id))
            .map(|it| it.coalition.clone())
            .collect();
        assert!(coalitions.len() <= 1, "{}", organisation.name);
    }
}

#[test]
fn lines_that_one_end_names_are_questions_and_nothing_else_is_read_into_the_texts() {
    for row in office().coalitions() {
        let gaps = gaps(row.id.as_str());
        let expected = match row.id.as_str() {
            "leiden" => 1,
            // Midwives and youth health care, and the practice's own word about the CJG.
            "zeist" => 2,
            // The health service's lines with midwives, maternity care and gynaecologists.
            "alkmaar" => 3,
            _ => 0,
        };
        assert_eq!(of_kind(&gaps, "unconfirmed").len(), expected, "{}", row.id);
        for absent in ["contested", "stale", "few_carriers", "uncovered_theme"] {
            assert!(of_kind(&gaps, absent).is_empty(), "{absent} in {}", row.id);
        }
        assert!(of_kind(&gaps, "uncovered_need").len() <= 1, "all needs in one row: {}", row.id);
    }
    let zeist = gaps("zeist");
    let cjg = of_kind(&zeist, "unconfirmed").into_iter().find(|gap| gap.text.nl.contains("CJG")).expect("the line with the CJG");
    assert!(cjg.text.nl.ends_with("Alleen één kant noemde haar in 2019: Verloskundige Praktijk Zeist."), "{}", cjg.text.nl);
    let jgz =
        of_kind(&zeist, "unconfirmed").into_iter().find(|gap| gap.text.nl.contains("jeugdgezondheidszorg")).expect("a core row");
    assert!(jgz.text.nl.ends_with("Geen van beide kanten noemde haar in 2019 zelf."), "{}", jgz.text.nl);
}
