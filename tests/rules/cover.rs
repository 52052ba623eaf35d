//! Who carries the lines, and which needs and themes have somebody.

use super::*;
use kortelijnen::analysis::gaps::{Certainty, Evidence, Importance, Pile};

const MIDWIFE: &str = "verloskundigenpraktijk1";
const DEBTS: &str = "schuldhulpverlening1";

fn person(name: &str) -> Party {
    Party::Person(PersonId::from_key(name))
}

impl Made {
    fn people(&mut self, at: &[(&str, &str)]) -> &mut Self {
        for (name, partner) in at {
            self.person(name, partner, vec![], Period::default());
        }
        self
    }

    fn know(&mut self, a: &str, b: &str) -> &mut Self {
        let scope = Scope::Pair(Pair::new(person(a), person(b)).expect("two persons"));
        self.claim(scope, Stance::Asserted, "knows", Some(person(a)), None)
    }

    fn theme(&mut self, partners: &[&str]) -> &mut Self {
        let mut coalition = self.register.coalition(&coalition()).expect("it is there").clone();
        coalition.themes.push(Theme {
            name: Name::new("Rookvrij").expect("a name"),
            needs: vec![],
            partners: partners.iter().map(|key| org(key)).collect(),
            provenance: Provenance::default(),
        });
        self.put(Entity::Coalition(coalition))
    }
}

#[test]
fn when_one_person_joins_the_sides_it_is_said_without_a_name_and_shown_to_that_person() {
    let mut made = Made::with(&[MIDWIFE, "huisarts1", DEBTS, "wijkteam1"]);
    made.people(&[("Ans", MIDWIFE), ("Bea", "huisarts1"), ("Cor", DEBTS), ("Dirk", "wijkteam1"), ("Els", "wijkteam1")]);
    made.know("Ans", "Dirk").know("Bea", "Dirk").know("Dirk", "Cor").know("Dirk", "Els");
    let found = made.of_kind(GapKind::FewCarriers);
    let [gap] = found.as_slice() else { panic!("one finding, found {}", found.len()) };
    assert_eq!((gap.importance, gap.pile), (Importance::A, Pile::Track));
    assert_eq!(names(&made.network(), gap, 0), ["wijkteam1"]);
    assert!(gap.evidence.iter().any(|it| matches!(it, Evidence::Carriers { cut, cap: 2 } if cut.len() == 1)));
    let answer = made.office().gaps("proef", Some(DAY)).expect("it is there");
    let row = answer.gaps.iter().find(|row| row.kind == GapKind::FewCarriers).expect("the finding");
    assert!(row.text.nl.contains("één persoon, bij wijkteam1") && !row.text.nl.contains("Dirk"), "{}", row.text.nl);
    let told = row.evidence.iter().find(|it| it.sort == "carriers").expect("who it is");
    assert!(told.text.nl.contains("Dirk"));
    let naming: Vec<_> = row.evidence.iter().filter(|it| it.text.nl.contains("Dirk")).collect();
    assert!(naming.len() > 1 && naming.iter().all(|it| it.visible_to.is_some()), "his claims name him too");
    let dirk = PersonId::from_key("Dirk").to_string();
    assert!(told.visible_to.as_ref().is_some_and(|it| it.facilitator && it.parties == [dirk]));
    let structure = made.office().structure("proef", Some(DAY)).expect("it is there");
    assert_eq!((structure.measures["carriers"].value, structure.carriers_cap), (Some(1.0), Some(2)));
}

#[test]
fn few_carriers_needs_persons_on_four_lines_of_five_and_an_answer_below_the_cap() {
    let mut made = Made::with(&[MIDWIFE, "huisarts1", DEBTS]);
    made.people(&[("Ans", MIDWIFE), ("Bea", "huisarts1"), ("Cor", DEBTS)]).know("Ans", "Cor").know("Bea", "Cor");
    assert!(made.of_kind(GapKind::FewCarriers).is_empty(), "one person is all there is on the one side");
    made.people(&[("Fie", DEBTS)]);
    assert_eq!(made.of_kind(GapKind::FewCarriers).len(), 1);
    made.partner("welzijn1", MembershipStatus::Participating).line(MIDWIFE, "welzijn1");
    assert!(made.of_kind(GapKind::FewCarriers).is_empty(), "of one line in three nobody is known");
}

