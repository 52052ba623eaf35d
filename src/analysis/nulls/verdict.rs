//! One number against what chance drew.

/// Largest p that is worth saying; a test that cannot reach it says nothing.
pub const P_WORTH_SAYING: f64 = 0.05;
/// Two deviations this close, as a share of the largest, count as the same: sums in another order differ in the last digits.
const SAME_SHARE: f64 = 1e-9;
/// A spread below this is none: the numbers held against chance are counts of lines, or shares of them.
const SPREAD_MIN: f64 = 1e-12;

/// How the numbers were drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawn {
    /// How many.
    pub draws: u64,
    /// Is that every possibility once, the observed one among them?
    pub exact: bool,
}

/// How far a number is from what chance gives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Verdict {
    /// Mean of what chance gives.
    pub mean: f64,
    /// Its standard deviation, above 0.
    pub sd: f64,
    /// (observed − mean) / sd.
    pub z: f64,
    /// Two-sided: the share of draws at least as far from the mean as the observed number.
    pub p: f64,
}

/// Why there is no verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoVerdict {
    /// Nothing was drawn that has a number.
    Nothing,
    /// Every draw gives the same number.
    NoSpread,
    /// Even the most extreme outcome would not reach `P_WORTH_SAYING`.
    OutOfReach,
}

/// Verdict: is the number further from the mean than chance would have it?
///
/// Takes: the number; what was drawn (numbers that are not finite, of draws where the measure is undefined, are left out); whether
/// that is every possibility.
/// Gives: mean, sd (÷ draws when exact, ÷ (draws − 1) when sampled), z, and p two-sided by |x − mean|: the exact share, or
/// (b + 1) / (R + 1) with b of R draws at least as far.
/// Undefined: see `NoVerdict`. Cost: O(draws). Deterministic.
/// Source: B. Phipson & G. Smyth, Stat. Appl. Genet. Mol. Biol. 9, 39, 2010, doi:10.2202/1544-6115.1585.
/// Checked: by hand; the worked example; data/oracles (enumeration in Python).
pub fn verdict(observed: f64, drawn: impl Iterator<Item = f64> + Clone, exact: bool) -> Result<Verdict, NoVerdict> {
    let drawn = drawn.filter(|number| number.is_finite());
    let (count, sum) = drawn.clone().fold((0u64, 0.0), |(count, sum), number| (count + 1, sum + number));
    if count == 0 || !observed.is_finite() {
        return Err(NoVerdict::Nothing);
    }
    let mean = sum / count as f64;
    let far = |number: f64| (number - mean).abs();
    let (widest, squares) = drawn.clone().fold((0f64, 0.0), |(widest, squares), number| {
        let deviation = far(number);
        (widest.max(deviation), squares + deviation * deviation)
    });
    if widest <= SPREAD_MIN.max(SAME_SHARE * mean.abs()) || (!exact && count < 2) {
        return Err(NoVerdict::NoSpread);
    }
    let widest = widest.max(far(observed));
    let same = SAME_SHARE * widest;
    let share = |limit: f64| {
        let beyond = drawn.clone().filter(|&number| far(number) >= limit - same).count() as f64;
        if exact { beyond / count as f64 } else { (beyond + 1.0) / (count as f64 + 1.0) }
    };
    if share(widest) > P_WORTH_SAYING {
        return Err(NoVerdict::OutOfReach);
    }
    let sd = (squares / (if exact { count } else { count - 1 }) as f64).sqrt();
    Ok(Verdict { mean, sd, z: (observed - mean) / sd, p: share(far(observed)) })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails there")]
mod tests {
    use super::*;

    #[test]
    fn one_die_by_hand() {
        // 1 ..= 100, each once: mean 50.5, variance (100² − 1)/12; 100 and 1 lie furthest.
        let all = || (1..=100).map(f64::from);
        let found = verdict(100.0, all(), true).unwrap();
        let sd = (9999f64 / 12.0).sqrt();
        assert_eq!((found.mean, found.p), (50.5, 0.02));
        assert!((found.sd - sd).abs() < 1e-12 && (found.z - 49.5 / sd).abs() < 1e-12);
        let sampled = verdict(100.0, all(), false).unwrap();
        assert!((sampled.sd - (9999f64 / 12.0 * 100.0 / 99.0).sqrt()).abs() < 1e-12);
        assert_eq!(sampled.p, 3.0 / 101.0);
        assert_eq!(verdict(1000.0, all(), false).unwrap().p, 1.0 / 101.0, "never 0");
        assert_eq!(verdict(50.0, all(), true).unwrap().p, 1.0);
    }

    #[test]
    fn what_says_nothing_says_why() {
        assert_eq!(verdict(1.0, [].into_iter(), true), Err(NoVerdict::Nothing));
        assert_eq!(verdict(1.0, [f64::NAN].into_iter(), true), Err(NoVerdict::Nothing));
        assert_eq!(verdict(3.0, [3.0, 3.0].into_iter(), true), Err(NoVerdict::NoSpread));
        assert_eq!(verdict(0.0, [0.0, 0.0].into_iter(), false), Err(NoVerdict::NoSpread));
        let rounding = (0..40).map(|draw| if draw == 0 { 0.1 + 0.2 - 0.3 } else { 0.0 });
        assert_eq!(verdict(0.0, rounding, true), Err(NoVerdict::NoSpread));
        assert_eq!(verdict(1.0, [0.0, 1.0].into_iter(), true), Err(NoVerdict::OutOfReach));
        // 19 of 20 alike, one apart: it lies furthest, with p = 0.05.
        let rare = (0..20).map(|draw| f64::from(u8::from(draw == 0)));
        assert_eq!(verdict(1.0, rare.clone(), true).map(|found| found.p), Ok(0.05));
        assert_eq!(verdict(0.0, rare, true).map(|found| found.p), Ok(1.0));
    }
}
