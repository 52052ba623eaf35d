//! THE ARCHIVE: three verbs over a log of changes: load, append, history; and beside the log, counts of searches and measurements.
//!
//! Why: what a user was told is saved must be there after a crash, and every earlier state must stay explainable.
//! Never: decides whether a change makes sense (the register does), reads a clock, or lets half a batch be seen.
//!
//! Isolation: appends are serial, in one order, each all or nothing, with compare-and-set on the register sequence. A read
//! sees the acknowledged prefix of the log and no more. `append` returns when its batch is on disk. After a write that
//! failed the store is `Stopped`: it acknowledges nothing more until it is opened again.

mod draft;
mod embedded;
mod error;
mod history;
mod lines;
mod measurements;
mod memory;
mod personal;
mod row;
mod searches;
mod witness;
mod writer;

pub use error::{Record, StoreError};
pub use history::{About, HISTORY_ROWS_DEFAULT, HistoryQuery, HistoryRow};
pub use personal::REMOVED_NAME;
pub use row::{FORMAT, ROW_BYTES_MAX};
pub use searches::SearchCounts;

use crate::model::{Catalogue, Change, PersonId, Register};
use draft::Draft;
use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// Who made a change: the number or code of an account, never a person's name, because log rows are kept for good.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Actor(Cow<'static, str>);

/// A text that cannot name an actor.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" cannot name an actor: use 1 to 64 of a-z, 0-9 and '-', the code of an account and not a name")]
pub struct ActorError(String);

impl Actor {
    /// Longest actor, in characters.
    pub const CHARS_MAX: usize = 64;
    /// Whoever sits at this machine, as long as there is no sign-in.
    pub const LOCAL: Self = Self(Cow::Borrowed("local"));
    /// The data that ships with the program.
    pub const SHIPPED: Self = Self(Cow::Borrowed("shipped"));

    /// A file that somebody imports.
    pub const IMPORT: Self = Self(Cow::Borrowed("import"));

    /// Does it bring in files, so that what it changes is not a user's edit?
    pub fn loads_files(&self) -> bool {
        *self == Self::SHIPPED || *self == Self::IMPORT
    }
    /// Takes 1 to 64 of a-z, 0-9 and '-'.
    pub fn new(code: impl Into<String>) -> Result<Self, ActorError> {
        let code = code.into();
        let fits = (1..=Self::CHARS_MAX).contains(&code.len())
            && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if fits { Ok(Self(Cow::Owned(code))) } else { Err(ActorError(code)) }
    }
    /// The code itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl TryFrom<String> for Actor {
    type Error = ActorError;
    fn try_from(code: String) -> Result<Self, ActorError> {
        Self::new(code)
    }
}
impl From<Actor> for String {
    fn from(actor: Actor) -> Self {
        actor.0.into_owned()
    }
}

/// Changes that are kept together or not at all: one edit, one import, one undo.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    /// When it was made; kept in UTC.
    pub at: time::OffsetDateTime,
    /// Who made it.
    pub actor: Actor,
    /// What changes, in order.
    pub changes: Vec<Change>,
}

/// A batch that was handed over and may not be kept yet.
#[derive(Debug)]
#[must_use = "a batch counts as kept when it was waited for"]
pub struct Pending(Waiting);

#[derive(Debug)]
enum Waiting {
    Done(Result<u64, StoreError>),
    For(embedded::Answer),
}

/// The archive of one register. Cloning gives a second handle to the same archive.
#[derive(Debug, Clone)]
pub enum Store {
    /// Kept in memory, gone with the process: for tests and for commands that only read files.
    Memory(Arc<memory::Memory>),
    /// One directory on this machine, for one process.
    Sled(Arc<embedded::Embedded>),
    // A shared store (PostgreSQL) becomes the third variant: the same rows, sealed the same way, in a table of its own.
}

impl Store {
    /// Opens the embedded store in a directory; makes both when they are not there.
    ///
    /// Errors: `InUse`, `NewerFormat`, `Corrupt`, `DiskFull`, `Io`. Cost: reads the index, not the log.
    pub fn open(directory: &Path) -> Result<Self, StoreError> {
        Ok(Self::Sled(Arc::new(embedded::Embedded::open(directory)?)))
    }

    /// A new, empty store in memory.
    pub fn memory() -> Self {
        Self::Memory(Arc::default())
    }

    /// Register sequence of the last acknowledged change; 0 when the store is empty.
    pub fn sequence(&self) -> u64 {
        match self {
            Self::Memory(it) => it.sequence(),
            Self::Sled(it) => it.sequence(),
        }
    }

