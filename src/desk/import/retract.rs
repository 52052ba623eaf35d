//! What an earlier edition brought and the new one lacks: taken back, unless a user edited it or built on it.

use super::edition::{Edition, coalition_of};
use super::log::Log;
use crate::model::*;
use std::collections::BTreeSet;

/// What to remove, in an order in which it can be removed; it is removed from `register` as well.
///
/// Takes: the register with the edition in it, and as it was before; what was put. Adds to `kept` what stays although the edition
/// lacks it. First the facts of the edition's coalitions, then the parties and sources that nothing uses any more.
pub(super) fn retract(
    register: &mut Register,
    before: &Register,
    edition: &Edition,
    log: &Log,
    put: &[Change],
    kept: &mut Vec<EntityRef>,
) -> Vec<Change> {
    if edition.coalitions.is_empty() {
        return Vec::new();
    }
    let mut removals = Vec::new();
    let mut loose = Loose::of_edition(before, edition, put);
    for (_, what) in lacking(register, edition, log) {
        let entity = register.entity(&what).cloned();
        let needed = log.is_out_of_reach(&what) || entity.as_ref().is_some_and(|it| carries_a_users_fact(register, log, it));
        let removed = !needed && register.apply(&Change::Remove(what.clone())).is_ok();
        if !removed {
            kept.push(what);
            continue;
        }
        loose.may_be.extend(entity.iter().flat_map(Entity::refers_to));
        removals.push(Change::Remove(what));
    }
    loose.remove(register, edition, log, &mut removals);
    removals
}

/// Facts of the edition's coalitions that a file brought and the edition lacks, users before what they use. Desks that were brought
/// by themselves are of no edition of their coalition.
fn lacking(register: &Register, edition: &Edition, log: &Log) -> BTreeSet<(u8, EntityRef)> {
    let own = |it: &&Entity| coalition_of(it).is_some_and(|id| edition.coalitions.contains_key(id));
    let all = register.entities().filter(own).filter(|it| !is_of_desks(it)).map(Entity::reference);
    all.filter(|what| !edition.all.contains(what) && log.is_by_files(what)).map(|what| (rank(&what), what)).collect()
}

fn is_of_desks(entity: &Entity) -> bool {
    let Entity::ContactPoint(it) = entity else { return false };
    it.coalition.as_ref().is_some_and(|coalition| it.provenance.source == Some(SourceId::of_desks(coalition)))
}

pub(super) fn rank(what: &EntityRef) -> u8 {
    match what {
        EntityRef::Claim(_) => 0,
        EntityRef::Coverage(_) => 1,
        EntityRef::ContactPoint(_) => 2,
        EntityRef::Membership(_) => 3,
        EntityRef::Initiative(_) => 4,
        EntityRef::Position(_) => 5,
        EntityRef::Person(_) => 6,
        EntityRef::Organisation(_) => 7,
        EntityRef::Coalition(_) => 8,
        EntityRef::Source(_) => 9,
    }
}

/// Is it the membership of a party about which a user said something in that coalition?
fn carries_a_users_fact(register: &Register, log: &Log, entity: &Entity) -> bool {
    let Entity::Membership(membership) = entity else { return false };
    let party = match membership.party {
        Party::Organisation(id) => EntityRef::Organisation(id),
        Party::Person(id) => EntityRef::Person(id),
        Party::Position(id) => EntityRef::Position(id),
    };
    register
        .users_of(&party)
        .filter(|user| log.is_by_user(user))
        .any(|user| register.entity(user).and_then(coalition_of) == Some(&membership.coalition))
}

/// Parties and sources that the earlier edition brought, of which some may have lost their last use.
struct Loose {
    may_be: BTreeSet<EntityRef>,
    /// Sources that facts of other coalitions stand on.
    shared: BTreeSet<EntityRef>,
}

