//! Everybody keeps the number of lines they have: lines swap ends.

use super::{KeepGoing, Stream};
use crate::network::{BitRows, Graph, Unknown};

/// How many networks are drawn by rewiring, unless asked otherwise.
pub const REWIRE_DRAWS: u32 = 1_000;
/// Tries a line gets between one network drawn and the next, and before the first.
const SWAP_TRIES_A_LINK: u32 = 10;

/// Rewired: what would a measure be if everybody kept their number of lines, and with whom were chance?
///
/// Takes: undirected, unweighted graph, and what is not known: no line ever falls on an unknown pair. How many networks to draw;
/// a seed; a measure (`None` where it is undefined: the draw is left out of the verdict).
/// Gives: the measure of each network drawn, NaN where it is undefined, for `verdict` (sampled). `None` if the caller stops it.
/// Meant for betweenness centralisation, transitivity and cross efficiency; density and degree centralisation do not change.
/// Undefined: never; a network that allows no swap gives itself.
/// Cost: 10 tries a line and network, each O(lower degree), plus sorting the lines and the measure. Deterministic by the seed.
/// Each network starts from the one before (a Markov chain that also counts the tries it refuses), so neighbouring draws are not
/// wholly independent.
/// Source: S. Maslov & K. Sneppen, Science 296, 910–913, 2002, doi:10.1126/science.1065103; why refused tries count: B. Fosdick
/// et al., SIAM Rev. 60, 315–355, 2018, doi:10.1137/16M1087175.
/// Checked: degrees stay; every network with the degrees of a small one comes as often as any other.
pub fn degree_preserving(
    graph: &Graph,
    unknown: &Unknown,
    draws: u32,
    seed: u64,
    keep_going: KeepGoing<'_>,
    mut measure: impl FnMut(&Graph) -> Option<f64>,
) -> Option<Vec<f64>> {
    let mut wires = Wires { ends: graph.pairs().collect(), taken: Listed::of(graph, unknown) };
    let mut stream = Stream::new(seed);
    let mut found = Vec::with_capacity(draws as usize);
    for done in 0..u64::from(draws) {
        if !keep_going(done, u64::from(draws)) {
            return None;
        }
        wires.stir(&mut stream);
        let rewired = Graph::from_pairs(graph.nodes(), wires.ends.iter().copied());
        found.push(measure(&rewired).unwrap_or(f64::NAN));
    }
    Some(found)
}

/// Rewired, for a small network: visits the networks that `degree_preserving` measures, the very same for the same seed.
///
/// Takes: as `degree_preserving`; what to do with each network. Panics: more than 64 · `WORDS` nodes.
/// Gives: nothing; `None` if the caller stops it.
/// Undefined, source: as `degree_preserving`.
/// Cost: 10 tries a line and network, each O(1), plus n words a network and what `visit` takes; nothing is allocated between networks.
/// Deterministic by the seed.
/// Checked: against `degree_preserving`, network by network.
pub fn each_rewired<const WORDS: usize>(
    graph: &Graph,
    unknown: &Unknown,
    draws: u32,
    seed: u64,
    keep_going: KeepGoing<'_>,
    mut visit: impl FnMut(&BitRows<WORDS>),
) -> Option<()> {
    let nodes = graph.nodes();
    // A link that is told is never unknown, and no link ever comes to an unknown pair: one set of bits tells both apart from free.
    let mut barred = BitRows::new(nodes);
    for b in 0..nodes as u32 {
        barred.insert(b, b);
        (0..b).filter(|&a| unknown.contains(graph, a, b)).for_each(|a| barred.insert(a, b));
    }
    let mut taken = barred.clone();
    graph.pairs().for_each(|(a, b)| taken.insert(a, b));
    let mut wires = Wires { ends: graph.pairs().collect(), taken };
    let mut rewired = BitRows::new(nodes);
    let mut stream = Stream::new(seed);
    for done in 0..u64::from(draws) {
        if !keep_going(done, u64::from(draws)) {
            return None;
        }
        wires.stir(&mut stream);
        wires.taken.without(&barred, &mut rewired);
        visit(&rewired);
    }
    Some(())
}

