//! Profiles that are kept: made once for a version of a coalition, a day, a way of looking and who looks, and held against chance
//! afterwards.
//!
//! Why: a comparison of many coalitions looks them up and never waits for draws; an edit makes only the profile of its own coalition
//! anew, and its draws only if what is measured changed.
//! Never: a profile made for one viewer shown to another, a lock held while something is made.

use super::column::Column;
use crate::analysis::effort::{Cancelled, Effort};
use crate::analysis::measures::{Chance, Measure, drawn};
use crate::analysis::profile::Profile;
use crate::analysis::{funnel, gaps};
use crate::desk::{DeskError, Office, Reading};
use crate::model::*;
use crate::network::{Rule, Sides, Unknown};
use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use time::Date;

/// Profiles that are kept when the settings do not say, in pieces.
pub const PROFILES_MAX_DEFAULT: usize = 1_024;
/// The same, all together, in bytes.
pub const PROFILES_BYTES_MAX_DEFAULT: usize = 128 * 1024 * 1024;
/// Draws for each number when the settings do not say.
pub const COMPARED_DRAWS_DEFAULT: u32 = 1_000;
/// Longest rest between two looks whether to go on: so long a server that is stopped waits for it at most.
const REST_MAX: Duration = Duration::from_millis(100);

/// How much is kept, and how chance is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keeping {
    /// Profiles, at most.
    pub entries_max: usize,
    /// The same, all together, in bytes.
    pub bytes_max: usize,
    /// Draws for each number, where there are too many possibilities for all.
    pub draws: u32,
    /// Where the draws begin.
    pub seed: u64,
}

impl Default for Keeping {
    fn default() -> Self {
        Self {
            entries_max: PROFILES_MAX_DEFAULT,
            bytes_max: PROFILES_BYTES_MAX_DEFAULT,
            draws: COMPARED_DRAWS_DEFAULT,
            seed: Chance::default().seed,
        }
    }
}

/// The profile of one coalition, and its column in every comparison.
#[derive(Debug)]
pub struct KeptProfile {
    /// What is measured and counted.
    pub profile: Profile,
    /// Its cells in words.
    pub(super) column: Arc<Column>,
    /// How far chance spreads a measure in this network, by its name, as far as anybody asked.
    spreads: Arc<Mutex<HashMap<String, Option<f64>>>>,
}

impl KeptProfile {
    /// How far chance spreads a measure in this network; `None`: not at all, or nobody knows. It is drawn once.
    ///
    /// Errors: it was cancelled. Cost: a look-up, or that of `drawn`.
    pub(super) fn spread(&self, name: &str, chance: &Chance, effort: &Effort<'_>) -> Result<Option<f64>, Cancelled> {
        let lock = || self.spreads.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(name) {
            return Ok(*known);
        }
        let mut keep_going = |_, _| Effort { progress: None, ..*effort }.step(0, 1).is_ok();
        let drawn = drawn(&self.profile.input, name, chance, &mut keep_going).ok_or(Cancelled)?;
        let found = funnel::spread(&drawn);
        lock().insert(name.to_owned(), found);
        Ok(found)
    }
}

/// Of how many coalitions the measures are held against chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChanceProgress {
    /// Those that are done.
    pub done: usize,
    /// All of them.
    pub of: usize,
}

/// Profiles by coalition and by how they are looked at.
#[derive(Debug)]
pub struct KeptProfiles {
    keeping: Keeping,
    kept: Mutex<Kept>,
    /// Rung when something begins to wait for its draws.
    bell: Condvar,
}

#[derive(Debug, Default)]
struct Kept {
    profiles: HashMap<Key, Entry>,
    /// Profiles that wait for their draws; true: somebody asked for them.
    waiting: HashMap<Key, bool>,
    /// Profiles whose draws are being made.
    making: HashSet<Key>,
    bytes: usize,
    /// Grows with every look: the entry with the lowest was looked at longest ago.
    looks: u64,
}

/// What tells profiles of one version apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    coalition: CoalitionId,
    as_of: Option<Date>,
    rule: Rule,
    sides: Sides,
    viewer: Viewer,
}

/// A profile, and what it was made from.
#[derive(Debug)]
struct Entry {
    version: u64,
    today: Date,
    looked: u64,
    bytes: usize,
    profile: Arc<KeptProfile>,
}

