//! Networks of which the answer can be seen.

use super::*;

#[test]
fn on_a_path_one_person_is_enough_and_who_stands_in_between_goes_first() {
    let path = named(5, &[(0, 1), (1, 2), (2, 3), (3, 4)], &[0], &[4]);
    let found = carriers(&path).unwrap();
    assert_eq!((found.low, found.high, found.cap), (1, Some(1), 1));
    assert_eq!(found.cut, [1], "of neither side, lowest number");
    assert_eq!(found.in_some_cut, [0, 1, 2, 3, 4]);
}

#[test]
fn in_a_star_it_is_the_middle() {
    let star = named(7, &[(0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (0, 6)], &[1, 2, 3], &[4, 5, 6]);
    let found = carriers(&star).unwrap();
    assert_eq!((found.low, found.cap), (1, 3));
    assert_eq!((found.cut, found.in_some_cut), (vec![0], vec![0]));
}

#[test]
fn two_cliques_hold_together_by_their_bridge() {
    let clique = |from: u32| (from..from + 4).flat_map(move |a| (a + 1..from + 4).map(move |b| (a, b)));
    let mut pairs: Vec<(u32, u32)> = clique(0).chain(clique(4)).collect();
    pairs.push((3, 4));
    let found = carriers(&named(8, &pairs, &[0, 1, 2, 3], &[4, 5, 6, 7])).unwrap();
    assert_eq!((found.low, found.cap), (1, 4));
    assert_eq!((found.cut, found.in_some_cut), (vec![3], vec![3, 4]));
}

#[test]
fn everybody_who_knows_everybody_across_is_the_cap() {
    let pairs: Vec<(u32, u32)> = (0..3).flat_map(|a| (3..8).map(move |b| (a, b))).collect();
    let found = carriers(&named(8, &pairs, &[0, 1, 2], &[3, 4, 5, 6, 7])).unwrap();
    assert_eq!((found.low, found.cap), (3, 3));
    assert_eq!((found.cut, found.in_some_cut), (vec![0, 1, 2], vec![0, 1, 2]));
}

#[test]
fn without_a_known_line_it_is_nought_and_without_a_side_it_is_nothing() {
    let found = carriers(&named(4, &[(0, 1), (2, 3)], &[0, 1], &[2, 3])).unwrap();
    assert_eq!((found.low, found.high, found.cut.len()), (0, Some(0), 0));
    assert_eq!(carriers(&named(4, &[(0, 1)], &[0, 1], &[])), None);
    assert_eq!(carriers(&named(0, &[], &[], &[])), None);
}

#[test]
fn a_person_on_both_sides_counts_one() {
    let found = carriers(&named(3, &[(0, 1), (1, 2)], &[0, 1], &[1, 2])).unwrap();
    assert_eq!((found.low, found.cut), (1, vec![1]), "0 to 1, and 1 to 2, both run through 1");
    let alone = carriers(&named(1, &[], &[0], &[0])).unwrap();
    assert_eq!((alone.low, alone.cap, alone.cut), (1, 1, vec![0]));
}

#[test]
fn somebody_is_one_person_at_the_least_and_stays_at_the_most() {
    // 0 and 1 on the one side, 4 and 5 on the other; 2 and 3 in between.
    let pairs = [(0, 2), (1, 2), (2, 4), (2, 5), (1, 3), (3, 4)];
    let plain = named(6, &pairs, &[0, 1], &[4, 5]);
    assert_eq!(carriers(&plain).unwrap().cut, [2, 3]);
    let found = carriers(&with_anonymous(plain.clone(), &[2])).unwrap();
    assert_eq!((found.low, found.high), (2, Some(2)));
    assert!(!found.cut.contains(&2), "a smallest set of named people: {:?}", found.cut);
    let star = with_anonymous(named(5, &[(0, 1), (0, 2), (0, 3), (0, 4)], &[1, 2], &[3, 4]), &[0]);
    let found = carriers(&star).unwrap();
    assert_eq!((found.low, found.high, found.cut), (1, Some(2), vec![0]));
}

#[test]
fn no_number_of_named_people_cuts_a_way_over_somebodies_only() {
    let path = with_anonymous(named(3, &[(0, 1), (1, 2)], &[0], &[2]), &[0, 1, 2]);
    let found = carriers(&path).unwrap();
    assert_eq!((found.low, found.high), (1, None));
}

#[test]
fn in_the_worked_example_one_partner_carries_all() {
    // GEM WIJ SCH WEL, VK1 VK2 KRZ ZKH HA, JGZ GGD; every organisation taken as one person.
    let pairs = [
        (0, 1),
        (0, 2),
        (0, 3),
        (0, 10),
        (0, 9),
        (1, 2),
        (1, 3),
        (1, 9),
        (4, 5),
        (4, 6),
        (4, 7),
        (5, 6),
        (5, 7),
        (7, 8),
        (9, 10),
        (9, 4),
        (6, 9),
    ];
    let found = carriers(&named(11, &pairs, &[4, 5, 6, 7, 8], &[0, 1, 2, 3])).unwrap();
    assert_eq!((found.low, found.cap), (1, 4));
    assert_eq!((found.cut, found.in_some_cut), (vec![9], vec![9]));
}
