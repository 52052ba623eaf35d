//! The rows of the norm laid over a coalition, counted by how they stand on the ladder.

use crate::analysis::gaps::{Cell, Rung};

/// One row of the norm of which both kinds are in view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NormRow {
    /// Place in `Norm::lines`.
    pub row: usize,
    /// How the finder stands who stands best.
    pub best: Rung,
    /// How the finder stands who stands worst.
    pub worst: Rung,
    /// A line in this row is planned or wished.
    pub planned: bool,
}

/// Rows of the norm by the rung of the finder who stands worst, as in the list of expected lines: a row is there when every finder
/// gets there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CellTally {
    /// A line that somebody names, or that both ends name.
    pub direct: usize,
    /// Both work together in one named group; who with whom is not said.
    pub grouped: usize,
    /// In two fresh steps through an allowed bridge.
    pub bridged: usize,
    /// Only by rule `confirmed`: somebody names it, and not both ends do.
    pub claimed: usize,
    /// Only over more than two steps.
    pub long: usize,
    /// Known not to be there, or called hard to find.
    pub missing: usize,
    /// Nobody was asked.
    pub unknown: usize,
}

/// The cells of the norm, each as one row. A cell always has a finder.
pub fn norm_rows(cells: &[Cell]) -> Vec<NormRow> {
    let row = |cell: &Cell| {
        let rungs = || cell.standings.iter().map(|it| it.rung);
        Some(NormRow { row: cell.row, best: rungs().min()?, worst: rungs().max()?, planned: cell.planned })
    };
    cells.iter().filter_map(row).collect()
}

impl CellTally {
    /// Counts rows. Cost: O(rows).
    pub fn of(rows: &[NormRow]) -> Self {
        let mut found = Self::default();
        for row in rows {
            *match row.worst {
                Rung::Confirmed | Rung::Direct => &mut found.direct,
                Rung::Grouped => &mut found.grouped,
                Rung::Bridged => &mut found.bridged,
                Rung::Claimed => &mut found.claimed,
                Rung::Long => &mut found.long,
                Rung::Missing => &mut found.missing,
                Rung::Unknown => &mut found.unknown,
            } += 1;
        }
        found
    }

    /// Rows of which both kinds are in view.
    pub fn all(&self) -> usize {
        let Self { direct, grouped, bridged, claimed, long, missing, unknown } = *self;
        direct + grouped + bridged + claimed + long + missing + unknown
    }
}
