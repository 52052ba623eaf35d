//! Bounded free text that refuses client data.

/// Longest name (organisation, person, title), in characters.
pub const NAME_CHARS_MAX: usize = 200;
/// Longest note or other running text, in characters.
pub const NOTE_CHARS_MAX: usize = 1_000;

/// Why a text was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but white space.
    #[error("the text is empty; fill it in or leave the field out")]
    Empty,
    /// More characters than the field takes.
    #[error("the text has {chars} characters and at most {max} fit; shorten it")]
    TooLong {
        /// Characters given.
        chars: usize,
        /// Characters allowed.
        max: usize,
    },
    /// A control character, such as a line break inside a name.
    #[error("the text holds a control character (such as a line break); remove it")]
    Control,
    /// A number that passes the 11-proof of the citizen service number.
    #[error(
        "the text holds a number that can be a citizen service number (BSN); this register never holds client data, remove it"
    )]
    CitizenNumber,
    /// No telephone number.
    #[error("this is no telephone number; use 3 to 20 digits, with spaces, hyphens, parentheses and a leading + as you like")]
    Phone,
    /// No mail address.
    #[error("this is no mail address; write it as balie@example.org")]
    Mail,
    /// No web address.
    #[error("this is no web address; write it as https://example.org/page or example.org")]
    Web,
    /// No opening hours.
    #[error("these are no opening hours; write them as Mo-Fr 09:00-12:00; Sa 10:00-12:00, without overlap")]
    Hours,
    /// No code of a language.
    #[error("this is no code of a language; use two small letters, such as nl, en or ar")]
    LanguageCode,
}

impl TextError {
    /// What to do about it, in a language; `Display` gives the English one.
    pub fn sentence(&self, language: super::Language) -> String {
        if language == super::Language::En {
            return self.to_string();
        }
        match self {
            Self::Empty => "de tekst is leeg; vul hem in of laat het veld weg".into(),
            Self::TooLong { chars, max } => format!("de tekst heeft {chars} tekens en er passen er {max}; kort hem in"),
            Self::Control => "de tekst heeft een stuurteken (zoals een regeleinde); haal het weg".into(),
            Self::Phone => {
                "dit is geen telefoonnummer; gebruik 3 tot 20 cijfers, met spaties, streepjes, haakjes en een + ervoor als u wilt"
                    .into()
            }
            Self::Mail => "dit is geen mailadres; schrijf het als balie@example.org".into(),
            Self::Web => "dit is geen webadres; schrijf het als https://example.org/pagina of example.org".into(),
            Self::Hours => {
                "dit zijn geen openingstijden; schrijf ze als Mo-Fr 09:00-12:00; Sa 10:00-12:00, zonder overlap".into()
            }
            Self::LanguageCode => "dit is geen code van een taal; gebruik twee kleine letters, zoals nl, en of ar".into(),
            Self::CitizenNumber => {
                "de tekst heeft een nummer dat een BSN kan zijn; dit register bevat nooit gegevens van cliënten, haal het weg"
                    .into()
            }
        }
    }

    /// The fault that has this English text: readers of JSON and TOML pass on the words alone.
    pub fn of_words(english: &str) -> Option<Self> {
        let mut numbers = english.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok());
        let (chars, max) = (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default());
        let all = [
            Self::Empty,
            Self::TooLong { chars, max },
            Self::Control,
            Self::CitizenNumber,
            Self::Phone,
            Self::Mail,
            Self::Web,
            Self::Hours,
            Self::LanguageCode,
        ];
        all.into_iter().find(|it| it.to_string() == english)
    }
}

