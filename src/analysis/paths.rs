//! Shortest lines between members, over practice lines that count by the rule of the view.

use crate::network::Network;
use std::collections::VecDeque;

/// The lines that are steps: who can be reached from whom, in order of place.
///
/// Built once for a network and asked many times.
#[derive(Debug, Clone)]
pub struct Steps {
    neighbours: Vec<Vec<usize>>,
    governance: Vec<bool>,
}

impl Steps {
    /// The steps of a network by the rule of its view. Cost: O(members + links).
    pub fn of(network: &Network) -> Self {
        let mut neighbours = vec![Vec::new(); network.members.len()];
        for link in network.practice().filter(|link| !link.projected && network.holds(link)) {
            neighbours[link.a].push(link.b);
            neighbours[link.b].push(link.a);
        }
        for list in &mut neighbours {
            list.sort_unstable();
        }
        Self { neighbours, governance: network.members.iter().map(|member| member.governance).collect() }
    }

    /// A shortest line from one member to any of several: places from start to end, both included. `None`: no line is known.
    ///
    /// Takes: the organisation view at practice level, undirected, unweighted. Governance parties are no steps, nor are lines known
    /// only from taking part in the same initiative; a governance party can be an end. Ties: members in order of place.
    /// Cost: O(members + links). Source: breadth-first search, Moore 1959.
    pub fn shortest(&self, from: usize, to: &[usize]) -> Option<Vec<usize>> {
        let mut before: Vec<Option<usize>> = vec![None; self.neighbours.len()];
        let mut seen = vec![false; self.neighbours.len()];
        let mut queue = VecDeque::from([from]);
        seen[from] = true;
        while let Some(here) = queue.pop_front() {
            if here != from && to.contains(&here) {
                let mut path = vec![here];
                while let Some(previous) = path.last().and_then(|&last| before[last]) {
                    path.push(previous);
                }
                path.reverse();
                return Some(path);
            }
            if here != from && self.governance[here] {
                continue;
            }
            for &next in &self.neighbours[here] {
                if !seen[next] {
                    seen[next] = true;
                    before[next] = Some(here);
                    queue.push_back(next);
                }
            }
        }
        None
    }
}

/// One shortest line, see `Steps::shortest`; whoever asks more than once keeps the `Steps`.
pub fn shortest(network: &Network, from: usize, to: &[usize]) -> Option<Vec<usize>> {
    Steps::of(network).shortest(from, to)
}
