//! What stands around a map in words and numbers: the three numbers, the response, the foot.

use super::gaps::state;
use super::links::across;
use super::map::lane;
use crate::analysis::gaps::Cell;
use crate::model::*;
use crate::network::*;
use crate::render::Lane;

/// How many of the expected lines are confirmed.
pub(super) fn expected_caption(cells: &[Cell], language: Language) -> String {
    let confirmed = cells.iter().filter(|cell| state(cell) == "confirmed").count();
    match (cells.len(), language) {
        (0, Language::Nl) => "nog geen verwachte lijn: eerst partners".to_owned(),
        (0, Language::En) => "no expected line yet: partners first".to_owned(),
        (1, Language::Nl) => format!("{confirmed} van 1 verwachte lijn bevestigd"),
        (1, Language::En) => format!("{confirmed} of 1 expected line confirmed"),
        (all, Language::Nl) => format!("{confirmed} van {all} verwachte lijnen bevestigd"),
        (all, Language::En) => format!("{confirmed} of {all} expected lines confirmed"),
    }
}

/// Known lines within one side; absent when there are none and nobody was asked.
fn within(network: &Network, side: Side) -> Option<usize> {
    let lane_of = |place: usize| lane(network, network.members[place].domain, network.members[place].side);
    let wanted = if side == Side::Medical { Lane::Left } else { Lane::Right };
    let inside = |link: &&Link| link.ends().iter().all(|&end| lane_of(end) == wanted) && on_the_map(network, link);
    let known = network.practice().filter(inside).count();
    let asked = network.coverages.iter().any(|it| it.scope == CoverageScope::Lines);
    (known > 0 || asked).then_some(known)
}

/// Is it a line between two that stand on the map? Who left does not, even where it is still spoken of.
pub(super) fn on_the_map(network: &Network, link: &Link) -> bool {
    network.holds(link) && link.ends().iter().all(|&end| network.members[end].stays())
}

/// The three numbers at the head of a map: known lines within the left side, between the sides, within the right side.
pub(super) fn numbers(network: &Network) -> [Option<usize>; 3] {
    let between = network.practice().filter(|link| across(network, link) && on_the_map(network, link)).count();
    [within(network, Side::Medical), Some(between), within(network, Side::Social)]
}

/// What a map rests on, at its foot.
pub(super) fn footer(network: &Network, language: Language) -> String {
    let sides = super::sides::sides_row(&network.view.sides, &network.catalogue).words;
    let (sides, norm, version) = (sides.in_language(language), &network.catalogue.norm.version, network.version);
    match language {
        Language::Nl => format!("Kanten: {sides} · norm {norm} · versie {version} · Korte Lijnen"),
        Language::En => format!("Sides: {sides} · norm {norm} · version {version} · Korte Lijnen"),
    }
}

/// How many organisations answered, how many were asked or could have been, and both in words.
pub(super) fn response_row(network: &Network, language: Language) -> (usize, usize, String) {
    let asked_of = network.members.iter().filter(|member| member.near()).count();
    let answered = network.members.iter().filter(|member| has_answered(network, member)).count();
    (answered, asked_of, response(answered, asked_of, language))
}

fn has_answered(network: &Network, member: &Member) -> bool {
    network.coverages.iter().any(|it| it.scope == CoverageScope::Lines && it.by == Some(Party::Organisation(member.id())))
}

fn response(answered: usize, asked_of: usize, language: Language) -> String {
    match (answered, asked_of, language) {
        (_, 1, Language::Nl) if answered == 0 => "de ene organisatie is zelf niet gevraagd".to_owned(),
        (_, 1, Language::En) if answered == 0 => "the one organisation was not asked itself".to_owned(),
        (0, all, Language::Nl) => format!("geen van de {all} organisaties is zelf gevraagd"),
        (0, all, Language::En) => format!("none of the {all} organisations was asked itself"),
        (some, all, Language::Nl) => format!("{some} van de {all} organisaties antwoordden zelf"),
        (some, all, Language::En) => format!("{some} of the {all} organisations answered themselves"),
    }
}
