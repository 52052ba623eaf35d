//! What the chart library draws with: its lines and texts become marks of our own scene, so that a chart has the fonts, the
//! width tables and the writers of the map.
//!
//! Never: a pixel. The library counts in whole pixels; here one pixel is a tenth of a unit, which is what the writers keep.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

use crate::render::scene::{Anchor, Dash, Group, Mark, Pen, Point, ink, straight};
use crate::render::text::{Face, width};

/// Pixels of the library in a unit of the drawing.
pub const PIXELS: f64 = 10.0;

/// The inks that the library is given; it hands them back as numbers.
const INKS: [&str; 4] = [ink::CARD, ink::SUB, ink::UNKNOWN, ink::INK];

/// An ink as the library takes it.
pub fn rgb(colour: &str) -> plotters::style::RGBColor {
    let part = |at: usize| colour.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok()).unwrap_or(0);
    plotters::style::RGBColor(part(1), part(3), part(5))
}

fn ink_of(colour: BackendColor) -> &'static str {
    let same = |known: &&str| {
        let plotters::style::RGBColor(r, g, b) = rgb(known);
        (r, g, b) == colour.rgb
    };
    INKS.into_iter().find(same).unwrap_or(ink::INK)
}

/// Draws into a group, from a corner on.
pub struct Pencil<'a> {
    /// What is drawn into.
    pub into: &'a mut Group,
    /// Upper left corner of the canvas.
    pub corner: Point,
    /// Width and height of the canvas.
    pub size: (f64, f64),
}

impl Pencil<'_> {
    fn place(&self, (x, y): BackendCoord) -> Point {
        (self.corner.0 + f64::from(x) / PIXELS, self.corner.1 + f64::from(y) / PIXELS)
    }

    fn pen(style: &impl BackendStyle) -> Pen {
        Pen::line(ink_of(style.color()), f64::from(style.stroke_width()) / PIXELS, Dash::Solid)
    }
}

/// What the library gives back when something cannot be drawn; here everything can.
type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Pencil<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        ((self.size.0 * PIXELS).round() as u32, (self.size.1 * PIXELS).round() as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Drawn {
        let at = self.place(at);
        self.into.mark(Mark::Rect(at, 1.0 / PIXELS, 1.0 / PIXELS, 0.0, Pen::fill(ink_of(colour))));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        let mark = straight(&[self.place(from), self.place(to)], Self::pen(style));
        self.into.mark(mark);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let points: Vec<Point> = path.into_iter().map(|at| self.place(at)).collect();
        if points.len() > 1 {
            self.into.mark(straight(&points, Self::pen(style)));
        }
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, words: &str, style: &T, at: BackendCoord) -> Drawn {
        let (x, y) = self.place(at);
        let size = style.size() / PIXELS;
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        // From the place that the library means to the base line.
        let down = match style.anchor().v_pos {
            VPos::Top => 0.85,
            VPos::Center => 0.34,
            VPos::Bottom => -0.25,
        };
        self.into.text((x, y + down * size), anchor, words, size, Face::Sans, ink_of(style.color()));
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        words: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((width(words, style.size(), Face::Sans).ceil() as u32, (style.size() * 1.2).ceil() as u32))
    }
}
