//! Positions, sources and who refers to an organisation, each looked up once for a network, however many claims name them.
//!
//! Why: a person speaks in many claims; looking up the same position for each of them was most of what a freeze cost.
//! Never: outlives the register it reads; decides who may be seen.

use super::voice;
use crate::model::*;
use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;
use time::Date;

/// What was looked up so far.
pub(super) struct Roll<'a> {
    pub register: &'a Register,
    positions: RefCell<Known<PositionId, Option<&'a Position>>>,
    dates: RefCell<Known<SourceId, Option<&'a PartialDate>>>,
    users: RefCell<Known<OrganisationId, Rc<[&'a Entity]>>>,
}

pub(super) type Known<K, V> = HashMap<K, V, BuildHasherDefault<OfId>>;

/// Organisations for which a party stands: nearly always one.
pub(super) enum Few {
    /// Of one at most.
    One(Option<OrganisationId>),
    /// Of a person in several positions, sorted, each once.
    Many(Vec<OrganisationId>),
}

impl Few {
    pub fn as_slice(&self) -> &[OrganisationId] {
        match self {
            Self::One(one) => one.as_slice(),
            Self::Many(many) => many,
        }
    }
    pub fn iter(&self) -> impl Iterator<Item = OrganisationId> + '_ {
        self.as_slice().iter().copied()
    }
}

impl<'a> Roll<'a> {
    pub fn of(register: &'a Register) -> Self {
        Self { register, positions: RefCell::default(), dates: RefCell::default(), users: RefCell::default() }
    }

    /// Everything that refers to an organisation, as `Register::entities_using`. The positions among it are known from then on.
    pub fn users(&self, id: OrganisationId) -> Rc<[&'a Entity]> {
        if let Some(known) = self.users.borrow().get(&id) {
            return known.clone();
        }
        let found: Rc<[&'a Entity]> = self.register.entities_using(&EntityRef::Organisation(id)).collect();
        let positions = found.iter().filter_map(|user| match user {
            Entity::Position(it) => Some((it.id, Some(it))),
            _ => None,
        });
        self.positions.borrow_mut().extend(positions);
        self.users.borrow_mut().insert(id, found.clone());
        found
    }

    /// A position. Cost: O(log n) the first time, O(1) after it.
    pub fn position(&self, id: PositionId) -> Option<&'a Position> {
        *self.positions.borrow_mut().entry(id).or_insert_with(|| self.register.position(&id))
    }

    /// As `voice::organisations_of`.
    pub fn organisations_of(&self, party: Party, day: Date) -> Few {
        match party {
            Party::Organisation(id) => Few::One(Some(id)),
            Party::Position(id) => {
                let held = self.position(id).filter(|position| position.period.holds_on(day));
                Few::One(held.and_then(|position| position.organisation))
            }
            Party::Person(_) => Few::Many(voice::organisations_of(self.register, party, day)),
        }
    }

    /// As `people::person_of`.
    pub fn person_of(&self, party: Party, day: Date) -> Option<PersonId> {
        match party {
            Party::Person(id) => Some(id),
            Party::Position(id) => self.position(id).filter(|it| it.period.holds_on(day)).map(|it| it.person),
            Party::Organisation(_) => None,
        }
    }

    /// Whoever a party is, on whatever day.
    pub fn person(&self, party: Party) -> Option<PersonId> {
        match party {
            Party::Organisation(_) => None,
            Party::Person(id) => Some(id),
            Party::Position(id) => self.position(id).map(|it| it.person),
        }
    }

    /// The organisations for which a claim is spoken. Empty: only the source says it.
    pub fn voices(&self, claim: &Claim, day: Date) -> Few {
        let mut spoken = claim.speaker.iter().chain(&claim.on_behalf_of).map(|party| self.organisations_of(*party, day));
        match (spoken.next(), spoken.next()) {
            (None, _) => Few::One(None),
            (Some(all), None) => all,
            (Some(one), Some(other)) => {
                let mut found: Vec<OrganisationId> = one.iter().chain(other.iter()).collect();
                found.sort_unstable();
                found.dedup();
                Few::Many(found)
            }
        }
    }

    /// As `voice::claim_date`.
    pub fn claim_date<'c>(&self, claim: &'c Claim) -> Option<&'c PartialDate>
    where
        'a: 'c,
    {
        claim.date.as_ref().or_else(|| self.source_date(&claim.provenance))
    }

    /// Does a claim speak of this day? Inside its period, where it has one; without a beginning from when it was said on.
    pub fn claim_holds(&self, claim: &Claim, day: Date) -> bool {
        let period = claim.period.as_deref();
        let begun = match period.and_then(Period::from) {
            Some(from) => from.earliest() <= day,
            // What had ended when it was told, began on a day that nobody knows.
            None => {
                let ended = period.and_then(Period::until).map(PartialDate::latest);
                let told_after = |date: &PartialDate| ended.is_some_and(|ended| ended < date.earliest());
                self.claim_date(claim).is_none_or(|date| date.earliest() <= day || told_after(date))
            }
        };
        begun && period.and_then(Period::until).is_none_or(|until| day <= until.latest())
    }

    /// As `voice::source_date`.
    pub fn source_date(&self, provenance: &Provenance) -> Option<&'a PartialDate> {
        let id = provenance.source?;
        let date = || self.register.source(&id).and_then(|source| source.date.as_ref());
        *self.dates.borrow_mut().entry(id).or_insert_with(date)
    }
}

/// Identities are made at random or by a hash: folding their bytes is enough.
#[derive(Default)]
pub(super) struct OfId(u64);

impl Hasher for OfId {
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(size_of::<u64>()) {
            let mut eight = [0; size_of::<u64>()];
            eight[..part.len()].copy_from_slice(part);
            self.write_u64(u64::from_le_bytes(eight));
        }
    }
    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }
    fn write_u8(&mut self, number: u8) {
        self.write_u64(u64::from(number));
    }
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}
