//! One measure of every coalition against size, with what chance gives at each size.
//!
//! Never: a point for a number that is not shown, an order, a word of good or bad.

use super::answer::*;
use super::kept::KeptProfile;
use super::measure_rows;
use super::measure_words::{Compared, MEASURES};
use crate::analysis::effort::{Cancelled, Effort};
use crate::analysis::funnel::*;
use crate::analysis::measures::{Chance, Null, RESPONSE_SHARE_MIN, null_of};
use crate::analysis::profile::Profile;
use crate::desk::words::*;
use crate::model::*;
use std::sync::Arc;

/// Measures that are a share of pairs, so that their limits are exact.
const SHARES_OF_PAIRS: [&str; 4] = ["density", "crossDensity", "shortLineShare", "confirmedShare"];

/// The measures that can be held against size: shares of pairs, and those with a null model.
pub fn names() -> impl Iterator<Item = &'static str> {
    super::measure_words::names().filter(|name| SHARES_OF_PAIRS.contains(name) || null_of(name).is_some())
}

/// The funnel of a measure; `None`: it has none. Takes how chance is drawn where the limits are not exact.
///
/// Errors: it was cancelled. Cost: that of `share_funnel`; or of `drawn` for at most `REFERENCES_MAX` coalitions, which is kept, and of
/// `spread_funnel`.
pub fn funnel(name: &str, found: &[Arc<KeptProfile>], chance: &Chance, effort: &Effort<'_>) -> Result<Option<Funnel>, Cancelled> {
    let Some(compared) = MEASURES.iter().find(|it| it.name == name).filter(|it| names().any(|name| name == it.name)) else {
        return Ok(None);
    };
    let share = SHARES_OF_PAIRS.contains(&name);
    let mut points: Vec<FunnelPoint> = found.iter().map(|it| point(compared, it, share)).collect();
    let shown: Vec<usize> = (0..points.len()).filter(|&place| points[place].value.is_some()).collect();
    // Unknown pairs count as pairs without a line; where most are unknown, that would move the middle for everybody.
    let known = |place: usize| found[place].profile.measures.get("knownPairShare").and_then(|it| it.value);
    let sure: Vec<usize> =
        shown.iter().copied().filter(|&place| known(place).is_some_and(|share| share >= RESPONSE_SHARE_MIN)).collect();
    let plotted: Vec<Plotted> = sure.iter().filter_map(|&place| plotted(&points[place])).collect();
    let (funnelled, method) = if share {
        (share_funnel(&plotted), exact_words())
    } else {
        let sizes: Vec<u64> = plotted.iter().map(|it| it.size).collect();
        let mut spreads = Vec::new();
        for place in references(&sizes) {
            let sd = found[sure[place]].spread(name, chance, effort)?;
            spreads.extend(sd.map(|sd| Spread { size: sizes[place], sd }));
        }
        let null = null_of(name).unwrap_or(Null::Labels);
        (spread_funnel(&plotted, &spreads, compared.range), drawn_words(null, chance, spreads.len()))
    };
    let limits = funnelled.as_ref().map_or_else(Vec::new, |it| it.limits.iter().map(|limits| limit(it.centre, limits)).collect());
    for (&place, beyond) in sure.iter().zip(funnelled.iter().flat_map(|it| &it.beyond)) {
        points[place].beyond = Some(*beyond);
        points[place].words = Some(beyond.words());
    }
    Ok(Some(Funnel {
        measure: name.to_owned(),
        words: compared.words(),
        size_words: if share { words("aantal paren", "number of pairs") } else { words("aantal partners", "number of partners") },
        left_out: points.len() - shown.len(),
        points,
        limits,
        method,
        seed: (!share).then_some(chance.seed),
    }))
}

fn point(compared: &Compared, kept: &KeptProfile, share: bool) -> FunnelPoint {
    let MeasureCell { value, low, high, suppressed, .. } = measure_rows::cell(compared, kept);
    let profile = &kept.profile;
    let size = if share { pairs(compared.name, profile) } else { profile.input.graph.nodes() as u64 };
    FunnelPoint { coalition: profile.coalition.clone(), size, value, low, high, suppressed, beyond: None, words: None }
}

/// Of how many pairs the value is a share.
fn pairs(name: &str, profile: &Profile) -> u64 {
    let side = |side: Side| profile.input.sides.iter().filter(|of| **of == Some(side)).count() as u64;
    match name {
        "density" => profile.input.graph.possible(),
        "confirmedShare" => profile.named_pairs,
        _ => side(Side::Medical) * side(Side::Social),
    }
}

fn plotted(point: &FunnelPoint) -> Option<Plotted> {
    let value = point.value?;
    Some(Plotted { size: point.size, value, low: point.low.unwrap_or(value), high: point.high.unwrap_or(value) })
}

fn limit(centre: f64, limits: &Limits) -> FunnelLimit {
    let Limits { size, inner: [low95, high95], outer: [low998, high998] } = *limits;
    FunnelLimit { size, centre, low95, high95, low998, high998 }
}

fn exact_words() -> Words {
    words(
        "Het midden is het aandeel van alle paren samen, van coalities waar minstens 60 van de 100 paren bekend zijn. De grenzen zijn de exacte binomiale grenzen daaromheen bij elk aantal paren: \
         toeval blijft er 95 van de 100 en 998 van de 1000 keer binnen. Paren van één netwerk hangen met elkaar samen; daardoor liggen de \
         grenzen eigenlijk iets verder uit elkaar. Spiegelhalter 2005, doi:10.1002/sim.1970.",
        "The centre is the share of all pairs together, of coalitions in which at least 60 in 100 pairs are known. The limits are the exact binomial limits around it at each number of pairs: \
         chance stays within them 95 in 100 and 998 in 1000 times. Pairs of one network depend on each other, so that the limits \
         really lie somewhat further apart. Spiegelhalter 2005, doi:10.1002/sim.1970.",
    )
}

fn drawn_words(null: Null, chance: &Chance, references: usize) -> Words {
    let draws = if null == Null::Rewired { chance.rewire_draws } else { chance.label_draws };
    let (seed, how) = (chance.seed, null.words());
    words(
        format!(
            "Het midden is het gemiddelde van coalities waar minstens 60 van de 100 paren bekend zijn, waarin een coalitie meetelt naarmate toeval haar getal minder verschuift. De grenzen liggen \
             daar 1,96 en 3,09 maal de spreiding vandaan die toeval bij deze grootte geeft: {draws} trekkingen, begin {seed}, bij \
             {references} van deze coalities, en daartussen op een rechte lijn. {} Spiegelhalter 2005, doi:10.1002/sim.1970.",
            how.nl
        ),
        format!(
            "The centre is the mean of coalitions in which at least 60 in 100 pairs are known, in which a coalition counts for more where chance moves its number less. The limits lie 1.96 and \
             3.09 times the spread away from it that chance gives at this size: {draws} draws, seed {seed}, in {references} of these \
             coalitions, and between them on a straight line. {} Spiegelhalter 2005, doi:10.1002/sim.1970.",
            how.en
        ),
    )
}
