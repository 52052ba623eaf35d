//! Whom to introduce to whom: a proposal, printed as meetings to hold.

use super::contacts::contact;
use super::gaps::member_row;
use super::introduction_words as told;
use super::office::*;
use super::proposal::*;
use super::reading::Reading;
use super::sides::sides_row;
use super::speech::Speech;
use crate::analysis::gaps;
use crate::analysis::introductions::{self as analysis, Introduction, PlanLimits, Stand, gatherings};
use crate::model::*;
use crate::network::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// How long a meeting takes, in hours.
const MEETING_HOURS: u32 = 1;

impl Office<'_> {
    /// A proposal of introductions within limits.
    pub fn introductions(&self, coalition: &str, limits: &PlanLimits, reading: impl Into<Reading>) -> Result<Plan, DeskError> {
        let reading = reading.into();
        let network = self.network(coalition, reading.clone())?;
        let speech = self.speech(&network);
        let plan = analysis::plan(&network, limits, &self.effort)?;
        let closes = self.closes(&network, &plan.introductions, &reading)?;
        let rows: Vec<IntroductionRow> =
            plan.introductions.iter().zip(closes).enumerate().map(|(at, (it, closes))| row(&speech, at, it, closes)).collect();
        let pairs: Vec<(usize, usize)> = plan.introductions.iter().map(|it| (it.a, it.b)).collect();
        let meetings = gatherings(&pairs).into_iter().map(|it| {
            let held: Vec<&Introduction> = it.introductions.iter().map(|&at| &plan.introductions[at]).collect();
            let mut parties: Vec<usize> = std::iter::once(it.host).chain(it.guests.iter().copied()).collect();
            parties.extend(held.iter().filter_map(|it| it.introducers.first()).map(|it| it.member));
            let mut seen = BTreeSet::new();
            parties.retain(|place| seen.insert(*place));
            Meeting {
                text: told::meeting(&speech, &it, &held),
                parties: parties.into_iter().map(|place| member_row(&network, place)).collect(),
                introductions: it.introductions.iter().map(|&at| letter(at)).collect(),
                hours: MEETING_HOURS,
            }
        });
        Ok(Plan {
            coalition: network.coalition.id.clone(),
            as_of: network.as_of.to_string(),
            version: network.version,
            rule: network.view.rule,
            sides: sides_row(&network.view.sides, &network.catalogue),
            value: Rise { before: plan.before.value, after: plan.after.value, most: plan.value_most },
            short: Rise { before: plan.before.short as f64, after: plan.after.short as f64, most: plan.pairs as f64 },
            introductions: rows,
            meetings: meetings.collect(),
            not_done: plan.left_out.iter().map(|it| told::left_out(&speech, it, limits)).collect(),
        })
    }

    /// Which gaps each introduction closes, with those before it done: what is found before and not after.
    fn closes(&self, network: &Network, plan: &[Introduction], reading: &Reading) -> Result<Vec<Vec<String>>, DeskError> {
        let mut open: Vec<String> = gaps::find(network).into_iter().map(|gap| gap.id).collect();
        let mut supposed = reading.supposed.clone();
        let mut closed = Vec::new();
        for (at, it) in plan.iter().enumerate() {
            self.effort.step(at as u64, plan.len() as u64)?;
            let [a, b] = [it.a, it.b].map(|place| network.members[place].id());
            supposed.push(Supposed::Introduced { a, b });
            let then = self.network(network.coalition.id.as_str(), reading.supposing(supposed.clone()))?;
            let left: BTreeSet<String> = gaps::find(&then).into_iter().map(|gap| gap.id).collect();
            let (still, gone) = open.into_iter().partition(|id| left.contains(id));
            open = still;
            closed.push(gone);
        }
        Ok(closed)
    }
}

fn row(speech: &Speech<'_>, at: usize, it: &Introduction, closes: Vec<String>) -> IntroductionRow {
    let network = speech.network;
    let needs: Vec<NeedCode> =
        it.effects.iter().filter_map(|effect| network.catalogue.norm.lines[effect.row].need.clone()).collect();
    let party = |place: usize| member_row(network, place);
    let introducers = it.introducers.iter().map(|introducer| IntroducerRow {
        party: party(introducer.member),
        contact: Some(contact(speech, introducer.member, &[])),
        why: told::why(introducer),
    });
    IntroductionRow {
        id: id(network, it),
        letter: letter(at),
        a: party(it.a),
        b: party(it.b),
        contact_a: Some(contact(speech, it.a, &needs)),
        contact_b: Some(contact(speech, it.b, &needs)),
        introducers: introducers.collect(),
        steps: it.steps.iter().map(|&place| party(place)).collect(),
        ask_first: it.known == analysis::Known::Silent,
        reasons: told::reasons(speech, it),
        gain: StandRow {
            value: it.after.value - it.before.value,
            cross_efficiency: it.after.cross_efficiency.zip(it.before.cross_efficiency).map(|(after, before)| after - before),
            pairs_within_two_steps: it.after.short - it.before.short,
        },
        before: stand(&it.before),
        after: stand(&it.after),
        closes,
        text: told::text(speech, it),
    }
}

fn stand(stand: &Stand) -> StandRow {
    StandRow { value: stand.value, cross_efficiency: stand.cross_efficiency, pairs_within_two_steps: stand.short }
}

/// The letter of the n-th introduction: A … Z, then A1 …
pub(super) fn letter(at: usize) -> String {
    let first = char::from(b'A' + (at % 26) as u8);
    if at < 26 { first.to_string() } else { format!("{first}{}", at / 26) }
}

fn id(network: &Network, it: &Introduction) -> String {
    let mut ends = [it.a, it.b].map(|place| network.members[place].id());
    ends.sort_unstable();
    let hash = Sha256::digest(format!("{}|introduction|{}|{}", network.coalition.id, ends[0], ends[1]));
    hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}
