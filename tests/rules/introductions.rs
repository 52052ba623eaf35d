//! Introductions: the value of the norm, the choice of a plan, who introduces, and what a plan never does.

use super::worked::{LINES, PARTNERS, worked};
use super::{plan, *};
use kortelijnen::analysis::introductions::*;
use kortelijnen::desk::{ContactHow, Office};
use kortelijnen::network::Supposed;
use std::collections::BTreeMap;

fn place(network: &Network, key: &str) -> usize {
    network.place(OrganisationId::from_key(key)).expect("a member")
}

fn limits(lines_max: usize, lines_party_max: usize) -> PlanLimits {
    PlanLimits { lines_max, lines_party_max, ..PlanLimits::default() }
}

fn names(network: &Network, plan: &Plan) -> Vec<String> {
    let name = |place: usize| network.members[place].name();
    plan.introductions.iter().map(|it| format!("{}–{}", name(it.a), name(it.b))).collect()
}

/// The value by the words of the norm: every row and finder by itself, from the list of lines.
fn value_by_hand(lines: &[(&str, &str)]) -> (f64, f64) {
    let linked = |a: &str, b: &str| lines.contains(&(a, b)) || lines.contains(&(b, a));
    let of = |kind: &KindCode| PARTNERS.iter().filter(|(_, own)| *own == kind.as_str()).map(|(key, _)| *key).collect::<Vec<_>>();
    let (mut value, mut most) = (0.0, 0.0);
    for row in CATALOGUE.norm.lines.iter().filter(|row| row.level == Level::Practice) {
        let weight = if row.weight == Expected::Core { 2.0 } else { 1.0 };
        let (helpers, bridges) = (of(&row.helper), row.bridges.iter().flat_map(of).collect::<Vec<_>>());
        if helpers.is_empty() {
            continue;
        }
        for finder in of(&row.finder) {
            most += weight;
            let direct = helpers.iter().any(|helper| linked(finder, helper));
            let bridged = bridges.iter().any(|bridge| linked(finder, bridge) && helpers.iter().any(|it| linked(bridge, it)));
            value += weight
                * if direct {
                    1.0
                } else if bridged {
                    0.5
                } else {
                    0.0
                };
        }
    }
    (value, most)
}

#[test]
fn the_worked_example_has_13_of_35() {
    let network = worked().network();
    let board = Board::of(&network);
    assert_eq!((board.value(), board.most()), (13.0, 35.0));
    assert_eq!(value_by_hand(&LINES), (13.0, 35.0));
}

#[test]
fn with_three_new_lines_a_party_five_introductions_reach_25() {
    let network = worked().network();
    let plan = plan(&network, &limits(5, 3));
    assert_eq!((plan.before.value, plan.after.value, plan.value_most), (13.0, 25.0, 35.0));
    assert_eq!(plan.introductions.len(), 5);
    assert_eq!(names(&network, &plan)[0], "VK2–WIJ");
}

#[test]
fn the_neighbourhood_team_with_vk2_and_ha_starts_a_plan_that_reaches_25() {
    let network = worked().network();
    let mut board = Board::of(&network);
    let mut reached = vec![board.value()];
    for (a, b) in [("VK2", "WIJ"), ("HA", "WIJ"), ("VK1", "WIJ"), ("VK2", "JGZ"), ("ZKH", "WIJ")] {
        board.add(place(&network, a), place(&network, b));
        reached.push(board.value());
    }
    assert_eq!(reached, [13.0, 16.5, 18.5, 21.0, 23.0, 25.0]);
}

