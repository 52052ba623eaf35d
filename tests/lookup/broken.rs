//! Where a line breaks off, and whom to ask.

use super::*;

fn asked(made: &Made, from: &str, to: &str) -> (Vec<(String, MayKnow)>, Option<Vec<String>>) {
    let (network, lines) = made.lines();
    let found = lines.farthest(&network, at(&network, &lines, from), at(&network, &lines, to));
    let known = found.known.as_ref().map(|line| words(&network, &lines, line));
    (found.ask.iter().map(|ask| (network.members[ask.place].name().to_owned(), ask.why)).collect(), known)
}

#[test]
fn who_meets_them_is_asked_first_and_the_way_is_told_as_far_as_it_is_known() {
    let mut made =
        Made::with(&["verloskundigenpraktijk1", "maatschappelijk-werk1", "gemeente1", "schuldhulpverlening1", "kraamzorg1"]);
    made.says(org("verloskundigenpraktijk1"), org("maatschappelijk-werk1"));
    let meeting = made.initiative(InitiativeKind::Meeting, InitiativeStatus::Planned, &["gemeente1", "schuldhulpverlening1"]);
    let (ask, known) = asked(&made, "verloskundigenpraktijk1", "schuldhulpverlening1");
    let wanted = [("gemeente1", MayKnow::TakesPart(meeting)), ("maatschappelijk-werk1", MayKnow::SameDomain)];
    assert_eq!(ask, wanted.map(|(name, why)| (name.to_owned(), why)));
    assert_eq!(known.expect("as far as it goes"), ["verloskundigenpraktijk1", "maatschappelijk-werk1"]);
}

#[test]
fn who_works_with_them_comes_before_who_might() {
    let mut made = Made::with(&["huisarts1", "jgz1", "welzijn1", "welzijn2", "schuldhulpverlening1"]);
    let claim = made.claim(org("welzijn2"), org("schuldhulpverlening1"), Stance::Asserted, Some(org("welzijn2")));
    made.claim(org("welzijn1"), org("schuldhulpverlening1"), Stance::Denied, Some(org("welzijn1")));
    made.member("proef", "welzijn1", org("welzijn1"), MembershipStatus::Participating, vec![CoalitionRole::ProjectLead]);
    let (ask, known) = asked(&made, "huisarts1", "schuldhulpverlening1");
    let wanted = [("welzijn2", MayKnow::Knows(claim)), ("jgz1", MayKnow::Bridge), ("welzijn1", MayKnow::Leads)];
    assert_eq!(ask, wanted.map(|(name, why)| (name.to_owned(), why)));
    assert_eq!(known, None, "nobody of them can be reached");
}

#[test]
fn who_can_be_reached_comes_before_who_cannot() {
    let mut made = Made::with(&["huisarts1", "jgz1", "jgz2", "schuldhulpverlening1"]);
    made.says(org("huisarts1"), org("jgz2"));
    let (ask, known) = asked(&made, "huisarts1", "schuldhulpverlening1");
    assert_eq!(ask.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["jgz2", "jgz1"]);
    assert_eq!(known.expect("one step"), ["huisarts1", "jgz2"]);
}

#[test]
fn at_most_three_are_asked_and_nobody_where_nobody_is() {
    let made = Made::with(&["huisarts1", "jgz1", "jgz2", "jgz3", "jgz4", "schuldhulpverlening1"]);
    assert_eq!(asked(&made, "huisarts1", "schuldhulpverlening1").0.len(), ASKED_MAX);
    let alone = Made::with(&["huisarts1", "schuldhulpverlening1"]);
    assert_eq!(asked(&alone, "huisarts1", "schuldhulpverlening1"), (vec![], None));
}
