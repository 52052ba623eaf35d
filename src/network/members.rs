//! Reading the members of a coalition: who takes part or is spoken of, with the persons seen there.

use super::people::person_of;
use super::roll::{OfId, Roll};
use super::suppose::Gone;
use super::voice::organisations_of;
use super::*;
use crate::model::*;
use std::collections::{BTreeMap, HashSet};
use std::hash::BuildHasherDefault;
use std::sync::Arc;
use time::Date;

pub(super) fn members(
    roll: &Roll<'_>,
    coalition: &CoalitionId,
    memberships: &[&Membership],
    claims: &[&Claim],
    initiatives: &[Initiative],
    gone: &Gone,
    (as_of, view): (Date, &View),
) -> Vec<Member> {
    let mut status: BTreeMap<OrganisationId, Option<&Membership>> = BTreeMap::new();
    for membership in memberships {
        if let Party::Organisation(id) = membership.party {
            status.insert(id, Some(membership));
            // Most positions that are spoken of are at partners.
            roll.users(id);
        }
    }
    let register = roll.register;
    let mut spoken_of: HashSet<Party, BuildHasherDefault<OfId>> = HashSet::default();
    for claim in claims {
        match &claim.scope {
            Scope::Pair(pair) => spoken_of.extend(pair.ends()),
            Scope::Group(group) => spoken_of.extend(group.parties()),
            Scope::Kinds(_) | Scope::Domains(_) => {}
        }
    }
    spoken_of.extend(initiatives.iter().flat_map(|it| &it.participants));
    for party in spoken_of {
        for id in roll.organisations_of(party, as_of).iter().filter(|id| !gone.stopped(id)) {
            status.entry(id).or_insert(None);
        }
    }
    let catalogue = register.catalogue();
    let mut members: Vec<Member> = status
        .into_iter()
        .filter_map(|(id, membership)| {
            Some(member(roll, coalition, register.organisation(&id)?, membership, memberships, (as_of, view)))
        })
        .collect();
    members.sort_by_cached_key(|member| {
        let rank = member.kinds.first().map_or(usize::MAX, |kind| catalogue.kind_rank(kind));
        (rank, member.domain, member.name().to_lowercase(), member.id())
    });
    members
}

fn member(
    roll: &Roll<'_>,
    coalition: &CoalitionId,
    organisation: &Organisation,
    membership: Option<&Membership>,
    memberships: &[&Membership],
    (as_of, view): (Date, &View),
) -> Member {
    let register = roll.register;
    let catalogue = register.catalogue();
    let kinds: Vec<&PartnerKind> = organisation.kinds.iter().filter_map(|of| catalogue.kind(&of.kind)).collect();
    let domain = catalogue.domain_of(organisation);
    let side = view.sides.of(&kinds, domain);
    let mut seats = Vec::new();
    let mut contact_points = Vec::new();
    for user in roll.users(organisation.id).iter() {
        match user {
            Entity::Position(position) if position.period.holds_on(as_of) => {
                seats.extend(seat(register, position, memberships, (coalition, view)));
            }
            // Who checked a contact point is named in it too, and has it no more for that.
            Entity::ContactPoint(point)
                if point.organisation == organisation.id
                    && point.period.holds_on(as_of)
                    && contact_seen(register, point, coalition, view) =>
            {
                let checked_by = point.checked_by.filter(|it| party_seen(register, *it, coalition, view));
                contact_points.push(ContactPoint { checked_by, ..(**point).clone() });
            }
            _ => {}
        }
    }
    Member {
        domain,
        side,
        kinds: kinds.iter().map(|kind| kind.code.clone()).collect(),
        status: membership.map(|it| it.status),
        roles: membership.map(|it| it.roles.clone()).unwrap_or_default(),
        seats,
        contact_points,
        governance: kinds.first().map_or(domain == Some(Domain::Governance), |kind| kind.governance),
        umbrella: kinds.first().is_some_and(|kind| kind.umbrella),
        provenance: membership.map_or_else(|| organisation.provenance.clone(), |it| it.provenance.clone()),
        organisation: Arc::new(organisation.clone()),
    }
}

/// May the viewer see this contact point here? One of another coalition holds there; that of a person is seen with the person.
fn contact_seen(register: &Register, point: &ContactPoint, coalition: &CoalitionId, view: &View) -> bool {
    let here = point.coalition.as_ref().is_none_or(|at| at == coalition);
    here && view.viewer.sees_contact_of(register, point, coalition, view.today)
}

