//! Positions on a star, a path, everybody with everybody, two cliques with a bridge, and next to nothing.

use super::*;
use crate::analysis::effort::{Cancelled, Effort};
use crate::model::Domain::{Education, Medical, Social};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

fn of(domains: Vec<Domain>, pairs: impl IntoIterator<Item = (u32, u32)>) -> Vec<Standing> {
    standings(&Input::plain(Graph::from_pairs(domains.len(), pairs), domains), &Effort::default()).unwrap()
}

#[track_caller]
fn assert_standing(found: &Standing, wanted: &[(&str, f64)]) {
    for &(name, wanted) in wanted {
        let measure = match name {
            "betweenness" => found.betweenness,
            "crossBetweenness" => found.cross_betweenness,
            "harmonicCloseness" => found.harmonic_closeness,
            "constraint" => found.constraint,
            "effectiveSize" => found.effective_size,
            "fragmentation" => found.departure.fragmentation,
            "distanceFragmentation" => found.departure.distance_fragmentation,
            "fragmentationChange" => found.departure.fragmentation_change,
            "distanceFragmentationChange" => found.departure.distance_fragmentation_change,
            "crossEfficiencyChange" => found.departure.cross_efficiency_change,
            _ => panic!("no such measure: {name}"),
        };
        assert_near(&format!("{name} of {}", found.node), measure.value, wanted, TOLERANCE);
    }
}

#[test]
fn the_middle_of_a_star_is_everything() {
    // Four medical and three social leaves around a school.
    let domains = [vec![Education], vec![Medical; 4], vec![Social; 3]].concat();
    let star = of(domains.clone(), (1..=7).map(|leaf| (0, leaf)));
    assert_standing(
        &star[0],
        &[
            ("betweenness", 1.0),
            ("crossBetweenness", 12.0),
            ("harmonicCloseness", 1.0),
            ("constraint", 1.0 / 7.0),
            ("effectiveSize", 7.0),
            ("fragmentation", 1.0),
            ("distanceFragmentation", 1.0),
            ("fragmentationChange", 1.0),
            ("distanceFragmentationChange", 0.5),
            ("crossEfficiencyChange", -0.5),
        ],
    );
    let leaf = [
        ("betweenness", 0.0),
        ("crossBetweenness", 0.0),
        ("harmonicCloseness", (1.0 + 6.0 / 2.0) / 7.0),
        ("constraint", 1.0),
        ("effectiveSize", 1.0),
        ("fragmentation", 0.0),
        ("distanceFragmentationChange", 0.0),
        ("crossEfficiencyChange", 0.0),
    ];
    star[1..].iter().for_each(|it| assert_standing(it, &leaf));
    assert_eq!(star.iter().map(|it| (it.articulation, it.core_number)).collect::<Vec<_>>()[..2], [(true, 1), (false, 1)]);
    let whole = plain(domains, (1..=7).map(|leaf| (0, leaf)));
    assert_values(&whole, &[("degreeCentralisation", 1.0), ("betweennessCentralisation", 1.0)]);
}

#[test]
fn on_a_path_everybody_between_counts() {
    // More nodes than walk together, and than one word has bits.
    for nodes in [3u32, 10, 40, 150] {
        let path = Graph::from_pairs(nodes as usize, (1..nodes).map(|node| (node - 1, node)));
        let last = f64::from(nodes - 1);
        let between = betweenness(&path, &Effort::default()).unwrap().unwrap();
        for (node, &found) in between.iter().enumerate() {
            let before = node as f64;
            assert_near("betweenness", Some(found), 2.0 * before * (last - before) / (last * (last - 1.0)), TOLERANCE);
        }
        let harmonic = |steps: u32| (1..=steps).map(|step| 1.0 / f64::from(step)).sum::<f64>();
        for (node, found) in (0..nodes).zip(harmonic_closeness(&path).unwrap()) {
            let wanted = (harmonic(node) + harmonic(nodes - 1 - node)) / last;
            assert_near("harmonic closeness", Some(found), wanted, TOLERANCE);
        }
        let cuts = cuts(&path);
        assert_eq!(cuts.points, (1..nodes - 1).collect::<Vec<_>>());
        assert_eq!(cuts.bridges, (1..nodes).map(|node| (node - 1, node)).collect::<Vec<_>>());
        assert_eq!(core_numbers(&path), vec![1; nodes as usize]);
        let (ends, inner) = (0.0 + 1.0, 0.5);
        let constraints = constraint(&path, None);
        assert_near("end", constraints[0], ends, TOLERANCE);
        assert_near("next", constraints[1], inner, TOLERANCE);
        assert_eq!(effective_size(&path)[..2], [Some(1.0), Some(2.0)]);
        // Σ (2 − degree) = 2, from the two ends.
        assert_near("degree", degree_centralisation(&path).value, 2.0 / (last * (last - 1.0)), TOLERANCE);
    }
}

