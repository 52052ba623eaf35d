//! An adviser compares coalitions: profiles are there at once, chance comes afterwards and stays, and a measure stands against size.

use kortelijnen::analysis::measures::Null;
use kortelijnen::desk::Reading;
use kortelijnen::desk::*;
use kortelijnen::exchange::{plain, shipped};
use kortelijnen::model::*;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use time::Date;
use time::macros::date;

const TODAY: Date = date!(2026 - 11 - 22);
/// Few draws, for speed.
const FEW: Keeping = Keeping { entries_max: 100, bytes_max: 10_000_000, draws: 60, seed: 1 };
/// Longest time to wait for a thread that works in the background.
const PATIENCE: Duration = Duration::from_secs(60);

/// A made-up network of which everything is known: everybody knows the next few, some further ones, and more within their domain.
fn network(slug: &str, partners: u32) -> Vec<Change> {
    let mut nodes = "Id,Label,Domain\n".to_owned();
    let mut links = "Source,Target\n".to_owned();
    for node in 0..partners {
        let domain = ["medical", "social", "public_health"][node as usize % 3];
        nodes.push_str(&format!("N{node},Partner {node} van {slug},{domain}\n"));
        for step in [1, 3, 6].into_iter().filter(|step| node + step < partners) {
            links.push_str(&format!("N{node},N{}\n", node + step));
        }
        if node % 4 == 0 && node + 11 < partners {
            links.push_str(&format!("N{node},N{}\n", node + 11));
        }
    }
    let (id, name) = (CoalitionId::new(slug).expect("a slug"), Name::new(slug).expect("a name"));
    let files = (("nodes.csv", nodes.as_bytes()), ("links.csv", links.as_bytes()));
    plain::read(id, name, files.0, files.1, true, TODAY).expect("it reads")
}

/// Four coalitions: three of which everything can be told, and one that is too small.
fn register() -> Register {
    let shipped = shipped::shipped().expect("the shipped data reads");
    let mut register = Register::new(shipped.catalogue);
    for (slug, partners) in [("bergen", 24), ("dalen", 34), ("kleinstad", 4), ("velden", 48)] {
        register.apply_batch(&network(slug, partners)).expect("the register takes it");
    }
    register
}

fn all() -> ComparisonAsked {
    ComparisonAsked::default()
}

fn id(slug: &str) -> CoalitionId {
    CoalitionId::new(slug).expect("a slug")
}

fn profile(office: &Office<'_>, kept: &KeptProfiles, slug: &str) -> Arc<KeptProfile> {
    kept.get(office, &id(slug), &Reading::default()).expect("it is there")
}

#[test]
fn the_answer_comes_at_once_and_chance_afterwards() {
    let register = register();
    let (office, kept) = (Office::new(&register, TODAY), KeptProfiles::keeping(FEW));
    let first = office.comparison(&all(), &kept).expect("an answer");
    assert_eq!((first.chance.state, first.chance.done, first.chance.of), (ChanceState::Computing, 0, 4));
    assert_eq!(first.chance.draws, 60);
    assert!(first.measures.iter().flat_map(|row| &row.cells).all(|cell| cell.z.is_none() && cell.baseline_reason.is_none()));
    kept.finish(&Effort::default(), 2).expect("nobody stops it");
    let then = office.comparison(&all(), &kept).expect("an answer");
    assert_eq!((then.chance.state, then.chance.done), (ChanceState::Ready, 4));
    let row = then.measures.iter().find(|row| row.name == "transitivity").expect("a row");
    let baseline = row.cells[0].baseline.expect("held against chance");
    assert_eq!((baseline.null, baseline.draws, baseline.seed), (Null::Rewired, 60, Some(1)));
    assert!(row.cells[2].suppressed.is_some() && row.cells[2].z.is_none(), "four partners are too few");
    let without = |mut answer: Comparison| {
        answer.chance = first.chance.clone();
        for cell in answer.measures.iter_mut().flat_map(|row| &mut row.cells) {
            (cell.z, cell.p, cell.baseline, cell.baseline_reason) = (None, None, None, None);
            (cell.expected, cell.chance_suppressed) = (None, None);
        }
        answer
    };
    assert_eq!(without(then), without(first.clone()), "nothing else changes");
}

