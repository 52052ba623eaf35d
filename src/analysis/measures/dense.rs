//! The measures that are held against rewired networks, of a small network as rows of bits.
//!
//! Why: a thousand networks are drawn for one coalition; each of them is measured here without allocating anything.
//! Never: another definition: each gives what the measure of its name gives, and a test holds the two together.

use super::answer::share;
use super::centralisation::centralisation_of_betweenness;
use super::distances::DistanceCounts;
use crate::network::*;

/// Measures one small network after the other. Nodes: at most 64 · `WORDS`.
pub(super) struct Dense<const WORDS: usize> {
    /// Who is at each distance from the source; longer than what is in use.
    levels: Vec<BitRow<WORDS>>,
    /// Number of shortest paths from the source to each node.
    paths: Vec<f64>,
    /// What each node hands back to each of those that lead to it.
    handed: Vec<f64>,
    /// Over how many paths each node lies, by the share of each pair's.
    sums: Vec<f64>,
    counts: DistanceCounts,
}

impl<const WORDS: usize> Dense<WORDS> {
    /// Takes the number of nodes.
    pub(super) fn new(nodes: usize) -> Self {
        let zeros = || vec![0.0; nodes];
        Self {
            levels: vec![[0; WORDS]; nodes + 1],
            paths: zeros(),
            handed: zeros(),
            sums: zeros(),
            counts: DistanceCounts::default(),
        }
    }

    /// As `transitivity`; takes the number of connected triples, which is the same in every rewired network.
    pub(super) fn transitivity(rows: &BitRows<WORDS>, triples: u64) -> Option<f64> {
        let mut closed = 0u64;
        for a in 0..rows.nodes() as u32 {
            let row = rows.row(a);
            // Every triangle is found from each of its three lines, each line once.
            each_bit(row, |b| {
                closed += if b as u32 > a { u64::from(count_bits(&bits_in_both(row, rows.row(b as u32)))) } else { 0 }
            });
        }
        share(closed, triples)
    }

    /// As `cross_efficiency`, its value; takes the two sides.
    pub(super) fn cross_efficiency(&mut self, rows: &BitRows<WORDS>, from: &[u32], to: &BitRow<WORDS>) -> Option<f64> {
        let pairs = from.iter().map(|&source| u64::from(count_bits(&bits_without(to, &bits_of([source]))))).sum();
        self.counts.restart(pairs);
        for &source in from {
            let mut seen = bits_of([source]);
            let mut front = *rows.row(source);
            for step in 1.. {
                self.counts.add(step, count_bits(&bits_in_both(&front, to)));
                for (seen, front) in seen.iter_mut().zip(front) {
                    *seen |= front;
                }
                if no_bits(&bits_without(to, &seen)) {
                    break;
                }
                let mut next = [0; WORDS];
                each_bit(&front, |node| next.iter_mut().zip(rows.row(node as u32)).for_each(|(next, row)| *next |= row));
                front = bits_without(&next, &seen);
                if no_bits(&front) {
                    break;
                }
            }
        }
        self.counts.mean_inverse()
    }

    /// As `betweenness_centralisation` of `betweenness`.
    ///
    /// Cost: O(n²) words and O(m) a source for the lines that lead one step further. Source: as `betweenness`; over a pair two steps
    /// apart there are as many shortest paths as there are nodes that both are linked to.
    pub(super) fn betweenness_centralisation(&mut self, rows: &BitRows<WORDS>) -> Option<f64> {
        let nodes = rows.nodes();
        if nodes < 3 {
            return None;
        }
        let everybody = bits_of(0..nodes as u32);
        self.sums.fill(0.0);
        for source in 0..nodes as u32 {
            let last = self.outward(rows, source, &everybody);
            self.back(rows, last);
        }
        let ordered_pairs_of_others = (nodes - 1) as f64 * (nodes - 2) as f64;
        self.sums.iter_mut().for_each(|sum| *sum /= ordered_pairs_of_others);
        centralisation_of_betweenness(&mut self.sums)
    }

