//! The symbol of a partner: its shape and colour tell the domain, its fill and outline how it takes part.

use std::f64::consts::PI;

use super::input::Participation;
use super::scene::{Dash, Mark, Pen, Point, ink};
use crate::model::Domain;

/// Fill of a domain.
fn colour(domain: Option<Domain>) -> &'static str {
    match domain {
        Some(Domain::Medical) => "#0072B2",
        Some(Domain::Social) => "#E69F00",
        Some(Domain::Informal) => "#CC79A7",
        Some(Domain::PublicHealth) => "#009E73",
        Some(Domain::Governance) => "#56B4E9",
        Some(Domain::Education) => "#F0E442",
        None => ink::WHITE,
    }
}

/// The shape of a domain around a point.
fn shape(domain: Option<Domain>, at: Point, r: f64, pen: Pen) -> Mark {
    let polygon = |corners: usize, turn: f64, scale: f64, lower: f64| {
        let corner = |i: usize| {
            let angle = turn + 2.0 * PI * i as f64 / corners as f64;
            (at.0 + scale * r * angle.cos(), at.1 + lower * r + scale * r * angle.sin())
        };
        Mark::Polygon((0..corners).map(corner).collect(), pen)
    };
    match domain {
        Some(Domain::Medical) | None => Mark::Circle(at, r, pen),
        Some(Domain::Social) => Mark::Rect((at.0 - 0.89 * r, at.1 - 0.89 * r), 1.78 * r, 1.78 * r, 0.0, pen),
        Some(Domain::Informal) => polygon(3, -PI / 2.0, 1.28, 0.22),
        Some(Domain::PublicHealth) => polygon(4, -PI / 2.0, 1.16, 0.0),
        Some(Domain::Governance) => polygon(6, 0.0, 1.1, 0.0),
        Some(Domain::Education) => polygon(5, -PI / 2.0, 1.12, 0.0),
    }
}

/// The marks of a symbol.
pub fn symbol(domain: Option<Domain>, participation: Participation, at: Point, r: f64) -> Vec<Mark> {
    let outline = if domain.is_none() { ink::UNKNOWN } else { ink::INK };
    let pen = match participation {
        Participation::Signatory | Participation::Participating => Pen::outlined(colour(domain), outline, 1.5, Dash::Solid),
        Participation::Seen | Participation::Approached => Pen::outlined(ink::WHITE, outline, 1.5, Dash::Solid),
        Participation::Wanted => Pen::outlined(ink::WHITE, outline, 1.5, Dash::Fine),
        Participation::NotYetPartner => Pen::outlined(ink::WHITE, ink::GAP, 1.5, Dash::Fine),
        Participation::NotNamed => Pen::outlined(ink::WHITE, ink::UNKNOWN, 1.5, Dash::Fine),
    };
    let mut marks = Vec::new();
    if participation == Participation::Signatory {
        let ring = r + if r < 8.0 { 2.3 } else { 3.2 };
        marks.push(shape(domain, at, ring, Pen::outlined(ink::WHITE, outline, 1.2, Dash::Solid)));
    }
    marks.push(shape(domain, at, r, pen));
    marks
}

/// The edge of a card.
pub fn card_pen(participation: Participation) -> Pen {
    match participation {
        Participation::Signatory | Participation::Participating | Participation::Seen => {
            Pen::outlined(ink::WHITE, ink::CARD, 1.0, Dash::Solid)
        }
        Participation::Approached | Participation::Wanted => Pen::outlined(ink::WHITE, ink::CARD_DASHED, 1.0, Dash::Thin),
        Participation::NotYetPartner => Pen::outlined(ink::WHITE, ink::GAP, 1.2, Dash::Thin),
        Participation::NotNamed => Pen::outlined(ink::WHITE, ink::UNKNOWN, 1.2, Dash::Unasked),
    }
}

/// Colour of a name.
pub fn name_ink(participation: Participation) -> &'static str {
    match participation {
        Participation::NotYetPartner => ink::GHOST_TEXT,
        Participation::NotNamed => ink::SUB,
        _ => ink::INK,
    }
}

/// A kind the norm expects and nobody is of.
pub fn ghost(participation: Participation) -> bool {
    matches!(participation, Participation::NotYetPartner | Participation::NotNamed)
}

/// The badge of a gap: its number, or "?" for one that is not asked.
pub fn badge(number: Option<usize>, at: Point, r: f64) -> Vec<Mark> {
    use super::scene::{Anchor, text};
    use super::text::Face;
    let (pen, words) = match number {
        Some(number) => (Pen::outlined(ink::GAP, ink::WHITE, 1.5, Dash::Solid), number.to_string()),
        None => (Pen::outlined(ink::WHITE, ink::UNKNOWN, 1.5, Dash::Fine), "?".to_owned()),
    };
    let size = if words.len() > 2 { 9.0 } else { 11.5 };
    let fill = if number.is_some() { ink::BLACK } else { ink::SUB };
    vec![Mark::Circle(at, r, pen), text((at.0, at.1 + 4.0), Anchor::Middle, words, size, Face::Bold, fill)]
}
