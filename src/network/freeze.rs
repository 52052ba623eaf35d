//! Freezing: one coalition of the register, at a date, as an immutable network of organisations.

use super::state::is_general;
use super::voice::{claim_date, organisations_of, source_date, voices};
use super::*;
use crate::model::*;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use time::Date;

/// What a viewer may see. Chosen before any analysis, so that roles decide what is counted and not only what is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum View {
    /// Everything; the only view until roles exist.
    #[default]
    Everything,
}

/// A consultation with more participants than this is not projected to pairs.
pub const CONSULTATION_PARTICIPANTS_MAX: usize = 4;

const DAYS_IN_MONTH: f64 = 365.25 / 12.0;

/// A statement about a set: a group, two kinds, or two domains. Evidence, never pairs.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The claim.
    pub claim: Claim,
    /// For which organisations it is spoken; empty: only the source says it.
    pub voices: Vec<OrganisationId>,
    /// Places in `members`, for a group.
    pub group: Vec<usize>,
}

/// One coalition frozen at a date: the view of organisations.
#[derive(Debug, Clone)]
pub struct Network {
    /// The coalition.
    pub coalition: Arc<Coalition>,
    /// The catalogue it is read with.
    pub catalogue: Arc<Catalogue>,
    /// Valid time: the day for which it holds.
    pub as_of: Date,
    /// Known time: sequence of the register it was read from.
    pub known_at: u64,
    /// Version of this coalition in the register: changes only when something seen here changes.
    pub version: u64,
    /// Members in catalogue order of kind, then name.
    pub members: Vec<Member>,
    /// Persons of the coalition without a known organisation.
    pub loose: Vec<LoosePerson>,
    /// Lines between members, by (a, b, level); at most one per pair and level.
    pub links: Vec<Link>,
    /// Statements about groups, kinds and domains.
    pub statements: Vec<Statement>,
    /// Initiatives that hold or are planned on the day.
    pub initiatives: Vec<Initiative>,
    /// Who was asked about what.
    pub coverages: Vec<Coverage>,
    /// Sources of everything above, by id.
    pub sources: BTreeMap<SourceId, Source>,
    /// All claims of the coalition, by id.
    pub claims: BTreeMap<ClaimId, Claim>,
    /// Place of each organisation in `members`.
    places: HashMap<OrganisationId, usize>,
    /// For which organisations each claim is spoken; empty: only the source says it.
    pub voices: BTreeMap<ClaimId, Vec<OrganisationId>>,
}

impl Network {
    /// Place of an organisation among the members. Cost: O(1).
    pub fn place(&self, id: OrganisationId) -> Option<usize> {
        self.places.get(&id).copied()
    }
    /// The link of a pair at a level, in either order. Cost: O(log links).
    pub fn link(&self, a: usize, b: usize, level: Level) -> Option<&Link> {
        let (a, b) = (a.min(b), a.max(b));
        let found = self.links.binary_search_by(|link| (link.a, link.b, link.level).cmp(&(a, b, level)));
        found.ok().map(|at| &self.links[at])
    }
    /// Practice lines that somebody says are there.
    pub fn practice(&self) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(|link| link.level == Level::Practice && link.status.present())
    }
    /// Members of a kind that are near enough for gaps, in order.
    pub fn of_kind<'a>(&'a self, kind: &'a KindCode) -> impl Iterator<Item = usize> + 'a {
        (0..self.members.len()).filter(move |&place| self.members[place].is(kind) && self.members[place].near())
    }
}

/// The day a coalition is shown at when nobody asks for another: for one that was never edited by a user its last source
/// date, else today.
pub fn default_as_of(register: &Register, coalition: &CoalitionId, today: Date) -> Date {
    if register.edited(coalition) {
        return today;
    }
    last_source_date(register, coalition).map_or(today, |date| date.latest().min(today))
}

/// The date of the coalition's most recent source.
pub fn last_source_date(register: &Register, coalition: &CoalitionId) -> Option<PartialDate> {
    let reference = EntityRef::Coalition(coalition.clone());
    let users = register.users_of(&reference).filter_map(|user| register.entity(user));
    let sources = users.filter_map(|entity| match entity {
        Entity::Membership(it) => it.provenance.source,
        Entity::Claim(it) => it.provenance.source,
        Entity::Initiative(it) => it.provenance.source,
        _ => None,
    });
    let own = register.coalition(coalition).and_then(|it| it.provenance.source);
    sources.chain(own).filter_map(|id| register.source(&id)?.date.clone()).max_by_key(PartialDate::latest)
}

