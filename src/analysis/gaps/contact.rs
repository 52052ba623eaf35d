//! `no_contact_point`: a partner whom others must reach has no named desk or attention officer.

use super::*;
use crate::network::*;

/// A partner for whom somebody wants one is a finding of its own; the others that a core row names are one finding together.
pub(super) fn find(network: &Network) -> Vec<Draft> {
    let helpers: Vec<usize> =
        (0..network.members.len()).filter(|&place| is_helper(network, place) && !has_contact(network, place)).collect();
    let wanted: Vec<&Claim> =
        network.claims.values().filter(|it| matches!(it.stance, Stance::Planned | Stance::Wished)).collect();
    let mut drafts = Vec::new();
    let mut silent = Vec::new();
    for place in helpers {
        let wishes = wishes(network, &wanted, place);
        if wishes.is_empty() {
            silent.push(place);
            continue;
        }
        let voices: Vec<usize> = wishes.iter().flat_map(|&id| line::voices_of(network, id)).collect();
        drafts.push(Draft {
            kind: GapKind::NoContactPoint,
            importance: Importance::B,
            certainty: if voices.is_empty() { Certainty::Source } else { Certainty::One },
            ends: [vec![GapParty::Member(place)], vec![]],
            evidence: wishes.into_iter().map(Evidence::Claim).collect(),
            norm_line: None,
            basis: Basis::Wanted,
        });
    }
    if !silent.is_empty() {
        drafts.push(Draft {
            kind: GapKind::NoContactPoint,
            importance: Importance::C,
            certainty: Certainty::Nobody,
            ends: [silent.into_iter().map(GapParty::Member).collect(), vec![]],
            evidence: vec![Evidence::Silence],
            norm_line: None,
            basis: Basis::Silence,
        });
    }
    drafts
}

/// Does a core row of the norm expect that others find it?
fn is_helper(network: &Network, place: usize) -> bool {
    let member = &network.members[place];
    let expected = |line: &NormLine| line.weight == Expected::Core && line.level == Level::Practice && member.is(&line.helper);
    member.near() && network.catalogue.norm.lines.iter().any(expected)
}

fn has_contact(network: &Network, place: usize) -> bool {
    let member = &network.members[place];
    let officer = CoalitionRole::AttentionOfficer;
    member.contact_points.iter().any(|point| point.audience == Audience::Professionals)
        || member.roles.contains(&officer)
        || member.seats.iter().any(|seat| seat.roles.contains(&officer))
}

/// Of the claims that wish for or plan a line: those about this partner.
fn wishes(network: &Network, wanted: &[&Claim], place: usize) -> Vec<ClaimId> {
    let member = &network.members[place];
    let names = |claim: &&&Claim| match &claim.scope {
        Scope::Pair(pair) => pair.ends().contains(&Party::Organisation(member.id())),
        Scope::Group(group) => group.parties().contains(&Party::Organisation(member.id())),
        Scope::Kinds(kinds) => kinds.iter().any(|kind| member.is(kind)),
        Scope::Domains(_) => false,
    };
    wanted.iter().filter(names).map(|claim| claim.id).collect()
}
