//! Plans on generated coalitions of two domains: what always holds, and what they gain beside common neighbours and chance.

use super::{plan, *};
use kortelijnen::analysis::introductions::*;
use kortelijnen::desk::Office;
use kortelijnen::network::Supposed;
use std::collections::BTreeSet;

/// New lines in a plan of this test.
const LINES: usize = 5;
/// Kinds of the two domains and of who connects them, as they sit in coalitions.
const KINDS: [&str; 12] = [
    "verloskundigenpraktijk",
    "kraamzorg",
    "gynaecologie",
    "huisarts",
    "wijkteam",
    "schuldhulpverlening",
    "welzijn",
    "woningcorporatie",
    "maatschappelijk-werk",
    "home-start",
    "jgz",
    "cjg",
];
/// How many of `KINDS` are medical, and social.
const MEDICAL: usize = 4;
const SOCIAL: usize = 6;
/// Chance of a line inside a domain, and to another, in thousandths.
const INSIDE: u64 = 350;
const OUTSIDE: u64 = 60;

/// SplitMix64: small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % below
    }
}

/// A coalition of so many partners in which people know their own domain and hardly the other; everybody was asked.
fn generated(partners: usize, seed: u64) -> (Made, Vec<String>) {
    let mut dice = Dice(seed);
    let domain = |kind: usize| {
        if kind < MEDICAL {
            0
        } else if kind < MEDICAL + SOCIAL {
            1
        } else {
            2
        }
    };
    let kinds: Vec<usize> =
        (0..partners).map(|at| if at < KINDS.len() { at } else { dice.roll(KINDS.len() as u64) as usize }).collect();
    let keys: Vec<String> = kinds.iter().enumerate().map(|(at, kind)| format!("{}{at}", KINDS[*kind])).collect();
    let mut made = Made::with(&keys.iter().map(String::as_str).collect::<Vec<_>>());
    for a in 0..partners {
        for b in a + 1..partners {
            let chance = if domain(kinds[a]) == domain(kinds[b]) { INSIDE } else { OUTSIDE };
            if dice.roll(1000) < chance {
                made.line(&keys[a], &keys[b]).line(&keys[b], &keys[a]);
            }
        }
    }
    made.coverage(CoverageScope::Lines, None, None);
    (made, keys)
}

fn linked(network: &Network, a: usize, b: usize) -> bool {
    network.link(a, b, Level::Practice).is_some()
}

/// Value gained by drawing lines one after the other.
fn gained(network: &Network, pairs: &[(usize, usize)]) -> f64 {
    let mut board = Board::of(network);
    let before = board.value();
    pairs.iter().for_each(|&(a, b)| board.add(a, b));
    board.value() - before
}

fn absent_pairs(network: &Network) -> Vec<(usize, usize)> {
    let members = network.members.len();
    (0..members).flat_map(|a| (a + 1..members).map(move |b| (a, b))).filter(|&(a, b)| !linked(network, a, b)).collect()
}

/// The pairs with most common neighbours, as link prediction proposes them.
fn common_neighbours(network: &Network) -> Vec<(usize, usize)> {
    let shared =
        |a: usize, b: usize| (0..network.members.len()).filter(|&c| linked(network, a, c) && linked(network, b, c)).count();
    let mut pairs = absent_pairs(network);
    pairs.sort_by_key(|&(a, b)| std::cmp::Reverse(shared(a, b)));
    pairs.truncate(LINES);
    pairs
}

fn by_chance(mut pairs: Vec<(usize, usize)>, dice: &mut Dice) -> Vec<(usize, usize)> {
    let mut chosen = Vec::new();
    while chosen.len() < LINES && !pairs.is_empty() {
        let at = dice.roll(pairs.len() as u64) as usize;
        chosen.push(pairs.swap_remove(at));
    }
    chosen
}

