//! Which lines there are, who says so, and why a pair stands as it does.

use super::answers::*;
use super::gaps::member_row;
use super::office::*;
use super::speech::Speech;
use super::words::*;
use crate::analysis::why::{Reasons, why};
use crate::model::*;
use crate::network::*;
use time::Date;

impl Office<'_> {
    /// The lines of a coalition: between the sides first, then by name.
    pub fn links(&self, coalition: &str, as_of: Option<Date>) -> Result<Vec<LinkRow>, DeskError> {
        let network = self.network(coalition, as_of)?;
        let speech = Speech { register: self.register, network: &network };
        let mut rows: Vec<LinkRow> = network.links.iter().map(|link| link_row(&speech, link)).collect();
        rows.sort_by(|x, y| (!x.across, &x.a.name, &x.b.name).cmp(&(!y.across, &y.a.name, &y.b.name)));
        Ok(rows)
    }

    /// The claims of a coalition, by id.
    pub fn claims(&self, coalition: &str, as_of: Option<Date>) -> Result<Vec<ClaimRow>, DeskError> {
        let network = self.network(coalition, as_of)?;
        let speech = Speech { register: self.register, network: &network };
        Ok(network.claims.values().map(|claim| speech.claim_row(claim)).collect())
    }

    /// Everything known about one pair. Takes names, short names, aliases, kinds or ids.
    pub fn why(&self, coalition: &str, a: &str, b: &str, as_of: Option<Date>) -> Result<Why, DeskError> {
        let network = self.network(coalition, as_of)?;
        let speech = Speech { register: self.register, network: &network };
        let (a, b) = (find_member(&network, a)?, find_member(&network, b)?);
        if a == b {
            return Err(DeskError::SameParty(network.members[a].name().to_owned()));
        }
        let reasons = why(&network, a, b);
        let both_ends = |link: &&Link| link.ends().contains(&a) && link.ends().contains(&b);
        Ok(Why {
            a: member_row(&network, a),
            b: member_row(&network, b),
            state: reasons.state,
            state_confirmed: reasons.state_confirmed,
            text: state_sentence(&speech, a, b, &reasons),
            links: network.links.iter().filter(both_ends).map(|link| link_row(&speech, link)).collect(),
            evidence: reasons.evidence.iter().map(|it| speech.evidence(it)).collect(),
            path: reasons.path.iter().map(|&place| member_row(&network, place)).collect(),
        })
    }
}

fn link_row(speech: &Speech<'_>, link: &Link) -> LinkRow {
    let network = speech.network;
    LinkRow {
        a: member_row(network, link.a),
        b: member_row(network, link.b),
        level: link.level,
        status: link.status,
        said_by: link.said_by,
        kinds: link.kinds.iter().filter_map(|code| network.catalogue.link(code)).map(|kind| kind.name.clone()).collect(),
        strength: link.strength,
        freshness: link.freshness,
        last_said: link.last_said.clone(),
        across: across(network, link),
        claims: link.claims.iter().filter_map(|id| network.claims.get(id)).map(|claim| speech.claim_row(claim)).collect(),
    }
}

/// Does the line run between the two sides?
pub(super) fn across(network: &Network, link: &Link) -> bool {
    matches!((network.members[link.a].side, network.members[link.b].side), (Some(x), Some(y)) if x != y)
}

fn state_sentence(speech: &Speech<'_>, a: usize, b: usize, reasons: &Reasons) -> Words {
    let Reasons { state, grouped, hard_to_find, .. } = *reasons;
    let status = speech.network.link(a, b, Level::Practice).map(|link| link.status);
    both(|language| {
        let (a, b) = (speech.member(a, language), speech.member(b, language));
        let text = match (state, status, language) {
            (PairState::Present, Some(LinkStatus::Confirmed), Language::Nl) => {
                format!("{a} en {b} hebben een lijn; beide kanten zeggen het.")
            }
            (PairState::Present, Some(LinkStatus::Confirmed), Language::En) => {
                format!("{a} and {b} have a line; both sides say so.")
            }
            (PairState::Present, Some(LinkStatus::OneSided), Language::Nl) => {
                format!("{a} en {b} hebben een lijn; één kant zegt het.")
            }
            (PairState::Present, Some(LinkStatus::OneSided), Language::En) => {
                format!("{a} and {b} have a line; one side says so.")
            }
            (PairState::Present, Some(LinkStatus::Contested), Language::Nl) => {
                format!("over een lijn tussen {a} en {b} spreken opgaven elkaar tegen.")
            }
            (PairState::Present, Some(LinkStatus::Contested), Language::En) => {
                format!("claims about a line between {a} and {b} contradict each other.")
            }
            (PairState::Present, _, Language::Nl) => format!("{a} en {b} hebben een lijn; alleen een bron of derde zegt het."),
            (PairState::Present, _, Language::En) => format!("{a} and {b} have a line; only a source or third party says so."),
            (PairState::Absent, _, Language::Nl) => format!("tussen {a} en {b} is nog geen lijn."),
            (PairState::Absent, _, Language::En) => format!("there is no line yet between {a} and {b}."),
            (PairState::Unknown, _, Language::Nl) if hard_to_find => {
                format!("{a} en {b} vinden elkaar lastig; of er een lijn is zegt niemand.")
            }
            (PairState::Unknown, _, Language::En) if hard_to_find => {
                format!("{a} and {b} find each other hard to reach; nobody says whether there is a line.")
            }
            (PairState::Unknown, _, Language::Nl) if grouped => {
                format!("{a} en {b} werken samen in één groep; of zij elkaar direct kennen is niet gevraagd.")
            }
            (PairState::Unknown, _, Language::En) if grouped => {
                format!("{a} and {b} work together in one group; whether they know each other directly was not asked.")
            }
            (PairState::Unknown, Some(LinkStatus::Planned | LinkStatus::Wished), Language::Nl) => {
                format!("tussen {a} en {b} is een lijn een plan of wens; of zij er is weten wij niet.")
            }
            (PairState::Unknown, Some(LinkStatus::Planned | LinkStatus::Wished), Language::En) => {
                format!("between {a} and {b} a line is a plan or wish; whether it is there we do not know.")
            }
            (PairState::Unknown, _, Language::Nl) => format!("of {a} en {b} een lijn hebben weten wij niet: eerst vragen."),
            (PairState::Unknown, _, Language::En) => format!("whether {a} and {b} have a line we do not know: ask first."),
        };
        sentence_case(&text)
    })
}
