//! The map of what changed between two rounds, on made-up coalitions of every size.

use super::*;
use kortelijnen::desk::{DeskError, Reading};
use kortelijnen::model::Language;
use kortelijnen::render::{self, PartnerMap, Shown, Width};
use std::collections::BTreeMap;

const BEFORE: Date = date!(2025 - 11 - 01);
const NOW: Date = date!(2026 - 11 - 01);

fn map(made: &Made, shown: Shown) -> PartnerMap {
    made.office().map_since("proef", Language::Nl, (BEFORE, shown), Some(NOW)).expect("a map")
}

/// Somebody says on a day that two work together; `how` strong.
fn said(made: &mut Made, a: &str, b: &str, day: &str, how: Option<u8>) {
    let mut claim = made.new_claim(pair(a, b), Stance::Asserted, "works-with", Some(org(a)), Some(day));
    claim.strength = how.map(|it| Strength::new(it).expect("a strength"));
    made.put(Entity::Claim(claim));
}

/// Two worked together until May 2026.
fn until(made: &mut Made, a: &str, b: &str) {
    let mut claim = made.new_claim(pair(a, b), Stance::Asserted, "works-with", Some(org(a)), Some("2025-10"));
    claim.period = Some(Box::new(Period::new(None, Some(at("2026-05"))).expect("a period")));
    made.put(Entity::Claim(claim));
}

/// A partner takes part for some time only.
fn lasting(made: &mut Made, key: &str, from: Option<&str>, until: Option<&str>) {
    made.put(Entity::Membership(Membership {
        id: MembershipId::from_key(key),
        coalition: coalition(),
        party: org(key),
        status: MembershipStatus::Participating,
        roles: vec![],
        period: Period::new(from.map(at), until.map(at)).expect("a period"),
        provenance: Provenance::default(),
    }));
}

/// Two rounds, 2025 and 2026: lines that are told again, that are new, that an end denies, and partners that come and go.
pub fn two_rounds(count: usize) -> Made {
    const KINDS: [&str; 18] = [
        "verloskundigenpraktijk",
        "wijkteam",
        "kraamzorg",
        "schuldhulpverlening",
        "huisarts",
        "jgz",
        "welzijn",
        "gynaecologie",
        "home-start",
        "jeugdhulp",
        "vsv",
        "gemeente",
        "woningcorporatie",
        "kinderopvang",
        "ziekenhuis",
        "veilig-thuis",
        "ggd",
        "buurtgezinnen",
    ];
    let mut state = 7 + count as u64;
    let mut chance = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut made = Made::with(&[]);
    let keys: Vec<String> = (0..count).map(|at| format!("{}{}", KINDS[at % KINDS.len()], at / KINDS.len() + 1)).collect();
    for (at, key) in keys.iter().enumerate() {
        let code = KindCode::new(KINDS[at % KINDS.len()]).expect("a kind");
        let kind = CATALOGUE.kind(&code).expect("it is in the catalogue").name.nl.clone();
        made.organisation(key, &format!("{kind} {}", ["Noord", "Zuid", "Oost", "West", "Midden"][at % 5]), vec![code], None);
        match at % 12 {
            5 => lasting(&mut made, key, Some("2026-03"), None),
            10 => lasting(&mut made, key, None, Some("2026-05")),
            _ => drop(made.membership(key, MembershipStatus::Participating)),
        }
        made.put(Entity::Coverage(Coverage {
            id: CoverageId::from_key(key),
            coalition: coalition(),
            by: (at % 3 > 0).then(|| org(key)),
            scope: CoverageScope::Lines,
            about: Some(org(key)),
            level: None,
            status: None,
            complete: false,
            date: Some(PartialDate::parse("2025-10").expect("a date")),
            provenance: Provenance::default(),
        }));
    }
    let mut seen = std::collections::BTreeSet::new();
    while seen.len() < count * 2 {
        let (a, b) = (chance(count), chance(count));
        if a == b || !seen.insert((a.min(b), a.max(b))) {
            continue;
        }
        let (a, b) = (keys[a].as_str(), keys[b].as_str());
        match chance(20) {
            0..4 => said(&mut made, a, b, "2026-10", None),
            4..6 => {
                until(&mut made, a, b);
            }
            6 => {
                said(&mut made, a, b, "2025-10", None);
                said(&mut made, b, a, "2026-10", None);
            }
            7 => {
                said(&mut made, a, b, "2025-10", Some(1));
                said(&mut made, a, b, "2026-10", Some(3));
            }
            8 => said(&mut made, a, b, "2025-06", None),
            _ => {
                said(&mut made, a, b, "2025-10", Some(2));
                said(&mut made, a, b, "2026-10", Some(2));
            }
        }
    }
    made
}