#[test]
fn with_two_new_lines_a_party_the_plan_is_half_a_point_from_the_best_there_is() {
    let network = worked().network();
    let greedy = plan(&network, &limits(5, 2));
    assert_eq!(greedy.after.value, 24.0);
    assert_eq!(names(&network, &greedy)[0], "VK2–WIJ");
    // Every plan of five within the limit, by itself.
    let pairs: Vec<(&str, &str)> = candidates(&network)
        .iter()
        .map(|it| {
            let key = |place: usize| PARTNERS.iter().find(|(key, _)| *key == network.members[place].name()).expect("known").0;
            (key(it.a), key(it.b))
        })
        .collect();
    let mut best = 0.0_f64;
    let mut chosen: Vec<usize> = (0..5).collect();
    loop {
        let five: Vec<(&str, &str)> = chosen.iter().map(|&at| pairs[at]).collect();
        let mut new: BTreeMap<&str, usize> = BTreeMap::new();
        five.iter().for_each(|(a, b)| [a, b].into_iter().for_each(|end| *new.entry(end).or_default() += 1));
        if new.values().all(|&lines| lines <= 2) {
            best = best.max(value_by_hand(&[LINES.as_slice(), &five].concat()).0);
        }
        let Some(at) = (0..5).rev().find(|&at| chosen[at] + 5 - at < pairs.len()) else { break };
        chosen[at] += 1;
        for next in at + 1..5 {
            chosen[next] = chosen[next - 1] + 1;
        }
    }
    assert_eq!(best, 24.5);
}

#[test]
fn where_nobody_knows_both_the_way_is_told_in_steps() {
    let network = worked().network();
    let [vk2, wij] = ["VK2", "WIJ"].map(|key| place(&network, key));
    assert!(introducers(&network, vk2, wij).is_empty());
    let steps: Vec<&str> = steps_between(&network, vk2, wij).into_iter().map(|it| network.members[it].name()).collect();
    assert_eq!(steps, ["VK2", "VK1", "JGZ", "WIJ"]);
    let made = worked();
    let office = Office::new(&made.register, DAY);
    let plan = office.introductions("proef", &limits(5, 2), None).expect("a plan");
    assert!(plan.introductions[0].text.nl.contains("in drie stappen, via VK1 en JGZ"), "{}", plan.introductions[0].text.nl);
    assert!(plan.introductions[0].text.en.contains("in three steps, via VK1 and JGZ"));
    assert_eq!((plan.value.before, plan.value.after, plan.value.most), (13.0, 24.0, 35.0));
}

#[test]
fn a_municipality_may_introduce_and_is_no_step() {
    let mut made = Made::with(&["verloskundigenpraktijk1", "gemeente1", "schuldhulpverlening1"]);
    made.line("gemeente1", "verloskundigenpraktijk1").line("gemeente1", "schuldhulpverlening1");
    let network = made.network();
    let [a, b] = ["verloskundigenpraktijk1", "schuldhulpverlening1"].map(|key| place(&network, key));
    let found: Vec<&str> = introducers(&network, a, b).iter().map(|it| network.members[it.member].name()).collect();
    assert_eq!(found, ["gemeente1"]);
    assert!(steps_between(&network, a, b).is_empty());
}

#[test]
fn an_old_or_contested_line_introduces_nobody() {
    for (stance, date) in [(Stance::Asserted, Some("2019-11")), (Stance::Denied, None)] {
        let mut made = Made::with(&["verloskundigenpraktijk1", "jgz1", "schuldhulpverlening1"]);
        made.line("jgz1", "verloskundigenpraktijk1");
        made.claim(pair("jgz1", "schuldhulpverlening1"), Stance::Asserted, "works-with", Some(org("schuldhulpverlening1")), date);
        if stance == Stance::Denied {
            made.claim(pair("jgz1", "schuldhulpverlening1"), stance, "works-with", Some(org("jgz1")), None);
        }
        let network = made.network();
        let [a, b] = ["verloskundigenpraktijk1", "schuldhulpverlening1"].map(|key| place(&network, key));
        assert!(introducers(&network, a, b).is_empty() && steps_between(&network, a, b).is_empty(), "{stance:?}");
    }
}

#[test]
fn the_strongest_line_introduces_first() {
    let mut made = Made::with(&["verloskundigenpraktijk1", "jgz1", "wijkteam1", "schuldhulpverlening1"]);
    for (bridge, strength) in [("jgz1", 1), ("wijkteam1", 3)] {
        for end in ["verloskundigenpraktijk1", "schuldhulpverlening1"] {
            let mut claim = made.new_claim(pair(bridge, end), Stance::Asserted, "works-with", Some(org(bridge)), None);
            claim.strength = Some(Strength::new(strength).expect("1 to 4"));
            made.put(Entity::Claim(claim));
        }
    }
    let network = made.network();
    let [a, b] = ["verloskundigenpraktijk1", "schuldhulpverlening1"].map(|key| place(&network, key));
    let found: Vec<(&str, u8)> =
        introducers(&network, a, b).iter().map(|it| (network.members[it.member].name(), it.strength)).collect();
    assert_eq!(found, [("wijkteam1", 3), ("jgz1", 1)]);
}