#[test]
fn who_waits_sees_how_far_it_is_and_can_stop_it() {
    let register = register();
    let (office, kept) = (Office::new(&register, TODAY), KeptProfiles::keeping(FEW));
    assert_eq!(kept.make_ready(&office, |_| true), 4);
    let stop = AtomicBool::new(false);
    let seen = Mutex::new(Vec::new());
    let tell = |done, all| {
        seen.lock().expect("a list").push((done, all));
        stop.store(done == 1, Ordering::Relaxed);
    };
    let effort = Effort { progress: Some(&tell), cancelled: Some(&stop) };
    assert!(kept.finish(&effort, 1).is_err(), "stopped after the first");
    assert_eq!(kept.progress(), ChanceProgress { done: 1, of: 4 });
    let largest = profile(&office, &kept, "velden");
    assert!(largest.profile.chance.is_some(), "the largest was made first");
    let seen = seen.into_inner().expect("a list");
    assert!(seen.is_sorted() && seen.first() == Some(&(0, 4)), "{seen:?}");
    kept.finish(&Effort::default(), 2).expect("nobody stops it");
    assert_eq!(kept.progress(), ChanceProgress { done: 4, of: 4 });
    assert!(Arc::ptr_eq(&largest, &profile(&office, &kept, "velden")), "what was done stays");
}

#[test]
fn an_edit_makes_only_its_own_coalition_anew() {
    let mut register = register();
    let kept = KeptProfiles::keeping(FEW);
    let before = {
        let office = Office::new(&register, TODAY);
        office.comparison_in_full(&all(), &kept, 2).expect("an answer");
        ["bergen", "dalen"].map(|slug| profile(&office, &kept, slug))
    };
    let membership = register.memberships().find(|it| it.coalition == id("dalen")).expect("a membership").clone();
    let left = Membership { status: MembershipStatus::Approached, ..membership };
    register.apply_batch(&[Change::put(Entity::Membership(left))]).expect("it fits");
    let office = Office::new(&register, TODAY);
    let after = ["bergen", "dalen"].map(|slug| profile(&office, &kept, slug));
    assert!(Arc::ptr_eq(&before[0], &after[0]), "nobody touched it");
    assert_eq!(after[1].profile.members.counted, before[1].profile.members.counted - 1);
    assert!(after[1].profile.chance.is_none(), "it waits for its draws");
    assert_eq!(kept.progress(), ChanceProgress { done: 3, of: 4 });
    kept.finish(&Effort::default(), 1).expect("nobody stops it");
    assert_eq!(kept.progress(), ChanceProgress { done: 4, of: 4 });
}

#[test]
fn an_edit_that_moves_no_line_keeps_the_draws() {
    let mut register = register();
    let kept = KeptProfiles::keeping(FEW);
    let before = {
        let office = Office::new(&register, TODAY);
        office.comparison_in_full(&all(), &kept, 2).expect("an answer");
        profile(&office, &kept, "dalen")
    };
    let coalition = register.coalition(&id("dalen")).expect("it is there").clone();
    let renamed = Coalition { name: Name::new("Dalen en omstreken").expect("a name"), ..coalition };
    register.apply_batch(&[Change::put(Entity::Coalition(renamed))]).expect("it fits");
    let office = Office::new(&register, TODAY);
    let after = profile(&office, &kept, "dalen");
    assert!(!Arc::ptr_eq(&before, &after) && after.profile.version > before.profile.version);
    assert_eq!((after.profile.chance, &after.profile.measures), (before.profile.chance, &before.profile.measures));
    assert_eq!(kept.progress(), ChanceProgress { done: 4, of: 4 });
}

#[test]
fn threads_make_what_waits_until_they_are_told_to_stop() {
    let register = register();
    let (office, kept, stop) = (Office::new(&register, TODAY), KeptProfiles::keeping(FEW), AtomicBool::new(false));
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(|| kept.work(&stop, 100))).collect();
        assert_eq!(kept.make_ready(&office, |_| true), 4);
        let began = Instant::now();
        while kept.progress().done < 4 && began.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(kept.progress(), ChanceProgress { done: 4, of: 4 });
        stop.store(true, Ordering::Relaxed);
        threads.into_iter().for_each(|thread| thread.join().expect("it stops"));
    });
}

