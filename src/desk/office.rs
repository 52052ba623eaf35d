//! The front office: everything a question is answered from, and how a question finds its coalition and parties.

use super::reading::Reading;
use crate::analysis::effort::{Cancelled, Effort};
use crate::live::Searches;
use crate::model::*;
use crate::network::*;
use time::Date;

/// What every answer is made from: one register, and the day.
#[derive(Debug, Clone, Copy)]
pub struct Office<'a> {
    /// The register.
    pub register: &'a Register,
    /// Today.
    pub today: Date,
    /// Who asks: what they may see decides what is counted.
    pub viewer: &'a Viewer,
    /// How long an answer may take, and whom to tell how far it is.
    pub effort: Effort<'a>,
    /// Searches that nobody serves, where they are counted.
    pub searches: Option<&'a Searches>,
}

impl<'a> Office<'a> {
    /// An office that takes its time, silently, for whoever runs the service.
    pub fn new(register: &'a Register, today: Date) -> Self {
        const EVERYTHING: &Viewer = &Viewer { role: Role::Administrator, coalitions: Vec::new() };
        Self { register, today, viewer: EVERYTHING, effort: Effort::default(), searches: None }
    }

    /// The same office for somebody else.
    pub fn seen_by(self, viewer: &'a Viewer) -> Self {
        Self { viewer, ..self }
    }

    /// The same office, which knows what was searched for in vain.
    pub fn knowing(self, searches: &'a Searches) -> Self {
        Self { searches: Some(searches), ..self }
    }
}

/// A question that cannot be answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DeskError {
    /// No such coalition.
    #[error("no coalition is called \"{asked}\"; choose one of: {known}")]
    UnknownCoalition {
        /// What was asked.
        asked: String,
        /// The coalitions there are.
        known: String,
    },
    /// No such party in the coalition.
    #[error("no party in {coalition} is called \"{asked}\"; choose one of: {known}")]
    UnknownParty {
        /// Where.
        coalition: CoalitionId,
        /// What was asked.
        asked: String,
        /// The parties there are.
        known: String,
    },
    /// Several parties fit.
    #[error("\"{asked}\" fits several parties in {coalition}: {fitting}; write more of the name")]
    AmbiguousParty {
        /// Where.
        coalition: CoalitionId,
        /// What was asked.
        asked: String,
        /// What fits.
        fitting: String,
    },
    /// Nobody waits for the answer any more.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// Both ends are the same party.
    #[error("both ends are {0}; name two different parties")]
    SameParty(String),
    /// No such measure.
    #[error("no measure is called \"{asked}\"; choose one of: {known}")]
    UnknownMeasure {
        /// What was asked.
        asked: String,
        /// The measures there are.
        known: String,
    },
    /// The day to compare with is not before the day of the answer.
    #[error("{since} is not before {as_of}, the day it is shown at; choose an earlier day to compare with")]
    NotBefore {
        /// The day to compare with.
        since: Date,
        /// The day of the answer.
        as_of: Date,
    },
}

impl Office<'_> {
    /// The network of a coalition, by slug, name or alias, read as asked.
    pub(super) fn network(&self, asked: &str, reading: impl Into<Reading>) -> Result<Network, DeskError> {
        let reading = reading.into();
        let unknown = || DeskError::UnknownCoalition {
            asked: asked.to_owned(),
            known: self.register.coalitions().map(|it| it.id.as_str()).collect::<Vec<_>>().join(", "),
        };
        let id = &self.register.find_coalition(asked).ok_or_else(unknown)?.id;
        let as_of = reading.as_of.unwrap_or_else(|| default_as_of(self.register, id, self.today));
        let view = View {
            today: self.today,
            viewer: self.viewer.clone(),
            rule: reading.rule,
            sides: reading.sides,
            supposed: reading.supposed,
        };
        freeze(self.register, id, as_of, &view).ok_or_else(unknown)
    }
}

