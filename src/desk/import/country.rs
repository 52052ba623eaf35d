//! Bringing a country in: the same rules as for any file, batch by batch.
//!
//! Never: keeps anything that users edited from standing; holds all changes at once, which for a country are more than the register.

use super::{ImportError, Imported};
use crate::exchange::country::Country;
use crate::live::{Actor, Live, WriteError};
use crate::model::*;
use std::collections::{BTreeSet, HashSet};
use std::ops::ControlFlow;
use time::OffsetDateTime;
use uuid::Uuid;

/// Changes in one batch: one transaction and one sync of the disk. Some 20 MB of rows, of which three are under way at a time.
const BATCH_CHANGES: usize = 50_000;

/// What the import is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportStep {
    /// Trying all changes on a copy of a register that holds something already.
    Trying,
    /// Putting changes on disk.
    Keeping,
}

/// What an import of a country did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CountryImported {
    /// What it did with each fact.
    pub imported: Imported,
    /// Was it stopped before its end? Then whole batches are kept, and the same import again goes on from there.
    pub stopped: bool,
}

/// Imports a country: an edition that updates what no user edited, and takes back what it no longer says.
///
/// Takes: the register as it is served; when; the country, whose rows are all right; and whom to tell what it is at, how far, and of
/// how many facts at most; `Break` stops it after whole batches.
/// Gives: what was done. Errors: `Taken`, `Fault`, both before anything is kept, and those of a write.
/// Cost: O(facts) time; memory for the register and three batches, and for the ids of the edition when there was an earlier one.
pub fn import_country(
    live: &Live,
    at: OffsetDateTime,
    country: &Country,
    told: &mut dyn FnMut(ImportStep, usize, usize) -> ControlFlow<()>,
) -> Result<CountryImported, ImportError> {
    let snapshot = live.snapshot();
    let before = &snapshot.register;
    may_enter(before, country)?;
    let by_users = live.changed_by_users()?;
    let mut done = CountryImported::default();
    // An empty register refuses nothing of files that are right; any other may, and must before anything is kept.
    if before.sequence() > 0 {
        let mut tried = before.clone();
        let mut sorter = Sorter::new(before, &by_users, country);
        for (place, change) in sorter.by_ref().enumerate() {
            let what = change.reference();
            tried.take(change).map_err(|fault| ImportError::Fault { what, fault })?;
            if place % BATCH_CHANGES == 0 && told(ImportStep::Trying, place, country.len()).is_break() {
                return Ok(CountryImported { stopped: true, ..done });
            }
        }
    }
    let mut sorter = Sorter::new(before, &by_users, country);
    done.stopped = write(live, at, &mut sorter, &mut |kept| told(ImportStep::Keeping, kept, country.len()))?;
    done.imported = sorter.imported;
    if !done.stopped && before.source(&country.source()).is_some() {
        let mut removals = removals(&live.snapshot().register, country, &by_users, &mut done.imported).into_iter();
        done.stopped = write(live, at, &mut removals, &mut |kept| told(ImportStep::Keeping, kept, country.len()))?;
    }
    Ok(done)
}

/// Writes changes in batches of bounded size. Gives whether it was stopped.
fn write(
    live: &Live,
    at: OffsetDateTime,
    changes: &mut dyn Iterator<Item = Change>,
    told: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<bool, WriteError> {
    let mut stopped = false;
    let mut batches = std::iter::from_fn(|| {
        let batch: Vec<Change> = (&mut *changes).take(BATCH_CHANGES).collect();
        (!batch.is_empty()).then_some(batch)
    });
    live.write_batches(&Actor::IMPORT, at, &mut batches, &mut |kept| {
        let flow = told(kept);
        stopped |= flow.is_break();
        flow
    })?;
    // Stopped while the last batch was under way is not stopped.
    Ok(stopped && changes.next().is_some())
}

/// A coalition that came from elsewhere is not replaced.
fn may_enter(register: &Register, country: &Country) -> Result<(), ImportError> {
    let taken = |id: &&CoalitionId| register.coalition(id).is_some_and(|it| it.provenance.source != Some(country.source()));
    country.coalitions().find(taken).map_or(Ok(()), |id| Err(ImportError::Taken(id.clone())))
}

/// The changes that are left to put, as they come.
struct Sorter<'a> {
    before: &'a Register,
    by_users: &'a BTreeSet<EntityRef>,
    changes: Box<dyn Iterator<Item = Change> + 'a>,
    /// What a user removed stays away, and so does what would refer to it.
    away: HashSet<EntityRef>,
    /// The source, when only its date is new: put when the edition says something else as well.
    only_dated: Option<Change>,
    imported: Imported,
}

