//! Findings about partners, levels, carriers and contact points.

use super::*;
use kortelijnen::analysis::gaps::{Basis, GapParty, Importance};

const MIDWIFE: &str = "verloskundigenpraktijk1";
const TEAM: &str = "wijkteam1";

fn kinds_of(gaps: &[Gap]) -> Vec<&str> {
    let parties = gaps.iter().flat_map(|gap| &gap.ends[0]);
    parties.filter_map(|party| if let GapParty::Kind(kind) = party { Some(kind.as_str()) } else { None }).collect()
}

#[test]
fn an_open_list_gives_one_question_a_closed_list_gives_missing_partners() {
    let mut made = Made::with(&[MIDWIFE]);
    let asked = made.of_kind(GapKind::UnknownPartner);
    assert_eq!(asked.len(), 1);
    assert!(kinds_of(&asked).contains(&"schuldhulpverlening") && !kinds_of(&asked).contains(&"verloskundigenpraktijk"));
    assert!(made.of_kind(GapKind::MissingPartner).is_empty());

    let expected = kinds_of(&asked).len();
    made.coverage(CoverageScope::Members, None, None);
    assert!(made.of_kind(GapKind::UnknownPartner).is_empty());
    assert_eq!(made.of_kind(GapKind::MissingPartner).len(), expected, "the same kinds, one finding each");
}

#[test]
fn a_wanted_partner_is_missing_whatever_the_list() {
    let mut made = Made::with(&[MIDWIFE]);
    made.partner("woningcorporatie1", MembershipStatus::Wanted);
    let missing = made.of_kind(GapKind::MissingPartner);
    assert_eq!((missing.len(), missing[0].basis), (1, Basis::Wanted));
}

#[test]
fn signed_without_practice_is_a_finding_until_one_line_between_the_sides_is_named() {
    let signed = [MIDWIFE, TEAM, "gemeente1"];
    let mut made = Made::with(&signed);
    made.initiative(InitiativeKind::Agreement, &signed);
    made.line(MIDWIFE, "gemeente1");
    assert_eq!(made.of_kind(GapKind::LevelMismatch).len(), 1, "a line with the municipality is none between the sides");
    made.line(MIDWIFE, TEAM);
    assert!(made.of_kind(GapKind::LevelMismatch).is_empty());
}

#[test]
fn a_single_carrier_is_only_what_a_side_says() {
    let mut made = Made::with(&[MIDWIFE, TEAM]);
    made.line(MIDWIFE, TEAM);
    assert!(made.of_kind(GapKind::SingleCarrier).is_empty());
    let mut claim = made.new_claim(pair(MIDWIFE, TEAM), Stance::Asserted, "works-with", Some(org(TEAM)), None);
    claim.single_carrier = true;
    made.put(Entity::Claim(claim));
    assert_eq!(made.of_kind(GapKind::SingleCarrier).len(), 1);
}

#[test]
fn a_desk_for_professionals_or_an_attention_officer_is_a_contact_point_a_number_for_parents_is_not() {
    let point = |audience| {
        Entity::from(ContactPoint {
            id: ContactPointId::from_key("loket"),
            organisation: OrganisationId::from_key(TEAM),
            coalition: None,
            name: Name::new("Loket").expect("a name"),
            audience,
            phone: Some(Phone::new("14 0123").expect("a number")),
            mail: None,
            web: None,
            hours: None,
            needs: vec![],
            checked: None,
            person: None,
            visibility: ContactVisibility::default(),
            open: None,
            refer: None,
            languages: Vec::new(),
            checked_by: None,
            period: Period::default(),
            provenance: Provenance::default(),
        })
    };
    let without = |made: &Made| made.of_kind(GapKind::NoContactPoint).len();
    let mut made = Made::with(&[MIDWIFE, TEAM]);
    assert_eq!(without(&made), 1);
    made.put(point(Audience::Parents));
    assert_eq!(without(&made), 1);
    made.put(point(Audience::Professionals));
    assert_eq!(without(&made), 0);

    let mut made = Made::with(&[MIDWIFE, TEAM]);
    made.person("Iemand", TEAM, vec![CoalitionRole::AttentionOfficer], Period::default());
    assert_eq!(without(&made), 0);
}

#[test]
fn only_who_was_asked_can_be_alone() {
    let mut made = Made::with(&[MIDWIFE, TEAM]);
    assert!(made.of_kind(GapKind::Isolate).is_empty(), "silence");
    made.coverage(CoverageScope::Lines, Some(org(TEAM)), Some(org(TEAM)));
    assert_eq!(made.of_kind(GapKind::Isolate).len(), 1, "the team was asked and names nobody");
    made.line(MIDWIFE, TEAM);
    assert!(made.of_kind(GapKind::Isolate).is_empty());
}

