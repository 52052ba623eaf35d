//! A map of what changed: nobody moves, every badge has its row, and shape tells what colour tells.

use super::fixtures;
use super::scenario::{cards, groups};
use super::writers::statements;
use crate::render::scene::{Group, Mark, ink};
use crate::render::{Change, Changes, PartnerMap, Shown, Width, draw, svg};
use graphviz_rust::dot_structures::{Id, Stmt};
use std::collections::{BTreeMap, BTreeSet};

const BOTH: [Width; 2] = [Width::Wide, Width::Slim];

/// Every map of what changed, with its changes.
fn changed() -> Vec<(&'static str, PartnerMap, Changes)> {
    let all = fixtures::all().into_iter();
    let of = |(name, map): (&'static str, PartnerMap)| map.changes.clone().map(|changes| (name, map, changes));
    all.filter_map(of).filter(|(_, _, changes)| changes.shown == Shown::Changes).collect()
}

fn value<'a>(group: &'a Group, name: &str) -> Option<&'a str> {
    group.data.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
}

fn of_class<'a>(root: &'a Group, class: &str) -> Vec<&'a Group> {
    let mut found = Vec::new();
    groups(root, &|group| group.class.split(' ').any(|own| own == class), &mut found);
    found
}

#[test]
fn nobody_moves_between_the_day_before_the_day_after_and_what_changed() {
    for (name, map, changes) in changed() {
        for width in BOTH {
            let place = |shown| -> BTreeMap<String, ((f64, f64), f64, f64)> {
                let scene = draw(&fixtures::showing_alone(map.clone(), shown), width);
                cards(&scene).into_iter().map(|(id, at, w, h)| (id, (at, w, h))).collect()
            };
            let union = place(Shown::Changes);
            assert_eq!(union.len(), map.cards.len(), "{name}: everybody of either day");
            for (shown, absent) in [(Shown::Before, &changes.absent[0]), (Shown::After, &changes.absent[1])] {
                let day = place(shown);
                assert_eq!(day.len() + absent.len(), union.len(), "{name} {shown:?}");
                assert!(day.iter().all(|(id, at)| union[id] == *at), "{name} {width:?} {shown:?}: somebody moved");
            }
        }
    }
}

#[test]
fn strength_on_one_day_or_the_other_moves_nobody() {
    let map = fixtures::a_year(fixtures::generated(60));
    let mut stronger = map.clone();
    stronger.lines.iter_mut().for_each(|line| line.strength = 5 - line.strength);
    assert_eq!(cards(&draw(&map, Width::Wide)), cards(&draw(&stronger, Width::Wide)));
}

#[test]
fn every_badge_has_its_row_with_the_same_number_and_the_same_change() {
    for (name, map, _) in changed() {
        for width in BOTH {
            let scene = draw(&map, width);
            let told = |class: &str| -> BTreeSet<(String, String)> {
                let with = of_class(&scene.root, class).into_iter();
                with.filter_map(|it| Some((value(it, "number")?.to_owned(), value(it, "change")?.to_owned()))).collect()
            };
            let (badges, rows) = (told("badge"), told("row"));
            assert!(badges.is_subset(&rows), "{name} {width:?}: {badges:?} {rows:?}");
            if width == Width::Wide {
                assert_eq!(badges, rows, "{name}");
            }
            let mut numbers: Vec<usize> = rows.iter().filter_map(|(number, _)| number.parse().ok()).collect();
            numbers.sort_unstable();
            assert!(numbers.iter().copied().eq(1..=numbers.len()), "{name}: numbered without a hole");
            for row in of_class(&scene.root, "row") {
                let named = of_class(row, "");
                assert!(named.iter().any(|it| matches!(&it.role, crate::render::scene::Role::Named(words) if !words.is_empty())));
            }
        }
    }
}

#[test]
fn each_line_tells_what_became_of_it_and_new_and_lost_differ_in_more_than_colour() {
    for (name, map, changes) in changed() {
        let scene = draw(&map, Width::Wide);
        let wanted: BTreeMap<BTreeSet<&str>, &str> = changes
            .lines
            .iter()
            .map(|it| (BTreeSet::from([it.a.as_str(), it.b.as_str()]), super::super::wide::changes::code(it.what)))
            .collect();
        let lines: Vec<&Group> = of_class(&scene.root, "line").into_iter().filter(|it| value(it, "a").is_some()).collect();
        assert_eq!(lines.len(), map.lines.len(), "{name}");
        for line in lines {
            let ends = BTreeSet::from([value(line, "a").expect("an end"), value(line, "b").expect("an end")]);
            assert_eq!(value(line, "change"), Some(wanted[&ends]), "{name}");
            for mark in line.flat() {
                let Mark::Path(_, _, pen) = mark else { continue };
                if pen.stroke == Some(ink::WHITE) {
                    continue;
                }
                let broken = pen.dash.array().is_some();
                match wanted[&ends] {
                    "new" => assert!(!broken && pen.width >= 1.7 && pen.stroke == Some(ink::INK), "{name}"),
                    "lost" => assert!(pen.stroke == Some(ink::GAP) && (broken || pen.width == 2.0), "{name}"),
                    "same" => assert!(!broken && pen.width == 1.0 && pen.stroke == Some(ink::MUTE), "{name}"),
                    _ => assert!(!broken && pen.width < 1.7, "{name}"),
                }
            }
        }
    }
}

