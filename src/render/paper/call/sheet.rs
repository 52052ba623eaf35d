//! The card on A4: a head with the square, a row for each need, then every desk once with what else to know.

use super::super::fonts::Rulers;
use super::super::layout::{Flow, KICKER, Layout, Mark, NOTE, SIDE, TITLE, base, ink, style};
use super::super::lines::{Style, broken};
use super::super::tags::{Kind, TagId};
use super::{Call, CallAsks, CallCard, grid};
use crate::render::text::Face;

/// Side of the square with its white, in points: 27 mm.
pub const SQUARE: f32 = 76.0;
/// White between the head's words and the square.
const BESIDE: f32 = 18.0;
/// White between two columns.
const GUTTER: f32 = 14.0;
/// White above and below a row.
const PAD: f32 = 2.6;
/// How much of the width the needs get.
const NEED_SHARE: f32 = 0.42;
/// How much of the width the needs get where there are no numbers.
const ASKED_SHARE: f32 = 0.5;
/// The column of numbers is at least and at most so wide.
const PHONE_WIDTH: (f32, f32) = (76.0, 120.0);

const PLACE: Style = style(Face::SerifBold, 14.0, 19.0, ink::INK);
const ABOUT: Style = style(Face::Sans, 9.0, 12.5, ink::QUIET);
const ADDRESS: Style = style(Face::Bold, 9.0, 12.5, ink::INK);
const ALERT: Style = style(Face::Sans, 11.0, 15.5, ink::INK);
const HEADER: Style = style(Face::Bold, 8.5, 11.5, ink::QUIET);
const NEED: Style = style(Face::Bold, 9.0, 12.0, ink::INK);
const DESK: Style = style(Face::Sans, 9.0, 12.0, ink::INK);
const PHONE: Style = style(Face::Bold, 9.5, 12.0, ink::INK);
const OTHER: Style = style(Face::Sans, 8.0, 10.5, ink::INK);
const DOUBT: Style = style(Face::Italic, 8.0, 10.5, ink::QUIET);

/// Lays out a card.
pub fn layout(card: &CallCard, rulers: &Rulers<'_>) -> Layout {
    let mut flow = Flow::new(rulers);
    head(&mut flow, card);
    if let Some(alert) = &card.alert {
        flow.y += 6.0;
        paragraph(&mut flow, &alert.words, ALERT, 6.0);
        flow.ask(&alert.title, &alert.steps);
    }
    if let Some(list) = &card.asks {
        asks(&mut flow, list);
    }
    if !card.calls.is_empty() {
        table(&mut flow, card);
    }
    if let Some(without) = &card.without {
        flow.skip(4.0);
        paragraph(&mut flow, without, style(Face::Sans, 9.0, 12.5, ink::INK), 4.0);
    }
    for desks in card.desks.iter().chain(&card.parents) {
        grid::put(&mut flow, desks);
    }
    flow.skip(6.0);
    for note in &card.notes {
        paragraph(&mut flow, note, NOTE, 2.0);
    }
    flow.finish(&card.footer, card.language)
}

/// A text over the whole width.
pub fn paragraph(flow: &mut Flow<'_>, text: &str, style: Style, after: f32) {
    let (tag, width) = (flow.tag(Kind::Paragraph), flow.width());
    flow.lines(SIDE, width, text, style, tag, None);
    flow.y += after;
}

/// What it is, where, of when; and the square with its address beside it.
fn head(flow: &mut Flow<'_>, card: &CallCard) {
    let (top, width) = (flow.y, flow.width());
    let square = card.square();
    let square_side = if square.is_some() { SQUARE } else { 0.0 };
    let beside = if square.is_some() { width - SQUARE - BESIDE } else { width };
    let put = |flow: &mut Flow<'_>, kind: Kind, text: &str, style: Style, after: f32| {
        let tag = flow.tag(kind);
        flow.lines(SIDE, beside, text, style, tag, None);
        flow.y += after;
    };
    put(flow, Kind::Paragraph, &card.kicker, KICKER, 0.0);
    flow.bookmark(1, &format!("{} {}", card.title, card.place));
    put(flow, Kind::Heading(1, card.title.clone()), &card.title, TITLE, 0.0);
    put(flow, Kind::Paragraph, &card.place, PLACE, 5.0);
    put(flow, Kind::Paragraph, &card.stand, ABOUT, 0.0);
    if let Some(checked) = &card.checked {
        put(flow, Kind::Paragraph, checked, ABOUT, 0.0);
    }
    flow.y += 2.0;
    if let Some(live) = &card.live {
        put(flow, Kind::Paragraph, &format!("{} {}", live.words, live.shown()), ADDRESS, 0.0);
    }
    if let Some((code, told)) = square {
        let white = SQUARE * (code.whole() - code.side) as f32 / code.whole() as f32 / 2.0;
        let tag = flow.tag(Kind::Figure(told));
        // Its white may reach into the margin: what is dark ends where the text ends.
        let at = (SIDE + width - SQUARE + white, top - white + 3.0);
        flow.put(Mark::Square { at, side: SQUARE, code, tag });
    }
    flow.y = flow.y.max(top + square_side) + 8.0;
    flow.put(Mark::Bar { at: (SIDE, flow.y), size: (width, 1.6), ink: ink::INK });
    flow.y += 8.0;
}

/// Where the three columns start and how wide they are.
struct Columns([(f32, f32); 3]);

