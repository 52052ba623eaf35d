//! What is kept between questions: the index behind the search box, and every coalition made ready for a viewer and a day.
//!
//! Why: a question is answered within a moment, and the first one after an edit makes only what the edit touched.
//! Never: a lock that a reader waits for while another coalition is made ready. Never what holds for another viewer.

use crate::desk::office::Office;
use crate::lookup::*;
use crate::model::*;
use crate::network::*;
use arc_swap::ArcSwapOption;
use std::cell::Cell;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, TryLockError};
use std::time::{Duration, Instant};
use time::Date;

/// Shared by everybody who asks.
#[derive(Debug)]
pub struct Switchboards {
    entries_max: usize,
    other_days_max: usize,
    boards: Mutex<Kept>,
    index: Standing<Index>,
    nationwide: Standing<Nationwide>,
}

/// One coalition, ready to answer one viewer on one day.
#[derive(Debug)]
pub(super) struct Board {
    pub network: Network,
    pub lines: Lines,
    elsewhere: Mutex<ElsewhereKept>,
}

/// Which coalition is nearest for what was asked, as long as the register stays as it is.
#[derive(Debug, Default)]
struct ElsewhereKept {
    sequence: u64,
    found: HashMap<(Asked, bool), Option<Elsewhere>>,
}

/// What tells one board from another.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    coalition: CoalitionId,
    version: u64,
    today: Date,
    /// As it was asked: which day it is without one follows from the version, and is looked up once.
    as_of: Option<Date>,
    viewer: Viewer,
}

/// The least recently used board goes first.
#[derive(Debug, Default)]
struct Kept {
    boards: HashMap<Key, (Arc<OnceLock<Board>>, u64)>,
    uses: u64,
}

/// A coalition made ready; it stays as long as somebody holds it.
#[derive(Debug, Clone)]
pub(super) struct Ready(Arc<OnceLock<Board>>);

impl std::ops::Deref for Ready {
    type Target = Board;
    fn deref(&self) -> &Board {
        self.0.get().unwrap_or_else(|| unreachable!("it is made before it is given"))
    }
}

impl Switchboards {
    /// Takes the most coalitions that are kept ready for the day that each is shown at, and the most for days that were asked for: who
    /// asks for one day after another pushes nothing else out.
    pub fn new(entries_max: usize, other_days_max: usize) -> Self {
        let (boards, index, nationwide) = Default::default();
        Self { entries_max, other_days_max, boards, index, nationwide }
    }

    /// How many coalitions are ready.
    pub fn size(&self) -> usize {
        self.kept().boards.len()
    }

    /// A coalition, made ready if it is not yet; others go on meanwhile. `None`: there is no such coalition.
    pub(super) fn board(&self, office: &Office<'_>, coalition: &CoalitionId, as_of: Option<Date>) -> Option<Ready> {
        let register = office.register;
        register.coalition(coalition)?;
        let key = Key::of(office, coalition, as_of);
        let entries_max = if as_of.is_none() { self.entries_max } else { self.other_days_max };
        let slot = self.kept().slot(key, entries_max);
        if slot.get().is_none() {
            let view = View { viewer: office.viewer.clone(), ..View::of(office.today) };
            let as_of = as_of.unwrap_or_else(|| default_as_of(register, coalition, office.today));
            let network = freeze(register, coalition, as_of, &view)?;
            slot.get_or_init(|| Board { lines: Lines::of(register, &network), network, elsewhere: Mutex::default() });
        }
        Some(Ready(slot))
    }

    /// A coalition that is ready already.
    fn ready(&self, office: &Office<'_>, coalition: &CoalitionId, as_of: Option<Date>) -> Option<Ready> {
        let slot = self.kept().find(&Key::of(office, coalition, as_of))?;
        slot.get().is_some().then_some(Ready(slot))
    }

    /// Can what somebody types be looked up at once?
    pub fn reads_at_once(&self, office: &Office<'_>) -> bool {
        self.index.ready(office).is_some()
    }

