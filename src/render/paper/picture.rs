//! The third writer of the scene: a map as strokes and letters on a page of paper. See `svg` and `dot` for the other two.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::TextDirection;

use super::fonts::{Fonts, Rulers};
use crate::render::scene::{self, Anchor, Group, Item, Mark, Pen};

/// Control points of a quarter of a circle, in parts of its radius.
const ROUND: f64 = 0.552_284_75;

/// Draws every mark of a scene; the surface is moved and scaled by whoever asks.
pub fn draw(surface: &mut Surface<'_>, group: &Group, fonts: &Fonts, rulers: &Rulers<'_>) {
    for item in &group.items {
        match item {
            Item::Group(inner) => draw(surface, inner, fonts, rulers),
            Item::Mark(mark) => draw_mark(surface, mark, fonts, rulers),
        }
    }
}

fn draw_mark(surface: &mut Surface<'_>, mark: &Mark, fonts: &Fonts, rulers: &Rulers<'_>) {
    match mark {
        Mark::Rect(at, w, h, radius, pen) => paint(surface, rectangle(*at, *w, *h, *radius), pen),
        Mark::Circle(at, r, pen) => paint(surface, circle(*at, *r), pen),
        Mark::HalfCircle(at, r, pen) => {
            paint(surface, circle(*at, *r), pen);
            paint(surface, half_circle(*at, *r), &Pen { fill: pen.stroke, stroke: None, ..*pen });
        }
        Mark::Polygon(points, pen) => paint(surface, polygon(points), pen),
        Mark::Path(start, cubics, pen) => paint(surface, curve(*start, cubics), pen),
        Mark::Text(text) => write(surface, text, fonts, rulers),
    }
}

fn write(surface: &mut Surface<'_>, text: &scene::Text, fonts: &Fonts, rulers: &Rulers<'_>) {
    let size = text.size as f32;
    let words = rulers.shown(&text.words, text.face);
    let spacing = text.spacing as f32;
    let letters = words.chars().count() as f32;
    let wide = rulers.width(&words, size, text.face) + spacing * letters;
    let left = text.at.0 as f32
        - match text.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => wide / 2.0,
            Anchor::End => wide,
        };
    surface.set_stroke(None);
    surface.set_fill(Some(fill(text.fill)));
    let y = text.at.1 as f32;
    if spacing == 0.0 {
        surface.draw_text(Point::from_xy(left, y), fonts.font(text.face), size, &words, false, TextDirection::LeftToRight);
        return;
    }
    let mut x = left;
    for letter in words.chars() {
        let one = letter.to_string();
        surface.draw_text(Point::from_xy(x, y), fonts.font(text.face), size, &one, false, TextDirection::LeftToRight);
        x += rulers.width(&one, size, text.face) + spacing;
    }
}

fn paint(surface: &mut Surface<'_>, path: Option<Path>, pen: &Pen) {
    let Some(path) = path else { return };
    surface.set_fill(pen.fill.map(fill));
    surface.set_stroke(pen.stroke.map(|colour| Stroke {
        paint: ink(colour).into(),
        width: pen.width as f32,
        line_cap: if pen.dash.round() { LineCap::Round } else { LineCap::Butt },
        line_join: LineJoin::Round,
        dash: pen.dash.array().map(dashes),
        ..Stroke::default()
    }));
    if pen.fill.is_some() || pen.stroke.is_some() {
        surface.draw_path(&path);
    }
}

/// "7 4" as numbers.
fn dashes(array: &str) -> StrokeDash {
    StrokeDash { array: array.split(' ').filter_map(|length| length.parse().ok()).collect(), offset: 0.0 }
}

/// A fill of one colour.
pub fn fill(colour: &str) -> Fill {
    Fill { paint: ink(colour).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

/// "#1a1A1a" as a colour; black when it is none.
pub fn ink(colour: &str) -> rgb::Color {
    let part = |at: usize| colour.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok()).unwrap_or(0);
    rgb::Color::new(part(1), part(3), part(5))
}

/// Takes places in the scene's own numbers.
struct Pencil(PathBuilder);

impl Pencil {
    fn at((x, y): scene::Point) -> Self {
        let mut builder = PathBuilder::new();
        builder.move_to(x as f32, y as f32);
        Self(builder)
    }
    fn line(&mut self, (x, y): scene::Point) {
        self.0.line_to(x as f32, y as f32);
    }
    fn cubic(&mut self, a: scene::Point, b: scene::Point, to: scene::Point) {
        self.0.cubic_to(a.0 as f32, a.1 as f32, b.0 as f32, b.1 as f32, to.0 as f32, to.1 as f32);
    }
    fn closed(mut self) -> Option<Path> {
        self.0.close();
        self.0.finish()
    }
}

fn rectangle((x, y): scene::Point, w: f64, h: f64, radius: f64) -> Option<Path> {
    if radius <= 0.0 {
        let mut builder = PathBuilder::new();
        builder.push_rect(Rect::from_xywh(x as f32, y as f32, w as f32, h as f32)?);
        return builder.finish();
    }
    let r = radius.min(w / 2.0).min(h / 2.0);
    let away = r * (1.0 - ROUND);
    let (right, bottom) = (x + w, y + h);
    let mut pencil = Pencil::at((x + r, y));
    pencil.line((right - r, y));
    pencil.cubic((right - away, y), (right, y + away), (right, y + r));
    pencil.line((right, bottom - r));
    pencil.cubic((right, bottom - away), (right - away, bottom), (right - r, bottom));
    pencil.line((x + r, bottom));
    pencil.cubic((x + away, bottom), (x, bottom - away), (x, bottom - r));
    pencil.line((x, y + r));
    pencil.cubic((x, y + away), (x + away, y), (x + r, y));
    pencil.closed()
}

fn circle((x, y): scene::Point, r: f64) -> Option<Path> {
    let k = r * ROUND;
    let mut pencil = Pencil::at((x, y - r));
    pencil.cubic((x + k, y - r), (x + r, y - k), (x + r, y));
    pencil.cubic((x + r, y + k), (x + k, y + r), (x, y + r));
    pencil.cubic((x - k, y + r), (x - r, y + k), (x - r, y));
    pencil.cubic((x - r, y - k), (x - k, y - r), (x, y - r));
    pencil.closed()
}

/// The left half.
fn half_circle((x, y): scene::Point, r: f64) -> Option<Path> {
    let k = r * ROUND;
    let mut pencil = Pencil::at((x, y + r));
    pencil.cubic((x - k, y + r), (x - r, y + k), (x - r, y));
    pencil.cubic((x - r, y - k), (x - k, y - r), (x, y - r));
    pencil.closed()
}

fn polygon(points: &[scene::Point]) -> Option<Path> {
    let (first, rest) = points.split_first()?;
    let mut pencil = Pencil::at(*first);
    rest.iter().for_each(|point| pencil.line(*point));
    pencil.closed()
}

fn curve(start: scene::Point, cubics: &[[scene::Point; 3]]) -> Option<Path> {
    let mut pencil = Pencil::at(start);
    cubics.iter().for_each(|[a, b, to]| pencil.cubic(*a, *b, *to));
    pencil.0.finish()
}
