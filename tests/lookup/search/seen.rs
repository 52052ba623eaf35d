//! Nobody finds what they may not see: for every role, held against `Viewer` itself on made-up registers.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

const COALITIONS: [&str; 3] = ["noord", "oost", "zuid"];
const ORGANISATIONS: usize = 3;
/// The word that everything in a generated register has in its name.
const SHARED: &str = "kwikstaart";

fn finds(index: &Index, text: &str, viewer: &Viewer) -> BTreeSet<Thing> {
    let sought = Sought { viewer, coalition: None, limit: HITS_MAX };
    let Found { hits, guesses, .. } = index.find(text, &sought);
    let suggested = index.suggest(text, &sought);
    hits.into_iter().chain(guesses).chain(suggested).map(|hit| hit.what).collect()
}

#[test]
fn every_role_finds_its_own() {
    let mut made = Made::new();
    COALITIONS.iter().for_each(|id| made.coalition(id, id, &[]));
    let noord = made.organisation("Loket Noord", "wijkteam", &["noord"]);
    let oost = made.organisation("Loket Oost", "wijkteam", &["oost"]);
    let own = made.person("Anna Kwikstaart", Visibility::Coalition, None);
    let all = made.person("Bea Kwikstaart", Visibility::AllCoalitions, None);
    let hidden = made.person("Cor Kwikstaart", Visibility::Hidden, None);
    let expired = made.person("Dirk Kwikstaart", Visibility::AllCoalitions, Some("2026-11-21"));
    let last_day = made.person("Ed Kwikstaart", Visibility::AllCoalitions, Some("2026-11-22"));
    let elsewhere = made.person("Fien Kwikstaart", Visibility::Coalition, None);
    let unknown = made.person("Gijs Kwikstaart", Visibility::Coalition, None);
    let titles: Vec<PositionId> =
        [own, all, hidden, expired].into_iter().map(|person| made.position(person, noord, "kwikstaartteller")).collect();
    made.position(last_day, noord, "intake");
    made.position(elsewhere, oost, "intake");
    made.membership(Party::Person(elsewhere), "oost");
    // Of no coalition by any fact: a position alone does not say where somebody may be found.
    made.position(unknown, oost, "intake");
    let desk = |made: &mut Made, name: &str, visibility| made.desk(name, noord, None, None, visibility);
    let public = desk(&mut made, "Openbare kwikstaart", ContactVisibility::Public);
    let shared = desk(&mut made, "Gedeelde kwikstaart", ContactVisibility::AllCoalitions);
    let shielded = desk(&mut made, "Eigen kwikstaart", ContactVisibility::Coalition);
    desk(&mut made, "Mobiele kwikstaart", ContactVisibility::Hidden);
    let of_anna = made.desk("Lijn Anna kwikstaart", noord, Some("noord"), Some(own), ContactVisibility::Public);
    made.desk("Lijn Cor kwikstaart", noord, Some("noord"), Some(hidden), ContactVisibility::Public);
    made.desk("Lijn Dirk kwikstaart", noord, Some("noord"), Some(expired), ContactVisibility::Public);
    let index = made.index();

    let signed_out = BTreeSet::from([Thing::Desk(public)]);
    let anywhere: BTreeSet<Thing> =
        [Thing::Desk(public), Thing::Desk(shared), Thing::Person(all), Thing::Person(last_day), Thing::Position(titles[1])]
            .into();
    let in_noord: BTreeSet<Thing> = anywhere
        .iter()
        .cloned()
        .chain([Thing::Desk(shielded), Thing::Desk(of_anna), Thing::Person(own), Thing::Position(titles[0])])
        .collect();
    let in_oost: BTreeSet<Thing> = anywhere.iter().cloned().chain([Thing::Person(elsewhere)]).collect();
    let everything: BTreeSet<Thing> = in_noord.iter().chain(&in_oost).cloned().chain([Thing::Person(unknown)]).collect();
    for (viewer, wanted) in [
        (Viewer::of(Role::Visitor), &signed_out),
        (Viewer::of(Role::Adviser), &signed_out),
        (Viewer::within(Role::Professional, []), &anywhere),
        (Viewer::within(Role::Professional, [slug("noord")]), &in_noord),
        (Viewer::within(Role::Facilitator, [slug("noord")]), &in_noord),
        (Viewer::within(Role::Professional, [slug("oost")]), &in_oost),
        (Viewer::within(Role::Facilitator, [slug("zuid")]), &anywhere),
        (Viewer::of(Role::Administrator), &everything),
        // A role that is held nowhere does not gain by a list of coalitions.
        (Viewer { role: Role::Visitor, coalitions: vec![slug("noord")] }, &signed_out),
    ] {
        assert_eq!(&finds(&index, "kwikstaart", &viewer), wanted, "{viewer:?}");
    }
    // An error or half a word leads nowhere else, and what nobody may see changes no guess.
    for text in ["cor kwikstaart", "dirk", "corr kwikstaart", "mobiele", "mobielle", "dirk kwikst"] {
        assert_eq!(finds(&index, text, &Viewer::default()), finds(&Made::new().index(), text, &Viewer::default()), "{text}");
    }
}

