//! A CSV file as rows with named columns.

use super::FILE_BYTES_MAX;
use super::error::{Faults, RowReason};
use csv::{ReaderBuilder, StringRecord};

/// The columns that are read.
const COLUMNS: [&str; 20] = [
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
    "Audience",
];

/// What a Dutch spreadsheet of desks calls its columns.
const DUTCH: [(&str, &str); 12] = [
    ("Organisation", "organisatie"),
    ("Name", "loket"),
    ("Phone", "telefoon"),
    ("Web", "website"),
    ("Hours", "tijden"),
    ("Needs", "hulpvragen"),
    ("Refer", "verwijzen"),
    ("Languages", "talen"),
    ("Checked", "gecontroleerd"),
    ("Visibility", "zichtbaar"),
    ("Audience", "voor"),
    ("Name", "naam"),
];

/// A file with a header.
pub(super) struct Table<'a> {
    /// Name of the file.
    pub file: &'a str,
    /// Rows that are not empty, in order.
    pub rows: Vec<Row>,
    headings: [Heading; COLUMNS.len()],
}

/// How a column is called in the file.
struct Heading {
    name: Box<str>,
    is_there: bool,
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
        let named = |wanted: &str| header.cells.iter().position(|name| name.trim().eq_ignore_ascii_case(wanted));
        let places = COLUMNS.map(|column| named(column).or_else(|| in_dutch(column).find_map(named)));
        // A file with one Dutch name that is not English too is told the others in Dutch.
        let dutch = DUTCH.iter().any(|(_, dutch)| named(dutch).is_some());
        let mut place = places.iter();
        let headings = COLUMNS.map(|column| {
            let written = place.next().copied().flatten().and_then(|place| header.cells.get(place));
            let missing = if dutch { in_dutch(column).next().unwrap_or(column) } else { column };
            Heading { name: written.map_or(missing, str::trim).into(), is_there: written.is_some() }
        });
        let mut table = Self { file, rows: Vec::new(), headings };
        let missing: Vec<&str> = required.iter().copied().filter(|column| !table.has(column)).collect();
        for column in &missing {
            faults.add(file, skipped + header.line, table.heading(column), RowReason::MissingColumn);
        }
        let row = |record: &Record| Row {
            number: skipped + record.line,
            cells: places.map(|place| place.and_then(|place| record.cells.get(place)).map(|cell| cell.trim().into())),
        };
        if !missing.is_empty() {
            return None;
        }
        table.rows = records.iter().skip(1).map(row).collect();
        Some(table)
    }

    /// Is there such a column?
    pub fn has(&self, column: &str) -> bool {
        self.at(column).is_some_and(|heading| heading.is_there)
    }
    /// What the file calls a column; one that it lacks is called as the others are, in Dutch or in English.
    pub fn heading<'b>(&'b self, column: &'b str) -> &'b str {
        self.at(column).map_or(column, |heading| &heading.name)
    }
    fn at(&self, column: &str) -> Option<&Heading> {
        COLUMNS.iter().zip(&self.headings).find(|(name, _)| **name == column).map(|(_, heading)| heading)
    }
}

/// What a column is called in Dutch.
fn in_dutch(column: &str) -> impl Iterator<Item = &'static str> {
    DUTCH.iter().filter(move |(name, _)| *name == column).map(|(_, dutch)| *dutch)
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
