//! How short the lines between the two sides are, kept up to date line by line.

use super::lines::counts;
use crate::analysis::measures::{SHORT_LINE_STEPS_MAX, distance_counts};
use crate::model::Side;
use crate::network::{Graph, Member, Network};

/// No path.
const FAR: u16 = u16::MAX;
/// Largest network of which all distances are kept, in members.
const MEMBERS_MAX: usize = 1500;

/// The pairs between the two sides and how far apart they are.
///
/// Takes: the organisation view under its rule, practice level, undirected; lines of governance and lines known only from a
/// consultation are no steps.
/// Cost: O(members · links) to set up, O(members²) for one more line, O(|M|·|S|) to try one. Memory: 2 · members² bytes, left out
/// above `MEMBERS_MAX` members, where a trial answers nothing.
/// Source: distances after adding (u, v) are min(d_ij, d_iu + 1 + d_vj, d_iv + 1 + d_uj), exact for one added line.
/// Checked: against a walk over the new network, on generated networks.
pub struct Across {
    nodes: usize,
    pairs: Vec<(u32, u32)>,
    first: Vec<u32>,
    second: Vec<u32>,
    /// Who can have a line that is a step.
    open: Vec<bool>,
    distances: Option<Vec<u16>>,
}

impl Across {
    /// The partners that measures count: `value` is the measure `crossEfficiency`.
    pub fn counted(network: &Network) -> Self {
        Self::of(network, |member| member.counts() && member.domain.is_some(), Member::counted_side)
    }
    /// The pairs of the overview, where an umbrella stands on its side.
    pub fn near(network: &Network) -> Self {
        Self::of(network, Member::near, |member| member.side)
    }

    fn of(network: &Network, takes_part: impl Fn(&Member) -> bool, side_of: impl Fn(&Member) -> Option<Side>) -> Self {
        let open: Vec<bool> = network.members.iter().map(|member| takes_part(member) && !member.governance).collect();
        let of_side = |side: Side| -> Vec<u32> {
            let stands = |member: &Member| takes_part(member) && side_of(member) == Some(side);
            (0u32..).zip(&network.members).filter(|(_, member)| stands(member)).map(|(place, _)| place).collect()
        };
        let steps = network.links.iter().filter(|link| counts(network, link) && !link.projected);
        let pairs = steps.filter(|link| open[link.a] && open[link.b]).map(|link| (link.a as u32, link.b as u32)).collect();
        let (first, second) = (of_side(Side::Medical), of_side(Side::Social));
        let mut across = Self { nodes: network.members.len(), pairs, first, second, open, distances: None };
        if across.nodes <= MEMBERS_MAX {
            across.distances = Some(across.walk());
        }
        across
    }

    fn graph(&self) -> Graph {
        Graph::from_pairs(self.nodes, self.pairs.iter().copied())
    }

    fn walk(&self) -> Vec<u16> {
        let graph = self.graph();
        let mut distances = vec![FAR; self.nodes * self.nodes];
        for from in 0..self.nodes {
            let row = &mut distances[from * self.nodes..(from + 1) * self.nodes];
            row[from] = 0;
            let mut front = vec![from as u32];
            while let Some(steps) = front.first().map(|&node| row[node as usize] + 1) {
                let mut next = Vec::new();
                for &node in &front {
                    for &other in graph.neighbours(node).iter().filter(|&&other| row_is_far(row, other)) {
                        next.push(other);
                    }
                }
                next.sort_unstable();
                next.dedup();
                next.iter().for_each(|&node| row[node as usize] = steps);
                front = next;
            }
        }
        distances
    }

    /// Mean of 1/d over all pairs across; `None`: a side is empty. The same number as the measure `crossEfficiency`.
    pub fn efficiency(&self) -> Option<f64> {
        distance_counts(&self.graph(), &self.first, &self.second).mean_inverse()
    }
    /// Pairs across within two steps, and all pairs across.
    pub fn short(&self) -> (u64, u64) {
        let counts = distance_counts(&self.graph(), &self.first, &self.second);
        (counts.within(SHORT_LINE_STEPS_MAX), counts.pairs())
    }

    /// What a line between two members would add to the efficiency; 0 when it would be no step.
    pub fn gain(&self, a: usize, b: usize) -> Option<f64> {
        let distances = self.distances.as_ref()?;
        let pairs = self.first.len() * self.second.len();
        if pairs == 0 {
            return None;
        }
        if !self.open[a] || !self.open[b] {
            return Some(0.0);
        }
        let d = |x: usize, y: usize| distances[x * self.nodes + y];
        let mut gained = 0.0;
        for i in self.first.iter().map(|&i| i as usize) {
            for j in self.second.iter().map(|&j| j as usize) {
                let (now, then) = (d(i, j), via(d(i, j), [d(i, a), d(b, j)], [d(i, b), d(a, j)]));
                if then < now {
                    gained += 1.0 / f64::from(then) - if now == FAR { 0.0 } else { 1.0 / f64::from(now) };
                }
            }
        }
        Some(gained / pairs as f64)
    }

    /// Draws a line.
    pub fn add(&mut self, a: usize, b: usize) {
        if !self.open[a] || !self.open[b] {
            return;
        }
        self.pairs.push((a as u32, b as u32));
        let Some(old) = self.distances.take() else { return };
        let d = |x: usize, y: usize| old[x * self.nodes + y];
        let mut new = old.clone();
        for i in 0..self.nodes {
            for j in 0..self.nodes {
                new[i * self.nodes + j] = via(d(i, j), [d(i, a), d(b, j)], [d(i, b), d(a, j)]);
            }
        }
        self.distances = Some(new);
    }
}

fn row_is_far(row: &[u16], node: u32) -> bool {
    row[node as usize] == FAR
}

/// The shorter of what is there and the two ways over the new line.
fn via(now: u16, one: [u16; 2], other: [u16; 2]) -> u16 {
    let over = |[to, from]: [u16; 2]| to.saturating_add(1).saturating_add(from);
    now.min(over(one)).min(over(other))
}
