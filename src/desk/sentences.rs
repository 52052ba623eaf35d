//! The sentence of each finding: one function a gap kind. Rules: who says so is named, "nog geen lijn" and "eerst vragen", never
//! a score, and what a source said over a year ago is told of its year.

mod cover;
mod doubt;

use super::phrases;
use super::sides::between;
use super::speech::Speech;
use super::words::*;
use crate::analysis::gaps::*;
use crate::model::*;
use crate::network::{Network, Rule};

/// The finding.
pub(super) fn text(speech: &Speech<'_>, gap: &Gap) -> Words {
    both(|language| {
        let text = match gap.kind {
            GapKind::MissingLine => missing_line(speech, gap, language),
            GapKind::UnknownLine => unknown_line(speech, gap, language),
            GapKind::LongLine => long_line(speech, gap, language),
            GapKind::MissingPartner => missing_partner(speech, gap, language),
            GapKind::UnknownPartner => unknown_partner(speech, gap, language),
            GapKind::SingleCarrier => single_carrier(speech, gap, language),
            GapKind::LevelMismatch => level_mismatch(speech, gap, language),
            GapKind::NoContactPoint => no_contact_point(speech, gap, language),
            GapKind::Isolate => isolate(speech, gap, language),
            GapKind::FewCarriers => cover::few_carriers(speech, gap, language),
            GapKind::Unconfirmed => doubt::unconfirmed(speech, gap, language),
            GapKind::Contested => doubt::contested(speech, gap, language),
            GapKind::Stale => doubt::stale(speech, gap, language),
            GapKind::UncoveredNeed => cover::uncovered_need(speech, gap, language),
            GapKind::UncoveredTheme => cover::uncovered_theme(speech, gap, language),
        };
        sentence_case(&text)
    })
}

/// The claims that a finding rests on.
fn claims<'a>(speech: &Speech<'a>, gap: &'a Gap) -> impl Iterator<Item = &'a Claim> {
    let network = speech.network;
    gap.evidence.iter().filter_map(move |it| match it {
        Evidence::Claim(id) => network.claims.get(id),
        _ => None,
    })
}

/// The claim that makes the finding: the first with this stance; one about a pair or two kinds before one about more.
fn ground<'a>(speech: &Speech<'a>, gap: &'a Gap, stances: &[Stance]) -> Option<&'a Claim> {
    let wide = |claim: &&Claim| matches!(claim.scope, Scope::Group(_) | Scope::Domains(_));
    claims(speech, gap).filter(|claim| stances.contains(&claim.stance)).min_by_key(wide)
}

/// Is "hard to find" said of a whole group only?
pub(super) fn of_group(speech: &Speech<'_>, gap: &Gap) -> bool {
    gap.basis == Basis::Insufficient
        && ground(speech, gap, &[Stance::Insufficient]).is_some_and(|claim| matches!(claim.scope, Scope::Group(_)))
}

fn missing_line(speech: &Speech<'_>, gap: &Gap, language: Language) -> String {
    let [a, b] = kinds(speech, gap, language);
    let stance = if gap.basis == Basis::Insufficient { Stance::Insufficient } else { Stance::Denied };
    let past = ground(speech, gap, &[stance]).and_then(|claim| speech.past_claim(claim, language));
    if of_group(speech, gap) {
        return group_can_improve(past.as_deref(), language);
    }
    match gap.basis {
        Basis::Insufficient => phrases::hard_to_find(&a, &b, past.as_deref(), language),
        _ => no_line_yet(&a, &b, past.as_deref(), language),
    }
}

/// "Tussen verloskundigen en schuldhulpverlening was in 2019 nog geen lijn."
pub(super) fn no_line_yet(a: &str, b: &str, past: Option<&str>, language: Language) -> String {
    match (past, language) {
        (None, Language::Nl) => format!("tussen {a} en {b} is nog geen lijn."),
        (None, Language::En) => format!("there is no line yet between {a} and {b}."),
        (Some(when), Language::Nl) => format!("tussen {a} en {b} was {when} nog geen lijn."),
        (Some(when), Language::En) => format!("{when} there was no line yet between {a} and {b}."),
    }
}

