//! Who to call? The question comes in a body, so that what somebody types is in no address and no log.
//!
//! Never: keeps or logs a text. An answer is kept under what was meant (a need, a kind, an organisation), for everybody who means it.

use super::body::{self, Json};
use super::headers;
use super::problem::{ApiError, At, words};
use super::query::{Asked, Id, Nothing, day};
use super::state::{AppState, coalition};
use super::who_kept::Finished;
use crate::desk::*;
use crate::live::Snapshot;
use crate::model::*;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Wat u zoekt: precies één van `need`, `kind`, `organisation`, `person`, `contactPoint` en `text`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoBody {
    /// De coalitie: korte naam, naam of een andere naam.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200, example = "leiden")]
    pub coalition: Option<String>,
    /// Een hulpvraag uit de catalogus.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<NeedCode>,
    /// Een soort partner uit de catalogus.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<KindCode>,
    /// Eén organisatie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationId>,
    /// Eén persoon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// Eén loket of nummer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_point: Option<ContactPointId>,
    /// Gewone woorden. Typ geen gegevens van een cliënt; de tekst wordt niet bewaard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 200)]
    pub text: Option<String>,
    /// Wie het vraagt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<WhoFromBody>,
    /// De dag waarvoor het antwoord geldt; zonder dit veld nu, of de dag van de laatste bron.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub as_of: Option<String>,
    /// Hoeveel antwoorden hooguit: 1 tot en met 25, of wat de server met `KL_WHO_ANSWERS_MAX` toelaat; zonder dit veld 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1, maximum = 25, example = 5)]
    pub answers: Option<usize>,
    /// Typt iemand nog? Dan telt de vraag niet mee bij wat vergeefs gezocht is; vraag hetzelfde zonder dit veld als de vraag af is.
    #[serde(default)]
    pub typing: bool,
}

/// Wie het vraagt: hooguit één van `person`, `organisation` en `kind`, met of zonder plaats.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoFromBody {
    /// Een persoon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// Een organisatie: id of naam.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 200)]
    pub organisation: Option<String>,
    /// Een beroep, als soort partner uit de catalogus.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<KindCode>,
    /// De plaats: een gemeente of een coalitie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 200)]
    pub place: Option<String>,
}

/// Waarvoor suggesties gevraagd worden.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SuggestionsBody {
    /// Het begin van wat iemand typt; het wordt niet bewaard.
    #[schema(min_length = 1, max_length = 200)]
    pub text: String,
    /// De coalitie: korte naam, naam of een andere naam.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200, example = "leiden")]
    pub coalition: Option<String>,
}

impl WhoBody {
    /// The question, or every fault of its form.
    fn question(self) -> Result<WhoAsked, Vec<At>> {
        let mut faults = Vec::new();
        let as_of = self.as_of.as_deref().and_then(|text| day(text).map_err(|told| faults.push(At::body("/asOf", told))).ok());
        let mut given: Vec<(&str, WhoWhat)> = Vec::new();
        given.extend(self.need.map(|it| ("/need", WhoWhat::Need(it))));
        given.extend(self.kind.map(|it| ("/kind", WhoWhat::Kind(it))));
        given.extend(self.organisation.map(|it| ("/organisation", WhoWhat::Organisation(it))));
        given.extend(self.person.map(|it| ("/person", WhoWhat::Person(it))));
        given.extend(self.contact_point.map(|it| ("/contactPoint", WhoWhat::Desk(it))));
        given.extend(self.text.map(|it| ("/text", WhoWhat::Text(it))));
        const ONE: &str = "need, kind, organisation, person, contactPoint, text";
        match given.len() {
            0 => faults.push(At::body("", words(format!("Zeg wat u zoekt: {ONE}."), format!("Say what you look for: {ONE}.")))),
            1 => {}
            _ => faults.extend(given.iter().skip(1).map(|(pointer, _)| {
                At::body(*pointer, words(format!("Geef precies één van {ONE}."), format!("Give exactly one of {ONE}.")))
            })),
        }
        let from = self.from.unwrap_or_default();
        let mut asks: Vec<(&str, WhoAsks)> = Vec::new();
        asks.extend(from.person.map(|it| ("/from/person", WhoAsks::Person(it))));
        asks.extend(from.organisation.map(|it| ("/from/organisation", WhoAsks::Organisation(it))));
        asks.extend(from.kind.map(|it| ("/from/kind", WhoAsks::Kind(it))));
        faults.extend(asks.iter().skip(1).map(|(pointer, _)| {
            At::body(
                *pointer,
                words(
                    "Zeg op één manier wie u bent: person, organisation of kind.",
                    "Say in one way who you are: person, organisation or kind.",
                ),
            )
        }));
        let what = given.into_iter().next().map(|(_, what)| what);
        match what {
            Some(what) if faults.is_empty() => Ok(WhoAsked {
                coalition: self.coalition,
                what,
                from: asks.into_iter().next().map(|(_, asks)| asks).unwrap_or_default(),
                place: from.place,
                as_of,
                answers: self.answers.unwrap_or(ANSWERS_DEFAULT),
            }),
            _ => Err(faults),
        }
    }
}

