//! The answers of the front office: what a user gets to read, in the words of the product. The API sends these as they are.
//!
//! Over 400 lines, nearly all of it documentation of fields: one list, so that the whole answer of the front office can be read
//! in one place.

use crate::analysis::gaps::{Certainty, GapKind, Importance, Pile};
use crate::model::*;
use crate::network::{LinkStatus, PairState, Rule};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A coalition in the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CoalitionSummary {
    /// Slug.
    pub id: CoalitionId,
    /// Name.
    pub name: Name,
    /// How far it is.
    pub phase: Phase,
    /// The finding in one sentence.
    pub finding: Words,
    /// Organisations that take part or signed.
    pub members: usize,
    /// Organisations spoken with or invited.
    pub approached: usize,
    /// Day for which it holds.
    pub as_of: String,
    /// That day in words: "november 2019".
    pub as_of_words: Words,
    /// Sequence of the last change that touched it.
    pub version: u64,
}

/// One coalition: how it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Overview {
    /// Slug.
    pub id: CoalitionId,
    /// Name.
    pub name: Name,
    /// How far it is.
    pub phase: Phase,
    /// When it started, as the source gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started: Option<PartialDate>,
    /// Municipalities it covers, as far as stated.
    pub municipalities: Vec<Municipality>,
    /// Day for which everything below holds.
    pub as_of: String,
    /// That day in words.
    pub as_of_words: Words,
    /// Sequence of the last change that touched it.
    pub version: u64,
    /// How many organisations there are, by participation.
    pub counts: Counts,
    /// Organisations of which somebody is quoted, out of all that take part.
    pub speaking: Share,
    /// Organisations that answered a round, out of all that take part; absent when no round was held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<Share>,
    /// The finding in one sentence.
    pub finding: Words,
    /// How it stands, in at most three sentences.
    pub standing: Vec<Words>,
    /// The pairs between the two sides: how many have a line, have none, are unknown.
    pub pairs: PairCounts,
    /// What to know before reading, such as the age of the data.
    pub warnings: Vec<Words>,
    /// What it works on.
    pub themes: Vec<ThemeRow>,
    /// Who leads it and on what it rests, as far as a source says so; an aspect without a row is unknown.
    pub governance: Vec<GovernanceRow>,
    /// Agreements, consultations, programmes, tools, meetings.
    pub initiatives: Vec<InitiativeRow>,
    /// Statements about groups, kinds and domains.
    pub statements: Vec<ClaimRow>,
    /// Sources of all this.
    pub sources: Vec<Source>,
    /// The two sides held against each other.
    pub sides: super::sides::SidesRow,
    /// Version of the norm.
    pub norm: String,
}

/// Organisations by participation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Signed the agreement.
    pub signatory: usize,
    /// Take part.
    pub participating: usize,
    /// Spoken with or invited.
    pub approached: usize,
    /// The coalition wants them in.
    pub wanted: usize,
    /// Named in a statement only.
    pub seen: usize,
    /// Of all these: only the kind is known.
    pub placeholders: usize,
}

/// So many of so many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Share {
    /// So many.
    pub count: usize,
    /// Of so many.
    pub of: usize,
}

/// Pairs between the two sides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PairCounts {
    /// All pairs.
    pub possible: usize,
    /// Somebody names a line.
    pub present: usize,
    /// Somebody says that there is none yet, or that it is hard to find.
    pub absent: usize,
    /// Nobody was asked.
    pub unknown: usize,
}

/// A theme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ThemeRow {
    /// Name.
    pub name: Name,
    /// Needs it covers.
    pub needs: Vec<Words>,
}

/// A fact about how a coalition is governed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GovernanceRow {
    /// What it answers.
    pub aspect: GovernanceAspect,
    /// The same in words.
    pub aspect_words: Words,
    /// The answer.
    pub words: Words,
    /// Partners and people that it names, as far as they may be named.
    pub parties: Vec<Name>,
    /// Where it is said.
    pub said: ProvenanceRow,
}

