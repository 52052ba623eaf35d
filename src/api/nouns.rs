//! The addresses of every noun of the register, with what the API document says about them.

use super::body::Json;
use super::noun::{self, Noun, Receipt};
use super::problem::{ApiError, words};
use super::query::{Asked, Id, InPath, Nothing, Page};
use super::state::{AppState, unchanged};
use crate::model::*;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// What a noun is called, where it lives, and its verbs get, put and remove.
#[rustfmt::skip] // its attributes would move further right at every run
macro_rules! noun {
    ($module:ident, $type:ident, $id:ident, $find:ident, $address:expr, $shape:ident, $tag:literal, $one:literal, $example:literal) => {
        impl Noun for $type {
            type Id = $id;
            const ADDRESS: &'static str = $address;
            fn id(&self) -> &$id {
                &self.id
            }
            fn reference(id: &$id) -> EntityRef {
                EntityRef::$type(id.clone())
            }
            fn into_entity(self) -> Entity {
                Entity::$type(self)
            }
            fn find<'a>(register: &'a Register, id: &$id) -> Option<&'a Self> {
                register.$find(id)
            }
        }

        #[doc = concat!("Reading and changing one ", stringify!($type), ".")]
        pub mod $module {
            use super::*;

            #[utoipa::path(get, path = $address, tag = $tag, operation_id = concat!("read", stringify!($type)),
                summary = concat!("Geef ", $one),
                params(("id" = $shape, Path, description = concat!("De id van ", $one), example = $example)),
                responses((status = 200, description = "Zoals het in het register staat", body = $type,
                headers(("ETag" = String, description = "De versie; geef haar mee in If-Match om te wijzigen"))),
            (status = 304, description = "U heeft deze versie al")))]
            pub(in crate::api) async fn one(
                State(state): State<AppState>, Id(id): Id<$id>, _: Asked<Nothing>, headers: HeaderMap,
            ) -> Result<Response, ApiError> {
                noun::read::<$type>(&state, &headers, &id)
            }

            #[utoipa::path(put, path = $address, tag = $tag, operation_id = concat!("put", stringify!($type)),
                summary = concat!("Zet ", $one, ", nieuw of in plaats van wat er stond"),
                params(("id" = $shape, Path, description = concat!("De id van ", $one), example = $example),
                    ("If-Match" = Option<String>, Header, description = "De ETag van wat u zag; verplicht als het al bestaat"),
                    ("If-None-Match" = Option<String>, Header, description = "* weigert als het al bestaat")),
                request_body(content = $type, content_type = "application/json"),
                responses((status = 200, description = "Gewijzigd", body = Receipt,
                headers(("ETag" = String, description = "De nieuwe versie"))),
            (status = 201, description = "Toegevoegd", body = Receipt,
                headers(("ETag" = String, description = "De nieuwe versie"), ("Location" = String, description = "Het adres")))))]
            pub(in crate::api) async fn put(
                State(state): State<AppState>, Id(id): Id<$id>, _: Asked<Nothing>, headers: HeaderMap, given: Json,
            ) -> Result<Response, ApiError> {
                noun::put::<$type>(&state, &headers, id, given).await
            }

            #[utoipa::path(delete, path = $address, tag = $tag, operation_id = concat!("remove", stringify!($type)),
                summary = concat!("Verwijder ", $one),
                params(("id" = $shape, Path, description = concat!("De id van ", $one), example = $example),
                    ("If-Match" = String, Header, description = "De ETag van wat u zag")),
                responses((status = 200, description = "Verwijderd", body = Receipt)))]
            pub(in crate::api) async fn remove(
                State(state): State<AppState>, Id(id): Id<$id>, _: Asked<Nothing>, headers: HeaderMap,
            ) -> Result<Response, ApiError> {
                noun::remove::<$type>(&state, &headers, id).await
            }
        }
    };
}

