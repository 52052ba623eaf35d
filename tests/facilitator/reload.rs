//! A corrected file is loaded again: it updates what no user edited, and undoes nothing.

use super::*;
use kortelijnen::desk::import;
use kortelijnen::live::{Actor, Live, Store};
use kortelijnen::model::*;
use time::OffsetDateTime;
use time::macros::datetime;

const NOW: OffsetDateTime = datetime!(2026-11-22 12:00 UTC);

fn loaded() -> (Live, Vec<Change>) {
    let shipped = shipped::shipped().expect("the shipped data reads");
    let live = Live::open(Store::memory(), shipped.catalogue).expect("an empty store opens");
    import(&live, Actor::SHIPPED, NOW, shipped.changes.clone()).expect("it loads");
    (live, shipped.changes)
}

fn de_poort(live: &Live) -> Organisation {
    let snapshot = live.snapshot();
    let mut found = snapshot.register.organisations().filter(|it| it.name.as_str() == "Verloskundig centrum De Poort");
    found.next().expect("De Poort is there").clone()
}

fn renamed(mut organisation: Organisation, name: &str) -> Change {
    organisation.name = Name::new(name).expect("a name");
    Change::put(Entity::Organisation(organisation))
}

#[test]
fn loading_the_same_files_again_changes_nothing() {
    let (live, changes) = loaded();
    let before = live.snapshot().sequence();
    let done = import(&live, Actor::SHIPPED, NOW, changes.clone()).expect("it loads");
    assert_eq!((done.put, done.same, done.kept.len()), (0, changes.len(), 0));
    assert_eq!(live.snapshot().sequence(), before);
}

#[test]
fn a_corrected_file_updates_what_nobody_edited_and_the_coalition_keeps_its_date() {
    let (live, _) = loaded();
    let done = import(&live, Actor::IMPORT, NOW, vec![renamed(de_poort(&live), "De Poort (verbeterd)")]).expect("it loads");
    assert_eq!((done.put, done.kept.len()), (1, 0));
    let snapshot = live.snapshot();
    assert!(!snapshot.register.edited(&CoalitionId::new("leiden").expect("a slug")));
}

#[test]
fn what_a_user_edited_stays_and_the_coalition_is_shown_as_of_today() {
    let (live, changes) = loaded();
    live.write(Actor::LOCAL, NOW, &[], vec![renamed(de_poort(&live), "De Poort Leiden")]).expect("a user renames it");
    let done = import(&live, Actor::SHIPPED, NOW, changes).expect("it loads");
    assert_eq!((done.put, done.kept.len()), (0, 1));
    let snapshot = live.snapshot();
    assert!(snapshot.register.organisations().any(|it| it.name.as_str() == "De Poort Leiden"));
    let office = Office { register: &snapshot.register, today: TODAY };
    assert_eq!(office.overview("leiden", None).expect("Leiden is there").as_of, "2026-11-22");
    assert_eq!(office.overview("delft", None).expect("Delft is there").as_of, "2019-11-30", "the others are as they were");
}

#[test]
fn what_a_user_removed_stays_away_with_what_hangs_on_it() {
    let (live, changes) = loaded();
    let leiden = CoalitionId::new("leiden").expect("a slug");
    let snapshot = live.snapshot();
    let line = snapshot
        .register
        .claims()
        .find(|claim| claim.coalition == leiden && claim.initiative.is_some())
        .expect("the line of the consultation");
    let initiative = line.initiative.expect("it runs through the consultation");
    let removals = vec![Change::Remove(EntityRef::Claim(line.id)), Change::Remove(EntityRef::Initiative(initiative))];
    live.write(Actor::LOCAL, NOW, &[], removals).expect("a user removes both");
    let done = import(&live, Actor::SHIPPED, NOW, changes).expect("it loads");
    assert_eq!((done.put, done.kept.len()), (0, 2));
    assert!(live.snapshot().register.initiative(&initiative).is_none());
}
