//! One round of Leiden: move nodes, refine, fold, until nothing can be folded.

use super::weighted::Weighted;
use crate::analysis::nulls::Stream;

/// How freely a refinement takes another than the best group, in weight of a line (θ of the paper, with its default).
const RANDOMNESS: f64 = 0.01;
/// A choice so many times less likely than the best by a factor of e is not made.
const UNLIKELY_EXPONENT: f64 = 30.0;
/// A gain counts from here on, in weight of a line: sums in another order differ in the last digits.
const GAIN_MIN: f64 = 1e-9;

/// A division at least as good, from the one given. Groups are below the number of nodes, in both.
///
/// Letters of the paper: P the division (`of`), P_refined (`refined`), γ = 1, ‖·‖ the strength.
pub(super) fn improve(base: &Weighted, mut of: Vec<u32>, stream: &mut Stream) -> Vec<u32> {
    let mut at: Vec<u32> = (0..base.nodes() as u32).collect();
    let mut folded: Option<Weighted> = None;
    loop {
        let net = folded.as_ref().unwrap_or(base);
        move_nodes(net, &mut of, stream);
        let mut refined = refine(net, &of, stream);
        let count = compact(&mut refined);
        if count == net.nodes() {
            // Nothing to fold: every node is as far as it gets.
            return at.into_iter().map(|place| of[place as usize]).collect();
        }
        let mut next = vec![0; count];
        for (node, &group) in refined.iter().enumerate() {
            next[group as usize] = of[node];
        }
        compact(&mut next);
        at.iter_mut().for_each(|place| *place = refined[*place as usize]);
        folded = Some(net.folded(&refined, count));
        of = next;
    }
}

/// Numbers the groups 0, 1, 2 … by their first nodes, and counts them.
fn compact(of: &mut [u32]) -> usize {
    let mut new = vec![u32::MAX; of.iter().max().map_or(0, |&last| last as usize + 1)];
    let mut count = 0;
    for group in of {
        let number = &mut new[*group as usize];
        if *number == u32::MAX {
            *number = count;
            count += 1;
        }
        *group = *number;
    }
    count as usize
}

/// Weight from one node to the groups around it, in an array that is swept after each node.
struct Around {
    weight_to: Vec<u32>,
    groups: Vec<u32>,
}

impl Around {
    fn new(groups: usize) -> Self {
        Self { weight_to: vec![0; groups], groups: Vec::new() }
    }
    #[inline]
    fn add(&mut self, group: u32, weight: u32) {
        let sum = &mut self.weight_to[group as usize];
        if *sum == 0 {
            self.groups.push(group);
        }
        *sum += weight;
    }
    #[inline]
    fn to(&self, group: u32) -> f64 {
        f64::from(self.weight_to[group as usize])
    }
    #[inline]
    fn sweep(&mut self) {
        for group in self.groups.drain(..) {
            self.weight_to[group as usize] = 0;
        }
    }
}

/// Fast local moving: each node to the group that gains most; whoever has a neighbour that moved has another look.
/// Did anybody move?
pub(super) fn move_nodes(net: &Weighted, of: &mut [u32], stream: &mut Stream) -> bool {
    let nodes = net.nodes();
    let mut strength = vec![0.0; nodes];
    let mut size = vec![0u32; nodes];
    for (node, &group) in of.iter().enumerate() {
        strength[group as usize] += net.strength(node as u32);
        size[group as usize] += 1;
    }
    let mut empty: Vec<u32> = (0..nodes as u32).filter(|&group| size[group as usize] == 0).collect();
    let mut waiting: Vec<u32> = (0..nodes as u32).collect();
    stream.shuffle(&mut waiting);
    let mut is_waiting = vec![true; nodes];
    let (mut head, mut queued) = (0, nodes);
    let mut around = Around::new(nodes);
    let mut moved = false;
    let per_total = 1.0 / net.total();
    // Nobody waits twice, so a ring of as many places as nodes never overflows.
    while queued > 0 {
        let node = waiting[head];
        head = if head + 1 == nodes { 0 } else { head + 1 };
        queued -= 1;
        is_waiting[node as usize] = false;
        let own = of[node as usize];
        net.arcs(node).iter().for_each(|&(other, weight)| around.add(of[other as usize], weight));
        let pull = net.strength(node) * per_total;
        strength[own as usize] -= net.strength(node);
        let (mut best, mut most) = (own, around.to(own) - pull * strength[own as usize] + GAIN_MIN);
        for &group in &around.groups {
            let gain = around.to(group) - pull * strength[group as usize];
            if gain > most {
                (best, most) = (group, gain);
            }
        }
        if most < 0.0 {
            // Alone is better; `own` is empty now if nobody else is in it.
            best = if size[own as usize] == 1 { own } else { empty.pop().unwrap_or(own) };
        }
        around.sweep();
        strength[best as usize] += net.strength(node);
        if best != own {
            moved = true;
            of[node as usize] = best;
            size[best as usize] += 1;
            size[own as usize] -= 1;
            if size[own as usize] == 0 {
                empty.push(own);
            }
            for &(other, _) in net.arcs(node) {
                if of[other as usize] != best && !is_waiting[other as usize] {
                    is_waiting[other as usize] = true;
                    let tail = head + queued;
                    waiting[if tail >= nodes { tail - nodes } else { tail }] = other;
                    queued += 1;
                }
            }
        }
    }
    moved
}

