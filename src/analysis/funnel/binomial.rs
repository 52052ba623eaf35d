//! Limits for a share of pairs: exact, from the binomial distribution.

use super::{Funnelled, Limits, Plotted, TAILS, funnelled};

/// A term this small, as a share of the largest, adds nothing to a sum of such terms.
const TERM_MIN: f64 = 1e-25;

/// Funnel of a share of pairs: density, cross density, short-line share, confirmed share.
///
/// Takes: coalitions whose size is the number of pairs of which the value is a share.
/// Gives: the centre, the share of all pairs together; exact binomial limits around it; where each coalition lies.
/// Undefined (nobody, or no pair at all): `None`. Sizes of 0 have the limits 0 and 1.
/// Caution: pairs of one network are not independent of each other, so that the true limits lie somewhat wider.
/// Cost: O(√size) a size that is told and a coalition. Deterministic.
/// Source: D. Spiegelhalter, Stat. Med. 24, 1185–1202, 2005, doi:10.1002/sim.1970.
/// Checked: data/oracles (SciPy); every number of pairs of a fair coin by hand.
pub fn share_funnel(plotted: &[Plotted]) -> Option<Funnelled> {
    let pairs: u64 = plotted.iter().map(|it| it.size).sum();
    if pairs == 0 {
        return None;
    }
    let centre = plotted.iter().map(|it| it.value * it.size as f64).sum::<f64>() / pairs as f64;
    Some(funnelled(plotted, centre, |size| {
        let [inner, outer] = TAILS.map(|tail| binomial_limits(size, centre, tail));
        Limits { size, inner, outer }
    }))
}

/// Binomial limits: between which shares of n pairs does chance stay, if each has a line with the same probability?
///
/// Takes: the number of pairs; that probability, 0 ..= 1; the chance that may lie beyond each limit.
/// Gives: the lower and the upper limit, 0 ..= 1: (r − α) / n, where r is the least count with P(R ≤ r) ≥ p and α the part of its
/// probability above p, so that limits move evenly with n instead of in jumps.
/// Undefined (no pairs): 0 and 1, everything. Cost: O(√n) terms. Deterministic.
/// Source: D. Spiegelhalter, Stat. Med. 24, 1185–1202, 2005, doi:10.1002/sim.1970, appendix A.1.1.
/// Checked: data/oracles (SciPy); a fair coin by hand.
pub fn binomial_limits(pairs: u64, probability: f64, tail: f64) -> [f64; 2] {
    if pairs == 0 {
        return [0.0, 1.0];
    }
    if probability <= 0.0 || probability >= 1.0 {
        return [probability.clamp(0.0, 1.0); 2];
    }
    let (first, terms) = terms(pairs, probability);
    let whole: f64 = terms.iter().sum();
    [tail, 1.0 - tail].map(|p| {
        let mut below = 0.0;
        for (place, term) in terms.iter().map(|term| term / whole).enumerate() {
            if below + term >= p || place + 1 == terms.len() {
                let above = (below + term - p) / term;
                return (((first + place as u64) as f64 - above) / pairs as f64).clamp(0.0, 1.0);
            }
            below += term;
        }
        1.0
    })
}

/// The probabilities of the counts that matter, as shares of the largest, and the first of these counts.
fn terms(pairs: u64, probability: f64) -> (u64, Vec<f64>) {
    let odds = probability / (1.0 - probability);
    let middle = (((pairs + 1) as f64 * probability) as u64).min(pairs);
    let mut down = Vec::new();
    let (mut count, mut term) = (middle, 1.0);
    while count > 0 && term > TERM_MIN {
        term *= count as f64 / ((pairs - count + 1) as f64 * odds);
        count -= 1;
        down.push(term);
    }
    let first = count;
    down.reverse();
    let mut terms = down;
    terms.push(1.0);
    let (mut count, mut term) = (middle, 1.0);
    while count < pairs && term > TERM_MIN {
        term *= (pairs - count) as f64 * odds / (count + 1) as f64;
        count += 1;
        terms.push(term);
    }
    (first, terms)
}
