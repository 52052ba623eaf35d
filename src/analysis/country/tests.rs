//! National questions: closed forms, the worked example, NetworkX, and the same asked in another way.

use super::*;
use crate::analysis::measures::{Mixing, distance_counts, domain_groups};
use crate::model::Domain::{self, Governance, Medical, Social};
use crate::network::{Country, Graph, OrganisationRow, Unknown};
use proptest::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;

const TOLERANCE: f64 = 1e-9;
/// Scores are whole numbers of 2⁻⁴⁰, of which at most some dozens are added.
const SCORE_TOLERANCE: f64 = 1e-9;

/// One person an organisation, so that lines between people are lines between organisations.
fn country(organisations: &[(u32, Domain)], links: &[(u32, u32)]) -> Country {
    let rows: Vec<_> = organisations.iter().map(|&(coalition, domain)| OrganisationRow { kind: 0, domain, coalition }).collect();
    let people: Vec<u32> = (0..rows.len() as u32).collect();
    Country::freeze(&rows, &people, links.iter().map(|&(a, b)| (a, b, 1)))
}

/// Two coalitions: the path M–S–M–S, and M, S without a line; one line from the first coalition to the second's M, and G alone.
fn two_coalitions() -> Country {
    let members = [(0, Medical), (0, Social), (0, Medical), (0, Social), (1, Medical), (1, Social), (1, Governance)];
    country(&members, &[(0, 1), (1, 2), (2, 3), (0, 4)])
}

#[test]
fn two_coalitions_in_closed_form() {
    let country = two_coalitions();
    let CountryMixing { national, coalitions } = country_mixing(&country);
    let path = domain_figures(&coalitions[0]);
    assert_eq!((path.e_i, path.medical_social_density, path.cross_domain_density), (Some(1.0), Some(0.75), Some(0.75)));
    assert_eq!(path.assortativity, Some(-1.0));
    let silent = domain_figures(&coalitions[1]);
    assert_eq!((silent.e_i, silent.assortativity), (None, None));
    assert_eq!((silent.medical_social_density, silent.cross_domain_density), (Some(0.0), Some(0.0)));
    // Nationally three lines run across and one within; 3 × 3 medical–social pairs, and 6 more with governance.
    let all = domain_figures(&national);
    assert_eq!((all.e_i, all.medical_social_density, all.cross_domain_density), (Some(0.5), Some(3.0 / 9.0), Some(3.0 / 15.0)));
    assert_eq!(e_i_of_people(&country), Some(0.5));
}

#[test]
fn distances_in_closed_form() {
    let country = two_coalitions();
    let [path, silent] = coalition_distances(&country)[..] else { panic!("two coalitions") };
    // 0–1, 1–2, 2–3 at one step, 0–3 at three.
    assert_eq!(path, Distances { reachable: 4, unreachable: 0, steps: 6 });
    assert_eq!((silent, silent.mean()), (Distances { reachable: 0, unreachable: 1, steps: 0 }, None));
    // The whole is the path 4–0–1–2–3: M M S M S, so 4–1 is two steps and 4–3 four.
    let across = distances_across(&country);
    assert_eq!(across.medical_social, Distances { reachable: 6, unreachable: 3, steps: 12 });
    assert_eq!(across.domains, Distances { reachable: 12, unreachable: 18, steps: 24 });
}

#[test]
fn what_a_missing_line_has_in_common_in_closed_form() {
    // A square M–G–S–G′ without its diagonal, and a second social organisation that knows nobody.
    let members = [(0, Medical), (0, Governance), (0, Social), (0, Governance), (0, Social)];
    let country = country(&members, &[(0, 1), (1, 2), (2, 3), (3, 0)]);
    let missing = &missing_lines(&country)[0];
    assert_eq!((missing.count, missing.named.len()), (2, 2));
    let first = missing.named[0];
    assert_eq!((first.medical, first.social), (0, 2));
    assert!((first.score - 2.0 * (1.0 / 2f64.ln() + 0.5)).abs() < SCORE_TOLERANCE);
    assert_eq!((missing.named[1].social, missing.named[1].score), (4, 0.0));
}

#[test]
fn no_country_and_coalitions_of_one() {
    let none = country(&[], &[]);
    assert_eq!((country_mixing(&none).coalitions.len(), missing_lines(&none).len()), (0, 0));
    assert_eq!((distances_across(&none), e_i_of_people(&none)), (DistancesAcross::default(), None));
    let alone = country(&[(0, Medical), (1, Social)], &[]);
    assert_eq!(missing_lines(&alone), [MissingLines::default(), MissingLines::default()]);
    assert_eq!(coalition_distances(&alone), [Distances::default(), Distances::default()]);
    assert_eq!(distances_across(&alone).medical_social, Distances { reachable: 0, unreachable: 1, steps: 0 });
}

