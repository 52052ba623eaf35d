//! The marks that charts share: a dot, a whisker, what chance gives, nothing to show.

use super::frame::Emphasis;
use super::input::Who;
use crate::render::scene::{Dash, Mark, Pen, Point, ink, straight};

/// Radius of a dot.
pub const DOT: f64 = 5.0;
/// Half the height of the end of a whisker.
const CAP: f64 = 4.0;
/// Half the length of the tick of chance.
const CHANCE: f64 = 8.0;

/// A lying whisker with its two ends.
pub fn whisker(from: Point, to: Point, colour: &'static str) -> Vec<Mark> {
    let pen = Pen::line(colour, 1.4, Dash::Solid);
    let lying = (from.1 - to.1).abs() < (from.0 - to.0).abs();
    let cap = |(x, y): Point| match lying {
        true => straight(&[(x, y - CAP), (x, y + CAP)], pen),
        false => straight(&[(x - CAP, y), (x + CAP, y)], pen),
    };
    vec![straight(&[from, to], pen), cap(from), cap(to)]
}

/// A known value.
pub fn dot(emphasis: &Emphasis, who: &Who, at: Point) -> Mark {
    Mark::Circle(at, DOT, emphasis.dot(who))
}

/// No value: a broken ring.
pub fn hollow(at: Point) -> Mark {
    Mark::Circle(at, DOT, Pen::outlined(ink::WHITE, ink::UNKNOWN, 1.4, Dash::Fine))
}

/// What chance gives: an upright tick that is taller than a dot.
pub fn chance(at: Point) -> Mark {
    straight(&[(at.0, at.1 - CHANCE), (at.0, at.1 + CHANCE)], Pen::line(ink::SLATE, 3.0, Dash::Solid))
}
