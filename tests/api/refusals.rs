//! What is refused, how, and that every fault is told at once.

use super::Counter;
use serde_json::json;

const NEW: &str = "0193a5b0-0000-7000-8000-00000000000a";

#[tokio::test]
async fn an_address_at_which_nothing_lives_is_told_in_json() {
    let counter = Counter::open();
    for path in ["/v1", "/v1/", "/v1/nothing", "/v1/coalitions/leiden/nothing", "/v1/Coalitions", "/v2x", "/v1/openapi.yaml"] {
        if path.starts_with("/v1") {
            counter.get(path).await.problem(404);
        } else {
            counter.get(path).await.is(404);
        }
    }
    let problem = counter.get("/v1/coalitions/gouda").await.problem(404);
    assert!(problem.detail.contains("leiden"), "says what there is: {}", problem.detail);
    counter.get(&format!("/v1/claims/{NEW}")).await.problem(404);
}

#[tokio::test]
async fn a_slash_at_the_end_is_another_address() {
    let counter = Counter::open();
    for path in ["/v1/coalitions/", "/v1/coalitions/leiden/", "/v1/catalogue/", "/v1/openapi.json/"] {
        let answer = counter.get(path).await;
        assert!(answer.header("location").is_empty(), "no redirect");
        answer.problem(404);
    }
}

#[tokio::test]
async fn every_wrong_parameter_is_named_at_once() {
    let counter = Counter::open();
    let named = |problem: kortelijnen::api::Problem| -> Vec<String> {
        problem.errors.into_iter().filter_map(|error| error.parameter).collect()
    };
    let problem = counter.get("/v1/organisations?page=0&pageSize=9999&pagesize=3&sort=up").await.problem(400);
    assert_eq!(named(problem), ["page", "pageSize", "pagesize", "sort"]);
    let problem = counter.get("/v1/coalitions/leiden/why?b=&asOf=yesterday&a=x&a=y").await.problem(400);
    assert_eq!(named(problem), ["a", "b", "asOf"]);
    for (path, name) in [
        ("/v1/coalitions?filter=x", "filter"),
        ("/v1/coalitions/leiden?as_of=2019-01-01", "as_of"),
        ("/v1/coalitions/leiden?asOf=2019-02-30", "asOf"),
        ("/v1/coalitions/leiden?asOf=2019-W48-5", "asOf"),
        ("/v1/coalitions/leiden?asOf=%2B2019-11-3", "asOf"),
        ("/v1/coalitions/leiden/structure?rule=none", "rule"),
        ("/v1/claims/not-an-id", "id"),
        ("/health?x=1", "x"),
    ] {
        assert_eq!(named(counter.get(path).await.problem(400)), [name], "{path}");
    }
}

#[tokio::test]
async fn every_fault_of_a_body_is_named_at_once_with_its_place() {
    let counter = Counter::open();
    let claim = json!({"coalition": "leiden", "scope": {"domains": ["medical", "cooking"]}, "stance": "maybe",
        "kind": "works-with", "strength": 9, "speeker": null, "date": "soon"});
    let problem = counter.json("POST", "/v1/claims", &[], &claim).await.problem(400);
    let mut pointers: Vec<_> = problem.errors.iter().filter_map(|error| error.pointer.clone()).collect();
    pointers.sort();
    assert_eq!(pointers, ["/date", "/scope/domains/1", "/stance", "/strength"]);
}

#[tokio::test]
async fn an_id_in_the_body_must_be_the_one_of_the_address() {
    let counter = Counter::open();
    let other = json!({"id": "0193a5b0-0000-7000-8000-00000000000b", "name": "De Wieg"});
    let problem = counter.json("PUT", &format!("/v1/organisations/{NEW}"), &[], &other).await.problem(400);
    assert_eq!(problem.errors[0].pointer.as_deref(), Some("/id"));
    let problem = counter.json("POST", "/v1/organisations", &[], &other).await.problem(400);
    assert_eq!(problem.errors[0].pointer.as_deref(), Some("/id"), "the server makes the id");
}

#[tokio::test]
async fn client_data_is_refused() {
    // 111222333 is the published test number that passes the proof of a citizen service number.
    let source = json!({"kind": "interview", "title": "Gesprek over 111222333"});
    let problem = Counter::open().json("POST", "/v1/sources", &[], &source).await.problem(400);
    assert_eq!(problem.errors[0].pointer.as_deref(), Some("/title"));
    assert!(problem.errors[0].detail.contains("BSN"));
}

