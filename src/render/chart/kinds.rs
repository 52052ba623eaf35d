//! Kinds of partners by coalitions: who has which kind at the table. Up to twelve columns have a name above them; more have a
//! number, and the names stand in a list below: nothing is turned on its side.

use super::frame::{Emphasis, Frame, NAME, SMALL, one_line};
use super::input::{KindRow, Kinds, Who};
use super::signs::{legend, sign, sign_of, tint};
use super::words;
use crate::model::Domain;
use crate::render::Width;
use crate::render::input::Participation;
use crate::render::scene::{Anchor, Dash, Group, Item, Mark, Pen, Role, Scene, ink, straight};
use crate::render::symbol::symbol;
use crate::render::text::{Face, Room, width, wrap};

/// Widest page on a screen.
const PAGE: f64 = 1140.0;
/// Up to this many columns have a name above them, on a screen and on a phone.
const NAMED: [usize; 2] = [12, 3];
/// Columns beside each other at most; more go on below.
const COLUMNS: [usize; 2] = [34, 6];
/// Height of a row.
const ROW: f64 = 22.0;
/// How much higher a second line of its name makes it.
const NAME_LINE: f64 = 15.0;
/// Height of the name of a domain.
const DOMAIN: f64 = 28.0;
/// Room for the name of a kind, on a screen and on a phone.
const KIND: [f64; 2] = [290.0, 150.0];
/// Width of a numbered column.
const NUMBERED: [f64; 2] = [23.0, 21.0];

/// Draws the table.
pub fn scene(kinds: &Kinds, screen: Width) -> Scene {
    let slim = usize::from(screen == Width::Slim);
    let count = kinds.coalitions.len();
    let room = [PAGE - 48.0 - KIND[0], 296.0 - KIND[1]][slim] / count.max(1) as f64;
    let named = count <= NAMED[slim] && kinds.coalitions.iter().all(|who| fits(&who.name, room.min(120.0)));
    let column = if named { room.min(120.0) } else { NUMBERED[slim] };
    let beside = panel(count, slim) as f64;
    let page = (48.0 + KIND[0] + column * beside).clamp(560.0, PAGE);
    let mut frame = Frame::new(&kinds.about, screen, page);
    let language = kinds.about.language;
    if count == 0 {
        frame.instead(words::no_coalition(language));
    } else if kinds.rows.is_empty() {
        frame.instead(words::no_kinds(language));
    } else {
        let used = |state| kinds.rows.iter().flat_map(|row| &row.cells).any(|cell| sign_of(cell.0) == state);
        let entries = legend(language).into_iter().filter(|(state, _)| used(*state));
        frame.legend(entries.map(|(state, words)| (sign(state, (14.0, 0.0)), words)).collect());
        let table = Table { kinds, emphasis: Emphasis::among(kinds.coalitions.iter()), named, column, kind: KIND[slim] };
        let each = panel(count, slim);
        for from in (0..count).step_by(each) {
            table.panel(&mut frame, from..(from + each).min(count));
        }
    }
    frame.finish(&kinds.about, "kinds")
}

/// Whether a name stands above a column without being cut.
fn fits(name: &str, column: f64) -> bool {
    name.split_whitespace().all(|word| width(word, SMALL, Face::Bold) <= column - 6.0)
}

/// Columns beside each other: panels of about the same width, as few as hold them all.
fn panel(count: usize, slim: usize) -> usize {
    count.div_ceil(count.div_ceil(COLUMNS[slim]).max(1)).max(1)
}

struct Table<'a> {
    kinds: &'a Kinds,
    emphasis: Emphasis,
    named: bool,
    column: f64,
    kind: f64,
}

