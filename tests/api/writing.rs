//! A facilitator writes, sees what was written, and takes it back.

use super::Counter;
use super::support::Answer;
use serde_json::{Value, json};

const NEW: &str = "0193a5b0-0000-7000-8000-00000000000a";

fn organisation(name: &str) -> Value {
    json!({"name": name, "kinds": [{"kind": "kraamzorg", "basis": "stated"}]})
}

fn with_id(mut thing: Value, id: &str) -> Value {
    thing["id"] = id.into();
    thing
}

/// The parts of a coalition that carry no version number, on one day: what users edited is shown as of today.
async fn pages_of(counter: &Counter, coalition: &str) -> Vec<axum::body::Bytes> {
    let mut all = Vec::new();
    for part in ["partners", "links", "claims"] {
        all.push(counter.get(&format!("/v1/coalitions/{coalition}/{part}?asOf=2026-11-22")).await.is(200).body);
    }
    all
}

fn inverse(answer: &Answer) -> Value {
    let receipt = answer.json();
    json!({ "changes": receipt["inverse"], "expected": receipt["revisions"] })
}

#[tokio::test]
async fn what_is_added_is_there_at_once() {
    let counter = Counter::open();
    let added = counter.json("POST", "/v1/organisations", &[], &organisation("Kraamzorg De Wieg")).await.is(201);
    let address = added.header("location").to_owned();
    assert!(address.starts_with("/v1/organisations/"), "{address}");
    let read = counter.get(&address).await.is(200);
    assert_eq!((read.json()["name"].as_str(), read.header("etag")), (Some("Kraamzorg De Wieg"), added.header("etag")));
    let id = address.rsplit('/').next().expect("an id");
    assert_eq!(id.as_bytes()[14], b'7', "a version 7 UUID: {id}");
}

#[tokio::test]
async fn every_noun_can_be_added_read_changed_and_removed() {
    let counter = Counter::open();
    let leiden = counter.get("/v1/coalitions/leiden/partners").await.json();
    let organisation_id = leiden["partners"][0]["id"].clone();
    let other_id = leiden["partners"][1]["id"].clone();
    let person = counter.json("POST", "/v1/persons", &[], &json!({"name": "Anna Proef"})).await.is(201);
    let person_id = person.header("location").rsplit('/').next().expect("an id").to_owned();
    let pair = json!([{"organisation": organisation_id}, {"organisation": other_id}]);
    let nouns = [
        ("organisations", organisation("De Wieg")),
        ("persons", json!({"name": "Bert Proef"})),
        ("positions", json!({"person": person_id, "organisation": organisation_id, "title": "verloskundige"})),
        ("memberships", json!({"coalition": "leiden", "party": {"person": person_id}, "status": "participating"})),
        (
            "claims",
            json!({"coalition": "leiden", "scope": {"pair": pair}, "stance": "asserted", "kind": "works-with", "strength": 2}),
        ),
        ("coverages", json!({"coalition": "leiden", "scope": "lines", "complete": false})),
        ("initiatives", json!({"coalition": "leiden", "kind": "consultation", "name": "Proefoverleg"})),
        ("contact-points", json!({"organisation": organisation_id, "name": "Balie", "phone": "071 000 00 00"})),
        ("sources", json!({"kind": "interview", "title": "Gesprek"})),
    ];
    for (noun, thing) in nouns {
        let added = counter.json("POST", &format!("/v1/{noun}"), &[], &thing).await.is(201);
        let address = added.header("location").to_owned();
        let read = counter.get(&address).await.is(200);
        let seen = format!("if-match: {}", read.header("etag"));
        let changed = counter.json("PUT", &address, &[&seen], &read.json()).await.is(200);
        let seen = format!("if-match: {}", changed.header("etag"));
        counter.ask("DELETE", &address, &[&seen], "").await.is(200);
        counter.get(&address).await.problem(404);
    }
}

#[tokio::test]
async fn a_coalition_is_made_under_a_name_of_ones_own() {
    let counter = Counter::open();
    let gouda = json!({"id": "gouda", "name": "Gouda", "phase": "preparation"});
    let made = counter.json("PUT", "/v1/coalitions/gouda/record", &["if-none-match: *"], &gouda).await.is(201);
    assert_eq!(made.header("location"), "/v1/coalitions/gouda/record");
    assert_eq!(counter.get("/v1/coalitions/gouda").await.is(200).json()["name"], "Gouda");
    counter.json("PUT", "/v1/coalitions/gouda/record", &["if-none-match: *"], &gouda).await.problem(412);
}

