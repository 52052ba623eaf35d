//! What is told of a contact point in words: opening hours, languages, how to refer a family, and when it was checked.
//!
//! Why: a page, a card on paper and a contact in an address book say the same of a desk.
//! Never: leaves out a text because of whom it names; who asks takes such texts out before.

use super::said_hours::remark;
use super::words::*;
use crate::lookup::Checked;
use crate::model::*;
use time::Date;

/// From so many days in a row on they are told as from and until.
const ROW_DAYS_MIN: usize = 3;
const HOUR_MIN: u16 = 60;

/// Days, Monday 0, and when it is open on each: from and until, in minutes.
type Alike = (Vec<usize>, Vec<(u16, u16)>);

/// Languages by their code, as a desk may speak them: Dutch and English names.
const LANGUAGES: [(&str, &str, &str); 40] = [
    ("am", "Amhaars", "Amharic"),
    ("ar", "Arabisch", "Arabic"),
    ("bg", "Bulgaars", "Bulgarian"),
    ("bn", "Bengaals", "Bengali"),
    ("bs", "Bosnisch", "Bosnian"),
    ("cs", "Tsjechisch", "Czech"),
    ("de", "Duits", "German"),
    ("el", "Grieks", "Greek"),
    ("en", "Engels", "English"),
    ("es", "Spaans", "Spanish"),
    ("fa", "Perzisch", "Persian"),
    ("fr", "Frans", "French"),
    ("fy", "Fries", "Frisian"),
    ("he", "Hebreeuws", "Hebrew"),
    ("hi", "Hindi", "Hindi"),
    ("hr", "Kroatisch", "Croatian"),
    ("hu", "Hongaars", "Hungarian"),
    ("id", "Indonesisch", "Indonesian"),
    ("it", "Italiaans", "Italian"),
    ("ja", "Japans", "Japanese"),
    ("ku", "Koerdisch", "Kurdish"),
    ("nl", "Nederlands", "Dutch"),
    ("pl", "Pools", "Polish"),
    ("ps", "Pasjtoe", "Pashto"),
    ("pt", "Portugees", "Portuguese"),
    ("ro", "Roemeens", "Romanian"),
    ("ru", "Russisch", "Russian"),
    ("sk", "Slowaaks", "Slovak"),
    ("so", "Somalisch", "Somali"),
    ("sq", "Albanees", "Albanian"),
    ("sr", "Servisch", "Serbian"),
    ("sw", "Swahili", "Swahili"),
    ("ta", "Tamil", "Tamil"),
    ("th", "Thais", "Thai"),
    ("ti", "Tigrinya", "Tigrinya"),
    ("tr", "Turks", "Turkish"),
    ("uk", "Oekraïens", "Ukrainian"),
    ("ur", "Urdu", "Urdu"),
    ("vi", "Vietnamees", "Vietnamese"),
    ("zh", "Chinees", "Chinese"),
];

/// A spoken language by its name; one that is not in the list by its code.
pub(super) fn spoken(code: &SpokenLanguage, language: Language) -> String {
    let found = LANGUAGES.iter().find(|(known, ..)| *known == code.as_str());
    found.map_or_else(|| code.to_string(), |(_, nl, en)| pick(language, nl, en).to_owned())
}

/// How much room there is for words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// "maandag tot en met vrijdag, 9.00 – 12.00 uur".
    Page,
    /// "ma–vr 9.00–12.00".
    Paper,
}

/// A week by the clock: days with the same hours are told together.
pub(super) fn week(open: &OpeningHours, room: Room, language: Language) -> String {
    let spans = open.spans();
    let of_day = |day: usize| {
        let on = spans.iter().filter(|span| usize::from(span.day) == day);
        on.map(|span| (span.from, span.until)).collect::<Vec<_>>()
    };
    let mut told: Vec<Alike> = Vec::new();
    for day in 0..7 {
        let open = of_day(day);
        match told.iter_mut().find(|(_, same)| *same == open) {
            _ if open.is_empty() => {}
            Some((days, _)) => days.push(day),
            None => told.push((vec![day], open)),
        }
    }
    let comma = if room == Room::Page { "," } else { "" };
    let part =
        |(days, open): &Alike| format!("{}{comma} {}", days_words(days, room, language), times_words(open, room, language));
    told.iter().map(part).collect::<Vec<_>>().join("; ")
}

