//! The profile of one coalition, and when its numbers may stand beside those of another.

use super::*;
use kortelijnen::analysis::gaps::Rung;
use kortelijnen::analysis::profile::{KindState, Profile};
use kortelijnen::desk::{Comparison, ComparisonAsked, KeptProfiles, SuppressedCode};

fn profile(made: &Made) -> Profile {
    Profile::of(&made.network())
}

fn close(found: Option<f64>, expected: f64) -> bool {
    found.is_some_and(|found| (found - expected).abs() < 5e-7)
}

#[test]
fn the_published_numbers_of_the_worked_example_come_out() {
    let profile = profile(&worked::plain());
    // Checked with NetworkX; see data/oracles.
    for (name, expected) in [
        ("members", 11.0),
        ("links", 17.0),
        ("density", 0.309_091),
        ("averageDegree", 3.090_909),
        ("crossDensity", 0.0),
        ("crossEfficiency", 0.328_333),
        ("shortLineShare", 0.2),
        ("fragmentation", 0.0),
        ("distanceFragmentation", 0.424_545),
        ("globalEfficiency", 0.575_455),
        ("transitivity", 0.477_273),
        ("eIIndex", -0.411_765),
        ("assortativity", 0.541_779),
        ("domainModularity", 0.347_751),
        ("degreeCentralisation", 0.233_333),
        ("betweennessCentralisation", 0.467_778),
        ("components", 1.0),
    ] {
        let found = profile.measures.get(name).and_then(|it| it.value);
        assert!(close(found, expected), "{name}: {found:?}");
    }
    assert_eq!((profile.members.counted, profile.members.sides, profile.members.neither), (11, [5, 4], 2));
    let of = |domain| profile.members.by_domain.get(&domain).copied();
    assert_eq!([Domain::Medical, Domain::Social, Domain::PublicHealth].map(of), [Some(5), Some(4), Some(2)]);
}

/// The worked example, led by one of its partners.
fn led_by(key: &str) -> Profile {
    let mut made = worked::plain();
    made.put(Entity::Membership(Membership {
        id: MembershipId::from_key(key),
        coalition: coalition(),
        party: org(key),
        status: MembershipStatus::Participating,
        roles: vec![CoalitionRole::ProjectLead],
        period: Period::default(),
        provenance: Provenance::default(),
    }));
    profile(&made)
}

#[test]
fn without_who_leads_the_others_are_held_against_themselves() {
    // Checked with NetworkX over the pairs that remain; see data/oracles.
    for (key, change) in [("HA", 0.0), ("SCH", 0.0), ("GEM", 0.0), ("VK1", -0.027), ("ZKH", -0.056), ("JGZ", -0.328)] {
        let profile = led_by(key);
        let of = |measures: &std::collections::BTreeMap<String, kortelijnen::analysis::measures::Measure>| {
            measures["crossEfficiency"].value.expect("both sides are there")
        };
        let found = of(&profile.without_leader) - of(&profile.with_leader);
        assert!((found - change).abs() < 5e-4, "{key}: {found}");
        assert_eq!(profile.leader.as_ref().map(|it| it.role), Some(CoalitionRole::ProjectLead));
    }
    for (key, name, expected) in [
        ("JGZ", "fragmentation", 0.5556),
        ("ZKH", "fragmentation", 0.2),
        ("JGZ", "distanceFragmentation", 0.6481),
        ("JGZ", "components", 2.0),
        ("ZKH", "components", 2.0),
        ("GEM", "components", 1.0),
    ] {
        let found = led_by(key).without_leader[name].value.expect("a number");
        assert!((found - expected).abs() < 5e-5, "{name} without {key}: {found}");
    }
    let nobody = profile(&worked::plain());
    assert!(nobody.leader.is_none() && nobody.without_leader.is_empty() && nobody.with_leader.is_empty());
}

#[test]
fn who_took_the_initiative_is_left_out_where_nobody_leads_the_project() {
    let mut made = Made::with(&["verloskundigenpraktijk1", "wijkteam1", "gemeente1"]);
    made.person("Iemand Verzonnen", "gemeente1", vec![CoalitionRole::Initiator], Period::default());
    let leader = profile(&made).leader.expect("the municipality");
    assert_eq!((leader.role, leader.organisations), (CoalitionRole::Initiator, vec![OrganisationId::from_key("gemeente1")]));
    made.person("Ander Verzonnen", "wijkteam1", vec![CoalitionRole::ProjectLead], Period::default());
    let leader = profile(&made).leader.expect("the neighbourhood team");
    assert_eq!((leader.role, leader.organisations), (CoalitionRole::ProjectLead, vec![OrganisationId::from_key("wijkteam1")]));
}

