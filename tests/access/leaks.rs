//! Every address of the document, asked by every role, with every id there is.

use super::register::{NOBODY, OTHER, PARTNER, Secret, naming_who_is_hidden, secrets};
use super::{VIEWERS, counter};
use crate::api::support::{Answer, Counter};
use serde_json::{Value, json};

/// One request: method, path, body; and the ids in the path, which an answer may repeat.
struct Request {
    method: String,
    path: String,
    body: Option<Value>,
    asked: Vec<String>,
}

/// Everything that the document says can be asked.
fn requests(document: &Value) -> Vec<Request> {
    let mut requests = Vec::new();
    for (path, verbs) in document["paths"].as_object().expect("paths") {
        for (method, operation) in verbs.as_object().expect("verbs") {
            if !["get", "put", "post", "delete"].contains(&method.as_str()) {
                continue;
            }
            let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
            for (address, asked) in addresses(path, &parameters) {
                for question in questions(path, &parameters) {
                    for body in bodies(method, path) {
                        let path = format!("/v1{address}{question}");
                        requests.push(Request { method: method.to_uppercase(), path, body, asked: asked.clone() });
                    }
                }
            }
        }
    }
    requests
}

/// A path with real ids in it, each with those ids.
fn addresses(path: &str, parameters: &[Value]) -> Vec<(String, Vec<String>)> {
    let noun = path.split('/').nth(1).unwrap_or_default();
    let ids: Vec<String> = match noun {
        "coalitions" => ["leiden", "delft"].map(str::to_owned).into(),
        "organisations" => [PARTNER, OTHER, NOBODY].map(str::to_owned).into(),
        _ => {
            let all = secrets().into_iter().flat_map(|it| it.addresses).chain(naming_who_is_hidden());
            all.filter(|(of, _)| *of == noun).map(|(_, id)| id).chain([NOBODY.to_owned()]).collect()
        }
    };
    if !path.contains('{') {
        return vec![(path.to_owned(), Vec::new())];
    }
    let mut others = path.to_owned();
    for parameter in parameters.iter().filter(|it| it["in"] == "path" && it["name"] != "id") {
        let name = parameter["name"].as_str().expect("a name");
        let example = parameter["example"].as_str().unwrap_or_else(|| panic!("{path}: give {{{name}}} an example"));
        others = others.replace(&format!("{{{name}}}"), example);
    }
    let asked = |id: &String| if noun == "coalitions" { Vec::new() } else { vec![id.clone()] };
    ids.iter().map(|id| (others.replace("{id}", id), asked(id))).collect()
}

/// What can stand behind the question mark: each form that is text, both languages, both widths, another day, a full page.
fn questions(path: &str, parameters: &[Value]) -> Vec<String> {
    let mut needed: Vec<String> = Vec::new();
    let mut choices: Vec<Vec<String>> = Vec::new();
    for parameter in parameters.iter().filter(|it| it["in"] == "query") {
        let name = parameter["name"].as_str().expect("a name");
        match (name, parameter["schema"]["pattern"].as_str()) {
            ("a", _) => needed.push(format!("a={PARTNER}")),
            ("b", _) => needed.push(format!("b={OTHER}")),
            ("pageSize", _) => needed.push("pageSize=100".to_owned()),
            ("asOf", _) => choices.push(vec!["asOf=2026-11-22".to_owned()]),
            // What is packed cannot be looked through; it is made from the same answer as the form that is text.
            (name, Some(pattern)) => {
                let all = pattern.trim_start_matches("^(").trim_end_matches(")$").split('|');
                let text = all.filter(|it| !["png", "pdf"].contains(it));
                choices.push(text.map(|it| format!("{name}={it}")).collect());
            }
            (_, None) if parameter["required"] == true => panic!("{path}: say what to give for {name}"),
            _ => {}
        }
    }
    let mut questions = vec![needed];
    for choice in choices {
        let with = |one: &String| questions.iter().map(|it| [it.clone(), vec![one.clone()]].concat()).collect::<Vec<_>>();
        let more: Vec<Vec<String>> = choice.iter().flat_map(with).collect();
        questions.extend(more);
    }
    let written = |it: Vec<String>| if it.is_empty() { String::new() } else { format!("?{}", it.join("&")) };
    questions.into_iter().map(written).collect()
}

