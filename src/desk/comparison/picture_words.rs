//! The words of pictures: titles, how to read them, values.

use super::answer::*;
use crate::desk::words::*;
use crate::model::*;

/// Decimals of a value that does not count.
const DECIMALS: usize = 2;

/// A number as both languages write it.
fn number(value: f64, whole: bool) -> Words {
    let value = if value == 0.0 { 0.0 } else { value };
    let text = if whole { format!("{value:.0}") } else { format!("{value:.DECIMALS$}") }.replace('-', "–");
    words(text.replace('.', ","), text)
}

/// "0,31 (0,12 tot 0,58)"; without bounds, or where they meet, the number alone.
pub fn value(value: f64, bounds: Option<(f64, f64)>, whole: bool) -> Words {
    let own = number(value, whole);
    match bounds.filter(|(low, high)| low != high) {
        None => own,
        Some((low, high)) => {
            let (low, high) = (number(low, whole), number(high, whole));
            words(format!("{} ({} tot {})", own.nl, low.nl, high.nl), format!("{} ({} to {})", own.en, low.en, high.en))
        }
    }
}

/// The same in full.
pub fn value_label(measure: &Words, value: &Words, expected: Option<f64>, unit: Option<&Words>) -> Words {
    let expected = expected.map(|it| number(it, false));
    let chance =
        expected.map_or_else(|| words("", ""), |it| words(format!(", bij toeval {}", it.nl), format!(", {} by chance", it.en)));
    let unit = unit.map_or_else(|| words("", ""), |it| words(format!(" {}", it.nl), format!(" {}", it.en)));
    words(
        format!("{} {}{}{}", measure.nl.to_lowercase(), value.nl, unit.nl, chance.nl),
        format!("{} {}{}{}", measure.en.to_lowercase(), value.en, unit.en, chance.en),
    )
}

/// Why there is no value, in few words; the reason in full stands below the picture.
pub fn short(code: SuppressedCode) -> Words {
    match code {
        SuppressedCode::TooFew => words("geen kengetal: te weinig partners", "no figure: too few partners"),
        SuppressedCode::SmallSide => words("geen kengetal: kleine kant", "no figure: small side"),
        SuppressedCode::Preparation => words("geen kengetal: in voorbereiding", "no figure: in preparation"),
        SuppressedCode::NotAsked => words("geen kengetal: niet gevraagd", "no figure: not asked"),
        SuppressedCode::PCannotReach => words("geen kengetal: te klein", "no figure: too small"),
        SuppressedCode::NoValue => words("geen kengetal: niet te berekenen", "no figure: cannot be computed"),
    }
}

/// Every reason once, in full.
pub fn reasons<'a>(all: impl Iterator<Item = &'a Suppressed>) -> Vec<Words> {
    let mut seen: Vec<&Suppressed> = Vec::new();
    for reason in all {
        if !seen.iter().any(|it| it.code == reason.code) {
            seen.push(reason);
        }
    }
    let told = |it: &Suppressed| {
        let (short, full) = (short(it.code), &it.words);
        words(format!("{}. {}", sentence(&short.nl), full.nl), format!("{}. {}", sentence(&short.en), full.en))
    };
    seen.into_iter().map(told).collect()
}

/// With a capital.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn both(of: &Words, text: impl Fn(&str) -> String) -> Words {
    words(text(&of.nl), text(&of.en))
}

/// Title of a picture of one measure.
pub fn measure_title(measure: &Words) -> Words {
    both(measure, sentence)
}

/// Title of a funnel.
pub fn funnel_title(measure: &Words) -> Words {
    words(format!("{} naar grootte", sentence(&measure.nl)), format!("{} by size", sentence(&measure.en)))
}

/// How a funnel is read, with or without limits.
pub fn funnel_sentence(limits: bool) -> Words {
    if !limits {
        return words("Kleine coalities verschillen al door toeval veel.", "Small coalitions differ much by chance alone.");
    }
    words(
        "Kleine coalities verschillen al door toeval veel. Binnen de grenzen zegt een verschil niets; erbuiten is het een vraag, geen \
         oordeel.",
        "Small coalitions differ much by chance alone. Within the limits a difference says nothing; outside them it is a question, \
         not a verdict.",
    )
}

/// Instead of the method, while the limits are being made.
pub fn limits_later() -> Words {
    words(
        "De grenzen worden nog gemaakt. Vraag deze plaat straks opnieuw.",
        "The limits are still being made. Ask for this picture again soon.",
    )
}

