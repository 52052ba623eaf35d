//! What is told of a contact point in words: its name, hours, languages, and when it was checked.

use super::super::words::*;
use crate::lookup::Checked;
use crate::model::*;
use time::Date;

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
pub fn spoken(code: &SpokenLanguage, language: Language) -> String {
    let found = LANGUAGES.iter().find(|(known, ..)| *known == code.as_str());
    found.map_or_else(|| code.to_string(), |(_, nl, en)| pick(language, nl, en).to_owned())
}

/// "Voorbeeldhuis, aanmeldloket"; a desk that is called after its organisation once.
pub fn desk_name(organisation: &str, point: &ContactPoint) -> String {
    let (whole, part) = (organisation.to_lowercase(), point.name.as_str().to_lowercase());
    match () {
        () if part.contains(&whole) => point.name.to_string(),
        () if whole.contains(&part) => organisation.to_owned(),
        () => format!("{organisation}, {}", lower_first(point.name.as_str())),
    }
}

/// "ma–vr 9.00–12.00 en 13.00–17.00; za 10.00–12.00": days that open alike stand together.
pub fn hours(open: &OpeningHours, language: Language) -> String {
    const NL: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];
    const EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let name = |day: usize| pick(language, NL[day], EN[day]);
    let spans = open.spans();
    let of = |day: usize| -> Vec<String> {
        let on = spans.iter().filter(|span| usize::from(span.day) == day);
        on.map(|span| format!("{}–{}", clock(span.from, language), clock(span.until, language))).collect()
    };
    let mut runs: Vec<(usize, usize, Vec<String>)> = Vec::new();
    for day in 0..NL.len() {
        let times = of(day);
        match runs.last_mut() {
            Some((_, last, same)) if *same == times && *last + 1 == day => *last = day,
            _ => runs.push((day, day, times)),
        }
    }
    let told = runs.into_iter().filter(|(.., times)| !times.is_empty()).map(|(first, last, times)| {
        let days = if first == last { name(first).to_owned() } else { format!("{}–{}", name(first), name(last)) };
        format!("{days} {}", list(&times, language))
    });
    told.collect::<Vec<_>>().join("; ")
}

/// "9.00", in English "9:00".
fn clock(minutes: u16, language: Language) -> String {
    format!("{}{}{:02}", minutes / 60, pick(language, ".", ":"), minutes % 60)
}

/// When it is open: by the clock, and what was written about it; each a sentence.
pub fn open(point: &ContactPoint, language: Language) -> Vec<String> {
    let clock = point.open.as_ref().map(|open| format!("{}: {}.", pick(language, "Open", "Open"), hours(open, language)));
    clock.into_iter().chain(point.hours.as_ref().map(|note| sentence(note.as_str()))).collect()
}

/// How to refer a family, as a sentence.
pub fn refer(point: &ContactPoint, language: Language) -> Option<String> {
    point.refer.as_ref().map(|it| format!("{}: {}", pick(language, "Zo verwijst u", "To refer"), sentence(it.as_str())))
}

/// Which languages are spoken, as a sentence.
pub fn languages(point: &ContactPoint, language: Language) -> Option<String> {
    let names: Vec<String> = point.languages.iter().map(|it| spoken(it, language)).collect();
    (!names.is_empty()).then(|| format!("{}: {}.", pick(language, "Talen", "Languages"), list(&names, language)))
}

/// When it was checked and by which organisation, as a sentence; what to do when that is long ago.
pub fn checked(point: &ContactPoint, by: Option<&str>, today: Date, language: Language) -> String {
    let (nl, en) = (language == Language::Nl, language == Language::En);
    let who = by.map(|by| pick(language, ", door ", ", by ").to_owned() + by).unwrap_or_default();
    let when = point.checked.as_ref().map(|it| on(it, language)).unwrap_or_default();
    match Checked::of(point, today) {
        Checked::Fresh if nl => format!("Nummer gecontroleerd {when}{who}."),
        Checked::Fresh => format!("Number checked {when}{who}."),
        Checked::Stale if nl => format!("Nummer het laatst gecontroleerd {when}{who}: vraag na of het nog klopt."),
        Checked::Stale => format!("Number last checked {when}{who}: ask whether it still holds."),
        Checked::Never if en => "Number never checked, as far as we know: ask whether it holds.".to_owned(),
        Checked::Never => "Nummer nog nooit gecontroleerd, voor zover wij weten: vraag na of het klopt.".to_owned(),
    }
}

/// Why a number is in doubt, in a few words, or where there is no room only that it is; nothing when it was checked of late.
pub fn doubt(point: &ContactPoint, why: bool, today: Date, language: Language) -> Option<String> {
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
    fn days_that_open_alike_stand_together() {
        for (open, nl, en) in [
            (
                "Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:30",
                "ma–vr 9.00–12.00 en 13.00–17.00; za 10.00–12.30",
                "Mon–Fri 9:00–12:00 and 13:00–17:00; Sat 10:00–12:30",
            ),
            ("Mo,We 08:30-12:00; Tu 08:30-12:00", "ma–wo 8.30–12.00", "Mon–Wed 8:30–12:00"),
            ("Mo,We 08:30-12:00", "ma 8.30–12.00; wo 8.30–12.00", "Mon 8:30–12:00; Wed 8:30–12:00"),
            ("Mo-Su 00:00-24:00", "ma–zo 0.00–24.00", "Mon–Sun 0:00–24:00"),
        ] {
            let open = OpeningHours::new(open).expect("hours");
            assert_eq!([hours(&open, Language::Nl), hours(&open, Language::En)], [nl, en]);
        }
    }

    #[test]
    fn languages_are_sorted_and_named_and_an_unknown_one_keeps_its_code() {
        assert!(LANGUAGES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        let code = |text: &str| SpokenLanguage::new(text).expect("a code");
        assert_eq!([spoken(&code("uk"), Language::Nl), spoken(&code("uk"), Language::En)], ["Oekraïens", "Ukrainian"]);
        assert_eq!(spoken(&code("xx"), Language::Nl), "xx");
    }
}
