//! What an edition speaks about, and whether it may enter beside what is there.

use super::log::Log;
use super::{Disagreement, ImportError};
use crate::model::*;
use std::collections::{BTreeMap, BTreeSet};

/// An edition: what files say at one time about their coalitions.
pub(super) struct Edition {
    /// Everything in it.
    pub all: BTreeSet<EntityRef>,
    /// Its coalitions, each with the source of its record.
    pub coalitions: BTreeMap<CoalitionId, Option<SourceId>>,
    /// Sources that are imported networks.
    networks: BTreeSet<SourceId>,
}

impl Edition {
    /// Looks through the changes.
    pub fn new(changes: &[Change]) -> Self {
        let mut edition = Self { all: BTreeSet::new(), coalitions: BTreeMap::new(), networks: BTreeSet::new() };
        for change in changes {
            edition.all.insert(change.reference());
            let Change::Put(entity) = change else { continue };
            match &**entity {
                Entity::Coalition(it) => drop(edition.coalitions.insert(it.id.clone(), it.provenance.source)),
                Entity::Source(it) if it.kind == SourceKind::Import => drop(edition.networks.insert(it.id)),
                _ => {}
            }
        }
        edition
    }

    /// A plain network replaces only an earlier edition of itself, and is replaced by nothing else.
    pub fn may_enter(&self, register: &Register) -> Result<(), ImportError> {
        for (id, source) in &self.coalitions {
            let Some(there) = register.coalition(id) else { continue };
            let is_network = |source: &SourceId| register.source(source).is_some_and(|it| it.kind == SourceKind::Import);
            let fits = match source.filter(|source| self.networks.contains(source)) {
                Some(own) => is_network(&own),
                None => !there.provenance.source.as_ref().is_some_and(is_network),
            };
            if !fits {
                return Err(ImportError::Taken(id.clone()));
            }
        }
        Ok(())
    }

    /// Do files of other coalitions, imported earlier, define the shared facts of this batch in the same way?
    pub fn agrees(&self, register: &Register, log: &Log, batch: &[Change]) -> Result<(), ImportError> {
        if self.coalitions.is_empty() {
            return Ok(());
        }
        let shared = |what: &EntityRef| matches!(what, EntityRef::Organisation(_) | EntityRef::Source(_));
        let replaced = batch.iter().map(Change::reference).filter(|what| shared(what) && register.entity(what).is_some());
        let found: Vec<Disagreement> = replaced
            .filter_map(|what| {
                let coalitions = self.others_that_use(register, log, &what);
                (!coalitions.is_empty()).then_some(Disagreement { what, coalitions })
            })
            .collect();
        if found.is_empty() { Ok(()) } else { Err(ImportError::Disagrees(found)) }
    }

    /// Coalitions outside the edition with a fact from a file that stands on `what`, in some steps.
    fn others_that_use(&self, register: &Register, log: &Log, what: &EntityRef) -> Vec<CoalitionId> {
        let (mut seen, mut open) = (BTreeSet::new(), vec![what.clone()]);
        let mut coalitions = BTreeSet::new();
        while let Some(next) = open.pop() {
            for user in register.users_of(&next).filter(|user| log.is_by_files(user)) {
                if !seen.insert(user.clone()) {
                    continue;
                }
                match register.entity(user).and_then(coalition_of) {
                    Some(id) if self.coalitions.contains_key(id) => {}
                    Some(id) => drop(coalitions.insert(id.clone())),
                    None => open.push(user.clone()),
                }
            }
        }
        coalitions.into_iter().collect()
    }
}

/// The coalition that an entity belongs to by itself.
pub(super) fn coalition_of(entity: &Entity) -> Option<&CoalitionId> {
    match entity {
        Entity::Coalition(it) => Some(&it.id),
        Entity::Membership(it) => Some(&it.coalition),
        Entity::Initiative(it) => Some(&it.coalition),
        Entity::Claim(it) => Some(&it.coalition),
        Entity::Coverage(it) => Some(&it.coalition),
        Entity::ContactPoint(it) => it.coalition.as_ref(),
        Entity::Source(_) | Entity::Organisation(_) | Entity::Person(_) | Entity::Position(_) => None,
    }
}
