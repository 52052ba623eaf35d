//! Which desks serve a need, in one coalition, as its viewer sees it.

use crate::model::*;
use crate::network::*;
use std::cmp::Reverse;
use time::Date;

/// Months after which a contact point that was not checked again is half as fresh: then it is stale.
pub const CONTACT_HALF_LIFE_MONTHS: u32 = 6;
/// Days in a month, on average.
const DAYS_IN_MONTH: f64 = 30.436_875;

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
        let age = |day: &PartialDate| (today - day.latest()).whole_days() as f64 / DAYS_IN_MONTH;
        match &point.checked {
            Some(day) if age(day) <= f64::from(CONTACT_HALF_LIFE_MONTHS) => Self::Fresh,
            Some(_) => Self::Stale,
            None => Self::Never,
        }
    }
}

/// How a desk serves a need, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    Named,
    NormHelper,
    Kind,
}

/// The desks for professionals that serve a need, the one to call first first: one that names the need, one of a partner that by
/// the norm helps with it, one of a kind that serves it; who takes part; checked of late; in the order of the catalogue.
/// A desk that names other needs serves no more than those; one person's number is no desk.
pub fn desks<'a>(network: &'a Network, need: &NeedCode, today: Date) -> Vec<(&'a Member, &'a ContactPoint)> {
    let mut found = Vec::new();
    for (place, member) in network.members.iter().enumerate().filter(|(_, it)| it.status != Some(MembershipStatus::Left)) {
        for point in member.contact_points.iter().filter(|point| is_desk(point)) {
            if let Some(how) = how(&network.catalogue, member, point, need) {
                found.push(((how, Reverse(member.counts()), Checked::of(point, today), place, point.id), (member, point)));
            }
        }
    }
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().map(|(_, it)| it).collect()
}

/// Is it a desk for professionals, and no person's own number?
pub fn is_desk(point: &ContactPoint) -> bool {
    point.audience == Audience::Professionals && point.person.is_none()
}

fn how(catalogue: &Catalogue, member: &Member, point: &ContactPoint, need: &NeedCode) -> Option<How> {
    if !point.needs.is_empty() {
        return point.needs.contains(need).then_some(How::Named);
    }
    let helper = |kind: &KindCode| catalogue.norm.lines.iter().any(|it| it.helper == *kind && it.need.as_ref() == Some(need));
    let serves = |kind: &KindCode| catalogue.kind(kind).is_some_and(|kind| kind.needs.contains(need));
    match () {
        () if member.kinds.iter().any(helper) => Some(How::NormHelper),
        () if member.kinds.iter().any(serves) => Some(How::Kind),
        () => None,
    }
}
