//! Several changes at once, all or nothing; undo is posting the inverse.

use super::body::{self, Json};
use super::noun::{Receipt, told};
use super::problem::{ApiError, At, words};
use super::query::{Asked, Nothing};
use super::refusal::refused;
use super::state::AppState;
use crate::live::IfMatch;
use crate::model::{Change, EntityRef};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Changes that are kept together or not at all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ChangeBatch {
    /// What changes, in order.
    pub changes: Vec<Change>,
    /// What you saw of the things you build on; the batch is refused when one of them is otherwise now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expected: Vec<ExpectedRevision>,
}

/// What a writer saw of one thing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExpectedRevision {
    /// Which thing.
    pub what: EntityRef,
    /// The revision seen (its ETag, without quotes); absent: it was not there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<u64>,
}

#[utoipa::path(post, path = "/v1/changes", tag = "wijzigen", operation_id = "addChanges",
    summary = "Wijzig meer dingen tegelijk: alles of niets",
    description = "Het antwoord geeft de omgekeerde wijzigingen. Ongedaan maken is die hier weer insturen.",
    request_body(content = ChangeBatch, content_type = "application/json"),
    responses((status = 200, description = "Gewijzigd", body = Receipt)))]
pub(super) async fn add(State(state): State<AppState>, _: Asked<Nothing>, Json(given): Json) -> Result<Response, ApiError> {
    let batch: ChangeBatch = body::parse(given.clone()).map_err(ApiError::Invalid)?;
    if batch.changes.is_empty() {
        let detail = words("Stuur ten minste één wijziging.", "Send at least one change.");
        return Err(ApiError::invalid(At::body("/changes", detail)));
    }
    let seen = batch.expected.into_iter().map(|it| IfMatch { what: it.what, revision: it.revision }).collect();
    let written = state.write(seen, batch.changes).await.map_err(|error| {
        let changes = given["changes"].as_array().map(Vec::as_slice).unwrap_or_default();
        let bodies: Vec<_> = changes.iter().enumerate().map(|(place, it)| (format!("/changes/{place}"), it)).collect();
        refused(error, &bodies)
    })?;
    told(StatusCode::OK, "", &Receipt { sequence: written.sequence, inverse: written.inverse })
}
