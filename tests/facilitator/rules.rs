//! Rules that hold for the gaps of every coalition.

use super::*;
use kortelijnen::analysis::gaps::{Certainty, GapKind, Pile};
use std::collections::BTreeSet;

fn all() -> Vec<Gaps> {
    office().coalitions().iter().map(|row| gaps(row.id.as_str())).collect()
}

#[test]
fn the_piles_are_short_and_in_order() {
    for gaps in all() {
        let piles: Vec<Pile> = gaps.gaps.iter().map(|gap| gap.pile).collect();
        assert!(piles.is_sorted(), "{}", gaps.coalition);
        let size = |pile| piles.iter().filter(|&&it| it == pile).count();
        assert!(size(Pile::Do) <= 5 && size(Pile::Ask) <= 3 && size(Pile::Track) <= 2, "{}", gaps.coalition);
        assert!(gaps.gaps.iter().enumerate().all(|(place, gap)| gap.rank == place + 1));
    }
}

#[test]
fn every_gap_has_parties_evidence_and_words_in_both_languages() {
    for gap in all().iter().flat_map(|gaps| &gaps.gaps) {
        assert!(!gap.parties.is_empty() && !gap.evidence.is_empty(), "{}", gap.text.nl);
        for words in [&gap.text, &gap.rule, &gap.closes, &gap.kind_words, &gap.certainty_words, &gap.importance_words] {
            assert!(!words.nl.is_empty() && !words.en.is_empty() && words.nl != words.en, "{words:?}");
        }
    }
}

#[test]
fn what_nobody_was_asked_is_a_question_and_never_an_absence() {
    for gap in all().iter().flat_map(|gaps| &gaps.gaps).filter(|gap| gap.certainty == Certainty::Nobody) {
        assert!(!gap.text.nl.contains("geen lijn") || gap.text.nl.contains("bekend"), "{}", gap.text.nl);
    }
}

#[test]
fn no_cell_of_the_norm_gets_two_findings_and_ids_differ() {
    for gaps in all() {
        let ids: BTreeSet<&str> = gaps.gaps.iter().map(|gap| gap.id.as_str()).collect();
        assert_eq!(ids.len(), gaps.gaps.len(), "{}", gaps.coalition);
        let rows =
            gaps.gaps.iter().filter_map(|gap| gap.evidence.iter().rfind(|row| row.sort == "norm").map(|row| (gap, &row.text.nl)));
        let mut cells = BTreeSet::new();
        for (gap, row) in
            rows.filter(|(gap, _)| matches!(gap.kind, GapKind::MissingLine | GapKind::UnknownLine | GapKind::LongLine))
        {
            assert!(cells.insert(row), "{}: {}", gaps.coalition, gap.text.nl);
        }
    }
}

#[test]
fn forbidden_words_stand_nowhere() {
    for gap in all().iter().flat_map(|gaps| &gaps.gaps) {
        for word in ["zwak", "weak", "ontbreekt"] {
            assert!(!gap.text.nl.contains(word) && !gap.text.en.contains(word), "{}", gap.text.nl);
        }
    }
}

#[test]
fn the_same_question_twice_gives_the_same_answer() {
    assert_eq!(gaps("leiden"), gaps("leiden"));
}