/// Where a part of the question stands in the body.
fn pointer(field: WhoField) -> &'static str {
    match field {
        WhoField::Coalition => "/coalition",
        WhoField::Need => "/need",
        WhoField::Kind => "/kind",
        WhoField::Organisation => "/organisation",
        WhoField::Person => "/person",
        WhoField::ContactPoint => "/contactPoint",
        WhoField::Text => "/text",
        WhoField::FromPerson => "/from/person",
        WhoField::FromOrganisation => "/from/organisation",
        WhoField::FromKind => "/from/kind",
        WhoField::FromPlace => "/from/place",
        WhoField::AsOf => "/asOf",
        WhoField::Answers => "/answers",
    }
}

impl From<WhoError> for ApiError {
    fn from(WhoError(faults): WhoError) -> Self {
        Self::Invalid(faults.into_iter().map(|fault| At::body(pointer(fault.field), fault.words)).collect())
    }
}

/// What may be asked of the switchboards at once.
fn limits(state: &AppState) -> WhoLimits {
    WhoLimits { answers_max: state.settings.who_answers_max.get(), guesses_max: state.settings.who_guesses_max.get() }
}

#[utoipa::path(post, path = "/v1/who-to-call", tag = "bellen", operation_id = "askWhoToCall",
    summary = "Wie belt u? Van een hulpvraag en een plaats naar een loket, een nummer en de kortste lijn erheen",
    description = "De vraag gaat in de inhoud, zodat geen adres en geen logboek zegt wat iemand typt of wie het vraagt. Geef precies \
                   één van need, kind, organisation, person, contactPoint en text. Een hulpvraag waarbij in de coalitie niemand \
                   helpt, wordt geteld: per coalitie, hulpvraag en maand, nooit wie zocht, en niet zolang typing waar is.",
    request_body(content = WhoBody, content_type = "application/json"),
    responses((status = 200, description = "De antwoorden, het beste eerst", body = WhoToCall)))]
pub(super) async fn who_to_call(
    State(state): State<AppState>,
    _: Asked<Nothing>,
    Json(given): Json,
) -> Result<Response, ApiError> {
    let body = body::parse::<WhoBody>(given).map_err(ApiError::Invalid)?;
    let finished = !body.typing;
    let asked = body.question().map_err(ApiError::Invalid)?;
    let snapshot = state.live.snapshot();
    let found = match kept(&state, &snapshot, asked.meaning(&snapshot.register)) {
        Some(kept) => Some(Ok(kept)),
        // What is ready is answered here: a tenth of a millisecond, less than it takes to hand it over.
        None => {
            state.ask_here(&snapshot, |office| find(&state, &snapshot, office, &asked, &WhoBoards::at_once(&state.switchboards)))
        }
    };
    let text = match &asked.what {
        WhoWhat::Text(text) => Some(text.clone()),
        _ => None,
    };
    let counts = finished && asked.as_of.is_none();
    let found = match found {
        Some(found) => found?,
        None => {
            let (shared, register) = (state.clone(), snapshot.clone());
            let found = state
                .ask(snapshot, move |office| find(&shared, &register, office, &asked, &WhoBoards::in_time(&shared.switchboards)));
            found.await?.ok_or_else(|| ApiError::internal(&"what was made ready is not there"))??
        }
    };
    // What nobody serves is counted each time it is asked, also when its answer is kept.
    let counted = found.in_vain().filter(|searched| counts && count(&state, searched));
    // Whether it was counted tells what the coalition has, also what who asks may not see.
    let counted = counted.is_some_and(|searched| state.viewer().belongs_to(&searched.coalition));
    let body = found.told(text.as_deref(), counted).map_err(|error| ApiError::internal(&error))?;
    Ok(told(body))
}

/// An answer that is kept for what a question means; absent: none is.
fn kept(state: &AppState, snapshot: &Snapshot, meaning: Option<(CoalitionId, String)>) -> Option<Finished> {
    let keys = KeptUnder::of(state, snapshot, &meaning?);
    state.who_answers.get(&keys.own).or_else(|| state.who_answers.get(&keys.whole))
}

