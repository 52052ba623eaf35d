//! Searches that nobody serves, counted while the service runs.
//!
//! Why: a search must not wait for the disk; counts go there in one go, at intervals and at the end.
//! Never: who searched, or what was typed. A flood from one machine makes no number larger than a limit for each minute.

use super::{Store, StoreError};
use crate::model::{CoalitionId, Searched};
use crate::store::SearchCounts;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};
use time::OffsetDateTime;

/// Seconds in a minute.
const MINUTE_S: i64 = 60;

/// What was counted, and what of it is not on disk yet.
#[derive(Debug, Default)]
struct Counted {
    times: SearchCounts,
    unsaved: BTreeSet<Searched>,
    minute: i64,
    in_minute: HashMap<CoalitionId, usize>,
}

/// The counts of searches.
#[derive(Debug, Default)]
pub struct Searches(Mutex<Counted>);

impl Searches {
    /// Goes on from what was kept.
    pub fn of(times: SearchCounts) -> Self {
        Self(Mutex::new(Counted { times, ..Counted::default() }))
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
        *counted.times.entry(searched.clone()).or_default() += 1;
        counted.unsaved.insert(searched.clone());
        true
    }

    /// What was searched for in one coalition, oldest month first. Cost: O(counts).
    pub fn of_coalition(&self, coalition: &CoalitionId) -> Vec<(Searched, u64)> {
        let counted = self.counted();
        let own = counted.times.iter().filter(|(searched, _)| searched.coalition == *coalition);
        own.map(|(searched, times)| (searched.clone(), *times)).collect()
    }

    /// How many searches were counted in one coalition, at any time. It never falls. Cost: O(counts).
    pub fn total(&self, coalition: &CoalitionId) -> u64 {
        let counted = self.counted();
        counted.times.iter().filter(|(searched, _)| searched.coalition == *coalition).map(|(_, times)| times).sum()
    }

    /// Puts on disk what is not there yet; what cannot be kept now is tried again the next time. It blocks.
    pub fn keep(&self, store: &Store) -> Result<(), StoreError> {
        let (counts, unsaved) = {
            let mut counted = self.counted();
            let unsaved = std::mem::take(&mut counted.unsaved);
            let counts: SearchCounts =
                unsaved.iter().filter_map(|searched| Some((searched.clone(), *counted.times.get(searched)?))).collect();
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
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{NeedCode, YearMonth};
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
}
