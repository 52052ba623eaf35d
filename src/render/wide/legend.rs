//! The legend: only what the map contains.

use super::agreements::sample;
use super::cards::stub_mark;
use super::gaps::gap_ink;
use super::plan::Plan;
use super::sizes::{MARGIN, PAGE};
use crate::model::Domain;
use crate::render::expected;
use crate::render::input::{ExpectedMark, Lane, LineStatus, Participation};
use crate::render::scene::{Anchor, Dash, Group, Mark, Pen, Point, Role, ink, straight};
use crate::render::symbol::{card_pen, symbol};
use crate::render::text::{Face, flow};

const ROW: f64 = 21.0;
/// From a line of an entry to the next line of it.
const LINE: f64 = 15.0;
const WIDTH: f64 = 594.0;
const SIZE: f64 = 12.0;
/// From the start of the column of lines to that of domains, and of taking part.
const DOMAINS: f64 = 284.0;
const PARTICIPATION: f64 = 456.0;

/// An entry: an expected mark that goes with it where the map has a row of expected lines, how its sample is drawn, its words.
pub type Entry = (Option<ExpectedMark>, Vec<Mark>, &'static str);

/// The legend from a height, and the base line of its last row.
pub fn legend(plan: &Plan<'_>, top: f64, alone: bool) -> (Group, f64) {
    let x = PAGE - MARGIN - WIDTH;
    let mut group = Group::new("legend", Role::Hidden);
    let heads = plan.words.legend;
    let entries = entries(plan, (x, 0.0), alone);
    let mut bottom = top;
    if !entries.is_empty() {
        group.text((x, top), Anchor::Start, heads[0], 13.0, Face::Bold, ink::INK);
    }
    for (i, (mark, sample, words)) in entries.into_iter().enumerate() {
        let y = top + 19.0 + ROW * i as f64;
        let mark = mark.filter(|_| !plan.map.expected.is_empty());
        group.marks(mark.map(|mark| expected::mark(mark, (x - 14.0, y))));
        group.marks(sample.into_iter().map(|mark| lowered(mark, y)));
        group.text((x + 46.0, y + 4.0), Anchor::Start, words, SIZE, Face::Sans, ink::INK);
        bottom = f64::max(bottom, y + 4.0);
    }
    bottom = bottom.max(domains(plan, &mut group, x + DOMAINS, top, PARTICIPATION - DOMAINS));
    bottom = bottom.max(participation(plan, &mut group, x + PARTICIPATION, top));
    (group, bottom)
}

/// The domains on the map, in a column of a width; where the last one ends.
pub fn domains(plan: &Plan<'_>, group: &mut Group, x: f64, top: f64, column: f64) -> f64 {
    let known = Domain::ALL.into_iter().map(Some).chain([None]);
    let present: Vec<_> = known.filter(|domain| plan.map.cards.iter().any(|card| card.domain == *domain)).collect();
    if !present.is_empty() {
        group.text((x, top), Anchor::Start, plan.words.legend[1], 13.0, Face::Bold, ink::INK);
    }
    let mut y = top - 2.0;
    for domain in present {
        y += ROW;
        group.marks(symbol(domain, Participation::Participating, (x + 8.0, y), 7.0));
        for (line, words) in flow(plan.words.domain(domain), column - 28.0, SIZE, Face::Sans).into_iter().enumerate() {
            y += if line > 0 { LINE } else { 0.0 };
            group.text((x + 26.0, y + 4.0), Anchor::Start, words, SIZE, Face::Sans, ink::INK);
        }
    }
    y + 4.0
}

/// Small cards: the edge of the card belongs to how a partner takes part.
pub fn participation(plan: &Plan<'_>, group: &mut Group, x: f64, top: f64) -> f64 {
    use Participation::{Approached, NotNamed, NotYetPartner, Participating, Seen, Signatory, Wanted};
    let all = [Signatory, Participating, Seen, Approached, Wanted, NotYetPartner, NotNamed];
    let present = all.into_iter().filter(|p| plan.map.cards.iter().any(|card| card.participation == *p));
    if plan.map.cards.is_empty() {
        return top;
    }
    group.text((x, top), Anchor::Start, plan.words.legend[2], 13.0, Face::Bold, ink::INK);
    let mut y = top;
    for (i, kind) in present.enumerate() {
        y = top + 19.0 + ROW * i as f64;
        group.mark(Mark::Rect((x, y - 8.5), 30.0, 17.0, 2.5, card_pen(kind)));
        group.marks(symbol(Some(Domain::Medical), kind, (x + 15.0, y), 5.0));
        group.text((x + 36.0, y + 4.0), Anchor::Start, plan.words.participation(kind), SIZE, Face::Sans, ink::INK);
    }
    if plan.map.cards.iter().any(|card| card.placeholder) {
        y += ROW;
        let [italic, meaning] = plan.words.italic;
        group.text((x, y + 4.0), Anchor::Start, italic, SIZE, Face::Italic, ink::INK);
        group.text((x + 44.0, y + 4.0), Anchor::Start, meaning, SIZE, Face::Sans, ink::INK);
    }
    y + 4.0
}

/// The kinds of lines on the map, drawn at height 0.
pub fn entries(plan: &Plan<'_>, at: Point, alone: bool) -> Vec<Entry> {
    if super::changes::is_shown(plan) {
        return super::change_list::entries(plan, at, alone);
    }
    let line = |dash, colour, width| vec![straight(&[at, (at.0 + 36.0, at.1)], Pen::line(colour, width, dash))];
    let is = |status: LineStatus| {
        let live = |line: &crate::render::input::Line| !line.stale || status == LineStatus::Planned;
        plan.lines.iter().any(|(_, _, line)| line.status == status && live(line))
    };
    let words = plan.words;
    let mut out: Vec<Entry> = Vec::new();
    let mut add = |shown: bool, mark, sample, words| {
        if shown {
            out.push((mark, sample, words))
        }
    };
    let known = Some(ExpectedMark::Known);
    add(is(LineStatus::Confirmed), Some(ExpectedMark::Confirmed), line(Dash::Solid, ink::INK, 2.0), words.confirmed);
    let (from, half, to) = (at, (at.0 + 18.0, at.1), (at.0 + 36.0, at.1));
    let one = vec![
        straight(&[from, half], Pen::line(ink::INK, 2.0, Dash::Solid)),
        straight(&[to, half], Pen::line(ink::INK, 2.0, Dash::Long)),
    ];
    add(is(LineStatus::SaidByA) || is(LineStatus::SaidByB), known, one, words.one_sided);
    add(is(LineStatus::Unverified), known, line(Dash::Long, ink::INK, 2.0), words.unverified);
    let mut both = line(Dash::Long, ink::INK, 2.0);
    both.extend(super::lines::contested(half));
    add(is(LineStatus::Contested), known, both, words.contested);
    add(is(LineStatus::Planned), Some(ExpectedMark::Planned), line(Dash::Dots, ink::INK, 2.0), words.plan);
    let stale = plan.lines.iter().any(|(_, _, line)| line.stale && line.status != LineStatus::Planned);
    add(stale, known, line(Dash::Stale, ink::UNKNOWN, 2.0), words.stale);
    add(!plan.agreements.is_empty(), None, sample(at).to_vec(), words.agreement);
    let mut introduced = vec![straight(&[at, to], super::meetings::pen())];
    introduced.extend(super::meetings::badge("A", half, 7.5));
    add(!plan.meetings.is_empty(), None, introduced, words.introductions[1]);
    let mut gone = line(Dash::Solid, ink::GONE, 2.0);
    gone.extend(super::lines::struck_out(half));
    let goes = plan.gone_lines.contains(&true) || plan.gone_cards.contains(&true);
    add(goes, None, gone, words.gone[1]);
    let gap = |asked: bool| plan.gaps.iter().any(|gap| gap.ends.is_some() && gap.mark.number.is_some() == asked);
    let expected = |mark: ExpectedMark| plan.map.expected.contains(&mark);
    let missing = gap(true) || expected(ExpectedMark::Missing);
    add(missing, Some(ExpectedMark::Missing), gap_sample(at, Some(1)), words.expected_missing);
    let unasked = gap(false) || expected(ExpectedMark::Unknown);
    add(unasked, Some(ExpectedMark::Unknown), gap_sample(at, None), words.expected_unasked);
    add(alone, None, stub_mark((at.0 + 12.0, at.1), 12.0).to_vec(), words.alone);
    let lane = |i: usize| plan.lane(i);
    let bridge = plan.lines.iter().any(|(a, b, _)| (lane(*a) == Lane::Middle) != (lane(*b) == Lane::Middle));
    let within = plan.lines.iter().any(|(a, b, _)| lane(*a) == lane(*b));
    let thin = words.thin[usize::from(!(bridge && within)) + usize::from(!bridge)];
    let colour = if bridge { ink::SLATE } else { ink::MUTE };
    add(bridge || within, None, line(Dash::Solid, colour, 1.1), thin);
    let mut strengths: Vec<u8> = plan.lines.iter().filter(|line| plan.direct(line)).map(|(_, _, line)| line.strength).collect();
    strengths.sort_unstable();
    strengths.dedup();
    let widths = [(-6.0, 1.0), (0.0, 1.8), (6.0, 4.0)];
    let bars =
        widths.map(|(y, width)| straight(&[(at.0, at.1 + y), (at.0 + 36.0, at.1 + y)], Pen::line(ink::INK, width, Dash::Solid)));
    add(strengths.len() > 1, None, bars.to_vec(), words.strength);
    out
}

fn gap_sample(at: Point, number: Option<usize>) -> Vec<Mark> {
    let (colour, dash) = gap_ink(number);
    let (pen, tick) = (Pen::line(colour, 1.6, dash), Pen::line(colour, 1.6, Dash::Solid));
    let upright = |x: f64| straight(&[(at.0 + x, at.1 - 4.0), (at.0 + x, at.1 + 4.0)], tick);
    let stub = |from: f64, to: f64| straight(&[(at.0 + from, at.1), (at.0 + to, at.1)], pen);
    vec![stub(0.0, 13.0), stub(36.0, 23.0), upright(13.0), upright(23.0)]
}

/// The same mark further down.
pub fn lowered(mark: Mark, by: f64) -> Mark {
    let down = |(x, y): Point| (x, y + by);
    match mark {
        Mark::Rect(at, w, h, r, pen) => Mark::Rect(down(at), w, h, r, pen),
        Mark::Circle(at, r, pen) => Mark::Circle(down(at), r, pen),
        Mark::HalfCircle(at, r, pen) => Mark::HalfCircle(down(at), r, pen),
        Mark::Polygon(points, pen) => Mark::Polygon(points.into_iter().map(down).collect(), pen),
        Mark::Path(start, cubics, pen) => Mark::Path(down(start), cubics.into_iter().map(|c| c.map(down)).collect(), pen),
        Mark::Text(mut text) => {
            text.at = down(text.at);
            Mark::Text(text)
        }
    }
}
