//! Links: what the claims on one pair add up to at a date.

use crate::model::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What the claims on one pair add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LinkStatus {
    /// Both ends say so.
    Confirmed,
    /// One end says so.
    OneSided,
    /// Only third parties or documents say so.
    Unverified,
    /// One says so and an end denies it.
    Contested,
    /// Denied, and nobody says otherwise.
    Denied,
    /// Planned.
    Planned,
    /// An idea or a wish.
    Wished,
}

impl LinkStatus {
    /// Does somebody say that the line is there? Planned and wished lines are not.
    pub fn present(self) -> bool {
        matches!(self, Self::Confirmed | Self::OneSided | Self::Unverified | Self::Contested)
    }
}

/// Below this freshness a line is stale: drawn faded, still counted.
pub const FRESHNESS_STALE_BELOW: f64 = 0.5;

/// A line between two members at one level.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Place of one end in `Network::members`; always the smaller.
    pub a: usize,
    /// Place of the other end.
    pub b: usize,
    /// Governance or practice.
    pub level: Level,
    /// What the claims add up to.
    pub status: LinkStatus,
    /// Which end says that the line is there: a, b.
    pub said_by: [bool; 2],
    /// Which end denies every line: a, b.
    pub denied_by: [bool; 2],
    /// Is every line of this pair denied, and not only one kind of it ("no consultation")?
    pub denied_all: bool,
    /// Link kinds that are claimed, sorted.
    pub kinds: Vec<LinkKindCode>,
    /// The strongest claim; absent when nobody says how strong.
    pub strength: Option<Strength>,
    /// 2^(−age/half-life) since the last assertion, 0 < f ≤ 1; 1 when the kind does not fade or nothing is dated.
    pub freshness: f64,
    /// When it was last said.
    pub last_said: Option<PartialDate>,
    /// Claims on this pair and level, by id.
    pub claims: Vec<ClaimId>,
    /// Known only because both take part in an initiative: never a step in a distance between the sides.
    pub projected: bool,
    /// A side says that one pair of persons carries it.
    pub single_carrier: bool,
}

impl Link {
    /// Both ends.
    pub fn ends(&self) -> [usize; 2] {
        [self.a, self.b]
    }
    /// Is it a stale line?
    pub fn stale(&self) -> bool {
        self.freshness < FRESHNESS_STALE_BELOW
    }
    /// The end that is not `member`.
    pub fn other(&self, member: usize) -> usize {
        if self.a == member { self.b } else { self.a }
    }
}
