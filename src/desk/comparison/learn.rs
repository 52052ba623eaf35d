//! Learn from: for what one coalition lacks, which others have it, and how.
//!
//! Never: an order of coalitions by how much they have; a finding that is for its own parties only.

use super::answer::*;
use super::lessons::*;
use super::{ComparisonAsked, KeptProfile, KeptProfiles, likeness_rows};
use crate::analysis::gaps::Importance;
use crate::analysis::likeness::likeness_without_portrait;
use crate::desk::words::*;
use crate::desk::{DeskError, Office};
use crate::model::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Most coalitions that are named for one thing to learn.
pub const LEARN_FROM_MAX: usize = 5;
/// Most things to learn in one comparison: the most important ones.
pub const LEARN_ROWS_MAX: usize = 400;
/// Most coalitions that are looked through for who has it; where there are more, only those that are compared are.
pub const LEARN_POOL_MAX: usize = 400;
/// Most examples that come near where nobody has the thing itself.
const NEAREST_MAX: usize = 2;

impl Office<'_> {
    /// What each of the coalitions compared can learn, and from whom: all coalitions there are, not only those compared.
    ///
    /// Errors: the caller stopped it. Cost: a look-up a coalition where all is kept; else that of its profile; then that of `learn_rows`.
    pub(super) fn learned(
        &self,
        asked: &ComparisonAsked,
        kept: &KeptProfiles,
        compared: &[Arc<KeptProfile>],
    ) -> Result<Vec<LearnRow>, DeskError> {
        let mut pool: Vec<Arc<KeptProfile>> = compared.to_vec();
        let there = self.register.coalitions().map(|it| &it.id);
        let others: Vec<&CoalitionId> = there.filter(|&id| compared.iter().all(|it| it.column.head.id != *id)).collect();
        let all = (compared.len() + others.len()) as u64;
        if all as usize <= LEARN_POOL_MAX {
            for id in others {
                self.effort.step(pool.len() as u64, all)?;
                pool.push(kept.get(self, id, &asked.reading)?);
            }
        }
        // By id, so that of several who are as much like one the same comes first, whatever was asked.
        pool.sort_by(|a, b| a.column.head.id.cmp(&b.column.head.id));
        let place = |it: &Arc<KeptProfile>| pool.iter().position(|of| of.column.head.id == it.column.head.id);
        let places: Vec<usize> = compared.iter().filter_map(place).collect();
        let catalogue = self.register.catalogue();
        let weights = likeness_rows::weights(catalogue);
        let teaching: Vec<Teaches<'_>> =
            pool.iter().map(|it| Teaches { coalition: &it.column.head.id, lessons: &it.column.lessons }).collect();
        let features = |place: usize| &pool[place].column.alike;
        let apart = |a: usize, b: usize| likeness_without_portrait(features(a), features(b), &weights).distance;
        Ok(learn_rows(&places, &teaching, catalogue, apart))
    }
}

/// One coalition that others can learn from.
pub struct Teaches<'a> {
    /// Slug.
    pub coalition: &'a CoalitionId,
    /// What it has and lacks.
    pub lessons: &'a Lessons,
}

