//! A weighted network as flat arrays, that can be folded: groups of nodes become nodes.

use crate::network::Graph;

/// An undirected network with whole-number weights. Weight inside a folded node counts in its strength only.
pub(super) struct Weighted {
    offsets: Vec<u32>,
    /// Neighbour and weight, node after node.
    arcs: Vec<(u32, u32)>,
    /// Weight of all lines of each node, both ends of a line inside it.
    strength: Vec<f64>,
    /// Weight of all lines, counted at both ends: 2m.
    total: f64,
}

impl Weighted {
    pub(super) fn of(graph: &Graph, weights: Option<&[u32]>) -> Self {
        assert!(weights.is_none_or(|weights| weights.len() == graph.links()), "one weight a link");
        let sum: u64 = weights.map_or(graph.links() as u64, |weights| weights.iter().map(|&weight| u64::from(weight)).sum());
        assert!(sum < 1 << 31, "weights add up to less than 2³¹");
        let mut offsets = vec![0u32];
        let mut end = 0;
        offsets.extend((0..graph.nodes() as u32).map(|node| {
            end += graph.degree(node) as u32;
            end
        }));
        let mut next = offsets.clone();
        let mut arcs = vec![(0, 0); end as usize];
        // Pairs come sorted, so every row fills in order.
        for (link, (a, b)) in graph.pairs().enumerate() {
            let weight = weights.map_or(1, |weights| weights[link]);
            for (from, to) in [(a, b), (b, a)] {
                arcs[next[from as usize] as usize] = (to, weight);
                next[from as usize] += 1;
            }
        }
        let row = |two: &[u32]| arcs[two[0] as usize..two[1] as usize].iter().map(|&(_, weight)| f64::from(weight)).sum();
        Self { strength: offsets.windows(2).map(row).collect(), offsets, arcs, total: 2.0 * sum as f64 }
    }

    pub(super) fn nodes(&self) -> usize {
        self.strength.len()
    }
    pub(super) fn total(&self) -> f64 {
        self.total
    }
    #[inline]
    pub(super) fn strength(&self, node: u32) -> f64 {
        self.strength[node as usize]
    }
    #[inline]
    pub(super) fn arcs(&self, node: u32) -> &[(u32, u32)] {
        &self.arcs[self.offsets[node as usize] as usize..self.offsets[node as usize + 1] as usize]
    }

    /// The groups as nodes. Groups are 0 .. `count`, none of them empty.
    pub(super) fn folded(&self, of: &[u32], count: usize) -> Self {
        let (starts, members) = by_group(of, count);
        let mut strength = vec![0.0; count];
        let mut weight_to = vec![0u32; count];
        let mut touched = Vec::new();
        let mut offsets = Vec::with_capacity(count + 1);
        let mut arcs = Vec::new();
        offsets.push(0);
        for group in 0..count {
            for &node in &members[starts[group] as usize..starts[group + 1] as usize] {
                strength[group] += self.strength(node);
                for &(other, weight) in self.arcs(node) {
                    let to = of[other as usize];
                    if to as usize != group {
                        if weight_to[to as usize] == 0 {
                            touched.push(to);
                        }
                        weight_to[to as usize] += weight;
                    }
                }
            }
            // A line of weight 0 may touch a group more than once; only the first time there is something to take.
            for to in touched.drain(..) {
                let weight = std::mem::take(&mut weight_to[to as usize]);
                if weight > 0 {
                    arcs.push((to, weight));
                }
            }
            offsets.push(arcs.len() as u32);
        }
        Self { offsets, arcs, strength, total: self.total }
    }

    // Q = Σ_c (2·inside_c / 2m − (strength_c / 2m)²).
    pub(super) fn modularity(&self, of: &[u32]) -> Option<f64> {
        let groups = of.iter().max().map_or(0, |&last| last as usize + 1);
        let mut strength = vec![0.0; groups];
        let mut inside = 0u64;
        for node in 0..self.nodes() as u32 {
            let own = of[node as usize];
            strength[own as usize] += self.strength(node);
            let within = self.arcs(node).iter().filter(|&&(other, _)| of[other as usize] == own);
            inside += within.map(|&(_, weight)| u64::from(weight)).sum::<u64>();
        }
        let chance: f64 = strength.iter().map(|strength| (strength / self.total).powi(2)).sum();
        (self.total > 0.0).then(|| inside as f64 / self.total - chance)
    }
}

/// Where each group starts in the list of nodes sorted by group.
fn by_group(of: &[u32], count: usize) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0u32; count + 1];
    of.iter().for_each(|&group| starts[group as usize + 1] += 1);
    for group in 0..count {
        starts[group + 1] += starts[group];
    }
    let mut next = starts.clone();
    let mut members = vec![0; of.len()];
    for (node, &group) in of.iter().enumerate() {
        members[next[group as usize] as usize] = node as u32;
        next[group as usize] += 1;
    }
    (starts, members)
}
