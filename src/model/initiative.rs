//! Initiatives: what parties do together.

use super::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What sort of initiative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum InitiativeKind {
    /// A signed agreement: one governance-level line set.
    Agreement,
    /// A standing consultation (overleg).
    Consultation,
    /// A programme or project.
    Programme,
    /// A tool used by several.
    Tool,
    /// A one-off meeting.
    Meeting,
    /// A fixed contact within a partner, such as an attention officer.
    ContactPerson,
    /// One desk for many questions.
    SingleDesk,
}

/// Does it exist?
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum InitiativeStatus {
    /// It exists.
    #[default]
    Existing,
    /// It is planned.
    Planned,
    /// It is an idea or a wish.
    Wished,
    /// It ended.
    Ended,
}

/// An agreement, consultation, programme, tool or meeting with its participants.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Initiative {
    /// Identity.
    pub id: InitiativeId,
    /// In which coalition.
    pub coalition: CoalitionId,
    /// What sort.
    pub kind: InitiativeKind,
    /// Its name.
    pub name: Name,
    /// Does it exist?
    #[serde(default)]
    pub status: InitiativeStatus,
    /// From–until, or the day of a meeting.
    #[serde(default)]
    pub period: Period,
    /// Who takes part, as far as named.
    #[serde(default)]
    pub participants: Vec<Party>,
    /// Is the list of participants complete?
    #[serde(default)]
    pub complete: bool,
    /// Kinds of partner that it is held in or meant for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<KindCode>,
    /// Needs that it is meant for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<NeedCode>,
    /// Where it is named.
    #[serde(default)]
    pub provenance: Provenance,
}
