//! The plan: introductions chosen one by one, each the best at its turn.

use super::*;
use crate::analysis::effort::{Cancelled, Effort};
use crate::network::Network;
use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

/// New lines in a plan when nobody says how many.
pub const LINES_DEFAULT: usize = 5;
/// New lines a party gets in one plan, at most.
pub const LINES_PARTY_MAX: usize = 2;
/// Introductions that are asked of one introducer in one plan, at most.
pub const INTRODUCTIONS_INTRODUCER_MAX: usize = 2;
/// Introducers that are named for one introduction, at most.
const INTRODUCERS_NAMED_MAX: usize = 3;
/// Introductions that were left out and are told, at most.
const LEFT_OUT_TOLD_MAX: usize = 3;
/// Gains in efficiency that differ by less are equal: sums of 1/d depend on their order.
const EFFICIENCY_EQUAL: f64 = 1e-9;

/// How much a plan may ask of whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanLimits {
    /// New lines in all.
    pub lines_max: usize,
    /// New lines a party.
    pub lines_party_max: usize,
    /// Introductions an introducer.
    pub introductions_introducer_max: usize,
}

impl Default for PlanLimits {
    fn default() -> Self {
        let (lines_party_max, introductions_introducer_max) = (LINES_PARTY_MAX, INTRODUCTIONS_INTRODUCER_MAX);
        Self { lines_max: LINES_DEFAULT, lines_party_max, introductions_introducer_max }
    }
}

/// Where the coalition stands before the plan, or after some of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stand {
    /// Value by the norm.
    pub value: f64,
    /// Cross efficiency; absent when a side is empty.
    pub cross_efficiency: Option<f64>,
    /// Pairs between the sides within two steps.
    pub short: u64,
}

/// One introduction of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Introduction {
    /// Place of the one, the finder where there is one.
    pub a: usize,
    /// Place of the other.
    pub b: usize,
    /// What is known of the pair.
    pub known: Known,
    /// A line between them is planned or wished.
    pub planned: bool,
    /// Who knows both and is not asked too often; the first is asked.
    pub introducers: Vec<Introducer>,
    /// Where nobody knows both: the way between them, both included; may be empty.
    pub steps: Vec<usize>,
    /// What the norm gains.
    pub effects: Vec<Effect>,
    /// Before it, with those before it in the plan done.
    pub before: Stand,
    /// After it.
    pub after: Stand,
}

/// Why a pair that would gain something is not in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// One of the two gets as many new lines already as one party may.
    Full {
        /// Place of the one.
        a: usize,
        /// Place of the other.
        b: usize,
        /// Place of the one that is full.
        full: usize,
    },
    /// The plan is as long as was asked, and this would be next.
    Next {
        /// Place of the one.
        a: usize,
        /// Place of the other.
        b: usize,
    },
    /// Nothing more would gain anything by the norm.
    NothingMore,
}

/// A proposal.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// In the order in which they were chosen.
    pub introductions: Vec<Introduction>,
    /// Before any of it.
    pub before: Stand,
    /// After all of it.
    pub after: Stand,
    /// The most that the value can be.
    pub value_most: f64,
    /// Pairs between the sides.
    pub pairs: u64,
    /// What was left out, and why.
    pub left_out: Vec<LeftOut>,
}

/// Plan: which introductions bring most of what the norm expects, without asking too much of anybody?
///
/// Takes: the organisation view under its rule, and the limits. How long it may take; progress is told an introduction at a time.
/// Gives: a greedy plan, best first: pairs of which it is known that they have no line before those that nobody was asked about;
/// then the gain in value; ties: somebody knows both, fewer new lines on the two, gain in cross efficiency, fewer lines they have
/// already, then by place. Never over a limit, never a pair of which somebody says that it has a line, never twice the same pair,
/// and the value only rises.
/// Undefined: never; where the norm has nothing to gain it is empty. Cancelled: `Cancelled`. Greedy: a better plan of the same length may exist.
/// Cost: O(lines · candidates · rows of their ends · (finders + helpers) + lines · members²). Deterministic.
/// Source: greedy choice as in G. L. Nemhauser, L. A. Wolsey & M. L. Fisher, Math. Program. 14, 265–294, 1978,
/// doi:10.1007/BF01588971 (their bound does not hold here: two lines over a bridge gain more together than apart).
/// Checked: the worked example; against every plan within the limits; against common neighbours and random choice.
pub fn plan(network: &Network, limits: &PlanLimits, effort: &Effort<'_>) -> Result<Plan, Cancelled> {
    let mut choice = Choice::of(network, limits);
    let before = choice.stand();
    let mut introductions = Vec::new();
    while introductions.len() < limits.lines_max {
        effort.step(introductions.len() as u64, limits.lines_max as u64)?;
        let Some(next) = choice.best() else { break };
        introductions.push(choice.make(next));
    }
    let after = introductions.last().map_or(before, |last: &Introduction| last.after);
    let left_out = choice.left_out(introductions.len() < limits.lines_max);
    Ok(Plan { introductions, before, after, value_most: choice.board.most(), pairs: choice.near.short().1, left_out })
}

