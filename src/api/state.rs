//! What every handler holds: the register as it is served, the settings, and what is kept between requests.
//!
//! Never: a lock that a reader waits for while a question is answered. A handler takes one snapshot and keeps it to the end.

use super::cache::Cache;
use super::headers;
use super::observe::{Meters, count_answer};
use super::privacy::Sight;
use super::problem::ApiError;
use super::query::{Moment, form, hash};
use super::who_kept::Finished;
use crate::desk::{DeskError, Effort, Keeping, KeptProfiles, Office, Reading, Switchboards};
use crate::live::{Actor, IfMatch, Live, Snapshot, WriteError, Written};
use crate::model::{Change, CoalitionId, Role, Viewer};
use crate::settings::Settings;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
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
    /// Answers about coalitions.
    pub answers: Cache,
    /// Answers to who to call.
    pub who_answers: Cache<Finished>,
    /// What is kept to answer who to call.
    pub switchboards: Switchboards,
    /// Profiles of coalitions, to be compared.
    pub profiles: KeptProfiles,
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
            answers: Cache::new(settings.answer_cache_entries_max.get(), settings.answer_cache_bytes_max.get()),
            who_answers: Cache::new(settings.who_cache_entries_max.get(), settings.who_cache_bytes_max.get()),
            switchboards: Switchboards::new(settings.who_networks_max.get(), settings.who_networks_other_days_max.get()),
            profiles: KeptProfiles::keeping(Keeping {
                entries_max: settings.compare_profiles_max.get(),
                bytes_max: settings.compare_profiles_bytes_max.get(),
                draws: u32::try_from(settings.compare_draws.get()).unwrap_or(u32::MAX),
                ..Keeping::default()
            }),
            meters: Meters::installed(),
            gate: Arc::new(Semaphore::new(settings.concurrent_requests_max.get().min(Semaphore::MAX_PERMITS))),
            printing: Semaphore::new(settings.print_concurrent_max.get().min(Semaphore::MAX_PERMITS)),
            settings,
            live,
            clock,
        }))
    }

    /// How many answers about coalitions are kept.
    pub fn answers_kept(&self) -> usize {
        self.answers.size().0
    }

    /// How many answers to who to call are kept.
    pub fn who_answers_kept(&self) -> usize {
        self.who_answers.size().0
    }

    /// Today.
    pub fn today(&self) -> Date {
        (self.clock)().date()
    }

    /// Who uses this server.
    pub fn viewer(&self) -> &Viewer {
        &self.settings.viewer
    }

    /// The register as whoever uses this server sees it.
    pub fn sight<'a>(&'a self, snapshot: &'a Snapshot) -> Sight<'a> {
        Sight { register: &snapshot.register, viewer: self.viewer(), today: self.today() }
    }

    /// The version of an answer about a coalition. Whether somebody of several coalitions is seen can change outside this one: for who
    /// sees by coalition the whole register makes the version.
    pub fn version(&self, snapshot: &Snapshot, coalition: &CoalitionId) -> u64 {
        match self.viewer().role.in_coalition() {
            true => snapshot.sequence(),
            false => snapshot.register.coalition_version(coalition),
        }
    }

    /// Now.
    pub fn now(&self) -> OffsetDateTime {
        (self.clock)()
    }

    /// Asks the front office something that takes no time, right here.
    pub fn ask_here<T>(&self, snapshot: &Snapshot, question: impl FnOnce(&Office<'_>) -> T) -> T {
        question(&Office::new(&snapshot.register, self.today()).seen_by(self.viewer()))
    }

    /// Asks the front office something, away from the threads that serve connections.
    pub async fn ask<T: Send + 'static>(
        &self,
        snapshot: Arc<Snapshot>,
        question: impl FnOnce(&Office<'_>) -> T + Send + 'static,
    ) -> Result<T, ApiError> {
        let today = self.today();
        let waiting = Waiting::default();
        let gone = waiting.0.clone();
        let viewer = self.viewer().clone();
        let answer = tokio::task::spawn_blocking(move || {
            let effort = Effort { cancelled: Some(&gone), ..Effort::default() };
            question(&Office { effort, ..Office::new(&snapshot.register, today).seen_by(&viewer) })
        });
        answer.await.map_err(|stopped| ApiError::internal(&stopped))
    }

    /// Answers a question about one coalition, or says that the reader has the answer already. An answer is kept under the
    /// version it was made from, so that an edit makes only the answers of its own coalition anew.
    pub async fn about<T: Serialize + Send + 'static, E: Into<ApiError> + Send + 'static>(
        &self,
        headers: &HeaderMap,
        asked: &About<'_>,
        question: impl FnOnce(&Office<'_>, &str, Reading) -> Result<T, E> + Send + 'static,
    ) -> Result<Response, ApiError> {
        let snapshot = self.live.snapshot();
        let (id, version) = coalition(self, &snapshot, &asked.coalition)?;
        let reading = asked.moment.reading(snapshot.register.catalogue())?;
        // Also by what is asked: the limits of a proposal are settings, and may be others after a start.
        let etag = self.etag(version, asked.moment.as_of, &format!("{}-{}", form(&reading), hash(asked.what)));
        if headers::has_seen(headers, &etag) {
            return Ok(unchanged(&etag));
        }
        let key = format!("{} {id} {etag}", asked.what);
        let kept = self.answers.get(&key);
        count_answer(kept.is_some());
        if let Some(body) = kept {
            return Ok(json(StatusCode::OK, &etag, body));
        }
        let answer = self
            .ask(snapshot, move |office| question(office, id.as_str(), reading).map(|told| serde_json::to_vec(&told)))
            .await?;
        let body = Bytes::from(answer.map_err(Into::into)?.map_err(|error| ApiError::internal(&error))?);
        self.answers.put(key, body.clone());
        Ok(json(StatusCode::OK, &etag, body))
    }

    /// The rows of all coalitions, by name, as one JSON list. Rows are kept under the version of their own coalition.
    pub async fn rows(&self, snapshot: Arc<Snapshot>) -> Result<Vec<u8>, ApiError> {
        let (state, today) = (self.clone(), self.today());
        let kept = snapshot.clone();
        let rows = self.ask(snapshot, move |office| {
            let row = |id: &CoalitionId| -> serde_json::Result<Option<Bytes>> {
                let (version, viewer) = (state.version(&kept, id), state.viewer());
                let key = format!("row {id} {version} {today} {viewer} {}", env!("CARGO_PKG_VERSION"));
                let kept = state.answers.get(&key);
                count_answer(kept.is_some());
                if kept.is_some() {
                    return Ok(kept);
                }
                let Ok(row) = office.summary(id.as_str()) else { return Ok(None) };
                let body = Bytes::from(serde_json::to_vec(&row)?);
                state.answers.put(key, body.clone());
                Ok(Some(body))
            };
            let mut list = vec![b'['];
            for row in office.coalitions_by_name().iter().filter_map(|id| row(id).transpose()) {
                if list.len() > 1 {
                    list.push(b',');
                }
                list.extend_from_slice(&row?);
            }
            list.push(b']');
            Ok::<_, serde_json::Error>(list)
        });
        rows.await?.map_err(|error| ApiError::internal(&error))
    }

    /// The tag of an answer made from a version, for a day, in a form. It also changes from day to day, because answers tell
    /// how old things are, with the program, and with who looks.
    pub fn etag(&self, version: u64, as_of: Option<Date>, form: &str) -> String {
        let as_of = as_of.map(|day| format!("-op-{day}")).unwrap_or_default();
        let viewer = self.viewer();
        let everything = viewer.role == Role::Administrator;
        let seen_by = if everything { String::new() } else { format!("-{}", hash(&viewer.to_string())) };
        format!("\"{version}-{}{as_of}{form}{seen_by}-{}\"", self.today(), env!("CARGO_PKG_VERSION"))
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

/// Somebody waits for an answer. Dropped when the connection closes or the time of the request is up: then the work stops.
#[derive(Default)]
struct Waiting(Arc<AtomicBool>);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// What is asked about which coalition, and how.
pub struct About<'a> {
    /// The question, in one word.
    pub what: &'a str,
    /// The coalition, as the reader named it.
    pub coalition: String,
    /// How it is looked at.
    pub moment: Moment,
}

/// Which coalition is meant, and the version of what is told of it.
pub fn coalition(state: &AppState, snapshot: &Snapshot, asked: &str) -> Result<(CoalitionId, u64), ApiError> {
    let register = &snapshot.register;
    match register.find_coalition(asked) {
        Some(it) => Ok((it.id.clone(), state.version(snapshot, &it.id))),
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
pub fn json(status: StatusCode, etag: &str, body: impl Into<axum::body::Body>) -> Response {
    (status, [(header::CONTENT_TYPE, headers::value("application/json")), (header::ETAG, headers::value(etag))], body.into())
        .into_response()
}
