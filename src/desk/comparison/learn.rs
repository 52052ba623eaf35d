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
use crate::network::LinkStatus;
use std::sync::Arc;

/// Most coalitions that are named for one thing to learn.
pub const LEARN_FROM_MAX: usize = 5;
/// Most things to learn in one comparison: the most important ones.
pub const LEARN_ROWS_MAX: usize = 200;
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
/// Cost: O(findings · pool).
pub fn learn_rows(
    asked: &[usize],
    pool: &[Teaches<'_>],
    catalogue: &Catalogue,
    apart: impl Fn(usize, usize) -> Option<f64>,
) -> Vec<LearnRow> {
    let mut lacks: Vec<(Importance, usize, usize, &Lack)> = Vec::new();
    for (turn, &place) in asked.iter().enumerate() {
        lacks.extend(pool[place].lessons.lacks.iter().map(|lack| (lack.importance, turn, place, lack)));
    }
    // Stable: the findings of one coalition stay in its own order.
    lacks.sort_by_key(|(importance, turn, ..)| (*importance, *turn));
    let mut rows: Vec<LearnRow> = Vec::new();
    for (_, _, place, lack) in lacks {
        if rows.len() == LEARN_ROWS_MAX {
            break;
        }
        let from = from(place, lack, pool, &apart);
        // Of one finding about many kinds or needs those stand apart that somebody can teach; the rest is one row.
        let told = |row: &LearnRow| row.coalition == *pool[place].coalition && row.gap.id == lack.id;
        if lack.grouped && from.is_empty() && rows.iter().any(told) {
            continue;
        }
        let nearest = if from.is_empty() { nearest(place, lack, pool, catalogue, &apart) } else { Vec::new() };
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

/// Who has it, who does it first, then most like first.
fn from(place: usize, lack: &Lack, pool: &[Teaches<'_>], apart: &impl Fn(usize, usize) -> Option<f64>) -> Vec<LearnFrom> {
    let mut found: Vec<(LearnStatus, f64, usize, &Lesson)> = Vec::new();
    for (other, it) in pool.iter().enumerate().filter(|&(other, _)| other != place) {
        if let Some(lesson) = it.lessons.has.get(&lack.topic) {
            found.push((lesson.status, apart(place, other).unwrap_or(f64::INFINITY), other, lesson));
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
    let rows = found.into_iter().take(LEARN_FROM_MAX);
    rows.map(|(_, distance, other, lesson)| row(&pool[other], lesson, distance)).collect()
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

/// What comes near where nobody has it: an idea of its own, and for a line another line across the sides of the same finders.
fn nearest(
    place: usize,
    lack: &Lack,
    pool: &[Teaches<'_>],
    catalogue: &Catalogue,
    apart: &impl Fn(usize, usize) -> Option<f64>,
) -> Vec<LearnFrom> {
    let own = pool[place].lessons.has.get(&lack.topic).filter(|lesson| lesson.status != LearnStatus::Does);
    let mut rows: Vec<LearnFrom> = own.map(|lesson| row(&pool[place], lesson, 0.0)).into_iter().collect();
    let Topic::Line(line) = lack.topic else { return rows };
    let line = &catalogue.norm.lines[line];
    let mut found: Vec<(Nearness, f64, usize, &Lesson)> = Vec::new();
    for (other, it) in pool.iter().enumerate() {
        for across in &it.lessons.across {
            let rank = near(across, line, catalogue);
            found.extend(rank.map(|rank| (rank, apart(place, other).unwrap_or(f64::INFINITY), other, &across.lesson)));
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
    for (_, distance, other, lesson) in found {
        if rows.len() < NEAREST_MAX && rows.iter().all(|seen| seen.coalition != *pool[other].coalition) {
            rows.push(row(&pool[other], lesson, if other == place { 0.0 } else { distance }));
        }
    }
    rows
}

/// Not through a kind that may be in between, not through a kind that joins others, who says so: the least is nearest.
type Nearness = (bool, bool, LinkStatus);

/// How near a line comes to a row of the norm, nearest first: it runs from the same finders to a partner in the domain of the helpers;
/// one through whom the row may run comes first, then any who joins others, then by who says so.
fn near(across: &LineAcross, line: &NormLine, catalogue: &Catalogue) -> Option<Nearness> {
    let domain = catalogue.kind(&line.helper)?.domain;
    let [a, b] = &across.ends;
    let (_, (kinds, _)) =
        [(a, b), (b, a)].into_iter().find(|((kinds, _), (_, of))| kinds.contains(&line.finder) && *of == Some(domain))?;
    let allowed = kinds.iter().any(|kind| line.bridges.contains(kind));
    let joins = kinds.iter().filter_map(|kind| catalogue.kind(kind)).any(|kind| kind.bridge);
    Some((!allowed, !joins, across.said))
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
