//! What a user asks about coalitions: each address is one question to the front office.

use super::cache::Key;
use super::headers;
use super::noun::told;
use super::observe::count_answer;
use super::problem::{ApiError, At, words};
use super::query::{Asked, Id, LinesAsked, Moment, Nothing, PairAsked, form};
use super::refusal::unanswered;
use super::state::{About, AppState, coalition, json, unchanged};
use crate::desk::*;
use crate::model::Catalogue;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use std::sync::Arc;

#[utoipa::path(get, path = "/v1/coalitions", tag = "coalities", operation_id = "listCoalitions",
    summary = "Alle coalities, op naam, elk met wat er ontbreekt in één zin",
    responses((status = 200, description = "De coalities", body = Vec<CoalitionSummary>,
        headers(("ETag" = String, description = "De versie van dit antwoord"))),
        (status = 304, description = "U heeft deze versie al")))]
pub(super) async fn coalitions(
    State(state): State<AppState>,
    _: Asked<Nothing>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let snapshot = state.live.snapshot();
    let etag = state.etag(snapshot.sequence(), None, "");
    if headers::has_seen(&headers, &etag) {
        return Ok(unchanged(&etag));
    }
    Ok(json(StatusCode::OK, &etag, state.rows(snapshot).await?))
}

/// A question about one coalition for one day.
macro_rules! question {
    ($name:ident, $path:literal, $operation:literal, $answer:ty, $summary:literal) => {
        #[utoipa::path(get, path = $path, tag = "coalities", operation_id = $operation, summary = $summary,
            params(("id" = String, Path, description = "De korte naam, de naam of een andere naam van de coalitie", example = "leiden"), Moment),
            responses((status = 200, description = "Het antwoord", body = $answer,
                headers(("ETag" = String, description = "De versie van dit antwoord"))),
                (status = 304, description = "U heeft deze versie al")))]
        pub(super) async fn $name(
            State(state): State<AppState>,
            Id(id): Id<String>,
            Asked(moment): Asked<Moment>,
            headers: HeaderMap,
        ) -> Result<Response, ApiError> {
            let asked = About { what: stringify!($name), coalition: id, moment };
            state.about(&headers, &asked, |office, id, reading| office.$name(id, reading)).await
        }
    };
}

question!(overview, "/v1/coalitions/{id}", "readOverview", Overview, "Hoe een coalitie ervoor staat");
question!(partners, "/v1/coalitions/{id}/partners", "readPartners", Partners, "Wie er meedoen, benaderd of gewenst zijn");
question!(links, "/v1/coalitions/{id}/links", "readLinks", Vec<LinkRow>, "De lijnen tussen de partners, elk met wie het zegt");
question!(claims, "/v1/coalitions/{id}/claims", "readClaims", Vec<ClaimRow>, "Alle uitspraken over lijnen, in woorden");

#[utoipa::path(get, path = "/v1/coalitions/{id}/gaps", tag = "coalities", operation_id = "readGaps",
    summary = "Wat er ontbreekt, waarom, en hoe zeker dat is",
    params(("id" = String, Path, description = "De korte naam, de naam of een andere naam van de coalitie", example = "leiden"), Moment),
    responses((status = 200, description = "Het antwoord", body = Gaps,
        headers(("ETag" = String, description = "De versie van dit antwoord"))),
        (status = 304, description = "U heeft deze versie al")))]
pub(super) async fn gaps(
    State(state): State<AppState>,
    Id(id): Id<String>,
    Asked(moment): Asked<Moment>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let snapshot = state.live.snapshot();
    let (coalition, version) = coalition(&state, &snapshot, &id)?;
    // Searches that nobody serves are evidence for who leads the coalition, and change no version.
    let searches = Arc::clone(state.live.searches());
    let searched = if state.viewer().changes(&coalition) { searches.total(&coalition) } else { 0 };
    if searched == 0 {
        let asked = About { what: "gaps", coalition: id, moment };
        return state.about(&headers, &asked, |office, id, reading| office.gaps(id, reading)).await;
    }
    let reading = moment.reading(snapshot.register.catalogue())?;
    let form = form(&reading);
    let etag = state.etag(version, moment.as_of, &format!("{form}-gaps-{searched}"));
    if headers::has_seen(&headers, &etag) {
        return Ok(unchanged(&etag));
    }
    // Kept with its tag, and without the count or the version in its key: the answer after one more search takes the place of the
    // one before, however many search.
    let key = Key::of(&[b"gaps and searches", coalition.as_str().as_bytes(), format!("{:?}{form}", moment.as_of).as_bytes()]);
    let tagged = |kept: Bytes| kept.starts_with(etag.as_bytes()).then(|| kept.slice(etag.len()..));
    if let Some(body) = state.answers.get(key).and_then(tagged) {
        count_answer(true);
        return Ok(json(StatusCode::OK, &etag, body));
    }
    count_answer(false);
    let asked = state.ask(snapshot, move |office| {
        office.knowing(&searches).gaps(coalition.as_str(), reading).map(|told| serde_json::to_vec(&told))
    });
    let body = asked.await??.map_err(|error| ApiError::internal(&error))?;
    let kept = Bytes::from([etag.as_bytes(), &body].concat());
    state.answers.put(key, kept.clone());
    Ok(json(StatusCode::OK, &etag, kept.slice(etag.len()..)))
}

