//! Which coalitions a change marks as changed, and what is left of a batch that does not fit: nothing.

use super::support::*;
use kortelijnen::model::*;

/// Two coalitions; the practice and Noor take part in "oost", nobody in "west".
fn made() -> Register {
    let mut register = Register::new(catalogue());
    let member = |key: &str, party| {
        Change::put(Entity::Membership(Membership {
            id: MembershipId::from_key(key),
            coalition: coalition_id("oost"),
            party,
            status: MembershipStatus::Participating,
            roles: Vec::new(),
            period: Period::default(),
            provenance: Provenance::default(),
        }))
    };
    let practice = Party::Organisation(OrganisationId::from_key("praktijk"));
    let changes = vec![
        put_coalition("oost"),
        put_coalition("west"),
        put_organisation("praktijk"),
        put_organisation("elders"),
        put_person("noor"),
        put_position("praktijk"),
        member("praktijk-oost", practice),
        member("noor-oost", Party::Person(PersonId::from_key("noor"))),
        put_claim("oost", practice),
    ];
    register.apply_batch(&changes).expect("it fits");
    register
}

fn put_coalition(slug: &str) -> Change {
    Change::put(Entity::Coalition(Coalition {
        id: coalition_id(slug),
        name: name(slug),
        aliases: Vec::new(),
        municipalities: Vec::new(),
        phase: Phase::Running,
        phases: vec![],
        started: None,
        themes: Vec::new(),
        provenance: Provenance::default(),
    }))
}

fn put_position(organisation: &str) -> Change {
    Change::put(Entity::Position(Position {
        id: PositionId::from_key("noor"),
        person: PersonId::from_key("noor"),
        organisation: Some(OrganisationId::from_key(organisation)),
        title: None,
        profession: None,
        period: Period::default(),
        provenance: Provenance::default(),
    }))
}

fn put_claim(coalition: &str, speaker: Party) -> Change {
    Change::put(Entity::Claim(Claim {
        id: ClaimId::from_key("uitspraak"),
        coalition: coalition_id(coalition),
        scope: Scope::Domains([Domain::Medical, Domain::Social]),
        stance: Stance::Asserted,
        kind: LinkKindCode::new("works-with").expect("a code"),
        strength: None,
        speaker: Some(speaker),
        on_behalf_of: None,
        initiative: None,
        single_carrier: false,
        date: None,
        period: None,
        provenance: Provenance::default(),
    }))
}

fn put_desk(coalition: Option<&str>) -> Change {
    Change::put(Entity::from(ContactPoint {
        id: ContactPointId::from_key("balie"),
        organisation: OrganisationId::from_key("praktijk"),
        coalition: coalition.map(coalition_id),
        name: name("Balie"),
        audience: Audience::Professionals,
        phone: None,
        mail: None,
        web: None,
        hours: None,
        needs: Vec::new(),
        checked: None,
        person: None,
        visibility: ContactVisibility::default(),
        open: None,
        refer: None,
        languages: Vec::new(),
        checked_by: None,
        period: Period::default(),
        provenance: Provenance::default(),
    }))
}

/// Which of "oost" and "west" a change marks; every mark must be the sequence of the change.
fn marks(register: &mut Register, change: &Change) -> [bool; 2] {
    let before = register.sequence();
    register.apply(change).expect("it fits");
    ["oost", "west"].map(|slug| {
        let version = register.coalition_version(&coalition_id(slug));
        assert!(version <= before || version == register.sequence());
        version > before
    })
}

#[test]
fn a_claim_that_moves_to_another_coalition_marks_both() {
    let mut register = made();
    let practice = Party::Organisation(OrganisationId::from_key("praktijk"));
    assert_eq!(marks(&mut register, &put_claim("west", practice)), [true, true]);
    let before = register.sequence();
    register.apply(&put_claim("oost", practice)).expect("it fits");
    register.note_edits_since(before);
    assert!(register.edited(&coalition_id("west")), "who lost it was edited too");
}

