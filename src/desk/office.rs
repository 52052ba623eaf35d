//! The front office: everything a question is answered from.

use super::answers::*;
use crate::model::*;
use std::collections::BTreeSet;
use time::Date;

/// What every answer is made from: one register, the day, and which coalitions users edited.
#[derive(Clone, Copy)]
pub struct Office<'a> {
    /// The register.
    pub register: &'a Register,
    /// Today.
    pub today: Date,
    /// Coalitions that a user changed since they were loaded; the others show their last source date.
    pub edited: &'a BTreeSet<CoalitionId>,
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
    #[error("no party in {coalition} is called \"{asked}\"; nearest: {nearest}")]
    UnknownParty {
        /// Where.
        coalition: CoalitionId,
        /// What was asked.
        asked: String,
        /// Names that come near.
        nearest: String,
    },
    /// Both ends are the same party.
    #[error("both ends are {0}; name two different parties")]
    SameParty(String),
}

impl Office<'_> {
    /// All coalitions, by name.
    pub fn coalitions(&self) -> Vec<CoalitionSummary> {
        todo!()
    }
    /// How one coalition stands. Takes slug, name or alias.
    pub fn overview(&self, _coalition: &str, _as_of: Option<Date>) -> Result<Overview, DeskError> {
        todo!()
    }
    /// Its partners.
    pub fn partners(&self, _coalition: &str, _as_of: Option<Date>) -> Result<Partners, DeskError> {
        todo!()
    }
    /// Its lines.
    pub fn links(&self, _coalition: &str, _as_of: Option<Date>) -> Result<Vec<LinkRow>, DeskError> {
        todo!()
    }
    /// Its claims.
    pub fn claims(&self, _coalition: &str, _as_of: Option<Date>) -> Result<Vec<ClaimRow>, DeskError> {
        todo!()
    }
    /// Its gaps.
    pub fn gaps(&self, _coalition: &str, _as_of: Option<Date>) -> Result<Gaps, DeskError> {
        todo!()
    }
    /// Everything known about one pair. Takes names, short names, aliases or ids.
    pub fn why(&self, _coalition: &str, _a: &str, _b: &str, _as_of: Option<Date>) -> Result<Why, DeskError> {
        todo!()
    }
}
