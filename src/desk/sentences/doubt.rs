//! The sentences about lines in doubt: named by one end, contradicted, or long ago.

use super::*;
use crate::analysis::gaps::Basis;
use crate::network::Link;
use std::collections::BTreeSet;

/// Most names in one sentence; the others are counted.
const NAMES_MAX: usize = 4;

/// "A, B en nog drie".
pub(super) fn some(names: &[String], language: Language) -> String {
    if names.len() <= NAMES_MAX + 1 {
        return list(names, language);
    }
    let more = names.len() - NAMES_MAX;
    let more = match language {
        Language::Nl => count(more, "andere", "andere", language),
        Language::En => count(more, "other", "others", language),
    };
    let named = names[..NAMES_MAX].join(", ");
    format!("{named} {} {more}", pick(language, "en", "and"))
}

/// The lines that a finding is about.
fn lines<'a>(speech: &Speech<'a>, gap: &Gap) -> Vec<&'a Link> {
    let network = speech.network;
    let claims: BTreeSet<ClaimId> = claims(speech, gap).map(|claim| claim.id).collect();
    network.practice().filter(|link| link.claims.iter().any(|id| claims.contains(id))).collect()
}

/// Both ends of a line in words: those of the row of the norm, else the names of the one line.
fn both_ends(speech: &Speech<'_>, gap: &Gap, lines: &[&Link], language: Language) -> Option<[String; 2]> {
    match lines {
        _ if gap.norm_line.is_some() => Some(kinds(speech, gap, language)),
        [line] => Some(line.ends().map(|place| speech.member(place, language))),
        _ => None,
    }
}

/// When the claims of a finding were made, if that is over a year ago: "in 2019".
fn past(speech: &Speech<'_>, gap: &Gap, language: Language) -> Option<String> {
    let claims = claims(speech, gap).filter(|claim| claim.stance != Stance::Planned && claim.stance != Stance::Wished);
    let mut whens: Vec<Option<String>> = claims.map(|claim| speech.past_claim(claim, language)).collect();
    whens.dedup();
    if let [when] = whens.as_slice() { when.clone() } else { None }
}

pub(super) fn unconfirmed(speech: &Speech<'_>, gap: &Gap, language: Language) -> String {
    let lines = lines(speech, gap);
    let Some([a, b]) = both_ends(speech, gap, &lines, language) else {
        return several_unconfirmed(speech, gap, &lines, language);
    };
    let question = match language {
        Language::Nl => format!("eerst vragen: is er een lijn tussen {a} en {b}?"),
        Language::En => format!("ask first: is there a line between {a} and {b}?"),
    };
    format!("{question} {}", who_names_it(speech, gap, &lines, language))
}

/// "Alleen één kant noemde haar in 2019: de GGD."
fn who_names_it(speech: &Speech<'_>, gap: &Gap, lines: &[&Link], language: Language) -> String {
    let nl = language == Language::Nl;
    let said: BTreeSet<usize> = lines
        .iter()
        .flat_map(|line| line.ends().into_iter().zip(line.said_by))
        .filter(|(_, by)| *by)
        .map(|(end, _)| end)
        .collect();
    let names: Vec<String> = said.into_iter().map(|place| speech.member(place, language)).collect();
    let who = some(&names, language);
    match (gap.basis, past(speech, gap, language)) {
        (Basis::Document, None) if nl => "Geen van beide kanten noemt haar zelf.".to_owned(),
        (Basis::Document, None) => "Neither side names it itself.".to_owned(),
        (Basis::Document, Some(when)) if nl => format!("Geen van beide kanten noemde haar {when} zelf."),
        (Basis::Document, Some(when)) => format!("Neither side named it itself {when}."),
        (Basis::NotBoth, _) if nl => "Nog niet beide kanten noemen haar.".to_owned(),
        (Basis::NotBoth, _) => "Not both sides name it yet.".to_owned(),
        (_, None) if nl => format!("Alleen één kant noemt haar: {who}."),
        (_, None) => format!("Only one side names it: {who}."),
        (_, Some(when)) if nl => format!("Alleen één kant noemde haar {when}: {who}."),
        (_, Some(when)) => format!("Only one side named it {when}: {who}."),
    }
}

