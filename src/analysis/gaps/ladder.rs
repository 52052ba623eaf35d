//! The ladder: how a finder stands towards a helper for one row of the norm.
//!
//! What a line must be to stand on a rung depends on the rule of the view:
//!
//! | known of the pair | rung by rule `any` | rung by rule `confirmed` |
//! |---|---|---|
//! | both ends name the line, or one organisation is both | Confirmed | Confirmed |
//! | one end, or only a source, names it; or an end contradicts it | Direct | Claimed |
//! | both are in a group that works together | Grouped | Grouped if both say so, else Claimed |
//! | two fresh lines through an allowed bridge | Bridged | Bridged if all ends say so, else Claimed |
//! | a path over lines that count, of more than two steps | Long | Long |
//! | denied, on a complete list, called hard to find | Missing | Missing |
//! | nothing of all this | Unknown | Unknown |
//!
//! So by `confirmed` a cell that only one end vouches for is not solved and not absent: it asks the other end, as `unconfirmed`.
//! A line that one end names and the other denies is absent for measures by that rule (`Network::state`); here it stays Claimed,
//! because `contested` tells it, to those whom it concerns, and no cell gets two findings.

use super::Evidence;
use crate::analysis::paths::Steps;
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
    /// Only by rule `confirmed`: somebody names the line, the group or the bridge, and not both ends do.
    Claimed,
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
///
/// Cost: O(members + links) once, then O(bridges · log links + statements + coverages) for each pair of finder and helper, and
/// O(members + links) for each finder who does not get there.
pub fn cells(network: &Network) -> Vec<Cell> {
    let steps = Steps::of(network);
    let rows = network.catalogue.norm.lines.iter().enumerate();
    rows.filter_map(|(row, line)| {
        let finders: Vec<usize> = network.of_kind(&line.finder).collect();
        let helpers: Vec<usize> = network.of_kind(&line.helper).collect();
        if finders.is_empty() || helpers.is_empty() {
            return None;
        }
        let allowed = |place: &usize| {
            let member = &network.members[*place];
            member.near() && line.bridges.iter().any(|kind| member.is(kind))
        };
        let bridges = (0..network.members.len()).filter(allowed).collect();
        let laid = Laid { network, line, bridges };
        let standings = finders.iter().map(|&finder| laid.standing(&steps, finder, &helpers)).collect();
        let planned = planned(network, line, &finders, &helpers);
        Some(Cell { row, finders, helpers, standings, planned })
    })
    .collect()
}

/// One row of the norm over one network.
struct Laid<'a> {
    network: &'a Network,
    line: &'a NormLine,
    /// Places of the partners through which the line may run.
    bridges: Vec<usize>,
}

impl Laid<'_> {
    fn standing(&self, steps: &Steps, finder: usize, helpers: &[usize]) -> Standing {
        let pairs: Vec<Standing> = helpers.iter().map(|&helper| self.pair(finder, helper)).collect();
        let open = pairs.iter().any(|it| it.rung == Rung::Unknown);
        let best = pairs.into_iter().min_by_key(|it| (it.rung, it.helper));
        let mut best = best.unwrap_or(Standing { finder, helper: finder, rung: Rung::Unknown, evidence: vec![] });
        // While one helper was not asked about, nobody can say that there is no line to any of them.
        if best.rung == Rung::Missing && open {
            best.rung = Rung::Unknown;
        }
        if best.rung <= Rung::Claimed || self.line.level == Level::Governance {
            return best;
        }
        let Some(path) = steps.shortest(finder, helpers) else { return best };
        // Two steps through a partner who is no bridge: no line for the norm, and worth telling.
        let rung = if path.len() > STEPS_SHORT_MAX + 1 { Rung::Long } else { best.rung };
        let helper = path.last().copied().unwrap_or(best.helper);
        let mut evidence = vec![Evidence::Path(path)];
        evidence.extend(best.evidence);
        Standing { finder, helper, rung, evidence }
    }

    fn pair(&self, finder: usize, helper: usize) -> Standing {
        let network = self.network;
        let at = |rung, evidence| Standing { finder, helper, rung, evidence };
        if finder == helper {
            return at(Rung::Confirmed, vec![Evidence::Membership(finder)]);
        }
        let link = network.link(finder, helper, self.line.level).filter(|link| link.status.present());
        if let Some(link) = link.filter(|link| network.holds(link)) {
            let rung = if link.status == LinkStatus::Confirmed { Rung::Confirmed } else { Rung::Direct };
            return at(rung, what_shows(network, link));
        }
        let mut claimed = link.map(|link| what_shows(network, link));
        if self.line.level == Level::Governance {
            return match (common_agreement(network, finder, helper), claimed) {
                (Some(it), _) => at(Rung::Confirmed, vec![Evidence::Initiative(it)]),
                (None, Some(evidence)) => at(Rung::Claimed, evidence),
                (None, None) => at(Rung::Unknown, vec![Evidence::Silence]),
            };
        }
        if let Some(group) = group_of(network, finder, helper) {
            let evidence = vec![Evidence::Claim(group.claim.id)];
            let both = [finder, helper].iter().all(|&end| group.voices.contains(&network.members[end].id()));
            if both || network.view.rule == Rule::Any {
                return at(Rung::Grouped, evidence);
            }
            claimed.get_or_insert(evidence);
        }
        if let Some(bridge) = self.bridge(finder, helper, |link| network.holds(link)) {
            return at(Rung::Bridged, vec![Evidence::Path(vec![finder, bridge, helper])]);
        }
        if network.view.rule == Rule::Confirmed
            && claimed.is_none()
            && let Some(bridge) = self.bridge(finder, helper, |link| link.status.present())
        {
            claimed = Some(vec![Evidence::Path(vec![finder, bridge, helper])]);
        }
        if let Some(evidence) = claimed {
            return at(Rung::Claimed, evidence);
        }
        let against = against(network, finder, helper);
        if against.is_empty() { at(Rung::Unknown, vec![Evidence::Silence]) } else { at(Rung::Missing, against) }
    }

    fn bridge(&self, finder: usize, helper: usize, counts: impl Fn(&Link) -> bool) -> Option<usize> {
        let fresh = |a: usize, b: usize| {
            self.network.link(a, b, Level::Practice).is_some_and(|link| counts(link) && !link.stale() && !link.projected)
        };
        self.bridges.iter().copied().find(|&place| fresh(finder, place) && fresh(place, helper))
    }
}

