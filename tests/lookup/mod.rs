//! Whom to call: lines between people, who serves a need and in which order, on the smallest coalitions that show it.

mod broken;
mod everywhere;
mod leiden;
mod lines;
mod order;
mod search;

use kortelijnen::exchange::catalogue;
use kortelijnen::lookup::*;
use kortelijnen::model::*;
use kortelijnen::network::*;
use std::sync::{Arc, LazyLock};
use time::Date;
use time::macros::date;

const DAY: Date = date!(2026 - 11 - 22);

static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Arc::new(catalogue::shipped().expect("the catalogue reads")));

/// A register in the making, made up. Partners are called by a key; their kind is the key up to the first digit.
struct Made {
    register: Register,
    told: usize,
}

fn slug(name: &str) -> CoalitionId {
    CoalitionId::new(name).expect("a slug")
}

fn home() -> CoalitionId {
    slug("proef")
}

fn kind(code: &str) -> KindCode {
    KindCode::new(code).expect("a kind")
}

fn need(code: &str) -> NeedCode {
    NeedCode::new(code).expect("a need")
}

fn id(key: &str) -> OrganisationId {
    OrganisationId::from_key(key)
}

fn org(key: &str) -> Party {
    Party::Organisation(id(key))
}

fn person(name: &str) -> Party {
    Party::Person(PersonId::from_key(name))
}

fn name(text: &str) -> Name {
    Name::new(text).expect("a name")
}

impl Made {
    fn new() -> Self {
        let mut made = Self { register: Register::new(CATALOGUE.clone()), told: 0 };
        made.coalition("proef");
        made
    }

    /// Partners of the home coalition.
    fn with(partners: &[&str]) -> Self {
        let mut made = Self::new();
        for partner in partners {
            made.partner(partner, MembershipStatus::Participating);
        }
        made
    }

    fn put(&mut self, entity: Entity) -> &mut Self {
        self.register.apply(&Change::put(entity)).expect("it applies");
        self
    }

    fn coalition(&mut self, id: &str) -> &mut Self {
        self.put(Entity::Coalition(Coalition {
            id: slug(id),
            name: name(id),
            aliases: vec![],
            municipalities: vec![],
            phase: Phase::Running,
            phases: vec![],
            started: None,
            themes: vec![],
            provenance: Provenance::default(),
        }))
    }

    fn partner(&mut self, key: &str, status: MembershipStatus) -> &mut Self {
        self.organisation(key, false).membership("proef", key, status)
    }

    fn organisation(&mut self, key: &str, placeholder: bool) -> &mut Self {
        let of = KindOf { kind: kind(key.trim_end_matches(char::is_numeric)), basis: KindBasis::Stated, inferred_on: None };
        self.put(Entity::Organisation(Organisation {
            id: id(key),
            name: name(key),
            short_name: None,
            aliases: vec![],
            kinds: vec![of],
            domain: None,
            part_of: None,
            placeholder,
            identifiers: vec![],
            provenance: Provenance::default(),
        }))
    }

    fn membership(&mut self, coalition: &str, key: &str, status: MembershipStatus) -> &mut Self {
        self.member(coalition, key, org(key), status, vec![])
    }

    fn member(
        &mut self,
        coalition: &str,
        key: &str,
        party: Party,
        status: MembershipStatus,
        roles: Vec<CoalitionRole>,
    ) -> &mut Self {
        self.put(Entity::Membership(Membership {
            id: MembershipId::from_key(&format!("{coalition} {key}")),
            coalition: slug(coalition),
            party,
            status,
            roles,
            period: Period::default(),
            provenance: Provenance::default(),
        }))
    }

    /// Somebody at a partner of the home coalition.
    fn person(&mut self, who: &str, partner: &str, visibility: Visibility) -> &mut Self {
        self.put(Entity::Person(Person {
            id: PersonId::from_key(who),
            name: name(who),
            visibility,
            purpose: None,
            expires: None,
            provenance: Provenance::default(),
        }));
        self.put(Entity::Position(Position {
            id: PositionId::from_key(&format!("{who}@{partner}")),
            person: PersonId::from_key(who),
            organisation: Some(id(partner)),
            title: None,
            profession: None,
            period: Period::default(),
            provenance: Provenance::default(),
        }));
        self.member("proef", who, person(who), MembershipStatus::Participating, vec![])
    }

