//! Do referrals go both ways?

use super::{Measure, Reason};

/// Directed lines: who acts towards whom, each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arcs {
    nodes: usize,
    arcs: Vec<(u32, u32)>,
}

impl Arcs {
    /// Takes the number of nodes and arcs in any order; doubles and loops are dropped.
    pub fn from_pairs(nodes: usize, arcs: impl IntoIterator<Item = (u32, u32)>) -> Self {
        let mut arcs: Vec<(u32, u32)> = arcs.into_iter().filter(|(a, b)| a != b).collect();
        arcs.sort_unstable();
        arcs.dedup();
        Self { nodes, arcs }
    }

    /// Number of arcs.
    pub fn len(&self) -> usize {
        self.arcs.len()
    }
    /// Is there no arc?
    pub fn is_empty(&self) -> bool {
        self.arcs.is_empty()
    }

    /// The arcs, sorted.
    pub fn pairs(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.arcs.iter().copied()
    }

    fn returned(&self) -> usize {
        self.arcs.iter().filter(|&&(a, b)| self.arcs.binary_search(&(b, a)).is_ok()).count()
    }
    fn density(&self) -> f64 {
        let nodes = self.nodes as f64;
        self.len() as f64 / (nodes * (nodes - 1.0))
    }
}

/// Reciprocity: which part of the directed lines is returned?
///
/// Takes: directed lines of kinds that have a direction (refers to, delivers for). That the other end confirms a referral is no
/// reciprocity; that it refers back is.
/// Gives: 2M/L, 0 ..= 1, M pairs with arcs both ways, L arcs; `expected` = L/(N(N − 1)), what chance gives.
/// Undefined (no arc): `NoLines`.
/// Cost: O(L log L). Deterministic.
/// Source: M. E. J. Newman, Networks, 2nd ed., 2018, doi:10.1093/oso/9780198805090.001.0001, §7.7.
/// Checked: a cycle, a pair and the complete graph in closed form; data/oracles (NetworkX, `overall_reciprocity`).
pub fn reciprocity(arcs: &Arcs) -> Measure {
    if arcs.is_empty() {
        return Measure::absent(Reason::NoLines);
    }
    Measure::of(arcs.returned() as f64 / arcs.len() as f64, Reason::NoLines).expecting(Some(arcs.density()))
}

/// Corrected reciprocity: are directed lines returned more often than chance gives, or less?
///
/// Takes: as `reciprocity`.
/// Gives: ρ = (r − ā)/(1 − ā), ā = L/(N(N − 1)); 1 all returned, 0 as by chance, below 0 less than that.
/// Undefined (no arc): `NoLines`; (every possible arc is there): `Complete`.
/// Cost: O(L log L). Deterministic.
/// Source: D. Garlaschelli & M. I. Loffredo, Phys. Rev. Lett. 93, 268701, 2004, doi:10.1103/PhysRevLett.93.268701.
/// Checked: a cycle and a pair in closed form; data/oracles (from NetworkX's `overall_reciprocity` and `density`).
pub fn corrected_reciprocity(arcs: &Arcs) -> Measure {
    let by_chance = arcs.density();
    match reciprocity(arcs).value {
        None => Measure::absent(Reason::NoLines),
        Some(value) => Measure::of((value - by_chance) / (1.0 - by_chance), Reason::Complete),
    }
}
