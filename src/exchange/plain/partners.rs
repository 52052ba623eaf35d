//! Desks for the partners of a coalition that is there already, from one CSV file.

use super::desks::{date_of, desk};
use super::error::{Faults, RowError, RowReason};
use super::table::{Row, Table};
use super::{DESKS_MAX, Desks};
use crate::model::*;
use std::collections::BTreeMap;
use time::Date;

/// Partners that are named when none has the name in a row.
const NEAR_MAX: usize = 3;

/// The coalition that desks are for.
#[derive(Clone, Copy)]
pub struct PartnersOf<'a> {
    /// Where its partners and desks stand.
    pub register: &'a Register,
    /// The coalition.
    pub coalition: &'a Coalition,
    /// Its partners.
    pub partners: &'a [&'a Organisation],
}

/// One row that is right.
#[derive(Debug, Clone, PartialEq)]
pub struct DeskRow {
    /// Line in the file, the header being 1.
    pub row: u64,
    /// The desk as it should be.
    pub point: ContactPoint,
}

/// Reads desks for a coalition that is there: what should be its desks?
///
/// Takes: the file, with the columns that [`super::read_with_desks`] knows, `Audience`, and their Dutch names; the coalition and its
/// partners; the day. An organisation is meant by its name, short name, another name or id.
/// Gives: the source, and a desk a row. A desk is known by coalition, organisation and name: one that is there keeps its id, and
/// what the file has no column for; where only its row moved, also its place.
/// Errors: every wrong cell at once, in the order of the file. Cost: O(rows · partners), and O(names · length²) for a wrong name.
pub fn read_partner_desks(file: Desks<'_>, of: PartnersOf<'_>, today: Date) -> Result<(Source, Vec<DeskRow>), Vec<RowError>> {
    let mut faults = Faults::default();
    let source = source(file.file, of.coalition, today, &mut faults);
    let Some(table) = Table::read(file.file, file.bytes, &["Organisation", "Name"], DESKS_MAX, &mut faults) else {
        return Err(faults.into_errors());
    };
    let mut first: BTreeMap<(OrganisationId, String), u64> = BTreeMap::new();
    let mut rows = Vec::new();
    for row in &table.rows {
        let organisation = partner(&table, row, of, &mut faults);
        if date_of(row.cell("Checked")).is_some_and(|day| day.earliest() > today) {
            let text = row.cell("Checked").to_owned();
            faults.add(table.file, row.number, table.heading("Checked"), RowReason::NotYet(text));
        }
        let desk = desk(&table, row, file.catalogue, &mut faults);
        let (Some(organisation), Some(point)) = (organisation, desk) else { continue };
        let key = (organisation, point.name.as_str().to_lowercase());
        if let Some(&first_row) = first.get(&key) {
            faults.add(table.file, row.number, table.heading("Name"), RowReason::DuplicateDesk { first_row });
            continue;
        }
        first.insert(key, row.number);
        let at = Note::new(format!("{}:{}", table.file, row.number)).ok();
        let provenance = Provenance { source: Some(SourceId::of_desks(&of.coalition.id)), at, ..Provenance::default() };
        let point = ContactPoint { organisation, coalition: Some(of.coalition.id.clone()), provenance, ..point };
        rows.push(DeskRow { row: row.number, point: beside_what_is_there(&table, point, of.register) });
    }
    match source {
        Some(source) if faults.is_empty() => Ok((source, rows)),
        _ => Err(faults.into_errors()),
    }
}

fn source(file: &str, coalition: &Coalition, today: Date, faults: &mut Faults) -> Option<Source> {
    let title = Name::new(format!("{}: loketten", coalition.name)).or_else(|_| Name::new("loketten"));
    let title = title.map_err(|error| faults.add_file(file, RowReason::FileName(error))).ok()?;
    let date = Some(PartialDate::day(today));
    let id = SourceId::of_desks(&coalition.id);
    Some(Source { id, kind: SourceKind::Import, title, publisher: None, date, locations: Vec::new() })
}

