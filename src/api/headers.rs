//! Headers of requests: what form and language the reader wants, and which version it has seen.

use crate::desk::VcardVersion;
use crate::model::Language;
use axum::http::header::{ACCEPT, ACCEPT_LANGUAGE, IF_MATCH, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderName, HeaderValue};

/// Which of these forms does the reader like best? Takes media types, ours first; no header means everything is fine.
pub fn preferred<'a>(headers: &HeaderMap, offers: &[&'a str]) -> Option<&'a str> {
    if !headers.contains_key(ACCEPT) {
        return offers.first().copied();
    }
    let weight_of = |offer: &str| {
        let rules = weighted(headers, ACCEPT).filter_map(|(range, weight)| precision(range, offer).map(|how| (how, weight)));
        rules.max_by_key(|(how, _)| *how).map_or(0, |(_, weight)| weight)
    };
    let mut best: Option<(&'a str, u16)> = None;
    for &offer in offers {
        let weight = weight_of(offer);
        if weight > best.map_or(0, |(_, weight)| weight) {
            best = Some((offer, weight));
        }
    }
    best.map(|(offer, _)| offer)
}

/// Which version of a vCard does the reader like best? Without a preference the newest; `None`: it takes none.
pub fn vcard_version(headers: &HeaderMap) -> Option<VcardVersion> {
    if !headers.contains_key(ACCEPT) {
        return Some(VcardVersion::default());
    }
    let texts = headers.get_all(ACCEPT).into_iter().filter_map(|value| value.to_str().ok());
    let ranges: Vec<String> = texts.flat_map(|text| text.split(',')).map(|text| text.trim().to_ascii_lowercase()).collect();
    let weight_of = |version: VcardVersion| {
        let rules = ranges.iter().filter_map(|range| {
            let mut parts = range.split(';').map(str::trim);
            let how = precision(parts.next()?, "text/vcard")?;
            let (mut named, mut weight) = (0, 1.0_f32);
            for (name, value) in parts.filter_map(|part| part.split_once('=')) {
                match name {
                    "q" => weight = value.parse().unwrap_or(0.0),
                    "version" if value.trim_matches('"') == version.code() => named = 1,
                    "version" => return None,
                    _ => {}
                }
            }
            Some((how + named, (weight.clamp(0.0, 1.0) * 1000.0) as u16))
        });
        rules.max_by_key(|(how, _)| *how).map_or(0, |(_, weight)| weight)
    };
    let liked = VcardVersion::ALL.into_iter().rev().max_by_key(|version| weight_of(*version));
    liked.filter(|version| weight_of(*version) > 0)
}

/// How precisely a range of `Accept` names a media type; absent: not at all.
fn precision(range: &str, offer: &str) -> Option<u8> {
    let family = offer.split_once('/').map_or(offer, |(family, _)| family);
    match range.split_once('/') {
        Some(("*", "*")) => Some(0),
        Some((of, "*")) if of.eq_ignore_ascii_case(family) => Some(1),
        _ if range.eq_ignore_ascii_case(offer) => Some(2),
        _ => None,
    }
}

/// The language for sentences: Dutch unless English is asked for first.
pub fn language(headers: &HeaderMap) -> Language {
    let mut best = (Language::Nl, 0);
    for (tag, weight) in weighted(headers, ACCEPT_LANGUAGE) {
        let language = match tag.split('-').next() {
            Some(tag) if tag.eq_ignore_ascii_case("nl") => Language::Nl,
            Some(tag) if tag.eq_ignore_ascii_case("en") => Language::En,
            _ => continue,
        };
        if weight > best.1 {
            best = (language, weight);
        }
    }
    best.0
}

