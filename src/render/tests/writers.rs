//! SVG and DOT hold the same texts at the same places, and no text can break out of either.

use graphviz_rust::dot_structures::{Attribute, Graph, Id, Node, Stmt};

use super::drawing::texts;
use super::fixtures;
use crate::render::scene::Anchor;
use crate::render::{HOVER_CSS, PartnerMap, Width, dot, draw, svg};

const BOTH: [Width; 2] = [Width::Wide, Width::Slim];

#[test]
fn the_same_map_gives_the_same_bytes() {
    for (name, map) in fixtures::all() {
        for width in BOTH {
            assert_eq!(svg(&map, width, true), svg(&map.clone(), width, true), "{name}");
            assert_eq!(dot(&map, width), dot(&map.clone(), width), "{name}");
        }
    }
}

/// Text between two marks, after a place.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let start = text.find(from).map_or(0, |at| at + from.len());
    let end = text[start..].find(to).map_or(text.len(), |at| start + at);
    &text[start..end]
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

/// Words, x and y in tenths of each text, sorted.
pub type Placed = Vec<(String, i64, i64)>;

fn tenths(value: f64) -> i64 {
    (value * 10.0).round() as i64
}

pub fn svg_texts(svg: &str) -> Placed {
    let elements = svg.split("<text ").skip(1);
    let number = |element: &str, name: &str| between(element, name, "\"").parse::<f64>().expect("a number");
    let one = |element: &str| {
        let words = unescaped(between(element, ">", "</text>"));
        (words, tenths(number(element, "x=\"")), tenths(number(element, "y=\"")))
    };
    let mut out: Placed = elements.map(one).collect();
    out.sort();
    out
}

fn value(node: &Node, name: &str) -> Option<String> {
    node.attributes.iter().find_map(|Attribute(key, value)| match (key, value) {
        (Id::Plain(key), Id::Escaped(value) | Id::Plain(value)) if key == name => {
            Some(value.trim_start_matches('"').strip_suffix('"').unwrap_or(value).to_owned())
        }
        _ => None,
    })
}

pub fn statements(dot: &str) -> Vec<Stmt> {
    match graphviz_rust::parse(dot).expect("the text is DOT") {
        Graph::Graph { stmts, .. } | Graph::DiGraph { stmts, .. } => stmts,
    }
}

pub fn dot_texts(dot: &str, height: f64) -> Placed {
    let nodes = statements(dot).into_iter().filter_map(|stmt| if let Stmt::Node(node) = stmt { Some(node) } else { None });
    let number = |node: &Node, name: &str| value(node, name).and_then(|v| v.parse::<f64>().ok()).expect("a number");
    let one = |node: Node| {
        let label = value(&node, "label")?;
        let pos = value(&node, "pos")?;
        let (x, y) = pos.split_once(',').map(|(x, y)| (x.parse::<f64>(), y.parse::<f64>()))?;
        let half = number(&node, "width") * 36.0;
        let (label, x) = match (label.strip_suffix("\\l"), label.strip_suffix("\\r")) {
            (Some(label), _) => (label.to_owned(), x.ok()? - half),
            (_, Some(label)) => (label.to_owned(), x.ok()? + half),
            _ => (label, x.ok()?),
        };
        let words = label.replace("\\\"", "\"").replace("\\\\", "\\").replace("&amp;", "&");
        Some((words, tenths(x), tenths(height - y.ok()? + 0.33 * number(&node, "fontsize"))))
    };
    let mut out: Placed = nodes.filter_map(one).collect();
    out.sort();
    out
}

#[test]
fn both_writers_put_the_same_texts_at_the_same_places() {
    for (name, map) in fixtures::all() {
        for width in BOTH {
            let (drawn, printed) = (svg_texts(&svg(&map, width, false)), dot_texts(&dot(&map, width), draw(&map, width).height));
            assert_eq!(drawn.len(), printed.len(), "{name}");
            // Sorted by words; of equal words each has a partner at its place, two tenths for the rounding of both.
            for (words, x, y) in &drawn {
                let same = |(other, ox, oy): &&(String, i64, i64)| words == other && (x - ox).abs() <= 2 && (y - oy).abs() <= 2;
                assert!(printed.iter().any(|text| same(&text)), "{name}: {words:?} at {x}, {y}");
            }
        }
    }
}

/// Texts that would end a string, an element, an attribute or a label, if they could.
fn hostile() -> (PartnerMap, &'static str) {
    let evil = r#"A"]; x [label="\N <script>alert(1)</script> & ]]> \"#;
    let mut map = fixtures::leiden();
    map.title = evil.into();
    map.sentence = evil.into();
    map.footer = format!("{evil} &eacute; \u{0}\u{b}");
    for card in &mut map.cards {
        card.name = r#"B"> \N &amp;"#.into();
        card.label = evil.into();
        card.href = format!("/organisaties/{evil}");
    }
    map.gaps[0].text = evil.into();
    map.gaps[0].label = evil.into();
    map.gaps[0].id = evil.into();
    (map, evil)
}

