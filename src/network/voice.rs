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

/// The organisations for which a claim is spoken. Empty: only the source says it.
pub(super) fn voices(register: &Register, claim: &Claim, day: Date) -> Vec<OrganisationId> {
    let mut found: Vec<OrganisationId> =
        claim.speaker.iter().chain(&claim.on_behalf_of).flat_map(|&party| organisations_of(register, party, day)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// When a claim was said: its own date, else that of its source.
pub fn claim_date<'a>(register: &'a Register, claim: &'a Claim) -> Option<&'a PartialDate> {
    claim.date.as_ref().or_else(|| source_date(register, &claim.provenance))
}

/// Does a claim speak of this day? Inside its period, where it has one; without a beginning from when it was said on.
pub(super) fn claim_holds(register: &Register, claim: &Claim, day: Date) -> bool {
    let period = claim.period.as_deref();
    let begun = match period.and_then(Period::from) {
        Some(from) => from.earliest() <= day,
        None => claim_date(register, claim).is_none_or(|date| date.earliest() <= day),
    };
    begun && period.and_then(Period::until).is_none_or(|until| day <= until.latest())
}

/// The date of the source of a fact.
pub(super) fn source_date<'a>(register: &'a Register, provenance: &Provenance) -> Option<&'a PartialDate> {
    provenance.source.as_ref().and_then(|id| register.source(id)).and_then(|source| source.date.as_ref())
}