#[test]
fn a_kind_is_absent_only_where_the_list_is_closed_and_every_kind_is_known() {
    let state = |made: &Made, kind: &str| {
        let found = profile(made).kinds.into_iter().find(|it| it.kind.as_str() == kind).expect(kind);
        (found.state, found.count)
    };
    let mut made = Made::with(&["verloskundigenpraktijk1"]);
    made.partner("wijkteam1", MembershipStatus::Approached).partner("welzijn1", MembershipStatus::Wanted);
    made.partner("jgz1", MembershipStatus::Signatory).partner("jgz2", MembershipStatus::Wanted);
    made.partner("kraamzorg1", MembershipStatus::Left);
    for (kind, expected) in [
        ("verloskundigenpraktijk", (KindState::Participating, 1)),
        ("wijkteam", (KindState::Approached, 1)),
        ("welzijn", (KindState::Wanted, 1)),
        ("jgz", (KindState::Signatory, 2)),
        ("kraamzorg", (KindState::Unknown, 0)),
        ("schuldhulpverlening", (KindState::Unknown, 0)),
    ] {
        assert_eq!(state(&made, kind), expected, "{kind}");
    }
    made.coverage(CoverageScope::Members, None, None);
    assert_eq!(state(&made, "schuldhulpverlening"), (KindState::Absent, 0));
    made.organisation("x", "Zonder soort", vec![], Some(Domain::Social)).membership("x", MembershipStatus::Participating);
    assert_eq!(state(&made, "schuldhulpverlening"), (KindState::Unknown, 0), "the one without a kind may be it");
}

#[test]
fn a_row_of_the_norm_stands_as_the_finder_who_stands_worst() {
    let mut made = Made::with(&["verloskundigenpraktijk1", "verloskundigenpraktijk2", "schuldhulpverlening1"]);
    made.line("verloskundigenpraktijk1", "schuldhulpverlening1");
    let before = profile(&made);
    let row = |profile: &Profile| {
        let place =
            CATALOGUE.norm.lines.iter().position(|it| it.code == "verloskundigenpraktijk-schuldhulpverlening").expect("a row");
        profile.rows.iter().find(|it| it.row == place).copied().expect("both kinds are there")
    };
    assert_eq!((row(&before).best, row(&before).worst), (Rung::Direct, Rung::Unknown));
    made.line("verloskundigenpraktijk2", "schuldhulpverlening1");
    let after = profile(&made);
    assert_eq!(row(&after).worst, Rung::Direct);
    assert_eq!(after.cells.direct, before.cells.direct + 1);
    assert_eq!(after.cells.all(), after.rows.len());
}

/// A coalition with so many midwives, so many neighbourhood teams and so many of neither side, all asked about everything.
fn of_sizes([first, second, neither]: [usize; 3], phase: Phase) -> Comparison {
    let keys = |kind: &str, number: usize| (1..=number).map(|at| format!("{kind}{at}")).collect::<Vec<_>>();
    let all = [keys("verloskundigenpraktijk", first), keys("wijkteam", second), keys("jgz", neither)].concat();
    let mut made = Made::with(&all.iter().map(String::as_str).collect::<Vec<_>>());
    for pair in all.windows(2) {
        made.line(&pair[0], &pair[1]).line(&pair[1], &pair[0]);
    }
    made.coverage(CoverageScope::Lines, None, None);
    let found = Coalition { phase, ..made.register.coalition(&coalition()).expect("it is there").clone() };
    made.put(Entity::Coalition(found));
    made.office().comparison(&ComparisonAsked::default(), &KeptProfiles::new(1)).expect("it is there")
}

