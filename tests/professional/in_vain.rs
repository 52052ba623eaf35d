//! A need that nobody serves: said as "we do not know", counted for who leads the coalition, never by whom.

use super::*;
use kortelijnen::live::Store;
use kortelijnen::model::NeedCode;

/// Nobody in Leiden has this among what its kind helps with.
const NEED: &str = "babyuitzet";

async fn searches(counter: &Counter) -> Value {
    counter.get("/v1/coalitions/leiden/searches").await.is(200).json()
}

#[tokio::test]
async fn what_nobody_serves_is_counted_and_told_as_not_known() {
    let counter = Counter::open();
    assert_eq!(searches(&counter).await, json!([]));
    let answer = who(&counter, json!({"coalition": "leiden", "need": NEED, "from": {"kind": MIDWIFE}})).await;
    let nobody = &answer["nobody"];
    assert!(nl(&nobody["words"]).ends_with("Dat is iets anders dan dat er geen hulp is: wij weten het niet."), "{nobody}");
    assert_eq!(nobody["counted"], true);
    assert!(!nobody["ask"].as_array().expect("whom to ask").is_empty());
    who(&counter, typed("leiden", "luiers")).await;
    // Somebody serves this, and this is of the past: neither counts.
    who(&counter, json!({"coalition": "leiden", "need": "schulden"})).await;
    who(&counter, json!({"coalition": "leiden", "need": NEED, "asOf": "2019-11-30"})).await;
    let rows = searches(&counter).await;
    let row = &rows[0];
    assert_eq!((rows.as_array().map(Vec::len), &row["need"]["code"], &row["times"]), (Some(1), &json!(NEED), &json!(2)));
    assert_eq!((&row["month"], &row["served"]), (&json!("2026-11"), &json!(false)));
    let keys: Vec<&String> = row.as_object().expect("a row").keys().collect();
    assert_eq!(keys, ["month", "need", "served", "times"], "who searched is not there");
}

#[tokio::test]
async fn a_flood_is_counted_up_to_the_limit() {
    let counter = Counter::with(&[("KL_SEARCHES_COUNTED_MINUTE_MAX", "3")]);
    let mut counted = Vec::new();
    for _ in 0..5 {
        counted.push(who(&counter, json!({"coalition": "leiden", "need": NEED})).await["nobody"]["counted"] == true);
    }
    assert_eq!(counted, [true, true, true, false, false]);
    assert_eq!(searches(&counter).await[0]["times"], 3);
}

#[tokio::test]
async fn the_counts_are_for_who_leads_the_coalition() {
    for (viewer, seen) in [
        ("administrator", true),
        ("facilitator:leiden", true),
        ("facilitator:delft", false),
        ("professional:leiden", false),
        ("adviser", false),
        ("visitor", false),
    ] {
        let counter = Counter::with(&[("KL_VIEWER", viewer)]);
        // Everything is asked, so that whatever a finding says nobody serves was searched for.
        let catalogue = counter.1.live.snapshot().register.catalogue().clone();
        for need in catalogue.needs.iter().map(|it| it.code.as_str()) {
            who(&counter, json!({"coalition": "leiden", "need": need})).await;
        }
        let answer = counter.get("/v1/coalitions/leiden/searches").await;
        let gaps = counter.get("/v1/coalitions/leiden/gaps").await.is(200).json();
        let uncovered = gaps["gaps"].as_array().expect("gaps").iter().find(|it| it["kind"] == "uncovered_need").expect("one");
        let evidence = uncovered["evidence"].as_array().expect("evidence");
        assert_eq!(evidence.iter().any(|it| it["sort"] == "search"), seen, "{viewer}");
        if seen {
            assert!(answer.is(200).json().as_array().is_some_and(|rows| !rows.is_empty()), "{viewer}");
        } else {
            let problem = answer.problem(403);
            assert!(problem.detail.contains("wie de coalitie leidt"), "{}", problem.detail);
        }
    }
}

#[tokio::test]
async fn counts_reach_the_disk_and_come_back() {
    let directory = tempfile::tempdir().expect("a directory");
    let counter = Counter::open();
    who(&counter, json!({"coalition": "leiden", "need": NEED})).await;
    {
        let store = Store::open(directory.path()).expect("a store");
        counter.1.live.searches().keep(&store).expect("kept");
    }
    let store = Store::open(directory.path()).expect("the same store");
    let kept = store.searches().expect("read");
    let (searched, times) = kept.iter().next().expect("one count");
    assert_eq!((searched.coalition.as_str(), searched.need.clone(), *times), ("leiden", NeedCode::new(NEED).expect("a code"), 1));
    assert_eq!((kept.len(), searched.month.to_string()), (1, "2026-11".to_owned()));
}
