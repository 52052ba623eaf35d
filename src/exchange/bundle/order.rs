//! Puts facts in an order in which each finds what it refers to.

use super::Fact;
use crate::model::{Entity, EntityRef};
use std::collections::BTreeSet;

/// Sources, organisations (wholes before units), persons, positions, the coalition (its themes and governance name them), and what
/// belongs to it.
pub(super) fn order(mut facts: Vec<Fact>) -> Vec<Fact> {
    facts.sort_by_key(|fact| rank(&fact.entity));
    let (organisations, mut others): (Vec<Fact>, Vec<Fact>) =
        facts.into_iter().partition(|fact| matches!(fact.entity, Entity::Organisation(_)));
    let place = others.partition_point(|fact| rank(&fact.entity) < 1);
    others.splice(place..place, wholes_first(organisations));
    others
}

fn rank(entity: &Entity) -> u8 {
    match entity {
        Entity::Source(_) => 0,
        Entity::Organisation(_) => 1,
        Entity::Person(_) => 2,
        Entity::Position(_) => 3,
        Entity::Coalition(_) => 4,
        Entity::Membership(_) => 5,
        Entity::Initiative(_) => 6,
        Entity::Claim(_) => 7,
        Entity::Coverage(_) => 8,
        Entity::ContactPoint(_) => 9,
    }
}

/// No organisation is a part of itself here (checked before), so that every round places at least one.
fn wholes_first(mut open: Vec<Fact>) -> Vec<Fact> {
    let mut placed: Vec<Fact> = Vec::with_capacity(open.len());
    let mut seen: BTreeSet<EntityRef> = BTreeSet::new();
    while !open.is_empty() {
        let (ready, later): (Vec<Fact>, Vec<Fact>) = open.into_iter().partition(|fact| match &fact.entity {
            Entity::Organisation(it) => it.part_of.is_none_or(|whole| seen.contains(&EntityRef::Organisation(whole))),
            _ => true,
        });
        if ready.is_empty() {
            placed.extend(later);
            return placed;
        }
        seen.extend(ready.iter().map(|fact| fact.entity.reference()));
        placed.extend(ready);
        open = later;
    }
    placed
}
