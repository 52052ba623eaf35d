//! Meetings: introductions that share a party are held together, in one hour.

/// A meeting: one party with the others it is introduced to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathering {
    /// Place of the party that all introductions share; of a meeting of two the first.
    pub host: usize,
    /// Places of the others, in order of the introductions.
    pub guests: Vec<usize>,
    /// Which introductions, in order.
    pub introductions: Vec<usize>,
}

/// Gatherings: how few meetings do these introductions take, with one party that all share in each?
///
/// Takes: pairs of places, in order. Gives: every pair in exactly one meeting; first the party that most of the rest share, ties
/// by the earliest introduction; in order of the first introduction.
/// Undefined: never; no pairs, no meetings. Cost: O(pairs²). Deterministic.
/// Source: greedy cover of the pairs by stars. Checked: stars, paths and separate pairs.
pub fn gatherings(pairs: &[(usize, usize)]) -> Vec<Gathering> {
    let mut left: Vec<usize> = (0..pairs.len()).collect();
    let mut found = Vec::new();
    let shares = |party: usize, pair: usize| pairs[pair].0 == party || pairs[pair].1 == party;
    while !left.is_empty() {
        let parties = left.iter().flat_map(|&pair| [pairs[pair].0, pairs[pair].1]);
        let size = |party: usize| left.iter().filter(|&&pair| shares(party, pair)).count();
        // Of equal parties the first is kept: that of the earliest introduction, its first end before its second.
        let host = parties.fold(None, |best: Option<usize>, party| match best {
            Some(best) if size(best) >= size(party) => Some(best),
            _ => Some(party),
        });
        let Some(host) = host else { break };
        let (held, rest): (Vec<usize>, Vec<usize>) = left.into_iter().partition(|&pair| shares(host, pair));
        let guest = |&pair: &usize| if pairs[pair].0 == host { pairs[pair].1 } else { pairs[pair].0 };
        found.push(Gathering { host, guests: held.iter().map(guest).collect(), introductions: held });
        left = rest;
    }
    found.sort_by_key(|it| it.introductions.first().copied());
    found
}