/// What is said of a group says nothing of a pair in it.
pub(super) fn group_can_improve(past: Option<&str>, language: Language) -> String {
    match (past, language) {
        (None, Language::Nl) => "over dit paar zegt niemand iets. Over de hele groep: de samenwerking kan beter.".to_owned(),
        (None, Language::En) => "nobody speaks about this pair. Of the whole group: the cooperation can be better.".to_owned(),
        (Some(when), Language::Nl) => {
            format!("over dit paar zegt niemand iets. Over de hele groep: de samenwerking kon {when} beter.")
        }
        (Some(when), Language::En) => {
            format!("nobody speaks about this pair. Of the whole group: {when} the cooperation could have been better.")
        }
    }
}

fn unknown_line(speech: &Speech<'_>, gap: &Gap, language: Language) -> String {
    let boards = gap.norm_line.is_some_and(|row| speech.network.catalogue.norm.lines[row].level == Level::Governance);
    let [a, b] = kinds(speech, gap, language);
    match language {
        Language::Nl if boards => format!("eerst vragen: hebben {a} en {b} samen iets afgesproken?"),
        Language::En if boards => format!("ask first: did {a} and {b} agree on something together?"),
        Language::Nl => format!("eerst vragen: kennen {a} en {b} elkaar?"),
        Language::En => format!("ask first: do {a} and {b} know each other?"),
    }
}

fn long_line(speech: &Speech<'_>, gap: &Gap, language: Language) -> String {
    let steps = gap.evidence.iter().find_map(|it| match it {
        Evidence::Path(path) => Some(path.len().saturating_sub(1)),
        _ => None,
    });
    let [a, b] = kinds(speech, gap, language);
    let steps = count(steps.unwrap_or_default(), pick(language, "stap", "step"), pick(language, "stappen", "steps"), language);
    match language {
        Language::Nl => format!("de kortste bekende lijn tussen {a} en {b} heeft {steps}."),
        Language::En => format!("the shortest known line between {a} and {b} takes {steps}."),
    }
}

/// Partners stand on the list of which no source says what they are: one of them may be the one that seems to be missing.
fn not_named_as_such(speech: &Speech<'_>, who: &str, several: bool, places: &[usize], language: Language) -> String {
    let names: Vec<String> = places.iter().map(|&place| speech.title(place, language)).collect();
    let names = list(&names, language);
    match (several, language) {
        (true, Language::Nl) => {
            format!("{who} staan niet met zoveel woorden op de lijst. Wat {names} doet, staat er niet bij: vraag dat eerst.")
        }
        (false, Language::Nl) => {
            format!("{who} staat niet met zoveel woorden op de lijst. Wat {names} doet, staat er niet bij: vraag dat eerst.")
        }
        (true, Language::En) => {
            format!("{who} are not named as such on the list. It does not say what {names} does: ask that first.")
        }
        (false, Language::En) => {
            format!("{who} is not named as such on the list. It does not say what {names} does: ask that first.")
        }
    }
}

