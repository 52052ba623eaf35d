//! Small cases of which the answer follows by hand.

use super::*;
use crate::network::PairBits;
use Domain::{Medical, Social};

#[test]
fn kinds_are_compared_by_steps_and_weight_and_silence_is_left_out() {
    let weights = [2, 2, 1, 1, 0];
    // Core: 0 of 3 steps and 2 of 3; often: unknown on one side, and 3 of 3; optional does not weigh.
    let found = coverage_distance(&coverage("tt?tt"), &coverage("twtaa"), &weights);
    assert_eq!((found.weight, found.features), (5, 3));
    near(found.distance().unwrap(), (0.0 + 2.0 * (2.0 / 3.0) + 1.0) / 5.0);
    assert_eq!(coverage_distance(&coverage("t?"), &coverage("?t"), &[2, 2]).distance(), None, "silence makes nobody alike");
    assert_eq!(coverage_distance(&coverage(""), &coverage(""), &[]).distance(), None);
    let [none, wanted, near_by, all] = ["a", "w", "n", "t"].map(coverage);
    for (a, b, wanted) in
        [(&none, &all, 1.0), (&none, &wanted, 1.0 / 3.0), (&wanted, &near_by, 1.0 / 3.0), (&near_by, &all, 1.0 / 3.0)]
    {
        near(coverage_distance(a, b, &[1]).distance().unwrap(), wanted);
    }
}

#[test]
fn a_ratio_is_minus_one_without_lines_zero_by_chance_and_a_third_for_twice_as_many() {
    let domains = [Medical, Medical, Medical, Social, Social, Social];
    let within = [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5)];
    let found = ratios(&domains, &within, &Unknown::Nothing);
    let at = |a, b| found.ratio(domain_pairs().position(|it| it == (a, b)).unwrap());
    near(at(0, 1).unwrap(), -1.0);
    // Six lines over fifteen pairs: 1.2 expected within a domain, where there are three.
    near(at(0, 0).unwrap(), (3.0 - 1.2) / (3.0 + 1.2));
    assert_eq!(at(0, 2), None, "nobody of the informal domain");
    let everybody: Vec<(u32, u32)> = complete(6).pairs().collect();
    let found = ratios(&domains, &everybody, &Unknown::Nothing);
    assert_eq!((0..DOMAIN_PAIRS).filter_map(|pair| found.ratio(pair)).count(), 0, "no pair is known to have none");
}

#[test]
fn a_ratio_of_few_partners_or_of_pairs_that_nobody_was_asked_about_is_no_number() {
    let two = [Medical, Medical, Social, Social, Social];
    let found = ratios(&two, &[(0, 1), (2, 3)], &Unknown::Nothing);
    let told: Vec<usize> = (0..DOMAIN_PAIRS).filter(|&pair| found.ratio(pair).is_some()).collect();
    let social = domain_pairs().position(|it| it == (1, 1)).unwrap();
    assert_eq!(told, [social], "two medical partners are too few");
    let three = [Medical, Medical, Medical, Social, Social, Social];
    let mut bits = PairBits::new(6);
    // Four of nine pairs between the domains are unknown: 5/9 is less than 60%.
    [(0, 3), (0, 4), (0, 5), (1, 3)].into_iter().for_each(|(a, b)| bits.insert(a, b));
    let found = ratios(&three, &[(0, 1), (2, 5)], &Unknown::Pairs(bits));
    let across = domain_pairs().position(|it| it == (0, 1)).unwrap();
    assert_eq!(found.ratio(across), None);
    assert!(found.ratio(social).is_some());
    let numbers = |links: &[(u32, u32)], unknown| {
        let found = ratios(&three, links, unknown);
        (0..DOMAIN_PAIRS).filter(|&pair| found.ratio(pair).is_some()).count()
    };
    assert_eq!(numbers(&[], &Unknown::Nothing), 0, "no lines, no ratios");
    assert_eq!(numbers(&[(0, 1), (2, 5)], &Unknown::Unlinked), 0, "documents tell of no absence");
}

#[test]
fn the_portraits_of_small_networks_follow_by_hand() {
    // One node, P(1, 0) = 1. Two linked nodes: half at distance 0, half at distance 1.
    let [one, two] = [complete(1), complete(2)].map(|graph| Portrait::of(&graph));
    near(portrait_divergence(&one, &two).unwrap(), {
        let common: f64 = 1.0 * (1.0 / 0.75f64).log2() + 0.5 * (0.5 / 0.75f64).log2();
        (common + 0.5) / 2.0
    });
    assert_eq!(portrait_divergence(&two, &Portrait::of(&path(2))), Some(0.0));
    // Complete graphs of different sizes share P(1, 0) alone: 1/n.
    let [four, five] = [complete(4), complete(5)].map(|graph| Portrait::of(&graph));
    let (p, q) = (0.25f64, 0.2f64);
    let m = (p + q) / 2.0;
    near(portrait_divergence(&four, &five).unwrap(), (p * (p / m).log2() + q * (q / m).log2() + (1.0 - p) + (1.0 - q)) / 2.0);
    assert_eq!(portrait_divergence(&one, &Portrait::of(&complete(0))), None, "nobody has no portrait");
}