#[test]
fn a_need_that_no_partner_on_a_closed_list_serves_is_one_finding_with_all_such_needs() {
    let mut made = Made::with(&[MIDWIFE, "wijkteam1"]);
    assert!(
        made.of_kind(GapKind::UncoveredNeed).iter().all(|gap| gap.certainty == Certainty::Nobody),
        "an open list is a question"
    );
    made.coverage(CoverageScope::Members, None, None);
    let found = made.of_kind(GapKind::UncoveredNeed);
    let [gap] = found.as_slice() else { panic!("one finding, found {}", found.len()) };
    let needs: Vec<&str> = gap.needs().map(NeedCode::as_str).collect();
    assert!(needs.contains(&"huiselijk-geweld") && needs.contains(&"taal"), "{needs:?}");
    assert!(!needs.contains(&"schulden") && !needs.contains(&"roken"), "the neighbourhood team and the midwife help: {needs:?}");
    assert!(!needs.contains(&"dakloosheid"), "nobody is expected for it: {needs:?}");
    assert_eq!(gap.certainty, Certainty::Source);
}

#[test]
fn a_desk_for_a_need_serves_it() {
    let mut made = Made::with(&[MIDWIFE, "gemeente1"]);
    made.coverage(CoverageScope::Members, None, None);
    let open = |made: &Made| made.of_kind(GapKind::UncoveredNeed)[0].needs().any(|need| need.as_str() == "schulden");
    assert!(open(&made));
    made.put(Entity::from(ContactPoint {
        id: ContactPointId::from_key("loket"),
        organisation: OrganisationId::from_key("gemeente1"),
        coalition: None,
        name: Name::new("Geldloket").expect("a name"),
        audience: Audience::Professionals,
        phone: None,
        mail: None,
        web: None,
        hours: None,
        needs: vec![NeedCode::new("schulden").expect("a need")],
        checked: None,
        person: None,
        visibility: ContactVisibility::default(),
        open: None,
        refer: None,
        languages: Vec::new(),
        checked_by: None,
        period: Period::default(),
        provenance: Provenance::default(),
    }));
    assert!(!open(&made));
}

