//! The archive in one directory of this machine, kept by sled.
//!
//! Why sled 0.34.7: it lost nothing in kill tests where the 1.0 alpha did. Its `flush` never calls fsync, so the writer does.
//! Never: two processes on one directory; an acknowledgement before the bytes are on disk.

use super::draft::Draft;
use super::measurements::{Stored, VisitMeasurements};
use super::row::{FORMAT, Place, Visit, VisitPersonal};
use super::searches::VisitSearches;
use super::witness::Witness;
use super::writer::{Job, Writer};
use super::{Record, StoreError};
use crate::model::PersonId;
use std::fs::File;
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, OnceLock};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// Memory for pages, in bytes.
const CACHE_BYTES: u64 = 64 << 20;
/// Batches that may wait for the writer; more wait in `append`.
const QUEUE_BATCHES_MAX: usize = 1024;
/// How long to wait for a process that is just stopping to let go of the directory, in milliseconds.
const LOCK_WAIT_MS_MAX: u64 = 500;
/// How often to look, in milliseconds.
const LOCK_STEP_MS: u64 = 20;

/// Key of the format mark.
const FORMAT_KEY: &[u8] = b"format";
/// Key of the number of changes.
pub(super) const SEQUENCE_KEY: &[u8] = b"sequence";

/// What is shared between the readers and the writer.
#[derive(Debug, Clone)]
pub(super) struct Trees {
    pub directory: PathBuf,
    pub db: sled::Db,
    /// Big-endian sequence to sealed row.
    pub log: sled::Tree,
    /// Person id to sealed values.
    pub personal: sled::Tree,
    /// Format and sequence.
    pub meta: sled::Tree,
    /// What was searched for to a sealed number.
    pub searches: sled::Tree,
    /// Coalition and number to a sealed measurement.
    pub measurements: sled::Tree,
}

/// Where the answer to a batch comes in; absent when nobody takes batches any more.
pub(super) type Answer = Option<Receiver<Result<u64, StoreError>>>;

/// What the writer tells the readers.
#[derive(Debug, Default)]
pub(super) struct Status {
    pub acknowledged: AtomicU64,
    pub failed: OnceLock<StoreError>,
}

/// An open directory.
#[derive(Debug)]
pub struct Embedded {
    trees: Trees,
    status: Arc<Status>,
    /// Absent only while dropping.
    queue: Option<SyncSender<Job>>,
    writer: Option<JoinHandle<()>>,
}

impl Embedded {
    pub(super) fn open(directory: &Path) -> Result<Self, StoreError> {
        let trees = Trees::open(directory)?;
        let (mut witness, acknowledged) = Witness::open(directory)?;
        let sequence = trees.check(acknowledged)?;
        witness.tell(sequence)?;
        let status = Arc::new(Status { acknowledged: AtomicU64::new(sequence), failed: OnceLock::new() });
        let (queue, jobs) = sync_channel(QUEUE_BATCHES_MAX);
        let work = Writer::new(trees.clone(), Arc::clone(&status), witness, sequence)?;
        let writer = std::thread::Builder::new()
            .name("archive".to_owned())
            .spawn(move || work.run(&jobs))
            .map_err(|error| StoreError::io(directory, error))?;
        Ok(Self { trees, status, queue: Some(queue), writer: Some(writer) })
    }

    pub(super) fn sequence(&self) -> u64 {
        self.status.acknowledged.load(Ordering::Acquire)
    }

    pub(super) fn write(&self, draft: Draft) -> Answer {
        let (reply, answer) = sync_channel(1);
        let sent = self.queue.as_ref().is_some_and(|queue| queue.send(Job { draft, reply }).is_ok());
        sent.then_some(answer)
    }

    /// What the writer answered to a batch.
    pub(super) fn answer(&self, answer: Answer) -> Result<u64, StoreError> {
        match answer.map(|answer| answer.recv()) {
            Some(Ok(answer)) => answer,
            _ => Err(self.stopped().unwrap_or_else(|| {
                StoreError::io(&self.trees.directory, std::io::Error::other("the writer of the archive has ended"))
            })),
        }
    }

