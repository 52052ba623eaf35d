//! A process is killed at random moments while it writes; what it was told is kept must be there, and no half batch. Measurements
//! are kept beside the batches, and are there with them.

use super::support::*;
use kortelijnen::model::*;
use kortelijnen::store::*;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const DIRECTORY: &str = "KORTELIJNEN_TEST_KILL_DIRECTORY";
const ROUND: &str = "KORTELIJNEN_TEST_KILL_ROUND";
/// Threads that write at once.
const WRITERS: u64 = 6;
/// Largest ordinary batch; one in sixteen is twenty times as large, one in 128 three hundred times: more than a segment of sled.
const BATCH_MAX: u64 = 12;
/// Rounds on one directory; then a new one, so that the time goes to kills and not to reading.
const ROUNDS_PER_STORE: u64 = 10;
/// One batch in so many comes with a measurement.
const MEASURED_EVERY: u64 = 4;
const SIGKILL: i32 = 9;
/// A child lives at least and at most so long after it was started, in microseconds: some die while they still open.
const LIFE_US: std::ops::Range<u64> = 3_000..250_000;

#[test]
fn five_kills_lose_nothing() {
    survive(5, 20_191_112);
}

#[test]
#[ignore = "slow: make test-slow"]
fn a_hundred_kills_lose_nothing() {
    survive(100, 7);
}

/// A batch of a writer: enough to know what must be there.
type Key = (u64, u64, u64);

fn survive(rounds: u64, seed: u64) {
    let mut total = Total::default();
    for first in (0..rounds).step_by(ROUNDS_PER_STORE as usize) {
        let directory = tempfile::tempdir().expect("a directory");
        let mut acknowledged: BTreeMap<Key, u64> = BTreeMap::new();
        let mut found = 0;
        for round in first..rounds.min(first + ROUNDS_PER_STORE) {
            let life = LIFE_US.start + random(seed, round) % (LIFE_US.end - LIFE_US.start);
            let told = live_and_die(directory.path(), round, Duration::from_micros(life));
            total.silent += u64::from(told.is_empty());
            acknowledged.extend(told);
            let start = Instant::now();
            let store = open(directory.path());
            let register = load(&store);
            total.slowest = total.slowest.max(start.elapsed());
            total.measured += measured(&store, &acknowledged);
            drop(store);
            found = check(&register, &acknowledged);
        }
        total.found += found;
        total.acknowledged += acknowledged.len();
    }
    println!("{rounds} kills, nothing lost, nothing half: {total:?}");
    assert!(total.acknowledged as u64 >= rounds, "the test must have written something to lose");
    assert!(total.measured > 0, "and measured something");
}

/// What a run amounts to.
#[derive(Debug, Default)]
struct Total {
    /// Batches acknowledged, each of which was found in every round after it.
    acknowledged: usize,
    /// Batches found; the rest was kept and its writer killed before it was told.
    found: usize,
    /// Rounds that ended before the first acknowledgement.
    silent: u64,
    /// Measurements that were looked for, and found, in all rounds.
    measured: usize,
    /// Slowest open and load.
    slowest: Duration,
}

