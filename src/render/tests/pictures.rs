//! Pictures of comparisons with invented coalitions: nine, forty, one, none.

use time::{Date, Month};

use super::fixtures;
use crate::model::{Domain, Language};
use crate::render::Picture;
use crate::render::chart::*;
use crate::render::small::{SmallMap, SmallMaps};

const NAMES: [&str; 9] = ["Aalsmeer", "Almelo", "Almere", "Delft", "Hoogeveen", "Leiden", "Regio Alkmaar", "Zaanstad", "Zeist"];

pub fn about(language: Language) -> About {
    About {
        language,
        title: "Kruisdichtheid, naast elkaar".to_owned(),
        sentence: "De grenzen overlappen: op dit kengetal kunt u deze coalities niet in een volgorde zetten.".to_owned(),
        notes: vec!["Waar bronnen zwijgen, is een lijn onbekend, niet afwezig.".to_owned()],
        footer: "Kanten: medisch tegenover sociaal en informeel · norm 2026-1 · Korte Lijnen".to_owned(),
    }
}

/// A few letters that follow from a number: the same every time.
fn chaos(n: usize) -> f64 {
    ((n as f64 * 12.9898).sin() * 43_758.545).fract().abs()
}

pub fn who(n: usize, chosen: bool) -> Who {
    let name = NAMES.get(n).map_or_else(|| format!("Voorbeeldgemeente {n}"), |name| (*name).to_owned());
    Who { id: format!("c{n}"), name, href: format!("/coalities/c{n}"), chosen }
}

fn value(n: usize) -> Value {
    if n % 7 == 3 {
        return Value {
            words: "geen kengetal: kleine kant".to_owned(),
            label: "geen kengetal: een kant heeft minder dan 3 partners".to_owned(),
            ..Value::default()
        };
    }
    let value = (chaos(n) * 60.0).round() / 100.0;
    let high = (value + chaos(n + 7) * (1.0 - value)).min(1.0);
    let expected = n.is_multiple_of(2).then(|| chaos(n + 3) * 0.5);
    let words = format!("{value:.2} ({:.2} tot {high:.2})", value / 2.0).replace('.', ",");
    Value {
        value: Some(value),
        low: Some(value / 2.0),
        high: Some(high),
        expected,
        label: format!("kruisdichtheid {words}"),
        words,
    }
}

pub fn dots(count: usize, chosen: usize) -> Dots {
    Dots { about: about(Language::Nl), whole: false, rows: (0..count).map(|n| (who(n, n < chosen), value(n))).collect() }
}

pub fn funnel(count: usize, chosen: usize) -> Funnel {
    let size = |n: usize| 6 + (chaos(n + 50) * 60.0) as usize;
    let limit = |size: usize| {
        let (size, sd) = (size as f64, 0.8 / (size as f64).sqrt());
        FunnelLimit { size, centre: 0.3, p95: (0.3 - sd, 0.3 + sd), p998: (0.3 - 1.6 * sd, 0.3 + 1.6 * sd) }
    };
    Funnel {
        about: about(Language::Nl),
        across: "organisaties".to_owned(),
        up: "kruisdichtheid".to_owned(),
        points: (0..count).map(|n| (who(n, n < chosen), size(n), value(n))).collect(),
        limits: (6..=66).step_by(4).map(limit).collect(),
    }
}

