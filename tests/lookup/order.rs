//! Who serves a question, through which contact points, and in which order.

use super::*;

fn schulden() -> Asked {
    Asked::Need(need("schulden"))
}

fn for_need(point: &mut ContactPoint) {
    point.needs = vec![need("schulden")];
}

fn checked(day: &str) -> impl FnOnce(&mut ContactPoint) {
    let day = PartialDate::parse(day).expect("a date");
    move |point| point.checked = Some(day)
}

fn ranked(made: &Made, asked: &Asked, from: &Asker, place: Option<&str>) -> Vec<(String, Ranked)> {
    let (network, lines) = made.lines();
    let question = Question { asked, from, place, today: DAY };
    let found = rank(&network, &lines, &question, candidates(&network, asked, DAY));
    found.into_iter().map(|it| (network.members[it.candidate.place].name().to_owned(), it)).collect()
}

fn names(found: &[(String, Ranked)]) -> Vec<&str> {
    found.iter().map(|(name, _)| name.as_str()).collect()
}

#[test]
fn a_desk_for_the_need_comes_first_then_the_norm_then_who_has_few_needs() {
    let mut made = Made::with(&["ggz1", "schuldhulpverlening1", "sociale-raadslieden1", "voedselbank1", "wijkteam1", "jgz1"]);
    made.contact("loket", "ggz1", for_need);
    let found = ranked(&made, &schulden(), &Asker::Nobody, None);
    assert_eq!(names(&found), ["ggz1", "schuldhulpverlening1", "sociale-raadslieden1", "voedselbank1", "wijkteam1"]);
    let serves: Vec<Serves> = found.iter().map(|(_, it)| it.candidate.serves).collect();
    let kind = |needs| Serves::Kind { needs };
    assert_eq!(serves, [Serves::DeskForNeed, Serves::NormHelper, kind(1), kind(2), kind(4)]);
    assert!(found.iter().all(|(_, it)| it.line == LineKind::Nobody));
    assert_eq!(found.iter().map(|(_, it)| it.decided).collect::<Vec<_>>(), [Some(0), Some(0), Some(0), Some(0), None]);
}

#[test]
fn a_number_for_parents_is_never_a_desk_for_professionals() {
    let mut made = Made::with(&["ggz1", "jgz1", "schuldhulpverlening1", "schuldhulpverlening2"]);
    made.contact("ouders", "ggz1", |point| {
        for_need(point);
        point.audience = Audience::Parents;
    });
    made.contact("ouders hier", "schuldhulpverlening1", |point| {
        for_need(point);
        point.audience = Audience::Parents;
        checked("2026-11-01")(point);
    });
    made.contact("loket", "schuldhulpverlening2", |_| {});
    let found = ranked(&made, &schulden(), &Asker::Nobody, None);
    assert_eq!(names(&found), ["schuldhulpverlening2", "schuldhulpverlening1", "ggz1"]);
    assert_eq!(found[2].1.candidate.serves, Serves::NumberForParents);
    assert!(found[0].1.reasons.contains(&RankReason::Desk(Desk::Professionals(Checked::Never))));
    assert!(found[1].1.reasons.contains(&RankReason::Desk(Desk::Parents(Checked::Fresh))));
}

#[test]
fn a_contact_point_is_fresh_for_half_a_year() {
    let mut made = Made::with(&["schuldhulpverlening1", "schuldhulpverlening2", "schuldhulpverlening3", "schuldhulpverlening4"]);
    // Half a year is 182.6 days: 24 May is 182 days ago, 23 May is 183.
    made.contact("a", "schuldhulpverlening3", checked("2026-05-24"));
    made.contact("b", "schuldhulpverlening1", checked("2026-05-23")).contact("c", "schuldhulpverlening2", |_| {});
    let found = ranked(&made, &schulden(), &Asker::Nobody, None);
    assert_eq!(names(&found), ["schuldhulpverlening3", "schuldhulpverlening1", "schuldhulpverlening2", "schuldhulpverlening4"]);
    let desks: Vec<RankReason> = found.iter().map(|(_, it)| it.reasons[3]).collect();
    let professionals = |checked| RankReason::Desk(Desk::Professionals(checked));
    let [fresh, stale, never] = [Checked::Fresh, Checked::Stale, Checked::Never].map(professionals);
    assert_eq!(desks, [fresh, stale, never, RankReason::Desk(Desk::None)]);
}

