//! All coalitions of the country in three CSV files: organisations, people, and the lines among the people.
//!
//! Why: a national network of millions of lines is read in one go, row by row, and never lies in memory as text.
//! Never: a half network; either every row is right, or every wrong row is named, up to a limit.

mod ids;
mod table;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails there")]
mod tests;

pub use ids::Ids;

use super::plain::error::Faults;
use super::plain::{RowError, RowReason, domain_of};
use crate::model::{Domain, Strength, TextError};
use std::io::Read;
use table::{Row, Table};

/// Most organisations in the country, in rows.
pub const ORGANISATIONS_MAX: usize = 1_000_000;
/// Most people in the country, in rows.
pub const PEOPLE_MAX: usize = 10_000_000;
/// Most lines in the country, in rows.
pub const LINKS_MAX: usize = 50_000_000;
/// Longest cell, in bytes; a longer one is nearly always a quotation mark that is never closed.
pub const CELL_BYTES_MAX: usize = 1_000;

/// Years in which a line can have begun.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2100;
const YEARS_ALLOWED: &str = "1900–2100";

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
    /// How strong it is.
    pub strength: Strength,
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
}

impl CountryFiles {
    /// Every line as (a, b, strength): what a graph is made from.
    pub fn lines(&self) -> impl Iterator<Item = (u32, u32, u8)> + Clone + '_ {
        self.links.iter().map(|link| (link.a, link.b, link.strength.get()))
    }
}

/// A file: its name, for errors, and where its bytes come from.
pub type File<'a, R> = (&'a str, R);

/// Reads a country: who is there, and who has a line with whom?
///
/// Takes: organisations (`id`, `name`, `kind`, `domain`, `coalition`), people (`id`, `name`, `organisation`; `role` if it is there)
/// and links (`from_person`, `to_person`, `strength`; `since` and `confirmed` if they are there), as UTF-8 text with `,`, `;` or tab
/// between cells; a cell may stand between quotation marks; other columns are not read. An `id` is any text.
/// Gives: the rows as numbers.
/// Errors: every wrong row with file, line and column, in the order of the files; after `plain::ERRORS_MAX` of them only their number.
/// A row with an error keeps its `id`, so that what refers to it is not wrong as well.
/// Cost: O(bytes); memory for the ids and 12 bytes a line, and ids of the form `p0`, `p1`, `p2` … take none.
pub fn read<A: Read, B: Read, C: Read>(
    organisations: File<'_, A>,
    people: File<'_, B>,
    links: File<'_, C>,
) -> Result<CountryFiles, Vec<RowError>> {
    let mut faults = Faults::default();
    let mut found = CountryFiles::default();
    let names = (organisations.0, people.0);
    let complete = read_organisations(organisations, &mut found, &mut faults);
    let complete = read_people(people, complete.then_some(names.0), &mut found, &mut faults) && complete;
    read_links(links, complete.then_some(names.1), &mut found, &mut faults);
    if faults.is_empty() { Ok(found) } else { Err(faults.into_errors()) }
}

/// Was every row read as a row? If not, an `id` that is not there may stand in the rest.
fn read_organisations(file: File<'_, impl Read>, found: &mut CountryFiles, faults: &mut Faults) -> bool {
    const COLUMNS: [&str; 5] = ["id", "name", "kind", "domain", "coalition"];
    let Some(mut table) = Table::open(file, COLUMNS, COLUMNS.len(), ORGANISATIONS_MAX, faults) else { return false };
    while let Some(row) = table.next(faults) {
        let [id, name, kind, domain, coalition] = row.cells;
        add_id(id, &mut found.organisation_ids, &row, faults);
        row.filled(1, name, faults);
        row.filled(2, kind, faults);
        row.filled(4, coalition, faults);
        let domain = domain_of_code(domain).unwrap_or_else(|| {
            row.fault(3, RowReason::UnknownDomain(domain.to_owned()), faults);
            Domain::Medical
        });
        let (kind, coalition) = (found.kinds.row_or_new(kind), found.coalitions.row_or_new(coalition));
        found.organisations.push(Organisation { kind, domain, coalition });
    }
    if found.organisations.is_empty() {
        faults.add_file(table.file, RowReason::NoOrganisations);
    }
    table.complete()
}

