//! Our own runner in the comparison with peers: makes networks, and times every task on one.
//!
//! ```text
//! country generate SIZE FOLDER           writes the files of a network
//! country run SIZE FOLDER RESULT.json    reads them, times every task, writes seconds and values
//! ```

#[path = "clock.rs"]
mod clock;
#[path = "../country/generate.rs"]
mod generate;

use clock::Clock;
use kortelijnen::analysis::country::*;
use kortelijnen::analysis::effort::Effort;
use kortelijnen::analysis::measures::{betweenness, communities, constraint, core_numbers, cuts};
use kortelijnen::desk::country_people;
use kortelijnen::exchange::country::{CountryFiles, read};
use kortelijnen::lookup::{Nearest, Reach, STEPS_MAX, Seeker, Targets};
use kortelijnen::network::Country;
use serde_json::{Value, json};
use std::fs::File;
use std::path::Path;

/// Coalitions, and first coalitions, whose values are written out.
const COALITIONS_WRITTEN: usize = 400;
const MISSING_WRITTEN: usize = 5;
/// Above this many organisations, answers about all pairs of them are left out.
const ALL_PAIRS_ORGANISATIONS_MAX: usize = 20_000;

/// The kind that people look for, and for how many of them the answer is written out.
const LOOKED_FOR: &str = "schuldhulpverlening";
const ANSWERS_WRITTEN: usize = 20;

/// Of the random choices of Leiden.
const LEIDEN_SEED: u64 = 1;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["generate", size, folder] => {
            let files = generate::generate(size).ok_or("a size is S, M, L or XL")?;
            Ok(files.write(Path::new(folder))?)
        }
        ["run", size, folder, result] => run(size, Path::new(folder), Path::new(result)),
        _ => Err("country generate SIZE FOLDER | country run SIZE FOLDER RESULT.json".into()),
    }
}

fn run(size: &str, folder: &Path, result: &Path) -> Result<()> {
    let mut clock = Clock::new(size);
    let (files, people) = clock.time("load_build_people", || load(folder))?;
    let country = clock.time_with("build_orgs", || people.clone(), Country::with_organisation_graph);
    let graph = country.organisations().graph();
    clock.value("people", json!(country.people().graph().nodes()));
    clock.value("links", json!(country.people().graph().links()));
    clock.value("orgs", json!(graph.nodes()));
    clock.value("org_edges", json!(graph.links()));
    clock.value("org_weight_sum", json!(country.organisations().links().map(|(_, _, pairs)| u64::from(pairs)).sum::<u64>()));
    clock.value("frozen_mb", json!(country.bytes() as f64 / 1e6));
    metrics(&mut clock, &country);
    distances(&mut clock, &country);
    standings(&mut clock, &country, &files);
    missing(&mut clock, &country, &files);
    who(&mut clock, &country, &files, folder)?;
    clock.write(result)
}

/// The whole way from files to the people graph.
fn load(folder: &Path) -> Result<(CountryFiles, Country)> {
    let open = |name: &str| File::open(folder.join(name));
    let organisations = ("organisations.csv", open("organisations.csv")?);
    let files = read(organisations, ("people.csv", open("people.csv")?), ("links.csv", open("links.csv")?));
    let files = files.map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    let people = country_people(&files);
    Ok((files, people))
}

fn metrics(clock: &mut Clock, country: &Country) {
    let (national, coalitions, people) = clock.time("b_metrics", || {
        let mixing = country_mixing(country);
        let coalitions: Vec<DomainFigures> = mixing.coalitions.iter().map(domain_figures).collect();
        (domain_figures(&mixing.national), coalitions, e_i_of_people(country))
    });
    let figures = |it: &DomainFigures| {
        json!({"ei": it.e_i, "ms_density": it.medical_social_density, "xd_density": it.cross_domain_density,
            "assortativity": it.assortativity})
    };
    clock.value("national", figures(&national));
    clock.value("coalitions", coalitions.iter().take(COALITIONS_WRITTEN).map(figures).collect());
    clock.value("ei_weighted", json!(people));
}

fn distances(clock: &mut Clock, country: &Country) {
    let found = clock.time("b_coal_dist", || coalition_distances(country));
    let row = |it: &Distances| json!([it.mean(), it.reachable, it.unreachable]);
    clock.value("coal_ms_dist", found.iter().take(COALITIONS_WRITTEN).map(row).collect());
    if country.organisations().graph().nodes() > ALL_PAIRS_ORGANISATIONS_MAX {
        return;
    }
    let DistancesAcross { domains, medical_social } = clock.time("b_xdist", || distances_across(country));
    clock.value(
        "xdist",
        json!({"mean": domains.mean(), "ordered_pairs": domains.reachable, "ms_mean": medical_social.mean(),
            "ms_pairs": medical_social.reachable}),
    );
}

