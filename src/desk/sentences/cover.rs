//! The sentences about who carries the lines, and which needs and themes are covered.

use super::doubt::some;
use super::*;
use crate::desk::sides::{between, side_name};

pub(super) fn few_carriers(speech: &Speech<'_>, gap: &Gap, language: Language) -> String {
    let number = gap.evidence.iter().find_map(|it| match it {
        Evidence::Carriers { cut, .. } => Some(cut.len()),
        _ => None,
    });
    let number = number.unwrap_or_default();
    let (view, coalition) = (&speech.network.view, &speech.network.coalition.id);
    if !view.viewer.belongs_to(coalition) {
        return few_people(speech, language);
    }
    let people = count(number, pick(language, "persoon", "person"), pick(language, "personen", "people"), language);
    let names: Vec<String> = gap.ends[0].iter().map(|party| name(speech, party, language)).collect();
    let at = match (names.is_empty(), language) {
        (true, _) => String::new(),
        (false, Language::Nl) => format!(", bij {}", some(&names, language)),
        (false, Language::En) => format!(", at {}", some(&names, language)),
    };
    let sides = between(speech.network, language);
    match (number, language) {
        (1, Language::Nl) => {
            format!("alle bekende wegen tussen {sides} lopen over {people}{at}. Als die vertrekt, is er geen bekende weg meer.")
        }
        (_, Language::Nl) => {
            format!("alle bekende wegen tussen {sides} lopen over {people}{at}. Als zij vertrekken, is er geen bekende weg meer.")
        }
        (1, Language::En) => {
            format!("all known ways between {sides} run over {people}{at}. If that person leaves, no known way is left.")
        }
        (_, Language::En) => {
            format!("all known ways between {sides} run over {people}{at}. If they leave, no known way is left.")
        }
    }
}

/// The same for who is not of the coalition: without how many people, and where.
fn few_people(speech: &Speech<'_>, language: Language) -> String {
    let sides = between(speech.network, language);
    match language {
        Language::Nl => format!("alle bekende wegen tussen {sides} lopen over weinig mensen; hoeveel, is voor de coalitie."),
        Language::En => format!("all known ways between {sides} run over few people; how many, is for the coalition."),
    }
}

pub(super) fn uncovered_need(speech: &Speech<'_>, gap: &Gap, language: Language) -> String {
    let catalogue = &speech.network.catalogue;
    let needs = gap.needs().filter_map(|code| catalogue.need(code)).map(|need| lower_first(need.name.in_language(language)));
    let needs = listed(&needs.collect::<Vec<_>>(), language);
    let names: Vec<String> = gap.ends[0].iter().map(|party| name(speech, party, language)).collect();
    match (gap.basis, language) {
        (Basis::Unreached, Language::Nl) => {
            format!("van {} naar wie helpt bij {needs} is nog geen lijn van hooguit twee stappen.", some(&names, language))
        }
        (Basis::Unreached, Language::En) => {
            format!("from {} there is no line yet of at most two steps to who helps with {needs}.", some(&names, language))
        }
        (Basis::Closed, Language::Nl) => {
            format!("op de lijst van wie meedoet staat nog niemand van wie bekend is dat die helpt bij: {needs}.")
        }
        (Basis::Closed, Language::En) => format!("the list of who takes part has nobody yet who is known to help with: {needs}."),
        (_, Language::Nl) => format!("eerst vragen: wie helpt bij {needs}? Wij kennen er nog geen partner voor."),
        (_, Language::En) => format!("ask first: who helps with {needs}? We know no partner for it yet."),
    }
}

pub(super) fn uncovered_theme(speech: &Speech<'_>, gap: &Gap, language: Language) -> String {
    let network = speech.network;
    let side = gap.ends[0].iter().find_map(|party| match party {
        GapParty::Member(place) => network.members[*place].side,
        _ => None,
    });
    let (theme, side) =
        (theme(network, gap).unwrap_or_default(), side.map(|side| side_name(network, side, language)).unwrap_or_default());
    match language {
        Language::Nl => format!("bij het thema “{theme}” kennen wij alleen partners van één kant: {side}."),
        Language::En => format!("for the theme “{theme}” we know partners of one side only: {side}."),
    }
}

/// Most needs in one sentence; the evidence has them all.
const NEEDS_MAX: usize = 5;

/// "schulden en armoede; huisvesting; en nog twee hulpvragen": names that hold an "and" themselves.
fn listed(needs: &[String], language: Language) -> String {
    if needs.len() <= NEEDS_MAX + 1 {
        return needs.join("; ");
    }
    let more = needs.len() - NEEDS_MAX;
    let more = match language {
        Language::Nl => format!("en nog {}", count(more, "hulpvraag", "hulpvragen", language)),
        Language::En => format!("and {}", count(more, "other need", "other needs", language)),
    };
    format!("{}; {more}", needs[..NEEDS_MAX].join("; "))
}
