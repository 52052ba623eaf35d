//! The ladder for one row of the norm: midwives and debt relief (core; bridges: neighbourhood team, youth health care, junction).

use super::*;
use kortelijnen::analysis::gaps::{Certainty, Evidence, Importance};

const MIDWIFE: &str = "verloskundigenpraktijk1";
const DEBTS: &str = "schuldhulpverlening1";
const ROW: &str = "verloskundigenpraktijk-schuldhulpverlening";

#[test]
fn a_direct_line_leaves_nothing_to_say() {
    let mut made = Made::with(&[MIDWIFE, DEBTS]);
    assert_eq!(made.cell(ROW), Some(GapKind::UnknownLine), "silence is a question");
    made.line(MIDWIFE, DEBTS);
    assert_eq!(made.cell(ROW), Some(GapKind::Unconfirmed), "the other end is still to be asked");
    made.line(DEBTS, MIDWIFE);
    assert_eq!(made.cell(ROW), None);
}

#[test]
fn a_fresh_bridge_of_two_steps_is_enough_a_stale_one_is_not() {
    for (date, expected) in [("2026-10", None), ("2020", Some(GapKind::UnknownLine))] {
        let mut made = Made::with(&[MIDWIFE, DEBTS, "wijkteam1"]);
        made.claim(pair(MIDWIFE, "wijkteam1"), Stance::Asserted, "works-with", Some(org(MIDWIFE)), Some(date));
        made.claim(pair("wijkteam1", DEBTS), Stance::Asserted, "works-with", Some(org(DEBTS)), Some(date));
        assert_eq!(made.cell(ROW), expected, "{date}");
    }
}

#[test]
fn two_steps_through_a_partner_who_is_no_bridge_stay_a_question_with_the_path_beside_it() {
    let mut made = Made::with(&[MIDWIFE, DEBTS, "welzijn1"]);
    made.line(MIDWIFE, "welzijn1").line("welzijn1", DEBTS);
    assert_eq!(made.cell(ROW), Some(GapKind::UnknownLine));
    let gap = made.of_kind(GapKind::UnknownLine).into_iter().find(|gap| gap.norm_line == Some(0)).expect("the first row");
    assert!(gap.evidence.iter().any(|it| matches!(it, Evidence::Path(path) if path.len() == 3)));
}

#[test]
fn three_steps_are_a_long_line_as_sure_as_its_least_sure_step() {
    let mut made = Made::with(&[MIDWIFE, DEBTS, "welzijn1", "huisarts1"]);
    made.line(MIDWIFE, "huisarts1").line("huisarts1", MIDWIFE).line("huisarts1", "welzijn1").line("welzijn1", DEBTS);
    assert_eq!(made.cell(ROW), Some(GapKind::LongLine));
    let gap = made.of_kind(GapKind::LongLine).into_iter().find(|gap| gap.norm_line == Some(0)).expect("the first row");
    assert_eq!(gap.certainty, Certainty::One);
}

#[test]
fn a_municipality_that_knows_everybody_makes_no_line_short() {
    let mut made = Made::with(&[MIDWIFE, DEBTS, "gemeente1"]);
    made.line("gemeente1", MIDWIFE).line("gemeente1", DEBTS);
    assert_eq!(made.cell(ROW), Some(GapKind::UnknownLine));
    assert!(made.gaps().iter().all(|gap| !gap.evidence.iter().any(|it| matches!(it, Evidence::Path(_)))));
}

#[test]
fn missing_needs_a_denial_a_complete_list_or_an_end_that_calls_it_hard_to_find() {
    let of = |tell: &dyn Fn(&mut Made) -> &mut Made| {
        let mut made = Made::with(&[MIDWIFE, DEBTS, "gemeente1"]);
        tell(&mut made);
        made.cell(ROW)
    };
    let kinds_scope = || kinds("schuldhulpverlening", "verloskundigenpraktijk");
    assert_eq!(
        of(&|made| made.claim(pair(MIDWIFE, DEBTS), Stance::Denied, "works-with", Some(org(DEBTS)), None)),
        Some(GapKind::MissingLine)
    );
    assert_eq!(of(&|made| made.claim(kinds_scope(), Stance::Denied, "knows", None, None)), Some(GapKind::MissingLine));
    assert_eq!(of(&|made| made.coverage(CoverageScope::Lines, None, None)), Some(GapKind::MissingLine));
    assert_eq!(
        of(&|made| made.coverage(CoverageScope::Lines, Some(org(MIDWIFE)), Some(org(MIDWIFE)))),
        Some(GapKind::MissingLine)
    );
    assert_eq!(
        of(&|made| made.claim(kinds_scope(), Stance::Insufficient, "works-with", Some(org(MIDWIFE)), None)),
        Some(GapKind::MissingLine)
    );
    assert_eq!(
        of(&|made| made.claim(kinds_scope(), Stance::Insufficient, "works-with", Some(org("gemeente1")), None)),
        Some(GapKind::UnknownLine),
        "a third party that calls it hard to find is no end"
    );
    assert_eq!(
        of(&|made| made.claim(
            Scope::Domains([Domain::Medical, Domain::Social]),
            Stance::Insufficient,
            "works-with",
            Some(org(MIDWIFE)),
            None
        )),
        Some(GapKind::UnknownLine),
        "too few lines between the domains says nothing of this pair"
    );
    assert_eq!(
        of(&|made| made.coverage(CoverageScope::Members, None, None)),
        Some(GapKind::UnknownLine),
        "a list of members is no list of lines"
    );
}