#[test]
fn the_same_seed_gives_the_same_numbers_on_any_number_of_threads() {
    let register = register();
    let office = Office::new(&register, TODAY);
    let answer = |threads, seed| {
        let kept = KeptProfiles::keeping(Keeping { seed, ..FEW });
        office.comparison_in_full(&all(), &kept, threads).expect("an answer").measures
    };
    assert_eq!(answer(1, 1), answer(3, 1));
    assert_ne!(answer(1, 1), answer(1, 2));
}

#[test]
fn no_more_is_kept_than_there_is_room_for() {
    let register = register();
    let office = Office::new(&register, TODAY);
    let few = KeptProfiles::keeping(Keeping { entries_max: 2, ..FEW });
    office.comparison(&all(), &few).expect("an answer");
    assert_eq!(few.len(), 2);
    let small = KeptProfiles::keeping(Keeping { bytes_max: 1, ..FEW });
    office.comparison(&all(), &small).expect("an answer");
    assert_eq!(small.len(), 1, "the last one always stays");
    let roomy = KeptProfiles::keeping(FEW);
    office.comparison(&all(), &roomy).expect("an answer");
    assert!(roomy.len() == 4 && roomy.bytes() > 4 * 1_000, "{}", roomy.bytes());
}

#[test]
fn a_share_of_pairs_stands_against_their_number() {
    let register = register();
    let (office, kept) = (Office::new(&register, TODAY), KeptProfiles::keeping(FEW));
    let asked = ComparisonAsked { funnel: Some("density".to_owned()), ..all() };
    let funnel = office.comparison(&asked, &kept).expect("an answer").funnel.expect("it was asked");
    let sizes: Vec<u64> = funnel.points.iter().map(|point| point.size).collect();
    assert_eq!(sizes, [24 * 23 / 2, 34 * 33 / 2, 4 * 3 / 2, 48 * 47 / 2]);
    assert_eq!((funnel.left_out, funnel.seed), (1, None));
    assert!(funnel.points[2].value.is_none() && funnel.points[2].suppressed.is_some() && funnel.points[2].beyond.is_none());
    // All pairs together; the small one is left out.
    let lines: f64 = [0, 1, 3].iter().map(|&place| funnel.points[place].value.expect("shown") * sizes[place] as f64).sum();
    let centre = lines / (sizes[0] + sizes[1] + sizes[3]) as f64;
    assert!(funnel.limits.iter().all(|limit| (limit.centre - centre).abs() < 1e-12));
    assert_eq!((funnel.limits[0].size, funnel.limits.last().map(|limit| limit.size)), (sizes[0], Some(sizes[3])));
    assert!(funnel.method.nl.contains("binomiale") && funnel.size_words.nl == "aantal paren");
}

#[test]
fn another_measure_stands_against_what_its_own_null_model_gives() {
    let register = register();
    let (office, kept) = (Office::new(&register, TODAY), KeptProfiles::keeping(FEW));
    for name in ["transitivity", "degreeCentralisation", "eIIndex", "domainGapRatio"] {
        let asked = ComparisonAsked { funnel: Some(name.to_owned()), ..all() };
        let funnel = office.comparison(&asked, &kept).expect("an answer").funnel.expect("it was asked");
        assert_eq!(funnel.points.iter().map(|point| point.size).collect::<Vec<_>>(), [24, 34, 4, 48], "{name}");
        assert_eq!(funnel.seed, Some(1), "{name}");
        assert!(funnel.method.nl.contains("60 trekkingen") && funnel.method.nl.contains("bij 3 van"), "{}", funnel.method.nl);
        for limit in &funnel.limits {
            let ends = [limit.low998, limit.low95, limit.centre, limit.high95, limit.high998];
            assert!(ends.is_sorted() && ends[0] < ends[4], "{name}: {ends:?}");
        }
        assert!(funnel.points.iter().filter(|point| point.beyond.is_some()).count() == 3, "{name}");
        let again = office.comparison(&asked, &kept).expect("an answer").funnel.expect("it was asked");
        assert_eq!(again, funnel, "{name}");
    }
    for name in ["members", "carriers", "nonsense"] {
        let asked = ComparisonAsked { funnel: Some(name.to_owned()), ..all() };
        let Err(ComparisonError::Faults(faults)) = office.comparison(&asked, &kept) else { panic!("{name} has no funnel") };
        assert!(faults[0].field == ComparisonField::Funnel && faults[0].words.nl.contains("crossDensity"), "{faults:?}");
    }
}
