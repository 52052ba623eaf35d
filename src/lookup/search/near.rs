//! Words with an error in them: which of the words that stand in the index may have been meant?
//!
//! Why: the index knows only whole words; all its different words are few, and stand here one behind the other.
//! Never: what a word stands for.

/// Shortest word in which one letter may be wrong, and in which two may; and the longest in which any may. In letters.
const TYPO_CHARS: [usize; 3] = [6, 9, 40];
/// Most words that one word with an error may have been; the nearest are taken.
const NEAR_WORDS_MAX: usize = 48;

/// Different words, found by likeness and by how they begin.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// Sorted.
    words: Vec<Box<str>>,
    /// Places in `words`, by length.
    by_length: Vec<u32>,
    /// Of each of these, which letters it has.
    letters: Vec<u32>,
    /// Where in `by_length` the words of a length begin; the last is its end.
    starts: Vec<u32>,
}

impl Vocabulary {
    /// Takes words, also more than once. Cost: O(n log n).
    pub fn of(words: impl Iterator<Item = String>) -> Self {
        let mut words: Vec<Box<str>> = words.map(String::into_boxed_str).collect();
        words.sort_unstable();
        words.dedup();
        let lengths: Vec<usize> = words.iter().map(|word| word.chars().count()).collect();
        let mut by_length: Vec<u32> =
            (0..words.len() as u32).filter(|&at| lengths[at as usize] <= TYPO_CHARS[2] + errors(TYPO_CHARS[2])).collect();
        by_length.sort_by_key(|&at| lengths[at as usize]);
        let letters = by_length.iter().map(|&at| letters(&words[at as usize])).collect();
        let longest = by_length.last().map_or(0, |&at| lengths[at as usize]);
        let starts =
            (0..=longest + 1).map(|length| by_length.partition_point(|&at| lengths[at as usize] < length) as u32).collect();
        Self { words, by_length, letters, starts }
    }

    /// Is this one of the words?
    pub fn holds(&self, word: &str) -> bool {
        self.words.binary_search_by(|it| (**it).cmp(word)).is_ok()
    }

    /// Words that begin with these letters, and no more than so many. `None`: there are more.
    pub fn begun(&self, letters: &str, most: usize) -> Option<&[Box<str>]> {
        let from = self.words.partition_point(|word| &**word < letters);
        let found = self.words[from..].iter().take(most + 1).take_while(|word| word.starts_with(letters)).count();
        (found <= most).then(|| &self.words[from..from + found])
    }

    /// Words that differ by a letter, or two in a longer word: one too many, too few or another, or two changed places. The first
    /// letter is never wrong.
    ///
    /// Gives: the nearest first, at most `NEAR_WORDS_MAX`; none for a word that is too short or too long for an error.
    /// Cost: O(words of about that length), a step of a nanosecond each, and O(length²) for each with nearly the same letters.
    pub fn near(&self, word: &str) -> Vec<&str> {
        let wanted: Vec<char> = word.chars().collect();
        let most = errors(wanted.len());
        if most == 0 || self.starts.is_empty() {
            return Vec::new();
        }
        let last = self.starts.len() - 1;
        let [from, until] = [wanted.len() - most, wanted.len() + most + 1].map(|length| self.starts[length.min(last)] as usize);
        // One letter for another takes one out and brings one in.
        let apart = |other: u32, own: u32| other ^ own;
        self.nearest(&wanted, (from, until), apart, 2 * most, |distances| distances.last().copied())
    }

    /// Words that begin with something that differs so.
    pub fn near_begun(&self, word: &str) -> Vec<&str> {
        let wanted: Vec<char> = word.chars().collect();
        let most = errors(wanted.len());
        if most == 0 || self.starts.is_empty() {
            return Vec::new();
        }
        let from = self.starts[(wanted.len() - most).min(self.starts.len() - 1)] as usize;
        let missing = |other: u32, own: u32| own & !other;
        self.nearest(&wanted, (from, self.by_length.len()), missing, most, |distances| distances.iter().min().copied())
    }

    /// Of the words in a range of `by_length` of which few letters differ, those whose distance is allowed, the nearest first.
    fn nearest(
        &self,
        wanted: &[char],
        (from, until): (usize, usize),
        apart: impl Fn(u32, u32) -> u32,
        letters_most: usize,
        distance: impl Fn(&[u8]) -> Option<u8>,
    ) -> Vec<&str> {
        let (own, most) = (wanted.iter().fold(0, |all, c| all | letter(*c)), errors(wanted.len()));
        let mut rows = [Vec::new(), Vec::new(), Vec::new()];
        let mut found: Vec<(u8, u32)> = Vec::new();
        for (&place, &letters) in self.by_length[from..until].iter().zip(&self.letters[from..until]) {
            if few(apart(letters, own), letters_most) {
                if !self.words[place as usize].starts_with(wanted[0]) {
                    continue;
                }
                distances(wanted, &self.words[place as usize], &mut rows);
                found.extend(distance(&rows[0]).filter(|it| usize::from(*it) <= most).map(|it| (it, place)));
            }
        }
        found.sort_unstable();
        found.into_iter().take(NEAR_WORDS_MAX).map(|(_, place)| &*self.words[place as usize]).collect()
    }
}

