//! Lines per pair of domains, of the country and of every coalition.

use crate::analysis::measures::{Mixing, Tally, assortativity, domain_group, e_i_index};
use crate::model::Domain;
use crate::network::Country;

/// Number of domains.
const DOMAINS: usize = Domain::ALL.len();
/// Bits for one domain in a word that counts all of them.
const COUNTER_BITS: u32 = 10;
/// Most neighbours such a word can count.
const COUNTED_MAX: usize = (1 << COUNTER_BITS) - 1;

/// The mixing matrices of a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryMixing {
    /// Of all organisations, with the lines between coalitions.
    pub national: Mixing,
    /// Of every coalition: the lines with both ends in it.
    pub coalitions: Vec<Mixing>,
}

/// Mixing of a country: which domains have lines with which, in the country and in every coalition?
///
/// Takes: organisation view, undirected, unweighted.
/// Gives: one mixing matrix for the country and one a coalition, over the domains; nothing counts as unknown.
/// Undefined: never; without lines all counts are 0.
/// Cost: O(n + m) time, each line is read twice. Deterministic.
/// Source: as `measures::Mixing`.
/// Checked: equals `Mixing::of` on every coalition by itself; data/oracles (NetworkX).
pub fn country_mixing(country: &Country) -> CountryMixing {
    let graph = country.organisations().graph();
    let groups: Vec<u8> = country.domains().iter().map(|&domain| domain_group(domain)).collect();
    let mut national = Counts::default();
    let mut coalitions = Vec::with_capacity(country.coalitions());
    for coalition in 0..country.coalitions() {
        let mut own = Counts::default();
        let members = country.members(coalition);
        for organisation in members.clone() {
            let group = usize::from(groups[organisation as usize]);
            own.sizes[group] += 1;
            // Counts of all domains stand side by side in one word: of all neighbours, and of those in the coalition.
            for some in graph.neighbours(organisation).chunks(COUNTED_MAX) {
                let (mut anywhere, mut inside) = (0u64, 0u64);
                for &other in some {
                    let one = 1u64 << (COUNTER_BITS * u32::from(groups[other as usize]));
                    anywhere += one;
                    inside += one * u64::from(members.contains(&other));
                }
                national.add(group, anywhere);
                own.add(group, inside);
            }
        }
        national.sizes.iter_mut().zip(own.sizes).for_each(|(all, own)| *all += own);
        coalitions.push(own.into_mixing());
    }
    CountryMixing { national: national.into_mixing(), coalitions }
}

/// What a mixing matrix is made of.
#[derive(Default)]
struct Counts {
    sizes: [u64; DOMAINS],
    arcs: [[u64; DOMAINS]; DOMAINS],
}

impl Counts {
    /// Adds neighbours of one organisation, counted in one word.
    fn add(&mut self, group: usize, counted: u64) {
        for (other, arcs) in self.arcs[group].iter_mut().enumerate() {
            *arcs += counted >> (COUNTER_BITS * other as u32) & COUNTED_MAX as u64;
        }
    }
    fn into_mixing(self) -> Mixing {
        Mixing::counted(self.sizes.to_vec(), self.arcs.concat())
    }
}

/// What is compared between domains, in one network.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DomainFigures {
    /// E-I index over the domains; `None` without lines.
    pub e_i: Option<f64>,
    /// Lines between medical and social organisations / such pairs; `None` if one of the domains has none.
    pub medical_social_density: Option<f64>,
    /// Lines between domains / pairs in different domains; `None` if all are of one domain.
    pub cross_domain_density: Option<f64>,
    /// Assortativity by domain; `None` without lines, or with lines within one domain alone.
    pub assortativity: Option<f64>,
}

/// The figures of a mixing matrix; the national ones stand in `measures` with bounds and cautions.
///
/// Takes: a mixing matrix of the domains. Gives: four numbers. Undefined: `None`, see each. Cost: O(g²). Deterministic.
/// Source: `measures::e_i_index`, `measures::assortativity`; densities as in `measures::cross_density`, on domains.
/// Checked: the worked example; data/oracles (NetworkX).
pub fn domain_figures(mixing: &Mixing) -> DomainFigures {
    let density = |Tally { ties, possible, .. }| (possible > 0).then(|| ties as f64 / possible as f64);
    let group = |domain| usize::from(domain_group(domain));
    DomainFigures {
        e_i: e_i_index(mixing).value,
        medical_social_density: density(mixing.tally(group(Domain::Medical), group(Domain::Social))),
        cross_domain_density: density(mixing.between()),
        assortativity: assortativity(mixing).value,
    }
}

/// E-I index of the pairs of people: do contacts run between domains or within them, every pair of people counted?
///
/// Takes: organisation view, undirected; weights count pairs of people.
/// Gives: (E − I) / (E + I) over the weights, −1 ..= 1.
/// Undefined (no lines): `None`. Cost: O(m). Deterministic. Source: as `measures::e_i_index`, weighted.
/// Checked: the worked example of four organisations in closed form; data/oracles (NetworkX).
pub fn e_i_of_people(country: &Country) -> Option<f64> {
    let (graph, domains) = (country.organisations(), country.domains());
    let (mut all, mut inward) = (0u64, 0u64);
    // Every line is met from both of its ends.
    for (organisation, &domain) in (0u32..).zip(domains) {
        for (other, pairs) in graph.links_of(organisation) {
            all += u64::from(pairs);
            inward += u64::from(pairs) * u64::from(domains[other as usize] == domain);
        }
    }
    (all > 0).then(|| (all as f64 - 2.0 * inward as f64) / all as f64)
}
