//! How long do the national questions take? On a province and on the country.

#[path = "country/generate.rs"]
mod generate;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use kortelijnen::analysis::country::*;
use kortelijnen::desk::country_people;
use kortelijnen::exchange::country::{CountryFiles, read};
use kortelijnen::network::Country;
use std::fs::File;
use std::hint::black_box;
use std::path::Path;

fn rows(folder: &Path) -> CountryFiles {
    let open = |name: &'static str| (name, File::open(folder.join(name)).expect("written before"));
    read(open("organisations.csv"), open("people.csv"), open("links.csv")).expect("right files")
}

fn country(c: &mut Criterion) {
    for size in ["M", "L"] {
        let folder = tempfile::tempdir().expect("made");
        generate::generate(size).expect("a size that exists").write(folder.path()).expect("written");
        let rows = rows(folder.path());
        let people = country_people(&rows);
        let country = people.clone().with_organisation_graph();
        let mut group = c.benchmark_group(format!("country {size}"));
        group.sample_size(20);
        group.bench_function("read and build the people graph", |b| {
            b.iter(|| country_people(&self::rows(black_box(folder.path()))))
        });
        group.bench_function("build the organisation graph", |b| {
            b.iter_batched(|| people.clone(), Country::with_organisation_graph, BatchSize::LargeInput);
        });
        group.bench_function("E-I, densities, assortativity of the country and every coalition", |b| {
            b.iter(|| {
                let mixing = country_mixing(black_box(&country));
                (domain_figures(&mixing.national), mixing.coalitions.iter().map(domain_figures).collect::<Vec<_>>())
            });
        });
        group.bench_function("distances within coalitions", |b| b.iter(|| coalition_distances(black_box(&country))));
        group.bench_function("distances across, all sources", |b| b.iter(|| distances_across(black_box(&country))));
        group.bench_function("missing lines of all coalitions", |b| b.iter(|| missing_lines(black_box(&country))));
        group.finish();
    }
}

criterion_group!(benches, country);
criterion_main!(benches);
