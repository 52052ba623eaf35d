//! Desks for a country that has none, and the questions it is asked: the same store and seed give the same of both.
//!
//! `known.jsonl`: a need by its code, in a coalition, asked by a kind of partner.
//! `partner.jsonl`: the same, asked in the name of a partner there; such answers are kept nowhere.
//! `text.jsonl`: a word or some as people type them, in a coalition: names and synonyms of needs and kinds, and names of partners;
//! half of them right, the others begun or with one typing error.
//! `suggestions.jsonl`: what is typed on the way there, three letters or more.

use super::Result;
use super::asker::draw;
use kortelijnen::exchange::shipped;
use kortelijnen::live::{Actor, Live, Store};
use kortelijnen::model::*;
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::Path;
use time::OffsetDateTime;

/// Questions in each file.
const QUESTIONS: usize = 50_000;
/// Of a hundred partners: those with a desk; of a hundred desks: those with a public number for parents instead, and those that
/// everybody may see.
const DESK_PERCENT: usize = 60;
const PARENTS_PERCENT: usize = 12;
const PUBLIC_PERCENT: usize = 20;
/// Of a hundred texts: right as they stand, and those or only begun; the others have one typing error.
const RIGHT_PERCENT: usize = 50;
const BEGUN_PERCENT: usize = 70;
/// Of a hundred texts: those that are the name of a partner.
const NAMED_PERCENT: usize = 15;
/// Fewest letters of a word that is begun or misspelt.
const LETTERS_MIN: usize = 3;
/// Changes in a batch.
const BATCH_CHANGES: usize = 1_000;

/// Puts desks into a store that has none, and writes the questions into a folder, which is made.
pub fn prepare(store: &Path, folder: &Path, seed: u64) -> Result<()> {
    let live = Live::open(Store::open(store)?, shipped::shipped()?.catalogue)?;
    let mut lots = Lots(seed);
    if live.snapshot().register.contact_points().next().is_none() {
        let changes = desks(&live.snapshot().register, &mut lots)?;
        let mut batches = changes.chunks(BATCH_CHANGES).map(<[Change]>::to_vec);
        live.write_batches(&Actor::IMPORT, OffsetDateTime::UNIX_EPOCH, &mut batches, &mut |_| ControlFlow::Continue(()))?;
    }
    let snapshot = live.snapshot();
    println!("{} desks", snapshot.register.contact_points().count());
    std::fs::create_dir_all(folder)?;
    questions(&snapshot.register, folder, &mut lots)
}

/// Desks of partners: for what their kinds help with, or for two needs where the kind says nothing.
fn desks(register: &Register, lots: &mut Lots) -> Result<Vec<Change>> {
    let catalogue = register.catalogue();
    let needs: Vec<NeedCode> = catalogue.needs.iter().map(|need| need.code.clone()).collect();
    let mut changes = Vec::new();
    for (number, membership) in register.memberships().enumerate() {
        let Party::Organisation(id) = membership.party else { continue };
        let Some(organisation) = register.organisation(&id).filter(|_| lots.below(100) < DESK_PERCENT) else { continue };
        let of_kind = organisation.kinds.iter().filter_map(|of| catalogue.kind(&of.kind)).flat_map(|kind| &kind.needs);
        let mut for_needs: Vec<&NeedCode> = of_kind.filter(|_| lots.below(2) == 0).collect();
        if for_needs.is_empty() {
            for_needs = vec![lots.one(&needs), lots.one(&needs)];
        }
        for_needs.sort();
        for_needs.dedup();
        let parents = lots.below(100) < PARENTS_PERCENT;
        let visibility = if parents || lots.below(100) < PUBLIC_PERCENT { "public" } else { "coalition" };
        let (year, month) = [("2025", 12), ("2026", 11)][lots.below(2)];
        let point: ContactPoint = serde_json::from_value(json!({
            "id": ContactPointId::from_key(&format!("bench desk {number}")),
            "organisation": id,
            "coalition": membership.coalition,
            "name": format!("Loket {}", organisation.name),
            "audience": if parents { "parents" } else { "professionals" },
            "visibility": visibility,
            "phone": format!("085 {:03} {:04}", lots.below(1_000), lots.below(10_000)),
            "mail": format!("loket{number}@example.org"),
            "hours": "Op werkdagen van 9 tot 17 uur",
            "open": "Mo-Fr 09:00-17:00",
            "refer": "Bel eerst, en kom daarna samen met het gezin langs.",
            "languages": ["nl", "en"],
            "needs": for_needs,
            "checked": format!("{year}-{:02}", 1 + lots.below(month)),
        }))?;
        changes.push(Change::put(Entity::from(point)));
    }
    Ok(changes)
}

