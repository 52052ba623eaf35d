//! Coalitions and who takes part.

use super::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How far a coalition is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Talks are held; nobody takes part yet.
    Preparation,
    /// It has begun.
    Start,
    /// It runs.
    Running,
}

/// How far a coalition was in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DatedPhase {
    /// How far it was.
    pub phase: Phase,
    /// From–until.
    pub period: Period,
}

/// A theme on which the coalition works.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Theme {
    /// Its name.
    pub name: Name,
    /// Needs of the catalogue that it covers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<NeedCode>,
    /// Partners the source names with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<Party>,
    /// Where it is named.
    #[serde(default)]
    pub provenance: Provenance,
}

/// A municipality of a coalition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Municipality {
    /// Its name.
    pub name: Name,
    /// CBS code, `GM` and four digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Name>,
}

/// The local partnership.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Coalition {
    /// Readable slug: `leiden`.
    pub id: CoalitionId,
    /// Name as shown: "Leiden".
    pub name: Name,
    /// Other names under which it is found; also slugs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Name>,
    /// Municipalities it covers, as far as stated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub municipalities: Vec<Municipality>,
    /// How far it is.
    pub phase: Phase,
    /// How far it was before, each with its period; on a day outside all of these `phase` holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<DatedPhase>,
    /// When it started, as far as stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started: Option<PartialDate>,
    /// What it works on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Theme>,
    /// Where it is named.
    #[serde(default)]
    pub provenance: Provenance,
}

impl Coalition {
    /// How far it was on a day; of periods that overlap the one that was written down last counts.
    pub fn phase_on(&self, day: time::Date) -> Phase {
        let held = self.phases.iter().rev().find(|it| it.period.holds_on(day));
        held.map_or(self.phase, |it| it.phase)
    }
}

/// How a party takes part. Measures count `signatory` and `participating`; gaps also count `approached`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MembershipStatus {
    /// The coalition wants it in.
    Wanted,
    /// Spoken with or invited.
    Approached,
    /// Takes part.
    Participating,
    /// Signed the agreement.
    Signatory,
    /// Took part once.
    Left,
}

/// What a party does in a coalition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CoalitionRole {
    /// Took the initiative.
    Initiator,
    /// Leads the project.
    ProjectLead,
    /// Sponsors it at board level.
    ExecutiveSponsor,
    /// Is the one to address within a partner.
    AttentionOfficer,
}

/// Party × coalition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Membership {
    /// Identity.
    pub id: MembershipId,
    /// Which coalition.
    pub coalition: CoalitionId,
    /// An organisation, or a person (or position) seen in it.
    pub party: Party,
    /// How it takes part.
    pub status: MembershipStatus,
    /// What it does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<CoalitionRole>,
    /// From–until.
    #[serde(default)]
    pub period: Period,
    /// Where it is stated.
    #[serde(default)]
    pub provenance: Provenance,
}
