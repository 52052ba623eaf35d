//! What a claim says, in one sentence that is right for one and for many, for a name and for a kind.

use super::words::*;
use crate::model::*;

/// What is said of a line, and the year when that is over a year ago ("in 2019").
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub stance: Stance,
    pub kind: &'a LinkKindCode,
    pub past: Option<&'a str>,
}

/// "Tussen verloskundigen en wijkteams was er in 2019 nog geen lijn." Takes where, as "tussen verloskundigen en wijkteams".
fn not_yet(place: &str, thing: &str, past: Option<&str>, language: Language) -> String {
    match (past, language) {
        (None, Language::Nl) => format!("{place} is er nog geen {thing}."),
        (None, Language::En) => format!("there is no {thing} yet {place}."),
        (Some(when), Language::Nl) => format!("{place} was er {when} nog geen {thing}."),
        (Some(when), Language::En) => format!("{when} there was no {thing} yet {place}."),
    }
}

/// "Verloskundigen en schuldhulpverlening vonden elkaar in 2019 lastig."
pub(super) fn hard_to_find(a: &str, b: &str, past: Option<&str>, language: Language) -> String {
    match (past, language) {
        (None, Language::Nl) => format!("{a} en {b} vinden elkaar lastig."),
        (None, Language::En) => format!("{a} and {b} find it hard to reach each other."),
        (Some(when), Language::Nl) => format!("{a} en {b} vonden elkaar {when} lastig."),
        (Some(when), Language::En) => format!("{a} and {b} found it hard to reach each other {when}."),
    }
}

/// "Lijnen binnen het medische domein lopen via personen, nog niet via organisaties." Takes where, as "binnen het medische domein".
pub(super) fn through_persons(place: &str, past: Option<&str>, language: Language) -> String {
    let text = match (past, language) {
        (None, Language::Nl) => format!("lijnen {place} lopen via personen, nog niet via organisaties."),
        (None, Language::En) => format!("lines {place} run through persons, not yet through organisations."),
        (Some(when), Language::Nl) => format!("lijnen {place} liepen {when} via personen, nog niet via organisaties."),
        (Some(when), Language::En) => format!("{when} lines {place} ran through persons, not yet through organisations."),
    };
    sentence_case(&text)
}

/// "Binnen het medische domein", "tussen het medische en het sociale domein".
pub(super) fn between(domains: [Domain; 2], language: Language) -> String {
    match (domains[0] == domains[1], language) {
        (true, Language::Nl) => format!("binnen {}", domain(domains[0], language)),
        (true, Language::En) => format!("within {}", domain(domains[0], language)),
        (false, Language::Nl) => format!("tussen {}", domain_pair(domains, language)),
        (false, Language::En) => format!("between {}", domain_pair(domains, language)),
    }
}

/// About two ends.
pub(super) fn pair(a: &str, b: &str, Said { stance, kind, past }: Said<'_>, language: Language) -> String {
    let noun = thing(kind, language);
    let text = match (stance, language) {
        (Stance::Asserted, _) => asserted(a, b, kind, language),
        (Stance::Denied, _) => not_yet(
            &format!("{} {a} {} {b}", pick(language, "tussen", "between"), pick(language, "en", "and")),
            noun,
            past,
            language,
        ),
        (Stance::Insufficient, _) => hard_to_find(a, b, past, language),
        (Stance::Planned, Language::Nl) => format!("plan: een lijn tussen {a} en {b} ({}).", activity(kind, language)),
        (Stance::Planned, Language::En) => format!("plan: a line between {a} and {b} ({}).", activity(kind, language)),
        (Stance::Wished, Language::Nl) => format!("idee: een lijn tussen {a} en {b} ({}).", activity(kind, language)),
        (Stance::Wished, Language::En) => format!("idea: a line between {a} and {b} ({}).", activity(kind, language)),
    };
    sentence_case(&text)
}

/// About two different domains: "het medische en het sociale domein".
pub(super) fn domains(domains: [Domain; 2], said: Said<'_>, language: Language) -> String {
    if said.stance == Stance::Asserted && said.kind.as_str() == "knows" {
        let both = domain_pair(domains, language);
        return sentence_case(&match language {
            Language::Nl => format!("{both} vinden elkaar makkelijker."),
            Language::En => format!("{both} find each other more easily."),
        });
    }
    at(&between(domains, language), said, language)
}

/// About one domain.
pub(super) fn within(domain: Domain, said: Said<'_>, language: Language) -> String {
    let place = between([domain; 2], language);
    match (said.stance, said.past, language) {
        (Stance::Insufficient, None, Language::Nl) => format!("De samenwerking {place} kan beter."),
        (Stance::Insufficient, None, Language::En) => format!("The cooperation {place} can be better."),
        (Stance::Insufficient, Some(when), Language::Nl) => format!("De samenwerking {place} kon {when} beter."),
        (Stance::Insufficient, Some(when), Language::En) => {
            format!("{} the cooperation {place} could have been better.", sentence_case(when))
        }
        _ => at(&place, said, language),
    }
}

