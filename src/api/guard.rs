//! What every request passes on its way in, and every answer on its way out.
//!
//! In: does it come from this machine, and is there room? Out: headers, the problem in the reader's language, and a count.
//! Loopback is not safety: any web page that the user visits may send requests to this machine. So the host must be this
//! machine (against names that are made to point here), and a change may only come from this server's own pages.

use super::problem::ApiError;
use super::state::AppState;
use super::{API_VERSION, headers, observe};
use crate::model::Language;
use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{self, HeaderName};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::any::Any;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;
use std::time::Instant;

/// Headers of every answer that does not set its own.
static SAFE: [(HeaderName, HeaderValue); 7] = [
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'")),
    (header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000")),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
];
/// The version of the API, told in every answer.
static VERSION: (HeaderName, HeaderValue) = (HeaderName::from_static("api-version"), HeaderValue::from_static(API_VERSION));

/// The one step around every handler: who may come in, and what goes out is complete, safe and counted.
pub async fn pass(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (started, method) = (Instant::now(), request.method().clone());
    let language = headers::language(request.headers());
    let route = request.extensions().get::<MatchedPath>().cloned();

    let mut response = admit(&state, request, next).await;
    finish(&mut response, language);
    let route = route.as_ref().map_or("other", MatchedPath::as_str);
    observe::count(&method, route, response.status().as_u16(), started.elapsed());
    response
}

/// What goes out is safe, and a refusal is told in the reader's language.
fn finish(response: &mut Response, language: Language) {
    if let Some(error) = refusal(response) {
        let mut problem = error.problem(language);
        problem.status = response.status().as_u16();
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let language = if language == Language::En { "en" } else { "nl" };
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language));
        headers.remove(header::CONTENT_LENGTH);
        *response.body_mut() = Body::from(body);
    }
    let headers = response.headers_mut();
    headers.reserve(SAFE.len() + 1);
    for (name, value) in &SAFE {
        headers.entry(name).or_insert_with(|| value.clone());
    }
    headers.insert(&VERSION.0, VERSION.1.clone());
}

/// The refusal that an answer stands for; pages tell their own.
fn refusal(response: &Response) -> Option<ApiError> {
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    let is_page = || response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    match response.extensions().get::<ApiError>() {
        Some(error) => Some(error.clone()),
        None => (is_error && !is_page()).then(|| ApiError::of_status(status)),
    }
}

/// Who may come in, and is there room and time?
async fn admit(state: &AppState, request: Request, next: Next) -> Response {
    if !is_this_machine(host(request.headers(), request.uri())) {
        return ApiError::WrongHost.into_response();
    }
    if changes_something(request.method()) && !is_own_page(request.headers()) {
        return ApiError::ForeignOrigin.into_response();
    }
    // Who runs the server must see how it is, most of all when it is full.
    let _place = match state.gate.try_acquire() {
        Ok(place) => Some(place),
        Err(_) if observe::ADDRESSES.contains(&request.uri().path()) => None,
        Err(_) => return ApiError::Busy.into_response(),
    };
    match tokio::time::timeout(state.settings.request_time_ms_max.as_millis(), unbroken(next.run(request))).await {
        Ok(response) => response,
        Err(_) => ApiError::TimeUp.into_response(),
    }
}

/// The answer of a handler. When it panics nothing is told of what is inside, and the connection goes on.
async fn unbroken(answer: impl Future<Output = Response>) -> Response {
    let mut answer = pin!(answer);
    // A future that panicked is not polled again, so that nobody sees what it left behind.
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| answer.as_mut().poll(context))) {
        Ok(polled) => polled,
        Err(cause) => Poll::Ready(panicked(&*cause)),
    })
    .await
}

fn panicked(cause: &(dyn Any + Send)) -> Response {
    let text = cause.downcast_ref::<String>().map(String::as_str).or(cause.downcast_ref::<&str>().copied());
    ApiError::internal(&format!("a handler panicked: {}", text.unwrap_or("without a message"))).into_response()
}

