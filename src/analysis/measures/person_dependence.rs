//! On how many pairs of persons does a line between organisations rest?

use super::answer::share;
use super::{Measure, Reason};

/// Lines between organisations, by how many pairs of persons are known to realise them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PersonLines {
    /// One pair.
    pub one: u64,
    /// More than one.
    pub more: u64,
    /// The persons are not known.
    pub unknown: u64,
}

impl PersonLines {
    /// Counts lines; takes for each the number of pairs of persons that are known.
    pub fn of(pairs_of_lines: impl IntoIterator<Item = usize>) -> Self {
        pairs_of_lines.into_iter().fold(Self::default(), |mut lines, pairs| {
            match pairs {
                0 => lines.unknown += 1,
                1 => lines.one += 1,
                _ => lines.more += 1,
            }
            lines
        })
    }
}

/// Person dependence: which part of the lines between organisations rests on one pair of persons?
///
/// Takes: lines at practice level, by the number of pairs of named persons behind them.
/// Gives: of the lines whose persons are known, the part with exactly one pair, 0 ..= 1; `low` when every other line has more than
/// one, `high` when every other line has one.
/// Undefined (no line of which the persons are known): `NoPersons`.
/// Cost: O(1). Deterministic. Source: a count; the question is K. G. Provan et al., Public Adm. Rev. 65, 603–613, 2005,
/// doi:10.1111/j.1540-6210.2005.00487.x (ties that rest on one person).
/// Checked: by hand; all ways in which the unknown lines of small networks can turn out.
pub fn person_dependence(lines: PersonLines) -> Measure {
    let PersonLines { one, more, unknown } = lines;
    let all = one + more + unknown;
    match (share(one, one + more), share(one, all), share(one + unknown, all)) {
        (Some(value), Some(low), Some(high)) => Measure::between(low, value, high),
        _ => Measure::absent(Reason::NoPersons),
    }
}
