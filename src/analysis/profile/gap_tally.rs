//! Findings by kind, and who says so. Kinds are never added up: one signature without a line weighs other than six questions.

use crate::analysis::gaps::{Certainty, Gap, GapKind};
use std::collections::BTreeMap;

/// Findings of one kind, by who says so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct GapTally {
    /// Both sides.
    pub both_say: usize,
    /// One side.
    pub one_says: usize,
    /// Only a source.
    pub source_says: usize,
    /// Nobody was asked.
    pub nobody_asked: usize,
}

/// Counts findings. What stands between two partners (`Gap::restricted`) is counted too: who tells it decides for whom.
/// Cost: O(findings · log kinds).
pub fn gap_tallies(gaps: &[Gap]) -> BTreeMap<GapKind, GapTally> {
    let mut found: BTreeMap<GapKind, GapTally> = BTreeMap::new();
    for gap in gaps {
        let tally = found.entry(gap.kind).or_default();
        *match gap.certainty {
            Certainty::Both => &mut tally.both_say,
            Certainty::One => &mut tally.one_says,
            Certainty::Source => &mut tally.source_says,
            Certainty::Nobody => &mut tally.nobody_asked,
        } += 1;
    }
    found
}
