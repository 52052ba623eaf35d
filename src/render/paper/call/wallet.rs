//! The card for a pocket: two panels side by side on A4, in their real size, to cut out and fold.
//!
//! Measured with tables, never with the fonts of the machine: a browser gets the same rows as a printer.

use super::super::fonts::Rulers;
use super::super::layout::{A4, Flow, Layout, Mark, base, ink, style};
use super::super::lines::{Style, broken_by};
use super::super::tags::{Kind, TagId};
use super::super::words;
use super::{Call, CallCard, CallDesk};
use crate::render::qr::Qr;
use crate::render::text::{Face, width as table_width};

/// A millimetre, in points.
const MM: f32 = 72.0 / 25.4;
/// A panel: as large as a bank card.
const PANEL: (f32, f32) = (85.6 * MM, 54.0 * MM);
/// Where the panels start, from the top of the sheet.
const TOP: f32 = 150.0;
/// White inside a panel.
const PAD: f32 = 9.0;
/// Side of the square with its white, in points: 22 mm.
pub const SQUARE: f32 = 62.0;
/// White between two columns.
const GUTTER: f32 = 5.0;
/// The column of numbers is at least and at most so wide.
const PHONE_WIDTH: (f32, f32) = (40.0, 74.0);
/// Numbers for parents on the card, at most.
const PARENTS_MAX: usize = 2;
/// Length of a mark where to cut, and its distance from the card.
const CUT: (f32, f32) = (14.0, 4.0);
/// A part of the line where to fold, and of the white after it.
const DASH: f32 = 3.0;

const KICKER: Style = style(Face::Bold, 6.5, 8.5, ink::QUIET);
const TITLE: Style = style(Face::SerifBold, 13.0, 16.0, ink::INK);
const PLACE: Style = style(Face::SerifBold, 8.5, 11.5, ink::INK);
const NEED: Style = style(Face::Bold, 6.5, 8.2, ink::INK);
const DESK: Style = style(Face::Sans, 6.5, 8.2, ink::INK);
const QUIET: Style = style(Face::Sans, 6.5, 8.2, ink::QUIET);
const HOWTO: Style = style(Face::Sans, 9.0, 12.5, ink::QUIET);
/// White between two rows.
const BETWEEN: f32 = 2.6;

/// Which needs stand on which panel.
pub struct Plan {
    /// On the front, below the head.
    pub front: Vec<Call>,
    /// On the back.
    pub back: Vec<Call>,
    /// How many needs stand on neither.
    pub left_out: usize,
    /// How many numbers for parents stand on the back.
    pub parents: usize,
}

fn measure(style: Style) -> impl Fn(&str) -> f32 {
    move |text| table_width(text, f64::from(style.size), style.face) as f32
}

fn lines(text: &str, width: f32, style: Style) -> Vec<String> {
    broken_by(text, width, measure(style))
}

/// As many needs as fit, those that come first on the card first. A row that fits on neither panel keeps as many of its needs as
/// there is room for.
pub fn plan(card: &CallCard) -> Plan {
    let columns = Columns::of(card);
    let parents = card.parents.as_ref().map_or(0, |it| it.desks.len().min(PARENTS_MAX));
    let whole = PANEL.1 - 2.0 * PAD - foot(card, parents);
    let filled = |back_room: f32| {
        let (mut front, mut back, mut left_out) = (Vec::new(), Vec::new(), card.elsewhere);
        let (mut front_room, mut back_room) = (PANEL.1 - PAD - rows_from(card), back_room);
        for call in &card.calls {
            let height = columns.height(call);
            if height <= front_room + BETWEEN {
                front_room -= height;
                front.push(call.clone());
            } else if let Some((kept, height)) = columns.fitting(call, back_room + BETWEEN) {
                back_room -= height;
                left_out += call.needs.len() - kept.needs.len();
                back.push(kept);
            } else {
                left_out += call.needs.len();
            }
        }
        Plan { front, back, left_out, parents }
    };
    let plan = filled(whole);
    // The sentence that some are left out needs a line too.
    if plan.left_out == 0 { plan } else { filled(whole - QUIET.leading) }
}

/// Where the rows of the front begin, below the head.
fn rows_from(card: &CallCard) -> f32 {
    let words = head_words(card).iter().map(|(lines, style)| lines.len() as f32 * style.leading).sum::<f32>();
    PAD + words.max(card.square().map_or(0.0, |(code, _)| SQUARE - 2.0 * white(&code))) + 5.0
}

/// The white around the dark of the square.
fn white(code: &Qr) -> f32 {
    SQUARE * (code.whole() - code.side) as f32 / code.whole() as f32 / 2.0
}

/// The head in lines.
fn head_words(card: &CallCard) -> Vec<(Vec<String>, Style)> {
    let beside = if card.live.is_some() { SQUARE + 2.0 } else { 0.0 };
    let width = PANEL.0 - 2.0 * PAD - beside;
    let live = card.live.as_ref().map(|live| format!("{} {}", live.words, live.shown()));
    let texts = [(&card.kicker, KICKER), (&card.title, TITLE), (&card.place, PLACE), (&card.stand, QUIET)];
    texts
        .into_iter()
        .chain(live.iter().map(|live| (live, NEED)))
        .map(|(text, style)| (lines(text, width, style), style))
        .collect()
}

