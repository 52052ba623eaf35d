//! Every address of the document, asked by every role, with every id there is.

use super::register::{NAMED_DESK_PHONE, NOBODY, OTHER, PARTNER, Secret, naming_in_part, naming_who_is_hidden, secrets};
use super::{VIEWERS, counter};
use crate::api::support::{Answer, Counter};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::process::{Command, Stdio};

/// One request: method, path, body; and the ids in the path, which an answer may repeat.
struct Request {
    /// The address and the choices behind it, whatever is filled in.
    of: String,
    method: String,
    path: String,
    body: Option<Value>,
    asked: Vec<String>,
}

/// Everything that the document says can be asked.
fn requests(document: &Value) -> Vec<Request> {
    requests_in(document, |form| !["png", "pdf"].contains(&form))
}

/// The same, with those forms that are wanted.
fn requests_in(document: &Value, wanted: impl Fn(&str) -> bool) -> Vec<Request> {
    let mut requests = Vec::new();
    for (path, verbs) in document["paths"].as_object().expect("paths") {
        let template = path;
        for (method, operation) in verbs.as_object().expect("verbs") {
            if !["get", "put", "post", "delete"].contains(&method.as_str()) {
                continue;
            }
            let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
            for (address, asked) in addresses(path, &parameters) {
                for question in questions(path, &parameters, &wanted) {
                    for body in bodies(method, path) {
                        let path = format!("/v1{address}{question}");
                        let of = format!("{} {template}{question}", method.to_uppercase());
                        requests.push(Request { of, method: method.to_uppercase(), path, body, asked: asked.clone() });
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
            let all = secrets().into_iter().flat_map(|it| it.addresses).chain(naming_who_is_hidden()).chain(naming_in_part());
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
fn questions(path: &str, parameters: &[Value], wanted: &impl Fn(&str) -> bool) -> Vec<String> {
    let mut needed: Vec<String> = Vec::new();
    let mut choices: Vec<Vec<String>> = Vec::new();
    for parameter in parameters.iter().filter(|it| it["in"] == "query") {
        let name = parameter["name"].as_str().expect("a name");
        match (name, parameter["schema"]["pattern"].as_str()) {
            ("a", _) => needed.push(format!("a={PARTNER}")),
            ("b", _) => needed.push(format!("b={OTHER}")),
            ("pageSize", _) => needed.push("pageSize=100".to_owned()),
            ("asOf", _) => choices.push(vec!["asOf=2026-11-22".to_owned()]),
            ("from", _) => choices.push(vec!["from=2015-01-01".to_owned()]),
            ("to", _) => choices.push(vec!["to=2026-11-22".to_owned()]),
            // One of two days is a map with fewer words than that of what changed between them.
            ("show", _) => choices.push(vec!["since=2015-01-01&show=changes".to_owned()]),
            // What is packed cannot be looked through; it is made from the same answer as the form that is text.
            (name, Some(pattern)) => {
                let pattern = pattern.replace("[.]", ".");
                let all = pattern.trim_start_matches("^(").trim_end_matches(")$").split('|');
                let some = all.filter(|it| wanted(it));
                choices.push(some.map(|it| format!("{name}={it}")).collect());
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
        ("post", "/coalitions/{id}/measurements") => [json!({}), json!({"asOf": "2019-11-30"})].into_iter().map(Some).collect(),
        ("post", "/changes") => {
            let all = secrets().into_iter().flat_map(|it| it.addresses);
            let remove = |(noun, id): (&str, String)| {
                let what = json!({(noun.trim_end_matches('s').replace('-', "_")): id});
                json!({"changes": [{"remove": what}], "expected": [{"what": what, "revision": 1}]})
            };
            all.map(remove).chain([json!({"changes": []})]).map(Some).collect()
        }
        ("post", "/who-to-call") => {
            let mut asked: Vec<Value> =
                ["schulden", "wonen", "Proefdam", "verborgenst", "verlopenh", "sleutelgr", "zwijgz", "06 5550"]
                    .map(|it| json!({"text": it}))
                    .into();
            asked.push(json!({"need": "schulden"}));
            asked.push(json!({"need": "schulden", "from": {"organisation": OTHER}}));
            asked.push(json!({"need": "schulden", "from": {"organisation": "sleutelgr"}}));
            asked.push(json!({"need": "schulden", "from": {"organisation": "verborgenst"}}));
            asked.push(json!({"organisation": PARTNER, "from": {"organisation": OTHER}}));
            for person in &persons {
                asked.extend([json!({"person": person}), json!({"need": "schulden", "from": {"person": person}})]);
            }
            asked.extend(desks.map(|it| json!({"contactPoint": it})));
            let at = |body: &Value, coalition: Option<&str>| {
                let mut body = body.clone();
                if let Some(coalition) = coalition {
                    body["coalition"] = json!(coalition);
                }
                Some(body)
            };
            asked.iter().flat_map(|it| [Some("leiden"), Some("delft"), None].map(|coalition| at(it, coalition))).collect()
        }
        ("post", "/who-to-call/suggestions") => {
            let texts =
                ["verborg", "hid", "sleutelg", "aardewerkp", "overalw", "zwijg", "prinsenk", "mobiel", "lijn", "loket", "proef"];
            let bodies =
                |it| [json!({"text": it}), json!({"text": it, "coalition": "leiden"}), json!({"text": it, "coalition": "delft"})];
            texts.into_iter().flat_map(bodies).map(Some).collect()
        }
        ("post", "/comparisons") => {
            let asked =
                [json!({}), json!({"coalitions": ["leiden", "delft"]}), json!({"rule": "confirmed", "asOf": "2026-11-22"})];
            asked.map(Some).into()
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
    let mut body = String::from_utf8_lossy(&answer.body).into_owned();
    if answer.header("content-type").starts_with("text/vcard") {
        // A long line goes on behind a blank.
        body = body.replace("\r\n ", "").replace("\r\n\t", "");
    }
    let mut text = format!("{}\n{}\n{body}", answer.status, head.join("\n")).to_lowercase();
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
    let mut answered: BTreeMap<&str, bool> = BTreeMap::new();
    for request in &requests {
        let answer = ask(&counter, request).await;
        assert!(!answer.status.is_server_error(), "{} {}: {}", request.method, request.path, answer.status);
        let text = text_of(&answer, request);
        *answered.entry(&request.of).or_default() |= answer.status.is_success();
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
    // A question that is always refused proves nothing; what changes something is refused here for another reason.
    let asks =
        |of: &str| of.starts_with("GET") || of.contains("who-to-call") || of.contains("what-if") || of.contains("comparisons");
    let refused: Vec<&str> = answered.iter().filter(|(of, answered)| asks(of) && !**answered).map(|(of, _)| *of).collect();
    assert!(viewer != VIEWERS[0] || refused.is_empty(), "never answered to {viewer}: {refused:#?}");
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

/// What another program reads in a PDF; nothing where that program is not installed.
fn read_pdf(bytes: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, bytes).expect("a file");
    let read = Command::new("pdftotext").arg("-raw").arg(&file).arg("-").stderr(Stdio::null()).output().ok()?;
    read.status.success().then(|| String::from_utf8_lossy(&read.stdout).to_lowercase())
}

#[tokio::test]
async fn what_is_printed_names_nobody_who_is_not_seen() {
    if Command::new("pdftotext").arg("-v").stderr(Stdio::null()).status().is_err() {
        return;
    }
    for viewer in ["administrator", "visitor"] {
        let counter = counter(viewer);
        let document = counter.get("/v1/openapi.json").await.is(200).json();
        let pdf = |form: &str| !["html", "svg", "png", "json", "dot", "csv", "en", "slim"].contains(&form);
        let all = requests_in(&document, pdf);
        let printed: Vec<&Request> =
            all.iter().filter(|it| it.path.contains("format=pdf") && it.method == "GET" && it.path.contains("leiden")).collect();
        assert!(printed.len() >= 2, "{} forms are printed", printed.len());
        for request in printed {
            let answer = ask(&counter, request).await;
            if answer.status.is_server_error() {
                // No fonts on this machine.
                continue;
            }
            let text = read_pdf(&answer.is(200).body).unwrap_or_else(|| panic!("{}: no PDF", request.path));
            let hidden = secrets().into_iter().filter(|it| !may_see(it, viewer)).flat_map(|it| it.marks);
            let told: Vec<String> = hidden.filter(|mark| text.contains(mark.as_str())).collect();
            assert!(told.is_empty(), "{viewer} {}: {told:?}", request.path);
            if request.path.contains("call-card") {
                assert!(text.contains(&NAMED_DESK_PHONE["071 ".len()..]), "{viewer} {}: {text}", request.path);
            }
        }
    }
}

/// Who types the name of somebody they may not see gets back what they typed, and nothing that a name of nobody does not give.
#[tokio::test]
async fn a_typed_name_of_who_is_not_seen_is_answered_as_a_name_of_nobody() {
    const NOBODY_NAMES: [&str; 2] = ["Wybba Qombargenvlyxn", "Qombargenvlyxn"];
    for (viewer, names) in [
        ("administrator", ["Hidda Verborgenstein", "Verborgenstein"]),
        ("visitor", ["Lena Sleutelgracht", "Sleutelgracht"]),
        ("professional:delft", ["Lena Sleutelgracht", "Sleutelgracht"]),
        ("professional:leiden", ["Dirk Aardewerkplein", "Aardewerkplein"]),
    ] {
        let counter = counter(viewer);
        for (name, nobody) in names.into_iter().zip(NOBODY_NAMES) {
            for coalition in [Some("leiden"), Some("delft"), None] {
                let bodies = |typed: &str| {
                    let from = json!({"need": "schulden", "from": {"organisation": typed}});
                    let place = json!({"need": "schulden", "from": {"place": typed}});
                    let asked = [("", json!({"text": typed})), ("", from), ("", place), ("/suggestions", json!({"text": typed}))];
                    asked.map(|(path, mut body)| {
                        if let Some(coalition) = coalition {
                            body["coalition"] = json!(coalition);
                        }
                        (format!("/v1/who-to-call{path}"), body)
                    })
                };
                let asked = async |typed: &str| {
                    let mut told = Vec::new();
                    for (path, body) in bodies(typed) {
                        let answer = counter.json("POST", &path, &[], &body).await;
                        let mut body = answer.json();
                        // What is likest among words that everybody sees depends on the letters.
                        let common =
                            |it: &Value| ["need", "kind", "place", "organisation"].iter().any(|what| it["what"] == *what);
                        let rows = if body.is_array() { Some(&mut body) } else { body.get_mut("guesses") };
                        rows.and_then(Value::as_array_mut).into_iter().for_each(|rows| rows.retain(|it| !common(it)));
                        told.push(format!("{} {body}", answer.status).replace(typed, "TYPED"));
                    }
                    told
                };
                assert_eq!(asked(name).await, asked(nobody).await, "{viewer}: {name} in {coalition:?}");
            }
        }
    }
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
