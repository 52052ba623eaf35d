//! The map of a coalition, in the form that the reader wants: for the screen, for paper, or to draw on elsewhere.

use super::headers;
use super::observe::count_map;
use super::problem::{ApiError, At, words};
use super::query::{Asked, Id, Moment, Pairs, Question, form as form_of};
use super::state::{AppState, coalition, unchanged};
use crate::desk::{DeskError, Office, Reading};
use crate::live::Snapshot;
use crate::model::{CoalitionId, Language};
use crate::render::{self, PartnerMap, PrintError, PrintFormat, PrintLimits, Shown, Width};
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use time::Date;

/// What a picture may load: nothing; its own style sheet stands inside it.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'";

const FORMS: [Form; 4] = [Form::Svg, Form::Png, Form::Pdf, Form::Dot];

/// Which map in the frame of two days.
const SHOWN: [(&str, Shown); 3] = [("changes", Shown::Changes), ("since", Shown::Before), ("asOf", Shown::After)];

/// A form of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Svg,
    Png,
    Pdf,
    Dot,
}

impl Form {
    fn code(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Dot => "dot",
        }
    }
    fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
            Self::Dot => "text/vnd.graphviz",
        }
    }
}

/// Which map.
#[derive(Debug, Clone, Copy, utoipa::IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub(super) struct MapAsked {
    /// De vorm: `svg`, `png`, `pdf` of `dot`; zonder deze parameter kiest `Accept`.
    #[param(value_type = Option<String>, pattern = "^(svg|png|pdf|dot)$", example = "svg")]
    format: Option<Form>,
    /// De breedte: `wide` voor scherm en A3, `slim` voor een telefoon.
    #[param(value_type = Option<String>, pattern = "^(wide|slim)$", example = "wide")]
    width: Width,
    /// Wat er sinds deze dag veranderde: één kaart van beide dagen, waarop niemand van plaats wisselt.
    #[param(value_type = Option<String>, format = Date, example = "2025-11-01")]
    since: Option<Date>,
    /// Met `since`: `changes` voor wat er veranderde, `since` of `asOf` voor een van beide dagen, getekend in hetzelfde raam.
    #[param(value_type = Option<String>, pattern = "^(changes|since|asOf)$", example = "changes")]
    show: Option<Shown>,
    /// De taal: `nl` of `en`; zonder deze parameter kiest `Accept-Language`.
    #[param(value_type = Option<String>, pattern = "^(nl|en)$", example = "nl")]
    language: Option<Language>,
}

impl Question for MapAsked {
    fn read(pairs: &mut Pairs) -> Option<Self> {
        Some(Self {
            format: pairs.choice("format", &FORMS.map(|form| (form.code(), form))),
            width: pairs.choice("width", &[("wide", Width::Wide), ("slim", Width::Slim)]).unwrap_or(Width::Wide),
            since: pairs.day("since"),
            show: pairs.choice("show", &SHOWN),
            language: pairs.choice("language", &[("nl", Language::Nl), ("en", Language::En)]),
        })
    }
}

#[utoipa::path(get, path = "/v1/coalitions/{id}/map", tag = "coalities", operation_id = "readMap",
    summary = "De kaart van een coalitie: als beeld voor scherm of papier, of als DOT",
    params(("id" = String, Path, description = "De korte naam, de naam of een andere naam van de coalitie", example = "leiden"), MapAsked, Moment),
    responses((status = 200, description = "De kaart", content(
            (String = "image/svg+xml"), (Vec<u8> = "image/png"), (Vec<u8> = "application/pdf"), (String = "text/vnd.graphviz")),
        headers(("ETag" = String, description = "De versie van deze kaart"))),
        (status = 304, description = "U heeft deze versie al")))]
