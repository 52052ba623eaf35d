//! The nearest of a set of people, for one or for everybody, over flat arrays.
//!
//! Why: "who is the nearest that helps with debts" is asked of a whole country, many thousand times a second.
//! Never: a name, a certainty, a word; who asks for the line of one coalition in words takes `lines`.

use crate::network::WeightedGraph;

/// A line of more steps than this is no line that anybody walks; it is not looked for.
pub const STEPS_MAX: u8 = 8;

/// No node.
const NOBODY: u32 = u32::MAX;
/// Bits of a mark that hold the level; the others hold the question.
const LEVEL_BITS: u32 = 4;

/// Some of the nodes of a graph: one bit a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Targets {
    nodes: usize,
    words: Vec<u64>,
}

impl Targets {
    /// Takes the number of nodes of the graph, and some of them in any order. Panics: one does not exist. Memory: nodes / 8 bytes.
    pub fn of(nodes: usize, targets: impl IntoIterator<Item = u32>) -> Self {
        let mut words = vec![0u64; nodes.div_ceil(64)];
        for node in targets {
            assert!((node as usize) < nodes, "node {node} of {nodes}");
            words[node as usize / 64] |= 1 << (node % 64);
        }
        Self { nodes, words }
    }

    /// Is this node one of them?
    #[inline]
    pub fn holds(&self, node: u32) -> bool {
        self.words[node as usize / 64] >> (node % 64) & 1 == 1
    }

    /// All of them, lowest first.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.nodes as u32).filter(|&node| self.holds(node))
    }
}

/// The nearest target of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nearest {
    /// Which one.
    pub target: u32,
    /// Steps to it.
    pub steps: u8,
    /// Strengths along the line, added up.
    pub strength: u32,
}

/// What is kept of one node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cell {
    /// The nearest target; `NOBODY` where none is within reach.
    target: u32,
    /// The next node of the line; itself for a target.
    next: u32,
    strength: u16,
    steps: u8,
}

/// For every node the nearest of a set of targets: a table, made by one pass and read in one look.
///
/// Memory: 12 bytes a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    cells: Vec<Cell>,
}

impl Reach {
    /// Who is the nearest, for everybody at once?
    ///
    /// Takes: people with strengths, undirected, and the targets. Gives: for every node the target with the fewest steps; of those
    /// the one with the highest sum of strengths over a shortest line; of those the lowest. A target is its own nearest, at 0 steps.
    /// Undefined (none within `STEPS_MAX` steps): `nearest` gives `None`.
    /// Cost: O(n + m): every link of a node within reach is read at most twice. Deterministic.
    /// Source: breadth-first search from all targets at once, Moore 1959; the sums by Bellman's rule, level by level.
    /// Checked: a path, a star and ties in closed form; petgraph's distances and every simple path of small graphs.
    pub fn of(graph: &WeightedGraph<u8>, targets: &Targets) -> Self {
        let empty = Cell { target: NOBODY, next: NOBODY, strength: 0, steps: u8::MAX };
        let mut cells = vec![empty; graph.graph().nodes()];
        let mut level: Vec<u32> = targets.iter().collect();
        for &target in &level {
            cells[target as usize] = Cell { target, next: target, strength: 0, steps: 0 };
        }
        let mut farther = Vec::new();
        for steps in 1..=STEPS_MAX {
            for &here in &level {
                let Cell { target, strength, .. } = cells[here as usize];
                for (other, weight) in graph.links_of(here) {
                    let cell = &mut cells[other as usize];
                    let strength = strength + u16::from(weight);
                    if cell.steps > steps {
                        *cell = Cell { target, next: here, strength, steps };
                        farther.push(other);
                    } else if cell.steps == steps && better(strength, target, here, cell) {
                        *cell = Cell { target, next: here, strength, steps };
                    }
                }
            }
            level.clear();
            std::mem::swap(&mut level, &mut farther);
        }
        Self { cells }
    }

    /// The nearest target of a node. Cost: one look.
    #[inline]
    pub fn nearest(&self, node: u32) -> Option<Nearest> {
        let cell = &self.cells[node as usize];
        let found = Nearest { target: cell.target, steps: cell.steps, strength: u32::from(cell.strength) };
        (cell.target != NOBODY).then_some(found)
    }

    /// The line from a node to its nearest target, both included; empty where there is none.
    pub fn path(&self, node: u32) -> Vec<u32> {
        let Some(Nearest { steps, .. }) = self.nearest(node) else { return Vec::new() };
        let onward = std::iter::successors(Some(node), |&here| Some(self.cells[here as usize].next));
        onward.take(usize::from(steps) + 1).collect()
    }

