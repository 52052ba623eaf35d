//! The whole country as flat arrays: the people graph and the organisation graph of all coalitions.
//!
//! Why: what is asked of all coalitions at once is answered from two graphs that fit in memory, without a coalition being frozen
//! by itself. Organisations of one coalition, and people of one organisation, have successive numbers: what belongs together lies
//! together.
//! Never: a name, a claim, a date; who asks for those has the row each number came from.

use super::weighted::running_sums;
use super::{Graph, WeightedGraph};
use crate::model::Domain;
use std::ops::Range;

/// What is told of one organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrganisationRow {
    /// Its kind, as a number of the caller's.
    pub kind: u32,
    /// Its domain.
    pub domain: Domain,
    /// Its coalition: 0, 1, 2 … without gaps. Who takes part in two is two rows.
    pub coalition: u32,
}

/// All coalitions: people, organisations, and the lines among them. Its numbers are not the rows it was made from.
///
/// Memory: 13 bytes an organisation, 8 a person, 10 a link between people and 16 a link between organisations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// The first organisation of each coalition; one more entry than coalitions.
    coalitions: Vec<u32>,
    kinds: Vec<u32>,
    domains: Vec<Domain>,
    organisation_rows: Vec<u32>,
    /// The first person of each organisation; one more entry than organisations.
    first_people: Vec<u32>,
    /// The organisation of each person.
    employers: Vec<u32>,
    person_rows: Vec<u32>,
    people: WeightedGraph<u8>,
    organisations: WeightedGraph<u32>,
}

impl Country {
    /// Takes the rows of the organisations; for every person the row of the organisation; for every line the rows of two people
    /// and its strength, in any order. A line told twice is one, with the highest strength.
    ///
    /// Panics: a row names a row that does not exist. Cost: O(rows).
    pub fn freeze(
        organisations: &[OrganisationRow],
        people: &[u32],
        links: impl Iterator<Item = (u32, u32, u8)> + Clone,
    ) -> Self {
        Self::freeze_people(organisations, people, links).with_organisation_graph()
    }

    /// The same, up to the people graph; the organisation graph has no line yet. For who measures how long each takes.
    pub fn freeze_people(
        organisations: &[OrganisationRow],
        people: &[u32],
        links: impl Iterator<Item = (u32, u32, u8)> + Clone,
    ) -> Self {
        let (country, person_of) = Self::without_lines(organisations, people);
        let links = links.map(|(a, b, strength)| (person_of[a as usize], person_of[b as usize], strength));
        Self { people: WeightedGraph::from_links(people.len(), links), ..country }
    }

    /// The same people, with the organisation graph that follows from their lines: two organisations have a line when a person
    /// of one has a line with a person of the other, and its number says how many such pairs there are.
    ///
    /// Cost: O(n + m) and sorting each row.
    pub fn with_organisation_graph(self) -> Self {
        let organisations = lift(&self.people, &self.first_people, &self.employers);
        Self { organisations, ..self }
    }

    /// Everything but the lines, and the number of the person in each row.
    fn without_lines(organisations: &[OrganisationRow], people: &[u32]) -> (Self, Vec<u32>) {
        let count = organisations.iter().map(|row| row.coalition as usize + 1).max().unwrap_or(0);
        let (coalitions, organisation_rows, organisation_of) = grouped(count, organisations.iter().map(|row| row.coalition));
        let employers = people.iter().map(|&row| organisation_of[row as usize]);
        let (first_people, person_rows, person_of) = grouped(organisations.len(), employers);
        let row = |&row: &u32| organisations[row as usize];
        let country = Self {
            coalitions,
            kinds: organisation_rows.iter().map(row).map(|it| it.kind).collect(),
            domains: organisation_rows.iter().map(row).map(|it| it.domain).collect(),
            employers: person_rows.iter().map(|&row| organisation_of[people[row as usize] as usize]).collect(),
            people: WeightedGraph::from_links(people.len(), std::iter::empty()),
            organisations: WeightedGraph::from_links(organisations.len(), std::iter::empty()),
            organisation_rows,
            first_people,
            person_rows,
        };
        (country, person_of)
    }

