//! Where everything stands on a small map: three lanes of one scale, and the agreement in the middle.

use super::cell::{ABOVE, BELOW, HEIGHT, Scale};
use crate::render::input::{Line, PartnerMap};
use crate::render::scene::Point;
use crate::render::symbol::ghost;
use crate::render::wide::columns;

/// Where everything of a small map stands.
pub struct Places {
    /// Of each card; ghosts stand nowhere.
    pub cards: Vec<Option<Point>>,
    /// Of the agreement.
    pub agreement: Point,
    /// Columns in the middle.
    pub across: usize,
}

/// Where every card stands; in the order of the large map. An agreement has rows of its own in the middle.
pub fn places(map: &PartnerMap, at: Point, width: f64, scale: Scale) -> Places {
    let of = |id: &str| map.cards.iter().position(|card| card.id == id);
    let lines: Vec<(usize, usize, &Line)> =
        map.lines.iter().filter_map(|line| Some((of(&line.a)?, of(&line.b)?, line))).collect();
    let columns = columns(&map.cards, &lines, false);
    let drawn = |column: &[usize]| -> Vec<usize> {
        column.iter().copied().filter(|&card| !ghost(map.cards[card].participation)).collect()
    };
    let (top, bottom) = (drawn(&columns.top), drawn(&columns.bottom));
    // Between governance and the rest; where only one of them is there, halfway.
    let above = if top.is_empty() || bottom.is_empty() { (top.len() + bottom.len()).div_ceil(2) } else { top.len() };
    let free = if map.agreements.is_empty() { 0 } else { scale.rows_of_agreement() };
    let lanes = [(drawn(&columns.left), 0), ([top, bottom].concat(), free), (drawn(&columns.right), 0)];
    let middle = at.0 + width / 2.0;
    let centre = at.1 + (ABOVE + HEIGHT - BELOW) / 2.0;
    let mut out = Places { cards: vec![None; map.cards.len()], agreement: (middle, centre), across: 1 };
    for (side, (lane, free)) in lanes.into_iter().enumerate() {
        let across = lane.len().div_ceil(scale.rows.saturating_sub(free).max(1)).max(1);
        // Columns of equal length, so that the last is not a stump.
        let down = lane.len().div_ceil(across).max(1);
        let above = if across > 1 { down.div_ceil(2) } else { above };
        if side == 1 {
            let rows = (lane.len().min(down) + free) as f64;
            out.across = across;
            out.agreement.1 = centre + (above as f64 + (free as f64 - rows) / 2.0) * scale.pitch;
        }
        for (place, &card) in lane.iter().enumerate() {
            let (column, row) = (place / down, place % down);
            let rows = if free > 0 { down } else { down.min(lane.len() - column * down) } + free;
            let row = row + if row >= above { free } else { 0 };
            // The first column stands at the edge; further ones inwards, in the middle around it.
            let column = column as f64;
            let x = match side {
                0 => at.0 + scale.radius + 2.0 + column * scale.pitch,
                1 => middle + (column - (across as f64 - 1.0) / 2.0) * scale.pitch,
                _ => at.0 + width - scale.radius - 2.0 - column * scale.pitch,
            };
            out.cards[card] = Some((x, centre + (row as f64 + 0.5 - rows as f64 / 2.0) * scale.pitch));
        }
    }
    out
}