impl Table<'_> {
    /// Some columns, with all rows.
    fn panel(&self, frame: &mut Frame, columns: std::ops::Range<usize>) {
        self.heads(frame, columns.clone());
        let right = frame.margin + self.kind + self.column * columns.len() as f64;
        let mut list = Group::new("table", Role::List(words::kinds(self.kinds.about.language).to_owned()));
        let mut tints = Group::new("band", Role::Hidden);
        let mut rules = Group::new("rules", Role::Hidden);
        let mut domain = None;
        for row in &self.kinds.rows {
            if domain != Some(row.domain) {
                domain = Some(row.domain);
                self.domain(frame, row.domain, right);
            }
            let name = self.name(frame, row);
            let height = ROW + NAME_LINE * name.len().saturating_sub(1) as f64;
            list.group(self.row(frame, (row, name), columns.clone(), height, &mut tints));
            frame.y += height;
            rules.mark(straight(&[(frame.margin, frame.y), (right, frame.y)], Pen::line(ink::CARD, 0.7, Dash::Solid)));
        }
        frame.root.items.push(Item::Group(tints));
        frame.root.group(rules);
        frame.root.group(list);
        frame.y += 8.0;
        if !self.named {
            self.names(frame, columns);
        }
        frame.y += 8.0;
    }

    fn heads(&self, frame: &mut Frame, columns: std::ops::Range<usize>) {
        let mut group = Group::new("heads", Role::Hidden);
        let left = frame.margin + self.kind;
        let room = |face| Room { width: self.column - 6.0, size: SMALL, face, lines: 3 };
        let lines = |who: &Who, number: usize| match self.named {
            true => wrap(&who.name, None, room(self.emphasis.face(who))),
            false => vec![(number + 1).to_string()],
        };
        let heads: Vec<Vec<String>> = columns.clone().map(|at| lines(&self.kinds.coalitions[at], at)).collect();
        let most = heads.iter().map(Vec::len).max().unwrap_or(1);
        frame.y += 6.0 + most as f64 * 15.0;
        for (place, (at, lines)) in columns.zip(&heads).enumerate() {
            let who = &self.kinds.coalitions[at];
            let x = left + self.column * (place as f64 + 0.5);
            for (i, line) in lines.iter().rev().enumerate() {
                let (face, fill) = (self.emphasis.face(who), self.emphasis.ink(who));
                let size = if self.named { SMALL } else { 11.0 };
                group.text((x, frame.y - 15.0 * i as f64), Anchor::Middle, line, size, face, fill);
            }
        }
        frame.y += 4.0;
        frame.root.group(group);
    }

    fn domain(&self, frame: &mut Frame, domain: Domain, right: f64) {
        let mut group = Group::new("domain", Role::Hidden);
        let words = crate::render::words::Words::of(self.kinds.about.language);
        let y = frame.y + DOMAIN - 9.0;
        group.marks(symbol(Some(domain), Participation::Participating, (frame.margin + 7.0, y - 4.5), 6.0));
        group.text((frame.margin + 20.0, y), Anchor::Start, words.domain(Some(domain)), SMALL, Face::Bold, ink::INK);
        frame.y += DOMAIN;
        group.mark(straight(&[(frame.margin, frame.y), (right, frame.y)], Pen::line(ink::UNKNOWN, 1.0, Dash::Solid)));
        frame.root.group(group);
    }

    /// The name of a kind in as many lines as it needs: two at most.
    fn name(&self, frame: &Frame, row: &KindRow) -> Vec<String> {
        wrap(&row.name, None, Room { width: self.kind - 8.0, size: size(frame), face: Face::Sans, lines: 2 })
    }

    fn row(
        &self,
        frame: &Frame,
        (row, name): (&KindRow, Vec<String>),
        columns: std::ops::Range<usize>,
        height: f64,
        tints: &mut Group,
    ) -> Group {
        let y = frame.y + height / 2.0;
        let mut outer = Group::new("row", Role::ListItem).data("kind", &row.code);
        for (line, words) in name.into_iter().enumerate() {
            let y = frame.y + ROW / 2.0 + 4.5 + NAME_LINE * line as f64;
            outer.text((frame.margin, y), Anchor::Start, words, size(frame), Face::Sans, ink::INK);
        }
        let mut cells = Group::new("", Role::List(row.name.clone()));
        for (place, at) in columns.enumerate() {
            let Some((state, count, words)) = row.cells.get(at) else { continue };
            let left = frame.margin + self.kind + self.column * place as f64;
            if let Some(tint) = tint(*state) {
                tints.mark(Mark::Rect((left + 1.0, frame.y + 1.0), self.column - 2.0, height - 2.0, 2.0, Pen::fill(tint)));
            }
            let coalition = &self.kinds.coalitions[at].id;
            let cell = Group::new("cell", Role::ListItem).data("coalition", coalition).data("state", code(*state));
            let mut cell = cell.data("value", count.to_string());
            let mut inner = Group::new("", Role::Named(words.clone()));
            let middle = left + self.column / 2.0;
            inner.marks(sign(*state, (middle, y)));
            if self.named && *count > 1 {
                let words = count.to_string();
                if self.column / 2.0 - 12.0 > width(&words, 11.0, Face::Sans) {
                    inner.text((middle + 11.0, y + 4.0), Anchor::Start, words, 11.0, Face::Sans, ink::SUB);
                }
            }
            cell.group(inner);
            cells.group(cell);
        }
        outer.group(cells);
        outer
    }

    /// Which number is which coalition.
    fn names(&self, frame: &mut Frame, columns: std::ops::Range<usize>) {
        let language = self.kinds.about.language;
        let mut list = Group::new("key", Role::List(words::columns(language).to_owned()));
        frame.y += 12.0;
        list.text((frame.margin, frame.y), Anchor::Start, words::columns(language), SMALL, Face::Bold, ink::INK);
        let across = if frame.slim() { 2 } else { 5 };
        let down = columns.len().div_ceil(across);
        let wide = frame.room() / across as f64;
        for (place, at) in columns.enumerate() {
            let who = &self.kinds.coalitions[at];
            let (x, y) = (frame.margin + wide * (place / down) as f64, frame.y + 18.0 * ((place % down) as f64 + 1.0));
            let (mut outer, mut link) = super::frame::item(who, &format!("{}: {}", at + 1, who.name));
            let face = self.emphasis.face(who);
            link.text((x + 20.0, y), Anchor::End, (at + 1).to_string(), SMALL, Face::Sans, ink::SUB);
            let name = one_line(&who.name, wide - 32.0, SMALL, face);
            link.text((x + 26.0, y), Anchor::Start, name, SMALL, face, self.emphasis.ink(who));
            outer.group(link);
            list.group(outer);
        }
        frame.y += 18.0 * down as f64 + 8.0;
        frame.root.group(list);
    }
}

/// Size of the name of a kind.
fn size(frame: &Frame) -> f64 {
    if frame.slim() { SMALL } else { NAME }
}

/// The state as the interface calls it.
fn code(state: super::input::KindState) -> &'static str {
    use super::input::KindState::*;
    match state {
        Signatory => "signatory",
        Participating => "participating",
        Approached => "approached",
        Wanted => "wanted",
        Seen => "seen",
        Placeholder => "placeholder",
        Absent => "absent",
        Unknown => "unknown",
    }
}
