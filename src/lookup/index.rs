//! The index behind the search box: what is meant by what somebody typed?
//!
//! Why: people type what they call it: an abbreviation, half a word, a compound, with an error in it, in Dutch or English.
//! One segment in memory holds everything in order of rank, so that the first matches are the best and reading can stop.
//! Never: finds what the viewer may not see; who may find a thing is a clause of every query.

use super::asked::{Asked, Phrase, Places};
use super::compounds::Compounds;
use super::entries::{Entry, entries};
use super::fold::{first_letters, fold, squash, words, words_and_joined};
use super::guesses::Guesses;
use super::known::Seen;
use crate::model::*;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use tantivy::directory::RamDirectory;
use tantivy::query::{BooleanQuery, EnableScoring, FuzzyTermQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Language as StemLanguage, SimpleTokenizer, Stemmer, TextAnalyzer, TokenStream};
use tantivy::{DocSet, ReloadPolicy, Searcher, SingleSegmentIndexWriter, TERMINATED, TantivyDocument, Term};
use time::Date;

/// Most hits of one search.
pub const HITS_MAX: usize = 100;
/// Guesses for a word that nothing is called.
pub const GUESSES_MAX: usize = 2;
/// Other words of the catalogue that are told as searched too.
pub const ALSO_MAX: usize = 3;
/// Memory that the writer starts with, in bytes; it takes more when it must.
const ARENA_BYTES: usize = 64 << 20;
/// Beginnings of words up to this many letters stand in the index; longer ones are looked up among the words.
const PREFIX_CHARS_MAX: usize = 8;
/// Shortest word in which one letter may be wrong, and in which two may; and the longest in which any may. In letters.
const TYPO_CHARS: [usize; 3] = [4, 8, 40];
/// The place of what belongs to every coalition; no slug can be it.
const EVERYWHERE: &str = "*";
/// Who may find a thing, beside the slugs of coalitions.
const EVERYONE: &str = "*";
const EVERY_COALITION: &str = "+";

/// What can be found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A need.
    Need(NeedCode),
    /// A kind of partner.
    Kind(KindCode),
    /// An organisation.
    Organisation(OrganisationId),
    /// A contact point.
    Desk(ContactPointId),
    /// A person.
    Person(PersonId),
    /// A position; seen where its person is.
    Position(PositionId),
    /// A coalition, by its name or a municipality.
    Place(CoalitionId),
}

/// How it was found, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Match {
    /// By its whole name.
    Exact,
    /// By another word for it.
    Synonym,
    /// By words of it, or their beginnings.
    Prefix,
    /// By another form of its words.
    Stem,
    /// By a part of a compound, or by what it belongs to.
    Part,
    /// By a word with an error in it.
    Typo,
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// What.
    pub what: Thing,
    /// How.
    pub how: Match,
    /// How well the text fits the name, from 1 down to 0; says nothing about the thing itself.
    pub score: f32,
}

/// For whom, and where.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    /// Who looks.
    pub viewer: &'a Viewer,
    /// The coalition whose things come first.
    pub coalition: Option<&'a CoalitionId>,
    /// Most hits.
    pub limit: usize,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// Best first.
    pub hits: Vec<Hit>,
    /// Where nothing was found: what may have been meant.
    pub guesses: Vec<Hit>,
    /// Other words for the best hit, which lead to it too.
    pub also: Vec<String>,
    /// The place that the text names beside what is looked for ("schuldhulp zeist"): its things come first.
    pub place: Option<CoalitionId>,
}

/// Everything that can be found in a register on a day. Copying is cheap.
#[derive(Clone)]
pub struct Index(Arc<Inner>);

struct Inner {
    sequence: u64,
    today: Date,
    print: u64,
    things: Vec<Thing>,
    /// Words of the needs and kinds, which come first among the things.
    catalogue: Vec<Vec<String>>,
    places: Places,
    guesses: Guesses,
    forms: Forms,
    fields: Fields,
    searcher: Searcher,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Index of {} things at {} on {}", self.0.things.len(), self.0.sequence, self.0.today)
    }
}

/// How near a text is to what it finds; `Match` tells it to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tier {
    Name,
    Synonym,
    Words,
    Prefix,
    Stem,
    Part,
    AnyPart,
    Typo,
    TypoPrefix,
}

