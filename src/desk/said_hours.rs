//! Opening hours in somebody's own words: do they say what the clock says already?
//!
//! Why: "ma–vr 9.00–12.00. Ma-vr 9-12 uur." tells the same twice.
//! Never: drops a word that it does not know; a sentence with one is a remark.

use crate::model::OpeningHours;
use std::collections::BTreeSet;

const DAY_MINUTES: u16 = 24 * 60;
/// Days as they are written, Monday first.
const DAYS: [&[&str]; 7] = [
    &["ma", "maandag", "mon", "monday"],
    &["di", "dinsdag", "tue", "tuesday"],
    &["wo", "woensdag", "wed", "wednesday"],
    &["do", "donderdag", "thu", "thursday"],
    &["vr", "vrijdag", "fri", "friday"],
    &["za", "zaterdag", "sat", "saturday"],
    &["zo", "zondag", "sun", "sunday"],
];
/// Words for days in a row: the first and the last.
const ROWS: [(&str, usize, usize); 5] =
    [("werkdagen", 0, 4), ("weekdays", 0, 4), ("weekend", 5, 6), ("dagelijks", 0, 6), ("daily", 0, 6)];
/// Words that add nothing to days and hours.
const FILLERS: [&str; 10] = ["open", "geopend", "openingstijden", "van", "from", "op", "on", "uur", "u", "hours"];

/// A day of the week, Monday 0, and from and until in minutes.
type Span = (usize, u16, u16);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Days(usize, usize),
    Time(u16),
    Until,
    And,
}

/// What a text says beside the clock, sentence by sentence. `None`: nothing. Cost: O(length).
pub(super) fn remark(open: &OpeningHours, text: &str) -> Option<String> {
    let clock: BTreeSet<Span> = open.spans().iter().map(|span| (usize::from(span.day), span.from, span.until)).collect();
    let same = |sentence: &&str| said(sentence).as_ref() == Some(&clock);
    let sentences = || text.trim().split(". ");
    if !sentences().any(|sentence| same(&sentence)) {
        return Some(text.trim().to_owned());
    }
    let more: Vec<&str> = sentences().filter(|sentence| !same(sentence)).collect();
    (!more.is_empty()).then(|| more.join(". "))
}

/// The hours that a sentence tells and nothing else. `None`: it tells something else, or nothing.
fn said(sentence: &str) -> Option<BTreeSet<Span>> {
    let tokens = tokens(sentence)?;
    let (mut days, mut spans, mut told) = (BTreeSet::new(), BTreeSet::new(), true);
    let mut rest = tokens.as_slice();
    loop {
        rest = match rest {
            [] => break,
            [Token::And, after @ ..] => after,
            [Token::Days(first, _), Token::Until, Token::Days(_, last), after @ ..] if first <= last => {
                begin(&mut days, &mut told);
                days.extend(*first..=*last);
                after
            }
            [Token::Days(first, last), after @ ..] => {
                begin(&mut days, &mut told);
                days.extend(*first..=*last);
                after
            }
            [Token::Time(from), Token::Until, Token::Time(until), after @ ..] if from < until && !days.is_empty() => {
                spans.extend(days.iter().map(|&day| (day, *from, *until)));
                told = true;
                after
            }
            _ => return None,
        };
    }
    (told && !spans.is_empty()).then_some(spans)
}

/// Days after hours begin anew; days after days stand with them.
fn begin(days: &mut BTreeSet<usize>, told: &mut bool) {
    if std::mem::replace(told, false) {
        days.clear();
    }
}

