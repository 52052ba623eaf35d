//! The sentence of each finding: one function a gap kind. Rules: who says so is named, "nog geen lijn" and "eerst vragen", never
//! a score, and what a source of some year says is said of that year.

use super::speech::Speech;
use super::words::*;
use crate::analysis::gaps::*;
use crate::model::*;
use crate::network::Network;

/// The finding.
pub(super) fn text(speech: &Speech<'_>, gap: &Gap) -> Words {
    match gap.kind {
        GapKind::MissingLine => missing_line(speech, gap),
        GapKind::UnknownLine => unknown_line(speech, gap),
        GapKind::LongLine => long_line(speech, gap),
        GapKind::MissingPartner => missing_partner(speech, gap),
        GapKind::UnknownPartner => unknown_partner(speech, gap),
        GapKind::SingleCarrier => single_carrier(speech, gap),
        GapKind::LevelMismatch => level_mismatch(speech, gap),
        GapKind::NoContactPoint => no_contact_point(speech, gap),
        GapKind::Isolate => isolate(speech, gap),
    }
}

fn missing_line(speech: &Speech<'_>, gap: &Gap) -> Words {
    both(|language| {
        let [a, b] = kinds(speech, gap, language);
        let text = match (gap.basis, language) {
            (Basis::Insufficient, Language::Nl) => format!("{a} en {b} vinden elkaar lastig."),
            (Basis::Insufficient, Language::En) => format!("{a} and {b} find each other hard to reach."),
            (_, Language::Nl) => format!("tussen {a} en {b} is nog geen lijn."),
            (_, Language::En) => format!("there is no line yet between {a} and {b}."),
        };
        sentence_case(&text)
    })
}

fn unknown_line(speech: &Speech<'_>, gap: &Gap) -> Words {
    let boards = gap.norm_line.is_some_and(|row| speech.network.catalogue.norm.lines[row].level == Level::Governance);
    both(|language| {
        let [a, b] = kinds(speech, gap, language);
        match language {
            Language::Nl if boards => format!("Eerst vragen: hebben {a} en {b} samen iets afgesproken?"),
            Language::En if boards => format!("Ask first: did {a} and {b} agree on something together?"),
            Language::Nl => format!("Eerst vragen: kennen {a} en {b} elkaar?"),
            Language::En => format!("Ask first: do {a} and {b} know each other?"),
        }
    })
}

fn long_line(speech: &Speech<'_>, gap: &Gap) -> Words {
    let steps = gap.evidence.iter().find_map(|it| match it {
        Evidence::Path(path) => Some(path.len().saturating_sub(1)),
        _ => None,
    });
    both(|language| {
        let [a, b] = kinds(speech, gap, language);
        let steps = steps.unwrap_or_default();
        let text = match language {
            Language::Nl => format!("de kortste bekende lijn tussen {a} en {b} heeft {steps} stappen."),
            Language::En => format!("the shortest known line between {a} and {b} takes {steps} steps."),
        };
        sentence_case(&text)
    })
}

fn missing_partner(speech: &Speech<'_>, gap: &Gap) -> Words {
    both(|language| {
        let who = partners(speech, gap, language);
        match (gap.basis, language) {
            (Basis::Wanted, Language::Nl) => format!("{} is gewenst en doet nog niet mee.", sentence_case(&who)),
            (Basis::Wanted, Language::En) => format!("{} is wanted and does not take part yet.", sentence_case(&who)),
            (_, Language::Nl) => format!("{} staat niet op de lijst van wie meedoet.", sentence_case(&who)),
            (_, Language::En) => format!("{} is not on the list of who takes part.", sentence_case(&who)),
        }
    })
}

fn unknown_partner(speech: &Speech<'_>, gap: &Gap) -> Words {
    both(|language| {
        let who = partners(speech, gap, language);
        match language {
            Language::Nl => format!("Eerst vragen: doen ook mee? De bron noemt niet: {who}."),
            Language::En => format!("Ask first: do these take part too? The source does not name: {who}."),
        }
    })
}

fn single_carrier(speech: &Speech<'_>, gap: &Gap) -> Words {
    let within = gap.ends[0] == gap.ends[1];
    both(|language| {
        let (a, b) = (ends(speech, gap, 0, language), ends(speech, gap, 1, language));
        if within {
            return match language {
                Language::Nl => format!("Lijnen binnen {a} hangen aan enkele personen, niet aan de organisaties."),
                Language::En => format!("Lines within {a} rest on a few persons, not on the organisations."),
            };
        }
        let between = if b.is_empty() { a } else { format!("{a} {} {b}", pick(language, "en", "and")) };
        match language {
            Language::Nl => format!("De lijn tussen {between} hangt aan enkele personen, niet aan de organisaties."),
            Language::En => format!("The line between {between} rests on a few persons, not on the organisations."),
        }
    })
}

