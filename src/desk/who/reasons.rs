//! With what a partner helps, and why an answer stands where it stands: one sentence each.

use super::resolve::need_row;
use crate::desk::speech::Speech;
use crate::desk::words::*;
use crate::lookup::*;
use crate::model::*;

/// A need or what else was asked for, inside a sentence: "schulden en armoede".
pub(super) fn asked_for(speech: &Speech<'_>, asked: &Asked, language: Language) -> String {
    match asked {
        Asked::Need(code) => lower_first(need_row(&speech.network.catalogue, code).words.in_language(language)),
        Asked::Kind(code) => speech.people(code, language),
        Asked::Organisation(id) => speech.party(Party::Organisation(*id), language),
        Asked::Person(_) => pick(language, "deze persoon", "this person").to_owned(),
        Asked::Desk(_) => pick(language, "dit loket", "this desk").to_owned(),
    }
}

/// With what it helps, and how we know.
pub(super) fn serves(speech: &Speech<'_>, candidate: &Candidate, asked: &Asked) -> Words {
    both(|language| {
        let what = asked_for(speech, asked, language);
        match (candidate.serves, language) {
            (Serves::DeskForNeed, Language::Nl) => format!("Heeft een loket voor {what}."),
            (Serves::DeskForNeed, Language::En) => format!("Has a desk for {what}."),
            (Serves::NormHelper, Language::Nl) => format!("Dit soort partner helpt bij {what}."),
            (Serves::NormHelper, Language::En) => format!("This kind of partner helps with {what}."),
            (Serves::Kind { needs: 1 }, Language::Nl) => format!("Dit soort partner helpt bij {what}."),
            (Serves::Kind { needs: 1 }, Language::En) => format!("This kind of partner helps with {what}."),
            (Serves::Kind { .. }, Language::Nl) => format!("Helpt bij meer problemen tegelijk, ook bij {what}."),
            (Serves::Kind { .. }, Language::En) => format!("Helps with several problems at once, {what} among them."),
            (Serves::NumberForParents, Language::Nl) => format!("Heeft een nummer waar ouders zelf bellen over {what}."),
            (Serves::NumberForParents, Language::En) => format!("Has a number that parents call themselves about {what}."),
            (Serves::Asked, _) => by_its_kind(speech, candidate.place, language),
        }
    })
}

