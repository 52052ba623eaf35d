//! Beside the sentence of a finding: its sort, the rule, what closes it, how much it matters, and who says so.

use super::sentences::{by_consultation, of_group};
use super::speech::Speech;
use super::words::*;
use crate::analysis::gaps::*;
use crate::model::*;

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
        GapKind::FewCarriers => words(
            "Het kleinste aantal personen zonder wie geen bekende weg de twee kanten nog verbindt, geteld als van minstens 80% van de lijnen de personen bekend zijn; collega's van één organisatie en deelname aan een overleg tellen niet als lijn.",
            "The smallest number of people without whom no known way joins the two sides, counted when the persons of at least 80% of the lines are known; colleagues of one organisation and taking part in a consultation do not count as a line.",
        ),
        GapKind::Unconfirmed => words(
            "De norm verwacht deze lijn, of zij verbindt de twee kanten, en niet beide kanten noemen haar.",
            "The norm expects this line, or it joins the two sides, and not both ends name it.",
        ),
        GapKind::Contested => words(
            "Iemand noemt deze lijn, en een van de twee kanten zegt dat zij er niet is. Alleen voor deze twee en de projectleider.",
            "Somebody names this line, and one of its two ends says that it is not there. For these two and the project leader only.",
        ),
        GapKind::Stale => words(
            "De norm verwacht deze lijn, of zij verbindt de twee kanten, en zij is langer geleden genoemd dan haar houdbaarheid (halfwaardetijd in de catalogus).",
            "The norm expects this line, or it joins the two sides, and it was named longer ago than it keeps (half-life in the catalogue).",
        ),
        GapKind::UncoveredNeed if gap.basis == Basis::Unreached => words(
            "Van geen enkele partner van deze soort is een lijn bekend naar wie bij deze hulpvraag helpt, ook niet via één ander, en van elk paar is bekend dat zij er niet is.",
            "No partner of this kind is known to have a line to who helps with this need, not through one other either, and of every pair it is known that there is none.",
        ),
        GapKind::UncoveredNeed => words(
            "Voor deze hulpvraag hoort in elke of de meeste coalities een partner, en van niemand die meedoet of genoemd wordt is bekend dat die erbij helpt.",
            "For this need a partner is expected in every or most coalitions, and nobody who takes part or is named is known to help with it.",
        ),
        GapKind::UncoveredTheme => words(
            "Van het thema zijn minstens twee partners bekend, en zij staan allemaal aan dezelfde kant.",
            "At least two partners of the theme are known, and they all stand on the same side.",
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
            "Eén lijn op de werkvloer tussen de twee kanten die een ondertekenaar noemt.",
            "One line in practice between the two sides that a signatory names.",
        ),
        GapKind::NoContactPoint => words(
            "Een loket, telefoonnummer of aandachtsfunctionaris voor professionals.",
            "A desk, phone number or attention officer for professionals.",
        ),
        GapKind::Isolate => {
            words("Een eerste overleg of lijn tussen deze twee.", "A first consultation or line between these two.")
        }
        GapKind::FewCarriers => words(
            "Een tweede paar personen dat elkaar kent, buiten deze mensen om, of een vast contactpunt aan beide kanten.",
            "A second pair of people who know each other, apart from these, or a fixed contact point on both sides.",
        ),
        GapKind::Unconfirmed => words(
            "Een vraag aan wie haar nog niet noemt: werkt u samen?",
            "One question to who does not name it yet: do you work together?",
        ),
        GapKind::Contested => words(
            "Een gesprek met beide kanten: bedoelen zij hetzelfde, en is er een lijn?",
            "A talk with both ends: do they mean the same, and is there a line?",
        ),
        GapKind::Stale => words(
            "Een nieuwe bevestiging van een van beide kanten, of het bericht dat de lijn er niet meer is.",
            "A new confirmation by one of the ends, or word that the line is no longer there.",
        ),
        GapKind::UncoveredNeed if gap.basis == Basis::Unreached => words(
            "Een directe lijn, of een via één partner, naar wie bij deze hulpvraag helpt.",
            "A direct line, or one through one partner, to who helps with this need.",
        ),
        GapKind::UncoveredNeed => words(
            "Een partner of loket vastleggen dat bij deze hulpvraag helpt.",
            "Recording a partner or desk that helps with this need.",
        ),
        GapKind::UncoveredTheme => {
            words("Een partner van de andere kant bij dit thema.", "A partner of the other side for this theme.")
        }
    }
}

