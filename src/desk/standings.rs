//! Where the partners stand, who carries the lines between the sides, and which groups show.

use super::answers::PartyRow;
use super::gaps::member_row;
use super::office::*;
use super::reading::Reading;
use super::sides::{SidesRow, sides_row};
use super::words::*;
use crate::analysis::carriers::{carrier_input, carriers};
use crate::analysis::measures::{self, Caution, Communities, Departure, Measure, Reason, Roles, Standing};
use crate::analysis::profile::{Counted, arcs, carriers_measure};
use crate::model::*;
use crate::network::*;
use serde::Serialize;
use utoipa::ToSchema;

/// Seed of the search for groups: the same network gives the same groups.
const COMMUNITIES_SEED: u64 = 1;
/// Fewer partners than this are not divided into groups.
const COMMUNITIES_PARTNERS_MIN: usize = 8;

/// The place of every partner in the network. No order among partners: the rows stand as the partners do.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Standings {
    /// Slug.
    pub coalition: CoalitionId,
    /// Day for which it holds.
    pub as_of: String,
    /// Sequence of the last change that touched the coalition.
    pub version: u64,
    /// What makes a claim a line.
    pub rule: Rule,
    /// The two sides held against each other.
    pub sides: SidesRow,
    /// How far the numbers can be relied on, given what nobody was asked.
    pub text: Words,
    /// One row a partner that takes part, in the order of the partners.
    pub partners: Vec<StandingRow>,
    /// On how few people the lines between the sides rest.
    pub carriers: CarriersRow,
    /// Groups of partners that have more lines among themselves than their numbers of lines would give: a question, not a fact.
    pub communities: Vec<CommunityRow>,
    /// How the groups are to be read, or why there are none.
    pub communities_text: Words,
}

/// On how few people the lines between the sides rest. Who they are is for themselves and the facilitator; until there is sign-in
/// whoever uses this machine is the facilitator.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CarriersRow {
    /// Fewest people whose leaving cuts every known line between the sides; `low` and `high` by how many stand behind a "somebody".
    pub number: Measure,
    /// It can be no more than this: the people on the smaller side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cap: Option<usize>,
    /// One smallest set.
    pub people: Vec<CarrierRow>,
    /// What it says.
    pub text: Words,
}

/// Somebody in a smallest set of carriers.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CarrierRow {
    /// Id of the person; absent for "somebody" at the organisations.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// Name, or "iemand" with the organisation.
    pub name: Words,
    /// Where.
    pub parties: Vec<PartyRow>,
    /// Does every smallest set hold this person?
    pub in_every_set: bool,
}

/// The place of one partner.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StandingRow {
    /// Who.
    pub party: PartyRow,
    /// Known lines.
    pub lines: u32,
    /// Share of the shortest lines between the others that run over it, 0 to 1.
    pub betweenness: Measure,
    /// Pairs across the sides whose shortest lines run over it, shares added up.
    pub cross_betweenness: Measure,
    /// Mean of 1 over the distance to the others, 0 to 1.
    pub harmonic_closeness: Measure,
    /// How far its lines lead to the same circle.
    pub constraint: Measure,
    /// To how many separate circles its lines lead.
    pub effective_size: Measure,
    /// How deep inside the network it stands.
    pub core_number: u32,
    /// Does it belong to the core? Absent when no core can be told apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_core: Option<bool>,
    /// Which part of the others refers to it, or delivers for it, as far as anybody says so, 0 to 1.
    pub prestige: Measure,
    /// Between whom it stands: ordered pairs of partners without a line of their own, by domain.
    pub broker: Roles,
    /// Does the network fall apart without it?
    pub holds_together: bool,
    /// What the others would lose without it, over the same pairs.
    pub departure: Departure,
}

/// One group of partners.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CommunityRow {
    /// Who.
    pub parties: Vec<PartyRow>,
}