/// No handler knows this method at this address.
pub async fn wrong_method() -> Response {
    let mut response = StatusCode::METHOD_NOT_ALLOWED.into_response();
    response.extensions_mut().insert(ApiError::WrongMethod);
    response
}

fn changes_something(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

fn host<'a>(headers: &'a HeaderMap, uri: &'a Uri) -> Option<&'a str> {
    uri.authority().map(|it| it.as_str()).or_else(|| headers.get(header::HOST)?.to_str().ok())
}

fn is_this_machine(host: Option<&str>) -> bool {
    let Some(host) = host else { return false };
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
        _ => (host, None),
    };
    let known = ["localhost", "127.0.0.1", "[::1]"].iter().any(|it| name.eq_ignore_ascii_case(it));
    known && port.is_none_or(|port| port.parse::<u16>().is_ok())
}

/// A change comes from a page of this very server, or from a program, which sends no origin.
fn is_own_page(headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let site = text(HeaderName::from_static("sec-fetch-site"));
    if site.is_some_and(|site| site != "same-origin" && site != "none") {
        return false;
    }
    match (text(header::ORIGIN), text(header::HOST)) {
        (None, _) => true,
        (Some(origin), Some(host)) => origin.strip_prefix("http://").is_some_and(|from| from.eq_ignore_ascii_case(host)),
        (Some(_), None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::middleware::from_fn;
    use axum::routing::get;
    use tower::ServiceExt;

    async fn step(request: Request, next: Next) -> Response {
        let mut response = unbroken(next.run(request)).await;
        finish(&mut response, Language::Nl);
        response
    }

    async fn broken() -> &'static str {
        panic!("the secret inside")
    }

    #[tokio::test]
    async fn a_handler_that_panics_tells_nothing_of_what_is_inside() {
        let router = Router::new().route("/", get(broken)).layer(from_fn(step));
        let response = router.oneshot(Request::get("/").body(Body::empty()).expect("a request")).await.expect("an answer");
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(response.headers()[header::CONTENT_TYPE], "application/problem+json");
        let body = axum::body::to_bytes(response.into_body(), 10_000).await.expect("a body");
        assert!(!String::from_utf8_lossy(&body).contains("secret"));
    }

    #[tokio::test]
    async fn text_that_a_part_below_writes_never_leaks() {
        let leaky = || async { (StatusCode::UNPROCESSABLE_ENTITY, "the secret inside") };
        let router = Router::new().route("/", get(leaky)).layer(from_fn(step));
        let response = router.oneshot(Request::get("/").body(Body::empty()).expect("a request")).await.expect("an answer");
        assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let body = axum::body::to_bytes(response.into_body(), 10_000).await.expect("a body");
        assert!(!String::from_utf8_lossy(&body).contains("secret"));
    }

    #[test]
    fn only_names_of_this_machine_are_answered() {
        for host in ["localhost:8080", "127.0.0.1", "[::1]:8080", "[::1]", "LOCALHOST:1"] {
            assert!(is_this_machine(Some(host)), "{host}");
        }
        for host in ["evil.example", "localhost.evil.example:8080", "127.0.0.1.evil.example", "localhost:x", "", "[::2]:80"] {
            assert!(!is_this_machine(Some(host)), "{host}");
        }
        assert!(!is_this_machine(None));
    }

    #[test]
    fn a_change_comes_from_an_own_page_or_from_a_program() {
        let with = |pairs: &[(&'static str, &'static str)]| {
            HeaderMap::from_iter(
                pairs.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))),
            )
        };
        let host = ("host", "localhost:8080");
        assert!(is_own_page(&with(&[host])));
        assert!(is_own_page(&with(&[host, ("origin", "http://localhost:8080"), ("sec-fetch-site", "same-origin")])));
        for origin in ["http://localhost:5173", "https://evil.example", "null", "http://localhost:8080.evil.example"] {
            assert!(!is_own_page(&with(&[host, ("origin", origin)])), "{origin}");
        }
        assert!(!is_own_page(&with(&[host, ("sec-fetch-site", "cross-site")])));
    }
}
