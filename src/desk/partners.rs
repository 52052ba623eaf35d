//! Who takes part, who was approached, who is wanted, and who is expected and not named.

use super::answers::*;
use super::links::across;
use super::office::*;
use super::reading::Reading;
use super::speech::Speech;
use crate::model::*;
use crate::network::*;

impl Office<'_> {
    /// The partners of a coalition.
    pub fn partners(&self, coalition: &str, reading: impl Into<Reading>) -> Result<Partners, DeskError> {
        let network = self.network(coalition, reading)?;
        let speech = self.speech(&network);
        Ok(Partners {
            partners: (0..network.members.len()).map(|place| partner(&speech, place)).collect(),
            people: network.loose.iter().map(|person| loose(&network, person)).collect(),
            not_named: not_named(&network).map(not_named_row).collect(),
            closed: network.roster_closed().is_some(),
        })
    }
}

fn partner(speech: &Speech<'_>, place: usize) -> PartnerRow {
    let network = speech.network;
    let member = &network.members[place];
    let own: Vec<&Link> = network.practice().filter(|link| link.ends().contains(&place)).collect();
    PartnerRow {
        id: member.id(),
        name: member.organisation.name.clone(),
        short_name: member.organisation.short_name.clone(),
        kinds: member.organisation.kinds.iter().map(|of| kind_row(network, of)).collect(),
        domain: member.domain,
        side: member.side,
        placeholder: member.organisation.placeholder,
        status: member.status,
        roles: member.roles.clone(),
        people: member
            .seats
            .iter()
            .map(|seat| PersonRow { name: seat.name.clone(), title: seat.title.clone(), roles: seat.roles.clone() })
            .collect(),
        lines: own.len(),
        cross_lines: own.iter().filter(|link| across(network, link)).count(),
        contact_points: member.contact_points.clone(),
        said: speech.said(&member.provenance),
    }
}

fn kind_row(network: &Network, of: &KindOf) -> KindRow {
    let name = network.catalogue.kind(&of.kind).map(|kind| kind.name.clone());
    KindRow {
        code: of.kind.clone(),
        name: name.unwrap_or_else(|| Words { nl: of.kind.to_string(), en: of.kind.to_string() }),
        basis: of.basis,
    }
}

fn loose(network: &Network, person: &LoosePerson) -> LoosePersonRow {
    LoosePersonRow {
        name: person.name.clone(),
        title: person.title.clone(),
        profession: person.profession.as_ref().and_then(|kind| network.catalogue.kind(kind)).map(|kind| kind.name.clone()),
    }
}

/// Core kinds that no member is of; none in a plain network, where nobody's kind is recorded.
pub(super) fn not_named(network: &Network) -> impl Iterator<Item = &PartnerKind> {
    network
        .catalogue
        .kinds
        .iter()
        .filter(|_| network.members.is_empty() || network.members.iter().any(|member| !member.kinds.is_empty()))
        .filter(|kind| {
            kind.expected == Expected::Core
                && !network.members.iter().any(|member| member.is(&kind.code) && member.status != Some(MembershipStatus::Left))
        })
}

fn not_named_row(kind: &PartnerKind) -> NotNamedRow {
    NotNamedRow { kind: kind.code.clone(), name: kind.name.clone(), domain: kind.domain, expected: kind.expected }
}
