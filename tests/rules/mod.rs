//! The rules by which claims become lines and lines become findings, each on the smallest coalition that shows it.

mod gaps;
mod lines;
mod partners;
mod report;

use kortelijnen::analysis::gaps::{Gap, GapKind, find};
use kortelijnen::exchange::catalogue;
use kortelijnen::model::*;
use kortelijnen::network::{Network, View, freeze};
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

impl Made {
    /// Partners that take part: `made(&["verloskundigenpraktijk1", "schuldhulpverlening1"])`.
    fn with(partners: &[&str]) -> Self {
        let mut register = Register::new(CATALOGUE.clone());
        let put = Entity::Coalition(Coalition {
            id: coalition(),
            name: Name::new("Proef").expect("a name"),
            aliases: vec![],
            municipalities: vec![],
            phase: Phase::Running,
            started: None,
            themes: vec![],
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
        self.put(Entity::Organisation(Organisation {
            id: OrganisationId::from_key(key),
            name: Name::new(key).expect("a name"),
            short_name: None,
            aliases: vec![],
            kinds: vec![KindOf { kind, basis: KindBasis::Stated, inferred_on: None }],
            domain: None,
            part_of: None,
            placeholder: false,
            identifiers: vec![],
            provenance: Provenance::default(),
        }));
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
            provenance: Provenance::default(),
        }))
    }

    fn network(&self) -> Network {
        freeze(&self.register, &coalition(), DAY, &View::of(DAY)).expect("the coalition is there")
    }

    fn gaps(&self) -> Vec<Gap> {
        find(&self.network())
    }

    fn of_kind(&self, kind: GapKind) -> Vec<Gap> {
        self.gaps().into_iter().filter(|gap| gap.kind == kind).collect()
    }

    /// The finding about the row of the norm with this code.
    fn cell(&self, row: &str) -> Option<GapKind> {
        let lines = &CATALOGUE.norm.lines;
        self.gaps().into_iter().find(|gap| gap.norm_line.is_some_and(|line| lines[line].code == row)).map(|gap| gap.kind)
    }
}

fn pair(a: &str, b: &str) -> Scope {
    Scope::Pair(Pair::new(org(a), org(b)).expect("two parties"))
}

fn kinds(a: &str, b: &str) -> Scope {
    Scope::Kinds([a, b].map(|kind| KindCode::new(kind).expect("a kind")))
}