    /// Bytes that the table holds.
    pub fn bytes(&self) -> usize {
        self.cells.len() * size_of::<Cell>()
    }
}

/// Is a line over `next` better than the one of the same length in the cell?
fn better(strength: u16, target: u32, next: u32, cell: &Cell) -> bool {
    (strength, cell.target, cell.next) > (cell.strength, target, next)
}

/// What one search has noted of a node.
#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    /// Which question, and at which level the node stands in it.
    stamp: u32,
    /// Highest sum of strengths of a shortest line to it.
    strength: u16,
}

/// A search for the nearest target of one person, without a table. Made once and asked many times: it allocates nothing once it has
/// met its widest level.
///
/// Memory: 8 bytes a node and two lists of nodes.
#[derive(Debug, Clone)]
pub struct Seeker {
    marks: Vec<Mark>,
    question: u32,
    level: Vec<u32>,
    farther: Vec<u32>,
}

impl Seeker {
    /// For graphs of up to so many nodes.
    pub fn new(nodes: usize) -> Self {
        Self { marks: vec![Mark::default(); nodes], question: 0, level: Vec::new(), farther: Vec::new() }
    }

    /// Who is the nearest of the targets, for somebody who does not count as one?
    ///
    /// Takes: people with strengths, undirected; the targets; who asks. Gives: the target with the fewest steps, at least one and at
    /// most `STEPS_MAX`; of those the one with the highest sum of strengths over a shortest line; of those the lowest.
    /// Undefined (none so near): `None`. Panics: the graph has more nodes than the search was made for.
    /// Cost: O(links of everybody nearer than the answer), of whom none is read when the first level has a target. Deterministic.
    /// Source: as `Reach::of`. Checked: against `Reach::of`, and as it is.
    pub fn nearest(&mut self, graph: &WeightedGraph<u8>, targets: &Targets, from: u32) -> Option<Nearest> {
        self.nearest_of_any(graph, targets, &[from])
    }

    /// The same for several who ask together, of whom none counts as a target: the best of what each would be told, in one search.
    /// Cost: that of one search, however many ask.
    pub fn nearest_of_any(&mut self, graph: &WeightedGraph<u8>, targets: &Targets, from: &[u32]) -> Option<Nearest> {
        self.ask(from);
        for steps in 1..=STEPS_MAX {
            // Nobody at an earlier level has a target for a neighbour, so each one seen here is new: no mark is read.
            if let Some((strength, target)) = self.found(graph, targets) {
                return Some(Nearest { target, steps, strength: u32::from(strength) });
            }
            if steps < STEPS_MAX {
                self.widen(graph, steps);
            }
            if self.level.is_empty() {
                break;
            }
        }
        None
    }

    /// The line of the answer that was given last, from who asked to the target, both included; of equal ones that over the lowest
    /// nodes, seen from the target. Takes the same graph. Cost: O(links of the nodes on the line).
    pub fn path(&self, graph: &WeightedGraph<u8>, from: u32, found: Nearest) -> Vec<u32> {
        let mut path = vec![found.target];
        let (mut here, mut left) = (found.target, found.strength);
        for level in (0..u32::from(found.steps)).rev() {
            let before = graph.links_of(here).find(|&(other, weight)| {
                let mark = self.marks[other as usize];
                let there = mark.stamp == self.stamp(level) && u32::from(mark.strength) + u32::from(weight) == left;
                there && (level > 0 || other == from)
            });
            let Some((other, weight)) = before else { return Vec::new() };
            left -= u32::from(weight);
            here = other;
            path.push(here);
        }
        path.reverse();
        path
    }

    /// Begins a question: everything that was noted before is old.
    fn ask(&mut self, from: &[u32]) {
        self.question += 1;
        if self.question >> (u32::BITS - LEVEL_BITS) != 0 {
            self.marks.fill(Mark::default());
            self.question = 1;
        }
        self.level.clear();
        self.level.extend_from_slice(from);
        for &one in from {
            self.marks[one as usize] = Mark { stamp: self.stamp(0), strength: 0 };
        }
    }

    fn stamp(&self, level: u32) -> u32 {
        self.question << LEVEL_BITS | level
    }

    /// The best target beside the nodes of this level.
    #[inline]
    fn found(&self, graph: &WeightedGraph<u8>, targets: &Targets) -> Option<(u16, u32)> {
        let (mut best, asks) = (None, self.stamp(0));
        for &here in &self.level {
            let row = graph.graph().row(here);
            let strength = self.marks[here as usize].strength;
            for (place, &other) in row.clone().zip(&graph.graph().targets()[row]) {
                if targets.holds(other) && self.marks[other as usize].stamp != asks {
                    let sum = strength + u16::from(graph.all_weights()[place]);
                    if best.is_none_or(|(most, lowest)| (sum, lowest) > (most, other)) {
                        best = Some((sum, other));
                    }
                }
            }
        }
        best
    }

