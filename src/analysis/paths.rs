//! Shortest lines between members, over practice lines that somebody says are there.

use crate::network::Network;
use std::collections::VecDeque;

/// A shortest line from one member to any of several: places from start to end, both included. `None`: no line is known.
///
/// Takes: the organisation view at practice level, undirected, unweighted, rule `any`. Governance parties are no steps, nor
/// are lines known only from taking part in the same initiative; a governance party can be an end. Ties: members in order of
/// place.
/// Cost: O(members + links). Source: breadth-first search, Moore 1959.
pub fn shortest(network: &Network, from: usize, to: &[usize]) -> Option<Vec<usize>> {
    let neighbours = steps(network);
    let mut before: Vec<Option<usize>> = vec![None; network.members.len()];
    let mut seen = vec![false; network.members.len()];
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
        if here != from && network.members[here].governance {
            continue;
        }
        for &next in &neighbours[here] {
            if !seen[next] {
                seen[next] = true;
                before[next] = Some(here);
                queue.push_back(next);
            }
        }
    }
    None
}

fn steps(network: &Network) -> Vec<Vec<usize>> {
    let mut neighbours = vec![Vec::new(); network.members.len()];
    for link in network.practice().filter(|link| !link.projected) {
        neighbours[link.a].push(link.b);
        neighbours[link.b].push(link.a);
    }
    for list in &mut neighbours {
        list.sort_unstable();
    }
    neighbours
}
