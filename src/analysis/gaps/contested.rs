//! `contested`: one end names the line and an end denies it. One finding a line, for its two ends and the facilitator only.

use super::doubt::Doubts;
use super::*;
use crate::network::*;

/// Reads the lines about which claims contradict each other.
pub(super) fn find(network: &Network, doubts: &Doubts<'_>) -> Vec<Draft> {
    let draft = |link: &&Link| {
        // With an umbrella at an end too, as for the other lines in doubt.
        let sides = link.ends().map(|end| network.members[end].side);
        let across = matches!(sides, [Some(a), Some(b)] if a != b);
        Draft {
            kind: GapKind::Contested,
            importance: if across { Importance::B } else { Importance::C },
            certainty: if link.said_by == [false; 2] || link.denied_by == [false; 2] {
                Certainty::Source
            } else {
                Certainty::One
            },
            ends: link.ends().map(|end| vec![GapParty::Member(end)]),
            evidence: link.claims.iter().map(|&id| Evidence::Claim(id)).collect(),
            norm_line: None,
            basis: Basis::Contradiction,
        }
    };
    doubts.contested.iter().map(draft).collect()
}
