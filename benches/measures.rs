//! How long do the measures take? One coalition with everything, and a country with what is measured of it as a whole.

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use kortelijnen::analysis::measures::*;
use kortelijnen::model::Domain;
use kortelijnen::network::{Graph, PairBits, Unknown};
use std::hint::black_box;

/// Organisations in a large coalition.
const COALITION_NODES: u32 = 60;
/// Lines in it.
const COALITION_LINKS: usize = 180;
/// Unknown pairs in it.
const COALITION_UNKNOWN: usize = 400;
/// Organisations in the country.
const COUNTRY_NODES: u32 = 10_000;
/// Lines in it.
const COUNTRY_LINKS: usize = 60_000;

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
    let mut stream = Stream(42);
    let mut bits = PairBits::new(COALITION_NODES as usize);
    for (a, b) in (0..COALITION_UNKNOWN).map(|_| stream.pair(COALITION_NODES, COALITION_NODES)).filter(|(a, b)| a != b) {
        bits.insert(a, b);
    }
    let input = Input { unknown: Unknown::Pairs(bits), ..Input::plain(graph, domains) };
    c.bench_function("structure of a coalition of 60", |b| b.iter(|| structure(black_box(&input))));
}

fn country(c: &mut Criterion) {
    let (graph, domains) = network(COUNTRY_NODES, COUNTRY_LINKS, 30);
    let pairs: Vec<(u32, u32)> = graph.pairs().collect();
    c.bench_function("graph of a country of 10 000", |b| {
        b.iter_batched(|| pairs.clone(), |pairs| Graph::from_pairs(COUNTRY_NODES as usize, pairs), BatchSize::LargeInput);
    });
    c.bench_function("mixing, density, E-I, assortativity of a country of 10 000", |b| {
        b.iter(|| {
            let mixing = Mixing::of(black_box(&graph), &domain_groups(&domains), &Unknown::Nothing);
            (density(mixing.all()), e_i_index(&mixing), assortativity(&mixing), mixing_cells(&mixing))
        });
    });
    let of = |wanted: Domain| -> Vec<u32> {
        (0u32..).zip(&domains).filter(|(_, domain)| **domain == wanted).map(|(node, _)| node).collect()
    };
    let (medical, social) = (of(Domain::Medical), of(Domain::Social));
    let mut slow = c.benchmark_group("all distances");
    slow.sample_size(10);
    slow.bench_function("medical to social of a country of 10 000", |b| {
        b.iter(|| distance_counts(black_box(&graph), &medical, &social));
    });
    slow.finish();
}

criterion_group!(benches, coalition, country);
criterion_main!(benches);
