//! Cards: a name, a symbol, persons. Each is a link, in the order of the tab key.

use super::change_list::joined_pen;
use super::changes;
use super::plan::Plan;
use super::ports::Edge;
use super::ports::inner;
use super::sizes::{MIDDLE, NAME_LINE, PERSON, PERSON_LINE};
use crate::render::change_words::ChangeWords;
use crate::render::input::{Change, Lane, Participation};
use crate::render::scene::{Anchor, Dash, Group, Item, Mark, Pen, Point, Role, Text, ink, straight, text};
use crate::render::symbol::{card_pen, name_ink, symbol};
use crate::render::text::Face;

/// Cards up to which each is a stop of the tab key.
const STOPS_MAX: usize = 60;

/// All cards.
pub fn cards(plan: &Plan<'_>) -> Group {
    let mut group = Group::new("nodes", Role::List(plan.words.organisations.to_owned()));
    for card in plan.columns.all().filter(|&card| shows(plan, card)) {
        let mut item = card_item(plan, card);
        item.group(one(plan, card, group.items.is_empty()));
        group.group(item);
    }
    group
}

/// Is a card drawn? In the frame of two days only those of the day.
pub fn shows(plan: &Plan<'_>, place: usize) -> bool {
    plan.changed.as_ref().is_none_or(|it| it.shows_card(&plan.map.cards[place].id))
}

/// The item of a card in the list of cards.
pub fn card_item(plan: &Plan<'_>, place: usize) -> Group {
    let item = Group::new(format!("card n{place}"), Role::ListItem).data("id", &plan.map.cards[place].id);
    match changes::card(plan, place) {
        Some(came) => item.data("change", if came { "joined" } else { "left" }),
        None => item,
    }
}

fn one(plan: &Plan<'_>, place: usize, first: bool) -> Group {
    let (card, content, sizes) = (&plan.map.cards[place], &plan.contents[place], &plan.sizes);
    let (left, right) = plan.edges(card.lane);
    let y = plan.y[place];
    let mut link = Group::new("", card_role(plan, place, first));
    let gone = plan.gone_cards[place];
    let came = changes::card(plan, place);
    let edge = match (gone, came) {
        (true, _) => gone_pen(),
        (_, Some(true)) => joined_pen(),
        _ => card_pen(card.participation),
    };
    link.mark(Mark::Rect((left, y - sizes.card / 2.0), right - left, sizes.card, 2.5, edge));
    let (r, inset) = (sizes.symbol, 9.0);
    let (symbol_x, text_x, anchor) = match card.lane {
        Lane::Left => (right - r - inset, right - 2.0 * r - 22.0, Anchor::End),
        _ => (left + r + inset, left + 2.0 * r + 22.0, Anchor::Start),
    };
    link.marks(shown_symbol(plan, place, (symbol_x, y), r));
    let badge_x = if card.lane == Lane::Left { left + 12.0 } else { right - 12.0 };
    link.marks(came.into_iter().flat_map(|came| changes::card_badge(came, (badge_x, y), 7.0)));
    let height = content.name.len() as f64 * sizes.name * NAME_LINE + content.below.len() as f64 * PERSON_LINE;
    let mut line = y - height / 2.0 + sizes.name * 0.95 - if content.below.is_empty() { 0.0 } else { 1.5 };
    for words in &content.name {
        let ink = if gone { ink::SUB } else { name_ink(card.participation) };
        let name = text((text_x, line), anchor, words, sizes.name, content.face, ink);
        link.marks((gone && came.is_none()).then(|| strike(&name)).flatten());
        link.mark(name);
        line += sizes.name * NAME_LINE;
    }
    line += 1.5;
    for (i, (words, face)) in content.below.iter().enumerate() {
        let words = text((text_x, line), anchor, words, PERSON, *face, ink::SUB);
        link.marks(content.gone.contains(&i).then(|| strike(&words)).flatten());
        link.mark(words);
        line += PERSON_LINE;
    }
    link
}

/// The symbol of a card: hollow and broken when it goes.
pub fn shown_symbol(plan: &Plan<'_>, place: usize, at: Point, r: f64) -> Vec<Mark> {
    let card = &plan.map.cards[place];
    let participation = if plan.gone_cards[place] { Participation::Wanted } else { card.participation };
    symbol(card.domain, participation, at, r)
}

