//! A desk or number as a row: for whom, how to reach it, when it is open, and when it was checked.
//!
//! Never: a number for parents as a desk for professionals; the name of somebody who may not be seen, in whatever text.

use super::answer::*;
use super::resolve::need_row;
use crate::desk::contact_words::{self, hours, spoken};
use crate::desk::speech::Speech;
use crate::desk::words::*;
use crate::lookup::Checked;
use crate::model::*;

/// A contact point that the viewer may see.
pub(super) fn contact_row(speech: &Speech<'_>, point: &ContactPoint) -> WhoContact {
    let catalogue = &speech.network.catalogue;
    let seen = |text: &Option<Note>| text.clone().filter(|text| !speech.names_somebody_hidden(text.as_str()));
    let checked = Checked::of(point, speech.today);
    let by = point.checked_by.map(|party| both(|language| speech.party(party, language)));
    WhoContact {
        id: point.id,
        name: name(speech, point),
        audience: point.audience,
        audience_words: audience(point.audience),
        phone: point.phone.as_ref().map(|it| link(it.as_str(), it.uri())),
        mail: point.mail.as_ref().map(|it| link(it.as_str(), it.uri())),
        web: point.web.as_ref().map(|it| link(it.as_str(), it.uri())),
        hours: hours(point.open.as_ref(), seen(&point.hours).as_ref()),
        open: point.open.iter().flat_map(OpeningHours::spans).map(span).collect(),
        needs: point.needs.iter().map(|code| need_row(catalogue, code)).collect(),
        refer: seen(&point.refer),
        languages: point
            .languages
            .iter()
            .map(|code| NamedCode { code: code.to_string(), words: both(|language| spoken(code, language)) })
            .collect(),
        checked: point.checked.clone(),
        freshness: match checked {
            Checked::Fresh => WhoFreshness::Fresh,
            Checked::Stale => WhoFreshness::Stale,
            Checked::Never => WhoFreshness::Never,
        },
        freshness_words: freshness(speech, point, checked, by.as_ref()),
        checked_by: by,
        vcard: format!("/v1/contact-points/{}/vcard", point.id),
    }
}

fn link(text: &str, href: String) -> WhoLink {
    WhoLink { text: text.to_owned(), href }
}

fn span(OpenSpan { day, from, until }: OpenSpan) -> WhoOpen {
    WhoOpen { day, from, until }
}

/// The name of a desk; one that holds the name of somebody who may not be seen is called after its organisation.
fn name(speech: &Speech<'_>, point: &ContactPoint) -> Name {
    match speech.register.organisation(&point.organisation) {
        Some(organisation) if speech.names_somebody_hidden(point.name.as_str()) => organisation.name.clone(),
        _ => point.name.clone(),
    }
}

fn audience(audience: Audience) -> Words {
    match audience {
        Audience::Professionals => words("loket voor professionals", "desk for professionals"),
        Audience::Parents => words("openbaar nummer voor ouders", "public number for parents"),
    }
}

/// When it was checked; what was never checked tells where it comes from.
fn freshness(speech: &Speech<'_>, point: &ContactPoint, checked: Checked, by: Option<&Words>) -> Words {
    both(|language| {
        let told = contact_words::checked(point, by.map(|by| by.in_language(language)), speech.today, language);
        if checked == Checked::Never { format!("{told} {}", origin(speech, point, language)) } else { told }
    })
}

/// "Uit een tekst zonder datum."
fn origin(speech: &Speech<'_>, point: &ContactPoint, language: Language) -> String {
    let Some(source) = point.provenance.source.and_then(|id| speech.register.source(&id)) else {
        return pick(language, "Ingevuld in het register.", "Entered in the register.").to_owned();
    };
    let what = source_kind(source.kind, language);
    match (source.date.as_ref().map(|day| date(day, language)), language) {
        (Some(when), Language::Nl) => format!("Uit {what} van {when}."),
        (Some(when), Language::En) => format!("From {what} of {when}."),
        (None, Language::Nl) => format!("Uit {what} zonder datum."),
        (None, Language::En) => format!("From {what} without a date."),
    }
}

/// What sort of source it is: "een interview".
pub(super) fn source_kind(kind: SourceKind, language: Language) -> &'static str {
    let (nl, en) = match kind {
        SourceKind::Document => ("een tekst", "a text"),
        SourceKind::Interview => ("een interview", "an interview"),
        SourceKind::Survey => ("een vragenronde", "a round of questions"),
        SourceKind::MeetingList => ("een deelnemerslijst", "a list of who met"),
        SourceKind::Import => ("een bestand", "a file"),
    };
    pick(language, nl, en)
}
