//! Lines in doubt: named by one end, contradicted, or long ago; and what counts by each rule.

use super::*;
use kortelijnen::analysis::gaps::{Certainty, Evidence, Importance, Pile, Rung, cells};

const MIDWIFE: &str = "verloskundigenpraktijk1";
const DEBTS: &str = "schuldhulpverlening1";
const TEAM: &str = "wijkteam1";
/// Core.
const ROW: &str = "verloskundigenpraktijk-schuldhulpverlening";
/// Often.
const OFTEN: &str = "verloskundigenpraktijk-welzijn";

fn on(made: &mut Made, a: &str, b: &str, by: &str, date: &str) {
    made.claim(pair(a, b), Stance::Asserted, "works-with", Some(org(by)), Some(date));
}

#[test]
fn a_core_line_that_one_end_names_is_a_question_to_the_other() {
    let mut made = Made::with(&[MIDWIFE, DEBTS]);
    made.line(MIDWIFE, DEBTS);
    let found = made.of_kind(GapKind::Unconfirmed);
    let [gap] = found.as_slice() else { panic!("one finding, found {}", found.len()) };
    assert_eq!((gap.importance, gap.certainty, gap.pile), (Importance::B, Certainty::One, Pile::Ask));
    assert!(gap.evidence.iter().any(|it| matches!(it, Evidence::Claim(_))));
    let answer = made.office().gaps("proef", Some(DAY)).expect("it is there");
    let row = answer.gaps.iter().find(|row| row.kind == GapKind::Unconfirmed).expect("the finding");
    assert_eq!(
        row.text.nl,
        "Eerst vragen: is er een lijn tussen verloskundigen en schuldhulpverlening? Alleen één kant noemt haar: verloskundigenpraktijk1."
    );
    assert!(row.visible_to.is_none());
}

#[test]
fn lines_outside_core_rows_are_one_question_together() {
    let mut made = Made::with(&[MIDWIFE, DEBTS, "welzijn1", "huisarts1", "woningcorporatie1", "kraamzorg1"]);
    made.confirmed(MIDWIFE, DEBTS).line(MIDWIFE, "welzijn1").line("huisarts1", "woningcorporatie1").line(MIDWIFE, "kraamzorg1");
    let network = made.network();
    let found = made.of_kind(GapKind::Unconfirmed);
    let [gap] = found.as_slice() else { panic!("one finding, found {}", found.len()) };
    assert_eq!(gap.norm_line, None);
    assert_eq!(names(&network, gap, 0), ["welzijn1", "woningcorporatie1"], "who is to be asked");
    assert_eq!(names(&network, gap, 1), [MIDWIFE, "huisarts1"], "who named them");
    let answer = made.office().gaps("proef", Some(DAY)).expect("it is there");
    let row = answer.gaps.iter().find(|row| row.kind == GapKind::Unconfirmed).expect("the finding");
    assert_eq!(
        row.text.nl,
        "Eerst vragen: twee lijnen noemt maar één kant. Vraag de andere kant: welzijn1 en woningcorporatie1."
    );
    let id = gap.id.clone();
    made.line("woningcorporatie1", "huisarts1");
    assert_eq!(made.of_kind(GapKind::Unconfirmed)[0].id, id, "it stays the same finding while answers come in");
    made.line("welzijn1", MIDWIFE);
    assert!(made.of_kind(GapKind::Unconfirmed).is_empty());
}

#[test]
fn what_a_complete_list_names_needs_no_second_voice() {
    let mut made = Made::with(&[MIDWIFE, DEBTS]);
    made.claim(pair(MIDWIFE, DEBTS), Stance::Asserted, "works-with", None, None);
    assert_eq!(made.of_kind(GapKind::Unconfirmed)[0].certainty, Certainty::Source);
    made.coverage(CoverageScope::Lines, None, None);
    assert!(made.of_kind(GapKind::Unconfirmed).is_empty());
}

