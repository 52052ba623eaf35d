//! What every back end promises; each test runs against each of them.

use super::support::*;
use kortelijnen::model::*;
use kortelijnen::store::*;
use std::collections::BTreeSet;

macro_rules! contract {
    ($($test:ident),* $(,)?) => {
        mod memory {
            $(#[test] fn $test() { super::$test(&super::Store::memory()) })*
        }
        mod sled {
            $(#[test] fn $test() {
                let directory = tempfile::tempdir().expect("a directory");
                super::$test(&super::open(directory.path()))
            })*
        }
    };
}

contract!(
    a_new_store_is_empty,
    every_kind_of_entity_comes_back_as_it_was,
    batches_are_kept_in_order,
    who_did_not_see_the_last_change_is_refused,
    an_empty_batch_writes_nothing,
    an_undo_is_a_new_change_and_brings_everything_back,
    the_log_holds_no_personal_values,
    removing_a_person_erases_their_values,
    history_tells_who_changed_what_newest_first,
    history_of_one_entity_and_of_one_coalition,
    what_a_user_edited_is_told_from_what_was_shipped,
    a_value_that_is_too_large_is_refused_with_its_whole_batch,
    a_change_that_no_longer_fits_the_catalogue_is_named,
    every_append_of_many_writers_is_kept_once,
    counts_of_searches_are_kept_beside_the_log,
    measurements_are_kept_behind_each_other_and_never_over,
    measurements_of_many_threads_are_each_kept_once,
);

fn a_new_store_is_empty(store: &Store) {
    assert_eq!(store.sequence(), 0);
    let register = load(store);
    assert_eq!((register.sequence(), register.entities().count()), (0, 0));
    assert_eq!(store.history(&HistoryQuery::default()).expect("history"), []);
}

fn every_kind_of_entity_comes_back_as_it_was(store: &Store) {
    let changes = one_of_every_kind();
    let mut register = Register::new(catalogue());
    register.apply_batch(&changes).expect("it fits");
    assert_eq!(store.append(Some(0), batch(changes)).expect("append"), 11);
    assert_eq!(contents(&load(store)), contents(&register));
}

fn batches_are_kept_in_order(store: &Store) {
    keep(store, vec![put_organisation("a"), put_organisation("b")]);
    keep(store, vec![Change::Remove(EntityRef::Organisation(OrganisationId::from_key("a")))]);
    keep(store, vec![put_organisation("a"), put_organisation("c"), put_organisation("a")]);
    let register = load(store);
    let revisions = ["a", "b", "c"].map(|key| register.revision(&EntityRef::Organisation(OrganisationId::from_key(key))));
    assert_eq!((register.sequence(), revisions), (6, [Some(6), Some(2), Some(5)]));
}

fn who_did_not_see_the_last_change_is_refused(store: &Store) {
    keep(store, vec![put_organisation("a"), put_organisation("b")]);
    for stale in [0, 1, 3] {
        let error = refused(store.append(Some(stale), batch(vec![put_organisation("c")])));
        assert!(matches!(error, StoreError::Conflict { expected, actual: 2 } if expected == stale), "{error}");
    }
    assert_eq!(load(store).sequence(), 2, "nothing of a refused batch is kept");
    assert_eq!(store.append(None, batch(vec![put_organisation("c")])).expect("whatever the sequence is"), 3);
    assert_eq!(store.append(Some(3), batch(vec![put_organisation("d")])).expect("a conflict does not stop the store"), 4);
}

fn an_empty_batch_writes_nothing(store: &Store) {
    keep(store, vec![put_organisation("a")]);
    assert_eq!(store.append(Some(1), batch(Vec::new())).expect("append"), 1);
    assert_eq!(store.history(&HistoryQuery::default()).expect("history").len(), 1);
}

fn an_undo_is_a_new_change_and_brings_everything_back(store: &Store) {
    keep(store, one_of_every_kind());
    let before = load(store);
    let mut changes: Vec<Change> = one_of_every_kind().iter().rev().map(|put| Change::Remove(put.reference())).collect();
    changes.push(put_organisation("in plaats daarvan"));
    let inverse = keep(store, changes);
    assert_eq!(load(store).entities().count(), 1);
    keep(store, inverse);
    let after = load(store);
    assert_eq!(after.entities().collect::<Vec<_>>(), before.entities().collect::<Vec<_>>());
    assert_eq!(after.sequence(), 11 + 12 + 12, "history grows, it is never cut");
}

fn the_log_holds_no_personal_values(store: &Store) {
    keep(store, one_of_every_kind());
    let lines = export(store);
    let (rows, people): (Vec<&str>, Vec<&str>) = lines.lines().skip(1).partition(|line| line.starts_with("{\"row\""));
    assert_eq!((rows.len(), people.len()), (11, 1));
    for text in [PERSON_NAME, PERSON_PURPOSE, PERSON_PLACE, PERSON_NOTE] {
        assert!(rows.iter().all(|row| !row.contains(text)), "the log quotes \"{text}\"");
        assert!(people[0].contains(text), "\"{text}\" is kept apart");
    }
    let person = PersonId::from_key("noor").to_string();
    assert!(rows.iter().filter(|row| row.contains(&person)).count() >= 2, "rows name the person by id");
}

