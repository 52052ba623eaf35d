//! How near a text is to what it finds, in finer steps than others are told.

use super::Match;

/// How near a text is to what it finds; `Match` tells it to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tier {
    /// By its whole name.
    Name,
    /// By a word of danger, which is the whole text.
    Urgent,
    /// By another word for it.
    Synonym,
    /// By a word of danger among others.
    Danger,
    Words,
    Prefix,
    Stem,
    Part,
    /// By words of a sentence that says more.
    Sentence,
    TypoWhole,
    Typo,
    TypoPrefix,
    /// By one part of a compound: a guess.
    AnyPart,
}

impl Tier {
    /// Tried in this order.
    pub const FIND: [Self; 11] = [
        Self::Name,
        Self::Urgent,
        Self::Synonym,
        Self::Danger,
        Self::Words,
        Self::Prefix,
        Self::Stem,
        Self::Part,
        Self::Sentence,
        Self::TypoWhole,
        Self::Typo,
    ];
    /// Tried in this order.
    pub const SUGGEST: [Self; 9] = [
        Self::Name,
        Self::Urgent,
        Self::Synonym,
        Self::Danger,
        Self::Words,
        Self::Prefix,
        Self::Stem,
        Self::Part,
        Self::TypoPrefix,
    ];

    /// What others are told.
    pub fn told(self) -> Match {
        match self {
            Self::Name => Match::Exact,
            Self::Urgent | Self::Synonym => Match::Synonym,
            Self::Danger | Self::Words | Self::Prefix | Self::Sentence => Match::Prefix,
            Self::Stem => Match::Stem,
            Self::Part | Self::AnyPart => Match::Part,
            Self::TypoWhole | Self::Typo | Self::TypoPrefix => Match::Typo,
        }
    }
    /// From 1 for the whole name down to 0.
    pub fn score(self) -> f32 {
        1.0 - self as u8 as f32 / 16.0
    }
    /// Is the whole text compared?
    pub fn whole(self) -> bool {
        matches!(self, Self::Name | Self::Urgent | Self::Synonym)
    }
    /// Is it tried only where nothing better was found?
    pub fn last_resort(self) -> bool {
        matches!(self, Self::Sentence | Self::TypoWhole | Self::Typo | Self::TypoPrefix | Self::AnyPart)
    }
}