#[test]
fn a_need_is_out_of_reach_only_where_it_is_known_and_no_cell_tells_it() {
    // No row of the norm joins midwives and the domestic violence desk.
    let mut made = Made::with(&[MIDWIFE, "veilig-thuis1"]);
    let unreached = |made: &Made| {
        let found = made.of_kind(GapKind::UncoveredNeed).into_iter().filter(|gap| !gap.ends[1].is_empty());
        found.flat_map(|gap| gap.needs().map(NeedCode::to_string).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    assert!(unreached(&made).is_empty(), "silence is no finding");
    made.coverage(CoverageScope::Lines, None, None);
    assert_eq!(unreached(&made), ["huiselijk-geweld"]);
    made.partner("kinderopvang1", MembershipStatus::Participating).line(MIDWIFE, "kinderopvang1");
    made.line("kinderopvang1", "veilig-thuis1");
    assert!(unreached(&made).is_empty(), "two steps are enough");
    let mut made = Made::with(&[MIDWIFE, DEBTS]);
    made.coverage(CoverageScope::Lines, None, None);
    assert_eq!(made.cell("verloskundigenpraktijk-schuldhulpverlening"), Some(GapKind::MissingLine));
    assert!(unreached(&made).is_empty(), "the row of the norm tells it");
}

#[test]
fn a_theme_of_one_side_needs_two_known_partners_and_nobody_in_between() {
    let of = |partners: &[&str]| {
        let mut made = Made::with(&[MIDWIFE, "huisarts1", DEBTS, "jgz1", "gemeente1"]);
        made.theme(partners).of_kind(GapKind::UncoveredTheme).len()
    };
    assert_eq!(of(&[MIDWIFE, "huisarts1"]), 1);
    assert_eq!(of(&[MIDWIFE, "huisarts1", "gemeente1"]), 1, "who pays is on no side");
    assert_eq!(of(&[MIDWIFE]), 0, "one partner is no side");
    assert_eq!(of(&[MIDWIFE, DEBTS]), 0);
    assert_eq!(of(&[MIDWIFE, "huisarts1", "jgz1"]), 0, "youth health care stands between");
    assert_eq!(of(&[]), 0);
}

#[test]
fn other_sides_give_other_findings_and_their_own_names() {
    let mut made = Made::with(&[MIDWIFE, "huisarts1", "wijkteam1"]);
    made.theme(&[MIDWIFE, "huisarts1"]).initiative(InitiativeKind::Agreement, &[MIDWIFE, "huisarts1"]);
    let chosen = made.read(Rule::Any, "verloskundigenpraktijk:huisarts");
    let kinds: Vec<GapKind> = find(&chosen).into_iter().map(|gap| gap.kind).collect();
    assert!(kinds.contains(&GapKind::LevelMismatch) && !kinds.contains(&GapKind::UncoveredTheme), "{kinds:?}");
    let default: Vec<GapKind> = made.gaps().into_iter().map(|gap| gap.kind).collect();
    assert!(!default.contains(&GapKind::LevelMismatch) && default.contains(&GapKind::UncoveredTheme), "{default:?}");
    let sides = Sides::parse("verloskundigenpraktijk:huisarts", &CATALOGUE).expect("two sides");
    let reading = kortelijnen::desk::Reading { as_of: Some(DAY), sides, ..Default::default() };
    let office = made.office();
    let answer = office.gaps("proef", reading.clone()).expect("it is there");
    let row = answer.gaps.iter().find(|row| row.kind == GapKind::LevelMismatch).expect("the finding");
    assert!(!row.text.nl.contains("medisch en sociaal") && row.text.nl.contains("huisartsenpraktijk"), "{}", row.text.nl);
    assert!(!row.closes.nl.contains("medisch"), "{}", row.closes.nl);
    let overview = office.overview("proef", reading).expect("it is there");
    assert!(overview.standing.iter().all(|it| !it.nl.contains("medisch en sociaal")), "{:?}", overview.standing);
}

#[test]
fn who_alone_carries_a_line_is_named_to_that_person_and_the_facilitator() {
    let mut made = Made::with(&[MIDWIFE, DEBTS]);
    made.people(&[("Ans", MIDWIFE), ("Cor", DEBTS)]);
    let scope = Scope::Pair(Pair::new(person("Ans"), person("Cor")).expect("two persons"));
    let mut claim = made.new_claim(scope, Stance::Asserted, "knows", Some(person("Ans")), None);
    claim.single_carrier = true;
    made.put(Entity::Claim(claim));
    let answer = made.office().gaps("proef", Some(DAY)).expect("it is there");
    let row = answer.gaps.iter().find(|row| row.kind == GapKind::SingleCarrier).expect("the finding");
    assert!(!row.text.nl.contains("Ans") && row.visible_to.is_none(), "everybody hears that few carry it: {}", row.text.nl);
    let naming: Vec<_> = row.evidence.iter().filter(|it| it.text.nl.contains("Ans")).collect();
    let mut expected = ["Ans", "Cor"].map(|name| PersonId::from_key(name).to_string());
    expected.sort();
    assert!(!naming.is_empty());
    for it in naming {
        assert_eq!(it.visible_to.as_ref().map(|it| (it.facilitator, it.parties.as_slice())), Some((true, expected.as_slice())));
    }
}
