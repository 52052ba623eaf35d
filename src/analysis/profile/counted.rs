//! The members that measures count, as arrays.

use crate::analysis::measures::{Input, Response};
use crate::model::{Level, Side};
use crate::network::*;

/// The members that take part or signed, and whose domain is known; measures speak of these.
#[derive(Debug, Clone)]
pub struct Counted {
    /// Place in `Network::members` of each node.
    pub places: Vec<usize>,
    /// Places of members that take part and whose domain is not known.
    pub without_domain: Vec<usize>,
    /// What is measured.
    pub input: Input,
    /// Of those who take part, how many answered on the first and on the second side, if there was a round.
    pub side_response: Option<[Response; 2]>,
}

impl Counted {
    /// Reads a network by the rule of its view. Cost: O(members² · log links).
    pub fn of(network: &Network) -> Self {
        let (places, without_domain): (Vec<usize>, Vec<usize>) = (0..network.members.len())
            .filter(|&place| network.members[place].counts())
            .partition(|&place| network.members[place].domain.is_some());
        let input = input(network, &places);
        let side_response =
            input.round.map(|_| [Side::Medical, Side::Social].map(|side| response_of(network, &places, &input, side)));
        Self { places, without_domain, input, side_response }
    }
}

fn response_of(network: &Network, counted: &[usize], input: &Input, side: Side) -> Response {
    let of_side = || counted.iter().zip(&input.sides).filter(|(_, of)| **of == Some(side));
    Response {
        asked: of_side().count() as u32,
        answered: of_side().filter(|(place, _)| network.has_answered(**place)).count() as u32,
    }
}

/// Everybody who takes part counts as asked once somebody answered: the register holds answers, and nothing of who was asked in vain.
/// The share is therefore of the partners that take part, and never more than the share of those who were asked.
///
/// An umbrella stands on no side: it is not one of the side's partners.
fn input(network: &Network, counted: &[usize]) -> Input {
    let mut unknown = PairBits::new(counted.len());
    let mut pairs = Vec::new();
    let mut no_steps = Vec::new();
    for (a, &place_a) in counted.iter().enumerate() {
        for (b, &place_b) in counted.iter().enumerate().skip(a + 1) {
            match network.state(place_a, place_b, network.view.rule) {
                PairState::Present => {
                    pairs.push((a as u32, b as u32));
                    if network.link(place_a, place_b, Level::Practice).is_some_and(|link| link.projected) {
                        no_steps.push((a as u32, b as u32));
                    }
                }
                PairState::Unknown => unknown.insert(a as u32, b as u32),
                PairState::Absent => {}
            }
        }
    }
    let answered = counted.iter().filter(|&&place| network.has_answered(place)).count() as u32;
    let whole_list = |&place: &usize| network.has_answered(place) && network.lists_completely(place);
    let members = || counted.iter().map(|&place| &network.members[place]);
    Input {
        graph: Graph::from_pairs(counted.len(), pairs),
        domains: members().filter_map(|member| member.domain).collect(),
        sides: members().map(Member::counted_side).collect(),
        blocked: members().map(|member| member.governance).collect(),
        unknown: if unknown.is_empty() { Unknown::Nothing } else { Unknown::Pairs(unknown) },
        no_steps,
        round: (answered > 0).then_some(Response { asked: counted.len() as u32, answered }),
        answered: (answered > 0).then(|| counted.iter().map(whole_list).collect()),
    }
}
