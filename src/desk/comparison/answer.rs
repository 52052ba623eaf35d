//! The answer of a comparison: coalitions beside each other, row by row. The API sends it as it is.
//!
//! Cells stand in the order of `coalitions`; no row and no cell is sorted by a value, and nothing is added up to one number.
//! Over 400 lines, nearly all of it documentation of fields, so that the whole answer can be read in one place.

use super::super::sides::SidesRow;
use crate::analysis::funnel::Beyond;
use crate::analysis::gaps::{GapKind, Importance};
use crate::analysis::measures::{Baseline, BaselineReason};
use crate::model::*;
use crate::network::Rule;
use serde::Serialize;
use utoipa::ToSchema;

/// Coalitions beside each other.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// The day for which all of it holds; absent: every coalition stands at its own day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// The day on which it was asked.
    pub today: String,
    /// What makes a claim a line.
    pub rule: Rule,
    /// The two sides held against each other.
    pub sides: SidesRow,
    /// Version of the norm.
    pub norm: String,
    /// Sequence of the last change that touched any of the coalitions.
    pub version: u64,
    /// How far the measures were held against chance.
    pub chance: ComparisonChance,
    /// The coalitions, in the order in which they were asked; all of them: by name.
    pub coalitions: Vec<ComparedCoalition>,
    /// What stands out, in at most three sentences; what cannot be concluded stands first.
    pub notable: Vec<Words>,
    /// What each coalition is, as far as sources say.
    pub profile: Vec<FeatureRow>,
    /// Measures with their bounds.
    pub measures: Vec<MeasureRow>,
    /// Which kinds of partner are in view.
    pub kinds: Vec<KindPresenceRow>,
    /// Findings by kind, and who says so; never a total over kinds.
    pub gaps: Vec<GapTallyRow>,
    /// Which coalitions are like which.
    pub likeness: Likeness,
    /// For what one coalition has not: which of the others have it, and how.
    pub learn_from: Vec<LearnRow>,
    /// One measure against size; null: none was asked for, or it is still being made.
    pub funnel: Option<Funnel>,
}

/// How far the measures were held against chance.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonChance {
    /// Is it done?
    pub state: ChanceState,
    /// Coalitions of which it is done.
    pub done: usize,
    /// Coalitions in this comparison.
    pub of: usize,
    /// How many possibilities are drawn for each number, where there are too many for all.
    pub draws: u32,
    /// Where the draws begin: the same seed gives the same numbers.
    pub seed: u64,
    /// The same in words.
    pub words: Words,
}

/// Is a part of an answer there?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChanceState {
    /// Of every coalition.
    Ready,
    /// It is being made; ask again later.
    Computing,
}

/// A coalition in a comparison.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ComparedCoalition {
    /// Slug.
    pub id: CoalitionId,
    /// Name.
    pub name: Name,
    /// How far it is.
    pub phase: ComparedPhase,
    /// Day for which its column holds.
    pub as_of: String,
    /// That day in words: "november 2019".
    pub as_of_words: Words,
    /// Sequence of the last change that touched it.
    pub version: u64,
    /// Organisations that take part or signed.
    pub members: usize,
    /// Themes it works on; absent: no source names any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub themes: Option<usize>,
}

/// How far a coalition is, by its code and in words.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ComparedPhase {
    /// Code.
    pub code: Phase,
    /// In words.
    pub words: Words,
}

/// One feature of every coalition.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FeatureRow {
    /// Code: `phase`, `partners`, `leads` …
    pub code: String,
    /// Name of the row.
    pub words: Words,
    /// What it means and how it was counted.
    pub help: Words,
    /// One cell a coalition.
    pub cells: Vec<FeatureCell>,
}

/// One feature of one coalition.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FeatureCell {
    /// What is known, in words; "onbekend" where the sources are silent.
    pub words: Words,
    /// Does any source say so?
    pub known: bool,
    /// The number, for a feature that is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Out of how many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<f64>,
    /// Pairs as a bar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bar: Option<CellBar>,
    /// Where it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Words>,
}

/// Pairs between the sides, by what is known of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CellBar {
    /// Somebody names a line.
    pub present: usize,
    /// Somebody says that there is none yet, or that it is hard to find.
    pub absent: usize,
    /// Nobody was asked.
    pub unknown: usize,
}

