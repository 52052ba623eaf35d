//! The rules by which claims become lines and lines become findings, each on the smallest coalition that shows it.

mod bad_input;
mod cover;
mod dates;
mod doubt;
mod gaps;
mod generated;
mod introductions;
mod lines;
mod many;
mod map_since;
mod partners;
mod profile;
mod report;
mod suppose;
mod what_if;
mod worked;

use kortelijnen::analysis::gaps::{Gap, GapKind, GapParty, find};
use kortelijnen::analysis::introductions::{Plan, PlanLimits};
use kortelijnen::desk::{Effort, Office};
use kortelijnen::exchange::catalogue;
use kortelijnen::model::*;
use kortelijnen::network::{Network, Rule, Sides, View, freeze};
use std::sync::{Arc, LazyLock};
use time::Date;
use time::macros::date;

const DAY: Date = date!(2026 - 11 - 22);

static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Arc::new(catalogue::shipped().expect("the catalogue reads")));

/// A coalition in the making. Partners are called by a key; their kind is the key up to the first digit.
struct Made {
    register: Register,
    claims: usize,
}

fn coalition() -> CoalitionId {
    CoalitionId::new("proef").expect("a slug")
}

fn org(key: &str) -> Party {
    Party::Organisation(OrganisationId::from_key(key))
}

fn at(text: &str) -> PartialDate {
    PartialDate::parse(text).expect("a date")
}

/// A plan that nobody stops.
fn plan(network: &Network, limits: &PlanLimits) -> Plan {
    kortelijnen::analysis::introductions::plan(network, limits, &Effort::default()).expect("nobody stops it")
}

impl Made {
    /// Partners that take part: `made(&["verloskundigenpraktijk1", "schuldhulpverlening1"])`.
    fn with(partners: &[&str]) -> Self {
        Self::read_with(CATALOGUE.clone(), partners)
    }

    /// The same, with a catalogue of one's own.
    fn read_with(catalogue: Arc<Catalogue>, partners: &[&str]) -> Self {
        let mut register = Register::new(catalogue);
        let put = Entity::Coalition(Coalition {
            id: coalition(),
            name: Name::new("Proef").expect("a name"),
            aliases: vec![],
            municipalities: vec![],
            phase: Phase::Running,
            phases: vec![],
            started: None,
            themes: vec![],
            governance: vec![],
            provenance: Provenance::default(),
        });
        register.apply(&Change::put(put)).expect("a coalition");
        let mut made = Self { register, claims: 0 };
        for partner in partners {
            made.partner(partner, MembershipStatus::Participating);
        }
        made
    }

    fn put(&mut self, entity: Entity) -> &mut Self {
        self.register.apply(&Change::put(entity)).expect("it applies");
        self
    }

    fn partner(&mut self, key: &str, status: MembershipStatus) -> &mut Self {
        let kind = KindCode::new(key.trim_end_matches(char::is_numeric)).expect("a kind");
        self.organisation(key, key, vec![kind], None).membership(key, status)
    }

    fn organisation(&mut self, key: &str, name: &str, kinds: Vec<KindCode>, domain: Option<Domain>) -> &mut Self {
        self.put(Entity::Organisation(Organisation {
            id: OrganisationId::from_key(key),
            name: Name::new(name).expect("a name"),
            short_name: None,
            aliases: vec![],
            kinds: kinds.into_iter().map(|kind| KindOf { kind, basis: KindBasis::Stated, inferred_on: None }).collect(),
            domain,
            part_of: None,
            placeholder: false,
            identifiers: vec![],
            provenance: Provenance::default(),
        }))
    }

    fn membership(&mut self, key: &str, status: MembershipStatus) -> &mut Self {
        self.put(Entity::Membership(Membership {
            id: MembershipId::from_key(key),
            coalition: coalition(),
            party: org(key),
            status,
            roles: vec![],
            period: Period::default(),
            provenance: Provenance::default(),
        }))
    }

    /// A person with a position at a partner, seen in the coalition.
    fn person(&mut self, name: &str, partner: &str, roles: Vec<CoalitionRole>, period: Period) -> &mut Self {
        let id = PersonId::from_key(name);
        self.put(Entity::Person(Person {
            id,
            name: Name::new(name).expect("a name"),
            visibility: Visibility::default(),
            purpose: None,
            expires: None,
            provenance: Provenance::default(),
        }));
        self.put(Entity::Position(Position {
            id: PositionId::from_key(&format!("{name}@{partner}")),
            person: id,
            organisation: Some(OrganisationId::from_key(partner)),
            title: None,
            profession: None,
            period,
            provenance: Provenance::default(),
        }));
        self.put(Entity::Membership(Membership {
            id: MembershipId::from_key(name),
            coalition: coalition(),
            party: Party::Person(id),
            status: MembershipStatus::Participating,
            roles,
            period: Period::default(),
            provenance: Provenance::default(),
        }))
    }

