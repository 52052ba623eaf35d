//! How much of the lines stayed?

use super::lines::named;
use super::merged;
use crate::model::{Level, MembershipStatus, OrganisationId};
use crate::network::Network;

/// Lines of two days, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Overlap {
    /// Lines on both days.
    pub kept: usize,
    /// Lines on either day.
    pub union: usize,
    /// Organisations among which they run.
    pub members: usize,
}

impl Overlap {
    /// Kept / either, 0 ..= 1; `None` without a line on either day.
    pub fn share(self) -> Option<f64> {
        (self.union > 0).then(|| self.kept as f64 / self.union as f64)
    }
}

/// Lines of two days, among who is there on both days and among everybody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stability {
    /// Among who is in the picture on both days: what did those who stayed do?
    pub common: Overlap,
    /// Among everybody: who leaves takes lines along.
    pub all: Overlap,
}

/// Stability: which part of the lines of two days is there on both?
///
/// Takes: one coalition frozen on two days by the same rule, and a level. Who left is not in the picture.
/// Gives: the Jaccard index |A ∩ B| / |A ∪ B| of the lines A and B, as its two counts, 0 ..= 1.
/// Undefined (no line on either day): `Overlap::share` is `None`.
/// Cost: O((links + members) · log), then one pass. Deterministic.
/// Source: P. Jaccard, New Phytol. 11, 37–50, 1912, doi:10.1111/j.1469-8137.1912.tb05611.x; for networks over time T. Snijders,
/// G. van de Bunt & C. Steglich, Soc. Netw. 32, 44–60, 2010, doi:10.1016/j.socnet.2009.02.004.
/// Checked: closed forms, symmetric, and data/oracles (sets of Python).
pub fn stability(before: &Network, after: &Network, level: Level) -> Stability {
    let (was, is) = (present(before), present(after));
    let common: Vec<OrganisationId> = was.iter().filter(|id| is.binary_search(id).is_ok()).copied().collect();
    let members = merged(&was, &is, |id| *id).count();
    let mut found = Stability {
        common: Overlap { members: common.len(), ..Overlap::default() },
        all: Overlap { members, ..Overlap::default() },
    };
    let lines = |network: &Network| -> Vec<[OrganisationId; 2]> {
        named(network).into_iter().filter(|it| it.is_line && it.level == level).map(|it| it.ends).collect()
    };
    for (ends, was, is) in merged(&lines(before), &lines(after), |ends| *ends) {
        let kept = usize::from(was.is_some() && is.is_some());
        found.all.union += 1;
        found.all.kept += kept;
        if ends.iter().all(|end| common.binary_search(end).is_ok()) {
            found.common.union += 1;
            found.common.kept += kept;
        }
    }
    found
}

/// Who is in the picture, by id.
fn present(network: &Network) -> Vec<OrganisationId> {
    let here = network.members.iter().filter(|member| member.status != Some(MembershipStatus::Left));
    let mut all: Vec<OrganisationId> = here.map(crate::network::Member::id).collect();
    all.sort_unstable();
    all
}
