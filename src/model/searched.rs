//! What was searched for in vain: a coalition, a month and a need. Never who searched, and never what was typed.

use super::*;
use time::Date;

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearMonth {
    year: i32,
    month: u8,
}

impl YearMonth {
    /// The month of a day.
    pub fn of(day: Date) -> Self {
        Self { year: day.year(), month: day.month().into() }
    }
    /// Takes `2026-11`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-').filter(|(year, month)| year.len() == 4 && month.len() == 2)?;
        let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
        Some(Self { year: year.parse().ok()?, month })
    }
    /// The same as a date that is as precise.
    pub fn date(self) -> Option<PartialDate> {
        PartialDate::parse(&self.to_string()).ok()
    }
}

impl std::fmt::Display for YearMonth {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// What was searched for, where and when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Searched {
    /// In which coalition.
    pub coalition: CoalitionId,
    /// In which month.
    pub month: YearMonth,
    /// For which need.
    pub need: NeedCode,
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn a_month_is_written_as_it_is_read() {
        let month = YearMonth::of(date!(2026 - 03 - 09));
        assert_eq!(month.to_string(), "2026-03");
        assert_eq!(YearMonth::parse("2026-03"), Some(month));
        assert!(["2026", "2026-13", "2026-3", "26-03", "2026-03-09"].iter().all(|text| YearMonth::parse(text).is_none()));
    }
}
