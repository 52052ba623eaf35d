//! How a long computation tells how far it is, and hears that nobody waits for it any more.
//!
//! Why: a national betweenness takes seconds, a permutation test longer; both must be stoppable.
//! Never: a clock, a thread, a word about what is computed.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use thiserror::Error;

/// Told (steps done, steps in all), from whatever thread does the work.
pub type Progress<'a> = &'a (dyn Fn(u64, u64) + Sync);

/// What may be asked of a long computation; by default: finish, silently.
#[derive(Clone, Copy, Default)]
pub struct Effort<'a> {
    /// Told how far it is.
    pub progress: Option<Progress<'a>>,
    /// Set by anybody, at any time: stop.
    pub cancelled: Option<&'a AtomicBool>,
}

impl Effort<'_> {
    /// Between two steps: tells how far it is. Stops the computation with an error if nobody waits for it.
    pub fn step(&self, done: u64, total: u64) -> Result<(), Cancelled> {
        if self.cancelled.is_some_and(|flag| flag.load(Ordering::Relaxed)) {
            return Err(Cancelled);
        }
        if let Some(progress) = self.progress {
            progress(done, total);
        }
        Ok(())
    }
}

impl fmt::Debug for Effort<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Effort").field("reports", &self.progress.is_some()).field("cancelled", &self.cancelled).finish()
    }
}

/// The computation was stopped before it had an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the computation was cancelled")]
pub struct Cancelled;

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicU64;

    #[test]
    fn by_default_nothing_stops_it() {
        assert_eq!(Effort::default().step(1, 2), Ok(()));
    }

    #[test]
    fn it_tells_how_far_it_is_until_it_is_stopped() {
        let (told, stop) = (AtomicU64::new(0), AtomicBool::new(false));
        let tell = |done, total| told.store(done * 100 / total, Ordering::Relaxed);
        let effort = Effort { progress: Some(&tell), cancelled: Some(&stop) };
        assert_eq!(effort.step(1, 4), Ok(()));
        stop.store(true, Ordering::Relaxed);
        assert_eq!(effort.step(2, 4), Err(Cancelled));
        assert_eq!(told.into_inner(), 25);
    }
}
