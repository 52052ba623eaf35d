//! `few_carriers`: the two sides fall apart when these few people leave.
//!
//! Only where the lines have persons at all: an anonymous "somebody" may be one person or ten.

use super::*;
use crate::analysis::carriers::*;
use crate::network::*;

/// Least share of the lines that lead across of which the persons are known.
pub const LINES_WITH_PERSONS_SHARE_MIN: f64 = 0.8;

/// One finding, when named people alone can cut every known path and there are fewer of them than the smaller side has people.
pub(super) fn find(network: &Network) -> Option<Draft> {
    let share = lines_with_persons(network, Member::near);
    // How few they are, and who, is for those of the coalition.
    if !network.view.viewer.belongs_to(&network.coalition.id) {
        return None;
    }
    if share.of == 0 || (share.with as f64) < LINES_WITH_PERSONS_SHARE_MIN * share.of as f64 {
        return None;
    }
    let found = carriers(&carrier_input(network, Member::near))?;
    let named = found.high == Some(found.low);
    if found.low == 0 || !named || found.low >= found.cap {
        return None;
    }
    let cut: Vec<usize> = found.cut.iter().map(|&node| node as usize).collect();
    let places: BTreeSet<usize> = cut.iter().flat_map(|&node| network.people.nodes[node].members.iter().copied()).collect();
    let touches = |link: &&Link| link.ends().iter().any(|end| places.contains(end)) && network.holds(link);
    let certainty = network.practice().filter(touches).map(line::certainty_of_link).max();
    let mut evidence = vec![Evidence::Carriers { cut: cut.clone(), cap: found.cap }];
    evidence.extend(claims_of(network, &cut).map(Evidence::Claim));
    Some(Draft {
        kind: GapKind::FewCarriers,
        importance: if found.low == 1 { Importance::A } else { Importance::B },
        certainty: certainty.unwrap_or(Certainty::Source),
        ends: [places.into_iter().map(GapParty::Member).collect(), vec![]],
        evidence,
        norm_line: None,
        basis: Basis::Counted,
    })
}

/// The claims by which these people have lines.
fn claims_of<'a>(network: &'a Network, cut: &[usize]) -> impl Iterator<Item = ClaimId> + 'a {
    let persons: BTreeSet<PersonId> = cut.iter().filter_map(|&node| network.people.nodes[node].person).collect();
    let seats = network.members.iter().flat_map(|member| &member.seats);
    let positions: BTreeSet<PositionId> = seats.filter(|seat| persons.contains(&seat.person)).map(|seat| seat.position).collect();
    let carries = move |claim: &&Claim| match &claim.scope {
        Scope::Pair(pair) if claim.stance == Stance::Asserted => pair.ends().iter().any(|end| match end {
            Party::Person(id) => persons.contains(id),
            Party::Position(id) => positions.contains(id),
            Party::Organisation(_) => false,
        }),
        _ => false,
    };
    network.claims.values().filter(carries).map(|claim| claim.id)
}
