//! A small catalogue, one entity of every kind, and ways to make stores.

use kortelijnen::model::*;
use kortelijnen::store::{Actor, Batch, Store, StoreError};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use time::OffsetDateTime;
use time::macros::datetime;

pub const AT: OffsetDateTime = datetime!(2019-11-12 10:30:00.25 UTC);
pub const PERSON_NAME: &str = "Noor van der Zee";
pub const PERSON_PURPOSE: &str = "deelnemer van het overleg";
pub const PERSON_PLACE: &str = "kop Deelnemers, alinea over Noor";
pub const PERSON_NOTE: &str = "Noor is de enige met deze functie";

pub fn name(text: &str) -> Name {
    Name::new(text).expect("a name")
}
pub fn note(text: &str) -> Note {
    Note::new(text).expect("a note")
}
pub fn coalition_id(slug: &str) -> CoalitionId {
    CoalitionId::new(slug).expect("a slug")
}
fn kind() -> KindCode {
    KindCode::new("verloskundigenpraktijk").expect("a code")
}
fn need() -> NeedCode {
    NeedCode::new("schulden").expect("a code")
}
fn link() -> LinkKindCode {
    LinkKindCode::new("works-with").expect("a code")
}
fn words(nl: &str, en: &str) -> Words {
    Words { nl: nl.to_owned(), en: en.to_owned() }
}

/// One partner kind, one need, one link kind.
pub fn catalogue() -> Arc<Catalogue> {
    let grounds = Grounds { sources: Vec::new(), unsourced: true };
    Arc::new(Catalogue {
        kinds: vec![PartnerKind {
            code: kind(),
            name: words("Verloskundigenpraktijk", "Midwifery practice"),
            people: words("verloskundigen", "midwives"),
            domain: Domain::Medical,
            side: Some(Side::Medical),
            bridge: false,
            finder: true,
            helper: false,
            governance: false,
            umbrella: false,
            expected: Expected::Core,
            nationally_missing: false,
            needs: Vec::new(),
            synonyms: Spellings::default(),
            grounds: grounds.clone(),
        }],
        needs: vec![Need {
            code: need(),
            name: words("Schulden", "Debts"),
            synonyms: Spellings::default(),
            urgent: Spellings::default(),
            grounds: grounds.clone(),
        }],
        interventions: Vec::new(),
        links: vec![LinkKind {
            code: link(),
            name: words("werkt samen met", "works with"),
            level: Level::Practice,
            directed: false,
            half_life_months: Some(12),
            grounds,
        }],
        norm: Norm { version: "test".to_owned(), lines: Vec::new() },
        sources: BTreeMap::new(),
    })
}

