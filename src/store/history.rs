//! What was changed, when, and by whom.

use super::{Actor, Store, StoreError, row};
use crate::model::{Change, CoalitionId, Entity, EntityRef};
use std::collections::{BTreeSet, VecDeque};
use time::OffsetDateTime;

/// Rows given when the caller does not say how many.
pub const HISTORY_ROWS_DEFAULT: usize = 100;

/// Bytes at the start of a record in which its head ends for certain, when a file brought it.
const HEAD_BYTES: usize = 128;

/// About what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum About {
    /// Every change.
    #[default]
    Everything,
    /// Changes of one entity.
    Entity(EntityRef),
    /// Changes of a coalition, its memberships, initiatives, claims, coverages and contact points.
    Coalition(CoalitionId),
}

/// Which part of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryQuery {
    /// About what.
    pub about: About,
    /// Only changes before this sequence: where the last page ended.
    pub before: Option<u64>,
    /// At most so many.
    pub limit: usize,
}

impl Default for HistoryQuery {
    fn default() -> Self {
        Self { about: About::Everything, before: None, limit: HISTORY_ROWS_DEFAULT }
    }
}

/// One change that was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryRow {
    /// Register sequence after it.
    pub sequence: u64,
    /// When, in UTC.
    pub at: OffsetDateTime,
    /// By whom.
    pub actor: Actor,
    /// Sequence of the first change of its batch.
    pub batch: u64,
    /// What changed; a person bears today's name in every row.
    pub change: Change,
}

impl Store {
    /// What was changed, newest first?
    ///
    /// Takes: about what, before which sequence, how many. Gives: at most `limit` rows.
    /// Errors: `Corrupt`, `NewerFormat`, `Stopped`. Cost: for everything O(limit); else one pass over the bytes of the log.
    pub fn history(&self, query: &HistoryQuery) -> Result<Vec<HistoryRow>, StoreError> {
        let last = query.before.map_or(u64::MAX, |before| before.saturating_sub(1)).min(self.sequence());
        let from = match query.about {
            About::Everything => (last + 1).saturating_sub(query.limit as u64),
            About::Entity(_) | About::Coalition(_) => 1,
        };
        let mut filter = Filter::new(&query.about);
        let mut found = VecDeque::new();
        self.records(from, last, &mut |place, sealed| {
            if query.limit == 0 || !filter.may_match(sealed) {
                return Ok(());
            }
            let row = row::decode(place, sealed)?;
            let (at, actor, batch) = (row.at, row.actor.clone(), row.batch);
            for (sequence, change) in row.numbered(place).filter(|(sequence, _)| (from..=last).contains(sequence)) {
                if filter.matches(&change) {
                    if found.len() == query.limit {
                        found.pop_front();
                    }
                    found.push_back(HistoryRow { sequence, at, actor: actor.clone(), batch, change });
                }
            }
            Ok(())
        })?;
        let joined = found.into_iter().rev().map(|mut row| {
            self.join(&mut row.change)?;
            Ok(row)
        });
        joined.collect()
    }

    /// What did users change, at any time, and not only files that were loaded?
    ///
    /// For a new edition of a file, which must not undo what a user edited. Errors: `Corrupt`, `NewerFormat`,
    /// `Stopped`. Cost: one pass over the log.
    pub fn changed_by_users(&self) -> Result<BTreeSet<EntityRef>, StoreError> {
        let mut changed = BTreeSet::new();
        let by_files = [Actor::SHIPPED, Actor::IMPORT].map(|actor| format!("\"actor\":\"{}\",\"batch\":", actor.as_str()));
        self.records(1, self.sequence(), &mut |place, sealed| {
            // The head of a record of many changes says enough; looking into it would be looking into a whole country.
            let head = std::str::from_utf8(&sealed[..sealed.len().min(HEAD_BYTES)]).unwrap_or_default();
            if place.count > 1 && by_files.iter().any(|actor| head.contains(actor)) {
                return Ok(());
            }
            let row = row::decode(place, sealed)?;
            if !row.actor.loads_files() {
                changed.extend(row.numbered(place).map(|(_, change)| change.reference()));
            }
            Ok(())
        })?;
        Ok(changed)
    }
}

/// Decides row by row, in order of the log, because a removal names only what it removes.
struct Filter<'a> {
    about: &'a About,
    /// Text that a row must hold to be worth reading.
    text: String,
    /// What was seen to belong to the coalition.
    members: BTreeSet<EntityRef>,
}

impl<'a> Filter<'a> {
    fn new(about: &'a About) -> Self {
        let text = match about {
            About::Everything => String::new(),
            About::Entity(reference) => quoted(reference),
            About::Coalition(id) => format!("\"{id}\""),
        };
        Self { about, text, members: BTreeSet::new() }
    }

    fn may_match(&self, sealed: &[u8]) -> bool {
        let Ok(text) = std::str::from_utf8(sealed) else { return true };
        text.contains(&self.text) || (!self.members.is_empty() && text.contains("\"change\":{\"remove\":"))
    }

    fn matches(&mut self, change: &Change) -> bool {
        match self.about {
            About::Everything => true,
            About::Entity(reference) => change.reference() == *reference,
            About::Coalition(coalition) => match change {
                Change::Put(entity) => {
                    let belongs = belongs(entity, coalition);
                    if belongs {
                        self.members.insert(entity.reference());
                    }
                    belongs
                }
                Change::Remove(reference) => self.members.contains(reference),
            },
        }
    }
}

/// The id of a reference as it stands in a row.
fn quoted(reference: &EntityRef) -> String {
    match reference {
        EntityRef::Coalition(id) => format!("\"{id}\""),
        EntityRef::Source(id) => format!("\"{id}\""),
        EntityRef::Organisation(id) => format!("\"{id}\""),
        EntityRef::Person(id) => format!("\"{id}\""),
        EntityRef::Position(id) => format!("\"{id}\""),
        EntityRef::Membership(id) => format!("\"{id}\""),
        EntityRef::Initiative(id) => format!("\"{id}\""),
        EntityRef::Claim(id) => format!("\"{id}\""),
        EntityRef::Coverage(id) => format!("\"{id}\""),
        EntityRef::ContactPoint(id) => format!("\"{id}\""),
    }
}

fn belongs(entity: &Entity, coalition: &CoalitionId) -> bool {
    match entity {
        Entity::Coalition(it) => it.id == *coalition,
        Entity::Membership(it) => it.coalition == *coalition,
        Entity::Initiative(it) => it.coalition == *coalition,
        Entity::Claim(it) => it.coalition == *coalition,
        Entity::Coverage(it) => it.coalition == *coalition,
        Entity::ContactPoint(it) => it.coalition.as_ref() == Some(coalition),
        Entity::Source(_) | Entity::Organisation(_) | Entity::Person(_) | Entity::Position(_) => false,
    }
}
