//! What if: a question that holds what is supposed, and so comes in a body. Nothing is kept.
//!
//! Never: an answer that is cached; what somebody supposes about a person is nobody else's.

use super::body::{self, Json};
use super::headers;
use super::map::POLICY;
use super::problem::{ApiError, At, words};
use super::query::{Asked, Id, Nothing, Pairs, Question, day};
use super::state::{AppState, coalition};
use crate::desk::{Reading, WhatIf, WhatIfError};
use crate::model::{Catalogue, Language};
use crate::network::{Rule, Sides, Supposed};
use crate::render::{self, Width};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is supposed, and how the coalition is looked at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhatIfAsked {
    /// De dag waarvoor het antwoord geldt; zonder dit veld nu, of de dag van de laatste bron.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub as_of: Option<String>,
    /// Wat als lijn telt: `any` (iemand zegt het) of `confirmed` (beide kanten zeggen het).
    #[serde(default)]
    pub rule: Rule,
    /// Wie tegenover wie: `default`, `three-groups`, of twee lijsten met een dubbele punt ertussen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sides: Option<String>,
    /// Wat er verandert, in volgorde.
    pub changes: Vec<Supposed>,
}

impl WhatIfAsked {
    /// Every fault of the body at once.
    fn reading(&self, catalogue: &Catalogue) -> Result<Reading, ApiError> {
        let mut faults = Vec::new();
        let as_of = self.as_of.as_deref().map(day).transpose().map_err(|reason| faults.push(At::body("/asOf", reason)));
        let sides = self.sides.as_deref().map(|text| Sides::parse(text, catalogue)).transpose().map_err(|error| {
            faults.push(At::body("/sides", words(error.sentence(Language::Nl), error.sentence(Language::En))));
        });
        match (as_of, sides) {
            (Ok(as_of), Ok(sides)) => {
                Ok(Reading { as_of, rule: self.rule, sides: sides.unwrap_or_default(), supposed: Vec::new() })
            }
            _ => Err(ApiError::Invalid(faults)),
        }
    }
}

#[utoipa::path(post, path = "/v1/coalitions/{id}/what-if", tag = "coalities", operation_id = "askWhatIf",
    summary = "Wat als: alle kengetallen en aandachtspunten voor en na iets dat u veronderstelt",
    description = "Iemand vertrekt, een partner stopt, de projectleiding valt weg, twee partners leren elkaar kennen. Er wordt niets bewaard.",
    params(("id" = String, Path, description = "De korte naam, de naam of een andere naam van de coalitie", example = "leiden")),
    request_body(content = WhatIfAsked, content_type = "application/json"),
    responses((status = 200, description = "Voor en na", body = WhatIf)))]
pub(super) async fn what_if(
    State(state): State<AppState>,
    Id(id): Id<String>,
    _: Asked<Nothing>,
    Json(given): Json,
) -> Result<Response, ApiError> {
    let snapshot = state.live.snapshot();
    let (id, _) = coalition(&state, &snapshot, &id)?;
    let asked: WhatIfAsked = body::parse(given).map_err(ApiError::Invalid)?;
    let reading = asked.reading(snapshot.register.catalogue())?;
    let max = state.settings.what_if_changes_max.get();
    let answer = state.ask(snapshot, move |office| {
        let answer = office.what_if(id.as_str(), &asked.changes, max, reading)?;
        Ok::<_, WhatIfError>(serde_json::to_vec(&answer))
    });
    let body = answer.await??.map_err(|error| ApiError::internal(&error))?;
    let about = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    Ok((StatusCode::OK, about, body).into_response())
}

/// Which drawing.
#[derive(Debug, Clone, Copy, utoipa::IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub(super) struct DrawingAsked {
    /// De breedte: `wide` voor scherm en A3, `slim` voor een telefoon.
    #[param(value_type = Option<String>, pattern = "^(wide|slim)$", example = "wide")]
    width: Width,
    /// De taal: `nl` of `en`; zonder deze parameter kiest `Accept-Language`.
    #[param(value_type = Option<String>, pattern = "^(nl|en)$", example = "nl")]
    language: Option<Language>,
}

impl Question for DrawingAsked {
    fn read(pairs: &mut Pairs) -> Option<Self> {
        Some(Self {
            width: pairs.choice("width", &[("wide", Width::Wide), ("slim", Width::Slim)]).unwrap_or(Width::Wide),
            language: pairs.choice("language", &[("nl", Language::Nl), ("en", Language::En)]),
        })
    }
}

#[utoipa::path(post, path = "/v1/coalitions/{id}/what-if/map", tag = "coalities", operation_id = "drawWhatIf",
    summary = "Wat als, op de kaart: nieuwe lijnen met een letter, wat wegvalt vervaagd; niemand verschuift",
    params(("id" = String, Path, description = "De korte naam, de naam of een andere naam van de coalitie", example = "leiden"), DrawingAsked),
    request_body(content = WhatIfAsked, content_type = "application/json"),
    responses((status = 200, description = "De kaart", content((String = "image/svg+xml")))))]
pub(super) async fn map(
    State(state): State<AppState>,
    Id(id): Id<String>,
    Asked(drawing): Asked<DrawingAsked>,
    headers: HeaderMap,
    Json(given): Json,
) -> Result<Response, ApiError> {
    const SVG: &str = "image/svg+xml";
    headers::preferred(&headers, &[SVG, "application/problem+json"]).ok_or(ApiError::NotAcceptable(SVG))?;
    let language = drawing.language.unwrap_or_else(|| headers::language(&headers));
    let snapshot = state.live.snapshot();
    let (id, _) = coalition(&state, &snapshot, &id)?;
    let asked: WhatIfAsked = body::parse(given).map_err(ApiError::Invalid)?;
    let reading = asked.reading(snapshot.register.catalogue())?;
    let max = state.settings.what_if_changes_max.get();
    let drawn = state.ask(snapshot, move |office| {
        let map = office.what_if_map(id.as_str(), language, &asked.changes, max, reading)?;
        Ok::<_, WhatIfError>(render::svg(&map, drawing.width, true))
    });
    let about = [
        (header::CONTENT_TYPE, headers::value(SVG)),
        (header::CACHE_CONTROL, headers::value("no-store")),
        (header::CONTENT_SECURITY_POLICY, headers::value(POLICY)),
        (header::VARY, headers::value("accept, accept-language")),
    ];
    Ok((StatusCode::OK, about, drawn.await??).into_response())
}

impl From<WhatIfError> for ApiError {
    fn from(error: WhatIfError) -> Self {
        match error {
            WhatIfError::Desk(error) => error.into(),
            WhatIfError::TooMany(max) => Self::invalid(At::body("/changes", WhatIfError::too_many(max))),
            WhatIfError::Faults(faults) => {
                let at = |(place, fault): &(usize, crate::desk::SupposeFault)| {
                    At::body(format!("/changes{}", fault.pointer(*place)), fault.words())
                };
                Self::Invalid(faults.iter().map(at).collect())
            }
        }
    }
}
