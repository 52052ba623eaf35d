//! Findings by kind and by who says so, in each coalition. Never a total over kinds.

use super::answer::*;
use super::kept::KeptProfile;
use crate::analysis::gaps::GapKind;
use crate::analysis::profile::GapTally;
use crate::desk::words::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Kinds of findings in the order of the rows: known first, then unknown, then what is in doubt; name and meaning.
const KINDS: [(GapKind, [&str; 2], [&str; 2]); 15] = [
    (
        GapKind::MissingLine,
        ["Nog geen lijn", "No line yet"],
        [
            "De norm verwacht deze lijn, en iemand zegt dat zij er niet is of lastig te vinden is.",
            "The norm expects this line, and somebody says that it is not there or hard to find.",
        ],
    ),
    (
        GapKind::UnknownLine,
        ["Eerst vragen", "Ask first"],
        [
            "De norm verwacht deze lijn, beide soorten partners zijn in beeld, en niemand is ernaar gevraagd.",
            "The norm expects this line, both kinds of partner are in view, and nobody was asked about it.",
        ],
    ),
    (
        GapKind::LongLine,
        ["Lange lijn", "Long line"],
        ["De kortste bekende lijn is langer dan twee stappen.", "The shortest known line is over two steps."],
    ),
    (
        GapKind::MissingPartner,
        ["Partner gewenst of niet op de lijst", "Partner wanted or not on the list"],
        [
            "De coalitie wil deze partner erbij, of de lijst van wie meedoet is volledig en noemt hem niet.",
            "The coalition wants this partner in, or the list of who takes part is complete and does not name it.",
        ],
    ),
    (
        GapKind::UnknownPartner,
        ["Partners niet genoemd", "Partners not named"],
        [
            "De norm verwacht deze soorten partners, en geen bron zegt of er een meedoet: één vraag voor alle samen.",
            "The norm expects these kinds of partner, and no source says whether one takes part: one question for all of them.",
        ],
    ),
    (
        GapKind::LevelMismatch,
        ["Getekend zonder bekende lijnen", "Signed without known lines"],
        [
            "Er is een overeenkomst, en geen lijn op de werkvloer tussen de ondertekenaars van beide kanten bekend.",
            "There is an agreement, and no line in practice is known between the signatories of the two sides.",
        ],
    ),
    (
        GapKind::SingleCarrier,
        ["Hangt aan enkele personen", "Rests on a few persons"],
        [
            "Een van de kanten zegt dat de lijn aan enkele personen hangt.",
            "One of the sides says that the line rests on a few persons.",
        ],
    ),
    (
        GapKind::FewCarriers,
        ["Hangt aan weinig personen", "Hangs on few people"],
        [
            "Vallen enkele mensen weg, dan is er geen bekende weg meer tussen de kanten.",
            "If a few people leave, no known way is left between the sides.",
        ],
    ),
    (
        GapKind::NoContactPoint,
        ["Nog geen contactpunt", "No contact point yet"],
        [
            "Anderen moeten deze partner kunnen vinden, en er is geen loket of aandachtsfunctionaris bekend.",
            "Others must be able to find this partner, and no desk or attention officer is known.",
        ],
    ),
    (
        GapKind::UncoveredNeed,
        ["Hulpvraag zonder partner", "Need without a partner"],
        [
            "Van niemand is bekend dat die bij deze hulpvraag helpt, of niemand bereikt wie erbij helpt.",
            "Nobody is known to help with this need, or nobody reaches who does.",
        ],
    ),
    (
        GapKind::UncoveredTheme,
        ["Thema van één kant", "Theme of one side"],
        [
            "De bekende partners van het thema staan allemaal aan dezelfde kant.",
            "The known partners of the theme all stand on the same side.",
        ],
    ),
    (
        GapKind::Isolate,
        ["Nog zonder lijnen", "Without lines so far"],
        ["Ernaar gevraagd, en er is geen lijn.", "It was asked about, and there is no line."],
    ),
    (
        GapKind::Unconfirmed,
        ["Nog niet bevestigd", "Not confirmed yet"],
        [
            "Niet beide kanten noemen deze lijnen; de vraag is één voor allemaal.",
            "Not both ends name these lines; it is one question for all.",
        ],
    ),
    (
        GapKind::Stale,
        ["Lang niet opnieuw genoemd", "Not named again for long"],
        ["Langer geleden genoemd dan een lijn houdbaar is.", "Named longer ago than a line keeps."],
    ),
    (
        GapKind::Contested,
        ["Opgaven spreken elkaar tegen", "Claims contradict each other"],
        [
            "Iemand noemt deze lijn, en een van de twee zegt dat zij er niet is. Alleen voor de coalitie zelf.",
            "Somebody names this line, and one of the two says that it is not there. For the coalition itself only.",
        ],
    ),
];

/// One row a kind of finding.
pub fn rows(found: &[Arc<KeptProfile>]) -> Vec<GapTallyRow> {
    let row = |(kind, name, help): &(GapKind, [&str; 2], [&str; 2])| GapTallyRow {
        kind: *kind,
        words: words(name[0], name[1]),
        help: words(help[0], help[1]),
        cells: found.iter().map(|it| it.column.gaps.get(kind).copied().unwrap_or_default()).collect(),
    };
    KINDS.iter().map(row).collect()
}

/// The findings of one coalition; what contradicts itself is told to its own only.
pub fn cells(tallies: &BTreeMap<GapKind, GapTally>, own: bool) -> BTreeMap<GapKind, GapTallyCell> {
    let cell = |tally: &GapTally| GapTallyCell {
        both_say: tally.both_say,
        one_says: tally.one_says,
        source_says: tally.source_says,
        nobody_asked: tally.nobody_asked,
        withheld: false,
    };
    let mut found: BTreeMap<GapKind, GapTallyCell> = tallies.iter().map(|(kind, tally)| (*kind, cell(tally))).collect();
    if !own {
        // Also where there is none: that it is withheld must not tell that there is one.
        found.insert(GapKind::Contested, GapTallyCell { withheld: true, ..GapTallyCell::default() });
    }
    found
}
