//! The command line, as somebody types it: the real program, its answers, errors and exit codes.

mod desks;
mod make;
mod report;

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
fn a_comparison_is_written_as_csv_and_as_a_workbook() {
    let folder = tempfile::tempdir().expect("a directory");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (csv, xlsx) = (path("nine.csv"), path("nine.xlsx"));
    let output = typed(&["compare", "delft", "zeist", "--csv", &csv, "--xlsx", &xlsx, "--lang", "nl"]);
    assert!(output.status.success() && out(&output).contains("Delft"), "{}", err(&output));
    let written = std::fs::read_to_string(&csv).expect("the file");
    assert!(written.starts_with("\u{feff}coalitie;kenmerk;"), "{}", written.chars().take(60).collect::<String>());
    assert!(std::fs::read(&xlsx).expect("the file").starts_with(b"PK"));
    let printed = typed(&["compare", "delft", "zeist", "--csv", "-", "--lang", "nl"]);
    assert_eq!(out(&printed), written, "the same on standard output, and nothing else");
    let refused = typed(&["compare", "delft", "--csv", &path("no/such/folder.csv")]);
    assert!(!refused.status.success() && out(&refused).is_empty() && !err(&refused).is_empty());
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
    // Exact over 6 930 labellings: z −4.19818, p 0.0010101, as the oracle says; the three groups are the three domains here.
    let three = &answer["threeGroups"];
    for (measure, name, expected) in [
        (&answer["measures"]["eIIndex"], "z", -4.198_18),
        (&answer["measures"]["eIIndex"], "p", 0.001_010_1),
        (&three["measures"]["eIIndex"], "value", -0.411_764_706),
        (&three["measures"]["eIIndex"], "z", -4.198_18),
        (&three["measures"]["assortativity"], "value", 0.541_779),
        (&three["measures"]["modularity"], "value", 0.347_751),
    ] {
        let value = measure[name].as_f64().expect(name);
        assert!((value - expected).abs() < 1e-5, "{name}: {value}");
    }
    let rows: Vec<_> = three["mixing"].as_array().expect("cells").iter().map(|cell| (&cell["ties"], &cell["possible"])).collect();
    let expected =
        [(6, 10), (0, 20), (2, 10), (5, 6), (3, 8), (1, 1)].map(|(ties, possible)| (Value::from(ties), Value::from(possible)));
    assert_eq!(rows, expected.iter().map(|(ties, possible)| (ties, possible)).collect::<Vec<_>>(), "MM, MS, MP, SS, SP, PP");
    let across = three["mixing"][1]["expected"].as_f64().expect("expected");
    assert!((across - 6.181_818).abs() < 1e-6, "expected medical–social lines: {across}");
    let again = typed(&["import", "--as", "voorbeeld", "--nodes", &nodes, "--links", &links, "--data", &data]);
    assert!(err(&again).starts_with("0 nieuw of verbeterd"), "nothing new: {}", err(&again));
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
        (vec!["history", "leiden", "--data", "/bestaat/niet"], 1, "import"),
        (vec!["check", "/bestaat/niet.toml"], 3, "bestaat niet"),
        (vec!["map", "leiden", "-o", "/bestaat/niet/kaart.svg"], 3, "niet te schrijven"),
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
    for command in ["serve", "coalitions", "import", "export", "history", "check", "gaps", "structure", "why", "map"] {
        let output = typed(&[command, "--help"]);
        assert!(output.status.success());
        assert!(out(&output).contains("Example"), "{command}");
    }
}

