//! Bringing files into the register, so that a corrected file updates what no user edited.

use crate::live::{About, Actor, HistoryQuery, Live, StoreError, WriteError};
use crate::model::*;
use time::OffsetDateTime;

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imported {
    /// New or corrected.
    pub put: usize,
    /// Already there, the same.
    pub same: usize,
    /// Left as a user edited them.
    pub kept: Vec<EntityRef>,
}

/// Puts what files bring: skips what is there already, and what a user edited since.
///
/// Takes: changes in an order in which they apply; who, and when. Gives: what was done. Errors: those of a write; then nothing
/// was done. Cost: one history look-up for each difference.
pub fn import(live: &Live, actor: Actor, at: OffsetDateTime, changes: Vec<Change>) -> Result<Imported, WriteError> {
    let snapshot = live.snapshot();
    let mut imported = Imported::default();
    let mut batch = Vec::new();
    for change in changes {
        let reference = change.reference();
        let there = snapshot.register.entity(&reference);
        match (&change, there) {
            (Change::Put(entity), Some(there)) if **entity == *there => imported.same += 1,
            (_, there) if (there.is_some() || snapshot.sequence() > 0) && edited_by_user(live, &reference)? => {
                imported.kept.push(reference);
            }
            _ => batch.push(change),
        }
    }
    imported.put = batch.len();
    live.write(actor, at, &[], batch)?;
    Ok(imported)
}

/// Was the last change of an entity (its removal too) a user's?
fn edited_by_user(live: &Live, reference: &EntityRef) -> Result<bool, StoreError> {
    let last = live.history(&HistoryQuery { about: About::Entity(reference.clone()), before: None, limit: 1 })?;
    Ok(last.first().is_some_and(|row| !row.actor.loads_files()))
}