#[test]
fn where_somebody_is_reached_and_who_sees_them_move_no_day() {
    let practice = Party::Organisation(OrganisationId::from_key("praktijk"));
    let edited = |register: &mut Register, batch: &[Change]| {
        let before = register.sequence();
        register.apply_batch(batch).expect("it fits");
        register.note_edits_since(before);
        assert!(register.coalition_version(&coalition_id("oost")) > before, "it is seen all the same");
        register.edited(&coalition_id("oost"))
    };
    let hidden = || {
        let Change::Put(entity) = put_person("noor") else { unreachable!("a put") };
        let Entity::Person(person) = *entity else { unreachable!("a person") };
        Change::put(Entity::Person(Person { visibility: Visibility::Hidden, ..person }))
    };
    let gone = || Change::Remove(put_desk(None).reference());
    let mut register = made();
    for batch in [vec![put_desk(None)], vec![put_desk(Some("oost"))], vec![gone(), hidden(), put_desk(None)], vec![gone()]] {
        assert!(!edited(&mut register, &batch), "{batch:?}");
    }
    // A batch that is refused leaves no trace: the sequence that its desk had is the next claim's.
    let refused = [put_desk(Some("oost")), Change::Remove(put_coalition("noord").reference())];
    assert_eq!(register.apply_batch(&refused).expect_err("no such coalition").0, 1);
    assert!(edited(&mut register.clone(), &[put_claim("oost", practice)]));
    for batch in [[put_desk(None), put_claim("oost", practice)], [put_claim("oost", practice), put_desk(None)]] {
        let mut register = made();
        assert!(edited(&mut register, &batch), "a claim counts, whatever stands beside it");
    }
}

#[test]
fn a_desk_that_holds_everywhere_marks_where_its_organisation_is_seen() {
    let mut register = made();
    assert_eq!(marks(&mut register, &put_desk(None)), [true, false]);
    assert_eq!(marks(&mut register, &put_desk(Some("west"))), [true, true], "and it leaves the others");
    assert_eq!(marks(&mut register, &put_desk(None)), [true, true]);
    assert_eq!(marks(&mut register, &Change::Remove(put_desk(None).reference())), [true, false]);
}

#[test]
fn a_person_marks_where_they_are_shown() {
    let mut register = made();
    let Change::Put(entity) = put_person("noor") else { unreachable!("a put") };
    let Entity::Person(person) = *entity else { unreachable!("a person") };
    let hidden = Change::put(Entity::Person(Person { visibility: Visibility::Hidden, ..person }));
    assert_eq!(marks(&mut register, &hidden), [true, false]);
    // Of somebody who is only the one that said it, in a position elsewhere.
    register.apply(&put_claim("west", Party::Position(PositionId::from_key("noor")))).expect("it fits");
    for change in [hidden, put_position("elders"), put_position("praktijk"), put_organisation("praktijk")] {
        assert_eq!(marks(&mut register, &change), [true, true], "{change:?}");
    }
    assert_eq!(marks(&mut register, &put_organisation("elders")), [false, false], "nobody sees it any more");
}

#[test]
fn a_renamed_employer_marks_where_its_people_are_named() {
    let mut register = made();
    register.apply(&Change::Remove(EntityRef::Membership(MembershipId::from_key("praktijk-oost")))).expect("it fits");
    register.apply(&put_claim("west", Party::Person(PersonId::from_key("noor")))).expect("it fits");
    assert_eq!(marks(&mut register, &put_organisation("praktijk")), [true, true]);
}

#[test]
fn a_batch_that_does_not_fit_leaves_no_trace() {
    let mut register = Register::new(catalogue());
    register.apply_batch(&one_of_every_kind()).expect("it fits");
    register.apply_batch(&[put_coalition("west"), put_organisation("los")]).expect("it fits");
    let seen = |register: &Register| {
        let users: Vec<Vec<EntityRef>> =
            register.entities().map(|it| register.users_of(&it.reference()).cloned().collect()).collect();
        (contents(register), users)
    };
    let before = seen(&register);
    let claim = EntityRef::Claim(ClaimId::from_key("praktijk-wijkteam"));
    let practice = Party::Organisation(OrganisationId::from_key("praktijk"));
    let batch = [
        put_organisation("nieuw"),
        put_organisation("los"),
        Change::Remove(claim.clone()),
        put_claim("west", practice),
        put_organisation("praktijk"),
        put_claim("proefstad", practice),
        Change::Remove(EntityRef::Organisation(OrganisationId::from_key("los"))),
        Change::Remove(claim),
    ];
    let (place, fault) = register.apply_batch(&batch).expect_err("the claim was removed already");
    assert!(place == 7 && matches!(fault, Fault::Unknown(_)), "{place}: {fault}");
    assert_eq!(seen(&register), before);
    register.apply_batch(&batch[..7]).expect("the rest fits as if nothing had been tried");
}

#[test]
fn every_noun_is_listed_by_itself() {
    let mut register = Register::new(catalogue());
    register.apply_batch(&one_of_every_kind()).expect("it fits");
    let counts = [
        register.sources().count(),
        register.coalitions().count(),
        register.organisations().count(),
        register.persons().count(),
        register.positions().count(),
        register.memberships().count(),
        register.initiatives().count(),
        register.claims().count(),
        register.coverages().count(),
        register.contact_points().count(),
    ];
    assert_eq!(counts, [1, 1, 2, 1, 1, 1, 1, 1, 1, 1]);
}
