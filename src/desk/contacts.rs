//! Whom to address at a partner: a desk first, a person only where one may be shown.

use super::proposal::{ContactHow, ContactRow};
use super::speech::Speech;
use super::words::*;
use crate::model::*;
use crate::network::*;

/// The best contact of a member: a desk for professionals (one for these needs before another), then the attention officer, then
/// a person who is known there; else the question who it is.
pub(super) fn contact(speech: &Speech<'_>, place: usize, needs: &[NeedCode]) -> ContactRow {
    let member = &speech.network.members[place];
    let desks = member.contact_points.iter().filter(|point| point.audience == Audience::Professionals);
    let serves = |point: &&ContactPoint| point.needs.iter().any(|need| needs.contains(need));
    if let Some(desk) = desks.clone().find(serves).or(desks.clone().find(|point| point.needs.is_empty())).or(desks.clone().next())
    {
        let name = words(desk.name.as_str(), desk.name.as_str());
        return ContactRow { name, how: ContactHow::Desk, phone: desk.phone.clone(), mail: desk.mail.clone() };
    }
    let officer = member.seats.iter().find(|seat| seat.roles.contains(&CoalitionRole::AttentionOfficer));
    let (name, how) = match (officer, member.seats.first()) {
        (Some(seat), _) => (
            words(format!("aandachtsfunctionaris {}", seated(seat)), format!("attention officer {}", seated(seat))),
            ContactHow::AttentionOfficer,
        ),
        (None, Some(seat)) => (words(seated(seat), seated(seat)), ContactHow::Person),
        (None, None) => (
            both(|language| format!("{} {}", pick(language, "vraag wie bij", "ask who at"), speech.member(place, language))),
            ContactHow::Unknown,
        ),
    };
    ContactRow { name, how, phone: None, mail: None }
}

/// "Linda Rentes, directeur".
fn seated(seat: &Seat) -> String {
    seat.title.as_ref().map_or_else(|| seat.name.to_string(), |title| format!("{}, {title}", seat.name))
}
