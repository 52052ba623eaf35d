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

/// The beginning in lower case, for the middle of a sentence; abbreviations and names of several capitals stay as they are.
pub(super) fn lower_first(text: &str) -> String {
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let name = |word: &str| capital(word) && word.chars().nth(1).is_some_and(char::is_lowercase);
    let first = text.split([' ', '-']).next().unwrap_or_default();
    let more = text.split([' ', '-']).skip(1).any(name);
    if !name(first) || more {
        return text.to_owned();
    }
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// All words in lower case but abbreviations: "Sociaal Wijkteams" inside a sentence.
pub(super) fn lower_words(text: &str) -> String {
    text.split(' ').map(lower_first).collect::<Vec<_>>().join(" ")
}

/// "het wijkteam", "de welzijnsorganisatie", in Dutch: one that can be counted, or an abbreviation of one; the rest stays alone.
pub(super) fn the(name: &str) -> String {
    const HET: [&str; 7] = ["ziekenhuis", "wijkteam", "verband", "knooppunt", "centrum", "VSV", "CJG"];
    const DE: [&str; 9] =
        ["organisatie", "corporatie", "praktijk", "verzekeraar", "gemeente", "instelling", "-poli", "GGD", "GGZ"];
    let ends = |words: &[&str]| words.iter().any(|end| name.ends_with(end));
    match () {
        () if ends(&HET) => format!("het {name}"),
        () if ends(&DE) => format!("de {name}"),
        () => name.to_owned(),
    }
}

/// "een woningcorporatie" for what can be counted; the rest (a care service, several, a name) stays alone.
pub(super) fn with_article(name: &str, language: Language) -> String {
    const NL: [&str; 12] = [
        "organisatie",
        "corporatie",
        "praktijk",
        "ziekenhuis",
        "wijkteam",
        "verzekeraar",
        "verband",
        "knooppunt",
        "gemeente",
        "instelling",
        "centrum",
        "-poli",
    ];
    const EN: [&str; 9] =
        ["organisation", "corporation", "practice", "hospital", "team", "insurer", "collaboration", "institute", "clinic"];
    let bare = name.split(" (").next().unwrap_or(name);
    let counted = name.chars().next().is_some_and(char::is_lowercase);
    match language {
        Language::Nl if counted && NL.iter().any(|end| bare.ends_with(end)) => format!("een {name}"),
        Language::En if counted && (EN.iter().any(|end| bare.ends_with(end)) || bare == "general practice") => {
            format!("{} {name}", if name.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" })
        }
        _ => name.to_owned(),
    }
}

/// Is it a word for several, such as "inwoners" or "experts by experience"? Of one that got no article.
pub(super) fn several(name: &str, language: Language) -> bool {
    let first = name.split(' ').next().unwrap_or(name);
    let lower = name.chars().next().is_some_and(char::is_lowercase);
    match language {
        Language::Nl => lower && first != "een" && (name.ends_with('s') || name.ends_with("en")),
        Language::En => lower && !["a", "an", "the"].contains(&first) && first.ends_with('s'),
    }
}

/// Two domains inside a sentence: "het medische en het sociale domein".
pub(super) fn domain_pair(domains: [Domain; 2], language: Language) -> String {
    let [a, b] = domains.map(|it| domain(it, language));
    let (and, noun) = (pick(language, "en", "and"), pick(language, " domein", " domain"));
    match (a.strip_suffix(noun), b.ends_with(noun)) {
        (Some(a), true) => format!("{a} {and} {b}"),
        _ => format!("{a} {and} {b}"),
    }
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
pub fn date(date: &PartialDate, language: Language) -> String {
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

/// A date inside a sentence: "in oktober 2019", "op 12 oktober 2019", "tussen oktober 2019 en maart 2020".
pub(super) fn on(when: &PartialDate, language: Language) -> String {
    let text = date(when, language);
    match (when.as_str().split_once('/'), when.as_str().len()) {
        (Some((from, until)), _) => match [from, until].map(|part| PartialDate::parse(part).ok()) {
            [Some(from), Some(until)] => format!(
                "{} {} {} {}",
                pick(language, "tussen", "between"),
                date(&from, language),
                pick(language, "en", "and"),
                date(&until, language)
            ),
            _ => text,
        },
        (None, 4 | 7) => format!("in {text}"),
        (None, _) => format!("{} {text}", pick(language, "op", "on")),
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

/// A bare number in words up to twelve: "twee", "nul".
pub(super) fn number(number: usize, language: Language) -> String {
    match number {
        0 => pick(language, "nul", "zero").to_owned(),
        _ => count(number, "", "", language).trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_capitals_inside_a_sentence_and_kinds_do_not() {
        for (text, inside) in [
            ("Huisartsenpraktijk", "huisartsenpraktijk"),
            ("Verloskundigen (tweede lijn)", "verloskundigen (tweede lijn)"),
            ("GGD", "GGD"),
            ("Veilig Thuis", "Veilig Thuis"),
            ("Home-Start", "Home-Start"),
            ("Midwifery collaboration (VSV)", "midwifery collaboration (VSV)"),
            ("", ""),
        ] {
            assert_eq!(lower_first(text), inside);
        }
        assert_eq!(lower_words("Sociaal Wijkteams"), "sociaal wijkteams");
    }

    #[test]
    fn an_article_stands_only_before_what_can_be_counted() {
        for (nl, with) in [
            ("woningbouwcorporatie", "een woningbouwcorporatie"),
            ("schuldhulpverlening", "schuldhulpverlening"),
            ("inwoners", "inwoners"),
            ("Veilig Thuis", "Veilig Thuis"),
        ] {
            assert_eq!(with_article(nl, Language::Nl), with);
        }
        for (en, with) in [
            ("housing corporation", "a housing corporation"),
            ("debt relief", "debt relief"),
            ("experts by experience", "experts by experience"),
        ] {
            assert_eq!(with_article(en, Language::En), with);
        }
        assert_eq!([the("wijkteam"), the("wijkteams"), the("GGZ")], ["het wijkteam", "wijkteams", "de GGZ"]);
        assert!(several("inwoners", Language::Nl) && !several("een ziekenhuis", Language::Nl));
        assert!(several("experts by experience", Language::En) && !several("debt relief", Language::En));
    }

    #[test]
    fn two_domains_share_their_noun() {
        assert_eq!(domain_pair([Domain::Medical, Domain::Social], Language::Nl), "het medische en het sociale domein");
        assert_eq!(domain_pair([Domain::Medical, Domain::Education], Language::Nl), "het medische domein en het onderwijs");
    }
}