impl Loose {
    /// Parties whose source is the edition's coalitions' alone, positions of their people, and what was used by what was replaced.
    fn of_edition(before: &Register, edition: &Edition, put: &[Change]) -> Self {
        let (mut own, mut shared) = (BTreeSet::new(), BTreeSet::new());
        for entity in before.entities() {
            let Some(id) = coalition_of(entity) else { continue };
            let sources = entity.refers_to().into_iter().filter(|it| matches!(it, EntityRef::Source(_)));
            if edition.coalitions.contains_key(id) { own.extend(sources) } else { shared.extend(sources) }
        }
        let alone = |source: Option<SourceId>| {
            let source = source.map(EntityRef::Source);
            source.is_some_and(|source| own.contains(&source) && !shared.contains(&source))
        };
        let mut may_be: BTreeSet<EntityRef> = own.difference(&shared).cloned().collect();
        may_be.extend(before.organisations().filter(|it| alone(it.provenance.source)).map(|it| EntityRef::Organisation(it.id)));
        may_be.extend(before.persons().filter(|it| alone(it.provenance.source)).map(|it| EntityRef::Person(it.id)));
        let of_own_person = |it: &Position| edition.all.contains(&EntityRef::Person(it.person));
        let positions = before.positions().filter(|it| alone(it.provenance.source) || of_own_person(it));
        may_be.extend(positions.map(|it| EntityRef::Position(it.id)));
        may_be.extend(put.iter().filter_map(|change| before.entity(&change.reference())).flat_map(Entity::refers_to));
        Self { may_be, shared }
    }

    /// Removes what a file brought, the edition lacks and nothing uses, until nothing more comes loose.
    fn remove(mut self, register: &mut Register, edition: &Edition, log: &Log, removals: &mut Vec<Change>) {
        loop {
            self.add_positions(register);
            let free = |what: &&EntityRef| {
                rank(what) > 4
                    && !matches!(what, EntityRef::Coalition(_))
                    && !edition.all.contains(what)
                    && log.is_by_files(what)
                    && !log.is_out_of_reach(what)
                    && !register.is_used(what)
                    && may_leave_its_person(register, edition, log, what)
            };
            let found: BTreeSet<(u8, EntityRef)> = self.may_be.iter().filter(free).map(|it| (rank(it), it.clone())).collect();
            let count = removals.len();
            for (_, what) in found {
                self.may_be.remove(&what);
                let Some(entity) = register.entity(&what).cloned() else { continue };
                if self.may_be_of_others(&entity) || register.apply(&Change::Remove(what.clone())).is_err() {
                    continue;
                }
                self.may_be.extend(entity.refers_to());
                removals.push(Change::Remove(what));
            }
            if removals.len() == count {
                return;
            }
        }
    }

    /// A person who goes takes their positions along.
    fn add_positions(&mut self, register: &Register) {
        let people = self.may_be.iter().filter(|it| matches!(it, EntityRef::Person(_)));
        let users = people.flat_map(|person| register.users_of(person));
        let positions: Vec<EntityRef> = users.filter(|it| matches!(it, EntityRef::Position(_))).cloned().collect();
        self.may_be.extend(positions);
    }

    /// A file of another coalition may have brought it too: only organisations have keys that files share.
    fn may_be_of_others(&self, entity: &Entity) -> bool {
        match entity {
            Entity::Organisation(it) if !it.placeholder => {
                it.provenance.source.is_some_and(|source| self.shared.contains(&EntityRef::Source(source)))
            }
            _ => false,
        }
    }
}

/// A position that the edition lacks goes when the edition has its person, or when the person goes too.
fn may_leave_its_person(register: &Register, edition: &Edition, log: &Log, what: &EntityRef) -> bool {
    let EntityRef::Position(id) = what else { return true };
    let Some(person) = register.position(id).map(|it| EntityRef::Person(it.person)) else { return true };
    let only_positions = || register.users_of(&person).all(|user| matches!(user, EntityRef::Position(_)));
    edition.all.contains(&person) || (only_positions() && !log.is_out_of_reach(&person))
}
