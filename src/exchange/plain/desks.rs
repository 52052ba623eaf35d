//! The desks of a plain network: where its organisations are reached, in a third CSV file.

use super::batch::Import;
use super::error::{Faults, RowReason};
use super::table::{Row, Table};
use super::{DESKS_MAX, Organisations};
use crate::model::*;
use std::collections::BTreeMap;

/// A file with desks, and the catalogue that knows the needs.
#[derive(Clone, Copy)]
pub struct Desks<'a> {
    /// Name of the file.
    pub file: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
    /// The needs that a desk can be for.
    pub catalogue: &'a Catalogue,
}

/// One desk, of the organisation with this `Id`.
pub(super) struct Desk {
    organisation: String,
    point: ContactPoint,
}

/// Reads the desks. Takes which organisations there are, by `Id` or by a name that one of them has.
pub(super) fn read_desks(
    desks: Desks<'_>,
    nodes_file: &str,
    known: Option<&Organisations>,
    import: &Import<'_>,
    faults: &mut Faults,
) -> Vec<Desk> {
    let Some(table) = Table::read(desks.file, desks.bytes, &["Organisation", "Name"], DESKS_MAX, faults) else {
        return Vec::new();
    };
    let mut first: BTreeMap<(String, String), u64> = BTreeMap::new();
    let mut found = Vec::new();
    for row in &table.rows {
        let organisation = organisation_of(&table, row, nodes_file, known, faults);
        let desk = desk(&table, row, desks.catalogue, faults);
        let (Some(organisation), Some(mut point)) = (organisation, desk) else { continue };
        let key = (organisation.clone(), point.name.as_str().to_lowercase());
        if let Some(&first_row) = first.get(&key) {
            faults.add(table.file, row.number, "Name", RowReason::DuplicateDesk { first_row });
            continue;
        }
        first.insert(key, row.number);
        point.id = ContactPointId::from_key(&import.key(&format!("{organisation}\t{}", point.name)));
        point.coalition = Some(import.coalition.clone());
        point.provenance = import.provenance(Some((table.file, row.number)));
        found.push(Desk { organisation, point });
    }
    found
}

impl Desk {
    /// The contact point, at its organisation.
    pub fn into_point(self, import: &Import<'_>) -> ContactPoint {
        let organisation = OrganisationId::from_key(&import.key(&self.organisation));
        ContactPoint { organisation, ..self.point }
    }
}

/// The `Id` that a cell means.
fn organisation_of(
    table: &Table,
    row: &Row,
    nodes_file: &str,
    known: Option<&Organisations>,
    faults: &mut Faults,
) -> Option<String> {
    let text = row.cell("Organisation");
    let named = |all: &Organisations| {
        let mut fitting = all.nodes.iter().filter(|node| node.label.as_str() == text).map(|node| node.id.to_string());
        let one = fitting.next();
        one.filter(|_| fitting.next().is_none())
    };
    let reason = match known {
        _ if text.is_empty() => RowReason::Text(TextError::Empty),
        None => return None,
        Some(all) if all.row_of.contains_key(text) => return Some(text.to_owned()),
        Some(all) => match named(all) {
            Some(id) => return Some(id),
            None => RowReason::UnknownId { id: text.to_owned(), file: nodes_file.to_owned() },
        },
    };
    faults.add(table.file, row.number, "Organisation", reason);
    None
}

/// The cells of one desk, every wrong one told. `None`: one of them is wrong.
fn desk(table: &Table, row: &Row, catalogue: &Catalogue, faults: &mut Faults) -> Option<ContactPoint> {
    let mut wrong = false;
    let mut tell = |column: &str, reason: RowReason| {
        wrong = true;
        faults.add(table.file, row.number, column, reason);
    };
    let name = Name::new(row.cell("Name")).map_err(|error| tell("Name", RowReason::Text(error))).ok();
    let phone = cell::<Phone>(row, "Phone", &mut tell);
    let mail = cell::<Mail>(row, "Mail", &mut tell);
    let web = cell::<WebAddress>(row, "Web", &mut tell);
    let hours = cell::<Note>(row, "Hours", &mut tell);
    let open = cell::<OpeningHours>(row, "Open", &mut tell);
    let refer = cell::<Note>(row, "Refer", &mut tell);
    let mut needs = Vec::new();
    for text in several(row.cell("Needs")) {
        match NeedCode::new(text).ok().filter(|code| catalogue.need(code).is_some()) {
            Some(code) => needs.push(code),
            None => tell("Needs", RowReason::UnknownNeed(text.to_owned())),
        }
    }
    let mut languages = Vec::new();
    for text in several(row.cell("Languages")) {
        match SpokenLanguage::new(text) {
            Ok(language) => languages.push(language),
            Err(error) => tell("Languages", RowReason::Text(error)),
        }
    }
    let text = row.cell("Checked");
    let checked =
        (!text.is_empty()).then(|| PartialDate::parse(text).map_err(|_| tell("Checked", RowReason::NotADate(text.to_owned()))));
    let visibility = visibility_of(row.cell("Visibility"));
    if visibility.is_none() {
        tell("Visibility", RowReason::UnknownVisibility(row.cell("Visibility").to_owned()));
    }
    let reached = ["Phone", "Mail", "Web"].iter().any(|column| !row.cell(column).is_empty());
    if !reached {
        tell("Phone", RowReason::NoWayToReach);
    }
    let (name, visibility) = (name?, visibility?);
    (!wrong).then(|| ContactPoint {
        id: ContactPointId(uuid::Uuid::nil()),
        organisation: OrganisationId(uuid::Uuid::nil()),
        coalition: None,
        person: None,
        name,
        audience: Audience::default(),
        visibility,
        phone,
        mail,
        web,
        hours,
        open,
        refer,
        languages,
        needs,
        checked: checked.and_then(Result::ok),
        checked_by: None,
        provenance: Provenance::default(),
    })
}

/// A cell that may be empty.
fn cell<T: TryFrom<String, Error = TextError>>(row: &Row, column: &str, tell: &mut dyn FnMut(&str, RowReason)) -> Option<T> {
    let text = row.cell(column);
    if text.is_empty() {
        return None;
    }
    T::try_from(text.to_owned()).map_err(|error| tell(column, RowReason::Text(error))).ok()
}

/// Several codes in one cell, with a comma, a semicolon, a bar or a blank between them.
fn several(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| matches!(letter, ',' | ';' | '|') || letter.is_whitespace()).filter(|it| !it.is_empty())
}

/// Who may see it, by its code or in Dutch; an empty cell means the coalition.
fn visibility_of(text: &str) -> Option<ContactVisibility> {
    match text.to_lowercase().replace([' ', '-'], "_").as_str() {
        "" | "coalition" | "coalitie" => Some(ContactVisibility::Coalition),
        "public" | "openbaar" => Some(ContactVisibility::Public),
        "all_coalitions" | "alle_coalities" => Some(ContactVisibility::AllCoalitions),
        "hidden" | "verborgen" => Some(ContactVisibility::Hidden),
        _ => None,
    }
}
