//! Personal values: taken out of a change before it enters the log, put back when it is read.
//!
//! Why: rows are kept for good, people may ask to be forgotten. Erasing drops one value and rewrites no history.
//! Never: fails because a value is gone; that person is then called `REMOVED_NAME`.
//! Beware: sled writes over an erased value only when it uses that part of its file again; a line export into a new store
//! leaves it behind for certain.

use super::{Record, StoreError, row};
use crate::model::{Change, Entity, EntityRef, Name, Note, Person, PersonId};
use serde::{Deserialize, Serialize};

/// What a person is called whose values were erased.
pub const REMOVED_NAME: &str = "(verwijderd)";

/// What the register knows about somebody besides their number: the latest values only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Personal {
    pub name: Name,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Note>,
    /// Place in the source, which may well quote the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Note>,
    /// Why it was read so; may well quote the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

impl Personal {
    /// Are these the values that a row keeps when the real ones were taken out?
    pub fn is_blank(&self) -> bool {
        self.name.as_str() == REMOVED_NAME && self.purpose.is_none() && self.at.is_none() && self.note.is_none()
    }
}

/// What happens to somebody's personal values.
pub(super) enum Effect {
    Keep(PersonId, Box<Personal>),
    Erase(PersonId),
}

/// Takes the personal values out of a change; what remains may enter the log.
pub(super) fn split(change: &mut Change) -> Option<Effect> {
    match change {
        Change::Put(entity) => {
            let Entity::Person(person) = &mut **entity else { return None };
            let taken = Personal {
                name: std::mem::replace(&mut person.name, removed()?),
                purpose: person.purpose.take(),
                at: person.provenance.at.take(),
                note: person.provenance.note.take(),
            };
            Some(Effect::Keep(person.id, Box::new(taken)))
        }
        Change::Remove(EntityRef::Person(id)) => Some(Effect::Erase(*id)),
        Change::Remove(_) => None,
    }
}

/// Whose personal values belong in this change, if anybody's.
pub(super) fn person_of(change: &Change) -> Option<PersonId> {
    match change {
        Change::Put(entity) => match &**entity {
            Entity::Person(Person { id, .. }) => Some(*id),
            _ => None,
        },
        Change::Remove(_) => None,
    }
}

/// Puts personal values back; without them the change stays as the log has it.
pub(super) fn join(change: &mut Change, personal: Option<Personal>) {
    let (Change::Put(entity), Some(personal)) = (change, personal) else { return };
    if let Entity::Person(person) = &mut **entity {
        person.name = personal.name;
        person.purpose = personal.purpose;
        person.provenance.at = personal.at;
        person.provenance.note = personal.note;
    }
}

/// Writes and seals personal values.
pub(super) fn encode(person: PersonId, personal: &Personal) -> Result<Vec<u8>, StoreError> {
    row::seal(person.0.as_bytes(), || EntityRef::Person(person), personal)
}

/// Reads sealed personal values. Errors: `Corrupt`.
pub(super) fn decode(person: PersonId, sealed: &[u8]) -> Result<Personal, StoreError> {
    row::unseal(person.0.as_bytes(), sealed)
        .and_then(|json| serde_json::from_slice(json).ok())
        .ok_or(StoreError::Corrupt { what: Record::Person(person) })
}

fn removed() -> Option<Name> {
    Name::new(REMOVED_NAME).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_removed_name_is_a_name() {
        assert!(removed().is_some(), "otherwise no person would ever be split");
    }
}
