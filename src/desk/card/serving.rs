//! Which desks serve a need, in one coalition, as its viewer sees it: in the order in which the pages tell them.

use crate::lookup::{Asked, Asker, Lines, Question, candidates, rank};
use crate::model::*;
use crate::network::*;
use time::Date;

/// The desks for professionals that serve a need, the one to call first first. A desk that names needs serves no others; one
/// person's number is no desk. Cost: that of ranking the partners, once a need.
pub fn desks<'a>(network: &'a Network, lines: &Lines, need: &NeedCode, today: Date) -> Vec<(&'a Member, &'a ContactPoint)> {
    let asked = Asked::Need(need.clone());
    let question = Question { asked: &asked, from: &Asker::Nobody, place: None, today };
    let ranked = rank(network, lines, &question, candidates(network, &asked, today));
    let serves = |point: &&ContactPoint| is_desk(point) && (point.needs.is_empty() || point.needs.contains(need));
    let of = |place: usize, contacts: Vec<usize>| {
        let member = &network.members[place];
        contacts.into_iter().map(move |at| &member.contact_points[at]).filter(serves).map(move |point| (member, point))
    };
    ranked.into_iter().flat_map(|it| of(it.candidate.place, it.candidate.contacts)).collect()
}

/// Is it a desk for professionals, and no person's own number?
pub fn is_desk(point: &ContactPoint) -> bool {
    point.audience == Audience::Professionals && point.person.is_none()
}
