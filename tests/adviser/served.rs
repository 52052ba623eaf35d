//! The same through HTTP.

use crate::api::schema;
use crate::api::support::Counter;
use serde_json::json;

const COMPARISONS: &str = "/v1/comparisons";

#[tokio::test]
async fn a_comparison_answers_as_the_document_says() {
    let counter = Counter::open();
    let document = counter.get("/v1/openapi.json").await.json();
    let operation = &document["paths"]["/comparisons"]["post"];
    let asked = &operation["requestBody"]["content"]["application/json"]["schema"];
    let given = &operation["responses"]["200"]["content"]["application/json"]["schema"];
    for body in [
        json!({}),
        json!({"coalitions": ["delft", "Leiden"], "asOf": "2019-11-30", "rule": "confirmed", "sides": "three-groups", "funnel": "crossDensity"}),
    ] {
        assert_eq!(schema::faults(&document, asked, &body), Vec::<String>::new());
        let answer = counter.json("POST", COMPARISONS, &[], &body).await.is(200);
        assert_eq!(schema::faults(&document, given, &answer.json()), Vec::<String>::new());
    }
}

#[tokio::test]
async fn the_same_question_has_the_same_tag_and_an_edit_another() {
    let counter = Counter::open();
    let ask = async |body: serde_json::Value| {
        let answer = counter.json("POST", COMPARISONS, &[], &body).await.is(200);
        answer.header("etag").trim_start_matches("W/").to_owned()
    };
    let two = json!({"coalitions": ["delft", "leiden"]});
    let tag = ask(two.clone()).await;
    assert!(!tag.is_empty());
    assert_eq!(ask(two.clone()).await, tag);
    assert_ne!(ask(json!({"coalitions": ["leiden", "delft"]})).await, tag, "another order is another answer");
    assert_ne!(ask(json!({"coalitions": ["delft", "leiden"], "rule": "confirmed"})).await, tag);
    let zeist = ask(json!({"coalitions": ["zeist"]})).await;
    let stored = counter.1.live.snapshot().register.coalitions().find(|it| it.id.as_str() == "delft").expect("Delft").clone();
    let running = kortelijnen::model::Coalition { phase: kortelijnen::model::Phase::Running, ..stored };
    let change = kortelijnen::model::Change::put(kortelijnen::model::Entity::Coalition(running));
    counter.1.write(vec![], vec![change]).await.expect("it is written");
    assert_ne!(ask(two).await, tag, "Delft changed");
    assert_eq!(ask(json!({"coalitions": ["zeist"]})).await, zeist, "Zeist did not");
}

#[tokio::test]
async fn everything_that_is_wrong_is_told_at_once_with_its_place() {
    let counter = Counter::open();
    let body = json!({"coalitions": ["leidn", "delft", "nergens"], "asOf": "gisteren", "sides": "x", "funnel": "score"});
    let problem = counter.json("POST", COMPARISONS, &[], &body).await.problem(400);
    let pointers: Vec<&str> = problem.errors.iter().filter_map(|error| error.pointer.as_deref()).collect();
    assert_eq!(pointers, ["/asOf", "/sides", "/coalitions/0", "/coalitions/2", "/funnel"]);
    assert!(problem.errors[2].detail.contains("leiden"), "{}", problem.errors[2].detail);
    counter.json("POST", COMPARISONS, &[], &json!({"coalition": ["delft"]})).await.problem(400);
}

#[tokio::test]
async fn how_many_may_be_compared_is_a_setting() {
    let counter = Counter::with(&[("KL_COMPARE_COALITIONS_MAX", "2")]);
    counter.json("POST", COMPARISONS, &[], &json!({"coalitions": ["delft", "leiden"]})).await.is(200);
    let problem = counter.json("POST", COMPARISONS, &[], &json!({"coalitions": ["delft", "leiden", "zeist"]})).await.problem(400);
    assert_eq!(problem.errors[0].pointer.as_deref(), Some("/coalitions"));
    counter.json("POST", COMPARISONS, &[], &json!({})).await.problem(400);
}
