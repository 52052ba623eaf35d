//! Whose voice a claim is: does an end of the line say it, or only a third party?

use crate::model::*;
use time::Date;

/// The organisations a party stands for on a day: itself, or those of the person's positions.
pub(super) fn organisations_of(register: &Register, party: Party, day: Date) -> Vec<OrganisationId> {
    match party {
        Party::Organisation(id) => vec![id],
        Party::Position(id) => {
            let held = register.position(&id).filter(|position| position.period.holds_on(day));
            held.and_then(|position| position.organisation).into_iter().collect()
        }
        Party::Person(id) => {
            let reference = EntityRef::Person(id);
            let mut found: Vec<OrganisationId> = register
                .entities_using(&reference)
                .filter_map(|user| match user {
                    Entity::Position(position) => Some(position),
                    _ => None,
                })
                .filter(|position| position.period.holds_on(day))
                .filter_map(|position| position.organisation)
                .collect();
            found.sort_unstable();
            found.dedup();
            found
        }
    }
}

/// When a claim was said: its own date, else that of its source.
pub fn claim_date<'a>(register: &'a Register, claim: &'a Claim) -> Option<&'a PartialDate> {
    claim.date.as_ref().or_else(|| source_date(register, &claim.provenance))
}

/// The date of the source of a fact.
pub(super) fn source_date<'a>(register: &'a Register, provenance: &Provenance) -> Option<&'a PartialDate> {
    provenance.source.as_ref().and_then(|id| register.source(id)).and_then(|source| source.date.as_ref())
}