#[derive(Debug, Clone)]
struct APerson {
    visibility: Visibility,
    expires: Option<&'static str>,
    at: BTreeSet<usize>,
    member_of: BTreeSet<usize>,
}

#[derive(Debug, Clone)]
struct ADesk {
    organisation: usize,
    coalition: Option<usize>,
    person: Option<usize>,
    visibility: ContactVisibility,
}

fn some_of(count: usize) -> impl Strategy<Value = BTreeSet<usize>> {
    prop::collection::btree_set(0..count, 0..=count)
}

fn a_person() -> impl Strategy<Value = APerson> {
    let visibility = prop::sample::select(vec![Visibility::Coalition, Visibility::AllCoalitions, Visibility::Hidden]);
    let expires = prop::sample::select(vec![None, None, Some("2026-11-21"), Some("2026-11-22"), Some("2027")]);
    (visibility, expires, some_of(ORGANISATIONS), some_of(COALITIONS.len()))
        .prop_map(|(visibility, expires, at, member_of)| APerson { visibility, expires, at, member_of })
}

fn a_desk() -> impl Strategy<Value = ADesk> {
    let visibility = prop::sample::select(vec![
        ContactVisibility::Public,
        ContactVisibility::Coalition,
        ContactVisibility::AllCoalitions,
        ContactVisibility::Hidden,
    ]);
    (0..ORGANISATIONS, prop::option::of(0..COALITIONS.len()), prop::option::of(0..4usize), visibility)
        .prop_map(|(organisation, coalition, person, visibility)| ADesk { organisation, coalition, person, visibility })
}

fn a_viewer() -> impl Strategy<Value = Viewer> {
    (prop::sample::select(Role::ALL.to_vec()), some_of(COALITIONS.len()))
        .prop_map(|(role, coalitions)| Viewer::within(role, coalitions.into_iter().map(|at| slug(COALITIONS[at]))))
}

/// A register, and what a viewer may find in it as `Viewer` and `Register` say.
fn expected(members: &[BTreeSet<usize>], persons: &[APerson], desks: &[ADesk], viewer: &Viewer) -> (Made, BTreeSet<Thing>) {
    let mut made = Made::new();
    COALITIONS.iter().for_each(|id| made.coalition(id, id, &[]));
    let mut organisations = Vec::new();
    for (number, of) in members.iter().enumerate() {
        let of: Vec<&str> = of.iter().map(|at| COALITIONS[*at]).collect();
        organisations.push(made.organisation(&format!("{SHARED} organisatie {number}"), "welzijn", &of));
    }
    let (mut ids, mut positions) = (Vec::new(), Vec::new());
    for (number, person) in persons.iter().enumerate() {
        let id = made.person(&format!("{SHARED} persoon {number}"), person.visibility, person.expires);
        person.member_of.iter().for_each(|at| made.membership(Party::Person(id), COALITIONS[*at]));
        for at in &person.at {
            positions.push((made.position(id, organisations[*at], &format!("{SHARED} functie")), id, *at));
        }
        ids.push(id);
    }
    let mut points = Vec::new();
    for (number, desk) in desks.iter().enumerate() {
        let person = desk.person.filter(|at| *at < ids.len()).map(|at| ids[at]);
        let coalition = desk.coalition.map(|at| COALITIONS[at]);
        let name = format!("{SHARED} loket {number}");
        points.push((made.desk(&name, organisations[desk.organisation], coalition, person, desk.visibility), desk));
    }
    let register = &made.0;
    let in_any = |of: &dyn Fn(&usize) -> bool, seen: &dyn Fn(&CoalitionId) -> bool| {
        (0..COALITIONS.len()).filter(of).any(|at| seen(&slug(COALITIONS[at])))
    };
    let administrator = viewer.role == Role::Administrator;
    let mut wanted: BTreeSet<Thing> = organisations.iter().map(|id| Thing::Organisation(*id)).collect();
    let seen = ids.iter().filter(|id| viewer.sees_person_somewhere(register, register.person(id).expect("put before"), DAY));
    wanted.extend(seen.map(|id| Thing::Person(*id)));
    for (position, id, organisation) in positions {
        // Told where the person is seen and the organisation takes part.
        let person = register.person(&id).expect("put before");
        let there =
            |at: &usize| administrator || person.visibility == Visibility::AllCoalitions || members[organisation].contains(at);
        if in_any(&there, &|here| viewer.sees_person_of(register, person, here, DAY)) {
            wanted.insert(Thing::Position(position));
        }
    }
    for (id, _) in points {
        if viewer.sees_contact_somewhere(register, register.contact_point(&id).expect("put before"), DAY) {
            wanted.insert(Thing::Desk(id));
        }
    }
    (made, wanted)
}

