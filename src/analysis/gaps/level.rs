//! `level_mismatch`: boards signed, and no line in practice is known between the sides. One finding an agreement.

use super::*;
use crate::network::*;

/// Reads every agreement that holds.
pub(super) fn find(network: &Network) -> Vec<Draft> {
    let agreements =
        network.initiatives.iter().filter(|it| it.kind == InitiativeKind::Agreement && it.status == InitiativeStatus::Existing);
    agreements.filter_map(|agreement| draft(network, agreement)).collect()
}

fn draft(network: &Network, agreement: &Initiative) -> Option<Draft> {
    let signed: Vec<usize> = agreement
        .participants
        .iter()
        .filter_map(|party| match party {
            Party::Organisation(id) => network.place(*id),
            _ => None,
        })
        .collect();
    let counted = |place: &usize| network.members[*place].counted_side();
    let both_sides =
        [Side::Medical, Side::Social].iter().all(|wanted| signed.iter().any(|place| counted(place) == Some(*wanted)));
    // An umbrella is no partner of a side, and its consultation with the other side is a line between them.
    let side = |place: &usize| network.members[*place].side;
    let across = |link: &&Link| {
        let ends = link.ends();
        ends.iter().all(|end| signed.contains(end)) && matches!((side(&link.a), side(&link.b)), (Some(x), Some(y)) if x != y)
    };
    if !both_sides || network.practice().any(|link| across(&link) && network.holds(link)) {
        return None;
    }
    // Somebody who says that people knew each other and organisations did not, or that worlds were apart, speaks of this.
    let said: Vec<&Statement> = network
        .statements
        .iter()
        .filter(|it| it.claim.stance == Stance::Insufficient && !matches!(it.claim.scope, Scope::Kinds(_)))
        .collect();
    let voice = said.iter().flat_map(|it| &it.voices).filter_map(|&id| network.place(id)).any(|place| signed.contains(&place));
    let mut evidence = vec![Evidence::Initiative(agreement.id)];
    evidence.extend(said.iter().map(|it| Evidence::Claim(it.claim.id)));
    if said.is_empty() {
        evidence.push(Evidence::Silence);
    }
    Some(Draft {
        kind: GapKind::LevelMismatch,
        importance: Importance::B,
        certainty: if voice { Certainty::One } else { Certainty::Nobody },
        ends: [signed.into_iter().map(GapParty::Member).collect(), vec![]],
        evidence,
        norm_line: None,
        basis: Basis::Signed,
    })
}
