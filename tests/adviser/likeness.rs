//! Who is like whom among the nine, why, and who cannot be compared.

use super::*;
use kortelijnen::desk::NEAR_MAX;
use std::collections::BTreeSet;

#[test]
fn likeness_is_told_with_its_reasons_and_on_how_much_it_rests() {
    let comparison = compare(&office(), &[]);
    let (likeness, coalitions) = (&comparison.likeness, &comparison.coalitions);
    assert_eq!(likeness.near.len(), coalitions.len());
    assert!(likeness.near.iter().any(|near| !near.is_empty()), "some of the nine can be compared");
    for (own, near) in coalitions.iter().zip(&likeness.near) {
        assert!(near.len() <= NEAR_MAX && near.iter().all(|it| it.coalition != own.id));
        assert!(near.windows(2).all(|it| it[0].distance <= it[1].distance), "nearest first");
        for it in near {
            assert!((0.0..=1.0).contains(&it.distance) && it.evidence >= 0.1, "{}", it.coalition);
            assert!(!it.reasons.is_empty() && it.reasons.len() <= 3);
            assert!(it.compared.nl.starts_with("Vergeleken op "), "{}", it.compared.nl);
            assert_eq!((it.mixing, it.portrait), (None, None), "of documents no lines are compared");
        }
    }
}

#[test]
fn leiden_and_zeist_share_too_little_to_be_compared() {
    // Two kinds are known in both: the municipality and midwives.
    let comparison = compare(&office(), &["leiden", "zeist"]);
    assert!(comparison.likeness.near.iter().all(Vec::is_empty));
    assert_eq!(comparison.likeness.tree, None);
    let left_out: Vec<&str> = comparison.likeness.left_out.iter().map(|it| it.as_str()).collect();
    assert_eq!(left_out, ["leiden", "zeist"]);
    assert!(
        comparison.likeness.words.nl.contains("Niet in de boom") && comparison.likeness.words.nl.ends_with("Leiden en Zeist.")
    );
}

#[test]
fn the_tree_holds_who_can_be_compared_and_is_the_same_in_any_order() {
    let comparison = compare(&office(), &[]);
    let tree = comparison.likeness.tree.as_ref().expect("a tree");
    let everybody: BTreeSet<_> = tree.order.iter().chain(&comparison.likeness.left_out).collect();
    assert_eq!(everybody.len(), comparison.coalitions.len());
    assert_eq!(tree.merges.len() + 1, tree.order.len());
    let count = comparison.coalitions.len();
    let mut used: Vec<usize> = tree.merges.iter().flat_map(|it| [it.left, it.right]).collect();
    used.sort_unstable();
    used.dedup();
    assert_eq!(used.len(), 2 * tree.merges.len(), "every branch joins once");
    for place in used.into_iter().filter(|&it| it < count) {
        assert!(tree.order.contains(&comparison.coalitions[place].id));
    }
    let mut turned: Vec<&str> = comparison.coalitions.iter().map(|it| it.id.as_str()).collect();
    turned.reverse();
    let again = compare(&office(), &turned);
    assert_eq!(again.likeness.tree.expect("a tree").order, tree.order);
    let heights = |of: &Comparison| of.likeness.tree.as_ref().map(|it| it.merges.iter().map(|it| it.height).collect::<Vec<_>>());
    assert_eq!(heights(&compare(&office(), &turned)), heights(&comparison));
}
