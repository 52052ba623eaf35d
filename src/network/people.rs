//! The view of people: named persons, and one anonymous "somebody at X" where only the organisation is known.

use super::freeze::SaidOn;
use super::roll::Roll;
use super::*;
use crate::model::*;
use std::collections::{BTreeMap, BTreeSet};

/// A node of the people view.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonNode {
    /// The person; absent: somebody at the organisation, whom no claim names or who is not seen here.
    pub person: Option<PersonId>,
    /// Places in `Network::members`; empty for a person without a known organisation.
    pub members: Vec<usize>,
}

/// People and who of them is said to know whom, at practice level.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct People {
    /// Named persons by id, then the anonymous ones by member.
    pub nodes: Vec<PersonNode>,
    /// Pairs of nodes with an asserted line, sorted, each once.
    pub links: Vec<(usize, usize)>,
    /// Pairs of named persons at the same member: a class of their own, never counted in measures.
    pub colleagues: Vec<(usize, usize)>,
}

impl People {
    /// Reads the people view of a network whose members and claims are filled in; `Network::people` holds it. Cost: O(claims · log +
    /// persons per member squared).
    pub fn of(register: &Register, network: &Network) -> Self {
        let roll = Roll::of(register);
        let said: Vec<SaidOn<'_>> = network.claims.values().map(|claim| SaidOn::of(&roll, claim, network.as_of)).collect();
        Self::read(&roll, network, &said)
    }

    /// The same, from what was looked up already.
    pub(super) fn read(roll: &Roll<'_>, network: &Network, said: &[SaidOn<'_>]) -> Self {
        let mut members_of: BTreeMap<PersonId, Vec<usize>> = BTreeMap::new();
        for (place, member) in network.members.iter().enumerate() {
            for seat in &member.seats {
                members_of.entry(seat.person).or_default().push(place);
            }
        }
        for loose in &network.loose {
            members_of.entry(loose.person).or_default();
        }
        let mut nodes: Vec<PersonNode> =
            members_of.into_iter().map(|(person, members)| PersonNode { person: Some(person), members }).collect();
        let named: BTreeMap<PersonId, usize> = nodes.iter().enumerate().filter_map(|(i, node)| Some((node.person?, i))).collect();
        let mut anonymous: BTreeMap<usize, usize> = BTreeMap::new();
        let mut links = BTreeSet::new();
        let pairs = said.iter().filter_map(|it| match &it.claim.scope {
            Scope::Pair(pair) if it.claim.stance == Stance::Asserted && is_practice(network, it.claim) => {
                Some((it.day, pair.ends()))
            }
            _ => None,
        });
        for (day, ends) in pairs {
            let found: [Vec<usize>; 2] = ends.map(|end| {
                if let Some(&node) = roll.person_of(end, day).and_then(|id| named.get(&id)) {
                    return vec![node];
                }
                // Of who is not seen here only the organisation is known; the line is there all the same.
                let places = roll.organisations_of(end, day);
                let places = places.iter().filter_map(|id| network.place(id));
                let somebody = places.map(|place| {
                    *anonymous.entry(place).or_insert_with(|| {
                        nodes.push(PersonNode { person: None, members: vec![place] });
                        nodes.len() - 1
                    })
                });
                somebody.collect()
            });
            let [from, to] = &found;
            let pairs = from.iter().flat_map(|&a| to.iter().map(move |&b| (a.min(b), a.max(b))));
            links.extend(pairs.filter(|(a, b)| a != b));
        }
        let colleagues = colleagues(&nodes);
        Self { nodes, links: links.into_iter().collect(), colleagues }
    }
}

impl Network {
    /// The members for which a party stands: itself, or those where the person has a seat. Cost: O(persons) for a person.
    pub fn places_of(&self, party: Party) -> Vec<usize> {
        let seated = |wanted: &dyn Fn(&Seat) -> bool| {
            (0..self.members.len()).filter(|&place| self.members[place].seats.iter().any(wanted)).collect()
        };
        match party {
            Party::Organisation(id) => self.place(id).into_iter().collect(),
            Party::Person(id) => seated(&|seat| seat.person == id),
            Party::Position(id) => seated(&|seat| seat.position == id),
        }
    }
}

/// The person that a party is on a day.
pub(super) fn person_of(register: &Register, party: Party, day: time::Date) -> Option<PersonId> {
    match party {
        Party::Person(id) => Some(id),
        Party::Position(id) => register.position(&id).filter(|it| it.period.holds_on(day)).map(|it| it.person),
        Party::Organisation(_) => None,
    }
}

fn is_practice(network: &Network, claim: &Claim) -> bool {
    network.catalogue.link(&claim.kind).is_some_and(|kind| kind.level == Level::Practice)
}

fn colleagues(nodes: &[PersonNode]) -> Vec<(usize, usize)> {
    let mut named_at: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, node) in nodes.iter().enumerate().filter(|(_, node)| node.person.is_some()) {
        for &place in &node.members {
            named_at.entry(place).or_default().push(i);
        }
    }
    let mut pairs = BTreeSet::new();
    for named in named_at.values() {
        for (i, &a) in named.iter().enumerate() {
            pairs.extend(named[i + 1..].iter().filter(|&&b| b != a).map(|&b| (a.min(b), a.max(b))));
        }
    }
    pairs.into_iter().collect()
}
