//! What the viewer may see of the register as it is stored: whoever is hidden, expired or of other coalitions is as if not there.
//!
//! Why: one place decides for every noun, so that a new address cannot forget it.
//! Never: gives away what is not seen through a revision, a refusal or the inverse of a change; loses it when somebody who does not
//! see it writes over it.

use crate::model::*;
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use time::Date;

/// Free texts in which somebody can be named.
const TEXTS: [&str; 6] = ["at", "note", "inferredOn", "purpose", "hours", "refer"];

/// Names, titles and words, which must stay there under another name.
const NAMES: [&str; 5] = ["name", "title", "publisher", "nl", "en"];

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
        let unseen = Unseen::in_texts(texts, self.register, self.viewer, self.today);
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

    fn clean(&self, value: &mut Value, unseen: &Unseen) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|it| self.clean(it, unseen)),
            Value::Object(fields) => {
                let of_position = fields.contains_key("person");
                self.rename(fields, unseen);
                fields.retain(|key, field| match (key.as_str(), &*field) {
                    (key, Value::String(text)) if TEXTS.contains(&key) => !unseen.named_in(text),
                    // Of a position; a source keeps one, which it must have.
                    ("title", Value::String(text)) if of_position => !unseen.named_in(text),
                    ("checkedBy", party) => self.is_seen(party),
                    _ => true,
                });
                for theme in fields.get_mut("themes").and_then(Value::as_array_mut).into_iter().flatten() {
                    if let Some(Value::String(name)) = theme.get_mut("name")
                        && unseen.named_in(name)
                    {
                        *name = Theme::PLAIN_NAME.to_owned();
                    }
                }
                for fact in fields.get_mut("governance").and_then(Value::as_array_mut).into_iter().flatten() {
                    untold_governance(fact, unseen);
                }
                for key in ["partners", "parties"] {
                    if let Some(Value::Array(parties)) = fields.get_mut(key) {
                        parties.retain(|party| self.is_seen(party));
                    }
                }
                let publisher = fields.get("publisher").and_then(Value::as_str).map(str::to_owned);
                if let Some(Value::String(title)) = fields.get_mut("title")
                    && unseen.named_in_full(title)
                {
                    *title = publisher.filter(|it| !unseen.named_in_full(it)).unwrap_or_else(|| "bron".to_owned());
                }
                fields.values_mut().for_each(|it| self.clean(it, unseen));
            }
            _ => {}
        }
    }

    /// Gives a desk or an initiative that is named after somebody who is not seen another name: a name must be there. Names of
    /// organisations and coalitions are seen by all.
    fn rename(&self, fields: &mut Map<String, Value>, unseen: &Unseen) {
        let named = fields.get("name").and_then(Value::as_str).is_some_and(|it| unseen.named_in(it));
        if !named {
            return;
        }
        let read = |key: &str| fields.get(key).cloned().unwrap_or_default();
        let organisation = serde_json::from_value(read("organisation")).ok().and_then(|id| self.register.organisation(&id));
        let kind = serde_json::from_value::<InitiativeKind>(read("kind")).ok().filter(|_| fields.contains_key("coalition"));
        let other = match (organisation, kind) {
            (Some(organisation), _) => organisation.name.as_str(),
            (None, Some(kind)) => kind.plain_name(),
            (None, None) => return,
        };
        fields.insert("name".to_owned(), other.into());
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

/// A fact about governance whose text names somebody who is not seen gets that of its sort: a text must be there.
fn untold_governance(fact: &mut Value, unseen: &Unseen) {
    let named = ["nl", "en"].iter().any(|language| fact["text"][language].as_str().is_some_and(|it| unseen.named_in(it)));
    let aspect = serde_json::from_value::<GovernanceAspect>(fact["aspect"].clone()).ok();
    if let (true, Some(aspect)) = (named, aspect) {
        let Words { nl, en } = aspect.plain().words();
        fact["text"] = serde_json::json!({ "nl": nl, "en": en });
    }
}

/// The texts in which somebody can be named.
fn collect<'a>(value: &'a Value, texts: &mut Vec<&'a str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|it| collect(it, texts)),
        Value::Object(fields) => {
            for (key, field) in fields {
                match field {
                    Value::String(text) if TEXTS.contains(&key.as_str()) || NAMES.contains(&key.as_str()) => texts.push(text),
                    _ => collect(field, texts),
                }
            }
        }
        _ => {}
    }
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
