//! A scenario in words: what is supposed, what it comes to, and the names of the measures.

use super::office::Office;
use super::speech::Speech;
use super::what_if::*;
use super::words::*;
use crate::model::*;
use crate::network::*;

/// What is supposed, in one sentence.
pub(super) fn change(office: &Office<'_>, speech: &Speech<'_>, change: &Supposed) -> Words {
    let network = speech.network;
    both(|language| {
        let partner =
            |id: OrganisationId| network.place(id).map_or_else(|| "?".to_owned(), |place| speech.member(place, language));
        let text = match change {
            Supposed::PersonLeaves { person } => {
                format!("{} {}.", person_of(network, *person), pick(language, "vertrekt", "leaves"))
            }
            Supposed::PartnerStops { organisation } => {
                format!("{} {}.", partner(*organisation), pick(language, "doet niet meer mee", "stops taking part"))
            }
            Supposed::ProjectLeadLeaves => {
                let names = list(&leads(office, network), language);
                match language {
                    Language::Nl => format!("De projectleiding ({names}) valt weg."),
                    Language::En => format!("The project lead ({names}) goes."),
                }
            }
            Supposed::Introduced { a, b } => {
                let (a, b) = (partner(*a), partner(*b));
                match language {
                    Language::Nl => format!("{a} en {b} leren elkaar kennen."),
                    Language::En => format!("{a} and {b} come to know each other."),
                }
            }
        };
        sentence_case(&text)
    })
}

/// The name of a person who is seen, with title and organisation.
fn person_of(network: &Network, person: PersonId) -> String {
    let seats = network.members.iter().flat_map(|member| member.seats.iter().map(move |seat| (member, seat)));
    let held: Vec<(&Member, &Seat)> = seats.filter(|(_, seat)| seat.person == person).collect();
    let Some((_, first)) = held.first() else {
        return network.loose.iter().find(|it| it.person == person).map_or_else(|| "?".to_owned(), |it| it.name.to_string());
    };
    let functions: Vec<String> = held
        .iter()
        .map(|(member, seat)| match &seat.title {
            Some(title) => format!("{title}, {}", member.short_name()),
            None => member.short_name().to_owned(),
        })
        .collect();
    format!("{} ({})", first.name, functions.join("; "))
}

