//! What somebody typed, read as words: what they look for, and the place they name beside it.
//!
//! Never: a language of queries. Quotes, stars and `AND` are what they are: signs between words, or a word.

use super::fold::{fold, words};
use crate::model::{Coalition, CoalitionId, Name, holds_citizen_number};
use std::collections::HashMap;

/// Longest text that is searched, in characters; what comes behind is not read.
pub const SEARCH_CHARS_MAX: usize = 200;
/// Most words that are searched; those behind are not read.
pub const SEARCH_WORDS_MAX: usize = 12;
/// Most words of the name of a place.
const PLACE_WORDS_MAX: usize = 4;

/// Words that people type around what they look for. They count while something is found with them.
const AROUND: &str = "a aan al als am an and are at be been bel bellen ben bij but by call can child children client cliente clienten \
    contact could daar dan de dhr die dat deze dit does doet door dus een en er erg family for gaat gezin gezinnen got haar had has have \
    he heb hebben heeft heel help hem hen her het hij him his hoe hulp hun i iemand ik in is it je kan kind kinderen kon krijgt kunnen \
    maar mag me meneer met mevrouw mij mijn moeder moeders moest moet mother mothers mum mw my naar need needs nodig nog nu of om omdat \
    on ons ook op or our ouder ouders over parent parents patient pregnant problemen problems she should someone te that the their \
    them they this to toen u uw van very voor vragen vraag vrouw waar want was wat we weer wel welke were werd where which who wie wij \
    wil with woman word worden wordt would zal zich zij zijn zoek zoeken zou ze zwanger zwangere zwangeren";
/// Words that say no; a text without them is looked for as well.
const NEGATIONS: &str = "cannot cant doesnt dont geen isnt never niet niks niets no nooit not nothing without zonder";
/// The word that stands for each of them.
pub(super) const NEGATION: &str = "niet";

/// Is it one of the words around what people look for?
pub(super) fn is_around(word: &str) -> bool {
    AROUND.split_whitespace().any(|it| it == word)
}

/// Each word that says no as the same word; every other word as it is.
pub(super) fn plain_negation(word: &str) -> &str {
    if NEGATIONS.split_whitespace().any(|it| it == word) { NEGATION } else { word }
}

/// The names of all places, as one word each.
#[derive(Debug, Default)]
pub(super) struct Places(HashMap<String, Vec<CoalitionId>>);

impl Places {
    /// Reads names, aliases, slugs and municipalities.
    pub fn of<'a>(coalitions: impl Iterator<Item = &'a Coalition>) -> Self {
        let mut places: HashMap<String, Vec<CoalitionId>> = HashMap::new();
        for it in coalitions {
            let others = it.aliases.iter().chain(it.municipalities.iter().map(|it| &it.name)).map(Name::as_str);
            for name in [it.name.as_str(), it.id.as_str()].into_iter().chain(others) {
                places.entry(words(&fold(name)).collect()).or_default().push(it.id.clone());
            }
        }
        places.values_mut().for_each(|ids| {
            ids.sort_unstable();
            ids.dedup();
        });
        Self(places)
    }

    /// The coalition with this name; where several share it, the one that was asked for, else the first.
    fn named(&self, name: &str, asked: Option<&CoalitionId>) -> Option<&CoalitionId> {
        let ids = self.0.get(name)?;
        ids.iter().find(|id| Some(*id) == asked).or(ids.first())
    }
}

/// Words that are looked for together.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// All of them as one word.
    pub squashed: String,
    /// Each.
    pub words: Vec<String>,
    /// Are they all words around what people look for, which say nothing on their own?
    pub light: bool,
}

impl Phrase {
    fn of(words: &[&str]) -> Self {
        let light = words.iter().all(|word| is_around(word) || plain_negation(word) == NEGATION);
        Self { squashed: words.concat(), words: words.iter().map(|&word| word.to_owned()).collect(), light }
    }
}

/// What somebody typed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Typed {
    /// Everything they typed, then what remains without the place and the words around it, then without words that say no, each where
    /// that is less.
    pub phrases: Vec<Phrase>,
    /// The place they name beside what they look for.
    pub place: Option<CoalitionId>,
}

impl Typed {
    /// Reads any text; nothing is asked by one without a letter or digit, nor by one that may hold a client's number.
    pub fn read(text: &str, places: &Places, asked: Option<&CoalitionId>) -> Self {
        let text: String = text.chars().take(SEARCH_CHARS_MAX).collect();
        if holds_citizen_number(&text) {
            return Self::default();
        }
        let folded = fold(&text);
        let all: Vec<&str> = words(&folded).take(SEARCH_WORDS_MAX).collect();
        if all.is_empty() {
            return Self::default();
        }
        let (mut rest, mut place) = (all.clone(), None);
        if let Some((from, until, id)) = find_place(&all, places, asked) {
            rest.drain(from..until);
            place = Some(id.clone());
        }
        let around = |word: &&str| is_around(word);
        if !rest.iter().all(around) {
            rest.retain(|word| !around(word));
        } else if place.is_some() {
            // "bellen in Zeist" names a place and nothing else.
            (rest, place) = (Vec::new(), None);
        }
        let mut phrases = vec![Phrase::of(&all)];
        if !rest.is_empty() && rest.len() < all.len() {
            phrases.push(Phrase::of(&rest));
        }
        let said: Vec<&str> = rest.iter().copied().filter(|word| plain_negation(word) != NEGATION).collect();
        if !said.is_empty() && said.len() < rest.len() {
            phrases.push(Phrase::of(&said));
        }
        Self { phrases, place }
    }
}

/// The longest run of words, and of these the last, that names a place and leaves other words.
fn find_place<'a>(all: &[&str], places: &'a Places, asked: Option<&CoalitionId>) -> Option<(usize, usize, &'a CoalitionId)> {
    let longest = PLACE_WORDS_MAX.min(all.len().saturating_sub(1));
    (1..=longest).rev().find_map(|length| {
        let runs = (0..=all.len() - length).rev();
        runs.filter_map(|from| Some((from, from + length, places.named(&all[from..from + length].concat(), asked)?))).next()
    })
}