/// Where the card of each partner stands in an SVG: the corner of its rectangle, or of the row of a phone.
fn places(svg: &str) -> BTreeMap<String, (String, String)> {
    let between = |text: &str, from: &str| -> String {
        text.split_once(from).and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default().to_owned()
    };
    let cards = svg.split("<g class=\"card ").skip(1);
    cards.map(|card| (between(card, "data-id=\""), (between(card, " x=\""), between(card, " y=\"")))).collect()
}

#[test]
fn nobody_moves_between_the_rounds_and_what_changed_at_any_size() {
    for count in [12, 30, 60, 120] {
        let made = two_rounds(count);
        for width in [Width::Wide, Width::Slim] {
            let drawn = |shown| places(&render::svg(&map(&made, shown), width, false));
            let union = drawn(Shown::Changes);
            assert_eq!(union.len(), count, "everybody of either round");
            for shown in [Shown::Before, Shown::After] {
                let day = drawn(shown);
                assert!(day.len() <= count && day.len() >= count * 5 / 6, "{count} {shown:?}: {}", day.len());
                for (id, at) in day {
                    assert_eq!(union[&id], at, "{count} {width:?} {shown:?}: somebody moved");
                }
            }
        }
    }
}

/// The first curve of each line in an SVG, by the cards it runs between.
fn curves(svg: &str) -> BTreeMap<String, String> {
    let between = |text: &str, from: &str| -> Option<String> { Some(text.split_once(from)?.1.split('"').next()?.to_owned()) };
    let lines = svg.split("<g class=\"line ").skip(1);
    lines.filter_map(|line| Some((between(line, "data-a=\"")? + &between(line, "data-b=\"")?, between(line, " d=\"")?))).collect()
}

#[test]
fn a_line_that_stays_lies_where_it_lay() {
    for count in [12, 30, 60] {
        let made = two_rounds(count);
        let [union, before, after] = [Shown::Changes, Shown::Before, Shown::After]
            .map(|shown| curves(&render::svg(&map(&made, shown), Width::Wide, false)));
        let both: Vec<&String> = before.keys().filter(|line| after.contains_key(*line)).collect();
        assert!(both.len() > count / 2, "{count}: {} lines on both days", both.len());
        for line in both {
            assert_eq!(before[line], after[line], "{count}: a line moved");
            assert_eq!(union[line], after[line], "{count}: a line moved");
        }
    }
}

#[test]
fn a_long_name_lowers_all_three_maps_alike() {
    let long = "Samenwerkingsverband geboortezorg en sociaal domein van de gemeenten in het midden en zuiden";
    let mut made = two_rounds(12);
    let mut named = made.register.coalition(&coalition()).expect("the coalition").clone();
    named.name = Name::new(long).expect("a name");
    made.put(Entity::Coalition(named));
    for width in [Width::Wide, Width::Slim] {
        let [union, before, after] =
            [Shown::Changes, Shown::Before, Shown::After].map(|shown| places(&render::svg(&map(&made, shown), width, false)));
        assert!(before.iter().chain(&after).all(|(id, at)| union[id] == *at), "{width:?}: somebody moved");
    }
}

