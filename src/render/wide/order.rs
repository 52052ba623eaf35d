//! In which order do the cards of a lane stand? Domains stay where they are; above sixteen cards kinds move inside their
//! domain and cards inside their kind, so that lines cross less.

use std::collections::BTreeMap;

use crate::model::Domain;
use crate::render::input::{Card, Lane, Line};

/// Up to this many cards the order of the catalogue stays: maps of small coalitions compare.
const FIXED_UP_TO: usize = 16;
/// A direct line pulls this much more than one through the middle, and a crossing of it counts this much more.
const DIRECT_PULL: f64 = 6.0;
const DIRECT_CROSSING: f64 = 3.0;
const SWEEPS: usize = 12;

/// The four columns of cards, as places in the list of cards.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Columns {
    /// Medical.
    pub left: Vec<usize>,
    /// Middle, above the window: governance.
    pub top: Vec<usize>,
    /// Middle, under the window.
    pub bottom: Vec<usize>,
    /// Social and informal.
    pub right: Vec<usize>,
}

impl Columns {
    fn each(&mut self) -> [&mut Vec<usize>; 4] {
        [&mut self.top, &mut self.bottom, &mut self.left, &mut self.right]
    }

    /// All cards in the order of the tab key: left, middle, right, each from top to bottom.
    pub fn all(&self) -> impl Iterator<Item = usize> + '_ {
        [&self.left, &self.top, &self.bottom, &self.right].into_iter().flatten().copied()
    }

    /// Where everything stands, as parts of the height.
    fn positions(&self, count: usize) -> Vec<f64> {
        let mut out = vec![0.5; count];
        let spans = [(&self.left, 0.0, 1.0), (&self.right, 0.0, 1.0), (&self.top, 0.0, 0.3), (&self.bottom, 0.65, 0.35)];
        for (column, from, height) in spans {
            for (i, &card) in column.iter().enumerate() {
                out[card] = from + height * (i as f64 + 0.5) / column.len() as f64;
            }
        }
        out
    }
}

/// Place of a domain in its lane.
pub fn domain_rank(domain: Option<Domain>) -> usize {
    match domain {
        Some(Domain::Governance) => 0,
        Some(Domain::Medical) => 1,
        Some(Domain::Social) => 2,
        Some(Domain::Informal) => 3,
        Some(Domain::PublicHealth) => 4,
        Some(Domain::Education) => 5,
        None => 6,
    }
}

/// The columns in catalogue order, or with fewer crossings where there are many cards.
/// `alike`: every line pulls the same, whatever its strength on one day or the other.
pub fn columns(cards: &[Card], lines: &[(usize, usize, &Line)], alike: bool) -> Columns {
    let mut places: Vec<usize> = (0..cards.len()).collect();
    let key = |&i: &usize| (domain_rank(cards[i].domain), cards[i].kind_rank, cards[i].name.clone(), cards[i].id.clone());
    places.sort_by_cached_key(key);
    let mut columns = Columns::default();
    for i in places {
        match (cards[i].lane, cards[i].domain) {
            (Lane::Left, _) => columns.left.push(i),
            (Lane::Right, _) => columns.right.push(i),
            (Lane::Middle, Some(Domain::Governance)) => columns.top.push(i),
            (Lane::Middle, _) => columns.bottom.push(i),
        }
    }
    if cards.len() > FIXED_UP_TO {
        columns = fewer_crossings(columns, cards, lines, alike);
    }
    columns
}

