//! The product's whole way for a country: files checked, imported into the register, on disk, loaded again, frozen; one edit.
//!
//! `cargo bench --bench whole_way -- FOLDER` with organisations.csv, people.csv and links.csv in the folder. Prints seconds for
//! each step and the peak of memory so far. Without a folder it makes a small country itself.

use kortelijnen::desk::{ImportStep, import_country};
use kortelijnen::exchange::country::{Country, File, Files};
use kortelijnen::exchange::shipped;
use kortelijnen::live::{Actor, Live, Store};
use kortelijnen::model::*;
use kortelijnen::network::{View, default_as_of, freeze};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;
use time::{Date, OffsetDateTime};

const NAMES: [&str; 3] = ["organisations.csv", "people.csv", "links.csv"];
/// The day on which everything happens.
const TODAY: Date = time::macros::date!(2026 - 11 - 22);
/// Edits of which the median is told.
const EDITS: usize = 11;

fn main() {
    let folder = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let texts = match &folder {
        Some(folder) => NAMES.map(|name| std::fs::read(Path::new(folder).join(name)).expect("a file of the country")),
        None => small_country(),
    };
    let disk =
        tempfile::tempdir_in(std::env::var_os("BENCH_DISK").unwrap_or_else(|| std::env::temp_dir().into())).expect("a folder");
    let mut steps = Steps::default();
    let catalogue = shipped::shipped().expect("the catalogue").catalogue;
    let files = || {
        let [organisations, people, links] = [0, 1, 2].map(|place| File { name: NAMES[place], bytes: &texts[place] });
        Files { organisations, people, links }
    };
    let country = Country::read(&files(), &catalogue, TODAY, &mut |_, _| {}).expect("right rows");
    steps.done("check");
    let mut register = Register::new(catalogue.clone());
    if std::env::var_os("BENCH_APPLY").is_some() {
        country.changes().for_each(|change| drop(register.take(change).expect("it fits")));
        steps.done("apply (alone)");
    }
    drop(register);
    let live = Live::open(Store::open(disk.path()).expect("a store"), catalogue.clone()).expect("an empty store");
    steps.begin();
    let done = import_country(&live, OffsetDateTime::UNIX_EPOCH, &country, &mut |step, done, all| {
        if folder.is_some() && step == ImportStep::Keeping && std::env::var_os("BENCH_TELL").is_some() {
            eprintln!("{done} of {all}");
        }
        ControlFlow::Continue(())
    });
    let facts = done.expect("imported").imported.put;
    steps.done("apply and keep");
    let rows = country.rows();
    drop(country);
    steps.begin();
    freeze_all(&live, &mut steps);
    edit(&live);
    steps.begin();
    let sequence = live.snapshot().sequence();
    drop(live);
    steps.done("close");
    let live = Live::open(Store::open(disk.path()).expect("a store"), catalogue).expect("the store");
    steps.done("load");
    assert_eq!(live.snapshot().sequence(), sequence, "everything is there again");
    let size = std::fs::metadata(disk.path().join("db")).map_or(0, |file| file.len());
    println!(
        "rows {rows:?}, facts {facts}, on disk {} MB, whole way {:.2} s, {:.2} s of processor",
        size >> 20,
        steps.whole_way[0],
        steps.whole_way[1]
    );
}

fn freeze_all(live: &Live, steps: &mut Steps) {
    let snapshot = live.snapshot();
    let register = &snapshot.register;
    let (mut members, mut links) = (0, 0);
    for coalition in register.coalitions() {
        let day = default_as_of(register, &coalition.id, TODAY);
        let network = freeze(register, &coalition.id, day, &View::of(TODAY)).expect("it is there");
        members += network.members.len();
        links += network.links.len();
    }
    steps.done("freeze all");
    println!("members {members}, lines {links}");
}

/// One user's edit: a membership, as the page sends it.
fn edit(live: &Live) {
    let mut seconds: Vec<f64> = (0..EDITS)
        .map(|place| {
            let register = live.snapshot();
            let membership = register.register.memberships().nth(place).expect("a membership").clone();
            let status = if place % 2 == 0 { MembershipStatus::Signatory } else { MembershipStatus::Approached };
            let change = Change::put(Entity::Membership(Membership { status, ..membership }));
            drop(register);
            let start = Instant::now();
            live.write(Actor::LOCAL, OffsetDateTime::UNIX_EPOCH, &[], vec![change]).expect("written");
            start.elapsed().as_secs_f64()
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    println!("one edit: median {:.4} s, slowest {:.4} s", seconds[EDITS / 2], seconds[EDITS - 1]);
}

/// Prints each step as it is done.
struct Steps {
    clock: Instant,
    cpu: f64,
    whole_way: [f64; 2],
}

impl Default for Steps {
    fn default() -> Self {
        Self { clock: Instant::now(), cpu: cpu_seconds(), whole_way: [0.0; 2] }
    }
}

impl Steps {
    fn done(&mut self, step: &str) {
        let seconds = self.clock.elapsed().as_secs_f64();
        let cpu = cpu_seconds() - self.cpu;
        if ["check", "apply and keep", "freeze all"].contains(&step) {
            self.whole_way = [self.whole_way[0] + seconds, self.whole_way[1] + cpu];
        }
        println!("{step:>16} {seconds:8.3} s, {cpu:8.3} s of processor, peak {} MB", peak_mb());
        self.begin();
    }

    fn begin(&mut self) {
        (self.clock, self.cpu) = (Instant::now(), cpu_seconds());
    }
}

/// The most memory that this process ever held, as Linux tells; 0 elsewhere.
fn peak_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or(0) / 1024
}

/// Seconds of processor of all threads so far, as Linux tells in hundredths; 0 elsewhere.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Behind the name of the program in parentheses: user time is the 12th field, system time the 13th.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// Forty organisations in two coalitions, four people in each, each of whom knows the next three.
fn small_country() -> [Vec<u8>; 3] {
    let (mut organisations, mut people, mut links) =
        ("id,name,kind,domain,coalition\n".to_owned(), "id,name,organisation,role\n".to_owned(), String::new());
    links.push_str("from_person,to_person,strength,since,confirmed\n");
    for o in 0..40 {
        let (kind, domain) = if o % 2 == 0 { ("huisarts", "medical") } else { ("wijkteam", "social") };
        organisations.push_str(&format!("o{o},Partner {o},{kind},{domain},c{}\n", o / 20));
    }
    for p in 0..160 {
        people.push_str(&format!("p{p},Persoon {p},o{},intake\n", p / 4));
        (1..=3).for_each(|step| links.push_str(&format!("p{p},p{},{step},2024,{}\n", (p + 4 * step) % 160, p % 2 == 0)));
    }
    [organisations, people, links].map(String::into_bytes)
}
