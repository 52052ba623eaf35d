//! Somebody who is hidden, or whom the register may not show any more, is named in no answer.

use super::Counter;
use super::support::Answer;
use serde_json::{Value, json};

const NAME: &str = "Xandra Verborgenstein";
/// The part of the name that is looked for; a map may break a name over two lines.
const PART: &str = "verborgenstein";

/// Leiden with one more person, who has a function, takes part, is quoted and joins a consultation.
struct Made {
    counter: Counter,
    person: String,
    position: String,
    membership: String,
    /// Two partners, the first her employer.
    partners: [String; 2],
}

impl Made {
    async fn new() -> Self {
        let counter = Counter::open();
        let rows = counter.get("/v1/coalitions/leiden/partners").await.json();
        let partners = [0, 1].map(|place| rows["partners"][place]["id"].as_str().expect("an id").to_owned());
        let person = add(&counter, "persons", json!({"name": NAME})).await;
        let position = json!({"person": person, "organisation": partners[0], "title": "verloskundige"});
        let position = add(&counter, "positions", position).await;
        let roles = json!(["project_lead", "attention_officer"]);
        let membership = json!({"coalition": "leiden", "party": {"person": person}, "status": "participating", "roles": roles});
        let membership = add(&counter, "memberships", membership).await;
        let pair = json!([{"organisation": partners[0]}, {"organisation": partners[1]}]);
        let claim = json!({"coalition": "leiden", "scope": {"pair": pair}, "stance": "asserted", "kind": "works-with",
            "speaker": {"person": person}, "provenance": {"at": format!("Interview, {NAME}, alinea 1"), "note": "mevr. Verborgenstein"}});
        add(&counter, "claims", claim).await;
        let own = json!([{"person": person}, {"organisation": partners[1]}]);
        let claim = json!({"coalition": "leiden", "scope": {"pair": own}, "stance": "asserted", "kind": "works-with",
            "speaker": {"position": position}});
        add(&counter, "claims", claim).await;
        for (name, party) in [("Overleg een", json!({"person": person})), ("Overleg twee", json!({"position": position}))] {
            let initiative = json!({"coalition": "leiden", "kind": "consultation", "name": name, "participants": [party]});
            add(&counter, "initiatives", initiative).await;
        }
        Self { counter, person, position, membership, partners }
    }

    /// Puts the person with some fields changed; gives the receipt.
    async fn change(&self, fields: Value) -> Answer {
        let address = format!("/v1/persons/{}", self.person);
        let before = self.counter.get(&address).await.is(200);
        let mut person = before.json();
        person.as_object_mut().expect("an object").extend(fields.as_object().expect("fields").clone());
        self.counter.json("PUT", &address, &[&format!("if-match: {}", before.header("etag"))], &person).await.is(200)
    }

    /// Addresses of answers about the coalition of which these contain the name.
    async fn naming(&self) -> Vec<String> {
        let [a, b] = &self.partners;
        let mut paths: Vec<String> = [
            "",
            "/partners",
            "/links",
            "/claims",
            "/gaps",
            "/structure",
            "/standings",
            "/introductions",
            "/report?format=html",
            "/record",
        ]
        .map(|part| format!("/v1/coalitions/leiden{part}"))
        .into();
        paths.push(format!("/v1/coalitions/leiden/why?a={a}&b={b}"));
        for form in ["svg", "dot"] {
            for width in ["wide", "slim"] {
                paths.extend(
                    ["nl", "en"].map(|it| format!("/v1/coalitions/leiden/map?format={form}&width={width}&language={it}")),
                );
            }
        }
        // An older day shows how things were, and not who may not be named today.
        for day in ["2026-11-22", "2026-01-01"] {
            let on_day = |path: &String| format!("{path}{}asOf={day}", if path.contains('?') { "&" } else { "?" });
            let days: Vec<String> =
                paths.iter().filter(|path| !path.contains("/record") && !path.contains("asOf")).map(on_day).collect();
            paths.extend(days);
        }
        paths.extend(["/v1/coalitions", "/v1/organisations?pageSize=100", "/v1/sources?pageSize=100"].map(str::to_owned));
        let mut naming = self.naming_lists().await;
        for path in paths {
            let text = String::from_utf8_lossy(&self.counter.get(&path).await.is(200).body).to_lowercase();
            if text.contains(PART) {
                naming.push(path);
            }
        }
        naming
    }

    /// The same of the list of persons.
    async fn naming_lists(&self) -> Vec<String> {
        let mut naming = Vec::new();
        for page in 1.. {
            let path = format!("/v1/persons?pageSize=100&page={page}");
            let answer = self.counter.get(&path).await.is(200);
            if String::from_utf8_lossy(&answer.body).to_lowercase().contains(PART) {
                naming.push(path);
            }
            if answer.json()["items"].as_array().is_none_or(Vec::is_empty) {
                break;
            }
        }
        naming
    }

    async fn persons(&self) -> u64 {
        self.counter.get("/v1/persons").await.json()["total"].as_u64().expect("a number")
    }

