//! Bringing files into the register, so that a corrected file updates what no user edited.

use crate::live::{Actor, Live, WriteError};
use crate::model::*;
use std::collections::BTreeSet;
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

/// Puts what files bring: skips what is there already, and what a user edited or removed since.
///
/// Takes: changes in an order in which they apply; who, and when. Gives: what was done. Errors: those of a write; then nothing
/// was done. Cost: one pass over the log.
pub fn import(live: &Live, actor: Actor, at: OffsetDateTime, changes: Vec<Change>) -> Result<Imported, WriteError> {
    let snapshot = live.snapshot();
    let by_users = live.changed_by_users()?;
    let mut imported = Imported::default();
    let mut batch = Vec::new();
    // What a user removed stays away, and so does what would refer to it.
    let mut away = BTreeSet::new();
    for change in changes {
        let reference = change.reference();
        let gone = |target: &EntityRef| away.contains(target);
        let hangs = matches!(&change, Change::Put(entity) if entity.refers_to().iter().any(gone));
        let same = matches!(&change, Change::Put(entity) if snapshot.register.entity(&reference) == Some(&**entity));
        if same {
            imported.same += 1;
        } else if hangs || by_users.contains(&reference) {
            if snapshot.register.entity(&reference).is_none() {
                away.insert(reference.clone());
            }
            imported.kept.push(reference);
        } else {
            batch.push(change);
        }
    }
    imported.put = batch.len();
    live.write(actor, at, &[], batch)?;
    Ok(imported)
}
