//! The sign of how a kind takes part: read by its shape, with a tint behind it that only helps the eye.

use super::input::KindState;
use super::words;
use crate::model::Language;
use crate::render::scene::{Anchor, Dash, Mark, Pen, Point, ink, text};
use crate::render::text::Face;

/// Every state that has a sign of its own, in the order of the legend, and its words.
pub fn legend(language: Language) -> [(KindState, &'static str); 6] {
    [
        (KindState::Signatory, words::signatory(language)),
        (KindState::Participating, words::participating(language)),
        (KindState::Seen, words::near(language)),
        (KindState::Placeholder, words::placeholder(language)),
        (KindState::Absent, words::absent(language)),
        (KindState::Unknown, words::unknown(language)),
    ]
}

/// Approached, wanted and seen have one sign.
pub fn sign_of(state: KindState) -> KindState {
    match state {
        KindState::Approached | KindState::Wanted => KindState::Seen,
        other => other,
    }
}

/// Behind a sign; nothing where nobody takes part.
pub fn tint(state: KindState) -> Option<&'static str> {
    match state {
        KindState::Signatory => Some("#B9CDD9"),
        KindState::Participating => Some("#D5E2EA"),
        KindState::Approached | KindState::Wanted | KindState::Seen | KindState::Placeholder => Some(ink::BAND),
        KindState::Absent | KindState::Unknown => None,
    }
}

/// The sign around a point.
pub fn sign(state: KindState, (x, y): Point) -> Vec<Mark> {
    let ring = |r: f64, fill, dash| Mark::Circle((x, y), r, Pen::outlined(fill, ink::INK, 1.4, dash));
    match state {
        KindState::Signatory => vec![ring(6.5, ink::WHITE, Dash::Solid), ring(3.4, ink::INK, Dash::Solid)],
        KindState::Participating => vec![ring(4.6, ink::INK, Dash::Solid)],
        KindState::Approached | KindState::Wanted | KindState::Seen => vec![ring(4.6, ink::WHITE, Dash::Solid)],
        KindState::Placeholder => vec![ring(4.6, ink::WHITE, Dash::Fine)],
        KindState::Absent => vec![text((x, y + 4.0), Anchor::Middle, "–", 13.0, Face::Bold, ink::INK)],
        KindState::Unknown => vec![text((x, y + 4.0), Anchor::Middle, "?", SIGN, Face::Sans, ink::UNKNOWN)],
    }
}

/// Size of the question mark.
const SIGN: f64 = 12.0;
