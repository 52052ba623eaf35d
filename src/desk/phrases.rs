//! What a claim says, in one sentence that is right for one and for many, for a name and for a kind.

use super::words::*;
use crate::model::*;

/// About two ends. `what`: the kind of link as an activity; `noun`: as a thing.
pub(super) fn pair(a: &str, b: &str, stance: Stance, kind: &LinkKindCode, language: Language) -> String {
    let noun = thing(kind, language);
    let text = match (stance, language) {
        (Stance::Asserted, _) => asserted(a, b, kind, language),
        (Stance::Denied, Language::Nl) => format!("tussen {a} en {b} is er nog geen {noun}."),
        (Stance::Denied, Language::En) => format!("between {a} and {b} there is no {noun} yet."),
        (Stance::Insufficient, Language::Nl) => format!("{a} en {b} vinden elkaar lastig."),
        (Stance::Insufficient, Language::En) => format!("{a} and {b} find it hard to reach each other."),
        (Stance::Planned, Language::Nl) => format!("plan: een lijn tussen {a} en {b} ({}).", activity(kind, language)),
        (Stance::Planned, Language::En) => format!("plan: a line between {a} and {b} ({}).", activity(kind, language)),
        (Stance::Wished, Language::Nl) => format!("idee: een lijn tussen {a} en {b} ({}).", activity(kind, language)),
        (Stance::Wished, Language::En) => format!("idea: a line between {a} and {b} ({}).", activity(kind, language)),
    };
    sentence_case(&text)
}

/// About two different domains: "het medische en het sociale domein".
pub(super) fn domains(domains: [Domain; 2], stance: Stance, kind: &LinkKindCode, language: Language) -> String {
    let both = domain_pair(domains, language);
    let mass = mass(kind, language);
    let text = match (stance, kind.as_str(), language) {
        (Stance::Asserted, "knows", Language::Nl) => format!("{both} vinden elkaar makkelijker."),
        (Stance::Asserted, "knows", Language::En) => format!("{both} find each other more easily."),
        (Stance::Asserted, _, Language::Nl) => format!("tussen {both} is er {}.", mass_asserted(kind, language)),
        (Stance::Asserted, _, Language::En) => format!("between {both} there is {}.", mass_asserted(kind, language)),
        (Stance::Denied, _, Language::Nl) => format!("tussen {both} is er nog geen {}.", thing(kind, language)),
        (Stance::Denied, _, Language::En) => format!("between {both} there is no {} yet.", thing(kind, language)),
        (Stance::Insufficient, _, Language::Nl) => format!("tussen {both} is er te weinig {mass}."),
        (Stance::Insufficient, _, Language::En) => format!("between {both} there is too little {mass}."),
        (Stance::Planned, _, Language::Nl) => format!("plan: meer {mass} tussen {both}."),
        (Stance::Planned, _, Language::En) => format!("plan: more {mass} between {both}."),
        (Stance::Wished, _, Language::Nl) => format!("wens: meer {mass} tussen {both}."),
        (Stance::Wished, _, Language::En) => format!("wish: more {mass} between {both}."),
    };
    sentence_case(&text)
}

/// About one domain.
pub(super) fn within(at: Domain, stance: Stance, kind: &LinkKindCode, language: Language) -> String {
    let at = domain(at, language);
    let mass = mass(kind, language);
    match (stance, language) {
        (Stance::Asserted, Language::Nl) => format!("Binnen {at} is er {}.", mass_asserted(kind, language)),
        (Stance::Asserted, Language::En) => format!("Within {at} there is {}.", mass_asserted(kind, language)),
        (Stance::Denied, Language::Nl) => format!("Binnen {at} is er nog geen {}.", thing(kind, language)),
        (Stance::Denied, Language::En) => format!("Within {at} there is no {} yet.", thing(kind, language)),
        (Stance::Insufficient, Language::Nl) => format!("Binnen {at} is er te weinig {mass}."),
        (Stance::Insufficient, Language::En) => format!("Within {at} there is too little {mass}."),
        (Stance::Planned, Language::Nl) => format!("Plan: meer {mass} binnen {at}."),
        (Stance::Planned, Language::En) => format!("Plan: more {mass} within {at}."),
        (Stance::Wished, Language::Nl) => format!("Wens: meer {mass} binnen {at}."),
        (Stance::Wished, Language::En) => format!("Wish: more {mass} within {at}."),
    }
}

/// About a group, never about a pair in it.
pub(super) fn group(names: &str, stance: Stance, language: Language) -> String {
    let text = match (stance, language) {
        (Stance::Asserted, Language::Nl) => format!("{names} werken samen; wie met wie, staat er niet bij."),
        (Stance::Asserted, Language::En) => format!("{names} work together; who with whom is not said."),
        (Stance::Denied, Language::Nl) => format!("tussen {names} zijn nog geen lijnen."),
        (Stance::Denied, Language::En) => format!("between {names} there are no lines yet."),
        (Stance::Insufficient, Language::Nl) => format!("de samenwerking tussen {names} kan beter."),
        (Stance::Insufficient, Language::En) => format!("the cooperation between {names} can be better."),
        (Stance::Planned, Language::Nl) => format!("plan: samenwerking tussen {names}."),
        (Stance::Planned, Language::En) => format!("plan: cooperation between {names}."),
        (Stance::Wished, Language::Nl) => format!("idee: samenwerking tussen {names}."),
        (Stance::Wished, Language::En) => format!("idea: cooperation between {names}."),
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

/// One of a kind of link: "overleg", "lijn".
fn thing(kind: &LinkKindCode, language: Language) -> &'static str {
    let (nl, en) = if kind.as_str() == "consults" { ("overleg", "consultation") } else { ("lijn", "line") };
    pick(language, nl, en)
}
