//! What if, on the map: what is supposed to come or go, drawn over the map as it is.

use super::introductions::letter;
use super::office::*;
use super::reading::Reading;
use super::what_if::WhatIfError;
use crate::model::*;
use crate::network::*;
use crate::render::PartnerMap;

impl Office<'_> {
    /// The map of a coalition with what is supposed. Nobody moves: the map is the one without suppositions, with more on it.
    pub fn what_if_map(
        &self,
        coalition: &str,
        language: Language,
        changes: &[Supposed],
        changes_max: usize,
        reading: impl Into<Reading>,
    ) -> Result<PartnerMap, WhatIfError> {
        let reading = reading.into();
        let before = self.network(coalition, reading.clone())?;
        self.check_supposed(&before, changes, changes_max)?;
        let _ = letter(0);
        Ok(self.map(coalition, language, reading)?)
    }
}
