//! The mixing matrix: lines, possible pairs and unknown pairs for every pair of groups.

use super::{BaselineReason, Reason};
use crate::model::{Domain, Side};
use crate::network::{Graph, Unknown};
use serde::Serialize;
use utoipa::ToSchema;

/// Counts of pairs of nodes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Pairs with a known line.
    pub ties: u64,
    /// All pairs.
    pub possible: u64,
    /// Pairs of which it is not known whether there is a line; never one with a known line.
    pub unknown: u64,
}

impl Tally {
    /// Pairs of which it is known that there is a line, or that there is none.
    pub fn known(self) -> u64 {
        self.possible - self.unknown
    }
}

impl std::iter::Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), |a, b| Self {
            ties: a.ties + b.ties,
            possible: a.possible + b.possible,
            unknown: a.unknown + b.unknown,
        })
    }
}

/// Mixing matrix: who has lines with whom, group by group?
///
/// Takes: undirected, unweighted graph of one view; the group of every node (0, 1, 2 …); what is not known.
/// Gives: for every unordered pair of groups the known lines, all pairs and the unknown pairs.
/// Undefined: never; without nodes every count is 0.
/// Cost: O(n + m + g²) for g groups, and O(unknown pairs · log degree) where these are listed. Deterministic.
/// Source: M. Newman, Phys. Rev. E 67, 026126, 2003, doi:10.1103/PhysRevE.67.026126.
/// Checked: the worked example; counts add up to those of the graph; data/oracles (NetworkX).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mixing {
    groups: usize,
    sizes: Vec<u64>,
    /// Arcs, row by row: each line between two groups once in either direction, each line within a group twice in its cell.
    arcs: Vec<u64>,
    /// Unknown pairs, counted as the arcs.
    unknown: Vec<u64>,
}

impl Mixing {
    /// Counts; see the type.
    pub fn of(graph: &Graph, groups: &[u8], unknown: &Unknown) -> Self {
        let count = groups.iter().max().map_or(0, |&last| usize::from(last) + 1);
        let mut sizes = vec![0u64; count];
        groups.iter().for_each(|&group| sizes[usize::from(group)] += 1);
        let mut arcs = vec![0u64; count * count];
        for (node, &group) in groups.iter().enumerate() {
            let row = &mut arcs[usize::from(group) * count..][..count];
            graph.neighbours(node as u32).iter().for_each(|&other| row[usize::from(groups[other as usize])] += 1);
        }
        let mut mixing = Self { groups: count, sizes, arcs, unknown: vec![0; count * count] };
        match unknown {
            Unknown::Nothing => {}
            Unknown::Unlinked => {
                for (a, b) in mixing.cells() {
                    let Tally { ties, possible, .. } = mixing.tally(a, b);
                    mixing.set_unknown(a, b, possible - ties);
                }
            }
            Unknown::Pairs(_) => {
                for (a, b) in unknown.pairs(graph) {
                    let (a, b) = (usize::from(groups[a as usize]), usize::from(groups[b as usize]));
                    mixing.unknown[a * count + b] += 1;
                    mixing.unknown[b * count + a] += 1;
                }
            }
        }
        mixing
    }

    /// Takes what was counted elsewhere: nodes a group, and arcs row by row (a line within a group is two arcs of its cell). Nothing
    /// is unknown.
    pub(in crate::analysis) fn counted(sizes: Vec<u64>, arcs: Vec<u64>) -> Self {
        debug_assert_eq!(arcs.len(), sizes.len() * sizes.len());
        Self { groups: sizes.len(), unknown: vec![0; arcs.len()], sizes, arcs }
    }
    /// Counts lines and unknown pairs again for other groups of the same sizes. Allocates nothing: permuted thousands of times.
    pub(super) fn recount(&mut self, lines: &[(u32, u32)], unknown: &[(u32, u32)], groups: &[u8]) {
        count_arcs(&mut self.arcs, self.groups, lines, groups);
        count_arcs(&mut self.unknown, self.groups, unknown, groups);
    }

    /// Number of groups: the highest group plus one.
    pub fn groups(&self) -> usize {
        self.groups
    }
    /// Number of nodes in a group; 0 for a group that does not occur.
    pub fn size(&self, group: usize) -> u64 {
        self.sizes.get(group).copied().unwrap_or(0)
    }
    /// Sum of the degrees in a group.
    pub fn degrees(&self, group: usize) -> u64 {
        self.arcs[group * self.groups..][..self.groups].iter().sum()
    }
    /// The counts between two groups, or within one.
    pub fn tally(&self, a: usize, b: usize) -> Tally {
        if a.max(b) >= self.groups {
            return Tally::default();
        }
        let cell = a * self.groups + b;
        let half = if a == b { 2 } else { 1 };
        let size = self.sizes[a];
        let possible = if a == b { size * size.saturating_sub(1) / 2 } else { size * self.sizes[b] };
        Tally { ties: self.arcs[cell] / half, possible, unknown: self.unknown[cell] / half }
    }
    /// All pairs within groups.
    pub fn within(&self) -> Tally {
        (0..self.groups).map(|group| self.tally(group, group)).sum()
    }
    /// All pairs between groups.
    pub fn between(&self) -> Tally {
        self.cells().filter(|(a, b)| a != b).map(|(a, b)| self.tally(a, b)).sum()
    }
    /// All pairs.
    pub fn all(&self) -> Tally {
        [self.within(), self.between()].into_iter().sum()
    }

