//! The marks of the row of expected lines: one a line.

use super::input::ExpectedMark;
use super::scene::{Anchor, Dash, Mark, Pen, Point, ink, text};
use super::text::Face;

const RADIUS: f64 = 4.5;

/// The mark of an expected line.
pub fn mark(expected: ExpectedMark, at: Point) -> Mark {
    let ring = |fill, stroke, width, dash| Pen::outlined(fill, stroke, width, dash);
    match expected {
        ExpectedMark::Confirmed => Mark::Circle(at, RADIUS, ring(ink::INK, ink::INK, 1.0, Dash::Solid)),
        ExpectedMark::Known => Mark::HalfCircle(at, RADIUS, ring(ink::WHITE, ink::INK, 1.0, Dash::Solid)),
        ExpectedMark::Planned => Mark::Circle(at, RADIUS, ring(ink::WHITE, ink::INK, 1.0, Dash::Fine)),
        ExpectedMark::Missing => Mark::Circle(at, RADIUS, ring(ink::WHITE, ink::GAP, 2.0, Dash::Solid)),
        ExpectedMark::Unknown => text((at.0, at.1 + 4.0), Anchor::Middle, "?", 12.0, Face::Bold, ink::UNKNOWN),
    }
}