/// An initiative.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InitiativeRow {
    /// Identity.
    pub id: InitiativeId,
    /// What sort.
    pub kind: InitiativeKind,
    /// The sort in words.
    pub kind_words: Words,
    /// Name.
    pub name: Name,
    /// Does it exist?
    pub status: InitiativeStatus,
    /// Who takes part, as far as named.
    pub participants: Vec<Name>,
    /// Is that list complete?
    pub complete: bool,
    /// Kinds of partner that it is held in or meant for.
    pub kinds: Vec<Words>,
    /// Needs that it is meant for.
    pub needs: Vec<Words>,
}

/// An organisation as a party to a finding or a line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PartyRow {
    /// Id of the organisation, code of the kind, or code of the domain.
    pub id: String,
    /// Name; of a kind or domain in Dutch.
    pub name: String,
    /// The name in English, for a kind, a domain, or a partner of which only the kind is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Code of the partner kind, if known.
    pub kind: Option<String>,
    /// Domain, if known.
    pub domain: Option<Domain>,
}

/// One partner of a coalition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PartnerRow {
    /// The organisation.
    pub id: OrganisationId,
    /// Name.
    pub name: Name,
    /// Short name, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_name: Option<Name>,
    /// Kinds, in words, most telling first.
    pub kinds: Vec<KindRow>,
    /// Domain, if known.
    pub domain: Option<Domain>,
    /// Side in the analysis, if any.
    pub side: Option<Side>,
    /// Only the kind is known.
    pub placeholder: bool,
    /// How it takes part; absent: named in a statement only.
    pub status: Option<MembershipStatus>,
    /// What it does in the coalition.
    pub roles: Vec<CoalitionRole>,
    /// Persons named in it.
    pub people: Vec<PersonRow>,
    /// Known lines at practice level.
    pub lines: usize,
    /// Of these, lines to the other side.
    pub cross_lines: usize,
    /// Desks, phones, mailboxes.
    pub contact_points: Vec<ContactPoint>,
    /// Where its participation is stated.
    pub said: ProvenanceRow,
}

/// A kind of a partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct KindRow {
    /// Code.
    pub code: KindCode,
    /// Name.
    pub name: Words,
    /// Stated or inferred.
    pub basis: KindBasis,
}

/// A person named in a partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PersonRow {
    /// Name.
    pub name: Name,
    /// Title, if given.
    pub title: Option<Name>,
    /// What this person does in the coalition.
    pub roles: Vec<CoalitionRole>,
}

/// Where something is said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProvenanceRow {
    /// Title of the source; absent: entered by a user.
    pub source: Option<Name>,
    /// Its date.
    pub date: Option<PartialDate>,
    /// Place in the source.
    pub at: Option<Note>,
    /// Stated or interpreted.
    pub reading: Reading,
    /// Why it was read so.
    pub note: Option<Note>,
}

/// The partners of a coalition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Partners {
    /// Partners in catalogue order.
    pub partners: Vec<PartnerRow>,
    /// Persons without a known organisation.
    pub people: Vec<LoosePersonRow>,
    /// Core kinds that no source names in this coalition.
    pub not_named: Vec<NotNamedRow>,
    /// Is the list of partners closed?
    pub closed: bool,
}

/// A person without a known organisation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LoosePersonRow {
    /// Name.
    pub name: Name,
    /// Title, if given.
    pub title: Option<Name>,
    /// Profession as a partner kind, if known.
    pub profession: Option<Words>,
}

/// An expected kind that nobody names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NotNamedRow {
    /// Kind.
    pub kind: KindCode,
    /// Its name.
    pub name: Words,
    /// Domain.
    pub domain: Domain,
    /// How strongly it is expected.
    pub expected: Expected,
}

/// One line between two partners.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LinkRow {
    /// One end.
    pub a: PartyRow,
    /// The other end.
    pub b: PartyRow,
    /// Governance or practice.
    pub level: Level,
    /// What the claims add up to.
    pub status: LinkStatus,
    /// Which ends say so.
    pub said_by: [bool; 2],
    /// Kinds of link in words.
    pub kinds: Vec<Words>,
    /// 1–4, if said.
    pub strength: Option<Strength>,
    /// 2^(−age/half-life), 0 < f ≤ 1.
    pub freshness: f64,
    /// When it was last said.
    pub last_said: Option<PartialDate>,
    /// Does it run between the two sides?
    pub across: bool,
    /// The claims behind it.
    pub claims: Vec<ClaimRow>,
}