#[test]
fn a_question_makes_no_store() {
    let home = tempfile::tempdir().expect("a directory");
    std::fs::write(home.path().join("brief.txt"), "van mij").expect("written");
    let data = home.path().display().to_string();
    for command in [vec!["gaps", "leiden"], vec!["coalitions"], vec!["export"], vec!["history", "leiden"]] {
        let output = typed(&[&command[..], &["--data", &data]].concat());
        assert_eq!(output.status.code(), Some(1), "{command:?}: {}", err(&output));
        assert!(err(&output).contains("kortelijnen import"), "{command:?} says what to do: {}", err(&output));
        let left: Vec<_> = std::fs::read_dir(home.path()).expect("readable").collect();
        assert_eq!(left.len(), 1, "{command:?} left something behind");
    }
    for command in [vec!["import", &file("coalitions")], vec!["serve", "--listen", "127.0.0.1:0"]] {
        let output = typed(&[&command[..], &["--data", &data]].concat());
        assert_eq!(output.status.code(), Some(1), "{command:?}: {}", err(&output));
        assert!(err(&output).contains("brief.txt") && err(&output).contains("lege map"), "{}", err(&output));
    }
    assert_eq!(std::fs::read_dir(home.path()).expect("readable").count(), 1);
}

#[test]
fn a_store_goes_out_as_lines_and_comes_in_again_with_its_history() {
    let folder = tempfile::tempdir().expect("a directory");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (old, new, lines) = (path("oud"), path("nieuw"), path("reserve.jsonl"));
    assert!(typed(&["import", &file("coalitions"), "--data", &old]).status.success());
    assert!(typed(&["export", "--data", &old, "-o", &lines]).status.success());
    let text = std::fs::read_to_string(&lines).expect("readable");
    assert_eq!(out(&typed(&["export", "--data", &old])), text, "standard output gets the same");
    let imported = typed(&["import", "--lines", &lines, "--data", &new]);
    assert!(imported.status.success(), "{}", err(&imported));
    assert_eq!(out(&typed(&["export", "--data", &new])), text);
    let asked = ["history", "leiden", "--limit", "3", "--format", "json", "--data"];
    let history = json(&[&asked[..], &[&new]].concat());
    assert_eq!(history, json(&[&asked[..], &[&old]].concat()));
    let changes = history["changes"].as_array().expect("rows");
    assert_eq!(changes.len(), 3);
    assert!(changes.iter().all(|row| row["actor"] == "import" && row["action"] == "put"));
    assert!(changes.windows(2).all(|two| two[0]["sequence"].as_u64() > two[1]["sequence"].as_u64()), "newest first");
    let full = typed(&["import", "--lines", &lines, "--data", &new]);
    assert_eq!(full.status.code(), Some(3));
    assert!(err(&full).contains("nieuwe, lege map"), "{}", err(&full));
}

#[test]
fn history_tells_of_one_entity_and_of_what_was_removed() {
    let folder = tempfile::tempdir().expect("a directory");
    let data = folder.path().join("store").display().to_string();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path.display().to_string()
    };
    let nodes = write("nodes.csv", "Id,Label,Domain\nA,Praktijk,medical\nB,Wijkteam,social\n");
    let links = write("links.csv", "Source,Target\nA,B\n");
    let import = || typed(&["import", "--as", "dorp", "--name", "Dorp", "--nodes", &nodes, "--links", &links, "--data", &data]);
    assert!(import().status.success());
    let line = json(&["history", "dorp", "--data", &data, "--format", "json"])["changes"]
        .as_array()
        .expect("rows")
        .iter()
        .find_map(|row| row["what"]["claim"].as_str().map(str::to_owned))
        .expect("the line");
    write("links.csv", "Source,Target\n");
    let output = import();
    assert!(err(&output).contains("1 weggehaald"), "{}", err(&output));
    let rows = json(&["history", &line, "--data", &data, "--format", "json"]);
    let told: Vec<_> = rows["changes"].as_array().expect("rows").iter().map(|row| row["action"].as_str()).collect();
    assert_eq!(told, [Some("remove"), Some("put")]);
    let text = out(&typed(&["history", "praktijk", "--data", &data]));
    assert!(text.contains("organisatie") && text.contains("Praktijk") && text.contains("import"), "{text}");
    let unknown = typed(&["history", "niemand", "--data", &data]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(err(&unknown).contains("dorp"), "{}", err(&unknown));
}

