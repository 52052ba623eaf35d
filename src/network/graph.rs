//! An undirected simple graph as flat arrays, and what is not known about it.
//!
//! Why: every measure reads neighbours in order; one array for all of them is read once from front to back.
//! Never: a direction, a weight, a name.

use petgraph::graph::{NodeIndex, UnGraph};
use std::ops::Range;

/// An undirected simple graph: nodes are 0 .. `nodes()`, every link once, no link to itself.
///
/// Neighbours of all nodes lie in one array (compressed sparse rows), sorted per node. At most 2³¹ links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    /// Where the neighbours of each node start; one more entry than nodes.
    offsets: Vec<u32>,
    /// Neighbours, node after node.
    targets: Vec<u32>,
}

impl Graph {
    /// Takes the number of nodes and pairs of nodes in any order; doubles and loops are dropped.
    ///
    /// Panics: a pair names a node that does not exist. Cost: O(p log p) for p pairs.
    pub fn from_pairs(nodes: usize, pairs: impl IntoIterator<Item = (u32, u32)>) -> Self {
        let mut pairs: Vec<(u32, u32)> = pairs.into_iter().filter(|(a, b)| a != b).map(|(a, b)| (a.min(b), a.max(b))).collect();
        pairs.sort_unstable();
        pairs.dedup();
        let mut offsets = vec![0u32; nodes + 1];
        for &(a, b) in &pairs {
            offsets[a as usize + 1] += 1;
            offsets[b as usize + 1] += 1;
        }
        for node in 0..nodes {
            offsets[node + 1] += offsets[node];
        }
        let mut next = offsets.clone();
        let mut targets = vec![0u32; pairs.len() * 2];
        // Pairs are sorted, so every row fills in order: first its smaller neighbours, then its larger ones.
        for &(a, b) in &pairs {
            for (from, to) in [(a, b), (b, a)] {
                let place = &mut next[from as usize];
                targets[*place as usize] = to;
                *place += 1;
            }
        }
        Self { offsets, targets }
    }

    /// Takes rows as they are to be kept: sorted, without doubles and loops, every link in the rows of both its ends.
    pub(super) fn from_rows(offsets: Vec<u32>, targets: Vec<u32>) -> Self {
        debug_assert_eq!(offsets.last().copied(), Some(targets.len() as u32));
        Self { offsets, targets }
    }

    /// Number of nodes.
    pub fn nodes(&self) -> usize {
        self.offsets.len() - 1
    }
    /// Number of links.
    pub fn links(&self) -> usize {
        self.targets.len() / 2
    }
    /// Number of unordered pairs of nodes, linked or not.
    pub fn possible(&self) -> u64 {
        let nodes = self.nodes() as u64;
        nodes * nodes.saturating_sub(1) / 2
    }
    /// Neighbours of a node, sorted.
    pub fn neighbours(&self, node: u32) -> &[u32] {
        &self.targets[self.row(node)]
    }
    /// Where the neighbours of a node lie among those of all nodes: lists with one entry a neighbour (weights) are read there.
    pub fn row(&self, node: u32) -> Range<usize> {
        self.offsets[node as usize] as usize..self.offsets[node as usize + 1] as usize
    }
    /// Neighbours of all nodes, node after node: every link from both its ends.
    pub fn targets(&self) -> &[u32] {
        &self.targets
    }
    /// Number of neighbours of a node.
    pub fn degree(&self, node: u32) -> usize {
        self.row(node).len()
    }
    /// Are the two linked? A node is not linked to itself. Cost: O(log degree).
    pub fn linked(&self, a: u32, b: u32) -> bool {
        let (few, other) = if self.degree(a) <= self.degree(b) { (a, b) } else { (b, a) };
        self.neighbours(few).binary_search(&other).is_ok()
    }
    /// Every link once, as (smaller, larger), sorted.
    pub fn pairs(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        (0..self.nodes() as u32).flat_map(|a| {
            let neighbours = self.neighbours(a);
            let larger = neighbours.partition_point(|&b| b < a);
            neighbours[larger..].iter().map(move |&b| (a, b))
        })
    }
    /// The same nodes, without any link of a node that is true in `barred`.
    pub fn without_links_of(&self, barred: &[bool]) -> Self {
        Self::from_pairs(self.nodes(), self.pairs().filter(|&(a, b)| !barred[a as usize] && !barred[b as usize]))
    }
    /// The same graph for the algorithms of petgraph; node numbers stay.
    pub fn to_petgraph(&self) -> UnGraph<(), ()> {
        let mut graph = UnGraph::with_capacity(self.nodes(), self.links());
        for _ in 0..self.nodes() {
            graph.add_node(());
        }
        for (a, b) in self.pairs() {
            graph.add_edge(NodeIndex::new(a as usize), NodeIndex::new(b as usize), ());
        }
        graph
    }
}