/// A profile that is to be held against chance.
struct Job {
    key: Key,
    asked: bool,
    profile: Arc<KeptProfile>,
}

impl KeptProfiles {
    /// Keeps so many profiles at most; the rest as it is by default.
    pub fn new(entries_max: usize) -> Self {
        Self::keeping(Keeping { entries_max, ..Keeping::default() })
    }

    /// Keeps as much as is said.
    pub fn keeping(keeping: Keeping) -> Self {
        Self { keeping, kept: Mutex::default(), bell: Condvar::new() }
    }

    /// How chance is drawn; who answered follows from each coalition.
    pub fn chance(&self) -> Chance {
        let Keeping { draws, seed, .. } = self.keeping;
        Chance { seed, label_draws: draws, rewire_draws: draws, side_response: None }
    }

    /// How many are kept.
    pub fn len(&self) -> usize {
        self.lock().profiles.len()
    }

    /// Is none kept?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many bytes they take, about.
    pub fn bytes(&self) -> usize {
        self.lock().bytes
    }

    /// Of how many profiles that are kept the measures are held against chance.
    pub fn progress(&self) -> ChanceProgress {
        let kept = self.lock();
        let done = kept.profiles.values().filter(|it| it.profile.profile.chance.is_some()).count();
        ChanceProgress { done, of: kept.profiles.len() }
    }

    /// The profile of a coalition as the office's viewer sees it, kept or made; one that is not held against chance waits for that
    /// from now on. Nothing may be supposed.
    ///
    /// Errors: no such coalition. Cost: a look-up; else that of freezing the coalition and of `Profile::of`.
    pub fn get(&self, office: &Office<'_>, coalition: &CoalitionId, reading: &Reading) -> Result<Arc<KeptProfile>, DeskError> {
        self.get_or_make(office, coalition, reading, true)
    }

    /// Makes the profiles that everybody asks for, before anybody does: all coalitions on the day that each is shown at, as long as
    /// there is room for all. Their draws are made later, by `work`. What is kept already costs a look. Gives how many are kept.
    /// `go_on` is asked between two of them, with the time that the last one took.
    pub fn make_ready(&self, office: &Office<'_>, mut go_on: impl FnMut(Duration) -> bool) -> usize {
        let mut began = Instant::now();
        let mut next = || {
            let goes_on = go_on(began.elapsed());
            began = Instant::now();
            goes_on
        };
        let reading = Reading::default();
        let coalitions = office.coalitions_by_name();
        let made = |id: &&CoalitionId| self.get_or_make(office, id, &reading, false).is_ok();
        coalitions.iter().take(self.keeping.entries_max).take_while(|_| next()).filter(made).count()
    }

    fn get_or_make(
        &self,
        office: &Office<'_>,
        coalition: &CoalitionId,
        reading: &Reading,
        asked: bool,
    ) -> Result<Arc<KeptProfile>, DeskError> {
        let key = Key {
            coalition: coalition.clone(),
            as_of: reading.as_of,
            rule: reading.rule,
            sides: reading.sides.clone(),
            viewer: office.viewer.clone(),
        };
        let version = version(office, coalition);
        if let Some(found) = self.look(&key, version, office.today, asked) {
            return Ok(found);
        }
        // Made without the lock: who asks for another does not wait. Two who ask for the same at once make the same.
        let made = office.profile_made(coalition, reading)?;
        let bytes = bytes_of(&made);
        Ok(self.put(key, (version, office.today), made, bytes, asked))
    }

    fn look(&self, key: &Key, version: u64, today: Date, asked: bool) -> Option<Arc<KeptProfile>> {
        let mut kept = self.lock();
        kept.looks += 1;
        let looks = kept.looks;
        let entry = kept.profiles.get_mut(key).filter(|it| it.version == version && it.today == today)?;
        entry.looked = looks;
        let found = entry.profile.clone();
        if found.profile.chance.is_none() {
            kept.wait(key, asked);
            self.bell.notify_one();
        }
        Some(found)
    }