/// A plan in the making.
struct Choice<'a> {
    network: &'a Network,
    limits: &'a PlanLimits,
    board: Board,
    counted: Across,
    near: Across,
    open: Vec<Candidate>,
    /// New lines of each member.
    new: BTreeMap<usize, usize>,
    /// Introductions asked of each member.
    asked: BTreeMap<usize, usize>,
    /// Lines that each member has.
    lines: Vec<usize>,
}

impl<'a> Choice<'a> {
    fn of(network: &'a Network, limits: &'a PlanLimits) -> Self {
        let mut lines = vec![0; network.members.len()];
        for link in network.practice() {
            link.ends().iter().for_each(|&end| lines[end] += 1);
        }
        Self {
            network,
            limits,
            board: Board::of(network),
            counted: Across::counted(network),
            near: Across::near(network),
            open: candidates(network),
            new: BTreeMap::new(),
            asked: BTreeMap::new(),
            lines,
        }
    }

    fn stand(&self) -> Stand {
        Stand { value: self.board.value(), cross_efficiency: self.counted.efficiency(), short: self.near.short().0 }
    }

    fn new_lines(&self, member: usize) -> usize {
        self.new.get(&member).copied().unwrap_or(0)
    }

    fn full(&self, candidate: &Candidate) -> Option<usize> {
        [candidate.a, candidate.b].into_iter().find(|&end| self.new_lines(end) >= self.limits.lines_party_max)
    }

    /// Who knows both and may be asked once more.
    fn may_introduce(&self, candidate: &Candidate) -> Vec<Introducer> {
        let free = |it: &Introducer| self.asked.get(&it.member).copied().unwrap_or(0) < self.limits.introductions_introducer_max;
        introducers(self.network, candidate.a, candidate.b).into_iter().filter(free).collect()
    }

    /// Those that gain something, by kind of knowledge and gain; best first.
    fn gaining(&self) -> Vec<(f64, Candidate)> {
        let gains = self.open.iter().map(|it| (self.board.gain(it.a, it.b), *it));
        let mut found: Vec<(f64, Candidate)> = gains.filter(|(gain, _)| *gain > 0.0).collect();
        found.sort_by(|(x, p), (y, q)| p.known.cmp(&q.known).then(y.total_cmp(x)).then(p.cmp(q)));
        found
    }

    fn best(&self) -> Option<Candidate> {
        let mut found = self.gaining();
        found.retain(|(_, it)| self.full(it).is_none());
        let (gain, first) = *found.first()?;
        // Gains are whole halves, so equal ones are equal bit by bit.
        let equal = found.iter().filter(|(other, it)| *other == gain && it.known == first.known).map(|(_, it)| *it);
        let ranked = equal.map(|it| {
            let (known, new) = (self.may_introduce(&it).is_empty(), self.new_lines(it.a) + self.new_lines(it.b));
            (known, new, Reverse(Efficiency(self.counted.gain(it.a, it.b))), self.lines[it.a] + self.lines[it.b], it)
        });
        ranked.min().map(|(.., it)| it)
    }

    fn make(&mut self, candidate: Candidate) -> Introduction {
        let Candidate { a, b, known, planned } = candidate;
        let (before, effects) = (self.stand(), self.board.effects(a, b));
        let mut introducers = self.may_introduce(&candidate);
        introducers.truncate(INTRODUCERS_NAMED_MAX);
        let steps = if introducers.is_empty() { steps_between(self.network, a, b) } else { Vec::new() };
        if let Some(first) = introducers.first() {
            *self.asked.entry(first.member).or_default() += 1;
        }
        for end in [a, b] {
            *self.new.entry(end).or_default() += 1;
        }
        self.open.retain(|it| (it.a, it.b) != (a, b));
        self.board.add(a, b);
        self.counted.add(a, b);
        self.near.add(a, b);
        // The finder first, as in "the midwives with debt relief".
        let leads = effects.iter().find(|it| it.direct).or(effects.first()).map(|it| it.finder);
        let (a, b, steps) = if leads == Some(b) { (b, a, steps.into_iter().rev().collect()) } else { (a, b, steps) };
        Introduction { a, b, known, planned, introducers, steps, effects, before, after: self.stand() }
    }

    fn left_out(&self, shorter: bool) -> Vec<LeftOut> {
        let gaining = self.gaining();
        if gaining.is_empty() {
            return vec![LeftOut::NothingMore];
        }
        let mut told: Vec<LeftOut> = Vec::new();
        for (_, it) in gaining {
            match self.full(&it) {
                Some(full) => told.push(LeftOut::Full { a: it.a, b: it.b, full }),
                None if !shorter => told.push(LeftOut::Next { a: it.a, b: it.b }),
                None => {}
            }
        }
        told.truncate(LEFT_OUT_TOLD_MAX);
        told
    }
}

/// A gain in efficiency, compared with a tolerance; none is the least.
#[derive(Debug, Clone, Copy)]
struct Efficiency(Option<f64>);

impl Efficiency {
    fn rounded(self) -> i64 {
        self.0.map_or(i64::MIN, |gain| (gain / EFFICIENCY_EQUAL).round() as i64)
    }
}
impl PartialEq for Efficiency {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Efficiency {}
impl PartialOrd for Efficiency {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Efficiency {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rounded().cmp(&other.rounded())
    }
}
