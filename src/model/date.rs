//! Dates as sources give them: a year, a season, a month, a day, or between two of these.

use serde::{Deserialize, Serialize, Serializer};
use time::{Date, Month};
use utoipa::ToSchema;

/// A date that does not parse.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is no date: write 2019, 2019-10, 2019-10-08, a season as 2019-21 (spring) to 2019-24 (winter), or two of these with a slash between"
)]
pub struct DateError(pub String);

/// A date as precise as its source: EDTF level 1 (`2019`, `2019-10`, `2019-10-08`, `2019-21` spring … `2019-24` winter)
/// or an interval of two of these (`2020/2021`). Kept as written, with the earliest and latest day it can mean.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct PartialDate {
    text: Written,
    earliest: Date,
    latest: Date,
}

impl PartialDate {
    /// Takes EDTF text, see the type. Gives the date, or what to write instead.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let text = text.trim();
        let refuse = || DateError(text.to_owned());
        let (earliest, latest) = match text.split_once('/') {
            Some((from, until)) => {
                let (from, until) = (span(from).ok_or_else(refuse)?, span(until).ok_or_else(refuse)?);
                (from.0, until.1)
            }
            None => span(text).ok_or_else(refuse)?,
        };
        if earliest > latest {
            return Err(refuse());
        }
        Ok(Self { text: Written::new(text).ok_or_else(refuse)?, earliest, latest })
    }
    /// One day.
    pub fn day(date: Date) -> Self {
        let text = Written::new(&date.to_string()).unwrap_or_default();
        Self { text, earliest: date, latest: date }
    }
    /// The first day it can mean.
    pub fn earliest(&self) -> Date {
        self.earliest
    }
    /// The last day it can mean.
    pub fn latest(&self) -> Date {
        self.latest
    }
    /// As the source wrote it.
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }
}

impl utoipa::PartialSchema for PartialDate {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::Type::String)
            .description(Some(
                "A date as precise as its source: 2019, 2019-10, 2019-10-08, 2019-21 (spring), or an interval 2020/2021.",
            ))
            .examples(["2019-11"])
            .build()
            .into()
    }
}
impl ToSchema for PartialDate {}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
impl TryFrom<String> for PartialDate {
    type Error = DateError;
    fn try_from(text: String) -> Result<Self, DateError> {
        Self::parse(&text)
    }
}
impl From<PartialDate> for String {
    fn from(date: PartialDate) -> String {
        date.as_str().to_owned()
    }
}
impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The longest date as written, in bytes: two days with a slash between.
const WRITTEN_BYTES_MAX: usize = 21;

/// A date as written, inside the value: a country holds millions.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
struct Written {
    length: u8,
    bytes: [u8; WRITTEN_BYTES_MAX],
}

impl Written {
    fn new(text: &str) -> Option<Self> {
        let mut bytes = [0; WRITTEN_BYTES_MAX];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self { length: u8::try_from(text.len()).ok()?, bytes })
    }
    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }
}

impl std::fmt::Debug for Written {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.as_str().fmt(f)
    }
}

/// First and last day of one EDTF date.
fn span(text: &str) -> Option<(Date, Date)> {
    let digits = |part: &str, length: usize| {
        (part.len() == length && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u16>().ok()).flatten()
    };
    let mut parts = text.split('-');
    let year = i32::from(digits(parts.next()?, 4)?);
    let Some(second) = parts.next() else {
        return Some((first_of(year, 1)?, last_of(year, 12)?));
    };
    let second = u8::try_from(digits(second, 2)?).ok()?;
    match (second, parts.next(), parts.next()) {
        (21..=23, None, _) => {
            let start = 3 + (second - 21) * 3;
            Some((first_of(year, start)?, last_of(year, start + 2)?))
        }
        (24, None, _) => Some((first_of(year, 12)?, last_of(year + 1, 2)?)),
        (1..=12, None, _) => Some((first_of(year, second)?, last_of(year, second)?)),
        (1..=12, Some(day), None) => {
            let date = Date::from_calendar_date(year, Month::try_from(second).ok()?, u8::try_from(digits(day, 2)?).ok()?).ok()?;
            Some((date, date))
        }
        _ => None,
    }
}

fn first_of(year: i32, month: u8) -> Option<Date> {
    Date::from_calendar_date(year, Month::try_from(month).ok()?, 1).ok()
}

