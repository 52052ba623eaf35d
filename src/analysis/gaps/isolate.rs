//! `isolate`: a member without any line, when somebody asked; a domain that another does not meet, when somebody says so.

use super::*;
use crate::network::*;

/// Reads the denials between domains, and the members whose complete answer names no line.
pub(super) fn find(network: &Network) -> Vec<Draft> {
    let domains = network.statements.iter().filter_map(|it| match it.claim.scope {
        Scope::Domains([a, b]) if it.claim.stance == Stance::Denied && a != b => Some(between(network, it, a, b)),
        _ => None,
    });
    let mut linked = vec![false; network.members.len()];
    // A list of lines is of lines in practice, and taking part in one consultation is none of one's own.
    for link in network.practice().filter(|link| !link.projected) {
        linked[link.a] = true;
        linked[link.b] = true;
    }
    let without = (0..linked.len()).filter(|&place| !linked[place]);
    domains.chain(without.filter_map(|place| alone(network, place))).collect()
}

/// What is said within each of the two domains stands beside it: there is consultation within, and none between.
fn between(network: &Network, statement: &Statement, a: Domain, b: Domain) -> Draft {
    let within = network.statements.iter().filter(|it| {
        it.claim.stance == Stance::Asserted && matches!(it.claim.scope, Scope::Domains([x, y]) if x == y && (x == a || x == b))
    });
    let ends_speak = [a, b].map(|domain| {
        statement.voices.iter().filter_map(|&id| network.place(id)).any(|place| network.members[place].domain == Some(domain))
    });
    Draft {
        kind: GapKind::Isolate,
        importance: Importance::A,
        certainty: match ends_speak {
            [true, true] => Certainty::Both,
            [false, false] => Certainty::Source,
            _ => Certainty::One,
        },
        ends: [vec![GapParty::Domain(a)], vec![GapParty::Domain(b)]],
        evidence: std::iter::once(statement).chain(within).map(|it| Evidence::Claim(it.claim.id)).collect(),
        norm_line: None,
        basis: Basis::Denied,
    }
}

fn alone(network: &Network, place: usize) -> Option<Draft> {
    let member = &network.members[place];
    let grouped = network.statements.iter().any(|it| it.claim.stance == Stance::Asserted && it.group.contains(&place));
    if !member.counts() || grouped {
        return None;
    }
    let asked = network.covered(place, place)?;
    Some(Draft {
        kind: GapKind::Isolate,
        importance: Importance::B,
        certainty: if asked.by == Some(Party::Organisation(member.id())) { Certainty::One } else { Certainty::Source },
        ends: [vec![GapParty::Member(place)], vec![]],
        evidence: vec![Evidence::Coverage(asked.id)],
        norm_line: None,
        basis: Basis::Closed,
    })
}