impl Office<'_> {
    /// The partner that a text means. Takes a name, short name, alias, kind or id.
    pub fn partner_named(&self, coalition: &str, asked: &str, reading: impl Into<Reading>) -> Result<OrganisationId, DeskError> {
        let network = self.network(coalition, reading)?;
        Ok(network.members[find_member(&network, asked)?].id())
    }

    /// The person that a text means, among those who are seen. Takes an id, a name, or a part of one name only.
    pub fn person_seen(&self, coalition: &str, asked: &str, reading: impl Into<Reading>) -> Result<PersonId, DeskError> {
        let network = self.network(coalition, reading)?;
        let seats = network.members.iter().flat_map(|member| &member.seats).map(|seat| (seat.person, seat.name.to_string()));
        let mut seen: Vec<(PersonId, String)> =
            seats.chain(network.loose.iter().map(|it| (it.person, it.name.to_string()))).collect();
        seen.sort();
        seen.dedup();
        let wanted = asked.trim().to_lowercase();
        let (mut exact, mut holding) = (Vec::new(), Vec::new());
        for (id, name) in &seen {
            let own = name.to_lowercase();
            if own == wanted || id.to_string() == wanted {
                exact.push((*id, name.clone()));
            } else if !wanted.is_empty() && own.contains(&wanted) {
                holding.push((*id, name.clone()));
            }
        }
        let fitting = if exact.is_empty() { holding } else { exact };
        let listed = |people: &[(PersonId, String)]| people.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ");
        let (coalition, asked) = (network.coalition.id.clone(), asked.to_owned());
        match fitting.as_slice() {
            [(id, _)] => Ok(*id),
            [] => Err(DeskError::UnknownParty { coalition, asked, known: listed(&seen) }),
            several => Err(DeskError::AmbiguousParty { coalition, asked, fitting: listed(several) }),
        }
    }
}

/// The member that a text means: id, name, short name or alias; else its kind; else the only name that holds the text.
pub(super) fn find_member(network: &Network, asked: &str) -> Result<usize, DeskError> {
    let fitting = find_members(network, asked);
    let listed = |places: &[usize]| places.iter().map(|&place| network.members[place].name()).collect::<Vec<_>>().join(", ");
    let coalition = network.coalition.id.clone();
    match fitting.as_slice() {
        [place] => Ok(*place),
        [] => Err(DeskError::UnknownParty {
            coalition,
            asked: asked.to_owned(),
            known: listed(&(0..network.members.len()).collect::<Vec<_>>()),
        }),
        several => Err(DeskError::AmbiguousParty { coalition, asked: asked.to_owned(), fitting: listed(several) }),
    }
}

/// Every member that a text may mean in the best way in which it means any.
pub(super) fn find_members(network: &Network, asked: &str) -> Vec<usize> {
    let wanted = asked.trim().to_lowercase();
    let names = |member: &Member| {
        let it = &member.organisation;
        let all = it.aliases.iter().chain([&it.name]).chain(&it.short_name);
        all.map(|name| name.as_str().to_lowercase()).collect::<Vec<_>>()
    };
    let places = |fits: &dyn Fn(&Member) -> bool| -> Vec<usize> {
        network.members.iter().enumerate().filter(|(_, member)| fits(member)).map(|(place, _)| place).collect()
    };
    let kind_fits = |member: &Member| {
        member.kinds.iter().any(|code| {
            let kind = network.catalogue.kind(code);
            code.as_str() == wanted || kind.is_some_and(|kind| kind.synonyms.iter().any(|word| word.to_lowercase() == wanted))
        })
    };
    let exact = places(&|member| member.id().to_string() == wanted || names(member).contains(&wanted));
    let by_kind = places(&kind_fits);
    let holding = places(&|member| !wanted.is_empty() && names(member).iter().any(|name| name.contains(&wanted)));
    [exact, by_kind, holding].into_iter().find(|found| !found.is_empty()).unwrap_or_default()
}
