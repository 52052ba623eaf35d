//! Meetings, which need no network; the rest is tested through the register.

use super::{Gathering, gatherings};

fn held(pairs: &[(usize, usize)]) -> Vec<(usize, Vec<usize>, Vec<usize>)> {
    gatherings(pairs).into_iter().map(|Gathering { host, guests, introductions }| (host, guests, introductions)).collect()
}

#[test]
fn introductions_that_share_a_party_are_one_meeting() {
    assert_eq!(held(&[(1, 9), (2, 9), (3, 9)]), [(9, vec![1, 2, 3], vec![0, 1, 2])]);
    assert_eq!(held(&[(1, 2), (3, 4)]), [(1, vec![2], vec![0]), (3, vec![4], vec![1])]);
    assert_eq!(held(&[]), []);
}

#[test]
fn a_path_of_four_takes_two_meetings() {
    // 1–2–3–4: the middle introduction goes with one of its neighbours, never with both.
    let meetings = held(&[(1, 2), (2, 3), (3, 4)]);
    assert_eq!(meetings, [(2, vec![1, 3], vec![0, 1]), (3, vec![4], vec![2])]);
}