fn missing_partner(speech: &Speech<'_>, gap: &Gap, language: Language) -> String {
    let who = partners(speech, gap, language);
    let several = gap.ends[0].len() > 1 || several(&who, language);
    if gap.basis != Basis::Wanted {
        let may_fill = gap.evidence.iter().find_map(|it| match it {
            Evidence::KindNotStated(places) => Some(places),
            _ => None,
        });
        if let Some(places) = may_fill {
            return not_named_as_such(speech, &who, several, places, language);
        }
        return match (several, language) {
            (true, Language::Nl) => format!("{who} staan niet op de lijst van wie meedoet."),
            (false, Language::Nl) => format!("{who} staat niet op de lijst van wie meedoet."),
            (true, Language::En) => format!("{who} are not on the list of who takes part."),
            (false, Language::En) => format!("{who} is not on the list of who takes part."),
        };
    }
    let past = gap.evidence.iter().find_map(|it| match it {
        Evidence::Membership(place) => speech.past(&speech.network.members[*place].provenance, None, language),
        _ => None,
    });
    match (past, several, language) {
        (None, false, Language::Nl) => format!("{who} is gewenst en doet nog niet mee."),
        (None, true, Language::Nl) => format!("{who} zijn gewenst en doen nog niet mee."),
        (None, false, Language::En) => format!("{who} is wanted and does not take part yet."),
        (None, true, Language::En) => format!("{who} are wanted and do not take part yet."),
        (Some(when), false, Language::Nl) => format!("{who} was {when} gewenst en deed nog niet mee."),
        (Some(when), true, Language::Nl) => format!("{who} waren {when} gewenst en deden nog niet mee."),
        (Some(when), false, Language::En) => format!("{who} was wanted {when} and did not take part yet."),
        (Some(when), true, Language::En) => format!("{who} were wanted {when} and did not take part yet."),
    }
}

fn unknown_partner(speech: &Speech<'_>, gap: &Gap, language: Language) -> String {
    let names: Vec<String> = gap.ends[0].iter().map(|party| partner(speech, party, language)).collect();
    let who = list(&names, language);
    match language {
        Language::Nl => format!("eerst vragen: doen deze partners ook mee? De bron noemt ze niet: {who}."),
        Language::En => format!("ask first: do these partners take part too? The source does not name them: {who}."),
    }
}

fn single_carrier(speech: &Speech<'_>, gap: &Gap, language: Language) -> String {
    let claim = claims(speech, gap).find(|claim| claim.single_carrier);
    let past = claim.and_then(|claim| speech.past_claim(claim, language));
    let (a, b) = (ends(speech, gap, 0, language), ends(speech, gap, 1, language));
    let wide = claim.is_none_or(|claim| !matches!(claim.scope, Scope::Pair(_)));
    let place = match (gap.ends[0] == gap.ends[1], b.is_empty(), language) {
        (true, _, Language::Nl) => format!("binnen {a}"),
        (true, _, Language::En) => format!("within {a}"),
        (false, true, Language::Nl) => format!("tussen {a}"),
        (false, true, Language::En) => format!("between {a}"),
        (false, false, _) => format!("{} {}", pick(language, "tussen", "between"), pair(speech, gap, language)),
    };
    match (past, wide, language) {
        (past, true, _) => phrases::through_persons(&place, past.as_deref(), language),
        (None, false, Language::Nl) => format!("de lijn {place} hangt aan enkele personen."),
        (None, false, Language::En) => format!("the line {place} rests on a few persons."),
        (Some(when), false, Language::Nl) => format!("de lijn {place} hing {when} aan enkele personen."),
        (Some(when), false, Language::En) => format!("{when} the line {place} rested on a few persons."),
    }
}

fn level_mismatch(speech: &Speech<'_>, gap: &Gap, language: Language) -> String {
    let signed = gap.ends[0].len();
    let signed = match language {
        Language::Nl => count(signed, "organisatie", "organisaties", language),
        Language::En => count(signed, "organisation", "organisations", language),
    };
    let sides = between(speech.network, language);
    match (speech.network.view.rule, language) {
        (Rule::Any, Language::Nl) => {
            format!("{signed} tekenden. Tussen {sides} is nog geen lijn op de werkvloer bekend.")
        }
        (Rule::Any, Language::En) => format!("{signed} signed. No line in practice is known yet between {sides}."),
        (Rule::Confirmed, Language::Nl) => {
            format!("{signed} tekenden. Tussen {sides} is nog geen lijn op de werkvloer bekend die beide kanten noemen.")
        }
        (Rule::Confirmed, Language::En) => {
            format!("{signed} signed. No line in practice that both ends name is known yet between {sides}.")
        }
    }
}

