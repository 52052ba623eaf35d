//! The API document: OpenAPI 3.1 by the Dutch API Design Rules, at `/v1/openapi.json`, open to every origin.
//!
//! Why here: what holds for every address (headers, refusals) is said once and laid over all of them, so none can forget it.

use super::problem::Problem;
use super::{API_VERSION, headers};
use axum::body::Bytes;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE, ETAG};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use utoipa::OpenApi;

/// What is said of the API as a whole.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Korte Lijnen",
        description = "Partnerkaart voor coalities Kansrijke Start: wie kent wie, welke lijnen tussen het medische en het sociale \
                       domein ontbreken, en hoe zeker dat is. Volgt de NL API Design Rules. Namen in de API zijn Engels; zinnen \
                       komen in het Nederlands en het Engels; foutmeldingen in de taal van Accept-Language. Er staan nooit gegevens van cliënten in.",
        license(name = "EUPL-1.2", identifier = "EUPL-1.2"),
        contact(name = "Korte Lijnen", email = "api@kortelijnen.example", url = "https://kortelijnen.example"),
    ),
    tags(
        (name = "bellen", description = "Wie belt u: van een hulpvraag naar een loket en de kortste lijn erheen"),
        (name = "coalities", description = "Vragen over een coalitie"),
        (name = "vergelijken", description = "Coalities naast elkaar"),
        (name = "catalogus", description = "Soorten partners, hulpvragen, soorten lijnen en de norm"),
        (name = "partijen", description = "Organisaties, personen, functies, deelnames en contactpunten"),
        (name = "uitspraken", description = "Wie wat over een lijn zegt, en waar dat staat"),
        (name = "wijzigen", description = "Meer wijzigingen tegelijk, en ongedaan maken"),
    ),
    components(schemas(Problem))
)]
pub struct Base;

/// Every refusal: status, name of the response, what it means.
const REFUSALS: [(&str, &str, &str); 13] = [
    ("400", "Invalid", "De vraag klopt niet; alle fouten staan erbij"),
    ("403", "NotAllowed", "Dit is niet voor u; een wijziging komt alleen van de eigen pagina's"),
    ("404", "NotFound", "Niet gevonden"),
    ("406", "NotAcceptable", "Niet in de gevraagde vorm"),
    ("408", "BodyTooSlow", "De vraag kwam niet op tijd binnen"),
    ("409", "Conflict", "Dit botst met iets anders in het register"),
    ("412", "Stale", "Intussen gewijzigd; de kop ETag geeft de versie van nu"),
    ("413", "BodyTooLarge", "De vraag is te groot"),
    ("415", "NotJson", "Stuur wijzigingen als application/json"),
    ("421", "WrongHost", "De server antwoordt alleen op deze computer"),
    ("428", "RevisionMissing", "Zeg in If-Match, of in expected, wat u zag"),
    ("500", "Internal", "Er ging bij de server iets mis"),
    ("503", "Unavailable", "Te druk, of nu niet beschikbaar"),
];

/// Which refusals an operation can give.
fn refusals(method: &str, has_id: bool) -> Vec<&'static str> {
    let mut statuses = vec!["400", "406", "421", "500", "503", "504"];
    if has_id {
        statuses.push("404");
    }
    match method {
        "put" => statuses.extend(["403", "408", "409", "412", "413", "415", "428"]),
        "post" => statuses.extend(["403", "404", "408", "409", "412", "413", "415"]),
        "delete" => statuses.extend(["403", "409", "412", "428"]),
        _ => {}
    }
    statuses
}

/// Finishes the document that the handlers made.
pub fn finish(document: &utoipa::openapi::OpenApi) -> Value {
    let mut document = serde_json::to_value(document).unwrap_or_default();
    document["info"]["version"] = API_VERSION.into();
    document["servers"] = json!([{ "url": "/v1", "description": "Deze server, versie 1" }]);
    let paths = std::mem::take(&mut document["paths"]);
    let mut named = Map::new();
    for (path, mut item) in paths.as_object().cloned().unwrap_or_default() {
        let has_id = path.contains("{id}");
        for (method, operation) in item.as_object_mut().into_iter().flatten() {
            complete(operation, method, has_id);
        }
        named.insert(path.strip_prefix("/v1").unwrap_or(&path).to_owned(), item);
    }
    document["paths"] = Value::Object(named);
    let components = &mut document["components"];
    components["responses"] = responses();
    components["headers"] = json!({ "API-Version": {
        "description": "De volledige versie van de API", "schema": { "type": "string", "examples": [API_VERSION] }
    }});
    drafts(components);
    bounds(components);
    document
}