/// Is a word long enough for an error?
pub(super) fn may_hold_error(word: &str) -> bool {
    errors(word.chars().count()) > 0
}

/// How many letters may be wrong in a word of so many.
fn errors(letters: usize) -> usize {
    let [one, two, most] = TYPO_CHARS;
    if letters > most { 0 } else { usize::from(letters >= one) + usize::from(letters >= two) }
}

/// Has a set at most so many letters, which are four or fewer? Without a count of bits, which is slow where the processor has none.
fn few(set: u32, most: usize) -> bool {
    let mut rest = set;
    for _ in 0..most {
        rest &= rest.wrapping_sub(1);
    }
    rest == 0
}

/// A letter as a bit; different letters may share one.
fn letter(c: char) -> u32 {
    1 << (c as u32 % u32::BITS)
}

fn letters(word: &str) -> u32 {
    word.chars().fold(0, |all, c| all | letter(c))
}

/// Leaves in the first row how far the wanted letters are from each beginning of a word, the whole word last.
fn distances(wanted: &[char], word: &str, rows: &mut [Vec<u8>; 3]) {
    let far = |length: usize| u8::try_from(length).unwrap_or(u8::MAX);
    let other: Vec<char> = word.chars().collect();
    rows[0].clear();
    rows[0].extend((0..=other.len()).map(far));
    for (at, &c) in wanted.iter().enumerate() {
        // This row, the one before, and the one before that.
        rows.rotate_right(1);
        let [row, before, earlier] = rows;
        row.clear();
        row.push(far(at + 1));
        for (place, &there) in other.iter().enumerate() {
            let same = before[place].saturating_add(u8::from(c != there));
            let mut least = same.min(before[place + 1].saturating_add(1)).min(row[place].saturating_add(1));
            if at > 0 && place > 0 && c == other[place - 1] && wanted[at - 1] == there {
                least = least.min(earlier[place - 1].saturating_add(1));
            }
            row.push(least);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Follows the definition: the last letters are the same, one is too many, too few or another, or two changed places.
    fn apart(a: &[char], b: &[char]) -> usize {
        let mut far = vec![vec![0; b.len() + 1]; a.len() + 1];
        for (i, j) in (0..=a.len()).flat_map(|i| (0..=b.len()).map(move |j| (i, j))) {
            far[i][j] = match (i, j) {
                (0, _) | (_, 0) => i + j,
                _ => {
                    let replaced = far[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                    let swap = if swapped { far[i - 2][j - 2] + 1 } else { usize::MAX };
                    replaced.min(far[i - 1][j] + 1).min(far[i][j - 1] + 1).min(swap)
                }
            };
        }
        far[a.len()][b.len()]
    }

    fn chars(word: &str) -> Vec<char> {
        word.chars().collect()
    }

    #[test]
    fn an_error_is_a_letter_more_less_or_other_or_two_that_changed_places() {
        let words = Vocabulary::of(["schulden", "schuld", "schuldhulp", "roken"].map(str::to_owned).into_iter());
        for (typed, wanted) in [
            ("schuldne", vec!["schulden"]),
            ("shculdn", vec![]),
            ("shculden", vec!["schulden"]),
            ("rokn", vec![]),
            ("chulden", vec![]),
            ("schuldhupl", vec!["schuldhulp"]),
        ] {
            assert_eq!(words.near(typed), wanted, "{typed}");
        }
        assert_eq!(words.near_begun("schuldhu"), ["schuldhulp"]);
        assert_eq!(words.begun("schuld", 3).map(<[_]>::len), Some(3));
        assert_eq!(words.begun("schuld", 2), None);
        assert_eq!(words.begun("z", 2).map(<[_]>::len), Some(0));
        assert_eq!(Vocabulary::default().near("schulden"), [""; 0]);
    }

    proptest! {
        #[test]
        fn words_are_near_as_by_the_definition(
            words in prop::collection::btree_set("[abé]{1,8}", 0..12),
            typed in "[abé]{1,9}",
        ) {
            let vocabulary = Vocabulary::of(words.iter().cloned());
            let wanted = chars(&typed);
            let most = errors(wanted.len());
            let within = |distance: &dyn Fn(&[char]) -> usize| {
                let mut found: Vec<(usize, &str)> = words.iter().map(|word| (distance(&chars(word)), word.as_str())).collect();
                found.retain(|(far, word)| *far <= most && most > 0 && word.chars().next() == wanted.first().copied());
                found.sort_unstable();
                found.into_iter().map(|(_, word)| word).collect::<Vec<_>>()
            };
            prop_assert_eq!(vocabulary.near(&typed), within(&|word| apart(&wanted, word)));
            let of_beginnings = |word: &[char]| (0..=word.len()).map(|end| apart(&wanted, &word[..end])).min().unwrap_or(usize::MAX);
            prop_assert_eq!(vocabulary.near_begun(&typed), within(&of_beginnings));
        }
    }
}