pub(super) async fn map(
    State(state): State<AppState>,
    Id(id): Id<String>,
    Asked((asked, moment)): Asked<(MapAsked, Moment)>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let offers = FORMS.map(Form::media_type);
    let preferred =
        || headers::preferred(&headers, &offers).and_then(|type_| FORMS.into_iter().find(|form| form.media_type() == type_));
    let form = asked.format.or_else(preferred);
    let form = form.ok_or(ApiError::NotAcceptable("image/svg+xml, image/png, application/pdf, text/vnd.graphviz"))?;
    let language = asked.language.unwrap_or_else(|| headers::language(&headers));
    let snapshot = state.live.snapshot();
    let (id, version) = coalition(&state, &snapshot, &id)?;
    let reading = moment.reading(snapshot.register.catalogue())?;
    // Without an earlier day the day that is shown is the only one.
    if asked.show.is_some_and(|shown| shown != Shown::After) && asked.since.is_none() {
        let told = words("Geef er ook een dag bij in since.", "Give a day in since with it.");
        return Err(ApiError::invalid(At::parameter("show", told)));
    }
    let since = asked.since.map(|since| (since, asked.show.unwrap_or_default()));
    let frame = since.map(|(day, shown)| format!("-sinds-{day}-{shown:?}")).unwrap_or_default();
    let how = format!("-{}-{:?}-{language:?}{}{frame}", form.code(), asked.width, form_of(&reading)).to_lowercase();
    let etag = state.etag(version, moment.as_of, &how);
    if headers::has_seen(&headers, &etag) {
        return Ok(unchanged(&etag));
    }
    let key = format!("{id} {etag}");
    let kept = state.maps.get(&key);
    count_map(kept.is_some());
    let body = match kept {
        Some(body) => body,
        None => made(&state, snapshot, id.clone(), language, (asked.width, reading, since), form, key).await?,
    };
    let file_name = format!("inline; filename=\"{id}.{}\"", form.code());
    let about = [
        (header::CONTENT_TYPE, headers::value(form.media_type())),
        (header::ETAG, headers::value(&etag)),
        (header::CONTENT_DISPOSITION, headers::value(&file_name)),
        (header::CONTENT_SECURITY_POLICY, headers::value(POLICY)),
        (header::VARY, headers::value("accept, accept-language")),
    ];
    Ok((StatusCode::OK, about, body).into_response())
}

/// Draws or prints a map that is not kept, and keeps it. Who waited for their turn to print looks again: whoever was before
/// them may have printed the same.
async fn made(
    state: &AppState,
    snapshot: Arc<Snapshot>,
    id: CoalitionId,
    language: Language,
    (width, reading, since): (Width, Reading, Option<(Date, Shown)>),
    form: Form,
    key: String,
) -> Result<Bytes, ApiError> {
    let format = match form {
        Form::Svg | Form::Dot => {
            let drawn = state.ask(snapshot, move |office| {
                let map = asked_map(office, id.as_str(), language, reading, since)?;
                Ok::<_, DeskError>(if form == Form::Svg { render::svg(&map, width, true) } else { render::dot(&map, width) })
            });
            let drawn = Bytes::from(drawn.await??);
            state.maps.put(key, drawn.clone());
            return Ok(drawn);
        }
        Form::Png => PrintFormat::Png,
        Form::Pdf => PrintFormat::Pdf,
    };
    let _turn = state.printing.acquire().await.map_err(|closed| ApiError::internal(&closed))?;
    if let Some(kept) = state.maps.get(&key) {
        return Ok(kept);
    }
    let map = state.ask(snapshot, move |office| asked_map(office, id.as_str(), language, reading, since)).await??;
    let settings = &state.settings;
    let limits = PrintLimits { time: settings.print_time_ms_max.as_millis(), bytes_max: settings.print_bytes_max.get() };
    let printed = Bytes::from(render::print(&map, width, format, &limits).await.map_err(unprinted)?);
    state.maps.put(key, printed.clone());
    Ok(printed)
}

/// The map of one day, or of two.
fn asked_map(
    office: &Office<'_>,
    id: &str,
    language: Language,
    reading: Reading,
    since: Option<(Date, Shown)>,
) -> Result<PartnerMap, DeskError> {
    match since {
        Some(since) => office.map_since(id, language, since, reading),
        None => office.map(id, language, reading),
    }
}

/// Why there is no print, as an answer.
pub(super) fn unprinted(error: PrintError) -> ApiError {
    let told = || words(error.sentence(Language::Nl), error.sentence(Language::En));
    match error {
        PrintError::Timeout(_) => ApiError::TimeUp,
        PrintError::GraphvizMissing | PrintError::FontsMissing(_) | PrintError::TooBig(_) => ApiError::Lacking(told()),
        PrintError::Failed(_) => {
            tracing::error!("printing: {error}");
            ApiError::Unavailable(told())
        }
    }
}
