//! The export of the log, and the store of the first release, which every later program must open.

use super::support::*;
use kortelijnen::model::*;
use kortelijnen::store::*;

/// Exported by the first release. Never changed; a new format gets a file of its own.
const FIRST_RELEASE: &str = include_str!("fixtures/v1.jsonl");

fn import(lines: &str) -> Result<Store, StoreError> {
    let store = Store::memory();
    store.import_lines(lines.as_bytes(), catalogue()).map(|_| store)
}

/// Without what came later.
fn as_in_the_first_release(mut change: Change) -> Change {
    if let Change::Put(entity) = &mut change {
        match &mut **entity {
            Entity::Coalition(it) => it.governance.clear(),
            Entity::Initiative(it) => {
                it.kinds.clear();
                it.needs.clear();
            }
            _ => {}
        }
    }
    change
}

/// What `FIRST_RELEASE` was made from: everything, a person who was removed, and a change that was undone.
fn history_of_the_first_release() -> Store {
    let store = Store::memory();
    keep(&store, one_of_every_kind().into_iter().map(as_in_the_first_release).collect());
    keep(&store, vec![put_person("kim"), put_organisation("a")]);
    let inverse = keep(&store, vec![Change::Remove(EntityRef::Person(PersonId::from_key("kim"))), put_organisation("b")]);
    keep(&store, inverse[..1].to_vec());
    store
}

#[test]
fn the_store_of_the_first_release_still_opens() {
    let store = import(FIRST_RELEASE).expect("import");
    let made = history_of_the_first_release();
    assert_eq!(contents(&load(&store)), contents(&load(&made)));
    let all = HistoryQuery { limit: usize::MAX, ..HistoryQuery::default() };
    assert_eq!(store.history(&all).expect("history"), made.history(&all).expect("history"));
    let person = load(&store).person(&PersonId::from_key("noor")).expect("a person").name.clone();
    assert_eq!(person.as_str(), PERSON_NAME);
}

#[test]
fn an_export_goes_from_one_back_end_to_the_other_and_back() {
    let directory = tempfile::tempdir().expect("a directory");
    let disk = open(directory.path());
    assert_eq!(disk.import_lines(FIRST_RELEASE.as_bytes(), catalogue()).expect("import"), 16);
    let lines = export(&disk);
    assert_eq!(lines, export(&import(&lines).expect("import")));
    drop(disk);
    let disk = open(directory.path());
    assert_eq!(export(&disk), lines);
    keep(&disk, vec![put_person("nieuw")]);
    assert_eq!(disk.sequence(), 17, "an imported store goes on where it was");
}

#[test]
fn a_name_that_was_written_into_an_export_stays_out_of_the_log() {
    let edited = FIRST_RELEASE.replace("\"name\":\"(verwijderd)\"", "\"name\":\"Ingevulde Naam\",\"purpose\":\"ingevuld doel\"");
    assert_eq!(edited.matches("Ingevulde Naam").count(), 2, "two people were put");
    let without = |lines: &str| {
        let rows: Vec<&str> = lines.lines().filter(|line| !line.starts_with("{\"person\"")).collect();
        rows.join("\n").replacen("\"persons\":1", "\"persons\":0", 1)
    };
    let noor = PersonId::from_key("noor");
    for (lines, called) in
        [(edited.clone(), PERSON_NAME), (without(&edited), "Ingevulde Naam"), (without(FIRST_RELEASE), REMOVED_NAME)]
    {
        let store = import(&lines).expect("import");
        let again = export(&store);
        let rows = || again.lines().filter(|line| line.starts_with("{\"row\""));
        assert!(rows().count() == 16 && rows().all(|row| !row.contains("ngevuld")), "{again}");
        assert_eq!(load(&store).person(&noor).expect("a person").name.as_str(), called);
        let kept = again.lines().filter(|line| line.starts_with("{\"person\"")).count();
        assert_eq!(kept, usize::from(called != REMOVED_NAME), "who was removed later is not kept");
    }
}

