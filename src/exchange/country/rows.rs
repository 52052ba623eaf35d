//! The rows of a country: each checked, and kept as little as the facts need.

use super::kinds::kind_of;
use super::{COALITIONS_MAX, FILE_BYTES_MAX, File, LINKS_MAX, ORGANISATIONS_MAX, PEOPLE_MAX};
use crate::exchange::plain::{Faults, RowReason, domain_of, separator, text_of};
use crate::model::*;
use csv::{ReaderBuilder, StringRecord};
use std::collections::{BTreeMap, HashMap};

/// Rows after which it is told how far the reading is.
const TOLD_ROWS: u64 = 65_536;
/// The years that `since` may have.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2200;

/// A row of the organisations.
#[derive(Debug)]
pub(super) struct OrganisationRow {
    pub key: Box<str>,
    pub name: Name,
    pub kind: Option<KindCode>,
    /// Absent when it is that of the kind.
    pub domain: Option<Domain>,
    /// Place in `coalitions`.
    pub coalition: u32,
    pub line: u32,
}

/// The organisations, and which `id` is which.
#[derive(Debug, Default)]
pub(super) struct Organisations {
    pub rows: Vec<OrganisationRow>,
    pub coalitions: Vec<CoalitionId>,
    pub unknown_kinds: BTreeMap<String, usize>,
    place_of: HashMap<Box<str>, Known>,
}

/// A row of the people.
#[derive(Debug)]
pub(super) struct PersonRow {
    pub key: Box<str>,
    pub name: Name,
    /// Place in the organisations.
    pub organisation: u32,
    /// Place in `roles`.
    pub role: Option<u32>,
    pub line: u32,
}

/// The people, and which `id` is which.
#[derive(Debug, Default)]
pub(super) struct People {
    pub rows: Vec<PersonRow>,
    pub roles: Vec<Name>,
    place_of: HashMap<Box<str>, Known>,
    /// The name of the file.
    file: String,
}

impl People {
    /// The same, for whoever looks nobody up any more.
    pub fn without_ids(self) -> Self {
        Self { place_of: HashMap::new(), ..self }
    }
}

/// A row of the links.
#[derive(Debug, Clone, Copy)]
pub(super) struct LinkRow {
    /// Places in the people.
    pub from: u32,
    pub to: u32,
    pub line: u32,
    /// 0 when it is not told.
    pub since: u16,
    pub strength: Option<Strength>,
    pub confirmed: bool,
}

/// The links.
#[derive(Debug, Default)]
pub(super) struct Links {
    pub rows: Vec<LinkRow>,
}

/// Where an `id` stands. A row with another error keeps its `id`, so that what refers to it is not wrong as well.
#[derive(Debug, Clone, Copy)]
struct Known {
    line: u32,
    /// Absent when its row is wrong.
    place: Option<u32>,
}

pub(super) fn organisations(
    file: File<'_>,
    catalogue: &Catalogue,
    faults: &mut Faults,
    told: &mut dyn FnMut(usize),
) -> Organisations {
    let mut found = Organisations::default();
    let mut coalitions: HashMap<Box<str>, u32> = HashMap::new();
    table(file, ["id", "name", "kind", "domain", "coalition"], ORGANISATIONS_MAX, faults, told, &mut |row, faults| {
        let key = key(row, "id", 0, faults);
        let name = name(row, "name", 1, faults);
        let domain = domain_of(row.cell(3));
        if domain.is_none() {
            row.fault(faults, "domain", RowReason::UnknownDomain(row.cell(3).to_owned()));
        }
        let coalition = match coalitions.get(row.cell(4)) {
            Some(place) => Some(*place),
            None => match CoalitionId::new(row.cell(4)) {
                Ok(id) => {
                    coalitions.insert(row.cell(4).into(), found.coalitions.len() as u32);
                    found.coalitions.push(id);
                    Some(found.coalitions.len() as u32 - 1)
                }
                Err(SlugError(text)) => {
                    row.fault(faults, "coalition", RowReason::NotACode(text));
                    None
                }
            },
        };
        let Some(key) = key else { return };
        let place = match (name, domain, coalition) {
            (Some(name), Some(domain), Some(coalition)) => {
                let kind = kind_of(row.cell(2), catalogue);
                if kind.is_none() {
                    *found.unknown_kinds.entry(row.cell(2).to_owned()).or_default() += 1;
                }
                let of_kind = kind.as_ref().and_then(|kind| catalogue.kind(kind)).map(|kind| kind.domain);
                let domain = (of_kind != Some(domain)).then_some(domain);
                found.rows.push(OrganisationRow { key: key.into(), name, kind, domain, coalition, line: row.line });
                Some(found.rows.len() as u32 - 1)
            }
            _ => None,
        };
        remember(&mut found.place_of, key, Known { line: row.line, place }, row, faults);
    });
    if found.place_of.is_empty() && faults.is_empty() {
        faults.add_file(file.name, RowReason::NoOrganisations);
    }
    if found.coalitions.len() > COALITIONS_MAX {
        faults.add_file(file.name, RowReason::TooManyCoalitions(COALITIONS_MAX));
    }
    found
}

