//! A corrected file is loaded again: it updates what no user edited, and undoes nothing.

use super::*;
use kortelijnen::desk::{ImportError, Imported, import, shipped_may_update};
use kortelijnen::exchange::{bundle, plain};
use kortelijnen::live::{Actor, Live, Store};
use kortelijnen::model::*;
use time::OffsetDateTime;
use time::ext::NumericalDuration;
use time::macros::datetime;

const NOW: OffsetDateTime = datetime!(2026-11-22 12:00 UTC);

fn loaded() -> (Live, Vec<Change>) {
    let shipped = shipped::shipped().expect("the shipped data reads");
    let live = Live::open(Store::memory(), shipped.catalogue).expect("an empty store opens");
    import(&live, Actor::SHIPPED, NOW, shipped.changes.clone()).expect("it loads");
    (live, shipped.changes)
}

fn de_poort(live: &Live) -> Organisation {
    let snapshot = live.snapshot();
    let mut found = snapshot.register.organisations().filter(|it| it.name.as_str() == "Verloskundig centrum De Poort");
    found.next().expect("De Poort is there").clone()
}

fn renamed(mut organisation: Organisation, name: &str) -> Change {
    organisation.name = Name::new(name).expect("a name");
    Change::put(Entity::Organisation(organisation))
}

#[test]
fn loading_the_same_files_again_changes_nothing() {
    let (live, changes) = loaded();
    let before = live.snapshot().sequence();
    let done = import(&live, Actor::SHIPPED, NOW, changes.clone()).expect("it loads");
    assert_eq!((done.put, done.same, done.kept.len()), (0, changes.len(), 0));
    assert_eq!(live.snapshot().sequence(), before);
}

#[test]
fn a_corrected_file_updates_what_nobody_edited_and_the_coalition_keeps_its_date() {
    let (live, _) = loaded();
    let done = import(&live, Actor::IMPORT, NOW, vec![renamed(de_poort(&live), "De Poort (verbeterd)")]).expect("it loads");
    assert_eq!((done.put, done.kept.len()), (1, 0));
    let snapshot = live.snapshot();
    assert!(!snapshot.register.edited(&CoalitionId::new("leiden").expect("a slug")));
}

#[test]
fn what_a_user_edited_stays_and_the_coalition_is_shown_as_of_today() {
    let (live, changes) = loaded();
    live.write(Actor::LOCAL, NOW, &[], vec![renamed(de_poort(&live), "De Poort Leiden")]).expect("a user renames it");
    let done = import(&live, Actor::SHIPPED, NOW, changes).expect("it loads");
    assert_eq!((done.put, done.kept.len()), (0, 1));
    let snapshot = live.snapshot();
    assert!(snapshot.register.organisations().any(|it| it.name.as_str() == "De Poort Leiden"));
    let office = Office::new(&snapshot.register, TODAY);
    assert_eq!(office.overview("leiden", None).expect("Leiden is there").as_of, "2026-11-22");
    let warnings = office.overview("leiden", None).expect("Leiden is there").warnings;
    assert!(
        warnings.iter().any(|it| it.nl.contains("november 2019") && it.nl.contains("gewijzigd")),
        "its sources are as old as before"
    );
    assert_eq!(office.overview("delft", None).expect("Delft is there").as_of, "2019-11-30", "the others are as they were");
}

#[test]
fn what_a_user_removed_stays_away_with_what_hangs_on_it() {
    let (live, changes) = loaded();
    let leiden = CoalitionId::new("leiden").expect("a slug");
    let snapshot = live.snapshot();
    let line = snapshot
        .register
        .claims()
        .find(|claim| claim.coalition == leiden && claim.initiative.is_some())
        .expect("the line of the consultation");
    let initiative = line.initiative.expect("it runs through the consultation");
    let removals = vec![Change::Remove(EntityRef::Claim(line.id)), Change::Remove(EntityRef::Initiative(initiative))];
    live.write(Actor::LOCAL, NOW, &[], removals).expect("a user removes both");
    let done = import(&live, Actor::SHIPPED, NOW, changes).expect("it loads");
    assert_eq!((done.put, done.kept.len()), (0, 2));
    assert!(live.snapshot().register.initiative(&initiative).is_none());
}

