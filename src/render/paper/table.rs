//! A table on paper: columns as wide as their words ask, rows over pages, the header again on each.

use super::PaperTable;
use super::fonts::Rulers;
use super::layout::{Flow, Mark, SIDE, base, ink, style};
use super::lines::{Style, broken, widest_word};
use super::tags::{Kind, TagId};
use crate::render::text::Face;

const CAPTION: Style = style(Face::Bold, 10.0, 14.0, ink::INK);
const HEADER: Style = style(Face::Bold, 8.5, 11.5, ink::INK);
const NAME: Style = style(Face::Bold, 9.0, 12.5, ink::INK);
const CELL: Style = style(Face::Sans, 9.0, 12.5, ink::INK);
/// White between two columns.
const GUTTER: f32 = 10.0;
/// White above and below a row.
const PAD: f32 = 3.5;

/// A column: where it starts, how wide it is, whether numbers stand in it.
struct Column {
    x: f32,
    width: f32,
    number: bool,
}

/// One row in lines, with the styles and tags of its cells.
struct Row {
    cells: Vec<(Vec<String>, Style)>,
    leading: f32,
}

impl Row {
    fn of(texts: &[String], columns: &[Column], styles: impl Fn(usize) -> Style, rulers: &Rulers<'_>) -> Self {
        let cell = |(place, column): (usize, &Column)| {
            let text = texts.get(place).map_or("", String::as_str);
            (broken(text, column.width, styles(place), rulers), styles(place))
        };
        Self { cells: columns.iter().enumerate().map(cell).collect(), leading: styles(0).leading }
    }

    fn lines(&self) -> usize {
        self.cells.iter().map(|(lines, _)| lines.len()).max().unwrap_or(0)
    }

    fn height(&self) -> f32 {
        self.lines() as f32 * self.leading + 2.0 * PAD
    }
}

/// Puts a table where the flow is.
pub fn put(flow: &mut Flow<'_>, table: &PaperTable) {
    let columns = columns(table, flow.width(), flow.rulers);
    let names: Vec<String> = table.header.iter().map(|(name, _)| name.clone()).collect();
    let header = Row::of(&names, &columns, |_| HEADER, flow.rulers);
    let body = |place: usize| if place == 0 { NAME } else { CELL };
    let rows: Vec<Row> = table.rows.iter().map(|row| Row::of(row, &columns, body, flow.rulers)).collect();

    flow.skip(6.0);
    let first = rows.first().map_or(0.0, Row::height).min(flow.page_room() / 3.0);
    flow.need(CAPTION.leading * 2.0 + header.height() + first);
    let tag = flow.tag(Kind::Table);
    let caption = flow.tree.add(tag, Kind::Caption);
    flow.lines(SIDE, flow.width(), &table.caption, CAPTION, caption, None);
    flow.y += 1.0;
    let row = flow.tree.add(tag, Kind::Row);
    let tags: Vec<TagId> = columns.iter().map(|_| flow.tree.add(row, Kind::ColumnHeader)).collect();
    write_header(flow, &header, &columns, Some(&tags));
    for row in &rows {
        let of = flow.tree.add(tag, Kind::Row);
        let kind = |place: usize| if place == 0 { Kind::RowHeader } else { Kind::Cell };
        let tags: Vec<TagId> = (0..columns.len()).map(|place| flow.tree.add(of, kind(place))).collect();
        write_row(flow, row, &header, &columns, &tags);
    }
    flow.y += 14.0;
}

/// A row stays on one page, unless it is longer than a page.
fn write_row(flow: &mut Flow<'_>, row: &Row, header: &Row, columns: &[Column], tags: &[TagId]) {
    let whole = flow.page_room() - header.height();
    if row.height() > flow.left() && row.height() <= whole {
        flow.turn();
        write_header(flow, header, columns, None);
    }
    let mut from = 0;
    while from < row.lines() {
        let fitting = ((flow.left() - 2.0 * PAD) / row.leading).floor().max(0.0) as usize;
        let until = (from + fitting).min(row.lines());
        write_lines(flow, row, columns, from..until, Some(tags));
        if until < row.lines() {
            flow.turn();
            write_header(flow, header, columns, None);
        }
        from = until;
    }
    flow.put(Mark::Bar { at: (SIDE, flow.y - 0.5), size: (flow.width(), 0.5), ink: ink::RULE });
}

