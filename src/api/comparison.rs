//! Comparing coalitions: a question that can name hundreds of them, and so comes in a body.
//!
//! Never: waits for what is drawn many times. Answers at once, and says in `chance` what is still being made.

use super::body::{self, Json};
use super::headers;
use super::observe::count_answer;
use super::problem::{ApiError, At, words};
use super::query::{Asked, Nothing, day, form, hash};
use super::state::{AppState, json};
use crate::desk::*;
use crate::live::Snapshot;
use crate::model::{Catalogue, CoalitionId, Language};
use crate::network::{Rule, Sides};
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Welke coalities naast elkaar staan, en hoe er gekeken wordt.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonBody {
    /// De coalities: korte naam, naam of een andere naam, in de volgorde van het antwoord; zonder dit veld, of leeg, alle op naam.
    /// Hooguit 400, of wat de server met `KL_COMPARE_COALITIONS_MAX` toelaat.
    #[serde(default)]
    pub coalitions: Vec<String>,
    /// De dag waarvoor het antwoord geldt; zonder dit veld voor elke coalitie nu, of de dag van haar laatste bron.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub as_of: Option<String>,
    /// Wat als lijn telt: `any` (iemand zegt het) of `confirmed` (beide kanten zeggen het).
    #[serde(default)]
    pub rule: Rule,
    /// Wie tegenover wie: `default`, `three-groups`, of twee lijsten met een dubbele punt ertussen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sides: Option<String>,
    /// Het kengetal dat tegen de grootte wordt gezet, zoals `crossDensity`; zonder dit veld geen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funnel: Option<String>,
}

impl ComparisonBody {
    /// The question, and the faults of how it is looked at.
    fn asked(self, catalogue: &Catalogue, coalitions_max: usize) -> (ComparisonAsked, Vec<At>) {
        let mut faults = Vec::new();
        let as_of = self.as_of.as_deref().and_then(|text| day(text).map_err(|told| faults.push(At::body("/asOf", told))).ok());
        let sides = self.sides.as_deref().and_then(|text| {
            let told = |error: crate::network::SidesError| words(error.sentence(Language::Nl), error.sentence(Language::En));
            Sides::parse(text, catalogue).map_err(|error| faults.push(At::body("/sides", told(error)))).ok()
        });
        let reading = Reading { as_of, rule: self.rule, sides: sides.unwrap_or_default(), supposed: Vec::new() };
        (ComparisonAsked { coalitions: self.coalitions, reading, funnel: self.funnel, coalitions_max }, faults)
    }
}

/// Reads a comparison from a body. Errors: everything that cannot be understood, at once.
pub(super) fn question(state: &AppState, snapshot: &Snapshot, body: ComparisonBody) -> Result<ComparisonAsked, ApiError> {
    let most = state.settings.compare_coalitions_max.get();
    let (asked, mut faults) = body.asked(snapshot.register.catalogue(), most);
    if let Err(ComparisonError::Faults(found)) = state.ask_here(snapshot, |office| office.compared(&asked)) {
        faults.extend(found.into_iter().map(at));
    }
    if faults.is_empty() { Ok(asked) } else { Err(ApiError::Invalid(faults)) }
}

fn at(fault: ComparisonFault) -> At {
    let pointer = match fault.field {
        ComparisonField::Coalitions => "/coalitions".to_owned(),
        ComparisonField::Coalition(place) => format!("/coalitions/{place}"),
        ComparisonField::Funnel => "/funnel".to_owned(),
    };
    At::body(pointer, fault.words)
}

impl From<ComparisonError> for ApiError {
    fn from(error: ComparisonError) -> Self {
        match error {
            ComparisonError::Faults(faults) => Self::Invalid(faults.into_iter().map(at).collect()),
            ComparisonError::Desk(error) => error.into(),
        }
    }
}

/// The tag of a comparison: the whole register, as what can be learned comes from coalitions that were not asked too; the coalitions
/// in their order; and how they are looked at.
pub(super) fn tag(state: &AppState, snapshot: &Snapshot, asked: &ComparisonAsked) -> Result<String, ApiError> {
    let coalitions = state.ask_here(snapshot, |office| office.compared(asked))?;
    let named: Vec<&str> = coalitions.iter().map(CoalitionId::as_str).collect();
    let what = format!("{} {}", named.join(","), asked.funnel.as_deref().unwrap_or_default());
    Ok(state.etag(snapshot.sequence(), asked.reading.as_of, &format!("{}-{}", form(&asked.reading), hash(&what))))
}

#[utoipa::path(post, path = "/v1/comparisons", tag = "vergelijken", operation_id = "compareCoalitions",
    summary = "Coalities naast elkaar: wat zij zijn, hun kengetallen met grenzen, en wat daar niet uit te besluiten is",
    description = "Er komt geen totaalcijfer en geen volgorde uit. Wat niet te vergelijken is, heeft een reden in plaats van een getal. \
                   De vergelijking met toeval kan later klaar zijn dan dit antwoord: `chance` zegt hoe ver zij is.",
    request_body(content = ComparisonBody, content_type = "application/json"),
    responses((status = 200, description = "De vergelijking", body = Comparison,
        headers(("ETag" = String, description = "De versie van dit antwoord")))))]
pub(super) async fn compare(State(state): State<AppState>, _: Asked<Nothing>, Json(given): Json) -> Result<Response, ApiError> {
    let body: ComparisonBody = body::parse(given).map_err(ApiError::Invalid)?;
    let snapshot = state.live.snapshot();
    let asked = question(&state, &snapshot, body)?;
    let etag = tag(&state, &snapshot, &asked)?;
    let key = format!("comparison {etag}");
    let kept = state.answers.get(&key);
    count_answer(kept.is_some());
    if let Some(body) = kept {
        return Ok(json(StatusCode::OK, &etag, body));
    }
    let shared = state.clone();
    let made = state.ask(snapshot, move |office| {
        let answer = office.comparison(&asked, &shared.profiles)?;
        let whole = answer.chance.state == ChanceState::Ready && (answer.funnel.is_some() || asked.funnel.is_none());
        Ok::<_, ComparisonError>((serde_json::to_vec(&answer), whole))
    });
    let (body, whole) = made.await??;
    let body = Bytes::from(body.map_err(|error| ApiError::internal(&error))?);
    // What is still being made makes another answer of the same version.
    if whole {
        state.answers.put(key, body.clone());
        return Ok(json(StatusCode::OK, &etag, body));
    }
    let mut answer = json(StatusCode::OK, &headers::of_a_part(&etag), body);
    answer.headers_mut().insert(header::CACHE_CONTROL, headers::value("no-store"));
    Ok(answer)
}
