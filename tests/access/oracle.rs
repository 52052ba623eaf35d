//! What a writer says to have seen tells nothing of what is hidden.

use super::counter;
use super::register::{NOBODY, OTHER, PARTNER, secrets};
use kortelijnen::model::PersonId;
use serde_json::{Value, json};

fn claim() -> Value {
    let pair = json!([{"organisation": PARTNER}, {"organisation": OTHER}]);
    let id = "0193a5b0-0000-7000-8000-0000000ea001";
    json!({"put": {"claim": {"id": id, "coalition": "leiden", "scope": {"pair": pair}, "stance": "asserted", "kind": "knows"}}})
}

#[tokio::test]
async fn building_on_who_is_hidden_is_answered_as_building_on_who_is_not_there() {
    let hidden = secrets().into_iter().find(|it| it.what == "who is hidden").expect("somebody");
    let absent = PersonId::from_key("leiden/niemand-met-deze-naam").to_string();
    for viewer in ["administrator", "facilitator:leiden", "professional:leiden"] {
        let revision = {
            let counter = counter(viewer);
            let snapshot = counter.1.live.snapshot();
            let person = snapshot.register.persons().find(|it| it.id.to_string() == hidden.addresses[0].1).expect("the person");
            snapshot.register.revision(&kortelijnen::model::EntityRef::Person(person.id)).expect("a revision")
        };
        for changes in [json!([claim()]), json!([{"remove": {"person": "ID"}}])] {
            for seen in [json!(null), json!(1), json!(revision)] {
                let asked = async |id: &str| {
                    let batch = json!({"changes": changes, "expected": [{"what": {"person": "ID"}, "revision": seen}]});
                    let batch: Value =
                        serde_json::from_str(&batch.to_string().replace("\"ID\"", &format!("\"{id}\""))).expect("JSON");
                    let counter = counter(viewer);
                    let answer = counter.json("POST", "/v1/changes", &[], &batch).await;
                    format!("{} {}", answer.status, String::from_utf8_lossy(&answer.body)).replace(id, "ID")
                };
                assert_eq!(asked(&hidden.addresses[0].1).await, asked(&absent).await, "{viewer}: {changes} after {seen}");
            }
        }
    }
}

#[tokio::test]
async fn who_may_not_change_a_thing_is_not_told_what_is_otherwise_now() {
    let counter = counter("facilitator:leiden");
    let of_delft = secrets().into_iter().find(|it| it.what == "a desk of Delft").expect("a desk").addresses[0].1.clone();
    let refused = async |id: &str| {
        let what = json!({"contact_point": id});
        let batch = json!({"changes": [{"remove": what}], "expected": [{"what": what, "revision": 1}]});
        let answer = counter.json("POST", "/v1/changes", &[], &batch).await;
        format!("{} {}", answer.status, String::from_utf8_lossy(&answer.body)).replace(id, "ID")
    };
    assert_eq!(refused(&of_delft).await, refused(NOBODY).await);
    assert!(refused(NOBODY).await.starts_with("404"), "{}", refused(NOBODY).await);
}
