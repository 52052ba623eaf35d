//! The index behind the search box: what is meant by what somebody typed?
//!
//! Why: people type what they call it: an abbreviation, half a word, a compound, with an error in it, in Dutch or English.
//! One segment in memory holds everything in order of rank, so that the first matches are the best and reading can stop.
//! Never: finds what the viewer may not see: who may find a thing is asked of every match, before it is a hit or counts as one.

use super::compounds::Compounds;
use super::entries::{Entry, entries};
use super::fold::{fold, squash, words};
use super::forms::{Cache, EVERYWHERE, Forms, PREFIX_CHARS_MAX, Texts, Word};
use super::guesses::Guesses;
use super::near::{Vocabulary, may_hold_error};
use super::sentence::{Sentences, Spoken};
use super::sight::{Sight, Sights};
use super::tier::Tier;
use super::typed::{NEGATION, Phrase, Places, Typed, is_around, plain_negation};
use super::{ALSO_MAX, Found, GUESSES_MAX, HITS_MAX, Hit, Sought, Thing};
use crate::model::*;
use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use tantivy::directory::RamDirectory;
use tantivy::query::{BooleanQuery, EnableScoring, FuzzyTermQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Language as StemLanguage, SimpleTokenizer, Stemmer, TextAnalyzer, TokenStream};
use tantivy::{DocSet, ReloadPolicy, Searcher, SingleSegmentIndexWriter, TERMINATED, TantivyDocument, Term};
use time::Date;

/// Memory that the writer plans with, in bytes: for a small register, and for each thing that can be found. It takes more when it
/// must.
const ARENA_BYTES_MIN: usize = 256 << 10;
const ARENA_BYTES_PER_THING: usize = 512;
/// Fewest letters that are believed to be the beginning of a word.
const BEGUN_CHARS_MIN: usize = 4;
/// Most words with the same beginning that are looked up one by one.
const BEGUN_WORDS_MAX: usize = 64;

/// Everything that can be found in a register on a day. Copying is cheap.
#[derive(Clone)]
pub struct Index {
    /// For which register it holds.
    sequence: u64,
    /// For which day.
    today: Date,
    inner: Arc<Inner>,
}

struct Inner {
    /// Of everything that can be found.
    print: u64,
    things: Vec<Thing>,
    /// Words of the needs and kinds, which come first among the things.
    catalogue: Vec<Vec<String>>,
    /// Of each its other words, in each language.
    others: Vec<Spellings>,
    sentences: Sentences,
    /// The same words, each whole and as one word, with what they are called by name or by another word.
    known: HashMap<String, Vec<(u32, Tier)>>,
    /// Whole names and other words, first those of the catalogue, then all; and the words of all.
    whole: [Vocabulary; 2],
    words: Vocabulary,
    sights: Sights,
    places: Places,
    guesses: Guesses,
    forms: Forms,
    fields: Fields,
    searcher: Searcher,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Index of {} things at {} on {}", self.inner.things.len(), self.sequence, self.today)
    }
}

impl Index {
    /// Reads everything that somebody may find on a day: every coalition, every role.
    ///
    /// Gives: the same register and day, the same index. Hidden and expired persons and hidden contact points are not in it.
    /// Cost: O(n log n); about a second for a country of forty thousand people.
    pub fn of(register: &Register, today: Date) -> Self {
        let entries = entries(register, today);
        let print = print(&entries);
        Self { sequence: register.sequence(), today, inner: Inner::of(register, &entries, print) }
    }

    /// The index of a later register or day. It is made anew only if something that can be found has changed: a claim changes
    /// nothing here. Cost: O(1) for the same register and day; a fifth of `of` where nothing changed.
    pub fn update(&self, register: &Register, today: Date) -> Self {
        let sequence = register.sequence();
        if (self.sequence, self.today) == (sequence, today) {
            return self.clone();
        }
        let entries = entries(register, today);
        let print = print(&entries);
        let same = print == self.inner.print;
        let inner = if same { Arc::clone(&self.inner) } else { Inner::of(register, &entries, print) };
        Self { sequence, today, inner }
    }

    /// Number of things that somebody may find.
    pub fn len(&self) -> usize {
        self.inner.things.len()
    }

