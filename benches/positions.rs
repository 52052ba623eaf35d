//! How long does it take to place everybody? One coalition with everything, and a country with what is measured of it as a whole.

use criterion::{Criterion, criterion_group, criterion_main};
use kortelijnen::analysis::effort::Effort;
use kortelijnen::analysis::measures::*;
use kortelijnen::model::Domain;
use kortelijnen::network::Graph;
use std::hint::black_box;

/// Organisations in a large coalition.
const COALITION_NODES: u32 = 60;
/// Lines in it.
const COALITION_LINKS: usize = 180;
/// Organisations in the country.
const COUNTRY_NODES: u32 = 10_000;
/// Lines in it.
const COUNTRY_LINKS: usize = 70_000;

/// A seeded stream of numbers (Marsaglia's xorshift): the same networks on every machine.
struct Stream(u64);

impl Stream {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as u32 % limit
    }
    /// Mostly near each other, as partners of one coalition are, and now and then far.
    fn pair(&mut self, nodes: u32, near: u32) -> (u32, u32) {
        let a = self.below(nodes);
        let b = if self.below(10) == 0 { self.below(nodes) } else { (a + 1 + self.below(near)) % nodes };
        (a, b)
    }
}

fn network(nodes: u32, links: usize, near: u32) -> (Graph, Vec<Domain>) {
    let mut stream = Stream(0x9e37_79b9_7f4a_7c15);
    let domains = (0..nodes).map(|_| Domain::ALL[stream.below(6) as usize]).collect();
    (Graph::from_pairs(nodes as usize, (0..links).map(|_| stream.pair(nodes, near))), domains)
}

fn coalition(c: &mut Criterion) {
    let (graph, domains) = network(COALITION_NODES, COALITION_LINKS, 20);
    let input = Input::plain(graph, domains);
    c.bench_function("standings of a coalition of 60", |b| b.iter(|| standings(black_box(&input), &Effort::default())));
}

fn country(c: &mut Criterion) {
    let (graph, domains) = network(COUNTRY_NODES, COUNTRY_LINKS, 30);
    let weights: Vec<u32> =
        (0..COUNTRY_NODES).flat_map(|a| graph.neighbours(a).iter().map(move |&b| 1 + (a + b) % 7).collect::<Vec<_>>()).collect();
    c.bench_function("constraint in a country of 10 000", |b| b.iter(|| constraint(black_box(&graph), Some(&weights))));
    c.bench_function("articulation points and bridges of a country of 10 000", |b| b.iter(|| cuts(black_box(&graph))));
    c.bench_function("core numbers in a country of 10 000", |b| b.iter(|| core_numbers(black_box(&graph))));
    let groups = domain_groups(&domains);
    let mut slow = c.benchmark_group("over all pairs");
    slow.sample_size(10);
    slow.bench_function("distances between domains of a country of 10 000", |b| {
        b.iter(|| distance_counts_between(black_box(&graph), &groups));
    });
    slow.bench_function("betweenness in a country of 10 000", |b| b.iter(|| betweenness(black_box(&graph), &Effort::default())));
    slow.finish();
}

criterion_group!(benches, coalition, country);
criterion_main!(benches);
