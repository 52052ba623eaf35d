//! Measures against chance: the worked example, closed forms, laws, and what may not be held against chance at all.

use super::laws::{network_and_order, networks, relabelled};
use super::worked_example::Example;
use super::*;
use crate::analysis::nulls::{each_labelling, keep_going, verdict};
use crate::model::Domain::{Governance, Medical, PublicHealth, Social};
use crate::network::{PairBits, Unknown};
use proptest::prelude::*;

/// Few draws, for speed; the answers that are tested are exact or hold for any draws.
const FEW: Chance = Chance { seed: 1, label_draws: 200, rewire_draws: 20, side_response: None };
const SIX_DECIMALS: f64 = 5e-7;

fn held(input: &Input, chance: &Chance) -> Structure {
    structure_with_baselines(input, chance, &mut keep_going).unwrap()
}

fn against_chance(input: &Input) -> Structure {
    held(input, &FEW)
}

#[test]
fn the_worked_example_is_gone_through_in_6930_ways() {
    let Example { input, .. } = Example::load();
    let domains = domain_groups(&input.domains);
    let mut indices = Vec::new();
    let mut without_a_line_across = 0;
    let drawn = each_labelling(&domains, 1, 1, &mut keep_going, |labels| {
        let mixing = Mixing::of(&input.graph, labels, &input.unknown);
        indices.push(e_i_index(&mixing).value.unwrap());
        without_a_line_across += u32::from(mixing.tally(0, 1).ties == 0);
    });
    assert_eq!(drawn.map(|drawn| (drawn.draws, drawn.exact)), Some((6930, true)));
    assert_eq!(without_a_line_across, 10);
    let found = verdict(-7.0 / 17.0, indices.into_iter(), true).unwrap();
    for (name, found, wanted, tolerance) in [
        ("mean", found.mean, 0.381818, SIX_DECIMALS),
        ("sd", found.sd, 0.189030, SIX_DECIMALS),
        ("z", found.z, -4.19818, 5e-6),
        ("p", found.p, 0.0010101, 5e-8),
    ] {
        assert_near(name, Some(found), wanted, tolerance);
    }
}

#[test]
fn the_worked_example_has_fewer_lines_across_than_chance() {
    let structure = against_chance(&Example::load().input);
    let e_i = structure.measures["eIIndex"];
    assert_near("z", e_i.z, -4.19818, 5e-6);
    assert_near("p", e_i.p, 0.0010101, 5e-8);
    assert_near("expected", e_i.expected, 0.381818, SIX_DECIMALS);
    assert_eq!(e_i.baseline, Some(Baseline { null: Null::Labels, draws: 6930, exact: true, seed: None }));
    // The rest of the network is one domain here, so that three groups are all domains.
    assert_eq!(structure.measures["eIIndexThreeGroups"], e_i);
    let across = structure.mixing.iter().find(|cell| (cell.a, cell.b) == (Medical, Social)).unwrap();
    assert_near("expected lines", across.expected, 6.1818, 5e-5);
    assert_near("ratio", across.ratio, 0.0, 0.0);
    // No line at all, in 10 of 6930 ways; no number of lines lies as far above the mean.
    assert_near("p", across.p, 10.0 / 6930.0, TOLERANCE);
    assert_eq!(structure.measures["crossDensity"].p, across.p);
    assert_eq!(structure.measures["domainGapRatio"].p, across.p);
}

#[test]
fn the_rewired_worked_example() {
    let found = held(&Example::load().input, &Chance { rewire_draws: 300, ..FEW });
    for name in ["transitivity", "crossEfficiency"] {
        let measure = found.measures[name];
        assert_eq!(measure.baseline, Some(Baseline { null: Null::Rewired, draws: 300, exact: false, seed: Some(1) }));
        assert!(measure.z.is_some() && measure.p.is_some(), "{name}");
    }
    assert!(found.measures["crossEfficiency"].z < Some(-2.0), "the sides lie further apart than numbers of lines would give");
    assert_eq!(found, held(&Example::load().input, &Chance { rewire_draws: 300, ..FEW }), "the same seed, the same answer");
    assert_ne!(found, held(&Example::load().input, &Chance { rewire_draws: 300, seed: 2, ..FEW }));
}

