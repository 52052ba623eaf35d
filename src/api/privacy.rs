//! What the viewer may see of the register as it is stored: whoever is hidden, expired or of other coalitions is as if not there.
//!
//! Why: one place decides for every noun, so that a new address cannot forget it.
//! Never: gives away what is not seen through a revision, a refusal or the inverse of a change; loses it when somebody who does not
//! see it writes over it.

use crate::model::*;
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::{BTreeSet, HashSet};
use time::Date;

/// Free texts in which somebody can be named.
const TEXTS: [&str; 6] = ["at", "note", "inferredOn", "purpose", "hours", "refer"];

/// A register as one viewer sees it on a day.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    /// The register.
    pub register: &'a Register,
    /// Who looks.
    pub viewer: &'a Viewer,
    /// Today.
    pub today: Date,
}

impl Sight<'_> {
    /// May this be given as it is stored? Coalitions, organisations and sources always; what belongs to a coalition to whoever belongs
    /// to it; and nothing that names a person who is not seen. Cost: O(facts that name its persons).
    pub fn sees(&self, entity: &Entity) -> bool {
        let within = |coalition: &CoalitionId| self.viewer.belongs_to(coalition);
        let all = |parties: &[Party]| parties.iter().all(|it| self.party(*it));
        match entity {
            Entity::Coalition(_) | Entity::Organisation(_) | Entity::Source(_) => true,
            Entity::Person(it) => self.viewer.sees_person_somewhere(self.register, it, self.today),
            Entity::Position(it) => self.person(&it.person),
            Entity::Membership(it) => within(&it.coalition) && self.party(it.party),
            Entity::Initiative(it) => within(&it.coalition) && all(&it.participants),
            Entity::Coverage(it) => within(&it.coalition) && it.by.iter().chain(&it.about).all(|it| self.party(*it)),
            Entity::Claim(it) => {
                let ends: &[Party] = match &it.scope {
                    Scope::Pair(pair) => &pair.ends(),
                    Scope::Group(group) => group.parties(),
                    Scope::Kinds(_) | Scope::Domains(_) => &[],
                };
                within(&it.coalition) && all(ends) && it.speaker.iter().chain(&it.on_behalf_of).all(|it| self.party(*it))
            }
            Entity::ContactPoint(it) => self.viewer.sees_contact_somewhere(self.register, it, self.today),
        }
    }

    /// Is there something of this reference that the viewer sees?
    pub fn finds(&self, what: &EntityRef) -> bool {
        self.register.entity(what).is_some_and(|it| self.sees(it))
    }

    /// Is there something of this reference that the viewer does not see?
    pub fn hides(&self, what: &EntityRef) -> bool {
        self.register.entity(what).is_some_and(|it| !self.sees(it))
    }

    fn person(&self, id: &PersonId) -> bool {
        self.register.person(id).is_none_or(|it| self.viewer.sees_person_somewhere(self.register, it, self.today))
    }

    fn party(&self, party: Party) -> bool {
        match party {
            Party::Organisation(_) => true,
            Party::Person(id) => self.person(&id),
            Party::Position(id) => self.register.position(&id).is_none_or(|it| self.person(&it.person)),
        }
    }

    /// The coalitions that somebody must lead to change this; empty: it is the administrator's.
    pub fn coalitions_of(&self, entity: &Entity) -> BTreeSet<CoalitionId> {
        match entity {
            Entity::Person(it) => self.register.coalitions_of_person(&it.id),
            Entity::Position(it) => self.register.coalitions_of_person(&it.person),
            other => other.coalition().cloned().into_iter().collect(),
        }
    }

    /// A thing as JSON, without the texts and ids by which somebody who is not seen would be known. Cost: O(its length + persons).
    pub fn told(&self, thing: &impl Serialize) -> serde_json::Result<Value> {
        let mut value = serde_json::to_value(thing)?;
        let mut texts = Vec::new();
        collect(&value, &mut texts);
        let unseen = self.unseen_in(&texts);
        self.clean(&mut value, &unseen);
        Ok(value)
    }

    /// Puts back what the writer could not see. Takes what is there, and what the writer gives for it; what they were told and give
    /// back unchanged stays as it is.
    pub fn kept(&self, before: &impl Serialize, given: &mut Value) -> serde_json::Result<()> {
        let (full, told) = (serde_json::to_value(before)?, self.told(before)?);
        if full != told {
            put_back(&full, &told, given);
        }
        Ok(())
    }

    /// Names, in small letters, of persons that these texts hold and whom the viewer may not see.
    fn unseen_in(&self, texts: &[String]) -> Vec<String> {
        if texts.is_empty() {
            return Vec::new();
        }
        let all = texts.join("\n");
        let words: HashSet<&str> = words_of(&all).collect();
        let everybody_else_is_seen = self.viewer.role == Role::Administrator;
        let named = |person: &&Person| {
            if everybody_else_is_seen && person.shown_on(self.today) {
                return false;
            }
            let name = person.name.as_str().to_lowercase();
            let last = words_of(&name).last().is_some_and(|last| words.contains(last));
            (last || all.contains(&name)) && !self.viewer.sees_person_somewhere(self.register, person, self.today)
        };
        self.register.persons().filter(named).map(|it| it.name.as_str().to_lowercase()).collect()
    }

    fn clean(&self, value: &mut Value, unseen: &[String]) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|it| self.clean(it, unseen)),
            Value::Object(fields) => {
                fields.retain(|key, field| match (key.as_str(), &*field) {
                    (key, Value::String(text)) if TEXTS.contains(&key) => !names_one_of(text, unseen),
                    ("checkedBy", party) => self.is_seen(party),
                    _ => true,
                });
                if let Some(Value::Array(partners)) = fields.get_mut("partners") {
                    partners.retain(|party| self.is_seen(party));
                }
                let publisher = fields.get("publisher").and_then(Value::as_str).map(str::to_owned);
                if let Some(Value::String(title)) = fields.get_mut("title")
                    && holds_full_name(title, unseen)
                {
                    *title = publisher.filter(|it| !holds_full_name(it, unseen)).unwrap_or_else(|| "bron".to_owned());
                }
                fields.values_mut().for_each(|it| self.clean(it, unseen));
            }
            _ => {}
        }
    }

    /// A party as JSON; what is no party is no secret.
    fn is_seen(&self, party: &Value) -> bool {
        serde_json::from_value::<Party>(party.clone()).map_or(true, |it| self.party(it))
    }
}

