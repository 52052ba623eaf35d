//! THE COUNTER: HTTP only. Nobody imports it.
//!
//! Why: one page (`router`) shows every address, grouped by who uses it; what a handler does is one call to another room.
//! Never: knows a rule of the domain, touches the archive, or answers another machine as long as there is no sign-in.
//!
//! A request: `guard::pass` (this machine, room, time) → handler: parse, one snapshot, ask, answer with the version as ETag →
//! `guard::pass` again (headers, problems, counts). One step around every handler, because each costs every answer.

mod body;
mod cache;
mod card;
mod changes;
mod changes_between;
mod comparison;
mod comparison_pictures;
mod comparison_tables;
mod document;
mod guard;
mod headers;
mod map;
mod noun;
mod nouns;
mod observe;
mod pages;
mod permission;
mod privacy;
mod problem;
mod query;
mod questions;
mod refusal;
mod report;
mod state;
mod what_if;
mod who;
mod who_kept;

pub use problem::{Problem, ProblemError};
pub use state::AppState;

use crate::live::Live;
use crate::settings::Settings;
use axum::Router;
use axum::body::Bytes;
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::serve::ListenerExt;
use problem::ApiError;
use query::{Asked, Nothing};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;
use time::OffsetDateTime;
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Version of the API, told in every answer.
pub const API_VERSION: &str = "1.0.0";

/// Time between two tidyings of the meters, in seconds.
const METERS_TIDY_S: u64 = 5;

/// Longest rest while coalitions are made ready: so long a server that is stopped waits for it at most.
const REST_MAX: Duration = Duration::from_millis(100);

/// Time between two looks whether a coalition was edited, so that its profile must be made anew.
const PROFILES_TICK: Duration = Duration::from_secs(1);

/// Every address of the API.
fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::with_openapi(document::Base::openapi())
        // A professional: whom do I call?
        .routes(routes!(who::who_to_call))
        .routes(routes!(who::suggestions))
        // A facilitator: what was searched for in vain?
        .routes(routes!(who::searches))
        // A newcomer, a facilitator: how does a coalition stand, and what is missing?
        .routes(routes!(questions::coalitions))
        .routes(routes!(questions::overview))
        .routes(routes!(questions::partners))
        .routes(routes!(questions::links))
        .routes(routes!(questions::claims))
        .routes(routes!(questions::gaps))
        .routes(routes!(questions::why))
        // The same: whom to introduce, and what if?
        .routes(routes!(questions::introductions))
        .routes(routes!(what_if::what_if))
        // The same: what changed since the last meeting, and how do the measures move?
        .routes(routes!(changes_between::changes))
        .routes(routes!(changes_between::timeline))
        .routes(routes!(changes_between::measure))
        // An adviser: how is the network built?
        .routes(routes!(questions::structure))
        .routes(routes!(questions::standings))
        // The same: how do coalitions differ?
        .routes(routes!(comparison::compare))
        // Whoever fills in: what is there, and how is it changed?
        .routes(routes!(questions::catalogue))
        .routes(routes!(nouns::coalition::one, nouns::coalition::put, nouns::coalition::remove))
        .routes(routes!(nouns::list_organisations, nouns::add_organisation))
        .routes(routes!(nouns::organisation::one, nouns::organisation::put, nouns::organisation::remove))
        .routes(routes!(nouns::list_persons, nouns::add_person))
        .routes(routes!(nouns::person::one, nouns::person::put, nouns::person::remove))
        .routes(routes!(nouns::add_position))
        .routes(routes!(nouns::position::one, nouns::position::put, nouns::position::remove))
        .routes(routes!(nouns::add_membership))
        .routes(routes!(nouns::membership::one, nouns::membership::put, nouns::membership::remove))
        .routes(routes!(nouns::add_contact_point))
        .routes(routes!(nouns::contact_point::one, nouns::contact_point::put, nouns::contact_point::remove))
        .routes(routes!(nouns::add_claim))
        .routes(routes!(nouns::claim::one, nouns::claim::put, nouns::claim::remove))
        .routes(routes!(nouns::add_coverage))
        .routes(routes!(nouns::coverage::one, nouns::coverage::put, nouns::coverage::remove))
        .routes(routes!(nouns::add_initiative))
        .routes(routes!(nouns::initiative::one, nouns::initiative::put, nouns::initiative::remove))
        .routes(routes!(nouns::list_sources, nouns::add_source))
        .routes(routes!(nouns::source::one, nouns::source::put, nouns::source::remove))
        .routes(routes!(changes::add))
        .layer(from_fn(json_wanted))
        // Everybody: the picture. It comes in other forms than JSON.
        .routes(routes!(map::map))
        .routes(routes!(what_if::map))
        // An adviser, a facilitator: charts, and small maps beside each other.
        .routes(routes!(comparison_pictures::timeline_picture))
        .routes(routes!(comparison_pictures::picture))
        // A professional: what do I keep, on paper and in my address book?
        .routes(routes!(card::call_card))
        .routes(routes!(card::contact_point))
        .routes(routes!(card::person))
        // An adviser: the comparison in a spreadsheet.
        .routes(routes!(comparison_tables::table))
        // A facilitator: what do we discuss in the next meeting?
        .routes(routes!(report::report))
}

