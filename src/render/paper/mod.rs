//! A report on paper: a document without layout, and two writers of it, for a browser and for a printer.
//!
//! Why: one text, read on a phone, on a screen and on a table; and by a screen reader everywhere.
//! Never: a sentence of its own about a coalition; a script; a browser; the clock.

mod call;
mod fonts;
mod html;
mod layout;
mod lines;
mod pdf;
mod picture;
mod sheets;
mod table;
mod tags;
mod words;

pub use call::*;
pub use fonts::Fonts;

pub(super) use sheets::write as sheets;

use super::PartnerMap;
use super::print::PrintError;
use crate::model::Language;

/// A document. Every text in it is ready to print in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// Language of the texts.
    pub language: Language,
    /// What it is, above the title: "Rapport over de lijnen".
    pub kicker: String,
    /// Title.
    pub title: String,
    /// Below the title: for which day it holds, and from what.
    pub stand: String,
    /// At the foot of every page.
    pub footer: String,
    /// Its parts, in order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A chapter: level 1; a part of one: level 2.
    Heading(u8, String),
    /// The answer: a little larger than the rest.
    Lead(String),
    /// A paragraph.
    Text(String),
    /// Small print: how sure it is.
    Note(String),
    /// What to know before reading on.
    Alert(String),
    /// Numbered items, from a number on.
    Numbered(usize, Vec<String>),
    /// Items.
    Bullets(Vec<String>),
    /// Something to do: a heading and items.
    Ask(String, Vec<String>),
    /// A table.
    Table(PaperTable),
    /// The map.
    Map(Box<PartnerMap>),
}

/// A table. Its first column names the rows.
#[derive(Debug, Clone, PartialEq)]
pub struct PaperTable {
    /// What is in it.
    pub caption: String,
    /// A name for each column, and whether numbers stand in it.
    pub header: Vec<(String, bool)>,
    /// One text a column.
    pub rows: Vec<Vec<String>>,
}

/// How does a document look in a browser?
///
/// Takes: the document.
/// Gives: one file that needs no other: no script, no link, nothing that is loaded; its own style sheet for a phone, a screen
/// and a sheet of A4.
/// Cost: that of its maps, see [`super::svg`]. Deterministic: the same document gives the same bytes.
/// Checked: names that look like markup come out as text; axe finds nothing; no sideways scroll at 320 px.
pub fn html(paper: &Paper) -> String {
    html::write(paper)
}

/// How does a document come on paper?
///
/// Takes: the document, the fonts, and how large the file may be.
/// Gives: a PDF on A4 with its fonts embedded, tagged by the rules of PDF/UA-1 (ISO 14289-1), with bookmarks and page numbers.
/// A letter that the fonts do not have is shown as a mark and still read aloud as it is.
/// Fails: it would be larger than allowed; what the rules ask is not met.
/// Cost: O(text) and that of its maps; about 0.1 s. Deterministic: the same document and fonts give the same bytes.
/// Checked: read back with another program; same bytes twice.
pub fn pdf(paper: &Paper, fonts: &Fonts, bytes_max: usize) -> Result<Vec<u8>, PrintError> {
    pdf::write(paper, fonts, bytes_max)
}
