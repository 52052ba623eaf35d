//! One measure on every day that is known of: what was measured then stays, what is computed now stands beside it.

use time::{Date, Month};

use super::frame::{Frame, SMALL, with_value};
use super::input::{TimePoint, Timeline};
use super::marks::{DOT, whisker};
use super::plot::{Area, Axis, BELOW, plot};
use super::words;
use crate::model::Language;
use crate::render::Width;
use crate::render::scene::{Anchor, Dash, Group, Mark, Pen, Point, Role, Scene, ink, straight, text};
use crate::render::text::Face;

/// Width of the page on a screen.
const PAGE: f64 = 760.0;
/// Radius of the ring of a computed value: it shows around a kept one on the same day.
const RING: f64 = 6.8;

/// Draws the chart.
pub fn scene(timeline: &Timeline, screen: Width) -> Scene {
    let mut frame = Frame::new(&timeline.about, screen, PAGE);
    let language = timeline.about.language;
    let mut days: Vec<Date> = timeline.points.iter().map(|point| point.day).collect();
    days.dedup();
    let known = timeline.points.iter().filter(|point| point.value.value.is_some());
    match (known.clone().count(), days.as_slice()) {
        (0, _) => frame.instead(words::no_moment(language)),
        (_, [_]) => {
            for point in known {
                let words = words::one_moment(language);
                frame.instead(&format!("{words}: {}, {}.", point.day_words, point.value.words));
            }
            frame.instead(words::after_round(language));
        }
        _ => {
            frame.legend(legend(timeline));
            draw(timeline, &mut frame);
        }
    }
    frame.finish(&timeline.about, "timeline")
}

fn mark(kept: bool, at: Point) -> Mark {
    match kept {
        true => Mark::Circle(at, DOT, Pen::outlined(ink::INK, ink::INK, 1.0, Dash::Solid)),
        false => Mark::Circle(at, RING, Pen::outlined(ink::WHITE, ink::INK, 1.5, Dash::Solid)),
    }
}

fn legend<'a>(timeline: &Timeline) -> Vec<(Vec<Mark>, &'a str)> {
    let language = timeline.about.language;
    let any = |test: fn(&TimePoint) -> bool| timeline.points.iter().any(test);
    let mut out = Vec::new();
    if any(|it| it.kept) {
        out.push((vec![mark(true, (14.0, 0.0))], words::kept(language)));
    }
    if any(|it| !it.kept) {
        out.push((vec![mark(false, (14.0, 0.0))], words::computed(language)));
    }
    if any(|it| it.value.value.is_some() && it.value.low != it.value.high) {
        out.push((whisker((14.0, -8.0), (14.0, 8.0), ink::INK), words::bounds(language)));
    }
    if any(|it| it.value.value.is_none()) {
        out.push((vec![unknown((14.0, 0.0))], words::not_known(language)));
    }
    out
}

fn unknown(at: Point) -> Mark {
    text((at.0, at.1 + 4.5), Anchor::Middle, "?", 13.0, Face::Bold, ink::UNKNOWN)
}

fn day_number(day: Date) -> f64 {
    f64::from(day.to_julian_day())
}

/// First days of years, or of months where there are few: at most so many.
fn ticks(first: Date, last: Date, most: usize, language: Language) -> Vec<(f64, String)> {
    let months = (last.year() - first.year()) * 12 + i32::from(u8::from(last.month())) - i32::from(u8::from(first.month())) + 2;
    let every = [1, 2, 3, 6, 12, 24, 60, 120].into_iter().find(|every| months / every <= most as i32).unwrap_or(240);
    let start = first.year() * 12 + i32::from(u8::from(first.month())) - 1;
    let place = |number: i32| {
        let month = Month::try_from(number.rem_euclid(12) as u8 + 1).ok()?;
        let day = Date::from_calendar_date(number.div_euclid(12), month, 1).ok()?;
        let name = match every < 12 {
            true => format!("{} {}", words::months(language)[number.rem_euclid(12) as usize], day.year()),
            false => day.year().to_string(),
        };
        Some((day, name))
    };
    let numbers = (start..=start + months).filter(|number| number % every == 0);
    let within = |(day, _): &(Date, String)| *day >= first && *day <= last;
    numbers.filter_map(place).filter(within).map(|(day, name)| (day_number(day), name)).collect()
}

