//! Pictures on paper, each on a sheet of its own.

use super::fonts::Fonts;
use super::layout::{A4, Bookmark, Layout, Mark, Sheet};
use super::pdf::{About, finish};
use super::tags::{Kind, Tree};
use crate::render::print::PrintError;
use crate::render::scene::Scene;

/// White around a picture, in points.
const SIDE: f32 = 28.0;
/// A3 upright, in points.
const A3: (f32, f32) = (841.89, 1190.55);
/// Below this scale letters of 11 units are under 7 points: the picture gets a larger sheet.
const SCALE_MIN: f32 = 0.64;
/// A picture is made larger than on a screen by this at most.
const SCALE_MAX: f32 = 1.0;

/// The scale at which a picture fits a sheet.
fn scale(scene: &Scene, (width, height): (f32, f32)) -> f32 {
    let fit = (width - 2.0 * SIDE) / scene.width as f32;
    fit.min((height - 2.0 * SIDE) / scene.height as f32).min(SCALE_MAX)
}

/// The sheet on which a picture stands largest: A4, or A3 where its letters would be too small; lying or upright.
fn sheet(scene: &Scene) -> ((f32, f32), f32) {
    let turned = |(a, b): (f32, f32)| [(a, b), (b, a)];
    let best = |sheets: [(f32, f32); 2]| {
        let [one, other] = sheets.map(|size| (size, scale(scene, size)));
        if other.1 > one.1 { other } else { one }
    };
    let small = best(turned(A4));
    if small.1 < SCALE_MIN { best(turned(A3)) } else { small }
}

/// Writes pictures as a document: what each says is read aloud in its place.
pub fn write(scenes: Vec<Scene>, fonts: &Fonts, bytes_max: usize) -> Result<Vec<u8>, PrintError> {
    let rulers = fonts.rulers();
    let first = scenes.first();
    let (title, stand) = first.map(|scene| (scene.title.clone(), scene.description.clone())).unwrap_or_default();
    let language = first.map_or(crate::model::Language::Nl, |scene| scene.language);
    let mut tree = Tree::new();
    let section = tree.add(0, Kind::Section);
    let bookmarks = vec![Bookmark { level: 1, text: title.clone(), page: 0, y: 0.0 }];
    let one = |scene: Scene| {
        let (size, scale) = sheet(&scene);
        let tag = tree.add(section, Kind::Figure(format!("{}. {}", scene.title, scene.description)));
        let at = ((size.0 - scene.width as f32 * scale) / 2.0, SIDE);
        Sheet { size, marks: vec![Mark::Picture { at, scale, scene: Box::new(scene), tag }] }
    };
    let sheets = scenes.into_iter().map(one).collect();
    finish(Layout { sheets, tree, bookmarks }, &About { title, stand: &stand, language }, (fonts, &rulers), bytes_max)
}