/// The edge of a card that goes.
pub fn gone_pen() -> Pen {
    Pen::outlined(ink::WHITE, ink::UNKNOWN, 1.2, Dash::Thin)
}

/// A line through a text.
pub fn strike(mark: &Mark) -> Option<Mark> {
    let Mark::Text(text) = mark else { return None };
    let (x, y, width) = (text.at.0, text.at.1 - 0.3 * text.size, text.width());
    let from = match text.anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    Some(straight(&[(from, y), (from + width, y)], Pen::line(ink::UNKNOWN, 1.0, Dash::Solid)))
}

/// The link of a card. On a map of more than sixty only the first is a stop of the tab key.
pub fn card_role(plan: &Plan<'_>, place: usize, first: bool) -> Role {
    let card = &plan.map.cards[place];
    let told = match (changes::card(plan, place), plan.gone_cards[place]) {
        (Some(came), _) => format!(", {}", ChangeWords::of(plan.map.language).card_told[usize::from(!came)]),
        (None, true) => format!(", {}", plan.words.gone[2]),
        (None, false) => String::new(),
    };
    let (href, label) = (card.href.clone(), format!("{}{told}", card.label));
    if first || plan.map.cards.len() <= STOPS_MAX { Role::Link(href, label) } else { Role::PassedLink(href, label) }
}

/// Headings of the domains.
pub fn heads(plan: &Plan<'_>) -> Group {
    let mut group = Group::new("heads", Role::Hidden);
    for &(card, y) in &plan.heads {
        let (x, anchor) = match plan.lane(card) {
            Lane::Left => (plan.edges(Lane::Left).1, Anchor::End),
            Lane::Middle => (MIDDLE, Anchor::Middle),
            Lane::Right => (plan.edges(Lane::Right).0, Anchor::Start),
        };
        group.mark(heading((x, y), anchor, plan.words.domain(plan.map.cards[card].domain), 11.5));
    }
    group
}

/// A heading in small capitals.
pub fn heading(at: Point, anchor: Anchor, words: &str, size: f64) -> Mark {
    let (words, face) = (words.to_uppercase(), Face::Bold);
    Mark::Text(Text { at, anchor, words, size, face, fill: ink::SUB, spacing: 1.0 })
}

/// Partners without any line, when somebody was asked: these get a stub that leads nowhere.
pub fn alone(plan: &Plan<'_>) -> Vec<usize> {
    let takes_part =
        |card: &usize| matches!(plan.map.cards[*card].participation, Participation::Signatory | Participation::Participating);
    let has_line = |card: &usize| {
        let there = |line: usize| changes::draws(plan, line) && changes::shown(plan, line) != Some(Change::Lost);
        plan.lines.iter().enumerate().any(|(i, (a, b, _))| (a == card || b == card) && there(i))
            || plan.map.agreements.iter().any(|a| a.members.contains(&plan.map.cards[*card].id))
    };
    let asked = plan.map.answered > 0;
    let there = |card: &usize| shows(plan, *card) && changes::card(plan, *card) != Some(false);
    plan.columns.all().filter(|card| asked && there(card) && takes_part(card) && !has_line(card)).collect()
}

/// Their stubs.
pub fn alone_marks(plan: &Plan<'_>, cards: &[usize]) -> Group {
    let mut group = Group::new("alone", Role::Hidden);
    for &card in cards {
        let (left, right) = plan.edges(plan.lane(card));
        let (x, out) = if inner(plan.lane(card)) == Edge::East { (right, 12.0) } else { (left, -12.0) };
        let mut one = Group::new(format!("line k{card}"), Role::Plain);
        one.items.extend(stub_mark((x, plan.y[card]), out).map(Item::Mark));
        group.group(one);
    }
    group
}

/// A stub with a tick.
pub fn stub_mark(at: Point, out: f64) -> [Mark; 2] {
    let (x, y) = (at.0 + out, at.1);
    let pen = Pen::line(ink::GAP, 1.8, Dash::Solid);
    [straight(&[at, (x, y)], pen), straight(&[(x, y - 4.5), (x, y + 4.5)], pen)]
}