pub(super) fn people(file: File<'_>, known: &Organisations, faults: &mut Faults, told: &mut dyn FnMut(usize)) -> People {
    let mut found = People { file: file.name.to_owned(), ..People::default() };
    let mut roles: HashMap<Box<str>, u32> = HashMap::new();
    table(file, ["id", "name", "organisation", "role"], PEOPLE_MAX, faults, told, &mut |row, faults| {
        let key = key(row, "id", 0, faults);
        let name = name(row, "name", 1, faults);
        let organisation = known.place_of.get(row.cell(2));
        if organisation.is_none() {
            let (id, file) = (row.cell(2).to_owned(), "organisations.csv".to_owned());
            row.fault(faults, "organisation", RowReason::UnknownId { id, file });
        }
        let role = match (row.cell(3), roles.get(row.cell(3))) {
            ("", _) => None,
            (_, Some(role)) => Some(*role),
            (text, None) => Name::new(text).map_err(|error| row.fault(faults, "role", RowReason::Text(error))).ok().map(|role| {
                roles.insert(text.into(), found.roles.len() as u32);
                found.roles.push(role);
                found.roles.len() as u32 - 1
            }),
        };
        let Some(key) = key else { return };
        let place = match (name, organisation.and_then(|it| it.place)) {
            (Some(name), Some(organisation)) => {
                found.rows.push(PersonRow { key: key.into(), name, organisation, role, line: row.line });
                Some(found.rows.len() as u32 - 1)
            }
            _ => None,
        };
        remember(&mut found.place_of, key, Known { line: row.line, place }, row, faults);
    });
    found
}

pub(super) fn links(file: File<'_>, people: &People, faults: &mut Faults, told: &mut dyn FnMut(usize)) -> Links {
    let mut found = Links::default();
    let columns = ["from_person", "to_person", "strength", "since", "confirmed"];
    table(file, columns, LINKS_MAX, faults, told, &mut |row, faults| {
        let end = |column: usize, faults: &mut Faults| {
            let known = people.place_of.get(row.cell(column));
            if known.is_none() {
                let (id, file) = (row.cell(column).to_owned(), people.file.clone());
                row.fault(faults, columns[column], RowReason::UnknownId { id, file });
            }
            known.and_then(|it| it.place)
        };
        let (from, to) = (end(0, faults), end(1, faults));
        let strength = match row.cell(2) {
            "" => Some(None),
            text => text.parse().ok().and_then(|it| Strength::new(it).ok()).map(Some),
        };
        if strength.is_none() {
            row.fault(faults, columns[2], RowReason::NotAStrength(row.cell(2).to_owned()));
        }
        let since = match row.cell(3) {
            "" => Some(0),
            text => text.parse().ok().filter(|year| YEARS.contains(year)),
        };
        if since.is_none() {
            row.fault(faults, columns[3], RowReason::NotAYear(row.cell(3).to_owned()));
        }
        let confirmed = match row.cell(4) {
            "true" | "TRUE" | "1" => Some(true),
            "false" | "FALSE" | "0" | "" => Some(false),
            text => {
                row.fault(faults, columns[4], RowReason::NotTrueOrFalse(text.to_owned()));
                None
            }
        };
        let (Some(from), Some(to)) = (from, to) else { return };
        if from == to {
            row.fault(faults, columns[1], RowReason::SelfLoop(row.cell(1).to_owned()));
        } else if let (Some(strength), Some(since), Some(confirmed)) = (strength, since, confirmed) {
            found.rows.push(LinkRow { from, to, line: row.line, since, strength, confirmed });
        }
    });
    find_doubles(&mut found.rows, file.name, faults);
    // As organisations stand: what is near in the files is near in the register.
    let order = |row: &LinkRow| (people.rows.get(row.from as usize).map(|it| it.organisation), row.from, row.to);
    found.rows.sort_unstable_by_key(order);
    found
}

