//! Shortest-path dependencies: the one computation behind betweenness and cross betweenness.

use crate::analysis::effort::{Cancelled, Effort};
use crate::network::Graph;
use std::ops::Range;

/// Sources that walk together, one a lane: they share every row of neighbours.
const LANES: usize = 16;
/// Parts the sources are split into; each sums by itself, so that the number of threads changes no digit.
const PARTS: usize = 2;
/// Work (sources × links) from which the parts run on threads of their own: below it, starting them costs more.
const THREADED_WORK_MIN: u64 = 1 << 22;

/// One bit a lane.
type Lanes = u16;
/// One number a lane.
type Row = [f64; LANES];

/// How much do the shortest paths from the sources to the targets depend on each node?
///
/// Takes: undirected, unweighted graph; sources without doubles; which nodes are targets.
/// Gives: a number a node: Σ over pairs (source, target) of the share of shortest paths between them that run through it; the
/// ends of a path are not on it.
/// Cost: O(|sources|·m) time, O(n) memory a thread. Deterministic, whatever the number of threads.
/// Source: U. Brandes, J. Math. Sociol. 25, 163–177, 2001, doi:10.1080/0022250X.2001.9990249; targets restricted: U. Brandes,
/// Soc. Netw. 30, 136–145, 2008, doi:10.1016/j.socnet.2007.11.001.
pub(super) fn dependencies(graph: &Graph, sources: &[u32], is_target: &[bool], effort: &Effort) -> Result<Vec<f64>, Cancelled> {
    let part = sources.len().div_ceil(LANES).div_ceil(PARTS).max(1) * LANES;
    let parts: Vec<&[u32]> = sources.chunks(part).collect();
    let told = Told { effort, done: 0.into(), total: sources.len() as u64 };
    let run = |sources: &[u32]| Lockstep::new(graph, is_target).run(sources, &told);
    let sums: Vec<Result<Vec<f64>, Cancelled>> = if sources.len() as u64 * graph.links() as u64 >= THREADED_WORK_MIN {
        std::thread::scope(|scope| {
            let threads: Vec<_> = parts.into_iter().map(|part| scope.spawn(move || run(part))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
        })
    } else {
        parts.into_iter().map(run).collect()
    };
    let mut total = vec![0.0; graph.nodes()];
    for sum in sums {
        total.iter_mut().zip(sum?).for_each(|(total, more)| *total += more);
    }
    Ok(total)
}

/// Progress of all parts together.
struct Told<'a> {
    effort: &'a Effort<'a>,
    done: std::sync::atomic::AtomicU64,
    total: u64,
}

impl Told<'_> {
    fn more(&self, sources: usize) -> Result<(), Cancelled> {
        let before = self.done.fetch_add(sources as u64, std::sync::atomic::Ordering::Relaxed);
        self.effort.step(before + sources as u64, self.total)
    }
}

/// A node at one distance from some of the sources.
#[derive(Clone, Copy, Default)]
struct Visit {
    node: u32,
    /// The lanes whose source is at this distance.
    lanes: Lanes,
    /// Where its way on begins in `onward`.
    onward: u32,
}

/// Several of Brandes' searches at once. A node that is at another distance from each source is visited once a distance.
struct Lockstep<'a> {
    graph: &'a Graph,
    /// 1 for a target, 0 for another.
    target: Vec<f64>,
    /// Lanes whose search has been at the node.
    seen: Vec<Lanes>,
    /// Lanes whose search comes to the node in this step.
    coming: Vec<Lanes>,
    /// The visit by which they come.
    place: Vec<u32>,
    /// All visits, by distance; longer than what is in use.
    visits: Vec<Visit>,
    /// Visits in use.
    visited: usize,
    /// Where the visits of each distance begin.
    starts: Vec<usize>,
    /// The visits one step further that each visit leads to, visit after visit; longer than what is in use.
    onward: Vec<u32>,
    /// Number of shortest paths from the source, a row a visit, 0 in lanes that are not of the visit.
    paths: Vec<Row>,
    /// What a visit hands back to the visits that lead to it, a row a visit.
    handed: Vec<Row>,
    sums: Vec<f64>,
}

impl<'a> Lockstep<'a> {
    fn new(graph: &'a Graph, is_target: &[bool]) -> Self {
        let nodes = graph.nodes();
        Self {
            graph,
            target: is_target.iter().map(|&is| f64::from(u8::from(is))).collect(),
            seen: vec![0; nodes],
            coming: vec![0; nodes],
            place: vec![0; nodes],
            visits: Vec::new(),
            visited: 0,
            starts: Vec::new(),
            onward: Vec::new(),
            paths: Vec::new(),
            handed: Vec::new(),
            sums: vec![0.0; nodes],
        }
    }

    fn run(mut self, sources: &[u32], told: &Told) -> Result<Vec<f64>, Cancelled> {
        for together in sources.chunks(LANES) {
            told.more(together.len())?;
            self.outward(together);
            self.back();
        }
        Ok(self.sums)
    }

