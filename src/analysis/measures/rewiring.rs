//! Rewired networks measured: what each of the measures that keep degrees gives in each network drawn.
//!
//! Why: the measures of one network share its draws, and a small network is drawn and measured without allocating anything.
//! Never: another network or number than each measure would get by itself for the same seed.

use super::baselines::REWIRED_MEASURES;
use super::dense::Dense;
use super::lots::Progress;
use super::structure::{across_sides, sides_of};
use super::*;
use crate::analysis::effort::Effort;
use crate::analysis::nulls::*;
use crate::network::*;
use std::borrow::Cow;

/// Which of the measures are wanted, or what was drawn of each.
type Each<T> = [T; REWIRED_MEASURES];

/// Place of each measure in `Each`.
const CLOSED: usize = 0;
const CENTRAL: usize = 1;
const ACROSS: usize = 2;

/// The measures of one coalition, ready to be drawn.
pub(super) struct Rewiring<'a> {
    input: &'a Input,
    /// The lines that are steps between the sides.
    stepped: Cow<'a, Graph>,
    sides: [Vec<u32>; 2],
    wanted: Each<bool>,
}

impl<'a> Rewiring<'a> {
    /// What the measures are called.
    pub(super) const NAMES: Each<&'static str> = ["transitivity", "betweennessCentralisation", "crossEfficiency"];

    /// Takes which of them are wanted, in the order of `NAMES`.
    pub(super) fn of(input: &'a Input, wanted: Each<bool>) -> Self {
        Self { input, stepped: across_sides(input), sides: sides_of(input), wanted }
    }

    /// The numbers of each measure, one a network drawn; empty for one that is not wanted. `None` if the caller stops it.
    pub(super) fn drawn(&self, chance: &Chance, progress: &mut Progress<'_>) -> Option<Each<Vec<f64>>> {
        let draws = u64::from(chance.rewire_draws);
        progress.past(draws * self.wanted.iter().filter(|wanted| !**wanted).count() as u64)?;
        let [closed, central, across] = self.wanted;
        if *self.stepped == self.input.graph {
            return self.chain(&self.input.graph, self.wanted, chance, progress);
        }
        let mut found = self.chain(&self.input.graph, [closed, central, false], chance, progress)?;
        found[ACROSS] = std::mem::take(&mut self.chain(&self.stepped, [false, false, across], chance, progress)?[ACROSS]);
        Some(found)
    }

    /// One row of networks, each measured in every way that is wanted.
    fn chain(&self, graph: &Graph, wanted: Each<bool>, chance: &Chance, progress: &mut Progress<'_>) -> Option<Each<Vec<f64>>> {
        let measures = wanted.iter().filter(|wanted| **wanted).count() as u64;
        if measures == 0 {
            return Some(Each::default());
        }
        let asked: KeepGoing<'_> = &mut |done, _| progress.at(done * measures);
        let found = match graph.nodes() {
            0..=64 => self.small::<1>(graph, wanted, chance, asked)?,
            65..=128 => self.small::<2>(graph, wanted, chance, asked)?,
            129..=192 => self.small::<3>(graph, wanted, chance, asked)?,
            193..=256 => self.small::<4>(graph, wanted, chance, asked)?,
            _ => self.large(graph, wanted, chance, asked)?,
        };
        progress.past(u64::from(chance.rewire_draws) * measures)?;
        Some(found)
    }

    fn small<const WORDS: usize>(
        &self,
        graph: &Graph,
        wanted: Each<bool>,
        chance: &Chance,
        asked: KeepGoing<'_>,
    ) -> Option<Each<Vec<f64>>> {
        let degrees = (0..graph.nodes() as u32).map(|node| graph.degree(node) as u64);
        let triples = degrees.map(|degree| degree * degree.saturating_sub(1) / 2).sum();
        let [medical, social] = &self.sides;
        let social = bits_of(social.iter().copied());
        let mut dense = Dense::<WORDS>::new(graph.nodes());
        let mut found = Each::<Vec<f64>>::default();
        let Chance { rewire_draws, seed, .. } = *chance;
        each_rewired(graph, &self.input.unknown, rewire_draws, seed, asked, |rows: &BitRows<WORDS>| {
            let mut put = |place: usize, value: Option<f64>| found[place].push(value.unwrap_or(f64::NAN));
            if wanted[CLOSED] {
                put(CLOSED, Dense::transitivity(rows, triples));
            }
            if wanted[CENTRAL] {
                put(CENTRAL, dense.betweenness_centralisation(rows));
            }
            if wanted[ACROSS] {
                put(ACROSS, dense.cross_efficiency(rows, medical, &social));
            }
        })?;
        Some(found)
    }

    fn large(&self, graph: &Graph, wanted: Each<bool>, chance: &Chance, asked: KeepGoing<'_>) -> Option<Each<Vec<f64>>> {
        let [medical, social] = &self.sides;
        let mut found = Each::<Vec<f64>>::default();
        let Chance { rewire_draws, seed, .. } = *chance;
        degree_preserving(graph, &self.input.unknown, rewire_draws, seed, asked, |rewired| {
            let mut put = |place: usize, value: Option<f64>| found[place].push(value.unwrap_or(f64::NAN));
            if wanted[CLOSED] {
                put(CLOSED, transitivity(rewired, &Unknown::Nothing).value);
            }
            if wanted[CENTRAL] {
                let between = betweenness(rewired, &Effort::default()).ok().flatten();
                put(CENTRAL, betweenness_centralisation(between.as_deref()).value);
            }
            if wanted[ACROSS] {
                put(ACROSS, distance_counts(rewired, medical, social).mean_inverse());
            }
            None
        })?;
        Some(found)
    }
}
