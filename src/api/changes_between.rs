//! A coalition over time: what changed between two days, its measures by day, and measurements that are kept.

use super::body::{self, Json};
use super::headers;
use super::noun::told;
use super::permission;
use super::problem::{ApiError, At, words};
use super::query::{Asked, Id, Moment, Nothing, Pairs, Question, hash};
use super::refusal::refused;
use super::state::{About, AppState, coalition, json, unchanged};
use crate::desk::*;
use crate::live::{StoreError, WriteError};
use crate::model::{CoalitionId, MEASURES_MAX, MeasureCode, Measurement};
use crate::network::Rule;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use time::Date;
use utoipa::ToSchema;

/// Between which days.
#[derive(Debug, Clone, utoipa::IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub(super) struct ChangesAsked {
    /// De vroegste dag; zonder deze parameter het moment vóór het laatste waarop iets gevraagd of geschreven is.
    #[param(value_type = Option<String>, format = Date, example = "2019-01-01")]
    from: Option<Date>,
    /// De laatste dag; zonder deze parameter nu, of de dag van de laatste bron.
    #[param(value_type = Option<String>, format = Date, example = "2021-11-17")]
    to: Option<Date>,
    /// Wat als lijn telt: `any` (iemand zegt het) of `confirmed` (beide kanten zeggen het).
    #[param(value_type = Option<Rule>, inline)]
    rule: Rule,
    /// Wie tegenover wie: `default`, `three-groups`, of twee lijsten van domeinen en soorten partners met een dubbele punt ertussen.
    #[param(value_type = Option<String>, example = "medical:social,informal")]
    sides: Option<String>,
}

impl Question for ChangesAsked {
    fn read(pairs: &mut Pairs) -> Option<Self> {
        Some(Self {
            from: pairs.day("from"),
            to: pairs.day("to"),
            rule: pairs.choice("rule", &[("any", Rule::Any), ("confirmed", Rule::Confirmed)]).unwrap_or_default(),
            sides: pairs.read("sides", |text| Ok(text.to_owned())),
        })
    }
}

#[utoipa::path(get, path = "/v1/coalitions/{id}/changes", tag = "coalities", operation_id = "readChanges",
    summary = "Wat er veranderde tussen twee dagen: lijnen, partners, initiatieven, aandachtspunten en kengetallen",
    description = "Beide dagen zijn gelezen met wat nu bekend is. Een lijn is nieuw als zij na de vroegste dag voor het eerst genoemd is.",
    params(("id" = String, Path, description = "De korte naam, de naam of een andere naam van de coalitie", example = "aalsmeer"), ChangesAsked),
    responses((status = 200, description = "Wat er veranderde", body = Changes,
        headers(("ETag" = String, description = "De versie van dit antwoord"))),
        (status = 304, description = "U heeft deze versie al")))]
pub(super) async fn changes(
    State(state): State<AppState>,
    Id(id): Id<String>,
    Asked(asked): Asked<ChangesAsked>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let ChangesAsked { from, to, rule, sides } = asked;
    let since = from.map(|day| format!(" {day}")).unwrap_or_default();
    let what = format!("changes{since}");
    let asked = About { what: &what, coalition: id, moment: Moment { as_of: to, rule, sides } };
    let answer = state.about(&headers, &asked, move |office, id, reading| {
        office.changes(id, from, reading).map_err(|error| match &error {
            DeskError::NotBefore { since, as_of } => {
                let dutch = format!("{since} ligt niet vóór {as_of}, de laatste dag; kies een eerdere dag.");
                ApiError::invalid(At::parameter("from", words(dutch, error.to_string())))
            }
            _ => error.into(),
        })
    });
    answer.await
}

/// Which measures.
#[derive(Debug, Clone, utoipa::IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub(super) struct TimelineAsked {
    /// Een kengetal, met de naam van de API; geef dit zo vaak als u wilt. Zonder deze parameter alle.
    #[param(value_type = Option<Vec<String>>, explode = true, example = json!(["crossDensity"]))]
    measure: Vec<String>,
}

impl Question for TimelineAsked {
    fn read(pairs: &mut Pairs) -> Option<Self> {
        let name = |text: &str| match MeasureCode::new(text) {
            Ok(code) => Ok(code.as_str().to_owned()),
            Err(error) => Err(words("Dit is geen naam van een kengetal, zoals crossDensity.", error.to_string())),
        };
        Some(Self { measure: pairs.many("measure", MEASURES_MAX, name) })
    }
}

#[utoipa::path(get, path = "/v1/coalitions/{id}/timeline", tag = "coalities", operation_id = "readTimeline",
    summary = "De kengetallen van een coalitie door de tijd: wat toen gemeten is, en wat nu over die dag bekend is",
    description = "Bewaarde metingen blijven zoals zij waren. Waar nu iets anders bekend is over dezelfde dag, staan beide.",
    params(("id" = String, Path, description = "De korte naam, de naam of een andere naam van de coalitie", example = "aalsmeer"), TimelineAsked),
    responses((status = 200, description = "De tijdlijn", body = Timeline,
        headers(("ETag" = String, description = "De versie van dit antwoord"))),
        (status = 304, description = "U heeft deze versie al")))]
