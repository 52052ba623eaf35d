//! What is found, how, and for whom.

use crate::model::*;

/// Most hits of one search.
pub const HITS_MAX: usize = 100;
/// Guesses for a word that nothing is called.
pub const GUESSES_MAX: usize = 2;
/// Other words of the catalogue that are told as searched too, in each language.
pub const ALSO_MAX: usize = 3;
/// What can be found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A need.
    Need(NeedCode),
    /// A kind of partner.
    Kind(KindCode),
    /// An organisation.
    Organisation(OrganisationId),
    /// A contact point.
    Desk(ContactPointId),
    /// A person.
    Person(PersonId),
    /// A position; seen where its person is.
    Position(PositionId),
    /// A coalition, by its name or a municipality.
    Place(CoalitionId),
}

/// How it was found, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Match {
    /// By its whole name.
    Exact,
    /// By another word for it.
    Synonym,
    /// By words of it, or their beginnings.
    Prefix,
    /// By another form of its words.
    Stem,
    /// By a part of a compound, or by what it belongs to.
    Part,
    /// By a word with an error in it.
    Typo,
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// What.
    pub what: Thing,
    /// How.
    pub how: Match,
    /// How well the text fits the name, from 1 down to 0; says nothing about the thing itself.
    pub score: f32,
}

/// For whom, and where.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    /// Who looks.
    pub viewer: &'a Viewer,
    /// The coalition whose things come first.
    pub coalition: Option<&'a CoalitionId>,
    /// Most hits.
    pub limit: usize,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// Best first.
    pub hits: Vec<Hit>,
    /// Where nothing was found: what may have been meant.
    pub guesses: Vec<Hit>,
    /// Other words for the best hit, which lead to it too.
    pub also: Spellings,
    /// The place that the text names beside what is looked for ("schuldhulp zeist"): its things come first.
    pub place: Option<CoalitionId>,
}
