//! Identity: readable slugs for coalitions and catalogue rows, UUIDs for everything else.
//!
//! Cloning a slug shares its text: millions of claims carry the same few.

use serde::{Deserialize, Serialize, Serializer};
use std::sync::Arc;
use utoipa::ToSchema;
use uuid::Uuid;

/// Longest slug, in characters.
pub const SLUG_CHARS_MAX: usize = 64;

/// Namespace of all UUIDv5 that are made from readable keys in files.
const NAMESPACE: Uuid = Uuid::from_u128(0x6b6f_7274_656c_496a_8e6e_0000_6b61_6e73);

/// A slug that does not fit its form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is no valid code: use 1 to 64 of a-z, 0-9 and '-', starting with a letter")]
pub struct SlugError(pub String);

macro_rules! slug {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, ToSchema)]
        #[serde(try_from = "String")]
        #[schema(value_type = String)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Takes 1 to 64 of a-z, 0-9 and '-', starting with a letter.
            pub fn new(slug: impl Into<String>) -> Result<Self, SlugError> {
                let slug = slug.into();
                let shape = slug.len() <= SLUG_CHARS_MAX
                    && slug.starts_with(|c: char| c.is_ascii_lowercase())
                    && slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
                if shape { Ok(Self(slug.into())) } else { Err(SlugError(slug)) }
            }
            /// The slug itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl TryFrom<String> for $name {
            type Error = SlugError;
            fn try_from(slug: String) -> Result<Self, SlugError> {
                Self::new(slug)
            }
        }
        impl From<$name> for String {
            fn from(slug: $name) -> String {
                slug.0.as_ref().to_owned()
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident, $noun:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The id that a readable key in a file always gets (UUIDv5): same key, same id, on every machine.
            pub fn from_key(key: &str) -> Self {
                Self(Uuid::new_v5(&NAMESPACE, format!("{}:{key}", $noun).as_bytes()))
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

slug!(
    /// A coalition: `leiden`.
    CoalitionId
);
slug!(
    /// A partner kind of the catalogue: `schuldhulpverlening`.
    KindCode
);
slug!(
    /// A need of the catalogue: `schulden`.
    NeedCode
);
slug!(
    /// A link kind of the catalogue: `refers-to`.
    LinkKindCode
);

uuid_id!(
    /// An organisation.
    OrganisationId, "organisation"
);
uuid_id!(
    /// A person.
    PersonId, "person"
);
uuid_id!(
    /// A position: person × organisation × title.
    PositionId, "position"
);
uuid_id!(
    /// A membership: party × coalition.
    MembershipId, "membership"
);
uuid_id!(
    /// A claim.
    ClaimId, "claim"
);
uuid_id!(
    /// A coverage: somebody was asked, or a list is closed.
    CoverageId, "coverage"
);
uuid_id!(
    /// An initiative.
    InitiativeId, "initiative"
);
uuid_id!(
    /// A contact point.
    ContactPointId, "contact-point"
);
uuid_id!(
    /// A source.
    SourceId, "source"
);
