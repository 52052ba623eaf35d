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
            faults.add(table.file, row.number, table.heading("Name"), RowReason::DuplicateDesk { first_row });
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
    faults.add(table.file, row.number, table.heading("Organisation"), reason);
    None
}

/// The cells of one desk, every wrong one told. `None`: one of them is wrong.
pub(super) fn desk(table: &Table, row: &Row, catalogue: &Catalogue, faults: &mut Faults) -> Option<ContactPoint> {
    let mut wrong = false;
    let mut tell = |column: &str, reason: RowReason| {
        wrong = true;
        faults.add(table.file, row.number, table.heading(column), reason);
    };
    let name = Name::new(row.cell("Name")).map_err(|error| tell("Name", RowReason::Text(error))).ok();
    let phone = cell::<Phone>(row, "Phone", &mut tell);
    let mail = cell::<Mail>(row, "Mail", &mut tell);
    let web = cell::<WebAddress>(row, "Web", &mut tell);
    let hours = cell::<Note>(row, "Hours", &mut tell);
    let open = cell::<OpeningHours>(row, "Open", &mut tell);
    let refer = cell::<Note>(row, "Refer", &mut tell);
    let needs = needs_of(row.cell("Needs"), catalogue).unwrap_or_else(|unknown| {
        let codes = || catalogue.needs.iter().map(|need| need.code.as_str()).collect::<Vec<_>>().join(", ");
        for text in unknown {
            tell("Needs", RowReason::UnknownNeed { text, codes: codes() });
        }
        Vec::new()
    });
    let mut languages = Vec::new();
    for text in several(row.cell("Languages")) {
        match SpokenLanguage::new(text) {
            Ok(language) => languages.push(language),
            Err(error) => tell("Languages", RowReason::Text(error)),
        }
    }
    let text = row.cell("Checked");
    let checked = (!text.is_empty()).then(|| date_of(text).ok_or_else(|| tell("Checked", RowReason::NotADate(text.to_owned()))));
    let visibility = visibility_of(row.cell("Visibility"));
    if visibility.is_none() {
        tell("Visibility", RowReason::UnknownVisibility(row.cell("Visibility").to_owned()));
    }
    let audience = audience_of(row.cell("Audience"));
    if audience.is_none() {
        tell("Audience", RowReason::UnknownAudience(row.cell("Audience").to_owned()));
    }
    let reached = ["Phone", "Mail", "Web"].iter().any(|column| !row.cell(column).is_empty());
    if !reached {
        tell("Phone", RowReason::NoWayToReach);
    }
    let (name, visibility, audience) = (name?, visibility?, audience?);
    (!wrong).then(|| ContactPoint {
        id: ContactPointId(uuid::Uuid::nil()),
        organisation: OrganisationId(uuid::Uuid::nil()),
        coalition: None,
        person: None,
        name,
        audience,
        visibility,
        phone,
        mail,
        web,
        hours,
        open,
        refer,
        languages,
        needs,
        period: Period::default(),
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

/// The needs in a cell: by code, name or another word for it, with a comma, semicolon or bar between them; codes and single words
/// also with a blank. Errors: the words that mean none.
fn needs_of(text: &str, catalogue: &Catalogue) -> Result<Vec<NeedCode>, Vec<String>> {
    let meant = |text: &str| {
        let wanted = text.to_lowercase();
        let named = |need: &&Need| {
            let mut words = [&need.name.nl, &need.name.en].into_iter().chain(need.synonyms.iter()).chain(need.urgent.iter());
            need.code.as_str() == wanted || words.any(|word| word.to_lowercase() == wanted)
        };
        catalogue.needs.iter().find(named).map(|need| need.code.clone())
    };
    let (mut found, mut unknown) = (Vec::new(), Vec::new());
    for part in text.split([',', ';', '|']).map(str::trim).filter(|part| !part.is_empty()) {
        let words: Vec<Option<NeedCode>> = part.split_whitespace().map(meant).collect();
        match meant(part) {
            Some(code) => found.push(code),
            None if words.iter().any(Option::is_some) => {
                unknown.extend(part.split_whitespace().zip(&words).filter(|(_, code)| code.is_none()).map(|it| it.0.to_owned()));
                found.extend(words.into_iter().flatten());
            }
            None => unknown.push(part.to_owned()),
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|code| seen.insert(code.clone()));
    if unknown.is_empty() { Ok(found) } else { Err(unknown) }
}

/// A date as sources write it, or as a Dutch spreadsheet does: `1-11-2026`, `01-11-2026`.
pub(super) fn date_of(text: &str) -> Option<PartialDate> {
    let parts: Vec<&str> = text.split('-').collect();
    match parts[..] {
        [day, month, year] if year.len() == 4 && (1..=2).contains(&day.len()) && (1..=2).contains(&month.len()) => {
            PartialDate::parse(&format!("{year}-{month:0>2}-{day:0>2}")).ok()
        }
        _ => PartialDate::parse(text).ok(),
    }
}

/// For whom it is, by its code or in Dutch; an empty cell means professionals.
fn audience_of(text: &str) -> Option<Audience> {
    match text.to_lowercase().as_str() {
        "" | "professionals" | "professional" => Some(Audience::Professionals),
        "parents" | "ouders" => Some(Audience::Parents),
        _ => None,
    }
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
