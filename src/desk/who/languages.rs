//! What a language is called: "Arabisch", "Arabic".

use crate::model::*;

/// Languages that desks in the Netherlands name most, by their two-letter code (ISO 639-1).
const LANGUAGES: [(&str, &str, &str); 33] = [
    ("am", "Amhaars", "Amharic"),
    ("ar", "Arabisch", "Arabic"),
    ("bg", "Bulgaars", "Bulgarian"),
    ("bn", "Bengaals", "Bengali"),
    ("de", "Duits", "German"),
    ("el", "Grieks", "Greek"),
    ("en", "Engels", "English"),
    ("es", "Spaans", "Spanish"),
    ("fa", "Farsi", "Persian"),
    ("fr", "Frans", "French"),
    ("fy", "Fries", "Frisian"),
    ("hi", "Hindi", "Hindi"),
    ("hu", "Hongaars", "Hungarian"),
    ("id", "Indonesisch", "Indonesian"),
    ("it", "Italiaans", "Italian"),
    ("ku", "Koerdisch", "Kurdish"),
    ("nl", "Nederlands", "Dutch"),
    ("pa", "Punjabi", "Punjabi"),
    ("pl", "Pools", "Polish"),
    ("ps", "Pasjtoe", "Pashto"),
    ("pt", "Portugees", "Portuguese"),
    ("ro", "Roemeens", "Romanian"),
    ("ru", "Russisch", "Russian"),
    ("so", "Somalisch", "Somali"),
    ("sq", "Albanees", "Albanian"),
    ("sw", "Swahili", "Swahili"),
    ("th", "Thais", "Thai"),
    ("ti", "Tigrinya", "Tigrinya"),
    ("tr", "Turks", "Turkish"),
    ("uk", "Oekraïens", "Ukrainian"),
    ("ur", "Urdu", "Urdu"),
    ("vi", "Vietnamees", "Vietnamese"),
    ("zh", "Chinees", "Chinese"),
];

/// The name of a language; of one that is not in the list its code.
pub(super) fn language_name(code: &SpokenLanguage) -> Words {
    match LANGUAGES.binary_search_by_key(&code.as_str(), |(code, ..)| code) {
        Ok(place) => Words { nl: LANGUAGES[place].1.to_owned(), en: LANGUAGES[place].2.to_owned() },
        Err(_) => Words { nl: code.to_string(), en: code.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_a_strange_code_stays_itself() {
        assert!(LANGUAGES.is_sorted_by_key(|(code, ..)| code));
        let named = |code: &str| language_name(&SpokenLanguage::new(code).expect("a code"));
        assert_eq!((named("ti").nl.as_str(), named("uk").en.as_str(), named("xx").nl.as_str()), ("Tigrinya", "Ukrainian", "xx"));
    }
}
