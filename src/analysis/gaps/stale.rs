//! `stale`: a line that both ends named, or a complete list, and that nobody named again for longer than its half-life.
//!
//! One finding for each core row that hangs on such lines, and one for all the others together. A line that is old and was never
//! confirmed is told as `unconfirmed`, because the same question answers both.

use super::doubt::{CellDoubt, Doubt, Doubts};
use super::*;
use crate::network::*;

/// Reads the lines whose freshness is under one half.
pub(super) fn find(network: &Network, doubts: &Doubts<'_>) -> Vec<Draft> {
    let cells = doubts.cells.iter().filter(|it| it.doubt == Doubt::Stale).map(of_cell);
    cells.chain(together(network, &doubts.stale)).collect()
}

fn of_cell(found: &CellDoubt<'_>) -> Draft {
    let mut evidence = found.evidence.clone();
    evidence.push(Evidence::NormLine(found.cell.row));
    Draft {
        kind: GapKind::Stale,
        importance: Importance::B,
        certainty: certainty(&found.links),
        ends: [&found.finders, &found.helpers].map(|places| places.iter().copied().map(GapParty::Member).collect()),
        evidence,
        norm_line: Some(found.cell.row),
        basis: Basis::Faded,
    }
}

fn together(network: &Network, links: &[&Link]) -> Option<Draft> {
    if links.is_empty() {
        return None;
    }
    let places: BTreeSet<usize> = links.iter().flat_map(|link| link.ends()).collect();
    Some(Draft {
        kind: GapKind::Stale,
        importance: Importance::C,
        certainty: certainty(links),
        ends: [places.into_iter().map(GapParty::Member).collect(), vec![]],
        evidence: links.iter().flat_map(|link| ladder::what_shows(network, link)).collect(),
        norm_line: None,
        basis: Basis::Faded,
    })
}

fn certainty(links: &[&Link]) -> Certainty {
    links.iter().map(|link| line::certainty_of_link(link)).max().unwrap_or(Certainty::Source)
}