    /// Every unordered pair of groups.
    pub(super) fn cells(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let groups = self.groups;
        (0..groups).flat_map(move |a| (a..groups).map(move |b| (a, b)))
    }
    fn set_unknown(&mut self, a: usize, b: usize, pairs: u64) {
        let pairs = if a == b { pairs * 2 } else { pairs };
        self.unknown[a * self.groups + b] = pairs;
        self.unknown[b * self.groups + a] = pairs;
    }
}

/// Counts each pair once by the groups of its ends, then adds the two halves of the table: one write a pair.
fn count_arcs(arcs: &mut [u64], count: usize, pairs: &[(u32, u32)], groups: &[u8]) {
    arcs.fill(0);
    for &(a, b) in pairs {
        arcs[usize::from(groups[a as usize]) * count + usize::from(groups[b as usize])] += 1;
    }
    for a in 0..count {
        for b in a..count {
            let both = arcs[a * count + b] + arcs[b * count + a];
            arcs[a * count + b] = both;
            arcs[b * count + a] = both;
        }
    }
}

/// The group of each domain in `domain_groups`: its place in `Domain::ALL`.
pub fn domain_group(domain: Domain) -> u8 {
    match domain {
        Domain::Medical => 0,
        Domain::Social => 1,
        Domain::Informal => 2,
        Domain::PublicHealth => 3,
        Domain::Education => 4,
        Domain::Governance => 5,
    }
}

/// The domains of nodes as groups.
pub fn domain_groups(domains: &[Domain]) -> Vec<u8> {
    domains.iter().map(|&domain| domain_group(domain)).collect()
}

/// The sides of nodes as groups: medical 0, social 1, neither 2.
pub fn side_groups(sides: &[Option<Side>]) -> Vec<u8> {
    let group = |side: &Option<Side>| match side {
        Some(Side::Medical) => 0,
        Some(Side::Social) => 1,
        None => 2,
    };
    sides.iter().map(group).collect()
}

/// The mixing matrix of the two sides; nodes on neither side make a group of their own, left out of every question to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideMixing(Mixing);

impl SideMixing {
    /// Counts between and within the sides.
    pub fn of(graph: &Graph, sides: &[Option<Side>], unknown: &Unknown) -> Self {
        Self(Mixing::of(graph, &side_groups(sides), unknown))
    }
    /// Takes a mixing matrix whose groups are the sides, as `side_groups` numbers them.
    pub(super) fn over(mixing: &Mixing) -> Self {
        Self(mixing.clone())
    }
    /// Pairs of a medical and a social node.
    pub fn across(&self) -> Tally {
        self.0.tally(0, 1)
    }
    /// Pairs within the medical and within the social side.
    pub fn inside(&self) -> Tally {
        [self.0.tally(0, 0), self.0.tally(1, 1)].into_iter().sum()
    }
    /// All pairs of the network, neither side included.
    pub fn all(&self) -> Tally {
        self.0.all()
    }
    /// Nodes on the smaller side.
    pub fn smaller(&self) -> u64 {
        self.0.size(0).min(self.0.size(1))
    }
    /// `EmptySide` when a side has no node.
    pub(super) fn fault(&self) -> Option<Reason> {
        (self.smaller() == 0).then_some(Reason::EmptySide)
    }
}

/// One row of the mixing matrix, as shown.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MixingCell {
    /// A domain.
    pub a: Domain,
    /// The same domain, or a later one.
    pub b: Domain,
    /// Known lines.
    pub ties: u64,
    /// All pairs.
    pub possible: u64,
    /// Pairs of which it is not known whether there is a line.
    pub unknown: u64,
    /// Known lines / all pairs; absent when there is no pair.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub density: Option<f64>,
    /// Lines there would be if as many fell at random on the pairs that are not unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<f64>,
    /// Known lines / expected lines: 1 is as many as chance gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<f64>,
    /// How many standard deviations of permuted domains the lines lie above what chance gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub z: Option<f64>,
    /// Two-sided: how often permuted domains lie at least as far from their mean. One cell of many: not corrected for that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p: Option<f64>,
    /// Why there is no `z` and `p`, where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline_reason: Option<BaselineReason>,
}

/// The mixing matrix as rows, for the domains that occur, in the order of `Domain::ALL`.
pub fn mixing_cells(mixing: &Mixing) -> Vec<MixingCell> {
    let present: Vec<Domain> =
        Domain::ALL.into_iter().filter(|&domain| mixing.size(usize::from(domain_group(domain))) > 0).collect();
    let mut cells = Vec::new();
    for (place, &a) in present.iter().enumerate() {
        for &b in &present[place..] {
            let Tally { ties, possible, unknown } = mixing.tally(usize::from(domain_group(a)), usize::from(domain_group(b)));
            let density = super::answer::share(ties, possible);
            let unheld = MixingCell {
                expected: None,
                ratio: None,
                z: None,
                p: None,
                baseline_reason: None,
                a,
                b,
                ties,
                possible,
                unknown,
                density,
            };
            cells.push(unheld);
        }
    }
    cells
}
