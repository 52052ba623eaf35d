//! The archive in memory: the same rows as on disk, gone with the process.

use super::draft::Draft;
use super::measurements::{VisitMeasurements, number_of, placed};
use super::row::{Place, Visit, VisitPersonal};
use super::searches::VisitSearches;
use super::{Record, StoreError};
use crate::model::PersonId;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

#[derive(Debug, Default)]
struct Kept {
    records: BTreeMap<Vec<u8>, Vec<u8>>,
    sequence: u64,
    personal: BTreeMap<PersonId, Vec<u8>>,
    searches: BTreeMap<Vec<u8>, Vec<u8>>,
    measurements: BTreeMap<Vec<u8>, Vec<u8>>,
}

impl Kept {
    /// Measurements whose key begins so, in order.
    fn measurements<'a>(&'a self, prefix: &'a [u8]) -> impl DoubleEndedIterator<Item = (&'a Vec<u8>, &'a Vec<u8>)> {
        self.measurements.iter().filter(move |(key, _)| key.starts_with(prefix))
    }
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
        self.kept().sequence
    }

    pub(super) fn write(&self, draft: Draft) -> Result<u64, StoreError> {
        let mut kept = self.kept();
        let encoded = draft.encode(kept.sequence)?;
        let last = |prefix: &[u8]| Ok(kept.measurements(prefix).next_back().and_then(|(key, _)| number_of(key)));
        let placed = placed(&encoded.measurements, last)?;
        kept.measurements.extend(placed);
        kept.sequence = encoded.records.last().map_or(kept.sequence, |(place, _)| place.last);
        kept.records.extend(encoded.records.into_iter().map(|(place, sealed)| (place.key(), sealed)));
        for (id, values) in encoded.personal {
            match values {
                Some(values) => drop(kept.personal.insert(id, values)),
                None => drop(kept.personal.remove(&id)),
            }
        }
        Ok(kept.sequence)
    }

    pub(super) fn records(&self, from: u64, until: u64, visit: &mut Visit<'_>) -> Result<(), StoreError> {
        let mut wanted = from.max(1);
        while wanted <= until {
            let found =
                self.kept().records.range(wanted.to_be_bytes().to_vec()..).next().map(|(key, it)| (key.clone(), it.clone()));
            let found = found.and_then(|(key, sealed)| Some((Place::of_key(&key)?, sealed)));
            let (place, sealed) = found.ok_or(StoreError::Corrupt { what: Record::Change(wanted) })?;
            visit(place, &sealed)?;
            wanted = place.last + 1;
        }
        Ok(())
    }

    pub(super) fn personal(&self, visit: &mut VisitPersonal<'_>) -> Result<(), StoreError> {
        let kept = self.kept();
        kept.personal.iter().try_for_each(|(person, sealed)| visit(*person, sealed))
    }

    pub(super) fn measurements(&self, prefix: &[u8], visit: &mut VisitMeasurements<'_>) -> Result<(), StoreError> {
        let kept = self.kept();
        kept.measurements(prefix).try_for_each(|(key, sealed)| visit(key, sealed))
    }

    pub(super) fn last_measurement(&self, prefix: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
        let kept = self.kept();
        kept.measurements(prefix).next_back().map(|(key, sealed)| (key.clone(), sealed.clone()))
    }

    pub(super) fn searches(&self, visit: &mut VisitSearches<'_>) -> Result<(), StoreError> {
        let kept = self.kept();
        kept.searches.iter().try_for_each(|(key, sealed)| visit(key, sealed))
    }

    pub(super) fn keep_searches(&self, rows: Vec<(Vec<u8>, Vec<u8>)>) {
        self.kept().searches.extend(rows);
    }

    pub(super) fn personal_of(&self, person: PersonId) -> Option<Vec<u8>> {
        self.kept().personal.get(&person).cloned()
    }
}