/// `None`: a word or sign that is no part of days and hours.
fn tokens(sentence: &str) -> Option<Vec<Token>> {
    let text = sentence.to_lowercase().replace("tot en met", "-").replace("t/m", "-");
    let mut found = Vec::new();
    let mut rest = text.trim_end_matches('.');
    while let Some(first) = rest.chars().next() {
        let of = |is: fn(char) -> bool| rest.find(|c: char| !is(c)).unwrap_or(rest.len());
        let length = match first {
            ' ' | ':' => first.len_utf8(),
            '-' | '–' | '—' => {
                found.push(Token::Until);
                first.len_utf8()
            }
            ',' | ';' | '&' | '+' => {
                found.push(Token::And);
                first.len_utf8()
            }
            '0'..='9' => {
                let length = of(|c| c.is_ascii_digit() || c == '.' || c == ':');
                found.push(Token::Time(minutes(rest[..length].trim_end_matches(['.', ':']))?));
                length
            }
            _ => {
                let length = of(char::is_alphabetic);
                found.extend(word(&rest[..length])?);
                length
            }
        };
        rest = &rest[length..];
    }
    Some(found)
}

/// What a word means: a token, or nothing. `None`: it is not known here.
fn word(word: &str) -> Option<Option<Token>> {
    let day = DAYS.iter().position(|names| names.contains(&word)).map(|day| Token::Days(day, day));
    let row = || ROWS.iter().find(|(name, ..)| *name == word).map(|&(_, first, last)| Token::Days(first, last));
    match word {
        "tot" | "to" | "until" | "through" => Some(Some(Token::Until)),
        "en" | "and" => Some(Some(Token::And)),
        _ if FILLERS.contains(&word) => Some(None),
        _ => day.or_else(row).map(Some),
    }
}

fn minutes(time: &str) -> Option<u16> {
    let (hour, minute) = time.split_once(['.', ':']).unwrap_or((time, "00"));
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, (minute.len() == 2).then(|| minute.parse().ok())??);
    Some(hour.checked_mul(60)?.checked_add(minute)?).filter(|all| minute < 60 && *all <= DAY_MINUTES)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(open: &str, text: &str) -> Option<String> {
        remark(&OpeningHours::new(open).expect("hours"), text)
    }

    #[test]
    fn a_sentence_that_says_what_the_clock_says_is_told_once() {
        for (open, text) in [
            ("Mo-Fr 09:00-12:00", "Ma-vr 9-12 uur."),
            ("Mo-Fr 09:00-12:00", "maandag t/m vrijdag van 9.00 tot 12.00 uur"),
            ("Mo-Fr 09:00-12:00", "Op werkdagen open: 9:00 – 12:00"),
            ("Mo-Fr 09:00-12:00,13:00-17:00", "maandag tot en met vrijdag 9-12 en 13-17 uur"),
            ("Tu,Th 10:00-16:00", "dinsdag en donderdag 10-16 uur"),
            ("Mo-Fr 09:00-12:00; Sa 10:00-12:30", "Ma-vr 9-12 uur; za 10.00-12.30 uur"),
            ("Mo-Fr 09:00-17:00", "Monday to Friday 9:00-17:00"),
            ("Mo-Su 00:00-24:00", "dagelijks 0-24 uur"),
        ] {
            assert_eq!(left(open, text), None, "{text}");
        }
    }

    #[test]
    fn what_differs_or_says_more_is_a_remark() {
        for text in [
            "Ma-vr 9-13 uur.",
            "Ma-do 9-12 uur",
            "ma-vr 9-12 uur, niet in de zomervakantie",
            "telefonisch ma-vr 9-12 uur",
            "9-12 uur",
            "ma-vr",
            "ma-vr 9",
            "ma-vr 9-99 uur",
            "vr-ma 9-12 uur",
            "ma-vr 9-12 uur en za",
            "2026-11-22",
            "£ 9 😀",
            "…",
        ] {
            assert_eq!(left("Mo-Fr 09:00-12:00", text).as_deref(), Some(text), "{text}");
        }
        let both = left("Mo-Fr 09:00-12:00", "Ma-vr 9-12 uur. Niet in de zomervakantie.");
        assert_eq!(both.as_deref(), Some("Niet in de zomervakantie."));
    }
}