#[test]
fn two_cliques_are_the_most_inward_of_all() {
    // Two cliques of six, apart: 924 ways to deal out the sides, two of which put every line within a side.
    let size = 6u32;
    let clique = |from: u32| (from..from + size).flat_map(move |b| (from..b).map(move |a| (a, b)));
    let domains = [vec![Medical; 6], vec![Social; 6]].concat();
    let apart = Input::plain(Graph::from_pairs(12, clique(0).chain(clique(size))), domains);
    let found = against_chance(&apart);
    for name in ["eIIndex", "eIIndexSides", "eIIndexThreeGroups", "crossDensity", "assortativity", "domainModularity"] {
        let measure = found.measures[name];
        assert_near(name, measure.p, 2.0 / 924.0, TOLERANCE);
        assert_eq!(measure.baseline.map(|baseline| (baseline.draws, baseline.exact)), Some((924, true)), "{name}");
    }
    // With k of the first clique on the medical side there are 2k(6−k) lines across, in C(6,k)² ways.
    let ways = |k: u32| [1.0, 6.0, 15.0, 20.0, 15.0, 6.0, 1.0f64][k as usize].powi(2) / 924.0;
    let lines = |k: u32| f64::from(2 * k * (6 - k));
    let mean: f64 = (0..=6).map(|k| ways(k) * lines(k)).sum();
    let variance: f64 = (0..=6).map(|k| ways(k) * (lines(k) - mean).powi(2)).sum();
    assert_near("z", found.measures["eIIndex"].z, -mean / variance.sqrt(), TOLERANCE);
}

#[test]
fn chance_that_cannot_differ_says_so() {
    let reason = |found: &Structure, name: &str| found.measures[name].baseline_reason;
    let all = (0..8u32).flat_map(|b| (0..b).map(move |a| (a, b)));
    let complete = against_chance(&Input::plain(Graph::from_pairs(8, all), [vec![Medical; 4], vec![Social; 4]].concat()));
    for name in ["eIIndex", "eIIndexSides", "crossDensity", "assortativity", "transitivity", "crossEfficiency"] {
        assert_eq!(reason(&complete, name), Some(BaselineReason::NoSpread), "{name}");
    }
    let path = |nodes: u32| Graph::from_pairs(nodes as usize, (1..nodes).map(|node| (node - 1, node)));
    let one_domain = against_chance(&Input::plain(path(9), vec![Medical; 9]));
    assert_eq!(reason(&one_domain, "eIIndex"), Some(BaselineReason::NoSpread));
    for name in ["assortativity", "crossDensity", "eIIndexSides", "crossEfficiency"] {
        assert_eq!(reason(&one_domain, name), Some(BaselineReason::NoValue), "{name}");
    }
    // One line among three and three: 9 of 15 pairs are across, neither outcome is rare.
    let one_line = Input::plain(Graph::from_pairs(6, [(0, 3)]), [vec![Medical; 3], vec![Social; 3]].concat());
    assert_eq!(reason(&against_chance(&one_line), "eIIndex"), Some(BaselineReason::OutOfReach));
    assert_eq!(against_chance(&one_line).mixing[1].baseline_reason, Some(BaselineReason::OutOfReach));
}

#[test]
fn next_to_nothing_has_no_baseline() {
    for (domains, links) in
        [(vec![], vec![]), (vec![Medical], vec![]), (vec![Medical, Social], vec![]), (vec![Medical, Social], vec![(0, 1)])]
    {
        let found = against_chance(&Input::plain(Graph::from_pairs(domains.len(), links), domains));
        assert!(found.measures.values().all(|measure| measure.z.is_none() && measure.p.is_none()));
        assert!(found.measures["eIIndex"].baseline_reason.is_some());
        assert!(found.mixing.iter().all(|cell| cell.z.is_none() && cell.baseline_reason.is_some()));
    }
}

