//! Constraint and effective size: how much room a partner has between its neighbours.

use crate::network::Graph;

/// Constraint: how far do all lines of a partner lead to the same circle?
///
/// Takes: undirected graph; weights of the lines, one an entry of `Graph::targets`, the same in both directions, each above 0;
/// without them every line weighs 1.
/// Gives: a number a node: Σ over neighbours j of (p_ij + Σ_q p_iq·p_qj)², where p_ij is the share of j in all that i has; low:
/// lines to people who do not know each other, 1: one single line, above 1 (up to 1.125) in a pair or triangle of insiders.
/// Undefined (a node without lines): `None` for that node.
/// Cost: O(m^1.5) time, O(n + m) memory. Deterministic.
/// Source: R. Burt, Structural Holes, Harvard University Press, 1992, eq. 2.4, over the neighbours of i.
/// Checked: star, path, complete in closed form; the worked example; data/oracles (NetworkX, with and without weights).
pub fn constraint(graph: &Graph, weights: Option<&[u32]>) -> Vec<Option<f64>> {
    let forward = Forward::of(graph, weights);
    let strength: Vec<f64> = match weights {
        Some(weights) => {
            (0..graph.nodes() as u32).map(|node| weights[graph.row(node)].iter().map(|&w| f64::from(w)).sum()).collect()
        }
        None => (0..graph.nodes() as u32).map(|node| graph.degree(node) as f64).collect(),
    };
    // With s_i what i has in all and w_ij = w_ji: Σ_q p_iq·p_qj = (1/s_i) Σ_q w_iq·w_qj / s_q, and that sum is the same from j.
    let mut shared = vec![0.0; forward.targets.len()];
    let weight = |link: usize| f64::from(forward.weights.get(link).copied().unwrap_or(1));
    forward.triangles(|[a, b, c], [ab, ac, bc]| {
        shared[ab] += weight(ac) * weight(bc) / strength[c as usize];
        shared[ac] += weight(ab) * weight(bc) / strength[b as usize];
        shared[bc] += weight(ab) * weight(ac) / strength[a as usize];
    });
    let mut squares = vec![0.0; graph.nodes()];
    forward.each(|a, b, link| {
        let both = weight(link) + shared[link];
        for node in [a, b] {
            let share = both / strength[node as usize];
            squares[node as usize] += share * share;
        }
    });
    squares.into_iter().zip(strength).map(|(sum, strength)| (strength > 0.0).then_some(sum)).collect()
}

/// Effective size: how many separate circles do the lines of a partner lead to?
///
/// Takes: undirected, unweighted graph.
/// Gives: a number a node: degree − 2t / degree, t the lines between its neighbours; 1 (all know each other) ..= degree (none do).
/// Undefined (a node without lines): `None` for that node.
/// Cost: O(m^1.5) time, O(n + m) memory. Deterministic.
/// Source: S. Borgatti, Connections 20(1), 35–38, 1997, for R. Burt, Structural Holes, 1992.
/// Checked: star, path, complete in closed form; the worked example; data/oracles (NetworkX).
pub fn effective_size(graph: &Graph) -> Vec<Option<f64>> {
    let mut between = vec![0u64; graph.nodes()];
    Forward::of(graph, None).triangles(|nodes, _| nodes.into_iter().for_each(|node| between[node as usize] += 1));
    let size = |(node, lines): (u32, u64)| {
        let degree = graph.degree(node) as f64;
        (degree > 0.0).then(|| degree - 2.0 * lines as f64 / degree)
    };
    (0u32..).zip(between).map(size).collect()
}

/// Every line once, from its end of lower degree: no node looks ahead at more than √(2m) others.
struct Forward {
    starts: Vec<u32>,
    targets: Vec<u32>,
    /// One a line; empty: all 1.
    weights: Vec<u32>,
}

impl Forward {
    fn of(graph: &Graph, weights: Option<&[u32]>) -> Self {
        let nodes = graph.nodes();
        let mut forward = Self { starts: vec![0], targets: Vec::with_capacity(graph.links()), weights: Vec::new() };
        for node in 0..nodes as u32 {
            let rank = (graph.degree(node), node);
            for (&other, at) in graph.neighbours(node).iter().zip(graph.row(node)) {
                if rank < (graph.degree(other), other) {
                    forward.targets.push(other);
                    forward.weights.extend(weights.map(|weights| weights[at]));
                }
            }
            forward.starts.push(forward.targets.len() as u32);
        }
        forward
    }

    fn row(&self, node: u32) -> std::ops::Range<usize> {
        self.starts[node as usize] as usize..self.starts[node as usize + 1] as usize
    }

    /// Every line: its ends and its number.
    fn each(&self, mut told: impl FnMut(u32, u32, usize)) {
        for a in 0..self.starts.len() as u32 - 1 {
            self.row(a).for_each(|link| told(a, self.targets[link], link));
        }
    }

    /// Every triangle once: its nodes a, b, c and its lines ab, ac, bc.
    fn triangles(&self, mut told: impl FnMut([u32; 3], [usize; 3])) {
        // For neighbours of the node at hand: one more than the number of the line to them; 0 for others.
        let mut line_to = vec![0u32; self.starts.len() - 1];
        for a in 0..self.starts.len() as u32 - 1 {
            self.row(a).for_each(|link| line_to[self.targets[link] as usize] = link as u32 + 1);
            for ab in self.row(a) {
                let b = self.targets[ab];
                for bc in self.row(b) {
                    let c = self.targets[bc];
                    if let Some(ac) = line_to[c as usize].checked_sub(1) {
                        told([a, b, c], [ab, ac as usize, bc]);
                    }
                }
            }
            self.row(a).for_each(|link| line_to[self.targets[link] as usize] = 0);
        }
    }
}