#[test]
fn a_lost_line_between_the_sides_stops_before_the_middle() {
    let scene = draw(&fixtures::example_town(), Width::Wide);
    let across = of_class(&scene.root, "across")[0];
    let (mut lost, mut new) = (0, 0);
    for line in of_class(across, "line") {
        let ends: Vec<f64> = line
            .flat()
            .into_iter()
            .filter_map(
                |mark| if let Mark::Path(_, cubics, _) = mark { cubics.last().map(|it| (it[2].0 - 640.0).abs()) } else { None },
            )
            .collect();
        match value(line, "change") {
            Some("lost") => {
                lost += 1;
                assert!(ends.iter().all(|away| *away >= 40.0), "{ends:?}");
            }
            Some("new") => {
                new += 1;
                assert!(ends.iter().all(|away| *away < 0.1), "{ends:?}");
            }
            _ => {}
        }
    }
    assert_eq!((new, lost), (6, 2));
}

#[test]
fn the_numbers_stand_beside_those_of_the_earlier_day() {
    let svg = svg(&fixtures::example_town(), Width::Wide, true);
    assert!(
        svg.contains(">lijnen tussen medisch en sociaal, was 7<")
            && svg.contains(">lijnen binnen sociaal en informeel, was ook 9<")
    );
    assert!(svg.contains(">6 nieuw · 5 bleven<") && svg.contains(">2 verloren<"));
    assert!(svg.contains("11 lijnen tussen medisch en sociaal, was 7"), "the description says it too");
    let before = crate::render::svg(&fixtures::showing(fixtures::example_town(), Shown::Before), Width::Wide, true);
    assert!(!before.contains("was 7") && !before.contains("data-change") && !before.contains(">6 nieuw ·"));
}

#[test]
fn the_legend_holds_what_is_there_and_nothing_else() {
    let legend = |map: &PartnerMap| -> String {
        let scene = draw(map, Width::Wide);
        let all: Vec<String> = of_class(&scene.root, "legend")[0]
            .flat()
            .into_iter()
            .filter_map(|mark| if let Mark::Text(text) = mark { Some(text.words.clone()) } else { None })
            .collect();
        all.join("|")
    };
    let mut map = fixtures::example_town();
    let told = legend(&map);
    assert!(told.contains("nieuwe lijn|") && told.contains("verloren lijn|") && told.contains("bleef zoals zij was|"), "{told}");
    assert!(!told.contains("sterker") && !told.contains("organisatie erbij") && !told.contains("bevestigd"), "{told}");
    let changes = map.changes.as_mut().expect("changes");
    changes.joined.push("ggd".into());
    for (line, what) in changes.lines.iter_mut().zip([Change::Strengthened, Change::Stale]) {
        line.what = what;
    }
    let told = legend(&map);
    assert!(told.contains("sterker dan eerst") && told.contains("lang niet meer genoemd") && told.contains("organisatie erbij"));
}

#[test]
fn no_letter_is_under_eleven_units() {
    for (name, map) in fixtures::all().into_iter().filter(|(_, map)| map.changes.is_some()) {
        for width in BOTH {
            let scene = draw(&map, width);
            for mark in scene.root.flat() {
                let Mark::Text(text) = mark else { continue };
                assert!(text.size >= 11.0, "{name} {width:?}: {:?} at {}", text.words, text.size);
            }
        }
    }
}

#[test]
fn words_of_changes_break_out_of_nothing() {
    let evil = r#"A"]; x [label="\N <script>alert(1)</script> & ]]> \"#;
    let mut map = fixtures::example_town();
    for line in &mut map.changes.as_mut().expect("changes").lines {
        (line.text, line.told) = (evil.into(), evil.into());
    }
    for width in BOTH {
        let drawn = svg(&map, width, true);
        assert!(!drawn.contains("<script") && !drawn.contains("]]>") && drawn.contains("&lt;script&gt;"));
        let x = Id::Plain("x".to_owned());
        let statements = statements(&crate::render::dot(&map, width));
        assert!(statements.iter().all(|stmt| !matches!(stmt, Stmt::Node(node) if node.id.0 == x)));
    }
}