/// For who runs the server.
fn operators() -> Router<AppState> {
    let [health, ready, meters] = observe::ADDRESSES;
    Router::new().route(health, get(observe::health)).route(ready, get(observe::ready)).route(meters, get(observe::meters))
}

/// The whole counter, ready to be served or to be tried in a test.
pub fn app(state: AppState) -> Router {
    let (router, document) = router().split_for_parts();
    let document = document::finish(&document).to_string();
    let etag = format!("\"{API_VERSION}-{}\"", env!("CARGO_PKG_VERSION"));
    let document = Bytes::from(document);
    let open = move |_: Asked<Nothing>, headers: HeaderMap| async move { document::answer(document, &etag, &headers) };

    let packable = DefaultPredicate::new().and(NotForContentType::const_new("font/"));
    let pages = Router::new().fallback(pages::any).layer(CompressionLayer::new().compress_when(packable));
    router
        .route("/v1/openapi.json", get(open))
        .merge(operators())
        .method_not_allowed_fallback(guard::wrong_method)
        .fallback_service(pages)
        .layer(from_fn_with_state(state.clone(), guard::pass))
        .with_state(state)
}

/// Refuses who does not take JSON.
async fn json_wanted(request: Request, next: Next) -> Response {
    let wants = headers::preferred(request.headers(), &["application/json", "application/problem+json"]);
    if wants.is_none() {
        return ApiError::NotAcceptable("application/json").into_response();
    }
    next.run(request).await
}

/// Serves the register until the process is asked to stop.
///
/// Takes the settings and the register. Gives: nothing, when it was asked to stop and running requests were answered.
/// Errors: the address is in use or refused.
pub async fn serve(settings: Settings, live: Live) -> std::io::Result<()> {
    let listener = listen(&settings).await?;
    serve_on(listener, settings, live).await
}

/// Takes the address of the settings.
///
/// Errors: it is in use, or the system refuses it; the sentence says what to do.
pub async fn listen(settings: &Settings) -> std::io::Result<TcpListener> {
    let address = settings.listen.address();
    TcpListener::bind(address).await.map_err(|error| {
        let advice = match error.kind() {
            std::io::ErrorKind::AddrInUse => "another program uses it; stop that one or choose another port with --listen",
            _ => "choose another port with --listen",
        };
        std::io::Error::new(error.kind(), format!("{address}: {error}: {advice}"))
    })
}

/// Serves the register on an address that was taken.
pub async fn serve_on(listener: TcpListener, settings: Settings, live: Live) -> std::io::Result<()> {
    let patience = settings.shutdown_time_ms_max.as_millis();
    if settings.public_address().is_none() {
        tracing::info!(
            "call cards have no QR code: KL_PUBLIC_URL says where people reach the pages, as https://kortelijnen.example"
        );
    }
    let state = AppState::new(settings, live, OffsetDateTime::now_utc);
    tracing::info!("serving on http://{}", listener.local_addr()?);
    let tidying = tokio::spawn(tidy(state.clone()));
    let keeping = tokio::spawn(keep_searches(state.clone()));
    let readying = tokio::spawn(make_ready(state.clone()));
    let measuring = tokio::spawn(keep_measurements(state.clone()));
    let profiling = tokio::spawn(make_profiles_ready(state.clone()));
    let drawing = Drawing::begin(&state);
    let (asked, mut heard) = tokio::sync::watch::channel(false);
    // An answer is written in one go; waiting for more to send with it would only cost time.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!("a connection goes on without TCP_NODELAY: {error}");
        }
    });
    let server = axum::serve(listener, app(state.clone())).with_graceful_shutdown(async move {
        asked_to_stop().await;
        tracing::info!("stopping: running requests are answered first");
        let _ = asked.send(true);
    });
    let out_of_patience = async move {
        if heard.wait_for(|asked| *asked).await.is_err() {
            std::future::pending::<()>().await;
        }
        tokio::time::sleep(patience).await;
    };
    let ended = tokio::select! {
        ended = server => ended,
        () = out_of_patience => Ok(()),
    };
    tidying.abort();
    keeping.abort();
    readying.abort();
    measuring.abort();
    profiling.abort();
    drawing.end().await;
    keep(&state).await;
    ended
}

