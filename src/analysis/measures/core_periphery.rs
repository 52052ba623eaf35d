//! Core and periphery.

use crate::network::Graph;

/// Most nodes for which every core is tried; above it the search is greedy.
pub const CORE_EXACT_NODES_MAX: usize = 16;
/// Two correlations at most so far apart are the same.
const SAME: f64 = 1e-12;

/// A core, and how well the network fits it.
#[derive(Debug, Clone, PartialEq)]
pub struct CorePeriphery {
    /// Nodes of the core, sorted.
    pub core: Vec<u32>,
    /// Pearson correlation of the lines with the ideal: −1 ..= 1.
    pub correlation: f64,
}

/// Core/periphery: is there a core that is closely knit, and a periphery that is not?
///
/// Takes: undirected, unweighted graph.
/// Gives: the core for which the lines correlate best with the ideal: every pair within the core linked (1), no pair within the
/// periphery (0). Pairs of a core and a periphery node are missing: they count on neither side. Both parts have two nodes at
/// least, otherwise there is nothing to correlate. Among equals: the smaller core, then the one with the lower nodes.
/// Undefined (no division has lines that differ, as in a complete or an empty network, or there are fewer than four nodes): `None`.
/// Cost: up to `CORE_EXACT_NODES_MAX` nodes O(2^n), exact. Above: O(n²) a round, greedy: from the best set of highest degrees, one
/// node changes sides at a time while that helps; a better core may then exist. Deterministic, not seeded.
/// Source: S. Borgatti & M. Everett, Soc. Netw. 21, 375–395, 2000, doi:10.1016/S0378-8733(99)00019-2, the discrete model.
/// Checked: the worked example; two closed forms; data/oracles (every core tried, correlations by NumPy).
pub fn core_periphery(graph: &Graph) -> Option<CorePeriphery> {
    if graph.nodes() <= CORE_EXACT_NODES_MAX { exact(graph) } else { greedy(graph) }
}

/// A division and its counts.
struct Division<'a> {
    graph: &'a Graph,
    in_core: Vec<bool>,
    /// Of each node: neighbours in the core.
    in_core_beside: Vec<u64>,
    size: u64,
    core_links: u64,
    periphery_links: u64,
}

impl<'a> Division<'a> {
    fn without_core(graph: &'a Graph) -> Self {
        let nodes = graph.nodes();
        let (in_core, in_core_beside) = (vec![false; nodes], vec![0; nodes]);
        Self { graph, in_core, in_core_beside, size: 0, core_links: 0, periphery_links: graph.links() as u64 }
    }

    /// Core size, links in the core and links in the periphery, if the node changed sides.
    fn turned(&self, node: u32) -> (u64, u64, u64) {
        let beside = self.in_core_beside[node as usize];
        let outside = self.graph.degree(node) as u64 - beside;
        if self.in_core[node as usize] {
            (self.size - 1, self.core_links - beside, self.periphery_links + outside)
        } else {
            (self.size + 1, self.core_links + beside, self.periphery_links - outside)
        }
    }

    fn turn(&mut self, node: u32) {
        (self.size, self.core_links, self.periphery_links) = self.turned(node);
        let joins = !self.in_core[node as usize];
        self.in_core[node as usize] = joins;
        for &other in self.graph.neighbours(node) {
            let beside = &mut self.in_core_beside[other as usize];
            *beside = if joins { *beside + 1 } else { *beside - 1 };
        }
    }

    fn correlation(&self, (size, core_links, periphery_links): (u64, u64, u64)) -> Option<f64> {
        let pairs = |nodes: u64| (nodes * nodes.saturating_sub(1) / 2) as f64;
        let (core, periphery) = (pairs(size), pairs(self.graph.nodes() as u64 - size));
        let all = core + periphery;
        let links = (core_links + periphery_links) as f64;
        let spread = core * periphery * links * (all - links);
        (spread > 0.0).then(|| (all * core_links as f64 - core * links) / spread.sqrt())
    }

    fn now(&self) -> Option<f64> {
        self.correlation((self.size, self.core_links, self.periphery_links))
    }

    fn core(&self) -> Vec<u32> {
        (0u32..).zip(&self.in_core).filter(|(_, is)| **is).map(|(node, _)| node).collect()
    }
}

fn exact(graph: &Graph) -> Option<CorePeriphery> {
    let mut division = Division::without_core(graph);
    let mut best: Option<CorePeriphery> = None;
    // In this order (Gray's) each set differs from the one before by one node.
    for turn in 1u32..1 << graph.nodes() {
        division.turn(turn.trailing_zeros());
        let Some(correlation) = division.now() else { continue };
        let is_better = best.as_ref().is_none_or(|best| match correlation - best.correlation {
            more if more > SAME => true,
            less if less < -SAME => false,
            _ => {
                let core = division.core();
                (core.len(), &core) < (best.core.len(), &best.core)
            }
        });
        if is_better {
            best = Some(CorePeriphery { core: division.core(), correlation });
        }
    }
    best
}

fn greedy(graph: &Graph) -> Option<CorePeriphery> {
    let mut by_degree: Vec<u32> = (0..graph.nodes() as u32).collect();
    by_degree.sort_by_key(|&node| (std::cmp::Reverse(graph.degree(node)), node));
    let mut division = Division::without_core(graph);
    let mut best: Option<(f64, usize)> = None;
    for (place, &node) in by_degree.iter().enumerate() {
        division.turn(node);
        if let Some(found) = division.now()
            && best.is_none_or(|(before, _)| found > before + SAME)
        {
            best = Some((found, place + 1));
        }
    }
    let (mut correlation, size) = best?;
    by_degree[size..].iter().rev().for_each(|&node| division.turn(node));
    while let Some((better, node)) = best_turn(&division).filter(|(found, _)| *found > correlation + SAME) {
        division.turn(node);
        correlation = better;
    }
    Some(CorePeriphery { core: division.core(), correlation })
}

/// The change of sides that gives the highest correlation; the lowest node among equals.
fn best_turn(division: &Division) -> Option<(f64, u32)> {
    let mut best: Option<(f64, u32)> = None;
    for node in 0..division.graph.nodes() as u32 {
        if let Some(found) = division.correlation(division.turned(node))
            && best.is_none_or(|(before, _)| found > before + SAME)
        {
            best = Some((found, node));
        }
    }
    best
}