/// One measure of every coalition.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeasureRow {
    /// Name in the API.
    pub name: String,
    /// Name in words.
    pub words: Words,
    /// What it means.
    pub help: Words,
    /// What it is counted in; absent: a bare number or a share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Words>,
    /// The least and the most that it can be anywhere; absent: it has no such limits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<[f64; 2]>,
    /// One cell a coalition.
    pub cells: Vec<MeasureCell>,
    /// Can the coalitions be put in order on it?
    pub rankable: Rankable,
}

/// One measure of one coalition. A cell that is suppressed holds no number.
#[derive(Debug, Clone, Default, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeasureCell {
    /// Over the lines that are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The least it can be, whatever the unknown pairs turn out to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// The most it can be, whatever the unknown pairs turn out to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// What the sizes of the groups, or as many lines at random, would give.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<f64>,
    /// How many standard deviations of chance the value lies above what chance gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub z: Option<f64>,
    /// Two-sided: the share of what chance gives that lies at least as far from its mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p: Option<f64>,
    /// What `z` and `p` were held against.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
    /// Why there is no `z` and `p`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline_reason: Option<BaselineReason>,
    /// The same in words, and whether it is because nobody was asked or because the network is too small.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chance_suppressed: Option<Suppressed>,
    /// What it would be over the pairs of which both partners gave their whole list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub estimate: Option<f64>,
    /// Why the value can mislead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caution: Option<Words>,
    /// Why there is no number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suppressed: Option<Suppressed>,
    /// The same without the organisation that leads, for measures of how far apart the partners are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_leader: Option<WithoutLeaderCell>,
}

/// Why a cell holds no number.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Suppressed {
    /// Code.
    pub code: SuppressedCode,
    /// In words.
    pub words: Words,
}

/// Why a number is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SuppressedCode {
    /// Fewer partners, or people, than the number can be told of.
    TooFew,
    /// Fewer than three partners on one of the two sides.
    SmallSide,
    /// The coalition is in preparation and hardly anybody takes part yet.
    Preparation,
    /// Nobody was asked.
    NotAsked,
    /// Chance cannot be told apart in a network this small.
    PCannotReach,
    /// The measure has no value here.
    NoValue,
}

/// A measure without the organisation that leads.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WithoutLeaderCell {
    /// Over the partners that remain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// What it is with the leader, over the same pairs of those who remain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<f64>,
    /// `value` − `before`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<f64>,
    /// Who was left out, and in which role.
    pub leader: Words,
    /// Why there is no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Words>,
}

/// Can the coalitions be put in order on a measure?
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Rankable {
    /// Is every one of them apart from every other?
    pub yes: bool,
    /// Why, or why not.
    pub words: Words,
}

/// One kind of partner in every coalition.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct KindPresenceRow {
    /// Code.
    pub code: KindCode,
    /// Name.
    pub words: Words,
    /// Domain.
    pub domain: Domain,
    /// How strongly the norm expects it.
    pub expected: Expected,
    /// One cell a coalition.
    pub cells: Vec<KindPresenceCell>,
}

/// One kind of partner in one coalition.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct KindPresenceCell {
    /// How the nearest partner of this kind stands to the coalition.
    pub state: crate::analysis::profile::KindState,
    /// Organisations of this kind in view.
    pub count: usize,
    /// In words.
    pub words: Words,
}

/// Findings of one kind in every coalition.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GapTallyRow {
    /// Kind.
    pub kind: GapKind,
    /// Kind in words.
    pub words: Words,
    /// What it means.
    pub help: Words,
    /// One cell a coalition.
    pub cells: Vec<GapTallyCell>,
}

/// Findings of one kind in one coalition, by who says so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GapTallyCell {
    /// Both sides say so.
    pub both_say: usize,
    /// One side says so.
    pub one_says: usize,
    /// Only a source says so.
    pub source_says: usize,
    /// Nobody was asked.
    pub nobody_asked: usize,
    /// These findings are for the coalition itself, and are not counted for who asks.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub withheld: bool,
}

/// Which coalitions are like which.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Likeness {
    /// For each coalition those most like it, nearest first.
    pub near: Vec<Vec<NearCoalition>>,
    /// The coalitions as a tree; null: there are fewer than two that can be compared.
    pub tree: Option<LikenessTree>,
    /// Coalitions that are not in the tree: too little can be compared.
    pub left_out: Vec<CoalitionId>,
    /// How likeness was measured.
    pub words: Words,
}

