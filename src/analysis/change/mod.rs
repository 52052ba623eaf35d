//! Change: what is different between one coalition on two days, and how much stayed.
//!
//! Why: the report, the page, the map of two days and the timeline must tell the same lines as new, lost or stronger.
//! Never: says when or why something changed, or what a change is worth. What has no known beginning counts on both days.

mod initiatives;
mod lines;
mod partners;
mod stability;
#[cfg(test)]
mod tests;

pub use initiatives::{InitiativeChange, InitiativeTurn, initiative_changes};
pub use lines::{LineChange, Turn, Turns, changes};
pub use partners::{PartnerChange, PartnerTurn, partner_changes};
pub use stability::{Overlap, Stability, stability};

use crate::model::OrganisationId;
use std::cmp::Ordering;

/// Meets two sorted lists in one pass: gives each key with its item in the first and in the second list.
///
/// Takes: lists sorted by `key`, no key twice. Cost: O(both lengths).
fn merged<'a, T, K: Ord + Copy>(
    before: &'a [T],
    after: &'a [T],
    key: impl Fn(&T) -> K + 'a,
) -> impl Iterator<Item = (K, Option<&'a T>, Option<&'a T>)> {
    let (mut left, mut right) = (before, after);
    std::iter::from_fn(move || {
        let order = match (left.first(), right.first()) {
            (None, None) => return None,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(a), Some(b)) => key(a).cmp(&key(b)),
        };
        let take = |from: &mut &'a [T]| {
            let (first, rest) = from.split_first()?;
            *from = rest;
            Some(first)
        };
        let a = (order != Ordering::Greater).then(|| take(&mut left)).flatten();
        let b = (order != Ordering::Less).then(|| take(&mut right)).flatten();
        let first = a.or(b)?;
        Some((key(first), a, b))
    })
}

/// Two organisations, the smaller id first: the name of a line on every day.
fn sorted(ends: [OrganisationId; 2]) -> [OrganisationId; 2] {
    let [a, b] = ends;
    if a <= b { [a, b] } else { [b, a] }
}
