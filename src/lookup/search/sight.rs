//! Who may find each thing, as numbers that are asked of every match.

use super::entries::Entry;
use super::known::Seen;
use crate::model::*;

const EVERYONE: u32 = 0;
const EVERY_COALITION: u32 = 1;
/// The number of the first coalition.
const COALITIONS: u32 = 2;

/// Who may find what, for all things.
#[derive(Debug, Default)]
pub(super) struct Sights {
    /// Coalitions in which something can be found, sorted.
    coalitions: Vec<CoalitionId>,
    /// Where in `who` each thing begins; the last is the end.
    starts: Vec<u32>,
    /// Numbers of who may find a thing; none where only the administrator may.
    who: Vec<u32>,
}

impl Sights {
    /// Takes everything that can be found, in order. Cost: O(things · log coalitions).
    pub fn of(entries: &[Entry<'_>]) -> Self {
        let places = |seen: &'_ Seen| match seen {
            Seen::In(places) => places.clone(),
            Seen::Everyone | Seen::EveryCoalition => Vec::new(),
        };
        let mut coalitions: Vec<CoalitionId> = entries.iter().flat_map(|entry| places(&entry.seen)).collect();
        coalitions.sort_unstable();
        coalitions.dedup();
        let mut sights = Self { coalitions, starts: vec![0], who: Vec::new() };
        for entry in entries {
            match &entry.seen {
                Seen::Everyone => sights.who.push(EVERYONE),
                Seen::EveryCoalition => sights.who.push(EVERY_COALITION),
                Seen::In(places) => {
                    let numbers = places.iter().filter_map(|id| sights.coalitions.binary_search(id).ok());
                    sights.who.extend(numbers.map(|at| COALITIONS + at as u32));
                }
            }
            sights.starts.push(sights.who.len() as u32);
        }
        sights
    }

    /// What a viewer may find. Cost: O(their coalitions · log).
    pub fn of_viewer(&self, viewer: &Viewer) -> Sight<'_> {
        let mut own = vec![EVERYONE];
        if viewer.role.in_coalition() {
            let numbers = viewer.coalitions.iter().filter_map(|id| self.coalitions.binary_search(id).ok());
            own.push(EVERY_COALITION);
            own.extend(numbers.map(|at| COALITIONS + at as u32));
            own.sort_unstable();
        }
        Sight { sights: self, own: (viewer.role != Role::Administrator).then_some(own) }
    }
}

/// What one viewer may find.
pub(super) struct Sight<'a> {
    sights: &'a Sights,
    /// Sorted; absent for who may find all that is in the index.
    own: Option<Vec<u32>>,
}

impl Sight<'_> {
    /// May they find this thing?
    pub fn sees(&self, number: u32) -> bool {
        let Some(own) = &self.own else { return true };
        let [from, until] = [number, number + 1].map(|at| self.sights.starts[at as usize] as usize);
        self.sights.who[from..until].iter().any(|who| match own.len() {
            0..=4 => own.contains(who),
            _ => own.binary_search(who).is_ok(),
        })
    }
}