/// The kind of finding, in words.
pub(super) fn kind(speech: &Speech<'_>, gap: &Gap) -> Words {
    match gap.kind {
        GapKind::MissingPartner if gap.basis == Basis::Wanted => words("gewenste partner", "wanted partner"),
        GapKind::MissingPartner => words("staat niet op de lijst", "is not on the list"),
        GapKind::UnknownPartner => words("partners niet genoemd: eerst vragen", "partners not named: ask first"),
        GapKind::MissingLine if of_group(speech, gap) => words("samenwerking kan beter", "cooperation can be better"),
        GapKind::MissingLine if gap.basis == Basis::Insufficient => {
            words("lijn die lastig te leggen is", "line that is hard to make")
        }
        GapKind::MissingLine => words("nog geen lijn", "no line yet"),
        GapKind::UnknownLine => words("eerst vragen", "ask first"),
        GapKind::LongLine => words("lange lijn", "long line"),
        GapKind::SingleCarrier => words("hangt aan enkele personen", "rests on a few persons"),
        GapKind::LevelMismatch => {
            words("getekend; lijnen op de werkvloer nog niet bekend", "signed; lines in practice not known yet")
        }
        GapKind::NoContactPoint => words("nog geen contactpunt", "no contact point yet"),
        GapKind::Isolate if gap.ends[1].is_empty() => words("nog zonder lijnen", "without lines so far"),
        GapKind::Isolate if by_consultation(speech, gap) => {
            words("nog geen overleg tussen de domeinen", "no consultation between the domains yet")
        }
        GapKind::Isolate => words("nog geen lijnen tussen de domeinen", "no lines between the domains yet"),
        GapKind::FewCarriers => words("hangt aan weinig personen", "hangs on few people"),
        GapKind::Unconfirmed if gap.basis == Basis::Document => {
            words("alleen van een derde: vragen", "from a third party only: ask")
        }
        GapKind::Unconfirmed if gap.basis == Basis::NotBoth => words("nog niet bevestigd: vragen", "not confirmed yet: ask"),
        GapKind::Unconfirmed => words("één kant noemt haar: vragen", "one side names it: ask"),
        GapKind::Contested => words("opgaven spreken elkaar tegen", "claims contradict each other"),
        GapKind::Stale => words("lang niet opnieuw genoemd", "not named again for long"),
        GapKind::UncoveredNeed if gap.basis == Basis::Unreached => words("hulpvraag buiten bereik", "need out of reach"),
        GapKind::UncoveredNeed => words("hulpvraag zonder partner", "need without a partner"),
        GapKind::UncoveredTheme => words("thema van één kant", "theme of one side"),
    }
}