    /// Lays everybody in levels by their distance, and counts the shortest paths. Gives the last level with somebody in it.
    fn outward(&mut self, rows: &BitRows<WORDS>, source: u32, everybody: &BitRow<WORDS>) -> usize {
        let Self { levels, paths, .. } = self;
        levels[1] = *rows.row(source);
        each_bit(&levels[1], |node| paths[node] = 1.0);
        let mut left = bits_without(&bits_without(everybody, &levels[1]), &bits_of([source]));
        for level in 1.. {
            let here = levels[level];
            let mut next = [0; WORDS];
            each_bit(&left, |node| {
                let leading = bits_in_both(&here, rows.row(node as u32));
                if no_bits(&leading) {
                    return;
                }
                next[node / 64] |= 1 << (node % 64);
                paths[node] = if level == 1 {
                    f64::from(count_bits(&leading))
                } else {
                    let mut sum = 0.0;
                    each_bit(&leading, |before| sum += paths[before]);
                    sum
                };
            });
            if no_bits(&next) {
                return level;
            }
            left = bits_without(&left, &next);
            levels[level + 1] = next;
        }
        unreachable!("a level without anybody ends it")
    }

    /// Carries the dependencies from the last level back to the first, and adds them up.
    fn back(&mut self, rows: &BitRows<WORDS>, last: usize) {
        let Self { levels, paths, handed, sums, .. } = self;
        if last == 1 {
            return;
        }
        each_bit(&levels[last], |node| handed[node] = 1.0 / paths[node]);
        for level in (1..last).rev() {
            let further = levels[level + 1];
            each_bit(&levels[level], |node| {
                let mut beyond = 0.0;
                each_bit(&bits_in_both(&further, rows.row(node as u32)), |next| beyond += handed[next]);
                let dependency = paths[node] * beyond;
                sums[node] += dependency;
                handed[node] = (1.0 + dependency) / paths[node];
            });
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails there")]
mod tests {
    use super::super::*;
    use super::Dense;
    use crate::analysis::effort::Effort;
    use crate::analysis::nulls::Stream;
    use crate::network::*;

    fn agrees<const WORDS: usize>(graph: &Graph, sides: [&[u32]; 2], at: &str) {
        let nodes = graph.nodes();
        let (rows, mut dense) = (BitRows::<WORDS>::of(graph), Dense::new(nodes));
        let between = betweenness(graph, &Effort::default()).unwrap();
        // Twice: what one network leaves behind changes nothing in the next.
        for _ in 0..2 {
            let found = dense.betweenness_centralisation(&rows);
            let wanted = betweenness_centralisation(between.as_deref()).value;
            assert_eq!(found.is_some(), wanted.is_some(), "{at}");
            assert!((found.unwrap_or(0.0) - wanted.unwrap_or(0.0)).abs() < 1e-12, "{at}: {found:?} {wanted:?}");
            let triples = (0..nodes as u32).map(|node| graph.degree(node) as u64).map(|it| it * it.saturating_sub(1) / 2).sum();
            let closed = Dense::<WORDS>::transitivity(&rows, triples);
            assert_eq!(closed, transitivity(graph, &Unknown::Nothing).value, "{at}");
            let [from, to] = sides;
            let across = dense.cross_efficiency(&rows, from, &bits_of(to.iter().copied()));
            assert_eq!(across, distance_counts(graph, from, to).mean_inverse(), "{at}");
        }
    }

    #[test]
    fn rows_of_bits_give_what_the_measures_give() {
        for (nodes, lines) in [(0, 0), (1, 0), (2, 1), (3, 2), (9, 10), (12, 40), (40, 45), (60, 300), (64, 70)] {
            for seed in 0..6 {
                let mut stream = Stream::new(seed);
                let graph = Graph::from_pairs(nodes as usize, (0..lines).map(|_| (stream.below(nodes), stream.below(nodes))));
                let of = |rest: u32| (0..nodes).filter(|node| node % 3 == rest).collect::<Vec<_>>();
                let (one, other) = (of(0), of(1));
                agrees::<1>(&graph, [&one, &other], &format!("{nodes} nodes, {lines} lines, seed {seed}"));
                agrees::<3>(&graph, [&one, &one], &format!("{nodes} nodes, {lines} lines, seed {seed}, in three words"));
                agrees::<1>(&graph, [&[], &other], "an empty side");
            }
        }
        // A path of 150 has 149 levels, and words that are left behind.
        let path = Graph::from_pairs(150, (1..150).map(|node| (node - 1, node)));
        agrees::<3>(&path, [&[0, 80], &[149, 3]], "a path");
        agrees::<4>(&Graph::from_pairs(256, (1..256).map(|leaf| (0, leaf))), [&[0, 5], &[255]], "a star");
    }
}
