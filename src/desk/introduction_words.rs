//! An introduction in words: who with whom, who can introduce, why, and in which meeting.

use super::proposal::ReasonRow;
use super::speech::Speech;
use super::words::*;
use crate::analysis::introductions::{Gathering, Introducer, Introduction, Known, LeftOut, PlanLimits};
use crate::model::*;

/// "Laat VK2 en het wijkteam kennismaken. Wie beide kent, weten wij niet; in drie stappen, via VK1 en JGZ."
pub(super) fn text(speech: &Speech<'_>, it: &Introduction) -> Words {
    both(|language| {
        let [a, b] = [it.a, it.b].map(|place| speech.member(place, language));
        let meet = match language {
            Language::Nl => format!("Laat {a} en {b} kennismaken."),
            Language::En => format!("Let {a} and {b} meet."),
        };
        let ask = pick(language, " Vraag eerst of zij elkaar al kennen.", " Ask first whether they know each other already.");
        let ask = if it.known == Known::Silent { ask } else { "" };
        format!("{meet}{ask} {}", how(speech, it, language))
    })
}

/// Who introduces them, or how else they find each other.
fn how(speech: &Speech<'_>, it: &Introduction, language: Language) -> String {
    if let Some(first) = it.introducers.first() {
        let who = sentence_case(&speech.member(first.member, language));
        return match language {
            Language::Nl => format!("{who} kent beide en kan hen aan elkaar voorstellen."),
            Language::En => format!("{who} knows both and can introduce them."),
        };
    }
    let between = it.steps.get(1..it.steps.len().saturating_sub(1)).unwrap_or_default();
    let names: Vec<String> = between.iter().map(|&place| speech.member(place, language)).collect();
    // A step is a line, as in the evidence of gaps: one more than there are partners between.
    let steps = names.len() + 1;
    match (names.as_slice(), language) {
        ([], Language::Nl) => "Wie beide kent, weten wij niet: nodig hen samen uit.".to_owned(),
        ([], Language::En) => "We do not know who knows both: invite them together.".to_owned(),
        ([one], Language::Nl) => {
            format!("{} kent beide, en stelt in dit voorstel al anderen voor: nodig hen samen uit.", sentence_case(one))
        }
        ([one], Language::En) => {
            format!("{} knows both, and introduces others in this proposal already: invite them together.", sentence_case(one))
        }
        (names, Language::Nl) => {
            format!("Wie beide kent, weten wij niet; in {} stappen, via {}.", number(steps, language), list(names, language))
        }
        (names, Language::En) => {
            format!("We do not know who knows both; in {} steps, via {}.", number(steps, language), list(names, language))
        }
    }
}

/// Why this introducer.
pub(super) fn why(it: &Introducer) -> Words {
    let often = it.strength >= 3;
    both(|language| {
        let mut parts = vec![pick(language, "kent beide", "knows both")];
        if often {
            parts.push(pick(language, "werkt vaak met hen samen", "works with them often"));
        }
        parts.push(match it.confirmed {
            true => pick(language, "beide lijnen zijn van twee kanten bevestigd", "both lines are confirmed on both sides"),
            false => {
                pick(language, "nog niet elke lijn is van twee kanten bevestigd", "not every line is confirmed on both sides")
            }
        });
        parts.join("; ")
    })
}

/// Why this introduction: what the norm gains, what is known, and who stands between.
pub(super) fn reasons(speech: &Speech<'_>, it: &Introduction) -> Vec<ReasonRow> {
    let reason = |code: &str, words: Words| ReasonRow { code: code.to_owned(), words };
    let lines = &speech.network.catalogue.norm.lines;
    let mut found: Vec<ReasonRow> = Vec::new();
    for line in it.effects.iter().filter(|effect| effect.direct).map(|effect| &lines[effect.row]) {
        let code = if line.weight == Expected::Core { "core" } else { "often" };
        found.push(reason(code, both(|language| expected(speech, line, language))));
    }
    let opened: Vec<_> = it.effects.iter().filter(|effect| !effect.direct).collect();
    if !opened.is_empty() {
        let ways = |language| {
            let way = |effect: &&crate::analysis::introductions::Effect| {
                let helper = &lines[effect.row].helper;
                format!("{} – {}", speech.title(effect.finder, language), kind(speech, helper, language))
            };
            let ways: Vec<String> = opened.iter().map(way).collect();
            match language {
                Language::Nl => format!("Zo komt ook in twee stappen binnen bereik: {}.", list(&ways, language)),
                Language::En => format!("Also within reach in two steps then: {}.", list(&ways, language)),
            }
        };
        found.push(reason("bridge", both(ways)));
    }
    found.push(match it.known {
        Known::Absent => reason(
            "known_absent",
            words(
                "Bekend is dat deze lijn er nog niet is, of dat zij elkaar lastig vinden.",
                "It is known that this line is not there yet, or that they find it hard to reach each other.",
            ),
        ),
        Known::Silent => reason(
            "nobody_asked",
            words(
                "Niemand is gevraagd of zij elkaar al kennen: eerst vragen.",
                "Nobody was asked whether they know each other already: ask first.",
            ),
        ),
    });
    if it.planned {
        found.push(reason(
            "planned",
            words("Voor deze lijn is er al een plan of idee.", "There is a plan or idea for this line already."),
        ));
    }
    let code = match (it.introducers.is_empty(), it.steps.is_empty()) {
        (false, _) => "knows_both",
        (true, false) => "in_steps",
        (true, true) => "nobody_between",
    };
    found.push(reason(code, both(|language| how(speech, it, language))));
    found
}

