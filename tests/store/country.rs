//! A small country made by a seeded generator: what comes in, what stands, what is taken back, and what a stop leaves.

use super::support::*;
use kortelijnen::desk::{CountryImported, ImportError, ImportStep, import_country};
use kortelijnen::exchange::country::{Country, File, Files};
use kortelijnen::exchange::shipped;
use kortelijnen::live::{Actor, HistoryQuery, Live, Store, WriteError};
use kortelijnen::model::*;
use kortelijnen::network::{LinkStatus, PairState, Rule, View, freeze};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use time::macros::date;

const TODAY: time::Date = date!(2026 - 11 - 22);
const COALITIONS: usize = 6;
const ORGANISATIONS: usize = 60;
const PEOPLE: usize = 300;
const LINKS: usize = 700;

/// A row of the links, by number.
#[derive(Clone, Copy)]
struct Link {
    from: usize,
    to: usize,
    strength: u8,
    since: u16,
    confirmed: bool,
}

/// What the generator made.
#[derive(Clone)]
struct Made {
    organisations: usize,
    links: Vec<Link>,
    role: &'static str,
}

/// A linear congruential generator (Knuth's constants): the same numbers everywhere.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}

fn organisation_of(person: usize) -> usize {
    person % ORGANISATIONS
}

fn coalition_of(organisation: usize) -> usize {
    organisation % COALITIONS
}

fn made() -> Made {
    let (mut numbers, mut seen, mut links) = (Numbers(3), BTreeSet::new(), Vec::new());
    while links.len() < LINKS {
        let (from, to) = (numbers.below(PEOPLE), numbers.below(PEOPLE));
        let (strength, since, confirmed) = (1 + numbers.below(4) as u8, 2012 + numbers.below(15) as u16, numbers.below(5) < 3);
        if from != to && seen.insert((from, to)) {
            links.push(Link { from, to, strength, since, confirmed });
        }
    }
    Made { organisations: ORGANISATIONS, links, role: "intake" }
}

fn tables(made: &Made) -> [String; 3] {
    let kinds = [("huisarts", "medical"), ("verloskundige", "medical"), ("wijkteam", "social"), ("sportclub", "informal")];
    let organisation = |o: usize| {
        let (kind, domain) = kinds[o % kinds.len()];
        format!("o{o},Partner {o},{kind},{domain},c{}\n", coalition_of(o))
    };
    let person = |p: usize| format!("p{p},Persoon {p},o{},{}\n", organisation_of(p), made.role);
    let link = |it: &Link| format!("p{},p{},{},{},{}\n", it.from, it.to, it.strength, it.since, it.confirmed);
    [
        "id,name,kind,domain,coalition\n".to_owned() + &(0..made.organisations).map(organisation).collect::<String>(),
        "id,name,organisation,role\n".to_owned() + &(0..PEOPLE).map(person).collect::<String>(),
        "from_person,to_person,strength,since,confirmed\n".to_owned() + &made.links.iter().map(link).collect::<String>(),
    ]
}

fn read(tables: &[String; 3]) -> Result<Country, Vec<String>> {
    let names = ["organisations.csv", "people.csv", "links.csv"];
    let [organisations, people, links] = [0, 1, 2].map(|at| File { name: names[at], bytes: tables[at].as_bytes() });
    let catalogue = shipped::shipped().expect("the catalogue").catalogue;
    let read = Country::read(&Files { organisations, people, links }, &catalogue, TODAY, &mut |_, _| {});
    read.map_err(|errors| errors.iter().map(ToString::to_string).collect())
}

fn country(made: &Made) -> Country {
    read(&tables(made)).expect("right rows")
}

fn live_in(store: Store) -> Live {
    Live::open(store, shipped::shipped().expect("the catalogue").catalogue).expect("a store")
}

fn import(live: &Live, made: &Made) -> CountryImported {
    import_country(live, AT, &country(made), &mut |_, _, _| ControlFlow::Continue(())).expect("imported")
}

fn confirmed(made: &Made) -> usize {
    made.links.iter().filter(|link| link.confirmed).count()
}