/// What each of the coalitions asked can learn, and from whom.
///
/// Takes: the coalitions that are compared, as places in the pool; every coalition that may teach, in a fixed order; how far two of
/// the pool are apart (`None`: too little can be compared).
/// Gives: the most important findings first, then in the order asked, then as each list of findings has them. Of those who have the thing,
/// who does it stands before who plans it and who wishes it, and of these who is most like first; who cannot be compared comes last.
/// Where nobody has it, that is said, with what comes near: an idea of the coalition's own, or a line of the same finders elsewhere.
/// Cost: O(findings · pool), and a look-up in each of the pool for every thing that is lacking.
pub fn learn_rows<'a>(
    asked: &[usize],
    pool: &'a [Teaches<'a>],
    catalogue: &Catalogue,
    apart: impl Fn(usize, usize) -> Option<f64>,
) -> Vec<LearnRow> {
    let mut lacks: Vec<(Importance, usize, usize, &'a Lack)> = Vec::new();
    for (turn, &place) in asked.iter().enumerate() {
        lacks.extend(pool[place].lessons.lacks.iter().map(|lack| (lack.importance, turn, place, lack)));
    }
    // Stable: the findings of one coalition stay in its own order.
    lacks.sort_by_key(|(importance, turn, ..)| (*importance, *turn));
    let mut lookup = Lookup { pool, apart, having: BTreeMap::new(), distances: BTreeMap::new() };
    let mut rows: Vec<LearnRow> = Vec::new();
    let each = (LEARN_ROWS_MAX / asked.len().max(1)).max(1);
    let mut told: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, _, place, lack) in lacks {
        // Of each coalition as many, so that none goes without.
        let told_of = told.entry(place).or_insert(0_usize);
        if *told_of == each {
            continue;
        }
        let from = lookup.from(place, lack);
        // Of one finding about many kinds or needs those stand apart that somebody can teach; the rest is one row.
        let same = |row: &LearnRow| row.coalition == *pool[place].coalition && row.gap.id == lack.id;
        if lack.grouped && from.is_empty() && rows.iter().any(same) {
            continue;
        }
        *told_of += 1;
        let nearest = if from.is_empty() { lookup.nearest(place, lack) } else { Vec::new() };
        rows.push(LearnRow {
            coalition: pool[place].coalition.clone(),
            gap: LearnGap {
                id: lack.id.clone(),
                kind: lack.kind.to_owned(),
                words: topic(&lack.topic, catalogue),
                sentence: lack.sentence.clone(),
                importance: lack.importance,
            },
            none: from.is_empty().then(|| nobody(&lack.topic, pool.len())),
            from,
            nearest,
        });
    }
    rows
}

/// The pool, with what was looked up in it so far.
struct Lookup<'a, F> {
    pool: &'a [Teaches<'a>],
    apart: F,
    /// Who has a thing, by place.
    having: BTreeMap<&'a Topic, Vec<(usize, &'a Lesson)>>,
    /// How far each of the pool is from one of it; infinite where too little can be compared.
    distances: BTreeMap<usize, Vec<f64>>,
}

impl<'a, F: Fn(usize, usize) -> Option<f64>> Lookup<'a, F> {
    fn distances(&mut self, place: usize) -> &[f64] {
        let (pool, apart) = (self.pool, &self.apart);
        let all = || (0..pool.len()).map(|other| apart(place, other).unwrap_or(f64::INFINITY)).collect();
        self.distances.entry(place).or_insert_with(all)
    }

    fn having(&mut self, topic: &'a Topic) -> &[(usize, &'a Lesson)] {
        let pool = self.pool;
        let all = || pool.iter().enumerate().filter_map(|(place, it)| Some((place, it.lessons.has.get(topic)?))).collect();
        self.having.entry(topic).or_insert_with(all)
    }

    /// Who has it, who does it first, then most like first.
    fn from(&mut self, place: usize, lack: &'a Lack) -> Vec<LearnFrom> {
        let having = self.having(&lack.topic).to_vec();
        let distances = self.distances(place);
        let others = having.into_iter().filter(|(other, _)| *other != place);
        let found: Vec<_> = others.map(|(other, lesson)| ((lesson.status, distances[other], other), lesson)).collect();
        let rows = first_few(found, LEARN_FROM_MAX).into_iter();
        rows.map(|((_, distance, other), lesson)| row(&self.pool[other], lesson, distance)).collect()
    }

    /// What comes near where nobody has it: an idea of its own, and for a line another line across the sides of the same finders, one a
    /// coalition.
    fn nearest(&mut self, place: usize, lack: &Lack) -> Vec<LearnFrom> {
        let pool = self.pool;
        let own = pool[place].lessons.has.get(&lack.topic).filter(|lesson| lesson.status != LearnStatus::Does);
        let mut rows: Vec<LearnFrom> = own.map(|lesson| row(&pool[place], lesson, 0.0)).into_iter().collect();
        let Topic::Line(line) = lack.topic else { return rows };
        let others = pool.iter().enumerate().filter(|(other, _)| *other != place || rows.is_empty());
        let near: Vec<_> = others.filter_map(|(other, it)| Some((other, it.lessons.near.get(&line)?))).collect();
        let distances = self.distances(place);
        let found: Vec<_> =
            near.into_iter().map(|(other, near)| ((near.nearness, distances[other], other), &*near.lesson)).collect();
        for ((_, distance, other), lesson) in first_few(found, NEAREST_MAX - rows.len()) {
            rows.push(row(&pool[other], lesson, if other == place { 0.0 } else { distance }));
        }
        rows
    }
}

