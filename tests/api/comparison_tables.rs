//! An adviser downloads the comparison as a file for a spreadsheet.

use super::support::Counter;
use serde_json::{Value, json};

const ADDRESS: &str = "/v1/comparison-tables";

/// The lines of a Dutch file, each as its cells; none of these cells holds a semicolon between quotes that matters here.
fn lines(text: &str) -> Vec<Vec<String>> {
    let mut lines = vec![vec![String::new()]];
    let mut quoted = false;
    for letter in text.trim_start_matches('\u{feff}').replace("\r\n", "\n").chars() {
        let line = lines.last_mut().expect("a line");
        match letter {
            '"' => quoted = !quoted,
            ';' if !quoted => line.push(String::new()),
            '\n' if !quoted => lines.push(vec![String::new()]),
            other => line.last_mut().expect("a cell").push(other),
        }
    }
    lines.pop();
    lines
}

async fn csv(counter: &Counter, question: &str) -> Vec<Vec<String>> {
    let answer = counter.get(&format!("{ADDRESS}?format=csv&language=nl{question}")).await.is(200);
    lines(std::str::from_utf8(&answer.body).expect("UTF-8"))
}

/// The cell of a row under a name.
fn cell<'a>(lines: &'a [Vec<String>], row: &'a [String], name: &str) -> &'a str {
    let place = lines[0].iter().position(|it| it == name).unwrap_or_else(|| panic!("{name} is no column of {:?}", lines[0]));
    &row[place]
}

#[tokio::test]
async fn every_number_of_the_comparison_stands_in_the_file_and_no_other() {
    let counter = Counter::open();
    let body = json!({"coalitions": ["delft", "zeist", "leiden"]});
    let answer: Value = counter.json("POST", "/v1/comparisons", &[], &body).await.is(200).json();
    let lines = csv(&counter, "&coalition=delft&coalition=zeist&coalition=leiden").await;
    let find = |coalition: &str, part: &str, code: &str| {
        let rows: Vec<&Vec<String>> = lines[1..]
            .iter()
            .filter(|row| cell(&lines, row, "korte naam") == coalition && cell(&lines, row, "onderdeel") == part)
            .filter(|row| cell(&lines, row, "code") == code)
            .collect();
        assert_eq!(rows.len(), 1, "{coalition} {code}");
        rows[0]
    };
    let decimal = |number: &Value| number.as_f64().map(|it| it.to_string().replace('.', ",")).unwrap_or_default();
    let ids = ["delft", "zeist", "leiden"];
    for (place, id) in ids.into_iter().enumerate() {
        for row in answer["measures"].as_array().expect("measures") {
            let told = find(id, "kengetal", row["name"].as_str().expect("a name"));
            let of = &row["cells"][place];
            if let Some(why) = of["suppressed"]["words"]["nl"].as_str() {
                assert_eq!(cell(&lines, told, "waarde"), why, "{id} {}", row["name"]);
                assert_eq!(cell(&lines, told, "laagst"), "", "a suppressed cell holds no number");
                continue;
            }
            for (key, name) in [("value", "waarde"), ("low", "laagst"), ("high", "hoogst"), ("p", "p")] {
                let told = cell(&lines, told, name);
                let silent = key == "value" && of["value"].is_null();
                assert_eq!(told, if silent { "onbekend".to_owned() } else { decimal(&of[key]) }, "{id} {} {key}", row["name"]);
            }
        }
        for row in answer["profile"].as_array().expect("profile") {
            let told = find(id, "profiel", row["code"].as_str().expect("a code"));
            assert_eq!(
                cell(&lines, told, "in woorden"),
                row["cells"][place]["words"]["nl"].as_str().expect("words").replace('"', "")
            );
        }
        for row in answer["kinds"].as_array().expect("kinds") {
            let told = find(id, "soort partner", row["code"].as_str().expect("a code"));
            let of = &row["cells"][place];
            let value = if of["state"] == "unknown" { "onbekend".to_owned() } else { of["count"].to_string() };
            assert_eq!(cell(&lines, told, "waarde"), value);
        }
    }
    let rows_each = |key: &str| answer[key].as_array().expect("rows").len();
    let all = rows_each("profile") + rows_each("measures") + rows_each("kinds") + 4 * rows_each("gaps");
    assert_eq!(lines.len(), 1 + 3 * all);
}

#[tokio::test]
async fn what_the_texts_say_stands_in_the_file_and_silence_is_unknown() {
    let lines = csv(&Counter::open(), "").await;
    let told = |coalition: &str, code: &str| {
        let row = lines[1..].iter().find(|row| {
            cell(&lines, row, "korte naam") == coalition
                && cell(&lines, row, "code") == code
                && cell(&lines, row, "onderdeel") == "profiel"
        });
        let row = row.unwrap_or_else(|| panic!("{coalition} {code}"));
        (cell(&lines, row, "in woorden").to_lowercase(), cell(&lines, row, "waarde").to_owned())
    };
    assert!(told("almelo", "case_lead").0.contains("situatie bepaalt"));
    assert!(told("hoogeveen", "builds_on").0.contains("goede start"));
    assert!(told("zeist", "together_since").0.contains("al jaren"));
    for (coalition, code) in [("aalsmeer", "leads"), ("leiden", "builds_on"), ("delft", "case_lead")] {
        let (words, value) = told(coalition, code);
        assert_eq!((words.as_str(), value.as_str()), ("onbekend", "onbekend"), "{coalition} {code}");
    }
}

#[tokio::test]
async fn the_file_has_a_name_a_version_and_a_form() {
    let counter = Counter::open();
    for (question, type_, name) in [
        ("?format=csv&language=nl", "text/csv", "vergelijking.csv"),
        ("?format=xlsx&language=en", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "comparison.xlsx"),
    ] {
        let answer = counter.get(&format!("{ADDRESS}{question}&coalition=delft")).await.is(200);
        assert!(answer.header("content-type").starts_with(type_), "{}", answer.header("content-type"));
        assert_eq!(answer.header("content-disposition"), format!("attachment; filename=\"{name}\""));
        assert!(!answer.header("etag").is_empty());
    }
    let chosen =
        counter.ask("GET", &format!("{ADDRESS}?coalition=delft"), &["accept: text/csv"], axum::body::Body::empty()).await;
    assert!(chosen.is(200).header("content-type").starts_with("text/csv"));
    let faults =
        counter.get(&format!("{ADDRESS}?coalition=nergens&coalition=delft&coalition=delft&format=ods")).await.problem(400);
    assert_eq!(faults.errors.len(), 1, "the form is refused before the coalitions are looked up");
    let faults =
        counter.get(&format!("{ADDRESS}?coalition=nergens&coalition=delft&coalition=delft&format=csv")).await.problem(400);
    assert_eq!(faults.errors.len(), 2, "each coalition that is not there or stands there twice");
}

#[tokio::test]
async fn an_adviser_gets_no_small_number_of_people_in_the_file() {
    for viewer in ["adviser", "visitor", "professional:delft"] {
        let lines = csv(&Counter::with(&[("KL_VIEWER", viewer)]), "&coalition=leiden&coalition=zeist").await;
        for row in lines[1..].iter().filter(|row| cell(&lines, row, "code") == "carriers") {
            for name in ["waarde", "laagst", "hoogst", "van", "verwacht"] {
                let told = cell(&lines, row, name).replace(',', ".");
                assert!(told.parse::<f64>().map_or(true, |number| number == 0.0 || number >= 5.0), "{viewer}: {name} {told}");
            }
        }
    }
}
