//! Suppositions that cannot be: every one told at once, with its place.
//!
//! Never: tells apart who is hidden and who is not there.

use super::office::*;
use super::what_if_words as told;
use super::words::words;
use crate::model::*;
use crate::network::*;

/// A supposition that cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SupposeFault {
    /// Nobody of that id is seen in this coalition.
    UnknownPerson(PersonId),
    /// No organisation of that id is in this coalition; which field names it.
    UnknownPartner(OrganisationId, &'static str),
    /// A party cannot meet itself.
    SameParty(String),
    /// The two have a line already.
    HaveLine(String, String),
    /// It is not known who leads the project.
    NoLead,
    /// One of the two stops in the same scenario.
    Stops(String),
    /// The catalogue has no kind of line in practice.
    NoKindOfLine,
    /// The same is supposed twice.
    Twice,
}

/// Why a scenario cannot be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhatIfError {
    /// The question itself.
    Desk(DeskError),
    /// More is supposed than may be: how many may.
    TooMany(usize),
    /// Suppositions that cannot be, each with its place.
    Faults(Vec<(usize, SupposeFault)>),
}

impl From<DeskError> for WhatIfError {
    fn from(error: DeskError) -> Self {
        Self::Desk(error)
    }
}

impl SupposeFault {
    /// Where it stands in a list of suppositions, as a JSON pointer below the list.
    pub fn pointer(&self, place: usize) -> String {
        match self {
            Self::UnknownPerson(_) => format!("/{place}/person"),
            Self::UnknownPartner(_, field) => format!("/{place}/{field}"),
            Self::SameParty(_) => format!("/{place}/b"),
            _ => format!("/{place}"),
        }
    }
    /// The sentence for a user.
    pub fn words(&self) -> Words {
        match self {
            Self::UnknownPerson(id) => words(
                format!("In deze coalitie is geen persoon {id} te zien; kies een van de namen bij de partners."),
                format!("No person {id} is seen in this coalition; choose one of the names with the partners."),
            ),
            Self::UnknownPartner(id, _) => words(
                format!("In deze coalitie is geen organisatie {id}; kies een van de partners."),
                format!("There is no organisation {id} in this coalition; choose one of the partners."),
            ),
            Self::SameParty(name) => words(
                format!("{name} kan niet aan zichzelf worden voorgesteld; noem twee verschillende partners."),
                format!("{name} cannot be introduced to itself; name two different partners."),
            ),
            Self::HaveLine(a, b) => words(
                format!("{a} en {b} hebben al een lijn; kies een paar dat er nog geen heeft."),
                format!("{a} and {b} have a line already; choose a pair that has none yet."),
            ),
            Self::NoLead => words(
                "Van deze coalitie is niet bekend wie het project leidt; kies een persoon of een partner.",
                "It is not known who leads the project of this coalition; choose a person or a partner.",
            ),
            Self::Stops(name) => words(
                format!("{name} stopt in ditzelfde scenario en kan dan niet kennismaken."),
                format!("{name} stops in this same scenario and cannot meet anybody then."),
            ),
            Self::NoKindOfLine => words(
                "De catalogus kent geen soort lijn op de werkvloer; voeg er een toe, dan kan iemand kennismaken.",
                "The catalogue has no kind of line in practice; add one, and partners can meet.",
            ),
            Self::Twice => words(
                "Dit staat al in het scenario; laat het een keer weg.",
                "This is in the scenario already; leave it out once.",
            ),
        }
    }
}

impl WhatIfError {
    /// More is supposed than may be.
    pub fn too_many(max: usize) -> Words {
        words(format!("Stel hooguit {max} veranderingen tegelijk voor."), format!("Suppose at most {max} changes at a time."))
    }
}

impl Office<'_> {
    /// Can all of this be? Every fault at once.
    pub(super) fn check_supposed(&self, network: &Network, changes: &[Supposed], max: usize) -> Result<(), WhatIfError> {
        if changes.len() > max {
            return Err(WhatIfError::TooMany(max));
        }
        let mut faults = Vec::new();
        for (place, change) in changes.iter().enumerate() {
            if changes[..place].iter().any(|earlier| same(earlier, change)) {
                faults.push((place, SupposeFault::Twice));
            }
            faults.extend(self.faults_of(network, changes, change).into_iter().map(|fault| (place, fault)));
        }
        if faults.is_empty() { Ok(()) } else { Err(WhatIfError::Faults(faults)) }
    }

    fn faults_of(&self, network: &Network, all: &[Supposed], change: &Supposed) -> Vec<SupposeFault> {
        let partner = |id: OrganisationId, field| {
            network.place(id).map_or_else(|| vec![SupposeFault::UnknownPartner(id, field)], |_| Vec::new())
        };
        match *change {
            Supposed::PersonLeaves { person } if !is_seen(network, person) => vec![SupposeFault::UnknownPerson(person)],
            Supposed::PersonLeaves { .. } => Vec::new(),
            Supposed::PartnerStops { organisation } => partner(organisation, "organisation"),
            Supposed::ProjectLeadLeaves if told::leads(self, network).is_empty() => vec![SupposeFault::NoLead],
            Supposed::ProjectLeadLeaves => Vec::new(),
            Supposed::Introduced { a, b } => {
                let mut faults = partner(a, "a");
                if kind_of_introduction(&network.catalogue).is_none() {
                    faults.push(SupposeFault::NoKindOfLine);
                }
                if a != b {
                    faults.extend(partner(b, "b"));
                }
                let (Some(at), Some(bt)) = (network.place(a), network.place(b)) else { return faults };
                let name = |place: usize| network.members[place].name().to_owned();
                if a == b {
                    faults.push(SupposeFault::SameParty(name(at)));
                } else if network.link(at, bt, Level::Practice).is_some_and(|link| link.status.present()) {
                    faults.push(SupposeFault::HaveLine(name(at), name(bt)));
                }
                let stops = |id: OrganisationId| all.contains(&Supposed::PartnerStops { organisation: id });
                faults.extend(
                    [(a, at), (b, bt)].into_iter().find(|(id, _)| stops(*id)).map(|(_, it)| SupposeFault::Stops(name(it))),
                );
                faults
            }
        }
    }
}

fn same(one: &Supposed, other: &Supposed) -> bool {
    match (one, other) {
        (Supposed::Introduced { a, b }, Supposed::Introduced { a: x, b: y }) => (a, b) == (x, y) || (a, b) == (y, x),
        _ => one == other,
    }
}

/// Is the person named in this network? Who is hidden is as unknown as who is not there.
fn is_seen(network: &Network, person: PersonId) -> bool {
    let seated = network.members.iter().flat_map(|member| &member.seats).any(|seat| seat.person == person);
    seated || network.loose.iter().any(|it| it.person == person)
}