    /// The people graph; its numbers are strengths, 1 to 4.
    pub fn people(&self) -> &WeightedGraph<u8> {
        &self.people
    }
    /// The organisation graph; its numbers count pairs of people.
    pub fn organisations(&self) -> &WeightedGraph<u32> {
        &self.organisations
    }
    /// Number of coalitions.
    pub fn coalitions(&self) -> usize {
        self.coalitions.len() - 1
    }
    /// The organisations of a coalition.
    pub fn members(&self, coalition: usize) -> Range<u32> {
        self.coalitions[coalition]..self.coalitions[coalition + 1]
    }
    /// The people of an organisation.
    pub fn people_of(&self, organisation: u32) -> Range<u32> {
        self.first_people[organisation as usize]..self.first_people[organisation as usize + 1]
    }
    /// The organisation of every person.
    pub fn employers(&self) -> &[u32] {
        &self.employers
    }
    /// The domain of every organisation.
    pub fn domains(&self) -> &[Domain] {
        &self.domains
    }
    /// The kind of every organisation, as the caller's number.
    pub fn kinds(&self) -> &[u32] {
        &self.kinds
    }
    /// The row that every organisation came from.
    pub fn organisation_rows(&self) -> &[u32] {
        &self.organisation_rows
    }
    /// The row that every person came from.
    pub fn person_rows(&self) -> &[u32] {
        &self.person_rows
    }
    /// The neighbours of an organisation within a coalition, its own or another.
    pub fn neighbours_in(&self, coalition: usize, organisation: u32) -> &[u32] {
        within(self.organisations.graph().neighbours(organisation), self.members(coalition))
    }
    /// The organisation graph of one coalition by itself: lines with both ends in it, numbered from 0. Cost: O(its lines).
    pub fn induced(&self, coalition: usize) -> Graph {
        let members = self.members(coalition);
        let (mut offsets, mut targets) = (vec![0u32], Vec::new());
        for organisation in members.clone() {
            targets.extend(self.neighbours_in(coalition, organisation).iter().map(|other| other - members.start));
            offsets.push(targets.len() as u32);
        }
        Graph::from_rows(offsets, targets)
    }
    /// Bytes that the frozen network holds.
    pub fn bytes(&self) -> usize {
        let ends = |graph: &Graph| 2 * graph.links();
        let (people, organisations) = (self.people.graph(), self.organisations.graph());
        let rows = 4 * (self.coalitions.len() + 3 * self.kinds.len() + 2 * self.employers.len());
        rows + self.domains.len() + 5 * ends(people) + 8 * ends(organisations)
    }
}

/// Rows brought together by group, the order within a group kept: where each group starts, the row of each new number, and the new
/// number of each row.
fn grouped(groups: usize, group_of: impl Iterator<Item = u32> + Clone) -> (Vec<u32>, Vec<u32>, Vec<u32>) {
    let mut starts = vec![0u32; groups + 1];
    group_of.clone().for_each(|group| starts[group as usize + 1] += 1);
    running_sums(&mut starts);
    let mut next = starts.clone();
    let numbers: Vec<u32> = group_of
        .map(|group| {
            let place = &mut next[group as usize];
            *place += 1;
            *place - 1
        })
        .collect();
    let mut rows = vec![0u32; numbers.len()];
    (0u32..).zip(&numbers).for_each(|(row, &number)| rows[number as usize] = row);
    (starts, rows, numbers)
}

/// The part of a sorted row that lies in a range.
fn within(row: &[u32], range: Range<u32>) -> &[u32] {
    let from = row.partition_point(|&other| other < range.start);
    let until = row.partition_point(|&other| other < range.end);
    &row[from..until]
}

