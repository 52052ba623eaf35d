//! What an unknown word may have meant: the words of the catalogue that look most like it.

use super::fold::{fold, squash};

/// The least share of groups of three letters in common for a guess, from 0 to 1: in a long word, and in a short one.
const LIKENESS_MIN: [f64; 2] = [0.43, 0.5];
/// Shortest word that is long, and shortest that is guessed at all, in letters.
const CHARS_MIN: [usize; 2] = [6, 4];

/// The words of the catalogue by their groups of three letters.
#[derive(Debug, Default)]
pub(super) struct Guesses {
    /// What the word stands for, and its groups, sorted.
    rows: Vec<(u32, Vec<[char; 3]>)>,
}

impl Guesses {
    /// Takes words, each with the number of what it stands for.
    pub fn of<'a>(words: impl Iterator<Item = (u32, &'a str)>) -> Self {
        Self { rows: words.map(|(number, word)| (number, groups(&squash(&fold(word))))).collect() }
    }

    /// What looks most like a word, best first; of equals the lower number. Cost: O(words).
    pub fn nearest(&self, squashed: &str, limit: usize) -> Vec<u32> {
        let least = match squashed.chars().count() {
            long if long >= CHARS_MIN[0] => LIKENESS_MIN[0],
            short if short >= CHARS_MIN[1] => LIKENESS_MIN[1],
            _ => return Vec::new(),
        };
        let wanted = groups(squashed);
        let mut found: Vec<(f64, u32)> = Vec::new();
        for (number, groups) in &self.rows {
            let likeness = likeness(&wanted, groups);
            if likeness < least {
                continue;
            }
            match found.iter_mut().find(|(_, other)| other == number) {
                Some(best) => best.0 = best.0.max(likeness),
                None => found.push((likeness, *number)),
            }
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        found.into_iter().take(limit).map(|(_, number)| number).collect()
    }
}

/// Groups of three letters, with the edges of the word as letters.
fn groups(word: &str) -> Vec<[char; 3]> {
    let letters: Vec<char> = [' ', ' '].into_iter().chain(word.chars()).chain([' ']).collect();
    let mut groups: Vec<[char; 3]> = letters.windows(3).map(|three| [three[0], three[1], three[2]]).collect();
    groups.sort_unstable();
    groups.dedup();
    groups
}

/// The share of groups that two words have in common (Dice): 1 for the same, 0 for nothing.
fn likeness(a: &[[char; 3]], b: &[[char; 3]]) -> f64 {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, common) = (i + 1, j + 1, common + 1),
        }
    }
    2.0 * f64::from(common) / (a.len() + b.len()).max(1) as f64
}
