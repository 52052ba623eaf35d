//! Desks from a spreadsheet into a coalition that is there, and what was searched for in vain.

use super::*;

/// A store with Leiden in it.
fn leiden(folder: &Path) -> String {
    let data = folder.join("store").display().to_string();
    assert!(typed(&["import", &file("coalitions/leiden.toml"), "--data", &data]).status.success());
    data
}

fn desks(folder: &Path, text: &str, data: &str, more: &[&str]) -> Output {
    let path = folder.join("loketten.csv").display().to_string();
    std::fs::write(&path, text).expect("written");
    typed(&[&["import", "--desks", &path, "--coalition", "leiden", "--data", data], more].concat())
}

const TWO: &str = "\u{feff}organisatie;loket;telefoon;open;hulpvragen;talen;gecontroleerd;zichtbaar;voor\r\n\
    VSV;Aanmeldpunt;071 555 01 01;Mo-Fr 09:00-12:00;Schulden en armoede, geweld;nl ar;1-11-2026;coalitie;professionals\r\n\
    schuldhulpverlening;Lijn;071 555 01 02;;schulden huisvesting;;01-11-2026;openbaar;ouders\r\n";

#[test]
fn a_spreadsheet_of_desks_comes_into_a_coalition_that_is_there() {
    let folder = tempfile::tempdir().expect("a directory");
    let data = leiden(folder.path());
    let first = desks(folder.path(), TWO, &data, &[]);
    assert!(first.status.success(), "{}", err(&first));
    assert_eq!(out(&first).matches(": toegevoegd").count(), 2, "{}", out(&first));
    assert!(out(&first).starts_with("rij 2: Aanmeldpunt (") && err(&first).starts_with("2 toegevoegd, 0 gewijzigd"));
    // The same again, with a row moved down: nothing is changed, and no batch is kept.
    let kept = out(&typed(&["export", "--data", &data]));
    let moved = TWO.replacen("VSV;", "\r\n\r\nVSV;", 1);
    let again = desks(folder.path(), &moved, &data, &["--lang", "en"]);
    assert!(err(&again).starts_with("0 added, 0 changed, 2 already there, 0 left"), "{}{}", out(&again), err(&again));
    assert_eq!(out(&typed(&["export", "--data", &data])), kept);
    // Another phone; a column that is left out changes nothing, nor does a row that is gone.
    let other = desks(folder.path(), "organisatie,loket,telefoon\nVSV,aanmeldpunt,071 555 09 09\n", &data, &[]);
    assert!(out(&other).contains(": gewijzigd"), "{}{}", out(&other), err(&other));
    // Its coalition comes in again: the desks were no part of that file, and stay.
    assert!(typed(&["import", &file("coalitions/leiden.toml"), "--data", &data]).status.success());
    let answer = json(&["who", "schulden", "--coalition", "leiden", "--data", &data, "--json"]);
    assert_eq!(answer["asOf"], "2019-11-30", "a desk makes no line of today");
    let contacts: Vec<&Value> = answer["answers"].as_array().expect("answers").iter().map(|it| &it["contact"]).collect();
    let desk = contacts.iter().find(|it| it["phone"]["text"] == "071 555 09 09").unwrap_or_else(|| panic!("{contacts:?}"));
    assert_eq!((&desk["checked"], &desk["open"].as_array().map(Vec::len)), (&Value::from("2026-11-01"), &Some(5)));
    let needs: Vec<&str> = desk["needs"].as_array().expect("needs").iter().filter_map(|it| it["code"].as_str()).collect();
    assert_eq!(needs, ["schulden", "huiselijk-geweld"]);
}

