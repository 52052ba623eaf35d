//! Gaps: from both ends, and each stops before the middle. A bridge that is not there.

use super::agreements::rail;
use super::lines::{inner_x, to_slot};
use super::plan::{Gap, Plan};
use super::ports::{Leaving, Ports};
use super::sizes::MIDDLE;
use crate::render::input::Lane;
use crate::render::scene::{Dash, Group, Mark, Pen, Point, Role, ink, straight, straight_cubic};
use crate::render::symbol::badge;

/// How far from the middle a stub stops.
const STOP: f64 = 40.0;
const TICK: f64 = 5.0;

/// Several cards that together are one end of a gap, hung on one bracket along their edge.
struct Bracket {
    cards: Vec<usize>,
    /// Which end: 0 from the left, 1 from the right.
    end: usize,
    /// How far outside the cards.
    out: f64,
    /// The gaps hanging on it.
    gaps: Vec<usize>,
}

/// Ink and pattern of a gap: vermilion where a line is missed, grey where nobody was asked.
pub fn gap_ink(number: Option<usize>) -> (&'static str, Dash) {
    if number.is_some() { (ink::GAP, Dash::Gap) } else { (ink::UNKNOWN, Dash::Unasked) }
}

/// Brackets, stubs and badges.
pub fn gaps(plan: &Plan<'_>, ports: &Ports) -> (Group, Group) {
    let brackets = brackets(plan);
    let mut drawn = Group::new("brackets", Role::Hidden);
    for bracket in &brackets {
        drawn.items.extend(draw_bracket(plan, bracket).items);
    }
    let mut list = Group::new("gaps", Role::List(plan.words.gaps.to_owned()));
    for (i, gap) in plan.gaps.iter().enumerate() {
        let Some(ends) = &gap.ends else { continue };
        let mut item = Group::new("gap", Role::ListItem).data("gap", &gap.mark.id);
        let classes: Vec<String> = ends.iter().flatten().map(|card| format!(" k{card}")).collect();
        let mut stubs = Group::new(format!("line{}", classes.concat()), Role::Hidden).data("gap", &gap.mark.id);
        for (end, cards) in ends.iter().enumerate() {
            stubs.marks(stub(plan, ports, &brackets, i, end, cards, gap));
        }
        item.group(stubs);
        let mut link = Group::new("badge", Role::Link(gap.mark.href.clone(), gap.mark.label.clone())).data("gap", &gap.mark.id);
        link.mark(Mark::Circle((MIDDLE, gap.y), 12.0, Pen::fill(ink::BAND)));
        link.marks(badge(gap.mark.number, (MIDDLE, gap.y), 9.5));
        item.group(link);
        list.group(item);
    }
    (drawn, list)
}

/// One stub with its tick.
fn stub(
    plan: &Plan<'_>,
    ports: &Ports,
    brackets: &[Bracket],
    index: usize,
    end: usize,
    cards: &[usize],
    gap: &Gap<'_>,
) -> Vec<Mark> {
    let Some(&first) = cards.first() else { return Vec::new() };
    let (colour, dash) = gap_ink(gap.mark.number);
    let width = if plan.map.cards.len() >= 45 { 1.6 } else { 2.0 };
    let pen = Pen::line(colour, width, dash);
    let inward = if end == 0 { 1.0 } else { -1.0 };
    let stop = MIDDLE - inward * STOP;
    let bracket = brackets.iter().find(|b| b.end == end && b.gaps.contains(&index));
    let y = match bracket {
        Some(bracket) => bracket_port(plan, bracket, index),
        None => ports.height(plan, first, Leaving::Gap(index)),
    };
    let out = bracket.map_or(0.0, |b| b.out);
    let line = if plan.lane(first) == Lane::Middle {
        let (left, right) = plan.edges(Lane::Middle);
        let edge = if end == 0 { left } else { right };
        let before = plan.gaps[..index].iter().filter(|g| g.ends.as_ref().is_some_and(|e| in_middle(plan, &e[end])));
        let agreements = plan.agreements.len() as f64;
        let first_rail = if agreements > 0.0 { 14.0 + 4.0 * agreements } else { 12.0 };
        let way = (first_rail + 5.0 * before.count() as f64).min(22.0).max(out + 3.0);
        let (start, mut cubics) = rail((edge - inward * out, y), edge - inward * way, (edge, gap.y));
        let mut at = (edge, gap.y);
        cubics.push(straight_cubic(&mut at, (stop, gap.y)));
        Mark::Path(start, cubics, pen)
    } else {
        to_slot(plan, (inner_x(plan, first) + inward * out, y), gap.y, stop, pen)
    };
    vec![line, tick((stop, gap.y), colour)]
}

