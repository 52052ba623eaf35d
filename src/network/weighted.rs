//! An undirected graph with a whole number on every link, as flat arrays.
//!
//! Why: a country has millions of links; they are laid in rows by counting, never by sorting them all.
//! Never: a weight of a link that is not there.

use super::Graph;

/// A graph and a number on each of its links. `W` is as narrow as the numbers allow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeightedGraph<W> {
    graph: Graph,
    /// One number a neighbour, at the same places.
    weights: Vec<W>,
}

impl<W: Copy + Default + Ord> WeightedGraph<W> {
    /// Takes links in any order, twice over; of doubles the highest number stays, loops are dropped.
    ///
    /// Panics: a link names a node that does not exist, or there are over 2³¹ links. Cost: O(n + p) for p links: two passes that
    /// each lay the links in rows, of which the second finds the rows sorted.
    pub fn from_links(nodes: usize, links: impl Iterator<Item = (u32, u32, W)> + Clone) -> Self {
        let mut offsets = vec![0u32; nodes + 1];
        for (a, b, _) in links.clone().filter(|(a, b, _)| a != b) {
            offsets[a as usize + 1] += 1;
            offsets[b as usize + 1] += 1;
        }
        let arcs: u64 = offsets.iter().map(|&degree| u64::from(degree)).sum();
        assert!(arcs <= u64::from(u32::MAX), "too many links: {arcs} ends");
        running_sums(&mut offsets);
        let mut rows = Filling::new(&offsets, (0, W::default()));
        for (a, b, weight) in links.filter(|(a, b, _)| a != b) {
            rows.put(a, (b, weight));
            rows.put(b, (a, weight));
        }
        let unsorted = rows.cells;
        // The links of node 0 are put at their other ends first, then those of node 1: so every row fills in order.
        let mut targets = Filling::new(&offsets, 0u32);
        let mut weights = vec![W::default(); arcs as usize];
        for node in 0..nodes {
            for &(other, weight) in &unsorted[offsets[node] as usize..offsets[node + 1] as usize] {
                weights[targets.put(other, node as u32)] = weight;
            }
        }
        Self::without_doubles(offsets, targets.cells, weights)
    }

    /// Takes rows as they are to be kept: sorted, without doubles and loops, every link in the rows of both its ends.
    pub(super) fn from_rows(offsets: Vec<u32>, targets: Vec<u32>, weights: Vec<W>) -> Self {
        Self { graph: Graph::from_rows(offsets, targets), weights }
    }

    /// Takes sorted rows, moves what stays to the front.
    fn without_doubles(mut offsets: Vec<u32>, mut targets: Vec<u32>, mut weights: Vec<W>) -> Self {
        let (mut kept, mut from) = (0usize, 0usize);
        for end in offsets.iter_mut().skip(1) {
            let (row, until) = (kept, *end as usize);
            for place in from..until {
                if kept > row && targets[kept - 1] == targets[place] {
                    weights[kept - 1] = weights[kept - 1].max(weights[place]);
                } else {
                    targets[kept] = targets[place];
                    weights[kept] = weights[place];
                    kept += 1;
                }
            }
            from = until;
            *end = kept as u32;
        }
        targets.truncate(kept);
        weights.truncate(kept);
        Self::from_rows(offsets, targets, weights)
    }

    /// The graph without the numbers.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }
    /// The numbers at the places of `Graph::targets`: each one twice, once from either end.
    pub fn all_weights(&self) -> &[W] {
        &self.weights
    }
    /// The numbers on the links of a node, in the order of `Graph::neighbours`.
    pub fn weights(&self, node: u32) -> &[W] {
        &self.weights[self.graph.row(node)]
    }
    /// The neighbours of a node, each with the number on the link.
    pub fn links_of(&self, node: u32) -> impl Iterator<Item = (u32, W)> + '_ {
        self.graph.neighbours(node).iter().copied().zip(self.weights(node).iter().copied())
    }
    /// Every link once, as (smaller, larger, number), sorted.
    pub fn links(&self) -> impl Iterator<Item = (u32, u32, W)> + '_ {
        (0..self.graph.nodes() as u32)
            .flat_map(move |a| self.links_of(a).filter(move |(b, _)| *b > a).map(move |(b, w)| (a, b, w)))
    }
}

/// Turns counts, each one place further, into where each row starts.
pub(super) fn running_sums(counts: &mut [u32]) {
    let mut sum = 0;
    for count in counts {
        sum += *count;
        *count = sum;
    }
}

/// Rows of known lengths, being filled.
struct Filling<T> {
    next: Vec<u32>,
    cells: Vec<T>,
}

impl<T: Copy> Filling<T> {
    fn new(offsets: &[u32], empty: T) -> Self {
        let (&cells, starts) = offsets.split_last().unwrap_or((&0, &[]));
        Self { next: starts.to_vec(), cells: vec![empty; cells as usize] }
    }
    /// Puts a cell at the end of a row; gives its place.
    fn put(&mut self, row: u32, cell: T) -> usize {
        let place = self.next[row as usize] as usize;
        self.next[row as usize] += 1;
        self.cells[place] = cell;
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[test]
    fn of_doubles_the_strongest_stays() {
        let links = [(3, 1, 2u8), (1, 3, 4), (2, 2, 9), (1, 0, 1), (3, 1, 3)];
        let graph = WeightedGraph::from_links(5, links.into_iter());
        assert_eq!(graph.links().collect::<Vec<_>>(), [(0, 1, 1), (1, 3, 4)]);
        assert_eq!((graph.graph().neighbours(1), graph.weights(1)), ([0, 3].as_slice(), [1, 4].as_slice()));
        assert_eq!((graph.graph().degree(2), graph.graph().degree(4)), (0, 0));
    }

    #[test]
    fn no_nodes_is_a_graph_too() {
        let graph = WeightedGraph::<u8>::from_links(0, [].into_iter());
        assert_eq!((graph.graph().nodes(), graph.graph().links(), graph.links().count()), (0, 0, 0));
    }

    proptest! {
        #[test]
        fn laying_rows_gives_what_sorting_gives(links in prop::collection::vec((0u32..12, 0u32..12, 1u8..5), 0..80)) {
            let mut wanted = BTreeMap::new();
            for &(a, b, weight) in links.iter().filter(|(a, b, _)| a != b) {
                let strongest = wanted.entry((a.min(b), a.max(b))).or_insert(weight);
                *strongest = weight.max(*strongest);
            }
            let found = WeightedGraph::from_links(12, links.iter().copied());
            prop_assert_eq!(found.links().map(|(a, b, w)| ((a, b), w)).collect::<BTreeMap<_, _>>(), wanted);
            prop_assert_eq!(found.graph(), &Graph::from_pairs(12, links.iter().map(|&(a, b, _)| (a, b))));
        }
    }
}
