//! Every two coalitions of a set compared, and why they are alike or not.

use super::*;

/// Least share of all that could be compared, by weight, for a distance between two coalitions.
pub const EVIDENCE_SHARE_MIN: f64 = 0.1;
/// Two ratios at most this far apart tell that two domains find each other alike in both coalitions.
pub const RATIO_ALIKE_MAX: f64 = 0.2;
/// Two ratios at least this far apart tell that they do so differently.
pub const RATIO_UNLIKE_MIN: f64 = 0.5;

/// One coalition as it is compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Features {
    /// Its kinds of partner.
    pub coverage: Coverage,
    /// How its domains have lines with each other.
    pub ratios: MixingRatios,
    /// The portrait of its network; absent where none is made.
    pub portrait: Option<Portrait>,
}

/// Two coalitions compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// How far apart, 0 ..= 1; absent: too little can be compared.
    pub distance: Option<f64>,
    /// Compared weight / all weight, 0 ..= 1.
    pub evidence: f64,
    /// Over the kinds of partner.
    pub coverage: Compared,
    /// Over the pairs of domains.
    pub mixing: Compared,
    /// Portrait divergence, 0 ..= 1; beside the distance and no part of it, only where sizes allow it.
    pub portrait: Option<f64>,
}

/// Likeness of two coalitions: how far are they apart in whom they have and who has lines with whom?
///
/// Takes: the features of both, over the same kinds; the weight of each kind.
/// Gives: one Gower coefficient over kinds (core 2, often 1) and pairs of domains (2 each) together, 0 ..= 1, and the share of all that
/// weight that could be compared. The portrait divergence stands beside it: portraits do not see domains.
/// Undefined: no distance where less than a tenth of the weight could be compared (five kinds that are expected everywhere, say).
/// Cost: O(kinds + entries of both portraits). Deterministic.
/// Source: as `coverage_distance`, `mixing_distance` and `portrait_divergence`.
/// Checked: closed forms; symmetric, 0 with itself, within bounds; data/oracles (NumPy, netrd).
pub fn likeness(one: &Features, other: &Features, weights: &[u32]) -> Likeness {
    let portrait = match (&one.portrait, &other.portrait) {
        (Some(a), Some(b)) if a.comparable(b) => portrait_divergence(a, b),
        _ => None,
    };
    Likeness { portrait, ..likeness_without_portrait(one, other, weights) }
}

/// The same without the portrait divergence, which is no part of the distance. Cost: O(kinds).
pub fn likeness_without_portrait(one: &Features, other: &Features, weights: &[u32]) -> Likeness {
    let coverage = coverage_distance(&one.coverage, &other.coverage, weights);
    let mixing = mixing_distance(&one.ratios, &other.ratios);
    let both = coverage.and(mixing);
    let all = weights.iter().sum::<u32>() + DOMAIN_PAIRS as u32 * DOMAIN_PAIR_WEIGHT;
    let evidence = f64::from(both.weight) / f64::from(all);
    let distance = if evidence >= EVIDENCE_SHARE_MIN { both.distance() } else { None };
    Likeness { distance, evidence, coverage, mixing, portrait: None }
}

/// Every two coalitions of a set: each pair once, row after row (first with second, first with third …), as SciPy's `pdist` has them.
#[derive(Debug, Clone, PartialEq)]
pub struct Likenesses {
    count: usize,
    pairs: Vec<Likeness>,
}

