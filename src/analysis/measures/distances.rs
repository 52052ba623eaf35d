//! How many pairs lie at which distance: the one walk behind every measure of distance.

use super::answer::share;
use super::components;
use crate::network::{Graph, Unknown};

/// How many ordered pairs (source, target) lie at each distance in steps.
///
/// Whole numbers, so that sums over them do not depend on the numbering of the nodes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DistanceCounts {
    /// Pairs at 1, 2, 3 … steps.
    at: Vec<u64>,
    /// All pairs, reachable or not.
    pairs: u64,
}

impl DistanceCounts {
    /// Begins to count anew, over so many pairs.
    pub(super) fn restart(&mut self, pairs: u64) {
        self.at.clear();
        self.pairs = pairs;
    }
    /// So many more pairs lie so many steps apart, from 1.
    pub(super) fn add(&mut self, step: usize, pairs: u32) {
        add(&mut self.at, step, pairs);
    }
    /// All pairs of a source and another target.
    pub fn pairs(&self) -> u64 {
        self.pairs
    }
    /// Pairs at most so many steps apart.
    pub fn within(&self, steps: usize) -> u64 {
        self.at.iter().take(steps).sum()
    }
    /// Pairs without any path.
    pub fn unreachable(&self) -> u64 {
        self.pairs - self.within(usize::MAX)
    }
    /// Mean of 1 / distance, where no path counts 0; `None` without pairs. Sums from far to near, small terms first.
    pub fn mean_inverse(&self) -> Option<f64> {
        let sum: f64 =
            self.at.iter().enumerate().rev().map(|(place, &pairs)| pairs as f64 / (place + 1) as f64).sum::<f64>() + 0.0; // no −0
        (self.pairs > 0).then(|| sum / self.pairs as f64)
    }
    /// Share of pairs at most so many steps apart; `None` without pairs.
    pub fn share_within(&self, steps: usize) -> Option<f64> {
        share(self.within(steps), self.pairs)
    }
}

/// Distance counts: how many pairs of a source and a target are 1, 2, 3 … steps apart?
///
/// Takes: undirected, unweighted graph; sources and targets, each without doubles; they may overlap.
/// Gives: ordered pairs at each distance, a node with itself left out.
/// Undefined: never; without sources or targets all counts are 0.
/// Cost: O(|S|·m·D / 512) words in the usual case of a diameter D that is small, O(n) memory: up to 512 sources walk together as
/// the bits of one word row; a step starts from whichever is less, those who were reached last or those who miss somebody.
/// Deterministic.
/// Source: M. Then et al., PVLDB 8, 449–460, 2014, doi:10.14778/2735496.2735507; S. Beamer, K. Asanović & D. Patterson, SC 2012,
/// doi:10.1109/SC.2012.50.
/// Checked: path, star and two cliques in closed form; data/oracles (NetworkX).
pub fn distance_counts(graph: &Graph, sources: &[u32], targets: &[u32]) -> DistanceCounts {
    let (is_target, pairs) = aim(graph.nodes(), sources, targets);
    let mut at = Vec::new();
    reaches(graph, sources, None, |node, step, count| {
        if is_target[node as usize] {
            add(&mut at, step, count);
        }
    });
    DistanceCounts { at, pairs }
}

/// Distance counts between groups: how many pairs of nodes in different groups are 1, 2, 3 … steps apart?
///
/// Takes: undirected, unweighted graph; the group of each node.
/// Gives: ordered pairs at each distance, every unordered pair from both ends.
/// Undefined, cost, source: as `distance_counts` from everybody to everybody.
/// Checked: the sum of `distance_counts` from each group to the others.
pub fn distance_counts_between(graph: &Graph, groups: &[u8]) -> DistanceCounts {
    let everybody: Vec<u32> = (0..graph.nodes() as u32).collect();
    let mut sizes = [0u64; 256];
    groups.iter().for_each(|&group| sizes[usize::from(group)] += 1);
    let nodes = graph.nodes() as u64;
    let mut at = Vec::new();
    reaches(graph, &everybody, Some(groups), |_, step, count| add(&mut at, step, count));
    DistanceCounts { at, pairs: sizes.iter().map(|&size| size * (nodes - size.min(nodes))).sum() }
}

fn add(at: &mut Vec<u64>, step: usize, count: u32) {
    if at.len() < step {
        at.resize(step, 0);
    }
    at[step - 1] += u64::from(count);
}

