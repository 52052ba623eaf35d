//! Where names go beside points, so that none lies on another or on a point.

use crate::render::scene::{Anchor, Point};
use crate::render::text::{Face, width};

/// From the middle of a point to its name, tried in turn; from the third on a line leads back.
const AWAY: [f64; 6] = [9.0, 13.0, 22.0, 34.0, 48.0, 64.0];
/// Farther than this, a line leads back to the point.
const LED_FROM: f64 = 15.0;
/// To the right, left, above, below, and between.
const WAYS: [(f64, f64); 8] =
    [(1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (0.8, -0.6), (0.8, 0.6), (-0.8, -0.6), (-0.8, 0.6)];

/// A rectangle: left, top, right, bottom.
pub type Block = (f64, f64, f64, f64);

/// A name that found a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Label {
    /// Its anchor on the base line.
    pub at: Point,
    /// Which end of it stands there.
    pub anchor: Anchor,
    /// What it covers.
    pub block: Block,
    /// From where a line leads back to the point, if it stands far.
    pub led_from: Option<Point>,
}

/// Whether two rectangles share ink.
fn meet(a: Block, b: Block) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}

/// A place for each name, in order; `None` where there is no room. `taken` holds what they may not lie on, `inside` where they
/// must stay.
pub fn place(names: &[(Point, &str, Face)], size: f64, taken: &[Block], inside: Block) -> Vec<Option<Label>> {
    let mut taken = taken.to_vec();
    let mut out = Vec::with_capacity(names.len());
    for (at, words, face) in names {
        let wide = width(words, size, *face);
        let found = AWAY.iter().flat_map(|away| WAYS.iter().map(move |way| (*away, *way))).find_map(|(away, way)| {
            let label = label(*at, (away, way), (wide, size));
            let block = label.block;
            let within = block.0 >= inside.0 && block.1 >= inside.1 && block.2 <= inside.2 && block.3 <= inside.3;
            (within && !taken.iter().any(|other| meet(block, *other))).then_some(label)
        });
        taken.extend(found.map(|label| label.block));
        out.push(found);
    }
    out
}

fn label((x, y): Point, (away, (dx, dy)): (f64, (f64, f64)), (wide, size): (f64, f64)) -> Label {
    let anchor = match () {
        () if dx > 0.0 => Anchor::Start,
        () if dx < 0.0 => Anchor::End,
        () => Anchor::Middle,
    };
    let near = (x + dx * away, y + dy * (away + if dx == 0.0 { size * 0.45 } else { 0.0 }));
    let base = (near.0, near.1 + 0.34 * size);
    let left = match anchor {
        Anchor::Start => base.0,
        Anchor::Middle => base.0 - wide / 2.0,
        Anchor::End => base.0 - wide,
    };
    let block = (left - 1.5, base.1 - 0.85 * size, left + wide + 1.5, base.1 + 0.3 * size);
    let led_from = (away > LED_FROM).then_some((near.0, if dx == 0.0 { near.1 - dy * size * 0.5 } else { near.1 }));
    Label { at: base, anchor, block, led_from }
}