/// May the viewer see who this is? An organisation always may be.
fn party_seen(register: &Register, party: Party, coalition: &CoalitionId, view: &View) -> bool {
    let person = match party {
        Party::Organisation(_) => return true,
        Party::Person(id) => Some(id),
        Party::Position(id) => register.position(&id).map(|it| it.person),
    };
    let person = person.and_then(|id| register.person(&id));
    person.is_some_and(|it| view.viewer.sees_person_of(register, it, coalition, view.today))
}

/// A person in a position, when a membership of this coalition names the person or the position.
fn seat(
    register: &Register,
    position: &Position,
    memberships: &[&Membership],
    (coalition, view): (&CoalitionId, &View),
) -> Option<Seat> {
    let own: Vec<&&Membership> = memberships
        .iter()
        .filter(|it| it.party == Party::Person(position.person) || it.party == Party::Position(position.id))
        .collect();
    if own.is_empty() {
        return None;
    }
    let seen = |person: &&Person| view.viewer.sees_person_of(register, person, coalition, view.today);
    let person = register.person(&position.person).filter(seen)?;
    let mut roles: Vec<CoalitionRole> = own.iter().flat_map(|it| it.roles.clone()).collect();
    roles.sort_unstable();
    roles.dedup();
    Some(Seat { person: person.id, position: position.id, name: person.name.clone(), title: position.title.clone(), roles })
}

pub(super) fn loose_persons(register: &Register, memberships: &[&Membership], (as_of, view): (Date, &View)) -> Vec<LoosePerson> {
    let mut found = Vec::new();
    for membership in memberships {
        let positions: Vec<&Position> = match membership.party {
            Party::Organisation(_) => continue,
            Party::Position(id) => register.position(&id).into_iter().collect(),
            Party::Person(id) => {
                let reference = EntityRef::Person(id);
                let ids: Vec<EntityRef> = register.users_of(&reference).cloned().collect();
                ids.iter()
                    .filter_map(|user| match user {
                        EntityRef::Position(position) => register.position(position),
                        _ => None,
                    })
                    .collect()
            }
        };
        let held: Vec<&&Position> = positions.iter().filter(|it| it.period.holds_on(as_of)).collect();
        if held.iter().any(|it| it.organisation.is_some()) {
            continue;
        }
        let person = match membership.party {
            Party::Person(id) => Some(id),
            _ => held.first().map(|it| it.person),
        };
        let seen = |person: &&Person| view.viewer.sees_person_of(register, person, &membership.coalition, view.today);
        if let Some(person) = person.and_then(|id| register.person(&id)).filter(seen) {
            let position = held.first();
            found.push(LoosePerson {
                person: person.id,
                name: person.name.clone(),
                title: position.and_then(|it| it.title.clone()),
                profession: position.and_then(|it| it.profession.clone()),
            });
        }
    }
    found
}

/// Where those work who lead, as members. Of a person the organisation is told, also where the viewer may not see who it is; not of
/// somebody whom nobody sees. Cost: O(memberships · positions).
pub(super) fn leads(
    register: &Register,
    network: &Network,
    memberships: &[&Membership],
    (as_of, view): (Date, &View),
) -> Vec<Lead> {
    const LEADING: [CoalitionRole; 3] = [CoalitionRole::Initiator, CoalitionRole::ProjectLead, CoalitionRole::ExecutiveSponsor];
    let shown = |party: Party| match party {
        Party::Organisation(_) => true,
        Party::Person(_) | Party::Position(_) => {
            let person = person_of(register, party, as_of).and_then(|id| register.person(&id));
            person.is_some_and(|it| it.shown_on(view.today))
        }
    };
    let mut found = Vec::new();
    for membership in memberships.iter().filter(|it| it.roles.iter().any(|role| LEADING.contains(role)) && shown(it.party)) {
        let organisations = organisations_of(register, membership.party, as_of);
        let mut members: Vec<Option<usize>> = organisations.into_iter().filter_map(|id| network.place(id)).map(Some).collect();
        if members.is_empty() {
            members.push(None);
        }
        let roles = membership.roles.iter().copied().filter(|role| LEADING.contains(role));
        found.extend(roles.flat_map(|role| members.iter().map(move |&member| Lead { role, member })));
    }
    found.sort_unstable();
    found.dedup();
    found
}
