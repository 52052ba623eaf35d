//! First pass: which keys a bundle defines, so that a table may name one that stands further down.

use super::error::Wrong;
use super::fields::Fields;
use crate::model::{CoalitionId, InitiativeId, OrganisationId, Party, PersonId, PositionId, SourceId};
use std::collections::BTreeMap;

/// Every key of one file, and what it stands for.
pub(super) struct Keys {
    /// The coalition that the file is about.
    pub(super) coalition: CoalitionId,
    sources: BTreeMap<String, (SourceId, usize)>,
    /// Organisations and persons by key, positions as `person@organisation` or `person@profession`.
    parties: BTreeMap<String, (Party, usize)>,
    /// The person behind each position.
    persons: BTreeMap<PositionId, PersonId>,
    initiatives: BTreeMap<String, (InitiativeId, usize)>,
}

impl Keys {
    /// Collects the keys. Faults: a key used twice, a key in the wrong form. A missing key is left to the second pass.
    pub(super) fn collect(root: &Fields, coalition: CoalitionId) -> Self {
        let mut keys = Self {
            coalition,
            sources: BTreeMap::new(),
            parties: BTreeMap::new(),
            persons: BTreeMap::new(),
            initiatives: BTreeMap::new(),
        };
        for table in root.list("source") {
            if let Some(key) = key_of(&table) {
                add(&mut keys.sources, &table, key, SourceId::from_key(key));
            }
        }
        for table in root.list("organisation") {
            if let Some(key) = key_of(&table) {
                let id = OrganisationId::from_key(&keys.organisation_key(key, table.flag("placeholder")));
                add(&mut keys.parties, &table, key, Party::Organisation(id));
            }
        }
        for table in root.list("person") {
            if let Some(key) = key_of(&table) {
                keys.collect_person(&table, key);
            }
        }
        for table in root.list("initiative") {
            if let Some(key) = key_of(&table) {
                let id = InitiativeId::from_key(&keys.own(key));
                add(&mut keys.initiatives, &table, key, id);
            }
        }
        keys
    }

    fn collect_person(&mut self, table: &Fields, key: &str) {
        let person = PersonId::from_key(&self.own(key));
        add(&mut self.parties, table, key, Party::Person(person));
        for position in table.list("positions") {
            let key = position_key(key, &position);
            let id = PositionId::from_key(&self.own(&key));
            self.persons.insert(id, person);
            add(&mut self.parties, &position, &key, Party::Position(id));
        }
    }

    /// The key behind an id that belongs to this coalition alone: `leiden/linda-rentes`.
    pub(super) fn own(&self, key: &str) -> String {
        format!("{}/{key}", self.coalition)
    }
    /// The key behind an organisation's id: its own everywhere, a placeholder's within the coalition.
    pub(super) fn organisation_key(&self, key: &str, placeholder: bool) -> String {
        if placeholder { self.own(key) } else { key.to_owned() }
    }

    /// The source in the field `source`.
    pub(super) fn source(&self, table: &Fields, field: &str, key: &str) -> Option<SourceId> {
        found(&self.sources, table, field, key)
    }
    /// A party in a field.
    pub(super) fn party(&self, table: &Fields, field: &str) -> Option<Party> {
        let key = table.string(field)?;
        found(&self.parties, table, field, key)
    }
    /// Parties in a field.
    pub(super) fn parties(&self, table: &Fields, field: &str) -> Vec<Party> {
        table.strings(field).into_iter().filter_map(|key| found(&self.parties, table, field, key)).collect()
    }
    /// An organisation in a field.
    pub(super) fn organisation(&self, table: &Fields, field: &str) -> Option<OrganisationId> {
        let key = table.string(field)?;
        match self.parties.get(key) {
            Some((Party::Organisation(id), _)) => Some(*id),
            _ => dangling(table, field, key),
        }
    }
    /// An initiative in a field.
    pub(super) fn initiative(&self, table: &Fields, field: &str) -> Option<InitiativeId> {
        let key = table.string(field)?;
        found(&self.initiatives, table, field, key)
    }
    /// The person that a party is, if it is one.
    pub(super) fn person_of(&self, party: Party) -> Option<PersonId> {
        match party {
            Party::Organisation(_) => None,
            Party::Person(id) => Some(id),
            Party::Position(id) => self.persons.get(&id).copied(),
        }
    }
}

/// The key of a position: the person's, and where or as what.
pub(super) fn position_key(person: &str, position: &Fields) -> String {
    let place = position.string("organisation").or_else(|| position.string("profession")).unwrap_or("-");
    format!("{person}@{place}")
}

/// The key of a table; a missing or malformed one gives a fault.
pub(super) fn key_of<'f>(table: &Fields<'f, '_>) -> Option<&'f str> {
    let key = table.required("key")?;
    let good = key.starts_with(|c: char| c.is_ascii_lowercase())
        && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !good {
        table.fault_at("key", Wrong::Code { field: "key".into(), value: key.to_owned() });
    }
    good.then_some(key)
}

fn add<T>(known: &mut BTreeMap<String, (T, usize)>, table: &Fields, key: &str, it: T) {
    match known.get(key) {
        Some((_, first_line)) => {
            table.fault(Wrong::Duplicate { key: key.to_owned(), first_line: *first_line });
        }
        None => drop(known.insert(key.to_owned(), (it, table.line()))),
    }
}

fn found<T: Copy>(known: &BTreeMap<String, (T, usize)>, table: &Fields, field: &str, key: &str) -> Option<T> {
    known.get(key).map(|(it, _)| *it).or_else(|| dangling(table, field, key))
}

fn dangling<T>(table: &Fields, field: &str, key: &str) -> Option<T> {
    table.fault_at(field, Wrong::Dangling { field: field.to_owned(), key: key.to_owned() });
    None
}