/// Freezes one coalition. `None`: there is no such coalition. Cost: O(its members, claims and persons · log).
pub fn freeze(register: &Register, coalition: &CoalitionId, as_of: Date, view: View) -> Option<Network> {
    let View::Everything = view;
    let found = register.coalition(coalition)?;
    let reference = EntityRef::Coalition(coalition.clone());
    let mut network = Network {
        coalition: Arc::new(found.clone()),
        catalogue: register.catalogue().clone(),
        as_of,
        known_at: register.sequence(),
        version: register.coalition_version(coalition),
        members: Vec::new(),
        loose: Vec::new(),
        links: Vec::new(),
        statements: Vec::new(),
        initiatives: Vec::new(),
        coverages: Vec::new(),
        sources: BTreeMap::new(),
        claims: BTreeMap::new(),
        places: HashMap::new(),
        voices: BTreeMap::new(),
    };
    let mut memberships = Vec::new();
    let mut claims = Vec::new();
    for entity in register.users_of(&reference).filter_map(|user| register.entity(user)) {
        match entity {
            Entity::Membership(it) if it.period.holds_on(as_of) => memberships.push(it),
            Entity::Claim(it) if claim_date(register, it).is_none_or(|date| date.earliest() <= as_of) => claims.push(it),
            Entity::Initiative(it) if initiative_shows(it, as_of) => network.initiatives.push(it.clone()),
            Entity::Coverage(it) if coverage_date(register, it).is_none_or(|date| date.earliest() <= as_of) => {
                network.coverages.push(it.clone());
            }
            _ => {}
        }
    }
    network.members = members(register, coalition, &memberships, &claims, &network.initiatives, as_of);
    network.places = network.members.iter().enumerate().map(|(place, member)| (member.id(), place)).collect();
    network.loose = loose_persons(register, &memberships, as_of);
    network.claims = claims.iter().map(|&claim| (claim.id, claim.clone())).collect();
    network.voices = claims.iter().map(|claim| (claim.id, voices(register, claim, day_of(register, &network, claim)))).collect();
    network.links = links(register, &network, &claims);
    network.statements = statements(register, &network, &claims);
    network.sources = sources(register, &network, found);
    Some(network)
}

/// What exists on the day, and what is planned or wished and did not end before it.
fn initiative_shows(it: &Initiative, as_of: Date) -> bool {
    let begun = it.period.from().is_none_or(|from| from.earliest() <= as_of);
    let ended = it.period.until().is_some_and(|until| until.latest() < as_of);
    let ahead = matches!(it.status, InitiativeStatus::Planned | InitiativeStatus::Wished);
    !ended && (begun || ahead)
}

/// When a coverage was answered: its own date, else that of its source.
fn coverage_date<'a>(register: &'a Register, coverage: &'a Coverage) -> Option<&'a PartialDate> {
    coverage.date.as_ref().or_else(|| source_date(register, &coverage.provenance))
}

fn members(
    register: &Register,
    coalition: &CoalitionId,
    memberships: &[&Membership],
    claims: &[&Claim],
    initiatives: &[Initiative],
    as_of: Date,
) -> Vec<Member> {
    let mut status: BTreeMap<OrganisationId, Option<&Membership>> = BTreeMap::new();
    for membership in memberships {
        if let Party::Organisation(id) = membership.party {
            status.insert(id, Some(membership));
        }
    }
    let spoken_of = claims.iter().flat_map(|claim| match &claim.scope {
        Scope::Pair(pair) => pair.ends().to_vec(),
        Scope::Group(group) => group.parties().to_vec(),
        Scope::Kinds(_) | Scope::Domains(_) => Vec::new(),
    });
    for party in spoken_of.chain(initiatives.iter().flat_map(|it| it.participants.clone())) {
        for id in organisations_of(register, party, as_of) {
            status.entry(id).or_insert(None);
        }
    }
    let catalogue = register.catalogue();
    let mut members: Vec<Member> = status
        .into_iter()
        .filter_map(|(id, membership)| {
            Some(member(register, coalition, register.organisation(&id)?, membership, memberships, as_of))
        })
        .collect();
    members.sort_by_cached_key(|member| {
        let rank = member.kinds.first().map_or(usize::MAX, |kind| catalogue.kind_rank(kind));
        (rank, member.domain, member.name().to_lowercase(), member.id())
    });
    members
}

