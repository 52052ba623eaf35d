//! Limits for a measure that is no share of pairs: from what its null model draws at each size.

use super::{Funnelled, Limits, Plotted, funnelled};

/// Coalitions whose networks are drawn anew, at most: between their sizes the spread is interpolated.
pub const REFERENCES_MAX: usize = 9;

/// Standard deviations from the mean beyond which a normal distribution has `TAILS`.
const DEVIATIONS: [f64; 2] = [1.959_963_984_540_054, 3.090_232_306_167_813_5];

/// The spread that chance gives at one size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// Size.
    pub size: u64,
    /// Standard deviation of what was drawn, above 0.
    pub sd: f64,
}

/// References: of which coalitions are networks drawn, so that their sizes stand for all sizes?
///
/// Takes: the sizes. Gives: places of at most `REFERENCES_MAX` of them, the smallest and the largest among them, evenly through the
/// order of sizes; of coalitions of one size the first. Cost: O(n log n). Deterministic.
pub fn references(sizes: &[u64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by_key(|&place| (sizes[place], place));
    order.dedup_by_key(|place| sizes[*place]);
    let steps = order.len().min(REFERENCES_MAX).saturating_sub(1);
    match order.len() {
        0 => order,
        len => (0..=steps).map(|step| order[(len - 1) * step / steps.max(1)]).collect(),
    }
}

/// Standard deviation of numbers that were drawn; numbers that are not finite are left out. `None`: it is not above 0.
pub fn spread(drawn: &[f64]) -> Option<f64> {
    let finite = || drawn.iter().copied().filter(|number| number.is_finite());
    let count = finite().count();
    if count < 2 {
        return None;
    }
    let mean = finite().sum::<f64>() / count as f64;
    let squares: f64 = finite().map(|number| (number - mean).powi(2)).sum();
    let sd = (squares / (count - 1) as f64).sqrt();
    // Sums in another order differ in the last digits; that is no spread.
    (sd > 1e-12 * mean.abs().max(1.0)).then_some(sd)
}

/// Funnel of a measure that is no share of pairs.
///
/// Takes: coalitions whose size is their number of partners; the spread that the null model of the measure gives at some sizes, in
/// order of size; the least and the most the measure can be.
/// Gives: the centre, the mean of all values, each weighing as much as chance lets it say (1 / sd²); limits at the centre and 1.96
/// and 3.09 times the spread at that size, which is interpolated between the sizes that are known and stays the same beyond them;
/// where each coalition lies.
/// Undefined (nobody, or no spread at any size): `None`.
/// Caution: the limits are those of a normal distribution, and cut off where the measure ends.
/// Cost: O((sizes + coalitions) · spreads). Deterministic.
/// Source: D. Spiegelhalter, Stat. Med. 24, 1185–1202, 2005, doi:10.1002/sim.1970, with the spread of a null model as the precision.
/// Checked: in closed form for a spread that is the same everywhere and for two sizes; data/oracles (SciPy's normal quantiles).
pub fn spread_funnel(plotted: &[Plotted], spreads: &[Spread], range: Option<[f64; 2]>) -> Option<Funnelled> {
    if plotted.is_empty() || spreads.is_empty() {
        return None;
    }
    let weight = |it: &Plotted| sd_at(spreads, it.size).powi(-2);
    let centre = plotted.iter().map(|it| weight(it) * it.value).sum::<f64>() / plotted.iter().map(weight).sum::<f64>();
    let [least, most] = range.unwrap_or([f64::NEG_INFINITY, f64::INFINITY]);
    Some(funnelled(plotted, centre, |size| {
        let sd = sd_at(spreads, size);
        let [inner, outer] = DEVIATIONS.map(|times| [(centre - times * sd).max(least), (centre + times * sd).min(most)]);
        Limits { size, inner, outer }
    }))
}

/// The spread at a size, on a straight line between the two nearest.
fn sd_at(spreads: &[Spread], size: u64) -> f64 {
    let next = spreads.partition_point(|it| it.size < size);
    match (next.checked_sub(1).map(|before| spreads[before]), spreads.get(next)) {
        (Some(before), Some(after)) => {
            let share = (size - before.size) as f64 / (after.size - before.size) as f64;
            before.sd + share * (after.sd - before.sd)
        }
        (Some(only), None) => only.sd,
        (None, only) => only.map_or(f64::NAN, |only| only.sd),
    }
}
