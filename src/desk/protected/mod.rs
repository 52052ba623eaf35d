//! Small cells: what somebody who is not of a coalition is told of how many people there are.
//!
//! Why: a count of two people in a small place is nearly a name. Below a limit the number is not given, nor is anything from which it
//! could be worked out.
//! Never: organisations. Which organisation takes part stands in public sources under its own name, and an organisation is no natural
//! person: their counts stay as they are. Never a second way to see who is who: names are left out before anything is counted.
//!
//! Source: L. Willenborg & T. de Waal, Elements of Statistical Disclosure Control, Springer 2001, ch. 4–6; A. Hundepool et al.,
//! Statistical Disclosure Control, Wiley 2012, ch. 4 (primary and secondary suppression; audit of what can be worked out).

mod cycles;
mod table;
#[cfg(test)]
mod tests;

pub use table::{Counts, Protected, protect};

use super::reading::Reading;
use super::words::words;
use crate::analysis::measures::{Measure, Reason};
use crate::model::{CoalitionId, Viewer, Words};
use crate::network::{Network, Sides, View};
use serde::Serialize;
use utoipa::ToSchema;

/// Fewest people of whom a number is given outside their coalition, in persons, unless a setting says otherwise.
pub const SMALL_CELL_MIN: usize = 5;

/// Measures that count people, or pairs of people.
pub const OF_PEOPLE: [&str; 2] = ["carriers", "personDependence"];

/// Does a count of nobody tell something about somebody?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zero {
    /// It tells only that nothing is recorded (people known, carriers): 0 is given as 0.
    Harmless,
    /// It tells what all of them did or did not do (answers of a round, searches): 0 is a small number like the others.
    Telling,
}

/// A count of people as it may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum Shown {
    /// The number itself.
    Exact(usize),
    /// Fewer than so many.
    FewerThan(usize),
    /// Not told, because another number could be worked out with it.
    Withheld,
}

impl Shown {
    /// The number, where it is told.
    pub fn exact(self) -> Option<usize> {
        match self {
            Self::Exact(number) => Some(number),
            Self::FewerThan(_) | Self::Withheld => None,
        }
    }

    /// What stands there instead of a number; absent where the number stands there.
    pub fn words(self) -> Option<Words> {
        match self {
            Self::Exact(_) => None,
            Self::FewerThan(min) => Some(words(format!("minder dan {min}"), format!("fewer than {min}"))),
            Self::Withheld => Some(words("niet getoond", "not shown")),
        }
    }
}

/// How counts of people of one coalition are told to somebody.
///
/// Each coalition is protected by itself, and people are never added up over coalitions: asking for one coalition more or less changes
/// no other number. Of a coalition as it is, on any day and by either rule, a number of people is told from the limit on: of nested
/// numbers (confirmed is at most any) one that is told bounds no smaller one to a single value. With sides that somebody chose, or with
/// something supposed, no number of people is told at all: people of parts that are chosen add up, so that a part could be worked out
/// from two others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Protection {
    /// Fewest people of whom a number is given; absent: all are given.
    min: Option<usize>,
    /// Is it asked with sides or suppositions of one's own?
    chosen: bool,
}

impl Protection {
    /// Everything is told.
    pub const NONE: Self = Self { min: None, chosen: false };

    /// For whoever looks at a coalition as it is, with the catalogue's sides. Who is of the coalition, and whoever runs the service, is
    /// told everything.
    pub fn of(viewer: &Viewer, coalition: &CoalitionId, people_min: usize) -> Self {
        let min = (people_min > 1 && !viewer.belongs_to(coalition)).then_some(people_min);
        Self { min, chosen: false }
    }

    /// The same, asked in some way.
    pub fn asked(self, reading: &Reading) -> Self {
        Self { chosen: reading.sides != Sides::default() || !reading.supposed.is_empty(), ..self }
    }

    /// For the viewer of a network, who asked for it as it was frozen.
    pub fn of_network(network: &Network, people_min: usize) -> Self {
        let View { viewer, sides, supposed, .. } = &network.view;
        let chosen = *sides != Sides::default() || !supposed.is_empty();
        Self { chosen, ..Self::of(viewer, &network.coalition.id, people_min) }
    }

    /// Is every number told?
    pub fn tells_all(self) -> bool {
        self.min.is_none()
    }

    /// A count of people that stands in no table.
    pub fn people(self, number: usize, zero: Zero) -> Shown {
        match self.min {
            None => Shown::Exact(number),
            Some(_) if self.chosen => Shown::Withheld,
            Some(min) => table::alone(number, min, zero),
        }
    }

    /// A table of counts of people with its sums.
    pub fn table(self, counts: &Counts) -> Protected {
        match self.min {
            None => protect(counts, 0),
            Some(_) if self.chosen => table::withheld(counts),
            Some(min) => protect(counts, min),
        }
    }

    /// A measure by its name: one of people loses its value and bounds where the number is small; others stay. With it, what stands
    /// there instead. Bounds go with the value: alone they would say what it is.
    pub fn measure(self, name: &str, measure: Measure) -> (Measure, Option<Words>) {
        let small = Measure { reason: Some(Reason::FewPeople), ..Measure::default() };
        match (name, measure.value) {
            _ if self.tells_all() => (measure, None),
            ("carriers", Some(value)) => match self.people(value.max(0.0) as usize, Zero::Harmless) {
                Shown::Exact(_) => (measure, None),
                // Without an upper bound there may be any number more: "fewer than" would promise one.
                _ if measure.high.is_none() => (small, Some(words("aantal niet bekend", "number not known"))),
                shown => (small, shown.words()),
            },
            // A part of the lines that rest on one pair: with few lines it says of each that two people carry it.
            ("personDependence", Some(_)) => (small, Shown::Withheld.words()),
            _ => (measure, None),
        }
    }

    /// The most carriers there could be, beside the carriers: told only where they are.
    pub fn cap(self, cap: Option<usize>) -> Option<usize> {
        cap.and_then(|cap| self.people(cap, Zero::Harmless).exact())
    }
}
