//! The answer to "who to call?": what a professional gets to read. The API sends it as it is.
//!
//! Over 400 lines, nearly all of it documentation of fields: one list, so that the whole answer can be read in one place.

use crate::desk::answers::PartyRow;
use crate::model::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A row of the catalogue, or a language: its code and what it is called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NamedCode {
    /// Code.
    pub code: String,
    /// What it is called.
    pub words: Words,
}

/// A coalition by its name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NamedCoalition {
    /// Slug.
    pub id: CoalitionId,
    /// Name.
    pub name: Name,
}

/// Who to call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoToCall {
    /// In which coalition was looked; absent: none was named.
    pub coalition: Option<NamedCoalition>,
    /// Day for which it holds.
    pub as_of: String,
    /// Sequence of the last change that touched the coalition; of the whole register where none was named.
    pub version: u64,
    /// What was asked, as it was understood.
    pub asked: WhoUnderstood,
    /// Who asks, as it was understood.
    pub from: WhoFrom,
    /// How many answers there are, and what was searched as well, in a sentence or two.
    pub status: Words,
    /// The answers, best first.
    pub answers: Vec<WhoAnswer>,
    /// Nobody in the coalition is known to help with it; absent: somebody is, or what was asked was not understood.
    pub nobody: Option<WhoNobody>,
    /// The nearest coalition that has somebody, where this one has nobody, or no desk.
    pub elsewhere: Option<WhoElsewhere>,
    /// What else may have been meant: best guesses and kinds of partners where the word is not known; coalitions where none was
    /// named.
    pub guesses: Vec<WhoSuggestion>,
}

/// What was asked, as it was understood.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoUnderstood {
    /// The text that was typed, if one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The need that it means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<NamedCode>,
    /// The kind of partner that it means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<NamedCode>,
    /// The organisation that it means, or whose desk or person it means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyRow>,
    /// How the text was understood: `exact`, `synonym`, `prefix`, `stem`, `part` or `typo`; absent: it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
    /// Words that were searched as well, in each language.
    #[serde(default)]
    pub also: Spellings,
}

/// Who asks, as it was understood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoFrom {
    /// In words: "U, als verloskundige"; or how to say who you are.
    pub words: Words,
    /// Code of the profession, if that was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The organisation, if it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyRow>,
}

/// One answer: a partner who helps, its desk first, then its people, then the line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoAnswer {
    /// Number in this list, from 1.
    pub rank: usize,
    /// The partner.
    pub party: PartyRow,
    /// Its kind.
    pub kind: Option<NamedCode>,
    /// Only the kind is known.
    pub placeholder: bool,
    /// How it takes part.
    pub participation: Words,
    /// With what it helps, and how we know.
    pub serves: Words,
    /// The best desk for what was asked; absent: none is known. One person's number stands with the person.
    pub contact: Option<WhoContact>,
    /// Its other desks, those for other needs last.
    pub others: Vec<WhoContact>,
    /// Its people, where they may be seen.
    pub people: Vec<WhoPerson>,
    /// The shortest line from who asks.
    pub line: WhoLine,
    /// What to do, in order.
    pub next: Vec<Words>,
    /// Why it stands where it stands, in one sentence.
    pub reason: Words,
}

/// A desk, a phone, a mailbox.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoContact {
    /// Identity.
    pub id: ContactPointId,
    /// Name of the desk.
    pub name: Name,
    /// For whom it is.
    pub audience: Audience,
    /// That in words.
    pub audience_words: Words,
    /// Phone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<WhoLink>,
    /// Mailbox.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<WhoLink>,
    /// Web page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub web: Option<WhoLink>,
    /// Opening hours in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Words>,
    /// Opening hours by the clock; empty: not known.
    pub open: Vec<WhoOpen>,
    /// For which needs; empty: for all that its kind serves.
    pub needs: Vec<NamedCode>,
    /// How to refer a family.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refer: Option<Note>,
    /// Languages that are spoken there.
    pub languages: Vec<NamedCode>,
    /// Last checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<PartialDate>,
    /// Who checked it last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_by: Option<Words>,
    /// Checked not long ago, longer ago, or never.
    pub freshness: WhoFreshness,
    /// That in words.
    pub freshness_words: Words,
    /// Where its business card is.
    pub vcard: String,
}

/// A text to show, and what opens when it is chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoLink {
    /// As people read it.
    pub text: String,
    /// `tel:`, `mailto:` or `https:`.
    pub href: String,
}

/// A part of a day in which a desk is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoOpen {
    /// Days since Monday, 0 to 6.
    #[schema(minimum = 0, maximum = 6)]
    pub day: u8,
    /// Opens, in minutes after midnight.
    #[schema(minimum = 0, maximum = 1440)]
    pub from: u16,
    /// Closes, in minutes after midnight.
    #[schema(minimum = 0, maximum = 1440)]
    pub until: u16,
}

