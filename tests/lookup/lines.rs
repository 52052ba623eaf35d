//! Which line is the best one, and what is a step.

use super::*;
use proptest::prelude::*;

fn strong(made: &mut Made, a: &str, b: &str, strength: u8, day: &str) {
    for (x, y) in [(a, b), (b, a)] {
        made.claim_of(org(x), org(y), |claim| {
            claim.speaker = Some(org(x));
            claim.strength = Some(Strength::new(strength).expect("1 to 4"));
            claim.date = Some(PartialDate::parse(day).expect("a date"));
        });
    }
}

fn told(path: &[&str], unsure: usize) -> Option<(Vec<String>, usize)> {
    Some((path.iter().map(|it| (*it).to_owned()).collect(), unsure))
}

#[test]
fn a_confirmed_way_of_three_steps_comes_before_one_unconfirmed_step() {
    let mut made = Made::with(&["huisarts1", "kraamzorg1", "jgz1", "welzijn1"]);
    made.both(org("huisarts1"), org("kraamzorg1")).both(org("kraamzorg1"), org("jgz1")).both(org("jgz1"), org("welzijn1"));
    made.says(org("huisarts1"), org("welzijn1"));
    assert_eq!(shortest(&made, "huisarts1", "welzijn1"), told(&["huisarts1", "kraamzorg1", "jgz1", "welzijn1"], 0));
}

#[test]
fn without_a_confirmed_way_the_fewest_unsure_steps_count_before_the_fewest_steps() {
    let mut made = Made::with(&["huisarts1", "kraamzorg1", "jgz1", "ggz1", "welzijn1"]);
    made.says(org("huisarts1"), org("kraamzorg1")).says(org("kraamzorg1"), org("welzijn1"));
    made.both(org("huisarts1"), org("jgz1")).both(org("jgz1"), org("ggz1")).says(org("welzijn1"), org("ggz1"));
    assert_eq!(shortest(&made, "huisarts1", "welzijn1"), told(&["huisarts1", "jgz1", "ggz1", "welzijn1"], 1));
}

#[test]
fn of_equal_lines_the_stronger_comes_first_and_then_the_fresher() {
    let mut made = Made::with(&["huisarts1", "jgz1", "jgz2", "welzijn1"]);
    strong(&mut made, "huisarts1", "jgz1", 3, "2026-11-01");
    strong(&mut made, "jgz1", "welzijn1", 3, "2024-11-01");
    strong(&mut made, "huisarts1", "jgz2", 3, "2026-11-01");
    strong(&mut made, "jgz2", "welzijn1", 3, "2026-11-01");
    assert_eq!(shortest(&made, "huisarts1", "welzijn1"), told(&["huisarts1", "jgz2", "welzijn1"], 0), "stale behind fresh");
    let (network, lines) = made.lines();
    let stale = lines.edges().iter().find(|edge| !edge.fresh).expect("one is stale");
    let ends = [stale.a, stale.b].map(|node| network.members[lines.nodes[node].members[0]].name());
    assert!(ends.contains(&"jgz1") && ends.contains(&"welzijn1") && stale.certainty == Certainty::Confirmed);
    strong(&mut made, "jgz1", "welzijn1", 4, "2024-11-01");
    assert_eq!(shortest(&made, "huisarts1", "welzijn1"), told(&["huisarts1", "jgz1", "welzijn1"], 0), "strong before fresh");
}

#[test]
fn of_lines_that_are_equal_in_everything_that_over_the_lowest_node_is_told() {
    let mut made = Made::with(&["huisarts1", "jgz1", "jgz2", "welzijn1"]);
    for middle in ["jgz2", "jgz1"] {
        made.both(org("huisarts1"), org(middle)).both(org(middle), org("welzijn1"));
    }
    let (network, lines) = made.lines();
    let lowest = ["jgz1", "jgz2"].map(|key| at(&network, &lines, key)[0]).into_iter().min();
    let line = lines.shortest(at(&network, &lines, "huisarts1"), at(&network, &lines, "welzijn1")).expect("a line");
    assert_eq!(line.nodes().nth(1), lowest);
    let back = line.reversed();
    assert_eq!(back.nodes().collect::<Vec<_>>(), line.nodes().collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>());
    assert_eq!((back.steps[0].edge, back.steps[1].edge), (None, line.steps[2].edge));
}