    async fn assert_nowhere_by_id(&self) {
        for (noun, id) in [("persons", &self.person), ("positions", &self.position), ("memberships", &self.membership)] {
            let problem = self.counter.get(&format!("/v1/{noun}/{id}")).await.problem(404);
            let unknown = "0193a5b0-0000-7000-8000-0000000000ff";
            let other = self.counter.get(&format!("/v1/{noun}/{unknown}")).await.problem(404);
            assert_eq!(problem.detail.replace(id, unknown), other.detail, "as for an id that was never there");
        }
    }
}

async fn add(counter: &Counter, noun: &str, thing: Value) -> String {
    let made = counter.json("POST", &format!("/v1/{noun}"), &[], &thing).await.is(201);
    made.header("location").rsplit('/').next().expect("an id").to_owned()
}

#[tokio::test]
async fn who_is_hidden_is_not_listed_not_found_and_not_counted() {
    let made = Made::new().await;
    let (before, list) = (made.persons().await, made.counter.get("/v1/persons").await.header("etag").to_owned());
    assert_eq!(made.naming_lists().await.len(), 1);
    made.change(json!({"visibility": "hidden"})).await;
    assert!(made.naming_lists().await.is_empty());
    assert_eq!(made.persons().await, before - 1);
    assert_ne!(made.counter.get("/v1/persons").await.header("etag"), list);
    made.assert_nowhere_by_id().await;
}

#[tokio::test]
async fn who_may_not_be_shown_any_more_is_not_listed_not_found_and_not_counted() {
    let made = Made::new().await;
    made.change(json!({"expires": "2026-11-22"})).await;
    assert_eq!(made.naming_lists().await.len(), 1, "the last day counts");
    let before = made.persons().await;
    made.change(json!({"expires": "2026-11-21"})).await;
    assert!(made.naming_lists().await.is_empty());
    assert_eq!(made.persons().await, before - 1);
    made.assert_nowhere_by_id().await;
}

#[tokio::test]
async fn who_is_hidden_is_named_in_no_answer() {
    let made = Made::new().await;
    let before = made.naming().await;
    for part in [
        "/v1/coalitions/leiden",
        "/v1/coalitions/leiden/partners",
        "/v1/coalitions/leiden/claims",
        "/v1/persons?pageSize=100&page=1",
    ] {
        assert!(before.iter().any(|path| path == part), "she was named in {part}, and only in {before:?}");
    }
    made.change(json!({"visibility": "hidden"})).await;
    assert_eq!(made.naming().await, Vec::<String>::new());
}

#[tokio::test]
async fn who_may_not_be_shown_any_more_is_named_in_no_answer() {
    let made = Made::new().await;
    made.change(json!({"expires": "2026-11-21"})).await;
    assert_eq!(made.naming().await, Vec::<String>::new());
}

#[tokio::test]
async fn hiding_can_be_undone_by_who_did_it() {
    let made = Made::new().await;
    let before = made.naming().await;
    let hidden = made.change(json!({"visibility": "hidden"})).await.json();
    let undo = json!({"changes": hidden["inverse"], "expected": hidden["revisions"]});
    made.counter.json("POST", "/v1/changes", &[], &undo).await.is(200);
    assert_eq!(made.naming().await, before);
}

#[tokio::test]
async fn no_refusal_and_no_receipt_tells_who_is_hidden() {
    let made = Made::new().await;
    let hidden = made.change(json!({"visibility": "hidden"})).await.json();
    let id = &made.person;
    let address = format!("/v1/persons/{id}");
    let other = json!({"id": id, "name": "Iemand Anders"});
    let seen = format!("if-match: \"{}\"", hidden["sequence"]);
    for headers in [&[][..], &["if-match: *"], &[seen.as_str()], &["if-none-match: *"]] {
        made.counter.json("PUT", &address, headers, &other).await.problem(404);
        made.counter.ask("DELETE", &address, headers, "").await.problem(404);
    }
    let expected = json!([{"what": {"person": id}, "revision": hidden["sequence"]}]);
    for change in [json!({"put": {"person": other}}), json!({"remove": {"person": id}})] {
        for expected in [&json!([]), &expected] {
            let batch = json!({"changes": [change], "expected": expected});
            // A revision of what is not there: otherwise now, and nothing of what it is.
            let status = if expected.as_array().is_some_and(Vec::is_empty) { 404 } else { 412 };
            let refused = made.counter.json("POST", "/v1/changes", &[], &batch).await.is(status).json();
            assert!(refused["errors"][0].get("revision").is_none(), "{refused}");
        }
    }
    // Beside something else: who is hidden and who never was are refused alike.
    let aside = |person: &str| {
        json!({"changes": [{"remove": {"claim": "0193a5b0-0000-7000-8000-0000000000ff"}}],
            "expected": [{"what": {"person": person}, "revision": 1}]})
    };
    let told = made.counter.json("POST", "/v1/changes", &[], &aside(id)).await;
    let never = made.counter.json("POST", "/v1/changes", &[], &aside("0193a5b0-0000-7000-8000-0000000000fe")).await;
    assert_eq!((told.status.as_u16(), never.status.as_u16()), (404, 404));
    assert_eq!(told.body, never.body);
}
