//! Bounded free text that refuses client data.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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
}

macro_rules! bounded_text {
    ($(#[$doc:meta])* $name:ident, $max:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Takes any text; trims it. Errors: empty, too long, control character, citizen service number.
            pub fn new(text: impl AsRef<str>) -> Result<Self, TextError> {
                check(text.as_ref(), $max).map(Self)
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
                text.0
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

bounded_text!(
    /// A name: one line, 1 to 200 characters, never a citizen service number.
    Name,
    NAME_CHARS_MAX
);
bounded_text!(
    /// A note: one line, 1 to 1 000 characters, never a citizen service number.
    Note,
    NOTE_CHARS_MAX
);

fn check(text: &str, max: usize) -> Result<String, TextError> {
    let text = text.trim();
    let chars = text.chars().count();
    match () {
        () if text.is_empty() => Err(TextError::Empty),
        () if chars > max => Err(TextError::TooLong { chars, max }),
        () if text.chars().any(char::is_control) => Err(TextError::Control),
        () if holds_citizen_number(text) => Err(TextError::CitizenNumber),
        () => Ok(text.to_owned()),
    }
}

/// Does the text hold nine digits that pass the 11-proof of the Dutch citizen service number (BSN)?
///
/// Takes any text; digits may be separated by single spaces, dots or hyphens. A longer run of digits is not a BSN.
/// Cost: O(length). Source: Wet algemene bepalingen burgerservicenummer; weights 9 8 7 6 5 4 3 2 −1.
pub fn holds_citizen_number(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let mut digits = Vec::new();
        while at < chars.len() {
            if let Some(digit) = chars[at].to_digit(10) {
                digits.push(digit as i32);
                at += 1;
            } else if matches!(chars[at], ' ' | '.' | '-') && chars.get(at + 1).is_some_and(char::is_ascii_digit) {
                at += 1;
            } else {
                break;
            }
        }
        if passes_eleven_proof(&digits) {
            return true;
        }
    }
    false
}

fn passes_eleven_proof(digits: &[i32]) -> bool {
    const WEIGHTS: [i32; 9] = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    digits.len() == 9 && digits.iter().any(|&d| d != 0) && digits.iter().zip(WEIGHTS).map(|(d, w)| d * w).sum::<i32>() % 11 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_valid_citizen_number_is_refused_in_every_spelling() {
        // 111222333 is the published test number that passes the proof.
        for text in ["111222333", "nr 111 222 333.", "bsn:111.222.333", "1112-22333 bellen"] {
            assert_eq!(Note::new(text), Err(TextError::CitizenNumber), "{text}");
        }
    }

    #[test]
    fn other_numbers_pass() {
        for text in ["111222334", "06 1234 5678", "1112223330", "000000000", "wijk 12, 2019"] {
            assert!(Note::new(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn empty_long_and_broken_lines_are_refused() {
        assert_eq!(Name::new("  "), Err(TextError::Empty));
        assert_eq!(Name::new("a\nb"), Err(TextError::Control));
        assert_eq!(Name::new("x".repeat(201)), Err(TextError::TooLong { chars: 201, max: 200 }));
    }
}
