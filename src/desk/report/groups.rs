//! Question 5: which partners form a strong group among themselves, and does such a group span both sides?

use super::super::speech::initiative_kind;
use super::super::words::*;
use super::ReportSection;
use super::sheet::{Sheet, blank, column, counted_lines, number, numbers, table};
use crate::model::*;
use crate::network::*;
use std::collections::BTreeSet;

/// Fewest partners that make a group.
pub const GROUP_MEMBERS_MIN: usize = 3;

/// A group of partners and what holds them together.
struct Together {
    places: Vec<usize>,
    by: Words,
}

/// The answer.
pub fn section(sheet: &Sheet<'_>) -> ReportSection {
    let groups = groups(sheet);
    let spanning = groups.iter().filter(|group| spans(sheet, &group.places)).count();
    let mut section = ReportSection {
        code: "groups".to_owned(),
        question: words("Welke partners vormen samen een hechte groep?", "Which partners form a close group together?"),
        answer: answer(groups.len(), spanning),
        notes: vec![words(
            "Dat een bron een groep noemt, zegt niet wie daarin wie kent: een groep telt nergens als lijnen tussen alle paren.",
            "A source that names a group does not say who knows whom in it: a group never counts as lines between all pairs.",
        )],
        ask: vec![words(
            "Wie van buiten zou deze groep erbij willen, en wie verbindt haar nu al met anderen?",
            "Whom from outside would this group want in, and who connects it with others already?",
        )],
        ..blank()
    };
    if !groups.is_empty() {
        let row = |group: &Together| {
            let members = both(|language| {
                let names: Vec<String> = group.places.iter().map(|&place| sheet.speech.title(place, language)).collect();
                list(&names, language)
            });
            let both_sides = if spans(sheet, &group.places) { words("ja", "yes") } else { words("nee", "no") };
            vec![group.by.clone(), number(group.places.len()), members, both_sides]
        };
        let header = vec![
            column("Wat hen verbindt", "What joins them"),
            numbers("Partners", "Partners"),
            column("Wie", "Who"),
            column("Van beide kanten", "From both sides"),
        ];
        let (table, rest) = table(words("Groepen van partners", "Groups of partners"), header, groups.iter().map(row).collect());
        section.tables.push(table);
        section.notes.extend(rest);
    }
    super::clusters::add(sheet, &mut section);
    section
}

fn answer(groups: usize, spanning: usize) -> Words {
    both(|language| {
        let told = count(groups, pick(language, "groep", "group"), pick(language, "groepen", "groups"), language);
        match (groups, spanning, language) {
            (0, _, Language::Nl) => "Geen bron noemt een groep van drie of meer partners die samen optrekt.".to_owned(),
            (0, _, Language::En) => "No source names a group of three or more partners that work together.".to_owned(),
            (1, 1, Language::Nl) => "Wij kennen één groep, met partners van beide kanten.".to_owned(),
            (1, 1, Language::En) => "We know one group, with partners from both sides.".to_owned(),
            (1, _, Language::Nl) => "Wij kennen één groep; zij heeft nog geen partners van beide kanten.".to_owned(),
            (1, _, Language::En) => "We know one group; it has no partners from both sides yet.".to_owned(),
            (_, 0, Language::Nl) => format!("Wij kennen {told}; geen ervan heeft partners van beide kanten."),
            (_, 0, Language::En) => format!("We know {told}; none has partners from both sides."),
            (_, spanning, Language::Nl) => format!("Wij kennen {told}; {spanning} daarvan met partners van beide kanten."),
            (_, spanning, Language::En) => format!("We know {told}; {spanning} of them with partners from both sides."),
        }
    })
}

/// Groups that a source names, initiatives with their named participants, and clusters joined by known lines; largest first,
/// the same partners only once.
fn groups(sheet: &Sheet<'_>) -> Vec<Together> {
    let network = sheet.network();
    let stated = network.statements.iter().filter(|it| it.claim.stance == Stance::Asserted && !it.group.is_empty()).map(|it| {
        let by = both(|language| match sheet.speech.past_claim(&it.claim, language) {
            Some(when) => format!(
                "{} ({when})",
                pick(language, "een bron zegt dat zij samenwerken", "a source says that they work together")
            ),
            None => pick(language, "een bron zegt dat zij samenwerken", "a source says that they work together").to_owned(),
        });
        Together { places: it.group.clone(), by }
    });
    let joins = |it: &&Initiative| {
        it.status == InitiativeStatus::Existing
            && matches!(it.kind, InitiativeKind::Agreement | InitiativeKind::Consultation | InitiativeKind::Programme)
    };
    let initiatives = network.initiatives.iter().filter(joins).map(|it| {
        let place = |party: &Party| match party {
            Party::Organisation(id) => network.place(*id),
            _ => None,
        };
        let kind = initiative_kind(it.kind);
        let by = both(|language| format!("{}: {}", sentence_case(kind.in_language(language)), it.name));
        Together { places: it.participants.iter().filter_map(place).collect(), by }
    });
    let clusters = clusters(network).into_iter().map(|places| Together {
        places,
        by: words("bekende lijnen, direct of via elkaar", "known lines, direct or through each other"),
    });
    let mut seen = BTreeSet::new();
    let mut found: Vec<Together> = stated.chain(initiatives).chain(clusters).collect();
    for group in &mut found {
        group.places.sort_unstable();
        group.places.dedup();
    }
    found.retain(|group| group.places.len() >= GROUP_MEMBERS_MIN && seen.insert(group.places.clone()));
    found.sort_by_cached_key(|group| (std::cmp::Reverse(group.places.len()), group.by.nl.clone()));
    found
}

/// Partners joined by known lines, when that is not everybody.
fn clusters(network: &Network) -> Vec<Vec<usize>> {
    let mut of: Vec<usize> = (0..network.members.len()).collect();
    for link in counted_lines(network) {
        let (keep, gone) = (of[link.a].min(of[link.b]), of[link.a].max(of[link.b]));
        of.iter_mut().filter(|it| **it == gone).for_each(|it| *it = keep);
    }
    let members = |root: usize| (0..of.len()).filter(|&place| of[place] == root).collect::<Vec<_>>();
    (0..of.len()).map(members).filter(|places| places.len() >= GROUP_MEMBERS_MIN && places.len() < of.len()).collect()
}

/// Are there partners of both sides among them?
pub fn spans(sheet: &Sheet<'_>, places: &[usize]) -> bool {
    let has = |side: Side| places.iter().any(|&place| sheet.network().members[place].side == Some(side));
    has(Side::Medical) && has(Side::Social)
}
