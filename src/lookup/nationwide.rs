//! Nobody here serves it: the nearest other coalition that has somebody.
//!
//! Why: how others do it can be asked, also where their desk is not for one's own families.
//! Never: freezes a coalition; it reads what the register keeps sorted, and of that only what the viewer may see.

use super::serves::{is_desk, is_for, kind_serves};
use super::{Asked, Seeker, Serves, Targets};
use crate::model::*;
use crate::network::WeightedGraph;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use time::Date;

/// Strength of a line of which nobody says how strong it is.
const STRENGTH_UNTOLD: u8 = 1;

/// Why a coalition is the nearest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Near {
    /// So many lines from one's own partners to one of theirs; being colleagues is no line here.
    Steps(u8),
    /// So many partners take part in both.
    Shared(usize),
    /// Nothing ties the two: the first by name.
    Name,
}

/// Somebody elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// Where.
    pub coalition: CoalitionId,
    /// By what it is the nearest.
    pub near: Near,
    /// Who serves it there: the partner that was found first; who is best there, `rank` says.
    pub organisation: OrganisationId,
    /// How.
    pub serves: Serves,
}

/// What is asked of who is found elsewhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Having {
    /// Nothing more than that they serve it.
    #[default]
    Anybody,
    /// A desk for what is asked that the viewer may see; one person's number is none.
    Contact,
}

/// The partners of all coalitions and the lines between them, as far as nearness asks.
///
/// Made once for a version of the register. Memory: some 40 bytes a membership and 10 a line.
#[derive(Debug)]
pub struct Nationwide {
    organisations: Vec<OrganisationId>,
    place_of: HashMap<OrganisationId, u32>,
    /// Of each partner its kinds, as places in the catalogue.
    kinds: Vec<Box<[u16]>>,
    /// Of each partner that has any, its contact points.
    points: HashMap<u32, Vec<ContactPointId>>,
    /// Coalitions by name, with their partners, sorted.
    coalitions: Vec<(CoalitionId, Vec<u32>)>,
    /// Lines between partners: somebody of the one with somebody of the other.
    lines: WeightedGraph<u8>,
    today: Date,
    kept: Mutex<Kept>,
}

/// Coalitions, each with its partners who serve what is asked for.
type Serving = Vec<(usize, Vec<(u32, Serves)>)>;

/// Who serves what, as one register has it: by what is asked for, whether it must have a contact, and who looks.
#[derive(Debug, Default)]
struct Kept {
    sequence: u64,
    serving: HashMap<(Asked, bool, Viewer), Arc<Serving>>,
}

impl Kept {
    /// What is kept of a register; of another one nothing is.
    fn at(&mut self, sequence: u64) -> &mut HashMap<(Asked, bool, Viewer), Arc<Serving>> {
        if self.sequence != sequence {
            self.sequence = sequence;
            self.serving.clear();
        }
        &mut self.serving
    }
}

impl Nationwide {
    /// Reads a register on a day. Cost: O(memberships + positions + claims · log).
    pub fn of(register: &Register, today: Date) -> Self {
        let organisations: Vec<OrganisationId> = register.organisations().map(|it| it.id).collect();
        let place_of: HashMap<OrganisationId, u32> = organisations.iter().copied().zip(0u32..).collect();
        let catalogue = register.catalogue();
        let (mut kinds, mut governance) = (Vec::new(), Vec::new());
        for organisation in register.organisations() {
            let first = organisation.kinds.first().and_then(|of| catalogue.kind(&of.kind));
            governance.push(match first {
                Some(kind) => kind.governance,
                None => catalogue.domain_of(organisation) == Some(Domain::Governance),
            });
            let known = organisation.kinds.iter().filter_map(|of| catalogue.kinds.iter().position(|kind| kind.code == of.kind));
            kinds.push(known.map(|place| place as u16).collect());
        }
        let mut points: HashMap<u32, Vec<ContactPointId>> = HashMap::new();
        for point in register.contact_points().filter(|it| it.period.holds_on(today)) {
            if let Some(&place) = place_of.get(&point.organisation) {
                points.entry(place).or_default().push(point.id);
            }
        }
        let mut partners: BTreeMap<CoalitionId, BTreeSet<u32>> = BTreeMap::new();
        for membership in register.memberships().filter(|it| it.period.holds_on(today) && takes_part(it.status)) {
            if let Party::Organisation(id) = membership.party
                && let Some(&place) = place_of.get(&id)
            {
                partners.entry(membership.coalition.clone()).or_default().insert(place);
            }
        }
        let name = |id: &CoalitionId| register.coalition(id).map(|it| it.name.as_str().to_lowercase());
        let mut coalitions: Vec<(CoalitionId, Vec<u32>)> =
            partners.into_iter().map(|(id, partners)| (id, partners.into_iter().collect())).collect();
        coalitions.sort_by_cached_key(|(id, _)| (name(id), id.clone()));
        let lines = lines(register, &place_of, &governance, today);
        Self { organisations, place_of, kinds, points, coalitions, lines, today, kept: Mutex::default() }
    }