/// What a coalition is ordered by: how good an example it is, how far away, its place.
type Rank<T> = (T, f64, usize);

/// The first few in order.
fn first_few<'l, T: Ord>(mut found: Vec<(Rank<T>, &'l Lesson)>, few: usize) -> Vec<(Rank<T>, &'l Lesson)> {
    type Ranked<'l, T> = (Rank<T>, &'l Lesson);
    let order = |(a, _): &Ranked<'l, T>, (b, _): &Ranked<'l, T>| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2));
    if few < found.len() {
        found.select_nth_unstable_by(few, order);
        found.truncate(few);
    }
    found.sort_unstable_by(order);
    found
}

fn row(of: &Teaches<'_>, lesson: &Lesson, distance: f64) -> LearnFrom {
    LearnFrom {
        coalition: of.coalition.clone(),
        what: lesson.what.clone(),
        status: lesson.status,
        distance: Some(distance).filter(|it| it.is_finite()),
        how: lesson.how.clone(),
    }
}

/// What there is to learn, in a few words.
fn topic(topic: &Topic, catalogue: &Catalogue) -> Words {
    let kind = |code: &KindCode| catalogue.kind(code);
    let people =
        |code: &KindCode, language| kind(code).map_or_else(|| code.to_string(), |it| it.people.in_language(language).to_owned());
    both(|language| match (topic, language) {
        (Topic::Line(row), Language::Nl) => {
            let line = &catalogue.norm.lines[*row];
            format!("Lijn tussen {} en {}", people(&line.finder, language), people(&line.helper, language))
        }
        (Topic::Line(row), Language::En) => {
            let line = &catalogue.norm.lines[*row];
            format!("Line between {} and {}", people(&line.finder, language), people(&line.helper, language))
        }
        (Topic::Kind(code), _) => {
            let name = kind(code).map_or_else(|| code.to_string(), |it| lower_first(it.name.in_language(language)));
            format!("{}: {name}", pick(language, "Partner", "Partner"))
        }
        (Topic::Desk(code), Language::Nl) => format!("Vaste contactpersoon bij {}", people(code, language)),
        (Topic::Desk(code), Language::En) => format!("Fixed contact person: {}", people(code, language)),
        (Topic::Need(code), _) => {
            let need = catalogue.need(code).map_or_else(|| code.to_string(), |it| lower_first(it.name.in_language(language)));
            format!("{} {need}", pick(language, "Hulp bij", "Help with"))
        }
        (Topic::Practice, _) => {
            pick(language, "Lijnen op de werkvloer tussen de twee kanten", "Lines in practice between the two sides").to_owned()
        }
        (Topic::Agreement, _) => pick(language, "Afspraak op bestuursniveau", "Agreement at board level").to_owned(),
        (Topic::CaseLead, _) => {
            pick(language, "Wie de regie heeft bij een gezin", "Who has the lead in the case of a family").to_owned()
        }
    })
}

/// "Geen van de negen noemt deze lijn."
fn nobody(topic: &Topic, pool: usize) -> Words {
    both(|language| {
        let of = match (pool, language) {
            (0 | 1, Language::Nl) => "Geen andere coalitie".to_owned(),
            (0 | 1, Language::En) => "No other coalition".to_owned(),
            (_, Language::Nl) => format!("Geen van de {}", number(pool, language)),
            (_, Language::En) => format!("None of the {}", number(pool, language)),
        };
        let has = match topic {
            Topic::Line(_) => pick(language, "noemt deze lijn", "names this line"),
            Topic::Kind(_) => pick(language, "noemt deze partner als deelnemer", "names this partner as taking part"),
            Topic::Desk(_) => pick(language, "noemt hiervoor een vaste contactpersoon", "names a fixed contact person for this"),
            Topic::Need(_) => pick(language, "noemt wie hierbij helpt", "names who helps with this"),
            Topic::Practice => pick(language, "noemt zo'n lijn", "names such a line"),
            Topic::Agreement => pick(language, "noemt een afspraak op bestuursniveau", "names an agreement at board level"),
            Topic::CaseLead => pick(language, "noemt wie de regie heeft", "names who has the lead"),
        };
        format!("{of} {has}.")
    })
}
