//! The slim map, for a phone: one column from medical to social, lines as rails beside it.

mod foot;
mod rails;

use super::expected;
use super::input::{HeadWords, PartnerMap};
use super::scene::{Anchor, Group, Mark, Pen, Role, Scene, ink, text};
use super::symbol::{ghost, name_ink};
use super::text::{Face, Room, flow, width, wrap};
use super::wide::cards::{card_item, card_role, heading, shown_symbol, shows, strike};
use super::wide::changes;
use super::wide::description;
use super::wide::head::{changed_kicker, coloured, title, was};
use super::wide::plan::Plan;
use super::wide::sizes::remark;

/// Width of the page.
const PAGE: f64 = 320.0;
const MARGIN: f64 = 14.0;
/// Where the symbols stand; names end left of them, lines run right of them.
const SYMBOL: f64 = 188.0;
const RADIUS: f64 = 8.0;
const NAME: f64 = 14.0;
const NAME_LINE: f64 = 17.0;
const BELOW: f64 = 12.0;
const BELOW_LINE: f64 = 15.0;
/// Height of a row at least: a thumb.
const ROW: f64 = 44.0;

/// Where the rows stand.
struct Column {
    /// Middle of the row of each card.
    y: Vec<f64>,
    /// Top and bottom of the band.
    band: (f64, f64),
    /// Where the column ends.
    bottom: f64,
    nodes: Group,
    heads: Group,
}

/// Draws a map for a phone.
pub fn scene(map: &PartnerMap) -> Scene {
    let plan = Plan::of(map, 0.0);
    let (head, top) = head(&plan);
    let rails = rails::choose(&plan);
    let column = column(&plan, top, plan.drawn_without.min(rails::RAILS_MAX));
    let rails = rails::with_meetings(&plan, rails);
    let mut root = Group::new("", Role::Plain);
    let mut band = Group::new("band", Role::Hidden);
    let (from, to) = column.band;
    if to > from {
        band.mark(Mark::Rect((0.0, from), PAGE, to - from, 0.0, Pen::fill(ink::BAND)));
    }
    root.group(band);
    root.group(head);
    rails::draw(&plan, &column, &rails, &mut root);
    let Column { nodes, heads, bottom, .. } = column;
    root.group(heads);
    root.group(nodes);
    let (foot, height) = foot::foot(&plan, bottom + 30.0, &rails);
    root.group(foot);
    let title = format!("{} {}", plan.words.title, map.title);
    Scene { width: PAGE, height, language: map.language, id: "map-slim".to_owned(), title, description: description(map), root }
}

/// Name, sentence, response, the number between the sides, and the row of expected lines.
fn head(plan: &Plan<'_>) -> (Group, f64) {
    let map = plan.map;
    let mut group = Group::new("head", Role::Plain);
    let room = PAGE - 2.0 * MARGIN;
    match &map.scenario {
        Some(scenario) => {
            let title =
                wrap(&scenario.title.to_uppercase(), None, Room { width: room - 40.0, size: 11.0, face: Face::Bold, lines: 1 });
            group.mark(coloured(heading((MARGIN, 24.0), Anchor::Start, &title.concat(), 11.0), ink::PLAN));
        }
        None => {
            let kicker = format!("{}{}", plan.words.kicker_slim, changed_kicker(map));
            group.mark(heading((MARGIN, 24.0), Anchor::Start, &kicker, 11.0));
        }
    }
    let days = map.changes.is_some();
    let mut y = map.heads().map(|head| head_words(&head, days, &mut Group::new("", Role::Plain))).fold(0.0, f64::max);
    head_words(&map.head(), days, &mut group);
    let number = map.between.to_string();
    let words = format!("{}{}", plan.words.sides(map.sides_chosen).between[usize::from(map.between != 1)], was(map, 1));
    let own = width(&number, 30.0, Face::SerifBold) + 6.0;
    group.text((MARGIN, y), Anchor::Start, number, 30.0, Face::SerifBold, ink::INK);
    group.text((MARGIN + own, y), Anchor::Start, words, BELOW, Face::Sans, ink::SUB);
    if !map.expected.is_empty() {
        let step = 13.0_f64.min((room - 12.0) / map.expected.len() as f64);
        let marks = map.expected.iter().enumerate();
        group.marks(marks.map(|(i, mark)| expected::mark(*mark, (MARGIN + 5.0 + i as f64 * step, y + 20.0))));
        group.text((MARGIN, y + 42.0), Anchor::Start, &map.expected_caption, BELOW, Face::Sans, ink::SUB);
        y += 42.0;
    }
    (group, y + 26.0)
}

