//! A JSON body: read within its limits, and every fault in it told at once, with its place.
//!
//! Why: a reader of JSON stops at the first fault. Here a fault is noted, mended with something harmless and reading goes on,
//! so that a form can mark all its fields. What was mended is only looked at, never kept.
//! Never: takes a field it does not know; a misspelt name would silently lose what was meant.

use super::problem::{ApiError, At, words};
use super::state::AppState;
use crate::model::{TextError, Words};
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// After so many faults the rest is left for the next time.
const FAULTS_MAX: usize = 20;
/// Largest body that is mended to look for more faults, in bytes; of a larger one the first fault is told.
const MENDED_BYTES_MAX: usize = 64 * 1024;

/// The JSON value of a body.
pub struct Json(pub Value);

impl FromRequest<AppState> for Json {
    type Rejection = ApiError;
    async fn from_request(request: Request, state: &AppState) -> Result<Self, ApiError> {
        if !is_json(request.headers()) {
            return Err(ApiError::NotJson);
        }
        let bytes = read(request, state).await?;
        serde_json::from_slice(&bytes).map(Self).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            ApiError::invalid(At::body(
                "",
                words(
                    format!("Dit is geen JSON: regel {line}, teken {column}."),
                    format!("This is no JSON: line {line}, character {column}."),
                ),
            ))
        })
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

async fn read(request: Request, state: &AppState) -> Result<Bytes, ApiError> {
    let bytes_max = state.settings.body_bytes_max.get();
    let told = request.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()).and_then(|text| text.parse().ok());
    if told.is_some_and(|bytes: usize| bytes > bytes_max) {
        return Err(ApiError::BodyTooLarge(bytes_max));
    }
    let body = axum::body::to_bytes(request.into_body(), bytes_max);
    match tokio::time::timeout(state.settings.body_time_ms_max.as_millis(), body).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(_)) => Err(ApiError::BodyTooLarge(bytes_max)),
        Err(_) => Err(ApiError::BodyTooSlow),
    }
}

/// Reads a value as a type.
///
/// Gives the thing, or every fault with its place, at most `FAULTS_MAX`; of a body over `MENDED_BYTES_MAX` only the first.
/// Cost: one reading when all is well; else at most so many readings for each fault as there are ways to mend it, about twelve.
pub fn parse<T: DeserializeOwned + Serialize>(mut value: Value) -> Result<T, Vec<At>> {
    let mut faults = Vec::new();
    loop {
        let fault = match attempt::<T>(&value) {
            Ok(thing) if faults.is_empty() => return known_only(&value, thing),
            Ok(_) => return Err(faults),
            Err(fault) => fault,
        };
        let small = !faults.is_empty() || value.to_string().len() <= MENDED_BYTES_MAX;
        faults.push(At::body(fault.pointer.clone(), fault.told()));
        match mend::<T>(&value, &fault) {
            Some(mended) if small && faults.len() < FAULTS_MAX => value = mended,
            _ => return Err(faults),
        }
    }
}

/// The first fault that a reader of JSON meets.
#[derive(PartialEq)]
struct Fault {
    pointer: String,
    reason: String,
}

impl Fault {
    /// What is wrong with a text is told in both languages; the rest in the words of the reader of JSON.
    fn told(&self) -> Words {
        let dutch = TextError::of_words(&self.reason)
            .map_or_else(|| self.reason.clone(), |text| text.sentence(crate::model::Language::Nl));
        words(dutch, self.reason.clone())
    }
}

fn attempt<T: DeserializeOwned>(value: &Value) -> Result<T, Fault> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let reason = error.inner().to_string();
        let mut pointer = pointer_to(error.path());
        if let Some(field) = between_ticks(&reason, "missing field ") {
            pointer = format!("{pointer}/{field}");
        }
        Fault { pointer, reason }
    })
}

fn pointer_to(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(format!("/{index}")),
            Segment::Map { key } => Some(format!("/{}", escape(key))),
            // The variant of a noun is written as the only key of an object, and is a step of its own.
            Segment::Enum { variant } => Some(format!("/{}", escape(variant))),
            Segment::Unknown => None,
        })
        .collect()
}

fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn between_ticks<'a>(reason: &'a str, before: &str) -> Option<&'a str> {
    reason.split_once(before)?.1.split('`').nth(1)
}

/// The value with something harmless in place of the fault; absent when nothing gets the reader any further.
fn mend<T: DeserializeOwned>(value: &Value, fault: &Fault) -> Option<Value> {
    let (parent, key) = fault.pointer.rsplit_once('/')?;
    let (key, variant) = (key.replace("~1", "/").replace("~0", "~"), between_ticks(&fault.reason, "expected "));
    let fillings = [
        variant.map(Value::from),
        Some("x".into()),
        Some("2000".into()),
        Some("x.nl".into()),
        Some("x@x.nl".into()),
        Some("00000000-0000-0000-0000-000000000000".into()),
        Some(1.into()),
        Some(true.into()),
        Some(json!([])),
        Some(json!({})),
        // Two different parties: a pair or a group.
        Some(json!([{"organisation": uuid::Uuid::nil()}, {"person": uuid::Uuid::nil()}])),
        Some(Value::Null),
    ];
    fillings.into_iter().flatten().find_map(|filling| {
        let mut mended = value.clone();
        match mended.pointer_mut(parent)? {
            Value::Object(fields) => drop(fields.insert(key.clone(), filling)),
            Value::Array(items) => *items.get_mut(key.parse::<usize>().ok()?)? = filling,
            _ => return None,
        }
        match attempt::<T>(&mended) {
            Err(next) if is_inside(&next.pointer, &fault.pointer) => None,
            _ => Some(mended),
        }
    })
}

/// Is a place another one or within it? `/changes/10` is not within `/changes/1`.
fn is_inside(pointer: &str, outer: &str) -> bool {
    pointer.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Refuses fields that the thing does not have: what was given and does not come back when the thing is written again.
fn known_only<T: Serialize>(given: &Value, thing: T) -> Result<T, Vec<At>> {
    let mut lost = Vec::new();
    match serde_json::to_value(&thing) {
        Ok(kept) => compare(given, &[&kept], "", &mut lost),
        Err(_) => return Err(vec![At::body("", words("Dit is niet te lezen.", "This cannot be read."))]),
    }
    lost.truncate(FAULTS_MAX);
    if lost.is_empty() { Ok(thing) } else { Err(lost) }
}

fn compare(given: &Value, kept: &[&Value], pointer: &str, lost: &mut Vec<At>) {
    match given {
        Value::Object(fields) => {
            for (key, inner) in fields.iter().filter(|(_, inner)| !is_nothing(inner)) {
                let pointer = format!("{pointer}/{}", escape(key));
                let inside: Vec<&Value> = kept.iter().filter_map(|kept| kept.get(key)).collect();
                if inside.is_empty() {
                    lost.push(At::body(pointer, words("Dit veld bestaat hier niet.", "There is no such field here.")));
                } else {
                    compare(inner, &inside, &pointer, lost);
                }
            }
        }
        // A list may be kept in another order: a field is known when any of its items has it.
        Value::Array(items) => {
            let inside: Vec<&Value> = kept.iter().filter_map(|kept| kept.as_array()).flatten().collect();
            for (place, item) in items.iter().enumerate() {
                compare(item, &inside, &format!("{pointer}/{place}"), lost);
            }
        }
        _ => {}
    }
}

/// Values that are left out when a thing is written.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.values().all(is_nothing),
        _ => false,
    }
}

