//! The three files, row by row: each row checked, and given to whoever keeps what there is to keep.

use super::table::{Row, Table};
use super::{COALITIONS_MAX, CountryFiles, Ids, LINKS_MAX, Link, ORGANISATIONS_MAX, Organisation, PEOPLE_MAX};
use crate::exchange::plain::{Faults, RowError, RowReason, domain_of};
use crate::model::{CoalitionId, Domain, IdentifierValue, Name, SlugError, Strength, TextError};
use std::io::Read;

/// Years in which a line can have begun.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2200;

/// Keeps of the rows what the arrays have no place for. After a wrong row nothing that is kept is used.
pub(super) trait Keeper {
    /// How a role is kept.
    type Role;
    /// The next organisation.
    fn organisation(&mut self, name: Name);
    /// A role, not empty.
    fn role(&mut self, text: &str) -> Result<Self::Role, TextError>;
    /// The next person.
    fn person(&mut self, name: Name, role: Option<Self::Role>);
    /// The next link, since when, whether the other end confirms it, and its line in the file.
    fn link(&mut self, link: Link, since: Option<u16>, confirmed: bool, line: u32);
}

/// Reads everything but the links, which `keeper` keeps.
pub(super) fn read(
    organisations: (&str, impl Read),
    people: (&str, impl Read),
    links: (&str, impl Read),
    keeper: &mut impl Keeper,
) -> Result<CountryFiles, Vec<RowError>> {
    let mut faults = Faults::default();
    let mut found = CountryFiles::default();
    let names = (organisations.0, people.0);
    let complete = read_organisations(organisations, &mut found, keeper, &mut faults);
    let complete = read_people(people, complete.then_some(names.0), &mut found, keeper, &mut faults) && complete;
    read_links(links, complete.then_some(names.1), &found, keeper, &mut faults);
    if faults.is_empty() { Ok(found) } else { Err(faults.into_errors()) }
}

/// Was every row read as a row? If not, an `id` that is not there may stand in the rest.
fn read_organisations(file: (&str, impl Read), found: &mut CountryFiles, keeper: &mut impl Keeper, faults: &mut Faults) -> bool {
    const COLUMNS: [&str; 5] = ["id", "name", "kind", "domain", "coalition"];
    let Some(mut table) = Table::open(file, COLUMNS, COLUMNS.len(), ORGANISATIONS_MAX, faults) else { return false };
    while let Some(row) = table.next(faults) {
        let [id, name, kind, domain, coalition] = row.cells;
        add_id(id, &mut found.organisation_ids, &mut found.organisation_lines, &row, faults);
        if let Some(name) = named(name, &row, faults) {
            keeper.organisation(name);
        }
        let domain = domain_of_code(domain).unwrap_or_else(|| {
            row.fault(3, RowReason::UnknownDomain(domain.to_owned()), faults);
            Domain::Medical
        });
        let coalition = coalition_row(coalition, &mut found.coalitions, &row, faults);
        let kind = found.kinds.row_or_new(kind);
        found.organisations.push(Organisation { kind, domain, coalition });
    }
    if found.organisations.is_empty() && faults.is_empty() {
        faults.add_file(table.file, RowReason::NoOrganisations);
    }
    if found.coalitions.len() > COALITIONS_MAX {
        faults.add_file(table.file, RowReason::TooManyCoalitions(COALITIONS_MAX));
    }
    table.complete()
}

fn read_people<K: Keeper>(
    file: (&str, impl Read),
    organisations: Option<&str>,
    found: &mut CountryFiles,
    keeper: &mut K,
    faults: &mut Faults,
) -> bool {
    const COLUMNS: [&str; 4] = ["id", "name", "organisation", "role"];
    let Some(mut table) = Table::open(file, COLUMNS, 3, PEOPLE_MAX, faults) else { return false };
    while let Some(row) = table.next(faults) {
        let [id, name, organisation, role] = row.cells;
        add_id(id, &mut found.person_ids, &mut found.person_lines, &row, faults);
        let name = named(name, &row, faults);
        found.people.push(reference(&row, 2, organisation, &found.organisation_ids, organisations, faults).unwrap_or(0));
        let role = match role {
            "" => None,
            text => keeper.role(text).map_err(|error| row.fault(3, RowReason::Text(error), faults)).ok(),
        };
        if let Some(name) = name {
            keeper.person(name, role);
        }
    }
    table.complete()
}

