//! Second pass: the coalition with its themes, initiatives, claims, coverage and contact points.

use super::Fact;
use super::error::Wrong;
use super::fields::Fields;
use super::keys::{Keys, key_of};
use super::parties::{self, provenance};
use crate::model::*;
use std::collections::BTreeMap;

/// Reads a whole file. `None`: it does not even name a coalition; its faults are noted.
pub(super) fn read(root: &Fields) -> Option<(CoalitionId, Vec<Fact>)> {
    if root.number("format") != Some(1) {
        root.fault_at("format", Wrong::Format);
    }
    let Some(head) = root.inner("coalition") else {
        root.fault(Wrong::Missing { field: "coalition".into(), table: "file" });
        return None;
    };
    let id: Option<CoalitionId> = head.required_code("id");
    // Without an id the rest is read all the same, so that every fault shows at once.
    let keys = Keys::collect(root, id.clone().or_else(|| CoalitionId::new("unnamed").ok())?);
    let mut facts: Vec<Fact> = root.list("source").into_iter().filter_map(parties::source).collect();
    facts.extend(root.list("organisation").into_iter().flat_map(|table| parties::organisation(table, &keys)));
    facts.extend(root.list("person").into_iter().flat_map(|table| parties::person(table, &keys)));
    let themes = root.list("theme").into_iter().filter_map(|table| theme(table, &keys)).collect();
    facts.extend(coalition(head, &keys, themes));
    facts.extend(root.list("initiative").into_iter().filter_map(|table| initiative(table, &keys)));
    facts.extend(root.list("claim").into_iter().filter_map(|table| claim(table, &keys)));
    facts.extend(root.list("coverage").into_iter().filter_map(|table| coverage(table, &keys)));
    facts.extend(root.list("contact").into_iter().filter_map(|table| contact(table, &keys)));
    check_doubles(root, &facts);
    check_units(root, &facts);
    Some((id?, facts))
}

fn coalition(table: Fields, keys: &Keys, themes: Vec<(usize, Theme)>) -> Option<Fact> {
    let line = table.line();
    let (name, aliases) = (table.required_text("name"), table.texts("aliases"));
    let municipalities = table.texts("municipalities").into_iter().map(|name| Municipality { name, code: None }).collect();
    let (phase, started) = (table.required_choice("phase"), table.date("started"));
    let phases = table.list("phases").into_iter().filter_map(dated_phase).collect();
    let provenance = provenance(&table, keys);
    table.done();
    let (theme_lines, themes) = themes.into_iter().unzip();
    let id = keys.coalition.clone();
    let coalition = Coalition { id, name: name?, aliases, municipalities, phase: phase?, phases, started, themes, provenance };
    Some(Fact { theme_lines, ..Fact::new(keys.coalition.as_str(), line, Entity::Coalition(coalition)) })
}

fn dated_phase(table: Fields) -> Option<DatedPhase> {
    let (phase, period) = (table.required_choice("phase"), table.period());
    if period.is_open() {
        table.fault(Wrong::Missing { field: "until".into(), table: "phases" });
    }
    table.done();
    Some(DatedPhase { phase: phase?, period })
}

fn theme(table: Fields, keys: &Keys) -> Option<(usize, Theme)> {
    let line = table.line();
    let (name, needs) = (table.required_text("name"), table.codes("needs"));
    let (partners, provenance) = (keys.parties(&table, "partners"), provenance(&table, keys));
    table.done();
    Some((line, Theme { name: name?, needs, partners, provenance }))
}

fn initiative(table: Fields, keys: &Keys) -> Option<Fact> {
    let (key, line) = (key_of(&table), table.line());
    let (kind, name) = (table.required_choice("kind"), table.required_text("name"));
    let (status, period) = (table.choice("status").unwrap_or_default(), table.period());
    let (participants, complete) = (keys.parties(&table, "participants"), table.flag("complete"));
    let provenance = provenance(&table, keys);
    table.done();
    let id = InitiativeId::from_key(&keys.own(key?));
    let coalition = keys.coalition.clone();
    let initiative = Initiative { id, coalition, kind: kind?, name: name?, status, period, participants, complete, provenance };
    Some(Fact::new(key?, line, Entity::Initiative(initiative)))
}

fn claim(table: Fields, keys: &Keys) -> Option<Fact> {
    let (key, line) = (key_of(&table), table.line());
    let (scope, stance, kind) = (scope(&table, keys), table.required_choice("stance"), table.required_code("kind"));
    let strength = strength(&table, stance);
    let (speaker, on_behalf_of) = (keys.party(&table, "speaker"), keys.party(&table, "on_behalf_of"));
    let initiative = keys.initiative(&table, "initiative");
    let (single_carrier, date) = (table.flag("single_carrier"), table.date("date"));
    let period = Some(table.period()).filter(|it| !it.is_open()).map(Box::new);
    let provenance = provenance(&table, keys);
    table.done();
    let claim = Claim {
        id: ClaimId::from_key(&keys.own(key?)),
        coalition: keys.coalition.clone(),
        scope: scope?,
        stance: stance?,
        kind: kind?,
        strength,
        speaker,
        on_behalf_of,
        initiative,
        single_carrier,
        date,
        period,
        provenance,
    };
    Some(Fact::new(key?, line, Entity::Claim(claim)))
}

