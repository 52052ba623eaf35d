//! Opening hours in words: "maandag tot en met vrijdag, 9.00 – 12.00 uur".

use crate::desk::words::*;
use crate::model::*;

const DAYS_NL: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/// From so many days in a row on they are told as from and until.
const ROW_DAYS_MIN: usize = 3;
const HOUR_MIN: u16 = 60;

/// The hours by the clock, then what else is told of them. `None`: nothing is.
pub(super) fn hours(open: Option<&OpeningHours>, note: Option<&Note>) -> Option<Words> {
    let week = open.map(OpeningHours::spans).filter(|spans| !spans.is_empty());
    match (week, note) {
        (Some(spans), note) => Some(both(|language| {
            let week = sentence_case(&week_words(&spans, language));
            note.map_or_else(|| week.clone(), |note| format!("{week}. {note}"))
        })),
        (None, Some(note)) => Some(words(note.as_str(), note.as_str())),
        (None, None) => None,
    }
}

/// Days with the same hours are told together.
fn week_words(spans: &[OpenSpan], language: Language) -> String {
    let of_day = |day: u8| spans.iter().filter(|span| span.day == day).map(|span| (span.from, span.until)).collect::<Vec<_>>();
    let mut told: Vec<(Vec<usize>, Vec<(u16, u16)>)> = Vec::new();
    for day in 0..7u8 {
        let open = of_day(day);
        match told.iter_mut().find(|(_, same)| *same == open) {
            _ if open.is_empty() => {}
            Some((days, _)) => days.push(usize::from(day)),
            None => told.push((vec![usize::from(day)], open)),
        }
    }
    let parts = told.iter().map(|(days, open)| format!("{}, {}", days_words(days, language), times_words(open, language)));
    parts.collect::<Vec<_>>().join("; ")
}

/// "maandag tot en met vrijdag", "dinsdag en donderdag".
fn days_words(days: &[usize], language: Language) -> String {
    let name = |day: usize| match language {
        Language::Nl => DAYS_NL[day],
        Language::En => DAYS_EN[day],
    };
    let in_a_row = days.windows(2).all(|pair| pair[1] == pair[0] + 1);
    match (days, language) {
        ([first, .., last], Language::Nl) if in_a_row && days.len() >= ROW_DAYS_MIN => {
            format!("{} tot en met {}", name(*first), name(*last))
        }
        ([first, .., last], Language::En) if in_a_row && days.len() >= ROW_DAYS_MIN => {
            format!("{} to {}", name(*first), name(*last))
        }
        _ => list(&days.iter().map(|&day| name(day).to_owned()).collect::<Vec<_>>(), language),
    }
}

fn times_words(open: &[(u16, u16)], language: Language) -> String {
    let time = |minutes: u16| {
        let (hour, minute) = (minutes / HOUR_MIN, minutes % HOUR_MIN);
        format!("{hour}{}{minute:02}", pick(language, ".", ":"))
    };
    let spans: Vec<String> = open.iter().map(|&(from, until)| format!("{} – {}", time(from), time(until))).collect();
    let all = list(&spans, language);
    match language {
        Language::Nl => format!("{all} uur"),
        Language::En => all,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Words {
        hours(Some(&OpeningHours::new(text).expect("hours")), None).expect("words")
    }

    #[test]
    fn days_with_the_same_hours_are_told_together() {
        let week = told("Mo-Fr 09:00-12:00");
        assert_eq!(week.nl, "Maandag tot en met vrijdag, 9.00 – 12.00 uur");
        assert_eq!(week.en, "Monday to Friday, 9:00 – 12:00");
        let mixed = told("Tu,Th 09:00-12:00,13:30-17:00; Sa 10:00-12:00");
        assert_eq!(mixed.nl, "Dinsdag en donderdag, 9.00 – 12.00 en 13.30 – 17.00 uur; zaterdag, 10.00 – 12.00 uur");
    }

    #[test]
    fn what_else_is_told_stands_behind_it() {
        let note = Note::new("Niet in de zomervakantie.").expect("a note");
        let open = OpeningHours::new("Mo 09:00-12:00").expect("hours");
        assert_eq!(hours(Some(&open), Some(&note)).expect("words").nl, "Maandag, 9.00 – 12.00 uur. Niet in de zomervakantie.");
        assert_eq!(hours(None, Some(&note)).expect("words").en, "Niet in de zomervakantie.");
        assert_eq!(hours(None, None), None);
    }
}
