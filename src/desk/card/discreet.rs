//! Contact points without the texts that name somebody who may not be named.

use super::super::office::*;
use crate::model::*;
use std::collections::BTreeSet;

/// Names that may not stand in a text, in small letters.
pub(super) struct Discreet {
    /// In full, or by their last word.
    unseen: Vec<String>,
    /// In full.
    unnamed: Vec<String>,
}

/// Where a text will stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// Only to whoever asks: they may read the names of those they may see.
    ToViewer,
    /// On paper, for everybody who passes by: no person's name.
    OnPaper,
}

impl Office<'_> {
    /// Whom may these contact points not name? Cost: O(persons · their texts).
    pub(super) fn discreet<'p>(&self, points: impl IntoIterator<Item = &'p ContactPoint>, shown: Shown) -> Discreet {
        let all: Vec<String> = points.into_iter().flat_map(texts).map(str::to_lowercase).collect();
        let all = all.join("\n");
        let words: BTreeSet<&str> = words_of(&all).collect();
        let (mut unseen, mut unnamed) = (Vec::new(), Vec::new());
        for person in self.register.persons() {
            let name = person.name.as_str().to_lowercase();
            let (full, last) = (all.contains(&name), last_of(&name).is_some_and(|last| words.contains(last)));
            if (full || last) && !self.viewer.sees_person_somewhere(self.register, person, self.today) {
                unseen.push(name);
            } else if full && shown == Shown::OnPaper {
                unnamed.push(name);
            }
        }
        Discreet { unseen, unnamed }
    }
}

impl Discreet {
    /// A contact point without such texts; its name is then that of its organisation.
    pub(super) fn point(&self, point: &ContactPoint, organisation: &Name) -> ContactPoint {
        let clean = |text: &Option<Note>| text.clone().filter(|text| !self.names_somebody(text.as_str()));
        let name = if self.names_somebody(point.name.as_str()) { organisation.clone() } else { point.name.clone() };
        ContactPoint { name, hours: clean(&point.hours), refer: clean(&point.refer), ..point.clone() }
    }

    fn names_somebody(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        let last = |name: &str| last_of(name).is_some_and(|last| words_of(&text).any(|word| word == last));
        let unseen = self.unseen.iter().any(|name| text.contains(name.as_str()) || last(name));
        unseen || self.unnamed.iter().any(|name| text.contains(name.as_str()))
    }
}

/// What is told of a contact point in somebody's own words.
fn texts(point: &ContactPoint) -> impl Iterator<Item = &str> {
    let notes = point.hours.iter().chain(&point.refer).map(Note::as_str);
    notes.chain([point.name.as_str()])
}

fn words_of(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn last_of(name: &str) -> Option<&str> {
    words_of(name).next_back()
}
