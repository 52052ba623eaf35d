//! Where the register keeps its entities: numbered places, an index by id for each noun, and who refers to whom.
//!
//! Why numbers: with a country in it, most of the register is references, and a number of four bytes says what an id of sixteen
//! says. They never leave the register, and nothing is in their order.
//! Never: checks anything, or knows what an entity means.

use super::sorted::Sorted;
use super::{CoalitionId, Entity, EntityRef};
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

/// Places in one block that is shared between copies.
const BLOCK_PLACES: usize = 256;
/// Nouns with a UUID, and one number that stays unused for the noun with a slug.
const NOUNS: usize = 10;
/// The place of coalitions among the nouns, as `EntityRef` lists them.
const COALITION: usize = 1;

/// What stands at a place.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub reference: EntityRef,
    pub entity: Arc<Entity>,
    /// Sequence number of the last change.
    pub revision: u64,
}

/// Everything kept. A copy shares all blocks; a write copies those it touches.
#[derive(Debug, Clone, Default)]
pub(super) struct Shelves {
    blocks: Vec<Arc<Vec<Option<Kept>>>>,
    /// Places behind the last block that is in use, and those that came free.
    next: u32,
    free: Arc<Vec<u32>>,
    ids: [Sorted<Uuid, u32>; NOUNS],
    slugs: Arc<BTreeMap<CoalitionId, u32>>,
    /// Target in the upper half, user in the lower.
    used_by: Sorted<u64>,
}

/// A reference as its noun and its UUID; nothing for a coalition.
fn key(reference: &EntityRef) -> Option<(usize, Uuid)> {
    Some(match reference {
        EntityRef::Source(id) => (0, id.0),
        EntityRef::Coalition(_) => return None,
        EntityRef::Organisation(id) => (2, id.0),
        EntityRef::Person(id) => (3, id.0),
        EntityRef::Position(id) => (4, id.0),
        EntityRef::Membership(id) => (5, id.0),
        EntityRef::Initiative(id) => (6, id.0),
        EntityRef::Claim(id) => (7, id.0),
        EntityRef::Coverage(id) => (8, id.0),
        EntityRef::ContactPoint(id) => (9, id.0),
    })
}

impl Shelves {
    /// How many entities.
    pub fn len(&self) -> usize {
        self.next as usize - self.free.len()
    }
    /// How many coalitions.
    pub fn coalitions(&self) -> usize {
        self.slugs.len()
    }
    /// The place of an entity.
    pub fn place(&self, reference: &EntityRef) -> Option<u32> {
        match (key(reference), reference) {
            (Some((noun, id)), _) => self.ids[noun].get(&id),
            (None, EntityRef::Coalition(id)) => self.slugs.get(id).copied(),
            (None, _) => None,
        }
    }
    /// What stands at a place.
    pub fn at(&self, place: u32) -> Option<&Kept> {
        self.blocks.get(place as usize / BLOCK_PLACES)?.get(place as usize % BLOCK_PLACES)?.as_ref()
    }
    /// An entity with its revision.
    pub fn get(&self, reference: &EntityRef) -> Option<&Kept> {
        self.at(self.place(reference)?)
    }
    /// Every entity of the noun of this reference, by id.
    pub fn of_noun(&self, noun: usize) -> impl Iterator<Item = &Kept> {
        let slugs = (noun == COALITION).then(|| self.slugs.values().copied());
        let ids = self.ids[noun].iter().map(|(_, place)| place);
        ids.chain(slugs.into_iter().flatten()).filter_map(|place| self.at(place))
    }
    /// Everything, noun by noun, then by id.
    pub fn iter(&self) -> impl Iterator<Item = &Kept> {
        (0..NOUNS).flat_map(|noun| self.of_noun(noun))
    }

    /// Puts an entity at the place of what had its id, if there is one; `targets` are the places of what it refers to besides itself.
    pub fn put(&mut self, at: Option<u32>, kept: Kept, targets: &[u32]) {
        let place = at.unwrap_or_else(|| self.new_place(&kept.reference));
        for target in targets {
            self.used_by.insert(pair(*target, place), ());
        }
        let block = place as usize / BLOCK_PLACES;
        if block == self.blocks.len() {
            self.blocks.push(Arc::new(Vec::with_capacity(BLOCK_PLACES)));
        }
        let block = Arc::make_mut(&mut self.blocks[block]);
        match block.get_mut(place as usize % BLOCK_PLACES) {
            Some(there) => *there = Some(kept),
            None => block.push(Some(kept)),
        }
    }

    fn new_place(&mut self, reference: &EntityRef) -> u32 {
        let free = if self.free.is_empty() { None } else { Arc::make_mut(&mut self.free).pop() };
        let place = free.unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        });
        match (key(reference), reference) {
            (Some((noun, id)), _) => self.ids[noun].insert(id, place),
            (None, EntityRef::Coalition(id)) => drop(Arc::make_mut(&mut self.slugs).insert(id.clone(), place)),
            (None, _) => {}
        }
        place
    }

    /// Forgets what an entity refers to; it stays where it is.
    pub fn unlink(&mut self, reference: &EntityRef) {
        let Some(place) = self.place(reference) else { return };
        let targets = self.at(place).map(|kept| kept.entity.refers_to()).unwrap_or_default();
        for target in targets {
            if let Some(target) = self.place(&target) {
                self.used_by.remove(&pair(target, place));
            }
        }
    }

    /// Takes an entity away, with what it refers to.
    pub fn remove(&mut self, reference: &EntityRef) {
        self.unlink(reference);
        let Some(place) = self.place(reference) else { return };
        match (key(reference), reference) {
            (Some((noun, id)), _) => self.ids[noun].remove(&id),
            (None, EntityRef::Coalition(id)) => drop(Arc::make_mut(&mut self.slugs).remove(id)),
            (None, _) => {}
        }
        let block = Arc::make_mut(&mut self.blocks[place as usize / BLOCK_PLACES]);
        block[place as usize % BLOCK_PLACES] = None;
        Arc::make_mut(&mut self.free).push(place);
    }

    /// Who refers to what stands at a place, in no order, each with its place. Cost: O(log references), then O(1) each.
    pub fn users(&self, target: u32) -> impl Iterator<Item = (u32, &Kept)> {
        let users = self.used_by.from(pair(target, 0)).map(|(pair, ())| pair);
        let users = users.take_while(move |pair| pair >> 32 == u64::from(target)).map(|pair| pair as u32);
        users.filter_map(|user| Some((user, self.at(user)?)))
    }
}

fn pair(target: u32, user: u32) -> u64 {
    u64::from(target) << 32 | u64::from(user)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_is_small() {
        // Millions of claims decide how much memory a country takes.
        assert!(size_of::<Entity>() <= 256, "{} bytes", size_of::<Entity>());
        assert!(size_of::<Option<Kept>>() <= 40, "{} bytes", size_of::<Option<Kept>>());
    }
}