    pub(super) fn records(&self, from: u64, until: u64, visit: &mut Visit<'_>) -> Result<(), StoreError> {
        // Behind a failed write the trees may show what was never acknowledged.
        self.stopped().map_or(Ok(()), Err)?;
        let mut wanted = from.max(1);
        let corrupt = |wanted| StoreError::Corrupt { what: Record::Change(wanted) };
        let mut records = self.trees.log.range(wanted.to_be_bytes()..);
        while wanted <= until {
            let item = records.next().ok_or_else(|| corrupt(wanted))?;
            let (key, sealed) = item.map_err(|error| self.trees.fault(error))?;
            let place = Place::of_key(&key).filter(|place| place.first() <= wanted).ok_or_else(|| corrupt(wanted))?;
            if wanted > from.max(1) && place.first() != wanted {
                return Err(corrupt(wanted));
            }
            visit(place, &sealed)?;
            wanted = place.last + 1;
        }
        Ok(())
    }

    pub(super) fn personal(&self, visit: &mut VisitPersonal<'_>) -> Result<(), StoreError> {
        for item in &self.trees.personal {
            let (key, sealed) = item.map_err(|error| self.trees.fault(error))?;
            let person = uuid::Uuid::from_slice(&key).map_err(|_| StoreError::Corrupt { what: Record::File })?;
            visit(PersonId(person), &sealed)?;
        }
        Ok(())
    }

    pub(super) fn personal_of(&self, person: PersonId) -> Result<Option<Vec<u8>>, StoreError> {
        let found = self.trees.personal.get(person.0.as_bytes()).map_err(|error| self.trees.fault(error))?;
        Ok(found.map(|sealed| sealed.to_vec()))
    }

    pub(super) fn searches(&self, visit: &mut VisitSearches<'_>) -> Result<(), StoreError> {
        for item in &self.trees.searches {
            let (key, sealed) = item.map_err(|error| self.trees.fault(error))?;
            visit(&key, &sealed)?;
        }
        Ok(())
    }

    pub(super) fn measurements(&self, prefix: &[u8], visit: &mut VisitMeasurements<'_>) -> Result<(), StoreError> {
        // Behind a failed write the trees may show what was never acknowledged.
        self.stopped().map_or(Ok(()), Err)?;
        for item in self.trees.measurements.scan_prefix(prefix) {
            let (key, sealed) = item.map_err(|error| self.trees.fault(error))?;
            visit(&key, &sealed)?;
        }
        Ok(())
    }

    pub(super) fn last_measurement(&self, prefix: &[u8]) -> Result<Option<Stored>, StoreError> {
        self.stopped().map_or(Ok(()), Err)?;
        let last = self.trees.last_measurement(prefix)?;
        Ok(last.map(|(key, sealed)| (key.to_vec(), sealed.to_vec())))
    }

    /// Beside the writer: it touches another tree, and nobody waits for it.
    pub(super) fn keep_searches(&self, rows: Vec<(Vec<u8>, Vec<u8>)>) -> Result<(), StoreError> {
        self.stopped().map_or(Ok(()), Err)?;
        let mut batch = sled::Batch::default();
        rows.into_iter().for_each(|(key, sealed)| batch.insert(key, sealed));
        let path = self.trees.directory.join("db");
        // sled panics on some failures of the disk.
        let done = std::panic::catch_unwind(AssertUnwindSafe(|| {
            self.trees
                .searches
                .apply_batch(batch)
                .and_then(|()| self.trees.db.flush())
                .map_err(|error| self.trees.fault(error))?;
            File::open(&path).and_then(|file| file.sync_data()).map_err(|error| StoreError::io(&path, error))
        }));
        let gave_up = || StoreError::io(&path, std::io::Error::other("the embedded store gave up in the middle of a write"));
        done.unwrap_or_else(|_| Err(gave_up()))
    }

    fn stopped(&self) -> Option<StoreError> {
        self.status.failed.get().map(|cause| StoreError::Stopped { cause: Box::new(cause.clone()) })
    }
}

impl Drop for Embedded {
    fn drop(&mut self) {
        drop(self.queue.take());
        if let Some(writer) = self.writer.take() {
            // The writer ends when the queue is empty; its own failures were answered to those who waited.
            drop(writer.join());
        }
    }
}

impl Trees {
    fn open(directory: &Path) -> Result<Self, StoreError> {
        make(directory).map_err(|error| StoreError::io(directory, error))?;
        let config = sled::Config::new().path(directory).flush_every_ms(None).cache_capacity(CACHE_BYTES);
        let until = Instant::now() + Duration::from_millis(LOCK_WAIT_MS_MAX);
        let db = loop {
            // sled panics on some damage that it finds while opening.
            let opened = std::panic::catch_unwind(AssertUnwindSafe(|| config.open()));
            match opened.unwrap_or_else(|_| Err(sled::Error::ReportableBug(String::new()))) {
                Ok(db) => break db,
                Err(error) if is_lock(&error) && Instant::now() < until => {
                    std::thread::sleep(Duration::from_millis(LOCK_STEP_MS));
                }
                Err(error) => return Err(fault(directory, error)),
            }
        };
        let tree = |name: &str| db.open_tree(name).map_err(|error| fault(directory, error));
        let (log, personal, meta, searches) = (tree("log")?, tree("personal")?, tree("meta")?, tree("searches")?);
        let measurements = tree("measurements")?;
        Ok(Self { directory: directory.to_owned(), db, log, personal, meta, searches, measurements })
    }

