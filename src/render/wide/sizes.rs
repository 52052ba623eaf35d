//! How large is everything? One table by the number of rows, so that maps of one size look alike.

use super::order::Columns;
use crate::render::input::{Card, Changes, Lane, Participation, PartnerMap};
use crate::render::symbol::ghost;
use crate::render::text::{Face, Room, width, wrap};
use crate::render::words::Words;

/// Width of the page.
pub const PAGE: f64 = 1280.0;
/// Margin left and right.
pub const MARGIN: f64 = 28.0;
/// The line in the middle.
pub const MIDDLE: f64 = PAGE / 2.0;
/// Room of the band outside the middle cards.
pub const BAND_PAD: f64 = 24.0;
/// Size and line of a person's name.
pub const PERSON: f64 = 12.5;
/// Height of a line with a person.
pub const PERSON_LINE: f64 = 15.5;
/// Height of a name's line in parts of its size.
pub const NAME_LINE: f64 = 1.2;
/// Rows from which persons are not drawn.
const ROWS_WITHOUT_PEOPLE: usize = 12;
/// Room of the badge on a card that came or went.
const CARD_BADGE: f64 = 18.0;
/// Persons on a card at most.
const PERSONS_MAX: usize = 3;

/// Sizes of one map.
#[derive(Debug, Clone)]
pub struct Sizes {
    /// Height of a row.
    pub pitch: f64,
    /// Height of a card.
    pub card: f64,
    /// Size of a name.
    pub name: f64,
    /// Lines of a name at most.
    pub lines: usize,
    /// Radius of a symbol.
    pub symbol: f64,
    /// Whether persons are drawn.
    pub people: bool,
    /// Width of a card on a side.
    pub side_width: f64,
    /// Width of a card in the middle.
    pub middle_width: f64,
    /// Room for arcs outside the cards.
    pub arc: f64,
}

/// Rows up to, pitch, card height, name, lines, symbol.
const TABLE: [(usize, f64, f64, f64, usize, f64); 8] = [
    (6, 86.0, 58.0, 16.0, 3, 10.0),
    (8, 74.0, 58.0, 16.0, 3, 10.0),
    (11, 62.0, 58.0, 16.0, 3, 10.0),
    (16, 46.0, 38.0, 14.0, 2, 10.0),
    (24, 34.0, 26.0, 13.0, 2, 8.0),
    (34, 26.0, 22.0, 12.5, 1, 6.5),
    (46, 22.0, 19.0, 12.0, 1, 5.5),
    (usize::MAX, 20.0, 17.0, 12.0, 1, 5.5),
];

impl Sizes {
    /// Sizes for columns, and the number of lines inside a side. A map of what changed names no persons: its rows are those of a
    /// middling map at most.
    pub fn of(columns: &Columns, lines_within: usize, changes: Option<&Changes>) -> Self {
        let rows = columns.left.len().max(columns.right.len()).max(columns.top.len() + columns.bottom.len() + 2);
        let rows = if changes.is_some() { rows.max(ROWS_WITHOUT_PEOPLE) } else { rows };
        let row = TABLE.iter().find(|row| rows <= row.0).unwrap_or(&TABLE[7]);
        let people = row.1 >= 62.0;
        let arc = match lines_within {
            0 => 8.0,
            1..=12 => 50.0,
            _ => 96.0,
        };
        // The cards of agreements are as wide as they are on a map with persons.
        let agreements = changes.is_some_and(|it| !it.agreements.is_empty()) && row.1 >= 46.0;
        let (side_width, middle_width) = match (people, agreements) {
            (true, _) => (308.0, 252.0),
            (false, true) => (250.0, 252.0),
            (false, false) => (250.0, 196.0),
        };
        let lines = if row.2 < 2.0 * row.3 * NAME_LINE && row.4 == 2 { 1 } else { row.4 };
        let (pitch, card, name, symbol) = (row.1, row.2, row.3, row.5);
        Self { pitch, card, name, lines, symbol, people, side_width, middle_width, arc }
    }

