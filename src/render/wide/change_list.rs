//! The list of what changed, as both maps show it: one row for every badge and sign, and the entries of the legend.

use super::cards::gone_pen;
use super::changes::{across, badge, card, card_badge, code, pen, sign};
use super::gaps::tick;
use super::legend::Entry;
use super::plan::Plan;
use crate::render::change_words::ChangeWords;
use crate::render::input::Change;
use crate::render::scene::{Dash, Group, Item, Mark, Pen, Point, Role, ink, straight};

/// Rows of a list that has no numbers, at most.
const ROWS_MAX: usize = 16;

/// What stands before a row.
enum Marker {
    Line(Change, Option<usize>),
    Card(bool),
}

/// A row: what stands before it, its words, and what a screen reader says.
pub struct Row {
    marker: Marker,
    /// Its words.
    pub text: String,
    label: String,
}

/// Rows under one heading.
pub struct Section {
    /// Heading.
    pub title: &'static str,
    /// Rows.
    pub rows: Vec<Row>,
    /// How many more there are.
    pub rest: usize,
}

impl Row {
    /// Its marks, and the group of its words; both stand in one item of the list.
    pub fn item(&self, at: Point, words: impl IntoIterator<Item = Mark>) -> Group {
        let (marks, data) = match self.marker {
            Marker::Line(change @ (Change::New | Change::Lost), number) => (badge(change, number, at), code(change)),
            Marker::Line(change, _) => (sign(change, at, 5.5), code(change)),
            Marker::Card(came) => (card_badge(came, at, 7.0), if came { "joined" } else { "left" }),
        };
        let mut item = Group::new("row", Role::ListItem).data("change", data);
        if let Marker::Line(_, Some(number)) = self.marker {
            item = item.data("number", number.to_string());
        }
        let mut named = Group::new("", Role::Named(self.label.clone()));
        named.marks(marks);
        named.items.extend(words.into_iter().map(Item::Mark));
        item.group(named);
        item
    }
}

/// All lists: between the sides, elsewhere, what stayed and changed, organisations and agreements.
pub fn sections(plan: &Plan<'_>) -> Vec<Section> {
    let Some(changed) = &plan.changed else { return Vec::new() };
    let words = ChangeWords::of(plan.map.language);
    let row = |line: usize| {
        let it = changed.lines[line]?;
        let number = changed.numbers[line];
        let kept = !matches!(it.what, Change::New | Change::Lost);
        let text = if kept { format!("{}: {}", it.text, it.told) } else { it.text.clone() };
        let before = number.map_or_else(String::new, |number| format!("{number}: "));
        Some(Row { marker: Marker::Line(it.what, number), text, label: format!("{before}{}, {}", it.text, it.told) })
    };
    let mut lines: Vec<usize> = (0..plan.lines.len()).filter(|&line| changed.lines[line].is_some()).collect();
    let key = |line: usize| {
        let text = changed.lines[line].map_or("", |it| it.text.as_str());
        (changed.numbers[line].unwrap_or(usize::MAX), changed.what(line), text)
    };
    lines.sort_by(|&i, &j| key(i).cmp(&key(j)).then(i.cmp(&j)));
    let kept = |line: &usize| !matches!(changed.what(*line), Change::New | Change::Lost);
    let (kept, moved): (Vec<usize>, Vec<usize>) = lines.into_iter().partition(kept);
    let (between, elsewhere): (Vec<usize>, Vec<usize>) = moved.into_iter().partition(|&line| across(plan, line));
    let numbered = between.iter().filter(|&&line| changed.numbers[line].is_some()).count();
    let section = |title, lines: &[usize], most: usize| Section {
        title,
        rows: lines.iter().take(most).filter_map(|&line| row(line)).collect(),
        rest: lines.len().saturating_sub(most),
    };
    let mut all = vec![
        section(words.lists[usize::from(plan.map.sides_chosen)], &between, numbered.max(ROWS_MAX)),
        section(words.lists[2], &elsewhere, ROWS_MAX),
        section(words.lists[3], &kept, ROWS_MAX),
        organisations(plan, words),
    ];
    all.retain(|section| !section.rows.is_empty());
    all
}

