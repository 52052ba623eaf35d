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
    // Where the sides of the signatories are known, a line between the sides is asked; else any line that no board carries.
    let lane = |place: &usize| match network.members[*place].domain {
        Some(Domain::Medical) => Some(Side::Medical),
        Some(Domain::Social | Domain::Informal) => Some(Side::Social),
        _ => None,
    };
    let across = |link: &&Link| {
        let ends = link.ends();
        ends.iter().all(|end| signed.contains(end)) && matches!((lane(&link.a), lane(&link.b)), (Some(x), Some(y)) if x != y)
    };
    if signed.len() < 2 || network.practice().any(|link| across(&link)) {
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
