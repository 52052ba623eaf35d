//! A coalition in one TOML file: sources, organisations, persons, initiatives, claims, coverage, contact points.
//!
//! Why: a text about a coalition is turned into facts by hand, and a second reader must be able to check each against it.
//! Never: a fact without its source and its place in it; the clock; a catalogue (codes are checked by the register).
//!
//! `format = 1` and then, each table with `source`, `at` (heading and paragraph), `reading = "stated" | "interpreted"`
//! (stated unless said) and a `note` that says why when interpreted:
//!
//! - `[coalition]` id, name, aliases, municipalities, phase, phases = [{ phase, from, until }] (how far it was before), started;
//! - `[[theme]]` name, needs, partners;
//! - `[[source]]` key, kind, title, publisher, date, locations (itself without a source);
//! - `[[organisation]]` key, name, short_name, aliases, kinds = [{ kind, basis, on }], domain, part_of, placeholder,
//!   identifiers = [{ system, value }], membership = { status, roles, from, until };
//! - `[[person]]` key, name, visibility, purpose, expires, positions = [{ organisation | profession, title, from, until }],
//!   membership as above;
//! - `[[initiative]]` key, kind, name, status, from, until, participants, complete;
//! - `[[claim]]` key, one of pair | group | kinds | domains, stance, kind, strength, speaker, on_behalf_of, initiative,
//!   single_carrier, date (when it was said), from, until (when it held);
//! - `[[coverage]]` key, by, scope, about, level, status, complete, date;
//! - `[[contact]]` key, organisation, name, person (of whom it is, where it is no desk), audience, visibility = "public" | "coalition"
//!   | "all_coalitions" | "hidden", phone, mail, web, hours (a sentence), open (by the clock: `Mo-Fr 09:00-12:00`), refer (how),
//!   languages (two letters), needs, from, until, checked, checked_by.
//!
//! A membership or position stands where its organisation or person stands, unless it gives a place of its own.
//! A party is named by its key, a position as `person@organisation` or, without one, `person@profession`.
//! Keys of organisations and sources mean the same in every file; all others, and placeholders, belong to the coalition.

mod error;
mod explain;
mod facts;
mod fields;
mod keys;
mod order;
mod parties;
mod shipped;
#[cfg(test)]
mod tests;
mod words;

pub use error::{BundleError, Wrong};
pub use explain::explain;
pub use shipped::shipped;

use crate::model::{Change, CoalitionId, Entity, EntityRef};
use fields::{Faults, Fields};
use std::collections::BTreeMap;
use toml::de::DeTable;

/// One entity of a bundle, with its key and line.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Its readable key; that of the holder for a membership.
    pub key: String,
    /// Line in the file, from 1.
    pub line: usize,
    /// Lines of the themes of a coalition, in their order; empty for all else.
    pub theme_lines: Vec<usize>,
    /// What the register will hold.
    pub entity: Entity,
}

/// One file about one coalition, read and found whole: every reference in it can be followed.
#[derive(Debug, Clone, PartialEq)]
pub struct Bundle {
    /// The file's name, for messages.
    pub file: String,
    /// The coalition it is about.
    pub coalition: CoalitionId,
    /// Its facts, in an order in which an empty register takes them.
    pub facts: Vec<Fact>,
}

impl Fact {
    fn new(key: &str, line: usize, entity: Entity) -> Self {
        Self { key: key.to_owned(), line, theme_lines: Vec::new(), entity }
    }
}

impl Bundle {
    /// The changes that bring the bundle into a register; each may stand on those before it. The same file always gives the
    /// same ids, so that a second load changes nothing.
    pub fn changes(&self) -> Vec<Change> {
        self.facts.iter().map(|fact| Change::put(fact.entity.clone())).collect()
    }
}

/// Reads one bundle.
///
/// Takes: the file's name for messages, and its text. Gives: the bundle, or every fault in it at once, by line.
/// Not checked here: whether the catalogue knows the codes; the register does that. Cost: O(length · log lines + faults²).
pub fn read(file_name: &str, text: &str) -> Result<Bundle, Vec<BundleError>> {
    let faults = Faults::new(file_name, text);
    let (table, syntax) = DeTable::parse_recoverable(text);
    for error in &syntax {
        let line = faults.line(&error.span().unwrap_or_default());
        faults.add(line, Wrong::Syntax(error.message().to_owned()));
    }
    let root = Fields::root(&faults, table.get_ref());
    let found = facts::read(&root);
    root.done();
    match (found, faults.into_errors()) {
        (Some((coalition, facts)), errors) if errors.is_empty() => {
            Ok(Bundle { file: file_name.to_owned(), coalition, facts: order::order(facts) })
        }
        (_, errors) => Err(errors),
    }
}

/// What do these bundles define differently from each other?
///
/// An organisation or source may stand in several files, so that each file is whole by itself; then all must say the same.
/// Gives: one error for each later definition that differs from the first.
pub fn disagreements(bundles: &[Bundle]) -> Vec<BundleError> {
    let mut first: BTreeMap<EntityRef, (&Bundle, &Fact)> = BTreeMap::new();
    let mut errors = Vec::new();
    for bundle in bundles {
        for fact in &bundle.facts {
            let (there, seen) = *first.entry(fact.entity.reference()).or_insert((bundle, fact));
            if seen.entity != fact.entity {
                let wrong = Wrong::Disagrees { key: fact.key.clone(), file: there.file.clone(), line: seen.line };
                errors.push(BundleError { file: bundle.file.clone(), line: fact.line, wrong });
            }
        }
    }
    errors
}
