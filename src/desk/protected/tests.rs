//! Held against a solver that enumerates every table that fits what is told.

use super::*;
use crate::model::Role;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Largest number that the solver tries behind "not shown": above every number of the tables, so that the real one is among them.
const TRIED_MAX: usize = 14;

/// What somebody who reads a mark may think the number is.
fn thinks(shown: Shown, min: usize, zero: Zero) -> Vec<usize> {
    match shown {
        Shown::Exact(number) => vec![number],
        Shown::FewerThan(limit) => {
            assert_eq!(limit, min);
            (usize::from(zero == Zero::Harmless && min != 2)..min).collect()
        }
        Shown::Withheld => (min..=TRIED_MAX).collect(),
    }
}

/// Every number that each cell, row sum, column sum and the sum of all can be, over all tables that fit; by brute force.
fn possible(told: &Protected, counts: &Counts, min: usize) -> Vec<BTreeSet<usize>> {
    let nothing_told = told.cells.iter().flatten().all(|it| *it == Shown::Withheld);
    let choices: Vec<Vec<usize>> = told
        .cells
        .iter()
        .flatten()
        .map(|&it| if nothing_told { (0..=TRIED_MAX).collect() } else { thinks(it, min, counts.zero) })
        .collect();
    let (rows, columns) = (told.cells.len(), told.cells[0].len());
    let fits = |shown: Shown, sum: usize| match shown {
        Shown::Exact(number) => number == sum,
        Shown::FewerThan(_) => thinks(shown, min, counts.zero).contains(&sum),
        Shown::Withheld => nothing_told || sum >= min,
    };
    let mut found = vec![BTreeSet::new(); rows * columns + told.row_sums.len() + told.column_sums.len() + 1];
    let mut table = vec![0; rows * columns];
    enumerate(&choices, 0, &mut table, &mut |table| {
        let row = |row: usize| table[row * columns..(row + 1) * columns].iter().sum::<usize>();
        let column = |column: usize| (0..rows).map(|row| table[row * columns + column]).sum::<usize>();
        let sums: Vec<(Shown, usize)> = told
            .row_sums
            .iter()
            .enumerate()
            .map(|(i, &it)| (it, row(i)))
            .chain(told.column_sums.iter().enumerate().map(|(i, &it)| (it, column(i))))
            .chain(told.all.map(|it| (it, table.iter().sum())))
            .collect();
        if sums.iter().all(|&(shown, sum)| fits(shown, sum)) {
            let numbers = table.iter().copied().chain(sums.iter().map(|(_, sum)| *sum));
            numbers.zip(&mut found).for_each(|(number, found)| {
                found.insert(number);
            });
        }
    });
    found
}

fn enumerate(choices: &[Vec<usize>], place: usize, table: &mut Vec<usize>, each: &mut impl FnMut(&[usize])) {
    if place == choices.len() {
        return each(table);
    }
    for &number in &choices[place] {
        table[place] = number;
        enumerate(choices, place + 1, table, each);
    }
}

fn marks(told: &Protected) -> Vec<Shown> {
    told.cells.iter().flatten().chain(&told.row_sums).chain(&told.column_sums).chain(&told.all).copied().collect()
}

/// The numbers behind the marks, in the order of `marks`.
fn numbers(counts: &Counts) -> Vec<usize> {
    let columns = counts.cells[0].len();
    let rows = counts.cells.iter().map(|row| row.iter().sum()).filter(|_| counts.row_sums);
    let down = (0..columns).map(|column| counts.cells.iter().map(|row| row[column]).sum()).filter(|_| counts.column_sums);
    let all = (counts.row_sums && counts.column_sums).then(|| counts.cells.iter().flatten().sum());
    counts.cells.iter().flatten().copied().chain(rows).chain(down).chain(all).collect()
}

fn holds(counts: &Counts, min: usize) {
    let told = protect(counts, min);
    let found = possible(&told, counts, min);
    for ((shown, number), possible) in marks(&told).into_iter().zip(numbers(counts)).zip(&found) {
        match shown {
            Shown::Exact(told) => {
                assert_eq!(told, number, "{counts:?}");
                let small = number < min && (number > 0 || counts.zero == Zero::Telling || min == 2);
                assert!(!small, "{number} is told of {counts:?}");
            }
            Shown::FewerThan(limit) => assert!(number < limit && possible.len() >= 2, "{number} of {counts:?}: {told:?}"),
            Shown::Withheld => assert!(possible.len() >= 2, "{number} of {counts:?}: {told:?} {possible:?}"),
        }
    }
}

