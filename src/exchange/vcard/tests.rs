//! A vCard read back by another program: nothing is lost and nothing is made of it.

use super::*;
use calcard::vcard::{VCard, VCardProperty, VCardValue, VCardVersion};
use proptest::prelude::*;
use time::macros::date;

fn card(name: &str) -> Vcard {
    Vcard {
        uid: Uuid::from_u128(7),
        of: VcardOf::Desk,
        name: name.to_owned(),
        organisation: Some("Voorbeeldhuis; Zuid, \\ Noord".to_owned()),
        unit: Some(name.to_owned()),
        title: None,
        role: Some("Schuldhulpverlening".to_owned()),
        phones: ["(071) 000 00 00", "0900-1234"].map(|text| Phone::new(text).expect("a number")).to_vec(),
        mails: vec![Mail::new("balie@voorbeeld.example").expect("an address")],
        pages: vec![WebAddress::new("voorbeeld.example/hulp").expect("an address")],
        languages: ["nl", "ar"].map(|text| SpokenLanguage::new(text).expect("a code")).to_vec(),
        categories: vec!["Schulden en armoede".to_owned(), name.to_owned()],
        note: vec![name.to_owned(), "Bel samen.".to_owned()],
        language: Language::Nl,
        revised: date!(2026 - 11 - 22),
    }
}

/// What the other program reads of a property: the texts of its values, in order.
fn read(file: &VCard, property: &VCardProperty) -> Vec<String> {
    let text = |value: &VCardValue| match value {
        VCardValue::Text(text) => vec![text.clone()],
        VCardValue::Component(texts) => texts.clone(),
        VCardValue::Kind(kind) => vec![format!("{kind:?}").to_lowercase()],
        other => panic!("{property:?} became {other:?}"),
    };
    file.entries.iter().filter(|entry| entry.name == *property).flat_map(|entry| entry.values.iter().flat_map(text)).collect()
}

fn parsed(file: &str) -> VCard {
    VCard::parse(file).unwrap_or_else(|error| panic!("{error:?}\n{file}"))
}

/// Everything of a card comes back; the reader of the other program drops blanks at neither end.
fn comes_back(card: &Vcard, version: VcardVersion) {
    let file = write(card, version);
    for line in file.strip_suffix("\r\n").expect("the last line ends").split("\r\n") {
        assert!(line.len() <= LINE_OCTETS_MAX, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']) && !line.is_empty());
    }
    let back = parsed(&file);
    let all = |property| read(&back, &property);
    let known = if version == VcardVersion::V4 { VCardVersion::V4_0 } else { VCardVersion::V3_0 };
    assert_eq!(back.version(), Some(known));
    assert_eq!(all(VCardProperty::Fn), [card.name.as_str()]);
    assert_eq!(all(VCardProperty::N).first(), Some(&card.name));
    let org: Vec<String> = card.organisation.iter().chain(&card.unit).cloned().collect();
    assert_eq!(all(VCardProperty::Org), org);
    assert_eq!(all(VCardProperty::Role), card.role.iter().cloned().collect::<Vec<_>>());
    // In lists the other program takes several blanks in a folded line for one.
    let squeezed = |texts: &[String]| -> Vec<String> {
        texts.iter().map(|text| text.split(' ').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")).collect()
    };
    assert_eq!(squeezed(&all(VCardProperty::Categories)), squeezed(&card.categories));
    let escaped = |text: &String| text.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;");
    let categories = card.categories.iter().map(escaped).collect::<Vec<_>>().join(",");
    assert!(file.replace("\r\n ", "").contains(&format!("\r\nCATEGORIES:{categories}\r\n")), "{file}");
    assert_eq!(all(VCardProperty::Note), [card.note.join("\n")]);
    assert_eq!(all(VCardProperty::Uid), [format!("urn:uuid:{}", card.uid)]);
    assert_eq!(all(VCardProperty::Email), ["balie@voorbeeld.example"]);
    assert_eq!(all(VCardProperty::Url), ["https://voorbeeld.example/hulp"]);
    let first = if version == VcardVersion::V4 { "tel:+31710000000" } else { "+31710000000" };
    assert_eq!(all(VCardProperty::Tel), [first, "0900-1234"]);
    let spoken = if version == VcardVersion::V4 { vec!["nl", "ar"] } else { vec![] };
    assert_eq!(all(VCardProperty::Lang), spoken);
}

#[test]
fn another_program_reads_everything_back() {
    let long = "é€😀 a;b,c\\n\"d\" ".repeat(80);
    let names =
        ["Aanmeldloket", "a;b,c\\d\"e'f:g", "\\n \\; \\\\", "BEGIN:VCARD", "END:VCARD", "👩‍👩‍👧 助産師", "=3D; x=y", long.trim()];
    for name in names {
        for version in VcardVersion::ALL {
            comes_back(&card(name), version);
        }
    }
}

proptest! {
    #[test]
    fn any_name_comes_back(name in "[\\PC]{1,200}") {
        prop_assume!(name == name.trim() && !name.is_empty() && !name.chars().any(char::is_control));
        for version in VcardVersion::ALL {
            comes_back(&card(&name), version);
        }
    }
}

#[test]
fn a_desk_is_a_part_of_an_organisation_and_a_person_is_not() {
    let mut it = card("Aanmeldloket");
    let head = "BEGIN:VCARD\r\nVERSION:4.0\r\n";
    let desk = write(&it, VcardVersion::V4);
    assert!(desk.starts_with(head) && desk.contains("\r\nKIND:org\r\n") && desk.contains("\r\nREV:20261122T000000Z\r\n"));
    assert!(desk.contains("\r\nTEL;VALUE=uri;TYPE=work,voice:tel:+31710000000\r\n"));
    assert!(desk.contains("\r\nTEL;VALUE=text;TYPE=work,voice:0900-1234\r\n"));
    it.of = VcardOf::Person;
    it.title = Some("teamleider".to_owned());
    let person = write(&it, VcardVersion::V4);
    assert!(person.contains("\r\nKIND:individual\r\n") && person.contains("\r\nTITLE:teamleider\r\n"));
    // The older version has no kinds and no languages, and its one character set is not named.
    let old = write(&it, VcardVersion::V3);
    assert!(old.starts_with("BEGIN:VCARD\r\nVERSION:3.0\r\n") && old.contains("\r\nN:Aanmeldloket;;;;\r\n"));
    assert!(!old.contains("KIND") && !old.contains("LANG:") && !old.contains("CHARSET"));
}

#[test]
fn a_line_break_in_a_text_never_starts_a_line() {
    let mut it = card("Loket");
    it.note = vec!["een\r\nTEL:666\rEND:VCARD\ntwee\u{7}".to_owned()];
    let file = write(&it, VcardVersion::V4);
    assert_eq!(file.matches("END:VCARD\r\n").count(), 1);
    assert_eq!(read(&parsed(&file), &VCardProperty::Note), ["een\nTEL:666 END:VCARD\ntwee "]);
    assert_eq!(read(&parsed(&file), &VCardProperty::Tel).len(), 2);
}