#[test]
fn by_rule_confirmed_a_line_of_one_end_does_not_reach_and_is_not_absent() {
    let mut made = Made::with(&[MIDWIFE, DEBTS, "welzijn1"]);
    made.line(MIDWIFE, DEBTS).line(MIDWIFE, "welzijn1");
    let confirmed = made.read(Rule::Confirmed, "default");
    let rung = |network: &Network, row: &str| {
        let cell = cells(network).into_iter().find(|cell| CATALOGUE.norm.lines[cell.row].code == row).expect("both are there");
        cell.standings[0].rung
    };
    assert_eq!((rung(&made.network(), ROW), rung(&confirmed, ROW)), (Rung::Direct, Rung::Claimed));
    assert_eq!((cell(&confirmed, ROW), cell(&confirmed, OFTEN)), (Some(GapKind::Unconfirmed), Some(GapKind::Unconfirmed)));
    let gap = find(&confirmed).into_iter().find(|gap| gap.norm_line == Some(0)).expect("the first row");
    assert_eq!(gap.importance, Importance::A, "core, and nobody gets there by this rule");
    assert_eq!((made.cell(ROW), made.cell(OFTEN)), (Some(GapKind::Unconfirmed), None), "by any the often row is solved");
    made.line(DEBTS, MIDWIFE).line("welzijn1", MIDWIFE);
    let confirmed = made.read(Rule::Confirmed, "default");
    assert_eq!((rung(&confirmed, ROW), cell(&confirmed, ROW), cell(&confirmed, OFTEN)), (Rung::Confirmed, None, None));
}

#[test]
fn by_rule_confirmed_silence_stays_a_question_and_a_denial_stays_missing() {
    let mut made = Made::with(&[MIDWIFE, DEBTS]);
    assert_eq!(cell(&made.read(Rule::Confirmed, "default"), ROW), Some(GapKind::UnknownLine));
    made.claim(pair(MIDWIFE, DEBTS), Stance::Denied, "works-with", Some(org(DEBTS)), None);
    assert_eq!(cell(&made.read(Rule::Confirmed, "default"), ROW), Some(GapKind::MissingLine));
}

#[test]
fn by_rule_confirmed_groups_and_bridges_need_every_end() {
    let mut made = Made::with(&[MIDWIFE, DEBTS, TEAM]);
    made.line(MIDWIFE, TEAM).confirmed(TEAM, DEBTS);
    assert_eq!((made.cell(ROW), cell(&made.read(Rule::Confirmed, "default"), ROW)), (None, Some(GapKind::Unconfirmed)));
    made.line(TEAM, MIDWIFE);
    assert_eq!(cell(&made.read(Rule::Confirmed, "default"), ROW), None);

    let mut made = Made::with(&[MIDWIFE, DEBTS]);
    let group = || Scope::Group(Group::new(vec![org(MIDWIFE), org(DEBTS)]).expect("two"));
    made.claim(group(), Stance::Asserted, "works-with", Some(org(DEBTS)), None);
    assert_eq!((made.cell(ROW), cell(&made.read(Rule::Confirmed, "default"), ROW)), (None, Some(GapKind::Unconfirmed)));
}

#[test]
fn a_path_counts_only_lines_that_count_by_the_rule() {
    let mut made = Made::with(&[MIDWIFE, DEBTS, "welzijn1", "huisarts1"]);
    made.confirmed(MIDWIFE, "huisarts1").confirmed("huisarts1", "welzijn1").line("welzijn1", DEBTS);
    assert_eq!(made.cell(ROW), Some(GapKind::LongLine));
    assert_eq!(cell(&made.read(Rule::Confirmed, "default"), ROW), Some(GapKind::UnknownLine));
    made.line(DEBTS, "welzijn1");
    assert_eq!(cell(&made.read(Rule::Confirmed, "default"), ROW), Some(GapKind::LongLine));
}

#[test]
fn a_line_of_long_ago_is_stale_and_a_new_word_makes_it_fresh() {
    // Half-life of working together: 12 months; the day is 22 November 2026.
    for (date, expected) in [("2026-01", None), ("2025-10", Some(GapKind::Stale)), ("2020", Some(GapKind::Stale))] {
        let mut made = Made::with(&[MIDWIFE, DEBTS]);
        on(&mut made, MIDWIFE, DEBTS, MIDWIFE, date);
        on(&mut made, MIDWIFE, DEBTS, DEBTS, date);
        assert_eq!(made.cell(ROW), expected, "{date}");
    }
    let mut made = Made::with(&[MIDWIFE, DEBTS]);
    on(&mut made, MIDWIFE, DEBTS, MIDWIFE, "2020");
    on(&mut made, MIDWIFE, DEBTS, DEBTS, "2020");
    let gap = &made.of_kind(GapKind::Stale)[0];
    assert_eq!((gap.importance, gap.certainty, gap.pile), (Importance::B, Certainty::Both, Pile::Track));
    let answer = made.office().gaps("proef", Some(DAY)).expect("it is there");
    assert!(answer.gaps.iter().any(|row| row.text.nl.ends_with("dat was voor het laatst in 2020.")), "it says since when");
    assert!(answer.gaps.iter().any(|row| row.text.en.ends_with("for long; it was last named in 2020.")), "in a sentence");
    on(&mut made, MIDWIFE, DEBTS, DEBTS, "2026-10");
    assert_eq!(made.cell(ROW), None);
}