fn scope(table: &Fields, keys: &Keys) -> Option<Scope> {
    let given: Vec<&str> = ["pair", "group", "kinds", "domains"].into_iter().filter(|field| table.has(field)).collect();
    let (pair, group) = (keys.parties(table, "pair"), keys.parties(table, "group"));
    let (kinds, domains) = (table.codes("kinds"), table.choices("domains"));
    let ends = |field: &str| table.strings(field).len();
    match given[..] {
        ["pair"] if ends("pair") == 2 => {
            let [a, b] = pair.try_into().ok()?;
            let persons = [a, b].map(|end| keys.person_of(end));
            let same = a == b || (persons[0].is_some() && persons[0] == persons[1]);
            let pair = Pair::new(a, b).ok().filter(|_| !same);
            pair.map(Scope::Pair).or_else(|| fault(table, "pair", Wrong::SameEnds))
        }
        ["group"] if group.len() == ends("group") => {
            Group::new(group).map(Scope::Group).ok().or_else(|| fault(table, "group", Wrong::GroupTooSmall))
        }
        ["group"] => None,
        ["kinds"] if ends("kinds") == 2 => kinds.try_into().ok().map(Scope::Kinds),
        ["domains"] if ends("domains") == 2 => domains.try_into().ok().map(Scope::Domains),
        _ => fault(table, given.first().copied().unwrap_or("scope"), Wrong::Scope),
    }
}

fn strength(table: &Fields, stance: Option<Stance>) -> Option<Strength> {
    let number = table.number("strength")?;
    let strength = u8::try_from(number).ok().and_then(|it| Strength::new(it).ok());
    let asserted = stance.is_none_or(|it| it == Stance::Asserted);
    strength.filter(|_| asserted).or_else(|| fault(table, "strength", Wrong::Strength))
}

fn coverage(table: Fields, keys: &Keys) -> Option<Fact> {
    let (key, line) = (key_of(&table), table.line());
    let (by, scope, about) = (keys.party(&table, "by"), table.required_choice("scope"), keys.party(&table, "about"));
    let (level, status) = (table.choice("level"), table.choice("status"));
    if !table.has("complete") {
        table.fault(Wrong::Missing { field: "complete".into(), table: "coverage" });
    }
    let (complete, date, provenance) = (table.flag("complete"), table.date("date"), provenance(&table, keys));
    table.done();
    let id = CoverageId::from_key(&keys.own(key?));
    let coalition = keys.coalition.clone();
    let coverage = Coverage { id, coalition, by, scope: scope?, about, level, status, complete, date, provenance };
    Some(Fact::new(key?, line, Entity::Coverage(coverage)))
}

fn contact(table: Fields, keys: &Keys) -> Option<Fact> {
    let (key, line) = (key_of(&table), table.line());
    if !table.has("organisation") {
        table.fault(Wrong::Missing { field: "organisation".into(), table: "contact" });
    }
    let (organisation, name) = (keys.organisation(&table, "organisation"), table.required_text("name"));
    let person = keys.party(&table, "person").and_then(|party| {
        let key = || table.string("person").unwrap_or_default().to_owned();
        let nobody = || fault(&table, "person", Wrong::Dangling { field: "person".into(), key: key() });
        keys.person_of(party).or_else(nobody)
    });
    let checked_by = keys.party(&table, "checked_by");
    let audience = table.choice("audience").unwrap_or_default();
    let visibility = table.choice("visibility").unwrap_or_default();
    let (open, refer, languages) = (table.text("open"), table.text("refer"), table.texts("languages"));
    let (phone, mail, web) = (table.text("phone"), table.text("mail"), table.text("web"));
    let (hours, needs, checked) = (table.text("hours"), table.codes("needs"), table.date("checked"));
    let period = table.period();
    let provenance = provenance(&table, keys);
    table.done();
    let contact = ContactPoint {
        id: ContactPointId::from_key(&keys.own(key?)),
        organisation: organisation?,
        coalition: Some(keys.coalition.clone()),
        person,
        name: name?,
        audience,
        visibility,
        phone,
        mail,
        web,
        hours,
        open,
        refer,
        languages,
        needs,
        period,
        checked,
        checked_by,
        provenance,
    };
    Some(Fact::new(key?, line, Entity::from(contact)))
}

fn fault<T>(table: &Fields, field: &str, wrong: Wrong) -> Option<T> {
    table.fault_at(field, wrong);
    None
}

/// Two tables with one key. A membership is left out: it has the key of its holder, which is told already.
fn check_doubles(root: &Fields, facts: &[Fact]) {
    let mut seen: BTreeMap<EntityRef, usize> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| !matches!(fact.entity, Entity::Membership(_))) {
        let first_line = *seen.entry(fact.entity.reference()).or_insert(fact.line);
        if first_line != fact.line {
            root.fault_on(fact.line, Wrong::Duplicate { key: fact.key.clone(), first_line });
        }
    }
}

/// Organisations that are, in some steps, a part of themselves.
fn check_units(root: &Fields, facts: &[Fact]) {
    let wholes: BTreeMap<OrganisationId, Option<OrganisationId>> = facts
        .iter()
        .filter_map(|fact| match &fact.entity {
            Entity::Organisation(it) => Some((it.id, it.part_of)),
            _ => None,
        })
        .collect();
    for fact in facts {
        let Entity::Organisation(it) = &fact.entity else { continue };
        let mut whole = it.part_of;
        for _ in 0..wholes.len() {
            if whole == Some(it.id) {
                root.fault_on(fact.line, Wrong::PartOfItself(fact.key.clone()));
                break;
            }
            whole = whole.and_then(|id| wholes.get(&id).copied().flatten());
        }
    }
}