/// May this change be made to something that is not shown? The answer to a change holds what was there before it, so only by
/// somebody who knows that already: who puts a person with the same name, purpose and words about the source, as the undo of
/// hiding does; or a contact point with the same name and numbers.
pub fn known_to_writer(hidden: &Entity, change: &Change) -> bool {
    let Change::Put(entity) = change else { return false };
    match (hidden, &**entity) {
        (Entity::Person(before), Entity::Person(after)) => {
            before.name == after.name && before.purpose == after.purpose && before.provenance == after.provenance
        }
        (Entity::ContactPoint(before), Entity::ContactPoint(after)) => {
            let same_numbers = before.phone == after.phone && before.mail == after.mail && before.web == after.web;
            same_numbers
                && before.name == after.name
                && before.organisation == after.organisation
                && before.person == after.person
                && before.checked_by == after.checked_by
                && before.provenance == after.provenance
        }
        (Entity::Person(_) | Entity::ContactPoint(_), _) => false,
        _ => true,
    }
}

/// The texts in which somebody can be named, in small letters.
fn collect(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|it| collect(it, texts)),
        Value::Object(fields) => {
            for (key, field) in fields {
                match field {
                    Value::String(text) if TEXTS.contains(&key.as_str()) || key == "title" || key == "publisher" => {
                        texts.push(text.to_lowercase());
                    }
                    _ => collect(field, texts),
                }
            }
        }
        _ => {}
    }
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Does the text hold one of the names, or the last word of one?
fn names_one_of(text: &str, names: &[String]) -> bool {
    let text = text.to_lowercase();
    let last = |name: &str| words_of(name).last().is_some_and(|last| words_of(&text).any(|word| word == last));
    names.iter().any(|name| text.contains(name.as_str()) || last(name))
}

/// A title keeps a word that is also the last one of a name: the title of a source is often a place.
fn holds_full_name(text: &str, names: &[String]) -> bool {
    let text = text.to_lowercase();
    names.iter().any(|name| text.contains(name.as_str()))
}

fn put_back(full: &Value, told: &Value, given: &mut Value) {
    match (full, told, given) {
        (Value::Object(full), Value::Object(told), Value::Object(given)) => put_back_fields(full, told, given),
        (Value::Array(full), Value::Array(told), Value::Array(given))
            if full.len() == told.len() && full.len() == given.len() =>
        {
            for ((full, told), given) in full.iter().zip(told).zip(given) {
                put_back(full, told, given);
            }
        }
        (full, told, given) if full != told && given == told => *given = full.clone(),
        _ => {}
    }
}

fn put_back_fields(full: &Map<String, Value>, told: &Map<String, Value>, given: &mut Map<String, Value>) {
    for (key, full) in full {
        match (told.get(key), given.get_mut(key)) {
            (None, None) => drop(given.insert(key.clone(), full.clone())),
            (Some(told), Some(given)) => put_back(full, told, given),
            _ => {}
        }
    }
}
