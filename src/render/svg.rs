//! The SVG writer: no inline styles, no scripts, no ids from names; one decimal; the same scene gives the same bytes.

use std::fmt::Write;

use super::scene::{Anchor, Group, Item, Mark, Pen, Point, Role, Scene, Text};
use super::text::Face;
use crate::model::Language;

/// Writes a scene; `css` goes into a style element of a file that stands alone.
pub fn write(scene: &Scene, css: Option<&str>) -> String {
    let mut out = String::new();
    if css.is_some() {
        out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }
    let id = &scene.id;
    let (w, h) = (number(scene.width), number(scene.height));
    let lang = match scene.language {
        Language::Nl => "nl",
        Language::En => "en",
    };
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map\" lang=\"{lang}\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" \
         height=\"{h}\" role=\"group\" aria-labelledby=\"{id}-title {id}-desc\" \
         font-family=\"&quot;Noto Sans&quot;, Arial, sans-serif\">\n<title id=\"{id}-title\">{}</title>\
         <desc id=\"{id}-desc\">{}</desc>\n",
        escape(&scene.title),
        escape(&scene.description)
    );
    if let Some(css) = css {
        let _ = writeln!(out, "<style>{css}</style>");
    }
    group(&mut out, &scene.root);
    out.push_str("</svg>\n");
    out
}

/// A text as it may stand in an element or an attribute; what XML 1.0 forbids is left out.
pub fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// One decimal at most.
pub fn number(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, tenth) => format!("{sign}{whole}.{tenth}"),
    }
}

fn group(out: &mut String, group: &Group) {
    let tag = if matches!(group.role, Role::Link(..) | Role::PassedLink(..) | Role::MouseLink(..)) { "a" } else { "g" };
    let _ = write!(out, "<{tag}");
    if !group.class.is_empty() {
        let _ = write!(out, " class=\"{}\"", escape(&group.class));
    }
    let _ = match &group.role {
        Role::Plain => Ok(()),
        Role::Hidden => write!(out, " aria-hidden=\"true\""),
        Role::List(name) => write!(out, " role=\"list\" aria-label=\"{}\"", escape(name)),
        Role::ListItem => write!(out, " role=\"listitem\""),
        Role::Named(name) => write!(out, " role=\"img\" aria-label=\"{}\"", escape(name)),
        Role::MouseLink(href) => write!(out, " href=\"{}\" tabindex=\"-1\" aria-hidden=\"true\"", escape(href)),
        Role::PassedLink(href, label) => {
            write!(out, " href=\"{}\" aria-label=\"{}\" tabindex=\"-1\"", escape(href), escape(label))
        }
        Role::Link(href, label) => write!(out, " href=\"{}\" aria-label=\"{}\"", escape(href), escape(label)),
    };
    for (name, value) in &group.data {
        let _ = write!(out, " data-{name}=\"{}\"", escape(value));
    }
    out.push('>');
    for item in &group.items {
        match item {
            Item::Mark(mark) => write_mark(out, mark),
            Item::Group(inner) => self::group(out, inner),
        }
    }
    let _ = writeln!(out, "</{tag}>");
}

fn write_mark(out: &mut String, mark: &Mark) {
    let _ = match mark {
        Mark::Rect((x, y), w, h, radius, p) => {
            let corner = if *radius > 0.0 { format!(" rx=\"{}\"", number(*radius)) } else { String::new() };
            let at = format!("x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", number(*x), number(*y), number(*w), number(*h));
            write!(out, "<rect {at}{corner}{}/>", pen(p))
        }
        Mark::Circle(at, r, p) => write!(out, "{}", circle(*at, *r, p)),
        Mark::HalfCircle(at, r, p) => {
            let (x, y, r_) = (number(at.0), number(at.1 - r), number(*r));
            let fill = p.stroke.unwrap_or_default();
            let half = format!("<path d=\"M{x} {y}a{r_} {r_} 0 0 0 0 {}z\" fill=\"{fill}\"/>", number(r * 2.0));
            write!(out, "{}{half}", circle(*at, *r, p))
        }
        Mark::Polygon(points, p) => {
            let corners: Vec<String> = points.iter().map(|(x, y)| format!("{},{}", number(*x), number(*y))).collect();
            write!(out, "<polygon points=\"{}\"{} stroke-linejoin=\"round\"/>", corners.join(" "), pen(p))
        }
        Mark::Path(start, cubics, p) => write!(out, "<path d=\"{}\"{}/>", path(*start, cubics), pen(p)),
        Mark::Text(text) => write_text(out, text),
    };
}

fn circle(at: Point, r: f64, p: &Pen) -> String {
    format!("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>", number(at.0), number(at.1), number(r), pen(p))
}

fn path(start: Point, cubics: &[[Point; 3]]) -> String {
    let mut d = format!("M{} {}", number(start.0), number(start.1));
    for cubic in cubics {
        let points: Vec<String> = cubic.iter().map(|(x, y)| format!("{} {}", number(*x), number(*y))).collect();
        let _ = write!(d, "C{}", points.join(" "));
    }
    d
}

fn pen(pen: &Pen) -> String {
    let mut out = format!(" fill=\"{}\"", pen.fill.unwrap_or("none"));
    if let Some(stroke) = pen.stroke {
        let _ = write!(out, " stroke=\"{stroke}\" stroke-width=\"{}\"", number(pen.width));
        if let Some(dash) = pen.dash.array() {
            let _ = write!(out, " stroke-dasharray=\"{dash}\"");
        }
        if pen.dash.round() {
            out.push_str(" stroke-linecap=\"round\"");
        }
    }
    out
}

fn write_text(out: &mut String, text: &Text) -> std::fmt::Result {
    let (x, y, size) = (number(text.at.0), number(text.at.1), number(text.size));
    let anchor = match text.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let serif = " font-family=\"&quot;Noto Serif&quot;, Georgia, serif\"";
    let (family, style) = match text.face {
        Face::Sans => ("", ""),
        Face::Bold => ("", " font-weight=\"700\""),
        Face::Italic => ("", " font-style=\"italic\""),
        Face::Serif => (serif, ""),
        Face::SerifBold => (serif, " font-weight=\"700\""),
    };
    let spacing = if text.spacing > 0.0 { format!(" letter-spacing=\"{}\"", number(text.spacing)) } else { String::new() };
    // A space after it, so that a reader of the text does not hear two lines of a name as one word; not inside a word.
    let space = if text.words.ends_with('-') { "" } else { " " };
    write!(
        out,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{}\"{anchor}{family}{style}{spacing}>{}</text>{space}",
        text.fill,
        escape(&text.words)
    )
}
