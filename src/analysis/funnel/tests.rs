//! Funnels against SciPy's binomial distribution, closed forms, and what must hold for any.

use super::*;
use serde::Deserialize;

/// SciPy sums the tails of a distribution in another way.
const FILE_TOLERANCE: f64 = 2e-9;

#[derive(Deserialize)]
struct Goldens {
    deviations: [f64; 2],
    binomial: Vec<Binomial>,
}

#[derive(Deserialize)]
struct Binomial {
    pairs: u64,
    centre: f64,
    limits: [[f64; 2]; 2],
}

fn goldens() -> Goldens {
    serde_json::from_str(include_str!("../../../data/oracles/funnel.json")).unwrap()
}

fn exactly(size: u64, value: f64) -> Plotted {
    Plotted { size, value, low: value, high: value }
}

#[track_caller]
fn assert_near(found: f64, wanted: f64, at: &str) {
    assert!((found - wanted).abs() <= FILE_TOLERANCE, "{at}: {found} is not {wanted}");
}

#[test]
fn scipy_gives_the_same_limits() {
    let rows = goldens().binomial;
    assert_eq!(rows.len(), 84);
    for Binomial { pairs, centre, limits } in rows {
        for (tail, wanted) in TAILS.into_iter().zip(limits) {
            let found = binomial_limits(pairs, centre, tail);
            for (found, wanted) in found.into_iter().zip(wanted) {
                assert_near(found, wanted, &format!("{pairs} pairs around {centre}, {tail} beyond"));
            }
        }
    }
}

#[test]
fn a_fair_coin_thrown_twice_by_hand() {
    // ¼, ½, ¼: P(R ≤ 0) = 0.25 ≥ 0.1, of which 0.15 / 0.25 lies above; P(R ≤ 2) = 1 ≥ 0.9, of which 0.1 / 0.25.
    let [low, high] = binomial_limits(2, 0.5, 0.1);
    assert_near(low, 0.0, "cut off at 0: (0 − 0.6) / 2");
    assert_near(high, (2.0 - 0.4) / 2.0, "the upper limit");
}

#[test]
fn next_to_nothing_and_everything() {
    assert_eq!(binomial_limits(0, 0.3, 0.025), [0.0, 1.0]);
    assert_eq!(binomial_limits(9, 0.0, 0.025), [0.0, 0.0]);
    assert_eq!(binomial_limits(9, 1.0, 0.025), [1.0, 1.0]);
    assert_eq!(share_funnel(&[]), None);
    assert_eq!(share_funnel(&[exactly(0, 0.0)]), None);
    assert_eq!(spread_funnel(&[], &[Spread { size: 3, sd: 1.0 }], None), None);
    assert_eq!(spread_funnel(&[exactly(3, 0.5)], &[], None), None);
    assert_eq!((spread(&[]), spread(&[1.0]), spread(&[0.3; 9]), spread(&[f64::NAN, 1.0])), (None, None, None, None));
}

#[test]
fn the_centre_is_the_share_of_all_pairs_together() {
    let found = share_funnel(&[exactly(10, 0.5), exactly(90, 0.1), exactly(100, 0.2)]).unwrap();
    assert_near(found.centre, (5.0 + 9.0 + 20.0) / 200.0, "34 of 200 pairs");
    let sizes: Vec<u64> = found.limits.iter().map(|it| it.size).collect();
    assert!(sizes.is_sorted_by(|a, b| a < b) && sizes.len() <= 60);
    assert_eq!((sizes.first(), sizes.last()), (Some(&10), Some(&100)));
    for Limits { inner, outer, .. } in &found.limits {
        assert!(outer[0] <= inner[0] && inner[0] < found.centre && found.centre < inner[1] && inner[1] <= outer[1]);
    }
    let width = |limits: &Limits| limits.outer[1] - limits.outer[0];
    assert!(width(&found.limits[0]) > width(found.limits.last().unwrap()), "a small coalition differs more by chance alone");
}

#[test]
fn only_what_lies_beyond_with_both_its_bounds_lies_beyond() {
    let limits = Limits { size: 9, inner: [0.3, 0.6], outer: [0.2, 0.7] };
    let at = |low, high| Beyond::of(&Plotted { size: 9, value: low, low, high }, &limits);
    assert_eq!(at(0.5, 0.5), Beyond::Within);
    assert_eq!(at(0.25, 0.25), Beyond::Inner);
    assert_eq!(at(0.25, 0.35), Beyond::Within, "whoever was not asked may still bring it within");
    assert_eq!(at(0.1, 0.25), Beyond::Inner);
    assert_eq!(at(0.1, 0.1), Beyond::Outer);
    assert_eq!(at(0.71, 0.9), Beyond::Outer);
    for beyond in [Beyond::Within, Beyond::Inner, Beyond::Outer] {
        assert!(beyond.words().nl.contains("toeval bij deze grootte"));
    }
}

#[test]
fn the_same_spread_everywhere_gives_a_plain_mean_and_straight_limits() {
    let plotted = [exactly(10, 0.2), exactly(20, 0.4), exactly(40, 0.9)];
    let found = spread_funnel(&plotted, &[Spread { size: 20, sd: 0.1 }], Some([0.0, 0.6])).unwrap();
    assert_near(found.centre, 0.5, "the mean");
    let [inner, outer] = goldens().deviations;
    for Limits { inner: [low, high], outer: [lowest, highest], .. } in found.limits {
        assert_near(low, 0.5 - inner * 0.1, "inner");
        assert_near(lowest, 0.5 - outer * 0.1, "outer");
        assert_eq!((high, highest), (0.6, 0.6), "cut off where the measure ends");
    }
    assert_eq!(found.beyond, [Beyond::Inner, Beyond::Within, Beyond::Outer]);
}

#[test]
fn the_spread_lies_on_a_line_between_two_sizes() {
    let spreads = [Spread { size: 10, sd: 0.3 }, Spread { size: 30, sd: 0.1 }];
    let plotted = [exactly(10, 0.0), exactly(15, 0.0), exactly(30, 0.0), exactly(50, 1.0)];
    let found = spread_funnel(&plotted, &spreads, None).unwrap();
    let weights = [1.0 / 0.09, 1.0 / 0.0625, 100.0, 100.0];
    assert_near(found.centre, 100.0 / weights.iter().sum::<f64>(), "weighed by what chance lets each say");
    let sd = |place: usize| (found.limits[place].inner[1] - found.centre) / goldens().deviations[0];
    for (size, wanted) in [(10, 0.3), (15, 0.25), (20, 0.2), (30, 0.1), (50, 0.1)] {
        assert_near(sd(size - 10), wanted, &format!("at {size}"));
    }
}

#[test]
fn references_run_from_the_smallest_to_the_largest() {
    assert_eq!(references(&[]), Vec::<usize>::new());
    assert_eq!(references(&[7]), [0]);
    assert_eq!(references(&[9, 4, 9, 6]), [1, 3, 0]);
    let sizes: Vec<u64> = (0..350).map(|place| (place * 37) % 350).collect();
    let found = references(&sizes);
    let found: Vec<u64> = found.into_iter().map(|place| sizes[place]).collect();
    assert!(found.len() == REFERENCES_MAX && found.is_sorted(), "{found:?}");
    assert_eq!((found[0], found[8]), (0, 349));
}

#[test]
fn the_spread_of_a_few_numbers_by_hand() {
    // Deviations −1, 0, 1 of 2: variance 2 / 2.
    assert_near(spread(&[1.0, 2.0, f64::NAN, 3.0]).unwrap(), 1.0, "three numbers");
}
