//! A comparison as a file for a spreadsheet.
//!
//! Never: another number than the comparison itself gives to the same reader.

use super::comparison::tag;
use super::headers;
use super::observe::count_answer;
use super::problem::{ApiError, At};
use super::query::{Asked, Moment, Pairs, Question};
use super::state::{AppState, unchanged};
use crate::desk::*;
use crate::model::Language;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

const FORMS: [TableForm; 2] = [TableForm::Csv, TableForm::Xlsx];

fn media_type(form: TableForm) -> &'static str {
    match form {
        TableForm::Csv => "text/csv",
        TableForm::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
}

/// Which file.
#[derive(Debug, Clone, utoipa::IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub(super) struct TableAsked {
    /// Een coalitie: korte naam, naam of een andere naam; herhaal hem voor meer, zonder deze parameter alle op naam.
    #[param(value_type = Option<Vec<String>>, explode = true, example = json!(["delft"]))]
    coalition: Vec<String>,
    /// De vorm: `csv` of `xlsx`; zonder deze parameter kiest `Accept`.
    #[param(value_type = Option<String>, pattern = "^(csv|xlsx)$", example = "csv")]
    format: Option<TableForm>,
    /// De taal: `nl` of `en`; zonder deze parameter kiest `Accept-Language`.
    #[param(value_type = Option<String>, pattern = "^(nl|en)$", example = "nl")]
    language: Option<Language>,
}

impl Question for TableAsked {
    fn read(pairs: &mut Pairs) -> Option<Self> {
        Some(Self {
            coalition: pairs.all("coalition"),
            format: pairs.choice("format", &FORMS.map(|form| (form.ending(), form))),
            language: pairs.choice("language", &[("nl", Language::Nl), ("en", Language::En)]),
        })
    }
}

#[utoipa::path(get, path = "/v1/comparison-tables", tag = "vergelijken", operation_id = "readComparisonTable",
    summary = "De vergelijking als bestand voor een rekenblad: een rij per coalitie en kenmerk, met grenzen en redenen",
    description = "CSV: UTF-8 met BOM; in het Nederlands puntkomma's en een komma in getallen, in het Engels komma's en een punt. \
                   XLSX: het tweede blad geeft van elk kenmerk de definitie, de eenheid en wanneer het niet getoond wordt.",
    params(TableAsked, Moment),
    responses((status = 200, description = "Het bestand", content((String = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
        headers(("ETag" = String, description = "De versie van dit bestand"))),
        (status = 304, description = "U heeft deze versie al")))]
pub(super) async fn table(
    State(state): State<AppState>,
    Asked((asked, moment)): Asked<(TableAsked, Moment)>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let offers = FORMS.map(media_type);
    let preferred =
        || headers::preferred(&headers, &offers).and_then(|type_| FORMS.into_iter().find(|it| media_type(*it) == type_));
    let form = asked.format.or_else(preferred).ok_or(ApiError::NotAcceptable("text/csv, xlsx"))?;
    let language = asked.language.unwrap_or_else(|| headers::language(&headers));
    let snapshot = state.live.snapshot();
    let question = ComparisonAsked {
        coalitions: asked.coalition,
        reading: moment.reading(snapshot.register.catalogue())?,
        funnel: None,
        coalitions_max: state.settings.compare_coalitions_max.get(),
    };
    if let Err(ComparisonError::Faults(faults)) = state.ask_here(&snapshot, |office| office.compared(&question)) {
        return Err(ApiError::Invalid(faults.into_iter().map(|fault| At::parameter("coalition", fault.words)).collect()));
    }
    let of_comparison = tag(&state, &snapshot, &question)?;
    let code = if language == Language::Nl { "nl" } else { "en" };
    let etag = format!("\"{}-{}-{code}\"", of_comparison.trim_matches('"'), form.ending());
    let key = format!("comparison table {etag}");
    let kept = state.answers.get(&key);
    // A file of which chance is still being made is not kept: the same version gives another one later.
    if kept.is_some() && headers::has_seen(&headers, &etag) {
        return Ok(unchanged(&etag));
    }
    count_answer(kept.is_some());
    let (body, whole) = match kept {
        Some(body) => (body, true),
        None => {
            let shared = state.clone();
            let made = state.ask(snapshot, move |office| {
                let comparison = office.comparison(&question, &shared.profiles)?;
                let whole = comparison.chance.state == ChanceState::Ready;
                Ok::<_, ComparisonError>((comparison.file(form, office.people_min, language), whole))
            });
            let (bytes, whole) = made.await??;
            (Bytes::from(bytes.map_err(|error| ApiError::internal(&error))?), whole)
        }
    };
    let etag = if whole { etag } else { headers::of_a_part(&etag) };
    if whole {
        state.answers.put(key, body.clone());
    }
    let content_type = if form == TableForm::Csv { "text/csv; charset=utf-8; header=present" } else { media_type(form) };
    let name = if language == Language::Nl { "vergelijking" } else { "comparison" };
    let about = [
        (header::CONTENT_TYPE, headers::value(content_type)),
        (header::ETAG, headers::value(&etag)),
        (header::CONTENT_DISPOSITION, headers::value(&format!("attachment; filename=\"{name}.{}\"", form.ending()))),
        (header::CACHE_CONTROL, headers::value("no-store")),
        (header::VARY, headers::value("accept, accept-language")),
    ];
    Ok((StatusCode::OK, about, body).into_response())
}