    /// Visits every node at every distance at which it is from some source, and counts the shortest paths.
    fn outward(&mut self, sources: &[u32]) {
        self.seen.fill(0);
        self.paths.clear();
        self.starts.clear();
        self.visits.resize(self.visits.len().max(sources.len()), Visit::default());
        for (lane, &node) in sources.iter().enumerate() {
            self.seen[node as usize] = 1 << lane;
            self.visits[lane] = Visit { node, lanes: 1 << lane, onward: 0 };
            self.paths.push(only(&[1.0; LANES], 1 << lane));
        }
        self.visited = sources.len();
        let mut here = 0..sources.len();
        let mut used = 0;
        while !here.is_empty() {
            self.starts.push(here.start);
            let from = used;
            used = self.step(here.clone(), used);
            let next = here.end..self.visited;
            self.count_paths(here, from..used);
            here = next;
        }
        self.starts.push(self.visited);
    }

    /// Finds the visits one step further than those at `here`, and which leads to which.
    fn step(&mut self, here: Range<usize>, mut used: usize) -> usize {
        let first = here.end;
        for place in here {
            let Visit { node, lanes, .. } = self.visits[place];
            let neighbours = self.graph.neighbours(node);
            self.visits[place].onward = used as u32;
            grow(&mut self.onward, used + neighbours.len());
            let onward = &mut self.onward[used..][..neighbours.len()];
            let seen = &self.seen[..];
            // Whether a neighbour is further on is a toss of a coin: every one is written, and kept or written over, without a jump.
            let mut kept = 0;
            for &other in neighbours {
                onward[kept] = other;
                kept += usize::from(lanes & !seen[other as usize] != 0);
            }
            used += kept;
            let (coming, places) = (&mut self.coming[..], &mut self.place[..]);
            grow(&mut self.visits, self.visited + kept);
            for next in &mut onward[..kept] {
                let at = *next as usize;
                if coming[at] == 0 {
                    places[at] = self.visited as u32;
                    self.visits[self.visited].node = *next;
                    self.visited += 1;
                }
                coming[at] |= lanes & !seen[at];
                *next = places[at];
            }
        }
        for visit in &mut self.visits[first..self.visited] {
            visit.lanes = std::mem::take(&mut self.coming[visit.node as usize]);
            self.seen[visit.node as usize] |= visit.lanes;
        }
        used
    }

    /// Hands the numbers of paths of the visits at `here` to the visits they lead to.
    fn count_paths(&mut self, here: Range<usize>, onward: Range<usize>) {
        let first = here.end;
        self.paths.resize(self.visited, [0.0; LANES]);
        let (known, counted) = self.paths.split_at_mut(first);
        for place in here {
            let end = if place + 1 < first { self.visits[place + 1].onward as usize } else { onward.end };
            let row = known[place];
            for &next in &self.onward[self.visits[place].onward as usize..end] {
                let sum = &mut counted[next as usize - first];
                sum.iter_mut().zip(row).for_each(|(sum, more)| *sum += more);
            }
        }
        for (row, visit) in counted.iter_mut().zip(&self.visits[first..]) {
            *row = only(row, visit.lanes);
        }
    }

    /// Carries the dependencies from the farthest visits back to the sources, and adds them up.
    fn back(&mut self) {
        // s, v, w in the paper: source, node, successor; σ = `paths`, δ = `dependency`.
        grow(&mut self.handed, self.visited);
        // The farthest visits lead nowhere.
        let mut end = self.visits[..self.visited].last().map_or(0, |visit| visit.onward as usize);
        for place in (self.starts[1]..self.visited).rev() {
            let Visit { node, onward, .. } = self.visits[place];
            let mut beyond = [0.0; LANES];
            for &next in &self.onward[onward as usize..end] {
                beyond.iter_mut().zip(&self.handed[next as usize]).for_each(|(sum, more)| *sum += more);
            }
            end = onward as usize;
            let paths = &self.paths[place];
            let target = self.target[node as usize];
            let mut sum = 0.0;
            let handed = &mut self.handed[place];
            for lane in 0..LANES {
                let dependency = paths[lane] * beyond[lane];
                sum += dependency;
                handed[lane] = if paths[lane] > 0.0 { (target + dependency) / paths[lane] } else { 0.0 };
            }
            self.sums[node as usize] += sum;
        }
    }
}

/// Makes a list at least so long.
fn grow<T: Clone + Default>(list: &mut Vec<T>, len: usize) {
    if list.len() < len {
        list.resize(len.next_power_of_two(), T::default());
    }
}

/// The row with 0 in all other lanes.
fn only(row: &Row, lanes: Lanes) -> Row {
    std::array::from_fn(|lane| if lanes >> lane & 1 == 1 { row[lane] } else { 0.0 })
}