    /// Is there nothing to find?
    pub fn is_empty(&self) -> bool {
        self.inner.things.is_empty()
    }

    /// What is meant by a text?
    ///
    /// Takes: any text, of which the first `SEARCH_CHARS_MAX` characters count.
    /// Gives: hits by how they match, then needs, kinds and what is of the place or coalition, then the rest by noun and name.
    /// Words of danger come before all but what the whole text is called, and what is of another coalition comes after needs and kinds.
    /// All words must match; where nothing does, the words that name a need decide, then words with an error of a letter or two, and
    /// then there are guesses from the catalogue.
    /// Undefined: a text without letters and digits, or with a number that may be a client's, finds nothing.
    /// Cost: that of reading the first hits; words with errors read the list of words.
    pub fn find(&self, text: &str, sought: &Sought<'_>) -> Found {
        let typed = Typed::read(text, &self.inner.places, sought.coalition);
        let hits = self.inner.hits(&typed, sought, false);
        let guesses = if hits.is_empty() { self.inner.guess(&typed) } else { Vec::new() };
        let also = hits.first().map_or_else(Spellings::default, |hit| self.inner.also(hit, &typed));
        Found { hits, guesses, also, place: typed.place }
    }

    /// What may somebody be typing? As `find`, where the last word may be half and hold an error, and without guesses.
    pub fn suggest(&self, text: &str, sought: &Sought<'_>) -> Vec<Hit> {
        let typed = Typed::read(text, &self.inner.places, sought.coalition);
        self.inner.hits(&typed, sought, true)
    }
}