/// Where a text stands in a value, as a JSON pointer; the top when it is not there.
pub fn pointer_of(value: &Value, text: &str) -> String {
    fn find(value: &Value, text: &str, pointer: &str) -> Option<String> {
        match value {
            Value::String(it) => (it == text).then(|| pointer.to_owned()),
            Value::Array(items) => items.iter().enumerate().find_map(|(at, it)| find(it, text, &format!("{pointer}/{at}"))),
            Value::Object(fields) => fields.iter().find_map(|(key, it)| find(it, text, &format!("{pointer}/{}", escape(key)))),
            _ => None,
        }
    }
    find(value, text, "").unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Change, Claim, Organisation};

    const ID: &str = "018f0000-0000-7000-8000-000000000001";

    fn pointers<T: DeserializeOwned + Serialize>(value: Value) -> Vec<String> {
        let faults = parse::<T>(value).err().unwrap_or_default();
        let place = |at: At| match at.place {
            super::super::problem::Place::Body(pointer) => pointer,
            other => panic!("{other:?}"),
        };
        faults.into_iter().map(place).collect()
    }

    #[test]
    fn every_fault_of_a_body_is_told_at_once() {
        let claim = json!({
            "id": "not-an-id", "coalition": "No Slug", "scope": {"pair": [{"organisation": ID}, {"organisation": ID}]},
            "stance": "maybe", "kind": "works-with", "strength": 7, "date": "november 2019",
        });
        let mut found = pointers::<Claim>(claim);
        found.sort();
        assert_eq!(found, ["/coalition", "/date", "/id", "/scope/pair", "/stance", "/strength"]);
    }

    #[test]
    fn a_missing_field_and_a_wrong_one_are_told_together() {
        let mut found = pointers::<Organisation>(json!({"id": ID, "placeholder": "no"}));
        found.sort();
        assert_eq!(found, ["/name", "/placeholder"]);
    }

    #[test]
    fn a_misspelt_field_is_refused_and_an_empty_one_is_not() {
        let good = json!({"id": ID, "name": "De Bron", "kinds": [], "aliases": [], "shortName": null, "provenance": {}});
        assert!(pointers::<Organisation>(good).is_empty());
        let bad = json!({"id": ID, "name": "De Bron", "shortname": "Bron", "kinds": [{"kind": "vsv", "basis": "stated", "bases": "x"}]});
        assert_eq!(pointers::<Organisation>(bad), ["/kinds/0/bases", "/shortname"]);
    }

    #[test]
    fn of_a_large_body_the_first_fault_is_told() {
        let wrong = json!({"remove": {"claim": "x".repeat(2_000)}});
        assert_eq!(pointers::<Vec<Change>>(Value::from(vec![wrong.clone(); 3])).len(), 3);
        assert_eq!(pointers::<Vec<Change>>(Value::from(vec![wrong; 40])), ["/0/remove/claim"]);
    }

    #[test]
    fn faults_inside_a_batch_point_to_their_change() {
        let batch = json!([
            {"put": {"organisation": {"id": ID, "name": "x"}}},
            {"put": {"organisation": {"id": ID, "name": ""}}},
            {"remove": {"claim": "nonsense"}},
        ]);
        let mut found = pointers::<Vec<Change>>(batch);
        found.sort();
        assert_eq!(found, ["/1/put/organisation/name", "/2/remove/claim"]);
    }

    #[test]
    fn the_eleventh_of_a_list_is_not_inside_the_second() {
        let good = json!({"remove": {"claim": ID}});
        let wrong = json!({"remove": {"claim": "nonsense"}});
        let mut batch = vec![good; 12];
        for place in [1, 10, 11] {
            batch[place] = wrong.clone();
        }
        assert_eq!(pointers::<Vec<Change>>(batch.into()), ["/1/remove/claim", "/10/remove/claim", "/11/remove/claim"]);
        let strings = |at: usize| (0..12).map(|place| if place == at || place == 1 { json!(1) } else { json!("x") }).collect();
        assert_eq!(pointers::<Vec<String>>(strings(10)), ["/1", "/10"]);
    }

    #[test]
    fn a_text_is_found_where_it_stands() {
        let value = json!({"a": [{"b/c": "here"}]});
        assert_eq!(pointer_of(&value, "here"), "/a/0/b~1c");
        assert_eq!(pointer_of(&value, "nowhere"), "");
    }
}
