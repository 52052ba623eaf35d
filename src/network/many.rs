//! Many coalitions at once: each frozen by itself, on all processors.

use super::{Network, View, freeze};
use crate::model::{CoalitionId, Register};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use time::Date;

/// Freezes coalitions, each at its day, as `view` looks at them.
///
/// Takes: coalitions with their days; whom to tell how many are done, from any thread: `Break` stops.
/// Gives: their networks in the order asked, without those that are not there. `None`: it was stopped.
/// Cost: that of `freeze` for each, shared by the processors of this machine. The same on every number of processors.
pub fn freeze_many(
    register: &Register,
    asked: &[(&CoalitionId, Date)],
    view: &View,
    told: &(dyn Fn(usize) -> ControlFlow<()> + Sync),
) -> Option<Vec<Network>> {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(asked.len());
    let (next, done, stopped) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicBool::new(false));
    let work = || {
        let mut own: Vec<(usize, Network)> = Vec::new();
        while !stopped.load(Ordering::Relaxed) {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some((coalition, day)) = asked.get(place) else { break };
            own.extend(freeze(register, coalition, *day, view).map(|network| (place, network)));
            if told(done.fetch_add(1, Ordering::Relaxed) + 1).is_break() {
                stopped.store(true, Ordering::Relaxed);
            }
        }
        own
    };
    let mut found: Vec<(usize, Network)> = if threads <= 1 {
        work()
    } else {
        thread::scope(|scope| {
            let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
            let own = work();
            let joined = others.into_iter().map(|other| other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            joined.flatten().chain(own).collect()
        })
    };
    if stopped.into_inner() {
        return None;
    }
    found.sort_unstable_by_key(|(place, _)| *place);
    Some(found.into_iter().map(|(_, network)| network).collect())
}
