//! Texts keep out of each other's way and inside their cards; names break where they should.

use super::fixtures;
use crate::render::scene::{Group, Item, Mark, Scene, Text};
use crate::render::text::{Face, Room, flow, width, wrap};
use crate::render::{Width, draw};

fn scenes() -> Vec<(String, Scene)> {
    let maps = fixtures::all();
    let both = [Width::Wide, Width::Slim];
    maps.iter().flat_map(|(name, map)| both.map(|width| (format!("{name} {width:?}"), draw(map, width)))).collect()
}

pub fn texts(group: &Group) -> Vec<&Text> {
    group.flat().into_iter().filter_map(|mark| if let Mark::Text(text) = mark { Some(text) } else { None }).collect()
}

/// Left, top, right, bottom of the letters.
pub fn bounds(text: &Text) -> (f64, f64, f64, f64) {
    let (left, right) = text.span();
    (left, text.at.1 - 0.72 * text.size, right, text.at.1 + 0.2 * text.size)
}

#[test]
fn no_two_texts_overlap() {
    for (name, scene) in scenes() {
        let texts = texts(&scene.root);
        for (i, one) in texts.iter().enumerate() {
            for other in &texts[..i] {
                let (a, b) = (bounds(one), bounds(other));
                let apart = a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 || b.3 <= a.1;
                assert!(apart, "{name}: {:?} at {:?} over {:?} at {:?}", one.words, one.at, other.words, other.at);
            }
        }
    }
}

#[test]
fn all_texts_stand_on_the_page() {
    for (name, scene) in scenes() {
        for text in texts(&scene.root) {
            let (left, top, right, bottom) = bounds(text);
            let inside = left >= 0.0 && top >= 0.0 && right <= scene.width && bottom <= scene.height;
            assert!(inside, "{name}: {:?} from {left} to {right}", text.words);
        }
    }
}

pub fn groups<'a>(group: &'a Group, class: &str, out: &mut Vec<&'a Group>) {
    for item in &group.items {
        if let Item::Group(inner) = item {
            if inner.class.split(' ').any(|own| own == class) {
                out.push(inner);
            }
            groups(inner, class, out);
        }
    }
}

#[test]
fn no_text_leaves_its_card() {
    for (name, scene) in scenes() {
        let mut cards = Vec::new();
        groups(&scene.root, "card", &mut cards);
        for card in cards {
            let Some(Mark::Rect((x, y), w, h, ..)) = card.flat().first().copied().cloned() else { panic!("{name}: no card") };
            assert!(!texts(card).is_empty(), "{name}: an empty card");
            for text in texts(card) {
                let (left, top, right, bottom) = bounds(text);
                let inside = left >= x && top >= y && right <= x + w && bottom <= y + h;
                assert!(inside, "{name}: {:?} leaves its card", text.words);
            }
        }
    }
}

#[test]
fn cards_do_not_overlap() {
    for (name, scene) in scenes() {
        let mut cards = Vec::new();
        groups(&scene.root, "card", &mut cards);
        let rects: Vec<_> = cards
            .iter()
            .filter_map(|card| match card.flat().first() {
                Some(Mark::Rect((x, y), w, h, ..)) => Some((*x, *y, x + w, y + h)),
                _ => None,
            })
            .collect();
        for (i, a) in rects.iter().enumerate() {
            let free = |b: &&(f64, f64, f64, f64)| a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 || b.3 <= a.1;
            assert_eq!(rects[..i].iter().filter(free).count(), i, "{name}: cards overlap");
        }
    }
}

#[test]
fn every_card_is_drawn_once() {
    for (name, map) in fixtures::all() {
        for width in [Width::Wide, Width::Slim] {
            let scene = draw(&map, width);
            let mut cards = Vec::new();
            groups(&scene.root, "card", &mut cards);
            let mut drawn: Vec<_> = cards.iter().map(|card| card.data[0].1.clone()).collect();
            drawn.sort();
            let mut known: Vec<_> =
                map.cards.iter().map(|card| card.id.clone()).filter(|id| fixtures::is_there(&map, id)).collect();
            known.sort();
            assert_eq!(drawn, known, "{name} {width:?}");
        }
    }
}

/// A line of the wide map is drawn, whatever its lanes; a gap within a side is in the list only.
#[test]
fn every_line_is_drawn_and_a_gap_within_a_side_only_listed() {
    let map = fixtures::leiden();
    let scene = draw(&map, Width::Wide);
    let mut lines = Vec::new();
    groups(&scene.root, "line", &mut lines);
    let with = |name: &str| lines.iter().filter(|line| line.data.iter().any(|(key, _)| *key == name)).count();
    assert_eq!((with("status"), with("gap")), (3, 6));
    let mut rows = Vec::new();
    groups(&scene.root, "row", &mut rows);
    assert_eq!(rows.len(), 7);
}

/// Widths of Pillow's basic layout at size 1000.
#[test]
fn widths_are_those_of_the_fonts() {
    let known = [
        ("Coöperatie van verloskundigen Leiden e.o.", Face::Sans, 20020.0),
        ("Schuldhulpverlening", Face::Bold, 10331.0),
        ("Leiden – één", Face::SerifBold, 6293.0),
        ("naam nog onbekend", Face::Italic, 9203.0),
        ("Acht organisaties", Face::Serif, 8230.0),
    ];
    for (words, face, expected) in known {
        assert!((width(words, 1000.0, face) - expected).abs() < 1.0, "{words}: {}", width(words, 1000.0, face));
    }
}

fn room(words: &str, lines: usize) -> Room {
    Room { width: width(words, 16.0, Face::Sans) + 0.5, size: 16.0, face: Face::Sans, lines }
}

#[test]
fn a_name_breaks_at_spaces_before_joints() {
    let name = "Verloskundigenpraktijk Heilema";
    assert_eq!(wrap(name, None, room(name, 3)), [name]);
    assert_eq!(wrap(name, None, room("Verloskundigenpraktijk", 3)), ["Verloskundigenpraktijk", "Heilema"]);
    assert_eq!(wrap(name, None, room("Verloskundigen-", 3)), ["Verloskundigen-", "praktijk Heilema"]);
}

#[test]
fn equal_numbers_of_lines_are_balanced() {
    let lines = wrap("Coöperatie van verloskundigen Leiden", None, room("Coöperatie van verloskundigen", 2));
    assert_eq!(lines, ["Coöperatie van", "verloskundigen Leiden"]);
}

#[test]
fn a_name_too_long_takes_its_short_name_then_a_short_form_then_is_cut() {
    let narrow = room("Jeugdgezondheids", 1);
    assert_eq!(wrap("Jeugdgezondheidszorg Zuid", Some("JGZ-ZHW"), narrow), ["JGZ-ZHW"]);
    assert_eq!(wrap("Jeugdgezondheidszorg Zuid", None, narrow), ["JGZ Zuid"]);
    let cut = wrap("Onafbreekbaarlangwoordvanveelletters", None, narrow);
    assert!(cut.len() == 1 && cut[0].ends_with('…') && cut[0].starts_with("Onafbreek"), "{cut:?}");
}

#[test]
fn a_sentence_flows_without_losing_a_word() {
    let sentence = "Tussen medisch en sociaal is nog geen lijn op de werkvloer bekend.";
    let lines = flow(sentence, 120.0, 15.0, Face::Serif);
    assert!(lines.len() > 2 && lines.iter().all(|line| width(line, 15.0, Face::Serif) <= 120.0));
    assert_eq!(lines.join(" "), sentence);
}