#[test]
fn a_municipality_is_an_end_and_never_a_step() {
    let mut made = Made::with(&["huisarts1", "gemeente1", "welzijn1"]);
    made.both(org("huisarts1"), org("gemeente1")).both(org("gemeente1"), org("welzijn1"));
    made.person("Ambtenaar", "gemeente1", Visibility::Coalition);
    made.both(org("huisarts1"), person("Ambtenaar")).both(person("Ambtenaar"), org("welzijn1"));
    assert_eq!(shortest(&made, "huisarts1", "welzijn1"), None);
    assert_eq!(shortest(&made, "huisarts1", "gemeente1").map(|(path, unsure)| (path.len(), unsure)), Some((2, 0)));
    assert_eq!(shortest(&made, "gemeente1", "welzijn1").map(|(path, unsure)| (path.len(), unsure)), Some((2, 0)));
}

#[test]
fn who_is_known_by_kind_alone_is_an_end_and_never_a_step() {
    let mut made = Made::with(&["huisarts1", "welzijn1"]);
    made.organisation("jgz1", true).membership("proef", "jgz1", MembershipStatus::Participating);
    made.both(org("huisarts1"), org("jgz1")).both(org("jgz1"), org("welzijn1"));
    assert_eq!(shortest(&made, "huisarts1", "welzijn1"), None);
    assert_eq!(shortest(&made, "huisarts1", "jgz1"), told(&["huisarts1", "jgz1"], 0));
    // An umbrella is one, also without a name.
    made.organisation("vsv", true).membership("proef", "vsv", MembershipStatus::Participating);
    made.both(org("huisarts1"), org("vsv")).both(org("vsv"), org("welzijn1"));
    assert_eq!(shortest(&made, "huisarts1", "welzijn1"), told(&["huisarts1", "vsv", "welzijn1"], 0));
}

#[test]
fn a_hidden_person_on_the_way_is_somebody_at_the_partner() {
    let mut made = Made::with(&["huisarts1", "jgz1", "welzijn1"]);
    made.person("Verborgen", "jgz1", Visibility::Hidden);
    made.both(org("huisarts1"), person("Verborgen")).both(person("Verborgen"), org("welzijn1"));
    assert_eq!(shortest(&made, "huisarts1", "welzijn1"), told(&["huisarts1", "jgz1", "welzijn1"], 0));
    let (_, lines) = made.lines();
    assert!(lines.nodes.iter().all(|node| node.person.is_none()));
    assert_eq!(lines.node_of_person(PersonId::from_key("Verborgen")), None);
    // The same person, not hidden, for who may see people of this coalition, and for who may not.
    let mut made = Made::with(&["huisarts1", "jgz1", "welzijn1"]);
    made.person("Zichtbaar", "jgz1", Visibility::Coalition);
    made.both(org("huisarts1"), person("Zichtbaar")).both(person("Zichtbaar"), org("welzijn1"));
    assert_eq!(shortest(&made, "huisarts1", "welzijn1"), told(&["huisarts1", "Zichtbaar", "welzijn1"], 0));
    for role in [Role::Visitor, Role::Adviser] {
        let network = made.seen_by(&Viewer::of(role));
        let lines = Lines::of(&made.register, &network);
        let line = lines.shortest(at(&network, &lines, "huisarts1"), at(&network, &lines, "welzijn1")).expect("a line");
        assert_eq!(words(&network, &lines, &line), ["huisarts1", "jgz1", "welzijn1"], "{role:?}");
        assert_eq!(lines.node_of_person(PersonId::from_key("Zichtbaar")), None);
    }
}

