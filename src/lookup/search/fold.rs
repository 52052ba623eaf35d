//! Words as they are compared: small letters without marks, so that `Zoë`, `ZOE` and `zoe` are one.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters that have no mark to take off, and what people type for them.
const LETTERS: [(char, &str); 10] =
    [('ø', "o"), ('ß', "ss"), ('æ', "ae"), ('œ', "oe"), ('ł', "l"), ('đ', "d"), ('ð', "d"), ('þ', "th"), ('ı', "i"), ('ħ', "h")];

/// Small letters without marks. Apostrophes go, so that `children's` is one word. Cost: O(length).
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.chars().filter(|c| *c != '\'').map(|c| c.to_ascii_lowercase()).collect();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c) && !matches!(c, '\'' | '’' | '‘')).flat_map(char::to_lowercase) {
        match LETTERS.iter().find(|(letter, _)| *letter == c) {
            Some((_, typed)) => folded.push_str(typed),
            None if !is_combining_mark(c) => folded.push(c),
            None => {}
        }
    }
    folded
}

/// The words of a folded text: runs of letters and digits.
pub(super) fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// A folded text as one word: `pop-poli`, `pop poli` and `p.o.p. poli` are all `poppoli`.
pub(super) fn squash(folded: &str) -> String {
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The words of a folded text, and each group of words with hyphens between as one word too.
pub(super) fn words_and_joined(folded: &str) -> Vec<String> {
    let mut found: Vec<String> = words(folded).map(str::to_owned).collect();
    let hyphened = folded.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|group| group.contains('-'));
    found.extend(hyphened.map(squash).filter(|joined| !joined.is_empty()));
    found.sort_unstable();
    found.dedup();
    found
}

/// The first letters of a word; the whole word where it is shorter.
pub(super) fn first_letters(word: &str, letters: usize) -> &str {
    word.char_indices().nth(letters).map_or(word, |(end, _)| &word[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_lose_their_marks() {
        for (text, wanted) in [
            ("Zoë", "zoe"),
            ("coöperatie", "cooperatie"),
            ("Coo\u{308}peratie", "cooperatie"),
            ("WIŚNIEWSKI", "wisniewski"),
            ("Łódź", "lodz"),
            ("Straße", "strasse"),
            ("İzmir", "izmir"),
            ("’s-Hertogenbosch", "s-hertogenbosch"),
            ("ﬁnanciën", "financien"),
        ] {
            assert_eq!(fold(text), wanted, "{text}");
        }
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(words(&fold("POP-poli, 2e lijn (*)")).collect::<Vec<_>>(), ["pop", "poli", "2e", "lijn"]);
        assert_eq!(words_and_joined(&fold("POP-poli Oost")), ["oost", "poli", "pop", "poppoli"]);
        assert_eq!(squash(&fold("p.o.p. poli")), "poppoli");
        assert_eq!(words("\"*\" && 😀").count(), 0);
        assert_eq!(first_letters("één", 2), "éé");
    }
}
