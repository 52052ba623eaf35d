//! What stands below the column: the list of gaps, other findings, agreements, the legend.

use super::rails::Rail;
use super::{MARGIN, PAGE};
use crate::render::expected;
use crate::render::scene::{Anchor, Group, Role, ink, text};
use crate::render::symbol::badge;
use crate::render::text::{Face, flow};
use crate::render::wide::change_list::{more, sections};
use crate::render::wide::changes::is_shown;
use crate::render::wide::legend::{domains, entries, lowered, participation};
use crate::render::wide::meetings;
use crate::render::wide::plan::{Gap, Plan};

const SIZE: f64 = 14.0;
const LINE: f64 = 18.0;
/// Width of the column of domains in the legend.
const DOMAINS: f64 = 158.0;
const ROOM: f64 = PAGE - 2.0 * MARGIN - 28.0;

/// The foot from a height, and the height of the page.
pub fn foot(plan: &Plan<'_>, top: f64, rails: &[Rail]) -> (Group, f64) {
    let mut group = Group::new("foot", Role::Plain);
    let mut y = scenario(plan, &mut group, top);
    y = changes(plan, &mut group, y);
    let railed = |i: usize| rails.contains(&Rail::Gap(i));
    let numbered = |asked: bool| plan.gaps.iter().enumerate().filter(move |(_, gap)| gap.mark.number.is_some() == asked);
    for (title, asked) in [(plan.words.missing_list, true), (plan.words.unasked_list, false)] {
        if numbered(asked).next().is_none() {
            continue;
        }
        y = head(&mut group, title, y);
        for (i, gap) in numbered(asked) {
            y = row(&mut group, gap, railed(i), y);
        }
        y += 14.0;
    }
    let rest = plan.rest();
    if rest > 0 {
        let [before, after] = plan.words.more;
        group.text((MARGIN, y), Anchor::Start, format!("{before} {rest} {after}"), 12.0, Face::Sans, ink::SUB);
        y += 28.0;
    }
    let agreements = plan.map.agreements.iter().map(|a| format!("{}, {}", a.name, a.caption));
    y = points(&mut group, plan.words.agreements, &agreements.collect::<Vec<_>>(), y);
    y = points(&mut group, plan.words.notes, &plan.map.notes, y);
    y = legend(plan, &mut group, y);
    for line in flow(&plan.map.footer, PAGE - 2.0 * MARGIN, 11.0, Face::Sans) {
        group.text((MARGIN, y), Anchor::Start, line, 11.0, Face::Sans, ink::SUB);
        y += 15.0;
    }
    (group, (y + 4.0).ceil())
}

/// What the scenario brings and takes; where the next list starts.
fn scenario(plan: &Plan<'_>, group: &mut Group, mut y: f64) -> f64 {
    let Some(scenario) = &plan.map.scenario else { return y };
    if !plan.meetings.is_empty() {
        y = head(group, plan.words.introductions[0], y);
        for meeting in &plan.meetings {
            group.marks(meetings::badge(&meeting.mark.letter, (MARGIN + 10.0, y - 5.0), 9.5));
            for line in flow(&meeting.mark.text, ROOM, SIZE, Face::Sans) {
                group.text((MARGIN + 28.0, y), Anchor::Start, line, SIZE, Face::Sans, ink::INK);
                y += LINE;
            }
            y += 8.0;
        }
        y += 14.0;
    }
    points(group, plan.words.gone[0], &scenario.goes, y)
}

/// What changed since the earlier day; where the next list starts.
fn changes(plan: &Plan<'_>, group: &mut Group, mut y: f64) -> f64 {
    if !is_shown(plan) {
        return y;
    }
    for section in sections(plan) {
        for line in flow(section.title, PAGE - 2.0 * MARGIN, SIZE, Face::Bold) {
            group.text((MARGIN, y), Anchor::Start, line, SIZE, Face::Bold, ink::INK);
            y += LINE;
        }
        y += 10.0;
        let mut list = Group::new("changes", Role::List(section.title.to_owned()));
        for row in &section.rows {
            let first = y;
            let mut words = Vec::new();
            for line in flow(&row.text, ROOM - 12.0, SIZE, Face::Sans) {
                words.push(text((MARGIN + 40.0, y), Anchor::Start, line, SIZE, Face::Sans, ink::INK));
                y += LINE;
            }
            list.group(row.item((MARGIN + 15.0, first - 5.0), words));
            y += 8.0;
        }
        group.group(list);
        if section.rest > 0 {
            group.text((MARGIN, y), Anchor::Start, more(plan, section.rest), 12.0, Face::Sans, ink::SUB);
            y += 26.0;
        }
        y += 14.0;
    }
    y
}

fn head(group: &mut Group, title: &str, y: f64) -> f64 {
    group.text((MARGIN, y), Anchor::Start, title, SIZE, Face::Bold, ink::INK);
    y + 28.0
}

fn row(group: &mut Group, gap: &Gap<'_>, railed: bool, mut y: f64) -> f64 {
    let (href, label) = (gap.mark.href.clone(), gap.mark.label.clone());
    let role = if railed { Role::MouseLink(href) } else { Role::Link(href, label) };
    let mut row = Group::new("row", role).data("gap", &gap.mark.id);
    row.marks(badge(gap.mark.number, (MARGIN + 10.0, y - 5.0), 9.5));
    for line in flow(&gap.mark.text, ROOM, SIZE, Face::Sans) {
        row.text((MARGIN + 28.0, y), Anchor::Start, line, SIZE, Face::Sans, ink::INK);
        y += LINE;
    }
    group.group(row);
    y + 8.0
}

fn points(group: &mut Group, title: &str, points: &[String], mut y: f64) -> f64 {
    if points.is_empty() {
        return y;
    }
    y = head(group, title, y);
    for point in points {
        group.text((MARGIN + 6.0, y), Anchor::Start, "•", SIZE, Face::Sans, ink::SUB);
        for line in flow(point, ROOM, SIZE, Face::Sans) {
            group.text((MARGIN + 28.0, y), Anchor::Start, line, SIZE, Face::Sans, ink::INK);
            y += LINE;
        }
        y += 6.0;
    }
    y + 16.0
}

fn legend(plan: &Plan<'_>, group: &mut Group, top: f64) -> f64 {
    let mut legend = Group::new("legend", Role::Hidden);
    let x = MARGIN + 16.0;
    let entries = entries(plan, (x, 0.0), false);
    let mut y = top;
    if !entries.is_empty() {
        y = head(&mut legend, plan.words.legend[0], y) - 8.0;
    }
    for (mark, sample, words) in entries {
        let mark = mark.filter(|_| !plan.map.expected.is_empty());
        legend.marks(mark.map(|mark| expected::mark(mark, (MARGIN + 5.0, y))));
        legend.marks(sample.into_iter().map(|mark| lowered(mark, y)));
        legend.text((x + 46.0, y + 4.0), Anchor::Start, words, 12.0, Face::Sans, ink::INK);
        y += 21.0;
    }
    y += 14.0;
    let bottom = domains(plan, &mut legend, MARGIN, y, DOMAINS).max(participation(plan, &mut legend, MARGIN + DOMAINS, y));
    group.group(legend);
    bottom + 30.0
}