/// What is sent; a new address that takes a body says here what to try.
fn bodies(method: &str, path: &str) -> Vec<Option<Value>> {
    let persons: Vec<String> = secrets().iter().filter(|it| it.addresses.len() > 1).map(|it| it.addresses[0].1.clone()).collect();
    let desks = secrets().into_iter().flat_map(|it| it.addresses).filter(|(noun, _)| *noun == "contact-points").map(|(_, id)| id);
    match (method, path) {
        ("get", _) => vec![None],
        ("delete", _) => vec![None],
        ("put", _) => vec![Some(json!({}))],
        ("post", path) if path.contains("/what-if") => {
            let leaves = |person: &String| json!({"changes": [{"what": "person_leaves", "person": person}]});
            let others = [json!({"changes": [{"what": "project_lead_leaves"}]}), json!({"changes": []})];
            persons.iter().map(leaves).chain(others).map(Some).collect()
        }
        ("post", "/changes") => {
            let all = secrets().into_iter().flat_map(|it| it.addresses);
            let remove = |(noun, id): (&str, String)| {
                let what = json!({(noun.trim_end_matches('s').replace('-', "_")): id});
                json!({"changes": [{"remove": what}], "expected": [{"what": what, "revision": 1}]})
            };
            all.map(remove).chain([json!({"changes": []})]).map(Some).collect()
        }
        ("post", "/who-to-call") => {
            let base = |more: Value| {
                let mut asked = json!({"coalition": "leiden"});
                asked.as_object_mut().expect("an object").extend(more.as_object().expect("fields").clone());
                Some(asked)
            };
            let need = |need: &str| base(json!({"need": need, "from": {"organisation": OTHER}}));
            let found = ["schulden", "wonen", "Proefdam", "verborgenst", "sleutelgr", "zwijgz", "06 5550"]
                .map(|it| base(json!({"text": it})));
            let persons = persons
                .iter()
                .flat_map(|it| [base(json!({"person": it})), base(json!({"need": "schulden", "from": {"person": it}}))]);
            let desks = desks.map(|it| base(json!({"contactPoint": it})));
            found
                .into_iter()
                .chain([need("schulden"), base(json!({"organisation": PARTNER}))])
                .chain(persons)
                .chain(desks)
                .collect()
        }
        ("post", "/who-to-call/suggestions") => {
            let texts =
                ["verborg", "hid", "sleutelg", "aardewerkp", "overalw", "zwijg", "prinsenk", "mobiel", "lijn", "loket", "proef"];
            texts.into_iter().flat_map(|it| [json!({"text": it}), json!({"text": it, "coalition": "leiden"})]).map(Some).collect()
        }
        ("post", path) if path.matches('/').count() == 1 => vec![Some(json!({}))],
        (method, path) => panic!("{method} {path}: say here which bodies to try"),
    }
}

async fn ask(counter: &Counter, request: &Request) -> Answer {
    match &request.body {
        Some(body) => counter.json(&request.method, &request.path, &[], body).await,
        None => counter.ask(&request.method, &request.path, &[], "").await,
    }
}

/// Everything that came back as text in small letters, without the ids that were asked for.
fn text_of(answer: &Answer, request: &Request) -> String {
    let head: Vec<String> =
        answer.headers.iter().map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value.as_bytes()))).collect();
    let mut text = format!("{}\n{}\n{}", answer.status, head.join("\n"), String::from_utf8_lossy(&answer.body)).to_lowercase();
    // Who asks after an id, or sends it, knows it already; an answer that repeats it in a refusal tells nothing.
    if !answer.status.is_success() {
        let sent = request.body.as_ref().map(Value::to_string).unwrap_or_default();
        for mark in
            secrets().into_iter().flat_map(|it| it.marks).filter(|it| sent.contains(it.as_str()) || request.asked.contains(it))
        {
            text = text.replace(&mark, "");
        }
    }
    text
}

fn may_see(secret: &Secret, viewer: &str) -> bool {
    secret.seen_by.contains(&viewer)
}

/// Asks everything as one viewer: nothing they may not see is in any answer, and all they may see is in some.
async fn nothing_leaks_to(viewer: &str) {
    let counter = counter(viewer);
    let before = counter.1.live.snapshot().sequence();
    let document = counter.get("/v1/openapi.json").await.is(200).json();
    let (secrets, requests) = (secrets(), requests(&document));
    assert!(requests.len() > 100, "the document names {} requests", requests.len());
    let (mut leaks, mut found) = (Vec::new(), vec![false; secrets.len()]);
    for request in &requests {
        let answer = ask(&counter, request).await;
        assert!(!answer.status.is_server_error(), "{} {}: {}", request.method, request.path, answer.status);
        let text = text_of(&answer, request);
        for (place, secret) in secrets.iter().enumerate() {
            let told = secret.marks.iter().find(|mark| text.contains(mark.as_str()));
            match told {
                Some(mark) if !may_see(secret, viewer) => {
                    leaks.push(format!("{} {}: {} ({mark})", request.method, request.path, secret.what));
                }
                Some(_) => found[place] = true,
                None => {}
            }
        }
    }
    assert!(leaks.is_empty(), "{viewer}: {} leaks\n{}", leaks.len(), leaks.join("\n"));
    let unseen = secrets.iter().zip(&found).filter(|(secret, found)| may_see(secret, viewer) && !**found);
    let unseen: Vec<&str> = unseen.map(|(secret, _)| secret.what).collect();
    assert!(unseen.is_empty(), "{viewer} may see, and nowhere saw: {unseen:?}");
    assert_eq!(counter.1.live.snapshot().sequence(), before, "asking changed something");
}

