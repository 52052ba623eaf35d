//! The two sides in words, as every answer prints them.

use super::words::*;
use crate::model::*;
use crate::network::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Which sides an answer holds against each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SidesRow {
    /// As it is asked: `default`, `three-groups`, or `medical:social,informal`.
    pub code: String,
    /// Both sides in one phrase.
    pub words: Words,
    /// The first side: on the left of the map.
    pub first: Words,
    /// The second side: on the right of the map.
    pub second: Words,
}

/// The sides of a view, in words.
pub(super) fn sides_row(sides: &Sides, catalogue: &Catalogue) -> SidesRow {
    let (first, second) = match sides {
        Sides::ByKind => (words("medisch", "medical"), words("sociaal en informeel", "social and informal")),
        Sides::ThreeGroups => {
            (words("medisch", "medical"), words("sociaal, informeel en onderwijs", "social, informal and education"))
        }
        Sides::Chosen(chosen) => {
            let name = |parts: &std::collections::BTreeSet<SidePart>| {
                both(|language| {
                    let names: Vec<String> = parts.iter().map(|part| part_name(part, catalogue, language)).collect();
                    list(&names, language)
                })
            };
            (name(chosen.first()), name(chosen.second()))
        }
    };
    let third = match sides {
        Sides::ThreeGroups => words("; publiek en bestuur als derde groep", "; public and governance as the third group"),
        _ => words("", ""),
    };
    let text = words(
        format!("{} tegenover {}{}", first.nl, second.nl, third.nl),
        format!("{} against {}{}", first.en, second.en, third.en),
    );
    SidesRow { code: sides.to_string(), words: text, first, second }
}

/// What lies between the sides, after "tussen" or "between": "medisch en sociaal", or the names of the sides that were chosen.
pub(super) fn between(network: &Network, language: Language) -> String {
    if network.view.sides == Sides::ByKind {
        return pick(language, "medisch en sociaal", "medical and social").to_owned();
    }
    let row = sides_row(&network.view.sides, &network.catalogue);
    let (first, second) = (row.first.in_language(language), row.second.in_language(language));
    match language {
        Language::Nl => format!("{first} aan de ene en {second} aan de andere kant"),
        Language::En => format!("{first} on the one side and {second} on the other"),
    }
}

/// One side by its name.
pub(super) fn side_name(network: &Network, side: Side, language: Language) -> String {
    let row = sides_row(&network.view.sides, &network.catalogue);
    let words = if side == Side::Medical { row.first } else { row.second };
    words.in_language(language).to_owned()
}

fn part_name(part: &SidePart, catalogue: &Catalogue, language: Language) -> String {
    match part {
        SidePart::Domain(domain) => lower_first(domain_name(*domain, language)),
        SidePart::Kind(code) => {
            catalogue.kind(code).map_or_else(|| code.to_string(), |kind| lower_first(kind.name.in_language(language)))
        }
    }
}
