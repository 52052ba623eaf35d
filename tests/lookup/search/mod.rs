//! The search box: what people type and what they find, and that nobody finds what they may not see.

mod plain;
mod seen;
mod words;

use kortelijnen::exchange::catalogue;
use kortelijnen::lookup::*;
use kortelijnen::model::*;
use std::sync::{Arc, LazyLock};
use time::Date;
use time::macros::date;

const DAY: Date = date!(2026 - 11 - 22);

static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Arc::new(catalogue::shipped().expect("the catalogue reads")));

fn slug(text: &str) -> CoalitionId {
    CoalitionId::new(text).expect("a slug")
}

/// A made-up register: every text is a key and a name at once.
struct Made(Register);

impl Made {
    fn new() -> Self {
        Self(Register::new(CATALOGUE.clone()))
    }

    fn put(&mut self, entity: Entity) {
        self.0.apply(&Change::put(entity)).expect("it applies");
    }

    fn name(text: &str) -> Name {
        Name::new(text).expect("a name")
    }

    fn coalition(&mut self, id: &str, name: &str, municipalities: &[&str]) {
        let municipalities = municipalities.iter().map(|it| Municipality { name: Self::name(it), code: None }).collect();
        self.put(Entity::Coalition(Coalition {
            id: slug(id),
            name: Self::name(name),
            aliases: vec![],
            municipalities,
            phase: Phase::Running,
            phases: vec![],
            started: None,
            themes: vec![],
            provenance: Provenance::default(),
        }));
    }

    fn organisation(&mut self, name: &str, kind: &str, coalitions: &[&str]) -> OrganisationId {
        let id = OrganisationId::from_key(name);
        let kinds = vec![KindOf { kind: KindCode::new(kind).expect("a kind"), basis: KindBasis::Stated, inferred_on: None }];
        self.put(Entity::Organisation(Organisation {
            id,
            name: Self::name(name),
            short_name: None,
            aliases: vec![],
            kinds,
            domain: None,
            part_of: None,
            placeholder: false,
            identifiers: vec![],
            provenance: Provenance::default(),
        }));
        for coalition in coalitions {
            self.membership(Party::Organisation(id), coalition);
        }
        id
    }

    fn membership(&mut self, party: Party, coalition: &str) {
        self.put(Entity::Membership(Membership {
            id: MembershipId::from_key(&format!("{party:?} {coalition}")),
            coalition: slug(coalition),
            party,
            status: MembershipStatus::Participating,
            roles: vec![],
            period: Period::default(),
            provenance: Provenance::default(),
        }));
    }

    fn person(&mut self, name: &str, visibility: Visibility, expires: Option<&str>) -> PersonId {
        let id = PersonId::from_key(name);
        self.put(Entity::Person(Person {
            id,
            name: Self::name(name),
            visibility,
            purpose: None,
            expires: expires.map(|text| PartialDate::parse(text).expect("a date")),
            provenance: Provenance::default(),
        }));
        id
    }

    fn position(&mut self, person: PersonId, organisation: OrganisationId, title: &str) -> PositionId {
        let id = PositionId::from_key(&format!("{person} {organisation} {title}"));
        self.put(Entity::Position(Position {
            id,
            person,
            organisation: Some(organisation),
            title: Some(Self::name(title)),
            profession: None,
            period: Period::default(),
            provenance: Provenance::default(),
        }));
        id
    }

    fn desk(
        &mut self,
        name: &str,
        organisation: OrganisationId,
        coalition: Option<&str>,
        person: Option<PersonId>,
        visibility: ContactVisibility,
    ) -> ContactPointId {
        let id = ContactPointId::from_key(name);
        self.put(Entity::from(ContactPoint {
            id,
            organisation,
            coalition: coalition.map(slug),
            person,
            name: Self::name(name),
            audience: Audience::Professionals,
            visibility,
            phone: Some(Phone::new("000 000 00 00").expect("a number")),
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
        }));
        id
    }

    fn index(&self) -> Index {
        Index::of(&self.0, DAY)
    }
}

/// What a text finds for who sees everything.
fn found(index: &Index, text: &str) -> Found {
    index.find(text, &Sought { viewer: &Viewer::default(), coalition: None, limit: 10 })
}

fn need(code: &str) -> Thing {
    Thing::Need(NeedCode::new(code).expect("a code"))
}

fn kind(code: &str) -> Thing {
    Thing::Kind(KindCode::new(code).expect("a code"))
}
