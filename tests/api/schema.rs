//! Holds a JSON value against a schema of the API document: as much of JSON Schema as the document uses, and stricter in one
//! way: a field that the schema does not name is a fault.

use serde_json::Value;
use std::collections::BTreeSet;

/// Every way in which a value is not as its schema says. Panics at a keyword it does not know.
pub fn faults(document: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(document, schema, value, "", &mut found);
    found
}

const KNOWN: [&str; 24] = [
    "$ref",
    "type",
    "properties",
    "required",
    "items",
    "prefixItems",
    "oneOf",
    "allOf",
    "enum",
    "const",
    "format",
    "pattern",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "additionalProperties",
    "propertyNames",
    "description",
    "examples",
    "default",
    "title",
];

fn check(document: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let schema = follow(document, schema);
    let Some(rules) = schema.as_object() else { return };
    for keyword in rules.keys() {
        assert!(KNOWN.contains(&keyword.as_str()), "unknown keyword {keyword} at {at}");
    }
    if let Some(types) = rules.get("type") {
        let types: Vec<&str> =
            types.as_array().map_or(vec![types.as_str().unwrap_or("")], |all| all.iter().filter_map(Value::as_str).collect());
        if !types.iter().any(|name| is_of(name, value)) {
            return found.push(format!("{at}: {value} is no {}", types.join(" or ")));
        }
    }
    if let Some(choices) = rules.get("oneOf").and_then(Value::as_array) {
        let tried: Vec<Vec<String>> = choices.iter().map(|choice| faults(document, choice, value)).collect();
        let fitting = tried.iter().filter(|faults| faults.is_empty()).count();
        if fitting != 1 {
            let why: Vec<String> = tried.into_iter().flatten().collect();
            found.push(format!("{at}: {value} fits {fitting} of the choices: {}", why.join("; ")));
        }
    }
    if rules.get("enum").and_then(Value::as_array).is_some_and(|all| !all.contains(value)) {
        found.push(format!("{at}: {value} is none of {}", rules["enum"]));
    }
    match value {
        Value::Object(fields) => object(document, schema, fields, at, found),
        Value::Array(items) => list(document, rules, items, at, found),
        Value::String(text) => string(rules, text, at, found),
        Value::Number(number) => {
            let number = number.as_f64().unwrap_or(f64::NAN);
            let bound = |name: &str| rules.get(name).and_then(Value::as_f64);
            if bound("minimum").is_some_and(|least| number < least) || bound("maximum").is_some_and(|most| number > most) {
                found.push(format!("{at}: {number} is out of bounds"));
            }
        }
        _ => {}
    }
}

fn follow<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(to) => follow(document, document.pointer(to.trim_start_matches('#')).unwrap_or_else(|| panic!("{to}"))),
        None => schema,
    }
}

fn is_of(name: &str, value: &Value) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("unknown type {other}"),
    }
}

/// Fields of an object schema and of all that it is made of.
fn object(document: &Value, schema: &Value, fields: &serde_json::Map<String, Value>, at: &str, found: &mut Vec<String>) {
    let mut named = BTreeSet::new();
    let mut open = schema["oneOf"].is_array();
    let mut parts = vec![schema];
    while let Some(part) = parts.pop() {
        let part = follow(document, part);
        parts.extend(part["allOf"].as_array().into_iter().flatten());
        for name in part["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !fields.contains_key(name) {
                found.push(format!("{at}: {name} is missing"));
            }
        }
        for (name, inner) in part["properties"].as_object().into_iter().flatten() {
            named.insert(name.as_str());
            if let Some(value) = fields.get(name) {
                check(document, inner, value, &format!("{at}/{name}"), found);
            }
        }
        if part["additionalProperties"].is_object() {
            open = true;
            for (name, value) in fields {
                check(document, &part["additionalProperties"], value, &format!("{at}/{name}"), found);
            }
        }
    }
    if !open {
        found.extend(
            fields.keys().filter(|name| !named.contains(name.as_str())).map(|name| format!("{at}: {name} is not in the schema")),
        );
    }
}

fn list(document: &Value, rules: &serde_json::Map<String, Value>, items: &[Value], at: &str, found: &mut Vec<String>) {
    let bound = |name: &str| rules.get(name).and_then(Value::as_u64);
    let length = items.len() as u64;
    if bound("minItems").is_some_and(|least| length < least) || bound("maxItems").is_some_and(|most| length > most) {
        found.push(format!("{at}: {length} items"));
    }
    if let Some(inner) = rules.get("items") {
        items.iter().enumerate().for_each(|(place, item)| check(document, inner, item, &format!("{at}/{place}"), found));
    }
}

fn string(rules: &serde_json::Map<String, Value>, text: &str, at: &str, found: &mut Vec<String>) {
    let bound = |name: &str| rules.get(name).and_then(Value::as_u64);
    let length = text.chars().count() as u64;
    if bound("minLength").is_some_and(|least| length < least) || bound("maxLength").is_some_and(|most| length > most) {
        found.push(format!("{at}: {length} characters"));
    }
    let fits = match rules.get("format").and_then(Value::as_str) {
        Some("uuid") => uuid::Uuid::try_parse(text).is_ok(),
        Some("uri") => text.contains("://"),
        Some("date") => text.len() == 10,
        None => true,
        Some(other) => panic!("unknown format {other}"),
    };
    if !fits {
        found.push(format!("{at}: {text} is no {}", rules["format"]));
    }
}

#[test]
fn the_checker_itself_finds_faults() {
    let document = serde_json::json!({"components": {"schemas": {"Age": {"type": "integer", "minimum": 0}}}});
    let schema = serde_json::json!({"type": "object", "required": ["age", "name"], "properties": {
        "age": {"$ref": "#/components/schemas/Age"}, "name": {"type": ["string", "null"]},
        "stance": {"oneOf": [{"type": "null"}, {"type": "string", "enum": ["yes", "no"]}]}}});
    let count = |value: Value| faults(&document, &schema, &value).len();
    assert_eq!(count(serde_json::json!({"age": 3, "name": null, "stance": "no"})), 0);
    assert_eq!(count(serde_json::json!({"age": -1, "name": 3})), 2);
    assert_eq!(count(serde_json::json!({"age": 1.5, "stance": "maybe", "extra": 1})), 4);
}
