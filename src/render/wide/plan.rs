//! Where does everything stand? Lanes, rows, and the window in the middle with its slots.

use std::collections::BTreeMap;

use super::changed::Changed;
use super::order::{Columns, columns};
use super::sizes::{BAND_PAD, Content, MARGIN, MIDDLE, PAGE, Sizes, content};
use crate::render::input::{Card, GapMark, Introduced, Lane, Line, LineStatus, PartnerMap, Shown};
use crate::render::words::Words;

/// Height of an agreement card with the space below it.
pub const AGREEMENT_ROW: f64 = 84.0;
/// Height of a gap slot.
pub const GAP_ROW: f64 = 24.0;
/// Height of the slot of an introduction at least.
const MEETING_ROW_MIN: f64 = 12.0;
/// Gaps on a map at most.
pub const GAPS_MAX: usize = 12;
/// Agreements drawn with lines at most, and cards up to which they are.
const AGREEMENTS_MAX: usize = 3;
const AGREEMENT_CARDS_MAX: usize = 40;

/// A line with its ends as places in the list of cards.
pub type Ends<'a> = (usize, usize, &'a Line);

/// A gap with its ends as places in the list of cards.
pub struct Gap<'a> {
    /// The finding.
    pub mark: &'a GapMark,
    /// The end drawn from the left, and from the right; absent where both ends are on one side: then only the list tells.
    pub ends: Option<[Vec<usize>; 2]>,
    /// Height of its slot.
    pub y: f64,
}

/// An introduction with its ends as places in the list of cards.
pub struct Meeting<'a> {
    /// The introduction.
    pub mark: &'a Introduced,
    /// Its ends.
    pub ends: [usize; 2],
    /// Height of its slot, when it runs from side to side.
    pub slot: Option<f64>,
}

/// A planned map.
pub struct Plan<'a> {
    /// What is drawn.
    pub map: &'a PartnerMap,
    /// Fixed words.
    pub words: &'static Words,
    /// Columns of cards.
    pub columns: Columns,
    /// Sizes.
    pub sizes: Sizes,
    /// Texts, by card.
    pub contents: Vec<Content>,
    /// Middle of a card, by card.
    pub y: Vec<f64>,
    /// Lines between cards that are there.
    pub lines: Vec<Ends<'a>>,
    /// Slot of a direct line, by line.
    pub slots: Vec<f64>,
    /// Distance of slots.
    pub slot_pitch: f64,
    /// Agreements that are drawn: members and height.
    pub agreements: Vec<(Vec<usize>, f64)>,
    /// Introductions of the scenario.
    pub meetings: Vec<Meeting<'a>>,
    /// Distance of their slots.
    pub meeting_pitch: f64,
    /// Direct lines and gaps that are drawn without the scenario.
    pub drawn_without: usize,
    /// Whether a line goes in the scenario, by line.
    pub gone_lines: Vec<bool>,
    /// Whether a card goes in the scenario, or went since the earlier day, by card.
    pub gone_cards: Vec<bool>,
    /// What changed since an earlier day.
    pub changed: Option<Changed<'a>>,
    /// The first gaps in rank order.
    pub gaps: Vec<Gap<'a>>,
    /// Base line of the caption over the direct lines, over the introductions, and over the gaps.
    pub captions: [Option<f64>; 3],
    /// Headings of domains: a card below it and the base line.
    pub heads: Vec<(usize, f64)>,
    /// Top and bottom of the band.
    pub band: (f64, f64),
}