/// Does the register let the viewer see it, in whatever coalition?
fn told(register: &Register, viewer: &Viewer, what: &Thing) -> bool {
    let person = |id: &PersonId| viewer.sees_person_somewhere(register, register.person(id).expect("there"), DAY);
    match what {
        Thing::Person(id) => person(id),
        Thing::Position(id) => person(&register.position(id).expect("there").person),
        Thing::Desk(id) => viewer.sees_contact_somewhere(register, register.contact_point(id).expect("there"), DAY),
        Thing::Need(_) | Thing::Kind(_) | Thing::Organisation(_) | Thing::Place(_) => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_viewer_finds_exactly_what_they_may_see(
        members in prop::collection::vec(some_of(COALITIONS.len()), ORGANISATIONS),
        persons in prop::collection::vec(a_person(), 0..5),
        desks in prop::collection::vec(a_desk(), 0..5),
        viewer in a_viewer(),
        text in "\\PC{0,12}",
        here in 0..COALITIONS.len(),
    ) {
        let (made, wanted) = expected(&members, &persons, &desks, &viewer);
        let index = made.index();
        for typed in [SHARED, "kwik", "kwikstart"] {
            prop_assert_eq!(&finds(&index, typed, &viewer), &wanted, "{}", typed);
        }
        for what in &wanted {
            prop_assert!(told(&made.0, &viewer, what), "{what:?}");
        }
        let here = slug(COALITIONS[here]);
        for typed in ["persoon 1", "loket 0", "functie organisatie", "lokt", "persoon oost", "kwikstaarten", &text, &format!("{text} {SHARED}")] {
            let sought = Sought { viewer: &viewer, coalition: Some(&here), limit: HITS_MAX };
            let Found { hits, guesses, .. } = index.find(typed, &sought);
            for hit in hits.into_iter().chain(guesses).chain(index.suggest(typed, &sought)) {
                let public = matches!(hit.what, Thing::Need(_) | Thing::Kind(_) | Thing::Place(_));
                prop_assert!(public || wanted.contains(&hit.what), "{typed}: {hit:?}");
            }
        }
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,400}", raw in prop::collection::vec(any::<char>(), 0..50)) {
        thread_local! {
            static INDEX: Index = {
                let mut made = Made::new();
                made.coalition("noord", "Noord", &["Noord"]);
                made.organisation("Loket Noord", "wijkteam", &["noord"]);
                made.index()
            };
        }
        INDEX.with(|index| {
            for text in [text, raw.into_iter().collect()] {
                let viewer = Viewer::of(Role::Visitor);
                let found = index.find(&text, &Sought { viewer: &viewer, coalition: None, limit: 5 });
                assert!(found.hits.len() <= 5 && found.guesses.len() <= GUESSES_MAX && found.also.nl.len().max(found.also.en.len()) <= ALSO_MAX);
                index.suggest(&text, &Sought { viewer: &viewer, coalition: None, limit: 5 });
            }
        });
    }
}
