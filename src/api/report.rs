//! The facilitator's report of a coalition, for a browser or for paper.

use super::headers;
use super::map::{POLICY, unprinted};
use super::observe::count_map;
use super::problem::ApiError;
use super::query::{Asked, Id, Moment, Pairs, Question, form as form_of};
use super::state::{AppState, coalition, unchanged};
use crate::desk::Reading;
use crate::live::Snapshot;
use crate::model::{CoalitionId, Language};
use crate::render::PrintError;
use crate::render::paper::{self, Fonts};
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use time::Date;

const FORMS: [Form; 2] = [Form::Html, Form::Pdf];

/// A form of the report.
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

/// Which report.
#[derive(Debug, Clone, Copy, utoipa::IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub(super) struct ReportAsked {
    /// De vorm: `html` of `pdf`; zonder deze parameter kiest `Accept`.
    #[param(value_type = Option<String>, pattern = "^(html|pdf)$", example = "html")]
    format: Option<Form>,
    /// De taal: `nl` of `en`; zonder deze parameter kiest `Accept-Language`.
    #[param(value_type = Option<String>, pattern = "^(nl|en)$", example = "nl")]
    language: Option<Language>,
    /// De dag om mee te vergelijken; zonder deze parameter die van de bron vóór de laatste.
    #[param(value_type = Option<String>, format = Date, example = "2018-12-31")]
    since: Option<Date>,
}

impl Question for ReportAsked {
    fn read(pairs: &mut Pairs) -> Option<Self> {
        Some(Self {
            format: pairs.choice("format", &FORMS.map(|form| (form.code(), form))),
            language: pairs.choice("language", &[("nl", Language::Nl), ("en", Language::En)]),
            since: pairs.day("since"),
        })
    }
}

#[utoipa::path(get, path = "/v1/coalitions/{id}/report", tag = "coalities", operation_id = "readReport",
    summary = "Het rapport van een coalitie, om te bespreken: acht vragen met antwoord, tabellen en de kaart",
    params(("id" = String, Path, description = "De korte naam, de naam of een andere naam van de coalitie", example = "leiden"),
        ReportAsked, Moment),
    responses((status = 200, description = "Het rapport", content((String = "text/html"), (Vec<u8> = "application/pdf")),
        headers(("ETag" = String, description = "De versie van dit rapport"))),
        (status = 304, description = "U heeft deze versie al")))]
pub(super) async fn report(
    State(state): State<AppState>,
    Id(id): Id<String>,
    Asked((asked, moment)): Asked<(ReportAsked, Moment)>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let offers = FORMS.map(Form::media_type);
    let preferred =
        || headers::preferred(&headers, &offers).and_then(|type_| FORMS.into_iter().find(|form| form.media_type() == type_));
    let form = asked.format.or_else(preferred).ok_or(ApiError::NotAcceptable("text/html, application/pdf"))?;
    let language = asked.language.unwrap_or_else(|| headers::language(&headers));
    let snapshot = state.live.snapshot();
    let (id, _) = coalition(&state, &snapshot, &id)?;
    let reading = moment.reading(snapshot.register.catalogue())?;
    let since = asked.since.map(|day| format!("-sinds-{day}")).unwrap_or_default();
    let how = format!("-rapport-{}-{language:?}{}{since}", form.code(), form_of(&reading)).to_lowercase();
    // It also tells in which other coalitions a partner takes part: the whole register makes its version.
    let etag = state.etag(snapshot.sequence(), moment.as_of, &how);
    if headers::has_seen(&headers, &etag) {
        return Ok(unchanged(&etag));
    }
    let key = format!("{id} {etag}");
    let kept = state.maps.get(&key);
    count_map(kept.is_some());
    let body = match kept {
        Some(body) => body,
        None => made(&state, snapshot, &id, (language, reading, asked.since), form, key).await?,
    };
    let (way, name) = if form == Form::Pdf { ("attachment", "pdf") } else { ("inline", "html") };
    let file_name = format!("{way}; filename=\"{id}-{}.{name}\"", if language == Language::Nl { "rapport" } else { "report" });
    let about = [
        (header::CONTENT_TYPE, headers::value(form.content_type())),
        (header::ETAG, headers::value(&etag)),
        (header::CONTENT_DISPOSITION, headers::value(&file_name)),
        (header::CONTENT_SECURITY_POLICY, headers::value(POLICY)),
        (header::VARY, headers::value("accept, accept-language")),
    ];
    Ok((StatusCode::OK, about, body).into_response())
}

/// Writes a report that is not kept, and keeps it; a printed one waits for its turn.
async fn made(
    state: &AppState,
    snapshot: Arc<Snapshot>,
    id: &CoalitionId,
    (language, reading, since): (Language, Reading, Option<Date>),
    form: Form,
    key: String,
) -> Result<Bytes, ApiError> {
    let id = id.clone();
    if form == Form::Html {
        let asked =
            state.ask(snapshot, move |office| office.paper(id.as_str(), language, reading, since).map(|it| paper::html(&it)));
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
        let document = office.paper(id.as_str(), language, reading, since)?;
        let printed = Fonts::open(&folder).and_then(|fonts| paper::pdf(&document, &fonts, bytes_max));
        Ok::<_, crate::desk::DeskError>(printed)
    });
    // What is written cannot be stopped halfway; whoever waits is told when it takes too long.
    let limit = state.settings.print_time_ms_max.as_millis();
    let printed = tokio::time::timeout(limit, printed).await.map_err(|_| unprinted(PrintError::Timeout(limit)))?;
    let printed = Bytes::from(printed??.map_err(unprinted)?);
    state.maps.put(key, printed.clone());
    Ok(printed)
}
