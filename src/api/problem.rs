//! What can be wrong with a request, told as RFC 9457 problem details, in Dutch or English.
//!
//! Why: one shape for every refusal, with every fault at once, so that a form can mark all its fields in one go.
//! Never: sends what went wrong inside; that is logged once.

use crate::model::{Language, Words};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where the problem types are described.
const TYPES: &str = "https://kortelijnen.example/problemen/";

/// Problem details as RFC 9457 has them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// Identifies the sort of problem.
    #[schema(format = "uri")]
    pub r#type: String,
    /// The sort of problem in words.
    pub title: String,
    /// The HTTP status.
    #[schema(minimum = 400, maximum = 599)]
    pub status: u16,
    /// What is wrong this time, and what to do about it.
    pub detail: String,
    /// Every fault, with its place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ProblemError>,
}

/// One fault in a request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProblemError {
    /// Place in the body, as a JSON pointer (RFC 6901).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// Name of the path or query parameter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
    /// Name of the header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<String>,
    /// The revision now of what the fault is about, where a writer has to know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<u64>,
    /// What is wrong with it.
    pub detail: String,
}

/// Where a fault is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In the body, as a JSON pointer.
    Body(String),
    /// A path or query parameter.
    Parameter(String),
    /// A header.
    Header(&'static str),
}

/// One fault and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At {
    /// Where.
    pub place: Place,
    /// What is wrong.
    pub detail: Words,
    /// The revision now, if the writer has to know it.
    pub revision: Option<u64>,
}

impl At {
    /// A fault in the body.
    pub fn body(pointer: impl Into<String>, detail: Words) -> Self {
        Self { place: Place::Body(pointer.into()), detail, revision: None }
    }
    /// A fault in a parameter.
    pub fn parameter(name: impl Into<String>, detail: Words) -> Self {
        Self { place: Place::Parameter(name.into()), detail, revision: None }
    }
    /// A fault in a header.
    pub fn header(name: &'static str, detail: Words) -> Self {
        Self { place: Place::Header(name), detail, revision: None }
    }
}

/// Words in both languages.
pub fn words(nl: impl Into<String>, en: impl Into<String>) -> Words {
    Words { nl: nl.into(), en: en.into() }
}

/// Every way in which a request is refused. Each variant begins with its status.
#[derive(Debug, Clone)]
pub enum ApiError {
    /// 400: the request cannot be understood; every fault at once.
    Invalid(Vec<At>),
    /// 403: a page from elsewhere asks for a change.
    ForeignOrigin,
    /// 403: it is not for who asks; says for whom it is.
    NotYours(Words),
    /// 403: this viewer may not change it; says who may.
    NotAllowed(Words),
    /// 404: nothing lives at this address.
    NoSuchPath,
    /// 404: it is not there; says what is.
    NotFound(Words),
    /// 405: the address is right, the method is not.
    WrongMethod,
    /// 406: this address has nothing in the asked form; names what it has.
    NotAcceptable(&'static str),
    /// 408: the body did not arrive in time.
    BodyTooSlow,
    /// 409: it clashes with something else in the register.
    Conflict(Vec<At>),
    /// 412: somebody changed it in between; the ETag now, if it is still there.
    Stale(Option<u64>),
    /// 412: somebody changed what the batch builds on; each with its revision now.
    Outdated(Vec<At>),
    /// 413: the body is larger than so many bytes.
    BodyTooLarge(usize),
    /// 415: a change is sent as JSON.
    NotJson,
    /// 421: the host is not this machine.
    WrongHost,
    /// 428: say which revision you change; the ETag now.
    RevisionMissing(u64),
    /// 428: say which revisions the batch changes; each with its revision now.
    RevisionsMissing(Vec<At>),
    /// 500: our fault; logged.
    Internal,
    /// 503: too much at once; come back in a second.
    Busy,
    /// 503: something outside is missing or stopped; says what helps.
    Unavailable(Words),
    /// 503: it cannot be done here, and coming back does not help; says what does.
    Lacking(Words),
    /// 504: it took longer than a request may take.
    TimeUp,
}

impl ApiError {
    /// One fault in the request.
    pub fn invalid(at: At) -> Self {
        Self::Invalid(vec![at])
    }

    /// Logs what went wrong inside, once, and gives what may be told.
    pub fn internal(cause: &dyn std::fmt::Display) -> Self {
        tracing::error!("internal: {cause}");
        Self::Internal
    }

