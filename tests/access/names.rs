//! A desk, a meeting or a theme that is named after somebody who may not be seen: it is there, under another name.

use super::counter;
use super::register::{GOVERNED_BY, NAMED_DESK_PHONE, OTHER, PARTNER, naming_in_part};
use crate::api::support::Counter;
use serde_json::{Value, json};

const ORGANISATION: &str = "Praktijk Proefdam";

fn desk() -> String {
    naming_in_part().into_iter().find(|(noun, _)| *noun == "contact-points").expect("a desk").1
}

/// The desk in a list of contacts or contact points.
fn desk_in(list: &Value) -> &Value {
    let list = list.as_array().unwrap_or_else(|| panic!("no list: {list}"));
    list.iter().find(|it| it["id"] == desk()).unwrap_or_else(|| panic!("no such desk in {list:?}"))
}

async fn partners(counter: &Counter) -> Value {
    let partners = counter.get("/v1/coalitions/leiden/partners").await.is(200).json();
    let partner = partners["partners"].as_array().expect("partners").iter().find(|it| it["id"] == PARTNER);
    desk_in(&partner.expect("the partner")["contactPoints"]).clone()
}

#[tokio::test]
async fn a_desk_named_after_who_is_not_seen_has_the_name_of_its_organisation_everywhere() {
    for viewer in ["administrator", "visitor", "professional:leiden"] {
        let counter = counter(viewer);
        assert_eq!(partners(&counter).await["name"], ORGANISATION, "{viewer}");
        let stored = counter.get(&format!("/v1/contact-points/{}", desk())).await.is(200).json();
        assert_eq!((&stored["name"], &stored["phone"]), (&json!(ORGANISATION), &json!(NAMED_DESK_PHONE)), "{viewer}");
        assert!(stored.get("refer").is_none(), "{viewer}: {stored}");
        let typed = json!({"text": "loket", "coalition": "leiden"});
        let rows = counter.json("POST", "/v1/who-to-call/suggestions", &[], &typed).await.is(200).json();
        let rows = rows.as_array().expect("rows");
        let texts: Vec<&str> = rows.iter().filter_map(|it| it["words"]["nl"].as_str()).collect();
        if let Some(row) = rows.iter().find(|it| it["id"] == desk()) {
            assert_eq!(row["words"], json!({"nl": ORGANISATION, "en": ORGANISATION}), "{viewer}");
        }
        assert!(!texts.iter().any(|it| it.contains("Verlopenhoek")), "{viewer}: {texts:?}");
        let asked = json!({"contactPoint": desk(), "coalition": "leiden", "from": {"organisation": OTHER}});
        let answer = counter.json("POST", "/v1/who-to-call", &[], &asked).await.is(200).json();
        assert_eq!(answer["answers"][0]["contact"]["name"], ORGANISATION, "{viewer}");
        assert_eq!(answer["answers"][0]["next"][0]["nl"], format!("Bel {ORGANISATION}: {NAMED_DESK_PHONE}."), "{viewer}");
    }
}

#[tokio::test]
async fn a_desk_keeps_its_own_name_where_its_namesake_is_seen() {
    let counter = counter("administrator");
    let person = super::register::secrets().into_iter().find(|it| it.what == "who is expired").expect("somebody");
    let person = person.addresses[0].1.clone();
    // Nobody is shown their record, so the last day goes with the register itself.
    let snapshot = counter.1.live.snapshot();
    let found = snapshot.register.persons().find(|it| it.id.to_string() == person).expect("the person").clone();
    let shown = kortelijnen::model::Person { expires: None, ..found };
    let change = kortelijnen::model::Change::put(kortelijnen::model::Entity::Person(shown));
    let (actor, now) = (kortelijnen::live::Actor::LOCAL, crate::api::support::now());
    counter.1.live.write(actor, now, &[], vec![change]).expect("a change");
    assert_eq!(partners(&counter).await["name"], "Loket Verlopenhoek");
}

