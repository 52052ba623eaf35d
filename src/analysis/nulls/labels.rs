//! Labels permuted: the same network, with the groups dealt out anew.

use super::{Drawn, KeepGoing, Stream};

/// At most so many distinct labellings are gone through one by one; above it they are sampled.
pub const LABELLINGS_EXACT_MAX: u64 = 100_000;
/// How many labellings are sampled for one coalition, unless asked otherwise.
pub const LABEL_DRAWS: u32 = 10_000;
/// After so many labellings the caller is asked whether to go on.
const LABELLINGS_BETWEEN_QUESTIONS: u64 = 4_096;

/// Distinct labellings: in how many ways can these labels be dealt out over the nodes?
///
/// Gives: n! / Π n_g!, or `None` above `LABELLINGS_EXACT_MAX`. One way for no nodes.
/// Cost: O(n). Source: the multinomial coefficient. Checked: by hand.
pub fn labellings(labels: &[u8]) -> Option<u64> {
    let mut sizes = [0u64; 256];
    labels.iter().for_each(|&label| sizes[usize::from(label)] += 1);
    let (mut ways, mut placed) = (1u64, 0u64);
    for size in sizes {
        // After i steps: ways so far × C(placed + i, i), a whole number, that never falls.
        for i in 1..=size {
            placed += 1;
            ways = ways * placed / i;
            if ways > LABELLINGS_EXACT_MAX {
                return None;
            }
        }
    }
    Some(ways)
}

/// Labels permuted: visits the labellings that chance could give, each of them as likely.
///
/// Takes: a label for each node; how many to sample if there are too many for all; a seed.
/// Gives: every distinct labelling once, in order, if there are at most `LABELLINGS_EXACT_MAX`; else `draws` shuffles. Lines,
/// degrees and unknown pairs stay with the nodes, only the labels move. `None` if the caller stops it.
/// Undefined: never; no nodes have one labelling.
/// Cost: O(n) a labelling plus that of `visit`; nothing is allocated between labellings. Deterministic by the seed.
/// Source: P. Good, Permutation, Parametric and Bootstrap Tests of Hypotheses, 3rd ed., 2005, doi:10.1007/b138696.
/// Checked: counts by hand; the worked example's 6 930; the mean of E-I against (B − W)/(B + W).
pub fn each_labelling(
    labels: &[u8],
    draws: u32,
    seed: u64,
    keep_going: KeepGoing<'_>,
    mut visit: impl FnMut(&[u8]),
) -> Option<Drawn> {
    let all = labellings(labels);
    let wanted = all.unwrap_or(u64::from(draws));
    let mut dealt = labels.to_vec();
    let mut stream = Stream::new(seed);
    dealt.sort_unstable();
    for done in 0..wanted {
        if done % LABELLINGS_BETWEEN_QUESTIONS == 0 && !keep_going(done, wanted) {
            return None;
        }
        match all {
            Some(_) if done == 0 => {}
            Some(_) => next_in_order(&mut dealt),
            None => stream.shuffle(&mut dealt),
        }
        visit(&dealt);
    }
    keep_going(wanted, wanted).then_some(Drawn { draws: wanted, exact: all.is_some() })
}

/// The next distinct order of the labels, as in a dictionary; the last is followed by the first.
fn next_in_order(labels: &mut [u8]) {
    let Some(rise) = labels.windows(2).rposition(|two| two[0] < two[1]) else {
        return labels.reverse();
    };
    let swap = labels.iter().rposition(|&label| label > labels[rise]).unwrap_or(rise);
    labels.swap(rise, swap);
    labels[rise + 1..].reverse();
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails there")]
mod tests {
    use super::super::keep_going;
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_ways_are_counted() {
        assert_eq!(labellings(&[]), Some(1));
        assert_eq!(labellings(&[4, 4, 4]), Some(1));
        assert_eq!(labellings(&[0, 1, 2]), Some(6));
        assert_eq!(labellings(&[[0; 5].as_slice(), &[1; 4], &[2; 2]].concat()), Some(6_930));
        assert_eq!(labellings(&[[0; 9].as_slice(), &[1; 9]].concat()), Some(48_620));
        assert_eq!(labellings(&[[0; 10].as_slice(), &[1; 10]].concat()), None, "184 756");
        assert_eq!(labellings(&[0, 1, 2, 3, 4].repeat(2000)), None);
    }

    #[test]
    fn every_labelling_comes_once() {
        let labels = [2, 0, 1, 0, 2, 0];
        let mut seen = Vec::new();
        let drawn = each_labelling(&labels, 5, 0, &mut keep_going, |dealt| seen.push(dealt.to_vec())).unwrap();
        assert_eq!(drawn, Drawn { draws: 60, exact: true });
        assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), 60);
        assert!(seen.contains(&labels.to_vec()));
    }

    #[test]
    fn a_sample_follows_the_seed_and_keeps_the_sizes() {
        let labels = [0, 1, 2, 3].repeat(6);
        let sample = |seed| {
            let mut seen = Vec::new();
            let drawn = each_labelling(&labels, 50, seed, &mut keep_going, |dealt| seen.push(dealt.to_vec())).unwrap();
            assert_eq!(drawn, Drawn { draws: 50, exact: false });
            seen
        };
        assert_eq!(sample(3), sample(3));
        assert_ne!(sample(3), sample(4));
        for mut dealt in sample(3) {
            dealt.sort_unstable();
            assert!(dealt.chunks(6).zip(0u8..).all(|(chunk, label)| chunk == [label; 6]));
        }
    }

    #[test]
    fn whoever_waits_can_stop_it() {
        let labels = [0, 1].repeat(50);
        let mut visits = 0;
        let stopped = each_labelling(&labels, 50_000, 1, &mut |done, _| done == 0, |_| visits += 1);
        assert_eq!((stopped, visits), (None, LABELLINGS_BETWEEN_QUESTIONS));
    }
}