#[test]
fn every_row_is_there_once() {
    let (made, live) = (made(), live_in(Store::memory()));
    let done = import(&live, &made);
    let all = 1 + COALITIONS + 2 * ORGANISATIONS + 2 * PEOPLE + LINKS + confirmed(&made);
    assert_eq!((done.imported.put, done.stopped), (all, false));
    assert_eq!(country(&made).len(), all);
    let register = &live.snapshot().register;
    assert_eq!(register.coalitions().count(), COALITIONS);
    assert_eq!((register.organisations().count(), register.memberships().count()), (ORGANISATIONS, ORGANISATIONS));
    assert_eq!((register.persons().count(), register.positions().count()), (PEOPLE, PEOPLE));
    assert_eq!(register.claims().count(), LINKS + confirmed(&made));
    assert!(register.persons().all(|person| person.shown_on(TODAY)));
    assert!(register.positions().all(|it| it.title.as_ref().is_some_and(|title| title.as_str() == "intake")));
    // Of each link the first claim has the strength, the year and the row of the file.
    let of_row: BTreeMap<&str, &Claim> = register
        .claims()
        .filter(|claim| matches!(&claim.scope, Scope::Pair(pair) if claim.speaker == Some(pair.ends()[0])))
        .filter_map(|claim| Some((claim.provenance.at.as_ref()?.as_str(), claim)))
        .collect();
    assert_eq!(of_row.len(), LINKS);
    for (row, link) in made.links.iter().enumerate() {
        let claim = of_row[format!("links.csv:{}", row + 2).as_str()];
        let said = (claim.strength.map(Strength::get), claim.date.as_ref().map(PartialDate::as_str));
        assert_eq!(said, (Some(link.strength), Some(link.since.to_string().as_str())), "row {}", row + 2);
        assert_eq!(claim.coalition.as_str(), format!("c{}", coalition_of(organisation_of(link.from))));
    }
}

#[test]
fn files_that_are_complete_say_so_for_every_coalition_until_they_no_longer_are() {
    let (made, live) = (made(), live_in(Store::memory()));
    let unknown = |live: &Live| {
        let register = &live.snapshot().register;
        let coalition = CoalitionId::new("c0").expect("a slug");
        let network = freeze(register, &coalition, TODAY, &View::of(TODAY)).expect("it is there");
        let member = |place: usize| !network.members[place].governance && network.members[place].counts();
        let places: Vec<usize> = (0..network.members.len()).filter(|&place| member(place)).collect();
        let pairs = places.iter().flat_map(|&a| places.iter().map(move |&b| (a, b))).filter(|(a, b)| a < b);
        let states = pairs.map(|(a, b)| network.state(a, b, Rule::Any));
        states.fold([0, 0], |[unknown, absent], state| match state {
            PairState::Unknown => [unknown + 1, absent],
            PairState::Absent => [unknown, absent + 1],
            _ => [unknown, absent],
        })
    };
    import(&live, &made);
    let [before, none] = unknown(&live);
    assert!(before > 0 && none == 0, "silence is unknown: {before} and {none}");
    let complete = country(&made).complete();
    assert_eq!(complete.len(), country(&made).len() + 2 * COALITIONS);
    let done = import_country(&live, AT, &complete, &mut |_, _, _| ControlFlow::Continue(())).expect("imported");
    assert_eq!((done.imported.put, live.snapshot().register.coverages().count()), (2 * COALITIONS, 2 * COALITIONS));
    assert_eq!(unknown(&live), [0, before], "what no row names is not there");
    import(&live, &made);
    assert_eq!((live.snapshot().register.coverages().count(), unknown(&live)), (0, [before, 0]));
}

#[test]
fn kinds_that_the_catalogue_knows_by_another_word_are_known() {
    let (made, live) = (made(), live_in(Store::memory()));
    import(&live, &made);
    assert_eq!(country(&made).unknown_kinds(), &BTreeMap::from([("sportclub".to_owned(), ORGANISATIONS / 4)]));
    let register = &live.snapshot().register;
    for it in register.organisations() {
        let number: usize = it.name.as_str().trim_start_matches("Partner ").parse().expect("a number");
        let kind = [Some("huisarts"), Some("verloskundigenpraktijk"), Some("wijkteam"), None][number % 4];
        let domain = [Domain::Medical, Domain::Medical, Domain::Social, Domain::Informal][number % 4];
        assert_eq!(it.kinds.first().map(|of| of.kind.as_str()), kind, "{}", it.name);
        assert_eq!(register.catalogue().domain_of(it), Some(domain), "{}", it.name);
    }
}

