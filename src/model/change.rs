//! The closed list of edits, and what can be wrong with one.

use super::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Anything that the register holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is named after the noun it holds")]
pub enum Entity {
    Source(Source),
    Coalition(Coalition),
    Organisation(Organisation),
    Person(Person),
    Position(Position),
    Membership(Membership),
    Initiative(Initiative),
    Claim(Claim),
    Coverage(Coverage),
    // Apart, because it holds more than the others, and millions of those decide how much memory a country takes.
    ContactPoint(Box<ContactPoint>),
}

impl From<ContactPoint> for Entity {
    fn from(point: ContactPoint) -> Self {
        Self::ContactPoint(Box::new(point))
    }
}

/// The identity of anything that the register holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is named after the noun it names")]
pub enum EntityRef {
    Source(SourceId),
    Coalition(CoalitionId),
    Organisation(OrganisationId),
    Person(PersonId),
    Position(PositionId),
    Membership(MembershipId),
    Initiative(InitiativeId),
    Claim(ClaimId),
    Coverage(CoverageId),
    ContactPoint(ContactPointId),
}

impl Entity {
    /// Its identity.
    pub fn reference(&self) -> EntityRef {
        match self {
            Self::Source(it) => EntityRef::Source(it.id),
            Self::Coalition(it) => EntityRef::Coalition(it.id.clone()),
            Self::Organisation(it) => EntityRef::Organisation(it.id),
            Self::Person(it) => EntityRef::Person(it.id),
            Self::Position(it) => EntityRef::Position(it.id),
            Self::Membership(it) => EntityRef::Membership(it.id),
            Self::Initiative(it) => EntityRef::Initiative(it.id),
            Self::Claim(it) => EntityRef::Claim(it.id),
            Self::Coverage(it) => EntityRef::Coverage(it.id),
            Self::ContactPoint(it) => EntityRef::ContactPoint(it.id),
        }
    }

    /// Everything it refers to, each once, in no particular order of meaning.
    pub fn refers_to(&self) -> Vec<EntityRef> {
        let mut refs = Vec::new();
        let provenance = |p: &Provenance, refs: &mut Vec<EntityRef>| refs.extend(p.source.map(EntityRef::Source));
        match self {
            Self::Source(_) => {}
            Self::Coalition(it) => {
                provenance(&it.provenance, &mut refs);
                for theme in &it.themes {
                    provenance(&theme.provenance, &mut refs);
                    refs.extend(theme.partners.iter().map(party_ref));
                }
                for fact in &it.governance {
                    provenance(&fact.provenance, &mut refs);
                    refs.extend(fact.parties.iter().map(party_ref));
                }
            }
            Self::Organisation(it) => {
                provenance(&it.provenance, &mut refs);
                refs.extend(it.part_of.map(EntityRef::Organisation));
            }
            Self::Person(it) => provenance(&it.provenance, &mut refs),
            Self::Position(it) => {
                provenance(&it.provenance, &mut refs);
                refs.push(EntityRef::Person(it.person));
                refs.extend(it.organisation.map(EntityRef::Organisation));
            }
            Self::Membership(it) => {
                provenance(&it.provenance, &mut refs);
                refs.push(EntityRef::Coalition(it.coalition.clone()));
                refs.push(party_ref(&it.party));
            }
            Self::Initiative(it) => {
                provenance(&it.provenance, &mut refs);
                refs.push(EntityRef::Coalition(it.coalition.clone()));
                refs.extend(it.participants.iter().map(party_ref));
            }
            Self::Claim(it) => {
                provenance(&it.provenance, &mut refs);
                refs.push(EntityRef::Coalition(it.coalition.clone()));
                match &it.scope {
                    Scope::Pair(pair) => refs.extend(pair.ends().iter().map(party_ref)),
                    Scope::Group(group) => refs.extend(group.parties().iter().map(party_ref)),
                    Scope::Kinds(_) | Scope::Domains(_) => {}
                }
                refs.extend(it.speaker.iter().chain(&it.on_behalf_of).map(party_ref));
                refs.extend(it.initiative.map(EntityRef::Initiative));
            }
            Self::Coverage(it) => {
                provenance(&it.provenance, &mut refs);
                refs.push(EntityRef::Coalition(it.coalition.clone()));
                refs.extend(it.by.iter().chain(&it.about).map(party_ref));
            }
            Self::ContactPoint(it) => {
                provenance(&it.provenance, &mut refs);
                refs.push(EntityRef::Organisation(it.organisation));
                refs.extend(it.coalition.clone().map(EntityRef::Coalition));
                refs.extend(it.person.map(EntityRef::Person));
                refs.extend(it.checked_by.iter().map(party_ref));
            }
        }
        refs.sort_unstable();
        refs.dedup();
        refs
    }
}

