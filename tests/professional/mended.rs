//! A desk is one for the need that is asked: not one for other needs, not somebody's own number. Who asks is never dropped.

use super::desks::{PLACE, counter, desk, id, org, put};
use super::*;
use kortelijnen::model::CoalitionId;

/// Nobody in Proefstad has this among what its kind helps with.
const NEED: &str = "babyuitzet";

/// A desk of the municipality that names the need; only who is of the coalition may see it.
fn own_desk(counter: &Counter) {
    put(counter, vec![desk(9, 4, "Babybalie", "071 555 09 09", json!({"needs": [NEED]}))]);
}

fn counted(counter: &Counter) -> u64 {
    counter.1.live.searches().total(&CoalitionId::new(PLACE).expect("a slug"))
}

#[tokio::test]
async fn what_the_coalition_has_is_not_searched_in_vain_and_who_may_not_see_it_learns_nothing() {
    for viewer in ["visitor", "adviser", "professional:leiden", "professional:proefstad", "administrator"] {
        let (without, with) = (counter(viewer), counter(viewer));
        own_desk(&with);
        let body = json!({"coalition": PLACE, "need": NEED});
        let (mut none, mut some) = (who(&without, body.clone()).await, who(&with, body).await);
        assert_eq!((counted(&without), counted(&with)), (1, 0), "{viewer}");
        let of_coalition = ["professional:proefstad", "administrator"].contains(&viewer);
        assert_eq!(some["nobody"].is_null(), of_coalition, "{viewer}");
        if of_coalition {
            assert_eq!(none["nobody"]["counted"], true, "{viewer}");
            continue;
        }
        for answer in [&mut none, &mut some] {
            answer["version"] = Value::Null;
        }
        assert_eq!(none, some, "{viewer}: whether it was counted tells nobody outside what they may not see");
    }
}

#[tokio::test]
async fn nothing_is_counted_while_somebody_types() {
    let counter = counter("administrator");
    for typing in [true, true, false] {
        let answer = who(&counter, json!({"coalition": PLACE, "need": NEED, "typing": typing})).await;
        assert_eq!(answer["nobody"]["counted"], !typing);
    }
    assert_eq!(counted(&counter), 1);
}

#[tokio::test]
async fn somebodys_own_number_is_told_with_them_and_is_no_desk() {
    let counter = counter("administrator");
    let own = json!({"person": id("12", 1), "needs": ["schulden", NEED], "checked": "2026-11-01"});
    put(&counter, vec![desk(9, 1, "Toestel van Wolk", "071 555 09 09", own)]);
    let answer = who(&counter, json!({"coalition": PLACE, "need": "schulden"})).await;
    assert!(!names(&answer).contains(&"Praktijk Wolkenrand"), "{:?}", names(&answer));
    let answer = who(&counter, json!({"coalition": PLACE, "organisation": id("10", 1)})).await;
    let first = &answer["answers"][0];
    assert_eq!((&first["contact"], &first["others"]), (&Value::Null, &json!([])));
    assert_eq!(first["people"][0]["contact"]["name"], "Toestel van Wolk");
    assert_eq!(
        nl(&first["reason"]),
        "Het enige antwoord: hier zocht u naar, hoort bij coalitie Proefstad en er is nog geen nummer bekend."
    );
    let vain = who(&counter, json!({"coalition": PLACE, "need": NEED})).await;
    assert!(!vain["nobody"].is_null(), "{vain}");
}

