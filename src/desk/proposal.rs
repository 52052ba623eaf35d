//! The answers about introductions: what is proposed, whom it asks, and what it gains.

use super::answers::PartyRow;
use super::sides::SidesRow;
use crate::model::*;
use crate::network::Rule;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A proposal of introductions, chosen greedily: a better one of the same length may exist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// Slug.
    pub coalition: CoalitionId,
    /// Day for which it holds.
    pub as_of: String,
    /// Sequence of the last change that touched the coalition.
    pub version: u64,
    /// What makes a claim a line.
    pub rule: Rule,
    /// The two sides held against each other.
    pub sides: SidesRow,
    /// How much of what the norm expects is there: a core row weighs 2 and another 1 for each finder; a direct line counts 1, a
    /// way over an allowed bridge ½.
    pub value: Rise,
    /// Pairs between the sides within two steps.
    pub short: Rise,
    /// The introductions, best first.
    pub introductions: Vec<IntroductionRow>,
    /// The meetings in which they can be held.
    pub meetings: Vec<Meeting>,
    /// What is not in it, and why.
    pub not_done: Vec<Words>,
}

/// From what, to what, and the most it can be.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Rise {
    /// Now.
    pub before: f64,
    /// With the whole plan.
    pub after: f64,
    /// The most it can be.
    pub most: f64,
}

/// One introduction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct IntroductionRow {
    /// Stable: made of the coalition and the two parties.
    pub id: String,
    /// Its letter in list and map, from A; for this moment only.
    pub letter: String,
    /// The one, the finder where there is one.
    pub a: PartyRow,
    /// The other.
    pub b: PartyRow,
    /// Whom to address at the one.
    pub contact_a: Option<ContactRow>,
    /// Whom to address at the other.
    pub contact_b: Option<ContactRow>,
    /// Who knows both; the first is asked.
    pub introducers: Vec<IntroducerRow>,
    /// Where nobody knows both: the way between them, both included; may be empty.
    pub steps: Vec<PartyRow>,
    /// Nobody was asked whether they know each other already.
    pub ask_first: bool,
    /// Why this one.
    pub reasons: Vec<ReasonRow>,
    /// What it adds at its turn.
    pub gain: StandRow,
    /// Before it, with those above it done.
    pub before: StandRow,
    /// After it.
    pub after: StandRow,
    /// Ids of the gaps that are closed then.
    pub closes: Vec<String>,
    /// In a few sentences.
    pub text: Words,
}

/// Whom to address.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContactRow {
    /// The desk or function; a person only where visible.
    pub name: Words,
    /// What sort of contact.
    pub how: ContactHow,
    /// Phone of the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// Mailbox of the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<Mail>,
}

/// A sort of contact, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContactHow {
    /// A desk for professionals.
    Desk,
    /// The attention officer.
    AttentionOfficer,
    /// A person who is known there.
    Person,
    /// Nobody is known: ask who it is.
    Unknown,
}

/// Who can introduce.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct IntroducerRow {
    /// The partner that knows both.
    pub party: PartyRow,
    /// Whom to ask there.
    pub contact: Option<ContactRow>,
    /// Why this one.
    pub why: Words,
}

/// A reason.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReasonRow {
    /// `core`, `often`, `bridge`, `known_absent`, `nobody_asked`, `planned`, `knows_both`, `in_steps`, `nobody_between`.
    pub code: String,
    /// In one sentence.
    pub words: Words,
}

/// Where the coalition stands, or by how much that rises.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StandRow {
    /// By the norm.
    pub value: f64,
    /// The measure of that name; absent when a side is empty.
    pub cross_efficiency: Option<f64>,
    /// Pairs between the sides within two steps.
    pub pairs_within_two_steps: u64,
}

/// A meeting to hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Meeting {
    /// In one or two sentences.
    pub text: Words,
    /// Who is there: who is introduced, then who introduces.
    pub parties: Vec<PartyRow>,
    /// Letters of the introductions.
    pub introductions: Vec<String>,
    /// How long, in hours.
    pub hours: u32,
}