#[tokio::test]
async fn nothing_leaks_to_the_administrator() {
    nothing_leaks_to(VIEWERS[0]).await;
}

#[tokio::test]
async fn nothing_leaks_to_a_visitor() {
    nothing_leaks_to(VIEWERS[1]).await;
}

#[tokio::test]
async fn nothing_leaks_to_an_adviser() {
    nothing_leaks_to(VIEWERS[2]).await;
}

#[tokio::test]
async fn nothing_leaks_to_a_professional() {
    nothing_leaks_to(VIEWERS[3]).await;
}

#[tokio::test]
async fn nothing_leaks_to_a_facilitator() {
    nothing_leaks_to(VIEWERS[4]).await;
}

#[tokio::test]
async fn nothing_leaks_to_a_professional_of_another_coalition() {
    nothing_leaks_to(VIEWERS[5]).await;
}

#[tokio::test]
async fn what_is_not_seen_is_answered_as_what_is_not_there() {
    for viewer in VIEWERS {
        let counter = counter(viewer);
        let hidden = secrets().into_iter().filter(|it| !may_see(it, viewer)).flat_map(|it| it.addresses);
        for (noun, id) in hidden.chain(naming_who_is_hidden()) {
            for (method, headers) in [
                ("GET", &[][..]),
                ("GET", &["if-none-match: *"]),
                ("DELETE", &[]),
                ("DELETE", &["if-match: *"]),
                ("DELETE", &["if-match: \"9\""]),
            ] {
                let asked = async |id: &str| {
                    let answer = counter.ask(method, &format!("/v1/{noun}/{id}"), headers, "").await;
                    let head: Vec<String> = answer.headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
                    format!("{} {head:?} {}", answer.status, String::from_utf8_lossy(&answer.body)).replace(id, "ID")
                };
                assert_eq!(asked(&id).await, asked(NOBODY).await, "{viewer}: {method} /v1/{noun}/{id}");
            }
        }
    }
}

#[tokio::test]
async fn lists_count_only_who_is_seen() {
    let total = async |counter: &Counter| counter.get("/v1/persons").await.is(200).json()["total"].as_u64().expect("a number");
    for viewer in VIEWERS {
        let without = total(&Counter::with(&[("KL_VIEWER", viewer)])).await;
        let people = secrets().into_iter().filter(|it| it.addresses.len() > 1 && may_see(it, viewer)).count() as u64;
        assert_eq!(total(&counter(viewer)).await, without + people, "{viewer}");
        if ["visitor", "adviser"].contains(&viewer) {
            assert_eq!(without + people, 0, "{viewer} sees no person at all");
        }
    }
}

/// Persons of the shipped coalitions, in small letters.
fn shipped_names() -> Vec<String> {
    let counter = Counter::open();
    let snapshot = counter.1.live.snapshot();
    snapshot.register.persons().map(|it| it.name.as_str().to_lowercase()).collect()
}

#[tokio::test]
async fn a_visitor_and_an_adviser_read_no_name_in_any_of_the_nine_coalitions() {
    let names = shipped_names();
    assert!(names.len() > 20, "{} persons are shipped", names.len());
    let mut somebody_to = Vec::new();
    for (viewer, nobody) in [("administrator", false), ("visitor", true), ("adviser", true)] {
        let counter = Counter::with(&[("KL_VIEWER", viewer)]);
        let document = counter.get("/v1/openapi.json").await.is(200).json();
        let places: Vec<String> = counter.1.live.snapshot().register.coalitions().map(|it| it.id.to_string()).collect();
        let (mut named, mut somebody) = (Vec::new(), 0);
        let of_leiden = |it: &&Request| it.method == "GET" && it.path.starts_with("/v1/coalitions/leiden");
        for request in requests(&document).iter().filter(of_leiden).filter(|it| !it.path.contains("why?")) {
            for place in &places {
                let path = request.path.replacen("leiden", place, 1);
                let answer = counter.get(&path).await;
                // What was searched for is for who leads the coalition.
                let leaders = path.ends_with("/searches") && nobody;
                let answer = answer.is(if leaders { 403 } else { 200 });
                let text = String::from_utf8_lossy(&answer.body).to_lowercase();
                named.extend(names.iter().filter(|name| text.contains(name.as_str())).map(|name| format!("{path}: {name}")));
                somebody += text.matches("iemand van ").count() + text.matches("somebody at ").count();
            }
        }
        assert_eq!(named.is_empty(), nobody, "{viewer}: {named:#?}");
        somebody_to.push(somebody);
    }
    // The administrator reads of somebody only where the register itself does not know who.
    assert!(somebody_to[0] < somebody_to[1] && somebody_to[1] == somebody_to[2], "{somebody_to:?}");
}
