//! All coalitions of a country in three CSV files: organisations, people, and who of them know each other.
//!
//! Why: a region or country keeps its partners in tables of its own; they come in as they are, row by row traceable. Millions of
//! rows are read in one go and never lie in memory as text.
//! Never: a half network; either every row is right, or every wrong row is named, up to a limit.
//!
//! One reader with one set of checks (`reader`) serves two ends: bare arrays for questions to the whole country ([`read`]), and the
//! facts of an import ([`Country`]).

mod facts;
mod ids;
mod import;
mod kinds;
mod reader;
mod table;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails there")]
mod tests;

pub use super::plain::{RowError, RowReason};
pub use ids::Ids;
pub use import::{Country, File, Files};
pub use kinds::SYNONYMS;

use crate::model::{Domain, Name, Strength};
use reader::Keeper;
use std::io::Read;

/// Largest file, in bytes.
pub const FILE_BYTES_MAX: usize = 1 << 30;
/// Most coalitions.
pub const COALITIONS_MAX: usize = 10_000;
/// Most organisations, in rows.
pub const ORGANISATIONS_MAX: usize = 1_000_000;
/// Most people, in rows.
pub const PEOPLE_MAX: usize = 5_000_000;
/// Most links, in rows.
pub const LINKS_MAX: usize = 20_000_000;
/// Longest cell, in bytes; a longer one is nearly always a quotation mark that is never closed.
pub const CELL_BYTES_MAX: usize = 1_000;

/// One organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Organisation {
    /// Its kind: a row of `CountryFiles::kinds`.
    pub kind: u32,
    /// Its domain.
    pub domain: Domain,
    /// Its coalition: a row of `CountryFiles::coalitions`.
    pub coalition: u32,
}

/// One line between two people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The row of one end among the people.
    pub a: u32,
    /// The row of the other end, a different one.
    pub b: u32,
    /// How strong it is, if that is told.
    pub strength: Option<Strength>,
}

/// What the files say, row by row; rows count from 0, the header left out. Names of people and organisations, roles, and since
/// when a line is there, are checked and not kept.
#[derive(Debug, Default)]
pub struct CountryFiles {
    /// The `id` of every organisation.
    pub organisation_ids: Ids,
    /// Every organisation.
    pub organisations: Vec<Organisation>,
    /// Kinds, in the order in which they first occur.
    pub kinds: Ids,
    /// Coalitions, in the order in which they first occur.
    pub coalitions: Ids,
    /// The `id` of every person.
    pub person_ids: Ids,
    /// For every person the row of the organisation.
    pub people: Vec<u32>,
    /// Every line; a pair may occur more than once.
    pub links: Vec<Link>,
    /// Where every organisation and every person stands: the line in the file.
    organisation_lines: Vec<u32>,
    person_lines: Vec<u32>,
}

impl CountryFiles {
    /// Every line as (a, b, strength): what a graph is made from. A line of which no strength is told counts as 1, the least that a
    /// line has.
    pub fn lines(&self) -> impl Iterator<Item = (u32, u32, u8)> + Clone + '_ {
        self.links.iter().map(|link| (link.a, link.b, link.strength.unwrap_or(Strength::ONE).get()))
    }
}

/// Reads a country: who is there, and who has a line with whom?
///
/// Takes: each file's name, for errors, and where its bytes come from. Organisations (`id`, `name`, `kind`, `domain`, `coalition`),
/// people (`id`, `name`, `organisation`; `role` if it is there) and links (`from_person`, `to_person`, `strength`; `since` and
/// `confirmed` if they are there), as UTF-8 text with `,`, `;` or tab between cells; a cell may stand between quotation marks; other
/// columns are not read. An `id` is any text; a coalition is a code.
/// Gives: the rows as numbers.
/// Errors: every wrong row with file, line and column, in the order of the files; after `plain::ERRORS_MAX` of them only their number.
/// A row with an error keeps its `id`, so that what refers to it is not wrong as well.
/// Cost: O(bytes); memory for the ids, 4 bytes a person and 12 a line, and ids of the form `p0`, `p1`, `p2` … take none.
pub fn read(
    organisations: (&str, impl Read),
    people: (&str, impl Read),
    links: (&str, impl Read),
) -> Result<CountryFiles, Vec<RowError>> {
    let mut kept = Vec::new();
    let found = reader::read(organisations, people, links, &mut kept)?;
    Ok(CountryFiles { links: kept, ..found })
}

/// Keeps the lines.
impl Keeper for Vec<Link> {
    type Role = ();
    fn organisation(&mut self, _: Name) {}
    fn role(&mut self, text: &str) -> Result<(), crate::model::TextError> {
        Name::check(text)
    }
    fn person(&mut self, _: Name, _: Option<()>) {}
    fn link(&mut self, link: Link, _: Option<u16>, _: bool, _: u32) {
        self.push(link);
    }
}
