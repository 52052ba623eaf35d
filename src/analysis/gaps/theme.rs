//! `uncovered_theme`: a theme of the coalition whose known partners all stand on one side.

use super::*;
use crate::network::*;

/// Fewest known partners of a theme before it can be called one-sided.
const THEME_PARTNERS_MIN: usize = 2;

/// Reads the themes of the coalition. Governance parties pay and decide and count for neither side; one partner of neither side
/// (youth health care), or one whose domain no source tells, is enough to leave a theme alone.
pub(super) fn find(network: &Network) -> Vec<Draft> {
    let themes = network.coalition.themes.iter().enumerate();
    themes.filter_map(|(place, theme)| draft(network, place, theme)).collect()
}

fn draft(network: &Network, place: usize, theme: &Theme) -> Option<Draft> {
    let working = |member: &usize| network.members[*member].near() && !network.members[*member].governance;
    let partners: BTreeSet<usize> = theme.partners.iter().flat_map(|&party| network.places_of(party)).filter(working).collect();
    let first = network.members[*partners.first()?].side?;
    if partners.len() < THEME_PARTNERS_MIN || partners.iter().any(|&it| network.members[it].side != Some(first)) {
        return None;
    }
    Some(Draft {
        kind: GapKind::UncoveredTheme,
        importance: Importance::B,
        certainty: Certainty::Source,
        ends: [partners.into_iter().map(GapParty::Member).collect(), vec![]],
        evidence: vec![Evidence::Theme(place)],
        norm_line: None,
        basis: Basis::OneSide,
    })
}
