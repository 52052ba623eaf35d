//! The ladder: how a finder stands towards a helper for one row of the norm.

use super::Evidence;
use crate::analysis::paths;
use crate::model::*;
use crate::network::*;

/// A line of at most this many steps is short.
pub const STEPS_SHORT_MAX: usize = 2;

/// The best known way from a finder to a helper, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    /// A line that both ends name, or one organisation that is both.
    Confirmed,
    /// A line that somebody names.
    Direct,
    /// Both work together in one named group; who with whom is not said.
    Grouped,
    /// Two fresh lines through an allowed bridge.
    Bridged,
    /// A known line of more than two steps.
    Long,
    /// Known not to be there, or called hard to find.
    Missing,
    /// Nobody was asked.
    Unknown,
}

impl Rung {
    /// Does the finder reach the helper well enough for the norm?
    pub fn reaches(self) -> bool {
        self <= Self::Bridged
    }
}

/// How one finder stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Place of the finder.
    pub finder: usize,
    /// Place of the helper it stands best towards.
    pub helper: usize,
    /// How.
    pub rung: Rung,
    /// What shows it.
    pub evidence: Vec<Evidence>,
}

/// One row of the norm laid over the coalition; both kinds are there.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Place in `Norm::lines`.
    pub row: usize,
    /// Places of the finders.
    pub finders: Vec<usize>,
    /// Places of the helpers.
    pub helpers: Vec<usize>,
    /// One standing a finder, in order.
    pub standings: Vec<Standing>,
    /// A line in this cell is planned or wished.
    pub planned: bool,
}

/// Lays the norm over a network: one cell for every row of which both kinds are near.
pub fn cells(network: &Network) -> Vec<Cell> {
    let rows = network.catalogue.norm.lines.iter().enumerate();
    rows.filter_map(|(row, line)| {
        let finders: Vec<usize> = network.of_kind(&line.finder).collect();
        let helpers: Vec<usize> = network.of_kind(&line.helper).collect();
        if finders.is_empty() || helpers.is_empty() {
            return None;
        }
        let standings = finders.iter().map(|&finder| standing(network, line, finder, &helpers)).collect();
        let planned = planned(network, line, &finders, &helpers);
        Some(Cell { row, finders, helpers, standings, planned })
    })
    .collect()
}

fn standing(network: &Network, line: &NormLine, finder: usize, helpers: &[usize]) -> Standing {
    let pairs: Vec<Standing> = helpers.iter().map(|&helper| pair(network, line, finder, helper)).collect();
    let open = pairs.iter().any(|it| it.rung == Rung::Unknown);
    let best = pairs.into_iter().min_by_key(|it| (it.rung, it.helper));
    let mut best = best.unwrap_or(Standing { finder, helper: finder, rung: Rung::Unknown, evidence: vec![] });
    // While one helper was not asked about, nobody can say that there is no line to any of them.
    if best.rung == Rung::Missing && open {
        best.rung = Rung::Unknown;
    }
    if best.rung.reaches() || line.level == Level::Governance {
        return best;
    }
    let Some(path) = paths::shortest(network, finder, helpers) else { return best };
    // Two steps through a partner who is no bridge: no line for the norm, and worth telling.
    let rung = if path.len() > STEPS_SHORT_MAX + 1 { Rung::Long } else { best.rung };
    let helper = path.last().copied().unwrap_or(best.helper);
    let mut evidence = vec![Evidence::Path(path)];
    evidence.extend(best.evidence);
    Standing { finder, helper, rung, evidence }
}

fn pair(network: &Network, line: &NormLine, finder: usize, helper: usize) -> Standing {
    let at = |rung, evidence| Standing { finder, helper, rung, evidence };
    if finder == helper {
        return at(Rung::Confirmed, vec![Evidence::Membership(finder)]);
    }
    if let Some(link) = network.link(finder, helper, line.level).filter(|link| link.status.present()) {
        let rung = if link.status == LinkStatus::Confirmed { Rung::Confirmed } else { Rung::Direct };
        return at(rung, link.claims.iter().map(|&id| Evidence::Claim(id)).collect());
    }
    if line.level == Level::Governance {
        return governance(network, finder, helper);
    }
    if let Some(claim) = shared_group(network, finder, helper) {
        return at(Rung::Grouped, vec![Evidence::Claim(claim)]);
    }
    if let Some(bridge) = bridge(network, line, finder, helper) {
        return at(Rung::Bridged, vec![Evidence::Path(vec![finder, bridge, helper])]);
    }
    let against = against(network, line, finder, helper);
    if against.is_empty() { at(Rung::Unknown, vec![Evidence::Silence]) } else { at(Rung::Missing, against) }
}

