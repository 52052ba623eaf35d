//! What is wrong with a question is told at once, with its place, in the reader's language.

use super::*;

async fn pointers(body: Value) -> Vec<String> {
    let problem = send(&Counter::open(), &body).await.problem(400);
    let mut found: Vec<String> = problem.errors.into_iter().filter_map(|it| it.pointer).collect();
    found.sort();
    found
}

#[tokio::test]
async fn every_fault_has_its_place() {
    let unknown = "0193a5b0-0000-7000-8000-0000000000ff";
    for (body, expected) in [
        (json!({"coalition": "leiden"}), vec![""]),
        (json!({"coalition": "leiden", "need": "schulden", "kind": "wijkteam"}), vec!["/kind"]),
        (json!({"coalition": "leiden", "need": "schulden", "asOf": "gisteren"}), vec!["/asOf"]),
        (json!({"coalition": "leiden", "need": "schulden", "tekst": "x"}), vec!["/tekst"]),
        (json!({"coalition": "leiden", "text": "  "}), vec!["/text"]),
        (json!({"coalition": "leiden", "text": "x".repeat(201)}), vec!["/text"]),
        (
            json!({"coalition": "leiden", "need": "schulden", "from": {"kind": MIDWIFE, "organisation": "VSV"}}),
            vec!["/from/kind"],
        ),
        (json!({"coalition": "leiden", "need": "schulden", "from": {"organisation": "Nergens"}}), vec!["/from/organisation"]),
        (json!({"coalition": "leiden", "need": "schulden", "from": {"person": unknown}}), vec!["/from/person"]),
        (json!({"coalition": "leiden", "organisation": unknown}), vec!["/organisation"]),
        (json!({"coalition": "leiden", "person": unknown}), vec!["/person"]),
        (json!({"coalition": "leiden", "contactPoint": unknown}), vec!["/contactPoint"]),
        (json!({"need": "schulden", "from": {"place": "Nergenshuizen"}}), vec!["/from/place"]),
        (
            json!({"coalition": "nergens", "need": "geluk", "from": {"kind": "tovenaar"}, "answers": 26}),
            vec!["/answers", "/coalition", "/from/kind", "/need"],
        ),
    ] {
        assert_eq!(pointers(body.clone()).await, expected, "{body}");
    }
}

#[tokio::test]
async fn a_fault_says_what_to_write_instead() {
    let counter = Counter::open();
    let body = json!({"coalition": "nergens", "need": "geluk"});
    let problem = send(&counter, &body).await.problem(400);
    let told: Vec<String> = problem.errors.into_iter().map(|it| it.detail).collect();
    assert!(told.iter().any(|it| it.contains("kies uit:") && it.contains("leiden") && it.contains("zeist")), "{told:?}");
    assert!(told.iter().any(|it| it.contains("kies uit: schulden")), "{told:?}");
    let english = counter.json("POST", "/v1/who-to-call", &["accept-language: en"], &body).await.problem(400);
    assert!(english.errors.iter().all(|it| it.detail.contains("choose one of")), "{english:?}");
    let several = json!({"coalition": "leiden", "need": "schulden", "from": {"organisation": "verloskundigenpraktijk"}});
    let problem = send(&counter, &several).await.problem(400);
    assert!(problem.detail.contains("schrijf meer van de naam"), "{}", problem.detail);
}

#[tokio::test]
async fn a_number_of_a_client_is_refused_and_not_repeated() {
    // 111222333 is the published test number that passes the proof.
    let problem = send(&Counter::open(), &typed("leiden", "mevrouw 111222333")).await;
    let text = String::from_utf8_lossy(&problem.body).into_owned();
    assert!(text.contains("Typ geen gegevens van een cliënt") && !text.contains("111222333"), "{text}");
    problem.problem(400);
}