impl Tier {
    const FIND: [Self; 8] =
        [Self::Name, Self::Synonym, Self::Words, Self::Prefix, Self::Stem, Self::Part, Self::Typo, Self::AnyPart];
    const SUGGEST: [Self; 7] = [Self::Name, Self::Synonym, Self::Words, Self::Prefix, Self::Stem, Self::Part, Self::TypoPrefix];

    fn told(self) -> Match {
        match self {
            Self::Name => Match::Exact,
            Self::Synonym => Match::Synonym,
            Self::Words | Self::Prefix => Match::Prefix,
            Self::Stem => Match::Stem,
            Self::Part | Self::AnyPart => Match::Part,
            Self::Typo | Self::TypoPrefix => Match::Typo,
        }
    }
    fn score(self) -> f32 {
        1.0 - self as u8 as f32 / 10.0
    }
    /// Is it tried only where nothing better was found?
    fn last_resort(self) -> bool {
        matches!(self, Self::AnyPart | Self::Typo | Self::TypoPrefix)
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
        Self::build(register, today, &entries, print)
            .unwrap_or_else(|error| unreachable!("an index in memory has no disk to fail on: {error}"))
    }

    /// The index of a later register or day. It is made anew only if something that can be found has changed: a claim changes
    /// nothing here. Cost: a fifth of `of` then.
    pub fn update(&self, register: &Register, today: Date) -> Self {
        if (self.0.sequence, self.0.today) == (register.sequence(), today) {
            return self.clone();
        }
        let entries = entries(register, today);
        let print = print(&entries);
        if print == self.0.print {
            return self.clone();
        }
        Self::build(register, today, &entries, print)
            .unwrap_or_else(|error| unreachable!("an index in memory has no disk to fail on: {error}"))
    }

    /// Number of things that somebody may find.
    pub fn len(&self) -> usize {
        self.0.things.len()
    }

    /// Is there nothing to find?
    pub fn is_empty(&self) -> bool {
        self.0.things.is_empty()
    }

    /// What is meant by a text?
    ///
    /// Takes: any text, of which the first `SEARCH_CHARS_MAX` characters count.
    /// Gives: hits by how they match, then needs, kinds and what is of the place or coalition, then the rest by noun and name.
    /// All words must match; where nothing does with an error of a letter or two either, guesses from the catalogue.
    /// Undefined: a text without letters and digits, or with a number that may be a client's, finds nothing.
    /// Cost: that of reading the first hits; words with errors read the list of words.
    pub fn find(&self, text: &str, sought: &Sought<'_>) -> Found {
        let asked = Asked::read(text, &self.0.places, sought.coalition);
        let hits = self.0.hits(&asked, sought, &Tier::FIND);
        let guesses = if hits.is_empty() { self.0.guess(&asked, sought) } else { Vec::new() };
        let also = hits.first().map_or_else(Vec::new, |hit| self.0.also(hit, &asked));
        Found { hits, guesses, also, place: asked.place }
    }

    /// What may somebody be typing? As `find`, where the last word may be half and hold an error, and without guesses.
    pub fn suggest(&self, text: &str, sought: &Sought<'_>) -> Vec<Hit> {
        let asked = Asked::read(text, &self.0.places, sought.coalition);
        self.0.hits(&asked, sought, &Tier::SUGGEST)
    }

    fn build(register: &Register, today: Date, entries: &[Entry<'_>], print: u64) -> tantivy::Result<Self> {
        let in_catalogue = entries.iter().take_while(|entry| matches!(entry.thing, Thing::Need(_) | Thing::Kind(_)));
        let catalogue: Vec<Vec<String>> = in_catalogue.map(|entry| words_of(entry).map(str::to_owned).collect()).collect();
        let folded = catalogue.iter().flatten().map(|text| fold(text)).collect::<Vec<_>>();
        let forms = Forms::of(Compounds::with(folded.iter().flat_map(|text| words(text)).map(str::to_owned)));
        let numbered = (0u32..).zip(&catalogue).flat_map(|(number, words)| words.iter().map(move |word| (number, word.as_str())));
        let guesses = Guesses::of(numbered);
        let (schema, fields) = Fields::new();
        let builder = tantivy::Index::builder().schema(schema);
        let mut writer: SingleSegmentIndexWriter = builder.single_segment_index_writer(RamDirectory::create(), ARENA_BYTES)?;
        let mut cache = HashMap::new();
        for entry in entries {
            writer.add_document(fields.document(entry, &forms, &mut cache))?;
        }
        let index = writer.finalize()?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self(Arc::new(Inner {
            sequence: register.sequence(),
            today,
            print,
            things: entries.iter().map(|entry| entry.thing.clone()).collect(),
            catalogue,
            places: Places::of(register.coalitions()),
            guesses,
            forms,
            fields,
            searcher: reader.searcher(),
        })))
    }
}

