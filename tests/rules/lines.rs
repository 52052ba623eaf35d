//! What the claims on one pair add up to.

use super::*;
use kortelijnen::network::{LinkStatus, PairState, Rule};

const A: &str = "verloskundigenpraktijk1";
const B: &str = "wijkteam1";
const C: &str = "gemeente1";

fn status(claims: &[(Stance, Option<&str>)]) -> Option<LinkStatus> {
    let mut made = Made::with(&[A, B, C]);
    for (stance, speaker) in claims {
        made.claim(pair(A, B), *stance, "works-with", speaker.map(org), None);
    }
    made.network().links.first().map(|link| link.status)
}

#[test]
fn the_status_follows_from_who_says_what() {
    use Stance::*;
    for (claims, expected) in [
        (vec![(Asserted, Some(A)), (Asserted, Some(B))], Some(LinkStatus::Confirmed)),
        (vec![(Asserted, Some(A))], Some(LinkStatus::OneSided)),
        (vec![(Asserted, Some(C))], Some(LinkStatus::Unverified)),
        (vec![(Asserted, None)], Some(LinkStatus::Unverified)),
        (vec![(Asserted, Some(A)), (Denied, Some(B))], Some(LinkStatus::Contested)),
        (vec![(Denied, Some(A))], Some(LinkStatus::Denied)),
        (vec![(Denied, Some(A)), (Denied, Some(B))], Some(LinkStatus::Denied)),
        (vec![(Planned, Some(A))], Some(LinkStatus::Planned)),
        (vec![(Wished, Some(A))], Some(LinkStatus::Wished)),
        (vec![(Planned, Some(A)), (Asserted, Some(B))], Some(LinkStatus::OneSided)),
        (vec![(Insufficient, Some(A))], None),
        (vec![], None),
    ] {
        assert_eq!(status(&claims), expected, "{claims:?}");
    }
}

#[test]
fn two_claims_of_one_side_are_one_voice() {
    assert_eq!(status(&[(Stance::Asserted, Some(A)), (Stance::Asserted, Some(A))]), Some(LinkStatus::OneSided));
}

#[test]
fn a_person_speaks_for_the_organisation_of_a_position_held_on_that_day() {
    for (until, expected) in [(None, LinkStatus::OneSided), (Some("2020"), LinkStatus::Unverified)] {
        let mut made = Made::with(&[A, B]);
        made.person("Iemand", A, vec![], Period::new(None, until.map(at)).expect("a period"));
        let speaker = Party::Person(PersonId::from_key("Iemand"));
        made.claim(pair(A, B), Stance::Asserted, "works-with", Some(speaker), Some("2026-06"));
        assert_eq!(made.network().links[0].status, expected, "{until:?}");
    }
}

#[test]
fn a_claim_between_persons_is_lifted_to_their_organisations() {
    let mut made = Made::with(&[A, B]);
    made.person("Een", A, vec![], Period::default()).person("Twee", B, vec![], Period::default());
    let ends = [Party::Person(PersonId::from_key("Een")), Party::Person(PersonId::from_key("Twee"))];
    let scope = Scope::Pair(Pair::new(ends[0], ends[1]).expect("two parties"));
    made.claim(scope, Stance::Asserted, "knows", Some(ends[1]), None);
    let network = made.network();
    assert_eq!((network.links.len(), network.links[0].status), (1, LinkStatus::OneSided));
}

#[test]
fn freshness_halves_in_each_half_life_and_stays_one_without_a_date() {
    // works-with: 12 months. 2025-11-22 is 365 days before the day, twelve months are 365.25.
    for (date, expected) in [(None, 1.0), (Some("2026-11-22"), 1.0), (Some("2025-11-22"), 0.5), (Some("2024-11-22"), 0.25)] {
        let mut made = Made::with(&[A, B]);
        made.claim(pair(A, B), Stance::Asserted, "works-with", Some(org(A)), date);
        let link = made.network().links[0].clone();
        assert!((link.freshness - expected).abs() < 0.001, "{date:?}: {}", link.freshness);
        assert_eq!(link.stale(), expected < 0.5, "{date:?}");
    }
}

