//! Who serves what is asked for, in one coalition, and through which contact points.
//!
//! Why: the desk that says so comes before who should be able to, and that before who might.
//! Never: an order of partners; `rank` gives that. Never a number for parents as a desk for professionals.

use crate::model::*;
use crate::network::*;
use std::cmp::Reverse;
use time::Date;

/// Months after which a contact point that was not checked again is half as fresh: then it is stale.
pub const CONTACT_HALF_LIFE_MONTHS: u32 = 6;

/// What somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Asked {
    /// Help with a need.
    Need(NeedCode),
    /// A partner of a kind.
    Kind(KindCode),
    /// This partner.
    Organisation(OrganisationId),
    /// This person.
    Person(PersonId),
    /// This contact point.
    Desk(ContactPointId),
}

/// How a partner serves what is asked for, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Serves {
    /// It is what was asked for.
    Asked,
    /// A desk for professionals names the need.
    DeskForNeed,
    /// By the norm its kind helps with the need.
    NormHelper,
    /// Its kind serves the need, beside others.
    Kind {
        /// How many needs the kind serves in all.
        needs: usize,
    },
    /// Only a number for parents names the need.
    NumberForParents,
}

/// A partner who serves what is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// A place in `Network::members`.
    pub place: usize,
    /// Places in its `contact_points`, the best one first.
    pub contacts: Vec<usize>,
    /// How it serves.
    pub serves: Serves,
}

/// When was a contact point checked last?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Checked {
    /// Within the half-life.
    Fresh,
    /// Longer ago.
    Stale,
    /// Never, as far as is known.
    Never,
}

impl Checked {
    /// Of a contact point, on a day.
    pub fn of(point: &ContactPoint, today: Date) -> Self {
        match &point.checked {
            Some(day) if faded(CONTACT_HALF_LIFE_MONTHS, day, today) >= FRESHNESS_STALE_BELOW => Self::Fresh,
            Some(_) => Self::Stale,
            None => Self::Never,
        }
    }
}

/// Who in a coalition serves what is asked for?
///
/// Takes: the coalition as its viewer sees it. Gives: partners in order of place, also those of which only the kind is known, each
/// with what can be seen of its contact points; nobody who left. A need is served by whoever has a desk that names it, whose kind is
/// the helper of a row of the norm with it, or whose kind has it among its needs.
/// Cost: O(members · (kinds + norm rows) + contact points · log).
pub fn candidates(network: &Network, asked: &Asked, today: Date) -> Vec<Candidate> {
    let there = network.members.iter().enumerate().filter(|(_, member)| member.status != Some(MembershipStatus::Left));
    let served = there.filter_map(|(place, member)| {
        let serves = serves(&network.catalogue, member, asked)?;
        Some(Candidate { place, contacts: contacts(member, asked, today), serves })
    });
    served.collect()
}

fn serves(catalogue: &Catalogue, member: &Member, asked: &Asked) -> Option<Serves> {
    let is = match asked {
        Asked::Need(need) => return serves_need(catalogue, &member.kinds, &member.contact_points, need),
        Asked::Kind(kind) => member.is(kind),
        Asked::Organisation(id) => member.id() == *id,
        Asked::Person(id) => member.seats.iter().any(|seat| seat.person == *id),
        Asked::Desk(id) => member.contact_points.iter().any(|point| point.id == *id),
    };
    is.then_some(Serves::Asked)
}

/// How a partner of these kinds, with these contact points, serves a need.
pub(super) fn serves_need<'a>(
    catalogue: &Catalogue,
    kinds: &[KindCode],
    points: impl IntoIterator<Item = &'a ContactPoint>,
    need: &NeedCode,
) -> Option<Serves> {
    let named = points.into_iter().filter(|point| point.needs.contains(need)).map(|point| match point.audience {
        Audience::Professionals => Serves::DeskForNeed,
        Audience::Parents => Serves::NumberForParents,
    });
    let of_kinds = kinds.iter().filter_map(|kind| kind_serves(catalogue, kind, need));
    named.chain(of_kinds).min()
}

/// How partners of a kind serve a need, without anything being known of their desks.
pub(super) fn kind_serves(catalogue: &Catalogue, kind: &KindCode, need: &NeedCode) -> Option<Serves> {
    if catalogue.norm.lines.iter().any(|line| line.helper == *kind && line.need.as_ref() == Some(need)) {
        return Some(Serves::NormHelper);
    }
    let kind = catalogue.kind(kind).filter(|kind| kind.needs.contains(need))?;
    Some(Serves::Kind { needs: kind.needs.len() })
}

/// The contact points of a member, the best for what is asked first: the very one that is asked for; for professionals before for
/// parents; one that names the need, then one for everything, then one for other needs; a desk before one person's; checked of
/// late; with a phone, then a mailbox.
fn contacts(member: &Member, asked: &Asked, today: Date) -> Vec<usize> {
    let order = |&place: &usize| {
        let point = &member.contact_points[place];
        let meant = match asked {
            Asked::Desk(id) => point.id == *id,
            Asked::Person(id) => point.person == Some(*id),
            _ => false,
        };
        let for_need = match asked {
            Asked::Need(need) if point.needs.contains(need) => 0,
            Asked::Need(_) if !point.needs.is_empty() => 2,
            _ => 1,
        };
        let reach = (Reverse(point.phone.is_some()), Reverse(point.mail.is_some()));
        (Reverse(meant), point.audience, for_need, point.person.is_some(), Checked::of(point, today), reach, point.id)
    };
    let mut found: Vec<usize> = (0..member.contact_points.len()).collect();
    found.sort_by_key(order);
    found
}
