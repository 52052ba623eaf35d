//! THE PRINT SHOP: a map as SVG, PNG, PDF, DOT.

mod expected;
mod input;
mod scene;
mod svg;
mod symbol;
#[cfg(test)]
mod tests;
mod text;
mod wide;
mod widths;
mod words;

pub use input::*;

/// For which screen a map is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// A desk, a wall, a sheet of paper: 1280 units.
    Wide,
    /// A phone: 320 units.
    Slim,
}

/// The map as SVG. `standalone` makes it a file of its own: with the XML line and the style sheet that a page brings itself.
pub fn svg(map: &PartnerMap, width: Width, standalone: bool) -> String {
    svg::write(&draw(map, width), standalone.then_some(HOVER_CSS))
}

fn draw(map: &PartnerMap, width: Width) -> scene::Scene {
    match width {
        Width::Wide => wide::scene(map),
        Width::Slim => wide::scene(map),
    }
}

/// Rules that dim the lines of all others while a card has the pointer or the keyboard.
macro_rules! hover_rules {
    ($($n:literal)*) => {
        concat!(
            ".map a{cursor:pointer;outline-offset:2px}",
            ".map a:focus-visible{outline:3px solid #0072B2}",
            ".map .line{transition:opacity .12s}",
            "@media (prefers-reduced-motion:reduce){.map .line{transition:none}}",
            $(".map:has(.n", $n, ":is(:hover,:focus-within)) .line:not(.k", $n, "){opacity:.15}"),*
        )
    };
}

/// Style sheet of a map: hover and focus. No script is needed for reading; above 64 cards the others stay as they are.
pub const HOVER_CSS: &str = hover_rules!(
    0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31
    32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63
);

/// TEMP
pub fn dot(_: &PartnerMap, _: Width) -> String {
    String::new()
}
/// TEMP
#[derive(Debug, Clone, Copy)]
pub enum PrintFormat {
    /// a
    Png,
    /// b
    Pdf,
}
/// TEMP
#[derive(Debug, Clone)]
pub struct PrintLimits {
    /// a
    pub time: std::time::Duration,
    /// b
    pub bytes_max: usize,
}
/// TEMP
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// a
    #[error("x")]
    GraphvizMissing,
    /// b
    #[error("x")]
    Timeout(u8),
    /// c
    #[error("x")]
    TooBig(u8),
    /// d
    #[error("x")]
    Failed(String),
}
impl PrintError {
    /// a
    pub fn nl(&self) -> String {
        String::new()
    }
    /// b
    pub fn en(&self) -> String {
        String::new()
    }
}
/// TEMP
pub async fn print(_: &PartnerMap, _: Width, _: PrintFormat, _: &PrintLimits) -> Result<Vec<u8>, PrintError> {
    Err(PrintError::GraphvizMissing)
}
