//! The register: the whole state, and the one way to change it.
//!
//! Over 400 lines: whoever changes how state changes must see what it checks, marks and takes back.

use super::shelves::{Kept, Shelves};
use super::*;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

/// Entities that a claim usually refers to: its source, its coalition and two ends.
const TARGETS_USUAL: usize = 4;

/// Everything claimed, at one moment. Cloning is cheap: all but what is written afterwards is shared.
#[derive(Debug, Clone)]
pub struct Register {
    catalogue: Arc<Catalogue>,
    shelves: Shelves,
    /// Sequence number of the last change that touched a coalition, its members or their links.
    coalition_versions: Arc<BTreeMap<CoalitionId, u64>>,
    /// Of coalitions whose last change says nothing of a line: its sequence, and that of the last one before it that does.
    unsaid: Arc<BTreeMap<CoalitionId, (u64, u64)>>,
    /// Coalitions that a user changed since they were loaded from files.
    edited: Arc<BTreeSet<CoalitionId>>,
    sequence: u64,
}

macro_rules! access {
    ($one:ident, $many:ident, $variant:ident, $type:ty, $id:ty, $noun:literal, $place:literal) => {
        #[doc = concat!("One ", $noun, " by id.")]
        pub fn $one(&self, id: &$id) -> Option<&$type> {
            match self.entity(&EntityRef::$variant(id.clone())) {
                Some(Entity::$variant(it)) => Some(it),
                _ => None,
            }
        }
        #[doc = concat!("Every ", $noun, ", by id. Cost: O(1) for each.")]
        pub fn $many(&self) -> impl Iterator<Item = &$type> {
            self.shelves.of_noun($place).filter_map(|kept| -> Option<&$type> {
                match &*kept.entity {
                    Entity::$variant(it) => Some(it),
                    _ => None,
                }
            })
        }
    };
}

impl Register {
    /// An empty register that knows a catalogue.
    pub fn new(catalogue: Arc<Catalogue>) -> Self {
        Self {
            catalogue,
            shelves: Shelves::default(),
            coalition_versions: Arc::default(),
            unsaid: Arc::default(),
            edited: Arc::default(),
            sequence: 0,
        }
    }

    // The numbers are the places of the nouns in `EntityRef`.
    access!(source, sources, Source, Source, SourceId, "source", 0);
    access!(coalition, coalitions, Coalition, Coalition, CoalitionId, "coalition", 1);
    access!(organisation, organisations, Organisation, Organisation, OrganisationId, "organisation", 2);
    access!(person, persons, Person, Person, PersonId, "person", 3);
    access!(position, positions, Position, Position, PositionId, "position", 4);
    access!(membership, memberships, Membership, Membership, MembershipId, "membership", 5);
    access!(initiative, initiatives, Initiative, Initiative, InitiativeId, "initiative", 6);
    access!(claim, claims, Claim, Claim, ClaimId, "claim", 7);
    access!(coverage, coverages, Coverage, Coverage, CoverageId, "coverage", 8);
    access!(contact_point, contact_points, ContactPoint, ContactPoint, ContactPointId, "contact point", 9);

