//! Contact points: a desk, a phone, a mailbox. Never a client.

use super::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// For whom a contact point is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// For professionals.
    #[default]
    Professionals,
    /// A public number for parents; never counted as a desk for professionals.
    Parents,
}

/// A desk, phone, mail, hours, for which needs, last checked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContactPoint {
    /// Identity.
    pub id: ContactPointId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// In which coalition it holds; absent: in all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coalition: Option<CoalitionId>,
    /// Name of the desk.
    pub name: Name,
    /// For whom.
    #[serde(default)]
    pub audience: Audience,
    /// Phone as people dial it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// Role mailbox.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<Mail>,
    /// Web page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub web: Option<WebAddress>,
    /// Opening hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Note>,
    /// For which needs; empty: for all that its kind serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<NeedCode>,
    /// Last checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<PartialDate>,
    /// Where it is given.
    #[serde(default)]
    pub provenance: Provenance,
}