/// "maandag tot en met vrijdag", "dinsdag en donderdag"; short: "ma–vr", "di en do".
fn days_words(days: &[usize], room: Room, language: Language) -> String {
    let names = match (room, language) {
        (Room::Page, Language::Nl) => ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
        (Room::Page, Language::En) => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        (Room::Paper, Language::Nl) => ["ma", "di", "wo", "do", "vr", "za", "zo"],
        (Room::Paper, Language::En) => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    };
    let until = match room {
        Room::Page => pick(language, " tot en met ", " to "),
        Room::Paper => "–",
    };
    let in_a_row = days.windows(2).all(|pair| pair[1] == pair[0] + 1);
    match days {
        [first, .., last] if in_a_row && days.len() >= ROW_DAYS_MIN => format!("{}{until}{}", names[*first], names[*last]),
        _ => list(&days.iter().map(|&day| names[day].to_owned()).collect::<Vec<_>>(), language),
    }
}

fn times_words(open: &[(u16, u16)], room: Room, language: Language) -> String {
    let time = |minutes: u16| format!("{}{}{:02}", minutes / HOUR_MIN, pick(language, ".", ":"), minutes % HOUR_MIN);
    let until = if room == Room::Page { " – " } else { "–" };
    let spans: Vec<String> = open.iter().map(|&(from, to)| format!("{}{until}{}", time(from), time(to))).collect();
    let hour = if room == Room::Page { pick(language, " uur", "") } else { "" };
    list(&spans, language) + hour
}

/// Opening hours on a page: by the clock, then what else is told of them, which is not the same once more. `None`: nothing is.
pub(super) fn hours(open: Option<&OpeningHours>, note: Option<&Note>) -> Option<Words> {
    let clock = open.filter(|open| !open.spans().is_empty());
    match (clock, note) {
        (Some(open), note) => Some(both(|language| {
            let week = sentence_case(&week(open, Room::Page, language));
            let more = note.and_then(|note| remark(open, note.as_str()));
            more.map_or_else(|| week.clone(), |more| format!("{week}. {more}"))
        })),
        (None, Some(note)) => Some(words(note.as_str(), note.as_str())),
        (None, None) => None,
    }
}

/// Opening hours on paper: by the clock, and what else is told of them; each a sentence.
pub(super) fn open(point: &ContactPoint, language: Language) -> Vec<String> {
    let clock = point.open.as_ref().filter(|open| !open.spans().is_empty());
    let more = point.hours.as_ref().and_then(|note| match clock {
        Some(open) => remark(open, note.as_str()),
        None => Some(note.to_string()),
    });
    let clock = clock.map(|open| format!("Open: {}.", week(open, Room::Paper, language)));
    clock.into_iter().chain(more.map(|more| sentence(&more))).collect()
}

/// "Voorbeeldhuis, Aanmeldloket"; a desk that is called after its organisation once. Each as it writes itself.
pub(super) fn desk_name(organisation: &str, point: &ContactPoint) -> String {
    let (whole, part) = (organisation.to_lowercase(), point.name.as_str().to_lowercase());
    match () {
        () if part.contains(&whole) => point.name.to_string(),
        () if whole.contains(&part) => organisation.to_owned(),
        () => format!("{organisation}, {}", point.name),
    }
}

/// How to refer a family, as a sentence.
pub(super) fn refer(point: &ContactPoint, language: Language) -> Option<String> {
    point.refer.as_ref().map(|it| format!("{}: {}", pick(language, "Zo verwijst u", "To refer"), sentence(it.as_str())))
}

/// Which languages are spoken, as a sentence.
pub(super) fn languages(point: &ContactPoint, language: Language) -> Option<String> {
    let names: Vec<String> = point.languages.iter().map(|it| spoken(it, language)).collect();
    (!names.is_empty()).then(|| format!("{}: {}.", pick(language, "Talen", "Languages"), list(&names, language)))
}

/// "Gecontroleerd op 3 november 2026, door Gemeente Leiden." Of what was never checked, that it was not.
pub(super) fn checked(point: &ContactPoint, by: Option<&str>, today: Date, language: Language) -> String {
    let by = by.map(|by| format!(", {} {by}", pick(language, "door", "by"))).unwrap_or_default();
    let when = point.checked.as_ref().map(|day| on(day, language)).unwrap_or_default();
    match (Checked::of(point, today), language) {
        (Checked::Fresh, Language::Nl) => format!("Gecontroleerd {when}{by}."),
        (Checked::Fresh, Language::En) => format!("Checked {when}{by}."),
        (Checked::Stale, Language::Nl) => format!("Lang niet gecontroleerd: voor het laatst {when}{by}."),
        (Checked::Stale, Language::En) => format!("Not checked for long: the last time was {when}{by}."),
        (Checked::Never, Language::Nl) => "Nooit gecontroleerd.".to_owned(),
        (Checked::Never, Language::En) => "Never checked.".to_owned(),
    }
}