#[test]
fn who_takes_part_comes_before_who_was_asked_seen_or_wanted() {
    let mut made = Made::with(&["schuldhulpverlening5", "huisarts1"]);
    for (key, status) in [
        ("schuldhulpverlening1", MembershipStatus::Wanted),
        ("schuldhulpverlening2", MembershipStatus::Approached),
        ("schuldhulpverlening3", MembershipStatus::Left),
    ] {
        made.partner(key, status);
    }
    made.organisation("schuldhulpverlening4", false).says(org("huisarts1"), org("schuldhulpverlening4"));
    made.contact("loket", "schuldhulpverlening1", checked("2026-11-01"));
    let found = ranked(&made, &schulden(), &Asker::Nobody, None);
    assert_eq!(names(&found), ["schuldhulpverlening5", "schuldhulpverlening2", "schuldhulpverlening4", "schuldhulpverlening1"]);
}

#[test]
fn after_the_desk_the_line_decides_and_each_is_told_which_way() {
    let mut made = Made::with(&["huisarts1", "jgz1", "wijkteam1", "wijkteam2", "wijkteam3", "wijkteam4"]);
    made.both(org("huisarts1"), org("jgz1")).both(org("jgz1"), org("wijkteam3")).says(org("huisarts1"), org("wijkteam2"));
    let from = Asker::Organisation(id("huisarts1"));
    let found = ranked(&made, &schulden(), &from, None);
    assert_eq!(names(&found), ["wijkteam3", "wijkteam2", "wijkteam1", "wijkteam4"]);
    let (network, lines) = made.lines();
    let LineKind::Confirmed(line) = &found[0].1.line else { panic!("{:?}", found[0].1.line) };
    assert_eq!(words(&network, &lines, line), ["huisarts1", "jgz1", "wijkteam3"]);
    let LineKind::Possible(line) = &found[1].1.line else { panic!("{:?}", found[1].1.line) };
    assert_eq!(words(&network, &lines, line), ["huisarts1", "wijkteam2"]);
    assert_eq!((&found[2].1.line, found[1].1.decided), (&LineKind::None, Some(4)));
    // As a profession, and as who is there already.
    let kinds = ranked(&made, &schulden(), &Asker::Kind(kind("huisarts")), None);
    assert_eq!((names(&kinds), &kinds[0].1.line), (names(&found), &found[0].1.line));
    let own = ranked(&made, &schulden(), &Asker::Organisation(id("wijkteam4")), None);
    assert_eq!((own[0].0.as_str(), &own[0].1.line), ("wijkteam4", &LineKind::Same));
}

#[test]
fn a_person_without_an_organisation_asks_by_profession_too() {
    let mut made = Made::with(&["wijkteam1"]);
    made.person("Dokter", "wijkteam1", Visibility::Coalition);
    made.put(Entity::Position(Position {
        id: PositionId::from_key("Dokter@wijkteam1"),
        person: PersonId::from_key("Dokter"),
        organisation: None,
        title: None,
        profession: Some(kind("huisarts")),
        period: Period::default(),
        provenance: Provenance::default(),
    }));
    made.both(person("Dokter"), org("wijkteam1"));
    let found = ranked(&made, &schulden(), &Asker::Kind(kind("huisarts")), None);
    assert_eq!(
        found[0].1.line.line().map(|line| (line.length(), line.unsure)),
        Some((1, 0)),
        "who has no organisation speaks too"
    );
}

