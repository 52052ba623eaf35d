//! A number for the coalitions of an organisation: a coalition does not get it by naming the organisation.

use crate::api::support::{Counter, now};
use kortelijnen::live::Actor;
use kortelijnen::model::Change;
use serde_json::{Value, json};

const OWNER: &str = "0193a5b0-0000-7000-8000-0000000da001";
const DESK: &str = "0193a5b0-0000-7000-8000-0000000db001";
const PHONE: &str = "015 555 03 01";

fn id(number: u8) -> String {
    format!("0193a5b0-0000-7000-8000-0000000dc0{number:02}")
}

fn put(counter: &Counter, things: Vec<Value>) {
    let put = |it: Value| serde_json::from_value::<Change>(json!({"put": it})).unwrap_or_else(|error| panic!("{error}"));
    counter.1.live.write(Actor::LOCAL, now(), &[], things.into_iter().map(put).collect()).expect("it fits");
}

/// A partner of Delft with a desk for its coalitions.
fn made(counter: &Counter) {
    put(
        counter,
        vec![
            json!({"organisation": {"id": OWNER, "name": "Proefsteun Delft", "domain": "social"}}),
            json!({"organisation": {"id": id(9), "name": "Proefsteun Leiden", "domain": "medical"}}),
            json!({"membership": {"id": id(1), "coalition": "delft", "party": {"organisation": OWNER}, "status": "participating"}}),
            json!({"membership": {"id": id(2), "coalition": "leiden", "party": {"organisation": id(9)}, "status": "participating"}}),
            json!({"contact_point": {"id": DESK, "organisation": OWNER, "name": "Proefsteunloket", "phone": PHONE,
                "visibility": "coalition", "needs": ["schulden"]}}),
        ],
    );
}

/// Is the number in any answer about Leiden?
async fn told_in_leiden(counter: &Counter) -> Vec<String> {
    let mut told = Vec::new();
    for path in ["coalitions/leiden/partners", "coalitions/leiden/call-card?format=html", &format!("contact-points/{DESK}")] {
        let answer = counter.get(&format!("/v1/{path}")).await;
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        told.extend((text.contains(PHONE) || text.contains("555 03 01")).then(|| path.to_owned()));
    }
    for body in [
        json!({"coalition": "leiden", "need": "schulden"}),
        json!({"coalition": "leiden", "organisation": OWNER}),
        json!({"coalition": "leiden", "text": "Proefsteunloket"}),
    ] {
        let answer = counter.json("POST", "/v1/who-to-call", &[], &body).await;
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        told.extend((text.contains(PHONE) || text.contains("555 03 01")).then(|| body.to_string()));
    }
    told
}

#[tokio::test]
async fn naming_an_organisation_gives_a_coalition_no_number_of_it() {
    for viewer in ["professional:leiden", "facilitator:leiden"] {
        let counter = Counter::with(&[("KL_VIEWER", viewer)]);
        made(&counter);
        assert_eq!(told_in_leiden(&counter).await, [""; 0], "{viewer}: in no way named");
        let pair = json!([{"organisation": OWNER}, {"organisation": id(9)}]);
        put(
            &counter,
            vec![
                json!({"claim": {"id": id(3), "coalition": "leiden", "scope": {"pair": pair}, "stance": "asserted", "kind": "knows"}}),
            ],
        );
        assert_eq!(told_in_leiden(&counter).await, [""; 0], "{viewer}: named in a claim");
        let membership = |status: &str| json!({"membership": {"id": id(4), "coalition": "leiden", "party": {"organisation": OWNER}, "status": status}});
        for status in ["wanted", "approached", "left"] {
            put(&counter, vec![membership(status)]);
            assert_eq!(told_in_leiden(&counter).await, [""; 0], "{viewer}: {status}");
        }
        for status in ["participating", "signatory"] {
            put(&counter, vec![membership(status)]);
            let told = told_in_leiden(&counter).await;
            assert!(told.len() >= 5, "{viewer}: {status}: {told:?}");
        }
    }
    // The other coalition sees its own partner's desk all the time.
    let counter = Counter::with(&[("KL_VIEWER", "professional:delft")]);
    made(&counter);
    let partners = counter.get("/v1/coalitions/delft/partners").await.is(200);
    assert!(String::from_utf8_lossy(&partners.body).contains(PHONE));
}