/// A noun whose id the server can make, with the verb add.
#[rustfmt::skip] // its attributes would move further right at every run
macro_rules! noun_by_number {
    ($module:ident, $adding:ident, $type:ident, $id:ident, $find:ident, $path:literal, $tag:literal, $one:literal) => {
        noun!($module, $type, $id, $find, concat!("/v1/", $path, "/{id}"), Uuid, $tag, $one, "0193a5b0-0000-7000-8000-000000000000");

        impl From<Uuid> for $id {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl InPath for $id {
            fn from_path(text: &str) -> Result<Self, Words> {
                Uuid::try_parse(text).map(Self).map_err(|_| words("Dit is geen id (een UUID).", "This is no id (a UUID)."))
            }
        }

        #[utoipa::path(post, path = concat!("/v1/", $path), tag = $tag, operation_id = concat!("add", stringify!($type)),
            summary = concat!("Voeg ", $one, " toe; de server maakt de id"),
            request_body(content = $type, content_type = "application/json"),
            responses((status = 201, description = "Toegevoegd", body = Receipt,
                headers(("ETag" = String, description = "De versie"), ("Location" = String, description = "Het adres")))))]
        pub(super) async fn $adding(State(state): State<AppState>, _: Asked<Nothing>, given: Json) -> Result<Response, ApiError> {
            noun::add::<$type>(&state, given).await
        }
    };
}

noun!(coalition, Coalition, CoalitionId, coalition, "/v1/coalitions/{id}/record", String, "coalities", "een coalitie", "leiden");
noun_by_number!(
    organisation,
    add_organisation,
    Organisation,
    OrganisationId,
    organisation,
    "organisations",
    "partijen",
    "een organisatie"
);
noun_by_number!(person, add_person, Person, PersonId, person, "persons", "partijen", "een persoon");
noun_by_number!(position, add_position, Position, PositionId, position, "positions", "partijen", "een functie");
noun_by_number!(membership, add_membership, Membership, MembershipId, membership, "memberships", "partijen", "een deelname");
noun_by_number!(
    contact_point,
    add_contact_point,
    ContactPoint,
    ContactPointId,
    contact_point,
    "contact-points",
    "partijen",
    "een contactpunt"
);
noun_by_number!(claim, add_claim, Claim, ClaimId, claim, "claims", "uitspraken", "een uitspraak");
noun_by_number!(coverage, add_coverage, Coverage, CoverageId, coverage, "coverages", "uitspraken", "een bevraging");
noun_by_number!(initiative, add_initiative, Initiative, InitiativeId, initiative, "initiatives", "uitspraken", "een initiatief");
noun_by_number!(source, add_source, Source, SourceId, source, "sources", "uitspraken", "een bron");

impl InPath for CoalitionId {
    fn from_path(text: &str) -> Result<Self, Words> {
        Self::new(text)
            .map_err(|error| words("Gebruik 1 tot 64 van a-z, 0-9 en '-', te beginnen met een letter.", error.to_string()))
    }
}

/// A list in pages.
#[rustfmt::skip] // its attributes would move further right at every run
macro_rules! list {
    ($listing:ident, $many:ident, $type:ident, $name:ident, $list:ident, $path:literal, $tag:literal, $words:literal) => {
        #[doc = concat!("One page of a list of ", stringify!($many), ".")]
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "camelCase")]
        pub struct $list {
            /// The rows, by name.
            pub items: Vec<$type>,
            /// Which page, from 1.
            pub page: usize,
            /// Rows on a full page.
            pub page_size: usize,
            /// Rows on all pages together.
            pub total: usize,
        }

        #[utoipa::path(get, path = $path, tag = $tag, operation_id = concat!("list", stringify!($type), "s"),
            summary = concat!("Alle ", $words, ", op naam, per bladzijde"),
            params(Page),
            responses((status = 200, description = "Eén bladzijde", body = $list,
                headers(("ETag" = String, description = "De versie van het register"))),
            (status = 304, description = "U heeft deze versie al")))]
        pub(super) async fn $listing(
            State(state): State<AppState>,
            Asked(page): Asked<Page>,
            headers: HeaderMap,
        ) -> Result<Response, ApiError> {
            let snapshot = state.live.snapshot();
            // It also changes from day to day, because a person is shown until a day.
            let etag = state.etag(snapshot.sequence(), None, "");
            if super::headers::has_seen(&headers, &etag) {
                return Ok(unchanged(&etag));
            }
            let sight = state.sight(&snapshot);
            let seen = snapshot.register.$many().filter(|it| sight.finds(&$type::reference(it.id())));
            let (items, total) = noun::page_of(seen, |it: &$type| &it.$name, page);
            let list = sight.told(&$list { items, page: page.page, page_size: page.page_size, total });
            noun::told(StatusCode::OK, &etag, &list.map_err(|error| ApiError::internal(&error))?)
        }
    };
}

list!(list_organisations, organisations, Organisation, name, OrganisationList, "/v1/organisations", "partijen", "organisaties");
list!(list_persons, persons, Person, name, PersonList, "/v1/persons", "partijen", "personen");
list!(list_sources, sources, Source, title, SourceList, "/v1/sources", "uitspraken", "bronnen");
