//! A scenario over a map: nobody moves, every introduction is there, and who goes is told.

use super::fixtures;
use crate::render::scene::{Group, Item, Mark, Scene, ink};
use crate::render::{PartnerMap, Width, draw, svg};

const BOTH: [Width; 2] = [Width::Wide, Width::Slim];

pub fn groups<'a>(group: &'a Group, wanted: &dyn Fn(&Group) -> bool, out: &mut Vec<&'a Group>) {
    for item in &group.items {
        if let Item::Group(inner) = item {
            if wanted(inner) {
                out.push(inner);
            }
            groups(inner, wanted, out);
        }
    }
}

/// The card of each partner, as its id and the place and size of its rectangle.
pub fn cards(scene: &Scene) -> Vec<(String, (f64, f64), f64, f64)> {
    let mut found = Vec::new();
    groups(&scene.root, &|group| group.class.starts_with("card "), &mut found);
    let place = |group: &Group| match group.flat().first() {
        Some(Mark::Rect(at, width, height, ..)) => (group.data[0].1.clone(), *at, *width, *height),
        other => panic!("{other:?}"),
    };
    found.into_iter().map(place).collect()
}

fn scenarios() -> Vec<(&'static str, PartnerMap)> {
    fixtures::all().into_iter().filter(|(_, map)| map.scenario.is_some()).collect()
}

#[test]
fn nobody_moves() {
    for (name, map) in scenarios() {
        for width in BOTH {
            let without = PartnerMap { scenario: None, ..map.clone() };
            assert_eq!(cards(&draw(&map, width)), cards(&draw(&without, width)), "{name} {width:?}");
        }
    }
}

#[test]
fn every_introduction_is_a_line_with_its_letter_and_a_row_in_the_list() {
    for (name, map) in scenarios() {
        let scenario = map.scenario.clone().expect("a scenario");
        let scene = draw(&map, Width::Wide);
        let mut lines = Vec::new();
        groups(&scene.root, &|group| group.data.contains(&("status", "introduced".to_owned())), &mut lines);
        let letter = |group: &&Group| group.data.iter().find(|(key, _)| *key == "letter").map(|(_, letter)| letter.clone());
        let mut drawn: Vec<String> = lines.iter().filter_map(letter).collect();
        drawn.sort();
        let mut wanted: Vec<String> = scenario.introduced.iter().map(|it| it.letter.clone()).collect();
        wanted.sort();
        assert_eq!(drawn, wanted, "{name}");
        for line in &lines {
            let strokes = |mark: &&Mark| matches!(mark, Mark::Path(_, _, pen) if pen.stroke == Some(ink::PLAN));
            assert!(line.flat().iter().any(strokes), "{name}");
        }
        let told = svg(&map, Width::Wide, true);
        for it in &scenario.introduced {
            assert!(
                told.contains(&format!("{}: {}", it.letter, svg::escape(&it.text))),
                "{name}: {} is not described",
                it.letter
            );
        }
    }
}

#[test]
fn badges_of_introductions_keep_apart() {
    for (name, map) in scenarios() {
        for width in BOTH {
            let mut lines = Vec::new();
            let scene = draw(&map, width);
            groups(&scene.root, &|group| group.data.contains(&("status", "introduced".to_owned())), &mut lines);
            let disc = |group: &&Group| {
                group.flat().into_iter().find_map(|mark| if let Mark::Circle(at, r, _) = mark { Some((*at, *r)) } else { None })
            };
            let discs: Vec<_> = lines.iter().filter_map(disc).collect();
            assert!(!discs.is_empty() || map.scenario.as_ref().is_some_and(|it| it.introduced.is_empty()), "{name} {width:?}");
            for (i, (at, r)) in discs.iter().enumerate() {
                assert!(at.0 >= *r && at.0 <= scene.width - r, "{name} {width:?}: a badge leaves the page at {at:?}");
                for (other, s) in &discs[..i] {
                    let apart = (at.0 - other.0).hypot(at.1 - other.1);
                    assert!(apart >= r + s - 0.1, "{name} {width:?}: {at:?} over {other:?}");
                }
            }
        }
    }
}

#[test]
fn who_goes_is_told_by_name_and_drawn_with_a_broken_edge() {
    let map = fixtures::supposing(fixtures::leiden(), &[], &["vsv"], &[("poo", 0)]);
    let told = svg(&map, Width::Wide, true);
    assert_eq!(told.matches("vertrekt in dit scenario").count(), 1, "one card goes");
    let scene = draw(&map, Width::Wide);
    let mut found = Vec::new();
    groups(&scene.root, &|group| group.class.starts_with("card ") && group.data[0].1 == "vsv", &mut found);
    let broken = |mark: &&Mark| matches!(mark, Mark::Rect(_, _, _, _, pen) if pen.dash.array().is_some());
    assert!(found[0].flat().iter().any(broken));
    assert!(told.contains("Valt weg in dit scenario"));
    let without = PartnerMap { scenario: None, ..map };
    assert!(!svg(&without, Width::Wide, true).contains("scenario"));
}