/// Comma-separated values with their weight in thousandths, in the order given.
fn weighted(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = (&str, u16)> {
    let texts = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    let items = texts.flat_map(|text| text.split(',')).map(str::trim).filter(|item| !item.is_empty());
    items.map(|item| {
        let mut parts = item.split(';').map(str::trim);
        let value = parts.next().unwrap_or_default();
        let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(1.0, |q| q.parse::<f32>().unwrap_or(0.0));
        (value, (weight.clamp(0.0, 1.0) * 1000.0) as u16)
    })
}

/// The tag of an answer of which a part is still being made: never that of the whole, so that whoever has the part gets the whole.
pub fn of_a_part(etag: &str) -> String {
    format!("W/{}-deel\"", etag.trim_end_matches('"'))
}

/// Has the reader this version already?
pub fn has_seen(headers: &HeaderMap, etag: &str) -> bool {
    tags(headers, IF_NONE_MATCH).iter().any(|tag| tag == "*" || tag.trim_start_matches("W/") == etag)
}

/// Must it be new (`If-None-Match: *`)?
pub fn must_be_new(headers: &HeaderMap) -> bool {
    tags(headers, IF_NONE_MATCH).iter().any(|tag| tag == "*")
}

/// What a writer saw, as `If-Match` tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// No header.
    Nothing,
    /// `*`: anything, as long as it is there.
    Anything,
    /// One of these revisions; a tag that is none of ours matches nothing.
    Revisions(Vec<u64>),
}

/// Reads `If-Match`.
pub fn seen(headers: &HeaderMap) -> Seen {
    if !headers.contains_key(IF_MATCH) {
        return Seen::Nothing;
    }
    let tags = tags(headers, IF_MATCH);
    if tags.iter().any(|tag| tag == "*") {
        return Seen::Anything;
    }
    Seen::Revisions(tags.iter().filter_map(|tag| tag.strip_prefix('"')?.strip_suffix('"')?.parse().ok()).collect())
}

fn tags(headers: &HeaderMap, name: HeaderName) -> Vec<String> {
    let texts = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    texts.flat_map(|text| text.split(',')).map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect()
}

/// A header value of plain ASCII text; anything else becomes empty.
pub fn value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).unwrap_or(HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: HeaderName, text: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(text))])
    }

    #[test]
    fn the_reader_gets_the_form_it_likes_best() {
        let offers = ["image/svg+xml", "image/png", "application/pdf"];
        for (accept, expected) in [
            ("*/*", Some("image/svg+xml")),
            ("image/*;q=0.5, application/pdf", Some("application/pdf")),
            ("image/png;q=0.4, image/svg+xml;q=0.3", Some("image/png")),
            ("image/svg+xml;q=0, image/*", Some("image/png")),
            ("text/html", None),
            ("application/pdf;q=0", None),
        ] {
            assert_eq!(preferred(&with(ACCEPT, accept), &offers), expected, "{accept}");
        }
        assert_eq!(preferred(&HeaderMap::new(), &offers), Some("image/svg+xml"));
    }

    #[test]
    fn the_newest_vcard_unless_an_older_one_is_asked_for() {
        let (v4, v3) = (Some(VcardVersion::V4), Some(VcardVersion::V3));
        for (accept, expected) in [
            ("*/*", v4),
            ("text/vcard", v4),
            ("text/*;q=0.1", v4),
            ("text/vcard; version=3.0", v3),
            ("text/vcard;version=\"4.0\"", v4),
            ("text/vcard; version=4.0;q=0.5, text/vcard; version=3.0", v3),
            ("text/vcard; version=3.0, */*;q=0.1", v3),
            ("text/vcard;version=4.0;q=0, text/vcard", v3),
            ("text/vcard; version=2.1", None),
            ("text/vcard; q=0", None),
            ("application/json", None),
        ] {
            assert_eq!(vcard_version(&with(ACCEPT, accept)), expected, "{accept}");
        }
        assert_eq!(vcard_version(&HeaderMap::new()), v4);
    }

    #[test]
    fn dutch_unless_english_comes_first() {
        for (accept, expected) in [
            ("en", Language::En),
            ("en-GB,en;q=0.9,nl;q=0.8", Language::En),
            ("nl,en;q=0.9", Language::Nl),
            ("de,en;q=0.5", Language::En),
            ("fr", Language::Nl),
        ] {
            assert_eq!(language(&with(ACCEPT_LANGUAGE, accept)), expected, "{accept}");
        }
    }

    #[test]
    fn what_a_writer_saw_is_read_from_its_tags() {
        assert_eq!(seen(&HeaderMap::new()), Seen::Nothing);
        assert_eq!(seen(&with(IF_MATCH, "*")), Seen::Anything);
        assert_eq!(seen(&with(IF_MATCH, "\"7\", \"9\"")), Seen::Revisions(vec![7, 9]));
        assert_eq!(seen(&with(IF_MATCH, "W/\"7\"")), Seen::Revisions(vec![]), "a weak tag matches nothing");
    }
}
