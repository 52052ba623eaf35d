//! A plain network of organisations in two CSV files, with the column names of Gephi; its desks in a third.
//!
//! Why: any published network can be laid on the table without a bundle being written for it.
//! Never: a half import; either every row is right, or every wrong row is named.

mod batch;
mod desks;
mod error;
mod partners;
mod table;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails there")]
mod tests;

pub use batch::LINK_KIND;
pub use desks::Desks;
pub(super) use error::Faults;
pub use error::{RowError, RowReason};
pub use partners::{DeskRow, PartnersOf, read_partner_desks};

use crate::model::*;
use batch::Import;
use std::collections::{BTreeMap, HashMap};
use table::{Row, Table};
use time::Date;

/// Largest file, in bytes.
pub const FILE_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Most organisations in one network, in rows.
pub const ORGANISATIONS_MAX: usize = 10_000;
/// Most links in one network, in rows.
pub const LINKS_MAX: usize = 250_000;
/// Most desks in one network, in rows.
pub const DESKS_MAX: usize = 20_000;
/// Most errors that are named one by one; of the rest only the number is told.
pub const ERRORS_MAX: usize = 1_000;

/// Reads a plain network of organisations: what has to be changed for it to be in the register?
///
/// Takes: the coalition it becomes, and its name; nodes (`Id`, `Label`, `Domain`) and links (`Source`, `Target`, and `Type` and
/// `Weight` if they are there), each with its file name, as UTF-8 text with `,`, `;` or tab between cells; other columns are not
/// read. `complete`: no line means that there is none. `today`: the date of the import.
/// Gives: one batch: the source, the coalition, its organisations as participating members, one asserted claim a linked pair (A–B
/// and B–A are one, with the highest strength), and, if complete, coverage of lines and members. Ids come from the coalition and
/// `Id`, so the same files give the same batch. A weight of 1, 2, 3 or 4 is a strength; any other number is none.
/// Errors: every wrong row at once, nodes first, in the order of the files.
/// Cost: O(rows · log rows).
pub fn read(
    coalition: CoalitionId,
    name: Name,
    nodes: (&str, &[u8]),
    links: (&str, &[u8]),
    complete: bool,
    today: Date,
) -> Result<Vec<Change>, Vec<RowError>> {
    read_with_desks(coalition, name, nodes, links, None, complete, today)
}

/// The same as [`read`], with where its organisations are reached.
///
/// Takes also: desks, one a row: `Organisation` (its `Id`, or a name that one organisation has), `Name`, at least one of `Phone`,
/// `Mail` and `Web`, and as far as they are there `Hours` (a sentence), `Open` (`Mo-Fr 09:00-12:00`), `Needs` and `Languages` (codes,
/// with a comma, semicolon, bar or blank between them; needs also by name), `Refer`, `Checked` (a date, or a part of one), `Audience`
/// (`professionals` where it is empty, `parents`) and `Visibility` (`public`,
/// `coalition` where it is empty, `all_coalitions`, `hidden`).
/// Errors: also every wrong cell of the desks, after those of nodes and links. Cost: O(rows · log rows).
pub fn read_with_desks(
    coalition: CoalitionId,
    name: Name,
    nodes: (&str, &[u8]),
    links: (&str, &[u8]),
    desks: Option<Desks<'_>>,
    complete: bool,
    today: Date,
) -> Result<Vec<Change>, Vec<RowError>> {
    let mut faults = Faults::default();
    let node_table = Table::read(nodes.0, nodes.1, &["Id", "Label", "Domain"], ORGANISATIONS_MAX, &mut faults);
    let organisations = node_table.as_ref().map(|table| read_organisations(table, &mut faults));
    let link_table = Table::read(links.0, links.1, &["Source", "Target"], LINKS_MAX, &mut faults);
    let pairs = link_table.as_ref().map(|table| read_links(table, nodes.0, organisations.as_ref(), &mut faults));
    let import = Import { source: source_of(&coalition), coalition, nodes: nodes.0, links: links.0 };
    let read = |desks| desks::read_desks(desks, nodes.0, organisations.as_ref(), &import, &mut faults);
    let desks = desks.map(read).unwrap_or_default();
    let source = read_source(&import, &name, today, &mut faults);
    match (organisations, pairs, source) {
        (Some(organisations), Some(pairs), Some(source)) if faults.is_empty() => {
            let points: Vec<ContactPoint> = desks.into_iter().map(|it| it.into_point(&import)).collect();
            let mut changes = import.batch(name, source, organisations, pairs, complete);
            changes.extend(points.into_iter().map(|it| Change::put(Entity::from(it))));
            Ok(changes)
        }
        _ => Err(faults.into_errors()),
    }
}

/// A row of the nodes.
struct Node {
    id: Name,
    label: Name,
    domain: Domain,
    row: u64,
}

/// The rows of the nodes, and which `Id` is which. A row with an error keeps its `Id`, so that its links are not wrong as well.
#[derive(Default)]
struct Organisations {
    nodes: Vec<Node>,
    row_of: HashMap<String, u64>,
}