    /// The generic refusal for a status that a part below made by itself.
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NoSuchPath,
            StatusCode::METHOD_NOT_ALLOWED => Self::WrongMethod,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::NotJson,
            StatusCode::SERVICE_UNAVAILABLE => Self::Busy,
            status if status.is_client_error() => Self::Invalid(Vec::new()),
            _ => Self::Internal,
        }
    }

    /// Its status.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Invalid(_) => StatusCode::BAD_REQUEST,
            Self::ForeignOrigin | Self::NotAllowed(_) | Self::NotYours(_) => StatusCode::FORBIDDEN,
            Self::NoSuchPath | Self::NotFound(_) => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::NotAcceptable(_) => StatusCode::NOT_ACCEPTABLE,
            Self::BodyTooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::Stale(_) | Self::Outdated(_) => StatusCode::PRECONDITION_FAILED,
            Self::BodyTooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::WrongHost => StatusCode::MISDIRECTED_REQUEST,
            Self::RevisionMissing(_) | Self::RevisionsMissing(_) => StatusCode::PRECONDITION_REQUIRED,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Busy | Self::Unavailable(_) | Self::Lacking(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::TimeUp => StatusCode::GATEWAY_TIMEOUT,
        }
    }

    /// The code of its type and its title.
    fn kind(&self) -> (&'static str, Words) {
        match self {
            Self::Invalid(_) => ("ongeldig", words("De vraag klopt niet", "The request is not valid")),
            Self::ForeignOrigin => ("andere-herkomst", words("Niet vanaf deze pagina", "Not from this page")),
            Self::NotAllowed(_) => ("geen-recht", words("Dit mag u niet wijzigen", "You may not change this")),
            Self::NotYours(_) => ("niet-voor-u", words("Niet voor u", "Not for you")),
            Self::NoSuchPath | Self::NotFound(_) => ("niet-gevonden", words("Niet gevonden", "Not found")),
            Self::WrongMethod => ("methode", words("Dat kan hier niet", "That cannot be done here")),
            Self::NotAcceptable(_) => ("vorm", words("Niet in deze vorm", "Not in this form")),
            Self::BodyTooSlow => ("te-langzaam", words("Te langzaam verstuurd", "Sent too slowly")),
            Self::Conflict(_) => ("botst", words("Dit botst met iets anders", "This clashes with something else")),
            Self::Stale(_) | Self::Outdated(_) => ("gewijzigd", words("Intussen gewijzigd", "Changed in between")),
            Self::BodyTooLarge(_) => ("te-groot", words("Te groot", "Too large")),
            Self::NotJson => ("geen-json", words("Stuur JSON", "Send JSON")),
            Self::WrongHost => ("andere-computer", words("Alleen op deze computer", "Only on this machine")),
            Self::RevisionMissing(_) | Self::RevisionsMissing(_) => {
                ("versie-ontbreekt", words("Zeg welke versie u wijzigt", "Say which revision you change"))
            }
            Self::Internal => ("intern", words("Er ging hier iets mis", "Something went wrong here")),
            Self::Busy => ("druk", words("Te druk", "Too busy")),
            Self::Unavailable(_) | Self::Lacking(_) => ("niet-beschikbaar", words("Nu niet beschikbaar", "Not available now")),
            Self::TimeUp => ("te-lang", words("Het duurde te lang", "It took too long")),
        }
    }

    /// What is wrong this time.
    fn detail(&self) -> Words {
        match self {
            Self::Invalid(faults) | Self::Conflict(faults) | Self::Outdated(faults) | Self::RevisionsMissing(faults) => {
                summary(faults)
            }
            Self::ForeignOrigin => words(
                "Alleen de eigen pagina's van deze server mogen iets wijzigen.",
                "Only this server's own pages may change something.",
            ),
            Self::NoSuchPath => words(
                "Op dit adres staat niets. Een adres eindigt niet op een schuine streep; /v1/openapi.json noemt alle adressen.",
                "Nothing lives at this address. An address does not end in a slash; /v1/openapi.json names all addresses.",
            ),
            Self::NotAllowed(what)
            | Self::NotYours(what)
            | Self::NotFound(what)
            | Self::Unavailable(what)
            | Self::Lacking(what) => what.clone(),
            Self::WrongMethod => words(
                "Dit adres kent deze methode niet; de kop Allow noemt welke wel.",
                "This address does not know this method; the Allow header names those it does.",
            ),
            Self::NotAcceptable(offers) => words(
                format!("Dit adres heeft alleen {offers}; noem een daarvan in Accept."),
                format!("This address only has {offers}; name one of these in Accept."),
            ),
            Self::BodyTooSlow => {
                words("De vraag kwam niet op tijd binnen; probeer het opnieuw.", "The request did not arrive in time; try again.")
            }
            Self::Stale(_) => words(
                "Iemand heeft dit intussen gewijzigd. Haal het opnieuw op, kijk wat er veranderde en stuur uw wijziging nog eens.",
                "Somebody changed this in between. Get it again, see what changed, and send your change once more.",
            ),
            Self::BodyTooLarge(max) => words(
                format!("Er passen hooguit {max} bytes in één vraag; stuur het in delen."),
                format!("At most {max} bytes fit in one request; send it in parts."),
            ),
            Self::NotJson => words(
                "Wijzigingen gaan als JSON: zet Content-Type op application/json.",
                "Changes are sent as JSON: set Content-Type to application/json.",
            ),
            Self::WrongHost => words(
                "Zolang er geen inloggen is, antwoordt de server alleen op localhost, 127.0.0.1 en [::1].",
                "Until there is sign-in the server only answers to localhost, 127.0.0.1 and [::1].",
            ),
            Self::RevisionMissing(_) => words(
                "Dit bestaat al. Zet in If-Match de ETag van wat u zag; dan gaat niemands wijziging verloren.",
                "This exists already. Put the ETag of what you saw in If-Match; then nobody's change is lost.",
            ),
            Self::Internal => words(
                "De fout ligt bij de server en is vastgelegd. Er is niets half gewijzigd.",
                "The fault is the server's and has been logged. Nothing was changed by halves.",
            ),
            Self::Busy => words(
                "Er zijn te veel vragen tegelijk; probeer het over een seconde opnieuw.",
                "There are too many requests at once; try again in a second.",
            ),
            Self::TimeUp => words(
                "Het antwoord was niet op tijd klaar. Was het een wijziging: kijk eerst of die er al in staat.",
                "The answer was not ready in time. If it was a change: look first whether it is in already.",
            ),
        }
    }

    /// The problem in one language.
    pub fn problem(&self, language: Language) -> Problem {
        let (code, title) = self.kind();
        let faults = match self {
            Self::Invalid(faults) | Self::Conflict(faults) | Self::Outdated(faults) | Self::RevisionsMissing(faults) => {
                faults.as_slice()
            }
            _ => &[],
        };
        Problem {
            r#type: format!("{TYPES}{code}"),
            title: title.in_language(language).to_owned(),
            status: self.status().as_u16(),
            detail: self.detail().in_language(language).to_owned(),
            errors: faults.iter().map(|at| at.told(language)).collect(),
        }
    }

    /// Headers that go with it.
    fn header(&self) -> Option<(HeaderName, HeaderValue)> {
        match self {
            Self::Stale(Some(revision)) | Self::RevisionMissing(revision) => {
                HeaderValue::from_str(&format!("\"{revision}\"")).ok().map(|value| (header::ETAG, value))
            }
            Self::Busy | Self::Unavailable(_) => Some((header::RETRY_AFTER, HeaderValue::from_static("1"))),
            Self::NotJson => Some((header::ACCEPT, HeaderValue::from_static("application/json"))),
            _ => None,
        }
    }
}

impl At {
    fn told(&self, language: Language) -> ProblemError {
        let detail = self.detail.in_language(language).to_owned();
        let mut error = ProblemError { pointer: None, parameter: None, header: None, revision: self.revision, detail };
        match &self.place {
            Place::Body(pointer) => error.pointer = Some(pointer.clone()),
            Place::Parameter(name) => error.parameter = Some(name.clone()),
            Place::Header(name) => error.header = Some((*name).to_owned()),
        }
        error
    }
}

fn summary(faults: &[At]) -> Words {
    match faults {
        [] => words("De vraag is niet te lezen.", "The request cannot be read."),
        [one] => one.detail.clone(),
        many => words(
            format!("Er zijn {} fouten; verbeter ze en stuur het opnieuw.", many.len()),
            format!("There are {} faults; correct them and send it again.", many.len()),
        ),
    }
}

/// The body is written at the very end, in the language of the reader (`finish`).
impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Some((name, value)) = self.header() {
            response.headers_mut().insert(name, value);
        }
        response.extensions_mut().insert(self);
        response
    }
}
