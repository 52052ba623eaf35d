//! Changes held against sets of Python (data/oracles/change_sets.py), against themselves with the days swapped, and closed forms.

use super::*;
use crate::exchange::catalogue;
use crate::model::*;
use crate::network::{Network, Rule, View, freeze};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};
use time::Date;
use time::macros::date;

static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Arc::new(catalogue::shipped().expect("the catalogue reads")));

#[derive(Deserialize)]
struct Goldens {
    cases: Vec<Golden>,
}

/// Key, status, from, until.
type MadeMember = (String, MembershipStatus, Option<PartialDate>, Option<PartialDate>);
/// Ends, stance, speaker, strength, when it was said, from, until.
type MadeClaim = (usize, usize, Stance, Option<usize>, Option<Strength>, PartialDate, Option<PartialDate>, Option<PartialDate>);

#[derive(Deserialize)]
struct Golden {
    members: Vec<MadeMember>,
    claims: Vec<MadeClaim>,
    days: [PartialDate; 2],
    expected: BTreeMap<Rule, Expected>,
}

#[derive(Deserialize)]
struct Expected {
    sets: BTreeMap<String, BTreeSet<[usize; 2]>>,
    common: [usize; 3],
    all: [usize; 3],
}

fn coalition() -> CoalitionId {
    CoalitionId::new("proef").expect("a slug")
}

fn put(register: &mut Register, entity: Entity) {
    register.apply(&Change::put(entity)).expect("it applies");
}

fn organisation(number: usize) -> OrganisationId {
    OrganisationId::from_key(&format!("p{number}"))
}

fn party(number: usize) -> Party {
    Party::Organisation(organisation(number))
}

fn period(from: &Option<PartialDate>, until: &Option<PartialDate>) -> Period {
    Period::new(from.clone(), until.clone()).expect("a period")
}

/// A coalition of so many partners of one kind, none of which takes part yet.
fn register(partners: usize) -> Register {
    let mut register = Register::new(CATALOGUE.clone());
    put(
        &mut register,
        Entity::Coalition(Coalition {
            id: coalition(),
            name: Name::new("Proef").expect("a name"),
            aliases: vec![],
            municipalities: vec![],
            phase: Phase::Running,
            phases: vec![],
            started: None,
            themes: vec![],
            provenance: Provenance::default(),
        }),
    );
    for number in 0..partners {
        let kind = KindOf { kind: KindCode::new("wijkteam").expect("a kind"), basis: KindBasis::Stated, inferred_on: None };
        put(
            &mut register,
            Entity::Organisation(Organisation {
                id: organisation(number),
                name: Name::new(format!("Partner {number}")).expect("a name"),
                short_name: None,
                aliases: vec![],
                kinds: vec![kind],
                domain: None,
                part_of: None,
                placeholder: false,
                identifiers: vec![],
                provenance: Provenance::default(),
            }),
        );
    }
    register
}

fn member(register: &mut Register, number: usize, key: &str, status: MembershipStatus, period: Period) {
    let membership = Membership {
        id: MembershipId::from_key(key),
        coalition: coalition(),
        party: party(number),
        status,
        roles: vec![],
        period,
        provenance: Provenance::default(),
    };
    put(register, Entity::Membership(membership));
}

fn network(register: &Register, day: Date, rule: Rule) -> Network {
    freeze(register, &coalition(), day, &View { rule, ..View::of(date!(2026 - 11 - 22)) }).expect("it is there")
}

impl Golden {
    fn register(&self) -> Register {
        let mut register = register(self.members.len());
        for (number, (key, status, from, until)) in self.members.iter().enumerate() {
            member(&mut register, number, key, *status, period(from, until));
        }
        for (number, (a, b, stance, speaker, strength, said, from, until)) in self.claims.iter().enumerate() {
            let claim = Claim {
                id: ClaimId::from_key(&number.to_string()),
                coalition: coalition(),
                scope: Scope::Pair(Pair::new(party(*a), party(*b)).expect("two partners")),
                stance: *stance,
                kind: LinkKindCode::new("works-with").expect("a code"),
                strength: *strength,
                speaker: speaker.map(party),
                on_behalf_of: None,
                initiative: None,
                single_carrier: false,
                date: Some(said.clone()),
                period: Some(Box::new(period(from, until))),
                provenance: Provenance::default(),
            };
            put(&mut register, Entity::Claim(claim));
        }
        register
    }

    fn networks(&self, rule: Rule) -> [Network; 2] {
        let register = self.register();
        self.days.each_ref().map(|day| network(&register, day.latest(), rule))
    }
}

