//! The command line, as somebody types it: the real program, its answers, errors and exit codes.

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

fn typed(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kortelijnen"));
    command.args(arguments).env_remove("LANG").output().expect("the program runs")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn json(arguments: &[&str]) -> Value {
    let output = typed(arguments);
    assert!(output.status.success(), "{}", err(&output));
    serde_json::from_slice(&output.stdout).expect("JSON on standard output")
}

fn file(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name).display().to_string()
}

#[test]
fn gaps_as_json_have_the_documented_shape() {
    let answer = json(&["gaps", "leiden", "--format", "json"]);
    assert_eq!((answer["coalition"].as_str(), answer["asOf"].as_str()), (Some("leiden"), Some("2019-11-30")));
    let gaps = answer["gaps"].as_array().expect("a list");
    assert!(!gaps.is_empty());
    for gap in gaps {
        for key in ["id", "kind", "importance", "certainty", "pile"] {
            assert!(gap[key].is_string(), "{key} in {gap}");
        }
        let parties = gap["parties"].as_array().expect("parties");
        assert!(!parties.is_empty() && parties.iter().all(|party| party["id"].is_string() && party["name"].is_string()));
        assert!(gap["evidence"].as_array().is_some_and(|evidence| !evidence.is_empty()));
        assert!(gap["text"]["nl"].is_string() && gap["text"]["en"].is_string());
    }
}

#[test]
fn a_published_network_is_imported_and_measured_as_its_oracle_says() {
    let store = tempfile::tempdir().expect("a directory");
    let data = store.path().join("store").display().to_string();
    let (nodes, links) = (file("oracles/worked-example/nodes.csv"), file("oracles/worked-example/links.csv"));
    let imported = typed(&["import", "--as", "voorbeeld", "--nodes", &nodes, "--links", &links, "--data", &data]);
    assert!(imported.status.success(), "{}", err(&imported));
    let answer = json(&["structure", "voorbeeld", "--data", &data, "--format", "json"]);
    // Values of the worked example, checked with NetworkX; see data/oracles.
    for (name, expected) in [
        ("members", 11.0),
        ("links", 17.0),
        ("density", 0.309_090_909),
        ("eIIndex", -0.411_764_706),
        ("assortativity", 0.541_779),
        ("crossEfficiency", 0.328_333_333),
        ("shortLineShare", 0.2),
        ("distanceFragmentation", 0.424_545_455),
        ("transitivity", 0.477_272_727),
    ] {
        let value = answer["measures"][name]["value"].as_f64().expect(name);
        assert!((value - expected).abs() < 1e-6, "{name}: {value}");
    }
    assert!((answer["measures"]["eIIndex"]["expected"].as_f64().expect("expected") - 0.381_818_182).abs() < 1e-6);
    let between = answer["mixing"].as_array().expect("cells").iter().find(|cell| cell["a"] == "medical" && cell["b"] == "social");
    assert_eq!(between.map(|cell| (cell["ties"].as_u64(), cell["possible"].as_u64())), Some((Some(0), Some(20))));
    let again = typed(&["import", "--as", "voorbeeld", "--nodes", &nodes, "--links", &links, "--data", &data]);
    assert!(err(&again).contains("0 "), "nothing new: {}", err(&again));
}

#[test]
fn without_complete_knowledge_the_bounds_open() {
    let store = tempfile::tempdir().expect("a directory");
    let data = store.path().join("store").display().to_string();
    let (nodes, links) = (file("oracles/worked-example/nodes.csv"), file("oracles/worked-example/links.csv"));
    let imported = typed(&["import", "--as", "half", "--nodes", &nodes, "--links", &links, "--incomplete", "--data", &data]);
    assert!(imported.status.success(), "{}", err(&imported));
    let density = &json(&["structure", "half", "--data", &data, "--format", "json"])["measures"]["density"];
    assert!((density["low"].as_f64().expect("low") - 17.0 / 55.0).abs() < 1e-9);
    assert_eq!(density["high"].as_f64(), Some(1.0));
}

