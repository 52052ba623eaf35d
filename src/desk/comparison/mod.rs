//! Comparing coalitions: what each is and has, beside each other, with what cannot be concluded first.
//!
//! Why: an adviser sees how coalitions differ without reading more into numbers than they hold.
//! Never: one number for a coalition as a whole, rows or coalitions in the order of a value, a person's name.

mod answer;
mod asked;
mod column;
mod funnel;
mod gap_rows;
mod governance;
mod kept;
mod kind_rows;
mod learn;
mod lesson_how;
mod lesson_words;
mod lessons;
mod likeness_rows;
mod measure_rows;
mod measure_words;
mod notable;
mod picture_words;
mod pictures;
mod profile_rows;
mod rankable;
mod suppressed;
mod tables;

pub use answer::*;
pub use asked::*;
pub use kept::*;
pub use learn::{LEARN_FROM_MAX, LEARN_POOL_MAX, LEARN_ROWS_MAX};
pub use likeness_rows::NEAR_MAX;
pub use pictures::*;
pub(in crate::desk) use suppressed::large_enough;
pub use tables::TableForm;

pub(super) use picture_words::value_words;

use super::office::*;
use super::sides::sides_row;
use super::words::*;
use crate::analysis::effort::Effort;
use crate::analysis::measures::Chance;
use crate::exchange::tables::{TableError, csv, xlsx};
use crate::model::Language;
use std::sync::Arc;

/// The names of the measures that are compared, in the order of their rows.
pub fn compared_measures() -> impl Iterator<Item = &'static str> {
    measure_words::names()
}

impl Comparison {
    /// The comparison, as it was answered to somebody, as the bytes of a file. Takes the fewest people of whom a number was told outside
    /// their coalition. Errors: the workbook cannot be made.
    pub fn file(&self, form: TableForm, people_min: usize, language: Language) -> Result<Vec<u8>, TableError> {
        let table = tables::table(self, people_min);
        match form {
            TableForm::Csv => Ok(csv(&table, language).into_bytes()),
            TableForm::Xlsx => xlsx(&table, language),
        }
    }
}

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
        let drawn = kept.chance();
        let funnel = match asked.funnel.as_deref() {
            Some(name) => funnel::funnel(name, &found, &drawn, &self.effort).map_err(DeskError::from)?,
            None => None,
        };
        let learn_from = self.learned(asked, kept, &found)?;
        Ok(Comparison { funnel, learn_from, ..self.beside_each_other(asked, &found, drawn) })
    }

    /// The same, after every measure was held against chance on so many threads; tells how many coalitions are done.
    ///
    /// Errors: as `comparison`. Cost: that of `KeptProfiles::finish` and of `comparison`.
    pub fn comparison_in_full(
        &self,
        asked: &ComparisonAsked,
        kept: &KeptProfiles,
        threads: usize,
    ) -> Result<Comparison, ComparisonError> {
        let silent = Office { effort: Effort { progress: None, ..self.effort }, ..*self };
        for id in self.compared(asked)? {
            kept.get(&silent, &id, &asked.reading)?;
        }
        kept.finish(&self.effort, threads).map_err(DeskError::from)?;
        silent.comparison(asked, kept)
    }

    fn beside_each_other(&self, asked: &ComparisonAsked, found: &[Arc<KeptProfile>], drawn: Chance) -> Comparison {
        let catalogue = self.register.catalogue();
        let measures = measure_rows::rows(found);
        Comparison {
            as_of: asked.reading.as_of.map(|day| day.to_string()),
            today: self.today.to_string(),
            rule: asked.reading.rule,
            sides: sides_row(&asked.reading.sides, catalogue),
            norm: catalogue.norm.version.clone(),
            version: found.iter().map(|it| it.profile.version).max().unwrap_or_default(),
            chance: chance(found, drawn),
            coalitions: found.iter().map(|it| it.column.head.clone()).collect(),
            notable: notable::sentences(found, &measures),
            profile: profile_rows::rows(found),
            measures,
            kinds: kind_rows::rows(catalogue, found),
            gaps: gap_rows::rows(found),
            likeness: likeness_rows::of_profiles(found, catalogue),
            learn_from: Vec::new(),
            funnel: None,
        }
    }
}

/// How far the measures are held against chance.
fn chance(found: &[Arc<KeptProfile>], Chance { seed, label_draws: draws, .. }: Chance) -> ComparisonChance {
    let (done, of) = (found.iter().filter(|it| it.profile.chance.is_some()).count(), found.len());
    let state = if done == of { ChanceState::Ready } else { ChanceState::Computing };
    let text = match state {
        ChanceState::Ready => words(
            format!(
                "Vergeleken met {draws} trekkingen per getal, of met alle mogelijkheden waar dat er minder zijn; startgetal {seed}."
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
