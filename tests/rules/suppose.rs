//! What is supposed while freezing: it takes exactly what it says, and the register never hears of it.

use super::*;
use kortelijnen::network::{LinkStatus, PairState, Supposed};

fn person(name: &str) -> Party {
    Party::Person(PersonId::from_key(name))
}

fn id(key: &str) -> OrganisationId {
    OrganisationId::from_key(key)
}

fn supposing(made: &Made, supposed: &[Supposed]) -> Network {
    let view = View { supposed: supposed.to_vec(), ..View::of(DAY) };
    freeze(&made.register, &coalition(), DAY, &view).expect("the coalition is there")
}

/// Lines as pairs of names, with their status.
fn lines(network: &Network) -> Vec<(String, LinkStatus)> {
    let name = |place: usize| network.members[place].name();
    let mut found: Vec<(String, LinkStatus)> =
        network.links.iter().map(|link| (format!("{} {}", name(link.a), name(link.b)), link.status)).collect();
    found.sort();
    found
}

/// Two practices, a team and debt relief; Anna of the practice carries one line, and is told of in another.
fn made() -> Made {
    let mut made = Made::with(&["verloskundigenpraktijk1", "kraamzorg1", "wijkteam1", "schuldhulpverlening1"]);
    made.person("Anna", "verloskundigenpraktijk1", vec![CoalitionRole::ProjectLead], Period::default());
    made.person("Bram", "wijkteam1", vec![], Period::default());
    let between = |a, b| Scope::Pair(Pair::new(a, b).expect("two parties"));
    // A line of persons; a line of organisations; a line that Anna tells of others.
    made.claim(between(person("Anna"), person("Bram")), Stance::Asserted, "knows", Some(person("Anna")), None);
    made.line("verloskundigenpraktijk1", "kraamzorg1");
    made.claim(pair("kraamzorg1", "schuldhulpverlening1"), Stance::Asserted, "works-with", Some(person("Anna")), None);
    made
}

#[test]
fn who_leaves_takes_exactly_the_lines_through_that_person() {
    let made = made();
    let before = lines(&made.network());
    assert_eq!(before.len(), 3);
    let after = supposing(&made, &[Supposed::PersonLeaves { person: PersonId::from_key("Anna") }]);
    let kept: Vec<String> = lines(&after).into_iter().map(|(line, _)| line).collect();
    assert_eq!(kept, ["kraamzorg1 schuldhulpverlening1", "verloskundigenpraktijk1 kraamzorg1"]);
    assert_eq!(after.members.len(), 4, "the practice stays");
    assert!(after.members.iter().all(|member| member.seats.iter().all(|seat| seat.name.as_str() != "Anna")));
    assert!(after.members.iter().any(|member| member.seats.iter().any(|seat| seat.name.as_str() == "Bram")));
}

#[test]
fn a_line_between_organisations_of_which_one_person_is_the_only_carrier_goes_with_that_person() {
    let mut made = made();
    let mut claim = made.new_claim(
        pair("verloskundigenpraktijk1", "schuldhulpverlening1"),
        Stance::Asserted,
        "works-with",
        Some(person("Anna")),
        None,
    );
    claim.single_carrier = true;
    made.put(Entity::Claim(claim));
    let after = supposing(&made, &[Supposed::PersonLeaves { person: PersonId::from_key("Anna") }]);
    let place = |key| after.place(id(key)).expect("a member");
    assert!(after.link(place("verloskundigenpraktijk1"), place("schuldhulpverlening1"), Level::Practice).is_none());
}

#[test]
fn a_partner_that_stops_is_gone_with_its_people_and_lines() {
    let mut made = made();
    made.initiative(InitiativeKind::Consultation, &["wijkteam1", "kraamzorg1", "schuldhulpverlening1"]);
    let after = supposing(&made, &[Supposed::PartnerStops { organisation: id("wijkteam1") }]);
    assert!(after.place(id("wijkteam1")).is_none());
    assert_eq!(after.members.len(), 3);
    assert_eq!(after.initiatives[0].participants.len(), 2);
    let names: Vec<String> = lines(&after).into_iter().map(|(line, _)| line).collect();
    assert_eq!(names, ["kraamzorg1 schuldhulpverlening1", "verloskundigenpraktijk1 kraamzorg1"]);
}

#[test]
fn when_the_lead_goes_persons_in_that_role_go_and_a_partner_stays_without_it() {
    let mut made = made();
    made.put(Entity::Membership(Membership {
        id: MembershipId::from_key("kraamzorg1"),
        coalition: coalition(),
        party: org("kraamzorg1"),
        status: MembershipStatus::Participating,
        roles: vec![CoalitionRole::ProjectLead, CoalitionRole::Initiator],
        period: Period::default(),
        provenance: Provenance::default(),
    }));
    let after = supposing(&made, &[Supposed::ProjectLeadLeaves]);
    let place = after.place(id("kraamzorg1")).expect("it stays");
    assert_eq!(after.members[place].roles, [CoalitionRole::Initiator]);
    assert!(after.members.iter().all(|member| member.seats.iter().all(|seat| seat.name.as_str() != "Anna")));
    assert_eq!(lines(&after).len(), 2, "the line through Anna is gone");
}

