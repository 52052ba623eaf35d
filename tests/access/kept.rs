//! Answers that are kept: who is hidden or renamed is out of every next answer, also where they only checked a number.

use crate::api::support::{Counter, now};
use kortelijnen::live::Actor;
use kortelijnen::model::Change;
use serde_json::{Value, json};

const DESK_OWNER: &str = "0193a5b0-0000-7000-8000-0000000ca001";
const ELSEWHERE: &str = "0193a5b0-0000-7000-8000-0000000ca002";
const CHECKER: &str = "0193a5b0-0000-7000-8000-0000000cb001";
/// In which they checked it.
const CHECKER_POSITION: &str = "0193a5b0-0000-7000-8000-0000000cc001";
const HOLDER: &str = "0193a5b0-0000-7000-8000-0000000cb002";

/// A partner of Delft alone, whose desk of all coalitions was checked by somebody of Leiden, and whose number is another's.
fn made(counter: &Counter) {
    let id = |number: u8| format!("0193a5b0-0000-7000-8000-0000000cc0{number:02}");
    let things = [
        json!({"organisation": {"id": DESK_OWNER, "name": "Proefhuis Delft", "domain": "social"}}),
        json!({"organisation": {"id": ELSEWHERE, "name": "Proefhuis Leiden", "domain": "social"}}),
        json!({"person": {"id": CHECKER, "name": "Tessa Wachttoren", "visibility": "all_coalitions"}}),
        json!({"person": {"id": HOLDER, "name": "Noor Klokkenluis", "visibility": "all_coalitions"}}),
        json!({"position": {"id": id(1), "person": CHECKER, "organisation": ELSEWHERE, "title": "controleur"}}),
        json!({"position": {"id": id(2), "person": HOLDER, "organisation": ELSEWHERE, "title": "beller"}}),
        json!({"membership": {"id": id(3), "coalition": "delft", "party": {"organisation": DESK_OWNER}, "status": "participating"}}),
        json!({"membership": {"id": id(4), "coalition": "leiden", "party": {"organisation": ELSEWHERE}, "status": "participating"}}),
        json!({"contact_point": {"id": id(5), "organisation": DESK_OWNER, "name": "Proefloket", "phone": "015 555 02 01",
            "visibility": "public", "needs": ["schulden"], "checked": "2026-11-01", "checkedBy": {"position": id(1)}}}),
        json!({"contact_point": {"id": id(6), "organisation": DESK_OWNER, "name": "Lijn Klokkenluis", "phone": "015 555 02 02",
            "visibility": "public", "needs": ["schulden"], "person": HOLDER}}),
    ];
    let put = |it: Value| serde_json::from_value::<Change>(json!({"put": it})).unwrap_or_else(|error| panic!("{error}"));
    counter.1.live.write(Actor::LOCAL, now(), &[], things.into_iter().map(put).collect()).expect("it fits");
}

/// Every answer of Delft that is kept, each asked twice so that the second can be the kept one.
async fn answers(counter: &Counter) -> Vec<(String, String)> {
    let who = json!({"coalition": "delft", "need": "schulden"});
    let of_owner = json!({"coalition": "delft", "organisation": DESK_OWNER});
    let mut told = Vec::new();
    for _ in 0..2 {
        for body in [&who, &of_owner] {
            let answer = counter.json("POST", "/v1/who-to-call", &[], body).await.is(200);
            told.push(("who-to-call".to_owned(), String::from_utf8_lossy(&answer.body).into_owned()));
        }
        for of in ["partners", "gaps", "claims", "call-card?format=html&language=nl", "report?format=html&language=nl"] {
            let answer = counter.get(&format!("/v1/coalitions/delft/{of}")).await.is(200);
            told.push((of.to_owned(), String::from_utf8_lossy(&answer.body).into_owned()));
        }
    }
    told
}

fn naming(told: &[(String, String)], mark: &str) -> Vec<String> {
    told.iter().filter(|(_, text)| text.contains(mark)).map(|(of, _)| of.clone()).collect()
}

async fn changed(counter: &Counter, person: &str, name: &str, visibility: &str) {
    let address = format!("/v1/persons/{person}");
    let seen = counter.get(&address).await.is(200);
    let body = json!({"id": person, "name": name, "visibility": visibility});
    counter.json("PUT", &address, &[&format!("if-match: {}", seen.header("etag"))], &body).await.is(200);
}

