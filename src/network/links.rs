//! Reading the lines: what all claims on one pair add up to.

use super::freeze::SaidOn;
use super::roll::Roll;
use super::state::is_general;
use super::voice::{organisations_of, source_date};
use super::*;
use crate::model::*;
use std::collections::BTreeMap;
use time::Date;

/// A consultation with more participants than this is not projected to pairs.
pub const CONSULTATION_PARTICIPANTS_MAX: usize = 4;

const DAYS_IN_MONTH: f64 = 365.25 / 12.0;

/// What was said about one pair at one level.
#[derive(Default)]
pub(super) struct Said<'a> {
    asserted_by: [bool; 2],
    /// Kinds that are asserted; a directed kind with the end that acts.
    asserted: Vec<Told<'a>>,
    /// Kinds that are denied, with the ends that deny them; a third party denies with neither.
    denied: Vec<(Told<'a>, [bool; 2])>,
    planned: bool,
    wished: bool,
    projected: bool,
    single_carrier: bool,
    strength: Option<Strength>,
    kinds: Vec<&'a LinkKindCode>,
    claims: Vec<ClaimId>,
    last_said: Option<&'a PartialDate>,
    /// Freshness by what an end says, and by what others say.
    freshness_own: Option<f64>,
    freshness_other: Option<f64>,
}

/// A kind of line, with its direction if it has one. A general kind speaks of every line.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Told<'a> {
    pub(super) kind: &'a LinkKindCode,
    pub(super) acts: Option<usize>,
}

impl Said<'_> {
    /// Denials that speak of something asserted, or of every line: whose they are, and whether they are of every line.
    fn denials(&self) -> impl Iterator<Item = ([bool; 2], bool)> + '_ {
        let speaks = |told: &Told<'_>| is_general(told.kind) || self.asserted.is_empty() || self.asserted.contains(told);
        self.denied.iter().filter(move |(told, _)| speaks(told)).map(|(told, by)| (*by, is_general(told.kind)))
    }
}

pub(super) fn links(roll: &Roll<'_>, network: &Network, told: &[SaidOn<'_>]) -> Vec<Link> {
    let register = roll.register;
    let mut said: BTreeMap<(usize, usize, Level), Said<'_>> = BTreeMap::new();
    for SaidOn { claim, date, day, voices } in told {
        let Scope::Pair(pair) = &claim.scope else { continue };
        let Some(kind) = network.catalogue.link(&claim.kind) else { continue };
        // That two persons do not know each other says nothing of their organisations.
        if claim.stance == Stance::Denied && pair.ends().iter().any(|end| !matches!(end, Party::Organisation(_))) {
            continue;
        }
        let [from, to] = pair.ends().map(|end| roll.organisations_of(end, *day));
        for (x, y) in from.iter().flat_map(|x| to.iter().map(move |y| (x, y))).filter(|(x, y)| x != y) {
            let (Some(x), Some(y)) = (network.place(x), network.place(y)) else { continue };
            let (a, b) = (x.min(y), x.max(y));
            let by = [a, b].map(|end| voices.as_slice().contains(&network.members[end].id()));
            let told = Told { kind: &claim.kind, acts: kind.directed.then_some(x) };
            hear(said.entry((a, b, kind.level)).or_default(), claim, (kind, told), by, (*date, network.as_of));
        }
    }
    let places = |party| {
        let organisations = organisations_of(register, party, network.as_of);
        organisations.into_iter().filter_map(|id| network.place(id)).collect()
    };
    project_consultations(register, network, places, &mut said);
    said.into_iter().filter_map(|((a, b, level), said)| link(a, b, level, said)).collect()
}