/// A text of its own type: `check` gives it as it is kept.
macro_rules! checked_text {
    ($(#[$doc:meta])* $name:ident, $errors:literal, $check:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, utoipa::ToSchema)]
        #[serde(try_from = "String")]
        #[schema(value_type = String)]
        pub struct $name(Box<str>);

        impl $name {
            #[doc = concat!("Takes any text; trims it. Errors: ", $errors, ".")]
            pub fn new(text: impl AsRef<str>) -> Result<Self, TextError> {
                $check(text.as_ref()).map(|text| Self(text.into()))
            }
            /// Can the text be one? Errors as those of `new`; keeps nothing.
            pub fn check(text: &str) -> Result<(), TextError> {
                $check(text).map(|_| ())
            }
            /// The text itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl TryFrom<String> for $name {
            type Error = TextError;
            fn try_from(text: String) -> Result<Self, TextError> {
                Self::new(text)
            }
        }
        impl From<$name> for String {
            fn from(text: $name) -> String {
                text.0.into()
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

pub(super) use checked_text;

checked_text!(
    /// A name: one line, 1 to 200 characters, never a citizen service number.
    Name,
    "empty, too long, control character, citizen service number",
    |text| free(text, NAME_CHARS_MAX)
);
checked_text!(
    /// A note: one line, 1 to 1 000 characters, never a citizen service number.
    Note,
    "empty, too long, control character, citizen service number",
    |text| free(text, NOTE_CHARS_MAX)
);

impl Note {
    /// A text of the program itself; the tests hold that each is one.
    pub(super) fn fixed(text: &'static str) -> Self {
        debug_assert!(Self::check(text).is_ok(), "{text}");
        Self(text.into())
    }
}

/// One line of at most so many characters, trimmed.
pub(super) fn line(text: &str, max: usize) -> Result<&str, TextError> {
    let text = text.trim();
    let chars = text.chars().count();
    match () {
        () if text.is_empty() => Err(TextError::Empty),
        () if chars > max => Err(TextError::TooLong { chars, max }),
        () if text.chars().any(char::is_control) => Err(TextError::Control),
        () => Ok(text),
    }
}

/// One line in which people write what they like.
fn free(text: &str, max: usize) -> Result<&str, TextError> {
    let text = line(text, max)?;
    if holds_citizen_number(text) { Err(TextError::CitizenNumber) } else { Ok(text) }
}

/// Digits of a citizen service number.
const CITIZEN_NUMBER_DIGITS: usize = 9;
/// Most characters between two groups of digits that may be one number.
const SEPARATOR_CHARS_MAX: usize = 3;

/// Does the text hold nine digits that pass the 11-proof of the Dutch citizen service number (BSN)?
///
/// Takes any text. Digits stand in groups; neighbouring groups with at most three characters between them, none a letter,
/// may be one number, whatever stands before and behind: every run of groups with nine digits together is tried. A group of
/// more than nine digits is no BSN. A date (2019-11-17, 17-11-2019) stands by itself and is never joined with what is beside it.
/// Beware: of other numbers side by side that have nine digits together one in eleven passes, and is refused without need.
/// Cost: O(length). Source: Wet algemene bepalingen burgerservicenummer; weights 9 8 7 6 5 4 3 2 −1.
pub fn holds_citizen_number(text: &str) -> bool {
    // Most texts have too few, which is seen at once; all of a letter's bytes may be a digit in another script.
    if text.bytes().filter(|byte| byte.is_ascii_digit() || !byte.is_ascii()).count() < CITIZEN_NUMBER_DIGITS {
        return false;
    }
    let groups = groups(text);
    (0..groups.len()).any(|first| {
        let mut digits = Vec::with_capacity(CITIZEN_NUMBER_DIGITS);
        for (place, group) in groups[first..].iter().enumerate() {
            let joined = place == 0 || group.before.as_ref().is_some_and(|it| it.chars().count() <= SEPARATOR_CHARS_MAX);
            if !joined || digits.len() + group.digits.len() > CITIZEN_NUMBER_DIGITS || date(&groups, first + place).is_some() {
                break;
            }
            digits.extend(&group.digits);
        }
        passes_eleven_proof(&digits)
    })
}

/// Digits that stand together.
struct Group {
    digits: Vec<u32>,
    /// What stands between it and the group before; absent: a letter, or there is none.
    before: Option<String>,
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut between = None;
    let mut inside = false;
    for char in text.chars() {
        match (digit(char), groups.last_mut()) {
            (Some(digit), Some(group)) if inside => group.digits.push(digit),
            (Some(digit), _) => {
                groups.push(Group { digits: vec![digit], before: between.take() });
                inside = true;
            }
            (None, _) => {
                if inside {
                    between = Some(String::new());
                }
                inside = false;
                match &mut between {
                    _ if char.is_alphanumeric() => between = None,
                    Some(text) => text.push(char),
                    None => {}
                }
            }
        }
    }
    groups
}

/// The value of a digit, also in full width and in the scripts of people who live here.
fn digit(char: char) -> Option<u32> {
    const ZEROS: [char; 5] = ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}'];
    ZEROS.iter().find_map(|&zero| (char as u32).checked_sub(zero as u32).filter(|value| *value < 10))
}

/// The three groups of the date that a group belongs to, if it does: four, two and two digits, or two, two and four, between
/// hyphens, slashes or full stops, that are a year, a month and a day, and not a part of something longer.
fn date(groups: &[Group], place: usize) -> Option<[usize; 3]> {
    let number = |group: &Group| group.digits.iter().fold(0, |number, digit| number * 10 + digit);
    let is_date = |first: usize| {
        let [a, b, c] = groups.get(first..first + 3)? else { return None };
        let separator = b.before.as_deref().filter(|it| ["-", "/", "."].contains(it))?;
        let (year, day) = match [a.digits.len(), b.digits.len(), c.digits.len()] {
            [4, 2, 2] => (a, c),
            [2, 2, 4] => (c, a),
            _ => return None,
        };
        let longer = a.before.as_deref() == Some(separator)
            || groups.get(first + 3).is_some_and(|next| next.before.as_deref() == Some(separator));
        let fits = c.before.as_deref() == Some(separator)
            && (1900..2100).contains(&number(year))
            && (1..=12).contains(&number(b))
            && (1..=31).contains(&number(day));
        (fits && !longer).then_some([first, first + 1, first + 2])
    };
    (place.saturating_sub(2)..=place).find_map(is_date)
}

fn passes_eleven_proof(digits: &[u32]) -> bool {
    const WEIGHTS: [i64; CITIZEN_NUMBER_DIGITS] = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    digits.len() == CITIZEN_NUMBER_DIGITS
        && digits.iter().any(|&digit| digit != 0)
        && digits.iter().zip(WEIGHTS).map(|(&digit, weight)| i64::from(digit) * weight).sum::<i64>() % 11 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_valid_citizen_number_is_refused_in_every_spelling() {
        // 111222333 is the published test number that passes the proof.
        for text in [
            "111222333",
            "nr 111 222 333.",
            "bsn:111.222.333",
            "1112-22333 bellen",
            "2019 111222333",
            "kamer 3 111222333",
            "kamer 3 111 222 333",
            "111 222 333 3",
            "0612345678 111222333",
            "111/222/333",
            "111  222 333",
            "111 - 222 - 333",
            "111\u{a0}222\u{a0}333",
            "111\u{200b}222333",
            "１１１２２２３３３",
            "1-1-1-2-2-2-3-3-3",
            "2019-11-17 111222333",
            "111222333 2019-11-17",
        ] {
            assert_eq!(Note::new(text), Err(TextError::CitizenNumber), "{text}");
        }
    }

    #[test]
    fn a_date_is_not_joined_with_the_number_beside_it() {
        // 2019-11-17 6 and 17-11-2020 6 would pass the proof if they were one number.
        assert!(passes_eleven_proof(&[2, 0, 1, 9, 1, 1, 1, 7, proof_of([2, 0, 1, 9, 1, 1, 1, 7])]));
        for (digits, date) in [([2, 0, 1, 9, 1, 1, 1, 7], "2019-11-17"), ([1, 7, 1, 1, 2, 0, 2, 0], "17-11-2020")] {
            let last = proof_of(digits);
            assert!(Note::new(format!("{date} {last}")).is_ok(), "{date} {last}");
            assert!(Note::new(format!("{date}-{last}")).is_err(), "joined by the same sign it is no date");
        }
        // With another number in between the digits of a date are never taken for a part.
        assert!(Note::new("1 2019-11-17").is_ok() && Note::new("2019-11-17 t/m 2019-11-18").is_ok());
    }

    /// The ninth digit with which eight pass the proof; they are chosen so that there is one.
    fn proof_of(digits: [u32; 8]) -> u32 {
        digits.iter().zip([9, 8, 7, 6, 5, 4, 3, 2]).map(|(digit, weight)| digit * weight).sum::<u32>() % 11
    }

    #[test]
    fn other_numbers_pass() {
        for text in ["111222334", "06 1234 5678", "1112223330", "000000000", "wijk 12, 2019", "111a222b333", "111 ---- 222333"] {
            assert!(Note::new(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn a_fault_is_found_again_by_its_words() {
        for fault in [TextError::Empty, TextError::TooLong { chars: 201, max: 200 }, TextError::CitizenNumber, TextError::Phone] {
            assert_eq!(TextError::of_words(&fault.to_string()), Some(fault));
        }
        assert_eq!(TextError::of_words("missing field `name`"), None);
    }

    #[test]
    fn empty_long_and_broken_lines_are_refused() {
        assert_eq!(Name::new("  "), Err(TextError::Empty));
        assert_eq!(Name::new("a\nb"), Err(TextError::Control));
        assert_eq!(Name::new("x".repeat(201)), Err(TextError::TooLong { chars: 201, max: 200 }));
    }
}
