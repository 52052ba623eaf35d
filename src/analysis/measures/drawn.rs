//! What chance gives of one measure, number by number.
//!
//! Why: a funnel needs how far a measure spreads by chance at a size, and no verdict about any coalition.
//! Never: another null model than the one that the measure is held against.

use super::centralisation::centralisation_of_degrees;
use super::lots::{Lot, Lots, Progress};
use super::rewiring::Rewiring;
use super::*;
use crate::analysis::nulls::{KeepGoing, random_links};

/// The null model that a measure is held against, by its name in the API; `None`: it is held against none.
pub fn null_of(name: &str) -> Option<Null> {
    match name {
        "eIIndex" | "eIIndexThreeGroups" | "eIIndexSides" | "assortativity" | "domainModularity" | "crossDensity"
        | "domainGapRatio" => Some(Null::Labels),
        "degreeCentralisation" => Some(Null::RandomLinks),
        name if Rewiring::NAMES.contains(&name) => Some(Null::Rewired),
        _ => None,
    }
}

/// Drawn: what does chance give of this measure, in this network?
///
/// Takes: the input; the name of the measure; how chance is drawn; whom to ask whether to go on.
/// Gives: the measure itself (not the surplus that `baselines` holds) under every labelling or in every network drawn, NaN where it
/// is undefined; nothing for a measure that is held against no null model. `None` if the caller stops it.
/// Cost: that part of `baselines`. Deterministic by the seed. Source: as `baselines`.
/// Checked: mean and spread against `baselines`, where nothing is unknown.
pub fn drawn(input: &Input, name: &str, chance: &Chance, keep_going: KeepGoing<'_>) -> Option<Vec<f64>> {
    match null_of(name) {
        None => Some(Vec::new()),
        Some(Null::Labels) => relabelled(input, name, chance, keep_going),
        Some(Null::RandomLinks) => {
            let draws = chance.label_draws;
            random_links(&input.graph, &input.unknown, draws, chance.seed, keep_going, centralisation_of_degrees)
        }
        Some(Null::Rewired) => {
            let wanted = Rewiring::NAMES.map(|it| it == name);
            let mut progress = Progress::of(Rewiring::NAMES.len() as u64 * u64::from(chance.rewire_draws), keep_going);
            let found = Rewiring::of(input, wanted).drawn(chance, &mut progress)?;
            Some(found.into_iter().flatten().collect())
        }
    }
}

fn relabelled(input: &Input, name: &str, chance: &Chance, keep_going: KeepGoing<'_>) -> Option<Vec<f64>> {
    let lots = Lots::of(input);
    let (lot, measure): (&Lot, fn(&Mixing) -> Measure) = match name {
        "eIIndexThreeGroups" => (&lots.three, e_i_index),
        // Among the two sides alone every pair is across or inside.
        "eIIndexSides" => (&lots.two, e_i_index),
        "crossDensity" => (&lots.three, |mixing| cross_density(&SideMixing::over(mixing))),
        "domainGapRatio" => (&lots.three, |mixing| domain_gap_ratio(&SideMixing::over(mixing))),
        "assortativity" => (&lots.domains, assortativity),
        "domainModularity" => (&lots.domains, domain_modularity),
        _ => (&lots.domains, e_i_index),
    };
    let mut progress = Progress::of(lot.wanted(chance), keep_going);
    let statistic = |mixing: &Mixing, row: &mut Vec<f64>| row.push(measure(mixing).value.unwrap_or(f64::NAN));
    Some(lot.deal(None, chance, &mut progress, statistic)?.into_drawn())
}
