//! The API document: it follows the Dutch API Design Rules, and the answers follow it.

use super::Counter;
use serde_json::Value;
use std::collections::BTreeSet;

const METHODS: [&str; 4] = ["get", "put", "post", "delete"];

async fn document() -> Value {
    Counter::open().get("/v1/openapi.json").await.is(200).json()
}

/// Every operation: path, method, operation.
fn operations(document: &Value) -> Vec<(String, String, Value)> {
    let paths = document["paths"].as_object().expect("paths");
    let all = paths.iter().flat_map(|(path, item)| {
        let item = item.as_object().expect("an item").iter();
        item.map(move |(method, operation)| (path.clone(), method.clone(), operation.clone()))
    });
    all.collect()
}

fn resolve<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    match value["$ref"].as_str() {
        Some(to) => document.pointer(to.trim_start_matches('#')).unwrap_or_else(|| panic!("{to} is not there")),
        None => value,
    }
}

#[tokio::test]
async fn the_document_is_open_and_complete() {
    let answer = Counter::open().ask("GET", "/v1/openapi.json", &["origin: https://elsewhere.example"], "").await.is(200);
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    let document = answer.json();
    assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")));
    let info = &document["info"];
    for field in ["title", "description", "version"] {
        assert!(info[field].as_str().is_some_and(|text| !text.is_empty()), "{field}");
    }
    for field in ["name", "email", "url"] {
        assert!(info["contact"][field].as_str().is_some_and(|text| !text.is_empty()), "contact.{field}");
    }
    assert_eq!(info["license"]["identifier"], "EUPL-1.2");
    assert_eq!(info["version"].as_str().expect("a version").split('.').count(), 3, "semantic version");
    assert!(document["servers"][0]["url"].as_str().is_some_and(|url| url.ends_with("/v1")));
}

#[tokio::test]
async fn names_follow_the_rules() {
    let document = document().await;
    let mut operation_ids = BTreeSet::new();
    let tags: BTreeSet<&str> = document["tags"].as_array().expect("tags").iter().filter_map(|tag| tag["name"].as_str()).collect();
    for (path, method, operation) in operations(&document) {
        let here = format!("{method} {path}");
        for step in path.split('/').skip(1).filter(|step| !["{id}", "{picture}"].contains(step)) {
            let kebab = !step.is_empty() && step.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            assert!(kebab, "{here}: {step}");
        }
        assert!(METHODS.contains(&method.as_str()), "{here}");
        assert!(operation_ids.insert(operation["operationId"].to_string()), "{here}: operationId is used twice");
        assert!(operation["summary"].as_str().is_some_and(|text| text.len() > 5), "{here}: a summary");
        assert!(operation["tags"].as_array().is_some_and(|all| all.iter().all(|tag| tags.contains(tag.as_str().unwrap_or("")))));
        for parameter in operation["parameters"].as_array().unwrap_or(&Vec::new()) {
            let name = parameter["name"].as_str().expect("a name");
            assert!(parameter["description"].as_str().is_some(), "{here}: {name} is described");
            if parameter["in"] == "query" {
                let camel = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(|c| c.is_ascii_alphanumeric());
                assert!(camel, "{here}: {name}");
            }
        }
        let in_path = operation["parameters"].as_array().is_some_and(|all| all.iter().any(|it| it["in"] == "path"));
        assert_eq!(in_path, path.contains('{'), "{here}: what stands in the path is a parameter");
    }
}

#[tokio::test]
async fn every_operation_tells_what_can_go_wrong() {
    let document = document().await;
    for (path, method, operation) in operations(&document) {
        let here = format!("{method} {path}");
        let responses = operation["responses"].as_object().expect("responses");
        let mut expected = vec!["400", "406", "421", "500", "503", "504"];
        if path.contains("{id}") {
            expected.push("404");
        }
        match method.as_str() {
            "put" => expected.extend(["403", "409", "412", "413", "415", "428"]),
            "post" => expected.extend(["403", "409", "413", "415"]),
            "delete" => expected.extend(["403", "409", "412", "428"]),
            _ => {}
        }
        for status in expected {
            assert!(responses.contains_key(status), "{here}: {status}");
        }
        assert!(responses.keys().any(|status| status.starts_with('2')), "{here}: success");
        for (status, response) in responses {
            let response = resolve(&document, response);
            assert!(response["description"].as_str().is_some_and(|text| !text.is_empty()), "{here} {status}");
            assert!(!response["headers"]["API-Version"].is_null(), "{here} {status}: API-Version");
            if status.starts_with(['4', '5']) {
                let schema = resolve(&document, &response["content"]["application/problem+json"]["schema"]);
                for field in ["type", "title", "status", "detail"] {
                    let required = schema["required"].as_array().expect("required");
                    assert!(required.contains(&field.into()), "{here} {status}: {field}");
                }
            }
        }
    }
}