#[test]
fn who_did_not_answer_is_not_held_against_chance() {
    let domains = [vec![Medical; 4], vec![Social; 4], vec![PublicHealth, Governance]].concat();
    let graph = Graph::from_pairs(10, [(0, 1), (1, 2), (4, 5), (5, 6), (3, 8), (8, 7), (9, 0)]);
    let mut bits = PairBits::new(10);
    [(0, 4), (0, 5), (1, 6)].into_iter().for_each(|(a, b)| bits.insert(a, b));
    let asked = Input { unknown: Unknown::Pairs(bits), ..Input::plain(graph, domains) };
    let reason = |input: &Input, chance: &Chance| {
        let found = held(input, chance);
        assert_eq!(found.mixing[0].baseline_reason, found.measures["eIIndex"].baseline_reason);
        found.measures["eIIndex"].baseline_reason
    };
    let round = |asked, answered| Some(Response { asked, answered });
    assert_eq!(reason(&asked, &FEW), Some(BaselineReason::Documents), "nobody was asked");
    assert_eq!(reason(&Input { round: round(10, 5), ..asked.clone() }, &FEW), Some(BaselineReason::LowResponse));
    let answered = Input { round: round(10, 6), ..asked.clone() };
    assert_eq!(reason(&answered, &FEW), None);
    let one_side =
        |answered| Chance { side_response: Some([Response { asked: 4, answered: 4 }, Response { asked: 4, answered }]), ..FEW };
    assert_eq!(reason(&answered, &one_side(3)), None);
    assert_eq!(reason(&answered, &one_side(2)), Some(BaselineReason::LowResponse), "one side is enough");
    let told = Input { unknown: Unknown::Unlinked, round: round(10, 10), ..asked };
    assert_eq!(reason(&told, &FEW), Some(BaselineReason::NoKnownAbsence));
    assert_eq!(against_chance(&told).mixing[0].expected, None);
    let roles = role_totals(&told, &FEW, &mut keep_going).unwrap();
    assert_eq!(roles.liaison.baseline_reason, Some(BaselineReason::NoKnownAbsence));
}

#[test]
fn whoever_waits_sees_how_far_it_is_and_can_stop_it() {
    // Twenty ways to deal out three and three, for all domains, for three groups and for the two sides; 200 networks of as many
    // lines; 20 rewired networks for each of three measures.
    let path = Graph::from_pairs(6, (1..6).map(|node| (node - 1, node)));
    let input = Input::plain(path, [vec![Medical; 3], vec![Social; 3]].concat());
    let mut seen = Vec::new();
    structure_with_baselines(&input, &FEW, &mut |done, all| {
        seen.push((done, all));
        true
    })
    .unwrap();
    let all = 3 * 20 + 200 + 3 * 20;
    assert!(seen.iter().all(|&(done, of)| done <= all && of == all) && seen.is_sorted());
    assert_eq!(seen.last(), Some(&(all, all)));
    for stop_at in 0..seen.len() {
        let mut asked = 0;
        let stopped = structure_with_baselines(&input, &FEW, &mut |_, _| {
            asked += 1;
            asked <= stop_at
        });
        assert_eq!(stopped, None, "stopped at question {stop_at}");
    }
}

#[test]
fn what_is_drawn_of_one_measure_is_what_it_is_held_against() {
    let input = Example::load().input;
    let found = against_chance(&input);
    for (name, measure) in &found.measures {
        let drawn = drawn(&input, name, &FEW, &mut keep_going).unwrap();
        assert_eq!(drawn.is_empty(), null_of(name).is_none(), "{name}");
        if let Some(z) = measure.z {
            // Nothing is unknown, so that the measure itself varies as its surplus does.
            let held = verdict(measure.value.unwrap(), drawn.into_iter(), measure.baseline.unwrap().exact).unwrap();
            assert_near(name, Some(held.z), z, 1e-9);
            assert_eq!(Some(held.p), measure.p, "{name}");
        }
    }
    assert_eq!(drawn(&input, "transitivity", &FEW, &mut |_, _| false), None);
}

