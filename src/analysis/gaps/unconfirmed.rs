//! `unconfirmed`: a line that one end names, or only a source. The other end is to be asked.
//!
//! One finding for each core row that hangs on such lines, and one for all the others together: a round of sixty partners leaves
//! hundreds of lines that one end named, and a facilitator has one question to send to those who did not answer.

use super::doubt::{CellDoubt, Doubt, Doubts};
use super::*;
use crate::network::*;

/// Reads the lines of which not both ends say so.
pub(super) fn find(network: &Network, doubts: &Doubts<'_>) -> Vec<Draft> {
    let cells = doubts.cells.iter().filter(|it| it.doubt == Doubt::Unconfirmed).map(|it| of_cell(network, it));
    cells.chain(together(network, &doubts.unconfirmed)).collect()
}

fn of_cell(network: &Network, found: &CellDoubt<'_>) -> Draft {
    let line = &network.catalogue.norm.lines[found.cell.row];
    let solved = found.cell.standings.iter().all(|it| it.rung.reaches());
    let some_reach = found.cell.standings.iter().any(|it| it.rung.reaches());
    let mut evidence = found.evidence.clone();
    evidence.push(Evidence::NormLine(found.cell.row));
    Draft {
        kind: GapKind::Unconfirmed,
        importance: if solved { Importance::B } else { line::importance(line.weight, some_reach) },
        certainty: least_sure(&found.links),
        ends: [&found.finders, &found.helpers].map(|places| places.iter().copied().map(GapParty::Member).collect()),
        evidence,
        norm_line: Some(found.cell.row),
        basis: basis(&found.links),
    }
}

/// First end: who is to be asked; second end: who named the lines.
fn together(network: &Network, links: &[&Link]) -> Option<Draft> {
    if links.is_empty() {
        return None;
    }
    let of = |said: bool| -> Vec<GapParty> {
        let ends = links.iter().flat_map(|link| link.ends().into_iter().zip(link.said_by));
        let places: BTreeSet<usize> = ends.filter(|(_, by)| *by == said).map(|(end, _)| end).collect();
        places.into_iter().map(GapParty::Member).collect()
    };
    Some(Draft {
        kind: GapKind::Unconfirmed,
        importance: Importance::C,
        certainty: least_sure(links),
        ends: [of(false), of(true)],
        evidence: links.iter().flat_map(|link| ladder::what_shows(network, link)).collect(),
        norm_line: None,
        basis: basis(links),
    })
}

/// As sure as the least sure line. Without a line (a group, a bridge) one of the ends does not say so.
fn least_sure(links: &[&Link]) -> Certainty {
    links.iter().map(|link| line::certainty_of_link(link)).max().unwrap_or(Certainty::One)
}

fn basis(links: &[&Link]) -> Basis {
    match links {
        [] => Basis::NotBoth,
        _ if links.iter().all(|link| link.said_by == [false; 2]) => Basis::Document,
        _ => Basis::OneEnd,
    }
}
