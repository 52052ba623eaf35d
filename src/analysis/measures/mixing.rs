//! The mixing matrix: lines, possible pairs and unknown pairs for every pair of groups.

use super::Reason;
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
    fn cells(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let groups = self.groups;
        (0..groups).flat_map(move |a| (a..groups).map(move |b| (a, b)))
    }
    fn set_unknown(&mut self, a: usize, b: usize, pairs: u64) {
        let pairs = if a == b { pairs * 2 } else { pairs };
        self.unknown[a * self.groups + b] = pairs;
        self.unknown[b * self.groups + a] = pairs;
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

/// The mixing matrix of the two sides; nodes on neither side make a group of their own, left out of every question to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideMixing(Mixing);

impl SideMixing {
    /// Counts between and within the sides.
    pub fn of(graph: &Graph, sides: &[Option<Side>], unknown: &Unknown) -> Self {
        let group = |side: &Option<Side>| match side {
            Some(Side::Medical) => 0,
            Some(Side::Social) => 1,
            None => 2,
        };
        Self(Mixing::of(graph, &sides.iter().map(group).collect::<Vec<u8>>(), unknown))
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
}

/// The mixing matrix as rows, for the domains that occur, in the order of `Domain::ALL`.
pub fn mixing_cells(mixing: &Mixing) -> Vec<MixingCell> {
    let present: Vec<Domain> =
        Domain::ALL.into_iter().filter(|&domain| mixing.size(usize::from(domain_group(domain))) > 0).collect();
    let mut cells = Vec::new();
    for (place, &a) in present.iter().enumerate() {
        for &b in &present[place..] {
            let Tally { ties, possible, unknown } = mixing.tally(usize::from(domain_group(a)), usize::from(domain_group(b)));
            cells.push(MixingCell { a, b, ties, possible, unknown, density: super::answer::share(ties, possible) });
        }
    }
    cells
}
