//! The same in the terminal.

use super::*;
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kortelijnen"));
    command.args(arguments).env_remove("LANG").output().expect("the program runs")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_line_is_a_path_downwards() {
    let output = run(&["who", "schulden", "--coalition", "leiden", "--as", "verloskundigen"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = out(&output);
    let place = |part: &str| text.find(part).unwrap_or_else(|| panic!("{part} in\n{text}"));
    assert!(text.starts_with("3 antwoorden."), "{text}");
    let order = [
        place("1. Schuldhulpverlening · benaderd · alleen de soort is bekend"),
        place("Nog geen loket of nummer bekend."),
        place("Uw kortste lijn: nog geen"),
        place("o U, als verloskundige"),
        place("o Maatschappelijk werk"),
        place("x Schuldhulpverlening"),
        place("Zo komt u verder"),
        place("2. Maatschappelijk werk"),
        place("In een andere coalitie: Almelo"),
        place("(0546) 54 11 11"),
    ];
    assert!(order.is_sorted(), "{order:?}\n{text}");
    let english = out(&run(&["who", "debt", "--coalition", "leiden", "--lang", "en"]));
    assert!(english.starts_with("3 answers.") && english.contains("No desk or number known yet."), "{english}");
}

#[tokio::test]
async fn the_json_is_that_of_the_api() {
    let output = run(&["who", "geldzorgen", "--coalition", "leiden", "--as", MIDWIFE, "--json"]);
    let mut typed_here: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let mut answered = who(&Counter::open(), typed("leiden", "geldzorgen")).await;
    for it in [&mut typed_here, &mut answered] {
        it["version"] = Value::Null;
    }
    assert_eq!(typed_here, answered);
}

#[test]
fn errors_name_what_to_write_instead() {
    for (arguments, told) in [
        (["who", "schulden", "--coalition", "nergens"].as_slice(), "kies uit: aalsmeer"),
        (&["who", "schulden", "--coalition", "leiden", "--as", "tovenaar"], "kies uit: verloskundigenpraktijk"),
        (
            &["who", "schulden", "--coalition", "leiden", "--from", "Nergens"],
            "Geen partner in Leiden heet \"Nergens\"; kies uit:",
        ),
        (&["who", "111222333", "--coalition", "leiden"], "Typ geen gegevens van een cliënt"),
    ] {
        let output = run(arguments);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(1), true), "{arguments:?}: {error}");
        assert!(error.contains(told), "{error}");
    }
    assert_eq!(run(&["who", "schulden", "--as", "ggd", "--from", "VSV"]).status.code(), Some(2), "who asks is one of the two");
}

#[test]
fn the_limits_are_those_of_the_settings() {
    let ask = |most: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kortelijnen"));
        command.args(["who", "schulden", "--coalition", "leiden", "--answers", "3", "--lang", "nl"]);
        command.env("KL_WHO_ANSWERS_MAX", most).output().expect("the program runs")
    };
    assert!(ask("3").status.success());
    let refused = ask("2");
    let error = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && error.contains("van 1 tot en met 2 antwoorden"), "{error}");
}

#[test]
fn who_asks_may_be_a_person_by_name() {
    let output = run(&["who", "maatschappelijk werk", "--coalition", "leiden", "--from", "Rentes"]);
    assert!(out(&output).contains("U: directeur Linda Rentes"), "{}", out(&output));
}
