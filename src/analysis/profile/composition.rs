//! Who takes part: counts of organisations by participation, domain and side.

use crate::model::*;
use crate::network::*;
use std::collections::BTreeMap;

/// Organisations by participation, and those that take part by domain and side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Composition {
    /// Organisations that take part or signed.
    pub counted: usize,
    /// All organisations by how they take part.
    pub by_status: BTreeMap<MembershipStatus, usize>,
    /// Organisations that are named in a statement only.
    pub seen: usize,
    /// Of those that take part: by domain.
    pub by_domain: BTreeMap<Domain, usize>,
    /// Of those that take part: the domain is not known; no measure counts them.
    pub without_domain: usize,
    /// Of those that take part: only the kind is known.
    pub placeholders: usize,
    /// Of those that take part: on the first and on the second side.
    pub sides: [usize; 2],
    /// Of those that take part: on neither side.
    pub neither: usize,
}

impl Composition {
    /// Counts the members of a network. Cost: O(members).
    pub fn of(network: &Network) -> Self {
        let mut found = Self::default();
        for member in &network.members {
            match member.status {
                Some(status) => *found.by_status.entry(status).or_default() += 1,
                None => found.seen += 1,
            }
            if !member.counts() {
                continue;
            }
            found.counted += 1;
            found.placeholders += usize::from(member.organisation.placeholder);
            match member.domain {
                Some(domain) => *found.by_domain.entry(domain).or_default() += 1,
                None => found.without_domain += 1,
            }
            match member.counted_side() {
                Some(Side::Medical) => found.sides[0] += 1,
                Some(Side::Social) => found.sides[1] += 1,
                None => found.neither += 1,
            }
        }
        found
    }
}
