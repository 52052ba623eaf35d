//! Cards to keep: whom to call for what in a coalition, on paper or in a browser; and a contact for an address book.

use super::headers;
use super::map::{POLICY, unprinted};
use super::observe::count_map;
use super::problem::ApiError;
use super::query::{Asked, Id, Pairs, Question};
use super::refusal::not_here;
use super::state::{AppState, coalition, unchanged};
use crate::desk::{DeskError, Office, Vcard, VcardVersion, vcard_file_name, vcard_text};
use crate::live::Snapshot;
use crate::model::{CoalitionId, ContactPointId, EntityRef, Language, PersonId};
use crate::render::PrintError;
use crate::render::paper::{self, CallSize, Fonts};
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

const FORMS: [Form; 2] = [Form::Html, Form::Pdf];

/// A form of the call card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Html,
    Pdf,
}

impl Form {
    fn code(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
        }
    }
    fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html",
            Self::Pdf => "application/pdf",
        }
    }
    fn content_type(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Pdf => "application/pdf",
        }
    }
}

/// Which call card.
#[derive(Debug, Clone, Copy, utoipa::IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub(super) struct CallCardAsked {
    /// De grootte: `a4`, of `wallet` om uit te knippen en te vouwen.
    #[param(value_type = Option<String>, pattern = "^(a4|wallet)$", example = "a4")]
    size: CallSize,
    /// De vorm: `html` of `pdf`; zonder deze parameter kiest `Accept`.
    #[param(value_type = Option<String>, pattern = "^(html|pdf)$", example = "pdf")]
    format: Option<Form>,
    /// De taal: `nl` of `en`; zonder deze parameter kiest `Accept-Language`.
    #[param(value_type = Option<String>, pattern = "^(nl|en)$", example = "nl")]
    language: Option<Language>,
}

impl Question for CallCardAsked {
    fn read(pairs: &mut Pairs) -> Option<Self> {
        let sizes = [CallSize::A4, CallSize::Wallet].map(|size| (size.code(), size));
        Some(Self {
            size: pairs.choice("size", &sizes).unwrap_or_default(),
            format: pairs.choice("format", &FORMS.map(|form| (form.code(), form))),
            language: pairs.choice("language", &[("nl", Language::Nl), ("en", Language::En)]),
        })
    }
}

#[utoipa::path(get, path = "/v1/coalitions/{id}/call-card", tag = "coalities", operation_id = "readCallCard",
    summary = "De belkaart van een coalitie: welk loket u belt bij welke hulpvraag, op A4 of op zakformaat",
    params(("id" = String, Path, description = "De korte naam, de naam of een andere naam van de coalitie", example = "leiden"),
        CallCardAsked),
    responses((status = 200, description = "De belkaart", content((String = "text/html"), (Vec<u8> = "application/pdf")),
        headers(("ETag" = String, description = "De versie van deze belkaart"))),
        (status = 304, description = "U heeft deze versie al")))]
pub(super) async fn call_card(
    State(state): State<AppState>,
    Id(id): Id<String>,
    Asked(asked): Asked<CallCardAsked>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let offers = FORMS.map(Form::media_type);
    let preferred =
        || headers::preferred(&headers, &offers).and_then(|type_| FORMS.into_iter().find(|form| form.media_type() == type_));
    let form = asked.format.or_else(preferred).ok_or(ApiError::NotAcceptable("text/html, application/pdf"))?;
    let language = asked.language.unwrap_or_else(|| headers::language(&headers));
    let snapshot = state.live.snapshot();
    let (id, version) = coalition(&state, &snapshot, &id)?;
    // The address of the pages is printed on the card, and so is a part of which card it is.
    let pages = state.settings.public_address().map(|pages| format!("-{pages}")).unwrap_or_default();
    let how = format!("-belkaart-{}-{}-{language:?}", asked.size.code(), form.code()).to_lowercase() + &pages;
    let etag = state.etag(version, None, &how);
    if headers::has_seen(&headers, &etag) {
        return Ok(unchanged(&etag));
    }
    let key = format!("{id} {etag}");
    let kept = state.maps.get(&key);
    count_map(kept.is_some());
    let body = match kept {
        Some(body) => body,
        None => made(&state, snapshot, &id, (asked.size, language), form, key).await?,
    };
    let way = if form == Form::Pdf { "attachment" } else { "inline" };
    let name = match (language, asked.size) {
        (Language::Nl, CallSize::A4) => "belkaart",
        (Language::Nl, CallSize::Wallet) => "zakkaart",
        (Language::En, CallSize::A4) => "call-card",
        (Language::En, CallSize::Wallet) => "wallet-card",
    };
    let about = [
        (header::CONTENT_TYPE, headers::value(form.content_type())),
        (header::ETAG, headers::value(&etag)),
        (header::CONTENT_DISPOSITION, headers::value(&format!("{way}; filename=\"{id}-{name}.{}\"", form.code()))),
        (header::CONTENT_SECURITY_POLICY, headers::value(POLICY)),
        (header::VARY, headers::value("accept, accept-language")),
    ];
    Ok((StatusCode::OK, about, body).into_response())
}