/// Who leads the project and may be shown: persons and partners by name. A hidden lead is as unknown as none.
pub(super) fn leads(office: &Office<'_>, network: &Network) -> Vec<String> {
    let lead = CoalitionRole::ProjectLead;
    let reference = EntityRef::Coalition(network.coalition.id.clone());
    let mut found = Vec::new();
    for entity in office.register.users_of(&reference).filter_map(|user| office.register.entity(user)) {
        let Entity::Membership(it) = entity else { continue };
        if !it.roles.contains(&lead) || !it.period.holds_on(network.as_of) {
            continue;
        }
        let person = match it.party {
            Party::Organisation(id) => {
                found.extend(network.place(id).map(|place| network.members[place].name().to_owned()));
                continue;
            }
            Party::Person(id) => Some(id),
            Party::Position(id) => office.register.position(&id).map(|it| it.person),
        };
        let seen = |it: &&Person| office.viewer.sees_person_of(office.register, it, &network.coalition.id, office.today);
        found.extend(person.and_then(|id| office.register.person(&id)).filter(seen).map(|it| it.name.to_string()));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// What it comes to: lines across, parts, gaps.
pub(super) fn summary(pairs: &PairChanges, gaps: &GapChanges, measures: &[MeasureChange]) -> Vec<Words> {
    let value = |name: &str| {
        let found = measures.iter().find(|it| it.name == name)?;
        Some((found.before.value?, found.after.value?))
    };
    let mut text = Vec::new();
    let (was, then) = (pairs.before.present, pairs.after.present);
    text.push(both(|language| {
        let lines = count(then, "bekende lijn", "bekende lijnen", Language::Nl);
        let known = count(then, "known line", "known lines", Language::En);
        match (was == then, language) {
            (true, Language::Nl) => format!("Tussen de twee kanten blijft het bij {lines}."),
            (true, Language::En) => format!("Between the two sides it stays at {known}."),
            (false, Language::Nl) => format!("Tussen de twee kanten gaat het van {} naar {lines}.", number(was, language)),
            (false, Language::En) => format!("Between the two sides it goes from {} to {known}.", number(was, language)),
        }
    }));
    // Without who stood alone there are fewer parts, and nobody came closer.
    let somebody_goes = measures.iter().any(|it| it.same_pairs);
    if let Some((was, then)) = value("components").filter(|(was, then)| then > was || (then < was && !somebody_goes)) {
        text.push(both(|language| match (then > was, language) {
            (true, Language::Nl) => format!("Het netwerk valt uiteen in {then} delen; nu zijn het er {was}."),
            (true, Language::En) => format!("The network falls apart into {then} parts; now there are {was}."),
            (false, Language::Nl) => format!("Het netwerk telt dan {then} delen; nu zijn het er {was}."),
            (false, Language::En) => format!("The network then has {then} parts; now there are {was}."),
        }));
    }
    let changes = [gaps.solved.len(), gaps.new.len(), gaps.changed.len()];
    text.push(both(|language| match (changes, language) {
        ([0, 0, 0], Language::Nl) => "De aandachtspunten blijven zoals zij zijn.".to_owned(),
        ([0, 0, 0], Language::En) => "The points of attention stay as they are.".to_owned(),
        ([solved, new, changed], Language::Nl) if somebody_goes => {
            format!("Aandachtspunten: {solved} opgelost of vervallen, {new} nieuw, {changed} veranderd.")
        }
        ([solved, new, changed], Language::En) if somebody_goes => {
            format!("Points of attention: {solved} solved or no longer there, {new} new, {changed} changed.")
        }
        ([solved, new, changed], Language::Nl) => {
            format!("Aandachtspunten: {solved} opgelost, {new} nieuw, {changed} veranderd.")
        }
        ([solved, new, changed], Language::En) => format!("Points of attention: {solved} solved, {new} new, {changed} changed."),
    }));
    text
}

/// Measures in words, those between the sides first: name, Dutch, English.
const MEASURES: [(&str, &str, &str); 28] = [
    ("crossEfficiency", "Kortheid tussen de kanten", "Closeness between the sides"),
    ("shortLineShare", "Paren binnen twee stappen", "Pairs within two steps"),
    ("unreachablePairs", "Paren zonder weg tussen de kanten", "Pairs across without a path"),
    ("crossDensity", "Dichtheid tussen de kanten", "Density between the sides"),
    ("domainGapRatio", "Lijnen tussen de kanten, naast toeval", "Lines between the sides, beside chance"),
    ("eIIndexSides", "E-I-index, twee kanten", "E-I index, two sides"),
    ("carriers", "Dragers", "Carriers"),
    ("members", "Partners", "Partners"),
    ("links", "Lijnen", "Lines"),
    ("averageDegree", "Lijnen per partner", "Lines a partner"),
    ("density", "Dichtheid", "Density"),
    ("components", "Losse delen", "Separate parts"),
    ("fragmentation", "Deel van de paren zonder weg", "Share of pairs without a path"),
    ("distanceFragmentation", "Afstand over het geheel", "Distance over the whole"),
    ("globalEfficiency", "Kortheid over het geheel", "Closeness over the whole"),
    ("transitivity", "Gesloten driehoeken", "Closed triangles"),
    ("eIIndex", "E-I-index, alle domeinen", "E-I index, all domains"),
    ("assortativity", "Voorkeur voor het eigen domein", "Preference for one's own domain"),
    ("domainModularity", "Scheiding tussen domeinen", "Separation between domains"),
    ("degreeCentralisation", "Hoezeer lijnen bij enkelen liggen", "How far lines lie with a few"),
    ("betweennessCentralisation", "Hoezeer wegen over enkelen lopen", "How far paths run over a few"),
    ("confirmedShare", "Deel dat van twee kanten bevestigd is", "Share confirmed on both sides"),
    ("reciprocity", "Wederkerigheid", "Reciprocity"),
    ("correctedReciprocity", "Wederkerigheid, naast toeval", "Reciprocity, beside chance"),
    ("multiplexity", "Deel van de lijnen van meer dan één soort", "Share of lines of more than one kind"),
    ("personDependence", "Deel dat op één paar personen rust", "Share that rests on one pair of persons"),
    ("responseShare", "Deel van de partners die meedoen, dat antwoordde", "Share of the partners that take part that answered"),
    ("knownPairShare", "Deel van de paren dat bekend is", "Share of pairs that is known"),
];

/// A measure in words; one that has no words yet keeps its name.
pub(super) fn measure(name: &str) -> Words {
    let found = MEASURES.iter().find(|(of, ..)| *of == name);
    found.map_or_else(|| words(name, name), |(_, nl, en)| words(*nl, *en))
}

/// Place of a measure in a list; one that has no words yet comes last.
pub(super) fn measure_rank(name: &str) -> usize {
    MEASURES.iter().position(|(of, ..)| *of == name).unwrap_or(MEASURES.len())
}
