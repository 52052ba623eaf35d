//! Small words in both languages: lists, dates, domains, counts.

use crate::model::*;
use time::{Date, Month};

/// The same words in both languages.
pub(super) fn words(nl: impl Into<String>, en: impl Into<String>) -> Words {
    Words { nl: nl.into(), en: en.into() }
}

/// Puts both languages together from one function of the language.
pub(super) fn both(make: impl Fn(Language) -> String) -> Words {
    Words { nl: make(Language::Nl), en: make(Language::En) }
}

/// "a, b en c".
pub(super) fn list(items: &[String], language: Language) -> String {
    let and = pick(language, " en ", " and ");
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{}{and}{last}", most.join(", ")),
    }
}

/// The words for one language.
pub(super) fn pick<'a>(language: Language, nl: &'a str, en: &'a str) -> &'a str {
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}

/// First letter upper case.
pub(super) fn sentence_case(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A domain inside a sentence: "het medische domein".
pub(super) fn domain(domain: Domain, language: Language) -> &'static str {
    let (nl, en) = match domain {
        Domain::Medical => ("het medische domein", "the medical domain"),
        Domain::Social => ("het sociale domein", "the social domain"),
        Domain::Informal => ("het informele domein", "the informal domain"),
        Domain::PublicHealth => ("de publieke gezondheid", "public health"),
        Domain::Education => ("het onderwijs", "education"),
        Domain::Governance => ("bestuur en financiering", "governance and funding"),
    };
    pick(language, nl, en)
}

/// A domain as a heading: "Medisch".
pub(super) fn domain_name(domain: Domain, language: Language) -> &'static str {
    let (nl, en) = match domain {
        Domain::Medical => ("Medisch", "Medical"),
        Domain::Social => ("Sociaal", "Social"),
        Domain::Informal => ("Informeel", "Informal"),
        Domain::PublicHealth => ("Publieke gezondheid", "Public health"),
        Domain::Education => ("Onderwijs", "Education"),
        Domain::Governance => ("Bestuur en financiering", "Governance and funding"),
    };
    pick(language, nl, en)
}

fn month(month: Month, language: Language) -> &'static str {
    const NL: [&str; 12] = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let place = usize::from(u8::from(month)) - 1;
    pick(language, NL[place], EN[place])
}

/// A day in words: "17 november 2021".
pub(super) fn day(date: Date, language: Language) -> String {
    format!("{} {} {}", date.day(), month(date.month(), language), date.year())
}

/// A date in words, as precise as it is: "november 2019", "voorjaar 2019", "tussen 2020 en 2021".
pub(super) fn date(date: &PartialDate, language: Language) -> String {
    let text = date.as_str();
    let year = date.earliest().year();
    if let Some((from, until)) = text.split_once('/') {
        return match language {
            Language::Nl => format!("tussen {from} en {until}"),
            Language::En => format!("between {from} and {until}"),
        };
    }
    match text.len() {
        4 => year.to_string(),
        7 => match &text[5..] {
            "21" => format!("{} {year}", pick(language, "voorjaar", "spring")),
            "22" => format!("{} {year}", pick(language, "zomer", "summer")),
            "23" => format!("{} {year}", pick(language, "najaar", "autumn")),
            "24" => format!("{} {year}", pick(language, "winter", "winter")),
            _ => format!("{} {year}", month(date.earliest().month(), language)),
        },
        _ => day(date.earliest(), language),
    }
}

/// A number in words up to twelve, with its noun: "één lijn", "3 lijnen" is "drie lijnen".
pub(super) fn count(number: usize, one: &str, many: &str, language: Language) -> String {
    const NL: [&str; 13] =
        ["geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
    const EN: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let noun = if number == 1 { one } else { many };
    let table = match language {
        Language::Nl => NL,
        Language::En => EN,
    };
    match table.get(number) {
        Some(word) => format!("{word} {noun}"),
        None => format!("{number} {noun}"),
    }
}
