//! Lines beside the column: thin ones as arcs, direct ones and gaps as rails, the shortest innermost.

use super::{Column, PAGE, RADIUS, SYMBOL};
use crate::render::input::{Change, LineStatus};
use crate::render::scene::{Dash, Group, Mark, Pen, Point, Role, ink, straight, straight_cubic};
use crate::render::symbol::badge;
use crate::render::wide::agreements::{drawn, strokes};
use crate::render::wide::changes;
use crate::render::wide::gaps::gap_ink;
use crate::render::wide::lines::{contested, direct_ink, halves, struck_out};
use crate::render::wide::meetings;
use crate::render::wide::plan::Plan;

/// More would be a wall.
pub const RAILS_MAX: usize = 6;
/// Direct lines that keep a rail even when there are many gaps.
const DIRECT_KEPT: usize = 3;
/// Lost lines that keep a rail even when there are many new ones.
const LOST_KEPT: usize = 2;
const BADGE_STEP: f64 = 36.0;
/// How far from its badge a lost line stops.
const STOP: f64 = 14.0;
/// Where lines leave the symbols, and where rails start.
const START: f64 = SYMBOL + 14.0;
const AGREEMENT: f64 = SYMBOL + 26.0;

/// What has a rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rail {
    /// The n-th line.
    Line(usize),
    /// The n-th gap.
    Gap(usize),
    /// The n-th introduction.
    Meeting(usize),
}

/// A few direct lines, then gaps in rank order, then more lines if there is room.
pub fn choose(plan: &Plan<'_>) -> Vec<Rail> {
    let direct = |line: &usize| plan.direct(&plan.lines[*line]);
    if plan.changed.is_some() {
        let (mut first, rest): (Vec<usize>, Vec<usize>) = {
            let lines: Vec<usize> = changed(plan).into_iter().filter(direct).collect();
            let lost = lines.iter().filter(|&&line| plan.changed.as_ref().is_some_and(|it| it.lost(line))).count();
            let kept = RAILS_MAX - lost.min(LOST_KEPT);
            let mut others = 0;
            lines.into_iter().partition(|&line| {
                let lost = plan.changed.as_ref().is_some_and(|it| it.lost(line));
                others += usize::from(!lost);
                lost || others <= kept
            })
        };
        first.extend(rest);
        return first.into_iter().map(Rail::Line).take(RAILS_MAX).collect();
    }
    let lines: Vec<Rail> = (0..plan.lines.len()).filter(direct).map(Rail::Line).collect();
    let gaps = (0..plan.gaps.len()).filter(|&i| plan.gaps[i].ends.is_some()).map(Rail::Gap);
    let kept = lines.len().min(DIRECT_KEPT);
    let order = lines[..kept].iter().copied().chain(gaps).chain(lines[kept..].iter().copied());
    order.take(RAILS_MAX).collect()
}

/// Lines with a number first, in its order, then others that changed, then the rest: the same on either day.
fn changed(plan: &Plan<'_>) -> Vec<usize> {
    let mut lines: Vec<usize> = (0..plan.lines.len()).collect();
    let Some(changed) = &plan.changed else { return lines };
    lines.sort_by_key(|&line| (changed.numbers[line].unwrap_or(usize::MAX), changed.what(line)));
    lines
}

/// The same with the introductions first; what there is no room for is left to the list.
pub fn with_meetings(plan: &Plan<'_>, rails: Vec<Rail>) -> Vec<Rail> {
    let meetings = (0..plan.meetings.len()).map(Rail::Meeting);
    meetings.chain(rails).take(RAILS_MAX).collect()
}

