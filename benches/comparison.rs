//! How long does it take to hold coalitions against chance, and to compare them when that is kept?
//!
//! `cargo bench --bench comparison` times one profile with chance at three sizes and a comparison from what is kept; between these it
//! holds every coalition of a country against chance once, with its progress. `-- FOLDER` takes a folder with organisations.csv,
//! people.csv and links.csv instead of the country that `benches/country/generate.rs` makes.

#[path = "country/generate.rs"]
#[allow(dead_code, reason = "this bench writes no files and asks no people")]
mod generate;

use criterion::Criterion;
use kortelijnen::analysis::measures::*;
use kortelijnen::analysis::nulls::{Stream, keep_going};
use kortelijnen::desk::*;
use kortelijnen::exchange::country::{Country, File, Files};
use kortelijnen::exchange::shipped;
use kortelijnen::model::{Domain, Register};
use kortelijnen::network::{Graph, Unknown};
use std::hint::black_box;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;
use time::Date;

/// The day of the question.
const TODAY: Date = time::macros::date!(2026 - 11 - 22);
/// Labellings, networks of as many lines, and rewired networks.
const DRAWS: u32 = COMPARED_DRAWS_DEFAULT;
/// Organisations of one coalition, and its lines: about as many a partner as in the made-up country.
const SIZES: [(u32, usize); 3] = [(30, 190), (60, 480), (140, 1_400)];
/// Coalitions in the small comparison.
const COMPARED: usize = 9;
/// Threads on which a country is held against chance.
const THREADS: usize = 2;
/// Times that a comparison is made to tell its time of the processor.
const TIMES: u32 = 100;
/// Coalitions between two lines of progress.
const TOLD_EVERY: u64 = 50;

fn main() {
    let mut criterion = Criterion::default().configure_from_args().sample_size(10);
    sizes(&mut criterion);
    let folder = std::env::args().skip(1).find(|argument| Path::new(argument).is_dir());
    let register = country(folder.as_deref());
    let kept = all(&register);
    largest(&register, &kept);
    from_what_is_kept(&mut criterion, &register, &kept);
    criterion.final_summary();
}

/// Everything is known; three lines in four are between neighbouring numbers.
fn coalition(nodes: u32, lines: usize) -> Input {
    let mut stream = Stream::new(u64::from(nodes));
    let domains = (0..nodes).map(|_| Domain::ALL[stream.below(6) as usize]).collect();
    let pairs = (0..lines).map(|_| {
        let a = stream.below(nodes);
        let near = (a + 1 + stream.below(8)) % nodes;
        (a, if stream.below(4) == 0 { stream.below(nodes) } else { near })
    });
    Input::plain(Graph::from_pairs(nodes as usize, pairs.collect::<Vec<_>>()), domains)
}

fn sizes(c: &mut Criterion) {
    let mut group = c.benchmark_group("a coalition against 1 000 labellings, networks of as many lines, and rewired networks");
    let chance = Chance { label_draws: DRAWS, rewire_draws: DRAWS, ..Chance::default() };
    for (nodes, lines) in SIZES {
        let input = coalition(nodes, lines);
        let plain = structure(&input);
        group.bench_function(format!("{nodes} organisations, {} lines", input.graph.links()), |b| {
            b.iter(|| baselines(black_box(&input), plain.clone(), &chance, &mut keep_going));
        });
    }
    group.finish();
}

fn country(folder: Option<&str>) -> Register {
    const NAMES: [&str; 3] = ["organisations.csv", "people.csv", "links.csv"];
    let texts = match folder {
        Some(folder) => NAMES.map(|name| std::fs::read(Path::new(folder).join(name)).expect("a file of the country")),
        None => {
            let made = generate::generate("L").expect("a size that exists");
            [made.organisations, made.people, made.links].map(String::into_bytes)
        }
    };
    let [organisations, people, links] = [0, 1, 2].map(|place| File { name: NAMES[place], bytes: &texts[place] });
    let catalogue = shipped::shipped().expect("the catalogue").catalogue;
    let files = Files { organisations, people, links };
    let country = Country::read(&files, &catalogue, TODAY, &mut |_, _| {}).expect("right rows");
    let mut register = Register::new(catalogue);
    country.changes().for_each(|change| drop(register.take(change).expect("it fits")));
    register
}

