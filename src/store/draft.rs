//! A batch on its way into the log: checked against the sequence, numbered, and written out as bytes.

use super::personal::{self, Effect, Personal};
use super::row::{self, FORMAT, Row};
use super::{Actor, Batch, StoreError};
use crate::model::{Change, PersonId};
use time::{OffsetDateTime, UtcOffset};

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
}

/// What to write: all of it, in one go.
#[derive(Default)]
pub(super) struct Encoded {
    /// Sequence and sealed row.
    pub rows: Vec<(u64, Vec<u8>)>,
    /// Sealed personal values; absent: erase.
    pub personal: Vec<(PersonId, Option<Vec<u8>>)>,
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
        Self { expected, rows, effects }
    }

    /// A whole log that was exported before, for an empty store. Rows of an export hold no personal values; somebody may have
    /// written them in, so they are taken out again, and kept apart unless the lines for people say otherwise.
    pub fn imported(rows: Vec<Row>, people: Vec<(PersonId, Personal)>) -> Self {
        let mut effects = Vec::new();
        let keep = |Row { at, actor, batch, mut change, .. }| {
            let found = personal::split(&mut change);
            effects.extend(found.filter(|it| !matches!(it, Effect::Keep(_, values) if values.is_blank())));
            DraftRow { at, actor, batch: Some(batch), change }
        };
        let rows = rows.into_iter().map(keep).collect();
        effects.extend(people.into_iter().map(|(id, values)| Effect::Keep(id, Box::new(values))));
        Self { expected: Some(0), rows, effects }
    }

    /// How many changes.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Numbers and writes out, after `last`. Errors: `Conflict`, `TooLarge`.
    pub fn encode(self, last: u64) -> Result<Encoded, StoreError> {
        if let Some(expected) = self.expected.filter(|expected| *expected != last) {
            return Err(StoreError::Conflict { expected, actual: last });
        }
        let mut encoded = Encoded::default();
        for (sequence, DraftRow { at, actor, batch, change }) in (last + 1..).zip(self.rows) {
            let row = Row { v: FORMAT, at, actor, batch: batch.unwrap_or(last + 1), change };
            encoded.rows.push((sequence, row::encode(sequence, &row)?));
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
