//! Maximum flow on the node-split graph: every node that can leave lets one unit through.

use super::CarrierInput;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::VecDeque;

/// More than any number of disjoint paths.
const UNBOUNDED: u32 = u32::MAX / 4;

/// A flow from everybody of the one side to everybody of the other. Node v is split into 2v (in) and 2v + 1 (out); arc i and
/// arc i ^ 1 are each other's reverse; arc 2v leads from v's in to its out.
pub(super) struct Flow {
    nodes: usize,
    arcs_of: Vec<Vec<u32>>,
    to: Vec<u32>,
    /// What each arc can still take.
    left: Vec<u32>,
    removed: Vec<bool>,
    /// Units that run from side to side.
    pub value: usize,
}

impl Flow {
    /// A maximum flow. `None`: it is unbounded, because a path across runs through nodes only that cannot be cut.
    pub fn maximum(input: &CarrierInput, uncuttable: impl Fn(u32) -> bool) -> Option<Self> {
        let nodes = input.graph.nodes();
        let mut flow = Self {
            nodes,
            arcs_of: vec![Vec::new(); 2 * nodes + 2],
            to: Vec::new(),
            left: Vec::new(),
            removed: vec![false; nodes],
            value: 0,
        };
        for node in 0..nodes as u32 {
            flow.arc(2 * node, 2 * node + 1, if uncuttable(node) { UNBOUNDED } else { 1 });
        }
        for (a, b) in input.graph.pairs() {
            flow.arc(2 * a + 1, 2 * b, UNBOUNDED);
            flow.arc(2 * b + 1, 2 * a, UNBOUNDED);
        }
        for (node, &[first, second]) in (0u32..).zip(&input.sides) {
            if first {
                flow.arc(flow.source(), 2 * node, UNBOUNDED);
            }
            if second {
                flow.arc(2 * node + 1, flow.sink(), UNBOUNDED);
            }
        }
        if flow.push(flow.source(), flow.sink(), UNBOUNDED) {
            return None;
        }
        while flow.push(flow.source(), flow.sink(), 1) {
            flow.value += 1;
        }
        Some(flow)
    }

    fn source(&self) -> u32 {
        2 * self.nodes as u32
    }
    fn sink(&self) -> u32 {
        2 * self.nodes as u32 + 1
    }

    fn arc(&mut self, from: u32, to: u32, capacity: u32) {
        for (from, to, left) in [(from, to, capacity), (to, from, 0)] {
            self.arcs_of[from as usize].push(self.to.len() as u32);
            self.to.push(to);
            self.left.push(left);
        }
    }

    /// Sends units along a shortest path of arcs that can still take them; false: there is no such path.
    fn push(&mut self, from: u32, to: u32, units: u32) -> bool {
        let mut by: Vec<Option<u32>> = vec![None; self.arcs_of.len()];
        let mut queue = VecDeque::from([from]);
        'search: while let Some(here) = queue.pop_front() {
            for &arc in &self.arcs_of[here as usize] {
                let next = self.to[arc as usize];
                if self.left[arc as usize] < units || next == from || by[next as usize].is_some() {
                    continue;
                }
                by[next as usize] = Some(arc);
                if next == to {
                    break 'search;
                }
                queue.push_back(next);
            }
        }
        let mut here = to;
        while let Some(arc) = by[here as usize] {
            self.left[arc as usize] -= units;
            self.left[arc as usize ^ 1] += units;
            here = self.to[arc as usize ^ 1];
        }
        here != to
    }

    /// Nodes without which the maximum is one less: full, and in to out can be reached over no other way (J.-C. Picard &
    /// M. Queyranne, Math. Program. Study 13, 1980: an arc is in some minimum cut when it is full and its ends lie in different
    /// strongly connected components of what is left).
    pub fn in_some_cut(&self) -> Vec<u32> {
        let mut graph: DiGraph<(), ()> = DiGraph::with_capacity(self.arcs_of.len(), self.to.len());
        for _ in 0..self.arcs_of.len() {
            graph.add_node(());
        }
        for (arc, &to) in self.to.iter().enumerate().filter(|(arc, _)| self.left[*arc] > 0) {
            graph.add_edge(NodeIndex::new(self.to[arc ^ 1] as usize), NodeIndex::new(to as usize), ());
        }
        let mut component = vec![0; self.arcs_of.len()];
        for (number, nodes) in kosaraju_scc(&graph).into_iter().enumerate() {
            nodes.into_iter().for_each(|node| component[node.index()] = number);
        }
        let cuts = |node: &usize| self.left[2 * node] == 0 && component[2 * node] != component[2 * node + 1];
        (0..self.nodes).filter(|node| !self.removed[*node]).filter(cuts).map(|node| node as u32).collect()
    }

    /// Nodes that every minimum cut holds: if one more unit could pass them, one more would run from side to side.
    pub fn in_every_cut(&self) -> Vec<u32> {
        // Forward from the source; backward, over the reverse of each arc, from the sink.
        let reached = |start: u32, back: usize| {
            let mut seen = vec![false; self.arcs_of.len()];
            let mut open = vec![start];
            seen[start as usize] = true;
            while let Some(here) = open.pop() {
                for arc in self.arcs_of[here as usize].iter().map(|&arc| arc as usize) {
                    let next = self.to[arc] as usize;
                    if self.left[arc ^ back] > 0 && !std::mem::replace(&mut seen[next], true) {
                        open.push(next as u32);
                    }
                }
            }
            seen
        };
        let (from, to) = (reached(self.source(), 0), reached(self.sink(), 1));
        (0..self.nodes).filter(|&node| from[2 * node] && to[2 * node + 1]).map(|node| node as u32).collect()
    }

    /// Takes out a node through which a unit runs, and that unit with it. The flow stays a maximum when the node is in a minimum cut.
    pub fn remove(&mut self, node: u32) {
        let arc = 2 * node as usize;
        (self.left[arc], self.left[arc ^ 1]) = (0, 0);
        self.removed[node as usize] = true;
        // The unit that came in goes back to where it came from; the one that went out is called back.
        let back = self.push(2 * node, self.source(), 1) && self.push(self.sink(), 2 * node + 1, 1);
        debug_assert!(back, "a unit runs through every node of a cut");
        self.value -= 1;
    }
}
