//! From parts to pages: where every line stands, on which page, and what it is to a screen reader.

use super::fonts::Rulers;
use super::lines::{Style, broken};
use super::tags::{Kind, TagId, Tree};
use super::{Block, Paper, table};
use crate::model::Language;
use crate::render::qr::Qr;
use crate::render::scene::Scene;
use crate::render::text::Face;
use crate::render::{PartnerMap, Width, draw};

/// A4 upright, in points.
pub const A4: (f32, f32) = (595.28, 841.89);
/// White on the left and the right.
pub const SIDE: f32 = 54.0;
/// White above.
const TOP: f32 = 54.0;
/// White below, with the foot of the page in it.
const BOTTOM: f32 = 66.0;
/// Where the foot of a page stands, from below.
const FOOT: f32 = 36.0;
/// A chapter starts on a new page when less than this is left.
const CHAPTER_ROOM: f32 = 150.0;
/// A heading keeps this much of what follows on its page.
const HEADING_ROOM: f32 = 64.0;
/// White around a map, which takes a page of its own.
const MAP_SIDE: f32 = 30.0;

/// Colours, as on the pages.
pub mod ink {
    /// Text.
    pub const INK: &str = "#001a40";
    /// Small print.
    pub const QUIET: &str = "#3d5374";
    /// Rules.
    pub const RULE: &str = "#c0c7d2";
    /// What can be done.
    pub const VIOLET: &str = "#5115ef";
    /// Behind a warning.
    pub const WARM: &str = "#fff4e0";
}

/// A style of the document.
pub const fn style(face: Face, size: f32, leading: f32, ink: &'static str) -> Style {
    Style { face, size, leading, ink }
}

/// Above the title.
pub const KICKER: Style = style(Face::Bold, 10.5, 15.0, ink::QUIET);
/// The title.
pub const TITLE: Style = style(Face::SerifBold, 24.0, 30.0, ink::INK);
const CHAPTER: Style = style(Face::SerifBold, 15.5, 20.0, ink::INK);
const PART: Style = style(Face::SerifBold, 12.0, 16.0, ink::INK);
const LEAD: Style = style(Face::Sans, 12.0, 17.0, ink::INK);
/// Running text.
pub const TEXT: Style = style(Face::Sans, 10.0, 14.5, ink::INK);
/// What stands out in running text.
pub const STRONG: Style = style(Face::Bold, 10.0, 14.5, ink::INK);
/// Below this scale the names on a map are under 7 points: it gets a larger sheet.
const MAP_SCALE_MIN: f32 = 0.52;
/// A3 upright, in points.
const A3: (f32, f32) = (841.89, 1190.55);
/// Small print.
pub const NOTE: Style = style(Face::Sans, 8.5, 12.0, ink::QUIET);
const FOOTER: Style = style(Face::Sans, 8.0, 11.0, ink::QUIET);

/// Something on a page.
pub enum Mark {
    /// One line of text, at its left end on the base line; without a tag it is no part of the text.
    Line { at: (f32, f32), words: String, style: Style, tag: Option<TagId> },
    /// A filled rectangle: left, top, width, height.
    Bar { at: (f32, f32), size: (f32, f32), ink: &'static str },
    /// A square that a telephone reads: left, top, length of a side with its white.
    Square { at: (f32, f32), side: f32, code: Qr, tag: TagId },
    /// A map: left, top, scale.
    Picture { at: (f32, f32), scale: f32, scene: Box<Scene>, tag: TagId },
}

/// A page.
pub struct Sheet {
    /// Width and height, in points.
    pub size: (f32, f32),
    /// What stands on it.
    pub marks: Vec<Mark>,
}

/// A bookmark: level, text, page and height on it.
pub struct Bookmark {
    pub level: u8,
    pub text: String,
    pub page: usize,
    pub y: f32,
}

/// A document in pages.
pub struct Layout {
    pub sheets: Vec<Sheet>,
    pub tree: Tree,
    pub bookmarks: Vec<Bookmark>,
}

/// Lays out a document.
pub fn layout(paper: &Paper, rulers: &Rulers<'_>) -> Layout {
    let mut flow = Flow::new(rulers);
    flow.front(paper);
    for block in &paper.blocks {
        flow.block(block);
    }
    flow.finish(&paper.footer, paper.language)
}

/// The place where the next part comes.
pub struct Flow<'a> {
    pub rulers: &'a Rulers<'a>,
    pub tree: Tree,
    sheets: Vec<Sheet>,
    bookmarks: Vec<Bookmark>,
    section: TagId,
    /// From the top of the page.
    pub y: f32,
    /// The page was filled by a map: what follows needs another.
    full: bool,
}

impl<'a> Flow<'a> {
    /// An empty first page.
    pub fn new(rulers: &'a Rulers<'a>) -> Self {
        let sheets = vec![Sheet { size: A4, marks: Vec::new() }];
        Self { rulers, tree: Tree::new(), sheets, bookmarks: Vec::new(), section: 0, y: TOP, full: false }
    }

