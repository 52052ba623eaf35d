//! What every handler holds: the register as it is served, the settings, and what is kept between requests.
//!
//! Never: a lock that a reader waits for while a question is answered. A handler takes one snapshot and keeps it to the end.

use super::cache::Cache;
use super::headers;
use super::observe::Meters;
use super::problem::ApiError;
use super::query::Moment;
use crate::desk::{DeskError, Office, Reading};
use crate::live::{Actor, IfMatch, Live, Snapshot, WriteError, Written};
use crate::model::{Change, CoalitionId};
use crate::settings::Settings;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::sync::Arc;
use time::{Date, OffsetDateTime};
use tokio::sync::Semaphore;

/// What every handler holds. Cloning shares it.
#[derive(Clone)]
pub struct AppState(Arc<Shared>);

impl std::ops::Deref for AppState {
    type Target = Shared;
    fn deref(&self) -> &Shared {
        &self.0
    }
}

/// What the handlers share.
pub struct Shared {
    /// Everything configurable.
    pub settings: Settings,
    /// The register as it is served.
    pub live: Live,
    /// Finished maps.
    pub maps: Cache,
    /// What is counted and timed.
    pub meters: Meters,
    /// Requests that may be answered now.
    pub gate: Arc<Semaphore>,
    /// Maps that may be printed now.
    pub printing: Semaphore,
    clock: fn() -> OffsetDateTime,
}

impl AppState {
    /// Takes the settings, the register and the clock.
    pub fn new(settings: Settings, live: Live, clock: fn() -> OffsetDateTime) -> Self {
        Self(Arc::new(Shared {
            maps: Cache::new(settings.map_cache_entries_max.get(), settings.map_cache_bytes_max.get()),
            meters: Meters::installed(),
            gate: Arc::new(Semaphore::new(settings.concurrent_requests_max.get().min(Semaphore::MAX_PERMITS))),
            printing: Semaphore::new(settings.print_concurrent_max.get().min(Semaphore::MAX_PERMITS)),
            settings,
            live,
            clock,
        }))
    }

    /// Today.
    pub fn today(&self) -> Date {
        (self.clock)().date()
    }

    /// Now.
    pub fn now(&self) -> OffsetDateTime {
        (self.clock)()
    }

    /// Asks the front office something, away from the threads that serve connections.
    pub async fn ask<T: Send + 'static>(
        &self,
        snapshot: Arc<Snapshot>,
        question: impl FnOnce(&Office<'_>) -> T + Send + 'static,
    ) -> Result<T, ApiError> {
        let today = self.today();
        let answer = tokio::task::spawn_blocking(move || question(&Office { register: &snapshot.register, today }));
        answer.await.map_err(|stopped| ApiError::internal(&stopped))
    }

    /// Answers a question about one coalition, or says that the reader has the answer already.
    pub async fn about<T: Serialize + Send + 'static, E: Into<ApiError> + Send + 'static>(
        &self,
        headers: &HeaderMap,
        asked: String,
        moment: &Moment,
        question: impl FnOnce(&Office<'_>, &str, Reading) -> Result<T, E> + Send + 'static,
    ) -> Result<Response, ApiError> {
        let snapshot = self.live.snapshot();
        let (id, version) = coalition(&snapshot, &asked)?;
        let reading = moment.reading(snapshot.register.catalogue())?;
        let etag = self.etag(version, moment.as_of, &moment.form());
        if headers::has_seen(headers, &etag) {
            return Ok(unchanged(&etag));
        }
        let answer = self
            .ask(snapshot, move |office| question(office, id.as_str(), reading).map(|told| serde_json::to_vec(&told)))
            .await?;
        let body = answer.map_err(Into::into)?.map_err(|error| ApiError::internal(&error))?;
        Ok(json(StatusCode::OK, &etag, body))
    }

    /// The tag of an answer made from a version, for a day, in a form. It also changes from day to day, because answers tell
    /// how old things are, and with the program.
    pub fn etag(&self, version: u64, as_of: Option<Date>, form: &str) -> String {
        let as_of = as_of.map(|day| format!("-op-{day}")).unwrap_or_default();
        format!("\"{version}-{}{as_of}{form}-{}\"", self.today(), env!("CARGO_PKG_VERSION"))
    }

    /// Changes the register, away from the threads that serve connections.
    pub async fn write(&self, seen: Vec<IfMatch>, changes: Vec<Change>) -> Result<Written, WriteError> {
        let (state, at) = (self.clone(), self.now());
        let written = tokio::task::spawn_blocking(move || state.live.write(Actor::LOCAL, at, &seen, changes)).await;
        match written {
            Ok(written) => written,
            Err(stopped) => std::panic::resume_unwind(stopped.into_panic()),
        }
    }
}

/// Which coalition is meant, and the sequence of its last change.
pub fn coalition(snapshot: &Snapshot, asked: &str) -> Result<(CoalitionId, u64), ApiError> {
    let register = &snapshot.register;
    match register.find_coalition(asked) {
        Some(it) => Ok((it.id.clone(), register.coalition_version(&it.id))),
        None => {
            let known: Vec<&str> = register.coalitions().map(|it| it.id.as_str()).collect();
            Err(DeskError::UnknownCoalition { asked: asked.to_owned(), known: known.join(", ") }.into())
        }
    }
}

/// An answer that the reader has already.
pub fn unchanged(etag: &str) -> Response {
    (StatusCode::NOT_MODIFIED, [(header::ETAG, headers::value(etag))]).into_response()
}

/// An answer in JSON.
pub fn json(status: StatusCode, etag: &str, body: Vec<u8>) -> Response {
    (status, [(header::CONTENT_TYPE, headers::value("application/json")), (header::ETAG, headers::value(etag))], body)
        .into_response()
}
