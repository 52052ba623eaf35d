//! Introductions and what if, through HTTP.

use super::{Counter, schema};
use serde_json::{Value, json};

const WHAT_IF: &str = "/v1/coalitions/leiden/what-if";

/// Ids of Leiden's partners, by name.
async fn partner(counter: &Counter, name: &str) -> String {
    let partners = counter.get("/v1/coalitions/leiden/partners").await.json();
    let all = partners["partners"].as_array().expect("partners").clone();
    let found = all.iter().find(|row| row["name"].as_str().is_some_and(|it| it.contains(name)));
    found.and_then(|row| row["id"].as_str()).unwrap_or_else(|| panic!("{name} takes part in Leiden")).to_owned()
}

fn pointers(problem: &kortelijnen::api::Problem) -> Vec<&str> {
    problem.errors.iter().filter_map(|error| error.pointer.as_deref()).collect()
}

#[tokio::test]
async fn leiden_gets_a_proposal_that_starts_with_debt_relief() {
    let counter = Counter::open();
    let plan = counter.get("/v1/coalitions/leiden/introductions?lines=2").await.is(200).json();
    assert_eq!(plan["introductions"].as_array().map(Vec::len), Some(2));
    let first = &plan["introductions"][0];
    assert_eq!((first["letter"].as_str(), first["b"]["name"].as_str()), (Some("A"), Some("Schuldhulpverlening")));
    assert_eq!(first["askFirst"], false, "the source says that they find each other hard to reach");
    assert!(first["reasons"].as_array().expect("reasons").iter().any(|it| it["code"] == "core"));
    assert_eq!(first["contactB"]["how"], "unknown");
    let letters: Vec<&Value> = plan["meetings"]
        .as_array()
        .expect("meetings")
        .iter()
        .flat_map(|it| it["introductions"].as_array().expect("letters"))
        .collect();
    assert_eq!(letters.len(), 2);
    assert!(plan["value"]["after"].as_f64() > plan["value"]["before"].as_f64());
}

#[tokio::test]
async fn how_many_introductions_may_be_asked_is_a_setting() {
    let counter = Counter::with(&[("KL_INTRODUCTIONS_MAX", "3")]);
    let problem = counter.get("/v1/coalitions/leiden/introductions?lines=4").await.problem(400);
    assert_eq!(problem.errors[0].parameter.as_deref(), Some("lines"));
    assert!(problem.detail.contains("hooguit 3"), "{}", problem.detail);
    for wrong in ["0", "-1", "many"] {
        counter.get(&format!("/v1/coalitions/leiden/introductions?lines={wrong}")).await.problem(400);
    }
    let one = Counter::with(&[("KL_INTRODUCTION_LINES_PARTY_MAX", "1")]);
    let plan = one.get("/v1/coalitions/leiden/introductions").await.is(200).json();
    let mut ends: Vec<&str> = Vec::new();
    for row in plan["introductions"].as_array().expect("rows") {
        ends.extend(["a", "b"].map(|end| row[end]["id"].as_str().expect("an id")));
    }
    let all = ends.len();
    ends.sort_unstable();
    ends.dedup();
    assert_eq!(ends.len(), all, "everybody meets one other at most");
}

#[tokio::test]
async fn a_proposal_that_the_reader_has_is_not_sent_again() {
    let counter = Counter::open();
    let path = "/v1/coalitions/leiden/introductions?lines=1";
    let tag = counter.get(path).await.is(200).header("etag").to_owned();
    counter.ask("GET", path, &[&format!("if-none-match: {tag}")], "").await.is(304);
    let more = counter.get("/v1/coalitions/leiden/introductions?lines=2").await.is(200).json();
    assert_eq!(more["introductions"].as_array().map(Vec::len), Some(2), "another number is another answer");
}

#[tokio::test]
async fn a_scenario_answers_as_the_document_says_and_is_never_kept() {
    let counter = Counter::open();
    let document = counter.get("/v1/openapi.json").await.json();
    let tag = counter.get("/v1/coalitions/leiden").await.header("etag").to_owned();
    let (a, b) = (partner(&counter, "De Poort").await, partner(&counter, "Schuldhulp").await);
    let body = json!({"asOf": "2019-11-30", "sides": "default", "rule": "any", "changes": [
        {"what": "introduced", "a": a, "b": b},
        {"what": "partner_stops", "organisation": partner(&counter, "Gemeente").await},
    ]});
    let answer = counter.json("POST", WHAT_IF, &[], &body).await.is(200);
    assert_eq!(answer.header("cache-control"), "no-store");
    let told = answer.json();
    let operation = &document["paths"]["/coalitions/{id}/what-if"]["post"];
    let asked = &operation["requestBody"]["content"]["application/json"]["schema"];
    assert_eq!(schema::faults(&document, asked, &body), Vec::<String>::new());
    let given = &operation["responses"]["200"]["content"]["application/json"]["schema"];
    assert_eq!(schema::faults(&document, given, &told), Vec::<String>::new());
    assert_eq!(told["changes"][0]["change"]["what"], "introduced");
    assert_eq!(told["changes"][1]["text"]["nl"], "Gemeente Leiden doet niet meer mee.");
    assert_eq!((told["pairs"]["before"]["present"].as_u64(), told["pairs"]["after"]["present"].as_u64()), (Some(1), Some(2)));
    assert_eq!(counter.get("/v1/coalitions/leiden").await.header("etag"), tag, "the register never heard of it");
}