fn tables() -> impl Strategy<Value = (Counts, usize)> {
    let shape = prop_oneof![Just((1, 1)), Just((1, 2)), Just((1, 4)), Just((2, 2)), Just((2, 3)), Just((3, 2)), Just((4, 1))];
    let zero = prop_oneof![Just(Zero::Harmless), Just(Zero::Telling)];
    (shape, any::<bool>(), any::<bool>(), zero, 2usize..=5).prop_flat_map(
        |((rows, columns), row_sums, column_sums, zero, min)| {
            // Half of the numbers lie below the limit or just above it, where it is hard.
            let number = prop_oneof![3 => 0..=min + 1, 1 => 0..=12usize];
            let cells = prop::collection::vec(prop::collection::vec(number, columns), rows);
            cells.prop_map(move |cells| (Counts { cells, row_sums, column_sums, zero }, min))
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn behind_every_mark_are_two_numbers_at_least((counts, min) in tables()) {
        holds(&counts, min);
    }
}

fn row(cells: &[usize]) -> Counts {
    Counts { cells: vec![cells.to_vec()], row_sums: true, column_sums: false, zero: Zero::Harmless }
}

#[test]
fn a_small_number_takes_another_with_it_where_the_sum_stands_there() {
    use Shown::{Exact, FewerThan, Withheld};
    let told = protect(&row(&[3, 7, 12]), 5);
    assert_eq!((&told.cells[0][..], &told.row_sums[..]), (&[FewerThan(5), Withheld, Exact(12)][..], &[Exact(22)][..]));
    // Two small ones hide each other, unless the sum says what both are.
    assert_eq!(protect(&row(&[3, 2, 9]), 5).cells[0], [FewerThan(5), FewerThan(5), Exact(9)]);
    let both = protect(&row(&[4, 4]), 5);
    assert_eq!((&both.cells[0][..], &both.row_sums[..]), (&[FewerThan(5); 2][..], &[Withheld][..]));
    // A 0 is told, and is no help.
    let zero = protect(&row(&[3, 0, 6]), 5);
    assert_eq!((&zero.cells[0][..], zero.row_sums[0]), (&[FewerThan(5), Exact(0), Withheld][..], Exact(9)));
    for (cells, min) in [(&[4usize, 4][..], 5usize), (&[1, 1, 1, 1, 1], 5), (&[1, 1], 2), (&[0, 1], 2), (&[5, 1], 5), (&[1], 2)] {
        holds(&row(cells), min);
    }
}

#[test]
fn without_a_limit_everything_is_told() {
    for min in [0, 1] {
        let told = protect(&row(&[0, 1, 2]), min);
        assert!(marks(&told).iter().all(|it| it.exact().is_some()), "{told:?}");
    }
}

#[test]
fn a_large_table_is_done_at_once() {
    let cells = (0..40).map(|row| (0..12).map(|column| (row * 7 + column * 5) % 11).collect()).collect();
    let counts = Counts { cells, row_sums: true, column_sums: true, zero: Zero::Harmless };
    let told = protect(&counts, 5);
    for (shown, number) in marks(&told).into_iter().zip(numbers(&counts)) {
        assert!(shown.exact().is_none_or(|told| told == number && (number == 0 || number >= 5)));
    }
}

#[test]
fn who_is_of_the_coalition_is_told_everything_and_nobody_else() {
    let leiden = CoalitionId::new("leiden").expect("a slug");
    let delft = CoalitionId::new("delft").expect("a slug");
    let small = |viewer: &Viewer, coalition: &CoalitionId| {
        Protection::of(viewer, coalition, SMALL_CELL_MIN).people(2, Zero::Harmless) == Shown::FewerThan(5)
    };
    for role in [Role::Professional, Role::Facilitator] {
        let viewer = Viewer::within(role, [leiden.clone()]);
        assert!(!small(&viewer, &leiden) && small(&viewer, &delft), "{role:?}");
    }
    assert!(!small(&Viewer::of(Role::Administrator), &leiden));
    assert!(small(&Viewer::of(Role::Adviser), &leiden) && small(&Viewer::of(Role::Visitor), &leiden));
}

#[test]
fn bounds_go_with_the_value_and_chosen_sides_give_no_number_of_people() {
    let delft = CoalitionId::new("delft").expect("a slug");
    let adviser = Protection::of(&Viewer::of(Role::Adviser), &delft, SMALL_CELL_MIN);
    let measure = |value: f64| Measure { value: Some(value), low: Some(value), high: Some(9.0), ..Measure::default() };
    let (told, instead) = adviser.measure("carriers", measure(2.0));
    assert_eq!((told.value, told.low, told.high, told.reason), (None, None, None, Some(Reason::FewPeople)));
    assert_eq!(instead.map(|it| it.nl), Some("minder dan 5".to_owned()));
    assert_eq!(adviser.measure("carriers", measure(6.0)), (measure(6.0), None));
    assert_eq!(adviser.measure("carriers", measure(0.0)), (measure(0.0), None));
    assert_eq!(adviser.measure("members", measure(2.0)), (measure(2.0), None), "organisations are no people");
    assert_eq!(adviser.measure("personDependence", measure(1.0)).0.value, None);
    let supposing = Reading::default().supposing(vec![crate::network::Supposed::Introduced {
        a: crate::model::OrganisationId::from_key("a"),
        b: crate::model::OrganisationId::from_key("b"),
    }]);
    assert_eq!(adviser.asked(&supposing).people(50, Zero::Harmless), Shown::Withheld);
    assert_eq!(adviser.asked(&Reading::default()).people(50, Zero::Harmless), Shown::Exact(50));
    assert_eq!(adviser.asked(&supposing).measure("carriers", measure(50.0)).0.value, None);
}
