//! The people of one coalition as who looks for somebody sees them: who can be reached over whom.
//!
//! Why: one step is one phone call, so a line runs from person to person; and one that is sure beats one that is short.
//! Never: a person whom the viewer may not see: that is somebody at the organisation.

use super::edges::{Cost, Edge, edges};
use crate::model::*;
use crate::network::*;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Which edge: ask `Lines::edge`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EdgeRef(u32);

/// Somebody on a line, and how the one before reaches them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Who: a node.
    pub node: usize,
    /// The step to here; absent for the first.
    pub edge: Option<EdgeRef>,
}

/// A way from one to another, both included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// From first to last; one alone when they are the same.
    pub steps: Vec<Step>,
    /// How many of its steps are unconfirmed.
    pub unsure: usize,
}

impl Line {
    /// Number of steps from the first to the last.
    pub fn length(&self) -> usize {
        self.steps.len() - 1
    }

    /// The nodes, first to last.
    pub fn nodes(&self) -> impl Iterator<Item = usize> + '_ {
        self.steps.iter().map(|step| step.node)
    }

    /// The same line, walked from its other end.
    pub fn reversed(&self) -> Self {
        let edges = std::iter::once(None).chain(self.steps.iter().skip(1).rev().map(|step| step.edge));
        let steps = self.steps.iter().rev().zip(edges).map(|(step, edge)| Step { node: step.node, edge }).collect();
        Self { steps, unsure: self.unsure }
    }
}

/// The people of one coalition and the steps between them.
#[derive(Debug, Clone)]
pub struct Lines {
    /// Who there is: the nodes of `Network::people`, then somebody at every other member.
    pub nodes: Vec<PersonNode>,
    /// All that is said of pairs of nodes, also what is no step: denied, planned and wished lines.
    pub links: Vec<Link>,
    edges: Vec<Edge>,
    costs: Vec<Cost>,
    /// Where the steps of each node start in `ways`; one more entry than nodes.
    offsets: Vec<u32>,
    /// Neighbour and edge, node after node, the lowest neighbour first.
    ways: Vec<(u32, u32)>,
    /// Whether a line may run through a node, and not only end there.
    passable: Vec<bool>,
    of_member: Vec<Vec<usize>>,
}

impl Lines {
    /// Reads the people of a frozen coalition, as its viewer sees them.
    ///
    /// Steps are practice lines that somebody says are there, each judged for the two people themselves; consultations; being
    /// colleagues (with the unnamed ones too); and speaking for a partner. What is planned, wished or denied is no step. Of two ties
    /// the surer one counts, then the stronger. Governance parties are ends and never in between, nor is somebody at a partner of
    /// which only the kind is known: the two who meet there may be of different organisations. An umbrella is one, also without a name.
    /// Cost: O(claims · log + colleagues²), kept with the network.
    pub fn of(register: &Register, network: &Network) -> Self {
        let people = PeopleLinks::of(register, network);
        let edges = edges(&people, network);
        let PeopleLinks { nodes, links, .. } = people;
        let (offsets, ways) = rows(nodes.len(), &edges);
        let mut of_member = vec![Vec::new(); network.members.len()];
        for (place, node) in nodes.iter().enumerate() {
            node.members.iter().for_each(|&member| of_member[member].push(place));
        }
        let passable = nodes.iter().map(|node| passable(node, network)).collect();
        Self { costs: edges.iter().map(Cost::of).collect(), nodes, links, edges, offsets, ways, passable, of_member }
    }

    /// A step.
    pub fn edge(&self, edge: EdgeRef) -> &Edge {
        &self.edges[edge.0 as usize]
    }

    /// All steps, by their ends.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// Everybody at a member: who is named, and somebody.
    pub fn nodes_of(&self, member: usize) -> &[usize] {
        &self.of_member[member]
    }

    /// A person; `None`: not seen here. Cost: O(log persons).
    pub fn node_of_person(&self, id: PersonId) -> Option<usize> {
        let named = self.nodes.partition_point(|node| node.person.is_some());
        self.nodes[..named].binary_search_by_key(&Some(id), |node| node.person).ok()
    }

    /// The best line from any of these to any of those.
    ///
    /// Gives: a line of confirmed steps alone if there is one; else the one with the fewest unconfirmed steps; of those the one with
    /// the fewest steps, then the strongest, then the freshest, then the one over the lowest nodes. Undefined (no line is known):
    /// `None`. Cost: as `towards`, which who asks more than once keeps.
    pub fn shortest(&self, from: &[usize], to: &[usize]) -> Option<Line> {
        self.towards(to).line_of_any(from)
    }