impl Office<'_> {
    /// Where the partners of a coalition stand.
    pub fn standings(&self, coalition: &str, reading: impl Into<Reading>) -> Result<Standings, DeskError> {
        let network = self.network(coalition, reading)?;
        let counted = Counted::of(&network);
        let standings = measures::standings(&counted.input, &self.effort)?;
        let roles = measures::brokerage(&counted.input.graph, &measures::domain_groups(&counted.input.domains));
        let prestige = prestige(&network, &counted);
        let party = |node: usize| member_row(&network, counted.places[node]);
        let found = (counted.places.len() >= COMMUNITIES_PARTNERS_MIN && counted.input.graph.links() > 0)
            .then(|| measures::communities(&counted.input.graph, None, COMMUNITIES_SEED));
        Ok(Standings {
            coalition: network.coalition.id.clone(),
            as_of: network.as_of.to_string(),
            version: network.version,
            rule: network.view.rule,
            sides: sides_row(&network.view.sides, &network.catalogue),
            text: reliance(&counted),
            partners: (standings.into_iter().zip(roles).zip(prestige))
                .map(|((standing, roles), named)| row(&party, standing, roles, named))
                .collect(),
            carriers: carriers_row(&network),
            communities_text: communities_text(found.as_ref(), &counted),
            communities: found.map(|found| groups(&found, &party)).unwrap_or_default(),
        })
    }
}

fn carriers_row(network: &Network) -> CarriersRow {
    let input = carrier_input(network, Member::counts);
    let found = carriers(&input);
    let (number, cap) = carriers_measure(network);
    let people = found.iter().flat_map(|found| {
        // Whom every smallest set holds is in the one that is shown; nobody else can stand in for them.
        let every = |node: u32| found.in_every_cut.binary_search(&node).is_ok();
        found.cut.iter().map(move |&node| carrier_row(network, node as usize, every(node)))
    });
    let certain = found.as_ref().is_some_and(|found| found.high == Some(found.low));
    let text = match found.as_ref().map(|found| found.low) {
        None => words(
            "Van een van de kanten is geen persoon en geen lijn van een persoon bekend.",
            "Of one of the sides no person, and no line of a person, is known.",
        ),
        Some(0) => words("Er is nog geen bekende lijn tussen de kanten.", "There is no known line between the sides yet."),
        // Who "somebody" is, and how many they are, nobody said: then this is only the least it can be.
        Some(number) if !certain => words(
            format!(
                "De bekende wegen tussen de kanten lopen over ten minste {}. Achter \"iemand\" kunnen meer mensen staan: vraag wie het zijn.",
                count(number, "persoon", "personen", Language::Nl)
            ),
            format!(
                "The known ways between the sides run over at least {}. More people may stand behind \"somebody\": ask who they are.",
                count(number, "person", "persons", Language::En)
            ),
        ),
        Some(1) => words(
            "Valt één persoon weg, dan is er geen bekende weg meer tussen de kanten.",
            "If one person leaves, no known way is left between the sides.",
        ),
        Some(number) => words(
            format!("Vallen deze {number} mensen weg, dan is er geen bekende weg meer tussen de kanten."),
            format!("If these {number} people leave, no known way is left between the sides."),
        ),
    };
    CarriersRow { number, cap, people: people.collect(), text }
}

fn carrier_row(network: &Network, node: usize, in_every_set: bool) -> CarrierRow {
    let PersonNode { person, members } = &network.people.nodes[node];
    let seated = members.iter().flat_map(|&place| &network.members[place].seats).map(|seat| (seat.person, &seat.name));
    let loose = network.loose.iter().map(|it| (it.person, &it.name));
    let known = person.and_then(|id| seated.chain(loose).find(|(of, _)| *of == id)).map(|(_, name)| name.to_string());
    CarrierRow {
        person: *person,
        name: known.map_or_else(|| words("iemand", "somebody"), |name| words(name.clone(), name)),
        parties: members.iter().map(|&place| member_row(network, place)).collect(),
        in_every_set,
    }
}

