//! What is said of all pairs by those of which both answered: closed forms, and the mean over every choice of who answers.

use super::*;
use crate::model::Domain::{Education, Medical, Social};
use crate::network::{PairBits, Unknown};

/// Half of it answered: pairs of which nobody or one answered, and of which no line is known, are unknown.
fn answered_by(domains: &[Domain], graph: &Graph, answered: Vec<bool>) -> Input {
    let mut bits = PairBits::new(graph.nodes());
    for b in 0..graph.nodes() as u32 {
        for a in (0..b).filter(|&a| !(graph.linked(a, b) || answered[a as usize] && answered[b as usize])) {
            bits.insert(a, b);
        }
    }
    let count = answered.iter().filter(|it| **it).count() as u32;
    let round = Some(Response { asked: graph.nodes() as u32, answered: count });
    let input = Input::plain(graph.clone(), domains.to_vec());
    Input { unknown: Unknown::Pairs(bits), round, answered: Some(answered), ..input }
}

fn estimates(input: &Input) -> [Option<f64>; 2] {
    let found = structure(input).measures;
    assert!(found.iter().all(|(name, it)| ["density", "crossDensity"].contains(&name.as_str()) || it.estimate.is_none()));
    [found["density"].estimate, found["crossDensity"].estimate]
}

/// K(10, 10), of which five on each side answered: of their 45 pairs the 25 across have a line.
#[test]
fn half_of_two_sides_that_all_know_each_other() {
    let domains = [vec![Medical; 10], vec![Social; 10]].concat();
    let graph = Graph::from_pairs(20, (0..10).flat_map(|a| (10..20).map(move |b| (a, b))));
    let half = answered_by(&domains, &graph, (0..20).map(|node| node % 2 == 0).collect());
    assert_eq!(estimates(&half), [Some(25.0 / 45.0), Some(1.0)]);
    // Five answered on one side and two on the other: 21 pairs, of which 10 across.
    let few = answered_by(&domains, &graph, (0..20).map(|node| !(5..=17).contains(&node)).collect());
    assert_eq!(estimates(&few), [Some(10.0 / 21.0), Some(1.0)]);
    // Four answered, six pairs: too few to say anything.
    let fewer = answered_by(&domains, &graph, (0..20).map(|node| node < 4).collect());
    assert_eq!(estimates(&fewer), [None; 2]);
}

#[test]
fn nothing_is_estimated_without_a_round_or_where_nothing_is_unknown() {
    let domains = [vec![Medical; 4], vec![Social; 4]].concat();
    let graph = Graph::from_pairs(8, (1..8).map(|leaf| (0, leaf)));
    assert_eq!(estimates(&Input { unknown: Unknown::Unlinked, ..Input::plain(graph.clone(), domains.clone()) }), [None; 2]);
    assert_eq!(estimates(&answered_by(&domains, &graph, vec![true; 8])), [None; 2]);
}

#[test]
fn over_every_choice_of_who_answers_the_mean_is_the_density() {
    // Five medical, four social, one of neither; no pattern in the lines.
    let domains = [vec![Medical; 5], vec![Social; 4], vec![Education]].concat();
    let lines = [(0, 1), (0, 5), (1, 6), (2, 3), (2, 5), (3, 8), (4, 9), (5, 6), (6, 9), (0, 7)];
    let graph = Graph::from_pairs(10, lines);
    let chosen = |mask: u32| (0..10).map(|node| mask >> node & 1 == 1).collect::<Vec<bool>>();
    let mean = |estimates: Vec<f64>| Some(estimates.iter().sum::<f64>() / estimates.len() as f64);
    let any_five = (0u32..1 << 10).filter(|mask| mask.count_ones() == 5);
    let found: Vec<f64> = any_five.map(|mask| estimates(&answered_by(&domains, &graph, chosen(mask)))[0].unwrap()).collect();
    assert_eq!(found.len(), 252);
    assert_near("density", mean(found), 10.0 / 45.0, TOLERANCE);
    // Four of the five and three of the four: 12 pairs across each time; 5 of the 20 have a line.
    let by_side = (0u32..1 << 9).filter(|mask| ((mask & 31).count_ones(), (mask >> 5).count_ones()) == (4, 3));
    let found: Vec<f64> = by_side.map(|mask| estimates(&answered_by(&domains, &graph, chosen(mask)))[1].unwrap()).collect();
    assert_eq!(found.len(), 20);
    assert_near("cross density", mean(found), 5.0 / 20.0, TOLERANCE);
}