/// Starts a writer, kills it, and gives what it was told is kept: batch and end.
fn live_and_die(directory: &Path, round: u64, life: Duration) -> Vec<(Key, u64)> {
    let program = std::env::current_exe().expect("this program");
    let mut child = Command::new(program)
        .args(["store::kill::child", "--exact", "--ignored", "--nocapture"])
        .env(DIRECTORY, directory)
        .env(ROUND, round.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a child");
    let said = BufReader::new(child.stdout.take().expect("its output"));
    let listener = std::thread::spawn(move || {
        let lines: Vec<String> =
            said.split(b'\n').map_while(Result::ok).filter_map(|line| String::from_utf8(line).ok()).collect();
        lines
    });
    std::thread::sleep(life);
    // SIGKILL: nothing of the child runs after it.
    child.kill().expect("kill");
    assert_eq!(child.wait().expect("wait").signal(), Some(SIGKILL), "it was to be killed, not to end by itself");
    listener.join().expect("a listener").iter().filter_map(|line| acknowledgement(line)).collect()
}

/// `kept ROUND WRITER NUMBER END.`; a line that was cut off has no full stop.
fn acknowledgement(line: &str) -> Option<(Key, u64)> {
    let mut numbers = line.strip_prefix("kept ")?.strip_suffix('.')?.split(' ').map(|number| number.parse().ok());
    Some(((numbers.next()??, numbers.next()??, numbers.next()??), numbers.next()??))
}

/// Is every acknowledged batch there at its place, and every batch whole? Gives the number of batches.
fn check(register: &Register, acknowledged: &BTreeMap<Key, u64>) -> usize {
    let mut found: BTreeMap<Key, Vec<(u64, u64)>> = BTreeMap::new();
    for entity in register.entities() {
        let (text, revision) = match entity {
            Entity::Organisation(it) => (it.name.as_str(), register.revision(&entity.reference())),
            Entity::Person(it) => (it.name.as_str(), register.revision(&entity.reference())),
            other => panic!("nobody wrote {other:?}"),
        };
        let key = text.split(' ').nth(1).expect("a name that its batch gave it, not one that was lost");
        let numbers: Vec<u64> = key.split('-').map(|number| number.parse().expect("a number")).collect();
        let [round, writer, number, place] = numbers[..] else { panic!("{key}") };
        found.entry((round, writer, number)).or_default().push((revision.expect("a revision"), place));
    }
    for (key, changes) in &mut found {
        changes.sort_unstable();
        let first = changes[0].0;
        let expected: Vec<(u64, u64)> = (0..size(*key)).map(|place| (first + place, place)).collect();
        assert_eq!(*changes, expected, "batch {key:?} is not whole");
    }
    for (key, end) in acknowledged {
        let changes = found.get(key).unwrap_or_else(|| panic!("batch {key:?} was acknowledged and is lost"));
        assert_eq!(changes.last().map(|(revision, _)| *revision), Some(*end), "batch {key:?} is not where it was acknowledged");
    }
    assert_eq!(found.values().map(Vec::len).sum::<usize>() as u64, register.sequence(), "nothing else is there");
    found.len()
}

/// Is the measurement there that each acknowledged batch of some came with? Gives how many were.
fn measured(store: &Store, acknowledged: &BTreeMap<Key, u64>) -> usize {
    let wanted = acknowledged.keys().filter(|(.., number)| number % MEASURED_EVERY == 0);
    let mut found = 0;
    for (round, writer, number) in wanted {
        let kept = store.measurements(&coalition_id(&format!("r{round}-w{writer}"))).expect("read");
        let known: Vec<u64> = kept.iter().map(|it| it.known_at).collect();
        assert!(known.contains(number), "measurement {number} of writer {writer} in round {round} was acknowledged and is lost");
        assert!(known.is_sorted(), "each stands behind the one before");
        found += 1;
    }
    found
}

fn size(key: Key) -> u64 {
    let random = random(key.0 * WRITERS + key.1, key.2);
    let times = match random / BATCH_MAX % 128 {
        0 => 300,
        1..9 => 20,
        _ => 1,
    };
    (1 + random % BATCH_MAX) * times
}

/// A number that looks random and is always the same (SplitMix64).
fn random(seed: u64, place: u64) -> u64 {
    let mut z = seed.wrapping_mul(0x2545_F491_4F6C_DD1D).wrapping_add(place.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[test]
#[ignore = "the child of the tests above"]
fn child() {
    let Some(directory) = std::env::var_os(DIRECTORY).map(PathBuf::from) else { return };
    let round = std::env::var(ROUND).expect("a round").parse().expect("a number");
    let store = open(&directory);
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let store = &store;
            scope.spawn(move || write_for_ever(store, round, writer));
        }
    });
}

fn write_for_ever(store: &Store, round: u64, writer: u64) {
    for number in 0.. {
        let changes = (0..size((round, writer, number))).map(|place| {
            let key = format!("{round}-{writer}-{number}-{place}");
            if place % 3 == 1 { put_person(&key) } else { put_organisation(&key) }
        });
        if number % MEASURED_EVERY == 0 {
            store.keep_measurements(vec![measurement(&format!("r{round}-w{writer}"), number)]).expect("kept");
        }
        let end = store.append(None, batch(changes.collect())).expect("append");
        let line = format!("kept {round} {writer} {number} {end}.\n");
        std::io::stdout().write_all(line.as_bytes()).expect("say so");
    }
}