impl Likenesses {
    /// Compares every two; see `likeness`. Cost: O(n²) times that of one pair; the 61 075 pairs of 350 coalitions of some 30 partners take
    /// a twentieth of a second. Deterministic.
    pub fn of(features: &[Features], weights: &[u32]) -> Self {
        let count = features.len();
        let mut pairs = Vec::with_capacity(count * count.saturating_sub(1) / 2);
        for (place, one) in features.iter().enumerate() {
            pairs.extend(features[place + 1..].iter().map(|other| likeness(one, other, weights)));
        }
        Self { count, pairs }
    }
    /// Number of coalitions.
    pub fn count(&self) -> usize {
        self.count
    }
    /// Two of them, in either order; `None` for one with itself, or one that is not there.
    pub fn between(&self, a: usize, b: usize) -> Option<&Likeness> {
        let (a, b) = (a.min(b), a.max(b));
        if a == b || b >= self.count {
            return None;
        }
        // Rows before a have count − 1, count − 2 … entries.
        self.pairs.get(a * (2 * self.count - a - 1) / 2 + b - a - 1)
    }
    /// The others that can be compared with one, nearest first; those as near in order of place.
    pub fn nearest(&self, of: usize) -> Vec<usize> {
        let distance = |other: usize| self.between(of, other).and_then(|it| it.distance);
        let mut found: Vec<(f64, usize)> =
            (0..self.count).filter_map(|other| distance(other).map(|distance| (distance, other))).collect();
        found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        found.into_iter().map(|(_, other)| other).collect()
    }
}

/// Why two coalitions are alike, or not: places of kinds and of pairs of domains, most telling first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LikenessReasons {
    /// Kinds of which a partner takes part in both.
    pub both_have: Vec<usize>,
    /// Kinds of which both have a partner in view, and not in both one with a name that takes part.
    pub both_near: Vec<usize>,
    /// Kinds that neither has, as far as known of both: not there, or wanted.
    pub neither_has: Vec<usize>,
    /// Kinds that the first has in view, and of which is known that the other has not.
    pub first_has: Vec<usize>,
    /// The same, in the other only.
    pub other_has: Vec<usize>,
    /// Pairs of domains with about as many lines for their size.
    pub alike_pairs: Vec<usize>,
    /// Pairs of domains with clearly more lines in the first.
    pub first_more: Vec<usize>,
    /// The same, in the other.
    pub other_more: Vec<usize>,
}

/// Likeness reasons: in which kinds and domains are two coalitions alike, and in which not?
///
/// Takes: the features of both, over the same kinds; the weight of each kind.
/// Gives: what went into the distance, sorted into what is shared and what differs, heaviest kinds first.
/// Undefined: never; what is unknown in either is in no list. Cost: O(kinds). Deterministic.
/// Source: the product's own rules over `coverage_distance` and `mixing_distance`.
/// Checked: closed forms; the reasons of the swapped pair are the swapped reasons.
pub fn likeness_reasons(one: &Features, other: &Features, weights: &[u32]) -> LikenessReasons {
    let mut reasons = LikenessReasons::default();
    let mut kinds: Vec<usize> = (0..weights.len()).filter(|&kind| weights[kind] > 0).collect();
    kinds.sort_by_key(|&kind| std::cmp::Reverse(weights[kind]));
    for kind in kinds {
        let (Some(a), Some(b)) = (one.coverage.state(kind), other.coverage.state(kind)) else { continue };
        let list = match (a >= KindState::Near, b >= KindState::Near) {
            (true, true) if a == KindState::TakesPart && b == KindState::TakesPart => &mut reasons.both_have,
            (true, true) => &mut reasons.both_near,
            (true, false) => &mut reasons.first_has,
            (false, true) => &mut reasons.other_has,
            (false, false) => &mut reasons.neither_has,
        };
        list.push(kind);
    }
    for pair in 0..DOMAIN_PAIRS {
        let (Some(a), Some(b)) = (one.ratios.ratio(pair), other.ratios.ratio(pair)) else { continue };
        if (a - b).abs() <= RATIO_ALIKE_MAX {
            reasons.alike_pairs.push(pair);
        } else if a - b >= RATIO_UNLIKE_MIN {
            reasons.first_more.push(pair);
        } else if b - a >= RATIO_UNLIKE_MIN {
            reasons.other_more.push(pair);
        }
    }
    reasons
}
