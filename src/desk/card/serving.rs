//! Which desks serve a need, and whom to ask where there is none, in one coalition, as its viewer sees it: in the order in which the
//! pages tell them.

use crate::lookup::{Asked, Asker, Lines, Question, Serves, candidates, rank};
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

/// Partners to ask for a desk, or for help, where no desk is known: those of the norm first, then the social side, then as the pages
/// tell them; also one of which only the kind is known. Those on the medical side that find families with a need come only where
/// nobody else helps: they are who asks. Cost: that of ranking the partners, once a need.
pub fn to_ask<'a>(network: &'a Network, lines: &Lines, need: &NeedCode, today: Date) -> Vec<&'a Member> {
    let asked = Asked::Need(need.clone());
    let question = Question { asked: &asked, from: &Asker::Nobody, place: None, today };
    let ranked = rank(network, lines, &question, candidates(network, &asked, today));
    let of_kind = |member: &Member| member.kinds.first().and_then(|kind| network.catalogue.kind(kind));
    let finds = |member: &Member| of_kind(member).is_some_and(|kind| kind.finder && kind.side == Some(Side::Medical));
    let social = |member: &Member| of_kind(member).is_some_and(|kind| kind.side == Some(Side::Social));
    let all = ranked.iter().map(|it| (&network.members[it.candidate.place], it.candidate.serves));
    let mut near: Vec<(&Member, Serves)> = all.filter(|(member, _)| member.near()).collect();
    near.sort_by_key(|(member, serves)| (finds(member), *serves > Serves::NormHelper, !social(member)));
    let others = near.iter().any(|(member, _)| !finds(member));
    near.into_iter().map(|(member, _)| member).filter(|member| !(others && finds(member))).collect()
}

/// Is it a desk for professionals, and no person's own number?
pub fn is_desk(point: &ContactPoint) -> bool {
    point.audience == Audience::Professionals && point.person.is_none()
}