#[test]
fn an_answer_names_its_baseline() {
    let json = serde_json::to_value(against_chance(&Example::load().input)).unwrap();
    assert_eq!(json["measures"]["eIIndex"]["baseline"], serde_json::json!({"null": "labels", "draws": 6930, "exact": true}));
    assert_eq!(json["measures"]["transitivity"]["baseline"]["seed"], 1);
    assert_eq!(json["mixing"][5]["baselineReason"], "out_of_reach");
}

#[test]
fn a_plain_structure_draws_nothing() {
    let plain = Example::load().structure();
    assert!(plain.measures.values().all(|measure| measure.z.is_none() && measure.baseline_reason.is_none()));
    assert!(plain.mixing.iter().all(|cell| cell.expected.is_none() && cell.baseline_reason.is_none()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_mean_of_all_labellings_is_what_the_group_sizes_give(input in networks(2..8usize, 0.0)) {
        prop_assume!(input.graph.links() > 0);
        let mixing = Mixing::of(&input.graph, &domain_groups(&input.domains), &input.unknown);
        let mut sum = 0.0;
        let drawn = each_labelling(&domain_groups(&input.domains), 1, 1, &mut keep_going, |labels| {
            sum += e_i_index(&Mixing::of(&input.graph, labels, &Unknown::Nothing)).value.unwrap();
        }).unwrap();
        let (between, within) = (mixing.between().possible as f64, mixing.within().possible as f64);
        assert_near("mean", Some(sum / drawn.draws as f64), (between - within) / (between + within), 1e-9);
    }

    #[test]
    fn new_numbers_for_the_nodes_change_no_exact_baseline((input, new_at) in network_and_order(8)) {
        let (before, after) = (against_chance(&input), against_chance(&relabelled(&input, &new_at)));
        for (name, one) in &before.measures {
            let other = after.measures[name];
            // What is rewired is always sampled.
            if !["transitivity", "crossEfficiency", "betweennessCentralisation"].contains(&name.as_str()) {
                prop_assert_eq!((one.baseline_reason, one.p, one.baseline), (other.baseline_reason, other.p, other.baseline), "{}", name);
            }
        }
    }

    #[test]
    fn every_number_is_finite_or_has_a_reason(input in networks(0..12usize, 0.2)) {
        let answered = Input { round: Some(Response { asked: 5, answered: 4 }), ..input };
        let found = against_chance(&answered);
        for (name, it) in &found.measures {
            prop_assert!([it.value, it.expected, it.z, it.p].into_iter().flatten().all(f64::is_finite), "{}", name);
            prop_assert_eq!((it.z.is_some(), it.baseline.is_some()), (it.p.is_some(), it.p.is_some()), "{}", name);
            prop_assert!(it.p.is_none_or(|p| p > 0.0 && p <= 1.0) && !(it.p.is_some() && it.baseline_reason.is_some()), "{}", name);
        }
        for cell in &found.mixing {
            prop_assert!([cell.expected, cell.ratio, cell.z, cell.p].into_iter().flatten().all(f64::is_finite));
            prop_assert!(cell.p.is_some() != cell.baseline_reason.is_some());
        }
    }

    #[test]
    fn samples_come_close_to_all_labellings(seed in 0u64..1000) {
        // Twenty of two domains: 184 756 ways, so they are sampled; the mean is known, and so is the spread of its estimate.
        let domains = [vec![Medical; 10], vec![Social; 10]].concat();
        let graph = Graph::from_pairs(20, (0..20u32).flat_map(|node| [(node, (node + 1) % 20), (node, (node + 3) % 20)]));
        let mut lines = Vec::new();
        each_labelling(&domain_groups(&domains), 2000, seed, &mut keep_going, |labels| {
            lines.push(Mixing::of(&graph, labels, &Unknown::Nothing).between().ties as f64);
        });
        let found = verdict(20.0, lines.into_iter(), false).unwrap();
        let expected = 40.0 * 100.0 / 190.0;
        prop_assert!((found.mean - expected).abs() < 5.0 * found.sd / 2000f64.sqrt(), "{} {}", found.mean, expected);
    }
}

/// Everybody on the two sides answered, and nobody of the twelve others: what is said of everybody mostly shows who answered.
#[test]
fn a_number_about_everybody_asks_that_enough_of_everybody_answered() {
    let domains = [vec![Medical; 4], vec![Social; 4], vec![PublicHealth; 12]].concat();
    let graph = Graph::from_pairs(20, (0..20u32).map(|node| (node, (node + 1) % 20)).chain([(0, 5), (1, 9), (3, 7)]));
    let of = |answered| Input { round: Some(Response { asked: 20, answered }), ..Input::plain(graph.clone(), domains.clone()) };
    let sides = Chance { side_response: Some([Response { asked: 4, answered: 4 }; 2]), ..FEW };
    let (few, enough) = (held(&of(8), &sides), held(&of(12), &sides));
    let low = Some(BaselineReason::LowResponse);
    for name in ["eIIndex", "assortativity", "domainModularity", "eIIndexThreeGroups", "degreeCentralisation", "transitivity"] {
        assert_eq!((few.measures[name].baseline_reason, few.measures[name].p), (low, None), "{name}");
        assert_ne!(enough.measures[name].baseline_reason, low, "{name}");
    }
    assert!(few.mixing.iter().all(|cell| cell.p.is_none() && cell.baseline_reason == low), "{:?}", few.mixing);
    for name in ["crossDensity", "domainGapRatio", "crossEfficiency"] {
        assert_eq!((few.measures[name].p, few.measures[name].z), (enough.measures[name].p, enough.measures[name].z), "{name}");
        assert_ne!(few.measures[name].baseline_reason, low, "{name}");
    }
    assert!(few.measures["crossDensity"].p.is_some() && enough.measures["eIIndex"].p.is_some());
    let roles = role_totals(&of(8), &sides, &mut keep_going).unwrap();
    assert_eq!((roles.liaison.baseline_reason, roles.liaison.p), (low, None));
    assert!(role_totals(&of(12), &sides, &mut keep_going).unwrap().liaison.p.is_some());
}

/// A star of n leaves has degree centralisation 1; as many lines on any of the (n+1)n/2 pairs make a star of these n+1 nodes in
/// n + 1 of all choices, so that p is about 0 for a star of seven leaves: 8 of 1 184 040.
#[test]
fn a_star_is_more_central_than_lines_on_any_pairs() {
    let star = Input::plain(Graph::from_pairs(8, (1..8).map(|leaf| (0, leaf))), vec![Medical; 8]);
    let measure = against_chance(&star).measures["degreeCentralisation"];
    assert_eq!(measure.value, Some(1.0));
    assert_eq!(measure.baseline, Some(Baseline { null: Null::RandomLinks, draws: 200, exact: false, seed: Some(1) }));
    assert_near("p", measure.p, 1.0 / 201.0, 1e-12);
    assert!(measure.z.unwrap() > 3.0 && measure.expected.unwrap() < 0.6, "{measure:?}");
}

/// A network that keeps its degrees stays a star: nothing varies, and chance gives nothing to hold against.
#[test]
fn a_rewired_star_is_the_same_star() {
    let star = Input::plain(Graph::from_pairs(8, (1..8).map(|leaf| (0, leaf))), vec![Medical; 8]);
    let measure = against_chance(&star).measures["betweennessCentralisation"];
    assert_eq!((measure.value, measure.z, measure.p), (Some(1.0), None, None));
    assert!(measure.baseline_reason.is_some(), "{measure:?}");
}
