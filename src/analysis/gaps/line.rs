//! `missing_line`, `unknown_line`, `long_line`: one finding a cell of the norm, never two.

use super::*;
use crate::network::*;

/// Reads the cells of the norm in which some finder does not reach a helper.
pub(super) fn find(network: &Network, cells: &[Cell]) -> Vec<Draft> {
    cells.iter().filter_map(|cell| draft(network, cell)).collect()
}

fn draft(network: &Network, cell: &Cell) -> Option<Draft> {
    let short: Vec<&Standing> = cell.standings.iter().filter(|it| !it.rung.reaches()).collect();
    let worst = [Rung::Missing, Rung::Long, Rung::Unknown].into_iter().find(|rung| short.iter().any(|it| it.rung == *rung))?;
    let kind = match worst {
        Rung::Missing => GapKind::MissingLine,
        Rung::Long => GapKind::LongLine,
        _ => GapKind::UnknownLine,
    };
    let told: Vec<&&Standing> = short.iter().filter(|it| it.rung == worst).collect();
    let mut evidence: Vec<Evidence> = Vec::new();
    for item in told.iter().flat_map(|it| &it.evidence) {
        if !evidence.contains(item) {
            evidence.push(item.clone());
        }
    }
    let line = &network.catalogue.norm.lines[cell.row];
    let some_reach = cell.standings.iter().any(|it| it.rung.reaches());
    let basis = basis(network, kind, &evidence);
    let certainty = certainty(network, kind, &evidence, cell);
    evidence.extend(background(network, cell, &evidence));
    evidence.push(Evidence::NormLine(cell.row));
    let mut finders: Vec<usize> = told.iter().map(|it| it.finder).collect();
    finders.dedup();
    Some(Draft {
        kind,
        importance: importance(line.weight, some_reach),
        certainty,
        ends: [finders, cell.helpers.clone()].map(|places| places.into_iter().map(GapParty::Member).collect()),
        evidence,
        norm_line: Some(cell.row),
        basis,
    })
}

pub(super) fn importance(weight: Expected, some_reach: bool) -> Importance {
    match (weight, some_reach) {
        (Expected::Core, false) => Importance::A,
        (Expected::Core, true) | (Expected::Often, false) => Importance::B,
        _ => Importance::C,
    }
}

fn basis(network: &Network, kind: GapKind, evidence: &[Evidence]) -> Basis {
    if kind != GapKind::MissingLine {
        return if kind == GapKind::LongLine { Basis::Path } else { Basis::Silence };
    }
    let stances: Vec<Stance> = evidence
        .iter()
        .filter_map(|it| match it {
            Evidence::Claim(id) => network.claims.get(id).map(|claim| claim.stance),
            _ => None,
        })
        .collect();
    match () {
        () if stances.contains(&Stance::Denied) => Basis::Denied,
        () if stances.contains(&Stance::Insufficient) => Basis::Insufficient,
        () => Basis::Closed,
    }
}

/// Who says so: counted over the two ends of the cell. A long line is as sure as its least sure step.
fn certainty(network: &Network, kind: GapKind, evidence: &[Evidence], cell: &Cell) -> Certainty {
    match kind {
        GapKind::UnknownLine => Certainty::Nobody,
        GapKind::LongLine => evidence
            .iter()
            .find_map(|it| match it {
                Evidence::Path(path) => Some(certainty_of_path(network, path)),
                _ => None,
            })
            .unwrap_or(Certainty::Source),
        _ => {
            let voices: Vec<usize> = evidence
                .iter()
                .filter_map(|it| match it {
                    Evidence::Claim(id) => Some(voices_of(network, *id)),
                    _ => None,
                })
                .flatten()
                .collect();
            match (voices.iter().any(|it| cell.finders.contains(it)), voices.iter().any(|it| cell.helpers.contains(it))) {
                (true, true) => Certainty::Both,
                (false, false) => Certainty::Source,
                _ => Certainty::One,
            }
        }
    }
}

fn certainty_of_path(network: &Network, path: &[usize]) -> Certainty {
    let steps = path.windows(2).filter_map(|step| network.link(step[0], step[1], Level::Practice));
    steps.map(certainty_of_link).max().unwrap_or(Certainty::Source)
}

/// Who says that a line is there.
pub(super) fn certainty_of_link(link: &Link) -> Certainty {
    match link.status {
        LinkStatus::Confirmed => Certainty::Both,
        LinkStatus::OneSided => Certainty::One,
        _ => Certainty::Source,
    }
}

/// Places of the members for which a claim is spoken.
pub(super) fn voices_of(network: &Network, claim: ClaimId) -> Vec<usize> {
    network.voices.get(&claim).into_iter().flatten().filter_map(|&id| network.place(id)).collect()
}

/// Statements about the two whole domains, or a plan for this line: they do not make the finding, and a reader wants to see them.
fn background(network: &Network, cell: &Cell, seen: &[Evidence]) -> Vec<Evidence> {
    let (Some(&finder), Some(&helper)) = (cell.finders.first(), cell.helpers.first()) else { return Vec::new() };
    let pair_plans = network.links.iter().filter(|link| {
        let ends = link.ends();
        matches!(link.status, LinkStatus::Planned | LinkStatus::Wished)
            && ends.iter().any(|end| cell.finders.contains(end))
            && ends.iter().any(|end| cell.helpers.contains(end))
    });
    let mut found: Vec<Evidence> = pair_plans.flat_map(|link| link.claims.iter().map(|&id| Evidence::Claim(id))).collect();
    for statement in &network.statements {
        let claim = &statement.claim;
        let bears = matches!(claim.scope, Scope::Kinds(_) | Scope::Domains(_)) && network.in_scope(statement, finder, helper);
        if bears {
            found.push(Evidence::Claim(claim.id));
        }
    }
    found.retain(|it| !seen.contains(it));
    found.dedup();
    found
}