#[test]
fn a_pair_that_is_known_to_have_no_line_comes_before_one_nobody_was_asked_about() {
    let mut made = Made::with(&["verloskundigenpraktijk1", "jgz1", "huisarts1", "kraamzorg1"]);
    // Only of the general practice, the lightest row, somebody says that there is no line.
    made.claim(pair("huisarts1", "jgz1"), Stance::Denied, "works-with", Some(org("huisarts1")), None);
    made.claim(pair("huisarts1", "jgz1"), Stance::Denied, "works-with", Some(org("jgz1")), None);
    let network = made.network();
    let plan = plan(&network, &PlanLimits { lines_max: 2, ..PlanLimits::default() });
    assert_eq!(names(&network, &plan)[0], "huisarts1–jgz1");
    assert_eq!(plan.introductions.iter().map(|it| it.known).collect::<Vec<_>>(), [Known::Absent, Known::Silent]);
}

#[test]
fn of_equal_candidates_the_one_that_shortens_most_lines_is_chosen() {
    let mut made =
        Made::with(&["verloskundigenpraktijk1", "verloskundigenpraktijk2", "kindergeneeskunde1", "jgz1", "woningcorporatie1"]);
    made.line("jgz1", "woningcorporatie1").line("verloskundigenpraktijk2", "kindergeneeskunde1");
    let network = made.network();
    let plan = plan(&network, &limits(1, 2));
    // The first practice comes first by place and has fewer lines; the second brings the paediatricians along.
    assert_eq!(names(&network, &plan), ["verloskundigenpraktijk2–jgz1"]);
}

#[test]
fn a_line_that_somebody_tells_is_never_introduced() {
    let mut made = Made::with(&["verloskundigenpraktijk1", "schuldhulpverlening1"]);
    made.line("verloskundigenpraktijk1", "schuldhulpverlening1");
    for rule in [Rule::Any, Rule::Confirmed] {
        let view = View { rule, ..View::of(DAY) };
        let network = freeze(&made.register, &coalition(), DAY, &view).expect("there");
        assert!(plan(&network, &PlanLimits::default()).introductions.is_empty(), "{rule:?}");
        assert_eq!(Board::of(&network).value(), if rule == Rule::Any { 2.0 } else { 0.0 });
    }
}

#[test]
fn a_desk_comes_before_a_person_and_a_hidden_person_is_nowhere() {
    let mut made = Made::with(&["verloskundigenpraktijk1", "schuldhulpverlening1"]);
    made.person("Anna", "verloskundigenpraktijk1", vec![], Period::default());
    made.person("Bram", "schuldhulpverlening1", vec![CoalitionRole::AttentionOfficer], Period::default());
    let how = |made: &Made| {
        let office = Office::new(&made.register, DAY);
        let plan = office.introductions("proef", &PlanLimits::default(), None).expect("a plan");
        let row = plan.introductions[0].clone();
        (row.contact_a.expect("one").how, row.contact_b.expect("one").how, serde_json::to_string(&row.text).expect("text"))
    };
    assert_eq!((how(&made).0, how(&made).1), (ContactHow::Person, ContactHow::AttentionOfficer));
    made.put(Entity::from(ContactPoint {
        id: ContactPointId::from_key("loket"),
        organisation: OrganisationId::from_key("schuldhulpverlening1"),
        coalition: None,
        name: Name::new("Loket schulden").expect("a name"),
        audience: Audience::Professionals,
        phone: None,
        mail: None,
        web: None,
        hours: None,
        needs: vec![],
        checked: None,
        person: None,
        visibility: ContactVisibility::default(),
        open: None,
        refer: None,
        languages: Vec::new(),
        checked_by: None,
        period: Period::default(),
        provenance: Provenance::default(),
    }));
    assert_eq!(how(&made).1, ContactHow::Desk);
    made.put(Entity::Person(Person {
        id: PersonId::from_key("Anna"),
        name: Name::new("Anna").expect("a name"),
        visibility: Visibility::Hidden,
        purpose: None,
        expires: None,
        provenance: Provenance::default(),
    }));
    let office = Office::new(&made.register, DAY);
    let plan = office.introductions("proef", &PlanLimits::default(), None).expect("a plan");
    assert_eq!(plan.introductions[0].contact_a.as_ref().map(|it| it.how), Some(ContactHow::Unknown));
    assert!(!serde_json::to_string(&plan).expect("JSON").contains("Anna"));
}

