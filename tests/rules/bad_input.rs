//! Input that makes no sense, or next to none: each has an answer.

use super::*;
use kortelijnen::analysis::carriers::{carrier_input, carriers};
use kortelijnen::analysis::measures::Reason;
use kortelijnen::desk::DeskError;
use kortelijnen::network::{LinkStatus, PairState, SidesError};

const MIDWIFE: &str = "verloskundigenpraktijk1";
const DEBTS: &str = "schuldhulpverlening1";
const ROW: &str = "verloskundigenpraktijk-schuldhulpverlening";

/// Everything that is asked of a coalition has an answer, and every sentence in it is one.
#[track_caller]
fn answers(made: &Made, day: Date) {
    let office = made.office();
    let gaps = office.gaps("proef", Some(day)).expect("gaps");
    for row in &gaps.gaps {
        for text in [&row.text.nl, &row.text.en] {
            assert!(text.ends_with(['.', '?']) && !text.contains("  ") && !text.contains(" ,"), "{text}");
        }
    }
    let structure = office.structure("proef", Some(day)).expect("structure");
    for (name, measure) in &structure.measures {
        assert!(measure.value.is_some() != measure.reason.is_some(), "{name}: a number or a reason");
        assert!([measure.value, measure.low, measure.high].iter().flatten().all(|it| it.is_finite()), "{name}");
    }
    office.overview("proef", Some(day)).expect("overview");
    office.map("proef", Language::Nl, Some(day)).expect("map");
}

#[test]
fn coalitions_of_nobody_one_and_two_have_answers() {
    for partners in [vec![], vec![MIDWIFE], vec![MIDWIFE, DEBTS], vec!["gemeente1"], vec!["gemeente1", "zorgverzekeraar1"]] {
        let made = Made::with(&partners);
        answers(&made, DAY);
        let structure = made.office().structure("proef", Some(DAY)).expect("structure");
        for name in ["carriers", "personDependence"] {
            assert_eq!(structure.measures[name].reason, Some(Reason::NoPersons), "{name} of {partners:?}");
        }
        assert_eq!(structure.measures["confirmedShare"].reason, Some(Reason::NoAnsweredPairs));
        assert_eq!(structure.measures["reciprocity"].reason, Some(Reason::NoLines));
    }
}

#[test]
fn nobody_in_a_coalition_is_one_question_and_no_finding() {
    let kinds: Vec<GapKind> = Made::with(&[]).gaps().into_iter().map(|gap| gap.kind).collect();
    assert!(kinds.iter().all(|kind| matches!(kind, GapKind::UnknownPartner | GapKind::UncoveredNeed)), "{kinds:?}");
}

#[test]
fn a_side_without_anybody_carries_nothing_and_loses_nothing() {
    let mut made = Made::with(&[MIDWIFE, "huisarts1"]);
    made.confirmed(MIDWIFE, "huisarts1");
    let network = made.read(Rule::Any, "education:informal");
    assert!(network.members.iter().all(|member| member.side.is_none()));
    assert_eq!(carriers(&carrier_input(&network, |_| true)), None);
    let kinds: Vec<GapKind> = find(&network).into_iter().map(|gap| gap.kind).collect();
    assert!(!kinds.contains(&GapKind::FewCarriers) && !kinds.contains(&GapKind::UncoveredTheme), "{kinds:?}");
    answers(&made, DAY);
}

#[test]
fn sides_that_are_empty_or_overlap_are_refused_with_what_to_write() {
    let fault = |text: &str| Sides::parse(text, &CATALOGUE).expect_err("no two sides").sentence(Language::Nl);
    assert_eq!(Sides::parse("medical:", &CATALOGUE), Err(SidesError::Empty("second")));
    assert_eq!(fault("medical:"), "De tweede kant is leeg; noem er minstens één domein of soort partner.");
    assert_eq!(fault("medical:huisarts"), "huisarts staat aan beide kanten; de kanten mogen niets gemeen hebben.");
    assert!(fault("medical").starts_with("Schrijf twee kanten"));
    assert!(fault(&format!("medical:{}", "x y ".repeat(10_000))).chars().count() < 250, "what is long is not told again in full");
}

#[test]
fn a_date_before_everything_is_an_empty_coalition() {
    let mut made = Made::with(&[MIDWIFE, DEBTS]);
    made.claim(pair(MIDWIFE, DEBTS), Stance::Asserted, "works-with", Some(org(MIDWIFE)), Some("2020"));
    let long_ago = time::macros::date!(1900 - 01 - 01);
    answers(&made, long_ago);
    let network = freeze(&made.register, &coalition(), long_ago, &View::of(DAY)).expect("the coalition is there");
    assert!(network.links.is_empty() && network.claims.is_empty() && network.people.links.is_empty());
    assert_eq!(cell(&network, ROW), Some(GapKind::UnknownLine), "nobody had been asked by then");
}

