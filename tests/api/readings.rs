//! How a question is asked: the sides, the rule, the day; and which answers are kept.

use super::Counter;
use serde_json::{Value, json};

#[tokio::test]
async fn sides_that_cannot_be_held_against_each_other_are_refused_with_what_to_write() {
    let counter = Counter::open();
    for (sides, told) in [
        ("medical", "dubbele punt"),
        (":social", "eerste kant is leeg"),
        ("medical:,", "tweede kant is leeg"),
        ("medical,social:social", "social staat aan beide kanten"),
        ("huisarts:medical", "huisarts staat aan beide kanten"),
        ("medical:Nergens", "\"Nergens\" is geen domein"),
        ("medical:nergens", "\"nergens\" is geen domein"),
    ] {
        let asked = format!("/v1/coalitions/leiden/gaps?sides={sides}");
        let problem = counter.get(&asked).await.problem(400);
        assert_eq!(problem.errors[0].parameter.as_deref(), Some("sides"), "{sides}");
        assert!(problem.errors[0].detail.contains(told), "{sides}: {}", problem.errors[0].detail);
    }
}

#[tokio::test]
async fn every_answer_says_by_which_sides_it_was_read() {
    let counter = Counter::open();
    let structure = |query: &'static str| {
        let counter = counter.clone();
        async move { counter.get(&format!("/v1/coalitions/leiden/structure{query}")).await.is(200).json() }
    };
    let (plain, chosen) = (structure("").await, structure("?sides=medical:public_health&rule=confirmed").await);
    assert_eq!(plain["sides"]["words"]["nl"], "medisch tegenover sociaal en informeel");
    assert_eq!(chosen["sides"]["words"]["nl"], "medisch tegenover publieke gezondheid");
    assert_eq!((&chosen["sides"]["code"], &chosen["rule"]), (&json!("medical:public_health"), &json!("confirmed")));
    assert_eq!(structure("?sides=default").await, plain);
    // Leiden has no education partner: the side is there, and nobody stands on it.
    let empty = structure("?sides=medical:education").await;
    let density = &empty["measures"]["crossDensity"];
    assert_eq!((&density["reason"], &density["value"]), (&json!("empty_side"), &Value::Null));
}

#[tokio::test]
async fn an_edit_makes_the_answers_of_its_own_coalition_anew_and_no_others() {
    let counter = Counter::open();
    let read_all = || async {
        for id in ["aalsmeer", "alkmaar", "delft", "leiden"] {
            counter.get(&format!("/v1/coalitions/{id}/gaps")).await.is(200);
        }
        counter.get("/v1/coalitions").await.is(200).json()
    };
    let list = read_all().await;
    assert_eq!(counter.1.answers_kept(), 4 + 9, "four gap lists, and a row for every coalition");
    assert_eq!(read_all().await, list);
    assert_eq!(counter.1.answers_kept(), 4 + 9, "nothing was made twice");

    let coverage = json!({"coalition": "leiden", "scope": "lines", "complete": false});
    counter.json("POST", "/v1/coverages", &[], &coverage).await.is(201);
    let after = read_all().await;
    assert_eq!(counter.1.answers_kept(), 4 + 9 + 2, "one gap list and one row");
    let version = |list: &Value, id: &str| {
        let rows = list.as_array().expect("a list").clone();
        rows.into_iter().find(|row| row["id"] == id).map(|row| row["version"].clone())
    };
    assert_eq!(version(&list, "delft"), version(&after, "delft"));
    assert_ne!(version(&list, "leiden"), version(&after, "leiden"), "the kept row of Leiden is not shown");
}

#[tokio::test]
async fn the_same_sides_written_otherwise_are_one_answer() {
    let counter = Counter::open();
    for sides in ["medical:social,informal", "medical:informal,social", "medical,%20medical:social,informal,,"] {
        let told = counter.get(&format!("/v1/coalitions/leiden/gaps?sides={sides}")).await.is(200).json();
        assert_eq!(told["sides"]["code"], "medical:social,informal", "{sides}");
    }
    assert_eq!(counter.1.answers_kept(), 1);
    counter.get("/v1/coalitions/leiden/gaps?sides=medical:social").await.is(200);
    assert_eq!(counter.1.answers_kept(), 2, "other sides are another answer");
}
