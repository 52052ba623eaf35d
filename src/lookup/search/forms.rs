//! The forms of words under which things stand in the index, and under which they are looked for.

use super::compounds::Compounds;
use super::entries::Entry;
use super::fold::{first_letters, fold, squash, words_and_joined};
use crate::model::CoalitionId;
use std::collections::HashMap;

/// Beginnings of words up to this many letters stand in the index; longer ones are looked up among the words.
pub(super) const PREFIX_CHARS_MAX: usize = 4;
/// The place of what belongs to every coalition; no slug can be it.
pub(super) const EVERYWHERE: &str = "*";

/// A word that was typed, with its forms.
pub(super) struct Word {
    /// Folded.
    pub text: String,
    /// Its stems in both languages.
    pub stems: Vec<String>,
    /// Stems of the parts of a compound that say something; its own stem where it is none.
    pub parts: Vec<String>,
}

/// Stems and parts of words that were met before.
pub(super) type Cache = HashMap<String, (String, String)>;

/// One thing as the index holds it: in each text words with spaces between.
#[derive(Debug, Default)]
pub(super) struct Texts {
    /// Whole names, each as one word.
    pub name: String,
    /// Whole other words for it, each as one word.
    pub synonym: String,
    /// Words of both.
    pub word: String,
    /// Their beginnings.
    pub prefix: String,
    /// Their stems.
    pub stem: String,
    /// Stems of their parts, and of what it belongs to.
    pub part: String,
    /// Where it is known.
    pub at: String,
}

/// The stems of a word in each language.
type Stems = Box<dyn Fn(&str) -> Vec<String> + Send + Sync>;

/// Makes forms of words.
pub(super) struct Forms {
    compounds: Compounds,
    stems: Stems,
}

impl Forms {
    /// Takes the words of compounds, and who makes stems.
    pub fn of(compounds: Compounds, stems: impl Fn(&str) -> Vec<String> + Send + Sync + 'static) -> Self {
        Self { compounds, stems: Box::new(stems) }
    }

    /// The forms of a word that was typed. Light parts do not count where others say more.
    pub fn word(&self, text: &str) -> Word {
        let stems = (self.stems)(text);
        let parts = self.compounds.parts(text);
        let heavy = parts.iter().any(|part| !part.light);
        let counted = parts.iter().filter(|part| !(heavy && part.light));
        let mut parts: Vec<String> = counted.filter_map(|part| self.stem(part.word)).collect();
        if parts.is_empty() {
            parts.extend(stems.first().cloned());
        }
        Word { text: text.to_owned(), stems, parts }
    }

    /// The texts of a thing. Cost: O(its words); stems are made once for each word.
    pub fn texts(&self, entry: &Entry<'_>, cache: &mut Cache) -> Texts {
        let mut texts = Texts {
            name: squashed(entry.names.iter().map(|name| &**name)),
            synonym: squashed(entry.urgent.iter().chain(&entry.synonyms).copied()),
            at: joined(entry.places.iter().map(CoalitionId::as_str).chain(entry.everywhere.then_some(EVERYWHERE))),
            ..Texts::default()
        };
        let words: Vec<String> = entry.words().flat_map(|text| words_and_joined(&fold(text))).collect();
        for word in &words {
            for letters in 1..=word.chars().count().min(PREFIX_CHARS_MAX) {
                add(&mut texts.prefix, first_letters(word, letters));
            }
        }
        if entry.plain {
            let about: Vec<String> = entry.about.iter().flat_map(|text| words_and_joined(&fold(text))).collect();
            for (place, word) in words.iter().chain(&about).enumerate() {
                let (stems, parts) = cache.entry(word.clone()).or_insert_with_key(|word| self.stems_and_parts(word));
                if place < words.len() {
                    add(&mut texts.stem, stems);
                }
                add(&mut texts.part, parts);
            }
        }
        texts.word = words.join(" ");
        texts
    }

    fn stem(&self, word: &str) -> Option<String> {
        (self.stems)(word).into_iter().next()
    }

    /// The stems of a word; the stems of all its parts, light ones too, and its own.
    fn stems_and_parts(&self, word: &str) -> (String, String) {
        let parts = self.compounds.parts(word);
        let parts: Vec<String> = parts.iter().map(|part| part.word).chain([word]).filter_map(|part| self.stem(part)).collect();
        ((self.stems)(word).join(" "), parts.join(" "))
    }
}

fn add(text: &mut String, words: &str) {
    text.push_str(words);
    text.push(' ');
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.fold(String::new(), |mut text, word| {
        add(&mut text, word);
        text
    })
}

fn squashed<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.fold(String::new(), |mut all, text| {
        add(&mut all, &squash(&fold(text)));
        all
    })
}
