//! Which lines there are, who says so, and why a pair stands as it does.

use super::answers::*;
use super::gaps::member_row;
use super::office::*;
use super::phrases;
use super::reading::Reading;
use super::sentences;
use super::speech::Speech;
use super::words::*;
use crate::analysis::why::{Reasons, why};
use crate::model::*;
use crate::network::*;

impl Office<'_> {
    /// The lines of a coalition: between the sides first, then by name.
    pub fn links(&self, coalition: &str, reading: impl Into<Reading>) -> Result<Vec<LinkRow>, DeskError> {
        let network = self.network(coalition, reading)?;
        let speech = self.speech(&network);
        let mut rows: Vec<LinkRow> = network.links.iter().map(|link| link_row(&speech, link)).collect();
        rows.sort_by(|x, y| (!x.across, &x.a.name, &x.b.name).cmp(&(!y.across, &y.a.name, &y.b.name)));
        Ok(rows)
    }

    /// The claims of a coalition, by id.
    pub fn claims(&self, coalition: &str, reading: impl Into<Reading>) -> Result<Vec<ClaimRow>, DeskError> {
        let network = self.network(coalition, reading)?;
        let speech = self.speech(&network);
        Ok(network.claims.values().map(|claim| speech.claim_row(claim)).collect())
    }

    /// Everything known about one pair. Takes names, short names, aliases, kinds or ids.
    pub fn why(&self, coalition: &str, a: &str, b: &str, reading: impl Into<Reading>) -> Result<Why, DeskError> {
        let network = self.network(coalition, reading)?;
        let speech = self.speech(&network);
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
            evidence: speech.evidence_rows(&reasons.evidence),
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

/// Does the line run between the two sides? As on the map and in the counts of the overview, an umbrella stands on its side here;
/// measures and gaps go by `Member::counted_side`.
pub(super) fn across(network: &Network, link: &Link) -> bool {
    matches!((network.members[link.a].side, network.members[link.b].side), (Some(x), Some(y)) if x != y)
}

fn state_sentence(speech: &Speech<'_>, a: usize, b: usize, reasons: &Reasons) -> Words {
    let network = speech.network;
    let status = network.link(a, b, Level::Practice).map(|link| link.status);
    let of_group = |it: &&Statement| matches!(it.claim.scope, Scope::Group(_));
    let hard_to_find = || network.hard_to_find(a, b).find(|it| !of_group(it)).map(|it| &it.claim);
    // What is said of a whole group is told as that, whoever says it: it does not say that these two find each other hard to find.
    let too_little = |it: &&Statement| it.claim.stance == Stance::Insufficient && of_group(it) && network.in_scope(it, a, b);
    let group_too_little = || network.statements.iter().find(too_little).map(|it| &it.claim);
    let denied = || {
        let by_set = network.denied_over_set(a, b).map(|it| &it.claim);
        let link = network.link(a, b, Level::Practice).into_iter().flat_map(|link| &link.claims);
        let by_pair = link.filter_map(|id| network.claims.get(id)).find(|it| it.stance == Stance::Denied);
        by_pair.or(by_set)
    };
    both(|language| {
        let [x, y] = [a, b].map(|place| speech.member(place, language));
        let past = |claim: &Claim| speech.past_claim(claim, language);
        let text = match reasons.state {
            PairState::Present => present_sentence(&x, &y, status, language),
            PairState::Absent => sentences::no_line_yet(&x, &y, denied().and_then(past).as_deref(), language),
            PairState::Unknown => match (hard_to_find(), group_too_little()) {
                (Some(claim), _) => {
                    let hard = phrases::hard_to_find(&x, &y, past(claim).as_deref(), language);
                    let rest = pick(language, "Of er een lijn is, zegt niemand.", "Nobody says whether there is a line.");
                    format!("{hard} {rest}")
                }
                _ if reasons.grouped => grouped_sentence(&x, &y, language),
                (None, Some(claim)) => sentences::group_can_improve(past(claim).as_deref(), language),
                (None, None) => unknown_sentence(&x, &y, status, language),
            },
        };
        sentence_case(&text)
    })
}

fn present_sentence(a: &str, b: &str, status: Option<LinkStatus>, language: Language) -> String {
    match (status, language) {
        (Some(LinkStatus::Confirmed), Language::Nl) => format!("{a} en {b} hebben een lijn; beide kanten zeggen het."),
        (Some(LinkStatus::Confirmed), Language::En) => format!("{a} and {b} have a line; both sides say so."),
        (Some(LinkStatus::OneSided), Language::Nl) => format!("{a} en {b} hebben een lijn; één kant zegt het."),
        (Some(LinkStatus::OneSided), Language::En) => format!("{a} and {b} have a line; one side says so."),
        (Some(LinkStatus::Contested), Language::Nl) => format!("over een lijn tussen {a} en {b} spreken opgaven elkaar tegen."),
        (Some(LinkStatus::Contested), Language::En) => format!("claims about a line between {a} and {b} contradict each other."),
        (_, Language::Nl) => format!("{a} en {b} hebben een lijn; alleen een bron of derde zegt het."),
        (_, Language::En) => format!("{a} and {b} have a line; only a source or third party says so."),
    }
}

fn grouped_sentence(a: &str, b: &str, language: Language) -> String {
    match language {
        Language::Nl => format!("{a} en {b} werken samen in één groep. Of zij elkaar direct kennen, is niet gevraagd."),
        Language::En => {
            format!("{a} and {b} work together in one group. Whether they know each other directly was not asked.")
        }
    }
}

fn unknown_sentence(a: &str, b: &str, status: Option<LinkStatus>, language: Language) -> String {
    match (status, language) {
        (Some(LinkStatus::Planned | LinkStatus::Wished), Language::Nl) => {
            format!("een lijn tussen {a} en {b} is een plan of idee. Of zij er is, weten wij niet: eerst vragen.")
        }
        (Some(LinkStatus::Planned | LinkStatus::Wished), Language::En) => {
            format!("a line between {a} and {b} is a plan or idea. Whether it is there, we do not know: ask first.")
        }
        (_, Language::Nl) => format!("of {a} en {b} een lijn hebben, weten wij niet: eerst vragen."),
        (_, Language::En) => format!("whether {a} and {b} have a line, we do not know: ask first."),
    }
}