/// Height of what stands at the foot of the back, without the sentence that some needs are left out.
fn foot(card: &CallCard, parents: usize) -> f32 {
    let notes = card.notes.iter().map(|note| lines(note, PANEL.0 - 2.0 * PAD, QUIET).len()).sum::<usize>();
    let heading = usize::from(parents > 0);
    let rows = parent_rows(card, parents).iter().map(Vec::len).sum::<usize>();
    (notes + heading + rows) as f32 * QUIET.leading + 4.0
}

/// The first numbers for parents, each in lines: name, number, and why it is in doubt.
fn parent_rows(card: &CallCard, parents: usize) -> Vec<Vec<String>> {
    let desks = card.parents.iter().flat_map(|it| &it.desks).take(parents);
    let text = |desk: &CallDesk| {
        let reach = desk.reach.first().map(|reach| format!(" {}", reach.text)).unwrap_or_default();
        let doubt = desk.doubt.as_ref().map(|doubt| format!(" ({doubt})")).unwrap_or_default();
        format!("{}{reach}{doubt}", desk.name)
    };
    desks.map(|desk| lines(&text(desk), PANEL.0 - 2.0 * PAD, DESK)).collect()
}

/// Widths of the two columns: words, and numbers.
struct Columns([f32; 2]);

impl Columns {
    fn of(card: &CallCard) -> Self {
        let first = card.calls.iter().filter_map(|call| call.lines.first()).filter(|line| line.reach.is_number());
        let widest = first.map(|line| measure(NEED)(&line.reach.text)).fold(0.0, f32::max);
        let phone = widest.clamp(PHONE_WIDTH.0, PHONE_WIDTH.1);
        Self([PANEL.0 - 2.0 * PAD - phone - GUTTER, phone])
    }

    /// A row in lines: the needs, below them the best desk with why its number is in doubt, and beside them the number.
    fn cells(&self, call: &Call) -> [(Vec<String>, Style); 3] {
        let (mut desk, mut number) = (String::new(), String::new());
        if let Some(line) = call.lines.first() {
            desk.push_str(&line.desk);
            if line.reach.is_number() {
                number.push_str(&line.reach.text);
            } else {
                desk.push_str(&format!(" · {}", line.reach.text));
            }
            desk.extend(line.doubt.iter().map(|doubt| format!(" ({doubt})")));
        }
        let cell = |place: usize, text: &str, style: Style| (lines(text, self.0[place], style), style);
        let desk = (lines(&desk, PANEL.0 - 2.0 * PAD, DESK), DESK);
        [cell(0, &call.need(), NEED), desk, cell(1, &number, NEED)]
    }

    /// A row with as many of its needs as fit in a height. `None`: not even one does.
    fn fitting(&self, call: &Call, room: f32) -> Option<(Call, f32)> {
        (1..=call.needs.len()).rev().find_map(|count| {
            let part = Call { needs: call.needs[..count].to_vec(), lines: call.lines.clone() };
            let height = self.height(&part);
            (height <= room).then_some((part, height))
        })
    }

    fn height(&self, call: &Call) -> f32 {
        let [need, desk, number] = self.cells(call).map(|(lines, style)| lines.len() as f32 * style.leading);
        need.max(number) + desk + BETWEEN
    }
}

/// Lays out a card.
pub fn layout(card: &CallCard, rulers: &Rulers<'_>) -> Layout {
    let mut flow = Flow::new(rulers);
    let left = (A4.0 - 2.0 * PANEL.0) / 2.0;
    let howto = flow.tag(Kind::Paragraph);
    write(&mut flow, (left, TOP - 58.0), &lines(words::cut_and_fold(card.language), 2.0 * PANEL.0, HOWTO), HOWTO, howto);
    marks(&mut flow, left);
    let plan = plan(card);
    head(&mut flow, card, left);
    if let Some(alert) = &card.alert {
        let (width, tag) = (PANEL.0 - 2.0 * PAD, flow.tag(Kind::Paragraph));
        write(&mut flow, (left + PAD, TOP + rows_from(card)), &lines(&alert.words, width, NEED), NEED, tag);
        let list = flow.tag(Kind::List(false));
        let mut y = TOP + PAD;
        for step in &alert.steps {
            let item = flow.tree.add(list, Kind::Item);
            let body = flow.tree.add(item, Kind::Body);
            y = write(&mut flow, (left + PANEL.0 + PAD, y), &lines(step, width, DESK), DESK, body) + BETWEEN;
        }
    }
    let table = (!card.calls.is_empty()).then(|| flow.tag(Kind::Table));
    if let Some(table) = table {
        let columns = Columns::of(card);
        rows(&mut flow, (left, TOP + rows_from(card)), (&plan.front, &columns), table);
        rows(&mut flow, (left + PANEL.0, TOP + PAD), (&plan.back, &columns), table);
    }
    tail(&mut flow, card, &plan, left + PANEL.0 + PAD);
    flow.finish(&card.footer, card.language)
}

