//! Answers that are kept: the same as made anew, gone after an edit, counted each time, and without what was typed.

use super::*;
use kortelijnen::model::OrganisationId;

/// Nobody in Leiden has this among what its kind helps with.
const NEED: &str = "babyuitzet";

/// A partner of Leiden: its id and its name.
async fn a_partner(counter: &Counter) -> (String, String) {
    let rows = counter.get("/v1/coalitions/leiden/partners").await.is(200).json();
    let rows = rows["partners"].as_array().or(rows.as_array()).expect("partners").clone();
    let snapshot = counter.1.live.snapshot();
    let known = |row: &&Value| {
        let id = row["id"].as_str().and_then(|id| id.parse().ok()).map(OrganisationId);
        id.is_some_and(|id| snapshot.register.organisation(&id).is_some_and(|it| !it.placeholder))
    };
    let row = rows.iter().find(known).expect("a partner with a name");
    (row["id"].as_str().expect("an id").to_owned(), row["name"].as_str().expect("a name").to_owned())
}

/// Every form in which an answer is kept.
async fn forms(counter: &Counter) -> Vec<Value> {
    let (id, _) = a_partner(counter).await;
    vec![
        json!({"coalition": "leiden", "need": "schulden", "from": {"kind": MIDWIFE}}),
        json!({"coalition": "leiden", "need": "schulden"}),
        json!({"coalition": "leiden", "need": NEED, "from": {"kind": MIDWIFE}, "asOf": "2019-11-30"}),
        json!({"coalition": "leiden", "kind": "schuldhulpverlening", "from": {"organisation": id}}),
        typed("leiden", "schuldhulp"),
        typed("leiden", "geldzorgen"),
        json!({"coalition": "leiden", "text": "schulden", "from": {"organisation": id}}),
    ]
}

/// Asked twice it is kept once, and what comes from the shelf is to the byte what was made.
#[tokio::test]
async fn what_is_kept_is_what_was_made() {
    let kept = Counter::open();
    for (at, body) in forms(&kept).await.into_iter().enumerate() {
        let made = send(&kept, &body).await.is(200).body;
        assert_eq!(kept.1.who_answers_kept(), at + 1, "{body}");
        assert_eq!(send(&kept, &body).await.is(200).body, made, "{body}");
        assert_eq!(kept.1.who_answers_kept(), at + 1, "{body}");
        // Another server, that never kept anything, says the same.
        assert_eq!(send(&Counter::open(), &body).await.is(200).body, made, "{body}");
    }
}

/// A partner by id and by name is one; another word for the same need, found as well, is one but for what was typed.
#[tokio::test]
async fn what_means_the_same_is_kept_once() {
    let counter = Counter::open();
    let (id, name) = a_partner(&counter).await;
    let by = |organisation: &str| json!({"coalition": "leiden", "need": "schulden", "from": {"organisation": organisation}});
    let by_id = who(&counter, by(&id)).await;
    assert_eq!(who(&counter, by(&name)).await, by_id);
    assert_eq!(who(&counter, by(&id.to_uppercase())).await, by_id);
    assert_eq!(counter.1.who_answers_kept(), 1);
    let first = who(&counter, typed("leiden", "Schulden")).await;
    let kept = counter.1.who_answers_kept();
    let mut second = who(&counter, typed("leiden", "  sCHULDEN ")).await;
    assert_eq!((&first["asked"]["text"], &second["asked"]["text"]), (&json!("Schulden"), &json!("  sCHULDEN ")));
    assert_eq!(counter.1.who_answers_kept(), kept, "typed in another way, it means the same");
    second["asked"]["text"] = json!("Schulden");
    assert_eq!(first, second);
}

