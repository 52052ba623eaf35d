//! What charts are drawn from: pure data, handed in by the desk. Every text is ready to print in one language.
//!
//! The order of rows, columns and maps is that of who asks. Nothing here is ever sorted by a value: a picture of coalitions is
//! no league table.

use crate::model::{Domain, Language};
use time::Date;

/// What every chart says around its drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct About {
    /// Language of the fixed words.
    pub language: Language,
    /// Title.
    pub title: String,
    /// What is to be seen and how to read it; what cannot be concluded stands here.
    pub sentence: String,
    /// Other remarks, below the drawing.
    pub notes: Vec<String>,
    /// Sides, norm, day: at the foot.
    pub footer: String,
}

/// A coalition in a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Who {
    /// Id, for data attributes; never shown.
    pub id: String,
    /// Name.
    pub name: String,
    /// Its page, a path of this site.
    pub href: String,
    /// Chosen by the reader: it stands out.
    pub chosen: bool,
}

/// A value with what is known of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Value {
    /// What is known.
    pub value: Option<f64>,
    /// If nothing unknown were a line.
    pub low: Option<f64>,
    /// If everything unknown were one.
    pub high: Option<f64>,
    /// What chance gives.
    pub expected: Option<f64>,
    /// In few words, as printed: "0,31 (0,12 tot 0,58)"; without a value why: "geen kengetal: kleine kant".
    pub words: String,
    /// The same in full, as read aloud.
    pub label: String,
}

/// One measure, one row a coalition.
#[derive(Debug, Clone, PartialEq)]
pub struct Dots {
    /// Around it.
    pub about: About,
    /// The measure counts: its numbers are whole.
    pub whole: bool,
    /// Rows, in the order asked.
    pub rows: Vec<(Who, Value)>,
}

/// What is to be expected at a size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FunnelLimit {
    /// Size.
    pub size: f64,
    /// Expected value.
    pub centre: f64,
    /// 95 of 100 values lie between these by chance.
    pub p95: (f64, f64),
    /// 998 of 1 000 do between these.
    pub p998: (f64, f64),
}

/// A measure against size.
#[derive(Debug, Clone, PartialEq)]
pub struct Funnel {
    /// Around it.
    pub about: About,
    /// Name of the horizontal axis: "aantal partners".
    pub across: String,
    /// Name of the vertical axis: the measure.
    pub up: String,
    /// Coalitions, their size and value.
    pub points: Vec<(Who, usize, Value)>,
    /// Limits by size.
    pub limits: Vec<FunnelLimit>,
}

/// How a kind takes part in a coalition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KindState {
    /// Signed.
    Signatory,
    /// Takes part.
    Participating,
    /// Spoken with or invited.
    Approached,
    /// The coalition wants it in.
    Wanted,
    /// Named in a statement only.
    Seen,
    /// Only the kind is known.
    Placeholder,
    /// The list is closed and it is not on it.
    Absent,
    /// Nobody named it and nobody closed the list.
    Unknown,
}

/// A kind of partner across coalitions.
#[derive(Debug, Clone, PartialEq)]
pub struct KindRow {
    /// Code, for data attributes.
    pub code: String,
    /// Name.
    pub name: String,
    /// Domain.
    pub domain: Domain,
    /// One a coalition: state, how many, and in words: "Verloskundigen in Delft: doet mee, 2".
    pub cells: Vec<(KindState, usize, String)>,
}

/// Kinds of partners by coalitions.
#[derive(Debug, Clone, PartialEq)]
pub struct Kinds {
    /// Around it.
    pub about: About,
    /// Coalitions, in the order asked.
    pub coalitions: Vec<Who>,
    /// Kinds, in the order of the catalogue.
    pub rows: Vec<KindRow>,
}

/// Two branches that become one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Merge {
    /// A leaf, or, from the number of leaves on, an earlier merge.
    pub left: usize,
    /// The other.
    pub right: usize,
    /// Their distance.
    pub height: f64,
}

/// Which coalitions are alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    /// Around it.
    pub about: About,
    /// Name of the axis: "verschil: 0 is gelijk, 1 is niets gemeen".
    pub axis: String,
    /// Coalitions, as the merges number them.
    pub leaves: Vec<Who>,
    /// In which order they stand, so that no branches cross.
    pub order: Vec<usize>,
    /// Merges, the nearest first.
    pub merges: Vec<Merge>,
}

/// A measure on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct TimePoint {
    /// The day it holds for.
    pub day: Date,
    /// The day in words.
    pub day_words: String,
    /// Measured then and kept; else computed from what is known now about that day.
    pub kept: bool,
    /// The value.
    pub value: Value,
}

/// A measure over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// Around it.
    pub about: About,
    /// Name of the vertical axis: the measure.
    pub up: String,
    /// The measure counts: its numbers are whole.
    pub whole: bool,
    /// Values, oldest first; a day may have one that was kept and one that is computed.
    pub points: Vec<TimePoint>,
}