#[test]
fn the_lines_of_who_left_are_lost() {
    let mut made = Made::with(&["verloskundigenpraktijk1", "wijkteam1", "schuldhulpverlening1"]);
    said(&mut made, "verloskundigenpraktijk1", "wijkteam1", "2025-10", None);
    said(&mut made, "verloskundigenpraktijk1", "schuldhulpverlening1", "2025-10", None);
    lasting(&mut made, "wijkteam1", None, Some("2026-05"));
    made.put(Entity::Membership(Membership {
        id: MembershipId::from_key("wijkteam1 left"),
        coalition: coalition(),
        party: org("wijkteam1"),
        status: MembershipStatus::Left,
        roles: vec![],
        period: Period::new(Some(at("2026-06")), None).expect("a period"),
        provenance: Provenance::default(),
    }));
    let drawn = map(&made, Shown::Changes);
    let changes = drawn.changes.as_ref().expect("changes");
    let lost: Vec<&str> = changes.lines.iter().filter(|it| it.what == render::Change::Lost).map(|it| it.text.as_str()).collect();
    assert_eq!((lost.len(), changes.left.len()), (1, 1), "{lost:?}");
    assert!(lost[0].contains("wijkteam1"), "{lost:?}");
    assert_eq!((changes.was[1], drawn.between), (Some(2), 1));
    assert_eq!(drawn.sentence, "1 lijn tussen medisch en sociaal verloren, geen nieuwe.");
    let day = map(&made, Shown::After);
    assert_eq!((day.between, day.sentence.as_str()), (1, "De ene bekende lijn loopt tussen medisch en sociaal."));
    assert_eq!(curves(&render::svg(&day, Width::Wide, false)).len(), 1, "who left has no line on the later day");
}

#[test]
fn the_sentence_counts_the_badges_and_the_numbers_follow_from_them() {
    for count in [12, 30, 60, 120] {
        let made = two_rounds(count);
        let drawn = map(&made, Shown::Changes);
        let changes = drawn.changes.as_ref().expect("changes");
        let number = |what| changes.lines.iter().filter(|it| it.across && it.what == what).count();
        let (new, lost) = (number(render::Change::New), number(render::Change::Lost));
        assert_eq!(changes.was[1].expect("a number") + new - lost, drawn.between, "{count}");
        assert!(
            drawn.sentence.contains(&new.to_string()) && drawn.sentence.contains("tussen medisch en sociaal"),
            "{}",
            drawn.sentence
        );
        let svg = render::svg(&drawn, Width::Wide, true);
        assert_eq!(svg, render::svg(&map(&made, Shown::Changes), Width::Wide, true), "the same bytes");
        let badges = svg.split("<g class=\"badge line").skip(1);
        let numbered = badges.filter(|it| it.split('>').next().is_some_and(|it| it.contains("data-number")));
        assert_eq!(numbered.count(), (new + lost).min(40), "a badge for each");
    }
}

#[test]
fn a_new_a_lost_a_confirmed_and_a_stronger_line_are_told_by_their_names() {
    let mut made = Made::with(&["verloskundigenpraktijk1", "kraamzorg1", "schuldhulpverlening1", "wijkteam1", "jgz1"]);
    said(&mut made, "verloskundigenpraktijk1", "wijkteam1", "2026-10", None);
    until(&mut made, "kraamzorg1", "schuldhulpverlening1");
    said(&mut made, "verloskundigenpraktijk1", "kraamzorg1", "2025-10", Some(1));
    said(&mut made, "verloskundigenpraktijk1", "kraamzorg1", "2026-10", Some(3));
    said(&mut made, "jgz1", "wijkteam1", "2025-10", None);
    said(&mut made, "wijkteam1", "jgz1", "2026-10", None);
    lasting(&mut made, "jgz1", Some("2026-03"), None);
    let drawn = map(&made, Shown::Changes);
    assert_eq!(drawn.title, "Proef, 1 november 2025 naar 1 november 2026");
    let told: Vec<(render::Change, bool, &str, &str)> = drawn
        .changes
        .iter()
        .flat_map(|it| &it.lines)
        .map(|it| (it.what, it.across, it.text.as_str(), it.told.as_str()))
        .collect();
    let holds = |what, across, a: &str, b: &str, words: &str| {
        told.iter().any(|it| it.0 == what && it.1 == across && it.2.contains(a) && it.2.contains(b) && it.3.contains(words))
    };
    assert!(holds(render::Change::New, true, "verloskundigenpraktijk1", "wijkteam1", "nieuw"), "{told:?}");
    assert!(holds(render::Change::Lost, true, "kraamzorg1", "schuldhulpverlening1", "niet meer genoemd"), "{told:?}");
    assert_eq!(drawn.sentence, "1 nieuwe lijn tussen medisch en sociaal, 1 verloren.");
    assert!(holds(render::Change::Strengthened, false, "verloskundigenpraktijk1", "kraamzorg1", "van 1 naar 3"), "{told:?}");
    let svg = render::svg(&drawn, Width::Wide, true);
    assert!(svg.contains("data-change=\"new\" data-number=\"1\""));
    assert!(svg.contains("Kanten: medisch tegenover sociaal en informeel") && svg.contains("misschien was het er al"));
    assert!(svg.contains("aria-label=\"1: "), "a row says its number");
}