fn party_ref(party: &Party) -> EntityRef {
    match *party {
        Party::Organisation(id) => EntityRef::Organisation(id),
        Party::Person(id) => EntityRef::Person(id),
        Party::Position(id) => EntityRef::Position(id),
    }
}

impl std::fmt::Display for EntityRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Source(id) => write!(f, "source {id}"),
            Self::Coalition(id) => write!(f, "coalition {id}"),
            Self::Organisation(id) => write!(f, "organisation {id}"),
            Self::Person(id) => write!(f, "person {id}"),
            Self::Position(id) => write!(f, "position {id}"),
            Self::Membership(id) => write!(f, "membership {id}"),
            Self::Initiative(id) => write!(f, "initiative {id}"),
            Self::Claim(id) => write!(f, "claim {id}"),
            Self::Coverage(id) => write!(f, "coverage {id}"),
            Self::ContactPoint(id) => write!(f, "contact point {id}"),
        }
    }
}

/// One edit. There are only two: put something (new or in place of what had its id), or remove it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Put, new or replacing.
    Put(Box<Entity>),
    /// Remove; refused while something refers to it.
    Remove(EntityRef),
}

impl Change {
    /// Puts an entity.
    pub fn put(entity: Entity) -> Self {
        Self::Put(Box::new(entity))
    }
    /// What it touches.
    pub fn reference(&self) -> EntityRef {
        match self {
            Self::Put(entity) => entity.reference(),
            Self::Remove(reference) => reference.clone(),
        }
    }
}

/// What is wrong with one change. The register is unchanged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It refers to something that is not there.
    #[error("{from} refers to {missing}, which does not exist; add that first or correct the reference")]
    Dangling {
        /// What refers.
        from: EntityRef,
        /// To what.
        missing: EntityRef,
    },
    /// It removes something that is not there.
    #[error("{0} does not exist; nothing to remove")]
    Unknown(EntityRef),
    /// Something still refers to what is removed.
    #[error("{what} is still used by {by}; remove or change that first")]
    InUse {
        /// What would be removed.
        what: EntityRef,
        /// The first thing that refers to it.
        by: EntityRef,
    },
    /// A partner kind that the catalogue does not have.
    #[error("{from}: partner kind \"{kind}\" is not in the catalogue; choose one of its codes")]
    UnknownKind {
        /// Where.
        from: EntityRef,
        /// The kind.
        kind: KindCode,
    },
    /// A need that the catalogue does not have.
    #[error("{from}: need \"{need}\" is not in the catalogue; choose one of its codes")]
    UnknownNeed {
        /// Where.
        from: EntityRef,
        /// The need.
        need: NeedCode,
    },
    /// A link kind that the catalogue does not have.
    #[error("{from}: link kind \"{kind}\" is not in the catalogue; choose one of its codes")]
    UnknownLinkKind {
        /// Where.
        from: EntityRef,
        /// The link kind.
        kind: LinkKindCode,
    },
    /// Neither a kind nor a domain.
    #[error("{0} has neither a kind nor a domain; give one of them")]
    NoDomain(EntityRef),
    /// A unit of itself, directly or in a circle.
    #[error("{0} would be a part of itself; correct partOf")]
    PartOfItself(EntityRef),
    /// A party twice in one coalition.
    #[error("{party} takes part in {coalition} already; change that membership instead")]
    TwiceMember {
        /// The party.
        party: EntityRef,
        /// The coalition.
        coalition: CoalitionId,
    },
    /// A line between a person and their own position, or two positions of one person.
    #[error("{0}: both ends are the same person; a line runs between two different parties")]
    LinkToItself(EntityRef),
    /// A strength on a statement that no line exists.
    #[error("{0}: only an asserted line has a strength; leave it out")]
    StrengthWithoutLine(EntityRef),
}
