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

/// Is this kind of line so general that denying it denies every line?
pub(super) fn is_general(kind: &LinkKindCode) -> bool {
    GENERAL_KINDS.contains(&kind.as_str())
}

impl Network {
    /// What is known of a pair of members at practice level.
    ///
    /// Each end has answered yes (it names the line), no (it denies every line, or its complete list does not name it) or not
    /// at all; a denial over a set and a complete list of everybody's lines answer for both ends. Under `any`: present when
    /// somebody says so, absent when both ends answered no, else unknown. Under `confirmed`: present when both say so and
    /// neither denies it too, absent when one says no, else unknown. Cost: O(log links + statements + coverages).
    pub fn state(&self, a: usize, b: usize, rule: Rule) -> PairState {
        let link = self.link(a, b, Level::Practice);
        let answers = self.answers(a, b, link);
        let present = match rule {
            Rule::Any => link.is_some_and(|link| link.status.present()),
            Rule::Confirmed => link.is_some_and(|link| link.status == LinkStatus::Confirmed),
        };
        let absent = match rule {
            Rule::Any => answers == [Some(false); 2],
            Rule::Confirmed => answers.contains(&Some(false)),
        };
        match (present, absent) {
            (true, _) => PairState::Present,
            (false, true) => PairState::Absent,
            (false, false) => PairState::Unknown,
        }
    }

    /// Is it a line by the rule of the view? Under `any` somebody says that it is there; under `confirmed` both ends do and
    /// neither denies it.
    pub fn holds(&self, link: &Link) -> bool {
        match self.view.rule {
            Rule::Any => link.status.present(),
            Rule::Confirmed => link.status == LinkStatus::Confirmed,
        }
    }

    /// What each end answered, smaller place first: yes, no, or nothing.
    fn answers(&self, a: usize, b: usize, link: Option<&Link>) -> [Option<bool>; 2] {
        let (a, b) = (a.min(b), a.max(b));
        let nobody_denies = link.is_none_or(|link| link.denied_by == [false; 2]);
        let by_others = link.is_some_and(|link| link.denied_all && !link.status.present()) && nobody_denies;
        let for_all = by_others || self.denied_over_set(a, b).is_some();
        [(0, a), (1, b)].map(|(end, place)| match link {
            Some(link) if link.said_by[end] => Some(true),
            Some(link) if link.denied_by[end] => Some(false),
            _ if for_all || self.lists_completely(place) => Some(false),
            _ => None,
        })
    }

    /// Is there a complete list of this member's lines, or of everybody's?
    pub fn lists_completely(&self, place: usize) -> bool {
        self.complete_lists().any(|it| it.about.is_none_or(|about| about == Party::Organisation(self.members[place].id())))
    }

    fn complete_lists(&self) -> impl Iterator<Item = &Coverage> {
        self.coverages.iter().filter(|it| it.scope == CoverageScope::Lines && it.complete && it.level != Some(Level::Governance))
    }

    /// The statement that denies every line between two sets that hold this pair. Only a denial of a general kind of link
    /// speaks of every line; denying a consultation leaves room for people who phone each other.
    pub fn denied_over_set(&self, a: usize, b: usize) -> Option<&Statement> {
        self.statements.iter().find(|statement| {
            let claim = &statement.claim;
            let set = !matches!(claim.scope, Scope::Pair(_));
            claim.stance == Stance::Denied && set && is_general(&claim.kind) && self.in_scope(statement, a, b)
        })
    }

    /// Does the scope of a statement hold this pair? Persons of a group or pair stand for their organisations.
    pub fn in_scope(&self, statement: &Statement, a: usize, b: usize) -> bool {
        let [ma, mb] = [a, b].map(|place| &self.members[place]);
        match &statement.claim.scope {
            Scope::Pair(_) | Scope::Group(_) => statement.group.contains(&a) && statement.group.contains(&b),
            Scope::Kinds([x, y]) => (ma.is(x) && mb.is(y)) || (ma.is(y) && mb.is(x)),
            Scope::Domains([x, y]) => {
                let ends = (ma.domain, mb.domain);
                ends == (Some(*x), Some(*y)) || ends == (Some(*y), Some(*x))
            }
        }
    }

    /// What is said of this pair, of a group with both, or of their two kinds: that they find each other too little. Counts only what
    /// one of the two says, or a partner of the kind of one; what a third party thinks of it leaves a question. What is said of
    /// two whole domains tells nothing of this pair. Cost: O(statements · voices).
    pub fn hard_to_find(&self, a: usize, b: usize) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(move |it| {
            it.claim.stance == Stance::Insufficient
                && !matches!(it.claim.scope, Scope::Domains(_))
                && self.in_scope(it, a, b)
                && it.voices.iter().filter_map(|&id| self.place(id)).any(|by| self.speaks_for(by, a) || self.speaks_for(by, b))
        })
    }

    /// Is it this member, or one of the same kind?
    fn speaks_for(&self, by: usize, place: usize) -> bool {
        by == place || self.members[place].kinds.iter().any(|kind| self.members[by].is(kind))
    }

    /// The complete list of lines in which this pair would be named if it had one.
    pub fn covered(&self, a: usize, b: usize) -> Option<&Coverage> {
        let of_end = |about| [a, b].iter().any(|&place| about == Party::Organisation(self.members[place].id()));
        self.complete_lists().find(|it| it.about.is_none_or(of_end))
    }

    /// Did this member, or a person of it, answer about its lines?
    pub fn has_answered(&self, place: usize) -> bool {
        let member = &self.members[place];
        let own = |by: Party| match by {
            Party::Organisation(id) => id == member.id(),
            Party::Person(id) => member.seats.iter().any(|seat| seat.person == id),
            Party::Position(id) => member.seats.iter().any(|seat| seat.position == id),
        };
        self.coverages.iter().any(|it| it.scope == CoverageScope::Lines && it.by.is_some_and(own))
    }

    /// Is the list of who takes part closed?
    pub fn roster_closed(&self) -> Option<&Coverage> {
        self.coverages.iter().find(|coverage| {
            coverage.scope == CoverageScope::Members && coverage.complete && coverage.status.is_none() && coverage.about.is_none()
        })
    }
}
