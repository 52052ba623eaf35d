//! A CSV file, row by row, with named columns.

use super::{CELL_BYTES_MAX, FILE_BYTES_MAX};
use crate::exchange::plain::{Faults, RowReason};
use csv::{Reader, ReaderBuilder, StringRecord};
use std::io::{BufRead, BufReader, Chain, Read};

/// How much is read at once, in bytes.
const BUFFER_BYTES: usize = 128 * 1024;

/// A file with a header, of which the columns `names` are read.
pub(super) struct Table<'a, R, const COLUMNS: usize> {
    /// Name of the file.
    pub file: &'a str,
    names: [&'static str; COLUMNS],
    /// Where each column stands; one that may be missing and is stands nowhere.
    places: [usize; COLUMNS],
    width: usize,
    reader: Reader<Chain<BufReader<R>, &'static [u8]>>,
    record: StringRecord,
    /// Does a row end with a line feed alone? The reader then counts the line before it gives the row, and otherwise after.
    line_feed: bool,
    rows: usize,
    rows_max: usize,
    ended: bool,
    skipped: bool,
}

/// One row.
pub(super) struct Row<'t, const COLUMNS: usize> {
    /// The cells of the columns, without blanks around them; empty for a column that is not there.
    pub cells: [&'t str; COLUMNS],
    file: &'t str,
    names: &'t [&'static str; COLUMNS],
    line: u64,
    record: &'t StringRecord,
}

impl<'a, R: Read, const COLUMNS: usize> Table<'a, R, COLUMNS> {
    /// Takes the file and the columns, of which the first `required` must be there. `None`: it cannot be read as a table, and why
    /// stands in `faults`.
    pub fn open(
        (file, from): (&'a str, R),
        names: [&'static str; COLUMNS],
        required: usize,
        rows_max: usize,
        faults: &mut Faults,
    ) -> Option<Self> {
        let mut from = BufReader::with_capacity(BUFFER_BYTES, from);
        let start = from.fill_buf().map_err(|error| faults.add_file(file, RowReason::Unreadable(error.to_string()))).ok()?;
        let Header { delimiter, line_feed } = Header::of(start);
        // So the last row ends as the others do, and a quotation mark that is never closed takes this into its cell.
        let from = from.chain(if line_feed { b"\n".as_slice() } else { b"\r\n" });
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(BUFFER_BYTES)
            .from_reader(from);
        let mut record = StringRecord::new();
        if let Err(error) = reader.read_record(&mut record) {
            faults.add_row(file, 1, reason_of(&error));
            return None;
        }
        let place = |name: &str| record.iter().position(|cell| cell.trim().eq_ignore_ascii_case(name)).unwrap_or(usize::MAX);
        let places = names.map(place);
        let missing = names.iter().zip(places).take(required).filter(|(_, place)| *place == usize::MAX);
        let count = missing.map(|(name, _)| faults.add(file, 1, name, RowReason::MissingColumn)).count();
        let (width, rows, ended, skipped) = (record.len(), 0, false, false);
        (count == 0).then_some(Self { file, names, places, width, reader, record, line_feed, rows, rows_max, ended, skipped })
    }

    /// The next row with as many cells as the header; a wrong one is named in `faults`.
    pub fn next(&mut self, faults: &mut Faults) -> Option<Row<'_, COLUMNS>> {
        loop {
            match self.reader.read_record(&mut self.record) {
                Ok(true) => {}
                Ok(false) => {
                    self.ended = true;
                    return None;
                }
                Err(error) => {
                    faults.add_row(self.file, self.line(), reason_of(&error));
                    self.skipped = true;
                    if matches!(error.kind(), csv::ErrorKind::Io(_)) {
                        return None;
                    }
                    continue;
                }
            }
            if self.rows == self.rows_max {
                faults.add_file(self.file, RowReason::TooManyRows(self.rows_max));
                return None;
            }
            if self.reader.position().byte() > FILE_BYTES_MAX as u64 {
                faults.add_file(self.file, RowReason::TooLarge(FILE_BYTES_MAX));
                return None;
            }
            self.rows += 1;
            match self.fault() {
                None if self.is_blank() => {}
                None => break,
                Some(reason) => {
                    faults.add_row(self.file, first_line(self.line(), &self.record), reason);
                    self.skipped = true;
                }
            }
        }
        let cells = self.places.map(|place| trimmed(self.record.get(place).unwrap_or_default()));
        Some(Row { cells, file: self.file, names: &self.names, line: self.line(), record: &self.record })
    }

    /// Was every row given?
    pub fn complete(&self) -> bool {
        self.ended && !self.skipped
    }

    /// Why it is no row of this table: more or fewer cells than the header, one that is too long or never closed.
    fn fault(&self) -> Option<RowReason> {
        let (text, found) = (self.record.as_slice(), self.record.len());
        let too_long = text.len() > CELL_BYTES_MAX && self.record.iter().any(|cell| cell.len() > CELL_BYTES_MAX);
        match () {
            () if too_long || text.ends_with('\n') => Some(RowReason::OpenQuote),
            () if found == self.width || self.is_blank() => None,
            () => Some(RowReason::Width { found, wanted: self.width }),
        }
    }
    /// Spreadsheets leave rows of separators.
    fn is_blank(&self) -> bool {
        self.record.as_slice().as_bytes().iter().all(u8::is_ascii_whitespace)
    }

    /// The line on which the row ends.
    fn line(&self) -> u64 {
        let ended = self.line_feed && !self.record.as_slice().ends_with('\n');
        self.reader.position().line() - u64::from(ended)
    }
}

impl<const COLUMNS: usize> Row<'_, COLUMNS> {
    /// Names what is wrong with the cell of a column.
    pub fn fault(&self, column: usize, reason: RowReason, faults: &mut Faults) {
        faults.add(self.file, first_line(self.line, self.record), self.names[column], reason);
    }
    /// The line on which it starts, the header being on 1.
    pub fn line(&self) -> u32 {
        u32::try_from(first_line(self.line, self.record)).unwrap_or(u32::MAX)
    }
}

/// The line on which a row starts that ends on `last`: a cell between quotation marks may hold line feeds.
fn first_line(last: u64, record: &StringRecord) -> u64 {
    last.saturating_sub(record.as_slice().bytes().filter(|&byte| byte == b'\n').count() as u64)
}

fn reason_of(error: &csv::Error) -> RowReason {
    match error.kind() {
        csv::ErrorKind::Utf8 { .. } => RowReason::NotUtf8,
        _ => RowReason::Unreadable(error.to_string()),
    }
}

/// Without blanks around it; most cells have none.
fn trimmed(cell: &str) -> &str {
    match cell.as_bytes() {
        [b'!'..=b'~', .., b'!'..=b'~'] | [b'!'..=b'~'] => cell,
        _ => cell.trim(),
    }
}

/// What the first line tells of the file.
struct Header {
    /// Whichever of comma, semicolon and tab it has most of; a comma when it has none.
    delimiter: u8,
    /// Does it end with a line feed alone?
    line_feed: bool,
}

impl Header {
    fn of(start: &[u8]) -> Self {
        let line = start.split(|&byte| byte == b'\n').find(|line| !line.trim_ascii().is_empty()).unwrap_or_default();
        let count = |separator: u8| line.iter().filter(|&&byte| byte == separator).count();
        let delimiter = [b'\t', b';', b','].into_iter().max_by_key(|&separator| count(separator)).unwrap_or(b',');
        Self { delimiter, line_feed: !line.ends_with(b"\r") }
    }
}