    /// Goes one level on.
    #[inline]
    fn widen(&mut self, graph: &WeightedGraph<u8>, steps: u8) {
        let (question, stamp) = (self.stamp(0), self.stamp(u32::from(steps)));
        self.farther.clear();
        for &here in &self.level {
            let strength = self.marks[here as usize].strength;
            for (other, weight) in graph.links_of(here) {
                let mark = &mut self.marks[other as usize];
                let sum = strength + u16::from(weight);
                if mark.stamp < question {
                    *mark = Mark { stamp, strength: sum };
                    self.farther.push(other);
                } else if mark.stamp == stamp {
                    mark.strength = mark.strength.max(sum);
                }
            }
        }
        std::mem::swap(&mut self.level, &mut self.farther);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use petgraph::algo::dijkstra;
    use petgraph::graph::NodeIndex;
    use proptest::prelude::*;

    fn graph(nodes: usize, links: &[(u32, u32, u8)]) -> WeightedGraph<u8> {
        WeightedGraph::from_links(nodes, links.iter().copied())
    }

    fn told(found: Option<Nearest>) -> Option<(u32, u8, u32)> {
        found.map(|it| (it.target, it.steps, it.strength))
    }

    #[test]
    fn on_a_path_the_steps_and_strengths_are_counted() {
        let path = graph(5, &[(0, 1, 4), (1, 2, 1), (2, 3, 2), (3, 4, 3)]);
        let table = Reach::of(&path, &Targets::of(5, [0]));
        let found: Vec<_> = (0..5).map(|node| told(table.nearest(node))).collect();
        assert_eq!(found, [Some((0, 0, 0)), Some((0, 1, 4)), Some((0, 2, 5)), Some((0, 3, 7)), Some((0, 4, 10))]);
        assert_eq!((table.path(4), table.path(0)), (vec![4, 3, 2, 1, 0], vec![0]));
        assert_eq!(table.bytes(), 5 * 12);
    }

    #[test]
    fn in_a_star_all_leaves_meet_in_the_middle() {
        let star = graph(5, &[(0, 1, 1), (0, 2, 3), (0, 3, 3), (0, 4, 2)]);
        let targets = Targets::of(5, [2, 3, 4]);
        let (table, mut search) = (Reach::of(&star, &targets), Seeker::new(5));
        // Two are equally strong: the lowest.
        assert_eq!((told(table.nearest(0)), told(table.nearest(1))), (Some((2, 1, 3)), Some((2, 2, 4))));
        // A target asks for another one; in the table it is its own.
        let found = search.nearest(&star, &targets, 2);
        assert_eq!((told(found), told(table.nearest(2))), (Some((3, 2, 6)), Some((2, 0, 0))));
        assert_eq!(search.path(&star, 2, found.expect("found")), [2, 0, 3]);
    }

    #[test]
    fn fewer_steps_come_before_more_strength() {
        let ring = graph(5, &[(0, 1, 4), (1, 2, 4), (0, 3, 1), (0, 4, 1), (4, 2, 4)]);
        let targets = Targets::of(5, [2, 3]);
        assert_eq!(told(Reach::of(&ring, &targets).nearest(0)), Some((3, 1, 1)));
        assert_eq!(told(Seeker::new(5).nearest(&ring, &targets, 0)), Some((3, 1, 1)));
        let targets = Targets::of(5, [2]);
        assert_eq!(told(Reach::of(&ring, &targets).nearest(0)), Some((2, 2, 8)), "the stronger of two lines of two steps");
        assert_eq!(Reach::of(&ring, &targets).path(0), [0, 1, 2]);
    }

    #[test]
    fn a_line_has_at_most_so_many_steps() {
        let links: Vec<_> = (0..11).map(|node| (node, node + 1, 1)).collect();
        let path = graph(12, &links);
        let targets = Targets::of(12, [0]);
        let (table, mut search) = (Reach::of(&path, &targets), Seeker::new(12));
        let last = u32::from(STEPS_MAX);
        for node in [last, last + 1, 11] {
            let wanted = (node <= last).then_some((0, node as u8, node));
            assert_eq!((told(table.nearest(node)), told(search.nearest(&path, &targets, node))), (wanted, wanted));
        }
        assert_eq!(table.path(11), [0u32; 0]);
    }

    #[test]
    fn without_targets_or_lines_there_is_nobody() {
        let alone = graph(2, &[]);
        assert_eq!(Reach::of(&alone, &Targets::of(2, [1])).nearest(0), None);
        assert_eq!(Seeker::new(2).nearest(&alone, &Targets::of(2, [0, 1]), 0), None);
        assert_eq!(Reach::of(&graph(2, &[(0, 1, 1)]), &Targets::of(2, [])).nearest(0), None);
    }

    #[test]
    fn after_very_many_questions_the_marks_begin_anew() {
        let path = graph(4, &[(0, 1, 4), (1, 2, 1), (2, 3, 2)]);
        let targets = Targets::of(4, [3]);
        let mut search = Seeker::new(4);
        search.question = (1 << (u32::BITS - LEVEL_BITS)) - 3;
        for _ in 0..6 {
            let found = search.nearest(&path, &targets, 0);
            assert_eq!(told(found), Some((3, 3, 7)));
            assert_eq!(search.path(&path, 0, found.expect("found")), [0, 1, 2, 3]);
        }
        assert!(search.question < 6, "it began anew");
    }

    /// Walks every simple path: the nearest target that is not the start, by steps, then strength, then number.
    fn by_all_paths(graph: &WeightedGraph<u8>, targets: &Targets, start: u32) -> Option<(u32, u8, u32)> {
        fn walk(graph: &WeightedGraph<u8>, targets: &Targets, path: &mut Vec<u32>, sum: u32, found: &mut Vec<(u8, i64, u32)>) {
            let here = path[path.len() - 1];
            if path.len() > 1 && targets.holds(here) {
                found.push((path.len() as u8 - 1, -i64::from(sum), here));
            }
            if path.len() > usize::from(STEPS_MAX) {
                return;
            }
            for (other, weight) in graph.links_of(here) {
                if !path.contains(&other) {
                    path.push(other);
                    walk(graph, targets, path, sum + u32::from(weight), found);
                    path.pop();
                }
            }
        }
        let mut found = Vec::new();
        walk(graph, targets, &mut vec![start], 0, &mut found);
        found.into_iter().min().map(|(steps, strength, target)| (target, steps, -strength as u32))
    }

    fn check_path(graph: &WeightedGraph<u8>, path: &[u32], start: u32, found: Nearest) {
        assert_eq!((path.first(), path.last()), (Some(&start), Some(&found.target)));
        let weight = |pair: &[u32]| graph.links_of(pair[0]).find(|(other, _)| *other == pair[1]).expect("a link").1;
        let sum: u32 = path.windows(2).map(|pair| u32::from(weight(pair))).sum();
        assert_eq!((path.len(), sum), (usize::from(found.steps) + 1, found.strength));
    }

    proptest! {
        #[test]
        fn table_and_search_find_what_walking_every_path_finds(
            links in prop::collection::vec((0u32..9, 0u32..9, 1u8..5), 0..18),
            chosen in prop::collection::vec(0u32..9, 0..5),
        ) {
            let graph = graph(9, &links);
            let targets = Targets::of(9, chosen.iter().copied());
            let (table, mut search) = (Reach::of(&graph, &targets), Seeker::new(9));
            let plain = graph.graph().to_petgraph();
            for node in 0..9u32 {
                let wanted = by_all_paths(&graph, &targets, node);
                let found = search.nearest(&graph, &targets, node);
                prop_assert_eq!(told(found), wanted);
                if let Some(found) = found {
                    check_path(&graph, &search.path(&graph, node, found), node, found);
                }
                let steps = dijkstra(&plain, NodeIndex::new(node as usize), None, |_| 1u32);
                let fewest = targets.iter().filter_map(|it| steps.get(&NodeIndex::new(it as usize)).copied()).min();
                prop_assert_eq!(table.nearest(node).map(|it| u32::from(it.steps)), fewest);
                if !targets.holds(node) {
                    prop_assert_eq!(told(table.nearest(node)), wanted);
                }
                if let Some(found) = table.nearest(node) {
                    check_path(&graph, &table.path(node), node, found);
                }
            }
            let together: Vec<u32> = (0..9).step_by(2).filter(|&node| !targets.holds(node)).collect();
            let each = together.iter().filter_map(|&node| search.nearest(&graph, &targets, node));
            let best = each.min_by_key(|it| (it.steps, std::cmp::Reverse(it.strength), it.target));
            prop_assert_eq!(told(Seeker::new(9).nearest_of_any(&graph, &targets, &together)), told(best));
        }
    }
}