#[test]
fn the_worked_example_is_the_same_on_this_road() {
    let rows = |text: &'static str| text.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let nodes: Vec<_> = rows(include_str!("../../../data/oracles/worked-example/nodes.csv")).collect();
    let at = |id: &str| nodes.iter().position(|row| row[0] == id).unwrap() as u32;
    let domain = |code: &str| Domain::ALL.into_iter().find(|domain| domain.code() == code).unwrap();
    let members: Vec<_> = nodes.iter().map(|row| (0, domain(row[2]))).collect();
    let links: Vec<_> =
        rows(include_str!("../../../data/oracles/worked-example/links.csv")).map(|row| (at(row[0]), at(row[1]))).collect();
    let country = country(&members, &links);
    // The numbers of the worked example are printed with six decimals (src/analysis/measures/tests/worked_example.rs).
    let figures = domain_figures(&country_mixing(&country).national);
    assert!((figures.e_i.unwrap() + 0.411765).abs() < 5e-7 && (figures.assortativity.unwrap() - 0.541779).abs() < 5e-7);
    // No line between four social and five medical partners.
    assert_eq!((country.organisations().graph().links(), figures.medical_social_density), (17, Some(0.0)));
    assert_eq!(missing_lines(&country)[0].count, 20);
}

#[derive(Deserialize)]
struct Golden {
    people: usize,
    links: usize,
    organisations: usize,
    organisation_links: usize,
    pairs_of_people: u64,
    figures: BTreeMap<String, f64>,
    e_i_of_people: f64,
    /// Mean, reachable, unreachable.
    coalition_distance: (f64, u64, u64),
    distances_across: BTreeMap<String, f64>,
    missing: u64,
    /// Medical and social `id`, score.
    missing_first: Vec<(String, String, f64)>,
}

#[test]
fn networkx_finds_the_same_of_one_made_up_coalition() {
    let golden: Golden = serde_json::from_str(include_str!("../../../data/oracles/networkx_country.json")).unwrap();
    let country = oracle_country();
    let (people, graph) = (country.people().graph(), country.organisations().graph());
    assert_eq!((people.nodes(), people.links(), graph.nodes()), (golden.people, golden.links, golden.organisations));
    let pairs: u64 = country.organisations().links().map(|(_, _, pairs)| u64::from(pairs)).sum();
    assert_eq!((graph.links(), pairs), (golden.organisation_links, golden.pairs_of_people));
    let CountryMixing { national, coalitions } = country_mixing(&country);
    for figures in [domain_figures(&national), domain_figures(&coalitions[0])] {
        near(figures.e_i, golden.figures["e_i"]);
        near(figures.medical_social_density, golden.figures["medical_social_density"]);
        near(figures.cross_domain_density, golden.figures["cross_domain_density"]);
        near(figures.assortativity, golden.figures["assortativity"]);
    }
    near(e_i_of_people(&country), golden.e_i_of_people);
    let own = coalition_distances(&country)[0];
    near(own.mean(), golden.coalition_distance.0);
    assert_eq!((own.reachable, own.unreachable), (golden.coalition_distance.1, golden.coalition_distance.2));
    let DistancesAcross { domains, medical_social } = distances_across(&country);
    near(domains.mean(), golden.distances_across["mean"]);
    near(medical_social.mean(), golden.distances_across["medical_social_mean"]);
    assert_eq!(domains.reachable as f64, golden.distances_across["pairs"]);
    let missing = &missing_lines(&country)[0];
    assert_eq!((missing.count, missing.named.len()), (golden.missing, golden.missing_first.len()));
    for (found, (medical, social, score)) in missing.named.iter().zip(&golden.missing_first) {
        assert_eq!((format!("o{}", found.medical), format!("o{}", found.social)), (medical.clone(), social.clone()));
        assert!((found.score - score).abs() < SCORE_TOLERANCE, "{found:?}");
    }
}

/// The files of data/oracles/country, whose `id`s are the row numbers.
fn oracle_country() -> Country {
    let rows = |text: &'static str| text.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let number = |id: &str| id[1..].parse().unwrap();
    let domain = |code: &str| Domain::ALL.into_iter().find(|domain| domain.code() == code).unwrap();
    let organisations: Vec<_> = rows(include_str!("../../../data/oracles/country/organisations.csv"))
        .map(|row| OrganisationRow { kind: 0, domain: domain(row[3]), coalition: number(row[4]) })
        .collect();
    let people: Vec<u32> = rows(include_str!("../../../data/oracles/country/people.csv")).map(|row| number(row[2])).collect();
    let links: Vec<_> = rows(include_str!("../../../data/oracles/country/links.csv"))
        .map(|row| (number(row[0]), number(row[1]), row[2].parse().unwrap()))
        .collect();
    Country::freeze(&organisations, &people, links.into_iter())
}

