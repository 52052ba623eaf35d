//! The lines between people, each judged by itself: what all claims on one pair of people add up to.
//!
//! Why: whoever looks for somebody walks from person to person; that two organisations agree does not make two people know each
//! other, and the word of one person is not that of the other.
//! Never: measured. Measures and gaps read the lines between members.

use super::freeze::day_of;
use super::links::{Said, Told, freshness, hear, link, project_consultations};
use super::people::person_of;
use super::voice::{claim_date, organisations_of};
use super::*;
use crate::model::*;
use std::collections::{BTreeMap, HashMap};
use time::Date;

/// People, and the lines between them as links: their ends are places in `nodes`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PeopleLinks {
    /// The nodes of `Network::people`, then somebody at every member that has nobody without a name yet, by member.
    pub nodes: Vec<PersonNode>,
    /// Practice lines by (a, b), at most one a pair: also those that are denied, planned or wished.
    pub links: Vec<Link>,
    /// Somebody at each member: places in `nodes`.
    pub somebody: Vec<usize>,
    /// Who spoke for a partner of which they are no part, by claim.
    pub spoken_for: Vec<SpokenFor>,
}

/// Somebody who speaks for a partner stands in it in some way, although no position says so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SpokenFor {
    /// Who spoke: a place in `PeopleLinks::nodes`.
    pub speaker: usize,
    /// Somebody at the partner.
    pub partner: usize,
    /// In which claim.
    pub claim: ClaimId,
    /// As of a line of the claim's kind.
    pub freshness: f64,
}

impl PeopleLinks {
    /// What is said of the lines between the people of a network?
    ///
    /// Takes: the register that the network was frozen from. An end says what the person says, or what an organisation says of which
    /// only that end is part. A person who may not be seen is somebody at the organisation, and what this person denies says nothing
    /// of the others there. Freshness, doubt and consultations are those of the lines between members.
    /// Cost: O(nodes + claims · log).
    pub fn of(register: &Register, network: &Network) -> Self {
        let seats = Seats::of(register, network);
        let mut said: BTreeMap<(usize, usize, Level), Said<'_>> = BTreeMap::new();
        for claim in network.claims.values() {
            let Scope::Pair(pair) = &claim.scope else { continue };
            let Some(kind) = network.catalogue.link(&claim.kind).filter(|kind| kind.level == Level::Practice) else { continue };
            let (date, day) = (claim_date(register, claim), day_of(register, network, claim));
            let [from, to] = pair.ends().map(|end| seats.of_party(end, day));
            if claim.stance == Stance::Denied && (from.unnamed || to.unnamed) {
                continue;
            }
            for (x, y) in from.places.iter().flat_map(|&x| to.places.iter().map(move |&y| (x, y))).filter(|(x, y)| x != y) {
                let (a, b) = (x.min(y), x.max(y));
                let told = Told { kind: &claim.kind, acts: kind.directed.then_some(x) };
                let by = seats.speaking(claim, [a, b], day);
                hear(said.entry((a, b, kind.level)).or_default(), claim, (kind, told), by, (date, network.as_of));
            }
        }
        project_consultations(register, network, |party| seats.of_party(party, network.as_of).places, &mut said);
        let links = said.into_iter().filter_map(|((a, b, level), said)| link(a, b, level, said)).collect();
        let spoken_for = seats.spoken_for();
        Self { links, spoken_for, nodes: seats.nodes, somebody: seats.somebody }
    }
}

/// Where everybody stands.
struct Seats<'a> {
    register: &'a Register,
    network: &'a Network,
    nodes: Vec<PersonNode>,
    named: HashMap<PersonId, usize>,
    somebody: Vec<usize>,
}

/// For which nodes a party stands.
struct Standing {
    places: Vec<usize>,
    /// A person who is not seen here: the nodes are those of the organisation.
    unnamed: bool,
}

impl<'a> Seats<'a> {
    fn of(register: &'a Register, network: &'a Network) -> Self {
        let mut nodes = network.people.nodes.clone();
        let named = nodes.iter().enumerate().filter_map(|(place, node)| Some((node.person?, place))).collect();
        let mut somebody = vec![usize::MAX; network.members.len()];
        for (place, node) in nodes.iter().enumerate().filter(|(_, node)| node.person.is_none()) {
            node.members.iter().for_each(|&member| somebody[member] = place);
        }
        for (member, place) in somebody.iter_mut().enumerate().filter(|(_, place)| **place == usize::MAX) {
            *place = nodes.len();
            nodes.push(PersonNode { person: None, members: vec![member] });
        }
        Self { register, network, nodes, named, somebody }
    }

    fn of_party(&self, party: Party, day: Date) -> Standing {
        let person = person_of(self.register, party, day);
        if let Some(&node) = person.and_then(|id| self.named.get(&id)) {
            return Standing { places: vec![node], unnamed: false };
        }
        let members = organisations_of(self.register, party, day).into_iter().filter_map(|id| self.network.place(id));
        let unnamed = !matches!(party, Party::Organisation(_));
        Standing { places: members.map(|member| self.somebody[member]).collect(), unnamed }
    }

    /// Which of two ends says what a claim says.
    fn speaking(&self, claim: &Claim, ends: [usize; 2], day: Date) -> [bool; 2] {
        let mut by = [false; 2];
        for party in claim.speaker.into_iter().chain(claim.on_behalf_of) {
            let spoken = self.spoken_by(party, ends, day);
            by = [by[0] || spoken[0], by[1] || spoken[1]];
        }
        by
    }

    fn spoken_for(&self) -> Vec<SpokenFor> {
        let mut found = Vec::new();
        for claim in self.network.claims.values() {
            let (Some(speaker), Some(partner), Some(kind)) =
                (claim.speaker, claim.on_behalf_of, self.network.catalogue.link(&claim.kind))
            else {
                continue;
            };
            let (date, day) = (claim_date(self.register, claim), day_of(self.register, self.network, claim));
            let partners = self.of_party(partner, day).places;
            for &speaker in &self.of_party(speaker, day).places {
                let stands = partners.iter().filter(|&&partner| {
                    partner != speaker && !self.nodes[partner].members.iter().any(|it| self.nodes[speaker].members.contains(it))
                });
                let freshness = freshness(kind, date, self.network.as_of);
                found.extend(stands.map(|&partner| SpokenFor { speaker, partner, claim: claim.id, freshness }));
            }
        }
        found
    }

    fn spoken_by(&self, party: Party, ends: [usize; 2], day: Date) -> [bool; 2] {
        let own = person_of(self.register, party, day).and_then(|id| self.named.get(&id));
        if let Some(end) = own.and_then(|own| ends.iter().position(|end| end == own)) {
            return [end == 0, end == 1];
        }
        let members: Vec<usize> =
            organisations_of(self.register, party, day).into_iter().filter_map(|id| self.network.place(id)).collect();
        let part = |end: usize, member: &usize| self.nodes[end].members.contains(member);
        // Who is part of both speaks for neither.
        [0, 1].map(|end| members.iter().any(|member| part(ends[end], member) && !part(ends[1 - end], member)))
    }
}