#[test]
fn what_a_hidden_person_denies_says_nothing_of_the_others_there() {
    let mut made = Made::with(&["huisarts1", "jgz1"]);
    made.person("Verborgen", "jgz1", Visibility::Hidden);
    made.both(org("huisarts1"), org("jgz1"));
    made.claim(person("Verborgen"), org("huisarts1"), Stance::Denied, Some(person("Verborgen")));
    assert_eq!(shortest(&made, "huisarts1", "jgz1"), told(&["huisarts1", "jgz1"], 0));
}

#[test]
fn a_step_is_judged_for_the_two_people_themselves() {
    let status = |change: &dyn Fn(&mut Made)| {
        let mut made = Made::with(&["huisarts1", "jgz1"]);
        made.person("An", "huisarts1", Visibility::Coalition).person("Bo", "jgz1", Visibility::Coalition);
        change(&mut made);
        let (_, lines) = made.lines();
        let ends = ["An", "Bo"].map(|who| lines.node_of_person(PersonId::from_key(who)).expect("seen"));
        let edge = lines.edges().iter().find(|edge| [edge.a, edge.b] == [ends[0].min(ends[1]), ends[0].max(ends[1])]);
        edge.map(|edge| (edge.tie, edge.certainty))
    };
    let (an, bo) = (person("An"), person("Bo"));
    let said = |status, certainty| Some((Tie::Said(status), certainty));
    use Certainty::{Confirmed, Unconfirmed};
    assert_eq!(status(&|made| _ = made.says(an, bo)), said(LinkStatus::OneSided, Unconfirmed));
    assert_eq!(status(&|made| _ = made.both(an, bo)), said(LinkStatus::Confirmed, Confirmed));
    // The organisation speaks for its own person.
    let with_organisation = |made: &mut Made| {
        made.says(an, bo);
        made.claim(an, bo, Stance::Asserted, Some(org("jgz1")));
    };
    assert_eq!(status(&with_organisation), said(LinkStatus::Confirmed, Confirmed));
    assert_eq!(status(&|made| _ = made.claim(an, bo, Stance::Asserted, None)), said(LinkStatus::Unverified, Unconfirmed));
    let denied = |made: &mut Made| {
        made.says(an, bo);
        made.claim(an, bo, Stance::Denied, Some(bo));
    };
    assert_eq!(status(&denied), said(LinkStatus::Contested, Unconfirmed));
    // That their organisations agree says nothing of these two.
    assert_eq!(status(&|made| _ = made.both(org("huisarts1"), org("jgz1"))), None);
    for stance in [Stance::Denied, Stance::Planned, Stance::Wished, Stance::Insufficient] {
        assert_eq!(status(&|made| _ = made.claim(an, bo, stance, Some(an))), None, "{stance:?} is no step");
    }
}

#[test]
fn somebody_with_two_positions_speaks_for_one_end_of_their_own_line() {
    let mut made = Made::with(&["huisarts1", "jgz1"]);
    made.person("An", "huisarts1", Visibility::Coalition).person("Bo", "jgz1", Visibility::Coalition);
    made.put(Entity::Position(Position {
        id: PositionId::from_key("An elders"),
        person: PersonId::from_key("An"),
        organisation: Some(id("jgz1")),
        title: None,
        profession: None,
        period: Period::new(None, Some(PartialDate::parse("2025").expect("a date"))).expect("a period"),
        provenance: Provenance::default(),
    }));
    made.claim_of(person("An"), person("Bo"), |claim| {
        claim.speaker = Some(person("An"));
        claim.date = Some(PartialDate::parse("2025-06").expect("a date"));
    });
    let (_, lines) = made.lines();
    let said: Vec<_> = lines.links.iter().map(|link| link.status).collect();
    assert_eq!(said, [LinkStatus::OneSided]);
}

