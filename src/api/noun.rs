//! Reading and changing one thing of the register: the same five verbs for every noun.
//!
//! Why: one way to say what you saw (`If-Match`) and one answer to every change: how to undo it.
//! Never: overwrites what somebody else changed in between.

use super::body::{self, Json};
use super::changes::ExpectedRevision;
use super::headers::{self, Seen};
use super::permission::{self, Denied};
use super::privacy::Sight;
use super::problem::{ApiError, At, words};
use super::query::{InPath, Page};
use super::refusal::{dutch_name, not_here, refused};
use super::state::{AppState, json, unchanged};
use crate::live::{IfMatch, Snapshot, WriteError, Written};
use crate::model::*;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

/// A change that is kept and visible.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Receipt {
    /// Sequence of the register after it.
    pub sequence: u64,
    /// What to post as `changes` to `/v1/changes` to undo it.
    pub inverse: Vec<Change>,
    /// What it touched, as it is now: what to post with it as `expected`.
    pub revisions: Vec<ExpectedRevision>,
}

impl From<Written> for Receipt {
    fn from(Written { sequence, inverse, touched }: Written) -> Self {
        Self { sequence, inverse, revisions: touched.into_iter().map(Into::into).collect() }
    }
}

/// One sort of thing in the register.
pub trait Noun: Clone + Serialize + DeserializeOwned + Send + 'static {
    /// Its identity.
    type Id: InPath + Clone + PartialEq + std::fmt::Display + Send;
    /// Address of one of them; `{id}` stands for its id.
    const ADDRESS: &'static str;
    /// Its id.
    fn id(&self) -> &Self::Id;
    /// A reference to one.
    fn reference(id: &Self::Id) -> EntityRef;
    /// As anything that the register holds.
    fn into_entity(self) -> Entity;
    /// One of them, by id.
    fn find<'a>(register: &'a Register, id: &Self::Id) -> Option<&'a Self>;
}

/// Gets one.
pub fn read<N: Noun>(state: &AppState, headers: &HeaderMap, id: &N::Id) -> Result<Response, ApiError> {
    let snapshot = state.live.snapshot();
    let reference = N::reference(id);
    let (Some(thing), Some(revision)) = (N::find(&snapshot.register, id), snapshot.register.revision(&reference)) else {
        return Err(not_here(&reference));
    };
    let sight = state.sight(&snapshot);
    if !sight.finds(&reference) {
        return Err(not_here(&reference));
    }
    let etag = format!("\"{revision}\"");
    let full = serde_json::to_value(thing).map_err(|error| ApiError::internal(&error))?;
    let seen = sight.told(thing).map_err(|error| ApiError::internal(&error))?;
    // What is left out may change without a new revision; then the reader gets the answer again.
    if full == seen && headers::has_seen(headers, &etag) {
        return Ok(unchanged(&etag));
    }
    told(StatusCode::OK, &etag, &seen)
}

/// Puts one, new or in place of the revision the writer saw.
pub async fn put<N: Noun>(state: &AppState, headers: &HeaderMap, id: N::Id, Json(mut given): Json) -> Result<Response, ApiError> {
    permission::may_write(state.viewer())?;
    let snapshot = state.live.snapshot();
    let (what, sight) = (N::reference(&id), state.sight(&snapshot));
    if sight.hides(&what) {
        return Err(not_here(&what));
    }
    if let Some(before) = N::find(&snapshot.register, &id) {
        sight.kept(before, &mut given).map_err(|error| ApiError::internal(&error))?;
    }
    let thing: N = body::parse(given.clone()).map_err(ApiError::Invalid)?;
    if *thing.id() != id {
        let detail =
            words(format!("Dit is niet de id uit het adres ({id})."), format!("This is not the id of the address ({id})."));
        return Err(ApiError::invalid(At::body("/id", detail)));
    }
    let revision = expected(headers, snapshot.register.revision(&what))?;
    let seen = vec![IfMatch { what, revision }];
    let bodies = [(String::new(), &given)];
    let written = write(state, &snapshot, seen, vec![Change::put(thing.into_entity())], &bodies).await?;
    receipt::<N>(&sight, written.into(), revision.is_none().then_some(&id))
}

/// Adds one; the server makes its id.
pub async fn add<N: Noun<Id: From<Uuid>>>(state: &AppState, Json(mut given): Json) -> Result<Response, ApiError> {
    permission::may_write(state.viewer())?;
    let id = N::Id::from(Uuid::now_v7());
    let mut faults = Vec::new();
    if let Value::Object(fields) = &mut given
        && fields.insert("id".to_owned(), id.to_string().into()).is_some()
    {
        faults.push(At::body("/id", words("De server maakt de id; laat dit weg.", "The server makes the id; leave this out.")));
    }
    let thing = match body::parse::<N>(given.clone()) {
        Ok(thing) if faults.is_empty() => thing,
        read => {
            faults.extend(read.err().into_iter().flatten());
            return Err(ApiError::Invalid(faults));
        }
    };
    let seen = vec![IfMatch { what: N::reference(&id), revision: None }];
    let (snapshot, bodies) = (state.live.snapshot(), [(String::new(), &given)]);
    let written = write(state, &snapshot, seen, vec![Change::put(thing.into_entity())], &bodies).await?;
    receipt::<N>(&state.sight(&snapshot), written.into(), Some(&id))
}

