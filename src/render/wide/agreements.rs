//! Agreements: never projected to pairs. A card in the window, and one double line to each member.

use super::changes::{card_badge, is_shown};
use super::lines::inner_x;
use super::plan::Plan;
use super::ports::{Leaving, Ports};
use super::sizes::MIDDLE;
use crate::render::input::{Agreement, Change, Lane, Shown};
use crate::render::scene::{Anchor, Dash, Group, Mark, Pen, Point, Role, ink, straight, straight_cubic, swing};
use crate::render::text::{Face, Room, wrap};

/// Height of the card.
const HEIGHT: f64 = 56.0;
/// How far the rail to a member in the middle stands outside the cards.
const RAIL: f64 = 13.0;

/// The double lines and the cards of all agreements.
pub fn agreements(plan: &Plan<'_>, ports: &Ports) -> Group {
    let mut group = Group::new("agreement", Role::Plain);
    let shown = plan.agreements.iter().zip(&plan.map.agreements).enumerate();
    for (i, ((members, y), agreement)) in shown.filter(|(i, _)| drawn(plan, *i)) {
        let mut one = Group::new("", Role::Plain);
        for lane in [Lane::Left, Lane::Right] {
            one.items.extend(to_sides(plan, ports, i, lane, members, *y));
        }
        let middle = members.iter().filter(|&&card| plan.lane(card) == Lane::Middle);
        one.items.extend(middle.map(|&card| {
            let mut line = Group::new(format!("line k{card}"), Role::Hidden);
            line.marks(strokes(plan, i, to_middle(plan, card, i, *y)));
            crate::render::scene::Item::Group(line)
        }));
        one.marks(card(plan, i, agreement, *y));
        group.group(one);
    }
    group
}

/// Black under white: two lines side by side.
pub fn double((start, cubics): (Point, Vec<[Point; 3]>)) -> [Mark; 2] {
    let path = |colour, width| Mark::Path(start, cubics.clone(), Pen::line(colour, width, Dash::Solid));
    [path(ink::INK, 3.6), path(ink::WHITE, 1.7)]
}

/// What became of an agreement, where that is what the map shows.
fn became(plan: &Plan<'_>, agreement: usize) -> Option<Change> {
    let changes = plan.map.changes.as_ref().filter(|_| is_shown(plan))?;
    Some(changes.agreements.get(agreement).copied().unwrap_or(Change::Same))
}

/// Is an agreement drawn on the day that is shown?
pub fn drawn(plan: &Plan<'_>, agreement: usize) -> bool {
    let Some(changes) = &plan.map.changes else { return true };
    let of_the_other_day = [(Shown::Before, Change::New), (Shown::After, Change::Lost)];
    changes.agreements.get(agreement).is_none_or(|&change| !of_the_other_day.contains(&(changes.shown, change)))
}

/// The double line of an agreement; on a map of what changed thin and grey where it stayed, broken where it ended.
pub fn strokes(plan: &Plan<'_>, agreement: usize, (start, cubics): (Point, Vec<[Point; 3]>)) -> Vec<Mark> {
    let path = |pen| Mark::Path(start, cubics.clone(), pen);
    match became(plan, agreement) {
        None | Some(Change::New) => double((start, cubics)).to_vec(),
        Some(Change::Lost) => vec![path(Pen::line(ink::GAP, 1.5, Dash::Gap))],
        Some(_) => {
            let [under, over] = [(ink::MUTE, 2.6), (ink::WHITE, 1.2)];
            [under, over].map(|(colour, width)| path(Pen::line(colour, width, Dash::Solid))).to_vec()
        }
    }
}

fn to_sides(
    plan: &Plan<'_>,
    ports: &Ports,
    agreement: usize,
    lane: Lane,
    members: &[usize],
    y: f64,
) -> Vec<crate::render::scene::Item> {
    let mut own: Vec<usize> = members.iter().copied().filter(|&card| plan.lane(card) == lane).collect();
    own.sort_by(|&a, &b| plan.y[a].total_cmp(&plan.y[b]));
    let step = 9.0_f64.min((HEIGHT - 10.0) / own.len().max(1) as f64);
    let half = (own.len().max(1) - 1) as f64 / 2.0;
    let (left, right) = plan.edges(Lane::Middle);
    let one = |(i, &card): (usize, &usize)| {
        let from = (inner_x(plan, card), ports.height(plan, card, Leaving::Agreement(agreement)));
        let to = (if lane == Lane::Left { left } else { right }, y + (i as f64 - half) * step);
        let mut line = Group::new(format!("line k{card}"), Role::Hidden);
        line.marks(strokes(plan, agreement, (from, vec![swing(from, to)])));
        crate::render::scene::Item::Group(line)
    };
    own.iter().enumerate().map(one).collect()
}