/// What shows that a line is there: its claims, or the consultation in which both sit.
pub(super) fn what_shows(network: &Network, link: &Link) -> Vec<Evidence> {
    if !link.projected {
        return link.claims.iter().map(|&id| Evidence::Claim(id)).collect();
    }
    let holds = |it: &&Initiative| it.kind == InitiativeKind::Consultation && both_in(network, it, link.a, link.b);
    network.initiatives.iter().filter(holds).map(|it| Evidence::Initiative(it.id)).collect()
}

fn both_in(network: &Network, initiative: &Initiative, a: usize, b: usize) -> bool {
    let holds = |place: usize| initiative.participants.contains(&Party::Organisation(network.members[place].id()));
    initiative.status == InitiativeStatus::Existing && holds(a) && holds(b)
}

/// At governance level a common agreement is the line.
fn common_agreement(network: &Network, a: usize, b: usize) -> Option<InitiativeId> {
    let shared = |it: &&Initiative| it.kind == InitiativeKind::Agreement && both_in(network, it, a, b);
    network.initiatives.iter().find(shared).map(|it| it.id)
}

/// The statement of a group that works together and holds both; one that both of them make, if there is one.
fn group_of(network: &Network, a: usize, b: usize) -> Option<&Statement> {
    let together = |it: &&Statement| {
        it.claim.stance == Stance::Asserted
            && matches!(it.claim.scope, Scope::Group(_))
            && it.group.contains(&a)
            && it.group.contains(&b)
    };
    let silent = |it: &&Statement| [a, b].iter().filter(|&&end| !it.voices.contains(&network.members[end].id())).count();
    network.statements.iter().filter(together).min_by_key(silent)
}

/// The claim of a group that works together and holds both.
pub(crate) fn shared_group(network: &Network, a: usize, b: usize) -> Option<ClaimId> {
    group_of(network, a, b).map(|it| it.claim.id)
}

/// What speaks against a line: a denial, a closed list, or a call from one of the two ends or kinds that it is hard to find.
pub(super) fn against(network: &Network, finder: usize, helper: usize) -> Vec<Evidence> {
    let mut found = Vec::new();
    if let Some(link) = network.link(finder, helper, Level::Practice).filter(|link| link.status == LinkStatus::Denied) {
        found.extend(link.claims.iter().map(|&id| Evidence::Claim(id)));
    }
    found.extend(network.denied_over_set(finder, helper).map(|it| Evidence::Claim(it.claim.id)));
    found.extend(network.covered(finder, helper).map(|it| Evidence::Coverage(it.id)));
    found.extend(network.hard_to_find(finder, helper).map(|it| Evidence::Claim(it.claim.id)));
    found
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