#[test]
fn what_is_said_after_the_day_is_not_heard() {
    let mut made = Made::with(&[A, B]);
    made.claim(pair(A, B), Stance::Asserted, "works-with", Some(org(A)), Some("2027"));
    assert!(made.network().links.is_empty());
}

#[test]
fn a_small_consultation_joins_its_participants_and_is_no_step() {
    let mut made = Made::with(&[A, B, C]);
    made.initiative(InitiativeKind::Consultation, &[A, B]);
    let network = made.network();
    let [link] = network.links.as_slice() else { panic!("one line") };
    assert!(link.projected && link.status == LinkStatus::Unverified);
    assert_eq!(kortelijnen::analysis::paths::shortest(&network, link.a, &[link.b]), None);
}

#[test]
fn a_large_consultation_a_programme_and_a_meeting_join_nobody() {
    let five = ["verloskundigenpraktijk1", "wijkteam1", "jgz1", "kraamzorg1", "huisarts1"];
    for (kind, participants) in [
        (InitiativeKind::Consultation, &five[..]),
        (InitiativeKind::Programme, &five[..2]),
        (InitiativeKind::Meeting, &five[..2]),
        (InitiativeKind::Tool, &five[..2]),
        (InitiativeKind::Agreement, &five[..2]),
    ] {
        let mut made = Made::with(&five);
        made.initiative(kind, participants);
        assert!(made.network().links.is_empty(), "{kind:?}");
    }
}

#[test]
fn unknown_is_not_absent() {
    let states = |made: &Made| {
        let network = made.network();
        let place = |key: &str| network.place(OrganisationId::from_key(key)).expect("it is a member");
        [Rule::Any, Rule::Confirmed].map(|rule| network.state(place(A), place(B), rule))
    };
    let mut made = Made::with(&[A, B]);
    assert_eq!(states(&made), [PairState::Unknown, PairState::Unknown], "nobody was asked");
    made.line(A, B);
    assert_eq!(states(&made), [PairState::Present, PairState::Unknown], "one side says so");
    made.line(B, A);
    assert_eq!(states(&made), [PairState::Present, PairState::Present], "both say so");

    let mut closed = Made::with(&[A, B]);
    closed.coverage(CoverageScope::Lines, None, None);
    assert_eq!(states(&closed), [PairState::Absent, PairState::Absent], "a complete list does not name it");

    let mut contested = Made::with(&[A, B]);
    contested.line(A, B).claim(pair(A, B), Stance::Denied, "works-with", Some(org(B)), None);
    assert_eq!(states(&contested), [PairState::Present, PairState::Absent], "one says so, the other denies it");
}

#[test]
fn a_denial_over_a_set_answers_every_pair_for_its_kind_of_line() {
    let state = |kind: &str| {
        let mut made = Made::with(&[A, B]);
        made.claim(Scope::Domains([Domain::Social, Domain::Medical]), Stance::Denied, kind, None, None);
        let network = made.network();
        network.state(0, 1, Rule::Any)
    };
    assert_eq!(state("works-with"), PairState::Absent);
    assert_eq!(state("consults"), PairState::Unknown, "no consultation leaves room for people who phone each other");
}

#[test]
fn undo_is_the_inverse_change() {
    let mut made = Made::with(&[A, B]);
    let before: Vec<Entity> = made.register.entities().cloned().collect();
    let claim = made.new_claim(pair(A, B), Stance::Asserted, "works-with", Some(org(A)), None);
    let inverse = made.register.apply(&Change::put(Entity::Claim(claim))).expect("it applies");
    assert_ne!(before, made.register.entities().cloned().collect::<Vec<_>>());
    made.register.apply(&inverse).expect("undo applies");
    assert_eq!(before, made.register.entities().cloned().collect::<Vec<_>>());
}