    /// The best line to any of these, for everybody at once.
    ///
    /// Cost: O(edges · log nodes). Memory: 24 bytes a node. Deterministic.
    /// Source: Dijkstra, Numer. Math. 1, 269, 1959, doi:10.1007/BF01386390, over costs that are compared part by part.
    /// Checked: every simple path of small coalitions; closed forms.
    pub fn towards(&self, to: &[usize]) -> Towards {
        let mut cells: Vec<Option<Cell>> = vec![None; self.nodes.len()];
        let mut queue = BinaryHeap::new();
        for &end in to {
            cells[end] = Some(Cell { cost: Cost::default(), onward: None });
            queue.push(Reverse((Cost::default(), end)));
        }
        while let Some(Reverse((cost, here))) = queue.pop() {
            let late = cells[here].is_some_and(|cell| cell.cost < cost);
            if late || (cost.steps > 0 && !self.passable[here]) {
                continue;
            }
            for &(next, edge) in self.ways_of(here) {
                let next = next as usize;
                let cost = cost.and(self.costs[edge as usize]);
                let onward = Some((here as u32, EdgeRef(edge)));
                match &mut cells[next] {
                    Some(cell) if cell.cost < cost => {}
                    // Equally good: over the lower node. Where a line ends, nothing is equally good.
                    Some(cell) if cell.cost == cost => cell.onward = cell.onward.min(onward),
                    cell => {
                        *cell = Some(Cell { cost, onward });
                        queue.push(Reverse((cost, next)));
                    }
                }
            }
        }
        Towards { cells }
    }

    fn ways_of(&self, node: usize) -> &[(u32, u32)] {
        &self.ways[self.offsets[node] as usize..self.offsets[node + 1] as usize]
    }
}

/// How one node goes on towards the nearest end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cell {
    cost: Cost,
    /// The next node and the step to it; absent at an end.
    onward: Option<(u32, EdgeRef)>,
}

/// For every node the best line to the nearest of some ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Towards {
    cells: Vec<Option<Cell>>,
}

impl Towards {
    /// The line of one node, from it to the end.
    pub fn line(&self, node: usize) -> Option<Line> {
        let mut cell = self.cells[node].as_ref()?;
        let mut line = Line { steps: vec![Step { node, edge: None }], unsure: cell.cost.unsure as usize };
        while let Some((next, edge)) = cell.onward {
            line.steps.push(Step { node: next as usize, edge: Some(edge) });
            cell = self.cells[next as usize].as_ref()?;
        }
        Some(line)
    }

    /// Which of these has the best line; of equal ones the lowest.
    pub fn best(&self, from: &[usize]) -> Option<usize> {
        let reached = from.iter().filter_map(|&node| Some((self.cells[node]?.cost, node)));
        reached.min().map(|(_, node)| node)
    }

    /// The line of whichever of these has the best one.
    pub fn line_of_any(&self, from: &[usize]) -> Option<Line> {
        self.line(self.best(from)?)
    }

    /// Orders nodes as their lines do: who has none comes last.
    pub fn compare(&self, a: usize, b: usize) -> std::cmp::Ordering {
        let cost = |node: usize| self.cells[node].map_or((true, Cost::default()), |cell| (false, cell.cost));
        cost(a).cmp(&cost(b))
    }
}

/// May a line run through this node?
fn passable(node: &PersonNode, network: &Network) -> bool {
    let walked = |&member: &usize| {
        let member = &network.members[member];
        !member.governance && (node.person.is_some() || !member.organisation.placeholder || member.umbrella)
    };
    node.members.is_empty() || node.members.iter().any(walked)
}

fn rows(nodes: usize, edges: &[Edge]) -> (Vec<u32>, Vec<(u32, u32)>) {
    let mut both: Vec<(u32, u32, u32)> = (0u32..)
        .zip(edges)
        .flat_map(|(place, edge)| [(edge.a as u32, edge.b as u32, place), (edge.b as u32, edge.a as u32, place)])
        .collect();
    both.sort_unstable();
    let offsets = (0..=nodes as u32).map(|node| both.partition_point(|&(from, ..)| from < node) as u32).collect();
    (offsets, both.into_iter().map(|(_, to, edge)| (to, edge)).collect())
}