/// Why it matters that much: the weight in the norm, and how much of it is there.
pub(super) fn importance(speech: &Speech<'_>, gap: &Gap) -> Words {
    if gap.kind == GapKind::Unconfirmed && gap.importance == Importance::A {
        return words(
            "Groot: deze lijn hoort in elke coalitie, en van geen enkele partner bevestigen beide kanten haar.",
            "High: this line is expected in every coalition, and of no partner do both ends confirm it.",
        );
    }
    if matches!(gap.kind, GapKind::Unconfirmed | GapKind::Stale) && gap.importance == Importance::B {
        return words(
            "Middel: een lijn die de norm verwacht, steunt hierop.",
            "Medium: a line that the norm expects rests on this.",
        );
    }
    let weight = gap.norm_line.map(|row| speech.network.catalogue.norm.lines[row].weight);
    match (gap.importance, weight) {
        (Importance::A, Some(_)) => words(
            "Groot: deze lijn hoort in elke coalitie, en wij kennen er nog geen.",
            "High: this line is expected in every coalition, and we know of none yet.",
        ),
        (Importance::B, Some(Expected::Core)) => {
            words("Middel: van een deel kennen wij de lijn al.", "Medium: of some we know the line already.")
        }
        (Importance::B, Some(_)) => {
            words("Middel: deze lijn hoort in de meeste coalities.", "Medium: this line is expected in most coalitions.")
        }
        (Importance::C, _) => words("Klein: eerst de andere.", "Low: the others first."),
        (Importance::A, None) => high(gap),
        (Importance::B, None) => medium(gap),
    }
}

fn high(gap: &Gap) -> Words {
    match (gap.kind, gap.basis) {
        (GapKind::MissingPartner, Basis::Wanted) => {
            words("Groot: deze partner hoort in elke coalitie.", "High: this partner is expected in every coalition.")
        }
        (GapKind::MissingPartner, _) => words(
            "Groot: een lijn die in elke coalitie hoort, heeft deze partner nodig.",
            "High: a line that is expected in every coalition needs this partner.",
        ),
        (GapKind::FewCarriers, _) => words(
            "Groot: één vertrek raakt alle lijnen tussen de kanten.",
            "High: one departure touches all lines between the sides.",
        ),
        _ => words("Groot: het gaat over twee hele domeinen.", "High: it is about two whole domains."),
    }
}

fn medium(gap: &Gap) -> Words {
    match (gap.kind, gap.basis) {
        (GapKind::MissingPartner, Basis::Wanted) => {
            words("Middel: de coalitie vraagt er zelf om.", "Medium: the coalition itself asks for it.")
        }
        (GapKind::MissingPartner, _) => {
            words("Middel: deze partner hoort in elke coalitie.", "Medium: this partner is expected in every coalition.")
        }
        (GapKind::UnknownPartner, _) => {
            words("Middel: deze partners horen in elke coalitie.", "Medium: these partners are expected in every coalition.")
        }
        (GapKind::SingleCarrier, _) => {
            words("Middel: als iemand vertrekt, kan een lijn wegvallen.", "Medium: if somebody leaves, a line can be lost.")
        }
        (GapKind::FewCarriers, _) => words(
            "Middel: als deze mensen vertrekken, raken de kanten elkaar kwijt.",
            "Medium: if these people leave, the sides lose each other.",
        ),
        (GapKind::Contested, _) => words("Middel: de lijn loopt tussen de kanten.", "Medium: the line runs between the sides."),
        (GapKind::UncoveredNeed, Basis::Unreached) => words(
            "Middel: wie het eerst met gezinnen spreekt, kan niet doorverwijzen.",
            "Medium: who speaks with families first cannot refer them.",
        ),
        (GapKind::UncoveredNeed, _) => words(
            "Middel: voor deze hulpvragen hoort in de meeste coalities een partner.",
            "Medium: for these needs a partner is expected in most coalitions.",
        ),
        (GapKind::UncoveredTheme, _) => {
            words("Middel: de coalitie koos dit thema zelf.", "Medium: the coalition itself chose this theme.")
        }
        (GapKind::LevelMismatch, _) => words("Middel: de werkvloer is de volgende stap.", "Medium: practice is the next step."),
        (GapKind::NoContactPoint, _) => {
            words("Middel: anderen moeten deze partner kunnen vinden.", "Medium: others must be able to find this partner.")
        }
        _ => words("Middel: het maakt andere lijnen mogelijk.", "Medium: it makes other lines possible."),
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
