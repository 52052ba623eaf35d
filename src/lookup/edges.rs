//! The steps between people: what ties two of them, how sure that is, and what a step costs a line.
//!
//! Why: lines are compared by their steps, so that all that is known of a step stands in one place.
//! Never: a step that nobody says is there.

use crate::model::*;
use crate::network::*;
use std::collections::BTreeMap;

/// Is it sure that two people know each other?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Both ends say so, or they are colleagues.
    Confirmed,
    /// One end says so, only others do, somebody denies it, or they sit in one consultation.
    Unconfirmed,
}

/// What ties two people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tie {
    /// Claims about the two, with what they add up to.
    Said(LinkStatus),
    /// Both take part in a consultation; nobody says more.
    Consultation,
    /// They work at the same partner.
    Colleagues,
    /// One spoke for the partner of the other.
    SpokeFor,
}

/// A step from one person to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// One end, a node; always the lower.
    pub a: usize,
    /// The other end.
    pub b: usize,
    /// What ties the two.
    pub tie: Tie,
    /// Is it sure?
    pub certainty: Certainty,
    /// Was it said of late? Colleagues always are.
    pub fresh: bool,
    /// How strong; absent when nobody says so.
    pub strength: Option<Strength>,
    /// All that is said of the pair: a place in `Lines::links`; absent when nothing is.
    pub link: Option<usize>,
    /// The claims behind it, by id.
    pub claims: Vec<ClaimId>,
    pub(super) freshness: f64,
}

/// Strength of a step of which nobody says how strong it is: at least they know each other.
const STRENGTH_UNTOLD: u32 = 1;
const STRENGTH_MOST: u32 = 4;
/// Freshness is compared in so many parts.
const FRESHNESS_PARTS: f64 = 1000.0;

/// What makes one line better than another, the first that differs: a longer line adds to every one of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost {
    pub unsure: u32,
    pub steps: u32,
    /// What each step lacks of the highest strength.
    weak: u32,
    /// What each step lacks of being said today.
    old: u32,
}

impl Cost {
    pub fn of(edge: &Edge) -> Self {
        Self {
            unsure: u32::from(edge.certainty == Certainty::Unconfirmed),
            steps: 1,
            weak: STRENGTH_MOST - edge.strength.map_or(STRENGTH_UNTOLD, |it| u32::from(it.get())),
            old: ((1.0 - edge.freshness) * FRESHNESS_PARTS) as u32,
        }
    }

    pub fn and(self, other: Self) -> Self {
        Self {
            unsure: self.unsure + other.unsure,
            steps: self.steps + other.steps,
            weak: self.weak + other.weak,
            old: self.old + other.old,
        }
    }
}

/// All steps between these people, by their ends: of two ties the surer, then the stronger.
pub(super) fn edges(people: &PeopleLinks, network: &Network) -> Vec<Edge> {
    let mut best: BTreeMap<(usize, usize), Edge> = BTreeMap::new();
    let present = people.links.iter().enumerate().filter(|(_, link)| link.status.present());
    let said = present.map(|(place, link)| said(place, link));
    for edge in said.chain(people.spoken_for.iter().map(spoke)).chain(colleagues(&people.nodes, network)) {
        let kept = best.entry((edge.a, edge.b)).or_insert_with(|| edge.clone());
        if Cost::of(&edge) < Cost::of(kept) {
            *kept = edge;
        }
    }
    best.into_values().collect()
}

fn said(place: usize, link: &Link) -> Edge {
    let confirmed = link.status == LinkStatus::Confirmed;
    Edge {
        a: link.a,
        b: link.b,
        tie: if link.projected { Tie::Consultation } else { Tie::Said(link.status) },
        certainty: if confirmed { Certainty::Confirmed } else { Certainty::Unconfirmed },
        fresh: !link.stale(),
        strength: link.strength,
        link: Some(place),
        claims: link.claims.clone(),
        freshness: link.freshness,
    }
}

fn spoke(it: &SpokenFor) -> Edge {
    Edge {
        a: it.speaker.min(it.partner),
        b: it.speaker.max(it.partner),
        tie: Tie::SpokeFor,
        certainty: Certainty::Unconfirmed,
        fresh: it.freshness >= FRESHNESS_STALE_BELOW,
        strength: None,
        link: None,
        claims: vec![it.claim],
        freshness: it.freshness,
    }
}

/// Everybody at a member with everybody else there. Where only the kind is known, they may be of different organisations.
fn colleagues(nodes: &[PersonNode], network: &Network) -> Vec<Edge> {
    let mut at: Vec<Vec<usize>> = vec![Vec::new(); network.members.len()];
    for (place, node) in nodes.iter().enumerate() {
        let known = |member: &&usize| !network.members[**member].organisation.placeholder;
        node.members.iter().filter(known).for_each(|&member| at[member].push(place));
    }
    let pairs = at.iter().flat_map(|there| {
        there.iter().enumerate().flat_map(move |(place, &a)| there[place + 1..].iter().map(move |&b| (a.min(b), a.max(b))))
    });
    let edge = |(a, b)| Edge {
        a,
        b,
        tie: Tie::Colleagues,
        certainty: Certainty::Confirmed,
        fresh: true,
        strength: None,
        link: None,
        claims: Vec::new(),
        freshness: 1.0,
    };
    pairs.map(edge).collect()
}
