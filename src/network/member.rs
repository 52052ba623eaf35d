//! Who is in the network, and what each is known as.

use crate::model::*;
use std::sync::Arc;

/// A person seen at a member, in one position.
#[derive(Debug, Clone, PartialEq)]
pub struct Seat {
    /// Who.
    pub person: PersonId,
    /// In which position.
    pub position: PositionId,
    /// Name.
    pub name: Name,
    /// Title, if the source gives one.
    pub title: Option<Name>,
    /// What this person does in the coalition.
    pub roles: Vec<CoalitionRole>,
}

/// An organisation as one coalition knows it.
#[derive(Debug, Clone)]
pub struct Member {
    /// The organisation itself.
    pub organisation: Arc<Organisation>,
    /// Its domain; absent when neither kind nor domain is known.
    pub domain: Option<Domain>,
    /// Its side under the view's reading: `Medical` stands for the first side, `Social` for the second.
    pub side: Option<Side>,
    /// Its kinds, most telling first.
    pub kinds: Vec<KindCode>,
    /// How it takes part; absent: only seen in a statement.
    pub status: Option<MembershipStatus>,
    /// What it does in the coalition.
    pub roles: Vec<CoalitionRole>,
    /// Persons known in it, in order of id.
    pub seats: Vec<Seat>,
    /// Where professionals can reach it.
    pub contact_points: Vec<ContactPoint>,
    /// Governance and funding: never a step in a line between the sides.
    pub governance: bool,
    /// An umbrella of other organisations: drawn on its side, not counted among the side's partners.
    pub umbrella: bool,
    /// Where its participation is stated.
    pub provenance: Provenance,
}

impl Member {
    /// Identity of the organisation.
    pub fn id(&self) -> OrganisationId {
        self.organisation.id
    }
    /// Full name.
    pub fn name(&self) -> &str {
        self.organisation.name.as_str()
    }
    /// The organisation's own short name, else its full name.
    pub fn short_name(&self) -> &str {
        self.organisation.short_name.as_ref().unwrap_or(&self.organisation.name).as_str()
    }
    /// Does it take part, so that measures count it?
    pub fn counts(&self) -> bool {
        matches!(self.status, Some(MembershipStatus::Participating | MembershipStatus::Signatory))
    }
    /// The side among whose partners it counts: its own, none for an umbrella, whose members count by themselves. A line that an
    /// umbrella has is a line between the sides all the same: whoever asks about lines in doubt, or whether there is one, takes `side`.
    pub fn counted_side(&self) -> Option<Side> {
        if self.umbrella { None } else { self.side }
    }
    /// Is it near enough for gaps: takes part, was approached, or is named as working along?
    pub fn near(&self) -> bool {
        !matches!(self.status, Some(MembershipStatus::Wanted | MembershipStatus::Left))
    }
    /// Is it in the picture of the coalition, so that it stands on the map? Who left is not, even where it is still spoken of.
    pub fn stays(&self) -> bool {
        self.status != Some(MembershipStatus::Left)
    }
    /// Is it of this kind?
    pub fn is(&self, kind: &KindCode) -> bool {
        self.kinds.contains(kind)
    }
}

/// A person of the coalition without a known organisation, profession kept.
#[derive(Debug, Clone, PartialEq)]
pub struct LoosePerson {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: Name,
    /// Title, if given.
    pub title: Option<Name>,
    /// Partner kind of the profession, if known.
    pub profession: Option<KindCode>,
}

/// A member that leads a coalition, or of which somebody does; or somebody of whom no organisation is known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lead {
    /// In which role: `Initiator`, `ProjectLead` or `ExecutiveSponsor`.
    pub role: CoalitionRole,
    /// Place in `Network::members`; absent: somebody of whom no organisation is known here.
    pub member: Option<usize>,
}
