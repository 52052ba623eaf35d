//! Bringing desks into a coalition that is there: from one file, keeping what a user edited.

use super::log::Log;
use super::{ImportError, import};
use crate::desk::office::{DeskError, Office};
use crate::exchange::plain::{Desks, PartnersOf, RowError, read_partner_desks};
use crate::live::{Actor, Live, StoreError};
use crate::model::*;
use time::OffsetDateTime;

/// What became of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskDone {
    /// A new desk.
    Added,
    /// Another phone, other hours, or the like.
    Changed,
    /// It was there already, the same.
    Same,
    /// Left as a user edited it.
    Edited,
    /// Left away, as a user removed it.
    Removed,
}

/// One row, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskImported {
    /// Line in the file, the header being 1.
    pub row: u64,
    /// The desk.
    pub name: Name,
    /// Whose it is.
    pub organisation: Name,
    /// What became of it.
    pub done: DeskDone,
}

/// Why no desk was imported.
#[derive(Debug, thiserror::Error)]
pub enum DesksError {
    /// There is no such coalition.
    #[error(transparent)]
    Coalition(#[from] DeskError),
    /// Rows that are wrong, all of them.
    #[error("{} rows are wrong", .0.len())]
    Rows(Vec<RowError>),
    /// The register or the archive did not take them.
    #[error(transparent)]
    Import(#[from] ImportError),
}

impl From<StoreError> for DesksError {
    fn from(error: StoreError) -> Self {
        Self::Import(error.into())
    }
}

/// Puts the desks of a file into a coalition, in one batch.
///
/// Takes: when; the coalition by slug, name or alias; the file. Gives: what became of each row. A desk that the file lacks stays.
/// Errors: `Coalition`, `Rows`, `Import`; then nothing was done. Cost: one pass over the log, and that of reading the file.
pub fn import_desks(live: &Live, at: OffsetDateTime, coalition: &str, file: Desks<'_>) -> Result<Vec<DeskImported>, DesksError> {
    let snapshot = live.snapshot();
    let register = &snapshot.register;
    let network = Office::new(register, at.date()).network(coalition, None)?;
    let partners: Vec<&Organisation> = network.members.iter().map(|member| &*member.organisation).collect();
    let of = PartnersOf { register, coalition: &network.coalition, partners: &partners };
    let (source, rows) = read_partner_desks(file, of, at.date()).map_err(DesksError::Rows)?;
    let log = Log::read(live, &Actor::IMPORT)?;
    let mut done = Vec::with_capacity(rows.len());
    let mut changes = vec![Change::put(Entity::Source(source))];
    for row in rows {
        let reference = EntityRef::ContactPoint(row.point.id);
        let there = register.contact_point(&row.point.id);
        let became = match there {
            Some(there) if *there == row.point => DeskDone::Same,
            Some(_) if log.is_out_of_reach(&reference) => DeskDone::Edited,
            None if log.is_out_of_reach(&reference) => DeskDone::Removed,
            Some(_) => DeskDone::Changed,
            None => DeskDone::Added,
        };
        let organisation = register.organisation(&row.point.organisation).map(|it| it.name.clone());
        let name = row.point.name.clone();
        done.push(DeskImported { row: row.row, organisation: organisation.unwrap_or_else(|| name.clone()), name, done: became });
        if matches!(became, DeskDone::Added | DeskDone::Changed) {
            changes.push(Change::put(Entity::from(row.point)));
        }
    }
    if changes.len() > 1 {
        import(live, Actor::IMPORT, at, changes)?;
    }
    Ok(done)
}