fn member(
    register: &Register,
    coalition: &CoalitionId,
    organisation: &Organisation,
    membership: Option<&Membership>,
    memberships: &[&Membership],
    as_of: Date,
) -> Member {
    let catalogue = register.catalogue();
    let kinds: Vec<&PartnerKind> = organisation.kinds.iter().filter_map(|of| catalogue.kind(&of.kind)).collect();
    let domain = catalogue.domain_of(organisation);
    let side = match kinds.first() {
        Some(kind) => kind.side,
        None => match domain {
            Some(Domain::Medical) => Some(Side::Medical),
            Some(Domain::Social | Domain::Informal) => Some(Side::Social),
            _ => None,
        },
    };
    let reference = EntityRef::Organisation(organisation.id);
    let mut seats = Vec::new();
    let mut contact_points = Vec::new();
    for user in register.users_of(&reference) {
        match register.entity(user) {
            Some(Entity::Position(position)) if position.period.holds_on(as_of) => {
                seats.extend(seat(register, position, memberships, as_of));
            }
            Some(Entity::ContactPoint(point)) if point.coalition.as_ref().is_none_or(|at| at == coalition) => {
                contact_points.push(point.clone());
            }
            _ => {}
        }
    }
    Member {
        domain,
        side,
        kinds: kinds.iter().map(|kind| kind.code.clone()).collect(),
        status: membership.map(|it| it.status),
        roles: membership.map(|it| it.roles.clone()).unwrap_or_default(),
        seats,
        contact_points,
        governance: kinds.first().map_or(domain == Some(Domain::Governance), |kind| kind.governance),
        umbrella: kinds.first().is_some_and(|kind| kind.umbrella),
        provenance: membership.map_or_else(|| organisation.provenance.clone(), |it| it.provenance.clone()),
        organisation: Arc::new(organisation.clone()),
    }
}

/// A person in a position, when a membership of this coalition names the person or the position.
fn seat(register: &Register, position: &Position, memberships: &[&Membership], as_of: Date) -> Option<Seat> {
    let person = register.person(&position.person).filter(|person| person.shown_on(as_of))?;
    let own: Vec<&&Membership> = memberships
        .iter()
        .filter(|it| it.party == Party::Person(person.id) || it.party == Party::Position(position.id))
        .collect();
    if own.is_empty() {
        return None;
    }
    let mut roles: Vec<CoalitionRole> = own.iter().flat_map(|it| it.roles.clone()).collect();
    roles.sort_unstable();
    roles.dedup();
    Some(Seat { person: person.id, position: position.id, name: person.name.clone(), title: position.title.clone(), roles })
}

fn loose_persons(register: &Register, memberships: &[&Membership], as_of: Date) -> Vec<LoosePerson> {
    let mut found = Vec::new();
    for membership in memberships {
        let positions: Vec<&Position> = match membership.party {
            Party::Organisation(_) => continue,
            Party::Position(id) => register.position(&id).into_iter().collect(),
            Party::Person(id) => {
                let reference = EntityRef::Person(id);
                let ids: Vec<EntityRef> = register.users_of(&reference).cloned().collect();
                ids.iter()
                    .filter_map(|user| match user {
                        EntityRef::Position(position) => register.position(position),
                        _ => None,
                    })
                    .collect()
            }
        };
        let held: Vec<&&Position> = positions.iter().filter(|it| it.period.holds_on(as_of)).collect();
        if held.iter().any(|it| it.organisation.is_some()) {
            continue;
        }
        let person = match membership.party {
            Party::Person(id) => Some(id),
            _ => held.first().map(|it| it.person),
        };
        if let Some(person) = person.and_then(|id| register.person(&id)).filter(|it| it.shown_on(as_of)) {
            let position = held.first();
            found.push(LoosePerson {
                person: person.id,
                name: person.name.clone(),
                title: position.and_then(|it| it.title.clone()),
                profession: position.and_then(|it| it.profession.clone()),
            });
        }
    }
    found
}

/// The day on which positions decide for whom a claim is spoken: when it was said, else the day of the network.
fn day_of(register: &Register, network: &Network, claim: &Claim) -> Date {
    claim_date(register, claim).map_or(network.as_of, PartialDate::latest)
}

