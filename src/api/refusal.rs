//! Why the register or the archive did not take a change, told with the place in the body.

use super::body::pointer_of;
use super::problem::{ApiError, At, words};
use crate::desk::DeskError;
use crate::live::{StoreError, WriteError};
use crate::model::{EntityRef, Fault, Language, Words};
use serde_json::Value;

/// What a refused write tells. Takes the bodies of the changes, in order, each with the pointer at which it stands.
pub fn refused(error: WriteError, bodies: &[(String, &Value)]) -> ApiError {
    match error {
        WriteError::Stale { what, current, .. } => match bodies {
            // One thing: its revision goes into the ETag. A batch: into the fault.
            [] | [_] => ApiError::Stale(current),
            _ => ApiError::Outdated(vec![outdated("", &what, current)]),
        },
        WriteError::Fault { place, fault } => {
            let (base, body) = bodies.get(place).map(|(base, body)| (base.as_str(), *body)).unwrap_or(("", &Value::Null));
            let inside = culprit(&fault).map(|text| pointer_of(body, &text)).unwrap_or_default();
            let at = At::body(format!("{base}{inside}"), words(dutch(&fault), fault.to_string()));
            match fault {
                Fault::Unknown(_) => ApiError::NotFound(at.detail),
                Fault::InUse { .. } | Fault::TwiceMember { .. } => ApiError::Conflict(vec![at]),
                _ => ApiError::invalid(at),
            }
        }
        WriteError::Store(error) => archive(error),
    }
}

fn archive(error: StoreError) -> ApiError {
    match error {
        StoreError::Conflict { .. } => ApiError::Stale(None),
        StoreError::TooLarge { .. } => {
            let told = words(error.sentence(Language::Nl), error.sentence(Language::En));
            ApiError::invalid(At::body("", told))
        }
        error => {
            tracing::error!("archive: {error}");
            ApiError::Unavailable(words(
                "Er kan nu niets bewaard worden; lezen gaat door. De beheerder vindt de reden in het logboek van de server.",
                "Nothing can be kept now; reading goes on. The administrator finds the reason in the server's log.",
            ))
        }
    }
}

/// The text in the body that the fault is about.
fn culprit(fault: &Fault) -> Option<String> {
    match fault {
        Fault::Dangling { missing, .. } => Some(id_text(missing)),
        Fault::UnknownKind { kind, .. } => Some(kind.to_string()),
        Fault::UnknownNeed { need, .. } => Some(need.to_string()),
        Fault::UnknownLinkKind { kind, .. } => Some(kind.to_string()),
        Fault::TwiceMember { party, .. } => Some(id_text(party)),
        _ => None,
    }
}

fn id_text(reference: &EntityRef) -> String {
    match reference {
        EntityRef::Source(id) => id.to_string(),
        EntityRef::Coalition(id) => id.to_string(),
        EntityRef::Organisation(id) => id.to_string(),
        EntityRef::Person(id) => id.to_string(),
        EntityRef::Position(id) => id.to_string(),
        EntityRef::Membership(id) => id.to_string(),
        EntityRef::Initiative(id) => id.to_string(),
        EntityRef::Claim(id) => id.to_string(),
        EntityRef::Coverage(id) => id.to_string(),
        EntityRef::ContactPoint(id) => id.to_string(),
    }
}

/// A noun and its id in Dutch.
pub fn dutch_name(reference: &EntityRef) -> String {
    let noun = match reference {
        EntityRef::Source(_) => "bron",
        EntityRef::Coalition(_) => "coalitie",
        EntityRef::Organisation(_) => "organisatie",
        EntityRef::Person(_) => "persoon",
        EntityRef::Position(_) => "functie",
        EntityRef::Membership(_) => "deelname",
        EntityRef::Initiative(_) => "initiatief",
        EntityRef::Claim(_) => "uitspraak",
        EntityRef::Coverage(_) => "bevraging",
        EntityRef::ContactPoint(_) => "contactpunt",
    };
    format!("{noun} {}", id_text(reference))
}

