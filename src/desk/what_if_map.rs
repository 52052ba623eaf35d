//! What if, on the map: what is supposed to come or go, drawn over the map as it is.

use super::introductions::letter;
use super::office::*;
use super::reading::Reading;
use super::suppose_faults::WhatIfError;
use super::what_if_words as told;
use super::words::*;
use crate::analysis::gaps;
use crate::model::*;
use crate::network::*;
use crate::render::{Introduced, PartnerMap, Scenario};
use std::collections::BTreeSet;

impl Office<'_> {
    /// The map of a coalition with what is supposed. Nobody moves: it is the map without suppositions, with more on it.
    pub fn what_if_map(
        &self,
        coalition: &str,
        language: Language,
        changes: &[Supposed],
        changes_max: usize,
        reading: impl Into<Reading>,
    ) -> Result<PartnerMap, WhatIfError> {
        let reading = reading.into();
        let before = self.network(coalition, reading.clone())?;
        self.check_supposed(&before, changes, changes_max)?;
        let after = self.network(coalition, reading.supposing(reading.supposed.iter().chain(changes).copied().collect()))?;
        let map = self.map(coalition, language, reading)?;
        let scenario = (!changes.is_empty()).then(|| self.scenario(&before, &after, changes, language));
        Ok(PartnerMap { scenario, ..map })
    }

    fn scenario(&self, before: &Network, after: &Network, changes: &[Supposed], language: Language) -> Scenario {
        let speech = self.speech(before);
        let title = |id: OrganisationId| before.place(id).map_or_else(String::new, |place| speech.title(place, language));
        let pairs = changes.iter().filter_map(|change| match change {
            Supposed::Introduced { a, b } => Some((*a, *b)),
            _ => None,
        });
        let introduced = pairs.enumerate().map(|(at, (a, b))| Introduced {
            letter: letter(at),
            a: a.to_string(),
            b: b.to_string(),
            text: format!("{} – {}", title(a), title(b)),
        });
        let introduced: Vec<Introduced> = introduced.collect();
        let goes: Vec<&Supposed> = changes.iter().filter(|it| !matches!(it, Supposed::Introduced { .. })).collect();
        let left: BTreeSet<String> = gaps::find(after).into_iter().map(|gap| gap.id).collect();
        Scenario {
            title: name(introduced.len(), goes.len(), language),
            introduced,
            closed: gaps::find(before).into_iter().map(|gap| gap.id).filter(|id| !left.contains(id)).collect(),
            gone_cards: before
                .members
                .iter()
                .map(Member::id)
                .filter(|id| after.place(*id).is_none())
                .map(|id| id.to_string())
                .collect(),
            gone_lines: gone_lines(before, after),
            gone_people: gone_people(before, after),
            goes: goes.iter().map(|it| told::change(self, &speech, it).in_language(language).to_owned()).collect(),
        }
    }
}

/// "Voorstel met drie kennismakingen", "wat als: twee vertrekken".
fn name(introduced: usize, goes: usize, language: Language) -> String {
    let met = || count(introduced, "kennismaking", "kennismakingen", language);
    let met_en = || count(introduced, "introduction", "introductions", language);
    let gone = || count(goes, "vertrek", "vertrekken", language);
    let gone_en = || count(goes, "departure", "departures", language);
    match (introduced, goes, language) {
        (_, 0, Language::Nl) => format!("voorstel met {}", met()),
        (_, 0, Language::En) => format!("proposal of {}", met_en()),
        (0, _, Language::Nl) => format!("wat als: {}", gone()),
        (0, _, Language::En) => format!("what if: {}", gone_en()),
        (_, _, Language::Nl) => format!("wat als: {} en {}", met(), gone()),
        (_, _, Language::En) => format!("what if: {} and {}", met_en(), gone_en()),
    }
}

/// Lines that the map shows now and that are not there then.
fn gone_lines(before: &Network, after: &Network) -> Vec<(String, String)> {
    let id = |place: usize| before.members[place].id();
    let stays = |link: &&Link| {
        let ends = after.place(id(link.a)).zip(after.place(id(link.b)));
        let then = ends.and_then(|(a, b)| after.link(a, b, link.level));
        then.is_some_and(|then| then.status.present() || !link.status.present())
    };
    let shown = before.links.iter().filter(|link| link.level == Level::Practice && !stays(link));
    shown.map(|link| (id(link.a).to_string(), id(link.b).to_string())).collect()
}

/// Persons that the map names now and that are not seen then.
fn gone_people(before: &Network, after: &Network) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for member in &before.members {
        let then = after.place(member.id()).map(|place| &after.members[place].seats);
        let stays = |seat: &Seat| then.is_some_and(|seats| seats.iter().any(|it| it.position == seat.position));
        let gone = member.seats.iter().enumerate().filter(|(_, seat)| !stays(seat));
        found.extend(gone.map(|(at, _)| (member.id().to_string(), at)));
    }
    found
}
