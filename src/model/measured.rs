//! A measurement that is kept: what was measured of a coalition, when, from what and by which program. Never who.

use super::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use time::{Date, OffsetDateTime};
use utoipa::ToSchema;

/// Longest name of a measure or of a reason, in characters.
pub const MEASURE_CODE_CHARS_MAX: usize = 48;
/// Most measures in one measurement.
pub const MEASURES_MAX: usize = 96;

/// A measurement that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MeasuredError {
    /// No name of a measure or reason.
    #[error("\"{0}\" names no measure and no reason: use 1 to {MEASURE_CODE_CHARS_MAX} letters, digits and '_'")]
    Code(String),
    /// Too many measures.
    #[error("a measurement holds at most {MEASURES_MAX} measures, and this one {0}")]
    TooMany(usize),
}

/// The name of a measure in the API, or of the reason why it has no value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String)]
pub struct MeasureCode(String);

impl MeasureCode {
    /// Takes 1 to 48 letters, digits and '_'.
    pub fn new(code: impl Into<String>) -> Result<Self, MeasuredError> {
        let code = code.into();
        let fits = (1..=MEASURE_CODE_CHARS_MAX).contains(&code.len());
        let plain = code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if fits && plain { Ok(Self(code)) } else { Err(MeasuredError::Code(code)) }
    }
    /// The name itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl TryFrom<String> for MeasureCode {
    type Error = MeasuredError;
    fn try_from(code: String) -> Result<Self, MeasuredError> {
        Self::new(code)
    }
}
impl From<MeasureCode> for String {
    fn from(code: MeasureCode) -> Self {
        code.0
    }
}
impl std::borrow::Borrow<str> for MeasureCode {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// What made a claim a line when it was measured.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MeasuredRule {
    /// Somebody said so.
    #[default]
    Any,
    /// Both ends said so.
    Confirmed,
}

/// One measure as it was.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Measured {
    /// Over the lines that were known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The least it could be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// The most it could be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// Why it had no value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<MeasureCode>,
}

/// The measures of one measurement, by name.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "BTreeMap<MeasureCode, Measured>")]
#[schema(value_type = BTreeMap<String, Measured>)]
pub struct MeasuredAll(BTreeMap<MeasureCode, Measured>);

impl MeasuredAll {
    /// The first so many of these that one measurement holds.
    pub fn at_most(all: BTreeMap<MeasureCode, Measured>) -> Self {
        Self(all.into_iter().take(MEASURES_MAX).collect())
    }
    /// One of them.
    pub fn get(&self, name: &str) -> Option<&Measured> {
        self.0.get(name)
    }
    /// All of them, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Measured)> {
        self.0.iter().map(|(name, measured)| (name.as_str(), measured))
    }
}
impl TryFrom<BTreeMap<MeasureCode, Measured>> for MeasuredAll {
    type Error = MeasuredError;
    fn try_from(all: BTreeMap<MeasureCode, Measured>) -> Result<Self, MeasuredError> {
        if all.len() > MEASURES_MAX { Err(MeasuredError::TooMany(all.len())) } else { Ok(Self(all)) }
    }
}

/// What was measured of a coalition, and is kept as it was: a later computation never changes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Measurement {
    /// Of which coalition.
    pub coalition: CoalitionId,
    /// Valid time: the day for which it holds.
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    /// When it was measured.
    #[serde(with = "time::serde::rfc3339")]
    #[schema(value_type = String, format = DateTime)]
    pub kept_at: OffsetDateTime,
    /// Known time: the sequence of the register from which it was measured.
    pub known_at: u64,
    /// The version that the coalition had: the sequence of the last change that touched it.
    pub version: u64,
    /// The version of the program that measured.
    pub program: String,
    /// The version of the norm.
    pub norm: String,
    /// What made a claim a line.
    pub rule: MeasuredRule,
    /// The measures.
    pub measures: MeasuredAll,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measurement_is_read_as_it_was_written_and_nothing_else_is() {
        let text = r#"{"coalition":"proef","asOf":"2026-11-22","keptAt":"2026-11-22T12:00:00Z","knownAt":7,"version":5,"program":"0.1.0","norm":"1","rule":"any","measures":{"density":{"value":0.1,"low":0.05,"high":0.3},"reciprocity":{"reason":"no_directed_lines"}}}"#;
        let read: Measurement = serde_json::from_str(text).expect("a measurement");
        assert_eq!(serde_json::to_string(&read).expect("text"), text);
        assert_eq!(read.measures.get("density").and_then(|it| it.high), Some(0.3));
        for (from, to) in [
            ("density", "dicht heid"),
            ("\"density\"", "\"\""),
            ("2026-11-22\"", "22-11-2026\""),
            ("proef", "Geen Naam"),
            ("\"rule\":\"any\"", "\"rule\":\"some\""),
            ("\"version\":5", "\"version\":5,\"person\":\"x\""),
            ("0.1,", "1e999,"),
        ] {
            assert!(serde_json::from_str::<Measurement>(&text.replacen(from, to, 1)).is_err(), "{to}");
        }
    }

    #[test]
    fn there_is_an_end_to_the_measures_of_one_measurement() {
        let code = |number: usize| MeasureCode::new(format!("m{number}")).expect("a code");
        let all = |many: usize| (0..many).map(|it| (code(it), Measured::default())).collect::<BTreeMap<_, _>>();
        assert!(MeasuredAll::try_from(all(MEASURES_MAX)).is_ok());
        assert_eq!(MeasuredAll::try_from(all(MEASURES_MAX + 1)), Err(MeasuredError::TooMany(MEASURES_MAX + 1)));
    }
}
