//! The head of a map: name, sentence, how many answered, three numbers, and the row of expected lines.

use super::plan::Plan;
use super::sizes::{MARGIN, MIDDLE, PAGE};
use crate::render::change_words::ChangeWords;
use crate::render::expected;
use crate::render::input::{HeadWords, Lane, PartnerMap, Shown};
use crate::render::scene::{Anchor, Dash, Group, Mark, Pen, Role, Text, ink, text};
use crate::render::text::{Face, Room, flow, width, wrap};
use crate::render::words::Words;

const BAR: f64 = 150.0;
/// Width of the texts on the right.
const ASIDE: f64 = 400.0;
const EXPECTED_STEP: f64 = 13.0;
const TITLE_LINE: f64 = 40.0;
const SENTENCE_LINE: f64 = 24.0;
/// First base line and distance of the lines on the right.
const ASIDE_TOP: f64 = 30.0;
const ASIDE_LINE: f64 = 19.0;

/// A head: its marks, and the base line of the three numbers.
pub struct Head {
    /// Marks.
    pub group: Group,
    /// Base line of the numbers.
    pub numbers: f64,
}

/// Base line of the numbers to the top of the band.
pub const BELOW_NUMBERS: f64 = 48.0;

/// Name, sentence and response.
pub fn head(map: &PartnerMap) -> Head {
    let words = Words::of(map.language);
    let mut group = Group::new("head", Role::Plain);
    let kicker = super::cards::heading((MARGIN, 30.0), Anchor::Start, &format!("{}{}", words.kicker, changed_kicker(map)), 12.0);
    if let (Some(scenario), Mark::Text(kicker)) = (&map.scenario, &kicker) {
        let title =
            super::cards::heading((MARGIN + kicker.width() + 6.0, 30.0), Anchor::Start, &format!("· {}", scenario.title), 12.0);
        group.mark(coloured(title, ink::PLAN));
    }
    group.mark(kicker);
    let broken = Broken::of(&map.head(), map.changes.is_some());
    let numbers = map.heads().map(|head| Broken::of(&head, map.changes.is_some()).numbers()).fold(0.0, f64::max);
    let mut line = broken.first_line();
    for (i, words) in broken.title.into_iter().enumerate() {
        group.text((MARGIN, 64.0 + TITLE_LINE * i as f64), Anchor::Start, words, 34.0, Face::SerifBold, ink::INK);
    }
    let mut y = ASIDE_TOP;
    for words in broken.aside {
        group.text((PAGE - MARGIN, y), Anchor::End, words, 13.0, Face::Sans, ink::SUB);
        y += ASIDE_LINE;
    }
    if map.asked_of > 0 {
        let part = (map.answered as f64 / map.asked_of as f64).min(1.0);
        let (x, top) = (PAGE - MARGIN - BAR, y - 9.0);
        group.mark(Mark::Rect((x, top), BAR, 7.0, 0.0, Pen::outlined(ink::WHITE, ink::SUB, 1.0, Dash::Solid)));
        if part > 0.0 {
            group.mark(Mark::Rect((x, top), BAR * part, 7.0, 0.0, Pen::fill(ink::SUB)));
        }
    }
    for words in broken.sentence {
        group.text((MARGIN, line), Anchor::Start, words, 18.0, Face::Serif, ink::INK);
        line += SENTENCE_LINE;
    }
    Head { group, numbers }
}

/// The words of a head, broken into lines.
struct Broken {
    title: Vec<String>,
    /// On the right: stand and response.
    aside: Vec<String>,
    sentence: Vec<String>,
}

impl Broken {
    /// `days`: the title ends with days.
    fn of(head: &HeadWords, days: bool) -> Self {
        let room = Room { width: PAGE - 2.0 * MARGIN - ASIDE - 24.0, size: 34.0, face: Face::SerifBold, lines: 2 };
        let aside = |words: &str| flow(words, ASIDE, 13.0, Face::Sans);
        Self {
            title: title(&head.title, room, days),
            aside: aside(&head.stand).into_iter().chain(aside(&head.response)).collect(),
            sentence: flow(&head.sentence, PAGE - 2.0 * MARGIN, 18.0, Face::Serif),
        }
    }

    /// Base line of the sentence: below the title, and below what stands on the right.
    fn first_line(&self) -> f64 {
        let aside = ASIDE_TOP + ASIDE_LINE * self.aside.len() as f64;
        let title = 93.0 + TITLE_LINE * self.title.len().saturating_sub(1) as f64;
        title.max(if aside > 75.0 { aside + 20.0 } else { 0.0 })
    }

    /// Base line of the three numbers.
    fn numbers(&self) -> f64 {
        self.first_line() + SENTENCE_LINE * self.sentence.len().saturating_sub(1) as f64 + 57.0
    }
}

/// After the kicker of a map of what changed.
pub fn changed_kicker(map: &PartnerMap) -> String {
    let shown = map.changes.as_ref().filter(|it| it.shown == Shown::Changes);
    shown.map_or_else(String::new, |_| format!(" · {}", ChangeWords::of(map.language).kicker))
}

/// The title in lines. One that ends with days and is too long for a line breaks before the days.
pub fn title(title: &str, room: Room, days: bool) -> Vec<String> {
    let fits = width(title, room.size, room.face) <= room.width;
    match title.rsplit_once(", ").filter(|_| days && !fits && room.lines > 1) {
        Some((name, days)) => {
            let lines = room.lines / 2;
            let mut all = wrap(&format!("{name},"), None, Room { lines, ..room });
            all.extend(wrap(days, None, Room { lines: room.lines - lines, ..room }));
            all
        }
        None => wrap(title, None, room),
    }
}