    fn claim(&mut self, a: Party, b: Party, stance: Stance, speaker: Option<Party>) -> ClaimId {
        self.claim_of(a, b, |claim| {
            claim.stance = stance;
            claim.speaker = speaker;
        })
    }

    fn claim_of(&mut self, a: Party, b: Party, change: impl FnOnce(&mut Claim)) -> ClaimId {
        self.told += 1;
        let mut claim = Claim {
            id: ClaimId::from_key(&self.told.to_string()),
            coalition: home(),
            scope: Scope::Pair(Pair::new(a, b).expect("two parties")),
            stance: Stance::Asserted,
            kind: LinkKindCode::new("works-with").expect("a link kind"),
            strength: None,
            speaker: None,
            on_behalf_of: None,
            initiative: None,
            single_carrier: false,
            date: None,
            period: None,
            provenance: Provenance::default(),
        };
        change(&mut claim);
        let id = claim.id;
        self.put(Entity::Claim(claim));
        id
    }

    /// One end says that the line is there.
    fn says(&mut self, a: Party, b: Party) -> &mut Self {
        self.claim(a, b, Stance::Asserted, Some(a));
        self
    }

    /// Both ends say so.
    fn both(&mut self, a: Party, b: Party) -> &mut Self {
        self.says(a, b).says(b, a)
    }

    fn contact(&mut self, key: &str, partner: &str, change: impl FnOnce(&mut ContactPoint)) -> &mut Self {
        let mut point = ContactPoint {
            id: ContactPointId::from_key(key),
            organisation: id(partner),
            coalition: None,
            person: None,
            name: name(key),
            audience: Audience::Professionals,
            visibility: ContactVisibility::Coalition,
            phone: None,
            mail: None,
            web: None,
            hours: None,
            open: None,
            refer: None,
            languages: vec![],
            needs: vec![],
            checked: None,
            checked_by: None,
            period: Period::default(),
            provenance: Provenance::default(),
        };
        change(&mut point);
        self.put(Entity::from(point))
    }

    fn initiative(&mut self, kind: InitiativeKind, status: InitiativeStatus, participants: &[&str]) -> InitiativeId {
        let id = InitiativeId::from_key("samen");
        self.put(Entity::Initiative(Initiative {
            id,
            coalition: home(),
            kind,
            name: name("Samen"),
            status,
            period: Period::default(),
            participants: participants.iter().map(|key| org(key)).collect(),
            complete: true,
            provenance: Provenance::default(),
        }));
        id
    }

    fn network(&self) -> Network {
        self.seen_by(&Viewer::default())
    }

    fn seen_by(&self, viewer: &Viewer) -> Network {
        freeze(&self.register, &home(), DAY, &View { viewer: viewer.clone(), ..View::of(DAY) }).expect("it is there")
    }

    fn lines(&self) -> (Network, Lines) {
        let network = self.network();
        let lines = Lines::of(&self.register, &network);
        (network, lines)
    }
}

/// Everybody at a partner.
fn at<'a>(network: &Network, lines: &'a Lines, key: &str) -> &'a [usize] {
    lines.nodes_of(network.place(id(key)).expect("a partner"))
}

/// A line in words: who is named, or at which partner somebody is.
fn words(network: &Network, lines: &Lines, line: &Line) -> Vec<String> {
    let word = |node: usize| {
        let node = &lines.nodes[node];
        let seats = network.members.iter().flat_map(|member| &member.seats);
        let named = node.person.and_then(|id| seats.clone().find(|seat| seat.person == id)).map(|seat| seat.name.to_string());
        named.unwrap_or_else(|| node.members.iter().map(|&place| network.members[place].name()).collect::<Vec<_>>().join("+"))
    };
    line.nodes().map(word).collect()
}

/// The best line between two partners, in words.
fn shortest(made: &Made, from: &str, to: &str) -> Option<(Vec<String>, usize)> {
    let (network, lines) = made.lines();
    let line = lines.shortest(at(&network, &lines, from), at(&network, &lines, to))?;
    Some((words(&network, &lines, &line), line.unsure))
}
