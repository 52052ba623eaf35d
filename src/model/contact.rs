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

/// Who may see a contact point.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContactVisibility {
    /// Everybody, signed in or not.
    Public,
    /// The coalition in which it holds; where it holds in all, those in which the organisation is a partner.
    #[default]
    Coalition,
    /// Every coalition.
    AllCoalitions,
    /// Nobody: kept for the administration, such as a private mobile number.
    Hidden,
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
    /// Of whom at the organisation it is, where it is no desk but one person's; seen only where the person is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// Name of the desk.
    pub name: Name,
    /// For whom.
    #[serde(default)]
    pub audience: Audience,
    /// Who may see it.
    #[serde(default)]
    pub visibility: ContactVisibility,
    /// Phone as people dial it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// Role mailbox.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<Mail>,
    /// Web page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub web: Option<WebAddress>,
    /// Opening hours as a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Note>,
    /// Opening hours by the clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<OpeningHours>,
    /// How to refer a family: call together, a letter, a form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refer: Option<Note>,
    /// Languages that are spoken there, as two-letter codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<SpokenLanguage>,
    /// For which needs; empty: for all that its kind serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<NeedCode>,
    /// From–until: outside it the desk is not there.
    #[serde(default, skip_serializing_if = "Period::is_open")]
    pub period: Period,
    /// Last checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<PartialDate>,
    /// Who checked it last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_by: Option<Party>,
    /// Where it is given.
    #[serde(default)]
    pub provenance: Provenance,
}