fn draw(timeline: &Timeline, frame: &mut Frame) {
    let language = timeline.about.language;
    let all = timeline.points.iter().flat_map(|it| [it.value.value, it.value.low, it.value.high]).flatten();
    let y = Axis::round(all.chain([0.0]), 5, timeline.whole, language);
    let days: Vec<f64> = timeline.points.iter().map(|point| day_number(point.day)).collect();
    let (first, last) = (days.iter().copied().fold(f64::INFINITY, f64::min), days.iter().copied().fold(0.0, f64::max));
    let pad = ((last - first) * 0.06).max(20.0);
    let day = |number: f64| Date::from_julian_day(number as i32).unwrap_or(Date::MIN);
    let (low, high) = (first - pad, last + pad);
    let x = Axis::named(low, high, ticks(day(low), day(high), if frame.slim() { 3 } else { 7 }, language));
    let mut head = Group::new("axis", Role::Hidden);
    frame.y += 6.0;
    head.text((frame.margin, frame.y + 6.0), Anchor::Start, &timeline.up, SMALL, Face::Sans, ink::SUB);
    frame.root.group(head);
    let left = frame.margin + y.beside();
    let height = if frame.slim() { 220.0 } else { 280.0 };
    let area = Area { left, top: frame.y + 18.0, width: frame.width - frame.margin - 10.0 - left, height };
    let mut points = Vec::new();
    for (point, &day) in timeline.points.iter().zip(&days) {
        let it = &point.value;
        let value = it.value.unwrap_or(y.low);
        points.extend([value, it.low.unwrap_or(value), it.high.unwrap_or(value)].map(|value| (day, value)));
    }
    let (axes, places) = plot(area, &x, &y, &points);
    frame.root.group(axes);
    frame.root.group(joined(timeline, &places));
    let mut list = Group::new("points", Role::List(words::days(language).to_owned()));
    // Rings first, so that a kept dot stays visible in the ring of its day.
    let mut order: Vec<usize> = (0..timeline.points.len()).collect();
    order.sort_by_key(|&i| (timeline.points[i].day, timeline.points[i].kept));
    for i in order {
        let point = &timeline.points[i];
        let at = &places[3 * i..3 * i + 3];
        list.group(one(point, at, area.top + area.height - 12.0));
    }
    frame.root.group(list);
    frame.y = area.top + area.height + BELOW + 2.0;
}

/// Whether a day on which nothing can be said lies between two points.
fn unknown_between(timeline: &Timeline, [from, to]: [&TimePoint; 2]) -> bool {
    timeline.points.iter().any(|it| it.value.value.is_none() && it.day > from.day && it.day < to.day)
}

/// Lines between neighbours of one row, kept or computed; never over a day on which nothing can be said.
fn joined(timeline: &Timeline, places: &[Point]) -> Group {
    let mut group = Group::new("joined", Role::Hidden);
    for (kept, pen) in [(false, Pen::line(ink::UNKNOWN, 1.2, Dash::Thin)), (true, Pen::line(ink::INK, 1.4, Dash::Solid))] {
        let row: Vec<usize> = (0..timeline.points.len()).filter(|&i| timeline.points[i].kept == kept).collect();
        for pair in row.windows(2) {
            let ends = [&timeline.points[pair[0]], &timeline.points[pair[1]]];
            if ends.iter().all(|it| it.value.value.is_some()) && !unknown_between(timeline, ends) {
                group.mark(straight(&[places[3 * pair[0]], places[3 * pair[1]]], pen));
            }
        }
    }
    group
}

fn one(point: &TimePoint, at: &[Point], floor: f64) -> Group {
    let outer = Group::new("point", Role::ListItem)
        .data("day", point.day.to_string())
        .data("source", if point.kept { "kept" } else { "computed" });
    let mut outer = with_value(outer, &point.value);
    let mut group = Group::new("", Role::Named(format!("{}: {}", point.day_words, point.value.label)));
    if point.value.value.is_none() {
        group.mark(unknown((at[0].0, floor)));
    } else {
        if point.value.low.is_some() && point.value.high.is_some() && point.value.low != point.value.high {
            group.marks(whisker(at[1], at[2], if point.kept { ink::INK } else { ink::UNKNOWN }));
        }
        group.mark(mark(point.kept, at[0]));
    }
    outer.group(group);
    outer
}