/// The same desk with the id that it has, and with what the file does not speak of.
fn beside_what_is_there(table: &Table, new: ContactPoint, register: &Register) -> ContactPoint {
    let name = new.name.as_str().to_lowercase();
    let there = register.entities_using(&EntityRef::Organisation(new.organisation)).find_map(|user| match user {
        Entity::ContactPoint(it)
            if it.organisation == new.organisation && it.coalition == new.coalition && it.person.is_none() =>
        {
            (it.name.as_str().to_lowercase() == name).then_some(&**it)
        }
        _ => None,
    });
    let Some(there) = there.cloned() else {
        let coalition = new.coalition.as_ref().map_or("", CoalitionId::as_str);
        let key = format!("{coalition}/desks/{}\t{name}", new.organisation);
        return ContactPoint { id: ContactPointId::from_key(&key), ..new };
    };
    let has = |column: &str| table.has(column);
    let new = ContactPoint {
        id: there.id,
        audience: if has("Audience") { new.audience } else { there.audience },
        visibility: if has("Visibility") { new.visibility } else { there.visibility },
        phone: if has("Phone") { new.phone } else { there.phone.clone() },
        mail: if has("Mail") { new.mail } else { there.mail.clone() },
        web: if has("Web") { new.web } else { there.web.clone() },
        hours: if has("Hours") { new.hours } else { there.hours.clone() },
        open: if has("Open") { new.open } else { there.open.clone() },
        refer: if has("Refer") { new.refer } else { there.refer.clone() },
        languages: if has("Languages") { new.languages } else { there.languages.clone() },
        needs: if has("Needs") { new.needs } else { there.needs.clone() },
        checked: if has("Checked") { new.checked } else { there.checked.clone() },
        checked_by: there.checked_by,
        ..new
    };
    // A row that only moved in its file is no other desk.
    if (ContactPoint { provenance: there.provenance.clone(), ..new.clone() }) == there { there } else { new }
}

/// The partner that a row means.
fn partner(table: &Table, row: &Row, of: PartnersOf<'_>, faults: &mut Faults) -> Option<OrganisationId> {
    let text = row.cell("Organisation");
    let wanted = text.to_lowercase();
    let is = |it: &Organisation| it.id.to_string() == wanted || names(it).any(|name| name.as_str().to_lowercase() == wanted);
    let fitting: Vec<&Organisation> = of.partners.iter().copied().filter(|it| is(it)).collect();
    let coalition = of.coalition.name.to_string();
    let reason = match fitting[..] {
        _ if text.is_empty() => RowReason::Text(TextError::Empty),
        [one] => return Some(one.id),
        [] if of.register.organisations().any(is) => RowReason::NotAPartner { text: text.to_owned(), coalition },
        [] => RowReason::UnknownPartner { text: text.to_owned(), coalition, near: nearest(&wanted, of.partners) },
        _ => {
            let fitting = fitting.iter().map(|it| format!("{} ({})", it.name, it.id)).collect();
            RowReason::SeveralPartners { text: text.to_owned(), fitting }
        }
    };
    faults.add(table.file, row.number, table.heading("Organisation"), reason);
    None
}

fn names(it: &Organisation) -> impl Iterator<Item = &Name> {
    it.aliases.iter().chain([&it.name]).chain(&it.short_name)
}

/// The partners of which a name is most like it, best first. What holds the text, or is held by it, is like it.
fn nearest(wanted: &str, partners: &[&Organisation]) -> Vec<String> {
    let far = |it: &&&Organisation| {
        let each = names(it).map(|name| {
            let name = name.as_str().to_lowercase();
            let holds = wanted.chars().count() > 2 && (name.contains(wanted) || wanted.contains(name.as_str()));
            if holds { 0 } else { edits(wanted, &name) }
        });
        each.min().unwrap_or(usize::MAX)
    };
    let mut all: Vec<(usize, &str)> = partners.iter().map(|it| (far(&it), it.name.as_str())).collect();
    all.sort_unstable();
    all.into_iter().take(NEAR_MAX).map(|(_, name)| format!("\"{name}\"")).collect()
}

/// Fewest letters to put in, take out or replace to make one text of the other. Cost: O(product of the lengths). Source: Levenshtein.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let replaced = corner + usize::from(letter != *other);
            corner = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}
