//! Freezing: one coalition of the register, at a date, as an immutable network of organisations.

use super::claims::Kept;
use super::links::links;
use super::members::{leads, loose_persons, members};
use super::roll::{Few, Known, Roll};
use super::suppose::{Gone, introduced};
use super::voice::{claim_date, source_date};
use super::*;
use crate::model::*;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use time::Date;

/// What a viewer may see, and how it is looked at. Chosen before any analysis, so that roles decide what is counted and not only
/// what is shown.
///
/// Whom and what a viewer sees stands with `Viewer`; nobody sees persons who are hidden or whose last day to be shown has passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The day on which it is looked at; not the day for which it holds.
    pub today: Date,
    /// Who looks.
    pub viewer: Viewer,
    /// What makes a claim a line, where a question depends on it.
    pub rule: Rule,
    /// Which parties are held against which.
    pub sides: Sides,
    /// What is supposed to have changed.
    pub supposed: Vec<Supposed>,
}

impl View {
    /// Everything as it is, by rule `any`, with the catalogue's sides.
    pub fn of(today: Date) -> Self {
        Self { today, viewer: Viewer::default(), rule: Rule::Any, sides: Sides::ByKind, supposed: Vec::new() }
    }
}

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
    /// How it is looked at: the sides, and what is supposed.
    pub view: View,
    /// Known time: sequence of the register it was read from.
    pub known_at: u64,
    /// Version of this coalition in the register: changes only when something seen here changes.
    pub version: u64,
    /// Members in catalogue order of kind, then name.
    pub members: Vec<Member>,
    /// Persons of the coalition without a known organisation.
    pub loose: Vec<LoosePerson>,
    /// Who leads, by role: members that do, or where somebody works who does.
    pub leads: Vec<Lead>,
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
    pub claims: Claims,
    /// The persons behind the lines.
    pub people: People,
    /// Names of persons in these facts who may not be shown: held only so that no free text that holds one is shown either.
    pub unnamed: Vec<Name>,
    /// Place of each organisation in `members`.
    places: Known<OrganisationId, usize>,
    /// For which organisations each claim is spoken; empty: only the source says it.
    pub voices: Voices,
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
    /// The title of a source; one that holds the name of somebody who may not be shown is called by its publisher, else a source.
    pub fn title_of(&self, source: &Source) -> Name {
        let unseen = Unseen::of(&self.unnamed);
        let holds = |text: &Name| unseen.named_in_full(text.as_str());
        if !holds(&source.title) {
            return source.title.clone();
        }
        let publisher = source.publisher.clone().filter(|it| !holds(it));
        publisher.or_else(|| Name::new("bron").ok()).unwrap_or_else(|| source.title.clone())
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
    let sources = register.entities_using(&reference).filter_map(|entity| match entity {
        Entity::Membership(it) => it.provenance.source,
        Entity::Claim(it) => it.provenance.source,
        Entity::Initiative(it) => it.provenance.source,
        _ => None,
    });
    let own = register.coalition(coalition).into_iter().flat_map(|it| {
        it.governance.iter().map(|fact| &fact.provenance).chain([&it.provenance]).filter_map(|provenance| provenance.source)
    });
    let sources: BTreeSet<SourceId> = sources.chain(own).collect();
    sources.into_iter().filter_map(|id| register.source(&id)?.date.clone()).max_by_key(PartialDate::latest)
}