/// The organisation graph of a people graph.
fn lift(people: &WeightedGraph<u8>, first_people: &[u32], employers: &[u32]) -> WeightedGraph<u32> {
    let organisations = first_people.len() - 1;
    let (mut offsets, mut targets, mut weights) = (vec![0u32], Vec::new(), Vec::new());
    offsets.reserve(organisations);
    // How many pairs of people the organisation at hand has with each other one: zero again after each row.
    let mut pairs = vec![0u32; organisations];
    let mut row = Vec::new();
    for organisation in 0..organisations {
        for person in first_people[organisation]..first_people[organisation + 1] {
            for &other in people.graph().neighbours(person) {
                let other = employers[other as usize];
                if other as usize != organisation {
                    if pairs[other as usize] == 0 {
                        row.push(other);
                    }
                    pairs[other as usize] += 1;
                }
            }
        }
        row.sort_unstable();
        weights.extend(row.iter().map(|&other| std::mem::take(&mut pairs[other as usize])));
        targets.append(&mut row);
        offsets.push(targets.len() as u32);
    }
    targets.shrink_to_fit();
    weights.shrink_to_fit();
    WeightedGraph::from_rows(offsets, targets, weights)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn row(coalition: u32, domain: Domain) -> OrganisationRow {
        OrganisationRow { kind: coalition + 10, domain, coalition }
    }

    /// Four organisations of two coalitions, their rows mixed: 0 and 2 in coalition 1, 1 and 3 in coalition 0.
    fn mixed() -> Country {
        use Domain::{Medical, Social};
        let organisations = [row(1, Medical), row(0, Social), row(1, Social), row(0, Medical)];
        let people = [3, 0, 0, 1, 2];
        let links = [(1, 2, 4), (1, 4, 1), (2, 4, 2), (4, 2, 3), (0, 3, 1), (3, 4, 2)];
        Country::freeze(&organisations, &people, links.into_iter())
    }

    #[test]
    fn what_belongs_together_lies_together() {
        let country = mixed();
        assert_eq!((country.coalitions(), country.members(0), country.members(1)), (2, 0..2, 2..4));
        assert_eq!(country.organisation_rows(), [1, 3, 0, 2]);
        assert_eq!(country.person_rows(), [3, 0, 1, 2, 4]);
        assert_eq!(country.employers(), [0, 1, 2, 2, 3]);
        assert_eq!((country.people_of(2), country.people_of(3)), (2..4, 4..5));
        assert_eq!(country.domains(), [Domain::Social, Domain::Medical, Domain::Medical, Domain::Social]);
        assert_eq!(country.kinds(), [10, 10, 11, 11]);
    }

    #[test]
    fn a_line_between_organisations_counts_pairs_of_people() {
        let country = mixed();
        let organisations = country.organisations();
        // Colleagues make no line; the double line 2–4 is one pair with the highest strength.
        assert_eq!(organisations.links().collect::<Vec<_>>(), [(0, 1, 1), (0, 3, 1), (2, 3, 2)]);
        assert_eq!(country.people().links().find(|&(a, b, _)| (a, b) == (3, 4)), Some((3, 4, 3)));
        assert_eq!(country.induced(1).pairs().collect::<Vec<_>>(), [(0, 1)]);
        assert_eq!((country.neighbours_in(0, 3), country.neighbours_in(1, 3)), ([0].as_slice(), [2].as_slice()));
    }

    #[test]
    fn a_country_may_be_empty_and_an_organisation_alone() {
        let empty = Country::freeze(&[], &[], std::iter::empty());
        assert_eq!((empty.coalitions(), empty.organisations().graph().nodes()), (0, 0));
        let alone = Country::freeze(&[row(0, Domain::Social)], &[], std::iter::empty());
        assert_eq!((alone.members(0), alone.organisations().graph().degree(0)), (0..1, 0));
    }

    proptest! {
        #[test]
        fn the_organisation_graph_follows_from_the_pairs(
            coalitions in prop::collection::vec(0u32..3, 6),
            people in prop::collection::vec(0u32..6, 20),
            links in prop::collection::vec((0u32..20, 0u32..20, 1u8..5), 0..60),
        ) {
            let organisations: Vec<_> = coalitions.iter().map(|&coalition| row(coalition, Domain::Social)).collect();
            let country = Country::freeze(&organisations, &people, links.iter().copied());
            let pairs: BTreeSet<_> = links.iter().filter(|(a, b, _)| a != b).map(|&(a, b, _)| (a.min(b), a.max(b))).collect();
            let mut wanted = BTreeMap::new();
            for (a, b) in pairs {
                let (a, b) = (people[a as usize], people[b as usize]);
                if a != b {
                    *wanted.entry((a.min(b), a.max(b))).or_insert(0u32) += 1;
                }
            }
            let rows = country.organisation_rows();
            let found: BTreeMap<_, _> = country.organisations().links().map(|(a, b, weight)| {
                let (a, b) = (rows[a as usize], rows[b as usize]);
                ((a.min(b), a.max(b)), weight)
            }).collect();
            prop_assert_eq!(found, wanted);
        }
    }
}
