//! What stands out between coalitions, in at most three sentences, found by rule. What cannot be concluded stands first.
//!
//! Never: who has most or least of anything.

use super::answer::*;
use super::kept::KeptProfile;
use super::rankable;
use crate::desk::words::*;
use crate::model::*;
use std::sync::Arc;

/// Sentences at most.
const SENTENCES_MAX: usize = 3;
/// So many coalitions are named in a sentence at most; more are counted.
const NAMED_MAX: usize = 3;

/// A sentence is about what some have and others have not; what all or none have stands out nowhere.
pub fn sentences(found: &[Arc<KeptProfile>], measures: &[MeasureRow]) -> Vec<Words> {
    if found.len() < 2 {
        return Vec::new();
    }
    let facts = |it: &&Arc<KeptProfile>| it.column.facts;
    let cannot = cannot_conclude(found, measures);
    let preparation = some(found, |it| facts(it).preparation).map(in_preparation);
    let agreement = some(found, |it| facts(it).agreement).map(has(["een getekende overeenkomst", "a signed agreement"]));
    let confirmed = some(found, |it| facts(it).confirmed_across)
        .map(has(["een lijn tussen de twee kanten die beide noemen", "a line between the two sides that both name"]));
    cannot.into_iter().chain(preparation).chain(agreement).chain(confirmed).take(SENTENCES_MAX).collect()
}

/// On which lines, or else on how many measures, the coalitions cannot be put in order.
fn cannot_conclude(found: &[Arc<KeptProfile>], measures: &[MeasureRow]) -> Option<Words> {
    let lines = measures.iter().find(|row| row.name == "crossDensity").filter(|row| !row.rankable.yes);
    if lines.is_some() {
        let on = words("Lijnen tussen de kanten", "Lines between the sides");
        let why = rankable::not_asked(found).unwrap_or_else(|| {
            words(
                "de grenzen overlappen, of van een is het getal er niet",
                "the bounds overlap, or of one the number is not there",
            )
        });
        return Some(rankable::cannot(&on, found.len(), &why));
    }
    let open = measures.iter().filter(|row| !row.rankable.yes).count();
    (open > 0).then(|| {
        words(
            format!("Op {open} van de {} kengetallen kunt u deze coalities niet op volgorde zetten.", measures.len()),
            format!("On {open} of the {} measures these coalitions cannot be put in order.", measures.len()),
        )
    })
}

/// The coalitions of which something holds, and how many there are in all; absent where it holds of all or of none.
struct Having<'a> {
    names: Vec<&'a str>,
    all: usize,
}

fn some(found: &[Arc<KeptProfile>], holds: impl Fn(&&Arc<KeptProfile>) -> bool) -> Option<Having<'_>> {
    let names: Vec<&str> = found.iter().filter(|it| holds(it)).map(|it| it.column.head.name.as_str()).collect();
    (!names.is_empty() && names.len() < found.len()).then_some(Having { names, all: found.len() })
}

impl Having<'_> {
    /// "Delft", "Delft en Leiden", or "12 van de 40 coalities".
    fn told(&self, language: Language) -> String {
        let Self { names, all } = self;
        if names.len() <= NAMED_MAX {
            return list(&names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>(), language);
        }
        match language {
            Language::Nl => format!("{} van de {all} coalities", names.len()),
            Language::En => format!("{} of the {all} coalitions", names.len()),
        }
    }
    fn one(&self) -> bool {
        self.names.len() == 1
    }
}

fn in_preparation(some: Having<'_>) -> Words {
    both(|language| {
        let (who, is) = (some.told(language), if some.one() { ["is", "is"] } else { ["zijn", "are"] });
        sentence_case(&match language {
            Language::Nl => format!("{who} {} in voorbereiding: daarvan tonen wij aantallen en geen kengetallen.", is[0]),
            Language::En => format!("{who} {} in preparation: of these we show counts and no indices.", is[1]),
        })
    })
}

/// "Alleen Delft noemt een getekende overeenkomst; van de andere is er geen bekend."
fn has<'a>(what: [&'static str; 2]) -> impl Fn(Having<'a>) -> Words {
    move |some| {
        both(|language| {
            let who = some.told(language);
            sentence_case(&match (some.one(), language) {
                (true, Language::Nl) => format!("alleen van {who} is {} bekend.", what[0]),
                (true, Language::En) => format!("only of {who} {} is known.", what[1]),
                (false, Language::Nl) => format!("van {who} is {} bekend; van de andere noemt geen bron er een.", what[0]),
                (false, Language::En) => format!("of {who} {} is known; of the others no source names one.", what[1]),
            })
        })
    }
}
