//! The arrows between the rooms, and who alone may name a library: so that the floor plan in `src/lib.rs` cannot rot.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Each room and the rooms it may call.
const ARROWS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("exchange", &["model"]),
    ("store", &["model"]),
    ("network", &["model"]),
    ("analysis", &["model", "network"]),
    ("lookup", &["model", "network"]),
    ("render", &["model", "network"]),
    ("live", &["model", "store", "network"]),
    ("desk", &["model", "network", "analysis", "lookup", "render", "exchange", "live"]),
    ("api", &["model", "network", "render", "live", "desk", "settings"]),
    ("settings", &["model"]),
];

/// Each library and the rooms that alone may name it.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("axum", &["api"]),
    ("tower", &["api"]),
    ("tower_http", &["api"]),
    ("sled", &["store"]),
    ("graphviz_rust", &["render"]),
    ("krilla", &["render"]),
    ("plotters", &["render"]),
    ("plotters_backend", &["render"]),
    ("ttf_parser", &["render"]),
    ("petgraph", &["network", "analysis", "render"]),
    ("kodama", &["analysis"]),
    ("tantivy", &["lookup"]),
    ("qrcode", &["render"]),
    ("rust_xlsxwriter", &["exchange"]),
    ("calcard", &[]),
    ("anyhow", &["main"]),
    ("clap", &["main", "settings"]),
];

/// Every source file with its room: the folder under `src`, or the file's own name.
fn sources() -> Vec<(String, PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("src is readable") {
            let path = entry.expect("src is readable").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    let room = |path: &Path| {
        let first = path.strip_prefix(&root).expect("below src").components().next().expect("a name");
        let name = first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
        if name == "cli" { "main".to_owned() } else { name }
    };
    paths.into_iter().map(|path| (room(&path), path.clone(), code(&std::fs::read_to_string(&path).expect("readable")))).collect()
}

/// The text without comments and without the tests at its end.
fn code(text: &str) -> String {
    let until_tests = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    until_tests.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Words that follow `before` in a text: `crate::` gives the rooms that are called.
fn words_after<'a>(text: &'a str, before: &str) -> BTreeSet<&'a str> {
    let word = |rest: &'a str| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    text.split(before).skip(1).map(word).filter(|word| !word.is_empty()).collect()
}

#[test]
fn no_room_calls_a_room_it_may_not() {
    let rooms: BTreeSet<&str> = ARROWS.iter().map(|(room, _)| *room).collect();
    let mut seen = 0;
    for (room, path, text) in
        sources().iter().filter(|(room, path, _)| !["lib", "main"].contains(&room.as_str()) && !is_test(path))
    {
        let allowed = ARROWS.iter().find(|(name, _)| name == room).unwrap_or_else(|| panic!("{room} is not on the floor plan")).1;
        for called in words_after(text, "crate::").into_iter().filter(|called| rooms.contains(called) && called != room) {
            seen += 1;
            assert!(allowed.contains(&called), "{} calls {called}: {room} may call {allowed:?}", path.display());
        }
    }
    assert!(seen > 50, "the test reads real calls, found {seen}");
}

#[test]
fn only_its_own_room_names_a_library() {
    for (room, path, text) in sources().iter().filter(|(_, path, _)| !is_test(path)) {
        for (library, rooms) in LIBRARIES {
            let named = text.contains(&format!("{library}::")) || text.contains(&format!("use {library}"));
            assert!(!named || rooms.contains(&room.as_str()), "{} names {library}, which belongs to {rooms:?}", path.display());
        }
    }
}

#[test]
fn only_one_file_names_the_search_library() {
    let named =
        sources().into_iter().filter(|(_, path, text)| !is_test(path) && text.contains("tantivy")).map(|(_, path, _)| path);
    let files: Vec<PathBuf> = named.collect();
    assert!(files.len() == 1 && files[0].ends_with("lookup/search/index.rs"), "{files:?}");
}

#[test]
fn no_clock_and_no_randomness_inside() {
    for (room, path, text) in
        sources().iter().filter(|(room, path, _)| !["main", "api"].contains(&room.as_str()) && !is_test(path))
    {
        for call in ["now_utc", "SystemTime::now", "thread_rng", "rand::"] {
            assert!(!text.contains(call), "{} ({room}) asks {call}; time and randomness come in as arguments", path.display());
        }
    }
}

#[test]
fn the_floor_plan_names_every_room() {
    let plan = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).expect("readable");
    for (room, _) in ARROWS {
        assert!(plan.contains(&format!("pub mod {room};")) && plan.contains(&format!("//! {room} ")), "{room}");
    }
}

fn is_test(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "tests.rs") || path.components().any(|part| part.as_os_str() == "tests")
}
