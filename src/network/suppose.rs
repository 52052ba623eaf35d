//! What if: changes that are supposed while a coalition is frozen. The register never hears of them.
//!
//! Why: gaps, measures and the map of "what if" are made by the same code as those of what is.
//! Never: stored.

use super::state::is_general;
use super::voice::organisations_of;
use crate::model::*;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeSet;
use time::Date;
use utoipa::ToSchema;

/// One change that is supposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(tag = "what", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Supposed {
    /// A person leaves, with every line that runs through this person.
    PersonLeaves {
        /// Who.
        person: PersonId,
    },
    /// A partner stops taking part.
    PartnerStops {
        /// Which.
        organisation: OrganisationId,
    },
    /// Whoever leads the project goes: persons in that role; a partner that leads stays without the role.
    ProjectLeadLeaves,
    /// Two partners come to know each other, and both say so.
    Introduced {
        /// One.
        a: OrganisationId,
        /// The other.
        b: OrganisationId,
    },
}

/// Who is gone under a supposition.
#[derive(Debug, Default)]
pub(super) struct Gone {
    persons: BTreeSet<PersonId>,
    organisations: BTreeSet<OrganisationId>,
    lead: bool,
}

impl Gone {
    pub(super) fn of(register: &Register, memberships: &[&Membership], supposed: &[Supposed]) -> Self {
        let mut gone = Self::default();
        for change in supposed {
            match change {
                Supposed::PersonLeaves { person } => drop(gone.persons.insert(*person)),
                Supposed::PartnerStops { organisation } => drop(gone.organisations.insert(*organisation)),
                Supposed::ProjectLeadLeaves => gone.lead = true,
                Supposed::Introduced { .. } => {}
            }
        }
        if gone.lead {
            let leads = memberships.iter().filter(|it| it.roles.contains(&CoalitionRole::ProjectLead));
            gone.persons.extend(leads.filter_map(|it| person_of(register, it.party)));
        }
        gone
    }

    /// Who works for several partners is gone when all of them are; a position is gone with its own partner.
    fn has(&self, register: &Register, party: Party, day: Date) -> bool {
        match party {
            _ if self.persons.is_empty() && self.organisations.is_empty() => false,
            Party::Organisation(id) => self.organisations.contains(&id),
            person => {
                let at = organisations_of(register, person, day);
                person_of(register, person).is_some_and(|id| self.persons.contains(&id))
                    || (!at.is_empty() && at.iter().all(|id| self.organisations.contains(id)))
            }
        }
    }

    /// Did this partner stop? Then it is not there, whoever still speaks of it.
    pub(super) fn stopped(&self, id: &OrganisationId) -> bool {
        self.organisations.contains(id)
    }

    /// The membership that is left: none of who is gone, no lead role when the lead goes.
    pub(super) fn membership<'a>(&self, register: &Register, it: &'a Membership, day: Date) -> Option<Cow<'a, Membership>> {
        if self.has(register, it.party, day) {
            return None;
        }
        if self.lead && it.roles.contains(&CoalitionRole::ProjectLead) {
            let mut left = it.clone();
            left.roles.retain(|role| *role != CoalitionRole::ProjectLead);
            return Some(Cow::Owned(left));
        }
        Some(Cow::Borrowed(it))
    }

    /// The claim that is left. A claim on a pair goes with either end, and with the speaker who says to be its only carrier; a
    /// group loses who is gone; what a person said of others stays said.
    pub(super) fn claim<'a>(&self, register: &Register, it: &'a Claim, day: Date) -> Option<Cow<'a, Claim>> {
        match &it.scope {
            Scope::Pair(pair) => {
                let ends = pair.ends().iter().any(|&end| self.has(register, end, day));
                let carrier = it.single_carrier && it.speaker.is_some_and(|by| self.has(register, by, day));
                (!ends && !carrier).then_some(Cow::Borrowed(it))
            }
            Scope::Group(group) => {
                let left: Vec<Party> = group.parties().iter().copied().filter(|&it| !self.has(register, it, day)).collect();
                if left.len() == group.parties().len() {
                    return Some(Cow::Borrowed(it));
                }
                let scope = Scope::Group(Group::new(left).ok()?);
                Some(Cow::Owned(Claim { scope, ..it.clone() }))
            }
            Scope::Kinds(_) | Scope::Domains(_) => Some(Cow::Borrowed(it)),
        }
    }

    /// The initiative without who is gone.
    pub(super) fn initiative(&self, register: &Register, it: &Initiative, day: Date) -> Initiative {
        let mut left = it.clone();
        left.participants.retain(|&party| !self.has(register, party, day));
        left
    }

    /// Is the coverage still about somebody who is there?
    pub(super) fn keeps(&self, register: &Register, it: &Coverage, day: Date) -> bool {
        it.about.is_none_or(|about| !self.has(register, about, day))
    }
}

/// The kind of line that an introduction gives: the first general one in practice, else the first in practice, those without a
/// direction first. `None`: the catalogue has no line in practice, and nobody can be introduced. Cost: O(link kinds).
pub fn kind_of_introduction(catalogue: &Catalogue) -> Option<&LinkKind> {
    let practice = catalogue.links.iter().filter(|kind| kind.level == Level::Practice);
    practice.min_by_key(|kind| (!is_general(&kind.code), kind.directed))
}

/// The claims of the introductions that are supposed: both ends say that they work together.
pub(super) fn introduced(catalogue: &Catalogue, supposed: &[Supposed], coalition: &CoalitionId, as_of: Date) -> Vec<Claim> {
    let mut claims = Vec::new();
    let Some(kind) = kind_of_introduction(catalogue).map(|kind| &kind.code) else { return claims };
    for change in supposed {
        let Supposed::Introduced { a, b } = change else { continue };
        let (a, b) = (Party::Organisation(*a), Party::Organisation(*b));
        let Ok(pair) = Pair::new(a.min(b), a.max(b)) else { continue };
        claims.extend([a, b].map(|speaker| Claim {
            id: ClaimId::from_key(&format!("supposed/{coalition}/{pair:?}/{speaker:?}")),
            coalition: coalition.clone(),
            scope: Scope::Pair(pair),
            stance: Stance::Asserted,
            kind: kind.clone(),
            strength: None,
            speaker: Some(speaker),
            on_behalf_of: None,
            initiative: None,
            single_carrier: false,
            date: Some(PartialDate::day(as_of)),
            period: None,
            provenance: Provenance::default(),
        }));
    }
    claims
}

fn person_of(register: &Register, party: Party) -> Option<PersonId> {
    match party {
        Party::Organisation(_) => None,
        Party::Person(id) => Some(id),
        Party::Position(id) => register.position(&id).map(|it| it.person),
    }
}
