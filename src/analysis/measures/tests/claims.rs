//! Measures over claims and persons: by hand, by law, and as NetworkX finds them (data/oracles/networkx_carriers.py).

use super::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Goldens {
    directed: Vec<Golden>,
}

#[derive(Deserialize)]
struct Golden {
    name: String,
    nodes: usize,
    arcs: Vec<(u32, u32)>,
    reciprocity: f64,
    expected: f64,
    corrected: f64,
}

#[test]
fn networkx_finds_the_same_reciprocity() {
    let goldens: Goldens = serde_json::from_str(include_str!("../../../../data/oracles/networkx_carriers.json")).unwrap();
    assert_eq!(goldens.directed.len(), 5);
    for golden in goldens.directed {
        let arcs = Arcs::from_pairs(golden.nodes, golden.arcs);
        let (found, corrected) = (reciprocity(&arcs), corrected_reciprocity(&arcs));
        assert_near(&golden.name, found.value, golden.reciprocity, 1e-9);
        assert_near(&golden.name, found.expected, golden.expected, 1e-9);
        assert_near(&golden.name, corrected.value, golden.corrected, 1e-9);
    }
}

#[test]
fn a_cycle_returns_nothing_and_a_pair_everything() {
    let cycle = Arcs::from_pairs(5, (0..5).map(|node| (node, (node + 1) % 5)));
    assert_eq!(reciprocity(&cycle).value, Some(0.0));
    // L/(N(N-1)) = 1/4, so (0 - 1/4)/(1 - 1/4).
    assert_near("corrected", corrected_reciprocity(&cycle).value, -1.0 / 3.0, TOLERANCE);
    let pair = Arcs::from_pairs(3, [(0, 1), (1, 0), (0, 1), (2, 2)]);
    assert_eq!((pair.len(), reciprocity(&pair).value, corrected_reciprocity(&pair).value), (2, Some(1.0), Some(1.0)));
}

#[test]
fn nothing_to_return_and_everything_returned_have_their_reasons() {
    let none = Arcs::from_pairs(4, []);
    assert!(none.is_empty());
    assert_eq!((reciprocity(&none).reason, corrected_reciprocity(&none).reason), (Some(Reason::NoLines), Some(Reason::NoLines)));
    let all = Arcs::from_pairs(3, (0..3).flat_map(|a| (0..3).map(move |b| (a, b))));
    assert_eq!(reciprocity(&all).value, Some(1.0));
    assert_eq!(corrected_reciprocity(&all).reason, Some(Reason::Complete), "nought over nought");
}

#[test]
fn the_confirmed_share_counts_only_pairs_that_somebody_names() {
    let answers = [[true, true], [true, false], [false, true], [false, false], [true, true]];
    let dyads = Dyads::of(answers);
    assert_eq!((dyads.mutual, dyads.asymmetric, dyads.null), (2, 2, 1));
    assert_eq!(confirmed_share(dyads).value, Some(0.5));
    let swapped = Dyads::of(answers.map(|[a, b]| [b, a]));
    assert_eq!(swapped, dyads, "which end is first does not matter");
    assert_eq!(confirmed_share(Dyads::default()).reason, Some(Reason::NoAnsweredPairs));
    assert_eq!(confirmed_share(Dyads::of([[false, false]])).reason, Some(Reason::NoLines));
}

#[test]
fn confirmed_share_and_reciprocity_are_two_readings_of_one_census() {
    // s = M/(M+A) and r = 2M/(2M+A), so r = 2s/(1+s).
    let arcs = Arcs::from_pairs(6, [(0, 1), (1, 0), (2, 3), (3, 4), (4, 3), (5, 0)]);
    let share = confirmed_share(Dyads { mutual: 2, asymmetric: 2, null: 11 }).value.unwrap();
    assert_near("reciprocity", reciprocity(&arcs).value, 2.0 * share / (1.0 + share), TOLERANCE);
}

#[test]
fn a_line_of_several_kinds_is_multiplex() {
    assert_eq!(multiplexity([1, 2, 1, 3]).value, Some(0.5));
    assert_eq!(multiplexity([1, 1]).value, Some(0.0));
    assert_eq!(multiplexity([]).reason, Some(Reason::NoLines));
}

#[test]
fn person_dependence_lies_between_what_the_unknown_lines_can_turn_out_to_be() {
    let lines = PersonLines::of([1, 1, 2, 0, 0]);
    assert_eq!((lines.one, lines.more, lines.unknown), (2, 1, 2));
    let found = person_dependence(lines);
    assert_near("value", found.value, 2.0 / 3.0, TOLERANCE);
    let ways: Vec<f64> = [[1, 1], [1, 2], [2, 1], [2, 2]]
        .into_iter()
        .map(|[a, b]| person_dependence(PersonLines::of([1, 1, 2, a, b])).value.unwrap())
        .collect();
    assert_near("low", found.low, ways.iter().copied().fold(f64::INFINITY, f64::min), TOLERANCE);
    assert_near("high", found.high, ways.iter().copied().fold(0.0, f64::max), TOLERANCE);
    assert_eq!(person_dependence(PersonLines::of([0, 0])).reason, Some(Reason::NoPersons));
}
