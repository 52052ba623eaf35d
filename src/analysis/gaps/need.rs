//! `uncovered_need`: nobody serves a need, or the medical front line is known not to reach who does.
//!
//! Only needs for which the catalogue has a core or often expected kind of helper. What a missing or not named partner says already
//! is not said again where nobody was asked, and a cell of the norm that has a finding gets none here.

use super::*;
use crate::network::*;

/// One finding for all needs that nobody serves, and one for each need that the front line does not reach.
pub(super) fn find(network: &Network, cells: &[Cell], told: &BTreeSet<usize>) -> Vec<Draft> {
    // In a plain network, where nobody's kind is recorded, nobody's needs are known.
    if network.members.iter().all(|member| member.kinds.is_empty()) {
        return Vec::new();
    }
    let catalogue = &network.catalogue;
    let serves = |kind: &&PartnerKind| kind.helper && kind.expected != Expected::Optional;
    let known = |need: &&Need| catalogue.kinds.iter().filter(serves).any(|kind| kind.needs.contains(&need.code));
    let (served, open): (Vec<(&Need, Vec<usize>)>, Vec<_>) =
        catalogue.needs.iter().filter(known).map(|need| (need, helpers(network, &need.code))).partition(|(_, by)| !by.is_empty());
    let nobody = open.into_iter().map(|(need, _)| need).collect();
    let unreached = served.iter().filter_map(|(need, helpers)| unreached(network, need, helpers, cells, told));
    unserved(network, nobody).into_iter().chain(unreached).collect()
}

/// Near partners that serve a need: by their kind, or by a desk for it.
fn helpers(network: &Network, need: &NeedCode) -> Vec<usize> {
    let by_kind = |member: &Member| {
        let kinds = member.kinds.iter().filter_map(|code| network.catalogue.kind(code));
        kinds.into_iter().any(|kind| kind.helper && kind.needs.contains(need))
    };
    let by_desk = |member: &Member| member.contact_points.iter().any(|point| point.needs.contains(need));
    let near = |place: &usize| network.members[*place].near();
    (0..network.members.len()).filter(near).filter(|&it| by_kind(&network.members[it]) || by_desk(&network.members[it])).collect()
}

/// The needs that nobody serves, in one finding whose parties are the kinds that could.
fn unserved(network: &Network, needs: Vec<&Need>) -> Option<Draft> {
    let catalogue = &network.catalogue;
    let closed = network.roster_closed();
    let stays = |member: &&Member| member.status != Some(MembershipStatus::Left);
    let named = |kind: &PartnerKind| network.members.iter().filter(stays).any(|member| member.is(&kind.code));
    // While the list is open, the question about core partners that nobody names asks for these needs too.
    let core = || catalogue.kinds.iter().filter(|kind| kind.helper && kind.expected == Expected::Core);
    let asked = |need: &Need| closed.is_none() && core().any(|kind| kind.needs.contains(&need.code) && !named(kind));
    let needs: Vec<&Need> = needs.into_iter().filter(|need| !asked(need)).collect();
    if needs.is_empty() {
        return None;
    }
    let wanted = |kind: &&PartnerKind| {
        kind.helper && kind.expected != Expected::Optional && needs.iter().any(|need| kind.needs.contains(&need.code))
    };
    let kinds = catalogue.kinds.iter().filter(wanted).map(|kind| GapParty::Kind(kind.code.clone())).collect();
    let mut evidence: Vec<Evidence> = needs.iter().map(|need| Evidence::Need(need.code.clone())).collect();
    evidence.push(closed.map_or(Evidence::Silence, |list| Evidence::Coverage(list.id)));
    let may_serve = |place: &usize| network.members[*place].kinds.is_empty() && network.members[*place].counts();
    let may_serve: Vec<usize> = (0..network.members.len()).filter(may_serve).collect();
    evidence.extend((!may_serve.is_empty()).then_some(Evidence::KindNotStated(may_serve)));
    Some(Draft {
        kind: GapKind::UncoveredNeed,
        importance: if closed.is_some() { Importance::B } else { Importance::C },
        certainty: if closed.is_some() { Certainty::Source } else { Certainty::Nobody },
        ends: [kinds, vec![]],
        evidence,
        norm_line: None,
        basis: if closed.is_some() { Basis::Closed } else { Basis::Silence },
    })
}

/// A kind of the medical front line of which nobody gets to a helper of the need within two steps, and of which every such pair is
/// known not to be there. Silence is asked about by the rows of the norm, and is nothing here.
fn unreached(network: &Network, need: &Need, helpers: &[usize], cells: &[Cell], told: &BTreeSet<usize>) -> Option<Draft> {
    let front = |kind: &&PartnerKind| kind.finder && kind.domain == Domain::Medical && !kind.needs.contains(&need.code);
    let mut finders: Vec<usize> = Vec::new();
    let mut evidence = vec![Evidence::Need(need.code.clone())];
    for kind in network.catalogue.kinds.iter().filter(front) {
        let of_kind: Vec<usize> = network.of_kind(&kind.code).collect();
        let in_cell = |cell: &Cell| {
            let row = &network.catalogue.norm.lines[cell.row];
            told.contains(&cell.row) && row.finder == kind.code && cell.helpers.iter().any(|helper| helpers.contains(helper))
        };
        if of_kind.is_empty() || cells.iter().any(in_cell) {
            continue;
        }
        if of_kind.iter().all(|&finder| helpers.iter().all(|&helper| is_out_of_reach(network, finder, helper))) {
            for (&finder, &helper) in of_kind.iter().flat_map(|finder| helpers.iter().map(move |helper| (finder, helper))) {
                let against = against(network, finder, helper);
                evidence.extend(against.into_iter().filter(|it| !evidence.contains(it)).collect::<Vec<_>>());
            }
            finders.extend(of_kind);
        }
    }
    finders.sort_unstable();
    finders.dedup();
    (!finders.is_empty()).then(|| Draft {
        kind: GapKind::UncoveredNeed,
        importance: Importance::B,
        certainty: Certainty::Source,
        ends: [finders, helpers.to_vec()].map(|places| places.into_iter().map(GapParty::Member).collect()),
        evidence,
        norm_line: None,
        basis: Basis::Unreached,
    })
}

/// Is it known that there is no line, and is there no partner in between?
fn is_out_of_reach(network: &Network, finder: usize, helper: usize) -> bool {
    let step =
        |a: usize, b: usize| network.link(a, b, Level::Practice).is_some_and(|link| network.holds(link) && !link.projected);
    let between = |&place: &usize| !network.members[place].governance && step(finder, place) && step(place, helper);
    // By rule `confirmed` a line that only one end names, or that the other denies, is not known to be there nor not to be there.
    let named = network.link(finder, helper, Level::Practice).is_some_and(|link| link.status.present());
    finder != helper
        && !named
        && network.state(finder, helper, network.view.rule) == PairState::Absent
        && !together(network, finder, helper)
        && !(0..network.members.len()).any(|place| between(&place))
}

fn against(network: &Network, finder: usize, helper: usize) -> Vec<Evidence> {
    let claims = network.link(finder, helper, Level::Practice).into_iter().flat_map(|link| &link.claims);
    let mut found: Vec<Evidence> = claims.map(|&id| Evidence::Claim(id)).collect();
    found.extend(network.denied_over_set(finder, helper).map(|it| Evidence::Claim(it.claim.id)));
    found.extend(network.covered(finder, helper).map(|it| Evidence::Coverage(it.id)));
    found
}