/// The answer, kept or made. Absent: something must be made ready first.
fn find(
    state: &AppState,
    snapshot: &Snapshot,
    office: &Office<'_>,
    asked: &WhoAsked,
    boards: &WhoBoards<'_>,
) -> Option<Result<Finished, ApiError>> {
    let limits = limits(state);
    let meant = office.who_meant(asked, boards, &limits);
    if boards.missed() {
        return None;
    }
    let meant = match meant {
        Ok(meant) => meant,
        Err(faults) => return Some(Err(faults.into())),
    };
    let meaning = meant.meaning(asked);
    if let Some(kept) = kept(state, snapshot, meaning.clone()) {
        return Some(Ok(kept));
    }
    let answer = office.who_answer(asked, &meant, boards, &limits);
    if boards.missed() {
        return None;
    }
    let keys = meaning.map(|meaning| KeptUnder::of(state, snapshot, &meaning));
    let own = meant.rests_on_its_coalition(&answer);
    let in_vain = office.in_vain(&answer, boards);
    if boards.missed() {
        return None;
    }
    let finished = match Finished::of(answer, in_vain) {
        Ok(finished) => finished,
        Err(error) => return Some(Err(ApiError::internal(&error))),
    };
    if let Some(keys) = keys {
        state.who_answers.put(if own { keys.own } else { keys.whole }, finished.clone());
    }
    Some(Ok(finished))
}

/// Counts a search that nobody serves, for who leads the coalition.
fn count(state: &AppState, searched: &Searched) -> bool {
    state.live.searches().count(searched, state.now(), state.settings.searches_counted_minute_max.get())
}

/// Under what an answer is kept: what was meant, the day and the viewer, and what it is made from.
struct KeptUnder {
    /// The version of its own coalition.
    own: String,
    /// The version of the whole register: who is nearest elsewhere can change with any coalition.
    whole: String,
}

impl KeptUnder {
    fn of(state: &AppState, snapshot: &Snapshot, (id, meaning): &(CoalitionId, String)) -> Self {
        let (today, viewer) = (state.today(), state.viewer());
        let key = |made_from: &str| format!("who {id} {made_from} {today} {viewer} {meaning}");
        Self { own: key(&state.version(snapshot, id).to_string()), whole: key(&format!("all {}", snapshot.sequence())) }
    }
}

/// An answer that is for who asked, and is kept nowhere on the way.
fn told(body: Bytes) -> Response {
    (StatusCode::OK, [(header::CONTENT_TYPE, headers::value("application/json"))], body).into_response()
}

#[utoipa::path(post, path = "/v1/who-to-call/suggestions", tag = "bellen", operation_id = "suggestWhoToCall",
    summary = "Wat iemand kan bedoelen: hulpvragen, soorten partners, organisaties, loketten, plaatsen",
    request_body(content = SuggestionsBody, content_type = "application/json"),
    responses((status = 200, description = "De suggesties, de waarschijnlijkste eerst", body = Vec<WhoSuggestion>)))]
pub(super) async fn suggestions(
    State(state): State<AppState>,
    _: Asked<Nothing>,
    Json(given): Json,
) -> Result<Response, ApiError> {
    let asked = body::parse::<SuggestionsBody>(given).map_err(ApiError::Invalid)?;
    let (snapshot, limits) = (state.live.snapshot(), limits(&state));
    let suggest = move |office: &Office<'_>, boards: &Switchboards| {
        office.who_suggestions(&asked.text, asked.coalition.as_deref(), boards, &limits)
    };
    let answer = match state.ask_here(&snapshot, |office| state.switchboards.reads_at_once(office)) {
        true => state.ask_here(&snapshot, |office| suggest(office, &state.switchboards)),
        false => {
            let shared = state.clone();
            state.ask(snapshot, move |office| suggest(office, &shared.switchboards)).await?
        }
    };
    Ok(told(Bytes::from(serde_json::to_vec(&answer?).map_err(|error| ApiError::internal(&error))?)))
}

#[utoipa::path(get, path = "/v1/coalitions/{id}/searches", tag = "bellen", operation_id = "listSearches",
    summary = "Hulpvragen waarnaar gezocht is en waarbij niemand helpt, per maand; voor wie de coalitie leidt",
    description = "Wie zocht en wat er getypt is, wordt nooit bewaard.",
    params(("id" = String, Path, description = "De korte naam, de naam of een andere naam van de coalitie", example = "leiden")),
    responses((status = 200, description = "De tellingen, de nieuwste maand eerst", body = Vec<SearchRow>)))]
pub(super) async fn searches(State(state): State<AppState>, Id(id): Id<String>, _: Asked<Nothing>) -> Result<Response, ApiError> {
    let snapshot = state.live.snapshot();
    let (id, _) = coalition(&state, &snapshot, &id)?;
    if !state.viewer().changes(&id) {
        return Err(ApiError::NotYours(words(
            "Deze tellingen zijn voor wie de coalitie leidt.",
            "These counts are for who leads the coalition.",
        )));
    }
    let shared = state.clone();
    let rows = state.ask(snapshot, move |office| office.searches(&id, shared.live.searches(), &shared.switchboards));
    Ok(told(Bytes::from(serde_json::to_vec(&rows.await?).map_err(|error| ApiError::internal(&error))?)))
}