#[test]
fn a_network_is_refused_where_it_would_replace_a_coalition() {
    let folder = tempfile::tempdir().expect("a directory");
    let data = folder.path().join("store").display().to_string();
    assert!(typed(&["import", &file("coalitions/leiden.toml"), "--data", &data]).status.success());
    let before = out(&typed(&["export", "--data", &data]));
    let (nodes, links) = (file("oracles/worked-example/nodes.csv"), file("oracles/worked-example/links.csv"));
    let output = typed(&["import", "--as", "leiden", "--nodes", &nodes, "--links", &links, "--data", &data]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("kies een andere id"), "{}", err(&output));
    assert_eq!(out(&typed(&["export", "--data", &data])), before);
}

#[test]
fn a_country_comes_in_whole_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a directory");
    let (tables, data) = (folder.path().display().to_string(), folder.path().join("store").display().to_string());
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("written");
    write(
        "organisations.csv",
        "id,name,kind,domain,coalition\no0,De Brug,verloskundige,medical,oost\no1,Noord,gilde,social,oost\n",
    );
    write("people.csv", "id,name,organisation,role\np0,Kim,o0,intake\np1,Sam,o1,manager\n");
    write("links.csv", "from_person,to_person,strength,since,confirmed\np0,p1,7,2024,true\n");
    let import = |lang| typed(&["import", "--country", &tables, "--data", &data, "--lang", lang]);
    let refused = import("nl");
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        err(&refused).contains("links.csv, rij 2, kolom strength: \"7\" is geen sterkte; vul 1, 2, 3 of 4 in"),
        "{}",
        err(&refused)
    );
    assert!(!Path::new(&data).exists(), "a wrong row leaves nothing behind");
    write("links.csv", "from_person,to_person,strength,since,confirmed\np0,p1,3,2024,true\n");
    let done = import("en");
    assert!(done.status.success(), "{}", err(&done));
    for words in [
        "1 coalitions, 2 organisations, 2 people, 1 links",
        "1 organisations have a kind that the catalogue does not know",
        "gilde (1)",
        "12 put",
    ] {
        assert!(err(&done).contains(words), "{words}: {}", err(&done));
    }
    assert!(err(&import("nl")).contains("0 nieuw of verbeterd, 12 stonden er al"));
    let why = typed(&["why", "oost", "De Brug", "Noord", "--data", &data, "--lang", "nl"]);
    assert!(why.status.success() && out(&why).contains("Kim (intake, De Brug)"), "{}{}", out(&why), err(&why));
}

#[test]
fn an_import_names_each_fault_with_its_file_and_line_in_the_users_language() {
    let folder = tempfile::tempdir().expect("a directory");
    let data = folder.path().join("store").display().to_string();
    let bundle = folder.path().join("fout.toml").display().to_string();
    let text = std::fs::read_to_string(file("coalitions/leiden.toml")).expect("readable");
    assert!(text.matches("kind = \"verloskundigen").count() > 0 || text.contains("kind = \""));
    let line = text.lines().position(|line| line.starts_with("kinds = [{ kind = \"")).expect("a kind") + 1;
    let lines: Vec<String> = text
        .lines()
        .enumerate()
        .map(
            |(at, text)| {
                if at + 1 == line { "kinds = [{ kind = \"tovenaar\", basis = \"stated\" }]".into() } else { text.into() }
            },
        )
        .collect();
    std::fs::write(&bundle, lines.join("\n")).expect("written");
    let table =
        text.lines().take(line).collect::<Vec<_>>().iter().rposition(|line| *line == "[[organisation]]").expect("a table") + 1;
    for (language, told) in [("nl", "staat niet in de catalogus"), ("en", "is not in the catalogue")] {
        for command in [vec!["check", &bundle], vec!["import", &bundle, "--data", &data]] {
            let output = typed(&[&command[..], &["--lang", language]].concat());
            assert_eq!(output.status.code(), Some(1));
            let said = err(&output);
            assert!(said.contains(&format!("fout.toml:{table}: ")) && said.contains(told), "{command:?}: {said}");
        }
    }
    assert!(!Path::new(&data).exists(), "a wrong file makes no store");
    let dutch = err(&typed(&["gaps", "utrecht"]));
    assert!(dutch.starts_with("geen coalitie heet \"utrecht\"; kies uit: aalsmeer"), "{dutch}");
    let english = err(&typed(&["gaps", "utrecht", "--lang", "en"]));
    assert!(english.starts_with("no coalition is called"), "{english}");
}