/// A store with the shipped data as somebody imported it by hand, and one of its bundles as text.
fn imported(slug: &str) -> (Live, &'static str) {
    let shipped = shipped::shipped().expect("the shipped data reads");
    let live = Live::open(Store::memory(), shipped.catalogue).expect("an empty store opens");
    import(&live, Actor::IMPORT, NOW, shipped.changes).expect("it loads");
    let name = format!("{slug}.toml");
    (live, bundle::shipped().find(|(file, _)| *file == name).expect("it is there").1)
}

/// Loads one bundle.
fn load(live: &Live, text: &str) -> Result<Imported, ImportError> {
    let bundle = bundle::read("test.toml", text).unwrap_or_else(|errors| panic!("{errors:?}"));
    import(live, Actor::IMPORT, NOW, bundle.changes())
}

/// A small bundle of a coalition with two partners and one line; a third, shared organisation takes part.
fn small(slug: &str, source: &str) -> String {
    let stands = format!("source = \"{source}\"\nat = \"p1\"");
    let mut text = format!(
        "format = 1\n[coalition]\nid = \"{slug}\"\nname = \"Dorp {slug}\"\nphase = \"running\"\n{stands}\n\
         [[source]]\nkey = \"{source}\"\nkind = \"document\"\ntitle = \"Stuk\"\n"
    );
    for (key, domain) in [("praktijk", "medical"), ("team", "social"), ("gedeeld", "public_health")] {
        text += &format!(
            "[[organisation]]\nkey = \"{key}\"\nname = \"{key}\"\ndomain = \"{domain}\"\n{stands}\n\
             membership = {{ status = \"participating\" }}\n"
        );
    }
    text += &format!(
        "[[person]]\nkey = \"anna\"\nname = \"Anna Bakker\"\npositions = [{{ organisation = \"praktijk\" }}]\n{stands}\n\
         [[claim]]\nkey = \"lijn\"\npair = [\"praktijk\", \"team\"]\nstance = \"asserted\"\nkind = \"works-with\"\nspeaker = \"anna\"\n{stands}\n"
    );
    text
}

/// The text without the table that holds a line.
fn without(text: &str, line: &str) -> String {
    let tables: Vec<&str> = text.split("\n[").collect();
    let left: Vec<&str> = tables.iter().filter(|table| !table.contains(line)).copied().collect();
    assert_eq!(left.len() + 1, tables.len(), "one table holds {line}");
    left.join("\n[")
}

fn empty() -> Live {
    Live::open(Store::memory(), shipped::shipped().expect("it reads").catalogue).expect("an empty store opens")
}

#[test]
fn what_a_new_edition_no_longer_says_is_taken_back() {
    let (live, text) = imported("leiden");
    let leiden = CoalitionId::new("leiden").expect("a slug");
    let claims = |live: &Live| live.snapshot().register.claims().filter(|claim| claim.coalition == leiden).count();
    let before = (claims(&live), live.snapshot().register.claims().count());
    let first = text.split("[[claim]]\n").nth(1).expect("a claim").lines().next().expect("its key");
    let done = load(&live, &without(text, first)).expect("it loads");
    assert_eq!((done.put, done.removed, done.kept.len()), (0, 1, 0));
    assert_eq!(before.0 - claims(&live), 1);
    assert_eq!(before.1 - live.snapshot().register.claims().count(), 1, "the other coalitions keep all of theirs");
    assert_eq!(load(&live, text).expect("it loads").put, 1, "an edition that says it again brings it back");
}

#[test]
fn a_person_who_is_taken_out_of_a_file_goes_with_position_and_claim_and_a_shared_organisation_stays() {
    let live = empty();
    load(&live, &small("een", "stuk")).expect("it loads");
    load(&live, &small("twee", "stuk")).expect("it loads");
    let left = without(&without(&small("een", "stuk"), "anna\"\nname"), "key = \"lijn\"");
    let left = without(&left, "key = \"gedeeld\"");
    let done = load(&live, &left).expect("it loads");
    // Claim, membership of the shared organisation, position and person; the organisation itself is also the other's.
    assert_eq!((done.put, done.removed), (0, 4));
    let register = &live.snapshot().register;
    assert_eq!(register.persons().count(), 1, "the other coalition's Anna is somebody else");
    assert!(register.organisations().any(|it| it.name.as_str() == "gedeeld"));
}

