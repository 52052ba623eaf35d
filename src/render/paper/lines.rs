//! Text in lines: as many words on a line as fit; a word that is wider than the line is cut.

use super::fonts::Rulers;
use crate::render::text::Face;

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Face.
    pub face: Face,
    /// Size, in points.
    pub size: f32,
    /// From one base line to the next, in points.
    pub leading: f32,
    /// Colour.
    pub ink: &'static str,
}

/// The lines of a text in a width. Nothing is left out: the words of all lines are the words of the text.
pub fn broken(text: &str, width: f32, style: Style, rulers: &Rulers<'_>) -> Vec<String> {
    broken_by(text, width, |text| rulers.width(text, style.size, style.face))
}

/// The same, with a ruler of one's own.
pub fn broken_by(text: &str, width: f32, measure: impl Fn(&str) -> f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}")).filter(|line| measure(line) <= width);
        match (longer, lines.last_mut()) {
            (Some(longer), Some(line)) => *line = longer,
            _ if measure(word) <= width => lines.push(word.to_owned()),
            _ => lines.extend(pieces(word, width, &measure)),
        }
    }
    if lines.is_empty() { vec![String::new()] } else { lines }
}

/// A word that is too wide, in pieces; after a hyphen, a slash or a dot where there is one.
fn pieces(word: &str, width: f32, measure: impl Fn(&str) -> f32) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for letter in word.chars() {
        let longer = format!("{piece}{letter}");
        if !piece.is_empty() && measure(&longer) > width {
            let joint = piece.rfind(['-', '/', '.', '–']).map(|at| at + piece[at..].chars().next().map_or(1, char::len_utf8));
            let rest = joint.filter(|&at| at < piece.len()).map(|at| piece.split_off(at)).unwrap_or_default();
            pieces.push(std::mem::replace(&mut piece, format!("{rest}{letter}")));
        } else {
            piece = longer;
        }
    }
    pieces.push(piece);
    pieces
}

/// The widest word of a text: a column is at least as wide.
pub fn widest_word(text: &str, style: Style, rulers: &Rulers<'_>) -> f32 {
    text.split_whitespace().map(|word| rulers.width(word, style.size, style.face)).fold(0.0, f32::max)
}
