//! Groups that the known lines show, beside those that a source names, and the core: questions to a meeting, never facts.

use super::super::answers::PartyRow;
use super::super::standings::{CommunityRow, Standings};
use super::super::words::*;
use super::groups::{GROUP_MEMBERS_MIN, spans};
use super::sheet::{Sheet, column, decimal, number, numbers, table, yes};
use super::{ReportSection, ReportTable};
use crate::analysis::measures::{Communities, match_with_domains};
use crate::model::*;
use std::collections::{BTreeMap, BTreeSet};

/// Adds what the lines show to the answer about groups; from eight partners, where there is a line.
pub fn add(sheet: &Sheet<'_>, section: &mut ReportSection) {
    let Some(standings) = sheet.standings.filter(|_| sheet.has_standings()) else { return };
    let large: Vec<&CommunityRow> =
        standings.communities.iter().filter(|group| group.parties.len() >= GROUP_MEMBERS_MIN).collect();
    if large.is_empty() {
        section.text.push(words(
            "Uit de bekende lijnen zelf blijkt nog geen groep van drie of meer partners.",
            "The known lines themselves show no group of three or more partners yet.",
        ));
    } else {
        section.text.push(standings.communities_text.clone());
        section.tables.push(groups_table(sheet, &large));
        section.notes.push(fit(standings));
    }
    section.text.extend(core(sheet, standings));
    section.notes.push(standings.text.clone());
}

fn groups_table(sheet: &Sheet<'_>, groups: &[&CommunityRow]) -> ReportTable {
    let row = |(at, group): (usize, &&CommunityRow)| {
        let places = places(sheet, group.parties.iter());
        let members = named(sheet, &places);
        let domains: BTreeSet<Domain> = group.parties.iter().filter_map(|it| it.domain).collect();
        let domains = both(|language| {
            let names: Vec<String> = domains.iter().map(|it| lower_first(domain_name(*it, language))).collect();
            sentence_case(&list(&names, language))
        });
        let name = words(format!("Groep {}", at + 1), format!("Group {}", at + 1));
        vec![name, number(places.len()), members, domains, yes(spans(sheet, &places))]
    };
    let header = vec![
        column("Groep", "Group"),
        numbers("Partners", "Partners"),
        column("Wie", "Who"),
        column("Domeinen", "Domains"),
        column("Van beide kanten", "From both sides"),
    ];
    let caption = words(
        "Groepen die uit de bekende lijnen blijken: een vraag, geen feit",
        "Groups that the known lines show: a question, not a fact",
    );
    table(caption, header, groups.iter().enumerate().map(row).collect()).0
}

/// How far the groups follow the domains.
fn fit(standings: &Standings) -> Words {
    let how = words(
        "Een groep hier: partners met meer lijnen onderling dan bij hun aantallen lijnen te verwachten is (Leiden-algoritme, Traag e.a. \
         2019). Een andere indeling kan bijna even goed passen.",
        "A group here: partners with more lines among themselves than their numbers of lines would give (Leiden algorithm, Traag et \
         al. 2019). Another division may fit almost as well.",
    );
    let Some(fit) = domains_fit(standings) else { return how };
    both(|language| {
        let (how, fit) = (how.in_language(language), decimal(fit, 2, language));
        match language {
            Language::Nl => format!(
                "{how} Overeenkomst met de domeinen: {fit}; 1 is gelijk, 0 is wat toeval geeft (aangepaste Rand-index, Hubert & Arabie \
                 1985)."
            ),
            Language::En => format!(
                "{how} Match with the domains: {fit}; 1 is the same, 0 is what chance gives (adjusted Rand index, Hubert & Arabie \
                 1985)."
            ),
        }
    })
}

/// The adjusted Rand index of groups and domains; who is in no group is one alone.
fn domains_fit(standings: &Standings) -> Option<f64> {
    let grouped = |group: usize| standings.communities[group].parties.iter().map(move |it| (it.id.as_str(), group as u32));
    let of_id: BTreeMap<&str, u32> = (0..standings.communities.len()).flat_map(grouped).collect();
    let alone = standings.communities.len() as u32;
    let rows = standings.partners.iter().enumerate();
    let of = rows.map(|(at, row)| of_id.get(row.party.id.as_str()).copied().unwrap_or(alone + at as u32)).collect();
    let domains: Option<Vec<Domain>> = standings.partners.iter().map(|row| row.party.domain).collect();
    match_with_domains(&Communities { of, count: standings.communities.len(), modularity: None }, &domains?)
}

/// Who stands in the core, if one can be told apart.
fn core(sheet: &Sheet<'_>, standings: &Standings) -> Option<Words> {
    let core = places(sheet, standings.partners.iter().filter(|row| row.in_core == Some(true)).map(|row| &row.party));
    if standings.partners.iter().any(|row| row.in_core.is_none()) {
        return Some(words(
            "Een kern is niet van een rand te onderscheiden: daarvoor lijken de partners in hun lijnen te veel op elkaar.",
            "No core can be told apart from a periphery: the partners are too much alike in their lines.",
        ));
    }
    (core.len() >= GROUP_MEMBERS_MIN).then(|| {
        let names = named(sheet, &core);
        words(
            format!("In de kern van de bekende lijnen staan {}. Is dat de kerngroep die u bedoelde?", names.nl),
            format!("In the core of the known lines stand {}. Is that the core group you meant?", names.en),
        )
    })
}

fn places<'a>(sheet: &Sheet<'_>, parties: impl Iterator<Item = &'a PartyRow>) -> Vec<usize> {
    parties.filter_map(|it| sheet.place(&it.id)).collect()
}

fn named(sheet: &Sheet<'_>, places: &[usize]) -> Words {
    both(|language| {
        let names: Vec<String> = places.iter().map(|&place| sheet.speech.title(place, language)).collect();
        list(&names, language)
    })
}