/// Straight down from the card just above; otherwise a rail outside the cards, right for who stands above, left for below.
fn to_middle(plan: &Plan<'_>, card: usize, agreement: usize, y: f64) -> (Point, Vec<[Point; 3]>) {
    let above = plan.y[card] < y;
    let lowest = plan.columns.top.last() == Some(&card);
    if above && lowest && agreement == 0 {
        let mut at = (MIDDLE, plan.y[card] + plan.sizes.card / 2.0);
        return (at, vec![straight_cubic(&mut at, (MIDDLE, y - HEIGHT / 2.0))]);
    }
    let (left, right) = plan.edges(Lane::Middle);
    let out = RAIL + agreement as f64 * 4.0;
    if above {
        rail((right, y - 16.0), right + out, (right, plan.y[card]))
    } else {
        rail((left, y + 16.0), left - out, (left, plan.y[card]))
    }
}

/// Out to a rail, along it, and in again, with round corners.
pub fn rail(from: Point, rail: f64, to: Point) -> (Point, Vec<[Point; 3]>) {
    let out = (rail - from.0).signum();
    let back = (rail - to.0).signum();
    let down = (to.1 - from.1).signum();
    let r = 7.0_f64.min((to.1 - from.1).abs() / 2.0).min((rail - from.0).abs()).min((rail - to.0).abs());
    let mut at = from;
    let mut cubics = vec![straight_cubic(&mut at, (rail - out * r, from.1))];
    cubics.push([(rail - out * r * 0.45, from.1), (rail, from.1 + down * r * 0.55), (rail, from.1 + down * r)]);
    at = (rail, from.1 + down * r);
    cubics.push(straight_cubic(&mut at, (rail, to.1 - down * r)));
    cubics.push([(rail, to.1 - down * r * 0.45), (rail - back * r * 0.45, to.1), (rail - back * r, to.1)]);
    at = (rail - back * r, to.1);
    cubics.push(straight_cubic(&mut at, to));
    (from, cubics)
}

/// The card in the window.
fn card(plan: &Plan<'_>, index: usize, agreement: &Agreement, y: f64) -> Vec<Mark> {
    let (colour, dash) = match became(plan, index) {
        None | Some(Change::New) => (ink::INK, Dash::Solid),
        Some(Change::Lost) => (ink::GAP, Dash::Thin),
        Some(_) => (ink::MUTE, Dash::Solid),
    };
    let (left, right) = plan.edges(Lane::Middle);
    let width = right - left;
    let pen = |width| Pen::outlined(ink::WHITE, colour, width, dash);
    let top = y - HEIGHT / 2.0;
    let mut marks = vec![
        Mark::Rect((left, top), width, HEIGHT, 3.0, pen(1.2)),
        Mark::Rect((left + 3.0, top + 3.0), width - 6.0, HEIGHT - 6.0, 1.5, pen(1.2)),
    ];
    if let Some(change @ (Change::New | Change::Lost)) = became(plan, index) {
        marks.extend(card_badge(change == Change::New, (right - 2.0, top + 2.0), 7.0));
    }
    let room = |size, face, lines| Room { width: width - 24.0, size, face, lines };
    let name = wrap(&agreement.name, None, room(13.5, Face::Bold, 2));
    let caption = wrap(&agreement.caption, None, room(11.5, Face::Sans, 1));
    let mut line = y - (name.len() as f64 * 16.0 + 14.0) / 2.0 + 12.5;
    for words in name {
        marks.push(crate::render::scene::text((MIDDLE, line), Anchor::Middle, words, 13.5, Face::Bold, ink::INK));
        line += 16.0;
    }
    marks.extend(
        caption
            .into_iter()
            .map(|words| crate::render::scene::text((MIDDLE, line - 1.0), Anchor::Middle, words, 11.5, Face::Sans, ink::SUB)),
    );
    marks
}

/// A sample for the legend.
pub fn sample(at: Point) -> [Mark; 2] {
    let path = |colour, width| straight(&[at, (at.0 + 36.0, at.1)], Pen::line(colour, width, Dash::Solid));
    [path(ink::INK, 3.6), path(ink::WHITE, 1.7)]
}
