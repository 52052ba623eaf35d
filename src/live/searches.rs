//! Searches that nobody serves, counted while the service runs.
//!
//! Why: a search must not wait for the disk; counts go there in one go, at intervals and at the end.
//! Never: who searched, or what was typed. A flood from one machine makes no number larger than a limit for each minute.

use super::{Store, StoreError};
use crate::model::{CoalitionId, NeedCode, Searched, YearMonth};
use crate::store::SearchCounts;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};
use time::OffsetDateTime;

/// Seconds in a minute.
const MINUTE_S: i64 = 60;

/// The counts of one coalition, and what they add up to.
#[derive(Debug, Default)]
struct OfCoalition {
    times: BTreeMap<(YearMonth, NeedCode), u64>,
    total: u64,
}

/// What was counted, and what of it is not on disk yet.
#[derive(Debug, Default)]
struct Counted {
    coalitions: BTreeMap<CoalitionId, OfCoalition>,
    unsaved: BTreeSet<Searched>,
    minute: i64,
    in_minute: HashMap<CoalitionId, usize>,
}

impl Counted {
    fn add(&mut self, searched: &Searched, times: u64) {
        let own = self.coalitions.entry(searched.coalition.clone()).or_default();
        *own.times.entry((searched.month, searched.need.clone())).or_default() += times;
        own.total += times;
    }

    fn times(&self, searched: &Searched) -> Option<u64> {
        let own = self.coalitions.get(&searched.coalition)?;
        own.times.get(&(searched.month, searched.need.clone())).copied()
    }
}

/// The counts of searches.
#[derive(Debug, Default)]
pub struct Searches {
    counted: Mutex<Counted>,
    /// Held by whoever puts counts on disk: who comes later writes later, so that no older number is the last, and whoever is told that
    /// all is kept can believe it.
    keeping: Mutex<()>,
}

impl Searches {
    /// Goes on from what was kept.
    pub fn of(times: SearchCounts) -> Self {
        let mut counted = Counted::default();
        times.iter().for_each(|(searched, &times)| counted.add(searched, times));
        Self { counted: Mutex::new(counted), keeping: Mutex::default() }
    }

    /// Counts one search, unless its coalition had so many already in this minute. Gives whether it was counted. Cost: O(log counts).
    pub fn count(&self, searched: &Searched, at: OffsetDateTime, minute_max: usize) -> bool {
        let mut counted = self.counted();
        let minute = at.unix_timestamp().div_euclid(MINUTE_S);
        if counted.minute != minute {
            counted.minute = minute;
            counted.in_minute.clear();
        }
        let in_minute = counted.in_minute.entry(searched.coalition.clone()).or_default();
        if *in_minute >= minute_max {
            return false;
        }
        *in_minute += 1;
        counted.add(searched, 1);
        counted.unsaved.insert(searched.clone());
        true
    }

    /// What was searched for in one coalition, oldest month first. Cost: O(its counts).
    pub fn of_coalition(&self, coalition: &CoalitionId) -> Vec<(Searched, u64)> {
        let counted = self.counted();
        let own = counted.coalitions.get(coalition).into_iter().flat_map(|it| &it.times);
        let row = |((month, need), times): (&(YearMonth, NeedCode), &u64)| {
            (Searched { coalition: coalition.clone(), month: *month, need: need.clone() }, *times)
        };
        own.map(row).collect()
    }

    /// How many searches were counted in one coalition, at any time. It never falls. Cost: O(log coalitions).
    pub fn total(&self, coalition: &CoalitionId) -> u64 {
        self.counted().coalitions.get(coalition).map_or(0, |it| it.total)
    }