/// A set of unordered pairs of different nodes: one bit a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairBits {
    nodes: usize,
    /// Bit b(b−1)/2 + a for the pair a < b: the pairs of each larger node lie together.
    words: Vec<u64>,
}

impl PairBits {
    /// No pair. Memory: nodes² / 16 bytes.
    pub fn new(nodes: usize) -> Self {
        Self { nodes, words: vec![0; (nodes * nodes.saturating_sub(1) / 2).div_ceil(64)] }
    }
    /// Puts a pair in. Panics: both are the same node, or one does not exist.
    pub fn insert(&mut self, a: u32, b: u32) {
        let bit = self.bit(a, b);
        self.words[bit / 64] |= 1 << (bit % 64);
    }
    /// Takes a pair out. Panics: both are the same node, or one does not exist.
    pub fn remove(&mut self, a: u32, b: u32) {
        let bit = self.bit(a, b);
        self.words[bit / 64] &= !(1 << (bit % 64));
    }
    /// Is the pair in? A node makes no pair with itself.
    pub fn contains(&self, a: u32, b: u32) -> bool {
        a != b && {
            let bit = self.bit(a, b);
            self.words[bit / 64] >> (bit % 64) & 1 == 1
        }
    }
    /// Number of pairs in it.
    pub fn len(&self) -> u64 {
        self.words.iter().map(|word| u64::from(word.count_ones())).sum()
    }
    /// Is there no pair in it?
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }
    /// Every pair in it once, as (smaller, larger), sorted by the larger, then the smaller. Cost: O(nodes²/64 + pairs).
    pub fn iter(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let (mut larger, mut start) = (1usize, 0usize);
        self.words.iter().enumerate().flat_map(|(place, &word)| set_bits(word).map(move |bit| place * 64 + bit)).map(move |bit| {
            while bit >= start + larger {
                start += larger;
                larger += 1;
            }
            ((bit - start) as u32, larger as u32)
        })
    }

    fn bit(&self, a: u32, b: u32) -> usize {
        let (a, b) = (a.min(b) as usize, a.max(b) as usize);
        assert!(a != b && b < self.nodes, "no pair of different nodes: {a}, {b} of {}", self.nodes);
        b * (b - 1) / 2 + a
    }
}

/// Places of the ones in a word, lowest first.
fn set_bits(mut word: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        (word != 0).then(|| {
            let bit = word.trailing_zeros() as usize;
            word &= word - 1;
            bit
        })
    })
}

/// Of which pairs of a graph it is not known whether they are linked. A linked pair is never unknown, whatever is put in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Unknown {
    /// Of none: no link means that there is none.
    #[default]
    Nothing,
    /// Of every pair without a link: nobody was asked.
    Unlinked,
    /// Of these.
    Pairs(PairBits),
}