fn level_mismatch(_: &Speech<'_>, gap: &Gap) -> Words {
    let signed = gap.ends[0].len();
    both(|language| match language {
        Language::Nl => format!(
            "{} tekenden. Tussen medisch en sociaal is nog geen lijn op de werkvloer bekend.",
            sentence_case(&count(signed, "organisatie", "organisaties", language))
        ),
        Language::En => format!(
            "{} signed. No line in practice is known yet between medical and social.",
            sentence_case(&count(signed, "organisation", "organisations", language))
        ),
    })
}

fn no_contact_point(speech: &Speech<'_>, gap: &Gap) -> Words {
    both(|language| {
        let who = ends(speech, gap, 0, language);
        let several = gap.ends[0].len() > 1;
        match (gap.basis, language) {
            (Basis::Wanted, Language::Nl) => format!("Een vast contactpunt bij {who} is een idee, en is er nog niet."),
            (Basis::Wanted, Language::En) => format!("A fixed contact point at {who} is an idea, and is not there yet."),
            (_, Language::Nl) if several => format!("Van {who} is nog geen loket of contactpersoon bekend."),
            (_, Language::Nl) => format!("Van {who} is nog geen loket of contactpersoon bekend."),
            (_, Language::En) => format!("No desk or contact person is known yet of {who}."),
        }
    })
}

fn isolate(speech: &Speech<'_>, gap: &Gap) -> Words {
    let claim = gap.evidence.iter().find_map(|it| match it {
        Evidence::Claim(id) => speech.network.claims.get(id),
        _ => None,
    });
    let consults = claim.is_some_and(|claim| claim.kind.as_str() == "consults");
    both(|language| {
        let (a, b) = (ends(speech, gap, 0, language), ends(speech, gap, 1, language));
        match (b.is_empty(), consults, language) {
            (true, _, Language::Nl) => format!("{} heeft met niemand een lijn.", sentence_case(&a)),
            (true, _, Language::En) => format!("{} has a line with nobody.", sentence_case(&a)),
            (false, true, Language::Nl) => format!("Tussen {a} en {b} is er nog geen overleg."),
            (false, true, Language::En) => format!("Between {a} and {b} there is no consultation yet."),
            (false, false, Language::Nl) => format!("Tussen {a} en {b} zijn er nog geen lijnen."),
            (false, false, Language::En) => format!("Between {a} and {b} there are no lines yet."),
        }
    })
}

/// The rule that was applied.
pub(super) fn rule(gap: &Gap) -> Words {
    match gap.kind {
        GapKind::MissingLine => words(
            "De norm verwacht deze lijn, beide soorten partners zijn in beeld, en iemand van een van beide kanten zegt dat zij er niet is of lastig te vinden is, of een volledige lijst noemt haar niet.",
            "The norm expects this line, both kinds of partner are in view, and somebody of one of the two sides says that it is not there or hard to find, or a complete list does not name it.",
        ),
        GapKind::UnknownLine => words(
            "De norm verwacht deze lijn, beide soorten partners zijn in beeld, en niemand is ernaar gevraagd.",
            "The norm expects this line, both kinds of partner are in view, and nobody was asked about it.",
        ),
        GapKind::LongLine => words(
            "De norm verwacht een directe lijn, of een in twee stappen via een partner die mag verbinden; de kortste bekende lijn is langer.",
            "The norm expects a direct line, or one in two steps through a partner that may bridge; the shortest known line is longer.",
        ),
        GapKind::MissingPartner => words(
            "De coalitie wil deze partner erbij, of de norm verwacht hem en de lijst van wie meedoet is volledig.",
            "The coalition wants this partner in, or the norm expects it and the list of who takes part is complete.",
        ),
        GapKind::UnknownPartner => words(
            "De norm verwacht deze soorten partners in elke coalitie, en de lijst van wie meedoet is niet volledig.",
            "The norm expects these kinds of partner in every coalition, and the list of who takes part is not complete.",
        ),
        GapKind::SingleCarrier => words(
            "Een van de kanten zegt dat de lijn aan enkele personen hangt.",
            "One of the sides says that the line rests on a few persons.",
        ),
        GapKind::LevelMismatch => words(
            "Er is een overeenkomst, en tussen de ondertekenaars van beide kanten noemt niemand een lijn op de werkvloer.",
            "There is an agreement, and nobody names a line in practice between the signatories of the two sides.",
        ),
        GapKind::NoContactPoint => words(
            "Anderen moeten deze partner kunnen vinden (kernregel van de norm), en er is geen loket of aandachtsfunctionaris bekend.",
            "Others must be able to find this partner (core row of the norm), and no desk or attention officer is known.",
        ),
        GapKind::Isolate => words(
            "Iemand zegt dat er tussen deze twee niets is, of een volledig antwoord noemt geen enkele lijn.",
            "Somebody says that there is nothing between these two, or a complete answer names no line at all.",
        ),
    }
}

