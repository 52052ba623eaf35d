//! One coalition as a column of a comparison: its cells in words, kept beside its profile.

use super::answer::*;
use super::lessons::Lessons;
use super::{gap_rows, kind_rows, likeness_rows, profile_rows};
use crate::analysis::gaps::{Findings, GapKind};
use crate::analysis::likeness::Features;
use crate::analysis::profile::Profile;
use crate::desk::coalitions::pairs;
use crate::desk::office::Office;
use crate::desk::protected::Protection;
use crate::desk::speech::Speech;
use crate::desk::words::*;
use crate::model::*;
use crate::network::*;
use std::collections::BTreeMap;

/// The cells of one coalition.
#[derive(Debug)]
pub struct Column {
    /// Who it is.
    pub head: ComparedCoalition,
    /// What it is, in the order of the rows.
    pub features: Vec<FeatureCell>,
    /// Kinds of partner, in the order of the catalogue.
    pub kinds: Vec<KindPresenceCell>,
    /// Findings by kind; kinds that stand between two partners are told to its own only.
    pub gaps: BTreeMap<GapKind, GapTallyCell>,
    /// What may stand out.
    pub facts: Facts,
    /// The organisations that lead, as measures leave them out.
    pub leader: Option<Words>,
    /// What likeness is measured by.
    pub alike: Features,
    /// What others can learn of it, and what it lacks.
    pub lessons: Lessons,
    /// How numbers of its people are told to who asks.
    pub protection: Protection,
}

/// What may stand out beside other coalitions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// It has an agreement that was signed.
    pub agreement: bool,
    /// Both ends of a line between the sides say so.
    pub confirmed_across: bool,
    /// It is in preparation.
    pub preparation: bool,
    /// Pairs between the sides.
    pub pairs: CellBar,
}

/// A coalition while its column is made.
pub struct Sheet<'a> {
    /// Who asks, and what everything is read from.
    pub office: &'a Office<'a>,
    /// The frozen coalition.
    pub network: &'a Network,
    /// Reads it aloud.
    pub speech: Speech<'a>,
    /// What is measured and counted.
    pub profile: &'a Profile,
    /// Pairs between the sides, as the overview counts them.
    pub pairs: CellBar,
}

impl Column {
    /// Takes a frozen coalition with its findings and its profile. Cost: O(members · claims + pairs across · findings).
    pub fn of(office: &Office<'_>, network: &Network, findings: &Findings, profile: &Profile) -> Self {
        let counted = pairs(network, &findings.gaps);
        let sheet = Sheet {
            office,
            network,
            speech: office.speech(network),
            profile,
            pairs: CellBar { present: counted.present, absent: counted.absent, unknown: counted.unknown },
        };
        let own = office.viewer.belongs_to(&network.coalition.id);
        Self {
            head: sheet.head(),
            features: profile_rows::cells(&sheet),
            kinds: profile.kinds.iter().map(kind_rows::cell).collect(),
            gaps: gap_rows::cells(&profile.gaps, own),
            facts: sheet.facts(),
            leader: sheet.leader(),
            alike: likeness_rows::features(profile),
            lessons: Lessons::of(&sheet.speech, findings),
            protection: Protection::of_network(network, office.people_min),
        }
    }
}

impl Sheet<'_> {
    fn head(&self) -> ComparedCoalition {
        let coalition = &self.network.coalition;
        ComparedCoalition {
            id: coalition.id.clone(),
            name: coalition.name.clone(),
            phase: ComparedPhase { code: coalition.phase, words: profile_rows::phase(coalition.phase) },
            as_of: self.network.as_of.to_string(),
            as_of_words: self.office.as_of_words(self.network),
            version: self.network.version,
            members: self.profile.members.counted,
            themes: Some(coalition.themes.len()).filter(|&themes| themes > 0),
        }
    }

    fn facts(&self) -> Facts {
        let network = self.network;
        let across = |link: &&Link| crate::desk::links::across(network, link);
        Facts {
            agreement: self.agreements().next().is_some(),
            confirmed_across: network.practice().filter(across).any(|link| link.status == LinkStatus::Confirmed),
            preparation: network.coalition.phase == Phase::Preparation,
            pairs: self.pairs,
        }
    }

    /// Agreements that were signed.
    pub fn agreements(&self) -> impl Iterator<Item = &Initiative> {
        let signed = |it: &&Initiative| it.kind == InitiativeKind::Agreement && it.status == InitiativeStatus::Existing;
        self.network.initiatives.iter().filter(signed)
    }

    /// Organisations in a role of leading, as one phrase; of somebody without one, that it is not named.
    pub fn leading(&self, role: CoalitionRole) -> Option<Words> {
        let leads: Vec<&Lead> = self.network.leads.iter().filter(|it| it.role == role).collect();
        let places: Vec<usize> = leads.iter().filter_map(|it| it.member).collect();
        let names = |language| places.iter().map(|&place| self.speech.title(place, language)).collect::<Vec<_>>();
        match (leads.is_empty(), places.is_empty()) {
            (true, _) => None,
            (false, true) => {
                Some(words("iemand van wie de organisatie niet genoemd is", "somebody whose organisation is not named"))
            }
            (false, false) => Some(both(|language| list(&names(language), language))),
        }
    }

    /// Who is left out where the network is measured without who leads.
    fn leader(&self) -> Option<Words> {
        let leader = self.profile.leader.as_ref()?;
        let places: Vec<usize> = leader.organisations.iter().filter_map(|&id| self.network.place(id)).collect();
        let names =
            |language| list(&places.iter().map(|&place| self.speech.title(place, language)).collect::<Vec<_>>(), language);
        Some(match leader.role {
            CoalitionRole::ProjectLead => words(
                format!("{} (leidt het project)", names(Language::Nl)),
                format!("{} (leads the project)", names(Language::En)),
            ),
            _ => words(
                format!("{} (nam het initiatief)", names(Language::Nl)),
                format!("{} (took the initiative)", names(Language::En)),
            ),
        })
    }
}