/// What was said about one pair at one level.
#[derive(Default)]
struct Said {
    asserted_by: [bool; 2],
    /// Kinds that are asserted; a directed kind with the end that acts.
    asserted: Vec<Told>,
    /// Kinds that are denied, with the ends that deny them; a third party denies with neither.
    denied: Vec<(Told, [bool; 2])>,
    planned: bool,
    wished: bool,
    projected: bool,
    single_carrier: bool,
    strength: Option<Strength>,
    kinds: Vec<LinkKindCode>,
    claims: Vec<ClaimId>,
    last_said: Option<PartialDate>,
    /// Freshness by what an end says, and by what others say.
    freshness_own: Option<f64>,
    freshness_other: Option<f64>,
}

/// A kind of line, with its direction if it has one. A general kind speaks of every line.
#[derive(Clone, PartialEq)]
struct Told {
    kind: LinkKindCode,
    acts: Option<usize>,
}

impl Said {
    /// Denials that speak of something asserted, or of every line: whose they are, and whether they are of every line.
    fn denials(&self) -> impl Iterator<Item = ([bool; 2], bool)> + '_ {
        let speaks = |told: &Told| is_general(&told.kind) || self.asserted.is_empty() || self.asserted.contains(told);
        self.denied.iter().filter(move |(told, _)| speaks(told)).map(|(told, by)| (*by, is_general(&told.kind)))
    }
}

fn links(register: &Register, network: &Network, claims: &[&Claim]) -> Vec<Link> {
    let mut said: BTreeMap<(usize, usize, Level), Said> = BTreeMap::new();
    for claim in claims {
        let Scope::Pair(pair) = &claim.scope else { continue };
        let Some(kind) = network.catalogue.link(&claim.kind) else { continue };
        // That two persons do not know each other says nothing of their organisations.
        if claim.stance == Stance::Denied && pair.ends().iter().any(|end| !matches!(end, Party::Organisation(_))) {
            continue;
        }
        let date = claim_date(register, claim);
        let day = day_of(register, network, claim);
        let [from, to] = pair.ends().map(|end| organisations_of(register, end, day));
        let voices = &network.voices[&claim.id];
        for (x, y) in from.iter().flat_map(|&x| to.iter().map(move |&y| (x, y))).filter(|(x, y)| x != y) {
            let (Some(x), Some(y)) = (network.place(x), network.place(y)) else { continue };
            let (a, b) = (x.min(y), x.max(y));
            let by = [a, b].map(|end| voices.contains(&network.members[end].id()));
            let told = Told { kind: claim.kind.clone(), acts: kind.directed.then_some(x) };
            hear(said.entry((a, b, kind.level)).or_default(), claim, (kind, told), by, date, network.as_of);
        }
    }
    project_consultations(register, network, &mut said);
    said.into_iter().filter_map(|((a, b, level), said)| link(a, b, level, said)).collect()
}

fn hear(said: &mut Said, claim: &Claim, (kind, told): (&LinkKind, Told), by: [bool; 2], date: Option<&PartialDate>, as_of: Date) {
    said.claims.push(claim.id);
    match claim.stance {
        Stance::Asserted => {
            said.asserted.push(told);
            said.asserted_by = [said.asserted_by[0] || by[0], said.asserted_by[1] || by[1]];
            said.strength = said.strength.max(claim.strength);
            said.single_carrier |= claim.single_carrier && (by[0] || by[1]);
            said.kinds.push(claim.kind.clone());
            let fresh = Some(freshness(kind, date, as_of));
            let kept = if by == [false, false] { &mut said.freshness_other } else { &mut said.freshness_own };
            *kept = kept.map_or(fresh, |kept| fresh.map(|fresh| kept.max(fresh)));
            if date.map(PartialDate::latest) > said.last_said.as_ref().map(PartialDate::latest) {
                said.last_said = date.cloned();
            }
        }
        Stance::Denied => said.denied.push((told, by)),
        Stance::Planned => said.planned = true,
        Stance::Wished => said.wished = true,
        Stance::Insufficient => {}
    }
}

/// Freshness of one statement: 2^(−age/half-life), 1 when it does not fade or is undated.
fn freshness(kind: &LinkKind, date: Option<&PartialDate>, as_of: Date) -> f64 {
    match (kind.half_life_months, date) {
        (Some(half_life_months), Some(date)) => {
            let age_months = ((as_of - date.latest()).whole_days() as f64 / DAYS_IN_MONTH).max(0.0);
            (-age_months / f64::from(half_life_months)).exp2()
        }
        _ => 1.0,
    }
}

