//! Who may change what.

use super::VIEWERS;
use super::counter;
use super::register::{NOBODY, OTHER, PARTNER, naming_who_is_hidden, secrets};
use crate::api::support::Counter;
use kortelijnen::desk::Office;
use kortelijnen::model::{CoalitionId, Role, Viewer};
use serde_json::{Value, json};

fn claim(coalition: &str, more: Value) -> Value {
    let pair = json!([{"organisation": PARTNER}, {"organisation": OTHER}]);
    let mut claim = json!({"coalition": coalition, "scope": {"pair": pair}, "stance": "asserted", "kind": "knows"});
    claim.as_object_mut().expect("an object").extend(more.as_object().expect("fields").clone());
    claim
}

fn person_of(what: &str) -> String {
    let found = secrets().into_iter().find(|it| it.what == what).expect("somebody");
    found.addresses[0].1.clone()
}

#[tokio::test]
async fn each_role_changes_what_is_theirs() {
    for viewer in VIEWERS {
        let counter = counter(viewer);
        let added =
            async |noun: &str, thing: Value| counter.json("POST", &format!("/v1/{noun}"), &[], &thing).await.status.as_u16();
        let organisation = json!({"name": "Stichting Proefrecht", "domain": "social"});
        let own = added("claims", claim("leiden", json!({}))).await;
        let other = added("claims", claim("delft", json!({}))).await;
        let common = added("organisations", organisation).await;
        let expected = match viewer {
            "administrator" => (201, 201, 201),
            "facilitator:leiden" => (201, 403, 403),
            _ => (403, 403, 403),
        };
        assert_eq!((own, other, common), expected, "{viewer}");
    }
}

#[tokio::test]
async fn a_refusal_says_who_may_in_both_languages() {
    let counter = Counter::with(&[("KL_VIEWER", "professional:leiden")]);
    let ask = async |language: &str| {
        let language = format!("accept-language: {language}");
        counter.json("POST", "/v1/claims", &[&language], &json!({})).await.problem(403).detail
    };
    assert_eq!(ask("nl").await, "Wijzigen kan wie de coalitie leidt, of de beheerder. Vraag het een van hen.");
    assert_eq!(ask("en").await, "Whoever leads the coalition, or the administrator, can make changes. Ask one of them.");
}

#[tokio::test]
async fn a_facilitator_adds_a_person_together_with_the_membership() {
    let counter = counter("facilitator:leiden");
    let person = "0193a5b0-0000-7000-8000-00000000ab01";
    let alone = json!({"id": person, "name": "Nieuwe Collega"});
    let told = counter.json("POST", "/v1/persons", &[], &json!({"name": "Nieuwe Collega"})).await.problem(403);
    assert!(told.detail.contains("/v1/changes"), "{}", told.detail);
    let membership = |coalition: &str| json!({"id": "0193a5b0-0000-7000-8000-00000000ab02", "coalition": coalition, "party": {"person": person}, "status": "participating"});
    let batch =
        |coalition: &str| json!({"changes": [{"put": {"person": alone}}, {"put": {"membership": membership(coalition)}}]});
    counter.json("POST", "/v1/changes", &[], &batch("delft")).await.problem(403);
    counter.json("POST", "/v1/changes", &[], &batch("leiden")).await.is(200);
    let address = format!("/v1/persons/{person}");
    let seen = counter.get(&address).await.is(200);
    let changed = json!({"id": person, "name": "Nieuwe Collega", "visibility": "hidden"});
    let hidden = counter.json("PUT", &address, &[&format!("if-match: {}", seen.header("etag"))], &changed).await.is(200).json();
    counter.get(&address).await.problem(404);
    let undo = json!({"changes": hidden["inverse"], "expected": hidden["revisions"]});
    counter.json("POST", "/v1/changes", &[], &undo).await.is(200);
    counter.get(&address).await.is(200);
}

#[tokio::test]
async fn naming_who_is_not_seen_is_refused_as_naming_who_is_not_there() {
    let counter = counter("facilitator:leiden");
    for what in ["who is hidden", "who is expired", "of Delft"] {
        let id = person_of(what);
        let refused = async |id: &str| {
            let answer = counter.json("POST", "/v1/claims", &[], &claim("leiden", json!({"speaker": {"person": id}}))).await;
            let body: Value = answer.json();
            // The claim got an id of its own, which the refusal names.
            (answer.status, body["errors"][0]["pointer"].clone(), body["errors"][0]["detail"].as_str().map(|it| it.contains(id)))
        };
        assert_eq!(refused(&id).await, refused(NOBODY).await, "{what}");
    }
    let seen = claim("leiden", json!({"speaker": {"person": person_of("of Leiden")}}));
    counter.json("POST", "/v1/claims", &[], &seen).await.is(201);
    // An id that follows from a name: whether it is there is not told either.
    let guessed = kortelijnen::model::PersonId::from_key("leiden/niemand-met-deze-naam").to_string();
    for id in [person_of("who is hidden"), guessed] {
        let put = counter.json("PUT", &format!("/v1/persons/{id}"), &[], &json!({"id": id, "name": "Iemand"})).await;
        assert_eq!(put.status.as_u16(), 404, "{}", String::from_utf8_lossy(&put.body));
    }
}