#[tokio::test]
async fn what_cannot_be_supposed_is_a_problem_with_its_place() {
    let counter = Counter::open();
    let ask = |body: Value| {
        let counter = counter.clone();
        async move { counter.json("POST", WHAT_IF, &[], &body).await.problem(400) }
    };
    let nobody = uuid::Uuid::nil();
    let poort = partner(&counter, "De Poort").await;
    let problem = ask(json!({"changes": [
        {"what": "person_leaves", "person": nobody},
        {"what": "introduced", "a": poort, "b": poort},
        {"what": "project_lead_leaves"},
    ]}))
    .await;
    assert_eq!(pointers(&problem), ["/changes/0/person", "/changes/1/b", "/changes/2"]);
    assert_eq!(
        problem.errors[2].detail,
        "Van deze coalitie is niet bekend wie het project leidt; kies een persoon of een partner."
    );
    let problem = ask(json!({"asOf": "yesterday", "sides": "medical", "changes": []})).await;
    assert_eq!(pointers(&problem), ["/asOf", "/sides"]);
    assert_eq!(pointers(&ask(json!({"changes": vec![json!({"what": "project_lead_leaves"}); 25]})).await), ["/changes"]);
    assert_eq!(pointers(&ask(json!({"rule": "any"})).await), ["/changes"]);
    assert_eq!(pointers(&ask(json!({"changes": [], "side": "default"})).await), ["/side"]);
    assert!(!ask(json!({"changes": [{"what": "everybody_leaves"}]})).await.errors.is_empty());
    counter.json("POST", "/v1/coalitions/nowhere/what-if", &[], &json!({"changes": []})).await.problem(404);
}

/// The cards of a map: id, place and size of each.
fn cards(svg: &str) -> Vec<String> {
    let of_card = |part: &str| {
        let id = part.split("data-id=\"").nth(1)?.split('"').next()?;
        let rect = part.split("<rect ").nth(1)?.split(" fill").next()?;
        Some(format!("{id} {rect}"))
    };
    svg.split("<g class=\"card ").skip(1).filter_map(of_card).collect()
}

#[tokio::test]
async fn on_the_map_of_a_scenario_nobody_moves() {
    let counter = Counter::open();
    let [poort, debts, vsv] = ["De Poort", "Schuldhulp", "Samenwerkingsverband"].map(|name| name.to_owned());
    let (poort, debts, vsv) = (partner(&counter, &poort).await, partner(&counter, &debts).await, partner(&counter, &vsv).await);
    let body =
        json!({"changes": [{"what": "introduced", "a": poort, "b": debts}, {"what": "partner_stops", "organisation": vsv}]});
    for width in ["wide", "slim"] {
        let plain = counter.get(&format!("/v1/coalitions/leiden/map?format=svg&language=nl&width={width}")).await.is(200);
        let path = format!("{WHAT_IF}/map?language=nl&width={width}");
        let supposed = counter.json("POST", &path, &[], &body).await.is(200);
        assert_eq!(supposed.header("content-type"), "image/svg+xml");
        assert_eq!(supposed.header("cache-control"), "no-store");
        assert!(supposed.header("content-security-policy").starts_with("default-src 'none'"));
        let [plain, supposed] = [plain, supposed].map(|it| String::from_utf8(it.body.to_vec()).expect("text"));
        assert!(!cards(&plain).is_empty());
        assert_eq!(cards(&plain), cards(&supposed), "{width}");
        assert_eq!(supposed.matches("data-status=\"introduced\"").count(), 1);
        assert!(supposed.contains("vertrekt in dit scenario") && !plain.contains("scenario"));
    }
    let problem = counter.json("POST", &format!("{WHAT_IF}/map?width=huge"), &[], &body).await.problem(400);
    assert_eq!(problem.errors[0].parameter.as_deref(), Some("width"));
}