impl Inner {
    fn of(register: &Register, entries: &[Entry<'_>], print: u64) -> Arc<Self> {
        let built = Self::build(register, entries, print);
        Arc::new(built.unwrap_or_else(|error| unreachable!("an index in memory has no disk to fail on: {error}")))
    }

    fn build(register: &Register, entries: &[Entry<'_>], print: u64) -> tantivy::Result<Self> {
        let in_catalogue = entries.iter().take_while(|entry| matches!(entry.thing, Thing::Need(_) | Thing::Kind(_)));
        let catalogue: Vec<Vec<String>> = in_catalogue.map(|entry| entry.words().map(str::to_owned).collect()).collect();
        let folded = catalogue.iter().flatten().map(|text| fold(text)).collect::<Vec<_>>();
        let forms = Forms::of(Compounds::with(folded.iter().flat_map(|text| words(text)).map(str::to_owned)), stemmers());
        let numbered = (0u32..).zip(&catalogue).flat_map(|(number, words)| words.iter().map(move |word| (number, word.as_str())));
        let guesses = Guesses::of(numbered);
        let (schema, fields) = Fields::new();
        let builder = tantivy::Index::builder().schema(schema);
        let arena = ARENA_BYTES_MIN + entries.len() * ARENA_BYTES_PER_THING;
        let mut writer: SingleSegmentIndexWriter = builder.single_segment_index_writer(RamDirectory::create(), arena)?;
        let mut cache = Cache::new();
        let mut known: HashMap<String, Vec<(u32, Tier)>> = HashMap::new();
        let of_danger = entries.iter().take(catalogue.len()).map(|entry| entry.urgent.as_slice());
        for (number, text) in (0u32..).zip(of_danger).flat_map(|(number, texts)| texts.iter().map(move |text| (number, text))) {
            known.entry(squash(&fold(text))).or_default().push((number, Tier::Urgent));
        }
        let spellings = (0u32..).zip(&entries[..catalogue.len()]).flat_map(|(number, entry)| {
            let names = entry.words().filter(|word| !entry.urgent.contains(word)).map(move |word| (number, word, false));
            names.chain(entry.urgent.iter().map(move |word| (number, *word, true)))
        });
        let sentences = Sentences::of(spellings, &forms);
        let (mut called, mut all, mut single) = (HashSet::new(), HashSet::new(), HashSet::new());
        for (number, entry) in (0u32..).zip(entries) {
            let texts = forms.texts(entry, &mut cache);
            let wholes = [(Tier::Name, &texts.name), (Tier::Synonym, &texts.synonym)];
            for (tier, whole) in
                wholes.into_iter().flat_map(|(tier, text)| text.split_whitespace().map(move |whole| (tier, whole)))
            {
                if (number as usize) < catalogue.len() {
                    known.entry(whole.to_owned()).or_default().push((number, tier));
                    add_new(&mut called, whole);
                }
                add_new(&mut all, whole);
            }
            texts.word.split_whitespace().for_each(|word| add_new(&mut single, word));
            writer.add_document(fields.document(texts))?;
        }
        let index = writer.finalize()?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self {
            print,
            things: entries.iter().map(|entry| entry.thing.clone()).collect(),
            others: entries[..catalogue.len()].iter().map(|entry| others(register.catalogue(), &entry.thing)).collect(),
            catalogue,
            sentences,
            known,
            whole: [called, all].map(|words| Vocabulary::of(words.into_iter())),
            words: Vocabulary::of(single.into_iter()),
            sights: Sights::of(entries),
            places: Places::of(register.coalitions()),
            guesses,
            forms,
            fields,
            searcher: reader.searcher(),
        })
    }

    fn hits(&self, typed: &Typed, sought: &Sought<'_>, suggesting: bool) -> Vec<Hit> {
        let tiers: &[Tier] = if suggesting { &Tier::SUGGEST } else { &Tier::FIND };
        let limit = sought.limit.min(HITS_MAX);
        let here = typed.place.as_ref().or(sought.coalition);
        let sight = self.sights.of_viewer(sought.viewer);
        let forms = LazyCell::new(|| {
            let of = |phrase: &Phrase| phrase.words.iter().map(|word| self.forms.word(word)).collect();
            typed.phrases.iter().map(of).collect::<Vec<Vec<Word>>>()
        });
        let mut found = Taken::new(limit);
        for &tier in tiers {
            if tier.last_resort() && !found.rows.is_empty() {
                break;
            }
            if matches!(tier, Tier::Danger | Tier::Sentence) {
                if let Some(words) = forms.first() {
                    self.spoken_of(words, tier).into_iter().for_each(|number| found.take(number, tier, false));
                }
                continue;
            }
            for (at, phrase) in typed.phrases.iter().enumerate() {
                // What is of every coalition and comes first in the index, without asking the index.
                for &(number, _) in self.known.get(&phrase.squashed).into_iter().flatten().filter(|(_, how)| *how == tier) {
                    found.take(number, tier, false);
                }
                if found.full() {
                    break;
                }
                let wanted = match tier {
                    Tier::Name | Tier::Synonym | Tier::TypoWhole => self.matching_whole(phrase, tier),
                    Tier::Urgent => None,
                    _ => self.matching(&forms[at], tier, suggesting),
                };
                let Some(wanted) = wanted else { continue };
                // Words around what is looked for name no need and no kind.
                let from = if phrase.light && !tier.whole() && !suggesting { self.catalogue.len() as u32 } else { 0 };
                let believed = |number: u32| {
                    number >= from && !(tier == Tier::Name && matches!(self.things[number as usize], Thing::Position(_)))
                };
                for place in here.map(Some).into_iter().chain([None]) {
                    if !found.full() {
                        let elsewhere = here.is_some() && place.is_none();
                        self.read(&*wanted, &sight, place, |number| {
                            if believed(number) {
                                found.take(number, tier, elsewhere);
                            }
                            !found.all_full(elsewhere)
                        });
                    }
                }
            }
        }
        found.best(self.catalogue.len() as u32).into_iter().map(|found| self.hit(found)).collect()
    }

    /// The numbers in the catalogue of which a sentence speaks: by words of danger, or by any; needs before kinds, and a kind only where
    /// nothing else is said.
    fn spoken_of(&self, text: &[Word], tier: Tier) -> Vec<u32> {
        let spoken = self.sentences.spoken_of(text);
        if tier == Tier::Danger {
            return spoken.into_iter().filter(|it| it.urgent).map(|it| it.number).collect();
        }
        let telling = text.iter().filter(|word| !is_around(&word.text) && plain_negation(&word.text) != NEGATION).count();
        let is_need = |it: &Spoken| matches!(self.things[it.number as usize], Thing::Need(_));
        let (needs, kinds): (Vec<Spoken>, Vec<Spoken>) = spoken.into_iter().partition(is_need);
        let kinds = kinds.into_iter().filter(|it| it.words >= telling);
        needs.into_iter().chain(kinds).map(|it| it.number).collect()
    }

    fn hit(&self, (number, tier): (u32, Tier)) -> Hit {
        Hit { what: self.things[number as usize].clone(), how: tier.told(), score: tier.score() }
    }

    /// Gives what matches and may be seen, first of rank first, as long as more is wanted.
    fn read(&self, wanted: &dyn Query, sight: &Sight<'_>, place: Option<&CoalitionId>, mut more: impl FnMut(u32) -> bool) {
        let wanted = match place {
            Some(place) => {
                let there = self.fields.any(self.fields.at, [EVERYWHERE, place.as_str()].into_iter());
                Box::new(BooleanQuery::intersection(vec![wanted.box_clone(), there]))
            }
            None => wanted.box_clone(),
        };
        let scorers = wanted.weight(EnableScoring::disabled_from_searcher(&self.searcher)).and_then(|weight| {
            self.searcher.segment_readers().iter().map(|segment| weight.scorer(segment, 1.0)).collect::<tantivy::Result<Vec<_>>>()
        });
        for mut scorer in scorers.into_iter().flatten() {
            while scorer.doc() != TERMINATED {
                let number = scorer.doc();
                if sight.sees(number) && !more(number) {
                    return;
                }
                scorer.advance();
            }
        }
    }

    /// What may have been meant: what the words find in the catalogue one by one, then what looks much like one of them.
    fn guess(&self, typed: &Typed) -> Vec<Hit> {
        let Some(phrase) = typed.phrases.last().filter(|phrase| !phrase.light) else { return Vec::new() };
        let mut guesses: Vec<(u32, Tier)> = Vec::new();
        let sight = self.sights.of_viewer(&Viewer::of(Role::Visitor));
        let telling = phrase.words.iter().filter(|word| !is_around(word));
        for word in telling.clone() {
            let forms = [self.forms.word(word)];
            guesses.extend(self.sentences.spoken_of(&forms).into_iter().map(|it| (it.number, Tier::Sentence)));
            for tier in [Tier::Words, Tier::Prefix, Tier::Stem, Tier::Part, Tier::AnyPart] {
                let Some(wanted) = self.matching(&forms, tier, false) else { continue };
                // The catalogue comes first in the index, and everybody sees it.
                self.read(&*wanted, &sight, None, |number| {
                    guesses.extend(((number as usize) < self.catalogue.len()).then_some((number, tier)));
                    false
                });
            }
        }
        let nearest = telling.chain([&phrase.squashed]).flat_map(|text| self.guesses.nearest(text, GUESSES_MAX));
        guesses.extend(nearest.map(|number| (number, Tier::Typo)));
        let mut seen = HashSet::new();
        guesses.into_iter().filter(|(number, _)| seen.insert(*number)).take(GUESSES_MAX).map(|guess| self.hit(guess)).collect()
    }

    /// What is called by a phrase as a whole, or nearly so. `None`: nothing is.
    fn matching_whole(&self, phrase: &Phrase, tier: Tier) -> Option<Box<dyn Query>> {
        let fields = &self.fields;
        match tier {
            Tier::Name => Some(fields.term(fields.name, &phrase.squashed)),
            Tier::Synonym => Some(fields.term(fields.synonym, &phrase.squashed)),
            _ => {
                // Short words together make no long one in which a letter may be wrong.
                let (long, short): (Vec<_>, Vec<_>) = phrase.words.iter().partition(|word| may_hold_error(word));
                let near = |words: &'_ Vocabulary| -> Vec<String> {
                    let near = words.near(&phrase.squashed).into_iter();
                    near.filter(|text| short.iter().all(|word| text.contains(word.as_str()))).map(str::to_owned).collect()
                };
                let near = self.whole.iter().filter(|_| !long.is_empty()).map(near).find(|near| !near.is_empty())?;
                let each = near.iter().flat_map(|word| [fields.name, fields.synonym].map(|field| fields.term(field, word)));
                Some(either(each.collect()))
            }
        }
    }