impl<'a> Sorter<'a> {
    fn new(before: &'a Register, by_users: &'a BTreeSet<EntityRef>, country: &'a Country) -> Self {
        let (changes, away) = (Box::new(country.changes()), HashSet::new());
        Self { before, by_users, changes, away, only_dated: None, imported: Imported::default() }
    }
}

impl Iterator for Sorter<'_> {
    type Item = Change;

    fn next(&mut self) -> Option<Change> {
        if self.imported.put > 0
            && let Some(source) = self.only_dated.take()
        {
            self.imported.put += 1;
            return Some(source);
        }
        loop {
            let change = self.changes.next();
            let Some(Change::Put(entity)) = change else {
                self.imported.same += usize::from(self.only_dated.take().is_some());
                return change;
            };
            let reference = entity.reference();
            let there = self.before.entity(&reference);
            let hangs = !self.away.is_empty() && entity.refers_to().iter().any(|target| self.away.contains(target));
            if there == Some(&*entity) {
                self.imported.same += 1;
            } else if hangs || self.by_users.contains(&reference) {
                if there.is_none() {
                    self.away.insert(reference.clone());
                }
                self.imported.kept.push(reference);
            } else if super::is_only_dated(&Change::Put(entity.clone()), there) {
                self.only_dated = Some(Change::Put(entity));
            } else {
                self.imported.put += 1;
                return Some(Change::Put(entity));
            }
        }
    }
}

/// What an earlier edition brought and this one lacks, users before what they use; what users touched or need stays.
fn removals(register: &Register, country: &Country, by_users: &BTreeSet<EntityRef>, imported: &mut Imported) -> Vec<Change> {
    let edition: HashSet<Uuid> = country.changes().filter_map(|change| uuid_of(&change.reference())).collect();
    let coalitions: BTreeSet<&CoalitionId> = country.coalitions().collect();
    let lacks = |what: &EntityRef| match (what, uuid_of(what)) {
        (EntityRef::Coalition(id), _) => !coalitions.contains(id),
        (_, Some(id)) => !edition.contains(&id),
        _ => false,
    };
    let source = EntityRef::Source(country.source());
    let mut lacking: Vec<&EntityRef> = register.users_of(&source).filter(|what| lacks(what)).collect();
    lacking.sort_by_key(|what| super::retract::rank(what));
    let mut after = register.clone();
    let mut removals = Vec::new();
    for what in lacking {
        let change = Change::Remove(what.clone());
        if by_users.contains(what) || after.apply(&change).is_err() {
            imported.kept.push(what.clone());
        } else {
            removals.push(change);
        }
    }
    imported.removed = removals.len();
    removals
}

/// The UUID of anything but a coalition. Those of two nouns never meet: each is made from its noun as well.
fn uuid_of(reference: &EntityRef) -> Option<Uuid> {
    Some(match reference {
        EntityRef::Coalition(_) => return None,
        EntityRef::Source(id) => id.0,
        EntityRef::Organisation(id) => id.0,
        EntityRef::Person(id) => id.0,
        EntityRef::Position(id) => id.0,
        EntityRef::Membership(id) => id.0,
        EntityRef::Initiative(id) => id.0,
        EntityRef::Claim(id) => id.0,
        EntityRef::Coverage(id) => id.0,
        EntityRef::ContactPoint(id) => id.0,
    })
}