fn last_of(year: i32, month: u8) -> Option<Date> {
    let month = Month::try_from(month).ok()?;
    Date::from_calendar_date(year, month, month.length(year)).ok()
}

/// A period that ends before it starts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the period ends ({until}) before it starts ({from}); swap them or correct one")]
pub struct PeriodError {
    from: PartialDate,
    until: PartialDate,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
struct PeriodForm {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<PartialDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<PartialDate>,
}

/// From–until, both ends included and both optional; never ends before it starts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "PeriodForm", into = "PeriodForm")]
pub struct Period {
    from: Option<PartialDate>,
    until: Option<PartialDate>,
}

impl Period {
    /// Refuses a period that cannot be: its last possible day lies before its first.
    pub fn new(from: Option<PartialDate>, until: Option<PartialDate>) -> Result<Self, PeriodError> {
        match (&from, &until) {
            (Some(f), Some(u)) if u.latest() < f.earliest() => Err(PeriodError { from: f.clone(), until: u.clone() }),
            _ => Ok(Self { from, until }),
        }
    }
    /// First day, if known.
    pub fn from(&self) -> Option<&PartialDate> {
        self.from.as_ref()
    }
    /// Last day, if it ended.
    pub fn until(&self) -> Option<&PartialDate> {
        self.until.as_ref()
    }
    /// Is neither end known?
    pub fn is_open(&self) -> bool {
        self.from.is_none() && self.until.is_none()
    }
    /// Is there a day on which both can have held?
    pub fn overlaps(&self, other: &Self) -> bool {
        let apart = |first: &Self, second: &Self| {
            first.until.as_ref().zip(second.from.as_ref()).is_some_and(|(until, from)| until.latest() < from.earliest())
        };
        !apart(self, other) && !apart(other, self)
    }
    /// Can it have held on this day? Unknown ends count as open.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.as_ref().is_none_or(|f| f.earliest() <= day) && self.until.as_ref().is_none_or(|u| day <= u.latest())
    }
}

impl TryFrom<PeriodForm> for Period {
    type Error = PeriodError;
    fn try_from(form: PeriodForm) -> Result<Self, PeriodError> {
        Self::new(form.from, form.until)
    }
}
impl From<Period> for PeriodForm {
    fn from(period: Period) -> Self {
        Self { from: period.from, until: period.until }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn partial_dates_span_what_they_can_mean() {
        for (text, earliest, latest) in [
            ("2019", date!(2019 - 01 - 01), date!(2019 - 12 - 31)),
            ("2020-02", date!(2020 - 02 - 01), date!(2020 - 02 - 29)),
            ("2019-10-08", date!(2019 - 10 - 08), date!(2019 - 10 - 08)),
            ("2019-21", date!(2019 - 03 - 01), date!(2019 - 05 - 31)),
            ("2019-24", date!(2019 - 12 - 01), date!(2020 - 02 - 29)),
            ("2020/2021-06", date!(2020 - 01 - 01), date!(2021 - 06 - 30)),
        ] {
            let date = PartialDate::parse(text).expect(text);
            assert_eq!((date.earliest(), date.latest(), date.as_str()), (earliest, latest, text));
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "19", "2019-13", "2019-02-30", "2021/2020", "nov 2019", "2019-1", "+019"] {
            assert!(PartialDate::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_period_never_ends_before_it_starts() {
        let at = |text| PartialDate::parse(text).ok();
        assert!(Period::new(at("2020"), at("2019")).is_err());
        assert!(Period::new(at("2019-06"), at("2019")).is_ok(), "within the same year both may hold");
    }

    #[test]
    fn periods_overlap_where_a_day_can_be_in_both() {
        let at = |text: &str| PartialDate::parse(text).ok();
        let period = |from: &str, until: &str| Period::new(at(from), at(until)).expect("a period");
        for (a, b, overlap) in [
            (period("", "2019"), period("2020", ""), false),
            (period("", "2019-06"), period("2019", ""), true),
            (period("2018", "2019"), period("2019-12-31", "2021"), true),
            (period("", ""), period("2019", "2019"), true),
            (period("2018-01", "2018-02"), period("2018-03", "2018-04"), false),
        ] {
            assert_eq!((a.overlaps(&b), b.overlaps(&a)), (overlap, overlap), "{a:?} {b:?}");
        }
    }
}
