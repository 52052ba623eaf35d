//! The foot of a map: the list of gaps, other findings, the legend, and what the map rests on.

use super::change_list::{more, sections};
use super::changes::is_shown;
use super::legend::legend;
use super::plan::{Gap, Plan};
use super::sizes::{MARGIN, PAGE};
use crate::render::scene::{Anchor, Dash, Group, Mark, Pen, Role, ink, straight, text};
use crate::render::symbol::badge;
use crate::render::text::{Face, flow};

/// Where the lists end and the legend starts.
const LISTS_END: f64 = 636.0;
const ROW: f64 = 21.0;
const LINE: f64 = 16.5;
const SIZE: f64 = 13.0;

/// The foot under a height, and the height of the page.
pub fn foot(plan: &Plan<'_>, band: f64, alone: bool) -> (Group, f64) {
    let mut group = Group::new("foot", Role::Plain);
    group.mark(straight(&[(MARGIN, band + 12.0), (PAGE - MARGIN, band + 12.0)], Pen::line(ink::CARD, 1.0, Dash::Solid)));
    let top = band + 36.0;
    let (legend, legend_bottom) = legend(plan, top, alone);
    let lists = lists(plan, &mut group, (top, legend_bottom));
    group.group(legend);
    let mut y = lists.max(legend_bottom) + 34.0;
    for line in flow(&plan.map.footer, PAGE - 2.0 * MARGIN, 11.0, Face::Sans) {
        group.text((MARGIN, y), Anchor::Start, line, 11.0, Face::Sans, ink::SUB);
        y += 15.0;
    }
    (group, (y + 1.0).ceil())
}

fn lists(plan: &Plan<'_>, group: &mut Group, (top, legend): (f64, f64)) -> f64 {
    let (missing, unasked): (Vec<_>, Vec<_>) = plan.gaps.iter().partition(|gap| gap.mark.number.is_some());
    let top = scenario(plan, group, top);
    let top = changes(plan, group, top, legend);
    let half = (LISTS_END - MARGIN) / 2.0;
    let both = !missing.is_empty() && !unasked.is_empty();
    let (mut x, mut bottom) = (MARGIN, top - ROW);
    for (title, gaps) in [(plan.words.missing_list, missing), (plan.words.unasked_list, unasked)] {
        if gaps.is_empty() {
            continue;
        }
        group.text((x, top), Anchor::Start, title, SIZE, Face::Bold, ink::INK);
        let columns = if both || gaps.len() <= 4 { 1 } else { 2 };
        let room = if both || columns == 2 { half } else { half * 2.0 };
        let per = gaps.len().div_ceil(columns);
        for (i, part) in gaps.chunks(per).enumerate() {
            bottom = rows(group, part, x + half * i as f64, top + 23.0, room - 44.0).max(bottom);
        }
        x += half;
    }
    let rest = plan.rest();
    if rest > 0 {
        bottom = bottom.max(top - 3.0);
        let [before, after] = plan.words.more;
        group.text((MARGIN, bottom + 3.0), Anchor::Start, format!("{before} {rest} {after}"), 12.0, Face::Sans, ink::SUB);
        bottom += ROW;
    }
    notes(plan, group, if bottom > top { bottom + 12.0 } else { top }).unwrap_or(bottom - ROW)
}

/// What the scenario brings and takes, above the gaps; where the next list starts.
fn scenario(plan: &Plan<'_>, group: &mut Group, top: f64) -> f64 {
    let Some(scenario) = &plan.map.scenario else { return top };
    let mut y = top;
    if !plan.meetings.is_empty() {
        group.text((MARGIN, y), Anchor::Start, plan.words.introductions[0], SIZE, Face::Bold, ink::INK);
        y += 23.0;
        for meeting in &plan.meetings {
            group.marks(super::meetings::badge(&meeting.mark.letter, (MARGIN + 9.0, y - 4.5), 8.5));
            for line in flow(&meeting.mark.text, LISTS_END - MARGIN - 60.0, SIZE, Face::Sans) {
                group.text((MARGIN + 26.0, y), Anchor::Start, line, SIZE, Face::Sans, ink::INK);
                y += LINE;
            }
            y += ROW - LINE;
        }
        y += 12.0;
    }
    if !scenario.goes.is_empty() {
        group.text((MARGIN, y), Anchor::Start, plan.words.gone[0], SIZE, Face::Bold, ink::INK);
        y = points(group, &scenario.goes, y + 23.0) + 12.0;
    }
    y
}