#[tokio::test]
async fn who_writes_over_what_they_see_in_part_loses_nothing() {
    let counter = counter("administrator");
    let desk = secrets().into_iter().find(|it| it.what.starts_with("a public desk")).expect("a desk").addresses[0].1.clone();
    let address = format!("/v1/contact-points/{desk}");
    let seen = counter.get(&address).await.is(200);
    let mut changed = seen.json();
    assert!(changed.get("checkedBy").is_none() && changed.get("refer").is_none(), "{changed}");
    changed["phone"] = json!("071 555 01 99");
    counter.json("PUT", &address, &[&format!("if-match: {}", seen.header("etag"))], &changed).await.is(200);
    let snapshot = counter.1.live.snapshot();
    let kept = snapshot.register.contact_points().find(|it| it.id.to_string() == desk).expect("the desk");
    assert_eq!(kept.phone.as_ref().map(|it| it.as_str()), Some("071 555 01 99"));
    assert!(kept.checked_by.is_some() && kept.refer.is_some() && kept.provenance.note.is_some(), "{kept:?}");
}

#[tokio::test]
async fn what_names_who_is_hidden_is_not_given_as_it_is_stored() {
    let counter = counter("administrator");
    for (noun, id) in naming_who_is_hidden() {
        counter.get(&format!("/v1/{noun}/{id}")).await.problem(404);
    }
    // A partner where somebody hidden works cannot be removed, and by whom it is used is not told.
    let seen = counter.get(&format!("/v1/organisations/{PARTNER}")).await.is(200);
    let refused = counter
        .ask("DELETE", &format!("/v1/organisations/{PARTNER}"), &[&format!("if-match: {}", seen.header("etag"))], "")
        .await;
    let text = String::from_utf8_lossy(&refused.is(409).body).into_owned();
    let hidden = secrets().into_iter().filter(|it| it.seen_by.is_empty()).flat_map(|it| it.marks);
    assert_eq!(hidden.filter(|mark| text.contains(mark.as_str())).count(), 0, "{text}");
}

#[tokio::test]
async fn a_measurement_is_kept_by_who_leads_the_coalition() {
    for viewer in VIEWERS {
        let counter = counter(viewer);
        let kept = async |coalition: &str| {
            let address = format!("/v1/coalitions/{coalition}/measurements");
            counter.json("POST", &address, &[], &json!({})).await.status.as_u16()
        };
        let expected = match viewer {
            "administrator" => (201, 201),
            "facilitator:leiden" => (201, 403),
            _ => (403, 403),
        };
        assert_eq!((kept("leiden").await, kept("delft").await), expected, "{viewer}");
    }
}

#[tokio::test]
async fn how_many_persons_a_measure_counts_is_told_to_who_belongs_to_the_coalition() {
    for viewer in VIEWERS {
        let counter = counter(viewer);
        let as_leiden = Viewer::within(Role::Facilitator, CoalitionId::new("leiden").ok());
        let snapshot = counter.1.live.snapshot();
        let office = Office::new(&snapshot.register, counter.1.today()).seen_by(&as_leiden);
        let measured = office.measurement("leiden", None, counter.1.now()).expect("it is there");
        counter.1.live.keep_measurements(vec![measured]).expect("kept");
        let own = matches!(viewer, "administrator" | "facilitator:leiden" | "professional:leiden");
        let timeline = counter.get("/v1/coalitions/leiden/timeline").await.is(200).json();
        let changes = counter.get("/v1/coalitions/leiden/changes?from=2015-01-01").await.is(200).json();
        for answer in [&timeline, &changes] {
            let names: Vec<&str> =
                answer["measures"].as_array().expect("a list").iter().filter_map(|it| it["name"].as_str()).collect();
            assert!(names.contains(&"links"), "{viewer}: {names:?}");
            for name in ["carriers", "personDependence"] {
                assert_eq!(names.contains(&name), own, "{viewer}: {name}");
            }
        }
        let asked = counter.get("/v1/coalitions/leiden/timeline?measure=carriers").await;
        assert_eq!(asked.status.as_u16(), if own { 200 } else { 400 }, "{viewer}");
    }
}