#[tokio::test]
async fn a_telephone_number_is_no_client_data_and_must_be_one() {
    let counter = Counter::open();
    let organisation = counter.get("/v1/coalitions/leiden/partners").await.json()["partners"][0]["id"].clone();
    // Nine of these digits pass the proof of a citizen service number.
    let desk = json!({"organisation": organisation, "name": "Balie", "phone": "+31 111 222 333", "mail": "balie@example.org",
        "web": "example.org"});
    counter.json("POST", "/v1/contact-points", &[], &desk).await.is(201);
    let wrong =
        json!({"organisation": organisation, "name": "Balie", "phone": "bel Anna", "mail": "balie", "web": "javascript:x"});
    let problem = counter.json("POST", "/v1/contact-points", &[], &wrong).await.problem(400);
    let mut named: Vec<_> = problem.errors.iter().filter_map(|error| error.pointer.as_deref()).collect();
    named.sort_unstable();
    assert_eq!(named, ["/mail", "/phone", "/web"]);
    let detail =
        |pointer: &str| problem.errors.iter().find(|it| it.pointer.as_deref() == Some(pointer)).map(|it| it.detail.clone());
    assert!(detail("/mail").is_some_and(|text| text.contains("geen mailadres")), "in Dutch");
}

#[tokio::test]
async fn what_is_no_json_is_refused_where_it_breaks() {
    let counter = Counter::open();
    let headers = ["content-type: application/json"];
    let problem = counter.ask("POST", "/v1/claims", &headers, "{\"kind\": ").await.problem(400);
    assert!(problem.detail.contains("regel 1"), "{}", problem.detail);
    for body in ["[]", "3", "null", "\"text\""] {
        counter.ask("POST", "/v1/claims", &headers, body).await.problem(400);
    }
    counter.ask("POST", "/v1/claims", &[], "{}").await.problem(415);
    counter.ask("POST", "/v1/claims", &["content-type: text/plain"], "{}").await.problem(415);
    counter.json("POST", "/v1/changes", &[], &json!({"changes": []})).await.problem(400);
}

#[tokio::test]
async fn a_wrong_method_is_told_which_ones_are_right() {
    let counter = Counter::open();
    let answer = counter.ask("POST", "/v1/coalitions", &["content-type: application/json"], "{}").await;
    assert_eq!(answer.header("allow"), "GET,HEAD");
    answer.problem(405);
    counter.ask("PATCH", &format!("/v1/claims/{NEW}"), &[], "").await.problem(405);
    counter.ask("DELETE", "/v1/openapi.json", &[], "").await.problem(405);
    counter.ask("POST", "/coalities", &[], "").await.problem(405);
}

#[tokio::test]
async fn who_wants_another_form_is_told_what_there_is() {
    let counter = Counter::open();
    counter.ask("GET", "/v1/coalitions", &["accept: text/html"], "").await.problem(406);
    counter.ask("GET", "/v1/coalitions", &["accept: application/xml, */*;q=0.1"], "").await.is(200);
    counter.ask("GET", "/v1/coalitions", &["accept: application/problem+json, application/json"], "").await.is(200);
}

#[tokio::test]
async fn refusals_are_dutch_unless_english_is_asked_for() {
    let counter = Counter::open();
    let dutch = counter.get("/v1/nothing").await;
    assert_eq!(dutch.header("content-language"), "nl");
    assert_eq!(dutch.problem(404).title, "Niet gevonden");
    let english = counter.ask("GET", "/v1/nothing", &["accept-language: en-GB, nl;q=0.5"], "").await;
    assert_eq!(english.header("content-language"), "en");
    assert_eq!(english.problem(404).title, "Not found");
}

#[tokio::test]
async fn only_this_machine_is_answered() {
    let counter = Counter::open();
    for host in ["evil.example", "localhost.evil.example:8080", "192.168.1.4:8080"] {
        let request = axum::http::Request::get("/v1/coalitions").header("host", host);
        counter.send(request.body(axum::body::Body::empty()).expect("a request")).await.problem(421);
    }
    let nameless = axum::http::Request::get("/v1/coalitions").body(axum::body::Body::empty()).expect("a request");
    counter.send(nameless).await.problem(421);
}

#[tokio::test]
async fn a_page_from_elsewhere_changes_nothing() {
    let counter = Counter::open();
    let source = json!({"kind": "interview", "title": "Gesprek"});
    for headers in [
        ["origin: https://evil.example"],
        ["origin: null"],
        ["origin: http://localhost:5173"],
        ["sec-fetch-site: cross-site"],
        ["sec-fetch-site: same-site"],
    ] {
        counter.json("POST", "/v1/sources", &headers, &source).await.problem(403);
    }
    let own = ["origin: http://localhost:8080", "sec-fetch-site: same-origin"];
    counter.json("POST", "/v1/sources", &own, &source).await.is(201);
}

#[tokio::test]
async fn every_answer_says_its_version_and_is_safe() {
    let counter = Counter::open();
    for path in ["/v1/coalitions", "/v1/nothing", "/v1/coalitions?x=1", "/v1/openapi.json", "/health", "/"] {
        let answer = counter.get(path).await;
        assert_eq!(answer.header("api-version"), kortelijnen::api::API_VERSION, "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("x-frame-options"), "DENY", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
        assert!(answer.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
        if path != "/" {
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        }
    }
}