/// Makes the profiles, and holds the network of every coalition against chance once, as if every pair were known: a country that was
/// imported without `--complete` says nothing of the pairs that it does not name, and nothing is drawn.
fn all(register: &Register) -> KeptProfiles {
    let office = Office::new(register, TODAY);
    let kept = KeptProfiles::keeping(Keeping::default());
    let clock = Instant::now();
    let coalitions = kept.make_ready(&office, |_| true);
    println!("profiles of {coalitions} coalitions: {:.2} s", clock.elapsed().as_secs_f64());
    kept.finish(&Effort::default(), THREADS).expect("nobody stops it");
    let mut inputs: Vec<Input> = register.coalitions().map(|it| asked(&office, &kept, it.id.as_str())).collect();
    inputs.sort_by_key(|input| std::cmp::Reverse(input.graph.links()));
    let (clock, cpu, next) = (Instant::now(), cpu_seconds(), AtomicU64::new(0));
    let chance = Chance { label_draws: DRAWS, rewire_draws: DRAWS, ..Chance::default() };
    let one_after_the_other = || {
        while let Some(input) = inputs.get(next.fetch_add(1, Ordering::Relaxed) as usize) {
            black_box(baselines(input, structure(input), &chance, &mut keep_going));
            let done = next.load(Ordering::Relaxed).min(inputs.len() as u64);
            if done % TOLD_EVERY == 0 {
                eprintln!("{done} of {} begun after {:.1} s", inputs.len(), clock.elapsed().as_secs_f64());
            }
        }
    };
    std::thread::scope(|scope| (0..THREADS).for_each(|_| drop(scope.spawn(one_after_the_other))));
    println!(
        "{coalitions} coalitions against {DRAWS} draws of each null model on {THREADS} threads: {:.1} s, {:.1} s of processor; {} MB kept",
        clock.elapsed().as_secs_f64(),
        cpu_seconds() - cpu,
        kept.bytes() >> 20
    );
    kept
}

/// What is measured of a coalition, as if every pair were known.
fn asked(office: &Office<'_>, kept: &KeptProfiles, coalition: &str) -> Input {
    let id = kortelijnen::model::CoalitionId::new(coalition).expect("a slug");
    let found = kept.get(office, &id, &Reading::default()).expect("it is kept");
    Input { unknown: Unknown::Nothing, round: None, answered: None, ..Input::clone(&found.profile.input) }
}

/// The coalition with most lines against rewired networks alone, to be held beside `benches/peers/chance.py`.
fn largest(register: &Register, kept: &KeptProfiles) {
    let office = Office::new(register, TODAY);
    let inputs = register.coalitions().map(|it| (it.id.clone(), asked(&office, kept, it.id.as_str())));
    let Some((coalition, input)) = inputs.max_by_key(|(_, input)| input.graph.links()) else { return };
    let cpu = cpu_seconds();
    let chance = Chance { label_draws: 0, rewire_draws: DRAWS, ..Chance::default() };
    let found = baselines(&input, structure(&input), &chance, &mut keep_going).expect("nobody stops it");
    let means = ["transitivity", "betweennessCentralisation", "crossEfficiency"]
        .map(|name| found.measures[name].expected.map_or("none".to_owned(), |mean| format!("{mean:.4}")));
    println!(
        "{}: {} organisations, {} lines, {DRAWS} rewired networks: {:.2} s of processor; means {}",
        coalition,
        input.graph.nodes(),
        input.graph.links(),
        cpu_seconds() - cpu,
        means.join(", ")
    );
}

fn from_what_is_kept(c: &mut Criterion, register: &Register, kept: &KeptProfiles) {
    let office = Office::new(register, TODAY);
    let coalitions: Vec<String> = register.coalitions().take(COMPARED).map(|it| it.id.to_string()).collect();
    let nine = ComparisonAsked { coalitions, ..ComparisonAsked::default() };
    let (begun, cpu) = (Instant::now(), cpu_seconds());
    for _ in 0..TIMES {
        drop(black_box(office.comparison(&nine, kept)));
    }
    println!(
        "a comparison of nine from what is kept: {:.1} ms, {:.1} ms of processor",
        begun.elapsed().as_secs_f64() * 1e3 / f64::from(TIMES),
        (cpu_seconds() - cpu) * 1e3 / f64::from(TIMES)
    );
    let mut group = c.benchmark_group("a comparison from what is kept");
    group.bench_function("nine coalitions", |b| b.iter(|| office.comparison(black_box(&nine), kept).expect("an answer")));
    for name in ["crossDensity", "transitivity"] {
        let asked = ComparisonAsked { funnel: Some(name.to_owned()), ..nine.clone() };
        group.bench_function(format!("nine coalitions, {name} against size"), |b| {
            b.iter(|| office.comparison(black_box(&asked), kept).expect("an answer"));
        });
    }
    let everybody = ComparisonAsked::default();
    group.bench_function("all coalitions", |b| b.iter(|| office.comparison(black_box(&everybody), kept).expect("an answer")));
    group.finish();
}

/// Seconds of processor of all threads so far, as Linux tells in hundredths; 0 elsewhere.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Behind the name of the program in parentheses: user time is the 12th field, system time the 13th.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}
