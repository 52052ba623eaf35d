//! Is a line of one kind, or of several?

use super::answer::share;
use super::{Measure, Reason};

/// Multiplexity: which part of the lines is of more than one kind (they know each other, and refer, and consult)?
///
/// Takes: for each line the number of kinds that are named of it.
/// Gives: lines of two kinds or more / lines, 0 ..= 1.
/// Undefined (no line): `NoLines`.
/// Cost: O(m). Deterministic.
/// Source: L. M. Verbrugge, Soc. Forces 57, 1286–1309, 1979, doi:10.2307/2577271.
/// Checked: by hand; a line of one kind more never lowers it.
pub fn multiplexity(kinds_of_lines: impl IntoIterator<Item = usize>) -> Measure {
    let (mut several, mut all) = (0, 0);
    for kinds in kinds_of_lines {
        all += 1;
        several += u64::from(kinds > 1);
    }
    share(several, all).map_or(Measure::absent(Reason::NoLines), Measure::exact)
}
