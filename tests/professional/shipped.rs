//! What the nine coalitions say: seven texts, all from 2019 to 2021, and hardly a number.

use super::*;

#[tokio::test]
async fn the_midwife_of_leiden_finds_no_desk_and_reads_how_far_the_line_goes() {
    let counter = Counter::open();
    let answer = who(&counter, json!({"coalition": "leiden", "need": "schulden", "from": {"kind": MIDWIFE}})).await;
    assert_eq!(answer["asOf"], "2019-11-30");
    assert_eq!(names(&answer), ["Schuldhulpverlening", "Maatschappelijk werk", "Sociale wijkteams"]);
    assert!(nl(&answer["status"]).starts_with("3 antwoorden. Wij zochten ook op: "), "{}", answer["status"]);
    assert_eq!(nl(&answer["from"]["words"]), "U, als verloskundige");
    let first = &answer["answers"][0];
    assert_eq!((&first["contact"], &first["placeholder"]), (&Value::Null, &json!(true)));
    assert_eq!((nl(&first["line"]["heading"]), &first["line"]["state"]), ("Uw kortste lijn: nog geen", &json!("none")));
    let steps = first["line"]["steps"].as_array().expect("steps");
    let marks: Vec<&str> = steps.iter().filter_map(|it| it["mark"].as_str()).collect();
    assert_eq!((marks[0], marks[marks.len() - 1]), ("you", "broken"));
    assert!(nl(&steps[0]["words"]).starts_with("U, als verloskundige"));
    // The director speaks for the midwives; the consultation is told by one side, in November 2019.
    let social = steps.iter().find(|it| it["party"]["name"] == "Maatschappelijk werk").expect("social work is on the way");
    assert_eq!(social["by"]["how"], "one_sided");
    let told = nl(&social["by"]["words"]);
    assert!(
        told.contains("Multidisciplinair overleg voor kwetsbare zwangeren") && told.contains("Eén kant zegt het, november 2019"),
        "{told}"
    );
    assert!(told.contains("directeur Linda Rentes"), "function before name: {told}");
    assert_eq!(social["by"]["fresh"], false, "seven years ago is long ago");
    let broken = steps.last().expect("an end");
    let told = nl(&broken["by"]["words"]);
    assert!(told.contains("vonden elkaar in 2019 lastig") && told.contains("Niemand noemt een lijn hierheen."), "{told}");
    assert_eq!(broken["by"]["how"], "missing");
    // Whom to ask, with what they have to do with it.
    let next: Vec<&str> = first["next"].as_array().expect("what to do").iter().map(nl).collect();
    assert!(next[0].contains("Leiden") && next[0].contains("Startbijeenkomst Kansrijke Start"), "{next:?}");
    let second = &answer["answers"][1]["line"];
    assert_eq!(second["state"], "possible");
    assert!(nl(&second["heading"]).starts_with("Misschien via "), "{}", second["heading"]);
}

#[tokio::test]
async fn what_almelo_gives_is_a_number_for_parents() {
    let counter = Counter::open();
    let answer = who(&counter, json!({"coalition": "almelo", "need": "schulden"})).await;
    let team = answer["answers"].as_array().expect("answers").iter().find(|it| !it["contact"].is_null()).expect("a number");
    let contact = &team["contact"];
    assert_eq!((&contact["audience"], nl(&contact["audienceWords"])), (&json!("parents"), "openbaar nummer voor ouders"));
    assert_eq!(contact["phone"], json!({"text": "(0546) 54 11 11", "href": "tel:+31546541111"}));
    assert_eq!(contact["freshness"], "never");
    assert!(nl(&contact["freshnessWords"]).starts_with("Nooit gecontroleerd. Uit een tekst"), "{}", contact["freshnessWords"]);
    let next: Vec<&str> = team["next"].as_array().expect("what to do").iter().map(nl).collect();
    assert!(next.contains(&"Dit is voor ouders zelf. Vraag er naar een nummer voor professionals."), "{next:?}");
    // In Leiden it is shown as what is elsewhere, with whom it is for.
    let leiden = who(&counter, json!({"coalition": "leiden", "need": "schulden"})).await;
    let elsewhere = &leiden["elsewhere"];
    assert_eq!(elsewhere["coalition"]["id"], "almelo");
    assert!(nl(&elsewhere["words"]).starts_with("Voor inwoners van Almelo, niet van Leiden."));
    assert_eq!(elsewhere["answer"]["contact"]["audience"], "parents");
}