impl Inner {
    fn hits(&self, asked: &Asked, sought: &Sought<'_>, tiers: &[Tier]) -> Vec<Hit> {
        let limit = sought.limit.min(HITS_MAX);
        let here = asked.place.as_ref().or(sought.coalition);
        let phrases: Vec<(&Phrase, Vec<Word>)> = asked
            .phrases
            .iter()
            .map(|phrase| (phrase, phrase.words.iter().map(|word| self.forms.word(word)).collect()))
            .collect();
        let mut found: Vec<(u32, Tier)> = Vec::new();
        for &tier in tiers {
            if tier.last_resort() && !found.is_empty() {
                break;
            }
            for (phrase, words) in &phrases {
                let wanted = self.fields.matching(phrase, words, tier);
                for near in [true, false] {
                    let place = if near { here } else { None };
                    if found.len() < limit && (place.is_some() || !near) {
                        self.read(&*wanted, sought.viewer, place, limit, tier, &mut found);
                    }
                }
            }
        }
        let hit = |(number, tier): (u32, Tier)| Hit {
            what: self.things[number as usize].clone(),
            how: tier.told(),
            score: tier.score(),
        };
        found.into_iter().map(hit).collect()
    }

    /// Adds what matches, first of rank first, until there are enough.
    fn read(
        &self,
        wanted: &dyn Query,
        viewer: &Viewer,
        place: Option<&CoalitionId>,
        limit: usize,
        tier: Tier,
        found: &mut Vec<(u32, Tier)>,
    ) {
        let mut clauses = vec![(Occur::Must, wanted.box_clone())];
        clauses.extend(self.fields.seen_by(viewer).map(|seen| (Occur::Must, seen)));
        clauses
            .extend(place.map(|place| (Occur::Must, self.fields.any(self.fields.at, [EVERYWHERE, place.as_str()].into_iter()))));
        let scoring = EnableScoring::disabled_from_searcher(&self.searcher);
        let scorers = BooleanQuery::new(clauses).weight(scoring).and_then(|weight| {
            self.searcher.segment_readers().iter().map(|segment| weight.scorer(segment, 1.0)).collect::<tantivy::Result<Vec<_>>>()
        });
        for mut scorer in scorers.into_iter().flatten() {
            while found.len() < limit && scorer.doc() != TERMINATED {
                let number = scorer.doc();
                if !found.iter().any(|(other, _)| *other == number) {
                    found.push((number, tier));
                }
                scorer.advance();
            }
        }
    }

    /// What may have been meant: what one of the words finds in the catalogue, then what looks like them.
    fn guess(&self, asked: &Asked, sought: &Sought<'_>) -> Vec<Hit> {
        let Some(phrase) = asked.phrases.last() else { return Vec::new() };
        let limit = GUESSES_MAX.min(sought.limit);
        let mut numbers: Vec<(u32, Tier)> = Vec::new();
        for word in phrase.words.iter().filter(|_| phrase.words.len() > 1) {
            let one = Phrase { squashed: word.clone(), words: vec![word.clone()] };
            let words = [self.forms.word(word)];
            for tier in [Tier::Name, Tier::Synonym, Tier::Words, Tier::Stem, Tier::Part] {
                let mut more = Vec::new();
                self.read(&*self.fields.matching(&one, &words, tier), &Viewer::of(Role::Visitor), None, 1, tier, &mut more);
                numbers.extend(more.into_iter().filter(|(number, _)| (*number as usize) < self.catalogue.len()));
            }
        }
        let nearest = phrase.words.iter().chain([&phrase.squashed]).flat_map(|text| self.guesses.nearest(text, limit));
        numbers.extend(nearest.map(|number| (number, Tier::Typo)));
        let mut seen = Vec::new();
        numbers.retain(|(number, _)| {
            !seen.contains(number) && {
                seen.push(*number);
                true
            }
        });
        let hit = |(number, tier): (u32, Tier)| Hit {
            what: self.things[number as usize].clone(),
            how: tier.told(),
            score: tier.score(),
        };
        numbers.into_iter().take(limit).map(hit).collect()
    }