#[tokio::test]
async fn a_desk_for_other_needs_is_not_the_one_to_call() {
    let counter = counter("administrator");
    // Social work helps with debts by its kind; its only desk is for housing.
    let gone = json!({"remove": {"contact_point": id("16", 2)}});
    counter
        .1
        .live
        .write(
            kortelijnen::live::Actor::LOCAL,
            crate::api::support::now(),
            &[],
            vec![serde_json::from_value(gone).expect("a change")],
        )
        .expect("it was there");
    put(&counter, vec![desk(9, 2, "Woonloket", "071 555 09 09", json!({"needs": ["huisvesting"], "checked": "2026-11-01"}))]);
    let answer =
        who(&counter, json!({"coalition": PLACE, "need": "schulden", "from": {"organisation": "Praktijk Wolkenrand"}})).await;
    let second = &answer["answers"][1];
    assert_eq!((second["party"]["name"].as_str(), &second["contact"]), (Some("Huis Kompas"), &Value::Null));
    assert_eq!(
        (&second["others"][0]["name"], &second["others"][0]["needs"][0]["code"]),
        (&json!("Woonloket"), &json!("huisvesting"))
    );
    let next: Vec<&str> = second["next"].as_array().expect("what to do").iter().map(nl).collect();
    assert!(!next.iter().any(|it| it.contains("Woonloket")), "{next:?}");
    // For housing it is the one.
    let answer = who(&counter, json!({"coalition": PLACE, "need": "huisvesting"})).await;
    assert_eq!(answer["answers"][0]["contact"]["name"], "Woonloket");
}

#[tokio::test]
async fn who_asks_is_known_also_where_only_the_text_names_the_coalition() {
    let counter = counter("administrator");
    let text = format!("schulden in {PLACE}");
    for (from, told) in [
        (json!({"organisation": "Praktijk Wolkenrand"}), "U, bij Praktijk Wolkenrand"),
        (json!({"organisation": id("10", 1)}), "U, bij Praktijk Wolkenrand"),
        (json!({"person": id("12", 1)}), "U: verloskundige Wilma Wolk"),
        (json!({"kind": MIDWIFE}), "U, als verloskundige"),
    ] {
        let answer = who(&counter, json!({"text": text, "from": from})).await;
        assert_eq!((&answer["coalition"]["id"], nl(&answer["from"]["words"])), (&json!(PLACE), told));
        assert_eq!(answer["answers"][0]["line"]["state"], "confirmed", "{from}");
    }
    for (from, pointer) in [
        (json!({"organisation": "Nergens"}), "/from/organisation"),
        (json!({"person": "0193a5b0-0000-7000-8000-0000000000ff"}), "/from/person"),
    ] {
        let problem = send(&counter, &json!({"text": text, "from": from})).await.problem(400);
        assert_eq!(problem.errors[0].pointer.as_deref(), Some(pointer));
    }
    // Who is known in the coalition that was named stays so, wherever they look.
    let answer =
        who(&counter, json!({"coalition": PLACE, "text": "schulden in Delft", "from": {"organisation": "Praktijk Wolkenrand"}}))
            .await;
    assert_eq!((&answer["coalition"]["id"], nl(&answer["from"]["words"])), (&json!("delft"), "U, bij Praktijk Wolkenrand"));
}

#[tokio::test]
async fn a_shorter_line_before_it_makes_a_line_longer_and_not_less_sure() {
    let counter = counter("administrator");
    // One unsure step to the first team, one unsure and one sure step to the second.
    let team = |number: u8, name: &str| {
        [
            json!({"organisation": {"id": id("10", number), "name": name, "kinds": [{"kind": "wijkteam", "basis": "stated"}]}}),
            json!({"membership": {"id": id("11", number), "coalition": PLACE, "party": org(number), "status": "participating"}}),
        ]
    };
    let says = |number: u8, a: u8, b: u8, by: u8| {
        json!({"claim": {"id": id("15", number), "coalition": PLACE, "scope": {"pair": [org(a), org(b)]}, "stance": "asserted",
            "kind": "works-with", "speaker": org(by), "date": "2026-05"}})
    };
    let mut changes: Vec<Value> =
        [team(6, "Team Noord"), team(7, "Team Zuid"), team(8, "Team Oost")].into_iter().flatten().collect();
    changes.extend([says(11, 1, 6, 1), says(12, 5, 1, 1), says(13, 5, 1, 5), says(14, 2, 7, 2), says(15, 7, 8, 7)]);
    put(&counter, changes);
    let answer = who(&counter, json!({"coalition": PLACE, "need": "schulden", "from": {"organisation": id("10", 1)}})).await;
    let row = |name: &str| {
        let found = answer["answers"].as_array().expect("answers").iter().find(|it| it["party"]["name"] == name);
        found.unwrap_or_else(|| panic!("{name} in {:?}", names(&answer))).clone()
    };
    let last = names(&answer).iter().position(|it| *it == "Team Zuid").expect("there");
    assert_eq!(names(&answer)[last - 1], "Team Noord");
    assert_eq!(nl(&row("Team Zuid")["reason"]), "Staat lager: uw lijn erheen is langer.");
    assert_eq!(nl(&row("Team Oost")["reason"]), "Staat lager: uw lijn erheen is minder zeker.");
}

