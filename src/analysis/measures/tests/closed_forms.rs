//! Star, path, complete, two cliques with a bridge, and next to nothing.

use super::*;
use crate::model::Domain::{Governance, Medical, Social};
use crate::network::{PairBits, Unknown};

fn choose2(n: u32) -> f64 {
    f64::from(n) * (f64::from(n) - 1.0) / 2.0
}

#[test]
fn a_star_hangs_on_its_middle() {
    let leaves = 7;
    let domains = std::iter::once(Governance).chain(vec![Medical; 4]).chain(vec![Social; 3]).collect();
    let star = plain(domains, (1..=leaves).map(|leaf| (0, leaf)));
    let efficiency = (f64::from(leaves) + choose2(leaves) / 2.0) / choose2(leaves + 1);
    assert_values(
        &star,
        &[
            ("members", 8.0),
            ("links", 7.0),
            ("density", 2.0 / 8.0),
            ("averageDegree", 14.0 / 8.0),
            ("globalEfficiency", efficiency),
            ("distanceFragmentation", 1.0 - efficiency),
            ("transitivity", 0.0),
            ("eIIndex", 1.0),
            ("crossDensity", 0.0),
            ("domainGapRatio", 0.0),
            ("crossEfficiency", 0.5),
            ("shortLineShare", 1.0),
            ("unreachablePairs", 0.0),
        ],
    );
    assert_eq!(star.articulation_points, [0]);
    assert_eq!(star.measures["eIIndexSides"].reason, Some(Reason::NoSideLines), "+1 over all domains, and no line across");
}

#[test]
fn a_blocked_middle_leaves_no_line_across() {
    let domains: Vec<Domain> = std::iter::once(Governance).chain(vec![Medical; 4]).chain(vec![Social; 3]).collect();
    let graph = Graph::from_pairs(8, (1..=7).map(|leaf| (0, leaf)));
    let blocked = domains.iter().map(|&domain| domain == Governance).collect();
    let star = structure(&Input { blocked, ..Input::plain(graph, domains) });
    assert_values(&star, &[("crossEfficiency", 0.0), ("unreachablePairs", 12.0), ("fragmentation", 0.0)]);
}

#[test]
fn a_path_is_long() {
    for nodes in [3u32, 10, 70] {
        let path = plain(vec![Medical; nodes as usize], (1..nodes).map(|node| (node - 1, node)));
        let sum: f64 = (1..nodes).map(|steps| f64::from(nodes - steps) / f64::from(steps)).sum();
        assert_near("globalEfficiency", value(&path, "globalEfficiency"), sum / choose2(nodes), TOLERANCE);
        assert_values(&path, &[("transitivity", 0.0), ("fragmentation", 0.0), ("density", 2.0 / f64::from(nodes))]);
        assert_eq!(path.articulation_points, (1..nodes - 1).collect::<Vec<_>>());
        assert_eq!(path.measures["assortativity"].reason, Some(Reason::OneDomain));
        assert_eq!(path.measures["crossEfficiency"].reason, Some(Reason::EmptySide));
    }
}

#[test]
fn everybody_with_everybody_is_one() {
    for nodes in [3u32, 9] {
        let all = (0..nodes).flat_map(|b| (0..b).map(move |a| (a, b)));
        let domains = (0..nodes).map(|node| if node == 0 { Medical } else { Social }).collect();
        let complete = plain(domains, all);
        let (between, within) = (f64::from(nodes - 1), choose2(nodes - 1));
        assert_values(
            &complete,
            &[
                ("density", 1.0),
                ("averageDegree", f64::from(nodes - 1)),
                ("globalEfficiency", 1.0),
                ("distanceFragmentation", 0.0),
                ("transitivity", 1.0),
                ("eIIndex", (between - within) / (between + within)),
                ("crossDensity", 1.0),
                ("domainGapRatio", 1.0),
                ("crossEfficiency", 1.0),
            ],
        );
        let e_i = complete.measures["eIIndex"];
        assert_eq!(e_i.expected, e_i.value, "all pairs are linked, so chance gives the same");
        assert!(complete.articulation_points.is_empty());
        assert_eq!(complete.measures["crossDensity"].caution, Some(Caution::SmallSide));
    }
}