/// What would close it.
pub(super) fn closes(gap: &Gap) -> Words {
    match gap.kind {
        GapKind::MissingLine => words(
            "Een kennismaking die beide kanten bevestigen, of een loket dat beide kanten kennen.",
            "An introduction that both sides confirm, or a desk that both sides know.",
        ),
        GapKind::UnknownLine => {
            words("Een vraag aan beide kanten: werkt u samen?", "One question to both sides: do you work together?")
        }
        GapKind::LongLine => words(
            "Een directe lijn, of een lijn via een partner die mag verbinden.",
            "A direct line, or one through a partner that may bridge.",
        ),
        GapKind::MissingPartner => {
            words("Deze partner uitnodigen en laten meedoen.", "Inviting this partner and having it take part.")
        }
        GapKind::UnknownPartner => {
            words("Navragen wie er meedoet, en de lijst sluiten.", "Asking who takes part, and closing the list.")
        }
        GapKind::SingleCarrier => words(
            "Een tweede paar personen, of een vast contactpunt aan beide kanten.",
            "A second pair of persons, or a fixed contact point on both sides.",
        ),
        GapKind::LevelMismatch => words(
            "Eén lijn op de werkvloer tussen medisch en sociaal die een ondertekenaar noemt.",
            "One line in practice between medical and social that a signatory names.",
        ),
        GapKind::NoContactPoint => words(
            "Een loket, telefoonnummer of aandachtsfunctionaris voor professionals.",
            "A desk, phone number or attention officer for professionals.",
        ),
        GapKind::Isolate => {
            words("Een eerste overleg of lijn tussen deze twee.", "A first consultation or line between these two.")
        }
    }
}

/// The kind of finding, in words.
pub(super) fn kind(kind: GapKind) -> Words {
    match kind {
        GapKind::MissingPartner => words("partner doet nog niet mee", "partner does not take part yet"),
        GapKind::UnknownPartner => words("partner niet genoemd: eerst vragen", "partner not named: ask first"),
        GapKind::MissingLine => words("nog geen lijn", "no line yet"),
        GapKind::UnknownLine => words("eerst vragen", "ask first"),
        GapKind::LongLine => words("lange lijn", "long line"),
        GapKind::SingleCarrier => words("hangt aan enkele personen", "rests on a few persons"),
        GapKind::LevelMismatch => words("getekend, nog geen lijn op de werkvloer", "signed, no line in practice yet"),
        GapKind::NoContactPoint => words("nog geen contactpunt", "no contact point yet"),
        GapKind::Isolate => words("nog zonder lijnen", "without lines so far"),
    }
}

/// Why it matters that much.
pub(super) fn importance(gap: &Gap) -> Words {
    let line = gap.norm_line.is_some();
    match (gap.importance, line) {
        (Importance::A, true) => words(
            "Groot: deze lijn hoort in elke coalitie, en van de ene kant komt nog niemand er.",
            "High: this line is expected in every coalition, and nobody of the one side gets there yet.",
        ),
        (Importance::A, false) => words("Groot: zonder dit blijven kernlijnen uit.", "High: without this, core lines stay away."),
        (Importance::B, true) => words(
            "Middel: een deel komt er al, of de lijn hoort in de meeste coalities.",
            "Medium: some get there already, or the line is expected in most coalitions.",
        ),
        (Importance::B, false) => words("Middel: het maakt andere lijnen mogelijk.", "Medium: it makes other lines possible."),
        (Importance::C, _) => words("Klein: eerst de andere.", "Low: the others first."),
    }
}

/// Who says so, in words.
pub(super) fn certainty(certainty: Certainty) -> Words {
    match certainty {
        Certainty::Both => words("Beide kanten zeggen het", "Both sides say so"),
        Certainty::One => words("Eén kant zegt het", "One side says so"),
        Certainty::Source => words("Uit een bron, niet nagevraagd", "From a source, not checked"),
        Certainty::Nobody => words("Niet gevraagd", "Not asked"),
    }
}

/// The two ends of a finding about a row of the norm, as kinds: "verloskundigen", "schuldhulpverlening".
fn kinds(speech: &Speech<'_>, gap: &Gap, language: Language) -> [String; 2] {
    match gap.norm_line.map(|row| &speech.network.catalogue.norm.lines[row]) {
        Some(line) => [speech.people(&line.finder, language), speech.people(&line.helper, language)],
        None => [0, 1].map(|end| ends(speech, gap, end, language)),
    }
}

/// The first end of a finding as partners, one of each kind: "Huisartsenpraktijk en Zorgverzekeraar".
fn partners(speech: &Speech<'_>, gap: &Gap, language: Language) -> String {
    let catalogue = &speech.network.catalogue;
    let of_kind = |code: &KindCode| {
        catalogue.kind(code).map_or_else(|| code.to_string(), |kind| kind.name.in_language(language).to_owned())
    };
    let names: Vec<String> = gap.ends[0]
        .iter()
        .map(|party| match party {
            GapParty::Kind(code) => of_kind(code),
            GapParty::Member(place) => speech.title(*place, language),
            GapParty::Domain(it) => domain(*it, language).to_owned(),
        })
        .collect();
    list(&names, language)
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