/// Puts one entity of every kind, every field filled, in an order that the register takes.
pub fn one_of_every_kind() -> Vec<Change> {
    let source = SourceId::from_key("verslag");
    let coalition = coalition_id("proefstad");
    let provenance = Provenance {
        source: Some(source),
        at: Some(note("kop Partners, alinea 2")),
        reading: Reading::Interpreted,
        note: Some(note("de kop noemt alleen het domein")),
    };
    let period = Period::new(Some(day("2018-24")), Some(day("2021"))).expect("a period");
    let [practice, team] = ["praktijk", "wijkteam"].map(OrganisationId::from_key);
    let [a, b] = [practice, team].map(Party::Organisation);
    let person = PersonId::from_key("noor");
    let position = PositionId::from_key("noor-wijkteam");
    let initiative = InitiativeId::from_key("overleg");
    let organisation = |id, text: &str, part_of| Organisation {
        id,
        name: name(text),
        short_name: Some(name("kort")),
        aliases: vec![name("ook wel zo genoemd")],
        kinds: vec![KindOf { kind: kind(), basis: KindBasis::Inferred, inferred_on: Some(note("op de naam")) }],
        domain: Some(Domain::Social),
        part_of,
        placeholder: true,
        identifiers: vec![Identifier { system: name("kvk"), value: IdentifierValue::new("12345678").expect("a number") }],
        provenance: provenance.clone(),
    };
    [
        Entity::Source(Source {
            id: source,
            kind: SourceKind::Interview,
            title: name("Verslag van een gesprek"),
            publisher: Some(name("Een uitgever")),
            date: Some(day("2019-10")),
            locations: vec![note("https://example.org/verslag")],
        }),
        Entity::Organisation(organisation(practice, "Verloskundigen \"De Brug\" & co – één lijn", None)),
        Entity::Organisation(organisation(team, "Wijkteam Noord", Some(practice))),
        Entity::Coalition(Coalition {
            id: coalition.clone(),
            name: name("Proefstad"),
            aliases: vec![name("De Proef")],
            municipalities: vec![Municipality { name: name("Proefstad"), code: Some(name("GM9999")) }],
            phase: Phase::Running,
            phases: vec![],
            started: Some(day("2017-21")),
            themes: vec![Theme {
                name: name("Schulden op tijd zien"),
                needs: vec![need()],
                partners: vec![a, b],
                provenance: provenance.clone(),
            }],
            provenance: provenance.clone(),
        }),
        Entity::Person(Person {
            id: person,
            name: name(PERSON_NAME),
            visibility: Visibility::AllCoalitions,
            purpose: Some(note(PERSON_PURPOSE)),
            expires: Some(day("2030")),
            provenance: Provenance { at: Some(note(PERSON_PLACE)), note: Some(note(PERSON_NOTE)), ..provenance.clone() },
        }),
        Entity::Position(Position {
            id: position,
            person,
            organisation: Some(team),
            title: Some(name("coördinator")),
            profession: Some(kind()),
            period: period.clone(),
            provenance: provenance.clone(),
        }),
        Entity::Membership(Membership {
            id: MembershipId::from_key("praktijk-proefstad"),
            coalition: coalition.clone(),
            party: a,
            status: MembershipStatus::Signatory,
            roles: vec![CoalitionRole::Initiator, CoalitionRole::ProjectLead],
            period: period.clone(),
            provenance: provenance.clone(),
        }),
        Entity::Initiative(Initiative {
            id: initiative,
            coalition: coalition.clone(),
            kind: InitiativeKind::Consultation,
            name: name("Overleg"),
            status: InitiativeStatus::Planned,
            period,
            participants: vec![a, Party::Position(position)],
            complete: true,
            provenance: provenance.clone(),
        }),
        Entity::Claim(Claim {
            id: ClaimId::from_key("praktijk-wijkteam"),
            coalition: coalition.clone(),
            scope: Scope::Pair(Pair::new(a, b).expect("two ends")),
            stance: Stance::Asserted,
            kind: link(),
            strength: Some(Strength::new(3).expect("a strength")),
            speaker: Some(Party::Person(person)),
            on_behalf_of: Some(b),
            initiative: Some(initiative),
            single_carrier: true,
            date: Some(day("2019-11")),
            period: None,
            provenance: provenance.clone(),
        }),
        Entity::Coverage(Coverage {
            id: CoverageId::from_key("praktijk-gevraagd"),
            coalition: coalition.clone(),
            by: Some(a),
            scope: CoverageScope::Lines,
            about: Some(b),
            level: Some(Level::Practice),
            status: Some(MembershipStatus::Participating),
            complete: true,
            date: Some(day("2020/2021")),
            provenance: provenance.clone(),
        }),
        Entity::from(ContactPoint {
            id: ContactPointId::from_key("praktijk-balie"),
            organisation: practice,
            coalition: Some(coalition),
            name: name("Balie"),
            audience: Audience::Parents,
            phone: Some(Phone::new("14 099").expect("a number")),
            mail: Some(Mail::new("balie@example.org").expect("an address")),
            web: Some(WebAddress::new("https://example.org").expect("an address")),
            hours: Some(note("maandag tot en met donderdag, 9 tot 12 uur")),
            needs: vec![need()],
            period: Period::default(),
            checked: Some(day("2026-01-05")),
            person: None,
            visibility: ContactVisibility::default(),
            open: None,
            refer: None,
            languages: Vec::new(),
            checked_by: None,
            provenance,
        }),
    ]
    .map(Change::put)
    .into()
}

