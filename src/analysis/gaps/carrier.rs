//! `single_carrier`: a line that rests on one pair of persons. Only where a side says so.

use super::*;
use crate::network::*;

/// Reads the lines and statements of which a side says that few carry them.
pub(super) fn find(network: &Network) -> Vec<Draft> {
    let links = network.practice().filter(|link| link.single_carrier).map(|link| {
        let certainty = if link.said_by == [true, true] { Certainty::Both } else { Certainty::One };
        let claims = link.claims.iter().map(|&id| Evidence::Claim(id)).collect();
        draft([vec![GapParty::Member(link.a)], vec![GapParty::Member(link.b)]], claims, certainty)
    });
    let sets = network.statements.iter().filter(|it| it.claim.single_carrier).filter_map(|it| {
        let ends = match &it.claim.scope {
            Scope::Domains([a, b]) => [vec![GapParty::Domain(*a)], vec![GapParty::Domain(*b)]],
            Scope::Kinds([a, b]) => [vec![GapParty::Kind(a.clone())], vec![GapParty::Kind(b.clone())]],
            Scope::Group(_) => [it.group.iter().map(|&place| GapParty::Member(place)).collect(), vec![]],
            Scope::Pair(_) => return None,
        };
        let certainty = if it.voices.is_empty() { Certainty::Source } else { Certainty::One };
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
