//! Medical and social organisations of one coalition without a line, by what they have in common.

use crate::model::Domain;
use crate::network::Country;

/// Most missing lines that are named in a coalition.
pub const MISSING_NAMED_MAX: usize = 20;

/// Two organisations without a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MissingLine {
    /// The medical one.
    pub medical: u32,
    /// The social one, of the same coalition.
    pub social: u32,
    /// How much they have in common; 0 if nothing.
    pub score: f64,
}

/// The missing lines of one coalition.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MissingLines {
    /// All of them.
    pub count: u64,
    /// Those with the highest scores, highest first, at most `MISSING_NAMED_MAX`; equal ones by row of the medical, then the social.
    pub named: Vec<MissingLine>,
}

/// Missing lines: which medical and social organisations of a coalition have no line, and know most of the same others?
///
/// Takes: organisation view, undirected, unweighted; common neighbours anywhere in the country count.
/// Gives: for every coalition the number of unlinked (medical, social) pairs, and those that have most in common: the sum over
/// common neighbours z of 1/ln(deg z) + 1/deg z, so that who knows everybody counts little.
/// Undefined: never; pairs without a common neighbour score 0.
/// Cost: O(Σ deg z · log deg z) over the neighbours z of medical organisations. Scores are summed as whole numbers of 2⁻⁴⁰, so that
/// equal ones are equal. Deterministic.
/// Source: L. Adamic & E. Adar, Soc. Networks 25, 211–230, 2003, doi:10.1016/S0378-8733(03)00009-1; T. Zhou, L. Lü & Y.-C. Zhang,
/// Eur. Phys. J. B 71, 623–630, 2009, doi:10.1140/epjb/e2009-00335-8.
/// Checked: a square in closed form; data/oracles (NetworkX).
pub fn missing_lines(country: &Country) -> Vec<MissingLines> {
    let mut search = Search::new(country);
    (0..country.coalitions()).map(|coalition| search.run(coalition)).collect()
}

/// A whole number of these is 1.
const UNIT: f64 = (1u64 << 40) as f64;

struct Search<'a> {
    country: &'a Country,
    /// What an organisation adds to the score of two of its neighbours.
    shares: Vec<u64>,
    /// Scores of the members of the coalition at hand with one medical member.
    scores: Vec<u64>,
    /// The social members of the coalition at hand.
    social: Vec<u32>,
    /// Every missing line of it, as (score, medical, social).
    found: Vec<(u64, u32, u32)>,
}

impl<'a> Search<'a> {
    fn new(country: &'a Country) -> Self {
        let graph = country.organisations().graph();
        let degree_max = (0..graph.nodes() as u32).map(|node| graph.degree(node)).max().unwrap_or(0);
        // A common neighbour has two neighbours or more.
        let share = |degree: usize| if degree < 2 { 0.0 } else { 1.0 / (degree as f64).ln() + 1.0 / degree as f64 };
        let of_degree: Vec<u64> = (0..=degree_max).map(|degree| (share(degree) * UNIT).round() as u64).collect();
        let shares = (0..graph.nodes() as u32).map(|node| of_degree[graph.degree(node)]).collect();
        Self { country, shares, scores: Vec::new(), social: Vec::new(), found: Vec::new() }
    }

    fn run(&mut self, coalition: usize) -> MissingLines {
        let (country, members) = (self.country, self.country.members(coalition));
        let domain = |member: u32| country.domains()[member as usize];
        self.social.clear();
        self.social.extend(members.clone().filter(|&member| domain(member) == Domain::Social));
        self.found.clear();
        for medical in members.filter(|&member| domain(member) == Domain::Medical) {
            self.score(coalition, medical);
        }
        let count = self.found.len() as u64;
        MissingLines { count, named: self.highest() }
    }

    /// Adds the missing lines of one medical member.
    fn score(&mut self, coalition: usize, medical: u32) {
        let members = self.country.members(coalition);
        let start = members.start as usize;
        self.scores.clear();
        self.scores.resize(members.len(), 0);
        for &common in self.country.organisations().graph().neighbours(medical) {
            let share = self.shares[common as usize];
            for &other in self.country.neighbours_in(coalition, common) {
                self.scores[other as usize - start] += share;
            }
        }
        let mut linked = self.country.neighbours_in(coalition, medical).iter().copied().peekable();
        for &social in &self.social {
            while linked.next_if(|&other| other < social).is_some() {}
            if linked.peek() != Some(&social) {
                self.found.push((self.scores[social as usize - start], medical, social));
            }
        }
    }

    fn highest(&mut self) -> Vec<MissingLine> {
        let rows = self.country.organisation_rows();
        let order = |&(score, medical, social): &(u64, u32, u32)| {
            (std::cmp::Reverse(score), rows[medical as usize], rows[social as usize])
        };
        if self.found.len() > MISSING_NAMED_MAX {
            self.found.select_nth_unstable_by_key(MISSING_NAMED_MAX, order);
            self.found.truncate(MISSING_NAMED_MAX);
        }
        self.found.sort_unstable_by_key(order);
        let line = |&(score, medical, social): &(u64, u32, u32)| MissingLine { medical, social, score: score as f64 / UNIT };
        self.found.iter().map(line).collect()
    }
}
