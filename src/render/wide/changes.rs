//! What changed, drawn: new lines thick and black with a plus, lost ones broken with a minus and a gap in the middle, the rest
//! thin and grey. A line that stayed and changed has a small sign. Shape tells it, colour only helps.

use super::cards::shows;
use super::gaps::tick;
use super::lines::{inner_x, line_group, to_slot};
use super::meetings::along;
use super::plan::Plan;
use super::ports::{Leaving, Ports};
use super::sizes::MIDDLE;
use crate::render::change_words::ChangeWords;
use crate::render::input::{Change, Shown};
use crate::render::scene::{Anchor, Dash, Group, Mark, Pen, Point, Role, ink, text};
use crate::render::text::{Face, width};
use std::f64::consts::PI;

/// Half the height of a badge.
pub const BADGE: f64 = 8.5;
/// Radius of a sign.
const SIGN: f64 = 4.5;
/// Distance of badges that stand beside each other: of new lines, of lost ones.
const BESIDE: f64 = 36.0;
/// How far from the middle a lost line stops, with one badge in the gap.
const STOP: f64 = 40.0;

/// What became of a line, where that is what the map shows.
pub fn shown(plan: &Plan<'_>, line: usize) -> Option<Change> {
    plan.changed.as_ref().filter(|it| it.changes.shown == Shown::Changes).map(|it| it.what(line))
}

/// Is this a map of what changed?
pub fn is_shown(plan: &Plan<'_>) -> bool {
    plan.changed.as_ref().is_some_and(|it| it.changes.shown == Shown::Changes)
}

/// Is a line drawn? In the frame of two days only those of the day, and between who is there.
pub fn draws(plan: &Plan<'_>, line: usize) -> bool {
    let (a, b, _) = plan.lines[line];
    plan.changed.as_ref().is_none_or(|it| it.shows(line)) && shows(plan, a) && shows(plan, b)
}

/// The lines that are drawn, what changed over what did not.
pub fn paint_order(plan: &Plan<'_>) -> Vec<usize> {
    let mut lines: Vec<usize> = (0..plan.lines.len()).filter(|&line| draws(plan, line)).collect();
    lines.sort_by_key(|&line| match shown(plan, line) {
        Some(Change::New) => 3,
        Some(Change::Lost) => 2,
        Some(Change::Same) | None => 0,
        Some(_) => 1,
    });
    lines
}

/// The pen of a line on a map of what changed. `heavy`: it runs between the sides.
pub fn pen(change: Change, heavy: bool) -> Pen {
    match change {
        Change::New => Pen::line(ink::INK, if heavy { 2.8 } else { 1.7 }, Dash::Solid),
        Change::Lost => Pen::line(ink::GAP, if heavy { 2.0 } else { 1.5 }, Dash::Gap),
        Change::Same => Pen::line(ink::MUTE, 1.0, Dash::Solid),
        _ => Pen::line(ink::SLATE, 1.6, Dash::Solid),
    }
}

/// The code of a change, for style sheets and programs.
pub fn code(change: Change) -> &'static str {
    match change {
        Change::New => "new",
        Change::Lost => "lost",
        Change::Confirmed => "confirmed",
        Change::Doubted => "doubted",
        Change::Strengthened => "strengthened",
        Change::Weakened => "weakened",
        Change::Stale => "stale",
        Change::Refreshed => "refreshed",
        Change::Same => "same",
    }
}

/// An empty group for one line of the plan.
pub fn group(plan: &Plan<'_>, line: usize) -> Group {
    let (a, b, said) = plan.lines[line];
    let group = line_group(a, b, said);
    match shown(plan, line) {
        Some(change) => group.data("change", code(change)),
        None => group,
    }
}

/// A line that does not run from side to side: its curve, and its sign in the middle.
pub fn thin(plan: &Plan<'_>, change: Change, (from, curve): (Point, [Point; 3])) -> Vec<Mark> {
    let mut marks = vec![Mark::Path(from, vec![curve], pen(change, false))];
    marks.extend(sign(change, along(from, &curve, 0.5), if plan.map.cards.len() >= 50 { 3.6 } else { SIGN }));
    marks
}

/// A line from side to side, through its slot; its badge is painted later, over all lines.
pub fn direct(plan: &Plan<'_>, ports: &Ports, line: usize, change: Change) -> Group {
    let (a, b, _) = plan.lines[line];
    let pen = pen(change, across(plan, line));
    let mut one = group(plan, line);
    let stop = if change == Change::Lost { stop(plan) } else { 0.0 };
    let half = |card: usize, pen: Pen| {
        let x = inner_x(plan, card);
        let end = if x < MIDDLE { MIDDLE - stop } else { MIDDLE + stop };
        to_slot(plan, (x, ports.height(plan, card, Leaving::Line(line))), plan.slots[line], end, pen)
    };
    let casing = Pen::line(ink::WHITE, pen.width + 2.4, Dash::Solid);
    if change != Change::Lost {
        one.marks([half(a, casing), half(b, casing)]);
    }
    one.marks([half(a, pen), half(b, pen)]);
    if change == Change::Lost {
        one.marks([-stop, stop].map(|out| tick((MIDDLE + out, plan.slots[line]), pen.stroke.unwrap_or(ink::GAP))));
    }
    one
}

/// Does a line run between the sides, by what was handed in?
pub fn across(plan: &Plan<'_>, line: usize) -> bool {
    plan.changed.as_ref().and_then(|it| it.lines[line]).is_some_and(|it| it.across)
}

