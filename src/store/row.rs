//! One row of the log: how it is written, sealed, and read back, whatever the format it was written in.

use super::{Actor, Record, StoreError};
use crate::model::{Change, EntityRef};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use time::OffsetDateTime;

/// Format of the rows and of the store as a whole that this program writes.
pub const FORMAT: u32 = 1;
/// Largest row or personal value, in bytes: a consultation with a thousand participants fits, and the embedded store keeps
/// such values inside its one file.
pub const ROW_BYTES_MAX: usize = 64 * 1024;
/// Length of the seal behind every value, in bytes.
const SEAL_BYTES: usize = 16;

/// Brings a row of format n (place n − 1 in the list) to format n + 1. An entry is never changed after its release.
const UPCASTERS: [fn(Value) -> Value; FORMAT as usize - 1] = [];

/// What sees a row: its sequence and its sealed bytes.
pub(super) type Visit<'a> = dyn FnMut(u64, &[u8]) -> Result<(), StoreError> + 'a;

/// A row as it is kept. Personal values are not in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Row {
    pub v: u32,
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    pub actor: Actor,
    /// Sequence of the first row of its batch.
    pub batch: u64,
    pub change: Change,
}

/// Writes and seals a row. Errors: `TooLarge`.
pub(super) fn encode(sequence: u64, row: &Row) -> Result<Vec<u8>, StoreError> {
    seal(&sequence.to_be_bytes(), || row.change.reference(), row)
}

/// Reads a sealed row. Errors: `Corrupt`, `NewerFormat`.
pub(super) fn decode(sequence: u64, sealed: &[u8]) -> Result<Row, StoreError> {
    let corrupt = || StoreError::Corrupt { what: Record::Change(sequence) };
    let json = unseal(&sequence.to_be_bytes(), sealed).ok_or_else(corrupt)?;
    match serde_json::from_slice::<Row>(json) {
        Ok(row) if row.v == FORMAT => Ok(row),
        _ => from_value(serde_json::from_slice(json).map_err(|_| corrupt())?)?.ok_or_else(corrupt),
    }
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
    Ok(serde_json::from_value(value).ok())
}

/// Writes a value as JSON with a seal: the first 64 bits of SHA-256 over its place and its bytes, so that a changed byte or
/// a swapped record is seen.
pub(super) fn seal(place: &[u8], what: impl Fn() -> EntityRef, value: &impl Serialize) -> Result<Vec<u8>, StoreError> {
    let json = serde_json::to_vec(value).map_err(|error| StoreError::io("store".as_ref(), error.into()))?;
    if json.len() > ROW_BYTES_MAX {
        return Err(StoreError::TooLarge { what: what(), bytes: json.len(), bytes_max: ROW_BYTES_MAX });
    }
    Ok([&json[..], &seal_of(place, &json)].concat())
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
        let change = Change::Remove(EntityRef::Organisation(OrganisationId::from_key("a")));
        Row { v: FORMAT, at: OffsetDateTime::UNIX_EPOCH, actor: Actor::LOCAL, batch: 7, change }
    }

    #[test]
    fn no_byte_of_a_row_can_change_unseen() {
        let sealed = encode(9, &row()).expect("small enough");
        assert_eq!(decode(9, &sealed).expect("a row"), row());
        for at in 0..sealed.len() {
            for bit in 0..8 {
                let mut changed = sealed.clone();
                changed[at] ^= 1 << bit;
                assert!(matches!(decode(9, &changed), Err(StoreError::Corrupt { what: Record::Change(9) })), "byte {at}");
            }
            assert!(decode(9, &sealed[..at]).is_err(), "cut off at {at}");
        }
        assert!(decode(10, &sealed).is_err(), "at the place of another");
    }

    #[test]
    fn a_row_of_a_newer_format_is_told() {
        let sealed = encode(9, &Row { v: FORMAT + 1, ..row() }).expect("small enough");
        let error = decode(9, &sealed).expect_err("newer");
        assert!(matches!(error, StoreError::NewerFormat { found, known: FORMAT } if found == FORMAT + 1), "{error}");
    }
}