/// All lines of the column.
pub fn draw(plan: &Plan<'_>, column: &Column, rails: &[Rail], root: &mut Group) {
    let below = [thin(plan, column), agreements(plan, column)];
    // The signs on thin lines stand over the rail of an agreement, which did not change.
    let order = if changes::is_shown(plan) { [1, 0] } else { [0, 1] };
    order.into_iter().for_each(|place| root.group(below[place].clone()));
    let mut across = Group::new("across", Role::Hidden);
    let mut meetings = Group::new("plan", Role::Hidden);
    let mut gaps = Group::new("gaps", Role::List(plan.words.gaps.to_owned()));
    let spans: Vec<[f64; 2]> = rails.iter().map(|rail| ends(plan, column, *rail)).collect();
    let mut by_length: Vec<usize> = (0..rails.len()).collect();
    by_length.sort_by(|&i, &j| (spans[i][1] - spans[i][0]).total_cmp(&(spans[j][1] - spans[j][0])).then(i.cmp(&j)));
    let first = START + 30.0;
    for (rank, rail) in rails.iter().enumerate() {
        let place = by_length.iter().position(|&i| i == rank).unwrap_or(rank) as f64;
        let x = first + (PAGE - 16.0 - first) * (place + 0.5) / rails.len() as f64;
        let spread = (place - (rails.len() - 1) as f64 / 2.0) * 1.6;
        let [top, bottom] = spans[rank].map(|y| y + spread);
        let step = BADGE_STEP.min((column.band.1 - column.band.0) / rails.len() as f64);
        let middle = (column.band.0 + column.band.1) / 2.0 + (rank as f64 - (rails.len() - 1) as f64 / 2.0) * step;
        let middle = if bottom - top > 80.0 { middle.clamp(top + 34.0, bottom - 34.0) } else { (top + bottom) / 2.0 };
        match *rail {
            Rail::Line(i) if !changes::draws(plan, i) => {}
            Rail::Line(i) => across.group(line(plan, i, column, x, [top, middle, bottom])),
            Rail::Gap(i) => gaps.group(gap(plan, column, i, x, [top, middle, bottom])),
            Rail::Meeting(i) => meetings.group(meeting(plan, i, x, [top, middle, bottom])),
        }
    }
    root.group(across);
    root.group(gaps);
    root.group(meetings);
}

/// The upper and the lower end of a rail: of a group of cards the one nearest to the other end.
fn ends(plan: &Plan<'_>, column: &Column, rail: Rail) -> [f64; 2] {
    let (upper, lower) = match rail {
        Rail::Line(i) => {
            let (a, b, _) = plan.lines[i];
            let (a, b) = (column.y[a], column.y[b]);
            (a.min(b), a.max(b))
        }
        Rail::Meeting(i) => {
            let [a, b] = plan.meetings[i].ends.map(|card| column.y[card]);
            (a.min(b), a.max(b))
        }
        Rail::Gap(i) => {
            let [a, b] = plan.gaps[i].ends.clone().unwrap_or_default();
            let lowest = a.iter().map(|&card| column.y[card]).fold(f64::NEG_INFINITY, f64::max);
            let highest = b.iter().map(|&card| column.y[card]).fold(f64::INFINITY, f64::min);
            (lowest, highest)
        }
    };
    [upper, lower]
}

/// From the symbol out to the rail, and along it to `to`.
fn half(x: f64, from: f64, to: f64, pen: Pen) -> Mark {
    let r = 22.0_f64.min((x - START) * 0.8).min((to - from).abs() * 0.8);
    let down = (to - from).signum();
    let mut at: Point = (START, from);
    let mut cubics = vec![straight_cubic(&mut at, (x - r, from))];
    cubics.push([(x - r * 0.45, from), (x, from + down * r * 0.55), (x, from + down * r)]);
    at = (x, from + down * r);
    cubics.push(straight_cubic(&mut at, (x, to)));
    Mark::Path((START, from), cubics, pen)
}

fn line(plan: &Plan<'_>, index: usize, column: &Column, x: f64, [top, middle, bottom]: [f64; 3]) -> Group {
    let (a, b, said) = plan.lines[index];
    let mut group = changes::group(plan, index);
    if let Some(change) = changes::shown(plan, index) {
        let pen = changes::pen(change, changes::across(plan, index));
        let stop = if change == Change::Lost { STOP } else { 0.0 };
        for (from, stop) in [(top, middle - stop), (bottom, middle + stop)] {
            group.mark(half(x, from, stop, pen));
            let tick = straight(&[(x - 4.0, stop), (x + 4.0, stop)], Pen { dash: Dash::Solid, ..pen });
            group.marks((change == Change::Lost).then_some(tick));
        }
        let number = plan.changed.as_ref().and_then(|it| it.numbers[index]);
        group.marks(match number {
            Some(_) => changes::badge(change, number, (x, middle)),
            None => changes::sign(change, (x, middle), 4.5),
        });
        return group;
    }
    let [of_a, of_b] = halves(said);
    let [upper, lower] = if column.y[a] <= column.y[b] { [of_a, of_b] } else { [of_b, of_a] };
    let colour = if plan.gone_lines[index] { ink::GONE } else { direct_ink(said) };
    let pen = |dash| Pen::line(colour, 2.0, dash);
    group.marks([half(x, top, middle, pen(upper)), half(x, bottom, middle, pen(lower))]);
    if plan.gone_lines[index] {
        group.marks(struck_out((x, middle)));
    } else if said.status == LineStatus::Contested {
        group.marks(contested((x, middle)));
    }
    group
}