/// Who came and who went, and agreements that did.
fn organisations(plan: &Plan<'_>, words: &'static ChangeWords) -> Section {
    let told = |came: bool| words.card_told[usize::from(!came)];
    let row = |came: bool, name: &str| Row {
        marker: Marker::Card(came),
        text: format!("{name}: {}", told(came)),
        label: format!("{name}, {}", told(came)),
    };
    let mut rows = Vec::new();
    for came in [true, false] {
        let cards = plan.columns.all().filter(|&place| card(plan, place) == Some(came));
        rows.extend(cards.map(|place| row(came, &plan.map.cards[place].name)));
        let changes = plan.map.changes.iter().flat_map(|it| &it.agreements).zip(&plan.map.agreements);
        let wanted = if came { Change::New } else { Change::Lost };
        rows.extend(changes.filter(|(change, _)| **change == wanted).map(|(_, it)| row(came, &it.name)));
    }
    let rest = rows.len().saturating_sub(ROWS_MAX);
    rows.truncate(ROWS_MAX);
    Section { title: words.lists[4], rows, rest }
}

/// "en nog 12 in de lijst".
pub fn more(plan: &Plan<'_>, rest: usize) -> String {
    let [before, after] = ChangeWords::of(plan.map.language).more;
    format!("{before} {rest} {after}")
}

/// The legend of a map of what changed: only what is on it.
pub fn entries(plan: &Plan<'_>, at: Point, alone: bool) -> Vec<Entry> {
    let Some(changed) = &plan.changed else { return Vec::new() };
    let words = ChangeWords::of(plan.map.language);
    let there = |change: Change| (0..plan.lines.len()).any(|line| changed.what(line) == change);
    let (half, to) = ((at.0 + 18.0, at.1), (at.0 + 36.0, at.1));
    let mut out: Vec<Entry> = Vec::new();
    let mut add = |shown: bool, sample: Vec<Mark>, words: &'static str| {
        if shown {
            out.push((None, sample, words));
        }
    };
    let mut new = vec![straight(&[at, to], pen(Change::New, true))];
    new.extend(badge(Change::New, None, half));
    add(there(Change::New), new, words.legend(Change::New));
    let lost = pen(Change::Lost, true);
    let ends = |from: Point, end: f64| [straight(&[from, (at.0 + end, at.1)], lost), tick((at.0 + end, at.1), ink::GAP)];
    let mut gone: Vec<Mark> = ends(at, 6.0).into_iter().chain(ends(to, 30.0)).collect();
    gone.extend(badge(Change::Lost, None, half));
    add(there(Change::Lost), gone, words.legend(Change::Lost));
    let thin = (0..plan.lines.len()).any(|line| matches!(changed.what(line), Change::New | Change::Lost) && !across(plan, line));
    let known = |change: Change| (0..plan.lines.len()).any(|line| changed.what(line) == change && !across(plan, line));
    let elsewhere = [(Change::New, -3.0), (Change::Lost, 3.0)].into_iter().filter(|(change, _)| known(*change));
    let elsewhere = elsewhere.map(|(change, down)| straight(&[(at.0, at.1 + down), (to.0, at.1 + down)], pen(change, false)));
    add(thin, elsewhere.collect(), words.thin);
    for change in [Change::Confirmed, Change::Doubted, Change::Strengthened, Change::Weakened, Change::Refreshed, Change::Stale] {
        let mut sample = vec![straight(&[at, to], pen(change, true))];
        sample.extend(sign(change, half, 4.5));
        add(there(change), sample, words.legend(change));
    }
    add(there(Change::Same), vec![straight(&[at, to], pen(Change::Same, true))], words.legend(Change::Same));
    add(!plan.agreements.is_empty(), super::agreements::sample(at).to_vec(), plan.words.agreement);
    for came in [true, false] {
        let edge = if came { joined_pen() } else { gone_pen() };
        let mut sample = vec![Mark::Rect((at.0, at.1 - 8.5), 36.0, 17.0, 2.5, edge)];
        sample.extend(card_badge(came, (at.0 + 10.0, at.1), 6.5));
        let there = plan.columns.all().any(|place| card(plan, place) == Some(came));
        add(there, sample, words.card[usize::from(!came)]);
    }
    add(alone, super::cards::stub_mark((at.0 + 12.0, at.1), 12.0).to_vec(), plan.words.alone);
    out
}

/// The edge of a card that came.
pub fn joined_pen() -> Pen {
    Pen::outlined(ink::WHITE, ink::INK, 1.4, Dash::Solid)
}
