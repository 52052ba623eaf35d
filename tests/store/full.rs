//! A disk that is full: a real one, a few megabytes of memory mounted as a file system in a name space of its own.

use super::support::*;
use kortelijnen::live::*;
use kortelijnen::model::*;
use std::path::{Path, PathBuf};
use std::process::Command;

const DIRECTORY: &str = "KORTELIJNEN_TEST_FULL_DISK";
/// Changes in each batch.
const BATCH: u64 = 50;

fn on_a_small_disk(directory: &Path, command: &[&str]) -> Command {
    let mut unshare = Command::new("unshare");
    unshare.args(["--user", "--map-root-user", "--mount", "sh", "-c"]);
    unshare.arg(r#"mount -t tmpfs -o size=6m tmpfs "$0" && exec "$@""#).arg(directory).args(command);
    unshare
}

#[test]
fn a_full_disk_is_told_and_loses_nothing() {
    let directory = tempfile::tempdir().expect("a directory");
    if !on_a_small_disk(directory.path(), &["true"]).output().is_ok_and(|output| output.status.success()) {
        println!("skipped: this machine does not let us mount a small file system in a name space of our own");
        return;
    }
    let program = std::env::current_exe().expect("this program");
    let arguments = [program.to_str().expect("a path"), "store::full::child", "--exact", "--ignored", "--nocapture"];
    let output = on_a_small_disk(directory.path(), &arguments).env(DIRECTORY, directory.path()).output().expect("a child");
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && said.contains("filled after"), "{said}");
}

#[test]
#[ignore = "the child of the test above"]
fn child() {
    let Some(disk) = std::env::var_os(DIRECTORY).map(PathBuf::from) else { return };
    let (directory, ballast) = (disk.join("store"), disk.join("ballast"));
    std::fs::write(&ballast, vec![7u8; 2 << 20]).expect("ballast");
    let store = open(&directory);
    let live = Live::open(store.clone(), catalogue()).expect("a desk");
    let (mut kept, error) = fill(&live);
    println!("filled after {kept} changes: {error}");
    assert!(matches!(&error, StoreError::DiskFull { path } if path.starts_with(&directory)), "{error:?}");
    assert!(kept > 0, "something fitted");

    // Room or not: the store that failed acknowledges nothing any more, and shows nothing that it did not acknowledge.
    std::fs::remove_file(&ballast).expect("remove ballast");
    for _ in 0..2 {
        let error = refused(store.append(None, batch(vec![put_organisation("later")])));
        assert!(matches!(&error, StoreError::Stopped { cause } if matches!(**cause, StoreError::DiskFull { .. })), "{error}");
    }
    assert!(matches!(refused(store.load(catalogue())), StoreError::Stopped { .. }));
    assert_eq!(store.sequence(), kept);
    assert_eq!(live.snapshot().sequence(), kept, "readers go on with what was acknowledged");
    drop((live, store));

    let store = open(&directory);
    let register = load(&store);
    assert!([kept, kept + BATCH].contains(&register.sequence()), "all that was acknowledged, and no half batch");
    kept = register.sequence();
    for number in 0..kept {
        assert!(register.organisation(&OrganisationId::from_key(&number.to_string())).is_some(), "{number}");
    }
    assert_eq!(store.append(Some(kept), batch(vec![put_organisation("later")])).expect("room again"), kept + 1);
}

fn fill(live: &Live) -> (u64, StoreError) {
    let mut kept = 0;
    loop {
        let changes = (kept..kept + BATCH).map(|number| put_organisation(&number.to_string())).collect();
        match live.write(Actor::LOCAL, AT, &[], changes) {
            Ok(written) => kept = written.sequence,
            Err(WriteError::Store(error)) => return (kept, error),
            Err(other) => panic!("{other}"),
        }
    }
}