fn no_contact_point(speech: &Speech<'_>, gap: &Gap, language: Language) -> String {
    let who = ends(speech, gap, 0, language);
    if gap.basis == Basis::Wanted {
        let past = ground(speech, gap, &[Stance::Planned, Stance::Wished]).and_then(|it| speech.past_claim(it, language));
        return match (past, language) {
            (None, Language::Nl) => format!("een vast aanspreekpunt bij {who} is een idee."),
            (None, Language::En) => format!("a fixed contact point at {who} is an idea."),
            (Some(when), Language::Nl) => format!("een vast aanspreekpunt bij {who} was {when} een idee."),
            (Some(when), Language::En) => format!("a fixed contact point at {who} was an idea {when}."),
        };
    }
    let first = match language {
        Language::Nl => format!("voor {who} is nog geen contactpunt voor professionals vastgelegd."),
        Language::En => format!("no contact point for professionals is recorded yet for {who}."),
    };
    let for_parents = |party: &&GapParty| match party {
        GapParty::Member(place) => {
            let points = &speech.network.members[*place].contact_points;
            points.iter().any(|point| point.audience == Audience::Parents && point.phone.is_some())
        }
        _ => false,
    };
    let known: Vec<String> = gap.ends[0].iter().filter(for_parents).map(|party| name(speech, party, language)).collect();
    let number = match (known.len(), known.len() == gap.ends[0].len(), language) {
        (0, _, _) => return first,
        (_, true, Language::Nl) => "Het nummer voor ouders is bekend.".to_owned(),
        (_, true, Language::En) => "The number for parents is known.".to_owned(),
        (_, false, Language::Nl) => format!("Van {} is het nummer voor ouders bekend.", list(&known, language)),
        (_, false, Language::En) => format!("Of {} the number for parents is known.", list(&known, language)),
    };
    format!("{first} {number}")
}

fn isolate(speech: &Speech<'_>, gap: &Gap, language: Language) -> String {
    if gap.ends[1].is_empty() {
        let who = ends(speech, gap, 0, language);
        return match language {
            Language::Nl => format!("van {who} is naar lijnen gevraagd; er is er nog geen."),
            Language::En => format!("{who}: lines were asked about, and there is none yet."),
        };
    }
    let both = pair(speech, gap, language);
    let past = ground(speech, gap, &[Stance::Denied]).and_then(|claim| speech.past_claim(claim, language));
    match (past, by_consultation(speech, gap), language) {
        (None, true, Language::Nl) => format!("tussen {both} is er nog geen overleg."),
        (None, true, Language::En) => format!("between {both} there is no consultation yet."),
        (None, false, Language::Nl) => format!("tussen {both} zijn er nog geen lijnen."),
        (None, false, Language::En) => format!("between {both} there are no lines yet."),
        (Some(when), true, Language::Nl) => format!("tussen {both} was er {when} nog geen overleg."),
        (Some(when), true, Language::En) => format!("{when} there was no consultation yet between {both}."),
        (Some(when), false, Language::Nl) => format!("tussen {both} waren er {when} nog geen lijnen."),
        (Some(when), false, Language::En) => format!("{when} there were no lines yet between {both}."),
    }
}

/// Is it consultation of which somebody says that it is not there?
pub(super) fn by_consultation(speech: &Speech<'_>, gap: &Gap) -> bool {
    ground(speech, gap, &[Stance::Denied]).is_some_and(|claim| claim.kind.as_str() == "consults")
}

/// The two ends of a finding about a row of the norm: in the words of the source where one such partner stands there, else by kind:
/// "tweedelijns verloskundigen", "schuldhulpverlening".
fn kinds(speech: &Speech<'_>, gap: &Gap, language: Language) -> [String; 2] {
    let Some(line) = gap.norm_line.map(|row| &speech.network.catalogue.norm.lines[row]) else {
        return [0, 1].map(|end| ends(speech, gap, end, language));
    };
    [(&line.finder, &gap.ends[0]), (&line.helper, &gap.ends[1])].map(|(kind, end)| match end.as_slice() {
        [GapParty::Member(place)] if speech.network.members[*place].organisation.placeholder => speech.member(*place, language),
        _ => speech.people(kind, language),
    })
}