    /// Width of the text.
    pub fn width(&self) -> f32 {
        A4.0 - 2.0 * SIDE
    }

    /// How much is left on this page.
    pub fn left(&self) -> f32 {
        if self.full { 0.0 } else { A4.1 - BOTTOM - self.y }
    }

    /// How much a whole page holds.
    pub fn page_room(&self) -> f32 {
        A4.1 - BOTTOM - TOP
    }

    /// Starts a new page.
    pub fn turn(&mut self) {
        self.sheets.push(Sheet { size: A4, marks: Vec::new() });
        (self.y, self.full) = (TOP, false);
    }

    /// Starts a new page unless so much is left.
    pub fn need(&mut self, height: f32) {
        if self.left() < height {
            self.turn();
        }
    }

    /// Puts a mark on this page.
    pub fn put(&mut self, mark: Mark) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.marks.push(mark);
        }
    }

    /// Moves down; white at the top of a page is none.
    pub fn skip(&mut self, height: f32) {
        if self.y > TOP && !self.full {
            self.y += height;
        }
    }

    /// A tag below the chapter.
    pub fn tag(&mut self, kind: Kind) -> TagId {
        self.tree.add(self.section, kind)
    }

    /// A text in lines, below each other, over as many pages as it needs. What stands `beside` every line is drawn under it.
    pub fn lines(&mut self, x: f32, width: f32, text: &str, style: Style, tag: TagId, beside: Option<Beside>) {
        let lines = broken(text, width, style, self.rulers);
        if lines.len() <= 3 {
            self.need(style.leading * lines.len() as f32);
        }
        for (number, mut words) in lines.iter().cloned().enumerate() {
            self.need(style.leading);
            if let Some(beside) = beside {
                let (top, height) = (self.y - beside.above, style.leading + beside.above + beside.below);
                self.put(Mark::Bar { at: (SIDE, top), size: (beside.width, height), ink: beside.ink });
            }
            if number + 1 < lines.len() {
                words.push(' ');
            }
            let at = (x, self.y + base(style));
            self.put(Mark::Line { at, words, style, tag: Some(tag) });
            self.y += style.leading;
        }
    }

    /// All pages with their feet.
    pub fn finish(mut self, footer: &str, language: Language) -> Layout {
        self.feet(footer, language);
        Layout { sheets: self.sheets, tree: self.tree, bookmarks: self.bookmarks }
    }

    /// Notes where a title stands, for the list beside the pages.
    pub fn bookmark(&mut self, level: u8, text: &str) {
        self.bookmarks.push(Bookmark { level, text: text.to_owned(), page: self.sheets.len() - 1, y: self.y });
    }

    fn front(&mut self, paper: &Paper) {
        let width = self.width();
        let kicker = self.tag(Kind::Paragraph);
        self.lines(SIDE, width, &paper.kicker, KICKER, kicker, None);
        self.y += 2.0;
        self.bookmark(1, &paper.title);
        let title = self.tag(Kind::Heading(1, paper.title.clone()));
        self.lines(SIDE, width, &paper.title, TITLE, title, None);
        self.y += 4.0;
        let stand = self.tag(Kind::Paragraph);
        self.lines(SIDE, width, &paper.stand, style(Face::Sans, 10.0, 14.0, ink::QUIET), stand, None);
        self.y += 8.0;
        self.put(Mark::Bar { at: (SIDE, self.y), size: (width, 1.6), ink: ink::INK });
        self.y += 12.0;
    }

    fn block(&mut self, block: &Block) {
        let width = self.width();
        match block {
            Block::Heading(1, text) => self.chapter(text),
            Block::Heading(_, text) => self.part(text),
            Block::Lead(text) => self.paragraph(text, LEAD, 6.0),
            Block::Text(text) => self.paragraph(text, TEXT, 7.0),
            Block::Note(text) => self.paragraph(text, NOTE, 8.0),
            Block::Alert(text) => {
                self.skip(6.0);
                let tag = self.tag(Kind::Paragraph);
                let beside = Beside { width, above: 5.0, below: 5.0, ink: ink::WARM };
                self.lines(SIDE + 10.0, width - 20.0, text, TEXT, tag, Some(beside));
                self.y += 14.0;
            }
            Block::Numbered(from, items) => self.list(items, Some(*from), SIDE, width, None),
            Block::Bullets(items) => self.list(items, None, SIDE, width, None),
            Block::Ask(title, items) => self.ask(title, items),
            Block::Table(it) => table::put(self, it),
            Block::Map(map) => self.map(map),
        }
    }

    fn chapter(&mut self, text: &str) {
        self.skip(20.0);
        self.need(CHAPTER_ROOM);
        self.section = self.tree.add(0, Kind::Section);
        self.bookmark(2, text);
        self.heading(text, CHAPTER, 2);
        self.y += 5.0;
    }

    fn part(&mut self, text: &str) {
        self.skip(8.0);
        self.need(PART.leading + HEADING_ROOM);
        self.heading(text, PART, 3);
        self.y += 3.0;
    }

    fn heading(&mut self, text: &str, style: Style, level: u16) {
        let tag = self.tag(Kind::Heading(level, text.to_owned()));
        self.lines(SIDE, self.width(), text, style, tag, None);
    }

    fn paragraph(&mut self, text: &str, style: Style, after: f32) {
        let tag = self.tag(Kind::Paragraph);
        // At most some 90 letters a line: longer ones are hard to read.
        let width = self.width().min(style.size * if style == NOTE { 54.0 } else { 45.0 });
        self.lines(SIDE, width, text, style, tag, None);
        self.y += after;
    }

    fn list(&mut self, items: &[String], from: Option<usize>, x: f32, width: f32, beside: Option<Beside>) {
        let list = self.tag(Kind::List(from.is_some()));
        let indent = if from.is_some() { 20.0 } else { 12.0 };
        for (place, text) in items.iter().enumerate() {
            let item = self.tree.add(list, Kind::Item);
            let (label, body) = (self.tree.add(item, Kind::Label), self.tree.add(item, Kind::Body));
            let lines = broken(text, width - indent, TEXT, self.rulers).len().min(3) as f32;
            self.need(TEXT.leading * lines);
            let words = from.map_or_else(|| "•".to_owned(), |from| format!("{}.", from + place));
            let at = (x, self.y + base(TEXT));
            self.put(Mark::Line {
                at,
                words: format!("{words} "),
                style: if from.is_some() { STRONG } else { TEXT },
                tag: Some(label),
            });
            self.lines(x + indent, width - indent, text, TEXT, body, beside);
            self.y += if beside.is_some() { 0.0 } else { 3.0 };
        }
        self.y += 6.0;
    }

    /// Something to do: a title and items.
    pub fn ask(&mut self, title: &str, items: &[String]) {
        self.skip(4.0);
        let width = (self.width() - 14.0).min(TEXT.size * 45.0);
        let lines: usize = items.iter().map(|item| broken(item, width - 12.0, TEXT, self.rulers).len()).sum();
        self.need(TEXT.leading * (lines + 1).clamp(3, 16) as f32);
        let beside = Beside { width: 3.0, above: 0.2, below: 0.2, ink: ink::VIOLET };
        let tag = self.tag(Kind::Paragraph);
        self.lines(SIDE + 14.0, width, title, STRONG, tag, Some(beside));
        self.list(items, None, SIDE + 14.0, width, Some(beside));
        self.y += 4.0;
    }

    /// A page of its own, upright or on its side, whichever shows the map larger; on A3 where the names would be too small.
    fn map(&mut self, map: &PartnerMap) {
        let scene = draw(map, Width::Wide).without_links();
        let (w, h) = (scene.width as f32, scene.height as f32);
        let fit = |size: (f32, f32)| ((size.0 - 2.0 * MAP_SIDE) / w).min((size.1 - MAP_SIDE - FOOT - 14.0) / h);
        let best = |(a, b): (f32, f32)| if fit((b, a)) >= fit((a, b)) { (b, a) } else { (a, b) };
        let size = if fit(best(A4)) >= MAP_SCALE_MIN { best(A4) } else { best(A3) };
        let scale = fit(size);
        self.sheets.push(Sheet { size, marks: Vec::new() });
        let tag = self.tag(Kind::Figure(format!("{}. {}", scene.title, scene.description)));
        self.put(Mark::Picture { at: ((size.0 - w * scale) / 2.0, MAP_SIDE), scale, scene: Box::new(scene), tag });
        self.full = true;
    }

    /// The foot of every page, when it is known how many there are.
    fn feet(&mut self, footer: &str, language: Language) {
        let of = self.sheets.len();
        for (page, sheet) in self.sheets.iter_mut().enumerate() {
            let (w, h) = sheet.size;
            let y = h - FOOT;
            let number = super::words::page(page + 1, of, language);
            let right = w - SIDE - self.rulers.width(&number, FOOTER.size, FOOTER.face);
            let text = broken(footer, right - SIDE - 20.0, FOOTER, self.rulers).swap_remove(0);
            sheet.marks.push(Mark::Bar { at: (SIDE, y - 11.0), size: (w - 2.0 * SIDE, 0.6), ink: ink::RULE });
            for (x, words) in [(SIDE, text), (right, number)] {
                sheet.marks.push(Mark::Line { at: (x, y + 3.0), words, style: FOOTER, tag: None });
            }
        }
    }
}

/// What stands beside or behind every line: a bar at the left of the text.
#[derive(Clone, Copy)]
pub struct Beside {
    width: f32,
    above: f32,
    below: f32,
    ink: &'static str,
}

/// From the top of a line to its base line.
pub fn base(style: Style) -> f32 {
    (style.leading - style.size) / 2.0 + style.size * 0.86
}