    fn put(&self, key: Key, (version, today): (u64, Date), made: KeptProfile, bytes: usize, asked: bool) -> Arc<KeptProfile> {
        let mut kept = self.lock();
        kept.looks += 1;
        let looked = kept.looks;
        if let Some(same) = kept.profiles.get(&key).filter(|it| it.version == version && it.today == today) {
            return same.profile.clone();
        }
        let before = kept.remove(&key);
        let profile = before.and_then(|it| drawn_already(&it.profile.profile, &made.profile)).unwrap_or(made.profile);
        let profile = Arc::new(KeptProfile { profile, ..made });
        let drawn = profile.profile.chance.is_some();
        kept.bytes += bytes;
        kept.profiles.insert(key.clone(), Entry { version, today, looked, bytes, profile: profile.clone() });
        while kept.profiles.len() > 1 && (kept.profiles.len() > self.keeping.entries_max || kept.bytes > self.keeping.bytes_max) {
            let oldest = kept.profiles.iter().min_by_key(|(_, it)| it.looked).map(|(key, _)| key.clone());
            oldest.and_then(|key| kept.remove(&key));
        }
        if !drawn {
            kept.wait(&key, asked);
            self.bell.notify_one();
        }
        profile
    }

    /// Holds against chance what waits for it, one profile after the other, until it is told to stop: what somebody asked for first,
    /// then what nobody asked for yet, and of both the largest first. After one that nobody asked for it rests, so that it takes this
    /// share of the time of its thread, in percent. Any number of threads may do so at once.
    pub fn work(&self, stop: &AtomicBool, percent: u32) {
        let percent = percent.clamp(1, 100);
        while !stop.load(Ordering::Relaxed) {
            let Some(job) = self.next_within(REST_MAX) else { continue };
            let began = Instant::now();
            self.hold(&job, &mut |_, _| !stop.load(Ordering::Relaxed));
            if !job.asked {
                let until = Instant::now() + began.elapsed() * (100 - percent) / percent;
                while !stop.load(Ordering::Relaxed) && !self.somebody_waits() && Instant::now() < until {
                    std::thread::sleep(REST_MAX.min(until.saturating_duration_since(Instant::now())));
                }
            }
        }
    }

    /// Holds everything that waits for it against chance, on so many threads, and tells how many profiles of all are done.
    ///
    /// Errors: it was cancelled; what is done stays. Cost: that of `Profile::with_chance` for each, shared by the threads.
    pub fn finish(&self, effort: &Effort<'_>, threads: usize) -> Result<(), Cancelled> {
        let of = self.lock().waiting.len() as u64;
        let (done, stop) = (AtomicU64::new(0), AtomicBool::new(effort.step(0, of.max(1)).is_err()));
        let silent = Effort { progress: None, ..*effort };
        let one_after_the_other = || {
            while !stop.load(Ordering::Relaxed) {
                let Some(job) = self.lock().next() else { return };
                let held = self.hold(&job, &mut |_, _| !stop.load(Ordering::Relaxed) && silent.step(0, 1).is_ok());
                let told = || effort.step(done.fetch_add(1, Ordering::Relaxed).saturating_add(1).min(of), of);
                if !held || told().is_err() {
                    stop.store(true, Ordering::Relaxed);
                }
            }
        };
        std::thread::scope(|scope| (0..threads.max(1).min(of as usize)).for_each(|_| drop(scope.spawn(one_after_the_other))));
        if stop.into_inner() { Err(Cancelled) } else { Ok(()) }
    }

    /// Makes the draws of one profile and keeps them, unless its coalition was edited meanwhile. False: it was stopped.
    fn hold(&self, job: &Job, keep_going: &mut dyn FnMut(u64, u64) -> bool) -> bool {
        let drawn = job.profile.profile.with_chance(&self.chance(), keep_going);
        let mut kept = self.lock();
        kept.making.remove(&job.key);
        let stopped = drawn.is_none();
        match kept.profiles.get_mut(&job.key) {
            Some(entry) if Arc::ptr_eq(&entry.profile, &job.profile) => match drawn {
                Some(profile) => {
                    let KeptProfile { column, spreads, .. } = &*job.profile;
                    let (column, spreads) = (column.clone(), spreads.clone());
                    entry.profile = Arc::new(KeptProfile { profile, column, spreads });
                }
                None => kept.wait(&job.key, job.asked),
            },
            _ => {}
        }
        !stopped
    }

