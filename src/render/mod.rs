//! THE PRINT SHOP: a map as SVG, PNG, PDF, DOT; charts and small maps of a comparison as SVG, PDF, DOT.

mod change_words;
pub mod chart;
mod dot;
mod expected;
mod input;
pub mod paper;
mod picture;
mod print;
mod qr;
mod scene;
mod slim;
pub mod small;
mod svg;
mod symbol;
#[cfg(test)]
mod tests;
mod text;
mod wide;
mod widths;
mod words;

pub use input::*;
pub use picture::Picture;
pub use print::{PrintError, PrintFormat, PrintLimits};

/// For which screen a map is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// A desk, a wall, a sheet of paper: 1280 units.
    Wide,
    /// A phone: 320 units.
    Slim,
}

/// How does the map look on a screen?
///
/// Takes: the map, the width of the screen, and whether the text is a file of its own (`standalone`: with the XML line and
/// [`HOVER_CSS`]) or a part of a page, which brings that style sheet itself.
/// Gives: one `svg` element without inline styles and scripts; its lines are hidden from a screen reader, its cards and gaps
/// are links with a name. The element ids differ by width, so that both drawings fit on one page.
/// Cost: O(sweeps · lines²) above 16 cards, O(cards + lines) below. Deterministic: the same map gives the same bytes.
/// Checked: no two texts overlap, no text leaves its card or the page, no text breaks out of its element.
pub fn svg(map: &PartnerMap, width: Width, standalone: bool) -> String {
    svg::write(&draw(map, width), standalone.then_some(HOVER_CSS))
}

/// How does another program get the picture?
///
/// Takes: the map and the width.
/// Gives: DOT with every place and every curve in it: any Graphviz shows the same picture with `neato -n2`.
/// Cost: as [`svg`]. Deterministic.
/// Checked: parsed again, it holds the same texts at the same places as the SVG.
pub fn dot(map: &PartnerMap, width: Width) -> String {
    dot::write(&draw(map, width))
}

/// How does the map come on paper?
///
/// Takes: the map, the width, the format, and what it may cost. Waits for one of two presses; the wait counts.
/// Gives: the bytes of a PNG at 96 dots per inch, or of a PDF on A3 (a phone's drawing: A4) with its fonts embedded.
/// Fails when Graphviz is not there, takes too long, makes more than allowed, or complains: [`PrintError::sentence`] says it.
/// Cost: one run of `neato`, 0.1 to 0.5 s, beside [`dot`]. A print given up is killed.
/// Checked: real prints of small, large and empty maps, and presses that hang, flood and fail.
pub async fn print(map: &PartnerMap, width: Width, format: PrintFormat, limits: &PrintLimits) -> Result<Vec<u8>, PrintError> {
    print::print("neato", &draw(map, width), format, limits).await
}

fn draw(map: &PartnerMap, width: Width) -> scene::Scene {
    match width {
        Width::Wide => wide::scene(map),
        Width::Slim => slim::scene(map),
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

/// Style sheet of a chart or of small maps that stand alone: focus, and colours of their own where a reader forces others, because
/// they stand on white.
pub const CHART_CSS: &str = concat!(
    ".map a{cursor:pointer;outline-offset:2px}",
    ".map a:focus-visible{outline:3px solid #0072B2}",
    ".map,.map text{forced-color-adjust:none}"
);