/// Tells for every node and every number of steps how many sources reach it in so many: (node, steps from 1, sources). With the
/// group of each node, sources of the node's own group are not counted.
pub(super) fn reaches(graph: &Graph, sources: &[u32], groups: Option<&[u8]>, mut told: impl FnMut(u32, usize, u32)) {
    match sources.len() {
        0..=64 => walk::<1>(graph, sources, groups, &mut told),
        65..=256 => walk::<4>(graph, sources, groups, &mut told),
        _ => walk::<8>(graph, sources, groups, &mut told),
    }
}

fn walk<const WORDS: usize>(graph: &Graph, sources: &[u32], groups: Option<&[u8]>, told: &mut impl FnMut(u32, usize, u32)) {
    let mut walk = Walk::<WORDS>::new(graph.nodes());
    let kinds = groups.and_then(|groups| groups.iter().max()).map_or(0, |&last| usize::from(last) + 1);
    for together in sources.chunks(WORDS * 64) {
        let Some(groups) = groups else {
            walk.run(graph, together, |node, step, row| told(node, step, row.iter().map(|word| word.count_ones()).sum()));
            continue;
        };
        // Lanes whose source is in another group than this one.
        let mut foreign = vec![[u64::MAX; WORDS]; kinds];
        for (lane, &source) in together.iter().enumerate() {
            foreign[usize::from(groups[source as usize])][lane / 64] &= !(1 << (lane % 64));
        }
        walk.run(graph, together, |node, step, row| {
            let foreign = &foreign[usize::from(groups[node as usize])];
            told(node, step, row.iter().zip(foreign).map(|(word, foreign)| (word & foreign).count_ones()).sum());
        });
    }
}

/// Which nodes are targets, and how many pairs of a source and another target there are.
fn aim(nodes: usize, sources: &[u32], targets: &[u32]) -> (Vec<bool>, u64) {
    let mut is_target = vec![false; nodes];
    targets.iter().for_each(|&target| is_target[target as usize] = true);
    let both = sources.iter().filter(|&&source| is_target[source as usize]).count() as u64;
    (is_target, sources.len() as u64 * targets.len() as u64 - both)
}

/// How many neighbours may be asked who came to them for one that is told of somebody: asking writes nothing.
const ASKED_FOR_TOLD: usize = 4;

/// Many breadth-first walks at once; bit i of a row belongs to source i.
struct Walk<const WORDS: usize> {
    /// Who has been here.
    seen: Vec<[u64; WORDS]>,
    /// Who came here in the last step.
    fresh: Vec<[u64; WORDS]>,
    /// Who comes here in this step for the first time.
    coming: Vec<[u64; WORDS]>,
    front: Vec<u32>,
    next: Vec<u32>,
    /// Nodes that somebody has not reached yet.
    open: Vec<u32>,
}

impl<const WORDS: usize> Walk<WORDS> {
    fn new(nodes: usize) -> Self {
        let row = vec![[0; WORDS]; nodes];
        let [front, next, open] = [const { Vec::new() }; 3];
        Self { seen: row.clone(), fresh: row.clone(), coming: row, front, next, open }
    }

    /// Tells who is reached by which sources in step 1, 2, 3 …
    fn run(&mut self, graph: &Graph, sources: &[u32], mut told: impl FnMut(u32, usize, &[u64; WORDS])) {
        self.seen.fill([0; WORDS]);
        self.open.clear();
        self.open.extend(0..graph.nodes() as u32);
        let mut everybody = [0; WORDS];
        for (lane, &source) in sources.iter().enumerate() {
            self.seen[source as usize][lane / 64] |= 1 << (lane % 64);
            self.fresh[source as usize][lane / 64] |= 1 << (lane % 64);
            everybody[lane / 64] |= 1 << (lane % 64);
            self.front.push(source);
        }
        for step in 1.. {
            self.open.retain(|&node| differ(&self.seen[node as usize], &everybody));
            let neighbours = |nodes: &[u32]| nodes.iter().map(|&node| graph.degree(node)).sum::<usize>();
            if neighbours(&self.open) <= ASKED_FOR_TOLD * neighbours(&self.front) {
                self.ask(graph);
            } else {
                self.tell(graph);
            }
            for &node in &self.front {
                self.fresh[node as usize] = [0; WORDS];
            }
            for &node in &self.next {
                let fresh = std::mem::replace(&mut self.coming[node as usize], [0; WORDS]);
                for (seen, word) in self.seen[node as usize].iter_mut().zip(fresh) {
                    *seen |= word;
                }
                told(node, step, &fresh);
                self.fresh[node as usize] = fresh;
            }
            std::mem::swap(&mut self.front, &mut self.next);
            self.next.clear();
            if self.front.is_empty() {
                return;
            }
        }
    }

