//! Numbers of people: exact for who is of the coalition, and for nobody else where they are small.

use super::counter;
use super::register::OTHER;
use crate::api::support::Counter;
use serde_json::{Value, json};

/// Who asks, and whether they are of Leiden, of Delft.
const VIEWERS: [(&str, [bool; 2]); 6] = [
    ("visitor", [false, false]),
    ("adviser", [false, false]),
    ("professional:leiden", [true, false]),
    ("facilitator:leiden", [true, false]),
    ("professional:delft", [false, true]),
    ("administrator", [true, true]),
];

async fn structure(counter: &Counter, question: &str) -> Value {
    counter.get(&format!("/v1/coalitions/leiden/structure{question}")).await.is(200).json()
}

#[tokio::test]
async fn the_number_of_carriers_is_told_to_their_own_coalition_only() {
    for (viewer, [own, _]) in VIEWERS {
        let counter = counter(viewer);
        let answer = structure(&counter, "").await;
        let carriers = &answer["measures"]["carriers"];
        if own {
            let value = carriers["value"].as_f64().expect("a number");
            assert!(value > 0.0 && value < 5.0, "{viewer}: small, and told: {carriers}");
            assert!(answer["protected"].is_null() && answer["carriersCap"].is_u64(), "{viewer}");
            continue;
        }
        for field in ["value", "low", "high"] {
            assert!(carriers[field].is_null(), "{viewer}: {field} of {carriers}");
        }
        assert_eq!(carriers["reason"], "few_people", "{viewer}");
        // Some lines have no persons, so that there may be any number more: "fewer than" would say too much.
        assert_eq!(answer["protected"]["carriers"]["nl"], "aantal niet bekend", "{viewer}");
        assert_eq!(answer["protected"]["carriers"]["en"], "number not known", "{viewer}");
        assert!(answer["carriersCap"].is_null(), "{viewer}: the most they can be says how many they are");
        assert!(answer["measures"]["personDependence"]["value"].is_null(), "{viewer}");
        assert!(answer["measures"]["members"]["value"].is_number(), "{viewer}: organisations stand in public sources");
    }
}

#[tokio::test]
async fn no_other_way_of_asking_gives_the_number() {
    for viewer in ["visitor", "adviser", "professional:delft"] {
        let counter = counter(viewer);
        let questions = [
            "?rule=confirmed",
            "?asOf=2026-11-22",
            "?asOf=2019-11-30",
            "?sides=three-groups",
            "?sides=verloskundigenpraktijk:wijkteam",
        ];
        for question in questions {
            let answer = structure(&counter, question).await;
            let value = &answer["measures"]["carriers"]["value"];
            assert!(value.is_null() || *value == 0.0, "{viewer} {question}: {value}");
            assert!(answer["carriersCap"].as_u64().is_none_or(|cap| cap >= 5), "{viewer} {question}");
        }
        let standings = counter.get("/v1/coalitions/leiden/standings").await.is(200).json();
        let carriers = &standings["carriers"];
        assert!(carriers["number"]["value"].is_null() && carriers["cap"].is_null(), "{viewer}: {carriers}");
        assert_eq!(carriers["people"], json!([]), "{viewer}: as many rows as people");
        assert!(carriers["text"]["nl"].as_str().is_some_and(|text| text.contains("aantal niet bekend")), "{viewer}: {carriers}");
        let leaves = json!({"changes": [{"what": "partner_stops", "organisation": OTHER}]});
        let answer = counter.json("POST", "/v1/coalitions/leiden/what-if", &[], &leaves).await.is(200).json();
        let row = answer["measures"].as_array().expect("rows").iter().find(|it| it["name"] == "carriers").expect("the row");
        assert!(row["before"]["value"].is_null() && row["after"]["value"].is_null() && row["difference"].is_null(), "{row}");
    }
}

#[tokio::test]
async fn searches_are_for_who_leads_the_coalition() {
    for (viewer, status) in [("visitor", 403), ("adviser", 403), ("professional:leiden", 403), ("facilitator:leiden", 200)] {
        let counter = counter(viewer);
        counter.get("/v1/coalitions/leiden/searches").await.is(status);
    }
}
