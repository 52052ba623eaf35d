//! How long loading takes, so that a checkpoint is built when it is needed and not before.

use super::support::*;
use kortelijnen::model::*;
use kortelijnen::store::*;
use std::time::Instant;

#[test]
#[ignore = "slow: make test-slow"]
fn a_hundred_thousand_changes_load_in_seconds() {
    let directory = tempfile::tempdir().expect("a directory");
    let start = Instant::now();
    {
        let store = open(directory.path());
        for group in 0..100 {
            let changes = (0..1_000).map(|place| {
                let key = format!("{group}-{place}");
                if place % 3 == 1 { put_person(&key) } else { put_organisation(&key) }
            });
            store.append(None, batch(changes.collect())).expect("append");
        }
    }
    let written = start.elapsed();
    let start = Instant::now();
    let store = open(directory.path());
    let opened = start.elapsed();
    let start = Instant::now();
    let register = load(&store);
    let loaded = start.elapsed();
    let start = Instant::now();
    let about = About::Entity(EntityRef::Organisation(OrganisationId::from_key("50-0")));
    let rows = store.history(&HistoryQuery { about, ..HistoryQuery::default() }).expect("history");
    let history = start.elapsed();
    println!("100000 changes: written in {written:?}, opened in {opened:?}, loaded in {loaded:?}, history of one in {history:?}");
    assert_eq!(rows.iter().map(|row| row.sequence).collect::<Vec<_>>(), [50_001]);
    assert_eq!(register.entities().count(), 100_000);
    assert!(loaded.as_secs() < 30, "{loaded:?}");
}