#[test]
fn colleagues_lead_on_and_are_sure() {
    let mut made = Made::with(&["huisarts1", "jgz1", "welzijn1"]);
    made.person("An", "jgz1", Visibility::Coalition).person("Bo", "jgz1", Visibility::Coalition);
    made.both(org("huisarts1"), person("An")).both(person("Bo"), org("welzijn1"));
    let (network, lines) = made.lines();
    let line = lines.shortest(at(&network, &lines, "huisarts1"), at(&network, &lines, "welzijn1")).expect("a line");
    assert_eq!(words(&network, &lines, &line), ["huisarts1", "An", "Bo", "welzijn1"]);
    let colleague = lines.edge(line.steps[2].edge.expect("a step"));
    assert_eq!((colleague.tie, colleague.certainty, colleague.fresh), (Tie::Colleagues, Certainty::Confirmed, true));
    assert_eq!((line.length(), line.unsure), (3, 0));
}

#[test]
fn a_consultation_is_a_step_and_told_as_one() {
    let mut made = Made::with(&["huisarts1", "jgz1", "welzijn1"]);
    made.initiative(InitiativeKind::Consultation, InitiativeStatus::Existing, &["huisarts1", "welzijn1"]);
    let (network, lines) = made.lines();
    let line = lines.shortest(at(&network, &lines, "huisarts1"), at(&network, &lines, "welzijn1")).expect("a line");
    let edge = lines.edge(line.steps[1].edge.expect("a step"));
    assert_eq!((line.length(), line.unsure, edge.tie), (1, 1, Tie::Consultation));
    assert!(edge.claims.is_empty() && edge.certainty == Certainty::Unconfirmed);
    let mut planned = Made::with(&["huisarts1", "jgz1", "welzijn1"]);
    planned.initiative(InitiativeKind::Consultation, InitiativeStatus::Planned, &["huisarts1", "welzijn1"]);
    assert_eq!(shortest(&planned, "huisarts1", "welzijn1"), None);
}

#[test]
fn who_speaks_for_a_partner_leads_to_it() {
    let mut made = Made::with(&["verloskundigenpraktijk1", "vsv", "maatschappelijk-werk1"]);
    made.person("Directeur", "verloskundigenpraktijk1", Visibility::Coalition);
    let claim = made.claim_of(org("vsv"), org("maatschappelijk-werk1"), |claim| {
        claim.speaker = Some(person("Directeur"));
        claim.on_behalf_of = Some(org("vsv"));
    });
    let (network, lines) = made.lines();
    let line = lines
        .shortest(at(&network, &lines, "verloskundigenpraktijk1"), at(&network, &lines, "maatschappelijk-werk1"))
        .expect("a line");
    assert_eq!(words(&network, &lines, &line), ["Directeur", "vsv", "maatschappelijk-werk1"]);
    let ties: Vec<_> = line.steps.iter().filter_map(|step| step.edge).map(|edge| lines.edge(edge)).collect();
    assert_eq!((ties[0].tie, ties[1].tie), (Tie::SpokeFor, Tie::Said(LinkStatus::OneSided)));
    assert_eq!((ties[0].claims.as_slice(), line.unsure), ([claim].as_slice(), 2));
}

#[test]
fn who_is_there_already_has_no_step_to_take() {
    let made = Made::with(&["huisarts1"]);
    let (network, lines) = made.lines();
    let line = lines.shortest(at(&network, &lines, "huisarts1"), at(&network, &lines, "huisarts1")).expect("a line");
    assert_eq!((line.length(), line.unsure), (0, 0));
    assert_eq!(lines.shortest(&[], at(&network, &lines, "huisarts1")), None);
    let empty = Lines::of(&Made::new().register, &Made::new().network());
    assert_eq!((empty.nodes.len(), empty.shortest(&[], &[])), (0, None));
}

