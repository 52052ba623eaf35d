//! A measure against size, with what chance would give at every size: small coalitions differ more by chance alone.

use super::dots::no_one;
use super::frame::{Emphasis, Frame, NAME, SMALL, item, with_value};
use super::input::{Funnel, FunnelLimit, Value, Who};
use super::labels::{Block, Label, place};
use super::marks::{DOT, dot, whisker};
use super::plot::{Area, Axis, BELOW, plot};
use super::words;
use crate::render::Width;
use crate::render::scene::{Anchor, Dash, Group, Mark, Pen, Point, Role, Scene, ink, straight};
use crate::render::text::Face;

/// Width of the page on a screen.
const PAGE: f64 = 760.0;
/// Up to so many points each has its name, on a screen and on a phone; more, and only those have that were chosen.
const NAMED_UP_TO: [usize; 2] = [30, 12];
/// Up to so many points each has its bounds.
const BOUNDED_UP_TO: [usize; 2] = [12, 8];

/// Draws the chart.
pub fn scene(funnel: &Funnel, screen: Width) -> Scene {
    let mut frame = Frame::new(&funnel.about, screen, PAGE);
    let language = funnel.about.language;
    let emphasis = Emphasis::among(funnel.points.iter().map(|(who, ..)| who));
    let known: Vec<_> = funnel.points.iter().filter(|(_, _, value)| value.value.is_some()).collect();
    if funnel.points.is_empty() {
        frame.instead(words::no_coalition(language));
    } else if known.is_empty() {
        frame.instead(words::no_value(language));
    } else {
        let chart = Chart { funnel, emphasis, known, slim: usize::from(frame.slim()) };
        let drawn = |bounded: bool| chart.known.iter().any(|(who, _, it)| has_bounds(it) && chart.bounded(who, it) == bounded);
        frame.legend(legend(funnel, &chart.emphasis, drawn(true)));
        let unnamed = chart.draw(&mut frame);
        if drawn(false) {
            frame.note(words::unbounded(language));
        }
        if unnamed {
            frame.note(words::unnamed(language));
        }
        without(funnel, &mut frame);
    }
    frame.finish(&funnel.about, "funnel")
}

/// Who has no value, with the reason.
fn without(funnel: &Funnel, frame: &mut Frame) {
    let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
    for (who, _, value) in funnel.points.iter().filter(|(_, _, value)| value.value.is_none()) {
        match reasons.iter_mut().find(|(words, _)| *words == value.words) {
            Some((_, names)) => names.push(&who.name),
            None => reasons.push((&value.words, vec![&who.name])),
        }
    }
    for (reason, names) in reasons {
        let head = words::without(funnel.about.language);
        frame.note(&format!("{head} ({reason}): {}.", names.join(", ")));
    }
}

/// How a limit is drawn: the centre, the inner ones, the outer ones.
fn limit_pens() -> [Pen; 3] {
    [Pen::line(ink::SLATE, 1.6, Dash::Stale), Pen::line(ink::SLATE, 1.2, Dash::Thin), Pen::line(ink::SLATE, 1.0, Dash::Solid)]
}

fn legend<'a>(funnel: &Funnel, emphasis: &Emphasis, bounded: bool) -> Vec<(Vec<Mark>, &'a str)> {
    let language = funnel.about.language;
    let mark = |chosen: bool| vec![dot(emphasis, &Who { chosen, ..no_one() }, (14.0, 0.0))];
    let mut out = Vec::new();
    if emphasis.some() {
        out.push((mark(true), words::chosen(language)));
        out.push((mark(false), words::other(language)));
    } else {
        out.push((mark(true), words::value(language)));
    }
    if bounded {
        out.push((whisker((14.0, -8.0), (14.0, 8.0), ink::INK), words::bounds(language)));
    }
    if !funnel.limits.is_empty() {
        let names = [words::centre(language), words::p95(language), words::p998(language)];
        out.extend(
            limit_pens().into_iter().zip(names).map(|(pen, name)| (vec![straight(&[(0.0, 0.0), (28.0, 0.0)], pen)], name)),
        );
    }
    out
}

