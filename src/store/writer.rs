//! The one writer: takes what waits, writes it in one transaction, syncs once, then acknowledges all.
//!
//! Why: a sync costs the same for one batch as for a hundred. A group is more than one batch only when several threads append
//! to one store; the desk appends one batch at a time and waits for it, so behind it every batch has a sync of its own.
//! Never: acknowledges anything after a write that failed.

use super::draft::{Draft, Encoded};
use super::embedded::{SEQUENCE_KEY, Status, Trees};
use super::witness::Witness;
use super::{StoreError, measurements};
use sled::Transactional;
use sled::transaction::{ConflictableTransactionError, TransactionError};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::File;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, SyncSender};

/// Changes after which a group is closed; a larger batch is a group by itself.
const GROUP_CHANGES_MAX: usize = 10_000;

/// A batch that waits, and where to answer.
pub(super) struct Job {
    pub draft: Draft,
    pub reply: SyncSender<Result<u64, StoreError>>,
}

/// The writer's own state.
pub(super) struct Writer {
    trees: Trees,
    status: Arc<Status>,
    sequence: u64,
    witness: Witness,
    /// The file of sled, to be synced.
    file: File,
    /// Where sled puts very large pages, and which of these files are synced.
    blobs: PathBuf,
    blobs_synced: BTreeSet<OsString>,
}

impl Writer {
    pub fn new(trees: Trees, status: Arc<Status>, witness: Witness, sequence: u64) -> Result<Self, StoreError> {
        let path = trees.directory.join("db");
        let file = File::open(&path).map_err(|error| StoreError::io(&path, error))?;
        let blobs = trees.directory.join("blobs");
        Ok(Self { trees, status, sequence, witness, file, blobs, blobs_synced: BTreeSet::new() })
    }

    /// Works until nobody can send any more.
    pub fn run(mut self, jobs: &Receiver<Job>) {
        while let Ok(first) = jobs.recv() {
            let mut changes = first.draft.len();
            let mut group = vec![first];
            while changes < GROUP_CHANGES_MAX {
                let Ok(job) = jobs.try_recv() else { break };
                changes += job.draft.len();
                group.push(job);
            }
            self.write(group);
        }
    }

    fn write(&mut self, group: Vec<Job>) {
        let mut last = self.sequence;
        let mut all = Encoded::default();
        let mut answers = Vec::with_capacity(group.len());
        let failed = self.status.failed.get().map(|cause| StoreError::Stopped { cause: Box::new(cause.clone()) });
        for Job { draft, reply } in group {
            let answer = failed.clone().map_or_else(|| draft.encode(last), Err).map(|encoded| {
                last = encoded.records.last().map_or(last, |(place, _)| place.last);
                all.records.extend(encoded.records);
                all.personal.extend(encoded.personal);
                all.measurements.extend(encoded.measurements);
                last
            });
            answers.push((reply, answer));
        }
        let written = if all.is_empty() { Ok(()) } else { self.commit(&all, last) };
        match &written {
            Ok(()) => {
                self.sequence = last;
                self.status.acknowledged.store(last, Ordering::Release);
            }
            Err(error) => {
                tracing::error!(%error, "the archive stopped: a write failed");
                // Set once: this branch is not reached when it was set before.
                drop(self.status.failed.set(error.clone()));
            }
        }
        for (reply, answer) in answers {
            // Who no longer waits has no use for the answer.
            drop(reply.send(answer.and_then(|last| written.clone().map(|()| last))));
        }
    }

    fn commit(&mut self, all: &Encoded, last: u64) -> Result<(), StoreError> {
        // sled panics on some failures of the disk; whoever waits must still get an answer.
        let done = std::panic::catch_unwind(AssertUnwindSafe(|| {
            self.transact(all, last)?;
            self.sync()?;
            self.witness.tell(last)
        }));
        done.unwrap_or_else(|_| {
            Err(StoreError::io(
                &self.trees.directory,
                std::io::Error::other("the embedded store gave up in the middle of a write"),
            ))
        })
    }

    fn transact(&self, all: &Encoded, last: u64) -> Result<(), StoreError> {
        let Trees { log, personal, meta, measurements, .. } = &self.trees;
        // Nobody else writes them, so the last number stays the last one.
        let last_number =
            |prefix: &[u8]| Ok(self.trees.last_measurement(prefix)?.and_then(|(key, _)| measurements::number_of(&key)));
        let placed = measurements::placed(&all.measurements, last_number)?;
        let done = (log, personal, meta, measurements).transaction(|(log, personal, meta, measurements)| {
            for (place, sealed) in &all.records {
                log.insert(place.key(), sealed.as_slice())?;
            }
            for (person, sealed) in &all.personal {
                match sealed {
                    Some(sealed) => personal.insert(person.0.as_bytes(), sealed.as_slice())?,
                    None => personal.remove(person.0.as_bytes())?,
                };
            }
            for (key, sealed) in &placed {
                measurements.insert(key.as_slice(), sealed.as_slice())?;
            }
            meta.insert(SEQUENCE_KEY, &last.to_be_bytes())?;
            Ok::<(), ConflictableTransactionError<std::convert::Infallible>>(())
        });
        done.map_err(|error| match error {
            TransactionError::Abort(never) => match never {},
            TransactionError::Storage(error) => self.trees.fault(error),
        })
    }

    /// Everything down to the disk: sled's own flush hands the bytes to the system, fsync makes them last.
    fn sync(&mut self) -> Result<(), StoreError> {
        self.trees.db.flush().map_err(|error| self.trees.fault(error))?;
        self.sync_blobs().map_err(|error| StoreError::io(&self.blobs, error))?;
        self.file.sync_data().map_err(|error| StoreError::io(&self.trees.directory, error))
    }

    fn sync_blobs(&mut self) -> std::io::Result<()> {
        let mut present = BTreeSet::new();
        for entry in std::fs::read_dir(&self.blobs)? {
            present.insert(entry?.file_name());
        }
        if present.is_subset(&self.blobs_synced) {
            return Ok(());
        }
        for name in present.difference(&self.blobs_synced) {
            match File::open(self.blobs.join(name)) {
                Ok(file) => file.sync_all()?,
                // sled removes a page file that nothing refers to any more.
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
        File::open(&self.blobs)?.sync_all()?;
        self.blobs_synced = present;
        Ok(())
    }
}