fn several_unconfirmed(speech: &Speech<'_>, gap: &Gap, lines: &[&Link], language: Language) -> String {
    let names: Vec<String> = gap.ends[0].iter().map(|party| name(speech, party, language)).collect();
    let ask = some(&names, language);
    let number = count(lines.len(), pick(language, "lijn", "line"), pick(language, "lijnen", "lines"), language);
    let verb = match (past(speech, gap, language), language) {
        (None, Language::Nl) => "noemt".to_owned(),
        (None, Language::En) => "named".to_owned(),
        (Some(when), Language::Nl) => format!("noemde {when}"),
        (Some(when), Language::En) => format!("named {when}"),
    };
    match (gap.basis == Basis::Document, language) {
        (true, Language::Nl) => format!("eerst vragen: {number} {verb} alleen een derde. Vraag de partners zelf: {ask}."),
        (true, Language::En) => format!("ask first: {number} {verb} by a third party only. Ask the partners themselves: {ask}."),
        (false, Language::Nl) => format!("eerst vragen: {number} {verb} maar één kant. Vraag de andere kant: {ask}."),
        (false, Language::En) => format!("ask first: {number} {verb} by one side only. Ask the other side: {ask}."),
    }
}

pub(super) fn contested(speech: &Speech<'_>, gap: &Gap, language: Language) -> String {
    let [a, b] = [0, 1].map(|end| ends(speech, gap, end, language));
    match (past(speech, gap, language), language) {
        (None, Language::Nl) => format!("over de lijn tussen {a} en {b} spreken opgaven elkaar tegen."),
        (None, Language::En) => format!("claims about the line between {a} and {b} contradict each other."),
        (Some(when), Language::Nl) => format!("over de lijn tussen {a} en {b} spraken opgaven elkaar {when} tegen."),
        (Some(when), Language::En) => format!("{when} claims about the line between {a} and {b} contradicted each other."),
    }
}

pub(super) fn stale(speech: &Speech<'_>, gap: &Gap, language: Language) -> String {
    let lines = lines(speech, gap);
    let said = lines.iter().filter_map(|line| line.last_said.as_ref());
    let last = said.clone().max_by_key(|it| it.latest());
    let oldest = said.min_by_key(|it| it.latest());
    let Some([a, b]) = both_ends(speech, gap, &lines, language) else {
        let number = count(lines.len(), pick(language, "lijn", "line"), pick(language, "lijnen", "lines"), language);
        return match (oldest.map(|it| on(it, language)), language) {
            (Some(when), Language::Nl) => {
                format!("{number} zijn al lang niet opnieuw genoemd; de oudste is voor het laatst genoemd {when}.")
            }
            (Some(when), Language::En) => {
                format!("{number} have not been named again for long; the oldest was last named {when}.")
            }
            (None, Language::Nl) => format!("{number} zijn al lang niet opnieuw genoemd; wanneer voor het laatst, is onbekend."),
            (None, Language::En) => format!("{number} have not been named again for long; it is not known when they last were."),
        };
    };
    match (last.map(|it| on(it, language)), language) {
        (Some(when), Language::Nl) => {
            format!("de lijn tussen {a} en {b} is al lang niet opnieuw genoemd; dat was voor het laatst {when}.")
        }
        (Some(when), Language::En) => {
            format!("the line between {a} and {b} has not been named again for long; it was last named {when}.")
        }
        (None, Language::Nl) => {
            format!("de lijn tussen {a} en {b} is al lang niet opnieuw genoemd; wanneer voor het laatst, is onbekend.")
        }
        (None, Language::En) => {
            format!("the line between {a} and {b} has not been named again for long; it is not known when it last was.")
        }
    }
}
