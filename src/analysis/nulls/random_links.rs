//! The same number of lines, anywhere: G(n, m).

use super::{KeepGoing, Stream};
use crate::network::{Graph, PairBits, Unknown};

/// After so many networks the caller is asked whether to go on.
const NETWORKS_BETWEEN_QUESTIONS: u64 = 256;

/// Random lines: what would a measure of degrees be if as many lines fell on any pairs?
///
/// Takes: undirected, unweighted graph, of which only the numbers of nodes and lines count, and what is not known: no line ever
/// falls on an unknown pair. How many networks to draw; a seed; a measure of the degrees (`None` where it is undefined: the draw
/// is left out of the verdict).
/// Gives: the measure of each network drawn, NaN where it is undefined, for `verdict` (sampled). `None` if the caller stops it.
/// Meant for degree centralisation, which is constant when degrees are kept.
/// Undefined: never; without a known pair to spare every network has the degrees there are.
/// Cost: O(min(m, pairs − m) · pairs / known pairs) expected a network, n²/16 bytes; nothing is allocated between networks. Deterministic by the seed.
/// Source: P. Erdős & A. Rényi, Publ. Math. Debrecen 6, 290–297, 1959, doi:10.5486/PMD.1959.6.3-4.12.
/// Checked: every degree sequence of small networks comes as often as it should; complete and empty networks.
pub fn random_links(
    graph: &Graph,
    unknown: &Unknown,
    draws: u32,
    seed: u64,
    keep_going: KeepGoing<'_>,
    mut measure: impl FnMut(&[u32]) -> Option<f64>,
) -> Option<Vec<f64>> {
    let (nodes, links) = (graph.nodes(), graph.links());
    let spare = (graph.possible() - unknown.count(graph)) as usize - links;
    // Of a dense network the missing lines are drawn.
    let missing = links > spare;
    let (chosen, start) = if missing { (spare, known_degrees(graph, unknown)) } else { (links, vec![0; nodes]) };
    let mut stream = Stream::new(seed);
    let mut taken = PairBits::new(nodes);
    let mut drawn: Vec<(u32, u32)> = Vec::with_capacity(chosen);
    let mut degrees = start.clone();
    let mut found = Vec::with_capacity(draws as usize);
    for done in 0..u64::from(draws) {
        if done % NETWORKS_BETWEEN_QUESTIONS == 0 && !keep_going(done, u64::from(draws)) {
            return None;
        }
        drawn.drain(..).for_each(|(a, b)| taken.remove(a, b));
        degrees.copy_from_slice(&start);
        while drawn.len() < chosen {
            let (a, b) = (stream.below(nodes as u32), stream.below(nodes as u32));
            if a != b && !taken.contains(a, b) && !unknown.contains(graph, a, b) {
                taken.insert(a, b);
                drawn.push((a, b));
                for end in [a, b] {
                    let degree = &mut degrees[end as usize];
                    *degree = if missing { *degree - 1 } else { *degree + 1 };
                }
            }
        }
        found.push(measure(&degrees).unwrap_or(f64::NAN));
    }
    Some(found)
}

/// Degrees if every pair that is not unknown were linked.
fn known_degrees(graph: &Graph, unknown: &Unknown) -> Vec<u32> {
    let nodes = graph.nodes() as u32;
    if *unknown == Unknown::Unlinked {
        return (0..nodes).map(|node| graph.degree(node) as u32).collect();
    }
    let mut degrees = vec![nodes.saturating_sub(1); nodes as usize];
    unknown.pairs(graph).flat_map(|(a, b)| [a, b]).for_each(|end| degrees[end as usize] -= 1);
    degrees
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails there")]
mod tests {
    use super::super::keep_going;
    use super::*;

    /// A network of so many lines; which ones does not matter.
    fn some_network(nodes: usize, links: usize) -> Graph {
        Graph::from_pairs(nodes, (0..nodes as u32).flat_map(|b| (0..b).map(move |a| (a, b))).take(links))
    }

    fn degrees_of(graph: &Graph, unknown: &Unknown, draws: u32, seed: u64) -> Vec<Vec<u32>> {
        let mut seen = Vec::new();
        random_links(graph, unknown, draws, seed, &mut keep_going, |degrees| {
            seen.push(degrees.to_vec());
            Some(0.0)
        })
        .unwrap();
        seen
    }

    fn degrees_drawn(nodes: usize, links: usize, draws: u32, seed: u64) -> Vec<Vec<u32>> {
        degrees_of(&some_network(nodes, links), &Unknown::Nothing, draws, seed)
    }

    #[test]
    fn next_to_nothing_and_everything() {
        assert_eq!(degrees_drawn(0, 0, 2, 1), vec![Vec::<u32>::new(); 2]);
        assert_eq!(degrees_drawn(1, 0, 1, 1), [[0]]);
        assert_eq!(degrees_drawn(2, 1, 1, 1), [[1, 1]]);
        assert_eq!(degrees_drawn(5, 10, 3, 1), [[4; 5]; 3]);
        assert_eq!(degrees_drawn(5, 0, 3, 1), [[0; 5]; 3]);
    }

    #[test]
    fn no_line_falls_on_a_pair_of_which_nothing_is_known() {
        // Of node 3 nothing is known; two lines, or one, among the three pairs of the others.
        let mut bits = PairBits::new(4);
        (0..3).for_each(|other| bits.insert(3, other));
        let unknown = Unknown::Pairs(bits);
        for (links, sorted) in [(1, [0, 0, 1, 1]), (2, [0, 1, 1, 2]), (3, [0, 2, 2, 2])] {
            for mut degrees in degrees_of(&some_network(4, links), &unknown, 30, 1) {
                assert_eq!(degrees[3], 0);
                degrees.sort_unstable();
                assert_eq!(degrees, sorted);
            }
        }
        let told = Graph::from_pairs(4, [(0, 1), (1, 2)]);
        assert_eq!(degrees_of(&told, &Unknown::Unlinked, 2, 1), [[1, 2, 1, 0]; 2]);
    }

    #[test]
    fn degrees_add_up_and_follow_the_seed() {
        for links in [3, 20, 40] {
            let seen = degrees_drawn(10, links, 20, 5);
            assert!(seen.iter().all(|degrees| degrees.iter().sum::<u32>() as usize == 2 * links));
            assert_eq!(seen, degrees_drawn(10, links, 20, 5));
            assert_ne!(seen, degrees_drawn(10, links, 20, 6));
        }
    }

    #[test]
    fn two_lines_on_four_nodes_meet_as_often_as_they_should() {
        // 15 networks: 12 paths of two lines (degrees 2, 1, 1, 0), 3 pairs of lines apart. Also from the other side: 4 lines.
        for (links, meeting) in [(2, 2), (4, 3)] {
            let seen = degrees_drawn(4, links, 15_000, 11);
            let meets = seen.iter().filter(|degrees| degrees.iter().max() == Some(&meeting)).count();
            // 12 000 expected, sd 49.
            assert!(meets.abs_diff(12_000) < 245, "{meets}");
        }
    }

    #[test]
    fn whoever_waits_can_stop_it() {
        assert_eq!(random_links(&some_network(5, 4), &Unknown::Nothing, 1_000, 1, &mut |done, _| done == 0, |_| None), None);
    }
}
