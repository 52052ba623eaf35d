//! Profiles that are kept: made once for a version of a coalition, a day, a way of looking and who looks.
//!
//! Why: a comparison of many coalitions looks them up; an edit makes only the profile of its own coalition anew.
//! Never: a profile made for one viewer shown to another.

use super::column::Column;
use crate::analysis::gaps;
use crate::analysis::profile::Profile;
use crate::desk::{DeskError, Office, Reading};
use crate::model::*;
use crate::network::{Rule, Sides};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use time::Date;

/// The profile of one coalition, and its column in every comparison.
#[derive(Debug)]
pub struct KeptProfile {
    /// What is measured and counted.
    pub profile: Profile,
    /// Its cells in words.
    pub(super) column: Arc<Column>,
}

/// Profiles by coalition and by how they are looked at.
#[derive(Debug)]
pub struct KeptProfiles {
    most: usize,
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    profiles: HashMap<Key, Entry>,
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
    profile: Arc<KeptProfile>,
}

impl KeptProfiles {
    /// Keeps so many profiles at most.
    pub fn new(most: usize) -> Self {
        Self { most, kept: Mutex::default() }
    }

    /// How many are kept.
    pub fn len(&self) -> usize {
        self.lock().profiles.len()
    }

    /// Is none kept?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The profile of a coalition as the office's viewer sees it, kept or made. Nothing may be supposed.
    ///
    /// Errors: no such coalition. Cost: a look-up; else that of freezing the coalition and of `Profile::of`.
    pub fn get(&self, office: &Office<'_>, coalition: &CoalitionId, reading: &Reading) -> Result<Arc<KeptProfile>, DeskError> {
        let key = Key {
            coalition: coalition.clone(),
            as_of: reading.as_of,
            rule: reading.rule,
            sides: reading.sides.clone(),
            viewer: office.viewer.clone(),
        };
        let version = version(office, coalition);
        if let Some(found) = self.look(&key, version, office.today) {
            return Ok(found);
        }
        // Made without the lock: who asks for another does not wait. Two who ask for the same at once make the same.
        let profile = Arc::new(office.profile_made(coalition, reading)?);
        self.put(key, version, office.today, profile.clone());
        Ok(profile)
    }

    fn look(&self, key: &Key, version: u64, today: Date) -> Option<Arc<KeptProfile>> {
        let mut kept = self.lock();
        kept.looks += 1;
        let looks = kept.looks;
        let entry = kept.profiles.get_mut(key).filter(|it| it.version == version && it.today == today)?;
        entry.looked = looks;
        Some(entry.profile.clone())
    }

    fn put(&self, key: Key, version: u64, today: Date, profile: Arc<KeptProfile>) {
        let mut kept = self.lock();
        kept.looks += 1;
        let looked = kept.looks;
        kept.profiles.insert(key, Entry { version, today, looked, profile });
        while kept.profiles.len() > self.most {
            let oldest = kept.profiles.iter().min_by_key(|(_, it)| it.looked).map(|(key, _)| key.clone());
            oldest.and_then(|key| kept.profiles.remove(&key));
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
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
        Ok(KeptProfile { profile, column })
    }
}