    /// The catalogue it was made with.
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }
    /// Number of changes applied so far.
    pub fn sequence(&self) -> u64 {
        self.sequence
    }
    /// Anything by reference.
    pub fn entity(&self, reference: &EntityRef) -> Option<&Entity> {
        self.shelves.get(reference).map(|kept| &*kept.entity)
    }
    /// Everything, noun by noun as `EntityRef` lists them, then by id. That is no order of putting: a coalition comes before the
    /// organisations that its themes and governance name, a unit may come before what it is part of.
    pub fn entities(&self) -> impl Iterator<Item = &Entity> {
        self.shelves.iter().map(|kept| &*kept.entity)
    }
    /// Revision of an entity (the sequence of its last change); absent when it is not there.
    pub fn revision(&self, reference: &EntityRef) -> Option<u64> {
        self.shelves.get(reference).map(|kept| kept.revision)
    }
    /// Sequence of the last change that touched the coalition, its members or their links.
    pub fn coalition_version(&self, coalition: &CoalitionId) -> u64 {
        self.coalition_versions.get(coalition).copied().unwrap_or(0)
    }
    /// Did a user change it since it was loaded from files? Then it is shown as of today, else as of its last source. Where somebody is
    /// reached, who may see a person, and what a source is called make no line of today, and are no such change.
    pub fn edited(&self, coalition: &CoalitionId) -> bool {
        self.edited.contains(coalition)
    }
    /// Notes that what changed after `sequence` was a user's edit. Cost: O(coalitions).
    pub fn note_edits_since(&mut self, sequence: u64) {
        let said = |id: &CoalitionId, version: u64| self.said_version(id, version) > sequence && !self.edited.contains(id);
        let changed = self.coalition_versions.iter().filter(|(id, version)| **version > sequence && said(id, **version));
        let changed: Vec<CoalitionId> = changed.map(|(id, _)| id.clone()).collect();
        if !changed.is_empty() {
            Arc::make_mut(&mut self.edited).extend(changed);
        }
    }
    /// Sequence of the last change of a coalition that can say something of a line, where its last change of all is `version`.
    fn said_version(&self, coalition: &CoalitionId, version: u64) -> u64 {
        self.unsaid.get(coalition).filter(|(last, _)| *last == version).map_or(version, |(_, said)| *said)
    }
    /// A coalition by slug, name or alias, upper and lower case alike. Cost: O(log n) for a slug, else O(coalitions).
    pub fn find_coalition(&self, text: &str) -> Option<&Coalition> {
        let wanted = text.trim().to_lowercase();
        let is = |name: &Name| name.as_str().to_lowercase() == wanted;
        let by_slug = CoalitionId::new(wanted.as_str()).ok().and_then(|id| self.coalition(&id));
        by_slug.or_else(|| self.coalitions().find(|it| is(&it.name) || it.aliases.iter().any(is)))
    }

    /// Applies one change: the only way state changes. Gives the inverse change.
    ///
    /// Errors: the fault, and the register is as it was. Cost: O(log n), plus O(units) for `part_of`.
    pub fn apply(&mut self, change: &Change) -> Result<Change, Fault> {
        match change {
            Change::Put(entity) => self.put(Cow::Borrowed(entity)),
            Change::Remove(reference) => self.remove(reference),
        }
        .map(Moment::inverse)
    }

    /// The same as [`Register::apply`] for whoever needs the change no more: nothing is copied.
    pub fn take(&mut self, change: Change) -> Result<Change, Fault> {
        match change {
            Change::Put(entity) => self.put(Cow::Owned(*entity)),
            Change::Remove(reference) => self.remove(&reference),
        }
        .map(Moment::inverse)
    }

    /// Applies a batch, all or nothing. Gives the inverse batch, in the order in which it must be applied.
    ///
    /// Errors: place of the first fault in the batch, and the fault; the register is as it was, with its sequence, revisions and
    /// coalition versions. Cost: that of its changes; what the batch does not touch is not copied.
    pub fn apply_batch(&mut self, batch: &[Change]) -> Result<Vec<Change>, (usize, Fault)> {
        let (sequence, coalition_versions, unsaid) =
            (self.sequence, Arc::clone(&self.coalition_versions), Arc::clone(&self.unsaid));
        let mut before = Vec::with_capacity(batch.len());
        for (place, change) in batch.iter().enumerate() {
            let done = match change {
                Change::Put(entity) => self.put(Cow::Borrowed(entity)),
                Change::Remove(reference) => self.remove(reference),
            };
            match done {
                Ok(was) => before.push(was),
                Err(fault) => {
                    before.into_iter().rev().for_each(|was| self.restore(was));
                    (self.sequence, self.coalition_versions, self.unsaid) = (sequence, coalition_versions, unsaid);
                    return Err((place, fault));
                }
            }
        }
        Ok(before.into_iter().rev().map(Moment::inverse).collect())
    }

    /// Sets one entity back, unchecked: it was there before, among the same others.
    fn restore(&mut self, Moment { reference, kept }: Moment) {
        match kept {
            Some(kept) => {
                self.shelves.unlink(&reference);
                let targets: Vec<u32> = kept.entity.refers_to().iter().filter_map(|target| self.shelves.place(target)).collect();
                self.shelves.put(self.shelves.place(&reference), kept, &targets);
            }
            None => self.shelves.remove(&reference),
        }
    }

    fn put(&mut self, entity: Cow<'_, Entity>) -> Result<Moment, Fault> {
        let reference = entity.reference();
        let mut targets = Vec::with_capacity(TARGETS_USUAL);
        for target in entity.refers_to() {
            match self.shelves.place(&target) {
                Some(place) => targets.push(place),
                None if target == reference => {}
                None => return Err(Fault::Dangling { from: reference, missing: target }),
            }
        }
        self.check(&entity, &targets)?;
        self.sequence += 1;
        let place = self.shelves.place(&reference);
        let before = place.and_then(|place| self.shelves.at(place)).cloned();
        if let Some(before) = &before {
            // Where it was seen until now, which may be another coalition.
            self.touch(&before.entity);
            self.shelves.unlink(&reference);
        }
        let mut entity = entity.into_owned();
        self.share(&mut entity, &targets);
        let entity = Arc::new(entity);
        let kept = Kept { reference: reference.clone(), entity: Arc::clone(&entity), revision: self.sequence };
        self.shelves.put(place, kept, &targets);
        match (coalition_of(&entity), &*entity) {
            // Nothing refers to what is new, and it is shown with nothing else: the usual case in a large import.
            (Some(coalition), Entity::Claim(_) | Entity::Membership(_)) if before.is_none() => {
                Arc::make_mut(&mut self.coalition_versions).insert(coalition.clone(), self.sequence);
            }
            _ => self.touch(&entity),
        }
        Ok(Moment { reference, kept: before })
    }

    /// Lets an entity share the slugs that the register has already: from a file every row brings its own copy.
    fn share(&self, entity: &mut Entity, targets: &[u32]) {
        let own = |id: &mut CoalitionId| {
            let references = targets.iter().filter_map(|place| self.shelves.at(*place)).map(|kept| &kept.reference);
            for reference in references {
                if let EntityRef::Coalition(kept) = reference {
                    *id = kept.clone();
                }
            }
        };
        match entity {
            Entity::Membership(it) => own(&mut it.coalition),
            Entity::Claim(it) => {
                own(&mut it.coalition);
                if let Some(kind) = self.catalogue.link(&it.kind) {
                    it.kind = kind.code.clone();
                }
            }
            _ => {}
        }
    }

    fn remove(&mut self, reference: &EntityRef) -> Result<Moment, Fault> {
        let Some(before) = self.shelves.get(reference).cloned() else {
            return Err(Fault::Unknown(reference.clone()));
        };
        if let Some(by) = self.users(reference).map(|user| &user.reference).filter(|by| *by != reference).min() {
            return Err(Fault::InUse { what: reference.clone(), by: by.clone() });
        }
        self.sequence += 1;
        self.touch(&before.entity);
        self.shelves.remove(reference);
        Ok(Moment { reference: reference.clone(), kept: Some(before) })
    }

    /// Everything that refers to `reference`, in order of reference. Cost: O(what refers to it · log).
    pub fn users_of<'a>(&'a self, reference: &EntityRef) -> impl Iterator<Item = &'a EntityRef> + use<'a> {
        let mut users: Vec<&EntityRef> = self.users(reference).map(|user| &user.reference).collect();
        users.sort_unstable();
        users.into_iter()
    }

    /// The same as the entities themselves, in the same order.
    pub fn entities_using<'a>(&'a self, reference: &EntityRef) -> impl Iterator<Item = &'a Entity> + use<'a> {
        self.shared_using(reference).map(|entity| &**entity)
    }

    /// The same for whoever keeps them: they are shared and not copied.
    pub fn shared_using<'a>(&'a self, reference: &EntityRef) -> impl Iterator<Item = &'a Arc<Entity>> + use<'a> {
        let mut users: Vec<&Kept> = self.users(reference).collect();
        users.sort_unstable_by(|a, b| a.reference.cmp(&b.reference));
        users.into_iter().map(|kept| &kept.entity)
    }

    /// Does anything refer to `reference`? Cost: O(log references).
    pub fn is_used(&self, reference: &EntityRef) -> bool {
        self.users(reference).next().is_some()
    }

    /// Everything that refers to `reference`, in no order.
    fn users<'a>(&'a self, reference: &EntityRef) -> impl Iterator<Item = &'a Kept> + use<'a> {
        self.shelves.place(reference).into_iter().flat_map(|place| self.shelves.users(place)).map(|(_, user)| user)
    }

    /// Marks the coalitions that a change of this entity can be seen in: its own, those of whatever refers to it by any number
    /// of steps, and the same of everything that it is shown with. Rather one too many: a mark costs a new answer, a missing
    /// mark shows what was.
    ///
    /// Cost: O(everything that refers to it and to what it is shown with), but no more once every coalition is marked.
    fn touch(&mut self, entity: &Entity) {
        let all = self.shelves.coalitions();
        let own = [entity.reference()];
        let mut open: Vec<u32> = self.shown_with(entity).iter().chain(&own).filter_map(|it| self.shelves.place(it)).collect();
        let mut seen: HashSet<u32> = open.iter().copied().collect();
        let mut coalitions: BTreeSet<&CoalitionId> = coalition_of(entity).into_iter().collect();
        while let Some(next) = open.pop() {
            for (place, user) in self.shelves.users(next) {
                if coalitions.len() == all {
                    break;
                }
                match coalition_of(&user.entity) {
                    Some(coalition) => drop(coalitions.insert(coalition)),
                    None if seen.insert(place) => {
                        open.push(place);
                        open.extend(self.desk_owner(&user.entity).filter(|place| seen.insert(*place)));
                    }
                    None => {}
                }
            }
        }
        let coalitions: Vec<CoalitionId> = coalitions.into_iter().cloned().collect();
        if matches!(entity, Entity::ContactPoint(_) | Entity::Person(_) | Entity::Source(_)) {
            let said = |id: &CoalitionId| self.said_version(id, self.coalition_version(id));
            let unsaid: Vec<_> = coalitions.iter().map(|id| (id.clone(), (self.sequence, said(id)))).collect();
            Arc::make_mut(&mut self.unsaid).extend(unsaid);
        }
        if !coalitions.is_empty() {
            let versions = Arc::make_mut(&mut self.coalition_versions);
            versions.extend(coalitions.into_iter().map(|coalition| (coalition, self.sequence)));
        }
    }

    /// What shows an entity without referring to it: an organisation shows its desks and the people in its positions, a person
    /// is shown in every one of their positions, and everywhere with the name of the organisation.
    fn shown_with(&self, entity: &Entity) -> Vec<EntityRef> {
        let organisation = |position: &Position| position.organisation.map(EntityRef::Organisation);
        match entity {
            Entity::Position(it) => organisation(it).into_iter().chain([EntityRef::Person(it.person)]).collect(),
            Entity::ContactPoint(it) if it.coalition.is_none() => vec![EntityRef::Organisation(it.organisation)],
            Entity::Person(it) => self.positions_of(&EntityRef::Person(it.id)).filter_map(organisation).collect(),
            Entity::Organisation(it) => {
                let reference = EntityRef::Organisation(it.id);
                let people = self.positions_of(&reference).map(|position| EntityRef::Person(position.person));
                people.chain(it.part_of.map(EntityRef::Organisation)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The organisation of a contact point of all coalitions: its coalitions show the point, also to whom the point is a person's or
    /// was checked by somebody of elsewhere.
    fn desk_owner(&self, entity: &Entity) -> Option<u32> {
        match entity {
            Entity::ContactPoint(it) if it.coalition.is_none() => self.shelves.place(&EntityRef::Organisation(it.organisation)),
            _ => None,
        }
    }

    fn positions_of<'a>(&'a self, party: &'a EntityRef) -> impl Iterator<Item = &'a Position> {
        self.users(party).filter_map(|user| match &*user.entity {
            Entity::Position(position) => Some(position),
            _ => None,
        })
    }

    /// What refers_to cannot see: catalogue codes and rules between entities.
    fn check(&self, entity: &Entity, targets: &[u32]) -> Result<(), Fault> {
        let from = entity.reference();
        match entity {
            Entity::Organisation(it) => self.check_organisation(it, from),
            Entity::Position(it) => self.known_kinds(it.profession.as_ref(), &from),
            Entity::Claim(it) => self.check_claim(it, from, targets),
            Entity::Coalition(it) => self.known_needs(it.themes.iter().flat_map(|theme| &theme.needs), &from),
            Entity::ContactPoint(it) => self.known_needs(&it.needs, &from),
            Entity::Membership(it) => self.check_membership(it),
            Entity::Initiative(it) => {
                self.known_kinds(&it.kinds, &from)?;
                self.known_needs(&it.needs, &from)
            }
            Entity::Source(_) | Entity::Person(_) | Entity::Coverage(_) => Ok(()),
        }
    }

    fn check_organisation(&self, it: &Organisation, from: EntityRef) -> Result<(), Fault> {
        self.known_kinds(it.kinds.iter().map(|of| &of.kind), &from)?;
        if it.kinds.is_empty() && it.domain.is_none() {
            return Err(Fault::NoDomain(from));
        }
        let mut parent = it.part_of;
        let mut steps = 0;
        while let Some(id) = parent {
            steps += 1;
            if id == it.id || steps > self.shelves.len() {
                return Err(Fault::PartOfItself(from));
            }
            parent = self.organisation(&id).and_then(|parent| parent.part_of);
        }
        Ok(())
    }

    fn check_claim(&self, it: &Claim, from: EntityRef, targets: &[u32]) -> Result<(), Fault> {
        if self.catalogue.link(&it.kind).is_none() {
            return Err(Fault::UnknownLinkKind { from, kind: it.kind.clone() });
        }
        if it.strength.is_some() && it.stance != Stance::Asserted {
            return Err(Fault::StrengthWithoutLine(from));
        }
        match &it.scope {
            Scope::Kinds(kinds) => self.known_kinds(kinds, &from),
            Scope::Pair(pair) => {
                let [a, b] = pair.ends().map(|end| self.person_of(end, targets));
                if a.is_some() && a == b { Err(Fault::LinkToItself(from)) } else { Ok(()) }
            }
            Scope::Group(_) | Scope::Domains(_) => Ok(()),
        }
    }

    /// A party takes part in one way on a day; in another way on another day it may. Cost: O(users of the party), which are few, and not O(users of the coalition).
    fn check_membership(&self, it: &Membership) -> Result<(), Fault> {
        let party = match it.party {
            Party::Organisation(id) => EntityRef::Organisation(id),
            Party::Person(id) => EntityRef::Person(id),
            Party::Position(id) => EntityRef::Position(id),
        };
        let twice = self.users(&party).any(|user| {
            matches!(&*user.entity, Entity::Membership(other) if other.id != it.id && other.party == it.party && other.coalition == it.coalition && other.period.overlaps(&it.period))
        });
        if twice { Err(Fault::TwiceMember { party, coalition: it.coalition.clone() }) } else { Ok(()) }
    }

    /// Who a party is; of a position it is looked up among the places of what a claim refers to.
    fn person_of(&self, party: Party, targets: &[u32]) -> Option<PersonId> {
        match party {
            Party::Organisation(_) => None,
            Party::Person(id) => Some(id),
            Party::Position(id) => targets.iter().find_map(|place| match &*self.shelves.at(*place)?.entity {
                Entity::Position(it) if it.id == id => Some(it.person),
                _ => None,
            }),
        }
    }

    fn known_kinds<'a>(&self, kinds: impl IntoIterator<Item = &'a KindCode>, from: &EntityRef) -> Result<(), Fault> {
        match kinds.into_iter().find(|kind| self.catalogue.kind(kind).is_none()) {
            Some(kind) => Err(Fault::UnknownKind { from: from.clone(), kind: kind.clone() }),
            None => Ok(()),
        }
    }

    fn known_needs<'a>(&self, needs: impl IntoIterator<Item = &'a NeedCode>, from: &EntityRef) -> Result<(), Fault> {
        match needs.into_iter().find(|need| self.catalogue.need(need).is_none()) {
            Some(need) => Err(Fault::UnknownNeed { from: from.clone(), need: need.clone() }),
            None => Ok(()),
        }
    }
}

/// What stood under a reference before a change: enough to set it back.
struct Moment {
    reference: EntityRef,
    kept: Option<Kept>,
}

impl Moment {
    /// The change that sets it back.
    fn inverse(self) -> Change {
        match self.kept {
            Some(kept) => Change::put((*kept.entity).clone()),
            None => Change::Remove(self.reference),
        }
    }
}

/// The coalition that an entity belongs to by itself.
fn coalition_of(entity: &Entity) -> Option<&CoalitionId> {
    match entity {
        Entity::Coalition(it) => Some(&it.id),
        Entity::Membership(it) => Some(&it.coalition),
        Entity::Initiative(it) => Some(&it.coalition),
        Entity::Claim(it) => Some(&it.coalition),
        Entity::Coverage(it) => Some(&it.coalition),
        Entity::ContactPoint(it) => it.coalition.as_ref(),
        Entity::Source(_) | Entity::Organisation(_) | Entity::Person(_) | Entity::Position(_) => None,
    }
}
