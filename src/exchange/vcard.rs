//! A contact as a vCard, for the address book of a telephone: version 4.0 (RFC 6350) and 3.0 (RFC 2426), which older programs want.
//!
//! Why our own writer: the crate that reads both versions writes `CHARSET` into 3.0, which that version does not know, and takes
//! the time zones of the world along; in the tests it reads back what is written here.
//! Never: decides who may see a contact.

#[cfg(test)]
mod tests;

use crate::model::*;
use time::Date;
use uuid::Uuid;

/// Longest line of a file, in octets without its end. Source: RFC 6350, 3.2; RFC 2426, 2.6.
pub const LINE_OCTETS_MAX: usize = 75;

/// A version of the format.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VcardVersion {
    /// 3.0, of 1998.
    V3,
    /// 4.0, of 2011.
    #[default]
    V4,
}

impl VcardVersion {
    /// Both, the newest first.
    pub const ALL: [Self; 2] = [Self::V4, Self::V3];

    /// As files and media types write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::V3 => "3.0",
            Self::V4 => "4.0",
        }
    }
}

/// Of what a vCard is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VcardOf {
    /// A desk. To the format that is a part of an organisation, and so `org`: RFC 6350, 6.1.4 gives a department the same.
    Desk,
    /// One person.
    Person,
}

/// A contact, ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Vcard {
    /// The same as long as it is the same contact: who saves it again gets no second one.
    pub uid: Uuid,
    /// Of what.
    pub of: VcardOf,
    /// Name as shown.
    pub name: String,
    /// The organisation.
    pub organisation: Option<String>,
    /// The desk within it.
    pub unit: Option<String>,
    /// Title of a person.
    pub title: Option<String>,
    /// What it does: the kind of partner.
    pub role: Option<String>,
    /// Telephone numbers, the first one to call first.
    pub phones: Vec<Phone>,
    /// Mail addresses.
    pub mails: Vec<Mail>,
    /// Web pages.
    pub pages: Vec<WebAddress>,
    /// Languages that are spoken there.
    pub languages: Vec<SpokenLanguage>,
    /// For what: needs, as words.
    pub categories: Vec<String>,
    /// What else to know, a sentence a line.
    pub note: Vec<String>,
    /// Language of the texts.
    pub language: Language,
    /// The day on which it was made.
    pub revised: Date,
}

/// How does a contact come into an address book?
///
/// Takes: the contact and the version.
/// Gives: the file: lines that end in CR LF and are at most 75 octets, broken between letters; UTF-8.
/// A telephone number that the whole world can dial stands as its address (`tel:+31…`); one that only the Netherlands know
/// (0900, 14 099, 112) as people dial it, for a telephone dials what it finds. No name is split into parts: the whole name stands
/// where the family name goes, because version 3.0 wants one.
/// Cost: O(length). Deterministic.
/// Source: RFC 6350; RFC 2426.
/// Checked: read back by another program, in both versions, with every letter that has a meaning of its own.
pub fn write(card: &Vcard, version: VcardVersion) -> String {
    let v4 = version == VcardVersion::V4;
    let mut file = File(String::with_capacity(1_024));
    file.line("BEGIN:VCARD");
    file.line(&format!("VERSION:{}", version.code()));
    file.line(&format!("PRODID:-//Korte Lijnen//kortelijnen {}//NL", env!("CARGO_PKG_VERSION")));
    file.line(&format!("UID:urn:uuid:{}", card.uid));
    file.line(&format!("REV:{:04}{:02}{:02}T000000Z", card.revised.year(), u8::from(card.revised.month()), card.revised.day()));
    if v4 {
        file.line(if card.of == VcardOf::Desk { "KIND:org" } else { "KIND:individual" });
    }
    file.text("FN", &card.name);
    file.line(&format!("N:{};;;;", escaped(&card.name)));
    if let Some(organisation) = &card.organisation {
        let parts: Vec<String> = [Some(organisation), card.unit.as_ref()].into_iter().flatten().map(|it| escaped(it)).collect();
        file.line(&format!("ORG:{}", parts.join(";")));
    }
    for (name, text) in [("TITLE", &card.title), ("ROLE", &card.role)] {
        if let Some(text) = text {
            file.text(name, text);
        }
    }
    for phone in &card.phones {
        file.line(&telephone(phone, version));
    }
    for mail in &card.mails {
        file.text(if v4 { "EMAIL;TYPE=work" } else { "EMAIL;TYPE=INTERNET" }, mail.as_str());
    }
    for page in &card.pages {
        file.line(&format!("URL:{}", page.uri()));
    }
    if v4 {
        card.languages.iter().for_each(|language| file.line(&format!("LANG:{}", language.as_str())));
    }
    if !card.categories.is_empty() {
        let all: Vec<String> = card.categories.iter().map(|it| escaped(it)).collect();
        file.line(&format!("CATEGORIES:{}", all.join(",")));
    }
    if !card.note.is_empty() {
        let language = if card.language == Language::Nl { "nl" } else { "en" };
        file.text(&format!("NOTE;LANGUAGE={language}"), &card.note.join("\n"));
    }
    file.line("END:VCARD");
    file.0
}

/// A number as every telephone dials it, else as it is dialled here.
fn telephone(phone: &Phone, version: VcardVersion) -> String {
    let uri = phone.uri();
    let world = uri.strip_prefix("tel:").filter(|number| number.starts_with('+'));
    match (version, world) {
        (VcardVersion::V4, Some(_)) => format!("TEL;VALUE=uri;TYPE=work,voice:{uri}"),
        (VcardVersion::V4, None) => format!("TEL;VALUE=text;TYPE=work,voice:{phone}"),
        (VcardVersion::V3, Some(number)) => format!("TEL;TYPE=WORK,VOICE:{number}"),
        (VcardVersion::V3, None) => format!("TEL;TYPE=WORK,VOICE:{phone}"),
    }
}

/// A text as it stands behind a colon: RFC 6350, 3.4.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

/// The file so far.
struct File(String);

impl File {
    fn text(&mut self, name: &str, text: &str) {
        self.line(&format!("{name}:{}", escaped(text)));
    }

    /// A line, folded: the next part begins with a blank, which counts; no letter is cut. Where it can, not beside a blank of the
    /// text: some readers take that for a part of the fold.
    fn line(&mut self, line: &str) {
        let (mut rest, mut room) = (line, LINE_OCTETS_MAX);
        while rest.len() > room {
            let boundaries = || (1..=room).rev().filter(|&at| rest.is_char_boundary(at));
            let apart = |at: &usize| !rest[..*at].ends_with(' ') && !rest[*at..].starts_with(' ');
            let at = boundaries().find(apart).or_else(|| boundaries().next()).unwrap_or(rest.len());
            self.0.push_str(&rest[..at]);
            self.0.push_str("\r\n ");
            (rest, room) = (&rest[at..], LINE_OCTETS_MAX - 1);
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }
}