/// Removes one, if it is still as the writer saw it and nothing refers to it.
pub async fn remove<N: Noun>(state: &AppState, headers: &HeaderMap, id: N::Id) -> Result<Response, ApiError> {
    permission::may_write(state.viewer())?;
    let what = N::reference(&id);
    let snapshot = state.live.snapshot();
    let sight = state.sight(&snapshot);
    let current = snapshot.register.revision(&what).filter(|_| sight.finds(&what));
    let current = current.ok_or_else(|| not_here(&what))?;
    let revision = expected(headers, Some(current))?;
    let seen = vec![IfMatch { what: what.clone(), revision }];
    let written = write(state, &snapshot, seen, vec![Change::Remove(what)], &[]).await?;
    told(StatusCode::OK, "", &told_receipt(&sight, &written.into())?)
}

/// Makes changes that the writer may make. Takes the register they saw, what they build on, and the bodies of the changes.
///
/// Errors: who may instead; a reference to what is not there for them; what the register does not take, without what they do not see.
pub async fn write(
    state: &AppState,
    snapshot: &Snapshot,
    seen: Vec<IfMatch>,
    changes: Vec<Change>,
    bodies: &[(String, &Value)],
) -> Result<Written, ApiError> {
    let sight = state.sight(snapshot);
    permitted(&sight, &changes, bodies)?;
    made(state, &sight, seen, changes, bodies).await
}

/// May these changes be made? Errors: who may instead; a reference to what is not there for the writer.
pub fn permitted(sight: &Sight<'_>, changes: &[Change], bodies: &[(String, &Value)]) -> Result<(), ApiError> {
    permission::permits(sight, changes).map_err(|denied| match denied {
        Denied::Told(error) => error,
        Denied::Fault(place, fault) => refused(WriteError::Fault { place, fault }, bodies),
    })
}

/// Makes changes that are permitted. Errors: what the register does not take, without what the writer does not see.
pub async fn made(
    state: &AppState,
    sight: &Sight<'_>,
    seen: Vec<IfMatch>,
    changes: Vec<Change>,
    bodies: &[(String, &Value)],
) -> Result<Written, ApiError> {
    state.write(seen, changes).await.map_err(|error| match error {
        WriteError::Fault { fault: Fault::InUse { what, by }, .. } if sight.hides(&by) => used_unseen(&what),
        error => refused(error, bodies),
    })
}

/// It is used by something that this writer does not see.
fn used_unseen(what: &EntityRef) -> ApiError {
    let detail = words(
        format!("{} wordt nog gebruikt; vraag de beheerder om het los te maken.", dutch_name(what)),
        format!("{what} is still used; ask the administrator to set it free."),
    );
    ApiError::Conflict(vec![At::body("", detail)])
}

/// A receipt as the writer may see it: of what was there before, what they saw.
pub fn told_receipt(sight: &Sight<'_>, receipt: &Receipt) -> Result<Value, ApiError> {
    sight.told(receipt).map_err(|error| ApiError::internal(&error))
}

/// Which revision the writer builds on: the one it saw, or none when it adds something.
fn expected(headers: &HeaderMap, current: Option<u64>) -> Result<Option<u64>, ApiError> {
    match (headers::seen(headers), current) {
        (_, Some(current)) if headers::must_be_new(headers) => Err(ApiError::Stale(Some(current))),
        (Seen::Nothing, None) => Ok(None),
        (Seen::Nothing, Some(current)) => Err(ApiError::RevisionMissing(current)),
        (Seen::Anything, Some(current)) => Ok(Some(current)),
        (Seen::Revisions(seen), Some(current)) if seen.contains(&current) => Ok(Some(current)),
        (_, current) => Err(ApiError::Stale(current)),
    }
}

/// The answer to a change; `new` is the id of what was added.
fn receipt<N: Noun>(sight: &Sight<'_>, receipt: Receipt, new: Option<&N::Id>) -> Result<Response, ApiError> {
    let etag = format!("\"{}\"", receipt.sequence);
    let status = if new.is_some() { StatusCode::CREATED } else { StatusCode::OK };
    let mut response = told(status, &etag, &told_receipt(sight, &receipt)?)?;
    if let Some(id) = new {
        let address = N::ADDRESS.replace("{id}", &id.to_string());
        response.headers_mut().insert(header::LOCATION, headers::value(&address));
    }
    Ok(response)
}

/// A JSON answer with its tag; an empty tag is left out.
pub fn told(status: StatusCode, etag: &str, body: &impl Serialize) -> Result<Response, ApiError> {
    let bytes = serde_json::to_vec(body).map_err(|error| ApiError::internal(&error))?;
    let mut response = json(status, etag, bytes);
    if etag.is_empty() {
        response.headers_mut().remove(header::ETAG);
    }
    Ok(response)
}

/// One page of a list, by name.
pub fn page_of<'a, N: Noun>(all: impl Iterator<Item = &'a N>, name: impl Fn(&N) -> &Name, page: Page) -> (Vec<N>, usize) {
    let mut all: Vec<(String, &N)> = all.map(|it| (name(it).as_str().to_lowercase(), it)).collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    let first = (page.page - 1).saturating_mul(page.page_size);
    (all.iter().skip(first).take(page.page_size).map(|(_, it)| (*it).clone()).collect(), all.len())
}