#[tokio::test]
async fn who_works_in_two_places_is_told_with_the_function_there() {
    let counter = counter("administrator");
    // Karel leads at Kompas, and is a volunteer at the practice in Duinpan.
    put(
        &counter,
        vec![
            json!({"position": {"id": id("13", 9), "person": id("12", 2), "organisation": id("10", 5), "title": "vrijwilliger"}}),
            json!({"claim": {"id": id("15", 9), "coalition": PLACE, "scope": {"pair": [{"person": id("12", 1)}, {"person": id("12", 2)}]},
            "stance": "asserted", "kind": "knows", "speaker": {"person": id("12", 1)}, "date": "2026-05"}}),
            json!({"claim": {"id": id("15", 10), "coalition": PLACE, "scope": {"pair": [{"person": id("12", 1)}, {"person": id("12", 2)}]},
            "stance": "asserted", "kind": "knows", "speaker": {"person": id("12", 2)}, "date": "2026-05"}}),
        ],
    );
    for (number, told) in
        [(5, "Vrijwilliger Karel Kompasroos, Praktijk Duinpan"), (2, "Teamleider Karel Kompasroos, Huis Kompas")]
    {
        let body = json!({"coalition": PLACE, "organisation": id("10", number), "from": {"person": id("12", 1)}});
        let answer = who(&counter, body).await;
        let steps = answer["answers"][0]["line"]["steps"].as_array().expect("steps");
        let last = steps.iter().find(|it| it["person"]["id"] == id("12", 2)).unwrap_or_else(|| panic!("{steps:#?}"));
        assert_eq!(nl(&last["words"]), told);
    }
}

#[tokio::test]
async fn a_kind_is_told_with_each_need_once() {
    let counter = counter("administrator");
    let two = json!([{"kind": "wijkteam", "basis": "stated"}, {"kind": "schuldhulpverlening", "basis": "stated"}]);
    put(
        &counter,
        vec![
            json!({"organisation": {"id": id("10", 6), "name": "Huis Allebei", "kinds": two}}),
            json!({"membership": {"id": id("11", 6), "coalition": PLACE, "party": org(6), "status": "participating"}}),
        ],
    );
    let answer = who(&counter, json!({"coalition": PLACE, "organisation": id("10", 6)})).await;
    let told = nl(&answer["answers"][0]["serves"]);
    assert_eq!(told.matches("schulden").count(), 1, "{told}");
}