fn read_organisations(table: &Table, faults: &mut Faults) -> Organisations {
    let mut found = Organisations::default();
    for row in &table.rows {
        let id = name_in(table, row, "Id", faults);
        let label = name_in(table, row, "Label", faults);
        let text = row.cell("Domain");
        let domain = domain_of(text);
        if domain.is_none() {
            faults.add(table.file, row.number, "Domain", RowReason::UnknownDomain(text.to_owned()));
        }
        let Some(id) = id else { continue };
        if let Some(&first_row) = found.row_of.get(id.as_str()) {
            faults.add(table.file, row.number, "Id", RowReason::DuplicateId { id: id.into(), first_row });
            continue;
        }
        found.row_of.insert(id.as_str().to_owned(), row.number);
        if let (Some(label), Some(domain)) = (label, domain) {
            found.nodes.push(Node { id, label, domain, row: row.number });
        }
    }
    if table.rows.is_empty() {
        faults.add_file(table.file, RowReason::NoOrganisations);
    }
    found
}

fn name_in(table: &Table, row: &Row, column: &'static str, faults: &mut Faults) -> Option<Name> {
    Name::new(row.cell(column)).map_err(|error| faults.add(table.file, row.number, column, RowReason::Text(error))).ok()
}

/// A domain by its code or its Dutch name, upper and lower case alike; blanks and hyphens count as underscores.
pub(super) fn domain_of(text: &str) -> Option<Domain> {
    match text.to_lowercase().replace([' ', '-'], "_").as_str() {
        "medisch" => Some(Domain::Medical),
        "sociaal" => Some(Domain::Social),
        "publieke_gezondheid" => Some(Domain::PublicHealth),
        "informeel" => Some(Domain::Informal),
        "onderwijs" => Some(Domain::Education),
        "bestuur" => Some(Domain::Governance),
        code => Domain::ALL.into_iter().find(|domain| domain.code() == code),
    }
}

/// What the rows on one pair add up to.
struct Line {
    strength: Option<Strength>,
    /// The first row that names it.
    row: u64,
}

/// Lines by the `Id`s of their ends, smaller first.
type Lines = BTreeMap<[String; 2], Line>;

fn read_links(table: &Table, nodes_file: &str, known: Option<&Organisations>, faults: &mut Faults) -> Lines {
    let mut lines = Lines::new();
    for row in &table.rows {
        let mut end = |column: &'static str| {
            let id = row.cell(column);
            let fault = match () {
                () if id.is_empty() => RowReason::Text(TextError::Empty),
                () if known.is_some_and(|known| !known.row_of.contains_key(id)) => {
                    RowReason::UnknownId { id: id.to_owned(), file: nodes_file.to_owned() }
                }
                () => return Some(id.to_owned()),
            };
            faults.add(table.file, row.number, column, fault);
            None
        };
        let ends = (end("Source"), end("Target"));
        let kind = row.cell("Type");
        if !["", "directed", "undirected"].contains(&kind.to_lowercase().as_str()) {
            faults.add(table.file, row.number, "Type", RowReason::UnknownType(kind.to_owned()));
        }
        let strength = strength_of(row.cell("Weight")).unwrap_or_else(|reason| {
            faults.add(table.file, row.number, "Weight", reason);
            None
        });
        match ends {
            (Some(a), Some(b)) if a == b => faults.add(table.file, row.number, "Target", RowReason::SelfLoop(a)),
            (Some(a), Some(b)) => {
                let ends = if a < b { [a, b] } else { [b, a] };
                let line = lines.entry(ends).or_insert(Line { strength, row: row.number });
                line.strength = line.strength.max(strength);
            }
            _ => {}
        }
    }
    lines
}

/// A weight of 1, 2, 3 or 4 as a strength; an empty cell or another number as none. A decimal comma counts as a point.
fn strength_of(weight: &str) -> Result<Option<Strength>, RowReason> {
    if weight.is_empty() {
        return Ok(None);
    }
    let number = weight.replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite());
    let number = number.ok_or_else(|| RowReason::NotANumber(weight.to_owned()))?;
    Ok([1u8, 2, 3, 4].into_iter().find(|&step| f64::from(step) == number).and_then(|step| Strength::new(step).ok()))
}

fn source_of(coalition: &CoalitionId) -> SourceId {
    SourceId::from_key(&format!("{coalition}/import"))
}

fn read_source(import: &Import<'_>, name: &Name, today: Date, faults: &mut Faults) -> Option<Source> {
    let (nodes, links) = (import.nodes, import.links);
    let mut checked =
        |file: &str, text: String| Name::new(text).map_err(|error| faults.add_file(file, RowReason::FileName(error))).ok();
    checked(nodes, nodes.to_owned())?;
    let title = checked(links, format!("{name}: {nodes}, {links}"))?;
    Some(Source {
        id: import.source,
        kind: SourceKind::Import,
        title,
        publisher: None,
        date: Some(PartialDate::day(today)),
        locations: Vec::new(),
    })
}