/// What is typed is told back to who typed it, with all that JSON wants escaped, and to nobody else.
#[tokio::test]
async fn what_one_types_is_not_told_to_another() {
    let counter = Counter::open();
    let odd = "schulden \"\\/";
    let told = who(&counter, typed("leiden", odd)).await;
    assert_eq!(told["asked"]["text"], odd);
    let other = send(&counter, &typed("leiden", "schulden")).await.is(200).body;
    assert!(!String::from_utf8_lossy(&other).contains(r#"\"#), "nothing of what the one before typed");
    let coded = who(&counter, json!({"coalition": "leiden", "need": "schulden", "from": {"kind": MIDWIFE}})).await;
    assert!(coded["asked"].get("text").is_none(), "{coded}");
    let kept = counter.1.who_answers_kept();
    for nonsense in ["xqzwv", "wat bedoelt u daarmee"] {
        who(&counter, typed("leiden", nonsense)).await;
    }
    assert_eq!(counter.1.who_answers_kept(), kept, "what is not understood is kept nowhere");
}

/// Kept or not, a search that nobody serves counts each time, and says so until the limit.
#[tokio::test]
async fn what_nobody_serves_is_kept_and_counted_each_time() {
    let counter = Counter::with(&[("KL_SEARCHES_COUNTED_MINUTE_MAX", "5")]);
    let ask = json!({"coalition": "leiden", "need": NEED});
    let mut counted = Vec::new();
    for turn in 0..4 {
        counted.push(who(&counter, ask.clone()).await["nobody"]["counted"] == true);
        assert_eq!(counter.1.who_answers_kept(), if turn == 0 { 1 } else { counter.1.who_answers_kept().min(2) });
        counted.push(who(&counter, typed("leiden", "luiers")).await["nobody"]["counted"] == true);
    }
    assert_eq!(counter.1.who_answers_kept(), 2);
    assert_eq!(counted, [true, true, true, true, true, false, false, false]);
    assert_eq!(counter.get("/v1/coalitions/leiden/searches").await.is(200).json()[0]["times"], 5);
}

/// Who helps elsewhere stands in an answer that is kept: an edit there shows in the next answer here.
#[tokio::test]
async fn an_edit_shows_in_the_next_answer_of_every_form() {
    let counter = Counter::open();
    let mut before = Vec::new();
    for body in forms(&counter).await {
        before.push((who(&counter, body.clone()).await, body));
    }
    let nobody = json!({"coalition": "leiden", "need": NEED});
    let unserved = who(&counter, nobody.clone()).await;
    // The first answer for debts is called otherwise from now on.
    let party = before[0].0["answers"][0]["party"].clone();
    let path = format!("/v1/organisations/{}", party["id"].as_str().expect("an id"));
    let answer = counter.get(&path).await.is(200);
    let etag = answer.headers["etag"].to_str().expect("a tag").to_owned();
    let mut organisation = answer.json();
    organisation["name"] = json!("Een heel andere naam");
    counter.json("PUT", &path, &[&format!("if-match: {etag}")], &organisation).await.is(200);
    for (old, body) in before {
        let new = who(&counter, body.clone()).await;
        if old.to_string().contains(&party["id"].to_string()) {
            assert_ne!(old, new, "{body}");
            assert!(new.to_string().contains("Een heel andere naam"), "{body}");
        }
    }
    // Another coalition gets somebody for what nobody in Leiden serves.
    let desk = json!({"organisation": party["id"], "coalition": "leiden", "name": "Babyloket", "audience": "professionals",
        "phone": "071 000 00 00", "needs": [NEED]});
    counter.json("POST", "/v1/contact-points", &[], &desk).await.is(201);
    let served = who(&counter, nobody).await;
    assert!(unserved["nobody"].is_object() && served["nobody"].is_null(), "{served}");
    assert_eq!(served["answers"][0]["contact"]["name"], "Babyloket");
}

/// Days that somebody asks for push no coalition out that is ready as it is shown.
#[tokio::test]
async fn many_days_take_no_room_of_the_others() {
    let counter = Counter::with(&[("KL_WHO_NETWORKS_OTHER_DAYS_MAX", "2")]);
    let ready = || counter.1.switchboards.size();
    for coalition in ["leiden", "delft"] {
        who(&counter, json!({"coalition": coalition, "need": "schulden"})).await;
    }
    // Where nobody is reached, one elsewhere is made ready too.
    let first = ready();
    for day in 1..=9 {
        who(&counter, json!({"coalition": "leiden", "need": "schulden", "asOf": format!("2020-01-0{day}")})).await;
        assert!(ready() <= first + 2, "{} after {day} days", ready());
    }
    assert_eq!(ready(), first + 2);
}

/// What is made ready before somebody asks is what who asks would make.
#[test]
fn coalitions_are_made_ready_before_somebody_asks() {
    use kortelijnen::desk::Office;
    let counter = Counter::open();
    let (snapshot, boards) = (counter.1.live.snapshot(), &counter.1.switchboards);
    let office = Office::new(&snapshot.register, crate::api::support::now().date());
    assert!(!boards.reads_at_once(&office));
    assert_eq!(boards.make_ready(&office, |_| false), 0, "nobody waits for it");
    assert!(boards.reads_at_once(&office));
    assert_eq!((boards.make_ready(&office, |_| true), boards.size()), (9, 9));
}