    /// Is this a store that we can read, with all that was acknowledged? Marks a new one. Gives the sequence of the last change.
    fn check(&self, acknowledged: u64) -> Result<u64, StoreError> {
        let mark = || StoreError::Corrupt { what: Record::Mark };
        let get = |key: &[u8]| self.meta.get(key).map_err(|error| self.fault(error));
        let last = self.log.last().map_err(|error| self.fault(error))?;
        let last = last.map(|(key, _)| Place::of_key(&key).map(|place| place.last).ok_or_else(mark)).transpose()?;
        let Some(format) = get(FORMAT_KEY)? else {
            return match last {
                Some(_) => Err(mark()),
                None if acknowledged > 0 => Err(StoreError::Corrupt { what: Record::Change(1) }),
                None => self.mark_new(),
            };
        };
        let found = std::str::from_utf8(&format).ok().and_then(|text| text.parse::<u32>().ok()).ok_or_else(mark)?;
        if found > FORMAT {
            return Err(StoreError::NewerFormat { found, known: FORMAT });
        }
        if found < FORMAT {
            // An older program must not open it any more once records of this format are in it.
            self.meta.insert(FORMAT_KEY, FORMAT.to_string().as_bytes()).map_err(|error| self.fault(error))?;
        }
        let kept = get(SEQUENCE_KEY)?.map(|bytes| bytes.as_ref().try_into().map(u64::from_be_bytes).map_err(|_| mark()));
        let (kept, last) = (kept.transpose()?.unwrap_or(0), last.unwrap_or(0));
        match kept.cmp(&last) {
            std::cmp::Ordering::Equal if kept < acknowledged => Err(StoreError::Corrupt { what: Record::Change(kept + 1) }),
            std::cmp::Ordering::Equal => Ok(kept),
            std::cmp::Ordering::Greater => Err(StoreError::Corrupt { what: Record::Change(last + 1) }),
            std::cmp::Ordering::Less => Err(StoreError::Corrupt { what: Record::Change(last) }),
        }
    }

    fn mark_new(&self) -> Result<u64, StoreError> {
        self.meta.insert(FORMAT_KEY, FORMAT.to_string().as_bytes()).map_err(|error| self.fault(error))?;
        self.db.flush().map_err(|error| self.fault(error))?;
        let sync = |path: &Path| File::open(path).and_then(|file| file.sync_all()).map_err(|error| StoreError::io(path, error));
        sync(&self.directory.join("db"))?;
        sync(&self.directory)?;
        // The directory's own name lasts only when its parent is synced; a parent that we may not read is not ours to sync.
        if let Some(parent) = self.directory.canonicalize().ok().as_deref().and_then(Path::parent) {
            sync(parent).or_else(|error| if matches!(error, StoreError::Io { .. }) { Ok(()) } else { Err(error) })?;
        }
        Ok(0)
    }

    /// The last measurement whose key begins so.
    pub(super) fn last_measurement(&self, prefix: &[u8]) -> Result<Option<(sled::IVec, sled::IVec)>, StoreError> {
        self.measurements.scan_prefix(prefix).next_back().transpose().map_err(|error| self.fault(error))
    }

    pub(super) fn fault(&self, error: sled::Error) -> StoreError {
        fault(&self.directory, error)
    }
}

/// Makes the directory if it is not there; it holds names of people, so it is for its owner only.
fn make(directory: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(directory)
}

/// sled tells that a directory is locked by its words alone.
fn is_lock(error: &sled::Error) -> bool {
    matches!(error, sled::Error::Io(error) if error.to_string().starts_with("could not acquire lock"))
}

fn fault(directory: &Path, error: sled::Error) -> StoreError {
    if is_lock(&error) {
        return StoreError::InUse { path: directory.to_owned() };
    }
    match error {
        sled::Error::Io(error) => StoreError::io(directory, error),
        sled::Error::Corruption { .. }
        | sled::Error::CollectionNotFound(_)
        | sled::Error::ReportableBug(_)
        | sled::Error::Unsupported(_) => StoreError::Corrupt { what: Record::File },
    }
}