#[test]
fn what_nothing_uses_any_more_goes_down_to_its_source() {
    let live = empty();
    load(&live, &small("een", "stuk")).expect("it loads");
    let text = small("een", "stuk");
    let other = "[[source]]\nkey = \"ander\"\nkind = \"document\"\ntitle = \"Ander stuk\"\n[[organisation]]\nkey = \"bank\"\n\
                 name = \"Voedselbank\"\ndomain = \"informal\"\nsource = \"ander\"\nat = \"p1\"\nmembership = { status = \"wanted\" }\n";
    assert_eq!(load(&live, &format!("{text}{other}")).expect("it loads").put, 3);
    assert_eq!(load(&live, &text).expect("it loads").removed, 3, "membership, organisation, source");
    assert_eq!(load(&live, &text).expect("it loads"), Imported { same: 11, ..Imported::default() });
}

#[test]
fn a_fact_that_a_user_edited_or_built_on_stays_when_its_file_drops_it() {
    let live = empty();
    load(&live, &small("een", "stuk")).expect("it loads");
    let snapshot = live.snapshot();
    let mut claim = snapshot.register.claims().next().expect("the line").clone();
    claim.strength = Strength::new(3).ok();
    live.write(Actor::LOCAL, NOW, &[], vec![Change::put(Entity::Claim(claim.clone()))]).expect("a user edits it");
    let done = load(&live, &without(&small("een", "stuk"), "key = \"lijn\"")).expect("it loads");
    assert_eq!((done.put, done.removed), (0, 0));
    assert_eq!(done.kept, vec![EntityRef::Claim(claim.id)]);
    let none = small("een", "stuk").split("[[person]]").next().expect("a head").to_owned();
    let done = load(&live, &without(&none, "key = \"team\"")).expect("it loads");
    assert_eq!(done.removed, 0, "the user's line needs its ends and its speaker: {:?}", done.kept);
    assert_eq!(done.kept.len(), 2, "the line, and the team's membership: {:?}", done.kept);
}

fn network(slug: &str, links: &str, complete: bool, day: OffsetDateTime) -> Vec<Change> {
    let nodes = b"Id,Label,Domain\nA,Praktijk,medical\nB,Wijkteam,social\nC,GGD,public_health\n";
    let id = CoalitionId::new(slug).expect("a slug");
    let name = Name::new(slug).expect("a name");
    let files = (("nodes.csv", &nodes[..]), ("links.csv", links.as_bytes()));
    plain::read(id, name, files.0, files.1, complete, day.date()).expect("it reads")
}

#[test]
fn a_row_that_is_gone_takes_its_line_and_incomplete_takes_the_coverage() {
    let live = empty();
    let put = |links: &str, complete: bool, day| import(&live, Actor::IMPORT, NOW, network("dorp", links, complete, day));
    put("Source,Target\nA,B\nB,C\n", true, NOW).expect("it loads");
    let before = live.snapshot().sequence();
    let again = put("Source,Target\nA,B\nB,C\n", true, NOW + 1.days()).expect("it loads");
    assert_eq!((again.put, again.removed, live.snapshot().sequence()), (0, 0, before), "the next day nothing is new");
    let fewer = put("Source,Target\nA,B\n", true, NOW + 2.days()).expect("it loads");
    assert_eq!((fewer.put, fewer.removed), (1, 1), "the line goes, the source has the day of this edition");
    let open = put("Source,Target\nA,B\n", false, NOW + 3.days()).expect("it loads");
    assert_eq!((open.put, open.removed), (1, 2));
    assert_eq!(live.snapshot().register.coverages().count(), 0);
}

#[test]
fn a_network_never_replaces_a_coalition_that_came_from_elsewhere() {
    let (live, changes) = loaded();
    let before = live.snapshot().sequence();
    let refused = import(&live, Actor::IMPORT, NOW, network("leiden", "Source,Target\nA,B\n", true, NOW));
    assert!(matches!(&refused, Err(ImportError::Taken(id)) if id.as_str() == "leiden"), "{refused:?}");
    assert_eq!(live.snapshot().sequence(), before);
    let live = empty();
    import(&live, Actor::IMPORT, NOW, network("leiden", "Source,Target\nA,B\n", true, NOW)).expect("nobody has it yet");
    import(&live, Actor::IMPORT, NOW, network("leiden", "Source,Target\nB,C\n", true, NOW)).expect("it is its own");
    let refused = import(&live, Actor::IMPORT, NOW, changes);
    assert!(matches!(refused, Err(ImportError::Taken(_))), "nor does a bundle replace a network: {refused:?}");
}