/// Of each partner: which part of the others has a directed line to it.
fn prestige(network: &Network, counted: &Counted) -> Vec<Measure> {
    let nodes = counted.places.len();
    let arcs = arcs(network, &counted.places);
    let unsure = counted.input.unknown.count(&counted.input.graph) > 0;
    let of = |value| Measure { value: Some(value), caution: unsure.then_some(Caution::UnknownPairs), ..Measure::default() };
    match measures::prestige(nodes, arcs.pairs()) {
        _ if arcs.is_empty() => vec![Measure { reason: Some(Reason::NoDirectedLines), ..Measure::default() }; nodes],
        None => vec![Measure { reason: Some(Reason::TooFewMembers), ..Measure::default() }; nodes],
        Some(found) => found.into_iter().map(of).collect(),
    }
}

fn reliance(counted: &Counted) -> Words {
    let graph = &counted.input.graph;
    let (unknown, all) = (counted.input.unknown.count(graph), graph.possible());
    match (graph.links(), unknown) {
        (0, _) => words(
            "Er is nog geen lijn bekend tussen wie meedoet; over ieders plaats is daarom niets te zeggen.",
            "No line is known yet between those who take part; nothing can therefore be said of anybody's place.",
        ),
        (_, 0) => words("Van alle paren is bekend of er een lijn is.", "Of every pair it is known whether there is a line."),
        _ => words(
            format!(
                "Van {unknown} van de {all} paren is niet bekend of er een lijn is; elk getal kan daardoor anders uitvallen."
            ),
            format!(
                "Of {unknown} of the {all} pairs it is not known whether there is a line; any number may turn out otherwise."
            ),
        ),
    }
}

fn row(party: &impl Fn(usize) -> PartyRow, it: Standing, broker: Roles, prestige: Measure) -> StandingRow {
    StandingRow {
        party: party(it.node as usize),
        lines: it.degree,
        betweenness: it.betweenness,
        cross_betweenness: it.cross_betweenness,
        harmonic_closeness: it.harmonic_closeness,
        constraint: it.constraint,
        effective_size: it.effective_size,
        core_number: it.core_number,
        in_core: it.in_core,
        prestige,
        broker,
        holds_together: it.articulation,
        departure: it.departure,
    }
}

/// Groups of two or more, largest first, then by first partner.
fn groups(found: &Communities, party: &impl Fn(usize) -> PartyRow) -> Vec<CommunityRow> {
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); found.count];
    for (node, &group) in found.of.iter().enumerate() {
        groups[group as usize].push(node);
    }
    groups.retain(|group| group.len() > 1);
    groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group[0]));
    groups.into_iter().map(|group| CommunityRow { parties: group.into_iter().map(party).collect() }).collect()
}

fn communities_text(found: Option<&Communities>, counted: &Counted) -> Words {
    let Some(found) = found else {
        return words(
            format!("Met minder dan {COMMUNITIES_PARTNERS_MIN} partners, of zonder lijnen, zoeken we geen groepen."),
            format!("With fewer than {COMMUNITIES_PARTNERS_MIN} partners, or without lines, we look for no groups."),
        );
    };
    match measures::match_with_domains(found, &counted.input.domains) {
        _ if found.count == 1 => words(
            "De bekende lijnen vormen één geheel; er tekenen zich geen groepen af.",
            "The known lines form one whole; no groups stand out.",
        ),
        Some(fit) if fit >= FOLLOWS_DOMAINS_MIN => words(
            "De bekende lijnen vallen vooral samen met de domeinen. Herkent u dat?",
            "The known lines mostly follow the domains. Do you recognise that?",
        ),
        _ => words(
            "De bekende lijnen vormen deze groepen; ze volgen de domeinen niet. Herkent u ze?",
            "The known lines form these groups; they do not follow the domains. Do you recognise them?",
        ),
    }
}

/// Adjusted Rand index from which groups are said to follow the domains.
const FOLLOWS_DOMAINS_MIN: f64 = 0.5;