#[test]
fn one_sided_and_stale_is_one_finding() {
    let mut made = Made::with(&[MIDWIFE, DEBTS]);
    on(&mut made, MIDWIFE, DEBTS, MIDWIFE, "2020");
    assert_eq!(made.cell(ROW), Some(GapKind::Unconfirmed));
    assert!(made.of_kind(GapKind::Stale).is_empty());
}

#[test]
fn a_second_helper_with_a_fresh_confirmed_line_leaves_nothing_to_ask() {
    let mut made = Made::with(&[MIDWIFE, DEBTS, "schuldhulpverlening2"]);
    on(&mut made, MIDWIFE, DEBTS, MIDWIFE, "2020");
    made.confirmed(MIDWIFE, "schuldhulpverlening2");
    assert_eq!(made.cell(ROW), None);
    assert_eq!(made.of_kind(GapKind::Unconfirmed).len(), 1, "the old line is told among the others");
}

#[test]
fn a_contradiction_is_for_its_two_ends_and_the_facilitator() {
    let mut made = Made::with(&[MIDWIFE, DEBTS]);
    made.line(MIDWIFE, DEBTS).claim(pair(MIDWIFE, DEBTS), Stance::Denied, "works-with", Some(org(DEBTS)), None);
    for rule in [Rule::Any, Rule::Confirmed] {
        let network = made.read(rule, "default");
        assert_eq!(cell(&network, ROW), None, "no second finding beside it, {rule:?}");
        let found: Vec<Gap> = find(&network).into_iter().filter(|gap| gap.kind == GapKind::Contested).collect();
        let [gap] = found.as_slice() else { panic!("one a line, found {}", found.len()) };
        assert!(gap.restricted());
    }
    let office = made.office();
    let answer = office.gaps("proef", Some(DAY)).expect("it is there");
    let row = answer.gaps.iter().find(|row| row.kind == GapKind::Contested).expect("the finding");
    let visible = row.visible_to.as_ref().expect("not for everybody");
    let ids: Vec<String> = row.parties.iter().map(|party| party.id.clone()).collect();
    assert!(visible.facilitator && visible.parties == ids && ids.len() == 2);
    assert!(answer.gaps.iter().filter(|it| it.kind != GapKind::Contested).all(|it| it.visible_to.is_none()));
    let map = office.map("proef", Language::Nl, Some(DAY)).expect("it is there");
    assert!(!map.notes.iter().chain([&map.sentence]).any(|text| text.contains("tegen")), "on no print: {:?}", map.notes);
    let overview = office.overview("proef", Some(DAY)).expect("it is there");
    assert!(!overview.finding.nl.contains("tegen") && overview.standing.iter().all(|it| !it.nl.contains("tegen")));
}

#[test]
fn who_denies_a_line_is_told_in_no_finding_but_contested() {
    let (midwife, debts) = ("verloskundigenpraktijk1", "schuldhulpverlening1");
    for rule in [Rule::Any, Rule::Confirmed] {
        let mut made = Made::with(&[midwife, debts]);
        let mut claim = made.new_claim(pair(midwife, debts), Stance::Asserted, "works-with", Some(org(midwife)), None);
        claim.single_carrier = true;
        made.put(Entity::Claim(claim));
        let denial = made.new_claim(pair(midwife, debts), Stance::Denied, "works-with", Some(org(debts)), None);
        let told = Evidence::Claim(denial.id);
        made.put(Entity::Claim(denial));
        let found = find(&made.read(rule, "default"));
        assert!(found.iter().any(|gap| gap.kind == GapKind::SingleCarrier));
        let telling: Vec<GapKind> = found.iter().filter(|gap| gap.evidence.contains(&told)).map(|gap| gap.kind).collect();
        assert_eq!(telling, [GapKind::Contested], "{rule:?}");
    }
}

#[test]
fn several_lines_of_long_ago_are_told_with_the_day_of_the_oldest() {
    let mut made = Made::with(&["huisarts1", "kraamzorg1", "welzijn1"]);
    for (a, date) in [("huisarts1", "2020-03-05"), ("kraamzorg1", "2021-10")] {
        on(&mut made, a, "welzijn1", a, date);
        on(&mut made, a, "welzijn1", "welzijn1", date);
    }
    let answer = made.office().gaps("proef", Some(DAY)).expect("it is there");
    let row = answer.gaps.iter().find(|row| row.kind == GapKind::Stale).expect("the finding");
    assert!(row.text.en.ends_with("for long; the oldest was last named on 5 March 2020."), "{}", row.text.en);
}
