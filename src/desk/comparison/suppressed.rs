//! Which numbers are not shown beside those of others, and why, in words.
//!
//! Why: one line more or less changes a small network; a number of it, held beside another, says more than is known.
//! Never: a number that is left out without a reason.

use super::answer::*;
use super::kept::KeptProfile;
use super::measure_words::{Asks, Compared};
use crate::analysis::measures::{BaselineReason, Caution, Measure, Reason, SIDE_MEMBERS_MIN};
use crate::desk::protected::Protection;
use crate::desk::words::*;
use crate::model::*;

/// Fewest partners for a number about the whole network: two of the smallest sides.
pub const PARTNERS_MIN: u64 = 2 * SIDE_MEMBERS_MIN;

/// Why a measure of a coalition is not shown; `None`: it is.
pub fn suppressed(compared: &Compared, measure: &Measure, kept: &KeptProfile) -> Option<Suppressed> {
    let (profile, asks) = (&kept.profile, compared.asks);
    let index = matches!(asks, Asks::Sides | Asks::Partners);
    if index && profile.phase == Phase::Preparation {
        return Some(preparation());
    }
    match measure.reason {
        Some(Reason::Documents | Reason::NoAnsweredPairs) => return Some(not_asked(measure)),
        Some(reason) if !index => return Some(Suppressed { code: SuppressedCode::NoValue, words: reason.words() }),
        _ => {}
    }
    // Where nobody was asked about anything, nought would pass for an answer.
    let known = profile.measures.get("knownPairShare").and_then(|it| it.value);
    if known == Some(0.0) && (index || asks == Asks::Known) {
        return Some(nothing_known());
    }
    let [first, second] = profile.members.sides;
    match asks {
        Asks::Nothing | Asks::Known => {}
        Asks::People => return few_people(compared.name, measure, kept.column.protection),
        Asks::Sides if (first.min(second) as u64) < SIDE_MEMBERS_MIN || measure.caution == Some(Caution::SmallSide) => {
            return Some(small_side());
        }
        Asks::Partners if (profile.input.graph.nodes() as u64) < PARTNERS_MIN => return Some(too_few()),
        Asks::Sides | Asks::Partners => {}
    }
    let reason = measure.reason?;
    Some(Suppressed { code: SuppressedCode::NoValue, words: reason.words() })
}

/// Are there enough partners for a number of this coalition to be told beside that of another day?
pub(in crate::desk) fn large_enough(name: &str, measure: &Measure, partners: u64) -> bool {
    match super::measure_words::MEASURES.iter().find(|it| it.name == name).map(|it| it.asks) {
        Some(Asks::Sides) => measure.caution != Some(Caution::SmallSide),
        Some(Asks::Partners) => partners >= PARTNERS_MIN,
        _ => true,
    }
}

/// Why a number of people is not told; `None`: it is.
pub fn few_people(name: &str, measure: &Measure, protection: Protection) -> Option<Suppressed> {
    let (_, instead) = protection.measure(name, *measure);
    instead.map(|words| Suppressed { code: SuppressedCode::TooFew, words })
}

/// Why a number is not held against chance; `None`: it is, or nobody asked for it.
pub fn chance_suppressed(measure: &Measure) -> Option<Suppressed> {
    let reason = measure.baseline_reason?;
    let code = match reason {
        BaselineReason::Documents | BaselineReason::LowResponse | BaselineReason::NoKnownAbsence => SuppressedCode::NotAsked,
        BaselineReason::OutOfReach | BaselineReason::NoSpread => SuppressedCode::PCannotReach,
        BaselineReason::NoValue => SuppressedCode::NoValue,
    };
    Some(Suppressed { code, words: reason.words() })
}

fn preparation() -> Suppressed {
    Suppressed {
        code: SuppressedCode::Preparation,
        words: words(
            "In voorbereiding: wij tellen wie er is, en tonen geen kengetallen.",
            "In preparation: we count who is there, and show no indices.",
        ),
    }
}

fn not_asked(measure: &Measure) -> Suppressed {
    let reason = measure.reason.map(Reason::words);
    let otherwise = || words("Niemand is bevraagd.", "Nobody was asked.");
    Suppressed { code: SuppressedCode::NotAsked, words: reason.unwrap_or_else(otherwise) }
}

fn nothing_known() -> Suppressed {
    Suppressed {
        code: SuppressedCode::NotAsked,
        words: words(
            "Van geen enkel paar is bekend of er een lijn is: niemand is ernaar gevraagd.",
            "Of no pair at all is it known whether there is a line: nobody was asked.",
        ),
    }
}

/// Why a number between the sides is not told.
pub fn small_side() -> Suppressed {
    Suppressed {
        code: SuppressedCode::SmallSide,
        words: words(
            format!(
                "Aan een van de kanten staan minder dan {SIDE_MEMBERS_MIN} partners: één lijn meer of minder verandert dan alles."
            ),
            format!(
                "One of the sides has fewer than {SIDE_MEMBERS_MIN} partners: one line more or less would change everything."
            ),
        ),
    }
}

/// Why a number over all partners is not told.
pub fn too_few() -> Suppressed {
    Suppressed {
        code: SuppressedCode::TooFew,
        words: words(
            format!("Bij minder dan {PARTNERS_MIN} partners verandert één lijn meer of minder alles."),
            format!("Under {PARTNERS_MIN} partners one line more or less would change everything."),
        ),
    }
}