#[test]
fn a_plan_gains_more_a_line_than_common_neighbours_or_chance() {
    let (mut ours, mut shared, mut chance, mut wanted, mut lines) = (0.0, 0.0, 0.0, 0.0, 0);
    for partners in [20, 40, 60] {
        for seed in 1..=5 {
            let network = generated(partners, seed).0.network();
            let plan = plan(&network, &PlanLimits { lines_max: LINES, ..PlanLimits::default() });
            assert_eq!(plan.introductions.len(), LINES);
            let (gain, common) = (plan.after.value - plan.before.value, gained(&network, &common_neighbours(&network)));
            assert!(gain > common, "{partners} partners, seed {seed}: {gain} and {common}");
            let mut dice = Dice(seed);
            ours += gain;
            shared += common;
            chance += gained(&network, &by_chance(absent_pairs(&network), &mut dice));
            // Chance among the pairs that the norm is about: the choice itself is worth something too.
            let of_norm = candidates(&network).iter().map(|it| (it.a, it.b)).collect();
            wanted += gained(&network, &by_chance(of_norm, &mut dice));
            lines += LINES;
        }
    }
    let a_line = |gain: f64| gain / lines as f64;
    assert!(a_line(ours) > 2.0 * a_line(wanted), "{} and {}", a_line(ours), a_line(wanted));
    assert!(
        a_line(wanted) > a_line(shared).max(a_line(chance)),
        "{} and {} and {}",
        a_line(wanted),
        a_line(shared),
        a_line(chance)
    );
}

#[test]
fn what_always_holds_of_a_plan() {
    for (partners, seed) in [(20, 7), (33, 8), (60, 9)] {
        let (made, _) = generated(partners, seed);
        let network = made.network();
        for limits in [
            PlanLimits { lines_max: 12, ..PlanLimits::default() },
            PlanLimits { lines_max: 8, lines_party_max: 1, introductions_introducer_max: 1 },
        ] {
            let plan = plan(&network, &limits);
            let (mut seen, mut value) = (BTreeSet::new(), plan.before.value);
            let (mut new, mut asked) = (vec![0; partners], vec![0; partners]);
            for it in &plan.introductions {
                assert!(!linked(&network, it.a, it.b), "nobody meets whom they know");
                assert!(seen.insert((it.a.min(it.b), it.a.max(it.b))), "nobody meets twice");
                assert!(it.before.value == value && it.after.value > value, "every introduction gains something");
                value = it.after.value;
                [it.a, it.b].into_iter().for_each(|end| new[end] += 1);
                it.introducers.first().into_iter().for_each(|it| asked[it.member] += 1);
                for introducer in &it.introducers {
                    assert!(linked(&network, introducer.member, it.a) && linked(&network, introducer.member, it.b));
                }
            }
            assert!(plan.introductions.len() <= limits.lines_max);
            assert!(new.iter().all(|&lines| lines <= limits.lines_party_max));
            assert!(asked.iter().all(|&times| times <= limits.introductions_introducer_max));
            assert!(value <= plan.value_most && value == plan.after.value);
        }
    }
}

#[test]
fn a_plan_that_happened_has_the_value_that_was_told() {
    let (made, _) = generated(30, 11);
    let network = made.network();
    let plan = plan(&network, &PlanLimits::default());
    let office = Office::new(&made.register, DAY);
    let mut view = View::of(DAY);
    for it in &plan.introductions {
        let [a, b] = [it.a, it.b].map(|place| network.members[place].id());
        view.supposed.push(Supposed::Introduced { a, b });
        let then = freeze(&made.register, &coalition(), DAY, &view).expect("there");
        assert_eq!(Board::of(&then).value(), it.after.value, "frozen anew");
        let measured =
            office.structure("proef", kortelijnen::desk::Reading::default().supposing(view.supposed.clone())).expect("there");
        let (told, is) = (it.after.cross_efficiency, measured.measures["crossEfficiency"].value);
        assert!((told.expect("two sides") - is.expect("two sides")).abs() < 1e-12);
        assert_eq!(Across::near(&then).short().0, it.after.short);
    }
}

#[test]
fn a_trial_of_one_line_is_a_walk_over_the_new_network() {
    let network = generated(24, 3).0.network();
    let across = Across::counted(&network);
    let before = across.efficiency().expect("two sides");
    for it in candidates(&network) {
        let mut then = Across::counted(&network);
        then.add(it.a, it.b);
        let walked = then.efficiency().expect("two sides") - before;
        assert!((across.gain(it.a, it.b).expect("small") - walked).abs() < 1e-12, "{}–{}", it.a, it.b);
    }
}
