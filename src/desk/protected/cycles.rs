//! The table as a circulation: which cells can be another number, and what must be withheld so that the others can.

use super::{Shown, Zero};

/// A cell or a sum: so many go from one node to another.
pub(super) struct Arc {
    pub from: usize,
    pub to: usize,
    pub number: usize,
    /// How it is told; absent: it stands nowhere, and may be anything.
    pub shown: Option<Shown>,
}

/// What a mark says to whoever reads it.
pub(super) struct Bounds {
    pub min: usize,
    pub zero: Zero,
}

pub(super) struct Arcs {
    pub arcs: Vec<Arc>,
    pub nodes: usize,
    pub bounds: Bounds,
}

/// One up or one down.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Up,
    Down,
}

impl Arcs {
    /// Withholds what must be, until every mark has two possible numbers. `false`: that is not possible.
    pub fn hide(&mut self) -> bool {
        loop {
            let marked = |arc: &Arc| matches!(arc.shown, Some(Shown::FewerThan(_) | Shown::Withheld));
            let open: Vec<usize> = (0..self.arcs.len()).filter(|&place| marked(&self.arcs[place])).collect();
            let Some(known) = open.into_iter().find(|&place| !self.can_change(place)) else { return true };
            let ways = [Step::Up, Step::Down].into_iter().filter_map(|step| self.cheapest(known, step));
            let Some((_, cycle)) = ways.min_by_key(|(cost, _)| *cost) else { return false };
            for place in cycle {
                let shown = &mut self.arcs[place].shown;
                if matches!(shown, Some(Shown::Exact(_))) {
                    *shown = Some(Shown::Withheld);
                }
            }
        }
    }

    fn can_change(&self, place: usize) -> bool {
        [Step::Up, Step::Down].into_iter().any(|step| self.cheapest(place, step).is_some_and(|(cost, _)| cost == 0))
    }

    /// What it costs to change a number by one; `None`: what is told of it forbids that. What is told exactly can be withheld, at the
    /// price of its people; a mark says that it is not 0, so that a 0 that is told stays.
    fn cost(&self, place: usize, step: Step) -> Option<usize> {
        let Arc { number, shown, .. } = &self.arcs[place];
        let least = match shown {
            None => 0,
            Some(Shown::FewerThan(_)) => usize::from(self.bounds.zero == Zero::Harmless),
            Some(Shown::Withheld) => self.bounds.min,
            Some(Shown::Exact(0)) => return None,
            Some(Shown::Exact(_)) => self.bounds.min,
        };
        let most = if matches!(shown, Some(Shown::FewerThan(_))) { self.bounds.min - 1 } else { usize::MAX };
        let fits = match step {
            Step::Up => *number < most,
            Step::Down => *number > least,
        };
        let price = if matches!(shown, Some(Shown::Exact(_))) { 1 + number } else { 0 };
        fits.then_some(price)
    }

    /// The cheapest cycle of changes by one that goes through a cell: its cost, and the cells on it. `None`: there is none.
    fn cheapest(&self, through: usize, step: Step) -> Option<(usize, Vec<usize>)> {
        let own = self.cost(through, step)?;
        let arc = &self.arcs[through];
        // One more from `from` to `to`: somewhere one must come back from `to` to `from`; one fewer the other way round.
        let (start, end) = if step == Step::Up { (arc.to, arc.from) } else { (arc.from, arc.to) };
        let mut best: Vec<Option<usize>> = vec![None; self.nodes];
        let mut by: Vec<Option<(usize, usize)>> = vec![None; self.nodes];
        let mut done = vec![false; self.nodes];
        best[start] = Some(0);
        while let Some(node) = (0..self.nodes).filter(|&it| !done[it] && best[it].is_some()).min_by_key(|&it| best[it]) {
            done[node] = true;
            let so_far = best[node].unwrap_or_default();
            for (place, it) in self.arcs.iter().enumerate().filter(|(place, _)| *place != through) {
                let (next, step) = match node {
                    _ if it.from == node => (it.to, Step::Up),
                    _ if it.to == node => (it.from, Step::Down),
                    _ => continue,
                };
                let Some(cost) = self.cost(place, step).map(|cost| so_far + cost) else { continue };
                if best[next].is_none_or(|known| cost < known) {
                    best[next] = Some(cost);
                    by[next] = Some((node, place));
                }
            }
        }
        let cost = own + best[end]?;
        let mut cycle = vec![through];
        let mut node = end;
        while let Some((before, place)) = by[node].filter(|_| node != start) {
            cycle.push(place);
            node = before;
        }
        Some((cost, cycle))
    }
}
