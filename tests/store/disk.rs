//! What the embedded store says about a directory that it cannot use, and what it keeps when it is opened again.

use super::support::*;
use kortelijnen::model::*;
use kortelijnen::store::*;
use std::path::Path;

/// Does something to a closed store behind its back.
fn raw(directory: &Path, act: impl FnOnce(&sled::Db)) {
    // A child that another test just started holds the lock of this file until it runs its own program.
    let config = sled::Config::new().path(directory).flush_every_ms(None);
    let db = (0..100)
        .find_map(|_| {
            config.open().ok().or_else(|| {
                std::thread::sleep(std::time::Duration::from_millis(20));
                None
            })
        })
        .expect("raw open");
    act(&db);
    db.flush().expect("raw flush");
}

fn tree(db: &sled::Db, name: &str) -> sled::Tree {
    db.open_tree(name).expect("a tree")
}

/// A closed store with one entity of every kind.
fn filled() -> tempfile::TempDir {
    let directory = tempfile::tempdir().expect("a directory");
    keep(&open(directory.path()), one_of_every_kind());
    directory
}

#[test]
fn opened_again_it_is_as_it_was() {
    let directory = tempfile::tempdir().expect("a directory");
    let before = {
        let store = open(&directory.path().join("diep/genoeg"));
        keep(&store, one_of_every_kind());
        keep(&store, vec![put_person("kim")]);
        contents(&load(&store))
    };
    for _ in 0..3 {
        assert_eq!(contents(&load(&open(&directory.path().join("diep/genoeg")))), before);
    }
}

#[test]
fn a_new_directory_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let parent = tempfile::tempdir().expect("a directory");
    let directory = parent.path().join("nieuw");
    keep(&open(&directory), vec![put_person("kim")]);
    let mode = std::fs::metadata(&directory).expect("metadata").permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[test]
fn a_second_process_on_one_directory_is_told_so() {
    let directory = tempfile::tempdir().expect("a directory");
    let store = open(directory.path());
    let error = refused(Store::open(directory.path()));
    assert!(matches!(&error, StoreError::InUse { path } if path == directory.path()), "{error}");
    keep(&store, vec![put_organisation("a")]);
    drop(store);
    assert_eq!(open(directory.path()).sequence(), 1, "free again once it is closed");
}

#[test]
fn a_newer_format_is_told_and_left_alone() {
    let directory = filled();
    raw(directory.path(), |db| drop(tree(db, "meta").insert("format", "3").expect("raw insert")));
    for _ in 0..2 {
        let error = refused(Store::open(directory.path()));
        assert!(matches!(error, StoreError::NewerFormat { found: 3, known: FORMAT }), "{error}");
    }
    raw(directory.path(), |db| drop(tree(db, "meta").insert("format", "1").expect("raw insert")));
    assert_eq!(load(&open(directory.path())).sequence(), 11);
}

#[test]
fn a_changed_record_is_told_with_its_number() {
    let directory = filled();
    raw(directory.path(), |db| {
        let log = tree(db, "log");
        let mut row = log.get(7u64.to_be_bytes()).expect("raw get").expect("row 7").to_vec();
        // A digit of the year: still JSON, still a row, but not what was written.
        let year = row.windows(4).position(|at| at == b"2019").expect("a year");
        row[year + 3] ^= 1;
        log.insert(7u64.to_be_bytes(), row).expect("raw insert");
    });
    let store = open(directory.path());
    let error = refused(store.load(catalogue()));
    assert!(matches!(error, StoreError::Corrupt { what: Record::Change(7) }), "{error}");
    let error = refused(store.history(&HistoryQuery::default()));
    assert!(matches!(error, StoreError::Corrupt { what: Record::Change(7) }), "{error}");
}

#[test]
fn a_swapped_record_is_told() {
    let directory = filled();
    raw(directory.path(), |db| {
        let log = tree(db, "log");
        let row = log.get(3u64.to_be_bytes()).expect("raw get").expect("row 3");
        log.insert(2u64.to_be_bytes(), row).expect("raw insert");
    });
    let error = refused(open(directory.path()).load(catalogue()));
    assert!(matches!(error, StoreError::Corrupt { what: Record::Change(2) }), "{error}");
}

#[test]
fn a_missing_record_is_told() {
    for missing in [1u64, 5, 11] {
        let directory = filled();
        raw(directory.path(), |db| drop(tree(db, "log").remove(missing.to_be_bytes()).expect("raw remove")));
        let error = refused(Store::open(directory.path()).and_then(|store| store.load(catalogue())));
        assert!(matches!(error, StoreError::Corrupt { what: Record::Change(at) } if at == missing), "{error}");
    }
}

