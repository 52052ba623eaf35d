//! A comparison, and a measure over time, as a picture: for the screen or on paper.
//!
//! Never: a picture that holds less than it will later, kept.

use super::changes_between::kept as measurements;
use super::headers;
use super::map::{POLICY, unprinted};
use super::observe::count_map;
use super::problem::{ApiError, At, words};
use super::query::{Asked, Id, Moment, Pairs, Question, form as form_of, hash};
use super::state::{AppState, coalition, unchanged};
use crate::desk::{
    ComparisonAsked, ComparisonError, ComparisonField, ComparisonPicture, Office, PICTURE_MEASURE, PictureAsked, PictureMade,
};
use crate::live::Snapshot;
use crate::model::{CoalitionId, Language, MeasureCode, Words};
use crate::render::paper::Fonts;
use crate::render::{PrintError, Width};
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Names of coalitions that are read from one address, at most; the settings say how many may be compared.
const COALITIONS_READ_MAX: usize = 1_000;

const FORMS: [Form; 2] = [Form::Svg, Form::Pdf];

/// A form of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Svg,
    Pdf,
}

impl Form {
    fn code(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Pdf => "pdf",
        }
    }
    fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Pdf => "application/pdf",
        }
    }
}

/// In which form.
#[derive(Debug, Clone, Copy, utoipa::IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub(super) struct FormAsked {
    /// De vorm: `svg` of `pdf`; zonder deze parameter kiest `Accept`.
    #[param(value_type = Option<String>, pattern = "^(svg|pdf)$", example = "svg")]
    format: Option<Form>,
    /// De breedte: `wide` voor scherm en papier, `slim` voor een telefoon.
    #[param(value_type = Option<String>, pattern = "^(wide|slim)$", example = "wide")]
    width: Width,
    /// De taal: `nl` of `en`; zonder deze parameter kiest `Accept-Language`.
    #[param(value_type = Option<String>, pattern = "^(nl|en)$", example = "nl")]
    language: Option<Language>,
}

impl Question for FormAsked {
    fn read(pairs: &mut Pairs) -> Option<Self> {
        Some(Self {
            format: pairs.choice("format", &FORMS.map(|form| (form.code(), form))),
            width: pairs.choice("width", &[("wide", Width::Wide), ("slim", Width::Slim)]).unwrap_or(Width::Wide),
            language: pairs.choice("language", &[("nl", Language::Nl), ("en", Language::En)]),
        })
    }
}

impl FormAsked {
    /// The form and the language, also from the headers.
    fn settled(self, headers: &HeaderMap) -> Result<(Form, Width, Language), ApiError> {
        let offers = FORMS.map(Form::media_type);
        let by_header = || {
            let preferred = headers::preferred(headers, &offers);
            preferred.and_then(|type_| FORMS.into_iter().find(|form| form.media_type() == type_))
        };
        let form = self.format.or_else(by_header).ok_or(ApiError::NotAcceptable("image/svg+xml, application/pdf"))?;
        Ok((form, self.width, self.language.unwrap_or_else(|| headers::language(headers))))
    }
}

/// Of which coalitions and which measure.
#[derive(Debug, Clone, utoipa::IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub(super) struct PicturesAsked {
    /// Een coalitie: korte naam, naam of een andere naam; geef dit zo vaak als u wilt, in de volgorde van het beeld. Zonder deze
    /// parameter alle, op naam.
    #[param(value_type = Option<Vec<String>>, explode = true, example = json!(["delft", "leiden", "zeist"]))]
    coalition: Vec<String>,
    /// Het kengetal van `dots` en `funnel`, met de naam van de API.
    #[param(value_type = Option<String>, example = "crossDensity")]
    measure: Option<String>,
    /// Of coalities die niet gekozen zijn, bleek meegetekend worden in `dots` en `funnel`: `true` of `false`.
    #[param(value_type = Option<bool>)]
    others: Option<bool>,
}

impl Question for PicturesAsked {
    fn read(pairs: &mut Pairs) -> Option<Self> {
        let name = |text: &str| match text.trim() {
            "" => Err(words("Vul een coalitie in.", "Fill in a coalition.")),
            text => Ok(text.to_owned()),
        };
        Some(Self {
            coalition: pairs.many("coalition", COALITIONS_READ_MAX, name),
            measure: pairs.read("measure", measure_name),
            others: pairs.choice("others", &[("true", true), ("false", false)]),
        })
    }
}

fn measure_name(text: &str) -> Result<String, Words> {
    let code = MeasureCode::new(text).map(|code| code.as_str().to_owned());
    code.map_err(|error| words("Dit is geen naam van een kengetal, zoals crossDensity.", error.to_string()))
}