#[test]
fn every_wrong_cell_is_told_at_once_and_nothing_is_kept() {
    let folder = tempfile::tempdir().expect("a directory");
    let data = leiden(folder.path());
    let wrong = "organisatie;loket;telefoon;hulpvragen;gecontroleerd;voor\n\
        VSVV;Loket;111222333;geldboom;31-2-2026;iedereen\n\
        VSV;;071 555 01 01;;1-1-2999;\n";
    let dutch = desks(folder.path(), wrong, &data, &["--lang", "nl"]);
    assert_eq!(dutch.status.code(), Some(1));
    for told in [
        "loketten.csv, rij 2, kolom organisatie: geen partner van Leiden heet \"VSVV\"; bedoelt u \"",
        "rij 2, kolom telefoon: de tekst heeft een nummer dat een BSN kan zijn",
        "rij 2, kolom hulpvragen: \"geldboom\" is geen hulpvraag uit de catalogus; kies uit schulden, ",
        "rij 2, kolom gecontroleerd: \"31-2-2026\" is geen datum; schrijf 22-11-2026",
        "rij 2, kolom voor: \"iedereen\" zegt niet voor wie dit loket is",
        "rij 3, kolom loket: de cel is leeg; vul hem in",
        "rij 3, kolom gecontroleerd: 1-1-2999 moet nog komen",
    ] {
        assert!(err(&dutch).contains(told), "{told}: {}", err(&dutch));
    }
    assert_eq!(err(&dutch).lines().count(), 7);
    let english = desks(folder.path(), wrong, &data, &["--lang", "en"]);
    assert!(
        err(&english).contains("loketten.csv, row 2, column organisatie: no partner of Leiden is called \"VSVV\"; do you mean")
    );
    // A partner of another coalition takes no part in this one.
    assert!(typed(&["import", &file("coalitions/almelo.toml"), "--data", &data]).status.success());
    let elsewhere = desks(folder.path(), "organisatie;loket;telefoon\nAvedan;Lijn;0546 555 011\n", &data, &[]);
    assert!(err(&elsewhere).contains("\"Avedan\" doet niet mee in Leiden; voeg de organisatie eerst toe"), "{}", err(&elsewhere));
    let kept = out(&typed(&["export", "--data", &data]));
    assert!(!kept.contains("loketten.csv"), "nothing of a wrong file is kept");
}

#[test]
fn desks_without_a_coalition_are_typed_wrongly_and_the_sentence_says_what_to_type() {
    let folder = tempfile::tempdir().expect("a directory");
    let data = leiden(folder.path());
    let output = typed(&["import", "--desks", "loketten.csv", "--data", &data]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("--coalition leiden --data") && !err(&output).contains("PATHS"), "{}", err(&output));
    let unknown = desks(folder.path(), TWO, &data, &["--lang", "nl"]);
    assert!(unknown.status.success(), "{}", err(&unknown));
    let nowhere =
        typed(&["import", "--desks", &file("oracles/worked-example/nodes.csv"), "--coalition", "utrecht", "--data", &data]);
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(err(&nowhere).contains("geen coalitie heet \"utrecht\"; kies uit: leiden"), "{}", err(&nowhere));
}

#[test]
fn what_was_searched_for_in_vain_is_told_or_that_nothing_was() {
    let folder = tempfile::tempdir().expect("a directory");
    let data = leiden(folder.path());
    let dutch = typed(&["searches", "leiden", "--data", &data]);
    assert!(dutch.status.success() && out(&dutch).starts_with("Hier is nog niet gezocht"), "{}{}", out(&dutch), err(&dutch));
    assert_eq!(json(&["searches", "leiden", "--data", &data, "--json"]), Value::Array(Vec::new()));
    assert_eq!(typed(&["searches", "utrecht", "--data", &data]).status.code(), Some(1));
}

#[test]
fn a_wrong_setting_is_typed_wrongly_and_told_in_both_languages() {
    for (name, value) in [("KL_FOO", "1"), ("KL_REQUEST_TIME_MS_MAX", "veel"), ("KL_LISTEN", "hier")] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kortelijnen"));
        let output = command.arg("serve").env(name, value).output().expect("the program runs");
        assert_eq!(output.status.code(), Some(2), "{}", err(&output));
        assert!(err(&output).starts_with(&format!("{name}: ")) && err(&output).contains(" / "), "{}", err(&output));
    }
}