#[tokio::test]
async fn a_name_with_a_number_of_a_client_is_refused_in_every_field_and_not_repeated() {
    let counter = Counter::open();
    let long = "x".repeat(201);
    for name in ["mevrouw 111222333", &long] {
        for (pointer, body) in [
            ("/coalition", json!({"coalition": name, "need": "schulden"})),
            ("/from/organisation", json!({"coalition": "leiden", "need": "schulden", "from": {"organisation": name}})),
            ("/from/organisation", json!({"text": "schulden in Delft", "from": {"organisation": name}})),
            ("/from/place", json!({"need": "schulden", "from": {"place": name}})),
        ] {
            let answer = send(&counter, &body).await;
            let text = String::from_utf8_lossy(&answer.body).into_owned();
            assert!(!text.contains(name) && !text.contains("111222333"), "{text}");
            let pointers: Vec<_> = answer.problem(400).errors.into_iter().filter_map(|it| it.pointer).collect();
            assert_eq!(pointers, [pointer], "{body}");
        }
        let answer =
            counter.json("POST", "/v1/who-to-call/suggestions", &[], &json!({"text": "schuld", "coalition": name})).await;
        assert!(!String::from_utf8_lossy(&answer.body).contains(name));
        assert_eq!(answer.problem(400).errors[0].pointer.as_deref(), Some("/coalition"));
    }
}

#[tokio::test]
async fn who_can_introduce_you_is_told_once() {
    let counter = Counter::open();
    for coalition in ["leiden", "delft", "zaanstad"] {
        for need in ["schulden", "huisvesting", "opvoeding"] {
            let answer =
                who(&counter, json!({"coalition": coalition, "need": need, "from": {"kind": MIDWIFE}, "answers": 25})).await;
            for row in answer["answers"].as_array().expect("answers") {
                if row["line"]["introducer"].is_null() {
                    continue;
                }
                let first: Vec<String> = row["next"]
                    .as_array()
                    .expect("what to do")
                    .iter()
                    .filter_map(|it| {
                        let told = nl(it).strip_prefix("Vraag ")?;
                        Some(told.split(['.', ' ']).take(2).collect::<Vec<_>>().join(" "))
                    })
                    .collect();
                let mut once = first.clone();
                once.sort();
                once.dedup();
                assert_eq!(once.len(), first.len(), "{coalition} {need}: {}", row["next"]);
            }
        }
    }
    let answer = who(&counter, json!({"coalition": "leiden", "need": "schulden", "from": {"kind": MIDWIFE}})).await;
    let next = &answer["answers"][1]["next"][0];
    assert_eq!(nl(next), "Vraag het VSV om u voor te stellen. Daar is een lijn met maatschappelijk werk.");
    assert_eq!(next["en"], "Ask the VSV to introduce you. They have a line with social workers.");
}

#[tokio::test]
async fn a_group_that_works_together_is_evidence_and_no_line() {
    let counter = Counter::open();
    let body = json!({"coalition": "almelo", "kind": "jgz", "from": {"kind": MIDWIFE}});
    let answer = who(&counter, body).await;
    let line = &answer["answers"][0]["line"];
    assert_eq!(line["state"], "none");
    let last = line["steps"].as_array().and_then(|it| it.last()).expect("an end");
    assert_eq!((&last["mark"], &last["by"]["how"]), (&json!("broken"), &json!("missing")));
    let told = nl(&last["by"]["words"]);
    assert!(
        told.starts_with("Verloskundigen, kraamzorg, ") && told.contains("werken samen; wie met wie, staat er niet bij."),
        "{told}"
    );
    assert!(told.contains("2020") && told.contains("Welke lijn, noemt niemand."), "{told}");
    assert!(!told.contains("Niemand noemt een lijn hierheen."), "{told}");
    assert!(last["by"]["words"]["en"].as_str().is_some_and(|it| it.contains("work together; who with whom is not said.") && it.contains("Nobody names which line.")));
    assert_eq!(last["by"]["claims"].as_array().map(Vec::len), Some(1));
    // The neighbourhood team is not in that group.
    let answer = who(&counter, json!({"coalition": "almelo", "need": "schulden", "from": {"kind": MIDWIFE}})).await;
    let last = answer["answers"][0]["line"]["steps"].as_array().and_then(|it| it.last()).expect("an end").clone();
    assert_eq!(nl(&last["by"]["words"]), "Niemand noemt een lijn hierheen.");
}
