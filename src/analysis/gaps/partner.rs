//! `missing_partner` and `unknown_partner`: expected kinds of which nobody takes part.

use super::*;
use crate::network::*;

/// A want or a closed list makes a missing partner; an open list makes one question about all kinds that nobody names.
pub(super) fn find(network: &Network) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = wanted(network).collect();
    // In a plain network, where nobody's kind is recorded, no kind can be missed.
    if !network.members.is_empty() && network.members.iter().all(|member| member.kinds.is_empty()) {
        return drafts;
    }
    let stays = |member: &&Member| member.status != Some(MembershipStatus::Left);
    let named = |kind: &PartnerKind| network.members.iter().filter(stays).any(|member| member.is(&kind.code));
    let not_named: Vec<&PartnerKind> =
        network.catalogue.kinds.iter().filter(|kind| kind.expected == Expected::Core && !named(kind)).collect();
    if not_named.is_empty() {
        return drafts;
    }
    match network.roster_closed() {
        Some(closed) => drafts.extend(not_named.into_iter().map(|kind| missing(network, kind, closed.id))),
        None => drafts.push(Draft {
            kind: GapKind::UnknownPartner,
            importance: Importance::B,
            certainty: Certainty::Nobody,
            ends: [not_named.iter().map(|kind| GapParty::Kind(kind.code.clone())).collect(), vec![]],
            evidence: std::iter::once(Evidence::Silence)
                .chain(not_named.iter().map(|kind| Evidence::NormKind(kind.code.clone())))
                .collect(),
            norm_line: None,
            basis: Basis::Silence,
        }),
    }
    drafts
}

fn wanted(network: &Network) -> impl Iterator<Item = Draft> {
    let wanted = network.members.iter().enumerate().filter(|(_, it)| it.status == Some(MembershipStatus::Wanted));
    wanted.map(|(place, member)| {
        let expected = member.kinds.iter().filter_map(|kind| network.catalogue.kind(kind)).map(|kind| kind.expected).min();
        Draft {
            kind: GapKind::MissingPartner,
            importance: if expected == Some(Expected::Core) { Importance::A } else { Importance::B },
            certainty: Certainty::Source,
            ends: [vec![GapParty::Member(place)], vec![]],
            evidence: std::iter::once(Evidence::Membership(place))
                .chain(member.kinds.iter().take(1).map(|kind| Evidence::NormKind(kind.clone())))
                .collect(),
            norm_line: None,
            basis: Basis::Wanted,
        }
    })
}

/// A core kind that helps in a core line of the norm weighs most: without it a line cannot exist.
fn missing(network: &Network, kind: &PartnerKind, closed: CoverageId) -> Draft {
    let needed = network.catalogue.norm.lines.iter().any(|line| line.helper == kind.code && line.weight == Expected::Core);
    let may_fill = network
        .members
        .iter()
        .enumerate()
        .filter(|(_, member)| {
            member.kinds.is_empty() && member.counts() && member.domain.is_none_or(|domain| domain == kind.domain)
        })
        .map(|(place, _)| place);
    let may_fill: Vec<usize> = may_fill.collect();
    Draft {
        kind: GapKind::MissingPartner,
        importance: if needed { Importance::A } else { Importance::B },
        certainty: Certainty::Source,
        ends: [vec![GapParty::Kind(kind.code.clone())], vec![]],
        evidence: [Evidence::Coverage(closed), Evidence::NormKind(kind.code.clone())]
            .into_iter()
            .chain((!may_fill.is_empty()).then_some(Evidence::KindNotStated(may_fill)))
            .collect(),
        norm_line: None,
        basis: Basis::Closed,
    }
}