#[test]
fn everybody_with_everybody_needs_nobody() {
    for nodes in [3u32, 9, 40] {
        let domains: Vec<Domain> = (0..nodes).map(|node| if node == 0 { Medical } else { Social }).collect();
        let k = f64::from(nodes);
        // Every share is 1/(k−1), and comes again over each of the k−2 others.
        let one = 1.0 / (k - 1.0) + (k - 2.0) / ((k - 1.0) * (k - 1.0));
        for it in of(domains.clone(), (0..nodes).flat_map(|b| (0..b).map(move |a| (a, b)))) {
            assert_standing(
                &it,
                &[
                    ("betweenness", 0.0),
                    ("crossBetweenness", 0.0),
                    ("harmonicCloseness", 1.0),
                    ("constraint", (k - 1.0) * one * one),
                    ("effectiveSize", 1.0),
                    ("fragmentation", 0.0),
                    ("distanceFragmentation", 0.0),
                    ("distanceFragmentationChange", 0.0),
                ],
            );
            assert_eq!((it.core_number, it.articulation), (nodes - 1, false));
            assert_eq!((it.in_core, it.in_core_reason), (None, Some(Reason::NoContrast)));
            let reason = it.departure.cross_efficiency_change.reason;
            assert_eq!(reason, (it.node == 0).then_some(Reason::EmptySide), "the only medical partner leaves no pair across");
        }
    }
}

#[test]
fn two_cliques_hang_on_their_bridge() {
    let size = 6u32;
    let k = f64::from(size);
    let clique = |from: u32| (from..from + size).flat_map(move |b| (from..b).map(move |a| (a, b)));
    let domains = [vec![Medical; size as usize], vec![Social; size as usize]].concat();
    let found = of(domains, clique(0).chain(clique(size)).chain([(0, size)]));
    // Everybody of the own clique goes over the bridgehead to everybody of the other.
    let across = (k - 1.0) * k;
    let before = 1.0 / 2.0 + (k - 1.0) / 3.0; // from one of the own clique to the k of the other
    for head in [0, size as usize] {
        assert_standing(
            &found[head],
            &[
                ("betweenness", across / ((2.0 * k - 1.0) * (2.0 * k - 2.0) / 2.0)),
                ("crossBetweenness", across),
                ("harmonicCloseness", (k + (k - 1.0) / 2.0) / (2.0 * k - 1.0)),
                ("effectiveSize", k - (k - 1.0) * (k - 2.0) / k),
                ("fragmentationChange", across / ((2.0 * k - 1.0) * (2.0 * k - 2.0) / 2.0)),
                ("crossEfficiencyChange", -before / k),
            ],
        );
        assert!(found[head].articulation);
    }
    let inside = [("betweenness", 0.0), ("crossBetweenness", 0.0), ("effectiveSize", 1.0), ("crossEfficiencyChange", 0.0)];
    found.iter().filter(|it| !it.articulation).for_each(|it| assert_standing(it, &inside));
    assert!(found.iter().all(|it| it.core_number == size - 1));
}