    /// What matches all words at a tier. `None`: one of them matches nothing.
    fn matching(&self, words: &[Word], tier: Tier, suggesting: bool) -> Option<Box<dyn Query>> {
        let last = words.len().saturating_sub(1);
        let each = words.iter().enumerate().map(|(at, word)| self.matching_word(word, tier, at == last, suggesting));
        let mut each = each.collect::<Option<Vec<_>>>()?;
        if each.len() == 1 { each.pop() } else { Some(Box::new(BooleanQuery::intersection(each))) }
    }

    fn matching_word(&self, word: &Word, tier: Tier, last: bool, suggesting: bool) -> Option<Box<dyn Query>> {
        let fields = &self.fields;
        let words = |near: Vec<&str>| (!near.is_empty()).then(|| fields.any(fields.word, near.into_iter()));
        let begun = || self.begun(&word.text, suggesting);
        let stems = || Some(fields.any(fields.stem, word.stems.iter().map(String::as_str)));
        let parts = || word.parts.iter().map(String::as_str);
        let ways = match tier {
            Tier::Name | Tier::Urgent | Tier::Synonym | Tier::Danger | Tier::Words | Tier::Sentence | Tier::TypoWhole => {
                return self.words.holds(&word.text).then(|| fields.term(fields.word, &word.text));
            }
            Tier::Prefix => vec![begun()],
            Tier::Stem => vec![begun(), stems()],
            Tier::Part => vec![begun(), stems(), Some(fields.all(fields.part, parts()))],
            Tier::AnyPart => vec![begun(), stems(), Some(fields.any(fields.part, parts()))],
            Tier::Typo => vec![begun(), stems(), words(self.words.near(&word.text))],
            Tier::TypoPrefix if last => vec![begun(), words(self.words.near_begun(&word.text))],
            Tier::TypoPrefix => vec![begun(), words(self.words.near(&word.text))],
        };
        let ways: Vec<Box<dyn Query>> = ways.into_iter().flatten().collect();
        (!ways.is_empty()).then(|| either(ways))
    }