/// Where a lost line stops: there is room for all badges that stand beside each other.
fn stop(plan: &Plan<'_>) -> f64 {
    let columns = plan.changed.as_ref().map_or(1, |it| it.columns(true));
    STOP + BESIDE / 2.0 * (columns - 1) as f64
}

/// Badges and signs of the lines from side to side.
pub fn badges(plan: &Plan<'_>) -> Group {
    let mut all = Group::new("badges", Role::Hidden);
    let Some(changed) = plan.changed.as_ref().filter(|_| is_shown(plan)) else { return all };
    for line in (0..plan.lines.len()).filter(|&line| plan.direct(&plan.lines[line])) {
        let change = changed.what(line);
        let columns = changed.columns(change == Change::Lost);
        let column = (changed.turns[line] % columns) as f64 - (columns - 1) as f64 / 2.0;
        let at = (MIDDLE + column * BESIDE, plan.slots[line]);
        let marks = match changed.numbers[line] {
            Some(number) => badge(change, Some(number), at),
            None => sign(change, at, SIGN),
        };
        if marks.is_empty() {
            continue;
        }
        let (a, b, _) = plan.lines[line];
        let mut one = Group::new(format!("badge line k{a} k{b}"), Role::Plain).data("change", code(change));
        if let Some(number) = changed.numbers[line] {
            one = one.data("number", number.to_string());
        }
        one.marks(marks);
        all.group(one);
    }
    all
}

/// The badge of a new or a lost line: a plus or a minus, and its number.
pub fn badge(change: Change, number: Option<usize>, at: Point) -> Vec<Mark> {
    let sign = if change == Change::New { "+" } else { "\u{2212}" };
    let words = format!("{sign}{}", number.map_or_else(String::new, |number| number.to_string()));
    let (pen, fill) = disc(change == Change::New);
    let half = (width(&words, 11.5, Face::Bold) / 2.0 + 5.0).max(BADGE);
    let pill = Mark::Rect((at.0 - half, at.1 - BADGE), 2.0 * half, 2.0 * BADGE, BADGE, pen);
    vec![pill, text((at.0, at.1 + 4.1), Anchor::Middle, words, 11.5, Face::Bold, fill)]
}

/// The badge of a card that came or went.
pub fn card_badge(came: bool, at: Point, r: f64) -> Vec<Mark> {
    let (pen, fill) = disc(came);
    let words = if came { "+" } else { "\u{2212}" };
    vec![Mark::Circle(at, r, pen), text((at.0, at.1 + 4.4), Anchor::Middle, words, 12.5, Face::Bold, fill)]
}

/// Black and full for what came, hollow for what went.
fn disc(came: bool) -> (Pen, &'static str) {
    if came {
        (Pen::outlined(ink::INK, ink::WHITE, 1.2, Dash::Solid), ink::WHITE)
    } else {
        (Pen::outlined(ink::WHITE, ink::GAP, 1.8, Dash::Solid), ink::BLACK)
    }
}

/// The sign of a line that stayed and changed: full for more, hollow for less. New, lost and unchanged lines have none.
pub fn sign(change: Change, at: Point, r: f64) -> Vec<Mark> {
    let full = Pen::outlined(ink::INK, ink::WHITE, 1.0, Dash::Solid);
    let hollow = Pen::outlined(ink::WHITE, ink::INK, 1.3, Dash::Solid);
    let polygon = |corners: usize, turn: f64, size: f64, pen: Pen| {
        let corner = |i: usize| {
            let angle = turn + 2.0 * PI * i as f64 / corners as f64;
            (at.0 + size * r * angle.cos(), at.1 + size * r * angle.sin())
        };
        vec![Mark::Polygon((0..corners).map(corner).collect(), pen)]
    };
    match change {
        Change::Confirmed => vec![Mark::Circle(at, r, full)],
        Change::Doubted => vec![Mark::HalfCircle(at, r, hollow)],
        Change::Strengthened => polygon(3, -PI / 2.0, 1.3, full),
        Change::Weakened => polygon(3, PI / 2.0, 1.3, hollow),
        Change::Refreshed => polygon(4, -PI / 2.0, 1.25, full),
        Change::Stale => polygon(4, -PI / 2.0, 1.25, hollow),
        Change::New | Change::Lost | Change::Same => Vec::new(),
    }
}

/// Captions over the slots: "6 nieuw · 5 bleven", "2 verloren".
pub fn captions(plan: &Plan<'_>) -> [String; 2] {
    let words = ChangeWords::of(plan.map.language);
    let Some(changed) = &plan.changed else { return Default::default() };
    let direct = (0..plan.lines.len()).filter(|&line| plan.direct(&plan.lines[line]));
    let (mut new, mut lost, mut stayed) = (0, 0, 0);
    for line in direct {
        match changed.what(line) {
            Change::New => new += 1,
            Change::Lost => lost += 1,
            _ => stayed += 1,
        }
    }
    let mut kept = Vec::new();
    let mut add = |count: usize, words: &str| {
        if count > 0 {
            kept.push(format!("{count} {words}"));
        }
    };
    add(new, words.new);
    add(stayed, words.stayed[usize::from(stayed != 1)]);
    [kept.join(" · "), format!("{lost} {}", words.lost)]
}

/// Whether a card came (`true`) or went (`false`) between the two days; absent: neither, or one day is shown.
pub fn card(plan: &Plan<'_>, place: usize) -> Option<bool> {
    let changes = plan.map.changes.as_ref().filter(|it| it.shown == Shown::Changes)?;
    let id = &plan.map.cards[place].id;
    if changes.left.contains(id) { Some(false) } else { changes.joined.contains(id).then_some(true) }
}
