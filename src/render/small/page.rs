//! A page of small maps: as many beside each other as fit, one legend below the title.

use super::SmallMap;
use super::cell::{self, HEIGHT, Scale, SmallLine};
use crate::model::Language;
use crate::render::Width;
use crate::render::chart::{About, FOOT, Frame, say};
use crate::render::input::{ExpectedMark, Participation};
use crate::render::scene::{Anchor, Group, Mark, Role, Scene, ink, straight};
use crate::render::symbol::{ghost, symbol};
use crate::render::text::Face;
use crate::render::words::Words;

/// How maps stand on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grid {
    screen: Width,
    across: usize,
    width: f64,
    between: f64,
}

impl Grid {
    /// The same room for fewer maps than stand beside each other: wider ones.
    fn of(self, maps: usize) -> Self {
        let across = maps.clamp(1, self.across);
        let room = self.across as f64 * (self.width + self.between) - self.between;
        let width = ((room + self.between) / across as f64 - self.between).min(WIDEST.max(self.width));
        Self { across, width, ..self }
    }
}

/// Width of a map at most, where there are few.
const WIDEST: f64 = 345.0;
/// A wide screen.
pub const SCREEN: Grid = Grid { screen: Width::Wide, across: 5, width: 196.0, between: 28.0 };
/// A phone: one below the other, a little wider.
pub const PHONE: Grid = Grid { screen: Width::Slim, across: 1, width: 296.0, between: 0.0 };
/// A sheet of paper that lies: four beside each other, three below.
pub const SHEET: Grid = Grid { screen: Width::Wide, across: 4, width: 196.0, between: 36.0 };

/// Draws a page; `number` is which sheet of how many.
pub fn page(about: &About, maps: &[SmallMap], scale: Scale, grid: Grid, number: Option<(usize, usize)>) -> Scene {
    let page = 48.0 + grid.across as f64 * (grid.width + grid.between) - grid.between;
    let mut frame = Frame::new(about, grid.screen, page);
    let grid = if number.is_none() { grid.of(maps.len()) } else { grid };
    if maps.is_empty() {
        frame.instead(say(about.language, "Er is geen coalitie gekozen.", "No coalition was chosen."));
    } else {
        frame.legend(legend(maps, scale, about.language));
        frame.y += 8.0;
        let mut list = Group::new("maps", Role::List(say(about.language, "Kaarten", "Maps").to_owned()));
        for (place, small) in maps.iter().enumerate() {
            let (column, row) = ((place % grid.across) as f64, (place / grid.across) as f64);
            let at = (frame.margin + column * (grid.width + grid.between), frame.y + row * (HEIGHT + 20.0));
            list.group(cell::cell(small, at, grid.width, scale));
        }
        frame.root.group(list);
        frame.y += maps.len().div_ceil(grid.across) as f64 * (HEIGHT + 20.0);
    }
    if let Some((sheet, of)) = number {
        let mut group = Group::new("sheet", Role::Plain);
        let words = match about.language {
            Language::Nl => format!("Blad {sheet} van {of}"),
            Language::En => format!("Sheet {sheet} of {of}"),
        };
        group.text((frame.width - frame.margin, 24.0), Anchor::End, words, FOOT, Face::Sans, ink::SUB);
        frame.root.group(group);
    }
    frame.finish(about, "small")
}

/// Only what the maps contain.
fn legend(maps: &[SmallMap], scale: Scale, language: Language) -> Vec<(Vec<Mark>, &'static str)> {
    let words = Words::of(language);
    let at = (14.0, 0.0);
    let mut out: Vec<(Vec<Mark>, &'static str)> = Vec::new();
    for domain in cell::domains(maps) {
        out.push((symbol(domain, Participation::Participating, at, 6.0), words.domain(domain)));
    }
    let open = |card: &crate::render::input::Card| {
        !ghost(card.participation) && !matches!(card.participation, Participation::Signatory | Participation::Participating)
    };
    if maps.iter().flat_map(|it| &it.map.cards).any(open) {
        let shown = symbol(Some(crate::model::Domain::Medical), Participation::Approached, at, 6.0);
        out.push((shown, say(language, "open: benaderd, gewenst of gezien", "open: approached, wanted or seen")));
    }
    let lines = [
        (SmallLine::Both, say(language, "lijn: beide kanten zeggen het", "line: both sides say so")),
        (SmallLine::One, say(language, "lijn: één kant of een bron zegt het", "line: one side or a source says so")),
        (SmallLine::Planned, say(language, "lijn: plan of wens", "line: plan or wish")),
    ];
    for (line, name) in lines {
        if maps.iter().flat_map(|it| cell::direct(&it.map)).any(|(_, _, known)| SmallLine::of(known) == line) {
            out.push((vec![straight(&[(0.0, 0.0), (28.0, 0.0)], line.pen(scale))], name));
        }
    }
    if maps.iter().any(|it| !it.map.agreements.is_empty()) {
        let mut sample = cell::double((0.0, 0.0), at).to_vec();
        sample.push(cell::desk((19.0, 0.0)));
        out.push((sample, words.agreement));
    }
    // The first of them says what these marks are.
    let marks = [
        (ExpectedMark::Confirmed, ["verwachte lijn: bevestigd", "bevestigd"], ["expected line: confirmed", "confirmed"]),
        (
            ExpectedMark::Known,
            ["verwachte lijn: bekend, niet bevestigd", "bekend, niet bevestigd"],
            ["expected line: known, not confirmed", "known, not confirmed"],
        ),
        (ExpectedMark::Planned, ["verwachte lijn: gepland", "gepland"], ["expected line: planned", "planned"]),
        (
            ExpectedMark::Missing,
            ["verwachte lijn: nog geen lijn", "nog geen lijn"],
            ["expected line: no line yet", "no line yet"],
        ),
        (ExpectedMark::Unknown, ["verwachte lijn: eerst vragen", "eerst vragen"], ["expected line: ask first", "ask first"]),
    ];
    let there = marks.into_iter().filter(|(mark, ..)| maps.iter().any(|it| it.map.expected.contains(mark)));
    for (place, (mark, nl, en)) in there.enumerate() {
        let later = usize::from(place > 0);
        out.push((vec![cell::small_mark(mark, at)], say(language, nl[later], en[later])));
    }
    out
}
