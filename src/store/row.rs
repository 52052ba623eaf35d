//! One row of the log: how it is written, sealed, and read back, whatever the format it was written in.

use super::{Actor, Record, StoreError};
use crate::model::{Change, EntityRef, PersonId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use time::OffsetDateTime;

/// Format of the rows and of the store as a whole that this program writes.
///
/// 1: a record holds one change. 2: a record may hold many changes of one batch, under `changes`.
pub const FORMAT: u32 = 2;
/// Largest row or personal value, in bytes: a consultation with a thousand participants fits, and the embedded store keeps
/// such values inside its one file.
pub const ROW_BYTES_MAX: usize = 64 * 1024;
/// Length of the seal behind every value, in bytes.
const SEAL_BYTES: usize = 16;

/// Brings a row of format n (place n − 1 in the list) to format n + 1. An entry is never changed after its release.
const UPCASTERS: [fn(Value) -> Value; FORMAT as usize - 1] = [to_format_2];

/// A row of one change is one of format 2 as well.
fn to_format_2(value: Value) -> Value {
    value
}

/// What sees a record: its place and its sealed bytes.
pub(super) type Visit<'a> = dyn FnMut(Place, &[u8]) -> Result<(), StoreError> + 'a;

/// What sees somebody's sealed personal values.
pub(super) type VisitPersonal<'a> = dyn FnMut(PersonId, &[u8]) -> Result<(), StoreError> + 'a;

/// Which changes a record holds, by sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub last: u64,
    pub count: u32,
}

impl Place {
    /// Of one change.
    pub fn one(sequence: u64) -> Self {
        Self { last: sequence, count: 1 }
    }
    /// Its first change.
    pub fn first(self) -> u64 {
        (self.last + 1).saturating_sub(u64::from(self.count))
    }
    /// How a record is named in the log: its last sequence, and how many changes it holds when that is not one. So the first
    /// record from a name on is the one that holds a change.
    pub fn key(self) -> Vec<u8> {
        let mut key = self.last.to_be_bytes().to_vec();
        if self.count != 1 {
            key.extend(self.count.to_be_bytes());
        }
        key
    }
    /// The place of a record by its name.
    pub fn of_key(key: &[u8]) -> Option<Self> {
        let (last, count) = key.split_at_checked(size_of::<u64>())?;
        let count = if count.is_empty() { 1 } else { u32::from_be_bytes(count.try_into().ok()?) };
        let last = u64::from_be_bytes(last.try_into().ok()?);
        (count > 0 && u64::from(count) <= last).then_some(Self { last, count })
    }
}

/// A record as it is kept: one change, or many of one batch. Personal values are not in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Row {
    pub v: u32,
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    pub actor: Actor,
    /// Sequence of the first change of its batch.
    pub batch: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
}

impl Row {
    /// How many changes.
    pub fn len(&self) -> usize {
        self.changes.len() + usize::from(self.change.is_some())
    }
    /// Its changes with their sequences.
    pub fn numbered(self, place: Place) -> impl Iterator<Item = (u64, Change)> {
        (place.first()..).zip(self.change.into_iter().chain(self.changes))
    }
}

/// A row of one change on its way out.
#[derive(Debug, Serialize)]
pub(super) struct RowOut<'a> {
    pub v: u32,
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    pub actor: &'a Actor,
    pub batch: u64,
    pub change: &'a Change,
}

/// What stands before many changes.
#[derive(Debug, Serialize)]
pub(super) struct PackHead<'a> {
    pub v: u32,
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    pub actor: &'a Actor,
    pub batch: u64,
}

/// Writes and seals a row of one change. Errors: `TooLarge`.
pub(super) fn encode(place: Place, row: &RowOut<'_>) -> Result<Vec<u8>, StoreError> {
    seal(&place.key(), || row.change.reference(), row)
}

/// Reads a sealed record. Errors: `Corrupt`, `NewerFormat`.
pub(super) fn decode(place: Place, sealed: &[u8]) -> Result<Row, StoreError> {
    let corrupt = || StoreError::Corrupt { what: Record::Change(place.last) };
    let json = unseal(&place.key(), sealed).ok_or_else(corrupt)?;
    let row = match serde_json::from_slice::<Row>(json) {
        Ok(row) if (1..=FORMAT).contains(&row.v) => row,
        _ => from_value(serde_json::from_slice(json).map_err(|_| corrupt())?)?.ok_or_else(corrupt)?,
    };
    if row.len() == place.count as usize { Ok(row) } else { Err(corrupt()) }
}

/// Reads a row of any known format. Gives nothing when it is no row. Errors: `NewerFormat`.
pub(super) fn from_value(mut value: Value) -> Result<Option<Row>, StoreError> {
    let Some(found) = value.get("v").and_then(Value::as_u64).and_then(|v| u32::try_from(v).ok()) else { return Ok(None) };
    if found > FORMAT {
        return Err(StoreError::NewerFormat { found, known: FORMAT });
    }
    let Some(first) = found.checked_sub(1) else { return Ok(None) };
    for upcast in UPCASTERS.iter().skip(first as usize) {
        value = upcast(value);
    }
    Ok(serde_json::from_value(value).ok().filter(|row: &Row| row.len() > 0))
}