/// Whether it is known between what a value lies, and that is more than one number.
fn has_bounds(value: &Value) -> bool {
    value.low.is_some() && value.high.is_some() && value.low != value.high
}

struct Chart<'a> {
    funnel: &'a Funnel,
    emphasis: Emphasis,
    known: Vec<&'a (Who, usize, Value)>,
    /// 1 on a phone, else 0.
    slim: usize,
}

impl Chart<'_> {
    /// Whether a name stands at a point.
    fn named(&self, who: &Who) -> bool {
        self.known.len() <= NAMED_UP_TO[self.slim] || self.stands_out(who)
    }

    /// Whether it was chosen among others.
    fn stands_out(&self, who: &Who) -> bool {
        self.emphasis.some() && who.chosen
    }

    /// Whether the bounds of a point are drawn: many points stay readable without.
    fn bounded(&self, who: &Who, value: &Value) -> bool {
        let few = self.known.len() <= BOUNDED_UP_TO[self.slim];
        (few || self.stands_out(who)) && has_bounds(value)
    }

    /// Draws, and tells whether a name had no room.
    fn draw(&self, frame: &mut Frame) -> bool {
        let language = self.funnel.about.language;
        let limits = &self.funnel.limits;
        let seen = self.known.iter().flat_map(|(who, _, it)| {
            let bounds = self.bounded(who, it).then_some([it.low, it.high]).into_iter().flatten();
            bounds.chain([it.value]).flatten().collect::<Vec<_>>()
        });
        let up = seen.chain(limits.iter().flat_map(|it| [it.p998.0, it.p998.1])).chain([0.0]);
        let y = Axis::round(up, 5, false, language);
        let sizes = self.known.iter().map(|(_, size, _)| *size as f64).chain(limits.iter().map(|it| it.size)).chain([0.0]);
        let x = Axis::round(sizes, if frame.slim() { 4 } else { 8 }, true, language);
        let mut head = Group::new("axis", Role::Hidden);
        frame.y += 6.0;
        head.text((frame.margin, frame.y + 6.0), Anchor::Start, &self.funnel.up, SMALL, Face::Sans, ink::SUB);
        frame.root.group(head);
        let left = frame.margin + y.beside();
        let height = if frame.slim() { 260.0 } else { 360.0 };
        let area = Area { left, top: frame.y + 18.0, width: frame.width - frame.margin - 16.0 - left, height };
        let (points, places) = self.places(area, &x, &y, frame);
        let unnamed = self.points(frame, &points, &places, area);
        frame.y = area.top + area.height + BELOW;
        let mut foot = Group::new("axis", Role::Hidden);
        frame.y += 12.0;
        foot.text((area.left + area.width, frame.y), Anchor::End, &self.funnel.across, SMALL, Face::Sans, ink::SUB);
        frame.root.group(foot);
        frame.y += 4.0;
        unnamed
    }

    /// Draws the axes and limits, and says where the points stand: value, low and high of each.
    fn places(&self, area: Area, x: &Axis, y: &Axis, frame: &mut Frame) -> (Vec<(f64, f64)>, Vec<Point>) {
        let mut points: Vec<(f64, f64)> = Vec::new();
        for (_, size, it) in &self.known {
            let value = it.value.unwrap_or(y.low);
            points.extend([value, it.low.unwrap_or(value), it.high.unwrap_or(value)].map(|value| (*size as f64, value)));
        }
        let count = points.len();
        let lines: [fn(&FunnelLimit) -> f64; 5] = [|it| it.centre, |it| it.p95.0, |it| it.p95.1, |it| it.p998.0, |it| it.p998.1];
        let limits = &self.funnel.limits;
        points.extend(lines.iter().flat_map(|line| limits.iter().map(|it| (it.size, line(it)))));
        let (axes, places) = plot(area, x, y, &points);
        frame.root.group(axes);
        if !limits.is_empty() {
            let mut group = Group::new("limits", Role::Hidden);
            let pens = limit_pens();
            for (line, pen) in places[count..].chunks_exact(limits.len()).zip([0, 1, 1, 2, 2]) {
                // One size alone has a short line of its own.
                let alone = |&(x, y): &Point| vec![(x - 12.0, y), (x + 12.0, y)];
                let line = if let [only] = line { alone(only) } else { line.to_vec() };
                group.mark(straight(&line, pens[pen]));
            }
            frame.root.group(group);
        }
        points.truncate(count);
        (points, places[..count].to_vec())
    }

    fn points(&self, frame: &mut Frame, points: &[(f64, f64)], places: &[Point], area: Area) -> bool {
        debug_assert_eq!(points.len(), places.len());
        let around = |it: &[Point]| -> Block { (it[0].0 - DOT, it[0].1 - DOT, it[0].0 + DOT, it[0].1 + DOT) };
        let mut taken: Vec<Block> = places.chunks_exact(3).map(around).collect();
        for (it, (who, _, value)) in places.chunks_exact(3).zip(&self.known) {
            if self.bounded(who, value) {
                taken.push((it[0].0 - 4.0, it[2].1, it[0].0 + 4.0, it[1].1));
            }
        }
        let names: Vec<(usize, Point)> =
            (0..self.known.len()).filter(|&i| self.named(&self.known[i].0)).map(|i| (i, places[3 * i])).collect();
        let asked: Vec<(Point, &str, Face)> =
            names.iter().map(|&(i, at)| (at, self.known[i].0.name.as_str(), self.emphasis.face(&self.known[i].0))).collect();
        let inside = (area.left + 2.0, area.top - 8.0, frame.width - 4.0, area.top + area.height);
        let size = if frame.slim() { SMALL } else { NAME };
        let placed = place(&asked, size, &taken, inside);
        let mut labels: Vec<Option<Label>> = vec![None; self.known.len()];
        names.iter().zip(&placed).for_each(|(&(i, _), label)| labels[i] = *label);
        let mut list = Group::new("points", Role::List(words::coalitions(self.funnel.about.language).to_owned()));
        // Who was chosen is drawn last, over the others.
        let mut order: Vec<usize> = (0..self.known.len()).collect();
        order.sort_by_key(|&i| self.known[i].0.chosen);
        for i in order {
            list.group(self.point(self.known[i], &places[3 * i..3 * i + 3], labels[i], size));
        }
        frame.root.group(list);
        placed.iter().filter(|label| label.is_some()).count() < self.known.len()
    }

    fn point(&self, (who, members, value): &(Who, usize, Value), at: &[Point], label: Option<Label>, size: f64) -> Group {
        let words = format!("{}, {} {members}: {}", who.name, self.funnel.across, value.label);
        let (outer, mut group) = item(who, &words);
        if let Some(label) = label {
            if let Some(from) = label.led_from {
                group.mark(straight(&[from, at[0]], Pen::line(ink::UNKNOWN, 0.8, Dash::Solid)));
            }
            let face = self.emphasis.face(who);
            // A name stands on white, so that no line runs through its letters.
            let (left, top, right, bottom) = label.block;
            let white = Pen::outlined(ink::WHITE, ink::WHITE, 0.5, Dash::Solid);
            group.mark(Mark::Rect((left, top), right - left, bottom - top, 0.0, white));
            group.text(label.at, label.anchor, &who.name, size, face, self.emphasis.ink(who));
        }
        if self.bounded(who, value) {
            group.marks(whisker(at[1], at[2], self.emphasis.ink(who)));
        }
        group.mark(dot(&self.emphasis, who, at[0]));
        let mut outer = with_value(outer.data("size", members.to_string()), value);
        outer.group(group);
        outer
    }
}
