//! Introductions: what a proposal would draw, over the map as it is, each with its letter.

use super::lines::{inner_x, to_slot};
use super::plan::{Meeting, Plan};
use super::ports::{Edge, Leaving, Ports, edge_of};
use super::sizes::{MARGIN, MIDDLE};
use crate::render::input::Lane;
use crate::render::scene::{Anchor, Dash, Group, Mark, Pen, Point, Role, ink, swing, text};
use crate::render::text::Face;

/// Width of their lines.
pub const WIDTH: f64 = 2.8;
/// Radius of a letter's badge.
const RADIUS: f64 = 9.5;
/// Where on a curve a badge may stand, best first.
const PLACES: [f64; 5] = [0.5, 0.38, 0.62, 0.28, 0.72];

/// The pen of their lines.
pub fn pen() -> Pen {
    Pen::line(ink::PLAN, WIDTH, Dash::Solid)
}

/// The badge of an introduction.
pub fn badge(letter: &str, at: Point, r: f64) -> [Mark; 2] {
    let size = if letter.len() > 1 { r } else { r * 1.25 };
    let disc = Mark::Circle(at, r, Pen::outlined(ink::PLAN, ink::WHITE, 1.5, Dash::Solid));
    [disc, text((at.0, at.1 + size * 0.36), Anchor::Middle, letter, size, Face::Bold, ink::WHITE)]
}

/// What a style sheet or a program wants to know of one.
pub fn group(meeting: &Meeting<'_>) -> Group {
    let [a, b] = meeting.ends;
    Group::new(format!("line k{a} k{b}"), Role::Plain)
        .data("a", &meeting.mark.a)
        .data("b", &meeting.mark.b)
        .data("status", "introduced")
        .data("letter", &meeting.mark.letter)
}

/// All introductions; badges over all lines.
pub fn meetings(plan: &Plan<'_>, ports: &Ports) -> Group {
    let mut all = Group::new("plan", Role::Hidden);
    let mut badges: Vec<(usize, Point)> = Vec::new();
    let mut drawn: Vec<Group> = Vec::new();
    for (i, meeting) in plan.meetings.iter().enumerate() {
        let mut one = group(meeting);
        let casing = Pen::line(ink::WHITE, WIDTH + 2.4, Dash::Solid);
        let at = match meeting.slot {
            Some(slot) => {
                let half = |card: usize, pen: Pen| {
                    to_slot(plan, (inner_x(plan, card), ports.height(plan, card, Leaving::Meeting(i))), slot, MIDDLE, pen)
                };
                one.marks(meeting.ends.map(|card| half(card, casing)));
                one.marks(meeting.ends.map(|card| half(card, pen())));
                (MIDDLE, slot)
            }
            None => {
                let (from, cubic) = curve(plan, ports, i, meeting.ends);
                one.mark(Mark::Path(from, vec![cubic], casing));
                one.mark(Mark::Path(from, vec![cubic], pen()));
                let free = |at: &Point| badges.iter().all(|(_, other)| (other.0 - at.0).hypot(other.1 - at.1) > 2.2 * RADIUS);
                let places = PLACES.map(|part| along(from, &cubic, part));
                places.into_iter().find(free).unwrap_or(places[0])
            }
        };
        badges.push((i, at));
        drawn.push(one);
    }
    for ((i, at), mut one) in badges.into_iter().zip(drawn) {
        let r = if plan.meetings[i].slot.is_some() { RADIUS.min(plan.meeting_pitch * 0.46) } else { RADIUS };
        one.marks(badge(&plan.meetings[i].mark.letter, at, r));
        all.group(one);
    }
    all
}

/// A curve that does not run from side to side: to the middle, or outside the cards of one lane.
fn curve(plan: &Plan<'_>, ports: &Ports, index: usize, [a, b]: [usize; 2]) -> (Point, [Point; 3]) {
    let place = |own: usize, other: usize| {
        let (left, right) = plan.edges(plan.lane(own));
        let x = if edge_of(plan.lane(own), plan.lane(other)) == Edge::East { right } else { left };
        (x, ports.height(plan, own, Leaving::Meeting(index)))
    };
    let (from, to) = (place(a, b), place(b, a));
    if plan.lane(a) != plan.lane(b) {
        return (from, swing(from, to));
    }
    // The badge stands on the top of the arc and stays on the page; a longer arc runs outside a shorter one.
    let room = (plan.sizes.arc + MARGIN - RADIUS - 3.0) / 0.75;
    let span = |[a, b]: [usize; 2]| (plan.y[a] - plan.y[b]).abs();
    let beside: Vec<f64> = plan
        .meetings
        .iter()
        .filter(|it| it.ends.iter().all(|&end| plan.lane(end) == plan.lane(a)))
        .map(|it| span(it.ends))
        .collect();
    let shorter = beside.iter().filter(|&&other| other <= span([a, b])).count() as f64;
    let part = 0.5 + 0.5 * shorter / beside.len() as f64;
    let side = (26.0 + 0.2 * span([a, b])).min(room) * part;
    let out = match plan.lane(a) {
        Lane::Left => -side,
        Lane::Right => side,
        Lane::Middle => -side.min(60.0),
    };
    (from, [(from.0 + out, from.1), (to.0 + out, to.1), to])
}

/// A point of a curve.
pub fn along(from: Point, [p, q, to]: &[Point; 3], part: f64) -> Point {
    let rest = 1.0 - part;
    let weights = [rest.powi(3), 3.0 * rest * rest * part, 3.0 * rest * part * part, part.powi(3)];
    let points = [from, *p, *q, *to];
    let sum = |of: fn(&Point) -> f64| points.iter().zip(weights).map(|(point, weight)| of(point) * weight).sum();
    (sum(|it| it.0), sum(|it| it.1))
}
