//! The worked example: a fictional coalition of eleven that looks healthy and has no line between medical and social.
//! Its numbers were checked with NetworkX by others than this code.

use super::*;
use crate::analysis::effort::Effort;

/// The numbers are printed with six decimals, or four.
const SIX_DECIMALS: f64 = 5e-7;
const FOUR_DECIMALS: f64 = 5e-5;

pub(super) struct Example {
    ids: Vec<&'static str>,
    pub(super) input: Input,
}

impl Example {
    pub(super) fn load() -> Self {
        let rows = |text: &'static str| text.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
        let nodes: Vec<_> = rows(include_str!("../../../../data/oracles/worked-example/nodes.csv")).collect();
        let ids: Vec<&str> = nodes.iter().map(|row| row[0]).collect();
        let domains = nodes.iter().map(|row| Domain::ALL.into_iter().find(|it| it.code() == row[2]).unwrap()).collect();
        let at = |id: &str| ids.iter().position(|it| *it == id).unwrap() as u32;
        let links = rows(include_str!("../../../../data/oracles/worked-example/links.csv"));
        let graph = Graph::from_pairs(ids.len(), links.map(|row| (at(row[0]), at(row[1]))));
        Self { input: Input::plain(graph, domains), ids }
    }
    pub(super) fn at(&self, id: &str) -> u32 {
        self.ids.iter().position(|it| *it == id).unwrap() as u32
    }
    pub(super) fn structure(&self) -> Structure {
        structure(&self.input)
    }
    /// Without one partner.
    fn without(&self, id: &str) -> Structure {
        let gone = self.at(id);
        let new = |node: u32| if node > gone { node - 1 } else { node };
        let pairs = self.input.graph.pairs().filter(|&(a, b)| a != gone && b != gone).map(|(a, b)| (new(a), new(b)));
        let mut domains = self.input.domains.clone();
        domains.remove(gone as usize);
        structure(&Input::plain(Graph::from_pairs(domains.len(), pairs), domains))
    }
}

#[test]
fn the_whole() {
    let structure = Example::load().structure();
    for (name, wanted) in [
        ("members", 11.0),
        ("links", 17.0),
        ("density", 0.309091),
        ("eIIndex", -0.411765),
        ("assortativity", 0.541779),
        ("domainModularity", 0.347751),
        ("fragmentation", 0.0),
        ("distanceFragmentation", 0.424545),
        ("globalEfficiency", 0.575455),
        ("transitivity", 0.477273),
        ("crossEfficiency", 0.328333),
        ("shortLineShare", 0.2),
        ("crossDensity", 0.0),
        ("domainGapRatio", 0.0),
        ("unreachablePairs", 0.0),
        ("degreeCentralisation", 0.233333),
        ("betweennessCentralisation", 0.467778),
    ] {
        assert_near(name, value(&structure, name), wanted, SIX_DECIMALS);
    }
    assert_near("expected E-I", structure.measures["eIIndex"].expected, 0.381818, SIX_DECIMALS);
    for measure in structure.measures.values().filter(|measure| measure.low.is_some()) {
        assert_eq!((measure.low, measure.high), (measure.value, measure.value), "nothing is unknown");
    }
}

#[test]
fn who_has_lines_with_whom() {
    use Domain::{Medical, PublicHealth, Social};
    let cells: Vec<_> = Example::load().structure().mixing.iter().map(|it| (it.a, it.b, it.ties, it.possible)).collect();
    let wanted = [
        (Medical, Medical, 6, 10),
        (Medical, Social, 0, 20),
        (Medical, PublicHealth, 2, 10),
        (Social, Social, 5, 6),
        (Social, PublicHealth, 3, 8),
        (PublicHealth, PublicHealth, 1, 1),
    ];
    assert_eq!(cells, wanted);
}

#[test]
fn who_cannot_be_missed() {
    let example = Example::load();
    let mut points: Vec<_> = example.structure().articulation_points.iter().map(|&node| example.ids[node as usize]).collect();
    points.sort_unstable();
    assert_eq!(points, ["JGZ", "ZKH"]);
    assert_near("F without JGZ", value(&example.without("JGZ"), "fragmentation"), 0.5556, FOUR_DECIMALS);
    assert_near("F without ZKH", value(&example.without("ZKH"), "fragmentation"), 0.2, FOUR_DECIMALS);
    assert_near("DF without JGZ", value(&example.without("JGZ"), "distanceFragmentation"), 0.6481, FOUR_DECIMALS);
}

