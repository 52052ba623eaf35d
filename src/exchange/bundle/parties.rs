//! Second pass: sources, organisations and persons, with their memberships and positions.

use super::Fact;
use super::error::Wrong;
use super::fields::Fields;
use super::keys::{Keys, key_of, position_key};
use crate::model::*;

/// Reads where a fact stands: `source` and `at` are required, a `note` when it was interpreted.
pub(super) fn provenance(table: &Fields, keys: &Keys) -> Provenance {
    let source = table.required("source").and_then(|key| keys.source(table, "source", key));
    let at = table.required_text("at");
    with_reading(table, source, at)
}

/// Reads where a fact inside another table stands: as its holder, unless it says otherwise.
fn inner_provenance(table: &Fields, keys: &Keys, holder: &Provenance) -> Provenance {
    if !["source", "at", "reading", "note"].iter().any(|field| table.has(field)) {
        return holder.clone();
    }
    let source = match table.string("source") {
        Some(key) => keys.source(table, "source", key),
        None => holder.source,
    };
    let at = if table.has("source") { table.required_text("at") } else { table.text("at").or_else(|| holder.at.clone()) };
    with_reading(table, source, at)
}

fn with_reading(table: &Fields, source: Option<SourceId>, at: Option<Note>) -> Provenance {
    let reading = table.choice("reading").unwrap_or_default();
    let note: Option<Note> = table.text("note");
    if reading == Reading::Interpreted && !table.has("note") {
        table.fault(Wrong::NoteMissing);
    }
    Provenance { source, at, reading, note }
}

/// Reads `[[source]]`.
pub(super) fn source(table: Fields) -> Option<Fact> {
    let (key, line) = (key_of(&table), table.line());
    let (kind, title) = (table.required_choice("kind"), table.required_text("title"));
    let (publisher, date, locations) = (table.text("publisher"), table.date("date"), table.texts("locations"));
    table.done();
    let source = Source { id: SourceId::from_key(key?), kind: kind?, title: title?, publisher, date, locations };
    Some(Fact::new(key?, line, Entity::Source(source)))
}

/// Reads `[[organisation]]`: the organisation, and its membership if it has one.
pub(super) fn organisation(table: Fields, keys: &Keys) -> Vec<Fact> {
    let (key, line) = (key_of(&table), table.line());
    let provenance = provenance(&table, keys);
    let (name, short_name, aliases) = (table.required_text("name"), table.text("short_name"), table.texts("aliases"));
    let kinds: Vec<KindOf> = table.list("kinds").into_iter().filter_map(kind_of).collect();
    let (domain, placeholder) = (table.choice("domain"), table.flag("placeholder"));
    if !table.has("kinds") && !table.has("domain") {
        table.fault(Wrong::NoDomain);
    }
    let part_of = keys.organisation(&table, "part_of");
    let identifiers = table.list("identifiers").into_iter().filter_map(identifier).collect();
    let membership = table.inner("membership");
    table.done();
    let (Some(key), Some(name)) = (key, name) else { return Vec::new() };
    let id = OrganisationId::from_key(&keys.organisation_key(key, placeholder));
    let membership = membership.and_then(|inner| membership_of(inner, keys, key, Party::Organisation(id), &provenance));
    let organisation =
        Organisation { id, name, short_name, aliases, kinds, domain, part_of, placeholder, identifiers, provenance };
    let fact = Fact::new(key, line, Entity::Organisation(organisation));
    [fact].into_iter().chain(membership).collect()
}

fn kind_of(table: Fields) -> Option<KindOf> {
    let (kind, basis, inferred_on) = (table.required_code("kind"), table.required_choice("basis"), table.text("on"));
    if basis == Some(KindBasis::Inferred) && !table.has("on") {
        table.fault(Wrong::InferredOnMissing);
    }
    table.done();
    Some(KindOf { kind: kind?, basis: basis?, inferred_on })
}

fn identifier(table: Fields) -> Option<Identifier> {
    let (system, value) = (table.required_text("system"), table.required_text("value"));
    table.done();
    Some(Identifier { system: system?, value: value? })
}

/// Reads `[[person]]`: the person, positions, and membership if there is one.
pub(super) fn person(table: Fields, keys: &Keys) -> Vec<Fact> {
    let (key, line) = (key_of(&table), table.line());
    let provenance = provenance(&table, keys);
    let name = table.required_text("name");
    let visibility = table.choice("visibility").unwrap_or_default();
    let (purpose, expires) = (table.text("purpose"), table.date("expires"));
    let (positions, membership) = (table.list("positions"), table.inner("membership"));
    table.done();
    let (Some(key), Some(name)) = (key, name) else { return Vec::new() };
    let id = PersonId::from_key(&keys.own(key));
    let membership = membership.and_then(|inner| membership_of(inner, keys, key, Party::Person(id), &provenance));
    let positions: Vec<Fact> = positions.into_iter().map(|inner| position(inner, keys, key, id, &provenance)).collect();
    let person = Person { id, name, visibility, purpose, expires, provenance };
    let fact = Fact::new(key, line, Entity::Person(person));
    [fact].into_iter().chain(positions).chain(membership).collect()
}

fn position(table: Fields, keys: &Keys, person_key: &str, person: PersonId, holder: &Provenance) -> Fact {
    let (key, line) = (position_key(person_key, &table), table.line());
    if !["organisation", "profession", "title"].iter().any(|field| table.has(field)) {
        table.fault(Wrong::NoPlace);
    }
    let position = Position {
        id: PositionId::from_key(&keys.own(&key)),
        person,
        organisation: keys.organisation(&table, "organisation"),
        title: table.text("title"),
        profession: table.code("profession"),
        period: table.period(),
        provenance: inner_provenance(&table, keys, holder),
    };
    table.done();
    Fact::new(&key, line, Entity::Position(position))
}

fn membership_of(table: Fields, keys: &Keys, holder_key: &str, party: Party, holder: &Provenance) -> Option<Fact> {
    let line = table.line();
    let status = table.required_choice("status");
    let (roles, period) = (table.choices("roles"), table.period());
    let provenance = inner_provenance(&table, keys, holder);
    table.done();
    let id = MembershipId::from_key(&keys.own(holder_key));
    let membership = Membership { id, coalition: keys.coalition.clone(), party, status: status?, roles, period, provenance };
    Some(Fact::new(holder_key, line, Entity::Membership(membership)))
}
