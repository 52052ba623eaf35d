//! Who may change what: an administrator everything, whoever leads a coalition what belongs to it, anybody else nothing.
//!
//! Why: the refusal comes before anything is looked up, so that it tells nothing of what is there.

use super::privacy::{Sight, known_to_writer};
use super::problem::{ApiError, words};
use super::refusal::not_here;
use crate::model::*;
use std::collections::BTreeSet;

/// Why a change may not be made.
#[derive(Debug)]
pub enum Denied {
    /// As an answer.
    Told(ApiError),
    /// The change at this place names something that is not there for this writer.
    Fault(usize, Fault),
}

/// May this viewer change anything at all?
pub fn may_write(viewer: &Viewer) -> Result<(), ApiError> {
    match viewer.role {
        Role::Administrator | Role::Facilitator => Ok(()),
        Role::Visitor | Role::Adviser | Role::Professional => Err(ApiError::NotAllowed(words(
            "Wijzigen kan wie de coalitie leidt, of de beheerder. Vraag het een van hen.",
            "Whoever leads the coalition, or the administrator, can make changes. Ask one of them.",
        ))),
    }
}

/// May all of this be changed? Takes the register as the writer sees it before the changes.
///
/// Errors: `Told` for what is not seen or not the writer's; `Fault` for a reference to what is not there, or not seen, in one and the
/// same way. Cost: that of the changes, made on a copy; an administrator costs nothing.
pub fn permits(sight: &Sight<'_>, changes: &[Change]) -> Result<(), Denied> {
    may_write(sight.viewer).map_err(Denied::Told)?;
    if sight.viewer.role == Role::Administrator {
        return Ok(());
    }
    let mut made: BTreeSet<EntityRef> = BTreeSet::new();
    for (place, change) in changes.iter().enumerate() {
        let what = change.reference();
        let there = made.contains(&what) || sight.finds(&what);
        let hidden = sight.register.entity(&what).filter(|it| !sight.sees(it));
        // Removing what is not there is refused before it is looked up as well: what is hidden is refused in the same words.
        let told_apart = || matches!(change, Change::Remove(_)) || guessable(&what);
        if hidden.map_or(!there && told_apart(), |it| !known_to_writer(it, change)) {
            return Err(Denied::Told(not_here(&what)));
        }
        let Change::Put(entity) = change else { continue };
        let absent = |it: &EntityRef| *it != what && !made.contains(it) && !sight.finds(it);
        if let Some(missing) = entity.refers_to().into_iter().find(absent) {
            return Err(Denied::Fault(place, Fault::Dangling { from: what, missing }));
        }
        made.insert(what);
    }
    let mut after = sight.register.clone();
    // What the register does not take is told by the register.
    if after.apply_batch(changes).is_err() {
        return Ok(());
    }
    let after = Sight { register: &after, ..*sight };
    for change in changes {
        let what = change.reference();
        let concerned = |sight: &Sight<'_>| sight.register.entity(&what).map(|it| sight.coalitions_of(it));
        for coalitions in [concerned(sight), concerned(&after)].into_iter().flatten() {
            if coalitions.is_empty() {
                return Err(Denied::Told(administrators(&what)));
            }
            if let Some(other) = coalitions.iter().find(|it| !sight.viewer.changes(it)) {
                return Err(Denied::Told(others(sight.register, other)));
            }
        }
    }
    Ok(())
}

/// An id that can be made from a name. Whether such a thing is there is not told to who does not see it.
fn guessable(what: &EntityRef) -> bool {
    let id = match what {
        EntityRef::Person(id) => id.0,
        EntityRef::Position(id) => id.0,
        EntityRef::Membership(id) => id.0,
        EntityRef::ContactPoint(id) => id.0,
        _ => return false,
    };
    id.get_version_num() == 5
}

fn administrators(what: &EntityRef) -> ApiError {
    ApiError::NotAllowed(match what {
        EntityRef::Person(_) | EntityRef::Position(_) => words(
            "Deze persoon hoort bij geen coalitie die u leidt. Stuur de persoon samen met de deelname aan uw coalitie, in één keer, \
             naar /v1/changes; of vraag het de beheerder.",
            "This person belongs to no coalition that you lead. Send the person together with the membership of your coalition, at once, \
             to /v1/changes; or ask the administrator.",
        ),
        _ => words(
            "Dit is van alle coalities samen; alleen de beheerder wijzigt het.",
            "This belongs to all coalitions together; only the administrator changes it.",
        ),
    })
}

fn others(register: &Register, coalition: &CoalitionId) -> ApiError {
    let name = register.coalition(coalition).map_or_else(|| coalition.to_string(), |it| it.name.to_string());
    ApiError::NotAllowed(words(
        format!("Dit hoort ook bij {name}; wie die coalitie leidt, of de beheerder, kan het wijzigen."),
        format!("This belongs to {name} as well; whoever leads that coalition, or the administrator, can change it."),
    ))
}