/// The same person towards the same other person twice.
fn find_doubles(rows: &mut [LinkRow], file: &str, faults: &mut Faults) {
    rows.sort_unstable_by_key(|row| (row.from, row.to, row.line));
    let mut doubles: Vec<[u32; 2]> = rows
        .windows(2)
        .filter(|pair| (pair[0].from, pair[0].to) == (pair[1].from, pair[1].to))
        .map(|pair| [pair[1].line, pair[0].line])
        .collect();
    doubles.sort_unstable();
    for [line, first_line] in doubles {
        faults.add_row(file, u64::from(line), RowReason::DuplicateLink { first_row: u64::from(first_line) });
    }
}

fn remember(places: &mut HashMap<Box<str>, Known>, key: &str, known: Known, row: &Row<'_>, faults: &mut Faults) {
    match places.get(key) {
        Some(first) => {
            row.fault(faults, "id", RowReason::DuplicateId { id: key.to_owned(), first_row: u64::from(first.line) });
        }
        None => drop(places.insert(key.into(), known)),
    }
}

/// An `id`: short text that may be kept.
fn key<'a>(row: &Row<'a>, column: &str, place: usize, faults: &mut Faults) -> Option<&'a str> {
    match IdentifierValue::new(row.cell(place)) {
        Ok(_) => Some(row.cell(place)),
        Err(error) => {
            row.fault(faults, column, RowReason::Text(error));
            None
        }
    }
}

fn name(row: &Row<'_>, column: &str, place: usize, faults: &mut Faults) -> Option<Name> {
    Name::new(row.cell(place)).map_err(|error| row.fault(faults, column, RowReason::Text(error))).ok()
}

/// One row, its cells in the order of the columns that were asked for.
struct Row<'a> {
    file: &'a str,
    line: u32,
    record: &'a StringRecord,
    places: &'a [usize],
}

impl<'a> Row<'a> {
    fn cell(&self, column: usize) -> &'a str {
        self.places.get(column).and_then(|place| self.record.get(*place)).map_or("", str::trim)
    }
    fn fault(&self, faults: &mut Faults, column: &str, reason: RowReason) {
        faults.add(self.file, u64::from(self.line), column, reason);
    }
}

/// Reads a file row by row.
fn table<const COLUMNS: usize>(
    file: File<'_>,
    columns: [&str; COLUMNS],
    rows_max: usize,
    faults: &mut Faults,
    told: &mut dyn FnMut(usize),
    visit: &mut dyn FnMut(&Row<'_>, &mut Faults),
) {
    if file.bytes.len() > FILE_BYTES_MAX {
        return faults.add_file(file.name, RowReason::TooLargeFor(FILE_BYTES_MAX));
    }
    let text = match text_of(file.bytes) {
        Ok(text) => text,
        Err(line) => return faults.add_row(file.name, line, RowReason::NotUtf8),
    };
    let mut reader = ReaderBuilder::new().delimiter(separator(text)).flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    let place_of = |column: &str| header.iter().position(|name| name.trim().eq_ignore_ascii_case(column));
    let missing: Vec<&str> = columns.into_iter().filter(|column| place_of(column).is_none()).collect();
    for column in &missing {
        faults.add(file.name, 1, column, RowReason::MissingColumn);
    }
    let places: Vec<usize> = columns.into_iter().filter_map(place_of).collect();
    if !missing.is_empty() {
        return;
    }
    let (mut record, mut count) = (StringRecord::new(), 0u64);
    // Text that is UTF-8 as a whole gives no error record by record.
    while reader.read_record(&mut record).unwrap_or(false) {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        count += 1;
        if count > rows_max as u64 {
            return faults.add_file(file.name, RowReason::TooManyRows(rows_max));
        }
        let position = record.position().map_or((0, 0), |at| (at.line(), at.byte()));
        let line = u32::try_from(position.0).unwrap_or(u32::MAX);
        visit(&Row { file: file.name, line, record: &record, places: &places }, faults);
        if count.is_multiple_of(TOLD_ROWS) {
            told(position.1 as usize);
        }
    }
    told(text.len());
}
