//! A drawing as marks in paint order. Both writers, SVG and DOT, read this and nothing else, so that they cannot disagree.

use super::text::Face;
use crate::model::Language;

/// Colours of the drawing.
pub mod ink {
    /// Text, outlines and direct lines.
    pub const INK: &str = "#1A1A1A";
    /// Second rank text.
    pub const SUB: &str = "#595959";
    /// Lines through the middle.
    pub const SLATE: &str = "#51606B";
    /// Lines inside a side.
    pub const MUTE: &str = "#8A8A8A";
    /// Expected and not there.
    pub const GAP: &str = "#D55E00";
    /// Not asked.
    pub const UNKNOWN: &str = "#767676";
    /// The band in the middle.
    pub const BAND: &str = "#EEF4F7";
    /// Edge of a card.
    pub const CARD: &str = "#C9D1D6";
    /// Edge of the card of who was only approached.
    pub const CARD_DASHED: &str = "#8A949B";
    /// Caption over missing lines.
    pub const GAP_TEXT: &str = "#9C3F00";
    /// Name on a ghost card.
    pub const GHOST_TEXT: &str = "#8F3A00";
    /// A line that an introduction would make.
    pub const PLAN: &str = "#5115EF";
    /// What goes in a scenario.
    pub const GONE: &str = "#B3BCC3";
    /// Paper.
    pub const WHITE: &str = "#ffffff";
    /// Numbers on a badge.
    pub const BLACK: &str = "#000000";
}

/// How a stroke is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dash {
    /// Unbroken.
    Solid,
    /// Named by a source only.
    Long,
    /// Thin lines that nobody confirmed.
    Thin,
    /// Planned.
    Dots,
    /// Long ago.
    Stale,
    /// Expected and not there.
    Gap,
    /// Expected and not asked.
    Unasked,
    /// Small outlines: ghosts, rings.
    Fine,
}

impl Dash {
    /// The SVG dash array.
    pub fn array(self) -> Option<&'static str> {
        match self {
            Self::Solid => None,
            Self::Long => Some("7 4"),
            Self::Thin => Some("4 3"),
            Self::Dots => Some("0.1 5"),
            Self::Stale => Some("10 3 2 3"),
            Self::Gap => Some("6 4"),
            Self::Unasked => Some("1.5 4"),
            Self::Fine => Some("2.5 2"),
        }
    }

    /// Whether its ends are round.
    pub fn round(self) -> bool {
        matches!(self, Self::Dots | Self::Unasked)
    }
}

/// Fill and outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pen {
    /// Fill colour.
    pub fill: Option<&'static str>,
    /// Stroke colour.
    pub stroke: Option<&'static str>,
    /// Stroke width.
    pub width: f64,
    /// Stroke pattern.
    pub dash: Dash,
}

impl Pen {
    /// A stroke without fill.
    pub fn line(stroke: &'static str, width: f64, dash: Dash) -> Self {
        Self { fill: None, stroke: Some(stroke), width, dash }
    }

    /// A fill without stroke.
    pub fn fill(fill: &'static str) -> Self {
        Self { fill: Some(fill), stroke: None, width: 0.0, dash: Dash::Solid }
    }

    /// Both.
    pub fn outlined(fill: &'static str, stroke: &'static str, width: f64, dash: Dash) -> Self {
        Self { fill: Some(fill), stroke: Some(stroke), width, dash }
    }
}

/// A place on paper.
pub type Point = (f64, f64);

/// Which point of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its first letter.
    Start,
    /// Its middle.
    Middle,
    /// Its last letter.
    End,
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Place of the anchor on the base line.
    pub at: Point,
    /// Which point of the text stands there.
    pub anchor: Anchor,
    /// Letters.
    pub words: String,
    /// Size.
    pub size: f64,
    /// Face.
    pub face: Face,
    /// Colour.
    pub fill: &'static str,
    /// Extra space after each letter.
    pub spacing: f64,
}

impl Text {
    /// Width as measured with the tables.
    pub fn width(&self) -> f64 {
        super::text::width(&self.words, self.size, self.face) + self.spacing * self.words.chars().count() as f64
    }

    /// Left and right end.
    #[cfg(test)]
    pub fn span(&self) -> (f64, f64) {
        let (x, w) = (self.at.0, self.width());
        match self.anchor {
            Anchor::Start => (x, x + w),
            Anchor::Middle => (x - w / 2.0, x + w / 2.0),
            Anchor::End => (x - w, x),
        }
    }
}