#[test]
fn inside_a_group_that_works_together_no_line_is_called_missing() {
    let mut made = Made::with(&[MIDWIFE, DEBTS]);
    let group = Scope::Group(Group::new(vec![org(MIDWIFE), org(DEBTS)]).expect("two"));
    made.claim(group, Stance::Asserted, "works-with", Some(org(DEBTS)), None);
    made.coverage(CoverageScope::Lines, None, None);
    assert_eq!(made.cell(ROW), None);
    assert!(made.network().links.is_empty(), "and it is no line either");
}

#[test]
fn importance_counts_the_finders_that_get_there() {
    let importance = |made: &Made, row: &str| {
        let lines = &CATALOGUE.norm.lines;
        made.gaps().into_iter().find(|gap| gap.norm_line.is_some_and(|line| lines[line].code == row)).map(|gap| gap.importance)
    };
    let mut made = Made::with(&[MIDWIFE, "verloskundigenpraktijk2", DEBTS, "kraamzorg1"]);
    assert_eq!(importance(&made, ROW), Some(Importance::A), "core, nobody");
    assert_eq!(importance(&made, "kraamzorg-schuldhulpverlening"), Some(Importance::B), "often, nobody");
    made.line(MIDWIFE, DEBTS);
    assert_eq!(importance(&made, ROW), Some(Importance::B), "core, one of two");
}

#[test]
fn certainty_is_who_says_so_and_stands_apart_from_importance() {
    let certainty = |speakers: &[&str]| {
        let mut made = Made::with(&[MIDWIFE, DEBTS]);
        for speaker in speakers {
            made.claim(pair(MIDWIFE, DEBTS), Stance::Denied, "works-with", Some(org(speaker)), None);
        }
        made.of_kind(GapKind::MissingLine)[0].certainty
    };
    assert_eq!(certainty(&[MIDWIFE]), Certainty::One);
    assert_eq!(certainty(&[MIDWIFE, DEBTS]), Certainty::Both);
    let mut made = Made::with(&[MIDWIFE, DEBTS]);
    made.coverage(CoverageScope::Lines, None, None);
    assert_eq!(made.of_kind(GapKind::MissingLine)[0].certainty, Certainty::Source);
}

#[test]
fn the_id_of_a_finding_stays_when_a_second_practice_joins() {
    let id = |made: &Made| made.gaps().into_iter().find(|gap| gap.norm_line == Some(0)).map(|gap| gap.id);
    let mut made = Made::with(&[MIDWIFE, DEBTS]);
    let before = id(&made);
    made.partner("verloskundigenpraktijk2", MembershipStatus::Approached);
    assert!(before.is_some());
    assert_eq!(before, id(&made));
}

#[test]
fn an_agreement_is_the_line_at_governance_level() {
    let mut made = Made::with(&["gemeente1", "zorgverzekeraar1"]);
    let row = "gemeente-zorgverzekeraar";
    assert_eq!(made.cell(row), Some(GapKind::UnknownLine));
    made.initiative(InitiativeKind::Agreement, &["gemeente1", "zorgverzekeraar1"]);
    assert_eq!(made.cell(row), None);
}

#[test]
fn while_one_helper_was_not_asked_about_no_line_is_called_missing() {
    let mut made = Made::with(&[MIDWIFE, DEBTS, "schuldhulpverlening2"]);
    made.claim(pair(MIDWIFE, DEBTS), Stance::Denied, "works-with", Some(org(MIDWIFE)), None);
    assert_eq!(made.cell(ROW), Some(GapKind::UnknownLine));
    made.claim(pair(MIDWIFE, "schuldhulpverlening2"), Stance::Denied, "works-with", Some(org(MIDWIFE)), None);
    assert_eq!(made.cell(ROW), Some(GapKind::MissingLine));
}

#[test]
fn a_consultation_gives_a_line_and_no_step_in_the_distances() {
    let mut made = Made::with(&[MIDWIFE, "kraamzorg1", "huisarts1", DEBTS, "wijkteam1", "welzijn1"]);
    made.initiative(InitiativeKind::Consultation, &[MIDWIFE, "wijkteam1", DEBTS]);
    let office = Office::new(&made.register, DAY);
    let answer = office.structure("proef", Some(DAY)).expect("it is there");
    assert_eq!(answer.measures["links"].value, Some(3.0));
    assert_eq!(answer.measures["crossEfficiency"].value, Some(0.0));
}