/// Takes one claim into account: which ends speak in it, and when.
pub(super) fn hear<'a>(
    said: &mut Said<'a>,
    claim: &'a Claim,
    (kind, told): (&LinkKind, Told<'a>),
    by: [bool; 2],
    (date, as_of): (Option<&'a PartialDate>, Date),
) {
    said.claims.push(claim.id);
    match claim.stance {
        Stance::Asserted => {
            if !said.asserted.contains(&told) {
                said.asserted.push(told);
            }
            said.asserted_by = [said.asserted_by[0] || by[0], said.asserted_by[1] || by[1]];
            said.strength = said.strength.max(claim.strength);
            said.single_carrier |= claim.single_carrier && (by[0] || by[1]);
            if !said.kinds.contains(&&claim.kind) {
                said.kinds.push(&claim.kind);
            }
            let fresh = Some(freshness(kind, date, as_of));
            let kept = if by == [false, false] { &mut said.freshness_other } else { &mut said.freshness_own };
            *kept = kept.map_or(fresh, |kept| fresh.map(|fresh| kept.max(fresh)));
            if date.map(PartialDate::latest) > said.last_said.map(PartialDate::latest) {
                said.last_said = date;
            }
        }
        Stance::Denied => said.denied.push((told, by)),
        Stance::Planned => said.planned = true,
        Stance::Wished => said.wished = true,
        Stance::Insufficient => {}
    }
}

/// Freshness of one statement: 2^(−age/half-life), 1 when it does not fade or is undated.
pub(super) fn freshness(kind: &LinkKind, date: Option<&PartialDate>, as_of: Date) -> f64 {
    match (kind.half_life_months, date) {
        (Some(half_life_months), Some(date)) => faded(half_life_months, date, as_of),
        _ => 1.0,
    }
}

/// How fresh is what was last said or checked on a day: 2^(−age/half-life), 0 < f ≤ 1; 1 for a day that is still to come.
pub fn faded(half_life_months: u32, last: &PartialDate, as_of: Date) -> f64 {
    let age_months = ((as_of - last.latest()).whole_days() as f64 / DAYS_IN_MONTH).max(0.0);
    (-age_months / f64::from(half_life_months)).exp2()
}

/// Small existing consultations join their named participants, at practice level and strength 1. `ends`: where a participant stands.
pub(super) fn project_consultations<'a>(
    register: &Register,
    network: &'a Network,
    ends: impl Fn(Party) -> Vec<usize>,
    said: &mut BTreeMap<(usize, usize, Level), Said<'a>>,
) {
    let consults = LinkKindCode::new("consults").ok();
    let Some(kind) = consults.and_then(|code| network.catalogue.link(&code)) else { return };
    for initiative in &network.initiatives {
        if (initiative.kind, initiative.status) != (InitiativeKind::Consultation, InitiativeStatus::Existing) {
            continue;
        }
        let mut places: Vec<usize> = initiative.participants.iter().flat_map(|&party| ends(party)).collect();
        places.sort_unstable();
        places.dedup();
        if places.len() > CONSULTATION_PARTICIPANTS_MAX {
            continue;
        }
        for (i, &a) in places.iter().enumerate() {
            for &b in &places[i + 1..] {
                let said = said.entry((a, b, Level::Practice)).or_default();
                said.projected = true;
                said.kinds.push(&kind.code);
                if said.asserted.is_empty() {
                    said.strength = said.strength.max(Some(Strength::ONE));
                    let date = source_date(register, &initiative.provenance);
                    said.freshness_other = Some(freshness(kind, date, network.as_of));
                }
            }
        }
    }
}

/// What all that was said on a pair adds up to; nothing when nothing was.
pub(super) fn link(a: usize, b: usize, level: Level, mut said: Said<'_>) -> Option<Link> {
    let asserted = !said.asserted.is_empty();
    let by_an_end = said.asserted_by != [false, false];
    let end_denies = said.denials().any(|(by, _)| by != [false, false]);
    // Against the word of an end a third party's denial does not weigh.
    let contested = asserted && (end_denies || (!by_an_end && said.denials().next().is_some()));
    let status = match said.asserted_by {
        _ if contested => LinkStatus::Contested,
        [true, true] => LinkStatus::Confirmed,
        [true, false] | [false, true] => LinkStatus::OneSided,
        _ if asserted => LinkStatus::Unverified,
        _ if !said.denied.is_empty() => LinkStatus::Denied,
        _ if said.projected => LinkStatus::Unverified,
        _ if said.planned => LinkStatus::Planned,
        _ if said.wished => LinkStatus::Wished,
        _ => return None,
    };
    let of_every_line =
        said.denials().filter(|(_, every)| *every).fold([false; 2], |seen, (by, _)| [seen[0] || by[0], seen[1] || by[1]]);
    let denied_all = said.denials().any(|(_, every)| every);
    said.kinds.sort_unstable();
    said.kinds.dedup();
    said.claims.sort_unstable();
    let freshness = said.freshness_own.or(said.freshness_other).unwrap_or(1.0);
    Some(Link {
        a,
        b,
        level,
        status,
        said_by: said.asserted_by,
        denied_by: of_every_line,
        denied_all,
        kinds: said.kinds.into_iter().cloned().collect(),
        strength: said.strength,
        freshness: if status.present() { freshness } else { 1.0 },
        last_said: said.last_said.cloned(),
        claims: said.claims,
        projected: said.projected && !asserted,
        single_carrier: said.single_carrier,
    })
}