#[test]
fn an_introduced_pair_is_confirmed_fresh_and_nothing_else_changes() {
    let made = made();
    let introduced = Supposed::Introduced { a: id("schuldhulpverlening1"), b: id("verloskundigenpraktijk1") };
    let after = supposing(&made, &[introduced]);
    let place = |key| after.place(id(key)).expect("a member");
    let (a, b) = (place("verloskundigenpraktijk1"), place("schuldhulpverlening1"));
    let link = after.link(a, b, Level::Practice).expect("a line");
    assert_eq!((link.status, link.said_by, link.freshness), (LinkStatus::Confirmed, [true; 2], 1.0));
    assert_eq!(after.state(a, b, Rule::Confirmed), PairState::Present);
    let mut others = lines(&after);
    others.retain(|(line, _)| line != "verloskundigenpraktijk1 schuldhulpverlening1");
    assert_eq!(others, lines(&made.network()));
}

#[test]
fn a_denied_pair_that_meets_has_a_line_that_is_told_otherwise_too() {
    let mut made = made();
    made.claim(pair("wijkteam1", "kraamzorg1"), Stance::Denied, "works-with", Some(org("wijkteam1")), None);
    let after = supposing(&made, &[Supposed::Introduced { a: id("wijkteam1"), b: id("kraamzorg1") }]);
    let place = |key| after.place(id(key)).expect("a member");
    let link = after.link(place("wijkteam1"), place("kraamzorg1"), Level::Practice).expect("a line");
    assert!(link.status.present(), "{:?}", link.status);
}

#[test]
fn the_register_never_hears_of_it() {
    let made = made();
    let (sequence, version, before) =
        (made.register.sequence(), made.register.coalition_version(&coalition()), lines(&made.network()));
    let all = [
        Supposed::PersonLeaves { person: PersonId::from_key("Anna") },
        Supposed::PartnerStops { organisation: id("wijkteam1") },
        Supposed::ProjectLeadLeaves,
        Supposed::Introduced { a: id("kraamzorg1"), b: id("verloskundigenpraktijk1") },
    ];
    let supposed = supposing(&made, &all);
    assert_eq!((supposed.known_at, supposed.version), (sequence, version));
    assert_eq!((made.register.sequence(), made.register.coalition_version(&coalition())), (sequence, version));
    assert_eq!(lines(&made.network()), before);
}

#[test]
fn who_works_for_two_partners_stays_at_the_other_when_one_stops() {
    let mut made = Made::with(&["verloskundigenpraktijk1", "kraamzorg1", "wijkteam1", "schuldhulpverlening1"]);
    made.person("Chris", "kraamzorg1", vec![], Period::default()).person("Chris", "wijkteam1", vec![], Period::default());
    let with = |end: Party, other: &str| Scope::Pair(Pair::new(end, org(other)).expect("two parties"));
    made.claim(with(person("Chris"), "verloskundigenpraktijk1"), Stance::Asserted, "knows", Some(person("Chris")), None);
    // What Chris does for the team alone goes with the team.
    let at_team = Party::Position(PositionId::from_key("Chris@wijkteam1"));
    made.claim(with(at_team, "schuldhulpverlening1"), Stance::Asserted, "knows", Some(at_team), None);
    let stops = |key| Supposed::PartnerStops { organisation: id(key) };
    let after = supposing(&made, &[stops("wijkteam1")]);
    assert!(after.place(id("wijkteam1")).is_none(), "who stopped is not named either");
    let names: Vec<String> = lines(&after).into_iter().map(|(line, _)| line).collect();
    assert_eq!(names, ["verloskundigenpraktijk1 kraamzorg1"]);
    let seats = &after.members[after.place(id("kraamzorg1")).expect("it stays")].seats;
    assert!(seats.iter().any(|seat| seat.name.as_str() == "Chris"));
    let after = supposing(&made, &[stops("wijkteam1"), stops("kraamzorg1")]);
    assert_eq!((lines(&after).len(), after.members.len()), (0, 2), "with both partners gone, so is Chris");
}

#[test]
fn a_catalogue_without_the_usual_kind_of_line_has_another_for_an_introduction() {
    let mut catalogue = (**CATALOGUE).clone();
    catalogue.links.retain(|kind| kind.code.as_str() != "works-with");
    let made = Made::read_with(Arc::new(catalogue), &["verloskundigenpraktijk1", "wijkteam1"]);
    let after = supposing(&made, &[Supposed::Introduced { a: id("wijkteam1"), b: id("verloskundigenpraktijk1") }]);
    let place = |key| after.place(id(key)).expect("a member");
    let link = after.link(place("verloskundigenpraktijk1"), place("wijkteam1"), Level::Practice).expect("a line");
    assert_eq!((link.status, link.freshness), (LinkStatus::Confirmed, 1.0));
}