question!(
    structure,
    "/v1/coalitions/{id}/structure",
    "readStructure",
    StructureAnswer,
    "De kengetallen van het netwerk, met onder- en bovengrens"
);

question!(
    standings,
    "/v1/coalitions/{id}/standings",
    "readStandings",
    Standings,
    "Waar iedere partner in het netwerk staat, en welke groepen zich tonen"
);

#[utoipa::path(get, path = "/v1/coalitions/{id}/why", tag = "coalities", operation_id = "readWhy",
    summary = "Alles wat over de lijn tussen twee partners bekend is",
    params(("id" = String, Path, description = "De korte naam, de naam of een andere naam van de coalitie", example = "leiden"), PairAsked, Moment),
    responses((status = 200, description = "Wat er bekend is, met bronnen", body = Why,
        headers(("ETag" = String, description = "De versie van dit antwoord"))),
        (status = 304, description = "U heeft deze versie al")))]
pub(super) async fn why(
    State(state): State<AppState>,
    Id(id): Id<String>,
    Asked((pair, moment)): Asked<(PairAsked, Moment)>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    // Names may hold spaces and dashes: the lengths keep two questions apart.
    let what = format!("why {} {} {} {}", pair.a.len(), pair.a, pair.b.len(), pair.b);
    let asked = About { what: &what, coalition: id, moment };
    let answer = state.about(&headers, &asked, move |office, id, reading| {
        let which = |asked: &str| if asked == pair.b { "b" } else { "a" };
        office.why(id, &pair.a, &pair.b, reading).map_err(|error| unanswered(error, which))
    });
    answer.await
}

#[utoipa::path(get, path = "/v1/coalitions/{id}/introductions", tag = "coalities", operation_id = "readIntroductions",
    summary = "Een voorstel voor kennismakingen: wie met wie, wie hen voorstelt, en wat het oplevert",
    description = "Gretig gekozen, met de norm voorop: een beter voorstel van dezelfde lengte kan bestaan.",
    params(("id" = String, Path, description = "De korte naam, de naam of een andere naam van de coalitie", example = "leiden"), LinesAsked, Moment),
    responses((status = 200, description = "Het voorstel", body = Plan,
        headers(("ETag" = String, description = "De versie van dit antwoord"))),
        (status = 304, description = "U heeft deze versie al")))]
pub(super) async fn introductions(
    State(state): State<AppState>,
    Id(id): Id<String>,
    Asked((lines, moment)): Asked<(LinesAsked, Moment)>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let most = state.settings.introductions_max.get();
    if lines.lines > most {
        let told = words(format!("Vraag hooguit {most} kennismakingen."), format!("Ask for at most {most} introductions."));
        return Err(ApiError::invalid(At::parameter("lines", told)));
    }
    let limits = PlanLimits {
        lines_max: lines.lines,
        lines_party_max: state.settings.introduction_lines_party_max.get(),
        introductions_introducer_max: state.settings.introductions_introducer_max.get(),
    };
    let what = format!("introductions {limits:?}");
    let asked = About { what: &what, coalition: id, moment };
    state.about(&headers, &asked, move |office, id, reading| office.introductions(id, &limits, reading)).await
}

#[utoipa::path(get, path = "/v1/catalogue", tag = "catalogus", operation_id = "readCatalogue",
    summary = "Soorten partners, hulpvragen, programma's, soorten lijnen en de norm",
    responses((status = 200, description = "De catalogus", body = Catalogue,
        headers(("ETag" = String, description = "De versie van de norm en het programma"))),
        (status = 304, description = "U heeft deze versie al")))]
pub(super) async fn catalogue(
    State(state): State<AppState>,
    _: Asked<Nothing>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let snapshot = state.live.snapshot();
    let catalogue = snapshot.register.catalogue();
    let etag = format!("\"{}-{}\"", catalogue.norm.version, env!("CARGO_PKG_VERSION"));
    if headers::has_seen(&headers, &etag) { Ok(unchanged(&etag)) } else { told(StatusCode::OK, &etag, &**catalogue) }
}
