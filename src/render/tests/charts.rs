//! What must hold for every chart and every sheet of small maps.

use std::process::{Command, Stdio};

use super::drawing::{bounds, groups, texts};
use super::pictures::{self, who};
use super::writers::{dot_texts, statements, svg_texts};
use crate::model::Language;
use crate::render::chart::*;
use crate::render::paper::Fonts;
use crate::render::scene::{Group, Scene};
use crate::render::{Picture, Width};

const BOTH: [Width; 2] = [Width::Wide, Width::Slim];

fn scenes() -> Vec<(String, Scene)> {
    let drawn = |(name, picture): (String, Picture)| BOTH.map(|width| (format!("{name} {width:?}"), picture.scene(width)));
    pictures::all().into_iter().flat_map(drawn).collect()
}

fn named(name: &str) -> Picture {
    pictures::all().into_iter().find(|(it, _)| it == name).expect("a picture").1
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    for ((name, one), (_, other)) in pictures::all().into_iter().zip(pictures::all()) {
        for width in BOTH {
            assert_eq!(one.svg(width, true), other.svg(width, true), "{name}");
            assert_eq!(one.dot(width), other.dot(width), "{name}");
        }
    }
}

#[test]
fn no_letters_are_under_eleven_units_and_none_leave_the_page() {
    for (name, scene) in scenes() {
        assert!(scene.width <= 1140.0, "{name}: {}", scene.width);
        for text in texts(&scene.root) {
            assert!(text.size >= 11.0, "{name}: {:?} at {}", text.words, text.size);
            let (left, top, right, bottom) = bounds(text);
            let inside = left >= 0.0 && top >= 0.0 && right <= scene.width && bottom <= scene.height;
            assert!(inside, "{name}: {:?} from {left} to {right}, {top} to {bottom}", text.words);
        }
    }
}

#[test]
fn no_two_texts_overlap() {
    for (name, scene) in scenes() {
        let all = texts(&scene.root);
        for (i, one) in all.iter().enumerate() {
            for other in &all[..i] {
                let (a, b) = (bounds(one), bounds(other));
                let apart = a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 || b.3 <= a.1;
                assert!(apart, "{name}: {:?} at {:?} over {:?} at {:?}", one.words, one.at, other.words, other.at);
            }
        }
    }
}

#[test]
fn both_writers_put_the_same_texts_at_the_same_places() {
    for (name, picture) in pictures::all() {
        for width in BOTH {
            let (drawn, printed) =
                (svg_texts(&picture.svg(width, false)), dot_texts(&picture.dot(width), picture.scene(width).height));
            assert_eq!(drawn.len(), printed.len(), "{name}");
            for (words, x, y) in &drawn {
                let same = |(other, ox, oy): &&(String, i64, i64)| words == other && (x - ox).abs() <= 2 && (y - oy).abs() <= 2;
                assert!(printed.iter().any(|text| same(&text)), "{name}: {words:?} at {x}, {y}");
            }
        }
    }
}

#[test]
fn a_page_may_forbid_inline_styles_and_scripts() {
    for (name, picture) in pictures::all() {
        for width in BOTH {
            let svg = picture.svg(width, false);
            assert!(!svg.contains(" style=") && !svg.contains("<style") && !svg.contains("<script"), "{name}");
            assert!(svg.contains("<title id=") && svg.contains("<desc id="), "{name}");
            assert_eq!(svg.matches("<g").count(), svg.matches("</g>").count(), "{name}");
            assert_eq!(svg.matches("<a ").count(), svg.matches("</a>").count(), "{name}");
        }
    }
    let alone = named("dots-9").svg(Width::Wide, true);
    assert!(alone.contains("forced-color-adjust:none") && alone.starts_with("<?xml"));
}

/// The numbers of a data attribute, in the order drawn.
fn data(group: &Group, class: &str, name: &str) -> Vec<Option<String>> {
    let mut found = Vec::new();
    groups(group, class, &mut found);
    found.iter().map(|it| it.data.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone())).collect()
}

