//! Comparing coalitions: what each is and has, beside each other, with what cannot be concluded first.
//!
//! Why: an adviser sees how coalitions differ without reading more into numbers than they hold.
//! Never: one number for a coalition as a whole, rows or coalitions in the order of a value, a person's name.

mod answer;
mod asked;
mod column;
mod gap_rows;
mod governance;
mod kept;
mod kind_rows;
mod measure_rows;
mod measure_words;
mod notable;
mod picture_words;
mod pictures;
mod profile_rows;
mod rankable;
mod suppressed;

pub use answer::*;
pub use asked::*;
pub use kept::*;
pub use pictures::*;

pub(super) use picture_words::value_words;

use super::office::*;
use super::sides::sides_row;
use super::words::*;
use crate::analysis::measures::Chance;
use std::sync::Arc;

impl Office<'_> {
    /// Coalitions beside each other. Everything is counted as the viewer may see it.
    ///
    /// Takes what is asked and the profiles that are kept; makes what is not kept.
    /// Errors: see `ComparisonError`; everything that cannot be understood is told at once.
    /// Cost: a look-up a coalition where all is kept; else that of its profile.
    pub fn comparison(&self, asked: &ComparisonAsked, kept: &KeptProfiles) -> Result<Comparison, ComparisonError> {
        let coalitions = self.compared(asked)?;
        let mut found = Vec::with_capacity(coalitions.len());
        for (done, id) in coalitions.iter().enumerate() {
            self.effort.step(done as u64, coalitions.len() as u64).map_err(DeskError::from)?;
            found.push(kept.get(self, id, &asked.reading)?);
        }
        Ok(self.beside_each_other(asked, &found))
    }

    fn beside_each_other(&self, asked: &ComparisonAsked, found: &[Arc<KeptProfile>]) -> Comparison {
        let catalogue = self.register.catalogue();
        let measures = measure_rows::rows(found);
        Comparison {
            as_of: asked.reading.as_of.map(|day| day.to_string()),
            today: self.today.to_string(),
            rule: asked.reading.rule,
            sides: sides_row(&asked.reading.sides, catalogue),
            norm: catalogue.norm.version.clone(),
            version: found.iter().map(|it| it.profile.version).max().unwrap_or_default(),
            chance: chance(found),
            coalitions: found.iter().map(|it| it.column.head.clone()).collect(),
            notable: notable::sentences(found, &measures),
            profile: profile_rows::rows(found),
            measures,
            kinds: kind_rows::rows(catalogue, found),
            gaps: gap_rows::rows(found),
            likeness: Likeness { near: Vec::new(), tree: None, left_out: Vec::new(), words: words("", "") },
            learn_from: Vec::new(),
            funnel: None,
        }
    }
}

/// How far the measures are held against chance.
fn chance(found: &[Arc<KeptProfile>]) -> ComparisonChance {
    let Chance { seed, label_draws: draws, .. } = Chance::default();
    let (done, of) = (found.iter().filter(|it| it.profile.chance.is_some()).count(), found.len());
    let state = if done == of { ChanceState::Ready } else { ChanceState::Computing };
    let text = match state {
        ChanceState::Ready => words(
            format!(
                "Vergeleken met {draws} trekkingen per getal, of met alle mogelijkheden waar dat er minder zijn; begin {seed}."
            ),
            format!(
                "Held against {draws} draws for each number, or against all possibilities where these are fewer; seed {seed}."
            ),
        ),
        ChanceState::Computing => words(
            format!("De vergelijking met toeval wordt gemaakt: {done} van {of} coalities zijn klaar."),
            format!("The comparison with chance is being made: {done} of {of} coalitions are ready."),
        ),
    };
    ComparisonChance { state, done, of, draws, seed, words: text }
}