fn read_links(
    file: (&str, impl Read),
    people: Option<&str>,
    found: &CountryFiles,
    keeper: &mut impl Keeper,
    faults: &mut Faults,
) {
    const COLUMNS: [&str; 5] = ["from_person", "to_person", "strength", "since", "confirmed"];
    let Some(mut table) = Table::open(file, COLUMNS, 3, LINKS_MAX, faults) else { return };
    while let Some(row) = table.next(faults) {
        let [from, to, strength, since, confirmed] = row.cells;
        let a = reference(&row, 0, from, &found.person_ids, people, faults);
        let b = reference(&row, 1, to, &found.person_ids, people, faults);
        let step = strength.parse().ok().and_then(|step| Strength::new(step).ok());
        if step.is_none() && !strength.is_empty() {
            row.fault(2, RowReason::NotAStrength(strength.to_owned()), faults);
        }
        let year = since.parse().ok().filter(|year| YEARS.contains(year));
        if year.is_none() && !since.is_empty() {
            row.fault(3, RowReason::NotAYear(since.to_owned()), faults);
        }
        let confirmed = match confirmed {
            "true" | "TRUE" | "1" => true,
            "false" | "FALSE" | "0" | "" => false,
            text => {
                row.fault(4, RowReason::NotTrueOrFalse(text.to_owned()), faults);
                false
            }
        };
        match (a, b) {
            (Some(a), Some(b)) if a == b => row.fault(1, RowReason::SelfLoop(to.to_owned()), faults),
            (Some(a), Some(b)) => keeper.link(Link { a, b, strength: step }, year, confirmed, row.line()),
            _ => {}
        }
    }
}

/// Keeps the `id` of a row, also a wrong one, so that the rows stay in step.
fn add_id<const COLUMNS: usize>(id: &str, ids: &mut Ids, lines: &mut Vec<u32>, row: &Row<'_, COLUMNS>, faults: &mut Faults) {
    if let Err(error) = IdentifierValue::check(id) {
        row.fault(0, RowReason::Text(error), faults);
    }
    lines.push(row.line());
    if !ids.add(id) && !id.is_empty() {
        let first_row = ids.row(id).map_or(0, |first| u64::from(lines[first as usize]));
        row.fault(0, RowReason::DuplicateId { id: id.to_owned(), first_row }, faults);
    }
}

/// The name in the second column.
fn named<const COLUMNS: usize>(name: &str, row: &Row<'_, COLUMNS>, faults: &mut Faults) -> Option<Name> {
    Name::new(name).map_err(|error| row.fault(1, RowReason::Text(error), faults)).ok()
}

/// The row of a coalition, which is added if it is new and a code.
fn coalition_row(text: &str, coalitions: &mut Ids, row: &Row<'_, 5>, faults: &mut Faults) -> u32 {
    coalitions.row(text).unwrap_or_else(|| match CoalitionId::new(text) {
        Ok(_) => coalitions.row_or_new(text),
        Err(SlugError(text)) => {
            row.fault(4, RowReason::NotACode(text), faults);
            0
        }
    })
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
            Some(file) => row.fault(column, RowReason::UnknownId { id: id.to_owned(), file: file.to_owned() }, faults),
            None => {}
        }
    }
    known
}

/// A domain by its code; otherwise as people write it.
fn domain_of_code(text: &str) -> Option<Domain> {
    Domain::ALL.into_iter().find(|domain| domain.code() == text).or_else(|| domain_of(text))
}
