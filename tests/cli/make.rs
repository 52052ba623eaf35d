//! The recipes: what is built again when a file changes, and where from.

use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, SystemTime};

/// A copy of the Makefile beside empty files, all built a moment ago.
fn built() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a directory");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in ["Makefile", "Cargo.toml"] {
        std::fs::copy(root.join(file), folder.path().join(file)).expect("copied");
    }
    let old = SystemTime::now() - Duration::from_secs(3600);
    for (file, age) in [
        ("web/package.json", 9),
        ("web/package-lock.json", 9),
        ("web/svelte.config.js", 9),
        ("web/tsconfig.json", 9),
        ("web/vite.config.ts", 9),
        ("web/index.html", 9),
        ("web/src/main.ts", 9),
        ("web/public/mark.svg", 9),
        ("web/tools/sizes.mjs", 9),
        ("web/node_modules/.package-lock.json", 5),
        ("web/dist/index.html", 1),
        ("src/lib.rs", 1),
        ("src/main.rs", 1),
        ("benches/measures.rs", 1),
        ("benches/whole_way.rs", 1),
        ("build.rs", 1),
    ] {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        let file = std::fs::File::create(&path).expect("made");
        file.set_modified(old - Duration::from_secs(age * 60)).expect("dated");
    }
    folder
}

fn make(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new("make");
    // Inside `make test` the outer make would hand down its own flags.
    command.args(arguments).current_dir(folder).env_remove("MAKEFLAGS").env_remove("MAKELEVEL").env_remove("MFLAGS");
    command.output().expect("make runs")
}

#[test]
fn every_file_that_the_pages_are_made_of_builds_them_again() {
    let folder = built();
    let fresh = || make(folder.path(), &["--question", "web/dist/index.html"]).status.code();
    assert_eq!(fresh(), Some(0), "what was just built is not built again");
    for name in ["package.json", "svelte.config.js", "tsconfig.json", "tools/sizes.mjs", "src/main.ts", "vite.config.ts"] {
        let path = folder.path().join("web").join(name);
        let before = std::fs::metadata(&path).and_then(|it| it.modified()).expect("its date");
        let dated = |at| std::fs::File::options().write(true).open(&path).and_then(|it| it.set_modified(at)).expect("dated");
        dated(SystemTime::now());
        assert_eq!(fresh(), Some(1), "{name}");
        dated(before);
    }
}

#[test]
fn run_serves_what_cargo_built_where_it_was_asked_to() {
    let folder = built();
    let mut command = Command::new("make");
    command.args(["--dry-run", "run", "LISTEN=127.0.0.1:8081"]).current_dir(folder.path());
    command.env_remove("MAKEFLAGS").env_remove("MAKELEVEL").env_remove("MFLAGS").env("CARGO_TARGET_DIR", "/elders/gebouwd");
    let told = String::from_utf8_lossy(&command.output().expect("make runs").stdout).into_owned();
    assert!(told.contains("/elders/gebouwd/release/kortelijnen serve --data kortelijnen-data --listen 127.0.0.1:8081"), "{told}");
    let plain = String::from_utf8_lossy(&make(folder.path(), &["--dry-run", "run"]).stdout).into_owned();
    assert!(plain.contains("serve --data kortelijnen-data") && !plain.contains("--listen"), "{plain}");
}