#[test]
fn the_shipped_bundles_pass_the_check_and_explain_says_where_each_fact_stands() {
    let folder = file("coalitions");
    assert!(typed(&["check", &folder]).status.success());
    let explained = typed(&["check", &file("coalitions/leiden.toml"), "--explain"]);
    assert!(explained.status.success());
    let text = out(&explained);
    for told in ["Linda Rentes", "Verloskundig centrum De Poort", "schuldhulpverlening"] {
        assert!(text.contains(told), "{told}");
    }
}

#[test]
fn every_fault_of_a_file_is_named_at_once() {
    let folder = tempfile::tempdir().expect("a directory");
    let bundle = folder.path().join("fout.toml");
    let text = std::fs::read_to_string(file("coalitions/leiden.toml")).expect("readable");
    let broken = text.replacen("date = \"2019-11\"", "date = \"november\"", 1).replacen(
        "status = \"approached\"",
        "status = \"misschien\"",
        1,
    );
    std::fs::write(&bundle, broken).expect("written");
    let output = typed(&["check", &bundle.display().to_string()]);
    assert_eq!(output.status.code(), Some(1));
    let told = err(&output);
    assert!(told.contains("november") && told.contains("misschien") && told.lines().count() >= 2, "{told}");
}

#[test]
fn wrong_questions_get_a_sentence_and_the_documented_exit_code() {
    for (arguments, code, told) in [
        (vec!["gaps", "utrecht"], 1, "leiden"),
        (vec!["why", "leiden", "De Poort", "niemand"], 1, "Schuldhulpverlening"),
        (vec!["gaps", "leiden", "--as-of", "gisteren"], 1, "2026-11-22"),
        (vec!["map", "leiden", "-o", "kaart.gif"], 1, ".svg"),
        (vec!["gaps"], 2, "Usage"),
        (vec!["gaps", "leiden", "--data", "/bestaat/niet"], 1, "import"),
    ] {
        let output = typed(&arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", err(&output));
        assert!(err(&output).contains(told), "{arguments:?}: {}", err(&output));
        assert!(output.stdout.is_empty(), "{arguments:?}: errors go to standard error");
    }
}

#[test]
fn a_server_that_others_could_reach_is_refused() {
    let output = typed(&["serve", "--listen", "0.0.0.0:8080"]);
    assert!(!output.status.success());
    assert!(err(&output).contains("127.0.0.1"), "{}", err(&output));
}

#[test]
fn the_language_is_the_flag_then_lang_then_dutch() {
    assert!(out(&typed(&["gaps", "leiden"])).contains("Doen"));
    assert!(out(&typed(&["gaps", "leiden", "--lang", "en"])).contains("Midwives"));
    let mut english = Command::new(env!("CARGO_BIN_EXE_kortelijnen"));
    let output = english.args(["gaps", "leiden"]).env("LANG", "en_GB.UTF-8").output().expect("the program runs");
    assert!(out(&output).contains("Midwives"));
}

#[test]
fn the_map_is_written_in_the_form_of_the_files_ending() {
    let folder = tempfile::tempdir().expect("a directory");
    for (ending, start) in [("svg", &b"<?xml"[..]), ("png", &b"\x89PNG"[..]), ("pdf", &b"%PDF"[..]), ("dot", &b"graph"[..])] {
        let path = folder.path().join(format!("kaart.{ending}")).display().to_string();
        let output = typed(&["map", "leiden", "-o", &path]);
        assert!(output.status.success(), "{ending}: {}", err(&output));
        let bytes = std::fs::read(&path).expect("written");
        assert!(bytes.windows(start.len()).take(64).any(|at| at == start), "{ending}: {:?}", &bytes[..16.min(bytes.len())]);
    }
}

#[test]
fn every_command_explains_itself_with_an_example() {
    for command in ["serve", "coalitions", "import", "check", "gaps", "structure", "why", "map"] {
        let output = typed(&[command, "--help"]);
        assert!(output.status.success());
        assert!(out(&output).contains("Example"), "{command}");
    }
}