#[test]
fn portraits_are_compared_from_twelve_partners_and_up_to_a_quarter_larger() {
    let of = |nodes| Portrait::of(&path(nodes));
    assert!(of(12).comparable(&of(15)) && of(15).comparable(&of(12)));
    assert!(!of(12).comparable(&of(16)), "a third larger");
    assert!(!of(11).comparable(&of(11)), "too small");
    let with = |nodes| Features { portrait: Some(of(nodes)), ..features("ttttt") };
    assert!(likeness(&with(12), &with(15), &[2; 5]).portrait.is_some());
    assert_eq!(likeness(&with(12), &with(16), &[2; 5]).portrait, None);
}

#[test]
fn a_distance_asks_for_a_tenth_of_what_could_be_compared() {
    // Fourteen core kinds and fourteen often, and 21 pairs of domains: 84 by weight.
    let weights = [[2; 14], [1; 14]].concat();
    let known = |core: usize| features(&format!("{}{}", "t".repeat(core), "?".repeat(28 - core)));
    assert_eq!(likeness(&known(4), &known(28), &weights).distance, None);
    let found = likeness(&known(5), &known(28), &weights);
    assert_eq!(found.distance, Some(0.0));
    near(found.evidence, 10.0 / 84.0);
}

#[test]
fn kinds_and_domains_weigh_together() {
    let domains = [Medical, Medical, Medical, Social, Social, Social];
    let apart = Features {
        ratios: ratios(&domains, &[(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5)], &Unknown::Nothing),
        ..features("tttta")
    };
    let mixed = Features {
        ratios: ratios(&domains, &[(0, 3), (0, 4), (1, 3), (1, 5), (2, 4), (2, 5)], &Unknown::Nothing),
        ..features("ttttt")
    };
    let found = likeness(&apart, &mixed, &[2, 2, 1, 1, 1]);
    near(found.coverage.distance().unwrap(), 1.0 / 7.0);
    // Within: 3/7 against −1, twice; across: −1 against (6 − 3.6)/(6 + 3.6) = ¼.
    let mixing = ((3.0 / 7.0 + 1.0) / 2.0 * 2.0 + 1.25 / 2.0) / 3.0;
    near(found.mixing.distance().unwrap(), mixing);
    near(found.distance.unwrap(), (1.0 + mixing * 6.0) / 13.0);
}

#[test]
fn the_reasons_tell_what_is_shared_and_what_differs_heaviest_first() {
    let reasons = likeness_reasons(&features("tt?ntaw"), &features("ttttawn"), &[1, 2, 2, 2, 2, 1, 1]);
    assert_eq!((reasons.both_have, reasons.both_near), (vec![1, 0], vec![3]));
    assert_eq!((reasons.first_has, reasons.other_has, reasons.neither_has), (vec![4], vec![6], vec![5]));
}

#[test]
fn two_pairs_join_before_they_meet() {
    // Distances by the number of kinds that differ: 0–1 a fifth, 2–3 two fifths, the pairs far apart.
    let all = ["ttttt", "tttta", "taaaa", "aataa"].map(features);
    let likenesses = Likenesses::of(&all, &[2; 5]);
    assert_eq!(likenesses.between(0, 0), None);
    assert_eq!(likenesses.between(3, 1), likenesses.between(1, 3));
    assert_eq!(likenesses.nearest(0), [1, 2, 3], "as near as each other: the first place first");
    let tree = likeness_tree(&likenesses);
    let merges: Vec<_> = tree.merges.iter().map(|it| (it.left, it.right, it.size)).collect();
    assert_eq!(merges, [(0, 1, 2), (2, 3, 2), (4, 5, 4)]);
    near(tree.merges[2].height, (4.0 + 4.0 + 3.0 + 3.0) / 4.0 / 5.0);
    assert_eq!((tree.order, tree.leaves, tree.left_out), (vec![0, 1, 2, 3], vec![0, 1, 2, 3], vec![]));
}

#[test]
fn who_cannot_be_compared_stays_out_of_the_tree() {
    let weights = [2; 10];
    let all = ["tttttttttt", "??????tttt", "tttttt????", "tttttttttt"].map(features);
    // Weight of everything: 20 and 42; a tenth is 6.2, so four kinds are enough and none is not.
    let tree = likeness_tree(&Likenesses::of(&all, &weights));
    assert_eq!((tree.leaves, tree.left_out), (vec![0, 1, 3], vec![2]), "of two that lack each other the last goes");
    let alone = likeness_tree(&Likenesses::of(&all[1..3], &weights));
    assert_eq!((alone.merges.len(), alone.left_out), (0, vec![0, 1]));
    assert_eq!(likeness_tree(&Likenesses::of(&[], &weights)), LikenessTree::default());
}