#[test]
fn two_cliques_with_a_bridge() {
    let size = 6u32;
    let clique = |from: u32| (from..from + size).flat_map(move |b| (from..b).map(move |a| (a, b)));
    let domains = [vec![Medical; size as usize], vec![Social; size as usize]].concat();
    let bridged = plain(domains, clique(0).chain(clique(size)).chain([(0, size)]));
    let k = f64::from(size);
    let (inward, links) = (k * (k - 1.0), k * (k - 1.0) + 1.0);
    let triangles = 2.0 * k * (k - 1.0) * (k - 2.0) / 6.0;
    let triples = 2.0 * ((k - 1.0) * choose2(size - 1) + choose2(size));
    let density = links / choose2(2 * size);
    let across = 1.0 + 2.0 * (k - 1.0) / 2.0 + (k - 1.0) * (k - 1.0) / 3.0;
    assert_values(
        &bridged,
        &[
            ("links", links),
            ("transitivity", 3.0 * triangles / triples),
            ("eIIndex", (1.0 - inward) / links),
            ("eIIndexSides", (1.0 - inward) / links),
            ("assortativity", 2.0 * inward / links - 1.0),
            ("domainModularity", inward / links - 0.5),
            ("crossDensity", 1.0 / (k * k)),
            ("domainGapRatio", 1.0 / (k * k) / density),
            ("crossEfficiency", across / (k * k)),
            ("shortLineShare", (2.0 * k - 1.0) / (k * k)),
            ("globalEfficiency", (inward + across) / choose2(2 * size)),
        ],
    );
    assert_near("expected", bridged.measures["crossDensity"].expected, density, TOLERANCE);
    let expected = (k * k - inward) / (k * k + inward);
    assert_near("expected", bridged.measures["eIIndex"].expected, expected, TOLERANCE);
    assert_eq!(bridged.articulation_points, [0, size]);
}

#[test]
fn apart_is_not_far() {
    // A triangle, a pair, and somebody alone.
    let domains = vec![Medical, Medical, Medical, Social, Social, Social];
    let apart = plain(domains, [(0, 1), (1, 2), (0, 2), (3, 4)]);
    assert_values(
        &apart,
        &[
            ("components", 3.0),
            ("fragmentation", 1.0 - (6.0 + 2.0) / 30.0),
            ("globalEfficiency", 8.0 / 30.0),
            ("distanceFragmentation", 22.0 / 30.0),
            ("unreachablePairs", 9.0),
            ("crossEfficiency", 0.0),
            ("transitivity", 1.0),
            ("assortativity", 1.0),
        ],
    );
    assert_eq!(apart.components, [vec![0, 1, 2], vec![3, 4], vec![5]]);
}

#[test]
fn next_to_nothing_gives_reasons() {
    let reasons = |structure: &Structure| -> Vec<(String, Reason)> {
        structure.measures.iter().filter_map(|(name, it)| it.reason.map(|reason| (name.clone(), reason))).collect()
    };
    let absent_in = |domains: Vec<Domain>, links: &[(u32, u32)]| reasons(&plain(domains, links.iter().copied()));
    let with_two_on_two_sides = [
        ("assortativity", Reason::NoLines),
        ("betweennessCentralisation", Reason::NobodyBetween),
        ("degreeCentralisation", Reason::NobodyBetween),
        ("domainGapRatio", Reason::NoLines),
        ("domainModularity", Reason::NoLines),
        ("eIIndex", Reason::NoLines),
        ("eIIndexSides", Reason::NoSideLines),
        ("responseShare", Reason::Documents),
        ("transitivity", Reason::NoTriples),
    ]
    .map(|(name, reason)| (name.to_owned(), reason));
    assert_eq!(absent_in(vec![Medical, Social], &[]), with_two_on_two_sides);

    let linked = plain(vec![Medical, Social], [(0, 1)]);
    assert_values(&linked, &[("density", 1.0), ("assortativity", -1.0), ("eIIndex", 1.0), ("crossEfficiency", 1.0)]);

    let lonely = plain(vec![Medical], []);
    assert_values(&lonely, &[("members", 1.0), ("averageDegree", 0.0), ("components", 1.0)]);
    assert_eq!(lonely.measures["density"].reason, Some(Reason::TooFewMembers));

    let nobody = plain(vec![], []);
    assert_values(&nobody, &[("members", 0.0), ("links", 0.0), ("components", 0.0)]);
    assert_eq!(nobody.measures["averageDegree"].reason, Some(Reason::NoMembers));
    assert_eq!(nobody.measures["fragmentation"].reason, Some(Reason::TooFewMembers));
    assert!(nobody.mixing.is_empty() && nobody.components.is_empty());
}