fn picture_named(text: &str) -> Result<ComparisonPicture, ApiError> {
    ComparisonPicture::named(text).ok_or_else(|| {
        let known = ComparisonPicture::ALL.map(ComparisonPicture::code).join(", ");
        ApiError::invalid(At::parameter("picture", words(format!("Kies uit {known}."), format!("Choose one of {known}."))))
    })
}

#[utoipa::path(get, path = "/v1/comparison-pictures/{picture}", tag = "vergelijken", operation_id = "readComparisonPicture",
    summary = "Een vergelijking als beeld: kleine kaarten, een kengetal, een trechter, soorten partners, of een boom van gelijkenis",
    description = "Wat getekend is, staat als tabel in het antwoord op `POST /v1/comparisons`. Niets staat op volgorde van een getal.",
    params(("picture" = String, Path, description = "Welk beeld", example = "dots",
            pattern = "^(small-multiples|dots|funnel|kinds|tree)$"), PicturesAsked, FormAsked, Moment),
    responses((status = 200, description = "Het beeld", content((String = "image/svg+xml"), (Vec<u8> = "application/pdf")),
        headers(("ETag" = String, description = "De versie van dit beeld"))),
        (status = 304, description = "U heeft deze versie al")))]
pub(super) async fn picture(
    State(state): State<AppState>,
    Path(which): Path<String>,
    Asked((asked, (how, moment))): Asked<(PicturesAsked, (FormAsked, Moment))>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let which = picture_named(&which)?;
    let (form, width, language) = how.settled(&headers)?;
    let snapshot = state.live.snapshot();
    let reading = moment.reading(snapshot.register.catalogue())?;
    let settings = &state.settings;
    let coalitions_max = settings.compare_coalitions_max.get();
    let maps_max = if form == Form::Svg { settings.picture_maps_max.get().min(coalitions_max) } else { coalitions_max };
    let picture = PictureAsked { picture: which, measure: asked.measure, others: asked.others, language, maps_max };
    let question = ComparisonAsked { coalitions: asked.coalition, reading, funnel: None, coalitions_max };
    let question = state.ask_here(&snapshot, |office| office.picture_asked(&question, &picture));
    let drawn = state.ask_here(&snapshot, |office| office.compared(&question)).map_err(in_comparison)?;
    let version = |id: &CoalitionId| match which.of_measure() {
        // Coalitions that were not chosen may be drawn along: any of them counts.
        true => format!("{id} of {}", snapshot.sequence()),
        false => format!("{id} {}", state.version(&snapshot, id)),
    };
    let versions = drawn.iter().map(version).collect::<Vec<_>>().join(",");
    let what = format!("{which:?} {:?} {:?} {form:?} {width:?} {language:?} {versions}", picture.measure, picture.others);
    // The tag rests on the versions of its coalitions, which stand in what is hashed, and not on that of the register.
    let etag = state.etag(0, moment.as_of, &format!("-{}{}", hash(&what), form_of(&question.reading)));
    if headers::has_seen(&headers, &etag) {
        return Ok(unchanged(&etag));
    }
    let key = format!("picture {etag}");
    let kept = state.maps.get(&key);
    count_map(kept.is_some());
    let (body, whole) = match kept {
        Some(body) => (body, true),
        None => {
            let shared = state.clone();
            let make = move |office: &Office<'_>| {
                office.comparison_picture(&question, &picture, &shared.profiles).map_err(in_comparison)
            };
            made(&state, snapshot, make, (form, width), key).await?
        }
    };
    Ok(answer(body, form, &etag, which.code(), whole))
}

/// Which measure over time.
#[derive(Debug, Clone, utoipa::IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub(super) struct TimelinePictureAsked {
    /// Het kengetal, met de naam van de API.
    #[param(value_type = Option<String>, example = "crossDensity")]
    measure: Option<String>,
}

impl Question for TimelinePictureAsked {
    fn read(pairs: &mut Pairs) -> Option<Self> {
        Some(Self { measure: pairs.read("measure", measure_name) })
    }
}

#[utoipa::path(get, path = "/v1/coalitions/{id}/timeline-picture", tag = "coalities", operation_id = "readTimelinePicture",
    summary = "Een kengetal van een coalitie door de tijd, als beeld: wat toen gemeten is, en wat nu over die dag bekend is",
    description = "Wat getekend is, staat als tabel in het antwoord op `GET /v1/coalitions/{id}/timeline`.",
    params(("id" = String, Path, description = "De korte naam, de naam of een andere naam van de coalitie", example = "aalsmeer"),
        TimelinePictureAsked, FormAsked),
    responses((status = 200, description = "Het beeld", content((String = "image/svg+xml"), (Vec<u8> = "application/pdf")),
        headers(("ETag" = String, description = "De versie van dit beeld"))),
        (status = 304, description = "U heeft deze versie al")))]
