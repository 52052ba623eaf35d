//! Changes in words.

use super::super::words::*;
use super::rows::Told;
use super::{ChangeCounts, GapTurns, counts};
use crate::analysis::change::{LineChange, PartnerChange, PartnerTurn, Turn};
use crate::model::*;
use crate::network::Link;
use time::Date;

/// What happened to a line, in a few words.
pub(in crate::desk) fn turn(turn: Turn) -> Words {
    match turn {
        Turn::New => words("nieuw", "new"),
        Turn::Lost => words("niet meer genoemd", "no longer named"),
        Turn::Strengthened => words("sterker", "stronger"),
        Turn::Weakened => words("minder sterk", "less strong"),
        Turn::Confirmed => words("nu door beide kanten bevestigd", "now confirmed by both sides"),
        Turn::Doubted => words("niet meer door beide kanten bevestigd", "no longer confirmed by both sides"),
        Turn::Stale => words("te lang niet genoemd", "not mentioned for too long"),
        Turn::Refreshed => words("opnieuw genoemd", "mentioned again"),
    }
}

/// The same with how strong it was and is.
pub(in crate::desk) fn turn_of(what: Turn, was: Option<&Link>, is: Option<&Link>, language: Language) -> String {
    let told = turn(what);
    let told = told.in_language(language);
    let strength = |link: Option<&Link>| link.and_then(|it| it.strength).map(Strength::get);
    match (what, strength(was), strength(is)) {
        (Turn::Strengthened | Turn::Weakened, Some(was), Some(is)) => match language {
            Language::Nl => format!("{told} (van {was} naar {is})"),
            Language::En => format!("{told} (from {was} to {is})"),
        },
        _ => told.to_owned(),
    }
}

/// What happened to a partner, in one sentence.
pub(in crate::desk) fn partner(name: &str, what: PartnerTurn, language: Language) -> String {
    let told = match what {
        PartnerTurn::Joined => pick(language, "doet nu mee", "takes part now"),
        PartnerTurn::Left => pick(language, "doet niet meer mee", "no longer takes part"),
        PartnerTurn::Signed => pick(language, "heeft getekend", "has signed"),
        PartnerTurn::Unsigned => pick(language, "doet mee, zonder handtekening", "takes part, without a signature"),
        PartnerTurn::Approached => pick(language, "is benaderd", "was approached"),
        PartnerTurn::Wanted => pick(language, "is gewenst", "is wanted"),
        PartnerTurn::Named => pick(language, "wordt nu genoemd", "is named now"),
        PartnerTurn::Gone => pick(language, "is niet meer in beeld", "is no longer in the picture"),
    };
    format!("{name}: {told}.")
}

/// There is nothing to compare yet.
pub(super) fn only_one() -> Words {
    words(
        "Er is nog maar één moment bekend. Na de eerste ronde ziet u hier wat er veranderde.",
        "Only one moment is known so far. After the first round you will see here what changed.",
    )
}

/// How many came into the picture, and how many left it.
pub(in crate::desk) fn came_and_went(partners: &[PartnerChange]) -> [usize; 2] {
    [partners.iter().filter(|it| it.came).count(), partners.iter().filter(|it| it.went).count()]
}

/// What changed since a day, in one sentence.
pub(in crate::desk) fn since(from: Date, changed: &ChangeCounts, [came, went]: [usize; 2]) -> Words {
    let ChangeCounts { new, lost, strengthened, weakened, confirmed, doubted, stale, refreshed, .. } = *changed;
    let nothing = [new, lost, strengthened, weakened, confirmed, doubted, stale, refreshed, came, went].iter().all(|it| *it == 0);
    both(|language| {
        let since = day(from, language);
        if nothing {
            return match language {
                Language::Nl => format!("Sinds {since} is aan lijnen en partners niets veranderd in wat wij weten."),
                Language::En => format!("Nothing changed in lines and partners in what we know since {since}."),
            };
        }
        match language {
            Language::Nl => format!(
                "Sinds {since}: {new} nieuwe {}, {confirmed} nu door beide kanten bevestigd, {stale} te lang niet genoemd, \
                 {lost} niet meer genoemd; {came} {} erbij en {went} eraf.",
                if new == 1 { "lijn" } else { "lijnen" },
                if came == 1 { "organisatie" } else { "organisaties" }
            ),
            Language::En => format!(
                "Since {since}: {new} new {}, {confirmed} now confirmed by both sides, {stale} not mentioned for too long, \
                 {lost} no longer named; {came} {} more and {went} fewer.",
                if new == 1 { "line" } else { "lines" },
                if came == 1 { "organisation" } else { "organisations" }
            ),
        }
    })
}

/// What it comes to: all lines and partners, those between the sides, the findings. What did not change is not told.
pub(super) fn summary(told: &Told<'_>, lines: &[LineChange], partners: &[PartnerChange], gaps: &GapTurns) -> Vec<Words> {
    let from = told.before.network.as_of;
    let mut text = vec![since(from, &counts(lines), came_and_went(partners))];
    let across: Vec<LineChange> = lines.iter().filter(|line| told.across(line)).copied().collect();
    let ChangeCounts { new, lost, confirmed, .. } = counts(&across);
    if new + lost + confirmed > 0 {
        let lines = |language| match language {
            Language::Nl => count(new, "nieuwe lijn", "nieuwe lijnen", language),
            Language::En => count(new, "new line", "new lines", language),
        };
        text.push(words(
            format!(
                "Tussen de twee kanten: {}, {} nu door beide kanten bevestigd, {} niet meer genoemd.",
                lines(Language::Nl),
                number(confirmed, Language::Nl),
                number(lost, Language::Nl)
            ),
            format!(
                "Between the two sides: {}, {} now confirmed by both sides, {} no longer named.",
                lines(Language::En),
                number(confirmed, Language::En),
                number(lost, Language::En)
            ),
        ));
    }
    let (closed, opened) = (gaps.closed.len(), gaps.opened.len());
    if closed + opened > 0 {
        text.push(words(
            format!(
                "Aandachtspunten: {} opgelost of niet meer aan de orde, {} nieuw.",
                number(closed, Language::Nl),
                number(opened, Language::Nl)
            ),
            format!(
                "Points of attention: {} solved or no longer there, {} new.",
                number(closed, Language::En),
                number(opened, Language::En)
            ),
        ));
    }
    text
}

/// How to read it.
pub(super) fn notes() -> Vec<Words> {
    vec![
        words(
            "Een lijn is hier nieuw als zij na die dag voor het eerst genoemd is; misschien was zij er al. Waarvan niet bekend is \
             wanneer het begon, telt op beide dagen mee.",
            "A line is new here when it was first mentioned after that day; it may have been there before. What has no known \
             beginning counts on both days.",
        ),
        words(
            "Te lang niet genoemd komt doordat er tijd voorbijgaat: niemand heeft gezegd dat de lijn er niet meer is.",
            "Not mentioned for too long comes from time passing: nobody said that the line is not there any more.",
        ),
        words(
            "Beide dagen zijn gelezen met wat nu bekend is; wat toen gemeten en bewaard is, staat in de tijdlijn.",
            "Both days are read with what is known now; what was measured and kept then stands in the timeline.",
        ),
    ]
}
