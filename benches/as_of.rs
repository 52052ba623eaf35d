//! How long does it take to see coalitions as of any day? One coalition, what changed in one between two days, and every coalition of
//! a made-up country at once.

#[path = "country/generate.rs"]
#[allow(dead_code, reason = "this bench asks no people")]
mod generate;

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

fn as_of(c: &mut Criterion) {
    for size in ["M", "L"] {
        let register = register(size);
        let all: Vec<CoalitionId> = register.coalitions().map(|it| it.id.clone()).collect();
        let largest = all
            .iter()
            .max_by_key(|id| register.entities_using(&EntityRef::Coalition((*id).clone())).count())
            .expect("a coalition");
        let view = View::of(TODAY);
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
