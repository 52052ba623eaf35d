//! Who can introduce two members: somebody who knows both now; else the way from one to the other.

use super::lines::introduces;
use crate::model::Level;
use crate::network::{LinkStatus, Network};
use std::cmp::Reverse;
use std::collections::VecDeque;

/// A member that knows both ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Introducer {
    /// Place of the member.
    pub member: usize,
    /// Strength of the weaker of the two lines, 1–4; 1 when nobody says how strong.
    pub strength: u8,
    /// Freshness of the older of the two lines, ½ ..= 1.
    pub freshness: f64,
    /// Both lines are told by both of their ends.
    pub confirmed: bool,
}

/// Introducers: who knows both?
///
/// Takes: the organisation view under its rule; lines said of late; a line about which claims contradict each other is no ground.
/// A municipality may introduce, though it is never a step.
/// Gives: members with a line to both, the weaker line strongest first, then both confirmed, then freshest, then by place.
/// Undefined: nobody knows both: empty. Cost: O(members · log links). Deterministic.
/// Source: triadic closure, chosen by the weaker of two ties. Checked: small coalitions by hand.
pub fn introducers(network: &Network, a: usize, b: usize) -> Vec<Introducer> {
    let line = |x: usize, y: usize| network.link(x, y, Level::Practice).filter(|link| introduces(network, link));
    let knows = |member: usize| {
        let (one, other) = (line(member, a)?, line(member, b)?);
        let strength = [one, other].map(|link| link.strength.map_or(1, |it| it.get()));
        Some(Introducer {
            member,
            strength: strength[0].min(strength[1]),
            freshness: one.freshness.min(other.freshness),
            confirmed: [one, other].iter().all(|link| link.status == LinkStatus::Confirmed),
        })
    };
    let others = (0..network.members.len()).filter(|&it| it != a && it != b && network.members[it].near());
    let mut found: Vec<Introducer> = others.filter_map(knows).collect();
    found.sort_by(|x, y| {
        let key = |it: &Introducer| (Reverse(it.strength), !it.confirmed);
        key(x).cmp(&key(y)).then(y.freshness.total_cmp(&x.freshness)).then(x.member.cmp(&y.member))
    });
    found
}

/// Steps between: over whom does the shortest way run from one member to another?
///
/// Takes: as `introducers`; a municipality is no step, nor is a consultation that both sit in.
/// Gives: places from `a` to `b`, both included; ties by place. Undefined (no way is known): empty.
/// Cost: O(members · links). Deterministic. Source: breadth-first search, Moore 1959.
/// Checked: the worked example (VK2 to the neighbourhood team over VK1 and JGZ).
pub fn steps_between(network: &Network, a: usize, b: usize) -> Vec<usize> {
    let mut neighbours = vec![Vec::new(); network.members.len()];
    for link in network.links.iter().filter(|link| introduces(network, link) && !link.projected) {
        neighbours[link.a].push(link.b);
        neighbours[link.b].push(link.a);
    }
    let mut before: Vec<Option<usize>> = vec![None; network.members.len()];
    let mut queue = VecDeque::from([a]);
    while let Some(here) = queue.pop_front() {
        if here == b {
            let mut path = vec![b];
            while let Some(previous) = path.last().filter(|&&last| last != a).and_then(|&last| before[last]) {
                path.push(previous);
            }
            path.reverse();
            return path;
        }
        if here != a && network.members[here].governance {
            continue;
        }
        neighbours[here].sort_unstable();
        for next in std::mem::take(&mut neighbours[here]) {
            if next != a && before[next].is_none() {
                before[next] = Some(here);
                queue.push_back(next);
            }
        }
    }
    Vec::new()
}