/// The header; the second time it is no part of the text.
fn write_header(flow: &mut Flow<'_>, header: &Row, columns: &[Column], tags: Option<&[TagId]>) {
    write_lines(flow, header, columns, 0..header.lines(), tags);
    flow.put(Mark::Bar { at: (SIDE, flow.y - 0.5), size: (flow.width(), 1.0), ink: ink::INK });
}

fn write_lines(flow: &mut Flow<'_>, row: &Row, columns: &[Column], lines: std::ops::Range<usize>, tags: Option<&[TagId]>) {
    let top = flow.y + PAD;
    for (place, ((cell, style), column)) in row.cells.iter().zip(columns).enumerate() {
        for (number, words) in cell.iter().enumerate().take(lines.end).skip(lines.start) {
            let y = top + (number - lines.start) as f32 * row.leading + base(*style);
            let wide = flow.rulers.width(words, style.size, style.face);
            let x = if column.number { column.x + column.width - wide } else { column.x };
            let words = if number + 1 < cell.len() { format!("{words} ") } else { words.clone() };
            flow.put(Mark::Line { at: (x, y), words, style: *style, tag: tags.map(|tags| tags[place]) });
        }
    }
    flow.y = top + lines.len() as f32 * row.leading + PAD;
}

/// As wide as the longest text where there is room; else the short columns come first.
fn columns(table: &PaperTable, width: f32, rulers: &Rulers<'_>) -> Vec<Column> {
    let count = table.header.len().max(1);
    let room = width - GUTTER * (count - 1) as f32;
    let texts = |place: usize| table.rows.iter().filter_map(move |row| row.get(place).map(String::as_str));
    let cell = |place: usize| if place == 0 { NAME } else { CELL };
    let over = |place: usize, head: f32, measure: &dyn Fn(&str) -> f32| texts(place).map(measure).fold(head, f32::max);
    let least = |place: usize| {
        let head = widest_word(&table.header[place].0, HEADER, rulers);
        over(place, head, &|text| widest_word(text, cell(place), rulers))
    };
    // No word is broken where all words fit; else no column asks for more than its share.
    let words: Vec<f32> = (0..table.header.len()).map(least).collect();
    let fits = words.iter().sum::<f32>() <= room;
    let least = |place: usize| if fits { words[place] } else { words[place].min(room / count as f32) };
    let most = |place: usize| {
        let head = rulers.width(&table.header[place].0, HEADER.size, HEADER.face);
        over(place, head, &|text| rulers.width(text, cell(place).size, cell(place).face))
    };
    let least: Vec<f32> = (0..table.header.len()).map(least).collect();
    let most: Vec<f32> = (0..table.header.len()).map(most).zip(&least).map(|(most, least)| most.max(*least)).collect();
    let asked: f32 = most.iter().sum();
    let widths: Vec<f32> = if asked <= room {
        let more = (room - asked) / texts_only(table);
        most.iter().zip(&table.header).map(|(most, (_, number))| most + if *number { 0.0 } else { more }).collect()
    } else {
        shared(&least, &most, room)
    };
    let mut x = SIDE;
    let mut columns = Vec::new();
    for (place, (_, number)) in table.header.iter().enumerate() {
        let width = widths[place];
        columns.push(Column { x, width, number: *number });
        x += width + GUTTER;
    }
    columns
}

/// Short columns get all they ask; what is left is for the long ones, each at least its widest word.
fn shared(least: &[f32], most: &[f32], room: f32) -> Vec<f32> {
    let mut widths = least.to_vec();
    let mut open: Vec<usize> = (0..most.len()).collect();
    let mut left = room;
    while !open.is_empty() {
        let fair = left / open.len() as f32;
        let (short, long): (Vec<usize>, Vec<usize>) = open.iter().partition(|&&place| most[place] <= fair);
        if short.is_empty() {
            break;
        }
        for place in short {
            widths[place] = most[place];
            left -= most[place];
        }
        open = long;
    }
    let sum = |places: &[usize], of: &[f32]| places.iter().map(|&place| of[place]).sum::<f32>();
    if left < sum(&open, least) {
        // The long words of the long columns need what the short columns took.
        (open, left) = ((0..most.len()).collect(), room);
    }
    let (sure, asked) = (sum(&open, least), sum(&open, most));
    for place in open {
        widths[place] = least[place] + (most[place] - least[place]) * (left - sure) / (asked - sure).max(1.0);
    }
    widths
}

/// How many columns hold words: they share what is left.
fn texts_only(table: &PaperTable) -> f32 {
    table.header.iter().filter(|(_, number)| !number).count().max(1) as f32
}