#[test]
fn a_line_is_confirmed_when_both_sides_say_it() {
    let (made, live) = (made(), live_in(Store::memory()));
    import(&live, &made);
    let register = &live.snapshot().register;
    // Who says there is a line, by coalition and pair of organisations, from the rows alone.
    let mut wanted: BTreeMap<(usize, [usize; 2]), BTreeSet<usize>> = BTreeMap::new();
    for link in &made.links {
        let (a, b) = (organisation_of(link.from), organisation_of(link.to));
        if a != b {
            let by = wanted.entry((coalition_of(a), [a.min(b), a.max(b)])).or_default();
            by.insert(a);
            by.extend(link.confirmed.then_some(b));
        }
    }
    let mut found = BTreeMap::new();
    for coalition in 0..COALITIONS {
        let id = coalition_id(&format!("c{coalition}"));
        let network = freeze(register, &id, TODAY, &View::of(TODAY)).expect("it is there");
        let number =
            |place: usize| -> usize { network.members[place].name().trim_start_matches("Partner ").parse().expect("a number") };
        for link in &network.links {
            let (a, b) = (number(link.a), number(link.b));
            found.insert((coalition, [a.min(b), a.max(b)]), link.status);
        }
    }
    let status = |by: &BTreeSet<usize>| if by.len() == 2 { LinkStatus::Confirmed } else { LinkStatus::OneSided };
    let wanted: BTreeMap<_, _> = wanted.iter().map(|(pair, by)| (*pair, status(by))).collect();
    assert!(wanted.values().any(|it| *it == LinkStatus::OneSided) && wanted.values().any(|it| *it == LinkStatus::Confirmed));
    assert_eq!(found, wanted);
}

#[test]
fn the_same_files_again_change_nothing_and_a_new_edition_takes_back() {
    let directory = tempfile::tempdir().expect("a directory");
    let (mut made, served) = (made(), live_in(open(directory.path())));
    let first = import(&served, &made);
    let sequence = served.snapshot().sequence();
    let again = import(&served, &made);
    assert_eq!((again.imported.put, again.imported.removed, again.imported.same), (0, 0, first.imported.put));
    assert_eq!(served.snapshot().sequence(), sequence, "nothing was written");
    // A user corrects one claim and removes another; a new edition lacks the last hundred links and has another role.
    let link = |row: usize| {
        let snapshot = served.snapshot();
        let at = format!("links.csv:{}", row + 2);
        let is = |it: &&Claim| it.provenance.at.as_ref().is_some_and(|it| it.as_str() == at);
        let all: Vec<Claim> = snapshot.register.claims().filter(is).cloned().collect();
        all
    };
    let (edited, removed) = (link(LINKS - 1)[0].clone(), link(0)[0].clone());
    let corrected = Claim { strength: None, ..edited.clone() };
    let edits = vec![Change::put(Entity::Claim(corrected.clone())), Change::Remove(EntityRef::Claim(removed.id))];
    served.write(Actor::LOCAL, AT, &[], edits).expect("written");
    let gone: Vec<Link> = made.links.split_off(LINKS - 100);
    made.role = "manager";
    let taken_back = gone.len() + gone.iter().filter(|link| link.confirmed).count();
    let next = import(&served, &made);
    assert_eq!((next.imported.put, next.imported.removed), (PEOPLE, taken_back - 1), "every position has another title");
    assert_eq!(next.imported.kept.len(), 2, "what a user touched stays as it is");
    let register = &served.snapshot().register;
    assert_eq!(register.claim(&edited.id), Some(&corrected));
    assert_eq!(register.claim(&removed.id), None);
    let before = contents(register);
    drop(served);
    assert_eq!(contents(&live_in(open(directory.path())).snapshot().register), before, "and all of it is on disk");
}

#[test]
fn an_organisation_that_is_no_longer_named_goes_with_its_people() {
    let (mut made, live) = (made(), live_in(Store::memory()));
    import(&live, &made);
    let mut rows = tables(&made);
    // The last organisation closes: its people and their links leave the tables too.
    made.links.retain(|link| [link.from, link.to].iter().all(|end| organisation_of(*end) != ORGANISATIONS - 1));
    made.organisations -= 1;
    rows[0] = tables(&made)[0].clone();
    rows[1] = rows[1]
        .lines()
        .filter(|line| !line.contains(&format!(",o{},", ORGANISATIONS - 1)))
        .map(|line| format!("{line}\n"))
        .collect();
    rows[2] = tables(&made)[2].clone();
    let next = read(&rows).expect("right rows");
    import_country(&live, AT, &next, &mut |_, _, _| ControlFlow::Continue(())).expect("imported");
    let register = &live.snapshot().register;
    let people = PEOPLE - PEOPLE / ORGANISATIONS;
    assert_eq!((register.organisations().count(), register.persons().count()), (ORGANISATIONS - 1, people));
    assert_eq!(register.claims().count(), made.links.len() + confirmed(&made));
}

