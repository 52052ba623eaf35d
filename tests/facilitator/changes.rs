//! A facilitator opens the meeting: what changed since the last one, and what was measured then.

use super::*;
use kortelijnen::desk::{Changes, DeskError, PointSource, import};
use kortelijnen::live::{Actor, Live, Store};
use kortelijnen::model::*;
use kortelijnen::network::LinkStatus;
use time::OffsetDateTime;
use time::macros::datetime;

const NOW: OffsetDateTime = datetime!(2026-11-22 12:00 UTC);

fn loaded() -> Live {
    let shipped = shipped::shipped().expect("the shipped data reads");
    let live = Live::open(Store::memory(), shipped.catalogue).expect("an empty store opens");
    import(&live, Actor::SHIPPED, NOW, shipped.changes).expect("it loads");
    live
}

fn asked(live: &Live, coalition: &str, from: Option<Date>) -> Changes {
    let snapshot = live.snapshot();
    Office::new(&snapshot.register, TODAY).changes(coalition, from, None).expect("it is there")
}

fn takes_part(it: &Membership) -> bool {
    it.status == MembershipStatus::Participating && matches!(it.party, Party::Organisation(_))
}

/// What social work says about its line with the VSV, on a day.
fn said(live: &Live, key: &str, day: Date, strength: u8) -> Change {
    let snapshot = live.snapshot();
    let find = |name: &str| {
        let links = Office::new(&snapshot.register, TODAY).links("leiden", None).expect("Leiden");
        let rows = links.into_iter().flat_map(|link| [link.a, link.b]);
        let found = rows.into_iter().find(|it| it.kind.as_deref() == Some(name)).expect("a partner");
        Party::Organisation(OrganisationId(found.id.parse().expect("an id")))
    };
    let (vsv, work) = (find("vsv"), find("maatschappelijk-werk"));
    Change::put(Entity::Claim(Claim {
        id: ClaimId::from_key(key),
        coalition: CoalitionId::new("leiden").expect("a slug"),
        scope: Scope::Pair(Pair::new(vsv, work).expect("two partners")),
        stance: Stance::Asserted,
        kind: LinkKindCode::new("works-with").expect("a code"),
        strength: Strength::new(strength).ok(),
        speaker: Some(work),
        on_behalf_of: None,
        initiative: None,
        single_carrier: false,
        date: Some(PartialDate::day(day)),
        period: None,
        provenance: Provenance::default(),
    }))
}

#[test]
fn before_the_first_round_there_is_one_moment_and_nothing_to_compare() {
    let live = loaded();
    let leiden = asked(&live, "leiden", None);
    let told = leiden.only_one.expect("one moment");
    assert!(told.nl.ends_with("Na de eerste ronde ziet u hier wat er veranderde."));
    assert_eq!((leiden.from, leiden.to), ("2019-11-30".to_owned(), "2019-11-30".to_owned()));
    assert!(leiden.lines.is_empty() && leiden.partners.is_empty() && leiden.gaps.opened.is_empty());
}

#[test]
fn a_round_later_the_facilitator_sees_what_moved_since_the_last_meeting() {
    let live = loaded();
    live.write(Actor::LOCAL, NOW, &[], vec![said(&live, "ronde", date!(2026 - 11 - 10), 3)]).expect("somebody fills it in");
    let leiden = asked(&live, "leiden", None);
    assert_eq!((leiden.from.as_str(), leiden.to.as_str()), ("2019-11-30", "2026-11-22"));
    assert_eq!((leiden.only_one, leiden.from_words.nl.as_str()), (None, "november 2019"));
    let row = leiden.lines.first().expect("the line across stands first");
    let what: Vec<String> = row.what.iter().map(|it| format!("{it:?}")).collect();
    assert!(row.across && what.contains(&"Confirmed".to_owned()), "{row:?}");
    assert!(row.words.nl.contains("nu door beide kanten bevestigd"), "{}", row.words.nl);
    assert_eq!(leiden.counts.confirmed, 1);
    assert!(leiden.summary[0].nl.starts_with("Sinds 30 november 2019: "), "{}", leiden.summary[0].nl);
    assert!((1..=3).contains(&leiden.summary.len()));
    // Seven years later other lines were not mentioned for too long, and nobody said that they are gone.
    assert_eq!((leiden.counts.lost, leiden.notes.iter().any(|it| it.nl.contains("tijd voorbijgaat"))), (0, true));
    let confirmed = leiden.measures.iter().find(|it| it.name == "links").expect("the number of lines");
    assert_eq!(confirmed.before.value, confirmed.after.value);
    let names: Vec<&str> = leiden.measures.iter().map(|it| it.words.nl.as_str()).collect();
    // Three partners are too few for numbers over all of them.
    assert!(names.contains(&"Partners") && names.contains(&"Lijnen") && !names.contains(&"Dichtheid"), "{names:?}");
    assert_eq!(leiden.stability.all.value, Some(1.0), "every line of then is there");
}

#[test]
fn that_claims_contradict_each_other_is_told_within_the_coalition_only() {
    let live = loaded();
    let Change::Put(mut entity) = said(&live, "ontkend", date!(2026 - 11 - 10), 3) else { panic!("it is put") };
    let Entity::Claim(claim) = &mut *entity else { panic!("a claim") };
    let denial = claim.id;
    (claim.stance, claim.strength, claim.kind) = (Stance::Denied, None, LinkKindCode::new("consults").expect("a code"));
    live.write(Actor::LOCAL, NOW, &[], vec![Change::Put(entity)]).expect("somebody fills it in");
    let snapshot = live.snapshot();
    for (viewer, own) in
        [("administrator", true), ("facilitator:leiden", true), ("adviser", false), ("professional:delft", false)]
    {
        let viewer: Viewer = viewer.parse().expect("a viewer");
        let office = Office::new(&snapshot.register, TODAY).seen_by(&viewer);
        let leiden = office.changes("leiden", None, None).expect("it is there");
        let row = leiden.lines.iter().find(|it| it.across).expect("the line across");
        let status = row.after.as_ref().expect("it is still there").status;
        assert_eq!(status, if own { LinkStatus::Contested } else { LinkStatus::OneSided }, "{viewer}");
        assert_eq!(row.words.nl.contains("spreken elkaar nu tegen"), own, "{viewer}: {}", row.words.nl);
        assert_eq!(row.claims.contains(&denial), own, "{viewer}");
    }
}

