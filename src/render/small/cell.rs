//! One small map: name, row of expected lines, organisations by side, lines between the sides, agreements.

use super::SmallMap;
use super::places::{Places, places};
use crate::model::Domain;
use crate::render::chart::say;
use crate::render::expected;
use crate::render::input::{Card, ExpectedMark, Lane, Line, LineStatus, Participation, PartnerMap};
use crate::render::scene::{Anchor, Dash, Group, Mark, Pen, Point, Role, ink, swing, text};
use crate::render::symbol::{ghost, symbol};
use crate::render::text::{Face, Room, wrap};

/// Height of a small map.
pub const HEIGHT: f64 = 150.0;
/// From the top to the first symbol, and from the last to the foot.
pub const ABOVE: f64 = 44.0;
pub const BELOW: f64 = 8.0;
/// Half the width of the band in the middle.
const BAND: f64 = 13.0;
/// Rows of a lane that always fit; a longer lane takes another column beside it.
const ROWS: [usize; 2] = [6, 14];
/// Columns of a lane at most, before all symbols shrink.
const COLUMNS_MAX: usize = 5;
/// Largest and smallest symbol.
const RADIUS: (f64, f64) = (1.3, 4.0);
/// Lines between the sides on one map, up to which lines have their full width.
const LINES: f64 = 16.0;
/// Height of an agreement.
const DESK: f64 = 12.0;
/// Steps between two marks of the row of expected lines.
const STEP: f64 = 10.0;

/// How large everything is: the same for every map beside it, so that larger is more.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// Rows of a lane before it takes another column.
    pub rows: usize,
    /// From symbol to symbol.
    pub pitch: f64,
    /// Radius of a symbol.
    pub radius: f64,
    /// Part of the width of a line: less where some map has many.
    line: f64,
}

impl Scale {
    /// The one scale of a set of maps.
    pub fn of(maps: &[SmallMap]) -> Self {
        let lanes = |map: &PartnerMap| [Lane::Left, Lane::Middle, Lane::Right].map(|lane| members(map, lane).count());
        let longest = maps.iter().flat_map(|it| lanes(&it.map)).max().unwrap_or(0);
        let lines = maps.iter().map(|it| direct(&it.map).count()).max().unwrap_or(0).max(1);
        let rows = longest.clamp(ROWS[0], ROWS[1].max(longest.div_ceil(COLUMNS_MAX)));
        let pitch = (HEIGHT - ABOVE - BELOW) / rows as f64;
        Self { rows, pitch, radius: (pitch * 0.4).clamp(RADIUS.0, RADIUS.1), line: (LINES / lines as f64).clamp(0.55, 1.0) }
    }

    /// Rows that an agreement takes, so that it touches no symbol.
    pub fn rows_of_agreement(self) -> usize {
        ((DESK + 4.0 + 2.0 * self.radius) / self.pitch).ceil().max(2.0) as usize - 1
    }
}

/// Who is drawn: ghosts are not.
fn members(map: &PartnerMap, lane: Lane) -> impl Iterator<Item = &Card> {
    map.cards.iter().filter(move |card| card.lane == lane && !ghost(card.participation))
}

/// How a line is drawn in small: who says it, not how strong it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SmallLine {
    /// Both sides say so.
    Both,
    /// One side or a source says so, or they contradict each other.
    One,
    /// Planned or wished.
    Planned,
}

impl SmallLine {
    /// Of a line.
    pub fn of(line: &Line) -> Self {
        match line.status {
            LineStatus::Confirmed => Self::Both,
            LineStatus::Planned => Self::Planned,
            _ => Self::One,
        }
    }

    /// Its pen on a scale.
    pub fn pen(self, scale: Scale) -> Pen {
        match self {
            Self::Both => Pen::line(ink::INK, 1.5 * scale.line, Dash::Solid),
            Self::One => Pen::line(ink::INK, 1.1 * scale.line, Dash::Thin),
            Self::Planned => Pen::line(ink::INK, 1.1 * scale.line, Dash::Unasked),
        }
    }
}

/// Lines between the sides, as places in the list of cards.
pub fn direct(map: &PartnerMap) -> impl Iterator<Item = (usize, usize, &Line)> {
    let place = |id: &str| map.cards.iter().position(|card| card.id == id);
    map.lines.iter().filter_map(move |line| {
        let (a, b) = (place(&line.a)?, place(&line.b)?);
        match (map.cards[a].lane, map.cards[b].lane) {
            (Lane::Left, Lane::Right) => Some((a, b, line)),
            (Lane::Right, Lane::Left) => Some((b, a, line)),
            _ => None,
        }
    })
}