    /// One step from every node of the front; `next` becomes the nodes that somebody reaches for the first time.
    fn tell(&mut self, graph: &Graph) {
        for &node in &self.front {
            let fresh = self.fresh[node as usize];
            for &other in graph.neighbours(node) {
                let other = other as usize;
                let (mut before, mut after) = (0, 0);
                for ((coming, &seen), lanes) in self.coming[other].iter_mut().zip(&self.seen[other]).zip(fresh) {
                    before |= *coming;
                    *coming |= lanes & !seen;
                    after |= *coming;
                }
                if before == 0 && after != 0 {
                    self.next.push(other as u32);
                }
            }
        }
    }

    /// The same step, seen from the nodes that miss somebody: who came to my neighbours?
    fn ask(&mut self, graph: &Graph) {
        for &node in &self.open {
            let mut coming = [0; WORDS];
            for &other in graph.neighbours(node) {
                coming.iter_mut().zip(&self.fresh[other as usize]).for_each(|(coming, lanes)| *coming |= lanes);
            }
            coming.iter_mut().zip(&self.seen[node as usize]).for_each(|(coming, seen)| *coming &= !seen);
            if differ(&coming, &[0; WORDS]) {
                self.coming[node as usize] = coming;
                self.next.push(node);
            }
        }
    }
}

/// Do two rows differ? Without a call to compare memory, which would cost more than the walk.
fn differ<const WORDS: usize>(one: &[u64; WORDS], other: &[u64; WORDS]) -> bool {
    one.iter().zip(other).fold(0, |differ, (one, other)| differ | (one ^ other)) != 0
}

/// The network if every unknown pair were linked: the other end of the bounds of measures that only rise, or only fall, with lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Completed {
    /// Nothing is unknown.
    AsKnown,
    /// Every pair is linked; not written out, as it would be nodes² long.
    Everybody,
    /// With the unknown pairs linked.
    With(Graph),
}

impl Completed {
    /// Takes a graph and what is not known of it. Cost: O(m + unknown pairs).
    pub fn of(graph: &Graph, unknown: &Unknown) -> Self {
        Self::of_steps(graph, graph, unknown)
    }
    /// The same where only some of the lines are steps: a line that is none stays none. Takes the graph of the steps as well.
    pub(super) fn of_steps(steps: &Graph, graph: &Graph, unknown: &Unknown) -> Self {
        match unknown {
            Unknown::Nothing => Self::AsKnown,
            Unknown::Unlinked => Self::Everybody,
            Unknown::Pairs(_) => Self::With(Graph::from_pairs(graph.nodes(), steps.pairs().chain(unknown.pairs(graph)))),
        }
    }
    /// Distance counts in it; links of `barred` nodes are no steps. `known` are those of the graph itself.
    pub fn distances(&self, known: &DistanceCounts, sources: &[u32], targets: &[u32], barred: &[bool]) -> DistanceCounts {
        match self {
            Self::AsKnown => known.clone(),
            Self::Everybody => {
                let open = |nodes: &[u32]| nodes.iter().copied().filter(|&node| !barred[node as usize]).collect::<Vec<_>>();
                let (_, direct) = aim(barred.len(), &open(sources), &open(targets));
                DistanceCounts { at: vec![direct], pairs: known.pairs }
            }
            Self::With(graph) => distance_counts(&steps(graph, barred), sources, targets),
        }
    }
    /// Components in it. `known` are those of the graph itself.
    pub fn components(&self, known: &[Vec<u32>]) -> Vec<Vec<u32>> {
        match self {
            Self::AsKnown => known.to_vec(),
            Self::Everybody => {
                let mut everybody: Vec<u32> = known.iter().flatten().copied().collect();
                everybody.sort_unstable();
                if everybody.is_empty() { Vec::new() } else { vec![everybody] }
            }
            Self::With(graph) => components(graph),
        }
    }
}

/// The lines that count as steps: those of no barred node.
pub(super) fn steps<'a>(graph: &'a Graph, barred: &[bool]) -> std::borrow::Cow<'a, Graph> {
    if barred.contains(&true) {
        std::borrow::Cow::Owned(graph.without_links_of(barred))
    } else {
        std::borrow::Cow::Borrowed(graph)
    }
}
