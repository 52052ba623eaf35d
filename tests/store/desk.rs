//! The snapshot and the single writer above the store.

use super::support::*;
use kortelijnen::live::*;
use kortelijnen::model::*;
use std::sync::Arc;

fn desk() -> (Live, Store) {
    let store = Store::memory();
    (Live::open(store.clone(), catalogue()).expect("a desk"), store)
}

fn write(live: &Live, seen: &[IfMatch], changes: Vec<Change>) -> Result<Written, WriteError> {
    live.write(Actor::LOCAL, AT, seen, changes)
}

fn organisation(key: &str) -> EntityRef {
    EntityRef::Organisation(OrganisationId::from_key(key))
}

#[test]
fn a_reader_keeps_the_moment_it_took_and_a_writer_reads_its_own_write() {
    let (live, _) = desk();
    write(&live, &[], vec![put_organisation("a")]).expect("write");
    let old = live.snapshot();
    let written = write(&live, &[], vec![put_organisation("b"), Change::Remove(organisation("a"))]).expect("write");
    assert_eq!((old.sequence(), old.register.entities().count()), (1, 1));
    assert!(old.register.entity(&organisation("a")).is_some());
    let new = live.snapshot();
    assert_eq!((written.sequence, new.sequence()), (3, 3));
    assert!(new.register.entity(&organisation("a")).is_none() && new.register.entity(&organisation("b")).is_some());
}

#[test]
fn the_inverse_undoes_and_is_kept_as_a_new_change() {
    let (live, store) = desk();
    write(&live, &[], one_of_every_kind()).expect("write");
    let before = live.snapshot();
    let removals = one_of_every_kind().iter().rev().map(|put| Change::Remove(put.reference())).collect();
    let written = write(&live, &[], removals).expect("write");
    assert_eq!(live.snapshot().register.entities().count(), 0);
    write(&live, &[], written.inverse).expect("undo");
    let after = live.snapshot();
    assert!(after.register.entities().eq(before.register.entities()));
    assert_eq!(contents(&load(&store)), contents(&after.register), "the archive says the same");
}

#[test]
fn a_batch_with_a_fault_changes_nothing_and_names_its_place() {
    let (live, store) = desk();
    write(&live, &[], vec![put_organisation("a")]).expect("write");
    let before = live.snapshot();
    let error = write(&live, &[], vec![put_organisation("b"), Change::Remove(organisation("c"))]).expect_err("a fault");
    assert!(matches!(error, WriteError::Fault { place: 1, fault: Fault::Unknown(what) } if what == organisation("c")));
    assert!(Arc::ptr_eq(&before, &live.snapshot()));
    assert_eq!(store.sequence(), 1);
}

#[test]
fn a_batch_that_the_archive_refuses_is_not_shown() {
    let (live, store) = desk();
    write(&live, &[], one_of_every_kind()).expect("write");
    let before = live.snapshot();
    let error = write(&live, &[], vec![put_organisation("b"), put_too_large("proefstad")]).expect_err("too large");
    assert!(matches!(error, WriteError::Store(StoreError::TooLarge { .. })), "{error}");
    assert!(Arc::ptr_eq(&before, &live.snapshot()));
    assert_eq!(store.sequence(), 11);

    store.append(None, batch(vec![put_organisation("behind its back")])).expect("append");
    let error = write(&live, &[], vec![put_organisation("b")]).expect_err("a conflict");
    assert!(matches!(error, WriteError::Store(StoreError::Conflict { expected: 11, actual: 12 })), "{error}");
    assert!(Arc::ptr_eq(&before, &live.snapshot()));
    assert_eq!(store.sequence(), 12);
}

#[test]
fn who_saw_an_older_revision_is_refused_with_the_present_one() {
    let (live, _) = desk();
    write(&live, &[], vec![put_organisation("a"), put_organisation("b")]).expect("write");
    let saw = |key: &str, revision| [IfMatch { what: organisation(key), revision }];
    write(&live, &saw("a", Some(1)), vec![put_organisation("a")]).expect("the present revision");
    write(&live, &saw("c", None), vec![put_organisation("c")]).expect("it was not there");
    for (key, seen, now) in [("a", Some(1), Some(3)), ("a", None, Some(3)), ("d", Some(1), None)] {
        let error = write(&live, &saw(key, seen), vec![put_organisation(key)]).expect_err("stale");
        let WriteError::Stale { what, expected, current } = error else { panic!("{error}") };
        assert_eq!((what, expected, current), (organisation(key), seen, now));
    }
    assert_eq!(live.snapshot().sequence(), 4);
}

#[test]
fn of_many_who_saw_the_same_revision_one_wins() {
    let (live, store) = desk();
    write(&live, &[], vec![put_organisation("a")]).expect("write");
    let seen = [IfMatch { what: organisation("a"), revision: Some(1) }];
    let won = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..8).map(|_| scope.spawn(|| write(&live, &seen, vec![put_organisation("a")]).is_ok())).collect();
        writers.into_iter().map(|writer| usize::from(writer.join().expect("a writer"))).sum::<usize>()
    });
    assert_eq!((won, store.sequence(), live.snapshot().sequence()), (1, 2, 2));
}

#[test]
fn a_desk_opened_again_shows_the_same() {
    let directory = tempfile::tempdir().expect("a directory");
    let before = {
        let live = Live::open(open(directory.path()), catalogue()).expect("a desk");
        write(&live, &[], one_of_every_kind()).expect("write");
        assert_eq!(live.history(&HistoryQuery::default()).expect("history").len(), 11);
        contents(&live.snapshot().register)
    };
    let live = Live::open(open(directory.path()), catalogue()).expect("a desk");
    assert_eq!(contents(&live.snapshot().register), before);
}
