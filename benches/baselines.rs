//! How long does chance take? A large coalition against permuted labels and rewired networks, and what is found in a country.

use criterion::{Criterion, criterion_group, criterion_main};
use kortelijnen::analysis::measures::*;
use kortelijnen::analysis::nulls::*;
use kortelijnen::model::Domain;
use kortelijnen::network::{Graph, PairBits, Unknown};
use std::hint::black_box;

/// Organisations in a large coalition.
const COALITION_NODES: u32 = 60;
/// Lines in it, about.
const COALITION_LINKS: usize = 180;
/// Unknown pairs in it, about.
const COALITION_UNKNOWN: usize = 400;
/// Organisations in the country.
const COUNTRY_NODES: u32 = 9_000;
/// Lines in it, about.
const COUNTRY_LINKS: usize = 75_000;
/// Organisations of one coalition of the country.
const NEAR: u32 = 60;

/// Mostly within coalitions of neighbouring numbers, and now and then far away.
fn network(nodes: u32, links: usize) -> (Graph, Vec<Domain>) {
    let mut stream = Stream::new(1);
    let domains = (0..nodes).map(|_| Domain::ALL[stream.below(6) as usize]).collect();
    let pairs = (0..links).map(|_| {
        let a = stream.below(nodes);
        let near = a / NEAR * NEAR + stream.below(NEAR);
        (a, if stream.below(10) == 0 { stream.below(nodes) } else { near.min(nodes - 1) })
    });
    (Graph::from_pairs(nodes as usize, pairs.collect::<Vec<_>>()), domains)
}

fn coalition(c: &mut Criterion) {
    let (graph, domains) = network(COALITION_NODES, COALITION_LINKS);
    let complete = Input::plain(graph, domains);
    let mut stream = Stream::new(2);
    let mut bits = PairBits::new(COALITION_NODES as usize);
    for (a, b) in (0..COALITION_UNKNOWN).map(|_| (stream.below(COALITION_NODES), stream.below(COALITION_NODES))) {
        if a != b {
            bits.insert(a, b);
        }
    }
    let round = Some(Response { asked: 60, answered: 50 });
    let asked = Input { unknown: Unknown::Pairs(bits), round, ..complete.clone() };
    let labels = domain_groups(&complete.domains);
    c.bench_function("10 000 shuffles of 60 labels", |b| {
        b.iter(|| each_labelling(&labels, LABEL_DRAWS, 1, &mut keep_going, |dealt| _ = black_box(dealt)));
    });
    let mut slow = c.benchmark_group("a coalition of 60");
    slow.sample_size(10);
    for (name, rewire_draws) in [("10 000 labellings of every measure", 0), ("the same and 1 000 rewired networks", REWIRE_DRAWS)]
    {
        let chance = Chance { rewire_draws, ..Chance::default() };
        let plain = structure(&complete);
        slow.bench_function(name, |b| b.iter(|| baselines(black_box(&complete), plain.clone(), &chance, &mut keep_going)));
    }
    let (plain, chance) = (structure(&asked), Chance { rewire_draws: 0, ..Chance::default() });
    slow.bench_function("10 000 labellings of every measure, with unknown pairs", |b| {
        b.iter(|| baselines(black_box(&asked), plain.clone(), &chance, &mut keep_going));
    });
    slow.bench_function("10 000 labellings of role totals", |b| {
        b.iter(|| role_totals(black_box(&complete), &chance, &mut keep_going));
    });
    slow.finish();
}

fn country(c: &mut Criterion) {
    let (graph, domains) = network(COUNTRY_NODES, COUNTRY_LINKS);
    let groups = domain_groups(&domains);
    let mut slow = c.benchmark_group("a country of 9 000");
    slow.sample_size(20);
    slow.bench_function("communities", |b| b.iter(|| communities(black_box(&graph), None, 1)));
    slow.bench_function("brokerage roles", |b| b.iter(|| brokerage(black_box(&graph), &groups)));
    let found = communities(&graph, None, 1);
    slow.bench_function("adjusted Rand index", |b| b.iter(|| match_with_domains(black_box(&found), &domains)));
    slow.bench_function("one rewired network", |b| {
        b.iter(|| degree_preserving(black_box(&graph), &Unknown::Nothing, 1, 1, &mut keep_going, |_| Some(0.0)));
    });
    slow.bench_function("one network of as many lines", |b| {
        let most = |degrees: &[u32]| degrees.iter().max().copied().map(f64::from);
        b.iter(|| random_links(black_box(&graph), &Unknown::Nothing, 1, 1, &mut keep_going, most));
    });
    slow.finish();
}

criterion_group!(benches, coalition, country);
criterion_main!(benches);
