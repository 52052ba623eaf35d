//! A counter in this process, with the shipped coalitions behind it.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use kortelijnen::api::{AppState, Problem, app};
use kortelijnen::exchange::shipped;
use kortelijnen::live::{Actor, Live, Store};
use kortelijnen::settings::{SettingFlags, Settings};
use serde_json::Value;
use time::OffsetDateTime;
use time::macros::datetime;
use tower::ServiceExt;

/// The day on which every test happens.
pub fn now() -> OffsetDateTime {
    datetime!(2026-11-22 12:00 UTC)
}

/// One server of a test.
#[derive(Clone)]
pub struct Counter(pub Router, pub AppState);

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Counter {
    /// A server with the nine coalitions.
    pub fn open() -> Self {
        Self::with(&[])
    }

    /// The same, with some settings as the environment would give them.
    pub fn with(settings: &[(&str, &str)]) -> Self {
        let given = |name: &str| settings.iter().find(|(it, _)| *it == name).map(|(_, value)| (*value).to_owned());
        let settings = Settings::read(SettingFlags::default(), &[], given).expect("valid settings");
        let shipped = shipped::shipped().expect("shipped data");
        let live = Live::open(Store::memory(), shipped.catalogue).expect("an empty store");
        live.write(Actor::SHIPPED, now(), &[], shipped.changes).expect("shipped data fits");
        let state = AppState::new(settings, live, now);
        Self(app(state.clone()), state)
    }

    /// Sends a request as it is.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.0.clone().oneshot(request).await.expect("the router never fails");
        let (status, headers) = (response.status(), response.headers().clone());
        let body = response.into_body().collect().await.expect("a body").to_bytes();
        Answer { status, headers, body }
    }

    /// Sends a request from this machine. Takes headers as `name: value`.
    pub async fn ask(&self, method: &str, path: &str, headers: &[&str], body: impl Into<Body>) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header("host", "localhost:8080");
        for header in headers {
            let (name, value) = header.split_once(": ").expect("name: value");
            request = request.header(name, value);
        }
        self.send(request.body(body.into()).expect("a request")).await
    }

    /// Gets.
    pub async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], Body::empty()).await
    }

    /// Sends JSON.
    pub async fn json(&self, method: &str, path: &str, headers: &[&str], body: &Value) -> Answer {
        let headers: Vec<&str> = headers.iter().copied().chain(["content-type: application/json"]).collect();
        self.ask(method, path, &headers, body.to_string()).await
    }
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        let text = || String::from_utf8_lossy(&self.body).into_owned();
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", text()))
    }

    /// A header as text; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The answer, which must have this status.
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", String::from_utf8_lossy(&self.body));
        self
    }

    /// The problem that the answer is, with this status in the line and in the body.
    pub fn problem(self, status: u16) -> Problem {
        let answer = self.is(status);
        assert_eq!(answer.header("content-type"), "application/problem+json");
        let problem: Problem = serde_json::from_slice(&answer.body).expect("problem details");
        assert_eq!(problem.status, status);
        assert!(!problem.title.is_empty() && !problem.detail.is_empty() && problem.r#type.starts_with("https://"));
        problem
    }
}
