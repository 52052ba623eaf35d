//! What to do, in order: call the desk, ask who can introduce you, ask who may know the way.

use super::answer::*;
use super::step_words::Steps;
use crate::desk::gaps::member_row;
use crate::desk::words::*;
use crate::lookup::*;
use crate::model::*;

/// What to do for one answer. Takes whom to ask where no desk or no line is known.
pub(super) fn next(
    steps: &Steps<'_>,
    target: usize,
    contact: Option<&WhoContact>,
    line: &WhoLine,
    broken: Option<&Broken>,
) -> Vec<Words> {
    let mut next: Vec<Words> = contact.into_iter().flat_map(call).collect();
    let introduces = |it: &Ask| line.introducer.as_ref().is_some_and(|by| by.party == member_row(steps.speech.network, it.place));
    let (own, asked): (Vec<&Ask>, Vec<&Ask>) = broken.iter().flat_map(|it| &it.ask).partition(|it| introduces(it));
    next.extend(line.introducer.as_ref().map(|by| introduction(steps, by, own.first().copied(), target)));
    next.extend(asked.into_iter().map(|it| ask(steps, it, target)));
    if next.is_empty() && line.state != WhoLineState::Same {
        next.push(words("Vraag wie de coalitie leidt naar een nummer.", "Ask whoever leads the coalition for a number."));
    }
    next
}

/// "Vraag het VSV om u voor te stellen. Daar is een lijn met maatschappelijk werk." Takes why they may know the way, where they are among
/// those to ask as well.
fn introduction(steps: &Steps<'_>, by: &WhoIntroducer, also: Option<&Ask>, target: usize) -> Words {
    both(|language| {
        let told = by.words.in_language(language).to_owned();
        let why = also.map(|it| why(steps, it.why, &steps.speech.member(target, language), language));
        [Some(told), why].into_iter().flatten().collect::<Vec<_>>().join(" ")
    })
}

/// "Bel Aanmeldloket: (071) 000 00 00."
fn call(contact: &WhoContact) -> Vec<Words> {
    let name = &contact.name;
    let reach = match (&contact.phone, &contact.mail, &contact.web) {
        (Some(phone), ..) => both(|language| match language {
            Language::Nl => format!("Bel {name}: {}.", phone.text),
            Language::En => format!("Call {name}: {}.", phone.text),
        }),
        (None, Some(mail), _) => both(|language| match language {
            Language::Nl => format!("Mail {name}: {}.", mail.text),
            Language::En => format!("Mail {name}: {}.", mail.text),
        }),
        (None, None, Some(web)) => both(|language| match language {
            Language::Nl => format!("Kijk op de pagina van {name}: {}.", web.text),
            Language::En => format!("Look at the page of {name}: {}.", web.text),
        }),
        (None, None, None) => both(|language| match language {
            Language::Nl => format!("Ga naar {name}."),
            Language::En => format!("Go to {name}."),
        }),
    };
    let mut told = vec![reach];
    if contact.audience == Audience::Parents {
        told.push(words(
            "Dit is voor ouders zelf. Vraag er naar een nummer voor professionals.",
            "This is for parents themselves. Ask there for a number for professionals.",
        ));
    } else if contact.freshness != WhoFreshness::Fresh {
        told.push(words("Vraag of het nummer nog klopt.", "Ask whether the number still holds."));
    }
    told
}

/// "Vraag gemeente Leiden. Die staat met schuldhulpverlening bij “Startbijeenkomst”."
pub(super) fn ask(steps: &Steps<'_>, ask: &Ask, target: usize) -> Words {
    let speech = &steps.speech;
    both(|language| {
        let (who, whom) = (speech.member(ask.place, language), speech.member(target, language));
        let why = why(steps, ask.why, &whom, language);
        match language {
            Language::Nl => format!("Vraag {who}. {why}"),
            Language::En => format!("Ask {who}. {why}"),
        }
    })
}

fn why(steps: &Steps<'_>, why: MayKnow, whom: &str, language: Language) -> String {
    let initiatives = &steps.speech.network.initiatives;
    let initiative = |id: InitiativeId| initiatives.iter().find(|it| it.id == id && !it.is_nameless());
    let text = |nl: String, en: String| if language == Language::Nl { nl } else { en };
    let fixed = |nl: &str, en: &str| pick(language, nl, en).to_owned();
    match why {
        MayKnow::Knows(_) => text(format!("Daar is een lijn met {whom}."), format!("They have a line with {whom}.")),
        MayKnow::TakesPart(id) => match initiative(id) {
            Some(it) if it.status == InitiativeStatus::Existing => text(
                format!("Daar doet men met {whom} mee aan “{}”.", it.name),
                format!("They take part with {whom} in “{}”.", it.name),
            ),
            Some(it) => {
                let when = it.period.from().map(|day| format!(", {}", date(day, language))).unwrap_or_default();
                text(
                    format!("Met {whom} stond daar gepland: “{}”{when}.", it.name),
                    format!("Planned there with {whom}: “{}”{when}.", it.name),
                )
            }
            None => text(format!("Daar kent men misschien {whom}."), format!("They may know {whom}.")),
        },
        MayKnow::InGroup(_) => {
            text(format!("Daar werkt men in één groep met {whom}."), format!("They work in one group with {whom}."))
        }
        MayKnow::Ahead(_) => {
            text(format!("Er is een plan of afspraak met {whom}."), format!("There is a plan or agreement with {whom}."))
        }
        MayKnow::Bridge => fixed("Dit soort partner kan u vaak verbinden.", "This kind of partner can often connect you."),
        MayKnow::SameDomain => fixed("Daar werkt men in hetzelfde domein.", "They work in the same domain."),
        MayKnow::Leads => fixed("Daar leidt men de coalitie.", "They lead the coalition."),
        MayKnow::Governs => fixed("Daar kent men de partners.", "They know the partners."),
    }
}
