//! Tables out: one plain table as CSV, or as a workbook with its definitions beside it.
//!
//! Why: an adviser goes on counting in a spreadsheet, and a number without its definition, day and rule is soon misread.
//! Never: works anything out, or decides who may see it; what stands in a cell was decided before.

mod csv;
mod xlsx;

#[cfg(test)]
mod tests;

pub use csv::csv;
pub use xlsx::{TableError, xlsx};

use crate::model::{Language, Words};
use time::Date;

/// What a column holds, for how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words.
    Text,
    /// Whole numbers.
    Whole,
    /// Numbers with so many decimals on screen; all digits are kept.
    Decimal(u8),
    /// Days.
    Day,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name; the same in every file of this sort.
    pub name: Words,
    /// What stands in it.
    pub definition: Words,
    /// How it is written.
    pub kind: ColumnKind,
}

/// A cell. What is not known, and what is not told, never looks like 0 or like nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Text(Words),
    /// A whole number.
    Whole(i64),
    /// A number; one that is not finite is written as unknown.
    Number(f64),
    /// A day.
    Day(Date),
    /// There is a number, and it is not told: what stands there instead, such as "fewer than 5".
    Suppressed(Words),
    /// Sources are silent.
    Unknown,
    /// Nothing belongs here.
    Empty,
}

impl Cell {
    /// A text that is the same in both languages, such as a name.
    pub fn name(text: impl Into<String>) -> Self {
        let text = text.into();
        Self::Text(Words { nl: text.clone(), en: text })
    }

    /// The words of the cell; absent for a number, a day and nothing.
    fn words(&self, language: Language) -> Option<&str> {
        match self {
            Self::Text(words) | Self::Suppressed(words) => Some(words.in_language(language)),
            Self::Unknown => Some(unknown(language)),
            Self::Number(number) if !number.is_finite() => Some(unknown(language)),
            Self::Whole(_) | Self::Number(_) | Self::Day(_) | Self::Empty => None,
        }
    }
}

/// What a name in the table means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// The name as it stands in the table.
    pub term: Words,
    /// What it is.
    pub meaning: Words,
    /// In what it is counted, if it is a number.
    pub unit: Option<Words>,
    /// Where the definition comes from.
    pub source: Option<Words>,
    /// When it is not told.
    pub suppressed: Option<Words>,
}

/// A table and what it means.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it is called; of at most 31 characters without `[]:*?/\`, which a sheet can bear.
    pub title: Words,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Columns that stay in sight on the left.
    pub columns_fixed: u16,
    /// Its rows, each as long as the columns.
    pub rows: Vec<Vec<Cell>>,
    /// How it was made: the day, the rule, the norm.
    pub made: Vec<(Words, Words)>,
    /// What the names in it mean, beside its columns.
    pub definitions: Vec<Definition>,
    /// The day on which it was made: stands in a workbook as the day of creation.
    pub day: Date,
}

fn unknown(language: Language) -> &'static str {
    match language {
        Language::Nl => "onbekend",
        Language::En => "unknown",
    }
}
