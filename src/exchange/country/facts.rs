//! What the rows say, as changes of the register, in an order in which they can be put.

use super::Country;
use super::import::LinkRow;
use crate::exchange::plain::LINK_KIND;
use crate::model::*;
use std::iter::once;
use uuid::Uuid;

/// What the keys of all ids begin with: the same row gives the same id, in every import.
const KEY: &str = "country";
/// What tells the second claim of a confirmed link from the first.
const CONFIRMED: &[u8] = b"confirmed";

/// What is known where files are complete.
const COVERED: [(&str, CoverageScope); 2] = [("lines", CoverageScope::Lines), ("members", CoverageScope::Members)];

pub(super) fn source_id() -> SourceId {
    SourceId::from_key(&format!("{KEY}/import"))
}

/// What every link shares.
struct Said {
    kind: Option<LinkKindCode>,
    /// A date for each year, so that no row makes it anew.
    years: Vec<Option<PartialDate>>,
    positions: Vec<PositionId>,
}

impl Country {
    /// Number of changes that [`Country::changes`] gives.
    pub fn len(&self) -> usize {
        let confirmed = self.kept.links.iter().filter(|row| row.confirmed).count();
        let [organisations, people, links] = self.rows();
        let scopes = if self.complete { COVERED.len() } else { 0 };
        1 + (1 + scopes) * self.coalitions.len() + 2 * organisations + 2 * people + links + confirmed
    }
    /// Is there nothing in it? Never: a country has an organisation.
    pub fn is_empty(&self) -> bool {
        self.rows.organisations.is_empty()
    }