#[test]
fn a_shared_source_that_says_something_else_is_refused_at_its_line() {
    let folder = tempfile::tempdir().expect("a directory");
    let data = folder.path().join("store").display().to_string();
    let bundle = |slug: &str, title: &str| {
        let path = folder.path().join(format!("{slug}.toml"));
        let text = format!(
            "format = 1\n[coalition]\nid = \"{slug}\"\nname = \"{slug}\"\nphase = \"start\"\nsource = \"stuk\"\nat = \"1\"\n\
             [[source]]\nkey = \"stuk\"\nkind = \"document\"\ntitle = \"{title}\"\n"
        );
        std::fs::write(&path, text).expect("written");
        path.display().to_string()
    };
    assert!(typed(&["import", &bundle("een", "Jaarplan"), "--data", &data]).status.success());
    let output = typed(&["import", &bundle("twee", "Jaarverslag"), "--data", &data]);
    assert_eq!(output.status.code(), Some(1));
    let told = err(&output);
    assert!(told.contains("twee.toml:8: \"stuk\" staat anders in het archief, bij een"), "{told}");
}

#[test]
fn structure_tells_how_much_is_known_and_what_to_beware_of() {
    let store = tempfile::tempdir().expect("a directory");
    let data = store.path().join("store").display().to_string();
    let (nodes, links) = (file("oracles/worked-example/nodes.csv"), file("oracles/worked-example/links.csv"));
    let imported = typed(&["import", "--as", "half", "--nodes", &nodes, "--links", &links, "--incomplete", "--data", &data]);
    assert!(imported.status.success(), "{}", err(&imported));
    let text = out(&typed(&["structure", "half", "--data", &data]));
    assert!(text.contains("Bekende paren: 17 van 55"), "{text}");
    assert!(text.contains("! Van een deel van de paren is niet bekend"), "{text}");
    assert!(out(&typed(&["structure", "half", "--data", &data, "--lang", "en"])).contains("Known pairs: 17 of 55"));
}

#[test]
fn a_proposal_is_printed_as_meetings_to_hold_and_drawn_when_asked() {
    let folder = tempfile::tempdir().expect("a directory");
    let drawing = folder.path().join("voorstel.svg").display().to_string();
    let text = out(&typed(&["introductions", "leiden", "--lines", "2", "-o", &drawing]));
    assert!(
        text.contains("Bijeenkomsten") && text.contains("Eén uur:") && text.contains("Een voorstel, stap voor stap gekozen"),
        "{text}"
    );
    let drawn = std::fs::read_to_string(&drawing).expect("the drawing");
    assert_eq!(drawn.matches("data-status=\"introduced\"").count(), 2);
    assert!(out(&typed(&["introductions", "leiden", "--lang", "en"])).contains("One hour:"));
    assert_eq!(typed(&["introductions", "leiden", "--lines", "13"]).status.code(), Some(1));
    assert_eq!(typed(&["introductions", "leiden", "--lines", "0"]).status.code(), Some(2));
    let answer = json(&["introductions", "leiden", "--format", "json"]);
    assert!(answer["introductions"].as_array().is_some_and(|rows| rows.iter().all(|row| row["text"]["en"].is_string())));
}