fn removing_a_person_erases_their_values(store: &Store) {
    keep(store, vec![put_person("kim"), put_person("sam")]);
    keep(store, vec![Change::Remove(EntityRef::Person(PersonId::from_key("kim")))]);
    let lines = export(store);
    assert!(!lines.contains("mens kim") && lines.contains("mens sam"), "{lines}");
    let rows = store.history(&HistoryQuery::default()).expect("history");
    let Change::Put(entity) = &rows[2].change else { panic!("the first change put somebody") };
    assert!(matches!(&**entity, Entity::Person(it) if it.name.as_str() == REMOVED_NAME), "history stays, the name is gone");
    assert_eq!(load(store).persons().count(), 1);
}

fn history_tells_who_changed_what_newest_first(store: &Store) {
    let later = AT + time::Duration::hours(30);
    let amsterdam = time::UtcOffset::from_hms(1, 0, 0).expect("an offset");
    let actor = Actor::new("account-7").expect("an actor");
    store.append(Some(0), batch(vec![put_organisation("a"), put_person("kim")])).expect("append");
    let second = Batch { at: later.to_offset(amsterdam), actor: actor.clone(), changes: vec![put_organisation("b")] };
    store.append(Some(2), second).expect("append");
    let rows = store.history(&HistoryQuery::default()).expect("history");
    let expected = [
        HistoryRow { sequence: 3, at: later, actor, batch: 3, change: put_organisation("b") },
        HistoryRow { sequence: 2, at: AT, actor: Actor::LOCAL, batch: 1, change: put_person("kim") },
        HistoryRow { sequence: 1, at: AT, actor: Actor::LOCAL, batch: 1, change: put_organisation("a") },
    ];
    assert_eq!(rows, expected);
    let page = |before, limit| {
        let rows = store.history(&HistoryQuery { about: About::Everything, before, limit }).expect("history");
        rows.iter().map(|row| row.sequence).collect::<Vec<_>>()
    };
    assert_eq!((page(None, 2), page(Some(2), 2), page(Some(1), 2), page(None, 0)), (vec![3, 2], vec![1], vec![], vec![]));
}

fn history_of_one_entity_and_of_one_coalition(store: &Store) {
    keep(store, one_of_every_kind());
    keep(store, vec![put_organisation("elders"), put_organisation("praktijk")]);
    let claim = EntityRef::Claim(ClaimId::from_key("praktijk-wijkteam"));
    keep(store, vec![Change::Remove(claim.clone())]);
    keep(store, vec![Change::Remove(EntityRef::Organisation(OrganisationId::from_key("elders")))]);
    let sequences = |about, limit| {
        let rows = store.history(&HistoryQuery { about, before: None, limit }).expect("history");
        rows.iter().map(|row| row.sequence).collect::<Vec<_>>()
    };
    assert_eq!(sequences(About::Entity(EntityRef::Organisation(OrganisationId::from_key("praktijk"))), 9), [13, 2]);
    assert_eq!(sequences(About::Entity(claim), 9), [14, 9]);
    let coalition = || About::Coalition(coalition_id("proefstad"));
    assert_eq!(sequences(coalition(), 99), [14, 11, 10, 9, 8, 7, 4], "and the removal, which does not name the coalition");
    assert_eq!(sequences(coalition(), 3), [14, 11, 10]);
    assert_eq!(sequences(About::Coalition(coalition_id("proef")), 99), Vec::<u64>::new());
}

fn what_a_user_edited_is_told_from_what_was_shipped(store: &Store) {
    let write = |actor, key| store.append(None, Batch { at: AT, actor, changes: vec![put_organisation(key)] }).expect("append");
    for (actor, key) in [(Actor::SHIPPED, "a"), (Actor::SHIPPED, "b"), (Actor::LOCAL, "a"), (Actor::SHIPPED, "a")] {
        write(actor, key);
    }
    let edited = store.changed_by_users().expect("one pass");
    assert_eq!(edited, BTreeSet::from([EntityRef::Organisation(OrganisationId::from_key("a"))]));
}

fn a_value_that_is_too_large_is_refused_with_its_whole_batch(store: &Store) {
    keep(store, one_of_every_kind());
    let error = refused(store.append(None, batch(vec![put_organisation("a"), put_too_large("proefstad")])));
    assert!(matches!(error, StoreError::TooLarge { bytes, bytes_max: ROW_BYTES_MAX, .. } if bytes > 2_000 * 36), "{error}");
    assert_eq!(load(store).sequence(), 11);
    assert_eq!(store.append(Some(11), batch(vec![put_organisation("a")])).expect("the store goes on"), 12);
}

