//! A table as CSV.

use super::{Cell, Table};
use crate::model::Language;

/// Says to a spreadsheet that the file is UTF-8; without it names lose their accents there.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Letters at the start of a text that make a spreadsheet run it as a formula, also in their wide form.
const FORMULA_STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The table in one language.
///
/// Takes: a table, a language. Gives: UTF-8 with a byte order mark, one line a row and one for the names, ended by CR LF. Dutch has
/// semicolons between cells and a comma in numbers, English commas and a point: so opens it at once in a spreadsheet of that language,
/// and reads it R (`read.csv2`, `read.csv`). Days are 2026-11-22. Unknown and what is not told are words; nothing is an empty cell.
/// A text that a spreadsheet would run as a formula has an apostrophe before it; numbers have none.
/// Cost: O(its length). Deterministic.
/// Source: RFC 4180 for quotes; OWASP, "CSV Injection", for the apostrophe.
/// Checked: read back by Python's `csv`, see `data/oracles`.
pub fn csv(table: &Table, language: Language) -> String {
    let mut text = BYTE_ORDER_MARK.to_owned();
    let names = table.columns.iter().map(|column| told(column.name.in_language(language), language));
    line(&mut text, names, language);
    for row in &table.rows {
        line(&mut text, row.iter().map(|cell| written(cell, language)), language);
    }
    text
}

fn between(language: Language) -> char {
    match language {
        Language::Nl => ';',
        Language::En => ',',
    }
}

fn line(text: &mut String, cells: impl Iterator<Item = String>, language: Language) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            text.push(between(language));
        }
        text.push_str(&cell);
    }
    text.push_str("\r\n");
}

fn written(cell: &Cell, language: Language) -> String {
    match cell {
        Cell::Whole(number) => number.to_string(),
        Cell::Number(number) if number.is_finite() => match language {
            // In English a comma would need quotes; in Dutch it stands between semicolons.
            Language::Nl => number.to_string().replace('.', ","),
            Language::En => number.to_string(),
        },
        Cell::Day(day) => day.to_string(),
        other => other.words(language).map(|words| told(words, language)).unwrap_or_default(),
    }
}

/// A text: harmless, and in quotes where it must be.
fn told(text: &str, language: Language) -> String {
    let runs = text.trim_start_matches(' ').starts_with(FORMULA_STARTS);
    let text = if runs { format!("'{text}") } else { text.to_owned() };
    let quoted =
        runs || text.contains([between(language), '"', '\r', '\n', '\t']) || text.starts_with(' ') || text.ends_with(' ');
    if quoted { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
