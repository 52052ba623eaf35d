//! Labels dealt out by lot: what each of them gives, row by row.
//!
//! Why: one walk over the labellings serves every number that depends on the labels. Never: a formula; these stand with the measures.

use super::baselines::REWIRED_MEASURES;
use super::*;
use crate::analysis::nulls::*;
use crate::network::{Graph, Unknown};

/// The labels that are dealt out: all domains; the two sides and the rest; the two sides among themselves.
pub(super) struct Lots {
    pub(super) domains: Lot,
    pub(super) three: Lot,
    pub(super) two: Lot,
}

impl Lots {
    pub(super) fn of(input: &Input) -> Self {
        let labelled = |labels: Vec<u8>| labels.into_iter().map(Some).collect::<Vec<_>>();
        let side = |label: Option<u8>| label.filter(|&label| label < 2);
        let three = labelled(side_groups(&input.sides));
        Self {
            domains: Lot::of(input, &labelled(domain_groups(&input.domains))),
            two: Lot::of(input, &three.iter().copied().map(side).collect::<Vec<_>>()),
            three: Lot::of(input, &three),
        }
    }
}

/// Labels of the nodes that have one, and the pairs among these.
pub(super) struct Lot {
    labels: Vec<u8>,
    lines: Vec<(u32, u32)>,
    unknown: Vec<(u32, u32)>,
    pub(super) mixing: Mixing,
}

impl Lot {
    fn of(input: &Input, labels: &[Option<u8>]) -> Self {
        let mut place = vec![None; labels.len()];
        let mut dealt = Vec::new();
        for (node, label) in labels.iter().enumerate() {
            if let Some(label) = label {
                place[node] = Some(dealt.len() as u32);
                dealt.push(*label);
            }
        }
        let among = |(a, b): (u32, u32)| place[a as usize].zip(place[b as usize]);
        let lines: Vec<_> = input.graph.pairs().filter_map(among).collect();
        let unknown: Vec<_> = input.unknown.pairs(&input.graph).filter_map(among).collect();
        let graph = Graph::from_pairs(dealt.len(), lines.iter().copied());
        let mixing = if input.unknown == Unknown::Unlinked {
            // Nothing is dealt out then, so that no list of all unlinked pairs is needed.
            Mixing::of(&graph, &dealt, &Unknown::Unlinked)
        } else {
            let mut mixing = Mixing::of(&graph, &dealt, &Unknown::Nothing);
            mixing.recount(&lines, &unknown, &dealt);
            mixing
        };
        Self { labels: dealt, lines, unknown, mixing }
    }

    /// Labellings that will be looked at.
    pub(super) fn wanted(&self, chance: &Chance) -> u64 {
        labellings(&self.labels).unwrap_or(chance.label_draws.into())
    }

    /// The statistics as they are and under every labelling; nothing is dealt out if there is a fault. `None` if stopped.
    pub(super) fn deal(
        &self,
        fault: Option<BaselineReason>,
        chance: &Chance,
        progress: &mut Progress<'_>,
        statistics: impl Fn(&Mixing, &mut Vec<f64>),
    ) -> Option<Table> {
        let mut observed = Vec::new();
        statistics(&self.mixing, &mut observed);
        let mut rows = Vec::new();
        let mut drawn = Drawn { draws: 0, exact: true };
        if fault.is_none() {
            rows.reserve_exact(observed.len() * self.wanted(chance) as usize);
            let mut mixing = self.mixing.clone();
            let asked = &mut |done, _| progress.at(done);
            drawn = each_labelling(&self.labels, chance.label_draws, chance.seed, asked, |labels| {
                mixing.recount(&self.lines, &self.unknown, labels);
                statistics(&mixing, &mut rows);
            })?;
        }
        progress.past(self.wanted(chance))?;
        let seed = (!drawn.exact).then_some(chance.seed);
        let baseline = Baseline { null: Null::Labels, draws: drawn.draws, exact: drawn.exact, seed };
        Some(Table { observed, rows, baseline, fault })
    }
}

/// The statistics of every labelling, one row each.
pub(super) struct Table {
    observed: Vec<f64>,
    rows: Vec<f64>,
    pub(super) baseline: Baseline,
    fault: Option<BaselineReason>,
}

impl Table {
    /// What was drawn, row by row.
    pub(super) fn into_drawn(self) -> Vec<f64> {
        self.rows
    }

    pub(super) fn verdict(&self, column: usize) -> Result<Verdict, BaselineReason> {
        if let Some(reason) = self.fault {
            return Err(reason);
        }
        let drawn = self.rows.chunks_exact(self.observed.len()).map(|row| row[column]);
        Ok(verdict(self.observed[column], drawn, self.baseline.exact)?)
    }
}

/// How far all draws together are.
pub(super) struct Progress<'a> {
    done: u64,
    all: u64,
    keep_going: KeepGoing<'a>,
}

impl<'a> Progress<'a> {
    pub(super) fn over(lots: &Lots, chance: &Chance, keep_going: KeepGoing<'a>) -> Self {
        let labellings: u64 = [&lots.domains, &lots.three, &lots.two].into_iter().map(|lot| lot.wanted(chance)).sum();
        let rewired = REWIRED_MEASURES as u64 * u64::from(chance.rewire_draws);
        Self::of(labellings + u64::from(chance.label_draws) + rewired, keep_going)
    }
    /// Of so many draws.
    pub(super) fn of(all: u64, keep_going: KeepGoing<'a>) -> Self {
        Self { done: 0, all, keep_going }
    }
    /// So many of this part are done: go on?
    pub(super) fn at(&mut self, done: u64) -> bool {
        (self.keep_going)(self.done + done, self.all)
    }
    /// A whole part is done.
    pub(super) fn past(&mut self, part: u64) -> Option<()> {
        self.done += part;
        (self.keep_going)(self.done, self.all).then_some(())
    }
}