fn questions(register: &Register, folder: &Path, lots: &mut Lots) -> Result<()> {
    let catalogue = register.catalogue();
    let needs: Vec<&NeedCode> = catalogue.needs.iter().map(|need| &need.code).collect();
    let kinds: Vec<&KindCode> = catalogue.kinds.iter().map(|kind| &kind.code).collect();
    let lower = |words: &Words| [words.nl.to_lowercase(), words.en.to_lowercase()];
    let mut spellings: Vec<String> = catalogue.needs.iter().flat_map(|need| lower(&need.name)).collect();
    spellings.extend(catalogue.kinds.iter().flat_map(|kind| lower(&kind.name)));
    spellings.extend(catalogue.needs.iter().flat_map(|need| need.synonyms.iter()).map(ToString::to_string));
    spellings.extend(catalogue.kinds.iter().flat_map(|kind| kind.synonyms.iter()).map(ToString::to_string));
    let mut partners: BTreeMap<&CoalitionId, Vec<OrganisationId>> = BTreeMap::new();
    for membership in register.memberships() {
        if let Party::Organisation(id) = membership.party {
            partners.entry(&membership.coalition).or_default().push(id);
        }
    }
    let partners: Vec<(&CoalitionId, Vec<OrganisationId>)> = partners.into_iter().collect();
    if partners.is_empty() {
        return Err("the store holds no coalition with partners".into());
    }
    let [mut known, mut asking, mut text, mut begun] = [const { String::new() }; 4];
    for number in 0..QUESTIONS {
        let (coalition, of_it) = lots.one(&partners);
        let (need, kind, partner) = (lots.one(&needs), lots.one(&kinds), lots.one(of_it));
        let (kind, partner) = (json!({ "kind": kind }), json!({ "organisation": partner }));
        writeln!(known, "{}", json!({"coalition": coalition, "need": need, "from": kind}))?;
        writeln!(asking, "{}", json!({"coalition": coalition, "need": need, "from": partner}))?;
        let named = register.organisation(lots.one(of_it)).filter(|_| lots.below(100) < NAMED_PERCENT);
        let word = named.map_or_else(|| lots.one(&spellings).clone(), |it| it.name.to_string());
        let typed = lots.typed(word);
        writeln!(
            text,
            "{}",
            json!({"coalition": coalition, "text": typed, "from": if number % 2 == 0 { kind } else { partner }})
        )?;
        let letters: Vec<char> = typed.chars().collect();
        let from = LETTERS_MIN.min(letters.len());
        let some: String = letters[..from + lots.below(letters.len() - from + 1)].iter().collect();
        writeln!(begun, "{}", json!({"coalition": coalition, "text": some.trim()}))?;
    }
    std::fs::write(folder.join("known.jsonl"), known)?;
    std::fs::write(folder.join("partner.jsonl"), asking)?;
    std::fs::write(folder.join("text.jsonl"), text)?;
    Ok(std::fs::write(folder.join("suggestions.jsonl"), begun)?)
}

/// A seeded stream of choices.
struct Lots(u64);

impl Lots {
    fn below(&mut self, limit: usize) -> usize {
        ((u128::from(draw(&mut self.0)) * limit as u128) >> 64) as usize
    }
    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
    /// A word as somebody types it. The first letters are right: a word that is wrong from its start is found by nobody.
    fn typed(&mut self, word: String) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        let share = self.below(100);
        if share < RIGHT_PERCENT || letters.len() <= LETTERS_MIN {
            return word;
        }
        let place = LETTERS_MIN + self.below(letters.len() - LETTERS_MIN);
        match (share < BEGUN_PERCENT, self.below(3)) {
            (true, _) => letters.truncate(place + 1),
            (_, 0) => drop(letters.remove(place)),
            (_, 1) => letters.swap(place - 1, place),
            _ => letters[place] = char::from(b'a' + self.below(26) as u8),
        }
        letters.into_iter().collect::<String>().trim().to_owned()
    }
}