    fn also(&self, hit: &Hit, asked: &Asked) -> Vec<String> {
        let Some(number) = self.things.iter().take(self.catalogue.len()).position(|thing| *thing == hit.what) else {
            return Vec::new();
        };
        let typed = |word: &str| asked.phrases.iter().any(|phrase| phrase.squashed == squash(&fold(word)));
        // The first three are the names in both languages and the code, which is no word for people.
        self.catalogue[number].iter().skip(3).filter(|word| !typed(word)).take(ALSO_MAX).cloned().collect()
    }
}

/// A word that was typed, with its forms.
struct Word {
    text: String,
    stems: Vec<String>,
    /// Stems of the parts of a compound that say something; its own stem where it is none.
    parts: Vec<String>,
}

/// Other forms of a word.
struct Forms {
    compounds: Compounds,
    stemmers: [TextAnalyzer; 2],
}

impl Forms {
    fn of(compounds: Compounds) -> Self {
        let stemmer = |language| TextAnalyzer::builder(SimpleTokenizer::default()).filter(Stemmer::new(language)).build();
        Self { compounds, stemmers: [StemLanguage::Dutch, StemLanguage::English].map(stemmer) }
    }

    fn stems(&self, word: &str) -> Vec<String> {
        let mut stems: Vec<String> = Vec::new();
        for stemmer in &self.stemmers {
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

    fn word(&self, text: &str) -> Word {
        let stems = self.stems(text);
        let parts = self.compounds.parts(text);
        let heavy = parts.iter().any(|part| !part.light);
        let mut stemmed: Vec<String> = parts
            .iter()
            .filter(|part| !(heavy && part.light))
            .filter_map(|part| self.stems(part.word).into_iter().next())
            .collect();
        if stemmed.is_empty() {
            stemmed.extend(stems.first().cloned());
        }
        Word { text: text.to_owned(), stems, parts: stemmed }
    }

    /// The stems of all parts, light ones too, and of the word itself.
    fn parts(&self, word: &str) -> Vec<String> {
        let parts = self.compounds.parts(word);
        parts.iter().map(|part| part.word).chain([word]).filter_map(|part| self.stems(part).into_iter().next()).collect()
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
    seen: Field,
}

/// Stems and parts of words that were met before, each behind a space.
type Cache = HashMap<String, (String, String)>;

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
            seen: field("seen"),
        };
        (schema.build(), fields)
    }