#[test]
fn a_store_without_its_mark_is_told() {
    let directory = filled();
    raw(directory.path(), |db| drop(tree(db, "meta").remove("format").expect("raw remove")));
    let error = refused(Store::open(directory.path()));
    assert!(matches!(error, StoreError::Corrupt { what: Record::Mark }), "{error}");
}

#[test]
fn a_person_whose_values_are_gone_stays_in_the_register_without_a_name() {
    let directory = filled();
    raw(directory.path(), |db| {
        let personal = tree(db, "personal");
        assert_eq!(personal.len(), 1);
        personal.clear().expect("raw clear");
    });
    let register = load(&open(directory.path()));
    let person = register.person(&PersonId::from_key("noor")).expect("still there");
    assert_eq!((person.name.as_str(), &person.purpose, &person.provenance.at), (REMOVED_NAME, &None, &None));
    assert_eq!(person.visibility, Visibility::AllCoalitions, "what is not personal stays");
    assert_eq!(register.sequence(), 11);
}

#[test]
fn changed_personal_values_are_told() {
    let directory = filled();
    let id = PersonId::from_key("noor");
    raw(directory.path(), |db| {
        let personal = tree(db, "personal");
        let mut values = personal.get(id.0.as_bytes()).expect("raw get").expect("values").to_vec();
        values[10] ^= 1;
        personal.insert(id.0.as_bytes(), values).expect("raw insert");
    });
    let error = refused(open(directory.path()).load(catalogue()));
    assert!(matches!(error, StoreError::Corrupt { what: Record::Person(who) } if who == id), "{error}");
}

#[test]
fn a_file_in_place_of_the_directory_is_told_with_its_path() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("bestand");
    std::fs::write(&file, "geen map").expect("a file");
    let error = refused(Store::open(&file));
    assert!(matches!(&error, StoreError::Io { path, .. } if *path == file), "{error}");
    assert!(error.sentence(Language::Nl).contains("bestand") && error.sentence(Language::En).contains("bestand"));
}

/// A closed store with twenty batches, and the number of changes in it.
fn long() -> (tempfile::TempDir, u64) {
    let directory = tempfile::tempdir().expect("a directory");
    let store = open(directory.path());
    for batch in 0..20 {
        keep(&store, (0..10).map(|place| put_organisation(&format!("{batch}-{place}"))).collect());
    }
    (directory, store.sequence())
}

/// By itself sled gives what stood before the damage, and no word about the rest.
#[test]
fn a_damaged_file_gives_an_error_or_everything_and_never_less() {
    let mut told = 0;
    for part in 0..12 {
        let (directory, last) = long();
        let file = directory.path().join("db");
        let mut bytes = std::fs::read(&file).expect("read");
        let at = bytes.len() * (2 * part + 1) / 24;
        bytes[at] ^= 0x10;
        std::fs::write(&file, bytes).expect("write");
        for _ in 0..2 {
            match Store::open(directory.path()).and_then(|store| store.load(catalogue())) {
                Ok(register) => assert_eq!(register.sequence(), last, "byte {at}"),
                Err(StoreError::Corrupt { .. }) => told += 1,
                Err(error) => panic!("byte {at}: {error}"),
            }
        }
    }
    assert!(told > 0, "some byte must have mattered");
}

#[test]
fn a_file_that_was_cut_off_emptied_or_removed_is_told() {
    type Damage = fn(&Path) -> std::io::Result<()>;
    let cut: Damage = |file| {
        let file = std::fs::OpenOptions::new().write(true).open(file)?;
        file.set_len(file.metadata()?.len() / 2)
    };
    let empty: Damage = |file| std::fs::write(file, "");
    let remove: Damage = |file| std::fs::remove_file(file);
    for (number, damage) in [cut, empty, remove].iter().enumerate() {
        let (directory, _) = long();
        damage(&directory.path().join("db")).expect("damage");
        for _ in 0..2 {
            let error = refused(Store::open(directory.path()));
            assert!(matches!(error, StoreError::Corrupt { .. }), "damage {number}: {error}");
        }
    }
}

#[test]
fn without_its_witness_a_whole_store_opens() {
    let (directory, last) = long();
    for content in [None, Some(""), Some("00000000000000009999 0123456789abcdef")] {
        let witness = directory.path().join("acknowledged");
        match content {
            None => std::fs::remove_file(&witness).expect("remove"),
            Some(content) => std::fs::write(&witness, content).expect("write"),
        }
        assert_eq!(load(&open(directory.path())).sequence(), last);
        assert!(std::fs::read_to_string(&witness).expect("there again").contains(&last.to_string()));
    }
}