/// Makes ready what the first question would wait for, in a part of the time of one thread. It stops when nobody waits for it.
async fn make_ready(state: AppState) {
    let (shared, share) = (state.clone(), state.settings.who_ready_percent.get().clamp(1, 100));
    let made = state.ask(state.live.snapshot(), move |office| {
        shared.switchboards.make_ready(office, |took| {
            let wanted = office.effort.step(0, 1).is_ok();
            if wanted {
                std::thread::sleep((took * (100 - share) as u32 / share as u32).min(REST_MAX));
            }
            wanted
        })
    });
    match made.await {
        Ok(coalitions) => tracing::info!("{coalitions} coalitions are ready to answer who to call"),
        Err(_) => tracing::warn!("coalitions are made ready when somebody asks"),
    }
}

/// Makes the profiles of all coalitions ready to be compared, at the start and again after edits: of what was not edited they are
/// there already. For who sees by coalition every edit makes all of them anew; those are made when somebody asks.
async fn make_profiles_ready(state: AppState) {
    let mut ticks = tokio::time::interval(PROFILES_TICK);
    let mut made_of = None;
    loop {
        ticks.tick().await;
        let (snapshot, share) = (state.live.snapshot(), state.settings.who_ready_percent.get().clamp(1, 100));
        let of = (snapshot.sequence(), state.today());
        if made_of == Some(of) || (made_of.is_some() && state.viewer().role.in_coalition()) {
            continue;
        }
        let shared = state.clone();
        let made = state.ask(snapshot, move |office| {
            shared.profiles.make_ready(office, |took| {
                let wanted = office.effort.step(0, 1).is_ok();
                if wanted {
                    std::thread::sleep((took * (100 - share) as u32 / share as u32).min(REST_MAX));
                }
                wanted
            })
        });
        match made.await {
            Ok(coalitions) if made_of.is_none() => tracing::info!("{coalitions} coalitions are ready to be compared"),
            Ok(coalitions) => tracing::debug!("{coalitions} coalitions are ready to be compared"),
            Err(_) => tracing::warn!("coalitions are made ready to be compared when somebody asks"),
        }
        made_of = Some(of);
    }
}

/// The threads that hold profiles against chance.
struct Drawing {
    stop: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl Drawing {
    fn begin(state: &AppState) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let percent = state.settings.compare_ready_percent.get().min(100) as u32;
        let thread = |number| {
            let (state, stop) = (state.clone(), stop.clone());
            let named = std::thread::Builder::new().name(format!("chance-{number}"));
            let begun = named.spawn(move || state.profiles.work(&stop, percent));
            begun.inspect_err(|error| tracing::error!("comparisons go without chance: {error}")).ok()
        };
        let threads = (1..=state.settings.compare_threads.get()).filter_map(thread).collect();
        Self { stop, threads }
    }

    /// Each stops between two draws.
    async fn end(self) {
        self.stop.store(true, Ordering::Relaxed);
        let joined = tokio::task::spawn_blocking(|| self.threads.into_iter().filter_map(|thread| thread.join().err()).count());
        if joined.await.is_ok_and(|panicked| panicked > 0) {
            tracing::error!("a thread that holds coalitions against chance had stopped by itself");
        }
    }
}

/// Puts the counts of searches on disk now and then, so that a power cut loses a minute of them at most.
async fn keep_searches(state: AppState) {
    let mut ticks = tokio::time::interval(state.settings.searches_keep_ms.as_millis());
    loop {
        ticks.tick().await;
        keep(&state).await;
    }
}

/// Keeps a measurement of each coalition that changed, now and then; never where the setting says so.
async fn keep_measurements(state: AppState) {
    let Some(every) = state.settings.measurements_keep_ms.as_millis() else { return };
    let mut ticks = tokio::time::interval(every);
    loop {
        ticks.tick().await;
        match changes_between::keep_due(&state).await {
            Ok(0) => {}
            Ok(kept) => tracing::info!("kept a measurement of {kept} coalitions"),
            Err(_) => tracing::error!("measurements were not kept; they are tried again the next time"),
        }
    }
}

async fn keep(state: &AppState) {
    let shared = state.clone();
    match tokio::task::spawn_blocking(move || shared.live.keep_searches()).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::error!("the counts of searches were not kept; they go with the next time: {error}"),
        Err(stopped) => tracing::error!("the counts of searches were not kept: {stopped}"),
    }
}

async fn tidy(state: AppState) {
    let mut ticks = tokio::time::interval(Duration::from_secs(METERS_TIDY_S));
    loop {
        ticks.tick().await;
        state.meters.tidy();
    }
}

/// Waits for Ctrl-C or, where there is one, the signal to terminate.
async fn asked_to_stop() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
