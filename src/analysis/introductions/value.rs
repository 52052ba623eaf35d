//! The value of a network by the norm, kept up to date line by line.

use super::lines::{counts, is_step};
use crate::analysis::gaps::together;
use crate::model::{Expected, KindCode, Level};
use crate::network::{Member, Network, PairBits};

/// Weight of a core row; any other row weighs 1.
const WEIGHT_CORE: u32 = 2;
/// How a finder reaches a helper, in halves.
const DIRECT: u8 = 2;
const BRIDGED: u8 = 1;

/// What one more line would do for one finder and one row of the norm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Effect {
    /// Place in `Norm::lines`.
    pub row: usize,
    /// Place of the finder.
    pub finder: usize,
    /// Does the finder reach the helper directly then? Else through an allowed bridge.
    pub direct: bool,
}

/// One row of the norm with who plays a part in it.
struct Row {
    /// Place in `Norm::lines`.
    norm: usize,
    weight: u32,
    finders: Vec<usize>,
    helpers: Vec<usize>,
    bridges: Vec<usize>,
    /// How each finder stands, in halves.
    scores: Vec<u8>,
}

/// Value: how much of what the norm expects is there?
///
/// Takes: the organisation view under its rule, practice level, undirected; finders, helpers and bridges that are near (take part, were
/// approached, or are named as working along); weight 2 for a core row, 1 for another.
/// Gives: Σ over rows and finders of weight × {1 direct or in one group that works together, ½ through an allowed bridge over two
/// fresh lines, 0}, from 0 to `most()`; a line more never lowers it.
/// Undefined: never; without a row of which both kinds are there it is 0 of 0.
/// Cost: O(rows · finders · (helpers + bridges)) to set up; one more line O(rows of its ends · (finders + helpers)).
/// Source: the norm of the catalogue; the ladder of the gaps. Checked: the worked example, and against freezing anew.
pub struct Board {
    rows: Vec<Row>,
    /// Rows in which each member plays a part.
    rows_of: Vec<Vec<usize>>,
    steps: PairBits,
}

impl Board {
    /// Lays the norm over a network.
    pub fn of(network: &Network) -> Self {
        let members = network.members.len();
        let (mut direct, mut steps) = (PairBits::new(members), PairBits::new(members));
        for link in &network.links {
            if counts(network, link) {
                direct.insert(link.a as u32, link.b as u32);
            }
            if is_step(network, link) {
                steps.insert(link.a as u32, link.b as u32);
            }
        }
        let mut board = Self { rows: Vec::new(), rows_of: vec![Vec::new(); members], steps };
        for (norm, line) in network.catalogue.norm.lines.iter().enumerate().filter(|(_, line)| line.level == Level::Practice) {
            let near = |kind: &KindCode| network.of_kind(kind).collect::<Vec<_>>();
            let (finders, helpers) = (near(&line.finder), near(&line.helper));
            if finders.is_empty() || helpers.is_empty() {
                continue;
            }
            let bridge = |member: &Member| member.near() && line.bridges.iter().any(|kind| member.is(kind));
            let bridges = (0..members).filter(|&it| bridge(&network.members[it])).collect();
            let weight = if line.weight == Expected::Core { WEIGHT_CORE } else { 1 };
            let row = Row { norm, weight, scores: vec![0; finders.len()], finders, helpers, bridges };
            let direct = |a: usize, b: usize| a == b || direct.contains(a as u32, b as u32) || together(network, a, b);
            board.take(row, direct);
        }
        board
    }

    fn take(&mut self, mut row: Row, direct: impl Fn(usize, usize) -> bool) {
        for place in 0..row.finders.len() {
            let finder = row.finders[place];
            row.scores[place] = match () {
                () if row.helpers.iter().any(|&helper| direct(finder, helper)) => DIRECT,
                () if row.bridges.iter().any(|&bridge| self.linked(finder, bridge) && self.helps(&row, bridge)) => BRIDGED,
                () => 0,
            };
        }
        let mut parts: Vec<usize> = row.finders.iter().chain(&row.helpers).chain(&row.bridges).copied().collect();
        parts.sort_unstable();
        parts.dedup();
        for member in parts {
            self.rows_of[member].push(self.rows.len());
        }
        self.rows.push(row);
    }

    fn linked(&self, a: usize, b: usize) -> bool {
        self.steps.contains(a as u32, b as u32)
    }

    /// Is the bridge linked to a helper of the row?
    fn helps(&self, row: &Row, bridge: usize) -> bool {
        row.helpers.iter().any(|&helper| self.linked(bridge, helper))
    }

    /// The value now.
    pub fn value(&self) -> f64 {
        let halves = |row: &Row| row.weight * row.scores.iter().map(|&score| u32::from(score)).sum::<u32>();
        f64::from(self.rows.iter().map(halves).sum::<u32>()) / f64::from(DIRECT)
    }
    /// The value if every finder had a direct line in every row.
    pub fn most(&self) -> f64 {
        self.rows.iter().map(|row| f64::from(row.weight) * row.finders.len() as f64).sum()
    }
    /// What a line between two members would add. Cost: see `Board`.
    pub fn gain(&self, a: usize, b: usize) -> f64 {
        let halves = |(row, _, from, to): (usize, usize, u8, u8)| self.rows[row].weight * u32::from(to - from);
        f64::from(self.changes(a, b).into_iter().map(halves).sum::<u32>()) / f64::from(DIRECT)
    }
    /// For which finders and rows a line would do what, in order of the norm.
    pub fn effects(&self, a: usize, b: usize) -> Vec<Effect> {
        let effect = |(row, finder, _, to): (usize, usize, u8, u8)| Effect {
            row: self.rows[row].norm,
            finder: self.rows[row].finders[finder],
            direct: to == DIRECT,
        };
        self.changes(a, b).into_iter().map(effect).collect()
    }
    /// Draws a line that is known on both sides and fresh.
    pub fn add(&mut self, a: usize, b: usize) {
        for (row, finder, _, to) in self.changes(a, b) {
            self.rows[row].scores[finder] = to;
        }
        self.steps.insert(a as u32, b as u32);
    }

    /// Scores that rise: row, place among its finders, from, to; sorted, each finder of a row once.
    fn changes(&self, a: usize, b: usize) -> Vec<(usize, usize, u8, u8)> {
        let mut found: Vec<(usize, usize, u8, u8)> = Vec::new();
        for &at in self.rows_of[a].iter().filter(|row| self.rows_of[b].contains(row)) {
            let row = &self.rows[at];
            let first = found.len();
            for (x, y) in [(a, b), (b, a)] {
                self.rises(row, x, y, |finder, to| {
                    let from = row.scores[finder];
                    match found[first..].iter_mut().find(|it| it.1 == finder) {
                        Some(seen) => seen.3 = seen.3.max(to),
                        None if to > from => found.push((at, finder, from, to)),
                        None => {}
                    }
                });
            }
        }
        found.sort_unstable();
        found
    }

    /// What the line does in one row when `x` is its finder or its bridge.
    fn rises(&self, row: &Row, x: usize, y: usize, mut tell: impl FnMut(usize, u8)) {
        let (helps, bridges) = (row.helpers.contains(&y), row.bridges.contains(&y));
        if let Some(finder) = row.finders.iter().position(|&it| it == x) {
            if helps {
                tell(finder, DIRECT);
            } else if bridges && self.helps(row, y) {
                tell(finder, BRIDGED);
            }
        }
        if helps && row.bridges.contains(&x) {
            for place in (0..row.finders.len()).filter(|&place| self.linked(row.finders[place], x)) {
                tell(place, BRIDGED);
            }
        }
    }
}