fn complete(operation: &mut Value, method: &str, has_id: bool) {
    let draft = (method == "post").then(|| operation["operationId"].as_str().and_then(|id| id.strip_prefix("add"))).flatten();
    if let Some(noun) = draft.filter(|noun| *noun != "Changes").map(str::to_owned) {
        operation["requestBody"]["content"]["application/json"]["schema"] = reference(&format!("schemas/{noun}Draft"));
    }
    if !operation["responses"]["304"].is_null() {
        let seen = json!({ "name": "If-None-Match", "in": "header", "required": false, "schema": { "type": "string" },
            "description": "De ETag van wat u heeft; is dat nog zo, dan komt er 304 zonder inhoud" });
        match operation["parameters"].as_array_mut() {
            Some(parameters) => parameters.push(seen),
            None => operation["parameters"] = json!([seen]),
        }
    }
    for response in operation["responses"].as_object_mut().into_iter().flat_map(|all| all.values_mut()) {
        response["headers"]["API-Version"] = reference("headers/API-Version");
    }
    // Only a batch changes with a POST what is there already.
    let batch = (operation["operationId"] == "addChanges").then_some("428");
    let leaders = (operation["operationId"] == "listSearches").then_some("403");
    for status in refusals(method, has_id).into_iter().chain(batch).chain(leaders) {
        operation["responses"][status] = reference(&format!("responses/{}", name_of(status)));
    }
}

fn name_of(status: &str) -> &'static str {
    REFUSALS.iter().find(|(of, ..)| *of == status).map_or("TimeUp", |(_, name, _)| name)
}

fn reference(to: &str) -> Value {
    json!({ "$ref": format!("#/components/{to}") })
}

fn responses() -> Value {
    let all = REFUSALS.into_iter().chain([("504", "TimeUp", "Het antwoord was niet op tijd klaar")]);
    let told = all.map(|(_, name, description)| {
        let response = json!({
            "description": description,
            "headers": { "API-Version": reference("headers/API-Version") },
            "content": { "application/problem+json": { "schema": reference("schemas/Problem") } },
        });
        (name.to_owned(), response)
    });
    Value::Object(told.collect())
}

/// What is added has no id yet: the schema of the thing without it.
fn drafts(components: &mut Value) {
    let nouns = ["Organisation", "Person", "Position", "Membership", "ContactPoint", "Claim", "Coverage", "Initiative", "Source"];
    for noun in nouns {
        let mut draft = components["schemas"][noun].clone();
        if let Some(properties) = draft["properties"].as_object_mut() {
            properties.remove("id");
        }
        if let Some(required) = draft["required"].as_array_mut() {
            required.retain(|name| name != "id");
        }
        components["schemas"][format!("{noun}Draft")] = draft;
    }
}

/// Bounds that the types of the model hold, and that their schema does not say by itself.
fn bounds(components: &mut Value) {
    use crate::model::{NAME_CHARS_MAX, NOTE_CHARS_MAX, PHONE_CHARS_MAX, SLUG_CHARS_MAX};
    let slug = json!({ "pattern": "^[a-z][a-z0-9-]*$", "maxLength": SLUG_CHARS_MAX });
    let bounds = [
        ("Name", json!({ "minLength": 1, "maxLength": NAME_CHARS_MAX })),
        ("Note", json!({ "minLength": 1, "maxLength": NOTE_CHARS_MAX })),
        ("Phone", json!({ "pattern": "^[+]?[0-9 ()-]+$", "maxLength": PHONE_CHARS_MAX })),
        ("Mail", json!({ "pattern": "^[^@ ]+@[^@ ]+[.][^@ ]+$", "maxLength": NAME_CHARS_MAX })),
        ("WebAddress", json!({ "minLength": 1, "maxLength": NAME_CHARS_MAX })),
        ("IdentifierValue", json!({ "minLength": 1, "maxLength": NAME_CHARS_MAX })),
        ("CoalitionId", slug.clone()),
        ("KindCode", slug.clone()),
        ("NeedCode", slug.clone()),
        ("LinkKindCode", slug),
        ("Pair", json!({ "type": "array", "items": reference("schemas/Party"), "minItems": 2, "maxItems": 2 })),
        ("Group", json!({ "type": "array", "items": reference("schemas/Party"), "minItems": 2 })),
    ];
    for (name, bound) in bounds {
        if let (Some(schema), Some(bound)) = (components["schemas"][name].as_object_mut(), bound.as_object()) {
            schema.extend(bound.clone());
        }
    }
}

/// Gives the document, to every origin.
pub fn answer(body: Bytes, etag: &str, request: &axum::http::HeaderMap) -> Response {
    let open = [(ACCESS_CONTROL_ALLOW_ORIGIN, headers::value("*")), (ETAG, headers::value(etag))];
    if headers::has_seen(request, etag) {
        return (axum::http::StatusCode::NOT_MODIFIED, open).into_response();
    }
    (open, [(CONTENT_TYPE, headers::value("application/json"))], body).into_response()
}