impl Columns {
    fn of(card: &CallCard, width: f32, rulers: &Rulers<'_>) -> Self {
        let lines = card.calls.iter().flat_map(|call| &call.lines).filter(|line| line.reach.is_number());
        let widest = lines.map(|line| rulers.width(&line.reach.text, PHONE.size, PHONE.face)).fold(0.0, f32::max);
        let phone = widest.clamp(PHONE_WIDTH.0, PHONE_WIDTH.1);
        let room = width - phone - 2.0 * GUTTER;
        let need = room * NEED_SHARE;
        let desk = room - need;
        Self([(SIDE, need), (SIDE + need + GUTTER, desk), (SIDE + width - phone, phone)])
    }
}

/// A row in lines: column, height below the top of the row, text, style.
struct Row {
    marks: Vec<(usize, f32, String, Style)>,
    height: f32,
}

fn row(call: &Call, columns: &Columns, rulers: &Rulers<'_>) -> Row {
    let mut marks = Vec::new();
    let mut stack = |column: usize, from: f32, text: &str, style: Style| {
        let mut y = from;
        let lines = broken(text, columns.0[column].1, style, rulers);
        let last = lines.len() - 1;
        for (place, mut line) in lines.into_iter().enumerate() {
            line.push_str(if place < last { " " } else { "" });
            marks.push((column, y, line, style));
            y += style.leading;
        }
        y
    };
    let need = stack(0, PAD, &call.need(), NEED);
    let mut y = PAD;
    for line in &call.lines {
        let mut desk = stack(1, y, &line.desk, DESK);
        // A mail address is longer than the column of numbers is wide, and nobody calls it.
        let reach = if line.reach.is_number() {
            stack(2, y, &line.reach.text, PHONE)
        } else {
            desk = stack(1, desk, &line.reach.text, OTHER);
            y
        };
        if let Some(doubt) = &line.doubt {
            desk = stack(1, desk, doubt, DOUBT);
        }
        y = desk.max(reach) + 1.5;
    }
    Row { marks, height: need.max(y - 1.5) + PAD }
}

fn table(flow: &mut Flow<'_>, card: &CallCard) {
    let columns = Columns::of(card, flow.width(), flow.rulers);
    let table = flow.tag(Kind::Table);
    let of = flow.tree.add(table, Kind::Row);
    let tags: Vec<TagId> = (0..3).map(|_| flow.tree.add(of, Kind::ColumnHeader)).collect();
    header(flow, card, &columns, Some(&tags));
    for call in &card.calls {
        let row = row(call, &columns, flow.rulers);
        if flow.left() < row.height {
            flow.turn();
            header(flow, card, &columns, None);
        }
        let of = flow.tree.add(table, Kind::Row);
        let tags = [Kind::RowHeader, Kind::Cell, Kind::Cell].map(|kind| flow.tree.add(of, kind));
        let top = flow.y;
        for (column, y, words, style) in row.marks {
            let at = (columns.0[column].0, top + y + base(style));
            flow.put(Mark::Line { at, words, style, tag: Some(tags[column]) });
        }
        flow.y = top + row.height;
        flow.put(Mark::Bar { at: (SIDE, flow.y - 0.5), size: (flow.width(), 0.5), ink: ink::RULE });
    }
    flow.y += 6.0;
}

/// A row for the needs with the same partners to ask, and those for which nobody is known.
fn asks(flow: &mut Flow<'_>, asks: &CallAsks) {
    let need = flow.width() * ASKED_SHARE - GUTTER;
    let columns = [(SIDE, need), (SIDE + need + GUTTER, flow.width() - need - GUTTER)];
    let table = (!asks.rows.is_empty()).then(|| flow.tag(Kind::Table));
    let put = |flow: &mut Flow<'_>, texts: [(&str, Style, Kind); 2], rule: f32| {
        let Some(table) = table else { return };
        let of = flow.tree.add(table, Kind::Row);
        let cells = texts.into_iter().zip(columns);
        let cells: Vec<_> =
            cells.map(|((text, style, kind), (x, width))| (broken(text, width, style, flow.rulers), style, kind, x)).collect();
        let height = cells.iter().map(|(lines, style, ..)| lines.len() as f32 * style.leading).fold(0.0, f32::max) + 2.0 * PAD;
        flow.need(height);
        let top = flow.y;
        for (lines, style, kind, x) in cells {
            let tag = flow.tree.add(of, kind);
            for (row, line) in lines.into_iter().enumerate() {
                let at = (x, top + PAD + row as f32 * style.leading + base(style));
                flow.put(Mark::Line { at, words: format!("{line} "), style, tag: Some(tag) });
            }
        }
        flow.y = top + height;
        flow.put(Mark::Bar { at: (SIDE, flow.y - rule), size: (flow.width(), rule), ink: ink::RULE });
    };
    let [first, second] = &asks.columns;
    put(flow, [(first, HEADER, Kind::ColumnHeader), (second, HEADER, Kind::ColumnHeader)], 0.8);
    for (needs, whom) in &asks.rows {
        put(flow, [(needs, NEED, Kind::RowHeader), (whom, DESK, Kind::Cell)], 0.5);
    }
    if let Some(nobody) = &asks.nobody {
        flow.y += 6.0;
        paragraph(flow, nobody, OTHER, 2.0);
    }
}

/// The names of the columns; the second time they are no part of the text.
fn header(flow: &mut Flow<'_>, card: &CallCard, columns: &Columns, tags: Option<&[TagId]>) {
    for (place, (name, (x, _))) in card.columns.iter().zip(columns.0).enumerate() {
        let at = (x, flow.y + base(HEADER));
        flow.put(Mark::Line { at, words: name.clone(), style: HEADER, tag: tags.map(|tags| tags[place]) });
    }
    flow.y += HEADER.leading + 3.0;
    flow.put(Mark::Bar { at: (SIDE, flow.y - 0.8), size: (flow.width(), 0.8), ink: ink::INK });
}
