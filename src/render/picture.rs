//! Pictures of a comparison, as a reader gets them: for a screen, and on paper.

use super::chart::Chart;
use super::paper::{self, Fonts};
use super::print::PrintError;
use super::scene::Scene;
use super::small::SmallMaps;
use super::{CHART_CSS, Width, dot, svg};

/// A picture of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub enum Picture {
    /// A chart.
    Chart(Box<Chart>),
    /// Small maps.
    SmallMaps(Box<SmallMaps>),
}

impl Picture {
    pub(super) fn scene(&self, width: Width) -> Scene {
        match self {
            Self::Chart(chart) => chart.scene(width),
            Self::SmallMaps(maps) => maps.scene(width),
        }
    }

    fn sheets(&self, width: Width) -> Vec<Scene> {
        match self {
            Self::SmallMaps(maps) if width == Width::Wide => maps.sheets(),
            _ => vec![self.scene(width)],
        }
    }

    /// How does the picture look on a screen?
    ///
    /// Takes: the width of the screen, and whether the text is a file of its own (`standalone`: with the XML line and a style
    /// sheet for focus and forced colours) or part of a page.
    /// Gives: one `svg` element without inline styles and scripts: a list of links with names, the exact values as data
    /// attributes, text as text. A picture with nothing to draw is a sentence.
    /// Cost: O(rows) for dots, kinds and time; O(names²) for a funnel; that of small maps is that of their order.
    /// Deterministic: the same picture gives the same bytes.
    /// Checked: no two texts overlap at 9 and 40 coalitions, none is under 11 units, drawn values are those of the table.
    pub fn svg(&self, width: Width, standalone: bool) -> String {
        svg::write(&self.scene(width), standalone.then_some(CHART_CSS))
    }

    /// How does another program get the picture?
    ///
    /// Gives: DOT with every place in it, for `neato -n2`.
    /// Cost: as [`Self::svg`]. Deterministic.
    /// Checked: parsed again, it holds the same texts at the same places as the SVG.
    pub fn dot(&self, width: Width) -> String {
        dot::write(&self.scene(width))
    }

    /// How does the picture come on paper?
    ///
    /// Takes: the width, the fonts, and how large the file may be.
    /// Gives: a PDF with the fonts embedded and each picture tagged with what it says; A4, or A3 where its letters would be
    /// under 7 points; small maps of a wide page on as many sheets as they need, twelve on each.
    /// Fails: it would be larger than allowed.
    /// Cost: O(marks). Deterministic: the same picture and fonts give the same bytes.
    /// Checked: read back with another program: pages, letters, same bytes twice.
    pub fn pdf(&self, width: Width, fonts: &Fonts, bytes_max: usize) -> Result<Vec<u8>, PrintError> {
        paper::sheets(self.sheets(width), fonts, bytes_max)
    }
}