/// Freezes one coalition as `view` looks at it. `None`: there is no such coalition. Cost: O(its members, claims and persons · log).
pub fn freeze(register: &Register, coalition: &CoalitionId, as_of: Date, view: &View) -> Option<Network> {
    let found = register.coalition(coalition)?;
    let reference = EntityRef::Coalition(coalition.clone());
    let mut network = Network {
        coalition: Arc::new(Coalition { phase: found.phase_on(as_of), ..found.clone() }),
        catalogue: register.catalogue().clone(),
        as_of,
        view: view.clone(),
        known_at: register.sequence(),
        version: register.coalition_version(coalition),
        members: Vec::new(),
        loose: Vec::new(),
        leads: Vec::new(),
        links: Vec::new(),
        statements: Vec::new(),
        initiatives: Vec::new(),
        coverages: Vec::new(),
        sources: BTreeMap::new(),
        claims: Claims::default(),
        people: People::default(),
        unnamed: Vec::new(),
        places: Known::default(),
        voices: Voices::default(),
    };
    let roll = Roll::of(register);
    let mut memberships: Vec<&Membership> = Vec::new();
    let mut claims: Vec<Kept> = Vec::new();
    for entity in register.shared_using(&reference) {
        match &**entity {
            Entity::Membership(it) if it.period.holds_on(as_of) => memberships.push(it),
            Entity::Claim(it) if roll.claim_holds(it, as_of) => claims.push(Kept::Shared(entity.clone())),
            Entity::Initiative(it) if initiative_shows(it, as_of) => network.initiatives.push(initiative_on(it, as_of)),
            Entity::Coverage(it) if coverage_date(register, it).is_none_or(|date| date.earliest() <= as_of) => {
                network.coverages.push(it.clone());
            }
            _ => {}
        }
    }
    let gone = Gone::of(register, &memberships, &view.supposed);
    let memberships: Vec<Cow<'_, Membership>> =
        memberships.into_iter().filter_map(|it| gone.membership(register, it, as_of)).collect();
    if !view.supposed.is_empty() {
        let left = |kept: Kept| match gone.claim(register, kept.claim()?, as_of)? {
            Cow::Owned(claim) => Some(Kept::Own(Box::new(claim))),
            Cow::Borrowed(_) => Some(kept),
        };
        claims = claims.into_iter().filter_map(left).collect();
        let introduced = introduced(register.catalogue(), &view.supposed, coalition, as_of);
        claims.extend(introduced.into_iter().map(|claim| Kept::Own(Box::new(claim))));
        network.initiatives = network.initiatives.iter().map(|it| gone.initiative(register, it, as_of)).collect();
        network.coverages.retain(|it| gone.keeps(register, it, as_of));
    }
    let memberships: Vec<&Membership> = memberships.iter().map(|it| &**it).collect();
    let kept = Claims::of(claims);
    let claims: Vec<&Claim> = kept.values().collect();
    network.members = members(&roll, coalition, &memberships, &claims, &network.initiatives, &gone, (as_of, view));
    network.places = network.members.iter().enumerate().map(|(place, member)| (member.id(), place)).collect();
    network.loose = loose_persons(register, &memberships, (as_of, view));
    network.leads = leads(register, &network, &memberships, (as_of, view));
    let said: Vec<SaidOn<'_>> = claims.iter().map(|claim| SaidOn::of(&roll, claim, as_of)).collect();
    network.links = links(&roll, &network, &said);
    network.statements = statements(&roll, &network, &said);
    network.people = People::read(&roll, &network, &said);
    network.unnamed = unnamed(&roll, &network, &claims, &memberships);
    network.voices = Voices::of(said.iter().map(|it| (it.claim.id, it.voices.as_slice())));
    network.claims = kept;
    leave_out_names(&mut network);
    network.sources = sources(register, &network, found);
    Some(network)
}

/// Persons who take part, speak or are spoken of, or work at a partner, and whom the viewer may not see. Cost: O(facts of the
/// coalition and its partners).
fn unnamed(roll: &Roll<'_>, network: &Network, claims: &[&Claim], memberships: &[&Membership]) -> Vec<Name> {
    let register = roll.register;
    let spoken = claims.iter().flat_map(|claim| {
        let ends = match &claim.scope {
            Scope::Pair(pair) => pair.ends().to_vec(),
            Scope::Group(group) => group.parties().to_vec(),
            Scope::Kinds(_) | Scope::Domains(_) => Vec::new(),
        };
        ends.into_iter().chain(claim.speaker).chain(claim.on_behalf_of)
    });
    let meeting = network.initiatives.iter().flat_map(|it| it.participants.iter().copied());
    let asked = network.coverages.iter().flat_map(|it| it.by.into_iter().chain(it.about));
    let themes = network.coalition.themes.iter().flat_map(|it| it.partners.iter().copied());
    let mut checked = Vec::new();
    let mut at_partners = Vec::new();
    for member in &network.members {
        for user in roll.users(member.id()).iter() {
            match user {
                Entity::Position(it) => at_partners.push(it.person),
                Entity::ContactPoint(it) => {
                    checked.extend(it.checked_by);
                    at_partners.extend(it.person);
                }
                _ => {}
            }
        }
    }
    let governed = network.coalition.governance.iter().flat_map(|it| it.parties.iter().copied());
    let parties = memberships.iter().map(|it| it.party).chain(spoken).chain(meeting).chain(asked);
    let parties = parties.chain(themes).chain(governed).chain(checked);
    let mut persons: Vec<PersonId> = parties.filter_map(|party| roll.person(party)).chain(at_partners).collect();
    persons.sort_unstable();
    persons.dedup();
    let (view, coalition) = (&network.view, &network.coalition.id);
    let seen = |person: &Person| view.viewer.sees_person_of(register, person, coalition, view.today);
    let hidden = persons.iter().filter_map(|id| register.person(id)).filter(|person| !seen(person));
    hidden.map(|person| person.name.clone()).collect()
}