fn goldens() -> Vec<Golden> {
    let text = include_str!("../../../data/oracles/change_sets.json");
    serde_json::from_str::<Goldens>(text).expect("goldens").cases
}

/// Pairs by the numbers of their partners, smaller first.
fn sets(found: &[LineChange], partners: usize) -> BTreeMap<String, BTreeSet<[usize; 2]>> {
    let number = |id: &OrganisationId| (0..partners).find(|it| organisation(*it) == *id).expect("a partner");
    let pair = |line: &LineChange| {
        let mut ends = [number(&line.ends[0]), number(&line.ends[1])];
        ends.sort_unstable();
        ends
    };
    let code = |turn: Turn| serde_json::to_value(turn).expect("a word").as_str().expect("a word").to_owned();
    let of = |turn: Turn| (code(turn), found.iter().filter(|line| line.what.has(turn)).map(pair).collect());
    let mut sets: BTreeMap<String, BTreeSet<[usize; 2]>> = Turn::ALL.into_iter().map(of).collect();
    sets.insert("unchanged".to_owned(), found.iter().filter(|line| line.what.is_empty()).map(pair).collect());
    sets
}

fn counts(overlap: Overlap) -> [usize; 3] {
    [overlap.kept, overlap.union, overlap.members]
}

#[test]
fn changes_are_those_of_python_sets() {
    let mut seen = 0;
    for (place, golden) in goldens().iter().enumerate() {
        for (rule, expected) in &golden.expected {
            let [before, after] = golden.networks(*rule);
            let found = changes(&before, &after);
            assert_eq!(sets(&found, golden.members.len()), expected.sets, "case {place} by {rule:?}");
            let stable = stability(&before, &after, Level::Practice);
            assert_eq!((counts(stable.common), counts(stable.all)), (expected.common, expected.all), "case {place} by {rule:?}");
            seen += found.len();
        }
    }
    assert!(seen > 200, "{seen} lines");
}

#[test]
fn swapped_days_swap_what_happened() {
    for golden in goldens() {
        let [before, after] = golden.networks(Rule::Any);
        let (there, back) = (changes(&before, &after), changes(&after, &before));
        assert_eq!(there.len(), back.len());
        for (there, back) in there.iter().zip(&back) {
            assert_eq!((there.ends, there.level, there.before, there.after), (back.ends, back.level, back.after, back.before));
            let reversed: BTreeSet<Turn> = there.what.iter().map(Turn::reversed).collect();
            assert_eq!(reversed, back.what.iter().collect());
        }
        let (came, went) = (partner_changes(&before, &after), partner_changes(&after, &before));
        assert_eq!(came.iter().filter(|it| it.came).count(), went.iter().filter(|it| it.went).count());
    }
}

#[test]
fn on_the_same_day_nothing_changed() {
    for golden in goldens() {
        let [_, day] = golden.networks(Rule::Any);
        assert!(changes(&day, &day).iter().all(|line| line.what.is_empty() && line.before == line.after));
        assert_eq!((partner_changes(&day, &day).len(), initiative_changes(&day, &day).len()), (0, 0));
        let stable = stability(&day, &day, Level::Practice);
        assert!([stable.common, stable.all].iter().all(|it| it.kept == it.union && it.share().is_none_or(|share| share == 1.0)));
    }
}

#[test]
fn stability_lies_between_nothing_and_all_and_is_the_same_both_ways() {
    for golden in goldens() {
        let [before, after] = golden.networks(Rule::Any);
        let found = stability(&before, &after, Level::Practice);
        assert_eq!(found, stability(&after, &before, Level::Practice));
        for overlap in [found.common, found.all] {
            assert!(overlap.share().is_none_or(|share| (0.0..=1.0).contains(&share)) && overlap.kept <= overlap.union);
        }
        assert!(found.common.union <= found.all.union && found.common.members <= found.all.members);
    }
}