#[test]
fn a_store_that_holds_something_is_not_imported_into() {
    let store = import(FIRST_RELEASE).expect("import");
    let error = refused(store.import_lines(FIRST_RELEASE.as_bytes(), catalogue()));
    assert!(matches!(error, StoreError::NotEmpty { changes: 16 }), "{error}");
}

#[test]
fn an_incomplete_or_damaged_export_is_refused_as_a_whole() {
    let lines: Vec<&str> = FIRST_RELEASE.lines().collect();
    let bad = |lines: &[&str]| match import(&lines.join("\n")) {
        Err(StoreError::BadLine { line }) => line,
        other => panic!("{other:?}"),
    };
    assert_eq!(bad(&[]), 1);
    assert_eq!(bad(&lines[1..]), 1, "without its head");
    assert_eq!(bad(&lines[..9]), 9, "cut off after a line");
    assert_eq!(bad(&[&lines[..5], &["{\"row\":"], &lines[6..]].concat()), 6, "cut off within a line");
    assert_eq!(bad(&[&lines[..5], &["{\"row\":{\"v\":1}}"], &lines[6..]].concat()), 6, "no row");
}

#[test]
fn an_export_of_a_newer_program_is_told() {
    for newer in [FIRST_RELEASE.replacen("\"format\":1", "\"format\":3", 1), FIRST_RELEASE.replacen("\"v\":1", "\"v\":3", 1)] {
        let error = refused(import(&newer));
        assert!(matches!(error, StoreError::NewerFormat { found: 3, known: FORMAT }), "{error}");
    }
}

#[test]
fn a_change_that_cannot_be_is_refused_before_anything_is_written() {
    let mut lines: Vec<&str> = FIRST_RELEASE.lines().collect();
    lines.swap(3, 5);
    let store = Store::memory();
    let error = refused(store.import_lines(lines.join("\n").as_bytes(), catalogue()));
    assert!(matches!(error, StoreError::Misfit { .. }), "{error}");
    assert_eq!(store.sequence(), 0);
}

#[test]
fn measurements_go_along_with_an_export() {
    let directory = tempfile::tempdir().expect("a directory");
    let disk = open(directory.path());
    keep(&disk, one_of_every_kind());
    disk.keep_measurements(vec![measurement("proefstad", 3), measurement("elders", 4), measurement("proefstad", 5)])
        .expect("kept");
    let lines = export(&disk);
    assert_eq!(lines.lines().filter(|line| line.starts_with("{\"measurement\"")).count(), 3);
    let measured: Vec<&str> = lines.lines().filter(|line| line.starts_with("{\"measurement\"")).collect();
    for text in [PERSON_NAME, &PersonId::from_key("noor").to_string()] {
        assert!(measured.iter().all(|line| !line.contains(text)), "no person is in a measurement");
    }
    drop(disk);
    let disk = open(directory.path());
    assert_eq!(export(&disk), lines, "after a start they are as they were");
    let memory = import(&lines).expect("import");
    assert_eq!(export(&memory), lines);
    assert_eq!(memory.measurements(&coalition_id("proefstad")).expect("read").len(), 2);
    memory.keep_measurements(vec![measurement("proefstad", 6)]).expect("and it goes on");
    assert_eq!(memory.last_measurement(&coalition_id("proefstad")).expect("read").map(|it| it.known_at), Some(6));
    // A line that is missing is seen; without any the head says nothing of them, so that earlier programs read it.
    let short: Vec<&str> = lines.lines().take(lines.lines().count() - 1).collect();
    assert!(matches!(import(&short.join("\n")), Err(StoreError::BadLine { .. })));
    assert!(!export(&import(FIRST_RELEASE).expect("import")).contains("measurement"));
}

#[test]
#[ignore = "writes the lines of a new format to the file named by KORTELIJNEN_FIXTURE, once for each release that has one"]
fn write_fixture() {
    let Some(path) = std::env::var_os("KORTELIJNEN_FIXTURE") else { return };
    std::fs::write(path, export(&history_of_the_first_release())).expect("write");
}
