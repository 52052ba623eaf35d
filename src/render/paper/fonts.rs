//! The fonts of a document on paper: the same that the map is printed with, read from the machine and embedded in the file.

use std::path::Path;

use crate::render::print::PrintError;
use crate::render::text::Face;

/// The folders in which systems keep the Noto fonts, tried after the one that is set.
const FOLDERS: [&str; 4] =
    ["/usr/share/fonts/truetype/noto", "/usr/share/fonts/noto", "/usr/share/fonts/google-noto", "/Library/Fonts"];

/// Every face and its file.
const FILES: [(Face, &str); 5] = [
    (Face::Sans, "NotoSans-Regular.ttf"),
    (Face::Bold, "NotoSans-Bold.ttf"),
    (Face::Italic, "NotoSans-Italic.ttf"),
    (Face::Serif, "NotoSerif-Regular.ttf"),
    (Face::SerifBold, "NotoSerif-Bold.ttf"),
];

/// What stands where a font has no such letter.
const NO_LETTER: char = '\u{fffd}';

/// The five faces, read once.
pub struct Fonts {
    faces: Vec<Loaded>,
}

struct Loaded {
    font: krilla::text::Font,
    bytes: Vec<u8>,
}

impl Fonts {
    /// Reads the faces from a folder, or from where systems keep them. Fails when one is nowhere: the error names the package.
    pub fn open(folder: &Path) -> Result<Self, PrintError> {
        let folders = || std::iter::once(folder).chain(FOLDERS.iter().map(Path::new));
        let read = |file: &str| folders().find_map(|folder| std::fs::read(folder.join(file)).ok());
        let missing = |file: &str| PrintError::FontsMissing(file.to_owned());
        let load = |&(_, file): &(Face, &str)| {
            let bytes = read(file).ok_or_else(|| missing(file))?;
            ttf_parser::Face::parse(&bytes, 0).map_err(|_| missing(file))?;
            let font = krilla::text::Font::new(bytes.clone().into(), 0).ok_or_else(|| missing(file))?;
            Ok(Loaded { font, bytes })
        };
        Ok(Self { faces: FILES.iter().map(load).collect::<Result<_, PrintError>>()? })
    }

    /// A face, to draw with.
    pub(super) fn font(&self, face: Face) -> krilla::text::Font {
        self.faces[place(face)].font.clone()
    }

    /// Ready to measure. Cost: the tables are found again, some microseconds.
    pub(super) fn rulers(&self) -> Rulers<'_> {
        Rulers { faces: self.faces.iter().filter_map(|face| ttf_parser::Face::parse(&face.bytes, 0).ok()).collect() }
    }
}

/// Measures texts with the advances of the fonts.
pub(super) struct Rulers<'a> {
    faces: Vec<ttf_parser::Face<'a>>,
}

impl Rulers<'_> {
    /// How wide is a text? Kerning makes it no wider.
    pub fn width(&self, text: &str, size: f32, face: Face) -> f32 {
        let Some(face) = self.faces.get(place(face)) else { return 0.0 };
        let advance = |letter: char| face.glyph_index(letter).and_then(|glyph| face.glyph_hor_advance(glyph)).unwrap_or(600);
        text.chars().map(|letter| f32::from(advance(letter))).sum::<f32>() * size / f32::from(face.units_per_em())
    }

    /// The text with a mark for every letter that the face does not have; control characters go.
    pub fn shown(&self, text: &str, face: Face) -> String {
        let has = |letter: char| self.faces.get(place(face)).is_some_and(|face| face.glyph_index(letter).is_some());
        let mark = if has(NO_LETTER) { NO_LETTER } else { '?' };
        let one = |letter: char| match letter {
            letter if letter.is_control() => ' ',
            letter if has(letter) => letter,
            _ => mark,
        };
        text.chars().map(one).collect()
    }
}

fn place(face: Face) -> usize {
    FILES.iter().position(|(known, _)| *known == face).unwrap_or_default()
}