    fn document(&self, entry: &Entry<'_>, forms: &Forms, cache: &mut Cache) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        let squashed =
            |texts: &mut dyn Iterator<Item = &str>| texts.map(|text| squash(&fold(text))).collect::<Vec<_>>().join(" ");
        document.add_text(self.name, squashed(&mut entry.names.iter().map(|name| &**name)));
        document.add_text(self.synonym, squashed(&mut entry.synonyms.iter().copied()));
        let own: Vec<String> = words_of(entry).flat_map(|text| words_and_joined(&fold(text))).collect();
        let mut prefixes = String::new();
        for word in &own {
            for letters in 1..=word.chars().count().min(PREFIX_CHARS_MAX) {
                prefixes.push_str(first_letters(word, letters));
                prefixes.push(' ');
            }
        }
        if entry.plain {
            let (mut stems, mut parts) = (String::new(), String::new());
            let mut add = |word: String, own: bool| {
                let (stem, part) =
                    cache.entry(word).or_insert_with_key(|word| (forms.stems(word).join(" "), forms.parts(word).join(" ")));
                if own {
                    stems.push_str(stem);
                    stems.push(' ');
                }
                parts.push_str(part);
                parts.push(' ');
            };
            own.iter().for_each(|word| add(word.clone(), true));
            entry.about.iter().flat_map(|text| words_and_joined(&fold(text))).for_each(|word| add(word, false));
            document.add_text(self.stem, stems);
            document.add_text(self.part, parts);
        }
        document.add_text(self.word, own.join(" "));
        document.add_text(self.prefix, prefixes);
        let everywhere = entry.everywhere.then_some(EVERYWHERE);
        document.add_text(self.at, entry.places.iter().map(CoalitionId::as_str).chain(everywhere).collect::<Vec<_>>().join(" "));
        document.add_text(
            self.seen,
            match &entry.seen {
                Seen::Everyone => EVERYONE.to_owned(),
                Seen::EveryCoalition => EVERY_COALITION.to_owned(),
                Seen::In(places) => places.iter().map(CoalitionId::as_str).collect::<Vec<_>>().join(" "),
            },
        );
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

    /// What a viewer may find; nothing for who may find all that is in the index.
    fn seen_by(&self, viewer: &Viewer) -> Option<Box<dyn Query>> {
        let coalitions = if viewer.role.in_coalition() { &viewer.coalitions[..] } else { &[] };
        let inside = viewer.role.in_coalition().then_some(EVERY_COALITION);
        let texts = coalitions.iter().map(CoalitionId::as_str).chain([EVERYONE]).chain(inside);
        (viewer.role != Role::Administrator).then(|| self.any(self.seen, texts))
    }

    /// What matches a phrase at a tier.
    fn matching(&self, phrase: &Phrase, words: &[Word], tier: Tier) -> Box<dyn Query> {
        match tier {
            Tier::Name => self.term(self.name, &phrase.squashed),
            Tier::Synonym => self.term(self.synonym, &phrase.squashed),
            _ => {
                let last = words.len().saturating_sub(1);
                let each = words.iter().enumerate().map(|(at, word)| self.word(word, tier, at == last));
                Box::new(BooleanQuery::intersection(each.collect()))
            }
        }
    }

    fn word(&self, word: &Word, tier: Tier, last: bool) -> Box<dyn Query> {
        let whole = || self.term(self.word, &word.text);
        let begun = || self.begun(&word.text);
        let stems = || self.any(self.stem, word.stems.iter().map(String::as_str));
        let parts = || word.parts.iter().map(String::as_str);
        match tier {
            Tier::Name | Tier::Synonym | Tier::Words => whole(),
            Tier::Prefix => begun(),
            Tier::Stem => either(vec![begun(), stems()]),
            Tier::Part => either(vec![begun(), stems(), self.all(self.part, parts())]),
            Tier::AnyPart => either(vec![begun(), stems(), self.any(self.part, parts())]),
            Tier::Typo => either([Some(begun()), self.nearly(&word.text, false)].into_iter().flatten().collect()),
            Tier::TypoPrefix => either([Some(begun()), self.nearly(&word.text, last)].into_iter().flatten().collect()),
        }
    }

    /// Words that begin with these letters.
    fn begun(&self, letters: &str) -> Box<dyn Query> {
        if letters.chars().nth(PREFIX_CHARS_MAX).is_none() {
            return self.term(self.prefix, letters);
        }
        Box::new(FuzzyTermQuery::new_prefix(Term::from_field_text(self.word, letters), 0, false))
    }

    /// Words that differ by a letter or two, or begin so. `None`: the word is too short or too long for an error.
    fn nearly(&self, text: &str, begun: bool) -> Option<Box<dyn Query>> {
        let letters = text.chars().count();
        let [one, two, most] = TYPO_CHARS;
        let errors = u8::from(letters >= one) + u8::from(letters >= two);
        let term = Term::from_field_text(self.word, text);
        let make = if begun { FuzzyTermQuery::new_prefix } else { FuzzyTermQuery::new };
        (errors > 0 && letters <= most).then(|| Box::new(make(term, errors, true)) as Box<dyn Query>)
    }
}

fn either(mut queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match queries.len() {
        1 => queries.remove(0),
        _ => Box::new(BooleanQuery::union(queries)),
    }
}

/// The names of a thing, then the other words for it.
fn words_of<'a>(entry: &'a Entry<'_>) -> impl Iterator<Item = &'a str> {
    entry.names.iter().map(|name| &**name).chain(entry.synonyms.iter().copied())
}

/// A short print of everything that can be found: equal for equal entries.
fn print(entries: &[Entry<'_>]) -> u64 {
    let mut hasher = DefaultHasher::new();
    entries.hash(&mut hasher);
    hasher.finish()
}
