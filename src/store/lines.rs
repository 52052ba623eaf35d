//! The log as lines of JSON: a backup that any program can read, and the way from one back end to another.
//!
//! A head line, then every row as it is kept, then the personal values, so that a log can be handed on without them, then the
//! measurements that were kept.

use super::draft::Draft;
use super::personal::{self, Personal};
use super::row::{self, FORMAT, RowOut};
use super::{Store, StoreError};
use crate::model::{Catalogue, Measurement, PersonId, Register};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, Write};
use std::sync::Arc;

/// What the head line says a file is.
const KIND: &str = "kortelijnen-log";
/// How the file is called in errors; only the caller knows its path.
const EXPORT: &str = "export";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    kind: String,
    format: u32,
    /// Number of changes.
    rows: u64,
    /// Number of people with personal values.
    persons: usize,
    /// Number of measurements that were kept; absent: none, as in what earlier programs wrote.
    #[serde(default, skip_serializing_if = "is_zero")]
    measurements: usize,
}

fn is_zero(number: &usize) -> bool {
    *number == 0
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Line {
    Row(serde_json::Value),
    Person { id: PersonId, values: Personal },
    Measurement(Box<Measurement>),
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum LineOut<'a> {
    Row(RowOut<'a>),
    Person { id: PersonId, values: &'a Personal },
    Measurement(&'a Measurement),
}

impl Store {
    /// Writes the whole log as lines.
    ///
    /// Takes: where to. Gives: number of changes written. Errors: `Corrupt`, `NewerFormat`, `Stopped`, `DiskFull`, `Io`.
    /// Cost: O(changes + measurements) time, O(people + measurements) memory.
    pub fn export_lines(&self, mut out: impl Write) -> Result<u64, StoreError> {
        let last = self.sequence();
        let mut people = BTreeSet::new();
        self.records(1, last, &mut |place, sealed| {
            people.extend(row::decode(place, sealed)?.numbered(place).filter_map(|(_, change)| personal::person_of(&change)));
            Ok(())
        })?;
        let mut values = BTreeMap::new();
        for id in people {
            if let Some(found) = self.personal(id)? {
                values.insert(id, found);
            }
        }
        let failed = |error| StoreError::io(EXPORT.as_ref(), error);
        let measured = self.all_measurements()?;
        let (persons, measurements) = (values.len(), measured.len());
        let head = Head { kind: KIND.to_owned(), format: FORMAT, rows: last, persons, measurements };
        out.write_all(&to_line(&head)?).map_err(failed)?;
        self.records(1, last, &mut |place, sealed| {
            let row = row::decode(place, sealed)?;
            let (at, actor, batch) = (row.at, row.actor.clone(), row.batch);
            for (_, change) in row.numbered(place) {
                let line = LineOut::Row(RowOut { v: FORMAT, at, actor: &actor, batch, change: &change });
                out.write_all(&to_line(&line)?).map_err(failed)?;
            }
            Ok(())
        })?;
        for (id, values) in values {
            out.write_all(&to_line(&LineOut::Person { id, values: &values })?).map_err(failed)?;
        }
        for measurement in &measured {
            out.write_all(&to_line(&LineOut::Measurement(measurement))?).map_err(failed)?;
        }
        out.flush().map_err(failed)?;
        Ok(last)
    }

    /// Fills an empty store from lines, all or nothing.
    ///
    /// Takes: lines of this or an older format, and the catalogue that the changes must fit. Gives: number of changes.
    /// Errors: `NotEmpty`, `BadLine`, `NewerFormat`, `Misfit`, and those of `append`. Cost: O(file) memory.
    pub fn import_lines(&self, lines: impl BufRead, catalogue: Arc<Catalogue>) -> Result<u64, StoreError> {
        if self.sequence() > 0 {
            return Err(StoreError::NotEmpty { changes: self.sequence() });
        }
        let (rows, people, measurements) = read(lines)?;
        let mut register = Register::new(catalogue);
        for (sequence, change) in (1..).zip(rows.iter().flat_map(|row| row.change.iter().chain(&row.changes))) {
            register.apply(change).map_err(|fault| StoreError::Misfit { sequence, fault })?;
        }
        self.write(Draft::imported(rows, people, measurements))
    }
}

fn to_line(value: &impl Serialize) -> Result<Vec<u8>, StoreError> {
    let mut line = serde_json::to_vec(value).map_err(|error| StoreError::io(EXPORT.as_ref(), error.into()))?;
    line.push(b'\n');
    Ok(line)
}

type Contents = (Vec<row::Row>, Vec<(PersonId, Personal)>, Vec<Measurement>);

fn read(lines: impl BufRead) -> Result<Contents, StoreError> {
    let bad = |line| StoreError::BadLine { line };
    let mut lines = (1..).zip(lines.lines());
    let mut next = || lines.next().map(|(at, line)| line.map(|line| (at, line)).map_err(|_| bad(at))).transpose();
    let (_, head) = next()?.ok_or(bad(1))?;
    let head: Head = serde_json::from_str(&head).map_err(|_| bad(1))?;
    if head.kind != KIND {
        return Err(bad(1));
    }
    if head.format > FORMAT {
        return Err(StoreError::NewerFormat { found: head.format, known: FORMAT });
    }
    let (mut rows, mut people, mut measurements, mut read) = (Vec::new(), Vec::new(), Vec::new(), 1);
    while let Some((at, line)) = next()? {
        match serde_json::from_str(&line).map_err(|_| bad(at))? {
            Line::Row(value) => rows.push(row::from_value(value)?.ok_or(bad(at))?),
            Line::Person { id, values } => people.push((id, values)),
            Line::Measurement(measurement) => measurements.push(*measurement),
        }
        read = at;
    }
    let changes = rows.iter().map(|row| row.len() as u64).sum::<u64>();
    if (changes, people.len(), measurements.len()) != (head.rows, head.persons, head.measurements) {
        return Err(bad(read));
    }
    Ok((rows, people, measurements))
}