/// A text in another colour.
pub fn coloured(mark: Mark, fill: &'static str) -> Mark {
    match mark {
        Mark::Text(text) => Mark::Text(Text { fill, ..text }),
        other => other,
    }
}

/// The three numbers, and the row of expected lines under the middle one.
pub fn numbers(plan: &Plan<'_>, y: f64) -> Group {
    let map = plan.map;
    let sides = plan.words.sides(map.sides_chosen);
    let mut group = Group::new("numbers", Role::Plain);
    let within = |number: Option<usize>, words: &[&'static str; 3], place: usize| match number {
        Some(count) => (count.to_string(), format!("{}{}", words[usize::from(count != 1)], was(map, place)), ink::INK),
        None => ("?".to_owned(), format!("{}{}", words[2], was(map, place)), ink::UNKNOWN),
    };
    let left = within(map.within_left, &sides.within_left, 0);
    let right = within(map.within_right, &sides.within_right, 2);
    let between = format!("{}{}", sides.between[usize::from(map.between != 1)], was(map, 1));
    let between = (map.between.to_string(), between, ink::INK);
    group.marks(number(plan.edges(Lane::Left).1, Anchor::End, y, 27.0, left));
    group.marks(number(MIDDLE, Anchor::Middle, y, 42.0, between));
    group.marks(number(plan.edges(Lane::Right).0, Anchor::Start, y, 27.0, right));
    if !map.expected.is_empty() {
        let first = MIDDLE - (map.expected.len() - 1) as f64 * EXPECTED_STEP / 2.0;
        let marks = map.expected.iter().enumerate();
        group.marks(marks.map(|(i, mark)| expected::mark(*mark, (first + i as f64 * EXPECTED_STEP, y + 17.0))));
        group.text((MIDDLE, y + 37.0), Anchor::Middle, &map.expected_caption, 12.0, Face::Sans, ink::SUB);
    }
    group
}

/// After one of the three numbers: what it was on the earlier day. Nothing where one day is shown.
pub fn was(map: &PartnerMap, place: usize) -> String {
    let now = [map.within_left, Some(map.between), map.within_right];
    match map.changes.as_ref().filter(|it| it.shown == Shown::Changes) {
        Some(changes) => ChangeWords::of(map.language).was(changes.was[place], now[place]),
        None => String::new(),
    }
}

/// A large number and what it counts.
fn number(x: f64, anchor: Anchor, y: f64, size: f64, (number, words, fill): (String, String, &'static str)) -> [Mark; 2] {
    let own = width(&number, size, Face::SerifBold) + 5.0;
    let whole = own + width(&words, 12.5, Face::Sans);
    let start = match anchor {
        Anchor::Start => x.min(PAGE - MARGIN / 2.0 - whole),
        Anchor::Middle => x - whole / 2.0,
        Anchor::End => (x - whole).max(MARGIN / 2.0),
    };
    [
        text((start, y), Anchor::Start, number, size, Face::SerifBold, fill),
        text((start + own, y), Anchor::Start, words, 12.5, Face::Sans, ink::SUB),
    ]
}

/// Captions over the slots.
pub fn captions(plan: &Plan<'_>) -> Group {
    let mut group = Group::new("captions", Role::Hidden);
    let (direct, planned) = plan.direct_counts();
    let mut texts = Vec::new();
    if direct > 0 {
        texts.push(format!("{direct} {}", plan.words.direct[usize::from(direct != 1)]));
    }
    if planned > 0 {
        texts.push(format!("{planned} {}", plan.words.planned));
    }
    let drawn = plan.gaps.iter().filter(|gap| gap.ends.is_some());
    let missing = drawn.clone().filter(|gap| gap.mark.number.is_some()).count();
    let unasked = drawn.count() - missing;
    let mut gaps = Vec::new();
    if missing > 0 {
        gaps.push(format!("{missing} {}", plan.words.missing));
    }
    if unasked > 0 {
        gaps.push(format!("{unasked} {}", plan.words.unasked));
    }
    let across = plan.meetings.iter().filter(|it| it.slot.is_some()).count();
    let meet = if across > 0 { vec![format!("{across} {}", plan.words.introduced)] } else { Vec::new() };
    if super::changes::is_shown(plan) {
        let [kept, lost] = super::changes::captions(plan);
        (texts, gaps) = (vec![kept], vec![lost]);
    }
    let gap_ink = if missing > 0 || plan.changed.is_some() { ink::GAP_TEXT } else { ink::SUB };
    for (y, words, fill) in
        [(plan.captions[0], texts, ink::INK), (plan.captions[1], meet, ink::PLAN), (plan.captions[2], gaps, gap_ink)]
    {
        let words = words.join(" · ");
        let Some(y) = y.filter(|_| !words.is_empty()) else { continue };
        let half = width(&words, 12.5, Face::Bold) / 2.0 + 6.0;
        group.mark(Mark::Rect((MIDDLE - half, y - 12.0), half * 2.0, 15.5, 3.0, Pen::fill(ink::BAND)));
        group.text((MIDDLE, y), Anchor::Middle, words, 12.5, Face::Bold, fill);
    }
    group
}
