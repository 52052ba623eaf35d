//! Everything holds from–until: an answer about a day is made from what held on that day.

use super::*;
use kortelijnen::desk::Reading;

fn day(text: &str) -> Date {
    at(text).earliest()
}

fn period(from: &str, until: &str) -> Period {
    let end = |text: &str| (!text.is_empty()).then(|| at(text));
    Period::new(end(from), end(until)).expect("a period")
}

/// A coalition whose every fact has a period: before 2018, in 2018 and 2019, and after.
fn dated() -> Made {
    let mut made = Made::with(&["verloskundigenpraktijk1", "wijkteam1"]);
    let phases = vec![
        DatedPhase { phase: Phase::Preparation, period: period("", "2017") },
        DatedPhase { phase: Phase::Start, period: period("2018", "2019") },
    ];
    let coalition = made.register.coalition(&coalition()).expect("it is there").clone();
    made.put(Entity::Coalition(Coalition { phases, ..coalition }));
    let line = made.new_claim(
        pair("verloskundigenpraktijk1", "wijkteam1"),
        Stance::Asserted,
        "works-with",
        Some(org("wijkteam1")),
        Some("2020-03"),
    );
    made.put(Entity::Claim(Claim { period: Some(Box::new(period("2018", "2019"))), ..line }));
    made.put(Entity::from(ContactPoint {
        id: ContactPointId::from_key("loket"),
        organisation: OrganisationId::from_key("wijkteam1"),
        coalition: None,
        person: None,
        name: Name::new("Loket").expect("a name"),
        audience: Audience::Professionals,
        visibility: ContactVisibility::Public,
        phone: None,
        mail: None,
        web: None,
        hours: None,
        open: None,
        refer: None,
        languages: vec![],
        needs: vec![],
        period: period("2018", "2019"),
        checked: None,
        checked_by: None,
        provenance: Provenance::default(),
    }));
    made.organisation("welzijn1", "welzijn1", vec![KindCode::new("welzijn").expect("a kind")], None);
    for (key, status, during) in [
        ("benaderd", MembershipStatus::Approached, period("2017", "2017")),
        ("doet mee", MembershipStatus::Participating, period("2018", "2019")),
        ("getekend", MembershipStatus::Signatory, period("2020", "")),
    ] {
        made.put(Entity::Membership(Membership {
            id: MembershipId::from_key(key),
            coalition: super::coalition(),
            party: org("welzijn1"),
            status,
            roles: vec![],
            period: during,
            provenance: Provenance::default(),
        }));
    }
    made.put(Entity::Initiative(Initiative {
        id: InitiativeId::from_key("overleg"),
        coalition: super::coalition(),
        kind: InitiativeKind::Consultation,
        name: Name::new("Overleg").expect("a name"),
        status: InitiativeStatus::Ended,
        period: period("2018", "2019"),
        participants: vec![org("verloskundigenpraktijk1"), org("welzijn1")],
        complete: true,
        kinds: vec![],
        needs: vec![],
        provenance: Provenance::default(),
    }));
    made
}

#[test]
fn every_answer_is_made_from_what_held_on_the_day() {
    let made = dated();
    let office = made.office();
    let cases = [
        ("2017-06-01", Phase::Preparation, Some(MembershipStatus::Approached), 0, 0, 0, 2.0),
        ("2018-06-01", Phase::Start, Some(MembershipStatus::Participating), 2, 1, 1, 3.0),
        ("2019-12-31", Phase::Start, Some(MembershipStatus::Participating), 2, 1, 1, 3.0),
        ("2020-01-01", Phase::Running, Some(MembershipStatus::Signatory), 0, 0, 0, 3.0),
    ];
    for (text, phase, status, lines, desks, initiatives, members) in cases {
        let reading = || Reading::from(Some(day(text)));
        let overview = office.overview("proef", reading()).expect("an answer");
        assert_eq!((overview.phase, overview.initiatives.len()), (phase, initiatives), "{text}");
        let partners = office.partners("proef", reading()).expect("an answer").partners;
        let of = |name: &str| partners.iter().find(|it| it.name.as_str() == name).expect("a partner");
        assert_eq!(of("welzijn1").status, status, "{text}");
        assert_eq!(of("wijkteam1").contact_points.len(), desks, "{text}");
        let links = office.links("proef", reading()).expect("an answer");
        assert_eq!(links.iter().filter(|it| it.status.present()).count(), lines, "{text}");
        let structure = office.structure("proef", reading()).expect("an answer");
        assert_eq!(structure.measures["links"].value, Some(lines as f64), "{text}");
        assert_eq!(structure.measures["members"].value, Some(members), "{text}");
        assert_eq!(office.gaps("proef", reading()).expect("an answer").as_of, text);
    }
}

#[test]
fn a_line_that_held_before_it_was_told_is_there_then_and_ended_with_its_period() {
    let made = dated();
    let present = |text: &str| {
        let network = freeze(&made.register, &coalition(), day(text), &View::of(DAY)).expect("it is there");
        network.practice().filter(|link| !link.projected).count()
    };
    assert_eq!(["2017-12-31", "2018-01-01", "2019-12-31", "2020-01-01", "2026-01-01"].map(present), [0, 1, 1, 0, 0]);
}

#[test]
fn what_changed_is_told_by_the_periods() {
    let made = dated();
    let changes = made.office().changes("proef", Some(day("2018-06-01")), Some(day("2020-06-01"))).expect("an answer");
    assert_eq!((changes.counts.lost, changes.counts.new), (2, 0));
    assert_eq!(changes.partners.iter().map(|it| it.words.nl.as_str()).collect::<Vec<_>>(), ["welzijn1: heeft getekend."]);
    assert_eq!(changes.initiatives.iter().map(|it| it.words.nl.as_str()).collect::<Vec<_>>(), ["Overleg: gestopt."]);
    let days: Vec<&str> = changes.moments.iter().map(|it| it.day.as_str()).collect();
    assert_eq!(days, ["2017-01-01", "2018-01-01", "2020-01-01", "2020-03-31"]);
}

#[test]
fn a_party_takes_part_in_one_way_on_a_day() {
    let mut made = dated();
    let twice = Membership {
        id: MembershipId::from_key("nog eens"),
        coalition: coalition(),
        party: org("welzijn1"),
        status: MembershipStatus::Wanted,
        roles: vec![],
        period: period("2019-06", "2019-07"),
        provenance: Provenance::default(),
    };
    let refused = made.register.apply(&Change::put(Entity::Membership(twice)));
    assert!(matches!(refused, Err(Fault::TwiceMember { .. })), "{refused:?}");
}