    /// Words that begin with these letters; a few letters are believed as a whole word only, but for who still types. `None`: no word
    /// does.
    fn begun(&self, letters: &str, suggesting: bool) -> Option<Box<dyn Query>> {
        let fields = &self.fields;
        if !suggesting && letters.chars().nth(BEGUN_CHARS_MIN - 1).is_none() {
            return self.words.holds(letters).then(|| fields.term(fields.word, letters));
        }
        match self.words.begun(letters, BEGUN_WORDS_MAX) {
            Some([]) => None,
            Some(words) => Some(fields.any(fields.word, words.iter().map(|word| &**word))),
            None if letters.chars().nth(PREFIX_CHARS_MAX).is_none() => Some(fields.term(fields.prefix, letters)),
            None => Some(Box::new(FuzzyTermQuery::new_prefix(Term::from_field_text(fields.word, letters), 0, false))),
        }
    }

    fn also(&self, hit: &Hit, typed: &Typed) -> Spellings {
        let Some(number) = self.things.iter().take(self.catalogue.len()).position(|thing| *thing == hit.what) else {
            return Spellings::default();
        };
        let typed = |word: &str| typed.phrases.iter().any(|phrase| phrase.squashed == squash(&fold(word)));
        let of = |words: &[String]| words.iter().filter(|word| !typed(word)).take(ALSO_MAX).cloned().collect();
        let Spellings { nl, en } = &self.others[number];
        Spellings { nl: of(nl), en: of(en) }
    }
}

/// What is found, up to a number of rows, and as many of another place.
struct Taken {
    limit: usize,
    /// Each with how, and whether it is of another place.
    rows: Vec<(u32, Tier, bool)>,
    /// Numbers of rows that are not of another place, and that are.
    count: [usize; 2],
}

