//! What stands around every chart: title, how to read it, legend, remarks, foot; and how a sentence stands in for a chart that
//! has nothing to draw.

use super::input::{About, Who};
use crate::render::Width;
use crate::render::scene::{Anchor, Group, Item, Mark, Pen, Point, Role, Scene, ink};
use crate::render::text::{Face, Room, flow, width, wrap};

/// Size of names and words in a chart.
pub const NAME: f64 = 13.0;
/// Size of the legend and the remarks.
pub const SMALL: f64 = 12.0;
/// Size of the foot: nothing is smaller.
pub const FOOT: f64 = 11.0;
/// Room that the sample of a legend takes.
const SAMPLE: f64 = 34.0;
/// Height of a row of the legend.
const LEGEND_ROW: f64 = 20.0;
/// Width of a phone.
const SLIM: f64 = 320.0;

/// A page that fills from the top down.
pub struct Frame {
    /// Width of the page.
    pub width: f64,
    /// White at both sides.
    pub margin: f64,
    /// The next free height.
    pub y: f64,
    /// Everything drawn, in paint order.
    pub root: Group,
    slim: bool,
}

impl Frame {
    /// A page with its title and sentence.
    pub fn new(about: &About, screen: Width, wide: f64) -> Self {
        let slim = screen == Width::Slim;
        let (page, margin) = if slim { (SLIM, 12.0) } else { (wide, 24.0) };
        let mut frame = Self { width: page, margin, y: 14.0, root: Group::new("", Role::Plain), slim };
        let mut head = Group::new("head", Role::Plain);
        let (title, lead) = if slim { (18.0, 14.0) } else { (22.0, 15.0) };
        frame.paragraph(&mut head, &about.title, title, Face::SerifBold, ink::INK);
        frame.y += 4.0;
        frame.paragraph(&mut head, &about.sentence, lead, Face::Sans, ink::INK);
        frame.root.group(head);
        frame.y += 10.0;
        frame
    }

    /// Whether it is drawn for a phone.
    pub fn slim(&self) -> bool {
        self.slim
    }

    /// Room between the margins.
    pub fn room(&self) -> f64 {
        self.width - 2.0 * self.margin
    }

    /// Texts below each other, at most as wide as is pleasant to read.
    fn paragraph(&mut self, into: &mut Group, words: &str, size: f64, face: Face, fill: &'static str) {
        let room = self.room().min(size * if size < NAME { 62.0 } else { 46.0 });
        for line in flow(words, room, size, face) {
            self.y += size * 1.3;
            into.text((self.margin, self.y), Anchor::Start, line, size, face, fill);
        }
    }

    /// Remarks in small print.
    pub fn note(&mut self, words: &str) {
        let mut group = Group::new("note", Role::Plain);
        self.y += 3.0;
        self.paragraph(&mut group, words, SMALL, Face::Sans, ink::SUB);
        self.root.group(group);
    }

    /// A sentence instead of a drawing.
    pub fn instead(&mut self, words: &str) {
        let mut group = Group::new("instead", Role::Plain);
        self.y += 8.0;
        self.paragraph(&mut group, words, 16.0, Face::Serif, ink::INK);
        self.y += 8.0;
        self.root.group(group);
    }

    /// The legend: samples drawn around (0, 0) to the right, and their words.
    pub fn legend(&mut self, entries: Vec<(Vec<Mark>, &str)>) {
        let mut group = Group::new("legend", Role::Hidden);
        let (mut x, end) = (self.margin, self.width - self.margin);
        self.y += 10.0;
        for (sample, words) in entries {
            let lines = flow(words, self.room() - SAMPLE, SMALL, Face::Sans);
            let wide = lines.iter().map(|line| width(line, SMALL, Face::Sans)).fold(0.0, f64::max);
            if x > self.margin && x + SAMPLE + wide > end {
                (x, self.y) = (self.margin, self.y + LEGEND_ROW);
            }
            group.marks(sample.into_iter().map(|mark| moved(mark, (x, self.y))));
            for (i, line) in lines.iter().enumerate() {
                let y = self.y + 4.0 + i as f64 * SMALL * 1.3;
                group.text((x + SAMPLE, y), Anchor::Start, line, SMALL, Face::Sans, ink::INK);
            }
            x += SAMPLE + wide + 20.0;
            if lines.len() > 1 {
                (x, self.y) = (self.margin, self.y + LEGEND_ROW + (lines.len() - 2) as f64 * SMALL * 1.3);
            }
        }
        self.y += 16.0;
        self.root.group(group);
    }