#[test]
fn what_coalitions_share_may_not_be_changed_behind_the_back_of_one() {
    let live = empty();
    load(&live, &small("een", "stuk")).expect("it loads");
    let other = small("twee", "stuk").replace("title = \"Stuk\"", "title = \"Heel ander stuk\"");
    let Err(ImportError::Disagrees(found)) = load(&live, &other) else { panic!("a source with two meanings") };
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].what, EntityRef::Source(SourceId::from_key("stuk")));
    assert_eq!(found[0].coalitions.iter().map(CoalitionId::as_str).collect::<Vec<_>>(), ["een"]);
    let own = small("een", "stuk").replace("title = \"Stuk\"", "title = \"Beter genoemd stuk\"");
    assert_eq!(load(&live, &own).expect("a coalition corrects its own").put, 1);
}

#[test]
fn the_shipped_edition_updates_its_own_and_leaves_imported_files_alone() {
    let (live, changes) = loaded();
    let all: std::collections::BTreeSet<CoalitionId> = live.snapshot().register.coalitions().map(|it| it.id.clone()).collect();
    assert_eq!(shipped_may_update(&live, all.clone()).expect("it reads"), all);
    let text = bundle::shipped().find(|(file, _)| *file == "leiden.toml").expect("it is there").1;
    let corrected = text.replacen("name = \"Leiden\"", "name = \"Leiden en omgeving\"", 1);
    assert_eq!(load(&live, &corrected).expect("it loads").put, 1);
    let may = shipped_may_update(&live, all.clone()).expect("it reads");
    assert_eq!(all.difference(&may).map(CoalitionId::as_str).collect::<Vec<_>>(), ["leiden"]);
    let done = import(&live, Actor::SHIPPED, NOW, changes.clone()).expect("it loads");
    assert_eq!((done.put, done.removed, done.kept.len()), (0, 0, 1), "even when it is asked");
    let fewer: Vec<Change> = changes.into_iter().filter(|change| !matches!(change.reference(), EntityRef::Coverage(_))).collect();
    assert!(import(&live, Actor::SHIPPED, NOW, fewer).expect("it loads").removed > 0, "what was shipped is taken back");
    let own = empty();
    import(&own, Actor::IMPORT, NOW, network("dorp", "Source,Target\nA,B\n", true, NOW)).expect("it loads");
    assert!(shipped_may_update(&own, all).expect("it reads").is_empty(), "a store without shipped data gets none");
}

/// Everything in a register.
fn contents(live: &Live) -> Vec<Entity> {
    live.snapshot().register.entities().cloned().collect()
}

#[test]
fn a_new_edition_over_an_old_one_is_the_new_edition() {
    let (full, _) = loaded();
    let mut backup = Vec::new();
    full.export_lines(&mut backup).expect("it writes");
    let mut tried = 0;
    for (file, text) in bundle::shipped() {
        let tables: Vec<&str> = text.split("\n[[").collect();
        // Every fifth table, from another one in each file, so that all sorts of table are dropped somewhere.
        for place in (1 + file.len() % 5..tables.len()).step_by(5) {
            let left: Vec<&str> = tables.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, table)| *table).collect();
            let fewer = left.join("\n[[");
            let files = bundle::shipped().map(|(name, text)| (name, if name == file { fewer.as_str() } else { text }));
            // What other tables of the file stand on cannot be dropped alone.
            let Ok(bundles) = shipped::read_all(files) else { continue };
            let changes = shipped::changes(&bundles);
            let (store, catalogue) = (Store::memory(), shipped::shipped().expect("it reads").catalogue);
            store.import_lines(&backup[..], catalogue.clone()).expect("a backup");
            let live = Live::open(store, catalogue).expect("it opens");
            let done = import(&live, Actor::SHIPPED, NOW, changes.clone()).expect("it loads");
            let new = empty();
            import(&new, Actor::SHIPPED, NOW, changes).expect("it loads");
            assert!(done.put + done.removed > 0, "{file}, table {place}");
            assert_eq!(contents(&live), contents(&new), "{file} without [[{}", tables[place]);
            tried += 1;
        }
    }
    assert!(tried > 20, "{tried} tables could be dropped");
}
