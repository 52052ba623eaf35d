//! Which pairs can be introduced: those that a row of the norm is about, directly or through a bridge.

use crate::analysis::gaps::together;
use crate::model::Level;
use crate::network::{LinkStatus, Network, PairState, Rule};
use std::collections::BTreeSet;

/// What is known of a pair that has no known line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// Somebody says that there is none, or an end or its kind that it is hard to find; or a complete list does not name it.
    Absent,
    /// Nobody was asked: ask first whether they know each other.
    Silent,
}

/// A pair that can be introduced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// Place of one end; the smaller.
    pub a: usize,
    /// Place of the other end.
    pub b: usize,
    /// What is known of it.
    pub known: Known,
    /// A line is planned or wished.
    pub planned: bool,
}

/// Candidates: which pairs does a row of the norm want, and does nobody say that they have a line?
///
/// Takes: the organisation view at practice level; members that are near.
/// Gives: finder–helper, finder–bridge and bridge–helper pairs of every practice row, each once, by place; never a pair of which
/// somebody says that it has a line (a line that only one side tells needs to be confirmed, not introduced), nor one inside a
/// group that works together.
/// Undefined: never. Cost: O(rows · members²) at worst.
/// Source: the norm of the catalogue. Checked: small coalitions by hand.
pub fn candidates(network: &Network) -> Vec<Candidate> {
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for line in network.catalogue.norm.lines.iter().filter(|line| line.level == Level::Practice) {
        let finders: Vec<usize> = network.of_kind(&line.finder).collect();
        let helpers: Vec<usize> = network.of_kind(&line.helper).collect();
        if finders.is_empty() || helpers.is_empty() {
            continue;
        }
        let bridges: BTreeSet<usize> = line.bridges.iter().flat_map(|kind| network.of_kind(kind).collect::<Vec<_>>()).collect();
        let helping = finders.iter().flat_map(|&finder| helpers.iter().map(move |&helper| (finder, helper)));
        let in_two = bridges.iter().flat_map(|&bridge| finders.iter().chain(&helpers).map(move |&end| (bridge, end)));
        pairs.extend(helping.chain(in_two).filter(|(a, b)| a != b).map(|(a, b)| (a.min(b), a.max(b))));
    }
    pairs.into_iter().filter_map(|(a, b)| candidate(network, a, b)).collect()
}

fn candidate(network: &Network, a: usize, b: usize) -> Option<Candidate> {
    let status = network.link(a, b, Level::Practice).map(|link| link.status);
    if status.is_some_and(LinkStatus::present) || together(network, a, b) {
        return None;
    }
    let absent = network.hard_to_find(a, b).next().is_some() || network.state(a, b, Rule::Any) == PairState::Absent;
    let planned = matches!(status, Some(LinkStatus::Planned | LinkStatus::Wished));
    Some(Candidate { a, b, known: if absent { Known::Absent } else { Known::Silent }, planned })
}
