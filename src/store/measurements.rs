//! Measurements that are kept: each under its coalition and a number of its own, beside the log.
//!
//! Why beside it: a measurement changes nothing in the register and has no undo; it tells what was measured then.
//! Never: written over or taken back, by nobody; a person, by name or by id.

use super::draft::Draft;
use super::{Record, Store, StoreError, row};
use crate::model::{CoalitionId, EntityRef, Measurement};
use std::collections::BTreeMap;

/// What sees a measurement: its key and its sealed bytes.
pub(super) type VisitMeasurements<'a> = dyn FnMut(&[u8], &[u8]) -> Result<(), StoreError> + 'a;

impl Store {
    /// Keeps measurements, all or none, behind those of before; on disk when it returns.
    ///
    /// Errors: `TooLarge`, `DiskFull`, `Io`, `Stopped`. Cost: one sync of the disk, shared with changes that wait. It blocks.
    pub fn keep_measurements(&self, measurements: Vec<Measurement>) -> Result<(), StoreError> {
        if measurements.is_empty() {
            return Ok(());
        }
        self.write(Draft::measured(measurements)).map(drop)
    }

    /// What was kept of a coalition, in the order in which it was. Errors: `Corrupt`, `Io`, `Stopped`. Cost: O(its measurements).
    pub fn measurements(&self, coalition: &CoalitionId) -> Result<Vec<Measurement>, StoreError> {
        let mut found = Vec::new();
        self.visit_measurements(&prefix(coalition), &mut |key, sealed| {
            found.push(decode(key, sealed)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// What was kept last of a coalition. Errors: as `measurements`. Cost: O(log measurements).
    pub fn last_measurement(&self, coalition: &CoalitionId) -> Result<Option<Measurement>, StoreError> {
        let prefix = prefix(coalition);
        let last = match self {
            Self::Memory(it) => it.last_measurement(&prefix),
            Self::Sled(it) => it.last_measurement(&prefix)?,
        };
        last.map(|(key, sealed)| decode(&key, &sealed)).transpose()
    }

    /// Everything that was kept, by coalition and then in order.
    pub(super) fn all_measurements(&self) -> Result<Vec<Measurement>, StoreError> {
        let mut found = Vec::new();
        self.visit_measurements(&[], &mut |key, sealed| {
            found.push(decode(key, sealed)?);
            Ok(())
        })?;
        Ok(found)
    }

    fn visit_measurements(&self, prefix: &[u8], visit: &mut VisitMeasurements<'_>) -> Result<(), StoreError> {
        match self {
            Self::Memory(it) => it.measurements(prefix, visit),
            Self::Sled(it) => it.measurements(prefix, visit),
        }
    }
}

/// What the keys of a coalition begin with. No slug holds a space.
pub(super) fn prefix(coalition: &CoalitionId) -> Vec<u8> {
    format!("{coalition} ").into_bytes()
}

/// The number behind the prefix of a key.
pub(super) fn number_of(key: &[u8]) -> Option<u64> {
    let (_, number) = key.split_at_checked(key.len().checked_sub(size_of::<u64>())?)?;
    Some(u64::from_be_bytes(number.try_into().ok()?))
}

/// A measurement as JSON. Errors: `TooLarge`.
pub(super) fn json(measurement: &Measurement) -> Result<Vec<u8>, StoreError> {
    let json = row::json(measurement)?;
    row::fits(json.len(), || EntityRef::Coalition(measurement.coalition.clone()))?;
    Ok(json)
}

/// A measurement as it is stored: its key, and what is sealed under it.
pub(super) type Stored = (Vec<u8>, Vec<u8>);

/// Gives each measurement its key, behind the last one of its coalition, and seals it there.
pub(super) fn placed(
    measured: &[(CoalitionId, Vec<u8>)],
    last: impl Fn(&[u8]) -> Result<Option<u64>, StoreError>,
) -> Result<Vec<Stored>, StoreError> {
    let mut numbers: BTreeMap<&CoalitionId, u64> = BTreeMap::new();
    let mut placed = Vec::with_capacity(measured.len());
    for (coalition, json) in measured {
        let mut key = prefix(coalition);
        let before = match numbers.get(coalition) {
            Some(number) => *number,
            None => last(&key)?.unwrap_or(0),
        };
        numbers.insert(coalition, before + 1);
        key.extend((before + 1).to_be_bytes());
        let sealed = row::sealed(&key, json);
        placed.push((key, sealed));
    }
    Ok(placed)
}

fn decode(key: &[u8], sealed: &[u8]) -> Result<Measurement, StoreError> {
    let read = row::unseal(key, sealed).and_then(|json| serde_json::from_slice::<Measurement>(json).ok());
    let own = read.filter(|it| key.starts_with(&prefix(&it.coalition)));
    own.ok_or(StoreError::Corrupt { what: Record::Measurements })
}
