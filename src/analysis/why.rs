//! Why a pair stands as it does: everything that bears on it. The same facts make the evidence of gaps.

use super::gaps::{Cell, Evidence, cells};
use super::paths;
use crate::model::*;
use crate::network::*;

/// Everything known about one pair of members.
#[derive(Debug, Clone, PartialEq)]
pub struct Reasons {
    /// Under rule `any`.
    pub state: PairState,
    /// Under rule `confirmed`.
    pub state_confirmed: PairState,
    /// Every claim, coverage, norm row and path that bears on the pair, in that order.
    pub evidence: Vec<Evidence>,
    /// Shortest line, both ends included; empty when none is known.
    pub path: Vec<usize>,
    /// One of the two, or a partner of their kinds, calls them hard to find for each other.
    pub hard_to_find: bool,
    /// Both are in one group of which somebody says that it works together.
    pub grouped: bool,
}

/// Answers for one pair. Cost: O(claims + norm rows + members + links).
pub fn why(network: &Network, a: usize, b: usize) -> Reasons {
    let mut evidence = Vec::new();
    for link in network.links.iter().filter(|link| link.ends().contains(&a) && link.ends().contains(&b)) {
        evidence.extend(link.claims.iter().map(|&id| Evidence::Claim(id)));
    }
    for statement in network.statements.iter().filter(|it| network.in_scope(it, a, b)) {
        evidence.push(Evidence::Claim(statement.claim.id));
    }
    for initiative in &network.initiatives {
        let holds = |place: usize| initiative.participants.contains(&Party::Organisation(network.members[place].id()));
        if holds(a) && holds(b) {
            evidence.push(Evidence::Initiative(initiative.id));
        }
    }
    evidence.extend(network.covered(a, b).map(|it| Evidence::Coverage(it.id)));
    if evidence.is_empty() {
        evidence.push(Evidence::Silence);
    }
    let among = |cell: &&Cell| {
        (cell.finders.contains(&a) && cell.helpers.contains(&b)) || (cell.finders.contains(&b) && cell.helpers.contains(&a))
    };
    evidence.extend(cells(network).iter().filter(among).map(|cell| Evidence::NormLine(cell.row)));
    let path = paths::shortest(network, a, &[b]).unwrap_or_default();
    if path.len() > 2 {
        evidence.push(Evidence::Path(path.clone()));
    }
    let mut seen = Vec::new();
    evidence.retain(|it| {
        !seen.contains(it) && {
            seen.push(it.clone());
            true
        }
    });
    Reasons {
        state: network.state(a, b, Rule::Any),
        state_confirmed: network.state(a, b, Rule::Confirmed),
        hard_to_find: network.hard_to_find(a, b).next().is_some(),
        grouped: super::gaps::together(network, a, b),
        evidence,
        path,
    }
}