#[tokio::test]
async fn no_text_gives_a_desk_for_professionals() {
    let counter = Counter::open();
    for coalition in ["aalsmeer", "alkmaar", "almelo", "almere", "delft", "hoogeveen", "leiden", "zaanstad", "zeist"] {
        for need in ["schulden", "huisvesting", "opvoeding", "psychische-klachten"] {
            let answer = who(&counter, json!({"coalition": coalition, "need": need, "answers": 25})).await;
            for row in answer["answers"].as_array().expect("answers") {
                assert_ne!(row["contact"]["audience"], "professionals", "{coalition} {need}");
            }
        }
    }
}

#[tokio::test]
async fn plain_words_errors_and_english_all_reach_debt_relief() {
    let counter = Counter::open();
    for text in ["schulden", "schuldhulp", "schuldhulpverlening", "geldzorgen", "schuldhulpverlning", "debt", "Debt relief"] {
        let answer = who(&counter, typed("leiden", text)).await;
        assert_eq!(names(&answer).first(), Some(&"Schuldhulpverlening"), "{text}: {}", answer["asked"]);
        assert_eq!(answer["asked"]["text"], text);
    }
    assert_eq!(who(&counter, typed("leiden", "schuldhulpverlning")).await["asked"]["how"], "typo");
    assert_eq!(who(&counter, typed("leiden", "schuldhulpverlening")).await["asked"]["how"], "exact");
}

#[tokio::test]
async fn a_place_in_the_words_or_beside_who_asks_is_enough() {
    let counter = Counter::open();
    let answer = who(&counter, json!({"text": "schulden in Delft"})).await;
    assert_eq!(answer["coalition"]["id"], "delft");
    let answer = who(&counter, json!({"need": "schulden", "from": {"kind": MIDWIFE, "place": "Zaanstad"}})).await;
    assert_eq!(answer["coalition"]["id"], "zaanstad");
    let none = who(&counter, json!({"need": "schulden"})).await;
    assert_eq!((&none["coalition"], names(&none).len()), (&Value::Null, 0));
    assert!(none["guesses"].as_array().expect("guesses").iter().all(|it| it["what"] == "place"), "{none}");
    assert_eq!(nl(&none["status"]), "In welke coalitie zoekt u? Kies er een.");
}

#[tokio::test]
async fn an_unknown_word_gets_kinds_of_partners_to_choose_from() {
    let counter = Counter::open();
    let answer = who(&counter, typed("zaanstad", "qwxzvk")).await;
    assert!(names(&answer).is_empty() && answer["nobody"].is_null(), "{answer}");
    assert_eq!(nl(&answer["status"]), "Geen antwoord. Dit woord kennen wij niet. Kies wat u bedoelt.");
    let guesses = answer["guesses"].as_array().expect("guesses");
    assert!(guesses.iter().any(|it| it["what"] == "kind" && it["code"] == "schuldhulpverlening"), "{guesses:?}");
}

#[tokio::test]
async fn every_sentence_is_there_in_both_languages() {
    let counter = Counter::open();
    for coalition in ["delft", "leiden", "zaanstad", "zeist"] {
        let answer = who(&counter, typed(coalition, "opvoeding")).await;
        let mut found = Vec::new();
        all_words(&answer, &mut found);
        assert!(found.len() > 10, "{coalition}");
        for (nl, en) in found {
            assert!(!nl.is_empty() && !en.is_empty(), "{coalition}: {nl} / {en}");
            assert!(!nl.contains("  ") && !nl.contains(".."), "{nl}");
        }
    }
}

#[tokio::test]
async fn suggestions_come_while_somebody_types() {
    let counter = Counter::open();
    let body = json!({"text": "schuldh", "coalition": "leiden"});
    let answer = counter.json("POST", "/v1/who-to-call/suggestions", &[], &body).await.is(200).json();
    let rows = answer.as_array().expect("a list");
    assert!(rows.iter().any(|it| it["code"] == "schuldhulpverlening"), "{rows:?}");
    let wrong = counter.json("POST", "/v1/who-to-call/suggestions", &[], &json!({"text": " ", "coalition": "nergens"})).await;
    let pointers: Vec<_> = wrong.problem(400).errors.into_iter().filter_map(|it| it.pointer).collect();
    assert_eq!(pointers, ["/text", "/coalition"]);
}
