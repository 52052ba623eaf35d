//! What a question means: the coalition, what is looked for, and who asks.
//!
//! Never: tells apart what is not there from what the viewer may not see.

use super::answer::*;
use super::asked::*;
use super::board::Board;
use crate::desk::office::*;
use crate::desk::words::*;
use crate::lookup::*;
use crate::model::*;
use std::str::FromStr;
use uuid::Uuid;

/// What a text or a code was understood as.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Understood {
    /// Somebody can be looked for.
    Asked(Asked),
    /// A place alone: what is looked for there is not said.
    Place(CoalitionId),
    /// No word of it is known.
    Nothing,
}

/// The coalition that is meant: the one that is named, else that of the place. Notes a fault for a name that nothing has.
pub(super) fn coalition(register: &Register, asked: &WhoAsked, faults: &mut Faults) -> Option<CoalitionId> {
    if let Some(name) = &asked.coalition {
        let found = register.find_coalition(name).map(|it| it.id.clone());
        if found.is_none() {
            faults.note(WhoField::Coalition, no_coalition(name, register));
        }
        return found;
    }
    let place = asked.place.as_deref()?;
    let found = register.find_coalition(place).or_else(|| of_municipality(register, place)).map(|it| it.id.clone());
    if found.is_none() {
        faults.note(WhoField::FromPlace, no_coalition(place, register));
    }
    found
}

/// The first coalition of which this is a municipality. Cost: O(coalitions).
fn of_municipality<'a>(register: &'a Register, place: &str) -> Option<&'a Coalition> {
    let wanted = place.trim().to_lowercase();
    register.coalitions().find(|it| it.municipalities.iter().any(|it| it.name.as_str().to_lowercase() == wanted))
}

/// What was understood of a text: the best thing that was found and may be seen.
pub(super) fn understood(office: &Office<'_>, found: &Found) -> (Understood, Option<Match>) {
    let Some(hit) = found.hits.iter().find(|hit| office.sees(&hit.what)) else { return (Understood::Nothing, None) };
    let meant = match &hit.what {
        Thing::Need(code) => Understood::Asked(Asked::Need(code.clone())),
        Thing::Kind(code) => Understood::Asked(Asked::Kind(code.clone())),
        Thing::Organisation(id) => Understood::Asked(Asked::Organisation(*id)),
        Thing::Desk(id) => Understood::Asked(Asked::Desk(*id)),
        Thing::Person(id) => Understood::Asked(Asked::Person(*id)),
        Thing::Position(id) => match office.register.position(id) {
            Some(position) => Understood::Asked(Asked::Person(position.person)),
            None => Understood::Nothing,
        },
        Thing::Place(id) => Understood::Place(id.clone()),
    };
    (meant, Some(hit.how))
}

/// One word for how a text was understood.
pub(super) fn how_word(how: Match) -> &'static str {
    match how {
        Match::Exact => "exact",
        Match::Synonym => "synonym",
        Match::Prefix => "prefix",
        Match::Stem => "stem",
        Match::Part => "part",
        Match::Typo => "typo",
    }
}

/// Who asks, among those who may be seen in the coalition.
pub(super) fn asks(office: &Office<'_>, board: &Board, asked: &WhoAsks, faults: &mut Faults) -> Asker {
    match asked {
        WhoAsks::Nobody => Asker::Nobody,
        WhoAsks::Kind(code) => Asker::Kind(code.clone()),
        WhoAsks::Person(id) => match board.lines.node_of_person(*id) {
            Some(_) => Asker::Person(*id),
            None => {
                faults.note(WhoField::FromPerson, unknown_asker());
                Asker::Nobody
            }
        },
        WhoAsks::Organisation(name) => organisation(office, board, name).unwrap_or_else(|told| {
            faults.note(WhoField::FromOrganisation, told);
            Asker::Nobody
        }),
        WhoAsks::Named(name) => named(office, board, name).unwrap_or_else(|told| {
            faults.note(WhoField::FromOrganisation, told);
            Asker::Nobody
        }),
    }
}

fn unknown_asker() -> Words {
    words(
        "Deze persoon is hier niet bekend. Zeg uw organisatie of uw beroep.",
        "This person is not known here. Say your organisation or your profession.",
    )
}

/// By id, also of another coalition; by a name in this one.
fn organisation(office: &Office<'_>, board: &Board, name: &str) -> Result<Asker, Words> {
    if let Ok(id) = Uuid::from_str(name.trim()) {
        let id = OrganisationId(id);
        let known = office.register.organisation(&id).is_some();
        return if known { Ok(Asker::Organisation(id)) } else { Err(not_there(words("Deze organisatie", "This organisation"))) };
    }
    let network = &board.network;
    let coalition = network.coalition.name.as_str();
    let names =
        |places: &mut dyn Iterator<Item = usize>| places.map(|it| network.members[it].name().to_owned()).collect::<Vec<_>>();
    match find_members(network, name).as_slice() {
        [place] => Ok(Asker::Organisation(network.members[*place].id())),
        [] => Err(no_party(name.trim(), coalition, &names(&mut (0..network.members.len())), false)),
        several => Err(no_party(name.trim(), coalition, &names(&mut several.iter().copied()), true)),
    }
}

/// A partner, or a person who may be seen. Takes an id, a name, a kind; of a person the whole name or a part that fits only one.
fn named(office: &Office<'_>, board: &Board, name: &str) -> Result<Asker, Words> {
    let partner = organisation(office, board, name);
    if partner.is_ok() {
        return partner;
    }
    let network = &board.network;
    let seats = network.members.iter().flat_map(|member| &member.seats).map(|seat| (seat.person, &seat.name));
    let mut people: Vec<(PersonId, &Name)> = seats.chain(network.loose.iter().map(|it| (it.person, &it.name))).collect();
    people.sort_unstable_by_key(|(id, _)| *id);
    people.dedup_by_key(|(id, _)| *id);
    let wanted = name.trim().to_lowercase();
    let is = |(id, own): &(PersonId, &Name)| own.as_str().to_lowercase() == wanted || id.to_string() == wanted;
    let holds = |(_, own): &(PersonId, &Name)| !wanted.is_empty() && own.as_str().to_lowercase().contains(&wanted);
    let exact: Vec<PersonId> = people.iter().filter(|it| is(it)).map(|(id, _)| *id).collect();
    let fitting = if exact.is_empty() { people.iter().filter(|it| holds(it)).map(|(id, _)| *id).collect() } else { exact };
    match fitting.as_slice() {
        [id] => Ok(Asker::Person(*id)),
        _ => partner,
    }
}

/// A need or kind with what it is called.
pub(super) fn need_row(catalogue: &Catalogue, code: &NeedCode) -> NamedCode {
    let words_of = catalogue.need(code).map_or_else(|| words(code.as_str(), code.as_str()), |need| need.name.clone());
    NamedCode { code: code.to_string(), words: words_of }
}

/// A kind of partner with what it is called.
pub(super) fn kind_row(catalogue: &Catalogue, code: &KindCode) -> NamedCode {
    let words_of = catalogue.kind(code).map_or_else(|| words(code.as_str(), code.as_str()), |kind| kind.name.clone());
    NamedCode { code: code.to_string(), words: words_of }
}