    /// Everything as changes: the source, the coalitions with what is complete of them, the organisations with their memberships, the people with their positions,
    /// and the claims, the organisations of one coalition together.
    ///
    /// Ids come from the ids in the files (UUIDv5), so the same files give the same changes. Cost: O(1) each; none is kept.
    pub fn changes(&self) -> impl Iterator<Item = Change> + '_ {
        let coalitions = self.coalitions.iter().flat_map(|id| self.coalition(id).into_iter().chain(self.coverages(id)));
        let [organisations, people, _] = self.rows();
        let organisations = (0..organisations).flat_map(|row| [self.organisation(row), self.membership(row)]);
        let people = (0..people).flat_map(|row| [self.person(row), self.position(row)]);
        let mut said = None;
        let claims = self.kept.links.iter().flat_map(move |row| {
            let said = said.get_or_insert_with(|| self.said());
            [self.claim(row, said, false), row.confirmed.then(|| self.claim(row, said, true)).flatten()].into_iter().flatten()
        });
        let first = once(Entity::Source(self.source.clone())).chain(coalitions);
        first.chain(organisations).chain(people).chain(claims).map(Change::put)
    }

    fn said(&self) -> Said {
        let last = self.kept.links.iter().map(|row| row.since).max().unwrap_or(0);
        let date = |year: u16| PartialDate::parse(&format!("{year:04}")).ok().filter(|_| year > 0);
        let positions = self.rows.person_ids.texts().map(|id| PositionId::from_key(&format!("{KEY}/{id}"))).collect();
        Said { kind: LinkKindCode::new(LINK_KIND).ok(), years: (0..=last).map(date).collect(), positions }
    }

    fn provenance(&self, file: usize, line: u32) -> Provenance {
        let at = Note::new(format!("{}:{line}", self.names[file])).ok();
        Provenance { source: Some(self.source.id), at, ..Provenance::default() }
    }

    fn coalition_of(&self, organisation: usize) -> &CoalitionId {
        &self.coalitions[self.rows.organisations[organisation].coalition as usize]
    }

    fn coalition(&self, id: &CoalitionId) -> Option<Entity> {
        Some(Entity::Coalition(Coalition {
            id: id.clone(),
            name: Name::new(id.as_str()).ok()?,
            aliases: Vec::new(),
            municipalities: Vec::new(),
            phase: Phase::Running,
            phases: Vec::new(),
            started: None,
            themes: Vec::new(),
            governance: Vec::new(),
            provenance: Provenance { source: Some(self.source.id), ..Provenance::default() },
        }))
    }

    /// What is complete of a coalition: one fact for all its lines, and one for all who take part.
    fn coverages(&self, coalition: &CoalitionId) -> impl Iterator<Item = Entity> {
        let covered: &[(&str, CoverageScope)] = if self.complete { &COVERED } else { &[] };
        covered.iter().map(move |(key, scope)| {
            Entity::Coverage(Coverage {
                id: CoverageId::from_key(&format!("{KEY}/{coalition}/{key}")),
                coalition: coalition.clone(),
                by: None,
                scope: *scope,
                about: None,
                level: None,
                status: None,
                complete: true,
                date: None,
                provenance: Provenance { source: Some(self.source.id), ..Provenance::default() },
            })
        })
    }

    fn organisation(&self, row: usize) -> Entity {
        let (id, told) = (self.rows.organisation_ids.text(row as u32), &self.rows.organisations[row]);
        let kind = self.kinds[told.kind as usize].as_ref();
        let stated = |kind: &KindCode| KindOf { kind: kind.clone(), basis: KindBasis::Stated, inferred_on: None };
        let number = || Some(Identifier { system: Name::new(&self.names[0]).ok()?, value: IdentifierValue::new(&id).ok()? });
        Entity::Organisation(Organisation {
            id: OrganisationId::from_key(&format!("{KEY}/{id}")),
            name: self.kept.organisations[row].clone(),
            short_name: None,
            aliases: Vec::new(),
            kinds: kind.map(|(kind, _)| stated(kind)).into_iter().collect(),
            // Absent when it is that of the kind.
            domain: kind.is_none_or(|(_, domain)| *domain != told.domain).then_some(told.domain),
            part_of: None,
            placeholder: false,
            identifiers: number().into_iter().collect(),
            provenance: self.provenance(0, self.rows.organisation_lines[row]),
        })
    }

    fn membership(&self, row: usize) -> Entity {
        let key = format!("{KEY}/{}", self.rows.organisation_ids.text(row as u32));
        Entity::Membership(Membership {
            id: MembershipId::from_key(&key),
            coalition: self.coalition_of(row).clone(),
            party: Party::Organisation(OrganisationId::from_key(&key)),
            status: MembershipStatus::Participating,
            roles: Vec::new(),
            period: Period::default(),
            provenance: self.provenance(0, self.rows.organisation_lines[row]),
        })
    }

    fn person(&self, row: usize) -> Entity {
        Entity::Person(Person {
            id: PersonId::from_key(&format!("{KEY}/{}", self.rows.person_ids.text(row as u32))),
            name: self.kept.people[row].0.clone(),
            visibility: Visibility::Coalition,
            purpose: None,
            expires: None,
            provenance: self.provenance(1, self.rows.person_lines[row]),
        })
    }

    fn position(&self, row: usize) -> Entity {
        let key = format!("{KEY}/{}", self.rows.person_ids.text(row as u32));
        let organisation = self.rows.organisation_ids.text(self.rows.people[row]);
        Entity::Position(Position {
            id: PositionId::from_key(&key),
            person: PersonId::from_key(&key),
            organisation: Some(OrganisationId::from_key(&format!("{KEY}/{organisation}"))),
            title: self.kept.people[row].1.and_then(|role| self.kept.roles.get(role as usize).cloned()),
            profession: None,
            period: Period::default(),
            provenance: self.provenance(1, self.rows.person_lines[row]),
        })
    }

    /// `back`: what the second person says of a confirmed link. `None` cannot happen: the ends
    /// differ and the code is a valid one.
    fn claim(&self, row: &LinkRow, said: &Said, back: bool) -> Option<Entity> {
        let [from, to] = [row.link.a, row.link.b].map(|end| said.positions[end as usize]);
        let organisation = self.rows.people[row.link.a as usize] as usize;
        let mut name = to.0.as_bytes().to_vec();
        if back {
            name.extend(CONFIRMED);
        }
        Some(Entity::Claim(Claim {
            id: ClaimId(Uuid::new_v5(&from.0, &name)),
            coalition: self.coalition_of(organisation).clone(),
            scope: Scope::Pair(Pair::new(Party::Position(from), Party::Position(to)).ok()?),
            stance: Stance::Asserted,
            kind: said.kind.clone()?,
            strength: row.link.strength,
            speaker: Some(Party::Position(if back { to } else { from })),
            on_behalf_of: None,
            initiative: None,
            single_carrier: false,
            date: said.years.get(usize::from(row.since)).cloned().flatten(),
            period: None,
            provenance: self.provenance(2, row.line),
        }))
    }
}
