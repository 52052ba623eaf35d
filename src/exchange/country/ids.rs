//! Texts that name rows.

use std::collections::HashMap;

/// The names of rows 0, 1, 2 …, and which row a name stands for.
///
/// Names that count on by themselves (`p7`, `p8`, `p9` …) are not kept: prefix and first number say them all, and no two are the
/// same. From the first other name on, all are kept.
#[derive(Debug, Clone, Default)]
pub struct Ids {
    rows: u32,
    counted: Option<Counted>,
    texts: Vec<Box<str>>,
    row_of: HashMap<Box<str>, u32>,
}

/// Names made of a prefix and a number that counts on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Counted {
    prefix: Box<str>,
    first: u32,
}

impl Ids {
    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows as usize
    }
    /// Is there no row?
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }
    /// The name of a row. Panics: there is no such row.
    pub fn text(&self, row: u32) -> String {
        assert!(row < self.rows, "row {row} of {}", self.rows);
        match &self.counted {
            Some(Counted { prefix, first }) => format!("{prefix}{}", first + row),
            None => self.texts[row as usize].to_string(),
        }
    }
    /// The row that a name stands for.
    pub fn row(&self, text: &str) -> Option<u32> {
        match &self.counted {
            Some(counted) => counted.row(text).filter(|&row| row < self.rows),
            None => self.row_of.get(text).copied(),
        }
    }
    /// Adds a row. False: an earlier row has the name; the new row is there, but the name stays with the earlier one.
    pub(super) fn add(&mut self, text: &str) -> bool {
        if self.rows == 0 {
            self.counted = Counted::start(text);
        }
        let row = self.rows;
        if self.counted.as_ref().is_some_and(|counted| counted.row(text) == Some(row)) {
            self.rows += 1;
            return true;
        }
        self.keep_all();
        self.rows += 1;
        self.texts.push(text.into());
        let new = !self.row_of.contains_key(text);
        if new {
            self.row_of.insert(text.into(), row);
        }
        new
    }
    /// The row of a name, which is added if it is not there.
    pub(super) fn row_or_new(&mut self, text: &str) -> u32 {
        self.row(text).unwrap_or_else(|| {
            self.add(text);
            self.rows - 1
        })
    }

    /// The name of every row.
    pub(super) fn texts(&self) -> impl Iterator<Item = String> + '_ {
        (0..self.rows).map(|row| self.text(row))
    }
    /// Frees memory for whoever asks no more for the row of a name, only for the name of a row.
    pub(super) fn forget_rows(&mut self) {
        self.row_of = HashMap::new();
    }

    /// Keeps every name so far.
    fn keep_all(&mut self) {
        if self.counted.is_some() {
            let texts: Vec<Box<str>> = (0..self.rows).map(|row| self.text(row).into()).collect();
            self.counted = None;
            self.row_of = texts.iter().cloned().zip(0..).collect();
            self.texts = texts;
        }
    }
}

impl Counted {
    /// A first name that others can count on from.
    fn start(text: &str) -> Option<Self> {
        let prefix = text.trim_end_matches(|c: char| c.is_ascii_digit());
        Some(Self { prefix: prefix.into(), first: number(&text.as_bytes()[prefix.len()..])? })
    }
    /// The row that a name would have; `None` for names of another form.
    fn row(&self, text: &str) -> Option<u32> {
        let digits = text.as_bytes().strip_prefix(self.prefix.as_bytes())?;
        number(digits)?.checked_sub(self.first)
    }
}

/// A number as it is always written: no sign, no zero in front, at most nine digits.
fn number(digits: &[u8]) -> Option<u32> {
    let written = match digits {
        [b'0'] => true,
        [b'0', ..] | [] => false,
        _ => digits.len() <= 9,
    };
    if !written {
        return None;
    }
    digits.iter().try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
}
