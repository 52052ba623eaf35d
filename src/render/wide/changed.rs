//! What changed, as the plan knows it: what became of each line, how much room its slot takes, and its number.

use std::collections::BTreeMap;

use super::plan::Ends;
use crate::render::input::{Change, Changes, Lane, Line, LineChange, PartnerMap, Shown};

/// Changes with a number, and so with a row in the list, at most.
pub const NUMBERED_MAX: usize = 40;
/// Height of a slot with a badge, and of any slot while there is room.
const ROW: f64 = 18.0;
/// Height of the slot of a lost line while there is room.
const LOST_ROW: f64 = 24.0;
/// Room that all slots share before they come closer, and the same for lost lines.
const ROOM: f64 = 220.0;
const LOST_ROOM: f64 = 168.0;
/// The closest that slots come: with a mark, without one, of lost lines.
const MARKED_MIN: f64 = 6.0;
const PLAIN_MIN: f64 = 3.5;
const LOST_MIN: f64 = 8.0;

/// What changed on a planned map.
pub struct Changed<'a> {
    /// As it was handed in.
    pub changes: &'a Changes,
    /// What became of each line, by line; absent: it is what it was.
    pub lines: Vec<Option<&'a LineChange>>,
    /// The number of a line in map and list, by line.
    pub numbers: Vec<Option<usize>>,
    /// Place of a line among those with a mark in the window, by line: neighbours stand beside each other where slots are close.
    pub turns: Vec<usize>,
    /// Is a line drawn from side to side, by line?
    direct: Vec<bool>,
    /// Heights of slots: with a mark, without one, of lost lines.
    pitches: [f64; 3],
}

impl<'a> Changed<'a> {
    /// What became of lines.
    pub fn of(changes: &'a Changes, map: &PartnerMap, lines: &[Ends<'_>]) -> Self {
        let key = |a: &'a str, b: &'a str| if a <= b { (a, b) } else { (b, a) };
        let told: BTreeMap<(&str, &str), &LineChange> =
            changes.lines.iter().filter(|it| it.what != Change::Same).map(|it| (key(&it.a, &it.b), it)).collect();
        let of = |line: &Line| {
            let (a, b) = if line.a <= line.b { (&line.a, &line.b) } else { (&line.b, &line.a) };
            told.get(&(a.as_str(), b.as_str())).copied()
        };
        let found: Vec<Option<&LineChange>> = lines.iter().map(|(_, _, line)| of(line)).collect();
        let lane = |card: usize| map.cards[card].lane;
        let across = |(a, b, _): &Ends<'_>| lane(*a) != lane(*b) && lane(*a) != Lane::Middle && lane(*b) != Lane::Middle;
        let direct: Vec<bool> = lines.iter().map(across).collect();
        let mut changed = Self {
            changes,
            numbers: vec![None; lines.len()],
            turns: vec![0; lines.len()],
            lines: found,
            direct,
            pitches: [0.0; 3],
        };
        let [marked, plain, lost] = changed.counts().map(|count| count.max(1) as f64);
        let even = ROOM / (marked + plain);
        changed.pitches = [even.clamp(MARKED_MIN, ROW), even.clamp(PLAIN_MIN, ROW), (LOST_ROOM / lost).clamp(LOST_MIN, LOST_ROW)];
        changed
    }

    /// What became of a line.
    pub fn what(&self, line: usize) -> Change {
        self.lines[line].map_or(Change::Same, |it| it.what)
    }

    /// Does it stand among the lost lines?
    pub fn lost(&self, line: usize) -> bool {
        self.what(line) == Change::Lost
    }

    /// Is a line drawn on the day that is shown?
    pub fn shows(&self, line: usize) -> bool {
        match self.changes.shown {
            Shown::Changes => true,
            Shown::Before => self.what(line) != Change::New,
            Shown::After => self.what(line) != Change::Lost,
        }
    }

    /// Is a card drawn on the day that is shown?
    pub fn shows_card(&self, id: &str) -> bool {
        let absent = match self.changes.shown {
            Shown::Changes => return true,
            Shown::Before => &self.changes.absent[0],
            Shown::After => &self.changes.absent[1],
        };
        !absent.iter().any(|other| other == id)
    }

    /// Height of the slot of a line from side to side.
    pub fn pitch(&self, line: usize) -> f64 {
        match self.what(line) {
            Change::Same => self.pitches[1],
            Change::Lost => self.pitches[2],
            _ => self.pitches[0],
        }
    }

    /// How many marks stand beside each other where slots are close.
    pub fn columns(&self, lost: bool) -> usize {
        let pitch = self.pitches[if lost { 2 } else { 0 }];
        (ROW / pitch).ceil() as usize
    }

    /// Lines from side to side: with a mark, without one, lost.
    fn counts(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        for line in (0..self.lines.len()).filter(|&line| self.direct[line]) {
            let place = match self.what(line) {
                Change::Same => 1,
                Change::Lost => 2,
                _ => 0,
            };
            counts[place] += 1;
        }
        counts
    }

    /// Height of what stands in the window.
    pub fn stack(&self) -> f64 {
        let [marked, plain, lost] = self.counts();
        let heights =
            |counts: [usize; 3]| counts.iter().zip(self.pitches).map(|(count, pitch)| *count as f64 * pitch).sum::<f64>();
        let kept = if marked + plain > 0 { 32.0 + heights([marked, plain, 0]) } else { 0.0 };
        kept + if lost > 0 { 32.0 + heights([0, 0, lost]) } else { 0.0 }
    }

    /// Gives the new and the lost lines between the sides their numbers, in the order of their slots.
    pub fn number<'i>(&mut self, slots: impl Iterator<Item = &'i usize>) {
        let (mut next, mut turns) = (1, [0; 2]);
        for &line in slots {
            let Some(change) = self.lines[line] else { continue };
            let turn = &mut turns[usize::from(change.what == Change::Lost)];
            self.turns[line] = *turn;
            *turn += 1;
            if change.across && matches!(change.what, Change::New | Change::Lost) && next <= NUMBERED_MAX {
                self.numbers[line] = Some(next);
                next += 1;
            }
        }
    }
}
