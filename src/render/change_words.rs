//! The fixed words of a map of what changed.

use super::input::Change;
use crate::model::Language;

/// All of them in one language.
pub struct ChangeWords {
    /// After the kicker.
    pub kicker: &'static str,
    /// In a caption: new lines; lines that stayed, one and more; lost lines.
    pub new: &'static str,
    /// See `new`.
    pub stayed: [&'static str; 2],
    /// See `new`.
    pub lost: &'static str,
    /// After a number: what it was, that it was the same, that nobody was asked.
    pub was: [&'static str; 3],
    /// Headings of the lists: between the sides (the catalogue's, chosen ones), elsewhere, what stayed and changed, organisations.
    pub lists: [&'static str; 5],
    /// Legend, by change.
    legend: [&'static str; 9],
    /// Legend: new or lost lines that do not run between the sides.
    pub thin: &'static str,
    /// Legend: an organisation that came, that went.
    pub card: [&'static str; 2],
    /// What a screen reader says of such a card; in the list.
    pub card_told: [&'static str; 2],
    /// Before and after a number of changes that are not listed.
    pub more: [&'static str; 2],
}

impl ChangeWords {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Nl => &DUTCH,
            Language::En => &ENGLISH,
        }
    }

    /// A change in the legend.
    pub fn legend(&self, change: Change) -> &'static str {
        self.legend[change as usize]
    }

    /// A number with what it was: ", was 7". Nothing where both days know nothing.
    pub fn was(&self, before: Option<usize>, now: Option<usize>) -> String {
        match (before, now) {
            (None, None) => String::new(),
            (None, _) => self.was[2].to_owned(),
            (Some(before), now) => format!("{} {before}", self.was[usize::from(now == Some(before))]),
        }
    }
}

static DUTCH: ChangeWords = ChangeWords {
    kicker: "WAT ER VERANDERDE",
    new: "nieuw",
    stayed: ["bleef", "bleven"],
    lost: "verloren",
    was: [", was", ", was ook", ", was niet gevraagd"],
    lists: [
        "Veranderd tussen medisch en sociaal",
        "Veranderd tussen de gekozen kanten",
        "Veranderd via het midden of binnen een kant",
        "Gebleven, en toch veranderd",
        "Organisaties",
    ],
    legend: [
        "nieuwe lijn",
        "verloren lijn",
        "nu door beide kanten bevestigd",
        "minder zeker dan eerst",
        "sterker dan eerst",
        "zwakker dan eerst",
        "nu lang niet meer genoemd",
        "opnieuw genoemd",
        "bleef zoals zij was",
    ],
    thin: "dunner: niet tussen de kanten",
    card: ["organisatie erbij", "organisatie eraf"],
    card_told: ["erbij gekomen", "niet meer erbij"],
    more: ["en nog", "in de lijst"],
};

static ENGLISH: ChangeWords = ChangeWords {
    kicker: "WHAT CHANGED",
    new: "new",
    stayed: ["stayed", "stayed"],
    lost: "lost",
    was: [", was", ", was also", ", was not asked"],
    lists: [
        "Changed between medical and social",
        "Changed between the chosen sides",
        "Changed via the middle or within a side",
        "Stayed, and yet changed",
        "Organisations",
    ],
    legend: [
        "new line",
        "lost line",
        "now confirmed by both sides",
        "less certain than before",
        "stronger than before",
        "weaker than before",
        "not mentioned for long now",
        "mentioned again",
        "stayed as it was",
    ],
    thin: "thinner: not between the sides",
    card: ["organisation that came", "organisation that went"],
    card_told: ["came since", "no longer there"],
    more: ["and", "more in the list"],
};