#[test]
fn a_batch_is_all_or_nothing_and_what_is_used_cannot_be_removed() {
    let mut made = Made::with(&[A, B]);
    made.line(A, B);
    let sequence = made.register.sequence();
    let removal = Change::Remove(EntityRef::Organisation(OrganisationId::from_key(A)));
    assert!(matches!(made.register.apply(&removal), Err(Fault::InUse { .. })));
    let claim = made.new_claim(pair(A, "nergens1"), Stance::Asserted, "works-with", None, None);
    let coalition_again = Change::put(Entity::Coalition(made.register.coalition(&coalition()).expect("there").clone()));
    let refused = made.register.apply_batch(&[coalition_again, Change::put(Entity::Claim(claim))]);
    assert!(matches!(refused, Err((1, Fault::Dangling { .. }))), "{refused:?}");
    assert_eq!(made.register.sequence(), sequence);
}

#[test]
fn that_two_persons_do_not_know_each_other_says_nothing_of_their_organisations() {
    let mut made = Made::with(&[A, B]);
    made.person("Een", A, vec![], Period::default()).person("Twee", B, vec![], Period::default());
    let ends = [Party::Person(PersonId::from_key("Een")), Party::Person(PersonId::from_key("Twee"))];
    let scope = Scope::Pair(Pair::new(ends[0], ends[1]).expect("two parties"));
    made.claim(scope, Stance::Denied, "knows", Some(ends[0]), None);
    assert!(made.network().links.is_empty());
}

#[test]
fn against_the_word_of_both_ends_a_third_party_does_not_weigh() {
    use Stance::*;
    assert_eq!(status(&[(Asserted, Some(A)), (Asserted, Some(B)), (Denied, Some(C))]), Some(LinkStatus::Confirmed));
    assert_eq!(status(&[(Asserted, Some(C)), (Denied, None)]), Some(LinkStatus::Contested), "two others who disagree");
    assert_eq!(status(&[(Asserted, Some(C)), (Denied, Some(A))]), Some(LinkStatus::Contested));
}

#[test]
fn a_denial_of_one_kind_of_line_leaves_the_others() {
    let mut made = Made::with(&[A, B]);
    made.line(A, B).claim(pair(A, B), Stance::Denied, "consults", Some(org(B)), None);
    assert_eq!(made.network().links[0].status, LinkStatus::OneSided, "no consultation, and they work together");
    let mut alone = Made::with(&[A, B]);
    alone.claim(pair(A, B), Stance::Denied, "consults", Some(org(A)), None);
    alone.claim(pair(A, B), Stance::Denied, "consults", Some(org(B)), None);
    assert_eq!(alone.network().state(0, 1, Rule::Any), PairState::Unknown, "no consultation is not no line");
    let mut turned = Made::with(&[A, B]);
    turned.claim(pair(A, B), Stance::Asserted, "refers-to", Some(org(A)), None);
    turned.claim(pair(B, A), Stance::Denied, "refers-to", Some(org(B)), None);
    assert_eq!(turned.network().links[0].status, LinkStatus::OneSided, "the other direction is another statement");
}

#[test]
fn one_end_that_denies_is_half_an_answer() {
    let mut made = Made::with(&[A, B]);
    made.claim(pair(A, B), Stance::Denied, "works-with", Some(org(A)), None);
    let network = made.network();
    assert_eq!([Rule::Any, Rule::Confirmed].map(|rule| network.state(0, 1, rule)), [PairState::Unknown, PairState::Absent]);
    made.claim(pair(A, B), Stance::Denied, "works-with", Some(org(B)), None);
    assert_eq!(made.network().state(0, 1, Rule::Any), PairState::Absent);
}

