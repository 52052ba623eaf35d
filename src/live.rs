//! THE DESK: the only state: a frozen snapshot for everybody who reads, and one writer at a time.
//!
//! Why: readers never wait, and a reader sees one moment from the first line to the last.
//! Never: shows what is not on disk. A write is checked, built, kept, and only then shown; a failure before the last step
//! leaves readers on the old snapshot and the archive without half a change.

mod searches;

pub use searches::Searches;

use crate::model::{Catalogue, Change, CoalitionId, EntityRef, Fault, Measurement, Register};
use crate::store::Pending;
use arc_swap::ArcSwap;
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};
use time::OffsetDateTime;

pub use crate::store::{About, Actor, Batch, HistoryQuery, HistoryRow, Store, StoreError};

/// Everything that a reader needs, at one moment. It never changes.
#[derive(Debug)]
pub struct Snapshot {
    /// What is claimed.
    pub register: Register,
}

impl Snapshot {
    /// Freezes a register. Nothing is derived here: networks are frozen for each question, and finished maps are kept by
    /// whoever serves them, under the version they were made from.
    pub fn new(register: Register) -> Self {
        Self { register }
    }
    /// Sequence of its last change: the version of every answer made from it.
    pub fn sequence(&self) -> u64 {
        self.register.sequence()
    }
}

/// What a writer saw of an entity: its revision, or that it was not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IfMatch {
    /// Which entity.
    pub what: EntityRef,
    /// The revision seen; absent: it was not there.
    pub revision: Option<u64>,
}

/// A write that is on disk and visible.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// Register sequence after it.
    pub sequence: u64,
    /// What to write to undo it, in this order.
    pub inverse: Vec<Change>,
    /// What it touched, each once, as it is after it: what an undo builds on.
    pub touched: Vec<IfMatch>,
}

/// Why nothing was written. Readers see what they saw before.
#[derive(Debug, Clone, thiserror::Error)]
pub enum WriteError {
    /// One change cannot be.
    #[error("change {} of the batch: {fault}", place + 1)]
    Fault {
        /// Its place in the batch, counted from 0.
        place: usize,
        /// What is wrong with it.
        fault: Fault,
    },
    /// Somebody changed it in between. Look again and repeat the change.
    #[error("{what} was changed in between; look again and repeat the change")]
    Stale {
        /// What was changed.
        what: EntityRef,
        /// The revision that the writer saw.
        expected: Option<u64>,
        /// The revision now; absent: it is not there.
        current: Option<u64>,
    },
    /// The archive did not take it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The register as this process serves it.
#[derive(Debug)]
pub struct Live {
    current: ArcSwap<Snapshot>,
    /// Held by whoever writes, from the check to the swap. The sync of the disk is in between, so writes through here come to
    /// the disk one by one, a sync each, and the archive has no queue to group.
    writer: Mutex<Store>,
    /// The same archive, for those who read its history and need not wait for a writer.
    archive: Store,
    /// Searches that nobody serves.
    searches: Arc<Searches>,
}

impl Live {
    /// Loads the register from an archive.
    ///
    /// Errors: those of `Store::load`. Cost: O(changes in the archive).
    pub fn open(store: Store, catalogue: Arc<Catalogue>) -> Result<Self, StoreError> {
        let register = store.load(catalogue)?;
        let searches = Arc::new(Searches::of(store.searches()?));
        let current = ArcSwap::from_pointee(Snapshot::new(register));
        Ok(Self { current, writer: Mutex::new(store.clone()), archive: store, searches })
    }

    /// The counts of searches that nobody serves.
    pub fn searches(&self) -> &Arc<Searches> {
        &self.searches
    }

    /// Puts the counts of searches on disk. Errors: those of `Store::keep_searches`; they stay here and go with the next time.
    pub fn keep_searches(&self) -> Result<(), StoreError> {
        self.searches.keep(&self.archive)
    }

    /// Measurements of a coalition that were kept, in the order in which they were. Reads the archive and does not hold up a writer.
    pub fn measurements(&self, coalition: &CoalitionId) -> Result<Vec<Measurement>, StoreError> {
        self.archive.measurements(coalition)
    }

    /// The last of these.
    pub fn last_measurement(&self, coalition: &CoalitionId) -> Result<Option<Measurement>, StoreError> {
        self.archive.last_measurement(coalition)
    }

    /// Keeps measurements behind those of before, all or none; they change nothing in the register. Errors: those of
    /// `Store::keep_measurements`. It blocks.
    pub fn keep_measurements(&self, measurements: Vec<Measurement>) -> Result<(), StoreError> {
        self.archive.keep_measurements(measurements)
    }