#[tokio::test]
async fn nobody_overwrites_what_somebody_else_changed() {
    let counter = Counter::open();
    let address = format!("/v1/organisations/{NEW}");
    let first = counter.json("PUT", &address, &[], &with_id(organisation("Een"), NEW)).await.is(201);
    let seen_by_both = format!("if-match: {}", first.header("etag"));
    let second = counter.json("PUT", &address, &[&seen_by_both], &with_id(organisation("Twee"), NEW)).await.is(200);

    let late = counter.json("PUT", &address, &[&seen_by_both], &with_id(organisation("Drie"), NEW)).await;
    assert_eq!(late.header("etag"), second.header("etag"), "the refusal tells the version now");
    late.problem(412);
    counter.ask("DELETE", &address, &[&seen_by_both], "").await.problem(412);

    let blind = counter.json("PUT", &address, &[], &with_id(organisation("Vier"), NEW)).await;
    assert_eq!(blind.header("etag"), second.header("etag"));
    blind.problem(428);
    counter.ask("DELETE", &address, &[], "").await.problem(428);
    assert_eq!(counter.get(&address).await.json()["name"], "Twee");
}

#[tokio::test]
async fn what_is_not_there_has_no_version_to_match() {
    let counter = Counter::open();
    let address = format!("/v1/organisations/{NEW}");
    for seen in ["if-match: \"3\"", "if-match: *"] {
        counter.json("PUT", &address, &[seen], &with_id(organisation("Een"), NEW)).await.problem(412);
    }
    counter.ask("DELETE", &address, &["if-match: \"3\""], "").await.problem(404);
}

#[tokio::test]
async fn a_change_is_taken_back_by_posting_its_inverse() {
    let counter = Counter::open();
    let before = pages_of(&counter, "leiden").await;
    let partners = counter.get("/v1/coalitions/leiden/partners").await.json();
    let [a, b] = [&partners["partners"][0]["id"], &partners["partners"][1]["id"]];
    let claim = json!({"id": NEW, "coalition": "leiden", "scope": {"pair": [{"organisation": a}, {"organisation": b}]},
        "stance": "asserted", "kind": "works-with"});
    let seen = counter.get(&format!("/v1/organisations/{}", a.as_str().expect("an id"))).await.is(200);
    let mut renamed = seen.json();
    renamed["name"] = "Een andere naam".into();
    let batch = json!({"changes": [
        {"put": {"organisation": with_id(organisation("De Wieg"), NEW)}},
        {"put": {"claim": claim}},
        {"put": {"organisation": renamed}},
    ], "expected": [{"what": {"organisation": a}, "revision": revision(&seen)}]});
    let done = counter.json("POST", "/v1/changes", &[], &batch).await.is(200);
    assert_ne!(pages_of(&counter, "leiden").await, before, "the change shows");
    counter.json("POST", "/v1/changes", &[], &inverse(&done)).await.is(200);
    assert_eq!(pages_of(&counter, "leiden").await, before, "undone, byte for byte");
    counter.get(&format!("/v1/claims/{NEW}")).await.problem(404);
}

#[tokio::test]
async fn undoing_an_undo_is_doing_it_again() {
    let counter = Counter::open();
    let added = counter.json("POST", "/v1/organisations", &[], &organisation("De Wieg")).await.is(201);
    let address = added.header("location").to_owned();
    let shown = counter.get(&address).await.body;
    let undone = counter.json("POST", "/v1/changes", &[], &inverse(&added)).await.is(200);
    counter.get(&address).await.problem(404);
    counter.json("POST", "/v1/changes", &[], &inverse(&undone)).await.is(200);
    assert_eq!(counter.get(&address).await.is(200).body, shown);
}

#[tokio::test]
async fn a_batch_with_one_fault_changes_nothing() {
    let counter = Counter::open();
    let before = counter.get("/ready").await.json()["sequence"].clone();
    let batch = json!({"changes": [
        {"put": {"organisation": with_id(organisation("De Wieg"), NEW)}},
        {"put": {"organisation": {"id": "0193a5b0-0000-7000-8000-00000000000b", "name": "x", "kinds": [{"kind": "bakker", "basis": "stated"}]}}},
    ]});
    let problem = counter.json("POST", "/v1/changes", &[], &batch).await.problem(400);
    assert_eq!(problem.errors[0].pointer.as_deref(), Some("/changes/1/put/organisation/kinds/0/kind"));
    counter.get(&format!("/v1/organisations/{NEW}")).await.problem(404);
    assert_eq!(counter.get("/ready").await.json()["sequence"], before);
}

#[tokio::test]
async fn a_batch_is_refused_when_what_it_builds_on_has_changed() {
    let counter = Counter::open();
    let address = format!("/v1/organisations/{NEW}");
    let made = counter.json("PUT", &address, &[], &with_id(organisation("Een"), NEW)).await.is(201);
    let batch = |name: &str| {
        json!({"changes": [{"put": {"organisation": with_id(organisation(name), NEW)}}],
            "expected": [{"what": {"organisation": NEW}, "revision": revision(&made)}]})
    };
    let second = counter.json("POST", "/v1/changes", &[], &batch("Twee")).await.is(200);
    let problem = counter.json("POST", "/v1/changes", &[], &batch("Drie")).await.problem(412);
    assert_eq!(problem.errors[0].pointer.as_deref(), Some("/expected/0"));
    assert_eq!(problem.errors[0].revision, second.json()["sequence"].as_u64(), "the revision now");
}

