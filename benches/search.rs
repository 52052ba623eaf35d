//! How long does the search box take on the whole country? The index is built, and everything that people type is found.
//!
//! `cargo bench --bench search`. Prints the time of building with its things, then for each text the median, the 99th and the
//! slowest of many calls, for who sees least and for a professional; criterion measures a known word and an unknown one.

#[path = "country/generate.rs"]
mod generate;

use criterion::Criterion;
use kortelijnen::exchange::country::{Country, File, Files};
use kortelijnen::exchange::shipped;
use kortelijnen::lookup::{Found, Index, Sought};
use kortelijnen::model::*;
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;
use time::{Date, macros::date};

const TODAY: Date = date!(2026 - 11 - 22);
/// Calls of each text.
const CALLS: usize = 2_000;
/// Syllables of made-up names: eight thousand surnames of three, sixty-four first names of two.
const SYLLABLES: [&str; 20] = [
    "ba", "den", "fel", "ger", "ho", "ju", "kem", "lin", "mo", "nes", "pol", "rie", "sta", "tor", "ver", "wij", "zan", "broe",
    "huy", "dij",
];

/// What people type: names of needs and partners, other words, errors, compounds, names, places beside them, nonsense.
const TEXTS: [&str; 24] = [
    "schulden",
    "geldzorgen",
    "schuldhulpverlening",
    "schuldhulpverlning",
    "schuldenlast",
    "POP-poli",
    "verloskundigen",
    "midwife",
    "maatschappelijk werk",
    "schuldhulp c3",
    "huisarts",
    "huisarts 12",
    "hui",
    "h",
    "wijkteam intake",
    "intake",
    "rienesba",
    "baden rienesba",
    "rienesbq",
    "project_lead huisarts 40",
    "jonge moeder met schulden en stress",
    "vrouwenopvanghuis",
    "onbekendwoordje",
    "xq",
];

fn name(number: usize) -> String {
    let at = |place: usize| SYLLABLES[place % SYLLABLES.len()];
    let spread = number.wrapping_mul(2_654_435_761) % 8_000;
    let first = format!("{}{}", at(number % 8), at(number / 8 % 8 + 8));
    format!("{first} {}{}{}", at(spread), at(spread / 20), at(spread / 400))
}

/// The country of size L, its people with names of their own.
fn register() -> Register {
    let folder = tempfile::tempdir().expect("made");
    generate::generate("L").expect("a size that exists").write(folder.path()).expect("written");
    let read = |file: &str| std::fs::read_to_string(folder.path().join(file)).expect("written before");
    let (organisations, links) = (read("organisations.csv"), read("links.csv"));
    let mut people = String::new();
    for (number, line) in read("people.csv").lines().enumerate() {
        let mut fields: Vec<&str> = line.split(',').collect();
        let name = name(number);
        if number > 0 {
            fields[1] = &name;
        }
        let _ = writeln!(people, "{}", fields.join(","));
    }
    let file = |name, text: &'static str| File { name, bytes: text.as_bytes() };
    let [organisations, people, links] = [organisations, people, links].map(|text| &*text.leak());
    let files = Files {
        organisations: file("organisations.csv", organisations),
        people: file("people.csv", people),
        links: file("links.csv", links),
    };
    let shipped = shipped::shipped().expect("the catalogue");
    let country = Country::read(&files, &shipped.catalogue, TODAY, &mut |_, _| {}).expect("right rows");
    let mut register = Register::new(shipped.catalogue);
    country.changes().for_each(|change| drop(register.take(change).expect("it fits")));
    register
}

fn main() {
    let register = register();
    let mut seconds: Vec<f64> = Vec::new();
    let mut index = None;
    for _ in 0..5 {
        let start = Instant::now();
        index = Some(Index::of(black_box(&register), TODAY));
        seconds.push(start.elapsed().as_secs_f64());
    }
    let index = index.expect("built");
    seconds.sort_by(f64::total_cmp);
    println!("built: {} things, median {:.3} s, slowest {:.3} s", index.len(), seconds[2], seconds[4]);

    let here = register.coalitions().next().expect("a coalition").id.clone();
    let viewers = [Viewer::of(Role::Visitor), Viewer::within(Role::Professional, [here.clone()]), Viewer::default()];
    let mut all: Vec<f64> = Vec::new();
    for text in TEXTS {
        let mut told = String::new();
        for viewer in &viewers {
            let (found, mut times) = measured(&index, text, &Sought { viewer, coalition: Some(&here), limit: 10 });
            times.sort_by(f64::total_cmp);
            let of = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
            let _ = write!(told, " | {:2} hits {:7.1} {:7.1} {:8.1}", found.hits.len(), of(0.5), of(0.99), of(1.0));
            all.extend(times);
        }
        println!("{text:>36}{told}");
    }
    all.sort_by(f64::total_cmp);
    let of = |share: f64| all[((all.len() - 1) as f64 * share) as usize];
    println!("all texts and viewers, µs: median {:.1}, 99th {:.1}, slowest {:.1}", of(0.5), of(0.99), of(1.0));

    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    for (what, text) in [("a known word", "schulden"), ("an unknown word", "onbekendwoordje")] {
        let sought = Sought { viewer: &viewers[1], coalition: Some(&here), limit: 10 };
        criterion.bench_function(&format!("search: {what}"), |b| b.iter(|| index.find(black_box(text), &sought)));
    }
    criterion.final_summary();
}

/// What a text finds, and how many microseconds each call took.
fn measured(index: &Index, text: &str, sought: &Sought<'_>) -> (Found, Vec<f64>) {
    let mut times = Vec::with_capacity(CALLS);
    for _ in 0..CALLS {
        let start = Instant::now();
        black_box(index.find(black_box(text), sought));
        times.push(start.elapsed().as_secs_f64() * 1e6);
    }
    (index.find(text, sought), times)
}