/// A claim in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ClaimRow {
    /// Identity.
    pub id: ClaimId,
    /// What is said, in one sentence.
    pub text: Words,
    /// Stance.
    pub stance: Stance,
    /// Who says so: function and organisation before the name; absent: the source.
    pub speaker: Option<Words>,
    /// Where it is said.
    pub said: ProvenanceRow,
}

/// All gaps of a coalition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Gaps {
    /// Slug.
    pub coalition: CoalitionId,
    /// Day for which it holds.
    pub as_of: String,
    /// Sequence of the last change that touched the coalition.
    pub version: u64,
    /// Version of the norm.
    pub norm: String,
    /// What makes a claim a line.
    pub rule: Rule,
    /// The two sides held against each other.
    pub sides: super::sides::SidesRow,
    /// The gaps in rank order: first the three piles, then the rest.
    pub gaps: Vec<GapRow>,
    /// The expected lines between finders and helpers that both are in the coalition, in order of the norm.
    pub expected: Vec<ExpectedRow>,
}

/// One gap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GapRow {
    /// Stable: made of kind, parties and norm row.
    pub id: String,
    /// Number in this list, from 1; for this moment only.
    pub rank: usize,
    /// Kind.
    pub kind: GapKind,
    /// The kind in words.
    pub kind_words: Words,
    /// A, B or C.
    pub importance: Importance,
    /// Why that importance, in one sentence.
    pub importance_words: Words,
    /// Who says so.
    pub certainty: Certainty,
    /// That in words.
    pub certainty_words: Words,
    /// Which pile.
    pub pile: Pile,
    /// Parties.
    pub parties: Vec<PartyRow>,
    /// What it rests on.
    pub evidence: Vec<EvidenceRow>,
    /// The finding.
    pub text: Words,
    /// The rule that was applied.
    pub rule: Words,
    /// What would close it.
    pub closes: Words,
    /// For whom it is; absent: for everybody who sees the coalition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visible_to: Option<VisibleTo>,
}

/// For whom something is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct VisibleTo {
    /// Whoever leads the coalition's project.
    pub facilitator: bool,
    /// Ids of the organisations or persons.
    pub parties: Vec<String>,
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceRow {
    /// What sort: `claim`, `coverage`, `norm`, `path`, `membership`, `initiative`, `need`, `theme`, `carriers`, `search`, `silence`.
    pub sort: String,
    /// In one sentence.
    pub text: Words,
    /// Who says so, if somebody does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Words>,
    /// Where it is said, if it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<ProvenanceRow>,
    /// Sources of a norm row or a need.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub norm_sources: Vec<CatalogueSource>,
    /// For whom it is; absent: for everybody who sees the finding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visible_to: Option<VisibleTo>,
}

/// One expected line of the norm, laid over the coalition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExpectedRow {
    /// Code of the norm row.
    pub code: String,
    /// Finder kind.
    pub finder: Words,
    /// Helper kind.
    pub helper: Words,
    /// Core or often.
    pub weight: Expected,
    /// `confirmed`, `known` (not confirmed), `bridged`, `planned`, `long`, `missing` or `unknown`.
    pub state: String,
}

/// Everything known about one pair.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Why {
    /// One end.
    pub a: PartyRow,
    /// The other end.
    pub b: PartyRow,
    /// Present, absent or unknown when somebody's word is enough.
    pub state: PairState,
    /// The same when both ends must say so.
    pub state_confirmed: PairState,
    /// In one sentence.
    pub text: Words,
    /// Lines of this pair.
    pub links: Vec<LinkRow>,
    /// Every claim, coverage, norm row and path that bears on the pair.
    pub evidence: Vec<EvidenceRow>,
    /// Shortest line, as names from a to b; empty when none is known.
    pub path: Vec<PartyRow>,
}