#[test]
fn large_batches_come_back_from_disk_and_from_an_export() {
    let directory = tempfile::tempdir().expect("a directory");
    let served = live_in(open(directory.path()));
    import(&served, &made());
    let before = contents(&served.snapshot().register);
    let everything = whole_history(&served);
    let outside = std::fs::read_dir(directory.path().join("blobs")).expect("the store's folder").count();
    assert_eq!(outside, 0, "no record is large enough to be put outside the store's one file");
    drop(served);
    let store = open(directory.path());
    let served = live_in(store.clone());
    assert_eq!(contents(&served.snapshot().register), before);
    assert_eq!(whole_history(&served), everything);
    let sequences: Vec<u64> = everything.iter().map(|row| row.0).collect();
    assert!(sequences.iter().rev().copied().eq(1..=served.snapshot().sequence()), "each change once, newest first");
    let page = served.history(&HistoryQuery { before: Some(500), limit: 7, ..HistoryQuery::default() });
    let page: Vec<u64> = page.expect("history").iter().map(|row| row.sequence).collect();
    assert_eq!(page, [499, 498, 497, 496, 495, 494, 493], "a page begins within a record");
    let copy = Store::memory();
    copy.import_lines(export(&store).as_bytes(), shipped::shipped().expect("the catalogue").catalogue).expect("imported");
    assert_eq!(contents(&live_in(copy).snapshot().register), before);
    assert!(served.changed_by_users().expect("read").is_empty());
}

fn whole_history(live: &Live) -> Vec<(u64, EntityRef)> {
    let all = HistoryQuery { limit: usize::MAX, ..HistoryQuery::default() };
    live.history(&all).expect("history").into_iter().map(|row| (row.sequence, row.change.reference())).collect()
}