    fn next_within(&self, patience: Duration) -> Option<Job> {
        let mut kept = self.lock();
        if kept.waiting.is_empty() {
            kept = self.bell.wait_timeout(kept, patience).unwrap_or_else(PoisonError::into_inner).0;
        }
        kept.next()
    }

    fn somebody_waits(&self) -> bool {
        self.lock().waiting.values().any(|asked| *asked)
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        // Only looked up and put under the lock: nothing of it can be half.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    /// From now on a profile waits for its draws, unless they are being made.
    fn wait(&mut self, key: &Key, asked: bool) {
        match self.waiting.get_mut(key) {
            Some(before) => *before |= asked,
            None if self.making.contains(key) => {}
            None => _ = self.waiting.insert(key.clone(), asked),
        }
    }

    /// The next to be made: asked for before not, then the one with most lines. Cost: O(waiting).
    fn next(&mut self) -> Option<Job> {
        let lines = |key: &Key| self.profiles.get(key).map_or(0, |it| it.profile.profile.input.graph.links());
        let (key, asked) =
            self.waiting.iter().max_by_key(|(key, asked)| (**asked, lines(key))).map(|(key, asked)| (key.clone(), *asked))?;
        self.waiting.remove(&key);
        let profile = self.profiles.get(&key)?.profile.clone();
        self.making.insert(key.clone());
        Some(Job { key, asked, profile })
    }

    fn remove(&mut self, key: &Key) -> Option<Entry> {
        self.waiting.remove(key);
        // What is being made for it is made for nobody: it may begin anew.
        self.making.remove(key);
        let entry = self.profiles.remove(key)?;
        self.bytes -= entry.bytes;
        Some(entry)
    }
}

/// The new profile with the draws of the one before, if nothing that is measured changed; `None`: they must be made.
fn drawn_already(before: &Profile, new: &Profile) -> Option<Profile> {
    let chance = before.chance?;
    if before.input != new.input || before.side_response != new.side_response {
        return None;
    }
    let held = |it: &Measure| it.baseline.is_some() || it.baseline_reason.is_some();
    let mut measures = new.measures.clone();
    measures.extend(before.measures.iter().filter(|(_, it)| held(it)).map(|(name, it)| (name.clone(), *it)));
    Some(Profile { measures, mixing: before.mixing.clone(), chance: Some(chance), ..new.clone() })
}

/// How many bytes a profile takes, about: its arrays, its measures, and its cells twice what they take as text.
fn bytes_of(kept: &KeptProfile) -> usize {
    const MEASURE_BYTES: usize = 2 * size_of::<Measure>();
    let Profile { input, measures, with_leader, without_leader, mixing, rows, kinds, .. } = &kept.profile;
    let nodes = input.graph.nodes();
    let unknown = if matches!(input.unknown, Unknown::Pairs(_)) { nodes * nodes / 16 } else { 0 };
    let arrays = nodes * 8 + input.graph.targets().len() * 4 + unknown + input.no_steps.len() * 8;
    let numbers = (measures.len() + with_leader.len() + without_leader.len()) * MEASURE_BYTES
        + size_of_val(mixing.as_slice())
        + size_of_val(rows.as_slice())
        + size_of_val(kinds.as_slice());
    let column = &kept.column;
    let text = serde_json::to_vec(&(&column.features, &column.kinds)).map_or(0, |text| text.len());
    size_of::<Profile>() + arrays + numbers + 2 * text
}

/// The version of what a viewer is told of a coalition: whether somebody is of a coalition can change outside it, so for who sees by
/// coalition the whole register makes the version.
fn version(office: &Office<'_>, coalition: &CoalitionId) -> u64 {
    match office.viewer.role.in_coalition() {
        true => office.register.sequence(),
        false => office.register.coalition_version(coalition),
    }
}

impl Office<'_> {
    /// Freezes a coalition and makes its profile and its column.
    fn profile_made(&self, coalition: &CoalitionId, reading: &Reading) -> Result<KeptProfile, DeskError> {
        let network = self.network(coalition.as_str(), reading.clone())?;
        let findings = gaps::findings(&network);
        let profile = Profile::with(&network, &findings);
        let column = Arc::new(Column::of(self, &network, &findings, &profile));
        Ok(KeptProfile { profile, column, spreads: Arc::default() })
    }
}