    /// The nearest other coalition that has somebody for this.
    ///
    /// Takes: who looks, from which coalition and as which partner (without one: as any partner of the coalition), and what for.
    /// Gives: by fewest lines from there to a partner who serves it, at most `STEPS_MAX`; where none leads there, by most partners
    /// in common; else the first by name. A partner of the own coalition is not elsewhere. Governance parties are no steps.
    /// Undefined (nobody has somebody; or a certain partner, person or desk is asked for): `None`.
    /// Cost: O(lines nearer than the answer + partners of all coalitions who serve it), and once for each register and question
    /// O(partners of all coalitions).
    pub fn nearest_elsewhere(
        &self,
        register: &Register,
        viewer: &Viewer,
        (home, from): (&CoalitionId, Option<OrganisationId>),
        (asked, having): (&Asked, Having),
    ) -> Option<Elsewhere> {
        let at_home = self.coalitions.iter().filter(|(id, _)| id == home).flat_map(|(_, partners)| partners.iter().copied());
        let own = Targets::of(self.organisations.len(), at_home);
        let everywhere = self.serving(register, viewer, (asked, having));
        let serving = everywhere.iter().filter(|(at, _)| self.coalitions[*at].0 != *home).filter_map(|(at, who)| {
            let elsewhere: Vec<(u32, Serves)> = who.iter().copied().filter(|(place, _)| !own.holds(*place)).collect();
            (!elsewhere.is_empty()).then_some((*at, elsewhere))
        });
        let serving: Serving = serving.collect();
        let starts: Vec<u32> = match from.and_then(|id| self.place_of.get(&id)) {
            Some(&place) => vec![place],
            None => own.iter().collect(),
        };
        let (near, at, place, serves) = self.by_steps(&starts, &serving).or_else(|| self.by_partners(&own, &serving))?;
        let (coalition, organisation) = (self.coalitions[at].0.clone(), self.organisations[place as usize]);
        Some(Elsewhere { coalition, near, organisation, serves })
    }

    /// Who serves it, in every coalition; the same for whoever asks from elsewhere, and kept as long as the register stays.
    fn serving(&self, register: &Register, viewer: &Viewer, (asked, having): (&Asked, Having)) -> Arc<Serving> {
        let key = (asked.clone(), having == Having::Contact, viewer.clone());
        // Only looked up and put under the lock: nothing of it can be half.
        let kept = || self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = kept().at(register.sequence()).get(&key) {
            return Arc::clone(found);
        }
        let by_kind = self.by_kind(register.catalogue(), asked);
        let of_coalition = |(at, (coalition, partners)): (usize, &(CoalitionId, Vec<u32>))| {
            let who = partners.iter().filter_map(|&place| {
                let serves = self.serves(register, viewer, (coalition, place), asked, &by_kind)?;
                let called = having == Having::Anybody || self.called(register, viewer, (coalition, place), asked);
                called.then_some((place, serves))
            });
            let who: Vec<(u32, Serves)> = who.collect();
            (!who.is_empty()).then_some((at, who))
        };
        let found: Arc<Serving> = Arc::new(self.coalitions.iter().enumerate().filter_map(of_coalition).collect());
        // A certain partner, person or desk is asked for by few: what the catalogue knows is asked for by many.
        if matches!(asked, Asked::Need(_) | Asked::Kind(_)) {
            kept().at(register.sequence()).insert(key, Arc::clone(&found));
        }
        found
    }

    /// How each kind of the catalogue serves what is asked for.
    fn by_kind(&self, catalogue: &Catalogue, asked: &Asked) -> Vec<Option<Serves>> {
        let serves = |kind: &PartnerKind| match asked {
            Asked::Need(need) => kind_serves(catalogue, &kind.code, need),
            Asked::Kind(wanted) => (kind.code == *wanted).then_some(Serves::Asked),
            Asked::Organisation(_) | Asked::Person(_) | Asked::Desk(_) => None,
        };
        catalogue.kinds.iter().map(serves).collect()
    }

    /// How a partner serves it, by its kinds and by what may be seen of its contact points.
    fn serves(
        &self,
        register: &Register,
        viewer: &Viewer,
        (coalition, place): (&CoalitionId, u32),
        asked: &Asked,
        by_kind: &[Option<Serves>],
    ) -> Option<Serves> {
        let of_kinds = self.kinds[place as usize].iter().filter_map(|&kind| by_kind[usize::from(kind)]).min();
        let Asked::Need(need) = asked else { return of_kinds };
        let desk = self.desks(register, viewer, coalition, place).filter(|point| point.needs.contains(need));
        let desk = desk.map(|point| match point.audience {
            Audience::Professionals => Serves::DeskForNeed,
            Audience::Parents => Serves::NumberForParents,
        });
        desk.chain(of_kinds).min()
    }