fn meeting(plan: &Plan<'_>, index: usize, x: f64, [top, middle, bottom]: [f64; 3]) -> Group {
    let meeting = &plan.meetings[index];
    let mut one = meetings::group(meeting);
    one.marks([half(x, top, middle, meetings::pen()), half(x, bottom, middle, meetings::pen())]);
    one.marks(meetings::badge(&meeting.mark.letter, (x, middle), 9.0));
    one
}

fn gap(plan: &Plan<'_>, column: &Column, index: usize, x: f64, [top, middle, bottom]: [f64; 3]) -> Group {
    let gap = &plan.gaps[index];
    let (colour, dash) = gap_ink(gap.mark.number);
    let pen = Pen::line(colour, 1.6, dash);
    let solid = Pen::line(colour, 1.6, Dash::Solid);
    let cards = gap.ends.iter().flatten();
    let classes: Vec<String> = cards.clone().flatten().map(|card| format!(" k{card}")).collect();
    let mut stubs = Group::new(format!("line{}", classes.concat()), Role::Hidden).data("gap", &gap.mark.id);
    for group in cards.filter(|cards| cards.len() > 1) {
        let heights: Vec<f64> = group.iter().map(|&card| column.y[card]).collect();
        let (high, low) = (heights.iter().copied().fold(f64::INFINITY, f64::min), heights.iter().copied().fold(0.0, f64::max));
        let thin = Pen::line(colour, 1.2, Dash::Solid);
        stubs.mark(straight(&[(START, high), (START, low)], thin));
        stubs.marks(heights.iter().map(|&y| straight(&[(SYMBOL + RADIUS + 4.0, y), (START, y)], thin)));
    }
    for (from, stop) in [(top, middle - 16.0), (bottom, middle + 16.0)] {
        stubs.marks([half(x, from, stop, pen), straight(&[(x - 4.0, stop), (x + 4.0, stop)], solid)]);
    }
    let mut link = Group::new("badge", Role::Link(gap.mark.href.clone(), gap.mark.label.clone())).data("gap", &gap.mark.id);
    link.mark(Mark::Circle((x, middle), 12.0, Pen::fill(ink::BAND)));
    link.marks(badge(gap.mark.number, (x, middle), 9.0));
    let mut item = Group::new("gap", Role::ListItem).data("gap", &gap.mark.id);
    item.group(stubs);
    item.group(link);
    item
}

/// Lines inside a side and through the middle.
fn thin(plan: &Plan<'_>, column: &Column) -> Group {
    let mut group = Group::new("within", Role::Hidden);
    for i in changes::paint_order(plan).into_iter().filter(|&i| !plan.direct(&plan.lines[i])) {
        let (a, b, said) = &plan.lines[i];
        let (from, to) = (column.y[*a], column.y[*b]);
        let x = SYMBOL + 12.0;
        let out = x + (14.0 + (to - from).abs() * 0.06).min(30.0);
        let confirmed = said.status == LineStatus::Confirmed && !said.stale;
        let dash = match said.status {
            LineStatus::Planned => Dash::Dots,
            _ if confirmed => Dash::Solid,
            _ => Dash::Thin,
        };
        let mut one = changes::group(plan, i);
        let curve = [(out, from), (out, to), (x, to)];
        if let Some(change) = changes::shown(plan, i) {
            one.marks(changes::thin(plan, change, ((x, from), curve)));
            group.group(one);
            continue;
        }
        let colour = if plan.gone_lines[i] { ink::GONE } else { ink::MUTE };
        one.mark(Mark::Path((x, from), vec![curve], Pen::line(colour, 1.0, dash)));
        group.group(one);
    }
    group
}

/// A double rail with a tick to each member.
fn agreements(plan: &Plan<'_>, column: &Column) -> Group {
    let mut group = Group::new("agreement", Role::Hidden);
    for (i, (members, _)) in plan.agreements.iter().enumerate().filter(|(i, _)| drawn(plan, *i)) {
        let x = AGREEMENT + i as f64 * 7.0;
        let heights: Vec<f64> = members.iter().map(|&card| column.y[card]).collect();
        let high = heights.iter().copied().fold(f64::INFINITY, f64::min);
        let low = heights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if heights.is_empty() {
            continue;
        }
        let ticks = heights.iter().map(|&y| [(SYMBOL + 13.0, y), (x, y)]);
        let pieces: Vec<[Point; 2]> = std::iter::once([(x, high), (x, low)]).chain(ticks).collect();
        // All dark strokes first, then all white ones: the corners stay open.
        let (mut under, mut over) = (Vec::new(), Vec::new());
        for [from, to] in pieces {
            let mut at = from;
            let mut strokes = strokes(plan, i, (from, vec![straight_cubic(&mut at, to)])).into_iter();
            under.extend(strokes.next());
            over.extend(strokes);
        }
        group.marks(under.into_iter().chain(over));
    }
    group
}
