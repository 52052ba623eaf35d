//! Desks in two columns: name, ways to reach it, and in small print what else to know.

use super::super::layout::{Flow, Mark, NOTE, SIDE, base, ink, style};
use super::super::lines::{Style, broken};
use super::super::tags::{Kind, TagId};
use super::{CallDesk, CallDesks, sheet};
use crate::render::text::Face;

/// How many desks stand beside each other.
const COLUMNS: usize = 2;
/// White between two columns.
const GUTTER: f32 = 22.0;
/// White below a row of desks.
const BELOW: f32 = 6.0;
/// From the bar beside a desk to its words.
const INDENT: f32 = 8.0;

const TITLE: Style = style(Face::SerifBold, 12.0, 16.0, ink::INK);
const NAME: Style = style(Face::Bold, 9.0, 12.0, ink::INK);
const REACH: Style = style(Face::Sans, 8.5, 11.5, ink::INK);
const SMALL: Style = style(Face::Sans, 7.5, 10.0, ink::QUIET);

/// Puts desks where the flow is.
pub fn put(flow: &mut Flow<'_>, desks: &CallDesks) {
    let width = (flow.width() - GUTTER * (COLUMNS - 1) as f32) / COLUMNS as f32;
    let blocks: Vec<Vec<(String, Style)>> = desks.desks.iter().map(|desk| block(flow, desk, width - INDENT)).collect();
    let height = |block: &[(String, Style)]| block.iter().map(|(_, style)| style.leading).sum::<f32>();
    flow.skip(8.0);
    let first = blocks.iter().take(COLUMNS).map(|block| height(block)).fold(0.0, f32::max);
    flow.need(TITLE.leading + 16.0 + first.min(flow.page_room() / 2.0));
    let (heading, whole) = (flow.tag(Kind::Heading(2, desks.title.clone())), flow.width());
    flow.bookmark(2, &desks.title);
    flow.lines(SIDE, whole, &desks.title, TITLE, heading, None);
    flow.y += 2.0;
    if let Some(note) = &desks.note {
        sheet::paragraph(flow, note, NOTE, 0.0);
    }
    flow.y += 4.0;
    let list = flow.tag(Kind::List(false));
    for pair in blocks.chunks(COLUMNS) {
        let tall = pair.iter().map(|block| height(block)).fold(0.0, f32::max);
        flow.need(tall.min(flow.page_room()));
        let (top, mut bottom) = (flow.y, flow.y);
        for (column, block) in pair.iter().enumerate() {
            let item = flow.tree.add(list, Kind::Item);
            let body = flow.tree.add(item, Kind::Body);
            let x = SIDE + column as f32 * (width + GUTTER);
            bottom = bottom.max(draw(flow, block, x, top, body));
        }
        flow.y = bottom + BELOW;
    }
}

fn draw(flow: &mut Flow<'_>, block: &[(String, Style)], x: f32, top: f32, tag: TagId) -> f32 {
    let mut y = top;
    for (words, style) in block {
        let at = (x + INDENT, y + base(*style));
        flow.put(Mark::Line { at, words: format!("{words} "), style: *style, tag: Some(tag) });
        y += style.leading;
    }
    flow.put(Mark::Bar { at: (x, top + 1.5), size: (1.6, y - top - 2.0), ink: ink::RULE });
    y
}

/// The lines of one desk.
fn block(flow: &Flow<'_>, desk: &CallDesk, width: f32) -> Vec<(String, Style)> {
    let reach = desk.reach.iter().map(|reach| reach.text.as_str()).collect::<Vec<_>>().join(" · ");
    let texts = [(&desk.name, NAME), (&reach, REACH)].into_iter().chain(desk.lines.iter().map(|line| (line, SMALL)));
    let lines = texts.filter(|(text, _)| !text.is_empty());
    lines.flat_map(|(text, style)| broken(text, width, style, flow.rulers).into_iter().map(move |line| (line, style))).collect()
}
