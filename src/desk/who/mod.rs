//! Who to call? From a need and a place to a desk, a phone number and the shortest line to it: one function a question.
//!
//! Why: the desk comes before the person, and every step of a line says who says so and when.
//! Never: a text that was typed is kept; a person or number that the viewer may not see is in an answer, a guess or a fault.

mod answer;
mod asked;

pub use answer::*;
pub use asked::{ANSWERS_DEFAULT, TEXT_CHARS_MAX, WhoAsked, WhoAsks, WhoError, WhoFault, WhoField, WhoWhat};

use super::office::Office;
use super::words::*;
use crate::live::Searches;
use crate::model::*;
use asked::Faults;
use time::Date;

pub struct Switchboards {
    max: usize,
}
impl Switchboards {
    pub fn new(max: usize) -> Self {
        Self { max }
    }
}
pub struct WhoLimits {
    pub answers_max: usize,
    pub guesses_max: usize,
}
impl WhoToCall {
    pub fn in_vain(&self, today: Date) -> Option<Searched> {
        None
    }
}
impl Office<'_> {
    pub fn who_to_call(&self, asked: &WhoAsked, boards: &Switchboards, limits: &WhoLimits) -> Result<WhoToCall, WhoError> {
        let mut faults = Faults::default();
        asked::look(asked, self.register.catalogue(), limits.answers_max, &mut faults);
        faults.close()?;
        Err(WhoError(vec![]))
    }
    pub fn who_suggestions(
        &self,
        text: &str,
        coalition: Option<&str>,
        boards: &Switchboards,
        limits: &WhoLimits,
    ) -> Result<Vec<WhoSuggestion>, WhoError> {
        Ok(vec![])
    }
    pub fn searches(&self, id: &CoalitionId, searches: &Searches, boards: &Switchboards) -> Vec<SearchRow> {
        vec![]
    }
}
