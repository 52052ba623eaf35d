//! The report of a coalition, in the form that the reader wants.

use super::Counter;

#[tokio::test]
async fn every_coalition_has_a_report_to_read_in_both_languages() {
    let counter = Counter::open();
    let list = counter.get("/v1/coalitions").await.json();
    for id in list.as_array().expect("a list").iter().filter_map(|row| row["id"].as_str()) {
        for (language, heading) in [("nl", "Zo staat het ervoor"), ("en", "How it stands")] {
            let path = format!("/v1/coalitions/{id}/report?format=html&language={language}");
            let report = counter.get(&path).await.is(200);
            assert_eq!(report.header("content-type"), "text/html; charset=utf-8");
            assert!(report.header("content-security-policy").starts_with("default-src 'none'"));
            assert_eq!(report.header("content-disposition").split(';').next(), Some("inline"));
            let text = String::from_utf8(report.body.to_vec()).expect("text");
            assert!(text.contains(&format!("<html lang=\"{language}\">")) && text.contains(heading), "{path}");
        }
    }
}

#[tokio::test]
async fn the_form_is_what_accept_asks_and_a_wrong_question_is_told() {
    let counter = Counter::open();
    let report = "/v1/coalitions/delft/report";
    let by_accept = counter.ask("GET", report, &["accept: text/html", "accept-language: en"], "").await.is(200);
    let by_name = counter.get(&format!("{report}?format=html&language=en")).await.is(200);
    assert_eq!(by_accept.body, by_name.body);
    assert_eq!(by_accept.header("vary"), "accept, accept-language");
    counter.ask("GET", report, &["accept: application/json"], "").await.problem(406);
    let problem = counter.get(&format!("{report}?format=doc&language=fr&since=gisteren&pages=2")).await.problem(400);
    let named: Vec<_> = problem.errors.into_iter().filter_map(|error| error.parameter).collect();
    assert_eq!(named, ["format", "language", "since", "pages"]);
    let late = counter.get(&format!("{report}?format=html&since=2030-01-01")).await.problem(400);
    assert_eq!(late.errors[0].parameter.as_deref(), Some("since"));
    counter.get("/v1/coalitions/gouda/report?format=html").await.problem(404);
}

#[tokio::test]
async fn a_report_is_written_once_for_a_version_and_again_after_a_change() {
    let counter = Counter::open();
    let report = "/v1/coalitions/leiden/report?format=html";
    let first = counter.get(report).await.is(200);
    assert_eq!(counter.get(report).await.is(200).body, first.body, "the same bytes");
    let seen = format!("if-none-match: {}", first.header("etag"));
    counter.ask("GET", report, &[&seen], "").await.is(304);
    assert_ne!(counter.get(&format!("{report}&since=2015-01-01")).await.is(200).header("etag"), first.header("etag"));
    assert_ne!(counter.get(&format!("{report}&rule=confirmed")).await.is(200).header("etag"), first.header("etag"));
    let coverage = serde_json::json!({"coalition": "leiden", "scope": "lines", "complete": false});
    counter.json("POST", "/v1/coverages", &[], &coverage).await.is(201);
    assert_ne!(counter.ask("GET", report, &[&seen], "").await.is(200).header("etag"), first.header("etag"));
}

#[tokio::test]
async fn on_paper_it_is_made_where_the_fonts_are_and_else_the_package_is_named() {
    let counter = Counter::open();
    let answer = counter.get("/v1/coalitions/leiden/report?format=pdf").await;
    if answer.status == 503 {
        assert!(answer.problem(503).detail.contains("fonts-noto-core"), "names the package");
    } else {
        let printed = answer.is(200);
        assert!(printed.body.starts_with(b"%PDF-"));
        assert_eq!(printed.header("content-disposition"), "attachment; filename=\"leiden-rapport.pdf\"");
        assert_eq!(counter.get("/v1/coalitions/leiden/report?format=pdf").await.is(200).body, printed.body);
    }
    // Either the fonts are not here, or every print is too large.
    let counter = Counter::with(&[("KL_PRINT_BYTES_MAX", "100")]);
    counter.get("/v1/coalitions/leiden/report?format=pdf").await.problem(503);
}