    /// The remarks and the foot; the page ends below them. It stands on white of its own, whatever colours a reader forces.
    pub fn finish(mut self, about: &About, id: &str) -> Scene {
        for note in &about.notes {
            self.note(note);
        }
        let mut foot = Group::new("foot", Role::Plain);
        self.y += 8.0;
        self.paragraph(&mut foot, &about.footer, FOOT, Face::Sans, ink::SUB);
        self.root.group(foot);
        let height = (self.y + 14.0).ceil();
        let mut ground = Group::new("band", Role::Hidden);
        ground.mark(Mark::Rect((0.0, 0.0), self.width, height, 0.0, Pen::fill(ink::WHITE)));
        self.root.items.insert(0, Item::Group(ground));
        let notes = about.notes.iter().flat_map(|note| [" ", note.as_str()]);
        let description = std::iter::once(about.sentence.as_str()).chain(notes).collect();
        let id = format!("{id}-{}", if self.slim { "slim" } else { "wide" });
        let (width, language, root) = (self.width, about.language, self.root);
        Scene { width, height, language, id, title: about.title.clone(), description, root }
    }
}

/// The same mark elsewhere.
pub fn moved(mark: Mark, (dx, dy): Point) -> Mark {
    let to = |(x, y): Point| (x + dx, y + dy);
    match mark {
        Mark::Rect(at, w, h, r, pen) => Mark::Rect(to(at), w, h, r, pen),
        Mark::Circle(at, r, pen) => Mark::Circle(to(at), r, pen),
        Mark::HalfCircle(at, r, pen) => Mark::HalfCircle(to(at), r, pen),
        Mark::Polygon(points, pen) => Mark::Polygon(points.into_iter().map(to).collect(), pen),
        Mark::Path(start, cubics, pen) => Mark::Path(to(start), cubics.into_iter().map(|it| it.map(to)).collect(), pen),
        Mark::Text(mut text) => {
            text.at = to(text.at);
            Mark::Text(text)
        }
    }
}

/// A name in one line of a room.
pub fn one_line(words: &str, room: f64, size: f64, face: Face) -> String {
    wrap(words, None, Room { width: room, size, face, lines: 1 }).into_iter().next().unwrap_or_default()
}

/// Who stands out: those chosen, unless that is everybody or nobody.
pub struct Emphasis {
    some: bool,
}

impl Emphasis {
    /// Of a set of coalitions.
    pub fn among<'a>(all: impl Iterator<Item = &'a Who> + Clone) -> Self {
        Self { some: all.clone().any(|who| who.chosen) && !all.clone().all(|who| who.chosen) }
    }

    /// Whether some stand out at all.
    pub fn some(&self) -> bool {
        self.some
    }

    /// How a name is written.
    pub fn face(&self, who: &Who) -> Face {
        if self.some && who.chosen { Face::Bold } else { Face::Sans }
    }

    /// The ink of a name, a dot, a line: pale for who is there for comparison only.
    pub fn ink(&self, who: &Who) -> &'static str {
        if self.some && !who.chosen { ink::SUB } else { ink::INK }
    }

    /// Fill and outline of a dot.
    pub fn dot(&self, who: &Who) -> Pen {
        use crate::render::scene::Dash::Solid;
        match self.some && !who.chosen {
            true => Pen::outlined(ink::CARD, ink::UNKNOWN, 1.2, Solid),
            false => Pen::outlined(ink::INK, ink::INK, 1.2, Solid),
        }
    }
}

/// An item of a list that is a link with a name; and the group its marks go into.
pub fn item(who: &Who, label: &str) -> (Group, Group) {
    let outer = Group::new("point", Role::ListItem).data("coalition", &who.id);
    (outer, Group::new("", Role::Link(who.href.clone(), label.to_owned())))
}

/// Adds what is known of a value as data attributes, exactly.
pub fn with_value(group: Group, value: &super::input::Value) -> Group {
    let all = [("value", value.value), ("low", value.low), ("high", value.high), ("expected", value.expected)];
    all.into_iter()
        .filter_map(|(name, number)| Some((name, number?)))
        .fold(group, |group, (name, number)| group.data(name, number.to_string()))
}