#[test]
fn a_scenario_is_typed_by_name_and_what_cannot_be_is_said() {
    let text = out(&typed(&["what-if", "leiden", "--introduce", "De Poort", "schuldhulpverlening", "--leaves", "Jeroen"]));
    assert!(
        text.contains("Stel:") && text.contains("Tussen de twee kanten gaat het van één naar twee bekende lijnen."),
        "{text}"
    );
    let answer = json(&["what-if", "leiden", "--stops", "De Poort", "--format", "json"]);
    assert_eq!(answer["changes"][0]["change"]["what"], "partner_stops");
    let nothing = typed(&["what-if", "leiden"]);
    assert_eq!(nothing.status.code(), Some(1));
    assert!(err(&nothing).contains("zeg wat er verandert"));
    let lead = typed(&["what-if", "leiden", "--without-lead"]);
    assert!(err(&lead).contains("niet bekend wie het project leidt"));
    let met = typed(&["what-if", "leiden", "--introduce", "De Poort", "De Poort", "--lang", "en"]);
    assert!(err(&met).contains("cannot be introduced to itself"));
    assert!(err(&typed(&["what-if", "leiden", "--leaves", "Nobody"])).contains("Linda Rentes"), "names those there are");
}

/// A server on a port that the system chooses; stopped when dropped.
struct Served(std::process::Child);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What the server says until it serves.
fn serve(data: &str) -> (Served, String) {
    use std::io::{BufRead, BufReader};
    let mut command = Command::new(env!("CARGO_BIN_EXE_kortelijnen"));
    command.args(["serve", "--listen", "127.0.0.1:0", "--data", data]).stderr(std::process::Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    let errors = BufReader::new(child.stderr.take().expect("its standard error"));
    let served = Served(child);
    let mut told = String::new();
    for line in errors.lines() {
        told += &line.expect("text");
        told.push('\n');
        if told.contains("serving on") {
            break;
        }
    }
    (served, told)
}

#[test]
fn a_second_start_brings_corrections_of_the_shipped_data_and_says_how_many() {
    let folder = tempfile::tempdir().expect("a directory");
    let data = folder.path().join("store").display().to_string();
    let (first, told) = serve(&data);
    assert!(told.contains("loaded the shipped coalitions: "), "{told}");
    drop(first);
    // An older edition of the program: one fact was different then, and one did not exist.
    let lines = out(&typed(&["export", "--data", &data]));
    let (was, is) = ("\"name\":\"Leiden\"", "\"name\":\"Leyden\"");
    assert!(lines.contains(was));
    let older = folder.path().join("older.jsonl").display().to_string();
    std::fs::write(&older, lines.replace(was, is)).expect("written");
    let old = folder.path().join("old").display().to_string();
    assert!(typed(&["import", "--lines", &older, "--data", &old]).status.success());
    assert!(out(&typed(&["coalitions", "--data", &old])).contains("Leyden"));
    let (second, told) = serve(&old);
    assert!(told.contains("updated the shipped coalitions: 1 facts put, 0 removed"), "{told}");
    drop(second);
    assert!(!out(&typed(&["coalitions", "--data", &old])).contains("Leyden"));
    let (third, told) = serve(&old);
    assert!(told.contains("up to date: 0 facts"), "{told}");
    drop(third);
}

#[test]
fn a_port_in_use_names_another_for_the_flag_and_for_make() {
    let folder = tempfile::tempdir().expect("a directory");
    let data = folder.path().join("store").display().to_string();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let output = typed(&["serve", "--listen", &address, "--data", &data]);
    assert_eq!(output.status.code(), Some(3));
    let told = err(&output);
    assert!(told.contains("in gebruik") && told.contains("--listen 127.0.0.1:") && told.contains("make run LISTEN="), "{told}");
}
