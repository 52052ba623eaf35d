//! What is missing, in ranked order with evidence; and how the norm stands.

use super::answers::*;
use super::margins;
use super::office::*;
use super::reading::Reading;
use super::sentences;
use super::sides::sides_row;
use super::speech::Speech;
use super::words::*;
use crate::analysis::gaps::{self, Cell, Evidence, Gap, GapKind, GapParty, Rung};
use crate::model::*;
use crate::network::*;

impl Office<'_> {
    /// The gaps of a coalition. Takes slug, name or alias, and a day or nothing for the default day.
    pub fn gaps(&self, coalition: &str, reading: impl Into<Reading>) -> Result<Gaps, DeskError> {
        let network = self.network(coalition, reading)?;
        let speech = self.speech(&network);
        let found = gaps::findings(&network);
        Ok(Gaps {
            coalition: network.coalition.id.clone(),
            as_of: network.as_of.to_string(),
            version: network.version,
            norm: network.catalogue.norm.version.clone(),
            rule: network.view.rule,
            sides: sides_row(&network.view.sides, &network.catalogue),
            gaps: self.with_searches(&network.coalition.id, gap_rows(&speech, &found.gaps), &found.gaps),
            expected: found.cells.iter().map(|cell| expected(&network, cell)).collect(),
        })
    }
}

impl Office<'_> {
    /// Adds to needs that nobody covers how often was searched for them.
    fn with_searches(&self, coalition: &CoalitionId, mut rows: Vec<GapRow>, found: &[Gap]) -> Vec<GapRow> {
        for (row, gap) in rows.iter_mut().zip(found).filter(|(_, gap)| gap.kind == GapKind::UncoveredNeed) {
            let needs: Vec<&NeedCode> = gap.needs().collect();
            row.evidence.extend(self.search_evidence(coalition, &needs));
        }
        rows
    }
}

/// Findings in ranked order as rows.
pub(super) fn gap_rows(speech: &Speech<'_>, found: &[Gap]) -> Vec<GapRow> {
    found.iter().enumerate().map(|(place, gap)| row(speech, gap, place + 1)).collect()
}

fn row(speech: &Speech<'_>, gap: &Gap, rank: usize) -> GapRow {
    GapRow {
        id: gap.id.clone(),
        rank,
        kind: gap.kind,
        kind_words: margins::kind(speech, gap),
        importance: gap.importance,
        importance_words: margins::importance(speech, gap),
        certainty: gap.certainty,
        certainty_words: margins::certainty(gap.certainty),
        pile: gap.pile,
        parties: gap.ends.iter().flatten().map(|party| party_row(speech.network, party)).collect(),
        evidence: evidence(speech, gap),
        text: sentences::text(speech, gap),
        rule: margins::rule(gap),
        closes: margins::closes(gap),
        visible_to: gap.restricted().then(|| visible_to_parties(speech.network, gap)),
    }
}

/// What it rests on. The claims by which carriers have lines name them, and are for whom the row of their names is for.
fn evidence(speech: &Speech<'_>, gap: &Gap) -> Vec<EvidenceRow> {
    let mut rows = speech.evidence_rows(&gap.evidence);
    // Who they are, and how many there can be, is told to nobody outside.
    let (view, coalition) = (&speech.network.view, &speech.network.coalition.id);
    rows.retain(|row| row.sort != "carriers" || view.viewer.belongs_to(coalition));
    let counted = rows.iter().find(|row| row.sort == "carriers").and_then(|row| row.visible_to.clone());
    if let Some(seen_by) = counted.or_else(|| visible_to_carriers(speech, gap)) {
        rows.iter_mut().for_each(|row| row.visible_to = Some(seen_by.clone()));
    }
    rows
}

