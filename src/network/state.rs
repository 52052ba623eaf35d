//! Present, absent or unknown: what is known of a pair under a rule.

use super::*;
use crate::model::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What makes a claim an edge.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Somebody says so.
    #[default]
    Any,
    /// Both ends say so.
    Confirmed,
}

/// What is known of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PairState {
    /// There is a line.
    Present,
    /// There is none: denied, or inside a complete coverage.
    Absent,
    /// Nobody was asked, or nobody answered.
    Unknown,
}

/// Link kinds so general that denying one denies every practice line.
const GENERAL_KINDS: [&str; 2] = ["works-with", "knows"];

impl Network {
    /// What is known of a pair of members at practice level. Cost: O(links + statements + coverages).
    pub fn state(&self, a: usize, b: usize, rule: Rule) -> PairState {
        if let Some(link) = self.link(a, b, Level::Practice) {
            match (link.status, rule) {
                (LinkStatus::Confirmed, _) => return PairState::Present,
                (LinkStatus::Contested | LinkStatus::Denied, Rule::Confirmed) | (LinkStatus::Denied, Rule::Any) => {
                    return PairState::Absent;
                }
                (status, Rule::Any) if status.present() => return PairState::Present,
                (status, Rule::Confirmed) if status.present() => return PairState::Unknown,
                _ => {}
            }
        }
        if self.denied_over_set(a, b).is_some() || self.covered(a, b).is_some() { PairState::Absent } else { PairState::Unknown }
    }

    /// The statement that denies every line between two sets that hold this pair. Only a denial of a general kind of link
    /// speaks of every line; denying a consultation leaves room for people who phone each other.
    pub fn denied_over_set(&self, a: usize, b: usize) -> Option<&Statement> {
        self.statements.iter().find(|statement| {
            let claim = &statement.claim;
            claim.stance == Stance::Denied && GENERAL_KINDS.contains(&claim.kind.as_str()) && self.in_scope(claim, a, b)
        })
    }

    /// Does the scope of a claim hold this pair?
    pub fn in_scope(&self, claim: &Claim, a: usize, b: usize) -> bool {
        let [ma, mb] = [a, b].map(|place| &self.members[place]);
        match &claim.scope {
            Scope::Pair(pair) => {
                let ends = pair.ends();
                [ma, mb].iter().all(|member| ends.contains(&Party::Organisation(member.id())))
            }
            Scope::Group(group) => [ma, mb].iter().all(|member| group.parties().contains(&Party::Organisation(member.id()))),
            Scope::Kinds([x, y]) => (ma.is(x) && mb.is(y)) || (ma.is(y) && mb.is(x)),
            Scope::Domains([x, y]) => {
                let ends = (ma.domain, mb.domain);
                ends == (Some(*x), Some(*y)) || ends == (Some(*y), Some(*x))
            }
        }
    }

    /// The complete list of lines in which this pair would be named if it had one.
    pub fn covered(&self, a: usize, b: usize) -> Option<&Coverage> {
        self.coverages.iter().find(|coverage| {
            coverage.scope == CoverageScope::Lines
                && coverage.complete
                && coverage.level != Some(Level::Governance)
                && coverage
                    .about
                    .is_none_or(|about| [a, b].iter().any(|&place| about == Party::Organisation(self.members[place].id())))
        })
    }

    /// Is the list of who takes part closed?
    pub fn roster_closed(&self) -> Option<&Coverage> {
        self.coverages.iter().find(|coverage| {
            coverage.scope == CoverageScope::Members && coverage.complete && coverage.status.is_none() && coverage.about.is_none()
        })
    }
}
