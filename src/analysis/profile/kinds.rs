//! Which kinds of partner are in view, and how near the nearest of each stands.

use crate::model::*;
use crate::network::*;
use serde::Serialize;
use utoipa::ToSchema;

/// How the nearest partner of a kind stands to a coalition, nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum KindState {
    /// It signed.
    Signatory,
    /// It takes part.
    Participating,
    /// It was spoken with or invited.
    Approached,
    /// The coalition wants it in.
    Wanted,
    /// It is named in a statement only.
    Seen,
    /// Only the kind is known, whatever its part.
    Placeholder,
    /// The list of who takes part is complete, and names none.
    Absent,
    /// No source says.
    Unknown,
}

/// One kind of partner in a coalition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindPresence {
    /// Which kind.
    pub kind: KindCode,
    /// How strongly the norm expects it.
    pub expected: Expected,
    /// How the nearest partner of it stands; one of which only the kind is known comes after those with a name.
    pub state: KindState,
    /// How the nearest partner takes part, with or without a name; absent: it is named in a statement only, or there is none.
    pub status: Option<MembershipStatus>,
    /// Organisations of this kind in view, with those of which only the kind is known.
    pub count: usize,
    /// Of these: only the kind is known.
    pub placeholders: usize,
}

impl KindPresence {
    /// Does a partner of this kind take part, named or not?
    pub fn takes_part(&self) -> bool {
        matches!(self.status, Some(MembershipStatus::Signatory | MembershipStatus::Participating))
    }
}

/// Every kind of the catalogue, in its order. Who left is not in view.
///
/// A kind that nobody is of is absent only where the list of who takes part is complete and the kind of everybody who takes part is
/// known; else no source says. Cost: O(kinds · members).
pub fn kind_presence(network: &Network) -> Vec<KindPresence> {
    let in_view = |member: &&Member| member.status != Some(MembershipStatus::Left);
    let kind_not_known = |member: &Member| member.counts() && member.kinds.is_empty();
    let closed = network.roster_closed().is_some() && !network.members.iter().any(kind_not_known);
    let presence = |kind: &PartnerKind| {
        let members: Vec<&Member> = network.members.iter().filter(in_view).filter(|member| member.is(&kind.code)).collect();
        let named = members.iter().filter(|member| !member.organisation.placeholder);
        let nameless_takes_part = members.iter().any(|member| member.organisation.placeholder && member.counts());
        let nobody = if closed { KindState::Absent } else { KindState::Unknown };
        let without_name = if members.is_empty() { nobody } else { KindState::Placeholder };
        KindPresence {
            kind: kind.code.clone(),
            expected: kind.expected,
            state: match (named.map(|member| state(member.status)).min(), nameless_takes_part) {
                // Of one without a name that takes part more is known than of one with a name that does not.
                (Some(KindState::Approached | KindState::Wanted | KindState::Seen), true) => KindState::Placeholder,
                (named, _) => named.unwrap_or(without_name),
            },
            status: members.iter().filter_map(|member| member.status).max(),
            count: members.len(),
            placeholders: members.iter().filter(|member| member.organisation.placeholder).count(),
        }
    };
    network.catalogue.kinds.iter().map(presence).collect()
}

fn state(status: Option<MembershipStatus>) -> KindState {
    match status {
        Some(MembershipStatus::Signatory) => KindState::Signatory,
        Some(MembershipStatus::Participating) => KindState::Participating,
        Some(MembershipStatus::Approached) => KindState::Approached,
        Some(MembershipStatus::Wanted) => KindState::Wanted,
        Some(MembershipStatus::Left) | None => KindState::Seen,
    }
}
