//! Which agreements, consultations and programmes began, ended or were planned?

use super::merged;
use crate::model::{Initiative, InitiativeId, InitiativeStatus};
use crate::network::Network;
use serde::Serialize;
use utoipa::ToSchema;

/// What happened to an initiative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum InitiativeTurn {
    /// It runs now, and did not before.
    Begun,
    /// It ran before, and does not now.
    Ended,
    /// A plan or wish now, of which nothing was known before.
    Planned,
}

/// One initiative on two days. Places are those in `Network::initiatives`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InitiativeChange {
    /// Which.
    pub id: InitiativeId,
    /// Its place before.
    pub before: Option<usize>,
    /// Its place after.
    pub after: Option<usize>,
    /// What happened.
    pub what: InitiativeTurn,
}

/// Changes of initiatives: what began, ended, was planned?
///
/// Takes: one coalition frozen on two days.
/// Gives: each initiative of which that can be said, by id. One without a known beginning or end runs on both days.
/// Cost: O(initiatives · log), then one pass. Deterministic.
/// Checked: swapped days and the same day.
pub fn initiative_changes(before: &Network, after: &Network) -> Vec<InitiativeChange> {
    let [was, is] = [before, after].map(|network| {
        let mut all: Vec<(InitiativeId, usize)> =
            network.initiatives.iter().enumerate().map(|(place, it)| (it.id, place)).collect();
        all.sort_unstable();
        all
    });
    let runs = |network: &Network, place: Option<usize>| {
        place.is_some_and(|place| network.initiatives[place].status == InitiativeStatus::Existing)
    };
    let ahead = |it: &Initiative| matches!(it.status, InitiativeStatus::Planned | InitiativeStatus::Wished);
    let changed = merged(&was, &is, |(id, _)| *id).filter_map(|(id, was, is)| {
        let [was, is] = [was, is].map(|it| it.map(|(_, place)| *place));
        let what = match (runs(before, was), runs(after, is)) {
            (false, true) => InitiativeTurn::Begun,
            (true, false) => InitiativeTurn::Ended,
            (false, false) if was.is_none() && is.is_some_and(|place| ahead(&after.initiatives[place])) => {
                InitiativeTurn::Planned
            }
            _ => return None,
        };
        Some(InitiativeChange { id, before: was, after: is, what })
    });
    changed.collect()
}