#[test]
fn where_nothing_changed_it_says_so() {
    let mut made = Made::with(&["verloskundigenpraktijk1", "wijkteam1"]);
    said(&mut made, "verloskundigenpraktijk1", "wijkteam1", "2025-10", Some(2));
    said(&mut made, "verloskundigenpraktijk1", "wijkteam1", "2026-10", Some(2));
    let drawn = map(&made, Shown::Changes);
    assert_eq!(drawn.sentence, "Er is niets veranderd in wat wij weten.");
    assert_eq!((drawn.between, drawn.changes.as_ref().map(|it| it.was[1])), (1, Some(Some(1))));
    let english = made.office().map_since("proef", Language::En, (BEFORE, Shown::Changes), Some(NOW)).expect("a map");
    assert_eq!(english.sentence, "Nothing changed in what we know.");
    // One that came, and nothing between the sides.
    lasting(&mut made, "wijkteam1", Some("2026-02"), None);
    let told = map(&made, Shown::Changes).sentence;
    assert!(
        told.starts_with("Tussen medisch en sociaal kwam geen lijn bij en ging er geen verloren") || told.contains("nieuwe"),
        "{told}"
    );
}

#[test]
fn the_day_to_compare_with_lies_before_the_day_that_is_shown() {
    let made = two_rounds(12);
    for since in [NOW, date!(2026 - 12 - 01)] {
        let refused = made.office().map_since("proef", Language::Nl, (since, Shown::Changes), Some(NOW));
        assert!(matches!(refused, Err(DeskError::NotBefore { .. })));
    }
    let reading = Reading { as_of: Some(NOW), rule: Rule::Confirmed, ..Reading::default() };
    let strict = made.office().map_since("proef", Language::Nl, (BEFORE, Shown::Changes), reading).expect("a map");
    assert!(strict.lines.len() < map(&made, Shown::Changes).lines.len(), "by this rule fewer are lines");
}

/// Writes maps to a folder, to be looked at: `LOOK=/tmp/look cargo test --test main map_since -- --ignored`.
#[test]
#[ignore = "writes pictures for a person to look at"]
fn writes_pictures() {
    let folder = std::path::PathBuf::from(std::env::var_os("LOOK").expect("LOOK names a folder"));
    for count in [12, 30, 60, 120] {
        let made = two_rounds(count);
        for shown in [Shown::Changes, Shown::Before, Shown::After] {
            let drawn = map(&made, shown);
            std::fs::write(folder.join(format!("rounds-{count}-{shown:?}.svg")), render::svg(&drawn, Width::Wide, true))
                .expect("written");
            std::fs::write(folder.join(format!("rounds-{count}-{shown:?}-slim.svg")), render::svg(&drawn, Width::Slim, true))
                .expect("written");
            std::fs::write(folder.join(format!("rounds-{count}-{shown:?}.dot")), render::dot(&drawn, Width::Wide))
                .expect("written");
        }
    }
}