#[test]
fn who_leaves_takes_lines_along() {
    let day = |text: &str| Some(PartialDate::parse(text).expect("a date"));
    // A triangle; one partner leaves, and a fourth comes with a line.
    let mut register = register(4);
    for (number, from, until) in [(0, None, None), (1, None, None), (2, None, day("2019")), (3, day("2020"), None)] {
        member(&mut register, number, &number.to_string(), MembershipStatus::Participating, period(&from, &until));
    }
    for (a, b, from, until) in
        [(0, 1, None, None), (0, 2, None, day("2019")), (1, 2, None, day("2019")), (0, 3, day("2020"), None)]
    {
        let claim = Claim {
            id: ClaimId::from_key(&format!("{a}-{b}")),
            coalition: coalition(),
            scope: Scope::Pair(Pair::new(party(a), party(b)).expect("two partners")),
            stance: Stance::Asserted,
            kind: LinkKindCode::new("works-with").expect("a code"),
            strength: None,
            speaker: Some(party(a)),
            on_behalf_of: None,
            initiative: None,
            single_carrier: false,
            date: None,
            period: Some(Box::new(period(&from, &until))),
            provenance: Provenance::default(),
        };
        put(&mut register, Entity::Claim(claim));
    }
    let [before, after] = [date!(2019 - 06 - 01), date!(2021 - 06 - 01)].map(|day| network(&register, day, Rule::Any));
    let found = stability(&before, &after, Level::Practice);
    assert_eq!((counts(found.common), found.common.share()), ([1, 1, 2], Some(1.0)), "who stayed kept their line");
    assert_eq!((counts(found.all), found.all.share()), ([1, 4, 4], Some(0.25)));
    let turns: BTreeMap<OrganisationId, PartnerTurn> =
        partner_changes(&before, &after).iter().map(|it| (it.organisation, it.what)).collect();
    assert_eq!(turns, BTreeMap::from([(organisation(2), PartnerTurn::Left), (organisation(3), PartnerTurn::Joined)]));
    assert_eq!(stability(&before, &after, Level::Governance).all.share(), None, "no line at that level on either day");
}

#[test]
fn each_way_of_taking_part_beside_each_other_one() {
    use MembershipStatus::{Approached, Left, Participating, Signatory, Wanted};
    let all = [None, Some(Left), Some(Wanted), Some(Approached), Some(Participating), Some(Signatory)];
    let until = |text: &str| period(&None, &Some(PartialDate::parse(text).expect("a date")));
    let from = |text: &str| period(&Some(PartialDate::parse(text).expect("a date")), &None);
    for was in all {
        for is in all {
            let mut register = register(1);
            was.iter().for_each(|status| member(&mut register, 0, "was", *status, until("2019")));
            is.iter().for_each(|status| member(&mut register, 0, "is", *status, from("2020")));
            let [before, after] = [date!(2019 - 06 - 01), date!(2021 - 06 - 01)].map(|day| network(&register, day, Rule::Any));
            let found = partner_changes(&before, &after).first().map(|it| it.what);
            let away = |status: Option<MembershipStatus>| matches!(status, None | Some(Left));
            let expected = match (was, is) {
                (was, is) if was == is || (away(was) && away(is)) => None,
                (Some(Participating), Some(Signatory)) => Some(PartnerTurn::Signed),
                (Some(Signatory), Some(Participating)) => Some(PartnerTurn::Unsigned),
                (_, Some(Participating | Signatory)) => Some(PartnerTurn::Joined),
                (Some(Participating | Signatory), _) => Some(PartnerTurn::Left),
                (_, Some(Approached)) => Some(PartnerTurn::Approached),
                (_, Some(Wanted)) => Some(PartnerTurn::Wanted),
                _ => Some(PartnerTurn::Gone),
            };
            assert_eq!(found, expected, "{was:?} then {is:?}");
        }
    }
}

#[test]
fn what_began_and_ended_is_told_and_what_has_no_beginning_is_not() {
    let day = |text: &str| Some(PartialDate::parse(text).expect("a date"));
    let mut register = register(0);
    for (key, status, from, until) in [
        ("begon", InitiativeStatus::Existing, day("2020"), None),
        ("eindigde", InitiativeStatus::Ended, None, day("2020")),
        ("altijd", InitiativeStatus::Existing, None, None),
        ("plan", InitiativeStatus::Planned, day("2030"), None),
    ] {
        let initiative = Initiative {
            id: InitiativeId::from_key(key),
            coalition: coalition(),
            kind: InitiativeKind::Programme,
            name: Name::new(key).expect("a name"),
            status,
            period: period(&from, &until),
            participants: vec![],
            complete: false,
            provenance: Provenance::default(),
        };
        put(&mut register, Entity::Initiative(initiative));
    }
    let [before, after] = [date!(2019 - 06 - 01), date!(2021 - 06 - 01)].map(|day| network(&register, day, Rule::Any));
    let told = |before: &Network, after: &Network| -> BTreeSet<(InitiativeId, InitiativeTurn)> {
        initiative_changes(before, after).iter().map(|it| (it.id, it.what)).collect()
    };
    let (begon, eindigde) = (InitiativeId::from_key("begon"), InitiativeId::from_key("eindigde"));
    assert_eq!(told(&before, &after), BTreeSet::from([(begon, InitiativeTurn::Begun), (eindigde, InitiativeTurn::Ended)]));
    assert_eq!(told(&after, &before), BTreeSet::from([(begon, InitiativeTurn::Ended), (eindigde, InitiativeTurn::Begun)]));
}