/// One mark.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A rectangle: left upper corner, width, height, corner radius.
    Rect(Point, f64, f64, f64, Pen),
    /// A circle: middle and radius.
    Circle(Point, f64, Pen),
    /// A circle whose left half is filled with the stroke colour.
    HalfCircle(Point, f64, Pen),
    /// A regular polygon by its corners (3 to 6).
    Polygon(Vec<Point>, Pen),
    /// A start, and cubics of two control points and an end.
    Path(Point, Vec<[Point; 3]>, Pen),
    /// One line of text.
    Text(Text),
}

/// A mark or a group.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A mark.
    Mark(Mark),
    /// A group.
    Group(Group),
}

/// What a group is to a screen reader.
#[derive(Debug, Clone, PartialEq)]
pub enum Role {
    /// Nothing by itself.
    Plain,
    /// Hidden: its facts are told elsewhere.
    Hidden,
    /// A list with a name.
    List(String),
    /// An item of a list.
    ListItem,
    /// A link: address and name.
    Link(String, String),
    /// A link that the tab key passes over: address and name. On a large map only the first card is a stop; the table on the
    /// same page holds them all.
    PassedLink(String, String),
    /// A second way to a page for who has a mouse; for a screen reader and the keyboard it is not there.
    MouseLink(String),
    /// What a link would have been where there are no pages: its name.
    Named(String),
}

/// Marks that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Classes.
    pub class: String,
    /// Role.
    pub role: Role,
    /// Data attributes.
    pub data: Vec<(&'static str, String)>,
    /// What is in it, in paint order.
    pub items: Vec<Item>,
}

impl Group {
    /// An empty group.
    pub fn new(class: impl Into<String>, role: Role) -> Self {
        Self { class: class.into(), role, data: Vec::new(), items: Vec::new() }
    }

    /// Adds a data attribute.
    pub fn data(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.data.push((name, value.into()));
        self
    }

    /// Adds a mark.
    pub fn mark(&mut self, mark: Mark) {
        self.items.push(Item::Mark(mark));
    }

    /// Adds marks.
    pub fn marks(&mut self, marks: impl IntoIterator<Item = Mark>) {
        self.items.extend(marks.into_iter().map(Item::Mark));
    }

    /// Adds a group.
    pub fn group(&mut self, group: Self) {
        self.items.push(Item::Group(group));
    }

    /// Adds a text.
    pub fn text(&mut self, at: Point, anchor: Anchor, words: impl Into<String>, size: f64, face: Face, fill: &'static str) {
        self.mark(text(at, anchor, words, size, face, fill));
    }

    /// Every mark below, in paint order.
    #[cfg(test)]
    pub fn flat(&self) -> Vec<&Mark> {
        let mut out = Vec::new();
        for item in &self.items {
            match item {
                Item::Mark(mark) => out.push(mark),
                Item::Group(group) => out.extend(group.flat()),
            }
        }
        out
    }
}

impl Scene {
    /// The same drawing for a file that stands alone: names instead of links.
    pub fn without_links(mut self) -> Self {
        unlink(&mut self.root);
        self
    }
}

fn unlink(group: &mut Group) {
    group.role = match std::mem::replace(&mut group.role, Role::Plain) {
        Role::Link(_, name) | Role::PassedLink(_, name) => Role::Named(name),
        Role::MouseLink(_) => Role::Hidden,
        other => other,
    };
    for item in &mut group.items {
        if let Item::Group(inner) = item {
            unlink(inner);
        }
    }
}

/// A text mark without letter spacing.
pub fn text(at: Point, anchor: Anchor, words: impl Into<String>, size: f64, face: Face, fill: &'static str) -> Mark {
    Mark::Text(Text { at, anchor, words: words.into(), size, face, fill, spacing: 0.0 })
}

/// A straight path through points.
pub fn straight(points: &[Point], pen: Pen) -> Mark {
    let mut from = points[0];
    let cubics = points[1..].iter().map(|&to| straight_cubic(&mut from, to)).collect();
    Mark::Path(points[0], cubics, pen)
}

/// A straight piece from `from`, which moves to `to`.
pub fn straight_cubic(from: &mut Point, to: Point) -> [Point; 3] {
    let (x, y) = *from;
    let at = |part: f64| (x + (to.0 - x) * part, y + (to.1 - y) * part);
    let piece = [at(1.0 / 3.0), at(2.0 / 3.0), to];
    *from = to;
    piece
}

/// A curve with horizontal ends.
pub fn swing(from: Point, to: Point) -> [Point; 3] {
    let half = (to.0 - from.0) / 2.0;
    [(from.0 + half, from.1), (to.0 - half, to.1), to]
}

/// A drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Language of its words.
    pub language: Language,
    /// Makes its element ids unlike those of another drawing on the same page.
    pub id: String,
    /// Title, for a screen reader.
    pub title: String,
    /// Description, for a screen reader.
    pub description: String,
    /// All marks.
    pub root: Group,
}