    /// With people: one height for all cards, that of the fullest.
    pub fn grow(&mut self, contents: &[Content]) {
        if self.people {
            let height = |c: &Content| c.name.len() as f64 * self.name * NAME_LINE + c.below.len() as f64 * PERSON_LINE + 18.0;
            self.card = contents.iter().map(height).fold(58.0, f64::max);
            self.pitch = (self.pitch - 4.0).max(self.card + 12.0);
        }
    }

    /// Width of a card in a lane.
    pub fn width(&self, lane: Lane) -> f64 {
        if lane == Lane::Middle { self.middle_width } else { self.side_width }
    }

    /// Space between two domains.
    pub fn domain_gap(&self) -> f64 {
        if self.pitch < 62.0 { 26.0 } else { 30.0 }
    }
}

/// What stands on a card.
#[derive(Debug, Clone)]
pub struct Content {
    /// The name in lines.
    pub name: Vec<String>,
    /// Face of the name.
    pub face: Face,
    /// Persons or a remark.
    pub below: Vec<(String, Face)>,
    /// Which lines of them are about somebody who goes in the scenario.
    pub gone: Vec<usize>,
}

/// The texts of a card, broken to its width.
pub fn content(card: &Card, map: &PartnerMap, sizes: &Sizes, words: &Words) -> Content {
    let marked = map.changes.as_ref().is_some_and(|it| it.joined.contains(&card.id) || it.left.contains(&card.id));
    let room = sizes.width(card.lane) - 2.0 * sizes.symbol - 34.0 - if marked { CARD_BADGE } else { 0.0 };
    let face = match () {
        () if card.placeholder || ghost(card.participation) => Face::Italic,
        () if sizes.people => Face::Bold,
        () => Face::Sans,
    };
    let name = wrap(&card.name, card.short_name.as_deref(), Room { width: room, size: sizes.name, face, lines: sizes.lines });
    let (below, gone) = if sizes.people { below(card, map, words, room) } else { Default::default() };
    Content { name, face, below, gone }
}

/// The remark under a name, if its card has one instead of persons.
pub fn remark(card: &Card, map: &PartnerMap, words: &Words) -> Option<&'static str> {
    let named = matches!(card.participation, Participation::Signatory | Participation::Participating);
    match card.participation {
        Participation::NotYetPartner => Some(words.not_yet_partner),
        Participation::NotNamed => Some(words.not_named),
        _ if card.placeholder => Some(words.nameless),
        _ if card.people.is_empty() && named && map.cards.iter().any(|c| !c.people.is_empty()) => Some(words.no_person),
        _ => None,
    }
}

/// The lines under a name, and which of them are about somebody who goes.
fn below(card: &Card, map: &PartnerMap, words: &Words, room: f64) -> (Vec<(String, Face)>, Vec<usize>) {
    if let Some(remark) = remark(card, map, words) {
        return (vec![(remark.to_owned(), Face::Italic)], Vec::new());
    }
    let goes = |person: usize| {
        let same = |(id, at): &(String, usize)| *id == card.id && *at == person;
        map.scenario.as_ref().is_some_and(|it| it.gone_people.iter().any(same))
    };
    let mut gone = Vec::new();
    let one = |line: &str| wrap(line, None, Room { width: room, size: PERSON, face: Face::Sans, lines: 1 });
    let shown = if card.people.len() > PERSONS_MAX { PERSONS_MAX - 1 } else { card.people.len() };
    let mut out = Vec::new();
    for (person, (name, title)) in card.people[..shown].iter().enumerate() {
        let first = out.len();
        let whole = title.as_ref().map_or_else(|| name.clone(), |title| format!("{name}, {title}"));
        match title {
            Some(title) if width(&whole, PERSON, Face::Sans) > room => {
                out.extend(one(&format!("{name},")));
                out.extend(one(title));
            }
            _ => out.extend(one(&whole)),
        }
        if goes(person) {
            gone.extend(first..out.len());
        }
    }
    if shown < card.people.len() {
        let [before, after] = words.more_people;
        out.push(format!("{before} {} {after}", card.people.len() - shown));
    }
    (out.into_iter().map(|line| (line, Face::Sans)).collect(), gone)
}