    /// Rebuilds the register from the log.
    ///
    /// Takes: the catalogue that the register is to know. Gives: the register at the last acknowledged change; a person whose
    /// values were erased is called `REMOVED_NAME`. Errors: `Corrupt`, `NewerFormat`, and `Misfit` when the catalogue no longer
    /// has a code that the log uses. Cost: O(changes · log entities); nothing is kept besides the register.
    pub fn load(&self, catalogue: Arc<Catalogue>) -> Result<Register, StoreError> {
        let mut register = Register::new(catalogue);
        let people = self.people()?;
        let last = self.sequence();
        self.records(1, last, &mut |place, sealed| {
            let row = row::decode(place, sealed)?;
            let before = register.sequence();
            let by_files = row.actor.loads_files();
            for (sequence, mut change) in row.numbered(place) {
                if let Some(person) = personal::person_of(&change) {
                    personal::join(&mut change, people.get(&person).cloned());
                }
                register.take(change).map_err(|fault| StoreError::Misfit { sequence, fault })?;
            }
            if !by_files {
                register.note_edits_since(before);
            }
            Ok(())
        })?;
        Ok(register)
    }

    /// Everybody's personal values.
    fn people(&self) -> Result<HashMap<PersonId, personal::Personal>, StoreError> {
        let mut people = HashMap::new();
        let mut visit =
            |person, sealed: &[u8]| personal::decode(person, sealed).map(|values| drop(people.insert(person, values)));
        match self {
            Self::Memory(it) => it.personal(&mut visit),
            Self::Sled(it) => it.personal(&mut visit),
        }?;
        Ok(people)
    }

    /// Keeps a batch, all or nothing.
    ///
    /// Takes: the sequence the caller saw (absent: whatever it is now) and the batch, which the register must have accepted.
    /// Gives: the register sequence after it, once it is on disk. An empty batch writes nothing.
    /// Errors: `Conflict` when somebody wrote in between, `TooLarge`, `DiskFull`, `Io`, `Stopped`; then nothing of the batch
    /// is acknowledged, and a reader of this process never sees it.
    pub fn append(&self, expected: Option<u64>, batch: Batch) -> Result<u64, StoreError> {
        self.write(Draft::new(expected, batch))
    }

    /// Hands a batch over to be kept, and does not wait for it. Nothing of it is kept before [`Store::wait`] says so.
    pub fn hand_over(&self, expected: Option<u64>, batch: Batch) -> Pending {
        let draft = Draft::new(expected, batch);
        match self {
            Self::Memory(it) => Pending(Waiting::Done(it.write(draft))),
            Self::Sled(it) => Pending(Waiting::For(it.write(draft))),
        }
    }

    /// Waits for a batch that was handed over; gives and refuses what [`Store::append`] does.
    pub fn wait(&self, pending: Pending) -> Result<u64, StoreError> {
        match (self, pending.0) {
            (_, Waiting::Done(answer)) => answer,
            (Self::Sled(it), Waiting::For(answer)) => it.answer(answer),
            (Self::Memory(it), Waiting::For(_)) => Ok(it.sequence()),
        }
    }

    fn write(&self, draft: Draft) -> Result<u64, StoreError> {
        match self {
            Self::Memory(it) => it.write(draft),
            Self::Sled(it) => it.answer(it.write(draft)),
        }
    }

    /// Visits the sealed records that hold the changes `from ..= until`, in order; a hole is `Corrupt`. The first and the last may
    /// hold others as well.
    fn records(&self, from: u64, until: u64, visit: &mut row::Visit<'_>) -> Result<(), StoreError> {
        match self {
            Self::Memory(it) => it.records(from, until, visit),
            Self::Sled(it) => it.records(from, until, visit),
        }
    }

    /// Puts the personal values back into a change that was read from the log.
    fn join(&self, change: &mut Change) -> Result<(), StoreError> {
        if let Some(person) = personal::person_of(change) {
            personal::join(change, self.personal(person)?);
        }
        Ok(())
    }

    /// Somebody's personal values, unless erased.
    fn personal(&self, person: PersonId) -> Result<Option<personal::Personal>, StoreError> {
        let sealed = match self {
            Self::Memory(it) => it.personal_of(person),
            Self::Sled(it) => it.personal_of(person)?,
        };
        sealed.map(|sealed| personal::decode(person, &sealed)).transpose()
    }
}
