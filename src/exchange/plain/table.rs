//! A CSV file as rows with named columns.

use super::FILE_BYTES_MAX;
use super::error::{Faults, RowReason};
use csv::{ReaderBuilder, StringRecord};

/// The columns that are read.
const COLUMNS: [&str; 19] = [
    "Id",
    "Label",
    "Domain",
    "Source",
    "Target",
    "Type",
    "Weight",
    "Organisation",
    "Name",
    "Phone",
    "Mail",
    "Web",
    "Hours",
    "Open",
    "Needs",
    "Refer",
    "Languages",
    "Checked",
    "Visibility",
];

/// A file with a header.
pub(super) struct Table<'a> {
    /// Name of the file.
    pub file: &'a str,
    /// Rows that are not empty, in order.
    pub rows: Vec<Row>,
}

/// One row.
pub(super) struct Row {
    /// Line in the file, the header being 1.
    pub number: u64,
    cells: [Option<Box<str>>; COLUMNS.len()],
}

impl Row {
    /// The cell under a column, without blanks around it; empty when there is no such column.
    pub fn cell(&self, column: &str) -> &str {
        let place = COLUMNS.iter().position(|it| *it == column);
        place.and_then(|place| self.cells[place].as_deref()).unwrap_or_default()
    }
}

impl<'a> Table<'a> {
    /// Takes the file. `None`: it cannot be read as a table at all, and why stands in `faults`.
    pub fn read(file: &'a str, bytes: &[u8], required: &[&str], rows_max: usize, faults: &mut Faults) -> Option<Self> {
        if bytes.len() > FILE_BYTES_MAX {
            faults.add_file(file, RowReason::TooLarge(FILE_BYTES_MAX));
            return None;
        }
        let (text, skipped) = match text_of(bytes) {
            Ok(text) => after_separator_line(text),
            Err(row) => {
                faults.add_row(file, row, RowReason::NotUtf8);
                return None;
            }
        };
        let records = records_of(text, rows_max);
        if records.len() > rows_max + 1 {
            faults.add_file(file, RowReason::TooManyRows(rows_max));
            return None;
        }
        if let Some(open) = records.last().filter(|last| is_never_closed(text, last)) {
            faults.add_row(file, skipped + open.line, RowReason::OpenQuote);
            return None;
        }
        let no_header = Record { line: 1, start: 0, cells: StringRecord::new() };
        let header = records.first().unwrap_or(&no_header);
        let places = COLUMNS.map(|column| header.cells.iter().position(|name| name.trim().eq_ignore_ascii_case(column)));
        let is_there = |column: &str| COLUMNS.iter().zip(&places).any(|(name, place)| *name == column && place.is_some());
        let missing: Vec<&str> = required.iter().copied().filter(|column| !is_there(column)).collect();
        for column in &missing {
            faults.add(file, skipped + header.line, column, RowReason::MissingColumn);
        }
        let row = |record: &Record| Row {
            number: skipped + record.line,
            cells: places.map(|place| place.and_then(|place| record.cells.get(place)).map(|cell| cell.trim().into())),
        };
        missing.is_empty().then(|| Self { file, rows: records.iter().skip(1).map(row).collect() })
    }
}

/// A record that is not empty, and where it starts.
struct Record {
    line: u64,
    start: usize,
    cells: StringRecord,
}

/// The header and the rows, but no more than one row too many.
fn records_of(text: &str, rows_max: usize) -> Vec<Record> {
    let mut reader =
        ReaderBuilder::new().delimiter(separator(text)).flexible(true).has_headers(false).from_reader(text.as_bytes());
    let (mut line, mut counted) = (1, 0);
    // The reader counts blank lines and half a line end to the record that follows them; count to its first character.
    let mut place = |cells: StringRecord| {
        let before = cells.position().map_or(0, csv::Position::byte) as usize;
        let blank = text.as_bytes()[before..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let start = before + blank;
        line += text.as_bytes()[counted..start].iter().filter(|&&byte| byte == b'\n').count() as u64;
        counted = start;
        Record { line, start, cells }
    };
    // Text that is UTF-8 as a whole gives no error record by record; the header is one row more.
    reader.records().map_while(Result::ok).filter(is_filled).take(rows_max.saturating_add(2)).map(&mut place).collect()
}

fn is_filled(record: &StringRecord) -> bool {
    record.iter().any(|cell| !cell.trim().is_empty())
}

/// Does a quotation mark that is never closed take the rest of the file into one cell?
fn is_never_closed(text: &str, last: &Record) -> bool {
    let tail = text[last.start..].trim();
    tail.contains('\n') && tail.matches('"').count() % 2 == 1
}

/// The text without byte order mark, or the line on which it stops being UTF-8.
fn text_of(bytes: &[u8]) -> Result<&str, u64> {
    let text = std::str::from_utf8(bytes)
        .map_err(|error| 1 + bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count() as u64)?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// A spreadsheet may put `sep=;` on a line of its own before the header: the text after it, and how many lines it took.
fn after_separator_line(text: &str) -> (&str, u64) {
    match text.split_once('\n') {
        Some((first, rest)) if first.starts_with("sep=") => (rest, 1),
        _ => (text, 0),
    }
}

/// Whichever of comma, semicolon and tab the header has most of; a comma when it has none.
fn separator(text: &str) -> u8 {
    let header = text.trim_start().lines().next().unwrap_or_default();
    let count = |separator: u8| header.bytes().filter(|&byte| byte == separator).count();
    [b'\t', b';', b','].into_iter().max_by_key(|&separator| count(separator)).unwrap_or(b',')
}