#[test]
fn coalitions_of_nobody_one_and_two_have_answers() {
    assert!(!Made::with(&[]).gaps().is_empty(), "whom to ask");
    for partners in [&[MIDWIFE][..], &[MIDWIFE, TEAM][..]] {
        assert!(Made::with(partners).gaps().iter().all(|gap| !gap.evidence.is_empty()));
    }
}

#[test]
fn an_agreement_within_one_side_says_nothing_about_the_sides() {
    let signed = [MIDWIFE, "kraamzorg1", "gemeente1"];
    let mut made = Made::with(&signed);
    made.initiative(InitiativeKind::Agreement, &signed);
    assert!(made.of_kind(GapKind::LevelMismatch).is_empty());
}

#[test]
fn a_partner_that_left_fills_no_place() {
    let mut made = Made::with(&[MIDWIFE]);
    made.partner("huisarts1", MembershipStatus::Left).coverage(CoverageScope::Members, None, None);
    assert!(kinds_of(&made.of_kind(GapKind::MissingPartner)).contains(&"huisarts"));
}

#[test]
fn two_sources_that_say_the_same_make_one_finding_with_both_as_evidence() {
    let mut made = Made::with(&[MIDWIFE, TEAM]);
    let scope = || Scope::Domains([Domain::Medical, Domain::Social]);
    made.claim(scope(), Stance::Denied, "consults", None, None);
    made.claim(scope(), Stance::Denied, "consults", Some(org(TEAM)), None);
    let found = made.of_kind(GapKind::Isolate);
    assert_eq!((found.len(), found[0].evidence.len()), (1, 2));
}

#[test]
fn an_umbrella_stands_on_no_side_and_its_consultation_is_a_line() {
    let level = |signed: &[&str], told: &[[&str; 2]]| {
        let mut made = Made::with(&["vsv1", "wijkteam1", "verloskundigenpraktijk1"]);
        made.initiative(InitiativeKind::Agreement, signed);
        for [a, b] in told {
            made.confirmed(a, b);
        }
        made.of_kind(GapKind::LevelMismatch).len()
    };
    assert_eq!(level(&["vsv1", "wijkteam1"], &[]), 0, "an umbrella signs for no side");
    let all = ["vsv1", "wijkteam1", "verloskundigenpraktijk1"];
    assert_eq!(level(&all, &[]), 1);
    assert_eq!(level(&all, &[["vsv1", "wijkteam1"]]), 0, "its consultation counts");

    let mut made = Made::with(&all);
    made.line("vsv1", "wijkteam1").line("verloskundigenpraktijk1", "wijkteam1");
    assert!(
        made.network().members.iter().all(|member| !member.umbrella || member.side == Some(Side::Medical)),
        "it is drawn there"
    );
    let share = kortelijnen::analysis::carriers::lines_with_persons(&made.network(), |member| member.near());
    assert_eq!(share.of, 1, "only the line of the practice leads across");
    made.claim(pair("vsv1", "wijkteam1"), Stance::Denied, "works-with", Some(org("wijkteam1")), None);
    let contested = made.of_kind(GapKind::Contested);
    assert_eq!(contested[0].importance, Importance::B, "a line between the sides");
}

#[test]
fn lines_of_boards_and_shared_consultations_are_no_lines_of_a_complete_list() {
    let isolated = |tell: &dyn Fn(&mut Made) -> &mut Made| {
        let mut made = Made::with(&["kraamzorg1", "gemeente1", "wijkteam1"]);
        tell(made.coverage(CoverageScope::Lines, Some(org("kraamzorg1")), Some(org("kraamzorg1"))));
        let network = made.network();
        made.of_kind(GapKind::Isolate).iter().flat_map(|gap| names(&network, gap, 0)).collect::<Vec<_>>()
    };
    let funds = CATALOGUE.links.iter().find(|kind| kind.level == Level::Governance).expect("one").code.clone();
    assert_eq!(isolated(&|made| made), ["kraamzorg1"]);
    assert_eq!(
        isolated(&|made| made.claim(
            pair("gemeente1", "kraamzorg1"),
            Stance::Asserted,
            funds.as_str(),
            Some(org("gemeente1")),
            None
        )),
        ["kraamzorg1"],
        "boards"
    );
    assert_eq!(isolated(&|made| made.initiative(InitiativeKind::Consultation, &["kraamzorg1", "wijkteam1"])), ["kraamzorg1"]);
    assert!(isolated(&|made| made.line("wijkteam1", "kraamzorg1")).is_empty());
}
