//! How long does looking somebody up take? In the country as flat arrays, and in one coalition of it.

#[path = "country/generate.rs"]
#[allow(dead_code, reason = "whoever writes files also takes the questions")]
mod generate;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use kortelijnen::desk::country_people;
use kortelijnen::exchange::country::{Country, File, Files, read};
use kortelijnen::exchange::shipped;
use kortelijnen::lookup::*;
use kortelijnen::model::*;
use kortelijnen::network::{View, freeze};
use std::hint::black_box;
use time::macros::date;

const DAY: time::Date = date!(2026 - 11 - 22);
const LOOKED_FOR: &str = "schuldhulpverlening";
const NEED: &str = "schulden";
const NAMES: [&str; 3] = ["organisations.csv", "people.csv", "links.csv"];

fn texts(size: &str) -> [String; 3] {
    let generate::Files { organisations, people, links, .. } = generate::generate(size).expect("a size that exists");
    [organisations, people, links]
}

/// The nearest of a kind, for everybody in turn.
fn reach(c: &mut Criterion) {
    for size in ["M", "L"] {
        let texts = texts(size);
        let [organisations, people, links] = [0, 1, 2].map(|at| (NAMES[at], texts[at].as_bytes()));
        let files = read(organisations, people, links).expect("right files");
        let country = country_people(&files);
        let (graph, kind) = (country.people(), files.kinds.row(LOOKED_FOR).expect("somebody of that kind"));
        let people = graph.graph().nodes() as u32;
        let of_kind = |&person: &u32| country.kinds()[country.employers()[person as usize] as usize] == kind;
        let targets = Targets::of(people as usize, (0..people).filter(of_kind));
        let mut group = c.benchmark_group(format!("reach {size}"));
        group.sample_size(30);
        group.bench_function("table for a kind", |b| b.iter(|| Reach::of(graph, black_box(&targets))));
        let table = Reach::of(graph, &targets);
        let mut search = Seeker::new(people as usize);
        // Far apart, so that no question finds the memory of the one before.
        let mut everybody = (0..people).cycle().step_by(7_919);
        group.bench_function("nearest, by a search", |b| {
            b.iter_batched(
                || everybody.next().expect("no end"),
                |person| search.nearest(graph, &targets, black_box(person)),
                BatchSize::SmallInput,
            );
        });
        group.bench_function("nearest, by the table", |b| {
            b.iter_batched(
                || everybody.next().expect("no end"),
                |person| table.nearest(black_box(person)),
                BatchSize::SmallInput,
            );
        });
        group.bench_function("line, by the table", |b| {
            b.iter_batched(|| everybody.next().expect("no end"), |person| table.path(black_box(person)), BatchSize::SmallInput);
        });
        group.finish();
    }
}

/// One coalition out of many: its lines, an order of answers, and who elsewhere.
fn coalition(c: &mut Criterion) {
    for size in ["M", "L"] {
        let texts = texts(size);
        let catalogue = shipped::shipped().expect("the catalogue").catalogue;
        let [organisations, people, links] = [0, 1, 2].map(|at| File { name: NAMES[at], bytes: texts[at].as_bytes() });
        let files = Files { organisations, people, links };
        let country = Country::read(&files, &catalogue, DAY, &mut |_, _| {}).expect("right rows");
        let mut register = Register::new(catalogue.clone());
        country.changes().for_each(|change| drop(register.take(change).expect("it fits")));
        let home = country.coalitions().next().expect("a coalition").clone();
        let network = freeze(&register, &home, DAY, &View::of(DAY)).expect("it is there");
        let lines = Lines::of(&register, &network);
        let asked = Asked::Need(NeedCode::new(NEED).expect("a need"));
        let from = Asker::Organisation(network.members[0].id());
        let question = Question { asked: &asked, from: &from, place: None, today: DAY };
        let mut group = c.benchmark_group(format!("look-up {size}"));
        group.sample_size(20);
        group.bench_function("freeze the coalition", |b| b.iter(|| freeze(&register, black_box(&home), DAY, &View::of(DAY))));
        group.bench_function("lines between its people", |b| b.iter(|| Lines::of(&register, black_box(&network))));
        let starts = starts(&network, &lines, &from);
        group.bench_function("table of lines towards one partner", |b| b.iter(|| lines.towards(black_box(&starts))));
        group.bench_function("answers in order, with their lines", |b| {
            b.iter(|| rank(&network, &lines, black_box(&question), candidates(&network, &asked, DAY)))
        });
        group.bench_function("partners and lines of all coalitions", |b| b.iter(|| Nationwide::of(black_box(&register), DAY)));
        let nationwide = Nationwide::of(&register, DAY);
        let (viewer, me) = (Viewer::default(), Some(network.members[0].id()));
        group.bench_function("nearest elsewhere", |b| {
            b.iter(|| nationwide.nearest_elsewhere(&register, &viewer, (&home, black_box(me)), (&asked, Having::Anybody)))
        });
        group.finish();
    }
}

criterion_group!(benches, reach, coalition);
criterion_main!(benches);