fn a_change_that_no_longer_fits_the_catalogue_is_named(store: &Store) {
    keep(store, one_of_every_kind());
    let mut smaller = (*catalogue()).clone();
    smaller.links.clear();
    let error = refused(store.load(smaller.into()));
    assert!(matches!(error, StoreError::Misfit { sequence: 9, fault: Fault::UnknownLinkKind { .. } }), "{error}");
}

fn every_append_of_many_writers_is_kept_once(store: &Store) {
    const WRITERS: usize = 8;
    const BATCHES: usize = 20;
    let acknowledged: Vec<(u64, String)> = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                scope.spawn(move || {
                    (0..BATCHES).map(|number| append_until_kept(store, &format!("{writer}-{number}"))).collect::<Vec<_>>()
                })
            })
            .collect();
        writers.into_iter().flat_map(|writer| writer.join().expect("a writer")).collect()
    });
    let ends: BTreeSet<u64> = acknowledged.iter().map(|(end, _)| *end).collect();
    assert_eq!(ends, (1..=WRITERS * BATCHES).map(|batch| 2 * batch as u64).collect(), "each got an end of its own");
    let register = load(store);
    assert_eq!(register.sequence(), 2 * (WRITERS * BATCHES) as u64);
    for (end, key) in acknowledged {
        let revision = |it: EntityRef| register.revision(&it);
        assert_eq!(revision(EntityRef::Organisation(OrganisationId::from_key(&key))), Some(end - 1), "{key}");
        assert_eq!(revision(EntityRef::Person(PersonId::from_key(&key))), Some(end), "{key}");
    }
}

fn append_until_kept(store: &Store, key: &str) -> (u64, String) {
    loop {
        match store.append(Some(store.sequence()), batch(vec![put_organisation(key), put_person(key)])) {
            Ok(end) => return (end, key.to_owned()),
            Err(StoreError::Conflict { .. }) => std::thread::yield_now(),
            Err(error) => panic!("{error}"),
        }
    }
}

fn counts_of_searches_are_kept_beside_the_log(store: &Store) {
    let searched = |coalition: &str, month: &str| Searched {
        coalition: coalition_id(coalition),
        month: YearMonth::parse(month).expect("a month"),
        need: NeedCode::new("schulden").expect("a code"),
    };
    let (first, second) = (searched("proefstad", "2026-10"), searched("proefstad", "2026-11"));
    assert_eq!(store.searches().expect("none yet"), SearchCounts::new());
    store.keep_searches(&SearchCounts::from([(first.clone(), 3), (second.clone(), 1)])).expect("kept");
    store.keep_searches(&SearchCounts::from([(second.clone(), 2)])).expect("kept over it");
    assert_eq!(store.searches().expect("read"), SearchCounts::from([(first, 3), (second, 2)]));
    assert_eq!(store.sequence(), 0, "a search changes nothing in the register");
    keep(store, vec![put_organisation("a")]);
    assert_eq!((store.searches().expect("read").len(), load(store).sequence()), (2, 1));
}

fn measurements_are_kept_behind_each_other_and_never_over(store: &Store) {
    let (own, other) = (coalition_id("proef"), coalition_id("proef-2"));
    assert_eq!((store.measurements(&own).expect("none"), store.last_measurement(&own).expect("none")), (vec![], None));
    store.keep_measurements(vec![]).expect("nothing to keep");
    keep(store, vec![put_organisation("a")]);
    // The same one twice is two: nothing that was kept gives way.
    let first = vec![measurement("proef", 1), measurement("proef-2", 1), measurement("proef", 1)];
    store.keep_measurements(first).expect("kept");
    store.keep_measurements(vec![measurement("proef", 2)]).expect("kept");
    let known = |id: &CoalitionId| {
        let kept = store.measurements(id).expect("read");
        kept.iter().map(|it| it.known_at).collect::<Vec<_>>()
    };
    assert_eq!((known(&own), known(&other)), (vec![1, 1, 2], vec![1]));
    assert_eq!(store.last_measurement(&own).expect("read"), Some(measurement("proef", 2)));
    assert_eq!(store.measurements(&other).expect("read"), [measurement("proef-2", 1)], "as it was");
    assert_eq!((store.sequence(), load(store).sequence()), (1, 1), "a measurement changes nothing in the register");
    keep(store, vec![put_organisation("b")]);
    assert_eq!((store.sequence(), known(&own).len()), (2, 3));
}

fn measurements_of_many_threads_are_each_kept_once(store: &Store) {
    const THREADS: u64 = 6;
    const EACH: u64 = 10;
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            scope.spawn(move || {
                for number in 0..EACH {
                    store.keep_measurements(vec![measurement("proef", thread * EACH + number)]).expect("kept");
                    append_until_kept(store, &format!("{thread}-{number}"));
                }
            });
        }
    });
    let kept = store.measurements(&coalition_id("proef")).expect("read");
    let known: BTreeSet<u64> = kept.iter().map(|it| it.known_at).collect();
    assert_eq!((kept.len() as u64, known), (THREADS * EACH, (0..THREADS * EACH).collect()));
    assert_eq!(load(store).sequence(), 2 * THREADS * EACH);
}
