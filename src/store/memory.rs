//! The archive in memory: the same rows as on disk, gone with the process.

use super::draft::Draft;
use super::row::Visit;
use super::{Record, StoreError};
use crate::model::PersonId;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

#[derive(Debug, Default)]
struct Kept {
    rows: Vec<Vec<u8>>,
    personal: BTreeMap<PersonId, Vec<u8>>,
}

/// A log in memory.
#[derive(Debug, Default)]
pub struct Memory(Mutex<Kept>);

impl Memory {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        // A panic elsewhere cannot leave half a batch: everything that can fail comes before the first push.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn sequence(&self) -> u64 {
        self.kept().rows.len() as u64
    }

    pub(super) fn write(&self, draft: Draft) -> Result<u64, StoreError> {
        let mut kept = self.kept();
        let encoded = draft.encode(kept.rows.len() as u64)?;
        kept.rows.extend(encoded.rows.into_iter().map(|(_, sealed)| sealed));
        for (id, values) in encoded.personal {
            match values {
                Some(values) => drop(kept.personal.insert(id, values)),
                None => drop(kept.personal.remove(&id)),
            }
        }
        Ok(kept.rows.len() as u64)
    }

    pub(super) fn rows(&self, from: u64, until: u64, visit: &mut Visit<'_>) -> Result<(), StoreError> {
        for sequence in from.max(1)..=until {
            let sealed = self.kept().rows.get(sequence as usize - 1).cloned();
            visit(sequence, &sealed.ok_or(StoreError::Corrupt { what: Record::Change(sequence) })?)?;
        }
        Ok(())
    }

    pub(super) fn personal_of(&self, person: PersonId) -> Option<Vec<u8>> {
        self.kept().personal.get(&person).cloned()
    }
}
