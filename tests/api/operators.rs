//! Who runs the server looks whether it lives, is ready, and what it does.

use super::Counter;

#[tokio::test]
async fn it_lives_and_is_ready_with_nine_coalitions() {
    let counter = Counter::open();
    assert_eq!(counter.get("/health").await.is(200).json()["status"], "ok");
    let ready = counter.get("/ready").await.is(200).json();
    assert_eq!(ready["coalitions"], 9);
    assert!(ready["sequence"].as_u64().is_some_and(|sequence| sequence > 100));
}

#[tokio::test]
async fn requests_are_counted_by_route_and_status_and_timed() {
    let counter = Counter::open();
    counter.get("/v1/coalitions/zeist/partners").await.is(200);
    counter.get("/v1/coalitions/nowhere/partners").await.is(404);
    let meters = counter.get("/metrics").await.is(200);
    assert!(meters.header("content-type").starts_with("text/plain"));
    let text = String::from_utf8(meters.body.to_vec()).expect("text");
    for status in ["200", "404"] {
        let route = "route=\"/v1/coalitions/{id}/partners\"";
        let line = text.lines().find(|line| line.contains(route) && line.contains(&format!("status=\"{status}\"")));
        assert!(line.is_some_and(|line| line.starts_with("kl_requests_total")), "{status} in {text}");
    }
    assert!(text.contains("kl_request_duration_seconds_bucket"), "{text}");
    assert!(text.lines().any(|line| line.starts_with("kl_register_sequence ")), "{text}");
    assert!(!text.contains("zeist"), "a meter holds no name");
}
