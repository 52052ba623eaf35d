//! Where a fact comes from.

use super::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What sort of source it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// A published text.
    Document,
    /// An interview.
    Interview,
    /// A round in which partners were asked.
    Survey,
    /// A list of who met.
    MeetingList,
    /// A file with a network, imported.
    Import,
}

/// A document, interview, survey round or list. Reprints of one text are one source with several locations.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// Identity.
    pub id: SourceId,
    /// What sort of source.
    pub kind: SourceKind,
    /// Its title.
    pub title: Name,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Name>,
    /// When it was said or published; absent when the source does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Where it can be found; more than one when reprinted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub locations: Vec<Note>,
}

/// Does the source say it, or do we read it there?
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// The source says it in so many words.
    #[default]
    Stated,
    /// We read it so; the note beside the fact says why.
    Interpreted,
}

/// Where one fact stands in its source.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Provenance {
    /// The source; absent for what a user entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// Place in the source: heading and paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Note>,
    /// Stated or interpreted.
    #[serde(default)]
    pub reading: Reading,
    /// Why it was read so, in our own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

impl SourceId {
    /// The source of the desks that were brought into a coalition by themselves.
    pub fn of_desks(coalition: &CoalitionId) -> Self {
        Self::from_key(&format!("{coalition}/desks"))
    }
}
