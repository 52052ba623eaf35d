//! One measure, one row a coalition: what is known, from where to where it could be, and what chance would give.

use super::frame::{Emphasis, Frame, NAME, SMALL, item, one_line, with_value};
use super::input::{Dots, Value, Who};
use super::marks::{chance, dot, hollow, whisker};
use super::plot::{Area, Axis, BELOW, plot};
use super::words;
use crate::render::Width;
use crate::render::scene::{Anchor, Dash, Group, Mark, Pen, Point, Role, Scene, ink};
use crate::render::text::{Face, width};

/// Width of the page on a screen.
const PAGE: f64 = 760.0;
/// From this many rows on they stand closer.
const MANY: usize = 16;
/// Height of a row on a phone, and how far down the dot stands: nearer to its own name than to the next.
const SLIM_PITCH: f64 = 48.0;
const SLIM_DOT: f64 = 29.0;
/// Room for the name of a coalition, and for its value in words.
const NAMES: f64 = 190.0;
const SAID: f64 = 210.0;
/// Room left of the axis for who has no value: a ring there is not read as a small value.
const GUTTER: f64 = 22.0;

/// Draws the chart. Rows stand in the order that they come in.
pub fn scene(dots: &Dots, screen: Width) -> Scene {
    let mut frame = Frame::new(&dots.about, screen, PAGE);
    let language = dots.about.language;
    let emphasis = Emphasis::among(dots.rows.iter().map(|(who, _)| who));
    let shown = |value: &Value| value.value.is_some() || value.low.is_some() || value.high.is_some();
    if dots.rows.is_empty() {
        frame.instead(words::no_coalition(language));
    } else if !dots.rows.iter().any(|(_, value)| shown(value)) {
        frame.instead(words::no_value(language));
    } else {
        frame.legend(legend(dots, &emphasis));
        let all = dots.rows.iter().flat_map(|(_, it)| [it.value, it.low, it.high, it.expected]).flatten();
        let axis = Axis::round(all.chain([0.0]), if frame.slim() { 4 } else { 6 }, dots.whole, language);
        Chart { dots, emphasis, axis }.draw(&mut frame);
    }
    frame.finish(&dots.about, "dots")
}

fn legend<'a>(dots: &Dots, emphasis: &Emphasis) -> Vec<(Vec<Mark>, &'a str)> {
    let language = dots.about.language;
    let any = |test: fn(&Value) -> bool| dots.rows.iter().any(|(_, value)| test(value));
    let at = (14.0, 0.0);
    let mark = |chosen: bool| vec![dot(emphasis, &Who { chosen, ..no_one() }, at)];
    let mut out = Vec::new();
    if emphasis.some() {
        out.push((mark(true), words::chosen(language)));
        out.push((mark(false), words::other(language)));
    } else {
        out.push((mark(true), words::value(language)));
    }
    if any(|it| it.low != it.high) {
        out.push((whisker((2.0, 0.0), (26.0, 0.0), ink::INK), words::bounds(language)));
    }
    if any(|it| it.expected.is_some()) {
        out.push((vec![chance(at)], words::chance(language)));
    }
    if any(|it| it.value.is_none()) {
        out.push((vec![hollow(at)], words::hollow(language)));
    }
    out
}

/// A coalition without a name, for the legend.
pub fn no_one() -> Who {
    Who { id: String::new(), name: String::new(), href: String::new(), chosen: false }
}

struct Chart<'a> {
    dots: &'a Dots,
    emphasis: Emphasis,
    axis: Axis,
}