/// The tick at which a line stops that is not there.
pub fn tick((x, y): Point, colour: &'static str) -> Mark {
    straight(&[(x, y - TICK), (x, y + TICK)], Pen::line(colour, 2.0, Dash::Solid))
}

fn in_middle(plan: &Plan<'_>, cards: &[usize]) -> bool {
    cards.first().is_some_and(|&card| plan.lane(card) == Lane::Middle)
}

/// The same cards hang on one bracket; brackets that would run over each other stand further out.
fn brackets(plan: &Plan<'_>) -> Vec<Bracket> {
    let mut out: Vec<Bracket> = Vec::new();
    for (i, gap) in plan.gaps.iter().enumerate() {
        for (end, cards) in gap.ends.iter().flatten().enumerate() {
            if cards.len() < 2 {
                continue;
            }
            let mut cards = cards.clone();
            cards.sort_unstable();
            cards.dedup();
            match out.iter_mut().find(|b| b.end == end && b.cards == cards) {
                Some(bracket) => bracket.gaps.push(i),
                None => out.push(Bracket { cards, end, out: 7.0, gaps: vec![i] }),
            }
        }
    }
    for i in 1..out.len() {
        let (before, rest) = out.split_at_mut(i);
        let own = &mut rest[0];
        let over = |other: &Bracket, own: &Bracket| {
            let ((top, bottom), (low, high)) = (reach(plan, other), reach(plan, own));
            other.end == own.end && plan.lane(other.cards[0]) == plan.lane(own.cards[0]) && low <= bottom && top <= high
        };
        while before.iter().any(|other| over(other, own) && (other.out - own.out).abs() < 1.0) {
            own.out += 5.0;
        }
    }
    out
}

/// From the middle of the highest card to that of the lowest.
fn reach(plan: &Plan<'_>, bracket: &Bracket) -> (f64, f64) {
    let heights = bracket.cards.iter().map(|&card| plan.y[card]);
    (heights.clone().fold(f64::INFINITY, f64::min), heights.fold(f64::NEG_INFINITY, f64::max))
}

/// Where a gap hangs: around the middle of the bracket, in the order of the slots.
fn bracket_port(plan: &Plan<'_>, bracket: &Bracket, gap: usize) -> f64 {
    let (top, bottom) = reach(plan, bracket);
    let count = bracket.gaps.len();
    let step = 9.0_f64.min((bottom - top) / count as f64);
    let place = bracket.gaps.iter().position(|&g| g == gap).unwrap_or(0);
    (top + bottom) / 2.0 + (place as f64 - (count - 1) as f64 / 2.0) * step
}

fn draw_bracket(plan: &Plan<'_>, bracket: &Bracket) -> Group {
    let asked = bracket.gaps.iter().any(|&gap| plan.gaps[gap].mark.number.is_some());
    let pen = Pen::line(if asked { ink::GAP } else { ink::UNKNOWN }, 1.2, Dash::Solid);
    let lane = plan.lane(bracket.cards[0]);
    let (left, right) = plan.edges(lane);
    let (edge, out) = match (lane, bracket.end) {
        (Lane::Left, _) | (Lane::Middle, 1) => (right, 1.0),
        _ => (left, -1.0),
    };
    let (top, bottom) = reach(plan, bracket);
    let x = edge + out * bracket.out;
    let mut group = Group::new("", Role::Plain);
    group.mark(straight(&[(x, top), (x, bottom)], pen));
    for &card in &bracket.cards {
        group.mark(straight(&[(edge + out * 2.0, plan.y[card]), (x, plan.y[card])], pen));
    }
    group
}