pub(super) async fn timeline(
    State(state): State<AppState>,
    Id(id): Id<String>,
    Asked(asked): Asked<TimelineAsked>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let snapshot = state.live.snapshot();
    let (id, version) = coalition(&state, &snapshot, &id)?;
    let kept = kept(&state, &id).await?;
    let form = format!("-tijdlijn-{}-{}", kept.len(), hash(&asked.measure.join(" ")));
    let etag = state.etag(version, None, &form);
    if headers::has_seen(&headers, &etag) {
        return Ok(unchanged(&etag));
    }
    let key = format!("timeline {id} {etag}");
    if let Some(body) = state.answers.get(&key) {
        super::observe::count_answer(true);
        return Ok(json(StatusCode::OK, &etag, body));
    }
    super::observe::count_answer(false);
    let answer = state
        .ask(snapshot, move |office| office.timeline(id.as_str(), &asked.measure, &kept).map(|told| serde_json::to_vec(&told)));
    let body = Bytes::from(answer.await??.map_err(|error| ApiError::internal(&error))?);
    state.answers.put(key, body.clone());
    Ok(json(StatusCode::OK, &etag, body))
}

/// For which day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeasurementBody {
    /// The day to measure; absent: the day the coalition is shown at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub as_of: Option<Date>,
}

#[utoipa::path(post, path = "/v1/coalitions/{id}/measurements", tag = "coalities", operation_id = "keepMeasurement",
    summary = "Meet een coalitie nu en bewaar de meting voorgoed; voor wie de coalitie leidt",
    description = "De server bewaart zelf hooguit één meting per dag van elke coalitie die veranderde. Een meting wordt nooit overschreven.",
    params(("id" = String, Path, description = "De korte naam, de naam of een andere naam van de coalitie", example = "leiden")),
    request_body(content = MeasurementBody, content_type = "application/json"),
    responses((status = 201, description = "Bewaard", body = Measurement)))]
pub(super) async fn measure(
    State(state): State<AppState>,
    Id(id): Id<String>,
    _: Asked<Nothing>,
    Json(given): Json,
) -> Result<Response, ApiError> {
    permission::may_write(state.viewer())?;
    let snapshot = state.live.snapshot();
    let (id, _) = coalition(&state, &snapshot, &id)?;
    if !state.viewer().changes(&id) {
        return Err(ApiError::NotAllowed(words(
            "Een meting bewaren kan wie deze coalitie leidt, of de beheerder. Vraag het een van hen.",
            "Whoever leads this coalition, or the administrator, can keep a measurement. Ask one of them.",
        )));
    }
    let MeasurementBody { as_of } = body::parse(given).map_err(ApiError::Invalid)?;
    let (now, today) = (state.now(), state.today());
    if as_of.is_some_and(|day| day > today) {
        let told = words(
            format!("Deze dag moet nog komen; vandaag is het {today}."),
            format!("This day is still to come; today is {today}."),
        );
        return Err(ApiError::invalid(At::body("/asOf", told)));
    }
    let most = state.settings.measurements_day_max.get();
    let of_today = kept(&state, &id).await?.iter().filter(|it| it.kept_at.date() == today).count();
    if of_today >= most {
        let told = words(
            format!("Van deze coalitie zijn vandaag al {of_today} metingen bewaard, en dat is het meeste; morgen kan het weer."),
            format!("{of_today} measurements of this coalition were kept today already, which is the most; go on tomorrow."),
        );
        return Err(ApiError::Conflict(vec![At::body("", told)]));
    }
    let measured = state.ask(snapshot, move |office| office.measurement(id.as_str(), as_of, now)).await??;
    keep(&state, vec![measured.clone()]).await?;
    told(StatusCode::CREATED, "", &measured)
}

/// What was kept of a coalition, read away from the threads that serve connections.
async fn kept(state: &AppState, id: &CoalitionId) -> Result<Vec<Measurement>, ApiError> {
    let (shared, id) = (state.clone(), id.clone());
    let read = tokio::task::spawn_blocking(move || shared.live.measurements(&id)).await;
    read.map_err(|stopped| ApiError::internal(&stopped))?.map_err(unkept)
}

async fn keep(state: &AppState, measured: Vec<Measurement>) -> Result<(), ApiError> {
    let shared = state.clone();
    let done = tokio::task::spawn_blocking(move || shared.live.keep_measurements(measured)).await;
    done.map_err(|stopped| ApiError::internal(&stopped))?.map_err(unkept)
}

fn unkept(error: StoreError) -> ApiError {
    refused(WriteError::Store(error), &[])
}

/// Measurements that are put on disk in one go.
const KEPT_AT_ONCE: usize = 64;

/// Keeps a measurement of every coalition that changed since its last one, at most one a day. Gives how many were kept.
pub(super) async fn keep_due(state: &AppState) -> Result<usize, ApiError> {
    let (snapshot, shared, now) = (state.live.snapshot(), state.clone(), state.now());
    let kept = state.ask(snapshot, move |office| {
        let (mut waiting, mut done) = (Vec::new(), 0);
        for id in office.coalitions_by_name() {
            let last = shared.live.last_measurement(&id)?;
            if !office.measurement_due(&id, last.as_ref()) {
                continue;
            }
            // A coalition that was just removed is not measured.
            waiting.extend(office.measurement(id.as_str(), None, now).ok());
            if waiting.len() == KEPT_AT_ONCE {
                done += waiting.len();
                shared.live.keep_measurements(std::mem::take(&mut waiting))?;
            }
        }
        done += waiting.len();
        shared.live.keep_measurements(waiting)?;
        Ok::<usize, StoreError>(done)
    });
    kept.await?.map_err(unkept)
}
