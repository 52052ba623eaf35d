//! Fields with a form of their own: a telephone number, a mail address, a web address, a number of somebody else's.
//!
//! Why apart from free text: their form says what they are, so the guard against client data does not read them; a telephone
//! number and a tax number of an organisation may well pass its proof.
//! Never: looks whether the address or number exists.

use super::text::{checked_text, line};
use super::{NAME_CHARS_MAX, TextError};

/// Fewest digits of a telephone number (112).
pub const PHONE_DIGITS_MIN: usize = 3;
/// Most digits of a telephone number.
pub const PHONE_DIGITS_MAX: usize = 20;
/// Longest telephone number with everything between its digits, in characters.
pub const PHONE_CHARS_MAX: usize = 40;

checked_text!(
    /// A telephone number as people dial it: 3 to 20 digits, with spaces, hyphens and parentheses, and a + in front.
    Phone,
    "empty, too long, control character, no telephone number",
    phone
);
checked_text!(
    /// A mail address: one @, and a dot behind it.
    Mail,
    "empty, too long, control character, no mail address",
    mail
);
checked_text!(
    /// A web address: with http:// or https:// in front, or a bare host name with or without a path.
    WebAddress,
    "empty, too long, control character, no web address",
    web
);
checked_text!(
    /// A number or code in somebody else's numbering: one line, 1 to 200 characters.
    IdentifierValue,
    "empty, too long, control character",
    |text| line(text, NAME_CHARS_MAX)
);

fn phone(text: &str) -> Result<String, TextError> {
    let text = line(text, PHONE_CHARS_MAX)?;
    let rest = text.strip_prefix('+').unwrap_or(text);
    let digits = rest.chars().filter(char::is_ascii_digit).count();
    let form = rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')'));
    if form && (PHONE_DIGITS_MIN..=PHONE_DIGITS_MAX).contains(&digits) { Ok(text.to_owned()) } else { Err(TextError::Phone) }
}

fn mail(text: &str) -> Result<String, TextError> {
    let text = line(text, NAME_CHARS_MAX)?;
    let local = |local: &str| !local.is_empty() && !local.contains(|c: char| c.is_whitespace() || "@<>()[],;:\\\"".contains(c));
    match text.split_once('@') {
        Some((name, host)) if local(name) && is_host(host) => Ok(text.to_owned()),
        _ => Err(TextError::Mail),
    }
}

fn web(text: &str) -> Result<String, TextError> {
    let text = line(text, NAME_CHARS_MAX)?;
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| text.get(..scheme.len()).is_some_and(|it| it.eq_ignore_ascii_case(scheme)));
    let rest = &text[scheme.map_or(0, str::len)..];
    let (place, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (host, port) = place.split_once(':').unwrap_or((place, "0"));
    let form = is_host(host) && port.parse::<u16>().is_ok() && !path.contains(|c: char| c.is_whitespace() || "<>\"".contains(c));
    if form { Ok(text.to_owned()) } else { Err(TextError::Web) }
}

/// Two or more labels of letters, digits and hyphens.
fn is_host(host: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    host.contains('.') && host.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_as_people_write_them() {
        // The first two hold nine digits that pass the proof of a citizen service number.
        for text in ["+31 111 222 333", "111222333", "+31 900 1234", "14 099", "(0546) 54 11 11", "06-1234 5678", "112"] {
            assert_eq!(Phone::new(text).expect("a number").as_str(), text);
        }
        let long = "1".repeat(21);
        for text in ["12", "071 123 toestel 4", "06+12345678", "--- ---", &long, "0900/1234"] {
            assert_eq!(Phone::new(text), Err(TextError::Phone), "{text}");
        }
    }

    #[test]
    fn mail_addresses() {
        for text in ["balie@example.org", "team.noord+kansrijk@sub.example.nl"] {
            assert!(Mail::new(text).is_ok(), "{text}");
        }
        for text in
            ["balie", "balie@example", "@example.org", "a@b@example.org", "een balie@example.org", "balie@.org", "a@b..nl"]
        {
            assert_eq!(Mail::new(text), Err(TextError::Mail), "{text}");
        }
    }

    #[test]
    fn web_addresses() {
        for text in ["avedan.nl", "https://example.org", "HTTP://example.org:8080/a?b=c#d", "www.example.org/pagina"] {
            assert!(WebAddress::new(text).is_ok(), "{text}");
        }
        for text in [
            "javascript:alert(1)",
            "ftp://example.org",
            "https://",
            "localhost",
            "example.org/een pagina",
            "https://a@example.org",
            "data:text/html,x",
        ] {
            assert_eq!(WebAddress::new(text), Err(TextError::Web), "{text}");
        }
    }

    #[test]
    fn a_tax_number_of_an_organisation_is_kept() {
        assert!(IdentifierValue::new("111222333").is_ok());
        assert_eq!(IdentifierValue::new(" "), Err(TextError::Empty));
        assert_eq!(IdentifierValue::new("1\n2"), Err(TextError::Control));
    }
}
