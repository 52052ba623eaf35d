//! Fields with a form of their own: a telephone number, a mail address, a web address, a number of somebody else's.
//!
//! Why apart from free text: their form says what they are, so the guard against client data does not read them; a telephone
//! number and a tax number of an organisation may well pass its proof. Nine digits that cannot be dialled here are no telephone
//! number, so of those that pass the proof is believed.
//! Never: looks whether the address or number exists.

use super::text::{checked_text, holds_citizen_number, line};
use super::{NAME_CHARS_MAX, TextError};

/// Fewest digits of a telephone number (112).
pub const PHONE_DIGITS_MIN: usize = 3;
/// Most digits of a telephone number.
pub const PHONE_DIGITS_MAX: usize = 20;
/// Longest telephone number with everything between its digits, in characters.
pub const PHONE_CHARS_MAX: usize = 40;

checked_text!(
    /// A telephone number as people dial it: 3 to 20 digits, with spaces, hyphens and parentheses, and a + in front. Never nine digits
    /// without a 0 or + in front that can be a citizen service number.
    Phone,
    "empty, too long, control character, no telephone number, citizen service number",
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
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let form = rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')'));
    // A Dutch number starts with 0 or +, or has fewer than nine digits.
    let dialled = text.starts_with('+') || digits.starts_with('0');
    match () {
        () if !form || !(PHONE_DIGITS_MIN..=PHONE_DIGITS_MAX).contains(&digits.len()) => Err(TextError::Phone),
        () if !dialled && holds_citizen_number(&digits) => Err(TextError::CitizenNumber),
        () => Ok(text.to_owned()),
    }
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

/// The country code of the Netherlands: a number without one is Dutch.
const COUNTRY: &str = "31";
/// Digits of a Dutch number that other countries can dial too, with the 0 in front.
const NATIONAL_DIGITS: usize = 10;
/// Dutch numbers that other countries cannot be sure to reach: free ones and those with a tariff.
const SERVICE: [&str; 4] = ["0800", "0900", "0906", "0909"];

impl Phone {
    /// How does a device dial it?
    ///
    /// Gives: a `tel:` address, with the country code where the number has one to the world (`tel:+31711234567`); else as it is
    /// dialled in the Netherlands (`tel:112;phone-context=+31`): 0800, 0900, 14 099, 112 and other short ones.
    /// Cost: O(length). Source: RFC 3966, 5.1; the Dutch numbering plan (Nummerplan telefoon- en ISDN-diensten).
    pub fn uri(&self) -> String {
        let abroad = |text: &str| text.starts_with('+') || text.starts_with("00");
        // "+31 (0)71": the 0 is for who dials it without the country code.
        let text = if abroad(self.as_str()) { self.as_str().replace("(0)", "") } else { self.as_str().to_owned() };
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let global = if text.starts_with('+') { Some(digits.as_str()) } else { digits.strip_prefix("00") };
        let national = match global {
            Some(global) => match global.strip_prefix(COUNTRY) {
                Some(rest) => format!("0{}", rest.trim_start_matches('0')),
                None if !global.is_empty() && !global.starts_with('0') => return format!("tel:+{global}"),
                None => digits,
            },
            None => digits,
        };
        let world = national.len() == NATIONAL_DIGITS && !SERVICE.iter().any(|prefix| national.starts_with(prefix));
        match national.strip_prefix('0').filter(|rest| world && !rest.starts_with('0')) {
            Some(rest) => format!("tel:+{COUNTRY}{rest}"),
            None => format!("tel:{national};phone-context=+{COUNTRY}"),
        }
    }
}

impl Mail {
    /// How does a device write to it?
    ///
    /// Gives: a `mailto:` address; what has a meaning of its own in an address, and what is not ASCII, as `%` and two digits.
    /// Cost: O(length). Source: RFC 6068, 2.
    pub fn uri(&self) -> String {
        let mut uri = String::from("mailto:");
        for byte in self.as_str().bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~!$'*+@".contains(&byte) {
                uri.push(char::from(byte));
            } else {
                uri.push_str(&format!("%{byte:02X}"));
            }
        }
        uri
    }
}

impl WebAddress {
    fn has_scheme(&self) -> bool {
        ["https://", "http://"]
            .iter()
            .any(|scheme| self.as_str().get(..scheme.len()).is_some_and(|it| it.eq_ignore_ascii_case(scheme)))
    }

