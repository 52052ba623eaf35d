//! Can coalitions be put in order on a measure? Only where every one of them is known to lie apart from every other.
//!
//! Never: an order. It says whether one could be made, and that more is not better.

use super::answer::*;
use super::kept::KeptProfile;
use super::picture_words::sentence;
use crate::desk::words::*;
use crate::model::*;
use std::sync::Arc;

/// Takes the measure in words, its cells, of which of them the bounds are not known, and the coalitions.
pub fn rankable(measure: &Words, cells: &[MeasureCell], inexact: &[bool], found: &[Arc<KeptProfile>]) -> Rankable {
    let intervals: Vec<[f64; 2]> = cells.iter().filter_map(interval).collect();
    let absent = cells.len() - intervals.len();
    let no = |why: Words| Rankable { yes: false, words: cannot(measure, cells.len(), &why) };
    if cells.len() < 2 {
        return Rankable { yes: false, words: words("Eén coalitie heeft geen volgorde.", "One coalition has no order.") };
    }
    if absent > 0 {
        return no(both(|language| match language {
            Language::Nl => format!("voor {} ontbreekt dit getal", number(absent, language)),
            Language::En => format!("for {} this number is not there", number(absent, language)),
        }));
    }
    if inexact.contains(&true) {
        return no(not_asked(found).unwrap_or_else(|| {
            words(
                "van een deel van de paren is niet bekend of er een lijn is",
                "of some pairs it is not known whether there is a line",
            )
        }));
    }
    if overlap(&intervals) {
        return no(not_asked(found).unwrap_or_else(|| {
            words("de grenzen overlappen, of getallen zijn gelijk", "the bounds overlap, or numbers are equal")
        }));
    }
    Rankable {
        yes: true,
        words: words(
            "De grenzen overlappen niet: deze coalities verschillen hierin. Meer is daarmee niet beter.",
            "The bounds do not overlap: these coalitions differ in this. More is not better for that.",
        ),
    }
}

/// "U kunt deze drie niet op volgorde zetten naar ‘dichtheid’: de meeste paren zijn niet gevraagd."
pub fn cannot(measure: &Words, coalitions: usize, why: &Words) -> Words {
    both(|language| {
        let (these, on) = (these(coalitions, language), lower_first(measure.in_language(language)));
        match language {
            Language::Nl => format!("U kunt {these} niet op volgorde zetten naar ‘{on}’: {}.", why.nl),
            Language::En => format!("{} cannot be put in order by ‘{on}’: {}.", sentence(&these), why.en),
        }
    })
}

fn these(coalitions: usize, language: Language) -> String {
    format!("{} {}", pick(language, "deze", "these"), number(coalitions, language))
}

/// That most pairs between the sides were not asked about, where that is so.
pub fn not_asked(found: &[Arc<KeptProfile>]) -> Option<Words> {
    let pairs = || found.iter().map(|it| it.column.facts.pairs);
    let all: usize = pairs().map(|it| it.present + it.absent + it.unknown).sum();
    let unknown: usize = pairs().map(|it| it.unknown).sum();
    (2 * unknown > all).then(|| words("de meeste paren zijn niet gevraagd", "most pairs were not asked about"))
}

/// From the least to the most that a number can be; without bounds it is known exactly.
fn interval(cell: &MeasureCell) -> Option<[f64; 2]> {
    let value = cell.value?;
    // Carriers without an upper bound can be any number more.
    let high = if cell.low.is_some() && cell.high.is_none() { f64::INFINITY } else { cell.high.unwrap_or(value) };
    Some([cell.low.unwrap_or(value), high])
}

/// Do any two intervals share a number?
fn overlap(intervals: &[[f64; 2]]) -> bool {
    let mut sorted = intervals.to_vec();
    sorted.sort_by(|a, b| a[0].total_cmp(&b[0]));
    sorted.windows(2).any(|pair| pair[1][0] <= pair[0][1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_overlap_when_they_share_a_number() {
        assert!(!overlap(&[[0.0, 0.1], [0.2, 0.3]]));
        assert!(overlap(&[[0.2, 0.3], [0.0, 0.2]]), "at an end");
        assert!(overlap(&[[0.0, 1.0], [0.4, 0.5]]), "one inside another");
        assert!(overlap(&[[0.5, 0.5], [0.5, 0.5]]), "equal numbers");
        assert!(!overlap(&[[0.5, 0.5]]) && !overlap(&[]));
    }

    #[test]
    fn a_number_without_an_upper_bound_overlaps_with_all_that_is_more() {
        let cell = |value: f64, low, high| MeasureCell { value: Some(value), low, high, ..MeasureCell::default() };
        assert_eq!(interval(&cell(2.0, Some(2.0), None)), Some([2.0, f64::INFINITY]));
        assert_eq!(interval(&cell(2.0, None, None)), Some([2.0, 2.0]));
        assert_eq!(interval(&MeasureCell::default()), None);
    }
}