#[test]
fn when_nobody_was_asked_the_bounds_are_wide_and_chance_says_nothing() {
    let domains = [vec![Medical; 3], vec![Social; 3]].concat();
    let graph = Graph::from_pairs(6, [(0, 1), (2, 3)]);
    let told = structure(&Input { unknown: Unknown::Unlinked, ..Input::plain(graph, domains) });
    let bounds = |name: &str| told.measures[name].low.zip(told.measures[name].high);
    assert_eq!(bounds("density"), Some((2.0 / 15.0, 1.0)));
    assert_eq!(bounds("links"), Some((2.0, 15.0)));
    assert_eq!(bounds("crossEfficiency"), Some((1.0 / 9.0, 1.0)));
    assert_eq!(bounds("fragmentation").map(|(low, _)| low), Some(0.0));
    assert_eq!(bounds("eIIndex"), Some(((1.0 - 6.0) / 7.0, (9.0 - 1.0) / 10.0)));
    for name in ["eIIndex", "crossDensity", "domainGapRatio"] {
        assert_eq!(told.measures[name].caution, Some(Caution::NoKnownAbsence), "{name}");
        assert_eq!(told.measures[name].expected, None, "{name}");
    }
    assert_values(&told, &[("knownPairShare", 2.0 / 15.0)]);
}

#[test]
fn chance_counts_only_the_pairs_that_are_not_unknown() {
    // 2 medical, 2 social; one line across; two of the four pairs across and one pair within are unknown.
    let domains = vec![Medical, Medical, Social, Social];
    let mut bits = PairBits::new(4);
    [(1, 2), (1, 3), (0, 1)].into_iter().for_each(|(a, b)| bits.insert(a, b));
    let graph = Graph::from_pairs(4, [(0, 2)]);
    let asked = structure(&Input { unknown: Unknown::Pairs(bits), ..Input::plain(graph, domains) });
    // Known: 2 across, 1 within, and 1 line on these 3.
    assert_near("E-I", asked.measures["eIIndex"].expected, 1.0 / 3.0, TOLERANCE);
    assert_near("cross density", asked.measures["crossDensity"].expected, 2.0 / 3.0 / 4.0, TOLERANCE);
}

#[test]
fn the_response_share_is_of_those_who_were_asked() {
    let of = |asked, answered| response_share(Some(Response { asked, answered }));
    assert_eq!(of(8, 6).value, Some(0.75));
    assert_eq!(of(0, 0).reason, Some(Reason::Documents));
    assert_eq!(response_share(None).reason, Some(Reason::Documents));
}

#[test]
fn an_answer_is_a_short_object() {
    let line = plain(vec![Medical, Social], []);
    let json = serde_json::to_value(&line).unwrap();
    assert_eq!(json["measures"]["transitivity"], serde_json::json!({"reason": "no_triples"}));
    assert_eq!(
        json["measures"]["crossDensity"],
        serde_json::json!({"value": 0.0, "low": 0.0, "high": 0.0, "expected": 0.0, "caution": "small_side"})
    );
    assert_eq!(
        json["mixing"][1],
        serde_json::json!({"a": "medical", "b": "social", "ties": 0, "possible": 1, "unknown": 0, "density": 0.0})
    );
    assert!(json["articulationPoints"].is_array());
}

#[test]
fn a_line_that_is_no_step_is_none_in_the_bounds_either() {
    // A medical and a social partner that only sit in one consultation, and a third of which nothing is known towards one of them.
    let mut bits = PairBits::new(3);
    bits.insert(1, 2);
    let plain = Input::plain(Graph::from_pairs(3, [(0, 1)]), vec![Medical, Social, Social]);
    let input = Input { no_steps: vec![(0, 1)], unknown: Unknown::Pairs(bits), ..plain };
    let found = structure(&input).measures;
    for name in ["crossEfficiency", "shortLineShare"] {
        assert_eq!((found[name].value, found[name].high), (Some(0.0), Some(0.0)), "{name}");
    }
    assert_eq!((found["unreachablePairs"].value, found["unreachablePairs"].low), (Some(2.0), Some(2.0)));
}