/// Pairs on which no line may fall: because one is there, because it is no pair, or because nothing is known of it.
trait Taken {
    fn is_free(&self, a: u32, b: u32) -> bool;
    /// a–b and c–d become a–d and c–b.
    fn swap(&mut self, ab: (u32, u32), cd: (u32, u32));
}

/// Lines that can swap ends.
struct Wires<T> {
    ends: Vec<(u32, u32)>,
    taken: T,
}

impl<T: Taken> Wires<T> {
    fn stir(&mut self, stream: &mut Stream) {
        let lines = self.ends.len() as u32;
        if lines < 2 {
            return;
        }
        for _ in 0..SWAP_TRIES_A_LINK * lines {
            let (one, other) = (stream.below(lines) as usize, stream.below(lines) as usize);
            self.swap(one, other, stream.bits() >> 63 == 1);
        }
    }

    /// a–b and c–d become a–d and c–b, unless that makes a loop, a double line or a line on an unknown pair.
    #[inline]
    fn swap(&mut self, one: usize, other: usize, turned: bool) {
        let (a, b) = self.ends[one];
        let (c, d) = if turned { (self.ends[other].1, self.ends[other].0) } else { self.ends[other] };
        if a == c || b == d || !self.taken.is_free(a, d) || !self.taken.is_free(c, b) {
            return;
        }
        self.taken.swap((a, b), (c, d));
        (self.ends[one], self.ends[other]) = ((a, d), (c, b));
    }
}

/// Of a small network: a bit a pair.
impl<const WORDS: usize> Taken for BitRows<WORDS> {
    #[inline]
    fn is_free(&self, a: u32, b: u32) -> bool {
        !self.contains(a, b)
    }
    #[inline]
    fn swap(&mut self, (a, b): (u32, u32), (c, d): (u32, u32)) {
        self.remove(a, b);
        self.remove(c, d);
        self.insert(a, d);
        self.insert(c, b);
    }
}

/// Of a network of any size: neighbours in no order. Degrees never change, so neither does the place of a node's row.
struct Listed<'a> {
    graph: &'a Graph,
    unknown: &'a Unknown,
    rows: Vec<Vec<u32>>,
}

impl<'a> Listed<'a> {
    fn of(graph: &'a Graph, unknown: &'a Unknown) -> Self {
        let rows = (0..graph.nodes() as u32).map(|node| graph.neighbours(node).to_vec()).collect();
        Self { graph, unknown, rows }
    }
}

