//! Which lines came, went, became stronger, were confirmed, grew old?

use super::{merged, sorted};
use crate::model::{Level, OrganisationId};
use crate::network::{Link, LinkStatus, Network};
use serde::Serialize;
use utoipa::ToSchema;

/// What happened to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// No line before, a line now.
    New,
    /// A line before, none now.
    Lost,
    /// Said to be stronger than before.
    Strengthened,
    /// Said to be less strong than before.
    Weakened,
    /// Both ends say so now, and did not before.
    Confirmed,
    /// Both ends said so before, and do not now.
    Doubted,
    /// Not said again for longer than its half-life now, and still fresh before.
    Stale,
    /// Said again: stale before, fresh now.
    Refreshed,
}

impl Turn {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 8] =
        [Self::New, Self::Lost, Self::Strengthened, Self::Weakened, Self::Confirmed, Self::Doubted, Self::Stale, Self::Refreshed];

    /// What the same change is with the days swapped.
    pub fn reversed(self) -> Self {
        match self {
            Self::New => Self::Lost,
            Self::Lost => Self::New,
            Self::Strengthened => Self::Weakened,
            Self::Weakened => Self::Strengthened,
            Self::Confirmed => Self::Doubted,
            Self::Doubted => Self::Confirmed,
            Self::Stale => Self::Refreshed,
            Self::Refreshed => Self::Stale,
        }
    }
}

/// Some of what can happen to a line; none: it stayed as it was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Turns(u8);

impl Turns {
    /// With one more, if it happened.
    fn with(self, turn: Turn, happened: bool) -> Self {
        if happened { Self(self.0 | 1 << turn as u8) } else { self }
    }
    /// Did this happen?
    pub fn has(self, turn: Turn) -> bool {
        self.0 & 1 << turn as u8 != 0
    }
    /// Did nothing happen?
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// What happened, in the order of `Turn::ALL`.
    pub fn iter(self) -> impl Iterator<Item = Turn> {
        Turn::ALL.into_iter().filter(move |turn| self.has(*turn))
    }
}

/// One line on two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineChange {
    /// Its ends, the smaller id first.
    pub ends: [OrganisationId; 2],
    /// Governance or practice.
    pub level: Level,
    /// Place in `links` of the network before; also of what was no line yet (planned, denied). Absent: nothing was said.
    pub before: Option<usize>,
    /// The same of the network after.
    pub after: Option<usize>,
    /// What happened; empty: it stayed as it was.
    pub what: Turns,
}

impl LineChange {
    /// What was said of it before.
    pub fn link_before<'a>(&self, network: &'a Network) -> Option<&'a Link> {
        self.before.map(|place| &network.links[place])
    }
    /// What is said of it after.
    pub fn link_after<'a>(&self, network: &'a Network) -> Option<&'a Link> {
        self.after.map(|place| &network.links[place])
    }
}

/// One entry of `links`, under a name that is the same on every day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    pub ends: [OrganisationId; 2],
    pub level: Level,
    /// Place in `Network::links`.
    pub link: usize,
    /// Is it a line by the rule of the view, between two that stay?
    pub is_line: bool,
}

impl Named {
    pub fn key(&self) -> ([OrganisationId; 2], Level) {
        (self.ends, self.level)
    }
}

/// The links of a network by the ids of their ends, sorted. Cost: O(links · log).
pub(super) fn named(network: &Network) -> Vec<Named> {
    let of = |(link, it): (usize, &Link)| Named {
        ends: sorted(it.ends().map(|place| network.members[place].id())),
        level: it.level,
        link,
        is_line: network.holds(it) && it.ends().iter().all(|&end| network.members[end].stays()),
    };
    let mut all: Vec<Named> = network.links.iter().enumerate().map(of).collect();
    all.sort_unstable_by_key(Named::key);
    all
}

/// Changes of lines: which are new, lost, stronger, confirmed, stale, between two days?
///
/// Takes: one coalition frozen on two days by the same rule and sides.
/// Gives: every pair and level that is a line on either day, by the ids of its ends and then by level; `what` is empty for one that
/// stayed as it was. A line of who left is none, even where it is still spoken of. Stronger and less strong only where both days
/// say how strong; confirmed, doubted, stale and refreshed only of what is a line on both days. A line may have changed in several
/// ways.
/// Undefined: never; no lines give no changes.
/// Cost: O(links · log) to name them, then one pass. Deterministic.
/// Checked: swapped days, the same day, and data/oracles (sets of Python).
pub fn changes(before: &Network, after: &Network) -> Vec<LineChange> {
    let (was, is) = (named(before), named(after));
    let compared = merged(&was, &is, Named::key).filter_map(|((ends, level), was, is)| {
        let lines =
            [(was, before), (is, after)].map(|(it, network)| it.filter(|it| it.is_line).map(|it| &network.links[it.link]));
        let what = match lines {
            [None, None] => return None,
            [None, Some(_)] => Turns::default().with(Turn::New, true),
            [Some(_), None] => Turns::default().with(Turn::Lost, true),
            [Some(was), Some(is)] => turns(was, is),
        };
        Some(LineChange { ends, level, before: was.map(|it| it.link), after: is.map(|it| it.link), what })
    });
    compared.collect()
}

/// What happened to what is a line on both days.
fn turns(was: &Link, is: &Link) -> Turns {
    let confirmed = |link: &Link| link.status == LinkStatus::Confirmed;
    let strengths = was.strength.zip(is.strength);
    Turns::default()
        .with(Turn::Strengthened, strengths.is_some_and(|(was, is)| is > was))
        .with(Turn::Weakened, strengths.is_some_and(|(was, is)| is < was))
        .with(Turn::Confirmed, confirmed(is) && !confirmed(was))
        .with(Turn::Doubted, confirmed(was) && !confirmed(is))
        .with(Turn::Stale, is.stale() && !was.stale())
        .with(Turn::Refreshed, was.stale() && !is.stale())
}
