//! The DOT writer: every mark a pinned node, every line an edge with its own spline. `neato -n2` prints it without laying
//! anything out, and the file opens anywhere.

use graphviz_rust::dot_structures::{Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Vertex};
use graphviz_rust::printer::{DotPrinter, PrinterContext};

use super::scene::{Anchor, Dash, Group, Item, Mark, Pen, Point, Scene, Text, ink};
use super::text::Face;

/// Points in an inch.
const INCH: f64 = 72.0;
/// A box with round ends.
const ROUNDED: &str = "rounded box";
/// Symbols smaller than this are hollow, never dashed: Graphviz knows one dash only.
const SMALL: f64 = 9.6;

/// Writes a scene.
pub fn write(scene: &Scene) -> String {
    let mut writer =
        Writer { width: scene.width, height: scene.height, nodes: Vec::new(), edges: Vec::new(), band: String::new(), count: 0 };
    writer.group(&scene.root);
    let (w, h) = (decimal(scene.width), decimal(scene.height));
    let graph = [
        ("layout", "neato".to_owned()),
        ("bb", format!("0,0,{w},{h}")),
        ("pad", "0".to_owned()),
        ("margin", "0".to_owned()),
        ("outputorder", "edgesfirst".to_owned()),
        ("bgcolor", ink::WHITE.to_owned()),
        ("charset", "UTF-8".to_owned()),
        ("_background", writer.band.trim_end().to_owned()),
    ];
    let node = [("fixedsize", "true"), ("label", ""), ("fontname", "Noto Sans"), ("margin", "0")];
    let edge = [("headclip", "false"), ("tailclip", "false")];
    let own = |pairs: &[(&str, &str)]| pairs.iter().map(|(k, v)| attribute(k, v)).collect::<Vec<_>>();
    let graph = graph.iter().filter(|(_, value)| !value.is_empty()).map(|(k, v)| attribute(k, v)).collect();
    let mut stmts = vec![
        Stmt::GAttribute(GraphAttributes::Graph(graph)),
        Stmt::GAttribute(GraphAttributes::Node(own(&node))),
        Stmt::GAttribute(GraphAttributes::Edge(own(&edge))),
        pin("corner0", "0,0"),
        pin("corner1", &format!("{w},{h}")),
    ];
    stmts.append(&mut writer.edges);
    stmts.append(&mut writer.nodes);
    let id = Id::Plain("kaart".to_owned());
    let mut out = Graph::Graph { id, strict: false, stmts }.print(&mut PrinterContext::default());
    out.push('\n');
    out
}

/// A value as DOT takes it: quotes and backslashes escaped, so that no text can end its string or name an escape like `\N`.
fn quoted(value: &str) -> Id {
    Id::Escaped(format!("\"{}\"", plain(value)))
}

