//! Where a line breaks off, and who could be asked about the rest.
//!
//! Why: "no line is known" leaves somebody alone; who stands nearest to the other end can be told.
//! Never: a line that nobody says is there.

use super::{Line, Lines};
use crate::model::*;
use crate::network::*;
use std::cmp::Ordering;

/// Most partners that are told to ask.
pub const ASKED_MAX: usize = 3;

/// Why a partner could know the way, the best reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MayKnow {
    /// Somebody says that it works with them.
    Knows(ClaimId),
    /// It takes part in something with them, which may be still to come.
    TakesPart(InitiativeId),
    /// Somebody says that both are in a group that works together.
    InGroup(ClaimId),
    /// Boards of both have an agreement, or a line is planned or wished.
    Ahead(ClaimId),
    /// By the norm a line to their kind may run through it.
    Bridge,
    /// It works in the same domain.
    SameDomain,
    /// It leads the project.
    Leads,
    /// It is a municipality, or another party that governs.
    Governs,
}

/// A partner to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// A place in `Network::members`.
    pub place: usize,
    /// Why.
    pub why: MayKnow,
    /// The line to it from who asks, where one is known.
    pub line: Option<Line>,
}

/// A line that breaks off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// As far as it is known: to the first of `ask` that can be reached; absent when none can.
    pub known: Option<Line>,
    /// Whom to ask, the best first; at most `ASKED_MAX`.
    pub ask: Vec<Ask>,
}

impl Lines {
    /// No line is known: how far is one, and whom could one ask?
    ///
    /// Takes: nodes of who asks and nodes where the line should end. Gives: partners at neither end, the ones that have something to do with the
    /// other end first (`MayKnow`, in its order); of equal ones whom one can reach, then who takes part, then by their line, then by place. Who only works in
    /// the same domain is asked only if one can reach it. Undefined (nobody is known to ask): nothing to ask, no line.
    /// Cost: one table of `towards`, and O(members · (claims of the other end + initiatives + statements)).
    pub fn farthest(&self, network: &Network, from: &[usize], to: &[usize]) -> Broken {
        let members_of = |nodes: &[usize]| {
            let mut found: Vec<usize> = nodes.iter().flat_map(|&node| self.nodes[node].members.clone()).collect();
            found.sort_unstable();
            found.dedup();
            found
        };
        let (mine, theirs) = (members_of(from), members_of(to));
        let table = self.towards(from);
        let mut found: Vec<(MayKnow, Option<usize>, usize)> = Vec::new();
        for place in (0..network.members.len()).filter(|place| !mine.contains(place) && !theirs.contains(place)) {
            let member = &network.members[place];
            if member.status == Some(MembershipStatus::Left) {
                continue;
            }
            let nearest = table.best(self.nodes_of(place));
            let why = theirs.iter().filter_map(|&end| may_know(network, place, end)).min_by_key(|why| rung(*why));
            let why = why.filter(|why| *why != MayKnow::SameDomain || nearest.is_some()).or_else(|| of_all(member));
            found.extend(why.map(|why| (why, nearest, place)));
        }
        let far = |place: usize| !network.members[place].counts();
        found.sort_by(|a, b| {
            let reach = a.1.zip(b.1).map_or(Ordering::Equal, |(a, b)| table.compare(a, b));
            let key = |it: &(MayKnow, Option<usize>, usize)| (rung(it.0), it.1.is_none(), far(it.2));
            key(a).cmp(&key(b)).then(reach).then(a.2.cmp(&b.2))
        });
        let line = |node: Option<usize>| Some(table.line(node?)?.reversed());
        let ask: Vec<Ask> =
            found.into_iter().take(ASKED_MAX).map(|(why, nearest, place)| Ask { place, why, line: line(nearest) }).collect();
        Broken { known: ask.iter().find_map(|ask| ask.line.clone()), ask }
    }
}

/// The order of reasons, without the facts they name.
fn rung(why: MayKnow) -> u8 {
    match why {
        MayKnow::Knows(_) => 0,
        MayKnow::TakesPart(_) => 1,
        MayKnow::InGroup(_) => 2,
        MayKnow::Ahead(_) => 3,
        MayKnow::Bridge => 4,
        MayKnow::SameDomain => 5,
        MayKnow::Leads => 6,
        MayKnow::Governs => 7,
    }
}

/// What a member has to do with another one.
fn may_know(network: &Network, place: usize, end: usize) -> Option<MayKnow> {
    let [member, other] = [place, end].map(|place| &network.members[place]);
    let practice = network.link(place, end, Level::Practice);
    if let Some(link) = practice.filter(|link| link.status.present()) {
        // Without a claim it is a consultation, which is found below.
        if let Some(&claim) = link.claims.first() {
            return Some(MayKnow::Knows(claim));
        }
    }
    let there = |party: &Party, wanted: usize| network.places_of(*party).contains(&wanted);
    let both = |parties: &[Party]| parties.iter().any(|it| there(it, place)) && parties.iter().any(|it| there(it, end));
    if let Some(initiative) = network.initiatives.iter().find(|it| both(&it.participants)) {
        return Some(MayKnow::TakesPart(initiative.id));
    }
    let grouped = network.statements.iter().find(|it| {
        it.claim.stance == Stance::Asserted && it.group.len() > 1 && it.group.contains(&place) && it.group.contains(&end)
    });
    if let Some(statement) = grouped {
        return Some(MayKnow::InGroup(statement.claim.id));
    }
    let agreed = network.link(place, end, Level::Governance).filter(|link| link.status.present());
    let ahead = practice.filter(|link| matches!(link.status, LinkStatus::Planned | LinkStatus::Wished));
    if let Some(&claim) = agreed.or(ahead).and_then(|link| link.claims.first()) {
        return Some(MayKnow::Ahead(claim));
    }
    let bridges = network.catalogue.norm.lines.iter().filter(|line| other.is(&line.helper)).flat_map(|line| &line.bridges);
    if member.kinds.iter().any(|kind| bridges.clone().any(|bridge| bridge == kind)) {
        return Some(MayKnow::Bridge);
    }
    (member.domain.is_some() && member.domain == other.domain && !member.governance).then_some(MayKnow::SameDomain)
}

/// Who may know the way to anybody.
fn of_all(member: &Member) -> Option<MayKnow> {
    let leads = |roles: &[CoalitionRole]| roles.contains(&CoalitionRole::ProjectLead);
    if leads(&member.roles) || member.seats.iter().any(|seat| leads(&seat.roles)) {
        return Some(MayKnow::Leads);
    }
    (member.governance && member.counts()).then_some(MayKnow::Governs)
}