    /// The present moment. Never waits; take one and keep it to the end of an answer.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.current.load_full()
    }

    /// What was changed, newest first. Reads the archive and does not hold up a writer.
    pub fn history(&self, query: &HistoryQuery) -> Result<Vec<HistoryRow>, StoreError> {
        self.archive.history(query)
    }

    /// What users changed, at any time, and not only files that were loaded. Cost: one pass over the archive.
    pub fn changed_by_users(&self) -> Result<BTreeSet<EntityRef>, StoreError> {
        self.archive.changed_by_users()
    }

    /// Writes the whole archive as lines of JSON: a backup that any program can read. Gives the number of changes.
    pub fn export_lines(&self, out: impl std::io::Write) -> Result<u64, StoreError> {
        self.archive.export_lines(out)
    }

    /// Changes the register: all of it or nothing.
    ///
    /// Takes: who, when, what the writer saw of the entities it builds on, and the changes in order.
    /// Gives: once on disk and visible to the next `snapshot`, the new sequence, the inverse, and the revisions that the inverse
    /// builds on. No changes: nothing happens.
    /// Errors: `Stale`, `Fault`, `Store`; in each case readers and archive are as before. After a `Store` error of the disk
    /// the archive takes nothing more until it is opened again, and readers go on.
    /// Cost: that of its changes, and one sync of the disk, in which other writers wait; of the register only what is written is
    /// copied. It blocks: call it where blocking is allowed.
    pub fn write(&self, actor: Actor, at: OffsetDateTime, seen: &[IfMatch], changes: Vec<Change>) -> Result<Written, WriteError> {
        // Whatever panicked under the lock had not swapped yet, or had nothing left to do.
        let store = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let before = self.snapshot();
        for IfMatch { what, revision } in seen {
            let current = before.register.revision(what);
            if current != *revision {
                return Err(WriteError::Stale { what: what.clone(), expected: *revision, current });
            }
        }
        let mut register = before.register.clone();
        let inverse = register.apply_batch(&changes).map_err(|(place, fault)| WriteError::Fault { place, fault })?;
        if !actor.loads_files() {
            register.note_edits_since(before.sequence());
        }
        let references: BTreeSet<EntityRef> = changes.iter().map(Change::reference).collect();
        let now = |what: EntityRef| IfMatch { revision: register.revision(&what), what };
        let touched = references.into_iter().map(now).collect();
        let after = Snapshot::new(register);
        let sequence = store.append(Some(before.sequence()), Batch { at, actor, changes })?;
        self.current.store(Arc::new(after));
        Ok(Written { sequence, inverse, touched })
    }

    /// Changes the register by many batches, each all of it or nothing: for files that are too large for one.
    ///
    /// Takes: who, when, the batches in order, and whom to tell how many changes are on disk; `Break` stops after what is kept.
    /// Gives: the register sequence after the last batch that is kept; that is what the next `snapshot` shows. Readers see nothing of
    /// it before.
    /// Errors: `Fault`, with the place counted from the first change: the batches before it are kept and shown. `Store`: readers
    /// see what they saw, and the batches that were kept show when the archive is opened again.
    /// Cost: that of its changes; what is put on disk is prepared while the batch before it is written.
    pub fn write_batches(
        &self,
        actor: &Actor,
        at: OffsetDateTime,
        batches: &mut dyn Iterator<Item = Vec<Change>>,
        told: &mut dyn FnMut(usize) -> ControlFlow<()>,
    ) -> Result<u64, WriteError> {
        let store = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let before = self.snapshot();
        let mut register = before.register.clone();
        let (mut kept, mut applied) = (0, 0);
        let mut ahead: Option<(Pending, usize)> = None;
        let mut fault = None;
        for changes in batches {
            let sequence = register.sequence();
            if let Err((place, found)) = register.apply_batch(&changes) {
                fault = Some(WriteError::Fault { place: applied + place, fault: found });
                break;
            }
            if !actor.loads_files() {
                register.note_edits_since(sequence);
            }
            let count = changes.len();
            applied += count;
            let next = store.hand_over(Some(sequence), Batch { at, actor: actor.clone(), changes });
            if let Some((pending, count)) = ahead.replace((next, count)) {
                store.wait(pending)?;
                kept += count;
                if told(kept).is_break() {
                    break;
                }
            }
        }
        if let Some((pending, count)) = ahead {
            store.wait(pending)?;
            let _ = told(kept + count);
        }
        let sequence = register.sequence();
        self.current.store(Arc::new(Snapshot::new(register)));
        fault.map_or(Ok(sequence), Err)
    }
}