#[test]
fn a_weight_pulls_the_share_its_way() {
    // A triangle 0-1-2 and a leaf 3 of 0. Shares of 0: 2/5, 1/5, 2/5; of 1: 2/6 to 0, 4/6 to 2; of 2: 1/5 to 0, 4/5 to 1.
    let graph = Graph::from_pairs(4, [(0, 1), (0, 2), (0, 3), (1, 2)]);
    let weight = |a: u32, b: u32| match (a.min(b), a.max(b)) {
        (0, 1) | (0, 3) => 2,
        (0, 2) => 1,
        _ => 4,
    };
    let weights: Vec<u32> = (0..4).flat_map(|a| graph.neighbours(a).iter().map(move |&b| weight(a, b))).collect();
    let found = constraint(&graph, Some(&weights));
    let wanted = [
        (0.4f64 + 0.2 * 0.8).powi(2) + (0.2f64 + 0.4 * 4.0 / 6.0).powi(2) + 0.4f64.powi(2),
        (2.0f64 / 6.0 + 4.0 / 6.0 * 0.2).powi(2) + (4.0f64 / 6.0 + 2.0 / 6.0 * 0.2).powi(2),
        (0.2f64 + 0.8 * 2.0 / 6.0).powi(2) + (0.8f64 + 0.2 * 0.4).powi(2),
        1.0,
    ];
    found.into_iter().zip(wanted).for_each(|(found, wanted)| assert_near("constraint", found, wanted, TOLERANCE));
    let even = vec![7; graph.targets().len()];
    for (weighted, unweighted) in constraint(&graph, Some(&even)).into_iter().zip(constraint(&graph, None)) {
        assert_near("the same weight everywhere", weighted, unweighted.unwrap(), TOLERANCE);
    }
}

#[test]
fn who_is_named_has_prestige() {
    let named_by_all = prestige(5, (1..5).map(|by| (by, 0)).chain([(1, 0), (0, 0)])).unwrap();
    assert_eq!(named_by_all, [1.0, 0.0, 0.0, 0.0, 0.0], "twice is once, oneself is nobody");
    assert_eq!(prestige(3, [(0, 1), (1, 2), (2, 0)]), Some(vec![0.5; 3]));
    assert_eq!((prestige(0, []), prestige(1, [])), (None, None));
}

#[test]
fn a_perfect_core_correlates_perfectly() {
    // A clique of `core`, each with leaves of its own: small ones by trying all, large ones greedily.
    for (core, leaves) in [(4u32, 2u32), (5, 2), (12, 4)] {
        let clique = (0..core).flat_map(|b| (0..b).map(move |a| (a, b)));
        let hanging = (0..core * leaves).map(|leaf| (leaf / leaves, core + leaf));
        let graph = Graph::from_pairs((core + core * leaves) as usize, clique.chain(hanging));
        let found = core_periphery(&graph).unwrap();
        assert_eq!(found.core, (0..core).collect::<Vec<_>>());
        assert_near("r", Some(found.correlation), 1.0, TOLERANCE);
    }
}

#[test]
fn no_core_without_contrast() {
    for nodes in 0..=5usize {
        assert_eq!(core_periphery(&Graph::from_pairs(nodes, [])), None, "{nodes} without lines");
    }
    assert_eq!(core_periphery(&Graph::from_pairs(3, [(0, 1)])), None);
    assert_eq!(core_periphery(&Graph::from_pairs(30, [])), None, "nor above the size at which all are tried");
    let found = core_periphery(&Graph::from_pairs(4, [(2, 3)])).unwrap();
    assert_eq!((found.core, found.correlation), (vec![2, 3], 1.0));
}

#[test]
fn next_to_nobody_has_reasons() {
    assert!(of(vec![], []).is_empty());
    let alone = &of(vec![Medical], [])[0];
    assert_eq!(alone.betweenness.reason, Some(Reason::NobodyBetween));
    assert_eq!(alone.cross_betweenness.reason, Some(Reason::EmptySide));
    assert_eq!(alone.harmonic_closeness.reason, Some(Reason::TooFewMembers));
    assert_eq!(alone.constraint.reason, Some(Reason::WithoutLines));
    assert_eq!(alone.effective_size.reason, Some(Reason::WithoutLines));
    assert_eq!(alone.departure.fragmentation.reason, Some(Reason::TooFewMembers));
    assert_eq!((alone.degree, alone.core_number, alone.articulation, alone.in_core), (0, 0, false, None));

    let two = of(vec![Medical, Social], [(0, 1)]);
    assert_standing(
        &two[0],
        &[("harmonicCloseness", 1.0), ("constraint", 1.0), ("effectiveSize", 1.0), ("crossBetweenness", 0.0)],
    );
    assert_eq!(two[0].betweenness.reason, Some(Reason::NobodyBetween));
    assert_eq!(two[0].departure.cross_efficiency_change.reason, Some(Reason::EmptySide));
    let network = plain(vec![Medical, Social], [(0, 1)]);
    for name in ["degreeCentralisation", "betweennessCentralisation"] {
        assert_eq!(network.measures[name].reason, Some(Reason::NobodyBetween), "{name}");
    }
}

