//! Scales, ticks and axes: where a value stands on paper. The chart library computes and draws them; what stands on them is
//! drawn by the chart.

use plotters::chart::ChartBuilder;
use plotters::coord::ranged1d::{BoldPoints, DefaultFormatting, KeyPointHint, Ranged};
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::IntoDrawingArea;
use plotters::style::{Color, IntoFont, ShapeStyle};

use super::pencil::{PIXELS, Pencil, rgb};
use crate::model::Language;
use crate::render::scene::{Group, Point, Role, ink};
use crate::render::text::{Face, width};

/// Size of the numbers at an axis.
pub const TICK: f64 = 12.0;
/// Room below a plot for the numbers of its axis.
pub const BELOW: f64 = 22.0;
/// From the axis to its numbers, twice.
const TICK_MARK: f64 = 5.0;

/// An axis: from where to where, and what is written where.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// Where a number stands, and which.
    pub ticks: Vec<(f64, String)>,
    /// Whether a line goes through the plot at every number.
    pub lines: bool,
}

impl Axis {
    /// An axis that holds values and ends at round numbers, with about so many of them. `whole`: only whole numbers.
    pub fn round(values: impl IntoIterator<Item = f64>, about: usize, whole: bool, language: Language) -> Self {
        let ends = values.into_iter().filter(|value| value.is_finite());
        let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
        let (low, high) = match () {
            () if low > high => (0.0, 1.0),
            () if high - low < 1e-9 => (low.min(0.0), if low > 0.0 { low } else { low + 1.0 }),
            () => (low, high),
        };
        let step = step((high - low) / about as f64, whole);
        // A value that is a round number but for the last bit stays where it is.
        let (low, high) = ((low / step + 1e-9).floor() * step, (high / step - 1e-9).ceil() * step);
        let high = if high > low { high } else { low + step };
        let range: RangedCoordf64 = (low..high).into();
        let count = ((high - low) / step).round() as usize + 1;
        let decimals = if step >= 1.0 { 0 } else { (-step.log10()).ceil().max(0.0) as usize };
        let ticks = range.key_points(BoldPoints(count)).into_iter().map(|at| (at, number(at, decimals, language))).collect();
        Self { low, high, ticks, lines: true }
    }

    /// The same, with other words at the numbers.
    pub fn named(low: f64, high: f64, ticks: Vec<(f64, String)>) -> Self {
        Self { low, high, ticks, lines: true }
    }

    /// An axis without numbers and lines.
    pub fn bare(low: f64, high: f64) -> Self {
        Self { low, high, ticks: Vec::new(), lines: false }
    }

    /// Room that the numbers take beside the plot.
    pub fn beside(&self) -> f64 {
        let widest = self.ticks.iter().map(|(_, words)| width(words, TICK, Face::Sans)).fold(0.0, f64::max);
        if self.ticks.is_empty() { 0.0 } else { widest + 3.0 * TICK_MARK }
    }

    fn coordinate(&self) -> Coordinate {
        Coordinate { values: (self.low..self.high).into(), ticks: self.ticks.iter().map(|(at, _)| *at).collect() }
    }

    fn words(&self, at: f64) -> String {
        let near = |(known, _): &&(f64, String)| (known - at).abs() < 1e-9 * (1.0 + at.abs());
        self.ticks.iter().find(near).map(|(_, words)| words.clone()).unwrap_or_default()
    }
}

/// The library's scale of values, with ticks where the axis has them.
struct Coordinate {
    values: RangedCoordf64,
    ticks: Vec<f64>,
}

impl Ranged for Coordinate {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        self.values.map(value, limit)
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        if hint.weight().allow_light_points() { Vec::new() } else { self.ticks.clone() }
    }

    fn range(&self) -> std::ops::Range<f64> {
        self.values.range()
    }
}

/// The smallest of 1, 2 or 5 times a power of ten that is no smaller.
fn step(least: f64, whole: bool) -> f64 {
    let power = 10f64.powf(least.max(1e-9).log10().floor());
    let found = [1.0, 2.0, 5.0, 10.0].into_iter().map(|part| part * power).find(|step| *step >= least * (1.0 - 1e-9));
    let step = found.unwrap_or(10.0 * power);
    if whole { step.max(1.0) } else { step }
}

/// A number with so many decimals, as the language writes it.
pub fn number(value: f64, decimals: usize, language: Language) -> String {
    let value = if value.abs() < 0.5 * 10f64.powi(-(decimals as i32)) { 0.0 } else { value };
    let text = format!("{value:.decimals$}").replace('-', "–");
    if language == Language::Nl { text.replace('.', ",") } else { text }
}

/// The rectangle of a plot; its numbers stand left of it and below it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left.
    pub left: f64,
    /// Top.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Draws the axes of a plot, and says where points of it stand.
pub fn plot(area: Area, x: &Axis, y: &Axis, points: &[(f64, f64)]) -> (Group, Vec<Point>) {
    let mut group = Group::new("axes", Role::Hidden);
    let (beside, below) = (y.beside(), if x.ticks.is_empty() { 0.0 } else { BELOW });
    let pencil =
        Pencil { into: &mut group, corner: (area.left - beside, area.top), size: (area.width + beside, area.height + below) };
    let corner = pencil.corner;
    let places = drawn(pencil, (x, y), (beside, below), points);
    let on_paper = |(px, py): (i32, i32)| (corner.0 + f64::from(px) / PIXELS, corner.1 + f64::from(py) / PIXELS);
    let places = places.into_iter().map(on_paper).collect();
    (group, places)
}

/// The part that the chart library does. Nothing in it can fail: the pencil never does.
fn drawn(pencil: Pencil<'_>, (x, y): (&Axis, &Axis), (beside, below): (f64, f64), points: &[(f64, f64)]) -> Vec<(i32, i32)> {
    let pixels = |units: f64| (units * PIXELS).round() as i32;
    let area = pencil.into_drawing_area();
    let built = ChartBuilder::on(&area)
        .x_label_area_size(pixels(below))
        .y_label_area_size(pixels(beside))
        .build_cartesian_2d(x.coordinate(), y.coordinate());
    let Ok(mut chart) = built else { return Vec::new() };
    let line =
        |ink: &str, width: f64| ShapeStyle { color: rgb(ink).to_rgba(), filled: false, stroke_width: pixels(width) as u32 };
    let (x_words, y_words) = (|at: &f64| x.words(*at), |at: &f64| y.words(*at));
    let mut mesh = chart.configure_mesh();
    mesh.bold_line_style(line(ink::CARD, 1.0))
        .light_line_style(line(ink::CARD, 1.0))
        .axis_style(line(ink::UNKNOWN, 1.0))
        .set_all_tick_mark_size(pixels(TICK_MARK))
        .label_style(("sans-serif", TICK * PIXELS).into_font().color(&rgb(ink::SUB)))
        .x_label_formatter(&x_words)
        .y_label_formatter(&y_words);
    if !x.lines {
        mesh.disable_x_mesh();
    }
    if !y.lines {
        mesh.disable_y_mesh();
    }
    if y.ticks.is_empty() {
        mesh.disable_y_axis();
    }
    if mesh.draw().is_err() {
        return Vec::new();
    }
    drop(mesh);
    points.iter().map(|at| chart.backend_coord(at)).collect()
}