impl Unknown {
    /// Is it unknown whether the two are linked?
    pub fn contains(&self, graph: &Graph, a: u32, b: u32) -> bool {
        match self {
            Self::Nothing => false,
            Self::Unlinked => a != b && !graph.linked(a, b),
            Self::Pairs(bits) => bits.contains(a, b) && !graph.linked(a, b),
        }
    }
    /// Number of unknown pairs.
    pub fn count(&self, graph: &Graph) -> u64 {
        match self {
            Self::Nothing => 0,
            Self::Unlinked => graph.possible() - graph.links() as u64,
            Self::Pairs(bits) => bits.len() - graph.pairs().filter(|&(a, b)| bits.contains(a, b)).count() as u64,
        }
    }
    /// Number of unknown pairs inside the groups; `groups` holds the group of each node.
    pub fn count_within(&self, graph: &Graph, groups: &[u8]) -> u64 {
        let within = |&(a, b): &(u32, u32)| groups[a as usize] == groups[b as usize];
        match self {
            Self::Nothing => 0,
            Self::Unlinked => {
                let mut sizes = [0u64; 256];
                groups.iter().for_each(|&group| sizes[usize::from(group)] += 1);
                let possible: u64 = sizes.iter().map(|&size| size * size.saturating_sub(1) / 2).sum();
                possible - graph.pairs().filter(within).count() as u64
            }
            Self::Pairs(_) => self.pairs(graph).filter(within).count() as u64,
        }
    }
    /// The unknown pairs that are listed one by one: empty for `Nothing` and `Unlinked`, which need no list.
    pub fn pairs<'a>(&'a self, graph: &'a Graph) -> impl Iterator<Item = (u32, u32)> + 'a {
        let bits = match self {
            Self::Pairs(bits) => Some(bits),
            Self::Nothing | Self::Unlinked => None,
        };
        bits.into_iter().flat_map(PairBits::iter).filter(|&(a, b)| !graph.linked(a, b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_and_loops_are_dropped_and_rows_are_sorted() {
        let graph = Graph::from_pairs(5, [(3, 1), (1, 3), (2, 2), (1, 0), (4, 1), (3, 1)]);
        assert_eq!((graph.nodes(), graph.links()), (5, 3));
        assert_eq!(graph.neighbours(1), [0, 3, 4]);
        assert_eq!(graph.pairs().collect::<Vec<_>>(), [(0, 1), (1, 3), (1, 4)]);
        assert!(graph.linked(3, 1) && !graph.linked(3, 4) && !graph.linked(2, 2));
        assert_eq!((graph.degree(1), graph.degree(2)), (3, 0));
    }

    #[test]
    fn no_nodes_is_a_graph_too() {
        let graph = Graph::from_pairs(0, []);
        assert_eq!((graph.nodes(), graph.links(), graph.possible()), (0, 0, 0));
        assert_eq!(graph.pairs().count(), 0);
        assert_eq!(Unknown::Unlinked.count(&graph), 0);
        assert!(PairBits::new(0).is_empty());
    }

    #[test]
    fn barred_nodes_lose_their_links_and_stay() {
        let path = Graph::from_pairs(4, [(0, 1), (1, 2), (2, 3)]);
        let left = path.without_links_of(&[false, true, false, false]);
        assert_eq!(left.nodes(), 4);
        assert_eq!(left.pairs().collect::<Vec<_>>(), [(2, 3)]);
    }

    #[test]
    fn pair_bits_hold_every_pair_by_itself() {
        let nodes = 20;
        let mut bits = PairBits::new(nodes);
        for b in 0..nodes as u32 {
            for a in 0..b {
                assert!(!bits.contains(a, b));
                bits.insert(b, a);
                assert!(bits.contains(a, b) && bits.contains(b, a));
            }
        }
        assert_eq!(bits.len(), 190);
        let all: Vec<_> = (0..nodes as u32).flat_map(|b| (0..b).map(move |a| (a, b))).collect();
        assert_eq!(bits.iter().collect::<Vec<_>>(), all);
        bits.remove(7, 3);
        assert_eq!(bits.iter().collect::<Vec<_>>(), all.into_iter().filter(|&pair| pair != (3, 7)).collect::<Vec<_>>());
    }

    #[test]
    fn a_linked_pair_is_never_unknown() {
        let graph = Graph::from_pairs(4, [(0, 1), (2, 3)]);
        let mut bits = PairBits::new(4);
        for (a, b) in [(0, 1), (0, 2), (1, 2)] {
            bits.insert(a, b);
        }
        let some = Unknown::Pairs(bits);
        let groups = [0, 1, 1, 0];
        assert_eq!((some.count(&graph), some.count_within(&graph, &groups)), (2, 1));
        assert!(!some.contains(&graph, 0, 1) && some.contains(&graph, 2, 0));
        let all = Unknown::Unlinked;
        assert_eq!((all.count(&graph), all.count_within(&graph, &groups)), (4, 2));
        assert!(all.contains(&graph, 0, 3) && !all.contains(&graph, 1, 0) && !all.contains(&graph, 1, 1));
        assert_eq!(Unknown::Nothing.count(&graph), 0);
    }

    #[test]
    fn petgraph_sees_the_same_graph() {
        let graph = Graph::from_pairs(4, [(0, 1), (1, 3)]);
        let other = graph.to_petgraph();
        assert_eq!((other.node_count(), other.edge_count()), (4, 2));
        assert!(other.contains_edge(NodeIndex::new(3), NodeIndex::new(1)));
    }
}
