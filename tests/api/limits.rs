//! Limits: what is too large, too slow or too much is refused, and the rest goes on.

use super::Counter;
use serde_json::json;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Serves a counter on a port of this machine.
async fn served(counter: Counter) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, counter.0).await });
    address
}

/// Sends the head of a change and the start of its body, and then nothing.
async fn stalled(address: SocketAddr) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.expect("connected");
    let head = format!(
        "POST /v1/sources HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: 99\r\n\r\n{{"
    );
    stream.write_all(head.as_bytes()).await.expect("sent");
    stream
}

/// The status in the first line of what comes back.
async fn status(stream: &mut TcpStream) -> String {
    let mut text = vec![0; 4096];
    let read = tokio::time::timeout(Duration::from_secs(20), stream.read(&mut text)).await.expect("in time").expect("an answer");
    let text = String::from_utf8_lossy(&text[..read]).into_owned();
    assert!(text.contains("application/problem+json"), "{text}");
    text.split(' ').nth(1).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused() {
    let counter = Counter::with(&[("KL_BODY_BYTES_MAX", "200")]);
    let small = json!({"kind": "interview", "title": "Gesprek"});
    counter.json("POST", "/v1/sources", &[], &small).await.is(201);
    let large = json!({"kind": "interview", "title": "Gesprek", "locations": ["x".repeat(200)]});
    let problem = counter.json("POST", "/v1/sources", &[], &large).await.problem(413);
    assert!(problem.detail.contains("200"), "{}", problem.detail);
    let told = ["content-type: application/json", "content-length: 5000"];
    counter.ask("POST", "/v1/sources", &told, "{}").await.problem(413);
}

#[tokio::test]
async fn a_body_that_does_not_arrive_is_not_waited_for() {
    let address = served(Counter::with(&[("KL_BODY_TIME_MS_MAX", "50")])).await;
    assert_eq!(status(&mut stalled(address).await).await, "408");
}

#[tokio::test]
async fn a_request_has_so_much_time_and_no_more() {
    let address = served(Counter::with(&[("KL_REQUEST_TIME_MS_MAX", "50")])).await;
    assert_eq!(status(&mut stalled(address).await).await, "504");
}

#[tokio::test]
async fn one_request_too_many_is_refused_at_once_and_the_next_is_answered() {
    let counter = Counter::with(&[("KL_CONCURRENT_REQUESTS_MAX", "1")]);
    let address = served(counter.clone()).await;
    // A reader in this process may hold the only place when the stalled one comes: then it is tried again.
    let (mut first, mut answer) = (stalled(address).await, counter.get("/v1/nothing").await);
    for _ in 0..50 {
        tokio::time::sleep(Duration::from_millis(100)).await;
        answer = counter.get("/v1/nothing").await;
        if answer.status == 503 {
            break;
        }
        first = stalled(address).await;
    }
    counter.get("/health").await.is(200);
    counter.get("/metrics").await.is(200);
    assert_eq!(answer.header("retry-after"), "1");
    answer.problem(503);
    drop(first);
    for _ in 0..200 {
        if counter.get("/v1/nothing").await.status == 404 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the place of a reader that left is free again");
}