#[test]
fn drawn_values_are_those_of_the_table_and_stand_in_its_order() {
    for count in [1, 3, 9, 40] {
        let dots = pictures::dots(count, 2);
        let known: Vec<&(Who, Value)> = dots.rows.iter().collect();
        for width in BOTH {
            let scene = Picture::Chart(Box::new(Chart::Dots(dots.clone()))).scene(width);
            let order: Vec<_> = known.iter().map(|(who, _)| Some(who.id.clone())).collect();
            assert_eq!(data(&scene.root, "point", "coalition"), order);
            type OfValue = fn(&Value) -> Option<f64>;
            let attributes: [(&str, OfValue); 4] =
                [("value", |it| it.value), ("low", |it| it.low), ("high", |it| it.high), ("expected", |it| it.expected)];
            for (name, of) in attributes {
                let drawn: Vec<Option<f64>> = data(&scene.root, "point", name)
                    .into_iter()
                    .map(|text| text.map(|text| text.parse().expect("a number")))
                    .collect();
                assert_eq!(drawn, known.iter().map(|(_, value)| of(value)).collect::<Vec<_>>(), "{name} of {count}");
            }
        }
    }
}

#[test]
fn every_cell_of_the_heat_table_is_drawn_once() {
    for count in [1, 3, 9, 40] {
        let kinds = pictures::kinds(count, 2);
        for width in BOTH {
            let scene = Picture::Chart(Box::new(Chart::Kinds(kinds.clone()))).scene(width);
            let coalitions = data(&scene.root, "cell", "coalition");
            assert_eq!(coalitions.len(), count * kinds.rows.len(), "{count} {width:?}");
            let mut counts: Vec<usize> =
                data(&scene.root, "cell", "value").into_iter().flatten().map(|it| it.parse().expect("a number")).collect();
            let mut known: Vec<usize> = kinds.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.1).collect();
            counts.sort_unstable();
            known.sort_unstable();
            assert_eq!(counts, known);
        }
    }
}

#[test]
fn an_empty_picture_and_one_point_are_sentences() {
    for (name, sentence) in [
        ("dots-0", "Er is geen coalitie gekozen."),
        ("funnel-0", "Er is geen coalitie gekozen."),
        ("kinds-0", "Er is geen coalitie gekozen."),
        ("small-0", "Er is geen coalitie gekozen."),
        ("tree-1", "Voor een boom van gelijkenis"),
        ("timeline-0", "Van geen enkele dag is dit"),
        ("timeline-1", "Er is één meting: januari 2019"),
    ] {
        for width in BOTH {
            let scene = named(name).scene(width);
            let mut found = Vec::new();
            groups(&scene.root, "instead", &mut found);
            let words: Vec<String> = found.iter().flat_map(|it| texts(it)).map(|text| text.words.clone()).collect();
            assert!(words.join(" ").contains(sentence), "{name}: {words:?}");
            assert!(data(&scene.root, "point", "value").is_empty(), "{name}");
        }
    }
}

#[test]
fn a_value_stands_where_the_scale_says() {
    let row = |n: usize, value: f64| {
        let value = Value { value: Some(value), words: format!("{value}"), label: format!("{value}"), ..Value::default() };
        (who(n, true), value)
    };
    let dots = Dots { rows: vec![row(0, 0.0), row(1, 0.5), row(2, 1.0)], ..pictures::dots(0, 0) };
    let scene = Picture::Chart(Box::new(Chart::Dots(dots))).scene(Width::Wide);
    let mut points = Vec::new();
    groups(&scene.root, "point", &mut points);
    let at = |group: &&Group| {
        let circle = group.flat().into_iter().find_map(|mark| match mark {
            crate::render::scene::Mark::Circle(at, ..) => Some(*at),
            _ => None,
        });
        circle.expect("a dot")
    };
    let places: Vec<(f64, f64)> = points.iter().map(at).collect();
    // Half of the way is halfway, and rows stand at equal distances, within the tenth that the writers keep.
    assert!((places[1].0 - (places[0].0 + places[2].0) / 2.0).abs() <= 0.2, "{places:?}");
    assert!((places[1].1 - (places[0].1 + places[2].1) / 2.0).abs() <= 0.2, "{places:?}");
    assert!(places[2].0 - places[0].0 > 300.0 && places[0].1 < places[1].1, "{places:?}");
}