fn read_people(file: File<'_, impl Read>, organisations: Option<&str>, found: &mut CountryFiles, faults: &mut Faults) -> bool {
    const COLUMNS: [&str; 4] = ["id", "name", "organisation", "role"];
    let Some(mut table) = Table::open(file, COLUMNS, 3, PEOPLE_MAX, faults) else { return false };
    while let Some(row) = table.next(faults) {
        let [id, name, organisation, _] = row.cells;
        add_id(id, &mut found.person_ids, &row, faults);
        row.filled(1, name, faults);
        found.people.push(reference(&row, 2, organisation, &found.organisation_ids, organisations, faults).unwrap_or(0));
    }
    table.complete()
}

fn read_links(file: File<'_, impl Read>, people: Option<&str>, found: &mut CountryFiles, faults: &mut Faults) {
    const COLUMNS: [&str; 5] = ["from_person", "to_person", "strength", "since", "confirmed"];
    let Some(mut table) = Table::open(file, COLUMNS, 3, LINKS_MAX, faults) else { return };
    while let Some(row) = table.next(faults) {
        let [from, to, strength, since, confirmed] = row.cells;
        let a = reference(&row, 0, from, &found.person_ids, people, faults);
        let b = reference(&row, 1, to, &found.person_ids, people, faults);
        let step = strength.parse().ok().and_then(|step| Strength::new(step).ok());
        if step.is_none() {
            row.fault(2, RowReason::NotOneOf(strength.to_owned(), "1, 2, 3, 4"), faults);
        }
        if !since.is_empty() && !since.parse().is_ok_and(|year| YEARS.contains(&year)) {
            row.fault(3, RowReason::NotOneOf(since.to_owned(), YEARS_ALLOWED), faults);
        }
        if !matches!(confirmed, "" | "true" | "false") {
            row.fault(4, RowReason::NotOneOf(confirmed.to_owned(), "true, false"), faults);
        }
        match (a, b, step) {
            (Some(a), Some(b), _) if a == b => row.fault(1, RowReason::SelfLoop(to.to_owned()), faults),
            (Some(a), Some(b), Some(strength)) => found.links.push(Link { a, b, strength }),
            _ => {}
        }
    }
}

/// Keeps the `id` of a row; one that is wrong is kept in another form, so that the rows stay in step.
fn add_id<const COLUMNS: usize>(id: &str, ids: &mut Ids, row: &Row<'_, COLUMNS>, faults: &mut Faults) {
    row.filled(0, id, faults);
    if !ids.add(id) && !id.is_empty() {
        row.fault(0, RowReason::Twice(id.to_owned()), faults);
    }
}

/// The row that a cell refers to. `file`: where the rows stand, if all of them were read.
fn reference<const COLUMNS: usize>(
    row: &Row<'_, COLUMNS>,
    column: usize,
    id: &str,
    ids: &Ids,
    file: Option<&str>,
    faults: &mut Faults,
) -> Option<u32> {
    let known = ids.row(id);
    if known.is_none() {
        match file {
            _ if id.is_empty() => row.fault(column, RowReason::Text(TextError::Empty), faults),
            Some(file) => row.fault(column, RowReason::Unknown { id: id.to_owned(), file: file.to_owned() }, faults),
            None => {}
        }
    }
    known
}

/// A domain by its code; otherwise as people write it.
fn domain_of_code(text: &str) -> Option<Domain> {
    Domain::ALL.into_iter().find(|domain| domain.code() == text).or_else(|| domain_of(text))
}
