//! One answer: the desk first, then the people where they may be seen, then the line and what to do.

use super::answer::*;
use super::contact_row::contact_row;
use super::line_row::Walk;
use super::next::next;
use super::reasons::{reason, serves};
use super::resolve::kind_row;
use crate::desk::gaps::member_row;
use crate::desk::speech::participation;
use crate::desk::words::*;
use crate::lookup::*;
use crate::model::*;
use crate::network::*;

/// Most people of one partner in an answer.
const PEOPLE_MAX: usize = 5;

/// The answer at a place among the ranked ones.
pub(super) fn answer_row(walk: &Walk<'_>, ranked: &[Ranked], at: usize) -> WhoAnswer {
    let (speech, board) = (&walk.steps.speech, walk.steps.board);
    let (own, network) = (&ranked[at], speech.network);
    let member = &network.members[own.candidate.place];
    let row = |&place: &usize| contact_row(speech, &member.contact_points[place]);
    let (contact, more) = match own.candidate.contacts.split_first() {
        Some((best, more)) => (Some(row(best)), more),
        None => (None, [].as_slice()),
    };
    let lost = matches!(own.line, LineKind::None) || contact.is_none();
    let broken = lost.then(|| {
        let from = starts(network, &board.lines, walk.from);
        board.lines.farthest(network, &from, &ends(&board.lines, &own.candidate, walk.asked))
    });
    let line = walk.line(own, broken.as_ref());
    WhoAnswer {
        rank: at + 1,
        party: member_row(network, own.candidate.place),
        kind: member.kinds.first().map(|code| kind_row(&network.catalogue, code)),
        placeholder: member.organisation.placeholder,
        participation: both(|language| participation(member.status, language).to_owned()),
        serves: serves(speech, &own.candidate, walk.asked),
        others: more.iter().chain(&own.candidate.others).map(row).collect(),
        people: people(walk, member),
        next: next(&walk.steps, own.candidate.place, contact.as_ref(), &line, broken.as_ref()),
        reason: reason(speech, ranked, at, walk.asked),
        contact,
        line,
    }
}

/// The people of a partner: the one who is asked for, or whose number is; then whom to address, then by name.
fn people(walk: &Walk<'_>, member: &Member) -> Vec<WhoPerson> {
    let speech = &walk.steps.speech;
    let mut seats: Vec<&Seat> = member.seats.iter().collect();
    let asked = |seat: &Seat| match walk.asked {
        Asked::Person(id) => *id == seat.person,
        Asked::Desk(id) => member.contact_points.iter().any(|point| point.id == *id && point.person == Some(seat.person)),
        Asked::Need(_) | Asked::Kind(_) | Asked::Organisation(_) => false,
    };
    let officer = |seat: &Seat| seat.roles.contains(&CoalitionRole::AttentionOfficer);
    seats
        .sort_by_key(|seat| (!asked(seat), !officer(seat), seat.name.as_str().to_lowercase(), seat.person, seat.title.is_none()));
    seats.dedup_by_key(|seat| seat.person);
    let row = |seat: &&Seat| {
        let own = member.contact_points.iter().find(|point| point.person == Some(seat.person));
        let name = &seat.name;
        WhoPerson {
            id: seat.person,
            name: name.clone(),
            title: seat.title.clone(),
            words: both(|language| match (&seat.title, officer(seat), language) {
                (Some(title), ..) => sentence_case(&format!("{title} {name}")),
                (None, true, Language::Nl) => format!("Aandachtsfunctionaris {name}"),
                (None, true, Language::En) => format!("Attention officer {name}"),
                (None, false, _) => name.to_string(),
            }),
            contact: own.map(|point| contact_row(speech, point)),
            vcard: format!("/v1/persons/{}/vcard", seat.person),
        }
    };
    seats.iter().filter(|seat| speech.names(seat.person).is_some()).take(PEOPLE_MAX).map(row).collect()
}
