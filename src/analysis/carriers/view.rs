//! The people of a network as the input of `carriers`, and how far its lines have persons at all.

use super::CarrierInput;
use crate::model::*;
use crate::network::*;

/// The people view between the two sides: node i is `network.people.nodes[i]`.
///
/// Takes: members for which `counted` holds, and loose persons, who stand on the side of their profession. A person with several
/// positions stands on the sides of all of them. Umbrellas stand on no side. Lines of people who work for governance parties
/// only are no steps, as in every distance between the sides; nor are lines by which nobody is linked in particular
/// (consultations, groups), which the people view does not hold. By rule `confirmed` a line counts when both ends of the line
/// between their organisations say so. Cost: O(people + lines · log).
pub fn carrier_input(network: &Network, counted: impl Fn(&Member) -> bool) -> CarrierInput {
    let people = &network.people;
    let at = |node: &PersonNode| node.members.iter().map(|&place| &network.members[place]).filter(|it| counted(it)).collect();
    let seats: Vec<Vec<&Member>> = people.nodes.iter().map(at).collect();
    let sides = people.nodes.iter().zip(&seats).map(|(node, seats)| sides_of(network, node, seats)).collect();
    let steps = |node: usize| match people.nodes[node].members.is_empty() {
        true => true,
        false => seats[node].iter().any(|member| !member.governance),
    };
    let pairs = people.links.iter().filter(|&&(a, b)| steps(a) && steps(b) && holds(network, a, b));
    CarrierInput {
        graph: Graph::from_pairs(people.nodes.len(), pairs.map(|&(a, b)| (a as u32, b as u32))),
        sides,
        anonymous: people.nodes.iter().map(|node| node.person.is_none()).collect(),
    }
}

fn sides_of(network: &Network, node: &PersonNode, seats: &[&Member]) -> [bool; 2] {
    let of_profession = || {
        let loose = network.loose.iter().find(|it| Some(it.person) == node.person)?;
        let kind = network.catalogue.kind(loose.profession.as_ref()?)?;
        network.view.sides.of(&[kind], Some(kind.domain))
    };
    let on = |side: Side| match node.members.is_empty() {
        true => of_profession() == Some(side),
        false => seats.iter().any(|member| member.counted_side() == Some(side)),
    };
    [on(Side::Medical), on(Side::Social)]
}

/// Does a line between two people count by the rule of the view?
fn holds(network: &Network, a: usize, b: usize) -> bool {
    let [a, b] = [a, b].map(|node| &network.people.nodes[node].members);
    let confirmed =
        |a: usize, b: usize| network.link(a, b, Level::Practice).is_some_and(|link| link.status == LinkStatus::Confirmed);
    network.view.rule == Rule::Any || a.iter().any(|&a| b.iter().any(|&b| a == b || confirmed(a, b)))
}

/// On how many lines that lead across persons are known at both ends, and how many such lines there are.
///
/// Lines that lead across: those between the two sides; where there is none, those between a side and a partner of neither side
/// that is no governance party. Lines count by the rule of the view; those known only from a consultation do not.
/// Cost: O(lines + lines of people).
pub fn lines_with_persons(network: &Network, counted: impl Fn(&Member) -> bool) -> Share {
    let realised = pairs_behind(network);
    let lines = || {
        let steps = network.practice().filter(|link| network.holds(link) && !link.projected);
        steps.filter(|link| link.ends().iter().all(|&end| counted(&network.members[end]) && !network.members[end].governance))
    };
    let sides = |link: &&Link| link.ends().map(|end| network.members[end].counted_side());
    let mut across: Vec<&Link> = lines().filter(|link| matches!(sides(link), [Some(a), Some(b)] if a != b)).collect();
    if across.is_empty() {
        across = lines().filter(|link| matches!(sides(link), [Some(_), None] | [None, Some(_)])).collect();
    }
    let with = across.iter().filter(|link| realised.contains_key(&(link.a, link.b))).count();
    Share { with, of: across.len() }
}

/// So many of so many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Lines with persons at both ends.
    pub with: usize,
    /// All of them.
    pub of: usize,
}

/// How many pairs of named persons stand behind each pair of members, smaller place first. Pairs of members behind which only the
/// organisations are known are not in it. Cost: O(lines of people · log).
pub fn pairs_behind(network: &Network) -> std::collections::BTreeMap<(usize, usize), usize> {
    let people = &network.people;
    let mut found = std::collections::BTreeMap::new();
    for &(a, b) in &people.links {
        let [a, b] = [a, b].map(|node| &people.nodes[node]);
        if a.person.is_none() || b.person.is_none() {
            continue;
        }
        for &x in &a.members {
            for &y in b.members.iter().filter(|&&y| y != x) {
                *found.entry((x.min(y), x.max(y))).or_insert(0) += 1;
            }
        }
    }
    found
}