/// Twelve sweeps to the mean of the neighbours across; the sweep with the fewest weighted crossings stays.
fn fewer_crossings(mut columns: Columns, cards: &[Card], lines: &[(usize, usize, &Line)], alike: bool) -> Columns {
    let mut neighbours = vec![Vec::new(); cards.len()];
    for &(a, b, line) in lines.iter().filter(|(a, b, _)| cards[*a].lane != cards[*b].lane) {
        let direct = cards[a].lane != Lane::Middle && cards[b].lane != Lane::Middle;
        let pull = if alike { 1.0 } else { f64::from(line.strength) } * if direct { DIRECT_PULL } else { 1.0 };
        neighbours[a].push((b, pull));
        neighbours[b].push((a, pull));
    }
    let mut best = (crossings(&columns, cards, lines), columns.clone());
    for _ in 0..SWEEPS {
        for at in 0..4 {
            let positions = columns.positions(cards.len());
            let column = columns.each().into_iter().nth(at);
            if let Some(column) = column {
                *column = swept(column, cards, &neighbours, &positions);
            }
        }
        let count = crossings(&columns, cards, lines);
        if count < best.0 {
            best = (count, columns.clone());
        }
    }
    best.1
}

/// A column with its kinds, and the cards in each kind, ordered by the mean of their neighbours.
fn swept(column: &[usize], cards: &[Card], neighbours: &[Vec<(usize, f64)>], positions: &[f64]) -> Vec<usize> {
    let mean = |ids: &[usize]| {
        let across = ids.iter().flat_map(|&i| &neighbours[i]);
        let (sum, pull) = across.fold((0.0, 0.0), |(sum, pull), &(j, w)| (sum + positions[j] * w, pull + w));
        let own = || ids.iter().map(|&i| positions[i]).sum::<f64>() / ids.len() as f64;
        let mean = if pull > 0.0 { sum / pull } else { own() };
        (mean * 1e9).round() as i64
    };
    let mut kinds: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for &i in column {
        kinds.entry((domain_rank(cards[i].domain), cards[i].kind_rank)).or_default().push(i);
    }
    let mut blocks: Vec<_> = kinds.into_iter().collect();
    blocks.sort_by_key(|((domain, kind), ids)| (*domain, mean(ids), *kind));
    for (_, ids) in &mut blocks {
        ids.sort_by_cached_key(|&i| (mean(&[i]), cards[i].name.clone(), cards[i].id.clone()));
    }
    blocks.into_iter().flat_map(|(_, ids)| ids).collect()
}

/// Crossings between the lanes, direct lines counted with their slots.
fn crossings(columns: &Columns, cards: &[Card], lines: &[(usize, usize, &Line)]) -> u64 {
    let at = columns.positions(cards.len());
    let lane = |i: usize| cards[i].lane;
    let mut direct: Vec<(usize, usize)> = Vec::new();
    let mut sides: [Vec<(f64, f64, f64)>; 2] = [Vec::new(), Vec::new()];
    let side = |i: usize| usize::from(lane(i) == Lane::Right);
    for &(a, b, _) in lines.iter().filter(|(a, b, _)| lane(*a) != lane(*b)) {
        match (lane(a), lane(b)) {
            (Lane::Middle, _) => sides[side(b)].push((at[b], at[a], 1.0)),
            (_, Lane::Middle) => sides[side(a)].push((at[a], at[b], 1.0)),
            _ => direct.push((a, b)),
        }
    }
    direct.sort_by(|p, q| (at[p.0] + at[p.1]).total_cmp(&(at[q.0] + at[q.1])).then(p.cmp(q)));
    let count = direct.len() as f64;
    for (i, (a, b)) in direct.into_iter().enumerate() {
        let slot = 0.3 + 0.35 * (i as f64 + 0.5) / count;
        sides[side(a)].push((at[a], slot, DIRECT_CROSSING));
        sides[side(b)].push((at[b], slot, DIRECT_CROSSING));
    }
    let cross = |ends: &[(f64, f64, f64)]| -> f64 {
        let pairs = ends.iter().enumerate().flat_map(|(i, p)| ends[..i].iter().map(move |q| (p, q)));
        pairs.filter(|(p, q)| (p.0 - q.0) * (p.1 - q.1) < 0.0).map(|(p, q)| p.2 * q.2).sum()
    };
    sides.iter().map(|ends| cross(ends)).sum::<f64>() as u64
}
