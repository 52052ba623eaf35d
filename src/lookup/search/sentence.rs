//! What the words of a sentence find in the catalogue, in whatever order they stand: "mevrouw kan de huur niet betalen".
//!
//! Why: a sentence holds words that nothing is called by. The words that are known decide, and words of danger come first.
//! Never: a word with an error in it.

use super::fold::{fold, words};
use super::forms::{Forms, Word};
use super::typed::{NEGATION, is_around, plain_negation};
use std::collections::HashMap;

/// Words that a spelling does not need to be found in a sentence.
const FILLERS: [&str; 13] = ["de", "het", "een", "the", "a", "an", "of", "to", "te", "haar", "zijn", "her", "his"];
/// Shortest word of danger that is found at the beginning of a longer word ("zelfmoordplannen"), in letters.
const BEGIN_CHARS_MIN: usize = 7;
/// Shortest word of danger that is found at the end of a longer word ("gezinsgeweld"), in letters.
const END_CHARS_MIN: usize = 6;

/// A spelling of the catalogue as the words that a sentence must hold.
#[derive(Debug)]
struct Row {
    number: u32,
    urgent: bool,
    /// Each word with its stems; only the word itself where it is one of danger.
    words: Vec<Vec<String>>,
}

/// Something of the catalogue that a sentence speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spoken {
    /// Its number.
    pub number: u32,
    /// Number of words that speak of it together.
    pub words: usize,
    /// Is it by words of danger?
    pub urgent: bool,
}

/// The spellings of the catalogue by the words that a sentence must hold.
#[derive(Debug, Default)]
pub(super) struct Sentences {
    rows: Vec<Row>,
    /// Rows by each form of their longest word.
    by_word: HashMap<String, Vec<u32>>,
    /// Single words of danger.
    danger: Vec<(String, u32)>,
}

impl Sentences {
    /// Takes spellings, each with the number of what it stands for and whether it is of danger. Cost: O(words).
    pub fn of<'a>(spellings: impl Iterator<Item = (u32, &'a str, bool)>, forms: &Forms) -> Self {
        let mut sentences = Self::default();
        for (number, text, urgent) in spellings {
            let folded = fold(text);
            let Some(needed) = needed(&folded, urgent) else { continue };
            if let ([word], true) = (needed.as_slice(), urgent) {
                sentences.danger.push(((*word).to_owned(), number));
            }
            let of = |word: &&str| match urgent || *word == NEGATION {
                true => vec![(*word).to_owned()],
                false => every_form(&forms.word(word)),
            };
            let row = Row { number, urgent, words: needed.iter().map(of).collect() };
            let at = sentences.rows.len() as u32;
            let told = |forms: &&Vec<String>| match forms.first() {
                Some(word) if !is_around(word) && word != NEGATION => word.len(),
                _ => 0,
            };
            for form in row.words.iter().max_by_key(told).into_iter().flatten() {
                sentences.by_word.entry(form.clone()).or_default().push(at);
            }
            sentences.rows.push(row);
        }
        sentences
    }

    /// What the words of a text speak of: what is told by most words first, then in order of rank. Cost: O(words of the text ·
    /// spellings with one of them).
    pub fn spoken_of(&self, text: &[Word]) -> Vec<Spoken> {
        let said: Vec<Vec<String>> = text.iter().map(said).collect();
        let mut found: Vec<Spoken> = Vec::new();
        let mut note = |spoken: Spoken| match found.iter_mut().find(|it| it.number == spoken.number && it.urgent == spoken.urgent)
        {
            Some(known) => known.words = known.words.max(spoken.words),
            None => found.push(spoken),
        };
        for at in said.iter().flatten().filter_map(|form| self.by_word.get(form)).flatten() {
            let row = &self.rows[*at as usize];
            let holds = |forms: &Vec<String>| {
                said.iter().any(|word| match row.urgent {
                    true => word.first() == forms.first(),
                    false => forms.iter().any(|form| word.contains(form)),
                })
            };
            if row.words.iter().all(holds) {
                note(Spoken { number: row.number, words: row.words.len(), urgent: row.urgent });
            }
        }
        for word in text {
            let begins = |danger: &str| letters(danger) >= BEGIN_CHARS_MIN && word.text.starts_with(danger);
            let ends = |danger: &str| letters(danger) >= END_CHARS_MIN && word.text.ends_with(danger);
            for (danger, number) in self.danger.iter().filter(|(danger, _)| begins(danger) || ends(danger)) {
                note(Spoken { number: *number, words: usize::from(!danger.is_empty()), urgent: true });
            }
        }
        found.sort_by_key(|it| (std::cmp::Reverse(it.words), it.number));
        found
    }
}

/// The words that a sentence must hold to speak of what is spelled so; none where they would say nothing.
fn needed(folded: &str, urgent: bool) -> Option<Vec<&str>> {
    let all: Vec<&str> = words(folded).filter(|word| !FILLERS.contains(word)).map(plain_negation).collect();
    let telling: Vec<&str> = all.iter().copied().filter(|word| !is_around(word)).collect();
    if !telling.iter().any(|word| *word != NEGATION) {
        return None;
    }
    Some(if !urgent && telling.len() > 1 { telling } else { all })
}

/// A word as it is compared: itself first.
fn said(word: &Word) -> Vec<String> {
    match plain_negation(&word.text) {
        NEGATION => vec![NEGATION.to_owned()],
        _ => every_form(word),
    }
}

fn every_form(word: &Word) -> Vec<String> {
    let stems = word.stems.iter().filter(|stem| **stem != word.text).cloned();
    std::iter::once(word.text.clone()).chain(stems).collect()
}

fn letters(word: &str) -> usize {
    word.chars().count()
}