pub fn kinds(count: usize, chosen: usize) -> Kinds {
    use KindState::*;
    let all = [Signatory, Participating, Approached, Wanted, Seen, Placeholder, Absent, Unknown];
    let names = [
        ("verloskundigen", "Verloskundigen", Domain::Medical),
        ("kraamzorg", "Kraamzorg", Domain::Medical),
        ("huisarts", "Huisarts", Domain::Medical),
        ("wijkteam", "Sociaal wijkteam", Domain::Social),
        ("schuldhulp", "Schuldhulpverlening", Domain::Social),
        ("ervaring", "Ervaringsdeskundigen", Domain::Informal),
        ("jgz", "Jeugdgezondheidszorg", Domain::PublicHealth),
        ("gemeente", "Gemeente", Domain::Governance),
    ];
    let cell = |row: usize, n: usize, name: &str| {
        let state = all[(chaos(row * 131 + n) * 8.0) as usize % 8];
        let count = if matches!(state, Absent | Unknown) { 0 } else { 1 + (row + n) % 3 };
        (state, count, format!("{name} in {}: {state:?}", who(n, false).name))
    };
    let row = |(at, (code, name, domain)): (usize, &(&str, &str, Domain))| KindRow {
        code: (*code).to_owned(),
        name: (*name).to_owned(),
        domain: *domain,
        cells: (0..count).map(|n| cell(at, n, name)).collect(),
    };
    let coalitions = (0..count).map(|n| who(n, n < chosen)).collect();
    Kinds { about: about(Language::Nl), coalitions, rows: names.iter().enumerate().map(row).collect() }
}

/// A caterpillar: each next leaf comes to the branch at a greater distance.
pub fn tree(count: usize) -> Tree {
    let merge = |n: usize| Merge {
        left: if n == 0 { 0 } else { count + n - 1 },
        right: n + 1,
        height: 0.1 + 0.6 * n as f64 / count as f64,
    };
    Tree {
        about: about(Language::Nl),
        axis: "verschil: 0 is gelijk, 1 is niets gemeen".to_owned(),
        leaves: (0..count).map(|n| who(n, n == 1)).collect(),
        order: (0..count).collect(),
        merges: (0..count.saturating_sub(1)).map(merge).collect(),
    }
}

pub fn timeline(count: usize) -> Timeline {
    let point = |n: usize| {
        let month = Month::try_from((n * 5 % 12) as u8 + 1).expect("a month");
        let day = Date::from_calendar_date(2019 + (n * 5 / 12) as i32, month, 12).expect("a day");
        let words = format!("{} {}", ["januari", "juni", "november", "april", "september"][n % 5], day.year());
        TimePoint { day, day_words: words, kept: n % 3 == 1, value: value(n) }
    };
    let mut points: Vec<TimePoint> = (0..count).map(point).collect();
    let twice: Vec<TimePoint> = points.iter().filter(|it| it.kept).map(|it| TimePoint { kept: false, ..it.clone() }).collect();
    points.extend(twice);
    points.sort_by_key(|it| (it.day, it.kept));
    Timeline { about: about(Language::Nl), up: "kruisdichtheid".to_owned(), whole: false, points }
}

pub fn small(count: usize) -> SmallMaps {
    let map = |n: usize| match n % 5 {
        0 => fixtures::delft(),
        1 => fixtures::leiden(),
        2 => fixtures::generated(24 + 7 * n),
        3 => fixtures::generated(30),
        _ => fixtures::empty("Niemand"),
    };
    let one = |n: usize| SmallMap { id: format!("c{n}"), href: format!("/coalities/c{n}/kaart"), map: map(n) };
    SmallMaps { about: about(Language::Nl), maps: (0..count).map(one).collect() }
}

fn chart(name: &'static str, size: usize, chart: Chart) -> (String, Picture) {
    (format!("{name}-{size}"), Picture::Chart(Box::new(chart)))
}

/// Every picture at every size, with a name.
pub fn all() -> Vec<(String, Picture)> {
    let mut out = Vec::new();
    for size in [0, 1, 3, 9, 40] {
        let chosen = if size == 9 { 3 } else { 2 };
        out.push(chart("dots", size, Chart::Dots(dots(size, chosen))));
        out.push(chart("funnel", size, Chart::Funnel(funnel(size, chosen))));
        out.push(chart("kinds", size, Chart::Kinds(kinds(size, chosen))));
        out.push(chart("tree", size, Chart::Tree(tree(size))));
        out.push(chart("timeline", size, Chart::Timeline(timeline(size.min(9)))));
        out.push((format!("small-{size}"), Picture::SmallMaps(Box::new(small(size)))));
    }
    out
}