impl Taken {
    fn new(limit: usize) -> Self {
        Self { limit, rows: Vec::new(), count: [0; 2] }
    }
    fn full(&self) -> bool {
        self.count[0] >= self.limit
    }
    fn all_full(&self, elsewhere: bool) -> bool {
        self.count[usize::from(elsewhere)] >= self.limit
    }
    fn take(&mut self, number: u32, tier: Tier, elsewhere: bool) {
        if !self.all_full(elsewhere) && !self.rows.iter().any(|(other, ..)| *other == number) {
            self.rows.push((number, tier, elsewhere));
            self.count[usize::from(elsewhere)] += 1;
        }
    }
    /// The best: what is of another place never before something of the catalogue, whose numbers come first.
    fn best(self, catalogue: u32) -> Vec<(u32, Tier)> {
        let last = self.rows.iter().rposition(|(number, ..)| *number < catalogue).map_or(0, |at| at + 1);
        let (before, after) = self.rows.split_at(last);
        let (there, here): (Vec<_>, Vec<_>) = before.iter().partition(|(.., elsewhere)| *elsewhere);
        here.into_iter().chain(there).chain(after).take(self.limit).map(|(number, tier, _)| (*number, *tier)).collect()
    }
}

struct Fields {
    name: Field,
    synonym: Field,
    word: Field,
    prefix: Field,
    stem: Field,
    part: Field,
    at: Field,
}

impl Fields {
    fn new() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let mut field = |name| {
            let indexing = TextFieldIndexing::default().set_tokenizer("whitespace").set_fieldnorms(false);
            let options = TextOptions::default().set_indexing_options(indexing.set_index_option(IndexRecordOption::Basic));
            schema.add_text_field(name, options)
        };
        let fields = Self {
            name: field("name"),
            synonym: field("synonym"),
            word: field("word"),
            prefix: field("prefix"),
            stem: field("stem"),
            part: field("part"),
            at: field("at"),
        };
        (schema.build(), fields)
    }

    fn document(&self, texts: Texts) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        let Texts { name, synonym, word, prefix, stem, part, at } = texts;
        document.add_text(self.name, name);
        document.add_text(self.synonym, synonym);
        document.add_text(self.word, word);
        document.add_text(self.prefix, prefix);
        document.add_text(self.stem, stem);
        document.add_text(self.part, part);
        document.add_text(self.at, at);
        document
    }

    fn term(&self, field: Field, text: &str) -> Box<dyn Query> {
        Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::Basic))
    }

    fn any<'a>(&self, field: Field, texts: impl Iterator<Item = &'a str>) -> Box<dyn Query> {
        either(texts.map(|text| self.term(field, text)).collect())
    }

    fn all<'a>(&self, field: Field, texts: impl Iterator<Item = &'a str>) -> Box<dyn Query> {
        Box::new(BooleanQuery::intersection(texts.map(|text| self.term(field, text)).collect()))
    }
}

/// The other words of a need or kind, in each language.
fn others(catalogue: &Catalogue, thing: &Thing) -> Spellings {
    let spellings = match thing {
        Thing::Need(code) => catalogue.need(code).map(|need| &need.synonyms),
        Thing::Kind(code) => catalogue.kind(code).map(|kind| &kind.synonyms),
        _ => None,
    };
    spellings.cloned().unwrap_or_default()
}

fn either(mut queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match queries.len() {
        1 => queries.remove(0),
        _ => Box::new(BooleanQuery::union(queries)),
    }
}

fn add_new(words: &mut HashSet<String>, word: &str) {
    if !words.contains(word) {
        words.insert(word.to_owned());
    }
}

/// The stems of a word in Dutch and in English.
fn stemmers() -> impl Fn(&str) -> Vec<String> + Send + Sync + 'static {
    let stemmer = |language| TextAnalyzer::builder(SimpleTokenizer::default()).filter(Stemmer::new(language)).build();
    let stemmers = [StemLanguage::Dutch, StemLanguage::English].map(stemmer);
    move |word| {
        let mut stems: Vec<String> = Vec::new();
        for stemmer in &stemmers {
            let mut stemmer = stemmer.clone();
            let mut tokens = stemmer.token_stream(word);
            while let Some(token) = tokens.next() {
                if !stems.contains(&token.text) {
                    stems.push(token.text.clone());
                }
            }
        }
        stems
    }
}

/// A short print of everything that can be found: equal for equal entries.
fn print(entries: &[Entry<'_>]) -> u64 {
    let mut hasher = DefaultHasher::new();
    entries.hash(&mut hasher);
    hasher.finish()
}
