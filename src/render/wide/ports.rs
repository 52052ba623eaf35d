//! At which height does a line leave a card? Sorted by the height of its other end, so that lines do not cross at the card.

use std::collections::BTreeMap;

use super::plan::Plan;
use crate::render::input::Lane;

/// What leaves a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leaving {
    /// The n-th agreement.
    Agreement(usize),
    /// The n-th line.
    Line(usize),
    /// The n-th gap.
    Gap(usize),
    /// The n-th introduction.
    Meeting(usize),
}

/// An edge of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edge {
    /// Its left edge.
    West,
    /// Its right edge.
    East,
}

/// The edge towards the middle.
pub fn inner(lane: Lane) -> Edge {
    if lane == Lane::Right { Edge::West } else { Edge::East }
}

/// Heights of what leaves the cards.
pub struct Ports(BTreeMap<(usize, Leaving), f64>);

impl Ports {
    /// All ports of a plan.
    pub fn of(plan: &Plan<'_>) -> Self {
        let mut leaving: BTreeMap<(usize, Edge), Vec<(f64, Leaving)>> = BTreeMap::new();
        let mut add = |card: usize, edge: Edge, to: f64, what: Leaving| leaving.entry((card, edge)).or_default().push((to, what));
        for (i, line) in plan.lines.iter().enumerate() {
            let slot = plan.direct(line).then_some(plan.slots[i]);
            for (own, other) in [(line.0, line.1), (line.1, line.0)] {
                let edge = edge_of(plan.lane(own), plan.lane(other));
                add(own, edge, slot.unwrap_or(plan.y[other]), Leaving::Line(i));
            }
        }
        for (i, (members, y)) in plan.agreements.iter().enumerate() {
            for &card in members.iter().filter(|&&card| plan.lane(card) != Lane::Middle) {
                add(card, inner(plan.lane(card)), *y, Leaving::Agreement(i));
            }
        }
        for (i, gap) in plan.gaps.iter().enumerate() {
            let Some(ends) = &gap.ends else { continue };
            for (end, middle_edge) in ends.iter().zip([Edge::West, Edge::East]) {
                if let [card] = end[..] {
                    let lane = plan.lane(card);
                    add(card, if lane == Lane::Middle { middle_edge } else { inner(lane) }, gap.y, Leaving::Gap(i));
                }
            }
        }
        for (i, meeting) in plan.meetings.iter().enumerate() {
            for [own, other] in [meeting.ends, [meeting.ends[1], meeting.ends[0]]] {
                let edge = edge_of(plan.lane(own), plan.lane(other));
                add(own, edge, meeting.slot.unwrap_or(plan.y[other]), Leaving::Meeting(i));
            }
        }
        let mut heights = BTreeMap::new();
        for ((card, _), mut list) in leaving {
            list.sort_by(|p, q| p.0.total_cmp(&q.0).then(p.1.cmp(&q.1)));
            let room = (plan.sizes.card - 5.0) / (list.len().max(2) - 1) as f64;
            let step = room.min(if plan.sizes.pitch < 46.0 { 6.0 } else { 9.0 });
            let half = (list.len() - 1) as f64 / 2.0;
            for (i, (_, what)) in list.into_iter().enumerate() {
                heights.insert((card, what), plan.y[card] + (i as f64 - half) * step);
            }
        }
        Self(heights)
    }

    /// The height at which something leaves a card.
    pub fn height(&self, plan: &Plan<'_>, card: usize, what: Leaving) -> f64 {
        self.0.get(&(card, what)).copied().unwrap_or(plan.y[card])
    }
}

/// Inward is the other side, outward the own circle; the middle keeps its own lines on its left.
pub fn edge_of(own: Lane, other: Lane) -> Edge {
    match (own, other) {
        (Lane::Left, Lane::Left) => Edge::West,
        (Lane::Left, _) => Edge::East,
        (Lane::Right, Lane::Right) => Edge::East,
        (Lane::Right, _) => Edge::West,
        (Lane::Middle, Lane::Right) => Edge::East,
        (Lane::Middle, _) => Edge::West,
    }
}
