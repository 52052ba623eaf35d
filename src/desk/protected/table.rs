//! A table of counts of people in which no small one can be read or worked out.

use super::cycles::{Arc, Arcs, Bounds};
use super::{Shown, Zero};

/// Counts of people in rows and columns, and which sums stand beside them. All rows are as long as the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// The counts, row by row.
    pub cells: Vec<Vec<usize>>,
    /// Does the sum of each row stand beside it?
    pub row_sums: bool,
    /// Does the sum of each column stand under it? With the sums of rows the sum of all stands there too.
    pub column_sums: bool,
    /// What a 0 tells.
    pub zero: Zero,
}

/// The same table as it may be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protected {
    /// The counts, row by row.
    pub cells: Vec<Vec<Shown>>,
    /// Sums of the rows; empty where none stand there.
    pub row_sums: Vec<Shown>,
    /// Sums of the columns; empty where none stand there.
    pub column_sums: Vec<Shown>,
    /// The sum of all, where both sums stand there.
    pub all: Option<Shown>,
}

/// One count by itself. With a limit of 2 a 0 is no number that may be told: "fewer than 2" beside it would be 1.
pub(super) fn alone(number: usize, min: usize, zero: Zero) -> Shown {
    match number {
        0 if zero == Zero::Harmless && min != 2 => Shown::Exact(0),
        _ if number < min => Shown::FewerThan(min),
        _ => Shown::Exact(number),
    }
}

/// The table without any number.
pub(super) fn withheld(counts: &Counts) -> Protected {
    let rows = counts.cells.iter().map(|row| vec![Shown::Withheld; row.len()]).collect::<Vec<_>>();
    let columns = counts.cells.first().map_or(0, Vec::len);
    Protected {
        row_sums: vec![Shown::Withheld; if counts.row_sums { rows.len() } else { 0 }],
        column_sums: vec![Shown::Withheld; if counts.column_sums { columns } else { 0 }],
        all: (counts.row_sums && counts.column_sums).then_some(Shown::Withheld),
        cells: rows,
    }
}

/// Which numbers of this table may be told?
///
/// Takes: counts and sums; `min`, the fewest people of whom a number is told (0 or 1: all are).
/// Gives: each small number as "fewer than", and as few others as a greedy choice finds withheld, so that whoever reads all that is
/// told, and knows what the marks mean ("fewer than 5" of 1 to 4, or 0 to 4 where a 0 is small too; "not shown" of 5 and more), still
/// finds two possible numbers at least behind every mark, sums included. Where no choice does, nothing is told.
/// Method: a table with its sums is a circulation (rows to columns, back over the sums), and all its corners are whole numbers, so that
/// a cell can be another number exactly when a cycle of changeable cells runs through it. A cell with no such cycle gets the cheapest
/// one, by the people whose number is lost. Not the fewest cells that could be: that is NP-hard.
/// Cost: O(suppressed · cells · (rows + columns)²) in the worst case; deterministic.
/// Source: J. P. Kelly, B. L. Golden & A. A. Assad, Networks 22, 397–417, 1992, doi:10.1002/net.3230220407 (cell suppression by cycles
/// in a network); Hundepool et al. 2012, ch. 4.
/// Checked: every table that fits what is told, enumerated for random tables by a small solver of its own.
pub fn protect(counts: &Counts, min: usize) -> Protected {
    let rows = counts.cells.len();
    let columns = counts.cells.first().map_or(0, Vec::len);
    let zero = if min == 2 { Zero::Telling } else { counts.zero };
    let mark = |number: usize| if min > 1 { alone(number, min, zero) } else { Shown::Exact(number) };
    let (row_nodes, column_nodes, before, behind) = (0, rows, rows + columns, rows + columns + 1);
    let mut arcs = Vec::new();
    let mut add = |from, to, number, told: bool| arcs.push(Arc { from, to, number, shown: told.then(|| mark(number)) });
    for (row, cells) in counts.cells.iter().enumerate() {
        cells.iter().enumerate().for_each(|(column, &number)| add(row_nodes + row, column_nodes + column, number, true));
    }
    for (row, cells) in counts.cells.iter().enumerate() {
        add(before, row_nodes + row, cells.iter().sum(), counts.row_sums);
    }
    for column in 0..columns {
        let sum = counts.cells.iter().map(|cells| cells[column]).sum();
        add(column_nodes + column, behind, sum, counts.column_sums);
    }
    let all = counts.cells.iter().flatten().sum();
    add(behind, before, all, counts.row_sums && counts.column_sums);
    let mut arcs = Arcs { arcs, nodes: rows + columns + 2, bounds: Bounds { min, zero } };
    if !arcs.hide() {
        return withheld(counts);
    }
    let mut told = arcs.arcs.iter().map(|arc| arc.shown);
    let mut take = |number: usize| told.by_ref().take(number).flatten().collect::<Vec<_>>();
    Protected {
        cells: (0..rows).map(|_| take(columns)).collect(),
        row_sums: take(rows),
        column_sums: take(columns),
        all: take(1).pop(),
    }
}
