//! Who is known in which coalition, and so who may find them.

use crate::model::*;
use crate::network::default_as_of;
use std::collections::{BTreeMap, HashMap};
use time::Date;

/// Who may find a thing. What nobody may find is in no index.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Seen {
    /// Everybody, signed in or not.
    Everyone,
    /// Whoever belongs to some coalition.
    EveryCoalition,
    /// Whoever belongs to one of these; nobody but the administrator when there is none.
    In(Vec<CoalitionId>),
}

impl Seen {
    /// Who may find what is found only where both may be.
    fn and(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Everyone, it) | (it, Self::Everyone) => it.clone(),
            (Self::EveryCoalition, it) | (it, Self::EveryCoalition) => it.clone(),
            (Self::In(here), Self::In(there)) => Self::In(here.iter().filter(|id| there.contains(id)).cloned().collect()),
        }
    }
}

/// What is known where, by membership and by position, each on the day that its coalition is shown at; and where a person is seen, which
/// `Register::coalitions_of_person` alone says.
pub(super) struct Known<'a> {
    register: &'a Register,
    today: Date,
    organisations: HashMap<OrganisationId, Vec<CoalitionId>>,
    persons: HashMap<PersonId, Vec<CoalitionId>>,
    positions: HashMap<PositionId, Vec<CoalitionId>>,
}

impl<'a> Known<'a> {
    /// Reads memberships and positions. Cost: O(memberships + positions + claims).
    pub fn of(register: &'a Register, today: Date) -> Self {
        let mut known =
            Self { register, today, organisations: HashMap::new(), persons: HashMap::new(), positions: HashMap::new() };
        let days: BTreeMap<&CoalitionId, Date> =
            register.coalitions().map(|it| (&it.id, default_as_of(register, &it.id, today))).collect();
        let on = |coalition: &CoalitionId| days.get(coalition).copied().unwrap_or(today);
        for membership in register.memberships().filter(|it| it.period.holds_on(on(&it.coalition))) {
            let coalition = membership.coalition.clone();
            match membership.party {
                Party::Organisation(id) => known.organisations.entry(id).or_default().push(coalition),
                Party::Person(id) => known.persons.entry(id).or_default().push(coalition),
                Party::Position(id) => known.positions.entry(id).or_default().push(coalition),
            }
        }
        for position in register.positions() {
            let mut places = known.positions.remove(&position.id).unwrap_or_default();
            match position.organisation {
                Some(id) => {
                    let at = known.organisations.get(&id).into_iter().flatten();
                    places.extend(at.filter(|coalition| position.period.holds_on(on(coalition))).cloned());
                }
                // A profession without an organisation is told wherever the person is.
                None => places.extend(known.persons.get(&position.person).into_iter().flatten().cloned()),
            }
            if places.is_empty() {
                continue;
            }
            known.persons.entry(position.person).or_default().extend(places.iter().cloned());
            known.positions.insert(position.id, places);
        }
        let all = known.organisations.values_mut().chain(known.persons.values_mut()).chain(known.positions.values_mut());
        all.for_each(|places| {
            places.sort_unstable();
            places.dedup();
        });
        known
    }

    /// The coalitions in which an organisation takes part.
    pub fn organisation(&self, id: &OrganisationId) -> &[CoalitionId] {
        self.organisations.get(id).map_or(&[], Vec::as_slice)
    }

    /// Where a person is known, and who may find them there. `None`: nobody.
    pub fn person(&self, person: &Person) -> Option<(&[CoalitionId], Seen)> {
        let places = self.persons.get(&person.id).map_or(&[][..], Vec::as_slice);
        let own = || self.register.coalitions_of_person(&person.id).into_iter().collect();
        Some((places, self.seen(person, own)?))
    }

    /// Where a position is known, and who may find it there: only who may see the person. `None`: nobody.
    pub fn position(&self, position: &Position, person: &Person) -> Option<(&[CoalitionId], Seen)> {
        let places = self.positions.get(&position.id).map_or(&[][..], Vec::as_slice);
        let here = || {
            let mut own = self.register.coalitions_of_person(&person.id);
            own.retain(|id| places.contains(id));
            own.into_iter().collect()
        };
        Some((places, self.seen(person, here)?))
    }

    /// Where a contact point holds, and who may find it. `None`: nobody.
    pub fn contact(&self, point: &ContactPoint, person: Option<&Person>) -> Option<(Vec<CoalitionId>, Seen)> {
        let partner_in = self.organisation(&point.organisation);
        let places = point.coalition.as_ref().map_or(partner_in, std::slice::from_ref).to_vec();
        let own = match point.visibility {
            ContactVisibility::Hidden => return None,
            ContactVisibility::Public => Seen::Everyone,
            ContactVisibility::AllCoalitions => Seen::EveryCoalition,
            // One that names no coalition is of those in which its organisation takes part, and of no other.
            ContactVisibility::Coalition => {
                let takes_part =
                    |id: &&CoalitionId| point.coalition.is_some() || self.register.takes_part(point.organisation, id, self.today);
                Seen::In(places.iter().filter(takes_part).cloned().collect())
            }
        };
        let seen = match person {
            Some(person) => own.and(&self.person(person)?.1),
            None => own,
        };
        Some((places, seen))
    }

    fn seen(&self, person: &Person, places: impl FnOnce() -> Vec<CoalitionId>) -> Option<Seen> {
        person.shown_on(self.today).then(|| match person.visibility {
            Visibility::AllCoalitions => Seen::EveryCoalition,
            _ => Seen::In(places()),
        })
    }
}