#[test]
fn what_an_introduction_closes_is_what_the_gaps_say_afterwards() {
    let made = worked();
    let office = Office::new(&made.register, DAY);
    let plan = office.introductions("proef", &limits(5, 2), None).expect("a plan");
    let supposed: Vec<Supposed> = plan
        .introductions
        .iter()
        .map(|it| {
            let id = |row: &kortelijnen::desk::PartyRow| serde_json::from_value(row.id.clone().into()).expect("an id");
            Supposed::Introduced { a: id(&it.a), b: id(&it.b) }
        })
        .collect();
    let told = office.what_if("proef", &supposed, 12, None).expect("a scenario");
    // What changes its kind on the way is closed once and found anew; the rest is what the scenario calls solved.
    let mut closed: Vec<&String> = plan.introductions.iter().flat_map(|it| &it.closes).collect();
    assert!(!closed.is_empty());
    closed.sort();
    let before = closed.len();
    closed.dedup();
    assert_eq!(closed.len(), before, "no gap is closed twice");
    for solved in &told.gaps.solved {
        assert!(closed.contains(&&solved.id), "{} is solved, and no introduction says so", solved.text.nl);
    }
}

#[test]
fn nobody_to_introduce_is_an_answer() {
    for partners in [&[][..], &["verloskundigenpraktijk1"][..], &["vrouwenopvang1", "bibliotheek1"][..]] {
        let made = Made::with(partners);
        let office = Office::new(&made.register, DAY);
        let plan = office.introductions("proef", &PlanLimits::default(), None).expect("a plan");
        assert!(plan.introductions.is_empty() && plan.meetings.is_empty());
        assert_eq!(plan.value.most, 0.0);
        assert_eq!(plan.not_done.len(), 1);
    }
}

#[test]
fn a_partner_that_is_only_wanted_is_no_bridge() {
    let (midwife, team, debts) = ("verloskundigenpraktijk1", "wijkteam1", "schuldhulpverlening1");
    for (status, value) in
        [(MembershipStatus::Participating, 5.0), (MembershipStatus::Wanted, 0.0), (MembershipStatus::Left, 0.0)]
    {
        let mut made = Made::with(&[midwife, debts]);
        made.partner(team, status).confirmed(midwife, team).confirmed(team, debts);
        // Taking part: midwife – team 2, team – debt relief 2, and half of midwife – debt relief.
        assert_eq!(Board::of(&made.network()).value(), value, "{status:?}");
    }
}

#[test]
fn that_a_third_party_calls_a_line_hard_to_find_leaves_it_a_question_everywhere() {
    let (midwife, debts) = ("verloskundigenpraktijk1", "schuldhulpverlening1");
    for (speaker, expected) in [("gemeente1", Known::Silent), ("verloskundigenpraktijk2", Known::Absent), (debts, Known::Absent)]
    {
        let mut made = Made::with(&[midwife, "verloskundigenpraktijk2", debts, "gemeente1"]);
        let scope = kinds("verloskundigenpraktijk", "schuldhulpverlening");
        made.claim(scope, Stance::Insufficient, "works-with", Some(org(speaker)), None);
        let network = made.network();
        let (a, b) = (place(&network, midwife), place(&network, debts));
        let found = candidates(&network).into_iter().find(|it| (it.a, it.b) == (a.min(b), a.max(b))).expect("a pair of the norm");
        assert_eq!(found.known, expected, "{speaker}");
        let hard = expected == Known::Absent;
        assert_eq!(kortelijnen::analysis::why::why(&network, a, b).hard_to_find, hard, "{speaker}");
        let gap = if hard { GapKind::MissingLine } else { GapKind::UnknownLine };
        assert_eq!(made.cell("verloskundigenpraktijk-schuldhulpverlening"), Some(gap), "{speaker}");
        let told = made.office().why("proef", midwife, debts, Some(DAY)).expect("a pair");
        assert_eq!(told.text.nl.contains("lastig"), hard, "{}", told.text.nl);
    }
}