/// "Deze lijn hoort in elke coalitie: verloskundigenpraktijk – wijkteam."
fn expected(speech: &Speech<'_>, line: &NormLine, language: Language) -> String {
    let [finder, helper] = [&line.finder, &line.helper].map(|code| kind(speech, code, language));
    let core = line.weight == Expected::Core;
    match (core, language) {
        (true, Language::Nl) => format!("Deze lijn hoort in elke coalitie: {finder} – {helper}."),
        (false, Language::Nl) => format!("Deze lijn hoort in de meeste coalities: {finder} – {helper}."),
        (true, Language::En) => format!("This line is expected in every coalition: {finder} – {helper}."),
        (false, Language::En) => format!("This line is expected in most coalitions: {finder} – {helper}."),
    }
}

fn kind(speech: &Speech<'_>, code: &KindCode, language: Language) -> String {
    let kind = speech.network.catalogue.kind(code);
    kind.map_or_else(|| code.to_string(), |kind| lower_first(kind.name.in_language(language)))
}

/// "Eén uur: het wijkteam met VK2 en HA. JGZ stelt voor."
pub(super) fn meeting(speech: &Speech<'_>, it: &Gathering, held: &[&Introduction]) -> Words {
    both(|language| {
        let host = speech.member(it.host, language);
        let guests: Vec<String> = it.guests.iter().map(|&place| speech.member(place, language)).collect();
        let guests = list(&guests, language);
        let mut introducers: Vec<usize> = held.iter().filter_map(|it| it.introducers.first()).map(|it| it.member).collect();
        introducers.dedup();
        let names: Vec<String> = introducers.iter().map(|&place| speech.member(place, language)).collect();
        let who = sentence_case(&list(&names, language));
        let ask = held.iter().any(|it| it.known == Known::Silent);
        let who = match (names.len(), language) {
            (0, Language::Nl) => " Nodig hen samen uit.".to_owned(),
            (0, Language::En) => " Invite them together.".to_owned(),
            (1, Language::Nl) => format!(" {who} stelt voor."),
            (1, Language::En) => format!(" {who} introduces."),
            (_, Language::Nl) => format!(" {who} stellen voor."),
            (_, Language::En) => format!(" {who} introduce."),
        };
        let ask = if ask {
            pick(language, " Vraag eerst of zij elkaar al kennen.", " Ask first whether they know each other.")
        } else {
            ""
        };
        match language {
            Language::Nl => format!("Eén uur: {host} met {guests}.{who}{ask}"),
            Language::En => format!("One hour: {host} with {guests}.{who}{ask}"),
        }
    })
}

/// What is not in the plan, and why.
pub(super) fn left_out(speech: &Speech<'_>, it: &LeftOut, limits: &PlanLimits) -> Words {
    both(|language| {
        let names = |places: [usize; 2]| places.map(|place| speech.member(place, language));
        match (it, language) {
            (LeftOut::Full { a, b, full }, Language::Nl) => {
                let ([a, b], full) = (names([*a, *b]), speech.member(*full, language));
                let lines = count(limits.lines_party_max, "nieuwe lijn", "nieuwe lijnen", language);
                sentence_case(&format!("{a} en {b}: later, want bij {full} komen er in dit voorstel al {lines}."))
            }
            (LeftOut::Full { a, b, full }, Language::En) => {
                let ([a, b], full) = (names([*a, *b]), speech.member(*full, language));
                let lines = count(limits.lines_party_max, "new line", "new lines", language);
                sentence_case(&format!("{a} and {b}: later, as {full} gets {lines} in this proposal already."))
            }
            (LeftOut::Next { a, b }, Language::Nl) => {
                let [a, b] = names([*a, *b]);
                sentence_case(&format!("{a} en {b}: een volgende stap."))
            }
            (LeftOut::Next { a, b }, Language::En) => {
                let [a, b] = names([*a, *b]);
                sentence_case(&format!("{a} and {b}: a next step."))
            }
            (LeftOut::NothingMore, Language::Nl) => "Onder de verwachte lijnen zien wij nu geen kennismaking die nog iets brengt. Wat niet gevraagd is, staat bij 'eerst vragen'.".to_owned(),
            (LeftOut::NothingMore, Language::En) => "Among the expected lines we now see no introduction that would still bring anything. What was not asked stands under 'ask first'.".to_owned(),
        }
    })
}
