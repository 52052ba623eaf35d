//! The measures beside what chance would give: how many lines, how far from it, or why that is not said.

use super::super::words::*;
use super::method::value;
use super::sheet::{Sheet, column, decimal, number, numbers};
use super::{ReportSection, ReportTable};
use crate::analysis::measures::{BaselineReason, Measure, MixingCell};
use crate::model::*;
use std::collections::BTreeSet;

/// What is held against chance, in order: its name in the API, in words, and whether observed / expected means something.
const HELD: [(&str, [&str; 2], bool); 8] = [
    ("crossDensity", ["Dichtheid tussen de kanten", "Density between the sides"], true),
    ("crossEfficiency", ["Kortheid van de lijnen tussen de kanten", "Shortness of the lines between the sides"], true),
    ("eIIndexSides", ["E-I-index van de twee kanten", "E-I index of the two sides"], false),
    ("eIIndex", ["E-I-index van de domeinen", "E-I index of the domains"], false),
    ("assortativity", ["Soort zoekt soort (assortativiteit)", "Like seeks like (assortativity)"], false),
    ("transitivity", ["Driehoeken (transitiviteit)", "Triangles (transitivity)"], true),
    ("degreeCentralisation", ["Hoe ver de lijnen op één partner lopen", "How far the lines run to one partner"], true),
    ("betweennessCentralisation", ["Hoe ver de wegen over één partner lopen", "How far the ways run over one partner"], true),
];

/// Adds what chance would give to the method.
pub fn add(sheet: &Sheet<'_>, section: &mut ReportSection) {
    let measures = || HELD.iter().map(|(name, ..)| sheet.structure.measures.get(*name).copied().unwrap_or_default());
    let held = measures().any(|it| it.z.is_some() || it.expected.is_some());
    if held {
        section.tables.push(ReportTable {
            caption: words("Vergeleken met toeval", "Held against chance"),
            header: header(column("Kengetal", "Index"), numbers("Waarde", "Value")),
            rows: HELD.iter().zip(measures()).map(|(told, measure)| row(told, &measure)).collect(),
        });
        section.tables.push(mixing(sheet));
        section.notes.extend(how_to_read(measures()));
    }
    let why: BTreeSet<BaselineReason> =
        measures().filter_map(|it| it.baseline_reason).filter(|it| *it != BaselineReason::NoValue).collect();
    section.notes.extend(why.into_iter().map(|why| {
        let why = why.words();
        both(|language| match language {
            Language::Nl => format!("Zonder z en p: {}", lower_first(&why.nl)),
            Language::En => format!("Without z and p: {}", lower_first(&why.en)),
        })
    }));
}

fn header(name: super::ReportColumn, value: super::ReportColumn) -> Vec<super::ReportColumn> {
    vec![
        name,
        value,
        numbers("Bij toeval", "By chance"),
        numbers("Waarde / toeval", "Value / chance"),
        numbers("z", "z"),
        numbers("p", "p"),
    ]
}

fn row((_, label, ratio): &(&str, [&str; 2], bool), measure: &Measure) -> Vec<Words> {
    let ratio = measure.value.zip(measure.expected).filter(|(_, expected)| *ratio && *expected > 0.0);
    let ratio = ratio.map(|(value, expected)| value / expected);
    let verdict = [told(measure.z, 2), chance(measure.p)];
    [vec![words(label[0], label[1]), value(measure), told(measure.expected, 2), told(ratio, 2)], verdict.to_vec()].concat()
}

/// Lines within and between the domains.
fn mixing(sheet: &Sheet<'_>) -> ReportTable {
    let row = |cell: &MixingCell| {
        let name = both(|language| match [cell.a, cell.b].map(|it| lower_first(domain_name(it, language))) {
            [a, b] if a == b => match language {
                Language::Nl => format!("Binnen {a}"),
                Language::En => format!("Within {a}"),
            },
            [a, b] => sentence_case(&format!("{a} – {b}")),
        });
        vec![
            name,
            number(cell.possible as usize),
            number(cell.unknown as usize),
            number(cell.ties as usize),
            told(cell.expected, 1),
            told(cell.ratio, 2),
            told(cell.z, 2),
            chance(cell.p),
        ]
    };
    let mut header = header(column("Tussen wie", "Between whom"), numbers("Lijnen", "Lines"));
    header.insert(1, numbers("Paren", "Pairs"));
    header.insert(2, numbers("Niet gevraagd", "Not asked"));
    let cells = sheet.structure.mixing.iter().filter(|cell| cell.possible > 0);
    let caption = words("Lijnen binnen en tussen de domeinen", "Lines within and between the domains");
    ReportTable { caption, header, rows: cells.map(row).collect() }
}

/// What z and p are, and what each was held against.
fn how_to_read(measures: impl Iterator<Item = Measure>) -> Vec<Words> {
    let held: Vec<_> = measures.filter_map(|it| it.baseline).collect();
    let mut notes = vec![words(
        "z: hoeveel standaardafwijkingen de waarde boven toeval ligt. p: hoe vaak toeval minstens zo ver van zijn midden komt. Elk getal \
         staat op zichzelf: wie er veel bekijkt, ziet er altijd een paar die opvallen. Een streep: niet te zeggen.",
        "z: how many standard deviations the value lies above chance. p: how often chance comes at least as far from its middle. Each \
         number stands alone: who looks at many will always see a few that stand out. A dash: not to be said.",
    )];
    let mut seen = Vec::new();
    for baseline in held {
        if !seen.contains(&baseline.null) {
            seen.push(baseline.null);
            let how = baseline.null.words();
            notes.push(both(|language| {
                format!("{} {}", how.in_language(language), draws(baseline.draws, baseline.exact, language))
            }));
        }
    }
    notes
}

fn draws(number: u64, exact: bool, language: Language) -> String {
    match (exact, language) {
        (true, Language::Nl) => format!("Alle {number} mogelijkheden zijn bekeken."),
        (true, Language::En) => format!("All {number} possibilities were looked at."),
        (false, Language::Nl) => format!("{number} keer getrokken, met een vast begin."),
        (false, Language::En) => format!("Drawn {number} times, from a fixed start."),
    }
}

fn told(value: Option<f64>, decimals: usize) -> Words {
    both(|language| value.map_or_else(|| "–".to_owned(), |value| decimal(value, decimals, language)))
}

/// A share of what chance gives; never "0,000".
fn chance(p: Option<f64>) -> Words {
    match p {
        Some(p) if p < 0.001 => words("< 0,001", "< 0.001"),
        p => told(p, 3),
    }
}