    fn claim(&mut self, scope: Scope, stance: Stance, kind: &str, speaker: Option<Party>, date: Option<&str>) -> &mut Self {
        let claim = self.new_claim(scope, stance, kind, speaker, date);
        self.put(Entity::Claim(claim))
    }

    fn new_claim(&mut self, scope: Scope, stance: Stance, kind: &str, speaker: Option<Party>, date: Option<&str>) -> Claim {
        self.claims += 1;
        Claim {
            id: ClaimId::from_key(&self.claims.to_string()),
            coalition: coalition(),
            scope,
            stance,
            kind: LinkKindCode::new(kind).expect("a link kind"),
            strength: None,
            speaker,
            on_behalf_of: None,
            initiative: None,
            single_carrier: false,
            date: date.map(at),
            period: None,
            provenance: Provenance::default(),
        }
    }

    /// The first says that it works with the second.
    fn line(&mut self, a: &str, b: &str) -> &mut Self {
        self.claim(pair(a, b), Stance::Asserted, "works-with", Some(org(a)), None)
    }

    fn coverage(&mut self, scope: CoverageScope, about: Option<Party>, by: Option<Party>) -> &mut Self {
        self.put(Entity::Coverage(Coverage {
            id: CoverageId::from_key("lijst"),
            coalition: coalition(),
            by,
            scope,
            about,
            level: None,
            status: None,
            complete: true,
            date: None,
            provenance: Provenance::default(),
        }))
    }

    fn initiative(&mut self, kind: InitiativeKind, participants: &[&str]) -> &mut Self {
        self.put(Entity::Initiative(Initiative {
            id: InitiativeId::from_key("samen"),
            coalition: coalition(),
            kind,
            name: Name::new("Samen").expect("a name"),
            status: InitiativeStatus::Existing,
            period: Period::default(),
            participants: participants.iter().map(|key| org(key)).collect(),
            complete: true,
            kinds: vec![],
            needs: vec![],
            provenance: Provenance::default(),
        }))
    }

    fn network(&self) -> Network {
        freeze(&self.register, &coalition(), DAY, &View::of(DAY)).expect("the coalition is there")
    }

    /// By a rule, with sides as they are typed.
    fn read(&self, rule: Rule, sides: &str) -> Network {
        let sides = Sides::parse(sides, &CATALOGUE).expect("two sides");
        freeze(&self.register, &coalition(), DAY, &View { rule, sides, ..View::of(DAY) }).expect("the coalition is there")
    }

    fn office(&self) -> Office<'_> {
        Office::new(&self.register, DAY)
    }

    /// Both ends say that they work together.
    fn confirmed(&mut self, a: &str, b: &str) -> &mut Self {
        self.line(a, b).line(b, a)
    }

    fn gaps(&self) -> Vec<Gap> {
        find(&self.network())
    }

    fn of_kind(&self, kind: GapKind) -> Vec<Gap> {
        self.gaps().into_iter().filter(|gap| gap.kind == kind).collect()
    }

    /// The finding about the row of the norm with this code.
    fn cell(&self, row: &str) -> Option<GapKind> {
        cell(&self.network(), row)
    }
}

fn pair(a: &str, b: &str) -> Scope {
    Scope::Pair(Pair::new(org(a), org(b)).expect("two parties"))
}

fn kinds(a: &str, b: &str) -> Scope {
    Scope::Kinds([a, b].map(|kind| KindCode::new(kind).expect("a kind")))
}

/// The kind of the finding about the row of the norm with this code; a cell has one at most.
#[track_caller]
fn cell(network: &Network, row: &str) -> Option<GapKind> {
    let lines = &CATALOGUE.norm.lines;
    let mut found = find(network).into_iter().filter(|gap| gap.norm_line.is_some_and(|line| lines[line].code == row));
    let first = found.next().map(|gap| gap.kind);
    assert!(found.next().is_none(), "two findings for {row}");
    first
}

/// Names of the members at one end of a finding.
fn names(network: &Network, gap: &Gap, end: usize) -> Vec<String> {
    let name = |party: &GapParty| match party {
        GapParty::Member(place) => network.members[*place].name().to_owned(),
        GapParty::Kind(kind) => kind.to_string(),
        GapParty::Domain(domain) => domain.code().to_owned(),
    };
    gap.ends[end].iter().map(name).collect()
}
