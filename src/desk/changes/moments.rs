//! Days on which something of a coalition is known to begin, to end, or to be said.

use super::super::words::{both, date, day};
use super::MomentRow;
use crate::model::*;
use std::collections::{BTreeMap, BTreeSet};
use time::Date;

/// The days of one coalition.
pub(in crate::desk) struct Moments {
    /// Each day with the date as it was written, the oldest first.
    days: BTreeMap<Date, PartialDate>,
    /// Days at which somebody was asked, or a source was written.
    rounds: BTreeSet<Date>,
}

/// What is dated in a coalition. Of persons and their positions nothing is told. Cost: O(facts of the coalition · log).
pub(in crate::desk) fn known_moments(register: &Register, coalition: &CoalitionId) -> Moments {
    let mut moments = Moments { days: BTreeMap::new(), rounds: BTreeSet::new() };
    let source = |it: &Provenance| it.source.and_then(|id| register.source(&id)).and_then(|it| it.date.as_ref());
    if let Some(own) = register.coalition(coalition) {
        moments.begins(own.started.as_ref());
        own.phases.iter().for_each(|it| moments.lasts(&it.period));
        moments.asked(source(&own.provenance));
    }
    for entity in register.entities_using(&EntityRef::Coalition(coalition.clone())) {
        match entity {
            Entity::Membership(it) => {
                // When a person came or left is for nobody to read here.
                if matches!(it.party, Party::Organisation(_)) {
                    moments.lasts(&it.period);
                }
                moments.asked(source(&it.provenance));
            }
            Entity::Initiative(it) => {
                moments.lasts(&it.period);
                moments.asked(source(&it.provenance));
            }
            Entity::Claim(it) => {
                it.period.iter().for_each(|period| moments.lasts(period));
                moments.said(it.date.as_ref(), source(&it.provenance));
            }
            Entity::Coverage(it) => moments.said(it.date.as_ref(), source(&it.provenance)),
            _ => {}
        }
    }
    moments
}

impl Moments {
    fn note(&mut self, day: Date, written: &PartialDate) {
        self.days.entry(day).or_insert_with(|| written.clone());
    }

    fn begins(&mut self, from: Option<&PartialDate>) {
        if let Some(from) = from {
            self.note(from.earliest(), from);
        }
    }

    /// The first day of a period, and the first day after it.
    fn lasts(&mut self, period: &Period) {
        self.begins(period.from());
        if let Some(after) = period.until().and_then(|until| until.latest().next_day()) {
            self.note(after, &PartialDate::day(after));
        }
    }

    /// A source was written: then all that stands in it is known.
    fn asked(&mut self, written: Option<&PartialDate>) {
        if let Some(written) = written {
            self.note(written.latest(), written);
            self.rounds.insert(written.latest());
        }
    }

    /// Something was said. What a source tells of an earlier day is no round of its own.
    fn said(&mut self, said: Option<&PartialDate>, source: Option<&PartialDate>) {
        self.asked(source);
        match said {
            Some(said) if source.is_some() => self.note(said.latest(), said),
            said => self.asked(said),
        }
    }

    /// The day before the last one, up to `until`, at which somebody was asked or a source was written; `None`: there is one at most.
    pub fn before_the_last(&self, until: Date) -> Option<Date> {
        self.rounds.range(..=until).rev().nth(1).copied()
    }

    /// All days up to `until`, the oldest first.
    pub fn days(&self, until: Date) -> impl DoubleEndedIterator<Item = Date> {
        self.days.range(..=until).map(|(day, _)| *day)
    }

    /// The same to choose from.
    pub fn rows(&self, until: Date) -> Vec<MomentRow> {
        self.days(until).map(|day| MomentRow { day: day.to_string(), words: self.words(day) }).collect()
    }

    /// A day in words, as precise as it was written: "november 2019".
    pub fn words(&self, of: Date) -> Words {
        let written = self.days.get(&of);
        both(|language| written.map_or_else(|| day(of, language), |written| date(written, language)))
    }
}