/// What a partner of its kinds helps with.
fn by_its_kind(speech: &Speech<'_>, place: usize, language: Language) -> String {
    let (member, catalogue) = (&speech.network.members[place], &speech.network.catalogue);
    let mut names: Vec<String> = Vec::new();
    for code in member.kinds.iter().filter_map(|code| catalogue.kind(code)).flat_map(|it| &it.needs) {
        let name = lower_first(need_row(catalogue, code).words.in_language(language));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    match (names.is_empty(), language) {
        (true, Language::Nl) => "Hier zocht u naar.".to_owned(),
        (true, Language::En) => "This is what you looked for.".to_owned(),
        (false, Language::Nl) => format!("Helpt bij: {}.", names.join("; ")),
        (false, Language::En) => format!("Helps with: {}.", names.join("; ")),
    }
}

/// Why it stands there. The first is told by what it has; another by what puts it behind the one before.
pub(super) fn reason(speech: &Speech<'_>, ranked: &[Ranked], at: usize, asked: &Asked) -> Words {
    let own = &ranked[at];
    if at > 0 {
        let before = &ranked[at - 1];
        let behind = before.decided.and_then(|place| own.reasons.get(place).zip(before.reasons.get(place)));
        return both(|language| {
            let why = behind.map(|(it, before)| lower_reason(speech, (it, Some(before)), asked, language));
            match (why, language) {
                (Some(why), Language::Nl) => format!("Staat lager: {why}."),
                (Some(why), Language::En) => format!("Listed lower: {why}."),
                (None, Language::Nl) => "Staat lager in de vaste volgorde van soorten partners.".to_owned(),
                (None, Language::En) => "Listed lower in the fixed order of kinds of partner.".to_owned(),
            }
        });
    }
    both(|language| {
        // Where nobody is before it, what it lacks is no reason.
        let told = own
            .reasons
            .iter()
            .filter(|it| !matches!(it, RankReason::Line { .. } | RankReason::NoLine | RankReason::InPlace(false)));
        let parts: Vec<String> = told.map(|it| lower_reason(speech, (it, None), asked, language)).collect();
        let parts = list(&parts, language);
        match (ranked.len(), language) {
            (1, Language::Nl) => format!("Het enige antwoord: {parts}."),
            (1, Language::En) => format!("The only answer: {parts}."),
            (_, Language::Nl) => format!("Staat bovenaan: {parts}."),
            (_, Language::En) => format!("Listed first: {parts}."),
        }
    })
}

/// One reason inside a sentence. Takes beside it the same of the answer before, where there is one.
fn lower_reason(
    speech: &Speech<'_>,
    (reason, before): (&RankReason, Option<&RankReason>),
    asked: &Asked,
    language: Language,
) -> String {
    let coalition = speech.network.coalition.name.as_str();
    let what = asked_for(speech, asked, language);
    let text = |nl: String, en: String| if language == Language::Nl { nl } else { en };
    let fixed = |nl: &str, en: &str| pick(language, nl, en).to_owned();
    match reason {
        RankReason::Serves(Serves::Asked) => fixed("hier zocht u naar", "it is what you looked for"),
        RankReason::Serves(Serves::DeskForNeed) => text(format!("heeft een loket voor {what}"), format!("has a desk for {what}")),
        RankReason::Serves(Serves::NormHelper | Serves::Kind { needs: 1 }) => {
            text(format!("helpt bij {what}"), format!("helps with {what}"))
        }
        RankReason::Serves(Serves::Kind { .. }) => {
            text(format!("helpt bij meer, ook bij {what}"), format!("helps with more, {what} among it"))
        }
        RankReason::Serves(Serves::NumberForParents) => {
            fixed("heeft alleen een nummer voor ouders", "only has a number for parents")
        }
        RankReason::TakesPart(TakesPart::Yes) => {
            text(format!("hoort bij coalitie {coalition}"), format!("is part of coalition {coalition}"))
        }
        RankReason::TakesPart(TakesPart::Approached) => {
            text(format!("is door coalitie {coalition} benaderd"), format!("was approached by coalition {coalition}"))
        }
        RankReason::TakesPart(TakesPart::Seen) => {
            text(format!("is in {coalition} alleen genoemd"), format!("is only named in {coalition}"))
        }
        RankReason::TakesPart(TakesPart::Wanted) => fixed("doet nog niet mee", "does not take part yet"),
        RankReason::InPlace(true) => fixed("heet naar uw plaats", "is named after your place"),
        RankReason::InPlace(false) => fixed("heet niet naar uw plaats", "is not named after your place"),
        RankReason::Desk(Desk::Professionals(Checked::Fresh)) => {
            fixed("het nummer is pas gecontroleerd", "the number was checked recently")
        }
        RankReason::Desk(Desk::Professionals(Checked::Stale)) => {
            fixed("het nummer is lang niet gecontroleerd", "the number was not checked for long")
        }
        RankReason::Desk(Desk::Professionals(Checked::Never)) => {
            fixed("het nummer is nooit gecontroleerd", "the number was never checked")
        }
        RankReason::Desk(Desk::Parents(_)) => fixed("er is alleen een nummer voor ouders", "there is only a number for parents"),
        RankReason::Desk(Desk::None) => fixed("er is nog geen nummer bekend", "no number is known yet"),
        RankReason::Line { unsure, .. } => match before {
            Some(RankReason::Line { unsure: surer, .. }) if unsure > surer => {
                fixed("uw lijn erheen is minder zeker", "your line to it is less sure")
            }
            _ => fixed("uw lijn erheen is langer", "your line to it is longer"),
        },
        RankReason::NoLine => fixed("er is nog geen lijn met u bekend", "no line with you is known yet"),
    }
}