/// Writes lines below each other; gives where the next one would come.
fn write(flow: &mut Flow<'_>, (x, top): (f32, f32), lines: &[String], style: Style, tag: TagId) -> f32 {
    let mut y = top;
    for (place, line) in lines.iter().enumerate() {
        let words = if place + 1 < lines.len() { format!("{line} ") } else { line.clone() };
        flow.put(Mark::Line { at: (x, y + base(style)), words, style, tag: Some(tag) });
        y += style.leading;
    }
    y
}

fn head(flow: &mut Flow<'_>, card: &CallCard, left: f32) {
    let mut y = TOP + PAD;
    flow.bookmark(1, &format!("{} {}", card.title, card.place));
    for (place, (lines, style)) in head_words(card).into_iter().enumerate() {
        let tag = flow.tag(if place == 1 { Kind::Heading(1, card.title.clone()) } else { Kind::Paragraph });
        y = write(flow, (left + PAD, y), &lines, style, tag);
    }
    if let Some((code, told)) = card.square() {
        let tag = flow.tag(Kind::Figure(told));
        let white = white(&code);
        let at = (left + PANEL.0 - PAD - SQUARE + white, TOP + PAD - white);
        flow.put(Mark::Square { at, side: SQUARE, code, tag });
    }
}

fn rows(flow: &mut Flow<'_>, (left, top): (f32, f32), (calls, columns): (&[Call], &Columns), table: TagId) {
    let mut y = top;
    for call in calls {
        let row = flow.tree.add(table, Kind::Row);
        let [need, desk, number] = [Kind::RowHeader, Kind::Cell, Kind::Cell].map(|kind| flow.tree.add(row, kind));
        let [needs, desks, numbers] = columns.cells(call);
        let below = write(flow, (left + PAD, y), &needs.0, needs.1, need);
        let beside = write(flow, (left + PAD + columns.0[0] + GUTTER, y), &numbers.0, numbers.1, number);
        write(flow, (left + PAD, below.max(beside)), &desks.0, desks.1, desk);
        y += columns.height(call);
        flow.put(Mark::Bar { at: (left + PAD, y - BETWEEN / 2.0 - 0.1), size: (PANEL.0 - 2.0 * PAD, 0.3), ink: ink::RULE });
    }
}

/// The foot of the back: numbers for parents, what found no room, and the notes.
fn tail(flow: &mut Flow<'_>, card: &CallCard, plan: &Plan, x: f32) {
    let width = PANEL.0 - 2.0 * PAD;
    let more = (plan.left_out > 0).then(|| words::left_out(plan.left_out, card.live.is_some(), card.language));
    let height = foot(card, plan.parents) - 4.0 + if more.is_some() { QUIET.leading } else { 0.0 };
    let mut y = TOP + PANEL.1 - PAD - height;
    if let Some(parents) = card.parents.as_ref().filter(|_| plan.parents > 0) {
        let tag = flow.tag(Kind::Paragraph);
        y = write(flow, (x, y), std::slice::from_ref(&parents.title), NEED, tag);
        for lines in parent_rows(card, plan.parents) {
            let tag = flow.tag(Kind::Paragraph);
            y = write(flow, (x, y), &lines, DESK, tag);
        }
    }
    for (text, style) in more.iter().map(|it| (it, NEED)).chain(card.notes.iter().map(|it| (it, QUIET))) {
        let tag = flow.tag(Kind::Paragraph);
        y = write(flow, (x, y), &lines(text, width, style), style, tag);
    }
}

/// Where to cut and where to fold: no part of the text.
fn marks(flow: &mut Flow<'_>, left: f32) {
    let (right, bottom, middle) = (left + 2.0 * PANEL.0, TOP + PANEL.1, left + PANEL.0);
    let mut bar = |at: (f32, f32), size: (f32, f32), ink| flow.put(Mark::Bar { at, size, ink });
    for y in [TOP, bottom] {
        bar((left, y - 0.2), (2.0 * PANEL.0, 0.4), ink::RULE);
        bar((left - CUT.1 - CUT.0, y - 0.25), (CUT.0, 0.5), ink::INK);
        bar((right + CUT.1, y - 0.25), (CUT.0, 0.5), ink::INK);
    }
    for x in [left, right] {
        bar((x - 0.2, TOP), (0.4, PANEL.1), ink::RULE);
        bar((x - 0.25, TOP - CUT.1 - CUT.0), (0.5, CUT.0), ink::INK);
        bar((x - 0.25, bottom + CUT.1), (0.5, CUT.0), ink::INK);
    }
    let mut y = TOP - CUT.1 - CUT.0;
    while y < bottom + CUT.1 + CUT.0 {
        let inside = y >= TOP && y < bottom;
        bar((middle - 0.25, y), (0.5, DASH), if inside { ink::RULE } else { ink::INK });
        y += 2.0 * DASH;
    }
}