#[test]
fn no_text_breaks_out_of_the_svg() {
    let (map, _) = hostile();
    for width in BOTH {
        let svg = svg(&map, width, true);
        assert!(!svg.contains("<script") && !svg.contains("]]>") && !svg.contains('\u{0}'));
        let plain = fixtures::leiden();
        let elements = |svg: &str| svg.matches("<a ").count();
        assert_eq!(elements(&svg), elements(&crate::render::svg(&plain, width, true)));
        let bare = svg
            .split('&')
            .skip(1)
            .find(|rest| !["amp;", "lt;", "gt;", "quot;", "#39;"].iter().any(|entity| rest.starts_with(entity)));
        assert_eq!(bare, None);
    }
}

#[test]
fn no_text_breaks_out_of_the_dot() {
    let (map, _) = hostile();
    for width in BOTH {
        let scene = draw(&map, width);
        let found: Vec<String> = dot_texts(&dot(&map, width), scene.height).into_iter().map(|text| text.0).collect();
        let mut known: Vec<String> = texts(&scene.root).iter().map(|text| text.words.clone()).collect();
        known.iter_mut().for_each(|words| *words = words.replace(|c: char| c.is_control(), " "));
        known.sort();
        assert_eq!(found, known);
        assert!(
            statements(&dot(&map, width))
                .iter()
                .all(|stmt| !matches!(stmt, Stmt::Node(node) if node.id.0 == Id::Plain("x".into())))
        );
    }
}

#[test]
fn every_card_and_every_gap_is_a_link_with_a_name() {
    for (name, map) in fixtures::all() {
        for width in BOTH {
            let svg = svg(&map, width, false);
            let goes = |id: &String| map.scenario.as_ref().is_some_and(|it| it.gone_cards.contains(id));
            let closed = |id: &String| map.scenario.as_ref().is_some_and(|it| it.closed.contains(id));
            for card in map.cards.iter().filter(|card| fixtures::is_there(&map, &card.id)) {
                let gone = match goes(&card.id) {
                    true => ", vertrekt in dit scenario",
                    false => fixtures::came_or_went(&map, &card.id),
                };
                let link = format!("href=\"{}\" aria-label=\"{}{gone}\"", card.href, card.label);
                assert_eq!(svg.matches(&link).count(), 1, "{name} {width:?}: {}", card.id);
            }
            for gap in map.gaps.iter().take(12).filter(|gap| !closed(&gap.id)) {
                let link = format!("href=\"{}\" aria-label=\"{}\"", gap.href, gap.label);
                assert_eq!(svg.matches(&link).count(), 1, "{name} {width:?}: {}", gap.id);
            }
        }
    }
}

#[test]
fn the_page_may_forbid_inline_styles_and_scripts() {
    for (name, map) in fixtures::all() {
        for width in BOTH {
            let svg = svg(&map, width, false);
            assert!(!svg.contains(" style=") && !svg.contains("<style") && !svg.contains("<script"), "{name}");
            assert_eq!(svg.matches("<g").count(), svg.matches("</g>").count(), "{name}");
        }
    }
    assert!(svg(&fixtures::delft(), Width::Wide, true).contains(HOVER_CSS));
    assert!(HOVER_CSS.contains(".n63:is(") && !HOVER_CSS.contains(['<', '&']));
}

#[test]
fn hover_reaches_both_ends_of_a_line() {
    let svg = svg(&fixtures::leiden(), Width::Wide, false);
    let line = between(&svg, "<g class=\"line k8 k2\"", ">");
    assert_eq!(line, " data-a=\"mw\" data-b=\"vsv\" data-status=\"said_by_b\" data-strength=\"2\"");
    assert!(svg.contains("<g class=\"card n8\" role=\"listitem\" data-id=\"mw\">"));
}

#[test]
fn an_unknown_side_is_a_question_mark_and_never_a_zero() {
    let map = fixtures::delft();
    let left = texts(&draw(&map, Width::Wide).root).into_iter().map(|text| text.words.clone()).collect::<Vec<_>>();
    assert!(left.contains(&"binnen medisch: niet gevraagd".to_owned()));
    assert_eq!(left.iter().filter(|words| *words == "0").count(), 1);
}

#[test]
fn a_large_map_is_one_stop_of_the_tab_key() {
    let passed = |count: usize, width| {
        svg(&fixtures::generated(count), width, false).matches("organisaties/o").count()
            - svg(&fixtures::generated(count), width, false).matches("een label\" tabindex=\"-1\"").count()
    };
    for width in BOTH {
        assert_eq!((passed(60, width), passed(61, width)), (60, 1));
    }
}

#[test]
fn planned_lines_are_dots_with_a_caption_of_their_own() {
    let map = fixtures::zaanstad();
    let scene = draw(&map, Width::Wide);
    let words: Vec<_> = texts(&scene.root).into_iter().map(|text| text.words.as_str()).collect();
    assert!(words.contains(&"6 gepland") && !words.iter().any(|words| words.contains("directe lij")));
    assert_eq!(svg(&map, Width::Wide, false).matches("data-status=\"planned\"").count(), 6);
}

#[test]
fn anchors_are_written() {
    let scene = draw(&fixtures::leiden(), Width::Wide);
    let ends = texts(&scene.root).iter().filter(|text| text.anchor == Anchor::End).count();
    assert_eq!(svg(&fixtures::leiden(), Width::Wide, false).matches("text-anchor=\"end\"").count(), ends);
    assert!(ends > 5);
}
