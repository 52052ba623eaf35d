//! A facilitator reads.

use super::Counter;
use serde_json::Value;

#[tokio::test]
async fn a_newcomer_sees_the_nine_coalitions_by_name() {
    let list = Counter::open().get("/v1/coalitions").await.is(200).json();
    let column = |name: &str| -> Vec<String> {
        list.as_array().expect("a list").iter().map(|row| row[name].as_str().expect("text").to_owned()).collect()
    };
    assert!(column("name").is_sorted());
    let mut ids = column("id");
    ids.sort();
    assert_eq!(ids, ["aalsmeer", "alkmaar", "almelo", "almere", "delft", "hoogeveen", "leiden", "zaanstad", "zeist"]);
}

#[tokio::test]
async fn every_question_about_every_coalition_has_an_answer() {
    let counter = Counter::open();
    let list = counter.get("/v1/coalitions").await.json();
    for id in list.as_array().expect("a list").iter().filter_map(|row| row["id"].as_str()) {
        for part in ["", "/partners", "/links", "/claims", "/gaps", "/structure", "/introductions", "/record"] {
            counter.get(&format!("/v1/coalitions/{id}{part}")).await.is(200);
        }
    }
}

#[tokio::test]
async fn a_coalition_is_found_by_its_other_names() {
    let counter = Counter::open();
    let by_slug = counter.get("/v1/coalitions/leiden").await.is(200).body;
    assert_eq!(counter.get("/v1/coalitions/Leiden").await.is(200).body, by_slug);
}

#[tokio::test]
async fn why_tells_about_a_pair_by_name_or_id() {
    let counter = Counter::open();
    let links = counter.get("/v1/coalitions/leiden/links").await.json();
    let [a, b] = ["a", "b"].map(|end| links[0][end]["id"].as_str().expect("Leiden has a line").to_owned());
    let why = counter.get(&format!("/v1/coalitions/leiden/why?a={a}&b={b}")).await.is(200).json();
    assert_eq!((why["a"]["id"].as_str(), why["b"]["id"].as_str()), (Some(a.as_str()), Some(b.as_str())));
    assert!(why["evidence"].as_array().is_some_and(|all| !all.is_empty()), "a finding has evidence");

    let name = why["a"]["name"].as_str().expect("a name").replace(' ', "%20");
    assert_eq!(counter.get(&format!("/v1/coalitions/leiden/why?a={name}&b={b}")).await.is(200).json(), why);

    counter.get(&format!("/v1/coalitions/leiden/why?a={a}&b=bakker")).await.problem(404);
    let same = counter.get(&format!("/v1/coalitions/leiden/why?a={a}&b={a}")).await.problem(400);
    assert_eq!(same.errors[0].parameter.as_deref(), Some("b"));
}

#[tokio::test]
async fn who_has_the_answer_already_is_told_so_in_a_few_bytes() {
    let counter = Counter::open();
    for path in [
        "/v1/coalitions",
        "/v1/coalitions/delft",
        "/v1/coalitions/delft/gaps?asOf=2020-01-01",
        "/v1/coalitions/delft/record",
        "/v1/catalogue",
        "/v1/organisations",
        "/v1/openapi.json",
    ] {
        let first = counter.get(path).await.is(200);
        let seen = format!("if-none-match: {}", first.header("etag"));
        let again = counter.ask("GET", path, &[&seen], "").await.is(304);
        assert!(again.body.is_empty() && again.header("etag") == first.header("etag"), "{path}");
        counter.ask("GET", path, &["if-none-match: \"other\""], "").await.is(200);
    }
}

#[tokio::test]
async fn an_answer_for_another_day_is_another_version() {
    let counter = Counter::open();
    let now = counter.get("/v1/coalitions/leiden").await.is(200);
    let then = counter.get("/v1/coalitions/leiden?asOf=2018-01-01").await.is(200);
    assert_eq!(then.json()["asOf"], "2018-01-01");
    assert_ne!(now.header("etag"), then.header("etag"));
}

#[tokio::test]
async fn a_long_list_comes_in_pages_that_together_hold_everything_once() {
    let counter = Counter::open();
    let total = counter.get("/v1/organisations?pageSize=1").await.is(200).json()["total"].as_u64().expect("a number");
    assert!(total > 60, "nine coalitions have many organisations: {total}");
    let (mut ids, mut names) = (Vec::new(), Vec::new());
    for page in 1..=total.div_ceil(20) + 1 {
        let rows = counter.get(&format!("/v1/organisations?page={page}&pageSize=20")).await.is(200).json();
        for row in rows["items"].as_array().expect("rows") {
            ids.push(row["id"].as_str().expect("an id").to_owned());
            names.push(row["name"].as_str().expect("a name").to_lowercase());
        }
    }
    assert!(names.is_sorted());
    let read = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!((read as u64, ids.len() as u64), (total, total));
}

#[tokio::test]
async fn one_thing_is_read_as_the_list_has_it() {
    let counter = Counter::open();
    for list in ["organisations", "persons", "sources"] {
        let rows = counter.get(&format!("/v1/{list}?pageSize=1")).await.is(200).json();
        let row: &Value = &rows["items"][0];
        let id = row["id"].as_str().expect("an id");
        assert_eq!(counter.get(&format!("/v1/{list}/{id}")).await.is(200).json(), *row);
    }
}

#[tokio::test]
async fn head_gives_the_headers_of_get_and_no_body() {
    let answer = Counter::open().ask("HEAD", "/v1/coalitions", &[], "").await.is(200);
    assert!(answer.body.is_empty() && !answer.header("etag").is_empty());
}
