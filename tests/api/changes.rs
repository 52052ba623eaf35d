//! A coalition over time, over HTTP.

use super::Counter;
use serde_json::json;

#[tokio::test]
async fn changes_are_told_between_two_days_and_kept_under_their_version() {
    let counter = Counter::open();
    let changes = "/v1/coalitions/aalsmeer/changes";
    let answer = counter.get(changes).await.is(200);
    let told = answer.json();
    assert_eq!(
        (&told["coalition"], &told["from"], &told["to"]),
        (&json!("aalsmeer"), &json!("2019-11-30"), &json!("2021-11-17"))
    );
    for key in ["summary", "lines", "partners", "initiatives", "measures", "notes", "moments"] {
        assert!(told[key].is_array(), "{key}");
    }
    assert!(told["stability"]["common"]["kept"].is_u64() && told["counts"]["unchanged"].is_u64());
    let seen = format!("if-none-match: {}", answer.header("etag"));
    counter.ask("GET", changes, &[&seen], "").await.is(304);
    assert_ne!(counter.get(&format!("{changes}?from=2015-01-01")).await.is(200).header("etag"), answer.header("etag"));
    assert_ne!(counter.get(&format!("{changes}?to=2020-01-01")).await.is(200).header("etag"), answer.header("etag"));
    let coverage = json!({"coalition": "aalsmeer", "scope": "lines", "complete": false});
    counter.json("POST", "/v1/coverages", &[], &coverage).await.is(201);
    counter.ask("GET", changes, &[&seen], "").await.is(200);
}

#[tokio::test]
async fn a_wrong_question_about_time_is_told_whole() {
    let counter = Counter::open();
    let problem = counter.get("/v1/coalitions/delft/changes?from=gisteren&to=morgen&rule=x&since=2019").await.problem(400);
    let named: Vec<_> = problem.errors.into_iter().filter_map(|error| error.parameter).collect();
    assert_eq!(named, ["from", "to", "rule", "since"]);
    let late = counter.get("/v1/coalitions/delft/changes?from=2030-01-01").await.problem(400);
    assert_eq!(late.errors[0].parameter.as_deref(), Some("from"));
    counter.get("/v1/coalitions/gouda/changes").await.problem(404);
    let unknown = counter.get("/v1/coalitions/delft/timeline?measure=density&measure=loyalty").await.problem(400);
    assert!(unknown.errors[0].parameter.as_deref() == Some("measure") && unknown.errors[0].detail.contains("crossDensity"));
    counter.get("/v1/coalitions/delft/timeline?measure=a%20b").await.problem(400);
}

#[tokio::test]
async fn a_measurement_that_is_kept_stands_in_the_timeline() {
    let counter = Counter::open();
    let timeline = "/v1/coalitions/delft/timeline?measure=density&measure=crossDensity";
    let before = counter.get(timeline).await.is(200);
    let measured =
        counter.json("POST", "/v1/coalitions/delft/measurements", &[], &json!({"asOf": "2019-11-30"})).await.is(201).json();
    assert_eq!(
        (&measured["coalition"], &measured["asOf"], &measured["rule"]),
        (&json!("delft"), &json!("2019-11-30"), &json!("any"))
    );
    assert!(measured["measures"]["density"]["value"].is_f64() && measured["keptAt"] == "2026-11-22T12:00:00Z", "{measured}");
    let seen = format!("if-none-match: {}", before.header("etag"));
    let after = counter.ask("GET", timeline, &[&seen], "").await.is(200).json();
    let names: Vec<&str> = after["measures"].as_array().expect("a list").iter().filter_map(|it| it["name"].as_str()).collect();
    assert_eq!(names, ["crossDensity", "density"]);
    let points = after["measures"][1]["points"].as_array().expect("points");
    let of_day: Vec<&str> =
        points.iter().filter(|it| it["asOf"] == "2019-11-30").filter_map(|it| it["source"].as_str()).collect();
    assert_eq!(of_day, ["kept"], "what is known now is the same");
    assert!(points.iter().any(|it| it["source"] == "computed"), "other moments are computed");
    let kept = points.iter().find(|it| it["source"] == "kept").expect("it was kept");
    assert_eq!(kept["value"], measured["measures"]["density"]["value"]);
}

#[tokio::test]
async fn measuring_has_a_limit_a_day_and_no_tomorrow() {
    let counter = Counter::with(&[("KL_MEASUREMENTS_DAY_MAX", "2")]);
    let address = "/v1/coalitions/leiden/measurements";
    let ask = async |body| counter.json("POST", address, &[], &body).await;
    assert_eq!(ask(json!({"asOf": "2026-11-23"})).await.problem(400).errors[0].pointer.as_deref(), Some("/asOf"));
    ask(json!({"asOf": "gisteren"})).await.problem(400);
    ask(json!({"day": "2026-11-22"})).await.problem(400);
    ask(json!({})).await.is(201);
    ask(json!({"asOf": "2018-01-01"})).await.is(201);
    let full = ask(json!({})).await.problem(409);
    assert!(full.detail.contains("morgen") || full.errors[0].detail.contains("morgen"), "{full:?}");
    counter.json("POST", "/v1/coalitions/gouda/measurements", &[], &json!({})).await.problem(404);
}

/// Every answer about a coalition holds for the day that is asked: before anybody said anything there is nothing.
#[tokio::test]
async fn every_answer_about_a_coalition_takes_a_day() {
    let counter = Counter::open();
    let document = counter.get("/v1/openapi.json").await.is(200).json();
    let mut asked = 0;
    for (path, verbs) in document["paths"].as_object().expect("paths") {
        let parameters = verbs["get"]["parameters"].as_array().cloned().unwrap_or_default();
        let takes = |name: &str| parameters.iter().any(|it| it["name"] == name);
        if !path.starts_with("/coalitions/{id}/") && path != "/coalitions/{id}" || !takes("asOf") {
            continue;
        }
        let needed = if takes("a") { "&a=GGD&b=JGZ" } else { "" };
        let path = path.replace("{id}", "leiden").replace("{language}", "nl");
        let answer = counter.get(&format!("/v1{path}?asOf=2018-01-01{needed}")).await;
        // A partner of then may not be there: that is an answer as well.
        assert!(answer.status.is_success() || (!needed.is_empty() && answer.status == 404), "{path}: {}", answer.status);
        asked += 1;
    }
    assert!(asked >= 8, "{asked} addresses take a day");
}