#[test]
fn what_is_of_later_is_not_there_yet() {
    let mut made = Made::with(&[A, B, C]);
    let mut later = |entity: Entity| drop(made.register.apply(&Change::put(entity)).expect("it applies"));
    later(Entity::Initiative(Initiative {
        id: InitiativeId::from_key("later"),
        coalition: coalition(),
        kind: InitiativeKind::Agreement,
        name: Name::new("Later").expect("a name"),
        status: InitiativeStatus::Existing,
        period: Period::new(Some(at("2027")), None).expect("a period"),
        participants: vec![org(A), org(B)],
        complete: true,
        kinds: vec![],
        needs: vec![],
        provenance: Provenance::default(),
    }));
    later(Entity::Coverage(Coverage {
        id: CoverageId::from_key("later"),
        coalition: coalition(),
        by: None,
        scope: CoverageScope::Lines,
        about: None,
        level: None,
        status: None,
        complete: true,
        date: Some(at("2027")),
        provenance: Provenance::default(),
    }));
    let network = made.network();
    assert!(network.initiatives.is_empty() && network.coverages.is_empty());
}

#[test]
fn a_position_that_ended_no_longer_speaks_for_its_organisation() {
    let mut made = Made::with(&[A, B]);
    made.person("Iemand", A, vec![], Period::new(None, Some(at("2020"))).expect("a period"));
    let speaker = Party::Position(PositionId::from_key(&format!("Iemand@{A}")));
    made.claim(pair(A, B), Stance::Asserted, "works-with", Some(speaker), Some("2026-06"));
    assert_eq!(made.network().links[0].status, LinkStatus::Unverified);
}

#[test]
fn a_hidden_or_expired_person_is_seen_nowhere() {
    for (visibility, expires) in [(Visibility::Hidden, None), (Visibility::Coalition, Some(at("2020")))] {
        let mut made = Made::with(&[A, B]);
        made.person("Iemand", A, vec![], Period::default());
        let mut person = made.register.person(&PersonId::from_key("Iemand")).expect("there").clone();
        (person.visibility, person.expires) = (visibility, expires);
        made.put(Entity::Person(person));
        assert!(made.network().members.iter().all(|member| member.seats.is_empty()));
    }
}

#[test]
fn the_people_view_has_named_persons_and_somebody_where_only_the_organisation_is_known() {
    let mut made = Made::with(&[A, B]);
    made.person("Een", A, vec![], Period::default()).person("Collega", A, vec![], Period::default());
    let scope = Scope::Pair(Pair::new(Party::Person(PersonId::from_key("Een")), org(B)).expect("two parties"));
    made.claim(scope, Stance::Asserted, "knows", Some(org(B)), None);
    let people = kortelijnen::network::People::of(&made.register, &made.network());
    assert_eq!(people.nodes.len(), 3, "two named, and somebody at the neighbourhood team");
    let [(a, b)] = people.links.as_slice() else { panic!("one line") };
    assert_eq!([*a, *b].map(|node| people.nodes[node].person.is_some()), [true, false]);
    assert_eq!(people.colleagues.len(), 1, "colleagues are a class of their own");
}

#[test]
fn the_line_of_a_hidden_person_is_carried_by_somebody() {
    let mut made = Made::with(&[A, B]);
    made.person("Een", A, vec![], Period::default()).person("Twee", B, vec![], Period::default());
    let [one, two] = ["Een", "Twee"].map(|name| Party::Person(PersonId::from_key(name)));
    made.claim(Scope::Pair(Pair::new(one, two).expect("two parties")), Stance::Asserted, "knows", Some(one), None);
    let mut person = made.register.person(&PersonId::from_key("Twee")).expect("there").clone();
    person.visibility = Visibility::Hidden;
    made.put(Entity::Person(person));
    let people = made.network().people;
    let named: Vec<Option<PersonId>> = people.nodes.iter().map(|node| node.person).collect();
    assert_eq!(named, [Some(PersonId::from_key("Een")), None], "somebody at the neighbourhood team");
    assert_eq!(people.links, [(0, 1)], "the line is there for the organisations, so it is there for the people");
}
