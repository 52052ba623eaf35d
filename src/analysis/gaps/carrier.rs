//! `single_carrier`: a line that rests on one pair of persons. Only where a side says so.

use super::*;
use crate::network::*;

/// Reads the lines of which an end says that few carry them, and what somebody says so of a whole set.
pub(super) fn find(network: &Network) -> Vec<Draft> {
    let links = network.practice().filter(|link| link.single_carrier).map(|link| {
        let certainty = if link.said_by == [true, true] { Certainty::Both } else { Certainty::One };
        // Who denies the line is told in `contested` only.
        let asserted = |id: &&ClaimId| network.claims.get(id).is_some_and(|claim| claim.stance == Stance::Asserted);
        let claims = link.claims.iter().filter(asserted).map(|&id| Evidence::Claim(id)).collect();
        draft([vec![GapParty::Member(link.a)], vec![GapParty::Member(link.b)]], claims, certainty)
    });
    let sets = network.statements.iter().filter(|it| it.claim.single_carrier && !it.voices.is_empty()).filter_map(|it| {
        let ends = match &it.claim.scope {
            Scope::Domains([a, b]) => [vec![GapParty::Domain(*a)], vec![GapParty::Domain(*b)]],
            Scope::Kinds([a, b]) => [vec![GapParty::Kind(a.clone())], vec![GapParty::Kind(b.clone())]],
            Scope::Group(_) => [it.group.iter().map(|&place| GapParty::Member(place)).collect(), vec![]],
            Scope::Pair(_) => return None,
        };
        // Who stands outside the set is a source about it, not a side.
        let certainty = if speaks_from_within(network, it) { Certainty::One } else { Certainty::Source };
        Some(draft(ends, vec![Evidence::Claim(it.claim.id)], certainty))
    });
    links.chain(sets).collect()
}

fn draft(ends: [Vec<GapParty>; 2], evidence: Vec<Evidence>, certainty: Certainty) -> Draft {
    Draft {
        kind: GapKind::SingleCarrier,
        importance: Importance::B,
        certainty,
        ends,
        evidence,
        norm_line: None,
        basis: Basis::Said,
    }
}

fn speaks_from_within(network: &Network, statement: &Statement) -> bool {
    statement.voices.iter().filter_map(|&id| network.place(id)).any(|place| {
        let member = &network.members[place];
        match &statement.claim.scope {
            Scope::Domains(domains) => member.domain.is_some_and(|domain| domains.contains(&domain)),
            Scope::Kinds(kinds) => kinds.iter().any(|kind| member.is(kind)),
            Scope::Group(_) | Scope::Pair(_) => statement.group.contains(&place),
        }
    })
}
