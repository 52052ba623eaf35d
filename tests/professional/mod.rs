//! A professional asks whom to call: through HTTP, and in the terminal.

mod desks;
mod faults;
mod in_vain;
#[cfg(unix)]
mod kept;
mod mended;
mod shipped;
mod terminal;

use crate::api::support::{Answer, Counter};
use serde_json::{Value, json};

const MIDWIFE: &str = "verloskundigenpraktijk";

/// Asks as it is.
async fn send(counter: &Counter, body: &Value) -> Answer {
    counter.json("POST", "/v1/who-to-call", &[], body).await
}

/// Asks what can be answered.
async fn who(counter: &Counter, body: Value) -> Value {
    send(counter, &body).await.is(200).json()
}

/// A midwife of a coalition who types something.
fn typed(coalition: &str, text: &str) -> Value {
    json!({"coalition": coalition, "text": text, "from": {"kind": MIDWIFE}})
}

fn names(answer: &Value) -> Vec<&str> {
    answer["answers"].as_array().expect("answers").iter().filter_map(|it| it["party"]["name"].as_str()).collect()
}

fn nl(words: &Value) -> &str {
    words["nl"].as_str().unwrap_or_else(|| panic!("no Dutch in {words}"))
}

/// Every pair of texts in both languages that stands anywhere in an answer.
fn all_words(value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            if let (Some(nl), Some(en)) = (fields.get("nl").and_then(Value::as_str), fields.get("en").and_then(Value::as_str)) {
                found.push((nl.to_owned(), en.to_owned()));
            }
            fields.values().for_each(|it| all_words(it, found));
        }
        Value::Array(items) => items.iter().for_each(|it| all_words(it, found)),
        _ => {}
    }
}