fn dutch(fault: &Fault) -> String {
    let name = dutch_name;
    match fault {
        Fault::Dangling { from, missing } => {
            format!("{} noemt {}, en die is er niet; voeg die eerst toe.", name(from), name(missing))
        }
        Fault::Unknown(what) => format!("{} bestaat niet; er is niets te verwijderen.", name(what)),
        Fault::InUse { what, by } => {
            format!("{} wordt nog gebruikt door {}; verwijder of wijzig dat eerst.", name(what), name(by))
        }
        Fault::UnknownKind { kind, .. } => format!("Soort partner \"{kind}\" staat niet in de catalogus; kies een van de codes."),
        Fault::UnknownNeed { need, .. } => format!("Hulpvraag \"{need}\" staat niet in de catalogus; kies een van de codes."),
        Fault::UnknownLinkKind { kind, .. } => {
            format!("Soort lijn \"{kind}\" staat niet in de catalogus; kies een van de codes.")
        }
        Fault::NoDomain(_) => "Geef een soort partner of een domein.".to_owned(),
        Fault::PartOfItself(_) => "Een organisatie is geen onderdeel van zichzelf; verbeter partOf.".to_owned(),
        Fault::TwiceMember { party, coalition } => format!("{} doet al mee in {coalition}; wijzig die deelname.", name(party)),
        Fault::LinkToItself(_) => {
            "Beide kanten zijn dezelfde persoon; een lijn loopt tussen twee verschillende partijen.".to_owned()
        }
        Fault::StrengthWithoutLine(_) => "Alleen een lijn die er is heeft een sterkte; laat de sterkte weg.".to_owned(),
    }
}

impl From<DeskError> for ApiError {
    fn from(error: DeskError) -> Self {
        unanswered(error, |_| "a")
    }
}

/// A question that cannot be answered. Takes which parameter named a party.
pub fn unanswered(error: DeskError, parameter: impl Fn(&str) -> &'static str) -> ApiError {
    let english = error.to_string();
    match &error {
        DeskError::UnknownCoalition { asked, known } => {
            ApiError::NotFound(words(format!("Geen coalitie heet \"{asked}\"; kies uit: {known}."), english))
        }
        DeskError::UnknownParty { coalition, asked, known } => {
            ApiError::NotFound(words(format!("Geen partner in {coalition} heet \"{asked}\"; kies uit: {known}."), english))
        }
        DeskError::AmbiguousParty { coalition, asked, fitting } => {
            let dutch = format!("\"{asked}\" past in {coalition} bij meer partners: {fitting}; schrijf meer van de naam.");
            ApiError::invalid(At::parameter(parameter(asked), words(dutch, english)))
        }
        DeskError::Cancelled(_) => ApiError::TimeUp,
        DeskError::SameParty(party) => {
            let dutch = format!("Beide kanten zijn {party}; noem twee verschillende partners.");
            ApiError::invalid(At::parameter("b", words(dutch, english)))
        }
        DeskError::UnknownMeasure { asked, known } => {
            let dutch = format!("Geen kengetal heet \"{asked}\"; kies uit: {known}.");
            ApiError::invalid(At::parameter("measure", words(dutch, english)))
        }
        DeskError::NotBefore { since, as_of } => {
            let dutch = format!("{since} ligt niet vóór {as_of}, de dag van de stand; kies een eerdere dag.");
            ApiError::invalid(At::parameter("since", words(dutch, english)))
        }
    }
}

/// Something that a batch builds on is otherwise now. Takes its place in the body.
pub fn outdated(pointer: &str, what: &EntityRef, now: Option<u64>) -> At {
    let detail = match now {
        Some(now) => words(
            format!("{} is intussen gewijzigd en heeft nu versie {now}; haal het opnieuw op.", dutch_name(what)),
            format!("{what} was changed in between and has revision {now} now; get it again."),
        ),
        None => words(format!("{} is er niet meer.", dutch_name(what)), format!("{what} is not there any more.")),
    };
    At { revision: now, ..At::body(pointer, detail) }
}

/// It is not there.
pub fn not_here(reference: &EntityRef) -> ApiError {
    ApiError::NotFound(Words { nl: format!("Er is geen {}.", dutch_name(reference)), en: format!("There is no {reference}.") })
}