/// Desks, initiatives, themes, facts about governance and functions that are named after somebody who may not be named lose that name,
/// and desks every text that names them. Cost: O(their number · persons who may not be named).
fn leave_out_names(network: &mut Network) {
    if network.unnamed.is_empty() {
        return;
    }
    let unseen = Unseen::of(&network.unnamed);
    for member in &mut network.members {
        let points = std::mem::take(&mut member.contact_points).into_iter();
        member.contact_points = points.map(|it| unseen.told_desk(it, &member.organisation)).collect();
        for seat in &mut member.seats {
            seat.title = seat.title.take().filter(|it| !unseen.named_in(it.as_str()));
        }
    }
    for person in &mut network.loose {
        person.title = person.title.take().filter(|it| !unseen.named_in(it.as_str()));
    }
    network.initiatives = std::mem::take(&mut network.initiatives).into_iter().map(|it| unseen.told(it)).collect();
    if network.coalition.themes.iter().any(|it| unseen.named_in(it.name.as_str())) {
        let themes = &mut Arc::make_mut(&mut network.coalition).themes;
        for theme in themes.iter_mut().filter(|it| unseen.named_in(it.name.as_str())) {
            theme.name = Name::new(Theme::PLAIN_NAME).unwrap_or_else(|_| theme.name.clone());
        }
    }
    if !network.coalition.governance.is_empty() {
        let governance = &mut Arc::make_mut(&mut network.coalition).governance;
        *governance = std::mem::take(governance).into_iter().map(|it| unseen.told_governance(it)).collect();
    }
}

/// What exists on the day, and what is planned or wished and did not end before it.
fn initiative_shows(it: &Initiative, as_of: Date) -> bool {
    let begun = it.period.from().is_none_or(|from| from.earliest() <= as_of);
    let ended = it.period.until().is_some_and(|until| until.latest() < as_of);
    let ahead = matches!(it.status, InitiativeStatus::Planned | InitiativeStatus::Wished);
    !ended && (begun || ahead)
}

/// A claim with what every part of a freeze asks of it.
pub(super) struct SaidOn<'a> {
    pub claim: &'a Claim,
    /// When it was said.
    pub date: Option<&'a PartialDate>,
    /// The day on which positions decide for whom it is spoken: when it was said, else the day of the network.
    pub day: Date,
    /// For which organisations it is spoken; empty: only the source says it.
    pub voices: Few,
}

impl<'a> SaidOn<'a> {
    pub fn of<'r: 'a>(roll: &Roll<'r>, claim: &'a Claim, as_of: Date) -> Self {
        let date = roll.claim_date(claim);
        let day = date.map_or(as_of, PartialDate::latest);
        Self { claim, date, day, voices: roll.voices(claim, day) }
    }
}

/// The initiative as it was on the day: what ended later still ran.
fn initiative_on(it: &Initiative, as_of: Date) -> Initiative {
    let ran = it.status == InitiativeStatus::Ended && it.period.until().is_some_and(|until| as_of <= until.latest());
    let status = if ran { InitiativeStatus::Existing } else { it.status };
    Initiative { status, ..it.clone() }
}

/// When a coverage was answered: its own date, else that of its source.
fn coverage_date<'a>(register: &'a Register, coverage: &'a Coverage) -> Option<&'a PartialDate> {
    coverage.date.as_ref().or_else(|| source_date(register, &coverage.provenance))
}

/// The day on which positions decide for whom a claim is spoken: when it was said, else the day of the network.
pub(super) fn day_of(register: &Register, network: &Network, claim: &Claim) -> Date {
    claim_date(register, claim).map_or(network.as_of, PartialDate::latest)
}

fn statements(roll: &Roll<'_>, network: &Network, said: &[SaidOn<'_>]) -> Vec<Statement> {
    let mut found = Vec::new();
    for SaidOn { claim, day, voices, .. } in said {
        let parties: &[Party] = match &claim.scope {
            Scope::Pair(_) if claim.stance != Stance::Insufficient => continue,
            Scope::Pair(pair) => &pair.ends(),
            Scope::Group(group) => group.parties(),
            Scope::Kinds(_) | Scope::Domains(_) => &[],
        };
        let places = |party: &Party| {
            let organisations = roll.organisations_of(*party, *day);
            organisations.iter().filter_map(|id| network.place(id)).collect::<Vec<_>>()
        };
        let mut group: Vec<usize> = parties.iter().flat_map(places).collect();
        group.sort_unstable();
        group.dedup();
        found.push(Statement { claim: (*claim).clone(), voices: voices.as_slice().to_vec(), group });
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
        .chain(coalition.governance.iter().map(|fact| &fact.provenance))
        .chain([&coalition.provenance]);
    let ids: BTreeSet<SourceId> = provenances.filter_map(|it| it.source).collect();
    let told = |source: &Source| Source { title: network.title_of(source), ..source.clone() };
    ids.into_iter().filter_map(|id| Some((id, told(register.source(&id)?)))).collect()
}
