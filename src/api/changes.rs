//! Several changes at once, all or nothing; undo is posting the inverse with the revisions of the receipt.
//!
//! Never: writes over what somebody else made of a thing in between, an undo neither.

use super::body::{self, Json};
use super::noun::{self, Receipt, told, told_receipt};
use super::permission;
use super::privacy::{self, Sight};
use super::problem::{ApiError, At, words};
use super::query::{Asked, Nothing};
use super::refusal::{dutch_name, not_here, outdated};
use super::state::AppState;
use crate::live::IfMatch;
use crate::model::{Change, Entity, EntityRef};
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
    /// What you saw of the things you build on, and of everything there is that you change or remove; the batch is refused when
    /// one of them is otherwise now.
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

impl From<ExpectedRevision> for IfMatch {
    fn from(ExpectedRevision { what, revision }: ExpectedRevision) -> Self {
        Self { what, revision }
    }
}

impl From<IfMatch> for ExpectedRevision {
    fn from(IfMatch { what, revision }: IfMatch) -> Self {
        Self { what, revision }
    }
}

#[utoipa::path(post, path = "/v1/changes", tag = "wijzigen", operation_id = "addChanges",
    summary = "Wijzig meer dingen tegelijk: alles of niets",
    description = "Van alles wat er al is en wijzigt of verdwijnt, staat in `expected` de versie die u zag. Het antwoord geeft de \
                   omgekeerde wijzigingen en de versies van nu. Ongedaan maken is die hier insturen, als `changes` en `expected`.",
    request_body(content = ChangeBatch, content_type = "application/json"),
    responses((status = 200, description = "Gewijzigd", body = Receipt)))]
pub(super) async fn add(State(state): State<AppState>, _: Asked<Nothing>, Json(given): Json) -> Result<Response, ApiError> {
    permission::may_write(state.viewer())?;
    let mut batch: ChangeBatch = body::parse(given.clone()).map_err(ApiError::Invalid)?;
    if batch.changes.is_empty() {
        let detail = words("Stuur ten minste één wijziging.", "Send at least one change.");
        return Err(ApiError::invalid(At::body("/changes", detail)));
    }
    let snapshot = state.live.snapshot();
    let sight = state.sight(&snapshot);
    for change in &mut batch.changes {
        keep_unseen(&sight, change)?;
    }
    let changes = given["changes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let bodies: Vec<_> = changes.iter().enumerate().map(|(place, it)| (format!("/changes/{place}"), it)).collect();
    // Who may not change this at all is not told what is otherwise now.
    noun::permitted(&sight, &batch.changes, &bodies)?;
    let seen = seen(&sight, &batch)?;
    let written = noun::made(&state, &sight, seen, batch.changes, &bodies).await?;
    told(StatusCode::OK, "", &told_receipt(&sight, &Receipt::from(written))?)
}

/// Leaves in place what the writer could not see of what they put something in place of.
fn keep_unseen(sight: &Sight<'_>, change: &mut Change) -> Result<(), ApiError> {
    let Change::Put(entity) = change else { return Ok(()) };
    let Some(before) = sight.register.entity(&entity.reference()).filter(|it| sight.sees(it)) else { return Ok(()) };
    let internal = |error: serde_json::Error| ApiError::internal(&error);
    let mut given = serde_json::to_value(&**entity).map_err(internal)?;
    sight.kept(before, &mut given).map_err(internal)?;
    **entity = serde_json::from_value(given).map_err(internal)?;
    Ok(())
}

/// What the batch builds on: what its writer says to have seen, and that whatever else it puts was not there. What is not shown to
/// the writer is for them as if not there; only who changes it, and knows what it holds, builds on its revision.
///
/// Errors: `NotFound` for what is not shown to the writer, `Outdated` for what is otherwise now, `RevisionsMissing` for what is
/// there and of which the writer does not say what they saw; each names all there are.
fn seen(sight: &Sight<'_>, batch: &ChangeBatch) -> Result<Vec<IfMatch>, ApiError> {
    let register = sight.register;
    let hidden = |what: &EntityRef| register.entity(what).filter(|it| !sight.sees(it));
    let known = |it: &Entity, what: &EntityRef| {
        batch.changes.iter().any(|change| change.reference() == *what && privacy::known_to_writer(it, change))
    };
    let now = |what: &EntityRef| match hidden(what) {
        Some(it) if !known(it, what) => None,
        _ => register.revision(what),
    };
    // A thing that is hidden and not changed is left out: the register would tell that it is there.
    let built_on = batch.expected.iter().filter(|it| now(&it.what) == register.revision(&it.what));
    let mut seen: Vec<IfMatch> = built_on.cloned().map(Into::into).collect();
    let mut missing = Vec::new();
    for (place, change) in batch.changes.iter().enumerate() {
        let what = change.reference();
        let said = batch.expected.iter().find(|it| it.what == what);
        let told = said.is_some() || seen.iter().any(|it| it.what == what);
        // Somebody who says to have seen a revision of what is not there reads below that it is otherwise now.
        let refused = said.is_none_or(|it| it.revision.is_none());
        let made_here = batch.changes[..place].iter().any(|it| it.reference() == what);
        let nothing_to_remove = matches!(change, Change::Remove(_)) && register.entity(&what).is_none() && !made_here;
        let unseen = hidden(&what).is_some_and(|it| !told || (refused && !privacy::known_to_writer(it, change)));
        if unseen || (nothing_to_remove && refused) {
            return Err(not_here(&what));
        }
        match register.revision(&what) {
            _ if told => {}
            Some(now) => missing.push(unsaid(&format!("/changes/{place}"), &what, now)),
            None => seen.push(IfMatch { what, revision: None }),
        }
    }
    let stale = batch.expected.iter().enumerate().filter_map(|(place, ExpectedRevision { what, revision })| {
        let now = now(what);
        let told = now.filter(|_| hidden(what).is_none());
        (now != *revision).then(|| outdated(&format!("/expected/{place}"), what, told))
    });
    let stale: Vec<At> = stale.collect();
    match () {
        () if !stale.is_empty() => Err(ApiError::Outdated(stale)),
        () if !missing.is_empty() => Err(ApiError::RevisionsMissing(missing)),
        () => Ok(seen),
    }
}

/// It is there already, and the writer does not say what they saw of it.
fn unsaid(pointer: &str, what: &EntityRef, now: u64) -> At {
    let detail = words(
        format!("{} bestaat al en heeft versie {now}. Zet in expected welke versie u zag.", dutch_name(what)),
        format!("{what} exists already and has revision {now}. Put the revision you saw in expected."),
    );
    At { revision: Some(now), ..At::body(pointer, detail) }
}