/// Writes a card that is not kept, and keeps it; a printed one waits for its turn.
async fn made(
    state: &AppState,
    snapshot: Arc<Snapshot>,
    id: &CoalitionId,
    (size, language): (CallSize, Language),
    form: Form,
    key: String,
) -> Result<Bytes, ApiError> {
    let (id, pages) = (id.clone(), state.settings.public_address().map(str::to_owned));
    if form == Form::Html {
        let asked = state.ask(snapshot, move |office| {
            office.call_card(id.as_str(), size, language, pages.as_deref()).map(|card| paper::call_html(&card))
        });
        let written = Bytes::from(asked.await??);
        state.maps.put(key, written.clone());
        return Ok(written);
    }
    let _turn = state.printing.acquire().await.map_err(|closed| ApiError::internal(&closed))?;
    if let Some(kept) = state.maps.get(&key) {
        return Ok(kept);
    }
    let (folder, bytes_max) = (state.settings.fonts.clone(), state.settings.print_bytes_max.get());
    let printed = state.ask(snapshot, move |office| {
        let card = office.call_card(id.as_str(), size, language, pages.as_deref())?;
        Ok::<_, DeskError>(Fonts::open(&folder).and_then(|fonts| paper::call_pdf(&card, &fonts, bytes_max)))
    });
    let limit = state.settings.print_time_ms_max.as_millis();
    let printed = tokio::time::timeout(limit, printed).await.map_err(|_| unprinted(PrintError::Timeout(limit)))?;
    let printed = Bytes::from(printed??.map_err(unprinted)?);
    state.maps.put(key, printed.clone());
    Ok(printed)
}

/// Which vCard.
#[derive(Debug, Clone, Copy, utoipa::IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub(super) struct VcardAsked {
    /// De versie van het formaat; zonder deze parameter kiest `Accept`, en anders is het 4.0.
    #[param(value_type = Option<String>, pattern = "^(4[.]0|3[.]0)$", example = "4.0")]
    vcard_version: Option<VcardVersion>,
    /// De taal: `nl` of `en`; zonder deze parameter kiest `Accept-Language`.
    #[param(value_type = Option<String>, pattern = "^(nl|en)$", example = "nl")]
    language: Option<Language>,
}

impl Question for VcardAsked {
    fn read(pairs: &mut Pairs) -> Option<Self> {
        Some(Self {
            vcard_version: pairs.choice("vcardVersion", &VcardVersion::ALL.map(|version| (version.code(), version))),
            language: pairs.choice("language", &[("nl", Language::Nl), ("en", Language::En)]),
        })
    }
}

#[utoipa::path(get, path = "/v1/contact-points/{id}/vcard", tag = "partijen", operation_id = "readContactPointVcard",
    summary = "Een contactpunt als vCard, om te bewaren in een adresboek",
    params(("id" = uuid::Uuid, Path, description = "De id van het contactpunt"), VcardAsked),
    responses((status = 200, description = "De vCard, versie 4.0 of 3.0", content((String = "text/vcard")),
        headers(("ETag" = String, description = "De versie van deze vCard"))),
        (status = 304, description = "U heeft deze versie al")))]
pub(super) async fn contact_point(
    State(state): State<AppState>,
    Id(id): Id<ContactPointId>,
    Asked(asked): Asked<VcardAsked>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let what = EntityRef::ContactPoint(id);
    vcard(&state, &headers, asked, what, move |office, language| office.contact_vcard(&id, language)).await
}

#[utoipa::path(get, path = "/v1/persons/{id}/vcard", tag = "partijen", operation_id = "readPersonVcard",
    summary = "Een persoon als vCard, om te bewaren in een adresboek; alleen voor wie die persoon mag zien",
    params(("id" = uuid::Uuid, Path, description = "De id van de persoon"), VcardAsked),
    responses((status = 200, description = "De vCard, versie 4.0 of 3.0", content((String = "text/vcard")),
        headers(("ETag" = String, description = "De versie van deze vCard"))),
        (status = 304, description = "U heeft deze versie al")))]
pub(super) async fn person(
    State(state): State<AppState>,
    Id(id): Id<PersonId>,
    Asked(asked): Asked<VcardAsked>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let what = EntityRef::Person(id);
    vcard(&state, &headers, asked, what, move |office, language| office.person_vcard(&id, language)).await
}

/// A contact in the version that the reader wants. One that may not be seen is answered as one that is not there, before
/// anything is told of its version.
async fn vcard(
    state: &AppState,
    headers: &HeaderMap,
    asked: VcardAsked,
    what: EntityRef,
    question: impl FnOnce(&Office<'_>, Language) -> Option<Vcard> + Send + 'static,
) -> Result<Response, ApiError> {
    let version = asked.vcard_version.or_else(|| headers::vcard_version(headers));
    let version = version.ok_or(ApiError::NotAcceptable("text/vcard; version=4.0, text/vcard; version=3.0"))?;
    let language = asked.language.unwrap_or_else(|| headers::language(headers));
    let snapshot = state.live.snapshot();
    let etag = state.etag(snapshot.sequence(), None, &format!("-vcard-{}-{language:?}", version.code()).to_lowercase());
    let card = state.ask(snapshot, move |office| question(office, language)).await?.ok_or_else(|| not_here(&what))?;
    if headers::has_seen(headers, &etag) {
        return Ok(unchanged(&etag));
    }
    let about = [
        (header::CONTENT_TYPE, headers::value(&format!("text/vcard; charset=utf-8; version={}", version.code()))),
        (header::ETAG, headers::value(&etag)),
        (header::CONTENT_DISPOSITION, headers::value(&format!("attachment; filename=\"{}\"", vcard_file_name(&card)))),
        (header::VARY, headers::value("accept, accept-language")),
    ];
    Ok((StatusCode::OK, about, vcard_text(&card, version)).into_response())
}