#[tokio::test]
async fn every_reference_leads_somewhere_and_dates_are_days() {
    fn walk(document: &Value, value: &Value, name: &str) {
        resolve(document, value);
        match value {
            Value::Object(fields) => {
                let format = value["format"].as_str();
                assert!(!matches!(format, Some("time" | "date-time-local")), "{name}");
                fields.iter().for_each(|(key, inner)| walk(document, inner, key));
            }
            Value::Array(items) => items.iter().for_each(|inner| walk(document, inner, name)),
            _ => {}
        }
    }
    let document = document().await;
    walk(&document, &document, "");
    for name in document["components"]["schemas"].as_object().expect("schemas").keys() {
        let pascal = name.starts_with(|c: char| c.is_ascii_uppercase()) && name.chars().all(|c| c.is_ascii_alphanumeric());
        assert!(pascal, "{name}");
    }
}

#[tokio::test]
async fn real_answers_are_as_the_document_says() {
    let counter = Counter::open();
    let document = counter.get("/v1/openapi.json").await.json();
    let mut asked = vec![
        "/coalitions".to_owned(),
        "/catalogue".into(),
        "/organisations?pageSize=100".into(),
        "/persons".into(),
        "/sources".into(),
    ];
    for id in ["leiden", "delft", "alkmaar", "zeist", "almere"] {
        for part in ["", "/partners", "/links", "/claims", "/gaps", "/structure", "/introductions?lines=3", "/record"] {
            asked.push(format!("/coalitions/{id}{part}"));
        }
    }
    let partners = counter.get("/v1/coalitions/leiden/partners").await.json();
    let id = |place: usize| partners["partners"][place]["id"].as_str().expect("an id").to_owned();
    asked.push(format!("/coalitions/leiden/why?a={}&b={}", id(0), id(1)));
    asked.push(format!("/organisations/{}", id(0)));
    for claim in counter.get("/v1/coalitions/leiden/claims").await.json().as_array().expect("claims") {
        asked.push(format!("/claims/{}", claim["id"].as_str().expect("an id")));
    }
    for path in asked {
        let answer = counter.get(&format!("/v1{path}")).await.is(200).json();
        let plain = path.split('?').next().expect("a path");
        let template = template(plain);
        let operation = &document["paths"][&template]["get"];
        let schema = &operation["responses"]["200"]["content"]["application/json"]["schema"];
        assert!(!schema.is_null(), "{template}");
        let faults = super::schema::faults(&document, schema, &answer);
        assert!(faults.is_empty(), "{path}:\n{}", faults.join("\n"));
    }
}

/// The path in the document of an address.
fn template(path: &str) -> String {
    let mut steps: Vec<&str> = path.split('/').collect();
    if steps.len() > 2 {
        steps[2] = "{id}";
    }
    steps.join("/")
}

#[tokio::test]
async fn a_receipt_and_a_problem_are_as_the_document_says() {
    let counter = Counter::open();
    let document = counter.get("/v1/openapi.json").await.json();
    let source = serde_json::json!({"kind": "interview", "title": "Gesprek"});
    let receipt = counter.json("POST", "/v1/sources", &[], &source).await.is(201).json();
    let schema = &document["paths"]["/sources"]["post"]["responses"]["201"]["content"]["application/json"]["schema"];
    assert_eq!(super::schema::faults(&document, schema, &receipt), Vec::<String>::new());
    let draft = &document["paths"]["/sources"]["post"]["requestBody"]["content"]["application/json"]["schema"];
    assert_eq!(super::schema::faults(&document, draft, &source), Vec::<String>::new());

    let problem = counter.json("POST", "/v1/sources", &[], &serde_json::json!({"kind": "x"})).await.is(400).json();
    let schema = serde_json::json!({"$ref": "#/components/schemas/Problem"});
    assert_eq!(super::schema::faults(&document, &schema, &problem), Vec::<String>::new());
}

#[tokio::test]
async fn the_document_changes_only_on_purpose() {
    let document = document().await;
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/api/openapi.json");
    let text = serde_json::to_string_pretty(&document).expect("JSON") + "\n";
    if std::env::var_os("UPDATE_OPENAPI").is_some() {
        std::fs::write(path, &text).expect("written");
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    let differs = text.lines().zip(kept.lines()).position(|(new, old)| new != old);
    assert!(
        text == kept,
        "the API document changed, first at line {}; if that was meant, run: UPDATE_OPENAPI=1 cargo test --test main api::document \
         and make the types of web/ again",
        differs.map_or("the end".to_owned(), |line| (line + 1).to_string())
    );
}