/// Title, sentence, stand and response, one under the other; where they end.
fn head_words(head: &HeadWords, days: bool, group: &mut Group) -> f64 {
    let room = PAGE - 2.0 * MARGIN;
    let mut y = 52.0;
    for words in title(&head.title, Room { width: room, size: 26.0, face: Face::SerifBold, lines: 5 }, days) {
        group.text((MARGIN, y), Anchor::Start, words, 26.0, Face::SerifBold, ink::INK);
        y += 30.0;
    }
    y -= 8.0;
    let mut lines = |words: &str, size: f64, step: f64, face: Face, fill: &'static str, after: f64| {
        for line in flow(words, room, size, face) {
            group.text((MARGIN, y), Anchor::Start, line, size, face, fill);
            y += step;
        }
        y += after;
    };
    lines(&head.sentence, 15.0, 20.0, Face::Serif, ink::INK, 4.0);
    lines(&head.stand, 12.0, 16.0, Face::Sans, ink::SUB, 0.0);
    lines(&head.response, 12.0, 16.0, Face::Sans, ink::SUB, 20.0);
    y
}

/// All rows, from medical to social.
fn column(plan: &Plan<'_>, top: f64, rails: usize) -> Column {
    let mut column = Column {
        y: vec![0.0; plan.map.cards.len()],
        band: (top, top),
        bottom: top,
        nodes: Group::new("nodes", Role::List(plan.words.organisations.to_owned())),
        heads: Group::new("heads", Role::Hidden),
    };
    let columns = &plan.columns;
    let middle: Vec<usize> = columns.top.iter().chain(&columns.bottom).copied().collect();
    let mut y = rows(plan, &mut column, &columns.left, top, ink::WHITE);
    let from = y + 6.0;
    y = rows(plan, &mut column, &middle, from + 6.0, ink::BAND).max(from + rails as f64 * 36.0 + 12.0) + 8.0;
    column.band = (from, y);
    column.bottom = rows(plan, &mut column, &columns.right, y + 10.0, ink::WHITE);
    column
}

fn rows(plan: &Plan<'_>, column: &mut Column, cards: &[usize], mut y: f64, ground: &'static str) -> f64 {
    for (i, &card) in cards.iter().enumerate() {
        let domain = plan.map.cards[card].domain;
        if i == 0 || plan.map.cards[cards[i - 1]].domain != domain {
            y += if i == 0 { 0.0 } else { 10.0 };
            column.heads.mark(heading((MARGIN, y + 12.0), Anchor::Start, plan.words.domain(domain), 11.0));
            y += 20.0;
        }
        y = row(plan, column, card, y, ground);
    }
    y
}

/// Does the person that a row names go?
fn map_gone(plan: &Plan<'_>, place: usize) -> bool {
    let card = &plan.map.cards[place];
    let first = |(id, at): &(String, usize)| *id == card.id && *at == 0;
    remark(card, plan.map, plan.words).is_none() && plan.map.scenario.as_ref().is_some_and(|it| it.gone_people.iter().any(first))
}

/// One card: a row without edges; where it is touched it is a link.
fn row(plan: &Plan<'_>, column: &mut Column, place: usize, top: f64, ground: &'static str) -> f64 {
    let card = &plan.map.cards[place];
    let right = SYMBOL - 18.0;
    let room = right - MARGIN;
    let italic = card.placeholder || ghost(card.participation);
    let face = if italic { Face::Italic } else { Face::Sans };
    let name = wrap(&card.name, card.short_name.as_deref(), Room { width: room, size: NAME, face, lines: 3 });
    let person = card.people.first().map(|(name, _)| name.as_str());
    let below = remark(card, plan.map, plan.words).map(|words| (words, Face::Italic));
    let below = below
        .or(person.map(|name| (name, Face::Sans)))
        .map(|(words, face)| (wrap(words, None, Room { width: room, size: BELOW, face, lines: 1 }).concat(), face));
    let texts = name.len() as f64 * NAME_LINE + if below.is_some() { BELOW_LINE } else { 0.0 };
    let height = ROW.max(texts + 8.0);
    let y = top + height / 2.0;
    column.y[place] = y;
    let mut link = Group::new("", card_role(plan, place, column.nodes.items.is_empty()));
    link.mark(Mark::Rect((0.0, top + 0.5), SYMBOL + RADIUS + 4.5, height - 1.0, 0.0, Pen::fill(ground)));
    link.marks(shown_symbol(plan, place, (SYMBOL, y), RADIUS));
    let came = changes::card(plan, place);
    link.marks(came.into_iter().flat_map(|came| changes::card_badge(came, (SYMBOL - 10.0, y - 12.0), 6.5)));
    let gone = plan.gone_cards[place];
    let of_person = map_gone(plan, place);
    let mut line = y - texts / 2.0 + 13.5;
    for words in name {
        let ink = if gone { ink::SUB } else { name_ink(card.participation) };
        let name = text((right, line), Anchor::End, words, NAME, face, ink);
        link.marks((gone && came.is_none()).then(|| strike(&name)).flatten());
        link.mark(name);
        line += NAME_LINE;
    }
    if let Some((words, face)) = below {
        let words = text((right, line - 1.0), Anchor::End, words, BELOW, face, ink::SUB);
        link.marks(of_person.then(|| strike(&words)).flatten());
        link.mark(words);
    }
    let mut item = card_item(plan, place);
    item.group(link);
    if shows(plan, place) {
        column.nodes.group(item);
    }
    top + height
}