    /// Makes what every question needs, before the first is asked: the index, who serves what in the country, and each coalition that
    /// is not ready yet, as long as there is room for all. Gives how many coalitions are ready. `go_on` is asked between two of them,
    /// with the time that the last one took.
    pub fn make_ready(&self, office: &Office<'_>, mut go_on: impl FnMut(Duration) -> bool) -> usize {
        let mut began = Instant::now();
        let mut next = || {
            let goes_on = go_on(began.elapsed());
            began = Instant::now();
            goes_on
        };
        self.index(office);
        if !next() {
            return 0;
        }
        self.nationwide(office);
        let coalitions = office.coalitions_by_name();
        let ready = coalitions.iter().take(self.entries_max).take_while(|id| next() && self.board(office, id, None).is_some());
        ready.count()
    }

    /// The index; while somebody makes it again, the one before.
    pub(super) fn index(&self, office: &Office<'_>) -> Arc<Index> {
        self.index.of(office, Index::update, Index::of)
    }

    fn nationwide(&self, office: &Office<'_>) -> Arc<Nationwide> {
        self.nationwide.of(office, |_, register, today| Nationwide::of(register, today), Nationwide::of)
    }

    /// The nearest other coalition that has somebody for this, with a contact if that is asked too.
    pub(super) fn elsewhere(&self, office: &Office<'_>, home: &Board, asked: &Asked, having: Having) -> Option<Elsewhere> {
        if let Some(found) = home.known_elsewhere(office, asked, having) {
            return found;
        }
        let of = (&home.network.coalition.id, None);
        let found = self.nationwide(office).nearest_elsewhere(office.register, office.viewer, of, (asked, having));
        let key = (asked.clone(), having == Having::Contact);
        home.kept_elsewhere().found_at(office.register.sequence()).insert(key, found.clone());
        found
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        // Only looked up and put under the lock: nothing of it can be half.
        self.boards.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Board {
    /// What was found elsewhere before, in this register.
    fn known_elsewhere(&self, office: &Office<'_>, asked: &Asked, having: Having) -> Option<Option<Elsewhere>> {
        let key = (asked.clone(), having == Having::Contact);
        self.kept_elsewhere().found_at(office.register.sequence()).get(&key).cloned()
    }

    fn kept_elsewhere(&self) -> MutexGuard<'_, ElsewhereKept> {
        self.elsewhere.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is kept, as one question uses it.
///
/// Why: most questions find everything ready, and are answered where they come in. A question that finds something that must be made
/// first is put aside, and asked again where it may take its time.
#[derive(Debug)]
pub struct WhoBoards<'a> {
    kept: &'a Switchboards,
    at_once: bool,
    missed: Cell<bool>,
}

impl<'a> WhoBoards<'a> {
    /// What is not ready is made.
    pub fn in_time(kept: &'a Switchboards) -> Self {
        Self { kept, at_once: false, missed: Cell::new(false) }
    }

    /// What is not ready is missed.
    pub fn at_once(kept: &'a Switchboards) -> Self {
        Self { at_once: true, ..Self::in_time(kept) }
    }

    /// Was anything missed? Then what was answered is worth nothing.
    pub fn missed(&self) -> bool {
        self.missed.get()
    }

    pub(super) fn board(&self, office: &Office<'_>, coalition: &CoalitionId, as_of: Option<Date>) -> Option<Ready> {
        match self.at_once {
            true => self.or_missed(self.kept.ready(office, coalition, as_of)),
            false => self.kept.board(office, coalition, as_of),
        }
    }

    /// Absent: it was missed.
    pub(super) fn index(&self, office: &Office<'_>) -> Option<Arc<Index>> {
        match self.at_once {
            true => self.or_missed(self.kept.index.ready(office)),
            false => Some(self.kept.index(office)),
        }
    }

    pub(super) fn elsewhere(&self, office: &Office<'_>, home: &Board, asked: &Asked, having: Having) -> Option<Elsewhere> {
        match self.at_once {
            true => self.or_missed(home.known_elsewhere(office, asked, having)).flatten(),
            false => self.kept.elsewhere(office, home, asked, having),
        }
    }

    fn or_missed<T>(&self, found: Option<T>) -> Option<T> {
        if found.is_none() {
            self.missed.set(true);
        }
        found
    }
}

impl ElsewhereKept {
    fn found_at(&mut self, sequence: u64) -> &mut HashMap<(Asked, bool), Option<Elsewhere>> {
        if self.sequence != sequence {
            self.sequence = sequence;
            self.found.clear();
        }
        &mut self.found
    }
}

impl Key {
    fn of(office: &Office<'_>, coalition: &CoalitionId, as_of: Option<Date>) -> Self {
        let register = office.register;
        Self {
            coalition: coalition.clone(),
            // Whether somebody of several coalitions is seen can change outside this one.
            version: match office.viewer.role.in_coalition() {
                true => register.sequence(),
                false => register.coalition_version(coalition),
            },
            today: office.today,
            as_of,
            viewer: office.viewer.clone(),
        }
    }
}

impl Kept {
    /// The place of a board that has one. Cost: O(1).
    fn find(&mut self, key: &Key) -> Option<Arc<OnceLock<Board>>> {
        self.uses += 1;
        let (slot, used) = self.boards.get_mut(key)?;
        *used = self.uses;
        Some(Arc::clone(slot))
    }

    /// The place of a board, among at most so many of its sort: for the day that a coalition is shown at, or for another. Cost: O(1),
    /// and O(boards) when one must go.
    fn slot(&mut self, key: Key, entries_max: usize) -> Arc<OnceLock<Board>> {
        if let Some(slot) = self.find(&key) {
            return slot;
        }
        let now = self.uses;
        // An older version of the same is asked for no more.
        self.boards.retain(|old, _| {
            let same = (&old.coalition, old.as_of, &old.viewer) == (&key.coalition, key.as_of, &key.viewer);
            !same || old.version > key.version
        });
        let of_sort = |it: &Key| it.as_of.is_none() == key.as_of.is_none();
        while self.boards.keys().filter(|it| of_sort(it)).count() >= entries_max {
            let sort = self.boards.iter().filter(|(it, _)| of_sort(it));
            let Some(oldest) = sort.min_by_key(|(_, (_, used))| *used).map(|(key, _)| key.clone()) else { break };
            self.boards.remove(&oldest);
        }
        let slot = Arc::default();
        self.boards.insert(key, (Arc::clone(&slot), now));
        slot
    }
}

/// Something that is made of the whole register, and made again when that has changed.
#[derive(Debug)]
struct Standing<T> {
    kept: ArcSwapOption<(u64, Date, Arc<T>)>,
    /// Held by whoever makes it.
    making: Mutex<()>,
}

impl<T> Default for Standing<T> {
    fn default() -> Self {
        Self { kept: ArcSwapOption::empty(), making: Mutex::new(()) }
    }
}

impl<T> Standing<T> {
    /// What was made of this very register on this day; or the one before, where somebody is making it just now.
    fn ready(&self, office: &Office<'_>) -> Option<Arc<T>> {
        let kept = self.kept.load();
        let (sequence, today, made) = kept.as_deref()?;
        let fits = (*sequence, *today) == (office.register.sequence(), office.today);
        let making = || matches!(self.making.try_lock(), Err(TryLockError::WouldBlock));
        (fits || making()).then(|| Arc::clone(made))
    }

    /// What was made of this register, or of a later one, on this day. Where somebody is making it just now, others go on with the one
    /// before. Only the very first is waited for.
    fn of(
        &self,
        office: &Office<'_>,
        update: impl FnOnce(&T, &Register, Date) -> T,
        make: impl FnOnce(&Register, Date) -> T,
    ) -> Arc<T> {
        let (sequence, today) = (office.register.sequence(), office.today);
        let fits = |kept: &(u64, Date, Arc<T>)| kept.0 == sequence && kept.1 == today;
        let kept = self.kept.load_full();
        if let Some(kept) = kept.as_deref().filter(|kept| fits(kept)) {
            return Arc::clone(&kept.2);
        }
        let _making = match (self.making.try_lock(), kept.as_deref()) {
            (Ok(lock), _) => lock,
            (Err(TryLockError::Poisoned(lock)), _) => lock.into_inner(),
            (Err(TryLockError::WouldBlock), Some(before)) => return Arc::clone(&before.2),
            (Err(TryLockError::WouldBlock), None) => self.making.lock().unwrap_or_else(PoisonError::into_inner),
        };
        let kept = self.kept.load_full();
        let made = match kept.as_deref() {
            // Somebody else made it while this one waited, or this register is the older one.
            Some(kept) if fits(kept) => return Arc::clone(&kept.2),
            Some(kept) if kept.0 > sequence && kept.1 == today => return Arc::clone(&kept.2),
            Some(kept) => Arc::new(update(&kept.2, office.register, today)),
            None => Arc::new(make(office.register, today)),
        };
        self.kept.store(Some(Arc::new((sequence, today, Arc::clone(&made)))));
        made
    }
}
