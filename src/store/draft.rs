//! A batch on its way into the log: checked against the sequence, numbered, and written out as bytes.

use super::personal::{self, Effect, Personal};
use super::row::{self, FORMAT, PackHead, Place, Row, RowOut};
use super::{Actor, Batch, StoreError, measurements};
use crate::model::{Change, CoalitionId, Measurement, PersonId};
use time::{OffsetDateTime, UtcOffset};

/// A batch of at least so many changes is kept many changes to a record: written and read some ten times as fast. Smaller ones
/// keep a record a change.
const PACKED_CHANGES_MIN: usize = 256;
/// A record of many changes is closed beyond so many bytes. sled keeps up to 17 records on a page, and puts a page of more than
/// 128 KiB in a file of its own, each to be synced by itself.
const PACK_BYTES: usize = 4 * 1024;

/// One change that waits for its sequence.
pub(super) struct DraftRow {
    pub at: OffsetDateTime,
    pub actor: Actor,
    /// First sequence of its batch; absent: that of this draft.
    pub batch: Option<u64>,
    pub change: Change,
}

/// Changes that are kept together, personal values taken out.
pub(super) struct Draft {
    expected: Option<u64>,
    rows: Vec<DraftRow>,
    effects: Vec<Effect>,
    measurements: Vec<Measurement>,
}

/// What to write: all of it, in one go.
#[derive(Default)]
pub(super) struct Encoded {
    /// Sealed records of the log, and where each stands.
    pub records: Vec<(Place, Vec<u8>)>,
    /// Sealed personal values; absent: erase.
    pub personal: Vec<(PersonId, Option<Vec<u8>>)>,
    /// Measurements as JSON, in order; the back end gives each its place.
    pub measurements: Vec<(CoalitionId, Vec<u8>)>,
}

impl Encoded {
    /// Is there nothing to write?
    pub fn is_empty(&self) -> bool {
        self.records.is_empty() && self.personal.is_empty() && self.measurements.is_empty()
    }
}

impl Draft {
    /// A batch as a user made it.
    pub fn new(expected: Option<u64>, batch: Batch) -> Self {
        let Batch { at, actor, changes } = batch;
        let at = at.to_offset(UtcOffset::UTC);
        let mut effects = Vec::new();
        let rows = changes
            .into_iter()
            .map(|mut change| {
                effects.extend(personal::split(&mut change));
                DraftRow { at, actor: actor.clone(), batch: None, change }
            })
            .collect();
        Self { expected, rows, effects, measurements: Vec::new() }
    }

    /// A whole log that was exported before, for an empty store. Rows of an export hold no personal values; somebody may have
    /// written them in, so they are taken out again, and kept apart unless the lines for people say otherwise.
    pub fn imported(rows: Vec<Row>, people: Vec<(PersonId, Personal)>, measurements: Vec<Measurement>) -> Self {
        let mut effects = Vec::new();
        let mut kept = Vec::new();
        for Row { at, actor, batch, change, changes, .. } in rows {
            for mut change in change.into_iter().chain(changes) {
                let found = personal::split(&mut change);
                effects.extend(found.filter(|it| !matches!(it, Effect::Keep(_, values) if values.is_blank())));
                kept.push(DraftRow { at, actor: actor.clone(), batch: Some(batch), change });
            }
        }
        effects.extend(people.into_iter().map(|(id, values)| Effect::Keep(id, Box::new(values))));
        Self { expected: Some(0), rows: kept, effects, measurements }
    }

    /// Measurements alone: they change nothing, whatever the sequence is.
    pub fn measured(measurements: Vec<Measurement>) -> Self {
        Self { expected: None, rows: Vec::new(), effects: Vec::new(), measurements }
    }

    /// How many changes and measurements.
    pub fn len(&self) -> usize {
        self.rows.len() + self.measurements.len()
    }

    /// Numbers and writes out, after `last`. Errors: `Conflict`, `TooLarge`.
    pub fn encode(self, last: u64) -> Result<Encoded, StoreError> {
        if let Some(expected) = self.expected.filter(|expected| *expected != last) {
            return Err(StoreError::Conflict { expected, actual: last });
        }
        let mut encoded = Encoded::default();
        let mut sequence = last;
        for group in self.rows.chunk_by(|a, b| a.batch == b.batch && a.at == b.at && a.actor == b.actor) {
            let batch = group.first().and_then(|row| row.batch).unwrap_or(last + 1);
            if group.len() < PACKED_CHANGES_MIN {
                for DraftRow { at, actor, change, .. } in group {
                    sequence += 1;
                    let row = RowOut { v: FORMAT, at: *at, actor, batch, change };
                    encoded.records.push((Place::one(sequence), row::encode(Place::one(sequence), &row)?));
                }
            } else {
                pack(group, batch, &mut sequence, &mut encoded.records)?;
            }
        }
        for measurement in &self.measurements {
            encoded.measurements.push((measurement.coalition.clone(), measurements::json(measurement)?));
        }
        for effect in self.effects {
            encoded.personal.push(match effect {
                Effect::Keep(id, values) => (id, Some(personal::encode(id, &values)?)),
                Effect::Erase(id) => (id, None),
            });
        }
        Ok(encoded)
    }
}

/// Writes the changes of one large batch, many to a record.
fn pack(group: &[DraftRow], batch: u64, sequence: &mut u64, records: &mut Vec<(Place, Vec<u8>)>) -> Result<(), StoreError> {
    let Some(first) = group.first() else { return Ok(()) };
    let head = row::json(&PackHead { v: FORMAT, at: first.at, actor: &first.actor, batch })?;
    // The head without its closing brace, then the changes as they come.
    let begin = [&head[..head.len() - 1], b",\"changes\":["].concat();
    let (mut json, mut count) = (begin.clone(), 0);
    for (at, row) in group.iter().enumerate() {
        let from = json.len();
        row::json_into(&mut json, &row.change)?;
        row::fits(json.len() - from + begin.len(), || row.change.reference())?;
        count += 1;
        if json.len() >= PACK_BYTES || at + 1 == group.len() {
            json.extend(b"]}");
            *sequence += u64::from(count);
            let place = Place { last: *sequence, count };
            records.push((place, row::sealed(&place.key(), &json)));
            (json, count) = (begin.clone(), 0);
        } else {
            json.push(b',');
        }
    }
    Ok(())
}