/// The same where no screen is at hand: what was not checked of late also says what to do.
pub(super) fn checked_or_ask(point: &ContactPoint, by: Option<&str>, today: Date, language: Language) -> String {
    let told = checked(point, by, today, language);
    match Checked::of(point, today) {
        Checked::Fresh => told,
        Checked::Stale | Checked::Never => {
            format!("{told} {}", pick(language, "Vraag na of het nummer klopt.", "Ask whether the number holds."))
        }
    }
}

/// Why a number is in doubt, in a few words, or where there is no room only that it is; nothing when it was checked of late.
pub(super) fn doubt(point: &ContactPoint, why: bool, today: Date, language: Language) -> Option<String> {
    match (Checked::of(point, today), &point.checked) {
        (Checked::Fresh, _) => None,
        _ if !why => Some(pick(language, "vraag na", "ask").to_owned()),
        (Checked::Stale, Some(day)) => {
            Some(format!("{} {}", pick(language, "vraag na: gecontroleerd", "ask: checked"), on(day, language)))
        }
        (Checked::Never, _) => Some(pick(language, "vraag na: nog nooit gecontroleerd", "ask: never checked").to_owned()),
        _ => None,
    }
}

/// A text as a sentence: with a capital and an end.
fn sentence(text: &str) -> String {
    let text = sentence_case(text.trim());
    if text.ends_with(['.', '!', '?']) { text } else { format!("{text}.") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_with_the_same_hours_stand_together_in_full_and_in_short() {
        for (open, page, paper, english) in [
            (
                "Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:30",
                "maandag tot en met vrijdag, 9.00 – 12.00 en 13.00 – 17.00 uur; zaterdag, 10.00 – 12.30 uur",
                "ma–vr 9.00–12.00 en 13.00–17.00; za 10.00–12.30",
                "Mon–Fri 9:00–12:00 and 13:00–17:00; Sat 10:00–12:30",
            ),
            (
                "Mo,We 08:30-12:00; Tu 08:30-12:00",
                "maandag tot en met woensdag, 8.30 – 12.00 uur",
                "ma–wo 8.30–12.00",
                "Mon–Wed 8:30–12:00",
            ),
            ("Tu,Th 09:00-12:00", "dinsdag en donderdag, 9.00 – 12.00 uur", "di en do 9.00–12.00", "Tue and Thu 9:00–12:00"),
            ("Mo-Su 00:00-24:00", "maandag tot en met zondag, 0.00 – 24.00 uur", "ma–zo 0.00–24.00", "Mon–Sun 0:00–24:00"),
        ] {
            let open = OpeningHours::new(open).expect("hours");
            assert_eq!(week(&open, Room::Page, Language::Nl), page);
            assert_eq!([Language::Nl, Language::En].map(|language| week(&open, Room::Paper, language)), [paper, english]);
        }
    }

    #[test]
    fn what_else_is_told_stands_behind_the_clock() {
        let note = Note::new("Niet in de zomervakantie.").expect("a note");
        let open = OpeningHours::new("Mo-Fr 09:00-12:00").expect("hours");
        let told = hours(Some(&open), Some(&note)).expect("words");
        assert_eq!(told.nl, "Maandag tot en met vrijdag, 9.00 – 12.00 uur. Niet in de zomervakantie.");
        assert_eq!(hours(Some(&open), None).expect("words").en, "Monday to Friday, 9:00 – 12:00");
        assert_eq!(hours(None, Some(&note)).expect("words").en, "Niet in de zomervakantie.");
        assert_eq!(hours(None, None), None);
    }

    #[test]
    fn languages_are_sorted_and_named_and_an_unknown_one_keeps_its_code() {
        assert!(LANGUAGES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        let code = |text: &str| SpokenLanguage::new(text).expect("a code");
        assert_eq!([spoken(&code("uk"), Language::Nl), spoken(&code("uk"), Language::En)], ["Oekraïens", "Ukrainian"]);
        assert_eq!(spoken(&code("xx"), Language::Nl), "xx");
    }
}
