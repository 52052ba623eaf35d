//! Articulation points and bridges.

use crate::network::Graph;

/// What holds the network together alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cuts {
    /// Nodes whose removal leaves more components than there were, sorted.
    pub points: Vec<u32>,
    /// Links whose removal leaves more components than there were, smaller node first, sorted.
    pub bridges: Vec<(u32, u32)>,
}

/// Articulation points: without which single partner does the network fall apart?
///
/// Takes, gives, cost, source, checked: the points of `cuts`.
pub fn articulation_points(graph: &Graph) -> Vec<u32> {
    cuts(graph).points
}

/// Cuts: without which single partner, and without which single line, does the network fall apart?
///
/// Takes: undirected, unweighted graph.
/// Gives: articulation points and bridges.
/// Undefined: never; a network without lines has none.
/// Cost: O(n + m), without recursion. Deterministic.
/// Source: R. Tarjan, SIAM J. Comput. 1, 146–160, 1972, doi:10.1137/0201010.
/// Checked: the worked example; closed forms; data/oracles (NetworkX); removal one by one; rustworkx-core.
pub fn cuts(graph: &Graph) -> Cuts {
    let mut search = Search::new(graph.nodes());
    for root in 0..graph.nodes() as u32 {
        if search.order[root as usize] == 0 {
            search.from(root, graph);
        }
    }
    let points = (0u32..).zip(&search.is_point).filter(|(_, is)| **is).map(|(node, _)| node).collect();
    search.bridges.sort_unstable();
    Cuts { points, bridges: search.bridges }
}

/// A node on the way from the root to where the search is.
struct Open {
    node: u32,
    /// Neighbours that were looked at.
    looked: u32,
    /// Lowest order that can be reached from below it without its own line upward.
    low: u32,
}

struct Search {
    /// In which order nodes were found, from 1; 0: not yet.
    order: Vec<u32>,
    found: u32,
    open: Vec<Open>,
    is_point: Vec<bool>,
    bridges: Vec<(u32, u32)>,
}

impl Search {
    fn new(nodes: usize) -> Self {
        Self { order: vec![0; nodes], found: 0, open: Vec::new(), is_point: vec![false; nodes], bridges: Vec::new() }
    }

    fn find(&mut self, node: u32) -> Open {
        self.found += 1;
        self.order[node as usize] = self.found;
        Open { node, looked: 0, low: self.found }
    }

    fn from(&mut self, root: u32, graph: &Graph) {
        let mut children_of_root = 0;
        // The node at hand is kept out of the list: most looks change only it. No node is its own parent, nor the root's.
        let (mut here, mut parent) = (self.find(root), u32::MAX);
        loop {
            if let Some(next) = self.look(&mut here, parent, graph) {
                parent = here.node;
                let below = self.find(next);
                self.open.push(std::mem::replace(&mut here, below));
                continue;
            }
            let Some(mut above) = self.open.pop() else { break };
            let above_order = self.order[above.node as usize];
            if self.open.is_empty() {
                children_of_root += 1;
            } else if here.low >= above_order {
                self.is_point[above.node as usize] = true;
            }
            if here.low > above_order {
                self.bridges.push((above.node.min(here.node), above.node.max(here.node)));
            }
            above.low = above.low.min(here.low);
            here = above;
            parent = self.open.last().map_or(u32::MAX, |open| open.node);
        }
        self.is_point[root as usize] = children_of_root > 1;
    }

    /// Looks on along the neighbours, up to one that was not found yet.
    fn look(&self, here: &mut Open, parent: u32, graph: &Graph) -> Option<u32> {
        for &other in &graph.neighbours(here.node)[here.looked as usize..] {
            here.looked += 1;
            let order = self.order[other as usize];
            if order == 0 {
                return Some(other);
            }
            if other != parent {
                here.low = here.low.min(order);
            }
        }
        None
    }
}