fn day(text: &str) -> PartialDate {
    PartialDate::parse(text).expect("a date")
}

pub fn put_organisation(key: &str) -> Change {
    Change::put(Entity::Organisation(Organisation {
        id: OrganisationId::from_key(key),
        name: name(&format!("organisatie {key}")),
        short_name: None,
        aliases: Vec::new(),
        kinds: Vec::new(),
        domain: Some(Domain::Social),
        part_of: None,
        placeholder: false,
        identifiers: Vec::new(),
        provenance: Provenance::default(),
    }))
}

pub fn put_person(key: &str) -> Change {
    Change::put(Entity::Person(Person {
        id: PersonId::from_key(key),
        name: name(&format!("mens {key}")),
        visibility: Visibility::default(),
        purpose: None,
        expires: None,
        provenance: Provenance::default(),
    }))
}

/// An initiative whose participants take more bytes than one row may have.
pub fn put_too_large(coalition: &str) -> Change {
    Change::put(Entity::Initiative(Initiative {
        id: InitiativeId::from_key("te groot"),
        coalition: coalition_id(coalition),
        kind: InitiativeKind::Programme,
        name: name("Te groot"),
        status: InitiativeStatus::Existing,
        period: Period::default(),
        participants: vec![Party::Organisation(OrganisationId::from_key("praktijk")); 2_000],
        complete: false,
        provenance: Provenance::default(),
    }))
}

pub fn batch(changes: Vec<Change>) -> Batch {
    Batch { at: AT, actor: Actor::LOCAL, changes }
}

/// Appends as a desk does: applies to the register first, then keeps.
pub fn keep(store: &Store, changes: Vec<Change>) -> Vec<Change> {
    let mut register = load(store);
    let inverse = register.apply_batch(&changes).expect("changes that the register takes");
    assert_eq!(store.append(Some(store.sequence()), batch(changes)).expect("append"), register.sequence());
    inverse
}

pub fn load(store: &Store) -> Register {
    store.load(catalogue()).expect("load")
}

pub fn open(directory: &Path) -> Store {
    Store::open(directory).expect("open")
}

/// Everything that two equal registers share.
#[derive(Debug, PartialEq)]
pub struct Contents {
    sequence: u64,
    entities: Vec<(Option<u64>, Entity)>,
    coalition_versions: Vec<u64>,
}

pub fn contents(register: &Register) -> Contents {
    Contents {
        sequence: register.sequence(),
        entities: register.entities().map(|it| (register.revision(&it.reference()), it.clone())).collect(),
        coalition_versions: register.coalitions().map(|it| register.coalition_version(&it.id)).collect(),
    }
}

pub fn export(store: &Store) -> String {
    let mut lines = Vec::new();
    store.export_lines(&mut lines).expect("export");
    String::from_utf8(lines).expect("text")
}

/// What kind of error, for a test that expects one.
pub fn refused<T: std::fmt::Debug>(result: Result<T, StoreError>) -> StoreError {
    result.expect_err("an error")
}

/// A measurement of a coalition, told apart by what was known.
pub fn measurement(coalition: &str, known_at: u64) -> Measurement {
    let value = Measured { value: Some(known_at as f64), low: Some(0.1), ..Measured::default() };
    let absent = Measured { reason: MeasureCode::new("no_lines").ok(), ..Measured::default() };
    let code = |name: &str| MeasureCode::new(name).expect("a name");
    let all = BTreeMap::from([(code("density"), value), (code("transitivity"), absent)]);
    Measurement {
        coalition: coalition_id(coalition),
        as_of: time::macros::date!(2019 - 11 - 30),
        kept_at: AT,
        known_at,
        version: known_at,
        program: "0.1.0".to_owned(),
        norm: "test".to_owned(),
        rule: MeasuredRule::Any,
        measures: MeasuredAll::try_from(all).expect("few enough"),
    }
}