    /// How does a device open it?
    ///
    /// Gives: the address with `https://` in front where it has no scheme; what an address may not hold, as `%` and two digits.
    /// Cost: O(length). Source: RFC 3986, 2.
    pub fn uri(&self) -> String {
        let mut uri = String::from(if self.has_scheme() { "" } else { "https://" });
        for byte in self.as_str().bytes() {
            if byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte) {
                uri.push(char::from(byte));
            } else {
                uri.push_str(&format!("%{byte:02X}"));
            }
        }
        uri
    }
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
        // The first two hold nine digits that pass the proof of a citizen service number, and can be dialled; the third passes no proof.
        for text in
            ["+31 111 222 333", "+111222333", "123456789", "+31 900 1234", "14 099", "(0546) 54 11 11", "06-1234 5678", "112"]
        {
            assert_eq!(Phone::new(text).expect("a number").as_str(), text);
        }
        let long = "1".repeat(21);
        for text in ["12", "071 123 toestel 4", "06+12345678", "--- ---", &long, "0900/1234"] {
            assert_eq!(Phone::new(text), Err(TextError::Phone), "{text}");
        }
    }

    /// Nobody in the Netherlands dials nine digits that start with anything but 0: in this field they are a number that was put in the
    /// wrong cell, or one that lost its 0 in a spreadsheet. By the weights 9 8 7 6 5 4 3 2 −1: 111222333 gives 66 and 123456782 gives 154.
    #[test]
    fn nine_digits_that_nobody_dials_can_be_a_citizen_number() {
        for text in ["111222333", "111 222 333", "111-22-2333", "(111)222333", "123456782"] {
            assert_eq!(Phone::new(text), Err(TextError::CitizenNumber), "{text}");
        }
        // A digit more or less, one that fails the proof, and a number that can be dialled.
        for text in ["11122233", "1112223330", "111222334", "011222331", "+111222333"] {
            assert!(Phone::new(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn a_device_dials_what_people_write() {
        for (text, uri) in [
            ("(071) 123 45 67", "tel:+31711234567"),
            ("071-1234567", "tel:+31711234567"),
            ("(0546) 54 11 11", "tel:+31546541111"),
            ("06-1234 5678", "tel:+31612345678"),
            ("+31 71 123 45 67", "tel:+31711234567"),
            ("+31 (0)71 123 45 67", "tel:+31711234567"),
            ("0031 71 1234567", "tel:+31711234567"),
            ("0031 (0)6 1234 5678", "tel:+31612345678"),
            ("088 123 45 67", "tel:+31881234567"),
            ("+32 2 123 45 67", "tel:+3221234567"),
            ("0049 (0)30 123456", "tel:+4930123456"),
            ("0800-1234", "tel:08001234;phone-context=+31"),
            ("0800 123 4567", "tel:08001234567;phone-context=+31"),
            ("0900 123456", "tel:0900123456;phone-context=+31"),
            ("+31 900 1234", "tel:09001234;phone-context=+31"),
            ("14 099", "tel:14099;phone-context=+31"),
            ("14 0297", "tel:140297;phone-context=+31"),
            ("112", "tel:112;phone-context=+31"),
            ("116 111", "tel:116111;phone-context=+31"),
            ("000", "tel:000;phone-context=+31"),
        ] {
            assert_eq!(Phone::new(text).expect("a number").uri(), uri, "{text}");
        }
    }

    #[test]
    fn a_device_writes_to_what_people_write() {
        for (text, uri) in [
            ("balie@example.org", "mailto:balie@example.org"),
            ("team.noord+kansrijk@example.nl", "mailto:team.noord+kansrijk@example.nl"),
            ("a%b?c#d&e=f/g@example.nl", "mailto:a%25b%3Fc%23d%26e%3Df%2Fg@example.nl"),
            ("zoë@voorbeeld-ö.nl", "mailto:zo%C3%AB@voorbeeld-%C3%B6.nl"),
        ] {
            assert_eq!(Mail::new(text).expect("an address").uri(), uri, "{text}");
        }
    }

    #[test]
    fn a_device_opens_what_people_write() {
        for (text, uri) in [
            ("avedan.nl", "https://avedan.nl"),
            ("http://example.org:8080/a?b=c#d", "http://example.org:8080/a?b=c#d"),
            ("voorbeeld-ö.nl/é{x}?a=50%25", "https://voorbeeld-%C3%B6.nl/%C3%A9%7Bx%7D?a=50%25"),
            ("example.org/?to=https://example.net", "https://example.org/?to=https://example.net"),
        ] {
            assert_eq!(WebAddress::new(text).expect("an address").uri(), uri, "{text}");
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