/// A small map, with its upper left corner at a point.
pub fn cell(small: &SmallMap, at: Point, width: f64, scale: Scale) -> Group {
    let map = &small.map;
    let label = format!("{}: {} {}.", map.title, map.sentence.trim(), map.expected_caption);
    let mut outer = Group::new("small", Role::ListItem).data("coalition", &small.id);
    outer = outer.data("members", members_count(map).to_string()).data("lines", direct(map).count().to_string());
    let mut group = Group::new("", Role::Link(small.href.clone(), label));
    let room = Room { width, size: 14.0, face: Face::SerifBold, lines: 1 };
    let name = wrap(&map.title, None, room).into_iter().next().unwrap_or_default();
    group.text((at.0, at.1 + 13.0), Anchor::Start, name, 14.0, Face::SerifBold, ink::INK);
    group.marks(expected_row(map, (at.0, at.1 + 28.0), width));
    let Places { cards: places, agreement, across } = places(map, at, width, scale);
    let (top, bottom) = (at.1 + ABOVE, at.1 + HEIGHT - BELOW);
    let middle = at.0 + width / 2.0;
    let mut band = Group::new("band", Role::Hidden);
    let half = BAND.max((across - 1) as f64 * scale.pitch / 2.0 + scale.radius + 4.0);
    band.mark(Mark::Rect((middle - half, top - 2.0), 2.0 * half, bottom - top + 4.0, 0.0, Pen::fill(ink::BAND)));
    group.group(band);
    let ends = |a: Point, b: Point| ((a.0 + scale.radius, a.1), (b.0 - scale.radius, b.1));
    for (a, b, line) in direct(map) {
        let (Some(a), Some(b)) = (places[a], places[b]) else { continue };
        let (from, to) = ends(a, b);
        group.mark(Mark::Path(from, vec![swing(from, to)], SmallLine::of(line).pen(scale)));
    }
    agreements(map, &places, agreement, &mut group);
    for (card, place) in map.cards.iter().zip(&places) {
        group.marks(place.iter().flat_map(|at| thin(symbol(card.domain, plain(card), *at, scale.radius))));
    }
    if members_count(map) == 0 {
        let words = say(map.language, "nog geen partners", "no partners yet");
        group.text((middle, (top + bottom) / 2.0 + 4.0), Anchor::Middle, words, 12.0, Face::Italic, ink::SUB);
    }
    outer.group(group);
    outer
}

fn members_count(map: &PartnerMap) -> usize {
    map.cards.iter().filter(|card| !ghost(card.participation)).count()
}

/// In small there is no room for the ring of who signed: signing is drawn by the agreement.
fn plain(card: &Card) -> Participation {
    match card.participation {
        Participation::Signatory => Participation::Participating,
        Participation::Wanted => Participation::Approached,
        other => other,
    }
}

/// The marks of a symbol with a thin outline.
fn thin(marks: Vec<Mark>) -> impl Iterator<Item = Mark> {
    let pen = |pen: Pen| Pen { width: 0.7, ..pen };
    marks.into_iter().map(move |mark| match mark {
        Mark::Circle(at, r, p) => Mark::Circle(at, r, pen(p)),
        Mark::Rect(at, w, h, r, p) => Mark::Rect(at, w, h, r, pen(p)),
        Mark::Polygon(points, p) => Mark::Polygon(points, pen(p)),
        other => other,
    })
}

/// A double line from every member on a side to the agreement in the middle.
fn agreements(map: &PartnerMap, places: &[Option<Point>], centre: Point, group: &mut Group) {
    for agreement in &map.agreements {
        let sides = map.cards.iter().zip(places).filter(|(card, _)| card.lane != Lane::Middle);
        for (_, place) in sides.filter(|(card, _)| agreement.members.contains(&card.id)) {
            let Some(from) = *place else { continue };
            group.marks(double(from, centre));
        }
    }
    if !map.agreements.is_empty() {
        group.mark(desk(centre));
    }
}

/// A double line.
pub fn double(from: Point, to: Point) -> [Mark; 2] {
    let path = |colour, width| Mark::Path(from, vec![swing(from, to)], Pen::line(colour, width, Dash::Solid));
    [path(ink::INK, 3.0), path(ink::WHITE, 1.4)]
}

/// The agreement itself.
pub fn desk((x, y): Point) -> Mark {
    Mark::Rect((x - 9.0, y - DESK / 2.0), 18.0, DESK, 0.0, Pen::outlined(ink::WHITE, ink::INK, 1.2, Dash::Solid))
}

/// The marks of expected lines in the order of the legend; more than fit are counted.
fn expected_row(map: &PartnerMap, at: Point, width: f64) -> Vec<Mark> {
    let mut marks = map.expected.clone();
    marks.sort();
    if marks.is_empty() {
        let words = say(map.language, "nog geen verwachte lijn", "no expected line yet");
        return vec![text((at.0, at.1 + 4.0), Anchor::Start, words, 11.0, Face::Italic, ink::SUB)];
    }
    let fit = ((width - 8.0) / STEP).floor() as usize;
    let shown = if marks.len() > fit { fit - 3 } else { marks.len() };
    let place = |i: usize| (at.0 + 4.5 + STEP * i as f64, at.1);
    let mut out: Vec<Mark> = marks[..shown].iter().enumerate().map(|(i, mark)| small_mark(*mark, place(i))).collect();
    if shown < marks.len() {
        let (x, y) = place(shown);
        out.push(text((x - 3.0, y + 4.0), Anchor::Start, format!("+{}", marks.len() - shown), 11.0, Face::Sans, ink::SUB));
    }
    out
}

/// The mark of an expected line, a little smaller than on the large map.
pub fn small_mark(mark: ExpectedMark, at: Point) -> Mark {
    match expected::mark(mark, at) {
        Mark::Circle(at, _, pen) => Mark::Circle(at, 3.6, Pen { width: pen.width * 0.85, ..pen }),
        Mark::HalfCircle(at, _, pen) => Mark::HalfCircle(at, 3.6, pen),
        other => other,
    }
}

/// Domains that occur in a set of maps.
pub fn domains(maps: &[SmallMap]) -> Vec<Option<Domain>> {
    let all = Domain::ALL.into_iter().map(Some).chain([None]);
    let occurs = |domain: &Option<Domain>| {
        let cards = maps.iter().flat_map(|it| &it.map.cards);
        cards.filter(|card| !ghost(card.participation)).any(|card| card.domain == *domain)
    };
    all.filter(occurs).collect()
}