/// Measures of one network, on the national one.
fn standings(clock: &mut Clock, country: &Country, files: &CountryFiles) {
    let (graph, weights) = (country.organisations().graph(), country.organisations().all_weights());
    let id = |organisation: usize| files.organisation_ids.text(country.organisation_rows()[organisation]);
    if graph.nodes() <= ALL_PAIRS_ORGANISATIONS_MAX
        && let Ok(Some(found)) = clock.time("c_betweenness", || betweenness(graph, &Effort::default()))
    {
        let mut order: Vec<usize> = (0..found.len()).collect();
        order.sort_by(|&a, &b| found[b].total_cmp(&found[a]).then(a.cmp(&b)));
        clock.value("betweenness_sum", json!(found.iter().sum::<f64>()));
        clock.value("betweenness_top10", order.iter().take(10).map(|&node| json!([id(node), found[node]])).collect());
    }
    let found = clock.time("c_constraint_weighted", || constraint(graph, Some(weights)));
    clock.value("c_constraint_weighted_sum", json!(found.iter().flatten().sum::<f64>()));
    let found = clock.time("c_articulation", || cuts(graph));
    clock.value("articulation", json!(found.points.len()));
    clock.value("bridges", json!(found.bridges.len()));
    let found = clock.time("c_kcore", || core_numbers(graph));
    clock.value("max_core", json!(found.iter().max()));
    clock.value("core_sum", json!(found.iter().map(|&core| u64::from(core)).sum::<u64>()));
    let of_links: Vec<u32> = country.organisations().links().map(|(_, _, pairs)| pairs).collect();
    let found = clock.time("c_leiden", || communities(graph, Some(&of_links), LEIDEN_SEED));
    clock.value("leiden_q", json!(found.modularity));
    clock.value("leiden_n", json!(found.count));
}

fn missing(clock: &mut Clock, country: &Country, files: &CountryFiles) {
    let found = clock.time("d_missing", || missing_lines(country));
    let id = |organisation: u32| files.organisation_ids.text(country.organisation_rows()[organisation as usize]);
    let line = |it: &MissingLine| json!([id(it.medical), id(it.social), it.score]);
    let named = |it: &MissingLines| Value::from_iter(it.named.iter().map(line));
    clock.value("missing_pairs", json!(found.iter().map(|it| it.count).sum::<u64>()));
    clock.value("missing_checksum", json!(found.iter().flat_map(|it| &it.named).map(|line| line.score).sum::<f64>()));
    clock.value("missing_first5", found.iter().take(MISSING_WRITTEN).map(named).collect());
}

/// For each person of the queries the nearest of a kind: by a search, and by a table that is made for the kind.
fn who(clock: &mut Clock, country: &Country, files: &CountryFiles, folder: &Path) -> Result<()> {
    let Some(kind) = files.kinds.row(LOOKED_FOR) else { return Ok(()) };
    let mut number = vec![0u32; country.person_rows().len()];
    (0u32..).zip(country.person_rows()).for_each(|(person, &row)| number[row as usize] = person);
    let queries = std::fs::read_to_string(folder.join("queries.csv"))?;
    let asked = queries.lines().skip(1).map(|id| files.person_ids.row(id.trim()).map(|row| number[row as usize]));
    let asked: Vec<u32> = asked.collect::<Option<_>>().ok_or("queries.csv names somebody who is not in people.csv")?;
    let graph = country.people();
    let people = graph.graph().nodes();
    let serves = |&person: &u32| country.kinds()[country.employers()[person as usize] as usize] == kind;
    let make = || Targets::of(people, (0..people as u32).filter(serves));
    let targets = clock.time("e_who_targets", make);
    let mut search = Seeker::new(people);
    let found = clock.each("e_who", &asked, |&person| search.nearest(graph, &targets, person));
    let table = clock.time("e_who_table_build", || Reach::of(graph, &targets));
    // Who serves it asks for somebody else, whom the table does not know.
    let looked = clock.each("e_who_table", &asked, |&person| match table.nearest(person) {
        Some(Nearest { steps: 0, .. }) => search.nearest(graph, &targets, person),
        found => found,
    });
    if looked != found {
        return Err("the table and the search give different answers".into());
    }
    let row = |person: u32| country.person_rows()[person as usize];
    let mut steps = vec![0u64; usize::from(STEPS_MAX) + 2];
    found.iter().for_each(|it| steps[it.map_or(usize::from(STEPS_MAX) + 1, |it| usize::from(it.steps))] += 1);
    let id = |person: u32| files.person_ids.text(row(person));
    let told = asked
        .iter()
        .zip(&found)
        .take(ANSWERS_WRITTEN)
        .filter_map(|(&person, found)| found.map(|it| json!([id(person), id(it.target), it.steps, it.strength])));
    let sum = |of: &dyn Fn(&Nearest) -> u64| found.iter().flatten().map(of).sum::<u64>();
    clock.value(
        "who",
        json!({"hops_hist_last_is_none": steps, "strength_sum": sum(&|it| u64::from(it.strength)),
            "target_index_sum": sum(&|it| u64::from(row(it.target))), "first20": Value::from_iter(told)}),
    );
    clock.value("who_table_mb", json!(table.bytes() as f64 / 1e6));
    Ok(())
}
