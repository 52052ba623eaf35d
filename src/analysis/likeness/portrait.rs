//! Network portraits, and how far two of them are apart.

use crate::network::Graph;

/// Fewest partners of a network whose portrait is compared.
pub const PORTRAIT_MEMBERS_MIN: usize = 12;
/// Most that one network may be larger than the other: a portrait is driven by size.
pub const PORTRAIT_SIZE_RATIO_MAX: f64 = 1.25;

/// The portrait of one network as a distribution: how likely is it to meet a node with k others at a distance of l steps?
///
/// Kept sorted by (l, k), with the base-2 logarithm of each probability: two portraits are compared in one walk over both.
#[derive(Debug, Clone, PartialEq)]
pub struct Portrait {
    nodes: usize,
    /// l · 2³² + k.
    keys: Vec<u64>,
    shares: Vec<f64>,
    logs: Vec<f64>,
}

impl Portrait {
    /// Network portrait: how many nodes have how many others at each distance?
    ///
    /// Takes: undirected, unweighted graph; it may be split.
    /// Gives: P(k, l) = P(k | l) · P(l), with P(k | l) = B(l, k) / N, where B(l, k) counts the nodes that have k nodes at distance l
    /// (k = 0 included, as far as the longest distance), and P(l) = Σ k·B(l, k) / Σ n²: the share of ordered pairs at distance l among
    /// those that reach each other, each node with itself included.
    /// Undefined (no nodes): a portrait without entries.
    /// Cost: O(n·m) time, O(n·D) memory for a longest distance D. Deterministic; the numbering of nodes changes nothing.
    /// Source: J. Bagrow & E. Bollt, Appl. Netw. Sci. 4, 45, 2019, doi:10.1007/s41109-019-0156-x; J. Bagrow et al., EPL 81, 68004,
    /// 2008, doi:10.1209/0295-5075/81/68004.
    /// Checked: star, path and complete graph in closed form; data/oracles (netrd).
    pub fn of(graph: &Graph) -> Self {
        let nodes = graph.nodes();
        let (shells, longest) = shells(graph);
        // Nodes with k others at distance l, as l · 2³² + k, sorted: a run is one cell of the portrait.
        let mut cells: Vec<u64> = Vec::with_capacity(nodes * (longest + 1));
        let mut pairs_at = vec![0u64; longest + 1];
        for own in shells.split(|&count| count == END).take(nodes) {
            for (distance, pairs) in pairs_at.iter_mut().enumerate() {
                let count = own.get(distance).copied().unwrap_or(0);
                *pairs += u64::from(count);
                cells.push((distance as u64) << 32 | u64::from(count));
            }
        }
        cells.sort_unstable();
        let all: u64 = pairs_at.iter().sum();
        let (mut keys, mut shares) = (Vec::new(), Vec::new());
        for run in cells.chunk_by(|a, b| a == b) {
            let at = pairs_at[(run[0] >> 32) as usize] as f64;
            keys.push(run[0]);
            shares.push(run.len() as f64 / nodes as f64 * (at / all as f64));
        }
        let logs = shares.iter().map(|share: &f64| share.log2()).collect();
        Self { nodes, keys, shares, logs }
    }

    /// Number of nodes of its network.
    pub fn nodes(&self) -> usize {
        self.nodes
    }

    /// May the two be compared: are both large enough, and of about one size?
    pub fn comparable(&self, other: &Self) -> bool {
        let (small, large) = (self.nodes.min(other.nodes), self.nodes.max(other.nodes));
        small >= PORTRAIT_MEMBERS_MIN && large as f64 <= PORTRAIT_SIZE_RATIO_MAX * small as f64
    }
}

/// Closes the row of a node in `shells`.
const END: u32 = u32::MAX;

/// For each node how many are 0, 1, 2 … steps away, closed by `END`; and the longest distance.
fn shells(graph: &Graph) -> (Vec<u32>, usize) {
    let nodes = graph.nodes();
    let (mut found, mut longest) = (Vec::with_capacity(nodes * 5), 0);
    let mut seen_from = vec![END; nodes];
    let mut queue: Vec<u32> = Vec::with_capacity(nodes);
    for source in 0..nodes as u32 {
        queue.clear();
        queue.push(source);
        seen_from[source as usize] = source;
        let (mut from, mut distance) = (0, 0);
        while from < queue.len() {
            let until = queue.len();
            found.push((until - from) as u32);
            for place in from..until {
                for &next in graph.neighbours(queue[place]) {
                    if seen_from[next as usize] != source {
                        seen_from[next as usize] = source;
                        queue.push(next);
                    }
                }
            }
            from = until;
            distance += 1;
        }
        longest = longest.max(distance - 1);
        found.push(END);
    }
    (found, longest)
}

/// Network portrait divergence: how different are two networks at all distances at once?
///
/// Takes: two portraits; whether they may be compared is told by `comparable`.
/// Gives: the Jensen–Shannon divergence of the two distributions in bits, 0 ..= 1; 0 for networks with the same portrait.
/// Undefined (a network without nodes): `None`.
/// Cost: O(entries of both), one logarithm for each entry that both have. Deterministic.
/// Source: as `Portrait::of`. What only one of the two has adds half its share, and needs no logarithm.
/// Checked: symmetric, 0 with itself, within bounds, the same for any numbering; data/oracles (netrd).
pub fn portrait_divergence(one: &Portrait, other: &Portrait) -> Option<f64> {
    if one.nodes == 0 || other.nodes == 0 {
        return None;
    }
    let (mut sum, mut i, mut j) = (0.0, 0, 0);
    while i < one.keys.len() && j < other.keys.len() {
        match one.keys[i].cmp(&other.keys[j]) {
            std::cmp::Ordering::Less => {
                sum += one.shares[i];
                i += 1;
            }
            std::cmp::Ordering::Greater => {
                sum += other.shares[j];
                j += 1;
            }
            std::cmp::Ordering::Equal => {
                let (p, q) = (one.shares[i], other.shares[j]);
                if p != q {
                    let both = (p + q).log2();
                    sum += p * (1.0 + one.logs[i] - both) + q * (1.0 + other.logs[j] - both);
                }
                i += 1;
                j += 1;
            }
        }
    }
    sum += one.shares[i..].iter().sum::<f64>() + other.shares[j..].iter().sum::<f64>();
    Some((sum / 2.0).clamp(0.0, 1.0))
}
