//! Compounds: Dutch writes `vrouwenopvanghuis` as one word; here it is `vrouwen`, `opvang` and `huis` again.

use super::fold::fold;
use std::collections::HashMap;

/// The words that compounds are made of, one a line; behind `~` those that say little on their own, such as `huis`.
const LIST: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/catalogue/compounds.txt"));
/// Letters that Dutch puts between two parts, or behind the last.
const BETWEEN: [&str; 5] = ["", "s", "e", "n", "en"];
/// Shortest word that is a part, in letters.
const PART_CHARS_MIN: usize = 3;
/// Shortest word that can be a compound, in letters.
const COMPOUND_CHARS_MIN: usize = 2 * PART_CHARS_MIN;
/// Longest word that is taken apart, in bytes.
const COMPOUND_BYTES_MAX: usize = 60;

/// A part of a compound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part<'a> {
    /// The word.
    pub word: &'a str,
    /// Does it say little on its own?
    pub light: bool,
}

/// The words that compounds are made of.
#[derive(Debug, Clone)]
pub(super) struct Compounds {
    /// Each folded word, and whether it is light.
    words: HashMap<String, bool>,
}

impl Compounds {
    /// The list that comes with the program, and more words.
    pub fn with(more: impl Iterator<Item = String>) -> Self {
        let mut words: HashMap<String, bool> =
            more.filter(|word| word.chars().count() > PART_CHARS_MIN).map(|word| (word, false)).collect();
        for line in LIST.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (word, light) = line.strip_prefix('~').map_or((line, false), |word| (word.trim(), true));
            words.insert(fold(word), light);
        }
        Self { words }
    }

    /// What are the parts of a folded word?
    ///
    /// Gives: the smallest parts in order; none when the word is not wholly made of known parts.
    /// Cost: O(length²) look-ups.
    pub fn parts<'a>(&self, word: &'a str) -> Vec<Part<'a>> {
        let length = word.len();
        let wide = word.chars().count();
        if !(COMPOUND_CHARS_MIN..=COMPOUND_BYTES_MAX).contains(&wide) || length > COMPOUND_BYTES_MAX || !word.is_ascii() {
            return Vec::new();
        }
        // For each end: how many parts the best way until there has, and where its last part starts and stops.
        let mut best: Vec<Option<(usize, usize, usize)>> = vec![None; length + 1];
        best[0] = Some((0, 0, 0));
        for start in 0..length {
            let Some((count, ..)) = best[start] else { continue };
            for stop in start + PART_CHARS_MIN..=length {
                if (start, stop) == (0, length) || !self.words.contains_key(&word[start..stop]) {
                    continue;
                }
                for between in BETWEEN.iter().filter(|letters| word[stop..].starts_with(**letters)) {
                    let end = stop + between.len();
                    if best[end].is_none_or(|(most, ..)| count + 1 > most) {
                        best[end] = Some((count + 1, start, stop));
                    }
                }
            }
        }
        let mut parts = Vec::new();
        let mut end = length;
        while let Some((_, start, stop)) = best[end].filter(|(count, ..)| *count > 0) {
            let part = &word[start..stop];
            parts.push(Part { word: part, light: self.words.get(part).copied().unwrap_or(false) });
            end = start;
        }
        parts.reverse();
        if parts.len() > 1 { parts } else { Vec::new() }
    }
}
