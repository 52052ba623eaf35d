//! A made-up table, read back by Python: `data/oracles/tables.py` reads the two files and writes what it found beside them.

use super::*;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use time::macros::date;

fn words(nl: &str, en: &str) -> Words {
    Words { nl: nl.to_owned(), en: en.to_owned() }
}

fn column(nl: &str, en: &str, kind: ColumnKind) -> Column {
    Column { name: words(nl, en), definition: words(&format!("Wat {nl} is."), &format!("What {en} is.")), kind }
}

/// Names that a spreadsheet would run, or that break a line, beside ordinary ones.
const NAMES: [&str; 9] = [
    "Proefdam",
    "Coalitie \"De Brug\"; oost, en west",
    "=HYPERLINK(\"https://example.org\";\"klik\")",
    "+31 6 zonder nummer",
    "-2+3",
    "@SUM(A1:A9)",
    "\tmet een tab",
    " =1+1",
    "Één café naïef — ij",
];

fn made_up() -> Table {
    let columns = vec![
        column("coalitie", "coalition", ColumnKind::Text),
        column("dag", "day", ColumnKind::Day),
        column("partners", "partners", ColumnKind::Whole),
        column("dichtheid", "density", ColumnKind::Decimal(3)),
        column("dragers", "carriers", ColumnKind::Whole),
    ];
    let few = || Cell::Suppressed(words("minder dan 5", "fewer than 5"));
    let rows = NAMES.iter().enumerate().map(|(i, &name)| {
        let carriers = if i % 2 == 0 { few() } else { Cell::Whole(i as i64 + 4) };
        let density = if i == 3 { Cell::Number(f64::NAN) } else { Cell::Number(i as f64 / -8.0) };
        vec![Cell::name(name), Cell::Day(date!(2019 - 11 - 30)), Cell::Whole(i as i64), density, carriers]
    });
    let silent = vec![Cell::name("stil"), Cell::Empty, Cell::Unknown, Cell::Unknown, few()];
    Table {
        title: words("Vergelijking", "Comparison"),
        columns,
        columns_fixed: 1,
        rows: rows.chain([silent]).collect(),
        made: vec![(words("Norm", "Norm"), words("2026-1", "2026-1"))],
        definitions: vec![Definition {
            term: words("dichtheid", "density"),
            meaning: words("=Deel van de paren met een lijn.", "=Share of pairs with a line."),
            unit: Some(words("deel, 0 tot 1", "share, 0 to 1")),
            source: None,
            suppressed: Some(words("bij minder dan drie partners", "with fewer than three partners")),
        }],
        day: date!(2026 - 11 - 22),
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/oracles/tables")
}

const LANGUAGES: [(Language, &str); 2] = [(Language::Nl, "nl"), (Language::En, "en")];

/// The files as they are kept; `UPDATE_TABLES=1` writes them anew, after which `tables.py` must read them again.
#[test]
fn the_same_table_gives_the_same_bytes() {
    for (language, code) in LANGUAGES {
        let made = [("csv", csv(&made_up(), language).into_bytes()), ("xlsx", xlsx(&made_up(), language).expect("a workbook"))];
        for (form, bytes) in made {
            let path = folder().join(format!("made-up.{code}.{form}"));
            if std::env::var_os("UPDATE_TABLES").is_some() {
                std::fs::create_dir_all(folder()).expect("a folder");
                std::fs::write(&path, &bytes).expect("writable");
            }
            assert!(std::fs::read(&path).expect("the file is kept") == bytes, "{}", path.display());
        }
        assert_eq!(xlsx(&made_up(), language).expect("a workbook"), xlsx(&made_up(), language).expect("a workbook"));
    }
}

/// What a cell should be read as: numbers as numbers in a workbook, as text in CSV.
fn expected(cell: &Cell, language: Language, workbook: bool) -> Value {
    match cell {
        Cell::Whole(number) if workbook => json!(number),
        Cell::Whole(number) => json!(number.to_string()),
        Cell::Number(number) if number.is_finite() && workbook => json!(number),
        Cell::Number(number) if number.is_finite() => {
            let text = number.to_string();
            json!(if language == Language::Nl { text.replace('.', ",") } else { text })
        }
        Cell::Day(day) => json!(day.to_string()),
        Cell::Empty if workbook => Value::Null,
        Cell::Empty => json!(""),
        other => json!(other.words(language).expect("words")),
    }
}

fn same(read: &Value, expected: &Value) -> bool {
    match (read.as_f64(), expected.as_f64()) {
        (Some(read), Some(expected)) => (read - expected).abs() < 1e-12,
        _ => read == expected,
    }
}

#[test]
fn another_program_reads_every_cell_as_it_was_meant() {
    let read: Value = serde_json::from_str(&std::fs::read_to_string(folder().join("read.json")).expect("kept")).expect("JSON");
    for (language, code) in LANGUAGES {
        for form in ["csv", "xlsx"] {
            let rows = read[code][form].as_array().expect("rows");
            let table = made_up();
            assert_eq!(rows.len(), table.rows.len() + 1, "{code} {form}");
            for (column, name) in table.columns.iter().zip(rows[0].as_array().expect("names")) {
                assert_eq!(name, column.name.in_language(language));
            }
            for (row, read) in table.rows.iter().zip(&rows[1..]) {
                for (place, cell) in row.iter().enumerate() {
                    let mut meant = expected(cell, language, form == "xlsx");
                    let runs = |text: &str| text.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t']);
                    if let (Cell::Text(words), "csv") = (cell, form)
                        && runs(words.in_language(language))
                    {
                        meant = json!(format!("'{}", words.in_language(language)));
                    }
                    assert!(same(&read[place], &meant), "{code} {form}: {} for {meant}", read[place]);
                }
            }
        }
        let sheets = &read[code]["sheets"];
        let second = if language == Language::Nl { "Definities" } else { "Definitions" };
        assert_eq!(sheets[1], second);
        assert_eq!(read[code]["formulas"], 0, "no cell is a formula");
        assert_eq!(read[code]["frozen"], "B2");
        let terms: Vec<&str> =
            read[code]["definitions"].as_array().expect("rows").iter().filter_map(|row| row[0].as_str()).collect();
        let (norm, density) = (terms.contains(&"Norm"), terms.contains(&if code == "nl" { "dichtheid" } else { "density" }));
        assert!(norm && density && terms.len() == 1 + 1 + 5 + 1, "{terms:?}");
    }
}

#[test]
fn no_text_of_a_csv_starts_as_a_formula() {
    for (language, _) in LANGUAGES {
        let text = csv(&made_up(), language);
        assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
        for line in text.trim_start_matches('\u{feff}').lines() {
            assert!(!line.starts_with(['=', '+', '-', '@', '\t']), "{line}");
        }
        assert!(
            text.contains(if language == Language::Nl { ";-0,125;" } else { ",-0.125," }),
            "a number below 0 stays one: {text}"
        );
    }
}
