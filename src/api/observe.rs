//! For who runs the server: is it alive, is it ready, and what is it doing. Outside `/v1`, and on this machine alone.

use super::problem::ApiError;
use super::query::{Asked, Nothing};
use super::state::AppState;
use axum::Json;
use axum::extract::State;
use axum::http::Method;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use metrics::{Counter, Histogram};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use serde_json::json;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::OnceLock;
use std::time::Duration;

/// Where who runs the server looks.
pub const ADDRESSES: [&str; 3] = ["/health", "/ready", "/metrics"];

/// Upper bounds of the histogram of durations, in seconds.
const DURATION_BUCKETS_S: [f64; 9] = [0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2.0, 10.0];

/// What is counted and timed, as Prometheus reads it. One for the process.
#[derive(Clone)]
pub struct Meters(Option<PrometheusHandle>);

impl Meters {
    /// The meters of this process. Without them (another recorder was there first) nothing is told.
    pub fn installed() -> Self {
        static HANDLE: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
        let install = || PrometheusBuilder::new().set_buckets(&DURATION_BUCKETS_S).ok()?.install_recorder().ok();
        Self(HANDLE.get_or_init(install).clone())
    }

    /// Keeps the timings small; call it every few seconds.
    pub fn tidy(&self) {
        if let Some(handle) = &self.0 {
            handle.run_upkeep();
        }
    }

    fn text(&self) -> String {
        self.0.as_ref().map(PrometheusHandle::render).unwrap_or_default()
    }
}

/// Of one route: how long it took, and how often each method got each status.
struct Row {
    seconds: Histogram,
    answers: Vec<(&'static str, u16, Counter)>,
}

thread_local! {
    /// The meters that this thread has used, so that one is not looked up by its labels for every request. There are as many as
    /// routes, methods and statuses: nobody can make up more.
    static ROWS: RefCell<HashMap<String, Row>> = RefCell::default();
}

/// Counts one answered request.
pub fn count(method: &Method, route: &str, status: u16, took: Duration) {
    // Anybody can make up a method; a meter has only so many rows.
    let method = match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        _ => "other",
    };
    ROWS.with_borrow_mut(|rows| match rows.get_mut(route) {
        Some(row) => row.count(method, route, status, took),
        None => {
            let seconds = metrics::histogram!("kl_request_duration_seconds", "route" => route.to_owned());
            let row = rows.entry(route.to_owned()).or_insert(Row { seconds, answers: Vec::new() });
            row.count(method, route, status, took);
        }
    });
}

impl Row {
    fn count(&mut self, method: &'static str, route: &str, status: u16, took: Duration) {
        self.seconds.record(took.as_secs_f64());
        if let Some((.., counter)) = self.answers.iter().find(|(of, with, _)| (*of, *with) == (method, status)) {
            return counter.increment(1);
        }
        let (route, text) = (route.to_owned(), status.to_string());
        let counter = metrics::counter!("kl_requests_total", "method" => method, "route" => route, "status" => text);
        counter.increment(1);
        self.answers.push((method, status, counter));
    }
}

/// Counts one look into the cache of maps.
pub fn count_map(found: bool) {
    static METERS: OnceLock<[Counter; 2]> = OnceLock::new();
    found_or_not(&METERS, "kl_map_cache_total", found);
}

/// Counts one look into the cache of answers.
pub fn count_answer(found: bool) {
    static METERS: OnceLock<[Counter; 2]> = OnceLock::new();
    found_or_not(&METERS, "kl_answer_cache_total", found);
}

fn found_or_not(meters: &OnceLock<[Counter; 2]>, name: &'static str, found: bool) {
    let meters = meters.get_or_init(|| ["no", "yes"].map(|found| metrics::counter!(name, "found" => found)));
    meters[usize::from(found)].increment(1);
}

/// The process runs.
pub async fn health(_: Asked<Nothing>) -> Result<impl IntoResponse, ApiError> {
    Ok(Json(json!({ "status": "ok" })))
}

/// The store is open and holds so many coalitions.
pub async fn ready(State(state): State<AppState>, _: Asked<Nothing>) -> Result<impl IntoResponse, ApiError> {
    let snapshot = state.live.snapshot();
    let coalitions = snapshot.register.coalitions().count();
    Ok(Json(json!({ "status": "ready", "coalitions": coalitions, "sequence": snapshot.sequence() })))
}

/// All meters, in the text form of Prometheus.
pub async fn meters(State(state): State<AppState>, _: Asked<Nothing>) -> Result<impl IntoResponse, ApiError> {
    let snapshot = state.live.snapshot();
    let (entries, bytes) = state.maps.size();
    metrics::gauge!("kl_register_sequence").set(snapshot.sequence() as f64);
    metrics::gauge!("kl_map_cache_entries").set(entries as f64);
    metrics::gauge!("kl_map_cache_bytes").set(bytes as f64);
    let (entries, bytes) = state.answers.size();
    metrics::gauge!("kl_answer_cache_entries").set(entries as f64);
    metrics::gauge!("kl_answer_cache_bytes").set(bytes as f64);
    Ok(([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], state.meters.text()))
}
