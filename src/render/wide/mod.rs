//! The wide map: medical left, social and informal right, a band of water in the middle.

pub mod agreements;
pub mod cards;
pub mod change_list;
pub mod changed;
pub mod changes;
mod foot;
pub mod gaps;
pub mod head;
pub mod legend;
pub mod lines;
pub mod meetings;
mod order;
pub mod plan;
mod ports;
pub mod sizes;

pub(super) use order::columns;

use super::input::PartnerMap;
use super::scene::{Group, Mark, Pen, Role, Scene, ink};
use plan::Plan;
use ports::Ports;
use sizes::PAGE;

/// Draws a map for a screen or a sheet of paper.
pub fn scene(map: &PartnerMap) -> Scene {
    let head = head::head(map);
    let plan = Plan::of(map, head.numbers + head::BELOW_NUMBERS);
    let ports = Ports::of(&plan);
    let mut root = Group::new("", Role::Plain);
    let mut band = Group::new("band", Role::Hidden);
    let (left, right) = plan.band_edges();
    band.mark(Mark::Rect((left, plan.band.0), right - left, plan.band.1 - plan.band.0, 0.0, Pen::fill(ink::BAND)));
    root.group(band);
    root.group(head.group);
    root.group(head::numbers(&plan, head.numbers));
    root.group(lines::within(&plan, &ports));
    root.group(lines::bridge(&plan, &ports));
    root.group(agreements::agreements(&plan, &ports));
    root.group(lines::across(&plan, &ports));
    root.group(meetings::meetings(&plan, &ports));
    let (brackets, gaps) = gaps::gaps(&plan, &ports);
    root.group(brackets);
    root.group(head::captions(&plan));
    root.group(changes::badges(&plan));
    root.group(gaps);
    let alone = cards::alone(&plan);
    root.group(cards::alone_marks(&plan, &alone));
    root.group(cards::heads(&plan));
    root.group(cards::cards(&plan));
    let (foot, height) = foot::foot(&plan, plan.band.1, !alone.is_empty());
    root.group(foot);
    Scene {
        width: PAGE,
        height,
        language: map.language,
        id: "map-wide".to_owned(),
        title: format!("{} {}", plan.words.title, map.title),
        description: description(map),
        root,
    }
}

fn sentence_case(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The sentence and the three numbers; and what is supposed.
pub fn description(map: &PartnerMap) -> String {
    let words = super::words::Words::of(map.language);
    let sides = words.sides(map.sides_chosen);
    let within = |number: Option<usize>, words: &[&'static str; 3]| match number {
        Some(count) => format!("{count} {}", words[usize::from(count != 1)]),
        None => words[2].to_owned(),
    };
    let was = |place| head::was(map, place);
    let between = format!("{} {}{}", map.between, sides.between[usize::from(map.between != 1)], was(1));
    let left = within(map.within_left, &sides.within_left) + &was(0);
    let right = within(map.within_right, &sides.within_right) + &was(2);
    let scenario = map.scenario.as_ref().map(|it| {
        let introduced = it.introduced.iter().map(|it| format!("{}: {}", it.letter, it.text));
        let told: Vec<String> = introduced.chain(it.goes.iter().map(|text| text.trim_end_matches('.').to_owned())).collect();
        format!(" {}: {}.", sentence_case(&it.title), told.join("; "))
    });
    format!("{} {left}; {between}; {right}.{}", map.sentence.trim(), scenario.unwrap_or_default())
}