impl Chart<'_> {
    fn draw(&self, frame: &mut Frame) {
        let rows = self.dots.rows.len();
        let pitch = match (frame.slim(), rows > MANY) {
            (true, _) => SLIM_PITCH,
            (false, true) => 22.0,
            (false, false) => 28.0,
        };
        let gutter = if self.dots.rows.iter().any(|(_, it)| it.value.is_none()) { GUTTER } else { 8.0 };
        let (names, said) = if frame.slim() { (0.0, 0.0) } else { (self.names(), self.said()) };
        let left = frame.margin + names + gutter + if frame.slim() { 4.0 } else { 10.0 };
        let end = frame.width - frame.margin - said - if frame.slim() { 10.0 } else { 14.0 };
        let top = frame.y + 4.0;
        let area = Area { left, top, width: end - left, height: rows as f64 * pitch };
        let height = |row: usize| rows as f64 - row as f64 - if frame.slim() { SLIM_DOT / SLIM_PITCH } else { 0.5 };
        let at = |row: usize, value: f64| (value, height(row));
        let known = |row: usize, it: &Value| {
            let all = [it.value, it.low, it.high, it.expected];
            all.map(|value| at(row, value.unwrap_or(self.axis.low)))
        };
        let points: Vec<(f64, f64)> = self.dots.rows.iter().enumerate().flat_map(|(row, (_, value))| known(row, value)).collect();
        let (axes, places) = plot(area, &self.axis, &Axis::bare(0.0, rows as f64), &points);
        frame.root.group(axes);
        let mut list = Group::new("points", Role::List(words::coalitions(self.dots.about.language).to_owned()));
        for ((row, (who, value)), places) in self.dots.rows.iter().enumerate().zip(places.chunks_exact(4)) {
            let top = top + row as f64 * pitch;
            list.group(self.row(frame, who, value, [places[0], places[1], places[2], places[3]], (top, left)));
        }
        frame.root.group(list);
        frame.y = area.top + area.height + BELOW + 4.0;
    }

    fn names(&self) -> f64 {
        let all = self.dots.rows.iter().map(|(who, _)| width(&who.name, NAME, Face::Bold));
        all.fold(0.0, f64::max).min(NAMES)
    }

    fn said(&self) -> f64 {
        let known = self.dots.rows.iter().filter(|(_, value)| value.value.is_some());
        known.map(|(_, value)| width(&value.words, SMALL, Face::Sans)).fold(0.0, f64::max).min(SAID)
    }

    fn row(&self, frame: &Frame, who: &Who, value: &Value, places: [Point; 4], (top, left): (f64, f64)) -> Group {
        let [dot_at, low, high, expected] = places;
        let y = dot_at.1;
        let (outer, mut group) = item(who, &format!("{}: {}", who.name, value.label));
        let (face, colour) = (self.emphasis.face(who), self.emphasis.ink(who));
        let none = value.value.is_none();
        let right = frame.width - frame.margin;
        if frame.slim() {
            let said = if none { 0.0 } else { width(&value.words, SMALL, Face::Sans) + 8.0 };
            let name = one_line(&who.name, frame.room() - said, NAME, face);
            let wide = width(&name, NAME, face);
            group.mark(ground((frame.margin, top + 2.0), wide + 4.0));
            if !none {
                group.mark(ground((right - said + 4.0, top + 2.0), said - 4.0));
            }
            group.text((frame.margin, top + 14.0), Anchor::Start, name, NAME, face, colour);
            if !none {
                group.text((right, top + 14.0), Anchor::End, &value.words, SMALL, Face::Sans, colour);
            }
        } else {
            let name = one_line(&who.name, NAMES, NAME, face);
            group.text((frame.margin, y + 4.5), Anchor::Start, name, NAME, face, colour);
            if !none {
                let said = one_line(&value.words, SAID, SMALL, Face::Sans);
                group.text((right, y + 4.0), Anchor::End, said, SMALL, Face::Sans, colour);
            }
        }
        if value.low.is_some() && value.high.is_some() && value.low != value.high {
            let line = if colour == ink::INK { ink::INK } else { ink::UNKNOWN };
            group.marks(whisker(low, high, line));
        }
        if value.expected.is_some() {
            group.mark(chance(expected));
        }
        if none {
            group.mark(hollow((left - 13.0, y)));
            let words = one_line(&value.words, right - left - 12.0, SMALL, Face::Italic);
            let wide = width(&words, SMALL, Face::Italic);
            group.mark(ground((left + 2.0, y - 8.0), wide + 8.0));
            group.text((left + 6.0, y + 4.0), Anchor::Start, words, SMALL, Face::Italic, ink::SUB);
        } else {
            group.mark(dot(&self.emphasis, who, dot_at));
        }
        let mut outer = with_value(outer, value);
        outer.group(group);
        outer
    }
}

/// White under words, so that no line of the axes runs through them.
fn ground(at: Point, wide: f64) -> Mark {
    Mark::Rect(at, wide, 16.0, 0.0, Pen::outlined(ink::WHITE, ink::WHITE, 0.5, Dash::Solid))
}
