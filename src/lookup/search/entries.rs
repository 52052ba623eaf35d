//! What can be found, in the order of rank: needs, kinds, organisations, desks, positions, persons, places.

use super::Thing;
use super::fold::{fold, squash};
use super::known::{Known, Seen};
use crate::model::*;
use std::borrow::Cow;
use time::Date;

/// One thing that can be found.
#[derive(Debug, Clone, Hash)]
pub(super) struct Entry<'a> {
    /// What it is.
    pub thing: Thing,
    /// What it is called; each is an exact name.
    pub names: Vec<Cow<'a, str>>,
    /// Other words for it.
    pub synonyms: Vec<&'a str>,
    /// Words of danger for it, which come before all else.
    pub urgent: Vec<&'a str>,
    /// What it belongs to or does: found by these last.
    pub about: Vec<&'a str>,
    /// In which coalitions it is known; none for what belongs to all.
    pub places: Vec<CoalitionId>,
    /// Does it belong to every coalition?
    pub everywhere: bool,
    /// Who may find it.
    pub seen: Seen,
    /// Are its words plain language, which is stemmed and taken apart? Names of people are not.
    pub plain: bool,
}

impl<'a> Entry<'a> {
    /// Its names, then the words of danger and the other words for it.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|name| &**name).chain(self.urgent.iter().chain(&self.synonyms).copied())
    }
    fn everywhere(thing: Thing, names: Vec<Cow<'a, str>>, synonyms: Vec<&'a str>) -> Self {
        Self {
            thing,
            names,
            synonyms,
            urgent: Vec::new(),
            about: Vec::new(),
            places: Vec::new(),
            everywhere: true,
            seen: Seen::Everyone,
            plain: true,
        }
    }
    fn at(thing: Thing, names: Vec<Cow<'a, str>>, places: &[CoalitionId], seen: Seen) -> Self {
        let (synonyms, urgent, about, places) = (Vec::new(), Vec::new(), Vec::new(), places.to_vec());
        Self { thing, names, synonyms, urgent, about, places, everywhere: false, seen, plain: true }
    }
}

/// Everything of the register that somebody may find, best rank first. Cost: O(n log n) in organisations and people.
pub(super) fn entries(register: &Register, today: Date) -> Vec<Entry<'_>> {
    let catalogue = register.catalogue();
    let known = Known::of(register, today);
    let mut all: Vec<Entry<'_>> = catalogue.needs.iter().map(need).collect();
    all.extend(catalogue.kinds.iter().map(kind));
    all.extend(by_name(register.organisations().map(|it| organisation(catalogue, &known, it)).collect()));
    all.extend(by_name(
        register.contact_points().filter(|it| it.period.holds_on(today)).filter_map(|it| desk(register, &known, it)).collect(),
    ));
    all.extend(by_name(register.positions().filter_map(|it| position(register, &known, it)).collect()));
    all.extend(by_name(register.persons().filter_map(|it| person(&known, it)).collect()));
    all.extend(by_name(register.coalitions().map(place).collect()));
    all
}

/// In order of name; equal names in order of identity.
fn by_name(mut entries: Vec<Entry<'_>>) -> Vec<Entry<'_>> {
    entries.sort_by_cached_key(|entry| (entry.names.first().map(|name| squash(&fold(name))), entry.thing.clone()));
    entries
}

fn need(need: &Need) -> Entry<'_> {
    let names = [need.name.nl.as_str(), &need.name.en, need.code.as_str()].map(Cow::Borrowed).to_vec();
    let urgent = need.urgent.iter().map(String::as_str).collect();
    let synonyms = need.synonyms.iter().map(String::as_str).collect();
    Entry { urgent, ..Entry::everywhere(Thing::Need(need.code.clone()), names, synonyms) }
}

fn kind(kind: &PartnerKind) -> Entry<'_> {
    let names = [kind.name.nl.as_str(), &kind.name.en, kind.code.as_str()].map(Cow::Borrowed).to_vec();
    let people = [kind.people.nl.as_str(), &kind.people.en];
    let synonyms = people.into_iter().chain(kind.synonyms.iter().map(String::as_str)).collect();
    Entry::everywhere(Thing::Kind(kind.code.clone()), names, synonyms)
}

fn organisation<'a>(catalogue: &'a Catalogue, known: &Known<'_>, it: &'a Organisation) -> Entry<'a> {
    let names = [Some(&it.name), it.short_name.as_ref()].into_iter().flatten().map(|name| name.as_str().into()).collect();
    let mut entry = Entry::at(Thing::Organisation(it.id), names, known.organisation(&it.id), Seen::Everyone);
    entry.synonyms = it.aliases.iter().map(Name::as_str).collect();
    for kind in it.kinds.iter().filter_map(|of| catalogue.kind(&of.kind)) {
        entry.about.extend([kind.name.nl.as_str(), &kind.name.en, &kind.people.nl, &kind.people.en]);
    }
    entry
}

fn desk<'a>(register: &'a Register, known: &Known<'_>, it: &'a ContactPoint) -> Option<Entry<'a>> {
    let person = match &it.person {
        Some(id) => Some(register.person(id)?),
        None => None,
    };
    let (places, seen) = known.contact(it, person)?;
    let mut entry = Entry::at(Thing::Desk(it.id), vec![it.name.as_str().into()], &places, seen);
    for need in it.needs.iter().filter_map(|code| register.catalogue().need(code)) {
        entry.about.extend([need.name.nl.as_str(), &need.name.en]);
        entry.about.extend(need.urgent.iter().chain(need.synonyms.iter()).map(String::as_str));
    }
    Some(entry)
}

fn position<'a>(register: &'a Register, known: &Known<'_>, it: &'a Position) -> Option<Entry<'a>> {
    let profession = it.profession.as_ref().and_then(|code| register.catalogue().kind(code)).map(|kind| kind.name.nl.as_str());
    let title = it.title.as_ref().map(Name::as_str).or(profession)?;
    let (places, seen) = known.position(it, register.person(&it.person)?)?;
    let organisation = it.organisation.as_ref().and_then(|id| register.organisation(id));
    let name = match organisation {
        Some(organisation) => format!("{title} {}", organisation.name.as_str()).into(),
        None => Cow::Borrowed(title),
    };
    Some(Entry::at(Thing::Position(it.id), vec![name], places, seen))
}

fn person<'a>(known: &Known<'_>, it: &'a Person) -> Option<Entry<'a>> {
    let (places, seen) = known.person(it)?;
    Some(Entry { plain: false, ..Entry::at(Thing::Person(it.id), vec![it.name.as_str().into()], places, seen) })
}

fn place(it: &Coalition) -> Entry<'_> {
    let names = vec![it.name.as_str().into(), it.id.as_str().into()];
    let mut entry = Entry::at(Thing::Place(it.id.clone()), names, std::slice::from_ref(&it.id), Seen::Everyone);
    entry.synonyms = it.aliases.iter().chain(it.municipalities.iter().map(|it| &it.name)).map(Name::as_str).collect();
    Entry { plain: false, ..entry }
}