pub(super) async fn timeline_picture(
    State(state): State<AppState>,
    Id(id): Id<String>,
    Asked((asked, how)): Asked<(TimelinePictureAsked, FormAsked)>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let (form, width, language) = how.settled(&headers)?;
    let snapshot = state.live.snapshot();
    let (id, version) = coalition(&state, &snapshot, &id)?;
    let kept = measurements(&state, &id).await?;
    let measure = asked.measure.unwrap_or_else(|| PICTURE_MEASURE.to_owned());
    let what = format!("timeline {measure} {form:?} {width:?} {language:?} {}", kept.len());
    let etag = state.etag(version, None, &format!("-{}", hash(&what)));
    if headers::has_seen(&headers, &etag) {
        return Ok(unchanged(&etag));
    }
    let key = format!("timeline picture {id} {etag}");
    let found = state.maps.get(&key);
    count_map(found.is_some());
    let name = format!("{id}-{measure}");
    let (body, whole) = match found {
        Some(body) => (body, true),
        None => {
            let make = move |office: &Office<'_>| {
                let drawn = office.timeline_picture(id.as_str(), &measure, &kept, language);
                drawn.map(|picture| PictureMade { picture, whole: true }).map_err(ApiError::from)
            };
            made(&state, snapshot, make, (form, width), key).await?
        }
    };
    Ok(answer(body, form, &etag, &name, whole))
}

/// The faults of a comparison that was asked in an address.
fn in_comparison(error: ComparisonError) -> ApiError {
    let parameter = |field: ComparisonField| match field {
        ComparisonField::Coalitions | ComparisonField::Coalition(_) => "coalition",
        ComparisonField::Funnel => "measure",
    };
    match error {
        ComparisonError::Faults(faults) => {
            ApiError::Invalid(faults.into_iter().map(|fault| At::parameter(parameter(fault.field), fault.words)).collect())
        }
        ComparisonError::Desk(error) => error.into(),
    }
}

/// Makes a picture that is not kept; keeps it when nothing in it is still being made. A printed one waits for its turn.
async fn made(
    state: &AppState,
    snapshot: Arc<Snapshot>,
    make: impl FnOnce(&Office<'_>) -> Result<PictureMade, ApiError> + Send + 'static,
    (form, width): (Form, Width),
    key: String,
) -> Result<(Bytes, bool), ApiError> {
    let (bytes, whole) = match form {
        Form::Svg => {
            let drawn = state
                .ask(snapshot, move |office| make(office).map(|made| (made.picture.svg(width, true).into_bytes(), made.whole)));
            drawn.await??
        }
        Form::Pdf => {
            let _turn = state.printing.acquire().await.map_err(|closed| ApiError::internal(&closed))?;
            if let Some(kept) = state.maps.get(&key) {
                return Ok((kept, true));
            }
            let (folder, bytes_max) = (state.settings.fonts.clone(), state.settings.print_bytes_max.get());
            let printed = state.ask(snapshot, move |office| {
                // Without fonts nothing is computed in vain.
                let fonts = Fonts::open(&folder).map_err(unprinted)?;
                let made = make(office)?;
                Ok::<_, ApiError>((made.picture.pdf(width, &fonts, bytes_max).map_err(unprinted)?, made.whole))
            });
            // What is written cannot be stopped halfway; whoever waits is told when it takes too long.
            let limit = state.settings.print_time_ms_max.as_millis();
            tokio::time::timeout(limit, printed).await.map_err(|_| unprinted(PrintError::Timeout(limit)))???
        }
    };
    let body = Bytes::from(bytes);
    if whole {
        state.maps.put(key, body.clone());
    }
    Ok((body, whole))
}

fn answer(body: Bytes, form: Form, etag: &str, name: &str, whole: bool) -> Response {
    let file_name = format!("inline; filename=\"{name}.{}\"", form.code());
    // What is still being made makes another picture of the same versions.
    let etag = if whole { etag.to_owned() } else { headers::of_a_part(etag) };
    let about = [
        (header::CONTENT_TYPE, headers::value(form.media_type())),
        (header::ETAG, headers::value(&etag)),
        (header::CONTENT_DISPOSITION, headers::value(&file_name)),
        (header::CONTENT_SECURITY_POLICY, headers::value(POLICY)),
        (header::VARY, headers::value("accept, accept-language")),
    ];
    let mut answer = (StatusCode::OK, about, body).into_response();
    if !whole {
        answer.headers_mut().insert(header::CACHE_CONTROL, headers::value("no-store"));
    }
    answer
}