#[tokio::test]
async fn a_kept_answer_does_not_outlive_the_name_in_it() {
    let counter = Counter::open();
    made(&counter);
    let before = answers(&counter).await;
    for of in ["who-to-call", "partners"] {
        let naming = [naming(&before, "Wachttoren"), naming(&before, CHECKER_POSITION)].concat();
        assert!(naming.iter().any(|it| it == of), "{of}: {naming:?}");
    }
    assert!(!naming(&before, "015 555 02 02").is_empty() && !naming(&before, "Klokkenluis").is_empty());
    changed(&counter, CHECKER, "Tessa Vuurbaak", "all_coalitions").await;
    let renamed = answers(&counter).await;
    assert_eq!(naming(&renamed, "Wachttoren"), [""; 0]);
    assert!(!naming(&renamed, "Vuurbaak").is_empty());
    let tag = counter.get("/v1/coalitions/delft/partners").await.header("etag").to_owned();
    changed(&counter, CHECKER, "Tessa Vuurbaak", "hidden").await;
    let hidden = answers(&counter).await;
    assert_eq!((naming(&hidden, "Vuurbaak"), naming(&hidden, CHECKER_POSITION)), (vec![], vec![]));
    let again = counter.ask("GET", "/v1/coalitions/delft/partners", &[&format!("if-none-match: {tag}")], "").await;
    assert_eq!(again.status.as_u16(), 200, "who has the old answer gets the new one");
    // Whose number it is, is seen with them.
    changed(&counter, HOLDER, "Noor Klokkenluis", "hidden").await;
    let gone = answers(&counter).await;
    assert_eq!((naming(&gone, "Klokkenluis"), naming(&gone, "555 02 02"), naming(&gone, HOLDER)), (vec![], vec![], vec![]));
}

#[tokio::test]
async fn the_tag_of_the_gaps_tells_only_who_leads_how_many_searched() {
    for (viewer, changes) in
        [("administrator", true), ("facilitator:leiden", true), ("professional:leiden", false), ("visitor", false)]
    {
        let counter = Counter::with(&[("KL_VIEWER", viewer)]);
        let (gaps, in_vain) = ("/v1/coalitions/leiden/gaps", json!({"coalition": "leiden", "need": "babyuitzet"}));
        let tag = async || counter.get(gaps).await.is(200).header("etag").to_owned();
        let before = tag().await;
        let asked = counter.json("POST", "/v1/who-to-call", &[], &in_vain).await.is(200).json();
        assert_eq!(asked["nobody"]["counted"], viewer != "visitor", "only who is of the coalition is told: {viewer}: {asked}");
        let after = tag().await;
        assert_eq!(before != after, changes, "{viewer}");
        assert_eq!(after, tag().await, "{viewer}: the same without a search in between");
        // However many search, one answer is kept.
        let kept = counter.1.answers_kept();
        for _ in 0..5 {
            counter.json("POST", "/v1/who-to-call", &[], &in_vain).await.is(200);
            tag().await;
        }
        assert_eq!(counter.1.answers_kept(), kept, "{viewer}");
    }
}

#[tokio::test]
async fn who_leads_reads_the_count_of_now() {
    let counter = Counter::open();
    // Everything is asked, so that whatever a finding says nobody serves was searched for.
    let catalogue = counter.1.live.snapshot().register.catalogue().clone();
    let mut told = Vec::new();
    for _ in 0..2 {
        for need in catalogue.needs.iter().map(|it| it.code.as_str()) {
            counter.json("POST", "/v1/who-to-call", &[], &json!({"coalition": "leiden", "need": need})).await.is(200);
        }
        let [one, two] = [counter.get("/v1/coalitions/leiden/gaps").await, counter.get("/v1/coalitions/leiden/gaps").await];
        assert!(one.status.is_success() && one.body == two.body && one.header("etag") == two.header("etag"));
        assert_eq!(two.header("content-type"), "application/json");
        told.push(one.json());
    }
    assert_ne!(told[0], told[1], "the second round was counted as well");
}
