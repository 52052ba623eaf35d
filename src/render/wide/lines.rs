//! Lines: arcs inside a side, thin ones through the middle, agreements, and the direct ones that are the message.

use super::changes;
use super::plan::Plan;
use super::ports::{Edge, Leaving, Ports, inner};
use super::sizes::MIDDLE;
use crate::render::input::{Lane, Line, LineStatus};
use crate::render::scene::{Dash, Group, Mark, Pen, Point, Role, ink, straight, straight_cubic, swing};

const WITHIN: [f64; 4] = [0.8, 1.0, 1.3, 1.7];
const DIRECT: [f64; 4] = [1.0, 1.8, 2.8, 4.0];

/// Width by strength.
fn by_strength(widths: &[f64; 4], line: &Line) -> f64 {
    widths[usize::from(line.strength.clamp(1, 4)) - 1]
}

/// An empty group for one line, with what a style sheet or a program wants to know about it.
pub fn line_group(a: usize, b: usize, line: &Line) -> Group {
    Group::new(format!("line k{a} k{b}"), Role::Plain)
        .data("a", &line.a)
        .data("b", &line.b)
        .data("status", status(line))
        .data("strength", line.strength.to_string())
}

fn status(line: &Line) -> &'static str {
    match line.status {
        LineStatus::Planned => "planned",
        _ if line.stale => "stale",
        LineStatus::Confirmed => "confirmed",
        LineStatus::SaidByA => "said_by_a",
        LineStatus::SaidByB => "said_by_b",
        LineStatus::Unverified => "unverified",
        LineStatus::Contested => "contested",
    }
}

/// Thin lines know three patterns only: more of them would be noise.
fn thin(line: &Line) -> Dash {
    match line.status {
        LineStatus::Planned => Dash::Dots,
        LineStatus::Confirmed if !line.stale => Dash::Solid,
        _ => Dash::Thin,
    }
}

/// The pattern of the half of end `a`, and of end `b`.
pub fn halves(line: &Line) -> [Dash; 2] {
    match line.status {
        LineStatus::Planned => [Dash::Dots; 2],
        _ if line.stale => [Dash::Stale; 2],
        LineStatus::Confirmed => [Dash::Solid; 2],
        LineStatus::SaidByA => [Dash::Solid, Dash::Long],
        LineStatus::SaidByB => [Dash::Long, Dash::Solid],
        LineStatus::Unverified | LineStatus::Contested => [Dash::Long; 2],
    }
}

/// Ink of a direct line.
pub fn direct_ink(line: &Line) -> &'static str {
    if line.stale && line.status != LineStatus::Planned { ink::UNKNOWN } else { ink::INK }
}

/// Arcs outside the cards of a side, and beside the middle.
pub fn within(plan: &Plan<'_>, ports: &Ports) -> Group {
    let mut group = Group::new("within", Role::Hidden);
    let large = plan.map.cards.len() >= 50;
    for i in changes::paint_order(plan) {
        let (a, b, line) = &plan.lines[i];
        if plan.lane(*a) != plan.lane(*b) {
            continue;
        }
        let (left, right) = plan.edges(plan.lane(*a));
        let (from, to) = (ports.height(plan, *a, Leaving::Line(i)), ports.height(plan, *b, Leaving::Line(i)));
        let span = (to - from).abs();
        let free = if large { 12.0 + 3.2 * span.sqrt() } else { 16.0 + 0.2 * span };
        let side = free.min((plan.sizes.arc - 8.0) / 0.75);
        let (x, out) = match plan.lane(*a) {
            Lane::Left => (left, -side),
            Lane::Right => (right, side),
            Lane::Middle if span > 400.0 => (left, -60.0),
            Lane::Middle => (left, -(10.0 + 0.1 * span).min(46.0)),
        };
        let dash = thin(line);
        let width = by_strength(&WITHIN, line) * if dash == Dash::Solid { 1.0 } else { 0.8 };
        let mut one = changes::group(plan, i);
        let arc = [(x + out, from), (x + out, to), (x, to)];
        if let Some(change) = changes::shown(plan, i) {
            one.marks(changes::thin(plan, change, ((x, from), arc)));
            group.group(one);
            continue;
        }
        let colour = if plan.gone_lines[i] { ink::GONE } else { ink::MUTE };
        one.mark(Mark::Path((x, from), vec![arc], Pen::line(colour, width.max(0.7), dash)));
        group.group(one);
    }
    group
}

