//! The tree of coalitions that are alike: who joins whom, and at which distance.

use super::Likenesses;
use kodama::{Method, linkage};

/// Two branches that join.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Merge {
    /// A branch: below the number of leaves a place in `LikenessTree::leaves`, else that number plus a place in `merges`.
    pub left: usize,
    /// The other, with the larger number.
    pub right: usize,
    /// Mean distance between the coalitions of the one and those of the other, 0 ..= 1.
    pub height: f64,
    /// Coalitions in both together.
    pub size: usize,
}

/// A tree over the coalitions of which every two can be compared.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LikenessTree {
    /// Coalitions in it, by place among those compared, in order.
    pub leaves: Vec<usize>,
    /// One less than leaves, lowest first.
    pub merges: Vec<Merge>,
    /// Places in `leaves` from top to bottom of a picture, so that no two branches cross.
    pub order: Vec<usize>,
    /// Coalitions left out, by place among those compared: with at least one other too little can be compared.
    pub left_out: Vec<usize>,
}

/// Likeness tree: which coalitions form groups that are alike?
///
/// Takes: every two coalitions compared.
/// Gives: average linkage (UPGMA): two branches join at the mean distance between their coalitions, numbered as SciPy's `linkage` does,
/// with the order of its `leaves_list`. Coalitions are left out, the one with most missing distances first (of several the last), until
/// every two that remain have one.
/// Undefined (no two coalitions can be compared): a tree without leaves.
/// Cost: O(n²). Deterministic; where several pairs are equally near, the places decide.
/// Source: R. Sokal & C. Michener, Univ. Kansas Sci. Bull. 38, 1409–1438, 1958; D. Müllner, arXiv:1109.2378, 2011.
/// Checked: closed forms; heights rise, sizes add up, every leaf once; data/oracles (SciPy).
pub fn likeness_tree(likenesses: &Likenesses) -> LikenessTree {
    let (leaves, left_out) = all_comparable(likenesses);
    if leaves.len() < 2 {
        return LikenessTree { left_out: (0..likenesses.count()).collect(), ..LikenessTree::default() };
    }
    let mut distances = Vec::with_capacity(leaves.len() * (leaves.len() - 1) / 2);
    for (place, &a) in leaves.iter().enumerate() {
        distances.extend(leaves[place + 1..].iter().map(|&b| distance(likenesses, a, b).unwrap_or(1.0)));
    }
    let found = linkage(&mut distances, leaves.len(), Method::Average);
    let merge = |step: &kodama::Step<f64>| Merge {
        left: step.cluster1,
        right: step.cluster2,
        // Means of means may pass the ends by a rounding error.
        height: step.dissimilarity.clamp(0.0, 1.0),
        size: step.size,
    };
    let merges: Vec<Merge> = found.steps().iter().map(merge).collect();
    let order = order(&merges, leaves.len());
    LikenessTree { leaves, merges, order, left_out }
}

fn distance(likenesses: &Likenesses, a: usize, b: usize) -> Option<f64> {
    likenesses.between(a, b).and_then(|it| it.distance)
}

/// Coalitions of which every two have a distance, and the others. Cost: O(n²).
fn all_comparable(likenesses: &Likenesses) -> (Vec<usize>, Vec<usize>) {
    let count = likenesses.count();
    let lacks = |a: usize, b: usize| a != b && distance(likenesses, a, b).is_none();
    let mut missing: Vec<usize> = (0..count).map(|a| (0..count).filter(|&b| lacks(a, b)).count()).collect();
    let mut stays = vec![true; count];
    while let Some(worst) = (0..count).filter(|&it| stays[it] && missing[it] > 0).max_by_key(|&it| (missing[it], it)) {
        stays[worst] = false;
        for other in (0..count).filter(|&other| lacks(worst, other)) {
            missing[other] -= usize::from(missing[other] > 0);
        }
    }
    (0..count).partition(|&it| stays[it])
}

/// Leaves as they stand below each other: the left branch of every join before its right one.
fn order(merges: &[Merge], leaves: usize) -> Vec<usize> {
    let (mut order, mut open) = (Vec::with_capacity(leaves), vec![leaves + merges.len() - 1]);
    while let Some(branch) = open.pop() {
        match branch.checked_sub(leaves) {
            None => order.push(branch),
            Some(place) => open.extend([merges[place].right, merges[place].left]),
        }
    }
    order
}