/// The persons on whom a line rests, by its claims, and the facilitator. `None`: no claim names one, or not one who may be shown.
fn visible_to_carriers(speech: &Speech<'_>, gap: &Gap) -> Option<VisibleTo> {
    if gap.kind != GapKind::SingleCarrier {
        return None;
    }
    let mut parties: Vec<String> = Vec::new();
    for it in &gap.evidence {
        let Evidence::Claim(id) = it else { continue };
        let Some(claim) = speech.network.claims.get(id) else { continue };
        parties.extend(carriers_of(claim).into_iter().filter_map(|party| shown(speech, party)).map(|id| id.to_string()));
    }
    parties.sort_unstable();
    parties.dedup();
    (!parties.is_empty()).then_some(VisibleTo { facilitator: true, parties })
}

/// Who carries the line of a claim: its ends, and for a pair whoever says so. Who speaks of a whole set speaks of others.
fn carriers_of(claim: &Claim) -> Vec<Party> {
    match &claim.scope {
        Scope::Pair(pair) => pair.ends().into_iter().chain(claim.speaker).collect(),
        Scope::Group(group) => group.parties().to_vec(),
        Scope::Kinds(_) | Scope::Domains(_) => Vec::new(),
    }
}

fn shown(speech: &Speech<'_>, party: Party) -> Option<PersonId> {
    let id = match party {
        Party::Person(id) => id,
        Party::Position(id) => speech.register.position(&id)?.person,
        Party::Organisation(_) => return None,
    };
    speech.names(id).map(|it| it.id)
}

/// The parties of a finding, and the facilitator.
fn visible_to_parties(network: &Network, gap: &Gap) -> VisibleTo {
    let members = gap.ends.iter().flatten().filter_map(|party| match party {
        GapParty::Member(place) => Some(network.members[*place].id().to_string()),
        GapParty::Kind(_) | GapParty::Domain(_) => None,
    });
    VisibleTo { facilitator: true, parties: members.collect() }
}

fn party_row(network: &Network, party: &GapParty) -> PartyRow {
    match party {
        GapParty::Member(place) => member_row(network, *place),
        GapParty::Kind(code) => {
            let kind = network.catalogue.kind(code);
            PartyRow {
                id: code.to_string(),
                name: kind.map_or_else(|| code.to_string(), |kind| kind.name.nl.clone()),
                name_en: kind.map(|kind| kind.name.en.clone()),
                kind: Some(code.to_string()),
                domain: kind.map(|kind| kind.domain),
            }
        }
        GapParty::Domain(domain) => PartyRow {
            id: domain.code().to_owned(),
            name: domain_name(*domain, Language::Nl).to_owned(),
            name_en: Some(domain_name(*domain, Language::En).to_owned()),
            kind: None,
            domain: Some(*domain),
        },
    }
}

/// A member as a party.
pub(super) fn member_row(network: &Network, place: usize) -> PartyRow {
    let member = &network.members[place];
    let kind = member.kinds.first().and_then(|kind| network.catalogue.kind(kind)).filter(|_| member.organisation.placeholder);
    PartyRow {
        id: member.id().to_string(),
        name: member.name().to_owned(),
        name_en: kind.map(|kind| kind.name.en.clone()),
        kind: member.kinds.first().map(KindCode::to_string),
        domain: member.domain,
    }
}

fn expected(network: &Network, cell: &Cell) -> ExpectedRow {
    let line = &network.catalogue.norm.lines[cell.row];
    let name = |code: &KindCode| {
        network.catalogue.kind(code).map_or_else(|| words(code.as_str(), code.as_str()), |kind| kind.name.clone())
    };
    ExpectedRow {
        code: line.code.clone(),
        finder: name(&line.finder),
        helper: name(&line.helper),
        weight: line.weight,
        state: state(cell).to_owned(),
    }
}

/// One word for a cell: that of the finder who stands worst, except that a plan is shown where nothing is known.
pub(super) fn state(cell: &Cell) -> &'static str {
    let worst = cell.standings.iter().map(|it| it.rung).max().unwrap_or(Rung::Unknown);
    match worst {
        Rung::Confirmed => "confirmed",
        Rung::Direct | Rung::Grouped | Rung::Claimed => "known",
        Rung::Bridged => "bridged",
        Rung::Missing => "missing",
        _ if cell.planned => "planned",
        Rung::Long => "long",
        Rung::Unknown => "unknown",
    }
}
