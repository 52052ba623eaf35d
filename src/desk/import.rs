//! Bringing files into the register: a new edition updates what no user edited, and takes back what it no longer says.

mod country;
mod desks;
mod edition;
mod log;
mod retract;

use crate::live::{Actor, Live, StoreError, WriteError};
use crate::model::*;
pub use country::{CountryImported, ImportStep, import_country};
pub use desks::{DeskDone, DeskImported, DesksError, import_desks};
use edition::Edition;
use log::Log;
use std::collections::BTreeSet;
use time::OffsetDateTime;

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imported {
    /// New or corrected.
    pub put: usize,
    /// Already there, the same.
    pub same: usize,
    /// Brought by an earlier edition and not in this one.
    pub removed: usize,
    /// Left as a user edited them, or because what a user made needs them.
    pub kept: Vec<EntityRef>,
}

/// An organisation or source that files of other coalitions, imported earlier, define differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// What is defined differently.
    pub what: EntityRef,
    /// The other coalitions that use it.
    pub coalitions: Vec<CoalitionId>,
}

/// Why nothing was imported.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ImportError {
    /// One fact cannot be.
    #[error("{fault}")]
    Fault {
        /// Which one.
        what: EntityRef,
        /// What is wrong with it.
        fault: Fault,
    },
    /// The coalition is there and came from elsewhere; it would be replaced as a whole.
    #[error("the store already holds a coalition \"{0}\" that comes from another source; choose another id")]
    Taken(CoalitionId),
    /// What coalitions share is defined differently by files imported earlier.
    #[error("{} shared facts are defined differently in the store; make them the same, or import all files in one command", .0.len())]
    Disagrees(Vec<Disagreement>),
    /// The archive did not take it.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

/// Puts what files bring: skips what is there already, and what a user edited or removed since; removes what an earlier edition
/// brought for the same coalitions and this one lacks.
///
/// Takes: all changes of a new edition, in an order in which they apply; who, and when. Without a coalition among them nothing is
/// removed. The shipped edition leaves alone what an imported file changed. Gives: what was done.
/// Errors: `Fault`, `Taken`, `Disagrees`, and those of a write; then nothing was done.
/// Cost: one pass over the log, O(entities) for what the edition lacks.
pub fn import(live: &Live, actor: Actor, at: OffsetDateTime, changes: Vec<Change>) -> Result<Imported, ImportError> {
    import_telling(live, actor, at, changes, &mut |_, _| {})
}

/// The same as [`import`], and tells how many of all facts were looked at; all of them: they are about to be kept on disk.
pub fn import_telling(
    live: &Live,
    actor: Actor,
    at: OffsetDateTime,
    changes: Vec<Change>,
    told: &mut dyn FnMut(usize, usize),
) -> Result<Imported, ImportError> {
    let snapshot = live.snapshot();
    let log = Log::read(live, &actor)?;
    let edition = Edition::new(&changes);
    edition.may_enter(&snapshot.register)?;
    let mut imported = Imported::default();
    let Sorted { mut batch, only_dated } = sort(&snapshot.register, &log, changes, &mut imported);
    if actor == Actor::IMPORT {
        edition.agrees(&snapshot.register, &log, &batch)?;
    }
    let mut register = snapshot.register.clone();
    for (place, change) in batch.iter().enumerate() {
        told(place, batch.len());
        register.apply(change).map_err(|fault| ImportError::Fault { what: change.reference(), fault })?;
    }
    let removals = retract::retract(&mut register, &snapshot.register, &edition, &log, &batch, &mut imported.kept);
    // A file read again on another day is a new edition only when it says something else.
    if batch.is_empty() && removals.is_empty() {
        imported.same += only_dated.len();
    } else {
        batch.extend(only_dated);
    }
    (imported.put, imported.removed) = (batch.len(), removals.len());
    batch.extend(removals);
    told(batch.len(), batch.len());
    live.write(actor, at, &[], batch)?;
    Ok(imported)
}

/// Which of these coalitions may the shipped edition bring or update?
///
/// Gives: all in an empty store; none in a store that never held shipped data; else those that no imported file made.
/// Errors: those of reading the archive. Cost: one pass over the log.
pub fn shipped_may_update(live: &Live, coalitions: BTreeSet<CoalitionId>) -> Result<BTreeSet<CoalitionId>, StoreError> {
    if live.snapshot().sequence() == 0 {
        return Ok(coalitions);
    }
    let log = Log::read(live, &Actor::SHIPPED)?;
    let may = |id: &CoalitionId| log.holds_shipped() && !log.was_imported(&EntityRef::Coalition(id.clone()));
    Ok(coalitions.into_iter().filter(may).collect())
}

/// What is left to put.
struct Sorted {
    batch: Vec<Change>,
    /// Sources of imported networks that differ from what is there by their date alone.
    only_dated: Vec<Change>,
}

fn sort(register: &Register, log: &Log, changes: Vec<Change>, imported: &mut Imported) -> Sorted {
    let mut sorted = Sorted { batch: Vec::new(), only_dated: Vec::new() };
    // What a user removed stays away, and so does what would refer to it.
    let mut away = BTreeSet::new();
    for change in changes {
        let reference = change.reference();
        let gone = |target: &EntityRef| away.contains(target);
        let hangs = matches!(&change, Change::Put(entity) if entity.refers_to().iter().any(gone));
        let there = register.entity(&reference);
        if matches!(&change, Change::Put(entity) if there == Some(&**entity)) {
            imported.same += 1;
        } else if hangs || log.is_out_of_reach(&reference) {
            if there.is_none() {
                away.insert(reference.clone());
            }
            imported.kept.push(reference);
        } else if is_only_dated(&change, there) {
            sorted.only_dated.push(change);
        } else {
            sorted.batch.push(change);
        }
    }
    sorted
}

fn is_only_dated(change: &Change, there: Option<&Entity>) -> bool {
    match (change, there) {
        (Change::Put(entity), Some(Entity::Source(there))) => match &**entity {
            Entity::Source(new) if new.kind == SourceKind::Import => Source { date: there.date.clone(), ..new.clone() } == *there,
            _ => false,
        },
        _ => false,
    }
}
