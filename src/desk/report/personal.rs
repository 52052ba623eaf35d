//! On how few people the lines rest, as numbers: beside the lines themselves, and without a name.

use super::super::words::*;
use super::method::{bounds, meaning, value};
use super::sheet::{Sheet, column, numbers};
use super::{ReportSection, ReportTable};
use crate::analysis::measures::{Caution, Measure};
use crate::model::*;

/// The numbers: fewest people that hold the two sides together, and which part of the lines rests on one pair; a sentence where
/// neither can be said.
pub fn add(sheet: &Sheet<'_>, section: &mut ReportSection) {
    let measure = |name: &str| sheet.structure.measures.get(name).copied().unwrap_or_default();
    let (carriers, dependence) = (measure("carriers"), measure("personDependence"));
    if carriers.value.is_some() || dependence.value.is_some() {
        section.tables.push(numbers_table(sheet, carriers, dependence));
    } else if let Some(reason) = carriers.reason.or(dependence.reason) {
        let why = reason.words();
        section.text.push(words(
            format!("Op hoe weinig personen de lijnen tussen de kanten rusten, is niet te zeggen. {}", why.nl),
            format!("On how few persons the lines across the sides rest cannot be said. {}", why.en),
        ));
    }
}

fn numbers_table(sheet: &Sheet<'_>, carriers: Measure, dependence: Measure) -> ReportTable {
    let mut rows = vec![vec![
        words("Dragers tussen de kanten", "Carriers between the sides"),
        whole(carriers.value),
        people_bounds(&carriers),
        told_carriers(&carriers, sheet.structure.carriers_cap),
    ]];
    if !sheet.small() {
        let means = [
            "Van de lijnen waarvan wij de personen kennen: welk deel op één paar personen rust.",
            "Of the lines of which we know the persons: which part rests on one pair of persons.",
        ];
        rows.push(vec![
            words("Deel op één paar personen", "Part on one pair of persons"),
            value(&dependence),
            bounds(&dependence),
            meaning(means, &dependence),
        ]);
    }
    let header = vec![
        column("Kengetal", "Index"),
        numbers("Waarde", "Value"),
        numbers("Laagst tot hoogst", "Lowest to highest"),
        column("Wat het zegt", "What it says"),
    ];
    ReportTable { caption: words("Op hoe weinig personen het rust", "On how few persons it rests"), header, rows }
}

fn told_carriers(carriers: &Measure, cap: Option<usize>) -> Words {
    let own = match (carriers.value, cap) {
        (Some(0.0), _) => words(
            "Er is nog geen bekende lijn tussen de kanten, dus ook niemand die haar draagt.",
            "There is no known line across the sides yet, and so nobody who carries one.",
        ),
        (_, Some(cap)) => words(
            format!(
                "Het kleinste aantal personen zonder wie geen bekende weg de kanten nog verbindt. Meer dan {cap} kan het hier niet zijn."
            ),
            format!("The fewest persons without whom no known way joins the sides. More than {cap} it cannot be here."),
        ),
        (_, None) => words(
            "Het kleinste aantal personen zonder wie geen bekende weg de kanten nog verbindt.",
            "The fewest persons without whom no known way joins the sides.",
        ),
    };
    let more = carriers.reason.map(|it| it.words()).or(carriers.caution.map(Caution::words));
    both(|language| match &more {
        Some(more) => format!("{} {}", own.in_language(language), more.in_language(language)),
        None => own.in_language(language).to_owned(),
    })
}

fn whole(value: Option<f64>) -> Words {
    let told = value.map_or_else(|| "–".to_owned(), |value| format!("{value:.0}"));
    words(told.clone(), told)
}

/// Without a highest: how many stand behind a "somebody" is not known.
fn people_bounds(measure: &Measure) -> Words {
    match (measure.low, measure.high) {
        (Some(low), Some(high)) if low == high => whole(measure.low),
        (Some(low), Some(high)) => words(format!("{low:.0} tot {high:.0}"), format!("{low:.0} to {high:.0}")),
        (Some(low), None) => words(format!("{low:.0} tot onbekend"), format!("{low:.0} to unknown")),
        _ => words("–", "–"),
    }
}
