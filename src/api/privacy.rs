//! Who is not shown: a person who is hidden, or whom the register may not show any more, with their positions and memberships.
//!
//! Why: until there are roles nobody is the one who may see them, so here they are as if they were not there.
//! Never: gives away what is hidden through a revision, a refusal or the inverse of a change.

use crate::model::*;
use time::Date;

/// May this be shown on a day? What names no person always may.
pub fn shown(register: &Register, entity: &Entity, day: Date) -> bool {
    let person = |id: &PersonId| register.person(id).is_none_or(|it| it.shown_on(day));
    let position = |it: &Position| person(&it.person);
    match entity {
        Entity::Person(it) => it.shown_on(day),
        Entity::Position(it) => position(it),
        Entity::Membership(it) => match it.party {
            Party::Organisation(_) => true,
            Party::Person(id) => person(&id),
            Party::Position(id) => register.position(&id).is_none_or(position),
        },
        _ => true,
    }
}

/// May this change be made to something that is not shown? The answer to a change holds what was there before it, so only by
/// somebody who knows that already: who puts a person with the same name, purpose and words about the source, as the undo of
/// hiding does.
pub fn known_to_writer(hidden: &Entity, change: &Change) -> bool {
    let Entity::Person(before) = hidden else { return true };
    let Change::Put(entity) = change else { return false };
    let Entity::Person(after) = &**entity else { return false };
    before.name == after.name && before.purpose == after.purpose && before.provenance == after.provenance
}