/// At governance level a common agreement is the line.
fn governance(network: &Network, finder: usize, helper: usize) -> Standing {
    let shared = network.initiatives.iter().find(|it| {
        let holds = |place: usize| it.participants.contains(&Party::Organisation(network.members[place].id()));
        it.kind == InitiativeKind::Agreement && it.status == InitiativeStatus::Existing && holds(finder) && holds(helper)
    });
    match shared {
        Some(it) => Standing { finder, helper, rung: Rung::Confirmed, evidence: vec![Evidence::Initiative(it.id)] },
        None => Standing { finder, helper, rung: Rung::Unknown, evidence: vec![Evidence::Silence] },
    }
}

/// The claim of a group that works together and holds both.
pub(crate) fn shared_group(network: &Network, a: usize, b: usize) -> Option<ClaimId> {
    let together = |it: &&Statement| {
        it.claim.stance == Stance::Asserted
            && matches!(it.claim.scope, Scope::Group(_))
            && it.group.contains(&a)
            && it.group.contains(&b)
    };
    network.statements.iter().find(together).map(|it| it.claim.id)
}

fn bridge(network: &Network, line: &NormLine, finder: usize, helper: usize) -> Option<usize> {
    let fresh = |a: usize, b: usize| {
        network.link(a, b, Level::Practice).is_some_and(|link| link.status.present() && !link.stale() && !link.projected)
    };
    let allowed = |place: &usize| line.bridges.iter().any(|kind| network.members[*place].is(kind));
    (0..network.members.len()).filter(allowed).find(|&place| fresh(finder, place) && fresh(place, helper))
}

/// What speaks against a line: a denial, a closed list, or a call from one of the two ends or kinds that it is hard to find.
fn against(network: &Network, line: &NormLine, finder: usize, helper: usize) -> Vec<Evidence> {
    let mut found = Vec::new();
    if let Some(link) = network.link(finder, helper, Level::Practice).filter(|link| link.status == LinkStatus::Denied) {
        found.extend(link.claims.iter().map(|&id| Evidence::Claim(id)));
    }
    found.extend(network.denied_over_set(finder, helper).map(|it| Evidence::Claim(it.claim.id)));
    found.extend(network.covered(finder, helper).map(|it| Evidence::Coverage(it.id)));
    for statement in &network.statements {
        let claim = &statement.claim;
        let narrow = matches!(claim.scope, Scope::Pair(_) | Scope::Kinds(_) | Scope::Group(_));
        if claim.stance == Stance::Insufficient
            && narrow
            && network.in_scope(statement, finder, helper)
            && spoken_by_an_end(network, line, statement)
        {
            found.push(Evidence::Claim(claim.id));
        }
    }
    found
}

fn spoken_by_an_end(network: &Network, line: &NormLine, statement: &Statement) -> bool {
    statement.voices.iter().filter_map(|&id| network.place(id)).any(|place| {
        let member = &network.members[place];
        member.is(&line.finder) || member.is(&line.helper)
    })
}

fn planned(network: &Network, line: &NormLine, finders: &[usize], helpers: &[usize]) -> bool {
    let wanted = |stance| matches!(stance, Stance::Planned | Stance::Wished);
    let by_link = network.links.iter().any(|link| {
        let across = |a, b| finders.contains(&a) && helpers.contains(&b);
        matches!(link.status, LinkStatus::Planned | LinkStatus::Wished) && (across(link.a, link.b) || across(link.b, link.a))
    });
    by_link
        || network.statements.iter().any(|it| {
            let kinds = [line.finder.clone(), line.helper.clone()];
            let reversed = [line.helper.clone(), line.finder.clone()];
            wanted(it.claim.stance) && matches!(&it.claim.scope, Scope::Kinds(named) if *named == kinds || *named == reversed)
        })
}
