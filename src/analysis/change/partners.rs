//! Who joined, left, signed or came into the picture?

use super::merged;
use crate::model::{MembershipStatus, OrganisationId};
use crate::network::Network;
use serde::Serialize;
use utoipa::ToSchema;

/// What happened to how a partner takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartnerTurn {
    /// Takes part now, and did not before.
    Joined,
    /// Took part before, and does not now.
    Left,
    /// Took part before, and signed since.
    Signed,
    /// Had signed before, and takes part without it now.
    Unsigned,
    /// Spoken with or invited now.
    Approached,
    /// Wanted now.
    Wanted,
    /// Named only, where nothing named it before.
    Named,
    /// In the picture before without taking part, and not now.
    Gone,
}

/// One partner on two days. Places are those in `Network::members`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartnerChange {
    /// Who.
    pub organisation: OrganisationId,
    /// Its place before; absent: it was not in the picture.
    pub before: Option<usize>,
    /// Its place after.
    pub after: Option<usize>,
    /// What happened.
    pub what: PartnerTurn,
    /// In the picture now, and not before.
    pub came: bool,
    /// In the picture before, and not now.
    pub went: bool,
}

/// How near a partner stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    Away,
    Named,
    Wanted,
    Approached,
    Participating,
    Signatory,
}

impl Stands {
    fn takes_part(self) -> bool {
        matches!(self, Self::Participating | Self::Signatory)
    }
}

/// Changes of partners: who takes part otherwise than before?
///
/// Takes: one coalition frozen on two days.
/// Gives: each partner that stands otherwise, by id. Who left and is still spoken of is away.
/// Cost: O(members · log), then one pass. Deterministic.
/// Checked: swapped days and the same day; each status beside each other one.
pub fn partner_changes(before: &Network, after: &Network) -> Vec<PartnerChange> {
    let [was, is] = [before, after].map(|network| {
        let mut all: Vec<(OrganisationId, usize)> =
            network.members.iter().enumerate().map(|(place, member)| (member.id(), place)).collect();
        all.sort_unstable();
        all
    });
    let changed = merged(&was, &is, |(id, _)| *id).filter_map(|(organisation, was, is)| {
        let [was, is] = [was, is].map(|it| it.map(|(_, place)| *place));
        let (stood, stands) = (stands(before, was), stands(after, is));
        let what = turn(stood, stands)?;
        let (came, went) = (stood == Stands::Away, stands == Stands::Away);
        Some(PartnerChange { organisation, before: was, after: is, what, came, went })
    });
    changed.collect()
}

fn stands(network: &Network, place: Option<usize>) -> Stands {
    match place.map(|place| network.members[place].status) {
        None | Some(Some(MembershipStatus::Left)) => Stands::Away,
        Some(None) => Stands::Named,
        Some(Some(MembershipStatus::Wanted)) => Stands::Wanted,
        Some(Some(MembershipStatus::Approached)) => Stands::Approached,
        Some(Some(MembershipStatus::Participating)) => Stands::Participating,
        Some(Some(MembershipStatus::Signatory)) => Stands::Signatory,
    }
}

fn turn(was: Stands, is: Stands) -> Option<PartnerTurn> {
    if was == is {
        return None;
    }
    Some(match (was.takes_part(), is.takes_part()) {
        (true, true) if is == Stands::Signatory => PartnerTurn::Signed,
        (true, true) => PartnerTurn::Unsigned,
        (false, true) => PartnerTurn::Joined,
        (true, false) => PartnerTurn::Left,
        (false, false) => match is {
            Stands::Approached => PartnerTurn::Approached,
            Stands::Wanted => PartnerTurn::Wanted,
            Stands::Named if was == Stands::Away => PartnerTurn::Named,
            _ => PartnerTurn::Gone,
        },
    })
}
