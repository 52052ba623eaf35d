//! Small random networks: every set of people tried as a cut, and every set of paths as disjoint paths.

use super::*;

/// A seeded stream of numbers (Marsaglia's xorshift).
struct Stream(u64);

impl Stream {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as u32 % limit
    }
}

fn random(seed: u64) -> CarrierInput {
    let mut stream = Stream(0x9e37_79b9_7f4a_7c15 ^ (seed + 1) << 17);
    let nodes = 3 + stream.below(5);
    let dense = 2 + stream.below(5);
    let mut pairs = Vec::new();
    for b in 0..nodes {
        pairs.extend((0..b).filter(|_| stream.below(8) < dense).map(|a| (a, b)));
    }
    let side = |at: u32| match at {
        0 | 1 => [true, false],
        2 | 3 => [false, true],
        4 => [true, true],
        _ => [false, false],
    };
    let sides: Vec<[bool; 2]> = (0..nodes).map(|_| side(stream.below(8))).collect();
    let anonymous = (0..nodes).map(|_| stream.below(4) == 0).collect();
    CarrierInput { graph: Graph::from_pairs(nodes as usize, pairs), sides, anonymous }
}

/// Does a path from side to side avoid these nodes?
fn joined(input: &CarrierInput, gone: u32) -> bool {
    let nodes = input.graph.nodes() as u32;
    let mut reached: u32 = (0..nodes).filter(|&v| input.sides[v as usize][0] && gone >> v & 1 == 0).map(|v| 1 << v).sum();
    loop {
        let next = (0..nodes)
            .filter(|&v| reached >> v & 1 == 1)
            .flat_map(|v| input.graph.neighbours(v))
            .fold(reached, |all, &v| if gone >> v & 1 == 0 { all | 1 << v } else { all });
        if next == reached {
            return (0..nodes).any(|v| reached >> v & 1 == 1 && input.sides[v as usize][1]);
        }
        reached = next;
    }
}

/// All smallest cuts out of those that may leave, as sets of bits.
fn smallest(input: &CarrierInput, may_leave: impl Fn(u32) -> bool) -> Vec<u32> {
    let nodes = input.graph.nodes() as u32;
    let allowed: u32 = (0..nodes).filter(|&v| may_leave(v)).map(|v| 1 << v).sum();
    let cuts: Vec<u32> = (0..1u32 << nodes).filter(|set| set & !allowed == 0 && !joined(input, *set)).collect();
    let least = cuts.iter().map(|set| set.count_ones()).min();
    cuts.into_iter().filter(|set| Some(set.count_ones()) == least).collect()
}

/// The sets of nodes of all simple paths across that touch each side at their ends.
fn paths(input: &CarrierInput) -> Vec<u32> {
    fn walk(input: &CarrierInput, here: u32, seen: u32, found: &mut Vec<u32>) {
        if input.sides[here as usize][1] {
            found.push(seen);
        }
        for &next in input.graph.neighbours(here).iter().filter(|&&next| seen >> next & 1 == 0) {
            walk(input, next, seen | 1 << next, found);
        }
    }
    let mut found = Vec::new();
    for v in (0..input.graph.nodes() as u32).filter(|&v| input.sides[v as usize][0]) {
        walk(input, v, 1 << v, &mut found);
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn most_disjoint(paths: &[u32], used: u32) -> usize {
    let tries = paths.iter().enumerate().filter(|(_, path)| *path & used == 0);
    tries.map(|(i, path)| 1 + most_disjoint(&paths[i + 1..], used | path)).max().unwrap_or(0)
}

#[test]
fn it_is_the_smallest_cut_and_the_most_disjoint_paths() {
    let (mut seen, mut part) = ([0; 5], 0);
    for seed in 0..400 {
        let input = random(seed);
        let Some(found) = carriers(&input) else { continue };
        let cuts = smallest(&input, |_| true);
        let size = cuts[0].count_ones() as usize;
        assert_eq!(found.low, size, "{seed}");
        // Only paths that hold no other path count: fewer to try, and the same most.
        let all = paths(&input);
        let inner: Vec<u32> = all.iter().copied().filter(|path| !all.iter().any(|it| it != path && it & path == *it)).collect();
        assert_eq!(most_disjoint(&inner, 0), size, "Menger, {seed}");
        let some: Vec<u32> = (0..input.graph.nodes() as u32).filter(|v| cuts.iter().any(|cut| cut >> v & 1 == 1)).collect();
        assert_eq!(found.in_some_cut, some, "{seed}");
        let every: Vec<u32> = some.into_iter().filter(|v| cuts.iter().all(|cut| cut >> v & 1 == 1)).collect();
        part += usize::from(!every.is_empty() && every.len() < size);
        assert_eq!(found.in_every_cut, every, "{seed}");
        seen[size.min(4)] += 1;
    }
    assert!(seen.iter().filter(|&&times| times > 10).count() >= 3, "networks of several sizes of cut: {seen:?}");
    assert!(part > 5, "sets of which some can be replaced and others not occur");
}

#[test]
fn named_people_only_give_the_other_bound_and_the_set_that_is_told() {
    let mut without = 0;
    for seed in 0..400 {
        let input = random(seed);
        let Some(found) = carriers(&input) else { continue };
        let named = smallest(&input, |v| !input.anonymous[v as usize]);
        assert_eq!(found.high, named.first().map(|cut| cut.count_ones() as usize), "{seed}");
        without += usize::from(named.is_empty());
        let cuts = if found.high == Some(found.low) { named } else { smallest(&input, |_| true) };
        let order = |cut: u32| {
            let nodes = (0..input.graph.nodes() as u32).filter(|v| cut >> v & 1 == 1);
            let mut nodes: Vec<(bool, u32)> = nodes.map(|v| (input.sides[v as usize].contains(&true), v)).collect();
            nodes.sort_unstable();
            nodes
        };
        let first = cuts.into_iter().map(order).min().unwrap();
        assert_eq!(found.cut, first.into_iter().map(|(_, v)| v).collect::<Vec<_>>(), "{seed}");
    }
    assert!(without > 5, "somebodies that join the sides occur");
}