#[test]
fn an_unknown_coalition_gets_the_list_of_those_there_are() {
    let error = Made::with(&[]).office().gaps("nergens", None).expect_err("there is no such coalition");
    assert!(matches!(&error, DeskError::UnknownCoalition { known, .. } if known == "proef"), "{error}");
}

#[test]
fn a_network_in_two_parts_has_no_path_and_no_number_that_is_none() {
    let mut made = Made::with(&[MIDWIFE, "kraamzorg1", DEBTS, "wijkteam1"]);
    made.confirmed(MIDWIFE, "kraamzorg1").confirmed(DEBTS, "wijkteam1");
    answers(&made, DAY);
    assert_eq!(made.cell(ROW), Some(GapKind::UnknownLine));
    let structure = made.office().structure("proef", Some(DAY)).expect("structure");
    assert_eq!(structure.measures["carriers"].value, Some(0.0), "no known line");
    assert_eq!(structure.components.len(), 2);
    assert!(made.of_kind(GapKind::FewCarriers).is_empty());
}

#[test]
fn a_person_without_a_position_stands_on_no_side_and_breaks_nothing() {
    let mut made = Made::with(&[MIDWIFE, DEBTS]);
    let id = PersonId::from_key("Gijs");
    made.put(Entity::Person(Person {
        id,
        name: Name::new("Gijs").expect("a name"),
        visibility: Visibility::default(),
        purpose: None,
        expires: None,
        provenance: Provenance::default(),
    }));
    made.put(Entity::Membership(Membership {
        id: MembershipId::from_key("Gijs"),
        coalition: coalition(),
        party: Party::Person(id),
        status: MembershipStatus::Participating,
        roles: vec![],
        period: Period::default(),
        provenance: Provenance::default(),
    }));
    let knows = Scope::Pair(Pair::new(Party::Person(id), org(MIDWIFE)).expect("two"));
    made.claim(knows, Stance::Asserted, "knows", Some(Party::Person(id)), None);
    let network = made.network();
    let input = carrier_input(&network, |_| true);
    assert_eq!(input.sides[0], [false, false]);
    assert!(network.links.is_empty(), "no line of an organisation");
    answers(&made, DAY);
}

#[test]
fn a_loose_person_stands_on_the_side_of_the_profession() {
    let mut made = Made::with(&[DEBTS]);
    made.person("Hans", DEBTS, vec![], Period::default());
    let id = PersonId::from_key("Hans");
    made.put(Entity::Position(Position {
        id: PositionId::from_key(&format!("Hans@{DEBTS}")),
        person: id,
        organisation: None,
        title: None,
        profession: Some(KindCode::new("huisarts").expect("a kind")),
        period: Period::default(),
        provenance: Provenance::default(),
    }));
    assert_eq!(carrier_input(&made.network(), |_| true).sides, [[true, false]]);
}

#[test]
fn the_same_claim_twice_is_one_voice() {
    let mut made = Made::with(&[MIDWIFE, DEBTS]);
    made.line(MIDWIFE, DEBTS).line(MIDWIFE, DEBTS).line(MIDWIFE, DEBTS);
    let network = made.network();
    assert_eq!((network.links.len(), network.links[0].status), (1, LinkStatus::OneSided));
    let found = made.of_kind(GapKind::Unconfirmed);
    assert_eq!(found.len(), 1);
    answers(&made, DAY);
}

#[test]
fn who_says_yes_and_no_contradicts_itself_and_is_asked() {
    let mut made = Made::with(&[MIDWIFE, DEBTS]);
    made.line(MIDWIFE, DEBTS).claim(pair(MIDWIFE, DEBTS), Stance::Denied, "works-with", Some(org(MIDWIFE)), None);
    assert_eq!(made.network().links[0].status, LinkStatus::Contested);
    assert_eq!(made.of_kind(GapKind::Contested).len(), 1);
    assert_eq!(made.cell(ROW), None);
    answers(&made, DAY);
}

#[test]
fn what_both_say_and_one_denies_too_is_no_confirmed_line_for_any_number() {
    let mut made = Made::with(&[MIDWIFE, DEBTS]);
    made.confirmed(MIDWIFE, DEBTS).claim(pair(MIDWIFE, DEBTS), Stance::Denied, "works-with", Some(org(MIDWIFE)), None);
    let network = made.read(Rule::Confirmed, "default");
    assert_eq!(network.links[0].status, LinkStatus::Contested);
    assert!(!network.holds(&network.links[0]));
    assert_eq!(network.state(0, 1, Rule::Confirmed), PairState::Unknown);
    assert_eq!(network.state(0, 1, Rule::Any), PairState::Present, "somebody says so");
}