    /// Is there a desk for what is asked? The same ones as `candidates` gives there.
    fn called(&self, register: &Register, viewer: &Viewer, (coalition, place): (&CoalitionId, u32), asked: &Asked) -> bool {
        self.desks(register, viewer, coalition, place).any(|point| match asked {
            Asked::Need(need) => is_for(point, need),
            _ => true,
        })
    }

    /// Desks of a partner, as far as the viewer may see them in that coalition.
    fn desks<'a>(
        &'a self,
        register: &'a Register,
        viewer: &'a Viewer,
        coalition: &'a CoalitionId,
        place: u32,
    ) -> impl Iterator<Item = &'a ContactPoint> {
        let points = self.points.get(&place).into_iter().flatten().filter_map(|id| register.contact_point(id));
        points.filter(move |point| is_desk(point) && seen(register, viewer, point, coalition, self.today))
    }

    /// The coalition of the partner that the fewest lines lead to.
    fn by_steps(&self, starts: &[u32], serving: &[(usize, Vec<(u32, Serves)>)]) -> Option<(Near, usize, u32, Serves)> {
        let nodes = self.organisations.len();
        let targets = Targets::of(nodes, serving.iter().flat_map(|(_, who)| who.iter().map(|(place, _)| *place)));
        // An own partner who takes part there as well was left out: it is not elsewhere.
        let best = Seeker::new(nodes).nearest_of_any(&self.lines, &targets, starts)?;
        let at = |(at, who): &(usize, Vec<(u32, Serves)>)| {
            who.iter()
                .find(|(place, _)| *place == best.target)
                .map(|&(place, serves)| (Near::Steps(best.steps), *at, place, serves))
        };
        serving.iter().find_map(at)
    }

    /// The coalition with the most partners in common, else the first by name.
    fn by_partners(&self, own: &Targets, serving: &[(usize, Vec<(u32, Serves)>)]) -> Option<(Near, usize, u32, Serves)> {
        let shared = |at: usize| self.coalitions[at].1.iter().filter(|&&place| own.holds(place)).count();
        let (at, who) = serving.iter().min_by_key(|(at, _)| (std::cmp::Reverse(shared(*at)), *at))?;
        let &(place, serves) = who.iter().min_by_key(|(place, serves)| (*serves, *place))?;
        let near = match shared(*at) {
            0 => Near::Name,
            partners => Near::Shared(partners),
        };
        Some((near, *at, place, serves))
    }
}

/// The nearest other coalition, for who asks once; who asks more often keeps a `Nationwide`.
pub fn nearest_elsewhere(
    register: &Register,
    today: Date,
    viewer: &Viewer,
    home: (&CoalitionId, Option<OrganisationId>),
    asked: (&Asked, Having),
) -> Option<Elsewhere> {
    Nationwide::of(register, today).nearest_elsewhere(register, viewer, home, asked)
}

/// May the viewer see a contact point in a coalition? One of another coalition holds there, as in a frozen one.
fn seen(register: &Register, viewer: &Viewer, point: &ContactPoint, coalition: &CoalitionId, today: Date) -> bool {
    let here = point.coalition.as_ref().is_none_or(|at| at == coalition);
    here && viewer.sees_contact_of(register, point, coalition, today)
}

/// Does a partner take part, so that it can be called?
fn takes_part(status: MembershipStatus) -> bool {
    !matches!(status, MembershipStatus::Wanted | MembershipStatus::Left)
}

/// Asserted practice lines between organisations, of all coalitions; persons stand for where they work.
fn lines(register: &Register, place_of: &HashMap<OrganisationId, u32>, governance: &[bool], today: Date) -> WeightedGraph<u8> {
    let mut works_at: HashMap<PersonId, Vec<u32>> = HashMap::new();
    for position in register.positions().filter(|it| it.period.holds_on(today)) {
        if let Some(place) = position.organisation.and_then(|id| place_of.get(&id)) {
            works_at.entry(position.person).or_default().push(*place);
        }
    }
    let places = |party: Party| -> Vec<u32> {
        match party {
            Party::Organisation(id) => place_of.get(&id).copied().into_iter().collect(),
            Party::Person(id) => works_at.get(&id).cloned().unwrap_or_default(),
            Party::Position(id) => {
                let at = register.position(&id).and_then(|position| position.organisation);
                at.and_then(|id| place_of.get(&id).copied()).into_iter().collect()
            }
        }
    };
    let catalogue = register.catalogue();
    let mut found = Vec::new();
    for claim in register.claims().filter(|claim| claim.stance == Stance::Asserted) {
        let practice = catalogue.link(&claim.kind).is_some_and(|kind| kind.level == Level::Practice);
        let Scope::Pair(pair) = &claim.scope else { continue };
        if !practice {
            continue;
        }
        let strength = claim.strength.map_or(STRENGTH_UNTOLD, Strength::get);
        let [from, to] = pair.ends().map(places);
        let pairs = from.iter().flat_map(|&a| to.iter().map(move |&b| (a, b, strength)));
        found.extend(pairs.filter(|&(a, b, _)| !governance[a as usize] && !governance[b as usize]));
    }
    WeightedGraph::from_links(governance.len(), found.iter().copied())
}