/// Small existing consultations join their named participants, at practice level and strength 1.
fn project_consultations(register: &Register, network: &Network, said: &mut BTreeMap<(usize, usize, Level), Said>) {
    for initiative in &network.initiatives {
        let consults = LinkKindCode::new("consults").ok().filter(|code| network.catalogue.link(code).is_some());
        let (InitiativeKind::Consultation, InitiativeStatus::Existing, Some(code)) =
            (initiative.kind, initiative.status, consults)
        else {
            continue;
        };
        let mut places: Vec<usize> = initiative
            .participants
            .iter()
            .flat_map(|&party| organisations_of(register, party, network.as_of))
            .filter_map(|id| network.place(id))
            .collect();
        places.sort_unstable();
        places.dedup();
        if places.len() > CONSULTATION_PARTICIPANTS_MAX {
            continue;
        }
        for (i, &a) in places.iter().enumerate() {
            for &b in &places[i + 1..] {
                let said = said.entry((a, b, Level::Practice)).or_default();
                said.projected = true;
                said.kinds.push(code.clone());
                if said.asserted.is_empty() {
                    said.strength = said.strength.max(Some(Strength::ONE));
                    let date = source_date(register, &initiative.provenance);
                    said.freshness_other = network.catalogue.link(&code).map(|kind| freshness(kind, date, network.as_of));
                }
            }
        }
    }
}

fn link(a: usize, b: usize, level: Level, mut said: Said) -> Option<Link> {
    let asserted = !said.asserted.is_empty();
    let by_an_end = said.asserted_by != [false, false];
    let end_denies = said.denials().any(|(by, _)| by != [false, false]);
    // Against the word of an end a third party's denial does not weigh.
    let contested = asserted && (end_denies || (!by_an_end && said.denials().next().is_some()));
    let status = match said.asserted_by {
        _ if contested => LinkStatus::Contested,
        [true, true] => LinkStatus::Confirmed,
        [true, false] | [false, true] => LinkStatus::OneSided,
        _ if asserted => LinkStatus::Unverified,
        _ if !said.denied.is_empty() => LinkStatus::Denied,
        _ if said.projected => LinkStatus::Unverified,
        _ if said.planned => LinkStatus::Planned,
        _ if said.wished => LinkStatus::Wished,
        _ => return None,
    };
    let of_every_line =
        said.denials().filter(|(_, every)| *every).fold([false; 2], |seen, (by, _)| [seen[0] || by[0], seen[1] || by[1]]);
    let denied_all = said.denials().any(|(_, every)| every);
    said.kinds.sort_unstable();
    said.kinds.dedup();
    said.claims.sort_unstable();
    let freshness = said.freshness_own.or(said.freshness_other).unwrap_or(1.0);
    Some(Link {
        a,
        b,
        level,
        status,
        said_by: said.asserted_by,
        denied_by: of_every_line,
        denied_all,
        kinds: said.kinds,
        strength: said.strength,
        freshness: if status.present() { freshness } else { 1.0 },
        last_said: said.last_said,
        claims: said.claims,
        projected: said.projected && !asserted,
        single_carrier: said.single_carrier,
    })
}

fn statements(register: &Register, network: &Network, claims: &[&Claim]) -> Vec<Statement> {
    let mut found = Vec::new();
    for &claim in claims {
        let parties: &[Party] = match &claim.scope {
            Scope::Pair(_) if claim.stance != Stance::Insufficient => continue,
            Scope::Pair(pair) => &pair.ends(),
            Scope::Group(group) => group.parties(),
            Scope::Kinds(_) | Scope::Domains(_) => &[],
        };
        let day = day_of(register, network, claim);
        let mut group: Vec<usize> =
            parties.iter().flat_map(|&party| organisations_of(register, party, day)).filter_map(|id| network.place(id)).collect();
        group.sort_unstable();
        group.dedup();
        found.push(Statement { claim: claim.clone(), voices: network.voices[&claim.id].clone(), group });
    }
    found
}

fn sources(register: &Register, network: &Network, coalition: &Coalition) -> BTreeMap<SourceId, Source> {
    let provenances = network
        .members
        .iter()
        .map(|member| &member.provenance)
        .chain(network.claims.values().map(|claim| &claim.provenance))
        .chain(network.initiatives.iter().map(|initiative| &initiative.provenance))
        .chain(network.coverages.iter().map(|coverage| &coverage.provenance))
        .chain([&coalition.provenance]);
    provenances.filter_map(|it| it.source).filter_map(|id| Some((id, register.source(&id)?.clone()))).collect()
}
