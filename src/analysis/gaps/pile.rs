//! The three piles on the facilitator's desk: do, ask, track; the rest waits behind "show all".

use super::*;
use std::collections::BTreeSet;

/// Most findings in the pile *Doen*.
pub const DO_MAX: usize = 5;
/// Most findings in the pile *Vragen*.
pub const ASK_MAX: usize = 3;
/// Most findings in the pile *Bijhouden*.
pub const TRACK_MAX: usize = 2;

/// Gives every gap its pile and sorts: piles first, each from most to least important.
pub(super) fn rank(network: &Network, mut gaps: Vec<Gap>) -> Vec<Gap> {
    gaps.sort_by_cached_key(|gap| order(network, gap));
    fill(&mut gaps, Pile::Do, DO_MAX, |gap| sort(gap) == Pile::Do);
    fill(&mut gaps, Pile::Track, TRACK_MAX, |gap| sort(gap) == Pile::Track);
    for question in questions(network, &gaps) {
        gaps[question].pile = Pile::Ask;
    }
    gaps.sort_by_key(|gap| gap.pile);
    gaps
}

fn order(network: &Network, gap: &Gap) -> (Importance, GapKind, Certainty, usize, String) {
    (gap.importance, gap.kind, gap.certainty, norm_rank(network, gap), gap.id.clone())
}

/// Place of a finding in the norm: that of its row, or of the first row in which its partner helps or finds; the norm stands in
/// order of importance.
fn norm_rank(network: &Network, gap: &Gap) -> usize {
    let lines = &network.catalogue.norm.lines;
    let row_of = |kind: &KindCode| {
        lines.iter().position(|line| line.helper == *kind).or_else(|| lines.iter().position(|line| line.finder == *kind))
    };
    let of_party = |party: &GapParty| match party {
        GapParty::Kind(kind) => row_of(kind),
        GapParty::Member(place) => network.members[*place].kinds.iter().filter_map(row_of).min(),
        GapParty::Domain(_) => None,
    };
    gap.norm_line.or_else(|| gap.ends[0].iter().filter_map(of_party).min()).unwrap_or(lines.len())
}

/// In which pile a kind of finding belongs.
fn sort(gap: &Gap) -> Pile {
    match (gap.kind, gap.basis) {
        (GapKind::UnknownLine | GapKind::UnknownPartner | GapKind::Unconfirmed, _) => Pile::Ask,
        (GapKind::UncoveredNeed, Basis::Silence) => Pile::Ask,
        (GapKind::SingleCarrier | GapKind::FewCarriers | GapKind::Stale, _) => Pile::Track,
        (GapKind::NoContactPoint, Basis::Silence) => Pile::Track,
        _ => Pile::Do,
    }
}

fn fill(gaps: &mut [Gap], pile: Pile, max: usize, belongs: impl Fn(&Gap) -> bool) {
    for gap in gaps.iter_mut().filter(|gap| belongs(gap)).take(max) {
        gap.pile = pile;
    }
}

/// The questions that resolve most cells, greedily: asking one kind of partner whom it knows answers every unknown or unconfirmed
/// cell in which that kind stands. Each question is shown as the most important cell that it answers. Where room is left, the other
/// questions follow: lines outside the norm that one end names, and needs that nobody is known to serve.
fn questions(network: &Network, gaps: &[Gap]) -> Vec<usize> {
    let lines = &network.catalogue.norm.lines;
    let mut open: BTreeSet<usize> = (0..gaps.len()).filter(|&i| is_cell(&gaps[i])).collect();
    let mut chosen = Vec::new();
    let partners = (0..gaps.len()).find(|&i| gaps[i].kind == GapKind::UnknownPartner);
    let room = ASK_MAX - usize::from(partners.is_some());
    while chosen.len() < room && !open.is_empty() {
        let ends = |i: usize| gaps[i].norm_line.map(|row| [&lines[row].finder, &lines[row].helper]).into_iter().flatten();
        let weight = |kind: &KindCode| -> usize {
            open.iter()
                .filter(|&&i| ends(i).any(|end| end == kind))
                .map(|&i| if gaps[i].importance == Importance::A { 2 } else { 1 })
                .sum()
        };
        let kinds: BTreeSet<&KindCode> = open.iter().flat_map(|&i| ends(i)).collect();
        let Some(best) =
            kinds.into_iter().max_by_key(|kind| (weight(kind), std::cmp::Reverse(network.catalogue.kind_rank(kind)))).cloned()
        else {
            break;
        };
        let answered: Vec<usize> = open.iter().copied().filter(|&i| ends(i).any(|end| *end == best)).collect();
        chosen.extend(answered.first().copied());
        for i in answered {
            open.remove(&i);
        }
    }
    let others = (0..gaps.len()).filter(|&i| sort(&gaps[i]) == Pile::Ask && Some(i) != partners && !is_cell(&gaps[i]));
    chosen.extend(others.take(room - chosen.len()));
    chosen.into_iter().chain(partners).collect()
}

/// Is it a question about a cell of the norm?
fn is_cell(gap: &Gap) -> bool {
    gap.norm_line.is_some() && sort(gap) == Pile::Ask
}