impl Taken for Listed<'_> {
    fn is_free(&self, a: u32, b: u32) -> bool {
        let (few, many) = if self.graph.degree(a) <= self.graph.degree(b) { (a, b) } else { (b, a) };
        a != b && !self.rows[few as usize].contains(&many) && !self.unknown.contains(self.graph, a, b)
    }
    fn swap(&mut self, (a, b): (u32, u32), (c, d): (u32, u32)) {
        for (of, old, new) in [(a, b, d), (b, a, c), (c, d, b), (d, c, a)] {
            if let Some(end) = self.rows[of as usize].iter_mut().find(|end| **end == old) {
                *end = new;
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails there")]
mod tests {
    use super::super::keep_going;
    use super::*;
    use crate::network::PairBits;
    use std::collections::BTreeMap;

    fn drawn(graph: &Graph, unknown: &Unknown, draws: u32, seed: u64) -> Vec<Graph> {
        let mut seen = Vec::new();
        degree_preserving(graph, unknown, draws, seed, &mut keep_going, |rewired| {
            seen.push(rewired.clone());
            None
        })
        .unwrap();
        seen
    }

    #[test]
    fn everybody_keeps_their_number_of_lines() {
        let mut stream = Stream::new(2);
        let graph = Graph::from_pairs(30, (0..80).map(|_| (stream.below(30), stream.below(30))));
        let seen = drawn(&graph, &Unknown::Nothing, 20, 1);
        for rewired in &seen {
            assert_ne!(*rewired, graph);
            assert!((0..30).all(|node| rewired.degree(node) == graph.degree(node)));
        }
        assert_eq!(seen, drawn(&graph, &Unknown::Nothing, 20, 1));
        assert_ne!(seen, drawn(&graph, &Unknown::Nothing, 20, 2));
    }

    #[test]
    fn every_network_with_these_degrees_is_as_likely() {
        // A path of five: degrees 1 2 2 2 1 also fit a triangle with a line apart, and the other orders of the middle.
        let path = Graph::from_pairs(5, [(0, 1), (1, 2), (2, 3), (3, 4)]);
        let mut times: BTreeMap<Vec<(u32, u32)>, u32> = BTreeMap::new();
        for rewired in drawn(&path, &Unknown::Nothing, 14_000, 3) {
            *times.entry(rewired.pairs().collect()).or_default() += 1;
        }
        // 6 paths (the middle three in any order) and the triangle with 0–4.
        assert_eq!(times.len(), 7);
        // 2 000 of each; sd 41 if draws were independent, some more because they are not wholly.
        assert!(times.values().all(|times| times.abs_diff(2_000) < 300), "{times:?}");
    }

    #[test]
    fn no_line_falls_on_a_pair_of_which_nothing_is_known() {
        let path = Graph::from_pairs(5, [(0, 1), (1, 2), (2, 3), (3, 4)]);
        let mut bits = PairBits::new(5);
        bits.insert(1, 3);
        let seen = drawn(&path, &Unknown::Pairs(bits), 500, 3);
        assert!(seen.iter().all(|rewired| !rewired.linked(1, 3)) && seen.iter().any(|rewired| *rewired != path));
    }

    /// The networks of a small one, as graphs.
    fn small<const WORDS: usize>(graph: &Graph, unknown: &Unknown, draws: u32) -> Vec<Graph> {
        let mut seen = Vec::new();
        each_rewired::<WORDS>(graph, unknown, draws, 4, &mut keep_going, |rows| {
            let nodes = 0..rows.nodes() as u32;
            let pairs = nodes.flat_map(|b| (0..b).map(move |a| (a, b))).filter(|&(a, b)| rows.contains(a, b));
            seen.push(Graph::from_pairs(rows.nodes(), pairs));
        })
        .unwrap();
        seen
    }

    #[test]
    fn a_small_network_is_rewired_in_the_same_way() {
        for (nodes, lines) in [(0, 0), (1, 0), (2, 1), (9, 14), (40, 200), (64, 300), (100, 400), (130, 900)] {
            let mut stream = Stream::new(u64::from(nodes));
            let mut pair = || (stream.below(nodes), stream.below(nodes));
            let graph = Graph::from_pairs(nodes as usize, (0..lines).map(|_| pair()));
            let mut bits = PairBits::new(nodes as usize);
            (0..nodes).map(|_| pair()).filter(|(a, b)| a != b).for_each(|(a, b)| bits.insert(a, b));
            for unknown in [Unknown::Nothing, Unknown::Unlinked, Unknown::Pairs(bits)] {
                let wanted = drawn(&graph, &unknown, 12, 4);
                assert_eq!(small::<3>(&graph, &unknown, 12), wanted, "{nodes} nodes");
                if nodes <= 64 {
                    assert_eq!(small::<1>(&graph, &unknown, 12), wanted, "{nodes} nodes in one word");
                }
            }
        }
    }

    #[test]
    fn a_network_without_another_gives_itself() {
        for graph in [
            Graph::from_pairs(0, []),
            Graph::from_pairs(2, [(0, 1)]),
            Graph::from_pairs(6, (1..6).map(|leaf| (0, leaf))),
            Graph::from_pairs(5, (0..5u32).flat_map(|b| (0..b).map(move |a| (a, b)))),
        ] {
            assert!(drawn(&graph, &Unknown::Nothing, 3, 1).iter().all(|rewired| *rewired == graph));
        }
        let path = Graph::from_pairs(4, [(0, 1), (1, 2), (2, 3)]);
        assert_eq!(degree_preserving(&path, &Unknown::Nothing, 9, 1, &mut |_, _| false, |_| None), None);
        assert_eq!(each_rewired::<1>(&path, &Unknown::Nothing, 9, 1, &mut |_, _| false, |_| ()), None);
    }
}