impl<'a> Plan<'a> {
    /// Plans a map whose band starts at `top`.
    pub fn of(map: &'a PartnerMap, top: f64) -> Self {
        let words = Words::of(map.language);
        let index: BTreeMap<&str, usize> = map.cards.iter().enumerate().map(|(i, c)| (c.id.as_str(), i)).collect();
        let place = |id: &String| index.get(id.as_str()).copied();
        let ends = |line: &'a Line| Some((place(&line.a)?, place(&line.b)?, line)).filter(|(a, b, _)| a != b);
        let lines: Vec<Ends<'a>> = map.lines.iter().filter_map(ends).collect();
        let columns = columns(&map.cards, &lines, map.changes.is_some());
        let within =
            lines.iter().filter(|(a, b, _)| map.cards[*a].lane == map.cards[*b].lane && map.cards[*a].lane != Lane::Middle);
        let mut sizes = Sizes::of(&columns, within.count(), map.changes.as_ref());
        let contents: Vec<Content> = map.cards.iter().map(|card| content(card, map, &sizes, words)).collect();
        sizes.grow(&contents);
        let drawn = map.agreements.len() <= AGREEMENTS_MAX && map.cards.len() <= AGREEMENT_CARDS_MAX;
        let members = |ids: &[String]| ids.iter().filter_map(place).collect::<Vec<_>>();
        let agreements = map.agreements.iter().filter(|_| drawn).map(|a| (members(&a.members), 0.0)).collect();
        let gap = |mark: &'a GapMark| Gap { mark, ends: sides(&map.cards, members(&mark.a), members(&mark.b)), y: 0.0 };
        let gaps = map.gaps.iter().take(GAPS_MAX).map(gap).collect();
        let (y, slots) = (vec![0.0; map.cards.len()], vec![0.0; lines.len()]);
        let (heads, captions, band) = (Vec::new(), [None; 3], (top, top));
        let scenario = map.scenario.as_ref();
        let meet = |mark: &'a Introduced| {
            let ends = [place(&mark.a)?, place(&mark.b)?];
            (ends[0] != ends[1]).then_some(Meeting { mark, ends, slot: None })
        };
        let meetings = scenario.iter().flat_map(|it| &it.introduced).filter_map(meet).collect();
        let goes = |line: &Ends<'_>| {
            let same = |(a, b): &(String, String)| (a, b) == (&line.2.a, &line.2.b) || (a, b) == (&line.2.b, &line.2.a);
            scenario.is_some_and(|it| it.gone_lines.iter().any(same))
        };
        let gone_lines = lines.iter().map(goes).collect();
        let left = map.changes.as_ref().filter(|it| it.shown == Shown::Changes).map_or(&[][..], |it| &it.left);
        let goes = |card: &Card| scenario.is_some_and(|it| it.gone_cards.contains(&card.id)) || left.contains(&card.id);
        let gone_cards = map.cards.iter().map(goes).collect();
        let changed = map.changes.as_ref().map(|changes| Changed::of(changes, map, &lines));
        let mut plan = Self {
            map,
            words,
            columns,
            sizes,
            contents,
            y,
            lines,
            slots,
            slot_pitch: 0.0,
            agreements,
            meetings,
            meeting_pitch: GAP_ROW,
            drawn_without: 0,
            gone_lines,
            gone_cards,
            changed,
            gaps,
            captions,
            heads,
            band,
        };
        plan.stand(top);
        plan
    }

    /// Lane of a card.
    pub fn lane(&self, card: usize) -> Lane {
        self.map.cards[card].lane
    }

    /// Whether a line runs from side to side.
    pub fn direct(&self, (a, b, _): &Ends<'_>) -> bool {
        self.runs_across([*a, *b])
    }

    /// Gaps that the list leaves out; what the scenario closes is none.
    pub fn rest(&self) -> usize {
        let open = |gap: &&GapMark| self.map.scenario.as_ref().is_none_or(|it| !it.closed.contains(&gap.id));
        self.map.gaps.iter().filter(open).count() - self.gaps.len()
    }

    /// Left and right edge of the cards in a lane.
    pub fn edges(&self, lane: Lane) -> (f64, f64) {
        let width = self.sizes.width(lane);
        match lane {
            Lane::Left => (MARGIN + self.sizes.arc, MARGIN + self.sizes.arc + width),
            Lane::Middle => (MIDDLE - width / 2.0, MIDDLE + width / 2.0),
            Lane::Right => (PAGE - MARGIN - self.sizes.arc - width, PAGE - MARGIN - self.sizes.arc),
        }
    }

    /// Left and right edge of the band.
    pub fn band_edges(&self) -> (f64, f64) {
        let half = self.sizes.middle_width / 2.0 + BAND_PAD;
        (MIDDLE - half, MIDDLE + half)
    }

    /// Half the width over which lines run straight through the window.
    pub fn straight_half(&self) -> f64 {
        let direct = self.lines.iter().filter(|line| self.direct(line)).count();
        self.sizes.middle_width / 2.0 + if direct > 2 { 2.0 } else { -30.0 }
    }

    fn stand(&mut self, top: f64) {
        let first = top + 34.0;
        let direct = self.lines.iter().filter(|line| self.direct(line)).count();
        self.slot_pitch = (170.0 / direct.max(1) as f64).clamp(4.0, 13.0);
        let stack = self.stack(direct);
        let bottom_head = if self.columns.bottom.is_empty() { 0.0 } else { 28.0 };
        let middle = self.lane_height(&self.columns.top)
            + self.lane_height(&self.columns.bottom)
            + bottom_head
            + if stack > 0.0 { stack + 28.0 } else { 0.0 };
        let sides = self.lane_height(&self.columns.left).max(self.lane_height(&self.columns.right));
        let height = middle.max(sides).max(self.sizes.pitch);
        let columns = self.columns.clone();
        for column in [&columns.left, &columns.right] {
            self.stand_side(column, first, height, sides);
        }
        let window_top = self.stand_column(&columns.top, first, 1.0);
        let lower = first + height - self.lane_height(&columns.bottom);
        self.stand_column(&columns.bottom, lower, 1.0);
        let window = (window_top, lower - bottom_head);
        let stack = self.make_room(direct, window.1 - window.0, stack);
        self.stack_from(window.0 + ((window.1 - window.0 - stack) / 2.0).max(0.0));
        self.band = (top, first + height + 14.0);
    }

    /// A side is stretched a little; a small map's side stands at the height of the middle.
    fn stand_side(&mut self, column: &[usize], first: f64, height: f64, sides: f64) {
        let small = self.map.cards.len() < 20;
        let rows = column.len() as f64 * self.sizes.pitch;
        let own = self.lane_height(column);
        let room = if small { height.min(sides * 1.12) } else { height };
        let stretch = if rows > 0.0 { ((room - own + rows) / rows).clamp(1.0, 1.75) } else { 1.0 };
        let full = own + rows * (stretch - 1.0);
        self.stand_column(column, if small { first + (height - full) / 2.0 } else { first }, stretch);
    }

    /// Puts the cards of a column one under the other, and tells where it ends.
    fn stand_column(&mut self, column: &[usize], from: f64, stretch: f64) -> f64 {
        let mut y = from;
        for (i, &card) in column.iter().enumerate() {
            let space = self.space(i.checked_sub(1).map(|before| column[before]), card);
            y += space;
            self.y[card] = y + self.sizes.pitch * stretch / 2.0;
            if i == 0 || self.new_domain(column[i - 1], card) {
                self.heads.push((card, self.y[card] - self.sizes.card / 2.0 - 12.0));
            }
            y += self.sizes.pitch * stretch;
        }
        y
    }

    fn new_domain(&self, before: usize, card: usize) -> bool {
        self.map.cards[before].domain != self.map.cards[card].domain
    }

    /// Space above a card, after another.
    fn space(&self, before: Option<usize>, card: usize) -> f64 {
        match before {
            Some(before) if self.new_domain(before, card) => self.sizes.domain_gap(),
            Some(before) if self.sizes.pitch < 46.0 && self.map.cards[before].kind_rank != self.map.cards[card].kind_rank => 4.0,
            _ => 0.0,
        }
    }

    fn lane_height(&self, column: &[usize]) -> f64 {
        let spaces: f64 = column.windows(2).map(|pair| self.space(Some(pair[0]), pair[1])).sum();
        spaces + column.len() as f64 * self.sizes.pitch
    }

    /// Height of what stands in the window.
    fn stack(&self, direct: usize) -> f64 {
        let gaps = self.gaps.iter().filter(|gap| gap.ends.is_some()).count();
        let gaps = if gaps > 0 { 24.0 + gaps as f64 * GAP_ROW } else { 0.0 };
        let lines = match &self.changed {
            Some(changed) => changed.stack(),
            None if direct > 0 => 32.0 + direct as f64 * self.slot_pitch,
            None => 0.0,
        };
        self.agreements.len() as f64 * AGREEMENT_ROW + lines + gaps
    }

    /// Introductions stand where closed gaps stood; where that is not enough the last gaps are left to the list, and at last the
    /// slots come closer. So no card moves. Takes the height of the window and of what stands in it without the scenario; gives the
    /// height of what stands in it now.
    fn make_room(&mut self, direct: usize, window: f64, stack: f64) -> f64 {
        self.drawn_without = direct + self.gaps.iter().filter(|gap| gap.ends.is_some()).count();
        if let Some(scenario) = &self.map.scenario {
            self.gaps.retain(|gap| !scenario.closed.contains(&gap.mark.id));
        }
        let across = self.meetings.iter().filter(|it| self.runs_across(it.ends)).count();
        if across == 0 {
            return self.stack(direct);
        }
        let rows = across as f64 * GAP_ROW;
        let room = window.max(stack);
        while self.stack(direct) + 24.0 + rows > room
            && let Some(gap) = self.gaps.iter_mut().rfind(|gap| gap.ends.is_some())
        {
            gap.ends = None;
        }
        let free = (room - self.stack(direct) - 24.0) / across as f64;
        self.meeting_pitch = free.clamp(MEETING_ROW_MIN, GAP_ROW);
        self.stack(direct) + 24.0 + across as f64 * self.meeting_pitch
    }

    /// Do two cards stand on opposite sides?
    pub fn runs_across(&self, [a, b]: [usize; 2]) -> bool {
        matches!((self.lane(a), self.lane(b)), (Lane::Left, Lane::Right) | (Lane::Right, Lane::Left))
    }

    /// Fills the window from the top down: agreements, direct lines, introductions, gaps.
    fn stack_from(&mut self, mut y: f64) {
        for agreement in &mut self.agreements {
            agreement.1 = y + AGREEMENT_ROW / 2.0;
            y += AGREEMENT_ROW;
        }
        let mut direct: Vec<usize> = (0..self.lines.len()).filter(|&i| self.direct(&self.lines[i])).collect();
        let height = |i: usize| self.y[self.lines[i].0] + self.y[self.lines[i].1];
        direct.sort_by(|&i, &j| {
            let ids = |i: usize| (&self.lines[i].2.a, &self.lines[i].2.b);
            height(i).total_cmp(&height(j)).then_with(|| ids(i).cmp(&ids(j)))
        });
        let lost = |i: &usize| self.changed.as_ref().is_some_and(|it| it.lost(*i));
        let (lost, direct): (Vec<usize>, Vec<usize>) = direct.into_iter().partition(lost);
        for (caption, lines) in [(0, &direct), (2, &lost)] {
            if lines.is_empty() {
                continue;
            }
            self.captions[caption] = Some(y + 12.0);
            y += 24.0;
            for &i in lines {
                let pitch = self.changed.as_ref().map_or(self.slot_pitch, |it| it.pitch(i));
                self.slots[i] = y + pitch / 2.0;
                y += pitch;
            }
            y += 8.0;
        }
        if let Some(changed) = &mut self.changed {
            changed.number(direct.iter().chain(&lost));
        }
        let mut across: Vec<usize> = (0..self.meetings.len()).filter(|&i| self.runs_across(self.meetings[i].ends)).collect();
        let sum = |i: usize| self.meetings[i].ends.iter().map(|&card| self.y[card]).sum::<f64>();
        across.sort_by(|&i, &j| sum(i).total_cmp(&sum(j)).then(i.cmp(&j)));
        if !across.is_empty() {
            self.captions[1] = Some(y + 12.0);
            y += 24.0;
        }
        for i in across {
            self.meetings[i].slot = Some(y + self.meeting_pitch / 2.0);
            y += self.meeting_pitch;
        }
        for gap in self.gaps.iter_mut().filter(|gap| gap.ends.is_some()) {
            if self.captions[2].is_none() {
                self.captions[2] = Some(y + 12.0);
                y += 24.0;
            }
            gap.y = y + GAP_ROW / 2.0;
            y += GAP_ROW;
        }
    }

    /// Direct lines that hold, and that are planned.
    pub fn direct_counts(&self) -> (usize, usize) {
        let drawn = (0..self.lines.len()).filter(|&i| super::changes::draws(self, i)).map(|i| &self.lines[i]);
        let direct = drawn.filter(|line| self.direct(line));
        let planned = direct.clone().filter(|line| line.2.status == LineStatus::Planned).count();
        (direct.count() - planned, planned)
    }
}

/// The ends of a gap as drawn from the left and from the right. A card in the middle takes the place of the side that is not
/// there; both ends on one side, or both in the middle, are not drawn.
fn sides(cards: &[Card], a: Vec<usize>, b: Vec<usize>) -> Option<[Vec<usize>; 2]> {
    let lane = |end: &[usize]| end.first().map(|&i| cards[i].lane);
    let (lane_a, lane_b) = (lane(&a)?, lane(&b)?);
    let only = |end: Vec<usize>, lane: Lane| end.into_iter().filter(|&i| cards[i].lane == lane).collect::<Vec<_>>();
    let (a, b) = (only(a, lane_a), only(b, lane_b));
    match lane_a.cmp(&lane_b) {
        std::cmp::Ordering::Less => Some([a, b]),
        std::cmp::Ordering::Greater => Some([b, a]),
        std::cmp::Ordering::Equal => None,
    }
}