#[test]
fn a_stop_leaves_whole_batches_and_the_same_import_goes_on() {
    let (made, live) = (made(), live_in(Store::memory()));
    // A register that holds something: everything is tried first, and a stop there leaves it as it was.
    live.write(Actor::LOCAL, AT, &[], vec![put_person("kim")]).expect("written");
    let all = country(&made);
    let stopped = import_country(&live, AT, &all, &mut |step, _, _| {
        if step == ImportStep::Trying { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(stopped.expect("stopped").stopped);
    assert_eq!(live.snapshot().sequence(), 1);
    let mut batches = all.changes().take(1_000).collect::<Vec<_>>();
    let rest = batches.split_off(600);
    let mut both = vec![batches, rest].into_iter();
    let kept = live.write_batches(&Actor::IMPORT, AT, &mut both.by_ref().take(1), &mut |_| ControlFlow::Break(()));
    assert_eq!(kept.expect("kept"), 601);
    let done = import(&live, &made);
    assert_eq!((done.imported.same, done.imported.put), (600, all.len() - 600));
    let once = live_in(Store::memory());
    import(&once, &made);
    let entities = |live: &Live| -> Vec<Entity> {
        live.snapshot()
            .register
            .entities()
            .filter(|it| !matches!(it, Entity::Person(it) if it.id == PersonId::from_key("kim")))
            .cloned()
            .collect()
    };
    assert_eq!(entities(&live).len(), entities(&once).len());
    assert_eq!(entities(&live), entities(&once));
}

#[test]
fn a_batch_that_does_not_fit_leaves_those_before_it() {
    let live = live_in(Store::memory());
    let mut batches =
        vec![vec![put_person("kim")], vec![put_person("noor"), Change::Remove(EntityRef::Person(PersonId::from_key("wie")))]];
    batches.push(vec![put_person("later")]);
    let error = live.write_batches(&Actor::IMPORT, AT, &mut batches.into_iter(), &mut |_| ControlFlow::Continue(()));
    let error = error.expect_err("nobody of that name");
    assert!(matches!(error, WriteError::Fault { place: 2, .. }), "{error}");
    let people: Vec<PersonId> = live.snapshot().register.persons().map(|it| it.id).collect();
    assert_eq!((people, live.snapshot().sequence()), (vec![PersonId::from_key("kim")], 1));
}

#[test]
fn a_coalition_from_elsewhere_is_not_replaced() {
    let live = live_in(Store::memory());
    live.write(Actor::LOCAL, AT, &[], vec![put_bare_coalition("c3")]).expect("written");
    let refused = import_country(&live, AT, &country(&made()), &mut |_, _, _| ControlFlow::Continue(()));
    assert!(matches!(refused, Err(ImportError::Taken(id)) if id.as_str() == "c3"));
    assert_eq!(live.snapshot().sequence(), 1);
}

fn put_bare_coalition(slug: &str) -> Change {
    Change::put(Entity::Coalition(Coalition {
        id: coalition_id(slug),
        name: name(slug),
        aliases: Vec::new(),
        municipalities: Vec::new(),
        phase: Phase::Start,
        phases: vec![],
        started: None,
        themes: Vec::new(),
        governance: Vec::new(),
        provenance: Provenance::default(),
    }))
}

#[test]
fn every_wrong_row_is_named_with_its_column() {
    let tables = [
        "id,name,kind,domain,coalition\no0,Partner,huisarts,medical,c0\no0,Weer,huisarts,medical,c0\no1,,wijkteam,zorg,Den Haag\n",
        "id,name,organisation,role\np0,Persoon,o0,intake\np1,bsn 111222333,o9,\np2,Persoon,o1,\n",
        "from_person,to_person,strength,since,confirmed\np0,p1,5,2024,true\np0,p0,1,24,true\np7,p2,,,misschien\n",
    ];
    let found = read(&tables.map(str::to_owned)).expect_err("wrong rows");
    let wanted = [
        "organisations.csv, row 3, column id: \"o0\" is in row 2 too",
        "organisations.csv, row 4, column name: the text is empty",
        "organisations.csv, row 4, column domain: \"zorg\" is no domain",
        "organisations.csv, row 4, column coalition: \"Den Haag\" is no code",
        "people.csv, row 3, column name: the text holds a number that can be a citizen service number",
        "people.csv, row 3, column organisation: \"o9\" is no id in organisations.csv",
        "links.csv, row 2, column strength: \"5\" is no strength",
        "links.csv, row 3, column since: \"24\" is no year",
        "links.csv, row 3, column to_person: the link runs from \"p0\" to itself",
        "links.csv, row 4, column from_person: \"p7\" is no id in people.csv",
        "links.csv, row 4, column confirmed: \"misschien\" is not read as yes or no here",
    ];
    assert_eq!(found.len(), wanted.len(), "{found:#?}");
    for (found, wanted) in found.iter().zip(wanted) {
        assert!(found.starts_with(wanted) && found.contains(';'), "{found}\n{wanted}");
    }
}

#[test]
fn a_link_twice_and_a_missing_column_are_named_and_errors_have_a_limit() {
    let mut rows = tables(&made());
    let first = rows[2].lines().nth(1).expect("a link").to_owned();
    rows[2].push_str(&first);
    let found = read(&rows).expect_err("a double");
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with(&format!("links.csv, row {}: the same link is in row 2 too", LINKS + 2)), "{found:?}");
    let people = std::mem::replace(&mut rows[1], "id,name,organisation,role\n".to_owned());
    let found = read(&rows).expect_err("nobody is there");
    assert!(found[0].starts_with("links.csv, row 2, column from_person: \"p"), "{found:?}");
    assert!(found.len() == 1_001 && found[1_000].contains("errors more"), "{}", found.len());
    rows[1] = people.replace("organisation", "bedrijf");
    let found = read(&rows).expect_err("a missing column");
    assert_eq!(found.len(), 1, "who is in a file that cannot be read is not known: {found:?}");
    assert!(found[0].starts_with("people.csv, row 1, column organisation: this column is missing"), "{found:?}");
    let mut latin = tables(&made()).map(String::into_bytes);
    latin[0].extend(b"o99,Caf\xe9,huisarts,medical,c0\n");
    let file = |at: usize| File { name: "f.csv", bytes: &latin[at] };
    let files = Files { organisations: file(0), people: file(1), links: file(2) };
    let found = Country::read(&files, &shipped::shipped().expect("the catalogue").catalogue, TODAY, &mut |_, _| {});
    let found = found.expect_err("no text");
    assert_eq!(found[0].row, Some(ORGANISATIONS as u64 + 2), "{}", found[0]);
}