fn at(place: &str, Said { stance, kind, past }: Said<'_>, language: Language) -> String {
    let missed = mass(kind, language);
    let text = match (stance, past, language) {
        (Stance::Asserted, _, Language::Nl) => format!("{place} is er {}.", mass_asserted(kind, language)),
        (Stance::Asserted, _, Language::En) => format!("{place} there is {}.", mass_asserted(kind, language)),
        (Stance::Denied, _, _) => not_yet(place, thing(kind, language), past, language),
        (Stance::Insufficient, None, Language::Nl) => format!("{place} is er te weinig {missed}."),
        (Stance::Insufficient, None, Language::En) => format!("{place} there is too little {missed}."),
        (Stance::Insufficient, Some(when), Language::Nl) => format!("{place} was er {when} te weinig {missed}."),
        (Stance::Insufficient, Some(when), Language::En) => format!("{when} there was too little {missed} {place}."),
        (Stance::Planned, _, _) => format!("plan: {} {place}.", mass_wanted(kind, language)),
        (Stance::Wished, _, Language::Nl) => format!("wens: {} {place}.", mass_wanted(kind, language)),
        (Stance::Wished, _, Language::En) => format!("wish: {} {place}.", mass_wanted(kind, language)),
    };
    sentence_case(&text)
}

/// About a group, never about a pair in it.
pub(super) fn group(names: &str, Said { stance, past, .. }: Said<'_>, language: Language) -> String {
    let text = match (stance, past, language) {
        (Stance::Asserted, _, Language::Nl) => format!("{names} werken samen; wie met wie, staat er niet bij."),
        (Stance::Asserted, _, Language::En) => format!("{names} work together; who with whom is not said."),
        (Stance::Denied, _, _) => {
            not_yet(&format!("{} {names}", pick(language, "tussen", "between")), pick(language, "lijn", "line"), past, language)
        }
        (Stance::Insufficient, None, Language::Nl) => format!("de samenwerking tussen {names} kan beter."),
        (Stance::Insufficient, None, Language::En) => format!("the cooperation between {names} can be better."),
        (Stance::Insufficient, Some(when), Language::Nl) => format!("de samenwerking tussen {names} kon {when} beter."),
        (Stance::Insufficient, Some(when), Language::En) => {
            format!("{when} the cooperation between {names} could have been better.")
        }
        (Stance::Planned, _, Language::Nl) => format!("plan: samenwerking tussen {names}."),
        (Stance::Planned, _, Language::En) => format!("plan: cooperation between {names}."),
        (Stance::Wished, _, Language::Nl) => format!("idee: samenwerking tussen {names}."),
        (Stance::Wished, _, Language::En) => format!("idea: cooperation between {names}."),
    };
    sentence_case(&text)
}

/// A line that is there, as a plural of its two ends, so that the verb fits whatever they are called.
fn asserted(a: &str, b: &str, kind: &LinkKindCode, language: Language) -> String {
    let text = |nl: String, en: String| pick(language, &nl, &en).to_owned();
    match kind.as_str() {
        "works-with" => text(format!("{a} en {b} werken samen."), format!("{a} and {b} work together.")),
        "consults" => text(format!("{a} en {b} overleggen met elkaar."), format!("{a} and {b} consult each other.")),
        "knows" => text(format!("{a} en {b} kennen elkaar."), format!("{a} and {b} know each other.")),
        "agreement" => text(format!("{a} en {b} hebben een afspraak."), format!("{a} and {b} have an agreement.")),
        "shares-case-meeting" => {
            text(format!("{a} en {b} bespreken samen gezinnen."), format!("{a} and {b} share a case meeting."))
        }
        _ => {
            let activity = activity(kind, language);
            text(format!("een lijn van {a} naar {b}: {activity}."), format!("a line from {a} to {b}: {activity}."))
        }
    }
}

/// A kind of link as an activity: "samenwerken".
fn activity(kind: &LinkKindCode, language: Language) -> &'static str {
    let (nl, en) = match kind.as_str() {
        "works-with" => ("samenwerken", "working together"),
        "consults" => ("overleggen", "consultation"),
        "refers-to" => ("verwijzen", "referral"),
        "warm-handover" => ("warm overdragen", "warm handover"),
        "shares-case-meeting" => ("gezinnen samen bespreken", "a shared case meeting"),
        "delivers-for" => ("uitvoeren in opdracht", "delivery on request"),
        "finances" => ("financieren", "funding"),
        "agreement" => ("een afspraak", "an agreement"),
        "knows" => ("elkaar kennen", "knowing each other"),
        _ => ("contact", "contact"),
    };
    pick(language, nl, en)
}

/// A kind of link of which there can be more or less, when it is missed: "overleg", "verbinding".
fn mass(kind: &LinkKindCode, language: Language) -> &'static str {
    let (nl, en) = if kind.as_str() == "consults" { ("overleg", "consultation") } else { ("verbinding", "connection") };
    pick(language, nl, en)
}

/// The same when it is there: "samenwerking", "contact".
fn mass_asserted(kind: &LinkKindCode, language: Language) -> &'static str {
    let (nl, en) = match kind.as_str() {
        "consults" => ("overleg", "consultation"),
        "works-with" => ("samenwerking", "cooperation"),
        _ => ("contact", "contact"),
    };
    pick(language, nl, en)
}

/// The same as a plan or wish: "overleg", "meer samenwerking".
fn mass_wanted(kind: &LinkKindCode, language: Language) -> &'static str {
    let (nl, en) = match kind.as_str() {
        "consults" => ("overleg", "consultation"),
        "works-with" => ("meer samenwerking", "more cooperation"),
        _ => ("meer contact", "more contact"),
    };
    pick(language, nl, en)
}

/// One of a kind of link: "overleg", "lijn".
fn thing(kind: &LinkKindCode, language: Language) -> &'static str {
    let (nl, en) = if kind.as_str() == "consults" { ("overleg", "consultation") } else { ("lijn", "line") };
    pick(language, nl, en)
}
