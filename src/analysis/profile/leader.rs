//! A coalition without the organisation that leads it.

use super::{Counted, over_remaining, parts_of_remaining, remaining};
use crate::analysis::measures::Measure;
use crate::model::*;
use crate::network::*;
use std::collections::BTreeMap;

/// The organisations that lead a coalition: those that lead the project, or of which somebody does; where nobody is said to, those
/// that took the initiative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leader {
    /// Who.
    pub organisations: Vec<OrganisationId>,
    /// `ProjectLead`, or `Initiator`.
    pub role: CoalitionRole,
}

impl Leader {
    /// Who leads, among those that take part. `None`: no source says. Cost: O(leads).
    pub fn of(network: &Network) -> Option<Self> {
        let in_role = |role: CoalitionRole| {
            let places = network.leads.iter().filter(move |lead| lead.role == role).filter_map(|lead| lead.member);
            let counted = places.map(|place| &network.members[place]).filter(|member| member.counts());
            let organisations: Vec<OrganisationId> = counted.map(Member::id).collect();
            (!organisations.is_empty()).then_some(Self { organisations, role })
        };
        in_role(CoalitionRole::ProjectLead).or_else(|| in_role(CoalitionRole::Initiator))
    }

    /// Without the leader: how far apart are the others, with and without those who lead?
    ///
    /// Takes: the network and its members that count. Gives: the measures over the pairs of the others, first with the leader as a
    /// step, then without; both empty when the leader is no member that counts.
    /// Undefined: as each measure by itself. Cost: three times that of all distances. Deterministic.
    /// Source: S. Borgatti, Comput. Math. Organ. Theory 12, 21–34, 2006, doi:10.1007/s10588-006-7084-x.
    /// Checked: departures in the worked example.
    pub fn difference(&self, network: &Network, counted: &Counted) -> [BTreeMap<String, Measure>; 2] {
        let stays = |place: usize| !self.organisations.contains(&network.members[place].id());
        let left: Vec<u32> = (0u32..).zip(&counted.places).filter(|(_, place)| stays(**place)).map(|(node, _)| node).collect();
        if left.len() == counted.places.len() {
            return Default::default();
        }
        let mut before = over_remaining(&counted.input, &left);
        before.insert("components".to_owned(), parts_of_remaining(&counted.input, &left));
        let without = remaining(&counted.input, &left);
        let everybody: Vec<u32> = (0..left.len() as u32).collect();
        let mut after = over_remaining(&without, &everybody);
        after.insert("components".to_owned(), parts_of_remaining(&without, &everybody));
        [before, after]
    }
}
