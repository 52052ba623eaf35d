//! The writer for a printer: pages as PDF, tagged for a screen reader, with bookmarks. Same document, same bytes.

use krilla::Document;
use krilla::SerializeSettings;
use krilla::configure::{Configuration, Validator};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{ArtifactType, ContentTag, SpanTag};
use krilla::text::TextDirection;

use super::Paper;
use super::fonts::{Fonts, Rulers};
use super::layout::{Bookmark, Layout, Mark, Sheet, layout};
use super::picture;
use super::tags::Tree;
use super::words;
use crate::model::Language;
use crate::render::print::PrintError;

/// What a reader is told of a file before it is opened.
pub struct About<'a> {
    /// Title.
    pub title: String,
    /// For which day it holds.
    pub stand: &'a str,
    /// Language of its texts.
    pub language: Language,
}

/// Writes a document.
pub fn write(paper: &Paper, fonts: &Fonts, bytes_max: usize) -> Result<Vec<u8>, PrintError> {
    let rulers = fonts.rulers();
    let about = About { title: format!("{} – {}", paper.kicker, paper.title), stand: &paper.stand, language: paper.language };
    finish(layout(paper, &rulers), &about, (fonts, &rulers), bytes_max)
}

/// Draws pages that are laid out.
pub fn finish(
    Layout { sheets, mut tree, bookmarks }: Layout,
    about: &About<'_>,
    (fonts, rulers): (&Fonts, &Rulers<'_>),
    bytes_max: usize,
) -> Result<Vec<u8>, PrintError> {
    let configuration = Configuration::new_with_validator(Validator::UA1);
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    for (number, sheet) in sheets.iter().enumerate() {
        let settings = PageSettings::from_wh(sheet.size.0, sheet.size.1).ok_or_else(|| failed("a page has no size"))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        Pen { surface: &mut surface, fonts, rulers, tree: &mut tree, page: number }.sheet(sheet);
        surface.finish();
        page.finish();
    }
    document.set_outline(outline(&bookmarks));
    let language = words::code(about.language).to_owned();
    let told = Metadata::new().title(about.title.clone()).language(language).description(about.stand.to_owned());
    let told = told.creator("Korte Lijnen".to_owned());
    document.set_metadata(told.authors(vec!["Korte Lijnen".to_owned()]));
    document.set_tag_tree(tree.finish());
    let bytes = document.finish().map_err(|error| failed(format!("{error:?}")))?;
    if bytes.len() > bytes_max { Err(PrintError::TooBig(bytes_max)) } else { Ok(bytes) }
}

/// Draws the marks of one page and tells the tree what was drawn.
struct Pen<'a, 's> {
    surface: &'a mut Surface<'s>,
    fonts: &'a Fonts,
    rulers: &'a Rulers<'a>,
    tree: &'a mut Tree,
    page: usize,
}

impl Pen<'_, '_> {
    fn sheet(&mut self, sheet: &Sheet) {
        let (under, over): (Vec<&Mark>, Vec<&Mark>) = sheet.marks.iter().partition(|mark| matches!(mark, Mark::Bar { .. }));
        for mark in under.into_iter().chain(over) {
            self.mark(mark);
        }
    }

    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Bar { at, size, ink } => {
                let Some(rect) = Rect::from_xywh(at.0, at.1, size.0, size.1) else { return };
                let mut path = PathBuilder::new();
                path.push_rect(rect);
                let Some(path) = path.finish() else { return };
                self.surface.start_tagged(ContentTag::Artifact(ArtifactType::Other));
                self.surface.set_stroke(None);
                self.surface.set_fill(Some(picture::fill(ink)));
                self.surface.draw_path(&path);
                self.surface.end_tagged();
            }
            Mark::Line { at, words, style, tag } => {
                let shown = self.rulers.shown(words, style.face);
                let told = (shown != *words).then_some(words.as_str());
                let content = match tag {
                    Some(_) => ContentTag::Span(SpanTag::empty().with_actual_text(told)),
                    None => ContentTag::Artifact(ArtifactType::Footer),
                };
                let drawn = self.surface.start_tagged(content);
                self.surface.set_stroke(None);
                self.surface.set_fill(Some(picture::fill(style.ink)));
                let (start, font) = (Point::from_xy(at.0, at.1), self.fonts.font(style.face));
                self.surface.draw_text(start, font, style.size, &shown, false, TextDirection::LeftToRight);
                self.surface.end_tagged();
                if let Some(tag) = tag {
                    self.tree.fill(*tag, drawn);
                }
            }
            Mark::Square { at, side, code, tag } => {
                let drawn = self.surface.start_tagged(ContentTag::Other);
                let module = side / code.whole() as f32;
                let mut path = PathBuilder::new();
                for (column, row, length) in code.placed() {
                    let (x, y) = (at.0 + column as f32 * module, at.1 + row as f32 * module);
                    if let Some(run) = Rect::from_xywh(x, y, length as f32 * module, module) {
                        path.push_rect(run);
                    }
                }
                if let Some(path) = path.finish() {
                    self.surface.set_stroke(None);
                    self.surface.set_fill(Some(picture::fill("#000000")));
                    self.surface.draw_path(&path);
                }
                self.surface.end_tagged();
                self.tree.fill(*tag, drawn);
                if let Some(bounds) = Rect::from_xywh(at.0, at.1, *side, *side) {
                    self.tree.bound(*tag, self.page, bounds);
                }
            }
            Mark::Picture { at, scale, scene, tag } => {
                let drawn = self.surface.start_tagged(ContentTag::Other);
                self.surface.push_transform(&Transform::from_row(*scale, 0.0, 0.0, *scale, at.0, at.1));
                picture::draw(self.surface, &scene.root, self.fonts, self.rulers);
                self.surface.pop();
                self.surface.end_tagged();
                self.tree.fill(*tag, drawn);
                let bounds = Rect::from_xywh(at.0, at.1, scene.width as f32 * scale, scene.height as f32 * scale);
                if let Some(bounds) = bounds {
                    self.tree.bound(*tag, self.page, bounds);
                }
            }
        }
    }
}

/// The title with its chapters below it.
fn outline(bookmarks: &[Bookmark]) -> Outline {
    let node = |it: &Bookmark| OutlineNode::new(it.text.clone(), XyzDestination::new(it.page, Point::from_xy(0.0, it.y)));
    let mut outline = Outline::new();
    let (titles, chapters): (Vec<&Bookmark>, Vec<&Bookmark>) = bookmarks.iter().partition(|it| it.level == 1);
    for title in titles {
        let mut top = node(title);
        chapters.iter().for_each(|chapter| top.push_child(node(chapter)));
        outline.push_child(top);
    }
    outline
}

fn failed(why: impl Into<String>) -> PrintError {
    PrintError::Failed(why.into())
}
