//! A square that a telephone reads as an address: as runs of dark modules, for the writers of paper and of pages.

use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

use super::svg::escape;

/// White around it, in modules. Source: ISO/IEC 18004, 6.3.8.
const QUIET: usize = 4;

/// The square of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// Modules on a side, without the white around it.
    pub side: usize,
    /// Dark runs: column, row, how many; by row, then column.
    pub runs: Vec<(usize, usize, usize)>,
}

impl Qr {
    /// Makes the square; a seventh of it may be dirty. `None`: the text is longer than any square holds (2 331 octets).
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let (side, colours) = (code.width(), code.to_colors());
        let mut runs: Vec<(usize, usize, usize)> = Vec::new();
        for (place, _) in colours.iter().enumerate().filter(|(_, colour)| **colour == Color::Dark) {
            let (column, row) = (place % side, place / side);
            match runs.last_mut() {
                Some((first, same, length)) if *same == row && *first + *length == column => *length += 1,
                _ => runs.push((column, row, 1)),
            }
        }
        Some(Self { side, runs })
    }

    /// Modules on a side, with the white around it.
    pub fn whole(&self) -> usize {
        self.side + 2 * QUIET
    }

    /// The runs with the white around them.
    pub fn placed(&self) -> impl Iterator<Item = (usize, usize, usize)> + '_ {
        self.runs.iter().map(|&(column, row, length)| (column + QUIET, row + QUIET, length))
    }

    /// As a picture inside a page; `told` says what it leads to.
    pub fn svg(&self, told: &str) -> String {
        let whole = self.whole();
        let mut path = String::new();
        for (column, row, length) in self.placed() {
            let _ = write!(path, "M{column} {row}h{length}v1h-{length}z");
        }
        let told = escape(told);
        format!(
            "<svg class=\"qr\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {whole} {whole}\" role=\"img\" \
             aria-label=\"{told}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{whole}v{whole}h-{whole}z\"/>\
             <path fill=\"#000\" d=\"{path}\"/></svg>"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_hold_every_dark_module_once_and_nothing_else() {
        let text = "https://kortelijnen.example/wie/leiden";
        let (qr, code) =
            (Qr::of(text).expect("it fits"), QrCode::with_error_correction_level(text, EcLevel::M).expect("it fits"));
        let mut dark = vec![false; qr.side * qr.side];
        for &(column, row, length) in &qr.runs {
            for at in column..column + length {
                assert!(!std::mem::replace(&mut dark[row * qr.side + at], true), "twice");
            }
        }
        assert_eq!(dark, code.to_vec());
        // The three corners that every reader looks for: a ring of seven, white, and a core of three.
        for (x, y) in [(0, 0), (qr.side - 7, 0), (0, qr.side - 7)] {
            for (dx, dy) in (0..7).flat_map(|dx| (0..7).map(move |dy| (dx, dy))) {
                let ring = dx == 0 || dx == 6 || dy == 0 || dy == 6;
                let core = (2..5).contains(&dx) && (2..5).contains(&dy);
                assert_eq!(dark[(y + dy) * qr.side + x + dx], ring || core);
            }
        }
    }

    #[test]
    fn what_is_too_long_is_none_and_the_picture_has_no_style_of_its_own() {
        assert_eq!(Qr::of(&"x".repeat(3_000)), None);
        let svg = Qr::of("https://kortelijnen.example").expect("it fits").svg("<script>");
        assert!(!svg.contains("style=") && !svg.contains("<script") && svg.contains("role=\"img\""));
    }
}