#[test]
fn what_is_not_shown_depends_on_the_measure() {
    use SuppressedCode::{Preparation, SmallSide, TooFew};
    let running = Phase::Running;
    for (sizes, phase, name, expected) in [
        ([3, 3, 0], running, "crossDensity", None),
        ([3, 2, 5], running, "crossDensity", Some(SmallSide)),
        ([2, 9, 0], running, "crossEfficiency", Some(SmallSide)),
        ([2, 9, 0], running, "shortLineShare", Some(SmallSide)),
        ([2, 9, 0], running, "domainGapRatio", Some(SmallSide)),
        ([0, 9, 0], running, "eIIndexSides", Some(SmallSide)),
        // The whole network is large enough, whatever its sides.
        ([2, 9, 0], running, "density", None),
        ([2, 9, 0], running, "fragmentation", None),
        ([2, 3, 0], running, "density", Some(TooFew)),
        ([2, 3, 0], running, "averageDegree", Some(TooFew)),
        ([2, 4, 0], running, "density", None),
        // Counts always.
        ([1, 1, 0], running, "members", None),
        ([1, 1, 0], running, "links", None),
        ([1, 1, 0], running, "components", None),
        ([1, 1, 0], running, "knownPairShare", None),
        ([5, 5, 5], Phase::Preparation, "crossDensity", Some(Preparation)),
        ([5, 5, 5], Phase::Preparation, "density", Some(Preparation)),
        ([5, 5, 5], Phase::Preparation, "members", None),
        ([5, 5, 5], Phase::Preparation, "links", None),
        ([5, 5, 5], Phase::Start, "density", None),
    ] {
        let answer = of_sizes(sizes, phase);
        let row = answer.measures.iter().find(|row| row.name == name).expect(name);
        let cell = &row.cells[0];
        assert_eq!(cell.suppressed.as_ref().map(|it| it.code), expected, "{name} of {sizes:?}");
        assert_eq!(cell.value.is_some(), expected.is_none(), "{name} of {sizes:?}: a number or a reason");
        if expected.is_some() {
            assert_eq!((cell.low, cell.high, cell.z, cell.p, cell.estimate), (None, None, None, None, None), "{name}");
            assert_eq!(cell.without_leader, None, "{name}");
        }
    }
}

#[test]
fn chance_says_nothing_where_nothing_could_stand_out_and_the_number_stays() {
    let kept = KeptProfiles::new(1);
    let mut made = Made::with(&["verloskundigenpraktijk1", "verloskundigenpraktijk2", "verloskundigenpraktijk3"]);
    for key in ["wijkteam1", "wijkteam2", "wijkteam3"] {
        made.partner(key, MembershipStatus::Participating);
    }
    made.confirmed("verloskundigenpraktijk1", "wijkteam1").coverage(CoverageScope::Lines, None, None);
    let asked = ComparisonAsked::default();
    let answer = made.office().comparison_in_full(&asked, &kept, 1).expect("it is there");
    let row = answer.measures.iter().find(|row| row.name == "crossDensity").expect("a row");
    let cell = &row.cells[0];
    assert_eq!((cell.value, cell.z, cell.p), (Some(1.0 / 9.0), None, None));
    assert_eq!(cell.chance_suppressed.as_ref().map(|it| it.code), Some(SuppressedCode::PCannotReach));
}

#[test]
fn coalitions_of_which_all_is_known_and_that_differ_can_be_put_in_order() {
    let mut made = Made::with(&[]);
    let other = CoalitionId::new("ander").expect("a slug");
    made.put(Entity::Coalition(Coalition {
        id: other.clone(),
        name: Name::new("Ander").expect("a name"),
        ..made.register.coalition(&coalition()).expect("it is there").clone()
    }));
    for (kind, number) in [("verloskundigenpraktijk", 3), ("wijkteam", 3)] {
        for at in 1..=number {
            let key = format!("{kind}{at}");
            made.partner(&key, MembershipStatus::Participating);
            made.put(Entity::Membership(Membership {
                id: MembershipId::from_key(&format!("ander {key}")),
                coalition: other.clone(),
                party: org(&key),
                status: MembershipStatus::Participating,
                roles: vec![],
                period: Period::default(),
                provenance: Provenance::default(),
            }));
        }
    }
    made.confirmed("verloskundigenpraktijk1", "wijkteam1").coverage(CoverageScope::Lines, None, None);
    let rankable = |made: &Made| {
        let answer = made.office().comparison(&ComparisonAsked::default(), &KeptProfiles::new(2)).expect("they are there");
        let row = answer.measures.iter().find(|row| row.name == "crossDensity").expect("a row").clone();
        (row.rankable.yes, row.rankable.words.nl)
    };
    let (yes, words) = rankable(&made);
    assert!(!yes && words.contains("niet op volgorde"), "of the other nobody was asked: {words}");
    made.put(Entity::Coverage(Coverage {
        id: CoverageId::from_key("lijst van ander"),
        coalition: other,
        by: None,
        scope: CoverageScope::Lines,
        about: None,
        level: None,
        status: None,
        complete: true,
        date: None,
        provenance: Provenance::default(),
    }));
    let (yes, words) = rankable(&made);
    assert!(yes && words.contains("niet beter"), "{words}");
}