/// What changed since the earlier day; where the next list starts. Long lists take the whole width, under the legend.
fn changes(plan: &Plan<'_>, group: &mut Group, mut y: f64, legend: f64) -> f64 {
    if !is_shown(plan) {
        return y;
    }
    for (at, section) in sections(plan).into_iter().enumerate() {
        let columns = match section.rows.len() {
            0..=5 => 1,
            6..=8 => 1 + at.min(1),
            _ if at == 0 => 2,
            _ => 4,
        };
        if columns > 2 {
            y = y.max(legend + 30.0);
        }
        group.text((MARGIN, y), Anchor::Start, section.title, SIZE, Face::Bold, ink::INK);
        let mut list = Group::new("changes", Role::List(section.title.to_owned()));
        let step = if columns > 2 { PAGE - 2.0 * MARGIN } else { LISTS_END - MARGIN } / columns as f64;
        let (per, top) = (section.rows.len().div_ceil(columns), y + 23.0);
        for (i, rows) in section.rows.chunks(per).enumerate() {
            let x = MARGIN + step * i as f64;
            let mut line = top;
            for row in rows {
                let first = line;
                let words: Vec<Mark> = flow(&row.text, step - 64.0, SIZE, Face::Sans)
                    .into_iter()
                    .map(|words| {
                        let mark = text((x + 38.0, line), Anchor::Start, words, SIZE, Face::Sans, ink::INK);
                        line += LINE;
                        mark
                    })
                    .collect();
                list.group(row.item((x + 15.0, first - 4.5), words));
                line += ROW - LINE;
            }
            y = y.max(line);
        }
        group.group(list);
        if section.rest > 0 {
            group.text((MARGIN, y), Anchor::Start, more(plan, section.rest), 12.0, Face::Sans, ink::SUB);
            y += ROW;
        }
        y += 14.0;
    }
    y
}

/// Texts, each with a point before it; the base line of the next.
fn points(group: &mut Group, texts: &[String], mut y: f64) -> f64 {
    for text in texts {
        group.text((MARGIN + 5.0, y), Anchor::Start, "•", SIZE, Face::Sans, ink::SUB);
        for line in flow(text, LISTS_END - MARGIN - 60.0, SIZE, Face::Sans) {
            group.text((MARGIN + 26.0, y), Anchor::Start, line, SIZE, Face::Sans, ink::INK);
            y += LINE;
        }
        y += ROW - LINE;
    }
    y
}

/// Other findings, under the gaps.
fn notes(plan: &Plan<'_>, group: &mut Group, top: f64) -> Option<f64> {
    if plan.map.notes.is_empty() {
        return None;
    }
    group.text((MARGIN, top), Anchor::Start, plan.words.notes, SIZE, Face::Bold, ink::INK);
    Some(points(group, &plan.map.notes, top + 23.0) - ROW)
}

/// The rows of a list, each with the badge of the map; the base line of the next.
fn rows(group: &mut Group, gaps: &[&Gap<'_>], x: f64, mut y: f64, room: f64) -> f64 {
    for gap in gaps {
        let role = match &gap.ends {
            Some(_) => Role::MouseLink(gap.mark.href.clone()),
            None => Role::Link(gap.mark.href.clone(), gap.mark.label.clone()),
        };
        let mut row = Group::new("row", role).data("gap", &gap.mark.id);
        row.marks(badge(gap.mark.number, (x + 9.0, y - 4.5), 8.5));
        for line in flow(&gap.mark.text, room, SIZE, Face::Sans) {
            row.text((x + 26.0, y), Anchor::Start, line, SIZE, Face::Sans, ink::INK);
            y += LINE;
        }
        y += ROW - LINE;
        group.group(row);
    }
    y
}