#[test]
fn what_is_not_known_is_said() {
    let graph = Graph::from_pairs(4, [(0, 1), (1, 2)]);
    let input =
        Input { unknown: crate::network::Unknown::Unlinked, ..Input::plain(graph, vec![Medical, Medical, Social, Social]) };
    for it in standings(&input, &Effort::default()).unwrap() {
        for measure in
            [it.betweenness, it.harmonic_closeness, it.departure.fragmentation_change, it.departure.cross_efficiency_change]
        {
            assert_eq!(measure.caution, Some(Caution::UnknownPairs));
        }
    }
    assert_eq!(structure(&input).measures["degreeCentralisation"].caution, Some(Caution::UnknownPairs));
}

#[test]
fn governance_is_no_step_between_the_sides() {
    let domains = [vec![Domain::Governance], vec![Medical; 2], vec![Social; 2]].concat();
    let graph = Graph::from_pairs(5, (1..=4).map(|leaf| (0, leaf)).chain([(1, 3)]));
    let blocked = domains.iter().map(|&domain| domain == Domain::Governance).collect();
    let found = standings(&Input { blocked, ..Input::plain(graph, domains) }, &Effort::default()).unwrap();
    assert_standing(&found[0], &[("crossBetweenness", 0.0), ("crossEfficiencyChange", 0.0)]);
    assert!(found[0].betweenness.value > Some(0.5), "as a partner like any other it stands between many");
}

#[test]
fn an_answer_is_a_short_object_too() {
    let json = serde_json::to_value(&of(vec![Medical, Social], [])[0]).unwrap();
    let reason = |reason: &str| serde_json::json!({ "reason": reason });
    assert_eq!(json["crossBetweenness"], serde_json::json!({"value": 0.0}));
    assert_eq!(json["effectiveSize"], reason("without_lines"));
    assert_eq!(json["inCoreReason"], "no_contrast");
    assert_eq!(json["departure"]["crossEfficiencyChange"], reason("empty_side"));
    assert!(json.get("inCore").is_none());
}

#[test]
fn a_long_computation_tells_how_far_it_is_and_can_be_stopped() {
    let ring = Graph::from_pairs(200, (0..200).map(|node| (node, (node + 1) % 200)));
    let told = AtomicU64::new(0);
    let tell = |done: u64, total: u64| {
        assert!(done <= total && total == 200);
        told.fetch_max(done, Ordering::Relaxed);
    };
    assert!(betweenness(&ring, &Effort { progress: Some(&tell), cancelled: None }).is_ok());
    assert_eq!(told.load(Ordering::Relaxed), 200);

    let stop = AtomicBool::new(false);
    let stopper = |done: u64, _: u64| stop.store(done > 50, Ordering::Relaxed);
    assert_eq!(betweenness(&ring, &Effort { progress: Some(&stopper), cancelled: Some(&stop) }), Err(Cancelled));
    let input = Input::plain(ring, vec![Medical; 200]);
    assert_eq!(standings(&input, &Effort { progress: None, cancelled: Some(&stop) }), Err(Cancelled));
}

#[test]
fn large_graphs_use_threads_and_give_the_same() {
    // Rings of cliques: below and above the work from which the parts run apart, in closed form.
    let nodes = 2600u32;
    let ring = Graph::from_pairs(nodes as usize, (0..nodes).map(|node| (node, (node + 1) % nodes)));
    let found = betweenness(&ring, &Effort::default()).unwrap().unwrap();
    // On an even ring each other node at distance d has d−1 nodes between; the opposite one has two paths of half the weight.
    let half = f64::from(nodes / 2);
    let between = 2.0 * (1..nodes / 2).map(|steps| f64::from(steps - 1)).sum::<f64>() + (half - 1.0);
    let wanted = between / (f64::from(nodes - 1) * f64::from(nodes - 2));
    found.iter().for_each(|&found| assert_near("ring", Some(found), wanted, TOLERANCE));
}