#[test]
fn the_report_tells_the_same_changes() {
    let live = loaded();
    live.write(Actor::LOCAL, NOW, &[], vec![said(&live, "ronde", date!(2026 - 11 - 10), 3)]).expect("somebody fills it in");
    let snapshot = live.snapshot();
    let office = Office::new(&snapshot.register, TODAY);
    let report = office.report("leiden", None, None).expect("a report");
    assert_eq!(report.since.as_deref(), Some("2019-11-30"));
    let progress = report.sections.iter().find(|it| it.code == "progress").expect("a section");
    assert_eq!(progress.answer, asked(&live, "leiden", None).summary[0]);
    assert!(progress.tables[0].rows.iter().any(|row| row[1].nl == "nu door beide kanten bevestigd"));
}

#[test]
fn a_day_that_is_not_earlier_is_refused() {
    let late = office().changes("leiden", Some(date!(2019 - 11 - 30)), None);
    assert!(matches!(late, Err(DeskError::NotBefore { .. })));
    assert!(matches!(office().changes("gouda", None, None), Err(DeskError::UnknownCoalition { .. })));
}

#[test]
fn every_coalition_has_changes_on_any_two_days_and_the_other_way_nothing_is_worse_told() {
    for row in office().coalitions() {
        for (from, to) in [(date!(0001 - 01 - 01), date!(2019 - 11 - 30)), (date!(2018 - 05 - 05), date!(2026 - 11 - 22))] {
            let found = office().changes(row.id.as_str(), Some(from), Some(to)).expect("an answer");
            let told = found.lines.iter().map(|it| &it.words).chain(&found.summary).chain(&found.gaps.opened);
            for words in told.chain(found.partners.iter().map(|it| &it.words)) {
                assert!(!words.nl.is_empty() && !words.en.is_empty() && words.nl.ends_with('.'), "{words:?}");
                for blame in ["zwak", "score", "slecht"] {
                    assert!(!words.nl.contains(blame), "{}", words.nl);
                }
            }
            assert!(found.moments.iter().all(|it| it.day.as_str() <= "2026-11-22"));
        }
    }
}

#[test]
fn what_was_measured_then_stays_beside_what_is_known_now() {
    let live = loaded();
    let snapshot = live.snapshot();
    let then = Office::new(&snapshot.register, TODAY).measurement("leiden", None, NOW).expect("measured");
    live.keep_measurements(vec![then.clone()]).expect("kept");
    let members = |live: &Live| {
        let (snapshot, kept) = (live.snapshot(), live.measurements(&then.coalition).expect("read"));
        let asked = ["density".to_owned(), "members".to_owned()];
        let timeline = Office::new(&snapshot.register, TODAY).timeline("leiden", &asked, &kept).expect("a timeline");
        assert_eq!(timeline.measures.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["members", "density"]);
        let of = timeline.measures.into_iter().next().expect("it was asked");
        of.points.into_iter().filter(|it| it.as_of == "2019-11-30").collect::<Vec<_>>()
    };
    let before = members(&live);
    assert_eq!(before.iter().map(|it| it.source).collect::<Vec<_>>(), [PointSource::Kept], "known now as it was measured");
    // Somebody corrects who took part then.
    let mut partner =
        snapshot.register.memberships().find(|it| it.coalition == then.coalition && takes_part(it)).expect("one").clone();
    partner.status = MembershipStatus::Approached;
    live.write(Actor::LOCAL, NOW, &[], vec![Change::put(Entity::Membership(partner))]).expect("a correction");
    let after = members(&live);
    assert_eq!(after.iter().map(|it| it.source).collect::<Vec<_>>(), [PointSource::Kept, PointSource::Computed]);
    assert_eq!((after[0].value, after[0].kept_at, after[0].known_at), (before[0].value, Some(NOW), then.known_at));
    assert_eq!((after[1].value, after[1].kept_at), (before[0].value.map(|it| it - 1.0), None));
    let unknown = office().timeline("leiden", &["loyalty".to_owned()], &[]);
    assert!(matches!(unknown, Err(DeskError::UnknownMeasure { known, .. }) if known.contains("crossDensity")));
}

#[test]
fn a_measurement_is_due_once_a_day_and_only_after_a_change() {
    let live = loaded();
    let leiden = CoalitionId::new("leiden").expect("a slug");
    let due = |today: Date, last: Option<&Measurement>| {
        let snapshot = live.snapshot();
        Office::new(&snapshot.register, today).measurement_due(&leiden, last)
    };
    let snapshot = live.snapshot();
    let first = Office::new(&snapshot.register, TODAY).measurement("leiden", None, NOW).expect("measured");
    let tomorrow = date!(2026 - 11 - 23);
    assert!(due(TODAY, None));
    assert!(!due(TODAY, Some(&first)) && !due(tomorrow, Some(&first)), "nothing changed");
    live.write(Actor::LOCAL, NOW, &[], vec![said(&live, "ronde", date!(2026 - 11 - 10), 3)]).expect("somebody fills it in");
    assert!(!due(TODAY, Some(&first)), "once a day");
    assert!(due(tomorrow, Some(&first)));
}