/// Instead of the method, where no limits can be drawn.
pub fn no_limits() -> Words {
    words("Voor dit kengetal zijn hier geen grenzen te geven.", "No limits can be given for this figure here.")
}

/// Name of the axis of size.
pub fn organisations() -> Words {
    words("aantal partners", "number of partners")
}

/// Title where a measure has no row.
pub fn measures() -> Words {
    words("Kengetallen", "Figures")
}

/// Instead of dots.
pub fn no_measure() -> Words {
    words("Van dit kengetal is er geen vergelijking.", "There is no comparison of this figure.")
}

/// Title of the heat table.
pub fn kinds_title() -> Words {
    words("Wie doet mee", "Who takes part")
}

/// How the heat table is read.
pub fn kinds_sentence() -> Words {
    words(
        "Soorten partners per coalitie, naar domein. Een vraagteken is onbekend: geen bron noemt de soort. Een getal telt organisaties.",
        "Kinds of partners by coalition, by domain. A question mark is unknown: no source names the kind. A number counts organisations.",
    )
}

/// A cell of the heat table, as read aloud.
pub fn kind_cell(kind: &Words, coalition: &str, state: &Words, count: usize) -> Words {
    let number = if count > 1 { format!(", {count}") } else { String::new() };
    words(format!("{}, {coalition}: {}{number}", kind.nl, state.nl), format!("{}, {coalition}: {}{number}", kind.en, state.en))
}

/// Title of the tree.
pub fn tree_title() -> Words {
    words("Welke coalities op elkaar lijken", "Which coalitions are alike")
}

/// Name of its axis.
pub fn tree_axis() -> Words {
    words("verschil: 0 is gelijk, 1 is niets gemeen", "difference: 0 is alike, 1 is nothing in common")
}

/// Title of small maps.
pub fn maps_title(number: usize) -> Words {
    match number {
        1 => words("Eén kaart", "One map"),
        _ => {
            let count = |language, many| sentence(&count(number, "", many, language));
            words(
                format!("{}, zelfde schaal", count(Language::Nl, "kaarten")),
                format!("{}, same scale", count(Language::En, "maps")),
            )
        }
    }
}

/// How small maps are read, and why they stand as they do.
pub fn maps_sentence(by_name: bool) -> Words {
    let (nl, en) = match by_name {
        true => ("De kaarten staan op naam.", "The maps stand by name."),
        false => ("De kaarten staan zoals u ze koos.", "The maps stand as you chose them."),
    };
    words(
        format!(
            "Medisch links, sociaal en informeel rechts. Elk teken is één organisatie, overal even groot. Alleen lijnen tussen de \
             kanten zijn getekend; de rij onder de naam toont alle verwachte lijnen. {nl}"
        ),
        format!(
            "Medical left, social and informal right. Each mark is one organisation, of one size everywhere. Only lines between the \
             sides are drawn; the row under the name shows all expected lines. {en}"
        ),
    )
}

/// More maps than one picture holds.
pub fn too_many_maps(number: usize, most: usize) -> Words {
    words(
        format!(
            "Dit zijn {number} kaarten; in één plaat passen er {most}. Kies er minder, of neem de PDF. De beheerder kan \
             KL_PICTURE_MAPS_MAX verhogen."
        ),
        format!(
            "These are {number} maps; one picture holds {most}. Choose fewer, or take the PDF. The administrator can raise \
             KL_PICTURE_MAPS_MAX."
        ),
    )
}

/// At the foot: sides, norm, day.
pub fn footer(sides: &Words, norm: &str, as_of: Option<&str>) -> Words {
    let day = match as_of {
        Some(day) => words(format!("stand {day}"), format!("as of {day}")),
        None => words("elke coalitie op haar eigen dag", "every coalition at its own day"),
    };
    words(
        format!("Kanten: {} · norm {norm} · {} · Korte Lijnen", sides.nl, day.nl),
        format!("Sides: {} · norm {norm} · {} · Korte Lijnen", sides.en, day.en),
    )
}

/// A value of which it is not known whether it counts: whole numbers over one without decimals.
pub fn value_words(own: f64, bounds: Option<(f64, f64)>) -> Words {
    let ends = bounds.map_or([own, own], |(low, high)| [low, high]);
    let whole = own > 1.0 && [own, ends[0], ends[1]].iter().all(|it| it.fract() == 0.0);
    value(own, bounds, whole)
}