#[test]
fn where_everybody_stands() {
    let example = Example::load();
    let found = standings(&example.input, &Effort::default()).unwrap();
    let near = |id: &str, of: fn(&Standing) -> Measure, wanted: f64, tolerance: f64| {
        assert_near(id, of(&found[example.at(id) as usize]).value, wanted, tolerance);
    };
    for (id, wanted) in [("JGZ", 0.5667), ("VK1", 0.3556), ("GEM", 0.2), ("ZKH", 0.2), ("WIJ", 0.1444)] {
        near(id, |it| it.betweenness, wanted, FOUR_DECIMALS);
    }
    for (id, wanted) in [("JGZ", 0.3713), ("ZKH", 0.4823), ("GEM", 0.4987), ("HA", 1.0)] {
        near(id, |it| it.constraint, wanted, FOUR_DECIMALS);
    }
    for (id, wanted) in [("JGZ", 3.8), ("GEM", 3.4), ("WIJ", 2.5)] {
        near(id, |it| it.effective_size, wanted, TOLERANCE);
    }
    for (id, wanted) in [("JGZ", 20.0), ("VK1", 10.0), ("GEM", 5.0), ("WIJ", 5.0), ("ZKH", 4.0), ("KRZ", 2.0)] {
        near(id, |it| it.cross_betweenness, wanted, TOLERANCE);
    }
    let others = ["SCH", "WEL", "VK2", "HA", "GGD"];
    others.iter().for_each(|id| near(id, |it| it.cross_betweenness, 0.0, TOLERANCE));
}

#[test]
fn the_core_and_the_only_bridge() {
    let example = Example::load();
    let ids = |nodes: &[u32]| {
        let mut ids: Vec<_> = nodes.iter().map(|&node| example.ids[node as usize]).collect();
        ids.sort_unstable();
        ids
    };
    let found = core_periphery(&example.input.graph).unwrap();
    assert_eq!(ids(&found.core), ["GEM", "JGZ", "WIJ"]);
    assert_near("r", Some(found.correlation), 0.5118, FOUR_DECIMALS);
    let bridges: Vec<_> = cuts(&example.input.graph).bridges.iter().map(|&(a, b)| ids(&[a, b])).collect();
    assert_eq!(bridges, [["HA", "ZKH"]]);
}

#[test]
fn a_departure_compares_the_same_remaining_pairs() {
    let example = Example::load();
    let found = standings(&example.input, &Effort::default()).unwrap();
    let departure = |id: &str| found[example.at(id) as usize].departure;
    for (id, wanted) in [("HA", 0.0), ("SCH", 0.0), ("GEM", 0.0), ("VK1", -0.027), ("ZKH", -0.056), ("JGZ", -0.328)] {
        assert_near(id, departure(id).cross_efficiency_change.value, wanted, 5e-4);
    }
    assert_near("F without JGZ", departure("JGZ").fragmentation.value, 0.5556, FOUR_DECIMALS);
    assert_near("F without ZKH", departure("ZKH").fragmentation.value, 0.2, FOUR_DECIMALS);
    assert_near("DF without JGZ", departure("JGZ").distance_fragmentation.value, 0.6481, FOUR_DECIMALS);
}

#[test]
fn what_a_new_line_gains() {
    let example = Example::load();
    let before = value(&example.structure(), "globalEfficiency").unwrap();
    for (a, b, wanted) in [("GEM", "ZKH", 0.04576), ("GEM", "HA", 0.04273), ("WIJ", "ZKH", 0.04121), ("HA", "WIJ", 0.03970)] {
        let new = (example.at(a), example.at(b));
        let after = plain(example.input.domains.clone(), example.input.graph.pairs().chain([new]));
        assert_near(a, value(&after, "globalEfficiency").map(|after| after - before), wanted, 5e-6);
    }
}

#[test]
fn what_chance_would_give_between_the_sides() {
    let example = Example::load();
    let sides = SideMixing::of(&example.input.graph, &example.input.sides, &example.input.unknown);
    assert_near("expected medical–social lines", expected_cross_ties(&sides), 6.1818, FOUR_DECIMALS);
}

#[test]
fn with_the_municipality_as_governance() {
    let mut example = Example::load();
    let municipality = example.at("GEM") as usize;
    let mut domains = example.input.domains.clone();
    domains[municipality] = Domain::Governance;
    example.input = Input::plain(example.input.graph.clone(), domains);
    example.input.blocked[municipality] = true;
    let structure = example.structure();
    assert_near("E-I", value(&structure, "eIIndex"), -0.058824, SIX_DECIMALS);
    assert_near("expected E-I", structure.measures["eIIndex"].expected, 0.490909, SIX_DECIMALS);
    assert_near("cross efficiency", value(&structure, "crossEfficiency"), 0.31, SIX_DECIMALS);
}
