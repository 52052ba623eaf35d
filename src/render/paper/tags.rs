//! What the parts of a page are to a screen reader: a tree of tags, filled while the pages are drawn.

use std::num::NonZeroU16;

use krilla::geom::Rect;
use krilla::tagging::{BBox, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

/// What a tag says.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// The whole document.
    Document,
    /// A chapter.
    Section,
    /// A heading with its level and text.
    Heading(u16, String),
    /// A paragraph.
    Paragraph,
    /// A list; with numbers or not.
    List(bool),
    /// An item.
    Item,
    /// The number or bullet of an item.
    Label,
    /// The text of an item.
    Body,
    /// A table.
    Table,
    /// The caption of a table.
    Caption,
    /// A row.
    Row,
    /// The name of a column.
    ColumnHeader,
    /// The name of a row.
    RowHeader,
    /// A cell.
    Cell,
    /// A picture, and what it says in words.
    Figure(String),
}

/// Place of a tag in a [`Tree`].
pub type TagId = usize;

enum Child {
    Tag(TagId),
    Content(Identifier),
}

struct Entry {
    kind: Kind,
    children: Vec<Child>,
    bounds: Option<(usize, Rect)>,
}

/// Tags, each below another; the first is the document.
pub struct Tree {
    entries: Vec<Entry>,
}

impl Tree {
    /// The document alone.
    pub fn new() -> Self {
        Self { entries: vec![Entry { kind: Kind::Document, children: Vec::new(), bounds: None }] }
    }

    /// Adds a tag below another.
    pub fn add(&mut self, parent: TagId, kind: Kind) -> TagId {
        let id = self.entries.len();
        self.entries.push(Entry { kind, children: Vec::new(), bounds: None });
        self.entries[parent].children.push(Child::Tag(id));
        id
    }

    /// Puts something drawn below a tag.
    pub fn fill(&mut self, tag: TagId, content: Identifier) {
        self.entries[tag].children.push(Child::Content(content));
    }

    /// Says where a picture stands.
    pub fn bound(&mut self, tag: TagId, page: usize, bounds: Rect) {
        self.entries[tag].bounds = Some((page, bounds));
    }

    /// The tree as the file keeps it.
    pub fn finish(mut self) -> TagTree {
        let mut tree = TagTree::new();
        for child in std::mem::take(&mut self.entries[0].children) {
            tree.push(self.node(child));
        }
        tree
    }

    fn node(&mut self, child: Child) -> Node {
        let id = match child {
            Child::Content(content) => return content.into(),
            Child::Tag(id) => id,
        };
        let mut group = TagGroup::new(self.kind(id));
        for child in std::mem::take(&mut self.entries[id].children) {
            group.push(self.node(child));
        }
        group.into()
    }

    fn kind(&self, id: TagId) -> TagKind {
        let Entry { kind, bounds, .. } = &self.entries[id];
        match kind {
            Kind::Document => Tag::Part.into(),
            Kind::Section => Tag::Section.into(),
            Kind::Heading(level, title) => {
                Tag::Hn(NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN), Some(title.clone())).into()
            }
            Kind::Paragraph => Tag::P.into(),
            Kind::List(numbered) => Tag::L(if *numbered { ListNumbering::Decimal } else { ListNumbering::Disc }).into(),
            Kind::Item => Tag::LI.into(),
            Kind::Label => Tag::Lbl.into(),
            Kind::Body => Tag::LBody.into(),
            Kind::Table => Tag::Table.into(),
            Kind::Caption => Tag::Caption.into(),
            Kind::Row => Tag::TR.into(),
            Kind::ColumnHeader => Tag::TH(TableHeaderScope::Column).into(),
            Kind::RowHeader => Tag::TH(TableHeaderScope::Row).into(),
            Kind::Cell => Tag::TD.into(),
            Kind::Figure(told) => {
                let bounds = bounds.map(|(page, rect)| BBox::new(page, rect));
                Tag::Figure(Some(told.clone())).with_bbox(bounds).into()
            }
        }
    }
}