/// Thin lines between a side and the middle.
pub fn bridge(plan: &Plan<'_>, ports: &Ports) -> Group {
    let mut group = Group::new("bridge", Role::Hidden);
    let part = if plan.map.cards.len() >= 50 { 0.45 } else { 0.62 };
    for i in changes::paint_order(plan) {
        let (a, b, line) = plan.lines[i];
        let (side, middle) = match (plan.lane(a), plan.lane(b)) {
            (Lane::Left | Lane::Right, Lane::Middle) => (a, b),
            (Lane::Middle, Lane::Left | Lane::Right) => (b, a),
            _ => continue,
        };
        let left = plan.lane(side) == Lane::Left;
        let (side_edges, middle_edges) = (plan.edges(plan.lane(side)), plan.edges(Lane::Middle));
        let (from_x, to_x) = if left { (side_edges.1, middle_edges.0) } else { (side_edges.0, middle_edges.1) };
        let from = (from_x, ports.height(plan, side, Leaving::Line(i)));
        let to = (to_x, ports.height(plan, middle, Leaving::Line(i)));
        let dash = thin(line);
        let width = by_strength(&DIRECT, line) * part * if dash == Dash::Solid { 1.0 } else { 0.7 };
        let mut one = changes::group(plan, i);
        if let Some(change) = changes::shown(plan, i) {
            one.marks(changes::thin(plan, change, (from, swing(from, to))));
            group.group(one);
            continue;
        }
        let colour = if plan.gone_lines[i] { ink::GONE } else { ink::SLATE };
        one.mark(Mark::Path(from, vec![swing(from, to)], Pen::line(colour, width.max(0.7), dash)));
        group.group(one);
    }
    group
}

/// Lines from side to side, each through its slot.
pub fn across(plan: &Plan<'_>, ports: &Ports) -> Group {
    let mut group = Group::new("across", Role::Hidden);
    for i in changes::paint_order(plan).into_iter().filter(|&i| plan.direct(&plan.lines[i])) {
        let (a, b, said) = plan.lines[i];
        if let Some(change) = changes::shown(plan, i) {
            group.group(changes::direct(plan, ports, i, change));
            continue;
        }
        let strong = by_strength(&DIRECT, said);
        let pitch = plan.changed.as_ref().map_or(plan.slot_pitch, |it| it.pitch(i));
        let width = if pitch < 8.0 { strong.min(pitch * 0.55) } else { strong };
        let mut one = line_group(a, b, said);
        let casing = Pen::line(ink::WHITE, width + 2.4, Dash::Solid);
        let half = |card: usize, pen: Pen| {
            let from = (inner_x(plan, card), ports.height(plan, card, Leaving::Line(i)));
            to_slot(plan, from, plan.slots[i], MIDDLE, pen)
        };
        one.marks([half(a, casing), half(b, casing)]);
        for (card, dash) in [a, b].into_iter().zip(halves(said)) {
            let dots = if dash == Dash::Dots { width.max(2.0) } else { width };
            let colour = if plan.gone_lines[i] { ink::GONE } else { direct_ink(said) };
            one.mark(half(card, Pen::line(colour, dots, dash)));
        }
        if plan.gone_lines[i] {
            one.marks(struck_out((MIDDLE, plan.slots[i])));
        }
        if said.status == LineStatus::Contested && !plan.gone_lines[i] {
            one.marks(contested((MIDDLE + (i % 5) as f64 * 20.0 - 40.0, plan.slots[i])));
        }
        group.group(one);
    }
    group
}

/// The badge of a line about which sources contradict each other.
pub fn contested(at: Point) -> Vec<Mark> {
    use crate::render::scene::{Anchor, text};
    let disc = Mark::Circle(at, 8.0, Pen::outlined(ink::WHITE, ink::INK, 1.2, Dash::Solid));
    vec![disc, text((at.0, at.1 + 4.5), Anchor::Middle, "≠", 13.0, crate::render::text::Face::Bold, ink::INK)]
}

/// The cross on a line that goes.
pub fn struck_out((x, y): Point) -> [Mark; 2] {
    let pen = Pen::line(ink::SUB, 1.6, Dash::Solid);
    [(-4.0, 4.0), (4.0, -4.0)].map(|(from, to)| straight(&[(x - 4.0, y + from), (x + 4.0, y + to)], pen))
}

/// The inner edge of a card's lane.
pub fn inner_x(plan: &Plan<'_>, card: usize) -> f64 {
    let (left, right) = plan.edges(plan.lane(card));
    if inner(plan.lane(card)) == Edge::East { right } else { left }
}

/// From a card to its slot at the edge of the window, then straight to `end`.
pub fn to_slot(plan: &Plan<'_>, from: Point, slot: f64, end: f64, pen: Pen) -> Mark {
    let half = plan.straight_half();
    let mut at = (if from.0 < MIDDLE { MIDDLE - half } else { MIDDLE + half }, slot);
    let curve = swing(from, at);
    Mark::Path(from, vec![curve, straight_cubic(&mut at, (end, slot))], pen)
}
