//! Nobody here: who elsewhere.

use super::*;

const HAVING: [Having; 2] = [Having::Anybody, Having::Contact];

/// Home has a general practitioner, and takes part with youth health care in Bijna; Veraf and Elders have no partner in common.
fn country() -> Made {
    let mut made = Made::with(&["huisarts1", "jgz1"]);
    for coalition in ["veraf", "bijna", "elders"] {
        made.coalition(coalition);
    }
    made.membership("bijna", "jgz1", MembershipStatus::Participating);
    for (coalition, key) in
        [("veraf", "schuldhulpverlening1"), ("bijna", "schuldhulpverlening2"), ("elders", "schuldhulpverlening3")]
    {
        made.organisation(key, false).membership(coalition, key, MembershipStatus::Participating);
    }
    made
}

fn nearest(made: &Made, viewer: &Viewer, having: Having) -> Option<(String, Near)> {
    let asked = Asked::Need(need("schulden"));
    let found = nearest_elsewhere(&made.register, DAY, viewer, (&home(), Some(id("huisarts1"))), (&asked, having))?;
    Some((found.coalition.to_string(), found.near))
}

fn at_coalition(name: &str, near: Near) -> Option<(String, Near)> {
    Some((name.to_owned(), near))
}

#[test]
fn lines_come_before_partners_in_common_and_those_before_the_name() {
    let all = Viewer::default();
    let mut made = country();
    assert_eq!(nearest(&made, &all, Having::Anybody), at_coalition("bijna", Near::Shared(1)));
    made.says(org("huisarts1"), org("jgz1")).says(org("jgz1"), org("schuldhulpverlening1"));
    assert_eq!(nearest(&made, &all, Having::Anybody), at_coalition("veraf", Near::Steps(2)));
    made.register.apply(&Change::Remove(EntityRef::Membership(MembershipId::from_key("bijna jgz1")))).expect("it applies");
    let kept = made.register;
    let mut made = Made { register: kept, told: 10 };
    for claim in ["1", "2"] {
        made.register.apply(&Change::Remove(EntityRef::Claim(ClaimId::from_key(claim)))).expect("it applies");
    }
    assert_eq!(nearest(&made, &all, Having::Anybody), at_coalition("bijna", Near::Name));
}

#[test]
fn persons_lead_on_from_where_they_work_and_municipalities_do_not() {
    let mut made = country();
    made.person("An", "jgz1", Visibility::Hidden).partner("gemeente1", MembershipStatus::Participating);
    made.says(org("huisarts1"), org("gemeente1")).says(org("gemeente1"), org("schuldhulpverlening3"));
    assert_eq!(nearest(&made, &Viewer::default(), Having::Anybody), at_coalition("bijna", Near::Shared(1)));
    made.says(org("huisarts1"), person("An")).says(person("An"), org("schuldhulpverlening3"));
    assert_eq!(nearest(&made, &Viewer::default(), Having::Anybody), at_coalition("elders", Near::Steps(2)));
}

#[test]
fn a_contact_point_counts_only_for_who_may_see_it() {
    let mut made = country();
    for viewer in [Viewer::default(), Viewer::of(Role::Visitor)] {
        assert_eq!(nearest(&made, &viewer, Having::Contact), None, "nobody has one");
    }
    made.contact("eigen", "schuldhulpverlening2", |_| {});
    made.contact("mobiel", "schuldhulpverlening1", |point| point.visibility = ContactVisibility::Hidden);
    made.contact("allen", "schuldhulpverlening3", |point| point.visibility = ContactVisibility::Public);
    let leads = Viewer::within(Role::Facilitator, [home()]);
    let there = Viewer::within(Role::Professional, [slug("bijna")]);
    for (viewer, wanted) in [
        (Viewer::default(), at_coalition("bijna", Near::Shared(1))),
        (there, at_coalition("bijna", Near::Shared(1))),
        (leads, at_coalition("elders", Near::Name)),
        (Viewer::of(Role::Visitor), at_coalition("elders", Near::Name)),
    ] {
        assert_eq!(nearest(&made, &viewer, Having::Contact), wanted, "{viewer:?}");
    }
}

#[test]
fn the_number_of_a_hidden_person_is_nobodys() {
    let mut made = country();
    made.person("An", "schuldhulpverlening3", Visibility::Hidden);
    made.contact("van An", "schuldhulpverlening3", |point| {
        point.visibility = ContactVisibility::Public;
        point.person = Some(PersonId::from_key("An"));
    });
    for role in Role::ALL {
        let viewer = Viewer::within(role, [home(), slug("elders")]);
        assert_eq!(nearest(&made, &viewer, Having::Contact), None, "{role:?}");
    }
}

#[test]
fn a_desk_that_names_the_need_serves_it_where_its_kind_does_not() {
    let mut made = Made::with(&["huisarts1"]);
    made.coalition("elders").organisation("ggz1", false).membership("elders", "ggz1", MembershipStatus::Participating);
    made.organisation("schuldhulpverlening1", false).membership("elders", "schuldhulpverlening1", MembershipStatus::Wanted);
    assert_eq!(HAVING.map(|having| nearest(&made, &Viewer::default(), having)), [None, None], "who is only wanted is nobody");
    made.contact("loket", "ggz1", |point| point.needs = vec![need("schulden")]);
    for having in HAVING {
        assert_eq!(nearest(&made, &Viewer::default(), having), at_coalition("elders", Near::Name));
        assert_eq!(nearest(&made, &Viewer::of(Role::Visitor), having), None);
    }
    let asked = Asked::Organisation(id("ggz1"));
    let found = nearest_elsewhere(&made.register, DAY, &Viewer::default(), (&home(), None), (&asked, Having::Anybody));
    assert_eq!(found, None, "a certain partner is there or not");
}

#[test]
fn the_number_of_a_person_and_a_desk_for_another_need_are_no_contact_elsewhere() {
    let mut made = country();
    made.person("An", "schuldhulpverlening2", Visibility::AllCoalitions);
    made.contact("van An", "schuldhulpverlening2", |point| {
        point.visibility = ContactVisibility::Public;
        point.person = Some(PersonId::from_key("An"));
        point.needs = vec![need("schulden")];
    });
    made.contact("wonen", "schuldhulpverlening1", |point| point.needs = vec![need("huisvesting")]);
    assert_eq!(nearest(&made, &Viewer::default(), Having::Contact), None);
    assert_eq!(nearest(&made, &Viewer::default(), Having::Anybody), at_coalition("bijna", Near::Shared(1)));
    made.contact("alles", "schuldhulpverlening1", |_| {});
    assert_eq!(nearest(&made, &Viewer::default(), Having::Contact), at_coalition("veraf", Near::Name));
}