/// How long ago a contact point was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhoFreshness {
    /// Within the half-life of a contact point.
    Fresh,
    /// Longer ago.
    Stale,
    /// Never, as far as is known.
    Never,
}

/// A person of the partner, who may be seen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoPerson {
    /// Identity.
    pub id: PersonId,
    /// Name.
    pub name: Name,
    /// Title, if given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Name>,
    /// Function first, then the name.
    pub words: Words,
    /// Their own number, if it may be seen.
    pub contact: Option<WhoContact>,
    /// Where their business card is.
    pub vcard: String,
}

/// How a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhoLineState {
    /// Every step is confirmed.
    Confirmed,
    /// Some step is not.
    Possible,
    /// No line is known.
    None,
    /// It is who asks, or their own organisation.
    Same,
    /// Nobody said who asks.
    Nobody,
}

/// The shortest line, from who asks to the partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoLine {
    /// How it stands.
    pub state: WhoLineState,
    /// "Uw kortste lijn: via maatschappelijk werk".
    pub heading: Words,
    /// From who asks to the partner; where no line is known, up to where it breaks off.
    pub steps: Vec<WhoStep>,
    /// Who can introduce you; absent: nobody stands in between.
    pub introducer: Option<WhoIntroducer>,
}

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhoMark {
    /// Who asks.
    You,
    /// In between.
    Through,
    /// Whom it leads to.
    Target,
    /// Whom it would lead to, and does not.
    Broken,
}

/// One step of a line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoStep {
    /// Who: function first.
    pub words: Words,
    /// The organisation, if it is known.
    pub party: Option<PartyRow>,
    /// The person, where they may be seen.
    pub person: Option<WhoStepPerson>,
    /// What the step is.
    pub mark: WhoMark,
    /// How it is known from the step before; absent: it is the first.
    pub by: Option<WhoBy>,
}

/// A person on a line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoStepPerson {
    /// Identity.
    pub id: PersonId,
    /// Name.
    pub name: Name,
    /// Title, if given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Name>,
}

/// How sure a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhoHow {
    /// Both sides say so.
    Confirmed,
    /// One side says so.
    OneSided,
    /// Only a source or a third party says so.
    Unverified,
    /// Claims contradict each other.
    Contested,
    /// They work for the same organisation.
    Colleague,
    /// Nobody names a line.
    Missing,
}

/// How a step is known: who says so, and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoBy {
    /// How sure it is.
    pub how: WhoHow,
    /// Was it said within the half-life of such a line?
    pub fresh: bool,
    /// 1 to 4, if said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<Strength>,
    /// In words: "Zit met u in het MDO. Eén kant zegt het, november 2019."
    pub words: Words,
    /// The claims behind it.
    pub claims: Vec<ClaimId>,
}

/// Who can introduce you.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoIntroducer {
    /// The organisation.
    pub party: PartyRow,
    /// What to ask of them.
    pub words: Words,
}

/// Nobody is known to help.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoNobody {
    /// That we do not know, in words.
    pub words: Words,
    /// Whom to ask.
    pub ask: Vec<WhoAskRow>,
    /// Was the search counted, for who leads the coalition? Who asked is never kept. It is told to who is of the coalition; others get
    /// false, so that it says nothing of what they may not see.
    pub counted: bool,
}

/// Whom to ask.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoAskRow {
    /// What to ask of whom.
    pub words: Words,
    /// The organisation.
    pub party: Option<PartyRow>,
    /// Its desk or number, if one is known.
    pub contact: Option<WhoContact>,
}

/// The nearest coalition that has somebody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoElsewhere {
    /// Which.
    pub coalition: NamedCoalition,
    /// Its first answer.
    pub answer: WhoAnswer,
    /// For whose residents it is, and why this coalition.
    pub words: Words,
}

/// What a suggestion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhoThing {
    /// A need of the catalogue.
    Need,
    /// A kind of partner.
    Kind,
    /// An organisation.
    Organisation,
    /// A desk.
    Desk,
    /// A person.
    Person,
    /// A function of a person.
    Position,
    /// A coalition.
    Place,
}

/// Something that may be meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WhoSuggestion {
    /// What it is.
    pub what: WhoThing,
    /// Its code, for a need, a kind or a coalition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Its id, for the others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Uuid)]
    pub id: Option<uuid::Uuid>,
    /// What it is called.
    pub words: Words,
    /// What tells it apart: where it is, or what it does.
    pub detail: Option<Words>,
}

/// Searches in one month for a need that nobody served.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SearchRow {
    /// The need.
    pub need: NamedCode,
    /// The month: `2026-11`.
    #[schema(pattern = "^[0-9]{4}-[0-9]{2}$")]
    pub month: String,
    /// How many times. Who searched is never kept.
    pub times: u64,
    /// Does somebody serve it now?
    pub served: bool,
}