#[test]
fn who_is_named_after_the_place_comes_before_a_better_desk() {
    let mut made = Made::with(&["wijkteam1", "wijkteam2"]);
    made.contact("loket", "wijkteam1", checked("2026-11-01")).contact("Loket Testdorp-Noord", "wijkteam2", |_| {});
    let of = |place| names(&ranked(&made, &schulden(), &Asker::Nobody, place)).join(" ");
    assert_eq!(of(None), "wijkteam1 wijkteam2");
    assert_eq!(of(Some("testdorp noord")), "wijkteam2 wijkteam1");
    assert_eq!((of(Some("dorp")), of(Some(" "))), (of(None), of(None)), "whole words alone");
}

#[test]
fn the_best_contact_point_stands_first() {
    let mut made = Made::with(&["schuldhulpverlening1"]);
    made.person("An", "schuldhulpverlening1", Visibility::Coalition);
    let anders = |point: &mut ContactPoint| point.needs = vec![need("huisvesting")];
    made.contact("ouders", "schuldhulpverlening1", |point| point.audience = Audience::Parents);
    made.contact("anders", "schuldhulpverlening1", anders).contact("alles", "schuldhulpverlening1", |_| {});
    made.contact("van An", "schuldhulpverlening1", |point| point.person = Some(PersonId::from_key("An")));
    made.contact("oud", "schuldhulpverlening1", |point| {
        for_need(point);
        checked("2020-01")(point);
    });
    made.contact("nieuw", "schuldhulpverlening1", |point| {
        for_need(point);
        checked("2026-10")(point);
    });
    made.contact("verborgen", "schuldhulpverlening1", |point| {
        for_need(point);
        point.visibility = ContactVisibility::Hidden;
    });
    let network = made.network();
    let order = |asked: &Asked| {
        let found = candidates(&network, asked, DAY);
        let points = found[0].contacts.iter().map(|&at| network.members[found[0].place].contact_points[at].name.to_string());
        points.collect::<Vec<_>>()
    };
    assert_eq!(order(&schulden()), ["nieuw", "oud", "alles", "van An", "anders", "ouders"]);
    assert_eq!(order(&Asked::Desk(ContactPointId::from_key("anders")))[0], "anders");
    assert_eq!(order(&Asked::Person(PersonId::from_key("An")))[0], "van An");
    assert_eq!(candidates(&network, &Asked::Desk(ContactPointId::from_key("verborgen")), DAY), []);
    // Who may see public numbers alone is told of none of these, and of no person.
    let outside = made.seen_by(&Viewer::of(Role::Visitor));
    assert_eq!(candidates(&outside, &schulden(), DAY)[0].contacts, [0usize; 0]);
    assert_eq!(candidates(&outside, &Asked::Person(PersonId::from_key("An")), DAY), []);
}

#[test]
fn a_partner_a_kind_or_a_person_can_be_asked_for() {
    let mut made = Made::with(&["huisarts1", "jgz1", "jgz2"]);
    made.person("An", "jgz2", Visibility::Coalition).both(org("huisarts1"), person("An"));
    let from = Asker::Organisation(id("huisarts1"));
    assert_eq!(names(&ranked(&made, &Asked::Kind(kind("jgz")), &from, None)), ["jgz2", "jgz1"]);
    assert_eq!(names(&ranked(&made, &Asked::Organisation(id("jgz1")), &from, None)), ["jgz1"]);
    let found = ranked(&made, &Asked::Person(PersonId::from_key("An")), &from, None);
    let (network, lines) = made.lines();
    assert_eq!(
        found[0].1.line.line().map(|line| words(&network, &lines, line)),
        Some(vec!["huisarts1".to_owned(), "An".to_owned()])
    );
    assert_eq!(ranked(&made, &Asked::Kind(kind("ggz")), &from, None), []);
}
