//! Distances between organisations of different domains, over the whole country.

use super::Distances;
use crate::analysis::measures::domain_group;
use crate::model::Domain;
use crate::network::{Country, Graph};

/// Words in a row: one bit for each source that walks along.
const WORDS: usize = 8;
/// Sources that walk together.
const LANES: usize = WORDS * 64;
/// From this part of the nodes on, one in so many, a step is taken by those who are reached and not by those who reach.
const PULL_FROM: usize = 8;

/// One bit a source.
type Row = [u64; WORDS];

/// Distances between domains: how far apart are organisations of different domains, wherever they are?
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DistancesAcross {
    /// Ordered pairs in different domains.
    pub domains: Distances,
    /// Pairs of a medical and a social organisation, each once.
    pub medical_social: Distances,
}

/// Distances across: how far apart are organisations of different domains, wherever in the country they are?
///
/// Takes: organisation view, undirected, unweighted; every organisation is a source.
/// Gives: reachable and unreachable pairs in different domains, and the steps of the reachable ones together: exact, in whole numbers.
/// Undefined: never; `Distances::mean` is `None` without a reachable pair.
/// Cost: O(n·m·D / 512) words for a diameter D, O(n) memory: 512 sources walk together as the bits of one row, and where most nodes
/// are reached, a node asks its neighbours instead of being told. Deterministic.
/// Source: M. Then et al., PVLDB 8, 449–460, 2014, doi:10.14778/2735496.2735507; S. Beamer et al., Sci. Program. 21, 137–148, 2013,
/// doi:10.3233/SPR-130370.
/// Checked: path and split network in closed form; equals `measures::distance_counts`; data/oracles (NetworkX).
pub fn distances_across(country: &Country) -> DistancesAcross {
    let groups: Vec<u8> = country.domains().iter().map(|&domain| domain_group(domain)).collect();
    let mut walk = Walk::new(country.organisations().graph(), &groups);
    let nodes = groups.len() as u32;
    for first in (0..nodes).step_by(LANES) {
        walk.run(first..nodes.min(first + LANES as u32));
    }
    let sizes = Domain::ALL.map(|domain| country.domains().iter().filter(|&&it| it == domain).count() as u64);
    let within: u64 = sizes.iter().map(|size| size * size).sum();
    let size = |domain| sizes[usize::from(domain_group(domain))];
    let pairs = (u64::from(nodes) * u64::from(nodes) - within, size(Domain::Medical) * size(Domain::Social));
    walk.found(pairs.0, pairs.1)
}

/// Many breadth-first walks at once.
struct Walk<'a> {
    graph: &'a Graph,
    groups: &'a [u8],
    /// Who has been here.
    seen: Vec<Row>,
    /// Who came here in the last step.
    fresh: Vec<Row>,
    /// Who comes here in this step.
    coming: Vec<Row>,
    /// The sources of each domain.
    sources: [Row; Domain::ALL.len()],
    /// Pairs reached, and steps: across domains, and from medical to social.
    reached: [u64; 2],
    steps: [u64; 2],
}

impl<'a> Walk<'a> {
    fn new(graph: &'a Graph, groups: &'a [u8]) -> Self {
        let empty = vec![[0; WORDS]; groups.len()];
        let sources = [[0; WORDS]; Domain::ALL.len()];
        Self { graph, groups, seen: empty.clone(), fresh: empty.clone(), coming: empty, sources, reached: [0; 2], steps: [0; 2] }
    }

    fn found(&self, pairs: u64, medical_social: u64) -> DistancesAcross {
        let distances = |kind: usize, pairs: u64| Distances {
            reachable: self.reached[kind],
            unreachable: pairs - self.reached[kind],
            steps: self.steps[kind],
        };
        DistancesAcross { domains: distances(0, pairs), medical_social: distances(1, medical_social) }
    }

    fn run(&mut self, sources: std::ops::Range<u32>) {
        self.seen.fill([0; WORDS]);
        self.fresh.fill([0; WORDS]);
        self.sources = [[0; WORDS]; Domain::ALL.len()];
        let mut all = [0; WORDS];
        for (lane, source) in sources.clone().enumerate() {
            let (word, bit) = (lane / 64, 1 << (lane % 64));
            all[word] |= bit;
            self.seen[source as usize][word] |= bit;
            self.fresh[source as usize][word] |= bit;
            self.sources[usize::from(self.groups[source as usize])][word] |= bit;
        }
        let mut front: Vec<u32> = sources.collect();
        for step in 1.. {
            front = if front.len() * PULL_FROM < self.groups.len() { self.push(&front) } else { self.pull(&all) };
            if front.is_empty() {
                return;
            }
            std::mem::swap(&mut self.fresh, &mut self.coming);
            self.count(&front, step);
        }
    }

    /// One step in which each node of the front tells its neighbours. Gives the nodes where somebody comes for the first time.
    fn push(&mut self, front: &[u32]) -> Vec<u32> {
        self.coming.fill([0; WORDS]);
        for &node in front {
            let fresh = self.fresh[node as usize];
            for &other in self.graph.neighbours(node) {
                let coming = &mut self.coming[other as usize];
                (0..WORDS).for_each(|word| coming[word] |= fresh[word]);
            }
        }
        (0..self.groups.len() as u32).filter(|&node| self.arrive(node)).collect()
    }

    /// One step in which each node that not everybody reached yet asks its neighbours.
    fn pull(&mut self, all: &Row) -> Vec<u32> {
        let mut next = Vec::new();
        for node in 0..self.groups.len() as u32 {
            let mut coming = [0; WORDS];
            if self.seen[node as usize] != *all {
                for &other in self.graph.neighbours(node) {
                    let fresh = &self.fresh[other as usize];
                    (0..WORDS).for_each(|word| coming[word] |= fresh[word]);
                }
            }
            self.coming[node as usize] = coming;
            if self.arrive(node) {
                next.push(node);
            }
        }
        next
    }

    /// Of who comes to a node, leaves who comes for the first time. Is there anybody?
    fn arrive(&mut self, node: u32) -> bool {
        let (coming, seen) = (&mut self.coming[node as usize], &mut self.seen[node as usize]);
        let mut any = 0;
        for word in 0..WORDS {
            coming[word] &= !seen[word];
            seen[word] |= coming[word];
            any |= coming[word];
        }
        any != 0
    }

    /// Counts who came in this step.
    fn count(&mut self, front: &[u32], step: u64) {
        let (medical, social) = (usize::from(domain_group(Domain::Medical)), domain_group(Domain::Social));
        let mut came = [0; 2];
        for &node in front {
            let (fresh, group) = (&self.fresh[node as usize], self.groups[node as usize]);
            let own = &self.sources[usize::from(group)];
            came[0] += ones(|word| fresh[word] & !own[word]);
            if group == social {
                came[1] += ones(|word| fresh[word] & self.sources[medical][word]);
            }
        }
        for (kind, pairs) in came.into_iter().enumerate() {
            self.reached[kind] += pairs;
            self.steps[kind] += pairs * step;
        }
    }
}

/// Ones in a row.
fn ones(word: impl Fn(usize) -> u64) -> u64 {
    (0..WORDS).map(|place| u64::from(word(place).count_ones())).sum()
}