/// The first end of a finding as partners, each with its article: "een huisartsenpraktijk en een zorgverzekeraar".
fn partners(speech: &Speech<'_>, gap: &Gap, language: Language) -> String {
    let names: Vec<String> = gap.ends[0].iter().map(|party| with_article(&partner(speech, party, language), language)).collect();
    list(&names, language)
}

/// A partner inside a sentence, by its kind or title: "huisartsenpraktijk".
fn partner(speech: &Speech<'_>, party: &GapParty, language: Language) -> String {
    match party {
        GapParty::Kind(code) => {
            let kind = speech.network.catalogue.kind(code);
            kind.map_or_else(|| code.to_string(), |kind| lower_first(kind.name.in_language(language)))
        }
        GapParty::Member(place) if speech.network.members[*place].organisation.placeholder => {
            lower_first(&speech.title(*place, language))
        }
        GapParty::Member(place) => speech.title(*place, language),
        GapParty::Domain(it) => domain(*it, language).to_owned(),
    }
}

/// Both ends of a finding: "het medische en het sociale domein".
fn pair(speech: &Speech<'_>, gap: &Gap, language: Language) -> String {
    match (gap.ends[0].as_slice(), gap.ends[1].as_slice()) {
        ([GapParty::Domain(a)], [GapParty::Domain(b)]) => domain_pair([*a, *b], language),
        _ => [0, 1].map(|end| ends(speech, gap, end, language)).join(pick(language, " en ", " and ")),
    }
}

/// One end of a finding: "wijkteams en schuldhulpverlening".
fn ends(speech: &Speech<'_>, gap: &Gap, end: usize, language: Language) -> String {
    let names: Vec<String> = gap.ends[end].iter().map(|party| name(speech, party, language)).collect();
    list(&names, language)
}

fn name(speech: &Speech<'_>, party: &GapParty, language: Language) -> String {
    match party {
        GapParty::Member(place) => speech.member(*place, language),
        GapParty::Kind(kind) => speech.people(kind, language),
        GapParty::Domain(it) => domain(*it, language).to_owned(),
    }
}

/// A finding in few words, for the map and the list: the parties and no sentence.
pub(super) fn label(network: &Network, gap: &Gap, language: Language) -> String {
    let kind_name = |code: &KindCode| {
        network.catalogue.kind(code).map_or_else(|| code.to_string(), |it| it.name.in_language(language).to_owned())
    };
    if let (Some(theme), GapKind::UncoveredTheme) = (theme(network, gap), gap.kind) {
        return theme.to_owned();
    }
    let needs: Vec<&str> =
        gap.needs().filter_map(|code| network.catalogue.need(code)).map(|need| need.name.in_language(language)).collect();
    if !needs.is_empty() {
        return needs.join("; ");
    }
    if let Some(row) = gap.norm_line {
        let line = &network.catalogue.norm.lines[row];
        return format!("{} – {}", kind_name(&line.finder), kind_name(&line.helper));
    }
    let named = |party: &GapParty| match party {
        GapParty::Member(place) => network.members[*place].short_name().to_owned(),
        GapParty::Kind(code) => kind_name(code),
        GapParty::Domain(it) => domain_name(*it, language).to_owned(),
    };
    let ends: Vec<String> = gap
        .ends
        .iter()
        .filter(|end| !end.is_empty())
        .map(|end| list(&end.iter().map(named).collect::<Vec<_>>(), language))
        .collect();
    ends.join(" – ")
}

/// The theme that a finding is about.
fn theme<'a>(network: &'a Network, gap: &Gap) -> Option<&'a str> {
    gap.evidence.iter().find_map(|it| match it {
        Evidence::Theme(place) => Some(network.coalition.themes[*place].name.as_str()),
        _ => None,
    })
}
