//! Questions 7 and 8: trust, and what working together brings. The register holds neither: it says so, and what to ask.

use super::super::words::*;
use super::ReportSection;
use super::sheet::blank;

/// Trust: never asked, and never to be shown per person who answered.
pub fn trust() -> ReportSection {
    ReportSection {
        code: "trust".to_owned(),
        question: words("Hoeveel vertrouwen is er tussen partners?", "How much trust is there between partners?"),
        answer: words("Niet gevraagd: hierover staat niets in het register.", "Not asked: the register holds nothing about it."),
        text: vec![words(
            "Stel deze vraag in een ronde, per partner met wie iemand een lijn heeft. Toon alleen totalen, en pas vanaf vijf \
             antwoorden; nooit wie wat antwoordde.",
            "Ask this in a round, for each partner with whom somebody has a line. Show totals only, and from five answers on; \
             never who answered what.",
        )],
        ask: vec![words(
            "In hoeverre kunt u op deze partner rekenen: nooit, soms, meestal of altijd?",
            "How far can you rely on this partner: never, sometimes, mostly or always?",
        )],
        ..blank()
    }
}

/// Benefits: never asked.
pub fn benefits() -> ReportSection {
    ReportSection {
        code: "benefits".to_owned(),
        question: words(
            "Wat levert het samenwerken op, en wat kost het?",
            "What does working together bring, and what does it cost?",
        ),
        answer: words("Niet gevraagd: hierover staat niets in het register.", "Not asked: the register holds nothing about it."),
        text: vec![words(
            "Wie meedoet, blijft meedoen als het iets oplevert. Lijnen tellen zegt daarover niets: of gezinnen er beter van \
             worden, blijkt niet uit een kaart.",
            "Who takes part goes on doing so when it brings something. Counting lines says nothing about that: a map does not \
             show whether families are better off.",
        )],
        ask: vec![
            words(
                "Wat leverde de coalitie u het afgelopen jaar op: voor gezinnen, en voor uw eigen werk?",
                "What did the coalition bring you last year: for families, and for your own work?",
            ),
            words(
                "Wat kostte zij u aan tijd of geld, en was het dat waard?",
                "What did it cost you in time or money, and was it worth that?",
            ),
        ],
        ..blank()
    }
}
