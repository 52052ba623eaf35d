//! How long does it take to see coalitions as of any day? One coalition and every answer about it, what changed in it between two
//! days, and every coalition of a made-up country at once. Seconds of the processor are told first: they say the same on a busy machine.

#[path = "country/generate.rs"]
#[allow(dead_code, reason = "this bench asks no people")]
mod generate;

use cpu_time::ProcessTime;
use criterion::{Criterion, criterion_group, criterion_main};
use kortelijnen::desk::Office;
use kortelijnen::exchange::country::{Country, File, Files};
use kortelijnen::exchange::shipped;
use kortelijnen::model::*;
use kortelijnen::network::{View, freeze, freeze_many};
use std::hint::black_box;
use std::ops::ControlFlow;
use time::macros::date;
use time::{Date, Duration};

/// The day on which everything happens.
const TODAY: Date = date!(2026 - 11 - 22);
/// Days that are asked for in turn: the files date a line in one of the years before.
const DAYS: i64 = 4_000;
/// A step through them that meets them all.
const STEP: i64 = 1_237;

/// Days for which seconds of the processor are told.
const TIMED: u32 = 20;

/// The register of a country of a size.
fn register(size: &str) -> Register {
    let folder = tempfile::tempdir().expect("made");
    generate::generate(size).expect("a size that exists").write(folder.path()).expect("written");
    let names = ["organisations.csv", "people.csv", "links.csv"];
    let texts = names.map(|name| std::fs::read(folder.path().join(name)).expect("written before"));
    let [organisations, people, links] = [0, 1, 2].map(|place| File { name: names[place], bytes: &texts[place] });
    let catalogue = shipped::shipped().expect("the catalogue").catalogue;
    let files = Files { organisations, people, links };
    let country = Country::read(&files, &catalogue, TODAY, &mut |_, _| {}).expect("right rows");
    let mut register = Register::new(catalogue);
    country.changes().for_each(|change| drop(register.take(change).expect("it fits")));
    register
}

/// Every day in turn.
fn days() -> impl FnMut() -> Date {
    let mut at = 0;
    move || {
        at = (at + STEP) % DAYS;
        TODAY - Duration::days(at)
    }
}

/// Tells how many milliseconds of the processor one day costs in the mean, and in the worst case.
fn tell(size: &str, what: &str, mut answer: impl FnMut(Date)) {
    let mut day = days();
    answer(day());
    let times: Vec<f64> = (0..TIMED)
        .map(|_| {
            let (day, begun) = (day(), ProcessTime::now());
            answer(day);
            begun.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    let mean = times.iter().sum::<f64>() / times.len() as f64;
    println!("{size}, {what}: {mean:.2} ms of the processor, at most {:.2}", times.iter().copied().fold(0.0, f64::max));
}

/// The same for every answer about the largest coalition, and for all coalitions.
fn tell_all(size: &str, register: &Register, all: &[CoalitionId], largest: &CoalitionId) {
    let (office, view, id) = (Office::new(register, TODAY), View::of(TODAY), largest.as_str());
    let first = TODAY - Duration::days(DAYS + 1);
    tell(size, "the largest coalition frozen", |day| drop(black_box(freeze(register, largest, day, &view))));
    tell(size, "its overview", |day| drop(black_box(office.overview(id, Some(day)))));
    tell(size, "its findings", |day| drop(black_box(office.gaps(id, Some(day)))));
    tell(size, "its structure", |day| drop(black_box(office.structure(id, Some(day)))));
    tell(size, "its map", |day| drop(black_box(office.map(id, Language::Nl, Some(day)))));
    tell(size, "its partners", |day| drop(black_box(office.partners(id, Some(day)))));
    tell(size, "its lines", |day| drop(black_box(office.links(id, Some(day)))));
    tell(size, "what changed in it", |day| drop(black_box(office.changes(id, Some(first), Some(day)))));
    tell(size, "every coalition frozen, one after the other", |day| {
        let frozen = all.iter().filter_map(|id| freeze(register, id, day, &view));
        black_box(frozen.map(|it| it.links.len()).sum::<usize>());
    });
}

fn as_of(c: &mut Criterion) {
    for size in ["M", "L"] {
        let register = register(size);
        let all: Vec<CoalitionId> = register.coalitions().map(|it| it.id.clone()).collect();
        let largest = all
            .iter()
            .max_by_key(|id| register.entities_using(&EntityRef::Coalition((*id).clone())).count())
            .expect("a coalition");
        let view = View::of(TODAY);
        tell_all(size, &register, &all, largest);
        let mut group = c.benchmark_group(format!("as of {size}"));
        group.sample_size(10);
        let mut day = days();
        group.bench_function("the largest coalition", |b| {
            b.iter(|| freeze(black_box(&register), largest, day(), &view).map(|it| it.links.len()));
        });
        let office = Office::new(&register, TODAY);
        let mut day = days();
        group.bench_function("what changed in the largest coalition", |b| {
            b.iter(|| {
                office.changes(largest.as_str(), Some(TODAY - Duration::days(DAYS + 1)), Some(day())).map(|it| it.lines.len())
            });
        });
        let mut day = days();
        group.bench_function("every coalition, one thread", |b| {
            b.iter(|| {
                let day = day();
                all.iter().filter_map(|id| freeze(black_box(&register), id, day, &view)).map(|it| it.links.len()).sum::<usize>()
            });
        });
        let mut day = days();
        group.bench_function("every coalition", |b| {
            b.iter(|| {
                let day = day();
                let asked: Vec<_> = all.iter().map(|id| (id, day)).collect();
                freeze_many(black_box(&register), &asked, &view, &|_| ControlFlow::Continue(())).map_or(0, |all| all.len())
            });
        });
        group.finish();
    }
}

criterion_group!(benches, as_of);
criterion_main!(benches);
