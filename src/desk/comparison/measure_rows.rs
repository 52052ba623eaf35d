//! Measures of coalitions beside each other, each with its bounds, and without who leads.

use super::answer::*;
use super::kept::KeptProfile;
use super::measure_words::{Asks, Compared, MEASURES};
use super::{rankable, suppressed};
use crate::analysis::measures::{Caution, Measure, Reason};
use std::sync::Arc;

/// One row a measure.
pub fn rows(found: &[Arc<KeptProfile>]) -> Vec<MeasureRow> {
    let row = |compared: &Compared| {
        let cells: Vec<MeasureCell> = found.iter().map(|it| cell(compared, it)).collect();
        let inexact: Vec<bool> = found.iter().map(|it| of_unknown_pairs(compared, it)).collect();
        MeasureRow {
            name: compared.name.to_owned(),
            words: compared.words(),
            help: compared.help(),
            unit: compared.unit(),
            range: compared.range,
            rankable: rankable::rankable(&compared.words(), &cells, &inexact, found),
            cells,
        }
    };
    MEASURES.iter().map(row).collect()
}

/// The same of one coalition.
pub fn cell(compared: &Compared, kept: &KeptProfile) -> MeasureCell {
    let absent = Measure { reason: Some(Reason::NoMembers), ..Measure::default() };
    let measure = kept.profile.measures.get(compared.name).copied().unwrap_or(absent);
    if let Some(why) = suppressed::suppressed(compared, &measure, kept) {
        return MeasureCell { suppressed: Some(why), ..MeasureCell::default() };
    }
    MeasureCell {
        value: measure.value,
        low: measure.low,
        high: measure.high,
        expected: measure.expected,
        z: measure.z,
        p: measure.p,
        baseline: measure.baseline,
        baseline_reason: measure.baseline_reason,
        chance_suppressed: suppressed::chance_suppressed(&measure),
        estimate: measure.estimate,
        caution: measure.caution.map(Caution::words),
        suppressed: None,
        without_leader: without_leader(compared, kept),
    }
}

/// Is the number told without exact bounds, while of some pairs nothing is known?
fn of_unknown_pairs(compared: &Compared, kept: &KeptProfile) -> bool {
    let measure = kept.profile.measures.get(compared.name);
    measure.is_some_and(|it| it.caution == Some(Caution::UnknownPairs) && (it.low.is_none() || it.high.is_none()))
}

fn without_leader(compared: &Compared, kept: &KeptProfile) -> Option<WithoutLeaderCell> {
    // People of those who remain are another number of people: fewer, and beside the whole their difference.
    if compared.asks == Asks::People && !kept.column.protection.tells_all() {
        return None;
    }
    let after = kept.profile.without_leader.get(compared.name)?;
    let before = kept.profile.with_leader.get(compared.name).and_then(|it| it.value);
    let leader = kept.column.leader.clone()?;
    // With the leader a side may just be large enough, and without no more.
    let small = compared.asks == Asks::Sides && after.caution == Some(Caution::SmallSide);
    let remaining = (kept.profile.input.graph.nodes() as u64).saturating_sub(1);
    let few = compared.asks == Asks::Partners && remaining < suppressed::PARTNERS_MIN;
    let value = after.value.filter(|_| !small && !few);
    let before = before.filter(|_| value.is_some());
    let reason = match value {
        Some(_) => None,
        None if small => Some(suppressed::small_side().words),
        None if few => Some(suppressed::too_few().words),
        None => after.reason.map(Reason::words),
    };
    let change = value.zip(before).map(|(after, before)| after - before);
    Some(WithoutLeaderCell { value, before, change, leader, reason })
}