/// A coalition that is like another.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NearCoalition {
    /// Which.
    pub coalition: CoalitionId,
    /// 0 is the same, 1 is nothing in common.
    pub distance: f64,
    /// The distance by which kinds of partner take part alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coverage: Option<f64>,
    /// The distance by who has lines with whom alone; absent: not enough is asked in one of the two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mixing: Option<f64>,
    /// Distance between the shapes of the two networks, where both are large enough and about as large; no part of `distance`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub portrait: Option<f64>,
    /// Share of everything that could be compared, by weight, that is known in both.
    pub evidence: f64,
    /// On how much they were compared.
    pub compared: Words,
    /// Why they are alike, in at most three sentences.
    pub reasons: Vec<Words>,
}

/// Coalitions put together two by two, most alike first.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LikenessTree {
    /// The coalitions in the order in which the tree draws them.
    pub order: Vec<CoalitionId>,
    /// Each step: a coalition is its place in `coalitions`, the outcome of step i is number of coalitions + i.
    pub merges: Vec<LikenessMerge>,
}

/// Two parts of a tree put together.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LikenessMerge {
    /// One part.
    pub left: usize,
    /// The other.
    pub right: usize,
    /// How far apart they are.
    pub height: f64,
    /// Coalitions in both together.
    pub size: usize,
}

/// Something one coalition has not, and those that have it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LearnRow {
    /// Who has it not.
    pub coalition: CoalitionId,
    /// What it has not.
    pub gap: LearnGap,
    /// Who has it: who does it before who plans or wishes it, and most like it first.
    pub from: Vec<LearnFrom>,
    /// Said when nobody has it; null: somebody does.
    pub none: Option<Words>,
    /// Where nobody has it: what comes near, its own idea first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nearest: Vec<LearnFrom>,
}

/// A finding to learn about.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LearnGap {
    /// Stable id of the finding; of an agreement or who leads a case: that of the coalition with the kind.
    pub id: String,
    /// Kind of finding; `agreement` and `case_lead` where no source tells of one.
    pub kind: String,
    /// What it is about, in a few words.
    pub words: Words,
    /// The finding in one sentence.
    pub sentence: Words,
    /// How much it matters.
    pub importance: Importance,
}

/// A coalition to learn from.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LearnFrom {
    /// Which.
    pub coalition: CoalitionId,
    /// What it has.
    pub what: Words,
    /// Does it do so, or is it a plan or an idea?
    pub status: LearnStatus,
    /// How far the two are apart; absent: too little can be compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance: Option<f64>,
    /// How, as far as sources say.
    pub how: Vec<LearnHow>,
}

/// How far it is elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LearnStatus {
    /// It is done.
    Does,
    /// It is planned.
    Plans,
    /// It is an idea.
    Wishes,
}

/// How it is done elsewhere.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LearnHow {
    /// In words.
    pub words: Words,
    /// Where it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Words>,
}

/// One measure against size, with what chance gives at each size.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Funnel {
    /// Name of the measure.
    pub measure: String,
    /// The measure in words.
    pub words: Words,
    /// What size is: pairs for a share of pairs, partners for another measure.
    pub size_words: Words,
    /// One a coalition, in their order.
    pub points: Vec<FunnelPoint>,
    /// Coalitions that are left out because their number is not shown.
    pub left_out: usize,
    /// What chance gives, by size.
    pub limits: Vec<FunnelLimit>,
    /// How the limits were found.
    pub method: Words,
    /// Where the draws began; absent: the limits are exact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
}

/// One coalition in a funnel.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FunnelPoint {
    /// Which.
    pub coalition: CoalitionId,
    /// How large it is, as the measure counts size.
    pub size: u64,
    /// The measure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The least it can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// The most it can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// Why there is no number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suppressed: Option<Suppressed>,
    /// How it lies to what chance gives at its size, whatever the unknown pairs turn out to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beyond: Option<Beyond>,
    /// The same in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Words>,
}

/// What chance gives at one size.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct FunnelLimit {
    /// Size.
    pub size: u64,
    /// In the middle.
    pub centre: f64,
    /// Lower end of where 95 in 100 lie.
    pub low95: f64,
    /// Upper end of where 95 in 100 lie.
    pub high95: f64,
    /// As `low95`, 998 in 1000.
    pub low998: f64,
    /// As `high95`, 998 in 1000.
    pub high998: f64,
}