/// Of every simple path: unconfirmed steps, steps, and what each lacks of strength 4, where 1 is the least that is known.
fn by_all_paths(network: &Network, lines: &Lines, from: &[usize], to: &[usize]) -> Option<(usize, usize, u32)> {
    fn walk(
        network: &Network,
        lines: &Lines,
        to: &[usize],
        path: &mut Vec<usize>,
        sum: (usize, u32),
        best: &mut Vec<(usize, usize, u32)>,
    ) {
        let here = path[path.len() - 1];
        if to.contains(&here) {
            best.push((sum.0, path.len() - 1, sum.1));
        }
        let governs = lines.nodes[here].members.iter().all(|&place| network.members[place].governance);
        if path.len() > 1 && governs {
            return;
        }
        for edge in lines.edges().iter().filter(|edge| edge.a == here || edge.b == here) {
            let next = if edge.a == here { edge.b } else { edge.a };
            if !path.contains(&next) {
                path.push(next);
                let lacks = 4 - edge.strength.map_or(1, |it| u32::from(it.get()));
                let sum = (sum.0 + usize::from(edge.certainty == Certainty::Unconfirmed), sum.1 + lacks);
                walk(network, lines, to, path, sum, best);
                path.pop();
            }
        }
    }
    let mut best = Vec::new();
    for &start in from {
        walk(network, lines, to, &mut vec![start], (0, 0), &mut best);
    }
    best.into_iter().min()
}

fn measured(lines: &Lines, line: &Line) -> (usize, usize, u32) {
    let edges: Vec<&Edge> = line.steps.iter().filter_map(|step| step.edge).map(|edge| lines.edge(edge)).collect();
    for (pair, edge) in line.steps.windows(2).zip(&edges) {
        let ends = [pair[0].node.min(pair[1].node), pair[0].node.max(pair[1].node)];
        assert_eq!([edge.a, edge.b], ends, "each step ties the two that it stands between");
    }
    let unsure = edges.iter().filter(|edge| edge.certainty == Certainty::Unconfirmed).count();
    assert_eq!(unsure, line.unsure);
    (unsure, line.length(), edges.iter().map(|edge| 4 - edge.strength.map_or(1, |it| u32::from(it.get()))).sum())
}

const PARTNERS: [&str; 7] = ["huisarts1", "kraamzorg1", "jgz1", "ggz1", "welzijn1", "wijkteam1", "gemeente1"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]
    #[test]
    fn no_simple_path_is_better(
        claims in prop::collection::vec((0usize..9, 0usize..9, 0u8..3, prop::option::of(1u8..5)), 0..16),
        from in 0usize..7,
        to in 0usize..7,
    ) {
        let mut made = Made::with(&PARTNERS);
        made.person("An", "jgz1", Visibility::Coalition).person("Bo", "welzijn1", Visibility::Coalition);
        let party = |at: usize| match at {
            7 => person("An"),
            8 => person("Bo"),
            at => org(PARTNERS[at]),
        };
        for (a, b, speaks, strength) in claims.into_iter().filter(|(a, b, ..)| a != b) {
            for speaker in [(0, party(a)), (1, party(b))].into_iter().filter(|(end, _)| speaks == 2 || speaks == *end) {
                made.claim_of(party(a), party(b), |claim| {
                    claim.speaker = Some(speaker.1);
                    claim.strength = strength.map(|it| Strength::new(it).expect("1 to 4"));
                });
            }
        }
        let (network, lines) = made.lines();
        let (from, to) = (at(&network, &lines, PARTNERS[from]), at(&network, &lines, PARTNERS[to]));
        let found = lines.shortest(from, to).map(|line| measured(&lines, &line));
        prop_assert_eq!(found, by_all_paths(&network, &lines, from, to));
        let table = lines.towards(from);
        prop_assert_eq!(table.line_of_any(to).map(|line| measured(&lines, &line.reversed())), found, "the same from the other end");
    }
}
