//! Which lines that somebody names are in doubt, and in which finding each is told. A line is told once.
//!
//! A cell of the norm that has a finding about a line already gets no second one; its doubtful lines are told with the others.

use super::*;
use crate::network::*;

/// Why a line is in doubt, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Doubt {
    /// Nobody said it again for longer than its half-life.
    Stale,
    /// Not both ends name it; it may be old as well.
    Unconfirmed,
    /// An end denies it.
    Contested,
}

/// A cell of the norm that hangs on lines in doubt.
pub(super) struct CellDoubt<'a> {
    pub cell: &'a Cell,
    pub doubt: Doubt,
    /// Whose lines are in doubt.
    pub finders: Vec<usize>,
    pub helpers: Vec<usize>,
    pub links: Vec<&'a Link>,
    pub evidence: Vec<Evidence>,
}

/// All lines in doubt, by the finding that tells them.
pub(super) struct Doubts<'a> {
    /// One finding a line.
    pub contested: Vec<&'a Link>,
    /// One finding a cell: core rows, and by rule `confirmed` every row that is not solved.
    pub cells: Vec<CellDoubt<'a>>,
    /// One finding together: other lines between the sides or of a row of the norm.
    pub unconfirmed: Vec<&'a Link>,
    /// One finding together, in the same way.
    pub stale: Vec<&'a Link>,
}

impl<'a> Doubts<'a> {
    /// Takes the rows that have a finding about a line. Cost: O(links · (norm rows + log links)).
    pub fn of(network: &'a Network, cells: &'a [Cell], told: &BTreeSet<usize>) -> Self {
        let near = |link: &&Link| link.ends().iter().all(|&end| network.members[end].near());
        let doubtful: Vec<(&Link, Doubt)> =
            network.practice().filter(near).filter_map(|link| Some((link, doubt(network, link)?))).collect();
        let own: Vec<CellDoubt<'_>> =
            cells.iter().filter(|cell| !told.contains(&cell.row)).filter_map(|cell| of_cell(network, cell)).collect();
        let with_cell: BTreeSet<(usize, usize)> = own.iter().flat_map(|it| &it.links).map(|link| (link.a, link.b)).collect();
        let expected = |link: &Link| {
            let holds = |cell: &Cell, a: usize, b: usize| cell.finders.contains(&a) && cell.helpers.contains(&b);
            cells.iter().any(|cell| holds(cell, link.a, link.b) || holds(cell, link.b, link.a))
        };
        // With an umbrella at an end too: it is no partner of a side, and its consultation is a line between them.
        let across = |link: &Link| {
            let [a, b] = link.ends().map(|end| network.members[end].side);
            a.is_some() && b.is_some() && a != b
        };
        let rest = |wanted: Doubt| {
            let lines = doubtful.iter().filter(|(_, doubt)| *doubt == wanted).map(|(link, _)| *link);
            lines.filter(|link| !with_cell.contains(&(link.a, link.b)) && (across(link) || expected(link))).collect()
        };
        Self {
            contested: doubtful.iter().filter(|(_, doubt)| *doubt == Doubt::Contested).map(|(link, _)| *link).collect(),
            unconfirmed: rest(Doubt::Unconfirmed),
            stale: rest(Doubt::Stale),
            cells: own,
        }
    }
}

/// Is a line in doubt? What a complete list names needs no second voice; a consultation that a source tells of is no line of which
/// an end could say so.
fn doubt(network: &Network, link: &Link) -> Option<Doubt> {
    let stale = link.stale().then_some(Doubt::Stale);
    match link.status {
        LinkStatus::Contested => Some(Doubt::Contested),
        LinkStatus::OneSided => Some(Doubt::Unconfirmed),
        LinkStatus::Unverified if link.projected => None,
        LinkStatus::Unverified if network.covered(link.a, link.b).is_none() => Some(Doubt::Unconfirmed),
        LinkStatus::Confirmed | LinkStatus::Unverified => stale,
        LinkStatus::Denied | LinkStatus::Planned | LinkStatus::Wished => None,
    }
}

/// The finding of a cell: a core row, or by rule `confirmed` one that is not solved.
fn of_cell<'a>(network: &'a Network, cell: &'a Cell) -> Option<CellDoubt<'a>> {
    let line = &network.catalogue.norm.lines[cell.row];
    let unsolved = cell.standings.iter().any(|it| !it.rung.reaches());
    if line.level != Level::Practice || (line.weight != Expected::Core && !unsolved) {
        return None;
    }
    let mut found = CellDoubt { cell, doubt: Doubt::Stale, finders: vec![], helpers: vec![], links: vec![], evidence: vec![] };
    for standing in &cell.standings {
        let Some((doubt, helper, link)) = of_finder(network, cell, standing) else { continue };
        found.doubt = found.doubt.max(doubt);
        found.finders.push(standing.finder);
        found.helpers.push(helper);
        found.links.extend(link);
        let shown = link.map_or_else(|| standing.evidence.clone(), |link| ladder::what_shows(network, link));
        found.evidence.extend(shown.into_iter().filter(|it| !found.evidence.contains(it)).collect::<Vec<_>>());
    }
    found.helpers.sort_unstable();
    found.helpers.dedup();
    (!found.finders.is_empty()).then_some(found)
}

/// The least doubtful of a finder's lines, unless one is beyond doubt, or the finder gets there without them.
fn of_finder<'a>(network: &'a Network, cell: &Cell, standing: &Standing) -> Option<(Doubt, usize, Option<&'a Link>)> {
    let finder = standing.finder;
    if cell.helpers.contains(&finder) || matches!(standing.rung, Rung::Grouped | Rung::Bridged) {
        return None;
    }
    let others = cell.helpers.iter().filter(|&&helper| helper != finder);
    let lines = others.filter_map(|&helper| network.link(finder, helper, Level::Practice)).filter(|link| link.status.present());
    let doubts: Vec<(Option<Doubt>, bool, &Link)> = lines.map(|link| (doubt(network, link), link.stale(), link)).collect();
    if doubts.iter().any(|(doubt, ..)| doubt.is_none()) {
        return None;
    }
    let best = doubts.iter().filter(|(doubt, ..)| *doubt != Some(Doubt::Contested)).min_by_key(|it| (it.0, it.1));
    match best {
        Some((doubt, _, link)) => Some(((*doubt)?, link.other(finder), Some(link))),
        // A group or a bridge for which not all ends vouch; a contested line has a finding of its own.
        None if doubts.is_empty() && standing.rung == Rung::Claimed => Some((Doubt::Unconfirmed, standing.helper, None)),
        None => None,
    }
}
