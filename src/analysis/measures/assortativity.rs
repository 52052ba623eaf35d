//! Assortativity by domain, and the modularity of the split into domains.

use super::{Caution, Measure, Mixing, Reason};

/// Assortativity: do partners have lines with their own domain more than degrees alone would give?
///
/// Takes: undirected, unweighted; the mixing matrix of the domains.
/// Gives: r = (Tr e − Σ a²) / (1 − Σ a²), −1 ..= 1, 0 at random, 1 when every line stays within its domain.
/// Undefined: no lines (`NoLines`); all lines within one domain (`OneDomain`).
/// Caution: it has no exact bounds under unknown pairs.
/// Cost: O(g²) for g groups, in whole numbers up to the last division. Deterministic.
/// Source: M. Newman, Phys. Rev. E 67, 026126, 2003, doi:10.1103/PhysRevE.67.026126.
/// Checked: the worked example; two cliques with a bridge in closed form; data/oracles (NetworkX).
pub fn assortativity(mixing: &Mixing) -> Measure {
    let Some(Split { inward, degrees, whole }) = split(mixing) else { return Measure::absent(Reason::NoLines) };
    if degrees == whole {
        return Measure::absent(Reason::OneDomain);
    }
    let r = (inward - degrees) as f64 / (whole - degrees) as f64;
    Measure::of(r, Reason::OneDomain).but(mixing.all().unknown > 0, Caution::UnknownPairs)
}

/// Modularity of the domains: how much more do lines stay within domains than degrees alone would give?
///
/// Takes: undirected, unweighted; the mixing matrix of the domains.
/// Gives: Q = Tr e − Σ a², −½ ..= 1.
/// Undefined (no lines): `NoLines`. Caution: it has no exact bounds under unknown pairs.
/// Cost: O(g²) for g groups. Deterministic.
/// Source: M. Newman & M. Girvan, Phys. Rev. E 69, 026113, 2004, doi:10.1103/PhysRevE.69.026113.
/// Checked: the worked example; two cliques with a bridge in closed form; data/oracles (NetworkX).
pub fn domain_modularity(mixing: &Mixing) -> Measure {
    let Some(Split { inward, degrees, whole }) = split(mixing) else { return Measure::absent(Reason::NoLines) };
    Measure::of((inward - degrees) as f64 / whole as f64, Reason::NoLines).but(mixing.all().unknown > 0, Caution::UnknownPairs)
}

/// Tr e, Σ a² and 1, each times (2m)², so that they are whole numbers.
struct Split {
    inward: i128,
    degrees: i128,
    whole: i128,
}

// Newman's letters: e the shares of arc ends per pair of groups, a its row sums (the share of degrees in a group).
fn split(mixing: &Mixing) -> Option<Split> {
    let ends = 2 * i128::from(mixing.all().ties);
    let inward = 2 * i128::from(mixing.within().ties) * ends;
    let degrees = (0..mixing.groups()).map(|group| i128::from(mixing.degrees(group)).pow(2)).sum();
    (ends > 0).then_some(Split { inward, degrees, whole: ends * ends })
}
