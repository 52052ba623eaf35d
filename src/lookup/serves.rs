//! Who serves what is asked for, in one coalition, and through which contact points.
//!
//! Why: the desk that says so comes before who should be able to, and that before who might.
//! Never: an order of partners; `rank` gives that. Never a number for parents as a desk for professionals, a desk that names other
//! needs as one for this need, or one person's number as a desk: that is told with the person.

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
    /// Desks to turn to with what is asked: places in its `contact_points`, the best one first.
    pub contacts: Vec<usize>,
    /// Desks that name other needs only, in the same order.
    pub others: Vec<usize>,
    /// How it serves.
    pub serves: Serves,
}

/// Is it a desk, and not one person's own number? That one is told with the person, and makes nobody a partner with a desk.
pub fn is_desk(point: &ContactPoint) -> bool {
    point.person.is_none()
}

/// Is a desk one for this need? One that names needs is for those alone.
pub fn is_for(point: &ContactPoint, need: &NeedCode) -> bool {
    point.needs.is_empty() || point.needs.contains(need)
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
        let (contacts, others) = contacts(member, asked, today);
        Some(Candidate { place, contacts, others, serves })
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
    let desks = points.into_iter().filter(|point| is_desk(point) && point.needs.contains(need));
    let named = desks.map(|point| match point.audience {
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

/// The desks of a member for what is asked, and those that name other needs only. The best comes first: the very one that is asked
/// for; for professionals before for parents; one that names the need before one for everything; checked of late; with a phone, then
/// a mailbox.
fn contacts(member: &Member, asked: &Asked, today: Date) -> (Vec<usize>, Vec<usize>) {
    let order = |&place: &usize| {
        let point = &member.contact_points[place];
        let meant = matches!(asked, Asked::Desk(id) if point.id == *id);
        let names_need = matches!(asked, Asked::Need(need) if point.needs.contains(need));
        let reach = (Reverse(point.phone.is_some()), Reverse(point.mail.is_some()));
        (Reverse(meant), point.audience, Reverse(names_need), Checked::of(point, today), reach, point.id)
    };
    let mut found: Vec<usize> = (0..member.contact_points.len()).filter(|&it| is_desk(&member.contact_points[it])).collect();
    found.sort_by_key(order);
    found.into_iter().partition(|&place| match asked {
        Asked::Need(need) => is_for(&member.contact_points[place], need),
        _ => true,
    })
}