#[test]
fn time_is_not_joined_over_a_day_of_which_nothing_can_be_said() {
    let timeline = pictures::timeline(9);
    let gaps = timeline.points.iter().filter(|it| it.value.value.is_none()).count();
    assert!(gaps > 0, "the data hold an unknown day");
    let scene = Picture::Chart(Box::new(Chart::Timeline(timeline.clone()))).scene(Width::Wide);
    let mut joined = Vec::new();
    groups(&scene.root, "joined", &mut joined);
    let lines = joined.iter().flat_map(|it| it.flat()).count();
    let mut expected = 0;
    for kept in [true, false] {
        let row: Vec<&TimePoint> = timeline.points.iter().filter(|it| it.kept == kept).collect();
        for pair in row.windows(2) {
            let between =
                timeline.points.iter().any(|it| it.value.value.is_none() && it.day > pair[0].day && it.day < pair[1].day);
            expected += usize::from(pair.iter().all(|it| it.value.value.is_some()) && !between);
        }
    }
    assert_eq!(lines, expected);
}

#[test]
fn no_text_breaks_out_of_a_picture() {
    let evil = r#"A"]; x [label="\N <script>alert(1)</script> & ]]> \"#;
    let mut dots = pictures::dots(3, 1);
    dots.about.title = evil.into();
    dots.about.notes = vec![evil.into()];
    for (who, value) in &mut dots.rows {
        who.name = evil.into();
        who.id = evil.into();
        who.href = format!("/coalities/{evil}");
        value.words = evil.into();
        value.label = evil.into();
    }
    let picture = Picture::Chart(Box::new(Chart::Dots(dots)));
    for width in BOTH {
        let svg = picture.svg(width, true);
        assert!(!svg.contains("<script") && !svg.contains("]]>"));
        assert_eq!(svg.matches("<a ").count(), 3);
        let known = texts(&picture.scene(width).root).len();
        assert_eq!(dot_texts(&picture.dot(width), picture.scene(width).height).len(), known);
        assert!(!statements(&picture.dot(width)).is_empty());
    }
}

#[test]
fn a_small_map_is_a_link_with_its_sentence() {
    let maps = pictures::small(9);
    for width in BOTH {
        let svg = Picture::SmallMaps(Box::new(maps.clone())).svg(width, false);
        for small in &maps.maps {
            assert_eq!(svg.matches(&format!("href=\"{}\"", small.href)).count(), 1);
        }
        assert_eq!(svg.matches("<a ").count(), 9);
        assert!(svg.contains(&format!("aria-label=\"{}: {}", maps.maps[0].map.title, maps.maps[0].map.sentence)));
    }
}

#[test]
fn one_mark_has_one_size_on_every_small_map() {
    let scene = Picture::SmallMaps(Box::new(pictures::small(9))).scene(Width::Wide);
    let mut maps = Vec::new();
    groups(&scene.root, "small", &mut maps);
    let filled = |group: &&Group| -> Vec<i64> {
        let circles = group.flat().into_iter().filter_map(|mark| match mark {
            crate::render::scene::Mark::Circle(_, r, pen) if pen.fill == Some("#0072B2") => Some((r * 1000.0) as i64),
            _ => None,
        });
        circles.collect()
    };
    let mut sizes: Vec<i64> = maps.iter().flat_map(filled).collect();
    sizes.sort_unstable();
    sizes.dedup();
    assert_eq!(sizes.len(), 1, "{sizes:?}");
}

#[test]
fn forty_small_maps_take_four_sheets_and_read_back() {
    let Ok(fonts) = Fonts::open(std::path::Path::new("/usr/share/fonts/truetype/noto")) else { return };
    let picture = named("small-40");
    let printed = picture.pdf(Width::Wide, &fonts, 20_000_000).expect("a PDF by the rules of PDF/UA");
    assert_eq!(printed, picture.pdf(Width::Wide, &fonts, 20_000_000).expect("the same again"));
    assert!(picture.pdf(Width::Wide, &fonts, 1_000).is_err(), "larger than allowed");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("maps.pdf");
    std::fs::write(&file, printed).expect("written");
    let read = Command::new("pdftotext").args(["-layout"]).arg(&file).arg("-").stderr(Stdio::null()).output();
    let Ok(read) = read else { return };
    let text = String::from_utf8_lossy(&read.stdout).into_owned();
    assert_eq!(text.matches('\u{c}').count(), 4, "pages");
    assert!(text.contains("Blad 4 van 4") && text.contains("Delft"), "{text}");
}

#[test]
fn english_words_stand_in_an_english_picture() {
    let mut dots = pictures::dots(9, 3);
    dots.about.language = Language::En;
    let svg = Picture::Chart(Box::new(Chart::Dots(dots))).svg(Width::Wide, false);
    assert!(svg.contains("lang=\"en\"") && svg.contains("chosen coalition") && svg.contains(">0.2<"), "words and decimal point");
}
