//! A small undirected simple graph as rows of bits.
//!
//! Why: of a network of a coalition's size the neighbours of a node fit in a few words, so that what thousands of drawn networks are
//! asked (is this pair linked, whom do two share, who is one step further) is answered word by word, and nothing is allocated.
//! Never: a direction, a weight, more nodes than its words have bits.

use super::Graph;

/// Who is linked to a node: bit i is node i.
pub type BitRow<const WORDS: usize> = [u64; WORDS];

/// A graph of at most 64 · `WORDS` nodes, or any other set of pairs of nodes: a row of bits a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BitRows<const WORDS: usize> {
    rows: Vec<BitRow<WORDS>>,
}

impl<const WORDS: usize> BitRows<WORDS> {
    /// No pair. Panics: more nodes than there are bits in a row.
    pub fn new(nodes: usize) -> Self {
        assert!(nodes <= WORDS * 64, "{nodes} nodes do not fit in {WORDS} words");
        Self { rows: vec![[0; WORDS]; nodes] }
    }
    /// The links of a graph. Panics: as `new`. Cost: O(n + m).
    pub fn of(graph: &Graph) -> Self {
        let mut found = Self::new(graph.nodes());
        graph.pairs().for_each(|(a, b)| found.insert(a, b));
        found
    }
    /// Number of nodes.
    #[inline]
    pub fn nodes(&self) -> usize {
        self.rows.len()
    }
    /// Who is linked to a node.
    #[inline]
    pub fn row(&self, node: u32) -> &BitRow<WORDS> {
        &self.rows[node as usize]
    }
    /// Puts a pair in.
    #[inline]
    pub fn insert(&mut self, a: u32, b: u32) {
        self.rows[a as usize][b as usize / 64] |= 1 << (b % 64);
        self.rows[b as usize][a as usize / 64] |= 1 << (a % 64);
    }
    /// Takes a pair out.
    #[inline]
    pub fn remove(&mut self, a: u32, b: u32) {
        self.rows[a as usize][b as usize / 64] &= !(1 << (b % 64));
        self.rows[b as usize][a as usize / 64] &= !(1 << (a % 64));
    }
    /// Is the pair in?
    #[inline]
    pub fn contains(&self, a: u32, b: u32) -> bool {
        self.rows[a as usize][b as usize / 64] >> (b % 64) & 1 == 1
    }
    /// Puts into `left`, of as many nodes, the pairs that `other` does not hold.
    pub fn without(&self, other: &Self, left: &mut Self) {
        for ((left, row), other) in left.rows.iter_mut().zip(&self.rows).zip(&other.rows) {
            for word in 0..WORDS {
                left[word] = row[word] & !other[word];
            }
        }
    }
}

/// The row with these nodes in it.
pub fn bits_of<const WORDS: usize>(nodes: impl IntoIterator<Item = u32>) -> BitRow<WORDS> {
    let mut row = [0; WORDS];
    nodes.into_iter().for_each(|node| row[node as usize / 64] |= 1 << (node % 64));
    row
}

/// Both at once.
#[inline]
pub fn bits_in_both<const WORDS: usize>(one: &BitRow<WORDS>, other: &BitRow<WORDS>) -> BitRow<WORDS> {
    std::array::from_fn(|word| one[word] & other[word])
}

/// The first, and not the second.
#[inline]
pub fn bits_without<const WORDS: usize>(one: &BitRow<WORDS>, other: &BitRow<WORDS>) -> BitRow<WORDS> {
    std::array::from_fn(|word| one[word] & !other[word])
}

/// How many nodes are in a row?
#[inline]
pub fn count_bits<const WORDS: usize>(row: &BitRow<WORDS>) -> u32 {
    row.iter().map(|word| word.count_ones()).sum()
}

/// Is nobody in a row?
#[inline]
pub fn no_bits<const WORDS: usize>(row: &BitRow<WORDS>) -> bool {
    row.iter().fold(0, |all, word| all | word) == 0
}

/// Visits the nodes of a row, lowest first.
#[inline]
pub fn each_bit<const WORDS: usize>(row: &BitRow<WORDS>, mut visit: impl FnMut(usize)) {
    for (place, &word) in row.iter().enumerate() {
        let mut left = word;
        while left != 0 {
            visit(place * 64 + left.trailing_zeros() as usize);
            left &= left - 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_hold_the_links_of_a_graph() {
        let graph = Graph::from_pairs(130, [(0, 1), (0, 129), (63, 64), (64, 128)]);
        let mut rows = BitRows::<3>::of(&graph);
        assert_eq!(rows.nodes(), 130);
        for a in 0..130 {
            assert!((0..130).all(|b| rows.contains(a, b) == graph.linked(a, b)));
            let mut seen = Vec::new();
            each_bit(rows.row(a), |node| seen.push(node as u32));
            assert_eq!(seen, graph.neighbours(a));
            assert_eq!(count_bits(rows.row(a)) as usize, graph.degree(a));
        }
        rows.remove(64, 63);
        assert!(!rows.contains(63, 64) && no_bits(rows.row(63)) && !no_bits(rows.row(64)));
    }

    #[test]
    fn rows_are_laid_over_each_other() {
        let (one, other) = (bits_of::<2>([1, 70, 90]), bits_of::<2>([70, 91]));
        assert_eq!(bits_in_both(&one, &other), bits_of([70]));
        assert_eq!(bits_without(&one, &other), bits_of([1, 90]));
        let (mut rows, mut barred) = (BitRows::<1>::new(4), BitRows::<1>::new(4));
        [(0, 1), (1, 2), (2, 3)].into_iter().for_each(|(a, b)| rows.insert(a, b));
        barred.insert(1, 2);
        let mut left = BitRows::new(4);
        rows.without(&barred, &mut left);
        assert!(left.contains(0, 1) && !left.contains(2, 1) && left.contains(3, 2));
    }
}