fn near(found: Option<f64>, wanted: f64) {
    let found = found.expect("a number");
    assert!((found - wanted).abs() < TOLERANCE, "{found} for {wanted}");
}

/// Up to 700 organisations, so that more than one row of sources walks.
fn countries() -> impl Strategy<Value = Country> {
    (1usize..700, 1u32..6).prop_flat_map(|(nodes, coalitions)| {
        let members = prop::collection::vec((0..coalitions, prop::sample::select(Domain::ALL.to_vec())), nodes);
        let ends = 0..nodes as u32;
        (members, prop::collection::vec((ends.clone(), ends), 0..3 * nodes))
            .prop_map(|(members, links)| country(&members, &links))
    })
}

fn of(country: &Country, wanted: Domain) -> Vec<u32> {
    (0u32..).zip(country.domains()).filter(|(_, domain)| **domain == wanted).map(|(node, _)| node).collect()
}

/// Reachable pairs and their steps, by the measure of one network.
fn counted(graph: &Graph, sources: &[u32], targets: &[u32]) -> Distances {
    let counts = distance_counts(graph, sources, targets);
    let reachable = counts.pairs() - counts.unreachable();
    let steps = (1..=graph.nodes()).map(|step| step as u64 * (counts.within(step) - counts.within(step - 1))).sum();
    Distances { reachable, unreachable: counts.unreachable(), steps }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_coalition_is_counted_as_if_it_were_alone(country in countries()) {
        let CountryMixing { national, coalitions } = country_mixing(&country);
        let groups = domain_groups(country.domains());
        let same = |found: &Mixing, graph: &Graph, groups: &[u8]| {
            let wanted = Mixing::of(graph, groups, &Unknown::Nothing);
            (0..6).all(|a| (0..6).all(|b| found.tally(a, b) == wanted.tally(a, b)))
        };
        prop_assert!(same(&national, country.organisations().graph(), &groups));
        for (coalition, found) in coalitions.iter().enumerate() {
            let members = country.members(coalition);
            let groups = &groups[members.start as usize..members.end as usize];
            prop_assert!(same(found, &country.induced(coalition), groups));
        }
    }

    #[test]
    fn distances_across_are_those_between_the_domains(country in countries()) {
        let graph = country.organisations().graph();
        let found = distances_across(&country);
        prop_assert_eq!(found.medical_social, counted(graph, &of(&country, Medical), &of(&country, Social)));
        let mut wanted = Distances::default();
        for own in Domain::ALL {
            let others: Vec<u32> = Domain::ALL.into_iter().filter(|&it| it != own).flat_map(|it| of(&country, it)).collect();
            let Distances { reachable, unreachable, steps } = counted(graph, &of(&country, own), &others);
            wanted.reachable += reachable;
            wanted.unreachable += unreachable;
            wanted.steps += steps;
        }
        prop_assert_eq!(found.domains, wanted);
    }

    #[test]
    fn missing_lines_are_all_pairs_without_one(country in countries()) {
        let graph = country.organisations().graph();
        for (coalition, found) in missing_lines(&country).iter().enumerate() {
            let members = country.members(coalition);
            let own = |domain| of(&country, domain).into_iter().filter(|node| members.contains(node)).collect::<Vec<_>>();
            let mut scores = Vec::new();
            for medical in own(Medical) {
                for social in own(Social).into_iter().filter(|&social| !graph.linked(medical, social)) {
                    let common = graph.neighbours(medical).iter().filter(|&&it| graph.linked(it, social));
                    scores.push(common.map(|&it| graph.degree(it) as f64).map(|d| 1.0 / d.ln() + 1.0 / d).sum::<f64>());
                }
            }
            prop_assert_eq!(found.count, scores.len() as u64);
            scores.sort_by(|a, b| b.total_cmp(a));
            prop_assert_eq!(found.named.len(), scores.len().min(MISSING_NAMED_MAX));
            for (line, wanted) in found.named.iter().zip(scores) {
                prop_assert!(!graph.linked(line.medical, line.social));
                prop_assert!((line.score - wanted).abs() < SCORE_TOLERANCE, "{} for {}", line.score, wanted);
            }
        }
    }
}
