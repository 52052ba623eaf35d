//! When a desk is open, by the clock: days of the week and spans of the day.
//!
//! Why: "open now?" must be told on a phone without a guess; a sentence about holidays stands beside it as a note.
//! Never: asks the clock, or knows holidays.

use super::text::{checked_text, line};
use super::{NOTE_CHARS_MAX, TextError};

checked_text!(
    /// Opening hours in the plain part of the notation that OpenStreetMap uses: `Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:00`.
    /// Source: <https://wiki.openstreetmap.org/wiki/Key:opening_hours>.
    OpeningHours,
    "empty, too long, control character, no opening hours",
    hours
);
checked_text!(
    /// A spoken language as its two-letter code (ISO 639-1), lower case: `nl`, `ar`.
    SpokenLanguage,
    "empty, too long, control character, no language code",
    language
);

/// Minutes in a day.
const DAY_MIN: u16 = 24 * 60;
/// The days as the notation writes them, Monday first.
const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// A part of one day in which it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct OpenSpan {
    /// Days since Monday, 0 to 6.
    pub day: u8,
    /// Opens, in minutes after midnight.
    pub from: u16,
    /// Closes, in minutes after midnight; at most 1 440.
    pub until: u16,
}

impl OpeningHours {
    /// All spans of a week, Monday first, by time. Cost: O(length).
    pub fn spans(&self) -> Vec<OpenSpan> {
        spans(self.as_str()).unwrap_or_default()
    }
}

fn hours(text: &str) -> Result<String, TextError> {
    let text = line(text, NOTE_CHARS_MAX)?;
    if spans(text).is_some_and(|spans| !spans.is_empty()) { Ok(text.to_owned()) } else { Err(TextError::Hours) }
}

fn language(text: &str) -> Result<String, TextError> {
    let text = line(text, NOTE_CHARS_MAX)?;
    let form = text.len() == 2 && text.bytes().all(|b| b.is_ascii_lowercase());
    if form { Ok(text.to_owned()) } else { Err(TextError::LanguageCode) }
}

/// The spans that a text means; `None` when it is not in the notation, or when two spans of a day overlap.
fn spans(text: &str) -> Option<Vec<OpenSpan>> {
    let mut all = Vec::new();
    for rule in text.split(';').map(str::trim).filter(|rule| !rule.is_empty()) {
        let (days, times) = rule.split_once(' ')?;
        let days = days_of(days)?;
        for time in times.split(',') {
            let (from, until) = time.trim().split_once('-')?;
            let (from, until) = (minutes(from)?, minutes(until)?);
            if from >= until {
                return None;
            }
            all.extend(days.iter().map(|&day| OpenSpan { day, from, until }));
        }
    }
    all.sort_unstable();
    let apart = all.windows(2).all(|pair| pair[0].day != pair[1].day || pair[0].until <= pair[1].from);
    apart.then_some(all)
}

/// `Mo-We,Fr` as days since Monday; a range may run over the weekend.
fn days_of(text: &str) -> Option<Vec<u8>> {
    let day = |text: &str| DAYS.iter().position(|code| *code == text);
    let mut all = Vec::new();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (day(first)?, day(last)?);
        let length = (last + DAYS.len() - first) % DAYS.len();
        all.extend((0..=length).map(|step| ((first + step) % DAYS.len()) as u8));
    }
    Some(all)
}

fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    if hour.len() != 2 || minute.len() != 2 || !text.bytes().all(|b| b.is_ascii_digit() || b == b':') {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let all = hour * 60 + minute;
    (minute < 60 && all <= DAY_MIN).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_as_a_desk_writes_it() {
        let hours = OpeningHours::new("Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:00").expect("hours");
        let spans = hours.spans();
        assert_eq!(spans.len(), 11);
        assert_eq!(spans[0], OpenSpan { day: 0, from: 540, until: 720 });
        assert_eq!(spans[10], OpenSpan { day: 5, from: 600, until: 720 });
        let weekend = OpeningHours::new("Sa-Mo 00:00-24:00").expect("hours").spans();
        assert_eq!(weekend.iter().map(|span| span.day).collect::<Vec<_>>(), [0, 5, 6]);
    }

    #[test]
    fn what_is_not_in_the_notation_is_refused() {
        for text in ["maandag", "Mo", "Mo 9:00-12:00", "Mo 12:00-09:00", "Mo 09:00-25:00", "Mo 09:00-12:60", "Xx 09:00-12:00"] {
            assert_eq!(OpeningHours::new(text), Err(TextError::Hours), "{text}");
        }
        assert_eq!(OpeningHours::new("Mo 09:00-12:00,11:00-13:00"), Err(TextError::Hours));
        assert_eq!(OpeningHours::new(" "), Err(TextError::Empty));
    }

    #[test]
    fn languages_are_two_letters() {
        assert_eq!(SpokenLanguage::new("ar").expect("a code").as_str(), "ar");
        for text in ["Arabisch", "AR", "a", "a1"] {
            assert_eq!(SpokenLanguage::new(text), Err(TextError::LanguageCode), "{text}");
        }
    }
}