/// Writes a value as JSON with a seal: the first 64 bits of SHA-256 over its place and its bytes, so that a changed byte or
/// a swapped record is seen.
pub(super) fn seal(place: &[u8], what: impl Fn() -> EntityRef, value: &impl Serialize) -> Result<Vec<u8>, StoreError> {
    let json = json(value)?;
    fits(json.len(), what)?;
    Ok(sealed(place, &json))
}

/// A value as JSON.
pub(super) fn json(value: &impl Serialize) -> Result<Vec<u8>, StoreError> {
    let mut json = Vec::with_capacity(512);
    json_into(&mut json, value).map(|()| json)
}

/// A value as JSON, behind what is there.
pub(super) fn json_into(json: &mut Vec<u8>, value: &impl Serialize) -> Result<(), StoreError> {
    serde_json::to_writer(json, value).map_err(|error| StoreError::io("store".as_ref(), error.into()))
}

/// Is it small enough? Errors: `TooLarge`.
pub(super) fn fits(bytes: usize, what: impl Fn() -> EntityRef) -> Result<(), StoreError> {
    if bytes > ROW_BYTES_MAX {
        return Err(StoreError::TooLarge { what: what(), bytes, bytes_max: ROW_BYTES_MAX });
    }
    Ok(())
}

/// JSON with its seal behind it.
pub(super) fn sealed(place: &[u8], json: &[u8]) -> Vec<u8> {
    [json, &seal_of(place, json)].concat()
}

/// The JSON of a sealed value; nothing when the seal does not fit.
pub(super) fn unseal<'a>(place: &[u8], sealed: &'a [u8]) -> Option<&'a [u8]> {
    let (json, seal) = sealed.split_at_checked(sealed.len().checked_sub(SEAL_BYTES)?)?;
    (seal == seal_of(place, json)).then_some(json)
}

/// The seal of bytes at a place.
pub(super) fn seal_of(place: &[u8], json: &[u8]) -> [u8; SEAL_BYTES] {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let digest = Sha256::new().chain_update(place).chain_update(json).finalize();
    std::array::from_fn(|at| HEX[usize::from(if at % 2 == 0 { digest[at / 2] >> 4 } else { digest[at / 2] & 15 })])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::OrganisationId;

    fn row() -> Row {
        let change = change();
        Row {
            v: FORMAT,
            at: OffsetDateTime::UNIX_EPOCH,
            actor: Actor::LOCAL,
            batch: 7,
            change: Some(change),
            changes: Vec::new(),
        }
    }

    fn change() -> Change {
        Change::Remove(EntityRef::Organisation(OrganisationId::from_key("a")))
    }

    fn encode(sequence: u64, v: u32) -> Result<Vec<u8>, StoreError> {
        let (actor, change) = (&Actor::LOCAL, &change());
        super::encode(Place::one(sequence), &RowOut { v, at: OffsetDateTime::UNIX_EPOCH, actor, batch: 7, change })
    }

    #[test]
    fn a_record_is_found_by_any_change_that_it_holds() {
        let places = [Place::one(7), Place { last: 9, count: 2 }, Place::one(10)];
        let keys = places.map(Place::key);
        assert!(keys.is_sorted());
        assert_eq!(keys.clone().map(|key| Place::of_key(&key)), places.map(Some));
        for (wanted, found) in [(7u64, 0), (8, 1), (9, 1), (10, 2)] {
            assert_eq!(keys.iter().position(|key| key[..] >= wanted.to_be_bytes()[..]), Some(found), "change {wanted}");
        }
        assert_eq!(Place { last: 1, count: 2 }.first(), 0, "and it is no place");
        assert_eq!(Place::of_key(&Place { last: 1, count: 2 }.key()), None);
    }

    #[test]
    fn no_byte_of_a_row_can_change_unseen() {
        let sealed = encode(9, FORMAT).expect("small enough");
        assert_eq!(decode(Place::one(9), &sealed).expect("a row"), row());
        for at in 0..sealed.len() {
            for bit in 0..8 {
                let mut changed = sealed.clone();
                changed[at] ^= 1 << bit;
                assert!(
                    matches!(decode(Place::one(9), &changed), Err(StoreError::Corrupt { what: Record::Change(9) })),
                    "byte {at}"
                );
            }
            assert!(decode(Place::one(9), &sealed[..at]).is_err(), "cut off at {at}");
        }
        assert!(decode(Place::one(10), &sealed).is_err(), "at the place of another");
    }

    #[test]
    fn a_row_of_a_newer_format_is_told() {
        let sealed = encode(9, FORMAT + 1).expect("small enough");
        let error = decode(Place::one(9), &sealed).expect_err("newer");
        assert!(matches!(error, StoreError::NewerFormat { found, known: FORMAT } if found == FORMAT + 1), "{error}");
    }
}