#[tokio::test]
async fn a_batch_says_what_it_saw_of_everything_that_is_there() {
    let counter = Counter::open();
    let address = format!("/v1/organisations/{NEW}");
    let made = counter.json("PUT", &address, &[], &with_id(organisation("Een"), NEW)).await.is(201);
    let other = "0193a5b0-0000-7000-8000-00000000000b";
    let blind = json!({"changes": [
        {"put": {"organisation": with_id(organisation("Nieuw"), other)}},
        {"put": {"organisation": with_id(organisation("Overschreven"), NEW)}},
        {"remove": {"organisation": NEW}},
    ]});
    let problem = counter.json("POST", "/v1/changes", &[], &blind).await.problem(428);
    let named: Vec<_> = problem.errors.iter().map(|error| (error.pointer.as_deref(), error.revision)).collect();
    let now = Some(revision(&made));
    assert_eq!(named, [(Some("/changes/1"), now), (Some("/changes/2"), now)], "what is new needs no revision");
    assert_eq!(counter.get(&address).await.json()["name"], "Een");
    counter.get(&format!("/v1/organisations/{other}")).await.problem(404);
}

#[tokio::test]
async fn an_undo_does_not_take_back_what_somebody_else_did_since() {
    let counter = Counter::open();
    let address = format!("/v1/organisations/{NEW}");
    let first = counter.json("PUT", &address, &[], &with_id(organisation("Een"), NEW)).await.is(201);
    let mine = counter.json("PUT", &address, &[&if_match(&first)], &with_id(organisation("Van mij"), NEW)).await.is(200);
    counter.json("PUT", &address, &[&if_match(&mine)], &with_id(organisation("Van een ander"), NEW)).await.is(200);
    counter.json("POST", "/v1/changes", &[], &inverse(&mine)).await.problem(412);
    counter.json("POST", "/v1/changes", &[], &json!({"changes": mine.json()["inverse"]})).await.problem(428);
    assert_eq!(counter.get(&address).await.json()["name"], "Van een ander");
}

fn if_match(seen: &Answer) -> String {
    format!("if-match: {}", seen.header("etag"))
}

fn revision(seen: &Answer) -> u64 {
    seen.header("etag").trim_matches('"').parse().expect("a number")
}

#[tokio::test]
async fn what_others_refer_to_is_not_removed() {
    let counter = Counter::open();
    let partners = counter.get("/v1/coalitions/delft/partners").await.json();
    let address = format!("/v1/organisations/{}", partners["partners"][0]["id"].as_str().expect("an id"));
    let seen = format!("if-match: {}", counter.get(&address).await.header("etag"));
    counter.ask("DELETE", &address, &[&seen], "").await.problem(409);
}

#[tokio::test]
async fn a_partner_takes_part_once() {
    let counter = Counter::open();
    let partners = counter.get("/v1/coalitions/delft/partners").await.json();
    let member = partners["partners"].as_array().expect("rows").iter().find(|row| !row["status"].is_null()).expect("a member");
    let again = json!({"coalition": "delft", "party": {"organisation": member["id"]}, "status": "wanted"});
    let problem = counter.json("POST", "/v1/memberships", &[], &again).await.problem(409);
    assert_eq!(problem.errors[0].pointer.as_deref(), Some("/party/organisation"));
}

#[tokio::test]
async fn a_change_in_one_coalition_is_a_new_version_of_that_one_alone() {
    let counter = Counter::open();
    let (leiden, delft) = ("/v1/coalitions/leiden/gaps", "/v1/coalitions/delft/gaps");
    let before = [counter.get(leiden).await.header("etag").to_owned(), counter.get(delft).await.header("etag").to_owned()];
    let coverage = json!({"coalition": "leiden", "scope": "lines", "complete": false});
    counter.json("POST", "/v1/coverages", &[], &coverage).await.is(201);
    assert_ne!(counter.get(leiden).await.header("etag"), before[0]);
    assert_eq!(counter.get(delft).await.header("etag"), before[1]);
}

#[tokio::test]
async fn of_eight_people_who_saw_the_same_one_changes_it() {
    let counter = Counter::open();
    let address = format!("/v1/organisations/{NEW}");
    let made = counter.json("PUT", &address, &[], &with_id(organisation("Een"), NEW)).await.is(201);
    let seen = format!("if-match: {}", made.header("etag"));
    let tries: Vec<_> = (0..8)
        .map(|person| {
            let (counter, address, seen) = (counter.clone(), address.clone(), seen.clone());
            tokio::spawn(async move {
                let body = with_id(organisation(&format!("Naam {person}")), NEW);
                counter.json("PUT", &address, &[&seen], &body).await.status.as_u16()
            })
        })
        .collect();
    let mut statuses = Vec::new();
    for one in tries {
        statuses.push(one.await.expect("no panic"));
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412, 412, 412, 412, 412, 412, 412]);
}