    /// Puts on disk what is not there yet; what cannot be kept now is tried again the next time. It blocks, also while somebody else keeps:
    /// what was counted before it is called is on disk when it is done.
    pub fn keep(&self, store: &Store) -> Result<(), StoreError> {
        let _keeping = self.keeping.lock().unwrap_or_else(PoisonError::into_inner);
        let (counts, unsaved) = {
            let mut counted = self.counted();
            let unsaved = std::mem::take(&mut counted.unsaved);
            let counts: SearchCounts =
                unsaved.iter().filter_map(|searched| Some((searched.clone(), counted.times(searched)?))).collect();
            (counts, unsaved)
        };
        let kept = store.keep_searches(&counts);
        if kept.is_err() {
            self.counted().unsaved.extend(unsaved);
        }
        kept
    }

    fn counted(&self) -> MutexGuard<'_, Counted> {
        // A count that was interrupted is one too few at most.
        self.counted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    fn searched(need: &str, at: OffsetDateTime) -> Searched {
        Searched {
            coalition: CoalitionId::new("proef").expect("a slug"),
            month: YearMonth::of(at.date()),
            need: NeedCode::new(need).expect("a slug"),
        }
    }

    #[test]
    fn a_flood_is_counted_up_to_the_limit_of_each_minute() {
        let (searches, at) = (Searches::default(), datetime!(2026-11-22 12:00 UTC));
        let debts = searched("schulden", at);
        let counted = (0..10).filter(|_| searches.count(&debts, at, 3)).count();
        assert_eq!(counted, 3);
        assert!(searches.count(&debts, at + time::Duration::MINUTE, 3), "the next minute is a new one");
        assert_eq!(searches.of_coalition(&debts.coalition), [(debts, 4)]);
    }

    #[test]
    fn counts_go_on_after_a_start() {
        let (store, at) = (Store::memory(), datetime!(2026-11-22 12:00 UTC));
        let (debts, housing) = (searched("schulden", at), searched("huisvesting", at));
        let first = Searches::default();
        assert!(first.count(&debts, at, 9) && first.count(&debts, at, 9) && first.count(&housing, at, 9));
        first.keep(&store).expect("kept");
        first.keep(&store).expect("kept twice, counted once");
        let second = Searches::of(store.searches().expect("read"));
        assert!(second.count(&debts, at, 9));
        second.keep(&store).expect("kept");
        let kept = store.searches().expect("read");
        assert_eq!((kept.get(&debts), kept.get(&housing)), (Some(&3), Some(&1)));
    }

    #[test]
    fn what_was_counted_before_it_is_kept_is_on_disk_after_whoever_else_keeps() {
        const THREADS: usize = 8;
        const ROUNDS: usize = 300;
        let (store, searches, at) = (Store::memory(), Searches::default(), datetime!(2026-11-22 12:00 UTC));
        let debts = searched("schulden", at);
        std::thread::scope(|scope| {
            for _ in 0..THREADS {
                scope.spawn(|| {
                    for _ in 0..ROUNDS {
                        assert!(searches.count(&debts, at, THREADS * ROUNDS));
                        let known = searches.total(&debts.coalition);
                        searches.keep(&store).expect("kept");
                        let on_disk = store.searches().expect("read").get(&debts).copied();
                        assert!(on_disk >= Some(known), "{on_disk:?} of {known}");
                    }
                });
            }
        });
        assert_eq!(store.searches().expect("read").get(&debts), Some(&((THREADS * ROUNDS) as u64)));
    }

    #[test]
    fn a_coalition_has_its_own_counts_alone() {
        let (searches, at) = (Searches::default(), datetime!(2026-11-22 12:00 UTC));
        let (debts, housing) = (searched("schulden", at), searched("huisvesting", at));
        let other = Searched { coalition: CoalitionId::new("proef-2").expect("a slug"), ..debts.clone() };
        for (it, times) in [(&debts, 2), (&housing, 1), (&other, 3)] {
            assert!((0..times).all(|_| searches.count(it, at, 9)));
        }
        assert_eq!(searches.of_coalition(&debts.coalition), [(housing, 1), (debts.clone(), 2)]);
        assert_eq!((searches.total(&debts.coalition), searches.total(&other.coalition)), (3, 3));
        assert_eq!(searches.of_coalition(&CoalitionId::new("proe").expect("a slug")), []);
    }
}