#[tokio::test]
async fn who_writes_over_a_desk_they_see_under_another_name_loses_nothing() {
    let counter = counter("administrator");
    let address = format!("/v1/contact-points/{}", desk());
    let seen = counter.get(&address).await.is(200);
    let mut changed = seen.json();
    changed["phone"] = json!("071 555 01 98");
    let answer = counter.json("PUT", &address, &[&format!("if-match: {}", seen.header("etag"))], &changed).await.is(200);
    assert!(!String::from_utf8_lossy(&answer.body).contains("Verlopenhoek"));
    let snapshot = counter.1.live.snapshot();
    let kept = snapshot.register.contact_points().find(|it| it.id.to_string() == desk()).expect("the desk");
    assert_eq!((kept.name.as_str(), kept.refer.is_some()), ("Loket Verlopenhoek", true));
}

#[tokio::test]
async fn a_meeting_and_a_theme_named_after_who_is_hidden_have_the_name_of_their_sort() {
    let counter = counter("administrator");
    let overview = counter.get("/v1/coalitions/leiden").await.is(200);
    let text = String::from_utf8_lossy(&overview.body).into_owned();
    assert!(!text.contains("Verborgenstein"), "{text}");
    let names = |key: &str| {
        let rows: Vec<Value> = overview.json()[key].as_array().expect("rows").clone();
        rows.iter().filter_map(|it| it["name"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert!(names("initiatives").contains(&"overleg".to_owned()), "{:?}", names("initiatives"));
    assert!(names("themes").contains(&"thema".to_owned()), "{:?}", names("themes"));
    let (_, id) = naming_in_part().into_iter().find(|(noun, _)| *noun == "initiatives").expect("a meeting");
    assert_eq!(counter.get(&format!("/v1/initiatives/{id}")).await.is(200).json()["name"], "overleg");
    let stored = counter.get("/v1/coalitions/leiden").await.is(200);
    assert!(!String::from_utf8_lossy(&stored.body).contains("Verborgenstein"));
    // The two sit together there: the step of the line says so without the name.
    let asked = json!({"coalition": "leiden", "organisation": PARTNER, "from": {"organisation": OTHER}});
    let answer = counter.json("POST", "/v1/who-to-call", &[], &asked).await.is(200);
    assert!(!String::from_utf8_lossy(&answer.body).contains("Verborgenstein"));
}

#[tokio::test]
async fn a_fact_about_governance_that_names_who_is_hidden_has_the_words_of_its_sort_and_writing_keeps_its_own() {
    for viewer in ["administrator", "visitor", "facilitator:leiden"] {
        let counter = counter(viewer);
        let overview = counter.get("/v1/coalitions/leiden").await.is(200).json();
        let rows = overview["governance"].as_array().expect("rows");
        let words: Vec<&str> = rows.iter().filter_map(|it| it["words"]["nl"].as_str()).collect();
        assert_eq!(words, ["een trekker", "een trekker", GOVERNED_BY], "{viewer}");
        assert_eq!(rows[2]["parties"], json!([ORGANISATION]), "{viewer}");
    }
    let counter = counter("facilitator:leiden");
    let address = "/v1/coalitions/leiden/record";
    let seen = counter.get(address).await.is(200);
    let mut changed = seen.json();
    assert_eq!(changed["governance"][0]["text"], json!({"nl": "een trekker", "en": "a lead"}));
    changed["name"] = json!("Leiden aan de Proef");
    counter.json("PUT", address, &[&format!("if-match: {}", seen.header("etag"))], &changed).await.is(200);
    let snapshot = counter.1.live.snapshot();
    let leiden = snapshot.register.find_coalition("leiden").expect("Leiden");
    let kept: Vec<(&str, usize)> = leiden.governance.iter().map(|it| (it.text.nl.as_str(), it.parties.len())).collect();
    assert_eq!(kept, [("Hidda Verborgenstein trekt", 3), ("iemand anders", 3), (GOVERNED_BY, 1)]);
}
