//! How near a text is to what it finds, in finer steps than others are told.

use super::Match;

/// How near a text is to what it finds; `Match` tells it to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tier {
    Name,
    Synonym,
    Words,
    Prefix,
    Stem,
    Part,
    TypoWhole,
    Typo,
    TypoPrefix,
    AnyPart,
}

impl Tier {
    /// Tried in this order.
    pub const FIND: [Self; 9] = [
        Self::Name,
        Self::Synonym,
        Self::Words,
        Self::Prefix,
        Self::Stem,
        Self::Part,
        Self::TypoWhole,
        Self::Typo,
        Self::AnyPart,
    ];
    /// Tried in this order.
    pub const SUGGEST: [Self; 7] =
        [Self::Name, Self::Synonym, Self::Words, Self::Prefix, Self::Stem, Self::Part, Self::TypoPrefix];

    /// What others are told.
    pub fn told(self) -> Match {
        match self {
            Self::Name => Match::Exact,
            Self::Synonym => Match::Synonym,
            Self::Words | Self::Prefix => Match::Prefix,
            Self::Stem => Match::Stem,
            Self::Part | Self::AnyPart => Match::Part,
            Self::TypoWhole | Self::Typo | Self::TypoPrefix => Match::Typo,
        }
    }
    /// From 1 for the whole name down to 0.
    pub fn score(self) -> f32 {
        1.0 - self as u8 as f32 / 10.0
    }
    /// Is it tried only where nothing better was found?
    pub fn last_resort(self) -> bool {
        matches!(self, Self::TypoWhole | Self::Typo | Self::TypoPrefix | Self::AnyPart)
    }
}
