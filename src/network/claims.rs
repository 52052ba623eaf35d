//! The claims of a frozen coalition, shared with the register, and for whom each is spoken.
//!
//! Why: a coalition has hundreds of claims, and a day that somebody asks for must not copy them all.
//! Never: shows a claim other than it was when the coalition was frozen.

use crate::model::*;
use std::sync::Arc;

/// Claims by id.
#[derive(Debug, Clone, Default)]
pub struct Claims(Vec<(ClaimId, Kept)>);

/// A claim of the register, or one that is supposed or was changed by what is supposed.
#[derive(Debug, Clone)]
pub(super) enum Kept {
    /// Shared with the register.
    Shared(Arc<Entity>),
    /// Its own.
    Own(Box<Claim>),
}

impl Kept {
    /// The claim; `None` cannot happen: only claims are kept.
    pub fn claim(&self) -> Option<&Claim> {
        match self {
            Self::Own(claim) => Some(claim),
            Self::Shared(entity) => match &**entity {
                Entity::Claim(claim) => Some(claim),
                _ => None,
            },
        }
    }
}

impl Claims {
    /// Of these claims, in any order. Cost: O(claims) when they come by id, else O(claims · log).
    pub(super) fn of(kept: Vec<Kept>) -> Self {
        let mut all: Vec<(ClaimId, Kept)> = kept.into_iter().filter_map(|it| Some((it.claim()?.id, it))).collect();
        all.sort_by_key(|(id, _)| *id);
        Self(all)
    }
    /// One of them. Cost: O(log claims).
    pub fn get(&self, id: &ClaimId) -> Option<&Claim> {
        let found = self.0.binary_search_by_key(id, |(id, _)| *id).ok()?;
        self.0[found].1.claim()
    }
    /// Every one, by id.
    pub fn values(&self) -> impl Iterator<Item = &Claim> {
        self.0.iter().filter_map(|(_, kept)| kept.claim())
    }
    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }
    /// None at all?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// For which organisations each claim is spoken; for none: only the source says it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Voices {
    /// Claims by id, each with the place in `all` behind its last organisation.
    ends: Vec<(ClaimId, usize)>,
    all: Vec<OrganisationId>,
}

impl Voices {
    /// Takes claims by id.
    pub(super) fn of<'a>(said: impl Iterator<Item = (ClaimId, &'a [OrganisationId])>) -> Self {
        let mut voices = Self::default();
        for (claim, organisations) in said {
            voices.all.extend(organisations);
            voices.ends.push((claim, voices.all.len()));
        }
        voices
    }
    /// The organisations of one, sorted; `None`: there is no such claim. Cost: O(log claims).
    pub fn get(&self, claim: &ClaimId) -> Option<&[OrganisationId]> {
        let at = self.ends.binary_search_by_key(claim, |(id, _)| *id).ok()?;
        let begin = at.checked_sub(1).map_or(0, |before| self.ends[before].1);
        Some(&self.all[begin..self.ends[at].1])
    }
}
