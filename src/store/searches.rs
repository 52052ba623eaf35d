//! How often was searched in vain: a count for each coalition, month and need, beside the log.
//!
//! Why beside it: a search changes nothing in the register, has no undo, and may come a thousand times a day.
//! Never: who searched, or what was typed.

use super::{Record, Store, StoreError, row};
use crate::model::{CoalitionId, NeedCode, Searched, YearMonth};
use std::collections::BTreeMap;

/// Counts by what was searched for.
pub type SearchCounts = BTreeMap<Searched, u64>;

impl Store {
    /// All counts that were kept. Errors: `Corrupt`, `Io`, `Stopped`. Cost: O(counts).
    pub fn searches(&self) -> Result<SearchCounts, StoreError> {
        let mut counts = SearchCounts::new();
        let mut visit = |key: &[u8], sealed: &[u8]| {
            let (searched, times) = decode(key, sealed).ok_or(StoreError::Corrupt { what: Record::Searches })?;
            counts.insert(searched, times);
            Ok(())
        };
        match self {
            Self::Memory(it) => it.searches(&mut visit),
            Self::Sled(it) => it.searches(&mut visit),
        }?;
        Ok(counts)
    }

    /// Keeps counts, all or none, over what was kept of the same before; the others stay. Takes whole numbers and not what came
    /// in since, so that keeping them twice counts nothing twice.
    ///
    /// Errors: `DiskFull`, `Io`, `Stopped`. Cost: one sync of the disk. It blocks.
    pub fn keep_searches(&self, counts: &SearchCounts) -> Result<(), StoreError> {
        if counts.is_empty() {
            return Ok(());
        }
        let rows = counts.iter().map(|(searched, times)| {
            let key = key(searched);
            let sealed = row::sealed(&key, times.to_string().as_bytes());
            (key, sealed)
        });
        match self {
            Self::Memory(it) => it.keep_searches(rows.collect()),
            Self::Sled(it) => it.keep_searches(rows.collect())?,
        }
        Ok(())
    }
}

/// What sees a count: its key and its sealed bytes.
pub(super) type VisitSearches<'a> = dyn FnMut(&[u8], &[u8]) -> Result<(), StoreError> + 'a;

/// Neither a slug nor a month holds a space.
fn key(Searched { coalition, month, need }: &Searched) -> Vec<u8> {
    format!("{coalition} {month} {need}").into_bytes()
}

fn decode(key: &[u8], sealed: &[u8]) -> Option<(Searched, u64)> {
    let times = std::str::from_utf8(row::unseal(key, sealed)?).ok()?.parse().ok()?;
    let mut parts = std::str::from_utf8(key).ok()?.split(' ');
    let coalition = CoalitionId::new(parts.next()?).ok()?;
    let month = YearMonth::parse(parts.next()?)?;
    let need = NeedCode::new(parts.next()?).ok()?;
    parts.next().is_none().then_some((Searched { coalition, month, need }, times))
}