fn plain(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

fn attribute(name: &str, value: &str) -> Attribute {
    Attribute(Id::Plain(name.to_owned()), quoted(value))
}

fn decimal(value: f64) -> String {
    super::svg::number(value)
}

/// A size in inches.
fn inches(value: f64) -> String {
    format!("{:.4}", value / INCH)
}

fn id(name: &str) -> NodeId {
    NodeId(Id::Plain(name.to_owned()), None)
}

/// An invisible point: the end of a line, or a corner of the page.
fn pin(name: &str, pos: &str) -> Stmt {
    let pairs = [("pos", pos), ("shape", "point"), ("style", "invis"), ("width", "0.01"), ("height", "0.01")];
    Stmt::Node(Node { id: id(name), attributes: pairs.iter().map(|(k, v)| attribute(k, v)).collect() })
}

struct Writer {
    width: f64,
    height: f64,
    nodes: Vec<Stmt>,
    edges: Vec<Stmt>,
    band: String,
    count: usize,
}

impl Writer {
    fn group(&mut self, group: &Group) {
        for item in &group.items {
            match item {
                Item::Group(inner) => self.group(inner),
                Item::Mark(Mark::Rect(at, w, h, _, pen)) if group.class == "band" => self.background(*at, *w, *h, pen),
                Item::Mark(mark) => self.mark(mark),
            }
        }
    }

    /// Marks that lie under the lines.
    fn background(&mut self, (x, y): Point, w: f64, h: f64, pen: &Pen) {
        let fill = pen.fill.unwrap_or(ink::WHITE);
        let corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)];
        let corners: Vec<String> = corners.iter().map(|(x, y)| format!("{} {}", decimal(*x), decimal(self.height - y))).collect();
        let n = fill.len();
        self.band.push_str(&format!("C {n} -{fill} c {n} -{fill} P 4 {} ", corners.join(" ")));
    }

    fn mark(&mut self, mark: &Mark) {
        match mark {
            // A box with round ends is a badge; the corners of cards are drawn sharp.
            Mark::Rect((x, y), w, h, radius, pen) => {
                let shape = if radius * 2.0 >= *h { ROUNDED } else { "box" };
                self.shape((x + w / 2.0, y + h / 2.0), (*w, *h), shape, pen, None);
            }
            Mark::Circle(at, r, pen) => self.shape(*at, (2.0 * r, 2.0 * r), "circle", pen, None),
            Mark::HalfCircle(at, r, pen) => {
                let (fill, dark) = (pen.fill.unwrap_or(ink::WHITE), pen.stroke.unwrap_or(ink::INK));
                let halves = format!("{dark};0.5:{fill}");
                self.shape(*at, (2.0 * r, 2.0 * r), "circle", pen, Some(halves));
            }
            Mark::Polygon(points, pen) => self.polygon(points, pen),
            Mark::Path(start, cubics, pen) => self.path(*start, cubics, pen),
            Mark::Text(text) => self.text(text),
        }
    }

    fn node(&mut self, at: Point, size: Point, pairs: Vec<(&str, Id)>) {
        self.count += 1;
        let pos = format!("{},{}", decimal(at.0), decimal(self.height - at.1));
        let own = [("pos", quoted(&pos)), ("width", quoted(&inches(size.0))), ("height", quoted(&inches(size.1)))];
        let attributes = own.into_iter().chain(pairs).map(|(k, v)| Attribute(Id::Plain(k.to_owned()), v)).collect();
        self.nodes.push(Stmt::Node(Node { id: id(&format!("n{}", self.count)), attributes }));
    }

    /// A filled or outlined shape; `halves` is a fill in two colours.
    fn shape(&mut self, at: Point, size: Point, shape: &str, pen: &Pen, halves: Option<String>) {
        let small = shape != "box" && size.0 / 2.0 < SMALL;
        let mut styles = Vec::new();
        let shape = if shape == ROUNDED {
            styles.push("rounded");
            "box"
        } else {
            shape
        };
        if pen.fill.is_some() {
            styles.push("filled");
        }
        match pen.dash {
            Dash::Solid => {}
            _ if small => {}
            Dash::Dots | Dash::Unasked => styles.push("dotted"),
            _ => styles.push("dashed"),
        }
        let fill = halves.unwrap_or_else(|| pen.fill.unwrap_or("transparent").to_owned());
        let pairs = vec![
            ("shape", quoted(shape)),
            ("style", quoted(&styles.join(","))),
            ("fillcolor", quoted(&fill)),
            ("color", quoted(pen.stroke.unwrap_or("transparent"))),
            ("penwidth", quoted(&decimal(pen.width))),
        ];
        self.node(at, size, pairs);
    }

    /// Graphviz stretches its polygons to the box of a node.
    fn polygon(&mut self, points: &[Point], pen: &Pen) {
        let ends = |values: &mut dyn Iterator<Item = f64>| {
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
        };
        let (left, right) = ends(&mut points.iter().map(|p| p.0));
        let (top, bottom) = ends(&mut points.iter().map(|p| p.1));
        // Graphviz leaves room under a triangle and a pentagon: the part of the box that they fill.
        let (shape, part) = match points.len() {
            3 if points[0].1 > points[1].1 => ("invtriangle", 0.75),
            3 => ("triangle", 0.75),
            4 => ("diamond", 1.0),
            5 => ("pentagon", 0.9045),
            _ => ("hexagon", 1.0),
        };
        let height = (bottom - top) / part;
        let middle = if shape == "invtriangle" { bottom - height / 2.0 } else { top + height / 2.0 };
        self.shape(((left + right) / 2.0, middle), (right - left, height), shape, pen, None);
    }

    fn path(&mut self, start: Point, cubics: &[[Point; 3]], pen: &Pen) {
        let (Some(end), Some(colour)) = (cubics.last().map(|cubic| cubic[2]), pen.stroke) else { return };
        self.count += 1;
        let place = |(x, y): Point| format!("{},{}", decimal(x), decimal(self.height - y));
        let (from, to) = (format!("a{}", self.count), format!("b{}", self.count));
        let points: Vec<String> = std::iter::once(start).chain(cubics.iter().flatten().copied()).map(place).collect();
        let style = match pen.dash {
            Dash::Solid => "solid",
            Dash::Dots | Dash::Unasked => "dotted",
            _ => "dashed",
        };
        let width = decimal(pen.width);
        let pairs = [("pos", points.join(" ")), ("color", colour.to_owned()), ("penwidth", width), ("style", style.to_owned())];
        let attributes = pairs.iter().map(|(k, v)| attribute(k, v)).collect();
        let ends = [pin(&from, &place(start)), pin(&to, &place(end))];
        let ty = EdgeTy::Pair(Vertex::N(id(&from)), Vertex::N(id(&to)));
        self.edges.extend(ends);
        self.edges.push(Stmt::Edge(Edge { ty, attributes }));
    }

    /// A node a little wider than its text, which justifies to the side of the anchor: no exact metrics are needed.
    fn text(&mut self, text: &Text) {
        let serif = matches!(text.face, Face::Serif | Face::SerifBold);
        let width = text.width() * if serif { 1.16 } else { 1.06 } + 4.0;
        let (x, y) = text.at;
        // A node over the edge would widen the page.
        let room = match text.anchor {
            Anchor::Start => self.width - x,
            Anchor::Middle => 2.0 * x.min(self.width - x),
            Anchor::End => x,
        };
        let width = width.min(room.max(text.width()));
        let (x, justify) = match text.anchor {
            Anchor::Start => (x + width / 2.0, "\\l"),
            Anchor::Middle => (x, ""),
            Anchor::End => (x - width / 2.0, "\\r"),
        };
        let label = Id::Escaped(format!("\"{}{justify}\"", plain(&text.words.replace('&', "&amp;"))));
        let font = match text.face {
            Face::Sans => "Noto Sans",
            Face::Bold => "Noto Sans Bold",
            Face::Italic => "Noto Sans Italic",
            Face::Serif => "Noto Serif",
            Face::SerifBold => "Noto Serif Bold",
        };
        let pairs = vec![
            ("shape", quoted("plaintext")),
            ("label", label),
            ("fontname", quoted(font)),
            ("fontsize", quoted(&decimal(text.size))),
            ("fontcolor", quoted(text.fill)),
        ];
        self.node((x, y - 0.33 * text.size), (width, text.size * 1.5), pairs);
    }
}