/// Within each group: from everybody alone, merges those that are well connected to the rest of the group.
fn refine(net: &Weighted, of: &[u32], stream: &mut Stream) -> Vec<u32> {
    let nodes = net.nodes();
    let mut whole = vec![0.0; nodes];
    (0..nodes as u32).for_each(|node| whole[of[node as usize] as usize] += net.strength(node));
    let mut refined: Vec<u32> = (0..nodes as u32).collect();
    let mut strength: Vec<f64> = refined.iter().map(|&node| net.strength(node)).collect();
    // Weight from each refined group to the rest of its group.
    let mut cut: Vec<f64> = (0..nodes as u32)
        .map(|node| {
            let same = net.arcs(node).iter().filter(|&&(other, _)| of[other as usize] == of[node as usize]);
            same.map(|&(_, weight)| f64::from(weight)).sum()
        })
        .collect();
    let mut alone = vec![true; nodes];
    let mut order: Vec<u32> = (0..nodes as u32).collect();
    stream.shuffle(&mut order);
    let mut around = Around::new(nodes);
    let mut gains: Vec<(u32, f64)> = Vec::new();
    let per_total = 1.0 / net.total();
    for node in order {
        let (own, within) = (node as usize, whole[of[node as usize] as usize]);
        let well = |group: usize, strength: &[f64], cut: &[f64]| {
            cut[group] >= strength[group] * (within - strength[group]) * per_total - GAIN_MIN
        };
        if !alone[own] || cut[own] == 0.0 || !well(own, &strength, &cut) {
            continue;
        }
        for &(other, weight) in net.arcs(node) {
            if of[other as usize] == of[own] {
                around.add(refined[other as usize], weight);
            }
        }
        let pull = net.strength(node) * per_total;
        for &group in &around.groups {
            let gain = around.to(group) - pull * strength[group as usize];
            if gain >= 0.0 && well(group as usize, &strength, &cut) {
                gains.push((group, gain));
            }
        }
        if let Some(group) = choose(&gains, stream) {
            let to = group as usize;
            cut[to] += cut[own] - 2.0 * around.to(group);
            strength[to] += strength[own];
            refined[own] = group;
            // The first node of a group keeps its number, and is alone no more.
            alone[own] = false;
            alone[to] = false;
        }
        around.sweep();
        gains.clear();
    }
    refined
}

/// A group with a chance of e^(gain/θ), staying alone (gain 0) among the choices: `None`.
fn choose(gains: &[(u32, f64)], stream: &mut Stream) -> Option<u32> {
    let most = gains.iter().map(|&(_, gain)| gain).fold(0.0, f64::max);
    let chance = |gain: f64| {
        let exponent = (gain - most) / RANDOMNESS;
        if exponent < -UNLIKELY_EXPONENT { 0.0 } else { exponent.exp() }
    };
    let all: f64 = chance(0.0) + gains.iter().map(|&(_, gain)| chance(gain)).sum::<f64>();
    let mut left = stream.unit() * all - chance(0.0);
    if left < 0.0 || gains.is_empty() {
        return None;
    }
    for &(group, gain) in gains {
        left -= chance(gain);
        if left < 0.0 {
            return Some(group);
        }
    }
    gains.last().map(|&(group, _)| group)
}
